//! Arabic names beside their Latin renderings. Knows letters and how they are rendered; does not find names in a text.

mod known;
mod letters;
mod score;
mod skeleton;
mod sounds;
mod spelling;

pub use known::{is_common_given_name, known_names, name_key};
pub use letters::latin_letters;
pub use score::{ArabicName, LatinName, score};
pub use skeleton::{Skeleton, Skeletons, skeleton_of_latin, skeletons_of_arabic};
