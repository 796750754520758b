//! What is wrong with a command line, in our own sentences instead of clap's English ones. Prints nothing.

use std::error::Error as _;
use std::ffi::OsString;

use clap::Command;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::values::ValueError;
use crate::l10n::Localizer;
use crate::model::{Address, Failure, Message};

/// The failure that a clap error stands for; always of class usage.
///
/// `tree` is the localised tree and `args` the command line, from which the hint finds the command whose help to read.
pub(super) fn failure(error: &clap::Error, tree: &Command, args: &[OsString], localizer: &Localizer) -> Failure {
    let context = Context { error, separator: localizer.text("list-separator").unwrap_or_default() };
    let help = format!("{} --help", command_path(tree, args));
    let (code, message) = told(error.kind(), &context, &help);
    let source = error.source().and_then(|source| source.downcast_ref::<ValueError>());
    if let Some(ValueError { message, hint }) = source {
        let hint = hint.clone().unwrap_or_else(|| Message::new("usage-hint-help").with("help", help));
        return Failure::usage(code, message.clone()).hint(hint);
    }
    Failure::usage(code, message).hint(advice(&context, args, &help))
}

fn told(kind: ErrorKind, context: &Context<'_>, help: &str) -> (&'static str, Message) {
    let argument = context.words(ContextKind::InvalidArg);
    let given = context.words(ContextKind::InvalidValue);
    match kind {
        ErrorKind::InvalidSubcommand => {
            let given = context.words(ContextKind::InvalidSubcommand);
            ("unknown-command", Message::new("usage-unknown-command").with("given", given))
        }
        ErrorKind::UnknownArgument => {
            ("unknown-argument", Message::new("usage-unknown-argument").with("given", argument))
        }
        ErrorKind::InvalidValue if given.is_empty() => {
            ("missing-value", Message::new("usage-empty-value").with("argument", argument))
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            ("invalid-value", Message::new("usage-invalid-value").with("given", given).with("argument", argument))
        }
        ErrorKind::MissingRequiredArgument => {
            ("missing-argument", Message::new("usage-missing-arguments").with("arguments", argument))
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let parent = help.trim_end_matches(" --help");
            ("missing-command", Message::new("usage-missing-command").with("given", parent))
        }
        ErrorKind::ArgumentConflict => ("argument-conflict", conflict(context, argument)),
        ErrorKind::TooManyValues => {
            ("too-many-values", Message::new("usage-too-many-values").with("given", given).with("argument", argument))
        }
        ErrorKind::TooFewValues => {
            let needed = context.number(ContextKind::MinValues);
            ("too-few-values", Message::new("usage-too-few-values").with("needed", needed).with("argument", argument))
        }
        ErrorKind::WrongNumberOfValues => {
            let needed = context.number(ContextKind::ExpectedNumValues);
            ("wrong-number", Message::new("usage-wrong-number").with("needed", needed).with("argument", argument))
        }
        ErrorKind::NoEquals => ("missing-equals", Message::new("usage-no-equals").with("argument", argument)),
        ErrorKind::InvalidUtf8 => ("invalid-utf8", Message::new("usage-invalid-utf8")),
        // Help and version are no errors, reading and formatting do not fail here, and clap may grow kinds.
        _ => ("usage", Message::new("usage-unreadable")),
    }
}

fn conflict(context: &Context<'_>, argument: String) -> Message {
    let other = context.words(ContextKind::PriorArg);
    if other.is_empty() || other == argument {
        return Message::new("usage-repeated").with("argument", argument);
    }
    Message::new("usage-conflict").with("argument", argument).with("other", other)
}

/// More allowed values than this are not listed in a hint.
const LISTED: usize = 20;

