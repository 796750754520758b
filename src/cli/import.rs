//! `import`: articles in, alone or with an existing translation.

use super::progress::Bar;
use super::session::{Session, failed, in_tense, keep};
use super::values::{FormatName, slug};
use crate::model::{Failure, Flattening, Keep, Message, Slug, SourceSide};
use crate::ops::boilerplate::FilledBlock;
use crate::ops::files;
use crate::ops::import::{
    Archive, Arrival, Cause, ImportReport, ImportRequest, ImportedArticle, Input, Problem, ReadOptions, Warning,
    WarningKind, formats, import, pairs_in_folders, pairs_in_list,
};
use serde::Serialize;
use std::path::{Path, PathBuf};

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[arg(value_name = "FILE", required_unless_present = "pairs")]
    pub(crate) files: Vec<PathBuf>,
    #[arg(long, value_name = "LIST", conflicts_with_all = ["files", "translation"])]
    pub(crate) pairs: Option<PathBuf>,
    #[arg(long, value_name = "SLUG", value_parser = slug)]
    pub(crate) slug: Option<Slug>,
    #[arg(long, value_name = "FILE")]
    pub(crate) translation: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(crate) lexicon: Option<PathBuf>,
    #[arg(long, value_name = "FORMAT", value_parser = FormatName(formats))]
    pub(crate) format: Option<String>,
    #[arg(long, value_name = "ENCODING")]
    pub(crate) encoding: Option<String>,
    #[arg(long)]
    pub(crate) dry_run: bool,
}

#[derive(Serialize)]
struct ReportView {
    articles: Vec<ArticleView>,
    problems: Vec<ProblemView>,
}

#[derive(Serialize)]
struct ArticleView {
    slug: String,
    paragraphs: usize,
    segments: usize,
    aligned: bool,
    doubtful: usize,
    left_out: usize,
    added: usize,
    remarks: Vec<&'static str>,
    unsure_kinds: usize,
    repeated: usize,
    boilerplate: Vec<BlockView>,
    #[serde(skip_serializing_if = "Option::is_none")]
    repeated_title: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    guessed_encoding: Option<&'static str>,
    warnings: Vec<WarningView>,
}

#[derive(Serialize)]
struct BlockView {
    paragraph: usize,
    name: String,
    version: u32,
    filled: bool,
}

#[derive(Serialize)]
struct WarningView {
    code: &'static str,
    side: &'static str,
    count: usize,
    paragraphs: Vec<usize>,
    message: String,
}

#[derive(Serialize)]
pub(super) struct ProblemView {
    file: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    code: &'static str,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    hint: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    already: Option<String>,
}

impl ProblemView {
    pub(super) fn of(problem: &Problem, session: &Session<'_>) -> Self {
        let sentence = |message: &Message| session.output.localizer().sentence(message);
        Self {
            file: problem.file.clone(),
            line: problem.line,
            code: problem.failure.code,
            message: sentence(&problem.failure.message),
            hint: problem.failure.hint.as_ref().map(sentence),
            already: match &problem.cause {
                Cause::Already(slug) => Some(slug.to_string()),
                Cause::Refused | Cause::PassedOver => None,
            },
        }
    }
}

pub(super) fn run(args: Args, session: &mut Session<'_>) -> Result<(), Failure> {
    let keep = keep(args.dry_run);
    let Archive { pairs, passed_over } = arrivals(&args, session)?;
    let request = ImportRequest {
        slug: args.slug,
        options: ReadOptions { format: args.format, encoding: args.encoding },
        inputs: pairs,
        lexicon: args.lexicon.as_deref().map(crate::ops::lexicon::open).transpose().map_err(failed)?,
    };
    let mut desk = session.desk(keep)?;
    let total = request.inputs.len();
    let mut bar = Bar::new(session.output.is_talkative());
    let imported = import(&mut desk, &request, &mut |done| bar.show(done, total)).map_err(failed);
    bar.finish();
    let mut written = imported?;
    written.value.problems.extend(passed_over);
    if session.output.is_json() {
        session.write_json(&written, keep, view(&written.value, session))?;
    } else {
        tell(&written.value, keep, session)?;
        session.acknowledge(written.operation.as_ref(), keep);
    }
    let nothing_came_in = written.value.articles.is_empty();
    let trouble = written.value.problems.iter().filter(|problem| problem.cause == Cause::Refused).count();
    match trouble {
        0 => Ok(()),
        _ if nothing_came_in => {
            Err(Failure::usage("import", Message::new("err-import-none")).hint(Message::new("rec-import")))
        }
        _ => {
            let id = in_tense(keep, "err-import-some", "err-import-some-planned");
            let message = Message::new(id).with("count", trouble);
            Err(Failure::failed("import", message).hint(Message::new("rec-import")))
        }
    }
}

