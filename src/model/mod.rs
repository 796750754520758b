//! Plain data that every layer speaks: ids, languages, content, articles, revisions, decisions, status, messages. No I/O.

mod address;
mod article;
mod bitext;
mod content;
mod decision;
mod failure;
mod finding;
mod id;
mod language;
mod markup;
mod message;
mod operation;
mod revision;
pub mod status;
mod words;

pub use address::{Address, AddressError, NumberRange, ParagraphNumber, Slug, SlugError};
pub use article::{Block, BlockShape, KindGuess, ParagraphKind, SourceDocument};
pub use bitext::{Bitext, BitextComment, BitextLabels, BitextRow, Completeness, Layout, WriteOptions};
pub use content::{CodeElement, CodeId, CodePart, Content, ContentError, InlineCode, Piece};
pub use decision::{DecisionKind, FourEyes, ReasonCode, Role};
pub use failure::{Failure, FailureClass};
pub use finding::{CheckScope, Finding, Severity};
pub use id::{ArticleId, CommentId, DecisionId, OperationId, ParagraphId, RevisionId, TextHash};
pub use language::{Direction, Language, LanguageError};
pub use markup::{CodeFault, escape_marked, parse_marked};
pub use message::{Argument, Message};
pub use operation::OperationKind;
pub use revision::{Bead, BeadError, Origin, check_beads};
pub use status::{Standing, Status, StatusDecision};
