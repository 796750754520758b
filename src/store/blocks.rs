//! Boilerplate: texts that articles repeat, kept as one object each with versions of its translation, and which paragraph has
//! which version; and the sources that stand more than once. Decides on no paragraph.

use rusqlite::{OptionalExtension, Row, named_params};
use uuid::Uuid;

use super::content::{self, ContentKey};
use super::error::StoreError;
use super::writer::Writer;
use super::{ArticleKey, ParagraphKey, Snapshot};
use crate::model::{BlockId, Content, Language, ParagraphKind, Slug, Status};

/// A block on this desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BlockKey(i64);

/// A version of a block on this desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VersionKey(i64);

/// A block as it is at present.
#[derive(Clone, Debug, PartialEq)]
pub struct BlockRow {
    /// Its key.
    pub key: BlockKey,
    /// Its global id.
    pub id: BlockId,
    /// What people call it.
    pub name: String,
    /// The language of its translation.
    pub target_language: Language,
    /// The source.
    pub source: Content,
    /// The key under which paragraphs that repeat it meet.
    pub repeat_key: i64,
    /// Its newest version.
    pub version: BlockVersion,
}

/// A version of the translation of a block.
#[derive(Clone, Debug, PartialEq)]
pub struct BlockVersion {
    /// Its key.
    pub key: VersionKey,
    /// Its number in the block, from 1.
    pub number: u32,
    /// The translation.
    pub target: Content,
    /// Why numbers that differ from the source were let stand, if somebody did.
    pub waiver: Option<String>,
    /// Who made it.
    pub person: String,
    /// When (RFC 3339, UTC).
    pub at: String,
}

/// A source that stands more than once, up to normalisation; or once, where all are asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct RepeatedSource {
    /// The key that its paragraphs share.
    pub repeat_key: i64,
    /// How many paragraphs have it.
    pub count: u32,
    /// Its words (UAX #29).
    pub words: u32,
    /// What the oldest of its paragraphs is.
    pub kind: ParagraphKind,
    /// The text of the oldest of its paragraphs.
    pub source: String,
}

/// A paragraph that has a source, and the version of a block that it has.
#[derive(Clone, Debug, PartialEq)]
pub struct RepeatedPlace {
    /// The paragraph.
    pub paragraph: ParagraphKey,
    /// Its article.
    pub article: ArticleKey,
    /// The slug of its article.
    pub slug: Slug,
    /// Its number there.
    pub number: u32,
    /// What it is.
    pub kind: ParagraphKind,
    /// The language of its target.
    pub target_language: Language,
    /// How far it has come.
    pub status: Status,
    /// Its translation, without inline codes.
    pub target: Option<String>,
    /// The block and the number of the version that it has, and the translation in that, if it has one.
    pub version: Option<(BlockKey, u32, String)>,
}

/// The version of a block that a paragraph has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlockUse {
    /// What people call the block.
    pub name: String,
    /// The number of the version.
    pub version: u32,
    /// Whether the block has a newer version.
    pub outdated: bool,
}

/// A block to be made.
#[derive(Clone, Copy, Debug)]
pub struct NewBlock<'a> {
    /// What people are to call it.
    pub name: &'a str,
    /// The language of its translation.
    pub target_language: &'a Language,
    /// The source.
    pub source: ContentKey,
    /// The key of the source.
    pub repeat_key: i64,
    /// The translation.
    pub target: ContentKey,
    /// Why numbers that differ are let stand.
    pub waiver: Option<&'a str>,
}

macro_rules! blocks {
    ($rest:literal) => {
        concat!(
            "SELECT b.key AS block, b.id, b.name, b.target_language, b.repeat_key, s.text AS source_text, s.codes AS source_codes,
                    v.key, v.number, t.text AS target_text, t.codes AS target_codes, v.waiver, o.person, o.at
             FROM block b
             JOIN block_version v ON v.block = b.key AND v.number = (
                SELECT max(n.number) FROM block_version n
                WHERE n.block = b.key AND NOT EXISTS (SELECT 1 FROM reverted x WHERE x.operation = n.operation))
             JOIN content s ON s.key = b.source JOIN content t ON t.key = v.target
             JOIN operation o ON o.seq = v.operation
             WHERE v.effect = 'set' ",
            $rest
        )
    };
}

