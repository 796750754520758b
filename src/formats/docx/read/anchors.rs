//! The words that comments are fixed to.

use std::collections::HashMap;

/// As many characters as are shown of them.
const MOST_SHOWN: usize = 60;

/// As many bytes are looked at for them in one document, which no reviewer needs; beyond that its comments come in without such words.
const MOST_READ: usize = 50_000_000;

/// The words so far.
#[derive(Default)]
pub(super) struct Anchors {
    /// The comments that are open, each with the place in the text of its paragraph from which on it is.
    open: Vec<(String, usize)>,
    words: HashMap<String, String>,
    read: usize,
}

impl Anchors {
    /// A comment begins in a paragraph that has this text so far.
    pub(super) fn begin(&mut self, id: String, text: impl FnOnce() -> String) {
        if self.read < MOST_READ {
            let at = text().len();
            self.read += at + id.len();
            self.open.push((id, at));
        }
    }

    /// A comment ends, where the paragraph has this text so far.
    pub(super) fn end(&mut self, id: &str, text: impl FnOnce() -> String) {
        if self.read >= MOST_READ {
            return;
        }
        let text = text();
        self.read += text.len() + self.open.len();
        let Some(at) = self.open.iter().position(|(open, _)| open == id) else { return };
        let (id, from) = self.open.remove(at);
        self.add(&id, text.get(from..).unwrap_or_default());
    }

    /// A paragraph ends, which has this text.
    pub(super) fn paragraph(&mut self, text: &str) {
        let mut open = std::mem::take(&mut self.open);
        for (id, from) in &mut open {
            self.add(id, text.get(*from..).unwrap_or_default());
            *from = 0;
        }
        self.open = open;
    }

    fn add(&mut self, id: &str, words: &str) {
        if self.read >= MOST_READ {
            return;
        }
        self.read += words.len() + id.len() + 1;
        let all = self.words.entry(id.to_owned()).or_default();
        all.push_str(words);
        all.push(' ');
    }

    /// What is shown of the words of a comment; nothing where they are all of a place.
    pub(super) fn shown<'p>(&self, id: &str, mut places: impl Iterator<Item = &'p String>) -> String {
        if self.read >= MOST_READ {
            return String::new();
        }
        let words = spaced(self.words.get(id).map_or("", String::as_str));
        if words.is_empty() || places.any(|place| spaced(place) == words) {
            return String::new();
        }
        let Some((end, _)) = words.char_indices().nth(MOST_SHOWN) else { return words };
        let beginning = &words[..end];
        let beginning = beginning.rsplit_once(' ').map_or(beginning, |(whole, _)| whole);
        format!("{beginning}…")
    }
}

fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
