//! Decisions on a paragraph: their kinds, the roles that may take them, the reasons for sending back.

macro_rules! closed_set {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// Every value, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name in JSON, on the command line and in the desk.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }

            /// The value of that name.
            #[must_use]
            pub fn parse(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.as_str() == name)
            }
        }
    };
}
pub(super) use closed_set;

closed_set! {
    /// What was decided.
    DecisionKind {
        /// The translator says the text is ready for review.
        Submit = "submit",
        /// A reviewer has read it against the source and approves.
        Approve = "approve",
        /// An editor clears it for publication.
        Finalize = "finalize",
        /// A reviewer sends it back, with a reason.
        RequestChanges = "request-changes",
        /// The last step up is taken back by one step.
        Withdraw = "withdraw",
        /// A reviewed or final text is opened for changes again.
        Reopen = "reopen",
        /// A repair of the pairing gave it other words: whatever was decided is to be decided again. No command of its own.
        Repair = "repair",
    }
}

closed_set! {
    /// What a person may do on a desk. A person may have several roles.
    Role {
        /// Writes translations and submits them.
        Translator = "translator",
        /// Approves and sends back.
        Reviewer = "reviewer",
        /// Finalizes, reopens, exports, and does all that the others do.
        Editor = "editor",
    }
}

closed_set! {
    /// Why a text was sent back.
    ReasonCode {
        /// It says something else than the source.
        Accuracy = "accuracy",
        /// Something is left out.
        Omission = "omission",
        /// Something is added.
        Addition = "addition",
        /// A term is wrong.
        Terminology = "terminology",
        /// The register is wrong.
        Register = "register",
        /// The style is wrong.
        Style = "style",
        /// A fact is in doubt.
        Fact = "fact",
        /// There is a legal concern.
        Legal = "legal",
        /// Anything else.
        Other = "other",
    }
}

closed_set! {
    /// What the desk says to a person who approves a text of their own.
    FourEyes {
        /// Nothing.
        Off = "off",
        /// It warns and records it.
        Warn = "warn",
        /// It refuses.
        Enforce = "enforce",
    }
}

impl DecisionKind {
    /// The roles of which a person needs one, where the desk has given roles at all.
    #[must_use]
    pub const fn allowed_roles(self) -> &'static [Role] {
        match self {
            Self::Submit | Self::Withdraw | Self::Repair => &[Role::Translator, Role::Reviewer, Role::Editor],
            Self::Approve | Self::RequestChanges => &[Role::Reviewer, Role::Editor],
            Self::Finalize | Self::Reopen => &[Role::Editor],
        }
    }
}
