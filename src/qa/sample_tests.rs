//! The shared sample article: clean as it is, and no careless change of it passes. Without the shared data there is nothing to change.

#[path = "../../tests/testsuite/escapes.rs"]
mod escapes;

use std::collections::BTreeSet;

use super::*;
use crate::model::{Concept, ConceptKind, Severity, Term, TermUse, Treatment};
use escapes::unescaped;

/// The paragraphs of the article, source and target.
fn sample() -> Option<Vec<(String, String)>> {
    let shared = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    if !shared.exists() {
        return None;
    }
    let paragraphs = |name: &str| -> Vec<String> {
        let text = std::fs::read_to_string(shared.join("domain/sample").join(name)).unwrap();
        text.split("\n\n").map(|paragraph| paragraph.trim().to_owned()).collect()
    };
    let (source, target) = (paragraphs("ar.txt"), paragraphs("en.txt"));
    assert_eq!(source.len(), target.len());
    Some(source.into_iter().zip(target).collect())
}

fn termbase() -> Termbase {
    let term = |tag: &str, text: &str, usage| Term::new(tag.parse().unwrap(), text, usage);
    let mut network = Concept::new(ConceptKind::Term, vec![term("ar", "WhatsApp", TermUse::Preferred)]);
    network.treatment = Treatment::Keep;
    let authority = vec![
        term("ar", "هيئة مياه الحوض", TermUse::Preferred),
        term("en", "Basin Water Authority", TermUse::Preferred),
        term("en", "River Board", TermUse::Forbidden),
    ];
    Termbase::new(vec![network, Concept::new(ConceptKind::Term, authority)])
}

/// What the wanted checks find in the paragraphs, each with the source that its target was written against.
fn findings(paragraphs: &[(String, String)], bases: &[(String, String)], only: Option<&str>) -> Vec<Finding> {
    let (ar, en, termbase) = ("ar".parse().unwrap(), "en".parse().unwrap(), termbase());
    let (profile, lengths) = (Profile::default(), Lengths::default());
    let context = Context { source: &ar, target: &en, profile, lengths, termbase: Some(&termbase) };
    let wanted = |check: &Check| only.is_none_or(|id| check.id == id);
    let contents = paragraphs.iter().zip(bases).map(|((source, target), (basis, _))| {
        let basis = (basis != source).then(|| Content::plain(basis));
        (Content::plain(source), Content::plain(target), basis)
    });
    let contents: Vec<_> = contents.collect();
    let passages = contents
        .iter()
        .map(|(source, target, basis)| Passage { basis: basis.as_ref(), ..Passage::plain(source, target, "1") });
    let (mut found, mut noted) = (Vec::new(), Vec::new());
    for passage in passages {
        let examined = examine(&passage, &context, wanted);
        found.extend(examined.findings);
        noted.push((passage, examined.notes));
    }
    found.extend(check_article(noted, &context, wanted).into_iter().map(|located| located.finding));
    found
}

#[test]
fn the_sample_article_has_no_error_and_hardly_a_warning() {
    let Some(sample) = sample() else { return };
    assert!(sample.len() > 20, "{} paragraphs", sample.len());
    let found = findings(&sample, &sample, None);
    let weighing = |severity| found.iter().filter(move |finding| finding.severity == severity);
    assert_eq!(weighing(Severity::Error).count(), 0, "{found:#?}");
    assert!(weighing(Severity::Warn).count() <= 3, "{found:#?}");
}

#[test]
fn each_careless_change_of_the_sample_article_is_caught_by_its_check() {
    let mutations = include_str!("../../tests/fixtures/checks/sample_mutations.tsv");
    let mutations: Vec<&str> = mutations.lines().filter(|line| !line.starts_with('#')).collect();
    let mutated: BTreeSet<&str> = mutations.iter().filter_map(|line| line.split('\t').next()).collect();
    let errors = CHECKS.iter().filter(|check| check.severity == Severity::Error);
    let unchanged: Vec<&str> = errors.map(|check| check.id).filter(|id| !mutated.contains(id)).collect();
    assert!(unchanged.is_empty() && mutations.len() >= 60, "{} changes, none for {unchanged:?}", mutations.len());
    let Some(sample) = sample() else { return };
    let mut missed = Vec::new();
    for line in mutations {
        let cells: Vec<String> = line.split('\t').map(unescaped).collect();
        let of_the_source = cells.len() == 5;
        let [from, to] = &cells[if of_the_source { 3..5 } else { 1..3 }] else { panic!("{line}") };
        let stands = |(source, target): &(String, String)| if of_the_source { source } else { target }.contains(from);
        let at = sample.iter().position(stands).unwrap_or_else(|| panic!("{from}"));
        let mut changed = sample.clone();
        let side = if of_the_source { &mut changed[at].0 } else { &mut changed[at].1 };
        *side = side.replace(from, to);
        if findings(&changed, &sample, Some(&cells[0])).is_empty()
            || !findings(&sample, &sample, Some(&cells[0])).is_empty()
        {
            missed.push(line);
        }
    }
    assert!(missed.is_empty(), "missed:\n{}", missed.join("\n"));
}
