//! Logs translations: of a paragraph, of one segment of it, or taken over from another paragraph.

use std::path::PathBuf;

use super::desk::{Desk, find_article};
use super::error::OpsError;
use super::import::sentence_beads;
use super::rescue;
use super::review::{self, Decide};
use super::same_wording::SameWording;
use super::show::{address_of, segment_index, select_one};
use super::suggestion::mark_of;
use crate::model::{
    Address, Bead, CodeFault, CodePart, Content, DecisionKind, InlineCode, Keep, KindGuess, OperationKind, Origin,
    Status, Written, escape_marked, parse_marked,
};
use crate::segmentation::{beads_for, replace_segment, sentences};
use crate::store::{ArticleHead, NewRevision, ParagraphForm, ParagraphState, RevisionRow, Snapshot, Writer};
use crate::text::norm;

/// What is to become the target.
#[derive(Clone, Debug)]
pub enum NewText {
    /// A text as a person types it, with inline codes as `{1}…{/1}`. Empty clears the target.
    Typed(String),
    /// The translation of another paragraph, and the mark of the wording that the person saw there: another one is refused.
    TakenFrom(Address, Option<String>),
}

/// What to log.
#[derive(Clone, Debug)]
pub struct SetRequest {
    /// One paragraph or one segment.
    pub address: Address,
    /// The text.
    pub text: NewText,
    /// Whether to submit it for review in the same command.
    pub submit: bool,
    /// The revision the person saw; refused when another is there now.
    pub expect: Option<u32>,
}

/// What was logged.
#[derive(Clone, Debug, PartialEq)]
pub struct SetReport {
    /// The paragraph.
    pub address: String,
    /// Its revision now.
    pub revision: u32,
    /// Its status before.
    pub before: Status,
    /// Its status now.
    pub status: Status,
    /// Whether anything changed.
    pub changed: bool,
    /// The revision whose wording another person had logged and this one replaces, and that person.
    pub replaced: Option<(u32, String)>,
    /// Whether the text was taken over from a paragraph with another source.
    pub other_source: bool,
    /// How many sentences of the source have no translation in a text that was given as a whole, as the aligner sees it.
    pub untranslated: usize,
    /// Whether it took away the words that were there.
    pub emptied: bool,
    /// What had asked for another wording than this one.
    pub same_wording: Option<SameWording>,
    /// What is to be told about the inline codes.
    pub faults: Vec<CodeFault>,
}

/// Logs a translation.
///
/// # Errors
/// When the paragraph does not exist; [`OpsError::Conflict`] when the head is not the one expected, with the text kept in a file.
pub fn set(desk: &mut Desk, request: &SetRequest) -> Result<Written<SetReport>, OpsError> {
    let written = desk.write(OperationKind::Set, |writer| {
        let head = find_article(&writer.snapshot(), request.address.slug())?;
        let state = select_one(&writer.snapshot(), &head, &request.address)?;
        check_expected(writer, &head, &state, request.expect)?;
        let mut other_source = false;
        let (content, beads, origin) = match (&request.text, &request.address) {
            (NewText::TakenFrom(from, offered), _) => {
                let (content, is_of_other_source) = taken(writer, (from, offered.as_deref()), &state)?;
                other_source = is_of_other_source;
                let beads = whole_beads(&state.revision, &content, &head);
                (content, beads, Origin::Repetition)
            }
            (NewText::Typed(text), Address::Segment(_, _, number)) => {
                let index = segment_index(&state.revision.beads, *number, &request.address)?;
                let (content, beads) = segment_content(&state.revision, index, text)?;
                (content, beads, Origin::Human)
            }
            (NewText::Typed(text), _) => {
                let (content, _) = parse_marked(text, &state.revision.source);
                let beads = whole_beads(&state.revision, &content, &head);
                (content, beads, Origin::Human)
            }
        };
        let mut report = log_target(writer, &head, &state, &content, &beads, origin)?;
        report.other_source = other_source;
        if request.submit && !content.is_empty() {
            let decide = Decide { kind: DecisionKind::Submit, note: None, reason: None };
            let decided = review::decide_on(writer, &head, &request.address, &decide)?;
            report.status = decided.status;
            report.same_wording = report.same_wording.or(decided.same_wording);
        }
        Ok(report)
    });
    written.map_err(|error| match &request.text {
        NewText::Typed(typed) => keep_text(desk, error, &request.address, typed),
        NewText::TakenFrom(..) => error,
    })
}

