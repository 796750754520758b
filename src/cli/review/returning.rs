//! `review import`: what a reviewer did in Word, row by row, with the words that changed.

use serde::Serialize;

use super::{Import, all_words};
use crate::cli::apply::class_of;
use crate::cli::options::Bulk;
use crate::cli::render;
use crate::cli::session::{Session, failed, in_tense, keep, quoted};
use crate::cli::views::{CodesJson, PieceJson, ReplacedJson, WarningJson, pieces_json, warnings_json};
use crate::l10n::Localizer;
use crate::model::{DecisionKind, Failure, FailureClass, Keep, Message, SheetComment};
use crate::ops::apply::LineResult;
use crate::ops::cautions::{lost, same_wording};
use crate::ops::export::languages;
use crate::ops::sheet::{ReturnRequest, RowReport, SheetReport, import_sheet};

#[derive(Serialize)]
struct ImportView<'a> {
    rows: Vec<RowView<'a>>,
    /// Paragraphs that went out and are in no row.
    missing: &'a [String],
    /// What stands outside of the table.
    outside: Vec<String>,
    kept: Option<String>,
}

#[derive(Serialize)]
struct RowView<'a> {
    row: usize,
    address: Option<&'a str>,
    result: &'static str,
    /// The revision that went out.
    base: Option<u32>,
    revision: Option<u32>,
    before: Option<&'static str>,
    status: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    ops: Vec<PieceJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    codes: Option<CodesJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    decision: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    comments: Vec<CommentView<'a>>,
    /// Who changed the text, where changes were tracked.
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    authors: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    replaced: Option<ReplacedJson<'a>>,
    /// `number` for a row that had lost its mark, `source-changed`, and kinds of what did not come in.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    remarks: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hint: Option<String>,
    /// What stands in it, where it did not come in.
    #[serde(skip_serializing_if = "Option::is_none")]
    target: Option<&'a str>,
    /// What stands in it as a source, where that was changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'a str>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    words: &'a [String],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    warnings: Vec<WarningJson<'a>>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    own_text: bool,
}

#[derive(Serialize)]
struct CommentView<'a> {
    text: &'a str,
    new: bool,
}

pub(super) fn run(args: &Import, session: &mut Session<'_>) -> Result<(), Failure> {
    let bulk = Bulk { dry_run: args.dry_run, yes: args.yes };
    let bytes = if args.file.as_os_str() == "-" {
        crate::ops::files::read_bounded(std::io::stdin().lock(), &args.file)
    } else {
        crate::ops::files::read(&args.file)
    };
    let bytes = bytes.map_err(failed)?;
    let keep = keep(args.dry_run);
    let mut desk = session.desk(Keep::DryRun)?;
    let languages = languages(&desk, &args.slug).map_err(failed)?;
    let words = all_words(&session.output.localizer().without_isolates(), &args.slug, &languages);
    let request = ReturnRequest {
        slug: args.slug.clone(),
        path: args.file.clone(),
        bytes: &bytes,
        words: &words,
        submit: args.submit,
    };
    if keep == Keep::Applied && !args.yes {
        let planned = import_sheet(&mut desk, &request).map_err(failed)?;
        let touched: Vec<String> = planned.value.rows.iter().filter(|row| touches(row)).filter_map(address).collect();
        session.confirm(&bulk, touched.len(), &touched)?;
    }
    desk.set_keep(keep);
    let written = import_sheet(&mut desk, &request).map_err(failed)?;
    let report = &written.value;
    if session.output.is_json() {
        let view = view(report, session.output.localizer());
        session.write_json(&written, keep, view)?;
    } else {
        tell(report, keep, session)?;
        session.acknowledge(written.operation.as_ref(), keep);
    }
    conclude(report, args)
}

fn address(row: &RowReport) -> Option<String> {
    row.address.clone()
}

/// Whether something of a row comes in.
fn touches(row: &RowReport) -> bool {
    row.result == LineResult::Applied || row.has_news()
}

