//! Undo, redo and restore bring back exact states, whatever was done; the log can show every moment again.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use hunayn::model::{DecisionKind, OperationRef, ParagraphKind, ReasonCode, Setting};
use hunayn::ops::import::{Arrival, ImportRequest, Input, ReadOptions, import};
use hunayn::ops::review::{DecideRequest, decide};
use hunayn::ops::segments::{SplitAt, merge, split};
use hunayn::ops::show::ArticleView;
use hunayn::ops::source_update::{UpdateRequest, update_source};
use hunayn::ops::translate::{NewText, SetRequest, set, set_kind};
use hunayn::ops::{Desk, comments, operations, progress, settings};
use proptest::prelude::*;

use crate::desk::{Workplace, number_of, shown};

const SLUGS: [&str; 2] = ["a", "b"];

/// An article and what its author might send later.
const VERSIONS: [&str; 5] = [
    "# بئر القرية\n\nقال *المختار* إن البئر قديمة. ثم مضى؟\n\nعمقها ١٢ مترًا. ولا ماء فيها.\n\n***\n",
    "# بئر القرية\n\nقالَ *المختار* إن البئر قديمة. ثم مضى؟\n\nعمقها ١٣ مترًا. ولا ماء فيها.\n\n***\n",
    "# بئر القرية\n\nعمقها ١٢ مترًا. ولا ماء فيها.\n\nقال *المختار* إن البئر قديمة. ثم مضى؟\n",
    "# بئر المدينة\n\nقال *المختار* إن البئر قديمة. ثم مضى؟\n\nفقرة جديدة كلها. لم تكن هنا.\n\n***\n",
    "فقرة جديدة كلها. لم تكن هنا.\n",
];

const TEXTS: [&str; 5] =
    ["", "The {1}mayor{/1} said so. Then he left?", "One.", "Well: twelve metres. No water.", "كتبـــها، 12؟"];

const KINDS: [DecisionKind; 6] = [
    DecisionKind::Submit,
    DecisionKind::Approve,
    DecisionKind::Finalize,
    DecisionKind::RequestChanges,
    DecisionKind::Withdraw,
    DecisionKind::Reopen,
];

/// A place in an article; it need not exist.
#[derive(Clone, Debug)]
struct Place {
    slug: &'static str,
    paragraph: u32,
    segment: u32,
}

impl Place {
    fn paragraph(&self) -> String {
        format!("{}:{}", self.slug, self.paragraph)
    }

    fn segment(&self) -> String {
        format!("{}:{}.{}", self.slug, self.paragraph, self.segment)
    }
}

