//! One operation in one transaction: the only way rows come into a desk.

use std::collections::BTreeSet;
use std::path::Path;

use rusqlite::{Connection, named_params};
use uuid::Uuid;

use super::error::StoreError;
use super::memory::UnitInserts;
use super::{ArticleKey, CACHED, ParagraphKey, Snapshot};
use crate::model::{OperationId, OperationKind, OperationRow, OperationSeq};

/// Who does what: the head of an operation.
#[derive(Clone, Debug)]
pub struct Action<'a> {
    /// The person who acts.
    pub person: &'a str,
    /// What kind of action it is.
    pub kind: OperationKind,
    /// The words of the command.
    pub command: &'a [String],
}

/// One of the transactions in which a long operation is written. What each of them brought is there for every reader; that
/// there is more to come, or that it never came, the operation itself tells ([`OperationRow::complete`]).
#[derive(Clone, Copy, Debug)]
pub enum Part<'a> {
    /// The first, which begins the operation.
    First(&'a Action<'a>),
    /// A later one.
    Next(OperationSeq),
    /// The last, after which the operation is complete.
    Last(OperationSeq),
}

/// Adds rows to a desk, all of one operation.
#[derive(Debug)]
pub struct Writer<'t> {
    pub(super) connection: &'t Connection,
    pub(super) path: &'t Path,
    pub(super) operation: OperationRow,
    changed: bool,
    /// Paragraphs whose cached state is to be computed again before the end.
    touched: BTreeSet<ParagraphKey>,
    /// Articles whose layout or existence changed.
    rearranged: BTreeSet<ArticleKey>,
    /// The keys of revisions that were found to be heads, translated or better.
    settled: Vec<i64>,
    /// Whether the file is read through the cache meanwhile.
    expects_much: bool,
    pub(super) unit_inserts: UnitInserts<'t>,
}

impl<'t> Writer<'t> {
    /// Begins an operation; one that is `complete` needs no other transaction than this.
    pub(super) fn begin(
        connection: &'t Connection,
        path: &'t Path,
        action: &Action<'_>,
        complete: bool,
    ) -> Result<Self, StoreError> {
        let id = OperationId::new(Uuid::now_v7());
        let now = jiff::Timestamp::now();
        let at = now.round(jiff::Unit::Millisecond).unwrap_or(now);
        let command = serde_json::to_string(action.command).map_err(|e| StoreError::row("operation", e))?;
        let mut operation = OperationRow {
            seq: OperationSeq(0),
            id,
            at: at.to_string(),
            person: action.person.to_owned(),
            kind: action.kind,
            command: action.command.to_vec(),
            counts: true,
            complete,
        };
        connection.prepare_cached(
            "INSERT INTO operation (id, at, person, kind, command, parted)
             VALUES (:id, :at, :person, :kind, :command, :parted)",
        )?
        .execute(named_params! {
            ":id": id.as_bytes(), ":at": operation.at, ":person": operation.person, ":kind": action.kind.as_str(), ":command": command,
            ":parted": !complete,
        })
        .map_err(|e| StoreError::of_file(e, path))?;
        operation.seq = OperationSeq(connection.last_insert_rowid());
        Ok(Self {
            connection,
            path,
            operation,
            changed: false,
            touched: BTreeSet::new(),
            rearranged: BTreeSet::new(),
            settled: Vec::new(),
            expects_much: false,
            unit_inserts: UnitInserts::default(),
        })
    }

    /// Goes on with an operation that is written in parts, unless somebody undid it meanwhile.
    pub(super) fn resume(connection: &'t Connection, path: &'t Path, seq: OperationSeq) -> Result<Self, StoreError> {
        let found = Snapshot { connection, path, owns_transaction: false }.operation_at(seq.0)?;
        let operation = found.filter(|operation| operation.counts && !operation.complete);
        let operation = operation.ok_or(StoreError::TakenBack { operation: seq.0 })?;
        Ok(Self {
            connection,
            path,
            operation,
            changed: false,
            touched: BTreeSet::new(),
            rearranged: BTreeSet::new(),
            settled: Vec::new(),
            expects_much: false,
            unit_inserts: UnitInserts::default(),
        })
    }

