//! Takes back a sheet: every row becomes the change that `apply` would make of it, and comments; all in one operation. What cannot be
//! taken is told and kept in a file.

use std::collections::{HashMap, HashSet};
use std::path::PathBuf;

use super::decision::{Decided, decided};
use super::earlier::{Earlier, earlier};
use super::identity::{Identity, Register, fault, is_place_line, is_source_of, twice};
use super::report::{RowReport, SheetReport};
use super::said::{Saying, comment_text, compared, own_comment, sift};
use super::shown::{Shown, known, without_marks};
use super::sources;
use super::wording::wording;
use crate::diff::{Version, diff_contents};
use crate::formats::read_sheet;
use crate::model::{
    Argument, Content, DecisionKind, Failure, FailureClass, Grain, Keep, Message, OperationKind, OperationSeq,
    ParagraphId, ReasonCode, ReturnedRow, ReturnedSheet, SheetWords, Slug, Written, plain,
};
use crate::ops::apply::{LineResult, apply_read};
use crate::ops::change_line::ChangeLine;
use crate::ops::desk::{Desk, find_article};
use crate::ops::error::OpsError;
use crate::ops::rescue;
use crate::ops::show::{address_of, select_one};
use crate::store::{ArticleHead, CommentRow, RevisionRow, Writer};

/// A sheet that came back.
#[derive(Clone, Debug)]
pub struct ReturnRequest<'a> {
    /// The article.
    pub slug: Slug,
    /// The name of the file.
    pub path: PathBuf,
    /// Its bytes.
    pub bytes: &'a [u8],
    /// The words of sheets in every language of the program.
    pub words: &'a [SheetWords],
    /// Whether a text that was changed and not decided on is submitted for review.
    pub submit: bool,
}

/// Takes a sheet back. Taking the same one twice changes nothing the second time.
///
/// # Errors
/// When the file is no review sheet, or one of another article; errors of the desk. What is wrong with a row is told in its report.
pub fn import_sheet(desk: &mut Desk, request: &ReturnRequest<'_>) -> Result<Written<SheetReport>, OpsError> {
    let sheet = read_sheet(request.bytes)
        .map_err(|error| OpsError::Format { path: request.path.display().to_string(), error })?;
    let is_sheet = sheet.article.is_some() || sheet.rows.iter().any(|row| !row.marks.is_empty());
    if !is_sheet && !sheet.lines.iter().any(|line| is_place_line(line, &request.slug)) {
        return Err(OpsError::NoSheet { path: request.path.clone() });
    }
    let mut written = desk.write(OperationKind::Set, |writer| take(writer, request, &sheet))?;
    let kept = kept_text(&written.value);
    if !kept.is_empty() && desk.keep() == Keep::Applied {
        written.value.kept = Some(rescue::keep(desk.path(), "review", &kept)?);
    }
    Ok(written)
}

