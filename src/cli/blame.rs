//! `blame`: who stands behind paragraphs as they are.

use super::session::{Session, failed};
use super::values::address;
use crate::model::{Address, Failure, Keep, Message, ReasonCode, Role};
use crate::ops::history::{Blame, Change, blame};
use serde::Serialize;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[arg(value_name = "ADDR", value_parser = address)]
    pub(crate) address: Address,
}

#[derive(Serialize)]
struct BlameView<'a> {
    schema: u32,
    paragraphs: Vec<ParagraphView<'a>>,
}

#[derive(Serialize)]
struct ParagraphView<'a> {
    address: &'a str,
    status: &'static str,
    stale: bool,
    revision: u32,
    source: ChangeView<'a>,
    drafted: Option<ChangeView<'a>>,
    changed: Vec<ChangeView<'a>>,
    decisions: Vec<DecisionView<'a>>,
    exports: Vec<ExportView<'a>>,
}

#[derive(Serialize)]
struct ChangeView<'a> {
    revision: u32,
    person: &'a str,
    at: &'a str,
    origin: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    match_score: Option<u8>,
}

#[derive(Serialize)]
struct DecisionView<'a> {
    decision: &'static str,
    revision: u32,
    person: &'a str,
    role: Option<&'static str>,
    at: &'a str,
    reason: Option<&'static str>,
    own_text: bool,
    carried: bool,
    source_hash: String,
    target_hash: String,
}

#[derive(Serialize)]
struct ExportView<'a> {
    revision: u32,
    path: &'a str,
    at: &'a str,
    hash: String,
    draft: bool,
}

fn change_view(change: &Change) -> ChangeView<'_> {
    ChangeView {
        revision: change.revision,
        person: &change.person,
        at: &change.at,
        origin: change.origin.as_str(),
        match_score: change.match_score,
    }
}

fn view(blame: &Blame) -> ParagraphView<'_> {
    let decisions = blame.decisions.iter().map(|d| DecisionView {
        decision: d.kind.as_str(),
        revision: d.revision_number,
        person: &d.person,
        role: d.role.map(Role::as_str),
        at: &d.at,
        reason: d.reason.map(ReasonCode::as_str),
        own_text: d.own_text,
        carried: d.carried_from.is_some(),
        source_hash: d.bound_to.source.to_string(),
        target_hash: d.bound_to.target.to_string(),
    });
    let exports = blame.exports.iter().map(|(revision, export)| ExportView {
        revision: *revision,
        path: &export.path,
        at: &export.at,
        hash: export.hash.to_string(),
        draft: export.draft,
    });
    ParagraphView {
        address: &blame.address,
        status: blame.standing.status.as_str(),
        stale: blame.standing.stale,
        revision: blame.revision,
        source: change_view(&blame.source),
        drafted: blame.drafted.as_ref().map(change_view),
        changed: blame.changed.iter().map(change_view).collect(),
        decisions: decisions.collect(),
        exports: exports.collect(),
    }
}

pub(super) fn run(args: &Args, session: &mut Session<'_>) -> Result<(), Failure> {
    let desk = session.desk(Keep::Applied)?;
    let blames = blame(&desk, &args.address).map_err(failed)?;
    if session.output.is_json() {
        return session.output.json(&BlameView { schema: 1, paragraphs: blames.iter().map(view).collect() });
    }
    session.output.page();
    blames.iter().try_for_each(|blame| tell(blame, session))
}

fn tell(blame: &Blame, session: &mut Session<'_>) -> Result<(), Failure> {
    let heading = Message::new("blame-heading")
        .with("address", blame.address.as_str())
        .with("status", blame.standing.status)
        .with("revision", blame.revision);
    session.output.sentence(&heading)?;
    let changes = std::iter::once(("blame-source", &blame.source))
        .chain(blame.drafted.iter().map(|change| ("blame-drafted", change)))
        .chain(blame.changed.iter().map(|change| ("blame-changed", change)));
    for (id, change) in changes {
        let message = Message::new(id)
            .with("revision", change.revision)
            .with("person", change.person.as_str())
            .with("at", crate::l10n::moment(&change.at))
            .with("origin", change.origin.message(change.match_score));
        session.output.sentence(&message)?;
    }
    for decision in &blame.decisions {
        let id = if decision.carried_from.is_some() { "log-decision-carried" } else { "log-decision" };
        let message = Message::new(id)
            .with("at", crate::l10n::moment(&decision.at))
            .with("person", decision.person.as_str())
            .with("revision", decision.revision_number)
            .with("decision", decision.kind);
        session.output.sentence(&message)?;
    }
    for (revision, export) in &blame.exports {
        let message = Message::new("log-export")
            .with("at", crate::l10n::moment(&export.at))
            .with("person", export.person.as_str())
            .with("revision", *revision)
            .with("file", export.path.as_str());
        session.output.sentence(&message)?;
    }
    Ok(())
}
