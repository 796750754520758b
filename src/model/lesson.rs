//! Statistics of words in confirmed pairs of texts: whole numbers that add up.

/// How much was seen of a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WordCount {
    /// How often it stood in a pair.
    pub seen: i64,
    /// How much of the other side's words it was given, in thousandths of a word.
    pub shared: i64,
}

/// How much was seen of two words as renderings of each other, in thousandths of a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LinkCount {
    /// What the first language's word was given of the second's.
    pub forward: i64,
    /// What the second language's word was given of the first's.
    pub backward: i64,
}
