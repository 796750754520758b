//! A block while it is being read: text that grows, and inline codes that open and close properly nested. It knows no format.

use crate::model::{CodeElement, CodeId, CodePart, Content, InlineCode};

/// Text and codes in the making.
#[derive(Debug, Default)]
pub(super) struct ContentDraft {
    text: String,
    codes: Vec<InlineCode>,
    /// Pairs not yet closed: number and element, outermost first.
    open: Vec<(CodeId, CodeElement)>,
    last_id: u16,
}

impl ContentDraft {
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Whether the last thing added is a line break.
    pub(super) fn ends_with_break(&self) -> bool {
        let mut here = self.codes.iter().rev().take_while(|code| code.at == self.text.len());
        let last = here.find(|code| code.part == CodePart::Standalone);
        last.is_some_and(|code| code.element == CodeElement::LineBreak)
    }

    pub(super) fn push_text(&mut self, text: &str) {
        self.text.push_str(text);
    }

    pub(super) fn open(&mut self, element: CodeElement) {
        let Some(id) = self.fresh_id() else { return };
        self.push_code(id, CodePart::Open, element.clone());
        self.open.push((id, element));
    }

    /// Closes the innermost open pair that `is_it` names. Pairs opened inside it are closed and opened again, so that all
    /// stay nested. Without such a pair nothing happens.
    pub(super) fn close(&mut self, is_it: impl Fn(&CodeElement) -> bool) {
        let Some(position) = self.open.iter().rposition(|(_, element)| is_it(element)) else { return };
        let inner: Vec<CodeElement> = self.open[position + 1..].iter().map(|(_, element)| element.clone()).collect();
        self.close_down_to(position);
        for element in inner {
            self.open(element);
        }
    }

    pub(super) fn push_standalone(&mut self, element: CodeElement) {
        if let Some(id) = self.fresh_id() {
            self.push_code(id, CodePart::Standalone, element);
        }
    }

    /// A line break. It always stands beside white space, so that the words around it stay two words wherever codes are not
    /// shown: where the file has none, one space is put before it.
    pub(super) fn push_break(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with(char::is_whitespace) {
            self.text.push(' ');
        }
        self.push_standalone(CodeElement::LineBreak);
    }

    /// The content: what is open is closed, line breaks at the edges and pairs around nothing are dropped, numbers run from 1.
    /// `is_edge` says which characters at the edges are no part of the text.
    pub(super) fn finish(mut self, is_edge: impl Fn(char) -> bool) -> Content {
        self.close_down_to(0);
        let end = self.text.trim_end_matches(&is_edge).len();
        let start = self.text[..end].len() - self.text[..end].trim_start_matches(&is_edge).len();
        let mut codes = self.codes;
        codes.retain(|code| code.element != CodeElement::LineBreak || (code.at > start && code.at < end));
        for code in &mut codes {
            code.at = code.at.clamp(start, end) - start;
        }
        let codes = renumber(drop_empty_pairs(codes));
        Content::new(self.text[start..end].to_owned(), codes).expect("each code was put at the end of the text so far")
    }

    fn fresh_id(&mut self) -> Option<CodeId> {
        self.last_id = self.last_id.checked_add(1)?;
        Some(CodeId(self.last_id))
    }

    fn push_code(&mut self, id: CodeId, part: CodePart, element: CodeElement) {
        self.codes.push(InlineCode { at: self.text.len(), id, part, element });
    }

    fn close_down_to(&mut self, depth: usize) {
        while self.open.len() > depth {
            let Some((id, element)) = self.open.pop() else { return };
            self.push_code(id, CodePart::Close, element);
        }
    }
}

/// Drops pairs without text inside, except those around a picture; what stands alone inside them stays.
fn drop_empty_pairs(codes: Vec<InlineCode>) -> Vec<InlineCode> {
    let mut keep = vec![true; codes.len()];
    let mut open: Vec<(usize, usize)> = Vec::new();
    let mut pictures = 0;
    for (i, code) in codes.iter().enumerate() {
        match code.part {
            CodePart::Open => open.push((i, pictures)),
            CodePart::Standalone => pictures += usize::from(matches!(code.element, CodeElement::Image { .. })),
            CodePart::Close => {
                let Some((opening, pictures_before)) = open.pop() else { continue };
                if codes[opening].at == code.at && pictures_before == pictures {
                    (keep[opening], keep[i]) = (false, false);
                }
            }
        }
    }
    codes.into_iter().zip(keep).filter_map(|(code, keep)| keep.then_some(code)).collect()
}

fn renumber(mut codes: Vec<InlineCode>) -> Vec<InlineCode> {
    let mut open = Vec::new();
    let mut last = 0;
    for code in &mut codes {
        if code.part == CodePart::Close {
            code.id = open.pop().unwrap_or(code.id);
            continue;
        }
        last += 1;
        code.id = CodeId(last);
        if code.part == CodePart::Open {
            open.push(code.id);
        }
    }
    codes
}

#[cfg(test)]
pub(in crate::formats) mod tests {
    use super::*;
    use crate::model::escape_marked;

    /// Whether every pair opens before it closes and none crosses another.
    pub(in crate::formats) fn is_well_nested(content: &Content) -> bool {
        let mut open = Vec::new();
        let proper = content.codes().iter().all(|code| match code.part {
            CodePart::Open => {
                open.push((code.id, code.element.clone()));
                true
            }
            CodePart::Standalone => true,
            CodePart::Close => open.pop() == Some((code.id, code.element.clone())),
        });
        proper && open.is_empty()
    }

    fn shown(draft: ContentDraft) -> String {
        let content = draft.finish(|c| c == ' ');
        assert!(is_well_nested(&content));
        escape_marked(&content, &content)
    }

    #[test]
    fn crossing_pairs_are_nested_and_numbers_run_from_one() {
        let mut draft = ContentDraft::default();
        draft.open(CodeElement::Subscript);
        draft.close(|e| *e == CodeElement::Subscript);
        draft.push_text("قال ");
        draft.open(CodeElement::Strong);
        draft.push_text("كل");
        draft.open(CodeElement::Emphasis);
        draft.push_text(" شيء");
        draft.close(|e| *e == CodeElement::Strong);
        draft.push_text(" ومضى");
        draft.close(|e| *e == CodeElement::Underline);
        assert_eq!(shown(draft), "قال {1}كل{2} شيء{/2}{/1}{3} ومضى{/3}");
    }

    #[test]
    fn edges_and_breaks_at_edges_are_dropped_and_words_stay_apart() {
        let mut draft = ContentDraft::default();
        draft.push_break();
        draft.open(CodeElement::Strong);
        draft.push_text(" أول");
        draft.push_break();
        draft.push_text("ثان ");
        draft.close(|_| true);
        draft.push_break();
        assert_eq!(shown(draft), "{1}أول {2/}ثان{/1}");
    }

    #[test]
    fn a_pair_around_a_picture_is_not_empty_but_one_around_a_mark_is() {
        let mut draft = ContentDraft::default();
        draft.push_text("نص");
        draft.open(CodeElement::Superscript);
        draft.push_standalone(CodeElement::NoteMark { label: "1".into(), shown: "١".into() });
        draft.close(|_| true);
        draft.open(CodeElement::Emphasis);
        draft.push_standalone(CodeElement::Image { src: "a.png".into(), alt: String::new() });
        draft.close(|_| true);
        assert_eq!(shown(draft), "نص{1/}{2}{3/}{/2}");
    }
}
