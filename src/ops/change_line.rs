//! One line of a file of scripted changes: its fields, and what is wrong with a line that cannot be read, in our own sentences.
//! Whether what it asks for can be done is not judged here.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::Value;

use crate::model::{Argument, Content, Failure, Message};

/// A line as written in the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ChangeLine {
    pub(super) address: String,
    pub(super) text: Option<String>,
    /// The text as a content, where the change was not typed; it may hold codes that its source lacks.
    pub(super) content: Option<Content>,
    pub(super) submit: bool,
    pub(super) decision: Option<String>,
    pub(super) reason: Option<String>,
    pub(super) note: Option<String>,
    pub(super) expect: Option<u32>,
}

/// The names of the fields.
const FIELDS: [&str; 7] = ["address", "text", "submit", "decision", "reason", "note", "expect"];

/// The failure of a line: what is wrong with it, and where its fields are told.
pub(super) fn line_failure(code: &'static str, message: Message) -> Failure {
    Failure::usage(code, message).hint(Message::new("rec-apply-fields"))
}

impl ChangeLine {
    /// Whether a line is a JSON object, with whatever fields.
    pub(super) fn is_object(line: &str) -> bool {
        serde_json::from_str::<Entries>(line).is_ok()
    }

    /// Reads a line. A field that is `null` counts as left out.
    pub(super) fn read(line: &str) -> Result<Self, Failure> {
        let entries: Entries = serde_json::from_str(line).map_err(|error| unreadable(line, &error))?;
        let mut change = Self::default();
        let mut seen: Vec<String> = Vec::new();
        for (field, value) in entries.0 {
            if seen.contains(&field) {
                return Err(refused("err-apply-field-twice", &field));
            }
            change.take(&field, value)?;
            seen.push(field);
        }
        if seen.iter().any(|field| field == "address") {
            Ok(change)
        } else {
            Err(refused("err-apply-field-missing", "address"))
        }
    }

    fn take(&mut self, field: &str, value: Value) -> Result<(), Failure> {
        if !FIELDS.contains(&field) {
            let fields: Argument = FIELDS.iter().copied().collect();
            return Err(
                refused("err-apply-field-unknown", field).hint(Message::new("rec-one-of").with("values", fields))
            );
        }
        if value.is_null() && field != "address" {
            return Ok(());
        }
        let wants = |what: &'static str| {
            let message = Message::new("err-apply-field-type").with("field", field).with("what", Message::new(what));
            line_failure("apply-line", message)
        };
        match (field, value) {
            ("address", Value::String(text)) => self.address = text,
            ("text", Value::String(text)) => self.text = Some(text),
            ("decision", Value::String(text)) => self.decision = Some(text),
            ("reason", Value::String(text)) => self.reason = Some(text),
            ("note", Value::String(text)) => self.note = Some(text),
            ("submit", Value::Bool(submit)) => self.submit = submit,
            ("submit", _) => return Err(wants("apply-type-truth")),
            ("expect", value) => {
                let number = value.as_u64().and_then(|number| u32::try_from(number).ok());
                self.expect = Some(number.ok_or_else(|| wants("apply-type-number"))?);
            }
            _ => return Err(wants("apply-type-text")),
        }
        Ok(())
    }
}

fn refused(id: &'static str, field: &str) -> Failure {
    line_failure("apply-line", Message::new(id).with("field", field))
}

/// Where a line stops being JSON, in characters from 1; or that it is JSON, but no object.
fn unreadable(line: &str, error: &serde_json::Error) -> Failure {
    if error.is_data() {
        return line_failure("apply-line", Message::new("err-apply-no-object"));
    }
    let before = line.char_indices().take_while(|(at, _)| *at < error.column()).count();
    line_failure("apply-line", Message::new("err-apply-no-json").with("column", before.max(1)))
}

/// The fields of an object in order, also those that stand in it twice.
struct Entries(Vec<(String, Value)>);

impl<'de> Deserialize<'de> for Entries {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(EntriesVisitor)
    }
}

struct EntriesVisitor;

impl<'de> Visitor<'de> for EntriesVisitor {
    type Value = Entries;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Entries, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(Entries(entries))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Argument;

    #[test]
    fn a_line_gives_its_fields() {
        let line = r#" {"address":"a:1","text":"قال: \"نعم\"","submit":true,"note":null,"expect":3} "#;
        let expected = ChangeLine {
            address: "a:1".into(),
            text: Some("قال: \"نعم\"".into()),
            submit: true,
            expect: Some(3),
            ..ChangeLine::default()
        };
        assert_eq!(ChangeLine::read(line).unwrap(), expected);
    }

    #[test]
    fn what_is_wrong_with_a_line_is_said_in_our_words() {
        for (line, id, argument) in [
            ("no json", "err-apply-no-json", Argument::Number(2)),
            (r#"{"address":"المقال:1" "text":1}"#, "err-apply-no-json", Argument::Number(23)),
            (r#"{"address":"a:1""#, "err-apply-no-json", Argument::Number(16)),
            (r#"{"address":"a:1"} x"#, "err-apply-no-json", Argument::Number(19)),
            (r#"{"address":"a:1","txt":"x"}"#, "err-apply-field-unknown", "txt".into()),
            (r#"{"text":"x"}"#, "err-apply-field-missing", "address".into()),
            ("{}", "err-apply-field-missing", "address".into()),
            (r#"{"address":null}"#, "err-apply-field-type", "address".into()),
            (r#"{"address":"a:1","text":7}"#, "err-apply-field-type", "text".into()),
            (r#"{"address":"a:1","submit":"yes"}"#, "err-apply-field-type", "submit".into()),
            (r#"{"address":"a:1","expect":-1}"#, "err-apply-field-type", "expect".into()),
            (r#"{"address":"a:1","expect":1.5}"#, "err-apply-field-type", "expect".into()),
            (r#"{"address":"a:1","text":"x","text":"y"}"#, "err-apply-field-twice", "text".into()),
        ] {
            let failure = ChangeLine::read(line).unwrap_err();
            assert_eq!((failure.message.id, &failure.message.arguments[0].1), (id, &argument), "{line}");
            assert!(failure.hint.is_some());
        }
        for line in ["[]", "7", "\"نص\"", "null"] {
            assert_eq!(ChangeLine::read(line).unwrap_err().message.id, "err-apply-no-object", "{line}");
        }
    }
}
