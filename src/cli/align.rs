//! `align`: pairs segments of two texts. With `--lines` two files, without a desk.

use super::session::{Session, failed, text_file};
use crate::model::{AlignedBead, Argument, Failure, Message};
use crate::ops::alignment::{AlignedLines, LexiconChoice, align_lines};
use serde::Serialize;
use std::path::PathBuf;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[arg(long, num_args = 2, value_names = ["SOURCE", "TARGET"], required = true)]
    pub(crate) lines: Vec<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(crate) lexicon: Option<PathBuf>,
}

#[derive(Serialize)]
struct View {
    schema: u32,
    beads: Vec<BeadView>,
    remarks: Vec<&'static str>,
}

#[derive(Serialize)]
struct BeadView {
    source: Vec<usize>,
    target: Vec<usize>,
    score: f64,
}

impl BeadView {
    /// The score in hundredths, rounded down, so that what reads as a threshold has reached it.
    fn of(bead: &AlignedBead) -> Self {
        let score = (f64::from(bead.confidence) * 100.0).floor() / 100.0;
        Self { source: bead.source.clone().collect(), target: bead.target.clone().collect(), score }
    }
}

pub(super) fn run(args: &Args, session: &mut Session<'_>) -> Result<(), Failure> {
    let choice = match &args.lexicon {
        None => LexiconChoice::BuiltIn,
        Some(path) if path.as_os_str() == "none" => LexiconChoice::None,
        Some(path) => LexiconChoice::File(path.clone()),
    };
    let (source, target) = (text_file(&args.lines[0])?, text_file(&args.lines[1])?);
    let (source, target): (Vec<&str>, Vec<&str>) = (source.lines().collect(), target.lines().collect());
    let aligned = align_lines(&source, &target, &choice).map_err(failed)?;
    if session.output.is_json() {
        let beads = aligned.beads.iter().map(BeadView::of).collect();
        let remarks = aligned.remarks.iter().map(|remark| remark.as_str()).collect();
        return session.output.json(&View { schema: 1, beads, remarks });
    }
    show(&aligned, &source, &target, session)
}

/// Every bead under a line with its numbers and confidence, one language below the other.
fn show(aligned: &AlignedLines, source: &[&str], target: &[&str], session: &mut Session<'_>) -> Result<(), Failure> {
    for remark in &aligned.remarks {
        session.output.say(&(*remark).into());
    }
    for bead in &aligned.beads {
        let numbers = |range: &std::ops::Range<usize>| range.clone().map(|i| (i + 1).to_string()).collect::<Argument>();
        let message = Message::new("out-bead")
            .with("source", numbers(&bead.source))
            .with("target", numbers(&bead.target))
            .with("shape", format!("{}-{}", bead.source.len(), bead.target.len()))
            .with("percent", (bead.confidence * 100.0).floor() as usize);
        session.output.heading(&message)?;
        for line in source[bead.source.clone()].iter().chain(&target[bead.target.clone()]) {
            session.output.line(line)?;
        }
    }
    Ok(())
}
