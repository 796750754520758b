//! Reads a saved page, or a fragment, into blocks with inline codes. Line numbers are not known: the parser keeps none.

use std::collections::HashMap;

use dom_query::Document;

use super::element::{codes_of, is_block, picture};
use super::note::{self, Notes};
use super::page::{Page, collapse};
use super::{around, article, depth, element, xhtml};
use crate::formats::FormatError;
use crate::formats::blank::is_blank;
use crate::formats::draft::ContentDraft;
use crate::model::{
    Block, BlockShape, CodeElement, Content, Flattening, InlineCode, Language, ListMark, SourceDocument,
};
use crate::text::is_arabic;

/// Whether a text begins as pages do, or is a fragment that begins with a common block.
pub(in crate::formats) fn sniff(text: &str) -> bool {
    const BEGINNINGS: &[&str] = &[
        "<!doctype html",
        "<html",
        "<head",
        "<body",
        "<meta",
        "<title",
        "<article",
        "<main",
        "<section",
        "<div",
        "<p>",
        "<p ",
        "<h1",
        "<h2",
        "<table",
        "<ul",
        "<ol",
        "<blockquote",
    ];
    let mut rest = text.trim_start();
    while let Some(after) = rest.strip_prefix("<!--").and_then(|r| r.split_once("-->")).map(|(_, after)| after) {
        rest = after.trim_start();
    }
    if let Some((_, after)) = rest.strip_prefix("<?xml").and_then(|r| r.split_once("?>")) {
        rest = after.trim_start();
    }
    let head: String = rest.chars().take(20).collect::<String>().to_ascii_lowercase();
    BEGINNINGS.iter().any(|beginning| head.starts_with(beginning))
}

/// Reads a page: its article alone (see [`article::choose`]), white space collapsed as a browser does.
///
/// The title is that of `<title>`, the language that of the article or the page. Two line breaks in a row part paragraphs.
/// Blocks without visible text give nothing.
///
/// # Errors
/// When elements are nested deeper than any page's.
pub(in crate::formats) fn read(text: &str) -> Result<SourceDocument, FormatError> {
    depth::check(text)?;
    let document = Document::from(xhtml::with_end_tags(text).as_ref());
    let mut page = Page::new(&document);
    let notes = note::find(&page);
    let roots = article::choose(&mut page, &notes);
    let title = title(&page);
    let language = language(&page, &roots);
    let left_out = around::left_out(&page, &roots);
    let (blocks, flattened) = Reader::new(&page, &notes).read(&roots);
    Ok(SourceDocument { blocks, title, language, flattened, left_out })
}

/// Blocks, and what was flattened on the way to them.
pub(in crate::formats) type Flat = (Vec<Block>, Vec<(Flattening, usize)>);

/// The blocks of a fragment of HTML, all of it, and what was flattened.
///
/// # Errors
/// When elements are nested deeper than any page's; the line is that in the fragment.
pub(in crate::formats) fn fragment_blocks(html: &str) -> Result<Flat, FormatError> {
    depth::check(html)?;
    let document = Document::fragment(html);
    let page = Page::new(&document);
    let notes = note::find(&page);
    Ok(Reader::new(&page, &notes).read(&[0]))
}

fn title(page: &Page<'_>) -> Option<String> {
    let index = page.nodes.iter().position(|node| node.name == "title")?;
    let text: String = page.inside(index).map(|i| page.nodes[i].own_text()).collect();
    Some(collapse(&text)).filter(|title| !is_blank(title))
}

fn language(page: &Page<'_>, roots: &[usize]) -> Option<Language> {
    let declared = |i: usize| {
        let node = &page.nodes[i];
        let tag = node.dom.is_element().then(|| node.attribute("lang").or_else(|| node.attribute("xml:lang")))??;
        tag.trim().parse().ok()
    };
    let main = roots.iter().copied().max_by_key(|&i| page.nodes[i].weight)?;
    let html = page.nodes.iter().position(|node| node.name == "html");
    std::iter::once(main).chain(page.ancestors(main)).chain(html).find_map(declared)
}

/// Codes nested deeper than this are left out; no article has them, and each block inside would open them all again.
const MOST_CODES: usize = 64;

/// An element that is open while the page is walked.
struct Frame {
    end: usize,
    /// What its end ends.
    kind: FrameKind,
}

enum FrameKind {
    Block {
        shape: BlockShape,
        /// Whether it is an item of a list, not only inside one.
        is_item: bool,
    },
    Inline {
        codes: usize,
        /// What a browser draws at its end.
        closing: &'static str,
    },
}

struct Reader<'p, 'a> {
    page: &'p Page<'a>,
    notes: &'p Notes,
    blocks: Vec<Block>,
    flattened: Vec<(Flattening, usize)>,
    frames: Vec<Frame>,
    /// Codes of the inline elements that are open; a block that begins inside them opens them again.
    codes: Vec<CodeElement>,
    draft: Option<ContentDraft>,
    /// The number of the next item of each numbered list, by its index.
    numbers: HashMap<usize, i64>,
    /// The table whose cells are being read.
    table: Option<usize>,
}

