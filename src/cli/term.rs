//! `term`: the termbase of the desk. Entries are added, listed, changed and taken out; tables come in and go out; `term find`
//! shows what of it stands in a text.

use std::path::{Path, PathBuf};

use serde::Serialize;

use super::concepts::{ConceptView, Remarks, given, tell, view};
use super::extract::Extract;
use super::options::Bulk;
use super::session::{Session, failed, in_tense, keep, standard_input};
use super::terms_shown;
use super::values::{count, language, part_of_speech};
use crate::model::{ConceptRow, Failure, Keep, Language, Message, PartOfSpeech, Treatment, Written};
use crate::ops::concepts::{Authority, ConceptFields, Homonym, add, concepts, edit, remove};
use crate::ops::files::Replace;
use crate::ops::terms::{Imported, TermImport, export, find, import};

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) action: Action,
}

#[derive(clap::Subcommand, Debug)]
pub(crate) enum Action {
    Add(Add),
    List(List),
    Edit(Edit),
    Remove(Remove),
    Find(Find),
    Extract(Extract),
    Import(Import),
    Export(Export),
}

#[derive(clap::Args, Debug)]
pub(crate) struct Add {
    #[arg(value_name = "SOURCE", required_unless_present = "forbidden")]
    pub(crate) term: Option<String>,
    #[arg(value_name = "TARGET")]
    pub(crate) rendering: Option<String>,
    #[arg(long = "synonym", value_name = "SOURCE")]
    pub(crate) synonyms: Vec<String>,
    #[command(flatten)]
    pub(crate) shared: Shared,
    #[arg(long)]
    pub(crate) homonym: bool,
    #[arg(long)]
    pub(crate) dry_run: bool,
}

#[derive(clap::Args, Debug)]
pub(crate) struct Edit {
    #[arg(value_name = "N", value_parser = count)]
    pub(crate) number: u32,
    #[arg(long = "term", value_name = "SOURCE")]
    pub(crate) terms: Vec<String>,
    #[arg(long, value_name = "TARGET")]
    pub(crate) preferred: Option<String>,
    #[command(flatten)]
    pub(crate) shared: Shared,
    #[arg(long, conflicts_with = "keep")]
    pub(crate) translate: bool,
    #[arg(long)]
    pub(crate) dry_run: bool,
}

/// What `add` and `edit` share.
#[derive(clap::Args, Debug)]
pub(crate) struct Shared {
    #[arg(long, value_name = "TARGET")]
    pub(crate) admitted: Vec<String>,
    #[arg(long, value_name = "TARGET")]
    pub(crate) forbidden: Vec<String>,
    #[arg(long = "form", value_name = "SOURCE")]
    pub(crate) forms: Vec<String>,
    #[arg(long = "target-form", value_name = "TARGET")]
    pub(crate) target_forms: Vec<String>,
    #[arg(long = "pos", value_name = "KIND", value_parser = part_of_speech())]
    pub(crate) part_of_speech: Option<PartOfSpeech>,
    #[arg(long)]
    pub(crate) keep: bool,
    #[command(flatten)]
    pub(crate) remarks: Remarks,
}

#[derive(clap::Args, Debug)]
pub(crate) struct List {
    #[arg(value_name = "TEXT")]
    pub(crate) text: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(crate) domain: Option<String>,
    #[arg(long)]
    pub(crate) jsonl: bool,
}

#[derive(clap::Args, Debug)]
pub(crate) struct Remove {
    #[arg(value_name = "N", required = true)]
    pub(crate) numbers: Vec<String>,
    #[command(flatten)]
    pub(crate) bulk: Bulk,
}

#[derive(clap::Args, Debug)]
pub(crate) struct Find {
    #[arg(value_name = "TEXT")]
    pub(crate) text: String,
    #[arg(long = "in", value_name = "TAG", value_parser = language)]
    pub(crate) language: Option<Language>,
}

#[derive(clap::Args, Debug)]
pub(crate) struct Import {
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[arg(long)]
    pub(crate) dry_run: bool,
}

#[derive(clap::Args, Debug)]
pub(crate) struct Export {
    #[arg(short = 'o', long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    #[arg(long)]
    pub(crate) force: bool,
}

#[derive(Serialize)]
struct ConceptsView<'a> {
    schema: u32,
    concepts: Vec<ConceptView<'a>>,
}

#[derive(Serialize)]
struct OneView<'a> {
    concept: ConceptView<'a>,
}

#[derive(Serialize)]
struct RemovedView<'a> {
    removed: Vec<ConceptView<'a>>,
}

#[derive(Serialize)]
struct MatchesView<'a> {
    schema: u32,
    matches: Vec<terms_shown::TermView<'a>>,
}

#[derive(Serialize)]
struct ImportView<'a> {
    concepts: Vec<ImportedView<'a>>,
    problems: Vec<ProblemView>,
}

