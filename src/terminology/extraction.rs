//! Candidates for a termbase: phrases that texts repeat, with what renders them in the aligned translations. It only proposes what
//! stands there; a person decides.
//!
//! Phrases are ranked by C-value (Frantzi, Ananiadou, Mima 2000), which takes from a phrase the sightings that belong to longer
//! ones; one that stands inside one longer phrase alone is dropped. A rendering has to stand with the phrase more than chance has
//! it, by Dice's coefficient and the log-likelihood ratio (Dunning 1993) over the pairs in which they stand, and dictionaries or
//! letters have to tie the words of the one to those of the other; one that nothing ties is told where it stands with the phrase
//! again and again and no other comes near. Where nothing is that strong, no rendering is told.

use std::collections::HashMap;
use std::ops::Range;

use super::names::without_possessive;
use super::phrases::{Phrase, Side, Sighting, single_spaced};
use super::{Certainty, Termbase};
use crate::model::Language;

/// How many more words a rendering may have than the phrase.
const LONGER_BY: usize = 3;
/// The least Dice's coefficient of a rendering that is told.
const LEAST_DICE: f64 = 0.3;
/// The least log-likelihood ratio: one in a thousand by chance.
const LEAST_RATIO: f64 = 10.83;
/// A rendering that stands with fewer than a third of the phrase has to stand with it so often.
const USUAL_COUNT: usize = 4;
/// What a rendering has of the coefficient of the best one, at least.
const NEXT_TO_BEST: f64 = 0.6;
/// A rendering that nothing ties to the phrase is told where it stands with it so often, with so high a coefficient, and where no
/// other comes near.
const UNTIED_COUNT: usize = 3;
const UNTIED_DICE: f64 = 0.6;

/// The words of the target of a text that dictionaries and letters tie to these words of its source, in bytes.
pub type Ties<'a> = dyn Fn(usize, &Range<usize>) -> Option<Range<usize>> + 'a;

/// A text and what renders it.
#[derive(Clone, Copy, Debug)]
pub struct Bitext<'a> {
    /// The source.
    pub source: &'a str,
    /// The target; `None` where there is none.
    pub target: Option<&'a str>,
}

/// What is wanted of candidates.
#[derive(Clone, Copy)]
pub struct Wanted<'a> {
    /// How often a phrase has to stand.
    pub least: usize,
    /// How many renderings are told of each.
    pub renderings: usize,
    /// What is in the termbase already.
    pub known: &'a Termbase,
    /// What ties a phrase to its rendering.
    pub ties: &'a Ties<'a>,
}

/// A phrase that may be a term.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// The phrase as it stands most often, without the clitics before it where it stands so anywhere.
    pub text: String,
    /// How often it stands.
    pub count: usize,
    /// Its C-value.
    pub c_value: f64,
    /// In which texts, rising.
    pub places: Vec<usize>,
    /// What renders it, the likeliest first.
    pub renderings: Vec<Rendering>,
}

/// What may render a phrase.
#[derive(Clone, Debug, PartialEq)]
pub struct Rendering {
    /// The words as they stand most often.
    pub text: String,
    /// In how many pairs both stand.
    pub count: usize,
    /// Dice's coefficient: 1 where neither stands without the other.
    pub dice: f64,
    /// The log-likelihood ratio.
    pub log_likelihood: f64,
}

