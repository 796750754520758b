//! Comments on paragraphs: rows with ids of their own, never part of a text.

use rusqlite::{OptionalExtension, Row, named_params};
use uuid::Uuid;

use super::error::StoreError;
use super::writer::Writer;
use super::{ArticleKey, ParagraphKey, RevisionKey, Snapshot};
use crate::model::{CommentId, OperationSeq, Slug};

/// A comment, and whether somebody resolved it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommentRow {
    /// Its global id.
    pub id: CommentId,
    /// The operation that wrote it.
    pub operation: OperationSeq,
    /// Its number on this desk, which people type.
    pub number: i64,
    /// The article.
    pub slug: Slug,
    /// The paragraph's number; `None` when it was removed.
    pub paragraph: Option<u32>,
    /// Key of the paragraph.
    pub paragraph_key: ParagraphKey,
    /// Number of the revision it was written on.
    pub revision: u32,
    /// Who wrote it.
    pub person: String,
    /// When (RFC 3339, UTC).
    pub at: String,
    /// What it says.
    pub text: String,
    /// Who resolved it, and when.
    pub resolved: Option<(String, String)>,
    /// The operation in which that was.
    pub resolved_in: Option<OperationSeq>,
}

macro_rules! comments {
    ($rest:literal) => {
        concat!(
            "SELECT c.id, c.key, c.operation, a.slug, h.number AS place, c.paragraph, v.number AS revision, c.person, o.at, c.text,
                    ro.person AS resolver, ro.at AS resolved_at, r.operation AS resolved_in
             FROM comment c
             JOIN operation o ON o.seq = c.operation
             JOIN revision v ON v.key = c.revision
             JOIN head h ON h.paragraph = c.paragraph
             JOIN article_head a ON a.article = h.article
             LEFT JOIN resolution r ON r.comment = c.key
                AND NOT EXISTS (SELECT 1 FROM reverted x WHERE x.operation = r.operation)
             LEFT JOIN operation ro ON ro.seq = r.operation
             WHERE NOT EXISTS (SELECT 1 FROM reverted x WHERE x.operation = c.operation) ",
            $rest
        )
    };
}

fn read(row: &Row<'_>) -> rusqlite::Result<CommentRow> {
    let resolver: Option<String> = row.get("resolver")?;
    let resolved_at: Option<String> = row.get("resolved_at")?;
    Ok(CommentRow {
        id: CommentId::from_bytes(row.get("id")?),
        operation: OperationSeq(row.get("operation")?),
        number: row.get("key")?,
        slug: row.get::<_, String>("slug")?.parse().map_err(|_| rusqlite::Error::InvalidQuery)?,
        paragraph: row.get("place")?,
        paragraph_key: ParagraphKey(row.get("paragraph")?),
        revision: row.get("revision")?,
        person: row.get("person")?,
        at: row.get("at")?,
        text: row.get("text")?,
        resolved: resolver.zip(resolved_at),
        resolved_in: row.get::<_, Option<i64>>("resolved_in")?.map(OperationSeq),
    })
}

impl Snapshot<'_> {
    /// The comments on an article, oldest first.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn comments_of(&self, article: ArticleKey) -> Result<Vec<CommentRow>, StoreError> {
        let mut statement =
            self.connection.prepare_cached(comments!("AND h.article = :article GROUP BY c.key ORDER BY c.key"))?;
        let rows = statement.query_map(named_params! { ":article": article.0 }, read)?;
        rows.collect::<Result<_, _>>().map_err(|e| self.of_file(e))
    }

    /// All comments of the desk, oldest first.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn comments(&self) -> Result<Vec<CommentRow>, StoreError> {
        let mut statement = self.connection.prepare_cached(comments!("GROUP BY c.key ORDER BY c.key"))?;
        let rows = statement.query_map([], read)?;
        rows.collect::<Result<_, _>>().map_err(|e| self.of_file(e))
    }

    /// The comment with a number on this desk.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn comment_by_number(&self, number: i64) -> Result<Option<CommentRow>, StoreError> {
        let mut statement = self.connection.prepare_cached(comments!("AND c.key = :number LIMIT 1"))?;
        let found = statement.query_row(named_params! { ":number": number }, read).optional();
        found.map_err(|e| self.of_file(e))
    }

    /// The comment with a global id.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn comment_by_id(&self, id: CommentId) -> Result<Option<CommentRow>, StoreError> {
        let mut statement = self.connection.prepare_cached(comments!("AND c.id = :id LIMIT 1"))?;
        let found = statement.query_row(named_params! { ":id": id.as_bytes() }, read).optional();
        found.map_err(|e| self.of_file(e))
    }
}

impl Writer<'_> {
    /// Adds a comment and returns its id and number.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn add_comment(
        &mut self,
        paragraph: ParagraphKey,
        revision: RevisionKey,
        text: &str,
    ) -> Result<(CommentId, i64), StoreError> {
        let id = CommentId::new(Uuid::now_v7());
        self.connection
            .prepare_cached(
                "INSERT INTO comment (id, operation, paragraph, revision, person, text)
                 VALUES (:id, :operation, :paragraph, :revision, :person, :text)",
            )?
            .execute(named_params! {
                ":id": id.as_bytes(), ":operation": self.operation.seq.0, ":paragraph": paragraph.0,
                ":revision": revision.0, ":person": self.operation.person, ":text": text,
            })?;
        self.mark_changed();
        Ok((id, self.connection.last_insert_rowid()))
    }

    /// Marks a comment as resolved by the person of the operation.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn add_resolution(&mut self, comment: &CommentRow) -> Result<(), StoreError> {
        self.connection
            .prepare_cached("INSERT INTO resolution (operation, comment) VALUES (:operation, :comment)")?
            .execute(named_params! { ":operation": self.operation.seq.0, ":comment": comment.number })?;
        self.mark_changed();
        Ok(())
    }
}
