//! The `sqlite3` shell as a yardstick: the rows that a command reads, with the same columns and joins, and the cheapest
//! durable write. Does nothing where the shell is not installed.

use std::path::Path;

use super::clock::{Line, Outcome};

const ARTICLE: &str = "SELECT h.article, a.id, h.slug, h.title, a.source_language, a.target_language
    FROM article_head h JOIN article a ON a.key = h.article WHERE h.slug = 'SLUG';";

const STATUS: &str = "SELECT article, status, stale, count(*), sum(source_words), sum(target_words) FROM head
    WHERE number IS NOT NULL AND article = (SELECT article FROM article_head WHERE slug = 'SLUG') GROUP BY article, status, stale;
    SELECT e.key, o.at, o.person, e.format, e.layout, e.path, e.hash, e.draft FROM export e JOIN operation o ON o.seq = e.operation
    WHERE e.article = (SELECT article FROM article_head WHERE slug = 'SLUG') AND e.draft = 0 AND e.partial = 0
    ORDER BY e.key DESC LIMIT 1;";

const SHOW: &str =
    "SELECT h.article, h.number, h.status, h.stale, p.id, r.*, s.text, s.codes, s.hash, s.words, s.repeat_key,
    t.text, t.codes, t.hash, t.words, b.hash
    FROM head h JOIN paragraph p ON p.key = h.paragraph JOIN revision r ON r.key = h.revision
    JOIN content s ON s.key = r.source JOIN content b ON b.key = r.basis LEFT JOIN content t ON t.key = r.target
    WHERE h.article = (SELECT article FROM article_head WHERE slug = 'SLUG') AND h.number BETWEEN 7 AND 7;";

const LOG: &str = "SELECT r.*, o.person, o.at, s.text, s.codes, s.hash, s.words, s.repeat_key, t.text, t.codes, t.hash, t.words, b.hash
    FROM revision r JOIN operation o ON o.seq = r.operation
    JOIN content s ON s.key = r.source JOIN content b ON b.key = r.basis LEFT JOIN content t ON t.key = r.target
    WHERE r.paragraph = (SELECT paragraph FROM head JOIN article_head a USING (article) WHERE a.slug = 'SLUG' AND number = 7)
    ORDER BY r.number;
    SELECT d.*, o.at FROM decision d JOIN operation o ON o.seq = d.operation
    WHERE d.paragraph = (SELECT paragraph FROM head JOIN article_head a USING (article) WHERE a.slug = 'SLUG' AND number = 7);
    SELECT c.*, o.at FROM comment c JOIN operation o ON o.seq = c.operation
    WHERE c.paragraph = (SELECT paragraph FROM head JOIN article_head a USING (article) WHERE a.slug = 'SLUG' AND number = 7);
    SELECT e.*, o.at FROM export_revision x JOIN export e ON e.key = x.export JOIN operation o ON o.seq = e.operation
    WHERE x.paragraph = (SELECT paragraph FROM head JOIN article_head a USING (article) WHERE a.slug = 'SLUG' AND number = 7);";

/// What a command reads.
#[derive(Clone, Copy)]
pub(crate) enum Reading {
    Status,
    Show,
    Log,
}

/// The same rows by the shell.
pub(crate) fn read(reading: Reading, desk: &Path, slug: &str) -> Line {
    let rows = match reading {
        Reading::Status => STATUS,
        Reading::Show => SHOW,
        Reading::Log => LOG,
    };
    let sql = format!("{ARTICLE} {rows}").replace("SLUG", slug);
    Line::new("sqlite3", &[&desk.display().to_string(), &sql])
}

/// Makes the file for [`insert`].
pub(crate) fn prepare(file: &Path) -> Outcome<()> {
    let sql = "PRAGMA journal_mode = WAL; CREATE TABLE revision (key INTEGER PRIMARY KEY, at TEXT NOT NULL, text TEXT NOT NULL);";
    Line::new("sqlite3", &[&file.display().to_string(), sql]).once()?;
    Ok(())
}

/// One row, on the disk when the shell returns.
pub(crate) fn insert(file: &Path, text: &str) -> Line {
    let sql = format!("PRAGMA synchronous = FULL; INSERT INTO revision (at, text) VALUES (datetime('now'), '{text}');");
    Line::new("sqlite3", &[&file.display().to_string(), &sql])
}
