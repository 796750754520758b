//! `export`: the aligned bilingual document, or the finished article.

use super::progress::Bar;
use super::session::{Outcome, Session, failed, in_tense, keep};
use super::values::{FormatName, address};
use crate::l10n::labels;
use crate::model::gathered;
use crate::model::{self, Address, BitextLabels, Failure, Keep, Message, Status};
use crate::ops::OpsError;
use crate::ops::export::{Destination, ExportReport, ExportRequest, NotReady, export, formats};
use crate::ops::files::Replace;
use serde::Serialize;
use std::cell::RefCell;
use std::path::PathBuf;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[arg(value_name = "ADDR", value_parser = address)]
    pub(crate) address: Address,
    #[arg(long, value_name = "FORMAT", value_parser = FormatName(formats))]
    pub(crate) format: String,
    #[arg(long, value_name = "LAYOUT")]
    pub(crate) layout: Option<Layout>,
    #[arg(short = 'o', long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    #[arg(long, value_name = "GATE", default_value = "reviewed")]
    pub(crate) require: Gate,
    #[arg(long)]
    pub(crate) force: bool,
    #[arg(long)]
    pub(crate) hide_status: bool,
    #[arg(long)]
    pub(crate) bom: bool,
    #[arg(long)]
    pub(crate) dry_run: bool,
}

#[derive(clap::ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Layout {
    SideBySide,
    Stacked,
    Target,
}

#[derive(clap::ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gate {
    Reviewed,
    Final,
    None,
}

#[derive(Serialize)]
struct ExportView<'a> {
    path: Option<String>,
    format: &'static str,
    layout: &'static str,
    paragraphs: usize,
    bytes: usize,
    hash: &'a str,
    draft: bool,
    recorded: bool,
    not_ready: Vec<NotReadyView<'a>>,
}

#[derive(Serialize)]
struct NotReadyView<'a> {
    address: &'a str,
    status: &'static str,
    stale: bool,
}

fn not_ready_view(row: &NotReady) -> NotReadyView<'_> {
    NotReadyView { address: &row.address, status: row.status.as_str(), stale: row.stale }
}

pub(super) fn run(args: Args, session: &mut Session<'_>) -> Result<(), Failure> {
    let to_stdout = args.output.as_deref().is_some_and(|path| path.as_os_str() == "-");
    if to_stdout && session.output.is_json() {
        return Err(Failure::usage("argument-conflict", Message::new("err-export-two-documents"))
            .hint(Message::new("rec-export-two-documents")));
    }
    let keep = keep(args.dry_run);
    let mut desk = session.desk(keep)?;
    let (source, target) = crate::ops::export::languages(&desk, args.address.slug()).map_err(failed)?;
    let labels = labels(&session.output.localizer().without_isolates(), &source, &target);
    let request = request(args, to_stdout, &labels);
    let bar = RefCell::new(Bar::new(session.output.is_talkative()));
    let result = export(&mut desk, &request, &|done, total| bar.borrow_mut().show(done, total));
    bar.borrow().finish();
    let written = match result {
        Ok(written) => written,
        Err(error) => {
            if let OpsError::Gate { missing, .. } = &error {
                tell_missing(missing, session);
            }
            return Err(failed(error));
        }
    };
    if to_stdout && keep == Keep::Applied {
        return session.output.bytes(&written.value.bytes);
    }
    if session.output.is_json() {
        return session.write_json_as(Outcome::of_file(&written, keep), view(&written.value));
    }
    tell(&written.value, keep, session)?;
    match (&written.operation, keep) {
        (None, Keep::Applied) => session.output.say(&Message::new("note-export-unrecorded")),
        (operation, keep) => session.acknowledge(operation.as_ref(), keep),
    }
    Ok(())
}

fn request(args: Args, to_stdout: bool, labels: &BitextLabels) -> ExportRequest<'_> {
    ExportRequest {
        address: args.address,
        format: args.format,
        layout: args.layout.map(Layout::model),
        destination: match args.output {
            _ if to_stdout => Destination::Caller,
            Some(path) => Destination::File(path),
            None => Destination::Folder(PathBuf::from(".")),
        },
        require: match args.require {
            Gate::Reviewed => Some(Status::Reviewed),
            Gate::Final => Some(Status::Final),
            Gate::None => None,
        },
        replace: if args.force { Replace::Allowed } else { Replace::Refused },
        show_status: !args.hide_status,
        bom: args.bom,
        labels,
    }
}

fn view(report: &ExportReport) -> ExportView<'_> {
    ExportView {
        path: report.path.as_ref().map(|path| path.display().to_string()),
        format: report.format,
        layout: report.layout.as_str(),
        paragraphs: report.paragraphs,
        bytes: report.size,
        hash: &report.hash,
        draft: report.draft,
        recorded: report.recorded,
        not_ready: report.not_ready.iter().map(not_ready_view).collect(),
    }
}

fn tell(report: &ExportReport, keep: Keep, session: &mut Session<'_>) -> Result<(), Failure> {
    let file = report.path.as_ref().map_or_else(|| "-".to_owned(), |path| path.display().to_string());
    let id = match report.draft {
        true => in_tense(keep, "out-exported-draft", "out-would-export-draft"),
        false => in_tense(keep, "out-exported", "out-would-export"),
    };
    let paragraphs = Message::new("count-paragraphs").with("count", report.paragraphs);
    session.output.sentence(&Message::new(id).with("file", file).with("paragraphs", paragraphs))?;
    tell_missing(&report.not_ready, session);
    Ok(())
}

/// Lists the paragraphs that are not ready, a line for each status.
fn tell_missing(missing: &[NotReady], session: &mut Session<'_>) {
    for (address, (status, stale)) in
        gathered(missing.iter().map(|row| (row.address.as_str(), (row.status, row.stale))))
    {
        let id = if stale { "out-not-ready-stale" } else { "out-not-ready" };
        session.output.say(&Message::new(id).with("address", address).with("status", status));
    }
}

impl Layout {
    const fn model(self) -> model::Layout {
        match self {
            Self::SideBySide => model::Layout::SideBySide,
            Self::Stacked => model::Layout::Stacked,
            Self::Target => model::Layout::Target,
        }
    }
}
