//! Finds what articles repeat: the same up to normalisation, by key, and nearly the same, by an index of word pairs.

use std::cmp::Reverse;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, HashMap, HashSet};

use super::{Holding, address_of, places};
use crate::matching::near;
use crate::model::{Address, ParagraphKind, Status};
use crate::ops::desk::{Desk, find_article};
use crate::ops::error::OpsError;
use crate::ops::show::select;
use crate::store::{BlockRow, RepeatedPlace, RepeatedSource, Snapshot};

/// What to look for.
#[derive(Clone, Debug)]
pub struct ListRequest {
    /// Only what stands in this article or these paragraphs; on the whole desk when `None`.
    pub address: Option<Address>,
    /// In how many paragraphs it has to stand.
    pub least: u32,
    /// How many words it has to have; credits, notes on the author and what is known as boilerplate may have fewer.
    pub words: u32,
    /// From which score on texts count as nearly the same; `None` for the same alone.
    pub near: Option<u8>,
    /// Whether only blocks that were promoted are wanted.
    pub promoted: bool,
}

/// A text that articles repeat.
#[derive(Clone, Debug, PartialEq)]
pub struct BlockFound {
    /// The block that was made of it.
    pub block: Option<BlockRow>,
    /// Its text: that of the block, or where it stands first.
    pub source: String,
    /// Its words (UAX #29).
    pub words: u32,
    /// Where it stands, those with the same text first.
    pub occurrences: Vec<Occurrence>,
}

/// A paragraph with a text that articles repeat.
#[derive(Clone, Debug, PartialEq)]
pub struct Occurrence {
    /// The paragraph.
    pub address: String,
    /// What it is.
    pub kind: ParagraphKind,
    /// Its status.
    pub status: Status,
    /// How alike it is to the text: 100 for the same up to normalisation.
    pub percent: u8,
    /// Its source, where that is not the same.
    pub source: Option<String>,
    /// What it has of the block.
    pub holding: Option<Holding>,
}

/// A text with those that are nearly the same.
struct Group {
    block: Option<BlockRow>,
    first: RepeatedSource,
    near: Vec<(RepeatedSource, u8)>,
}

/// What articles repeat: the blocks by name, then what is no block yet, what stands most often first.
///
/// # Errors
/// When the article or a paragraph does not exist; errors of the disk.
pub fn list(desk: &Desk, request: &ListRequest) -> Result<Vec<BlockFound>, OpsError> {
    let snapshot = desk.snapshot()?;
    let wanted = request.address.as_ref().map(|address| wanted(&snapshot, address)).transpose()?;
    let mut found = Vec::new();
    for group in groups(&snapshot, request)? {
        let counts = std::iter::once(&group.first).chain(group.near.iter().map(|(source, _)| source));
        let is_repeated = counts.map(|source| source.count).sum::<u32>() >= request.least;
        if group.block.is_none() && (request.promoted || !is_repeated) {
            continue;
        }
        if wanted.as_ref().is_some_and(|wanted| !group.keys().any(|key| wanted.contains(&key))) {
            continue;
        }
        found.push(group.found(&snapshot)?);
    }
    found.sort_by_cached_key(|found| {
        let name = found.block.as_ref().map(|block| block.name.clone());
        (name.is_none(), name, Reverse((found.occurrences.len(), found.words)))
    });
    Ok(found)
}

/// The keys of the sources that stand at an address.
fn wanted(snapshot: &Snapshot<'_>, address: &Address) -> Result<HashSet<i64>, OpsError> {
    let head = find_article(snapshot, address.slug())?;
    let states = select(snapshot, &head, address)?;
    Ok(states.iter().filter_map(|state| state.revision.repeat_key).collect())
}

/// Whether a text is long enough to be worth an object of its own, or of a kind that is; a title never is.
fn is_worth(source: &RepeatedSource, words: u32) -> bool {
    let is_standing =
        matches!(source.kind, ParagraphKind::Boilerplate | ParagraphKind::Credit | ParagraphKind::AuthorBio);
    source.kind != ParagraphKind::Title && (source.words >= words || is_standing)
}

