//! The secrets of one run: the link that opens the door once, the cookie that keeps it open, the token that a form carries. They
//! are made anew at each start and written nowhere.

use std::sync::Mutex;

use crate::model::{Failure, Message};

pub(super) struct Secrets {
    link: String,
    is_link_used: Mutex<bool>,
    session: String,
    form: String,
}

impl Secrets {
    pub(super) fn new() -> Result<Self, Failure> {
        Ok(Self { link: random()?, is_link_used: Mutex::new(false), session: random()?, form: random()? })
    }

    pub(super) fn link(&self) -> &str {
        &self.link
    }

    /// Whether a key opens the door, which it does once.
    pub(super) fn use_link(&self, key: &str) -> bool {
        let mut used = self.is_link_used.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let opens = is_same(key, &self.link) && !*used;
        *used |= opens;
        opens
    }

    pub(super) fn session(&self) -> &str {
        &self.session
    }

    pub(super) fn is_session(&self, cookie: &str) -> bool {
        is_same(cookie, &self.session)
    }

    pub(super) fn form(&self) -> &str {
        &self.form
    }

    pub(super) fn is_form(&self, token: &str) -> bool {
        is_same(token, &self.form)
    }
}

/// 256 random bits in hexadecimal.
fn random() -> Result<String, Failure> {
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes).map_err(|_| Failure::failed("random", Message::new("err-web-random")))?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

/// Compares all of both, so that the time it takes tells nothing of where they differ.
fn is_same(given: &str, secret: &str) -> bool {
    let differences = given.bytes().zip(secret.bytes()).fold(0_u8, |found, (a, b)| found | (a ^ b));
    given.len() == secret.len() && differences == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_opens_the_door_once_and_nothing_else_does() {
        let secrets = Secrets::new().unwrap();
        let link = secrets.link().to_owned();
        assert_eq!(link.len(), 64);
        assert!(!secrets.use_link("") && !secrets.use_link(&link[1..]) && !secrets.use_link(secrets.session()));
        assert!(secrets.use_link(&link));
        assert!(!secrets.use_link(&link));
        assert!(secrets.is_session(secrets.session()) && !secrets.is_session(&link) && !secrets.is_session(""));
        assert_ne!(secrets.form(), secrets.session());
    }
}
