//! What every page has: who works at which desk, the ways to the other pages, the language, and what is to be told. What a page is
//! about comes from the others.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::advice::on_page;
use super::fields::Fields;
use super::gate;
use super::notices::Notice;
use super::reply::Reply;
use super::text::words;
use super::visit::{Visit, path_of};
use crate::l10n::{Localizer, available_languages};
use crate::model::{Failure, Language, Message, Obstacles, Status};

/// A page around its main part. `title` stands in the window, `class` says to the style which page it is.
pub(super) fn page(visit: &Visit, title: &str, class: &str, main: &Markup) -> Markup {
    let language = &visit.language;
    html! {
        (DOCTYPE)
        html lang=(language) dir=(language.direction().as_str()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) " · Hunayn" }
                link rel="icon" href="/icon.svg" type="image/svg+xml";
                link rel="stylesheet" href="/style.css";
                script src="/script.js" defer {}
            }
            body class=(class) {
                a class="skip" href="#main" { (visit.text("web-skip")) }
                (header(visit))
                main id="main" tabindex="-1" { (main) }
            }
        }
    }
}

fn header(visit: &Visit) -> Markup {
    let desk = visit.workbench.location.path.file_name().unwrap_or_default().to_string_lossy();
    html! {
        header class="top" {
            nav aria-label=(visit.text("web-nav")) {
                a class="home" href="/" { "Hunayn" }
                a href="/" { bdi { (desk) } }
                a href="/search" { (visit.text("web-search")) }
            }
            p class="who" { (visit.say(Message::new("web-person").with("person", visit.workbench.person()))) }
            form class="language" method="post" action="/language" {
                (token(visit))
                input type="hidden" name="back" value=(visit.here);
                @for language in available_languages().iter().filter(|language| **language != visit.language) {
                    button name="language" value=(language) lang=(language) dir=(language.direction().as_str()) {
                        (visit.workbench.localizer(language).language_name(language))
                    }
                }
            }
        }
    }
}

/// The field that tells a form of ours from one of another site.
pub(super) fn token(visit: &Visit) -> Markup {
    html! { input type="hidden" name="form" value=(visit.workbench.secrets.form()); }
}

/// Chooses the language of the pages.
pub(super) fn choose_language(visit: &Visit) -> Result<Reply, Failure> {
    let wanted = visit.form.given("language").parse::<Language>().ok();
    let wanted = wanted.filter(|language| available_languages().contains(language));
    let name = gate::language_cookie(&visit.workbench);
    let cookie = wanted.and_then(|language| gate::set_cookie(&name, &language.to_string()));
    Ok(Reply::Remember(own_path(visit.form.given("back")).to_owned(), cookie))
}

/// A path of ours to come back to; anything else leads to the desk.
pub(super) fn own_path(path: &str) -> &str {
    let is_own = path.starts_with('/') && !path.starts_with("//") && path.bytes().all(|b| b.is_ascii_graphic());
    if is_own && !path.contains('\\') { path } else { "/" }
}

/// What is told at the top of a page.
pub(super) fn notice(visit: &Visit, notice: &Notice) -> Markup {
    let Notice { done, cautions, failure, undo, redo, typed } = notice;
    html! {
        @if let Some(failure) = failure { (told_failure(visit.localizer(), failure)) }
        @if !done.is_empty() || !cautions.is_empty() {
            div class="notice" role="status" {
                @for message in done { p { (visit.say(message.clone())) } }
                @for message in cautions { p class="caution" { (visit.say(message.clone())) } }
                @if typed.is_some() { p class="caution" { (visit.text("web-unsent")) } }
                @if let Some(operation) = undo {
                    (back_form(visit, "/undo", operation.seq.number(), Message::new("web-undo")))
                }
                @if let Some(operation) = redo { (back_form(visit, "/redo", *operation, Message::new("web-redo"))) }
            }
        }
    }
}

/// A button that takes an operation back, or does it again, and comes back here.
pub(super) fn back_form(visit: &Visit, action: &str, operation: i64, label: Message) -> Markup {
    html! {
        form method="post" action=(action) {
            (token(visit))
            input type="hidden" name="operation" value=(operation);
            input type="hidden" name="back" value=(visit.here);
            button { (visit.say(label.with("operation", operation))) }
        }
    }
}

/// What was not done, why, and what can be done about it.
pub(super) fn told_failure(localizer: &Localizer, failure: &Failure) -> Markup {
    let lines = |text: String| html! { @for line in text.lines() { p { (line) } } };
    html! {
        div class="notice failure" role="alert" {
            (lines(localizer.sentence(&on_page(failure.message.clone()))))
            @if let Some(hint) = &failure.hint {
                div class="hint" { (lines(localizer.sentence(&on_page(hint.clone())))) }
            }
            @if let Obstacles::Paragraphs(missing) = &failure.obstacles {
                ul {
                    @for row in missing {
                        li {
                            @match path_of(&row.address) {
                                Some(path) => a href=(path) { bdi dir="ltr" { (row.address) } },
                                None => (row.address),
                            }
                            " · " (localizer.sentence(&row.status.into()))
                            @if row.stale { " · " (localizer.sentence(&Message::new("status-stale"))) }
                        }
                    }
                }
            }
        }
    }
}

/// What was typed where no page can have it again, to be taken along.
pub(super) fn typed_areas(localizer: &Localizer, typed: &Fields) -> Markup {
    let text = |id| localizer.sentence(&Message::new(id));
    html! {
        @if typed.typed().next().is_some() { p { (text("web-take-along")) } }
        @for typed in typed.typed() {
            label { (text("web-stranded"))
                textarea name="kept" rows="8" dir="auto" readonly { (PreEscaped("\n")) (typed) }
            }
        }
    }
}

/// The page of a failure.
pub(super) fn failure(visit: &Visit, failure: &Failure) -> Markup {
    let main = html! {
        (told_failure(visit.localizer(), failure))
        p { a href="/" { (visit.text("web-to-desk")) } }
    };
    page(visit, &visit.text("web-failed"), "failed", &main)
}

/// The name of a status, with the colour that goes with it.
pub(super) fn status(visit: &Visit, status: Status, stale: bool) -> Markup {
    html! {
        span class={ "status " (status.as_str()) } { (visit.say(status)) }
        @if stale { " " span class="status stale" { (visit.text("status-stale")) } }
    }
}

/// A person and a time.
pub(super) fn byline(person: &str, at: &str) -> Markup {
    html! { bdi class="person" { (person) } " · " time datetime=(at) dir="ltr" { (crate::l10n::moment(at)) } }
}

/// An address that leads to its page.
pub(super) fn link(address: &str) -> Markup {
    html! {
        @match path_of(address) {
            Some(path) => a class="address" href=(path) { bdi dir="ltr" { (address) } },
            None => bdi dir="ltr" { (address) },
        }
    }
}

/// A note of a person, where there is one.
pub(super) fn note(text: Option<&str>) -> Markup {
    html! { @if let Some(text) = text { (words(text)) } }
}
