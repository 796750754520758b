//! Checks of quotations: their marks stand in pairs, none is lost, and who spoke is still said.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use super::negation::keys;
use super::pair::{Pair, Side, SideWord};
use super::speakers::other_office;
use crate::model::{CodeElement, Finding, Message, QuoteStyle, Severity};
use crate::text::names::is_common_given_name;
use crate::text::words;

/// The quotations of a text, and quotation marks without a partner.
#[derive(Default)]
struct Quotations {
    quoted: Vec<Range<usize>>,
    lone: Vec<Range<usize>>,
}

/// The mark that closes what another opens; straight marks close themselves.
const fn closing(open: char) -> Option<char> {
    Some(match open {
        '«' => '»',
        '“' | '„' => '”',
        '‹' => '›',
        '"' => '"',
        _ => return None,
    })
}

/// The marks that close a quotation.
const CLOSING: [char; 4] = ['»', '”', '›', '"'];

fn quotations(text: &str) -> Quotations {
    let mut found = Quotations::default();
    let mut open: Vec<(char, usize)> = Vec::new();
    // How many wait for each closing mark, so that a mark nobody waits for is not looked for.
    let mut waiting = [0_usize; CLOSING.len()];
    let mut before = None;
    for (start, c) in text.char_indices() {
        let span = start..start + c.len_utf8();
        let inches =
            c == '"' && before.is_some_and(char::is_numeric) && open.last().is_none_or(|(mark, _)| *mark != '"');
        before = Some(c);
        let awaited = CLOSING.iter().position(|mark| *mark == c).is_some_and(|kind| waiting[kind] > 0);
        if awaited {
            while let Some((mark, from)) = open.pop() {
                if let Some(kind) = CLOSING.iter().position(|close| closing(mark) == Some(*close)) {
                    waiting[kind] -= 1;
                }
                if closing(mark) == Some(c) {
                    found.quoted.push(from..span.end);
                    break;
                }
                found.lone.push(from..from + mark.len_utf8());
            }
        } else if closing(c).is_some() && !inches {
            if let Some(kind) = CLOSING.iter().position(|close| closing(c) == Some(*close)) {
                waiting[kind] += 1;
            }
            open.push((c, start));
        } else if matches!(c, '»' | '”' | '›') {
            found.lone.push(span);
        }
    }
    found.lone.extend(open.into_iter().map(|(mark, at)| at..at + mark.len_utf8()));
    found.lone.sort_by_key(|span| span.start);
    found.quoted.sort_by_key(|span| span.start);
    found
}

/// Quotations in single curly marks; an apostrophe is none.
fn single(text: &str) -> Vec<Range<usize>> {
    let mut quoted = Vec::new();
    let mut open: Option<usize> = None;
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    for (at, (start, c)) in chars.iter().enumerate() {
        let before = at.checked_sub(1).map(|at| chars[at].1);
        let after = chars.get(at + 1).map(|(_, c)| *c);
        let opens = before.is_none_or(|b| !b.is_alphanumeric()) && after.is_some_and(char::is_alphanumeric);
        let closes = before.is_some_and(|b| !b.is_whitespace()) && after.is_none_or(|a| !a.is_alphanumeric());
        match c {
            '‘' | '\'' if opens && open.is_none() => open = Some(*start),
            '’' | '\'' if closes => quoted.extend(open.take().map(|from| from..start + c.len_utf8())),
            _ => {}
        }
    }
    quoted
}

/// Whether the target may show a short quotation otherwise: a title in italics or in capitals inside a sentence.
fn is_shown_otherwise(pair: &Pair<'_>, quoted: &str) -> bool {
    let italic = pair.target.content.codes().iter().any(|code| code.element == CodeElement::Emphasis);
    let tagged = ["<i>", "<em>", "*"].iter().any(|tag| pair.target.text.contains(tag));
    let sentences = pair.target.sentences();
    let first = |at: usize| {
        let before = sentences.partition_point(|span| span.start <= at).checked_sub(1);
        before.is_some_and(|before| !pair.target.text[sentences[before].start..at].chars().any(char::is_alphabetic))
    };
    let capital = |span: &Range<usize>| pair.target.at(span).starts_with(char::is_uppercase) && !first(span.start);
    let capitals = pair.target.words().iter().any(|word| capital(&word.span) && word.key != "i");
    italic || tagged || capitals && words(quoted).count() <= 5
}

