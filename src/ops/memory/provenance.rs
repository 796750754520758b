//! Where a unit of the memory comes from: places of the desk and entries of memories, as far as filters let them pass.

use std::cmp::Reverse;

use crate::model::Status;
use crate::store::{EntryOrigin, OwnUse, Snapshot, StoreError, UnitKey, UnitReader, UseFilter};

/// How many places of one unit are told where nothing narrows them, the newest.
const PLACES: usize = 20;

/// What narrows a look-up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filters {
    /// The name of a memory, or [`Filters::DESK`] for the desk's own work.
    pub origin: Option<String>,
    /// Who wrote the target.
    pub author: Option<String>,
    /// Not older than this day or moment (the beginning of an RFC 3339 moment in UTC).
    pub since: Option<String>,
    /// Own work that is at least this far; what other memories hold passes none.
    pub status: Option<Status>,
    /// Whether wordings that were superseded count.
    pub superseded: bool,
}

impl Filters {
    /// What stands for the desk's own work where a memory is named.
    pub const DESK: &'static str = "desk";

    /// Whether some places of a unit may not pass.
    fn narrow(&self) -> bool {
        *self != Self { superseded: self.superseded, ..Self::default() }
    }
}

/// Where a match comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provenance {
    /// The name of the memory; [`Filters::DESK`] for the desk's own work.
    pub origin: String,
    /// The paragraph or segment of the desk.
    pub address: Option<String>,
    /// The number of the entry in its memory.
    pub entry: Option<i64>,
    /// The status of the paragraph at present.
    pub status: Option<Status>,
    /// Whether the wording was superseded.
    pub superseded: bool,
    /// Who wrote the target.
    pub author: Option<String>,
    /// When (RFC 3339, UTC).
    pub at: Option<String>,
    /// What was taken off the score for the memory, in percent.
    pub penalty: u8,
}

/// Where a unit comes from, the best first. `superseded` asks for wordings of the past too; `counts` is asked of each place of the
/// desk. Without filters the newest [`PLACES`] of each sort are looked at.
pub(super) fn origins(
    (snapshot, units): (&Snapshot<'_>, &UnitReader<'_>),
    unit: UnitKey,
    filters: &Filters,
    superseded: bool,
    counts: &mut dyn FnMut(&OwnUse) -> Result<bool, StoreError>,
) -> Result<Vec<Provenance>, StoreError> {
    let many = if filters.narrow() { usize::MAX } else { PLACES };
    let mut found = Vec::new();
    for (filter, wanted) in [(UseFilter::Current, true), (UseFilter::Superseded, superseded)] {
        let uses = if wanted { snapshot.own_uses(unit, filter, many)? } else { Vec::new() };
        for own in uses {
            let place = of_own(&own);
            if passes(&place, filters) && counts(&own)? {
                found.push(place);
            }
        }
    }
    found.extend(units.entries_of(unit, many)?.into_iter().map(of_entry).filter(|p| passes(p, filters)));
    found.sort_by_key(|p| Reverse((standing(p), Reverse(p.penalty), p.at.clone())));
    found.truncate(PLACES);
    Ok(found)
}

pub(super) const fn standing(provenance: &Provenance) -> u8 {
    match provenance.status {
        _ if provenance.superseded => 0,
        Some(Status::Final) => 4,
        Some(Status::Reviewed) => 3,
        Some(Status::Translated) => 2,
        _ => 1,
    }
}

fn of_own(own: &OwnUse) -> Provenance {
    let address = own.number.map(|number| match own.segment {
        Some(segment) => format!("{}:{number}.{segment}", own.slug),
        None => format!("{}:{number}", own.slug),
    });
    Provenance {
        origin: Filters::DESK.to_owned(),
        address: address.or_else(|| Some(own.slug.to_string())),
        entry: None,
        status: Some(own.status),
        superseded: !own.current,
        author: own.translator.clone(),
        at: Some(own.at.clone()),
        penalty: 0,
    }
}

fn of_entry(entry: EntryOrigin) -> Provenance {
    Provenance {
        origin: entry.memory.as_ref().to_owned(),
        address: None,
        entry: Some(entry.key),
        status: None,
        superseded: false,
        author: entry.by,
        at: entry.at,
        penalty: entry.penalty,
    }
}

fn passes(found: &Provenance, filters: &Filters) -> bool {
    let author = |wanted: &String| found.author.as_ref() == Some(wanted);
    let since = |wanted: &String| found.at.as_ref().is_some_and(|at| at >= wanted);
    let status = |wanted: Status| found.status.is_some_and(|status| status >= wanted && !found.superseded);
    filters.origin.as_ref().is_none_or(|origin| found.origin == *origin)
        && filters.author.as_ref().is_none_or(author)
        && filters.since.as_ref().is_none_or(since)
        && filters.status.is_none_or(status)
}
