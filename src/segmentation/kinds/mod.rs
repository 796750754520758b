//! What kind of paragraph each block of an article is, and how sure that is. Looks at one article alone: what repeats from
//! article to article is for others to know.

mod arabic;
mod cues;
mod english;
mod line;

use std::collections::HashMap;

use crate::model::{Block, BlockShape, KindGuess, Language, ParagraphKind};

use line::{Line, Numbering};

/// How many blocks may stand before the running text.
const LONGEST_HEAD: usize = 8;

/// From here on a paragraph is running text.
const LONG: usize = 25;

/// The kinds of an article's blocks, one guess for each, in order.
///
/// Uses the shape in the file, the words, the place in the article and repetition inside it.
#[must_use]
pub fn classify(blocks: &[Block], language: &Language) -> Vec<KindGuess> {
    let lines: Vec<Line<'_>> = blocks.iter().map(|block| Line::of(block, language)).collect();
    let article = Article::of(&lines);
    let mut guesses: Vec<KindGuess> = Vec::with_capacity(lines.len());
    let mut in_notes = false;
    for (index, line) in lines.iter().enumerate() {
        let previous = guesses.last().map(|guess| guess.kind);
        let guess = article.guess(index, previous, in_notes);
        in_notes = match guess.kind {
            ParagraphKind::Heading => line.is_note_heading(),
            ParagraphKind::Note | ParagraphKind::Separator => in_notes,
            _ => false,
        };
        guesses.push(guess);
    }
    guesses
}

const fn guess(kind: ParagraphKind, confidence: f64) -> KindGuess {
    KindGuess { kind, confidence }
}

/// What is known of the whole article before any block is judged.
struct Article<'a> {
    lines: &'a [Line<'a>],
    title: Option<usize>,
    /// The last byline or dateline of the head.
    last_of_head: Option<usize>,
    /// Where the head ends: the first block that is surely running text.
    head: usize,
    /// Names in bylines, in L2 form.
    names: Vec<String>,
    /// How often each key occurs.
    repeats: HashMap<&'a str, usize>,
    /// The blocks that are running text, in order. Found once: every block asks what stands before and behind it.
    texts: Vec<usize>,
}

