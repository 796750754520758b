//! How far articles have come, counted from rows: the list of articles, and the status of one.

use std::collections::BTreeMap;

use super::desk::{Desk, find_article};
use super::error::OpsError;
use super::show::select;
use crate::model::status::{Status, article_status};
use crate::model::{Address, Slug, TextHash};
use crate::store::{ArticleHead, ArticleKey, ProgressRow};

/// How far an article, or part of it, has come.
#[derive(Clone, Debug)]
pub struct Progress {
    /// The slug of the article.
    pub slug: Slug,
    /// Its title, that of the target where it has one.
    pub title: String,
    /// The lowest status of its paragraphs.
    pub status: Status,
    /// Paragraphs by status; stale ones count as drafts.
    pub paragraphs: BTreeMap<Status, u32>,
    /// Stale paragraphs.
    pub stale: u32,
    /// Paragraphs left out of the finished article; they count nowhere else.
    pub excluded: u32,
    /// Words of the source (UAX #29).
    pub source_words: u32,
    /// Words of the target.
    pub target_words: u32,
    /// The published version; not looked up for a list.
    pub published: Option<Published>,
}

/// The newest export of a whole article that was no draft.
#[derive(Clone, Debug)]
pub struct Published {
    /// When (RFC 3339, UTC).
    pub at: String,
    /// Who.
    pub person: String,
    /// Where it was written.
    pub path: String,
    /// BLAKE3 of its bytes.
    pub hash: TextHash,
    /// How many paragraphs differ from it now, or were moved.
    pub edits_behind: u32,
}

impl Progress {
    fn empty(head: ArticleHead) -> Self {
        let paragraphs = Status::ALL.iter().map(|status| (*status, 0)).collect();
        let status = Status::Untranslated;
        Self {
            slug: head.slug,
            title: head.title,
            status,
            paragraphs,
            stale: 0,
            excluded: 0,
            source_words: 0,
            target_words: 0,
            published: None,
        }
    }

    fn add(&mut self, status: Status, stale: bool, paragraphs: u32, words: (u32, u32)) {
        *self.paragraphs.entry(status).or_default() += paragraphs;
        self.stale += if stale { paragraphs } else { 0 };
        self.source_words += words.0;
        self.target_words += words.1;
    }

    fn conclude(&mut self) {
        self.status = article_status(self.paragraphs.iter().filter(|(_, n)| **n > 0).map(|(status, _)| *status));
    }

    /// How many paragraphs there are.
    #[must_use]
    pub fn total(&self) -> u32 {
        self.paragraphs.values().sum()
    }

    /// How many of them are reviewed or final.
    #[must_use]
    pub fn approved(&self) -> u32 {
        self.paragraphs.iter().filter(|(status, _)| status.is_approved()).map(|(_, n)| n).sum()
    }
}

/// Every article of the desk, by slug; only those of a status where one is given.
///
/// # Errors
/// Errors of the disk.
pub fn list(desk: &Desk, only: Option<Status>) -> Result<Vec<Progress>, OpsError> {
    let snapshot = desk.snapshot()?;
    let mut rows: BTreeMap<ArticleKey, Vec<ProgressRow>> = BTreeMap::new();
    for row in snapshot.progress_of_all()? {
        rows.entry(row.article).or_default().push(row);
    }
    let mut articles = Vec::new();
    for head in snapshot.articles()? {
        let own = rows.remove(&head.key).unwrap_or_default();
        let progress = from_rows(head, &own);
        if only.is_none_or(|status| status == progress.status) {
            articles.push(progress);
        }
    }
    Ok(articles)
}

fn from_rows(head: ArticleHead, rows: &[ProgressRow]) -> Progress {
    let mut progress = Progress::empty(head);
    for row in rows {
        progress.add(row.status, row.stale, row.paragraphs, (row.source_words, row.target_words));
        progress.excluded += row.excluded;
    }
    progress.conclude();
    progress
}

/// How far an article, or part of it, has come, and how far its published version is behind.
///
/// # Errors
/// When the article or a paragraph does not exist.
pub fn status(desk: &Desk, address: &Address) -> Result<Progress, OpsError> {
    let snapshot = desk.snapshot()?;
    let head = find_article(&snapshot, address.slug())?;
    let key = head.key;
    let mut progress = match address {
        Address::Article(_) => from_rows(head, &snapshot.progress(key)?),
        _ => {
            let states = select(&snapshot, &head, address)?;
            let mut progress = Progress::empty(head);
            for state in states {
                if state.exclusion.is_some() {
                    progress.excluded += 1;
                    continue;
                }
                let words = (state.revision.source_words, state.revision.target_words);
                progress.add(state.standing.status, state.standing.stale, 1, words);
            }
            progress.conclude();
            progress
        }
    };
    if let Some(export) = snapshot.published(key)? {
        let since = snapshot.changes_since(&export, key)?;
        let moved = u32::try_from(crate::diff::moved(&since.unaltered)).unwrap_or(u32::MAX);
        progress.published = Some(Published {
            edits_behind: since.altered.saturating_add(moved),
            at: export.at,
            person: export.person,
            path: export.path,
            hash: export.hash,
        });
    }
    Ok(progress)
}