/// The use that counts of a head `h`, as `u` with its version `v` and the translation in it `w`.
macro_rules! uses {
    () => {
        " LEFT JOIN block_use u ON u.key = (
            SELECT max(n.key) FROM block_use n
            WHERE n.paragraph = h.paragraph AND NOT EXISTS (SELECT 1 FROM reverted x WHERE x.operation = n.operation))
          LEFT JOIN block_version v ON v.key = u.version LEFT JOIN content w ON w.key = v.target "
    };
}

fn read(row: &Row<'_>) -> rusqlite::Result<BlockRow> {
    Ok(BlockRow {
        key: BlockKey(row.get("block")?),
        id: BlockId::from_bytes(row.get("id")?),
        name: row.get("name")?,
        target_language: language(row)?,
        source: content::read(row, "source_text", "source_codes")?,
        repeat_key: row.get("repeat_key")?,
        version: read_version(row)?,
    })
}

fn language(row: &Row<'_>) -> rusqlite::Result<Language> {
    row.get::<_, String>("target_language")?.parse().map_err(|_| rusqlite::Error::InvalidQuery)
}

fn read_version(row: &Row<'_>) -> rusqlite::Result<BlockVersion> {
    Ok(BlockVersion {
        key: VersionKey(row.get("key")?),
        number: row.get("number")?,
        target: content::read(row, "target_text", "target_codes")?,
        waiver: row.get("waiver")?,
        person: row.get("person")?,
        at: row.get("at")?,
    })
}

fn read_place(row: &Row<'_>) -> rusqlite::Result<RepeatedPlace> {
    let (slug, kind, status): (String, String, String) = (row.get("slug")?, row.get("kind")?, row.get("status")?);
    let unreadable = || rusqlite::Error::InvalidQuery;
    let version = match row.get::<_, Option<i64>>("block")? {
        None => None,
        Some(block) => Some((BlockKey(block), row.get("version")?, row.get("version_text")?)),
    };
    Ok(RepeatedPlace {
        paragraph: ParagraphKey(row.get("paragraph")?),
        article: ArticleKey(row.get("article")?),
        slug: slug.parse().map_err(|_| unreadable())?,
        number: row.get("number")?,
        kind: ParagraphKind::parse(&kind).ok_or_else(unreadable)?,
        target_language: language(row)?,
        status: Status::parse(&status).ok_or_else(unreadable)?,
        target: row.get("target_text")?,
        version,
    })
}