/// What to do: the nearest right word, else the allowed ones, else where they or the help are.
fn advice(context: &Context<'_>, args: &[OsString], help: &str) -> Message {
    if let Some(address) = joined_addresses(context, args) {
        return Message::new("usage-hint-one-address").with("address", address);
    }
    let suggested = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    let given = [ContextKind::InvalidSubcommand, ContextKind::InvalidArg, ContextKind::InvalidValue];
    let given = given.into_iter().map(|kind| context.words(kind)).find(|words| !words.is_empty()).unwrap_or_default();
    let similar = suggested.into_iter().map(|kind| context.near(kind, &given)).find(|words| !words.is_empty());
    if let Some(similar) = similar {
        return Message::new("usage-hint-similar").with("similar", similar).with("help", help);
    }
    match context.error.get(ContextKind::ValidValue) {
        Some(ContextValue::Strings(values)) if values.len() > LISTED => return Message::new("usage-hint-checks"),
        Some(ContextValue::Strings(values)) if !values.is_empty() => {
            return Message::new("usage-hint-values").with("values", values.join(&context.separator));
        }
        _ => {}
    }
    if matches!(context.error.get(ContextKind::TrailingArg), Some(ContextValue::Bool(true))) {
        return Message::new("usage-hint-dashes");
    }
    Message::new("usage-hint-help").with("help", help)
}

/// The one address for two of the same article, where a command takes one: `a:1,7` for `a:1 a:7`.
fn joined_addresses(context: &Context<'_>, args: &[OsString]) -> Option<String> {
    let places = |word: &str| match word.parse() {
        Ok(Address::Paragraphs(slug, _)) => word.split_once(':').map(|(_, places)| (slug, places.to_owned())),
        _ => None,
    };
    if context.error.kind() != ErrorKind::UnknownArgument {
        return None;
    }
    let (slug, more) = places(&context.words(ContextKind::InvalidArg))?;
    let first = args.iter().filter_map(|word| places(word.to_str()?)).find(|(of, _)| *of == slug)?.1;
    (first != more).then(|| format!("{slug}:{first},{more}"))
}

struct Context<'a> {
    error: &'a clap::Error,
    separator: String,
}

impl Context<'_> {
    /// The words of a piece of context; empty where the error does not have it.
    fn words(&self, kind: ContextKind) -> String {
        match self.error.get(kind) {
            Some(ContextValue::String(word)) => word.clone(),
            Some(ContextValue::Strings(words)) => words.join(&self.separator),
            _ => String::new(),
        }
    }

    /// Those words of a piece of context that may have been meant; clap takes very different ones for similar.
    fn near(&self, kind: ContextKind, given: &str) -> String {
        let is_near = |word: &String| is_near(word, given);
        match self.error.get(kind) {
            Some(ContextValue::String(word)) if is_near(word) => word.clone(),
            Some(ContextValue::Strings(words)) => {
                words.iter().filter(|word| is_near(word)).cloned().collect::<Vec<_>>().join(&self.separator)
            }
            _ => String::new(),
        }
    }

    fn number(&self, kind: ContextKind) -> i64 {
        match self.error.get(kind) {
            Some(ContextValue::Number(number)) => i64::try_from(*number).unwrap_or(i64::MAX),
            _ => 0,
        }
    }
}

/// Whether a word may have been meant by another: it begins so, or at most a third of its letters are others.
fn is_near(word: &str, given: &str) -> bool {
    let plain = |word: &str| word.trim_start_matches('-').chars().collect::<Vec<char>>();
    let (word, given) = (plain(word), plain(given));
    given.len() > 1 && word.starts_with(&given) || edits(&word, &given) <= (word.len().max(given.len()) / 3).max(1)
}

/// How many letters are to be put in, taken out, changed, or exchanged with their neighbour, to make one word of another.
fn edits(one: &[char], other: &[char]) -> usize {
    let mut rows = vec![vec![0; other.len() + 1]; one.len() + 1];
    for i in 0..=one.len() {
        for j in 0..=other.len() {
            rows[i][j] = if i == 0 || j == 0 {
                i + j
            } else {
                let change = usize::from(one[i - 1] != other[j - 1]);
                let least = (rows[i - 1][j] + 1).min(rows[i][j - 1] + 1).min(rows[i - 1][j - 1] + change);
                let crossed = i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
                if crossed { least.min(rows[i - 2][j - 2] + 1) } else { least }
            };
        }
    }
    rows[one.len()][other.len()]
}

