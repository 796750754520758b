//! Newtyped ids: global ones (UUIDv7, RFC 9562) and the hash of a text. Making a fresh id is the store's business.

use std::fmt;
use std::str::FromStr;

use uuid::Uuid;

macro_rules! global_id {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Uuid);

        impl $name {
            /// Wraps a UUID.
            #[must_use]
            pub const fn new(uuid: Uuid) -> Self {
                Self(uuid)
            }

            /// The 16 bytes of the id, big-endian, as stored.
            #[must_use]
            pub const fn as_bytes(&self) -> &[u8; 16] {
                self.0.as_bytes()
            }

            /// Reads the 16 stored bytes back.
            #[must_use]
            pub const fn from_bytes(bytes: [u8; 16]) -> Self {
                Self(Uuid::from_bytes(bytes))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }
    )+};
}

global_id! {
    /// An article, on every desk that holds a copy of it.
    ArticleId,
    /// A paragraph of an article; stays the same while its texts change.
    ParagraphId,
    /// One full state of a paragraph.
    RevisionId,
    /// One act of submitting, approving, sending back and so on.
    DecisionId,
    /// A comment on a paragraph.
    CommentId,
    /// One user action.
    OperationId,
    /// A concept of a termbase, on every desk that holds a copy of it.
    ConceptId,
    /// A block that many articles repeat, on every desk that holds a copy of it.
    BlockId,
}

/// BLAKE3 hash (32 bytes) of a text together with its inline codes: what an approval is bound to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextHash(pub [u8; 32]);

impl fmt::Display for TextHash {
    /// 64 lower-case hexadecimal digits.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}
