//! What can be known of an article before the desk is locked: everything but its keys. Files in, rows to insert out.

use super::pairing::{Pair, Place, pair};
use super::reading::{Document, ReadOptions};
use super::slug::slug_from_name;
use super::{ImportRequest, ImportedArticle, Input, Warning, WarningKind};
use crate::alignment::{Lexicon, remarks};
use crate::model::{
    Bead, Block, BlockShape, Content, Flattening, KindGuess, Language, Origin, PairRemark, ParagraphKind, Slug,
    SourceSide, TextHash,
};
use crate::ops::boilerplate::{Gaps, fill};
use crate::ops::lessons::own_lexicon;
use crate::ops::{Desk, OpsError};
use crate::segmentation::beads_for;
use crate::store::{NewContent, NewParagraph, ParagraphForm, Snapshot, SourceFile};
use crate::text::odd_characters;

/// So many words of a passage tell which one is meant.
const WORDS_SHOWN: usize = 10;

/// What the articles of a call have in common.
#[derive(Clone, Copy)]
pub(super) struct Call<'a> {
    pub(super) request: &'a ImportRequest,
    pub(super) languages: &'a (Language, Language),
    /// What the pairs of the call teach about each other.
    pub(super) batch: Option<&'a Lexicon>,
}

/// An article that is read, with what the desk knows of its words: what takes long is still to be done, and needs no desk.
pub(super) struct Opened {
    index: usize,
    slug: Slug,
    source: Document,
    target: Option<Document>,
    remarks: Vec<PairRemark>,
    of_desk: Option<Lexicon>,
}

/// An article that is ready to be inserted.
pub(super) struct Prepared {
    /// The place of its file among those of the request.
    pub(super) index: usize,
    pub(super) paragraphs: Vec<NewParagraph>,
    pub(super) source_file: SourceFile,
    pub(super) target_file: Option<SourceFile>,
    pub(super) report: ImportedArticle,
}

impl Prepared {
    /// Gives the paragraphs that repeat a block of the desk its newest version; what a translation left out stays left out.
    pub(super) fn fill(&mut self, snapshot: &Snapshot<'_>, languages: &(Language, Language)) -> Result<(), OpsError> {
        let gaps = if self.target_file.is_some() { Gaps::Left } else { Gaps::Filled };
        self.report.blocks = fill(snapshot, &mut self.paragraphs, (&languages.0, &languages.1), gaps)?;
        self.report.segments = self.paragraphs.iter().map(|p| p.beads.len()).sum();
        Ok(())
    }

    /// The bytes of its texts, and how many paragraphs it has.
    pub(super) fn size(&self) -> (usize, usize) {
        let target = |p: &NewParagraph| p.target.as_ref().map_or(0, |target| target.text().len());
        let bytes = self.paragraphs.iter().map(|p| p.source.text().len() + target(p)).sum();
        (bytes, self.paragraphs.len())
    }
}

/// Refuses what the desk has already: the same file as an article, or the slug.
pub(super) fn check_new(snapshot: &Snapshot<'_>, file: TextHash, slug: &Slug) -> Result<(), OpsError> {
    check_new_file(snapshot, file)?;
    match snapshot.article(slug)? {
        Some(_) => Err(OpsError::SlugTaken { slug: slug.to_string() }),
        None => Ok(()),
    }
}

/// Refuses a file that is an article already.
pub(super) fn check_new_file(snapshot: &Snapshot<'_>, file: TextHash) -> Result<(), OpsError> {
    match snapshot.article_from_file(file)? {
        Some(known) => Err(OpsError::AlreadyImported { slug: known.slug.to_string() }),
        None => Ok(()),
    }
}

