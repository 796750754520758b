//! Lays a corrected source over an article: every paragraph is compared with the stored one, and nothing is lost.

use super::desk::{Desk, find_article};
use super::error::OpsError;
use super::import::{Document, Input, ReadOptions, form_of, new_paragraph};
use super::review::require_may_replace;
use super::settings::value_of;
use crate::diff::{Keys, Match, Version, compare_versions, diff_contents};
use crate::model::{
    Bead, Block, Change, CodeElement, Content, ContentDiff, ExclusionEffect, Grain, InlineCode, OperationKind, Setting,
    Slug, SourceSide, Written,
};
use crate::segmentation::beads_for;
use crate::store::{
    ArticleHead, ContentKey, NewDecision, NewExclusion, NewParagraph, NewRevision, ParagraphKey, ParagraphState,
    RevisionKey, Snapshot, Writer,
};

/// What to lay over which article.
#[derive(Clone, Debug)]
pub struct UpdateRequest {
    /// The article.
    pub slug: Slug,
    /// The corrected source.
    pub input: Input,
    /// How to read it.
    pub options: ReadOptions,
}

/// What became of one paragraph.
#[derive(Clone, Debug, PartialEq)]
pub struct UpdatedParagraph {
    /// How it changed.
    pub change: Change,
    /// Whether it stands elsewhere now.
    pub moved: bool,
    /// Its number before; `None` when it is new.
    pub before: Option<u32>,
    /// Its number now; `None` when it is deleted.
    pub now: Option<u32>,
    /// What changed in its source; `None` when nothing, or all.
    pub difference: Option<ContentDiff>,
    /// Whether an approval that stood before stands no more.
    pub outlived: bool,
    /// Whether it was left out of the finished article and is in it again, since its words are others now.
    pub included_again: bool,
    /// Whether a translation goes out of the article, or is no longer one of this source.
    pub costs_translation: bool,
}

/// Lays a corrected source over an article. Nothing is written when nothing changed.
///
/// The file is read, compared and segmented before the desk is locked. Should somebody lay another source over the article
/// meanwhile, the comparison is made again; a translation that came meanwhile is no matter.
///
/// # Errors
/// When the article does not exist or the file cannot be read; [`OpsError::OtherSource`] when hardly anything of the article is in
/// it; [`OpsError::Role`] when a decision falls that the person could not take back.
pub fn update_source(desk: &mut Desk, request: &UpdateRequest) -> Result<Written<Vec<UpdatedParagraph>>, OpsError> {
    let language = find_article(&desk.snapshot()?, &request.slug)?.source_language;
    let document = request.input.read(&request.options, &language, SourceSide::Source)?;
    loop {
        let correction = Correction::plan(&desk.snapshot()?, &request.slug, &document, &request.input.name())?;
        let written = desk.write(OperationKind::SourceUpdate, |writer| correction.apply(writer))?;
        if let Some(value) = written.value {
            return Ok(Written { value, operation: written.operation, changed: written.changed });
        }
    }
}

/// A file that keeps less than this part of the bytes of an article is no correction of it; a byline is in many articles.
const LEAST_KEPT: usize = 10;

/// A correction as it is to be written, made while the article had these sources.
struct Correction<'d> {
    head: ArticleHead,
    document: &'d Document,
    before: Vec<(ParagraphKey, ContentKey)>,
    steps: Vec<Step>,
}

/// What is to become of one paragraph.
struct Step {
    found: Match,
    /// The new paragraph, where it matches no old one.
    fresh: Option<NewParagraph>,
    /// The segments of an old one with its new source, and the target they were made with.
    beads: Option<(Option<ContentKey>, Vec<Bead>)>,
    /// What changed in its source.
    difference: Option<ContentDiff>,
}

fn sources(states: &[ParagraphState]) -> Vec<(ParagraphKey, ContentKey)> {
    states.iter().map(|state| (state.key, state.revision.source_key)).collect()
}

impl<'d> Correction<'d> {
    fn plan(snapshot: &Snapshot<'_>, slug: &Slug, document: &'d Document, file: &str) -> Result<Self, OpsError> {
        let head = find_article(snapshot, slug)?;
        let states = snapshot.paragraphs(head.key, 1, u32::MAX)?;
        let old: Vec<&Content> = states.iter().map(|state| &state.revision.source).collect();
        let new: Vec<&Content> = document.document.blocks.iter().map(|block| &block.content).collect();
        let mut matches = compare_versions(&old, &new, &Keys { cosmetic: crate::text::norm });
        for found in &mut matches {
            if let (Some(before), Some(now), Change::Cosmetic) = (found.old, found.new, found.change)
                && !same_elements(old[before], new[now])
            {
                found.change = Change::Numbers;
            }
        }
        let kept = matches.iter().filter(|found| found.new.is_some()).filter_map(|found| Some(old[found.old?]));
        let size = |texts: &mut dyn Iterator<Item = &Content>| texts.map(|text| text.text().len()).sum::<usize>();
        let (kept, all) = (size(&mut kept.into_iter()), size(&mut old.iter().copied()));
        if kept * LEAST_KEPT < all {
            return Err(OpsError::OtherSource { slug: slug.to_string(), file: file.to_owned() });
        }
        let steps = matches.into_iter().map(|found| Step::plan(found, &states, document, &head));
        let steps = steps.collect::<Result<_, _>>()?;
        Ok(Self { before: sources(&states), head, document, steps })
    }