/// The articles of the call: the files as named, one pair, the pairs of two folders, or those of a list.
fn arrivals(args: &Args, session: &mut Session<'_>) -> Result<Archive, Failure> {
    let archive = match (&args.pairs, args.files.as_slice(), &args.translation) {
        (Some(list), ..) => pairs_in_list(list).map_err(failed)?,
        (None, [sources], Some(translations)) if sources.is_dir() && translations.is_dir() => {
            pairs_in_folders(sources, translations).map_err(failed)?
        }
        (None, files, translation) => {
            let (inputs, passed_over) = inputs(files)?;
            if translation.is_some() && inputs.len() != 1 {
                return Err(
                    Failure::usage("one-file", Message::new("err-one-source")).hint(Message::new("rec-one-source"))
                );
            }
            let translation = translation.clone().map(input).transpose()?;
            let arrival = |source| Arrival { source, translation: translation.clone(), listed: None };
            Archive { pairs: inputs.into_iter().map(arrival).collect(), passed_over }
        }
    };
    if archive.pairs.is_empty() {
        archive.passed_over.iter().for_each(|problem| tell_problem(problem, "out-problem", session));
        tell_remedies(&archive.passed_over, session);
        return Err(Failure::not_found("no-files", Message::new("err-no-files")).hint(Message::new("rec-no-files")));
    }
    Ok(archive)
}

/// Files as named, folders and patterns taken apart, and what is passed over in the folders; a pattern that fits nothing is an
/// error.
pub(super) fn inputs(names: &[PathBuf]) -> Result<(Vec<Input>, Vec<Problem>), Failure> {
    let mut inputs = Vec::new();
    let mut passed_over = Vec::new();
    let mut search = |path: &Path, inputs: &mut Vec<Input>| {
        let found = files::expand(path).map_err(failed)?;
        inputs.extend(found.files.into_iter().map(Input::File));
        passed_over.extend(found.passed_over.into_iter().map(|(path, why)| Problem {
            file: path.display().to_string(),
            line: None,
            failure: why.failure(),
            cause: Cause::PassedOver,
        }));
        Ok::<_, Failure>(())
    };
    for name in names {
        let pattern = name.to_string_lossy();
        if !name.exists() && pattern.contains(['*', '?', '[']) {
            let paths = glob::glob(&pattern).map_err(|error| {
                let message = Message::new("err-pattern").with("pattern", pattern.as_ref()).with("detail", error.msg);
                Failure::usage("pattern", message).hint(Message::new("rec-file"))
            })?;
            let mut found: Vec<PathBuf> = paths.filter_map(Result::ok).collect();
            if found.is_empty() {
                let message = Message::new("err-pattern-nothing").with("pattern", pattern.as_ref());
                return Err(Failure::not_found("pattern", message).hint(Message::new("rec-file")));
            }
            found.sort();
            for path in found {
                search(&path, &mut inputs)?;
            }
        } else if name.is_dir() {
            search(name, &mut inputs)?;
        } else {
            inputs.push(input(name.clone())?);
        }
    }
    Ok((inputs, passed_over))
}

/// One file, or standard input for `-`.
pub(super) fn input(path: PathBuf) -> Result<Input, Failure> {
    if path.as_os_str() != "-" {
        return Ok(Input::File(path));
    }
    let bytes = files::read_bounded(std::io::stdin().lock(), &path).map_err(failed)?;
    Ok(Input::Bytes { name: "stdin".to_owned(), bytes })
}

fn block_view(block: &FilledBlock) -> BlockView {
    let FilledBlock { number, block: name, version, filled, .. } = block;
    BlockView { paragraph: *number, name: name.clone(), version: *version, filled: *filled }
}

