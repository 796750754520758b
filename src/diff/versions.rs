//! Compares the stored source of an article with a corrected one, paragraph by paragraph. It proposes which paragraph continues
//! which and how much it changed; what follows for approvals is decided elsewhere.

use crate::model::{Change, Content};
use std::borrow::Borrow;
use std::collections::HashMap;
use std::time::{Duration, Instant};

use similar::{Algorithm, DiffableStr, capture_diff_slices_deadline};

use super::pairing::{Print, in_order, paired};
use super::risk::{Risk, capitals, is_sign};

/// A paragraph's place in the old and the new version, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    /// The place in the old version; `None` for a new paragraph.
    pub old: Option<usize>,
    /// The place in the new version; `None` for a deleted paragraph.
    pub new: Option<usize>,
    /// What changed.
    pub change: Change,
    /// Whether the paragraph left the order that most others kept.
    pub moved: bool,
}

/// The keys that paragraphs are compared by.
#[derive(Clone, Copy, Debug)]
pub struct Keys {
    /// Folds away what counts as looks: vowel signs, tatweel, letter variants, digit forms. Punctuation may remain.
    pub cosmetic: fn(&str) -> String,
}

/// Every old and every new paragraph exactly once: in the order of the new version, a deletion after the paragraph that it
/// followed. Paragraphs repeated in both versions pair up in order. Near-linear in the length of the article.
#[must_use]
pub fn compare_versions<O: Borrow<Content>, N: Borrow<Content>>(old: &[O], new: &[N], keys: &Keys) -> Vec<Match> {
    let mut ledger = Ledger::default();
    let old: Vec<Paragraph<'_>> = old.iter().map(|c| Paragraph::new(c.borrow(), keys)).collect();
    let new: Vec<Paragraph<'_>> = new.iter().map(|c| Paragraph::new(c.borrow(), keys)).collect();
    let old_prints: Vec<Print> = old.iter().map(|p| ledger.print(p)).collect();
    let new_prints: Vec<Print> = new.iter().map(|p| ledger.print(p)).collect();
    let pairs = paired(&old_prints, &new_prints);
    let kept = in_order(&pairs);
    let risk = Risk::new(keys.cosmetic);
    let matched = |place: usize| match pairs[place] {
        None => Match { old: None, new: Some(place), change: Change::New, moved: false },
        Some(before) => {
            let change = change(&old[before], &new[place], &risk, keys);
            Match { old: Some(before), new: Some(place), change, moved: !kept[place] }
        }
    };
    with_deletions((0..new.len()).map(matched), old.len())
}

/// Puts the old paragraphs that nobody continues behind the ones they followed.
fn with_deletions(matches: impl ExactSizeIterator<Item = Match>, old_len: usize) -> Vec<Match> {
    let matches: Vec<Match> = matches.collect();
    let mut deleted = vec![true; old_len];
    for old in matches.iter().filter_map(|m| m.old) {
        deleted[old] = false;
    }
    let gone = |old| Match { old: Some(old), new: None, change: Change::Deleted, moved: false };
    let mut listed = Vec::with_capacity(old_len + matches.len());
    let mut next = 0;
    let mut list_until = |listed: &mut Vec<Match>, end: usize| {
        listed.extend((next..end).filter(|old| deleted[*old]).map(gone));
        next = next.max(end);
    };
    let anchors: Vec<usize> = matches.iter().filter(|m| !m.moved).filter_map(|m| m.old).collect();
    let mut following = anchors.iter().skip(1).copied();
    list_until(&mut listed, anchors.first().copied().unwrap_or(old_len));
    for found in matches {
        listed.push(found);
        if found.old.is_some() && !found.moved {
            list_until(&mut listed, following.next().unwrap_or(old_len));
        }
    }
    listed
}

/// A paragraph with the words it is compared by.
struct Paragraph<'a> {
    content: &'a Content,
    words: Vec<String>,
}

impl<'a> Paragraph<'a> {
    fn new(content: &'a Content, keys: &Keys) -> Self {
        Self { content, words: words(&(keys.cosmetic)(content.text())) }
    }
}

/// The words and quantity signs of a folded text. A sign of minus counts to its number, other punctuation to nothing.
fn words(folded: &str) -> Vec<String> {
    let tokens = <str as DiffableStr>::tokenize_unicode_words(folded);
    let mut words = Vec::new();
    for (index, token) in tokens.iter().enumerate() {
        let begins = index < 2 || !tokens[index - 2].ends_with(char::is_alphanumeric);
        let minus =
            index > 0 && matches!(tokens[index - 1], "-" | "−") && begins && token.starts_with(char::is_numeric);
        let between_digits = || {
            let digit = |at: usize| tokens.get(at).is_some_and(|t| t.contains(char::is_numeric));
            index > 0 && digit(index - 1) && digit(index + 1) && !token.chars().all(char::is_whitespace)
        };
        if minus {
            words.push(format!("-{token}"));
        } else if token.chars().any(|c| c.is_alphanumeric() || is_sign(c)) || between_digits() {
            words.push((*token).to_owned());
        }
    }
    words
}