/// Elements that hold items.
const LISTS: &[&str] = &["ul", "ol", "menu"];

impl<'p, 'a> Reader<'p, 'a> {
    fn new(page: &'p Page<'a>, notes: &'p Notes) -> Self {
        Self {
            page,
            notes,
            blocks: Vec::new(),
            flattened: Vec::new(),
            frames: Vec::new(),
            codes: Vec::new(),
            draft: None,
            numbers: HashMap::new(),
            table: None,
        }
    }

    fn read(mut self, roots: &[usize]) -> Flat {
        for &root in roots {
            self.walk(root);
        }
        (self.blocks, self.flattened)
    }

    fn walk(&mut self, root: usize) {
        let end = self.page.nodes[root].end;
        let mut at = root;
        while at < end {
            self.leave_until(at);
            at = self.visit(at);
        }
        self.leave_until(end);
        self.flush();
    }

    /// Visits a node; returns the index of the next one to visit.
    fn visit(&mut self, at: usize) -> usize {
        let node = &self.page.nodes[at];
        if node.hidden || self.notes.back_links.contains(&at) {
            return node.end;
        }
        if node.is_text() {
            self.text(&node.own_text());
        } else if let Some(mark) = self.notes.marks.get(&at) {
            let element = CodeElement::NoteMark { label: mark.label.clone(), shown: mark.shown.clone() };
            self.draft().push_standalone(element);
            return node.end;
        } else if node.name == "br" {
            self.line_break();
        } else if node.name == "hr" {
            self.flush();
            self.blocks.push(Block { content: Content::default(), shape: BlockShape::Separator, line: None });
        } else if node.name == "img" {
            self.draft().push_standalone(picture(node));
        } else if is_block(node) {
            self.flush();
            let shape = self.shape_of(at);
            let is_item = node.name == "li";
            self.note_flattening(at, &shape);
            self.frames.push(Frame { end: node.end, kind: FrameKind::Block { shape, is_item } });
        } else {
            self.enter_inline(at);
        }
        at + 1
    }

    /// Lists inside lists, and tables whose cells become paragraphs.
    fn note_flattening(&mut self, at: usize, shape: &BlockShape) {
        let around = |names: &[&str]| self.page.ancestors(at).find(|&i| self.page.nodes[i].is_one_of(names));
        let flattening = match shape {
            // The first cell of its table.
            BlockShape::TableCell if around(&["table"]) != self.table => {
                self.table = around(&["table"]);
                Flattening::Table
            }
            _ if self.page.nodes[at].is_one_of(LISTS) && around(&["li"]).is_some() && around(LISTS).is_some() => {
                Flattening::NestedList
            }
            _ => return,
        };
        self.flattened.push((flattening, self.blocks.len()));
    }

    fn enter_inline(&mut self, at: usize) {
        let mut codes = codes_of(&self.page.nodes[at]);
        codes.truncate(MOST_CODES.saturating_sub(self.codes.len()));
        let (opening, closing) = self.marks_of_quotation(at);
        if !opening.is_empty() {
            self.text(opening);
        }
        self.frames
            .push(Frame { end: self.page.nodes[at].end, kind: FrameKind::Inline { codes: codes.len(), closing } });
        for element in codes {
            if let Some(draft) = &mut self.draft {
                draft.open(element.clone());
            }
            self.codes.push(element);
        }
    }

    /// The quotation marks that a browser draws around a quotation (HTML, 4.5.7), which are in no text of the page.
    fn marks_of_quotation(&self, at: usize) -> (&'static str, &'static str) {
        let nodes = &self.page.nodes;
        if nodes[at].name != "q" {
            return ("", "");
        }
        let text = self.page.text_of(at);
        let has_own = text.starts_with(['«', '“', '"', '‹', '‘', '\'', '„']);
        if text.is_empty() || has_own || self.page.inside(at).any(|i| is_block(&nodes[i])) {
            return ("", "");
        }
        let is_inner = self.page.ancestors(at).any(|i| nodes[i].name == "q");
        let is_arabic = text.chars().any(is_arabic);
        match (is_arabic, is_inner) {
            (true, false) => ("«", "»"),
            (true, true) => ("‹", "›"),
            (false, false) => ("“", "”"),
            (false, true) => ("‘", "’"),
        }
    }

    fn leave_until(&mut self, at: usize) {
        while self.frames.last().is_some_and(|frame| frame.end <= at) {
            match self.frames.pop().map(|frame| frame.kind) {
                Some(FrameKind::Inline { codes, closing }) => {
                    if !closing.is_empty() {
                        self.text(closing);
                    }
                    for element in self.codes.split_off(self.codes.len() - codes).into_iter().rev() {
                        if let Some(draft) = &mut self.draft {
                            draft.close(|open| *open == element);
                        }
                    }
                }
                Some(FrameKind::Block { shape, is_item }) => {
                    let was_shown = self.flush_as(shape);
                    if was_shown && !is_item {
                        self.continue_item();
                    }
                }
                None => {}
            }
        }
    }

