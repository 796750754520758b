//! The wording that a reviewer wants: what a document shows now, laid over the content that went out in it. What nobody touched stays
//! as it was, byte for byte and code for code.

use std::collections::{HashMap, HashSet};

use super::shown::{From, Glyph, Known, Pair, Shown, Sign, elements, look_alike};
use crate::diff::diff;
use crate::model::{CodeElement, CodeId, CodePart, Content, DiffOp, Grain, InlineCode};

/// A look that the source has no code for: the words came in, the look did not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Untaken {
    /// The look.
    pub element: CodeElement,
    /// The words that have it, with `…` between those that do not stand together.
    pub text: String,
}

/// A new wording.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Wording {
    pub(super) content: Content,
    pub(super) untaken: Vec<Untaken>,
}

/// A pair of codes around a sign: one that went out, or one that the reviewer made, by its place among these.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Around {
    Old(usize),
    New(usize),
}

/// A content with what came back laid over it. `shown` is what a document shows of the content.
pub(super) fn wording(
    content: &Content,
    shown: &Shown,
    returned: &Shown,
    source: &Content,
    known: &Known<'_>,
) -> Wording {
    let kept = kept_signs(shown, returned);
    let used = content.codes().iter().map(|code| code.id).collect();
    let mut making = Making {
        content,
        shown,
        source,
        known,
        fresh: Vec::new(),
        used,
        codeless: HashMap::new(),
        untaken: Vec::new(),
        noted: HashMap::new(),
        chars: 0,
    };
    let around = making.pairs_around(returned, &kept);
    let mut draft = Draft::default();
    let mut open: Vec<Around> = Vec::new();
    for ((sign, kept), around) in returned.signs.iter().zip(&kept).zip(&around) {
        making.turn(&mut draft, &mut open, around);
        making.put(&mut draft, sign, *kept);
    }
    making.turn(&mut draft, &mut open, &[]);
    let Draft { text, codes } = draft;
    let content = Content::new(text, codes).expect("each code was put at the end of the text so far");
    Wording { content, untaken: making.untaken }
}

/// For each sign that came back the one that it was, if it was there.
fn kept_signs<'s>(shown: &'s Shown, returned: &Shown) -> Vec<Option<&'s Sign>> {
    let mut letters = Letters::of(&[shown, returned]);
    let (old, new) = (letters.text(shown), letters.text(returned));
    let mut kept = Vec::with_capacity(returned.signs.len());
    let mut at = 0;
    for piece in diff(&old, &new, Grain::Words) {
        let count = piece.text.chars().count();
        match piece.op {
            DiffOp::Equal => kept.extend(shown.signs[at..at + count].iter().map(Some)),
            DiffOp::Insert => kept.extend(std::iter::repeat_n(None, count)),
            DiffOp::Delete => {}
        }
        if piece.op != DiffOp::Insert {
            at += count;
        }
    }
    kept
}

/// For each sign that came back the first of those from it on that were there.
fn next_kept<'s>(kept: &[Option<&'s Sign>]) -> Vec<Option<&'s Sign>> {
    let mut next: Vec<Option<&Sign>> = kept.to_vec();
    for at in (1..next.len()).rev() {
        next[at - 1] = next[at - 1].or(next[at]);
    }
    next
}

/// A character for each glyph, so that tokens can be compared as text is.
struct Letters {
    tokens: HashMap<(CodeId, CodePart), char>,
    free: Box<dyn Iterator<Item = char>>,
}

impl Letters {
    /// Those for private use that stand in none of the texts.
    fn of(texts: &[&Shown]) -> Self {
        let private = |c: char| matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..);
        let glyphs = texts.iter().flat_map(|text| &text.signs).map(|sign| sign.glyph);
        let used: HashSet<char> = glyphs
            .filter_map(|glyph| match glyph {
                Glyph::Char(c) => Some(c).filter(|c| private(*c)),
                Glyph::Token(..) => None,
            })
            .collect();
        let all = ('\u{f0000}'..='\u{ffffd}').chain('\u{100000}'..='\u{10fffd}').chain('\u{e000}'..='\u{f8ff}');
        Self { tokens: HashMap::new(), free: Box::new(all.filter(move |c| !used.contains(c))) }
    }

    fn text(&mut self, shown: &Shown) -> String {
        let letter = |sign: &Sign| match sign.glyph {
            Glyph::Char(c) => c,
            // There are more of these characters than numbers of codes in any paragraph; beyond them all tokens are alike.
            Glyph::Token(id, part) => {
                *self.tokens.entry((id, part)).or_insert_with(|| self.free.next().unwrap_or('\u{fffc}'))
            }
        };
        shown.signs.iter().map(letter).collect()
    }
}

