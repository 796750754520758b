//! What the desk has to say about a paragraph: findings, comments, matches of the memory, terms and names, and what changed last.
//! A panel that cannot be filled tells why, and the page goes on without it.

use maud::{Markup, PreEscaped, html};

use super::article::findings_of;
use super::page;
use super::paragraph::{FORM, Place, remark};
use super::text::{Marks, block, difference, plain_block};
use super::visit::Visit;
use crate::model::{DecisionKind, DiffOp, Grain, Language, Message, Status};
use crate::ops::comments::{CommentFilter, CommentView, comments};
use crate::ops::examination::DeskFinding;
use crate::ops::history::{Against, ParagraphDiff, Side, blame, compare};
use crate::ops::memory::{Filters, MemoryMatch, Provenance};
use crate::ops::show::ParagraphView;
use crate::ops::suggestion::{SuggestRequest, Suggested, Suggestion, Suggestions, mark_of, suggest};
use crate::ops::terms::TermMatch;
use crate::ops::{Desk, OpsError};

/// The least score of a match that is shown, and how many are.
const LEAST_SCORE: u8 = 50;
const MATCHES: usize = 5;

/// What is asked of the memory for a paragraph, or for a segment of it.
pub(super) fn request(address: crate::model::Address) -> SuggestRequest {
    SuggestRequest { address, min: LEAST_SCORE, limit: MATCHES, filters: Filters::default() }
}

pub(super) fn all(visit: &Visit, desk: &Desk, place: &Place, here: &ParagraphView) -> Markup {
    let told = |panel: Result<Markup, OpsError>| match panel {
        Ok(panel) => panel,
        Err(error) => page::told_failure(visit.localizer(), &error.failure()),
    };
    html! {
        (told(changes(visit, desk, place)))
        (told(findings(visit, desk, place, here)))
        (told(discussion(visit, desk, place)))
        (told(offers(visit, desk, place)))
    }
}

fn panel(visit: &Visit, id: &'static str, title: &'static str, count: Option<usize>, body: &Markup) -> Markup {
    let heading = format!("{id}-title");
    html! {
        section class="panel" id=(id) aria-labelledby=(heading) {
            h2 id=(heading) { (visit.text(title)) @if let Some(count) = count { " " span class="number" { (count) } } }
            (body)
        }
    }
}

/// Why the text was sent back or opened again, the last first; nothing where it was not.
pub(super) fn objections(visit: &Visit, desk: &Desk, place: &Place, here: &ParagraphView) -> Result<Markup, OpsError> {
    if here.state.standing.status != Status::ChangesRequested {
        return Ok(html! {});
    }
    let decisions = blame(desk, &place.address)?.into_iter().flat_map(|blame| blame.decisions).collect::<Vec<_>>();
    let objects = |kind| matches!(kind, DecisionKind::RequestChanges | DecisionKind::Reopen);
    let objections = decisions.iter().rev().take_while(|decision| objects(decision.kind));
    Ok(html! {
        section class="sent-back" aria-label=(visit.say(Status::ChangesRequested)) {
            @for decision in objections {
                p {
                    (page::byline(&decision.person, &decision.at)) " · " (visit.say(decision.kind))
                    @if let Some(reason) = decision.reason { " · " (visit.say(reason)) }
                }
                (page::note(decision.note.as_deref()))
            }
        }
    })
}

/// The last change of the texts, and since the last approval where that is another.
fn changes(visit: &Visit, desk: &Desk, place: &Place) -> Result<Markup, OpsError> {
    // Of a first wording there is nothing to say but that it is new.
    let tells = |diff: &ParagraphDiff| {
        let is_change = diff.change.pieces.iter().any(|piece| piece.op != DiffOp::Insert);
        diff.from.is_some() && (diff.source_change.is_some() || (diff.change.differs() && is_change))
    };
    let since = |against| match compare(desk, &place.address, against, Side::Target, Grain::Words) {
        Ok(diffs) => Ok(diffs.into_iter().next().filter(tells)),
        Err(OpsError::NothingToCompare { .. }) => Ok(None),
        Err(error) => Err(error),
    };
    let last = since(Against::Previous)?;
    let approved = since(Against::Approved)?.filter(|diff| last.as_ref().is_none_or(|last| last.from != diff.from));
    let body = html! {
        (change(visit, place, "web-changed-since", last.as_ref()))
        (change(visit, place, "web-changed-since-approval", approved.as_ref()))
        p { a href={ (place.own_path()) "/history" } { (visit.text("web-history")) } }
    };
    Ok(panel(visit, "changes", "web-changes", None, &body))
}

fn change(visit: &Visit, place: &Place, id: &'static str, diff: Option<&ParagraphDiff>) -> Markup {
    let Some(diff) = diff else { return html! {} };
    html! {
        p class="small" { (visit.say(Message::new(id).with("revision", diff.from.unwrap_or_default()))) }
        @if let Some(change) = &diff.source_change { (difference(change, &place.article.source_language)) }
        @if diff.change.differs() { (difference(&diff.change, &place.article.target_language)) }
    }
}

