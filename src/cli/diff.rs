//! `diff`: the words that changed between two revisions.

use super::render;
use super::session::{Session, failed};
use super::values::{RevisionRange, address, revision_range};
use super::views::{CodesJson, PieceJson, pieces_json};
use crate::model::{Address, Failure, Grain, Keep, Message};
use crate::ops::history::{self, Against, ParagraphDiff, Range, compare};
use serde::Serialize;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[arg(value_name = "ADDR", value_parser = address)]
    pub(crate) address: Address,
    #[arg(value_name = "RANGE", value_parser = revision_range, conflicts_with = "against")]
    pub(crate) range: Option<RevisionRange>,
    #[arg(long, value_name = "BASE")]
    pub(crate) against: Option<Base>,
    #[arg(long, conflicts_with = "chars")]
    pub(crate) words: bool,
    #[arg(long)]
    pub(crate) chars: bool,
    #[arg(long, value_name = "SIDE", default_value = "target")]
    pub(crate) side: Side,
}

#[derive(clap::ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Base {
    Approved,
    Published,
}

#[derive(clap::ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Source,
    Target,
}

#[derive(Serialize)]
struct DiffView<'a> {
    schema: u32,
    paragraphs: Vec<ParagraphView<'a>>,
}

#[derive(Serialize)]
struct ParagraphView<'a> {
    number: u32,
    from: Option<u32>,
    to: u32,
    ops: Vec<PieceJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    codes: Option<CodesJson<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    source_ops: Vec<PieceJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source_codes: Option<CodesJson<'a>>,
}

fn view(diff: &ParagraphDiff) -> ParagraphView<'_> {
    ParagraphView {
        number: diff.number,
        from: diff.from,
        to: diff.to,
        ops: pieces_json(&diff.change.pieces),
        codes: CodesJson::of(&diff.change),
        source_ops: diff.source_change.as_ref().map(|change| pieces_json(&change.pieces)).unwrap_or_default(),
        source_codes: diff.source_change.as_ref().and_then(CodesJson::of),
    }
}

pub(super) fn run(args: &Args, session: &mut Session<'_>) -> Result<(), Failure> {
    let desk = session.desk(Keep::Applied)?;
    let against = match (args.range, args.against) {
        (Some(range), _) => Against::Numbers(Range { from: range.from, to: range.to }),
        (None, Some(Base::Approved)) => Against::Approved,
        (None, Some(Base::Published)) => Against::Published,
        (None, None) => Against::Previous,
    };
    let side = match args.side {
        Side::Source => history::Side::Source,
        Side::Target => history::Side::Target,
    };
    let grain = if args.chars { Grain::Characters } else { Grain::Words };
    let diffs = compare(&desk, &args.address, against, side, grain).map_err(failed)?;
    if session.output.is_json() {
        return session.output.json(&DiffView { schema: 1, paragraphs: diffs.iter().map(view).collect() });
    }
    if diffs.is_empty() {
        session.output.say(&Message::new("out-no-difference"));
    }
    session.output.page();
    for diff in &diffs {
        let message = match diff.from {
            Some(from) => Message::new("out-diff").with("from", from),
            None => Message::new("out-diff-first"),
        };
        session.output.sentence(&message.with("address", diff.address.as_str()).with("to", diff.to))?;
        if let Some(change) = &diff.source_change {
            render::difference(change, session)?;
        }
        render::difference(&diff.change, session)?;
    }
    Ok(())
}
