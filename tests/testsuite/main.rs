//! The one test binary: every test of the command line, of whole flows and of the tree itself.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod alignment;
mod backup;
mod boilerplate;
mod catalogue;
mod checks;
mod codes;
mod concordance;
mod concurrency;
mod crash;
mod desk;
mod desk_checks;
mod errors;
mod escapes;
mod exclusion;
mod flow;
mod help;
mod hints;
mod importing;
mod inbox;
mod keeping;
mod lessons;
mod locales;
mod memories;
mod memory;
mod names;
mod pairs;
mod programs;
mod publication;
mod purposes;
mod readers;
mod recutting;
mod segmentation;
mod sharing;
mod sheets;
mod spoiled;
mod stats;
mod status;
mod stored_text;
mod suggest;
mod terms;
mod tidy;
mod undo;
mod word;
#[cfg(feature = "web")]
mod workbench;
