//! `tm search`: looks texts up in the memory, one or a file of them, a line each.

use std::io::BufRead;
use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::cli::options::MemoryFilters;
use crate::cli::render::indented;
use crate::cli::session::{Session, failed, standard_input};
use crate::cli::values::{count, score};
use crate::cli::views::microseconds;
use crate::l10n::moment;
use crate::model::{Failure, Keep, Message};
use crate::ops::OpsError;
use crate::ops::memory::{MemoryMatch, Provenance, TmSearch, TmSearchResult, tm_search};

#[derive(clap::Args, Debug)]
pub(crate) struct Search {
    #[arg(value_name = "TEXT", required_unless_present = "batch")]
    pub(crate) text: Option<String>,
    #[arg(long, value_name = "FILE", conflicts_with = "text")]
    pub(crate) batch: Option<PathBuf>,
    #[arg(long, value_name = "SCORE", value_parser = score, default_value = "70")]
    pub(crate) min: u8,
    #[arg(long, value_name = "N", value_parser = count, default_value = "5")]
    pub(crate) limit: u32,
    #[command(flatten)]
    pub(crate) filters: MemoryFilters,
}

#[derive(Serialize)]
struct SearchView<'a> {
    schema: u32,
    matches: Vec<MatchView<'a>>,
    took_us: u64,
}

/// A match in JSON.
#[derive(Serialize)]
pub(in crate::cli) struct MatchView<'a> {
    score: u8,
    kind: &'static str,
    characters: u8,
    source: &'a str,
    target: &'a str,
    /// Where it comes from: an address of the desk, or the name of a memory.
    origin: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    numbers: Vec<NumberView<'a>>,
    numbers_differ: bool,
    negation_differs: bool,
    provenance: Vec<ProvenanceView<'a>>,
}

#[derive(Serialize)]
struct NumberView<'a> {
    found: &'a str,
    wanted: &'a str,
}

/// Where a match comes from, in JSON.
#[derive(Serialize)]
pub(in crate::cli) struct ProvenanceView<'a> {
    origin: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    entry: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<&'static str>,
    superseded: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<&'a str>,
    #[serde(skip_serializing_if = "is_zero")]
    penalty: u8,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the shape that serde wants")]
const fn is_zero(number: &u8) -> bool {
    *number == 0
}

pub(in crate::cli) fn match_view(found: &MemoryMatch) -> MatchView<'_> {
    let numbers = found.numbers.iter().map(|(found, wanted)| NumberView { found, wanted });
    MatchView {
        score: found.score,
        kind: found.kind.as_str(),
        characters: found.characters,
        source: found.source.text(),
        target: found.target.text(),
        origin: origin(&found.provenance[0]),
        numbers: numbers.collect(),
        numbers_differ: found.numbers_differ,
        negation_differs: found.negation_differs,
        provenance: found.provenance.iter().map(provenance_view).collect(),
    }
}

/// The address on the desk, or the name of the memory.
pub(in crate::cli) fn origin(provenance: &Provenance) -> &str {
    provenance.address.as_deref().unwrap_or(&provenance.origin)
}

pub(in crate::cli) fn provenance_view(provenance: &Provenance) -> ProvenanceView<'_> {
    ProvenanceView {
        origin: &provenance.origin,
        address: provenance.address.as_deref(),
        entry: provenance.entry,
        status: provenance.status.map(crate::model::Status::as_str),
        superseded: provenance.superseded,
        author: provenance.author.as_deref(),
        at: provenance.at.as_deref(),
        penalty: provenance.penalty,
    }
}

pub(super) fn run(args: Search, session: &mut Session<'_>) -> Result<(), Failure> {
    let desk = session.desk(Keep::Applied)?;
    let filters = args.filters.filters();
    let search =
        TmSearch { min: args.min, limit: args.limit as usize, filters: &filters, refuses_blank: args.batch.is_none() };
    match (&args.batch, args.text) {
        (Some(file), _) => {
            let lines = lines(file)?;
            tm_search::<Trouble>(&desk, lines, &search, |result| Ok(tell(&result, session, true)?))
                .map_err(Trouble::failure)
        }
        (None, text) => {
            let text = text.unwrap_or_default();
            let text = if text == "-" { standard_input()? } else { text };
            let one = std::iter::once(Ok(text));
            tm_search::<Trouble>(&desk, one, &search, |result| Ok(tell(&result, session, false)?))
                .map_err(Trouble::failure)
        }
    }
}

/// What stops a search: the desk, or a file or stream.
enum Trouble {
    Desk(OpsError),
    Told(Failure),
}

