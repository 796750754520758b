//! Plain data that every layer speaks: ids, languages, content, articles, revisions, decisions, status, messages. No I/O.

mod address;
mod alignment;
mod article;
mod bitext;
mod complaint;
mod content;
mod decision;
mod difference;
mod exclusion;
mod failure;
mod finding;
mod id;
mod language;
mod lesson;
mod markup;
mod memory;
mod message;
mod operation;
mod profile;
mod purpose;
mod remark;
mod revision;
mod setting;
mod sheet;
pub mod status;
mod term;
mod waiting;
mod words;

pub use address::{Address, AddressError, NumberRange, ParagraphNumber, Slug, SlugError, gathered};
pub use alignment::{AlignedBead, PairRemark};
pub use article::{Block, BlockShape, Flattening, KindGuess, ListMark, ParagraphKind, SourceDocument, SourceSide};
pub use bitext::{
    Bitext, BitextComment, BitextLabels, BitextRow, Completeness, Layout, Notices, Watcher, WriteOptions,
};
pub use complaint::Complaint;
pub use content::{CodeElement, CodeId, CodePart, Content, ContentError, ForeignCode, InlineCode, Piece};
pub use decision::{DecisionKind, FourEyes, ReasonCode, Role};
pub use difference::{Change, CodeChanges, CodeSpan, ContentDiff, DiffOp, DiffPiece, Grain};
pub use exclusion::{ExclusionEffect, excluding_mark};
pub use failure::{Failure, FailureClass, Missing, NamedFinding, Obstacles};
pub use finding::{CheckScope, Finding, Severity};
pub use id::{ArticleId, BlockId, CommentId, ConceptId, DecisionId, OperationId, ParagraphId, RevisionId, TextHash};
pub use language::{Direction, Language, LanguageError};
pub use lesson::{LinkCount, WordCount};
pub use markup::{CodeFault, CodeToken, code_token, code_tokens, escape_marked, marks, parse_marked};
pub use memory::{ExchangeUnit, MatchKind, Stamp};
pub use message::{Argument, Message};
pub use operation::{Keep, OperationKind, OperationRef, OperationRow, OperationSeq, Written, in_tense};
pub use profile::{
    ArticleStyle, DashStyle, DateStyle, EraStyle, HeadingStyle, HonorificStyle, PercentStyle, Profile, QuoteStyle,
    SpellingStyle,
};
pub use purpose::{Purpose, PurposeEffect, Purposes};
pub use remark::Remark;
pub use revision::{Bead, BeadError, Origin, check_beads};
pub use setting::{PersonRow, Setting};
pub use sheet::{
    Column, Look, OperationMark, ReturnedRow, ReturnedSheet, RowFault, RowMark, Sheet, SheetComment, SheetRow,
    SheetWords, Stretch, plain,
};
pub use status::{Standing, Status, StatusDecision};
pub use term::{Concept, ConceptKind, ConceptRow, PartOfSpeech, Term, TermUse, Treatment};
pub use waiting::Waiting;
