//! Proof that the file is sound and that every cache equals what the rows say.

use crate::model::{Bead, Complaint, OperationSeq, check_beads};
use std::collections::BTreeSet;

use rusqlite::named_params;

use super::content;
use super::error::StoreError;
use super::revisions::beads_from_json;
use super::state::{self, CachedHead, Moment};
use super::{ArticleKey, Snapshot};

impl Snapshot<'_> {
    /// Everything that is wrong with the desk; empty for a sound one.
    ///
    /// Reads the whole desk, and tells `progress` how many texts, revisions and articles of how many it has looked at.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn complaints(&self, progress: &mut dyn FnMut(usize, usize)) -> Result<Vec<Complaint>, StoreError> {
        let mut complaints = self.file_complaints()?;
        if complaints.contains(&Complaint::Unread) {
            return Ok(complaints);
        }
        let is_broken = !complaints.is_empty();
        match self.row_complaints(progress) {
            Ok(more) => complaints.extend(more),
            Err(error) if is_broken && error.is_damage() => complaints.push(Complaint::Unread),
            Err(error) => return Err(error),
        }
        Ok(complaints)
    }

    fn row_complaints(&self, progress: &mut dyn FnMut(usize, usize)) -> Result<Vec<Complaint>, StoreError> {
        let mut complaints = self.pointing_at_nothing()?;
        let mut statement = self.connection.prepare_cached("SELECT operation FROM reverted")?;
        let cached: BTreeSet<OperationSeq> =
            statement.query_map([], |row| Ok(OperationSeq(row.get(0)?)))?.collect::<Result<_, _>>()?;
        if cached != self.reverted_at(OperationSeq(i64::MAX))? {
            complaints.push(Complaint::Reversals);
        }
        let wrong = self.wrong_lessons()?;
        complaints.extend((wrong > 0).then_some(Complaint::Lessons { paragraphs: wrong }));
        let sql =
            "SELECT (SELECT count(*) FROM content) + (SELECT count(*) FROM revision) + (SELECT count(*) FROM article)";
        let total: u32 = self.connection.query_row(sql, [], |row| row.get(0))?;
        let mut done = 0;
        let mut step = || {
            done += 1;
            progress(done, total as usize);
        };
        complaints.extend(self.content_complaints(&mut step)?);
        complaints.extend(self.bead_complaints(&mut step)?);
        let mut statement = self.connection.prepare_cached("SELECT key, slug FROM article ORDER BY key")?;
        let articles: Vec<(i64, String)> =
            statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
        for (key, slug) in articles {
            if !self.cache_agrees(ArticleKey(key))? {
                complaints.push(Complaint::Cache { article: slug });
            }
            step();
        }
        Ok(complaints)
    }

    /// What SQLite itself finds wrong with the file; nothing in one that is whole.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn file_complaints(&self) -> Result<Vec<Complaint>, StoreError> {
        let mut statement = self.connection.prepare("PRAGMA integrity_check")?;
        let mut complaints = Vec::new();
        for line in statement.query_map([], |row| row.get::<_, String>(0))? {
            match line {
                Ok(line) if line == "ok" => {}
                Ok(line) => complaints.push(Complaint::Integrity(line)),
                // SQLite tells what it finds in the trees of the file, then stumbles over it where it reads the rows.
                Err(error) => match self.of_file(error) {
                    error if error.is_damage() && !complaints.is_empty() => complaints.push(Complaint::Unread),
                    error => return Err(error),
                },
            }
        }
        Ok(complaints)
    }

    fn pointing_at_nothing(&self) -> Result<Vec<Complaint>, StoreError> {
        let mut statement = self.connection.prepare("PRAGMA foreign_key_check")?;
        let tables: Vec<String> = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        Ok(tables.into_iter().map(|table| Complaint::ForeignKey { table }).collect())
    }

    /// Texts that were changed behind the desk's back.
    fn content_complaints(&self, step: &mut dyn FnMut()) -> Result<Vec<Complaint>, StoreError> {
        let mut statement = self.connection.prepare("SELECT hash, text, codes FROM content")?;
        let mut rows = statement.query([])?;
        let mut complaints = Vec::new();
        while let Some(row) = rows.next().map_err(|e| self.of_file(e))? {
            let text: String = row.get("text")?;
            let codes: Option<String> = row.get("codes")?;
            if content::hash(&text, codes.as_deref()).0 != row.get::<_, [u8; 32]>("hash")? {
                complaints.push(Complaint::Content { text: text.chars().take(40).collect() });
            }
            step();
        }
        Ok(complaints)
    }

    fn bead_complaints(&self, step: &mut dyn FnMut()) -> Result<Vec<Complaint>, StoreError> {
        let mut statement = self.connection.prepare(
            "SELECT a.slug, r.number, r.beads, s.text AS source, coalesce(t.text, '') AS target
             FROM revision r JOIN paragraph p ON p.key = r.paragraph JOIN article a ON a.key = p.article
             JOIN content s ON s.key = r.source LEFT JOIN content t ON t.key = r.target",
        )?;
        let mut rows = statement.query([])?;
        let mut complaints = Vec::new();
        while let Some(row) = rows.next().map_err(|e| self.of_file(e))? {
            let (beads, source, target): (String, String, String) =
                (row.get("beads")?, row.get("source")?, row.get("target")?);
            let covers = |beads: Vec<Bead>| check_beads(&beads, &source, &target).is_ok();
            if !beads_from_json(&beads).is_some_and(covers) {
                complaints.push(Complaint::Beads { article: row.get("slug")?, revision: row.get("number")? });
            }
            step();
        }
        Ok(complaints)
    }

    fn cache_agrees(&self, article: ArticleKey) -> Result<bool, StoreError> {
        let replayed = self.replay_article(article, &Moment::Now)?;
        let head: Option<(i64, String, bool)> = {
            let mut statement = self.connection.prepare_cached(
                "SELECT h.layout, h.title, h.slug = a.slug FROM article_head h JOIN article a ON a.key = h.article
                 WHERE h.article = :article",
            )?;
            let mut rows = statement.query(named_params! { ":article": article.0 })?;
            rows.next()?.map(|row| Ok::<_, rusqlite::Error>((row.get(0)?, row.get(1)?, row.get(2)?))).transpose()?
        };
        let mut statement =
            self.connection.prepare_cached("SELECT * FROM head WHERE article = :article ORDER BY paragraph")?;
        let cached: Vec<(i64, CachedHead)> = statement
            .query_map(named_params! { ":article": article.0 }, |row| {
                Ok((row.get("paragraph")?, CachedHead::read(row)?))
            })?
            .collect::<Result<_, _>>()?;
        let Some((wanted_layout, paragraphs)) = replayed else { return Ok(head.is_none() && cached.is_empty()) };
        let mut wanted: Vec<(i64, CachedHead)> =
            paragraphs.iter().map(|state| (state.key.0, CachedHead::of(state))).collect();
        wanted.sort_by_key(|(key, _)| *key);
        let title = state::title_of(&paragraphs);
        Ok(head == Some((wanted_layout, title, true)) && cached == wanted)
    }
}