#[derive(Serialize)]
struct ImportedView<'a> {
    line: u64,
    term: &'a str,
    outcome: &'static str,
    number: i64,
}

#[derive(Serialize)]
struct ProblemView {
    line: u64,
    code: &'static str,
    message: String,
}

#[derive(Serialize)]
struct ExportView {
    schema: u32,
    file: String,
    concepts: usize,
    terms: usize,
}

pub(super) fn run(args: Args, session: &mut Session<'_>) -> Result<(), Failure> {
    match args.action {
        Action::Add(args) => run_add(&args, session),
        Action::List(args) => list(Authority::Terms, args.text.as_deref(), args.domain.as_deref(), args.jsonl, session),
        Action::Edit(args) => run_edit(&args, session),
        Action::Remove(args) => take_out(Authority::Terms, &args, session),
        Action::Find(args) => run_find(&args, session),
        Action::Extract(args) => super::extract::run(&args, session),
        Action::Import(args) => run_import(&args, session),
        Action::Export(args) => run_export(&args, session),
    }
}

impl Shared {
    fn fields(&self) -> ConceptFields {
        let Remarks { domain, note, from, date } = &self.remarks;
        ConceptFields {
            source_forms: given(&self.forms),
            target_forms: given(&self.target_forms),
            admitted: given(&self.admitted),
            forbidden: given(&self.forbidden),
            part_of_speech: self.part_of_speech,
            treatment: self.keep.then_some(Treatment::Keep),
            domain: domain.clone(),
            note: note.clone(),
            source: from.clone(),
            date: date.clone(),
            ..ConceptFields::default()
        }
    }
}

fn run_add(args: &Add, session: &mut Session<'_>) -> Result<(), Failure> {
    let terms: Vec<String> = args.term.iter().chain(&args.synonyms).cloned().collect();
    let fields =
        ConceptFields { source_terms: given(&terms), preferred: args.rendering.clone(), ..args.shared.fields() };
    let homonym = if args.homonym { Homonym::Allowed } else { Homonym::Refused };
    let keep = keep(args.dry_run);
    let mut desk = session.desk(keep)?;
    let written = add(&mut desk, Authority::Terms, &fields, homonym).map_err(failed)?;
    conclude(&written, keep, session)
}

fn run_edit(args: &Edit, session: &mut Session<'_>) -> Result<(), Failure> {
    let shared = args.shared.fields();
    let treatment = if args.translate { Some(Treatment::Translate) } else { shared.treatment };
    let fields =
        ConceptFields { source_terms: given(&args.terms), preferred: args.preferred.clone(), treatment, ..shared };
    let keep = keep(args.dry_run);
    let mut desk = session.desk(keep)?;
    let written = edit(&mut desk, Authority::Terms, i64::from(args.number), &fields).map_err(failed)?;
    conclude(&written, keep, session)
}

/// Shows the concept that was added or changed.
pub(super) fn conclude(written: &Written<ConceptRow>, keep: Keep, session: &mut Session<'_>) -> Result<(), Failure> {
    if session.output.is_json() {
        return session.write_json(written, keep, OneView { concept: view(&written.value) });
    }
    tell(&written.value, session)?;
    session.acknowledge(written.operation.as_ref(), keep);
    Ok(())
}

/// Lists concepts of the termbase or of the name authority.
pub(super) fn list(
    authority: Authority,
    text: Option<&str>,
    domain: Option<&str>,
    lines: bool,
    session: &mut Session<'_>,
) -> Result<(), Failure> {
    let desk = session.desk(Keep::Applied)?;
    let rows = concepts(&desk, authority, text, domain).map_err(failed)?;
    if lines {
        return rows.iter().try_for_each(|row| session.output.json(&view(row)));
    }
    if session.output.is_json() {
        return session.output.json(&ConceptsView { schema: 1, concepts: rows.iter().map(view).collect() });
    }
    if rows.is_empty() {
        session.output.say(&Message::new("out-no-concepts"));
    }
    session.output.page();
    rows.iter().try_for_each(|row| tell(row, session))
}

/// The number of an entry; a word is pointed to where its number is told.
fn entry(authority: Authority, word: &str) -> Result<i64, Failure> {
    let number = count(word.strip_prefix('#').unwrap_or(word)).ok();
    number.map(i64::from).ok_or_else(|| {
        let hint = match authority {
            Authority::Names => "rec-name-number",
            Authority::Terms => "rec-term-number",
        };
        let quoted = if word.contains(char::is_whitespace) { format!("\"{word}\"") } else { word.to_owned() };
        Failure::usage("invalid-value", Message::new("err-entry-number").with("given", word))
            .hint(Message::new(hint).with("given", quoted))
    })
}

