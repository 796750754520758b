//! Where words go: data to standard output, talk to standard error, as text for people or as JSON for programs. It decides
//! colour, isolation marks and the pager; it does not know what the words say.

use std::io::{self, BufWriter, IsTerminal, Write};
use std::process::{Child, Command, ExitCode, Stdio};

use anstream::{AutoStream, ColorChoice};
use anstyle::{AnsiColor, Style};
use serde::Serialize;

use super::options::{Global, When};
use crate::l10n::{Localizer, available_languages, chips_outside_isolates, parse_tag};
use crate::model::{Argument, Failure, FailureClass, Message, Missing, NamedFinding, Obstacles};

const HEADING: Style = Style::new().bold();
const FAINT: Style = Style::new().dimmed();
const ERROR: Style = AnsiColor::Red.on_default().bold();
const BROKEN_PIPE: &str = "broken-pipe";

enum Sink {
    Stdout(BufWriter<AutoStream<io::Stdout>>),
    Pager(Child),
}

/// The two streams of a process and the language spoken on them.
pub(crate) struct Output {
    localizer: Localizer,
    sink: Sink,
    json: bool,
    quiet: bool,
    terminal: bool,
    muted: bool,
    color: ColorChoice,
}

impl Output {
    pub(crate) fn new(global: &Global) -> Self {
        let terminal = io::stdout().is_terminal();
        // A sentence may go to either stream: neither may carry marks into a file.
        let isolates = !global.json && global.isolates.holds(terminal && io::stderr().is_terminal());
        let color = match global.color {
            When::Auto => ColorChoice::Auto,
            When::Always => ColorChoice::Always,
            When::Never => ColorChoice::Never,
        };
        Self {
            localizer: Localizer::new(&global.languages(), isolates),
            sink: Sink::Stdout(BufWriter::new(AutoStream::new(io::stdout(), color))),
            json: global.json,
            quiet: global.quiet,
            terminal,
            muted: false,
            color,
        }
    }

    /// Says so where a language was asked for on the command line in which there are no sentences.
    pub(crate) fn tell_missing_language(&mut self, global: &Global) {
        let Some(wanted) = global.lang.as_deref().and_then(parse_tag) else { return };
        if !wanted.is(self.localizer.language().primary()) {
            let languages: Argument = available_languages().iter().map(ToString::to_string).collect();
            let message = Message::new("warn-no-language").with("language", wanted.to_string());
            self.say(&message.with("languages", languages));
        }
    }

    pub(crate) const fn localizer(&self) -> &Localizer {
        &self.localizer
    }

    /// Whether a program reads: one JSON document on standard output, nothing else.
    pub(crate) const fn is_json(&self) -> bool {
        self.json
    }

    /// Sends what follows through `$PAGER`, or `less -FRX`, when a person reads it on a terminal.
    pub(crate) fn page(&mut self) {
        if !self.terminal || self.json {
            return;
        }
        let wish = std::env::var("PAGER").unwrap_or_else(|_| "less -FRX".to_owned());
        let Some((program, arguments)) = shlex::split(&wish).and_then(|mut words| {
            let rest = words.split_off(words.len().min(1));
            words.pop().filter(|program| program != "cat").map(|program| (program, rest))
        }) else {
            return;
        };
        let mut command = Command::new(program);
        command.args(arguments).stdin(Stdio::piped()).env("LESSCHARSET", "utf-8");
        if let Ok(child) = command.spawn() {
            self.sink = Sink::Pager(child);
        }
    }

    /// While muted, nothing is written and nothing said.
    pub(crate) const fn mute(&mut self, muted: bool) {
        self.muted = muted;
    }

    /// A sentence for people, which may name a stored text or a file: controls in it are chips, its isolation marks stay.
    fn visible_sentence(&self, message: &Message) -> String {
        chips_outside_isolates(&self.localizer.sentence(message)).into_owned()
    }

