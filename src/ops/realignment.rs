//! Shows how an article is paired with its translation, and repairs it: English is moved between paragraphs, never lost.
//!
//! What a repair takes from a paragraph goes to another one. A translation that is unlinked stands right behind its paragraph, in
//! one of its own with an empty source; a paragraph that is left with neither side goes out of the article.

use std::collections::BTreeMap;

use super::desk::{Desk, find_article};
use super::error::OpsError;
use super::import::{BETWEEN, sentence_beads};
use super::lessons::{catch_up, own_lexicon};
use super::review::fall_back_to_draft;
use super::show::{address_of, segment_index, select};
use super::translate::check_expected;
use crate::alignment::Lexicon;
use crate::model::status::Status;
use crate::model::{Address, Bead, Content, OperationKind, Origin, ParagraphNumber, Purpose, Purposes, Slug, Written};
use crate::store::{ArticleHead, NewContent, NewParagraph, NewRevision, ParagraphKey, ParagraphState, Writer};

/// Why a pair wants to be looked at, or why it does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PairState {
    /// The aligner was not sure, and nobody has accepted it yet.
    Doubtful,
    /// The paragraph has no translation, and nobody has said that it is left out on purpose.
    LeftOut,
    /// The translation has no source, and nobody has accepted that yet.
    Added,
    /// The paragraph has no translation yet, in an article that came without one.
    Untranslated,
    /// Both sides have it, and nothing is in doubt.
    Paired,
    /// The translation has no source, which was accepted.
    Accepted,
    /// The paragraph stays out of the article.
    Excluded,
}

impl PairState {
    /// The name in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Doubtful => "doubtful",
            Self::LeftOut => "left-out",
            Self::Added => "added",
            Self::Untranslated => "untranslated",
            Self::Paired => "paired",
            Self::Accepted => "accepted",
            Self::Excluded => "excluded",
        }
    }

    /// Whether somebody should look at the pair.
    #[must_use]
    pub const fn wants_a_look(self) -> bool {
        !matches!(self, Self::Paired | Self::Accepted | Self::Excluded)
    }
}

/// A segment of a pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PairedSegment {
    /// Its source.
    pub source: String,
    /// Its target.
    pub target: String,
    /// How sure the aligner was, in hundredths; `None` where a person put them together.
    pub confidence: Option<u8>,
    /// Why one side alone has it, where that is on purpose.
    pub purpose: Option<Purpose>,
}

/// A paragraph and its translation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PairedParagraph {
    /// The address.
    pub address: String,
    /// The number in the article.
    pub number: u32,
    /// Its status.
    pub status: Status,
    /// Whether it wants to be looked at.
    pub state: PairState,
    /// The least confidence of its segments.
    pub confidence: Option<u8>,
    /// The segments.
    pub segments: Vec<PairedSegment>,
}

impl PairedParagraph {
    /// Whether there is anything to translate in it.
    #[must_use]
    pub fn has_words(&self) -> bool {
        self.segments.iter().any(|segment| segment.source.chars().any(char::is_alphanumeric))
    }
}

/// The pairs of an article or of some of its paragraphs: those to be looked at first, the most doubtful before the others.
///
/// # Errors
/// When the article or a paragraph does not exist.
pub fn pairs(desk: &Desk, address: &Address) -> Result<Vec<PairedParagraph>, OpsError> {
    let snapshot = desk.snapshot()?;
    let head = find_article(&snapshot, address.slug())?;
    let without = match snapshot.came_with_translation(head.key)? {
        true => PairState::LeftOut,
        false => PairState::Untranslated,
    };
    let mut pairs = Vec::new();
    for state in select(&snapshot, &head, address)? {
        let purposes = snapshot.purposes(&state.revision, None)?;
        pairs.push(paired(&head, &state, &purposes, without));
    }
    pairs.sort_by_key(|pair| (pair.state, pair.confidence.filter(|_| pair.state == PairState::Doubtful), pair.number));
    Ok(pairs)
}

