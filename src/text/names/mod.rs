//! Arabic names beside their Latin renderings. Knows letters and how they are rendered; does not find names in a text.

mod letters;
mod skeleton;

pub use skeleton::{Skeleton, Skeletons, skeleton_of_latin, skeletons_of_arabic};
