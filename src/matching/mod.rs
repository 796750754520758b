//! The engine of the translation memory: how alike two sources are, and how every unit that is alike enough is found among
//! millions without a look at the others. Values in, values out; where the blocks of the index are kept it does not know.
//!
//! # The design, and how far it goes
//!
//! The score is Damerau's and Levenshtein's distance over normalised words, in which a kin word costs a part of a word, and two
//! neighbours that changed places cost one ([`score`]); kin are words that share a stem or differ by one letter ([`words`]). Because
//! each word that is not kin costs a whole word, a match of `p` percent shares kin with the text for `p` percent of the longer one's
//! words, and that is what the look-up rests on ([`search`]): nothing that scores high enough is missed. Words shared are counted for
//! 64 units at a time, in rows of bits. Asked of a million units, a text is compared with some 20 of them, for which 10 of its words
//! are counted in some 80,000 postings (means over the 2,000 queries of the benchmark).
//!
//! A concordance reads the same postings for the words of a phrase ([`phrase`]), and what follows the frequent ones.
//!
//! The index ([`index`]) is made of runs that never change, as in a log-structured merge tree: new units come as a small run, runs
//! are merged when they grow many. A run is a set of blocks of at most a few kilobytes under integer keys, so that any ordered
//! store can hold it, in the transaction of the texts themselves; a look-up reads the blocks of its words and nothing else, and a
//! fresh process has nothing to load. The few newest units stand in a tail ([`tail`]) and are gone through one by one, so that
//! approving a paragraph writes one small block and no run.
//!
//! Cost grows with the postings of a text's words, thus with the number of units. A hundred million units would be cut into parts by
//! article or domain, each searched by its own process, which is what search servers do; the blocks are what Lucene or Tantivy
//! keep in their segments, and one of these would be the engine then.

pub mod filter;
pub mod grade;
pub mod index;
pub mod kin;
mod long_list;
pub mod near;
pub mod pattern;
pub mod phrase;
pub mod score;
pub mod search;
pub mod spans;
pub mod tail;
#[cfg(test)]
mod tests;
pub mod word_table;
pub mod words;
