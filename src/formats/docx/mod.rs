//! x
mod write;
pub(super) use write::write;
