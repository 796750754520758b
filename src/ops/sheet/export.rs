//! Makes a review sheet of an article: at once or not at all, and recorded as an export that is no publication.

use std::path::PathBuf;

use super::shown::{Shown, known, line_from_right};
use crate::formats::write_sheet;
use crate::model::{
    Address, Direction, Keep, OperationKind, OperationMark, OperationSeq, RowMark, Sheet, SheetComment, SheetRow,
    SheetWords, Written,
};
use crate::ops::desk::{Desk, find_article};
use crate::ops::error::OpsError;
use crate::ops::export::{Destination, part_of_name};
use crate::ops::files::{Replace, check_place, write_atomically};
use crate::ops::show::select;
use crate::store::{ArticleHead, CommentRow, ExportedParagraph, NewExport, ParagraphState, Snapshot, file_hash};

/// What to make a sheet of.
#[derive(Clone, Debug)]
pub struct SheetRequest<'a> {
    /// The article or part of it.
    pub address: Address,
    /// Where to.
    pub destination: Destination,
    /// Whether a file that is there may be replaced.
    pub replace: Replace,
    /// The words around the texts.
    pub words: &'a SheetWords,
}

/// A sheet that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetMade {
    /// Where it went; `None` when it went back to the caller.
    pub path: Option<PathBuf>,
    /// The bytes, where they went back to the caller.
    pub bytes: Vec<u8>,
    /// How many bytes.
    pub size: usize,
    /// BLAKE3 of the bytes, in hexadecimal.
    pub hash: String,
    /// How many paragraphs.
    pub paragraphs: usize,
    /// Whether the desk keeps a record of it, or would in a run that keeps what it writes.
    pub recorded: bool,
}

/// Makes a review sheet.
///
/// # Errors
/// When the article or a paragraph does not exist; [`OpsError::FileExists`]; errors of the disk.
pub fn export_sheet(desk: &mut Desk, request: &SheetRequest<'_>) -> Result<Written<SheetMade>, OpsError> {
    if let Address::Segment(..) = request.address {
        return Err(OpsError::OneParagraph { address: request.address.to_string() });
    }
    let keep = desk.keep();
    if request.destination != Destination::Caller && !desk.is_read_only() {
        return desk.write(OperationKind::Export, |writer| {
            let operation = OperationMark::from(writer.operation());
            let (head, states, made) = make(&writer.snapshot(), operation, request)?;
            let path = made.path.as_deref().map(|path| path.display().to_string()).unwrap_or_default();
            let paragraphs: Vec<ExportedParagraph> = states.iter().map(exported).collect();
            writer.add_export(&NewExport {
                article: head.key,
                format: "docx",
                layout: crate::model::Layout::SideBySide.as_str(),
                path: &path,
                bytes: made.size as u64,
                hash: file_hash(&made.bytes),
                draft: true,
                partial: !matches!(request.address, Address::Article(_)),
                publication: false,
                paragraphs: &paragraphs,
            })?;
            deliver(SheetMade { recorded: true, ..made }, request, keep)
        });
    }
    let snapshot = desk.snapshot()?;
    let newest = snapshot.operations(1)?.first().map(OperationMark::from);
    let newest = newest.unwrap_or(OperationMark { number: OperationSeq(0), imprint: 0 });
    let (_, _, made) = make(&snapshot, newest, request)?;
    Ok(Written { value: deliver(made, request, keep)?, operation: None, changed: false })
}

const fn exported(state: &ParagraphState) -> ExportedParagraph {
    ExportedParagraph { key: state.key, revision: state.revision.key, excluded: state.exclusion.is_some() }
}

fn make(
    snapshot: &Snapshot<'_>,
    operation: OperationMark,
    request: &SheetRequest<'_>,
) -> Result<(ArticleHead, Vec<ParagraphState>, SheetMade), OpsError> {
    let head = find_article(snapshot, request.address.slug())?;
    let states = select(snapshot, &head, &request.address)?;
    let comments = snapshot.comments_of(head.key)?;
    let mut lines = vec![head.title.clone(), place_line(&head, operation)];
    lines.retain(|line| !line.trim().is_empty());
    let of_words = request.words.language.direction();
    let guide = |line: &String| if of_words == Direction::Rtl { line_from_right(line) } else { line.clone() };
    lines.extend(request.words.guide.iter().map(guide));
    let sheet = Sheet {
        article: head.id,
        operation,
        part: request.address.clone(),
        lines,
        title: head.title.clone(),
        source_language: head.source_language.clone(),
        target_language: head.target_language.clone(),
        rows: states.iter().map(|state| row(state, &comments, head.source_language.direction())).collect(),
    };
    let path = path_of(request, &head);
    let mut bytes = Vec::new();
    write_sheet(&sheet, request.words, &mut bytes).map_err(|error| OpsError::File {
        path: path.clone().unwrap_or_else(|| PathBuf::from("-")),
        error: error.into_io(),
    })?;
    let hash = file_hash(&bytes).to_string();
    let made = SheetMade { path, size: bytes.len(), hash, bytes, paragraphs: states.len(), recorded: false };
    Ok((head, states, made))
}

/// The line that says for people, and where nothing else is left for the program, what the sheet was made of.
fn place_line(head: &ArticleHead, operation: OperationMark) -> String {
    format!("{} @{operation}", head.slug)
}

fn row(state: &ParagraphState, comments: &[CommentRow], of_source: Direction) -> SheetRow {
    let revision = &state.revision;
    let codes = known(std::iter::once(&revision.source).chain(&revision.target));
    let open = comments.iter().filter(|c| c.paragraph_key == state.key && c.resolved.is_none());
    let comment = |c: &CommentRow| SheetComment {
        author: c.person.clone(),
        at: Some(c.at.clone()),
        text: c.text.clone(),
        anchor: String::new(),
    };
    let source = Shown::of(&revision.source, &codes);
    SheetRow {
        mark: RowMark::of(state.id, revision.number, revision.id),
        number: state.number.unwrap_or_default(),
        kind: revision.form.kind.kind,
        status: state.standing.status,
        stale: state.standing.stale,
        source: match of_source {
            Direction::Rtl => source.stretches_from_right(),
            Direction::Ltr => source.stretches(),
        },
        target: revision.target.as_ref().map(|target| Shown::of(target, &codes).stretches()).unwrap_or_default(),
        comments: open.map(comment).collect(),
    }
}

fn path_of(request: &SheetRequest<'_>, head: &ArticleHead) -> Option<PathBuf> {
    match &request.destination {
        Destination::Caller => None,
        Destination::File(path) => Some(path.clone()),
        Destination::Folder(folder) => Some(folder.join(name_of(request, head))),
        Destination::Download => Some(PathBuf::from(name_of(request, head))),
    }
}

fn name_of(request: &SheetRequest<'_>, head: &ArticleHead) -> String {
    let languages = format!("{}-{}", head.source_language.primary(), head.target_language.primary());
    format!("{}{}.{languages}.review.docx", head.slug, part_of_name(&request.address))
}

/// Puts the sheet into its file, or gives it back; a dry run only looks whether the file could be written.
fn deliver(made: SheetMade, request: &SheetRequest<'_>, keep: Keep) -> Result<SheetMade, OpsError> {
    match &made.path {
        None => return Ok(made),
        Some(_) if request.destination == Destination::Download => return Ok(made),
        Some(path) if keep == Keep::Applied => write_atomically(path, &made.bytes, request.replace)?,
        Some(path) => check_place(path, request.replace)?,
    }
    Ok(SheetMade { bytes: Vec::new(), ..made })
}