fn findings(visit: &Visit, desk: &Desk, place: &Place, here: &ParagraphView) -> Result<Markup, OpsError> {
    let found = findings_of(desk, &place.address)?;
    let body = html! {
        @if found.is_empty() { p { (visit.text("findings-none")) } }
        ul class="findings" { @for finding in &found { (finding_item(visit, place, here, finding)) } }
    };
    Ok(panel(visit, "findings", "web-findings", Some(found.len()), &body))
}

fn finding_item(visit: &Visit, place: &Place, here: &ParagraphView, found: &DeskFinding) -> Markup {
    let finding = &found.finding;
    let field = format!("why-{}", found.id);
    // A finding on all of a text needs no quotation of it.
    let excerpt = |text: &str, spans: &[std::ops::Range<usize>]| {
        let parts = spans.iter().filter_map(|span| text.get(span.clone()));
        parts.filter(|part| !part.is_empty() && part.len() < text.len()).map(str::to_owned).collect::<Vec<_>>()
    };
    let quoted = |texts: Vec<String>, language: &Language| {
        html! {
            @for text in texts {
                q lang=(language) dir=(language.direction().as_str()) { (super::text::plain(&text)) } " "
            }
        }
    };
    html! {
        li class={ "finding " (finding.severity.as_str()) @if found.waiver.is_some() { " waived" } } {
            p {
                span class={ "severity " (finding.severity.as_str()) } { (visit.say(finding.severity)) } " "
                (visit.say(finding.message.clone()))
            }
            p class="small" {
                (quoted(excerpt(here.state.revision.source.text(), &finding.source), &place.article.source_language))
                (quoted(excerpt(here.target_text(), &finding.target), &place.article.target_language))
                bdi class="check" dir="ltr" { (finding.check) }
            }
            @if let Some(text) = &finding.suggestion {
                p class="small" { (visit.say(Message::new("finding-suggestion").with("text", text.as_str()))) }
            }
            @match &found.waiver {
                Some(waiver) => p class="small" {
                    (visit.say(Message::new("finding-waived").with("person", waiver.person.as_str())
                        .with("at", crate::l10n::moment(&waiver.at)).with("reason", waiver.reason.as_str())))
                },
                None if place.permission.may_waive => details open[place.typed.has(&field)] {
                    summary { (visit.text("web-waive")) }
                    div class="fields" {
                        label { (visit.text("web-waive-why"))
                            textarea name=(field) form=(FORM) rows="1" dir="auto" {
                                (PreEscaped("\n")) (place.typed.given(&field))
                            }
                        }
                        button form=(FORM) name="act" value={ "waive " (found.id) } { (visit.text("web-waive-now")) }
                    }
                },
                None => {},
            }
        }
    }
}

fn discussion(visit: &Visit, desk: &Desk, place: &Place) -> Result<Markup, OpsError> {
    let filter = CommentFilter { address: Some(place.address.clone()), open_only: false };
    let found = comments(desk, &filter)?;
    let open = found.iter().filter(|comment| comment.resolved_by.is_none()).count();
    let body = html! {
        ul class="comments" { @for comment in &found { (comment_item(visit, comment)) } }
        div class="fields" {
            label { (visit.text("web-comment-new"))
                textarea name="comment" form=(FORM) rows="2" dir="auto" {
                    (PreEscaped("\n")) (place.typed.given("comment"))
                }
            }
            button form=(FORM) name="act" value="comment" { (visit.text("web-comment-now")) }
        }
    };
    Ok(panel(visit, "comments", "web-comments", Some(open), &body))
}

fn comment_item(visit: &Visit, comment: &CommentView) -> Markup {
    html! {
        li class=[comment.resolved_by.is_some().then_some("resolved")] {
            p class="small" {
                (page::byline(&comment.person, &comment.at)) " · "
                (visit.say(Message::new("web-revision").with("revision", comment.revision)))
            }
            (remark(&comment.text))
            @match &comment.resolved_by {
                Some(person) => p class="small" {
                    (visit.say(Message::new("web-resolved-by").with("person", person.as_str())))
                },
                None => button form=(FORM) name="act" value={ "resolve " (comment.number) } { (visit.text("web-resolve")) },
            }
        }
    }
}

