//! The text that `edit` opens: each paragraph with its source commented above and its target below; and what comes back. Terms,
//! names, repetitions and the best match of the memory stand with the source, as comments too.
//!
//! A part begins with `#: ADDRESS @REVISION`. A line that is `#` alone, or `#` and a space, is a comment. A line of a target that
//! itself begins with `#`, after any number of backslashes, is written with one more backslash. Blank lines before and after
//! a target are not part of it; a part whose target was not touched is left alone whatever it begins or ends with.

use std::collections::HashSet;
use std::path::PathBuf;

use super::desk::{Desk, find_article};
use super::error::OpsError;
use super::memory::Memory;
use super::rescue;
use super::show::{ParagraphView, ShowRequest, select_one, show};
use super::suggestion::{Suggestion, best};
use super::terms::{TermMatch, Terms};
use super::translate::{SetReport, log_target, whole_beads};
use crate::model::{Address, Failure, Keep, Message, OperationKind, Origin, Written, parse_marked};

/// The least score of a match that is worth reading beside the source.
const WORTH_READING: u8 = 75;

/// A text to be edited, and what it was made from.
#[derive(Clone, Debug)]
pub struct Template {
    /// The text.
    pub text: String,
    /// The parts as they were written into it.
    parts: Vec<Part>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Part {
    address: String,
    revision: u32,
    target: String,
    /// The lines above the target that are no part of it: the source, and what stands with it.
    comments: Vec<String>,
}

/// A piece of an edited text that was not applied.
#[derive(Clone, Debug, PartialEq)]
pub struct Unapplied {
    /// The address it was for, or the line that could not be understood.
    pub address: String,
    /// Why.
    pub failure: Failure,
}

/// What became of an edited text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EditReport {
    /// What was changed.
    pub edited: Vec<SetReport>,
    /// What was not applied.
    pub unapplied: Vec<Unapplied>,
    /// The file that keeps what was not applied.
    pub kept: Option<PathBuf>,
}

/// The text to edit for an address. `heading` is shown on top, as a comment.
///
/// # Errors
/// When the article or a paragraph does not exist.
pub fn template(desk: &Desk, address: &Address, heading: &str) -> Result<Template, OpsError> {
    let view = show(desk, &ShowRequest { address: address.clone(), at: None, removed: false })?;
    let snapshot = desk.snapshot()?;
    let terms = Terms::of(&snapshot)?;
    let head = find_article(&snapshot, address.slug())?;
    let memory = match Memory::of(&snapshot) {
        Ok(memory) => Some(memory),
        // The text can be edited without it; what needs it says how to make it anew.
        Err(OpsError::OldIndex) => None,
        Err(error) => return Err(error),
    };
    let mut text = commented(heading);
    let mut parts = Vec::new();
    for paragraph in &view.paragraphs {
        let address = paragraph.address.clone();
        let revision = paragraph.state.revision.number;
        let target = paragraph.marked_target();
        text.push_str(&format!("\n#: {address} @{revision}\n"));
        let below_heading = text.len();
        let found = match &memory {
            Some(memory) => best(memory, &snapshot, &head, &paragraph.state, WORTH_READING)?,
            None => None,
        };
        text.push_str(&commented(&described(paragraph, found.as_ref())));
        let source = paragraph.state.revision.source.text();
        for found in terms.in_text(source, &view.source_language, &view.target_language) {
            text.push_str(&commented(&said(&found)));
        }
        if let Some(found) = found.filter(|found| found.marked_target != target) {
            text.push_str(&commented(&recalled(&found)));
        }
        let comments = text[below_heading..].lines().map(str::to_owned).collect();
        text.push_str(&escaped(&target));
        text.push('\n');
        parts.push(Part { address, revision, target, comments });
    }
    Ok(Template { text, parts })
}

/// The source, and its translations elsewhere that the memory has not told yet.
fn described(paragraph: &ParagraphView, found: Option<&Suggestion>) -> String {
    let mut lines = paragraph.marked_source();
    let is_told = |target: &str| found.is_some_and(|found| found.found.target.text() == target);
    for repeated in paragraph.repetitions.iter().filter(|repeated| !is_told(repeated.target.text())) {
        lines.push_str(&format!("\n≈ {}:{}: {}", repeated.slug, repeated.number, repeated.target.text()));
    }
    lines
}

/// A term or name in the source: what is to stand in the target, what may, what must not. One that chance may have made has a
/// question mark.
fn said(found: &TermMatch) -> String {
    let renderings: Vec<&str> = found.rendering.iter().chain(&found.admitted).map(String::as_str).collect();
    let mut line = format!("{} {}", if found.sure { "=" } else { "=?" }, renderings.join(" | "));
    if !found.forbidden.is_empty() {
        line.push_str(&format!(" ≠ {}", found.forbidden.join(" | ")));
    }
    format!("{line} ← {}", found.text.replace('\n', " "))
}

