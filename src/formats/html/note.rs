//! Finds the marks of footnotes in a page, the notes they lead to and the links that lead back. It reads no text of notes.

use std::collections::{HashMap, HashSet};

use super::element::is_block;
use super::page::{Node, Page};

/// A note mark: the label that joins it to its note, and what the reader sees.
#[derive(Clone, Debug)]
pub(super) struct Mark {
    pub(super) label: String,
    pub(super) shown: String,
}

/// The notes of a page, by indices of nodes.
#[derive(Default)]
pub(super) struct Notes {
    /// Links that are marks.
    pub(super) marks: HashMap<usize, Mark>,
    /// Blocks that are notes, with their labels.
    pub(super) notes: HashMap<usize, String>,
    /// Links from a note back to its mark; they are no text of the note.
    pub(super) back_links: HashSet<usize>,
}

/// Finds the notes of a page.
///
/// A mark is a link inside the page whose text is a number, bare or in brackets, and whose target stands further down in
/// a block without headings; or such a link in `<sup>` whose target was not saved with the page.
pub(super) fn find(page: &Page<'_>) -> Notes {
    let targets = targets(page);
    let mut notes = Notes::default();
    let links: Vec<(usize, String)> = (1..page.nodes.len())
        .filter(|&i| page.nodes[i].name == "a" && !page.nodes[i].hidden)
        .filter_map(|i| Some((i, fragment(&page.nodes[i])?)))
        .collect();
    for (link, label) in &links {
        let shown = page.text_of(*link);
        if !is_number(&shown) || notes.lies_in_note(page, *link) {
            continue;
        }
        let is_mark = match targets.get(label).copied() {
            Some(target) => note_block(page, *link, target).is_some_and(|block| {
                notes.notes.entry(block).or_insert_with(|| label.clone());
                true
            }),
            None => {
                let in_sup = page.ancestors(*link).take(2).any(|i| page.nodes[i].name == "sup");
                in_sup || page.inside(*link).any(|i| page.nodes[i].name == "sup")
            }
        };
        if is_mark {
            notes.marks.insert(*link, Mark { label: label.clone(), shown });
        }
    }
    notes.find_back_links(page, &links, &targets);
    notes
}

impl Notes {
    fn lies_in_note(&self, page: &Page<'_>, index: usize) -> bool {
        page.ancestors(index).any(|i| self.notes.contains_key(&i))
    }

    fn find_back_links(&mut self, page: &Page<'_>, links: &[(usize, String)], targets: &HashMap<String, usize>) {
        let mut numbered = HashSet::new();
        for (link, label) in links {
            let Some(note) = page.ancestors(*link).find(|i| self.notes.contains_key(i)) else { continue };
            let leads_up = targets.get(label).is_none_or(|target| target < link);
            let text = page.text_of(*link);
            let is_number = is_number(&text);
            if leads_up && !self.marks.contains_key(link) && (is_arrow(&text) || (is_number && numbered.insert(note))) {
                self.back_links.insert(*link);
            }
        }
    }
}

/// What links can lead to: `id` of any element, `name` of anchors; the first of equal names.
fn targets(page: &Page<'_>) -> HashMap<String, usize> {
    let mut targets = HashMap::new();
    for (index, node) in page.nodes.iter().enumerate().filter(|(_, node)| node.dom.is_element()) {
        for name in ["id", "name"] {
            if let Some(value) = node.attribute(name).filter(|_| name == "id" || node.name == "a") {
                targets.entry(value).or_insert(index);
            }
        }
    }
    targets
}

/// The fragment of a link; saved pages often have the address of the page before it.
fn fragment(link: &Node<'_>) -> Option<String> {
    let href = link.attribute("href")?;
    let (_, fragment) = href.split_once('#')?;
    (!fragment.is_empty()).then(|| percent_decoded(fragment))
}

fn percent_decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let code = bytes.get(at + 1..at + 3).and_then(|hex| std::str::from_utf8(hex).ok());
        match code.and_then(|hex| u8::from_str_radix(hex, 16).ok()).filter(|_| bytes[at] == b'%') {
            Some(byte) => {
                out.push(byte);
                at += 3;
            }
            None => {
                out.push(bytes[at]);
                at += 1;
            }
        }
    }
    String::from_utf8(out).unwrap_or_else(|_| text.to_owned())
}

/// The block that a mark's target stands for, when it can be a note.
fn note_block(page: &Page<'_>, link: usize, target: usize) -> Option<usize> {
    const TOO_BIG: &[&str] =
        &["html", "body", "article", "main", "ol", "ul", "table", "h1", "h2", "h3", "h4", "h5", "h6", "form"];
    let block = std::iter::once(target).chain(page.ancestors(target)).find(|&i| is_block(&page.nodes[i]))?;
    let holds_heading = || page.inside(block).any(|i| page.nodes[i].is_one_of(&["h1", "h2", "h3", "h4"]));
    let fits = target > link
        && !page.inside(block).contains(&link)
        && !page.nodes[block].is_one_of(TOO_BIG)
        && page.nodes[block].weight > 0
        && !holds_heading();
    fits.then_some(block)
}

/// A number of up to four digits of any script, bare or in brackets, or a sign that numbers notes.
fn is_number(text: &str) -> bool {
    let visible: String = text.chars().filter(|c| !super::super::blank::is_invisible(*c)).collect();
    let bare = visible.trim().trim_matches(|c| matches!(c, '[' | ']' | '(' | ')' | '{' | '}' | '^'));
    matches!(bare, "*" | "**" | "†" | "‡" | "§")
        || (!bare.is_empty() && bare.chars().count() <= 4 && bare.chars().all(char::is_numeric))
}

fn is_arrow(text: &str) -> bool {
    let bare =
        text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{FE0E}' | '\u{FE0F}' | '[' | ']' | '(' | ')'));
    matches!(bare, "" | "↩" | "↑" | "^" | "⤴" | "↵" | "⏎" | "⇑" | "▲" | "🔙" | "↲" | "↰" | "⬆" | "⮌")
}
