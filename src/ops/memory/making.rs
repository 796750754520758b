//! Runs in the making: what is computed for them is computed on a thread of its own. The desk belongs to the thread of the transaction,
//! which reads the blocks that are asked for, writes those that are made, and takes other units in meanwhile. What goes into a
//! run it does not decide.

use std::ops::RangeInclusive;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::JoinHandle;

use super::reader::table_of;
use crate::matching::index::{Block, BlockKind, Run, RunReader};
use crate::store::{StoreError, Writer};

/// How many blocks a merge reads at a time.
const MERGED_BLOCKS: u32 = 64;
/// How many blocks may wait to be written.
const BLOCKS_WAITING: usize = 256;

type StoredBlocks = Vec<(i64, Vec<u8>)>;

/// What the thread that makes a run wants of the one that has the desk.
enum Wish {
    Read(BlockKind, RangeInclusive<i64>, SyncSender<StoredBlocks>),
    Write(Block),
}

/// Nobody has an ear for wishes any more: writing failed, and that is what is told.
#[derive(Debug)]
pub(super) struct Abandoned;

/// Where a run is made.
pub(super) struct Workshop {
    wishes: SyncSender<Wish>,
}

impl Workshop {
    /// Gives a block of the new run away.
    pub(super) fn put(&self, block: Block) -> Result<(), Abandoned> {
        self.wishes.send(Wish::Write(block)).map_err(|_| Abandoned)
    }
}

impl RunReader for Workshop {
    type Error = Abandoned;

    fn blocks(&self, kind: BlockKind, keys: RangeInclusive<i64>) -> Result<StoredBlocks, Abandoned> {
        let (answer, answered) = sync_channel(1);
        self.wishes.send(Wish::Read(kind, keys, answer)).map_err(|_| Abandoned)?;
        answered.recv().map_err(|_| Abandoned)
    }
}

/// A run in the making.
#[derive(Debug)]
pub(super) struct Making {
    wishes: Receiver<Wish>,
    thread: JoinHandle<Result<Run, Abandoned>>,
}

impl Making {
    /// Begins to make a run.
    pub(super) fn begin(make: impl FnOnce(&Workshop) -> Result<Run, Abandoned> + Send + 'static) -> Self {
        let (sender, wishes) = sync_channel(BLOCKS_WAITING);
        let thread = std::thread::spawn(move || make(&Workshop { wishes: sender }));
        Self { wishes, thread }
    }

    /// Does what is wished at the moment.
    pub(super) fn go_on(&self, writer: &Writer<'_>) -> Result<(), StoreError> {
        self.wishes.try_iter().try_for_each(|wish| fulfil(writer, wish))
    }

    /// Does all that is wished until the run is made.
    pub(super) fn finish(self, writer: &Writer<'_>) -> Result<Run, StoreError> {
        self.wishes.iter().try_for_each(|wish| fulfil(writer, wish))?;
        let run = self.thread.join().expect("making a run does not panic");
        Ok(run.expect("a run is abandoned when nobody has an ear for wishes, and here somebody has"))
    }
}

fn fulfil(writer: &Writer<'_>, wish: Wish) -> Result<(), StoreError> {
    match wish {
        Wish::Read(kind, keys, answer) => {
            let blocks = writer.snapshot().index_blocks(table_of(kind), &keys, MERGED_BLOCKS)?;
            // Whoever asked waits for the answer.
            let _ = answer.send(blocks);
            Ok(())
        }
        Wish::Write(block) => writer.add_index_block(table_of(block.kind), block.key, &block.data),
    }
}
