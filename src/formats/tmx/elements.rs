//! The project's inline codes as TMX has them, and back: a type (TMX 1.4b, `type`), code where it opens, code where it closes.
//! A code that no element of the project has written stays foreign.

use super::xml;
use crate::model::{CodeElement, CodePart, ForeignCode};

/// What TMX says of a code; `opening` and `closing` are XML, as in [`ForeignCode`].
pub(super) type Native = ForeignCode;

/// Between the two halves of a code that stands alone in a segment though another half is part of it. To other tools it is a
/// subflow without text.
pub(super) const HALVES: &str = "<sub type=\"x-closing\"></sub>";

/// Elements without parameters: type, opening, closing.
const SIMPLE: &[(CodeElement, &str, &str, &str)] = &[
    (CodeElement::Emphasis, "italic", "&lt;em&gt;", "&lt;/em&gt;"),
    (CodeElement::Strong, "bold", "&lt;strong&gt;", "&lt;/strong&gt;"),
    (CodeElement::Underline, "ulined", "&lt;u&gt;", "&lt;/u&gt;"),
    (CodeElement::Strikethrough, "x-strikethrough", "&lt;s&gt;", "&lt;/s&gt;"),
    (CodeElement::Highlight, "x-highlight", "&lt;mark&gt;", "&lt;/mark&gt;"),
    (CodeElement::Superscript, "x-superscript", "&lt;sup&gt;", "&lt;/sup&gt;"),
    (CodeElement::Subscript, "x-subscript", "&lt;sub&gt;", "&lt;/sub&gt;"),
    (CodeElement::Code, "x-code", "&lt;code&gt;", "&lt;/code&gt;"),
    (CodeElement::LineBreak, "lb", "&lt;br/&gt;", ""),
];

/// What is written for an element.
pub(super) fn native_of(element: &CodeElement) -> Native {
    let new = |kind: &str, opening: &str, closing: &str| Native {
        kind: kind.to_owned(),
        assoc: String::new(),
        opening: opening.to_owned(),
        closing: closing.to_owned(),
    };
    match element {
        CodeElement::Foreign(code) => (**code).clone(),
        CodeElement::Link { href, title } => {
            let mut tag = tag("a", &[("href", href)]);
            if !title.is_empty() {
                xml::push_attribute(&mut tag, "title", title);
            }
            new("link", &xml::text(&(tag + ">")), "&lt;/a&gt;")
        }
        CodeElement::NoteMark { label, shown } => {
            new("fnote", &xml::text(&(tag("note", &[("label", label), ("shown", shown)]) + "/>")), "")
        }
        CodeElement::Image { src, alt } => {
            new("image", &xml::text(&(tag("img", &[("src", src), ("alt", alt)]) + "/>")), "")
        }
        simple => SIMPLE
            .iter()
            .find(|(element, ..)| element == simple)
            .map(|(_, kind, opening, closing)| new(kind, opening, closing))
            .unwrap_or_default(),
    }
}

fn tag(name: &str, attributes: &[(&str, &str)]) -> String {
    let mut tag = format!("<{name}");
    for (name, value) in attributes {
        xml::push_attribute(&mut tag, name, value);
    }
    tag
}

/// The element of a code whose both halves are known.
pub(super) fn element_of(native: Native) -> CodeElement {
    let simple = SIMPLE.iter().find(|(_, kind, opening, closing)| {
        native.kind == *kind && native.opening == *opening && native.closing == *closing
    });
    let element = simple.map(|(element, ..)| element.clone()).or_else(|| with_parameters(&native));
    match element {
        Some(element) if native.assoc.is_empty() => element,
        _ => CodeElement::Foreign(Box::new(native)),
    }
}

/// The element that a half of a code without its other half is of: a code that stands alone, or one end of a pair.
pub(super) fn element_of_half(part: CodePart, kind: String, assoc: String, content: String) -> CodeElement {
    let (opening, closing) = match content.split_once(HALVES) {
        Some((opening, closing)) => (opening.to_owned(), closing.to_owned()),
        None if part == CodePart::Close => (String::new(), content),
        None => (content, String::new()),
    };
    let native = Native { kind, assoc, opening, closing };
    completed(part, &native).map_or_else(|| CodeElement::Foreign(Box::new(native.clone())), element_of)
}

