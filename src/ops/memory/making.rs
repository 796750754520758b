//! Runs in the making: what is computed for them is computed on a thread of its own. The desk belongs to the thread of the transaction,
//! which reads the blocks that are asked for and writes those that are made. What goes into a run it does not decide.

use std::io;
use std::ops::RangeInclusive;
use std::path::Path;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::JoinHandle;

use super::reader::table_of;
use super::scratch::{ScratchRun, ScratchWriter};
use crate::matching::index::{Block, BlockKind, Part, Run, RunBuilder, RunReader, StemId, WordId, merge};
use crate::store::{StoreError, Writer};

/// How many blocks a merge reads at a time.
const MERGED_BLOCKS: u32 = 64;
/// How many blocks may wait to be written.
const BLOCKS_WAITING: usize = 256;

type StoredBlocks = Vec<(i64, Vec<u8>)>;

/// What the thread that merges wants of the one that has the desk.
enum Wish {
    Read(BlockKind, RangeInclusive<i64>, SyncSender<StoredBlocks>),
    Write(Block),
}

/// Why no run was made.
#[derive(Debug)]
pub(super) enum Trouble {
    /// Nobody has an ear for wishes any more: writing failed, and that is what is told.
    Abandoned,
    /// A temporary file failed.
    File(io::Error),
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Self {
        Self::File(error)
    }
}

/// An error of a temporary file, as one of the disk where the desk is.
pub(super) fn of_scratch(error: &io::Error, desk: &Path) -> StoreError {
    StoreError::Disk { path: desk.to_owned(), detail: error.to_string() }
}

/// Where runs are merged.
struct Workshop {
    wishes: SyncSender<Wish>,
}

impl RunReader for Workshop {
    type Error = Trouble;

    fn blocks(&self, kind: BlockKind, keys: RangeInclusive<i64>) -> Result<StoredBlocks, Trouble> {
        let (answer, answered) = sync_channel(1);
        self.wishes.send(Wish::Read(kind, keys, answer)).map_err(|_| Trouble::Abandoned)?;
        answered.recv().map_err(|_| Trouble::Abandoned)
    }
}

/// A run of scratch in the making.
#[derive(Debug)]
pub(super) struct ScratchMaking(JoinHandle<io::Result<ScratchRun>>);

impl ScratchMaking {
    /// Begins to make a run of what was gathered, in a file beside the desk. `stems` has the stem of each source word at its number
    /// without the lowest bit.
    pub(super) fn begin(builder: RunBuilder, stems: Vec<StemId>, desk: &Path) -> io::Result<Self> {
        let mut out = ScratchWriter::beside(desk)?;
        Ok(Self(std::thread::spawn(move || {
            let stem_of = |word: WordId| stems[(word >> 1) as usize];
            let run = builder.finish(0, stem_of, |block| out.put(&block))?;
            out.finish(run)
        })))
    }

    /// Waits for it.
    pub(super) fn finish(self) -> io::Result<ScratchRun> {
        self.0.join().expect("making a run does not panic")
    }
}

/// Makes one run, with the number `number`, of runs of the desk and of scratch, and writes it into the desk. The old ones stay.
pub(super) fn merge_into_desk(
    writer: &Writer<'_>,
    number: u32,
    stored: Vec<Run>,
    scratch: Vec<ScratchRun>,
) -> Result<Run, StoreError> {
    let (sender, wishes): (_, Receiver<Wish>) = sync_channel(BLOCKS_WAITING);
    let thread = std::thread::spawn(move || {
        let workshop = Workshop { wishes: sender };
        let of_desk = stored.iter().map(|run| Part { run, blocks: &workshop });
        let of_files = scratch.iter().map(|scratch| Part { run: &scratch.run, blocks: scratch });
        let parts: Vec<Part<'_, Trouble>> = of_desk.chain(of_files).collect();
        merge(&parts, number, |block| workshop.wishes.send(Wish::Write(block)).map_err(|_| Trouble::Abandoned))
    });
    wishes.iter().try_for_each(|wish| fulfil(writer, wish))?;
    match thread.join().expect("merging does not panic") {
        Ok(run) => Ok(run),
        Err(Trouble::File(error)) => Err(of_scratch(&error, writer.file())),
        Err(Trouble::Abandoned) => unreachable!("all wishes were heard"),
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
