//! What a document shows of a content: signs, each with its look and where it is from. Pairs of codes that Word has a look for are
//! looks; all other codes stand in the text as a person types them.

use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};
use std::ops::Range;
use std::rc::Rc;

use crate::formats::is_bidi_control;
use crate::formats::{document_address, printable_text};
use crate::model::{CodeElement, CodeId, CodePart, Content, InlineCode, Look, Stretch, code_token, code_tokens};

/// Keeps what stands between two of it in its own order (UAX #9, section 2.6).
const LTR_MARK: char = '\u{200e}';

/// A line that is only read, from right to left, with its tokens in their own order.
pub(super) fn line_from_right(line: &str) -> String {
    let (mut held, mut at) = (String::new(), 0);
    for token in code_tokens(line) {
        held.push_str(&format!("{}{LTR_MARK}{}{LTR_MARK}", &line[at..token.range.start], &line[token.range.clone()]));
        at = token.range.end;
    }
    held + &line[at..]
}

/// A line as it was before that.
pub(super) fn without_marks(line: &str) -> String {
    line.replace(LTR_MARK, "")
}

/// What a sign is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Glyph {
    Char(char),
    /// A code as it is typed.
    Token(CodeId, CodePart),
}

/// Where a sign is from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum From {
    Text(Range<usize>),
    /// The code of that index.
    Code(usize),
    /// It came with the document.
    Document,
}

/// A character or a token, as a document shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sign {
    pub(super) glyph: Glyph,
    pub(super) look: Rc<Look>,
    /// Whether it begins what is a token by chance, so that a backslash stands before it.
    is_literal: bool,
    pub(super) from: From,
    /// The pairs that give it its look, by their place among the pairs.
    pub(super) pairs: Rc<[usize]>,
}

impl Sign {
    /// The same for a comparison: how a new line looks says nothing, and an address may be written in two ways.
    pub(super) fn key(&self) -> (Glyph, Look) {
        let look = if self.glyph == Glyph::Char('\n') { Look::default() } else { (*self.look).clone() };
        (self.glyph, Look { href: look.href.as_deref().map(address_key), ..look })
    }
}

/// An address without what programs add to it or write otherwise.
pub(super) fn address_key(href: &str) -> String {
    href.trim_end_matches('/').to_lowercase()
}

/// A pair of codes that is shown as a look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pair {
    pub(super) open: InlineCode,
    /// The indices of its ends among the codes.
    pub(super) ends: (usize, usize),
}

/// The codes by number that a text may hold: those of its source and its own, each with whether it stands alone.
pub(super) type Known<'a> = BTreeMap<CodeId, (&'a CodeElement, bool)>;

/// The codes of some contents by number; those of the first count.
pub(super) fn known<'a>(contents: impl IntoIterator<Item = &'a Content>) -> Known<'a> {
    let mut known = Known::new();
    for code in contents.into_iter().flat_map(Content::codes) {
        known.entry(code.id).or_insert((&code.element, code.part == CodePart::Standalone));
    }
    known
}

/// A content as a document shows it.
#[derive(Clone, Debug, Default)]
pub(super) struct Shown {
    pub(super) signs: Vec<Sign>,
    pub(super) pairs: Vec<Pair>,
}

impl Shown {
    /// What a document shows of a content.
    pub(super) fn of(content: &Content, known: &Known<'_>) -> Self {
        let pairs = pairs(content);
        let literal: HashSet<usize> = code_tokens(content.text())
            .into_iter()
            .filter(|token| known.contains_key(&token.id))
            .map(|token| token.range.start)
            .collect();
        let of_pair = |(at, pair): (usize, &Pair)| [(pair.ends.0, at), (pair.ends.1, at)];
        let ends: HashMap<usize, usize> = pairs.iter().enumerate().flat_map(of_pair).collect();
        let mut shown = Self { signs: Vec::new(), pairs };
        let (mut open, mut at) = (Vec::new(), 0);
        for (index, code) in content.codes().iter().enumerate() {
            shown.text(content.text(), at..code.at, &literal, &open);
            at = code.at;
            match ends.get(&index) {
                Some(pair) if code.part == CodePart::Open => open.push(*pair),
                Some(pair) => open.retain(|known| known != pair),
                None => {
                    let glyph = match code.element {
                        CodeElement::LineBreak if code.part == CodePart::Standalone => Glyph::Char('\n'),
                        _ => Glyph::Token(code.id, code.part),
                    };
                    let sign = shown.sign(glyph, From::Code(index), &open);
                    shown.signs.push(sign);
                }
            }
        }
        shown.text(content.text(), at..content.text().len(), &literal, &open);
        shown
    }

