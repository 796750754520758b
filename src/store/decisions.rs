//! Decisions: who approved, sent back or cleared which revision, why, and whether it was their own text.

use rusqlite::{Row, named_params};
use uuid::Uuid;

use super::error::StoreError;
use super::writer::Writer;
use super::{DecisionKey, ParagraphKey, RevisionKey, Snapshot};
use crate::model::status::HashPair;
use crate::model::{DecisionId, DecisionKind, OperationSeq, ReasonCode, Role, StatusDecision, TextHash};

/// A stored decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionRow {
    /// Its key.
    pub key: DecisionKey,
    /// Its global id.
    pub id: DecisionId,
    /// The operation that wrote it.
    pub operation: OperationSeq,
    /// When that was (RFC 3339, UTC).
    pub at: String,
    /// The revision that was decided on.
    pub revision: RevisionKey,
    /// That revision's number in the paragraph.
    pub revision_number: u32,
    /// What was decided.
    pub kind: DecisionKind,
    /// Who decided.
    pub person: String,
    /// In which role, where the desk has given roles.
    pub role: Option<Role>,
    /// Why it was sent back.
    pub reason: Option<ReasonCode>,
    /// What else was said.
    pub note: Option<String>,
    /// Whether the person decided on a text of their own.
    pub own_text: bool,
    /// The decision that a policy carried over a cosmetic change of the source.
    pub carried_from: Option<DecisionKey>,
    /// The texts it is bound to.
    pub bound_to: HashPair,
}

impl DecisionRow {
    /// What status needs to know of it.
    #[must_use]
    pub const fn for_status(&self) -> StatusDecision {
        StatusDecision { kind: self.kind, bound_to: self.bound_to }
    }
}

/// A decision to be written.
#[derive(Clone, Debug)]
pub struct NewDecision<'a> {
    /// The paragraph.
    pub paragraph: ParagraphKey,
    /// The revision decided on.
    pub revision: RevisionKey,
    /// What is decided.
    pub kind: DecisionKind,
    /// Who decides; usually the person of the operation.
    pub person: &'a str,
    /// In which role.
    pub role: Option<Role>,
    /// Why it is sent back.
    pub reason: Option<ReasonCode>,
    /// What else is said.
    pub note: Option<&'a str>,
    /// Whether the person decides on a text of their own.
    pub own_text: bool,
    /// The decision carried over.
    pub carried_from: Option<DecisionKey>,
}

fn read(row: &Row<'_>) -> rusqlite::Result<DecisionRow> {
    let kind: String = row.get("kind")?;
    let role: Option<String> = row.get("role")?;
    let reason: Option<String> = row.get("reason")?;
    let target: Option<[u8; 32]> = row.get("target_hash")?;
    Ok(DecisionRow {
        key: DecisionKey(row.get("key")?),
        id: DecisionId::from_bytes(row.get("id")?),
        operation: OperationSeq(row.get("operation")?),
        at: row.get("at")?,
        revision: RevisionKey(row.get("revision")?),
        revision_number: row.get("revision_number")?,
        kind: DecisionKind::parse(&kind).ok_or(rusqlite::Error::InvalidQuery)?,
        person: row.get("person")?,
        role: role.as_deref().and_then(Role::parse),
        reason: reason.as_deref().and_then(ReasonCode::parse),
        note: row.get("note")?,
        own_text: row.get("self")?,
        carried_from: row.get::<_, Option<i64>>("carried_from")?.map(DecisionKey),
        bound_to: HashPair { source: TextHash(row.get("source_hash")?), target: TextHash(target.unwrap_or_default()) },
    })
}

impl Snapshot<'_> {
    /// The decisions on a paragraph that count at present, oldest first.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn decisions(&self, paragraph: ParagraphKey) -> Result<Vec<DecisionRow>, StoreError> {
        self.decisions_where(paragraph, |operation| self.counts_now(operation))
    }

    /// The decisions that were taken in an operation, each kind once, with the role in which; those carried over from earlier
    /// ones are not taken in it.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn decisions_taken_in(&self, operation: OperationSeq) -> Result<Vec<(DecisionKind, Option<Role>)>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT DISTINCT kind, role FROM decision WHERE operation = :operation AND carried_from IS NULL ORDER BY kind, role",
        )?;
        let rows = statement.query_map(named_params! { ":operation": operation.0 }, |row| {
            let (kind, role): (String, Option<String>) = (row.get("kind")?, row.get("role")?);
            let kind = DecisionKind::parse(&kind).ok_or(rusqlite::Error::InvalidQuery)?;
            Ok((kind, role.as_deref().and_then(Role::parse)))
        })?;
        rows.collect::<Result<_, _>>().map_err(|e| self.of_file(e))
    }

    pub(super) fn decisions_where(
        &self,
        paragraph: ParagraphKey,
        counts: impl Fn(OperationSeq) -> Result<bool, StoreError>,
    ) -> Result<Vec<DecisionRow>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT d.key, d.id, d.operation, o.at, d.revision, r.number AS revision_number, d.kind, d.person, d.role, d.reason,
                    d.note, d.self, d.carried_from, s.hash AS source_hash, t.hash AS target_hash
             FROM decision d
             JOIN operation o ON o.seq = d.operation
             JOIN revision r ON r.key = d.revision
             JOIN content s ON s.key = r.source
             LEFT JOIN content t ON t.key = r.target
             WHERE d.paragraph = :paragraph ORDER BY d.key",
        )?;
        let mut decisions = Vec::new();
        let mut rows = statement.query(named_params! { ":paragraph": paragraph.0 })?;
        while let Some(row) = rows.next().map_err(|e| self.of_file(e))? {
            if counts(OperationSeq(row.get("operation")?))? {
                decisions.push(read(row)?);
            }
        }
        Ok(decisions)
    }
}

impl Writer<'_> {
    /// Adds a decision.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn add_decision(&mut self, new: &NewDecision<'_>) -> Result<DecisionKey, StoreError> {
        self.connection
            .prepare_cached(
                "INSERT INTO decision (id, operation, paragraph, revision, kind, person, role, reason, note, self, carried_from)
                 VALUES (:id, :operation, :paragraph, :revision, :kind, :person, :role, :reason, :note, :self, :carried_from)",
            )?
            .execute(named_params! {
                ":id": Uuid::now_v7().as_bytes(),
                ":operation": self.operation.seq.0,
                ":paragraph": new.paragraph.0,
                ":revision": new.revision.0,
                ":kind": new.kind.as_str(),
                ":person": new.person,
                ":role": new.role.map(Role::as_str),
                ":reason": new.reason.map(ReasonCode::as_str),
                ":note": new.note,
                ":self": new.own_text,
                ":carried_from": new.carried_from.map(|d| d.0),
            })
            .map_err(|e| StoreError::of_file(e, self.path))?;
        self.touch(new.paragraph);
        Ok(DecisionKey(self.connection.last_insert_rowid()))
    }
}