fn view(report: &ImportReport, session: &Session<'_>) -> ReportView {
    let sentence = |message: &Message| session.output.localizer().sentence(message);
    let warning = |article: &ImportedArticle, warning: &Warning| WarningView {
        code: match &warning.kind {
            WarningKind::Flattened(flattening) => flattening.as_str(),
            WarningKind::OddCharacters { .. } => "odd-characters",
            WarningKind::AroundArticle { .. } => "around-article",
        },
        side: warning.side.as_str(),
        count: warning.count,
        paragraphs: warning.paragraphs.clone(),
        message: sentence(&warning_message(article, warning)),
    };
    let article = |article: &ImportedArticle| ArticleView {
        slug: article.slug.to_string(),
        paragraphs: article.paragraphs,
        segments: article.segments,
        aligned: article.aligned,
        doubtful: article.doubtful,
        left_out: article.left_out,
        added: article.added,
        remarks: article.remarks.iter().map(|remark| remark.as_str()).collect(),
        unsure_kinds: article.unsure,
        repeated: article.repeated,
        boilerplate: article.blocks.iter().map(block_view).collect(),
        repeated_title: article.repeated_title,
        guessed_encoding: article.guessed_encoding,
        warnings: article.warnings.iter().map(|one| warning(article, one)).collect(),
    };
    ReportView {
        articles: report.articles.iter().map(article).collect(),
        problems: report.problems.iter().map(|problem| ProblemView::of(problem, session)).collect(),
    }
}

/// More articles than this are summed up instead of listed.
const LISTED: usize = 20;

fn tell(report: &ImportReport, keep: Keep, session: &mut Session<'_>) -> Result<(), Failure> {
    let many = report.articles.len() > LISTED;
    for article in &report.articles {
        if !many {
            let message = Message::new(if article.aligned { "out-imported-pair" } else { "out-imported" })
                .with("slug", article.slug.as_str())
                .with("paragraphs", Message::new("count-paragraphs").with("count", article.paragraphs))
                .with("segments", Message::new("count-segments").with("count", article.segments));
            session.output.sentence(&message)?;
            notes(article, report.articles.len() > 1, session);
        }
        for warning in &article.warnings {
            session.output.say(&warning_message(article, warning));
        }
    }
    if many {
        let paragraphs = report.articles.iter().map(|article| article.paragraphs).sum::<usize>();
        let message = Message::new(in_tense(keep, "out-imported-many", "out-would-import-many"))
            .with("articles", Message::new("count-articles").with("count", report.articles.len()))
            .with("paragraphs", Message::new("count-paragraphs").with("count", paragraphs));
        session.output.sentence(&message)?;
    }
    let filled = report.articles.iter().flat_map(|article| &article.blocks).filter(|block| block.filled).count();
    if many && filled > 0 {
        session.output.say(&Message::new("note-blocks").with("count", filled));
    }
    if many {
        tell_doubts(report, session);
    }
    let refused = in_tense(keep, "out-problem", "out-would-not-import");
    report.problems.iter().for_each(|problem| tell_problem(problem, refused, session));
    tell_remedies(&report.problems, session);
    Ok(())
}

/// What to do about files that were passed over, each remedy once.
fn tell_remedies(problems: &[Problem], session: &mut Session<'_>) {
    let mut told: Vec<&Message> = Vec::new();
    let passed_over = problems.iter().filter(|problem| problem.cause == Cause::PassedOver);
    for hint in passed_over.filter_map(|problem| problem.failure.hint.as_ref()) {
        if !told.contains(&hint) {
            told.push(hint);
            session.output.say(hint);
        }
    }
}

/// What many pairs leave to look at, each article that has any on a line.
fn tell_doubts(report: &ImportReport, session: &mut Session<'_>) {
    let doubtful =
        |article: &&ImportedArticle| article.doubtful + article.left_out + article.added > 0 && article.aligned;
    for article in report.articles.iter().filter(doubtful) {
        let message = Message::new("out-doubts")
            .with("slug", article.slug.as_str())
            .with("doubtful", article.doubtful)
            .with("out", article.left_out)
            .with("added", article.added);
        session.output.say(&message);
    }
}

/// What became of a file that did not come in; `refused` is the id of what is said where it could not.
pub(super) fn tell_problem(problem: &Problem, refused: &'static str, session: &mut Session<'_>) {
    let id = match problem.cause {
        Cause::PassedOver => "out-passed-over",
        Cause::Refused | Cause::Already(_) => refused,
    };
    let what = problem.failure.message.clone();
    session.output.say(&Message::new(id).with("file", problem.file.as_str()).with("what", what));
    if let (Cause::Refused, Some(hint)) = (&problem.cause, &problem.failure.hint) {
        session.output.say(hint);
    }
}

