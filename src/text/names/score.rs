//! Whole names: lays the parts of an Arabic name over the words of a Latin one and weighs what agrees. Titles may be left out,
//! and middle parts of long names; nothing is found in running text.

use super::known::{Entry, Renderings, Verdict, entries, verdict};
use super::letters::{arabic_characters, latin_letters};
use super::sounds::particle;
use super::spelling::{Span, Unit, likeness, push_units};
use crate::text::script::{is_arabic_letter, is_arabic_mark};

/// A longer text is no name, nor is one with a longer word.
const MOST_WORDS: usize = 16;
const LONGEST_WORD: usize = 40;

/// Latin words that one part of an Arabic name may take (ʿAbd al-Raḥmān: three).
const WIDEST_SPAN: usize = 5;

/// What a known name that is another one is worth, and a part of a long name that was left out.
const REFUSED: f32 = 0.2;
const LEFT_OUT: f32 = 0.85;

/// How likely a Latin text is a rendering of an Arabic name: 0 to 1, 0.85 the working threshold.
///
/// Exonyms and common names that differ by little are looked up first. Then the letters decide, by the conventions of English,
/// French, the learned transliterations and the countries from the Maghreb to the Gulf. Titles on either side do not count. Of
/// a name of three parts and more, parts may be missing on one side if two agree, the last among them. Every part has to agree:
/// the mean and the worst part weigh the same. Text without Arabic letters on the one side or Latin ones on the other, and text
/// of more than 16 words or with a word of more than 40 letters, gives 0.
#[must_use]
pub fn score(arabic: &str, latin: &str) -> f32 {
    let (Some(arabic), Some(latin)) = (ArabicName::of(arabic), LatinName::of(latin)) else { return 0.0 };
    arabic.score(&latin)
}

/// An Arabic name, read once to be weighed against several Latin ones.
pub struct ArabicName {
    written: String,
    entries: &'static [Entry],
    parts: Vec<Part>,
}

impl ArabicName {
    /// `None` for a text that is no Arabic name.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let parts = parts(&arabic_words(text)?);
        Some(Self { written: text.to_owned(), entries: entries(text), parts })
    }

    /// What [`score`] says of the two.
    #[must_use]
    pub fn score(&self, latin: &LatinName) -> f32 {
        match verdict(self.entries, &self.written, &latin.text) {
            Verdict::Accepted => 1.0,
            Verdict::Refused => REFUSED,
            Verdict::Unknown => Alignment::of(&self.parts, latin).score(),
        }
    }
}

/// One written word of an Arabic name.
struct Word {
    written: String,
    letters: Vec<char>,
}

/// The words of an Arabic text, marks kept beside the letters; nothing if there are none, or more than a name has.
fn arabic_words(text: &str) -> Option<Vec<Word>> {
    let mut words: Vec<Word> = Vec::new();
    let mut inside = false;
    for c in arabic_characters(text) {
        if is_arabic_mark(c) || is_arabic_letter(c) {
            if !inside {
                if words.len() == MOST_WORDS {
                    return None;
                }
                words.push(Word { written: String::new(), letters: Vec::new() });
            }
            let word = words.last_mut()?;
            word.written.push(c);
            if is_arabic_letter(c) {
                word.letters.push(c);
            }
            if word.letters.len() > LONGEST_WORD {
                return None;
            }
        }
        inside = is_arabic_mark(c) || is_arabic_letter(c);
    }
    words.retain(|word| !word.letters.is_empty());
    (!words.is_empty()).then_some(words)
}

/// A part of an Arabic name: a word, or words that make one name (عبد الله, أبو بكر, نور الدين).
struct Part {
    written: String,
    units: Vec<Unit>,
    is_title: bool,
    /// What the tables have of it.
    entries: &'static [Entry],
    /// The renderings of the last word without its article, where more than that word makes the part and it is a common name:
    /// عمار of أبو عمار, حسن of الحسن.
    bare: Option<&'static Renderings>,
}

