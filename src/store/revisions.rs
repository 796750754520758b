//! Revisions: the full states of a paragraph, in order, each at its own moment.

use rusqlite::{OptionalExtension, Row, named_params};
use uuid::Uuid;

use super::content::{self, ContentKey};
use super::error::StoreError;
use super::writer::Writer;
use super::{ParagraphKey, RevisionKey, Snapshot};
use crate::model::status::HashPair;
use crate::model::{
    Bead, Content, KindGuess, ListMark, OperationSeq, Origin, ParagraphKind, RevisionId, TextHash, check_beads,
};

/// What a paragraph is in its article.
#[derive(Clone, Debug, PartialEq)]
pub struct ParagraphForm {
    /// Its kind, and how sure that is.
    pub kind: KindGuess,
    /// The level of a heading (1 to 6), where the file gave one.
    pub heading_level: Option<u8>,
    /// The label that joins a note to its marks, where the file gave one.
    pub note_label: Option<String>,
    /// What the file set before it as an item of a list.
    pub list_mark: Option<ListMark>,
}

/// A stored revision.
#[derive(Clone, Debug, PartialEq)]
pub struct RevisionRow {
    /// Its key.
    pub key: RevisionKey,
    /// Its global id.
    pub id: RevisionId,
    /// The operation that wrote it.
    pub operation: OperationSeq,
    /// The paragraph.
    pub paragraph: ParagraphKey,
    /// Its number in the paragraph, from 1.
    pub number: u32,
    /// The revision it was made on.
    pub base: Option<RevisionKey>,
    /// What the paragraph is.
    pub form: ParagraphForm,
    /// The source.
    pub source: Content,
    /// Key of the source.
    pub source_key: ContentKey,
    /// The target, if there is one.
    pub target: Option<Content>,
    /// Key of the target.
    pub target_key: Option<ContentKey>,
    /// Key of the source that the target was written against.
    pub basis_key: ContentKey,
    /// Hash of that source.
    pub basis_hash: TextHash,
    /// Hashes of source and target; of no target all zeros.
    pub hashes: HashPair,
    /// Words of the source (UAX #29).
    pub source_words: u32,
    /// Words of the target.
    pub target_words: u32,
    /// Key under which repeated sources meet.
    pub repeat_key: Option<i64>,
    /// Key under which repeated targets meet.
    pub target_repeat_key: Option<i64>,
    /// The segments.
    pub beads: Vec<Bead>,
    /// Where the target came from.
    pub origin: Origin,
    /// Who wrote the target.
    pub translator: Option<String>,
    /// The score of the match that the target was taken from; only with [`Origin::Memory`].
    pub match_score: Option<u8>,
}

impl RevisionRow {
    /// The source of a segment, counted from 0, without the white space at its ends.
    #[must_use]
    pub fn segment_source(&self, index: usize) -> Option<&str> {
        let bead = self.beads.get(index)?;
        Some(self.source.text().get(bead.source.clone())?.trim())
    }
}

/// A revision to be written.
#[derive(Clone, Debug)]
pub struct NewRevision<'a> {
    /// The paragraph.
    pub paragraph: ParagraphKey,
    /// The revision it is made on; `None` for the first.
    pub base: Option<&'a RevisionRow>,
    /// What the paragraph is.
    pub form: &'a ParagraphForm,
    /// The source.
    pub source: ContentKey,
    /// The target, if there is one.
    pub target: Option<ContentKey>,
    /// The source that the target was written against.
    pub basis: ContentKey,
    /// The segments; they must cover both texts.
    pub beads: &'a [Bead],
    /// Where the target came from.
    pub origin: Origin,
    /// Who wrote the target.
    pub translator: Option<&'a str>,
    /// The score of the match that the target was taken from; there with [`Origin::Memory`], and only then.
    pub match_score: Option<u8>,
}

/// The columns of a revision `r` with its source `s`, target `t` and basis `b`, as [`read`] wants them.
macro_rules! revision_columns {
    () => {
        "r.key, r.id, r.operation, r.paragraph, r.number, r.base, r.kind, r.confidence, r.heading_level, r.note_label, r.list_mark, r.list_number, r.source, r.target,
         r.basis, r.beads, r.origin, r.translator, r.match_score,
         s.text AS source_text, s.codes AS source_codes, s.hash AS source_hash, s.words AS source_words, s.repeat_key,
         t.text AS target_text, t.codes AS target_codes, t.hash AS target_hash, t.words AS target_words, t.repeat_key AS target_repeat_key,
         b.hash AS basis_hash "
    };
}