/// Neither a conflict nor a desk that cannot be written destroys the text that lost: it goes into a file beside the desk. A dry
/// run keeps nothing.
pub(super) fn keep_text(desk: &Desk, error: OpsError, address: &Address, typed: &str) -> OpsError {
    let worth_it = matches!(
        error,
        OpsError::Conflict { .. } | OpsError::FourEyes { .. } | OpsError::Role { .. } | OpsError::Store(_)
    );
    if !worth_it || desk.keep() == Keep::DryRun {
        return error;
    }
    match (rescue::keep(desk.path(), &address.to_string(), typed), error) {
        (Ok(path), OpsError::Conflict { address, expected, found, by, .. }) => {
            OpsError::Conflict { address, expected, found, by, kept: Some(path) }
        }
        (Ok(path), error) => OpsError::Kept { error: Box::new(error), path },
        (Err(_), error) => error,
    }
}

/// Refuses when the head of a paragraph is not the revision that the person saw.
pub(super) fn check_expected(
    writer: &Writer<'_>,
    head: &ArticleHead,
    state: &ParagraphState,
    expect: Option<u32>,
) -> Result<(), OpsError> {
    match expect {
        Some(expected) if expected != state.revision.number => Err(OpsError::Conflict {
            address: address_of(head, state),
            expected,
            found: state.revision.number,
            by: author_of(&writer.snapshot(), &state.revision)?,
            kept: None::<PathBuf>,
        }),
        _ => Ok(()),
    }
}

/// Who made a revision.
pub(super) fn author_of(snapshot: &Snapshot<'_>, revision: &RevisionRow) -> Result<String, OpsError> {
    let wanted = crate::model::OperationRef::Seq(revision.operation.number());
    let operation = snapshot.operation(&wanted)?;
    Ok(operation.map(|o| o.person).or_else(|| revision.translator.clone()).unwrap_or_default())
}

/// Adds a revision with a new target, unless the target is the same already.
pub(super) fn log_target(
    writer: &mut Writer<'_>,
    head: &ArticleHead,
    state: &ParagraphState,
    content: &Content,
    beads: &[Bead],
    origin: Origin,
) -> Result<SetReport, OpsError> {
    log_from(writer, head, state, (content, beads), (origin, None))
}

/// The same for a target that a match of the memory gave, with the score of that match.
pub(super) fn log_match(
    writer: &mut Writer<'_>,
    head: &ArticleHead,
    state: &ParagraphState,
    target: (&Content, &[Bead]),
    score: u8,
) -> Result<SetReport, OpsError> {
    log_from(writer, head, state, target, (Origin::Memory, Some(score)))
}

fn log_from(
    writer: &mut Writer<'_>,
    head: &ArticleHead,
    state: &ParagraphState,
    (content, beads): (&Content, &[Bead]),
    (origin, match_score): (Origin, Option<u8>),
) -> Result<SetReport, OpsError> {
    let old = &state.revision;
    // Only where it would come in: what an older desk holds can still be taken over.
    if origin == Origin::Human && content.text().contains('\0') {
        return Err(OpsError::NulCharacter { address: address_of(head, state) });
    }
    let target = (!content.is_empty()).then(|| writer.content(content)).transpose()?;
    let faults = if target.is_some() { faults_of(content, &old.source) } else { Vec::new() };
    let unchanged = target == old.target_key && old.basis_key == old.source_key;
    let mut report = SetReport {
        address: address_of(head, state),
        revision: old.number,
        before: state.standing.status,
        status: state.standing.status,
        changed: !unchanged,
        replaced: None,
        other_source: false,
        untranslated: 0,
        emptied: content.is_blank() && old.target.as_ref().is_some_and(|target| !target.is_blank()),
        same_wording: None,
        faults,
    };
    if target.is_some() && target == old.target_key {
        report.same_wording = SameWording::of(writer, state)?;
    }
    if unchanged {
        return Ok(report);
    }
    review::require_may_replace(writer, report.before)?;
    let person = writer.operation().person.clone();
    let another = old.target.as_ref().and(old.translator.clone()).filter(|translator| *translator != person);
    report.replaced = another.map(|translator| (old.number, translator));
    let is_untranslated = |bead: &&Bead| bead.confidence.is_some() && !bead.source.is_empty() && bead.target.is_empty();
    report.untranslated = beads.iter().filter(is_untranslated).count();
    let (_, number) = writer.add_revision(&NewRevision {
        target,
        basis: old.source_key,
        beads,
        origin: if target.is_some() { origin } else { Origin::Source },
        translator: target.is_some().then_some(person.as_str()),
        match_score: match_score.filter(|_| target.is_some()),
        ..NewRevision::on(old)
    })?;
    writer.refresh()?;
    report.revision = number;
    let now = state_now(writer, head, state)?;
    if let Some(now) = now {
        report.status = now.standing.status;
        // A wording that was sent back may come back by way of another one.
        if report.same_wording.is_none() {
            report.same_wording = SameWording::of(writer, &now)?;
        }
    }
    Ok(report)
}

