//! Checks of a target against its source. Each check is a line of [`CHECKS`]; the table in `catalogue` is all that knows them. Findings hold
//! spans and messages, no sentences. Nothing here stores, waives or mends anything.

mod bounds;
mod capitals;
mod catalogue;
mod comparison;
mod consistency;
mod dates;
mod document;
mod encoding;
mod gender;
mod identifiers;
mod issuers;
mod labels;
mod lengths;
mod markup;
mod measures;
mod names;
mod negation;
mod numbers;
mod pair;
mod places;
mod punctuation;
mod quotations;
mod religion;
mod segments;
mod speakers;
mod structure;
mod style;
mod swapped;
mod terms;
mod titles;
mod weekdays;

use std::ops::Range;

use crate::model::{CheckScope, Content, Finding, Language, ParagraphKind, Profile};
use crate::terminology::Termbase;
use catalogue::{OF_NAMES, OF_THE_TARGET, Run};
use document::Document;
use pair::Pair;

pub use catalogue::{CHECKS, Check};
pub use lengths::{LengthPair, Lengths};

/// One source and its target.
#[derive(Clone, Copy, Debug)]
pub struct Passage<'a> {
    /// The source.
    pub source: &'a Content,
    /// The target.
    pub target: &'a Content,
    /// What it is in its article, where that is known for sure.
    pub kind: Option<ParagraphKind>,
    /// The source that the target was written against, where that is not this one.
    pub basis: Option<&'a Content>,
    /// How messages about other passages name it.
    pub place: &'a str,
    /// What of the source, and of the target, the other side lacks on purpose: byte ranges in order.
    pub set_aside: [&'a [Range<usize>]; 2],
    /// The segments of the source that have no target, those left aside that lack one on purpose: byte ranges in order.
    pub untold: &'a [Range<usize>],
    /// The score of the match of the memory that the target is to the letter, where somebody calls that translated.
    pub match_score: Option<u8>,
}

impl<'a> Passage<'a> {
    /// Two texts of which nothing else is known.
    #[must_use]
    pub const fn plain(source: &'a Content, target: &'a Content, place: &'a str) -> Self {
        Self { source, target, kind: None, basis: None, place, set_aside: [&[]; 2], untold: &[], match_score: None }
    }

    fn with(&self, texts: Option<&'a [Content; 2]>) -> Self {
        texts.map_or(*self, |[source, target]| Self { source, target, ..*self })
    }

    fn has_set_aside(&self) -> bool {
        self.set_aside.iter().any(|ranges| !ranges.is_empty())
    }

    /// Both texts with blanks for what the other side lacks on purpose: there is nothing to compare it with. What stands
    /// elsewhere keeps its place.
    fn compared(&self) -> [Content; 2] {
        [self.source.blanked(self.set_aside[0]), self.target.blanked(self.set_aside[1])]
    }
}

/// What checks ask beside the texts.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The language of the source.
    pub source: &'a Language,
    /// The language of the target.
    pub target: &'a Language,
    /// The house style.
    pub profile: Profile,
    /// The termbase and the name authority, where there are any.
    pub termbase: Option<&'a Termbase>,
    /// How long targets are beside their sources.
    pub lengths: Lengths,
}

/// A finding, and in which of several passages.
#[derive(Clone, Debug, PartialEq)]
pub struct Located {
    /// The index of the passage.
    pub passage: usize,
    /// What was found there.
    pub finding: Finding,
}

/// Checks that do not read the languages: what they compare is written alike in all.
const LANGUAGE_FREE: &[&str] = &["id.url", "id.email", "id.placeholder", "num.iban", "seg.empty", "cons.same-source"];

impl Check {
    /// Whether it knows the languages of the texts.
    fn speaks(&self, context: &Context<'_>) -> bool {
        let arabic_to_english = context.source.is("ar") && context.target.is("en");
        arabic_to_english || LANGUAGE_FREE.contains(&self.id)
    }
}

/// What the wanted checks of one passage find, in the order of the table.
///
/// Time grows with the length of both texts, and with the square of the dates and clock times that disagree.
#[must_use]
pub fn check_passage(passage: &Passage<'_>, context: &Context<'_>, wanted: impl Fn(&Check) -> bool) -> Vec<Finding> {
    let wanted = |check: &Check| check.scope == CheckScope::Segment && wanted(check);
    examine(passage, context, wanted).findings
}

/// What was found in one passage, and read in it for the checks of the whole article.
#[derive(Debug, Default)]
pub struct Examined {
    /// What the checks of passages found, in the order of the table.
    pub findings: Vec<Finding>,
    /// What [`check_article`] asks.
    pub notes: Notes,
}

/// What checks of an article ask of each of its passages. Passages know nothing of each other, so that they can be read on several
/// processors at once.
#[derive(Clone, Debug, Default)]
pub struct Notes(names::Names);