/// The contents that belong to a revision `r`.
macro_rules! revision_contents {
    () => {
        " JOIN content s ON s.key = r.source JOIN content b ON b.key = r.basis LEFT JOIN content t ON t.key = r.target "
    };
}
pub(super) use {revision_columns, revision_contents};

impl<'a> NewRevision<'a> {
    /// A revision like `base` and made on it; what changes is put over it.
    #[must_use]
    pub fn on(base: &'a RevisionRow) -> Self {
        Self {
            paragraph: base.paragraph,
            base: Some(base),
            form: &base.form,
            source: base.source_key,
            target: base.target_key,
            basis: base.basis_key,
            beads: &base.beads,
            origin: base.origin,
            translator: base.translator.as_deref(),
            match_score: base.match_score,
        }
    }
}

macro_rules! revisions {
    ($rest:literal) => {
        concat!("SELECT ", revision_columns!(), "FROM revision r", revision_contents!(), $rest)
    };
}

pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<RevisionRow> {
    let kind: String = row.get("kind")?;
    let origin: String = row.get("origin")?;
    let beads: String = row.get("beads")?;
    let target_key: Option<i64> = row.get("target")?;
    let target = match target_key {
        Some(_) => Some(content::read(row, "target_text", "target_codes")?),
        None => None,
    };
    let target_hash: Option<[u8; 32]> = row.get("target_hash")?;
    Ok(RevisionRow {
        key: RevisionKey(row.get("key")?),
        id: RevisionId::from_bytes(row.get("id")?),
        operation: OperationSeq(row.get("operation")?),
        paragraph: ParagraphKey(row.get("paragraph")?),
        number: row.get("number")?,
        base: row.get::<_, Option<i64>>("base")?.map(RevisionKey),
        form: ParagraphForm {
            kind: KindGuess {
                kind: ParagraphKind::parse(&kind).ok_or(rusqlite::Error::InvalidQuery)?,
                confidence: row.get("confidence")?,
            },
            heading_level: row.get("heading_level")?,
            note_label: row.get("note_label")?,
            list_mark: read_list_mark(row)?,
        },
        source: content::read(row, "source_text", "source_codes")?,
        source_key: ContentKey(row.get("source")?),
        target,
        target_key: target_key.map(ContentKey),
        basis_key: ContentKey(row.get("basis")?),
        basis_hash: TextHash(row.get("basis_hash")?),
        hashes: HashPair {
            source: TextHash(row.get("source_hash")?),
            target: TextHash(target_hash.unwrap_or_default()),
        },
        source_words: row.get("source_words")?,
        target_words: row.get::<_, Option<u32>>("target_words")?.unwrap_or_default(),
        repeat_key: row.get("repeat_key")?,
        target_repeat_key: row.get("target_repeat_key")?,
        beads: beads_from_json(&beads).ok_or(rusqlite::Error::InvalidQuery)?,
        origin: Origin::parse(&origin).ok_or(rusqlite::Error::InvalidQuery)?,
        translator: row.get("translator")?,
        match_score: row.get("match_score")?,
    })
}

fn read_list_mark(row: &Row<'_>) -> rusqlite::Result<Option<ListMark>> {
    let (mark, number): (Option<String>, Option<u32>) = (row.get("list_mark")?, row.get("list_number")?);
    Ok(match (mark.as_deref(), number) {
        (None, _) => None,
        (Some("bullet"), _) => Some(ListMark::Bullet),
        (Some("continued"), _) => Some(ListMark::Continued),
        (Some("number"), Some(number)) => Some(ListMark::Number(number)),
        _ => return Err(rusqlite::Error::InvalidQuery),
    })
}

fn beads_to_json(beads: &[Bead]) -> String {
    let ends = beads.iter().map(|bead| {
        let ends = [bead.source.end, bead.target.end];
        ends.into_iter().chain(bead.confidence.map(usize::from)).collect()
    });
    serde_json::to_string(&ends.collect::<Vec<Vec<usize>>>()).expect("numbers always serialise")
}

pub(super) fn beads_from_json(json: &str) -> Option<Vec<Bead>> {
    let ends: Vec<Vec<usize>> = serde_json::from_str(json).ok()?;
    let mut at = [0, 0];
    let beads = ends.into_iter().map(|numbers| {
        let (source, target, confidence) = match *numbers.as_slice() {
            [source, target] => (source, target, None),
            [source, target, confidence] => (source, target, Some(u8::try_from(confidence).ok()?)),
            _ => return None,
        };
        let bead = Bead { source: at[0]..source, target: at[1]..target, confidence };
        at = [source, target];
        Some(bead)
    });
    beads.collect()
}

