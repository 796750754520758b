//! What stands inside of paragraphs: texts with their looks and links, fields, pictures, note marks.

use super::body::Body;
use super::field::Field;
use super::notes::NoteKind;
use super::paragraph::{Link, Manner};
use super::styles::Role;
use super::xml::Tag;
use crate::formats::blank::is_blank;
use crate::model::{CodeElement, Flattening};

/// The longest text of a link that is a note mark by its style.
const LONGEST_MARK: usize = 8;

/// So many fields stand in each other at most.
const MOST_FIELDS: usize = 64;

impl Body<'_> {
    pub(super) fn field_character(&mut self, kind: Option<&str>) {
        match kind {
            Some("begin") => {
                // So many were never in each other: they have no ends.
                if self.fields.len() >= MOST_FIELDS {
                    self.end_fields(0);
                }
                self.fields.push(Field::default());
            }
            Some("separate") => {
                if let Some(field) = self.fields.last_mut() {
                    field.begin_result();
                }
            }
            Some("end") if self.fields.pop().is_some_and(|field| field.hides_something()) => {
                self.tell(Flattening::Object);
            }
            _ => {}
        }
    }

    /// Ends fields that have no end of their own; a text that they cover is told.
    pub(super) fn end_fields(&mut self, around: usize) {
        if self.fields.drain(around.min(self.fields.len())..).any(|field| field.is_covering) {
            self.tell(Flattening::Object);
        }
    }

    pub(super) fn link(&self, tag: &Tag<'_>) -> Link {
        let relation = tag.attribute("id").and_then(|id| self.document.relations.get(&id));
        let mut href = relation.map(|relation| relation.target.clone()).unwrap_or_default();
        let anchor = tag.attribute("anchor").filter(|anchor| !anchor.is_empty());
        if let Some(anchor) = &anchor {
            href.push('#');
            href.push_str(anchor);
        }
        let anchor = anchor.filter(|_| relation.is_none());
        Link { href, title: tag.attribute("tooltip").unwrap_or_default(), anchor }
    }

    /// Whether what comes is part of the instruction of a field around the one that is open, which is then noted of that field.
    pub(super) fn cover(&mut self) -> bool {
        let around = self.fields.len().saturating_sub(1);
        let covering = self.fields[..around].iter_mut().find(|field| !field.has_result);
        covering.map(|field| field.is_covering = true).is_some()
    }

    /// How a text looks that comes now, and what its style says it is; `None` when it is not shown.
    pub(super) fn manner(&mut self) -> Option<(Manner, Option<Role>)> {
        if self.cover() {
            return None;
        }
        let open = self.paragraphs.last()?;
        let style = self.document.styles.of_paragraph(open.style.as_deref());
        let (look, role) = self.document.styles.look(&self.run.properties, style);
        let link = self.links.last().cloned();
        let link = link.or_else(|| self.fields.iter().rev().find_map(|field| field.link.clone()));
        Some((Manner { look, link }, role))
    }

    pub(super) fn put(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        let shows = !is_blank(text);
        if self.paragraphs.is_empty() {
            if shows {
                self.tell(Flattening::Object);
            }
            return;
        }
        let Some((manner, role)) = self.manner() else { return };
        let label = self.run.own_mark.take_if(|_| shows);
        let Some(open) = self.paragraphs.last_mut() else { return };
        if manner.look.hidden {
            if shows && !std::mem::replace(&mut open.in_hidden, true) {
                self.tell(Flattening::Hidden);
            }
            return;
        }
        self.seen += usize::from(shows);
        open.in_hidden &= !shows;
        let is_short = shows && text.trim().chars().count() <= LONGEST_MARK;
        let anchor = manner.link.as_ref().and_then(|link| link.anchor.clone());
        let anchor = anchor.filter(|_| is_short && role == Some(Role::NoteMark));
        match label.or(anchor) {
            Some(label) => {
                let manner = Manner { link: None, ..manner };
                open.pieces.alone(CodeElement::NoteMark { label, shown: text.to_owned() }, &manner);
            }
            None => open.pieces.text(text, &manner),
        }
    }

    pub(super) fn standalone(&mut self, element: CodeElement) {
        let Some((manner, _)) = self.manner() else { return };
        let Some(open) = self.paragraphs.last_mut() else { return };
        if !manner.look.hidden {
            open.pieces.alone(element, &manner);
        }
    }

    pub(super) fn picture(&mut self, id: Option<String>) {
        let relation = id.and_then(|id| self.document.relations.get(&id));
        let src = relation.map(|relation| relation.target.clone()).unwrap_or_default();
        let alt = std::mem::take(&mut self.alternative);
        self.seen += 1;
        self.standalone(CodeElement::Image { src, alt });
    }

    pub(super) fn note_mark(&mut self, kind: NoteKind, tag: &Tag<'_>) {
        let id = tag.attribute("id").unwrap_or_default();
        let (label, shown) = self.document.notes.refer(kind, &id);
        self.seen += 1;
        match tag.says("customMarkFollows") {
            true => self.run.own_mark = Some(label),
            false => self.standalone(CodeElement::NoteMark { label, shown }),
        }
    }
}
