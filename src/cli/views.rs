//! The shapes of JSON that outside programs read, and the sentences that several commands share.

use std::time::Duration;

use serde::Serialize;

use crate::l10n::Localizer;
use crate::model::status::Status;
use crate::model::{CodeElement, CodeFault, CodeSpan, Content, ContentDiff, DiffOp, DiffPiece, Message, Purpose, Slug};
use crate::ops::progress::Progress;
use crate::ops::same_wording::SameWording;
use crate::ops::show::{ArticleView, ParagraphView};
use crate::ops::translate::SetReport;

/// An article in `show`.
#[derive(Serialize)]
pub(super) struct ArticleJson<'a> {
    id: String,
    slug: &'a str,
    title: &'a str,
    source_lang: String,
    target_lang: String,
    status: &'static str,
}

impl<'a> ArticleJson<'a> {
    pub(super) fn of(view: &'a ArticleView) -> Self {
        Self {
            id: view.id.to_string(),
            slug: view.slug.as_str(),
            title: &view.title,
            source_lang: view.source_language.to_string(),
            target_lang: view.target_language.to_string(),
            status: view.status.as_str(),
        }
    }
}

/// The wording of another person that is no longer the present one.
#[derive(Serialize)]
pub(super) struct ReplacedJson<'a> {
    revision: u32,
    person: &'a str,
}

impl<'a> ReplacedJson<'a> {
    pub(super) fn of(report: &'a SetReport) -> Option<Self> {
        report.replaced.as_ref().map(|(revision, person)| Self { revision: *revision, person })
    }
}

/// What had asked for another wording than the one that was logged or submitted.
#[derive(Serialize)]
pub(super) struct SameWordingJson<'a> {
    because: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    person: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
}

impl<'a> SameWordingJson<'a> {
    pub(super) fn of(same: Option<&'a SameWording>) -> Option<Self> {
        Some(match same? {
            SameWording::SourceChanged => Self { because: "source-changed", person: None, reason: None, note: None },
            SameWording::SentBack { person, reason, note } => Self {
                because: "sent-back",
                person: Some(person),
                reason: reason.map(crate::model::ReasonCode::as_str),
                note: note.as_deref(),
            },
        })
    }
}

/// A paragraph in `show`.
#[derive(Serialize)]
pub(super) struct ParagraphJson<'a> {
    number: Option<u32>,
    id: String,
    kind: &'static str,
    kind_confidence: f64,
    status: &'static str,
    stale: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    excluded: Option<ExclusionJson<'a>>,
    revision: u32,
    source: &'a str,
    target: &'a str,
    source_marked: String,
    target_marked: String,
    translator: Option<&'a str>,
    repeated: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    boilerplate: Option<BlockJson<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    repetitions: Vec<RepetitionJson<'a>>,
    segments: Vec<SegmentJson<'a>>,
}

/// Why a paragraph is left out of the finished article.
#[derive(Serialize)]
pub(super) struct ExclusionJson<'a> {
    at: &'a str,
    person: &'a str,
    reason: &'a str,
}

impl<'a> ExclusionJson<'a> {
    fn of(view: &'a ParagraphView) -> Option<Self> {
        let exclusion = view.state.exclusion.as_ref()?;
        Some(Self { at: &exclusion.at, person: &exclusion.person, reason: &exclusion.reason })
    }
}

/// The version of a block that a paragraph has.
#[derive(Serialize)]
pub(super) struct BlockJson<'a> {
    name: &'a str,
    version: u32,
    outdated: bool,
}

/// An existing translation of the same source.
#[derive(Serialize)]
pub(super) struct RepetitionJson<'a> {
    address: String,
    status: &'static str,
    target: &'a str,
}

impl<'a> RepetitionJson<'a> {
    pub(super) fn of((slug, number): (&Slug, u32), status: Status, target: &'a Content) -> Self {
        Self { address: format!("{slug}:{number}"), status: status.as_str(), target: target.text() }
    }
}

/// A segment in `show`.
#[derive(Serialize)]
pub(super) struct SegmentJson<'a> {
    number: usize,
    source: &'a str,
    target: &'a str,
    origin: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    match_score: Option<u8>,
    purpose: Option<PurposeJson<'a>>,
}

/// Why one side alone has a segment.
#[derive(Serialize)]
pub(super) struct PurposeJson<'a> {
    at: &'a str,
    person: &'a str,
    reason: &'a str,
}

