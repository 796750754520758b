//! Exports the finished article or the aligned bilingual document, through a gate, at once or not at all, with a manifest.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::desk::{Desk, find_article};
use super::error::OpsError;
use super::files::{Replace, check_place, write_atomically};
use super::show::{address_of, select};
use crate::formats::{self, Format};
use crate::model::status::Status;
use crate::model::{
    Address, Bitext, BitextComment, BitextLabels, BitextRow, CodeElement, Completeness, Content, Direction, Keep,
    Language, Layout, Notices, OperationKind, OperationRef, OperationSeq, Slug, Stamp, TextHash, Watcher, WriteOptions,
    Written,
};
use crate::store::{
    ArticleHead, ArticleKey, CommentRow, ExportedParagraph, NewExport, ParagraphState, Snapshot, Writer, file_hash,
};

/// Where an export goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Destination {
    /// A file named after the article, or after the part of it that goes out, in a folder.
    Folder(PathBuf),
    /// A file of that name.
    File(PathBuf),
    /// Back to the caller, who prints it.
    Caller,
    /// Back to the caller, who hands it on as a file of the name that it would have in a folder.
    Download,
}

/// What to export.
#[derive(Clone, Debug)]
pub struct ExportRequest<'a> {
    /// The article or part of it.
    pub address: Address,
    /// The id of the format.
    pub format: String,
    /// The layout; the format's own first when `None`.
    pub layout: Option<Layout>,
    /// Where to.
    pub destination: Destination,
    /// What every paragraph must have reached; `None` lets everything out, marked as a draft.
    pub require: Option<Status>,
    /// Whether a file that is there may be replaced.
    pub replace: Replace,
    /// Whether to show statuses and comments.
    pub show_status: bool,
    /// Whether to begin a text file with a byte order mark.
    pub bom: bool,
    /// The words around the texts.
    pub labels: &'a BitextLabels,
}

/// A paragraph that is not as far as demanded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotReady {
    /// The paragraph.
    pub address: String,
    /// Its status.
    pub status: Status,
    /// Whether its approval is outlived.
    pub stale: bool,
}

/// What was exported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportReport {
    /// Where it went; the bare name of a file that is handed on; `None` when the caller prints it.
    pub path: Option<PathBuf>,
    /// The bytes, where they went back to the caller.
    pub bytes: Vec<u8>,
    /// How many bytes.
    pub size: usize,
    /// BLAKE3 of the bytes, in hexadecimal.
    pub hash: String,
    /// The id of the format.
    pub format: &'static str,
    /// The layout.
    pub layout: Layout,
    /// How many paragraphs.
    pub paragraphs: usize,
    /// Whether it is marked as a draft.
    pub draft: bool,
    /// Whether the desk keeps a record of it, or would in a run that keeps what it writes.
    pub recorded: bool,
    /// The paragraphs that are not reviewed.
    pub not_ready: Vec<NotReady>,
}

/// The formats that articles can be written in.
#[must_use]
pub fn formats() -> Vec<&'static str> {
    formats::writable()
}

/// The same with the layouts that each can have, its own first.
#[must_use]
pub fn formats_with_layouts() -> Vec<(&'static str, &'static [Layout])> {
    formats::FORMATS.iter().filter(|format| format.write.is_some()).map(|format| (format.id, format.layouts)).collect()
}

/// Exports an article, telling `progress` how many paragraphs of how many are written.
///
/// A file is recorded in the manifest, drafts as such. A document of a whole article that is no draft is its published version
/// until the next one; a table for other programs is none. What the caller prints is no publication and is not recorded; nor
/// can a file be that is made from a desk which cannot be written.
///
/// # Errors
/// [`OpsError::Gate`] with what is missing; [`OpsError::FileExists`]; when the format is unknown or has no such layout.
pub fn export(
    desk: &mut Desk,
    request: &ExportRequest<'_>,
    progress: &dyn Fn(usize, usize),
) -> Result<Written<ExportReport>, OpsError> {
    if let Address::Segment(..) = request.address {
        return Err(OpsError::OneParagraph { address: request.address.to_string() });
    }
    let form = format_and_layout(request)?;
    let keep = desk.keep();
    if request.destination != Destination::Caller && !desk.is_read_only() {
        return desk.write(OperationKind::Export, |writer| {
            let mut made = make(&writer.snapshot(), form, request, progress)?;
            record(writer, &made, request)?;
            made.report.recorded = true;
            deliver(made, request, keep)
        });
    }
    let made = make(&desk.snapshot()?, form, request, progress)?;
    Ok(Written { value: deliver(made, request, keep)?, operation: None, changed: false })
}

