//! The inside of a block in Markdown: text escaped so that reading it gives the same text, codes as marks or as HTML elements.
//!
//! `*` and `~~` are used where CommonMark is sure to read them (section 6.2, delimiter runs), the HTML element elsewhere, as
//! in the middle of an Arabic word beside a quotation mark.

use crate::formats::flow::{Event, flow, image_text};
use crate::formats::printable::safe_href;
use crate::model::{CodeElement, Content};

/// Where the text will stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// In a paragraph, which may have several lines.
    Paragraph,
    /// In a heading: one line.
    Heading,
    /// In the cell of a table: one line.
    Cell,
}

/// What becomes of the flow before its surroundings are known.
enum Token<'a> {
    Text(&'a str),
    /// Markup, ready.
    Raw(String),
    Break,
    Open(usize),
    Close(usize),
}

/// A content as Markdown. `footnote` gives the label of the footnote that a mark leads to, or `None` where there is none.
pub(super) fn inline(content: &Content, place: Place, footnote: &dyn Fn(&str) -> Option<String>) -> String {
    let mut tokens = Vec::new();
    let mut pairs: Vec<&CodeElement> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut nested = Vec::new();
    for event in flow(content, &[]) {
        tokens.push(match event {
            Event::Text(text) => Token::Text(text),
            Event::Open(element) => {
                nested.push(open.iter().any(|outer| has_delimiters(pairs[*outer])));
                open.push(pairs.len());
                pairs.push(element);
                Token::Open(pairs.len() - 1)
            }
            Event::Close(_) => Token::Close(open.pop().expect("the flow is well nested")),
            Event::Alone(CodeElement::LineBreak) => Token::Break,
            Event::Alone(element) => Token::Raw(alone(element, footnote)),
            Event::Enter(_) | Event::Leave(_) => continue,
        });
    }
    let mut pen = Pen { out: String::new(), place };
    let delimit = |pair: usize| !nested[pair] && is_read_as_delimiters(pair, &tokens);
    let marks: Vec<Mark> = (0..pairs.len())
        .map(|pair| mark(pairs[pair], delimit(pair), is_plain_code(pair, &pairs, &tokens, place)))
        .collect();
    let mut verbatim = false;
    for (index, token) in tokens.iter().enumerate() {
        match token {
            Token::Text(text) if verbatim => pen.out.push_str(text),
            Token::Text(text) => pen.text(text),
            Token::Raw(markup) => pen.out.push_str(markup),
            Token::Break => pen.line_break(tokens.get(index + 1)),
            Token::Open(pair) => {
                verbatim = marks[*pair].verbatim;
                pen.out.push_str(&marks[*pair].open);
            }
            Token::Close(pair) => {
                verbatim = false;
                pen.out.push_str(&marks[*pair].close);
            }
        }
    }
    pen.finish()
}

/// Plain words as Markdown.
pub(super) fn words(text: &str, place: Place) -> String {
    inline(&Content::plain(text), place, &|_| None)
}

fn alone(element: &CodeElement, footnote: &dyn Fn(&str) -> Option<String>) -> String {
    match element {
        CodeElement::NoteMark { label, shown } => match footnote(label) {
            Some(label) => format!("[^{label}]"),
            None => format!("<sup>{}</sup>", words(shown, Place::Cell)),
        },
        CodeElement::Image { src, alt } => match safe_href(src) {
            Some(src) => format!("![{}]({})", words(alt, Place::Cell), destination(src, "")),
            None => words(&image_text(src, alt), Place::Cell),
        },
        _ => String::new(),
    }
}

struct Mark {
    open: String,
    close: String,
    /// Whether the text inside is written as it is.
    verbatim: bool,
}

/// Whether an element may be written with delimiters. Inside such a pair a second one could be read as its end.
fn has_delimiters(element: &CodeElement) -> bool {
    matches!(element, CodeElement::Emphasis | CodeElement::Strong | CodeElement::Strikethrough)
}

