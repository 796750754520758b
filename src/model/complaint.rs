//! What `doctor` can find wrong with a desk.

/// Something that is not as it must be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Complaint {
    /// SQLite's own check of the file.
    Integrity(String),
    /// What is broken keeps more from being looked at.
    Unread,
    /// A row that points at nothing.
    ForeignKey {
        /// The table of the row.
        table: String,
    },
    /// The cached state of an article differs from what its rows say.
    Cache {
        /// The slug of the article, or its key.
        article: String,
    },
    /// The cached set of undone operations differs from the log.
    Reversals,
    /// Word statistics are not those of the confirmed pairs, though nothing waits to be counted.
    Lessons {
        /// How many paragraphs are counted that should not be, or the other way round.
        paragraphs: u32,
    },
    /// A stored text is not the one its hash was made of.
    Content {
        /// The first characters of the text.
        text: String,
    },
    /// The translation memory does not know paragraphs that are translated.
    Memory {
        /// How many.
        count: u32,
    },
    /// The index of the translation memory does not find every unit, or is of another version.
    MemoryIndex,
    /// The segments of a revision do not cover its texts.
    Beads {
        /// The slug of the article.
        article: String,
        /// The number of the revision in its paragraph.
        revision: u32,
    },
}

impl Complaint {
    /// Whether something is lost or wrong; what only makes searching worse is made anew from the texts.
    #[must_use]
    pub const fn is_damage(&self) -> bool {
        !matches!(self, Self::Lessons { .. } | Self::Memory { .. } | Self::MemoryIndex)
    }
}
