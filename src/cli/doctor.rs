//! `doctor`: proves the desk sound, and every cache equal to what the rows say.

use super::progress::Bar;
use super::session::{Session, failed};
use crate::model::{Complaint, Failure, FailureClass, Keep, Message};
use serde::Serialize;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {}

#[derive(Serialize)]
struct DoctorView {
    schema: u32,
    desk: String,
    sound: bool,
    complaints: Vec<ComplaintView>,
}

#[derive(Serialize)]
struct ComplaintView {
    code: &'static str,
    message: String,
}

fn message(complaint: &Complaint) -> (&'static str, Message) {
    match complaint {
        Complaint::Integrity(detail) => ("integrity", Message::new("doctor-integrity").with("detail", detail.as_str())),
        Complaint::ForeignKey { table } => {
            ("foreign-key", Message::new("doctor-foreign-key").with("table", table.as_str()))
        }
        Complaint::Cache { article } => ("cache", Message::new("doctor-cache").with("slug", article.as_str())),
        Complaint::Content { text } => ("content", Message::new("doctor-content").with("text", text.as_str())),
        Complaint::Beads { article, revision } => {
            ("beads", Message::new("doctor-beads").with("slug", article.as_str()).with("revision", *revision))
        }
        Complaint::Reversals => ("reversals", Message::new("doctor-reversals")),
    }
}

pub(super) fn run(session: &mut Session<'_>) -> Result<(), Failure> {
    let desk = session.desk(Keep::Applied)?;
    let mut bar = Bar::new(session.output.is_talkative());
    let complaints = desk.complaints(&mut |done, total| bar.show(done, total)).map_err(failed)?;
    bar.finish();
    let sound = complaints.is_empty();
    if session.output.is_json() {
        let sentence = |complaint: &Complaint| {
            let (code, message) = message(complaint);
            ComplaintView { code, message: session.output.localizer().sentence(&message) }
        };
        let complaints = complaints.iter().map(sentence).collect();
        let view = DoctorView { schema: 1, desk: desk.path().display().to_string(), sound, complaints };
        session.output.json(&view)?;
    } else {
        for complaint in &complaints {
            session.output.sentence(&message(complaint).1)?;
        }
        if sound {
            let file = desk.path().display().to_string();
            session.output.sentence(&Message::new("doctor-sound").with("file", file))?;
        }
    }
    if sound {
        return Ok(());
    }
    Err(Failure::new(FailureClass::Desk, "unsound", Message::new("err-unsound").with("count", complaints.len()))
        .hint(Message::new("rec-unsound")))
}