impl<'a> PurposeJson<'a> {
    pub(super) fn of(purpose: &'a Purpose) -> Self {
        Self { at: &purpose.at, person: &purpose.person, reason: &purpose.reason }
    }
}

impl<'a> ParagraphJson<'a> {
    pub(super) fn of(view: &'a ParagraphView) -> Self {
        let revision = &view.state.revision;
        let segments = view.segments().map(|segment| SegmentJson {
            number: segment.number,
            source: segment.source,
            target: segment.target,
            origin: revision.origin.as_str(),
            match_score: revision.match_score,
            purpose: segment.purpose.map(PurposeJson::of),
        });
        let repetitions = view.repetitions.iter().map(|r| RepetitionJson::of((&r.slug, r.number), r.status, &r.target));
        Self {
            number: view.state.number,
            id: view.state.id.to_string(),
            kind: revision.form.kind.kind.as_str(),
            kind_confidence: revision.form.kind.confidence,
            status: view.state.standing.status.as_str(),
            stale: view.state.standing.stale,
            excluded: ExclusionJson::of(view),
            revision: revision.number,
            source: revision.source.text(),
            target: view.target_text(),
            source_marked: view.marked_source(),
            target_marked: view.marked_target(),
            translator: revision.translator.as_deref(),
            repeated: view.repeated,
            boilerplate: view.block.as_ref().map(|block| BlockJson {
                name: &block.name,
                version: block.version,
                outdated: block.outdated,
            }),
            repetitions: repetitions.collect(),
            segments: segments.collect(),
        }
    }
}

/// The whole answer of `show`.
#[derive(Serialize)]
pub(super) struct ShowJson<'a> {
    schema: u32,
    article: ArticleJson<'a>,
    paragraphs: Vec<ParagraphJson<'a>>,
}

impl<'a> ShowJson<'a> {
    pub(super) fn of(view: &'a ArticleView) -> Self {
        let paragraphs = view.paragraphs.iter().map(ParagraphJson::of).collect();
        Self { schema: 1, article: ArticleJson::of(view), paragraphs }
    }
}

/// Paragraphs by status, as `status` and `list` count them.
#[derive(Serialize)]
pub(super) struct CountsJson {
    untranslated: u32,
    draft: u32,
    translated: u32,
    #[serde(rename = "changes-requested")]
    changes_requested: u32,
    reviewed: u32,
    r#final: u32,
    stale: u32,
    excluded: u32,
}

/// Words of both sides.
#[derive(Serialize)]
pub(super) struct WordsJson {
    source: u32,
    target: u32,
}

/// The published version of an article.
#[derive(Serialize)]
pub(super) struct PublishedJson<'a> {
    at: &'a str,
    person: &'a str,
    path: &'a str,
    hash: String,
    edits_behind: u32,
}

/// The progress of one article.
#[derive(Serialize)]
pub(super) struct ProgressJson<'a> {
    slug: &'a str,
    title: &'a str,
    status: &'static str,
    paragraphs: CountsJson,
    words: WordsJson,
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<PublishedJson<'a>>,
}

impl<'a> ProgressJson<'a> {
    pub(super) fn of(progress: &'a Progress) -> Self {
        let count = |status| progress.paragraphs.get(&status).copied().unwrap_or_default();
        Self {
            slug: progress.slug.as_str(),
            title: &progress.title,
            status: progress.status.as_str(),
            paragraphs: CountsJson {
                untranslated: count(Status::Untranslated),
                draft: count(Status::Draft),
                translated: count(Status::Translated),
                changes_requested: count(Status::ChangesRequested),
                reviewed: count(Status::Reviewed),
                r#final: count(Status::Final),
                stale: progress.stale,
                excluded: progress.excluded,
            },
            words: WordsJson { source: progress.source_words, target: progress.target_words },
            published: progress.published.as_ref().map(|published| PublishedJson {
                at: &published.at,
                person: &published.person,
                path: &published.path,
                hash: published.hash.to_string(),
                edits_behind: published.edits_behind,
            }),
        }
    }
}

/// Articles with their progress.
#[derive(Serialize)]
pub(super) struct ArticlesJson<'a> {
    schema: u32,
    articles: Vec<ProgressJson<'a>>,
}

impl<'a> ArticlesJson<'a> {
    pub(super) fn of(articles: &'a [Progress]) -> Self {
        Self { schema: 1, articles: articles.iter().map(ProgressJson::of).collect() }
    }
}