fn groups(snapshot: &Snapshot<'_>, request: &ListRequest) -> Result<Vec<Group>, OpsError> {
    let (mut blocks, mut others): (BTreeMap<i64, BlockRow>, Vec<BlockRow>) = (BTreeMap::new(), Vec::new());
    for block in snapshot.blocks()? {
        // One source may be a block in several languages.
        match blocks.entry(block.repeat_key) {
            Entry::Vacant(free) => {
                free.insert(block);
            }
            Entry::Occupied(_) => others.push(block),
        }
    }
    let sources = sources(snapshot, request, &blocks)?;
    let texts: Vec<&str> = sources.iter().map(|source| source.source.as_str()).collect();
    let near = request.near.map(|percent| near::gathered(&texts, percent)).unwrap_or_default();
    let mut members: HashMap<usize, Vec<(RepeatedSource, u8)>> = HashMap::new();
    let mut joined = vec![false; sources.len()];
    // A block of its own is no variant of another.
    for one in near.iter().filter(|one| !blocks.contains_key(&sources[one.text].repeat_key)) {
        joined[one.text] = true;
        members.entry(one.first).or_default().push((sources[one.text].clone(), one.percent));
    }
    let firsts = sources.into_iter().enumerate().filter(|(at, _)| !joined[*at]);
    let groups = firsts.map(|(at, first)| Group {
        block: blocks.remove(&first.repeat_key),
        near: members.remove(&at).unwrap_or_default(),
        first,
    });
    let mut groups: Vec<Group> = groups.collect();
    for block in others {
        groups.push(Group { first: of_block(snapshot, &block)?, near: Vec::new(), block: Some(block) });
    }
    Ok(groups)
}

/// What is to be gathered: blocks first, then what stands most often, for others gather round these.
fn sources(
    snapshot: &Snapshot<'_>,
    request: &ListRequest,
    blocks: &BTreeMap<i64, BlockRow>,
) -> Result<Vec<RepeatedSource>, OpsError> {
    let article = match (&request.address, request.near) {
        (Some(address), None) => Some(find_article(snapshot, address.slug())?.key),
        // What is nearly the same may stand anywhere.
        _ => None,
    };
    let least = if request.near.is_some() { 1 } else { request.least };
    let mut sources = snapshot.repeated_sources(least, article)?;
    sources.retain(|source| blocks.contains_key(&source.repeat_key) || is_worth(source, request.words));
    let there: HashSet<i64> = sources.iter().map(|source| source.repeat_key).collect();
    for block in blocks.values().filter(|block| !there.contains(&block.repeat_key)) {
        sources.push(of_block(snapshot, block)?);
    }
    sources.sort_by_key(|source| {
        let is_block = blocks.contains_key(&source.repeat_key);
        (!is_block, Reverse((source.count, source.words)))
    });
    Ok(sources)
}

/// A block that stands in fewer paragraphs than are asked for, or in none.
fn of_block(snapshot: &Snapshot<'_>, block: &BlockRow) -> Result<RepeatedSource, OpsError> {
    let places = places(snapshot, block)?;
    Ok(RepeatedSource {
        repeat_key: block.repeat_key,
        count: u32::try_from(places.len()).unwrap_or(u32::MAX),
        words: u32::try_from(crate::text::count_words(block.source.text())).unwrap_or(u32::MAX),
        kind: ParagraphKind::Boilerplate,
        source: block.source.text().to_owned(),
    })
}

impl Group {
    fn keys(&self) -> impl Iterator<Item = i64> {
        std::iter::once(self.first.repeat_key).chain(self.near.iter().map(|(source, _)| source.repeat_key))
    }

    fn found(self, snapshot: &Snapshot<'_>) -> Result<BlockFound, OpsError> {
        let same = snapshot.places_with_key(self.first.repeat_key)?;
        let holding = |place: &RepeatedPlace| self.block.as_ref().map(|block| Holding::of(place, block));
        let mut occurrences: Vec<Occurrence> =
            same.iter().map(|place| Occurrence { holding: holding(place), ..occurrence(place, 100, None) }).collect();
        for (source, percent) in &self.near {
            let places = snapshot.places_with_key(source.repeat_key)?;
            occurrences.extend(places.iter().map(|place| occurrence(place, *percent, Some(&source.source))));
        }
        let source = self.block.as_ref().map_or(self.first.source, |block| block.source.text().to_owned());
        Ok(BlockFound { block: self.block, source, words: self.first.words, occurrences })
    }
}

fn occurrence(place: &RepeatedPlace, percent: u8, source: Option<&str>) -> Occurrence {
    Occurrence {
        address: address_of(place),
        kind: place.kind,
        status: place.status,
        percent,
        source: source.map(str::to_owned),
        holding: None,
    }
}
