//! A paragraph to work at: the source beside the translation that is being typed, its neighbours, the decisions that are open to
//! the person, and everything the desk has to say about it. What the buttons do is in `work`.
//!
//! All of it is one form, so that nothing typed in one place is lost by a button in another.

use maud::{Markup, PreEscaped, html};

use super::article::{kind_name, marks};
use super::fields::Fields;
use super::lines;
use super::notices::Notice;
use super::page;
use super::panels;
use super::reply::{Reply, status_of};
use super::text::{Marks, block, difference, words};
use super::visit::{Visit, article_path, paragraph_path};
use super::work::held_at;
use crate::model::{
    Address, CodePart, ContentDiff, DecisionKind, Failure, Message, NumberRange, ParagraphNumber, ReasonCode, Status,
};
use crate::ops::permission::{Permission, permission};
use crate::ops::progress::status;
use crate::ops::proposal::{Proposal, proposal};
use crate::ops::show::{ArticleView, ParagraphView, ShowRequest, show as shown};
use crate::ops::{Desk, OpsError};

/// What the form of the page is called, so that buttons outside of it belong to it.
pub(super) const FORM: &str = "work";

/// A paragraph between its neighbours.
pub(super) struct Place {
    pub(super) address: Address,
    pub(super) article: ArticleView,
    pub(super) number: u32,
    pub(super) total: u32,
    pub(super) permission: Permission,
    /// Whether the person may submit and approve what is being typed.
    may_submit: bool,
    may_approve: bool,
    /// What was typed and not sent off.
    pub(super) typed: Fields,
}

impl Place {
    pub(super) fn of(visit: &Visit, desk: &Desk, typed: Fields) -> Result<Self, Failure> {
        let of_desk = |error: OpsError| error.failure();
        let (slug, number, address) = (visit.slug()?, visit.number()?, visit.address()?);
        let progress = status(desk, &Address::Article(slug.clone())).map_err(of_desk)?;
        let total = progress.total() + progress.excluded;
        // A paragraph that is not there is told as the desk tells it.
        let range =
            if number > total { number..=number } else { number.saturating_sub(1).max(1)..=(number + 1).min(total) };
        let range = NumberRange { first: ParagraphNumber(*range.start()), last: ParagraphNumber(*range.end()) };
        let wanted = Address::Paragraphs(slug, vec![range]);
        let article = shown(desk, &ShowRequest { address: wanted, at: None, removed: false }).map_err(of_desk)?;
        let draft = permission(desk, Status::Draft).map_err(of_desk)?;
        let may = |kind| draft.decisions.contains(&kind);
        let (may_submit, may_approve) = (may(DecisionKind::Submit), may(DecisionKind::Approve));
        let mut place = Self { address, article, number, total, permission: draft, may_submit, may_approve, typed };
        place.permission = permission(desk, place.here()?.state.standing.status).map_err(of_desk)?;
        Ok(place)
    }

    fn at(&self, number: u32) -> Option<&ParagraphView> {
        self.article.paragraphs.iter().find(|paragraph| paragraph.state.number == Some(number))
    }

    /// The paragraph itself.
    pub(super) fn here(&self) -> Result<&ParagraphView, Failure> {
        self.at(self.number).ok_or_else(|| {
            let (address, paragraphs) = (self.address.to_string(), self.total as usize);
            OpsError::NoParagraph { address, paragraphs }.failure()
        })
    }

    /// Refuses where another paragraph stands at the address than the one that the person saw: a corrected source may have moved it.
    pub(super) fn require(&self, seen: &str) -> Result<(), Failure> {
        if self.here()?.state.id.to_string() == seen {
            return Ok(());
        }
        let address = self.address.to_string();
        let message = Message::new("err-web-moved").with("address", address.as_str());
        Err(Failure::conflict("moved", message).hint(Message::new("rec-web-moved")).at(address.as_str()))
    }

