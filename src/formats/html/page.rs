//! A parsed page as a flat list of nodes in document order, so that every walk over it is a loop, however deep it is nested.
//! It parses and never fetches; it decides nothing about articles.

use dom_query::{Document, NodeRef};

/// A node of the page and its place in the tree.
pub(super) struct Node<'a> {
    pub(super) dom: NodeRef<'a>,
    /// The name of an element the reader knows, `#text`, or nothing.
    pub(super) name: &'static str,
    /// Index of the parent; the root is its own.
    pub(super) parent: usize,
    /// Index after the last node inside.
    pub(super) end: usize,
    /// Whether it, or what it lies in, is not shown to a reader of the page.
    pub(super) hidden: bool,
    /// Whether it is shown to a reader of the page and was hidden as no part of the article.
    pub(super) left_out: bool,
    /// Visible characters inside, white space not counted.
    pub(super) weight: usize,
}

impl Node<'_> {
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        self.dom.attr(name).map(|value| value.to_string())
    }

    pub(super) fn is_text(&self) -> bool {
        self.name == "#text"
    }

    pub(super) fn is_one_of(&self, names: &[&str]) -> bool {
        names.contains(&self.name)
    }

    /// The text of a text node.
    pub(super) fn own_text(&self) -> String {
        self.dom.text().to_string()
    }
}

/// All nodes of a page; index 0 is the document.
pub(super) struct Page<'a> {
    pub(super) nodes: Vec<Node<'a>>,
}

/// Every element that means something to the reader. `font`, `span` and unknown ones are inline and mean nothing.
const KNOWN: &[&str] = &[
    "html",
    "head",
    "title",
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
    "li",
    "dl",
    "dt",
    "dd",
    "blockquote",
    "pre",
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
    "br",
    "address",
    "center",
    "details",
    "summary",
    "fieldset",
    "legend",
    "hgroup",
    "search",
    "em",
    "i",
    "cite",
    "strong",
    "b",
    "u",
    "ins",
    "s",
    "del",
    "strike",
    "mark",
    "sup",
    "sub",
    "code",
    "kbd",
    "samp",
    "tt",
    "a",
    "q",
    "img",
    "span",
    "meta",
    "script",
    "style",
    "template",
    "iframe",
    "svg",
    "form",
    "button",
    "select",
    "input",
    "textarea",
    "datalist",
    "noscript",
    "object",
    "embed",
    "audio",
    "video",
    "canvas",
    "math",
    "dialog",
    "rp",
    "noembed",
    "noframes",
    "dir",
    "listing",
    "xmp",
    "plaintext",
];

/// Elements whose inside is no text of the page, or a tool for its visitor.
const NEVER_SHOWN: &[&str] = &[
    "head", "script", "style", "template", "iframe", "svg", "button", "select", "input", "textarea", "datalist",
    "noscript", "object", "embed", "audio", "video", "canvas", "nav", "search", "rp", "noembed", "noframes",
];

impl<'a> Page<'a> {
    pub(super) fn new(document: &'a Document) -> Self {
        let mut page = Self { nodes: Vec::new() };
        page.flatten(document.root());
        page.weigh();
        page.hide_forms();
        page
    }

    fn flatten(&mut self, root: NodeRef<'a>) {
        let mut pending = vec![(root, 0)];
        while let Some((dom, parent)) = pending.pop() {
            let index = self.nodes.len();
            let is_element = dom.is_element();
            if !is_element && !dom.is_text() && index > 0 {
                continue;
            }
            let name = if is_element { known_name(&dom) } else { ["#text", ""][usize::from(index == 0)] };
            let hidden = self.nodes.get(parent).is_some_and(|p: &Node<'_>| p.hidden)
                || (is_element && (NEVER_SHOWN.contains(&name) || is_hidden(&dom, name)));
            self.nodes.push(Node { dom, name, parent, end: index + 1, hidden, left_out: false, weight: 0 });
            let children = dom.children_it(true).map(|child| (child, index));
            pending.extend(children);
        }
        for index in (1..self.nodes.len()).rev() {
            let Node { parent, end, .. } = self.nodes[index];
            self.nodes[parent].end = self.nodes[parent].end.max(end);
        }
    }

    fn weigh(&mut self) {
        for index in (1..self.nodes.len()).rev() {
            let node = &self.nodes[index];
            if node.is_text() && !node.hidden {
                self.nodes[index].weight = node.dom.text().chars().filter(|c| !c.is_whitespace()).count();
            }
            let Node { parent, weight, .. } = self.nodes[index];
            self.nodes[parent].weight += weight;
        }
    }

    /// A form is a tool for the visitor, unless the site wraps the whole page in one.
    fn hide_forms(&mut self) {
        let whole = self.nodes[0].weight;
        let forms: Vec<usize> = (0..self.nodes.len()).filter(|&i| self.nodes[i].name == "form").collect();
        for form in forms {
            if self.nodes[form].weight * 2 <= whole && !self.inside(form).any(|i| self.nodes[i].name == "h1") {
                self.hide(form);
            }
        }
    }

    /// Hides a node and all inside, and takes its weight off what it lies in.
    pub(super) fn hide(&mut self, index: usize) {
        let Node { weight, end, .. } = self.nodes[index];
        for node in &mut self.nodes[index..end] {
            node.left_out |= !node.hidden;
            (node.hidden, node.weight) = (true, 0);
        }
        let mut at = index;
        while at > 0 {
            at = self.nodes[at].parent;
            self.nodes[at].weight -= weight.min(self.nodes[at].weight);
        }
    }

    /// Indices of all nodes inside a node, in document order.
    pub(super) fn inside(&self, index: usize) -> std::ops::Range<usize> {
        index + 1..self.nodes[index].end
    }

    /// Indices of what a node lies in, from the inside out.
    pub(super) fn ancestors(&self, index: usize) -> impl Iterator<Item = usize> {
        let step = |&at: &usize| (at > 0).then(|| self.nodes[at].parent);
        std::iter::successors(Some(index), step).skip(1)
    }

    /// The visible text inside, white space collapsed and trimmed.
    pub(super) fn text_of(&self, index: usize) -> String {
        let shown = self.inside(index).map(|i| &self.nodes[i]).filter(|n| n.is_text() && !n.hidden);
        let text: String = shown.map(Node::own_text).collect();
        collapse(&text)
    }
}

/// White space as HTML collapses it: runs of ASCII white space become one space, and none at the edges.
pub(super) fn collapse(text: &str) -> String {
    text.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

fn known_name(dom: &NodeRef<'_>) -> &'static str {
    let Some(element) = dom.element_ref() else { return "" };
    let name: &str = &element.name.local;
    KNOWN.iter().find(|known| **known == name).copied().unwrap_or("")
}

fn is_hidden(dom: &NodeRef<'_>, name: &str) -> bool {
    let is = |attribute: &str, value: &str| dom.attr(attribute).is_some_and(|v| v.eq_ignore_ascii_case(value));
    let hidden_by_style = || {
        dom.attr("style").is_some_and(|style| {
            let style: String = style.to_lowercase().split_whitespace().collect();
            style.contains("display:none") || style.contains("visibility:hidden")
        })
    };
    dom.has_attr("hidden")
        || is("aria-hidden", "true")
        || is("role", "navigation")
        || (name == "dialog" && !dom.has_attr("open"))
        || hidden_by_style()
}
