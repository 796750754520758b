//! What a look-up finds is what an exhaustive comparison finds, whatever the runs.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::convert::Infallible;
use std::ops::{ControlFlow, RangeInclusive};
use std::rc::Rc;

use proptest::prelude::*;

use super::index::{
    Block, BlockKind, NewUnit, Part, Run, RunBuilder, RunReader, Side, StemId, Successors, WordId, merge,
};
use super::kin::KinEntry;
use super::phrase::{PhraseWord, holds_in_order, units_with_all};
use super::score::distance;
use super::search::{BlockReader, Hit, Index, IndexReader, Memo, Query, Request, VisitBlock, search, with_hash};
use super::tail::{self, Tail};
use super::words::{compared_words, is_number, stem};

type Shelved = BTreeMap<(BlockKind, i64), Rc<[u8]>>;

/// An index in memory.
#[derive(Default)]
struct Shelf {
    blocks: RefCell<Shelved>,
    words: HashMap<String, (WordId, StemId)>,
    texts: HashMap<WordId, Rc<str>>,
    stems: HashMap<String, StemId>,
    kin: HashMap<u32, Vec<u8>>,
    runs: Vec<Run>,
    tail: Tail,
}

impl Shelf {
    fn word(&mut self, text: &str) -> (WordId, StemId) {
        if let Some(known) = self.words.get(text) {
            return *known;
        }
        let next = self.stems.len() as StemId;
        let stem = *self.stems.entry(stem(text)).or_insert(next);
        let id = (self.words.len() as WordId) << 1 | WordId::from(is_number(text));
        self.words.insert(text.to_owned(), (id, stem));
        self.texts.insert(id, text.into());
        for entry in KinEntry::of(text, id, stem) {
            entry.write(self.kin.entry(entry.bucket).or_default());
        }
        (id, stem)
    }

    fn put(&self, block: Block) -> Result<(), Infallible> {
        let old = self.blocks.borrow_mut().insert((block.kind, block.key), block.data.into());
        assert!(old.is_none(), "a key is given once");
        Ok(())
    }

    /// Adds a run; the key of a unit is its number in order, from `first`. Its target has the stems of its source but for the first
    /// word's.
    fn add(&mut self, sources: &[String], first: i64) {
        let mut builder = RunBuilder::default();
        for (source, key) in sources.iter().zip(first..) {
            let words: Vec<(WordId, StemId)> = compared_words(source).iter().map(|word| self.word(word)).collect();
            let ids: Vec<WordId> = words.iter().map(|(id, _)| *id).collect();
            builder.add(key, hash(source), ids.into_iter(), target_of(&words).into_iter());
        }
        let stems: HashMap<WordId, StemId> = self.words.values().copied().collect();
        let number = self.runs.len() as u32;
        let Ok(run) = builder.finish(number, |word| stems[&word], |block| self.put(block));
        self.runs.push(run);
    }

    /// Adds units to the tail.
    fn append(&mut self, sources: &[String], first: i64) {
        for (source, key) in sources.iter().zip(first..) {
            let words: Vec<(WordId, StemId)> = compared_words(source).iter().map(|word| self.word(word)).collect();
            let ids: Vec<WordId> = words.iter().map(|(id, _)| *id).collect();
            let mut block = Vec::new();
            tail::append(&mut block, &NewUnit { key, source: &ids, target: &target_of(&words), hash: hash(source) });
            self.tail.read(&block);
        }
    }

    fn index(&self) -> Index<'_> {
        Index { runs: &self.runs, tail: &self.tail }
    }

    fn merged(mut self) -> Self {
        let parts: Vec<Part<'_, Infallible>> = self.runs.iter().map(|run| Part { run, blocks: &self }).collect();
        let Ok(run) = merge(&parts, self.runs.len() as u32, |block| self.put(block));
        self.runs = vec![run];
        self
    }

    fn found(&self, text: &str, percent: u8, limit: usize) -> Vec<(u8, i64)> {
        let mut memo = Memo::default();
        let mut found = || -> Vec<(u8, i64)> {
            let Ok(query) = Query::new(self, &compared_words(text), &mut memo);
            let request = Request { percent, limit };
            let Ok(hits) = search(self, self.index(), &query, request, &mut memo, &mut |_, percent| Ok(Some(percent)));
            hits.iter().map(|Hit { percent, unit, .. }| (*percent, *unit)).collect()
        };
        let (first, again) = (found(), found());
        assert_eq!(first, again, "what is kept changes nothing");
        first
    }
}

