//! `boilerplate`: what articles repeat is listed, made one object, changed in all articles at once.

mod json;

use std::path::PathBuf;

use super::options::Bulk;
use super::render::indented;
use super::session::{Session, failed, in_tense, keep, standard_input, text_file};
use super::values::{address, block_name, count, near};
use crate::l10n::moment;
use crate::model::gathered;
use crate::model::{Address, Failure, Finding, Keep, Message, Written};
use crate::ops::boilerplate::{
    ApplyRequest, BlockFound, Holding, ListRequest, Occurrence, Outcome, Placed, Promotion, Update, apply, list,
    promote, remove, show, update,
};
use json::{BlocksJson, PlacesJson, PromotionJson, RemovedJson, WaivedJson, block_json, found_json, placed_json};

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) action: Action,
}

#[derive(clap::Subcommand, Debug)]
pub(crate) enum Action {
    List(List),
    Show(Show),
    Promote(Promote),
    Update(UpdateArgs),
    Apply(Apply),
    Remove(Remove),
}

#[derive(clap::Args, Debug)]
pub(crate) struct List {
    #[arg(value_name = "ADDR", value_parser = address)]
    pub(crate) address: Option<Address>,
    #[arg(long, value_name = "N", value_parser = count, default_value = "2")]
    pub(crate) min: u32,
    #[arg(long, value_name = "N", value_parser = count, default_value = "4")]
    pub(crate) words: u32,
    #[arg(long, value_name = "N", value_parser = near, default_value = "75")]
    pub(crate) near: u8,
    #[arg(long, conflicts_with = "near")]
    pub(crate) exact: bool,
    #[arg(long)]
    pub(crate) promoted: bool,
    #[arg(long)]
    pub(crate) jsonl: bool,
}

#[derive(clap::Args, Debug)]
pub(crate) struct Show {
    #[arg(value_name = "NAME")]
    pub(crate) block: String,
}

#[derive(clap::Args, Debug)]
pub(crate) struct Promote {
    #[arg(value_name = "ADDR", value_parser = address)]
    pub(crate) address: Address,
    #[arg(long, value_name = "NAME", value_parser = block_name)]
    pub(crate) name: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(crate) waive: Option<String>,
    #[command(flatten)]
    pub(crate) bulk: Bulk,
}

#[derive(clap::Args, Debug)]
#[command(group = clap::ArgGroup::new("text_source").required(true))]
pub(crate) struct UpdateArgs {
    #[arg(value_name = "NAME")]
    pub(crate) block: String,
    #[arg(value_name = "TEXT", group = "text_source", allow_hyphen_values = true)]
    pub(crate) text: Option<String>,
    #[arg(long, value_name = "FILE", group = "text_source")]
    pub(crate) file: Option<PathBuf>,
    #[arg(long, value_name = "TEXT")]
    pub(crate) waive: Option<String>,
    #[arg(long)]
    pub(crate) own: bool,
    #[command(flatten)]
    pub(crate) bulk: Bulk,
}

#[derive(clap::Args, Debug)]
pub(crate) struct Apply {
    #[arg(value_name = "ADDR", value_parser = address)]
    pub(crate) address: Address,
    #[arg(long)]
    pub(crate) own: bool,
    #[arg(long)]
    pub(crate) pinned: bool,
    #[command(flatten)]
    pub(crate) bulk: Bulk,
}

#[derive(clap::Args, Debug)]
pub(crate) struct Remove {
    #[arg(value_name = "NAME")]
    pub(crate) block: String,
    #[arg(long)]
    pub(crate) dry_run: bool,
}

pub(super) fn run(args: Args, session: &mut Session<'_>) -> Result<(), Failure> {
    match args.action {
        Action::List(args) => run_list(args, session),
        Action::Show(args) => run_show(&args, session),
        Action::Promote(args) => run_promote(&args, session),
        Action::Update(args) => run_update(&args, session),
        Action::Apply(args) => run_apply(args, session),
        Action::Remove(args) => run_remove(&args, session),
    }
}

