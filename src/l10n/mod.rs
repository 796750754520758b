//! The only place that makes sentences: Fluent messages of `locales/TAG/*.ftl` in the language a person asked for.
//! It knows no command and no desk; adding a locale is adding a folder.

mod chips;
mod labels;
mod negotiation;
mod plural;

pub use chips::{chip, chips, chips_outside_isolates};
pub use labels::labels;

use std::borrow::Cow;
use std::sync::OnceLock;

use fluent::concurrent::FluentBundle;
use fluent::{FluentArgs, FluentResource, FluentValue};
use rust_embed::RustEmbed;

use crate::model::{Argument, Language, Message};

#[derive(RustEmbed)]
#[folder = "locales/"]
struct Locales;

/// A message that could not be made as written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SentenceError {
    /// No locale in the chain has the message.
    #[error("no locale has the message `{id}`")]
    Missing {
        /// The id.
        id: String,
    },
    /// The message was made, but something in it did not work, such as an argument that was not given.
    #[error("message `{id}`: {faults}")]
    Faulty {
        /// The id.
        id: String,
        /// The sentence as far as it could be made.
        sentence: String,
        /// What did not work.
        faults: String,
    },
}

/// One locale of the chain; its files are parsed when the first sentence is asked of it.
struct Locale {
    language: Language,
    bundle: OnceLock<FluentBundle<FluentResource>>,
}

/// Makes sentences in one language, falling back to English message by message.
pub struct Localizer {
    chain: Vec<Locale>,
    isolates: bool,
}

impl Localizer {
    /// Chooses the languages for a wish list of tags, best first; nothing is parsed yet.
    ///
    /// Tags may be BCP 47 (`ar-EG`) or POSIX locale names (`ar_SY.UTF-8`, `C`). With `isolates`, whatever is put into a
    /// sentence is wrapped in U+2068 … U+2069; right for people on a terminal, wrong for pipes, JSON and files.
    #[must_use]
    pub fn new(requested: &[String], isolates: bool) -> Self {
        let chain = negotiation::chain(requested, &available_languages());
        let chain = chain.into_iter().map(|language| Locale { language, bundle: OnceLock::new() }).collect();
        Self { chain, isolates }
    }

    /// The language that sentences are in, where it has them.
    #[must_use]
    pub fn language(&self) -> Language {
        self.chain.first().map_or_else(negotiation::fallback_language, |locale| locale.language.clone())
    }

    /// The same languages for files and pipes: without isolation marks.
    #[must_use]
    pub fn without_isolates(&self) -> Self {
        let fresh = |locale: &Locale| Locale { language: locale.language.clone(), bundle: OnceLock::new() };
        Self { chain: self.chain.iter().map(fresh).collect(), isolates: false }
    }

    /// The sentence of a message; the id itself when no locale has it.
    #[must_use]
    pub fn sentence(&self, message: &Message) -> String {
        match self.try_sentence(message) {
            Ok(sentence) | Err(SentenceError::Faulty { sentence, .. }) => sentence,
            Err(SentenceError::Missing { id }) => id,
        }
    }

    /// The sentence of a message, strictly.
    ///
    /// # Errors
    /// When no locale has the message, or an argument or reference in it is missing.
    pub fn try_sentence(&self, message: &Message) -> Result<String, SentenceError> {
        let mut arguments = FluentArgs::with_capacity(message.arguments.len());
        for (name, argument) in &message.arguments {
            arguments.set(*name, self.value(argument)?);
        }
        self.format(message.id, Some(&arguments))
    }

    fn value<'a>(&self, argument: &'a Argument) -> Result<FluentValue<'a>, SentenceError> {
        Ok(match argument {
            Argument::Number(number) => FluentValue::from(*number),
            Argument::Text(text) => FluentValue::String(Cow::Borrowed(text)),
            Argument::Message(_) | Argument::List(_) => FluentValue::String(Cow::Owned(self.words(argument)?)),
        })
    }

    /// The items of a list with the separator of the language between them.
    fn list(&self, items: &[Argument]) -> Result<String, SentenceError> {
        let words: Result<Vec<String>, SentenceError> = items.iter().map(|item| self.words(item)).collect();
        Ok(words?.join(&self.format("list-separator", None)?))
    }

    fn words(&self, argument: &Argument) -> Result<String, SentenceError> {
        match argument {
            Argument::Number(number) => Ok(number.to_string()),
            Argument::Text(text) => Ok(text.clone()),
            Argument::Message(inner) => self.try_sentence(inner),
            Argument::List(items) => self.list(items),
        }
    }

    /// The text of an id made at run time, such as a help text; `None` when no locale has it.
    #[must_use]
    pub fn text(&self, id: &str) -> Option<String> {
        match self.format(id, None) {
            Ok(text) | Err(SentenceError::Faulty { sentence: text, .. }) => Some(text),
            Err(SentenceError::Missing { .. }) => None,
        }
    }

    /// The name of a language in the reader's language; its tag where we have no name.
    #[must_use]
    pub fn language_name(&self, language: &Language) -> String {
        self.text(&format!("language-{}", language.primary())).unwrap_or_else(|| language.to_string())
    }

    fn format(&self, id: &str, arguments: Option<&FluentArgs<'_>>) -> Result<String, SentenceError> {
        for locale in &self.chain {
            let bundle = locale.bundle.get_or_init(|| bundle(&locale.language, self.isolates));
            let Some(pattern) = bundle.get_message(id).and_then(|message| message.value()) else { continue };
            let mut errors = Vec::new();
            let sentence = bundle.format_pattern(pattern, arguments, &mut errors).into_owned();
            if errors.is_empty() {
                return Ok(sentence);
            }
            let faults = errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ");
            return Err(SentenceError::Faulty { id: id.to_owned(), sentence, faults });
        }
        Err(SentenceError::Missing { id: id.to_owned() })
    }
}

