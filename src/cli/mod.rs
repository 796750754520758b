//! The command line: one file per subcommand, which parses, calls one use case and renders. Parsing runs on the bare tree;
//! help and errors are made on a tree that `help` has put into the reader's language. No SQL, no file formats.

mod align;
mod apply;
mod approve;
mod backup;
mod blame;
mod boilerplate;
mod check;
mod checks;
mod comment;
mod comments;
mod completions;
mod concepts;
mod concordance;
mod config;
mod decide;
mod demo;
mod diff;
mod doctor;
mod edit;
mod exclude;
mod export;
mod extract;
mod help;
mod import;
mod inbox;
mod init;
mod kind;
mod lexicon;
mod list;
mod log;
mod man;
mod merge;
mod name;
mod op;
mod options;
mod output;
mod person;
mod pretranslate;
mod progress;
mod redo;
mod reject;
mod render;
mod resolve;
mod review;
mod segment;
#[cfg(feature = "web")]
mod serve;
mod session;
mod set;
mod show;
mod source;
mod split;
mod stats;
mod status;
mod suggest;
mod term;
mod terms_shown;
mod tm;
mod undo;
mod unify;
mod usage;
mod values;
mod views;
mod waive;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory, Parser};

use crate::l10n::Localizer;
use crate::model::{DecisionKind, Failure, Message};
use options::Global;
use output::Output;
use session::Session;

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
    Suggest(suggest::Args),
    Pretranslate(pretranslate::Args),
    Apply(apply::Args),
    Split(split::Args),
    Merge(merge::Args),
    Kind(kind::Args),
    Exclude(exclude::Exclude),
    Include(exclude::Include),
    Submit(decide::Args),
    Approve(approve::Args),
    Reject(reject::Args),
    Finalize(decide::Args),
    Withdraw(decide::Args),
    Reopen(decide::Args),
    Comment(comment::Args),
    Comments(comments::Args),
    Resolve(resolve::Args),
    Review(review::Args),
    Inbox(inbox::Args),
    Check(check::Args),
    Checks,
    Waive(waive::Args),
    Log(log::Args),
    Diff(diff::Args),
    Blame(blame::Args),
    Undo(undo::Args),
    Redo(redo::Args),
    Op(op::Args),
    Status(status::Args),
    Stats(stats::Args),
    Export(export::Args),
    Align(align::Args),
    Lexicon(lexicon::Args),
    Segment(segment::Args),
    Term(term::Args),
    Name(name::Args),
    Tm(tm::Args),
    Boilerplate(boilerplate::Args),
    Concordance(concordance::Args),
    Person(person::Args),
    Config(config::Args),
    Backup(backup::Args),
    Doctor(doctor::Args),
    #[cfg(feature = "web")]
    Serve(serve::Args),
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
            output.tell_missing_language(&global);
            let words: Vec<String> = args.iter().skip(1).map(|word| word.to_string_lossy().into_owned()).collect();
            let mut session = Session { global: &global, words: &words, output: &mut output };
            let result = refuse_mistyped_option(&command, &args).and_then(|()| dispatch(command, &mut session));
            let result = result.map_err(|failure| session.with_own_command(failure));
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

fn dispatch(command: Command, session: &mut Session<'_>) -> Result<(), Failure> {
    match command {
        Command::Init(args) => init::run(args, session),
        Command::Demo(args) => demo::run(args, session),
        Command::Import(args) => import::run(args, session),
        Command::Source(args) => source::run(args, session),
        Command::List(args) => list::run(&args, session),
        Command::Show(args) => show::run(args, session),
        Command::Set(args) => set::run(args, session),
        Command::Edit(args) => edit::run(&args, session),
        Command::Suggest(args) => suggest::run(args, session),
        Command::Pretranslate(args) => pretranslate::run(&args, session),
        Command::Apply(args) => apply::run(&args, session),
        Command::Split(args) => split::run(args, session),
        Command::Merge(args) => merge::run(&args, session),
        Command::Kind(args) => kind::run(&args, session),
        Command::Exclude(args) => exclude::run_exclude(&args, session),
        Command::Include(args) => exclude::run_include(&args, session),
        Command::Submit(args) => decide::run(DecisionKind::Submit, args, session),
        Command::Approve(args) => approve::run(args, session),
        Command::Reject(args) => reject::run(args, session),
        Command::Finalize(args) => decide::run(DecisionKind::Finalize, args, session),
        Command::Withdraw(args) => decide::run(DecisionKind::Withdraw, args, session),
        Command::Reopen(args) => decide::run(DecisionKind::Reopen, args, session),
        Command::Comment(args) => comment::run(&args, session),
        Command::Comments(args) => comments::run(args, session),
        Command::Resolve(args) => resolve::run(&args, session),
        Command::Review(args) => review::run(args, session),
        Command::Inbox(args) => inbox::run(&args, session),
        Command::Check(args) => check::run(&args, session),
        Command::Checks => checks::run(session),
        Command::Waive(args) => waive::run(&args, session),
        Command::Log(args) => log::run(&args, session),
        Command::Diff(args) => diff::run(&args, session),
        Command::Blame(args) => blame::run(&args, session),
        Command::Undo(args) => undo::run(&args, session),
        Command::Redo(args) => redo::run(&args, session),
        Command::Op(args) => op::run(&args, session),
        Command::Status(args) => status::run(&args, session),
        Command::Stats(args) => stats::run(&args, session),
        Command::Export(args) => export::run(args, session),
        Command::Align(args) => align::run(args, session),
        Command::Lexicon(args) => lexicon::run(args, session),
        Command::Segment(args) => segment::run(&args, session),
        Command::Term(args) => term::run(args, session),
        Command::Name(args) => name::run(args, session),
        Command::Tm(args) => tm::run(args, session),
        Command::Boilerplate(args) => boilerplate::run(args, session),
        Command::Concordance(args) => concordance::run(&args, session),
        Command::Person(args) => person::run(args, session),
        Command::Config(args) => config::run(&args, session),
        Command::Backup(args) => backup::run(args, session),
        Command::Doctor(args) => doctor::run(&args, session),
        #[cfg(feature = "web")]
        Command::Serve(args) => serve::run(&args, session),
        Command::Completions(args) => completions::run(&args, session.output),
        Command::Man(args) => man::run(&args, session.output),
        Command::Help(_) => Ok(()),
    }
}
