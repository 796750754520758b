//! The command line: one file per subcommand, which parses, calls one use case and renders. Parsing runs on the bare tree;
//! help and errors are made on a tree that `help` has put into the reader's language. No SQL, no file formats.

#![expect(dead_code, reason = "arguments are read where their command is wired")]

mod apply;
mod approve;
mod blame;
mod comment;
mod comments;
mod completions;
mod config;
mod decide;
mod demo;
mod diff;
mod doctor;
mod edit;
mod export;
mod help;
mod import;
mod inbox;
mod init;
mod kind;
mod list;
mod log;
mod man;
mod merge;
mod op;
mod options;
mod output;
mod person;
mod redo;
mod reject;
mod resolve;
mod segment;
mod set;
mod show;
mod source;
mod split;
mod status;
mod undo;
mod usage;
mod values;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory, Parser};

use crate::l10n::Localizer;
use crate::model::{Failure, Message};
use options::Global;
use output::Output;

#[derive(Parser, Debug)]
#[command(name = "hunayn", version, disable_help_subcommand = true)]
struct Cli {
    #[command(flatten)]
    global: Global,
    #[command(subcommand)]
    command: Command,
}

#[derive(clap::Subcommand, Debug)]
enum Command {
    Init(init::Args),
    Demo(demo::Args),
    Import(import::Args),
    Source(source::Args),
    List(list::Args),
    Show(show::Args),
    Set(set::Args),
    Edit(edit::Args),
    Apply(apply::Args),
    Split(split::Args),
    Merge(merge::Args),
    Kind(kind::Args),
    Submit(decide::Args),
    Approve(approve::Args),
    Reject(reject::Args),
    Finalize(decide::Args),
    Withdraw(decide::Args),
    Reopen(decide::Args),
    Comment(comment::Args),
    Comments(comments::Args),
    Resolve(resolve::Args),
    Inbox(inbox::Args),
    Log(log::Args),
    Diff(diff::Args),
    Blame(blame::Args),
    Undo(undo::Args),
    Redo(redo::Args),
    Op(op::Args),
    Status(status::Args),
    Export(export::Args),
    Segment(segment::Args),
    Person(person::Args),
    Config(config::Args),
    Doctor(doctor::Args),
    Completions(completions::Args),
    Man(man::Args),
    Help(help::Args),
}

/// Runs one command line, the program's name first, and returns the exit code of the process.
///
/// Data goes to standard output, talk and errors to standard error. Never panics on any arguments.
#[must_use]
pub fn run(args: impl Iterator<Item = OsString>) -> ExitCode {
    let args: Vec<OsString> = args.collect();
    match Cli::try_parse_from(&args) {
        Ok(Cli { global, command: Command::Help(topic) }) => answer(&topic.command_line(), &global),
        Ok(Cli { global, command }) => {
            let mut output = Output::new(&global);
            let result = refuse_mistyped_option(&command, &args).and_then(|()| dispatch(command, &global, &mut output));
            output.finish(result)
        }
        Err(_) => answer(&args, &Global::scan(&args)),
    }
}

/// Parses again on the localised tree, to give help, the version or an error in the reader's language.
fn answer(args: &[OsString], global: &Global) -> ExitCode {
    let mut output = Output::new(global);
    let tree = localised_tree(output.localizer());
    let Err(error) = tree.clone().try_get_matches_from(args) else { return output.finish(Ok(())) };
    let result = match error.kind() {
        ErrorKind::DisplayHelp => output.styled_text(&error.render().ansi().to_string()),
        ErrorKind::DisplayVersion => output.line(concat!("hunayn ", env!("CARGO_PKG_VERSION"))),
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand if !output.is_json() => {
            output.talk_styled(&error.render().ansi().to_string());
            return ExitCode::from(2);
        }
        _ => Err(usage::failure(&error, &tree, args, output.localizer())),
    };
    output.finish(result)
}

/// `set ADDR --sumbit` would log `--sumbit` as the translation; after `--` it is meant.
fn refuse_mistyped_option(command: &Command, args: &[OsString]) -> Result<(), Failure> {
    let Command::Set(set::Args { text: Some(text), .. }) = command else { return Ok(()) };
    if !values::is_like_option(text) || args.iter().any(|arg| arg == "--") {
        return Ok(());
    }
    let message = Message::new("usage-text-like-option").with("given", text.as_str());
    Err(Failure::usage("unknown-argument", message).hint(Message::new("usage-hint-dashes")))
}

fn localised_tree(localizer: &Localizer) -> clap::Command {
    help::localised(Cli::command(), localizer)
}

fn dispatch(command: Command, _global: &Global, output: &mut Output) -> Result<(), Failure> {
    let unwired =
        |name: &'static str| Err(Failure::failed("unwired", Message::new("usage-unwired").with("given", name)));
    match command {
        Command::Init(_) => unwired("init"),
        Command::Demo(_) => unwired("demo"),
        Command::Import(_) => unwired("import"),
        Command::Source(_) => unwired("source"),
        Command::List(_) => unwired("list"),
        Command::Show(_) => unwired("show"),
        Command::Set(_) => unwired("set"),
        Command::Edit(_) => unwired("edit"),
        Command::Apply(_) => unwired("apply"),
        Command::Split(_) => unwired("split"),
        Command::Merge(_) => unwired("merge"),
        Command::Kind(_) => unwired("kind"),
        Command::Submit(_) => unwired("submit"),
        Command::Approve(_) => unwired("approve"),
        Command::Reject(_) => unwired("reject"),
        Command::Finalize(_) => unwired("finalize"),
        Command::Withdraw(_) => unwired("withdraw"),
        Command::Reopen(_) => unwired("reopen"),
        Command::Comment(_) => unwired("comment"),
        Command::Comments(_) => unwired("comments"),
        Command::Resolve(_) => unwired("resolve"),
        Command::Inbox(_) => unwired("inbox"),
        Command::Log(_) => unwired("log"),
        Command::Diff(_) => unwired("diff"),
        Command::Blame(_) => unwired("blame"),
        Command::Undo(_) => unwired("undo"),
        Command::Redo(_) => unwired("redo"),
        Command::Op(_) => unwired("op"),
        Command::Status(_) => unwired("status"),
        Command::Export(_) => unwired("export"),
        Command::Segment(_) => unwired("segment"),
        Command::Person(_) => unwired("person"),
        Command::Config(_) => unwired("config"),
        Command::Doctor(_) => unwired("doctor"),
        Command::Completions(args) => completions::run(&args, output),
        Command::Man(args) => man::run(&args, output),
        Command::Help(_) => Ok(()),
    }
}
