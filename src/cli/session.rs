//! What a command has at hand: the global options, the words of the command line, and where output goes; how it finds and
//! opens its desk, and how it asks before it touches many paragraphs.

use std::io::{BufRead, IsTerminal, Write};
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::options::{Bulk, Global};
use super::output::Output;
pub(super) use crate::model::in_tense;
use crate::model::{Argument, Failure, FailureClass, Keep, Message, OperationRow, Written};
use crate::ops::cautions::{lost, same_wording};
use crate::ops::translate::SetReport;
use crate::ops::{Desk, DeskLocation, OpsError, Risk};

/// The name a desk has when nobody gives it one.
pub(super) const DESK_FILE: &str = "desk.hunayn";

/// More paragraphs than this are not changed without asking.
const ASK_ABOVE: usize = 3;

/// Longest word of a command that the operation log keeps, in characters: enough to know it again, not the text once more.
const LOGGED_WORD: usize = 60;

/// One run of one command.
pub(crate) struct Session<'a> {
    pub(super) global: &'a Global,
    pub(super) words: &'a [String],
    pub(super) output: &'a mut Output,
}

/// What every writing command says in JSON beside its own report.
#[derive(Serialize)]
pub(super) struct WriteView<T: Serialize> {
    schema: u32,
    #[serde(flatten)]
    report: T,
    operation: Option<String>,
    applied: bool,
    /// Why nothing was applied: `unchanged`, or `dry-run`.
    reason: Option<&'static str>,
}

/// What became of a writing command, as its JSON says it.
pub(super) struct Outcome {
    operation: Option<String>,
    reason: Option<&'static str>,
}

impl Outcome {
    /// Of a write to the desk: applied when it changed something that was kept.
    fn of<R>(written: &Written<R>, keep: Keep) -> Self {
        let reason = match keep {
            _ if !written.changed => Some("unchanged"),
            Keep::DryRun => Some("dry-run"),
            Keep::Applied => None,
        };
        Self { operation: operation_id(written), reason }
    }

    /// Of a command that made a file, whether the desk could record it or not.
    pub(super) fn of_file<R>(written: &Written<R>, keep: Keep) -> Self {
        Self { operation: operation_id(written), reason: (keep == Keep::DryRun).then_some("dry-run") }
    }
}

fn operation_id<R>(written: &Written<R>) -> Option<String> {
    written.operation.as_ref().map(|operation| operation.id.to_string())
}

/// Whether nothing is to be kept.
pub(super) const fn keep(dry_run: bool) -> Keep {
    if dry_run { Keep::DryRun } else { Keep::Applied }
}

/// A word as a shell reads it.
pub(super) fn quoted(word: &str) -> String {
    shlex::try_quote(word).map_or_else(|_| word.to_owned(), std::borrow::Cow::into_owned)
}