fn target_of(source: &[(WordId, StemId)]) -> Vec<StemId> {
    source.iter().skip(1).map(|(_, stem)| *stem).collect()
}

fn hash(text: &str) -> u64 {
    text.bytes().fold(7, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x9e37_79b9_7f4a_7c15))
}

impl RunReader for Shelf {
    type Error = Infallible;

    fn blocks(&self, kind: BlockKind, keys: RangeInclusive<i64>) -> Result<Vec<(i64, Vec<u8>)>, Infallible> {
        let blocks = self.blocks.borrow();
        let range = blocks.range((kind, *keys.start())..=(kind, *keys.end()));
        Ok(range.take(2).map(|((_, key), data)| (*key, data.to_vec())).collect())
    }
}

impl BlockReader for Shelf {
    type Error = Infallible;

    fn block(&self, kind: BlockKind, key: i64) -> Result<Option<Rc<[u8]>>, Infallible> {
        Ok(self.blocks.borrow().get(&(kind, key)).cloned())
    }
}

impl IndexReader for Shelf {
    fn visit_block(&self, kind: BlockKind, key: i64, visit: &mut dyn FnMut(&[u8])) -> Result<(), Infallible> {
        self.blocks.borrow().get(&(kind, key)).into_iter().for_each(|data| visit(data));
        Ok(())
    }

    fn first_postings(&self, keys: RangeInclusive<i64>) -> Result<Option<(i64, Rc<[u8]>)>, Infallible> {
        let range = (BlockKind::Postings, *keys.start())..=(BlockKind::Postings, *keys.end());
        Ok(self.blocks.borrow().range(range).next().map(|((_, key), data)| (*key, Rc::clone(data))))
    }

    fn postings(&self, keys: RangeInclusive<i64>, visit: &mut VisitBlock<'_>) -> Result<(), Infallible> {
        let blocks = self.blocks.borrow();
        let kind = BlockKind::Postings;
        let mut within = blocks.range((kind, *keys.start())..=(kind, *keys.end())).rev();
        let _ = within.try_for_each(|((_, key), data)| visit(*key, data));
        Ok(())
    }

    fn word(&self, _: Side, text: &str) -> Result<Option<(WordId, StemId)>, Infallible> {
        Ok(self.words.get(text).copied())
    }

    fn stem(&self, _: Side, text: &str) -> Result<Option<StemId>, Infallible> {
        Ok(self.stems.get(text).copied())
    }

    fn text_of(&self, word: WordId) -> Result<Option<Rc<str>>, Infallible> {
        Ok(self.texts.get(&word).cloned())
    }

    fn kin(&self, bucket: u32) -> Result<Option<Rc<[u8]>>, Infallible> {
        Ok(self.kin.get(&bucket).map(|data| data.as_slice().into()))
    }
}

/// What a look-up must find, by comparing with every unit.
fn exhaustive(sources: &[String], text: &str, percent: u8, limit: usize) -> Vec<(u8, i64)> {
    let words = compared_words(text);
    let scored =
        sources.iter().zip(0..).map(|(source, key)| (distance(&words, &compared_words(source)).percent(), key));
    let mut found: Vec<(u8, i64)> = scored.filter(|(score, _)| *score >= percent).collect();
    found.sort_by(|a, b| b.cmp(a));
    let last = found.get(limit - 1).map_or(0, |(score, _)| *score);
    found.retain(|(score, _)| *score >= last);
    found
}

#[test]
fn what_is_not_admitted_takes_no_place_and_a_penalty_lowers_the_score() {
    let mut shelf = Shelf::default();
    let sources = ["قال الوزير نعم", "قال الوزير نعم", "قال الوزير لا"].map(str::to_owned);
    shelf.add(&sources, 0);
    let mut memo = Memo::default();
    let Ok(query) = Query::new(&shelf, &compared_words("قال الوزير نعم"), &mut memo);
    let mut admit = |unit, percent| Ok((unit > 0).then_some(if unit == 1 { percent - 30 } else { percent }));
    let request = Request { percent: 60, limit: 5 };
    let Ok(hits) = search(&shelf, shelf.index(), &query, request, &mut memo, &mut admit);
    assert_eq!(hits.iter().map(|hit| (hit.unit, hit.percent)).collect::<Vec<_>>(), [(1, 70), (2, 66)]);
}

