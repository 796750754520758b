//! Makes a block of a paragraph, changes its translation, puts it into articles, gives it up.

use super::placing::{Placed, Reach, place};
use super::strictness::require_same;
use super::{Holding, find, places};
use crate::model::{Address, Content, Finding, OperationKind, Written, parse_marked};
use crate::ops::desk::{Desk, find_article};
use crate::ops::error::OpsError;
use crate::ops::settings::require_editor;
use crate::ops::show::{address_of, select, select_one};
use crate::store::{BlockRow, NewBlock, Snapshot, Writer};

/// What became of a block and of the paragraphs that repeat it.
#[derive(Clone, Debug, PartialEq)]
pub struct Promotion {
    /// The block as it is now.
    pub block: BlockRow,
    /// The paragraphs, by article and number.
    pub places: Vec<Placed>,
    /// Differences of numbers that were let stand.
    pub waived: Vec<Finding>,
}

/// Makes a block of a paragraph and its translation; the paragraphs that repeat it have its first version, where they have the
/// very translation or none.
///
/// # Errors
/// [`OpsError::NothingToTake`], [`OpsError::EmptyBlock`]; [`OpsError::BlockKnown`], [`OpsError::BlockNameTaken`];
/// [`OpsError::BlockNumbers`] without a `waiver`; when the desk has editors and the person is none.
pub fn promote(
    desk: &mut Desk,
    address: &Address,
    name: Option<&str>,
    waiver: Option<&str>,
) -> Result<Written<Promotion>, OpsError> {
    desk.write(OperationKind::Boilerplate, |writer| {
        require_editor(writer)?;
        let snapshot = writer.snapshot();
        let head = find_article(&snapshot, address.slug())?;
        if let Address::Segment(..) = address {
            return Err(OpsError::OneParagraph { address: address.to_string() });
        }
        let state = select_one(&snapshot, &head, address)?;
        let revision = &state.revision;
        let what = address_of(&head, &state);
        let target = revision.target.as_ref().filter(|target| !target.is_blank());
        let target = target.ok_or_else(|| OpsError::NothingToTake { address: what.clone() })?;
        let repeat_key = revision.repeat_key.ok_or_else(|| OpsError::EmptyBlock { what: what.clone() })?;
        if let Some(known) = snapshot.block_with_key(repeat_key, &head.target_language)? {
            return Err(OpsError::BlockKnown { address: what, name: known.name });
        }
        let languages = (&head.source_language, &head.target_language);
        let waived = require_same(&what, (&revision.source, target), languages, waiver)?;
        let name = free_name(&snapshot, name, target)?;
        let new = NewBlock {
            name: &name,
            target_language: &head.target_language,
            source: revision.source_key,
            repeat_key,
            target: writer.content(target)?,
            waiver: waiver.filter(|_| !waived.is_empty()),
        };
        writer.add_block(&new)?;
        let block = find(&writer.snapshot(), &name)?;
        let places = place_all(writer, &block, Reach::default())?;
        Ok(Promotion { block, places, waived })
    })
}

/// The name that was given, if no block has it; or one made of the first words of the translation.
fn free_name(snapshot: &Snapshot<'_>, given: Option<&str>, target: &Content) -> Result<String, OpsError> {
    if let Some(name) = given {
        return match snapshot.block(name)? {
            Some(_) => Err(OpsError::BlockNameTaken { name: name.to_owned() }),
            None => Ok(name.to_owned()),
        };
    }
    let words = crate::text::words(target.text()).map(|word| {
        let letters = word.chars().filter(|c| c.is_alphanumeric());
        letters.flat_map(char::to_lowercase).take(20).collect::<String>()
    });
    let words: Vec<String> = words.filter(|word| !word.is_empty()).take(3).collect();
    let base = if words.is_empty() { "block".to_owned() } else { words.join("-") };
    let mut name = base.clone();
    let mut number = 2;
    while snapshot.block(&name)?.is_some() {
        name = format!("{base}-{number}");
        number += 1;
    }
    Ok(name)
}

