//! Runs in temporary files: what many units become while more are coming. They stand in no desk; in the end they are merged into
//! one run that does. A file is gone with the program, even when that is killed.

use std::fs::File;
use std::io::{self, BufWriter, Read, Seek, SeekFrom, Write};
use std::ops::RangeInclusive;
use std::path::Path;
use std::rc::Rc;

use crate::matching::index::{Block, BlockKind, Run, RunReader};
use crate::matching::search::BlockReader;

use super::making::Trouble;

/// Blocks of one sort are found by chunks of about so many bytes: the first key of each is kept in memory.
const CHUNK_BYTES: usize = 4096;

/// A run in a temporary file.
#[derive(Debug)]
pub(super) struct ScratchRun {
    pub(super) run: Run,
    file: File,
    /// The chunks of each sort of blocks.
    chunks: [Vec<Chunk>; BlockKind::ALL.len()],
}

/// Some blocks of one sort, one behind the other.
#[derive(Debug)]
struct Chunk {
    first_key: i64,
    start: u64,
    end: u64,
}

/// A run on its way into a file.
pub(super) struct ScratchWriter {
    out: BufWriter<File>,
    written: u64,
    sorts: [Gathered; BlockKind::ALL.len()],
}

/// What came of one sort of blocks.
#[derive(Default)]
struct Gathered {
    chunks: Vec<Chunk>,
    /// The blocks that are in no chunk yet, and the key of the first.
    blocks: Vec<u8>,
    first_key: i64,
}

impl ScratchWriter {
    /// Begins a file beside the desk, or, for a desk that is no file, where the system keeps such files.
    pub(super) fn beside(desk: &Path) -> io::Result<Self> {
        let folder = desk.canonicalize().ok().and_then(|desk| desk.parent().map(Path::to_owned));
        let file = folder.map_or_else(tempfile::tempfile, tempfile::tempfile_in)?;
        Ok(Self { out: BufWriter::with_capacity(1 << 16, file), written: 0, sorts: Default::default() })
    }

    /// Adds a block; those of one sort come with rising keys.
    pub(super) fn put(&mut self, block: &Block) -> io::Result<()> {
        let sort = &mut self.sorts[block.kind as usize];
        if sort.blocks.is_empty() {
            sort.first_key = block.key;
        }
        sort.blocks.extend_from_slice(&block.key.to_le_bytes());
        sort.blocks.extend_from_slice(&(block.data.len() as u32).to_le_bytes());
        sort.blocks.extend_from_slice(&block.data);
        if sort.blocks.len() < CHUNK_BYTES {
            return Ok(());
        }
        self.close(block.kind)
    }

    /// Writes a chunk of what came of one sort.
    fn close(&mut self, kind: BlockKind) -> io::Result<()> {
        let sort = &mut self.sorts[kind as usize];
        if sort.blocks.is_empty() {
            return Ok(());
        }
        let start = self.written;
        self.out.write_all(&sort.blocks)?;
        self.written += sort.blocks.len() as u64;
        sort.chunks.push(Chunk { first_key: sort.first_key, start, end: self.written });
        sort.blocks.clear();
        Ok(())
    }

    pub(super) fn finish(mut self, run: Run) -> io::Result<ScratchRun> {
        for kind in BlockKind::ALL {
            self.close(kind)?;
        }
        let file = self.out.into_inner().map_err(io::IntoInnerError::into_error)?;
        Ok(ScratchRun { run, file, chunks: self.sorts.map(|sort| sort.chunks) })
    }
}

impl ScratchRun {
    fn read(&self, chunk: &Chunk) -> io::Result<Vec<u8>> {
        let mut data = vec![0; (chunk.end - chunk.start) as usize];
        let mut file = &self.file;
        file.seek(SeekFrom::Start(chunk.start))?;
        file.read_exact(&mut data)?;
        Ok(data)
    }
}

/// The keys and data of the blocks of a chunk.
fn blocks_in(mut chunk: &[u8]) -> impl Iterator<Item = (i64, &[u8])> {
    std::iter::from_fn(move || {
        let (key, rest) = chunk.split_first_chunk()?;
        let (length, rest) = rest.split_first_chunk()?;
        let (data, rest) = rest.split_at_checked(u32::from_le_bytes(*length) as usize)?;
        chunk = rest;
        Some((i64::from_le_bytes(*key), data))
    })
}

impl RunReader for ScratchRun {
    type Error = Trouble;

    fn blocks(&self, kind: BlockKind, keys: RangeInclusive<i64>) -> Result<Vec<(i64, Vec<u8>)>, Trouble> {
        let chunks = &self.chunks[kind as usize];
        let mut next = chunks.partition_point(|chunk| chunk.first_key <= *keys.start()).saturating_sub(1);
        while let Some(chunk) = chunks.get(next) {
            let data = self.read(chunk)?;
            let blocks = blocks_in(&data).filter(|(key, _)| keys.contains(key));
            let blocks: Vec<_> = blocks.map(|(key, data)| (key, data.to_vec())).collect();
            if !blocks.is_empty() {
                return Ok(blocks);
            }
            next += 1;
        }
        Ok(Vec::new())
    }
}

impl BlockReader for ScratchRun {
    type Error = io::Error;

    fn block(&self, kind: BlockKind, key: i64) -> io::Result<Option<Rc<[u8]>>> {
        let chunks = &self.chunks[kind as usize];
        let after = chunks.partition_point(|chunk| chunk.first_key <= key);
        let Some(chunk) = after.checked_sub(1).map(|at| &chunks[at]) else { return Ok(None) };
        let data = self.read(chunk)?;
        Ok(blocks_in(&data).find(|(found, _)| *found == key).map(|(_, data)| Rc::from(data)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_come_back_singly_and_by_ranges_of_keys() {
        let mut writer = ScratchWriter::beside(Path::new(":memory:")).unwrap();
        let key = |number: i64| 7 + 3 * number;
        let data = |number: i64| vec![number as u8; (number % 900) as usize];
        for kind in [BlockKind::Postings, BlockKind::Hashes] {
            for number in 0..2000 {
                writer.put(&Block { kind, key: key(number), data: data(number) }).unwrap();
            }
        }
        let scratch = writer.finish(Run { number: 0, lengths: Vec::new() }).unwrap();
        for kind in [BlockKind::Postings, BlockKind::Hashes] {
            for number in 0..2000 {
                assert_eq!(scratch.block(kind, key(number)).unwrap().as_deref(), Some(data(number).as_slice()));
                assert_eq!(scratch.block(kind, key(number) + 1).unwrap(), None);
            }
            assert_eq!(scratch.block(kind, 3).unwrap(), None);
            let (mut next, last) = (key(10), key(1900) + 1);
            let mut numbers = Vec::new();
            loop {
                let blocks = scratch.blocks(kind, next..=last).unwrap();
                let Some((key_of_last, _)) = blocks.last() else { break };
                next = key_of_last + 1;
                numbers.extend(blocks.iter().map(|(key, _)| (key - 7) / 3));
                assert!(blocks.iter().all(|(key, block)| *block == data((key - 7) / 3)));
            }
            assert_eq!(numbers, (10..=1900).collect::<Vec<i64>>());
        }
        assert!(scratch.blocks(BlockKind::Sequences, 0..=i64::MAX).unwrap().is_empty());
    }
}
