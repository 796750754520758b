//! Options that many commands share. Their help texts stand at the root (`cli--dry-run`), unless a command has its own.

use std::borrow::Cow;
use std::ffi::OsString;
use std::path::PathBuf;

use clap::ValueEnum;

use crate::model::Status;
use crate::ops::memory::Filters;

/// What may stand before or after any command.
#[derive(clap::Args, Debug, Default)]
pub(crate) struct Global {
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) desk: Option<PathBuf>,
    #[arg(long, global = true, value_name = "NAME")]
    pub(crate) user: Option<String>,
    #[arg(long, global = true, value_name = "TAG", value_parser = super::values::tag)]
    pub(crate) lang: Option<String>,
    #[arg(long, global = true)]
    pub(crate) json: bool,
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(crate) color: When,
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(crate) isolates: When,
    #[arg(short = 'q', long, global = true)]
    pub(crate) quiet: bool,
}

/// When something meant for people is done.
#[derive(clap::ValueEnum, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum When {
    #[default]
    Auto,
    Always,
    Never,
}

/// What a command has that may change many paragraphs at once.
#[derive(clap::Args, Debug)]
pub(crate) struct Bulk {
    #[arg(long)]
    pub(crate) dry_run: bool,
    #[arg(long)]
    pub(crate) yes: bool,
}

/// What narrows a look-up in the memory.
#[derive(clap::Args, Debug, Default)]
pub(crate) struct MemoryFilters {
    #[arg(long, value_name = "NAME")]
    pub(crate) origin: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub(crate) author: Option<String>,
    #[arg(long, value_name = "DATE", value_parser = super::values::date)]
    pub(crate) since: Option<String>,
    #[arg(long, value_name = "STATUS", value_parser = super::values::settled_status)]
    pub(crate) status: Option<Status>,
    #[arg(long)]
    pub(crate) all: bool,
}

impl MemoryFilters {
    /// The same for a use case.
    pub(crate) fn filters(&self) -> Filters {
        Filters {
            origin: self.origin.clone(),
            author: self.author.clone(),
            since: self.since.clone(),
            status: self.status,
            superseded: self.all,
        }
    }
}

impl Global {
    /// Reads the options that shape help and errors from a command line that cannot be parsed. What it does not
    /// understand it passes over; the parser has the last word.
    pub(crate) fn scan(args: &[OsString]) -> Self {
        let mut global = Self::default();
        let mut words = args.iter().skip(1).map(|arg| arg.to_string_lossy()).take_while(|word| word != "--");
        while let Some(word) = words.next() {
            let (name, attached) = word.split_once('=').map_or((&*word, None), |(name, value)| (name, Some(value)));
            let mut value = || attached.map(str::to_owned).or_else(|| words.next().map(Cow::into_owned));
            match name {
                "--json" => global.json = true,
                "--lang" => global.lang = value(),
                "--color" => global.color = When::parse(value()),
                "--isolates" => global.isolates = When::parse(value()),
                _ => {}
            }
        }
        global
    }

    /// The languages a person wants, best first: `--lang`, `HUNAYN_LANG`, then what the system says. Empty variables count
    /// as unset (POSIX.1-2017, 8.2).
    pub(crate) fn languages(&self) -> Vec<String> {
        let variable = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
        let posix = || variable("LC_ALL").or_else(|| variable("LC_MESSAGES")).or_else(|| variable("LANG"));
        let system = || if cfg!(any(windows, target_os = "macos")) { sys_locale::get_locale() } else { None };
        let wish = self.lang.clone().or_else(|| variable("HUNAYN_LANG")).or_else(posix).or_else(system);
        wish.into_iter().collect()
    }
}

impl When {
    fn parse(word: Option<String>) -> Self {
        word.and_then(|word| Self::from_str(&word, false).ok()).unwrap_or_default()
    }

    /// The answer, given what `auto` means here.
    pub(crate) const fn holds(self, automatically: bool) -> bool {
        match self {
            Self::Auto => automatically,
            Self::Always => true,
            Self::Never => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unparsable_line_still_says_its_language_and_shape() {
        let scan = |line: &str| Global::scan(&line.split(' ').map(OsString::from).collect::<Vec<_>>());
        let global = scan("hunayn nonsense --lang=ar --json --isolates never");
        assert_eq!((global.lang.as_deref(), global.json, global.isolates), (Some("ar"), true, When::Never));
        assert_eq!(scan("hunayn --lang").lang, None);
        assert!(!scan("hunayn set a:1 -- --json").json);
    }
}