pub(super) fn quotes(pair: &Pair<'_>) -> Vec<Finding> {
    let check = "punct.quotes";
    let (source, target) = (quotations(pair.source.text), quotations(pair.target.text));
    let singles = single(pair.target.text);
    let mut findings = Vec::new();
    // A quotation that runs over several paragraphs opens in each and closes in the last.
    let goes_on = |span: &Range<usize>| source.quoted.is_empty() && pair.target.text[..span.start].trim().is_empty();
    let balanced = source.lone.is_empty();
    for span in target.lone.iter().filter(|span| balanced && !goes_on(span)) {
        let message = Message::new("finding-quote-alone").with("text", pair.target.at(span));
        findings.push(Finding { message, ..pair.finding(check, Severity::Warn, None, Some(span)) });
    }
    let none = target.quoted.is_empty() && target.lone.is_empty() && singles.is_empty();
    let lost = source.quoted.iter().find(|span| none && !is_shown_otherwise(pair, pair.source.at(span)));
    findings.extend(lost.map(|span| {
        let message = Message::new("finding-quotation-lost").with("text", pair.source.at(span));
        Finding { message, ..pair.finding(check, Severity::Warn, Some(span), None) }
    }));
    findings.extend(other_style(pair, &target, &singles));
    findings
}

/// Quotations in other marks than the house has outside.
fn other_style(pair: &Pair<'_>, target: &Quotations, singles: &[Range<usize>]) -> Vec<Finding> {
    let inside =
        |span: &Range<usize>, outer: &[Range<usize>]| outer.iter().any(|o| o.start < span.start && span.end < o.end);
    let odd: Vec<&Range<usize>> = match pair.profile.quotes {
        QuoteStyle::Any => return Vec::new(),
        QuoteStyle::Double => singles.iter().filter(|span| !inside(span, &target.quoted)).collect(),
        QuoteStyle::Single => target.quoted.iter().filter(|span| !inside(span, singles)).collect(),
    };
    let foreign = target.quoted.iter().filter(|span| pair.target.at(span).starts_with(['«', '„', '‹']));
    let told = |span: &Range<usize>| {
        let message = Message::new("finding-quote-style").with("text", pair.target.at(span));
        Finding { message, ..pair.finding("punct.quotes", Severity::Warn, None, Some(span)) }
    };
    let mut found: Vec<&Range<usize>> = odd.into_iter().chain(foreign).collect();
    found.sort_by_key(|span| span.start);
    found.dedup();
    found.into_iter().map(told).collect()
}

/// Verbs and phrases that name a speaker, without particles before them.
const ARABIC_SPEECH: &str = "قال قالت قالوا يقول تقول يقولون أضاف أضافت يضيف تضيف أكد أكدت يؤكد تؤكد صرح صرحت ذكر ذكرت أوضح أوضحت يوضح توضح \
    تابع تابعت شدد شددت أعلن أعلنت كتب كتبت يكتب وصف وصفت تساءل تساءلت سأل سألت أجاب أجابت رد ردت بحسب وفق وفقا حسب نقلا \
    هتف صاح همس";
const ENGLISH_SPEECH: &str = "said say says saying told tell tells added adds adding stressed stresses stated states announced announces \
    wrote writes explained explains insisted insists declared declares according asked asks asking replied replies \
    answered answers described describes commented remarked noted notes confirmed confirms affirmed emphasised \
    emphasized concluded quoted quoting cried shouted whispered murmured recalled recalls argued argues claimed \
    claims observed wondered reported reports speaking spoke exclaimed warned warns tweeted posted revealed \
    continued continues admitted admits complained joked urged responded chanted muttered hailed praised dubbed statement suggested \
    suggests expressed mentioned maintained acknowledged cited cites clarified indicated reiterated recounted \
    narrated revealed telling believes believed called";