fn take(writer: &mut Writer<'_>, request: &ReturnRequest<'_>, sheet: &ReturnedSheet) -> Result<SheetReport, OpsError> {
    let head = find_article(&writer.snapshot(), &request.slug)?;
    if let Some(other) = sheet.article.filter(|article| *article != head.id) {
        let articles = writer.snapshot().articles()?;
        let other = articles.into_iter().find(|article| article.id == other).map(|article| article.slug.to_string());
        return Err(OpsError::SheetOfOther { path: request.path.clone(), slug: request.slug.to_string(), other });
    }
    let register = Register::of(&writer.snapshot(), &head, sheet)?;
    let mut rows: Vec<(usize, &ReturnedRow, Result<Identity, Failure>)> = Vec::new();
    for (row, place) in sheet.rows.iter().zip(1..) {
        if row.is_blank() && row.marks.is_empty() {
            continue;
        }
        rows.push((place, row, register.identify(&writer.snapshot(), row)?));
    }
    let seen: Vec<ParagraphId> =
        rows.iter().filter_map(|(.., known)| Some(known.as_ref().ok()?.mark.paragraph)).collect();
    let (twins, differing) = doubles(&rows);
    let comments = writer.snapshot().comments_of(head.key)?;
    let mut taking = Taking {
        head: &head,
        request,
        of_table: of_table(request.words, sheet),
        operation: register.operation,
        comments,
    };
    let mut report = SheetReport::default();
    for (place, row, known) in rows {
        if twins.contains(&place) {
            continue;
        }
        let known = known.and_then(|known| match differing.contains(&known.mark.paragraph) {
            true => Err(twice()),
            false => Ok(known),
        });
        report.rows.push(taking.row(writer, place, row, known)?);
    }
    let missing = register.missing(sheet, &seen).into_iter();
    report.missing = missing.map(|number| format!("{}:{number}", head.slug)).collect();
    let own: HashSet<&str> = request.words.iter().flat_map(|words| words.guide.iter().map(String::as_str)).collect();
    let titles = [Some(&head.title), register.title.as_ref()];
    let is_title = |line: &str| titles.iter().flatten().any(|title| compared(title) == compared(line));
    let is_own =
        |line: &str| own.contains(without_marks(line).as_str()) || is_place_line(line, &head.slug) || is_title(line);
    let headings: HashSet<String> =
        request.words.iter().flat_map(|words| &words.columns).map(|n| compared(n)).collect();
    let of_head = sheet.head.iter().filter(|cell| !cell.trim().is_empty() && !headings.contains(&compared(cell)));
    report.lines = of_head.chain(sheet.lines.iter().filter(|line| !is_own(line.trim()))).cloned().collect();
    report.comments.clone_from(&sheet.comments);
    Ok(report)
}

/// The words in which a sheet went out: those of which its head has most.
fn of_table<'w>(words: &'w [SheetWords], sheet: &ReturnedSheet) -> Option<&'w SheetWords> {
    let head: HashSet<String> = sheet.head.iter().map(|cell| compared(cell)).collect();
    let of_head = |words: &SheetWords| words.columns.iter().filter(|name| head.contains(&compared(name))).count();
    words.iter().max_by_key(|words| of_head(words)).filter(|words| of_head(words) > 0)
}

/// Of the rows of one paragraph: the places of those that say the same as one before them, and the paragraphs whose rows differ.
fn doubles(rows: &[(usize, &ReturnedRow, Result<Identity, Failure>)]) -> (HashSet<usize>, HashSet<ParagraphId>) {
    let (mut twins, mut differing) = (HashSet::new(), HashSet::new());
    let mut first: HashMap<ParagraphId, &ReturnedRow> = HashMap::new();
    for (place, row, known) in rows {
        let Ok(known) = known else { continue };
        let Some(other) = first.insert(known.mark.paragraph, row) else { continue };
        let is_same = other.target == row.target
            && other.decision == row.decision
            && other.comment == row.comment
            && other.comments == row.comments;
        if is_same {
            twins.insert(*place);
        } else {
            differing.insert(known.mark.paragraph);
        }
    }
    (twins, differing)
}

/// What is taken into one article.
struct Taking<'a> {
    head: &'a ArticleHead,
    request: &'a ReturnRequest<'a>,
    /// The words in which the table went out, where its head has them still.
    of_table: Option<&'a SheetWords>,
    /// The operation with which the sheet went out, where this desk has it.
    operation: Option<OperationSeq>,
    /// The comments that are there.
    comments: Vec<CommentRow>,
}