fn tell(report: &SheetReport, keep: Keep, session: &mut Session<'_>) -> Result<(), Failure> {
    for (at, row) in report.rows.iter().enumerate() {
        if row.is_silent() {
            continue;
        }
        tell_row(row, keep, session)?;
        // Of rows that fail for the same reason the last one says what to do.
        let hint = |row: &RowReport| row.failure.as_ref().and_then(|failure| failure.hint.clone());
        let next = report.rows.get(at + 1).and_then(hint);
        if let Some(hint) = hint(row).filter(|hint| next.as_ref() != Some(hint)) {
            session.output.sentence(&Message::new("out-line-hint").with("hint", hint))?;
        }
    }
    for address in &report.missing {
        session.output.say(&Message::new("warn-sheet-missing").with("address", address.as_str()));
    }
    for line in outside(report) {
        session.output.say(&Message::new("warn-sheet-outside"));
        render::indented(&line, session)?;
    }
    if let Some(kept) = report.kept.as_ref().filter(|_| report.rows.iter().all(|row| row.failure.is_none())) {
        session.output.say(&Message::new("note-sheet-kept").with("file", kept.display().to_string()));
    }
    let applied = report.rows.iter().filter(|row| touches(row)).count();
    let unchanged = report.rows.iter().filter(|row| row.result == LineResult::Unchanged && !touches(row)).count();
    for (count, id) in [
        (applied, in_tense(keep, "out-rows-applied", "out-rows-would-apply")),
        (unchanged, in_tense(keep, "out-rows-unchanged", "out-rows-would-not-change")),
    ] {
        if count > 0 {
            session.output.sentence(&Message::new(id).with("count", count))?;
        }
    }
    let own_texts = report.rows.iter().filter_map(|row| row.change.as_ref()).filter(|c| c.wants_other_eyes).count();
    if own_texts > 0 {
        let id = in_tense(keep, "warn-own-text", "warn-would-approve-own-text");
        session.output.say(&Message::new(id).with("count", own_texts));
    }
    Ok(())
}

/// What stands outside of the table, comments with their authors.
fn outside(report: &SheetReport) -> Vec<String> {
    let comment = |comment: &SheetComment| format!("{}: {}", comment.author, comment.words());
    report.lines.iter().cloned().chain(report.comments.iter().map(comment)).collect()
}

fn tell_row(row: &RowReport, keep: Keep, session: &mut Session<'_>) -> Result<(), Failure> {
    let place = row.place;
    let at = row.address.as_deref().unwrap_or_default();
    match (&row.failure, &row.change) {
        (Some(failure), _) => {
            let id = match (&row.address, row.result) {
                (None, _) => "out-row-unknown",
                (_, LineResult::Stale) => "out-row-stale",
                _ => "out-row-refused",
            };
            let message = Message::new(id).with("row", place).with("address", at);
            session.output.sentence(&message.with("why", failure.message.clone()))?;
        }
        (None, Some(change)) if row.result == LineResult::Applied && change.result == LineResult::Applied => {
            let id = in_tense(keep, "out-row-applied", "out-row-would-apply");
            let mut message = Message::new(id).with("address", at);
            message = message.with("revision", change.revision.unwrap_or_default());
            message = change.status.into_iter().fold(message, |message, status| message.with("status", status));
            session.output.sentence(&message)?;
        }
        _ if row.has_news() => session.output.sentence(&Message::new("out-row").with("address", at))?,
        _ => {}
    }
    if let Some(difference) = row.difference.as_ref().filter(|_| row.result != LineResult::Unchanged) {
        if !row.authors.is_empty() {
            let authors = row.authors.iter().map(String::as_str).collect::<crate::model::Argument>();
            session.output.sentence(&Message::new("out-row-authors").with("authors", authors))?;
        }
        render::difference(difference, session)?;
    } else if row.failure.is_some() && !row.target.is_empty() {
        render::indented(&row.target, session)?;
    }
    if row.failure.is_some() {
        for words in &row.words {
            render::indented(words, session)?;
        }
    }
    let is_decided = row.failure.is_none() && row.change.as_ref().is_some_and(|c| c.result == LineResult::Applied);
    if let Some((kind, reason)) = row.decision.filter(|_| is_decided) {
        let id = if kind == DecisionKind::Approve { "out-row-approve" } else { "out-row-request" };
        let message = Message::new(id);
        let message = reason.into_iter().fold(message, |message, reason| message.with("reason", reason));
        session.output.sentence(&message)?;
    }
    for comment in row.comments.iter().filter(|comment| comment.is_new) {
        session.output.sentence(&Message::new(in_tense(keep, "out-row-comment", "out-row-would-comment")))?;
        render::indented(&comment.text, session)?;
    }
    tell_remarks(row, keep, session);
    Ok(())
}

fn tell_remarks(row: &RowReport, keep: Keep, session: &mut Session<'_>) {
    let mut what: Vec<Message> = Vec::new();
    if row.is_by_number {
        what.push(Message::new("warn-sheet-by-number"));
    }
    if let Some(source) = &row.changed_source {
        what.push(Message::new("warn-sheet-source").with("text", source.as_str()));
    }
    for untaken in &row.untaken {
        let message = Message::new("warn-sheet-look").with("look", Message::from(&untaken.element));
        what.push(message.with("text", untaken.text.as_str()));
    }
    let mut told = row.told.clone();
    told.dedup();
    what.extend(
        told.into_iter().map(|kind| Message::new("warn-sheet-object").with("what", object_name(kind.as_str()))),
    );
    if let Some(change) = &row.change {
        what.extend(change.logged.iter().flat_map(|report| lost(report, keep)));
        what.extend(change.same_wording.as_ref().map(same_wording));
    }
    let at = row.address.clone().unwrap_or_default();
    for what in what {
        session.output.say(&Message::new("warn-at").with("address", at.as_str()).with("what", what));
    }
    if let Some(change) = &row.change {
        session.tell_faults(&at, &change.faults);
    }
}

