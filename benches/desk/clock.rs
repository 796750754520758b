//! Runs whole processes and tells how long they took and how much memory they held at most. Knows nothing of what they do.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

pub(crate) type Outcome<T> = Result<T, Box<dyn Error>>;

/// A command line that can be run again and again.
#[derive(Clone)]
pub(crate) struct Line {
    program: PathBuf,
    words: Vec<String>,
}

impl Line {
    pub(crate) fn new(program: impl Into<PathBuf>, words: &[&str]) -> Self {
        Self { program: program.into(), words: words.iter().map(|&word| word.to_owned()).collect() }
    }

    fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        command.args(&self.words).env("HUNAYN_USER", "salma").env("LC_ALL", "C.UTF-8");
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        command
    }

    fn refused(&self) -> Box<dyn Error> {
        format!("{} {} did not succeed", self.program.display(), self.words.join(" ")).into()
    }

    /// Wall time of one run, from the spawn until the process is gone.
    pub(crate) fn once(&self) -> Outcome<Duration> {
        let start = Instant::now();
        let status = self.command().status()?;
        let took = start.elapsed();
        if status.success() { Ok(took) } else { Err(self.refused()) }
    }

    /// Wall time of one run, and the most memory it held, in kibibytes; `None` where the system does not tell.
    ///
    /// By GNU `time` where it is installed (`ru_maxrss`), else by looking at `/proc/PID/status` (`VmHWM`) while it runs.
    pub(crate) fn weighed(&self, folder: &Path) -> Outcome<(Duration, Option<u64>)> {
        let timer = Path::new("/usr/bin/time");
        if timer.exists() {
            let answer = folder.join("peak");
            let mut words = vec!["-f".to_owned(), "%M".to_owned(), "-o".to_owned(), answer.display().to_string()];
            words.push(self.program.display().to_string());
            words.extend(self.words.iter().cloned());
            let took = Self { program: timer.to_owned(), words }.once()?;
            return Ok((took, std::fs::read_to_string(answer)?.trim().parse().ok()));
        }
        let start = Instant::now();
        let mut child = self.command().spawn()?;
        let mut peak = None;
        loop {
            peak = peak.max(high_water(&child));
            if let Some(status) = child.try_wait()? {
                return if status.success() { Ok((start.elapsed(), peak)) } else { Err(self.refused()) };
            }
            std::thread::sleep(Duration::from_micros(200));
        }
    }
}

fn high_water(child: &Child) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse().ok()
}

/// Whether a program of this name answers.
pub(crate) fn answers(program: &str) -> bool {
    Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok()
}

/// The times of several runs.
pub(crate) struct Times(Vec<Duration>);

impl Times {
    /// The middle one, in milliseconds.
    pub(crate) fn median(&self) -> f64 {
        let mut sorted = self.0.clone();
        sorted.sort_unstable();
        let middle = sorted.len() / 2;
        let twice = if sorted.len() % 2 == 1 { sorted[middle] * 2 } else { sorted[middle - 1] + sorted[middle] };
        twice.as_secs_f64() * 500.0
    }
}

/// Runs two makers of command lines in turn, so that both meet the same load, after one run that does not count.
pub(crate) fn race(
    runs: usize,
    mut ours: impl FnMut(usize) -> Line,
    mut theirs: impl FnMut(usize) -> Option<Line>,
) -> Outcome<(Times, Option<Times>)> {
    let (mut own, mut other) = (Vec::new(), Vec::new());
    for run in 0..=runs {
        let (mine, its) = (ours(run).once()?, theirs(run).map(|line| line.once()).transpose()?);
        if run > 0 {
            own.push(mine);
            other.extend(its);
        }
    }
    Ok((Times(own), (!other.is_empty()).then_some(Times(other))))
}
