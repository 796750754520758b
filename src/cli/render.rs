//! How paragraphs, articles and differences look on a terminal: ids and labels first, then one language a line.

use anstyle::{AnsiColor, Style};

use super::session::Session;
use crate::l10n::moment;
use crate::model::{ContentDiff, DiffOp, DiffPiece, Failure, Language, Message, Purpose};
use crate::ops::progress::Progress;
use crate::ops::show::{ArticleView, ParagraphView};

const LABEL: Style = Style::new().dimmed();
const HEADING: Style = Style::new().bold();
const DELETED: Style = AnsiColor::Red.on_default();
const INSERTED: Style = AnsiColor::Green.on_default();

/// A text on its own lines, set in from the margin.
pub(super) fn indented(text: &str, session: &mut Session<'_>) -> Result<(), Failure> {
    let shown = crate::l10n::chips(text).into_owned();
    shown.split('\n').try_for_each(|line| session.output.line(&format!("    {line}")))
}

/// The heading over the paragraphs of an article.
pub(super) fn article_heading(view: &ArticleView, session: &mut Session<'_>) -> Result<(), Failure> {
    let message = Message::new("show-article")
        .with("slug", view.slug.as_str())
        .with("status", view.status)
        .with("source", view.source_language.to_string())
        .with("target", view.target_language.to_string());
    let sentence = session.output.localizer().sentence(&message);
    session.output.styled_text(&format!("{HEADING}{sentence}{HEADING:#}\n"))
}

/// One paragraph: a line of labels, then each language on lines of its own.
pub(super) fn paragraph(view: &ParagraphView, article: &ArticleView, session: &mut Session<'_>) -> Result<(), Failure> {
    let revision = &view.state.revision;
    let number = view.state.number.map_or_else(|| "–".to_owned(), |number| number.to_string());
    let mut labels = Message::new("show-paragraph")
        .with("number", number)
        .with("kind", revision.form.kind)
        .with("status", view.state.standing.status)
        .with("revision", revision.number);
    if view.state.standing.stale {
        labels = Message::new("show-with").with("labels", labels).with("mark", Message::new("status-stale"));
    }
    if let Some(score) = revision.match_score {
        let mark = Message::new("show-from-memory").with("score", u32::from(score));
        labels = Message::new("show-with").with("labels", labels).with("mark", mark);
    }
    if view.state.exclusion.is_some() {
        labels = Message::new("show-with").with("labels", labels).with("mark", Message::new("show-excluded"));
    }
    if view.repeated {
        labels = Message::new("show-with").with("labels", labels).with("mark", Message::new("show-repeated"));
    }
    if let Some(block) = &view.block {
        let id = if block.outdated { "show-block-outdated" } else { "show-block" };
        let mark = Message::new(id).with("name", block.name.as_str()).with("version", block.version);
        labels = Message::new("show-with").with("labels", labels).with("mark", mark);
    }
    let sentence = session.output.localizer().sentence(&labels);
    session.output.styled_text(&format!("\n{LABEL}{sentence}{LABEL:#}\n"))?;
    if let Some(exclusion) = &view.state.exclusion {
        let message = Message::new("show-exclusion")
            .with("person", exclusion.person.as_str())
            .with("at", moment(&exclusion.at))
            .with("reason", exclusion.reason.as_str());
        session.output.sentence(&message)?;
    }
    language_line(&article.source_language, &view.marked_source(), session)?;
    if view.state.revision.target.is_some() {
        language_line(&article.target_language, &view.marked_target(), session)?;
    }
    for segment in view.segments() {
        let Some(purpose) = segment.purpose else { continue };
        let text = if segment.target.trim().is_empty() { segment.source } else { segment.target };
        session.output.sentence(&purpose_message(segment.number, purpose, segment.target))?;
        indented(text.trim(), session)?;
    }
    for repeated in &view.repetitions {
        let address = format!("{}:{}", repeated.slug, repeated.number);
        let message = Message::new("show-repetition")
            .with("address", address)
            .with("status", repeated.status)
            .with("here", view.address.as_str());
        session.output.sentence(&message)?;
        indented(repeated.target.text(), session)?;
    }
    Ok(())
}

/// The segments of a paragraph under their addresses, so that one of them can be named.
pub(super) fn segments(view: &ParagraphView, session: &mut Session<'_>) -> Result<(), Failure> {
    for segment in view.segments() {
        session.output.styled_text(&format!("{LABEL}{}.{}{LABEL:#}\n", view.address, segment.number))?;
        for text in [segment.source.trim(), segment.target.trim()].into_iter().filter(|text| !text.is_empty()) {
            indented(text, session)?;
        }
    }
    Ok(())
}

/// Who said of a segment that one side alone has it on purpose, and why; with the segment's target, which it may lack.
pub(super) fn purpose_message(segment: usize, purpose: &Purpose, target: &str) -> Message {
    let id = if target.trim().is_empty() { "show-left-out" } else { "show-added" };
    Message::new(id)
        .with("segment", segment)
        .with("person", purpose.person.as_str())
        .with("at", moment(&purpose.at))
        .with("reason", purpose.reason.as_str())
}

pub(super) fn language_line(language: &Language, text: &str, session: &mut Session<'_>) -> Result<(), Failure> {
    let shown = crate::l10n::chips(text).into_owned();
    let mut label = language.primary().to_owned();
    for line in shown.split('\n') {
        session.output.styled_text(&format!("{LABEL}{label:>4}{LABEL:#}  {line}\n"))?;
        label.clear();
    }
    Ok(())
}

