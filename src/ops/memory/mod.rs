//! The translation memory at work: what the desk's own revisions and other tools' memories bring in, and what is found in it.
//!
//! The memory is a view over the desk's own translated paragraphs and segments, and over the entries of memories from outside.
//! The tables are the store's, the engine is in `matching`; here both meet. Every write of the desk learns what it settled, in
//! its own transaction ([`learning`]).

mod concordance;
mod entries;
mod export;
mod import;
mod intake;
mod learning;
mod lookup;
mod making;
mod preparation;
mod proof;
mod provenance;
mod reader;
mod scratch;
mod search;
mod vocabulary;

pub use concordance::{
    Concordance, ConcordanceLine, ConcordanceRequest, Extent, Rendering, RenderingCount, SearchedSides, TextSide, Took,
    WordForms, concordance,
};
pub use entries::{MemoryEntry, add_entry, edit_entry, remove_entries, set_penalty};
pub use export::{TmxDestination, TmxExportReport, export_tmx};
pub use import::{TmxImport, TmxImportReport, import_tmx, memory_name_of};
pub(super) use learning::learn;
pub use learning::reindex;
pub use lookup::{LookUp, Memory, MemoryMatch, Surroundings};
pub(super) use proof::complaints;
pub use provenance::{Filters, Provenance};
pub use search::{TmOverview, TmSearch, TmSearchResult, tm_overview, tm_search};
