//! `align`: how an article is paired with its translation, and repairs of it; with `--lines` two files, without a desk.

use super::decide;
use super::options::Bulk;
use super::render;
use super::session::{Session, failed, keep, text_file};
use super::values::{address, link, moved, paragraph, revision};
use crate::model::{
    Address, AlignedBead, Argument, DecisionKind, Failure, Keep, Message, ParagraphNumber, Purpose, SourceSide, Status,
};
use crate::ops::alignment::{AlignedLines, LexiconChoice, align_lines};
use crate::ops::purpose::{mark, unmark};
use crate::ops::realignment::{PairState, PairedParagraph, Realigned, Repair, pairs, realign};
use serde::Serialize;
use std::path::PathBuf;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[arg(value_name = "ADDR", value_parser = address, required_unless_present = "lines", conflicts_with = "lines")]
    pub(crate) address: Option<Address>,
    #[arg(long, value_name = "LINK", value_parser = link, group = "repair")]
    pub(crate) link: Option<Repair>,
    #[arg(long, value_name = "NUMBER", value_parser = paragraph, group = "repair")]
    pub(crate) unlink: Option<ParagraphNumber>,
    #[arg(long = "move", value_name = "MOVE", value_parser = moved, group = "repair")]
    pub(crate) move_to: Option<Repair>,
    #[arg(long, group = "repair")]
    pub(crate) accept: bool,
    #[arg(long, group = "repair", requires = "message")]
    pub(crate) on_purpose: bool,
    #[arg(long, group = "repair")]
    pub(crate) not_on_purpose: bool,
    #[arg(short = 'm', long, value_name = "TEXT", requires = "on_purpose", allow_hyphen_values = true)]
    pub(crate) message: Option<String>,
    #[arg(long, conflicts_with = "repair")]
    pub(crate) all: bool,
    #[arg(long, num_args = 2, value_names = ["SOURCE", "TARGET"], conflicts_with_all = ["repair", "all"])]
    pub(crate) lines: Vec<PathBuf>,
    #[arg(long, value_name = "FILE", requires = "lines")]
    pub(crate) lexicon: Option<PathBuf>,
    #[arg(long, value_name = "REV", value_parser = revision, requires = "repair")]
    pub(crate) expect: Option<u32>,
    #[command(flatten)]
    pub(crate) bulk: Bulk,
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

#[derive(Serialize)]
struct PairsView {
    schema: u32,
    pairs: Vec<PairView>,
}

#[derive(Serialize)]
struct PairView {
    address: String,
    number: u32,
    status: &'static str,
    state: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    score: Option<f64>,
    segments: Vec<SegmentView>,
}

#[derive(Serialize)]
struct SegmentView {
    number: usize,
    source: String,
    target: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    score: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    purpose: Option<PurposeView>,
}

#[derive(Serialize)]
struct PurposeView {
    at: String,
    person: String,
    reason: String,
}

#[derive(Serialize)]
struct ChangedView<'a> {
    changed: Vec<&'a str>,
    paragraphs: Vec<RealignedView<'a>>,
}

#[derive(Serialize)]
struct MarkedView<'a> {
    segment: &'a str,
    side: &'static str,
    text: &'a str,
    because: Option<&'a str>,
}

#[derive(Serialize)]
struct RealignedView<'a> {
    address: &'a str,
    before: Option<&'static str>,
    status: &'static str,
}

impl<'a> ChangedView<'a> {
    fn of(realigned: &'a [Realigned]) -> Self {
        let paragraphs = realigned.iter().map(|one| RealignedView {
            address: &one.address,
            before: one.before.map(Status::as_str),
            status: one.status.as_str(),
        });
        Self { changed: realigned.iter().map(|one| one.address.as_str()).collect(), paragraphs: paragraphs.collect() }
    }
}

impl BeadView {
    /// The score in hundredths, rounded down, so that what reads as a threshold has reached it.
    fn of(bead: &AlignedBead) -> Self {
        let score = (f64::from(bead.confidence) * 100.0).floor() / 100.0;
        Self { source: bead.source.clone().collect(), target: bead.target.clone().collect(), score }
    }
}