/// The name of what stands in a cell and is no text.
fn object_name(kind: &str) -> Message {
    Message::new(match kind {
        "picture" => "sheet-object-picture",
        "formula" => "sheet-object-formula",
        "numbering" => "sheet-object-numbering",
        "hidden" => "sheet-object-hidden",
        "table" => "sheet-object-table",
        "text-box" => "sheet-object-text-box",
        "symbol" => "sheet-object-symbol",
        _ => "sheet-object-other",
    })
}

fn view<'a>(report: &'a SheetReport, localizer: &Localizer) -> ImportView<'a> {
    ImportView {
        rows: report.rows.iter().map(|row| row_view(row, localizer)).collect(),
        missing: &report.missing,
        outside: outside(report),
        kept: report.kept.as_ref().map(|path| path.display().to_string()),
    }
}

fn row_view<'a>(row: &'a RowReport, localizer: &Localizer) -> RowView<'a> {
    let sentence = |message: &Message| localizer.sentence(message);
    let change = row.change.as_ref();
    let logged = change.and_then(|change| change.logged.as_ref());
    let by_number = row.is_by_number.then_some("number");
    let source = row.changed_source.is_some().then_some("source-changed");
    let look = (!row.untaken.is_empty()).then_some("look");
    let told = row.told.iter().map(|told| told.as_str());
    RowView {
        row: row.place,
        address: row.address.as_deref(),
        result: row.result.as_str(),
        base: row.base,
        revision: change.and_then(|change| change.revision),
        before: logged.map(|logged| logged.before.as_str()),
        status: change.and_then(|change| change.status).map(crate::model::Status::as_str),
        ops: row.difference.as_ref().map(|difference| pieces_json(&difference.pieces)).unwrap_or_default(),
        codes: row.difference.as_ref().and_then(CodesJson::of),
        decision: row.decision.map(|(kind, _)| kind.as_str()),
        reason: row.decision.and_then(|(_, reason)| reason).map(crate::model::ReasonCode::as_str),
        comments: row.comments.iter().map(|c| CommentView { text: &c.text, new: c.is_new }).collect(),
        authors: &row.authors,
        replaced: logged.and_then(ReplacedJson::of),
        remarks: by_number.into_iter().chain(source).chain(look).chain(told).collect(),
        code: row.failure.as_ref().map(|failure| failure.code),
        message: row.failure.as_ref().map(|failure| sentence(&failure.message)),
        hint: row.failure.as_ref().and_then(|failure| failure.hint.as_ref()).map(sentence),
        target: row.failure.as_ref().map(|_| row.target.as_str()),
        source: row.changed_source.as_deref(),
        words: if row.failure.is_some() { &row.words } else { &[] },
        warnings: change
            .map(|change| warnings_json(row.address.as_deref().unwrap_or_default(), &change.faults, localizer))
            .unwrap_or_default(),
        own_text: change.is_some_and(|change| change.wants_other_eyes),
    }
}

/// Ends as `apply` does: with a conflict if a row is stale, or else as its refused rows would alone.
fn conclude(report: &SheetReport, args: &Import) -> Result<(), Failure> {
    let count = |result| report.rows.iter().filter(|row| row.result == result).count();
    let (stale, refused) = (count(LineResult::Stale), count(LineResult::Refused));
    let hint = |bare: &'static str, kept: &'static str| match &report.kept {
        Some(path) => Message::new(kept).with("file", path.display().to_string()),
        None => Message::new(bare),
    };
    if stale > 0 {
        let message = Message::new("err-rows-stale").with("count", stale);
        let hint = hint("rec-rows-stale", "rec-rows-stale-kept").with("slug", quoted(args.slug.as_str()));
        return Err(Failure::new(FailureClass::Conflict, "stale", message).hint(hint));
    }
    if refused > 0 {
        let message = Message::new("err-rows-refused").with("count", refused);
        let class = class_of(report.rows.iter().filter_map(|row| row.failure.as_ref()));
        return Err(Failure::new(class, "refused", message).hint(hint("rec-rows-refused", "rec-rows-refused-kept")));
    }
    Ok(())
}
