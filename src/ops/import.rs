//! Imports articles: bytes become paragraphs with kinds and segments, alone or with an existing translation.
//!
//! One call is one operation. A file that cannot be read is a problem in the report and does not stop the others.

use std::path::{Path, PathBuf};

use super::desk::Desk;
use super::error::OpsError;
use super::files;
use super::settings::value_of;
use crate::formats::{self, EncodingSource};
use crate::model::{
    Block, BlockShape, Content, DecisionKind, Failure, KindGuess, Language, OperationKind, Origin, ParagraphKind,
    Setting, Slug, SourceDocument, Written,
};
use crate::segmentation::{beads_for, classify};
use crate::store::{NewDecision, NewParagraph, ParagraphForm, SourceFile, SourceSide, Writer, file_hash};

/// A file to import.
#[derive(Clone, Debug)]
pub enum Input {
    /// A file on disk.
    File(PathBuf),
    /// Bytes that came another way, such as standard input, and the name they go by.
    Bytes {
        /// The name.
        name: String,
        /// The bytes.
        bytes: Vec<u8>,
    },
}

/// How files are to be read.
#[derive(Clone, Debug, Default)]
pub struct ReadOptions {
    /// The id of the format; guessed when `None`.
    pub format: Option<String>,
    /// The name of the encoding; guessed when `None`.
    pub encoding: Option<String>,
}

/// What to import.
#[derive(Clone, Debug)]
pub struct ImportRequest {
    /// The files.
    pub inputs: Vec<Input>,
    /// The slug, for a single file.
    pub slug: Option<Slug>,
    /// An existing translation, for a single file.
    pub translation: Option<Input>,
    /// How to read.
    pub options: ReadOptions,
}

/// An article that was imported.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportedArticle {
    /// Its slug.
    pub slug: Slug,
    /// How many paragraphs it has.
    pub paragraphs: usize,
    /// How many segments.
    pub segments: usize,
    /// Whether a translation came along and was paired with it.
    pub aligned: bool,
    /// Paragraphs whose kind is a mere guess.
    pub unsure: usize,
    /// Paragraphs whose source stands elsewhere too, in this article or another.
    pub repeated: usize,
    /// The name of the encoding, where it had to be guessed.
    pub guessed_encoding: Option<&'static str>,
    /// Paragraphs whose translation is the source itself.
    pub same_text: usize,
    /// The number of a paragraph above the text that repeats the title.
    pub repeated_title: Option<u32>,
    /// Whether the source is said to be Arabic but is mostly written in another script.
    pub not_arabic: bool,
}

/// A file that was not imported.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// The file.
    pub file: String,
    /// Why.
    pub failure: Failure,
    /// The article that the same file had become before, if that is why.
    pub already: Option<Slug>,
}

/// What became of an import.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImportReport {
    /// What came in.
    pub articles: Vec<ImportedArticle>,
    /// What did not.
    pub problems: Vec<Problem>,
}

/// A file, read.
pub(super) struct Document {
    pub(super) document: SourceDocument,
    pub(super) kinds: Vec<KindGuess>,
    pub(super) file: SourceFile,
    pub(super) guessed_encoding: Option<&'static str>,
}

impl Input {
    fn name(&self) -> String {
        match self {
            Self::File(path) => path.display().to_string(),
            Self::Bytes { name, .. } => name.clone(),
        }
    }

    /// Reads the file as blocks with kinds.
    pub(super) fn read(
        &self,
        options: &ReadOptions,
        language: &Language,
        side: SourceSide,
    ) -> Result<Document, OpsError> {
        let read;
        let bytes = match self {
            Self::File(path) => {
                read = files::read(path)?;
                &read
            }
            Self::Bytes { bytes, .. } => bytes,
        };
        let name = self.name();
        let of_format = |error| OpsError::Format { path: name.clone(), error };
        let decoded = formats::decode(bytes, options.encoding.as_deref()).map_err(of_format)?;
        let format = match &options.format {
            Some(id) => formats::find(id),
            None => formats::detect(Path::new(&name).file_name().and_then(|n| n.to_str()), &decoded.text),
        };
        let unusable = || OpsError::UnusableFormat {
            format: options.format.clone().unwrap_or_else(|| name.clone()),
            usable: formats::readable(),
        };
        let format = format.ok_or_else(unusable)?;
        let reader = format.read.ok_or_else(unusable)?;
        let mut document = reader(&decoded.text).map_err(of_format)?;
        if document.blocks.is_empty() {
            return Err(OpsError::EmptyFile { path: name });
        }
        document.blocks.iter_mut().for_each(give_rules_a_text);
        let kinds = classify(&document.blocks, language);
        let file = SourceFile {
            side,
            file_name: Path::new(&name).file_name().map_or(name.clone(), |n| n.to_string_lossy().into_owned()),
            format: format.id.to_owned(),
            encoding: decoded.encoding.to_owned(),
            bytes: bytes.len() as u64,
            hash: file_hash(bytes),
        };
        let guessed = matches!(decoded.source, EncodingSource::Guessed).then_some(decoded.encoding);
        Ok(Document { document, kinds, file, guessed_encoding: guessed })
    }
}

