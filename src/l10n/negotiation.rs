//! Which of our languages a wish list gets (RFC 4647 filtering, by fluent-langneg). Where the wishes come from is not its business.

use fluent_langneg::{NegotiationStrategy, negotiate_languages};
use unic_langid::LanguageIdentifier;

use crate::model::Language;

/// The language that has every message.
pub(super) fn fallback_language() -> Language {
    "en".parse().expect("`en` is a language tag")
}

/// Reads a BCP 47 tag or a POSIX locale name (`language[_territory][.codeset][@modifier]`; `C` and `POSIX` are English).
pub(super) fn parse_tag(tag: &str) -> Option<Language> {
    let name = tag.split(['.', '@']).next().unwrap_or_default();
    match name {
        "C" | "POSIX" => Some(fallback_language()),
        _ => name.parse().ok(),
    }
}

/// The languages to look for a message in, best first; the fallback is always the last of them.
pub(super) fn chain(requested: &[String], available: &[Language]) -> Vec<Language> {
    let wishes: Vec<LanguageIdentifier> =
        requested.iter().filter_map(|tag| parse_tag(tag)).map(|language| language.identifier().clone()).collect();
    let offers: Vec<LanguageIdentifier> = available.iter().map(|language| language.identifier().clone()).collect();
    let chosen = negotiate_languages(&wishes, &offers, None, NegotiationStrategy::Filtering);
    let chosen = chosen.into_iter().filter_map(|id| available.iter().find(|language| language.identifier() == id));
    let mut chain: Vec<Language> = chosen.cloned().collect();
    let fallback = fallback_language();
    // What a person likes less than English is never needed: English has everything.
    chain.truncate(chain.iter().position(|language| *language == fallback).unwrap_or(chain.len()));
    chain.push(fallback);
    chain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(requested: &[&str]) -> Vec<String> {
        let available = ["ar", "en"].map(|tag| tag.parse().unwrap());
        let requested: Vec<String> = requested.iter().map(|tag| (*tag).to_owned()).collect();
        chain(&requested, &available).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn regions_and_posix_names_get_their_language() {
        for tag in ["ar", "ar-EG", "ar_SY.UTF-8", "ar_MA@euro", "ar-Arab-SA"] {
            assert_eq!(chosen(&[tag]), ["ar", "en"], "{tag}");
        }
        for tag in ["en", "en-GB", "en_US.UTF-8", "C", "C.UTF-8", "POSIX", "fr", "", "not a tag", "𐎀"] {
            assert_eq!(chosen(&[tag]), ["en"], "{tag}");
        }
    }

    #[test]
    fn the_order_of_wishes_counts() {
        assert_eq!(chosen(&["fr", "ar", "en"]), ["ar", "en"]);
        assert_eq!(chosen(&["en", "ar"]), ["en"]);
    }
}
