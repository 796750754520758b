//! Arabic names beside their Latin renderings. Knows letters and how they are rendered; does not find names in a text.

mod alignment;
mod effort;
mod known;
mod letters;
mod parts;
mod patterns;
mod places;
mod score;
mod skeleton;
mod sounds;
mod spelling;
#[cfg(test)]
mod tests;
mod titles;
mod tree;
mod ways;
mod words;

pub use effort::Effort;
pub use known::{is_common_given_name, known_names, name_key};
pub use letters::latin_letters;
pub use places::{
    Place, PlaceWords, WIDEST_PLACE, leaders_of_arabic, leaders_of_english, organisations_of_arabic,
    organisations_of_english, places_of_arabic, places_of_english,
};
pub use score::{ArabicName, OTHER_NAME, is_another_given_name, is_common_given_rendering, score};
pub use skeleton::{Skeleton, Skeletons, skeleton_of_latin, skeletons_of_arabic};
#[cfg(test)]
pub(crate) use spelling::STEPS;
pub use tree::{NameTree, Wanted};
pub use words::LatinName;
