//! Plain text in UTF-8. Has no place for codes: emphasis and addresses of links are not written.

mod write;

pub(super) use write::write;