impl Session<'_> {
    /// Where a new desk is made when no file is named.
    pub(super) fn wanted_desk(&self) -> Option<PathBuf> {
        self.global
            .desk
            .clone()
            .or_else(|| std::env::var_os("HUNAYN_DESK").filter(|v| !v.is_empty()).map(PathBuf::from))
    }

    /// `--desk`, then `HUNAYN_DESK`, then the nearest `desk.hunayn` from the current folder upwards.
    pub(super) fn find_desk(&self) -> Result<PathBuf, Failure> {
        if let Some(path) = self.wanted_desk() {
            return Ok(path);
        }
        let here = std::env::current_dir().unwrap_or_else(|_| PathBuf::from("."));
        let found = here.ancestors().map(|folder| folder.join(DESK_FILE)).find(|path| path.is_file());
        found.ok_or_else(|| {
            Failure::not_found("no-desk", Message::new("err-no-desk").with("file", DESK_FILE))
                .hint(Message::new("rec-init"))
        })
    }

    /// The place of a desk and who works at it.
    pub(super) fn location(&self, path: &Path) -> DeskLocation {
        let variable = |name: &str| std::env::var(name).ok().filter(|value| !value.trim().is_empty());
        DeskLocation {
            path: path.to_owned(),
            person: self.global.user.clone().or_else(|| variable("HUNAYN_USER")),
            login: whoami::username().ok().filter(|name| !name.is_empty()),
            command: self.logged_words(),
        }
    }

    fn logged_words(&self) -> Vec<String> {
        let shorten = |word: &String| match word.char_indices().nth(LOGGED_WORD) {
            Some((at, _)) => format!("{}…", &word[..at]),
            None => word.clone(),
        };
        self.words.iter().map(shorten).collect()
    }

    /// Opens the desk for reading or writing, and warns where it lies badly.
    pub(super) fn desk(&mut self, keep: Keep) -> Result<Desk, Failure> {
        let path = self.find_desk()?;
        let desk = Desk::open(self.location(&path)).map_err(|e| e.failure())?;
        self.warn_of_risk(&desk);
        Ok(desk.keeping(keep))
    }

    pub(super) fn warn_of_risk(&mut self, desk: &Desk) {
        let id = match desk.risk() {
            None => return,
            Some(Risk::Synced) => "warn-synced",
            Some(Risk::Network) => "warn-network",
        };
        self.output.say(&Message::new(id).with("file", desk.path().display().to_string()));
    }

    /// Prints the report of a writing command in JSON.
    pub(super) fn write_json<R, T: Serialize>(
        &mut self,
        written: &Written<R>,
        keep: Keep,
        report: T,
    ) -> Result<(), Failure> {
        self.write_json_as(Outcome::of(written, keep), report)
    }

    /// The same for a command whose outcome is not that of its write alone.
    pub(super) fn write_json_as<T: Serialize>(&mut self, outcome: Outcome, report: T) -> Result<(), Failure> {
        let Outcome { operation, reason } = outcome;
        self.output.json(&WriteView { schema: 1, report, operation, applied: reason.is_none(), reason })
    }

    /// Tells the operation of a writing command and how to undo it.
    pub(super) fn acknowledge(&mut self, operation: Option<&OperationRow>, keep: Keep) {
        match (operation, keep) {
            (_, Keep::DryRun) => self.output.say(&Message::new("out-dry-run")),
            (Some(operation), Keep::Applied) => {
                let id = if operation.kind.can_be_undone() { "out-operation" } else { "out-operation-plain" };
                let message = Message::new(id).with("operation", operation.seq.number());
                self.output.say(&message.with("command", self.own_command("undo")));
            }
            (None, Keep::Applied) => self.output.say(&Message::new("out-nothing-changed")),
        }
    }

    /// A command as the person who acts would type it now: one who is named on this command line has to be named again.
    pub(super) fn own_command(&self, command: &str) -> String {
        match &self.global.user {
            Some(user) => format!("hunayn --user {} {command}", quoted(user)),
            None => format!("hunayn {command}"),
        }
    }

    /// A failure whose advice names a command as the person who acts would type it.
    pub(super) fn with_own_command(&self, mut failure: Failure) -> Failure {
        let arguments = failure.hint.iter_mut().flat_map(|hint| hint.arguments.iter_mut());
        for (_, argument) in arguments.filter(|(name, _)| *name == "command") {
            if let Argument::Text(command) = argument
                && let Some(own) = command.strip_prefix("hunayn ").map(|command| self.own_command(command))
            {
                *command = own;
            }
        }
        failure
    }

    /// Asks before a command changes more than three paragraphs; without a terminal it needs `--yes`.
    ///
    /// `touched` counts what would change; `listed` are the lines that say which.
    pub(super) fn confirm(&mut self, bulk: &Bulk, touched: usize, listed: &[String]) -> Result<(), Failure> {
        self.confirm_listing(bulk, touched, ["ask-many", "err-needs-yes"], listed)
    }

    /// The same of what are no paragraphs: with the ids of the question, and of the refusal where nobody can be asked.
    pub(super) fn confirm_count(&mut self, bulk: &Bulk, touched: usize, ids: [&'static str; 2]) -> Result<(), Failure> {
        self.confirm_listing(bulk, touched, ids, &[])
    }

    fn confirm_listing(
        &mut self,
        bulk: &Bulk,
        touched: usize,
        ids: [&'static str; 2],
        listed: &[String],
    ) -> Result<(), Failure> {
        if touched <= ASK_ABOVE {
            return Ok(());
        }
        let [question, refusal] = ids.map(|id| Message::new(id).with("count", touched));
        self.ask_listing(bulk, &question, refusal, listed)
    }

    /// Asks a question, unless it is answered beforehand; `refusal` says why nothing is done where nobody can be asked.
    pub(super) fn ask(&mut self, bulk: &Bulk, question: &Message, refusal: Message) -> Result<(), Failure> {
        self.ask_listing(bulk, question, refusal, &[])
    }

    fn ask_listing(
        &mut self,
        bulk: &Bulk,
        question: &Message,
        refusal: Message,
        listed: &[String],
    ) -> Result<(), Failure> {
        if bulk.yes || bulk.dry_run {
            return Ok(());
        }
        if !(std::io::stdin().is_terminal() && std::io::stderr().is_terminal()) {
            return Err(Failure::usage("needs-yes", refusal).hint(Message::new("rec-yes")));
        }
        for line in listed {
            self.output.talk_styled(&format!("{line}\n"));
        }
        let sentence = self.output.localizer().sentence(question);
        self.output.talk_styled(&format!("{sentence} "));
        let _ = std::io::stderr().flush();
        let mut answer = String::new();
        let read = std::io::stdin().lock().read_line(&mut answer);
        let yes = self.output.localizer().text("ask-yes-words").unwrap_or_default();
        let answer = answer.trim().to_lowercase();
        if read.is_ok() && yes.split_whitespace().any(|word| word == answer) {
            return Ok(());
        }
        let declined = Failure::new(FailureClass::Failed, "declined", Message::new("err-declined"));
        Err(declined.hint(Message::new("rec-declined")))
    }

    /// Says what nobody should miss after a text was logged.
    pub(super) fn tell_lost(&mut self, report: &SetReport, keep: Keep) {
        for message in lost(report, keep).chain(report.same_wording.as_ref().map(same_wording)) {
            self.output.say(&message);
        }
    }

    /// Warnings about the inline codes of a paragraph's target.
    pub(super) fn tell_faults(&mut self, address: &str, faults: &[crate::model::CodeFault]) {
        for fault in faults {
            let what = Message::from(*fault);
            self.output.say(&Message::new("warn-at").with("address", address).with("what", what));
        }
    }
}

/// Turns an error of a use case into a failure.
#[expect(clippy::needless_pass_by_value, reason = "the shape that map_err wants")]
pub(super) fn failed(error: OpsError) -> Failure {
    error.failure()
}

/// Reads standard input as a text; one line end at its very end is not part of it.
pub(super) fn standard_input() -> Result<String, Failure> {
    let mut bytes = Vec::new();
    let read = std::io::Read::read_to_end(&mut std::io::stdin().lock(), &mut bytes);
    read.map_err(|error| OpsError::File { path: PathBuf::from("-"), error }.failure())?;
    text_of(bytes, Path::new("-"))
}

/// Reads a file as a text; one line end at its very end is not part of it.
pub(super) fn text_file(path: &Path) -> Result<String, Failure> {
    if path == Path::new("-") {
        return standard_input();
    }
    text_of(crate::ops::files::read(path).map_err(failed)?, path)
}

fn text_of(bytes: Vec<u8>, path: &Path) -> Result<String, Failure> {
    let mut text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let message = Message::new("err-not-utf8").with("file", path.display().to_string()).with("byte", at);
        Failure::usage("not-utf8", message).hint(Message::new("rec-not-utf8"))
    })?;
    if text.ends_with('\n') {
        text.pop();
        if text.ends_with('\r') {
            text.pop();
        }
    }
    Ok(text)
}
