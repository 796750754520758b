//! `tm import` and `tm export`: memories between tools, as TMX.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::cli::progress::Bar;
use crate::cli::session::{Session, failed, in_tense, keep};
use crate::cli::values::penalty;
use crate::model::{Failure, Keep, Message};
use crate::ops::OpsError;
use crate::ops::files::Replace;
use crate::ops::memory::{TmxDestination, TmxImport, TmxImportReport, export_tmx, import_tmx, memory_name_of};

/// So many problems are told to a person; the others are in the JSON.
const PROBLEMS_SHOWN: usize = 20;

#[derive(clap::Args, Debug)]
pub(crate) struct Import {
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[arg(long, value_name = "NAME")]
    pub(crate) memory: Option<String>,
    #[arg(long, value_name = "PERCENT", value_parser = penalty)]
    pub(crate) penalty: Option<u8>,
    #[arg(long)]
    pub(crate) dry_run: bool,
}

#[derive(clap::Args, Debug)]
pub(crate) struct Export {
    #[arg(long, value_name = "NAME")]
    pub(crate) origin: Option<String>,
    #[arg(short = 'o', long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    #[arg(long)]
    pub(crate) force: bool,
}

#[derive(Serialize)]
struct ImportView<'a> {
    memory: &'a str,
    pairs: u64,
    added: u64,
    shared: u64,
    known: u64,
    blank: u64,
    without_source: u64,
    without_target: u64,
    languages: Vec<LanguageView<'a>>,
    problems: Vec<ProblemView>,
    problem_count: u64,
}

#[derive(Serialize)]
struct LanguageView<'a> {
    tag: &'a str,
    variants: u64,
}

#[derive(Serialize)]
struct ProblemView {
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u64>,
    message: String,
}

#[derive(Serialize)]
struct ExportView {
    schema: u32,
    file: String,
    own: u64,
    entries: u64,
}

pub(super) fn run_import(args: &Import, session: &mut Session<'_>) -> Result<(), Failure> {
    let of_file = |error| OpsError::File { path: args.file.clone(), error }.failure();
    let (mut file, size): (Box<dyn Read + Send>, u64) = if args.file == Path::new("-") {
        (Box::new(std::io::stdin()), 0)
    } else {
        let file = std::fs::File::open(&args.file).map_err(of_file)?;
        let size = file.metadata().map_err(of_file)?.len();
        (Box::new(file), size)
    };
    let named = args.memory.clone().unwrap_or_else(|| match args.file == Path::new("-") {
        true => "stdin".to_owned(),
        false => memory_name_of(&args.file),
    });
    let keep = keep(args.dry_run);
    let mut desk = session.desk(keep)?;
    let import = TmxImport { path: args.file.clone(), file: &mut file, memory: &named, penalty: args.penalty };
    let mut bar = Bar::new(session.output.is_talkative());
    let written = import_tmx(&mut desk, import, &mut |bytes| bar.show(bytes as usize, size.max(bytes) as usize));
    bar.finish();
    let written = written.map_err(failed)?;
    let report = &written.value;
    if session.output.is_json() {
        let view = import_view(report, session);
        return session.write_json(&written, keep, view);
    }
    tell_import(report, keep, session)?;
    session.acknowledge(written.operation.as_ref(), keep);
    Ok(())
}

fn tell_import(report: &TmxImportReport, keep: Keep, session: &mut Session<'_>) -> Result<(), Failure> {
    let message = Message::new(in_tense(keep, "out-tm-imported", "out-tm-would-import"))
        .with("memory", report.memory.as_str())
        .with("count", report.added as usize);
    session.output.sentence(&message)?;
    for (id, count) in [
        ("out-tm-known", report.known),
        ("out-tm-shared", report.shared),
        ("out-tm-blank", report.blank),
        ("out-tm-without-source", report.without_source),
        ("out-tm-without-target", report.without_target),
    ] {
        if count > 0 {
            session.output.sentence(&Message::new(id).with("count", count as usize))?;
        }
    }
    if report.pairs == 0 {
        let tags: Vec<String> = report.languages.iter().map(|(tag, _)| tag.clone()).collect();
        let languages: crate::model::Argument = tags.into_iter().collect();
        let message = match report.languages.is_empty() {
            true => Message::new("warn-tm-no-units"),
            false => Message::new("warn-tm-no-pairs").with("languages", languages),
        };
        session.output.say(&message);
    }
    for problem in report.problems.iter().take(PROBLEMS_SHOWN) {
        session.output.say(&problem.message());
    }
    let more = report.problem_count.saturating_sub(PROBLEMS_SHOWN as u64);
    if more > 0 {
        session.output.say(&Message::new("out-tm-more-problems").with("count", more as usize));
    }
    Ok(())
}

fn import_view<'a>(report: &'a TmxImportReport, session: &Session<'_>) -> ImportView<'a> {
    let problems = report.problems.iter().map(|problem| ProblemView {
        line: problem.line(),
        message: session.output.localizer().sentence(&problem.message()),
    });
    ImportView {
        memory: &report.memory,
        pairs: report.pairs,
        added: report.added,
        shared: report.shared,
        known: report.known,
        blank: report.blank,
        without_source: report.without_source,
        without_target: report.without_target,
        languages: report.languages.iter().map(|(tag, variants)| LanguageView { tag, variants: *variants }).collect(),
        problems: problems.collect(),
        problem_count: report.problem_count,
    }
}

pub(super) fn run_export(args: &Export, session: &mut Session<'_>) -> Result<(), Failure> {
    let path = args.output.as_deref().filter(|path| *path != Path::new("-"));
    if path.is_none() && session.output.is_json() {
        let message = Message::new("err-export-two-documents");
        return Err(Failure::usage("argument-conflict", message).hint(Message::new("rec-export-two-documents")));
    }
    let desk = session.desk(Keep::Applied)?;
    let replace = if args.force { Replace::Allowed } else { Replace::Refused };
    let mut bar = Bar::new(session.output.is_talkative());
    let mut stdout = std::io::stdout().lock();
    let destination = match path {
        Some(path) => TmxDestination::File(path, replace),
        None => TmxDestination::Caller(&mut stdout as &mut dyn Write),
    };
    let report = export_tmx(&desk, args.origin.as_deref(), destination, &mut |done| {
        bar.show(done as usize, done as usize);
    });
    bar.finish();
    drop(stdout);
    let report = report.map_err(failed)?;
    let Some(path) = report.path else { return Ok(()) };
    let file = path.display().to_string();
    if session.output.is_json() {
        return session.output.json(&ExportView { schema: 1, file, own: report.own, entries: report.entries });
    }
    let message =
        Message::new("out-tm-exported").with("file", file).with("count", (report.own + report.entries) as usize);
    session.output.sentence(&message)
}
