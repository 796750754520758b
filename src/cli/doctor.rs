//! `doctor`: proves the desk sound, and every cache equal to what the rows say; remarks on what is worth a look.

use super::op::sentence;
use super::progress::Bar;
use super::session::{Session, failed, quoted};
use crate::model::{Argument, Complaint, Failure, FailureClass, Keep, Message, Remark};
use crate::ops::backup::{Copy, CopyState, list};
use crate::ops::lessons::count_anew;
use crate::ops::memory::reindex;
use serde::Serialize;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[arg(long)]
    pub(crate) reindex: bool,
}

#[derive(Serialize)]
struct DoctorView {
    schema: u32,
    desk: String,
    sound: bool,
    complaints: Vec<ComplaintView>,
    remarks: Vec<RemarkView>,
}

/// A complaint in JSON.
#[derive(Serialize)]
pub(super) struct ComplaintView {
    code: &'static str,
    message: String,
}

impl ComplaintView {
    pub(super) fn of_all(complaints: &[Complaint], session: &Session<'_>) -> Vec<Self> {
        let sentence = |complaint: &Complaint| {
            let (code, message) = message(complaint);
            Self { code, message: session.output.localizer().sentence(&message) }
        };
        complaints.iter().map(sentence).collect()
    }
}

#[derive(Serialize)]
struct RemarkView {
    code: &'static str,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    side: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    count: Option<usize>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    characters: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    operation: Option<i64>,
}

fn names(characters: &[char]) -> Vec<String> {
    characters.iter().map(|c| format!("U+{:04X}", u32::from(*c))).collect()
}

fn remark_message(remark: &Remark) -> Message {
    match remark {
        Remark::OddCharacters { article, number, side, count, characters } => Message::new("doctor-odd-characters")
            .with("address", format!("{article}:{number}"))
            .with("side", side.as_str())
            .with("count", *count)
            .with("characters", names(characters).into_iter().collect::<Argument>()),
        Remark::Incomplete(operation) => sentence("doctor-incomplete", operation),
    }
}

fn remark_view(remark: &Remark, session: &Session<'_>) -> RemarkView {
    let message = session.output.localizer().sentence(&remark_message(remark));
    let (address, side, count, characters, operation) = (None, None, None, Vec::new(), None);
    match remark {
        Remark::OddCharacters { article, number, side, count, characters } => RemarkView {
            code: "odd-characters",
            message,
            address: Some(format!("{article}:{number}")),
            side: Some(side.as_str()),
            count: Some(*count),
            characters: names(characters),
            operation,
        },
        Remark::Incomplete(row) => {
            let operation = Some(row.seq.number());
            RemarkView { code: "incomplete", message, address, side, count, characters, operation }
        }
    }
}

/// The code and the sentence of a complaint.
pub(super) fn message(complaint: &Complaint) -> (&'static str, Message) {
    match complaint {
        Complaint::Integrity(detail) => ("integrity", Message::new("doctor-integrity").with("detail", detail.as_str())),
        Complaint::Unread => ("unread", Message::new("doctor-unread")),
        Complaint::ForeignKey { table } => {
            ("foreign-key", Message::new("doctor-foreign-key").with("table", table.as_str()))
        }
        Complaint::Cache { article } => ("cache", Message::new("doctor-cache").with("slug", article.as_str())),
        Complaint::Content { text } => ("content", Message::new("doctor-content").with("text", text.as_str())),
        Complaint::Beads { article, revision } => {
            ("beads", Message::new("doctor-beads").with("slug", article.as_str()).with("revision", *revision))
        }
        Complaint::Memory { count } => ("memory", Message::new("doctor-memory").with("count", *count)),
        Complaint::MemoryIndex => ("memory-index", Message::new("doctor-memory-index")),
        Complaint::Lessons { paragraphs } => ("lessons", Message::new("doctor-lessons").with("count", *paragraphs)),
        Complaint::Reversals => ("reversals", Message::new("doctor-reversals")),
    }
}

pub(super) fn run(args: &Args, session: &mut Session<'_>) -> Result<(), Failure> {
    examine(args, session).map_err(|failure| match failure.code {
        // Who is here already is not sent here.
        "damaged" => failure.hint(copy_to_restore(session).unwrap_or(Message::new("rec-damaged-doctor"))),
        _ => failure,
    })
}

/// Points to the newest copy of a damaged desk, where there is one that can be opened.
fn copy_to_restore(session: &Session<'_>) -> Option<Message> {
    let copies = list(&session.find_desk().ok()?, None).ok()?.copies;
    let is_own = |copy: &Copy| match copy.state {
        CopyState::Own { .. } => true,
        // Desks of one folder share the copies beside them.
        CopyState::Unknown => copy.is_named,
        CopyState::Other | CopyState::Unreadable(_) => false,
    };
    let copy = copies.into_iter().find(is_own)?;
    let file = quoted(&copy.file.display().to_string());
    Some(Message::new("rec-damaged-backup").with("file", file))
}

fn examine(args: &Args, session: &mut Session<'_>) -> Result<(), Failure> {
    let mut desk = session.desk(Keep::Applied)?;
    // Nothing is written into a file that is broken.
    let reindexes = args.reindex && desk.is_whole().map_err(failed)?;
    if args.reindex && !reindexes {
        session.output.say(&Message::new("doctor-not-reindexed"));
    }
    if reindexes {
        let mut bar = Bar::new(session.output.is_talkative());
        let written = reindex(&mut desk, &mut |done| bar.show(done as usize, done as usize));
        bar.finish();
        let written = written.map_err(failed)?;
        session.output.say(&Message::new("out-reindexed").with("count", written.value as usize));
        let counted = count_anew(&mut desk, &mut |_| ()).map_err(failed)?;
        session.output.say(&Message::new("doctor-reindexed").with("count", counted));
    }
    let mut bar = Bar::new(session.output.is_talkative());
    let complaints = desk.complaints(&mut |done, total| bar.show(done, total)).map_err(failed)?;
    bar.finish();
    let unread = complaints.contains(&Complaint::Unread);
    let remarks = if unread { Vec::new() } else { desk.remarks().map_err(failed)? };
    let (sound, count) = (complaints.is_empty(), complaints.len());
    let is_damaged = complaints.iter().any(Complaint::is_damage);
    if session.output.is_json() {
        let complaints = ComplaintView::of_all(&complaints, session);
        let remarks = remarks.iter().map(|remark| remark_view(remark, session)).collect();
        let view = DoctorView { schema: 1, desk: desk.path().display().to_string(), sound, complaints, remarks };
        session.output.json(&view)?;
    } else {
        for complaint in &complaints {
            session.output.sentence(&message(complaint).1)?;
        }
        for remark in &remarks {
            session.output.sentence(&remark_message(remark))?;
        }
        if sound {
            let file = desk.path().display().to_string();
            session.output.sentence(&Message::new("doctor-sound").with("file", file))?;
        }
    }
    if sound {
        return Ok(());
    }
    let copy = if is_damaged { copy_to_restore(session) } else { None };
    Err(Failure::new(FailureClass::Desk, "unsound", Message::new("err-unsound").with("count", count))
        .hint(copy.unwrap_or(Message::new("rec-unsound"))))
}
