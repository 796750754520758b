-- The desk. Every table below the line "caches" is append-only: rows are added, never changed or deleted.
-- Times are RFC 3339 in UTC. `key` columns are local to this file; `id` columns are UUIDv7 and hold on every desk.

CREATE TABLE operation (
    seq INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    at TEXT NOT NULL,
    person TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('init', 'import', 'source-update', 'set', 'split', 'merge', 'align', 'kind', 'exclude',
        'include', 'decide', 'comment',
        'resolve', 'waive', 'configure', 'export', 'undo', 'redo', 'restore', 'term', 'name', 'memory', 'reindex', 'pretranslate', 'boilerplate')),
    -- The words of the command, as a JSON array of strings.
    command TEXT NOT NULL,
    -- Whether it is written in several transactions; it is then complete when `completion` says so, others always.
    parted INTEGER NOT NULL CHECK (parted IN (0, 1))
) STRICT;

CREATE TABLE completion (
    operation INTEGER PRIMARY KEY REFERENCES operation (seq)
) STRICT;

-- Undo and redo: from `operation` on, `target` does not count any more, or counts again.
CREATE TABLE reversal (
    operation INTEGER NOT NULL REFERENCES operation (seq),
    target INTEGER NOT NULL REFERENCES operation (seq),
    effect TEXT NOT NULL CHECK (effect IN ('revert', 'reinstate')),
    PRIMARY KEY (operation, target)
) STRICT, WITHOUT ROWID;
CREATE INDEX reversal_by_target ON reversal (target, operation);

CREATE TABLE setting (
    key INTEGER PRIMARY KEY,
    operation INTEGER NOT NULL REFERENCES operation (seq),
    name TEXT NOT NULL,
    value TEXT NOT NULL
) STRICT;

-- A person's roles from `operation` on, as a JSON array.
CREATE TABLE person_roles (
    key INTEGER PRIMARY KEY,
    operation INTEGER NOT NULL REFERENCES operation (seq),
    person TEXT NOT NULL,
    roles TEXT NOT NULL
) STRICT;

-- A text with its inline codes, once for each distinct pair. `hash` is BLAKE3 over both. `repeat_key` is the first 8 bytes of
-- BLAKE3 over the normalised text (level L2) of version `key_version`; NULL where the text has no word in it.
CREATE TABLE content (
    key INTEGER PRIMARY KEY,
    hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
    text TEXT NOT NULL,
    codes TEXT,
    words INTEGER NOT NULL,
    repeat_key INTEGER,
    key_version INTEGER NOT NULL
) STRICT;

CREATE TABLE article (
    key INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    operation INTEGER NOT NULL REFERENCES operation (seq),
    slug TEXT NOT NULL,
    source_language TEXT NOT NULL,
    target_language TEXT NOT NULL
) STRICT;
CREATE INDEX article_by_operation ON article (operation);
CREATE INDEX article_by_slug ON article (slug);