    fn text(&mut self, text: &str, range: Range<usize>, literal: &HashSet<usize>, open: &[usize]) {
        if range.is_empty() {
            return;
        }
        let mut chars = text[range.clone()].char_indices().peekable();
        // Neighbours share one look.
        let model = self.sign(Glyph::Char(' '), From::Document, open);
        while let Some((at, c)) = chars.next() {
            let start = range.start + at;
            let mut end = start + c.len_utf8();
            let c = match c {
                '\r' => {
                    end += usize::from(chars.next_if(|(_, c)| *c == '\n').is_some());
                    '\n'
                }
                c => printable_text(c.encode_utf8(&mut [0; 4])).chars().next().unwrap_or(c),
            };
            let is_literal = literal.contains(&start);
            self.signs.push(Sign { glyph: Glyph::Char(c), from: From::Text(start..end), is_literal, ..model.clone() });
        }
    }

    fn sign(&self, glyph: Glyph, from: From, open: &[usize]) -> Sign {
        let mut look = Look::default();
        for pair in open {
            dress(&mut look, &self.pairs[*pair].open.element);
        }
        Sign { glyph, look: Rc::new(look), is_literal: false, from, pairs: open.into() }
    }

    /// What came back in a document: tokens of known numbers are codes.
    pub(super) fn read(stretches: &[Stretch], known: &Known<'_>) -> Self {
        let text = crate::model::plain(stretches);
        let mut looks = stretches.iter().flat_map(|stretch| {
            let look = Rc::new(stretch.look.clone());
            stretch.text.char_indices().map(move |_| look.clone())
        });
        let mut tokens = code_tokens(&text).into_iter().filter(|token| {
            known.get(&token.id).is_some_and(|(_, alone)| *alone == (token.part == CodePart::Standalone))
                || (token.backslashes > 0 && known.contains_key(&token.id))
        });
        let mut token = tokens.next();
        let mut signs = Vec::new();
        let mut is_literal = false;
        let mut skip_to = 0;
        for (at, c) in text.char_indices() {
            let look = looks.next().unwrap_or_default();
            if at < skip_to {
                continue;
            }
            while token.as_ref().is_some_and(|token| token.range.start < at) {
                token = tokens.next();
            }
            let mut glyph = Glyph::Char(c);
            match &token {
                Some(token) if token.backslashes > 0 && token.range.start == at + 1 => {
                    is_literal = true;
                    continue;
                }
                Some(token) if token.backslashes == 0 && token.range.start == at => {
                    glyph = Glyph::Token(token.id, token.part);
                    skip_to = token.range.end;
                }
                _ => {}
            }
            let is_literal = std::mem::take(&mut is_literal);
            signs.push(Sign { glyph, look, is_literal, from: From::Document, pairs: Rc::new([]) });
        }
        Self { signs, pairs: Vec::new() }
    }

    /// The signs as they are written into a document.
    pub(super) fn stretches(&self) -> Vec<Stretch> {
        self.written(code_token)
    }

    /// The same for a text that is only read, from right to left: the braces of tokens stand as they are typed.
    pub(super) fn stretches_from_right(&self) -> Vec<Stretch> {
        self.written(|id, part| format!("{LTR_MARK}{}{LTR_MARK}", code_token(id, part)))
    }

    fn written(&self, token: impl Fn(CodeId, CodePart) -> String) -> Vec<Stretch> {
        let mut stretches: Vec<Stretch> = Vec::new();
        for sign in &self.signs {
            let mut text = if sign.is_literal { "\\".to_owned() } else { String::new() };
            match sign.glyph {
                Glyph::Char(c) => text.push(c),
                Glyph::Token(id, part) => text.push_str(&token(id, part)),
            }
            match stretches.last_mut() {
                Some(last) if last.look == *sign.look => last.text.push_str(&text),
                _ => stretches.push(Stretch { text, look: (*sign.look).clone() }),
            }
        }
        stretches
    }