impl<'a> Article<'a> {
    fn of(lines: &'a [Line<'a>]) -> Self {
        let head = lines.iter().position(|line| line.words > 45).unwrap_or(lines.len()).min(LONGEST_HEAD);
        let is_meta = |line: &Line<'_>| line.byline().is_some() || line.dateline().is_some();
        let last_of_head = lines[..head].iter().rposition(is_meta);
        let names = lines[..head].iter().filter_map(|line| line.byline().map(|(name, _)| name)).collect();
        let mut repeats = HashMap::new();
        for line in lines {
            *repeats.entry(line.key.as_str()).or_insert(0) += 1;
        }
        let is_text = |line: &Line<'_>| {
            line.words >= LONG && line.credit().is_none() && line.boilerplate().is_none() && line.numbering().is_none()
        };
        let texts = (0..lines.len()).filter(|index| is_text(&lines[*index])).collect();
        let mut article = Self { lines, title: None, last_of_head, head, names, repeats, texts };
        article.title = article.find_title();
        article
    }

    fn find_title(&self) -> Option<usize> {
        let head = &self.lines[..self.head];
        let top = |line: &Line<'_>| *line.shape == BlockShape::Heading(1);
        if let Some(index) = head.iter().position(top) {
            return Some(index);
        }
        let fits = |line: &Line<'_>| {
            (1..=20).contains(&line.words)
                && !line.has_stop()
                && !line.ends_with(&[':', '،', ','])
                && matches!(line.shape, BlockShape::Paragraph | BlockShape::Heading(_))
                && line.byline().is_none()
                && line.dateline().is_none()
                && line.credit().is_none()
                && line.boilerplate().is_none()
                && line.quote().is_none_or(|sure| sure < 0.8)
                && line.heading().is_none()
        };
        let first = head.iter().position(|line| !line.is_ornament() && !line.is_label() && fits(line))?;
        // A short line right above a headline is a label, even one that no list knows.
        let above = head[first].words <= 3
            && head.get(first + 1).is_some_and(|next| (4..=20).contains(&next.words) && fits(next));
        let third_is_text = self.lines.get(first + 2).is_none_or(|line| line.words < LONG && line.byline().is_none());
        let plain_before = head[..first].iter().all(|line| line.words < LONG);
        plain_before.then_some(if above && !third_is_text { first + 1 } else { first })
    }

    fn guess(&self, index: usize, previous: Option<ParagraphKind>, in_notes: bool) -> KindGuess {
        let line = &self.lines[index];
        self.by_shape(index, in_notes)
            .or_else(|| line.is_ornament().then_some(guess(ParagraphKind::Separator, 0.97)))
            .or_else(|| self.at_head(index))
            .or_else(|| self.by_words(index))
            .or_else(|| self.bio(index).filter(|guess| guess.confidence >= 0.8))
            .or_else(|| self.note(index, in_notes))
            .or_else(|| self.item(index, previous))
            .or_else(|| self.heading(index))
            .or_else(|| self.bio(index))
            .or_else(|| line.quote().map(|sure| guess(ParagraphKind::Quote, sure)))
            .or_else(|| self.standfirst(index))
            .unwrap_or_else(|| body(line))
    }

    /// What the file says, where it says anything.
    fn by_shape(&self, index: usize, in_notes: bool) -> Option<KindGuess> {
        let line = &self.lines[index];
        Some(match line.shape {
            BlockShape::Heading(_) if self.title == Some(index) => guess(ParagraphKind::Title, 0.97),
            BlockShape::Heading(_) if index < self.head && line.is_label() => guess(ParagraphKind::Kicker, 0.8),
            BlockShape::Heading(_) => guess(ParagraphKind::Heading, 0.95),
            BlockShape::ListItem { .. } if in_notes => guess(ParagraphKind::Note, 0.9),
            BlockShape::ListItem { .. } => guess(ParagraphKind::ListItem, 0.95),
            BlockShape::Quote => guess(ParagraphKind::Quote, 0.95),
            BlockShape::Separator => guess(ParagraphKind::Separator, 0.99),
            BlockShape::Note { .. } => guess(ParagraphKind::Note, 0.99),
            BlockShape::Caption => {
                line.credit().map_or(guess(ParagraphKind::Credit, 0.5), |sure| guess(ParagraphKind::Credit, sure))
            }
            BlockShape::TableCell => guess(ParagraphKind::Body, 0.7),
            BlockShape::Preformatted => guess(ParagraphKind::Quote, line.quote().unwrap_or(0.5)),
            BlockShape::Paragraph => return None,
        })
    }

    /// Title, kicker, byline and dateline; bylines and datelines may also stand at the end.
    fn at_head(&self, index: usize) -> Option<KindGuess> {
        let line = &self.lines[index];
        if self.title == Some(index) {
            let sure = if self.lines.len() > 1 && index < 3 { 0.9 } else { 0.55 };
            return Some(guess(ParagraphKind::Title, sure));
        }
        let in_head = index < self.head;
        if let Some((_, sure)) = line.byline() {
            let sure = if in_head || self.after_text(index) { sure } else { sure - 0.4 };
            return Some(guess(ParagraphKind::Byline, sure)).filter(|guess| in_head || guess.is_sure() || sure > 0.5);
        }
        if let Some(sure) = line.dateline() {
            return Some(guess(ParagraphKind::Dateline, if in_head { sure } else { sure - 0.3 }));
        }
        let title = self.title.filter(|_| in_head)?;
        if index < title && line.words <= 5 && !line.has_stop() {
            return Some(guess(ParagraphKind::Kicker, if line.is_label() { 0.9 } else { 0.6 }));
        }
        let again = index > title && line.key == self.lines[title].key;
        again.then_some(guess(ParagraphKind::Title, 0.5)).or_else(|| self.bare_name(index, title))
    }

    /// A name alone under the headline, which the line about the author at the end confirms.
    fn bare_name(&self, index: usize, title: usize) -> Option<KindGuess> {
        let line = &self.lines[index];
        let short =
            (2..=4).contains(&line.words) && !line.has_stop() && !line.ends_with(&[':', '؟', '?', '!', '،', ',']);
        if !short || index <= title || line.heading().is_some() || line.is_note_heading() || line.numbering().is_some()
        {
            return None;
        }
        let name = [line.key.clone()];
        let told = self.lines.iter().skip(index + 1).any(|later| later.bio(&name).is_some_and(|sure| sure > 0.9));
        let capitals = line.text.split_whitespace().all(|word| !word.starts_with(char::is_lowercase));
        let next_is_long = self.lines.get(index + 1).is_some_and(|next| next.words >= LONG);
        if told {
            return Some(guess(ParagraphKind::Byline, 0.85));
        }
        (index == title + 1 && capitals && next_is_long).then_some(guess(ParagraphKind::Byline, 0.4))
    }

    /// Credits and boilerplate, which tell by their words wherever they stand, and what stands twice.
    fn by_words(&self, index: usize) -> Option<KindGuess> {
        let line = &self.lines[index];
        if line.is_note_heading() {
            return Some(guess(ParagraphKind::Heading, 0.93));
        }
        if let Some(sure) = line.credit() {
            return Some(guess(ParagraphKind::Credit, sure));
        }
        let twice = line.words >= 4 && self.repeats.get(line.key.as_str()).is_some_and(|count| *count > 1);
        let sure = line.boilerplate().map(|sure| if twice { 0.97 } else { sure });
        sure.or_else(|| twice.then_some(0.7)).map(|sure| guess(ParagraphKind::Boilerplate, sure))
    }

    fn note(&self, index: usize, in_notes: bool) -> Option<KindGuess> {
        let line = &self.lines[index];
        let numbered = matches!(line.numbering(), Some(Numbering::Mark | Numbering::Digits | Numbering::Bullet));
        let sure = match (in_notes, numbered) {
            (true, true) => 0.95,
            (true, false) if line.cites() => 0.75,
            (false, true) if line.numbering() == Some(Numbering::Mark) && self.is_late(index) => {
                if line.cites() {
                    0.8
                } else {
                    0.5
                }
            }
            _ => return None,
        };
        Some(guess(ParagraphKind::Note, sure))
    }

    fn item(&self, index: usize, previous: Option<ParagraphKind>) -> Option<KindGuess> {
        let line = &self.lines[index];
        let numbering = line.numbering()?;
        let same = |at: Option<usize>| {
            at.and_then(|at| self.lines.get(at)).is_some_and(|other| other.numbering() == Some(numbering))
        };
        let follows = previous == Some(ParagraphKind::ListItem) && same(index.checked_sub(1));
        let announced =
            index.checked_sub(1).and_then(|at| self.lines.get(at)).is_some_and(|before| before.ends_with(&[':']));
        if follows || announced {
            return Some(guess(ParagraphKind::ListItem, 0.92));
        }
        if same(Some(index + 1)) {
            return Some(guess(ParagraphKind::ListItem, 0.8));
        }
        let opens_section = line.words <= 14 && !line.has_stop() && self.next_words(index) > line.words;
        if opens_section && numbering != Numbering::Bullet {
            let sure = if numbering == Numbering::Roman { 0.93 } else { 0.75 };
            return Some(guess(ParagraphKind::Heading, sure));
        }
        (line.words < LONG || numbering == Numbering::Bullet).then_some(guess(ParagraphKind::ListItem, 0.55))
    }

    fn heading(&self, index: usize) -> Option<KindGuess> {
        let line = &self.lines[index];
        if let Some(sure) = line.heading() {
            return Some(guess(ParagraphKind::Heading, sure));
        }
        let short =
            (1..=12).contains(&line.words) && !line.has_stop() && !line.ends_with(&['،', ',', ':', ';', '؛', '!']);
        if !short || line.quote().is_some_and(|sure| sure >= 0.8) {
            return None;
        }
        let next = self.next_words(index);
        let sure = match next {
            _ if self.is_late(index) && next < LONG => 0.4,
            LONG.. => 0.78,
            _ if next > line.words => 0.55,
            _ => 0.35,
        };
        Some(guess(ParagraphKind::Heading, sure))
    }

    fn bio(&self, index: usize) -> Option<KindGuess> {
        let line = &self.lines[index];
        let late = self.is_late(index) && self.after_text(index);
        let sure =
            line.bio(&self.names).filter(|sure| late || *sure > 0.9 && index + 3 >= self.lines.len() && index > 3)?;
        Some(guess(ParagraphKind::AuthorBio, sure))
    }

    fn standfirst(&self, index: usize) -> Option<KindGuess> {
        let line = &self.lines[index];
        let title = self.title.filter(|title| *title < index && index < self.head)?;
        if !(8..=45).contains(&line.words) || line.ends_with(&[':']) {
            return None;
        }
        if self.last_of_head.is_some_and(|last| index < last) {
            return Some(guess(ParagraphKind::Standfirst, 0.9));
        }
        // Without a byline behind it, a short first paragraph looks the same.
        let next = self.next_words(index);
        let first = index <= title + 3 && (title + 1..index).all(|at| self.lines[at].words < 12);
        let alone = first && (12..=45).contains(&line.words) && next > 2 * line.words && next > 45;
        (alone && self.last_of_head.is_none()).then_some(guess(ParagraphKind::Standfirst, 0.5))
    }

    /// Words of the next block that is no ornament.
    fn next_words(&self, index: usize) -> usize {
        self.lines.iter().skip(index + 1).find(|line| !line.is_ornament()).map_or(0, |line| line.words)
    }

    /// Whether the block stands in the last third.
    fn is_late(&self, index: usize) -> bool {
        (index + 1) * 3 > self.lines.len() * 2
    }

    /// Whether running text stands before the block and none behind it, notes and what the article says of itself left out.
    fn after_text(&self, index: usize) -> bool {
        let (before, to) =
            (self.texts.partition_point(|at| *at < index), self.texts.partition_point(|at| *at <= index));
        before > 0 && self.texts.len() - to <= 1
    }
}

/// Running text, the surer the longer.
fn body(line: &Line<'_>) -> KindGuess {
    let ended = line.has_stop() || line.ends_with(&['؟', '?', '!', ':']);
    let sure = match line.words {
        LONG.. => 0.95,
        12.. if ended => 0.85,
        5.. if ended => 0.7,
        12.. => 0.6,
        _ => 0.4,
    };
    guess(ParagraphKind::Body, sure)
}

#[cfg(test)]
mod tests;
