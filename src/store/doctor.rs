//! Proof that the file is sound and that every cache equals what the rows say.

use std::collections::BTreeSet;

use rusqlite::named_params;

use super::error::StoreError;
use super::state::{CachedHead, Moment};
use super::{ArticleKey, OperationSeq, Snapshot};

/// Something that is not as it must be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Complaint {
    /// SQLite's own check of the file.
    Integrity(String),
    /// A row that points at nothing.
    ForeignKey {
        /// The table of the row.
        table: String,
    },
    /// The cached state of an article differs from what its rows say.
    Cache {
        /// The slug of the article, or its key.
        article: String,
    },
    /// The cached set of undone operations differs from the log.
    Reversals,
}

impl Snapshot<'_> {
    /// Everything that is wrong with the desk; empty for a sound one.
    ///
    /// Reads the whole desk.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn complaints(&self) -> Result<Vec<Complaint>, StoreError> {
        let mut complaints = self.file_complaints()?;
        let mut statement = self.connection.prepare_cached("SELECT operation FROM reverted")?;
        let cached: BTreeSet<OperationSeq> =
            statement.query_map([], |row| Ok(OperationSeq(row.get(0)?)))?.collect::<Result<_, _>>()?;
        if cached != self.reverted_at(OperationSeq(i64::MAX))? {
            complaints.push(Complaint::Reversals);
        }
        let mut statement = self.connection.prepare_cached("SELECT key, slug FROM article ORDER BY key")?;
        let articles: Vec<(i64, String)> =
            statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
        for (key, slug) in articles {
            if !self.cache_agrees(ArticleKey(key))? {
                complaints.push(Complaint::Cache { article: slug });
            }
        }
        Ok(complaints)
    }

    fn file_complaints(&self) -> Result<Vec<Complaint>, StoreError> {
        let mut statement = self.connection.prepare("PRAGMA integrity_check")?;
        let lines: Vec<String> = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        let mut complaints: Vec<Complaint> =
            lines.into_iter().filter(|line| line != "ok").map(Complaint::Integrity).collect();
        let mut statement = self.connection.prepare("PRAGMA foreign_key_check")?;
        let tables: Vec<String> = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        complaints.extend(tables.into_iter().map(|table| Complaint::ForeignKey { table }));
        Ok(complaints)
    }

    fn cache_agrees(&self, article: ArticleKey) -> Result<bool, StoreError> {
        let replayed = self.replay_article(article, &Moment::Now)?;
        let layout: Option<i64> = {
            let mut statement =
                self.connection.prepare_cached("SELECT layout FROM article_head WHERE article = :article")?;
            let mut rows = statement.query(named_params! { ":article": article.0 })?;
            rows.next()?.map(|row| row.get(0)).transpose()?
        };
        let mut statement =
            self.connection.prepare_cached("SELECT * FROM head WHERE article = :article ORDER BY paragraph")?;
        let cached: Vec<(i64, CachedHead)> = statement
            .query_map(named_params! { ":article": article.0 }, |row| {
                Ok((row.get("paragraph")?, CachedHead::read(row)?))
            })?
            .collect::<Result<_, _>>()?;
        let Some((wanted_layout, paragraphs)) = replayed else { return Ok(layout.is_none() && cached.is_empty()) };
        let mut wanted: Vec<(i64, CachedHead)> = paragraphs
            .iter()
            .map(|state| (state.key.0, CachedHead::of(state.number, &state.revision, state.standing)))
            .collect();
        wanted.sort_by_key(|(key, _)| *key);
        Ok(layout == Some(wanted_layout) && cached == wanted)
    }
}
