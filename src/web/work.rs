//! What the buttons of a paragraph do: save, submit, decide, take a match over, comment, resolve, let a finding stand. Each act goes
//! through its use case with the revision that the person saw; nothing that was typed beside it is lost.

use super::fields::Fields;
use super::lines;
use super::notices::Notice;
use super::panels::request;
use super::paragraph::{Place, render, stranded};
use super::reply::{Reply, status_of};
use super::visit::Visit;
use crate::model::{
    Address, DecisionKind, Failure, FailureClass, Keep, Message, OperationRow, ParagraphNumber, ReasonCode, Written,
};
use crate::ops::cautions::{lost, replaced, same_wording};
use crate::ops::comments::{comment, resolve};
use crate::ops::history::{Event, log};
use crate::ops::proposal::proposal;
use crate::ops::review::{DecideReport, DecideRequest, decide};
use crate::ops::suggestion::{TakeRequest, take};
use crate::ops::translate::{NewText, SetReport, SetRequest, set};
use crate::ops::waiver::waive;
use crate::ops::{Desk, OpsError};

/// The fields that hold what a person typed beside the text.
const BESIDE: [&str; 3] = ["comment", "note", "reason"];

/// What was sent: the text, whether it is another than the one that was there, and the revision that the person saw.
struct Sent {
    text: String,
    is_changed: bool,
    expect: u32,
}

/// What became of an act.
struct Outcome {
    done: Vec<Message>,
    cautions: Vec<Message>,
    operation: Option<OperationRow>,
    /// Whether the person goes on to the next paragraph.
    goes_on: bool,
    /// The fields that the act took.
    taken: Vec<String>,
}

impl Outcome {
    fn of<T>(written: &Written<T>, done: Message) -> Self {
        let operation = written.operation.clone().filter(|operation| operation.kind.can_be_undone());
        Self { done: vec![done], cautions: Vec::new(), operation, goes_on: false, taken: Vec::new() }
    }

    fn taking(mut self, fields: &[&str]) -> Self {
        self.taken = fields.iter().map(|field| (*field).to_owned()).collect();
        self
    }
}

/// Does what the pressed button says. Where not even the page can be shown again, what was typed still is.
pub(super) fn act(visit: &Visit) -> Result<Reply, Failure> {
    Ok(attempt(visit).unwrap_or_else(|failure| {
        let typed = typed(visit, |_| true);
        let notice = Notice { failure: Some(failure.clone()), typed: typed.clone(), ..Notice::default() };
        let page = stranded(&visit.telling(notice), &failure, &typed.unwrap_or_default());
        Reply::Page(status_of(&failure), page)
    }))
}

fn attempt(visit: &Visit) -> Result<Reply, Failure> {
    let address = visit.address()?;
    let act = visit.form.given("act");
    let word = act.split(' ').next().unwrap_or_default();
    let mut desk = visit.desk_for(word, &address.to_string())?;
    let place = Place::of(visit, &desk, Fields::default())?;
    place.require(visit.form.given("paragraph"))?;
    let sent = match sent(visit, &desk, &place) {
        Ok(sent) => sent,
        Err(failure) => return refused(visit, &desk, failure, true),
    };
    match run(visit, &mut desk, &place, &sent) {
        Ok(outcome) => Ok(follow(visit, &place, outcome, &sent)),
        Err(failure) => refused(visit, &desk, failure, sent.is_changed),
    }
}

/// The page again, with why nothing was done and what was typed. A text that nobody touched is not among it: were it in the field
/// still, beside the number of a later revision, the next button would put it in the place of that one.
fn refused(visit: &Visit, desk: &Desk, failure: Failure, is_changed: bool) -> Result<Reply, Failure> {
    let status = status_of(&failure);
    let failure = match failure.code {
        "conflict" if !is_changed => failure.hint(Message::new("web-rec-conflict-present")),
        _ => failure,
    };
    let typed = typed(visit, |name| name != "text" || is_changed);
    let notice = Notice { failure: Some(failure), typed, ..Notice::default() };
    Ok(Reply::Page(status, render(&visit.telling(notice.clone()), desk, &notice)?))
}

