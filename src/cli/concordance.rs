//! `concordance`: where the memory uses a word or a phrase, with what stands around it on both sides, and by what it is rendered.

use std::fmt::Write as _;
use std::ops::Range;

use anstyle::{AnsiColor, Style};
use serde::Serialize;

use super::options::MemoryFilters;
use super::session::{Session, failed, standard_input};
use super::tm::search::{ProvenanceView, origin, provenance_view, tell_provenance};
use super::values::count;
use super::views::microseconds;
use crate::l10n::chips;
use crate::model::{Failure, Keep, Language, Message};
use crate::ops::memory::{
    Concordance, ConcordanceLine, ConcordanceRequest, Extent, RenderingCount, SearchedSides, TextSide, WordForms,
    concordance,
};

const LABEL: Style = Style::new().dimmed();
const PHRASE: Style = Style::new().bold();
const RENDERING: Style = AnsiColor::Green.on_default();
/// The marks around the phrase and around what renders it: seen without colour too.
const PHRASE_MARKS: [&str; 2] = ["⟪", "⟫"];
const RENDERING_MARKS: [&str; 2] = ["⟨", "⟩"];

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[arg(value_name = "TEXT")]
    pub(crate) text: String,
    #[arg(long = "in", value_name = "SIDE", default_value = "both")]
    pub(crate) side: Where,
    #[arg(long)]
    pub(crate) stem: bool,
    #[arg(long, value_name = "N", value_parser = count, default_value = "50")]
    pub(crate) limit: u32,
    #[arg(long)]
    pub(crate) count: bool,
    #[arg(long, value_name = "N", value_parser = count, default_value = "80")]
    pub(crate) context: u32,
    #[command(flatten)]
    pub(crate) filters: MemoryFilters,
    #[arg(long)]
    pub(crate) jsonl: bool,
}

/// Where to look.
#[derive(clap::ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Where {
    Source,
    Target,
    Both,
}

#[derive(Serialize)]
struct ConcordanceView<'a> {
    schema: u32,
    /// Units that were found.
    found: u64,
    /// Whether there are more than were found.
    more: bool,
    shown: usize,
    renderings: Vec<CountView<'a>>,
    untold: u64,
    lines: Vec<LineView<'a>>,
    /// The look-up alone, and the part of it that finds the units before it reads what is shown of them.
    took_us: u64,
    finding_us: u64,
}

#[derive(Serialize)]
struct CountView<'a> {
    text: &'a str,
    side: &'static str,
    count: u64,
}

#[derive(Serialize)]
struct LineView<'a> {
    source: &'a str,
    target: &'a str,
    source_lang: String,
    target_lang: String,
    source_spans: Vec<[usize; 2]>,
    target_spans: Vec<[usize; 2]>,
    renderings: Vec<RenderingView<'a>>,
    /// Where it comes from: an address of the desk, or the name of a memory.
    origin: &'a str,
    provenance: Vec<ProvenanceView<'a>>,
}

#[derive(Serialize)]
struct RenderingView<'a> {
    side: &'static str,
    span: [usize; 2],
    text: &'a str,
}

fn line_view(line: &ConcordanceLine) -> LineView<'_> {
    let spans = |spans: &[Range<usize>]| spans.iter().map(|span| [span.start, span.end]).collect();
    let renderings = line.renderings.iter().map(|rendering| RenderingView {
        side: rendering.side.as_str(),
        span: [rendering.span.start, rendering.span.end],
        text: &line.text(rendering.side)[rendering.span.clone()],
    });
    LineView {
        source: line.text(TextSide::Source),
        target: line.text(TextSide::Target),
        source_lang: line.unit.source_language.to_string(),
        target_lang: line.unit.target_language.to_string(),
        source_spans: spans(&line.in_source),
        target_spans: spans(&line.in_target),
        renderings: renderings.collect(),
        origin: origin(&line.provenance[0]),
        provenance: line.provenance.iter().map(provenance_view).collect(),
    }
}

