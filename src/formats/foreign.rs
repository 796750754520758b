//! Texts that are no articles: what other tools and this one write for programs to read. It looks at how a text begins, and at a
//! whole text only where it may be JSON; it reads none of them.

use serde::de::IgnoredAny;

use super::{candidates, csv, terms};

/// What a text is that is no article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ForeignKind {
    /// JSON, or JSON lines.
    Json,
    /// The table of an article and its translation, as it is exported.
    ArticleTable,
    /// A table of terms, as it is exported or proposed.
    TermTable,
    /// A translation memory in TMX.
    Tmx,
    /// A file of another translation tool in XLIFF.
    Xliff,
    /// A termbase in TBX.
    Tbx,
    /// Another document in XML.
    Xml,
}

impl ForeignKind {
    /// The Fluent id of the name of the kind.
    pub(super) const fn message_id(self) -> &'static str {
        match self {
            Self::Json => "format-foreign-json",
            Self::ArticleTable => "format-foreign-article-table",
            Self::TermTable => "format-foreign-term-table",
            Self::Tmx => "format-foreign-tmx",
            Self::Xliff => "format-foreign-xliff",
            Self::Tbx => "format-foreign-tbx",
            Self::Xml => "format-foreign-xml",
        }
    }

    /// The Fluent id of what reads it, or of the way to get at an article.
    pub(super) const fn hint_id(self) -> &'static str {
        match self {
            Self::Json => "rec-format-json",
            Self::ArticleTable => "rec-format-article-table",
            Self::TermTable => "rec-format-term-table",
            Self::Tmx => "rec-format-tmx",
            Self::Xliff => "rec-format-xliff",
            Self::Tbx => "rec-format-tbx",
            Self::Xml => "rec-format-xml",
        }
    }
}

/// What a text is, where it is no article.
#[must_use]
pub fn foreign_kind(text: &str) -> Option<ForeignKind> {
    xml_kind(text).or_else(|| table_kind(text)).or_else(|| is_json(text).then_some(ForeignKind::Json))
}

/// By the root. Without an XML declaration only the names of translation tools' formats tell: any other may be a piece of HTML.
fn xml_kind(text: &str) -> Option<ForeignKind> {
    let mut rest = text.trim_start();
    let is_declared = rest.starts_with("<?xml");
    loop {
        let end = match rest {
            _ if rest.starts_with("<?") => "?>",
            _ if rest.starts_with("<!--") => "-->",
            _ if rest.starts_with("<!") && rest.split('>').next().is_some_and(|tag| tag.contains('[')) => "]>",
            _ if rest.starts_with("<!") => ">",
            _ => break,
        };
        rest = rest.split_once(end)?.1.trim_start();
    }
    let name = rest.strip_prefix('<')?.split(|c: char| c.is_whitespace() || matches!(c, '>' | '/')).next()?;
    let name = name.rsplit(':').next().unwrap_or(name).to_ascii_lowercase();
    match name.as_str() {
        "tmx" => Some(ForeignKind::Tmx),
        "xliff" => Some(ForeignKind::Xliff),
        "martif" | "tbx" => Some(ForeignKind::Tbx),
        "html" | "" => None,
        _ => is_declared.then_some(ForeignKind::Xml),
    }
}

/// By the columns that the first line names, as spreadsheets of any country write them.
fn table_kind(text: &str) -> Option<ForeignKind> {
    let header = text.lines().next()?;
    let separator = [',', ';', '\t'].into_iter().max_by_key(|mark| header.matches(*mark).count())?;
    let names: Vec<&str> = header.split(separator).map(|name| name.trim().trim_matches('"')).collect();
    match names.as_slice() {
        names if names.starts_with(csv::MARKS) => Some(ForeignKind::ArticleTable),
        names if names.starts_with(terms::MARKS) => Some(ForeignKind::TermTable),
        [_, _, others @ ..] if others == candidates::MARKS => Some(ForeignKind::TermTable),
        _ => None,
    }
}

/// Whether a text is nothing but JSON objects, one or several, or a list of them.
fn is_json(text: &str) -> bool {
    let begins_so =
        |text: &str| text.starts_with('{') || text.strip_prefix('[').is_some_and(|t| t.trim_start().starts_with('{'));
    begins_so(text.trim_start())
        && serde_json::Deserializer::from_str(text).into_iter::<IgnoredAny>().all(|value| value.is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_programs_read_is_known_by_its_look() {
        for (text, kind) in [
            ("{\"schema\": 1,\n \"paragraphs\": []}\n", ForeignKind::Json),
            ("\n[ {\"source\": \"نص\"} ]", ForeignKind::Json),
            ("{\"address\":\"a:1\"}\n{\"address\":\"a:2\"}\n", ForeignKind::Json),
            ("number,kind,status,stale,source,target,comments,draft,excluded\r\n1,title", ForeignKind::ArticleTable),
            ("number;kind;status;stale;source;target;comments\n1;title", ForeignKind::ArticleTable),
            ("\"concept\",\"kind\",\"treatment\",\"domain\"\r\n", ForeignKind::TermTable),
            ("ar\ten\tcount\tothers\nقفل\tlock\t3\t\n", ForeignKind::TermTable),
            ("<tmx version=\"1.4\">", ForeignKind::Tmx),
            ("<?xml version=\"1.0\"?>\n<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">\n<tmx version=\"1.4\">", ForeignKind::Tmx),
            ("<?xml version='1.0'?><!-- <html> --><xliff version='1.2'>", ForeignKind::Xliff),
            ("<!DOCTYPE martif [<!ENTITY a \"b\">]>\n<martif type=\"TBX\">", ForeignKind::Tbx),
            ("<?xml version='1.0'?><tbx:TBX/>", ForeignKind::Tbx),
            ("<?xml version='1.0'?>\n<?xml-stylesheet href='a'?>\n<rss>", ForeignKind::Xml),
        ] {
            assert_eq!(foreign_kind(text), Some(kind), "{text:?}");
        }
    }

    #[test]
    fn articles_are_left_alone() {
        for text in [
            "",
            "نص",
            "{1}قال{/1}: نعم.",
            "[1] المصدر\n[2] مصدر آخر",
            "{\"a\": 1}\nثم قال",
            "<p>نص",
            "<article><tmx></tmx></article>",
            "<?xml version='1.0'?><!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\"><html>",
            "<?xml version='1.0'?><h:HTML>",
            "<!doctype html><title>عنوان</title>",
            "<!-- <tmx> --><div>",
            "<?xml version='1.0'",
            "number, kind",
            "12",
            "\"نص\"",
        ] {
            assert_eq!(foreign_kind(text), None, "{text:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn nothing_panics(text in "[<?!>\\[\\]{}\":;,xmlt ء\n-]{0,40}") {
            let _ = foreign_kind(&text);
        }
    }
}