macro_rules! repeated {
    ($of_article:literal) => {
        concat!(
            "SELECT shared_keys.repeat_key, shared_keys.n, h.kind, h.source_words, s.text
             FROM (SELECT repeat_key, count(*) AS n, min(paragraph) AS first FROM head INDEXED BY head_by_repeat_key
                   WHERE repeat_key IS NOT NULL AND number IS NOT NULL ",
            $of_article,
            " GROUP BY repeat_key HAVING count(*) >= :least) shared_keys
             JOIN head h ON h.paragraph = shared_keys.first JOIN revision r ON r.key = h.revision JOIN content s ON s.key = r.source
             ORDER BY shared_keys.first"
        )
    };
}

impl Snapshot<'_> {
    /// The blocks that are there at present, by name.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn blocks(&self) -> Result<Vec<BlockRow>, StoreError> {
        let mut statement = self.connection.prepare_cached(blocks!("ORDER BY b.name, b.key"))?;
        let rows = statement.query_map([], read)?;
        rows.collect::<Result<_, _>>().map_err(|e| self.of_file(e))
    }

    /// The block of a name, if it is there at present.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn block(&self, name: &str) -> Result<Option<BlockRow>, StoreError> {
        let mut statement =
            self.connection.prepare_cached(blocks!("AND b.name = :name ORDER BY b.key DESC LIMIT 1"))?;
        statement.query_row(named_params! { ":name": name }, read).optional().map_err(|e| self.of_file(e))
    }

    /// The block whose source has this key and whose translation is in this language, if it is there at present.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn block_with_key(&self, repeat_key: i64, target: &Language) -> Result<Option<BlockRow>, StoreError> {
        let mut statement =
            self.connection.prepare_cached(blocks!("AND b.repeat_key = :repeat_key ORDER BY b.key DESC"))?;
        let rows = statement.query_map(named_params! { ":repeat_key": repeat_key }, read)?;
        let rows: Vec<BlockRow> = rows.collect::<Result<_, _>>().map_err(|e| self.of_file(e))?;
        Ok(rows.into_iter().find(|block| block.target_language.primary() == target.primary()))
    }

    /// Whether a block has this source: whether [`Snapshot::block_of`] is worth asking.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn is_block_key(&self, repeat_key: i64) -> Result<bool, StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT 1 FROM block WHERE repeat_key = :repeat_key")?;
        statement.exists(named_params! { ":repeat_key": repeat_key }).map_err(|e| self.of_file(e))
    }

    /// The block and version that a paragraph has to the letter, and whether a newer version is there.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn block_of(&self, paragraph: ParagraphKey) -> Result<Option<BlockUse>, StoreError> {
        let mut statement = self.connection.prepare_cached(concat!(
            "SELECT b.name, v.number, EXISTS (
                SELECT 1 FROM block_version n WHERE n.block = b.key AND n.effect = 'set' AND n.number > v.number
                    AND NOT EXISTS (SELECT 1 FROM reverted x WHERE x.operation = n.operation)) AS outdated
             FROM head h",
            uses!(),
            "JOIN block b ON b.key = v.block JOIN revision r ON r.key = h.revision JOIN content t ON t.key = r.target
             WHERE h.paragraph = :paragraph AND b.repeat_key = h.repeat_key AND t.text = w.text"
        ))?;
        let found = statement.query_row(named_params! { ":paragraph": paragraph.0 }, |row| {
            Ok(BlockUse { name: row.get("name")?, version: row.get("number")?, outdated: row.get("outdated")? })
        });
        found.optional().map_err(|e| self.of_file(e))
    }

    /// The versions of a block that count, oldest first.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn block_versions(&self, block: BlockKey) -> Result<Vec<BlockVersion>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT v.key, v.number, t.text AS target_text, t.codes AS target_codes, v.waiver, o.person, o.at
             FROM block_version v JOIN content t ON t.key = v.target JOIN operation o ON o.seq = v.operation
             WHERE v.block = :block AND v.effect = 'set'
                AND NOT EXISTS (SELECT 1 FROM reverted x WHERE x.operation = v.operation)
             ORDER BY v.number",
        )?;
        let rows = statement.query_map(named_params! { ":block": block.0 }, read_version)?;
        rows.collect::<Result<_, _>>().map_err(|e| self.of_file(e))
    }

    /// The paragraphs whose source has this key, by article and number.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn places_with_key(&self, repeat_key: i64) -> Result<Vec<RepeatedPlace>, StoreError> {
        let mut statement = self.connection.prepare_cached(concat!(
            "SELECT h.paragraph, h.article, a.slug, h.number, h.kind, x.target_language, h.status, t.text AS target_text,
                    v.block, v.number AS version, w.text AS version_text
             FROM head h INDEXED BY head_by_repeat_key
             JOIN article_head a ON a.article = h.article JOIN article x ON x.key = h.article
             JOIN revision r ON r.key = h.revision LEFT JOIN content t ON t.key = r.target",
            uses!(),
            "WHERE h.repeat_key = :repeat_key AND h.number IS NOT NULL ORDER BY a.slug, h.number"
        ))?;
        let rows = statement.query_map(named_params! { ":repeat_key": repeat_key }, read_place)?;
        rows.collect::<Result<_, _>>().map_err(|e| self.of_file(e))
    }

    /// The same of one paragraph.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn place_with_key(&self, paragraph: ParagraphKey) -> Result<Option<RepeatedPlace>, StoreError> {
        let mut statement = self.connection.prepare_cached(concat!(
            "SELECT h.paragraph, h.article, a.slug, h.number, h.kind, x.target_language, h.status, t.text AS target_text,
                    v.block, v.number AS version, w.text AS version_text
             FROM head h JOIN article_head a ON a.article = h.article JOIN article x ON x.key = h.article
             JOIN revision r ON r.key = h.revision LEFT JOIN content t ON t.key = r.target",
            uses!(),
            "WHERE h.paragraph = :paragraph AND h.number IS NOT NULL"
        ))?;
        let found = statement.query_row(named_params! { ":paragraph": paragraph.0 }, read_place).optional();
        found.map_err(|e| self.of_file(e))
    }

    /// The sources that stand in at least so many paragraphs, oldest first; of those that stand in an article, when it is given.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn repeated_sources(&self, least: u32, article: Option<ArticleKey>) -> Result<Vec<RepeatedSource>, StoreError> {
        let sql = match article {
            None => repeated!(""),
            Some(_) => {
                repeated!(
                    "AND repeat_key IN (SELECT o.repeat_key FROM head o WHERE o.article = :article AND o.number IS NOT NULL)"
                )
            }
        };
        let mut statement = self.connection.prepare_cached(sql)?;
        let source = |row: &Row<'_>| -> rusqlite::Result<RepeatedSource> {
            let kind: String = row.get("kind")?;
            Ok(RepeatedSource {
                repeat_key: row.get("repeat_key")?,
                count: row.get("n")?,
                words: row.get("source_words")?,
                kind: ParagraphKind::parse(&kind).ok_or(rusqlite::Error::InvalidQuery)?,
                source: row.get("text")?,
            })
        };
        let rows = match article {
            None => statement.query_map(named_params! { ":least": least }, source)?.collect::<Result<_, _>>(),
            Some(article) => statement
                .query_map(named_params! { ":least": least, ":article": article.0 }, source)?
                .collect::<Result<_, _>>(),
        };
        rows.map_err(|e| self.of_file(e))
    }
}