impl Taking<'_> {
    fn row(
        &mut self,
        writer: &mut Writer<'_>,
        place: usize,
        row: &ReturnedRow,
        known: Result<Identity, Failure>,
    ) -> Result<RowReport, OpsError> {
        let mut report = RowReport {
            place,
            address: None,
            base: None,
            result: LineResult::Unchanged,
            change: None,
            difference: None,
            decision: None,
            comments: Vec::new(),
            authors: row.authors.clone(),
            is_by_number: false,
            changed_source: None,
            untaken: Vec::new(),
            told: row.told.clone(),
            failure: None,
            target: plain(&row.target),
            words: [&row.decision, &row.comment].into_iter().filter(|words| !words.is_empty()).cloned().collect(),
        };
        let identity = match known {
            Ok(identity) => identity,
            Err(failure) => {
                let comments = row.comments.iter().map(|comment| comment_text(comment, ""));
                let before = [row.number.clone(), plain(&row.source)];
                let words = before.into_iter().chain(std::mem::take(&mut report.words)).chain(comments);
                report.words = words.filter(|words| !words.trim().is_empty()).collect();
                return Ok(refused(report, failure));
            }
        };
        report.address = Some(address_of(self.head, &identity.state));
        report.base = identity.base.as_ref().map(|base| base.number);
        if identity.state.number.is_none() {
            report.words.extend(row.comments.iter().map(|comment| comment_text(comment, "")));
            let failure = Failure::conflict("removed", Message::new("err-sheet-removed"));
            return Ok(refused(report, failure.hint(Message::new("rec-sheet-removed"))));
        }
        report.is_by_number = identity.is_by_number;
        if identity.base.as_ref().is_some_and(|base| !is_source_of(base, row)) {
            report.changed_source = Some(plain(&row.source));
        }
        let person = writer.operation().person.clone();
        let mut said: Vec<Saying> = row.comments.iter().map(|comment| Saying::of(comment, &person)).collect();
        let mut comment = own_comment(row);
        match self.change(row, &identity, &mut report) {
            Err(failure) => {
                // It says why the paragraph is sent back, or whose it is cannot be told.
                let is_request = matches!(
                    decided(&row.decision, self.request.words),
                    Decided::Said { kind: DecisionKind::RequestChanges, .. }
                );
                comment = comment.filter(|_| !is_request && row.fault.is_none());
                report = refused(report, failure);
            }
            Ok(None) => {}
            Ok(Some(change)) => {
                comment = comment.filter(|comment| change.note.as_ref() != Some(comment));
                report = self.apply(writer, &identity, change, report)?;
            }
        }
        if let Some(comment) = comment {
            report.words.retain(|words| words.trim() != comment);
            said.push(Saying::own(&comment));
        }
        self.comment(writer, &identity, said, &mut report)?;
        Ok(report)
    }

    /// Makes the change of a row, unless what it decides came in before or somebody decided otherwise since.
    fn apply(
        &self,
        writer: &mut Writer<'_>,
        identity: &Identity,
        mut change: ChangeLine,
        mut report: RowReport,
    ) -> Result<RowReport, OpsError> {
        match earlier(writer, self.operation, identity, &change)? {
            Earlier::Nothing => {}
            Earlier::Unseen(failure) => return Ok(refused(report, failure)),
            Earlier::Itself if change.content.is_none() => return Ok(report),
            Earlier::Itself => change = ChangeLine { decision: None, reason: None, note: None, ..change },
        }
        let applied = apply_read(writer, &change, report.place)?;
        report.result = applied.result;
        report.failure = applied.failure.clone().map(|failure| look_hint(failure, applied.result, &change.address));
        report.change = Some(applied);
        Ok(report)
    }

    /// The change that a row asks for; `None` where it asks for none.
    fn change(
        &self,
        row: &ReturnedRow,
        identity: &Identity,
        report: &mut RowReport,
    ) -> Result<Option<ChangeLine>, Failure> {
        if let Some(found) = row.fault {
            return Err(fault(found));
        }
        let verdict = self.verdict(row)?;
        report.decision = verdict.as_ref().map(|verdict| (verdict.kind, verdict.reason));
        let now = &identity.state.revision;
        let Some(base) = &identity.base else {
            return if verdict.is_none() && is_shown(now, row) { Ok(None) } else { Err(no_base(report)) };
        };
        if report.changed_source.is_some() && verdict.is_some() {
            return Err(sources::rewritten());
        }
        let text = changed_text(row, base, report)?;
        if text.is_some() && sources::is_in_place_of_target(self.head, base, row) {
            return Err(sources::as_target());
        }
        if text.is_none() && verdict.is_none() {
            return Ok(None);
        }
        let is_source_same = base.source == now.source;
        let is_present = |target: &Content| now.target.as_ref().map_or(target.is_empty(), |now| now == target);
        let is_as_it_went_out = is_present(&base.target.clone().unwrap_or_default());
        // Or somebody wrote the same here already, or this very sheet came back before.
        let is_there = text.as_ref().is_some_and(is_present);
        let holds = is_source_same && (is_as_it_went_out || is_there);
        let submit = self.request.submit && text.is_some() && verdict.is_none();
        let (kind, reason, note) = verdict.map_or((None, None, None), |v| (Some(v.kind), v.reason, v.note));
        Ok(Some(ChangeLine {
            address: report.address.clone().unwrap_or_default(),
            content: text,
            submit,
            decision: kind.map(|kind| kind.as_str().to_owned()),
            reason: reason.map(|reason| reason.as_str().to_owned()),
            note,
            expect: Some(if holds { now.number } else { identity.mark.revision }),
            ..ChangeLine::default()
        }))
    }

    /// What a row decides.
    fn verdict(&self, row: &ReturnedRow) -> Result<Option<Verdict>, Failure> {
        match decided(&row.decision, self.request.words) {
            Decided::Nothing => Ok(None),
            Decided::Unknown => {
                let message = Message::new("err-sheet-decision").with("words", row.decision.as_str());
                Err(Failure::usage("decision", message).hint(self.usable_decisions()))
            }
            Decided::Said { kind: DecisionKind::RequestChanges, reason, note } => {
                let comments = row.comments.iter().map(|comment| comment.text.trim());
                let comments = comments.collect::<Vec<_>>().join("\n");
                let notes = [note, own_comment(row).unwrap_or_default(), comments];
                let note = notes.into_iter().find(|note| !note.trim().is_empty());
                if reason.is_none() || note.is_none() {
                    let failure = Failure::usage("reason", Message::new("err-sheet-reason"));
                    return Err(failure.hint(self.usable_decisions()));
                }
                Ok(Some(Verdict { kind: DecisionKind::RequestChanges, reason, note }))
            }
            Decided::Said { kind, .. } => Ok(Some(Verdict { kind, reason: None, note: None })),
        }
    }

    /// The decisions that are known, in the language of who acts, and in that of the table.
    fn usable_decisions(&self) -> Message {
        let own = self.request.words.first();
        let known = |words: Option<&SheetWords>| {
            let said = |of: fn(&SheetWords) -> &str| words.map(of).unwrap_or_default().to_owned();
            let reasons: Argument = words.iter().flat_map(|words| words.reasons.iter().map(String::as_str)).collect();
            Message::new("rec-sheet-decision")
                .with("approve", said(|words| &words.approve))
                .with("request", said(|words| &words.request))
                .with("reasons", reasons)
        };
        match self.of_table.filter(|of_table| Some(*of_table) != own) {
            None => known(own),
            table => Message::new("rec-sheet-decision-both").with("known", known(own)).with("table", known(table)),
        }
    }

    /// Adds the comments that the paragraph has not yet, from whomever.
    fn comment(
        &mut self,
        writer: &mut Writer<'_>,
        identity: &Identity,
        said: Vec<Saying>,
        report: &mut RowReport,
    ) -> Result<(), OpsError> {
        let Some(number) = identity.state.number else { return Ok(()) };
        let known = self.comments.iter().filter(|known| known.paragraph_key == identity.state.key);
        report.comments = sift(said, known, self.operation);
        for comment in &report.comments {
            if comment.is_new {
                let address = crate::model::Address::of(&self.head.slug, crate::model::ParagraphNumber(number));
                let state = select_one(&writer.snapshot(), self.head, &address)?;
                writer.add_comment(state.key, state.revision.key, &comment.text)?;
                if report.result == LineResult::Unchanged {
                    report.result = LineResult::Applied;
                }
            }
        }
        Ok(())
    }
}

