//! temporary
use crate::model::{Block, KindGuess, Language, ParagraphKind};
pub fn classify(blocks: &[Block], _l: &Language) -> Vec<KindGuess> { blocks.iter().map(|_| KindGuess{kind:ParagraphKind::Body,confidence:0.7}).collect() }
