//! `review`: an article goes to a reviewer as a table in Word, and comes back.

mod returning;

use std::path::PathBuf;

use serde::Serialize;

use super::session::{Outcome, Session, failed, in_tense, keep};
use super::values::{address, slug};
use crate::l10n::{Localizer, available_languages};
use crate::model::{Address, Failure, Keep, Language, Message, ParagraphKind, ReasonCode, SheetWords, Slug, Status};
use crate::ops::export::{Destination, languages};
use crate::ops::files::Replace;
use crate::ops::sheet::{SheetMade, SheetRequest, export_sheet};

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) action: Action,
}

#[derive(clap::Subcommand, Debug)]
pub(crate) enum Action {
    Export(Export),
    Import(Import),
}

#[derive(clap::Args, Debug)]
pub(crate) struct Export {
    #[arg(value_name = "ADDR", value_parser = address)]
    pub(crate) address: Address,
    #[arg(value_name = "FILE", conflicts_with = "output")]
    pub(crate) file: Option<PathBuf>,
    #[arg(short = 'o', long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    #[arg(long)]
    pub(crate) force: bool,
    #[arg(long)]
    pub(crate) dry_run: bool,
}

#[derive(clap::Args, Debug)]
pub(crate) struct Import {
    #[arg(value_name = "SLUG", value_parser = slug)]
    pub(crate) slug: Slug,
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[arg(long)]
    pub(crate) submit: bool,
    #[arg(long, alias = "preview")]
    pub(crate) dry_run: bool,
    #[arg(long)]
    pub(crate) yes: bool,
}

#[derive(Serialize)]
struct ExportView<'a> {
    path: Option<String>,
    paragraphs: usize,
    bytes: usize,
    hash: &'a str,
    recorded: bool,
}

pub(super) fn run(args: Args, session: &mut Session<'_>) -> Result<(), Failure> {
    match args.action {
        Action::Export(args) => run_export(args, session),
        Action::Import(args) => returning::run(&args, session),
    }
}

fn run_export(args: Export, session: &mut Session<'_>) -> Result<(), Failure> {
    let output = args.output.or(args.file);
    let to_stdout = output.as_deref().is_some_and(|path| path.as_os_str() == "-");
    if to_stdout && session.output.is_json() {
        return Err(Failure::usage("argument-conflict", Message::new("err-export-two-documents"))
            .hint(Message::new("rec-export-two-documents")));
    }
    let keep = keep(args.dry_run);
    let mut desk = session.desk(keep)?;
    let article = args.address.slug().clone();
    let languages = languages(&desk, &article).map_err(failed)?;
    let words = words(&session.output.localizer().without_isolates(), &article, &languages);
    let request = SheetRequest {
        address: args.address,
        destination: match output {
            _ if to_stdout => Destination::Caller,
            Some(path) => Destination::File(path),
            None => Destination::Folder(PathBuf::from(".")),
        },
        replace: if args.force { Replace::Allowed } else { Replace::Refused },
        words: &words,
    };
    let written = export_sheet(&mut desk, &request).map_err(failed)?;
    if to_stdout && keep == Keep::Applied {
        return session.output.bytes(&written.value.bytes);
    }
    if session.output.is_json() {
        return session.write_json_as(Outcome::of_file(&written, keep), export_view(&written.value));
    }
    let made = &written.value;
    let file = made.path.as_ref().map_or_else(|| "-".to_owned(), |path| path.display().to_string());
    let paragraphs = Message::new("count-paragraphs").with("count", made.paragraphs);
    let id = in_tense(keep, "out-sheet-made", "out-sheet-would-be-made");
    session.output.sentence(&Message::new(id).with("file", file.as_str()).with("paragraphs", paragraphs))?;
    if keep == Keep::Applied {
        let command = format!("hunayn review import {article} FILE");
        session.output.say(&Message::new("note-sheet-back").with("command", command));
    }
    match (&written.operation, keep) {
        (None, Keep::Applied) => session.output.say(&Message::new("note-sheet-unrecorded")),
        (operation, keep) => session.acknowledge(operation.as_ref(), keep),
    }
    Ok(())
}

fn export_view(made: &SheetMade) -> ExportView<'_> {
    ExportView {
        path: made.path.as_ref().map(|path| path.display().to_string()),
        paragraphs: made.paragraphs,
        bytes: made.size,
        hash: &made.hash,
        recorded: made.recorded,
    }
}

/// The words of sheets in every language that the program speaks; those of the interface first.
fn all_words(localizer: &Localizer, article: &Slug, languages: &(Language, Language)) -> Vec<SheetWords> {
    let own = words(localizer, article, languages);
    let others = available_languages();
    let others = others.iter().filter(|language| **language != own.language);
    let others = others.map(|language| words(&Localizer::new(&[language.to_string()], false), article, languages));
    let others: Vec<SheetWords> = others.collect();
    std::iter::once(own).chain(others).collect()
}

/// The words of a sheet in the language of a localizer.
fn words(localizer: &Localizer, article: &Slug, (source, target): &(Language, Language)) -> SheetWords {
    let word = |id: &'static str| localizer.sentence(&Message::new(id));
    let several = |id| word(id).split('/').map(|word| word.trim().to_owned()).collect();
    let language = |language: &Language| {
        localizer.text(&format!("language-{}", language.primary())).unwrap_or_else(|| language.to_string())
    };
    let guide = ["sheet-guide-text", "sheet-guide-decision", "sheet-guide-codes", "sheet-guide-back"];
    let guide = guide.map(|id| localizer.sentence(&Message::new(id).with("slug", article.as_str())));
    SheetWords {
        language: localizer.language(),
        columns: vec![
            word("sheet-number"),
            language(source),
            language(target),
            word("sheet-decision"),
            word("sheet-comment"),
        ],
        choose: word("sheet-choose"),
        approve: word("sheet-approve"),
        request: word("sheet-request"),
        approved: several("sheet-approved"),
        rejected: several("sheet-rejected"),
        reasons: ReasonCode::ALL.iter().map(|reason| localizer.sentence(&Message::from(*reason))).collect(),
        statuses: Status::ALL.iter().map(|status| localizer.sentence(&Message::from(*status))).collect(),
        stale: word("status-stale"),
        kinds: ParagraphKind::ALL.iter().map(|kind| localizer.sentence(&Message::from(*kind))).collect(),
        guide: guide.to_vec(),
    }
}