/// Reads one file, and its translation where there is one.
///
/// `is_new` is asked about the file before it is taken apart.
pub(super) fn open(
    desk: &Desk,
    index: usize,
    call: &Call<'_>,
    is_new: impl FnOnce(TextHash) -> Result<(), OpsError>,
) -> Result<Opened, OpsError> {
    let Call { request, languages, .. } = *call;
    let file = request.inputs[index].source.load()?;
    is_new(file.hash)?;
    let slug = match &request.slug {
        Some(slug) => slug.clone(),
        None => slug_from_name(&file.file_name())?,
    };
    let source = file.parse(&request.options, &languages.0, SourceSide::Source)?;
    drop(file);
    let target = request.inputs[index]
        .translation
        .as_ref()
        .map(|input| translation(input, &source, &request.options, &languages.1));
    let target = target.transpose()?;
    let remarks = target.as_ref().map_or_else(Vec::new, |target| pair_remarks(&source, target, languages));
    if remarks.contains(&PairRemark::Swapped) {
        return Err(OpsError::Swapped);
    }
    let of_desk = target.as_ref().map(|target| desk_lexicon(desk, &source, target)).transpose()?.flatten();
    Ok(Opened { index, slug, source, target, remarks, of_desk })
}

fn desk_lexicon(desk: &Desk, source: &Document, target: &Document) -> Result<Option<Lexicon>, OpsError> {
    let blocks = source.document.blocks.iter().chain(&target.document.blocks);
    own_lexicon(&desk.snapshot()?, blocks.map(|block| block.content.text()))
}

impl Opened {
    /// The bytes of its texts, and how many paragraphs it has, those that only its translation has aside.
    pub(super) fn size(&self) -> (usize, usize) {
        let documents = std::iter::once(&self.source).chain(&self.target);
        let blocks = documents.flat_map(|document| &document.document.blocks);
        (blocks.map(|block| block.content.text().len()).sum(), self.source.document.blocks.len())
    }

    /// Segments it and pairs it with its translation, by what is known at its turn: the built-in lexicon, the user's, the batch's,
    /// and that of the desk.
    pub(super) fn prepare(self, call: &Call<'_>) -> Result<Prepared, OpsError> {
        let Self { index, slug, source, target, mut remarks, of_desk } = self;
        let Call { request, languages, batch } = *call;
        let own: Vec<&Lexicon> = request.lexicon.iter().chain(batch).chain(&of_desk).collect();
        let paragraphs = paragraphs(&source, target.as_ref(), languages, &own)?;
        let unsure = |p: &&NewParagraph| p.target.is_none() || is_unsure(p);
        if target.is_some() && paragraphs.iter().filter(unsure).count() * 2 > paragraphs.len() {
            remarks.push(PairRemark::Unlike);
        }
        let report = ImportedArticle {
            slug,
            paragraphs: paragraphs.len(),
            segments: paragraphs.iter().map(|p| p.beads.len()).sum(),
            aligned: target.is_some(),
            unsure: paragraphs.iter().filter(|p| !p.form.kind.is_sure()).count(),
            first_unsure: first_number(&paragraphs, |p| !p.form.kind.is_sure()),
            repeated: 0,
            blocks: Vec::new(),
            guessed_encoding: source.guessed_encoding,
            doubtful: paragraphs.iter().filter(|p| is_doubtful(p)).count(),
            left_out: target.as_ref().map_or(0, |_| paragraphs.iter().filter(|p| p.target.is_none()).count()),
            first_left_out: target.as_ref().and_then(|_| first_number(&paragraphs, |p| p.target.is_none())),
            added: paragraphs.iter().filter(|p| p.source.text().is_empty()).count(),
            same_text: paragraphs.iter().filter(|p| same_texts(p)).count(),
            repeated_title: repeated_title(&source),
            not_arabic: languages.0.primary() == "ar" && !is_arabic(&source),
            remarks,
            warnings: warnings(&source, target.as_ref()),
        };
        let target_file = target.map(|target| target.file);
        Ok(Prepared { index, paragraphs, source_file: source.file, target_file, report })
    }
}

/// The translation of a source, which must be another file, and not the source itself with the sides swapped.
fn translation(
    input: &Input,
    source: &Document,
    options: &ReadOptions,
    language: &Language,
) -> Result<Document, OpsError> {
    let file = input.load()?;
    if file.hash == source.file.hash {
        return Err(OpsError::SameFile { path: input.name() });
    }
    let options = ReadOptions { format: None, ..options.clone() };
    let target = file.parse(&options, language, SourceSide::Target)?;
    Ok(target)
}

