//! What the elements of HTML mean to the model: shapes of blocks and inline codes. It looks at one element at a time.

use dom_query::Document;

use super::page::{Node, Page};
use crate::model::{BlockShape, CodeElement};

/// Elements that begin and end a block (HTML Standard §15.3, `display: block` and parts of tables).
const BLOCKS: &[&str] = &[
    "html",
    "body",
    "article",
    "main",
    "section",
    "header",
    "footer",
    "aside",
    "nav",
    "div",
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "menu",
    "dir",
    "li",
    "dl",
    "dt",
    "dd",
    "blockquote",
    "pre",
    "listing",
    "xmp",
    "plaintext",
    "figure",
    "figcaption",
    "caption",
    "table",
    "thead",
    "tbody",
    "tfoot",
    "tr",
    "td",
    "th",
    "hr",
    "address",
    "center",
    "details",
    "summary",
    "fieldset",
    "legend",
    "hgroup",
    "form",
    "dialog",
];

pub(super) fn is_block(node: &Node<'_>) -> bool {
    node.is_one_of(BLOCKS)
}

/// The codes that an inline element stands for, outermost first; links and pictures among them.
pub(super) fn codes_of(node: &Node<'_>) -> Vec<CodeElement> {
    let link = || {
        let href = node.attribute("href")?;
        Some(CodeElement::Link { href, title: node.attribute("title").unwrap_or_default() })
    };
    match node.name {
        "a" => link().into_iter().collect(),
        "span" => node.attribute("style").map(|style| codes_of_style(&style)).unwrap_or_default(),
        "b" | "strong" if says_normal_weight(node) => Vec::new(),
        name => simple_code(name).into_iter().collect(),
    }
}

fn simple_code(name: &str) -> Option<CodeElement> {
    Some(match name {
        "em" | "i" | "cite" => CodeElement::Emphasis,
        "strong" | "b" => CodeElement::Strong,
        "u" | "ins" => CodeElement::Underline,
        "s" | "del" | "strike" => CodeElement::Strikethrough,
        "mark" => CodeElement::Highlight,
        "sup" => CodeElement::Superscript,
        "sub" => CodeElement::Subscript,
        "code" | "kbd" | "samp" | "tt" => CodeElement::Code,
        _ => return None,
    })
}

/// Some word processors wrap a whole text in `<b style="font-weight:normal">`.
fn says_normal_weight(node: &Node<'_>) -> bool {
    node.attribute("style")
        .is_some_and(|style| declarations(&style).any(|d| d == ("font-weight".into(), "normal".into())))
}

/// Word processors write emphasis as styles.
fn codes_of_style(style: &str) -> Vec<CodeElement> {
    let mut codes = Vec::new();
    for (property, value) in declarations(style) {
        match (property.as_str(), value.as_str()) {
            ("font-weight", "bold" | "bolder" | "600" | "700" | "800" | "900") => codes.push(CodeElement::Strong),
            ("font-style", "italic" | "oblique") => codes.push(CodeElement::Emphasis),
            ("text-decoration" | "text-decoration-line", value) => {
                if value.contains("underline") {
                    codes.push(CodeElement::Underline);
                }
                if value.contains("line-through") {
                    codes.push(CodeElement::Strikethrough);
                }
            }
            ("vertical-align", "super") => codes.push(CodeElement::Superscript),
            ("vertical-align", "sub") => codes.push(CodeElement::Subscript),
            _ => {}
        }
    }
    codes
}

fn declarations(style: &str) -> impl Iterator<Item = (String, String)> {
    style.split(';').filter_map(|d| d.split_once(':')).map(|(p, v)| (p.trim().to_lowercase(), v.trim().to_lowercase()))
}

pub(super) fn picture(node: &Node<'_>) -> CodeElement {
    let attribute = |name| node.attribute(name).unwrap_or_default();
    CodeElement::Image { src: attribute("src"), alt: attribute("alt") }
}

/// What a lone tag inside Markdown means.
pub(in crate::formats) enum InlineTag {
    /// Opens a code.
    Open(CodeElement),
    /// Closes the innermost code of which this holds.
    Close(fn(&CodeElement) -> bool),
    /// A code by itself.
    Standalone(CodeElement),
    /// Nothing to the model.
    Other,
}

/// Reads one tag such as `<u>`, `</sup>`, `<br/>`.
pub(in crate::formats) fn inline_tag(tag: &str) -> InlineTag {
    let inner = tag.trim_start_matches('<');
    let (closes, inner) = inner.strip_prefix('/').map_or((false, inner), |rest| (true, rest));
    let name: String = inner.chars().take_while(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    if closes {
        return closing(&name).map_or(InlineTag::Other, InlineTag::Close);
    }
    if let Some(element) = simple_code(&name) {
        return InlineTag::Open(element);
    }
    let element = |wanted: &str| {
        let document = Document::fragment(tag);
        let page = Page::new(&document);
        let node = page.nodes.iter().find(|node| node.name == wanted)?;
        if wanted == "img" { Some(picture(node)) } else { codes_of(node).into_iter().next() }
    };
    match name.as_str() {
        "br" => InlineTag::Standalone(CodeElement::LineBreak),
        "img" => element("img").map_or(InlineTag::Other, InlineTag::Standalone),
        "a" => element("a").map_or(InlineTag::Other, InlineTag::Open),
        _ => InlineTag::Other,
    }
}

fn closing(name: &str) -> Option<fn(&CodeElement) -> bool> {
    Some(match simple_code(name) {
        Some(CodeElement::Emphasis) => |e| *e == CodeElement::Emphasis,
        Some(CodeElement::Strong) => |e| *e == CodeElement::Strong,
        Some(CodeElement::Underline) => |e| *e == CodeElement::Underline,
        Some(CodeElement::Strikethrough) => |e| *e == CodeElement::Strikethrough,
        Some(CodeElement::Highlight) => |e| *e == CodeElement::Highlight,
        Some(CodeElement::Superscript) => |e| *e == CodeElement::Superscript,
        Some(CodeElement::Subscript) => |e| *e == CodeElement::Subscript,
        Some(CodeElement::Code) => |e| *e == CodeElement::Code,
        _ if name == "a" => |e| matches!(e, CodeElement::Link { .. }),
        _ => return None,
    })
}

/// The shape that an element gives its block; `None` when it has that of the element around it. Items of lists are counted by
/// the reader.
pub(super) fn shape_of(page: &Page<'_>, at: usize) -> Option<BlockShape> {
    let node = &page.nodes[at];
    Some(match node.name {
        "h1" => BlockShape::Heading(1),
        "h2" => BlockShape::Heading(2),
        "h3" => BlockShape::Heading(3),
        "h4" => BlockShape::Heading(4),
        "h5" => BlockShape::Heading(5),
        "h6" => BlockShape::Heading(6),
        "blockquote" => BlockShape::Quote,
        "pre" | "listing" | "xmp" | "plaintext" => BlockShape::Preformatted,
        "figcaption" | "caption" => BlockShape::Caption,
        "td" | "th" if is_data_cell(page, at) => BlockShape::TableCell,
        _ => return None,
    })
}

/// Tables that lay out a page have cells with headings, tables, several paragraphs or many line breaks in them.
fn is_data_cell(page: &Page<'_>, at: usize) -> bool {
    let inside = || page.inside(at).map(|i| &page.nodes[i]);
    !inside().any(|n| n.is_one_of(&["table", "h1", "h2", "h3", "h4", "article", "blockquote"]))
        && inside().filter(|n| n.is_one_of(&["p", "div"])).count() < 3
        && inside().filter(|n| n.name == "br").count() < 4
}