impl Writer<'_> {
    /// Makes a block with its first version.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn add_block(&mut self, new: &NewBlock<'_>) -> Result<(BlockKey, VersionKey), StoreError> {
        self.connection
            .prepare_cached(
                "INSERT INTO block (id, operation, name, target_language, source, repeat_key)
                 VALUES (:id, :operation, :name, :target_language, :source, :repeat_key)",
            )?
            .execute(named_params! {
                ":id": Uuid::now_v7().as_bytes(), ":operation": self.operation.seq.0, ":name": new.name,
                ":target_language": new.target_language.to_string(), ":source": new.source.0,
                ":repeat_key": new.repeat_key,
            })?;
        let block = BlockKey(self.connection.last_insert_rowid());
        Ok((block, self.insert_version(block, "set", new.target, new.waiver)?))
    }

    /// Gives a block a new version.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn add_block_version(
        &mut self,
        block: BlockKey,
        target: ContentKey,
        waiver: Option<&str>,
    ) -> Result<VersionKey, StoreError> {
        self.insert_version(block, "set", target, waiver)
    }

    /// Makes a block one no more; its versions stay, and so do the paragraphs that have them.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn remove_block(&mut self, block: &BlockRow) -> Result<(), StoreError> {
        let target = self.content(&block.version.target)?;
        self.insert_version(block.key, "remove", target, None)?;
        Ok(())
    }

    fn insert_version(
        &mut self,
        block: BlockKey,
        effect: &str,
        target: ContentKey,
        waiver: Option<&str>,
    ) -> Result<VersionKey, StoreError> {
        self.connection
            .prepare_cached(
                "INSERT INTO block_version (operation, block, number, effect, target, waiver)
                 SELECT :operation, :block, coalesce(max(number), 0) + 1, :effect, :target, :waiver
                 FROM block_version WHERE block = :block",
            )?
            .execute(named_params! {
                ":operation": self.operation.seq.0, ":block": block.0, ":effect": effect, ":target": target.0,
                ":waiver": waiver,
            })?;
        self.mark_changed();
        Ok(VersionKey(self.connection.last_insert_rowid()))
    }

    /// Says that a paragraph has a version of a block from now on.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn add_block_use(&mut self, paragraph: ParagraphKey, version: VersionKey) -> Result<(), StoreError> {
        self.connection
            .prepare_cached(
                "INSERT INTO block_use (operation, paragraph, version) VALUES (:operation, :paragraph, :version)",
            )?
            .execute(named_params! {
                ":operation": self.operation.seq.0, ":paragraph": paragraph.0, ":version": version.0,
            })?;
        self.mark_changed();
        Ok(())
    }
}
