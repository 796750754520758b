//! `name`: the name authority of the desk, people, places and organisations with one house form each. `name score` weighs an
//! Arabic name against a Latin one, without a desk.

use super::concepts::{Remarks, given};
use super::session::{Session, failed, keep};
use super::term::{Remove, conclude, list, take_out};
use super::values::{count, name_kind};
use crate::model::{ConceptKind, Failure, Message};
use crate::ops::concepts::{Authority, ConceptFields, Homonym, add, edit};
use crate::ops::names::{Likeness, score};
use serde::Serialize;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) action: Action,
}

#[derive(clap::Subcommand, Debug)]
pub(crate) enum Action {
    Score(Score),
    Add(Add),
    List(List),
    Edit(Edit),
    Remove(Remove),
}

#[derive(clap::Args, Debug)]
pub(crate) struct Score {
    #[arg(value_name = "ARABIC")]
    pub(crate) arabic: String,
    #[arg(value_name = "LATIN")]
    pub(crate) latin: String,
}

#[derive(clap::Args, Debug)]
pub(crate) struct Add {
    #[arg(value_name = "ARABIC")]
    pub(crate) arabic: String,
    #[arg(value_name = "LATIN")]
    pub(crate) house: String,
    #[command(flatten)]
    pub(crate) shared: Shared,
    #[arg(long)]
    pub(crate) homonym: bool,
    #[arg(long)]
    pub(crate) dry_run: bool,
}

#[derive(clap::Args, Debug)]
pub(crate) struct Edit {
    #[arg(value_name = "N", value_parser = count)]
    pub(crate) number: u32,
    #[arg(long = "arabic", value_name = "ARABIC")]
    pub(crate) arabic: Vec<String>,
    #[arg(long, value_name = "LATIN")]
    pub(crate) house: Option<String>,
    #[command(flatten)]
    pub(crate) shared: Shared,
    #[arg(long)]
    pub(crate) dry_run: bool,
}

/// What `add` and `edit` share.
#[derive(clap::Args, Debug)]
pub(crate) struct Shared {
    #[arg(long, value_name = "KIND", value_parser = name_kind())]
    pub(crate) kind: Option<ConceptKind>,
    #[arg(long = "variant", value_name = "ARABIC")]
    pub(crate) variants: Vec<String>,
    #[arg(long = "short", value_name = "LATIN")]
    pub(crate) short: Vec<String>,
    #[arg(long = "admitted", value_name = "LATIN")]
    pub(crate) admitted: Vec<String>,
    #[arg(long = "avoid", value_name = "LATIN")]
    pub(crate) avoided: Vec<String>,
    #[command(flatten)]
    pub(crate) remarks: Remarks,
}

#[derive(clap::Args, Debug)]
pub(crate) struct List {
    #[arg(value_name = "TEXT")]
    pub(crate) text: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(crate) domain: Option<String>,
    #[arg(long)]
    pub(crate) jsonl: bool,
}

#[derive(Serialize)]
struct ScoreView {
    schema: u32,
    score: f64,
}

pub(super) fn run(args: Args, session: &mut Session<'_>) -> Result<(), Failure> {
    match args.action {
        Action::Score(args) => run_score(&args, session),
        Action::Add(args) => run_add(&args, session),
        Action::List(args) => list(Authority::Names, args.text.as_deref(), args.domain.as_deref(), args.jsonl, session),
        Action::Edit(args) => run_edit(&args, session),
        Action::Remove(args) => take_out(Authority::Names, &args, session),
    }
}

impl Shared {
    fn fields(&self) -> ConceptFields {
        let Remarks { domain, note, from, date } = &self.remarks;
        ConceptFields {
            kind: self.kind,
            source_forms: given(&self.variants),
            target_forms: given(&self.short),
            admitted: given(&self.admitted),
            forbidden: given(&self.avoided),
            domain: domain.clone(),
            note: note.clone(),
            source: from.clone(),
            date: date.clone(),
            ..ConceptFields::default()
        }
    }
}

fn run_add(args: &Add, session: &mut Session<'_>) -> Result<(), Failure> {
    let fields = ConceptFields {
        kind: Some(args.shared.kind.unwrap_or(ConceptKind::Person)),
        source_terms: Some(vec![args.arabic.clone()]),
        preferred: Some(args.house.clone()),
        ..args.shared.fields()
    };
    let homonym = if args.homonym { Homonym::Allowed } else { Homonym::Refused };
    let keep = keep(args.dry_run);
    let mut desk = session.desk(keep)?;
    let written = add(&mut desk, Authority::Names, &fields, homonym).map_err(failed)?;
    conclude(&written, keep, session)
}

fn run_edit(args: &Edit, session: &mut Session<'_>) -> Result<(), Failure> {
    let fields =
        ConceptFields { source_terms: given(&args.arabic), preferred: args.house.clone(), ..args.shared.fields() };
    let keep = keep(args.dry_run);
    let mut desk = session.desk(keep)?;
    let written = edit(&mut desk, Authority::Names, i64::from(args.number), &fields).map_err(failed)?;
    conclude(&written, keep, session)
}

fn run_score(args: &Score, session: &mut Session<'_>) -> Result<(), Failure> {
    let score = score(&args.arabic, &args.latin);
    if session.output.is_json() {
        return session.output.json(&ScoreView { schema: 1, score });
    }
    let id = match Likeness::of(score) {
        Likeness::Same => "out-name-same",
        Likeness::Possible => "out-name-possible",
        Likeness::Different => "out-name-different",
    };
    session.output.sentence(&Message::new(id).with("score", format!("{score:.2}")))
}
