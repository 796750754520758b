//! What the subcommands of `boilerplate` say to programs.

use serde::Serialize;

use crate::ops::boilerplate::{BlockFound, BlockView, Holding, Occurrence, PlaceView, Placed};

#[derive(Serialize)]
pub(super) struct BlocksJson<'a> {
    pub(super) schema: u32,
    pub(super) blocks: Vec<FoundJson<'a>>,
}

#[derive(Serialize)]
pub(super) struct FoundJson<'a> {
    name: Option<&'a str>,
    version: Option<u32>,
    target: Option<&'a str>,
    source: &'a str,
    words: u32,
    occurrences: Vec<OccurrenceJson<'a>>,
}

#[derive(Serialize)]
struct OccurrenceJson<'a> {
    address: &'a str,
    kind: &'static str,
    status: &'static str,
    r#match: &'static str,
    score: u8,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'a str>,
    #[serde(flatten)]
    holding: HoldingJson,
}

#[derive(Serialize)]
struct HoldingJson {
    #[serde(skip_serializing_if = "Option::is_none")]
    has: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<u32>,
}

impl HoldingJson {
    fn of(holding: Option<Holding>) -> Self {
        Self { has: holding.map(Holding::as_str), version: holding.and_then(Holding::version) }
    }
}

#[derive(Serialize)]
pub(super) struct BlockJson<'a> {
    schema: u32,
    name: &'a str,
    id: String,
    version: u32,
    source: &'a str,
    target: &'a str,
    versions: Vec<VersionJson<'a>>,
    places: Vec<PlaceJson<'a>>,
}

#[derive(Serialize)]
struct VersionJson<'a> {
    version: u32,
    target: &'a str,
    waiver: Option<&'a str>,
    person: &'a str,
    at: &'a str,
}

#[derive(Serialize)]
struct PlaceJson<'a> {
    address: &'a str,
    kind: &'static str,
    status: &'static str,
    #[serde(flatten)]
    holding: HoldingJson,
}

#[derive(Serialize)]
pub(super) struct PromotionJson<'a> {
    pub(super) name: &'a str,
    pub(super) version: u32,
    pub(super) source: &'a str,
    pub(super) target: &'a str,
    pub(super) places: Vec<PlacedJson<'a>>,
    pub(super) waived: Vec<WaivedJson>,
}

#[derive(Serialize)]
pub(super) struct PlacesJson<'a> {
    pub(super) places: Vec<PlacedJson<'a>>,
}

#[derive(Serialize)]
pub(super) struct PlacedJson<'a> {
    address: &'a str,
    name: &'a str,
    outcome: &'static str,
    changed: bool,
    pinned: bool,
    version: Option<u32>,
    status: &'static str,
}

#[derive(Serialize)]
pub(super) struct WaivedJson {
    pub(super) check: &'static str,
    pub(super) message: String,
}

#[derive(Serialize)]
pub(super) struct RemovedJson<'a> {
    pub(super) removed: &'a str,
    pub(super) paragraphs: usize,
}

pub(super) fn found_json(found: &BlockFound) -> FoundJson<'_> {
    let block = found.block.as_ref();
    FoundJson {
        name: block.map(|block| block.name.as_str()),
        version: block.map(|block| block.version.number),
        target: block.map(|block| block.version.target.text()),
        source: &found.source,
        words: found.words,
        occurrences: found.occurrences.iter().map(occurrence_json).collect(),
    }
}

fn occurrence_json(occurrence: &Occurrence) -> OccurrenceJson<'_> {
    OccurrenceJson {
        address: &occurrence.address,
        kind: occurrence.kind.as_str(),
        status: occurrence.status.as_str(),
        r#match: if occurrence.source.is_none() { "exact" } else { "near" },
        score: occurrence.percent,
        source: occurrence.source.as_deref(),
        holding: HoldingJson::of(occurrence.holding),
    }
}

pub(super) fn block_json(view: &BlockView) -> BlockJson<'_> {
    let versions = view.versions.iter().map(|version| VersionJson {
        version: version.number,
        target: version.target.text(),
        waiver: version.waiver.as_deref(),
        person: &version.person,
        at: &version.at,
    });
    let places = view.places.iter().map(|PlaceView { address, kind, status, holding }| PlaceJson {
        address,
        kind: kind.as_str(),
        status: status.as_str(),
        holding: HoldingJson::of(Some(*holding)),
    });
    BlockJson {
        schema: 1,
        name: &view.block.name,
        id: view.block.id.to_string(),
        version: view.block.version.number,
        source: view.block.source.text(),
        target: view.block.version.target.text(),
        versions: versions.collect(),
        places: places.collect(),
    }
}

pub(super) fn placed_json(places: &[Placed]) -> Vec<PlacedJson<'_>> {
    let json = |placed: &'_ Placed| (placed.outcome.as_str(), placed.outcome.is_change(), placed.outcome.is_pinned());
    let views = places.iter().map(|placed| {
        let (outcome, changed, pinned) = json(placed);
        let Placed { address, block, version, status, .. } = placed;
        PlacedJson { address, name: block, outcome, changed, pinned, version: *version, status: status.as_str() }
    });
    views.collect()
}
