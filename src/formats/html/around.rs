//! What stands around the article on its page and does not come in: it is told, so that no passage is lost without a word.

use super::element::is_block;
use super::page::{Page, collapse};

/// What has fewer words is a label or a button, and no passage.
const LEAST_WORDS: usize = 6;

/// The passages that a reader of the page sees outside of `roots`, or that were hidden in them, in order. What is mostly links
/// leads to other pages and is none.
pub(super) fn left_out(page: &Page<'_>, roots: &[usize]) -> Vec<String> {
    let mut held = vec![false; page.nodes.len()];
    for &root in roots {
        held[root..page.nodes[root].end].fill(true);
    }
    let mut passages: Vec<Passage> = Vec::new();
    for (index, node) in page.nodes.iter().enumerate().filter(|(_, node)| node.is_text()) {
        if !(node.left_out || !held[index] && !node.hidden) {
            continue;
        }
        let block = page.ancestors(index).find(|&i| is_block(&page.nodes[i])).unwrap_or(0);
        if passages.last().is_none_or(|last| last.block != block) {
            passages.push(Passage { block, text: String::new(), linked: 0 });
        }
        let Some(passage) = passages.last_mut() else { continue };
        let text = node.own_text();
        if page.ancestors(index).any(|i| page.nodes[i].name == "a") {
            passage.linked += text.len();
        }
        passage.text.push_str(&text);
    }
    let told = passages.into_iter().filter(|passage| passage.linked * 2 < passage.text.len());
    let texts = told.map(|passage| collapse(&passage.text));
    texts.filter(|text| text.split_whitespace().count() >= LEAST_WORDS).collect()
}

/// Texts in a row that one block holds.
struct Passage {
    block: usize,
    text: String,
    /// How many bytes of it lie in links.
    linked: usize,
}
