//! What is to be told on the page after the one that did something, and what was typed there and not sent off. It is kept in
//! memory, for as long as it takes a browser to follow.

use std::collections::VecDeque;
use std::sync::Mutex;

use super::fields::Fields;
use crate::model::{Failure, Message, OperationRow};

/// A browser follows at once; more than these never wait for it.
const KEPT: usize = 200;

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
        while kept.1.len() > KEPT {
            kept.1.pop_front();
        }
        number
    }

    /// The notice of that number.
    pub(super) fn find(&self, number: u64) -> Option<Notice> {
        let kept = self.kept.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        kept.1.iter().find(|(other, _)| *other == number).map(|(_, notice)| notice.clone())
    }
}