fn parts(words: &[Word]) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let begin = at;
        let mut units = Vec::new();
        let text = |word: &Word| word.letters.iter().collect::<String>();
        while at + 1 < words.len() && particle(&text(&words[at])).is_some() {
            push_units(&words[at].letters, true, &mut units);
            at += 1;
        }
        push_units(&words[at].letters, false, &mut units);
        at += 1;
        let last = text(&words[at - 1]);
        let bare = last.strip_prefix("ال").unwrap_or(&last);
        let bare = if at > begin + 1 || bare != last { Renderings::of(bare) } else { None };
        let ends_with = |word: &Word| matches!(text(word).as_str(), "الدين" | "الله");
        if words.get(at).is_some_and(ends_with) {
            push_units(&words[at].letters, false, &mut units);
            at += 1;
        }
        let is_title = at == begin + 1 && is_arabic_title(&text(&words[begin]));
        let written: Vec<&str> = words[begin..at].iter().map(|word| word.written.as_str()).collect();
        let written = written.join(" ");
        let entries = entries(&written);
        parts.push(Part { written, units, is_title, entries, bare });
    }
    parts
}

fn is_arabic_title(word: &str) -> bool {
    matches!(
        word.strip_prefix("ال").unwrap_or(word),
        "د" | "أ"
            | "م"
            | "دكتور"
            | "دكتورة"
            | "سيد"
            | "سيدة"
            | "سيدي"
            | "شيخ"
            | "شيخة"
            | "أستاذ"
            | "أستاذة"
            | "ملك"
            | "ملكة"
            | "أمير"
            | "أميرة"
            | "رئيس"
            | "حاج"
            | "حاجة"
            | "إمام"
            | "مهندس"
            | "لواء"
            | "عميد"
            | "جنرال"
            | "فريق"
            | "سلطان"
            | "خليفة"
            | "قاضي"
            | "مولاي"
            | "آية"
    )
}

fn is_latin_title(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "dr"
            | "doctor"
            | "mr"
            | "mrs"
            | "ms"
            | "prof"
            | "professor"
            | "sheikh"
            | "shaykh"
            | "sheik"
            | "shaikh"
            | "cheikh"
            | "king"
            | "queen"
            | "prince"
            | "princess"
            | "president"
            | "emir"
            | "amir"
            | "sultan"
            | "caliph"
            | "imam"
            | "hajj"
            | "haj"
            | "hadj"
            | "hajji"
            | "sayyid"
            | "sayyed"
            | "sayed"
            | "sidi"
            | "moulay"
            | "mulay"
            | "general"
            | "gen"
            | "sir"
            | "judge"
            | "qadi"
            | "eng"
    )
}

/// A Latin name, read once to be weighed against several Arabic ones: the letters of its words without spaces, and where each
/// begins.
pub struct LatinName {
    text: String,
    letters: Vec<u8>,
    begins: Vec<bool>,
    /// Where each word begins, and the end.
    bounds: Vec<usize>,
}

impl LatinName {
    /// `None` for a text that is no Latin name.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let text: String = latin_letters(text).take(MOST_WORDS * (LONGEST_WORD + 8)).collect();
        let (mut letters, mut begins, mut bounds) = (Vec::new(), Vec::new(), vec![0]);
        for word in text.split_ascii_whitespace() {
            if word.len() > LONGEST_WORD || bounds.len() > MOST_WORDS {
                return None;
            }
            letters.extend(word.bytes());
            begins.extend((0..word.len()).map(|place| place == 0));
            bounds.push(letters.len());
        }
        (!letters.is_empty()).then_some(Self { text, letters, begins, bounds })
    }

    fn len(&self) -> usize {
        self.bounds.len() - 1
    }

    fn span(&self, from: usize, to: usize) -> Span<'_> {
        let range = self.bounds[from]..self.bounds[to];
        Span { letters: &self.letters[range.clone()], begins: &self.begins[range] }
    }

    fn word(&self, index: usize) -> &str {
        std::str::from_utf8(self.span(index, index + 1).letters).unwrap_or_default()
    }
}

/// How the ends of two names lie over each other.
#[derive(Clone, Copy, Debug)]
struct Tail {
    sum: f32,
    worst: f32,
    matched: u8,
    arabic_left_out: u8,
    latin_left_out: u8,
    articles: u8,
}

impl Tail {
    const EMPTY: Self = Self { sum: 0.0, worst: 1.0, matched: 0, arabic_left_out: 0, latin_left_out: 0, articles: 0 };