/// Numbers for texts and words, so that equality is cheap.
#[derive(Default)]
struct Ledger<'a> {
    exact: HashMap<&'a Content, u32>,
    cosmetic: HashMap<Vec<u32>, u32>,
    words: HashMap<String, u32>,
}

impl<'a> Ledger<'a> {
    fn print(&mut self, paragraph: &Paragraph<'a>) -> Print {
        let mut words: Vec<u32> = Vec::with_capacity(paragraph.words.len());
        for word in &paragraph.words {
            let next = self.words.len() as u32;
            words
                .push(self.words.get(word).copied().unwrap_or_else(|| *self.words.entry(word.clone()).or_insert(next)));
        }
        let next = self.exact.len() as u32;
        let exact = *self.exact.entry(paragraph.content).or_insert(next);
        let next = self.cosmetic.len() as u32;
        let cosmetic = *self.cosmetic.entry(words.clone()).or_insert(next);
        words.sort_unstable();
        Print { exact, cosmetic, words }
    }
}

/// How long the words of one pair may be compared.
const PATIENCE: Duration = Duration::from_millis(200);

fn change(old: &Paragraph<'_>, new: &Paragraph<'_>, risk: &Risk, keys: &Keys) -> Change {
    if old.content == new.content {
        return Change::Unchanged;
    }
    if old.words == new.words {
        return Change::Cosmetic;
    }
    let deadline = Instant::now().checked_add(PATIENCE);
    let (mut gone, mut come) = (Vec::new(), Vec::new());
    for op in capture_diff_slices_deadline(Algorithm::Myers, &old.words, &new.words, deadline) {
        if op.tag() != similar::DiffTag::Equal {
            gone.extend(op.old_range());
            come.extend(op.new_range());
        }
    }
    let small = (old.words.len().max(new.words.len()) / 5).max(4);
    let is_risky = |paragraph: &Paragraph<'_>, places: &[usize]| {
        let capitals = capitals(paragraph.content.text(), keys.cosmetic);
        let words: Vec<&str> = paragraph.words.iter().map(String::as_str).collect();
        places.iter().any(|&at| risk.covers(&words, at, &capitals))
    };
    if gone.len().max(come.len()) <= small && (is_risky(old, &gone) || is_risky(new, &come)) {
        Change::Numbers
    } else {
        Change::Rewritten
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::{CodeElement, CodeId, CodePart, InlineCode};

    /// A small stand-in for the project's keys: no vowel signs, no tatweel, one form of alef and of digits.
    fn folded(text: &str) -> String {
        let kept = text.chars().filter(|c| !matches!(c, '\u{64b}'..='\u{652}' | 'ـ'));
        let fold = |c| match c {
            'أ' | 'إ' | 'آ' => 'ا',
            '٠'..='٩' => char::from_digit(c as u32 - '٠' as u32, 10).unwrap(),
            '٫' => '.',
            _ => c,
        };
        kept.map(fold).collect::<String>().to_lowercase()
    }

    const KEYS: Keys = Keys { cosmetic: folded };

    fn contents(texts: &[&str]) -> Vec<Content> {
        texts.iter().copied().map(Content::plain).collect()
    }

    fn change_of(old: &str, new: &str) -> Vec<Change> {
        compare_versions(&contents(&[old]), &contents(&[new]), &KEYS).iter().map(|m| m.change).collect()
    }

    #[test]
    fn a_change_is_named_by_its_danger() {
        use Change::{Cosmetic, Deleted, New, Numbers, Rewritten, Unchanged};
        let table: &[(&str, &str, &[Change])] = &[
            ("قال المعلم: «نعم»", "قال المعلم: «نعم»", &[Unchanged]),
            ("قال المعلم: «نعم»", "قالَ المعلّم : \"نعـم\"", &[Cosmetic]),
            ("هبط الماء 2.4 متر عمّا كان", "هبط الماء ٢٫٤ متر عما كان،", &[Cosmetic]),
            ("هبط الماء ٢٫٤ متر عمّا كان", "هبط الماء ٢٤ متر عمّا كان", &[Numbers]),
            ("بلغت الحرارة 5 درجات هنا", "بلغت الحرارة -5 درجات هنا", &[Numbers]),
            ("صوّت 9 من أصل 11 عضوا", "صوّت 11 من أصل 9 عضوا", &[Numbers]),
            ("حضر خمسة وعشرون رجلًا إلى البئر", "حضر ستة وعشرون رجلًا إلى البئر", &[Numbers]),
            ("كان الماء يكفي أهل البلدة كلهم", "كان الماء لا يكفي أهل البلدة كلهم", &[Numbers]),
            ("عقد اللقاء في آذار الماضي هنا", "عقد اللقاء في نيسان الماضي هنا", &[Numbers]),
            ("وقفت سهاد المرجاني عند الباب", "وقفت سهاد الصفصافي عند الباب", &[Numbers]),
            ("We met Salma in the old town.", "We met Layla in the old town.", &[Numbers]),
            ("The well is not deep enough", "The well is deep enough", &[Numbers]),
            ("وقف مزارع على الضفة وقال لي ببساطة", "جلس مزارع على الحافة وقال لي بهدوء", &[Rewritten]),
            ("ماء يكفي الجميع", "خبز وملح وزيت", &[Deleted, New]),
            ("الكلفة ≤ ٥ ملايين وأكثر", "الكلفة ≥ ٥ ملايين وأكثر", &[Numbers]),
            ("بقلم: أ.د. نجلاء حسن", "بقلم: أ.د. نجاة حسن", &[Numbers]),
            ("النسبة 5% فقط لا غير", "النسبة 5 فقط لا غير", &[Numbers]),
        ];
        for (old, new, expected) in table {
            assert_eq!(change_of(old, new), *expected, "{old} → {new}");
        }
    }

    #[test]
    fn a_change_of_codes_alone_is_cosmetic() {
        let code = |at, part| InlineCode { at, id: CodeId(1), part, element: CodeElement::Strong };
        let codes = vec![code(0, CodePart::Open), code(6, CodePart::Close)];
        let marked = Content::new("ماء البئر".to_owned(), codes).unwrap();
        let found = compare_versions(&[Content::plain("ماء البئر")], &[marked], &KEYS);
        assert_eq!(found[0].change, Change::Cosmetic);
    }

    #[test]
    fn a_corrected_article_is_read_as_its_author_meant_it() {
        let footer = "للتبرع: رقم الحساب ٠٠١٢٣";
        let old = contents(&[
            "العنوان الأول للمقال",
            footer,
            "كان في البلدة بئر قديمة يشرب منها الناس",
            "فقرة محذوفة لا يعرفها أحد سوى صاحبها",
            "بلغ عدد الآبار ٤٠ بئرًا في الحوض كله",
            "وهذه فقرة تنتقل من مكانها إلى آخر المقال",
            footer,
        ]);
        let new = contents(&[
            "العنوان الأول للمقال",
            footer,
            "كانَ في البلدة بئرٌ قديمة، يشرب منها الناس",
            "بلغ عدد الآبار ٤١ بئرًا في الحوض كله",
            "جملة جديدة تمامًا كتبت الصباح",
            footer,
            "وهذه فقرة تنتقل من مكانها إلى آخر المقال",
        ]);
        let found = compare_versions(&old, &new, &KEYS);
        let listed: Vec<_> = found.iter().map(|m| (m.old, m.new, m.change, m.moved)).collect();
        assert_eq!(
            listed,
            [
                (Some(0), Some(0), Change::Unchanged, false),
                (Some(1), Some(1), Change::Unchanged, false),
                (Some(2), Some(2), Change::Cosmetic, false),
                (Some(3), None, Change::Deleted, false),
                (Some(4), Some(3), Change::Numbers, false),
                (None, Some(4), Change::New, false),
                (Some(6), Some(5), Change::Unchanged, true),
                (Some(5), Some(6), Change::Unchanged, false),
            ]
        );
    }

    #[test]
    fn thousands_of_paragraphs_are_compared_in_time() {
        let word = |n: u32| format!("كلمة{}", n.wrapping_mul(2_654_435_761) >> 20);
        let paragraph = |n: u32, salt: u32| {
            (0..30).map(|w| word(n * 31 + w + u32::from(w < 5) * salt)).collect::<Vec<_>>().join(" ")
        };
        let old: Vec<Content> = (0..4_000).map(|n| Content::plain(paragraph(n, 0))).collect();
        let new: Vec<Content> = (0..4_000).rev().map(|n| Content::plain(paragraph(n, 777))).collect();
        let begun = Instant::now();
        let found = compare_versions(&old, &new, &KEYS);
        assert!(found.len() >= 4_000);
        assert!(begun.elapsed() < Duration::from_secs(60), "{:?}", begun.elapsed());
    }

    fn article() -> impl Strategy<Value = Vec<Content>> {
        let paragraph = prop::collection::vec("[ابت]{1,2}|[0-9]|لا|،", 0..6).prop_map(|w| Content::plain(w.join(" ")));
        prop::collection::vec(paragraph, 0..14)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]

        #[test]
        fn every_paragraph_is_listed_once(old in article(), new in article()) {
            let found = compare_versions(&old, &new, &KEYS);
            let mut olds: Vec<usize> = found.iter().filter_map(|m| m.old).collect();
            olds.sort_unstable();
            prop_assert_eq!(olds, (0..old.len()).collect::<Vec<_>>());
            let news: Vec<usize> = found.iter().filter_map(|m| m.new).collect();
            prop_assert_eq!(news, (0..new.len()).collect::<Vec<_>>());
            for m in &found {
                prop_assert_eq!(m.change == Change::New, m.old.is_none());
                prop_assert_eq!(m.change == Change::Deleted, m.new.is_none());
            }
        }

        #[test]
        fn an_article_is_unchanged_against_itself(article in article()) {
            let found = compare_versions(&article, &article, &KEYS);
            prop_assert!(found.iter().all(|m| m.change == Change::Unchanged && !m.moved && m.old == m.new));
        }
    }
}
