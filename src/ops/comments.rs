//! Comments on paragraphs: written, listed, resolved.

use super::desk::{Desk, find_article};
use super::error::OpsError;
use super::show::{address_of, select_one};
use super::translate::check_expected;
use crate::model::{Address, CommentId, OperationKind, ParagraphNumber, Written};
use crate::store::CommentRow;

/// A comment that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commented {
    /// Its global id.
    pub id: CommentId,
    /// Its number on the desk.
    pub number: i64,
    /// The paragraph.
    pub address: String,
}

/// Writes a comment on one paragraph.
///
/// # Errors
/// When the paragraph does not exist or the comment has no words; [`OpsError::Conflict`] when another revision is there than the
/// one that its writer is said to have seen.
pub fn comment(
    desk: &mut Desk,
    address: &Address,
    text: &str,
    expect: Option<u32>,
) -> Result<Written<Commented>, OpsError> {
    if text.trim().is_empty() {
        return Err(OpsError::EmptyComment);
    }
    desk.write(OperationKind::Comment, |writer| {
        let head = find_article(&writer.snapshot(), address.slug())?;
        let state = select_one(&writer.snapshot(), &head, address)?;
        check_expected(writer, &head, &state, expect)?;
        let (id, number) = writer.add_comment(state.key, state.revision.key, text)?;
        Ok(Commented { id, number, address: address_of(&head, &state) })
    })
}

/// A comment as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommentView {
    /// Its global id.
    pub id: CommentId,
    /// Its number on the desk.
    pub number: i64,
    /// The paragraph, or the article where the paragraph was removed.
    pub address: String,
    /// Number of the revision it was written on.
    pub revision: u32,
    /// Who wrote it.
    pub person: String,
    /// When (RFC 3339, UTC).
    pub at: String,
    /// What it says.
    pub text: String,
    /// Who resolved it.
    pub resolved_by: Option<String>,
}

impl From<CommentRow> for CommentView {
    fn from(row: CommentRow) -> Self {
        let address = row.paragraph.map_or_else(|| row.slug.to_string(), |number| format!("{}:{number}", row.slug));
        let CommentRow { id, number, revision, person, at, text, resolved, .. } = row;
        Self { id, number, address, revision, person, at, text, resolved_by: resolved.map(|(person, _)| person) }
    }
}

/// Which comments to list.
#[derive(Clone, Debug, Default)]
pub struct CommentFilter {
    /// Those on an article or some of its paragraphs; all when `None`.
    pub address: Option<Address>,
    /// Those that nobody has resolved.
    pub open_only: bool,
}

/// Lists comments, oldest first.
///
/// # Errors
/// When the article does not exist.
pub fn comments(desk: &Desk, filter: &CommentFilter) -> Result<Vec<CommentView>, OpsError> {
    let snapshot = desk.snapshot()?;
    let mut rows = match &filter.address {
        Some(address) => snapshot.comments_of(find_article(&snapshot, address.slug())?.key)?,
        None => snapshot.comments()?,
    };
    let covered = |row: &CommentRow| match (&filter.address, row.paragraph) {
        (None | Some(Address::Article(_)), _) => true,
        (Some(address), Some(number)) => address.covers(ParagraphNumber(number)),
        (Some(_), None) => false,
    };
    rows.retain(|row| covered(row) && !(filter.open_only && row.resolved.is_some()));
    Ok(rows.into_iter().map(CommentView::from).collect())
}

/// Resolves a comment, named by its number or its global id.
///
/// Returns the comment; nothing changes when it is resolved already.
///
/// # Errors
/// When there is no such comment.
pub fn resolve(desk: &mut Desk, wanted: &str) -> Result<Written<CommentView>, OpsError> {
    desk.write(OperationKind::Resolve, |writer| {
        let snapshot = writer.snapshot();
        let number = wanted.strip_prefix('#').unwrap_or(wanted).parse::<i64>();
        let found = match (number, wanted.parse::<CommentId>()) {
            (Ok(number), _) => snapshot.comment_by_number(number)?,
            (_, Ok(id)) => snapshot.comment_by_id(id)?,
            _ => None,
        };
        let comment = found.ok_or_else(|| OpsError::NoComment { wanted: wanted.to_owned() })?;
        if comment.resolved.is_none() {
            writer.add_resolution(&comment)?;
        }
        Ok(comment.into())
    })
}
