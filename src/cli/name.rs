//! `name`: names in Arabic and Latin letters. `name score` weighs one pair, without a desk.

use super::session::Session;
use crate::model::{Failure, Message};
use crate::ops::names::score;
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

/// The score in hundredths, rounded down, so that what reads as the threshold has reached it.
fn run_score(args: &Score, session: &mut Session<'_>) -> Result<(), Failure> {
    let score = (f64::from(score(&args.arabic, &args.latin)) * 100.0 + 1e-4).floor() / 100.0;
    if session.output.is_json() {
        return session.output.json(&ScoreView { schema: 1, score });
    }
    let likeness = match score {
        0.85.. => "out-name-same",
        0.70.. => "out-name-possible",
        _ => "out-name-different",
    };
    session.output.sentence(&Message::new(likeness).with("score", format!("{score:.2}")))
}
