//! What a reviewer decided, in words: those that the sheet offers in any language of the program, and the codes. It guesses nothing.

use crate::model::{DecisionKind, ReasonCode, SheetWords};
use crate::text::norm;

/// A decision in a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Decided {
    /// None.
    Nothing,
    /// The words say this.
    Said {
        kind: DecisionKind,
        reason: Option<ReasonCode>,
        /// What stands after them.
        note: String,
    },
    /// Nobody here knows the words.
    Unknown,
}

/// Reads a cell of decisions.
pub(super) fn decided(cell: &str, words: &[SheetWords]) -> Decided {
    let cell = cell.trim();
    if cell.is_empty() || words.iter().any(|words| is_same(cell, &words.choose)) {
        return Decided::Nothing;
    }
    let approvals = words.iter().map(|words| words.approve.as_str()).chain(["approve", "approved"]);
    let approvals = approvals.chain(words.iter().flat_map(|words| words.approved.iter().map(String::as_str)));
    if approvals.into_iter().any(|word| is_same(cell.trim_end_matches('.'), word)) {
        return Decided::Said { kind: DecisionKind::Approve, reason: None, note: String::new() };
    }
    let requests = words.iter().map(|words| words.request.as_str());
    let requests = requests.chain(["changes-requested", "request-changes", "rejected", "reject"]);
    let requests = requests.chain(words.iter().flat_map(|words| words.rejected.iter().map(String::as_str)));
    let Some(rest) = requests.into_iter().find_map(|word| after(cell, word)) else { return Decided::Unknown };
    let named = words.iter().flat_map(|words| ReasonCode::ALL.iter().zip(words.reasons.iter().map(String::as_str)));
    let reasons = named.chain(ReasonCode::ALL.iter().map(|reason| (reason, reason.as_str())));
    let mut found: Vec<(ReasonCode, &str)> =
        reasons.filter_map(|(reason, name)| Some((*reason, after(rest, name)?))).collect();
    // Of two names of which one begins the other the longer is meant.
    found.sort_by_key(|(_, rest)| rest.len());
    let (reason, note) = found.first().map_or((None, rest), |(reason, note)| (Some(*reason), *note));
    Decided::Said { kind: DecisionKind::RequestChanges, reason, note: note.to_owned() }
}

/// However somebody types it: case, hamza and vowel marks do not count.
fn is_same(one: &str, other: &str) -> bool {
    !other.trim().is_empty() && norm(one) == norm(other)
}

/// Where a part of a word ends with which a text begins, the marks on its last letter with it.
fn beginning(text: &str, part: &str) -> Option<usize> {
    // A letter has no more marks than this, and no ligature stands for more letters.
    let most = part.chars().count() * 4 + 4;
    let ends = text.char_indices().map(|(at, c)| (at + c.len_utf8(), c)).take(most);
    let wanted = norm(part);
    let ends = ends.filter(|(end, c)| !c.is_whitespace() && norm(&text[..*end]) == wanted);
    ends.last().map(|(end, _)| end)
}

/// What stands after a word with which a text begins, without the signs between.
fn after<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let mut rest = text;
    for (at, part) in word.split_whitespace().enumerate() {
        let trimmed = rest.trim_start();
        if at > 0 && trimmed.len() == rest.len() {
            return None;
        }
        rest = &trimmed[beginning(trimmed, part)?..];
    }
    let is_between =
        |c: char| c.is_whitespace() || matches!(c, ':' | '：' | '–' | '—' | '-' | '،' | ',' | ';' | '؛' | '.');
    (rest.is_empty() || rest.starts_with(is_between)).then(|| rest.trim_start_matches(is_between).trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Status;

    fn words() -> Vec<SheetWords> {
        let of = |tag: &str, [choose, approve, request]: [&str; 3], accuracy: &str, addition: &str| SheetWords {
            language: tag.parse().unwrap(),
            columns: Vec::new(),
            choose: choose.into(),
            approve: approve.into(),
            request: request.into(),
            approved: ["معتمد", "معتمدة"].map(str::to_owned).to_vec(),
            rejected: vec!["مرفوض".to_owned()],
            reasons: [accuracy, "omission", addition].map(str::to_owned).to_vec(),
            statuses: Status::ALL.iter().map(|status| status.as_str().to_owned()).collect(),
            stale: String::new(),
            kinds: Vec::new(),
            guide: Vec::new(),
        };
        vec![
            of("en", ["choose", "approve", "changes requested"], "accuracy", "addition"),
            of("ar", ["اختر", "اعتماد", "طلب تعديل"], "الدقة", "إضافة"),
        ]
    }

    #[test]
    fn a_decision_is_read_in_both_languages_and_as_a_code() {
        let said = |kind, reason, note: &str| Decided::Said { kind, reason, note: note.into() };
        let approve = || said(DecisionKind::Approve, None, "");
        let request = |reason, note| said(DecisionKind::RequestChanges, reason, note);
        for (cell, expected) in [
            ("", Decided::Nothing),
            (" choose ", Decided::Nothing),
            ("اختر", Decided::Nothing),
            ("Approve", approve()),
            ("APPROVED.", approve()),
            ("اعتماد", approve()),
            ("Changes \u{a0}requested", request(None, "")),
            ("changes requested: accuracy", request(Some(ReasonCode::Accuracy), "")),
            ("طلب تعديل: الدقة", request(Some(ReasonCode::Accuracy), "")),
            ("طلب تعديل – إضافة: سطر زائد", request(Some(ReasonCode::Addition), "سطر زائد")),
            ("reject accuracy – The year, 1948.", request(Some(ReasonCode::Accuracy), "The year, 1948.")),
            ("request-changes: other", request(Some(ReasonCode::Other), "")),
            ("reject: because", request(None, "because")),
            ("معتمد", approve()),
            ("معتمدة.", approve()),
            ("إعتماد", approve()),
            ("اِعتِماد", approve()),
            ("طَلَب تعديل: الدّقة", request(Some(ReasonCode::Accuracy), "")),
            ("طلب تعديل: اضافة – سطر زائد", request(Some(ReasonCode::Addition), "سطر زائد")),
            ("مرفوض: الدقة – العام خطأ.", request(Some(ReasonCode::Accuracy), "العام خطأ.")),
            ("غير معتمد", Decided::Unknown),
            ("rejection", Decided::Unknown),
            ("ok", Decided::Unknown),
            ("do not approve", Decided::Unknown),
        ] {
            assert_eq!(decided(cell, &words()), expected, "{cell}");
        }
    }
}