/// The candidates of these texts, best first. Memory grows with the words and with what is repeated.
#[must_use]
pub fn candidates(texts: &[Bitext<'_>], languages: (&Language, &Language), wanted: &Wanted<'_>) -> Vec<Candidate> {
    let sources = Side::of(texts.iter().map(|text| text.source), languages.0);
    let mut phrases = sources.phrases(wanted.least.max(2));
    phrases.retain(|phrase| phrase.c_value > 0.0);
    let mut found: Vec<(Candidate, &Phrase)> = Vec::new();
    for phrase in &phrases {
        let text = sources.shown(texts, phrase);
        if !is_known(wanted.known, &text, languages.0) {
            let mut places: Vec<usize> = phrase.sightings.iter().map(|sighting| sighting.text).collect();
            places.dedup();
            let (count, c_value) = (phrase.sightings.len(), phrase.c_value);
            found.push((Candidate { text, count, c_value, places, renderings: Vec::new() }, phrase));
        }
    }
    found.sort_by(|(a, _), (b, _)| {
        b.c_value.total_cmp(&a.c_value).then_with(|| b.count.cmp(&a.count)).then(a.text.cmp(&b.text))
    });
    let tied = found.iter().map(|(_, phrase)| {
        let tie = |sighting: &Sighting| {
            Some((sighting.text, (wanted.ties)(sighting.text, &sources.span(sighting, phrase.length))?))
        };
        phrase.sightings.iter().filter_map(tie).collect::<HashMap<usize, Range<usize>>>()
    });
    let tied: Vec<_> = tied.collect();
    let mut found: Vec<Candidate> = found.into_iter().map(|(candidate, _)| candidate).collect();
    render(texts, languages.1, wanted.renderings, &mut found, &tied);
    found
}

/// Whether the termbase has the whole phrase.
fn is_known(termbase: &Termbase, text: &str, language: &Language) -> bool {
    let found = termbase.find_within(text, language);
    found.iter().any(|one| one.certainty == Certainty::Sure && one.span == (0..text.len()))
}

/// The words of a target that are tied to a candidate, by the text.
type Tied = HashMap<usize, Range<usize>>;

/// How often a run of a target stands with a candidate, and in how many of these pairs its words are those that are tied to it.
#[derive(Clone, Copy, Default)]
struct Together {
    count: usize,
    tied: usize,
    /// How much of what is tied it has, each time between 0 and 1.
    covered: f64,
}

/// Finds what renders the candidates in the pairs in which they stand.
fn render(texts: &[Bitext<'_>], language: &Language, most: usize, candidates: &mut [Candidate], tied: &[Tied]) {
    let targets = Side::of(texts.iter().map(|text| text.target.unwrap_or_default()), language);
    let is_pair = |text: &usize| texts[*text].target.is_some();
    let pairs = (0..texts.len()).filter(is_pair).count();
    // First what stands with each candidate more than once, then how often each of that stands anywhere.
    let together: Vec<HashMap<&[u32], Together>> =
        candidates.iter().zip(tied).map(|(candidate, tied)| together(&targets, texts, candidate, tied)).collect();
    let mut totals: HashMap<&[u32], (usize, Sighting)> = HashMap::new();
    for run in together.iter().flat_map(HashMap::keys) {
        totals.entry(run).or_insert((0, Sighting { text: 0, first: 0 }));
    }
    let longest = totals.keys().map(|run| run.len()).max().unwrap_or_default();
    for text in (0..texts.len()).filter(is_pair) {
        for (run, first) in targets.runs(text, longest) {
            if let Some((count, sighting)) = totals.get_mut(run) {
                if *count == 0 {
                    *sighting = Sighting { text, first };
                }
                *count += 1;
            }
        }
    }
    for (candidate, counts) in candidates.iter_mut().zip(&together) {
        let own = candidate.places.iter().filter(|text| is_pair(text)).count();
        let words = candidate.text.split(' ').count();
        let mut found: Vec<Likely<'_>> = Vec::new();
        for (run, Together { count, tied, covered }) in counts {
            let Some((total, sighting)) = totals.get(run) else { continue };
            let dice = 2.0 * *count as f64 / (own + total) as f64;
            let is_usual = *count >= USUAL_COUNT || 3 * count >= own;
            if !is_usual || dice < LEAST_DICE {
                continue;
            }
            let log_likelihood = log_likelihood(*count, own, *total, pairs);
            // In a few texts chance alone could do no less than what stands in all of them.
            if log_likelihood >= LEAST_RATIO || *count == own && *count == *total {
                let span = targets.span(sighting, run.len());
                let text = single_spaced(&texts[sighting.text].target.unwrap_or_default()[span]);
                let text = without_possessive(&text).to_owned();
                let rendering = Rendering { text, count: *count, dice, log_likelihood };
                let longer = targets.content(run).abs_diff(words);
                found.push(Likely { rendering, run, is_tied: 2 * tied > *count, covered: *covered, longer });
            }
        }
        found.sort_by(Likely::before);
        candidate.renderings = strong(found, most, &targets);
    }
}

/// A run of the targets that stands with a candidate more than chance has it.
struct Likely<'a> {
    rendering: Rendering,
    run: &'a [u32],
    /// Whether its words are those that are tied to the candidate, in most of the pairs.
    is_tied: bool,
    covered: f64,
    /// How many more words of weight it has than the candidate, or fewer.
    longer: usize,
}

impl Likely<'_> {
    /// The order in which they are told.
    fn before(&self, other: &Self) -> std::cmp::Ordering {
        let (one, two) = (&self.rendering, &other.rendering);
        let likelier = two.dice.total_cmp(&one.dice).then(two.log_likelihood.total_cmp(&one.log_likelihood));
        let nearer = likelier.then(other.covered.total_cmp(&self.covered));
        let fitter = nearer.then(self.longer.cmp(&other.longer)).then(other.run.len().cmp(&self.run.len()));
        fitter.then(one.text.cmp(&two.text))
    }

    /// Whether nothing else comes near, so that it needs no tie.
    fn stands_alone(&self, among: &[Self], targets: &Side) -> bool {
        let is_strong = self.rendering.count >= UNTIED_COUNT && self.rendering.dice >= UNTIED_DICE;
        let is_near = |other: &Self| other.rendering.dice >= NEXT_TO_BEST * self.rendering.dice;
        is_strong && !among.iter().any(|other| !targets.share_words(self.run, other.run) && is_near(other))
    }
}

