//! The index as the engine reads it: blocks and words from a snapshot of the desk, each read once.

use std::cell::RefCell;
use std::ops::RangeInclusive;
use std::rc::Rc;

use crate::matching::index::{BlockKind, Run, Side, StemId, WordId};
use crate::matching::search::{BlockReader, IndexReader, KeyMap, KeyedBlock, VisitBlock};
use crate::matching::tail::Tail;
use crate::store::{IndexBlocks, IndexTable, Snapshot, StoreError, VocabularySide};

/// How many blocks are kept before all are let go: a batch of many texts stays small. Buckets of kinship are kept all: they are
/// small, and no more of them when the memory grows.
const KEPT_BLOCKS: usize = 16_384;

/// Blocks that were read, and those that are not there.
type Blocks = KeyMap<(IndexTable, i64), Option<Rc<[u8]>>>;

/// Reads the index of a moment.
#[derive(Debug)]
pub(super) struct DeskReader<'s> {
    snapshot: &'s Snapshot<'s>,
    stored: IndexBlocks<'s>,
    blocks: RefCell<Blocks>,
    kin: RefCell<KeyMap<u32, Option<Rc<[u8]>>>>,
    texts: RefCell<KeyMap<WordId, Option<Rc<str>>>>,
}

pub(super) const fn table_of(kind: BlockKind) -> IndexTable {
    match kind {
        BlockKind::Postings => IndexTable::Postings,
        BlockKind::Sequences => IndexTable::Sequences,
        BlockKind::Hashes => IndexTable::Hashes,
        BlockKind::Successors => IndexTable::Successors,
    }
}

pub(super) const fn vocabulary_of(side: Side) -> VocabularySide {
    match side {
        Side::Source => VocabularySide::Source,
        Side::Target => VocabularySide::Target,
    }
}

/// The runs of the index.
pub(super) fn runs(snapshot: &Snapshot<'_>) -> Result<Vec<Run>, StoreError> {
    let runs = snapshot.index_runs()?;
    Ok(runs.into_iter().map(|(number, lengths)| Run { number, lengths }).collect())
}

/// The tail of the index.
pub(super) fn tail(snapshot: &Snapshot<'_>) -> Result<Tail, StoreError> {
    let mut tail = Tail::default();
    snapshot.index_tail(|_, block| tail.read(block))?;
    Ok(tail)
}

impl<'s> DeskReader<'s> {
    /// A reader that has read nothing yet.
    pub(super) fn new(snapshot: &'s Snapshot<'s>) -> Self {
        let stored = IndexBlocks::of(snapshot);
        Self { snapshot, stored, blocks: RefCell::default(), kin: RefCell::default(), texts: RefCell::default() }
    }

    fn cached(&self, table: IndexTable, key: i64) -> Result<Option<Rc<[u8]>>, StoreError> {
        if let Some(known) = self.blocks.borrow().get(&(table, key)) {
            return Ok(known.clone());
        }
        let block = self.stored.block(table, key)?;
        let mut blocks = self.blocks.borrow_mut();
        if blocks.len() >= KEPT_BLOCKS {
            blocks.clear();
        }
        blocks.insert((table, key), block.clone());
        Ok(block)
    }
}

impl BlockReader for DeskReader<'_> {
    type Error = StoreError;

    fn block(&self, kind: BlockKind, key: i64) -> Result<Option<Rc<[u8]>>, StoreError> {
        self.cached(table_of(kind), key)
    }
}

impl IndexReader for DeskReader<'_> {
    fn visit_block(&self, kind: BlockKind, key: i64, visit: &mut dyn FnMut(&[u8])) -> Result<(), StoreError> {
        self.stored.visit_block(table_of(kind), key, visit)
    }

    fn first_postings(&self, keys: RangeInclusive<i64>) -> Result<Option<KeyedBlock>, StoreError> {
        self.stored.first_postings(&keys)
    }

    fn postings(&self, keys: RangeInclusive<i64>, visit: &mut VisitBlock<'_>) -> Result<(), StoreError> {
        self.stored.visit_postings(&keys, visit)
    }

    fn word(&self, side: Side, text: &str) -> Result<Option<(WordId, StemId)>, StoreError> {
        self.snapshot.index_word(vocabulary_of(side), text)
    }

    fn stem(&self, side: Side, text: &str) -> Result<Option<StemId>, StoreError> {
        self.snapshot.index_stem(vocabulary_of(side), text)
    }

    fn text_of(&self, word: WordId) -> Result<Option<Rc<str>>, StoreError> {
        if let Some(known) = self.texts.borrow().get(&word) {
            return Ok(known.clone());
        }
        let text = self.snapshot.index_word_text(VocabularySide::Source, word)?.map(|(text, _)| text);
        self.texts.borrow_mut().insert(word, text.clone());
        Ok(text)
    }

    fn kin(&self, bucket: u32) -> Result<Option<Rc<[u8]>>, StoreError> {
        if let Some(known) = self.kin.borrow().get(&bucket) {
            return Ok(known.clone());
        }
        let found = self.stored.block(IndexTable::Kin, i64::from(bucket))?;
        self.kin.borrow_mut().insert(bucket, found.clone());
        Ok(found)
    }
}
