//! Proof by SQLite's own query plans that what a command does on one article costs the same on a desk of any size. Traces
//! every statement of the store's functions; measures no time.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::ControlFlow;

use rusqlite::Connection;
use rusqlite::trace::{TraceEvent, TraceEventCodes};

use super::*;
use crate::model::{
    Bead, Content, DecisionKind, ExclusionEffect, KindGuess, Language, OperationKind, OperationRef, OperationSeq,
    Origin, ParagraphKind, Setting, Slug, SourceSide, Stamp, Status, TextHash, Waiting,
};

/// Tables that hold a row for each setting, person or run of the index, or a few hundred at most, not one for each text; a command
/// may read all of them.
/// `shared_keys` is what was looked up for one article.
const SMALL: &[&str] =
    &["setting", "person_roles", "shared_keys", "memory", "memory_index", "memory_run", "memory_tail", "m"];

thread_local! {
    static TRACED: RefCell<BTreeSet<String>> = const { RefCell::new(BTreeSet::new()) };
}

fn note(event: TraceEvent<'_>) {
    if let TraceEvent::Stmt(statement, _) = event {
        TRACED.with_borrow_mut(|traced| traced.insert(statement.sql().into_owned()));
    }
}

/// The statements that `work` runs, as they were prepared, parameters unfilled.
fn traced<T>(store: &mut Store, work: impl FnOnce(&mut Store) -> T) -> (T, BTreeSet<String>) {
    store.connection.trace_v2(TraceEventCodes::SQLITE_TRACE_STMT, Some(note));
    let value = work(store);
    store.connection.trace_v2(TraceEventCodes::empty(), None);
    (value, TRACED.take())
}

/// The steps of the plan that read a big table, or sort.
fn steps(connection: &Connection, sql: &str, is_dear: impl Fn(&str) -> bool) -> Vec<String> {
    // BEGIN and its like have no plan.
    if !["SELECT", "INSERT", "UPDATE", "DELETE"].iter().any(|verb| sql.starts_with(verb)) {
        return Vec::new();
    }
    let mut statement = connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
    let steps: Vec<String> = statement.raw_query().mapped(|row| row.get("detail")).collect::<Result<_, _>>().unwrap();
    steps.into_iter().filter(|step| is_dear(step)).map(|step| format!("{step}: {sql}")).collect()
}

fn scans(step: &str) -> bool {
    let scanned = step.strip_prefix("SCAN ").and_then(|rest| rest.split(' ').next());
    scanned.is_some_and(|table| !SMALL.contains(&table) && table != "CONSTANT")
}

fn action(kind: OperationKind) -> Action<'static> {
    Action { person: "سلمى", kind, command: &[] }
}

fn language(tag: &str) -> Language {
    tag.parse().unwrap()
}

fn body(source: &str) -> NewParagraph {
    NewParagraph {
        form: ParagraphForm {
            kind: KindGuess::certain(ParagraphKind::Body),
            heading_level: None,
            note_label: None,
            list_mark: None,
        },
        source: NewContent::of(&Content::plain(source)).unwrap(),
        target: None,
        origin: Origin::Source,
        beads: vec![Bead { source: 0..source.len(), target: 0..0, confidence: None }],
    }
}

/// An article of two paragraphs.
fn import(store: &mut Store, slug: &Slug) -> OperationSeq {
    let written = store.write(&action(OperationKind::Import), Keep::Applied, |writer| {
        assert!(writer.snapshot().article(slug)?.is_none() && writer.snapshot().setting(Setting::Name)?.is_none());
        let paragraphs = ["قال المعلّمُ: «اكتبوا»؟", "الدرسُ الثاني، في ١٢ صفحة."].map(body);
        let (article, _) = writer.add_article(slug, (&language("ar"), &language("en")), &paragraphs)?;
        let file = SourceFile {
            side: SourceSide::Source,
            file_name: "درس.txt".to_owned(),
            format: "plain".to_owned(),
            encoding: "UTF-8".to_owned(),
            bytes: 1,
            hash: TextHash([1; 32]),
        };
        writer.add_source_file(article, &file)?;
        Ok::<_, StoreError>(())
    });
    written.unwrap().operation.unwrap().seq
}