fn mark(element: &CodeElement, delimit: bool, plain_code: bool) -> Mark {
    let new = |open: &str, close: &str| Mark { open: open.into(), close: close.into(), verbatim: false };
    let delimited = |delimiter: &str, tag: &str| {
        if delimit { new(delimiter, delimiter) } else { new(&format!("<{tag}>"), &format!("</{tag}>")) }
    };
    match element {
        CodeElement::Emphasis => delimited("*", "em"),
        CodeElement::Strong => delimited("**", "strong"),
        CodeElement::Strikethrough => delimited("~~", "del"),
        CodeElement::Underline => new("<u>", "</u>"),
        CodeElement::Highlight => new("<mark>", "</mark>"),
        CodeElement::Superscript => new("<sup>", "</sup>"),
        CodeElement::Subscript => new("<sub>", "</sub>"),
        CodeElement::Code if plain_code => Mark { verbatim: true, ..new("`", "`") },
        CodeElement::Code => new("<code>", "</code>"),
        CodeElement::Link { href, title } => match safe_href(href) {
            Some(href) => new("[", &format!("]({})", destination(href, title))),
            None => new("", ""),
        },
        CodeElement::NoteMark { .. } | CodeElement::LineBreak | CodeElement::Image { .. } | CodeElement::Foreign(_) => {
            new("", "")
        }
    }
}

/// The tokens around and inside a pair: before its opening, after it, before its closing, after that.
fn around<'a, 'b>(pair: usize, tokens: &'b [Token<'a>]) -> [Option<&'b Token<'a>>; 4] {
    let place = |wanted: fn(&Token<'_>) -> Option<usize>| tokens.iter().position(|token| wanted(token) == Some(pair));
    let opening = place(|token| if let Token::Open(pair) = token { Some(*pair) } else { None });
    let closing = place(|token| if let Token::Close(pair) = token { Some(*pair) } else { None });
    let (Some(opening), Some(closing)) = (opening, closing) else { return [None; 4] };
    let before = opening.checked_sub(1).and_then(|index| tokens.get(index));
    [before, tokens.get(opening + 1), tokens.get(closing - 1), tokens.get(closing + 1)]
}

/// Whether delimiters around a pair are left-flanking and right-flanking beyond doubt, and touch no other mark.
fn is_read_as_delimiters(pair: usize, tokens: &[Token<'_>]) -> bool {
    let first = |token: &Token<'_>| match token {
        Token::Text(text) => text.chars().next(),
        Token::Raw(markup) => markup.chars().next(),
        _ => None,
    };
    let last = |token: &Token<'_>| match token {
        Token::Text(text) => text.chars().next_back(),
        Token::Raw(markup) => markup.chars().next_back(),
        _ => None,
    };
    // Outside, the edge of the block and a line break count as white space; another mark decides against delimiters.
    let outside = |token: Option<&Token<'_>>, edge: &dyn Fn(&Token<'_>) -> Option<char>| match token {
        None | Some(Token::Break) => Some(' '),
        Some(token) => edge(token),
    };
    let [before, inside_first, inside_last, after] = around(pair, tokens);
    let (Some(before), Some(after)) = (outside(before, &last), outside(after, &first)) else { return false };
    let (Some(from), Some(to)) = (inside_first.and_then(first), inside_last.and_then(last)) else { return false };
    let flanks = |inside: char, outside: char| {
        let is_free = outside == ' ' || outside == '\n' || outside.is_ascii_punctuation();
        inside.is_alphanumeric() || (!inside.is_whitespace() && !inside.is_control() && is_free)
    };
    flanks(from, before) && flanks(to, after)
}