    /// A sentence over what follows, as data.
    pub(crate) fn heading(&mut self, message: &Message) -> Result<(), Failure> {
        let sentence = self.visible_sentence(message);
        self.styled_text(&format!("{HEADING}{sentence}{HEADING:#}\n"))
    }

    /// A line that stands back, as data.
    pub(crate) fn faint(&mut self, text: &str) -> Result<(), Failure> {
        self.styled_text(&format!("{FAINT}{text}{FAINT:#}\n"))
    }

    /// A failure that is part of what is shown, not the end of the command.
    pub(crate) fn tell_as_data(&mut self, failure: &Failure) -> Result<(), Failure> {
        self.sentence(&failure.message)?;
        failure.hint.as_ref().map_or(Ok(()), |hint| self.sentence(hint))
    }

    /// One line of data.
    pub(crate) fn line(&mut self, text: &str) -> Result<(), Failure> {
        self.write(|sink| writeln!(sink, "{text}"))
    }

    /// Text that ends its own lines and may hold ANSI styles; they are dropped where colour is off.
    pub(crate) fn styled_text(&mut self, text: &str) -> Result<(), Failure> {
        self.write(|sink| sink.write_all(text.as_bytes()))
    }

    /// One sentence on a line, as data.
    pub(crate) fn sentence(&mut self, message: &Message) -> Result<(), Failure> {
        let sentence = self.visible_sentence(message);
        self.line(&sentence)
    }

    /// The one JSON document of a command, or one line of JSON Lines. Adds nothing to the value and takes nothing from it:
    /// it goes past the stream that drops styles, which would drop stored controls such as DEL too.
    pub(crate) fn json(&mut self, value: &impl Serialize) -> Result<(), Failure> {
        if self.muted {
            return Ok(());
        }
        let mut document = serde_json::to_vec(value).map_err(|error| output_failure(&error.into()))?;
        document.push(b'\n');
        match &mut self.sink {
            Sink::Stdout(stream) => {
                let written = stream.flush().and_then(|()| stream.get_ref().as_inner().lock().write_all(&document));
                written.map_err(|error| output_failure(&error))
            }
            Sink::Pager(_) => self.write(|sink| sink.write_all(&document)),
        }
    }

    /// Data that is no text, or a whole file, exactly as it is.
    pub(crate) fn bytes(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        io::stdout().lock().write_all(bytes).map_err(|error| output_failure(&error))
    }

    /// Hands on what was written so far, where the command goes on for long.
    #[cfg(feature = "web")]
    pub(crate) fn flush(&mut self) -> Result<(), Failure> {
        self.write(|sink| sink.flush())
    }

    /// Whether somebody watches standard error and wants to be talked to.
    pub(crate) fn is_talkative(&self) -> bool {
        !self.quiet && !self.json && io::stderr().is_terminal()
    }

    /// One sentence of talk on standard error, unless `--quiet` or a program reads.
    pub(crate) fn say(&mut self, message: &Message) {
        if !self.quiet && !self.json && !self.muted {
            let sentence = self.visible_sentence(message);
            self.talk_styled(&format!("{sentence}\n"));
        }
    }

    /// Text on standard error, come what may.
    pub(crate) fn talk_styled(&mut self, text: &str) {
        // Talk follows the data it speaks of, also where both go to one terminal.
        if let Sink::Stdout(stream) = &mut self.sink {
            let _ = stream.flush();
        }
        // A closed standard error leaves nobody to tell.
        let _ = AutoStream::new(io::stderr(), self.color).write_all(text.as_bytes());
    }

    /// Tells a failure, closes the streams, and gives the exit code.
    pub(crate) fn finish(mut self, result: Result<(), Failure>) -> ExitCode {
        // What was written so far comes before the error, and a reader who left wants neither.
        let flushed = self.write(|sink| sink.flush());
        let result = result.and(flushed);
        if let Sink::Pager(child) = &mut self.sink {
            drop(child.stdin.take());
            let _ = child.wait();
        }
        match result {
            Ok(()) => ExitCode::SUCCESS,
            Err(failure) if failure.code == BROKEN_PIPE => ExitCode::SUCCESS,
            Err(failure) => {
                self.tell(&failure);
                ExitCode::from(failure.class.exit_code())
            }
        }
    }