/// A translation, a decision, a comment with its resolution, an export: one operation each.
fn work_on(store: &mut Store, slug: &Slug) {
    let (head, states) = {
        let snapshot = store.snapshot().unwrap();
        let head = snapshot.article(slug).unwrap().unwrap();
        let states = snapshot.paragraphs(head.key, 1, u32::MAX).unwrap();
        (head, states)
    };
    let state = &states[0];
    let written = store.write(&action(OperationKind::Set), Keep::Applied, |writer| {
        let text = "The teacher said: “Write!”";
        let target = writer.content(&Content::plain(text))?;
        let beads = [Bead { source: 0..state.revision.source.text().len(), target: 0..text.len(), confidence: None }];
        let new = NewRevision { target: Some(target), beads: &beads, ..NewRevision::on(&state.revision) };
        let (revision, _) = writer.add_revision(&new)?;
        writer.refresh()?;
        writer.add_decision(&NewDecision {
            paragraph: state.key,
            revision,
            kind: DecisionKind::Submit,
            person: "سلمى",
            role: None,
            reason: None,
            note: None,
            own_text: true,
            carried_from: None,
        })?;
        writer.add_exclusion(&NewExclusion {
            paragraph: state.key,
            revision,
            effect: ExclusionEffect::Exclude,
            person: "سلمى",
            reason: Some("مكرّر"),
            carried_from: None,
        })?;
        writer.add_waiver(&NewWaiver {
            paragraph: state.key,
            check: "num.mismatch",
            texts: CanonPair::of("نص", "text"),
            fingerprint: Fingerprint::from_hex("0123abcd").unwrap(),
            person: "سلمى",
            reason: "كذا قال الكاتب",
        })?;
        if let Some(repeat_key) = state.revision.repeat_key {
            let target_language = language("en");
            let name = slug.as_str();
            let source = state.revision.source_key;
            let new = NewBlock { name, target_language: &target_language, source, repeat_key, target, waiver: None };
            let (block, version) = writer.add_block(&new)?;
            writer.add_block_use(state.key, version)?;
            writer.add_block_version(block, target, Some("كذا في الأصل"))?;
        }
        let (_, number) = writer.add_comment(state.key, revision, "أهو أمرٌ أم دعاء؟")?;
        writer.refresh()?;
        let comment = writer.snapshot().comment_by_number(number)?.unwrap();
        writer.add_resolution(&comment)?;
        writer.add_export(&NewExport {
            article: head.key,
            format: "html",
            layout: "target",
            path: "درس.html",
            bytes: 1,
            hash: TextHash([2; 32]),
            draft: false,
            partial: false,
            publication: true,
            paragraphs: &[ExportedParagraph { key: state.key, revision, excluded: false }],
        })
    });
    written.unwrap();
}

/// Takes the newest operation back and does it again.
fn undo_and_redo(store: &mut Store) {
    let undone = store.snapshot().unwrap().operation_to_undo("سلمى").unwrap().unwrap();
    store.snapshot().unwrap().touched_by(undone.seq).unwrap();
    store.write(&action(OperationKind::Undo), Keep::Applied, |writer| writer.revert(undone.seq)).unwrap();
    let redone = store.snapshot().unwrap().operation_to_redo("سلمى", OperationSeq(i64::MAX)).unwrap().unwrap();
    store.write(&action(OperationKind::Redo), Keep::Applied, |writer| writer.reinstate(redone.seq)).unwrap();
}

