//! `name unify`: shows how names are rendered over the whole desk, and writes them as the house does.

use std::collections::BTreeMap;

use serde::Serialize;

use super::options::Bulk;
use super::render::indented;
use super::session::{Session, failed, keep};
use crate::model::gathered;
use crate::model::{Failure, Keep, Message};
use crate::ops::unification::{NameRendering, UnifiedName, UnifyReport, UnifyRequest, unify};

#[derive(clap::Args, Debug)]
pub(crate) struct Unify {
    #[arg(value_name = "NAME")]
    pub(crate) name: Option<String>,
    #[arg(long, value_name = "LATIN", requires = "name")]
    pub(crate) to: Option<String>,
    #[command(flatten)]
    pub(crate) bulk: Bulk,
}

#[derive(Serialize)]
struct UnifyView<'a> {
    names: Vec<NameView<'a>>,
    changed: &'a [String],
    moved: Vec<StandingView<'a>>,
    unchanged: &'a [String],
}

#[derive(Serialize)]
struct StandingView<'a> {
    address: &'a str,
    before: &'static str,
    status: &'static str,
}

#[derive(Serialize)]
struct NameView<'a> {
    number: Option<i64>,
    arabic: &'a str,
    house: Option<&'a str>,
    spellings: Vec<SpellingView<'a>>,
    renderings: Vec<RenderingView<'a>>,
}

#[derive(Serialize)]
struct SpellingView<'a> {
    text: &'a str,
    count: usize,
}

#[derive(Serialize)]
struct RenderingView<'a> {
    address: &'a str,
    target_span: [usize; 2],
    text: &'a str,
    outlier: bool,
    replacement: Option<&'a str>,
}

fn view(report: &UnifyReport) -> UnifyView<'_> {
    let names = report.names.iter().map(|name| NameView {
        number: name.number,
        arabic: &name.arabic,
        house: name.house.as_deref(),
        spellings: spellings(name).into_iter().map(|(text, count)| SpellingView { text, count }).collect(),
        renderings: name.renderings.iter().map(rendering_view).collect(),
    });
    let moved = report.moved.iter().map(|(address, before, status)| StandingView {
        address,
        before: before.as_str(),
        status: status.as_str(),
    });
    UnifyView { names: names.collect(), changed: &report.changed, moved: moved.collect(), unchanged: &report.unchanged }
}

fn rendering_view(rendering: &NameRendering) -> RenderingView<'_> {
    RenderingView {
        address: &rendering.address,
        target_span: [rendering.span.start, rendering.span.end],
        text: &rendering.text,
        outlier: rendering.outlier,
        replacement: rendering.replacement.as_deref(),
    }
}

/// The spellings of a name, the most frequent first.
fn spellings(name: &UnifiedName) -> Vec<(&str, usize)> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for rendering in &name.renderings {
        *counts.entry(&rendering.text).or_default() += 1;
    }
    let mut counts: Vec<(&str, usize)> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counts
}

pub(super) fn run(args: &Unify, session: &mut Session<'_>) -> Result<(), Failure> {
    let request = UnifyRequest { name: args.name.clone(), form: args.to.clone() };
    let mut desk = session.desk(Keep::DryRun)?;
    let planned = unify(&mut desk, &request).map_err(failed)?;
    session.confirm(&args.bulk, planned.value.changed.len(), &planned.value.changed)?;
    let keep = keep(args.bulk.dry_run);
    desk.set_keep(keep);
    let written = unify(&mut desk, &request).map_err(failed)?;
    if session.output.is_json() {
        return session.write_json(&written, keep, view(&written.value));
    }
    if written.value.names.is_empty() {
        session.output.say(&Message::new("unify-nothing"));
    }
    written.value.names.iter().try_for_each(|name| tell(name, keep, session))?;
    for address in &written.value.unchanged {
        session.output.say(&Message::new("unify-left").with("address", address.as_str()));
    }
    let moved = written.value.moved.iter().map(|(address, before, status)| (address.as_str(), (*before, *status)));
    for (address, (before, status)) in gathered(moved) {
        let message =
            Message::new("out-decided").with("address", address).with("before", before).with("status", status);
        session.output.sentence(&message)?;
    }
    session.acknowledge(written.operation.as_ref(), keep);
    Ok(())
}

fn tell(name: &UnifiedName, keep: Keep, session: &mut Session<'_>) -> Result<(), Failure> {
    session.output.heading(&match &name.house {
        Some(house) => Message::new("unify-name").with("arabic", name.arabic.as_str()).with("house", house.as_str()),
        None => Message::new("unify-name-unknown").with("arabic", name.arabic.as_str()),
    })?;
    for (text, count) in spellings(name) {
        let message = Message::new("unify-spelling").with("text", text).with("count", count);
        let sentence = session.output.localizer().sentence(&message);
        indented(&sentence, session)?;
    }
    for rendering in name.renderings.iter().filter(|rendering| rendering.outlier) {
        let NameRendering { address, text, replacement, .. } = rendering;
        let message = match (replacement, keep) {
            (None, _) => Message::new("unify-outlier"),
            (Some(form), Keep::Applied) => Message::new("unify-replaced").with("form", form.as_str()),
            (Some(form), Keep::DryRun) => Message::new("unify-would-replace").with("form", form.as_str()),
        };
        session.output.sentence(&message.with("address", address.as_str()).with("text", text.as_str()))?;
    }
    Ok(())
}