/// One article in a list: slug, progress, status; the title on a line of its own.
pub(super) fn article_line(progress: &Progress, width: usize, session: &mut Session<'_>) -> Result<(), Failure> {
    let slug = progress.slug.as_str();
    let padding = " ".repeat(width.saturating_sub(slug.chars().count()));
    let message = Message::new("list-line")
        .with("approved", i64::from(progress.approved()))
        .with("total", i64::from(progress.total()))
        .with("status", progress.status);
    let mut sentence = session.output.localizer().sentence(&message);
    if progress.stale > 0 {
        let stale = Message::new("list-stale").with("count", i64::from(progress.stale));
        sentence = format!("{sentence} · {}", session.output.localizer().sentence(&stale));
    }
    session.output.styled_text(&format!("{HEADING}{slug}{HEADING:#}{padding}  {sentence}\n"))?;
    if progress.title.is_empty() { Ok(()) } else { indented(&progress.title, session) }
}

/// The progress of one article, a line for each status that occurs.
pub(super) fn progress(progress: &Progress, session: &mut Session<'_>) -> Result<(), Failure> {
    article_line(progress, 0, session)?;
    for (status, count) in progress.paragraphs.iter().filter(|(_, count)| **count > 0) {
        let count = Message::new("count-paragraphs").with("count", i64::from(*count));
        session.output.sentence(&Message::new("status-line").with("status", *status).with("paragraphs", count))?;
    }
    if progress.excluded > 0 {
        session.output.sentence(&Message::new("status-excluded").with("count", i64::from(progress.excluded)))?;
    }
    let words = Message::new("status-words")
        .with("source", i64::from(progress.source_words))
        .with("target", i64::from(progress.target_words));
    session.output.sentence(&words)?;
    if let Some(published) = &progress.published {
        let message = Message::new("status-published")
            .with("count", published.edits_behind)
            .with("file", published.path.as_str())
            .with("at", moment(&published.at));
        session.output.sentence(&message)?;
    }
    Ok(())
}

/// A difference as a pair of lines, old and new, with the changed words marked in each; where inline codes differ, both lines
/// show them as they are typed, and each that came or went is told.
///
/// Marks stand at word edges, so that they survive where colour does not and where a line runs from right to left.
pub(super) fn difference(change: &ContentDiff, session: &mut Session<'_>) -> Result<(), Failure> {
    let marks = change.codes.as_ref().map(|codes| (&codes.old_marks[..], &codes.new_marks[..]));
    let (old_marks, new_marks) = marks.unwrap_or_default();
    let pieces = &change.pieces;
    if pieces.iter().any(|piece| piece.op != DiffOp::Insert) || !old_marks.is_empty() {
        let old = one_side(pieces, DiffOp::Delete, old_marks, (DELETED, "[-", "-]"));
        session.output.styled_text(&format!("  - {old}\n"))?;
    }
    if pieces.iter().any(|piece| piece.op != DiffOp::Delete) || !new_marks.is_empty() {
        let new = one_side(pieces, DiffOp::Insert, new_marks, (INSERTED, "{+", "+}"));
        session.output.styled_text(&format!("  + {new}\n"))?;
    }
    code_changes(change, session)
}

/// The text of one side: equal pieces and those of `kept`, these between brackets, with the marks put in at their offsets.
fn one_side(
    pieces: &[DiffPiece],
    kept: DiffOp,
    marks: &[(usize, String)],
    (style, open, close): (Style, &str, &str),
) -> String {
    let mut line = String::new();
    let mut marks = marks.iter().peekable();
    let mut begin = 0;
    for piece in pieces.iter().filter(|piece| piece.op == DiffOp::Equal || piece.op == kept) {
        let end = begin + piece.text.len();
        let mut text = String::new();
        let mut at = begin;
        // A mark between two pieces belongs to the later one.
        while let Some((place, mark)) = marks.next_if(|(place, _)| *place < end) {
            text.push_str(&crate::l10n::chips(&piece.text[at - begin..place - begin]));
            text.push_str(mark);
            at = *place;
        }
        text.push_str(&crate::l10n::chips(&piece.text[at - begin..]));
        line.push_str(&if piece.op == kept { format!("{style}{open}{text}{close}{style:#}") } else { text });
        begin = end;
    }
    line.extend(marks.map(|(_, mark)| mark.as_str()));
    line
}

/// The inline codes that came or went, a line for each.
pub(super) fn code_changes(change: &ContentDiff, session: &mut Session<'_>) -> Result<(), Failure> {
    let Some(codes) = &change.codes else { return Ok(()) };
    let removed = codes.removed.iter().map(|span| ("diff-code-removed", "diff-code-removed-from", span));
    let added = codes.added.iter().map(|span| ("diff-code-added", "diff-code-added-to", span));
    removed.chain(added).try_for_each(|(bare, spanning, span)| {
        let message = Message::new(if span.text.is_empty() { bare } else { spanning });
        let message = message.with("mark", format!("{{{}}}", span.id.0)).with("what", Message::from(&span.element));
        let text = crate::l10n::chips(&span.text).into_owned();
        session.output.sentence(&if span.text.is_empty() { message } else { message.with("text", text) })
    })
}