/// What was typed, of the fields that are still to be sent off, with the paragraph and the revision that the person saw; nothing
/// where none is.
fn typed(visit: &Visit, is_left: impl Fn(&str) -> bool) -> Option<Fields> {
    let is_typed = |name: &str, value: &str| match name {
        "text" | "expect" | "paragraph" => true,
        _ => !value.trim().is_empty() && (BESIDE.contains(&name) || name.starts_with("why-")),
    };
    let typed = visit.form.clone().only(|name, value| is_typed(name, value) && is_left(name));
    let is_anything = typed.clone().only(|name, _| !matches!(name, "expect" | "paragraph"));
    (!is_anything.is_empty()).then_some(typed)
}

/// The text as it was typed, beside the text that the person began with.
fn sent(visit: &Visit, desk: &Desk, place: &Place) -> Result<Sent, Failure> {
    let unreadable = || Failure::usage("request", Message::new("err-web-request"));
    let expect: u32 = visit.form.number("expect").ok_or_else(unreadable)?;
    let here = place.here()?;
    let held = match here.state.revision.number == expect {
        true => here.marked_target(),
        false => held_at(desk, &place.address, expect).map_err(|error| error.failure())?,
    };
    let text = visit.form.value("text").map_or_else(|| held.clone(), |text| lines::typed(text, &held));
    Ok(Sent { is_changed: text != held, text, expect })
}

/// The text that a revision of the past had; none where there was no such revision.
pub(super) fn held_at(desk: &Desk, address: &Address, number: u32) -> Result<String, OpsError> {
    let events = log(desk, address)?.into_iter().flat_map(|log| log.events);
    let mut revisions = events.filter_map(|event| match event {
        Event::Revision(logged) => Some(logged),
        _ => None,
    });
    let found = revisions.find(|logged| logged.revision.number == number);
    Ok(found.map(|logged| logged.marked_target()).unwrap_or_default())
}

fn run(visit: &Visit, desk: &mut Desk, place: &Place, sent: &Sent) -> Result<Outcome, Failure> {
    let (act, address) = (visit.form.given("act"), &place.address);
    let mut words = act.split(' ');
    match (words.next().unwrap_or_default(), words.next(), words.next(), words.next()) {
        ("save", ..) => save(desk, address, sent, (false, false)),
        ("save-next", ..) => save(desk, address, sent, (false, true)),
        ("submit", ..) => save(desk, address, sent, (true, true)),
        ("approve", ..) => decided(desk, address, sent, DecisionKind::Approve),
        ("finalize", ..) => kept(sent).and_then(|()| decided(desk, address, sent, DecisionKind::Finalize)),
        ("withdraw", ..) => kept(sent).and_then(|()| decided(desk, address, sent, DecisionKind::Withdraw)),
        ("reopen", ..) => kept(sent).and_then(|()| decided(desk, address, sent, DecisionKind::Reopen)),
        ("reject", ..) => kept(sent).and_then(|()| send_back(visit, desk, address, sent)),
        ("take", Some(segment), Some(number), Some(offered)) => {
            kept(sent).and_then(|()| take_over(desk, address, sent, (segment, number, offered)))
        }
        ("repeat", Some(from), Some(offered), _) => {
            kept(sent).and_then(|()| repeat(desk, address, sent, (from, offered)))
        }
        ("comment", ..) => remarked(visit, desk, address, sent),
        ("resolve", Some(number), ..) => seen(desk, place, sent).and_then(|()| resolved(desk, number)),
        ("waive", Some(finding), ..) => seen(desk, place, sent).and_then(|()| waived(visit, desk, finding, sent)),
        _ => Err(Failure::usage("request", Message::new("err-web-request"))),
    }
}

/// Refuses an act on the text that stands there while another one has been typed and not saved.
fn kept(sent: &Sent) -> Result<(), Failure> {
    if !sent.is_changed {
        return Ok(());
    }
    let failure = Failure::new(FailureClass::Conflict, "unsaved", Message::new("err-web-unsaved"));
    Err(failure.hint(Message::new("rec-web-unsaved")))
}

/// Refuses what was said of a wording that is no longer there.
fn seen(desk: &Desk, place: &Place, sent: &Sent) -> Result<(), Failure> {
    let (expected, found) = (sent.expect, place.here()?.state.revision.number);
    if expected == found {
        return Ok(());
    }
    let by = proposal(desk, &place.address, &sent.text).map_err(|error| error.failure())?.by;
    Err(OpsError::Conflict { address: place.address.to_string(), expected, found, by, kept: None }.failure())
}