    /// A text that was not touched when it was sent is none that was typed: what stands there now is to be read instead.
    fn forget_untouched(&mut self, desk: &Desk) -> Result<(), Failure> {
        let (text, seen) = (self.typed.value("text"), self.typed.number("expect"));
        let Some((text, seen)) = text.zip(seen) else { return Ok(()) };
        let held = held_at(desk, &self.address, seen).map_err(|error| error.failure())?;
        if lines::typed(text, &held) == held {
            self.typed = std::mem::take(&mut self.typed).only(|name, _| name != "text");
        }
        Ok(())
    }

    fn path(&self, number: u32) -> String {
        paragraph_path(self.article.slug.as_str(), number)
    }

    pub(super) fn own_path(&self) -> String {
        self.path(self.number)
    }

    /// The page after this one: the next paragraph, or the article at its end.
    pub(super) fn next_path(&self) -> String {
        if self.number < self.total { self.path(self.number + 1) } else { article_path(self.article.slug.as_str()) }
    }
}

pub(super) fn show(visit: &Visit) -> Result<Reply, Failure> {
    let desk = visit.desk()?;
    let notice = visit.notice();
    match (render(visit, &desk, &notice), &notice.typed) {
        (Err(failure), Some(typed)) => Ok(Reply::Page(status_of(&failure), stranded(visit, &failure, typed))),
        (page, _) => Ok(Reply::page(page?)),
    }
}

/// The page, with what is to be told and what was typed before.
pub(super) fn render(visit: &Visit, desk: &Desk, notice: &Notice) -> Result<Markup, Failure> {
    let mut place = Place::of(visit, desk, notice.typed.clone().unwrap_or_default())?;
    place.forget_untouched(desk)?;
    if let Some(seen) = place.typed.value("paragraph") {
        place.require(seen)?;
    }
    let here = place.here()?;
    let held = here.marked_target();
    let text = place.typed.value("text").map_or_else(|| held.clone(), |text| lines::typed(text, &held));
    let conflict = conflict(visit, desk, &place, here, &text)?;
    let objections = panels::objections(visit, desk, &place, here).map_err(|error| error.failure())?;
    let title = place.address.to_string();
    let main = html! {
        (page::notice(visit, notice))
        (crumbs(visit, &place))
        (heading(visit, here))
        (objections)
        (conflict)
        (neighbour(visit, &place, place.number.checked_sub(1)))
        form id=(FORM) method="post" action=(place.own_path()) data-unsent[notice.typed.is_some()] {
            @if let Some(told) = visit.told() { input type="hidden" name="told" value=(told); }
            (page::token(visit))
            input type="hidden" name="expect" value=(here.state.revision.number);
            input type="hidden" name="paragraph" value=(here.state.id);
            (pair(visit, &place, here, &text))
            (buttons(visit, &place, here))
        }
        (neighbour(visit, &place, Some(place.number + 1)))
        p class="keys small" { (visit.text("web-keys")) }
        div class="panels" { (panels::all(visit, desk, &place, here)) }
    };
    Ok(page::page(visit, &title, "paragraph", &main))
}

fn crumbs(visit: &Visit, place: &Place) -> Markup {
    let article = &place.article;
    html! {
        nav class="crumbs" aria-label=(visit.text("web-place")) {
            a href={ (article_path(article.slug.as_str())) "#p" (place.number) } {
                bdi { @if article.title.is_empty() { (article.slug) } @else { (article.title) } }
            }
            span class="steps" {
                @if place.number > 1 {
                    a rel="prev" accesskey="p" href=(place.path(place.number - 1)) { (visit.text("web-previous")) }
                }
                span { (visit.say(Message::new("web-of").with("number", place.number).with("count", place.total))) }
                @if place.number < place.total {
                    a rel="next" accesskey="n" href=(place.path(place.number + 1)) { (visit.text("web-next")) }
                }
            }
        }
    }
}

