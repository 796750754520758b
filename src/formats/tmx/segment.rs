//! One segment on its way in: text, inline elements as codes at their offsets, and the tool's own code inside them as XML in one
//! fixed form. It numbers no codes.

use std::collections::{HashMap, HashSet};

use super::elements::{Native, element_of, element_of_half};
use super::xml;
use crate::model::{CodeElement, CodePart};

/// The type of a code that stands for one character which XML forbids, and what its code looks like.
pub(super) const CHARACTER_KIND: &str = "x-char";

/// An inline code as a segment of a file has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct RawCode {
    pub(super) at: usize,
    pub(super) part: CodePart,
    /// What joins it to codes of other segments of the unit.
    pub(super) x: Option<String>,
    /// The same for the two ends of a pair, and for no others.
    pub(super) group: usize,
    pub(super) element: CodeElement,
}

/// A segment as a file has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Segment {
    pub(super) text: String,
    pub(super) codes: Vec<RawCode>,
}

/// The attributes of an inline element that mean something.
#[derive(Debug, Default)]
pub(super) struct InlineAttributes {
    pub(super) i: Option<String>,
    pub(super) x: Option<String>,
    pub(super) kind: Option<String>,
    pub(super) assoc: Option<String>,
    pub(super) pos: Option<String>,
    pub(super) datatype: Option<String>,
}

/// The inline elements of TMX that hold code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Inline {
    /// `<bpt>`
    Begin,
    /// `<ept>`
    End,
    /// `<ph>`, and `<ut>`, which TMX 1.4 gave up for it.
    Placeholder,
    /// `<it>`
    Isolated,
}

impl Inline {
    fn of(name: &str) -> Option<Self> {
        Some(match name {
            "bpt" => Self::Begin,
            "ept" => Self::End,
            "ph" | "ut" => Self::Placeholder,
            "it" => Self::Isolated,
            _ => return None,
        })
    }
}

/// Code that is being read.
#[derive(Debug)]
struct Capture {
    inline: Inline,
    attributes: InlineAttributes,
    content: String,
    /// The elements open in it: what is to be written at their ends.
    open: Vec<String>,
}

/// A segment being read.
#[derive(Debug, Default)]
pub(super) struct SegmentReader {
    segment: Segment,
    /// The `i` of those codes that have one, by index.
    pairs: Vec<(usize, String)>,
    capture: Option<Box<Capture>>,
    /// The openings, in the codes, of the elements that text goes on in.
    spans: Vec<usize>,
}

impl SegmentReader {
    /// Codes read so far.
    pub(super) fn code_count(&self) -> usize {
        self.segment.codes.len()
    }

    pub(super) fn text(&mut self, text: &str) {
        match &mut self.capture {
            Some(capture) => xml::push_text(&mut capture.content, text),
            None => self.segment.text.push_str(text),
        }
    }

    /// An element begins; `tag` is what stands in the file between `<` and `>`.
    pub(super) fn start(&mut self, name: &str, tag: &str, attributes: InlineAttributes) {
        if let Some(capture) = &mut self.capture {
            capture.start(name, tag, &attributes);
        } else if let Some(inline) = Inline::of(name) {
            let mut attributes = attributes;
            if name == "ut" {
                attributes.kind.get_or_insert_with(|| "x-ut".to_owned());
            }
            let capture = Capture { inline, attributes, content: String::new(), open: Vec::new() };
            self.capture = Some(Box::new(capture));
        } else {
            let (opening, closing) = if name == "hi" {
                (String::new(), String::new())
            } else {
                (xml::text(&format!("<{tag}>")), xml::text(&format!("</{name}>")))
            };
            self.spans.push(self.segment.codes.len());
            let kind = attributes.kind.filter(|_| name == "hi").unwrap_or_default();
            let native = Native { kind, assoc: String::new(), opening, closing };
            self.push(CodePart::Open, attributes.x, element_of(native));
        }
    }

    /// An element without content, `<tag/>`.
    pub(super) fn empty(&mut self, name: &str, tag: &str, attributes: InlineAttributes) {
        let tag = tag.trim_end_matches('/');
        let is_known = match &self.capture {
            Some(capture) => capture.kept(name, &attributes).is_some(),
            None => name == "hi" || Inline::of(name).is_some(),
        };
        if is_known {
            self.start(name, tag, attributes);
            self.end();
            return;
        }
        let opening = xml::text(&format!("<{tag}/>"));
        match &mut self.capture {
            Some(capture) => capture.content.push_str(&opening),
            None => {
                let native = Native { opening, ..Native::default() };
                self.push(CodePart::Standalone, attributes.x, CodeElement::Foreign(Box::new(native)));
            }
        }
    }

    /// The innermost element ends.
    pub(super) fn end(&mut self) {
        match &mut self.capture {
            Some(capture) => {
                if let Some(end) = capture.open.pop() {
                    capture.content.push_str(&end);
                } else if let Some(capture) = self.capture.take() {
                    self.close_capture(*capture);
                }
            }
            None => {
                let Some(opening) = self.spans.pop().and_then(|span| self.segment.codes.get(span).cloned()) else {
                    return;
                };
                let at = self.segment.text.len();
                self.segment.codes.push(RawCode { at, part: CodePart::Close, ..opening });
            }
        }
    }

    fn push(&mut self, part: CodePart, x: Option<String>, element: CodeElement) {
        let group = self.segment.codes.len();
        self.segment.codes.push(RawCode { at: self.segment.text.len(), part, x, group, element });
    }

