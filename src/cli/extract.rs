//! `term extract`: shows what may become a term, with the command that takes it over, or writes a table for `term import`.

use serde::Serialize;

use super::render::indented;
use super::session::{Session, failed, quoted};
use super::values::{address, count};
use crate::model::gathered;
use crate::model::{Address, Failure, Keep, Message};
use crate::ops::extraction::{ExtractRequest, TermCandidate, extract};

#[derive(clap::Args, Debug)]
pub(crate) struct Extract {
    #[arg(value_name = "ADDR", value_parser = address)]
    pub(crate) addresses: Vec<Address>,
    #[arg(long, value_name = "N", value_parser = count, default_value = "3")]
    pub(crate) min: u32,
    #[arg(long, value_name = "N", value_parser = count)]
    pub(crate) limit: Option<u32>,
    #[arg(long, conflicts_with = "json")]
    pub(crate) tsv: bool,
}

/// So many renderings of a candidate are told.
const RENDERINGS: usize = 3;

#[derive(Serialize)]
struct CandidatesJson<'a> {
    schema: u32,
    paragraphs: usize,
    candidates: Vec<CandidateJson<'a>>,
}

#[derive(Serialize)]
struct CandidateJson<'a> {
    term: &'a str,
    count: usize,
    c_value: f64,
    addresses: &'a [String],
    renderings: Vec<RenderingJson<'a>>,
}

#[derive(Serialize)]
struct RenderingJson<'a> {
    text: &'a str,
    count: usize,
    dice: f64,
    log_likelihood: f64,
}

pub(super) fn run(args: &Extract, session: &mut Session<'_>) -> Result<(), Failure> {
    let least = args.min as usize;
    let request = ExtractRequest { addresses: &args.addresses, least, renderings: RENDERINGS };
    let desk = session.desk(Keep::Applied)?;
    let mut found = extract(&desk, &request).map_err(failed)?;
    found.candidates.truncate(args.limit.map_or(usize::MAX, |limit| limit as usize));
    if args.tsv {
        let table = found.table().map_err(failed)?;
        return session.output.bytes(&table);
    }
    if session.output.is_json() {
        let candidates = found.candidates.iter().map(candidate_json).collect();
        return session.output.json(&CandidatesJson { schema: 1, paragraphs: found.paragraphs, candidates });
    }
    if found.candidates.is_empty() {
        session.output.say(&Message::new("out-no-candidates").with("count", least));
    }
    session.output.page();
    found.candidates.iter().try_for_each(|candidate| tell(candidate, session))
}

/// Hundredths are as much as counts of a few articles bear.
fn rounded(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

fn candidate_json(found: &TermCandidate) -> CandidateJson<'_> {
    let renderings = found.candidate.renderings.iter().map(|rendering| RenderingJson {
        text: &rendering.text,
        count: rendering.count,
        dice: rounded(rendering.dice),
        log_likelihood: rounded(rendering.log_likelihood),
    });
    CandidateJson {
        term: &found.candidate.text,
        count: found.candidate.count,
        c_value: rounded(found.candidate.c_value),
        addresses: &found.addresses,
        renderings: renderings.collect(),
    }
}

/// A candidate: itself, where it stands, what renders it, and the command that takes it over.
fn tell(found: &TermCandidate, session: &mut Session<'_>) -> Result<(), Failure> {
    let candidate = &found.candidate;
    let heading =
        Message::new("candidate-heading").with("term", candidate.text.as_str()).with("count", candidate.count);
    session.output.heading(&heading)?;
    for (places, ()) in gathered(found.addresses.iter().map(|address| (address.as_str(), ()))) {
        session.output.sentence(&Message::new("candidate-places").with("places", places))?;
    }
    if candidate.renderings.is_empty() {
        session.output.sentence(&Message::new("candidate-no-rendering"))?;
    }
    for rendering in &candidate.renderings {
        indented(&format!("~ {} ({})", rendering.text, rendering.count), session)?;
    }
    // What nothing renders yet is for the person to say.
    let rendering = candidate.renderings.first().map_or_else(|| "\"…\"".to_owned(), |best| quoted(&best.text));
    let command = format!("    {} {} {rendering}", session.own_command("term add"), quoted(&candidate.text));
    // A character that cannot be seen would come back from the shell as something else than what is shown.
    match crate::l10n::chips(&command) {
        std::borrow::Cow::Borrowed(command) => session.output.faint(command),
        std::borrow::Cow::Owned(_) => Ok(()),
    }
}
