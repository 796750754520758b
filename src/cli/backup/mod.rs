//! `backup`: verified copies of the desk; how they are made, listed and read through.

mod restoring;

use std::path::{Path, PathBuf};

use serde::Serialize;

use super::doctor::ComplaintView;
use super::options::Bulk;
use super::progress::Bar;
use super::session::{Session, failed, in_tense, keep};
use super::values::count;
use crate::l10n::moment;
use crate::model::{Failure, FailureClass, Keep, Message, OperationRow};
use crate::ops::OpsError;
use crate::ops::backup::{BackupProblem, BackupRequest, Copy, CopyState, Made, Verified, create, list, verify};

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) action: Action,
}

#[derive(clap::Subcommand, Debug)]
pub(crate) enum Action {
    Create(Create),
    List(List),
    Verify(Verify),
    Restore(Restore),
}

#[derive(clap::Args, Debug)]
pub(crate) struct Create {
    #[arg(value_name = "FILE", conflicts_with_all = ["folder", "keep"])]
    pub(crate) file: Option<PathBuf>,
    #[arg(long, value_name = "DIR")]
    pub(crate) folder: Option<PathBuf>,
    #[arg(long, value_name = "N", value_parser = count)]
    pub(crate) keep: Option<u32>,
    #[arg(long)]
    pub(crate) dry_run: bool,
}

#[derive(clap::Args, Debug)]
pub(crate) struct List {
    #[arg(long, value_name = "DIR")]
    pub(crate) folder: Option<PathBuf>,
}

#[derive(clap::Args, Debug)]
pub(crate) struct Verify {
    #[arg(value_name = "FILE", conflicts_with = "folder")]
    pub(crate) files: Vec<PathBuf>,
    #[arg(long, value_name = "DIR")]
    pub(crate) folder: Option<PathBuf>,
}

#[derive(clap::Args, Debug)]
pub(crate) struct Restore {
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub(crate) to: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) bulk: Bulk,
}

#[derive(Serialize)]
struct CreateView {
    schema: u32,
    file: String,
    bytes: Option<u64>,
    articles: u32,
    operations: u32,
    last_operation: Option<LastView>,
    removed: Vec<String>,
    not_removed: Vec<StuckView>,
    applied: bool,
    reason: Option<&'static str>,
}

#[derive(Serialize)]
struct StuckView {
    file: String,
    message: String,
}

#[derive(Serialize)]
struct ListView {
    schema: u32,
    folder: String,
    /// Why the desk itself cannot be read.
    desk_error: Option<&'static str>,
    copies: Vec<CopyView>,
}

#[derive(Serialize)]
struct CopyView {
    file: String,
    made: Option<String>,
    bytes: u64,
    /// `own`, `other`, `unknown` when the desk cannot be read, `unreadable`.
    state: &'static str,
    articles: Option<u32>,
    operations: Option<u32>,
    last_operation: Option<LastView>,
    /// Operations of the desk that the copy lacks.
    behind: Option<usize>,
    /// Operations of the copy that the desk lacks.
    ahead: Option<usize>,
    error: Option<&'static str>,
}

#[derive(Serialize)]
struct VerifyView {
    schema: u32,
    copies: Vec<VerifiedView>,
    damaged: usize,
}

#[derive(Serialize)]
struct VerifiedView {
    file: String,
    sound: bool,
    damaged: bool,
    complaints: Vec<ComplaintView>,
    /// Whether an older program made it, so that only the file as such was looked at.
    older_version: bool,
    error: Option<&'static str>,
    last_operation: Option<LastView>,
}

/// The operation that a copy ends with.
#[derive(Serialize)]
struct LastView {
    id: String,
    number: i64,
    at: String,
}

