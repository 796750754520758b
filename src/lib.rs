//! Hunayn: a desk where Arabic articles become English ones, paragraph by paragraph, and nothing said or written about them is lost.
//!
//! This header is the architecture document. Change it in the commit that changes the shape.
//!
//! # The map
//!
//! A paragraph flows one way, from left to right, and back out through the same doors:
//!
//! ```text
//! bytes ─ formats::read ─ blocks ─ segmentation (kinds, sentences) ─ ops::import ─ store
//!                                                                                   │
//!        translator: ops::translate      reviewer: ops::review      undo: ops::operations
//!                                                                                   │
//! file  ─ formats::write ──────────── bitext ──────────────────────── ops::export ──┘
//! ```
//!
//! | layer | holds | may use | may never |
//! |---|---|---|---|
//! | `model` | plain data: ids, content, article, revision, decision, status, sheet, message | – | do I/O, know SQL or Fluent |
//! | `text` | views for comparing and counting, never stored as text: keys, words, numbers, names | model | |
//! | `segmentation`, `alignment`, `matching`, `diff` | pure engines: sentences and paragraph kinds; which texts render one another; which sources are alike; word and version differences | model, text | know SQL, files, locale |
//! | `terminology` | pure engine: which terms and names of a termbase stand in a text; which repeated phrases may become terms, and what renders them there | model, text | know SQL, files, locale; propose a rendering that does not stand in the texts |
//! | `qa` | checks of a target against its source: a table of functions, and what they find | model, text, segmentation (sentences), terminology | store, waive or mend anything; know SQL, files, locale |
//! | `formats` | bytes to model and model to bytes, one file per format | model, text | know SQL, segmentation, network, paths |
//! | `store` | the only SQL: schema, migrations, one file per aggregate | model, text | know users' files, clap, Fluent |
//! | `ops` | use cases: request in, report out | all above | print, read the environment, know clap or Fluent |
//! | `l10n` | the only place that makes sentences | model | |
//! | `web` | the local workbench: pages on this machine alone, who may come in, what the buttons do | model, ops, l10n | SQL, use cli, open what a request names |
//! | `cli` | one file per subcommand: parse, call one use case, render | model, ops, l10n, web in `serve` alone | SQL, format internals |
//!
//! `tests/testsuite/tidy.rs` holds this table and fails by name on a broken wall.
//!
//! # The heart: nothing is overwritten
//!
//! * A **paragraph** is the unit of record. A **revision** is its full state at one moment: source, target, inline codes by
//!   offset, and the **beads** over both texts. A segment is a bead; no text lives in it.
//! * A **decision** points at one revision and carries the hashes of both texts it saw. **Status is a pure function** of
//!   revisions and decisions ([`model::status`]); the store caches it and `doctor` proves the cache equal.
//! * A mark that a sentence stands on one side alone **on purpose** is bound to that sentence's words ([`model::Purpose`]).
//! * What the aligner has **learned from confirmed pairs** is counted in steps: a write only marks what changed, and who aligns next
//!   counts it ([`ops::lessons`]); `doctor` proves that nothing is missed, `doctor --reindex` counts from nothing.
//! * A mark that **leaves a paragraph out** of the finished article is bound to the source it saw, as a decision is to its texts
//!   ([`model::excluding_mark`]); it is no status.
//! * Every action is one **operation** in one transaction; only an import of many articles takes several ([`ops::import`]), and says
//!   in its operation whether all of it is in. Undo writes a new operation which says that an earlier one no longer
//!   counts; rows are never changed or deleted.
//! * Text is stored exactly as given. Normalised forms are keys, in their own versioned columns.
//! * **The translation memory is a view** ([`ops::memory`]): the units of every revision that was ever translated, and the entries of
//!   memories from outside, which are append-only rows too. Whether a wording still holds is asked when it is looked up. Its index is a
//!   cache in the desk, changed in the transaction of the texts; `doctor` proves it and makes it anew.
//! * **A review sheet** ([`ops::sheet`]) is a table that goes to a reviewer in Word and comes back. Each row becomes a change as `apply`
//!   makes it, on the revision that went out; what nobody touched in it stays byte for byte, since what Word shows of a text is laid
//!   over the text, and never read for it.
//! * **A page is the desk at that moment** (`web`): a request opens the desk, calls use cases on a thread that may wait, and lets go of it.
//!   A form carries the revision that the person saw; what a write refuses stays in the form, beside what stands there now. All other
//!   rooms are without asynchronous code.
//! * **A copy of a desk** ([`ops::backup`]) is a desk, known by the first operation and as old as the operations it lacks. It has no name
//!   before it is proven, and a desk that makes room for one keeps another name.
//!
//! # How to add a …
//!
//! * **format**: a file in `src/formats`, one line in the table of `src/formats/mod.rs`.
//! * **subcommand**: a file in `src/cli` with its arguments and `run`; a variant and an arm in `src/cli/mod.rs`; help texts
//!   `cli-NAME…` in every `locales/*/cli.ftl` (a test lists what is missing).
//! * **page**: a file in `src/web`, one line in the router of `src/web/mod.rs`; its words in every `locales/*/web.ftl`.
//! * **check**: a function in a family's file in `src/qa`, a line with both examples in the table of `src/qa/mod.rs`, its
//!   `check-…` text in every `locales/*/findings.ftl`.
//! * **locale**: a folder in `locales/`.
//! * **migration**: a file in `src/store/migrations`, one line in `src/store/schema.rs`; never change a released one.

pub mod alignment;
pub mod cli;
pub mod diff;
pub mod formats;
pub mod l10n;
pub mod matching;
pub mod model;
pub mod ops;
pub mod qa;
pub mod segmentation;
pub mod store;
pub mod terminology;
pub mod text;
#[cfg(feature = "web")]
pub mod web;