/// What the wanted checks of one passage find; and what the wanted ones of the whole article will ask of it.
#[must_use]
pub fn examine(passage: &Passage<'_>, context: &Context<'_>, wanted: impl Fn(&Check) -> bool) -> Examined {
    let [source, target] = if passage.has_set_aside() { passage.compared() } else { Default::default() };
    let compared = passage.has_set_aside().then_some(Passage { source: &source, target: &target, ..*passage });
    let whole = Pair::new(passage, context);
    let compared = compared.as_ref().map(|passage| Pair::new(passage, context));
    let compared = compared.as_ref().unwrap_or(&whole);
    let mut examined = Examined::default();
    let mut asks_names = false;
    for check in CHECKS.iter().filter(|check| wanted(check) && check.speaks(context)) {
        match check.run {
            Run::Pair(run) if OF_THE_TARGET.contains(&check.id) => examined.findings.extend(run(&whole)),
            Run::Pair(run) => examined.findings.extend(run(compared)),
            Run::Document(_) => asks_names |= OF_NAMES.contains(&check.id),
        }
    }
    if asks_names {
        examined.notes = Notes(names::Names::of(compared));
    }
    examined
}

/// What the wanted checks of whole articles find in the passages of one, in order, each with the notes that [`examine`] made of it
/// while the same checks were wanted. Findings come in the order of the table.
#[must_use]
pub fn check_article(
    passages: Vec<(Passage<'_>, Notes)>,
    context: &Context<'_>,
    wanted: impl Fn(&Check) -> bool,
) -> Vec<Located> {
    let (passages, names): (Vec<_>, Vec<_>) =
        passages.into_iter().map(|(passage, Notes(names))| (passage, names)).unzip();
    check_passages(&passages, (&names, &[]), CheckScope::Document, context, wanted)
}

/// A passage, and how many with the same texts it stands for.
pub type PassageCount<'a> = (Passage<'a>, usize);

/// What the wanted checks of whole desks find in passages that share a source or a target, in the order of the table.
#[must_use]
pub fn check_alike(
    passages: &[PassageCount<'_>],
    context: &Context<'_>,
    wanted: impl Fn(&Check) -> bool,
) -> Vec<Located> {
    let (passages, times): (Vec<Passage<'_>>, Vec<usize>) = passages.iter().copied().unzip();
    check_passages(&passages, (&[], &times), CheckScope::Project, context, wanted)
}

fn check_passages(
    passages: &[Passage<'_>],
    (names, times): (&[names::Names], &[usize]),
    scope: CheckScope,
    context: &Context<'_>,
    wanted: impl Fn(&Check) -> bool,
) -> Vec<Located> {
    let texts: Vec<Option<[Content; 2]>> =
        passages.iter().map(|passage| passage.has_set_aside().then(|| passage.compared())).collect();
    let passages: &[Passage<'_>] =
        &passages.iter().zip(&texts).map(|(passage, texts)| passage.with(texts.as_ref())).collect::<Vec<_>>();
    let document = Document { passages, profile: context.profile, termbase: context.termbase, names, times };
    let mut findings = Vec::new();
    for check in CHECKS.iter().filter(|check| check.scope == scope && wanted(check) && check.speaks(context)) {
        if let Run::Document(run) = check.run {
            findings.extend(run(&document));
        }
    }
    findings
}

/// What the wanted checks find in two whole texts, in the order of the table. Checks that want an article, or a desk, take the
/// texts for one when blank lines part both into equally many paragraphs.
#[must_use]
pub fn check_texts(
    (source, target): (&str, &str),
    context: &Context<'_>,
    wanted: impl Fn(&Check) -> bool,
) -> Vec<Finding> {
    let whole = (Content::plain(source), Content::plain(target));
    let passage = Passage::plain(&whole.0, &whole.1, "1");
    let mut findings = check_passage(&passage, context, &wanted);
    let (sources, targets) = (document::paragraphs(source), document::paragraphs(target));
    if sources.len() == targets.len() {
        let contents: Vec<(Content, Content, String)> = (sources.iter().zip(&targets).zip(1..))
            .map(|((s, t), n)| (Content::plain(&source[s.clone()]), Content::plain(&target[t.clone()]), n.to_string()))
            .collect();
        let passages: Vec<Passage<'_>> =
            contents.iter().map(|(source, target, place)| Passage::plain(source, target, place)).collect();
        let whole = |check: &Check| check.scope == CheckScope::Document && wanted(check);
        let examined = passages.iter().map(|passage| (*passage, examine(passage, context, whole).notes)).collect();
        let found = check_article(examined, context, &wanted).into_iter();
        let alike: Vec<PassageCount<'_>> = passages.iter().map(|passage| (*passage, 1)).collect();
        for Located { passage, mut finding } in found.chain(check_alike(&alike, context, &wanted)) {
            document::shift(&mut finding.source, sources[passage].start);
            document::shift(&mut finding.target, targets[passage].start);
            findings.push(finding);
        }
    }
    findings.sort_by_key(|finding| CHECKS.iter().position(|check| check.id == finding.check));
    findings
}

#[cfg(test)]
mod all_with_all_tests;
#[cfg(test)]
mod authority_tests;
#[cfg(test)]
mod quotation_tests;
#[cfg(test)]
mod sample_tests;
#[cfg(test)]
mod tests;