#[derive(Default)]
struct Draft {
    text: String,
    codes: Vec<InlineCode>,
}

impl Draft {
    fn code(&mut self, id: CodeId, part: CodePart, element: CodeElement) {
        self.codes.push(InlineCode { at: self.text.len(), id, part, element });
    }
}

struct Making<'a> {
    content: &'a Content,
    shown: &'a Shown,
    source: &'a Content,
    known: &'a Known<'a>,
    /// The pairs that the reviewer made: each element, and its number where there is one.
    fresh: Vec<(CodeElement, Option<CodeId>)>,
    /// The numbers that the target has.
    used: HashSet<CodeId>,
    /// Of each element that was met whether there is no code for it.
    codeless: HashMap<CodeElement, bool>,
    untaken: Vec<Untaken>,
    /// Of each of these looks by how many characters its last one was reached, and how many there were so far.
    noted: HashMap<CodeElement, usize>,
    chars: usize,
}

impl Making<'_> {
    fn pair(&self, index: usize) -> &Pair {
        &self.shown.pairs[index]
    }

    fn element(&self, around: Around) -> &CodeElement {
        match around {
            Around::Old(index) => &self.pair(index).open.element,
            Around::New(index) => &self.fresh[index].0,
        }
    }

    /// The pairs around each sign. A sign that was there has those it had, as far as it still looks so; a new one has those of its
    /// neighbour; what nobody around it has is new.
    fn pairs_around(&mut self, returned: &Shown, kept: &[Option<&Sign>]) -> Vec<Vec<Around>> {
        let mut all: Vec<Vec<Around>> = Vec::with_capacity(kept.len());
        let next_kept = next_kept(kept);
        for (at, (sign, was)) in returned.signs.iter().zip(kept).enumerate() {
            let own: Vec<Around> = was.iter().flat_map(|was| was.pairs.iter().map(|pair| Around::Old(*pair))).collect();
            if was.is_some_and(|was| was.key() == sign.key()) {
                all.push(own);
                continue;
            }
            // How a new line looks nobody sees: it goes with the sign before it.
            if sign.glyph == Glyph::Char('\n') {
                let next = kept.get(at + 1).copied().flatten().map_or(&[][..], |next| &next.pairs);
                let before = all.last().cloned().unwrap_or_default();
                let goes_on = |around: &Around| matches!(around, Around::Old(pair) if next.contains(pair));
                all.push(before.into_iter().filter(goes_on).collect());
                continue;
            }
            let before = all.last().cloned().unwrap_or_default();
            let next = next_kept[at].map_or(&[][..], |next| &next.pairs);
            let after: Vec<Around> = next.iter().map(|pair| Around::Old(*pair)).collect();
            let mut around: Vec<Around> = Vec::new();
            for element in elements(&sign.look) {
                let candidates = own.iter().chain(&before).chain(&after).copied();
                let found = candidates.into_iter().find(|c| look_alike(self.element(*c), &element));
                around.push(found.unwrap_or_else(|| self.begin(&element)));
            }
            all.push(around);
        }
        all
    }

    /// A pair that the reviewer made: it has the number by which the source has such an element, one that the target has not, if
    /// there is one.
    fn begin(&mut self, element: &CodeElement) -> Around {
        let of_source = self.source.codes().iter().chain(self.content.codes());
        let alike: Vec<&InlineCode> =
            of_source.filter(|code| code.part == CodePart::Open && look_alike(&code.element, element)).collect();
        let found = alike.iter().find(|code| !self.used.contains(&code.id)).or(alike.first());
        let fresh = match found {
            Some(code) => (code.element.clone(), Some(code.id)),
            None => (element.clone(), None),
        };
        self.used.extend(fresh.1);
        self.fresh.push(fresh);
        Around::New(self.fresh.len() - 1)
    }

    /// Closes and opens pairs, so that those of `wanted` are open: those that went out in their order there, others nested.
    fn turn(&self, draft: &mut Draft, open: &mut Vec<Around>, wanted: &[Around]) {
        let gone = open.iter().rev().filter(|around| !wanted.contains(around)).map(|around| (*around, CodePart::Close));
        let come = wanted.iter().filter(|around| !open.contains(around)).map(|around| (*around, CodePart::Open));
        let mut turns: Vec<(Around, CodePart)> = gone.chain(come).collect();
        let place = |(around, part): &(Around, CodePart)| match around {
            Around::Old(index) if *part == CodePart::Open => Some(self.pair(*index).ends.0),
            Around::Old(index) => Some(self.pair(*index).ends.1),
            Around::New(_) => None,
        };
        if turns.iter().all(|turn| place(turn).is_some()) {
            turns.sort_by_key(place);
        }
        for (around, part) in turns {
            if let Some((id, element)) = self.numbered(around) {
                draft.code(id, part, element.clone());
            }
            match part {
                CodePart::Open => open.push(around),
                CodePart::Close | CodePart::Standalone => open.retain(|known| *known != around),
            }
        }
    }

    /// The number and the element of a pair, if it has one.
    fn numbered(&self, around: Around) -> Option<(CodeId, &CodeElement)> {
        match around {
            Around::Old(index) => Some((self.pair(index).open.id, &self.pair(index).open.element)),
            Around::New(index) => Some((self.fresh[index].1?, &self.fresh[index].0)),
        }
    }

    fn put(&mut self, draft: &mut Draft, sign: &Sign, kept: Option<&Sign>) {
        self.note_untaken(sign);
        match (kept.map(|kept| &kept.from), sign.glyph) {
            (Some(From::Text(range)), _) => draft.text.push_str(&self.content.text()[range.clone()]),
            (Some(From::Code(index)), _) => {
                let code = &self.content.codes()[*index];
                draft.code(code.id, code.part, code.element.clone());
            }
            (_, Glyph::Char('\n')) => match self.spare_break(draft) {
                Some(id) => draft.code(id, CodePart::Standalone, CodeElement::LineBreak),
                None => draft.text.push('\n'),
            },
            (_, Glyph::Char(c)) => draft.text.push(c),
            (_, Glyph::Token(id, part)) => {
                if let Some((element, _)) = self.known.get(&id) {
                    draft.code(id, part, (*element).clone());
                }
            }
        }
    }

    /// The number of a line break of the source that the target has not yet.
    fn spare_break(&self, draft: &Draft) -> Option<CodeId> {
        let breaks = self.source.codes().iter().filter(|code| code.element == CodeElement::LineBreak);
        let has = |codes: &[InlineCode], id| codes.iter().any(|code| code.id == id);
        let mut spare = breaks.filter(|code| !has(self.content.codes(), code.id) && !has(&draft.codes, code.id));
        spare.next().map(|code| code.id)
    }

    /// Notes a look of a sign that there is no code for.
    fn note_untaken(&mut self, sign: &Sign) {
        let Glyph::Char(c) = sign.glyph else { return };
        // A new line does not part the words around it.
        self.chars += usize::from(c != '\n');
        for element in elements(&sign.look) {
            let known = self.known;
            let is_codeless = || !known.values().any(|(known, _)| look_alike(known, &element));
            if c == '\n' || !*self.codeless.entry(element.clone()).or_insert_with(is_codeless) {
                continue;
            }
            let is_next = self.noted.insert(element.clone(), self.chars) == Some(self.chars - 1);
            match self.untaken.iter_mut().find(|untaken| untaken.element == element) {
                Some(untaken) => {
                    untaken.text.push_str(if is_next { "" } else { " … " });
                    untaken.text.push(c);
                }
                None => self.untaken.push(Untaken { element, text: c.to_string() }),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::shown::known;
    use super::*;
    use crate::model::{Look, Stretch, escape_marked, parse_marked};

    /// A source with every sort of code.
    fn source() -> Content {
        let code =
            |id, part, element: &CodeElement| InlineCode { at: 0, id: CodeId(id), part, element: element.clone() };
        let pair = |id, element: CodeElement| [code(id, CodePart::Open, &element), code(id, CodePart::Close, &element)];
        let link = CodeElement::Link { href: "https://example.org/نهر".into(), title: "T".into() };
        let note = CodeElement::NoteMark { label: "n".into(), shown: "1".into() };
        let unsafe_link = CodeElement::Link { href: "javascript:x".into(), title: String::new() };
        let codes = [
            pair(1, CodeElement::Emphasis).to_vec(),
            pair(2, CodeElement::Strong).to_vec(),
            pair(3, link).to_vec(),
            vec![code(4, CodePart::Standalone, &note), code(5, CodePart::Standalone, &CodeElement::LineBreak)],
            pair(6, unsafe_link).to_vec(),
        ];
        Content::new("قال".into(), codes.concat()).unwrap()
    }

    /// What becomes of a target when `edit` was done to what a document shows of it.
    fn after(target: &str, edit: impl Fn(Vec<Stretch>) -> Vec<Stretch>) -> (String, usize) {
        let source = source();
        let content = parse_marked(target, &source).0;
        let known = known([&source, &content]);
        let shown = Shown::of(&content, &known);
        let returned = Shown::read(&edit(shown.stretches()), &known);
        let wording = wording(&content, &shown, &returned, &source, &known);
        (escape_marked(&wording.content, &source), wording.untaken.len())
    }

    fn replaced(from: &'static str, to: &'static str) -> impl Fn(Vec<Stretch>) -> Vec<Stretch> {
        move |stretches| {
            let each = |stretch: Stretch| Stretch { text: stretch.text.replace(from, to), ..stretch };
            stretches.into_iter().map(each).filter(|stretch| !stretch.text.is_empty()).collect()
        }
    }

    #[test]
    fn words_change_and_codes_stay_where_they_were() {
        let target = "He {1}said {2}it{/2}{/1}{4/} on {3}the site{/3}.{5/} {6}Late{/6}\r\nthen \u{7}.";
        for (from, to, expected) in [
            ("on ", "upon ", target.replace("} on", "} upon")),
            ("said", "wrote", target.replace("said", "wrote")),
            ("the site", "a page", target.replace("the site", "a page")),
            ("{4/}", "", target.replace("{4/}", "")),
            ("then", "and so", target.replace("then", "and so")),
            ("Late", "Later", target.replace("Late", "Later")),
            ("He ", "", target.replace("He ", "")),
        ] {
            assert_eq!(after(target, replaced(from, to)), (expected, 0), "{from} → {to}");
        }
        assert_eq!(after(target, |stretches| stretches), (target.to_owned(), 0));
    }

    #[test]
    fn looks_that_a_reviewer_gives_or_takes_are_codes_of_the_source() {
        let look = |text: &str, make: fn(&mut Look)| {
            let mut look = Look::default();
            make(&mut look);
            Stretch { text: text.to_owned(), look }
        };
        let plain = |text: &str| look(text, |_| {});
        let slanted = |text: &str| look(text, |look| look.emphasis = true);
        let given = |_: Vec<Stretch>| vec![plain("He "), slanted("said"), plain(" so.")];
        assert_eq!(after("He said so.", given), ("He {1}said{/1} so.".into(), 0));
        assert_eq!(after("He {1}said so{/1}.", given), ("He {1}said{/1} so.".into(), 0));
        assert_eq!(after("{1}He{/1} said so.", given), ("He {1}said{/1} so.".into(), 0));
        assert_eq!(after("He {1}said{/1} so.", |_| vec![plain("He said so.")]), ("He said so.".into(), 0));
        let struck = |_: Vec<Stretch>| vec![plain("He "), look("said", |look| look.strike = true), plain(" so.")];
        assert_eq!(after("He said so.", struck), ("He said so.".into(), 1));
        let link = |_: Vec<Stretch>| {
            let leads = |look: &mut Look| look.href = Some("https://example.org/%d9%86%D9%87%D8%B1/".into());
            vec![plain("See "), look("this", leads)]
        };
        assert_eq!(after("See this", link), ("See {3}this{/3}".into(), 0));
    }

    #[test]
    fn new_lines_are_breaks_of_the_source_and_else_characters() {
        assert_eq!(after("One two three", replaced(" two", "\ntwo")).0, "One{5/}two three");
        assert_eq!(after("One{5/} two three", replaced(" three", "\nthree")).0, "One{5/} two\nthree");
    }

    #[test]
    fn what_looks_like_a_code_and_is_text_stays_text() {
        for target in [
            "The set \\{1} of {1}x{/1}",
            "{1}{2}",
            "{9} and \\{4/}",
            "a {1}b {2}c{/1} d{/2}",
            "{/1}a{1}",
            "{1}{/1}",
            "{1}a{3}{4/}{/1}b{/3}",
        ] {
            assert_eq!(after(target, |stretches| stretches).0, target);
        }
        assert_eq!(after("The set \\{1} of x", replaced(" of x", " of y")).0, "The set \\{1} of y");
    }
}
