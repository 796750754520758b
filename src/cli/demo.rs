//! `demo`: a day's work on the articles of the corpus, from import to export, by running the very commands that a person types.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::Parser;
use rust_embed::RustEmbed;
use serde::Serialize;

use super::options::Global;
use super::session::{DESK_FILE, Session, failed, quoted};
use super::{Cli, dispatch};
use crate::model::{Failure, Message};
use crate::ops::OpsError;
use crate::ops::files::{Replace, write_atomically};

/// The folder that a demonstration makes when none is named.
const FOLDER: &str = "hunayn-demo";

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[arg(value_name = "DIR")]
    pub(crate) folder: Option<PathBuf>,
}

#[derive(RustEmbed)]
#[folder = "corpus/"]
#[include = "*/*"]
struct Corpus;

/// One step: what is told, who does it, and the words of the command. `@` stands for the demonstration's folder.
struct Step {
    tells: &'static str,
    person: &'static str,
    command: &'static [&'static str],
}

const fn step(tells: &'static str, person: &'static str, command: &'static [&'static str]) -> Step {
    Step { tells, person, command }
}

const TRANSLATOR: &str = "salma";
const REVIEWER: &str = "karim";
const EDITOR: &str = "hind";

/// A day at a small newsroom: the old articles come in with their translations, a new one is translated, reviewed, corrected
/// by its author, and goes out.
const STEPS: &[Step] = &[
    step("demo-init", EDITOR, &["init", "--name", "Demo"]),
    step("demo-people", EDITOR, &["person", "add", TRANSLATOR, "--role", "translator"]),
    step("", EDITOR, &["person", "add", REVIEWER, "--role", "reviewer"]),
    step("", EDITOR, &["person", "add", EDITOR, "--role", "editor"]),
    step(
        "demo-import-pairs",
        EDITOR,
        &["import", "@/the-map-room/ar.txt", "--slug", "the-map-room", "--translation", "@/the-map-room/en.txt"],
    ),
    step(
        "",
        EDITOR,
        &["import", "@/night-bakers/ar.md", "--slug", "night-bakers", "--translation", "@/night-bakers/en.md"],
    ),
    step("demo-import", EDITOR, &["import", "@/wells-of-memory/ar.html", "--slug", "wells-of-memory"]),
    step("demo-exclude", EDITOR, &["exclude", "wells-of-memory:6", "-m", "The page prints its headline twice."]),
    step("demo-show", TRANSLATOR, &["show", "wells-of-memory:1-5,17"]),
    step(
        "demo-set",
        TRANSLATOR,
        &["set", "wells-of-memory:2", "Wells of Memory: Who Guards the Village Water?", "--submit"],
    ),
    step("demo-take", TRANSLATOR, &["set", "wells-of-memory:17", "--take", "the-map-room:18", "--submit"]),
    step("demo-apply", TRANSLATOR, &["apply", "@/wells-of-memory/translation.jsonl", "--yes"]),
    step("demo-status", TRANSLATOR, &["status", "wells-of-memory"]),
    step(
        "demo-reject",
        REVIEWER,
        &[
            "reject",
            "wells-of-memory:14",
            "--reason",
            "accuracy",
            "-m",
            "The source says 580 wells, and that they were sunk over two decades. Keep both.",
        ],
    ),
    step(
        "demo-comment",
        REVIEWER,
        &["comment", "wells-of-memory:8", "-m", "House style: do we write “ledger” or “register”?"],
    ),
    step("demo-approve", REVIEWER, &["approve", "wells-of-memory", "--yes"]),
    step("demo-inbox", TRANSLATOR, &["inbox"]),
    step(
        "demo-answer",
        TRANSLATOR,
        &["set", "wells-of-memory:14", "--file", "@/wells-of-memory/paragraph-14.txt", "--submit"],
    ),
    step("demo-diff", REVIEWER, &["diff", "wells-of-memory:14"]),
    step("demo-approve-one", REVIEWER, &["approve", "wells-of-memory:14"]),
    step(
        "demo-source-update",
        EDITOR,
        &["source", "update", "wells-of-memory", "@/wells-of-memory/ar-corrected.html", "--yes"],
    ),
    step(
        "demo-gate",
        EDITOR,
        &["export", "wells-of-memory", "--format", "html", "-o", "@/exports/wells-of-memory.html"],
    ),
    step("demo-mend", TRANSLATOR, &["apply", "@/wells-of-memory/corrections.jsonl", "--yes"]),
    step("demo-approve-again", REVIEWER, &["approve", "wells-of-memory", "--yes"]),
    step("demo-blame", EDITOR, &["blame", "wells-of-memory:11"]),
    step("demo-finalize", EDITOR, &["finalize", "wells-of-memory", "--yes"]),
    step(
        "demo-export",
        EDITOR,
        &[
            "export",
            "wells-of-memory",
            "--format",
            "html",
            "--require",
            "final",
            "-o",
            "@/exports/wells-of-memory.ar-en.html",
        ],
    ),
    step(
        "",
        EDITOR,
        &[
            "export",
            "wells-of-memory",
            "--format",
            "docx",
            "--require",
            "final",
            "-o",
            "@/exports/wells-of-memory.ar-en.docx",
        ],
    ),
    step(
        "",
        EDITOR,
        &[
            "export",
            "wells-of-memory",
            "--format",
            "docx",
            "--layout",
            "target",
            "--require",
            "final",
            "-o",
            "@/exports/wells-of-memory.docx",
        ],
    ),
    step(
        "",
        EDITOR,
        &["export", "wells-of-memory", "--format", "md", "--layout", "target", "-o", "@/exports/wells-of-memory.md"],
    ),
    step("demo-undo", EDITOR, &["undo"]),
    step("", EDITOR, &["redo"]),
    step("demo-list", EDITOR, &["list"]),
];

