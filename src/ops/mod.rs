//! Use cases: a request in, a report out. Prints nothing, reads no environment, knows neither clap nor Fluent.
//!
//! Each file is one thing that a person does at the desk. All of them start from a [`Desk`]: an open store, the person who
//! acts, and the words of the command for the operation log.

pub mod apply;
pub mod check;
pub mod comments;
mod desk;
mod error;
pub mod export;
pub mod files;
pub mod history;
pub mod import;
pub mod inbox;
pub mod operations;
pub mod progress;
mod rescue;
pub mod review;
pub mod segments;
pub mod settings;
pub mod show;
pub mod source_update;
pub mod template;
pub mod translate;

pub use desk::{Desk, DeskLocation, Risk};
pub use error::OpsError;

/// What the command line needs of the layers below, so that it need not know them.
pub mod prelude {
    pub use crate::diff::{Change, DiffOp, DiffPiece, Grain};
    pub use crate::qa::{CHECKS, Check};
    pub use crate::segmentation::sentences;
    pub use crate::store::{
        ArticleHead, CommentRow, Complaint, Keep, OperationRef, OperationRow, PersonRow, Setting, Waiting, Written,
    };
}
