//! What the desk's own revisions put into the memory: the units of every revision that was translated or better, and whether its
//! wording is the present one or was superseded. That is asked when it is looked up, so that undoing needs nothing undone here.

use rusqlite::{Row, named_params};

use super::UnitKey;
use super::units::{self, UnitRow};
use crate::model::{Bead, Content, Language, Slug, Status};
use crate::store::error::StoreError;
use crate::store::revisions::beads_from_json;
use crate::store::writer::Writer;
use crate::store::{ParagraphKey, RevisionKey, Snapshot, content};

/// A revision whose texts belong into the memory.
#[derive(Clone, Debug, PartialEq)]
pub struct SettledRevision {
    /// It.
    pub revision: RevisionKey,
    /// Its paragraph.
    pub paragraph: ParagraphKey,
    /// Its source.
    pub source: Content,
    /// Its target.
    pub target: Content,
    /// Its segments.
    pub beads: Vec<Bead>,
    /// The language of the source.
    pub source_language: Language,
    /// The language of the target.
    pub target_language: Language,
}

/// Which uses of a unit are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UseFilter {
    /// Those that are the present wording of their paragraph, translated or better.
    Current,
    /// Those that were it once.
    Superseded,
}

/// A place on the desk where a unit stands or stood.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnUse {
    /// The revision.
    pub revision: RevisionKey,
    /// Whether that is the newest of its paragraph.
    pub head: bool,
    /// The article.
    pub slug: Slug,
    /// The number of the paragraph; `None` when it was removed from the article.
    pub number: Option<u32>,
    /// The number of the segment from 1; `None` for the whole paragraph.
    pub segment: Option<u32>,
    /// The status of the paragraph at present.
    pub status: Status,
    /// Whether the paragraph says this at present.
    pub current: bool,
    /// Who wrote the target.
    pub translator: Option<String>,
    /// When the revision was written (RFC 3339, UTC).
    pub at: String,
}

macro_rules! uses {
    ($condition:literal) => {
        concat!(
            "SELECT o.revision, o.segment, r.translator, p.at, h.number, h.status, a.slug, h.revision = o.revision AS head,
                    h.revision = o.revision AND h.status IN ('translated', 'reviewed', 'final') AND NOT h.stale
                            AND h.number IS NOT NULL AS current
             FROM own_unit o JOIN revision r ON r.key = o.revision JOIN operation p ON p.seq = r.operation
             JOIN head h ON h.paragraph = o.paragraph JOIN article_head a ON a.article = h.article
             WHERE o.unit = :unit AND NOT EXISTS (SELECT 1 FROM reverted x WHERE x.operation = r.operation) AND ",
            $condition,
            " ORDER BY o.revision DESC, o.segment"
        )
    };
}

fn read(row: &Row<'_>) -> rusqlite::Result<OwnUse> {
    let parsed = |found: Option<Status>| found.ok_or(rusqlite::Error::InvalidQuery);
    let segment: u32 = row.get("segment")?;
    Ok(OwnUse {
        revision: RevisionKey(row.get("revision")?),
        head: row.get("head")?,
        slug: row.get::<_, String>("slug")?.parse().map_err(|_| rusqlite::Error::InvalidQuery)?,
        number: row.get("number")?,
        segment: (segment > 0).then_some(segment),
        status: parsed(Status::parse(&row.get::<_, String>("status")?))?,
        current: row.get("current")?,
        translator: row.get("translator")?,
        at: row.get("at")?,
    })
}

/// Every segment that stands on the desk at present, or the paragraph where none of its segments is a unit.
macro_rules! current_units {
    ($columns:literal, $rest:literal) => {
        concat!(
            "SELECT ", $columns, "
             FROM own_unit o JOIN head h ON h.paragraph = o.paragraph AND h.revision = o.revision
             JOIN article_head a ON a.article = h.article JOIN revision r ON r.key = o.revision
             JOIN operation p ON p.seq = r.operation JOIN unit u ON u.key = o.unit
             WHERE h.status IN ('translated', 'reviewed', 'final') AND NOT h.stale AND h.number IS NOT NULL
               AND (o.segment > 0 OR NOT EXISTS (SELECT 1 FROM own_unit s WHERE s.revision = o.revision AND s.segment > 0)) ",
            $rest
        )
    };
}

