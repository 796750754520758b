//! A paragraph while it is read: stretches of text, each with its look and link, which become one content at its end. However its
//! runs are cut, neighbours that look alike are one.

use std::rc::Rc;

use super::look::Look;
use super::sheet::push;
use crate::formats::draft::ContentDraft;
use crate::model::{CodeElement, Content, Flattening, Stretch};

/// Where a link leads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Link {
    pub(super) href: String,
    pub(super) title: String,
    /// The place in the document that it leads to, where it says nothing else.
    pub(super) anchor: Option<String>,
}

/// What a stretch of text is, beside its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Manner {
    pub(super) look: Look,
    pub(super) link: Option<Rc<Link>>,
}

impl Manner {
    /// The same for what is no code yet.
    fn shown(&self) -> crate::model::Look {
        let look = self.look;
        let href = self.link.as_ref().map(|link| link.href.clone()).filter(|href| !href.is_empty());
        crate::model::Look {
            emphasis: look.emphasis,
            strong: look.strong,
            underline: look.underline && href.is_none(),
            strike: look.strike,
            highlight: look.highlight,
            superscript: look.superscript,
            subscript: look.subscript,
            code: look.code,
            href,
        }
    }

    /// The codes for it, outermost first. That a link is underlined is its own look.
    fn elements(&self) -> Vec<CodeElement> {
        let look = self.look;
        let link = self.link.as_ref().filter(|link| !link.href.is_empty());
        let link = link.map(|link| CodeElement::Link { href: link.href.clone(), title: link.title.clone() });
        let codes = [
            (look.strong, CodeElement::Strong),
            (look.emphasis, CodeElement::Emphasis),
            (look.underline && link.is_none(), CodeElement::Underline),
            (look.strike, CodeElement::Strikethrough),
            (look.highlight, CodeElement::Highlight),
            (look.superscript, CodeElement::Superscript),
            (look.subscript, CodeElement::Subscript),
            (look.code, CodeElement::Code),
        ];
        link.into_iter().chain(codes.into_iter().filter(|(is_so, _)| *is_so).map(|(_, element)| element)).collect()
    }
}

enum Piece {
    Text(String),
    Alone(Box<CodeElement>),
    Break,
    /// Where words on both sides are two words, and nothing stands between them: a page ends.
    Gap,
}

/// The pieces of a paragraph so far.
#[derive(Default)]
pub(super) struct Pieces(Vec<(Piece, Manner)>);

impl Pieces {
    pub(super) fn text(&mut self, text: &str, manner: &Manner) {
        match self.0.last_mut() {
            Some((Piece::Text(last), known)) if known == manner => last.push_str(text),
            _ => self.0.push((Piece::Text(text.to_owned()), manner.clone())),
        }
    }

    /// A note mark, a line break or a picture. A note mark is raised by being one.
    pub(super) fn alone(&mut self, element: CodeElement, manner: &Manner) {
        let mut manner = manner.clone();
        if matches!(element, CodeElement::NoteMark { .. }) {
            (manner.look.superscript, manner.look.subscript) = (false, false);
        }
        let piece = if element == CodeElement::LineBreak { Piece::Break } else { Piece::Alone(Box::new(element)) };
        self.0.push((piece, manner));
    }

    pub(super) fn gap(&mut self) {
        self.0.push((Piece::Gap, Manner::default()));
    }

    /// The pieces as a content. `is_preformatted` says that line breaks are characters.
    pub(super) fn content(&self, is_preformatted: bool) -> Content {
        let wanted = self.wanted();
        let mut draft = ContentDraft::default();
        // What is open, outermost first, each with the piece where it is to end.
        let mut open: Vec<(&CodeElement, usize)> = Vec::new();
        for (at, (piece, _)) in self.0.iter().enumerate() {
            let Some(elements) = &wanted[at] else {
                if !draft.text().is_empty() && !draft.text().ends_with(char::is_whitespace) {
                    draft.push_text(" ");
                }
                continue;
            };
            while let Some(place) = open.iter().rposition(|(element, _)| !elements.contains(element)) {
                let (element, _) = open.remove(place);
                draft.close(|code| code == element);
            }
            let mut fresh: Vec<(&CodeElement, usize)> = elements
                .iter()
                .filter(|element| !open.iter().any(|(known, _)| known == element))
                .map(|element| (element, end_of(element, at, &wanted)))
                .collect();
            // A link is not cut in two by what ends inside of it.
            let link =
                fresh.iter().find(|(element, _)| matches!(element, CodeElement::Link { .. })).map(|(_, end)| *end);
            while let Some(inner) = open.pop_if(|(_, end)| link.is_some_and(|link| *end < link)) {
                draft.close(|code| code == inner.0);
                fresh.push(inner);
            }
            fresh.sort_by_key(|(_, end)| std::cmp::Reverse(*end));
            for (element, end) in fresh {
                draft.open(element.clone());
                open.push((element, end));
            }
            match piece {
                Piece::Text(text) => draft.push_text(text),
                Piece::Break if is_preformatted => draft.push_text("\n"),
                // White space on one side of it keeps the words apart.
                Piece::Break if self.begins_with_space(at + 1) => draft.push_standalone(CodeElement::LineBreak),
                Piece::Break => draft.push_break(),
                Piece::Alone(element) => draft.push_standalone((**element).clone()),
                Piece::Gap => {}
            }
        }
        draft.finish(|c| if is_preformatted { c == '\n' } else { c.is_ascii_whitespace() })
    }