    /// Whether two show the same.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        self.signs.len() == other.signs.len() && self.signs.iter().zip(&other.signs).all(|(a, b)| a.key() == b.key())
    }

    /// Whether a reader would see nothing.
    pub(super) fn is_blank(&self) -> bool {
        self.signs.iter().all(|sign| matches!(sign.glyph, Glyph::Char(c) if c.is_whitespace()))
    }

    /// The text without marks that only steer its direction, and without white space at its ends: to see whether a source is the same.
    pub(super) fn bare(&self) -> String {
        let mut bare = String::new();
        for sign in &self.signs {
            match sign.glyph {
                Glyph::Char(c) if is_bidi_control(c) => {}
                Glyph::Char(c) => bare.push(c),
                Glyph::Token(id, part) => bare.push_str(&code_token(id, part)),
            }
        }
        bare.trim().to_owned()
    }
}

/// The elements of a look, outermost first; the address of a link as the document has it.
pub(super) fn elements(look: &Look) -> Vec<CodeElement> {
    let link = look.href.clone().map(|href| CodeElement::Link { href, title: String::new() });
    let codes = [
        (look.strong, CodeElement::Strong),
        (look.emphasis, CodeElement::Emphasis),
        (look.underline, CodeElement::Underline),
        (look.strike, CodeElement::Strikethrough),
        (look.highlight, CodeElement::Highlight),
        (look.superscript, CodeElement::Superscript),
        (look.subscript, CodeElement::Subscript),
        (look.code, CodeElement::Code),
    ];
    link.into_iter().chain(codes.into_iter().filter(|(is_so, _)| *is_so).map(|(_, element)| element)).collect()
}

/// Whether two elements look the same in a document.
pub(super) fn look_alike(one: &CodeElement, other: &CodeElement) -> bool {
    match (one, other) {
        (CodeElement::Link { href: one, .. }, CodeElement::Link { href: other, .. }) => {
            let key = |href: &str| address_key(&document_address(href).unwrap_or_else(|| href.to_owned()));
            key(one) == key(other)
        }
        _ => one == other,
    }
}

/// Gives a look what an element makes of it; false where no document shows that.
fn dress(look: &mut Look, element: &CodeElement) -> bool {
    let place = match element {
        CodeElement::Emphasis => &mut look.emphasis,
        CodeElement::Strong => &mut look.strong,
        CodeElement::Underline => &mut look.underline,
        CodeElement::Strikethrough => &mut look.strike,
        CodeElement::Highlight => &mut look.highlight,
        CodeElement::Superscript => &mut look.superscript,
        CodeElement::Subscript => &mut look.subscript,
        CodeElement::Code => &mut look.code,
        CodeElement::Link { href, .. } => {
            let was_none = look.href.is_none();
            look.href = look.href.take().or_else(|| document_address(href));
            return was_none && look.href.is_some();
        }
        CodeElement::NoteMark { .. } | CodeElement::LineBreak | CodeElement::Image { .. } | CodeElement::Foreign(_) => {
            return false;
        }
    };
    !std::mem::replace(place, true)
}

/// Whether two looks can be of one text: Word raises or lowers, a link is underlined by being one and has no second style.
const fn go_together(look: &Look) -> bool {
    !(look.superscript && look.subscript) && !(look.href.is_some() && (look.underline || look.code))
}

/// The pairs of a content that are shown as looks, in the order in which they begin.
fn pairs(content: &Content) -> Vec<Pair> {
    let codes = content.codes();
    let mut closings: HashMap<CodeId, VecDeque<usize>> = HashMap::new();
    for (index, code) in codes.iter().enumerate().filter(|(_, code)| code.part == CodePart::Close) {
        closings.entry(code.id).or_default().push_back(index);
    }
    let mut pairs: Vec<Pair> = Vec::new();
    // Those that are not closed where a code begins.
    let mut around: Vec<usize> = Vec::new();
    for (index, code) in codes.iter().enumerate().filter(|(_, code)| code.part == CodePart::Open) {
        let Some(closings) = closings.get_mut(&code.id) else { continue };
        while closings.pop_front_if(|at| *at < index).is_some() {}
        let Some(end) = closings.front().copied() else { continue };
        // By their places among the codes: a token may stand between two that meet at one place of the text.
        around.retain(|pair| pairs[*pair].ends.1 > index);
        let mut look = Look::default();
        for pair in &around {
            dress(&mut look, &pairs[*pair].open.element);
        }
        if code.at < codes[end].at && dress(&mut look, &code.element) && go_together(&look) {
            closings.pop_front();
            around.push(pairs.len());
            pairs.push(Pair { open: code.clone(), ends: (index, end) });
        }
    }
    pairs
}