/// Something that a person does at the desk.
#[derive(Clone, Debug)]
enum Step {
    Import(&'static str, usize),
    Set(Place, &'static str, bool),
    SetSegment(Place, &'static str),
    Split(Place),
    Merge(Place),
    Kind(Place, ParagraphKind),
    Decide(Place, DecisionKind),
    DecideAll(&'static str, DecisionKind),
    Comment(Place, &'static str),
    Resolve(usize),
    Update(&'static str, usize),
    Configure(Setting, &'static str),
    Undo,
    Redo,
    Restore(usize),
    /// Undoes an operation that need not be the last; refused where others stand on it.
    UndoNamed(usize),
}

fn place() -> impl Strategy<Value = Place> {
    let slug = prop_oneof![3 => Just("a"), 1 => Just("b")];
    (slug, 1..5u32, 1..3u32).prop_map(|(slug, paragraph, segment)| Place { slug, paragraph, segment })
}

fn slug() -> impl Strategy<Value = &'static str> {
    prop::sample::select(&SLUGS[..])
}

fn text() -> impl Strategy<Value = &'static str> {
    prop::sample::select(&TEXTS[..])
}

fn step() -> impl Strategy<Value = Step> {
    let decision = || prop::sample::select(&KINDS[..]);
    let kind = prop::sample::select(&[ParagraphKind::Body, ParagraphKind::Title, ParagraphKind::Quote][..]);
    let configured = prop::sample::select(
        &[(Setting::Name, "مكتب"), (Setting::CosmeticChanges, "stale"), (Setting::CosmeticChanges, "keep")][..],
    );
    prop_oneof![
        2 => (slug(), 0..VERSIONS.len()).prop_map(|(slug, version)| Step::Import(slug, version)),
        6 => (place(), text(), any::<bool>()).prop_map(|(place, text, submit)| Step::Set(place, text, submit)),
        2 => (place(), text()).prop_map(|(place, text)| Step::SetSegment(place, text)),
        2 => place().prop_map(Step::Split),
        2 => place().prop_map(Step::Merge),
        1 => (place(), kind).prop_map(|(place, kind)| Step::Kind(place, kind)),
        5 => (place(), decision()).prop_map(|(place, kind)| Step::Decide(place, kind)),
        2 => (slug(), decision()).prop_map(|(slug, kind)| Step::DecideAll(slug, kind)),
        2 => (place(), text()).prop_map(|(place, text)| Step::Comment(place, text)),
        1 => (0..4usize).prop_map(Step::Resolve),
        4 => (slug(), 0..VERSIONS.len()).prop_map(|(slug, version)| Step::Update(slug, version)),
        1 => configured.prop_map(|(setting, value)| Step::Configure(setting, value)),
        4 => Just(Step::Undo),
        3 => Just(Step::Redo),
        3 => (0..12usize).prop_map(Step::Restore),
    ]
}

/// At most 15 steps, the first of them an import.
fn steps(step: impl Strategy<Value = Step>) -> impl Strategy<Value = Vec<Step>> {
    (0..3usize, prop::collection::vec(step, 0..15)).prop_map(|(version, mut steps)| {
        steps.insert(0, Step::Import("a", version));
        steps
    })
}

fn input(slug: &str, version: usize) -> Input {
    let text = format!("{}\nخاتمة {slug}. وكفى.\n", VERSIONS[version]);
    Input::Bytes { name: format!("{slug}.md"), bytes: text.into_bytes() }
}

/// What a step did: the place of its operation in the log, and of the operation it undid or did again.
struct Outcome {
    operation: Option<i64>,
    target: Option<i64>,
}

fn take(desk: &mut Desk, step: &Step) -> Outcome {
    let newest = newest(desk);
    let named = |back: usize| OperationRef::Seq((newest - i64::try_from(back).unwrap()).max(1));
    let plain = |operation| Outcome { operation, target: None };
    let aimed = |written: Result<hunayn::model::Written<operations::Reversed>, _>| {
        let target = written.as_ref().ok().map(|written| written.value.operation.seq.number());
        Outcome { operation: number_of(written), target }
    };
    match step {
        Step::Import(slug, version) => plain(number_of(import(
            desk,
            &ImportRequest {
                inputs: vec![Arrival { source: input(slug, *version), translation: None, listed: None }],
                slug: None,
                lexicon: None,
                options: ReadOptions::default(),
            },
            &mut |_| (),
        ))),
        Step::Set(place, text, submit) => plain(log_text(desk, &place.paragraph(), text, *submit)),
        Step::SetSegment(place, text) => plain(log_text(desk, &place.segment(), text, false)),
        Step::Split(place) => plain(number_of(split(
            desk,
            &place.segment().parse().unwrap(),
            &SplitAt { source: Some(" ".into()), target: None },
        ))),
        Step::Merge(place) => plain(number_of(merge(desk, &place.segment().parse().unwrap()))),
        Step::Kind(place, kind) => plain(number_of(set_kind(desk, &place.paragraph().parse().unwrap(), *kind))),
        Step::Decide(place, kind) => plain(decide_so(desk, &place.paragraph(), *kind)),
        Step::DecideAll(slug, kind) => plain(decide_so(desk, slug, *kind)),
        Step::Comment(place, text) => {
            plain(number_of(comments::comment(desk, &place.paragraph().parse().unwrap(), text, None)))
        }
        Step::Resolve(number) => plain(number_of(comments::resolve(desk, &number.to_string()))),
        Step::Update(slug, version) => plain(number_of(update_source(
            desk,
            &UpdateRequest {
                slug: slug.parse().unwrap(),
                input: input(slug, *version),
                options: ReadOptions::default(),
            },
        ))),
        Step::Configure(setting, value) => plain(number_of(settings::configure(desk, *setting, value))),
        Step::Undo => aimed(operations::undo(desk, None)),
        Step::UndoNamed(back) => aimed(operations::undo(desk, Some(&named(*back)))),
        Step::Redo => aimed(operations::redo(desk, None)),
        Step::Restore(back) => plain(number_of(operations::restore(desk, &named(*back)))),
    }
}

fn log_text(desk: &mut Desk, address: &str, text: &str, submit: bool) -> Option<i64> {
    let text = NewText::Typed(text.to_owned());
    number_of(set(desk, &SetRequest { address: address.parse().unwrap(), text, submit, expect: None }))
}

fn decide_so(desk: &mut Desk, address: &str, kind: DecisionKind) -> Option<i64> {
    let reason = (kind == DecisionKind::RequestChanges).then_some(ReasonCode::Style);
    let request = DecideRequest {
        address: address.parse().unwrap(),
        kind,
        reason,
        note: reason.map(|_| "هكذا أفضل".to_owned()),
        edit: None,
        expect: None,
        shown: None,
    };
    number_of(decide(desk, &request))
}

fn newest(desk: &Desk) -> i64 {
    operations::log(desk, 1).unwrap()[0].operation.seq.number()
}

/// Everything that can be seen of the articles of a desk at one moment, by slug, with the id of the article.
type Articles = BTreeMap<&'static str, (String, String)>;

/// Everything that can be seen of a desk.
#[derive(Clone, Debug, PartialEq)]
struct Seen {
    articles: Articles,
    /// Titles, progress, comments, settings.
    around: String,
}

fn paragraphs(view: &ArticleView) -> String {
    let mut out = String::new();
    for paragraph in &view.paragraphs {
        let state = &paragraph.state;
        let revision = &state.revision;
        let target = revision.target.as_ref();
        let standing = (state.number, state.id, state.standing.status, state.standing.stale);
        writeln!(out, "{standing:?} {:?} {:?}", revision.number, revision.form).unwrap();
        writeln!(out, "{:?} {:?}", revision.source, target).unwrap();
        writeln!(out, "{:?} {:?} {:?}", revision.beads, revision.origin, revision.translator).unwrap();
    }
    out
}

fn article(desk: &Desk, slug: &str, at: Option<i64>) -> Option<(String, String)> {
    let present = shown(desk, slug, at, false).ok()?;
    let removed = shown(desk, slug, at, true).ok()?;
    Some((present.id.to_string(), format!("{}removed\n{}", paragraphs(&present), paragraphs(&removed))))
}

fn see(desk: &Desk) -> Seen {
    let articles = SLUGS.iter().filter_map(|slug| Some((*slug, article(desk, slug, None)?))).collect();
    let mut around = String::new();
    for progress in progress::list(desk, None).unwrap() {
        let counts = (&progress.paragraphs, progress.stale, progress.source_words, progress.target_words);
        writeln!(around, "{} {:?} {:?} {counts:?}", progress.slug, progress.title, progress.status).unwrap();
    }
    for row in comments::comments(desk, &comments::CommentFilter::default()).unwrap() {
        writeln!(around, "{row:?}").unwrap();
    }
    writeln!(around, "{:?}", settings::settings(desk, None).unwrap()).unwrap();
    Seen { articles, around }
}

/// The numbers of an article's paragraphs run from 1 without a gap, and its segments cover its texts.
fn assert_whole(desk: &Desk) -> Result<(), TestCaseError> {
    prop_assert_eq!(desk.complaints(&mut |_, _| {}).unwrap(), []);
    for view in SLUGS.iter().filter_map(|slug| shown(desk, slug, None, false).ok()) {
        for (paragraph, number) in view.paragraphs.iter().zip(1..) {
            prop_assert_eq!(paragraph.state.number, Some(number));
            let revision = &paragraph.state.revision;
            let covered = hunayn::model::check_beads(&revision.beads, revision.source.text(), paragraph.target_text());
            prop_assert_eq!(covered, Ok(()));
        }
    }
    Ok(())
}

/// What was seen before and after each operation.
#[derive(Default)]
struct Moments {
    now: Option<Seen>,
    before: BTreeMap<i64, Seen>,
    after: BTreeMap<i64, Seen>,
}

impl Moments {
    /// Takes a step and checks what can be checked of it alone.
    fn take(&mut self, desk: &mut Desk, step: &Step) -> Result<Outcome, TestCaseError> {
        let before = self.now.take().unwrap_or_else(|| see(desk));
        let outcome = take(desk, step);
        let after = see(desk);
        self.now = Some(after.clone());
        assert_whole(desk)?;
        match (step, outcome.operation, outcome.target) {
            (_, None, _) => prop_assert_eq!(&before, &after, "what is refused changes nothing"),
            (Step::Undo, _, Some(target)) => prop_assert_eq!(&self.before[&target], &after, "undo of {}", target),
            (Step::Redo, _, Some(target)) => prop_assert_eq!(&self.after[&target], &after, "redo of {}", target),
            _ => {}
        }
        if let Some(operation) = outcome.operation {
            self.before.insert(operation, before);
            self.after.insert(operation, after);
        }
        Ok(outcome)
    }

    /// `show --at` gives what was seen just after each operation, also of articles that are gone at present.
    fn assert_all_can_be_shown(&self, desk: &Desk) -> Result<(), TestCaseError> {
        for (operation, seen) in &self.after {
            for slug in SLUGS {
                let then = seen.articles.get(slug);
                let shown = article(desk, slug, Some(*operation));
                prop_assert_eq!(shown.as_ref(), then, "{} at operation {}", slug, operation);
            }
        }
        Ok(())
    }
}

fn undo_and_redo_restore(steps: &[Step]) -> Result<(), TestCaseError> {
    let place = Workplace::fleeting();
    let mut desk = place.open();
    let mut moments = Moments::default();
    for step in steps {
        moments.take(&mut desk, step)?;
    }
    let worked = see(&desk);
    let mut undone = Vec::new();
    while let Some(target) = moments.take(&mut desk, &Step::Undo)?.target {
        undone.push(target);
    }
    prop_assert_eq!(&see(&desk), &moments.before[moments.before.keys().next().unwrap()], "everything is undone");
    for expected in undone.iter().rev() {
        let redone = moments.take(&mut desk, &Step::Redo)?.target;
        prop_assert_eq!(redone, Some(*expected));
    }
    prop_assert_eq!(see(&desk), worked);
    moments.assert_all_can_be_shown(&desk)
}

fn any_undo_leaves_a_sound_desk(steps: &[Step]) -> Result<(), TestCaseError> {
    let place = Workplace::fleeting();
    let mut desk = place.open();
    let mut moments = Moments::default();
    for step in steps {
        let step = if matches!(step, Step::Undo | Step::Redo) { &Step::Restore(1) } else { step };
        moments.take(&mut desk, step)?;
    }
    moments.assert_all_can_be_shown(&desk)
}

#[test]
fn an_update_of_the_source_is_not_undone_under_a_later_one() {
    let steps = [Step::Import("a", 0), Step::Update("a", 3), Step::Update("a", 4), Step::UndoNamed(1)];
    any_undo_leaves_a_sound_desk(&steps).unwrap();
}

#[test]
fn redo_after_a_restore_goes_on_where_undo_began() {
    let steps =
        [Step::Import("a", 0), Step::Set(FIRST, "One.", true), Step::Restore(1), Step::Set(FIRST, "Two.", true)];
    undo_and_redo_restore(&steps).unwrap();
}

#[test]
fn an_article_comes_back_under_a_slug_that_another_took_meanwhile() {
    let steps = [Step::Import("a", 0), Step::Undo, Step::Import("a", 1), Step::Restore(2), Step::Undo, Step::Redo];
    undo_and_redo_restore(&steps).unwrap();
}

const FIRST: Place = Place { slug: "a", paragraph: 1, segment: 1 };

proptest! {
    #![proptest_config(ProptestConfig { cases: 220, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn undo_brings_back_each_earlier_state_and_redo_each_later_one(steps in steps(step())) {
        undo_and_redo_restore(&steps)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn undoing_any_operation_leaves_a_sound_desk(
        steps in steps(prop_oneof![3 => step(), 1 => (0..8usize).prop_map(Step::UndoNamed)])
    ) {
        any_undo_leaves_a_sound_desk(&steps)?;
    }
}