/// Every reading of one article or paragraph.
fn read_all_of(store: &Store, slug: &Slug, import: OperationSeq) {
    let snapshot = store.snapshot().unwrap();
    let head = snapshot.article(slug).unwrap().unwrap();
    assert!(snapshot.article_from_file(TextHash([1; 32])).unwrap().is_some());
    assert_eq!(snapshot.slug_of(head.key).unwrap().as_ref(), Some(slug));
    assert!(!snapshot.progress(head.key).unwrap().is_empty());
    assert!(snapshot.removed_paragraphs(head.key).unwrap().is_empty());
    assert_eq!(snapshot.article_at(&head.slug, import).unwrap().unwrap().1.len(), 2);
    for state in snapshot.paragraphs(head.key, 1, 1).unwrap() {
        let RevisionRow { repeat_key, target_repeat_key, .. } = state.revision;
        for (shared, key) in [(Shared::Source, repeat_key), (Shared::Target, target_repeat_key)] {
            assert!(snapshot.counterparts(shared, key.unwrap()).unwrap().is_empty());
            snapshot.alike(shared, key.unwrap()).unwrap();
        }
        snapshot.alike_paragraph(state.key).unwrap();
    }
    assert_eq!(snapshot.waivers(head.key).unwrap().len(), 1);
    assert_eq!(snapshot.comments_of(head.key).unwrap().len(), 1);
    let block = snapshot.block(slug.as_str()).unwrap().unwrap();
    assert!(snapshot.is_block_key(block.repeat_key).unwrap());
    assert_eq!(snapshot.block_with_key(block.repeat_key, &language("en")).unwrap().as_ref(), Some(&block));
    assert_eq!(snapshot.block_versions(block.key).unwrap().len(), 2);
    assert_eq!(snapshot.places_with_key(block.repeat_key).unwrap().len(), 3);
    assert_eq!(snapshot.repeated_sources(2, Some(head.key)).unwrap().len(), 2);
    let export = snapshot.published(head.key).unwrap().unwrap();
    snapshot.changes_since(&export, head.key).unwrap();
    assert_eq!(snapshot.count_repeated(head.key).unwrap(), 2);
    for state in snapshot.paragraphs(head.key, 1, u32::MAX).unwrap() {
        assert!(snapshot.is_repeated(&state).unwrap());
        snapshot.repetitions(&state).unwrap();
        let tail = *state.id.as_bytes().last_chunk().unwrap();
        assert_eq!(snapshot.paragraphs_ending_in(tail).unwrap(), [(head.key, state.key)]);
        snapshot.content(state.revision.basis_key).unwrap();
        snapshot.place_of(state.key).unwrap().unwrap();
        snapshot.revision(state.revision.key).unwrap().unwrap();
        snapshot.revisions(state.key).unwrap();
        snapshot.decisions(state.key).unwrap();
        snapshot.decisions_taken_in(state.revision.operation).unwrap();
        snapshot.exclusions(state.key).unwrap();
        snapshot.exports_of(state.key).unwrap();
        snapshot.block_of(state.key).unwrap();
        snapshot.exported_revision(&export, state.key).unwrap();
    }
    let operation = snapshot.operation(&OperationRef::Seq(import.0)).unwrap().unwrap();
    snapshot.operation(&OperationRef::Id(operation.id.to_string())).unwrap().unwrap();
    assert!(!snapshot.operations_standing_on(import).unwrap().is_empty());
    assert!(snapshot.missing_under(import).unwrap().is_empty() && snapshot.undone_by(import).unwrap().is_none());
    snapshot.people().unwrap();
}

fn desk() -> (Store, Slug, OperationSeq) {
    let mut store = Store::in_memory().unwrap();
    import(&mut store, &"other".parse().unwrap());
    let slug: Slug = "درس".parse().unwrap();
    let seq = import(&mut store, &slug);
    (store, slug, seq)
}

#[test]
fn what_touches_one_article_scans_no_big_table() {
    let (mut store, slug, seq) = desk();
    let ((), mut all) = traced(&mut store, |store| work_on(store, &slug));
    all.extend(traced(&mut store, |store| import(store, &"third".parse().unwrap())).1);
    all.extend(traced(&mut store, |store| read_all_of(store, &slug, seq)).1);
    assert!(all.len() > 50, "only {} statements were traced", all.len());
    let dear: Vec<String> = all.iter().flat_map(|sql| steps(&store.connection, sql, scans)).collect();
    assert!(dear.is_empty(), "scans:\n{}", dear.join("\n"));
}