/// The languages that have a folder in `locales/`.
#[must_use]
pub fn available_languages() -> Vec<Language> {
    let mut languages: Vec<Language> = Vec::new();
    for path in Locales::iter() {
        let Some(language) = path.split('/').next().and_then(|tag| tag.parse().ok()) else { continue };
        if !languages.contains(&language) {
            languages.push(language);
        }
    }
    languages
}

/// Reads a tag as a person or a POSIX system writes it: `ar-EG`, `ar_SY.UTF-8`, `C`.
#[must_use]
pub fn parse_tag(tag: &str) -> Option<Language> {
    negotiation::parse_tag(tag)
}

/// A stored time as people read it: date and minute, UTC.
#[must_use]
pub fn moment(at: &str) -> String {
    match (at.get(..10), at.get(11..16)) {
        (Some(day), Some(minute)) => format!("{day} {minute}"),
        _ => at.to_owned(),
    }
}

/// A locale's messages, of all its files. What a file has wrong is left out; a test refuses such files.
fn bundle(language: &Language, isolates: bool) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new_concurrent(vec![language.identifier().clone()]);
    bundle.set_use_isolating(isolates);
    plural::register(&mut bundle, language);
    let folder = format!("{language}/");
    for path in Locales::iter().filter(|path| path.starts_with(&folder) && path.ends_with(".ftl")) {
        let Some(file) = Locales::get(&path) else { continue };
        let text = String::from_utf8_lossy(&file.data).into_owned();
        let resource = FluentResource::try_new(text).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Direction, Role, Status};

    fn localizer(tags: &[&str], isolates: bool) -> Localizer {
        Localizer::new(&tags.iter().map(|tag| (*tag).to_owned()).collect::<Vec<_>>(), isolates)
    }

    #[test]
    fn words_come_in_the_language_asked_for() {
        let draft = Message::from(Status::Draft);
        assert_eq!(localizer(&["ar-EG"], false).sentence(&draft), "مسودة");
        assert_eq!(localizer(&["ar_SY.UTF-8"], false).sentence(&draft), "مسودة");
        assert_eq!(localizer(&["fr", "C"], false).sentence(&draft), "draft");
        assert_eq!(localizer(&["ar"], true).language().direction(), Direction::Rtl);
    }

    #[test]
    fn a_message_inside_a_message_is_isolated_for_people_only() {
        let message = Message::new("usage-unknown-command").with("given", Message::from(Status::Draft));
        assert!(localizer(&["ar"], true).sentence(&message).contains("\u{2068}مسودة\u{2069}"));
        let plain = localizer(&["ar"], false).sentence(&message);
        assert!(plain.contains("مسودة") && !plain.contains(['\u{2068}', '\u{2069}']));
    }

    #[test]
    fn lists_are_joined_as_the_language_joins_them() {
        let roles = [Role::Translator, Role::Reviewer].map(Message::from);
        let message = Message::new("out-person").with("person", "salma").with("roles", Argument::from_iter(roles));
        assert!(localizer(&["en"], false).sentence(&message).contains("translator, reviewer"));
        assert!(localizer(&["ar"], false).sentence(&message).contains("مترجم، مراجع"));
        let values = Message::new("rec-one-of").with("values", Argument::from_iter(["html", "md", "txt"]));
        assert!(localizer(&["en"], false).sentence(&values).contains("html, md, txt"));
        assert!(localizer(&["ar"], false).sentence(&values).contains("html، md، txt"));
    }

    #[test]
    fn what_is_missing_shows_its_id_and_never_panics() {
        let english = localizer(&[], false);
        assert_eq!(english.sentence(&Message::new("no-such-message")), "no-such-message");
        assert_eq!(english.text("no-such-message"), None);
        let without_argument = Message::new("usage-unknown-command");
        assert!(matches!(english.try_sentence(&without_argument), Err(SentenceError::Faulty { .. })));
        assert!(english.sentence(&without_argument).contains("$given"));
    }

    #[test]
    fn languages_have_names() {
        let arabic = localizer(&["ar"], false);
        assert_eq!(arabic.language_name(&"en-GB".parse().unwrap()), "الإنجليزية");
        assert_eq!(arabic.language_name(&"tlh".parse().unwrap()), "tlh");
    }

    #[test]
    fn a_localizer_can_be_shared_between_threads() {
        fn shared<T: Send + Sync>(_: &T) {}
        shared(&localizer(&["ar"], false));
    }
}