fn place_all(writer: &mut Writer<'_>, block: &BlockRow, reach: Reach) -> Result<Vec<Placed>, OpsError> {
    let places = places(&writer.snapshot(), block)?;
    places.iter().map(|one| place(writer, block, one, reach)).collect()
}

/// A new translation of a block.
#[derive(Clone, Debug)]
pub struct Update<'a> {
    /// The block.
    pub name: &'a str,
    /// The translation as a person types it, with inline codes as `{1}…{/1}`.
    pub text: &'a str,
    /// Why numbers that differ from the source are let stand.
    pub waiver: Option<&'a str>,
    /// Whether paragraphs with wording of their own get it too.
    pub own: bool,
}

/// Makes a new version of a block and puts it into the paragraphs that have the one before, or no translation. What was published
/// or is final keeps what it has.
///
/// # Errors
/// [`OpsError::NoBlock`], [`OpsError::EmptyBlock`]; [`OpsError::BlockNumbers`] without a waiver; when the desk has editors and the
/// person is none.
pub fn update(desk: &mut Desk, request: &Update<'_>) -> Result<Written<Promotion>, OpsError> {
    desk.write(OperationKind::Boilerplate, |writer| {
        require_editor(writer)?;
        let snapshot = writer.snapshot();
        let block = find(&snapshot, request.name)?;
        let (target, _) = parse_marked(request.text, &block.source);
        if target.is_blank() {
            return Err(OpsError::EmptyBlock { what: block.name });
        }
        let source_language = crate::ops::concepts::Languages::of(&snapshot)?.source;
        let languages = (&source_language, &block.target_language);
        let waived = require_same(&block.name, (&block.source, &target), languages, request.waiver)?;
        if target != block.version.target {
            let key = writer.content(&target)?;
            writer.add_block_version(block.key, key, request.waiver.filter(|_| !waived.is_empty()))?;
        }
        let block = find(&writer.snapshot(), request.name)?;
        let places = place_all(writer, &block, Reach { own: request.own, pinned: false })?;
        Ok(Promotion { block, places, waived })
    })
}

/// Which paragraphs are to have the newest versions of the blocks that they repeat.
#[derive(Clone, Debug)]
pub struct ApplyRequest {
    /// An article or paragraphs of it.
    pub address: Address,
    /// Whether those with wording of their own get it too.
    pub own: bool,
    /// Whether those that were published or are final get it too.
    pub pinned: bool,
}

/// Puts the newest versions of blocks into the paragraphs of an address that repeat them.
///
/// # Errors
/// When the article or a paragraph does not exist.
pub fn apply(desk: &mut Desk, request: &ApplyRequest) -> Result<Written<Vec<Placed>>, OpsError> {
    if let Address::Segment(..) = request.address {
        return Err(OpsError::OneParagraph { address: request.address.to_string() });
    }
    desk.write(OperationKind::Boilerplate, |writer| {
        let snapshot = writer.snapshot();
        let head = find_article(&snapshot, request.address.slug())?;
        let mut placed = Vec::new();
        for state in select(&snapshot, &head, &request.address)? {
            let Some(key) = state.revision.repeat_key else { continue };
            let Some(block) = snapshot.block_with_key(key, &head.target_language)? else { continue };
            let own = snapshot.place_with_key(state.key)?;
            let reach = Reach { own: request.own, pinned: request.pinned };
            if let Some(own) = own {
                placed.push(place(writer, &block, &own, reach)?);
            }
        }
        Ok(placed)
    })
}

/// Gives a block up: its paragraphs keep their texts, and nothing is filled with it any more.
///
/// Returns it and how many paragraphs have a version of it.
///
/// # Errors
/// [`OpsError::NoBlock`]; when the desk has editors and the person is none.
pub fn remove(desk: &mut Desk, name: &str) -> Result<Written<(BlockRow, usize)>, OpsError> {
    desk.write(OperationKind::Boilerplate, |writer| {
        require_editor(writer)?;
        let block = find(&writer.snapshot(), name)?;
        let places = places(&writer.snapshot(), &block)?;
        let held = places.iter().filter(|place| Holding::of(place, &block).version().is_some()).count();
        writer.remove_block(&block)?;
        Ok((block, held))
    })
}