    /// Tells that nothing more comes under this operation.
    pub(super) fn complete(&mut self) -> Result<(), StoreError> {
        self.connection
            .prepare_cached("INSERT INTO completion (operation) VALUES (:operation)")?
            .execute(named_params! { ":operation": self.operation.seq.0 })
            .map_err(|e| StoreError::of_file(e, self.path))?;
        self.operation.complete = true;
        self.mark_changed();
        Ok(())
    }

    /// To be called before very many rows are written. SQLite looks for a page in the log before it takes it from the mapping, and
    /// not before it takes it from its cache; a long log makes that the greater part of a look at a row.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn expect_much(&mut self) -> Result<(), StoreError> {
        self.expects_much = true;
        self.connection.execute_batch(CACHED).map_err(|e| StoreError::of_file(e, self.path))
    }

    pub(super) const fn expects_much(&self) -> bool {
        self.expects_much
    }

    /// The file of the desk.
    #[must_use]
    pub const fn file(&self) -> &'t Path {
        self.path
    }

    /// What is being written, read as it is at this moment.
    #[must_use]
    pub fn snapshot(&self) -> Snapshot<'t> {
        Snapshot { connection: self.connection, path: self.path, owns_transaction: false }
    }

    /// The operation that everything written belongs to.
    #[must_use]
    pub const fn operation(&self) -> &OperationRow {
        &self.operation
    }

    pub(super) const fn mark_changed(&mut self) {
        self.changed = true;
    }

    pub(super) fn touch(&mut self, paragraph: ParagraphKey) {
        self.changed = true;
        self.touched.insert(paragraph);
    }

    pub(super) fn note_settled(&mut self, revision: i64) {
        self.settled.push(revision);
    }

    pub(super) fn take_settled(&mut self) -> Vec<i64> {
        let mut settled = std::mem::take(&mut self.settled);
        settled.sort_unstable();
        settled.dedup();
        settled
    }

    pub(super) fn rearrange(&mut self, article: ArticleKey) {
        self.changed = true;
        self.rearranged.insert(article);
    }

    /// Runs `work` so that nothing of it stays when it fails, while the rest of the operation goes on.
    ///
    /// # Errors
    /// Those of `work`; errors of the disk.
    pub fn attempt<T, E: From<StoreError>>(&mut self, work: impl FnOnce(&mut Self) -> Result<T, E>) -> Result<T, E> {
        let of_file = |e| StoreError::of_file(e, self.path);
        self.connection.execute_batch("SAVEPOINT attempt").map_err(of_file)?;
        let before = (self.changed, self.touched.clone(), self.rearranged.clone(), self.settled.len());
        let result = work(self);
        let end = if result.is_ok() { "RELEASE attempt" } else { "ROLLBACK TO attempt; RELEASE attempt" };
        self.connection.execute_batch(end).map_err(|e| StoreError::of_file(e, self.path))?;
        if result.is_err() {
            let settled;
            (self.changed, self.touched, self.rearranged, settled) = before;
            self.settled.truncate(settled);
        }
        result
    }

    /// Brings the caches up to date, so that a later read in the same operation sees what was written.
    ///
    /// # Errors
    /// [`StoreError::SlugTaken`] when two articles would have one slug.
    pub fn refresh(&mut self) -> Result<(), StoreError> {
        let rearranged = std::mem::take(&mut self.rearranged);
        // All slugs are free before any is taken: one article may come back under the slug that another gives up.
        for article in &rearranged {
            self.drop_heads(*article)?;
        }
        for article in rearranged {
            self.insert_heads(article)?;
        }
        for paragraph in std::mem::take(&mut self.touched) {
            self.refresh_paragraph(paragraph)?;
        }
        Ok(())
    }

    /// Returns the operation, or `None` when nothing was written under it.
    pub(super) fn finish(&mut self) -> Result<Option<OperationRow>, StoreError> {
        self.refresh()?;
        Ok(self.changed.then(|| self.operation.clone()))
    }
}
