//! Checks of what religion asks for: Qur'anic quotations keep their marks and their reference, formulas are treated as the
//! house does.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::LazyLock;

use super::pair::Pair;
use crate::model::{Finding, HonorificStyle, Message, Severity};
use crate::text::{fold_digits, norm, words};

/// The suras in order.
const SURAS: &str = "الفاتحة|البقرة|آل عمران|النساء|المائدة|الأنعام|الأعراف|الأنفال|التوبة|يونس|هود|يوسف|الرعد|إبراهيم|الحجر|النحل|الإسراء|\
    الكهف|مريم|طه|الأنبياء|الحج|المؤمنون|النور|الفرقان|الشعراء|النمل|القصص|العنكبوت|الروم|لقمان|السجدة|الأحزاب|سبأ|فاطر|يس|الصافات|ص|الزمر|غافر|\
    فصلت|الشورى|الزخرف|الدخان|الجاثية|الأحقاف|محمد|الفتح|الحجرات|ق|الذاريات|الطور|النجم|القمر|الرحمن|الواقعة|الحديد|المجادلة|الحشر|الممتحنة|\
    الصف|الجمعة|المنافقون|التغابن|الطلاق|التحريم|الملك|القلم|الحاقة|المعارج|نوح|الجن|المزمل|المدثر|القيامة|الإنسان|المرسلات|النبأ|النازعات|\
    عبس|التكوير|الانفطار|المطففين|الانشقاق|البروج|الطارق|الأعلى|الغاشية|الفجر|البلد|الشمس|الليل|الضحى|الشرح|التين|العلق|القدر|البينة|الزلزلة|\
    العاديات|القارعة|التكاثر|العصر|الهمزة|الفيل|قريش|الماعون|الكوثر|الكافرون|النصر|المسد|الإخلاص|الفلق|الناس";

/// The numbers of the suras by their keys.
static SURA_NUMBERS: LazyLock<HashMap<String, usize>> = LazyLock::new(|| SURAS.split('|').map(norm).zip(1..).collect());

/// A reference such as `[البقرة: ٢٥٥]`.
struct Reference {
    span: Range<usize>,
    sura: usize,
    verse: String,
}

fn references(text: &str) -> Vec<Reference> {
    let mut found = Vec::new();
    for (start, open) in text.char_indices().filter(|(_, c)| matches!(c, '[' | '(')) {
        let close = if open == '[' { b']' } else { b')' };
        let Some(length) = text.as_bytes()[start..].iter().take(80).position(|byte| *byte == close) else { continue };
        let inside = &text[start + 1..start + length];
        let Some((name, verse)) = inside.split_once([':', '،']) else { continue };
        let name = norm(name);
        let name = name.strip_prefix("سوره ").unwrap_or(&name).trim();
        let sura = SURA_NUMBERS.get(name).copied();
        let verse: String =
            fold_digits(verse).chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
        if let (Some(sura), false) = (sura, verse.is_empty()) {
            found.push(Reference { span: start..start + length + 1, sura, verse });
        }
    }
    found
}

/// Spans between the ornate brackets, whichever way they were typed.
fn verses(text: &str) -> Vec<Range<usize>> {
    let mut verses = Vec::new();
    let mut open: Option<usize> = None;
    for (start, c) in text.char_indices().filter(|(_, c)| matches!(c, '﴿' | '﴾')) {
        match open.take() {
            Some(from) => verses.push(from..start + c.len_utf8()),
            None => open = Some(start),
        }
    }
    verses
}

/// The references of a source that stand in the target: both numbers, or the verse's beside the name of the sura.
fn kept<'a>(references: &'a [Reference], target: &str) -> Vec<&'a Reference> {
    if references.is_empty() {
        return Vec::new();
    }
    let target = fold_digits(target);
    let numbers: Vec<&str> = target.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty()).collect();
    let mut first: HashMap<&str, usize> = HashMap::new();
    for (at, number) in numbers.iter().enumerate() {
        first.entry(number).or_insert(at);
    }
    let mut joined: HashMap<&str, bool> = HashMap::new();
    let mut is_kept = |reference: &&'a Reference| {
        let Some(at) = first.get(reference.verse.as_str()) else { return false };
        let before = at.checked_sub(1).map(|at| numbers[at]);
        let joined = *joined
            .entry(&reference.verse)
            .or_insert_with(|| before.is_some() && target.contains(&format!(":{}", reference.verse)));
        !joined || before == Some(reference.sura.to_string().as_str())
    };
    references.iter().filter(|reference| is_kept(reference)).collect()
}