fn heading(visit: &Visit, here: &ParagraphView) -> Markup {
    let state = &here.state;
    let revision = Message::new("web-revision").with("revision", state.revision.number);
    html! {
        div class="heading" {
            h1 { bdi dir="ltr" { (here.address) } }
            span class="kind" { (visit.say(kind_name(here))) }
            (page::status(visit, state.standing.status, state.standing.stale))
            span class="small" {
                (visit.say(revision))
                @if let Some(translator) = &state.revision.translator { " · " bdi { (translator) } }
            }
            (marks(visit, here))
        }
        @if let Some(exclusion) = &state.exclusion {
            p class="caution" {
                (visit.say(Message::new("show-exclusion").with("person", exclusion.person.as_str())
                    .with("at", crate::l10n::moment(&exclusion.at)).with("reason", exclusion.reason.as_str())))
            }
        }
    }
}

/// Where somebody changed the text while it was being typed: the present one, and what the typed one changes in it. Whoever has
/// seen both may save over it.
fn conflict(visit: &Visit, desk: &Desk, place: &Place, here: &ParagraphView, text: &str) -> Result<Markup, Failure> {
    let seen: Option<u32> = place.typed.number("expect");
    let present = here.state.revision.number;
    if seen.is_none_or(|seen| seen == present) || place.typed.value("text").is_none() {
        return Ok(html! {});
    }
    let Proposal { revision, by, change } = proposal(desk, &place.address, text).map_err(|error| error.failure())?;
    let told = Message::new("web-conflict").with("revision", revision).with("person", by);
    Ok(html! {
        section class="conflict" aria-labelledby="conflict" {
            h2 id="conflict" { (visit.text("web-conflict-title")) }
            p { (visit.say(told)) }
            h3 { (visit.text("web-present")) }
            @match &here.state.revision.target {
                Some(target) => (block(target, &place.article.target_language, Marks::Shown)),
                None => p class="gap" { (visit.text("label-gap")) },
            }
            h3 { (visit.text("web-yours-against")) }
            (changes(visit, &change, place))
            p { (visit.text("web-conflict-hint")) }
        }
    })
}

fn changes(visit: &Visit, change: &ContentDiff, place: &Place) -> Markup {
    html! {
        @if change.differs() { (difference(change, &place.article.target_language)) }
        @else { p { (visit.text("out-no-difference")) } }
    }
}

/// The paragraph before or after, to be read along.
fn neighbour(visit: &Visit, place: &Place, number: Option<u32>) -> Markup {
    let Some(paragraph) = number.and_then(|number| place.at(number)) else { return html! {} };
    let revision = &paragraph.state.revision;
    html! {
        aside class="neighbour" aria-label=(paragraph.address) {
            (block(&revision.source, &place.article.source_language, Marks::Hidden))
            @match &revision.target {
                Some(target) => (block(target, &place.article.target_language, Marks::Hidden)),
                None => div class="text gap" { (visit.text("label-gap")) },
            }
        }
    }
}

fn pair(visit: &Visit, place: &Place, here: &ParagraphView, text: &str) -> Markup {
    let (source, target) = (&place.article.source_language, &place.article.target_language);
    let source_label = visit.localizer().language_name(source);
    let target_label = visit.localizer().language_name(target);
    let is_plain = here.state.revision.source.codes().is_empty();
    html! {
        div class="pair" {
            div class={ "side " (here.state.revision.form.kind.kind.as_str()) } {
                p class="label" id="source-label" { (source_label) }
                (block(&here.state.revision.source, source, if is_plain { Marks::Hidden } else { Marks::Shown }))
            }
            div class="side" {
                label class="label" for="text" { (target_label) }
                textarea id="text" name="text" lang=(target) dir=(target.direction().as_str()) rows=(rows(here, text))
                    spellcheck="true" autofocus[place.permission.may_write] readonly[!place.permission.may_write]
                    // The parser drops a line end that stands first.
                    { (PreEscaped("\n")) (text) }
                @if !place.permission.may_write { p class="small" { (visit.text("web-read-only")) } }
                (codes(visit, here))
            }
        }
    }
}

/// As many lines as the longer of both texts is likely to take.
fn rows(here: &ParagraphView, text: &str) -> usize {
    let lines = |text: &str| text.split('\n').map(|line| line.chars().count() / 52 + 1).sum::<usize>();
    lines(here.state.revision.source.text()).max(lines(text)).clamp(3, 24) + 1
}