fn run_list(args: List, session: &mut Session<'_>) -> Result<(), Failure> {
    let request = ListRequest {
        address: args.address,
        least: args.min,
        words: args.words,
        near: (!args.exact).then_some(args.near),
        promoted: args.promoted,
    };
    let desk = session.desk(Keep::Applied)?;
    let found = list(&desk, &request).map_err(failed)?;
    if args.jsonl {
        return found.iter().try_for_each(|one| session.output.json(&found_json(one)));
    }
    if session.output.is_json() {
        return session.output.json(&BlocksJson { schema: 1, blocks: found.iter().map(found_json).collect() });
    }
    if found.is_empty() {
        session.output.say(&Message::new("out-no-blocks"));
    }
    session.output.page();
    found.iter().try_for_each(|one| tell_found(one, session))
}

/// A text that is repeated: what it is called, itself, and where it stands.
fn tell_found(found: &BlockFound, session: &mut Session<'_>) -> Result<(), Failure> {
    let count = found.occurrences.len();
    session.output.heading(&match &found.block {
        Some(block) => Message::new("block-heading")
            .with("name", block.name.as_str())
            .with("version", block.version.number)
            .with("count", count),
        None => Message::new("block-candidate").with("count", count),
    })?;
    indented(&found.source, session)?;
    let same = found.occurrences.iter().filter(|one| one.source.is_none());
    tell_places(same.map(|one| (one.address.as_str(), one.holding)), session)?;
    let near = found.occurrences.iter().filter_map(|one| Some((one.source.as_deref()?, one)));
    let near: Vec<(&str, &Occurrence)> = near.collect();
    for variant in near.chunk_by(|a, b| a.0 == b.0) {
        let percent = variant[0].1.percent;
        for (places, ()) in gathered(variant.iter().map(|(_, one)| (one.address.as_str(), ()))) {
            let message = Message::new("block-near").with("places", places).with("percent", u32::from(percent));
            session.output.sentence(&message)?;
        }
        indented(variant[0].0, session)?;
    }
    Ok(())
}

fn tell_places<'a>(
    places: impl Iterator<Item = (&'a str, Option<Holding>)>,
    session: &mut Session<'_>,
) -> Result<(), Failure> {
    for (places, holding) in gathered(places) {
        let message = match holding {
            None => Message::new("block-place"),
            Some(Holding::Current(version) | Holding::Older(version)) => {
                Message::new("block-place-version").with("version", version)
            }
            Some(Holding::Own) => Message::new("block-place-own"),
            Some(Holding::None) => Message::new("block-place-none"),
        };
        session.output.sentence(&message.with("places", places))?;
    }
    Ok(())
}

fn run_show(args: &Show, session: &mut Session<'_>) -> Result<(), Failure> {
    let desk = session.desk(Keep::Applied)?;
    let view = show(&desk, &args.block).map_err(failed)?;
    if session.output.is_json() {
        return session.output.json(&block_json(&view));
    }
    let heading = Message::new("block-heading")
        .with("name", view.block.name.as_str())
        .with("version", view.block.version.number)
        .with("count", view.places.len());
    session.output.heading(&heading)?;
    indented(view.block.source.text(), session)?;
    for version in &view.versions {
        let message = Message::new("block-version")
            .with("version", version.number)
            .with("person", version.person.as_str())
            .with("at", moment(&version.at));
        session.output.sentence(&message)?;
        indented(version.target.text(), session)?;
        if let Some(reason) = &version.waiver {
            session.output.sentence(&Message::new("block-waived").with("reason", reason.as_str()))?;
        }
    }
    tell_places(view.places.iter().map(|place| (place.address.as_str(), Some(place.holding))), session)
}

fn run_promote(args: &Promote, session: &mut Session<'_>) -> Result<(), Failure> {
    let mut desk = session.desk(Keep::DryRun)?;
    let mut act = |keep| {
        desk.set_keep(keep);
        promote(&mut desk, &args.address, args.name.as_deref(), args.waive.as_deref()).map_err(failed)
    };
    let planned = act(Keep::DryRun)?;
    confirm(&args.bulk, &planned.value.places, session)?;
    let keep = keep(args.bulk.dry_run);
    let written = act(keep)?;
    conclude(&written, keep, in_tense(keep, "out-block-made", "out-block-would-make"), session)
}

fn run_update(args: &UpdateArgs, session: &mut Session<'_>) -> Result<(), Failure> {
    let text = match (&args.text, &args.file) {
        (Some(text), _) if text != "-" => text.clone(),
        (None, Some(file)) => text_file(file)?,
        _ => standard_input()?,
    };
    let request = Update { name: &args.block, text: &text, waiver: args.waive.as_deref(), own: args.own };
    let mut desk = session.desk(Keep::DryRun)?;
    let planned = update(&mut desk, &request).map_err(failed)?;
    confirm(&args.bulk, &planned.value.places, session)?;
    let keep = keep(args.bulk.dry_run);
    desk.set_keep(keep);
    let written = update(&mut desk, &request).map_err(failed)?;
    conclude(&written, keep, in_tense(keep, "out-block-updated", "out-block-would-update"), session)
}