fn view(found: &Concordance) -> ConcordanceView<'_> {
    let renderings = found.renderings.iter().map(|RenderingCount { side, text, count }| CountView {
        text,
        side: side.as_str(),
        count: *count,
    });
    ConcordanceView {
        schema: 1,
        found: found.found,
        more: found.more,
        shown: found.lines.len(),
        renderings: renderings.collect(),
        untold: found.untold,
        lines: found.lines.iter().map(line_view).collect(),
        took_us: microseconds(found.took.whole),
        finding_us: microseconds(found.took.finding),
    }
}

pub(super) fn run(args: &Args, session: &mut Session<'_>) -> Result<(), Failure> {
    let text = if args.text == "-" { standard_input()? } else { args.text.clone() };
    let desk = session.desk(Keep::Applied)?;
    let filters = args.filters.filters();
    let request = ConcordanceRequest {
        text: &text,
        sides: match args.side {
            Where::Source => SearchedSides::One(TextSide::Source),
            Where::Target => SearchedSides::One(TextSide::Target),
            Where::Both => SearchedSides::Both,
        },
        forms: if args.stem { WordForms::OfStem } else { WordForms::Same },
        limit: args.limit as usize,
        extent: if args.count { Extent::All } else { Extent::Shown },
        filters: &filters,
    };
    let found = concordance(&desk, &request).map_err(failed)?;
    if args.jsonl {
        return found.lines.iter().try_for_each(|line| session.output.json(&line_view(line)));
    }
    if session.output.is_json() {
        return session.output.json(&view(&found));
    }
    if found.lines.is_empty() {
        session.output.say(&Message::new("out-concordance-none"));
        let is_all_prefixes = args.text.split_whitespace().all(|word| word.ends_with('*'));
        if !args.stem && !is_all_prefixes {
            session.output.say(&Message::new("rec-concordance-stem"));
        }
        return Ok(());
    }
    session.output.page();
    tell_counts(&found, session)?;
    found.lines.iter().try_for_each(|line| tell_line(line, args.context as usize, session))
}

/// How many there are, and the table of renderings.
fn tell_counts(found: &Concordance, session: &mut Session<'_>) -> Result<(), Failure> {
    let shown = found.lines.len() as u64;
    let heading = if found.more {
        Message::new("out-concordance-more").with("shown", shown)
    } else if shown < found.found {
        Message::new("out-concordance-first").with("count", found.found).with("shown", shown)
    } else {
        Message::new("out-concordance-all").with("count", found.found)
    };
    session.output.heading(&heading)?;
    if found.renderings.is_empty() {
        return Ok(());
    }
    let id = if found.more { "out-concordance-renderings-shown" } else { "out-concordance-renderings" };
    session.output.sentence(&Message::new(id))?;
    let width = found.renderings.first().map_or(1, |counted| counted.count.to_string().len());
    for RenderingCount { text, count, .. } in &found.renderings {
        session.output.line(&format!("  {count:>width$}  {}", on_one_line(text)))?;
    }
    if found.untold > 0 {
        session.output.sentence(&Message::new("out-concordance-untold").with("count", found.untold))?;
    }
    Ok(())
}

/// A line of labels, then each language on a line of its own.
fn tell_line(line: &ConcordanceLine, context: usize, session: &mut Session<'_>) -> Result<(), Failure> {
    let first = &line.provenance[0];
    session.output.line("")?;
    if first.status.is_some() || first.superseded || first.entry.is_some() {
        tell_provenance(first, session)?;
    } else {
        session.output.line(origin(first))?;
    }
    if line.provenance.len() > 1 {
        let message = Message::new("out-concordance-places").with("count", line.provenance.len() - 1);
        session.output.sentence(&message)?;
    }
    for (side, language, phrases) in [
        (TextSide::Source, &line.unit.source_language, &line.in_source),
        (TextSide::Target, &line.unit.target_language, &line.in_target),
    ] {
        let phrases = phrases.iter().map(|span| Marked { span: span.clone(), marks: PHRASE_MARKS, style: PHRASE });
        let renderings = line.renderings.iter().filter(|rendering| rendering.side == side).map(|rendering| Marked {
            span: rendering.span.clone(),
            marks: RENDERING_MARKS,
            style: RENDERING,
        });
        let marked: Vec<Marked> = phrases.chain(renderings).collect();
        language_line(language, &excerpt(line.text(side), marked, context), session)?;
    }
    Ok(())
}