/// The status of a paragraph as it is now, in the middle of an operation.
pub(super) fn status_of(writer: &Writer<'_>, head: &ArticleHead, state: &ParagraphState) -> Result<Status, OpsError> {
    Ok(state_now(writer, head, state)?.map_or(state.standing.status, |now| now.standing.status))
}

fn state_now(
    writer: &Writer<'_>,
    head: &ArticleHead,
    state: &ParagraphState,
) -> Result<Option<ParagraphState>, OpsError> {
    let number = state.number.unwrap_or_default();
    Ok(writer.snapshot().paragraphs(head.key, number, number)?.into_iter().next())
}

/// What is to be told about the codes of a target: its typed form, read again.
pub(super) fn faults_of(content: &Content, source: &Content) -> Vec<CodeFault> {
    // An emptied target lacks no code.
    if content.is_blank() {
        return Vec::new();
    }
    parse_marked(&escape_marked(content, source), source).1
}

/// Segments for a whole new target. A person's own cuts of the source, where they are not its sentences, stay if the sentences of the
/// target are as many. Else, where the aligner is sure that a sentence has no counterpart, its beads are taken, so that the sentence is
/// seen, also where another one was made two and the counts agree; sentences that are as many stand against each other in order;
/// others are as the aligner has them where it is sure, and one segment where it doubts.
pub(super) fn whole_beads(revision: &RevisionRow, target: &Content, head: &ArticleHead) -> Vec<Bead> {
    let languages = (&head.source_language, &head.target_language);
    let ranges = sentences(target.text(), languages.1);
    let along_cuts = (ranges.len() == revision.beads.len()).then(|| {
        let pairs = revision.beads.iter().zip(ranges);
        pairs.map(|(bead, target)| Bead { source: bead.source.clone(), target, confidence: None }).collect::<Vec<_>>()
    });
    let sources = sentences(revision.source.text(), languages.0);
    let is_cut = along_cuts.is_some() && !revision.beads.iter().map(|bead| &bead.source).eq(&sources);
    if target.is_empty() || is_cut && revision.beads.iter().any(|bead| bead.confidence.is_none()) {
        return along_cuts.unwrap_or_else(|| beads_for(revision.source.text(), "", languages.0, languages.1));
    }
    let aligned = sentence_beads(revision.source.text(), target.text(), languages, &[]);
    let is_sure = aligned.iter().all(|bead| bead.confidence >= Some(Bead::DOUBTFUL));
    let has_gap = aligned.iter().any(|bead| bead.source.is_empty() || bead.target.is_empty());
    if is_sure && has_gap {
        return aligned;
    }
    let in_order = beads_for(revision.source.text(), target.text(), languages.0, languages.1);
    match along_cuts {
        Some(along_cuts) => along_cuts,
        None if in_order.len() == 1 && is_sure => aligned,
        None => in_order,
    }
}

/// The whole target after one segment of it was typed anew: text and codes of the other segments stay.
pub(super) fn segment_content(
    revision: &RevisionRow,
    index: usize,
    typed: &str,
) -> Result<(Content, Vec<Bead>), OpsError> {
    segment_with(revision, index, &parse_marked(typed, &revision.source).0)
}

