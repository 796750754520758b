//! Checks of capitals in English: at the beginning of a sentence, of words that always have one, and in headings.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use super::document::{Document, located};
use super::pair::Pair;
use super::segments::in_target;
use super::structure::headings;
use super::{Located, Passage};
use crate::model::{Finding, HeadingStyle, Message, ParagraphKind, Severity};
use crate::text::words;

/// Words that are always written with a capital; those that mean something else without one are not here.
static PROPER: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    set(
        "monday tuesday wednesday thursday friday saturday sunday january february april june july august september october \
    november december arab arabs arabic islam islamic muslim muslims christian christians christianity jewish jews judaism \
    egyptian egyptians syrian syrians lebanese iraqi iraqis jordanian jordanians palestinian palestinians israeli israelis saudi \
    saudis yemeni yemenis kuwaiti qatari emirati bahraini omani libyan libyans tunisian tunisians algerian algerians moroccan \
    moroccans sudanese iranian iranians american americans british french german germans english european europeans russian russians \
    chinese japanese indian indians african africans asian asians western-european ottoman ottomans kurdish kurds ramadan quran \
    qur'an sunni shia shiite egypt syria lebanon iraq palestine israel yemen kuwait qatar bahrain libya tunisia algeria morocco \
    sudan iran france germany britain england spain italy greece russia japan india pakistan afghanistan america africa asia \
    europe ethiopia somalia mauritania canada australia mexico brazil italian italians spanish pakistani pakistanis afghan \
    jerusalem gaza cairo baghdad damascus beirut riyadh tripoli khartoum amman london paris washington moscow",
    )
});
/// Words that make a sentence of a text without a stop.
static VERBS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    set(
        "is are was were has have had will would can could may might must shall should do does did said says announced \
    stressed came went took gave saw became began fell rose \
    arrived met told added warned denied resigned died spoke returned refused insisted",
    )
});
/// Beginnings that stay small even at the beginning of a sentence.
const SMALL: &str = "iphone ipad ipod ios ebay imac x-ray e-mail email pp nm mm cm km kg mrna sars";

fn set(words: &'static str) -> HashSet<&'static str> {
    words.split_whitespace().collect()
}

/// Whether a word may begin a sentence as it is.
fn may_begin(word: &str) -> bool {
    let inner_capital = word.chars().skip(1).any(char::is_uppercase);
    inner_capital
        || word.chars().any(char::is_numeric)
        || SMALL.split_whitespace().any(|small| small == word.to_lowercase())
}

pub(super) fn sentence(pair: &Pair<'_>) -> Vec<Finding> {
    let mut spans: Vec<Range<usize>> = Vec::new();
    spans.extend(small_beginning(pair));
    spans.extend(small_after_stop(pair));
    let proper = pair.target.words().iter().filter(|word| PROPER.contains(pair.target.at(&word.span)));
    spans.extend(proper.map(|word| word.span.clone()));
    spans.sort_by_key(|span| span.start);
    spans.dedup();
    let told = |span: &Range<usize>| {
        let mut capital: Vec<char> = pair.target.at(span).chars().collect();
        if let Some(first) = capital.first_mut() {
            *first = first.to_uppercase().next().unwrap_or(*first);
        }
        let finding = in_target(pair, "case.sentence", Severity::Warn, span, "finding-capital");
        Finding { suggestion: Some(capital.into_iter().collect()), ..finding }
    };
    spans.iter().map(told).collect()
}

/// The first word, when it is small and the text is a sentence.
fn small_beginning(pair: &Pair<'_>) -> Option<Range<usize>> {
    let first = pair.target.words().first()?;
    let (word, text) = (pair.target.at(&first.span), pair.target.text);
    let item = matches!(pair.kind, Some(ParagraphKind::ListItem | ParagraphKind::Note | ParagraphKind::Credit));
    let begins = text[..first.span.start]
        .chars()
        .all(|c| c.is_whitespace() || matches!(c, '“' | '"' | '‘' | '\'' | '(' | '¡' | '¿'));
    // What a gloss or a quotation says makes no sentence of what is around it.
    let inside =
        text[first.span.start..].find(['(', '[', '“', '"', '«']).map_or(text.len(), |at| first.span.start + at);
    let own = pair.target.words().iter().take_while(|word| word.span.start < inside);
    // May is a month.
    let verb = own.into_iter().any(|word| VERBS.contains(pair.target.at(&word.span)));
    let last = pair.target.words().last().map_or("", |word| pair.target.at(&word.span));
    let ends = text.trim_end().ends_with(['.', '?', '!']) && !last.contains('.') && last.len() > 2;
    let sentence = verb || ends && pair.target.words().len() > 4;
    let small = word.starts_with(char::is_lowercase) && !may_begin(word);
    (begins && small && sentence && !item).then(|| first.span.clone())
}

/// Small letters behind a stop that ends a sentence: not behind an abbreviation, an ellipsis or a quotation.
fn small_after_stop(pair: &Pair<'_>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for words in pair.target.words().windows(2) {
        let [before, after] = words else { continue };
        let between = &pair.target.text[before.span.end..after.span.start];
        let word = pair.target.at(&after.span);
        let plain = pair.target.at(&before.span).chars().all(|c| c.is_ascii_lowercase()) && before.span.len() > 4;
        let stop = matches!(between, ". " | "? " | "! " | ".  ");
        if stop && plain && word.starts_with(char::is_lowercase) && !may_begin(word) {
            found.push(after.span.clone());
        }
    }
    found
}

/// Short words that a heading in title case leaves small.
const PARTICLES: &str =
    "a an the and but or nor for so yet as at by in of off on per to up via vs from with into over than is";

/// How a heading is capitalised; `None` where its words do not tell.
fn heading_style(text: &str) -> Option<HeadingStyle> {
    let counted = words(text).skip(1).filter(|word| word.chars().count() > 3 && word.chars().all(char::is_alphabetic));
    let free = |word: &&str| !PARTICLES.split(' ').any(|particle| particle == word.to_lowercase());
    let initials: Vec<bool> = counted.filter(free).map(|word| word.starts_with(char::is_uppercase)).collect();
    match (initials.iter().filter(|capital| **capital).count(), initials.len()) {
        (_, 0) => None,
        (capitals, all) if capitals == all => Some(HeadingStyle::Title),
        (capitals, all) if capitals * 2 < all => Some(HeadingStyle::Sentence),
        _ => None,
    }
}

/// Headings that are capitalised otherwise than the house, or most of the article, does it.
pub(super) fn heading(document: &Document<'_>) -> Vec<Located> {
    let styled = |(index, passage): (usize, &Passage<'_>)| Some((index, heading_style(passage.target.text())?));
    let styles: Vec<(usize, HeadingStyle)> = headings(document).filter_map(styled).collect();
    let titles = styles.iter().filter(|(_, style)| *style == HeadingStyle::Title).count();
    let wanted = match document.profile.headings {
        HeadingStyle::Any if titles * 2 == styles.len() => styles.first().map(|(_, style)| *style),
        HeadingStyle::Any if titles * 2 > styles.len() => Some(HeadingStyle::Title),
        HeadingStyle::Any => Some(HeadingStyle::Sentence),
        style => Some(style),
    };
    let odd = styles.iter().filter(|(_, style)| Some(*style) != wanted);
    let told = |(index, _): &(usize, HeadingStyle)| {
        let text = document.passages[*index].target.text();
        let message = Message::new("finding-heading-case").with("text", text);
        located(("case.heading", Severity::Info), *index, None, Some(0..text.len()), message)
    };
    odd.map(told).collect()
}
