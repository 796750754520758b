//! The round trip of a review: an article goes out as a table in Word, and what a reviewer did in it comes back as the changes that
//! `apply` makes, all in one operation.

mod decision;
mod earlier;
mod export;
mod identity;
mod import;
mod report;
mod said;
mod shown;
mod sources;
#[cfg(test)]
mod tests;
mod wording;

pub use export::{SheetMade, SheetRequest, export_sheet};
pub use import::{ReturnRequest, import_sheet};
pub use report::{RowComment, RowReport, SheetReport};
pub use wording::Untaken;
