//! `backup restore`: asks before another file takes the place of the desk, and says what became of the one that lay there.

use std::path::PathBuf;

use serde::Serialize;

use super::{LastView, Restore, operations, shown, tell_complaints};
use crate::cli::op::sentence;
use crate::cli::progress::Bar;
use crate::cli::session::{DESK_FILE, Session, failed, in_tense, keep};
use crate::model::{Failure, Keep, Message};
use crate::ops::OpsError;
use crate::ops::backup::{BackupProblem, RestorePlan, RestoreRequest, Restored, plan, restore};

#[derive(Serialize)]
struct RestoreView {
    schema: u32,
    desk: String,
    copy: String,
    articles: u32,
    operations: u32,
    last_operation: Option<LastView>,
    /// The name of the desk that lay there.
    aside: Option<String>,
    /// How many of its operations the restored desk does not have.
    missing: Option<usize>,
    /// Whether it is the desk that was copied.
    same_desk: Option<bool>,
    /// Whether `doctor --reindex` is to make something anew.
    reindex: bool,
    applied: bool,
    reason: Option<&'static str>,
}

pub(super) fn run(args: Restore, session: &mut Session<'_>) -> Result<(), Failure> {
    let keep = keep(args.bulk.dry_run);
    // There need not be a desk any more.
    let desk = match session.find_desk() {
        Err(failure) if failure.code == "no-desk" => PathBuf::from(DESK_FILE),
        found => found?,
    };
    let request = RestoreRequest { desk, copy: args.file, to: args.to };
    let mut bar = Bar::new(session.output.is_talkative());
    let planned = plan(&request, &mut |done, total| bar.show(done, total));
    bar.finish();
    let planned = match planned {
        Err(OpsError::Backup(BackupProblem::Damaged { path, complaints })) => {
            if !session.output.is_json() {
                tell_complaints(&complaints, session)?;
            }
            return Err(failed(BackupProblem::Damaged { path, complaints }.into()));
        }
        planned => planned.map_err(failed)?,
    };
    if let Some(question) = question(&planned, &request) {
        let refusal = Message::new("err-needs-yes-restore").with("file", shown(&planned.place));
        session.ask(&args.bulk, &question, refusal)?;
    }
    let done = match keep {
        Keep::DryRun => as_planned(&planned),
        Keep::Applied => {
            let mut bar = Bar::new(session.output.is_talkative());
            let restored = restore(&request, &mut |done, total| bar.show(done, total));
            bar.finish();
            restored.map_err(failed)?
        }
    };
    if session.output.is_json() {
        return session.output.json(&view(&done, &planned, &request, keep));
    }
    tell(&done, &planned, keep, session)
}

/// What is asked before a desk makes room.
fn question(planned: &RestorePlan, request: &RestoreRequest) -> Option<Message> {
    let aside = planned.aside.as_ref()?;
    let question = match (planned.missing, planned.is_own) {
        (Some(missing), Some(true)) => Message::new("ask-restore").with("count", missing),
        (Some(_), _) => Message::new("ask-restore-other"),
        (None, _) => Message::new("ask-restore-unread"),
    };
    let question = question.with("desk", shown(&planned.place)).with("file", shown(&request.copy));
    Some(question.with("aside", shown(aside)))
}

fn as_planned(planned: &RestorePlan) -> Restored {
    Restored {
        place: planned.place.clone(),
        extent: planned.extent.clone(),
        aside: planned.aside.clone(),
        missing: planned.missing,
    }
}

fn view(done: &Restored, planned: &RestorePlan, request: &RestoreRequest, keep: Keep) -> RestoreView {
    RestoreView {
        schema: 1,
        desk: shown(&done.place),
        copy: shown(&request.copy),
        articles: done.extent.articles,
        operations: done.extent.operations,
        last_operation: LastView::of(done.extent.last.as_ref()),
        aside: done.aside.as_ref().map(|path| shown(path)),
        missing: done.missing,
        same_desk: planned.is_own,
        reindex: !planned.complaints.is_empty(),
        applied: keep == Keep::Applied,
        reason: (keep == Keep::DryRun).then_some("dry-run"),
    }
}

fn tell(done: &Restored, planned: &RestorePlan, keep: Keep, session: &mut Session<'_>) -> Result<(), Failure> {
    let message = match &done.extent.last {
        Some(last) => sentence(in_tense(keep, "out-restored-copy", "out-would-restore-copy"), last),
        None => Message::new(in_tense(keep, "out-restored-empty", "out-would-restore-empty")),
    };
    session.output.sentence(&message.with("file", shown(&done.place)))?;
    if let Some(aside) = &done.aside {
        let id = in_tense(keep, "out-restored-aside", "out-would-set-aside");
        session.output.sentence(&Message::new(id).with("file", shown(aside)))?;
        let missing = match (done.missing, planned.is_own) {
            (Some(missing), Some(true)) => Message::new("out-restored-missing").with("operations", operations(missing)),
            (Some(_), _) => Message::new("out-restored-other"),
            (None, _) => Message::new("out-restored-unread"),
        };
        session.output.sentence(&missing)?;
    }
    if !planned.complaints.is_empty() {
        tell_complaints(&planned.complaints, session)?;
    }
    if keep == Keep::DryRun {
        session.output.say(&Message::new("out-dry-run"));
    }
    Ok(())
}
