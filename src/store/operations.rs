//! The operation log: who did what and when, which operations count at present, and taking them back.
//!
//! Undoing never deletes. A row in `reversal` says that from now on its target does not count, or counts again; the last such
//! row decides.

use crate::model::{OperationId, OperationKind, OperationRef, OperationRow, OperationSeq};
use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{OptionalExtension, Row, named_params};

use super::error::StoreError;
use super::writer::Writer;
use super::{ArticleKey, Snapshot};

macro_rules! operations {
    ($rest:literal) => {
        concat!(
            "SELECT seq, id, at, person, kind, command,
             NOT EXISTS (SELECT 1 FROM reverted WHERE reverted.operation = seq) AS counts,
             NOT parted OR EXISTS (SELECT 1 FROM completion WHERE completion.operation = seq) AS complete FROM operation ",
            $rest
        )
    };
}

fn read(row: &Row<'_>) -> rusqlite::Result<OperationRow> {
    let kind: String = row.get("kind")?;
    let command: String = row.get("command")?;
    Ok(OperationRow {
        seq: OperationSeq(row.get("seq")?),
        id: OperationId::from_bytes(row.get("id")?),
        at: row.get("at")?,
        person: row.get("person")?,
        kind: OperationKind::parse(&kind).ok_or(rusqlite::Error::InvalidQuery)?,
        command: serde_json::from_str(&command).unwrap_or_default(),
        counts: row.get("counts")?,
        complete: row.get("complete")?,
    })
}

