//! The container of a Word document on its way in: parts by their relationships, each unpacked within a bound. No name in it is ever
//! taken for one of a file.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use zip::ZipArchive;
use zip::result::ZipError;

use super::xml::{Token, Xml};
use crate::formats::error::{FormatError, PartFault};

/// What the parts that are read may have together, unpacked: more than a book of a thousand pages with its markup. What is made of
/// them in memory may take ten times as much.
const MOST_BYTES: u64 = 32 * 1024 * 1024;

/// A part that unpacks to more than so many times its size, and is large, was made to do harm: documents reach thirty times.
const MOST_GROWTH: u64 = 250;
const LARGE: u64 = 8 * 1024 * 1024;

/// How many parts a document may have; long ones with many pictures have some thousands.
const MOST_PARTS: usize = 20_000;

/// The head of each entry in the directory of a ZIP (APPNOTE.TXT 4.3.12).
const DIRECTORY_ENTRY: &[u8] = b"PK\x01\x02";

/// Where a part leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Relation {
    /// The last piece of its type, such as `footnotes`.
    pub(super) kind: String,
    /// The part in the package, or the address outside.
    pub(super) target: String,
    pub(super) is_external: bool,
}

/// The relations of a part by their ids, in their order: of two of one kind the first counts.
pub(super) type Relations = BTreeMap<String, Relation>;

/// An opened document.
pub(super) struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    left: u64,
}

impl<'b> Package<'b> {
    /// # Errors
    /// When the archive cannot be opened, or has more parts than any document.
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, FormatError> {
        // Before the directory is taken into memory.
        if bytes.len() > MOST_PARTS * 46 {
            let entries = bytes.windows(DIRECTORY_ENTRY.len()).filter(|four| *four == DIRECTORY_ENTRY).count();
            if entries > MOST_PARTS {
                return Err(FormatError::Part { part: "ZIP".to_owned(), fault: PartFault::TooMany(MOST_PARTS) });
            }
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| FormatError::BrokenDocument)?;
        Ok(Self { archive, left: MOST_BYTES })
    }

    /// The name of the part with the body of the text, if this is a Word document.
    ///
    /// # Errors
    /// When the parts that tell cannot be read.
    pub(super) fn main_part(&mut self) -> Result<Option<String>, FormatError> {
        let Some(main) = self.relations("")?.into_values().find(|r| r.kind == "officeDocument" && !r.is_external)
        else {
            return Ok(None);
        };
        let Some(types) = self.unpacked("[Content_Types].xml")? else { return Ok(None) };
        let mut xml = Xml::new("[Content_Types].xml", &types);
        let name = format!("/{}", main.target);
        let mut default = None;
        while let Some(token) = xml.next()? {
            let Token::Open(tag) = token else { continue };
            let value = |name| tag.attribute(name).unwrap_or_default();
            let is_default = tag.name() == "Default" && value("Extension").eq_ignore_ascii_case("xml");
            if tag.name() == "Override" && value("PartName").eq_ignore_ascii_case(&name) {
                return Ok(is_word(&value("ContentType")).then_some(main.target));
            } else if is_default {
                default = Some(value("ContentType"));
            }
        }
        Ok(default.is_some_and(|kind| is_word(&kind)).then_some(main.target))
    }

    /// The relations of a part, or of the package for the empty name; without any where it has none.
    ///
    /// # Errors
    /// When the part that holds them cannot be read.
    pub(super) fn relations(&mut self, part: &str) -> Result<Relations, FormatError> {
        let (folder, file) = part.rsplit_once('/').map_or(("", part), |(folder, file)| (folder, file));
        let name = if folder.is_empty() { format!("_rels/{file}.rels") } else { format!("{folder}/_rels/{file}.rels") };
        let mut relations = Relations::new();
        let Some(text) = self.unpacked(&name)? else { return Ok(relations) };
        let mut xml = Xml::new(&name, &text);
        while let Some(token) = xml.next()? {
            let Token::Open(tag) = token else { continue };
            if tag.name() != "Relationship" {
                continue;
            }
            let value = |name| tag.attribute(name).unwrap_or_default();
            let is_external = value("TargetMode").eq_ignore_ascii_case("external");
            let kind = value("Type").rsplit('/').next().unwrap_or_default().to_owned();
            let is_part = !is_external && kind != "hyperlink";
            let target = if is_part { place(folder, &value("Target")) } else { value("Target") };
            relations.insert(value("Id"), Relation { kind, target, is_external });
        }
        Ok(relations)
    }