#[derive(Serialize)]
struct DemoView {
    schema: u32,
    folder: String,
    desk: String,
    files: Vec<String>,
}

pub(super) fn run(args: Args, session: &mut Session<'_>) -> Result<(), Failure> {
    let folder = new_folder(args.folder)?;
    lay_out(&folder)?;
    let desk = folder.join(DESK_FILE);
    let silent = session.output.is_json();
    let shown = |path: &Path| path.display().to_string();
    session.output.mute(silent);
    let place = Message::new("demo-place").with("folder", shown(&folder)).with("desk", shown(&desk));
    session.output.sentence(&place)?;
    for step in STEPS {
        run_step(step, &folder, &desk, session)?;
    }
    session.output.mute(false);
    if silent {
        let mut files: Vec<PathBuf> = crate::ops::files::listed(&folder.join("exports")).map_err(failed)?;
        files.sort();
        let files = files.iter().map(|path| shown(path)).collect();
        return session.output.json(&DemoView { schema: 1, folder: shown(&folder), desk: shown(&desk), files });
    }
    session.output.line("")?;
    session
        .output
        .sentence(&Message::new("demo-end").with("folder", shown(&folder.join("exports"))).with("desk", shown(&desk)))
}

/// The folder named, which must be new or empty; or the first of `hunayn-demo`, `hunayn-demo-2` … that is not there yet.
fn new_folder(wanted: Option<PathBuf>) -> Result<PathBuf, Failure> {
    let Some(folder) = wanted else {
        let names = std::iter::once(FOLDER.to_owned()).chain((2..).map(|n| format!("{FOLDER}-{n}")));
        return Ok(names.map(PathBuf::from).find(|path| !path.exists()).unwrap_or_else(|| PathBuf::from(FOLDER)));
    };
    let is_empty = std::fs::read_dir(&folder).map_or(true, |mut entries| entries.next().is_none());
    if folder.exists() && !(folder.is_dir() && is_empty) {
        let message = Message::new("err-folder-not-empty").with("folder", folder.display().to_string());
        return Err(Failure::failed("folder-not-empty", message).hint(Message::new("rec-demo-folder")));
    }
    Ok(folder)
}

/// Writes the articles of the corpus into the folder.
fn lay_out(folder: &Path) -> Result<(), Failure> {
    let make = |path: &Path| {
        std::fs::create_dir_all(path).map_err(|error| failed(OpsError::File { path: path.to_owned(), error }))
    };
    make(&folder.join("exports"))?;
    for name in Corpus::iter() {
        let path = folder.join(&*name);
        if let (Some(file), Some(parent)) = (Corpus::get(&name), path.parent()) {
            make(parent)?;
            write_atomically(&path, &file.data, Replace::Refused).map_err(failed)?;
        }
    }
    Ok(())
}

/// Tells a step, shows its command, and runs it. The gate that stops an export is part of the story.
fn run_step(step: &Step, folder: &Path, desk: &Path, session: &mut Session<'_>) -> Result<(), Failure> {
    let placed = |word: &&str| word.replacen('@', &folder.display().to_string(), usize::from(word.starts_with("@/")));
    let words: Vec<String> = step.command.iter().map(placed).collect();
    if !step.tells.is_empty() {
        session.output.line("")?;
        session.output.heading(&Message::new(step.tells))?;
    }
    let shown: Vec<String> = words.iter().map(|word| quoted(word)).collect();
    session.output.faint(&format!("$ hunayn {} --user {}", shown.join(" "), step.person))?;
    let line = std::iter::once("hunayn".to_owned()).chain(words.iter().cloned()).map(OsString::from);
    let parsed = Cli::try_parse_from(line).expect("a test parses the words of every step");
    let global = Global {
        desk: Some(desk.to_owned()),
        user: Some(step.person.to_owned()),
        lang: session.global.lang.clone(),
        json: session.global.json,
        ..Global::default()
    };
    let mut inner = Session { global: &global, words: &words, output: session.output };
    let result = dispatch(parsed.command, &mut inner);
    match result {
        Err(failure) if failure.code == "gate" => session.output.tell_as_data(&failure),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_every_step_can_be_parsed() {
        for step in STEPS {
            let parsed = Cli::try_parse_from(std::iter::once("hunayn").chain(step.command.iter().copied()));
            assert!(parsed.is_ok(), "{:?}", step.command);
        }
    }
}
