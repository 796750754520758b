//! The numbers of inline codes: what renders each other in source and target has the same (TMX 1.4b, `x`). Texts are not touched.

use std::collections::{HashMap, HashSet, VecDeque};

use super::segment::{RawCode, Segment};
use crate::model::{CodeElement, CodeId, CodePart, Content, InlineCode};

/// How many codes a segment may have, so that those of source and target together can be numbered.
pub(super) const MOST_CODES: usize = 30_000;

/// Source and target with their codes numbered.
///
/// A code has the number of its `x`, where that is a number from 1; else the one of the code in the source that has the same
/// `x`, or has none and is the same; else the next number that is free.
pub(super) fn numbered(source: &Segment, target: &Segment) -> (Content, Content) {
    if source.codes.is_empty() && target.codes.is_empty() {
        return (Content::plain(source.text.as_str()), Content::plain(target.text.as_str()));
    }
    let taken = source.codes.iter().chain(&target.codes).filter_map(|code| number_of(code.x.as_deref()?)).collect();
    let mut numbers = Numbers { taken, next: 1, by_name: HashMap::new() };
    let mut unmatched = HashMap::new();
    let source = numbers.content(source, |_| None, Some(&mut unmatched));
    let counterpart = |code: &RawCode| {
        let queue: &mut VecDeque<u16> =
            unmatched.get_mut(&(code.part == CodePart::Standalone, code.element.clone()))?;
        queue.pop_front()
    };
    let target = numbers.content(target, counterpart, None);
    (source, target)
}

/// Whether a code stands alone, and what it is.
type Likeness = (bool, CodeElement);

struct Numbers<'a> {
    taken: HashSet<u16>,
    next: u16,
    /// The numbers of codes whose `x` is no number, or is one that another code has already.
    by_name: HashMap<(&'a str, Option<Likeness>), u16>,
}

fn number_of(x: &str) -> Option<u16> {
    x.parse().ok().filter(|number: &u16| *number > 0 && number.to_string() == x)
}

impl<'a> Numbers<'a> {
    fn free(&mut self) -> u16 {
        while self.taken.contains(&self.next) && self.next < u16::MAX {
            self.next += 1;
        }
        self.taken.insert(self.next);
        self.next
    }

    /// A segment with numbers. `counterpart` gives the number of a code without `x`, when there is one; `unmatched` takes the
    /// numbers of the codes without `x`.
    fn content(
        &mut self,
        segment: &'a Segment,
        mut counterpart: impl FnMut(&RawCode) -> Option<u16>,
        mut unmatched: Option<&mut HashMap<Likeness, VecDeque<u16>>>,
    ) -> Content {
        let mut groups: HashMap<usize, u16> = HashMap::new();
        let mut meanings: HashMap<(u16, CodePart), &CodeElement> = HashMap::new();
        let mut codes = Vec::with_capacity(segment.codes.len());
        for code in &segment.codes {
            let known = groups.get(&code.group).copied();
            let number = known.unwrap_or_else(|| match code.x.as_deref() {
                Some(x) => self.named(x, code, &meanings),
                None => {
                    let number = counterpart(code).unwrap_or_else(|| self.free());
                    if let Some(unmatched) = unmatched.as_deref_mut() {
                        let likeness = (code.part == CodePart::Standalone, code.element.clone());
                        unmatched.entry(likeness).or_default().push_back(number);
                    }
                    number
                }
            });
            groups.insert(code.group, number);
            meanings.entry((number, code.part)).or_insert(&code.element);
            codes.push(InlineCode { at: code.at, id: CodeId(number), part: code.part, element: code.element.clone() });
        }
        Content::new(segment.text.clone(), codes).expect("codes were put at the end of the text as it grew")
    }

    /// The number of a code with an `x`. Where the segment has another code of that number, the two are told apart.
    fn named(&mut self, x: &'a str, code: &RawCode, meanings: &HashMap<(u16, CodePart), &CodeElement>) -> u16 {
        let number = number_of(x);
        if let Some(number) = number {
            let stands = |part| meanings.get(&(number, part)).copied();
            let alone = code.part == CodePart::Standalone;
            let clashes = stands(code.part).is_some_and(|element| *element != code.element)
                || (alone && (stands(CodePart::Open).is_some() || stands(CodePart::Close).is_some()))
                || (!alone && stands(CodePart::Standalone).is_some());
            if !clashes {
                return number;
            }
        }
        let likeness = number.map(|_| (code.part == CodePart::Standalone, code.element.clone()));
        if let Some(number) = self.by_name.get(&(x, likeness.clone())) {
            return *number;
        }
        let number = self.free();
        self.by_name.insert((x, likeness), number);
        number
    }
}