fn save(desk: &mut Desk, address: &Address, sent: &Sent, (submit, goes_on): (bool, bool)) -> Result<Outcome, Failure> {
    let request = SetRequest {
        address: address.clone(),
        text: NewText::Typed(sent.text.clone()),
        submit,
        expect: Some(sent.expect),
    };
    let written = match set(desk, &request) {
        // Who typed nothing has nothing to lose, and reads what is there now.
        Err(OpsError::Conflict { .. }) if !sent.is_changed && !submit => {
            let done = Message::new("web-unchanged").with("address", address.to_string());
            return Ok(Outcome { done: vec![done], cautions: Vec::new(), operation: None, goes_on, taken: Vec::new() });
        }
        other => other.map_err(|error| error.failure())?,
    };
    let report = &written.value;
    let done = match written.operation {
        Some(_) => set_message(report),
        None => Message::new("web-unchanged").with("address", report.address.as_str()),
    };
    let cautions = set_cautions(report);
    Ok(Outcome { cautions, goes_on, ..Outcome::of(&written, done) })
}

fn set_message(report: &SetReport) -> Message {
    Message::new("out-set")
        .with("address", report.address.as_str())
        .with("revision", report.revision)
        .with("status", report.status)
}

fn set_cautions(report: &SetReport) -> Vec<Message> {
    let faults = report.faults.iter().map(|fault| Message::from(*fault));
    lost(report, Keep::Applied).chain(report.same_wording.as_ref().map(same_wording)).chain(faults).collect()
}

/// Decides; an approval takes the typed text along.
fn decided(desk: &mut Desk, address: &Address, sent: &Sent, kind: DecisionKind) -> Result<Outcome, Failure> {
    let edit = sent.is_changed.then(|| sent.text.clone());
    let request = DecideRequest { edit, expect: Some(sent.expect), ..plain_decision(address, kind) };
    let written = decide(desk, &request).map_err(|error| error.failure())?;
    let outcome = decision_outcome(&written);
    let goes_on = matches!(kind, DecisionKind::Approve | DecisionKind::Finalize);
    Ok(Outcome { goes_on, ..outcome })
}

fn plain_decision(address: &Address, kind: DecisionKind) -> DecideRequest {
    DecideRequest { address: address.clone(), kind, reason: None, note: None, edit: None, expect: None, shown: None }
}

fn send_back(visit: &Visit, desk: &mut Desk, address: &Address, sent: &Sent) -> Result<Outcome, Failure> {
    let note = lines::typed(visit.form.given("note"), "");
    let missing = |id| Failure::usage("no-reason", Message::new(id));
    let reason = visit.form.value("reason").and_then(ReasonCode::parse).ok_or_else(|| missing("err-web-no-reason"))?;
    if note.trim().is_empty() {
        return Err(missing("err-web-no-note"));
    }
    let kind = DecisionKind::RequestChanges;
    let expect = Some(sent.expect);
    let request = DecideRequest { reason: Some(reason), note: Some(note), expect, ..plain_decision(address, kind) };
    let written = decide(desk, &request).map_err(|error| error.failure())?;
    Ok(decision_outcome(&written).taking(&["note", "reason"]))
}

fn decision_outcome(written: &Written<DecideReport>) -> Outcome {
    let report = &written.value;
    let decided = report.decided.iter().map(|decided| {
        let id = if decided.before == decided.status { "out-decided-again" } else { "out-decided" };
        Message::new(id)
            .with("address", decided.address.as_str())
            .with("before", decided.before)
            .with("status", decided.status)
    });
    let skipped = report.skipped.iter().map(|skipped| {
        Message::new("out-skipped").with("address", skipped.address.as_str()).with("status", skipped.status)
    });
    let mut cautions = Vec::new();
    if let Some(decided) = report.decided.first() {
        cautions.extend(replaced(&decided.address, report.replaced.as_ref(), Keep::Applied));
    }
    if report.own_texts > 0 {
        cautions.push(Message::new("warn-own-text").with("count", report.own_texts));
    }
    if report.open_warnings > 0 {
        cautions.push(Message::new("web-open-warnings").with("count", report.open_warnings));
    }
    cautions.extend(report.faulty.iter().flat_map(|faulty| faulty.faults.iter().map(|fault| Message::from(*fault))));
    let done = decided.chain(skipped).collect();
    let operation = written.operation.clone().filter(|operation| operation.kind.can_be_undone());
    Outcome { done, cautions, operation, goes_on: false, taken: Vec::new() }
}