/// Whether a code span of one backtick holds the text as it is.
fn is_plain_code(pair: usize, pairs: &[&CodeElement], tokens: &[Token<'_>], place: Place) -> bool {
    // Two spans side by side would be read as one, with the backticks between them as text.
    let opening = tokens.iter().position(|token| matches!(token, Token::Open(p) if *p == pair)).unwrap_or(0);
    let edges = tokens[..opening].iter().rev().take_while(|token| matches!(token, Token::Open(_) | Token::Close(_)));
    let ends_code = |token: &Token<'_>| matches!(token, Token::Close(p) if *pairs[*p] == CodeElement::Code);
    if edges.into_iter().any(ends_code) {
        return false;
    }
    let inside = tokens.iter().position(|token| matches!(token, Token::Open(p) if *p == pair)).map(|open| open + 1);
    let Some([Token::Text(text), Token::Close(_)]) = inside.and_then(|at| tokens.get(at..at + 2)) else { return false };
    let has_edge = |c: char| c.is_whitespace();
    !text.contains(|c: char| c == '`' || c.is_control() || (c == '|' && place == Place::Cell))
        && !text.starts_with(has_edge)
        && !text.ends_with(has_edge)
}

/// A link's destination and title, in angle brackets where it has characters that would end it.
fn destination(href: &str, title: &str) -> String {
    let escaped = |text: &str| {
        let mut out = String::new();
        for c in text.chars() {
            match c {
                '\\' | '<' | '>' | '&' | '`' | '|' | '"' | '*' | '_' | '[' | ']' => out.extend(['\\', c]),
                c if c.is_control() => out.push_str(&format!("%{:02X}", u32::from(c))),
                c => out.push(c),
            }
        }
        out
    };
    let address = escaped(href);
    let needs_brackets = href.is_empty() || href.contains(|c: char| c.is_whitespace() || "()<>".contains(c));
    let address = if needs_brackets { format!("<{address}>") } else { address };
    if title.is_empty() { address } else { format!("{address} \"{}\"", escaped(title)) }
}

struct Pen {
    out: String,
    place: Place,
}

impl Pen {
    fn is_at_line_start(&self) -> bool {
        self.out.is_empty() || self.out.ends_with('\n')
    }

    fn text(&mut self, text: &str) {
        let mut before = None;
        let mut digits = self.is_at_line_start();
        for (at, c) in text.char_indices() {
            let after = text[at + c.len_utf8()..].chars().next();
            let at_line_start = self.is_at_line_start();
            digits = at_line_start || (digits && before.is_some_and(|c: char| c.is_ascii_digit()));
            match c {
                '\0' => self.out.push(char::REPLACEMENT_CHARACTER),
                '\n' => self.line_feed(before, after),
                '\r' | '\u{b}' | '\u{c}' => self.reference(c),
                ' ' | '\t' if at_line_start => self.reference(c),
                _ if is_special(c, before, after, self.place)
                    || (at_line_start && "#+-=:>".contains(c))
                    || (digits && ".)".contains(c))
                    // After a footnote mark these would make it a link or a definition.
                    || ("(:".contains(c) && before.is_none() && self.out.ends_with(']')) =>
                {
                    self.out.extend(['\\', c]);
                }
                c => self.out.push(c),
            }
            before = Some(c);
        }
    }

    fn reference(&mut self, c: char) {
        self.out.push_str(&format!("&#{};", u32::from(c)));
    }

    /// A line feed of the text: a real one between two lines with words, a reference where Markdown would lose it.
    fn line_feed(&mut self, before: Option<char>, after: Option<char>) {
        let is_word = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace() && !c.is_control());
        if self.place == Place::Paragraph && is_word(before) && is_word(after) && !self.is_at_line_start() {
            self.out.push('\n');
        } else {
            self.reference('\n');
        }
    }

    /// A break that the text forces: a backslash before words of the same paragraph, an element elsewhere.
    fn line_break(&mut self, next: Option<&Token<'_>>) {
        let goes_on = matches!(next, Some(Token::Text(text)) if text.starts_with(|c: char| !c.is_whitespace()));
        if goes_on && self.place == Place::Paragraph && !self.is_at_line_start() {
            self.out.push_str("\\\n");
        } else {
            self.out.push_str("<br>");
        }
    }

    fn finish(mut self) -> String {
        if let Some(last) = self.out.chars().next_back().filter(|c| " \t".contains(*c)) {
            self.out.pop();
            self.reference(last);
        }
        self.out
    }
}

/// Whether a character means something to Markdown between these neighbours in the text.
fn is_special(c: char, before: Option<char>, after: Option<char>, place: Place) -> bool {
    match c {
        '\\' | '`' | '*' | '[' | ']' | '<' | '~' | '|' => true,
        '_' => !(before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric)),
        '&' => after.is_none_or(|c| c.is_ascii_alphanumeric() || c == '#'),
        '!' => after.is_none(),
        '#' | '{' | '}' => place == Place::Heading,
        _ => false,
    }
}