    fn with_match(self, likeness: f32) -> Self {
        Self { sum: self.sum + likeness, worst: self.worst.min(likeness), matched: self.matched + 1, ..self }
    }

    /// Half the mean and half the worst of the parts, as long as what was left out may be.
    fn value(&self) -> f32 {
        let left_out = f32::from(self.arabic_left_out + self.latin_left_out);
        if self.matched == 0 {
            return 0.0;
        }
        let mean = (self.sum + LEFT_OUT * left_out) / (f32::from(self.matched) + left_out);
        0.5 * mean + 0.5 * self.worst - 0.02 * f32::from(self.articles)
    }
}

/// Finds the best way to lay the parts of an Arabic name over the words of a Latin one, in order.
struct Alignment<'a> {
    parts: &'a [Part],
    latin: &'a LatinName,
    /// The best tail from each pair of places, filled from the end.
    tails: Vec<Option<Tail>>,
    cells: Vec<[f32; 2]>,
}

impl<'a> Alignment<'a> {
    fn of(parts: &'a [Part], latin: &'a LatinName) -> Self {
        let tails = vec![None; (parts.len() + 1) * (latin.len() + 1)];
        let mut alignment = Self { parts, latin, tails, cells: Vec::new() };
        for i in (0..=parts.len()).rev() {
            for j in (0..=latin.len()).rev() {
                let place = alignment.place(i, j);
                alignment.tails[place] = alignment.best_tail(i, j);
            }
        }
        alignment
    }

    fn score(&self) -> f32 {
        let Some(tail) = self.tails[0] else { return 0.0 };
        let left_out = tail.arabic_left_out.max(tail.latin_left_out) > 0;
        // One name of two says who is meant to those who know, and no more.
        let value = if left_out && tail.matched < 2 { 0.6 * tail.value() } else { tail.value() };
        value.clamp(0.0, 1.0)
    }

    const fn place(&self, i: usize, j: usize) -> usize {
        i * self.latin.bounds.len() + j
    }

    fn best_tail(&mut self, i: usize, j: usize) -> Option<Tail> {
        if i == self.parts.len() && j == self.latin.len() {
            return Some(Tail::EMPTY);
        }
        let mut best: Option<Tail> = None;
        let mut offer = |tail: Option<Tail>| {
            if let Some(tail) = tail
                && best.is_none_or(|best| tail.value() > best.value())
            {
                best = Some(tail);
            }
        };
        if i < self.parts.len() {
            for words in 1..=WIDEST_SPAN.min(self.latin.len() - j) {
                offer(self.matched(i, 1, j, words));
            }
            for parts in 2..=3.min(self.parts.len() - i) {
                if j < self.latin.len() {
                    offer(self.matched(i, parts, j, 1));
                }
            }
            offer(self.without_part(i, j));
        }
        if j < self.latin.len() {
            offer(self.without_word(i, j));
        }
        best
    }

    /// The parts from `i` laid over the words from `j`.
    fn matched(&mut self, i: usize, parts: usize, j: usize, words: usize) -> Option<Tail> {
        let rest = self.tails[self.place(i + parts, j + words)]?;
        let span = self.latin.span(j, j + words);
        let [first, others @ ..] = &self.parts[i..i + parts] else { return None };
        if others.is_empty() {
            let latin = std::str::from_utf8(span.letters).unwrap_or_default();
            return Some(rest.with_match(match verdict(first.entries, &first.written, latin) {
                Verdict::Accepted => 1.0,
                Verdict::Refused => REFUSED,
                Verdict::Unknown if self.is_of_another(first, j + words - 1) => REFUSED,
                Verdict::Unknown => likeness(&first.units, span, &mut self.cells),
            }));
        }
        let units: Vec<Unit> = self.parts[i..i + parts].iter().flat_map(|part| part.units.iter().copied()).collect();
        Some(rest.with_match(likeness(&units, span, &mut self.cells)))
    }

