//! The one test binary: every test of the command line, of whole flows and of the tree itself.

mod readers;
mod tidy;