-- The files an article came from.
CREATE TABLE source_document (
    key INTEGER PRIMARY KEY,
    operation INTEGER NOT NULL REFERENCES operation (seq),
    article INTEGER NOT NULL REFERENCES article (key),
    side TEXT NOT NULL CHECK (side IN ('source', 'target')),
    file_name TEXT NOT NULL,
    format TEXT NOT NULL,
    encoding TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE INDEX source_document_by_article ON source_document (article);
CREATE INDEX source_document_by_hash ON source_document (hash);

CREATE TABLE paragraph (
    key INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    operation INTEGER NOT NULL REFERENCES operation (seq),
    article INTEGER NOT NULL REFERENCES article (key)
) STRICT;
CREATE INDEX paragraph_by_article ON paragraph (article);
-- The names of findings begin with these four bytes.
CREATE INDEX paragraph_by_tail ON paragraph (substr(id, 13));

-- The order of an article's paragraphs from `operation` on: a JSON array of paragraph keys. A paragraph that is left out is removed.
CREATE TABLE layout (
    key INTEGER PRIMARY KEY,
    operation INTEGER NOT NULL REFERENCES operation (seq),
    article INTEGER NOT NULL REFERENCES article (key),
    paragraphs TEXT NOT NULL
) STRICT;
CREATE INDEX layout_by_article ON layout (article);
CREATE INDEX layout_by_operation ON layout (operation);

-- One full state of a paragraph. `basis` is the source that the target was written against; `translator` wrote the target.
-- `beads` is a JSON array of [source end, target end] in bytes; a third number is the aligner's confidence in hundredths.
CREATE TABLE revision (
    key INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    operation INTEGER NOT NULL REFERENCES operation (seq),
    paragraph INTEGER NOT NULL REFERENCES paragraph (key),
    number INTEGER NOT NULL,
    base INTEGER REFERENCES revision (key),
    kind TEXT NOT NULL CHECK (kind IN ('title', 'kicker', 'byline', 'dateline', 'standfirst', 'heading', 'body', 'list-item', 'quote',
        'separator', 'note', 'credit', 'author-bio', 'boilerplate')),
    confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
    heading_level INTEGER CHECK (heading_level BETWEEN 1 AND 6),
    -- What joins a note to its marks.
    note_label TEXT,
    -- What the source file set before an item of a list, and its number there.
    list_mark TEXT CHECK (list_mark IN ('bullet', 'number', 'continued')),
    list_number INTEGER CHECK (coalesce(list_number, 0) >= 0 AND (list_number IS NOT NULL) = (coalesce(list_mark, '') = 'number')),
    source INTEGER NOT NULL REFERENCES content (key),
    target INTEGER REFERENCES content (key),
    basis INTEGER NOT NULL REFERENCES content (key),
    beads TEXT NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('source', 'human', 'import', 'aligned', 'repetition', 'copy', 'memory', 'boilerplate')),
    translator TEXT,
    -- The score of the match that the target was taken from.
    match_score INTEGER CHECK (match_score BETWEEN 1 AND 101),
    CHECK ((match_score IS NOT NULL) = (origin = 'memory')),
    UNIQUE (paragraph, number)
) STRICT;
CREATE INDEX revision_by_operation ON revision (operation);

-- A decision is bound to the texts of its revision, which never change. `self` tells that a person decided on a text of their own;
-- `carried_from` that a policy carried an earlier decision over a cosmetic change of the source.
CREATE TABLE decision (
    key INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    operation INTEGER NOT NULL REFERENCES operation (seq),
    paragraph INTEGER NOT NULL REFERENCES paragraph (key),
    revision INTEGER NOT NULL REFERENCES revision (key),
    kind TEXT NOT NULL CHECK (kind IN ('submit', 'approve', 'finalize', 'request-changes', 'withdraw', 'reopen',
        'repair')),
    person TEXT NOT NULL,
    role TEXT CHECK (role IN ('translator', 'reviewer', 'editor')),
    reason TEXT CHECK (reason IN ('accuracy', 'omission', 'addition', 'terminology', 'register', 'style', 'fact', 'legal', 'other')),
    note TEXT,
    self INTEGER NOT NULL CHECK (self IN (0, 1)),
    carried_from INTEGER REFERENCES decision (key)
) STRICT;
CREATE INDEX decision_by_paragraph ON decision (paragraph);
CREATE INDEX decision_by_operation ON decision (operation);

-- Whether a paragraph is left out of the finished article, from `operation` on, and why. A mark is bound to the source of its
-- revision; `carried_from` tells that an update carried it over a cosmetic change of the source.
CREATE TABLE exclusion (
    key INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    operation INTEGER NOT NULL REFERENCES operation (seq),
    paragraph INTEGER NOT NULL REFERENCES paragraph (key),
    revision INTEGER NOT NULL REFERENCES revision (key),
    effect TEXT NOT NULL CHECK (effect IN ('exclude', 'include')),
    person TEXT NOT NULL,
    reason TEXT CHECK ((reason IS NOT NULL) = (effect = 'exclude')),
    carried_from INTEGER REFERENCES exclusion (key)
) STRICT;
CREATE INDEX exclusion_by_paragraph ON exclusion (paragraph);
CREATE INDEX exclusion_by_operation ON exclusion (operation);