/// What a reviewer decided, with the words that go with it.
struct Verdict {
    kind: DecisionKind,
    reason: Option<ReasonCode>,
    note: Option<String>,
}

/// The wording that a row has in the place of the one that went out; `None` where nobody changed it.
fn changed_text(row: &ReturnedRow, base: &RevisionRow, report: &mut RowReport) -> Result<Option<Content>, Failure> {
    let old = base.target.clone().unwrap_or_default();
    let source = &base.source;
    let codes = known([source, &old]);
    let went_out = Shown::of(&old, &codes);
    let returned = Shown::read(&row.target, &codes);
    if went_out.stretches() == row.target || returned.is_like(&went_out) {
        return Ok(None);
    }
    match (returned.is_blank(), went_out.is_blank()) {
        (true, true) => return Ok(None),
        (true, false) => {
            let address = report.address.as_deref().unwrap_or_default();
            let hint = Message::new("rec-sheet-emptied").with("address", address);
            return Err(Failure::failed("emptied", Message::new("err-sheet-emptied")).hint(hint));
        }
        (false, _) => {}
    }
    let wording = wording(&old, &went_out, &returned, source, &codes);
    report.untaken = wording.untaken;
    let (before, after) = (Version { content: &old, source }, Version { content: &wording.content, source });
    let difference = diff_contents(before, after, Grain::Words);
    if !difference.differs() {
        return Ok(None);
    }
    report.difference = Some(difference);
    Ok(Some(wording.content))
}

