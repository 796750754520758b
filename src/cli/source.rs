//! `source`: what is done to the source of an article.

use super::options::Bulk;
use super::render;
use super::session::{Session, failed, in_tense, keep};
use super::values::{FormatName, slug};
use super::views::{CodesJson, PieceJson, pieces_json};
use crate::model::{Change, Failure, Keep, Message, Slug};
use crate::ops::import::{ReadOptions, formats};
use crate::ops::source_update::{UpdateRequest, UpdatedParagraph, update_source};
use serde::Serialize;
use std::path::PathBuf;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) action: Action,
}

#[derive(clap::Subcommand, Debug)]
pub(crate) enum Action {
    Update(Update),
}

#[derive(clap::Args, Debug)]
pub(crate) struct Update {
    #[arg(value_name = "SLUG", value_parser = slug)]
    pub(crate) slug: Slug,
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[arg(long, value_name = "FORMAT", value_parser = FormatName(formats))]
    pub(crate) format: Option<String>,
    #[arg(long, value_name = "ENCODING")]
    pub(crate) encoding: Option<String>,
    #[command(flatten)]
    pub(crate) bulk: Bulk,
}

#[derive(Serialize)]
struct UpdateView<'a> {
    slug: &'a str,
    paragraphs: Vec<ParagraphView<'a>>,
}

#[derive(Serialize)]
struct ParagraphView<'a> {
    change: &'static str,
    moved: bool,
    before: Option<u32>,
    number: Option<u32>,
    outlived: bool,
    included_again: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    ops: Vec<PieceJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    codes: Option<CodesJson<'a>>,
}

pub(super) fn run(args: Args, session: &mut Session<'_>) -> Result<(), Failure> {
    let Action::Update(args) = args.action;
    let request = UpdateRequest {
        slug: args.slug,
        // Read once: what is asked about is what is written.
        input: super::import::input(args.file)?.held().map_err(failed)?,
        options: ReadOptions { format: args.format, encoding: args.encoding },
    };
    let keep = keep(args.bulk.dry_run);
    let mut desk = session.desk(Keep::DryRun)?;
    let planned = update_source(&mut desk, &request).map_err(failed)?;
    let changed = planned.value.iter().filter(|p| p.change != Change::Unchanged);
    let (listed, count) = (changed.clone().filter_map(|p| p.before), changed.count());
    let listed: Vec<String> = listed.map(|number| format!("{}:{number}", request.slug)).collect();
    session.confirm(&args.bulk, count, &listed)?;
    desk.set_keep(keep);
    let written = update_source(&mut desk, &request).map_err(failed)?;
    if session.output.is_json() {
        let paragraphs = written.value.iter().map(paragraph_view).collect();
        return session.write_json(&written, keep, UpdateView { slug: request.slug.as_str(), paragraphs });
    }
    for paragraph in written.value.iter().filter(|p| p.change != Change::Unchanged || p.moved) {
        tell(paragraph, &request, keep, session)?;
    }
    let unchanged = written.value.iter().filter(|p| p.change == Change::Unchanged && !p.moved).count();
    session.output.sentence(&Message::new("out-source-unchanged").with("count", unchanged))?;
    if keep == Keep::Applied && written.value.iter().any(|p| p.change == Change::Deleted) {
        session.output.say(&Message::new("note-removed").with("slug", request.slug.as_str()));
    }
    session.acknowledge(written.operation.as_ref(), keep);
    Ok(())
}

const fn name(change: Change) -> &'static str {
    match change {
        Change::Unchanged => "unchanged",
        Change::Cosmetic => "cosmetic",
        Change::Numbers => "numbers",
        Change::Rewritten => "rewritten",
        Change::New => "new",
        Change::Deleted => "deleted",
    }
}

fn paragraph_view(paragraph: &UpdatedParagraph) -> ParagraphView<'_> {
    ParagraphView {
        change: name(paragraph.change),
        moved: paragraph.moved,
        before: paragraph.before,
        number: paragraph.now,
        outlived: paragraph.outlived,
        included_again: paragraph.included_again,
        ops: paragraph.difference.as_ref().map(|difference| pieces_json(&difference.pieces)).unwrap_or_default(),
        codes: paragraph.difference.as_ref().and_then(CodesJson::of),
    }
}

fn tell(
    paragraph: &UpdatedParagraph,
    request: &UpdateRequest,
    keep: Keep,
    session: &mut Session<'_>,
) -> Result<(), Failure> {
    let id = match paragraph.change {
        Change::Unchanged => "change-moved",
        Change::Cosmetic => "change-cosmetic",
        Change::Numbers if paragraph.difference.as_ref().is_some_and(|d| !d.words_differ()) => "change-codes",
        Change::Numbers => "change-numbers",
        Change::Rewritten => "change-rewritten",
        Change::New => "change-new",
        Change::Deleted => "change-deleted",
    };
    let address = |number: Option<u32>| number.map_or_else(|| "–".to_owned(), |n| format!("{}:{n}", request.slug));
    let (before, now) = (address(paragraph.before), address(paragraph.now));
    let mut message = Message::new(id).with("before", before).with("now", now);
    message = message.with("moved", if paragraph.moved { "yes" } else { "no" });
    session.output.sentence(&message)?;
    if let Some(difference) = &paragraph.difference {
        render::difference(difference, session)?;
    }
    if paragraph.outlived {
        session.output.sentence(&Message::new(in_tense(keep, "note-outlived", "note-would-outlive")))?;
    }
    if paragraph.included_again {
        session.output.sentence(&Message::new(in_tense(keep, "note-included-again", "note-would-include-again")))?;
    }
    Ok(())
}
