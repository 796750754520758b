//! How an action fails, as every surface tells it: a class with its exit code, a stable code, what happened, what to do.
//! Words it has none: both sentences are messages.

use super::message::Message;
use super::status::Status;

/// The classes of failure, one for each exit code of the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FailureClass {
    /// Something went wrong while working.
    Failed,
    /// The request or its input cannot be read.
    Usage,
    /// A gate is not met: open findings, unreviewed text.
    Gate,
    /// The text has moved on since the caller looked.
    Conflict,
    /// What was named does not exist.
    NotFound,
    /// The desk is locked, damaged, or newer than the program.
    Desk,
    /// A person broke it off.
    Interrupted,
}

impl FailureClass {
    /// Every class.
    pub const ALL: [Self; 7] =
        [Self::Failed, Self::Usage, Self::Gate, Self::Conflict, Self::NotFound, Self::Desk, Self::Interrupted];

    /// The exit code of a process that ends this way.
    #[must_use]
    pub const fn exit_code(self) -> u8 {
        match self {
            Self::Failed => 1,
            Self::Usage => 2,
            Self::Gate => 3,
            Self::Conflict => 4,
            Self::NotFound => 5,
            Self::Desk => 6,
            Self::Interrupted => 130,
        }
    }
}

/// An action that did not succeed.
#[derive(Clone, Debug, PartialEq)]
pub struct Failure {
    /// The class, which decides the exit code.
    pub class: FailureClass,
    /// A stable name for scripts, such as `conflict`; never translated.
    pub code: &'static str,
    /// One line: what happened.
    pub message: Message,
    /// One line: what to do, where something can be done.
    pub hint: Option<Message>,
    /// The address it happened at, as a person would type it.
    pub address: Option<String>,
    /// What keeps a gate shut.
    pub obstacles: Obstacles,
}

/// What keeps a gate shut, one by one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Obstacles {
    /// Nothing that could be listed.
    None,
    /// Paragraphs that are not far enough.
    Paragraphs(Box<[Missing]>),
    /// Findings of checks.
    Findings(Box<[NamedFinding]>),
}

/// A finding that keeps a gate shut.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedFinding {
    /// Its name.
    pub id: String,
    /// The id of the check.
    pub check: &'static str,
    /// The paragraph.
    pub address: String,
}

/// A paragraph that keeps a gate shut.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// The paragraph.
    pub address: String,
    /// Its status.
    pub status: Status,
    /// Whether its approval is outlived.
    pub stale: bool,
    /// Why it keeps the gate shut, for scripts: `untranslated`, `stale`, `not-reviewed`, `not-final`.
    pub why: &'static str,
}

impl Failure {
    /// A failure without hint and address.
    #[must_use]
    pub const fn new(class: FailureClass, code: &'static str, message: Message) -> Self {
        Self { class, code, message, hint: None, address: None, obstacles: Obstacles::None }
    }

    /// A failure of class [`FailureClass::Failed`].
    #[must_use]
    pub const fn failed(code: &'static str, message: Message) -> Self {
        Self::new(FailureClass::Failed, code, message)
    }

    /// A failure of class [`FailureClass::Usage`].
    #[must_use]
    pub const fn usage(code: &'static str, message: Message) -> Self {
        Self::new(FailureClass::Usage, code, message)
    }

    /// A failure of class [`FailureClass::Gate`].
    #[must_use]
    pub const fn gate(code: &'static str, message: Message) -> Self {
        Self::new(FailureClass::Gate, code, message)
    }

    /// A failure of class [`FailureClass::Conflict`].
    #[must_use]
    pub const fn conflict(code: &'static str, message: Message) -> Self {
        Self::new(FailureClass::Conflict, code, message)
    }

    /// A failure of class [`FailureClass::NotFound`].
    #[must_use]
    pub const fn not_found(code: &'static str, message: Message) -> Self {
        Self::new(FailureClass::NotFound, code, message)
    }

    /// A failure of class [`FailureClass::Desk`].
    #[must_use]
    pub const fn desk(code: &'static str, message: Message) -> Self {
        Self::new(FailureClass::Desk, code, message)
    }

    /// The same failure with what to do about it.
    #[must_use]
    pub fn hint(mut self, hint: Message) -> Self {
        self.hint = Some(hint);
        self
    }

    /// The same failure with the place it happened at.
    #[must_use]
    pub fn at(mut self, address: impl Into<String>) -> Self {
        self.address = Some(address.into());
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_class_has_its_own_exit_code() {
        let codes: Vec<u8> = FailureClass::ALL.into_iter().map(FailureClass::exit_code).collect();
        assert_eq!(codes, [1, 2, 3, 4, 5, 6, 130]);
    }
}