    fn tell(&mut self, failure: &Failure) {
        let message = self.localizer.sentence(&failure.message);
        let hint = failure.hint.as_ref().map(|hint| self.localizer.sentence(hint));
        if self.json {
            let address = failure.address.as_deref();
            let (mut missing, mut findings) = (Vec::new(), Vec::new());
            match &failure.obstacles {
                Obstacles::None => {}
                Obstacles::Paragraphs(paragraphs) => missing.extend(paragraphs.iter().map(MissingView::of)),
                Obstacles::Findings(named) => findings.extend(named.iter().map(NamedFindingView::of)),
            }
            let code = failure.code;
            let error = ErrorView { code, message: &message, hint: hint.as_deref(), address, missing, findings };
            let envelope = serde_json::to_string(&EnvelopeView { error }).unwrap_or_default();
            self.talk_styled(&format!("{envelope}\n"));
            return;
        }
        self.talk_styled(&format!("{ERROR}{}{ERROR:#}\n", chips_outside_isolates(&message)));
        if let Some(hint) = hint {
            self.talk_styled(&format!("{}\n", chips_outside_isolates(&hint)));
        }
    }

    fn write(&mut self, act: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
        if self.muted {
            return Ok(());
        }
        let written = match &mut self.sink {
            Sink::Stdout(stream) => act(stream),
            Sink::Pager(child) => child.stdin.as_mut().map_or(Ok(()), |pipe| {
                let color =
                    if self.color == ColorChoice::Auto { AutoStream::choice(&io::stdout()) } else { self.color };
                let mut bytes = Vec::new();
                act(&mut bytes)?;
                if color == ColorChoice::Never {
                    bytes = anstream::adapter::strip_bytes(&bytes).into_vec();
                }
                pipe.write_all(&bytes)
            }),
        };
        written.map_err(|error| output_failure(&error))
    }
}

/// The failure of writing; a reader that went away ends the program quietly.
pub(super) fn output_failure(error: &io::Error) -> Failure {
    let code = if error.kind() == io::ErrorKind::BrokenPipe { BROKEN_PIPE } else { "output" };
    let message = Message::new("failure-output").with("reason", crate::ops::reason(error));
    Failure::new(FailureClass::Failed, code, message).hint(Message::new("failure-hint-output"))
}

#[derive(Serialize)]
struct EnvelopeView<'a> {
    error: ErrorView<'a>,
}

#[derive(Serialize)]
struct ErrorView<'a> {
    code: &'a str,
    message: &'a str,
    hint: Option<&'a str>,
    address: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    missing: Vec<MissingView<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    findings: Vec<NamedFindingView<'a>>,
}

/// A finding that keeps a gate shut.
#[derive(Serialize)]
struct NamedFindingView<'a> {
    id: &'a str,
    check: &'static str,
    address: &'a str,
}

impl<'a> NamedFindingView<'a> {
    fn of(named: &'a NamedFinding) -> Self {
        Self { id: &named.id, check: named.check, address: &named.address }
    }
}

/// A paragraph for which a gate is not met.
#[derive(Serialize)]
struct MissingView<'a> {
    address: &'a str,
    status: &'static str,
    stale: bool,
    why: &'static str,
}

impl<'a> MissingView<'a> {
    fn of(missing: &'a Missing) -> Self {
        let Missing { address, status, stale, why } = missing;
        Self { address, status: status.as_str(), stale: *stale, why }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_who_leaves_is_no_error() {
        assert_eq!(output_failure(&io::ErrorKind::BrokenPipe.into()).code, BROKEN_PIPE);
        assert_eq!(output_failure(&io::ErrorKind::StorageFull.into()).code, "output");
    }
}
