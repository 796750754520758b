//! How terms and names that stand in a text are shown: what is to stand in the target, what may, what must not.

use serde::Serialize;

use super::render;
use super::session::Session;
use crate::model::{Failure, Message};
use crate::ops::terms::TermMatch;

/// A term or name in a text.
#[derive(Serialize)]
pub(super) struct TermView<'a> {
    span: [usize; 2],
    text: &'a str,
    sure: bool,
    number: i64,
    kind: &'static str,
    treatment: &'static str,
    rendering: Option<&'a str>,
    admitted: &'a [String],
    forbidden: &'a [String],
    note: Option<&'a str>,
}

pub(super) fn view(found: &TermMatch) -> TermView<'_> {
    TermView {
        span: [found.span.start, found.span.end],
        text: &found.text,
        sure: found.sure,
        number: found.row.number,
        kind: found.row.concept.kind.as_str(),
        treatment: found.row.concept.treatment.as_str(),
        rendering: found.rendering.as_deref(),
        admitted: &found.admitted,
        forbidden: &found.forbidden,
        note: found.row.concept.note.as_deref(),
    }
}

/// The words that stand there and the number of the concept, then the renderings, each with its mark.
pub(super) fn tell(found: &TermMatch, session: &mut Session<'_>) -> Result<(), Failure> {
    let id = if found.sure { "out-match" } else { "out-match-weak" };
    let message = Message::new(id).with("number", found.row.number.to_string()).with("text", found.text.as_str());
    session.output.heading(&message)?;
    let lines = [("✓", found.rendering.as_slice()), ("~", &found.admitted[..]), ("✗", &found.forbidden[..])];
    for (mark, texts) in lines {
        texts.iter().try_for_each(|text| render::indented(&format!("{mark} {text}"), session))?;
    }
    Ok(())
}