pub(super) fn quran(pair: &Pair<'_>) -> Vec<Finding> {
    let check = "rel.quran";
    let (verses, references) = (verses(pair.source.text), references(pair.source.text));
    let mut findings = Vec::new();
    let quoted = pair.target.text.contains(['“', '"', '«', '﴿', '﴾', '‘']);
    for verse in verses.iter().filter(|_| !quoted) {
        let message = Message::new("finding-quran-unmarked").with("text", pair.source.at(verse));
        findings.push(Finding { message, ..pair.finding(check, Severity::Error, Some(verse), None) });
    }
    let is_quotation = !verses.is_empty() || pair.source.key().contains("قال تعالي");
    let kept: Vec<usize> = kept(&references, pair.target.text).iter().map(|kept| kept.span.start).collect();
    let lost = |reference: &&Reference| is_quotation && kept.binary_search(&reference.span.start).is_err();
    for reference in references.iter().filter(lost) {
        let named = format!("{}:{}", reference.sura, reference.verse);
        let message = Message::new("finding-quran-reference")
            .with("text", pair.source.at(&reference.span))
            .with("reference", named.as_str());
        let found = pair.finding(check, Severity::Error, Some(&reference.span), None);
        findings.push(Finding { message, suggestion: Some(format!("(Q {named})")), ..found });
    }
    findings
}

/// The spans of a source and of a target that are Qur'anic references; their numbers are compared here alone.
pub(super) fn reference_spans(source: &str, target: &str) -> (Vec<Range<usize>>, Vec<Range<usize>>) {
    let references = references(source);
    let mut names: Vec<(usize, &str)> =
        kept(&references, target).iter().map(|kept| (kept.sura, kept.verse.as_str())).collect();
    names.sort_unstable();
    names.dedup();
    let place = |(sura, verse): &(usize, &str)| {
        let named = format!("{sura}:{verse}");
        let joined = target.find(&named).map(|start| start..start + named.len());
        joined.or_else(|| {
            let lone = target.split(|c: char| !c.is_ascii_digit()).find(|run| run == verse)?;
            Some(offset(target, lone)..offset(target, lone) + lone.len())
        })
    };
    let answers = names.iter().filter_map(place).collect();
    (references.into_iter().map(|reference| reference.span).collect(), answers)
}

/// The numbers of the suras that a source names: behind سورة, or in brackets before the number of a verse.
fn named_suras(source: &str) -> HashSet<usize> {
    let mut named = HashSet::new();
    if !source.contains("سور") && !source.contains(['(', '[']) {
        return named;
    }
    let words: Vec<(usize, &str)> = words(source).map(|word| (offset(source, word), word)).collect();
    let key = |at: usize| words.get(at).map(|(_, word)| norm(word));
    for (at, (start, word)) in words.iter().enumerate() {
        let bracketed = source[..*start].ends_with(['(', '[']);
        let titled = word.contains("سور") && is_sura_word(&norm(word));
        if !titled && !bracketed {
            continue;
        }
        let first = at + usize::from(titled);
        let two = key(first).zip(key(first + 1)).map(|(one, two)| format!("{one} {two}"));
        let two = two.and_then(|name| Some((*SURA_NUMBERS.get(&name)?, first + 2)));
        let called = two.or_else(|| Some((*SURA_NUMBERS.get(&key(first)?)?, first + 1)));
        let Some((sura, next)) = called else { continue };
        // A name in brackets may be any word.
        let verse =
            key(next).and_then(|word| if VERSE_WORDS.contains(&word.as_str()) { key(next + 1) } else { Some(word) });
        if titled || verse.is_some_and(|verse| verse.starts_with(|c: char| c.is_ascii_digit())) {
            named.insert(sura);
        }
    }
    named
}

const VERSE_WORDS: &[&str] = &["الايه", "ايه", "الايات", "الايتان", "الايتين"];

fn is_sura_word(key: &str) -> bool {
    let bare = key.strip_prefix(['و', 'ف']).unwrap_or(key);
    let bare = bare.strip_prefix(['ب', 'ل', 'ك']).unwrap_or(bare);
    bare == "سوره"
}

fn offset(text: &str, part: &str) -> usize {
    part.as_ptr() as usize - text.as_ptr() as usize
}

