//! Puts the clap tree into the reader's language. Knows no command by name: every text has an id made of the command path.
//!
//! | id | text |
//! |---|---|
//! | `cli`, `cli-import`, `cli-op-log` | what the command does |
//! | `cli-import-examples` | the examples below its help |
//! | `cli-apply-notes` | what else there is to know, below the examples; few commands have it |
//! | `cli-import-files` | a positional argument, by its field (`_` as `-`) |
//! | `cli-import--slug` | an option, by its long name |
//! | `value-file` | a value name, by the `value_name` of the argument |
//! | `help-…` | headings and frame words |
//!
//! An argument without a text of its own has that of the same name at the root: `cli-address`, `cli--dry-run`.

use std::ffi::OsString;
use std::fmt::Write as _;

use clap::{Arg, ArgAction, Command};

use crate::l10n::Localizer;
use crate::model::{Argument, Direction, Message};

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[arg(value_name = "COMMAND")]
    command: Vec<OsString>,
}

impl Args {
    /// The command line that asks for the same: `help op log` is `op log --help`.
    pub(super) fn command_line(self) -> Vec<OsString> {
        let (program, flag) = (OsString::from("hunayn"), OsString::from("--help"));
        std::iter::once(program).chain(self.command).chain(std::iter::once(flag)).collect()
    }
}

/// The commands of the desk as a whole.
#[cfg(feature = "web")]
const DESK: &[&str] = &["init", "demo", "import", "align", "source", "list", "show", "status", "stats", "serve"];
#[cfg(not(feature = "web"))]
const DESK: &[&str] = &["init", "demo", "import", "align", "source", "list", "show", "status", "stats"];

/// The commands as the first help page groups them; a test holds that none is left out.
const GROUPS: [(&str, &[&str]); 8] = [
    ("help-group-desk", DESK),
    ("help-group-translation", &["set", "edit", "suggest", "pretranslate", "apply", "split", "merge", "kind"]),
    (
        "help-group-review",
        &[
            "submit", "approve", "reject", "finalize", "withdraw", "reopen", "comment", "comments", "resolve",
            "review", "inbox", "check", "checks", "waive",
        ],
    ),
    ("help-group-history", &["log", "diff", "blame", "undo", "redo", "op"]),
    ("help-group-delivery", &["exclude", "include", "export"]),
    ("help-group-terms", &["tm", "concordance", "term", "name", "boilerplate"]),
    ("help-group-tools", &["segment", "lexicon"]),
    ("help-group-administration", &["person", "config", "backup", "doctor", "completions", "man", "help"]),
];

/// The tree with every text in the language of the localizer.
pub(super) fn localised(tree: Command, localizer: &Localizer) -> Command {
    let stacked = localizer.language().direction() == Direction::Rtl;
    // Marks keep Arabic names apart from the options beside them; in columns they would only shift the widths.
    let plain = localizer.without_isolates();
    let words = Words { localizer: if stacked { localizer } else { &plain }, stacked };
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    let tree = tree.disable_version_flag(true).arg(version);
    let overview = words.overview(&tree);
    let tree = words.command(tree, "cli", "hunayn");
    tree.help_template(overview)
}

struct Words<'a> {
    localizer: &'a Localizer,
    /// Whether a text stands below its label instead of beside it: right-to-left text never shares a row with options.
    stacked: bool,
}

