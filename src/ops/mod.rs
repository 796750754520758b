//! Use cases: a request in, a report out. Prints nothing, reads no environment, knows neither clap nor Fluent.
//!
//! Each file is one thing that a person does at the desk. All of them start from a [`Desk`]: an open store, the person who
//! acts, and the words of the command for the operation log.

pub mod alignment;
pub mod apply;
pub mod backup;
pub mod boilerplate;
pub mod cautions;
mod change_line;
pub mod check;
pub mod comments;
pub mod concepts;
mod desk;
mod error;
pub mod examination;
pub mod exclusion;
pub mod export;
pub mod extraction;
mod failure;
pub mod files;
pub mod history;
pub mod import;
pub mod inbox;
pub mod lessons;
pub mod leverage;
pub mod lexicon;
pub mod memory;
pub mod names;
pub mod operations;
pub mod permission;
pub mod pretranslation;
pub mod progress;
pub mod proposal;
pub mod purpose;
pub mod realignment;
mod rescue;
pub mod review;
pub mod same_wording;
pub mod segments;
pub mod settings;
pub mod sheet;
pub mod show;
pub mod source_update;
pub mod suggestion;
pub mod template;
pub mod terms;
pub mod translate;
pub mod unification;
pub mod waiver;

pub use desk::{Desk, DeskLocation, Risk};
pub use error::OpsError;
pub use failure::reason;
