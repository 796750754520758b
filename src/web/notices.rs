//! What is to be told on the page after the one that did something, and what was typed there and not sent off. It is kept in
//! memory, for as long as it takes a browser to follow.

use std::collections::VecDeque;
use std::sync::Mutex;

use super::fields::Fields;
use crate::model::{Failure, Message, OperationRow};

/// A browser follows at once; more than these never wait for it.
const KEPT: usize = 200;

/// And so many bytes of what was typed, the newest always.
const KEPT_BYTES: usize = 32 * 1024 * 1024;

/// What is told at the top of a page.
#[derive(Clone, Debug, Default)]
pub(super) struct Notice {
    /// What was done.
    pub(super) done: Vec<Message>,
    /// What nobody should miss.
    pub(super) cautions: Vec<Message>,
    /// What was not done, and why.
    pub(super) failure: Option<Failure>,
    /// The operation that can be taken back.
    pub(super) undo: Option<OperationRow>,
    /// The operation that can be done again.
    pub(super) redo: Option<i64>,
    /// What was typed and not sent off.
    pub(super) typed: Option<Fields>,
}

#[derive(Default)]
pub(super) struct Notices {
    kept: Mutex<(u64, VecDeque<(u64, Notice)>)>,
}

impl Notices {
    /// Keeps a notice for the next page and returns its number.
    pub(super) fn keep(&self, notice: Notice) -> u64 {
        let mut kept = self.kept.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        kept.0 += 1;
        let number = kept.0;
        kept.1.push_back((number, notice));
        let bytes = |kept: &VecDeque<(u64, Notice)>| -> usize {
            kept.iter().filter_map(|(_, notice)| notice.typed.as_ref()).map(Fields::bytes).sum()
        };
        while kept.1.len() > KEPT || (kept.1.len() > 1 && bytes(&kept.1) > KEPT_BYTES) {
            kept.1.pop_front();
        }
        number
    }

    /// Takes what was typed out of the notice of that number, for another has it now: what was sent off is not offered again by an
    /// old page, nor is it told there why it once was not.
    pub(super) fn take_typed(&self, number: u64) -> Option<Fields> {
        let mut kept = self.kept.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let (_, notice) = kept.1.iter_mut().find(|(other, _)| *other == number)?;
        notice.failure = None;
        notice.typed.take()
    }

    /// The notice of that number.
    pub(super) fn find(&self, number: u64) -> Option<Notice> {
        let kept = self.kept.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        kept.1.iter().find(|(other, _)| *other == number).map(|(_, notice)| notice.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_bounded_by_its_bytes_and_the_newest_is_there() {
        let notices = Notices::default();
        let form = format!("text={}", "x".repeat(KEPT_BYTES / 4));
        let notice = || Notice { typed: Fields::read(form.as_bytes()), ..Notice::default() };
        let numbers: Vec<u64> = (0..6).map(|_| notices.keep(notice())).collect();
        let kept: Vec<bool> = numbers.iter().map(|number| notices.find(*number).is_some()).collect();
        assert_eq!(kept, [false, false, false, true, true, true]);
        let large = Fields::read(format!("text={}", "x".repeat(KEPT_BYTES + 1)).as_bytes());
        let number = notices.keep(Notice { typed: large, ..Notice::default() });
        assert!(notices.find(number).is_some() && notices.find(numbers[5]).is_none());
    }
}