fn word() -> impl Strategy<Value = String> {
    let known = [
        "قال",
        "الوزير",
        "وزير",
        "للوزير",
        "الحكومه",
        "حكومات",
        "مشروع",
        "مشاريع",
        "القانون",
        "قانون",
        "في",
        "من",
        "لا",
    ];
    prop_oneof![
        6 => proptest::sample::select(known.to_vec()).prop_map(str::to_owned),
        2 => "[ابتلمو]{1,5}",
        1 => "[0-9]{1,4}",
    ]
}

fn source() -> impl Strategy<Value = String> {
    proptest::collection::vec(word(), 0..12).prop_map(|words| words.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_look_up_finds_what_comparing_with_all_finds(
        sources in proptest::collection::vec(source(), 1..60),
        text in source(),
        parts in 1..4_usize,
        percent in 30..=100_u8,
        limit in 1..6_usize,
        with_tail in any::<bool>(),
    ) {
        let mut shelf = Shelf::default();
        let size = sources.len().div_ceil(parts);
        for (part, first) in sources.chunks(size).zip((0..).step_by(size)) {
            if first == 0 && with_tail { shelf.append(part, first) } else { shelf.add(part, first) }
        }
        let wanted = exhaustive(&sources, &text, percent, limit);
        prop_assert_eq!(&shelf.found(&text, percent, limit), &wanted);
        let merged = shelf.merged();
        prop_assert_eq!(&merged.found(&text, percent, limit), &wanted);
        for (source, key) in sources.iter().zip(0..) {
            let Ok(same) = with_hash(&merged, merged.index(), hash(source));
            prop_assert!(same.contains(&key));
        }
    }
}

/// Lists of all forms: of words that nearly all units have, that some have, that few have.
#[test]
fn postings_of_many_blocks_are_read_from_the_middle() {
    let mut shelf = Shelf::default();
    let common = "قال الوزير في البيان";
    let sources: Vec<String> = (0..20_000)
        .map(|i| match i % 1000 {
            7 => format!("{common} كلمه وحيده جدا هنا"),
            _ if i % 40 == 3 => format!("{common} ستدرس المشروع{}", " نعم".repeat(i % 9)),
            _ => format!("{common}{}", " نعم".repeat(i % 9)),
        })
        .collect();
    shelf.add(&sources[..7000], 0);
    shelf.add(&sources[7000..], 7000);
    let blocks = shelf.blocks.borrow().keys().filter(|(kind, _)| *kind == BlockKind::Postings).count();
    assert!(blocks > 2 * shelf.stems.len(), "some stems have several blocks");
    let texts = [
        format!("{common} كلمه وحيده جدا هناك"),
        format!("{common} ستدرس المشروع نعم نعم لا"),
        "ستدرس المشروع نعم".to_owned(),
    ];
    let merged = {
        let wanted: Vec<_> = texts.iter().map(|text| exhaustive(&sources, text, 70, 5)).collect();
        for (text, wanted) in texts.iter().zip(&wanted) {
            assert_eq!(&shelf.found(text, 70, 5), wanted);
        }
        let merged = shelf.merged();
        for (text, wanted) in texts.iter().zip(&wanted) {
            assert_eq!(&merged.found(text, 70, 5), wanted);
        }
        merged
    };
    assert_eq!(merged.found(common, 100, 5), exhaustive(&sources, common, 100, 5));
}

impl Shelf {
    /// The units that are shown for a phrase, in order of their keys.
    fn holding(&self, side: Side, phrase: &[Vec<StemId>]) -> Vec<i64> {
        let mut units = Vec::new();
        let phrase: Vec<PhraseWord> = phrase.iter().map(|stems| self.phrase_word(stems)).collect();
        let Ok(()) = units_with_all(self, self.index(), side, &phrase, &mut |candidate| {
            units.push(candidate.unit);
            Ok(ControlFlow::Continue(()))
        });
        units.sort_unstable();
        units
    }

    fn phrase_word(&self, stems: &[StemId]) -> PhraseWord {
        let sorts = match stems {
            [stem] => Successors::of_stem(*stem),
            _ => Successors::ANY,
        };
        PhraseWord { stems: stems.to_vec(), sorts }
    }

    /// Those that hold a word of one of the stems for each word of a phrase, by a look at every unit: the stems of `sources`, whose keys
    /// are their numbers.
    fn holding_by_look(&self, sources: &[String], side: Side, phrase: &[Vec<StemId>]) -> Vec<i64> {
        let skipped = usize::from(side == Side::Target);
        let holds = |source: &String| {
            let words = compared_words(source);
            let found: Vec<StemId> = words.iter().skip(skipped).map(|word| self.words[word].1).collect();
            phrase.iter().all(|stems| stems.iter().any(|stem| found.contains(stem)))
        };
        sources.iter().zip(0..).filter(|(source, _)| holds(source)).map(|(_, key)| key).collect()
    }
}

proptest! {
    #[test]
    fn a_phrase_is_found_in_every_unit_that_holds_its_words(
        sources in proptest::collection::vec(source(), 1..60),
        phrase in proptest::collection::vec(proptest::collection::vec(0..20_u32, 1..4), 1..4),
        parts in 1..4_usize,
    ) {
        let mut shelf = Shelf::default();
        let size = sources.len().div_ceil(parts);
        for (part, first) in sources.chunks(size).zip((0..).step_by(size)) {
            shelf.add(part, first);
        }
        for side in [Side::Source, Side::Target] {
            let wanted = shelf.holding_by_look(&sources, side, &phrase);
            prop_assert_eq!(shelf.holding(side, &phrase), wanted);
        }
    }
}

#[test]
fn a_phrase_is_found_where_its_lists_have_many_blocks() {
    let mut shelf = Shelf::default();
    let words = ["قال", "الوزير", "الحكومه", "مشروع", "القانون", "اليوم", "جلسه", "نعم"];
    let sources: Vec<String> = (0..30_000_u32)
        .map(|i| {
            let chosen = words.iter().zip([2, 3, 5, 7, 11, 13, 1009, 4001]).filter(|(_, step)| i % step == 0);
            let common = ["في"; 4].into_iter().take(i as usize % 5);
            std::iter::once("لا").chain(chosen.map(|(word, _)| *word)).chain(common).collect::<Vec<_>>().join(" ")
        })
        .collect();
    shelf.add(&sources[..12_000], 0);
    shelf.add(&sources[12_000..29_900], 12_000);
    shelf.add(&sources[29_900..], 29_900);
    look_for_phrases(&shelf, &sources);
    look_for_phrases(&shelf.merged(), &sources);
}

/// Of frequent words not every unit that has them is shown, but every one that has them in a row.
fn look_for_phrases(shelf: &Shelf, sources: &[String]) {
    let stems = |words: &[&str]| words.iter().map(|word| shelf.words[*word].1).collect::<Vec<_>>();
    let shown = |phrase: &[Vec<StemId>], side| {
        let (shown, with_all) = (shelf.holding(side, phrase), shelf.holding_by_look(sources, side, phrase));
        assert!(shown.iter().all(|unit| with_all.binary_search(unit).is_ok()), "{phrase:?}");
        (shown, with_all)
    };
    let backwards = [stems(&["الوزير"]), stems(&["قال"])];
    let (few, many) = shown(&backwards, Side::Source);
    assert!(few.len() * 50 < many.len(), "{} of {}", few.len(), many.len());
    for phrase in [
        vec![stems(&["قال"]), stems(&["الوزير"])],
        vec![stems(&["مشروع", "نعم"]), stems(&["في"]), stems(&["قال", "القانون"])],
        vec![stems(&["جلسه"]), stems(&["في", "قال"])],
        vec![stems(&["اليوم"]), stems(&["في"])],
        vec![stems(&["نعم", "جلسه"]), stems(&["قال"]), stems(&["الوزير"])],
    ] {
        let (of_targets, with_all) = shown(&phrase, Side::Target);
        assert!(!with_all.is_empty());
        assert_eq!(of_targets, with_all, "{phrase:?}");
        let (of_sources, _) = shown(&phrase, Side::Source);
        let in_a_row = |source: &String| {
            let stems: Vec<StemId> = compared_words(source).iter().map(|word| shelf.words[word].1).collect();
            stems.windows(phrase.len()).any(|row| row.iter().zip(&phrase).all(|(stem, of_word)| of_word.contains(stem)))
        };
        for (_, unit) in sources.iter().zip(0..).filter(|(source, _)| in_a_row(source)) {
            assert!(of_sources.binary_search(&unit).is_ok(), "{unit} {phrase:?}");
        }
    }
}

/// Asked for two words, not for their stems, the index passes over nearly all units that have these in another order, or other words
/// of the stems; and over none that has the two in a row.
#[test]
fn two_words_in_a_row_are_told_from_others_of_their_stems() {
    let mut shelf = Shelf::default();
    let sources: Vec<String> = (0..40_000_usize)
        .map(|unit| {
            let (first, second) = (["قال", "وقال", "فقال"][unit % 3], ["الوزير", "للوزير", "وزير"][unit / 3 % 3]);
            let rare = if unit % 97 == 0 { "قال الوزير" } else { "في الجلسه" };
            if unit % 2 == 0 { format!("{second} {first} {rare}") } else { format!("{first} {second} نعم") }
        })
        .collect();
    shelf.add(&sources, 0);
    let [(first, stem), (second, second_stem)] = ["قال", "الوزير"].map(|word| shelf.words[word]);
    let pair = |sorts| {
        [PhraseWord { stems: vec![stem], sorts: Successors::ANY }, PhraseWord { stems: vec![second_stem], sorts }]
    };
    let in_a_row = |source: &String| compared_words(source).windows(2).any(|pair| pair == ["قال", "الوزير"]);
    let wanted: Vec<i64> =
        sources.iter().zip(0..).filter(|(source, _)| in_a_row(source)).map(|(_, unit)| unit).collect();
    let shown = |sorts| {
        let mut shown = Vec::new();
        let Ok(()) = units_with_all(&shelf, shelf.index(), Side::Source, &pair(sorts), &mut |candidate| {
            shown.push(candidate.unit);
            Ok(ControlFlow::Continue(()))
        });
        shown.sort_unstable();
        assert!(wanted.iter().all(|unit| shown.binary_search(unit).is_ok()));
        shown.len()
    };
    let by_word = shown(Successors::of_pair(first, second, second_stem));
    assert!(by_word < wanted.len() * 3, "{by_word} of {}", wanted.len());
    let by_stem = shown(Successors::of_stem(second_stem));
    assert!(by_word * 2 < by_stem && by_stem < sources.len() * 2 / 3, "{by_stem} of {}", sources.len());
}

#[test]
fn whoever_asks_for_a_phrase_stops_when_enough_is_seen_and_the_newest_come_first() {
    let mut shelf = Shelf::default();
    let sources = ["قال نعم", "نعم قال الوزير", "لا قال نعم", "كلا قال نعم", "قال كلا"].map(str::to_owned);
    shelf.add(&sources[..2], 0);
    shelf.add(&sources[2..3], 2);
    shelf.append(&sources[3..], 3);
    let word = |text: &str| shelf.words[text];
    let phrase = [vec![word("قال").1], vec![word("نعم").1]];
    let words = [shelf.phrase_word(&phrase[0]), shelf.phrase_word(&phrase[1])];
    let mut seen = Vec::new();
    let Ok(()) = units_with_all(&shelf, shelf.index(), Side::Source, &words, &mut |candidate| {
        if holds_in_order(candidate.source, 2, |at, id| id == [word("قال").0, word("نعم").0][at]) {
            seen.push(candidate.unit);
        }
        Ok(if seen.len() == 2 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) })
    });
    assert_eq!(seen, [3, 2]);
    assert_eq!(shelf.holding(Side::Target, &phrase), [2, 3]);
    assert!(shelf.holding(Side::Source, &[]).is_empty());
    assert_eq!(shelf.holding(Side::Source, &[vec![], vec![word("قال").1]]), [3, 4], "all of the tail");
}
