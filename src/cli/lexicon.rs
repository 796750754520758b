//! `lexicon`: the word statistics of the aligner. `lexicon build` makes them from pairs of texts, glossaries and the desk.

use super::session::{Session, failed};
use crate::model::{Failure, Keep, Message};
use crate::ops::files::Replace;
use crate::ops::lexicon::{BuildRequest, build};
use serde::Serialize;
use std::path::PathBuf;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) action: Action,
}

#[derive(clap::Subcommand, Debug)]
pub(crate) enum Action {
    Build(Build),
}

#[derive(clap::Args, Debug)]
pub(crate) struct Build {
    #[arg(long, num_args = 2, value_names = ["ARABIC", "ENGLISH"])]
    pub(crate) pairs: Vec<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(crate) glossary: Vec<PathBuf>,
    #[arg(long)]
    pub(crate) memory: bool,
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: PathBuf,
    #[arg(long)]
    pub(crate) force: bool,
}

#[derive(Serialize)]
struct View {
    schema: u32,
    pairs: usize,
    arabic_words: u32,
    english_words: u32,
    bytes: usize,
}

pub(super) fn run(args: Args, session: &mut Session<'_>) -> Result<(), Failure> {
    let Action::Build(args) = args.action;
    let pairs = args.pairs.chunks_exact(2).map(|pair| (pair[0].clone(), pair[1].clone())).collect();
    let request = BuildRequest { pairs, glossaries: args.glossary };
    let replace = if args.force { Replace::Allowed } else { Replace::Refused };
    let desk = args.memory.then(|| session.desk(Keep::DryRun)).transpose()?;
    let built = build(&request, desk.as_ref(), &args.output, replace).map_err(failed)?;
    if session.output.is_json() {
        return session.output.json(&View {
            schema: 1,
            pairs: built.pairs,
            arabic_words: built.arabic_words,
            english_words: built.english_words,
            bytes: built.bytes,
        });
    }
    let message = Message::new("out-lexicon")
        .with("pairs", built.pairs)
        .with("arabic", built.arabic_words as usize)
        .with("english", built.english_words as usize)
        .with("file", args.output.display().to_string());
    session.output.sentence(&message)
}
