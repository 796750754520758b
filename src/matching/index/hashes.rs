//! Hashes: the places of the units whose canonical source has a hash.

use super::{Block, BlockKind, Place, Run};

/// How many bytes a hash and its place take: the upper 48 bits of the hash, then the place.
const HASH_BYTES: usize = 10;

pub(super) fn hash_entries(data: &[u8]) -> impl Iterator<Item = (u64, Place)> {
    data.chunks_exact(HASH_BYTES).map(|entry| {
        let mut hash = [0; 8];
        hash[2..].copy_from_slice(&entry[..6]);
        (u64::from_le_bytes(hash), u32::from_le_bytes([entry[6], entry[7], entry[8], entry[9]]))
    })
}

/// The hashes in a block, as far as it keeps them: their upper 48 bits.
pub(in crate::matching) fn hashes_in(data: &[u8]) -> impl Iterator<Item = u64> {
    hash_entries(data).map(|(hash, _)| hash)
}

/// The places under a hash, from the block in which they stand. Different texts may share a hash.
pub fn hash_places(data: &[u8], hash: u64) -> impl Iterator<Item = Place> {
    let wanted = hash & !0xffff;
    hash_entries(data).filter(move |(hash, _)| *hash == wanted).map(|(_, place)| place)
}

pub(super) fn emit_hashes<E>(
    run: &Run,
    sorted: impl IntoIterator<Item = (u64, Place)>,
    emit: &mut impl FnMut(Block) -> Result<(), E>,
) -> Result<(), E> {
    let mut block: Option<(i64, Vec<u8>)> = None;
    for (hash, place) in sorted {
        let key = run.hash_key(hash);
        if let Some((old, data)) = block.take_if(|(old, _)| *old != key) {
            emit(Block { kind: BlockKind::Hashes, key: old, data })?;
        }
        let (_, data) = block.get_or_insert_with(|| (key, Vec::new()));
        data.extend_from_slice(&hash.to_le_bytes()[2..]);
        data.extend_from_slice(&place.to_le_bytes());
    }
    block.map_or(Ok(()), |(key, data)| emit(Block { kind: BlockKind::Hashes, key, data }))
}