impl LastView {
    fn of(row: Option<&OperationRow>) -> Option<Self> {
        row.map(|row| Self { id: row.id.to_string(), number: row.seq.number(), at: row.at.clone() })
    }
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

pub(super) fn run(args: Args, session: &mut Session<'_>) -> Result<(), Failure> {
    match args.action {
        Action::Create(args) => run_create(args, session),
        Action::List(args) => run_list(&args, session),
        Action::Verify(args) => run_verify(args, session),
        Action::Restore(args) => restoring::run(args, session),
    }
}

/// The size of a file, for people.
fn size(bytes: u64) -> Message {
    let (id, unit) = if bytes < 1_000_000 { ("size-kilobytes", 1_000) } else { ("size-megabytes", 1_000_000) };
    Message::new(id).with("count", usize::try_from(bytes.div_ceil(unit)).unwrap_or(usize::MAX))
}

fn run_create(args: Create, session: &mut Session<'_>) -> Result<(), Failure> {
    let keep = keep(args.dry_run);
    let desk = session.find_desk()?;
    let request = BackupRequest { desk, file: args.file, folder: args.folder, at_most: args.keep, keep };
    let mut bar = Bar::new(session.output.is_talkative());
    let made = create(&request, &mut |done, total| bar.show(done, total));
    bar.finish();
    let made = made.map_err(failed)?;
    if session.output.is_json() {
        let view = create_view(&made, keep, session);
        return session.output.json(&view);
    }
    tell_made(&made, keep, session)
}

fn create_view(made: &Made, keep: Keep, session: &Session<'_>) -> CreateView {
    let stuck = |(file, error): &(PathBuf, OpsError)| StuckView {
        file: shown(file),
        message: session.output.localizer().sentence(&error.failure().message),
    };
    CreateView {
        schema: 1,
        file: shown(&made.file),
        bytes: made.size,
        articles: made.extent.articles,
        operations: made.extent.operations,
        last_operation: LastView::of(made.extent.last.as_ref()),
        removed: made.removed.iter().map(|file| shown(file)).collect(),
        not_removed: made.stuck.iter().map(stuck).collect(),
        applied: keep == Keep::Applied,
        reason: (keep == Keep::DryRun).then_some("dry-run"),
    }
}

fn tell_made(made: &Made, keep: Keep, session: &mut Session<'_>) -> Result<(), Failure> {
    let mut message = Message::new(in_tense(keep, "out-backup", "out-would-backup")).with("file", shown(&made.file));
    message = message.with("operations", operations(made.extent.operations as usize));
    if let Some(bytes) = made.size {
        message = message.with("size", size(bytes));
    }
    session.output.sentence(&message)?;
    for file in &made.removed {
        let id = in_tense(keep, "out-backup-removed", "out-backup-would-remove");
        session.output.sentence(&Message::new(id).with("file", shown(file)))?;
    }
    for (_, error) in &made.stuck {
        session.output.say(&error.failure().message);
    }
    if keep == Keep::DryRun {
        session.output.say(&Message::new("out-dry-run"));
    }
    Ok(())
}

fn operations(count: usize) -> Message {
    Message::new("count-operations").with("count", count)
}

fn run_list(args: &List, session: &mut Session<'_>) -> Result<(), Failure> {
    let desk = session.find_desk()?;
    let listing = list(&desk, args.folder.as_deref()).map_err(failed)?;
    let fault = listing.desk_fault.as_ref().map(OpsError::failure);
    if session.output.is_json() {
        let desk_error = fault.map(|failure| failure.code);
        let copies = listing.copies.iter().map(copy_view).collect();
        return session.output.json(&ListView { schema: 1, folder: shown(&listing.folder), desk_error, copies });
    }
    if let Some(failure) = fault {
        session.output.say(&failure.message);
    }
    if listing.copies.is_empty() {
        session.output.say(&Message::new("out-no-backups").with("folder", shown(&listing.folder)));
    }
    listing.copies.iter().try_for_each(|copy| session.output.sentence(&copy_line(copy)))
}

fn copy_view(copy: &Copy) -> CopyView {
    let (state, behind, ahead, error) = match &copy.state {
        CopyState::Own { behind, ahead } => ("own", Some(*behind), Some(*ahead), None),
        CopyState::Other => ("other", None, None, None),
        CopyState::Unknown => ("unknown", None, None, None),
        CopyState::Unreadable(error) => ("unreadable", None, None, Some(error.failure().code)),
    };
    let extent = copy.extent.as_ref();
    CopyView {
        file: shown(&copy.file),
        made: copy.made.clone(),
        bytes: copy.size,
        state,
        articles: extent.map(|extent| extent.articles),
        operations: extent.map(|extent| extent.operations),
        last_operation: LastView::of(extent.and_then(|extent| extent.last.as_ref())),
        behind,
        ahead,
        error,
    }
}

fn copy_line(copy: &Copy) -> Message {
    let state = match &copy.state {
        CopyState::Own { behind: 0, ahead: 0 } => Message::new("backup-current"),
        CopyState::Own { behind, ahead: 0 } => Message::new("backup-behind").with("count", *behind),
        CopyState::Own { behind, ahead } => {
            Message::new("backup-parted").with("behind", operations(*behind)).with("ahead", operations(*ahead))
        }
        CopyState::Other => Message::new("backup-other"),
        CopyState::Unknown => operations(copy.extent.as_ref().map_or(0, |extent| extent.operations as usize)),
        CopyState::Unreadable(error) => Message::new("backup-unreadable").with("what", error.failure().message),
    };
    let made = copy.made.as_deref().map_or_else(|| "–".to_owned(), moment);
    Message::new("backup-line")
        .with("file", shown(&copy.file))
        .with("at", made)
        .with("size", size(copy.size))
        .with("state", state)
}

fn run_verify(args: Verify, session: &mut Session<'_>) -> Result<(), Failure> {
    let mut files = args.files;
    if files.is_empty() {
        let listing = list(&session.find_desk()?, args.folder.as_deref()).map_err(failed)?;
        files.extend(listing.copies.into_iter().filter(Copy::may_be_own).map(|copy| copy.file));
        if files.is_empty() {
            let message = Message::new("err-no-backups").with("folder", shown(&listing.folder));
            return Err(Failure::not_found("no-backups", message).hint(Message::new("rec-backup-create")));
        }
    }
    let mut views = Vec::new();
    for file in files {
        let mut bar = Bar::new(session.output.is_talkative());
        let verified = verify(&file, &mut |done, total| bar.show(done, total));
        bar.finish();
        views.push(match verified {
            Ok(verified) => {
                tell_verified(&verified, session)?;
                verified_view(&verified, session)
            }
            Err(error @ (OpsError::Backup(BackupProblem::NotACopy { .. }) | OpsError::Store(_))) => {
                let failure = error.failure();
                if !session.output.is_json() {
                    session.output.sentence(&failure.message)?;
                }
                refused_view(&file, failure.code)
            }
            Err(error) => return Err(failed(error)),
        });
    }
    let (damaged, total) = (views.iter().filter(|view| view.damaged).count(), views.len());
    if session.output.is_json() {
        session.output.json(&VerifyView { schema: 1, copies: views, damaged })?;
    }
    if damaged == 0 {
        return Ok(());
    }
    let message = Message::new("err-backups-damaged").with("count", damaged).with("total", total);
    Err(Failure::new(FailureClass::Desk, "damaged", message).hint(Message::new("rec-backups-damaged")))
}

fn verified_view(verified: &Verified, session: &Session<'_>) -> VerifiedView {
    VerifiedView {
        file: shown(&verified.file),
        sound: verified.complaints.is_empty(),
        damaged: verified.is_damaged(),
        complaints: ComplaintView::of_all(&verified.complaints, session),
        older_version: verified.is_outdated,
        error: None,
        last_operation: LastView::of(verified.last.as_ref()),
    }
}

fn refused_view(file: &Path, error: &'static str) -> VerifiedView {
    let (complaints, last_operation, older_version) = (Vec::new(), None, false);
    let (file, error) = (shown(file), Some(error));
    VerifiedView { file, sound: false, damaged: true, complaints, older_version, error, last_operation }
}

/// Says how a copy was found.
fn tell_verified(verified: &Verified, session: &mut Session<'_>) -> Result<(), Failure> {
    if session.output.is_json() {
        return Ok(());
    }
    let id = match (verified.complaints.is_empty(), verified.is_damaged()) {
        (true, _) if verified.is_outdated => "backup-older",
        (true, _) => "backup-sound",
        (false, false) => "backup-usable",
        (false, true) => "backup-damaged",
    };
    session.output.sentence(&Message::new(id).with("file", shown(&verified.file)))?;
    tell_complaints(&verified.complaints, session)
}

fn tell_complaints(complaints: &[crate::model::Complaint], session: &mut Session<'_>) -> Result<(), Failure> {
    complaints.iter().try_for_each(|complaint| {
        let (_, what) = super::doctor::message(complaint);
        session.output.sentence(&Message::new("backup-complaint").with("what", what))
    })
}