/// What did not come in as it stands in the file, or looks like damage.
fn warnings(source: &Document, target: Option<&Document>) -> Vec<Warning> {
    let mut warnings = side_warnings(source, SourceSide::Source);
    warnings.extend(target.into_iter().flat_map(|target| side_warnings(target, SourceSide::Target)));
    warnings
}

fn side_warnings(side_document: &Document, side: SourceSide) -> Vec<Warning> {
    let document = &side_document.document;
    let number = |index: usize| (index + 1).min(document.blocks.len());
    let mut warnings = Vec::new();
    for kind in Flattening::ALL {
        let places: Vec<usize> =
            document.flattened.iter().filter(|(found, _)| *found == kind).map(|(_, index)| number(*index)).collect();
        if !places.is_empty() {
            warnings.push(Warning::new(WarningKind::Flattened(kind), side, places.len(), places));
        }
    }
    if let Some(longest) = document.left_out.iter().max_by_key(|text| text.len()) {
        let kind = WarningKind::AroundArticle { beginning: beginning(longest) };
        warnings.push(Warning::new(kind, side, document.left_out.len(), Vec::new()));
    }
    let (mut first, mut count, mut places) = (None, 0, Vec::new());
    for (index, block) in document.blocks.iter().enumerate() {
        let odd = odd_characters(block.content.text());
        if let Some(one) = odd.first() {
            first.get_or_insert(one.character);
            places.push(number(index));
            count += odd.len();
        }
    }
    warnings.extend(first.map(|first| Warning::new(WarningKind::OddCharacters { first }, side, count, places)));
    warnings
}

/// The first words of a passage.
fn beginning(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let shown = words[..words.len().min(WORDS_SHOWN)].join(" ");
    if words.len() > WORDS_SHOWN { shown + "…" } else { shown }
}

/// Where the title stands a second time above the running text, as pages do that print it in their head and over the article.
fn repeated_title(source: &Document) -> Option<u32> {
    let blocks = &source.document.blocks;
    let head = source.kinds.iter().position(|guess| guess.kind == ParagraphKind::Body).unwrap_or(blocks.len());
    let title = source.kinds[..head].iter().position(|guess| guess.kind == ParagraphKind::Title)?;
    let words = crate::text::norm(blocks[title].content.text());
    let again = |block: &Block| crate::text::norm(block.content.text()) == words;
    let place = blocks[..head].iter().enumerate().rposition(|(index, block)| index != title && again(block))?;
    u32::try_from(place.max(title) + 1).ok()
}

/// The number of the first paragraph of a kind.
fn first_number(paragraphs: &[NewParagraph], is_meant: impl Fn(&NewParagraph) -> bool) -> Option<u32> {
    u32::try_from(paragraphs.iter().position(is_meant)? + 1).ok()
}

/// Whether a paragraph is to wait as a draft: doubtful, or without a source.
pub(super) fn is_unsure(paragraph: &NewParagraph) -> bool {
    is_doubtful(paragraph) || paragraph.source.text().is_empty()
}

/// Whether the aligner was not sure of one of its segments.
fn is_doubtful(paragraph: &NewParagraph) -> bool {
    paragraph.target.is_some() && paragraph.beads.iter().any(Bead::is_doubtful)
}

/// Whether the translation is the source itself, though it has words.
fn same_texts(paragraph: &NewParagraph) -> bool {
    let source = paragraph.source.text();
    let same = paragraph.target.as_ref().is_some_and(|target| target.text() == source);
    same && paragraph.origin == Origin::Aligned && source.chars().any(char::is_alphabetic)
}

/// What is odd about the two as a pair; that the Arabic side is the translation is not, where the desk translates into Arabic.
fn pair_remarks(source: &Document, target: &Document, languages: &(Language, Language)) -> Vec<PairRemark> {
    let texts = |document: &Document| -> Vec<String> {
        document.document.blocks.iter().map(|block| block.content.text().to_owned()).collect()
    };
    let (source, target) = (texts(source), texts(target));
    if languages.0.primary() == "ar" { remarks(&source, &target) } else { remarks(&target, &source) }
}

