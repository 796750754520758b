//! The index of kinship over a vocabulary: which words share a key with a given one.

use super::index::{StemId, WordId};
use super::words::{KinKey, kin_keys, wanted_keys};

/// How many bits of a key's hash choose its bucket.
const BUCKET_BITS: u32 = 15;
/// How many bytes an entry takes: 32 further bits of the hash, the word, its stem.
const ENTRY_BYTES: usize = 12;

/// One word under one of its keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct KinEntry {
    /// The bucket in which it is kept.
    pub bucket: u32,
    fingerprint: u32,
    word: WordId,
    stem: StemId,
}

impl KinEntry {
    /// The entries of a word, each once.
    #[must_use]
    pub fn of(text: &str, word: WordId, stem: StemId) -> Vec<Self> {
        let mut entries = Vec::new();
        kin_keys(text, |key| {
            let (bucket, fingerprint) = place_of(key);
            entries.push(Self { bucket, fingerprint, word, stem });
        });
        entries.sort_unstable();
        entries.dedup();
        entries
    }

    /// Adds it to what its bucket holds.
    pub fn write(&self, bucket: &mut Vec<u8>) {
        for number in [self.fingerprint, self.word, self.stem] {
            bucket.extend_from_slice(&number.to_le_bytes());
        }
    }
}

fn place_of(key: KinKey<'_>) -> (u32, u32) {
    let hash = key.hash();
    ((hash >> (64 - BUCKET_BITS)) as u32, (hash >> (32 - BUCKET_BITS)) as u32)
}

/// The words that are kin to `text`, each with its stem, in order and each once. `bucket` gives what a bucket holds.
///
/// Of two keys with the same 47 bits one is taken for the other; among the keys of a million words that is expected for one look-up
/// in ten million.
///
/// # Errors
/// Those of `bucket`.
pub fn kin_of<B: AsRef<[u8]>, E>(
    text: &str,
    mut bucket: impl FnMut(u32) -> Result<Option<B>, E>,
) -> Result<Vec<(WordId, StemId)>, E> {
    let mut keys = Vec::new();
    wanted_keys(text, |key| keys.push(place_of(key)));
    keys.sort_unstable();
    keys.dedup();
    let mut kin = Vec::new();
    for same in keys.chunk_by(|a, b| a.0 == b.0) {
        let Some(data) = bucket(same[0].0)? else { continue };
        for entry in data.as_ref().chunks_exact(ENTRY_BYTES) {
            let number = |at: usize| u32::from_le_bytes([entry[at], entry[at + 1], entry[at + 2], entry[at + 3]]);
            let fingerprint = number(0);
            if same.iter().any(|(_, wanted)| *wanted == fingerprint) {
                kin.push((number(4), number(8)));
            }
        }
    }
    kin.sort_unstable();
    kin.dedup();
    Ok(kin)
}