    fn close_capture(&mut self, capture: Capture) {
        let Capture { inline, attributes, content, .. } = capture;
        let InlineAttributes { i, x, kind, assoc, pos, .. } = attributes;
        let kind = kind.unwrap_or_default();
        let assoc = assoc.filter(|_| inline == Inline::Placeholder).unwrap_or_default();
        if let (Inline::Placeholder, CHARACTER_KIND, None) = (inline, kind.as_str(), &x)
            && let Some(c) = forbidden_character(&content)
        {
            self.segment.text.push(c);
            return;
        }
        let part = match inline {
            Inline::Begin => CodePart::Open,
            Inline::End => CodePart::Close,
            Inline::Placeholder => CodePart::Standalone,
            Inline::Isolated if pos.as_deref() == Some("end") => CodePart::Close,
            Inline::Isolated => CodePart::Open,
        };
        let is_half = matches!(inline, Inline::Begin | Inline::End);
        let element = if is_half && i.is_some() {
            let (opening, closing) =
                if part == CodePart::Close { (String::new(), content) } else { (content, String::new()) };
            CodeElement::Foreign(Box::new(Native { kind, assoc, opening, closing }))
        } else {
            element_of_half(part, kind, assoc, content)
        };
        if let Some(i) = i.filter(|_| is_half) {
            self.pairs.push((self.segment.codes.len(), i));
        }
        self.push(part, x, element);
    }

    /// The content of the code that is open, when nothing is open in it.
    pub(super) fn into_code(self) -> Option<String> {
        self.capture.filter(|capture| capture.open.is_empty()).map(|capture| capture.content)
    }

    /// The segment, with the two ends of each pair joined by their `i`.
    pub(super) fn finish(mut self) -> Segment {
        let mut open: HashMap<&str, usize> = HashMap::new();
        let mut paired = HashSet::new();
        for (index, i) in &self.pairs {
            if self.segment.codes[*index].part == CodePart::Open {
                open.insert(i, *index);
                continue;
            }
            let Some(opening) = open.remove(i.as_str()) else { continue };
            let element = joined(&self.segment.codes[opening].element, &self.segment.codes[*index].element);
            self.segment.codes[opening].element = element.clone();
            let RawCode { x, group, .. } = self.segment.codes[opening].clone();
            let closing = &mut self.segment.codes[*index];
            (closing.x, closing.group, closing.element) = (x, group, element);
            paired.extend([opening, *index]);
        }
        for (index, _) in self.pairs.iter().filter(|(index, _)| !paired.contains(index)) {
            let code = &mut self.segment.codes[*index];
            code.element = alone(code.part, &code.element);
        }
        self.segment
    }
}

/// The element whose opening and closing were read apart.
fn joined(opening: &CodeElement, closing: &CodeElement) -> CodeElement {
    match (opening, closing) {
        (CodeElement::Foreign(opening), CodeElement::Foreign(closing)) => {
            element_of(Native { closing: closing.closing.clone(), ..(**opening).clone() })
        }
        _ => opening.clone(),
    }
}

/// The element of an end whose other end is missing.
fn alone(part: CodePart, half: &CodeElement) -> CodeElement {
    let CodeElement::Foreign(native) = half else { return half.clone() };
    let Native { kind, assoc, opening, closing } = (**native).clone();
    element_of_half(part, kind, assoc, opening + &closing)
}

/// The character that a code like `U+0001` stands for, when XML forbids it.
fn forbidden_character(code: &str) -> Option<char> {
    let c = char::from_u32(u32::from_str_radix(code.strip_prefix("U+")?, 16).ok()?)?;
    (xml::is_forbidden(c) && super::problem::code_point(c.into()) == code).then_some(c)
}

impl Capture {
    /// An element begins inside of code. One that may stand there is kept as one; any other is code itself, and so text here.
    fn start(&mut self, name: &str, tag: &str, attributes: &InlineAttributes) {
        let Some(kept) = self.kept(name, attributes) else {
            xml::push_text(&mut self.content, &format!("<{tag}>"));
            self.open.push(xml::text(&format!("</{name}>")));
            return;
        };
        self.content.push('<');
        self.content.push_str(name);
        for (name, value) in kept {
            if let Some(value) = value {
                xml::push_attribute(&mut self.content, name, value);
            }
        }
        self.content.push('>');
        self.open.push(format!("</{name}>"));
    }

    /// What is kept of the attributes of an element that may stand here: `<sub>`, and the inline elements in a `<sub>`.
    fn kept<'a>(
        &self,
        name: &str,
        attributes: &'a InlineAttributes,
    ) -> Option<Vec<(&'static str, &'a Option<String>)>> {
        let InlineAttributes { i, x, kind, assoc, pos, datatype } = attributes;
        let in_flow = self.open.last().is_some_and(|end| end == "</sub>" || end == "</hi>");
        Some(match name {
            "sub" if !in_flow => vec![("datatype", datatype), ("type", kind)],
            "bpt" if in_flow && i.is_some() => vec![("i", i), ("x", x), ("type", kind)],
            "ept" if in_flow && i.is_some() => vec![("i", i)],
            "ph" if in_flow => vec![("x", x), ("assoc", assoc), ("type", kind)],
            "it" if in_flow && matches!(pos.as_deref(), Some("begin" | "end")) => {
                vec![("pos", pos), ("x", x), ("type", kind)]
            }
            "hi" if in_flow => vec![("x", x), ("type", kind)],
            "ut" if in_flow => vec![("x", x)],
            _ => return None,
        })
    }
}
