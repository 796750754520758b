//! The places of a stem whose list has several blocks, one of which is at hand at a time: whether it has a place, and whether a word
//! may follow there.

use std::ops::ControlFlow;

use super::index::{BlockKind, Place, PlaceBits, Successors, first_place, places, places_before, posting_head};
use super::search::IndexReader;

/// The list of a stem that has several blocks; it is asked for rising places.
pub(super) struct LongList {
    /// The key of a block that begins at place 0.
    pub(super) first_key: i64,
    at_hand: AtHand,
}

/// A block, once one is at hand.
#[derive(Default)]
struct AtHand {
    key: Option<i64>,
    is_last: bool,
    data: Vec<u8>,
    bits: Option<PlaceBits>,
    /// Its places, if they are not told by bits.
    places: Rising,
    /// Those where what is wanted may follow, once somebody asked.
    fitting: Option<Rising>,
}

/// Rising places, asked for rising ones.
#[derive(Default)]
struct Rising {
    all: Vec<Place>,
    /// From where on they have to be looked through.
    next: usize,
}

impl LongList {
    pub(super) fn new(first_key: i64) -> Self {
        Self { first_key, at_hand: AtHand::default() }
    }

    pub(super) const fn key(&self, place: Place) -> i64 {
        self.first_key + place as i64
    }

    /// Whether the list has a place.
    pub(super) fn holds<R: IndexReader>(&mut self, reader: &R, place: Place) -> Result<bool, R::Error> {
        let keys = self.first_key..=self.key(place);
        let block = &mut self.at_hand;
        if !block.is_last && place >= block.end() {
            reader.postings(keys, &mut |key, data| {
                if block.key != Some(key) {
                    block.take_over(key, data);
                }
                ControlFlow::Break(())
            })?;
        }
        Ok(match block.bits {
            Some(bits) => bits.has(&block.data, place),
            None => block.places.has(place),
        })
    }

    /// Whether one of `wanted` may follow at a place that it has been found to hold.
    pub(super) fn fits<R: IndexReader>(
        &mut self,
        reader: &R,
        wanted: Successors,
        place: Place,
    ) -> Result<bool, R::Error> {
        let block = &mut self.at_hand;
        let Some(key) = block.key else { return Ok(true) };
        if block.fitting.is_none() {
            let mut known = Rising::default();
            fitting(reader, wanted, key, &block.data, &mut |place| known.all.push(place))?;
            block.fitting = Some(known);
        }
        Ok(block.fitting.as_mut().is_none_or(|fitting| fitting.has(place)))
    }
}

impl AtHand {
    fn take_over(&mut self, key: i64, block: &[u8]) {
        let first = first_place(key);
        self.key = Some(key);
        self.is_last = posting_head(block).1;
        self.data.clear();
        self.data.extend_from_slice(block);
        self.bits = PlaceBits::of(first, block);
        self.fitting = None;
        self.places.next = 0;
        self.places.all.clear();
        if self.bits.is_none() {
            self.places.all.reserve(block.len());
            places(first, block, |place| self.places.all.push(place));
        }
    }

    /// The first place that it says nothing of.
    fn end(&self) -> Place {
        self.bits.map_or_else(|| self.places.all.last().map_or(0, |last| last.saturating_add(1)), |bits| bits.end)
    }
}

impl Rising {
    fn has(&mut self, place: Place) -> bool {
        self.next += gallop(&self.all[self.next..], place);
        self.all.get(self.next) == Some(&place)
    }
}

/// The places of a block of postings where one of `wanted` may follow, rising.
pub(super) fn fitting<R: IndexReader>(
    reader: &R,
    wanted: Successors,
    key: i64,
    block: &[u8],
    visit: &mut dyn FnMut(Place),
) -> Result<(), R::Error> {
    let mut are_known = false;
    reader.visit_block(BlockKind::Successors, key, &mut |successors| {
        are_known = true;
        places_before(wanted, first_place(key), block, Some(successors), &mut *visit);
    })?;
    if !are_known {
        places_before(wanted, first_place(key), block, None, visit);
    }
    Ok(())
}

/// How many places at the front are lower than `place`.
pub(super) fn gallop(places: &[Place], place: Place) -> usize {
    let mut step = 1;
    while places.get(step - 1).is_some_and(|other| *other < place) {
        step *= 2;
    }
    let (from, to) = (step / 2, (step - 1).min(places.len()));
    from + places[from..to].partition_point(|other| *other < place)
}
