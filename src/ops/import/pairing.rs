//! Pairs an article with its existing translation: paragraphs first, then the sentences within each pair.
//!
//! The paragraph stays the unit of record. Several paragraphs of the translation that render one of the source become one target,
//! an empty line between them; one that renders several of the source is divided between them at its sentences. A paragraph of
//! the translation without a source becomes a paragraph of its own with an empty source, so that no sentence is lost.

use std::ops::Range;

use super::reading::Document;
use crate::alignment::{BUILT_IN, Knowledge, Lexicon, Segment, align, align_segments};
use crate::model::{AlignedBead, Bead, Content, KindGuess, Language, ParagraphKind};
use crate::segmentation::sentences;

/// What stands between two paragraphs of a translation that became one target.
pub(in crate::ops) const BETWEEN: &str = "\n\n";

/// Which block a paragraph of a pair comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// A block of the source, by its index.
    Source(usize),
    /// A block that only the translation has, by its index there.
    Added(usize),
}

/// A paragraph of a pair of articles.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Pair {
    /// Where it comes from.
    pub(super) place: Place,
    /// Its translation; `None` for what the translation leaves out.
    pub(super) target: Option<Content>,
    /// What the translation's paragraph looks like, where it is one.
    pub(super) kind: Option<KindGuess>,
    /// The segments.
    pub(super) beads: Vec<Bead>,
}

/// Pairs two articles. Every block of both is in the pairs once, in order, except that a block of the translation may be
/// divided; of its letters none is left out.
pub(super) fn pair(
    source: &Document,
    target: &Document,
    languages: &(Language, Language),
    own: &[&Lexicon],
) -> Vec<Pair> {
    let knowledge = knowledge(own);
    let pairing = Pairing { source, target, languages, knowledge: &knowledge };
    let beads = align_segments(&segments(source), &segments(target), &knowledge);
    beads.iter().flat_map(|bead| pairing.of(bead)).collect()
}

/// The built-in lexicon, and others beside it: of the user, of the desk, of the texts that come in together.
fn knowledge<'a>(own: &[&'a Lexicon]) -> Vec<Knowledge<'a>> {
    let all = std::iter::once(&*BUILT_IN).chain(own.iter().copied());
    all.map(Knowledge::of).collect()
}

/// The blocks as the aligner takes them; what one looks like is told where it is sure and not mere text.
fn segments(document: &Document) -> Vec<Segment<'_>> {
    let label = |guess: &KindGuess| (guess.is_sure() && guess.kind != ParagraphKind::Body).then(|| guess.kind.as_str());
    let blocks = document.document.blocks.iter().zip(&document.kinds);
    blocks.map(|(block, guess)| Segment { text: block.content.text(), label: label(guess) }).collect()
}

struct Pairing<'a> {
    source: &'a Document,
    target: &'a Document,
    languages: &'a (Language, Language),
    knowledge: &'a [Knowledge<'a>],
}

impl Pairing<'_> {
    fn of(&self, bead: &AlignedBead) -> Vec<Pair> {
        let targets: Vec<&Content> =
            self.target.document.blocks[bead.target.clone()].iter().map(|block| &block.content).collect();
        let sure = hundredths(bead.confidence);
        match (bead.source.len(), targets.as_slice()) {
            (_, []) => bead.source.clone().map(|index| self.left_out(index)).collect(),
            (0, _) => bead.target.clone().map(|index| self.added(index)).collect(),
            (1, [one]) => {
                vec![self.pair(bead.source.start, (*one).clone(), Some(self.target.kinds[bead.target.start]), sure)]
            }
            (1, several) => {
                vec![self.pair(bead.source.start, Content::joined(several.iter().copied(), BETWEEN), None, sure)]
            }
            (_, several) => self.divided(&bead.source, &Content::joined(several.iter().copied(), BETWEEN), sure),
        }
    }

    fn source_text(&self, index: usize) -> &str {
        self.source.document.blocks[index].content.text()
    }

    fn left_out(&self, index: usize) -> Pair {
        let beads = crate::segmentation::beads_for(self.source_text(index), "", &self.languages.0, &self.languages.1);
        Pair { place: Place::Source(index), target: None, kind: None, beads }
    }

    fn added(&self, index: usize) -> Pair {
        let target = self.target.document.blocks[index].content.clone();
        let beads = vec![Bead { source: 0..0, target: 0..target.text().len(), confidence: None }];
        Pair { place: Place::Added(index), target: Some(target), kind: Some(self.target.kinds[index]), beads }
    }

    fn pair(&self, index: usize, target: Content, kind: Option<KindGuess>, sure: u8) -> Pair {
        let languages = (&self.languages.0, &self.languages.1);
        let mut beads = aligned_sentences(self.source_text(index), target.text(), languages, self.knowledge);
        // A sentence is no surer than its paragraph.
        for bead in &mut beads {
            bead.confidence = bead.confidence.map(|confidence| confidence.min(sure));
        }
        Pair { place: Place::Source(index), target: Some(target), kind, beads }
    }

    /// One text for several paragraphs of the source, divided at its sentences. Where a code would be cut, the first paragraph
    /// takes all of it, for a person to divide.
    fn divided(&self, sources: &Range<usize>, target: &Content, sure: u8) -> Vec<Pair> {
        let cuts = self.cuts(sources, target.text());
        let parts: Option<Vec<Content>> =
            cuts.iter().map(|cut| target.slice(cut.range.clone()).map(|part| part.trimmed())).collect();
        let Some(parts) = parts else {
            let first = self.pair(sources.start, target.clone(), None, 0);
            let others = sources.clone().skip(1).map(|index| self.left_out(index));
            return std::iter::once(first).chain(others).collect();
        };
        // Where one paragraph gets nothing, its translation may well be in what another one got.
        let sure = if parts.iter().any(Content::is_empty) { 0 } else { sure };
        let part = |((index, cut), part): ((usize, &Cut), Content)| match part.is_empty() {
            true => self.left_out(index),
            false => self.pair(index, part, None, sure.min(cut.confidence)),
        };
        sources.clone().zip(&cuts).zip(parts).map(part).collect()
    }

    /// What of the target renders each of several paragraphs, and how sure it is: as sure as the least sure of its sentences.
    fn cuts(&self, sources: &Range<usize>, target: &str) -> Vec<Cut> {
        let mut owners = Vec::new();
        let mut texts = Vec::new();
        for index in sources.clone() {
            let text = self.source_text(index);
            for range in sentences(text, &self.languages.0) {
                owners.push(index - sources.start);
                texts.push(&text[range]);
            }
        }
        let ranges = sentences(target, &self.languages.1);
        let targets: Vec<&str> = ranges.iter().map(|range| &target[range.clone()]).collect();
        let mut cuts = vec![Cut { range: 0..0, confidence: 100 }; sources.len()];
        let mut owner = 0;
        for bead in align(&texts, &targets, self.knowledge) {
            owner = bead.source.clone().next().map_or(owner, |first| owners[first]);
            let cut = &mut cuts[owner];
            cut.confidence = cut.confidence.min(hundredths(bead.confidence));
            if let Some(last) = bead.target.end.checked_sub(1) {
                cut.range.end = ranges[last].end;
            }
        }
        let mut at = 0;
        for cut in &mut cuts {
            cut.range = at..cut.range.end.max(at);
            at = cut.range.end;
        }
        cuts
    }
}