static ARABIC_VERBS: LazyLock<HashSet<String>> = LazyLock::new(|| keys(ARABIC_SPEECH));
static ENGLISH_VERBS: LazyLock<HashSet<String>> = LazyLock::new(|| keys(ENGLISH_SPEECH));

/// Nouns whose words are nobody's: as the proverb has it.
const SAYINGS: &[&str] = &[
    "proverb", "saying", "adage", "maxim", "motto", "dictum", "aphorism", "slogan", "verse", "song", "refrain", "rhyme",
];
/// What says whose words they are without a verb of speech; beside the quotation.
const INTRODUCTIONS: &[&[&str]] = &[
    &["has", "it"],
    &["have", "it"],
    &["had", "it"],
    &["put", "it"],
    &["puts", "it"],
    &["goes"],
    &["go"],
    &["went"],
    &["runs"],
    &["ran"],
    &["reads"],
    &["read"],
];

/// Whether words beside a quotation introduce it: as the proverb has it, in the words of the minister.
fn is_introduced(side: &Side<'_>, quoted: &[Range<usize>]) -> bool {
    let words = side.words();
    let key = |at: usize| words.get(at).map_or("", |word| word.key.as_str());
    quoted.iter().any(|quotation| {
        let first = words.partition_point(|word| word.span.start < quotation.start);
        let last = words.partition_point(|word| word.span.start < quotation.end);
        let ahead = first.saturating_sub(FEW)..first;
        let behind = last..words.len().min(last + FEW);
        let named =
            |at: usize| SAYINGS.contains(&key(at)) || key(at) == "in" && (at + 1..at + 4).any(|at| key(at) == "words");
        let closes =
            |at: usize| INTRODUCTIONS.iter().any(|says| says.iter().enumerate().all(|(n, w)| key(at + n) == *w));
        ahead.chain(behind.clone()).any(named)
            || INTRODUCTIONS.iter().any(|says| first.checked_sub(says.len()).is_some_and(closes))
            || behind.clone().any(|at| matches!((key(at), key(at + 1)), ("went" | "goes", "on")))
            || key(last) == "as" && behind.skip(2).any(closes)
    })
}

/// So many words may stand between a verb of speech and what is said.
const FEW: usize = 6;

/// Whether a word is one of some verbs of speech, with a conjunction before it or without.
fn is_speech(word: &SideWord, verbs: &HashSet<String>) -> bool {
    verbs.contains(&word.key) || word.key.strip_prefix(['و', 'ف']).is_some_and(|key| verbs.contains(key))
}

/// What stands behind a name and is none.
const PARTICLES: &[&str] = &["في", "من", "علي", "عن", "الي", "ان", "مع", "قبل", "بعد", "عبر", "خلال", "امس", "اليوم"];

/// A person to whom the source gives a quotation, and whose place another has taken in the target.
fn other_speaker(pair: &Pair<'_>, quoted: &[Range<usize>], answered: &[Range<usize>]) -> Option<Finding> {
    if answered.is_empty() {
        return None;
    }
    let words = pair.source.words();
    let speaker = quoted.iter().find_map(|quotation| {
        let end = words.partition_point(|word| word.span.start < quotation.start);
        let verb = (end.saturating_sub(FEW + 1)..end).rev().find(|at| is_speech(&words[*at], &ARABIC_VERBS))?;
        let given = (verb + 1..end).find(|at| is_common_given_name(pair.source.at(&words[*at].span)))?;
        let is_particle = |word: &&SideWord| PARTICLES.contains(&word.key.as_str());
        // إدوارد سعيد في: a family name may be a given one.
        let family = words.get(given + 1).filter(|word| given + 1 < end && !is_particle(word));
        let first = if family.is_some() { given } else { given.checked_sub(1).filter(|before| *before > verb)? };
        Some((words[first].span.clone(), family.unwrap_or(&words[given]).span.clone()))
    });
    let (given, family) = speaker?;
    let is_rendered = |name: &Range<usize>| pair.names().rendering(pair.source.at(name), LIKE_A_NAME).is_some();
    let whole = given.start..family.end;
    if [&given, &family, &whole].into_iter().any(is_rendered) {
        return None;
    }
    let other = other_person(pair, answered)?;
    Some(pair.finding("quote.attribution", Severity::Warn, Some(&whole), Some(&other)))
}

