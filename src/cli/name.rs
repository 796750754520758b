//! `name`: names in Arabic and Latin letters. `name score` weighs one pair, without a desk.

use super::session::Session;
use crate::model::{Failure, Message};
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
}

#[derive(clap::Args, Debug)]
pub(crate) struct Score {
    #[arg(value_name = "ARABIC")]
    pub(crate) arabic: String,
    #[arg(value_name = "LATIN")]
    pub(crate) latin: String,
}

#[derive(Serialize)]
struct ScoreView {
    schema: u32,
    score: f64,
}

pub(super) fn run(args: &Args, session: &mut Session<'_>) -> Result<(), Failure> {
    match &args.action {
        Action::Score(args) => run_score(args, session),
    }
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