/// Translates the second paragraph of an article.
fn translate_second(store: &mut Store, slug: &Slug, text: &str) {
    let head = store.snapshot().unwrap().article(slug).unwrap().unwrap();
    let state = store.snapshot().unwrap().paragraphs(head.key, 2, 2).unwrap().remove(0);
    let written = store.write(&action(OperationKind::Set), Keep::Applied, |writer| {
        let target = writer.content(&Content::plain(text))?;
        let beads = [Bead { source: 0..state.revision.source.text().len(), target: 0..text.len(), confidence: None }];
        writer.add_revision(&NewRevision {
            target: Some(target),
            beads: &beads,
            ..NewRevision::on(&state.revision)
        })?;
        writer.refresh()
    });
    written.unwrap();
}

/// How many targets a source has, and what SQLite does to learn it, counted in steps of its machine.
fn steps_to_counterparts(store: &mut Store, source: i64) -> (usize, i32) {
    let look = |store: &mut Store| store.snapshot().unwrap().counterparts(Shared::Source, source).unwrap().len();
    let (count, all) = traced(store, look);
    let mut cost = 0;
    for sql in all.iter().filter(|sql| sql.contains("FROM head")) {
        let searches: Vec<String> = steps(&store.connection, sql, |step| step.contains("head"));
        let in_index =
            |step: &String| step.starts_with("SEARCH head USING COVERING INDEX head_by_source (repeat_key=?");
        assert!(!searches.is_empty() && searches.iter().all(in_index), "{searches:?}");
        let mut statement = store.connection.prepare(sql).unwrap();
        statement.raw_bind_parameter(1, source).unwrap();
        let mut rows = statement.raw_query();
        while rows.next().unwrap().is_some() {}
        drop(rows);
        cost += statement.get_status(rusqlite::StatementStatus::VmStep);
    }
    (count, cost)
}

#[test]
fn what_is_translated_alike_costs_the_same_wherever_it_stands() {
    let mut store = Store::in_memory().unwrap();
    let mut source = None;
    let mut costs = Vec::new();
    for number in 0..40 {
        let slug: Slug = format!("a{number}").parse().unwrap();
        import(&mut store, &slug);
        translate_second(&mut store, &slug, "The second lesson, on 12 pages.");
        let snapshot = store.snapshot().unwrap();
        let head = snapshot.article(&slug).unwrap().unwrap();
        source = snapshot.paragraphs(head.key, 2, 2).unwrap()[0].revision.repeat_key;
        drop(snapshot);
        costs.push(steps_to_counterparts(&mut store, source.unwrap()));
    }
    assert_eq!(costs[1], costs[39], "a desk of 2 articles and one of 40");
    translate_second(&mut store, &"a7".parse().unwrap(), "Lesson two; twelve pages.");
    assert_eq!(steps_to_counterparts(&mut store, source.unwrap()).0, 2);
}

/// Takes a unit in from a memory and out again, and writes a little of each part of the index.
fn feed_memory(store: &mut Store) -> (UnitKey, i64) {
    let (source, target) = (Content::plain("قال المعلّم"), Content::plain("The teacher said"));
    let unit = NewUnit::of(source, target, ("ar".into(), "en".into())).unwrap();
    let entry = NewEntry::new(None, Stamp::default(), Stamp::default(), &RawRemarks::default()).unwrap();
    let written = store.write(&action(OperationKind::Memory), Keep::Applied, |writer| {
        let memory = writer.memory("قديمة")?;
        let key = writer.add_unit(&unit)?;
        let number = writer.add_entry(memory, key, &entry)?;
        writer.set_penalty(memory, 5)?;
        assert!(writer.snapshot().has_entry(memory, key, &entry)? && writer.snapshot().is_unit(key, &unit)?);
        for settled in writer.newly_settled()? {
            writer.add_own_unit(&settled, None, key)?;
        }
        writer.mark_index()?;
        writer.add_index_word(VocabularySide::Source, 2, "قال", 0)?;
        writer.add_index_stem(VocabularySide::Source, 0, "قال")?;
        writer.extend_index_kin(7, &[1])?;
        writer.put_index_tail(0, &[1])?;
        writer.add_index_run(0, &[(2, 1)])?;
        writer.add_index_block(IndexTable::Postings, 1, &[1])?;
        Ok::<_, StoreError>((key, number))
    });
    written.unwrap().value
}