impl From<OpsError> for Trouble {
    fn from(error: OpsError) -> Self {
        Self::Desk(error)
    }
}

impl From<Failure> for Trouble {
    fn from(failure: Failure) -> Self {
        Self::Told(failure)
    }
}

impl Trouble {
    fn failure(self) -> Failure {
        match self {
            Self::Desk(error) => failed(error),
            Self::Told(failure) => failure,
        }
    }
}

/// The lines of a file or of standard input, without their ends.
fn lines(path: &Path) -> Result<impl Iterator<Item = Result<String, Trouble>>, Failure> {
    let of_file = |path: &Path, error| OpsError::File { path: path.to_owned(), error }.failure();
    let reader: Box<dyn BufRead> = if path == Path::new("-") {
        Box::new(std::io::stdin().lock())
    } else {
        Box::new(std::io::BufReader::new(std::fs::File::open(path).map_err(|e| of_file(path, e))?))
    };
    let path = path.to_owned();
    let mut number = 0_usize;
    Ok(reader.split(b'\n').map(move |line| {
        number += 1;
        let mut line = line.map_err(|error| of_file(&path, error))?;
        if line.ends_with(b"\r") {
            line.pop();
        }
        String::from_utf8(line).map_err(|_| {
            let message =
                Message::new("err-line-not-utf8").with("file", path.display().to_string()).with("line", number);
            Trouble::Told(Failure::usage("not-utf8", message).hint(Message::new("rec-not-utf8")))
        })
    }))
}

fn tell(result: &TmSearchResult, session: &mut Session<'_>, batch: bool) -> Result<(), Failure> {
    if session.output.is_json() {
        let matches = result.matches.iter().map(match_view).collect();
        let took_us = microseconds(result.took);
        return session.output.json(&SearchView { schema: 1, matches, took_us });
    }
    if batch {
        session.output.sentence(&Message::new("out-tm-matches").with("count", result.matches.len()))?;
    } else if result.matches.is_empty() {
        session.output.say(&Message::new("out-tm-no-matches"));
    }
    result.matches.iter().try_for_each(|found| tell_match(found, session))
}

/// A match for people: a line of labels, what must not be overlooked, then each language on lines of its own.
fn tell_match(found: &MemoryMatch, session: &mut Session<'_>) -> Result<(), Failure> {
    let first = &found.provenance[0];
    let message = Message::new("out-tm-match")
        .with("score", u32::from(found.score))
        .with("kind", Message::from(found.kind))
        .with("characters", u32::from(found.characters))
        .with("origin", origin(first));
    session.output.heading(&message)?;
    tell_remarks(found, session)?;
    indented(found.source.text(), session)?;
    indented(found.target.text(), session)
}

/// Where a match comes from, and what must not be overlooked.
pub(in crate::cli) fn tell_remarks(found: &MemoryMatch, session: &mut Session<'_>) -> Result<(), Failure> {
    for provenance in &found.provenance {
        tell_provenance(provenance, session)?;
    }
    tell_cautions(found, session)
}

/// What a reader must not miss: numbers to change, and a negation more or less.
pub(in crate::cli) fn tell_cautions(found: &MemoryMatch, session: &mut Session<'_>) -> Result<(), Failure> {
    for (wanted, found) in found.numbers.iter().map(|(found, wanted)| (wanted, found)) {
        let message = Message::new("out-tm-number").with("found", found.as_str()).with("wanted", wanted.as_str());
        session.output.sentence(&message)?;
    }
    if found.numbers_differ && found.numbers.is_empty() {
        session.output.sentence(&Message::new("out-tm-numbers-differ"))?;
    }
    if found.negation_differs {
        session.output.sentence(&Message::new("out-tm-negation-differs"))?;
    }
    Ok(())
}

pub(in crate::cli) fn tell_provenance(provenance: &Provenance, session: &mut Session<'_>) -> Result<(), Failure> {
    let status = match (provenance.superseded, provenance.status) {
        (true, _) => Message::new("tm-superseded"),
        (false, Some(status)) => Message::from(status),
        (false, None) => match provenance.entry {
            Some(entry) => Message::new("tm-entry").with("number", entry.to_string()),
            None => return Ok(()),
        },
    };
    let message = Message::new("out-tm-provenance")
        .with("origin", origin(provenance))
        .with("status", status)
        .with("author", provenance.author.clone().unwrap_or_else(|| "–".to_owned()))
        .with("at", provenance.at.as_deref().map_or_else(|| "–".to_owned(), moment));
    session.output.sentence(&message)
}