impl PairView {
    fn of(pair: PairedParagraph) -> Self {
        let score = |confidence: Option<u8>| confidence.map(|hundredths| f64::from(hundredths) / 100.0);
        let segments = pair.segments.into_iter().zip(1..).map(|(segment, number)| SegmentView {
            number,
            source: segment.source,
            target: segment.target,
            score: score(segment.confidence),
            purpose: segment.purpose.map(|Purpose { at, person, reason }| PurposeView { at, person, reason }),
        });
        Self {
            address: pair.address,
            number: pair.number,
            status: pair.status.as_str(),
            state: pair.state.as_str(),
            score: score(pair.confidence),
            segments: segments.collect(),
        }
    }
}

pub(super) fn run(args: Args, session: &mut Session<'_>) -> Result<(), Failure> {
    let Some(address) = args.address else { return run_lines(&args.lines, args.lexicon, session) };
    if args.lexicon.is_some() {
        return Err(
            Failure::usage("lexicon", Message::new("err-align-lexicon")).hint(Message::new("rec-align-lexicon"))
        );
    }
    if args.accept {
        return decide::run(
            DecisionKind::Submit,
            decide::Args { address, message: None, expect: args.expect, bulk: args.bulk },
            session,
        );
    }
    if args.on_purpose || args.not_on_purpose {
        let reason = args.message.as_deref().map(str::trim).filter(|_| args.on_purpose);
        return run_purpose(&address, reason, args.expect, &args.bulk, session);
    }
    let unlinked = args.unlink.map(|paragraph| Repair::Unlink { paragraph });
    match args.link.or(args.move_to).or(unlinked) {
        Some(repair) => run_repair(&repair, &address, args.expect, &args.bulk, session),
        None => list(&address, args.all, session),
    }
}

fn run_repair(
    repair: &Repair,
    address: &Address,
    expect: Option<u32>,
    bulk: &Bulk,
    session: &mut Session<'_>,
) -> Result<(), Failure> {
    let Address::Article(slug) = address else {
        let message = Message::new("err-align-article").with("address", address.to_string());
        let command = format!("hunayn align {} {}", address.slug(), option(repair));
        let hint = Message::new("rec-align-article").with("command", command);
        return Err(Failure::usage("one-article", message).hint(hint));
    };
    let mut desk = session.desk(Keep::DryRun)?;
    let planned = realign(&mut desk, slug, repair, expect).map_err(failed)?.value;
    let listed: Vec<String> = planned.into_iter().map(|one| one.address).collect();
    session.confirm(bulk, listed.len(), &listed)?;
    let keep = keep(bulk.dry_run);
    desk.set_keep(keep);
    let written = realign(&mut desk, slug, repair, expect).map_err(failed)?;
    if session.output.is_json() {
        return session.write_json(&written, keep, ChangedView::of(&written.value));
    }
    for Realigned { address, before, status } in &written.value {
        let message = match before {
            Some(before) => Message::new("out-realigned").with("before", *before),
            None => Message::new("out-put-behind"),
        };
        session.output.sentence(&message.with("address", address.as_str()).with("status", *status))?;
    }
    session.acknowledge(written.operation.as_ref(), keep);
    Ok(())
}

/// A repair as it is typed.
fn option(repair: &Repair) -> String {
    match repair {
        Repair::Link { paragraph, from } => {
            let from: Vec<String> = from.iter().map(|number| number.0.to_string()).collect();
            format!("--link {}:{}", paragraph.0, from.join(","))
        }
        Repair::Unlink { paragraph } => format!("--unlink {}", paragraph.0),
        Repair::Move { from, segment: None, to } => format!("--move {}:{}", from.0, to.0),
        Repair::Move { from, segment: Some(segment), to } => format!("--move {}.{segment}:{}", from.0, to.0),
    }
}