/// The best match of the memory: its score, a warning where a number or a negation differs, where it comes from, its target.
fn recalled(suggestion: &Suggestion) -> String {
    let found = &suggestion.found;
    let numbers: Vec<String> = found.numbers.iter().map(|(found, wanted)| format!(" {found}→{wanted}")).collect();
    let warning = if found.numbers_differ || found.negation_differs { " !" } else { "" };
    let from = found.provenance.first().map_or("", |from| from.address.as_deref().unwrap_or(&from.origin));
    let line = format!("≈ {}%{warning}{} {from}: {}", found.score, numbers.concat(), suggestion.marked_target);
    // A carriage return here would hide those that the editor adds.
    line.replace('\r', "")
}

fn commented(text: &str) -> String {
    text.split('\n').map(|line| format!("# {line}\n")).collect()
}

fn is_escaped_line(line: &str) -> bool {
    line.trim_start_matches('\\').starts_with('#')
}

fn is_comment(line: &str) -> bool {
    line.strip_prefix('#').is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\r']))
}

fn escaped(target: &str) -> String {
    let lines =
        target.split('\n').map(|line| if is_escaped_line(line) { format!("\\{line}") } else { line.to_owned() });
    lines.collect::<Vec<_>>().join("\n")
}

/// Reads the parts of an edited text, in order; a heading that cannot be understood is kept with the lines below it.
fn parse(text: &str) -> Vec<Result<Part, String>> {
    let mut parts: Vec<Result<Part, String>> = Vec::new();
    let (mut lines, mut comments): (Vec<&str>, Vec<String>) = (Vec::new(), Vec::new());
    let mut heading: Option<&str> = None;
    for line in text.split('\n').chain(std::iter::once("#: ")) {
        if let Some(next) = line.strip_prefix("#:") {
            if heading.is_some() || lines.iter().any(|l| !l.trim().is_empty()) {
                parts.push(part(heading, &lines, std::mem::take(&mut comments)));
            }
            heading = Some(next.trim().trim_end_matches('\r'));
            lines.clear();
            comments.clear();
        } else if is_comment(line) {
            comments.push(line.to_owned());
        } else {
            lines.push(line);
        }
    }
    parts
}

fn part(heading: Option<&str>, lines: &[&str], comments: Vec<String>) -> Result<Part, String> {
    let target = unescaped(lines);
    let unreadable = || format!("#: {}\n{target}\n", heading.unwrap_or_default());
    let (address, revision) = heading.and_then(|h| h.rsplit_once('@')).ok_or_else(unreadable)?;
    let address: Address = address.trim().parse().map_err(|_| unreadable())?;
    let revision = revision.trim().parse().map_err(|_| unreadable())?;
    Ok(Part { address: address.to_string(), revision, target, comments })
}

fn unescaped(lines: &[&str]) -> String {
    let is_blank = |line: &&&str| line.trim().is_empty();
    let first = lines.iter().take_while(is_blank).count();
    let last = lines.len() - lines.iter().rev().take_while(is_blank).count().min(lines.len() - first);
    let lines = lines[first..last].iter().map(|line| match line.strip_prefix('\\') {
        Some(rest) if is_escaped_line(line) => rest,
        _ => line,
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Applies an edited text: parts that changed become revisions, in one operation.
///
/// Parts that cannot be understood, or whose paragraph moved on in between, are kept in a file; the rest is applied.
///
/// # Errors
/// Errors of the desk.
pub fn apply_template(desk: &mut Desk, template: &Template, edited: &str) -> Result<Written<EditReport>, OpsError> {
    // An editor that ends every line with CR LF has added those; the texts are as they were.
    let added_returns = edited.contains("\r\n") && !template.text.contains('\r');
    let edited = if added_returns { edited.replace("\r\n", "\n") } else { edited.to_owned() };
    let parts = parse(&edited);
    let missing = missing_parts(&parts, template);
    let changed: Vec<Result<Part, String>> = parts.into_iter().filter(|p| is_changed(p, template)).collect();
    let mut kept_text = String::new();
    let mut written = desk.write(OperationKind::Set, |writer| {
        let mut report = EditReport::default();
        for part in &changed {
            let part = match part {
                Ok(part) => part,
                Err(raw) => {
                    kept_text.push_str(raw);
                    report.unapplied.push(misread(raw, missing.first().copied()));
                    continue;
                }
            };
            let failure = match swallowed(part, &missing, template) {
                Some(missing) => headless(missing),
                None => match writer.attempt(|writer| apply_part(writer, part)) {
                    Ok(edited) => {
                        report.edited.push(edited);
                        continue;
                    }
                    Err(error @ OpsError::Store(_)) => return Err(error),
                    Err(error) => error.failure(),
                },
            };
            kept_text.push_str(&format!("{}\n{}\n\n", heading_of(part), escaped(&part.target)));
            report.unapplied.push(Unapplied { address: part.address.clone(), failure });
        }
        Ok(report)
    })?;
    if !kept_text.is_empty() && desk.keep() == Keep::Applied {
        written.value.kept = Some(rescue::keep(desk.path(), "edit", &kept_text)?);
    }
    Ok(written)
}

fn heading_of(part: &Part) -> String {
    format!("#: {} @{}", part.address, part.revision)
}

/// The parts of the text that was opened whose heading is no longer there.
fn missing_parts<'t>(parts: &[Result<Part, String>], template: &'t Template) -> Vec<&'t Part> {
    let there: HashSet<&str> = parts.iter().flatten().map(|part| part.address.as_str()).collect();
    template.parts.iter().filter(|part| !there.contains(part.address.as_str())).collect()
}

/// The part whose heading was lost, so that its source, and whatever stands below it, came to stand under the heading of another.
fn swallowed<'t>(part: &Part, missing: &[&'t Part], template: &Template) -> Option<&'t Part> {
    let own = template.parts.iter().find(|own| own.address == part.address);
    let count = |line: &String, among: &[String]| among.iter().filter(|comment| *comment == line).count();
    missing.iter().copied().find(|missing| {
        let source = missing.comments.first();
        source.is_some_and(|line| count(line, &part.comments) > own.map_or(0, |own| count(line, &own.comments)))
    })
}