impl Snapshot<'_> {
    /// All revisions of a paragraph, oldest first, with whether each counts at present.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn revisions(&self, paragraph: ParagraphKey) -> Result<Vec<RevisionRow>, StoreError> {
        let sql = revisions!(
            "WHERE r.paragraph = :paragraph AND NOT EXISTS (SELECT 1 FROM reverted x WHERE x.operation = r.operation)
             ORDER BY r.number"
        );
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map(named_params! { ":paragraph": paragraph.0 }, read)?;
        rows.collect::<Result<_, _>>().map_err(|e| self.of_file(e))
    }

    /// One revision by its key.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn revision(&self, key: RevisionKey) -> Result<Option<RevisionRow>, StoreError> {
        let mut statement = self.connection.prepare_cached(revisions!("WHERE r.key = :key"))?;
        statement.query_row(named_params! { ":key": key.0 }, read).optional().map_err(|e| self.of_file(e))
    }

    /// The newest revision of a paragraph among those that `counts` lets through.
    pub(super) fn newest_revision(
        &self,
        paragraph: ParagraphKey,
        counts: impl Fn(OperationSeq) -> Result<bool, StoreError>,
    ) -> Result<Option<RevisionRow>, StoreError> {
        let sql = revisions!("WHERE r.paragraph = :paragraph ORDER BY r.number DESC");
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query(named_params! { ":paragraph": paragraph.0 })?;
        while let Some(row) = rows.next().map_err(|e| self.of_file(e))? {
            if counts(OperationSeq(row.get("operation")?))? {
                return Ok(Some(read(row)?));
            }
        }
        Ok(None)
    }

    /// The paragraphs that an operation touched with a revision, a decision, a mark or a comment, in no particular order.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn paragraphs_of_operation(&self, operation: OperationSeq) -> Result<Vec<ParagraphKey>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT paragraph FROM revision WHERE operation = :operation
             UNION SELECT paragraph FROM decision WHERE operation = :operation
             UNION SELECT paragraph FROM exclusion WHERE operation = :operation
             UNION SELECT paragraph FROM waiver WHERE operation = :operation
             UNION SELECT paragraph FROM block_use WHERE operation = :operation
             UNION SELECT paragraph FROM comment WHERE operation = :operation",
        )?;
        let rows = statement.query_map(named_params! { ":operation": operation.0 }, |r| Ok(ParagraphKey(r.get(0)?)))?;
        rows.collect::<Result<_, _>>().map_err(|e| self.of_file(e))
    }
}

impl Writer<'_> {
    /// Adds a revision and returns its key and number.
    ///
    /// # Errors
    /// [`StoreError::Row`] when the beads do not cover both texts; errors of the disk.
    pub fn add_revision(&mut self, new: &NewRevision<'_>) -> Result<(RevisionKey, u32), StoreError> {
        let target = new.target.map(|key| self.text_of(key)).transpose()?.unwrap_or_default();
        check_beads(new.beads, &self.text_of(new.source)?, &target).map_err(|e| StoreError::row("revision", e))?;
        let number: u32 = self
            .connection
            .prepare_cached("SELECT coalesce(max(number), 0) + 1 FROM revision WHERE paragraph = :paragraph")?
            .query_row(named_params! { ":paragraph": new.paragraph.0 }, |row| row.get(0))?;
        self.connection
            .prepare_cached(
                "INSERT INTO revision (id, operation, paragraph, number, base, kind, confidence, heading_level, note_label, list_mark,
                    list_number, source,
                    target, basis, beads, origin, translator, match_score)
                 VALUES (:id, :operation, :paragraph, :number, :base, :kind, :confidence, :heading_level, :note_label, :list_mark,
                    :list_number, :source,
                    :target, :basis, :beads, :origin, :translator, :match_score)",
            )?
            .execute(named_params! {
                ":id": Uuid::now_v7().as_bytes(),
                ":operation": self.operation.seq.0,
                ":paragraph": new.paragraph.0,
                ":number": number,
                ":base": new.base.map(|base| base.key.0),
                ":kind": new.form.kind.kind.as_str(),
                ":confidence": new.form.kind.confidence,
                ":heading_level": new.form.heading_level,
                ":note_label": new.form.note_label,
                ":list_mark": new.form.list_mark.map(ListMark::as_str),
                ":list_number": new.form.list_mark.and_then(ListMark::number),
                ":source": new.source.0,
                ":target": new.target.map(|target| target.0),
                ":basis": new.basis.0,
                ":beads": beads_to_json(new.beads),
                ":origin": new.origin.as_str(),
                ":translator": new.translator,
                ":match_score": new.match_score,
            })
            .map_err(|e| StoreError::of_file(e, self.path))?;
        let key = RevisionKey(self.connection.last_insert_rowid());
        self.touch(new.paragraph);
        Ok((key, number))
    }
}
