//! Views of a text for comparing and counting: keys, words, scripts, numbers, names. Nothing made here is ever stored as text.

pub mod addresses;
mod byte_set;
mod folding;
pub mod names;
mod normalise;
pub mod numbers;
mod odd;
mod script;
mod words;

pub use byte_set::ByteSet;
pub use folding::norm_of_canon;
pub use normalise::{KEY_VERSION, canon, norm};
pub use odd::{OddCharacter, odd_characters};
pub use script::{
    arabic_share, digit_value, fold_digits, is_alphabetic, is_alphanumeric, is_arabic, is_arabic_letter,
    is_arabic_mark, is_format, is_ignorable,
};
pub use words::{count_white_space_words, count_words, words};