/// A document that is ready to go out.
struct Made {
    article: ArticleKey,
    paragraphs: Vec<ExportedParagraph>,
    bytes: Vec<u8>,
    hash: TextHash,
    /// Whether the format is one for readers.
    is_document: bool,
    report: ExportReport,
}

/// Passes the gate and writes the document, in memory.
fn make(
    snapshot: &Snapshot<'_>,
    (format, layout): (&'static Format, Layout),
    request: &ExportRequest<'_>,
    progress: &dyn Fn(usize, usize),
) -> Result<Made, OpsError> {
    let head = find_article(snapshot, request.address.slug())?;
    let states = select(snapshot, &head, &request.address)?;
    if let Some(required) = request.require {
        let missing = not_ready(&head, &states, required);
        if !missing.is_empty() {
            return Err(OpsError::Gate { slug: head.slug.to_string(), missing, required });
        }
    }
    let not_ready = not_ready(&head, &states, Status::Reviewed);
    let draft = !not_ready.is_empty();
    let mut bitext = bitext(snapshot, &head, &states, draft)?;
    if layout == Layout::Target {
        bitext.leave_out();
    }
    let bytes = rendered(format, layout, &bitext, request, progress)?;
    let paragraphs = exported(&states, layout);
    let hash = file_hash(&bytes);
    let report = ExportReport {
        path: path_of(request, format, layout, &head, draft),
        size: bytes.len(),
        hash: hash.to_string(),
        bytes: Vec::new(),
        format: format.id,
        layout,
        paragraphs: paragraphs.len(),
        draft,
        recorded: false,
        not_ready,
    };
    let is_document = format.layouts.contains(&Layout::Target);
    Ok(Made { article: head.key, paragraphs, bytes, hash, is_document, report })
}

fn record(writer: &mut Writer<'_>, made: &Made, request: &ExportRequest<'_>) -> Result<(), OpsError> {
    let path = made.report.path.as_deref().map(|path| path.display().to_string()).unwrap_or_default();
    let partial = !matches!(request.address, Address::Article(_));
    writer.add_export(&NewExport {
        article: made.article,
        format: made.report.format,
        layout: made.report.layout.as_str(),
        path: &path,
        bytes: made.bytes.len() as u64,
        hash: made.hash,
        draft: made.report.draft,
        partial,
        publication: !partial && !made.report.draft && made.is_document,
        paragraphs: &made.paragraphs,
    })?;
    Ok(())
}

/// Puts the document into its file, or gives it back; a dry run only looks whether the file could be written.
fn deliver(made: Made, request: &ExportRequest<'_>, keep: Keep) -> Result<ExportReport, OpsError> {
    match &made.report.path {
        None => Ok(ExportReport { bytes: made.bytes, ..made.report }),
        Some(_) if request.destination == Destination::Download => {
            Ok(ExportReport { bytes: made.bytes, ..made.report })
        }
        Some(path) if keep == Keep::Applied => {
            write_atomically(path, &made.bytes, request.replace)?;
            Ok(made.report)
        }
        Some(path) => {
            check_place(path, request.replace)?;
            Ok(made.report)
        }
    }
}

/// The languages of an article, source first.
///
/// # Errors
/// When the article does not exist.
pub fn languages(desk: &Desk, slug: &Slug) -> Result<(Language, Language), OpsError> {
    let head = find_article(&desk.snapshot()?, slug)?;
    Ok((head.source_language, head.target_language))
}

fn format_and_layout(request: &ExportRequest<'_>) -> Result<(&'static Format, Layout), OpsError> {
    let unusable = || OpsError::UnusableFormat { format: request.format.clone(), usable: formats::writable() };
    let format = formats::find(&request.format).filter(|format| format.write.is_some()).ok_or_else(unusable)?;
    let layout = request.layout.or_else(|| format.layouts.first().copied()).ok_or_else(unusable)?;
    if !format.layouts.contains(&layout) {
        let usable = format.layouts.iter().map(|l| l.as_str()).collect();
        return Err(OpsError::UnusableLayout {
            format: format.id.to_owned(),
            layout: layout.as_str().to_owned(),
            usable,
        });
    }
    if let Destination::File(path) = &request.destination
        && let Some(named) = formats::named(path)
        && !format.extensions.iter().any(|extension| named.extensions.contains(extension))
    {
        let (path, named) = (path.clone(), named.id);
        return Err(OpsError::FormatOfName { path, named, format: format.id, extension: format.extension() });
    }
    Ok((format, layout))
}

/// The paragraphs that go out: all of them beside their source, without those left out in the finished article.
fn exported(states: &[ParagraphState], layout: Layout) -> Vec<ExportedParagraph> {
    let all = states.iter().map(|state| ExportedParagraph {
        key: state.key,
        revision: state.revision.key,
        excluded: state.exclusion.is_some(),
    });
    all.filter(|paragraph| layout != Layout::Target || !paragraph.excluded).collect()
}

fn not_ready(head: &ArticleHead, states: &[ParagraphState], required: Status) -> Vec<NotReady> {
    let behind = |state: &&ParagraphState| {
        state.exclusion.is_none() && (state.standing.stale || state.standing.status < required)
    };
    states
        .iter()
        .filter(behind)
        .map(|state| NotReady {
            address: address_of(head, state),
            status: state.standing.status,
            stale: state.standing.stale,
        })
        .collect()
}

fn bitext(
    snapshot: &Snapshot<'_>,
    head: &ArticleHead,
    states: &[ParagraphState],
    draft: bool,
) -> Result<Bitext, OpsError> {
    let comments = snapshot.comments_of(head.key)?;
    let mut moments: BTreeMap<OperationSeq, Option<String>> = BTreeMap::new();
    let mut rows = Vec::with_capacity(states.len());
    for state in states {
        let operation = state.revision.operation;
        let at = match moments.get(&operation) {
            Some(known) => known.clone(),
            None => {
                let found = snapshot.operation(&OperationRef::Seq(operation.0))?.map(|operation| operation.at);
                moments.entry(operation).or_insert(found).clone()
            }
        };
        let written = Stamp { at, by: state.revision.translator.clone() };
        rows.push(row(state, &comments, head, written));
    }
    Ok(Bitext {
        slug: head.slug.to_string(),
        title: head.title.clone(),
        source_language: head.source_language.clone(),
        target_language: head.target_language.clone(),
        rows,
        completeness: if draft { Completeness::Draft } else { Completeness::Complete },
    })
}

fn row(state: &ParagraphState, comments: &[CommentRow], head: &ArticleHead, written: Stamp) -> BitextRow {
    let revision = &state.revision;
    let latin = head.target_language.direction() == Direction::Ltr;
    let target = revision.target.as_ref().filter(|target| !target.is_blank());
    let own = comments.iter().filter(|c| c.paragraph_key == state.key && c.resolved.is_none());
    BitextRow {
        number: state.number.unwrap_or_default(),
        kind: revision.form.kind.kind,
        heading_level: revision.form.heading_level,
        note_label: revision.form.note_label.clone(),
        list_mark: revision.form.list_mark,
        source: revision.source.clone(),
        target: target.map(|target| if latin { with_latin_note_marks(target) } else { target.clone() }),
        beads: revision.beads.clone(),
        written,
        status: state.standing.status,
        stale: state.standing.stale,
        excluded: state.exclusion.as_ref().map(|exclusion| exclusion.reason.clone()),
        comments: own.map(|c| BitextComment { person: c.person.clone(), text: c.text.clone() }).collect(),
    }
}

/// The marks of notes come from the source and show its digits; in the target they show European ones.
fn with_latin_note_marks(target: &Content) -> Content {
    let mut codes = target.codes().to_vec();
    for code in &mut codes {
        if let CodeElement::NoteMark { shown, .. } = &mut code.element {
            *shown = crate::text::fold_digits(shown).into_owned();
        }
    }
    Content::new(target.text().to_owned(), codes).unwrap_or_else(|_| target.clone())
}

fn rendered(
    format: &Format,
    layout: Layout,
    bitext: &Bitext,
    request: &ExportRequest<'_>,
    progress: &dyn Fn(usize, usize),
) -> Result<Vec<u8>, OpsError> {
    let tell = |done| progress(done, bitext.rows.len());
    let labels = labels_of(bitext, layout, request.labels);
    let options = WriteOptions {
        layout,
        labels: &labels,
        show_status: request.show_status,
        bom: request.bom,
        watcher: Watcher(&tell),
    };
    let mut bytes = Vec::new();
    if let Some(write) = format.write {
        write(bitext, &options, &mut bytes).map_err(|error| OpsError::File {
            path: PathBuf::from(format!("{}.{}", bitext.slug, format.extension())),
            error: error.into_io(),
        })?;
    }
    Ok(bytes)
}

/// The labels with the notices of the languages that the document is in.
fn labels_of(bitext: &Bitext, layout: Layout, labels: &BitextLabels) -> BitextLabels {
    let of = |language: &Language| labels.notices.iter().find(|n| n.language.primary() == language.primary());
    let (source, target) = (of(&bitext.source_language), of(&bitext.target_language));
    let mut notices: Vec<Notices> = match layout {
        Layout::Target => target.into_iter().cloned().collect(),
        Layout::SideBySide | Layout::Stacked => source.into_iter().chain(target).cloned().collect(),
    };
    // Where the program speaks none of the document's languages, the reader's own stands in.
    if notices.is_empty() {
        notices.extend(labels.notices.iter().find(|n| n.language == labels.language).cloned());
    }
    BitextLabels { notices, ..labels.clone() }
}

/// The name of the file: a draft has `DRAFT` in it, whatever name was asked for.
fn path_of(
    request: &ExportRequest<'_>,
    format: &Format,
    layout: Layout,
    head: &ArticleHead,
    draft: bool,
) -> Option<PathBuf> {
    let name = || {
        let languages = format!("{}-{}", head.source_language.primary(), head.target_language.primary());
        let name = format!("{}{}", head.slug, part_of_name(&request.address));
        match layout {
            Layout::Target => format!("{name}.{}", format.extension()),
            Layout::SideBySide | Layout::Stacked => format!("{name}.{languages}.{}", format.extension()),
        }
    };
    let path = match &request.destination {
        Destination::Caller => return None,
        Destination::File(path) => path.clone(),
        Destination::Folder(folder) => folder.join(name()),
        Destination::Download => PathBuf::from(name()),
    };
    let is_marked = path.file_name().is_some_and(|name| name.to_string_lossy().contains("DRAFT"));
    Some(if draft && !is_marked { marked_draft(&path) } else { path })
}

/// What a part has in the name of its file, so that it never stands in the place of the whole: `.5-7,9`; of many ranges the ends.
pub(super) fn part_of_name(address: &Address) -> String {
    const LONGEST: usize = 60;
    let Address::Paragraphs(_, ranges) = address else { return String::new() };
    let shown = |first: u32, last: u32| if first == last { first.to_string() } else { format!("{first}-{last}") };
    let all = ranges.iter().map(|range| shown(range.first.0, range.last.0)).collect::<Vec<_>>().join(",");
    if all.len() <= LONGEST {
        return format!(".{all}");
    }
    let first = ranges.iter().map(|range| range.first.0).min().unwrap_or_default();
    let last = ranges.iter().map(|range| range.last.0).max().unwrap_or_default();
    format!(".part-{first}-{last}")
}

fn marked_draft(path: &Path) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    path.with_file_name(match path.extension() {
        Some(extension) => format!("{stem}.DRAFT.{}", extension.to_string_lossy()),
        None => format!("{stem}.DRAFT"),
    })
}
