//! Lays a corrected source over an article: every paragraph is compared with the stored one, and nothing is lost.

use super::desk::{Desk, find_article};
use super::error::OpsError;
use super::import::{Input, ReadOptions, new_paragraph};
use super::translate::beads_over;
use crate::diff::{Change, DiffPiece, Grain, Keys, Match, compare_versions, diff};
use crate::model::{Content, OperationKind, Slug};
use crate::store::{
    ArticleHead, ContentKey, DecisionRow, NewDecision, NewRevision, ParagraphKey, ParagraphState, Setting, SourceSide,
    Writer, Written,
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
    /// What changed in its source; empty when nothing, or all.
    pub pieces: Vec<DiffPiece>,
    /// Whether an approval that stood before stands no more.
    pub outlived: bool,
}

/// Lays a corrected source over an article. Nothing is written when nothing changed.
///
/// # Errors
/// When the article does not exist or the file cannot be read.
pub fn update_source(desk: &mut Desk, request: &UpdateRequest) -> Result<Written<Vec<UpdatedParagraph>>, OpsError> {
    desk.write(OperationKind::SourceUpdate, |writer| {
        let head = find_article(&writer.snapshot(), &request.slug)?;
        let document = request.input.read(&request.options, &head.source_language, SourceSide::Source)?;
        let states = writer.snapshot().paragraphs(head.key, 1, u32::MAX)?;
        let old: Vec<&Content> = states.iter().map(|state| &state.revision.source).collect();
        let new: Vec<&Content> = document.document.blocks.iter().map(|block| &block.content).collect();
        let matches = compare_versions(&old, &new, &Keys { cosmetic: crate::text::norm });
        let keep_approvals = writer.snapshot().setting(Setting::CosmeticChanges)?.as_deref() != Some("stale");
        let mut order: Vec<(usize, ParagraphKey)> = Vec::with_capacity(new.len());
        let mut report = Vec::with_capacity(matches.len());
        for found in &matches {
            let state = found.old.map(|index| &states[index]);
            let key = match (state, found.new) {
                (Some(state), Some(index)) => {
                    if found.change != Change::Unchanged {
                        let keeps = found.change == Change::Cosmetic && keep_approvals;
                        replace_source(writer, &head, state, new[index], keeps)?;
                    }
                    Some((index, state.key))
                }
                (None, Some(index)) => {
                    let languages = (head.source_language.clone(), head.target_language.clone());
                    let block = &document.document.blocks[index];
                    let paragraph = new_paragraph(writer, block, document.kinds[index], None, &languages)?;
                    Some((index, writer.add_paragraph(head.key, &paragraph)?.0))
                }
                (_, None) => None,
            };
            order.extend(key);
            report.push(updated(found, state, &new, keep_approvals));
        }
        order.sort_by_key(|(index, _)| *index);
        let order: Vec<ParagraphKey> = order.into_iter().map(|(_, key)| key).collect();
        if !order.iter().eq(states.iter().map(|state| &state.key)) {
            writer.set_order(head.key, &order)?;
        }
        if report.iter().any(|p| p.change != Change::Unchanged || p.moved) {
            writer.add_source_file(head.key, &document.file)?;
        }
        Ok(report)
    })
}

fn updated(found: &Match, state: Option<&ParagraphState>, new: &[&Content], keep_approvals: bool) -> UpdatedParagraph {
    let number = |index: usize| u32::try_from(index + 1).unwrap_or(u32::MAX);
    let pieces = match (state, found.new) {
        (Some(state), Some(index)) if found.change != Change::Unchanged => {
            diff(state.revision.source.text(), new[index].text(), Grain::Words)
        }
        _ => Vec::new(),
    };
    let approved = state.is_some_and(|state| state.standing.status.is_approved());
    let keeps = match found.change {
        Change::Unchanged => true,
        Change::Cosmetic => keep_approvals,
        Change::Numbers | Change::Rewritten | Change::New | Change::Deleted => false,
    };
    UpdatedParagraph {
        change: found.change,
        moved: found.moved,
        before: found.old.map(number),
        now: found.new.map(number),
        pieces,
        outlived: approved && !keeps && found.new.is_some(),
    }
}

/// A revision with the new source and the old target. Where the change is cosmetic and the desk keeps approvals, the target
/// counts as written against the new source and the decisions on the old texts are carried over.
fn replace_source(
    writer: &mut Writer<'_>,
    head: &ArticleHead,
    state: &ParagraphState,
    source: &Content,
    keeps: bool,
) -> Result<(), OpsError> {
    let old = &state.revision;
    let source_key: ContentKey = writer.content(source)?;
    let target = old.target.clone().unwrap_or_default();
    let beads = beads_over(&old.beads, source, &target, (&head.source_language, &head.target_language));
    let was_current = old.basis_key == old.source_key;
    let basis = if old.target_key.is_none() || (keeps && was_current) { source_key } else { old.basis_key };
    let carried: Vec<DecisionRow> = if keeps {
        let decisions = writer.snapshot().decisions(state.key)?;
        decisions.into_iter().filter(|d| d.bound_to == old.hashes).collect()
    } else {
        Vec::new()
    };
    let (revision, _) =
        writer.add_revision(&NewRevision { source: source_key, basis, beads: &beads, ..NewRevision::on(old) })?;
    for decision in &carried {
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
