//! `tm`: the translation memory of the desk. Memories come in and go out as TMX; single entries are added, changed and taken out;
//! `tm search` looks texts up.

mod entries;
mod exchange;
pub(super) mod search;

use super::session::{Session, failed};
use crate::model::{Failure, Keep, Message};
use crate::ops::memory::tm_overview;
use serde::Serialize;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) action: Action,
}

#[derive(clap::Subcommand, Debug)]
pub(crate) enum Action {
    Import(exchange::Import),
    Export(exchange::Export),
    Search(search::Search),
    Add(entries::Add),
    Edit(entries::Edit),
    Delete(entries::Delete),
    Penalty(entries::Penalty),
    Stats,
}

pub(super) fn run(args: Args, session: &mut Session<'_>) -> Result<(), Failure> {
    match args.action {
        Action::Import(args) => exchange::run_import(&args, session),
        Action::Export(args) => exchange::run_export(&args, session),
        Action::Search(args) => search::run(args, session),
        Action::Add(args) => entries::run_add(&args, session),
        Action::Edit(args) => entries::run_edit(&args, session),
        Action::Delete(args) => entries::run_delete(&args, session),
        Action::Penalty(args) => entries::run_penalty(&args, session),
        Action::Stats => run_stats(session),
    }
}

#[derive(Serialize)]
struct StatsView<'a> {
    schema: u32,
    units: u32,
    own: u32,
    memories: Vec<NamedView<'a>>,
    index: IndexView,
}

#[derive(Serialize)]
struct NamedView<'a> {
    name: &'a str,
    penalty: u8,
    entries: u32,
}

#[derive(Serialize)]
struct IndexView {
    indexed: u32,
    runs: u32,
    tail: u32,
}

fn run_stats(session: &mut Session<'_>) -> Result<(), Failure> {
    let desk = session.desk(Keep::Applied)?;
    let overview = tm_overview(&desk).map_err(failed)?;
    let (indexed, runs, tail) = overview.index;
    if session.output.is_json() {
        let memories = overview.memories.iter();
        let memories =
            memories.map(|(name, penalty, entries)| NamedView { name, penalty: *penalty, entries: *entries }).collect();
        let index = IndexView { indexed, runs, tail };
        let view = StatsView { schema: 1, units: overview.units, own: overview.own, memories, index };
        return session.output.json(&view);
    }
    session.output.sentence(&Message::new("out-tm-own").with("count", overview.own))?;
    for (name, penalty, entries) in &overview.memories {
        let message = Message::new("out-tm-memory")
            .with("name", name.as_str())
            .with("count", *entries)
            .with("penalty", u32::from(*penalty));
        session.output.sentence(&message)?;
    }
    session.output.sentence(&Message::new("out-tm-units").with("count", overview.units))
}