#[test]
fn what_is_asked_of_the_memory_scans_no_big_table() {
    let (mut store, slug, _) = desk();
    work_on(&mut store, &slug);
    let ((unit, number), mut all) = traced(&mut store, feed_memory);
    all.extend(
        traced(&mut store, |store| {
            let snapshot = store.snapshot().unwrap();
            assert!(snapshot.index_is_current().unwrap() && snapshot.memory("قديمة").unwrap().is_some());
            assert_eq!(snapshot.index_runs().unwrap().len(), 1);
            snapshot.index_tail(|_, _| ()).unwrap();
            snapshot.last_of_index_tail().unwrap().unwrap();
            let units = UnitReader::of(&snapshot);
            assert!(units.unit(unit).unwrap().is_some() && snapshot.entry(number).unwrap().is_some());
            assert_eq!(units.entries_of(unit, 20).unwrap()[0].penalty, 5);
            for filter in [UseFilter::Current, UseFilter::Superseded] {
                snapshot.own_uses(unit, filter, 20).unwrap();
            }
            let side = VocabularySide::Source;
            assert_eq!(snapshot.index_word(side, "قال").unwrap(), Some((2, 0)));
            assert!(snapshot.index_word_text(side, 2).unwrap().is_some());
            assert_eq!(snapshot.index_stem(side, "قال").unwrap(), Some(0));
            assert_eq!(snapshot.index_stems_of_prefix(side, "قا").unwrap(), [0]);
            assert_eq!(snapshot.last_index_numbers(side).unwrap(), (Some(2), Some(0)));
            let blocks = IndexBlocks::of(&snapshot);
            let tables = [
                IndexTable::Postings,
                IndexTable::Sequences,
                IndexTable::Hashes,
                IndexTable::Successors,
                IndexTable::Kin,
            ];
            for table in tables {
                blocks.block(table, 7).unwrap();
            }
            assert_eq!(snapshot.entries_in(1, None, 10).unwrap().len(), 1);
            blocks.first_postings(&(0..=9)).unwrap().unwrap();
            blocks.visit_postings(&(1..=9), &mut |_, _| ControlFlow::Continue(())).unwrap();
            snapshot.visit_index_blocks(IndexTable::Hashes, &(1..=9), &mut |_, _| ()).unwrap();
            snapshot.index_blocks(IndexTable::Postings, &(0..=9), 8).unwrap();
        })
        .1,
    );
    assert!(all.len() > 30, "only {} statements were traced", all.len());
    let dear: Vec<String> = all.iter().flat_map(|sql| steps(&store.connection, sql, scans)).collect();
    assert!(dear.is_empty(), "scans:\n{}", dear.join("\n"));
    let of_unit: Vec<&String> = all.iter().filter(|sql| sql.contains("e.unit = ")).collect();
    assert_eq!(of_unit.len(), 2);
    for sql in of_unit {
        let plan = steps(&store.connection, sql, |_| true);
        assert!(plan[0].starts_with("SEARCH e USING INDEX entry_by_unit"), "{plan:?}");
    }
}

/// These walk an index from one end and stop when they have what they want, so they may scan but not sort.
#[test]
fn the_log_is_read_from_its_newest_end_without_sorting() {
    let (mut store, slug, _) = desk();
    work_on(&mut store, &slug);
    let ((), mut all) = traced(&mut store, undo_and_redo);
    all.extend(traced(&mut store, |store| store.snapshot().unwrap().operations(20).unwrap()).1);
    let (walks, others): (Vec<_>, Vec<_>) = all.iter().partition(|sql| sql.contains("ORDER BY seq DESC"));
    assert!(walks.len() == 2 && others.len() > 10);
    let sorts = |step: &str| step.starts_with("USE TEMP B-TREE");
    let mut dear: Vec<String> = walks.iter().flat_map(|sql| steps(&store.connection, sql, sorts)).collect();
    dear.extend(others.iter().flat_map(|sql| steps(&store.connection, sql, scans)));
    assert!(dear.is_empty(), "scans or sorts:\n{}", dear.join("\n"));
}