/// The same with the half that follows from the other one, where the project knows it.
fn completed(part: CodePart, native: &Native) -> Option<Native> {
    let known = SIMPLE.iter().find(|(_, kind, opening, closing)| match part {
        CodePart::Close => native.kind == *kind && native.closing == *closing && native.opening.is_empty(),
        CodePart::Open | CodePart::Standalone => {
            native.kind == *kind && native.opening == *opening && native.closing.is_empty()
        }
    });
    if let Some((_, _, opening, closing)) = known {
        return Some(Native { opening: (*opening).to_owned(), closing: (*closing).to_owned(), ..native.clone() });
    }
    let is_link = native.kind == "link" && native.closing.is_empty() && native.opening.starts_with("&lt;a ");
    let closing = if is_link { "&lt;/a&gt;".to_owned() } else { native.closing.clone() };
    Some(Native { closing, ..native.clone() }).filter(|native| with_parameters(native).is_some())
}

/// What stands in the element of a code without its other half.
pub(super) fn half_of(part: CodePart, element: &CodeElement) -> (Native, String) {
    let native = native_of(element);
    let content = if part == CodePart::Close { &native.closing } else { &native.opening };
    let read = element_of_half(part, native.kind.clone(), native.assoc.clone(), content.clone());
    let content = if read == *element { content.clone() } else { [&native.opening, HALVES, &native.closing].concat() };
    (native, content)
}

/// A link, note mark or picture, when the code is exactly what is written for it.
fn with_parameters(native: &Native) -> Option<CodeElement> {
    let code = native.opening.strip_prefix("&lt;")?;
    let value = |name: &str| attribute(code, name);
    let element = match native.kind.as_str() {
        "link" => CodeElement::Link { href: value("href")?, title: value("title").unwrap_or_default() },
        "fnote" => CodeElement::NoteMark { label: value("label")?, shown: value("shown")? },
        "image" => CodeElement::Image { src: value("src")?, alt: value("alt")? },
        _ => return None,
    };
    (native_of(&element) == *native).then_some(element)
}

/// The value of an attribute in a tag that is escaped as XML, and whose values are escaped themselves.
fn attribute(code: &str, name: &str) -> Option<String> {
    let start = code.find(&format!(" {name}=\""))? + name.len() + 3;
    let value = &code[start..];
    let value = &value[..value.find('"')?];
    let mut unescaped = value.to_owned();
    // The value went through `push_attribute` and then through `push_text`.
    for (entity, c) in [
        ("&amp;lt;", "<"),
        ("&amp;gt;", ">"),
        ("&amp;quot;", "\""),
        ("&amp;#9;", "\t"),
        ("&amp;#10;", "\n"),
        ("&amp;#13;", "\r"),
        ("&amp;amp;", "&"),
    ] {
        unescaped = unescaped.replace(entity, c);
    }
    Some(unescaped)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn elements() -> Vec<CodeElement> {
        let mut elements: Vec<CodeElement> = SIMPLE.iter().map(|(element, ..)| element.clone()).collect();
        for text in ["", "https://example.org/?a=1&b=\"2\"", "<&lt; &amp;#13;\r\n\t title=\"x\"", "[١]"] {
            let text = text.to_owned();
            elements.push(CodeElement::Link { href: text.clone(), title: String::new() });
            elements.push(CodeElement::Link { href: "#".into(), title: text.clone() });
            elements.push(CodeElement::NoteMark { label: text.clone(), shown: "x".into() });
            elements.push(CodeElement::Image { src: "a.png".into(), alt: text.clone() });
            elements.push(CodeElement::Foreign(Box::new(ForeignCode {
                kind: text.clone(),
                assoc: "p".into(),
                opening: xml::text(&text),
                closing: String::new(),
            })));
        }
        elements
    }

    #[test]
    fn what_is_written_for_an_element_is_read_as_that_element() {
        for element in elements() {
            assert_eq!(element_of(native_of(&element)), element);
            for part in [CodePart::Open, CodePart::Close, CodePart::Standalone] {
                let (native, content) = half_of(part, &element);
                assert_eq!(element_of_half(part, native.kind, native.assoc, content), element, "{part:?}");
            }
        }
    }

    #[test]
    fn what_another_tool_wrote_stays_as_it_is() {
        for (kind, opening, closing) in [
            ("bold", "&lt;b&gt;", "&lt;/b&gt;"),
            ("", "&lt;strong&gt;", "&lt;/strong&gt;"),
            ("link", "&lt;a class=\"x\" href=\"#\"&gt;", "&lt;/a&gt;"),
            ("image", "&lt;img src='a'/&gt;", ""),
        ] {
            let native =
                Native { kind: kind.into(), assoc: String::new(), opening: opening.into(), closing: closing.into() };
            assert_eq!(element_of(native.clone()), CodeElement::Foreign(Box::new(native)));
        }
    }
}