impl Snapshot<'_> {
    /// The newest operations first, at most `limit`.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn operations(&self, limit: usize) -> Result<Vec<OperationRow>, StoreError> {
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let mut statement = self.connection.prepare_cached(operations!("ORDER BY seq DESC LIMIT :limit"))?;
        let rows = statement.query_map(named_params! { ":limit": limit }, read)?;
        rows.collect::<Result<_, _>>().map_err(|e| self.of_file(e))
    }

    /// The operation that a person named; `None` when there is none, or the end of an id fits several.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn operation(&self, wanted: &OperationRef) -> Result<Option<OperationRow>, StoreError> {
        match wanted {
            OperationRef::Seq(seq) => self.operation_at(*seq),
            OperationRef::Id(text) => {
                if let Ok(id) = text.parse::<OperationId>() {
                    let sql = operations!("WHERE id = :id");
                    let mut statement = self.connection.prepare_cached(sql)?;
                    return statement
                        .query_row(named_params! { ":id": id.as_bytes() }, read)
                        .optional()
                        .map_err(|e| self.of_file(e));
                }
                let hex: String = text.chars().filter(|c| *c != '-').collect();
                if hex.len() < 4 || !hex.chars().all(|c| c.is_ascii_hexdigit()) {
                    return Ok(None);
                }
                let sql = operations!("WHERE substr(lower(hex(id)), -length(:tail)) = :tail LIMIT 2");
                let mut statement = self.connection.prepare_cached(sql)?;
                let found: Vec<_> =
                    statement.query_map(named_params! { ":tail": hex }, read)?.collect::<Result<_, _>>()?;
                Ok(if found.len() == 1 { found.into_iter().next() } else { None })
            }
        }
    }

    /// The operations that count and of which only a part is written: one is at it still, or it was broken off.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn incomplete_operations(&self) -> Result<Vec<OperationRow>, StoreError> {
        let sql = operations!(
            "WHERE parted AND NOT EXISTS (SELECT 1 FROM completion WHERE completion.operation = seq)
             AND NOT EXISTS (SELECT 1 FROM reverted WHERE reverted.operation = seq) ORDER BY seq"
        );
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([], read)?;
        rows.collect::<Result<_, _>>().map_err(|e| self.of_file(e))
    }

    pub(super) fn operation_at(&self, seq: i64) -> Result<Option<OperationRow>, StoreError> {
        let sql = operations!("WHERE seq = :seq");
        let mut statement = self.connection.prepare_cached(sql)?;
        statement.query_row(named_params! { ":seq": seq }, read).optional().map_err(|e| self.of_file(e))
    }

    /// The newest operation of a person that counts and can be undone.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn operation_to_undo(&self, person: &str) -> Result<Option<OperationRow>, StoreError> {
        self.newest_first(|operation| {
            let own = operation.person == person && operation.counts && operation.kind.can_be_undone();
            Ok(own.then(|| operation.clone()))
        })
    }

    /// The operation that a `redo` by a person in the place `here` does again: the one that this person undid last, unless it
    /// was done again since, or the person did something new.
    ///
    /// Whether operations count does not tell it alone: a restore done again makes others count no more, which nobody undid.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn operation_to_redo(&self, person: &str, here: OperationSeq) -> Result<Option<OperationRow>, StoreError> {
        let mut redone = Vec::new();
        let found = self.newest_first(|operation| {
            if operation.seq >= here || operation.person != person {
                return Ok(None);
            }
            let target = match operation.kind {
                OperationKind::Undo | OperationKind::Redo => self.target_of(operation.seq)?,
                kind => return Ok(kind.can_be_undone().then_some(None)),
            };
            let Some(target) = target else { return Ok(None) };
            let paired = redone.iter().position(|seq| *seq == target.seq);
            match (operation.kind, paired) {
                (OperationKind::Redo, _) => redone.push(target.seq),
                (_, Some(index)) => drop(redone.swap_remove(index)),
                // Somebody else may have done it again, or undone it once more.
                (_, None) if self.undone_by(target.seq)?.is_some_and(|undo| undo.seq == operation.seq) => {
                    return Ok(Some(Some(target)));
                }
                (_, None) => {}
            }
            Ok(None)
        })?;
        Ok(found.flatten())
    }

    /// What an undo or redo aimed at.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn target_of(&self, reversal: OperationSeq) -> Result<Option<OperationRow>, StoreError> {
        // What an undone restore had itself taken back is older than the restore.
        let newest = self.reversals_of(reversal)?.into_iter().next();
        newest.map_or(Ok(None), |(target, _)| self.operation_at(target.0))
    }

    /// The operation by which another one counts no more: an undo, or a restore; `None` when it counts.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn undone_by(&self, operation: OperationSeq) -> Result<Option<OperationRow>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT operation, effect FROM reversal WHERE target = :target ORDER BY operation DESC LIMIT 1",
        )?;
        let last = statement.query_row(named_params! { ":target": operation.0 }, |row| {
            Ok((row.get::<_, i64>("operation")?, Effect::read(row)?))
        });
        match last.optional().map_err(|e| self.of_file(e))? {
            Some((seq, Effect::Revert)) => self.operation_at(seq),
            Some((_, Effect::Reinstate)) | None => Ok(None),
        }
    }

    /// Walks the log from its newest end until `pick` finds something.
    fn newest_first<T>(
        &self,
        mut pick: impl FnMut(&OperationRow) -> Result<Option<T>, StoreError>,
    ) -> Result<Option<T>, StoreError> {
        let sql = operations!("ORDER BY seq DESC");
        let mut statement = self.connection.prepare_cached(sql)?;
        for operation in statement.query_map([], read)? {
            if let Some(found) = pick(&operation.map_err(|e| self.of_file(e))?)? {
                return Ok(Some(found));
            }
        }
        Ok(None)
    }

    pub(super) fn reversals_of(&self, operation: OperationSeq) -> Result<Vec<(OperationSeq, Effect)>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT target, effect FROM reversal WHERE operation = :operation ORDER BY target DESC")?;
        let rows = statement.query_map(named_params! { ":operation": operation.0 }, |row| {
            Ok((OperationSeq(row.get("target")?), Effect::read(row)?))
        })?;
        rows.collect::<Result<_, _>>().map_err(|e| self.of_file(e))
    }

    /// The operations that did not count at the moment after `at`.
    pub(super) fn reverted_at(&self, at: OperationSeq) -> Result<BTreeSet<OperationSeq>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT target, effect FROM reversal WHERE operation <= :at ORDER BY operation")?;
        let mut last: BTreeMap<OperationSeq, Effect> = BTreeMap::new();
        let mut rows = statement.query(named_params! { ":at": at.0 })?;
        while let Some(row) = rows.next()? {
            last.insert(OperationSeq(row.get("target")?), Effect::read(row)?);
        }
        Ok(last.into_iter().filter(|(_, effect)| *effect == Effect::Revert).map(|(seq, _)| seq).collect())
    }

    /// The operations after `operation` that count and touch something that it touched, oldest first: a paragraph, the order of
    /// an article's paragraphs, what was said of a paragraph that it brought in, a comment, a setting, a person's roles, a
    /// concept, a block, an entry or the penalty of a memory. They stand on it.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn operations_standing_on(&self, operation: OperationSeq) -> Result<Vec<OperationRow>, StoreError> {
        let mut standing = BTreeSet::new();
        // What a restore took back or brought again is what it touched.
        let targets = self.reversals_of(operation)?.into_iter().map(|(target, _)| target);
        for touched in targets.chain([operation]) {
            let mut statement = self.connection.prepare_cached(
                "WITH own (paragraph) AS (
                    SELECT paragraph FROM revision WHERE operation = :touched
                    UNION SELECT paragraph FROM decision WHERE operation = :touched
                    UNION SELECT paragraph FROM exclusion WHERE operation = :touched)
                 SELECT r.operation FROM own JOIN revision r ON r.paragraph = own.paragraph WHERE r.operation > :operation
                 UNION SELECT d.operation FROM own JOIN decision d ON d.paragraph = own.paragraph
                    WHERE d.operation > :operation
                 UNION SELECT e.operation FROM own JOIN exclusion e ON e.paragraph = own.paragraph
                    WHERE e.operation > :operation
                 UNION SELECT later.operation FROM layout l JOIN layout later ON later.article = l.article
                    WHERE l.operation = :touched AND later.operation > :operation
                 UNION SELECT c.operation FROM revision r JOIN comment c ON c.paragraph = r.paragraph
                    WHERE r.operation = :touched AND r.number = 1 AND c.operation > :operation
                 UNION SELECT w.operation FROM revision r JOIN waiver w ON w.paragraph = r.paragraph
                    WHERE r.operation = :touched AND r.number = 1 AND w.operation > :operation
                 UNION SELECT d.operation FROM waiver w JOIN decision d ON d.paragraph = w.paragraph
                    WHERE w.operation = :touched AND d.operation > :operation
                 UNION SELECT m.operation FROM revision r JOIN purpose m ON m.paragraph = r.paragraph
                    WHERE r.operation = :touched AND r.number = 1 AND m.operation > :operation
                 UNION SELECT d.operation FROM purpose m JOIN decision d ON d.paragraph = m.paragraph
                    WHERE m.operation = :touched AND d.operation > :operation
                 UNION SELECT s.operation FROM comment c JOIN resolution s ON s.comment = c.key
                    WHERE c.operation = :touched AND s.operation > :operation
                 UNION SELECT operation FROM setting WHERE operation > :operation
                    AND name IN (SELECT name FROM setting WHERE operation = :touched)
                 UNION SELECT operation FROM person_roles WHERE operation > :operation
                    AND person IN (SELECT person FROM person_roles WHERE operation = :touched)
                 UNION SELECT later.operation FROM concept_state s JOIN concept_state later ON later.concept = s.concept
                    WHERE s.operation = :touched AND later.operation > :operation
                 UNION SELECT d.operation FROM memory m JOIN entry e INDEXED BY entry_by_memory ON e.memory = m.key
                    AND e.operation = :touched JOIN entry_removal d ON d.entry = e.key WHERE d.operation > :operation
                 UNION SELECT later.operation FROM memory_penalty p JOIN memory_penalty later ON later.memory = p.memory
                    WHERE p.operation = :touched AND later.operation > :operation
                 UNION SELECT later.operation FROM block_version v JOIN block_version later ON later.block = v.block
                    WHERE v.operation = :touched AND later.operation > :operation
                 UNION SELECT b.operation FROM block_version v JOIN block o ON o.key = v.block JOIN block b ON b.name = o.name
                    WHERE v.operation = :touched AND v.effect = 'remove' AND b.operation > :operation
                 UNION SELECT b.operation FROM block_version v JOIN block o ON o.key = v.block
                    JOIN block b ON b.repeat_key = o.repeat_key AND b.target_language = o.target_language
                    WHERE v.operation = :touched AND v.effect = 'remove' AND b.operation > :operation
                 UNION SELECT u.operation FROM block_version v JOIN block_use u ON u.version = v.key
                    WHERE v.operation = :touched AND u.operation > :operation
                 UNION SELECT later.operation FROM block_use u JOIN block_use later ON later.paragraph = u.paragraph
                    WHERE u.operation = :touched AND later.operation > :operation",
            )?;
            let params = named_params! { ":touched": touched.0, ":operation": operation.0 };
            for row in statement.query_map(params, |r| r.get(0))? {
                standing.insert(row?);
            }
        }
        let rows: Result<Vec<_>, _> = standing.into_iter().map(|seq: i64| self.operation_at(seq)).collect();
        Ok(rows?.into_iter().flatten().filter(|o| o.counts).collect())
    }

    /// The operations on which `operation` was built and that count no more, oldest first: those that brought the revisions it
    /// was made on, the paragraphs, the articles, the comments and the concepts it speaks of.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn missing_under(&self, operation: OperationSeq) -> Result<Vec<OperationRow>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT b.operation FROM revision r JOIN revision b ON b.key = r.base WHERE r.operation = :operation
             UNION SELECT p.operation FROM revision r JOIN paragraph p ON p.key = r.paragraph WHERE r.operation = :operation
             UNION SELECT v.operation FROM decision d JOIN revision v ON v.key = d.revision WHERE d.operation = :operation
             UNION SELECT v.operation FROM exclusion e JOIN revision v ON v.key = e.revision WHERE e.operation = :operation
             UNION SELECT a.operation FROM layout l JOIN article a ON a.key = l.article WHERE l.operation = :operation
             UNION SELECT p.operation FROM comment c JOIN paragraph p ON p.key = c.paragraph WHERE c.operation = :operation
             UNION SELECT c.operation FROM resolution s JOIN comment c ON c.key = s.comment WHERE s.operation = :operation
             UNION SELECT c.operation FROM concept_state s JOIN concept c ON c.key = s.concept WHERE s.operation = :operation
             UNION SELECT e.operation FROM entry_removal d JOIN entry e ON e.key = d.entry WHERE d.operation = :operation
             UNION SELECT b.operation FROM block_version v JOIN block b ON b.key = v.block WHERE v.operation = :operation
             UNION SELECT v.operation FROM block_use u JOIN block_version v ON v.key = u.version WHERE u.operation = :operation
             UNION SELECT p.operation FROM block_use u JOIN paragraph p ON p.key = u.paragraph WHERE u.operation = :operation
             UNION SELECT p.operation FROM waiver w JOIN paragraph p ON p.key = w.paragraph WHERE w.operation = :operation
             UNION SELECT p.operation FROM purpose m JOIN paragraph p ON p.key = m.paragraph WHERE m.operation = :operation",
        )?;
        let rows = statement.query_map(named_params! { ":operation": operation.0 }, |row| row.get(0))?;
        let under: Vec<i64> = rows.collect::<Result<_, _>>().map_err(|e| self.of_file(e))?;
        let mut missing = Vec::new();
        for seq in under.into_iter().filter(|seq| *seq != operation.0) {
            missing.extend(self.operation_at(seq)?.filter(|found| !found.counts));
        }
        Ok(missing)
    }

    /// The articles that an operation touched.
    pub(super) fn articles_of_operation(&self, operation: OperationSeq) -> Result<Vec<ArticleKey>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT key FROM article WHERE operation = :operation
             UNION SELECT article FROM layout WHERE operation = :operation
             UNION SELECT p.article FROM revision JOIN paragraph p ON p.key = revision.paragraph
                   WHERE revision.operation = :operation
             UNION SELECT p.article FROM decision JOIN paragraph p ON p.key = decision.paragraph
                   WHERE decision.operation = :operation
             UNION SELECT p.article FROM exclusion JOIN paragraph p ON p.key = exclusion.paragraph
                   WHERE exclusion.operation = :operation",
        )?;
        let rows = statement.query_map(named_params! { ":operation": operation.0 }, |r| Ok(ArticleKey(r.get(0)?)))?;
        rows.collect::<Result<_, _>>().map_err(|e| self.of_file(e))
    }
}

