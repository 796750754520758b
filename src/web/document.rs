//! Takes an article out: in a format and a layout, through the same gate as `export`, as a file that the browser keeps. What goes
//! out is recorded on the desk as every export is.

use maud::{Markup, html};

use super::page;
use super::reply::{Reply, status_of};
use super::visit::{Visit, article_path};
use crate::l10n::labels;
use crate::model::{Address, Failure, Layout, Message, Status};
use crate::ops::OpsError;
use crate::ops::export::{Destination, ExportRequest, export, formats_with_layouts, languages};
use crate::ops::files::Replace;
use crate::ops::progress::{Progress, status};

/// What the gate asks for, as the form names it.
const GATES: [(&str, Option<Status>); 2] = [("reviewed", Some(Status::Reviewed)), ("final", Some(Status::Final))];

pub(super) fn show(visit: &Visit) -> Result<Reply, Failure> {
    Ok(Reply::page(render(visit, None)?))
}

fn render(visit: &Visit, failure: Option<&Failure>) -> Result<Markup, Failure> {
    let desk = visit.desk()?;
    let address = Address::Article(visit.slug()?);
    let progress = status(&desk, &address).map_err(|error| error.failure())?;
    let title = if progress.title.is_empty() { progress.slug.as_str() } else { &progress.title };
    let main = html! {
        nav class="crumbs" aria-label=(visit.text("web-place")) {
            a href=(article_path(progress.slug.as_str())) { bdi { (title) } }
        }
        h1 { (visit.text("web-export")) }
        @if let Some(failure) = failure { (page::told_failure(visit.localizer(), failure)) }
        (readiness(visit, &progress))
        (export_form(visit, &progress, failure.is_some_and(|failure| failure.code == "gate")))
    };
    Ok(page::page(visit, &visit.text("web-export"), "export", &main))
}

fn readiness(visit: &Visit, progress: &Progress) -> Markup {
    let missing = progress.total() - progress.approved();
    let told = match missing {
        0 => Message::new("web-ready"),
        count => Message::new("web-not-ready").with("count", count),
    };
    html! {
        div class="progress" { (super::desk::bar(visit, progress)) span class="count" { (visit.say(told)) } }
        @if let Some(published) = &progress.published {
            p class="small" {
                (visit.say(Message::new("status-published").with("count", published.edits_behind)
                    .with("file", published.path.as_str()).with("at", crate::l10n::moment(&published.at))))
            }
        }
    }
}

/// The form; with the button for a draft where the gate was found shut.
fn export_form(visit: &Visit, progress: &Progress, is_shut: bool) -> Markup {
    let chosen = visit.form.given("as");
    let gate = visit.form.given("require");
    let is_first = visit.form.is_empty();
    html! {
        form class="export" method="post" action={ (article_path(progress.slug.as_str())) "/export" } {
            (page::token(visit))
            p { label { (visit.text("web-format")) " "
                select name="as" {
                    @for (format, layouts) in formats_with_layouts() {
                        optgroup label=(format_name(visit, format)) {
                            @for layout in layouts {
                                @let value = format!("{format} {}", layout.as_str());
                                option value=(value) selected[value == chosen] {
                                    (format_name(visit, format)) " · " (layout_name(visit, *layout))
                                }
                            }
                        }
                    }
                }
            } }
            p { label { (visit.text("web-require")) " "
                select name="require" {
                    @for (name, wanted) in GATES {
                        @if let Some(wanted) = wanted { option value=(name) selected[name == gate] { (visit.say(wanted)) } }
                    }
                }
            } }
            p { label {
                input type="checkbox" name="status" value="1" checked[is_first || visit.form.has("status")];
                " " (visit.text("web-show-status"))
            } }
            p { label {
                input type="checkbox" name="bom" value="1" checked[visit.form.has("bom")];
                " " (visit.text("web-bom"))
            } }
            div class="buttons" {
                button class="main" { (visit.text("web-download")) }
                @if is_shut {
                    button name="draft" value="1" { (visit.text("web-download-draft")) }
                }
            }
        }
    }
}

fn format_name(visit: &Visit, format: &str) -> String {
    match format {
        "html" => visit.text("web-format-html"),
        "docx" => visit.text("web-format-docx"),
        "md" => visit.text("web-format-md"),
        "txt" => visit.text("web-format-txt"),
        "csv" => visit.text("web-format-csv"),
        "json" => visit.text("web-format-json"),
        "tmx" => visit.text("web-format-tmx"),
        other => other.to_owned(),
    }
}

fn layout_name(visit: &Visit, layout: Layout) -> String {
    match layout {
        Layout::SideBySide => visit.text("web-layout-side-by-side"),
        Layout::Stacked => visit.text("web-layout-stacked"),
        Layout::Target => visit.text("web-layout-target"),
    }
}

/// The file; or, where the gate is shut, what is missing.
pub(super) fn download(visit: &Visit) -> Result<Reply, Failure> {
    match made(visit) {
        Ok(reply) => Ok(reply),
        Err(failure) => Ok(Reply::Page(status_of(&failure), render(visit, Some(&failure))?)),
    }
}

fn made(visit: &Visit) -> Result<Reply, Failure> {
    let of_desk = |error: OpsError| error.failure();
    let slug = visit.slug()?;
    let (format, layout) = visit.form.given("as").split_once(' ').unwrap_or((visit.form.given("as"), ""));
    let layouts = formats_with_layouts();
    let known = layouts.iter().find(|(id, _)| *id == format);
    let layout = known.and_then(|(_, layouts)| layouts.iter().copied().find(|known| known.as_str() == layout));
    let wanted = GATES.iter().find(|(name, _)| *name == visit.form.given("require"));
    let require = match (visit.form.has("draft"), wanted) {
        (true, _) => None,
        (false, Some((_, wanted))) => *wanted,
        (false, None) => return Err(Failure::usage("request", Message::new("err-web-request"))),
    };
    let mut desk = visit.desk_for("export", slug.as_str())?;
    let (source, target) = languages(&desk, &slug).map_err(of_desk)?;
    let labels = labels(&visit.localizer().without_isolates(), &source, &target);
    let request = ExportRequest {
        address: Address::Article(slug),
        format: format.to_owned(),
        layout,
        destination: Destination::Download,
        require,
        replace: Replace::Refused,
        show_status: visit.form.has("status"),
        bom: visit.form.has("bom"),
        labels: &labels,
    };
    let report = export(&mut desk, &request, &|_, _| {}).map_err(of_desk)?.value;
    let name = report.path.map(|path| path.display().to_string()).unwrap_or_default();
    Ok(Reply::File { name, media_type: media_type(report.format), bytes: report.bytes })
}

/// The media type that a browser is told; it keeps the file, whatever it is.
fn media_type(format: &str) -> &'static str {
    match format {
        "html" => "text/html; charset=utf-8",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "md" => "text/markdown; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "json" => "application/json",
        "tmx" => "application/x-tmx+xml",
        _ => "application/octet-stream",
    }
}