    /// Whether behind its particle or article the part has one common name, and the word behind those of its own another one.
    fn is_of_another(&self, part: &Part, word: usize) -> bool {
        let Some(bare) = part.bare else { return false };
        let word = self.latin.word(word);
        let glued = ["abdul", "abdel", "abdal", "abdoul", "al", "el"].into_iter();
        let mut names = glued.filter_map(|before| word.strip_prefix(before)).chain([word]);
        names.any(|name| bare.are_of_another(name))
    }

    /// The part left out: a title, or one that is not the last of those that agree.
    fn without_part(&self, i: usize, j: usize) -> Option<Tail> {
        let rest = self.tails[self.place(i + 1, j)]?;
        if self.parts[i].is_title {
            return Some(rest);
        }
        let may = rest.matched > 0 && rest.latin_left_out == 0;
        may.then_some(Tail { arabic_left_out: rest.arabic_left_out + 1, ..rest })
    }

    /// The word left out: a title, an article, or one that is not the last of those that agree.
    fn without_word(&self, i: usize, j: usize) -> Option<Tail> {
        let rest = self.tails[self.place(i, j + 1)]?;
        let word = self.latin.word(j);
        if is_latin_title(word) {
            return Some(rest);
        }
        if rest.matched > 0 && matches!(word, "al" | "el") {
            return Some(Tail { articles: rest.articles + 1, ..rest });
        }
        let may = rest.matched > 0 && rest.arabic_left_out == 0;
        may.then_some(Tail { latin_left_out: rest.latin_left_out + 1, ..rest })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const THRESHOLD: f32 = 0.85;

    #[track_caller]
    fn assert_same(arabic: &str, renderings: &[&str]) {
        for latin in renderings {
            assert!(score(arabic, latin) >= THRESHOLD, "{arabic} {latin} {}", score(arabic, latin));
        }
    }

    #[track_caller]
    fn assert_other(arabic: &str, renderings: &[&str]) {
        for latin in renderings {
            assert!(score(arabic, latin) < THRESHOLD, "{arabic} {latin} {}", score(arabic, latin));
        }
    }

    #[test]
    fn conventions_of_all_countries_count() {
        assert_same(
            "الشرقاوي",
            &["al-Sharqawi", "Al Sharkawy", "Cherkaoui", "El Charkaoui", "Sharqāwī", "ash-Sharqawi"],
        );
        assert_same("ثروت", &["Tharwat", "Sarwat", "Therwet"]);
        assert_same("ذكرى", &["Dhikra", "Zekra", "Thikra"]);
        assert_same("قذاف", &["Gaddaf", "Qadhdhaf", "Kaddaf"]);
        assert_same("غزالي", &["Ghazali", "Ghazzaly", "Gazali"]);
    }

    #[test]
    fn the_article_may_assimilate_stand_apart_or_be_missing() {
        assert_same("النابلسي", &["al-Nabulsi", "an-Nabulsi", "En-Naboulsi", "Ennabulsi", "Nabulsi", "El Nabulsi"]);
        assert_same("نابلسي", &["al-Nabulsi", "Nabulsi"]);
    }

    #[test]
    fn endings_are_rendered_freely_but_not_left_out() {
        assert_same("صفية", &["Safiya", "Safiyyah", "Safia", "Safiyya"]);
        assert_same("مصري", &["Masri", "Masry", "Masriy", "Masrī"]);
        assert_other("صفوة", &["Safwan"]);
        assert_other("لطيفة", &["Latif"]);
    }

    #[test]
    fn long_vowels_need_their_letter_and_letters_their_vowel() {
        assert_other("جسور", &["Jaser"]);
        assert_other("صبر", &["Sabeer", "Saboor"]);
        assert_other("فاضل", &["Fadl", "Faddal"]);
        assert_other("نصار", &["Nasser"]);
        assert_other("ندى", &["Nadia"]);
        assert_same("صبور", &["Sabour", "Sabur", "Saboor"]);
    }

    #[test]
    fn words_that_stand_before_a_name_have_their_own_renderings() {
        assert_same("عبد القادر", &["Abdul Qadir", "Abdelkader", "Abd al-Qādir", "Abdulkadir", "Abd-el-Kader"]);
        assert_same("أبو شادي", &["Abu Shadi", "Abou Chadi", "Aboo Shady"]);
        assert_same("أبي شادي", &["Abi Shadi", "Abu Shadi", "Aba Shadi"]);
        assert_same("بن يحيى", &["Ben Yahya", "bin Yahia", "ibn Yaḥyā", "Benyahia"]);
        assert_same("شمس الدين", &["Shams al-Din", "Chamseddine", "Shamsuddin", "Shams ed-Deen"]);
        assert_other("عبد القادر", &["Abdul Karim", "Kader Karim"]);
    }

    #[test]
    fn ayn_hamza_and_apostrophes_are_marks_or_vowels() {
        assert_same("شعراوي", &["Shaarawi", "Sha'rawi", "Shaʿrāwī", "Sharawi", "Chaaraoui"]);
        assert_same("رؤوف", &["Raouf", "Ra'uf", "Raʾūf", "Rauf"]);
    }

    #[test]
    fn titles_do_not_count() {
        assert_same("الدكتور شكري بلعيد", &["Chokri Belaid", "Dr. Chokri Belaid"]);
        assert_same("شكري بلعيد", &["Dr Chokri Belaid"]);
        assert_same("د. شكري بلعيد", &["Chokri Belaid"]);
        assert_same("الشيخ", &["al-Sheikh", "El Cheikh"]);
        assert_other("الشيخ", &["Dr"]);
    }

    #[test]
    fn long_names_may_lack_parts_but_not_the_last() {
        assert_same("جمال عبد الناصر حسين", &["Gamal Hussein"]);
        assert_same("محمد حسني السيد مبارك", &["Hosni Mubarak"]);
        assert_same("محمد البرادعي", &["Mohamed Mostafa ElBaradei"]);
        assert_other("محمد حسني مبارك", &["Mohamed Hosni", "Mohamed Hosni Barak", "Mubarak"]);
        assert_other("ياسر عرفات", &["Arafat", "Yasser"]);
        assert_other("عرفات", &["Yasser Arafat"]);
        assert_other("محمد أحمد علي", &["Mohammed Hassan Ali"]);
    }

    #[test]
    fn foreign_names_in_arabic_letters_are_read_back() {
        assert_same("غوتيريش", &["Guterres"]);
        assert_same("جوتيريش", &["Guterres"]);
        assert_same("ترامب", &["Trump"]);
        assert_same("فوكو", &["Foucault"]);
        assert_same("ڤيكتور", &["Victor"]);
        assert_same("بوتين", &["Putin"]);
        assert_same("تشرشل", &["Churchill"]);
        assert_same("ألكسندر", &["Alexander"]);
    }

    #[test]
    fn marks_tatweel_and_presentation_forms_change_nothing() {
        for arabic in ["عَرَفَات", "عرفـــات", "\u{200f}عرفات\u{200f}", "ﻋﺮﻓﺎت"] {
            assert_eq!(score(arabic, "Arafat").to_bits(), score("عرفات", "Arafat").to_bits(), "{arabic}");
        }
    }

    #[test]
    fn what_is_no_name_scores_nothing() {
        let long = "محمد ".repeat(17);
        let word = "م".repeat(41);
        for (arabic, latin) in
            [("", "Omar"), ("عمر", ""), ("Omar", "Omar"), ("عمر", "عمر"), (&*long, "M"), (&*word, "M")]
        {
            assert!(score(arabic, latin).abs() < f32::EPSILON, "{arabic} {latin}");
        }
        assert!(score("محمد", &"Mohamed ".repeat(17)).abs() < f32::EPSILON);
        assert!(score("محمد", &"m".repeat(100_000)).abs() < f32::EPSILON);
    }

    proptest! {
        #[test]
        fn any_two_texts_have_a_score(
            arabic in "\\PC{0,40}|[\u{0600}-\u{06ff}\u{fb50}-\u{feff} ]{0,80}|([ابتعبد] ?){0,30}",
            latin in "\\PC{0,40}|[a-zA-Zāʿḥ' -]{0,90}|(al )?([a-e]h?-?){0,30}",
        ) {
            let value = score(&arabic, &latin);
            prop_assert!((0.0..=1.0).contains(&value), "{}", value);
            prop_assert_eq!(value.to_bits(), score(&arabic, &latin).to_bits());
        }
    }
}