impl Words<'_> {
    fn text(&self, id: &str) -> String {
        self.localizer.text(id).unwrap_or_else(|| id.to_owned())
    }

    fn command(&self, command: Command, id: &str, path: &str) -> Command {
        let help = Arg::new("help").short('h').long("help").action(ArgAction::Help);
        let command = command.disable_help_flag(true).arg(help);
        let mut place = 0;
        let command = command.mut_args(|arg| {
            let arg = self.argument(arg, id);
            if !arg.is_positional() {
                return arg;
            }
            place += 1;
            arg.display_order(place)
        });
        let usage = self.usage(&command, path);
        let heading = self.heading("help-usage");
        let examples = indented(&self.text(&format!("{id}-examples")));
        let mut below = format!("{}\n{examples}", self.heading("help-examples"));
        if let Some(notes) = self.localizer.text(&format!("{id}-notes")) {
            let _ = write!(below, "\n\n{}", flowing(&notes));
        }
        command
            .about(self.text(id))
            .long_about(None::<&str>)
            .after_help(below)
            .override_usage(usage)
            .next_line_help(self.stacked)
            .subcommand_help_heading(self.text("help-commands"))
            .help_template(format!("{{about}}\n\n{heading}\n  {{usage}}\n\n{{all-args}}{{after-help}}\n"))
            .mut_subcommands(|sub| {
                let (id, path) = (format!("{id}-{}", sub.get_name()), format!("{path} {}", sub.get_name()));
                self.command(sub, &id, &path)
            })
    }

    fn argument(&self, arg: Arg, id: &str) -> Arg {
        let (own, shared) = match arg.get_long() {
            Some(long) => (format!("{id}--{long}"), format!("cli--{long}")),
            None => {
                let name = arg.get_id().as_str().replace('_', "-");
                (format!("{id}-{name}"), format!("cli-{name}"))
            }
        };
        let heading = match (arg.is_positional(), arg.is_global_set()) {
            (true, _) => "help-arguments",
            (_, true) => "help-global-options",
            _ => "help-options",
        };
        let help = self.localizer.text(&own).unwrap_or_else(|| self.text(&shared)) + &self.remarks(&arg);
        let arg = arg.help(help).long_help(None::<&str>).help_heading(self.text(heading));
        if !arg.get_action().takes_values() {
            return arg;
        }
        let arg = arg.hide_default_value(true).hide_possible_values(true);
        let names: Vec<String> = arg.get_value_names().unwrap_or_default().iter().map(|n| self.value_name(n)).collect();
        arg.value_names(names)
    }

    fn value_name(&self, name: &str) -> String {
        let word = self.text(&format!("value-{}", name.to_lowercase()));
        self.localizer.sentence(&Message::new("help-value-name").with("name", word))
    }

    /// What clap would append in English: the allowed values and the default.
    fn remarks(&self, arg: &Arg) -> String {
        if !arg.get_action().takes_values() {
            return String::new();
        }
        let values: Vec<String> = arg.get_possible_values().iter().map(|v| v.get_name().to_owned()).collect();
        let defaults: Vec<String> = arg.get_default_values().iter().map(|v| v.to_string_lossy().into_owned()).collect();
        let mut remarks = String::new();
        for (id, words) in [("help-values", values), ("help-default", defaults)] {
            if !words.is_empty() {
                let message = Message::new(id).with("words", words.into_iter().collect::<Argument>());
                let _ = write!(remarks, " {}", self.localizer.sentence(&message));
            }
        }
        remarks
    }

    fn usage(&self, command: &Command, path: &str) -> String {
        let mut usage = path.to_owned();
        let _ = write!(usage, " [{}]", self.value_name("options"));
        let values = |arg: &Arg| arg.get_value_names().unwrap_or_default().join(" ");
        for arg in command.get_arguments().filter(|arg| arg.is_required_set() && !arg.is_positional()) {
            let _ = write!(usage, " --{} <{}>", arg.get_long().unwrap_or_default(), values(arg));
        }
        for arg in command.get_positionals() {
            let (open, close) = if arg.is_required_set() { ('<', '>') } else { ('[', ']') };
            let more = if matches!(arg.get_action(), ArgAction::Append) { "..." } else { "" };
            let _ = write!(usage, " {open}{}{close}{more}", values(arg));
        }
        if command.has_subcommands() {
            let _ = write!(usage, " <{}>", self.value_name("command"));
        }
        usage
    }

    fn heading(&self, id: &str) -> String {
        let style = clap::builder::Styles::styled().get_header().to_owned();
        format!("{style}{}:{style:#}", self.text(id))
    }

    /// The first page: commands in groups instead of one long list.
    fn overview(&self, tree: &Command) -> String {
        let mut page = format!("{{about}}\n\n{}\n  {{usage}}\n", self.heading("help-usage"));
        let literal = clap::builder::Styles::styled().get_literal().to_owned();
        let width = tree.get_subcommands().map(|sub| sub.get_name().len()).max().unwrap_or(0);
        for (group, names) in GROUPS {
            let _ = writeln!(page, "\n{}", self.heading(group));
            for name in names {
                let about = self.text(&format!("cli-{name}"));
                let _ = if self.stacked {
                    writeln!(page, "  {literal}{name}{literal:#}\n      {about}")
                } else {
                    writeln!(page, "  {literal}{name}{literal:#}{}  {about}", " ".repeat(width - name.len()))
                };
            }
        }
        let _ = write!(page, "\n{}\n{{options}}{{after-help}}\n", self.heading("help-global-options"));
        page
    }
}

