//! What can be known of an article before the desk is locked: everything but its keys. Files in, rows to insert out.

use super::reading::{Document, ReadOptions};
use super::slug::slug_from_name;
use super::{ImportRequest, ImportedArticle, Input, Warning, WarningKind};
use crate::model::{
    Block, BlockShape, Content, Flattening, KindGuess, Language, Origin, ParagraphKind, Slug, SourceSide, TextHash,
};
use crate::ops::OpsError;
use crate::segmentation::beads_for;
use crate::store::{NewContent, NewParagraph, ParagraphForm, Snapshot, SourceFile};
use crate::text::odd_characters;

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
    /// The bytes of its texts, a measure of what it holds in memory.
    pub(super) fn bytes(&self) -> usize {
        let target = |p: &NewParagraph| p.target.as_ref().map_or(0, |target| target.text().len());
        self.paragraphs.iter().map(|p| p.source.text().len() + target(p)).sum()
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

/// Reads, takes apart and segments one file, and its translation where there is one.
///
/// `is_new` is asked about the file before it is taken apart.
pub(super) fn prepare(
    index: usize,
    request: &ImportRequest,
    languages: &(Language, Language),
    is_new: impl FnOnce(TextHash) -> Result<(), OpsError>,
) -> Result<Prepared, OpsError> {
    let file = request.inputs[index].load()?;
    is_new(file.hash)?;
    let slug = match &request.slug {
        Some(slug) => slug.clone(),
        None => slug_from_name(&file.file_name())?,
    };
    let source = file.parse(&request.options, &languages.0, SourceSide::Source)?;
    drop(file);
    let target = request.translation.as_ref().map(|input| translation(input, &source, &request.options, &languages.1));
    let target = target.transpose()?;
    let paragraphs = paragraphs(&source, target.as_ref(), languages)?;
    let report = ImportedArticle {
        slug,
        paragraphs: paragraphs.len(),
        segments: paragraphs.iter().map(|p| p.beads.len()).sum(),
        aligned: target.is_some(),
        unsure: paragraphs.iter().filter(|p| !p.form.kind.is_sure()).count(),
        repeated: 0,
        guessed_encoding: source.guessed_encoding,
        same_text: target.as_ref().map_or(0, |target| same_texts(&source, target)),
        repeated_title: repeated_title(&source),
        not_arabic: languages.0.primary() == "ar" && !is_arabic(&source),
        warnings: warnings(&source, target.as_ref()),
    };
    let target_file = target.map(|target| target.file);
    Ok(Prepared { index, paragraphs, source_file: source.file, target_file, report })
}

/// The translation of a source, which must be another file and run parallel to it.
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
    check_parallel(source, &target)?;
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

fn same_texts(source: &Document, target: &Document) -> usize {
    let has_words = |block: &Block| block.content.text().chars().any(char::is_alphabetic);
    let pairs = source.document.blocks.iter().zip(&target.document.blocks);
    pairs.filter(|(s, t)| has_words(s) && s.content.text() == t.content.text()).count()
}

/// Whether at least a third of the letters are Arabic ones; a text without letters counts as Arabic.
fn is_arabic(document: &Document) -> bool {
    let text: String = document.document.blocks.iter().map(|block| block.content.text()).collect();
    !text.chars().any(char::is_alphabetic) || crate::text::arabic_share(&text) > 1.0 / 3.0
}

/// Source and translation pair in order when they agree in the number of paragraphs, and no paragraph that one side is sure to
/// be a title, heading, byline and the like is surely something else on the other. Running texts of all kinds pair.
fn check_parallel(source: &Document, target: &Document) -> Result<(), OpsError> {
    let (source_count, target_count) = (source.kinds.len(), target.kinds.len());
    if source_count != target_count {
        return Err(OpsError::CountsDiffer { source_count, target_count });
    }
    let differs = |(s, t): &(&KindGuess, &KindGuess)| {
        s.kind != t.kind && s.is_sure() && t.is_sure() && (is_landmark(s.kind) || is_landmark(t.kind))
    };
    match source.kinds.iter().zip(&target.kinds).zip(1..).find(|(pair, _)| differs(pair)) {
        Some(((s, t), number)) => Err(OpsError::KindsDiffer { number, source_kind: s.kind, target_kind: t.kind }),
        None => Ok(()),
    }
}

/// Kinds that stand out of the running text, by which a wrong pairing shows.
const fn is_landmark(kind: ParagraphKind) -> bool {
    use ParagraphKind as K;
    matches!(kind, K::Title | K::Kicker | K::Heading | K::Byline | K::Dateline | K::Separator)
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
) -> Result<Vec<NewParagraph>, OpsError> {
    let mut paragraphs = Vec::with_capacity(source.document.blocks.len());
    for (index, block) in source.document.blocks.iter().enumerate() {
        let given = target.map(|t| (&t.document.blocks[index].content, t.kinds[index]));
        let kind = given.map_or(source.kinds[index], |(_, guess)| better(source.kinds[index], guess));
        paragraphs.push(new_paragraph(block, kind, given.map(|(content, _)| content), languages)?);
    }
    Ok(paragraphs)
}

/// A paragraph as it comes in. One without a word to translate gets its own text as the target.
pub(in crate::ops) fn new_paragraph(
    block: &Block,
    kind: KindGuess,
    translation: Option<&Content>,
    languages: &(Language, Language),
) -> Result<NewParagraph, OpsError> {
    let source = &block.content;
    let copied = translation.is_none() && !source.text().chars().any(char::is_alphanumeric);
    let copy = copied.then(|| copy_of(source));
    let target = translation.or(copy.as_ref()).filter(|content| !content.is_empty());
    let target_text = target.map_or("", Content::text);
    Ok(NewParagraph {
        form: form_of(block, kind),
        source: NewContent::of(source)?,
        target: target.map(NewContent::of).transpose()?,
        origin: match (target.is_some(), copied) {
            (false, _) => Origin::Source,
            (true, true) => Origin::Copy,
            (true, false) => Origin::Import,
        },
        beads: beads_for(source.text(), target_text, &languages.0, &languages.1),
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
