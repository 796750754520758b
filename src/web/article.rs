//! An article: every paragraph in both languages, with what kind it is, how far it has come, and what is open on it.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::page;
use super::reply::Reply;
use super::text::{Marks, block};
use super::visit::{Visit, article_path, paragraph_path};
use crate::model::{Address, Failure, Language, Message, Severity, Status};
use crate::ops::check::Choice;
use crate::ops::comments::{CommentFilter, comments};
use crate::ops::examination::{CheckRequest, DeskFinding, check};
use crate::ops::progress::{Progress, status};
use crate::ops::show::{ArticleView, ParagraphView, ShowRequest, show as shown};
use crate::ops::{Desk, OpsError};

/// What the checks may find, all of it.
pub(super) const EVERYTHING: Choice<'static> = Choice { only: &[], ignore: &[], severity: Severity::Info };

/// What is open on a paragraph.
#[derive(Clone, Copy, Default)]
struct Open {
    errors: usize,
    others: usize,
    comments: usize,
}

/// Which paragraphs are wanted.
struct Wanted {
    status: Option<Status>,
    with_findings: bool,
    with_comments: bool,
}

impl Wanted {
    fn of(visit: &Visit) -> Self {
        Self {
            status: visit.query.value("status").and_then(Status::parse),
            with_findings: visit.query.has("findings"),
            with_comments: visit.query.has("comments"),
        }
    }

    fn takes(&self, paragraph: &ParagraphView, open: Open) -> bool {
        self.status.is_none_or(|status| status == paragraph.state.standing.status)
            && (!self.with_findings || open.errors + open.others > 0)
            && (!self.with_comments || open.comments > 0)
    }
}

pub(super) fn show(visit: &Visit) -> Result<Reply, Failure> {
    let desk = visit.desk()?;
    let address = Address::Article(visit.slug()?);
    let request = ShowRequest { address: address.clone(), at: None, removed: false };
    let of_desk = |error: OpsError| error.failure();
    let article = shown(&desk, &request).map_err(of_desk)?;
    let progress = status(&desk, &address).map_err(of_desk)?;
    let open = open(&desk, &address).map_err(of_desk)?;
    let title = if article.title.is_empty() { article.slug.as_str() } else { &article.title };
    let main = main(visit, &article, &progress, &open);
    Ok(Reply::page(page::page(visit, title, "article", &main)))
}

/// What is open, by the number of the paragraph.
fn open(desk: &Desk, address: &Address) -> Result<BTreeMap<u32, Open>, OpsError> {
    let mut open: BTreeMap<u32, Open> = BTreeMap::new();
    let request = CheckRequest { address: Some(address.clone()), choice: EVERYTHING };
    let findings = check(desk, &request)?.findings;
    for found in findings.iter().filter(|found| found.waiver.is_none()) {
        let here = open.entry(found.number).or_default();
        *if found.is_open_error() { &mut here.errors } else { &mut here.others } += 1;
    }
    for comment in comments(desk, &CommentFilter { address: Some(address.clone()), open_only: true })? {
        if let Some(number) = comment.address.rsplit_once(':').and_then(|(_, number)| number.parse().ok()) {
            open.entry(number).or_default().comments += 1;
        }
    }
    Ok(open)
}

fn main(visit: &Visit, article: &ArticleView, progress: &Progress, open: &BTreeMap<u32, Open>) -> Markup {
    let wanted = Wanted::of(visit);
    let here = |paragraph: &ParagraphView| {
        paragraph.state.number.and_then(|number| open.get(&number)).copied().unwrap_or_default()
    };
    let rows: Vec<_> = article.paragraphs.iter().filter(|p| wanted.takes(p, here(p))).collect();
    html! {
        (page::notice(visit, &visit.notice()))
        (head(visit, article, progress))
        (filters(visit, article, &wanted))
        @if rows.len() < article.paragraphs.len() {
            p class="small" {
                (visit.say(Message::new("web-shown").with("shown", rows.len()).with("count", article.paragraphs.len())))
            }
        }
        div class="bitext" role="table" aria-label=(visit.text("web-paragraphs")) {
            div class="row head" role="row" {
                span role="columnheader" { (visit.text("label-number")) }
                (column_head(visit, &article.source_language))
                (column_head(visit, &article.target_language))
                span role="columnheader" { (visit.text("label-status")) }
            }
            @for paragraph in rows { (row(visit, article, paragraph, here(paragraph))) }
        }
    }
}

/// The name of a language, on the side where its lines begin.
fn column_head(visit: &Visit, language: &Language) -> Markup {
    let is_away = language.direction() != visit.language.direction();
    html! {
        span role="columnheader" class=[is_away.then_some("away")] { (visit.localizer().language_name(language)) }
    }
}