macro_rules! settled {
    ($rest:literal) => {
        concat!(
            "SELECT r.key, r.paragraph, r.beads, s.text AS source_text, s.codes AS source_codes, t.text AS target_text,
                    t.codes AS target_codes, a.source_language, a.target_language
             FROM revision r JOIN content s ON s.key = r.source JOIN content t ON t.key = r.target
             JOIN paragraph p ON p.key = r.paragraph JOIN article a ON a.key = p.article ",
            $rest
        )
    };
}

fn read_settled(row: &Row<'_>) -> rusqlite::Result<SettledRevision> {
    let beads: String = row.get("beads")?;
    let language = |name: &str| -> rusqlite::Result<Language> {
        row.get::<_, String>(name)?.parse().map_err(|_| rusqlite::Error::InvalidQuery)
    };
    Ok(SettledRevision {
        revision: RevisionKey(row.get("key")?),
        paragraph: ParagraphKey(row.get("paragraph")?),
        source: content::read(row, "source_text", "source_codes")?,
        target: content::read(row, "target_text", "target_codes")?,
        beads: beads_from_json(&beads).ok_or(rusqlite::Error::InvalidQuery)?,
        source_language: language("source_language")?,
        target_language: language("target_language")?,
    })
}

impl Snapshot<'_> {
    /// Where a unit stands on the desk, or once stood, the newest first, `many` at most.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn own_uses(&self, unit: UnitKey, filter: UseFilter, many: usize) -> Result<Vec<OwnUse>, StoreError> {
        let sql = match filter {
            UseFilter::Current => uses!("current"),
            // A wording that nobody stood by, or whose submission was undone, never was one. A later revision of the same texts
            // that has the unit too is the same wording, cut otherwise.
            UseFilter::Superseded => uses!(
                "NOT current AND (r.origin IN ('import', 'aligned') OR EXISTS (
                    SELECT 1 FROM decision d JOIN revision m ON m.key = d.revision
                    WHERE d.paragraph = o.paragraph AND d.revision <= o.revision AND m.source = r.source AND m.target = r.target
                        AND d.kind IN ('submit', 'approve', 'finalize')
                        AND NOT EXISTS (SELECT 1 FROM reverted x WHERE x.operation = d.operation)))
                 AND NOT EXISTS (
                    SELECT 1 FROM revision m CROSS JOIN own_unit n ON n.revision = m.key
                    WHERE m.paragraph = o.paragraph AND m.key > o.revision AND n.unit = o.unit
                        AND m.source = r.source AND m.target = r.target
                        AND NOT EXISTS (SELECT 1 FROM reverted x WHERE x.operation = m.operation))"
            ),
        };
        let mut statement = self.connection.prepare_cached(sql)?;
        // A limit as a parameter would have SQLite prepare the statement anew for each look-up.
        let rows = statement.query_map(named_params! { ":unit": unit.0 }, read)?.take(many);
        rows.collect::<Result<_, _>>().map_err(|e| self.of_file(e))
    }

    /// The units that the desk itself says at present, after one, by revision and segment; `many` at most. A paragraph whose
    /// segments are units is not told once more as a whole.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn current_own_units(
        &self,
        after: Option<(RevisionKey, u32)>,
        many: u32,
    ) -> Result<Vec<(OwnUse, UnitRow)>, StoreError> {
        let mut statement = self.connection.prepare_cached(current_units!(
            "o.revision, o.segment, r.translator, p.at, h.number, h.status, a.slug, 1 AS head, 1 AS current, u.key, u.source, u.source_codes, u.target, u.target_codes, u.source_language, u.target_language",
            "AND (o.revision, o.segment) > (:revision, :segment) ORDER BY o.revision, o.segment LIMIT :many"
        ))?;
        let (revision, segment) = after.map_or((0, 0), |(revision, segment)| (revision.0, segment));
        let params = named_params! { ":revision": revision, ":segment": segment, ":many": many };
        let rows = statement.query_map(params, |row| Ok((read(row)?, units::read(row, 9)?)))?;
        rows.collect::<Result<_, _>>().map_err(|e| self.of_file(e))
    }

    /// How many units the desk itself says at present.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn count_own_units(&self) -> Result<u32, StoreError> {
        let counted = self.connection.query_row(current_units!("count(*)", ""), [], |row| row.get(0));
        counted.map_err(|e| self.of_file(e))
    }

    /// The revisions after one that are, or by a decision on their texts were, translated or better; `many` at most.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn settled_after(&self, after: Option<RevisionKey>, many: u32) -> Result<Vec<SettledRevision>, StoreError> {
        let mut statement = self.connection.prepare_cached(settled!(
            "WHERE r.key > :after AND (
                EXISTS (SELECT 1 FROM decision d JOIN revision m ON m.key = d.revision
                        WHERE d.paragraph = r.paragraph AND d.revision <= r.key AND m.source = r.source AND m.target = r.target
                        AND d.kind IN ('submit', 'approve', 'finalize'))
                OR EXISTS (SELECT 1 FROM head h WHERE h.paragraph = r.paragraph AND h.revision = r.key
                        AND h.status IN ('translated', 'reviewed', 'final') AND NOT h.stale AND h.number IS NOT NULL))
             ORDER BY r.key LIMIT :many"
        ))?;
        let params = named_params! { ":after": after.map_or(0, |key| key.0), ":many": many };
        let rows = statement.query_map(params, read_settled)?;
        rows.collect::<Result<_, _>>().map_err(|e| self.of_file(e))
    }

    /// The heads that should be known to the memory and are not: how many. What has no words is not learnt.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn count_unlearnt(&self) -> Result<u32, StoreError> {
        let counted = self.connection.query_row(
            "SELECT count(*) FROM head h WHERE h.status IN ('translated', 'reviewed', 'final') AND NOT h.stale
                AND h.number IS NOT NULL AND h.source_words > 0 AND NOT EXISTS (SELECT 1 FROM own_unit o WHERE o.revision = h.revision)",
            [],
            |row| row.get(0),
        );
        counted.map_err(|e| self.of_file(e))
    }
}

