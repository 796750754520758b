//! Articles into the desk, batch by batch, all of one operation.

use super::batch_lexicon::{batch_lexicon, done_so_far};
use super::preparation::{Call, Prepared, check_new, is_unsure};
use super::together::{Load, prepare_some};
use super::{ImportReport, ImportRequest, ImportedArticle, Problems};
use crate::model::{DecisionKind, Language, OperationKind, OperationRow, Written};
use crate::ops::lessons::catch_up;
use crate::ops::{Desk, OpsError};
use crate::store::{NewDecision, StoreError, Writer};

/// Articles that go into one transaction.
#[derive(Default)]
struct Batch {
    articles: Vec<Prepared>,
    load: Load,
}

impl Batch {
    fn push(&mut self, article: Prepared) {
        self.load.add(article.size());
        self.articles.push(article);
    }
}

/// A call on its way.
struct Intake<'d, 'r> {
    desk: &'d mut Desk,
    languages: &'r (Language, Language),
    articles: Vec<ImportedArticle>,
    problems: Problems<'r>,
    /// The operation, once a part of it is written.
    begun: Option<OperationRow>,
}

pub(super) fn import(
    desk: &mut Desk,
    request: &ImportRequest,
    languages: &(Language, Language),
    progress: &mut dyn FnMut(usize),
) -> Result<Written<ImportReport>, OpsError> {
    let problems = Problems::new(request);
    let mut intake = Intake { desk, languages, articles: Vec::new(), problems, begun: None };
    let operation = match intake.take_all(request, progress) {
        Ok(operation) => operation,
        Err(error) => return Err(intake.broken_off(error)),
    };
    intake.count_repeated()?;
    let value = ImportReport { articles: intake.articles, problems: intake.problems.sorted() };
    let changed = operation.is_some();
    Ok(Written { value, operation, changed })
}

impl Intake<'_, '_> {
    fn take_all(
        &mut self,
        request: &ImportRequest,
        progress: &mut dyn FnMut(usize),
    ) -> Result<Option<OperationRow>, OpsError> {
        let lessons = batch_lexicon(self.desk, request, self.languages, progress)?;
        let call = Call { request, languages: self.languages, batch: lessons.as_ref() };
        let all: Vec<usize> = (0..request.inputs.len()).collect();
        let (mut batch, mut files) = (Batch::default(), all.as_slice());
        while !files.is_empty() {
            // Before another file is read, so that the last batch is never empty.
            if batch.load.is_full() {
                self.write_part(std::mem::take(&mut batch))?;
                // In small steps while the call runs, rather than all at once when the next one waits for it.
                catch_up(self.desk)?;
            }
            let before = all.len() - files.len();
            let mut told = |done| progress(done_so_far(before + done, request, lessons.as_ref()));
            for (index, prepared) in prepare_some(self.desk, &call, &mut files, batch.load, &mut told) {
                match prepared {
                    Ok(prepared) => batch.push(prepared),
                    Err(error) => self.problems.note(index, error)?,
                }
            }
        }
        self.write_last(batch)
    }

    fn write_part(&mut self, batch: Batch) -> Result<(), OpsError> {
        let (problems, languages) = (&mut self.problems, self.languages);
        let begun = self.begun.as_ref().map(|operation| operation.seq);
        let written = self
            .desk
            .write_part(OperationKind::Import, begun, |writer| insert_all(writer, batch, languages, problems))?;
        self.begun = written.operation.or(self.begun.take());
        self.articles.extend(written.value);
        Ok(())
    }

    /// Writes the last batch, by which the operation is complete: a call of one batch is one transaction, as any other command.
    fn write_last(&mut self, batch: Batch) -> Result<Option<OperationRow>, OpsError> {
        let (problems, languages) = (&mut self.problems, self.languages);
        let insert = |writer: &mut Writer<'_>| insert_all(writer, batch, languages, problems);
        let written = match &self.begun {
            None => self.desk.write(OperationKind::Import, insert)?,
            Some(operation) => self.desk.write_last_part(operation.seq, insert)?,
        };
        self.articles.extend(written.value);
        Ok(written.operation)
    }

    /// An error after which earlier batches stay.
    fn broken_off(&self, error: OpsError) -> OpsError {
        match &self.begun {
            // Nothing of it stays: who undid it took back what had come in.
            _ if matches!(error, OpsError::Store(StoreError::TakenBack { .. })) => error,
            None => error,
            Some(operation) => OpsError::BrokenOff {
                error: Box::new(error),
                operation: operation.seq.number(),
                articles: self.articles.len(),
            },
        }
    }

    /// Counted when all is in, for articles of one call repeat each other.
    fn count_repeated(&mut self) -> Result<(), OpsError> {
        let snapshot = self.desk.snapshot()?;
        for article in &mut self.articles {
            let Some(head) = snapshot.article(&article.slug)? else { continue };
            article.repeated = snapshot.count_repeated(head.key)? as usize;
        }
        Ok(())
    }
}

fn insert_all(
    writer: &mut Writer<'_>,
    batch: Batch,
    languages: &(Language, Language),
    problems: &mut Problems<'_>,
) -> Result<Vec<ImportedArticle>, OpsError> {
    let mut articles = Vec::with_capacity(batch.articles.len());
    for mut prepared in batch.articles {
        match writer.attempt(|writer| insert(writer, &mut prepared, languages)) {
            Ok(()) => articles.push(prepared.report),
            Err(error) => problems.note(prepared.index, error)?,
        }
    }
    Ok(articles)
}

fn insert(writer: &mut Writer<'_>, new: &mut Prepared, languages: &(Language, Language)) -> Result<(), OpsError> {
    check_new(&writer.snapshot(), new.source_file.hash, &new.report.slug)?;
    new.fill(&writer.snapshot(), languages)?;
    let (article, added) = writer.add_article(&new.report.slug, (&languages.0, &languages.1), &new.paragraphs)?;
    writer.add_source_file(article, &new.source_file)?;
    new.report.blocks.iter().try_for_each(|block| block.record(writer, &added))?;
    let Some(target_file) = &new.target_file else { return Ok(()) };
    writer.add_source_file(article, target_file)?;
    let person = writer.operation().person.clone();
    if !new.report.remarks.is_empty() {
        // Two texts that may not be each other's translation wait as drafts, all of them.
        return Ok(());
    }
    let sure = new.paragraphs.iter().map(|p| p.target.is_some() && !is_unsure(p));
    for ((paragraph, revision), _) in added.into_iter().zip(sure).filter(|(_, sure)| *sure) {
        writer.add_decision(&NewDecision {
            paragraph,
            revision,
            kind: DecisionKind::Submit,
            person: &person,
            role: None,
            reason: None,
            note: None,
            own_text: true,
            carried_from: None,
        })?;
    }
    Ok(())
}