/// From this likeness on a word may be a rendering of a name.
const LIKE_A_NAME: f32 = 0.6;

/// Two words with capitals inside a sentence of the target and outside its quotations.
fn other_person(pair: &Pair<'_>, quoted: &[Range<usize>]) -> Option<Range<usize>> {
    let sentences = pair.target.sentences();
    let begins = |at: usize| {
        let before = sentences.partition_point(|span| span.start <= at).checked_sub(1);
        before.is_none_or(|before| !pair.target.text[sentences[before].start..at].chars().any(char::is_alphabetic))
    };
    let is_outside = |at: usize| {
        let before = quoted.partition_point(|quotation| quotation.start <= at).checked_sub(1);
        before.is_none_or(|before| quoted[before].end <= at)
    };
    let is_name = |word: &SideWord| {
        let text = pair.target.at(&word.span);
        text.starts_with(char::is_uppercase) && text.chars().nth(2).is_some()
    };
    let words = pair.target.words();
    (1..words.len()).find_map(|at| {
        let [first, last] = [&words[at - 1], &words[at]];
        let beside = pair.target.text.get(first.span.end..last.span.start) == Some(" ");
        let is_person = beside && is_name(first) && is_name(last) && is_outside(first.span.start);
        (is_person && !begins(first.span.start) && speaks(words, at - 1)).then_some(first.span.start..last.span.end)
    })
}

/// Whether two words of a target are the subject of a verb of speech: behind it, with a title between, or before it.
fn speaks(words: &[SideWord], first: usize) -> bool {
    let is_verb = |word: &SideWord| ENGLISH_VERBS.contains(&word.key);
    let ahead = words[first.saturating_sub(FEW)..first].iter().rev();
    let to_verb = ahead.clone().take_while(|word| !is_verb(word)).count();
    let verb = ahead.clone().nth(to_verb);
    // He told Sky News; he said in an interview with Sky News.
    let is_other = |word: &SideWord| {
        matches!(word.key.as_str(), "to" | "in" | "on" | "at" | "with" | "of" | "for" | "from" | "by" | "that")
    };
    let behind = verb.is_some_and(|verb| {
        !matches!(verb.key.as_str(), "told" | "tell" | "tells" | "telling" | "asked" | "asks")
            && !ahead.take(to_verb).any(is_other)
    });
    behind || words.get(first + 2).is_some_and(is_verb)
}

/// A quotation that the source gives to somebody and the target to nobody, or to somebody else.
pub(super) fn attribution(pair: &Pair<'_>) -> Vec<Finding> {
    let quoted = quotations(pair.source.text).quoted;
    let target = quotations(pair.target.text).quoted;
    let other = other_speaker(pair, &quoted, &target).or_else(|| {
        let [arabic, english] = [&*ARABIC_VERBS, &*ENGLISH_VERBS].map(|verbs| |word: &SideWord| is_speech(word, verbs));
        other_office(pair, arabic, english)
    });
    if let Some(found) = other {
        return vec![found];
    }
    let is_told = || pair.target.words().iter().any(|word| is_speech(word, &ENGLISH_VERBS));
    if target.is_empty() || is_told() || is_introduced(&pair.target, &target) {
        return Vec::new();
    }
    // The verb stands a few words before the quotation, or after it.
    let is_near = |verb: &&Range<usize>| {
        let next = quoted.partition_point(|quotation| quotation.start < verb.end);
        quoted[next..].iter().take(FEW).any(|quotation| {
            let apart = words(&pair.source.text[verb.end..quotation.start]).take(FEW + 1).count();
            apart <= FEW && words(pair.source.at(quotation)).nth(1).is_some()
        })
    };
    let verbs = pair.source.words().iter().filter(|word| is_speech(word, &ARABIC_VERBS)).map(|word| &word.span);
    let found = verbs.into_iter().find(is_near).map(|verb| {
        let message = Message::new("finding-attribution").with("text", pair.source.at(verb));
        Finding { message, ..pair.finding("quote.attribution", Severity::Warn, Some(verb), None) }
    });
    found.into_iter().collect()
}