fn language_line(language: &Language, shown: &str, session: &mut Session<'_>) -> Result<(), Failure> {
    let label = language.primary();
    session.output.styled_text(&format!("{LABEL}{label:>4}{LABEL:#}  {shown}\n"))
}

/// A part of a text that is marked.
struct Marked {
    span: Range<usize>,
    marks: [&'static str; 2],
    style: Style,
}

/// What is marked in a text, with so many characters around it; `…` stands for what is left. Without marks the text's beginning.
fn excerpt(text: &str, mut marked: Vec<Marked>, context: usize) -> String {
    marked.sort_by_key(|part| (part.span.start, part.span.end));
    let mut shown = String::new();
    let mut at = 0;
    for (number, part) in marked.iter().enumerate() {
        if part.span.start < at {
            continue;
        }
        let window = window(text, &part.span, context);
        // Where white space alone is between two windows, nothing is left.
        if !text[at..window.start.max(at)].trim().is_empty() {
            shown.push_str(if number == 0 { "… " } else { " … " });
            at = window.start;
        }
        let next = marked.get(number + 1).map_or(text.len(), |next| next.span.start.max(part.span.end));
        let end = window.end.min(next);
        let [open, close] = part.marks;
        shown.push_str(&on_one_line(&text[at..part.span.start]));
        let (style, inside) = (part.style, on_one_line(&text[part.span.clone()]));
        let _ = write!(shown, "{style}{open}{inside}{close}{style:#}");
        shown.push_str(&on_one_line(&text[part.span.end..end]));
        at = end;
    }
    if marked.is_empty() {
        at = window(text, &(0..0), 2 * context).end;
        shown.push_str(&on_one_line(&text[..at]));
    }
    if !text[at..].trim().is_empty() {
        shown.push_str(" …");
    }
    shown
}

/// A part of a text with about so many characters before and after it, whole words.
fn window(text: &str, part: &Range<usize>, context: usize) -> Range<usize> {
    let before = text[..part.start].char_indices().rev().nth(context).map_or(0, |(at, _)| at);
    let after = text[part.end..].char_indices().nth(context).map_or(text.len(), |(at, _)| part.end + at);
    let start = if before == 0 || text[..before].ends_with(char::is_whitespace) {
        before
    } else {
        text[before..part.start].find(char::is_whitespace).map_or(part.start, |space| {
            let space = before + space;
            space + text[space..].chars().next().map_or(0, char::len_utf8)
        })
    };
    let end = if after == text.len() || text[after..].starts_with(char::is_whitespace) {
        after
    } else {
        text[part.end..after].rfind(char::is_whitespace).map_or(part.end, |space| part.end + space)
    };
    start..end
}

fn on_one_line(text: &str) -> String {
    chips(text).replace('\n', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, parts: &[&str], context: usize) -> String {
        let marked = parts.iter().map(|part| {
            let start = text.find(part).unwrap();
            Marked { span: start..start + part.len(), marks: PHRASE_MARKS, style: Style::new() }
        });
        excerpt(text, marked.collect(), context)
    }

    #[test]
    fn the_phrase_is_marked_and_what_is_far_from_it_left() {
        let text = "قال الوزير إنّ الحكومةَ ستدرس مشروع القانون الجديد غدًا";
        assert_eq!(shown(text, &["الحكومةَ"], 200), "قال الوزير إنّ ⟪الحكومةَ⟫ ستدرس مشروع القانون الجديد غدًا");
        assert_eq!(shown(text, &["الحكومةَ"], 8), "… إنّ ⟪الحكومةَ⟫ ستدرس …");
        assert_eq!(shown(text, &["قال", "غدًا"], 8), "⟪قال⟫ الوزير … الجديد ⟪غدًا⟫");
        assert_eq!(shown(text, &["الوزير", "إنّ"], 3), "قال ⟪الوزير⟫ ⟪إنّ⟫ …");
        assert_eq!(shown(text, &[], 5), "قال الوزير …");
        assert_eq!(shown("سطر\nآخر", &["آخر"], 9), "سطر ⟪آخر⟫");
        assert_eq!(shown("", &[], 9), "");
    }
}