fn take_over(
    desk: &mut Desk,
    address: &Address,
    sent: &Sent,
    (segment, number, offered): (&str, &str, &str),
) -> Result<Outcome, Failure> {
    let unreadable = || Failure::usage("request", Message::new("err-web-request"));
    let (segment, number): (u32, u32) = segment.parse().ok().zip(number.parse().ok()).ok_or_else(unreadable)?;
    let place = match (address, segment) {
        (_, 0) => address.clone(),
        (Address::Paragraphs(slug, ranges), _) => {
            let paragraph = ranges.first().map_or(ParagraphNumber(1), |range| range.first);
            Address::Segment(slug.clone(), paragraph, segment)
        }
        _ => return Err(unreadable()),
    };
    let request =
        TakeRequest { suggest: request(place), number, expect: Some(sent.expect), offered: Some(offered.to_owned()) };
    let written = take(desk, &request).map_err(|error| error.failure())?;
    let (report, found) = (&written.value.report, &written.value.found);
    let done = Message::new("out-taken")
        .with("address", report.address.as_str())
        .with("score", u32::from(found.score))
        .with("revision", report.revision)
        .with("status", report.status);
    let cautions = set_cautions(report);
    Ok(Outcome { cautions, ..Outcome::of(&written, done) })
}

/// Takes the translation of a repeated paragraph over.
fn repeat(desk: &mut Desk, address: &Address, sent: &Sent, (from, offered): (&str, &str)) -> Result<Outcome, Failure> {
    let unreadable = |_| Failure::usage("request", Message::new("err-web-request"));
    let from: Address = from.parse().map_err(unreadable)?;
    let (address, expect) = (address.clone(), Some(sent.expect));
    let request =
        SetRequest { address, text: NewText::TakenFrom(from, Some(offered.to_owned())), submit: false, expect };
    let written = set(desk, &request).map_err(|error| error.failure())?;
    let done = set_message(&written.value);
    let cautions = set_cautions(&written.value);
    Ok(Outcome { cautions, ..Outcome::of(&written, done) })
}

fn remarked(visit: &Visit, desk: &mut Desk, address: &Address, sent: &Sent) -> Result<Outcome, Failure> {
    let text = lines::typed(visit.form.given("comment"), "");
    let written = comment(desk, address, &text, Some(sent.expect)).map_err(|error| error.failure())?;
    let done = Message::new("out-commented")
        .with("number", written.value.number)
        .with("address", written.value.address.as_str());
    Ok(Outcome::of(&written, done).taking(&["comment"]))
}

fn resolved(desk: &mut Desk, number: &str) -> Result<Outcome, Failure> {
    let written = resolve(desk, number).map_err(|error| error.failure())?;
    let done = Message::new("out-resolved").with("number", written.value.number);
    Ok(Outcome::of(&written, done))
}

fn waived(visit: &Visit, desk: &mut Desk, finding: &str, sent: &Sent) -> Result<Outcome, Failure> {
    let field = format!("why-{finding}");
    let reason = lines::typed(visit.form.given(&field), "");
    if reason.trim().is_empty() {
        return Err(Failure::usage("no-reason", Message::new("err-web-no-waiver-reason")));
    }
    let written = waive(desk, finding, reason.trim(), Some(sent.expect)).map_err(|error| error.failure())?;
    let done = Message::new("out-waived")
        .with("address", written.value.address.as_str())
        .with("check", written.value.finding.check);
    Ok(Outcome::of(&written, done).taking(&[&field]))
}

/// Where the browser goes next. Who typed something that the act did not take stays, and has it again.
fn follow(visit: &Visit, place: &Place, outcome: Outcome, sent: &Sent) -> Reply {
    let saves = matches!(visit.form.given("act"), "save" | "save-next" | "submit" | "approve");
    let left = typed(visit, |name| match name {
        "text" => sent.is_changed && !saves,
        // What is typed beside a text that was saved is no longer held against the revision before.
        "expect" => !saves,
        _ => !outcome.taken.iter().any(|taken| taken == name),
    });
    visit.forget_typed();
    let is_all_sent = left.is_none();
    let Outcome { done, cautions, operation, goes_on, .. } = outcome;
    let notice = Notice { done, cautions, undo: operation, typed: left, ..Notice::default() };
    let path = if goes_on && is_all_sent { place.next_path() } else { place.own_path() };
    Reply::GoTo(path, Box::new(notice))
}
