//! What checks find by groups, indexes and sorted lists is what comparing all with all finds.

use std::collections::BTreeSet;
use std::ops::Range;

use proptest::prelude::*;

use super::names::{Spelt, outliers};
use super::*;
use crate::segmentation::sentences;
use crate::terminology::names::FoundName;
use crate::text::{norm, words};

fn context<'a>(ar: &'a Language, en: &'a Language) -> Context<'a> {
    let (profile, lengths) = (Profile::default(), Lengths::default());
    Context { source: ar, target: en, profile, lengths, termbase: None }
}

/// The spelling that most of a group have, of several such the one that comes first; counted anew for each.
fn usual(group: &[(usize, String)]) -> Option<(usize, String)> {
    let times = |wanted: &str| group.iter().filter(|(_, spelling)| spelling == wanted).count();
    let most = group.iter().map(|(_, spelling)| times(spelling)).max()?;
    group.iter().find(|(_, spelling)| times(spelling) == most).cloned()
}

/// The places of names whose spelling is not that of most others with the same last word, or with the same whole name.
fn outliers_by_all(spelt: &[Spelt<'_>]) -> BTreeSet<(usize, usize)> {
    let last = |text: &str| text.rsplit(' ').next().unwrap_or_default().to_owned();
    let mut found = BTreeSet::new();
    for (at, name) in spelt.iter().enumerate() {
        for whole in [false, true] {
            let key = |name: &Spelt<'_>| if whole { name.arabic.clone() } else { last(&name.arabic) };
            let own = |name: &Spelt<'_>| if whole { name.spelling.clone() } else { last(&name.spelling) };
            if whole && !name.arabic.contains(' ') {
                continue;
            }
            let alike = spelt.iter().enumerate().filter(|(_, other)| key(other) == key(name));
            let group: Vec<(usize, String)> = alike.map(|(at, other)| (at, own(other))).collect();
            let Some((model, usual)) = usual(&group) else { continue };
            let mine = own(name);
            if !mine.starts_with(&usual) && !usual.starts_with(&mine) && !found.iter().any(|(told, _)| *told == at) {
                found.insert((at, model));
            }
        }
    }
    found
}

/// The lost quotation of a source that has one, as the check finds it.
fn is_told_lost(source: &str, target: &str) -> bool {
    let (ar, en) = ("ar".parse().unwrap(), "en".parse().unwrap());
    let found = check_texts((source, target), &context(&ar, &en), |check| check.id == "punct.quotes");
    found.iter().any(|finding| finding.message.id == "finding-quotation-lost")
}

/// Whether a target has a capital inside a sentence: each word held against each sentence.
fn has_inner_capital(target: &str) -> bool {
    let en: Language = "en".parse().unwrap();
    let sentences: Vec<Range<usize>> = sentences(target, &en);
    let start = |word: &str| word.as_ptr() as usize - target.as_ptr() as usize;
    words(target).any(|word| {
        let begins = sentences.iter().rfind(|sentence| sentence.start <= start(word)).map(|sentence| sentence.start);
        let is_first = begins.is_some_and(|begin| !target[begin..start(word)].chars().any(char::is_alphabetic));
        word.starts_with(char::is_uppercase) && !is_first && norm(word) != "i"
    })
}

proptest! {
    #[test]
    fn the_outliers_of_groups_are_those_of_all(
        names in proptest::collection::vec(("(عمر )?(قذافي|عباس|حسن)", "((omar|umar) )?(gaddafi|qadhafi|gaddaf|abbas|hasan|hassan)"), 0..14),
    ) {
        let found: Vec<FoundName> = (0..names.len())
            .map(|at| FoundName { source: at..at + 1, arabic: names[at].0.clone(), target: at..at + 1 })
            .collect();
        let spelt: Vec<Spelt<'_>> = names.iter().zip(&found).enumerate().map(|(at, ((arabic, latin), name))| {
            Spelt { passage: at, name, arabic: norm(arabic), latin, spelling: latin.clone() }
        }).collect();
        let told: BTreeSet<(usize, usize)> =
            outliers(&spelt).into_iter().map(|(name, model)| (name.passage, model.passage)).collect();
        prop_assert_eq!(told, outliers_by_all(&spelt));
    }

    #[test]
    fn the_renderings_of_one_source_differ_as_all_of_them_do(pairs in proptest::collection::vec((0..3_usize, 0..3_usize), 0..12)) {
        let sources = ["جاء الرجل", "جَاءَ الرجل!", "ذهب الرجل"];
        let targets = ["The man came", "the man came.", "A man has come"];
        let contents: Vec<(Content, Content)> =
            pairs.iter().map(|(s, t)| (Content::plain(sources[*s]), Content::plain(targets[*t]))).collect();
        let passages: Vec<(Passage<'_>, usize)> =
            contents.iter().map(|(s, t)| (Passage::plain(s, t, "1"), 1)).collect();
        let (ar, en) = ("ar".parse().unwrap(), "en".parse().unwrap());
        let told = check_alike(&passages, &context(&ar, &en), |check| check.id == "cons.same-source");
        let told: BTreeSet<usize> = told.into_iter().map(|located| located.passage).collect();
        let key = |at: usize| (norm(contents[at].0.text()), norm(contents[at].1.text()));
        let is_other = |at: &usize| {
            let alike = (0..pairs.len()).filter(|other| key(*other).0 == key(*at).0);
            let group: Vec<(usize, String)> = alike.map(|other| (other, key(other).1)).collect();
            usual(&group).is_some_and(|(_, usual)| usual != key(*at).1)
        };
        prop_assert_eq!(told, (0..pairs.len()).filter(is_other).collect::<BTreeSet<_>>());
    }

    #[test]
    fn a_capital_inside_a_sentence_is_found_whichever_sentence_it_stands_in(target in "(([a-cI]|Al|the|[0-9]{1,2}|\\(A)[.?!,]{0,2} ){1,12}") {
        let told = is_told_lost("قرأ «سيرة» أمس", target.trim_end());
        prop_assert_eq!(told, !has_inner_capital(target.trim_end()), "{}", target);
    }
}
