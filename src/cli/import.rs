//! `import`: articles in, alone or with an existing translation.

use super::progress::Bar;
use super::session::{Session, failed, keep};
use super::values::slug;
use crate::model::{Failure, Message, Slug};
use crate::ops::files;
use crate::ops::import::{ImportReport, ImportRequest, ImportedArticle, Input, Problem, ReadOptions, import};
use serde::Serialize;
use std::path::PathBuf;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[arg(value_name = "FILE", required = true)]
    pub(crate) files: Vec<PathBuf>,
    #[arg(long, value_name = "SLUG", value_parser = slug)]
    pub(crate) slug: Option<Slug>,
    #[arg(long, value_name = "FILE")]
    pub(crate) translation: Option<PathBuf>,
    #[arg(long, value_name = "FORMAT")]
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
    unsure_kinds: usize,
    repeated: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    repeated_title: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    guessed_encoding: Option<&'static str>,
}

#[derive(Serialize)]
struct ProblemView {
    file: String,
    code: &'static str,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    already: Option<String>,
}

pub(super) fn run(args: Args, session: &mut Session<'_>) -> Result<(), Failure> {
    let keep = keep(args.dry_run);
    let inputs = inputs(&args.files)?;
    let request = ImportRequest {
        slug: args.slug,
        translation: args.translation.map(input).transpose()?,
        options: ReadOptions { format: args.format, encoding: args.encoding },
        inputs,
    };
    let mut desk = session.desk(keep)?;
    let total = request.inputs.len();
    let mut bar = Bar::new(session.output.is_talkative());
    let written = import(&mut desk, &request, &mut |done| bar.show(done, total)).map_err(failed)?;
    bar.finish();
    if session.output.is_json() {
        session.write_json(&written, keep, view(&written.value, session))?;
    } else {
        tell(&written.value, session)?;
        session.acknowledge(written.operation.as_ref(), keep);
    }
    let nothing_came_in = written.value.articles.is_empty();
    let trouble = written.value.problems.iter().find(|problem| problem.already.is_none());
    match trouble {
        Some(_) if nothing_came_in => {
            Err(Failure::usage("import", Message::new("err-import-none")).hint(Message::new("rec-import")))
        }
        Some(_) => {
            let message = Message::new("err-import-some").with("count", written.value.problems.len());
            Err(Failure::failed("import", message).hint(Message::new("rec-import")))
        }
        None => Ok(()),
    }
}

/// Files as named, folders and patterns taken apart; a pattern that fits nothing is an error.
fn inputs(names: &[PathBuf]) -> Result<Vec<Input>, Failure> {
    let mut inputs = Vec::new();
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
                inputs.extend(files::expand(&path).map_err(failed)?.into_iter().map(Input::File));
            }
        } else if name.is_dir() {
            inputs.extend(files::expand(name).map_err(failed)?.into_iter().map(Input::File));
        } else {
            inputs.push(input(name.clone())?);
        }
    }
    if inputs.is_empty() {
        return Err(Failure::not_found("no-files", Message::new("err-no-files")).hint(Message::new("rec-no-files")));
    }
    Ok(inputs)
}

/// One file, or standard input for `-`.
pub(super) fn input(path: PathBuf) -> Result<Input, Failure> {
    if path.as_os_str() != "-" {
        return Ok(Input::File(path));
    }
    let bytes = files::read_bounded(std::io::stdin().lock(), &path).map_err(failed)?;
    Ok(Input::Bytes { name: "stdin".to_owned(), bytes })
}

fn view(report: &ImportReport, session: &Session<'_>) -> ReportView {
    let article = |article: &ImportedArticle| ArticleView {
        slug: article.slug.to_string(),
        paragraphs: article.paragraphs,
        segments: article.segments,
        aligned: article.aligned,
        doubtful: 0,
        unsure_kinds: article.unsure,
        repeated: article.repeated,
        repeated_title: article.repeated_title,
        guessed_encoding: article.guessed_encoding,
    };
    let problem = |problem: &Problem| ProblemView {
        file: problem.file.clone(),
        code: problem.failure.code,
        message: session.output.localizer().sentence(&problem.failure.message),
        already: problem.already.as_ref().map(ToString::to_string),
    };
    ReportView {
        articles: report.articles.iter().map(article).collect(),
        problems: report.problems.iter().map(problem).collect(),
    }
}

/// More articles than this are summed up instead of listed.
const LISTED: usize = 20;

fn tell(report: &ImportReport, session: &mut Session<'_>) -> Result<(), Failure> {
    let many = report.articles.len() > LISTED;
    for article in &report.articles {
        if !many {
            let message = Message::new(if article.aligned { "out-imported-pair" } else { "out-imported" })
                .with("slug", article.slug.as_str())
                .with("paragraphs", Message::new("count-paragraphs").with("count", article.paragraphs))
                .with("segments", Message::new("count-segments").with("count", article.segments));
            session.output.sentence(&message)?;
            notes(article, session);
        }
    }
    if many {
        let paragraphs = report.articles.iter().map(|article| article.paragraphs).sum::<usize>();
        let message = Message::new("out-imported-many")
            .with("articles", Message::new("count-articles").with("count", report.articles.len()))
            .with("paragraphs", Message::new("count-paragraphs").with("count", paragraphs));
        session.output.sentence(&message)?;
    }
    for problem in &report.problems {
        let what = problem.failure.message.clone();
        session.output.say(&Message::new("out-problem").with("file", problem.file.as_str()).with("what", what));
    }
    Ok(())
}

fn notes(article: &ImportedArticle, session: &mut Session<'_>) {
    if let Some(encoding) = article.guessed_encoding {
        session.output.say(&Message::new("note-guessed-encoding").with("encoding", encoding));
    }
    if article.same_text > 0 {
        session.output.say(&Message::new("note-same-text").with("count", article.same_text));
    }
    if article.not_arabic {
        session.output.say(&Message::new("note-not-arabic").with("slug", article.slug.as_str()));
    }
    if let Some(number) = article.repeated_title {
        let address = format!("{}:{number}", article.slug);
        session.output.say(&Message::new("note-repeated-title").with("address", address));
    }
    if article.repeated > 0 {
        session.output.say(&Message::new("note-repeated").with("count", article.repeated));
    }
    if article.unsure > 0 {
        session.output.say(&Message::new("note-unsure").with("count", article.unsure));
    }
}