/// What a reversal does to its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Effect {
    Revert,
    Reinstate,
}

impl Effect {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Revert => "revert",
            Self::Reinstate => "reinstate",
        }
    }

    const fn opposite(self) -> Self {
        match self {
            Self::Revert => Self::Reinstate,
            Self::Reinstate => Self::Revert,
        }
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let effect: String = row.get("effect")?;
        Ok(if effect == "revert" { Self::Revert } else { Self::Reinstate })
    }
}

impl Writer<'_> {
    /// From now on `target` does not count. What it had itself taken back (a restore) counts again.
    ///
    /// # Errors
    /// [`StoreError::SlugTaken`] when an article would come back under a slug that is taken now.
    pub fn revert(&mut self, target: OperationSeq) -> Result<(), StoreError> {
        for (inner, effect) in self.snapshot().reversals_of(target)? {
            self.reverse(inner, effect.opposite())?;
        }
        self.reverse(target, Effect::Revert)?;
        self.refresh()
    }

    /// From now on `target` counts again, with all that it had itself taken back.
    ///
    /// # Errors
    /// As for [`Writer::revert`].
    pub fn reinstate(&mut self, target: OperationSeq) -> Result<(), StoreError> {
        self.reverse(target, Effect::Reinstate)?;
        for (inner, effect) in self.snapshot().reversals_of(target)? {
            self.reverse(inner, effect)?;
        }
        self.refresh()
    }

    /// Makes exactly those operations count that counted just after `moment`.
    ///
    /// Returns how many operations changed.
    ///
    /// # Errors
    /// As for [`Writer::revert`].
    pub fn restore(&mut self, moment: OperationSeq) -> Result<usize, StoreError> {
        let then = self.snapshot().reverted_at(moment)?;
        let now = self.snapshot().reverted_at(OperationSeq(self.operation.seq.0 - 1))?;
        let later: Vec<OperationSeq> = {
            let mut statement = self.connection.prepare_cached(
                "SELECT seq FROM operation WHERE seq > :moment AND seq < :this AND kind NOT IN ('export', 'undo', 'redo')",
            )?;
            let rows = statement
                .query_map(named_params! { ":moment": moment.0, ":this": self.operation.seq.0 }, |r| r.get(0))?;
            rows.map(|seq| seq.map(OperationSeq)).collect::<Result<_, _>>()?
        };
        let revert = later.into_iter().filter(|seq| !now.contains(seq)).chain(then.difference(&now).copied());
        let reinstate = now.difference(&then).copied().filter(|seq| *seq <= moment);
        let mut steps: Vec<(OperationSeq, Effect)> = revert.map(|seq| (seq, Effect::Revert)).collect();
        steps.extend(reinstate.map(|seq| (seq, Effect::Reinstate)));
        for (seq, effect) in &steps {
            self.reverse(*seq, *effect)?;
        }
        self.refresh()?;
        Ok(steps.len())
    }

    fn reverse(&mut self, target: OperationSeq, effect: Effect) -> Result<(), StoreError> {
        self.connection
            .prepare_cached("INSERT INTO reversal (operation, target, effect) VALUES (:operation, :target, :effect)")?
            .execute(named_params! {
                ":operation": self.operation.seq.0, ":target": target.0, ":effect": effect.as_str(),
            })?;
        let cache = match effect {
            Effect::Revert => "INSERT OR IGNORE INTO reverted (operation) VALUES (:target)",
            Effect::Reinstate => "DELETE FROM reverted WHERE operation = :target",
        };
        self.connection.prepare_cached(cache)?.execute(named_params! { ":target": target.0 })?;
        self.mark_changed();
        for article in self.snapshot().articles_of_operation(target)? {
            self.rearrange(article);
        }
        Ok(())
    }
}