/// One stretch of a difference.
#[derive(Serialize)]
pub(super) struct PieceJson<'a> {
    op: &'static str,
    text: &'a str,
}

/// A time in whole microseconds.
pub(super) fn microseconds(time: Duration) -> u64 {
    u64::try_from(time.as_micros()).unwrap_or(u64::MAX)
}

pub(super) fn pieces_json(pieces: &[DiffPiece]) -> Vec<PieceJson<'_>> {
    let name = |op| match op {
        DiffOp::Equal => "equal",
        DiffOp::Insert => "insert",
        DiffOp::Delete => "delete",
    };
    pieces.iter().map(|piece| PieceJson { op: name(piece.op), text: &piece.text }).collect()
}

/// The inline codes in which two versions of a text differ.
#[derive(Serialize)]
pub(super) struct CodesJson<'a> {
    removed: Vec<CodeJson<'a>>,
    added: Vec<CodeJson<'a>>,
}

/// An inline code, with the UTF-8 byte range of its version's text that it spans.
#[derive(Serialize)]
struct CodeJson<'a> {
    code: u16,
    kind: &'static str,
    start: usize,
    end: usize,
    text: &'a str,
    unpaired: bool,
    #[serde(flatten)]
    detail: CodeDetailJson<'a>,
}

/// What belongs to a code of one kind.
#[derive(Serialize)]
#[serde(untagged)]
enum CodeDetailJson<'a> {
    Link { href: &'a str, title: &'a str },
    NoteMark { label: &'a str, shown: &'a str },
    Image { src: &'a str, alt: &'a str },
    Foreign { opening: &'a str, closing: &'a str },
    None {},
}

impl<'a> CodesJson<'a> {
    /// `None` when the codes do not differ.
    pub(super) fn of(change: &'a ContentDiff) -> Option<Self> {
        let view = |spans: &'a [CodeSpan]| spans.iter().map(CodeJson::of).collect();
        change.codes.as_ref().map(|codes| Self { removed: view(&codes.removed), added: view(&codes.added) })
    }
}

impl<'a> CodeJson<'a> {
    fn of(span: &'a CodeSpan) -> Self {
        let detail = match &span.element {
            CodeElement::Link { href, title } => CodeDetailJson::Link { href, title },
            CodeElement::NoteMark { label, shown } => CodeDetailJson::NoteMark { label, shown },
            CodeElement::Image { src, alt } => CodeDetailJson::Image { src, alt },
            CodeElement::Foreign(code) => CodeDetailJson::Foreign { opening: &code.opening, closing: &code.closing },
            _ => CodeDetailJson::None {},
        };
        Self {
            code: span.id.0,
            kind: span.element.as_str(),
            start: span.range.start,
            end: span.range.end,
            text: &span.text,
            unpaired: span.is_unpaired,
            detail,
        }
    }
}

/// A warning that goes with a report: it stops nothing, but somebody should look.
#[derive(Serialize)]
pub(super) struct WarningJson<'a> {
    warning: &'static str,
    address: &'a str,
    #[serde(flatten)]
    fault: FaultJson,
    message: String,
}

/// Warnings about the inline codes of a paragraph.
pub(super) fn warnings_json<'a>(address: &'a str, faults: &[CodeFault], localizer: &Localizer) -> Vec<WarningJson<'a>> {
    let warning = |(fault, view): (&CodeFault, FaultJson)| WarningJson {
        warning: "inline-code",
        address,
        fault: view,
        message: localizer.sentence(&Message::from(*fault)),
    };
    faults.iter().zip(faults_json(faults)).map(warning).collect()
}

/// A fault of inline codes in JSON.
#[derive(Serialize)]
pub(super) struct FaultJson {
    code: u16,
    fault: &'static str,
}

pub(super) fn faults_json(faults: &[CodeFault]) -> Vec<FaultJson> {
    let one = |fault: &CodeFault| match *fault {
        CodeFault::Missing(code) => FaultJson { code: code.0, fault: "missing" },
        CodeFault::Unknown(code) => FaultJson { code: code.0, fault: "unknown" },
        CodeFault::Repeated(code) => FaultJson { code: code.0, fault: "repeated" },
        CodeFault::BadlyNested(code) => FaultJson { code: code.0, fault: "badly-nested" },
    };
    faults.iter().map(one).collect()
}