/// `hunayn op log` for a command line that reaches that far.
fn command_path(tree: &Command, args: &[OsString]) -> String {
    let (mut path, mut command) = (tree.get_name().to_owned(), tree);
    for word in args.iter().skip(1).take_while(|word| *word != "--") {
        if let Some(sub) = command.find_subcommand(word) {
            path = format!("{path} {}", sub.get_name());
            command = sub;
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use clap::{Arg, ArgAction};

    use super::*;

    /// A tree that can fail in every way that clap knows.
    fn tree() -> Command {
        Command::new("hunayn").subcommand_required(true).subcommand(
            Command::new("try")
                .arg(Arg::new("pair").long("pair").num_args(2).value_name("N"))
                .arg(Arg::new("few").long("few").num_args(2..=3).value_name("N"))
                .arg(Arg::new("equals").long("equals").require_equals(true).num_args(1))
                .arg(Arg::new("one").long("one").value_parser(["ar", "en"]))
                .arg(Arg::new("flag").long("flag").action(ArgAction::SetTrue).conflicts_with("one"))
                .arg(Arg::new("must").long("must").required(true))
                .arg(Arg::new("address").long("address").value_parser(super::super::values::address)),
        )
    }

    #[test]
    fn every_kind_of_error_has_sentences_in_both_languages() {
        let cases = [
            ("hunayn tri", "unknown-command"),
            ("hunayn", "missing-command"),
            ("hunayn try --must x --flog", "unknown-argument"),
            ("hunayn try --must x --one xx", "invalid-value"),
            ("hunayn try --must x --address :1", "invalid-value"),
            ("hunayn try --must", "missing-value"),
            ("hunayn try", "missing-argument"),
            ("hunayn try --must x --one ar --flag", "argument-conflict"),
            ("hunayn try --must x --must y", "argument-conflict"),
            ("hunayn try --must x --few a", "too-few-values"),
            ("hunayn try --must x --pair a", "wrong-number"),
            ("hunayn try --must x --equals a", "missing-equals"),
            ("hunayn try --must x --flag=a", "too-many-values"),
        ];
        for (line, code) in cases {
            let args: Vec<OsString> = line.split(' ').map(OsString::from).collect();
            let error = tree().try_get_matches_from(&args).unwrap_err();
            for tag in ["ar", "en"] {
                let localizer = Localizer::new(&[tag.to_owned()], false);
                let failure = failure(&error, &tree(), &args, &localizer);
                assert_eq!(failure.code, code, "{line}");
                localizer.try_sentence(&failure.message).unwrap();
                localizer.try_sentence(failure.hint.as_ref().unwrap()).unwrap();
            }
        }
    }

    #[test]
    fn two_addresses_of_an_article_are_told_as_one() {
        let hint = |line: &str| {
            let args: Vec<OsString> = line.split(' ').map(OsString::from).collect();
            let tree = <super::super::Cli as clap::CommandFactory>::command();
            let error = tree.clone().try_get_matches_from(&args).unwrap_err();
            let localizer = Localizer::new(&["en".to_owned()], false);
            localizer.sentence(failure(&error, &tree, &args, &localizer).hint.as_ref().unwrap())
        };
        assert!(hint("hunayn check مياه:1-2 مياه:7").contains("مياه:1-2,7"));
        assert!(!hint("hunayn check a:1 b:7").contains(','), "two articles are not one address");
        let hint = hint("hunayn check a --only zzzzzz");
        assert!(hint.contains("hunayn checks") && hint.len() < 200, "{hint}");
    }

    #[test]
    fn only_near_words_are_called_similar() {
        for (given, word) in [("impotr", "import"), ("stat", "status"), ("--sumbit", "--submit"), ("aprove", "approve")]
        {
            assert!(is_near(word, given), "{given}");
        }
        for (given, word) in [("frobnicate", "boilerplate"), ("stat", "set"), ("x", "export")] {
            assert!(!is_near(word, given), "{given}");
        }
    }

    #[test]
    fn the_hint_names_the_help_of_the_command_that_was_meant() {
        let args = ["hunayn", "--quiet", "try", "x"].map(OsString::from);
        assert_eq!(command_path(&tree(), &args), "hunayn try");
    }
}
