//! `waive`: a finding is let stand, with a reason.

use super::check::{FindingView, desk_view};
use super::session::{Session, failed, in_tense, keep};
use crate::l10n::moment;
use crate::model::{Failure, Message};
use crate::ops::waiver::waive;
use serde::Serialize;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[arg(value_name = "FINDING")]
    pub(crate) finding: String,
    #[arg(short = 'm', long, value_name = "TEXT", allow_hyphen_values = true)]
    pub(crate) message: String,
    #[arg(long)]
    pub(crate) dry_run: bool,
}

#[derive(Serialize)]
struct WaivedView<'a> {
    finding: FindingView<'a>,
    reason_given: &'a str,
}

pub(super) fn run(args: &Args, session: &mut Session<'_>) -> Result<(), Failure> {
    let reason = args.message.trim();
    if reason.is_empty() {
        return Err(Failure::usage("no-reason", Message::new("err-no-reason")).hint(Message::new("rec-no-reason")));
    }
    let keep = keep(args.dry_run);
    let mut desk = session.desk(keep)?;
    let written = waive(&mut desk, args.finding.trim(), reason, None).map_err(failed)?;
    if session.output.is_json() {
        let view = WaivedView { finding: desk_view(&written.value, session.output.localizer()), reason_given: reason };
        return session.write_json(&written, keep, view);
    }
    if let Some(waiver) = &written.value.waiver {
        let message = Message::new("out-waived-before")
            .with("address", written.value.address.as_str())
            .with("check", written.value.finding.check)
            .with("person", waiver.person.as_str())
            .with("at", moment(&waiver.at))
            .with("reason", waiver.reason.as_str());
        session.output.sentence(&message)?;
        session.acknowledge(written.operation.as_ref(), keep);
        return Ok(());
    }
    let message = Message::new(in_tense(keep, "out-waived", "out-would-waive"))
        .with("address", written.value.address.as_str())
        .with("check", written.value.finding.check);
    session.output.sentence(&message)?;
    session.acknowledge(written.operation.as_ref(), keep);
    Ok(())
}
