//! The message ids of the names of our closed sets (`status-draft`, `kind-title` …), so that a failure may name a status
//! without knowing its words. The words themselves are in `locales/*/words.ftl`.

use super::article::{KindGuess, ParagraphKind};
use super::content::CodeElement;
use super::decision::{DecisionKind, FourEyes, ReasonCode, Role};
use super::finding::Severity;
use super::markup::CodeFault;
use super::memory::MatchKind;
use super::message::{Argument, Message};
use super::operation::OperationKind;
use super::revision::Origin;
use super::status::Status;
use super::term::{ConceptKind, TermUse};

macro_rules! named {
    ($($name:ident { $($variant:ident = $id:literal),+ $(,)? })+) => {$(
        impl From<$name> for Message {
            /// The name of the value, for people.
            fn from(value: $name) -> Self {
                Self::new(match value { $($name::$variant => $id),+ })
            }
        }

        impl From<$name> for Argument {
            fn from(value: $name) -> Self {
                Self::Message(value.into())
            }
        }
    )+};
}

named! {
    Status {
        Untranslated = "status-untranslated",
        Draft = "status-draft",
        ChangesRequested = "status-changes-requested",
        Translated = "status-translated",
        Reviewed = "status-reviewed",
        Final = "status-final",
    }
    ParagraphKind {
        Title = "kind-title",
        Kicker = "kind-kicker",
        Byline = "kind-byline",
        Dateline = "kind-dateline",
        Standfirst = "kind-standfirst",
        Heading = "kind-heading",
        Body = "kind-body",
        ListItem = "kind-list-item",
        Quote = "kind-quote",
        Separator = "kind-separator",
        Note = "kind-note",
        Credit = "kind-credit",
        AuthorBio = "kind-author-bio",
        Boilerplate = "kind-boilerplate",
    }
    DecisionKind {
        Submit = "decision-submit",
        Approve = "decision-approve",
        Finalize = "decision-finalize",
        RequestChanges = "decision-request-changes",
        Withdraw = "decision-withdraw",
        Reopen = "decision-reopen",
        Repair = "decision-repair",
    }
    Role {
        Translator = "role-translator",
        Reviewer = "role-reviewer",
        Editor = "role-editor",
    }
    ReasonCode {
        Accuracy = "reason-accuracy",
        Omission = "reason-omission",
        Addition = "reason-addition",
        Terminology = "reason-terminology",
        Register = "reason-register",
        Style = "reason-style",
        Fact = "reason-fact",
        Legal = "reason-legal",
        Other = "reason-other",
    }
    Severity {
        Info = "severity-info",
        Warn = "severity-warn",
        Error = "severity-error",
    }
    ConceptKind {
        Term = "concept-term",
        Person = "concept-person",
        Place = "concept-place",
        Organisation = "concept-organisation",
    }
    TermUse {
        Preferred = "usage-preferred",
        Admitted = "usage-admitted",
        Forbidden = "usage-forbidden",
    }
    FourEyes {
        Off = "four-eyes-off",
        Warn = "four-eyes-warn",
        Enforce = "four-eyes-enforce",
    }
    Origin {
        Source = "origin-source",
        Human = "origin-human",
        Import = "origin-import",
        Aligned = "origin-aligned",
        Repetition = "origin-repetition",
        Copy = "origin-copy",
        Boilerplate = "origin-boilerplate",
        Memory = "origin-memory",
    }
    MatchKind {
        Context = "match-context",
        Exact = "match-exact",
        Canonical = "match-canonical",
        Numbers = "match-numbers",
        Fuzzy = "match-fuzzy",
    }
    OperationKind {
        Init = "operation-init",
        Import = "operation-import",
        SourceUpdate = "operation-source-update",
        Set = "operation-set",
        Split = "operation-split",
        Merge = "operation-merge",
        Align = "operation-align",
        Kind = "operation-kind",
        Exclude = "operation-exclude",
        Include = "operation-include",
        Decide = "operation-decide",
        Comment = "operation-comment",
        Resolve = "operation-resolve",
        Waive = "operation-waive",
        Configure = "operation-configure",
        Term = "operation-term",
        Name = "operation-name",
        Memory = "operation-memory",
        Reindex = "operation-reindex",
        Pretranslate = "operation-pretranslate",
        Boilerplate = "operation-boilerplate",
        Export = "operation-export",
        Undo = "operation-undo",
        Redo = "operation-redo",
        Restore = "operation-restore",
    }
}

impl From<&CodeElement> for Message {
    /// What an inline code is, for people, with the address it leads to.
    fn from(element: &CodeElement) -> Self {
        match element {
            CodeElement::Emphasis => Self::new("code-emphasis"),
            CodeElement::Strong => Self::new("code-strong"),
            CodeElement::Underline => Self::new("code-underline"),
            CodeElement::Strikethrough => Self::new("code-strikethrough"),
            CodeElement::Highlight => Self::new("code-highlight"),
            CodeElement::Superscript => Self::new("code-superscript"),
            CodeElement::Subscript => Self::new("code-subscript"),
            CodeElement::Code => Self::new("code-code"),
            CodeElement::Link { href, .. } => Self::new("code-link").with("href", href.as_str()),
            CodeElement::NoteMark { shown, .. } => Self::new("code-note-mark").with("shown", shown.as_str()),
            CodeElement::LineBreak => Self::new("code-line-break"),
            CodeElement::Image { src, .. } => Self::new("code-image").with("src", src.as_str()),
            CodeElement::Foreign(code) => {
                let native = if code.opening.is_empty() { &code.closing } else { &code.opening };
                let shown = if native.is_empty() { &code.kind } else { native };
                Self::new("code-foreign").with("code", shown.as_str())
            }
        }
    }
}

impl From<KindGuess> for Argument {
    /// The name of a kind, marked where it is a guess.
    fn from(guess: KindGuess) -> Self {
        let kind = Message::from(guess.kind);
        Self::Message(if guess.is_sure() { kind } else { Message::new("show-unsure").with("kind", kind) })
    }
}

impl From<CodeFault> for Message {
    /// What is to be told about an inline code.
    fn from(fault: CodeFault) -> Self {
        let (id, code) = match fault {
            CodeFault::Missing(code) => ("warn-code-missing", code),
            CodeFault::Unknown(code) => ("warn-code-unknown", code),
            CodeFault::Repeated(code) => ("warn-code-repeated", code),
            CodeFault::BadlyNested(code) => ("warn-code-nesting", code),
        };
        Self::new(id).with("code", u32::from(code.0))
    }
}

impl Origin {
    /// Where a target came from; of one from the memory with the score of its match.
    #[must_use]
    pub fn message(self, match_score: Option<u8>) -> Message {
        match match_score {
            Some(score) => Message::new("origin-memory-score").with("score", u32::from(score)),
            None => Message::from(self),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_id_is_the_set_and_the_stored_name() {
        macro_rules! check {
            ($($prefix:literal $name:ident),+) => {$(
                for value in $name::ALL {
                    assert_eq!(Message::from(value.to_owned()).id, format!("{}-{}", $prefix, value.as_str()));
                }
            )+};
        }
        check!("status" Status, "kind" ParagraphKind, "decision" DecisionKind, "role" Role, "reason" ReasonCode);
        check!("match" MatchKind, "severity" Severity, "concept" ConceptKind, "usage" TermUse);
        check!("four-eyes" FourEyes, "origin" Origin, "operation" OperationKind);
    }
}