fn run_apply(args: Apply, session: &mut Session<'_>) -> Result<(), Failure> {
    let request = ApplyRequest { address: args.address, own: args.own, pinned: args.pinned };
    let mut desk = session.desk(Keep::DryRun)?;
    let planned = apply(&mut desk, &request).map_err(failed)?;
    confirm(&args.bulk, &planned.value, session)?;
    let keep = keep(args.bulk.dry_run);
    desk.set_keep(keep);
    let written = apply(&mut desk, &request).map_err(failed)?;
    if session.output.is_json() {
        return session.write_json(&written, keep, PlacesJson { places: placed_json(&written.value) });
    }
    if written.value.is_empty() {
        session.output.say(&Message::new("out-no-blocks-here"));
    }
    tell_placed(&written.value, keep, session)?;
    session.acknowledge(written.operation.as_ref(), keep);
    Ok(())
}

/// Asks before more than three paragraphs get another text.
fn confirm(bulk: &Bulk, places: &[Placed], session: &mut Session<'_>) -> Result<(), Failure> {
    let changed: Vec<String> =
        places.iter().filter(|place| place.outcome.is_change()).map(|place| place.address.clone()).collect();
    session.confirm(bulk, changed.len(), &changed)
}

fn conclude(
    written: &Written<Promotion>,
    keep: Keep,
    done: &'static str,
    session: &mut Session<'_>,
) -> Result<(), Failure> {
    let Promotion { block, places, waived } = &written.value;
    if session.output.is_json() {
        let waived = waived.iter().map(|finding| WaivedJson {
            check: finding.check,
            message: session.output.localizer().sentence(&finding.message),
        });
        let view = PromotionJson {
            name: &block.name,
            version: block.version.number,
            source: block.source.text(),
            target: block.version.target.text(),
            places: placed_json(places),
            waived: waived.collect(),
        };
        return session.write_json(written, keep, view);
    }
    let message = Message::new(done).with("name", block.name.as_str()).with("version", block.version.number);
    session.output.sentence(&message)?;
    for Finding { check, message, .. } in waived {
        session.output.say(&Message::new("warn-block-waived").with("check", *check).with("what", message.clone()));
    }
    tell_placed(places, keep, session)?;
    session.acknowledge(written.operation.as_ref(), keep);
    Ok(())
}

fn tell_placed(places: &[Placed], keep: Keep, session: &mut Session<'_>) -> Result<(), Failure> {
    let told = places.iter().map(|place| (place.address.as_str(), (place.outcome, &place.block, place.version)));
    for (addresses, (outcome, block, version)) in gathered(told) {
        let id = match outcome {
            Outcome::Linked => "block-linked",
            Outcome::Filled => in_tense(keep, "block-filled", "block-would-fill"),
            Outcome::Updated => in_tense(keep, "block-updated", "block-would-update"),
            Outcome::Published if version.is_none() => "block-published-own",
            Outcome::Published => "block-published",
            Outcome::Final if version.is_none() => "block-final-own",
            Outcome::Final => "block-final",
            Outcome::Own => "block-own",
            Outcome::Current => "block-current",
        };
        let message = Message::new(id)
            .with("places", addresses)
            .with("name", block.as_str())
            .with("version", version.unwrap_or_default());
        session.output.sentence(&message)?;
    }
    Ok(())
}

fn run_remove(args: &Remove, session: &mut Session<'_>) -> Result<(), Failure> {
    let keep = keep(args.dry_run);
    let mut desk = session.desk(keep)?;
    let written = remove(&mut desk, &args.block).map_err(failed)?;
    let (block, paragraphs) = &written.value;
    if session.output.is_json() {
        return session.write_json(&written, keep, RemovedJson { removed: &block.name, paragraphs: *paragraphs });
    }
    let id = in_tense(keep, "out-block-removed", "out-block-would-remove");
    let message = Message::new(id).with("name", block.name.as_str()).with("count", *paragraphs);
    session.output.sentence(&message)?;
    session.acknowledge(written.operation.as_ref(), keep);
    Ok(())
}