impl Writer<'_> {
    /// Brings the caches up to date and gives the revisions that came to be the translated head of their paragraph and are not
    /// in the memory yet.
    ///
    /// # Errors
    /// As for [`Writer::refresh`].
    pub fn newly_settled(&mut self) -> Result<Vec<SettledRevision>, StoreError> {
        self.refresh()?;
        let mut settled = Vec::new();
        for revision in self.take_settled() {
            let known = self
                .connection
                .prepare_cached("SELECT 1 FROM own_unit WHERE revision = :revision")?
                .exists(named_params! { ":revision": revision })?;
            if known {
                continue;
            }
            let mut statement = self.connection.prepare_cached(settled!("WHERE r.key = :revision"))?;
            let row = statement.query_row(named_params! { ":revision": revision }, read_settled);
            settled.push(row.map_err(|e| StoreError::of_file(e, self.path))?);
        }
        Ok(settled)
    }

    /// Says that a revision, or a segment of it (from 1), is a unit of the memory.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn add_own_unit(
        &mut self,
        settled: &SettledRevision,
        segment: Option<u32>,
        unit: UnitKey,
    ) -> Result<(), StoreError> {
        self.connection
            .prepare_cached(
                "INSERT INTO own_unit (revision, segment, paragraph, unit)
                 VALUES (:revision, :segment, :paragraph, :unit)",
            )?
            .execute(named_params! {
                ":revision": settled.revision.0, ":segment": segment.unwrap_or(0), ":paragraph": settled.paragraph.0,
                ":unit": unit.0,
            })
            .map_err(|e| StoreError::of_file(e, self.path))?;
        Ok(())
    }
}
