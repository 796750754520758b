//! `checks`: the catalogue, each check with a pair that it flags and one that it lets pass.

use serde::Serialize;

use super::render::indented;
use super::session::Session;
use crate::model::{Failure, Message};
use crate::ops::check::{CatalogueEntry, catalogue};

#[derive(Serialize)]
struct ChecksView {
    schema: u32,
    checks: Vec<CheckView>,
}

#[derive(Serialize)]
struct CheckView {
    id: &'static str,
    severity: &'static str,
    scope: &'static str,
    title: String,
    flags: ExampleView,
    passes: ExampleView,
}

#[derive(Serialize)]
struct ExampleView {
    source: &'static str,
    target: &'static str,
}

pub(super) fn run(session: &mut Session<'_>) -> Result<(), Failure> {
    if session.output.is_json() {
        let example = |(source, target): (&'static str, &'static str)| ExampleView { source, target };
        let view = |check: &CatalogueEntry| CheckView {
            id: check.id,
            severity: check.severity.as_str(),
            scope: check.scope.as_str(),
            title: title(check, session),
            flags: example(check.flags),
            passes: example(check.passes),
        };
        let checks = catalogue().map(|check| view(&check)).collect();
        return session.output.json(&ChecksView { schema: 1, checks });
    }
    for check in catalogue() {
        let row = Message::new("check-row")
            .with("check", check.id)
            .with("severity", check.severity)
            .with("title", title(&check, session));
        session.output.heading(&row)?;
        for (mark, (source, target)) in [("✗", check.flags), ("✓", check.passes)] {
            indented(&format!("{mark} {source}\n  {target}"), session)?;
        }
    }
    Ok(())
}

fn title(check: &CatalogueEntry, session: &Session<'_>) -> String {
    let id = format!("check-{}", check.id.replace('.', "-"));
    session.output.localizer().text(&id).unwrap_or(id)
}