/// Tells a part that has lost its heading.
fn headless(missing: &Part) -> Failure {
    misplaced(Message::new("err-edit-no-heading").with("line", heading_of(missing)))
}

fn misplaced(message: Message) -> Failure {
    Failure::usage("edit-part", message).hint(Message::new("rec-edit-part"))
}

/// Tells a part whose heading cannot be understood, or that has none, by the heading that is `missing`.
fn misread(raw: &str, missing: Option<&Part>) -> Unapplied {
    let heading = raw.lines().next().unwrap_or_default().trim_start_matches("#:").trim();
    let address = missing.map_or("SLUG:7", |part| part.address.as_str()).to_owned();
    let line = format!("#: {heading}");
    let failure = match (heading, missing) {
        ("", Some(missing)) => headless(missing),
        ("", None) => misplaced(Message::new("err-edit-stray")),
        (_, Some(missing)) => {
            misplaced(Message::new("err-edit-heading").with("line", line).with("wanted", heading_of(missing)))
        }
        (_, None) => misplaced(Message::new("err-edit-part").with("line", line)),
    };
    Unapplied { address, failure }
}

fn is_changed(part: &Result<Part, String>, template: &Template) -> bool {
    let Ok(part) = part else { return true };
    let lines: Vec<String> = template
        .parts
        .iter()
        .find(|p| p.address == part.address && p.revision == part.revision)
        .map(|p| escaped(&p.target).split('\n').map(str::to_owned).collect())
        .unwrap_or_default();
    let untouched = unescaped(&lines.iter().map(String::as_str).collect::<Vec<_>>());
    let was_there = template.parts.iter().any(|p| p.address == part.address);
    !was_there || untouched != part.target
}

fn apply_part(writer: &mut crate::store::Writer<'_>, part: &Part) -> Result<SetReport, OpsError> {
    let unreadable = || OpsError::OneParagraph { address: part.address.clone() };
    let address: Address = part.address.parse().map_err(|_| unreadable())?;
    let head = find_article(&writer.snapshot(), address.slug())?;
    let state = select_one(&writer.snapshot(), &head, &address)?;
    super::translate::check_expected(writer, &head, &state, Some(part.revision))?;
    let (content, _) = parse_marked(&part.target, &state.revision.source);
    let beads = whole_beads(&state.revision, &content, &head);
    log_target(writer, &head, &state, &content, &beads, Origin::Human)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn target(text: &str) -> String {
        parse(&format!("# heading\n\n#: a:1 @2\n# قال\n{text}\n")).remove(0).unwrap().target
    }

    #[test]
    fn targets_come_back_as_they_were_written() {
        assert_eq!(target("#1_in_the_world"), "#1_in_the_world");
        for text in ["One line", "Two\nlines", "# not a comment", "\\# nor this", "a\n\nb", "\\\\#x", "#: a:2 @1"] {
            assert_eq!(target(&escaped(text)), text);
        }
        assert_eq!(target(""), "");
    }

    #[test]
    fn a_heading_that_was_damaged_keeps_its_text() {
        let parts = parse("#: a:1\nlost?\n\n#: b:2 @1\nfine\n");
        assert_eq!(parts.len(), 2);
        assert!(parts[0].as_ref().unwrap_err().contains("lost?"));
        assert_eq!(parts[1].as_ref().unwrap().target, "fine");
    }
}