/// Whether a row shows the target of a revision as it would go out.
fn is_shown(revision: &RevisionRow, row: &ReturnedRow) -> bool {
    let target = revision.target.clone().unwrap_or_default();
    let codes = known([&revision.source, &target]);
    Shown::read(&row.target, &codes).is_like(&Shown::of(&target, &codes))
}

/// Of a row whose revision this desk does not have, or that does not count here any more: nobody knows over what it would be written.
fn no_base(report: &RowReport) -> Failure {
    let address = report.address.as_deref().unwrap_or_default();
    let failure = Failure::conflict("unknown-revision", Message::new("err-sheet-revision"));
    failure.hint(Message::new("rec-sheet-revision").with("address", address))
}

/// A row has no field to be sent again with: whoever takes it back looks at what changed.
fn look_hint(failure: Failure, result: LineResult, address: &str) -> Failure {
    match result {
        LineResult::Stale => failure.hint(Message::new("rec-sheet-stale").with("address", address)),
        _ => failure,
    }
}

fn refused(mut report: RowReport, failure: Failure) -> RowReport {
    report.result = if failure.class == FailureClass::Conflict { LineResult::Stale } else { LineResult::Refused };
    report.failure = Some(failure);
    report
}

/// What did not come in, as a text for people: each row under its paragraph and revision, as `edit` has it.
fn kept_text(report: &SheetReport) -> String {
    let mut kept = String::new();
    for row in report.rows.iter().filter(|row| row.failure.is_some()) {
        if row.target.trim().is_empty() && row.words.is_empty() {
            continue;
        }
        let address = row.address.clone().unwrap_or_else(|| format!("?{}", row.place));
        let base = row.base.map(|revision| format!(" @{revision}")).unwrap_or_default();
        kept.push_str(&format!("#: {address}{base}\n{}\n", row.target));
        for words in row.changed_source.iter().chain(&row.words) {
            words.lines().for_each(|line| kept.push_str(&format!("# {line}\n")));
        }
        kept.push('\n');
    }
    for row in report.rows.iter().filter(|row| row.failure.is_none()) {
        if let (Some(address), Some(source)) = (&row.address, &row.changed_source) {
            source.lines().for_each(|line| kept.push_str(&format!("# {address}: {line}\n")));
            kept.push('\n');
        }
    }
    for line in &report.lines {
        kept.push_str(&format!("{line}\n\n"));
    }
    for comment in &report.comments {
        kept.push_str(&format!("{}\n\n", comment_text(comment, "")));
    }
    kept
}