/// What stands with a candidate more than once.
fn together<'s>(
    targets: &'s Side,
    texts: &[Bitext<'_>],
    candidate: &Candidate,
    tied: &Tied,
) -> HashMap<&'s [u32], Together> {
    let longest = candidate.text.split(' ').count() + LONGER_BY;
    let mut counts: HashMap<&[u32], Together> = HashMap::new();
    for text in candidate.places.iter().copied().filter(|text| texts[*text].target.is_some()) {
        for (run, first) in targets.runs(text, longest) {
            let span = targets.span(&Sighting { text, first }, run.len());
            let together = counts.entry(run).or_default();
            together.count += 1;
            let share = tied.get(&text).map_or(0.0, |tied| share_of(&span, tied));
            together.tied += usize::from(share >= 0.5);
            together.covered += share;
        }
    }
    counts.retain(|_, together| together.count > 1);
    counts
}

/// How much of a place of a text another one has, 0 to 1.
fn share_of(one: &Range<usize>, place: &Range<usize>) -> f64 {
    let common = one.end.min(place.end).saturating_sub(one.start.max(place.start));
    common as f64 / place.len().max(1) as f64
}

/// The renderings for which enough speaks, the likeliest first: of those that are tied to the phrase, and near the best of them,
/// each that has no word of a better one; where none is tied, the one that stands alone.
fn strong(found: Vec<Likely<'_>>, most: usize, targets: &Side) -> Vec<Rendering> {
    if !found.iter().any(|likely| likely.is_tied) {
        let alone = found.first().is_some_and(|first| first.stands_alone(&found[1..], targets));
        return found.into_iter().take(usize::from(alone).min(most)).map(|likely| likely.rendering).collect();
    }
    let mut kept: Vec<Likely<'_>> = Vec::new();
    for likely in found.into_iter().filter(|likely| likely.is_tied) {
        let is_new = !kept.iter().any(|better| targets.share_words(better.run, likely.run));
        let is_near = kept.first().is_none_or(|best| likely.rendering.dice >= NEXT_TO_BEST * best.rendering.dice);
        if kept.len() < most && is_new && is_near {
            kept.push(likely);
        }
    }
    kept.into_iter().map(|likely| likely.rendering).collect()
}