/// Terms and names first, for they are short; then the matches of the whole and of its segments.
fn offers(visit: &Visit, desk: &Desk, place: &Place) -> Result<Markup, OpsError> {
    let offered = suggest(desk, &request(place.address.clone()))?;
    let parts = || std::iter::once(&offered.whole).chain(&offered.segments);
    let count = parts().map(|part| part.matches.len()).sum::<usize>();
    let matched = |target: &str| offered.whole.matches.iter().any(|m| m.found.target.text() == target);
    let matches = html! {
        @if count == 0 { p { (visit.say(Message::new("suggest-none").with("score", u32::from(LEAST_SCORE)))) } }
        (part(visit, place, &offered, &offered.whole, 0))
        @for (segment, number) in offered.segments.iter().zip(1..) {
            @if !segment.matches.is_empty() {
                h3 { (visit.say(Message::new("suggest-segment").with("address", segment.address.as_str()))) }
                (part(visit, place, &offered, segment, number))
            }
        }
        @for repeated in offered.repetitions.iter().filter(|repeated| !matched(repeated.target.text())) {
            @let address = format!("{}:{}", repeated.slug, repeated.number);
            p class="small" {
                (visit.text("web-repetition")) " " (page::link(&address)) " · " (visit.say(repeated.status))
            }
            (block(&repeated.target, &place.article.target_language, Marks::Hidden))
            @if place.permission.may_write {
                p { button form=(FORM) name="act" value={ "repeat " (address) " " (mark_of(&repeated.target)) } { (visit.text("web-take")) } }
            }
        }
    };
    let terms = html! {
        @if offered.terms.is_empty() { p { (visit.text("web-no-terms")) } }
        ul class="terms" { @for found in &offered.terms { (term_item(visit, place, found)) } }
    };
    Ok(html! {
        (panel(visit, "terms", "web-terms", Some(offered.terms.len()), &terms))
        (panel(visit, "matches", "web-matches", Some(count), &matches))
    })
}

fn part(visit: &Visit, place: &Place, offered: &Suggestions, part: &Suggested, segment: usize) -> Markup {
    html! {
        ol class="matches" {
            @for (suggestion, number) in part.matches.iter().zip(1..) {
                (match_item(visit, place, offered, suggestion, (segment, number)))
            }
        }
    }
}

fn match_item(
    visit: &Visit,
    place: &Place,
    offered: &Suggestions,
    suggestion: &Suggestion,
    (segment, number): (usize, u32),
) -> Markup {
    let found = &suggestion.found;
    let (source, target) = &offered.languages;
    let take = format!("take {segment} {number} {}", suggestion.mark());
    html! {
        li {
            p class="small" {
                span class={ "score" @if found.score >= 100 { " exact" } } { (found.score) " %" }
                " " (visit.say(found.kind)) " · " (origin(visit, &found.provenance[0]))
            }
            (cautions(visit, found))
            @if suggestion.change.differs() { (difference(&suggestion.change, source)) }
            (plain_block(&suggestion.marked_target, target))
            @if place.permission.may_write {
                button form=(FORM) name="act" value=(take) { (visit.text("web-take")) }
            }
        }
    }
}

/// Where a match comes from: a place on the desk, or the name of a memory; who wrote it, and when.
pub(super) fn origin(visit: &Visit, provenance: &Provenance) -> Markup {
    let status = match provenance.status {
        _ if provenance.superseded => Some(visit.text("tm-superseded")),
        Some(status) => Some(visit.say(status)),
        None => provenance.entry.map(|entry| visit.say(Message::new("tm-entry").with("number", entry.to_string()))),
    };
    html! {
        @match &provenance.address {
            Some(address) => (page::link(address)),
            None => bdi { (provenance.origin) },
        }
        @if let Some(status) = status { " · " (status) }
        @if let Some(author) = &provenance.author { " · " bdi { (author) } }
        @if let Some(at) = &provenance.at { " · " time datetime=(at) dir="ltr" { (crate::l10n::moment(at)) } }
    }
}

/// What a reader must not miss: numbers to change, and a negation more or less.
fn cautions(visit: &Visit, found: &MemoryMatch) -> Markup {
    let numbers = found.numbers.iter().map(|(found, wanted)| {
        Message::new("out-tm-number").with("found", found.as_str()).with("wanted", wanted.as_str())
    });
    let differ = (found.numbers_differ && found.numbers.is_empty()).then(|| Message::new("out-tm-numbers-differ"));
    let negation = found.negation_differs.then(|| Message::new("out-tm-negation-differs"));
    html! {
        @for message in numbers.chain(differ).chain(negation) { p class="small caution" { (visit.say(message)) } }
    }
}

fn term_item(visit: &Visit, place: &Place, found: &TermMatch) -> Markup {
    let (source, target) = (&place.article.source_language, &place.article.target_language);
    let rendering = |text: &str, class: &'static str, label: Option<&'static str>| {
        html! {
            span class=(class) lang=(target) dir=(target.direction().as_str()) { (text) }
            @if let Some(label) = label { " " span class="small" { (visit.text(label)) } }
            @if class != "forbidden" {
                " " button type="button" hidden data-insert=(text) { (visit.text("web-insert")) }
            }
        }
    };
    html! {
        li {
            span class="term" lang=(source) dir=(source.direction().as_str()) { (found.text) }
            span class="small" { " " (visit.say(found.row.concept.kind)) @if !found.sure { " ?" } }
            ul {
                @if let Some(text) = &found.rendering { li { (rendering(text, "preferred", None)) } }
                @for text in &found.admitted { li { (rendering(text, "admitted", Some("web-admitted"))) } }
                @for text in &found.forbidden { li { (rendering(text, "forbidden", Some("web-forbidden"))) } }
            }
            @if let Some(note) = &found.row.concept.note { (remark(note)) }
        }
    }
}
