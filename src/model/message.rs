//! A sentence not yet made: a Fluent id and its arguments. Only `l10n` turns it into words.

/// The value of a message's argument.
#[derive(Clone, Debug, PartialEq)]
pub enum Argument {
    /// A count or other whole number; plural rules may select on it.
    Number(i64),
    /// Text from a person or a file.
    Text(String),
    /// Another message, such as the name of a status.
    Message(Message),
    /// Several values, which `l10n` joins as the reader's language does.
    List(Vec<Argument>),
}

/// A Fluent message id with arguments.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// The id in `locales/*/*.ftl`.
    pub id: &'static str,
    /// Arguments by name.
    pub arguments: Vec<(&'static str, Argument)>,
}

impl Message {
    /// A message without arguments.
    #[must_use]
    pub const fn new(id: &'static str) -> Self {
        Self { id, arguments: Vec::new() }
    }

    /// The same message with one more argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, argument: impl Into<Argument>) -> Self {
        self.arguments.push((name, argument.into()));
        self
    }
}

impl From<&str> for Argument {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Argument {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Message> for Argument {
    fn from(message: Message) -> Self {
        Self::Message(message)
    }
}

impl<T: Into<Argument>> FromIterator<T> for Argument {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Self::List(items.into_iter().map(Into::into).collect())
    }
}

impl From<usize> for Argument {
    fn from(count: usize) -> Self {
        Self::Number(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

impl From<i64> for Argument {
    fn from(count: i64) -> Self {
        Self::Number(count)
    }
}

impl From<u64> for Argument {
    fn from(number: u64) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<u32> for Argument {
    fn from(count: u32) -> Self {
        Self::Number(i64::from(count))
    }
}