/// Dunning's log-likelihood ratio of a phrase and a rendering: `both` stand in so many pairs, each in so many, of all the pairs.
fn log_likelihood(both: usize, one: usize, other: usize, all: usize) -> f64 {
    let cells = [
        (both, one, other),
        (one - both, one, all - other),
        (other - both, all - one, other),
        (all + both - one - other, all - one, all - other),
    ];
    let term = |(seen, row, column): (usize, usize, usize)| {
        let expected = row as f64 * column as f64 / all as f64;
        if seen == 0 { 0.0 } else { seen as f64 * (seen as f64 / expected).ln() }
    };
    2.0 * cells.into_iter().map(term).sum::<f64>()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Concept, ConceptKind, Term, TermUse};

    const PAIRS: [(&str, &str); 7] = [
        ("قررت اللجنة التنفيذيّة ذلك أمس.", "The Executive Committee decided so yesterday."),
        ("وعادت لجنة تنفيذية إلى النهر؛ التنفيذية وحدها تعلم.", "An executive committee came back to the river."),
        ("سألوا عن اللجنة التنفيذية في البلد.", "They asked about the Executive Committee in the country."),
        ("نقص الماء في حوض نهر السرو كثيرًا.", "Water fell sharply in the Sarw river basin."),
        ("يسكن حوض نهر السرو ناسٌ كثيرون.", "Many people live in the Sarw river basin."),
        ("ولحوض نهر السرو مجلسٌ؟", "Does the Sarw river basin have a council?"),
        ("قال الناس هذا.", "So people said."),
    ];

    fn found(least: usize, known: &Termbase) -> Vec<Candidate> {
        let texts: Vec<Bitext<'_>> =
            PAIRS.iter().map(|(source, target)| Bitext { source, target: Some(target) }).collect();
        let languages = ("ar".parse().unwrap(), "en".parse().unwrap());
        candidates(&texts, (&languages.0, &languages.1), &Wanted { least, renderings: 2, known, ties: &ties })
    }

    /// What a dictionary would tell of the words of the pairs.
    fn ties(place: usize, phrase: &Range<usize>) -> Option<Range<usize>> {
        let words =
            [("حوض", "basin"), ("نهر", "river"), ("السرو", "sarw"), ("لجن", "committee"), ("تنفيذ", "executive")];
        let (source, target) = (&PAIRS[place].0[phrase.clone()], PAIRS[place].1.to_lowercase());
        let found = words.iter().filter(|(arabic, _)| source.contains(arabic));
        let spans = found.filter_map(|(_, english)| Some((target.find(english)?, english.len())));
        spans.map(|(at, length)| at..at + length).reduce(|a, b| a.start.min(b.start)..a.end.max(b.end))
    }

    #[test]
    fn repeated_phrases_are_found_across_clitics_with_what_renders_them() {
        let found = found(3, &Termbase::default());
        let told: Vec<(&str, usize, &str)> = found
            .iter()
            .map(|one| (one.text.as_str(), one.count, one.renderings.first().map_or("", |best| best.text.as_str())))
            .collect();
        assert_eq!(told, [("حوض نهر السرو", 3, "Sarw river basin"), ("اللجنة التنفيذية", 3, "Executive Committee")]);
        assert_eq!(found[1].places, [0, 1, 2]);
        let best = &found[0].renderings[0];
        assert!((best.dice - 1.0).abs() < 1e-9 && best.count == 3 && best.log_likelihood > 5.0, "{best:?}");
    }

    /// نهر السرو stands nowhere without حوض.
    #[test]
    fn a_phrase_that_stands_in_a_longer_one_alone_is_dropped() {
        assert!(found(3, &Termbase::default()).iter().all(|one| one.text != "نهر السرو"));
    }

    #[test]
    fn what_the_termbase_has_is_left_out() {
        let language: Language = "ar".parse().unwrap();
        let term = Term::new(language, "لجنة تنفيذية", TermUse::Preferred);
        let known = Termbase::new(vec![Concept::new(ConceptKind::Term, vec![term])]);
        assert_eq!(found(3, &known).len(), 1);
    }

    #[test]
    fn no_phrase_goes_over_a_mark_or_ends_in_a_stop_word() {
        let texts = ["ضفة النهر، السهل في", "ضفة النهر. السهل في", "ضفة النهر؟ السهل في", "ضفة النهر؛ السهل في"];
        let texts: Vec<Bitext<'_>> = texts.iter().map(|source| Bitext { source, target: None }).collect();
        let languages: (Language, Language) = ("ar".parse().unwrap(), "en".parse().unwrap());
        let wanted = Wanted { least: 2, renderings: 3, known: &Termbase::default(), ties: &|_, _| None };
        let found = candidates(&texts, (&languages.0, &languages.1), &wanted);
        assert_eq!(found.iter().map(|one| one.text.as_str()).collect::<Vec<_>>(), ["ضفة النهر"]);
    }

    /// The candidates of Arabic texts without translations.
    fn phrases_of(texts: &[&str]) -> Vec<String> {
        let texts: Vec<Bitext<'_>> = texts.iter().map(|source| Bitext { source, target: None }).collect();
        let languages: (Language, Language) = ("ar".parse().unwrap(), "en".parse().unwrap());
        let wanted = Wanted { least: 2, renderings: 3, known: &Termbase::default(), ties: &|_, _| None };
        let mut found: Vec<String> =
            candidates(&texts, (&languages.0, &languages.1), &wanted).into_iter().map(|one| one.text).collect();
        found.sort();
        found
    }

    #[test]
    fn quotation_marks_of_a_phrase_are_balanced() {
        let crossing = ["قال «نظرة فاحصة» جديدة هنا", "كانت «نظرة فاحصة» جديدة أمس"];
        assert_eq!(phrases_of(&crossing), ["نظرة فاحصة"]);
        assert_eq!(
            phrases_of(&crossing.map(|text| text.replace(['«', '»'], "\"")).each_ref().map(String::as_str)),
            ["نظرة فاحصة"]
        );
        let within = ["رواية «بحر السراب» الطويلة هنا", "في رواية «بحر السراب» الطويلة أمس"];
        assert_eq!(phrases_of(&within), ["رواية «بحر السراب» الطويلة"]);
        assert_eq!(
            phrases_of(&["نظرة فاحصة” جديدة هنا", "نظرة فاحصة” جديدة أمس"]),
            ["نظرة فاحصة"],
            "nothing opened it"
        );
    }

    #[test]
    fn clauses_and_pieces_of_a_repeated_sentence_are_no_terms() {
        let whole = "عاد الرجل العجوز مساء إلى بيته القديم.";
        assert_eq!(phrases_of(&[whole, whole]), [""; 0]);
        assert_eq!(phrases_of(&["كتاب الرجل الذي نام هنا", "كتاب الرجل الذي نام أمس"]), ["كتاب الرجل"]);
        assert_eq!(phrases_of(&["في يوم السبت الماضي", "وفي يوم السبت الماضي", "ثلاث خطوات هنا", "ثلاث خطوات"]), [""; 0]);
        let office = ["زار الأمين العام المدينة", "شكر الأمين العام الحاضرين"];
        assert_eq!(phrases_of(&office), ["الأمين العام"], "العام is no year here");
    }

    #[test]
    fn a_rendering_is_told_where_words_are_tied_or_nothing_else_comes_near() {
        let texts = [
            ("جاء حوض نهر السرو، وعين الحور", "Sarw river basin and Ayn al-Hawr came"),
            ("ترك حوض نهر السرو؛ عين الحور", "He left Sarw river basin and Ayn al-Hawr"),
        ];
        let texts: Vec<Bitext<'_>> =
            texts.iter().map(|(source, target)| Bitext { source, target: Some(target) }).collect();
        let languages: (Language, Language) = ("ar".parse().unwrap(), "en".parse().unwrap());
        let told = |ties: &Ties<'_>| -> Vec<(String, Vec<String>)> {
            let wanted = Wanted { least: 2, renderings: 3, known: &Termbase::default(), ties };
            let found = candidates(&texts, (&languages.0, &languages.1), &wanted);
            let texts = |one: Candidate| one.renderings.into_iter().map(|rendering| rendering.text).collect();
            found.into_iter().map(|one| (one.text.clone(), texts(one))).collect()
        };
        assert!(
            told(&|_, _| None).iter().all(|(_, renderings)| renderings.is_empty()),
            "what stands together twice may be either"
        );
        let tied = |place: usize, phrase: &Range<usize>| {
            let target = texts[place].target?;
            let is_spring = texts[place].source[phrase.clone()].contains("عين");
            let words = if is_spring { "Hawr" } else { "Sarw river" };
            target.find(words).map(|at| at..at + words.len())
        };
        let told = told(&tied);
        let of = |phrase: &str| told.iter().find(|(text, _)| text == phrase).map(|(_, renderings)| renderings.clone());
        assert_eq!(of("حوض نهر السرو").unwrap(), ["Sarw river basin"], "{told:?}");
    }

    #[test]
    fn the_order_of_texts_does_not_change_what_is_proposed() {
        let told = |texts: &[&str]| {
            let texts: Vec<Bitext<'_>> = texts.iter().map(|source| Bitext { source, target: None }).collect();
            let languages: (Language, Language) = ("ar".parse().unwrap(), "en".parse().unwrap());
            let wanted = Wanted { least: 2, renderings: 3, known: &Termbase::default(), ties: &|_, _| None };
            let found = candidates(&texts, (&languages.0, &languages.1), &wanted);
            found.into_iter().map(|one| one.text).collect::<Vec<_>>()
        };
        let (term, one, other) = ("مبدأ الاعتماد على الذات", "دعا إلى مبدأ الاعتماد على الذات", "سار عليها");
        for texts in [[term, one, other], [term, other, one], [other, one, term]] {
            assert_eq!(told(&texts), [term], "«عليها» stands in no term, «على» may");
        }
    }

    #[test]
    fn nouns_that_are_verbs_too_are_terms_and_dates_with_the_article_are_none() {
        let texts = ["بدأ نقل السلطة", "تأخر نقل السلطة أمس", "طلب كشف الحساب", "ضاع كشف الحساب هنا"];
        let others =
            ["وصل في الساعة العاشرة تماما", "نام عند الساعة العاشرة ليلا", "هذه المرة الأولى", "كانت المرة الأولى"];
        let texts: Vec<Bitext<'_>> =
            texts.iter().chain(&others).map(|source| Bitext { source, target: None }).collect();
        let languages: (Language, Language) = ("ar".parse().unwrap(), "en".parse().unwrap());
        let wanted = Wanted { least: 2, renderings: 3, known: &Termbase::default(), ties: &|_, _| None };
        let found = candidates(&texts, (&languages.0, &languages.1), &wanted);
        let told: Vec<&str> = found.iter().map(|one| one.text.as_str()).collect();
        assert_eq!(told, ["كشف الحساب", "نقل السلطة"]);
    }

    /// The figures of the formula, by hand: a phrase of two words that stands five times, twice of them inside a longer one.
    #[test]
    fn the_c_value_takes_off_what_belongs_to_longer_phrases() {
        let texts = ["سوق النهر القديم", "سوق النهر القديم", "سوق النهر", "سوق النهر", "سوق النهر"];
        let texts: Vec<Bitext<'_>> = texts.iter().map(|source| Bitext { source, target: None }).collect();
        let languages: (Language, Language) = ("ar".parse().unwrap(), "en".parse().unwrap());
        let wanted = Wanted { least: 2, renderings: 3, known: &Termbase::default(), ties: &|_, _| None };
        let found = candidates(&texts, (&languages.0, &languages.1), &wanted);
        let told: Vec<(&str, usize)> = found.iter().map(|one| (one.text.as_str(), one.count)).collect();
        assert_eq!(told, [("سوق النهر القديم", 2), ("سوق النهر", 5)]);
        assert!((found[0].c_value - 2.0 * 3f64.log2()).abs() < 1e-9 && (found[1].c_value - 3.0).abs() < 1e-9);
    }

    #[test]
    fn the_log_likelihood_is_dunnings() {
        // 2·(10 ln(10/1) + 0 + 0 + 90 ln(90/81)) for ten pairs of a hundred in which both stand, and never one alone.
        let expected = 2.0 * (10.0 * 10f64.ln() + 90.0 * (90f64 / 81.0).ln());
        assert!((log_likelihood(10, 10, 10, 100) - expected).abs() < 1e-9);
        assert!(log_likelihood(10, 20, 50, 100).abs() < 1e-9, "as often as chance has it");
    }
}