#[test]
fn what_waits_is_found_in_an_index_of_what_waits() {
    let (mut store, ..) = desk();
    for (waiting, index) in [
        (Waiting::SentBack, "head_sent_back"),
        (Waiting::Stale, "head_stale"),
        (Waiting::ToReview, "head_to_review"),
        (Waiting::ToFinalize, "head_to_finalize"),
    ] {
        let (_, all) = traced(&mut store, |store| store.snapshot().unwrap().waiting(waiting).unwrap());
        let sql = all.iter().find(|sql| sql.contains(index)).unwrap();
        let plan = steps(&store.connection, sql, |_| true);
        assert!(plan[0].starts_with(&format!("SCAN h USING INDEX {index}")), "{plan:?}");
        let sorts = plan.iter().any(|step| step.starts_with("USE TEMP B-TREE"));
        assert!(!sorts, "{plan:?}");
    }
}

#[test]
fn what_is_to_be_translated_is_counted_in_an_index_alone_and_found_by_its_article() {
    let (mut store, slug, _) = desk();
    let (open, all) = traced(&mut store, |store| {
        let snapshot = store.snapshot().unwrap();
        let article = snapshot.article(&slug).unwrap().unwrap().key;
        let places = snapshot.open_paragraphs(article, Status::Untranslated).unwrap();
        (snapshot.open_articles().unwrap(), article, places)
    });
    let (open, article, places) = open;
    let of_article = open.iter().find(|open| open.article == article).unwrap();
    assert_eq!((of_article.is_further, of_article.untranslated, of_article.drafts), (false, 2, 0));
    assert_eq!(places.iter().map(|place| place.number).collect::<Vec<_>>(), [1, 2]);
    let plan = |part: &str| steps(&store.connection, all.iter().find(|sql| sql.contains(part)).unwrap(), |_| true);
    let counted = plan("GROUP BY article");
    let reads = |step: &str| counted.iter().filter(|found| found.contains(step)).count();
    let whole = (reads("SCAN head USING COVERING INDEX head_open"), reads("SEARCH a USING INTEGER PRIMARY KEY"));
    assert_eq!((whole, reads("TEMP B-TREE")), ((1, 1), 0), "{counted:?}");
    assert_eq!(reads("SEARCH w USING COVERING INDEX head_progress (article=? AND status=?)"), 1, "{counted:?}");
    let found = plan("h.status =");
    assert!(
        found[0].starts_with("SEARCH h USING INDEX head_progress (article=? AND status=? AND stale=?"),
        "{found:?}"
    );
}

#[test]
fn the_progress_of_all_articles_is_counted_in_an_index_alone() {
    let (mut store, ..) = desk();
    let (_, all) = traced(&mut store, |store| store.snapshot().unwrap().progress_of_all().unwrap());
    let sql = all.iter().find(|sql| sql.contains("GROUP BY")).unwrap();
    let plan = steps(&store.connection, sql, |_| true);
    assert_eq!(plan.len(), 1, "{plan:?}");
    assert!(plan[0].starts_with("SCAN head USING COVERING INDEX head_progress"), "{plan:?}");
}

/// Approved pairs are read from an index that holds nothing else, the newest first, and no more than are asked for.
#[test]
fn approved_pairs_are_read_from_an_index_of_their_own() {
    let (mut store, ..) = desk();
    let (_, all) = traced(&mut store, |store| store.snapshot().unwrap().approved_pairs(10).unwrap());
    let sql = all.iter().find(|sql| sql.contains("head_approved")).unwrap();
    let plan = steps(&store.connection, sql, |_| true);
    assert!(plan[0].starts_with("SCAN h USING INDEX head_approved"), "{plan:?}");
    assert!(!plan.iter().any(|step| step.starts_with("USE TEMP B-TREE")), "{plan:?}");
}
