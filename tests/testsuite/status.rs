//! Status is a pure function: the whole table of steps, and standing over every short history against a slow reference; a part is shown
//! under that of its article.

use hunayn::model::status::{HashPair, Head, standing};
use hunayn::model::{DecisionKind, Standing, Status, StatusDecision, TextHash};

use crate::desk::Workplace;

/// Where each decision leads from each status; `-` where it makes no sense.
const STEPS: &str = "
                    submit      approve   finalize  request-changes    withdraw    reopen             repair
untranslated        -           -         -         -                  -           -                  -
draft               translated  reviewed  -         changes-requested  -           -                  -
changes-requested   translated  reviewed  -         changes-requested  -           -                  draft
translated          -           reviewed  -         changes-requested  draft       -                  draft
reviewed            -           -         final     changes-requested  translated  changes-requested  draft
final               -           -         -         -                  reviewed    changes-requested  draft
";

fn step(status: Status, decision: DecisionKind) -> Option<Status> {
    let mut lines = STEPS.lines().filter(|line| !line.is_empty()).map(|line| line.split_whitespace());
    let column = lines.next().unwrap().position(|name| name == decision.as_str()).unwrap();
    let mut row = lines.find_map(|mut row| (row.next() == Some(status.as_str())).then_some(row)).unwrap();
    match row.nth(column).unwrap() {
        "-" => None,
        name => Some(Status::parse(name).unwrap()),
    }
}

#[test]
fn every_decision_leads_from_every_status_where_the_table_says() {
    for &status in Status::ALL {
        for &decision in DecisionKind::ALL {
            assert_eq!(status.after(decision), step(status, decision), "{status:?} {decision:?}");
        }
    }
}

const fn hash(byte: u8) -> TextHash {
    TextHash([byte; 32])
}

const fn pair(source: u8, target: u8) -> HashPair {
    HashPair { source: hash(source), target: hash(target) }
}

const HERE: HashPair = pair(1, 2);

/// Other texts than [`HERE`]: another target, another source, both.
const ELSEWHERE: [HashPair; 3] = [pair(1, 3), pair(4, 2), pair(4, 3)];

/// Every history of at most three decisions on two pairs of texts.
fn histories(elsewhere: HashPair) -> Vec<Vec<StatusDecision>> {
    let mut all = vec![Vec::new()];
    let mut longest = vec![Vec::new()];
    for _ in 0..3 {
        let longer = |history: &Vec<StatusDecision>| {
            let history = history.clone();
            [HERE, elsewhere].into_iter().flat_map(move |bound_to| {
                let history = history.clone();
                DecisionKind::ALL.iter().map(move |&kind| {
                    history.iter().copied().chain([StatusDecision { kind, bound_to }]).collect::<Vec<_>>()
                })
            })
        };
        longest = longest.iter().flat_map(longer).collect();
        all.extend(longest.clone());
    }
    all
}

/// The status that the first decisions of a history gave to a pair of texts; `None` where nobody decided on them.
fn reference_level(history: &[StatusDecision], texts: HashPair) -> Option<Status> {
    let (newest, older) = history.split_last()?;
    let before = reference_level(older, texts);
    if newest.bound_to == texts {
        let before = before.unwrap_or(Status::Draft);
        Some(step(before, newest.kind).unwrap_or(before))
    } else {
        before
    }
}

fn reference(head: &Head, history: &[StatusDecision]) -> Standing {
    let own = reference_level(history, head.texts);
    match (head.has_target, own) {
        (false, _) => Standing { status: Status::Untranslated, stale: false },
        (true, Some(status)) => Standing { status, stale: false },
        (true, None) => {
            let last = history.last().and_then(|decision| reference_level(history, decision.bound_to));
            let outlived = matches!(last, Some(Status::Reviewed | Status::Final));
            Standing { status: Status::Draft, stale: outlived || head.basis != head.texts.source }
        }
    }
}

fn heads(elsewhere: HashPair) -> Vec<Head> {
    let mut heads = Vec::new();
    for texts in [HERE, elsewhere] {
        for has_target in [true, false] {
            for basis in [texts.source, hash(9)] {
                heads.push(Head { texts, has_target, basis });
            }
        }
    }
    heads
}

#[test]
fn standing_equals_the_reference_over_every_short_history() {
    let mut checked = 0;
    for elsewhere in ELSEWHERE {
        let histories = histories(elsewhere);
        for head in heads(elsewhere) {
            for history in &histories {
                assert_eq!(standing(&head, history), reference(&head, history), "{head:?} {history:?}");
                checked += 1;
            }
        }
    }
    assert_eq!(checked, 3 * 8 * (1 + 14 + 14 * 14 + 14 * 14 * 14));
}

#[test]
fn restoring_a_text_restores_its_approval() {
    for elsewhere in ELSEWHERE {
        for history in histories(elsewhere) {
            let own: Vec<_> = history.iter().copied().filter(|decision| decision.bound_to == HERE).collect();
            if own.is_empty() {
                continue;
            }
            let head = Head { texts: HERE, has_target: true, basis: HERE.source };
            let alone = standing(&head, &own);
            assert_eq!(standing(&head, &history), alone, "what was said of other texts changes nothing: {history:?}");
            assert!(!alone.stale);
        }
    }
}

#[test]
fn an_approval_never_outlives_its_texts() {
    let mut outlived = 0;
    for elsewhere in ELSEWHERE {
        for history in histories(elsewhere) {
            let head = Head { texts: HERE, has_target: true, basis: HERE.source };
            let now = standing(&head, &history);
            let approves = |decision: &StatusDecision| decision.kind == DecisionKind::Approve;
            let approved_here = history.iter().any(|decision| approves(decision) && decision.bound_to == HERE);
            assert!(approved_here || !now.status.is_approved(), "{history:?}");
            let decided_here = history.iter().any(|decision| decision.bound_to == HERE);
            if !decided_here && history.last().is_some_and(approves) {
                let before = reference_level(&history, elsewhere);
                assert_eq!(now.stale, before.is_some_and(Status::is_approved), "{history:?}");
                assert_eq!(now.status, Status::Draft);
                outlived += 1;
            }
        }
    }
    assert!(outlived > 0);
}

#[test]
fn a_part_is_shown_under_the_status_of_its_article() {
    let place = Workplace::with_lines(&["فقرة أولى.", "فقرة ثانية."]);
    place.run(&["set", "a:1", "A first paragraph."]).done();
    for address in ["a:1", "a", "a:2", "a:1.1"] {
        let heading = place.run(&["show", address]).done().stdout;
        assert!(heading.starts_with("a · untranslated · "), "{address}: {heading}");
        assert_eq!(place.json(&["show", address])["article"]["status"], "untranslated", "{address}");
    }
    place.run(&["set", "a:2", "A second paragraph."]).done();
    place.run(&["approve", "a:1"]).done();
    assert!(place.run(&["show", "a:1"]).done().stdout.starts_with("a · draft · "));
    assert!(place.run(&["show", "a", "--removed"]).done().stdout.starts_with("a · draft · "));
    assert!(place.run(&["show", "a:1", "--at", "3"]).done().stdout.starts_with("a · untranslated · "));
}