/// Takes concepts out of the termbase or the name authority.
pub(super) fn take_out(authority: Authority, args: &Remove, session: &mut Session<'_>) -> Result<(), Failure> {
    let numbers: Vec<i64> = args.numbers.iter().map(|word| entry(authority, word)).collect::<Result<_, _>>()?;
    let mut desk = session.desk(Keep::DryRun)?;
    let planned = remove(&mut desk, authority, &numbers).map_err(failed)?;
    session.confirm_count(&args.bulk, planned.value.len(), ["ask-concepts", "err-needs-yes-entries"])?;
    let keep = keep(args.bulk.dry_run);
    desk.set_keep(keep);
    let written = remove(&mut desk, authority, &numbers).map_err(failed)?;
    if session.output.is_json() {
        let removed = written.value.iter().map(view).collect();
        return session.write_json(&written, keep, RemovedView { removed });
    }
    let id = in_tense(keep, "out-concept-removed", "out-concept-would-remove");
    for row in &written.value {
        let term = row.concept.terms.first().map_or("", |term| &term.text);
        session.output.sentence(&Message::new(id).with("number", row.number.to_string()).with("term", term))?;
    }
    session.acknowledge(written.operation.as_ref(), keep);
    Ok(())
}

fn run_find(args: &Find, session: &mut Session<'_>) -> Result<(), Failure> {
    let text = if args.text == "-" { standard_input()? } else { args.text.clone() };
    let desk = session.desk(Keep::Applied)?;
    let found = find(&desk, &text, args.language.as_ref()).map_err(failed)?;
    if session.output.is_json() {
        return session.output.json(&MatchesView { schema: 1, matches: found.iter().map(terms_shown::view).collect() });
    }
    if found.is_empty() {
        session.output.say(&Message::new("out-no-matches"));
    }
    found.iter().try_for_each(|found| terms_shown::tell(found, session))
}

fn run_import(args: &Import, session: &mut Session<'_>) -> Result<(), Failure> {
    let keep = keep(args.dry_run);
    let mut desk = session.desk(keep)?;
    let typed = if args.file == Path::new("-") { Some(standard_input()?) } else { None };
    let written = import(&mut desk, &args.file, typed.as_deref()).map_err(failed)?;
    let report = &written.value;
    if session.output.is_json() {
        let view = import_view(report, session);
        return session.write_json(&written, keep, view);
    }
    for imported in &report.concepts {
        let id = match (&imported.outcome, keep) {
            (Imported::Added(_), Keep::Applied) => "out-term-added",
            (Imported::Added(_), Keep::DryRun) => "out-term-would-add",
            (Imported::Extended(_), Keep::Applied) => "out-term-extended",
            (Imported::Extended(_), Keep::DryRun) => "out-term-would-extend",
            (Imported::Known(_), _) => "out-term-known",
            (Imported::Differs(_), _) => "out-term-differs",
        };
        let message = Message::new(id)
            .with("line", imported.line.to_string())
            .with("term", imported.term.as_str())
            .with("number", imported.outcome.number().to_string());
        session.output.sentence(&message)?;
    }
    for (line, failure) in &report.problems {
        let message =
            Message::new("out-term-problem").with("line", line.to_string()).with("what", failure.message.clone());
        session.output.say(&message);
    }
    session.acknowledge(written.operation.as_ref(), keep);
    Ok(())
}

fn import_view<'a>(report: &'a TermImport, session: &Session<'_>) -> ImportView<'a> {
    let imported = report.concepts.iter().map(|imported| ImportedView {
        line: imported.line,
        term: &imported.term,
        outcome: imported.outcome.as_str(),
        number: imported.outcome.number(),
    });
    let problems = report.problems.iter().map(|(line, failure)| ProblemView {
        line: *line,
        code: failure.code,
        message: session.output.localizer().sentence(&failure.message),
    });
    ImportView { concepts: imported.collect(), problems: problems.collect() }
}

fn run_export(args: &Export, session: &mut Session<'_>) -> Result<(), Failure> {
    let path = args.output.as_deref().filter(|path| *path != Path::new("-"));
    if path.is_none() && session.output.is_json() {
        let message = Message::new("err-export-two-documents");
        return Err(Failure::usage("argument-conflict", message).hint(Message::new("rec-export-two-documents")));
    }
    let desk = session.desk(Keep::Applied)?;
    let replace = if args.force { Replace::Allowed } else { Replace::Refused };
    let report = export(&desk, path, replace).map_err(failed)?;
    let Some(path) = report.path else {
        return session.output.bytes(&report.bytes);
    };
    let file = path.display().to_string();
    if session.output.is_json() {
        let (concepts, terms) = (report.concepts, report.terms);
        return session.output.json(&ExportView { schema: 1, file, concepts, terms });
    }
    session.output.sentence(&Message::new("out-term-export").with("file", file).with("count", report.concepts))
}