/// A part of a translation that goes to one paragraph.
#[derive(Clone, Debug)]
struct Cut {
    range: Range<usize>,
    confidence: u8,
}

/// The sentences of a paragraph and of its translation, aligned; without a translation one segment for each sentence.
pub(in crate::ops) fn sentence_beads(
    source: &str,
    target: &str,
    languages: (&Language, &Language),
    own: &[&Lexicon],
) -> Vec<Bead> {
    aligned_sentences(source, target, languages, &knowledge(own))
}

fn aligned_sentences(
    source: &str,
    target: &str,
    languages: (&Language, &Language),
    knowledge: &[Knowledge<'_>],
) -> Vec<Bead> {
    if target.is_empty() || source.is_empty() {
        return crate::segmentation::beads_for(source, target, languages.0, languages.1);
    }
    let (sources, targets) = (sentences(source, languages.0), sentences(target, languages.1));
    if let ([_], [_]) = (sources.as_slice(), targets.as_slice()) {
        // One sentence on each side: whoever put the paragraphs together has put these together.
        return vec![Bead { source: 0..source.len(), target: 0..target.len(), confidence: Some(100) }];
    }
    let texts = |text: &str, ranges: &[Range<usize>]| -> Vec<String> {
        ranges.iter().map(|range| text[range.clone()].to_owned()).collect()
    };
    let end = |ranges: &[Range<usize>], upto: usize| upto.checked_sub(1).map_or(0, |last| ranges[last].end);
    let mut at = (0, 0);
    let bead = |found: AlignedBead| {
        let ends = (end(&sources, found.source.end), end(&targets, found.target.end));
        let confidence = Some(hundredths(found.confidence));
        let bead = Bead { source: at.0..ends.0, target: at.1..ends.1, confidence };
        at = ends;
        bead
    };
    align(&texts(source, &sources), &texts(target, &targets), knowledge).into_iter().map(bead).collect()
}

/// A chance in hundredths, rounded down.
fn hundredths(chance: f32) -> u8 {
    (chance.clamp(0.0, 1.0) * 100.0) as u8
}

#[cfg(test)]
mod tests {
    use super::super::{Input, ReadOptions};
    use super::*;
    use crate::model::SourceSide;

    const ARABIC: &str =
        "وصل الوزير إلى العاصمة يوم الأحد.\n\nسأل الصحفيون عن المستشفى الجديد.\n\nانتهى المؤتمر في المساء.";

    /// What becomes of one paragraph of English that is to render the three above.
    fn divided(english: &str) -> Vec<Pair> {
        let languages: (Language, Language) = ("ar".parse().unwrap(), "en".parse().unwrap());
        let read = |text: &str, language: &Language, side: SourceSide| {
            let input = Input::Bytes { name: "a.txt".to_owned(), bytes: text.as_bytes().to_vec() };
            input.read(&ReadOptions::default(), language, side).unwrap()
        };
        let source = read(ARABIC, &languages.0, SourceSide::Source);
        let target = read(english, &languages.1, SourceSide::Target);
        let knowledge = knowledge(&[]);
        let pairing = Pairing { source: &source, target: &target, languages: &languages, knowledge: &knowledge };
        pairing.of(&AlignedBead { source: 0..3, target: 0..1, confidence: 0.99 })
    }

    fn doubtful(pairs: &[Pair]) -> Vec<Option<bool>> {
        let doubted = |pair: &Pair| pair.beads.iter().any(Bead::is_doubtful);
        pairs.iter().map(|pair| pair.target.as_ref().map(|_| doubted(pair))).collect()
    }

    #[test]
    fn where_one_paragraph_gets_nothing_every_part_of_the_divided_translation_is_doubted() {
        let all = "The minister arrived in the capital on Sunday. Journalists asked about the new hospital. \
            The conference ended in the evening.";
        assert_eq!(doubtful(&divided(all)), [Some(false); 3]);
        let two = "The minister arrived in the capital on Sunday. The conference ended in the evening.";
        assert_eq!(doubtful(&divided(two)), [Some(true), None, Some(true)]);
    }
}