/// A rule between parts that the file draws without a text gets the asterisks by which plain text draws it.
fn give_rules_a_text(block: &mut Block) {
    if block.shape == BlockShape::Separator && block.content.text().trim().is_empty() {
        block.content = Content::plain("***");
    }
}

/// Imports files, telling `progress` after each how many are done.
///
/// # Errors
/// When a single file cannot be imported; when several are given with options for one; errors of the desk.
pub fn import(
    desk: &mut Desk,
    request: &ImportRequest,
    progress: &mut dyn FnMut(usize),
) -> Result<Written<ImportReport>, OpsError> {
    let single = request.inputs.len() == 1;
    if !single && (request.slug.is_some() || request.translation.is_some()) {
        return Err(OpsError::OneFile);
    }
    desk.write(OperationKind::Import, |writer| {
        let languages = desk_languages(writer)?;
        let mut report = ImportReport::default();
        for (input, done) in request.inputs.iter().zip(1..) {
            match writer.attempt(|writer| import_one(writer, input, request, &languages)) {
                Ok(article) => report.articles.push(article),
                Err(error) if single => return Err(error),
                Err(error @ OpsError::Store(_))
                    if !matches!(error, OpsError::Store(crate::store::StoreError::SlugTaken { .. })) =>
                {
                    return Err(error);
                }
                Err(error) => report.problems.push(problem(input, &error)),
            }
            progress(done);
        }
        writer.refresh()?;
        count_repeated(writer, &mut report)?;
        Ok(report)
    })
}

fn problem(input: &Input, error: &OpsError) -> Problem {
    let already = match error {
        OpsError::AlreadyImported { slug } => slug.parse().ok(),
        _ => None,
    };
    Problem { file: input.name(), failure: error.failure(), already }
}

fn desk_languages(writer: &Writer<'_>) -> Result<(Language, Language), OpsError> {
    let snapshot = writer.snapshot();
    let language = |setting: Setting| -> Result<Language, OpsError> {
        let tag = value_of(&snapshot, setting)?;
        tag.parse().map_err(|_| OpsError::SettingValue {
            setting: setting.as_str(),
            value: tag,
            usable: vec!["ar", "en", "…"],
        })
    };
    Ok((language(Setting::SourceLanguage)?, language(Setting::TargetLanguage)?))
}

fn import_one(
    writer: &mut Writer<'_>,
    input: &Input,
    request: &ImportRequest,
    languages: &(Language, Language),
) -> Result<ImportedArticle, OpsError> {
    let source = input.read(&request.options, &languages.0, SourceSide::Source)?;
    if let Some(known) = writer.snapshot().article_from_file(source.file.hash)? {
        return Err(OpsError::AlreadyImported { slug: known.slug.to_string() });
    }
    let slug = match &request.slug {
        Some(slug) => slug.clone(),
        None => slug_from_name(&source.file.file_name)?,
    };
    if writer.snapshot().article(&slug)?.is_some() {
        return Err(OpsError::SlugTaken { slug: slug.to_string() });
    }
    let target = match &request.translation {
        Some(input) => {
            let options = ReadOptions { format: None, ..request.options.clone() };
            Some(input.read(&options, &languages.1, SourceSide::Target)?)
        }
        None => None,
    };
    if let Some(target) = &target {
        check_parallel(&source, target)?;
    }
    let paragraphs = paragraphs(writer, &source, target.as_ref(), languages)?;
    let (article, added) = writer.add_article(&slug, (&languages.0, &languages.1), &paragraphs)?;
    writer.add_source_file(article, &source.file)?;
    if let Some(target) = &target {
        writer.add_source_file(article, &target.file)?;
        let person = writer.operation().person.clone();
        for (paragraph, revision) in &added {
            writer.add_decision(&NewDecision {
                paragraph: *paragraph,
                revision: *revision,
                kind: DecisionKind::Submit,
                person: &person,
                role: None,
                reason: None,
                note: None,
                own_text: true,
                carried_from: None,
            })?;
        }
    }
    Ok(ImportedArticle {
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
    })
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
    writer: &mut Writer<'_>,
    source: &Document,
    target: Option<&Document>,
    languages: &(Language, Language),
) -> Result<Vec<NewParagraph>, OpsError> {
    let mut paragraphs = Vec::with_capacity(source.document.blocks.len());
    for (index, block) in source.document.blocks.iter().enumerate() {
        let given = target.map(|t| (&t.document.blocks[index].content, t.kinds[index]));
        let kind = given.map_or(source.kinds[index], |(_, guess)| better(source.kinds[index], guess));
        paragraphs.push(new_paragraph(writer, block, kind, given.map(|(content, _)| content), languages)?);
    }
    Ok(paragraphs)
}