    /// The text of a part; `None` where there is no such part.
    ///
    /// # Errors
    /// When it is damaged, too large, or in no encoding that a part may have.
    pub(super) fn unpacked(&mut self, part: &str) -> Result<Option<String>, FormatError> {
        let Some(bytes) = self.bytes(part)? else { return Ok(None) };
        let broken = |fault| FormatError::Part { part: part.to_owned(), fault };
        let (encoding, mark) = Encoding::for_bom(&bytes).unwrap_or(match bytes.get(..2) {
            Some([0, _]) => (UTF_16BE, 0),
            Some([_, 0]) => (UTF_16LE, 0),
            _ => (UTF_8, 0),
        });
        let text = if encoding == UTF_8 {
            let text = String::from_utf8(bytes).map_err(|_| broken(PartFault::Encoding))?;
            if mark > 0 { text[mark..].to_owned() } else { text }
        } else {
            let decoded = encoding.decode_without_bom_handling_and_without_replacement(&bytes[mark..]);
            decoded.ok_or_else(|| broken(PartFault::Encoding))?.into_owned()
        };
        if text.contains('\0') { Err(broken(PartFault::Encoding)) } else { Ok(Some(text)) }
    }

    fn bytes(&mut self, part: &str) -> Result<Option<Vec<u8>>, FormatError> {
        let broken = |fault| FormatError::Part { part: part.to_owned(), fault };
        let of_zip = |error: &ZipError| match error {
            ZipError::UnsupportedArchive(why) if *why == ZipError::PASSWORD_REQUIRED => PartFault::Protected,
            _ => PartFault::Damaged,
        };
        let Some(index) = self.index(part) else { return Ok(None) };
        let file = self.archive.by_index(index).map_err(|error| broken(of_zip(&error)))?;
        let packed = file.compressed_size();
        let most = self.left.min(packed.saturating_mul(MOST_GROWTH).max(LARGE));
        let mut bytes = Vec::new();
        file.take(most + 1).read_to_end(&mut bytes).map_err(|_| broken(PartFault::Damaged))?;
        let length = bytes.len() as u64;
        if length > most {
            return Err(broken(PartFault::TooLarge(most / (1024 * 1024))));
        }
        self.left -= length;
        Ok(Some(bytes))
    }

    /// Names of parts are alike but for the case of their letters (ECMA-376 part 2, 6.2.2.3).
    fn index(&self, part: &str) -> Option<usize> {
        self.archive.index_for_name(part).or_else(|| {
            let is_it = |name: &[u8]| name.eq_ignore_ascii_case(part.as_bytes());
            let name = self.archive.file_names_raw().find(|name| is_it(name))?.to_owned();
            self.archive.index_for_name_raw(&name)
        })
    }
}

fn is_word(content_type: &str) -> bool {
    let content_type = content_type.to_ascii_lowercase();
    content_type.contains("wordprocessingml") || content_type.contains("ms-word")
}

/// The name of the part that a target means, seen from a folder (RFC 3986, 5.2.4).
fn place(folder: &str, target: &str) -> String {
    let target = target.split('#').next().unwrap_or_default();
    let mut pieces: Vec<&str> = if target.starts_with('/') {
        Vec::new()
    } else {
        folder.split('/').filter(|piece| !piece.is_empty()).collect()
    };
    for piece in target.split('/') {
        match piece {
            "" | "." => {}
            ".." => {
                pieces.pop();
            }
            piece => pieces.push(piece),
        }
    }
    pieces.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_is_seen_from_its_folder_and_never_leaves_the_package() {
        assert_eq!(place("word", "media/a.png"), "word/media/a.png");
        assert_eq!(place("word", "/word/styles.xml"), "word/styles.xml");
        assert_eq!(place("word", "../docProps/core.xml"), "docProps/core.xml");
        assert_eq!(place("word", "../../../../etc/passwd"), "etc/passwd");
    }
}
