//! A desk survives its writers: what was acknowledged is there after a kill at any moment, and the desk is sound.

#![cfg(unix)]

use std::io::Read as _;
use std::os::unix::process::ExitStatusExt as _;
use std::time::Duration;

use hunayn::model::OperationRef;
use hunayn::ops::Desk;
use hunayn::ops::history::{Event, log};
use hunayn::ops::operations;
use hunayn::ops::show::ParagraphView;
use serde_json::{Value, json};

use crate::desk::{Workplace, shown};

const KILLS: usize = 200;
const PARAGRAPHS: usize = 6;

/// Numbers that look random and are the same on every run (Knuth, MMIX).
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}

/// A write that the program said it had done.
struct Acknowledged {
    operation: String,
    /// The paragraph and its new text; `None` for an import, whose slug stands in `slug`.
    text: Option<(usize, String)>,
    slug: String,
}

/// What one child is told to do.
struct Order {
    arguments: Vec<String>,
    promised: Vec<Acknowledged>,
}

fn order(place: &Workplace, round: usize) -> Order {
    let text = |paragraph: usize| format!("Round {round}, paragraph {paragraph}. «نصٌّ {round}»؟");
    let promise = |paragraph| Acknowledged {
        operation: String::new(),
        text: Some((paragraph, text(paragraph))),
        slug: "a".to_owned(),
    };
    let owned = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect();
    match round % 3 {
        0 => {
            let paragraph = round / 3 % PARAGRAPHS + 1;
            let address = format!("a:{paragraph}");
            let arguments = owned(&["set", &address, &text(paragraph), "--submit", "--json"]);
            Order { arguments, promised: vec![promise(paragraph)] }
        }
        1 => {
            let line = |n: usize| json!({"address": format!("a:{n}"), "text": text(n), "submit": true}).to_string();
            let lines: Vec<String> = (1..=PARAGRAPHS).map(line).collect();
            let file = place.file("script.jsonl", lines.join("\n"));
            let arguments = owned(&["apply", file.to_str().unwrap(), "--yes", "--json"]);
            Order { arguments, promised: (1..=PARAGRAPHS).map(promise).collect() }
        }
        _ => {
            let slug = format!("n{round}");
            let file = place.file("n.txt", format!("عنوان {round}\n\nفقرة أولى. وجملة.\n\nفقرة {round}."));
            let arguments = owned(&["import", file.to_str().unwrap(), "--slug", &slug, "--json"]);
            Order { arguments, promised: vec![Acknowledged { operation: String::new(), text: None, slug }] }
        }
    }
}

/// Runs an order and kills it after a while. Returns what was acknowledged, and whether the kill came in time.
fn run_and_kill(place: &Workplace, order: Order, patience: Duration) -> (Vec<Acknowledged>, bool) {
    let arguments: Vec<&str> = order.arguments.iter().map(String::as_str).collect();
    let mut child = place.command(&arguments).spawn().unwrap();
    std::thread::sleep(patience);
    child.kill().unwrap();
    let status = child.wait().unwrap();
    let mut told = String::new();
    child.stdout.take().unwrap().read_to_string(&mut told).unwrap();
    let killed = status.signal().is_some();
    assert!(killed || status.success(), "{:?}", order.arguments);
    let Ok(report) = serde_json::from_str::<Value>(&told) else { return (Vec::new(), killed) };
    let operation = report["operation"].as_str().unwrap().to_owned();
    let acknowledged = order.promised.into_iter().map(|mut write| {
        write.operation.clone_from(&operation);
        write
    });
    (acknowledged.collect(), killed)
}

fn assert_is_there(desk: &Desk, write: &Acknowledged) {
    let wanted = OperationRef::parse(&write.operation);
    let view = operations::show(desk, &wanted).unwrap();
    assert!(view.logged.operation.counts);
    match &write.text {
        None => assert_eq!(shown(desk, &write.slug, None, false).unwrap().paragraphs.len(), 3),
        Some((paragraph, text)) => {
            let logs = log(desk, &format!("a:{paragraph}").parse().unwrap()).unwrap();
            let written = logs[0].events.iter().any(|event| match event {
                Event::Revision(logged) => {
                    let revision = &logged.revision;
                    revision.operation == view.logged.operation.seq
                        && revision.target.as_ref().is_some_and(|target| target.text() == text)
                }
                _ => false,
            });
            assert!(written, "{text} of operation {} is not in the log", write.operation);
        }
    }
}

#[test]
fn what_was_acknowledged_survives_a_kill_at_any_moment() {
    let lines: Vec<String> = (1..=PARAGRAPHS).map(|n| format!("فقرة {n}. وجملة أخرى؟")).collect();
    let place = Workplace::with_lines(&lines.iter().map(String::as_str).collect::<Vec<_>>());
    let mut chance = Chance(20_261_123);
    let mut acknowledged: Vec<Acknowledged> = Vec::new();
    let (mut kills, mut round) = (0, 0);
    while kills < KILLS {
        let patience = Duration::from_micros(chance.below(40_000));
        let (told, killed) = run_and_kill(&place, order(&place, round), patience);
        round += 1;
        kills += usize::from(killed);
        let desk = place.open();
        told.iter().for_each(|write| assert_is_there(&desk, write));
        acknowledged.extend(told);
        if round % 10 == 0 {
            assert_eq!(desk.complaints(&mut |_, _| {}).unwrap(), [], "after {kills} kills");
        }
        assert!(round < 20 * KILLS, "the children end before they can be killed");
    }
    let desk = place.open();
    acknowledged.iter().for_each(|write| assert_is_there(&desk, write));
    drop(desk);
    assert_eq!(place.json(&["doctor"])["sound"], true);
    assert!(!acknowledged.is_empty(), "no child came as far as an acknowledgement");
}

#[test]
fn a_killed_script_is_applied_whole_or_not_at_all() {
    let place = Workplace::with_lines(&["أ.", "ب.", "ج.", "د."]);
    let mut chance = Chance(7);
    for round in 0..40 {
        let line = |n: usize| json!({"address": format!("a:{n}"), "text": format!("{round}")}).to_string();
        let file = place.file("script.jsonl", (1..=4).map(line).collect::<Vec<_>>().join("\n"));
        let mut child = place.command(&["apply", file.to_str().unwrap(), "--yes", "--json"]).spawn().unwrap();
        std::thread::sleep(Duration::from_micros(chance.below(40_000)));
        child.kill().unwrap();
        child.wait().unwrap();
        let view = shown(&place.open(), "a", None, false).unwrap();
        let targets: std::collections::BTreeSet<&str> =
            view.paragraphs.iter().map(ParagraphView::target_text).collect();
        assert_eq!(targets.len(), 1, "{targets:?}");
    }
}
