//! The language tags of a file and how they fit the two languages that are wanted. Tags are compared without regard to case, with
//! `_` as `-`.

use crate::model::Language;

/// How well a tag fits a wanted language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// Another language.
    Other,
    /// The same language, another region or script, or one of the two says none.
    Primary,
    /// The same tag.
    Exact,
}

/// A tag of the file.
#[derive(Debug)]
struct Tag {
    written: String,
    language: Option<Language>,
    source: Fit,
    target: Fit,
    variants: u64,
}

/// How many different tags are remembered; what has more is no memory, and its other tags are worked out each time.
const MOST_TAGS: usize = 256;

/// The tags of a file.
#[derive(Debug)]
pub(super) struct Languages {
    source: Language,
    target: Language,
    tags: Vec<Tag>,
}

/// What the tag of a variant says.
#[derive(Clone, Debug)]
pub(super) struct VariantLanguage {
    /// The language, when it is a wanted one.
    pub(super) language: Option<Language>,
    pub(super) source: Fit,
    pub(super) target: Fit,
}

impl Languages {
    pub(super) fn new(source: &Language, target: &Language) -> Self {
        Self { source: source.clone(), target: target.clone(), tags: Vec::new() }
    }

    /// The tags met so far, as first written, with the number of variants that have them.
    pub(super) fn met(&self) -> impl Iterator<Item = (&str, u64)> {
        self.tags.iter().map(|tag| (tag.written.as_str(), tag.variants))
    }

    /// What the tag of a variant says.
    pub(super) fn of(&mut self, written: &str) -> VariantLanguage {
        let known = self.tags.iter().position(|tag| tag.written == written);
        let tag = match known {
            Some(index) => &mut self.tags[index],
            None if self.tags.len() < MOST_TAGS => {
                self.tags.push(self.tag(written));
                self.tags.last_mut().expect("just pushed")
            }
            None => return self.tag(written).variant(),
        };
        tag.variants += 1;
        tag.variant()
    }

    fn tag(&self, written: &str) -> Tag {
        let (source, target) = (fit(written, &self.source), fit(written, &self.target));
        let wanted = match (source, target) {
            (Fit::Other, Fit::Other) => None,
            (Fit::Other, _) => Some(&self.target),
            _ => Some(&self.source),
        };
        // A region like the `01` of `AR-01` is none of Unicode's; the language before it is.
        let language = wanted.map(|wanted| {
            let primary = || primary(written).parse().ok();
            written.parse().ok().or_else(primary).unwrap_or_else(|| wanted.clone())
        });
        Tag { written: written.to_owned(), language, source, target, variants: 0 }
    }
}

impl Tag {
    fn variant(&self) -> VariantLanguage {
        VariantLanguage { language: self.language.clone(), source: self.source, target: self.target }
    }
}

fn primary(tag: &str) -> &str {
    tag.trim().split(['-', '_']).next().unwrap_or_default()
}

fn fit(written: &str, wanted: &Language) -> Fit {
    if written.trim().replace('_', "-").eq_ignore_ascii_case(&wanted.to_string()) {
        Fit::Exact
    } else if primary(written).eq_ignore_ascii_case(wanted.primary()) {
        Fit::Primary
    } else {
        Fit::Other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_fit_by_their_language_and_best_by_all_of_it() {
        let (ar, en) = ("ar".parse().unwrap(), "en-US".parse().unwrap());
        let mut languages = Languages::new(&ar, &en);
        for (tag, source, target, language) in [
            ("ar", Fit::Exact, Fit::Other, Some("ar")),
            ("AR", Fit::Exact, Fit::Other, Some("ar")),
            ("ar-EG", Fit::Primary, Fit::Other, Some("ar-EG")),
            ("AR-01", Fit::Primary, Fit::Other, Some("ar")),
            ("en_us", Fit::Other, Fit::Exact, Some("en-US")),
            ("en", Fit::Other, Fit::Primary, Some("en")),
            ("arz", Fit::Other, Fit::Other, None),
            ("", Fit::Other, Fit::Other, None),
        ] {
            let variant = languages.of(tag);
            assert_eq!((variant.source, variant.target), (source, target), "{tag}");
            assert_eq!(variant.language.map(|l| l.to_string()).as_deref(), language, "{tag}");
        }
        languages.of("ar");
        assert_eq!(languages.met().next(), Some(("ar", 2)));
        for number in 0..1000 {
            languages.of(&format!("x{number}"));
        }
        assert_eq!(languages.met().count(), MOST_TAGS);
        assert_eq!(languages.of("EN-us").target, Fit::Exact, "beyond the remembered tags");
    }
}
