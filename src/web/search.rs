//! Searches what the desk and its memories have translated: a word or a phrase in context, and by what it was rendered; or a whole
//! sentence and what is like it.

use maud::{Markup, html};

use super::page;
use super::panels::origin;
use super::reply::Reply;
use super::text::{marked, plain_block};
use super::visit::Visit;
use crate::model::{Failure, Message};
use crate::ops::memory::{
    Concordance, ConcordanceLine, ConcordanceRequest, Extent, Filters, MemoryMatch, SearchedSides, TextSide, TmSearch,
    WordForms, concordance, tm_search,
};
use crate::ops::{Desk, OpsError};

/// How many places are shown, as `concordance` does.
const LINES: usize = 50;
/// How many like sentences are shown, and how like they are at least.
const MATCHES: usize = 10;
const LEAST_SCORE: u8 = 50;

pub(super) fn show(visit: &Visit) -> Result<Reply, Failure> {
    let text = visit.query.given("q").trim();
    let found = if text.is_empty() {
        html! {}
    } else {
        found(visit, text)?
    };
    let main = html! {
        h1 { (visit.text("web-search")) }
        (search_form(visit))
        (found)
    };
    Ok(Reply::page(page::page(visit, &visit.text("web-search"), "search", &main)))
}

fn search_form(visit: &Visit) -> Markup {
    let kind = visit.query.given("by");
    let side = visit.query.given("in");
    let option = |value: &'static str, label: &'static str, chosen: &str| {
        html! { option value=(value) selected[value == chosen] { (visit.text(label)) } }
    };
    html! {
        form class="filters" method="get" action="/search" role="search" {
            label { (visit.text("web-search-text")) " "
                input type="search" name="q" value=(visit.query.given("q")) dir="auto" autofocus required;
            }
            label { (visit.text("web-search-by")) " "
                select name="by" {
                    (option("words", "web-search-words", kind))
                    (option("likeness", "web-search-likeness", kind))
                }
            }
            label { (visit.text("web-search-in")) " "
                select name="in" {
                    (option("both", "web-both-sides", side))
                    (option("source", "web-source", side))
                    (option("target", "web-target", side))
                }
            }
            label {
                input type="checkbox" name="stem" value="1" checked[visit.query.has("stem")];
                " " (visit.text("web-stem"))
            }
            button { (visit.text("web-search-now")) }
        }
        p class="small" { (visit.text("web-search-help")) }
    }
}

fn found(visit: &Visit, text: &str) -> Result<Markup, Failure> {
    let desk = visit.desk()?;
    let found =
        if visit.query.given("by") == "likeness" { alike(visit, &desk, text) } else { in_context(visit, &desk, text) };
    found.map_err(|error| error.failure())
}

fn in_context(visit: &Visit, desk: &Desk, text: &str) -> Result<Markup, OpsError> {
    let request = ConcordanceRequest {
        text,
        sides: match visit.query.given("in") {
            "source" => SearchedSides::One(TextSide::Source),
            "target" => SearchedSides::One(TextSide::Target),
            _ => SearchedSides::Both,
        },
        forms: if visit.query.has("stem") { WordForms::OfStem } else { WordForms::Same },
        limit: LINES,
        extent: Extent::All,
        filters: &Filters::default(),
    };
    let found = concordance(desk, &request)?;
    Ok(html! {
        section aria-live="polite" {
            (counts(visit, &found))
            ol class="lines" { @for line in &found.lines { (line_item(visit, line)) } }
        }
    })
}

fn counts(visit: &Visit, found: &Concordance) -> Markup {
    let shown = found.lines.len() as u64;
    let heading = match found.found {
        0 => Message::new("out-concordance-none"),
        all if shown < all => Message::new("out-concordance-first").with("count", all).with("shown", shown),
        all => Message::new("out-concordance-all").with("count", all),
    };
    html! {
        h2 { (visit.say(heading)) }
        @if !found.renderings.is_empty() {
            p class="small" { (visit.text("out-concordance-renderings")) }
            ul class="renderings" {
                @for counted in &found.renderings { li { bdi { (counted.text) } " " span class="number" { (counted.count) } } }
            }
        }
    }
}

fn line_item(visit: &Visit, line: &ConcordanceLine) -> Markup {
    let spans = |side: TextSide| {
        let phrases = if side == TextSide::Source { &line.in_source } else { &line.in_target };
        let phrases = phrases.iter().map(|span| (span.clone(), "phrase"));
        let renderings = line.renderings.iter().filter(|rendering| rendering.side == side);
        phrases.chain(renderings.map(|rendering| (rendering.span.clone(), "rendering"))).collect::<Vec<_>>()
    };
    let (source, target) = (&line.unit.source_language, &line.unit.target_language);
    html! {
        li {
            p class="small" {
                (origin(visit, &line.provenance[0]))
                @if line.provenance.len() > 1 {
                    " " (visit.say(Message::new("out-concordance-places").with("count", line.provenance.len() - 1)))
                }
            }
            div class="two" {
                div class="text" lang=(source) dir=(source.direction().as_str()) {
                    (marked(line.text(TextSide::Source), &spans(TextSide::Source)))
                }
                div class="text" lang=(target) dir=(target.direction().as_str()) {
                    (marked(line.text(TextSide::Target), &spans(TextSide::Target)))
                }
            }
        }
    }
}

fn alike(visit: &Visit, desk: &Desk, text: &str) -> Result<Markup, OpsError> {
    let search = TmSearch { min: LEAST_SCORE, limit: MATCHES, filters: &Filters::default(), refuses_blank: true };
    let mut matches: Vec<MemoryMatch> = Vec::new();
    tm_search::<OpsError>(desk, std::iter::once(Ok(text.to_owned())), &search, |result| {
        matches.extend(result.matches);
        Ok(())
    })?;
    let setting = |setting| crate::ops::settings::settings(desk, Some(setting));
    let language = |views: Vec<crate::ops::settings::SettingView>| views.into_iter().next()?.value.parse().ok();
    let source = language(setting(crate::model::Setting::SourceLanguage)?);
    let target = language(setting(crate::model::Setting::TargetLanguage)?);
    let (Some(source), Some(target)) = (source, target) else { return Ok(html! {}) };
    Ok(html! {
        section aria-live="polite" {
            @if matches.is_empty() { h2 { (visit.text("out-tm-no-matches")) } }
            ol class="lines" {
                @for found in &matches {
                    li {
                        p class="small" {
                            span class="score" { (found.score) " %" } " " (visit.say(found.kind)) " · "
                            (origin(visit, &found.provenance[0]))
                        }
                        div class="two" {
                            (plain_block(found.source.text(), &source))
                            (plain_block(found.target.text(), &target))
                        }
                    }
                }
            }
        }
    })
}