    fn shape(&self) -> BlockShape {
        let innermost = self.frames.iter().rev().find_map(|frame| match &frame.kind {
            FrameKind::Block { shape, .. } => Some(shape.clone()),
            FrameKind::Inline { .. } => None,
        });
        innermost.unwrap_or(BlockShape::Paragraph)
    }

    /// The shape of a block that begins where the reader stands.
    fn shape_of(&mut self, at: usize) -> BlockShape {
        if let Some(label) = self.notes.notes.get(&at) {
            return BlockShape::Note { label: label.clone() };
        }
        let around = self.shape();
        if matches!(around, BlockShape::Note { .. }) {
            return around;
        }
        if self.page.nodes[at].name == "li" {
            return BlockShape::ListItem { mark: self.mark_of_item(at) };
        }
        element::shape_of(self.page, at).unwrap_or(around)
    }

    /// What stands before an item (HTML, 4.4.8 and 4.4.5): numbers go on from the `start` of the list or the `value` of an item,
    /// downwards where the list is `reversed`. A number below zero counts as zero.
    fn mark_of_item(&mut self, at: usize) -> ListMark {
        let nodes = &self.page.nodes;
        let list = self.page.ancestors(at).find(|&i| nodes[i].is_one_of(&["ol", "ul", "menu"]));
        let Some(list) = list.filter(|&list| nodes[list].name == "ol") else { return ListMark::Bullet };
        let number = |index: usize, name: &str| nodes[index].attribute(name)?.trim().parse::<i64>().ok();
        let is_reversed = nodes[list].attribute("reversed").is_some();
        let first = || {
            let own = |&i: &usize| nodes[i].name == "li" && nodes[i].parent == list && !nodes[i].hidden;
            let items = || self.page.inside(list).filter(own).count();
            number(list, "start").unwrap_or_else(|| if is_reversed { items().try_into().unwrap_or(1) } else { 1 })
        };
        let next = self.numbers.get(&list).copied();
        let own = number(at, "value").or(next).unwrap_or_else(first);
        self.numbers.insert(list, if is_reversed { own.saturating_sub(1) } else { own.saturating_add(1) });
        ListMark::Number(u32::try_from(own.max(0)).unwrap_or(u32::MAX))
    }

    /// What comes now in the item around it continues that item.
    fn continue_item(&mut self) {
        for frame in self.frames.iter_mut().rev() {
            let FrameKind::Block { shape, is_item } = &mut frame.kind else { continue };
            if let BlockShape::ListItem { mark } = shape {
                *mark = ListMark::Continued;
            }
            if *is_item {
                return;
            }
        }
    }

    fn draft(&mut self) -> &mut ContentDraft {
        let codes = &self.codes;
        self.draft.get_or_insert_with(|| {
            let mut draft = ContentDraft::default();
            for element in codes {
                draft.open(element.clone());
            }
            draft
        })
    }

    fn text(&mut self, text: &str) {
        if self.shape() == BlockShape::Preformatted {
            self.draft().push_text(text);
            return;
        }
        if self.draft.is_none() && text.chars().all(|c| c.is_ascii_whitespace()) {
            return;
        }
        let draft = self.draft();
        let mut after_space = draft.text().is_empty() || draft.text().ends_with(' ') || draft.ends_with_break();
        let mut collapsed = String::with_capacity(text.len());
        for c in text.chars() {
            match (c.is_ascii_whitespace(), after_space) {
                (true, true) => continue,
                (true, false) => collapsed.push(' '),
                (false, _) => collapsed.push(c),
            }
            after_space = c.is_ascii_whitespace();
        }
        draft.push_text(&collapsed);
    }

    fn line_break(&mut self) {
        let shape = self.shape();
        let Some(draft) = &mut self.draft else { return };
        if shape == BlockShape::Preformatted {
            draft.push_text("\n");
        } else if draft.ends_with_break() {
            if !matches!(shape, BlockShape::Heading(_)) {
                self.flush();
            }
        } else if !is_blank(draft.text()) {
            draft.push_break();
        }
    }

    fn flush(&mut self) {
        if self.flush_as(self.shape()) {
            self.continue_item();
        }
    }

    /// Ends the block being read; returns whether there was one.
    fn flush_as(&mut self, shape: BlockShape) -> bool {
        let Some(draft) = self.draft.take() else { return false };
        let preformatted = shape == BlockShape::Preformatted;
        let content = draft.finish(|c| if preformatted { c == '\n' } else { c.is_ascii_whitespace() });
        let is_shown = !is_blank(content.text());
        if is_shown {
            self.blocks.push(Block { content, shape, line: None });
        } else {
            let is_picture = |code: &&InlineCode| matches!(code.element, CodeElement::Image { .. });
            let pictures = content.codes().iter().filter(is_picture);
            self.flattened.extend(pictures.map(|_| (Flattening::Picture, self.blocks.len())));
        }
        is_shown
    }
}