/// A paragraph as it comes in. One without a word to translate gets its own text as the target.
pub(super) fn new_paragraph(
    writer: &mut Writer<'_>,
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
        source: writer.content(source)?,
        target: target.map(|content| writer.content(content)).transpose()?,
        origin: match (target.is_some(), copied) {
            (false, _) => Origin::Source,
            (true, true) => Origin::Copy,
            (true, false) => Origin::Import,
        },
        beads: beads_for(source.text(), target_text, &languages.0, &languages.1),
    })
}

/// What a paragraph of that kind is, by the shape of its block.
pub(super) fn form_of(block: &Block, kind: KindGuess) -> ParagraphForm {
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

fn count_repeated(writer: &Writer<'_>, report: &mut ImportReport) -> Result<(), OpsError> {
    let snapshot = writer.snapshot();
    for article in &mut report.articles {
        let Some(head) = snapshot.article(&article.slug)? else { continue };
        article.repeated = snapshot.count_repeated(head.key)? as usize;
    }
    Ok(())
}

/// A slug from a file's name: lower case, Latin letters where the name has them, Arabic letters romanised one by one.
fn slug_from_name(name: &str) -> Result<Slug, OpsError> {
    let stem = Path::new(name).file_stem().map_or_else(|| name.to_owned(), |s| s.to_string_lossy().into_owned());
    let mut slug = String::new();
    for c in stem.chars() {
        match romanised(c) {
            Some(latin) => slug.push_str(latin),
            None if c == '\u{640}' => {}
            None if c.is_alphanumeric() => slug.extend(c.to_lowercase()),
            None if crate::text::is_ignorable(c) => {}
            None if slug.is_empty() || slug.ends_with('-') => {}
            None => slug.push('-'),
        }
    }
    let slug: String = slug.trim_end_matches('-').chars().take(60).collect();
    slug.trim_end_matches('-').parse().map_err(|_| OpsError::NoSlug { name: name.to_owned() })
}

/// Letters as in the BGN/PCGN system, without its marks; a name to type, no transliteration to print.
fn romanised(c: char) -> Option<&'static str> {
    Some(match c {
        'ا' | 'أ' | 'إ' | 'آ' | 'ٱ' | 'ى' => "a",
        'ب' => "b",
        'ت' | 'ط' => "t",
        'ث' => "th",
        'ج' => "j",
        'ح' | 'ه' => "h",
        'خ' => "kh",
        'د' | 'ض' => "d",
        'ذ' => "dh",
        'ر' => "r",
        'ز' | 'ظ' => "z",
        'س' | 'ص' => "s",
        'ش' => "sh",
        'ع' | 'ء' => "",
        'غ' => "gh",
        'ف' => "f",
        'ق' => "q",
        'ك' => "k",
        'ل' => "l",
        'م' => "m",
        'ن' => "n",
        'ة' => "a",
        'و' | 'ؤ' => "w",
        'ي' | 'ئ' => "y",
        '٠' => "0",
        '١' => "1",
        '٢' => "2",
        '٣' => "3",
        '٤' => "4",
        '٥' => "5",
        '٦' => "6",
        '٧' => "7",
        '٨' => "8",
        '٩' => "9",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_come_from_file_names() {
        let slug = |name: &str| slug_from_name(name).unwrap().to_string();
        assert_eq!(slug("Enough Water (final).docx"), "enough-water-final");
        assert_eq!(slug("ماء يكفي الجميع.txt"), "ma-ykfy-aljmy");
        assert_eq!(slug("٢٠٢٤_مقـال.html"), "2024-mqal");
        assert!(slug_from_name("….txt").is_err());
    }
}