/// A pair as it stands; one without a translation is in the state `without`.
fn paired(head: &ArticleHead, state: &ParagraphState, purposes: &Purposes, without: PairState) -> PairedParagraph {
    let revision = &state.revision;
    // What is on purpose is in no doubt.
    let beads = || revision.beads.iter().enumerate();
    let open = || beads().filter(|(index, _)| !purposes.contains_key(index)).map(|(_, bead)| bead);
    let target = revision.target.as_ref().map_or("", Content::text);
    let segment = |(index, bead): (usize, &Bead)| PairedSegment {
        source: revision.source.text()[bead.source.clone()].to_owned(),
        target: target[bead.target.clone()].to_owned(),
        confidence: bead.confidence,
        purpose: purposes.get(&index).cloned(),
    };
    let is_gap = |bead: &Bead| bead.is_doubtful() && bead.source.is_empty() != bead.target.is_empty();
    let status = state.standing.status;
    // What was submitted is accepted, but for a sentence that one side lacks.
    let doubtful =
        status == Status::Draft && open().any(Bead::is_doubtful) || !status.is_approved() && open().any(is_gap);
    let pair_state = match (revision.target.is_some(), revision.source.is_blank()) {
        _ if state.exclusion.is_some() => PairState::Excluded,
        (false, _) => without,
        (true, true) if state.standing.status == Status::Draft => PairState::Added,
        (true, true) => PairState::Accepted,
        (true, false) if doubtful => PairState::Doubtful,
        (true, _) => PairState::Paired,
    };
    PairedParagraph {
        address: address_of(head, state),
        number: state.number.unwrap_or_default(),
        status: state.standing.status,
        state: pair_state,
        confidence: open().filter_map(|bead| bead.confidence).min(),
        segments: beads().map(segment).collect(),
    }
}

/// A repair of how an article is paired.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Repair {
    /// A paragraph gets the translations of these paragraphs, in this order, as its own.
    Link {
        /// The paragraph.
        paragraph: ParagraphNumber,
        /// Whose translations it gets; itself may be among them.
        from: Vec<ParagraphNumber>,
    },
    /// A paragraph's translation is put behind it, as one without a source.
    Unlink {
        /// The paragraph.
        paragraph: ParagraphNumber,
    },
    /// A paragraph's translation, or that of one of its segments, goes over to another paragraph.
    Move {
        /// From where.
        from: ParagraphNumber,
        /// The segment, from 1.
        segment: Option<u32>,
        /// To where.
        to: ParagraphNumber,
    },
}

impl Repair {
    /// The paragraph that it is about: which gets another translation, loses its own, or gives of it.
    const fn paragraph(&self) -> ParagraphNumber {
        match self {
            Self::Link { paragraph, .. } | Self::Unlink { paragraph } => *paragraph,
            Self::Move { from, .. } => *from,
        }
    }
}

/// A paragraph whose pairing changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Realigned {
    /// Its address, by its new number.
    pub address: String,
    /// Its status before; `None` for one that was made to hold a translation without a source.
    pub before: Option<Status>,
    /// Its status now: a draft, or untranslated; unless exactly these two texts were decided on before.
    pub status: Status,
}

/// Repairs how an article is paired, and returns the paragraphs that changed. Every one of them falls back to draft.
///
/// `expect` is the revision that the person saw of the paragraph that the repair is about.
///
/// # Errors
/// When the article, a paragraph or a segment does not exist, has no translation to give, or a code would be cut in two;
/// [`OpsError::Conflict`] when the paragraph is not as the person saw it.
pub fn realign(
    desk: &mut Desk,
    slug: &Slug,
    repair: &Repair,
    expect: Option<u32>,
) -> Result<Written<Vec<Realigned>>, OpsError> {
    catch_up(desk)?;
    desk.write(OperationKind::Align, |writer| {
        let head = find_article(&writer.snapshot(), slug)?;
        let states = writer.snapshot().paragraphs(head.key, 1, u32::MAX)?;
        let mut work = Work {
            head: &head,
            states: &states,
            targets: BTreeMap::new(),
            behind: BTreeMap::new(),
            givers: BTreeMap::new(),
        };
        check_expected(writer, &head, &states[work.index(repair.paragraph())?], expect)?;
        match repair {
            Repair::Link { paragraph, from } => work.link(*paragraph, from)?,
            Repair::Unlink { paragraph } => work.unlink(*paragraph)?,
            Repair::Move { from, segment: None, to } => {
                let order = if from < to { [*from, *to] } else { [*to, *from] };
                work.target_of(*from)?;
                let with_text = |number: &ParagraphNumber| work.target_of(*number).is_ok();
                let order: Vec<ParagraphNumber> = order.into_iter().filter(with_text).collect();
                work.link(*to, &order)?;
            }
            Repair::Move { from, segment: Some(segment), to } => work.move_segment(*from, *segment, *to)?,
        }
        work.write(writer)
    })
}

