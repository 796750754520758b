//! What waits for somebody: places alone, found in indexes, for there may be very many.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use rusqlite::{Row, named_params};

use super::error::StoreError;
use super::state::parse_status;
use super::{ArticleKey, Snapshot};
use crate::model::{Status, Waiting};

/// Where a paragraph stands that waits for somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitingPlace {
    /// The article.
    pub article: ArticleKey,
    /// Its number there.
    pub number: u32,
    /// The number of its head revision.
    pub revision: u32,
    /// Who wrote its target.
    pub translator: Option<String>,
}

/// An article in which something is to be translated or to be finished; what is left out of it does not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenArticle {
    /// It.
    pub article: ArticleKey,
    /// Its slug.
    pub slug: String,
    /// How many of its paragraphs have no target.
    pub untranslated: u32,
    /// How many are drafts whose approval is not outlived.
    pub drafts: u32,
    /// Whether any is neither of both.
    pub is_further: bool,
}

macro_rules! waiting {
    ($index:literal, $condition:literal) => {
        concat!(
            "SELECT h.article, h.number, r.number AS revision_number, r.translator
             FROM head h INDEXED BY ",
            $index,
            " JOIN revision r ON r.key = h.revision WHERE ",
            $condition,
            " AND h.number IS NOT NULL AND h.exclusion IS NULL ORDER BY h.article, h.number"
        )
    };
}

fn read(row: &Row<'_>) -> rusqlite::Result<WaitingPlace> {
    Ok(WaitingPlace {
        article: ArticleKey(row.get("article")?),
        number: row.get("number")?,
        revision: row.get("revision_number")?,
        translator: row.get("translator")?,
    })
}

impl Snapshot<'_> {
    /// The paragraphs of the whole desk that wait for one reason, by article and number.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn waiting(&self, reason: Waiting) -> Result<Vec<WaitingPlace>, StoreError> {
        let sql = match reason {
            Waiting::SentBack => waiting!("head_sent_back", "h.status = 'changes-requested'"),
            Waiting::Stale => waiting!("head_stale", "h.stale = 1"),
            Waiting::ToReview => waiting!("head_to_review", "h.status = 'translated'"),
            Waiting::ToFinalize => waiting!("head_to_finalize", "h.status = 'reviewed'"),
        };
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([], read)?;
        rows.collect::<Result<_, _>>().map_err(|e| self.of_file(e))
    }

    /// The articles in which something is to be translated or to be finished, in the order in which they came.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn open_articles(&self) -> Result<Vec<OpenArticle>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT o.article, a.slug, o.status, o.stale, o.paragraphs,
                EXISTS (SELECT 1 FROM head w INDEXED BY head_progress
                        WHERE w.article = o.article AND w.status IN ('changes-requested', 'translated', 'reviewed', 'final')
                          AND w.number IS NOT NULL AND w.exclusion IS NULL) AS further
             FROM (
                SELECT article, status, stale, count(*) AS paragraphs
                FROM head INDEXED BY head_open
                WHERE status IN ('draft', 'untranslated') AND number IS NOT NULL AND exclusion IS NULL
                GROUP BY article, status, stale
             ) o CROSS JOIN article_head a ON a.article = o.article",
        )?;
        let mut articles: BTreeMap<ArticleKey, OpenArticle> = BTreeMap::new();
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next().map_err(|e| self.of_file(e))? {
            let article = ArticleKey(row.get("article")?);
            let open = match articles.entry(article) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(new) => new.insert(OpenArticle {
                    article,
                    slug: row.get("slug")?,
                    is_further: row.get("further")?,
                    untranslated: 0,
                    drafts: 0,
                }),
            };
            let paragraphs: u32 = row.get("paragraphs")?;
            match (parse_status(row)?, row.get("stale")?) {
                (Status::Untranslated, _) => open.untranslated += paragraphs,
                (Status::Draft, false) => open.drafts += paragraphs,
                _ => open.is_further = true,
            }
        }
        Ok(articles.into_values().filter(|open| open.untranslated > 0 || open.drafts > 0).collect())
    }

    /// The paragraphs of an article that are of a status, outlived ones apart, by number.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn open_paragraphs(&self, article: ArticleKey, status: Status) -> Result<Vec<WaitingPlace>, StoreError> {
        let sql = waiting!("head_progress", "h.article = :article AND h.status = :status AND h.stale = 0");
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map(named_params! { ":article": article.0, ":status": status.as_str() }, read)?;
        rows.collect::<Result<_, _>>().map_err(|e| self.of_file(e))
    }
}
