//! `show`: paragraphs in both languages, now or just after an earlier operation.

use super::render;
use super::session::{Session, failed};
use super::values::address;
use super::views::{ParagraphJson, ShowJson};
use crate::model::{Address, Failure, Keep, OperationRef};
use crate::ops::show::{ShowRequest, show};

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[arg(value_name = "ADDR", value_parser = address)]
    pub(crate) address: Address,
    #[arg(long, value_name = "OP")]
    pub(crate) at: Option<String>,
    #[arg(long)]
    pub(crate) removed: bool,
    #[arg(long)]
    pub(crate) jsonl: bool,
}

pub(super) fn run(args: Args, session: &mut Session<'_>) -> Result<(), Failure> {
    let desk = session.desk(Keep::Applied)?;
    let at = args.at.as_deref().map(OperationRef::parse);
    let is_of_paragraphs = !matches!(args.address, Address::Article(_) | Address::Segment(..));
    let view = show(&desk, &ShowRequest { address: args.address, at, removed: args.removed }).map_err(failed)?;
    if args.jsonl {
        return view.paragraphs.iter().try_for_each(|paragraph| session.output.json(&ParagraphJson::of(paragraph)));
    }
    if session.output.is_json() {
        return session.output.json(&ShowJson::of(&view));
    }
    session.output.page();
    render::article_heading(&view, session)?;
    view.paragraphs.iter().try_for_each(|paragraph| render::paragraph(paragraph, &view, session))?;
    match &view.paragraphs[..] {
        [one] if is_of_paragraphs && one.state.revision.beads.len() > 1 => render::segments(one, session),
        _ => Ok(()),
    }
}