    /// Writes the correction; `None` when the article has other sources by now.
    fn apply(&self, writer: &mut Writer<'_>) -> Result<Option<Vec<UpdatedParagraph>>, OpsError> {
        let article = self.head.key;
        let states = writer.snapshot().paragraphs(article, 1, u32::MAX)?;
        if sources(&states) != self.before {
            return Ok(None);
        }
        let mut removed = writer.snapshot().removed_paragraphs(article)?;
        let keep_approvals = value_of(&writer.snapshot(), Setting::CosmeticChanges)? == "keep";
        let mut order: Vec<(usize, ParagraphKey)> = Vec::with_capacity(self.document.document.blocks.len());
        let mut report = Vec::with_capacity(self.steps.len());
        for step in &self.steps {
            let state = step.found.old.map(|index| &states[index]);
            let keeps = keeps(step.found.change, keep_approvals);
            if let (Some(state), false) = (state, keeps) {
                require_may_replace(writer, state.standing.status)?;
            }
            if let Some(index) = step.found.new {
                order.push((index, self.lay(writer, step, index, state, &mut removed, keeps)?));
            }
            report.push(updated(step, state, keeps));
        }
        order.sort_by_key(|(index, _)| *index);
        let order: Vec<ParagraphKey> = order.into_iter().map(|(_, key)| key).collect();
        if !order.iter().eq(states.iter().map(|state| &state.key)) {
            writer.set_order(article, &order)?;
        }
        if report.iter().any(|p| p.change != Change::Unchanged || p.moved) {
            writer.add_source_file(article, &self.document.file)?;
        }
        Ok(Some(report))
    }

    /// Gives the new source of one paragraph its place: in the old one, in one that was removed, or in a new one.
    fn lay(
        &self,
        writer: &mut Writer<'_>,
        step: &Step,
        index: usize,
        state: Option<&ParagraphState>,
        removed: &mut Vec<ParagraphState>,
        keeps: bool,
    ) -> Result<ParagraphKey, OpsError> {
        let block = &self.document.document.blocks[index];
        if let Some(state) = state {
            let revision = replace_source(writer, &self.head, state, block, step.beads.as_ref(), keeps)?;
            if let (Some(revision), false) = (revision, lifts_exclusion(step.found.change)) {
                carry_exclusion(writer, state, revision)?;
            }
            return Ok(state.key);
        }
        if let Some(back) = take_removed(removed, &block.content) {
            return Ok(back.key);
        }
        let fresh = step.fresh.as_ref().expect("a source without an old paragraph is planned as a new one");
        Ok(super::boilerplate::add_paragraph(writer, &self.head, fresh)?.0)
    }
}

impl Step {
    fn plan(
        found: Match,
        states: &[ParagraphState],
        document: &Document,
        head: &ArticleHead,
    ) -> Result<Self, OpsError> {
        let mut step = Self { found, fresh: None, beads: None, difference: None };
        let Some(index) = step.found.new else { return Ok(step) };
        let block = &document.document.blocks[index];
        let source = &block.content;
        let Some(old) = step.found.old.map(|index| &states[index].revision) else {
            let languages = (head.source_language.clone(), head.target_language.clone());
            step.fresh = Some(new_paragraph(block, document.kinds[index], &languages)?);
            return Ok(step);
        };
        if step.found.change != Change::Unchanged {
            let version = |content| Version { content, source: content };
            step.difference = Some(diff_contents(version(&old.source), version(source), Grain::Words));
        }
        if source.text() != old.source.text() {
            step.beads = Some((old.target_key, segments(source, old.target.as_ref(), head)));
        }
        Ok(step)
    }
}

fn segments(source: &Content, target: Option<&Content>, head: &ArticleHead) -> Vec<Bead> {
    beads_for(source.text(), target.map_or("", Content::text), &head.source_language, &head.target_language)
}

/// Whether what was decided on a paragraph holds after a change of its source.
const fn keeps(change: Change, keep_approvals: bool) -> bool {
    match change {
        Change::Unchanged => true,
        Change::Cosmetic => keep_approvals,
        Change::Numbers | Change::Rewritten | Change::New | Change::Deleted => false,
    }
}

fn updated(step: &Step, state: Option<&ParagraphState>, keeps: bool) -> UpdatedParagraph {
    let number = |index: usize| u32::try_from(index + 1).unwrap_or(u32::MAX);
    let approved = state.is_some_and(|state| state.standing.status.is_approved());
    UpdatedParagraph {
        change: step.found.change,
        moved: step.found.moved,
        before: step.found.old.map(number),
        now: step.found.new.map(number),
        difference: step.difference.clone(),
        outlived: approved && !keeps && step.found.new.is_some(),
        included_again: state.is_some_and(|state| state.exclusion.is_some())
            && lifts_exclusion(step.found.change)
            && step.found.new.is_some(),
        costs_translation: state.is_some_and(|state| state.revision.target.is_some()) && !keeps,
    }
}