CREATE TABLE comment (
    key INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    operation INTEGER NOT NULL REFERENCES operation (seq),
    paragraph INTEGER NOT NULL REFERENCES paragraph (key),
    revision INTEGER NOT NULL REFERENCES revision (key),
    person TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;
CREATE INDEX comment_by_paragraph ON comment (paragraph);
CREATE INDEX comment_by_operation ON comment (operation);

CREATE TABLE resolution (
    key INTEGER PRIMARY KEY,
    operation INTEGER NOT NULL REFERENCES operation (seq),
    comment INTEGER NOT NULL REFERENCES comment (key)
) STRICT;
CREATE INDEX resolution_by_comment ON resolution (comment);
CREATE INDEX resolution_by_operation ON resolution (operation);

-- A finding of a check that somebody let stand. `source_hash` and `target_hash` are BLAKE3 over the key L1 of the texts it is bound
-- to; `fingerprint` tells it from the other findings of its paragraph.
CREATE TABLE waiver (
    key INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    operation INTEGER NOT NULL REFERENCES operation (seq),
    paragraph INTEGER NOT NULL REFERENCES paragraph (key),
    check_id TEXT NOT NULL,
    source_hash BLOB NOT NULL CHECK (length(source_hash) = 32),
    target_hash BLOB NOT NULL CHECK (length(target_hash) = 32),
    fingerprint BLOB NOT NULL CHECK (length(fingerprint) = 4),
    person TEXT NOT NULL,
    reason TEXT NOT NULL
) STRICT;
CREATE INDEX waiver_by_paragraph ON waiver (paragraph);
CREATE INDEX waiver_by_operation ON waiver (operation);

-- What was exported: the file, and the revision of every paragraph in it.
CREATE TABLE export (
    key INTEGER PRIMARY KEY,
    operation INTEGER NOT NULL REFERENCES operation (seq),
    article INTEGER NOT NULL REFERENCES article (key),
    format TEXT NOT NULL,
    layout TEXT NOT NULL CHECK (layout IN ('side-by-side', 'stacked', 'target')),
    path TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    draft INTEGER NOT NULL CHECK (draft IN (0, 1)),
    -- Whether it was only a part of the article.
    partial INTEGER NOT NULL CHECK (partial IN (0, 1)),
    -- Whether it is the published version until the next: a document of all that was ready, and no table.
    publication INTEGER NOT NULL CHECK (publication IN (0, 1))
) STRICT;
CREATE INDEX export_by_article ON export (article, publication);

CREATE TABLE export_revision (
    export INTEGER NOT NULL REFERENCES export (key),
    paragraph INTEGER NOT NULL REFERENCES paragraph (key),
    revision INTEGER NOT NULL REFERENCES revision (key),
    -- Whether it stood there as left out.
    excluded INTEGER NOT NULL CHECK (excluded IN (0, 1)),
    PRIMARY KEY (export, paragraph)
) STRICT, WITHOUT ROWID;
CREATE INDEX export_revision_by_paragraph ON export_revision (paragraph);

-- ── terms and names ──

-- A concept of the termbase, or an entry of the name authority; its key is the number that people type.
CREATE TABLE concept (
    key INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    operation INTEGER NOT NULL REFERENCES operation (seq)
) STRICT;

-- One full state of a concept; the newest that counts holds.
CREATE TABLE concept_state (
    key INTEGER PRIMARY KEY,
    operation INTEGER NOT NULL REFERENCES operation (seq),
    concept INTEGER NOT NULL REFERENCES concept (key),
    effect TEXT NOT NULL CHECK (effect IN ('set', 'remove')),
    kind TEXT NOT NULL CHECK (kind IN ('term', 'person', 'place', 'organisation')),
    treatment TEXT NOT NULL CHECK (treatment IN ('translate', 'keep')),
    domain TEXT,
    note TEXT,
    -- Where the choice was taken from, and when, in the words of who made it.
    source TEXT,
    date TEXT
) STRICT;
CREATE INDEX concept_state_by_concept ON concept_state (concept, key);
CREATE INDEX concept_state_by_operation ON concept_state (operation);

-- The terms of a state of a concept, in order; `forms` is a JSON array of strings.
CREATE TABLE term (
    state INTEGER NOT NULL REFERENCES concept_state (key),
    place INTEGER NOT NULL,
    language TEXT NOT NULL,
    text TEXT NOT NULL,
    usage TEXT NOT NULL CHECK (usage IN ('preferred', 'admitted', 'forbidden')),
    part_of_speech TEXT CHECK (part_of_speech IN ('noun', 'proper-noun', 'verb', 'adjective', 'adverb', 'other')),
    forms TEXT NOT NULL,
    note TEXT,
    PRIMARY KEY (state, place)
) STRICT, WITHOUT ROWID;

-- ── translation memory ──

-- A memory that was brought from outside or is written into by hand.
CREATE TABLE memory (
    key INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    operation INTEGER NOT NULL REFERENCES operation (seq),
    name TEXT NOT NULL UNIQUE
) STRICT;

-- What the matches of a memory lose, in percent, from `operation` on.
CREATE TABLE memory_penalty (
    key INTEGER PRIMARY KEY,
    operation INTEGER NOT NULL REFERENCES operation (seq),
    memory INTEGER NOT NULL REFERENCES memory (key),
    penalty INTEGER NOT NULL CHECK (penalty BETWEEN 0 AND 100)
) STRICT;
CREATE INDEX memory_penalty_by_memory ON memory_penalty (memory, key);
CREATE INDEX memory_penalty_by_operation ON memory_penalty (operation);

-- A source and its target, once for each distinct pair of texts, codes and languages.
CREATE TABLE unit (
    key INTEGER PRIMARY KEY,
    source TEXT NOT NULL,
    source_codes TEXT,
    target TEXT NOT NULL,
    target_codes TEXT,
    source_language TEXT NOT NULL,
    target_language TEXT NOT NULL
) STRICT;

-- That a memory holds a unit, and what it says of it: the name there, who made and changed it and when, and as a JSON object the
-- properties and notes.
CREATE TABLE entry (
    key INTEGER PRIMARY KEY,
    operation INTEGER NOT NULL REFERENCES operation (seq),
    memory INTEGER NOT NULL REFERENCES memory (key),
    unit INTEGER NOT NULL REFERENCES unit (key),
    name TEXT,
    created_at TEXT,
    created_by TEXT,
    changed_at TEXT,
    changed_by TEXT,
    remarks TEXT
) STRICT;
CREATE INDEX entry_by_unit ON entry (unit);
CREATE INDEX entry_by_memory ON entry (memory, operation);

-- From `operation` on, an entry is no longer in its memory.
CREATE TABLE entry_removal (
    key INTEGER PRIMARY KEY,
    operation INTEGER NOT NULL REFERENCES operation (seq),
    entry INTEGER NOT NULL REFERENCES entry (key)
) STRICT;
CREATE INDEX entry_removal_by_entry ON entry_removal (entry);
CREATE INDEX entry_removal_by_operation ON entry_removal (operation);

-- ── boilerplate ──

-- A text that articles repeat, kept as one object: its name and its source, which stay. `repeat_key` is that of the source.
CREATE TABLE block (
    key INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    operation INTEGER NOT NULL REFERENCES operation (seq),
    name TEXT NOT NULL,
    target_language TEXT NOT NULL,
    source INTEGER NOT NULL REFERENCES content (key),
    repeat_key INTEGER NOT NULL
) STRICT;
CREATE INDEX block_by_name ON block (name);
CREATE INDEX block_by_repeat_key ON block (repeat_key);

-- A version of its translation; the newest that counts holds, and with 'remove' the block is one no more. `waiver` says why
-- numbers that differ from the source were let stand.
CREATE TABLE block_version (
    key INTEGER PRIMARY KEY,
    operation INTEGER NOT NULL REFERENCES operation (seq),
    block INTEGER NOT NULL REFERENCES block (key),
    number INTEGER NOT NULL,
    effect TEXT NOT NULL CHECK (effect IN ('set', 'remove')),
    target INTEGER NOT NULL REFERENCES content (key),
    waiver TEXT,
    UNIQUE (block, number)
) STRICT;
CREATE INDEX block_version_by_operation ON block_version (operation);

-- Which version of a block a paragraph has, from `operation` on.
CREATE TABLE block_use (
    key INTEGER PRIMARY KEY,
    operation INTEGER NOT NULL REFERENCES operation (seq),
    paragraph INTEGER NOT NULL REFERENCES paragraph (key),
    version INTEGER NOT NULL REFERENCES block_version (key)
) STRICT;
CREATE INDEX block_use_by_paragraph ON block_use (paragraph, key);
CREATE INDEX block_use_by_operation ON block_use (operation);
CREATE INDEX block_use_by_version ON block_use (version);

-- ── sentences that one side alone has on purpose ──

-- Whether a segment that only the source, or only the target, has was left out, or added, on purpose, from `operation` on, and
-- why. It is bound to the segment's text: `text_hash` is BLAKE3 over it, white space at its ends left aside.
CREATE TABLE purpose (
    key INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    operation INTEGER NOT NULL REFERENCES operation (seq),
    paragraph INTEGER NOT NULL REFERENCES paragraph (key),
    side TEXT NOT NULL CHECK (side IN ('source', 'target')),
    text_hash BLOB NOT NULL CHECK (length(text_hash) = 32),
    effect TEXT NOT NULL CHECK (effect IN ('mark', 'unmark')),
    person TEXT NOT NULL,
    reason TEXT CHECK ((reason IS NOT NULL) = (effect = 'mark'))
) STRICT;
CREATE INDEX purpose_by_paragraph ON purpose (paragraph);
CREATE INDEX purpose_by_operation ON purpose (operation);

-- ── caches: computed from the rows above, computed again and compared by `doctor` ──

CREATE TABLE reverted (
    operation INTEGER PRIMARY KEY REFERENCES operation (seq)
) STRICT;

-- The articles that exist at present.
CREATE TABLE article_head (
    article INTEGER PRIMARY KEY REFERENCES article (key),
    slug TEXT NOT NULL UNIQUE,
    layout INTEGER NOT NULL REFERENCES layout (key),
    title TEXT NOT NULL
) STRICT;

-- The present state of each paragraph of an existing article; `number` is NULL when the paragraph is removed, `exclusion` the
-- mark that leaves it out of the finished article.
CREATE TABLE head (
    paragraph INTEGER PRIMARY KEY REFERENCES paragraph (key),
    article INTEGER NOT NULL REFERENCES article (key),
    number INTEGER,
    revision INTEGER NOT NULL REFERENCES revision (key),
    kind TEXT NOT NULL,
    repeat_key INTEGER,
    -- The same key of the target.
    target_key INTEGER,
    status TEXT NOT NULL,
    stale INTEGER NOT NULL,
    exclusion INTEGER REFERENCES exclusion (key),
    source_words INTEGER NOT NULL,
    target_words INTEGER NOT NULL
) STRICT;
CREATE INDEX head_by_article ON head (article, number);
-- `number` closes it so that progress is counted without a look at the table.
CREATE INDEX head_progress ON head (article, status, stale, source_words, target_words, exclusion, number) WHERE number IS NOT NULL;
CREATE INDEX head_by_repeat_key ON head (repeat_key, status) WHERE repeat_key IS NOT NULL AND number IS NOT NULL;
-- Sources with several targets, and targets with several sources; `exclusion` and `number` close them, so that they are counted
-- without a look at the table.
CREATE INDEX head_by_source ON head (repeat_key, target_key, exclusion, number) WHERE repeat_key IS NOT NULL AND target_key IS NOT NULL
    AND number IS NOT NULL AND exclusion IS NULL;
CREATE INDEX head_by_target ON head (target_key, repeat_key, exclusion, number) WHERE repeat_key IS NOT NULL AND target_key IS NOT NULL
    AND number IS NOT NULL AND exclusion IS NULL;
-- Approved pairs, from which lengths are learnt.
CREATE INDEX head_approved ON head (paragraph) WHERE status IN ('reviewed', 'final') AND number IS NOT NULL AND exclusion IS NULL;
-- What waits for somebody.
CREATE INDEX head_sent_back ON head (article, number) WHERE status = 'changes-requested' AND number IS NOT NULL
    AND exclusion IS NULL;
CREATE INDEX head_to_review ON head (article, number) WHERE status = 'translated' AND number IS NOT NULL AND exclusion IS NULL;
CREATE INDEX head_to_finalize ON head (article, number) WHERE status = 'reviewed' AND number IS NOT NULL AND exclusion IS NULL;
CREATE INDEX head_stale ON head (article, number) WHERE stale = 1 AND number IS NOT NULL AND exclusion IS NULL;

-- The units of the revisions that ever were translated or better: `segment` is 0 for the whole paragraph, else a segment's number.
CREATE TABLE own_unit (
    revision INTEGER NOT NULL REFERENCES revision (key),
    segment INTEGER NOT NULL,
    paragraph INTEGER NOT NULL REFERENCES paragraph (key),
    unit INTEGER NOT NULL REFERENCES unit (key),
    PRIMARY KEY (revision, segment)
) STRICT, WITHOUT ROWID;
CREATE INDEX own_unit_by_unit ON own_unit (unit);

-- The index over the units (src/matching). `keys` is the version of its keys and of its own form.
CREATE TABLE memory_index (
    keys INTEGER NOT NULL
) STRICT;
-- The words of each side: `key` is the side (0 source, 1 target) times 2^32, plus the word.
CREATE TABLE memory_word (
    key INTEGER PRIMARY KEY,
    side INTEGER NOT NULL CHECK (side IN (0, 1)),
    text TEXT NOT NULL,
    stem INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX memory_word_by_text ON memory_word (side, text, stem);
-- The stems of each side, numbered likewise.
CREATE TABLE memory_stem (
    key INTEGER PRIMARY KEY,
    side INTEGER NOT NULL CHECK (side IN (0, 1)),
    text TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX memory_stem_by_text ON memory_stem (side, text);
CREATE TABLE memory_kin (bucket INTEGER PRIMARY KEY, data BLOB NOT NULL) STRICT;
-- Runs, with how many units have how many words as a JSON array of pairs, and their blocks.
CREATE TABLE memory_run (number INTEGER PRIMARY KEY, lengths TEXT NOT NULL) STRICT;
CREATE TABLE memory_posting (key INTEGER PRIMARY KEY, data BLOB NOT NULL) STRICT;
CREATE TABLE memory_sequence (key INTEGER PRIMARY KEY, data BLOB NOT NULL) STRICT;
CREATE TABLE memory_hash (key INTEGER PRIMARY KEY, data BLOB NOT NULL) STRICT;
CREATE TABLE memory_successor (key INTEGER PRIMARY KEY, data BLOB NOT NULL) STRICT;
-- The newest units, which are in no run yet.
CREATE TABLE memory_tail (key INTEGER PRIMARY KEY, data BLOB NOT NULL) STRICT;

-- ── word statistics of confirmed pairs, from which the aligner learns: computed from the rows above, in steps, and again from
-- nothing by `doctor --reindex` ──

-- With which lexicon and way of counting they were counted, and the tokens in all pairs; one row.
CREATE TABLE lexicon_state (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    version INTEGER NOT NULL,
    first_tokens INTEGER NOT NULL,
    second_tokens INTEGER NOT NULL
) STRICT;

-- The revision of each paragraph that is counted.
CREATE TABLE lesson (
    paragraph INTEGER PRIMARY KEY REFERENCES paragraph (key),
    revision INTEGER NOT NULL REFERENCES revision (key)
) STRICT;

-- Paragraphs of which something else is to be counted than is: they wait for the next alignment.
CREATE TABLE lesson_due (
    paragraph INTEGER PRIMARY KEY REFERENCES paragraph (key)
) STRICT;

-- Words as the aligner compares them; `shared` is in thousandths of a word.
CREATE TABLE lexicon_word (
    key INTEGER PRIMARY KEY,
    side TEXT NOT NULL CHECK (side IN ('first', 'second')),
    word TEXT NOT NULL,
    seen INTEGER NOT NULL,
    shared INTEGER NOT NULL,
    UNIQUE (side, word)
) STRICT;

CREATE TABLE lexicon_link (
    first INTEGER NOT NULL REFERENCES lexicon_word (key),
    second INTEGER NOT NULL REFERENCES lexicon_word (key),
    forward INTEGER NOT NULL,
    backward INTEGER NOT NULL,
    PRIMARY KEY (first, second)
) STRICT, WITHOUT ROWID;