/// The same for a content whose codes are numbered as the source numbers them.
pub(super) fn segment_with(
    revision: &RevisionRow,
    index: usize,
    piece: &Content,
) -> Result<(Content, Vec<Bead>), OpsError> {
    let old = revision.target.clone().unwrap_or_default();
    let replacement = replace_segment(&revision.beads, index, old.text(), piece.text());
    let old_bead = &revision.beads[index].target;
    let grown = |at: usize| at + replacement.target.len() - old.text().len();
    let mut codes: Vec<InlineCode> = Vec::new();
    // At the seam of two segments a closing code belongs to the left one, any other to the right one.
    let before = |code: &&InlineCode| {
        code.at < old_bead.start || (code.at == old_bead.start && index > 0 && code.part == CodePart::Close)
    };
    codes.extend(old.codes().iter().filter(before).cloned());
    codes.extend(
        piece.codes().iter().map(|code| InlineCode { at: code.at + replacement.replaced.start, ..code.clone() }),
    );
    let last = index + 1 == revision.beads.len();
    let after = |code: &&InlineCode| {
        !last && (code.at > old_bead.end || (code.at == old_bead.end && code.part != CodePart::Close))
    };
    codes.extend(old.codes().iter().filter(after).map(|code| InlineCode { at: grown(code.at), ..code.clone() }));
    let content = Content::new(replacement.target, codes)
        .map_err(|_| OpsError::Repair { address: index.to_string(), why: "err-segment-range" })?;
    Ok((content, replacement.beads))
}

/// The translation of another paragraph, with its codes numbered as this paragraph's source numbers the same elements; and whether
/// that paragraph has another source, up to normalisation.
fn taken(
    writer: &Writer<'_>,
    (from, offered): (&Address, Option<&str>),
    state: &ParagraphState,
) -> Result<(Content, bool), OpsError> {
    let snapshot = writer.snapshot();
    let head = find_article(&snapshot, from.slug())?;
    let other = select_one(&snapshot, &head, from)?;
    let target = other.revision.target.filter(|target| !target.is_empty());
    let target = target.ok_or_else(|| OpsError::NothingToTake { address: from.to_string() })?;
    if offered.is_some_and(|offered| offered != mark_of(&target)) {
        return Err(OpsError::OtherOffer { address: from.to_string() });
    }
    let same = norm(other.revision.source.text()) == norm(state.revision.source.text());
    Ok((renumbered(&target, &state.revision.source, Lacking::Dropped), !same))
}

/// What becomes of a code whose element the other content lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lacking {
    /// It is dropped.
    Dropped,
    /// It keeps its number.
    Kept,
}

/// A content with its codes numbered as another one numbers the same elements.
pub(super) fn renumbered(content: &Content, known: &Content, lacking: Lacking) -> Content {
    let mut unused = known.codes().to_vec();
    let renumber = |code: &InlineCode| {
        let same = unused.iter().position(|c| c.part == code.part && c.element == code.element);
        match same {
            Some(same) => Some(InlineCode { at: code.at, ..unused.remove(same) }),
            None => (lacking == Lacking::Kept).then(|| code.clone()),
        }
    };
    let codes = content.codes().iter().filter_map(renumber).collect();
    Content::new(content.text().to_owned(), codes).unwrap_or_else(|_| Content::plain(content.text()))
}

/// Corrects what paragraphs are; their texts and status stay.
///
/// Returns the addresses of those that changed.
///
/// # Errors
/// When a paragraph does not exist; [`OpsError::Role`] for one that was decided on.
pub fn set_kind(
    desk: &mut Desk,
    address: &Address,
    kind: crate::model::ParagraphKind,
) -> Result<Written<Vec<String>>, OpsError> {
    if let Address::Segment(..) = address {
        return Err(OpsError::OneParagraph { address: address.to_string() });
    }
    desk.write(OperationKind::Kind, |writer| {
        let head = find_article(&writer.snapshot(), address.slug())?;
        let mut changed = Vec::new();
        for state in super::show::select(&writer.snapshot(), &head, address)? {
            let old = &state.revision;
            if old.form.kind == KindGuess::certain(kind) {
                continue;
            }
            review::require_may_replace(writer, state.standing.status)?;
            let form = ParagraphForm { kind: KindGuess::certain(kind), ..old.form.clone() };
            writer.add_revision(&NewRevision { form: &form, ..NewRevision::on(old) })?;
            changed.push(address_of(&head, &state));
        }
        Ok(changed)
    })
}