fn head(visit: &Visit, article: &ArticleView, progress: &Progress) -> Markup {
    let words =
        Message::new("status-words").with("source", progress.source_words).with("target", progress.target_words);
    html! {
        h1 { bdi { @if article.title.is_empty() { (article.slug) } @else { (article.title) } } }
        div class="progress" {
            (super::desk::bar(visit, progress))
            (page::status(visit, article.status, progress.stale > 0))
            span class="count" { (visit.say(words)) }
            bdi class="slug" dir="ltr" { (article.slug) }
            a class="action" href={ (article_path(article.slug.as_str())) "/export" } { (visit.text("web-export")) }
        }
    }
}

fn filters(visit: &Visit, article: &ArticleView, wanted: &Wanted) -> Markup {
    html! {
        form class="filters" method="get" action=(article_path(article.slug.as_str())) {
            label {
                (visit.text("label-status")) " "
                select name="status" {
                    option value="" { (visit.text("web-all")) }
                    @for status in Status::ALL {
                        option value=(status.as_str()) selected[wanted.status == Some(*status)] { (visit.say(*status)) }
                    }
                }
            }
            label {
                input type="checkbox" name="findings" value="1" checked[wanted.with_findings];
                " " (visit.text("web-with-findings"))
            }
            label {
                input type="checkbox" name="comments" value="1" checked[wanted.with_comments];
                " " (visit.text("web-with-comments"))
            }
            button { (visit.text("web-filter")) }
        }
    }
}

fn row(visit: &Visit, article: &ArticleView, paragraph: &ParagraphView, open: Open) -> Markup {
    let revision = &paragraph.state.revision;
    let number = paragraph.state.number.unwrap_or_default();
    let path = paragraph_path(article.slug.as_str(), number);
    let kind = revision.form.kind.kind.as_str();
    let excluded = paragraph.state.exclusion.is_some();
    html! {
        div class={ "row " (kind) @if excluded { " excluded" } } id={ "p" (number) } role="row" {
            div class="number" role="cell" {
                a href=(path) aria-label=(visit.say(Message::new("web-open").with("address", paragraph.address.as_str()))) {
                    (number)
                }
            }
            div role="cell" { (block(&revision.source, &article.source_language, Marks::Hidden)) }
            div role="cell" class="target" {
                @match &revision.target {
                    Some(target) => (block(target, &article.target_language, Marks::Hidden)),
                    None => a class="gap" href=(path) { (visit.text("web-translate")) },
                }
            }
            div class="standing" role="cell" {
                (page::status(visit, paragraph.state.standing.status, paragraph.state.standing.stale))
                span class="kind" { (visit.say(kind_name(paragraph))) }
                (marks(visit, paragraph))
                @if open.errors > 0 {
                    a class="open error" href={ (path) "#findings" } {
                        (visit.say(Message::new("web-errors").with("count", open.errors)))
                    }
                }
                @if open.others > 0 {
                    a class="open" href={ (path) "#findings" } {
                        (visit.say(Message::new("web-findings-count").with("count", open.others)))
                    }
                }
                @if open.comments > 0 {
                    a class="open" href={ (path) "#comments" } {
                        (visit.say(Message::new("web-comments-count").with("count", open.comments)))
                    }
                }
            }
        }
    }
}

/// The kind of a paragraph, marked where it is a guess.
pub(super) fn kind_name(paragraph: &ParagraphView) -> Message {
    match crate::model::Argument::from(paragraph.state.revision.form.kind) {
        crate::model::Argument::Message(message) => message,
        _ => Message::from(paragraph.state.revision.form.kind.kind),
    }
}

/// What else is to be known of a paragraph: where its wording is from, and that it is left out.
pub(super) fn marks(visit: &Visit, paragraph: &ParagraphView) -> Markup {
    let revision = &paragraph.state.revision;
    let score = revision.match_score.map(|score| Message::new("show-from-memory").with("score", u32::from(score)));
    let block = paragraph.block.as_ref().map(|block| {
        let id = if block.outdated { "show-block-outdated" } else { "show-block" };
        Message::new(id).with("name", block.name.as_str()).with("version", block.version)
    });
    let excluded = paragraph.state.exclusion.as_ref().map(|_| Message::new("show-excluded"));
    let repeated = paragraph.repeated.then(|| Message::new("show-repeated"));
    html! {
        @for message in [score, excluded, repeated, block].into_iter().flatten() {
            span class="remark" { (visit.say(message)) }
        }
    }
}

/// The findings of one paragraph.
pub(super) fn findings_of(desk: &Desk, address: &Address) -> Result<Vec<DeskFinding>, OpsError> {
    let request = CheckRequest { address: Some(address.clone()), choice: EVERYTHING };
    Ok(check(desk, &request)?.findings)
}