    /// The pieces as stretches of one look, every character as it is, with the labels of the notes that are marked between them, and
    /// how many pictures stand there.
    pub(super) fn stretches(&self) -> (Vec<Stretch>, Vec<String>, usize) {
        let (mut stretches, mut notes, mut pictures) = (Vec::new(), Vec::new(), 0);
        for (piece, manner) in &self.0 {
            match piece {
                Piece::Text(text) => push(&mut stretches, text, manner.shown()),
                Piece::Break => push(&mut stretches, "\n", manner.shown()),
                Piece::Gap => push(&mut stretches, " ", crate::model::Look::default()),
                Piece::Alone(element) => match &**element {
                    CodeElement::NoteMark { label, .. } => notes.push(label.clone()),
                    CodeElement::Image { .. } => pictures += 1,
                    _ => {}
                },
            }
        }
        (stretches, notes, pictures)
    }

    fn begins_with_space(&self, at: usize) -> bool {
        matches!(self.0.get(at), Some((Piece::Text(text), _)) if text.starts_with(char::is_whitespace))
    }

    /// The codes around each piece; `None` around a gap. What stands alone goes on with what is open on both sides of it.
    fn wanted(&self) -> Vec<Option<Vec<CodeElement>>> {
        let mut wanted: Vec<Option<Vec<CodeElement>>> = Vec::with_capacity(self.0.len());
        let mut next: Vec<CodeElement> = Vec::new();
        for (piece, manner) in self.0.iter().rev() {
            let own = manner.elements();
            wanted.push(match piece {
                Piece::Gap => None,
                Piece::Text(_) => {
                    next.clone_from(&own);
                    Some(own)
                }
                Piece::Alone(_) | Piece::Break => {
                    let mut all = next.clone();
                    all.extend(own.into_iter().filter(|element| !next.contains(element)));
                    Some(all)
                }
            });
        }
        wanted.reverse();
        let mut before: Vec<CodeElement> = Vec::new();
        for ((piece, manner), elements) in self.0.iter().zip(&mut wanted) {
            let Some(elements) = elements else { continue };
            if matches!(piece, Piece::Alone(_) | Piece::Break) {
                let own = manner.elements();
                elements.retain(|element| before.contains(element) || own.contains(element));
            }
            before.clone_from(elements);
        }
        wanted
    }
}

/// The piece before which an element that begins at a piece ends.
fn end_of(element: &CodeElement, at: usize, wanted: &[Option<Vec<CodeElement>>]) -> usize {
    let rest = wanted[at..].iter();
    at + rest.take_while(|elements| elements.as_ref().is_none_or(|elements| elements.contains(element))).count()
}

/// A paragraph that is open.
#[derive(Default)]
pub(super) struct Open {
    pub(super) pieces: Pieces,
    pub(super) style: Option<String>,
    pub(super) outline: Option<u8>,
    pub(super) list: (Option<String>, Option<u8>),
    /// Whether the mark at its end is deleted, so that the next paragraph goes on with it.
    pub(super) is_joined: bool,
    /// Whether it is the last one of its section.
    pub(super) ends_section: bool,
    /// The names of the places in it.
    pub(super) bookmarks: Vec<String>,
    /// What does not come in as it stands here.
    pub(super) told: Vec<Flattening>,
    /// Whether the last text in it was hidden.
    pub(super) in_hidden: bool,
    /// How many blocks and remarks there were when it began.
    pub(super) start: usize,
    pub(super) remarks: usize,
}
