//! The shape of a language's cue tables and how a cue is looked for. Cues are compared with L2 keys and written as such.

use crate::model::Language;

use super::{arabic, english};

/// What a language's articles say about their own paragraphs. Each list holds phrases in L2 form.
pub(super) struct Cues {
    /// Openers of bylines that need no colon.
    pub(super) bylines: &'static [&'static str],
    /// Openers of bylines that are words of running text too; a colon has to follow.
    pub(super) bylines_with_colon: &'static [&'static str],
    /// Titles before names.
    pub(super) person_titles: &'static [&'static str],
    /// Labels above a headline.
    pub(super) labels: &'static [&'static str],
    /// Names of weekdays.
    pub(super) weekdays: &'static [&'static str],
    /// Names of months, Hijri ones included.
    pub(super) months: &'static [&'static str],
    /// Ordinals that open a heading, with a colon or comma or stop behind them.
    pub(super) ordinals: &'static [&'static str],
    /// Whole headings.
    pub(super) headings: &'static [&'static str],
    /// Whole headings above notes and sources.
    pub(super) note_headings: &'static [&'static str],
    /// What bibliographic notes hold.
    pub(super) references: &'static [&'static str],
    /// What authors are.
    pub(super) professions: &'static [&'static str],
    /// Openers of lines that tell where a text or picture comes from.
    pub(super) credits: &'static [&'static str],
    /// Openers of texts that repeat from article to article.
    pub(super) boilerplate_openers: &'static [&'static str],
    /// Phrases that such texts hold.
    pub(super) boilerplate_phrases: &'static [&'static str],
    /// Openers of scripture.
    pub(super) scripture: &'static [&'static str],
}

impl Cues {
    /// The cues of a language: Arabic ones for Arabic, English ones for all others.
    pub(super) fn of(language: &Language) -> &'static Self {
        if language.primary() == "ar" { &arabic::CUES } else { &english::CUES }
    }
}

/// The phrase of a list that a key begins with, as a whole phrase.
pub(super) fn opener<'a>(list: &[&'a str], key: &str) -> Option<&'a str> {
    list.iter().copied().find(|phrase| key.starts_with(phrase) && is_bound(phrase, &key[phrase.len()..]))
}

/// Whether a key holds one of the phrases of a list as a whole phrase.
pub(super) fn holds(list: &[&str], key: &str) -> bool {
    list.iter().any(|phrase| {
        key.match_indices(phrase).any(|(at, _)| {
            let free_before = !key[..at].ends_with(char::is_alphanumeric) || !phrase.starts_with(char::is_alphanumeric);
            free_before && is_bound(phrase, &key[at + phrase.len()..])
        })
    })
}

fn is_bound(phrase: &str, rest: &str) -> bool {
    !phrase.ends_with(char::is_alphanumeric) || !rest.starts_with(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::norm;

    #[test]
    fn every_cue_is_written_as_its_key() {
        for cues in [&arabic::CUES, &english::CUES] {
            let lists = [
                cues.bylines,
                cues.bylines_with_colon,
                cues.person_titles,
                cues.labels,
                cues.weekdays,
                cues.months,
                cues.ordinals,
                cues.headings,
                cues.note_headings,
                cues.references,
                cues.professions,
                cues.credits,
                cues.boilerplate_openers,
                cues.boilerplate_phrases,
                cues.scripture,
            ];
            for cue in lists.into_iter().flatten() {
                assert_eq!(norm(cue), *cue);
            }
        }
    }

    #[test]
    fn a_cue_is_a_whole_phrase() {
        assert_eq!(opener(&["كتب"], "كتب: سامي"), Some("كتب"));
        assert_eq!(opener(&["كتب"], "كتبوا"), None);
        assert!(holds(&["ص"], "دار الضفه, ص 18") && !holds(&["ص"], "قصص 18"));
    }
}