/// Where a target gives the number of a sura whose name stands in the source, as in 2:286 or Sura 2: nothing that is compared.
pub(super) fn sura_numbers(source: &str, target: &str) -> Vec<Range<usize>> {
    let suras = named_suras(source);
    if suras.is_empty() {
        return Vec::new();
    }
    let numbers: Vec<&str> = target.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty()).collect();
    let mut often: HashMap<&str, usize> = HashMap::new();
    for number in &numbers {
        *often.entry(number).or_default() += 1;
    }
    let place = |(at, word): (usize, &&str)| {
        let (start, end) = (offset(target, word), offset(target, word) + word.len());
        let verse = numbers.get(at + 1).filter(|verse| target[end..offset(target, verse)].trim_end() == ":");
        let before = target[..start].trim_end().rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let titled = ["sura", "surah", "surat", "chapter"].iter().any(|title| before.eq_ignore_ascii_case(title));
        let named = word.parse().is_ok_and(|number| suras.contains(&number));
        // Verse 13 of a sura (49:13): the verse is said twice.
        let end = verse.filter(|verse| often[*verse] > 1).map_or(end, |verse| offset(target, verse) + verse.len());
        (named && (verse.is_some() || titled)).then_some(start..end)
    };
    numbers.iter().enumerate().filter_map(place).collect()
}

/// Formulas, what renders each in full, and its abbreviations. What only means that somebody is dead is here too.
const FORMULAS: &[(&str, &str, &str)] = &[
    (
        "صلى الله عليه وسلم|عليه الصلاة والسلام|ﷺ",
        "peace be upon him|peace and blessings|blessings and peace|bless him",
        "pbuh|saw|saws|ﷺ",
    ),
    ("عليه السلام|عليها السلام|عليهم السلام", "peace be upon|upon him be peace", "pbuh|as"),
    ("رضي الله عنه|رضي الله عنها|رضي الله عنهم|رضي الله عنهما", "be pleased with|pleased with", "ra"),
    (
        "رحمه الله|رحمها الله|رحمهم الله",
        "have mercy|mercy on|mercy upon|rest his soul|rest her soul|the late|rest in peace",
        "rip",
    ),
    ("سبحانه وتعالى|عز وجل|جل جلاله|تبارك وتعالى", "almighty|most high|exalted|glorified|glory be|mighty and", "swt"),
    ("إن شاء الله", "god willing|inshallah|insha'allah|in sha' allah|if god wills|allah willing|hopefully", ""),
    ("حفظه الله|حفظها الله|حفظهم الله", "god protect|god keep|god preserve|allah protect|allah preserve", ""),
];

/// The keys of the formulas, as they stand in the table.
static FORMULA_KEYS: LazyLock<Vec<Vec<String>>> =
    LazyLock::new(|| FORMULAS.iter().map(|(arabic, ..)| arabic.split('|').map(norm).collect()).collect());

pub(super) fn formula(pair: &Pair<'_>) -> Vec<Finding> {
    let (source, target) = (pair.source.key(), pair.target.key());
    let has =
        |text: &str, list: &str| list.split('|').filter(|item| !item.is_empty()).any(|item| text.contains(&norm(item)));
    let mut target_words: Option<HashSet<&str>> = None;
    let mut findings = Vec::new();
    for ((arabic, full, short), keys) in FORMULAS.iter().zip(FORMULA_KEYS.iter()) {
        let Some(at) = keys.iter().position(|key| source.contains(key.as_str())) else { continue };
        let formula = arabic.split('|').nth(at).unwrap_or_default();
        let target_words = target_words.get_or_insert_with(|| target.split(|c: char| !c.is_alphanumeric()).collect());
        let rendered = has(target, full);
        let abbreviated =
            short.split('|').any(|short| target_words.contains(short)) || pair.target.text.contains('\u{fdfa}');
        let id = match pair.profile.honorifics {
            HonorificStyle::Any => continue,
            HonorificStyle::Render if !rendered => "finding-formula-render",
            HonorificStyle::Abbreviate if !abbreviated => "finding-formula-abbreviate",
            HonorificStyle::Omit if rendered || abbreviated => "finding-formula-omit",
            _ => continue,
        };
        let span = pair.source.text.find(formula).map(|start| start..start + formula.len());
        let message = Message::new(id).with("text", formula);
        let span = span.unwrap_or(0..pair.source.text.len());
        findings.push(Finding { message, ..pair.finding("rel.formula", Severity::Info, Some(&span), None) });
    }
    findings
}