/// What a repair is going to write: new targets of paragraphs, and translations that lose their source, by index.
struct Work<'a> {
    head: &'a ArticleHead,
    states: &'a [ParagraphState],
    targets: BTreeMap<usize, Option<Content>>,
    behind: BTreeMap<usize, Content>,
    /// Of which paragraphs each new target is made.
    givers: BTreeMap<usize, Vec<usize>>,
}

impl Work<'_> {
    fn address(&self, number: ParagraphNumber) -> Address {
        Address::of(&self.head.slug, number)
    }

    fn index(&self, number: ParagraphNumber) -> Result<usize, OpsError> {
        let index = number.0 as usize - 1;
        (index < self.states.len()).then_some(index).ok_or_else(|| OpsError::NoParagraph {
            address: self.address(number).to_string(),
            paragraphs: self.states.len(),
        })
    }

    fn target_of(&self, number: ParagraphNumber) -> Result<&Content, OpsError> {
        let target = self.states[self.index(number)?].revision.target.as_ref();
        target.ok_or_else(|| OpsError::NothingToTake { address: self.address(number).to_string() })
    }

    fn link(&mut self, paragraph: ParagraphNumber, from: &[ParagraphNumber]) -> Result<(), OpsError> {
        let index = self.index(paragraph)?;
        if let Some(twice) = from.iter().enumerate().find(|(place, number)| from[..*place].contains(number)) {
            return Err(OpsError::Repair { address: self.address(*twice.1).to_string(), why: "err-align-twice" });
        }
        if from == [paragraph] {
            return Ok(());
        }
        let parts: Vec<&Content> = from.iter().map(|number| self.target_of(*number)).collect::<Result<_, _>>()?;
        let target = Content::joined(parts, BETWEEN);
        if !from.contains(&paragraph)
            && let Some(own) = &self.states[index].revision.target
        {
            self.behind.insert(index, own.clone());
        }
        for number in from {
            self.targets.insert(self.index(*number)?, None);
        }
        self.targets.insert(index, Some(target));
        let givers = from.iter().map(|number| self.index(*number)).collect::<Result<Vec<_>, _>>()?;
        self.givers.insert(index, givers);
        Ok(())
    }

    fn unlink(&mut self, paragraph: ParagraphNumber) -> Result<(), OpsError> {
        let own = self.target_of(paragraph)?.clone();
        let index = self.index(paragraph)?;
        if !self.states[index].revision.source.is_blank() {
            self.behind.insert(index, own);
            self.targets.insert(index, None);
        }
        Ok(())
    }

    fn move_segment(&mut self, from: ParagraphNumber, segment: u32, to: ParagraphNumber) -> Result<(), OpsError> {
        let (giver, taker) = (self.index(from)?, self.index(to)?);
        let address = Address::Segment(self.head.slug.clone(), from, segment);
        let whole = self.target_of(from)?;
        let beads = &self.states[giver].revision.beads;
        let range = beads[segment_index(beads, segment, &address)?].target.clone();
        let cut = || OpsError::Repair { address: address.to_string(), why: "err-align-code" };
        let part = |range: std::ops::Range<usize>| -> Result<Content, OpsError> {
            whole.slice(range).map(|part| part.trimmed()).ok_or_else(cut)
        };
        let moved = part(range.clone())?;
        if moved.is_empty() {
            return Err(OpsError::NothingToTake { address: address.to_string() });
        }
        let rest = [part(0..range.start)?, part(range.end..whole.text().len())?];
        let rest = Content::joined(rest.iter().filter(|part| !part.is_empty()), " ");
        let own = self.states[taker].revision.target.as_ref();
        let parts = if from < to { [Some(&moved), own] } else { [own, Some(&moved)] };
        let taken = Content::joined(parts.into_iter().flatten(), " ");
        self.targets.insert(giver, (!rest.is_empty()).then_some(rest));
        self.targets.insert(taker, Some(taken));
        self.givers.insert(taker, vec![giver, taker]);
        Ok(())
    }

    fn write(self, writer: &mut Writer<'_>) -> Result<Vec<Realigned>, OpsError> {
        let mut order: Vec<ParagraphKey> = Vec::with_capacity(self.states.len() + self.behind.len());
        // Those that changed, with their status before.
        let mut changed: BTreeMap<ParagraphKey, Option<Status>> = BTreeMap::new();
        for (index, state) in self.states.iter().enumerate() {
            let target = self.targets.get(&index);
            if matches!(target, Some(None)) && state.revision.source.is_blank() {
                continue;
            }
            order.push(state.key);
            if let Some(target) = target {
                self.set_target(writer, index, target.as_ref())?;
                changed.insert(state.key, Some(state.standing.status));
            }
            if let Some(content) = self.behind.get(&index) {
                let added = self.add_behind(writer, state, content)?;
                order.push(added);
                changed.insert(added, None);
            }
        }
        if !order.iter().eq(self.states.iter().map(|state| &state.key)) {
            writer.set_order(self.head.key, &order)?;
        }
        writer.refresh()?;
        let states = writer.snapshot().paragraphs(self.head.key, 1, u32::MAX)?;
        let realigned = |state: &ParagraphState| {
            let before = *changed.get(&state.key)?;
            Some(Realigned { address: address_of(self.head, state), before, status: state.standing.status })
        };
        Ok(states.iter().filter_map(realigned).collect())
    }

    /// Who counts as the translator of a paragraph's new target: who acts, where one of its parts is theirs, or else the
    /// translator of the first part. So nobody comes to approve words of their own by moving them.
    fn translator(&self, index: usize, person: &str) -> Option<String> {
        let givers = self.givers.get(&index).map_or(&[][..], Vec::as_slice);
        let translators = || givers.iter().filter_map(|giver| self.states[*giver].revision.translator.as_deref());
        let mine = translators().find(|translator| *translator == person);
        mine.or_else(|| translators().next()).map(str::to_owned)
    }

    fn set_target(&self, writer: &mut Writer<'_>, index: usize, target: Option<&Content>) -> Result<(), OpsError> {
        let state = &self.states[index];
        let base = &state.revision;
        let languages = (&self.head.source_language, &self.head.target_language);
        let (source, target_text) = (base.source.text(), target.map_or("", Content::text));
        let own = own_lexicon(&writer.snapshot(), [source, target_text].into_iter())?;
        let own: Vec<&Lexicon> = own.iter().collect();
        let beads = sentence_beads(source, target_text, languages, &own);
        let translator = self.translator(index, &writer.operation().person);
        // A part that stays was written against the source that it was written against.
        let keeps_part = target.is_some() && self.givers.get(&index).is_none_or(|givers| givers.contains(&index));
        let target = target.map(|target| writer.content(target)).transpose()?;
        writer.add_revision(&NewRevision {
            target,
            basis: if keeps_part && base.target_key.is_some() { base.basis_key } else { base.source_key },
            beads: &beads,
            origin: if target.is_some() { Origin::Aligned } else { Origin::Source },
            translator: translator.as_deref().filter(|_| target.is_some()),
            match_score: None,
            ..NewRevision::on(base)
        })?;
        fall_back_to_draft(writer, state)
    }

    fn add_behind(
        &self,
        writer: &mut Writer<'_>,
        state: &ParagraphState,
        content: &Content,
    ) -> Result<ParagraphKey, OpsError> {
        let added = NewParagraph {
            form: state.revision.form.clone(),
            source: NewContent::of(&Content::default())?,
            target: Some(NewContent::of(content)?),
            origin: Origin::Aligned,
            beads: vec![Bead { source: 0..0, target: 0..content.text().len(), confidence: None }],
        };
        Ok(writer.add_paragraph(self.head.key, &added)?.0)
    }
}
