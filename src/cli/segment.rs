//! `segment`: cuts the paragraphs of a file into sentences, without a desk. Each line of the file is a paragraph.

use super::session::{Session, text_file};
use crate::model::{Failure, Language, Message};
use crate::ops::segments::cut_into_sentences;
use serde::Serialize;
use std::path::PathBuf;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[arg(long, value_name = "FILE")]
    pub(crate) lines: PathBuf,
}

#[derive(Serialize)]
struct LineView<'a> {
    sentences: Vec<SentenceView<'a>>,
}

#[derive(Serialize)]
struct SentenceView<'a> {
    start: usize,
    end: usize,
    text: &'a str,
}

/// The text language is the one given with `--lang`.
pub(super) fn run(args: &Args, session: &mut Session<'_>) -> Result<(), Failure> {
    let language: Language = match &session.global.lang {
        Some(tag) => tag.parse().map_err(|_| {
            Failure::usage("language", Message::new("usage-language").with("given", tag.as_str()))
                .hint(Message::new("usage-hint-language"))
        })?,
        None => {
            return Err(Failure::usage("language", Message::new("err-segment-language"))
                .hint(Message::new("usage-hint-language")));
        }
    };
    let text = text_file(&args.lines)?;
    for (index, line) in text.lines().enumerate() {
        let ranges = cut_into_sentences(line, &language);
        if session.output.is_json() {
            let sentences =
                ranges.into_iter().map(|r| SentenceView { start: r.start, end: r.end, text: &line[r] }).collect();
            session.output.json(&LineView { sentences })?;
            continue;
        }
        if index > 0 {
            session.output.line("")?;
        }
        for range in ranges {
            session.output.line(line[range].trim_end())?;
        }
    }
    Ok(())
}