/// Prose whose paragraphs are one line each, to be broken where the terminal ends; lines that are set in stay as they are.
fn flowing(text: &str) -> String {
    let mut flowing = String::with_capacity(text.len());
    let is_prose = |line: &str| !line.is_empty() && !line.starts_with(' ');
    for (before, line) in std::iter::once("").chain(text.lines()).zip(text.lines()) {
        if !flowing.is_empty() {
            flowing.push(if is_prose(before) && is_prose(line) { ' ' } else { '\n' });
        }
        flowing.push_str(line);
    }
    flowing
}

/// Two spaces before each line of the examples.
fn indented(text: &str) -> String {
    text.lines().map(|line| format!("  {line}")).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::l10n::available_languages;

    /// Every id that a tree asks for, with the ids that may stand in for it.
    fn wanted(command: &Command, id: &str, wanted: &mut Vec<Vec<String>>) {
        wanted.push(vec![id.to_owned()]);
        wanted.push(vec![format!("{id}-examples")]);
        for arg in command.get_arguments() {
            let name = arg
                .get_long()
                .map_or_else(|| format!("-{}", arg.get_id().as_str().replace('_', "-")), |long| format!("--{long}"));
            wanted.push(vec![format!("{id}{name}"), format!("cli{name}")]);
            if arg.get_action().takes_values() {
                let names = arg.get_value_names().unwrap_or_default();
                wanted.extend(names.iter().map(|name| vec![format!("value-{}", name.to_lowercase())]));
            }
        }
        for sub in command.get_subcommands() {
            self::wanted(sub, &format!("{id}-{}", sub.get_name()), wanted);
        }
    }

    #[test]
    fn every_command_argument_and_value_has_a_text_in_every_locale() {
        let mut ids = Vec::new();
        wanted(&<super::super::Cli as clap::CommandFactory>::command(), "cli", &mut ids);
        let frame = ["help-usage", "help-commands", "help-arguments", "help-options", "help-global-options"];
        ids.extend(frame.map(|id| vec![id.to_owned()]));
        ids.extend(["cli--help", "cli--version", "value-options", "value-command"].map(|id| vec![id.to_owned()]));
        ids.extend(GROUPS.map(|(id, _)| vec![id.to_owned()]));
        for language in available_languages() {
            let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("locales").join(language.to_string());
            let texts: String = std::fs::read_dir(folder)
                .unwrap()
                .map(|entry| std::fs::read_to_string(entry.unwrap().path()).unwrap())
                .collect();
            let has = |id: &String| texts.lines().any(|line| line.starts_with(&format!("{id} =")));
            let missing: Vec<_> = ids.iter().filter(|choice| !choice.iter().any(has)).collect();
            assert!(missing.is_empty(), "{language} lacks {missing:#?}");
        }
    }

    #[test]
    fn prose_flows_and_tables_stay() {
        let text = "One sentence over\ntwo lines:\n  a  table\n  of two\nand prose.\n\nAnother\nparagraph.";
        let flown = "One sentence over two lines:\n  a  table\n  of two\nand prose.\n\nAnother paragraph.";
        assert_eq!(flowing(text), flown);
    }

    #[test]
    fn every_command_stands_in_one_group() {
        let tree = <super::super::Cli as clap::CommandFactory>::command();
        let mut commands: Vec<&str> = tree.get_subcommands().map(Command::get_name).collect();
        let mut grouped: Vec<&str> = GROUPS.iter().flat_map(|(_, names)| names.iter().copied()).collect();
        commands.sort_unstable();
        grouped.sort_unstable();
        assert_eq!(commands, grouped);
    }

    #[test]
    fn the_trees_are_sound_in_every_language() {
        for language in available_languages() {
            let localizer = Localizer::new(&[language.to_string()], true);
            localised(<super::super::Cli as clap::CommandFactory>::command(), &localizer).debug_assert();
        }
    }
}