/// The inline codes of the source, as they are typed, with what they mean.
fn codes(visit: &Visit, here: &ParagraphView) -> Markup {
    let codes = here.state.revision.source.codes();
    let typed = |id: u16, part: CodePart| match part {
        CodePart::Standalone => format!("{{{id}/}}"),
        CodePart::Open | CodePart::Close => format!("{{{id}}}{{/{id}}}"),
    };
    html! {
        @if !codes.is_empty() {
            div class="codes small" {
                p { (visit.text("web-codes")) }
                ul {
                    @for code in codes.iter().filter(|code| code.part != CodePart::Close) {
                        li {
                            kbd dir="ltr" { (typed(code.id.0, code.part)) }
                            " " (visit.say(Message::from(&code.element))) " "
                            button type="button" hidden data-insert=(typed(code.id.0, code.part)) {
                                (visit.text("web-insert"))
                            }
                        }
                    }
                }
            }
        }
    }
}

fn buttons(visit: &Visit, place: &Place, here: &ParagraphView) -> Markup {
    let status = here.state.standing.status;
    let offers = |kind| place.permission.decisions.contains(&kind);
    let may_write = place.permission.may_write;
    let approves = place.may_approve && (offers(DecisionKind::Approve) || !status.is_approved());
    let button = |act: &'static str, label: &'static str, key: Option<&'static str>, class: &'static str| {
        html! { button class=(class) name="act" value=(act) data-key=[key] { (visit.text(label)) } }
    };
    html! {
        div class="buttons" {
            @if may_write {
                (button("save", "web-save", None, ""))
                (button("save-next", "web-save-next", Some("enter"), "main"))
                @if place.may_submit && status != Status::Final {
                    (button("submit", "web-submit-next", Some("shift-enter"), "main"))
                }
            }
            @if approves { (button("approve", "web-approve", None, "good")) }
            @if offers(DecisionKind::Finalize) { (button("finalize", "web-finalize", None, "good")) }
            @if offers(DecisionKind::Withdraw) { (button("withdraw", "web-withdraw", None, "")) }
            @if offers(DecisionKind::Reopen) { (button("reopen", "web-reopen", None, "")) }
        }
        @if offers(DecisionKind::RequestChanges) { (send_back(visit, place)) }
    }
}

/// Sending back, which takes a reason and a word about it.
fn send_back(visit: &Visit, place: &Place) -> Markup {
    let chosen = place.typed.value("reason").and_then(ReasonCode::parse);
    let note = place.typed.given("note");
    html! {
        details class="send-back" open[chosen.is_some() || !note.is_empty()] {
            summary { (visit.text("web-send-back")) }
            div class="fields" {
                label { (visit.text("web-reason")) " "
                    select name="reason" {
                        option value="" { "—" }
                        @for reason in ReasonCode::ALL {
                            option value=(reason.as_str()) selected[chosen == Some(*reason)] { (visit.say(*reason)) }
                        }
                    }
                }
                label { (visit.text("web-note"))
                    textarea name="note" rows="2" dir="auto" { (PreEscaped("\n")) (note) }
                }
                button name="act" value="reject" { (visit.text("web-send-back-now")) }
            }
        }
    }
}

/// Where the paragraph itself cannot be shown: why, and what was typed for it, to be taken along.
pub(super) fn stranded(visit: &Visit, failure: &Failure, typed: &Fields) -> Markup {
    let main = html! {
        (page::told_failure(visit.localizer(), failure))
        (page::typed_areas(visit.localizer(), typed))
        p {
            @if let Ok(slug) = visit.slug() { a href=(article_path(slug.as_str())) { bdi { (slug) } } " · " }
            @else if visit.told().is_some() { a href=(visit.here) { (visit.text("web-to-typed")) } " · " }
            a href="/" { (visit.text("web-to-desk")) }
        }
    };
    page::page(visit, &visit.text("web-failed"), "failed", &main)
}

/// What a person wrote about a text.
pub(super) fn remark(text: &str) -> Markup {
    words(text)
}