/// Whether at least a third of the letters are Arabic ones; a text without letters counts as Arabic.
pub(in crate::ops) fn is_arabic(document: &Document) -> bool {
    let text: String = document.document.blocks.iter().map(|block| block.content.text()).collect();
    !text.chars().any(char::is_alphabetic) || crate::text::arabic_share(&text) > 1.0 / 3.0
}

/// The better of the guesses from both sides: a cue that was found beats the body text that was left over.
fn better(source: KindGuess, target: KindGuess) -> KindGuess {
    let found = |guess: KindGuess| guess.kind != ParagraphKind::Body && guess.is_sure();
    match (found(source), found(target)) {
        (true, false) => source,
        (false, true) => target,
        _ if target.confidence > source.confidence => target,
        _ => source,
    }
}

fn paragraphs(
    source: &Document,
    target: Option<&Document>,
    languages: &(Language, Language),
    own: &[&Lexicon],
) -> Result<Vec<NewParagraph>, OpsError> {
    let blocks = &source.document.blocks;
    match target {
        None => blocks.iter().zip(&source.kinds).map(|(block, kind)| new_paragraph(block, *kind, languages)).collect(),
        Some(target) => pair(source, target, languages, own)
            .into_iter()
            .map(|pair| paired(pair, source, target, languages))
            .collect(),
    }
}

/// A paragraph of a pair. One that the translation adds has an empty source.
fn paired(
    pair: Pair,
    source: &Document,
    target: &Document,
    languages: &(Language, Language),
) -> Result<NewParagraph, OpsError> {
    let (block, guess) = match pair.place {
        Place::Source(index) => (&source.document.blocks[index], source.kinds[index]),
        Place::Added(index) => (&target.document.blocks[index], target.kinds[index]),
    };
    let kind = pair.kind.map_or(guess, |kind| better(guess, kind));
    let Some(content) = pair.target.filter(|content| !content.is_empty()) else {
        return new_paragraph(block, kind, languages);
    };
    let none = Content::default();
    let own = if matches!(pair.place, Place::Added(_)) { &none } else { &block.content };
    Ok(NewParagraph {
        form: form_of(block, kind),
        source: NewContent::of(own)?,
        target: Some(NewContent::of(&content)?),
        origin: Origin::Aligned,
        beads: pair.beads,
    })
}

/// A paragraph as it comes in. One without a word to translate gets its own text as the target.
pub(in crate::ops) fn new_paragraph(
    block: &Block,
    kind: KindGuess,
    languages: &(Language, Language),
) -> Result<NewParagraph, OpsError> {
    let source = &block.content;
    let copy = (!source.text().chars().any(char::is_alphanumeric)).then(|| copy_of(source));
    let target = copy.filter(|content| !content.is_empty());
    let target_text = target.as_ref().map_or("", Content::text);
    Ok(NewParagraph {
        form: form_of(block, kind),
        source: NewContent::of(source)?,
        origin: if target.is_some() { Origin::Copy } else { Origin::Source },
        beads: beads_for(source.text(), target_text, &languages.0, &languages.1),
        target: target.as_ref().map(NewContent::of).transpose()?,
    })
}

/// What a paragraph of that kind is, by the shape of its block.
pub(in crate::ops) fn form_of(block: &Block, kind: KindGuess) -> ParagraphForm {
    let mut form = ParagraphForm { kind, heading_level: None, note_label: None, list_mark: None };
    match &block.shape {
        BlockShape::Heading(level) => form.heading_level = Some(*level),
        BlockShape::Note { label } => form.note_label = Some(label.clone()),
        BlockShape::ListItem { mark } => form.list_mark = Some(*mark),
        _ => {}
    }
    form
}

/// What stands for a wordless paragraph in the target: itself, or asterisks where it is drawn with Arabic characters.
fn copy_of(source: &Content) -> Content {
    if source.text().chars().any(crate::text::is_arabic) { Content::plain("***") } else { source.clone() }
}