/// Whether two contents have the same elements in the same order, the labels of note marks aside: those are numbers that a note
/// put in between moves on.
fn same_elements(old: &Content, new: &Content) -> bool {
    let meaning = |code: &InlineCode| match code.element.clone() {
        CodeElement::NoteMark { .. } => CodeElement::NoteMark { label: String::new(), shown: String::new() },
        element => element,
    };
    old.codes().iter().map(meaning).eq(new.codes().iter().map(meaning))
}

/// A paragraph that an earlier correction dropped and this one brings back, word for word.
fn take_removed(removed: &mut Vec<ParagraphState>, source: &Content) -> Option<ParagraphState> {
    let index = removed.iter().position(|state| state.revision.source == *source)?;
    Some(removed.remove(index))
}

/// A revision with the new source and the old target, whose codes now mean what the new source's mean. Where the change is
/// cosmetic and the desk keeps approvals, the target counts as written against the new source and the decisions on the old
/// texts are carried over. Returns the revision, or `None` where nothing differs and nothing is written.
fn replace_source(
    writer: &mut Writer<'_>,
    head: &ArticleHead,
    state: &ParagraphState,
    block: &Block,
    planned: Option<&(Option<ContentKey>, Vec<Bead>)>,
    keeps: bool,
) -> Result<Option<RevisionKey>, OpsError> {
    let old = &state.revision;
    let source = &block.content;
    let source_key: ContentKey = writer.content(source)?;
    let target = old.target.as_ref().map(|target| with_elements_of(target, source));
    let target_key = target.as_ref().map(|target| writer.content(target)).transpose()?;
    let form = form_of(block, old.form.kind);
    if source_key == old.source_key && target_key == old.target_key && form == old.form {
        return Ok(None);
    }
    let beads = match planned {
        _ if source.text() == old.source.text() => old.beads.clone(),
        Some((with_target, beads)) if *with_target == old.target_key => beads.clone(),
        _ => segments(source, target.as_ref(), head),
    };
    let was_current = old.basis_key == old.source_key;
    let basis = if old.target_key.is_none() || (keeps && was_current) { source_key } else { old.basis_key };
    let (revision, _) = writer.add_revision(&NewRevision {
        form: &form,
        source: source_key,
        target: target_key,
        basis,
        beads: &beads,
        ..NewRevision::on(old)
    })?;
    if keeps {
        carry_decisions(writer, state, revision)?;
    }
    Ok(Some(revision))
}

/// Whether what was left out for its words is in again, because it has others.
const fn lifts_exclusion(change: Change) -> bool {
    match change {
        Change::Unchanged | Change::Cosmetic => false,
        Change::Numbers | Change::Rewritten | Change::New | Change::Deleted => true,
    }
}

/// The mark that leaves a paragraph out, taken over to a revision whose source differs in looks alone.
fn carry_exclusion(writer: &mut Writer<'_>, state: &ParagraphState, revision: RevisionKey) -> Result<(), OpsError> {
    let Some(exclusion) = &state.exclusion else { return Ok(()) };
    if writer.snapshot().revision(revision)?.is_some_and(|r| r.hashes.source == state.revision.hashes.source) {
        return Ok(());
    }
    writer.add_exclusion(&NewExclusion {
        paragraph: state.key,
        revision,
        effect: ExclusionEffect::Exclude,
        person: &exclusion.person,
        reason: Some(&exclusion.reason),
        carried_from: Some(exclusion.key),
    })?;
    Ok(())
}

/// The decisions on a paragraph's texts, taken over to a revision that differs from them in looks alone.
fn carry_decisions(writer: &mut Writer<'_>, state: &ParagraphState, revision: RevisionKey) -> Result<(), OpsError> {
    let decisions = writer.snapshot().decisions(state.key)?;
    for decision in decisions.iter().filter(|d| d.bound_to == state.revision.hashes) {
        writer.add_decision(&NewDecision {
            paragraph: state.key,
            revision,
            kind: decision.kind,
            person: &decision.person,
            role: decision.role,
            reason: decision.reason,
            note: decision.note.as_deref(),
            own_text: decision.own_text,
            carried_from: Some(decision.key),
        })?;
    }
    Ok(())
}

/// A target whose codes mean what the codes of the same number mean in a source; a code that the source lacks stays as it is.
fn with_elements_of(target: &Content, source: &Content) -> Content {
    let mut codes = target.codes().to_vec();
    for code in &mut codes {
        if let Some(same) = source.codes().iter().find(|c| c.id == code.id && c.part == code.part) {
            code.element = same.element.clone();
        }
    }
    Content::new(target.text().to_owned(), codes).unwrap_or_else(|_| target.clone())
}