/// Marks a segment as on one side alone on purpose, for a reason; or takes the mark away.
fn run_purpose(
    address: &Address,
    reason: Option<&str>,
    expect: Option<u32>,
    bulk: &Bulk,
    session: &mut Session<'_>,
) -> Result<(), Failure> {
    if reason.is_some_and(str::is_empty) {
        return Err(Failure::usage("no-reason", Message::new("err-no-reason")).hint(Message::new("rec-no-purpose")));
    }
    let keep = keep(bulk.dry_run);
    let mut desk = session.desk(keep)?;
    let written = match reason {
        Some(reason) => mark(&mut desk, address, reason, expect),
        None => unmark(&mut desk, address, expect),
    };
    let written = written.map_err(failed)?;
    let marked = &written.value;
    if session.output.is_json() {
        let view =
            MarkedView { segment: &marked.address, side: marked.side.as_str(), text: &marked.text, because: reason };
        return session.write_json(&written, keep, view);
    }
    let id = match (reason.is_some(), marked.side) {
        (false, _) => "out-no-purpose",
        (true, SourceSide::Source) => "out-left-out",
        (true, SourceSide::Target) => "out-added",
    };
    session.output.sentence(&Message::new(id).with("address", marked.address.as_str()))?;
    render::indented(&marked.text, session)?;
    session.acknowledge(written.operation.as_ref(), keep);
    Ok(())
}

/// The pairs that want to be looked at, and with `all` the others after them.
fn list(address: &Address, all: bool, session: &mut Session<'_>) -> Result<(), Failure> {
    let desk = session.desk(Keep::DryRun)?;
    let mut pairs = pairs(&desk, address).map_err(failed)?;
    if session.output.is_json() {
        let pairs = pairs.into_iter().map(PairView::of).collect();
        return session.output.json(&PairsView { schema: 1, pairs });
    }
    let whole = matches!(address, Address::Article(_));
    let slug = address.slug().as_str();
    if whole && pairs.iter().all(|pair| pair.state == PairState::Untranslated || !pair.has_words()) {
        session.output.sentence(&Message::new("out-no-translation").with("slug", slug))?;
        session.output.say(&Message::new("rec-no-translation").with("slug", slug));
        return Ok(());
    }
    let count = pairs.len();
    if whole && !all {
        pairs.retain(|pair| pair.state.wants_a_look());
    }
    for pair in &pairs {
        show_pair(pair, session)?;
    }
    let good = count - pairs.len();
    if good > 0 {
        let id = if pairs.is_empty() { "note-all-paired" } else { "note-pairs" };
        session.output.say(&Message::new(id).with("good", good).with("slug", slug));
    }
    Ok(())
}

fn show_pair(pair: &PairedParagraph, session: &mut Session<'_>) -> Result<(), Failure> {
    let state = match pair.state {
        PairState::Doubtful => "pair-doubtful",
        PairState::LeftOut => "pair-left-out",
        PairState::Added => "pair-added",
        PairState::Untranslated => "pair-untranslated",
        PairState::Paired if pair.confidence.is_none() => "pair-paired-by-hand",
        PairState::Paired => "pair-paired",
        PairState::Accepted => "pair-accepted",
        PairState::Excluded => "pair-excluded",
    };
    let state = Message::new(state).with("percent", usize::from(pair.confidence.unwrap_or(100)));
    session.output.heading(&Message::new("out-pair").with("address", pair.address.as_str()).with("state", state))?;
    for (segment, number) in pair.segments.iter().zip(1..) {
        let label = match segment.confidence {
            Some(percent) => Message::new("pair-segment-sure").with("percent", usize::from(percent)),
            None => Message::new("pair-segment"),
        };
        let label = session.output.localizer().sentence(&label.with("number", number));
        session.output.faint(&label)?;
        if let Some(purpose) = &segment.purpose {
            session.output.sentence(&render::purpose_message(number, purpose, &segment.target))?;
        }
        for text in [&segment.source, &segment.target] {
            if !text.trim().is_empty() {
                render::indented(text.trim(), session)?;
            }
        }
    }
    Ok(())
}

fn run_lines(lines: &[PathBuf], lexicon: Option<PathBuf>, session: &mut Session<'_>) -> Result<(), Failure> {
    let choice = match lexicon {
        None => LexiconChoice::BuiltIn,
        Some(path) if path.as_os_str() == "none" => LexiconChoice::None,
        Some(path) => LexiconChoice::File(path),
    };
    let (source, target) = (text_file(&lines[0])?, text_file(&lines[1])?);
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
