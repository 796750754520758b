//! A desk in a folder of its own that goes when the test ends, worked at through the program or in this process. It asserts
//! nothing about the desk; the tests do.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use hunayn::model::{OperationRef, Written};
use hunayn::ops::show::{ArticleView, ShowRequest, show};
use hunayn::ops::{Desk, DeskLocation, OpsError};
use serde_json::Value;

/// The program as the tests run it.
pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_hunayn");

/// What a run of the program gave.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Answer {
    /// The answer, if the program was content.
    #[track_caller]
    pub(crate) fn done(self) -> Self {
        assert_eq!(self.code, 0, "{}{}", self.stdout, self.stderr);
        self
    }

    /// The JSON document on standard output.
    #[track_caller]
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error}: {}{}", self.stdout, self.stderr))
    }

    /// The envelope of an error on standard error.
    #[track_caller]
    pub(crate) fn error(&self) -> Value {
        let envelope: Value =
            serde_json::from_str(&self.stderr).unwrap_or_else(|error| panic!("{error}: {}", self.stderr));
        envelope["error"].clone()
    }
}

/// A folder with a desk in it.
pub(crate) struct Workplace {
    folder: tempfile::TempDir,
}

impl Workplace {
    /// A folder without a desk yet.
    pub(crate) fn empty() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// A folder with an empty desk.
    pub(crate) fn new() -> Self {
        Self::empty().with_desk()
    }

    /// The same in memory where the system has a file system there: for thousands of writes whose safety is not the matter.
    pub(crate) fn fleeting() -> Self {
        let folder = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap();
        Self { folder }.with_desk()
    }

    fn with_desk(self) -> Self {
        let place = self;
        Desk::create(place.location("salma"), &"ar".parse().unwrap(), &"en".parse().unwrap(), None).unwrap();
        place
    }

    /// A folder with a desk that holds one plain text, in which each line is a paragraph, as the article `a`.
    pub(crate) fn with_lines(lines: &[&str]) -> Self {
        let place = Self::new();
        let file = place.file("a.txt", lines.join("\n\n"));
        place.run(&["import", file.to_str().unwrap(), "--slug", "a"]).done();
        place
    }

    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn path(&self) -> PathBuf {
        self.folder().join("desk.hunayn")
    }

    /// Puts a file into the folder.
    pub(crate) fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.folder().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }

    /// The program, ready to run on this desk in English.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(PROGRAM);
        command.args(arguments).current_dir(self.folder()).env("HUNAYN_DESK", self.path());
        command.env("HUNAYN_LANG", "en").env("HUNAYN_USER", "salma").env("NO_COLOR", "1");
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Answer {
        answer(self.command(arguments))
    }

    /// Runs the program as another person.
    pub(crate) fn run_as(&self, person: &str, arguments: &[&str]) -> Answer {
        let mut command = self.command(arguments);
        command.env("HUNAYN_USER", person);
        answer(command)
    }

    /// Runs the program with a text on standard input.
    pub(crate) fn run_with(&self, input: &str, arguments: &[&str]) -> Answer {
        self.run_with_bytes(input.as_bytes(), arguments)
    }

    /// Runs the program with bytes on standard input.
    pub(crate) fn run_with_bytes(&self, input: &[u8], arguments: &[&str]) -> Answer {
        let mut command = self.command(arguments);
        let mut child = command.stdin(Stdio::piped()).spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let input = input.to_owned();
        let writer = std::thread::spawn(move || stdin.write_all(&input).unwrap());
        let output = child.wait_with_output().unwrap();
        writer.join().unwrap();
        told(&output)
    }

    /// Runs a command with `--json`, which must succeed.
    #[track_caller]
    pub(crate) fn json(&self, arguments: &[&str]) -> Value {
        let mut arguments = arguments.to_vec();
        arguments.push("--json");
        self.run(&arguments).done().json()
    }

    fn location(&self, person: &str) -> DeskLocation {
        DeskLocation { path: self.path(), person: Some(person.to_owned()), login: None, command: Vec::new() }
    }

    /// Opens the desk in this process.
    pub(crate) fn open(&self) -> Desk {
        Desk::open(self.location("salma")).unwrap()
    }
}

fn answer(mut command: Command) -> Answer {
    told(&command.output().unwrap())
}

fn told(output: &std::process::Output) -> Answer {
    Answer {
        code: output.status.code().unwrap_or(-1),
        stdout: String::from_utf8(output.stdout.clone()).unwrap(),
        stderr: String::from_utf8(output.stderr.clone()).unwrap(),
    }
}

/// The place of the operation that a write became, if it changed anything.
pub(crate) fn number_of<T>(written: Result<Written<T>, OpsError>) -> Option<i64> {
    written.ok()?.operation.map(|operation| operation.seq.number())
}

/// An article as it is, or as it was just after an operation.
pub(crate) fn shown(desk: &Desk, slug: &str, at: Option<i64>, removed: bool) -> Result<ArticleView, OpsError> {
    show(desk, &ShowRequest { address: slug.parse().unwrap(), at: at.map(OperationRef::Seq), removed })
}

/// A file of the corpus.
pub(crate) fn corpus(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(name)
}
