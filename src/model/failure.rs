//! Why a command did not do what was asked: its class for the exit code, a stable code for machines, messages for people.

use super::message::Message;

/// The classes of failure; each has one exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FailureClass {
    /// It failed.
    Failed,
    /// The command line, or the input, cannot be read.
    Usage,
    /// A gate is not met: unreviewed text, a missing role.
    Gate,
    /// Somebody else changed it in between.
    Conflict,
    /// There is no such thing.
    NotFound,
    /// The desk is locked, damaged or newer than the program.
    Desk,
    /// The person stopped it.
    Interrupted,
}

impl FailureClass {
    /// The exit code of the process.
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

/// A failure, ready to be told.
#[derive(Clone, Debug, PartialEq)]
pub struct Failure {
    /// The class.
    pub class: FailureClass,
    /// A stable word for machines, such as `conflict`.
    pub code: &'static str,
    /// What happened.
    pub message: Message,
    /// What to do about it.
    pub hint: Option<Message>,
    /// The address it happened at.
    pub address: Option<String>,
}

impl Failure {
    /// A failure without hint and address.
    #[must_use]
    pub const fn new(class: FailureClass, code: &'static str, message: Message) -> Self {
        Self { class, code, message, hint: None, address: None }
    }

    /// The same with what to do about it.
    #[must_use]
    pub fn hint(mut self, hint: Message) -> Self {
        self.hint = Some(hint);
        self
    }

    /// The same with where it happened.
    #[must_use]
    pub fn at(mut self, address: impl Into<String>) -> Self {
        self.address = Some(address.into());
        self
    }
}