/// What is to be told of something that did not come in as it stands in the file, or looks like damage.
fn warning_message(article: &ImportedArticle, warning: &Warning) -> Message {
    let address = |number: &usize| format!("{}:{number}", article.slug);
    let addresses: Vec<String> = warning.paragraphs.iter().map(address).collect();
    let places = crate::model::gathered(addresses.iter().map(|address| (address.as_str(), ())));
    let places = places.into_iter().map(|(places, ())| places).next().unwrap_or_default();
    let message = match &warning.kind {
        WarningKind::Flattened(kind) => Message::new(flattening_id(*kind)).with("places", places),
        WarningKind::OddCharacters { first } => Message::new("warn-odd-characters")
            .with("character", format!("U+{:04X}", u32::from(*first)))
            .with("place", addresses.first().map_or("", String::as_str)),
        WarningKind::AroundArticle { beginning } => {
            Message::new("warn-around-article").with("slug", article.slug.as_str()).with("text", beginning.as_str())
        }
    };
    let message = message.with("count", warning.count);
    match warning.side {
        SourceSide::Source => message,
        SourceSide::Target => Message::new("warn-in-translation").with("what", message),
    }
}

/// What is told of what cannot be kept as it is in the file.
const fn flattening_id(kind: Flattening) -> &'static str {
    match kind {
        Flattening::Table => "warn-flat-table",
        Flattening::NestedList => "warn-flat-list",
        Flattening::Picture => "warn-flat-picture",
        Flattening::TextBox => "warn-flat-text-box",
        Flattening::Formula => "warn-flat-formula",
        Flattening::Numbering => "warn-flat-numbering",
        Flattening::Symbol => "warn-flat-symbol",
        Flattening::Object => "warn-flat-object",
        Flattening::Annotation => "warn-flat-annotation",
        Flattening::Hidden => "warn-flat-hidden",
        Flattening::Comment => "warn-flat-comment",
        Flattening::Insertion => "warn-flat-insertion",
        Flattening::Deletion => "warn-flat-deletion",
        Flattening::Margin => "warn-flat-margin",
    }
}

/// What there is to know of an article, each with its slug where it is one of several.
fn notes(article: &ImportedArticle, of_several: bool, session: &mut Session<'_>) {
    let of_it = |message: Message| match of_several {
        true => Message::new("warn-at").with("address", article.slug.as_str()).with("what", message),
        false => message,
    };
    for remark in &article.remarks {
        session.output.say(&of_it((*remark).into()));
    }
    let of_first = |id, count: usize, number: u32| {
        Message::new(id)
            .with("count", count)
            .with("slug", article.slug.as_str())
            .with("address", format!("{}:{number}", article.slug))
    };
    if article.doubtful > 0 {
        let message = Message::new("note-doubtful").with("count", article.doubtful);
        session.output.say(&of_it(message.with("slug", article.slug.as_str())));
    }
    if let Some(number) = article.first_left_out {
        session.output.say(&of_it(of_first("note-left-out", article.left_out, number)));
    }
    if article.added > 0 {
        session.output.say(&of_it(Message::new("note-added").with("count", article.added)));
    }
    if let Some(encoding) = article.guessed_encoding {
        session.output.say(&of_it(Message::new("note-guessed-encoding").with("encoding", encoding)));
    }
    if article.same_text > 0 {
        session.output.say(&of_it(Message::new("note-same-text").with("count", article.same_text)));
    }
    if article.not_arabic {
        session.output.say(&Message::new("note-not-arabic").with("slug", article.slug.as_str()));
    }
    if let Some(number) = article.repeated_title {
        let address = format!("{}:{number}", article.slug);
        session.output.say(&Message::new("note-repeated-title").with("address", address));
    }
    if article.repeated > 0 {
        session.output.say(&of_it(Message::new("note-repeated").with("count", article.repeated)));
    }
    for block in article.blocks.iter().filter(|block| block.filled) {
        let message = Message::new("note-block")
            .with("address", format!("{}:{}", article.slug, block.number))
            .with("name", block.block.as_str())
            .with("version", block.version);
        session.output.say(&message);
    }
    if let Some(number) = article.first_unsure {
        session.output.say(&of_it(of_first("note-unsure", article.unsure, number)));
    }
}
