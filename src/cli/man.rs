//! `man`: one manual page for each command, in the language of the interface. The frame words of the page generator are
//! English; they are replaced line by line.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::output::{Output, output_failure};
use crate::l10n::Localizer;
use crate::model::{Failure, Message};

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

#[derive(Serialize)]
struct PagesView {
    schema: u32,
    files: Vec<String>,
}

/// The headings that the generator writes, and the ids of ours.
const HEADINGS: [(&str, &str); 6] = [
    (".SH NAME", "man-name"),
    (".SH SYNOPSIS", "man-synopsis"),
    (".SH DESCRIPTION", "man-description"),
    (".SH OPTIONS", "man-options"),
    (EXAMPLES, "help-examples"),
    (".SH VERSION", "man-version"),
];

const EXAMPLES: &str = ".SH EXTRA";

pub(super) fn run(args: &Args, output: &mut Output) -> Result<(), Failure> {
    let localizer = output.localizer().without_isolates();
    let mut tree = super::localised_tree(&localizer).disable_help_subcommand(true);
    tree.build();
    fs::create_dir_all(&args.folder).map_err(|error| output_failure(&error))?;
    let mut files = Vec::new();
    write_pages(&tree, &args.folder, &localizer, &mut files).map_err(|error| output_failure(&error))?;
    if output.is_json() {
        return output.json(&PagesView { schema: 1, files });
    }
    let folder = args.folder.display().to_string();
    output.sentence(&Message::new("cli-manuals-written").with("count", files.len()).with("folder", folder))
}

fn write_pages(command: &clap::Command, folder: &Path, words: &Localizer, files: &mut Vec<String>) -> io::Result<()> {
    let page = clap_mangen::Man::new(command.clone());
    let path = folder.join(page.get_filename());
    let mut text = Vec::new();
    page.render(&mut text)?;
    fs::write(&path, in_language(&String::from_utf8_lossy(&text), words))?;
    files.push(path.display().to_string());
    command.get_subcommands().try_for_each(|sub| write_pages(sub, folder, words, files))
}

/// Puts our words for the generator's, and sets the examples as they are typed: its last section, whose first line is the
/// heading that `--help` shows.
fn in_language(page: &str, words: &Localizer) -> String {
    let mut lines = page.lines();
    let mut translated = String::new();
    while let Some(line) = lines.next() {
        let heading = HEADINGS.iter().find(|(heading, _)| *heading == line).and_then(|(_, id)| words.text(id));
        let Some(heading) = heading else {
            translated.extend([line, "\n"]);
            continue;
        };
        translated.extend([".SH \"", &heading.to_uppercase(), "\"\n"]);
        if line == EXAMPLES {
            let examples = lines.by_ref().skip(1).take_while(|line| !line.starts_with(".SH"));
            translated.push_str(".nf\n");
            examples.for_each(|line| translated.extend([line.trim_start(), "\n"]));
            translated.push_str(".fi\n");
        }
    }
    translated
}
