//! Bytes to text: finds the encoding of a file and refuses what does not fit it. It never puts a replacement character into
//! the text, and it knows nothing of what the text means.

use encoding_rs::{DecoderResult, Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::error::{BinaryKind, FormatError};

/// The text of a file and how its encoding was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without the byte order mark.
    pub text: String,
    /// The WHATWG name of the encoding, such as `UTF-8` or `windows-1256`.
    pub encoding: &'static str,
    /// What the choice rests on.
    pub source: EncodingSource,
}

/// What the choice of an encoding rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EncodingSource {
    /// A person said so.
    Forced,
    /// A byte order mark.
    Bom,
    /// The file's own declaration, `<meta charset>` or `<?xml encoding>`.
    Declared,
    /// The bytes are UTF-8, or UTF-16 with a plain pattern of zero bytes.
    Utf8,
    /// A guess from the frequency of letters.
    Guessed,
}

/// How much of the beginning is searched for a declaration.
const DECLARATION_REACH: usize = 2048;

/// How much of the beginning is looked at for the zero bytes of UTF-16.
const PATTERN_REACH: usize = 4096;

/// Turns the bytes of a file into text.
///
/// The order: the forced label (WHATWG Encoding Standard §4.2), a byte order mark, the zero bytes of UTF-16, strict UTF-8, the
/// declaration in the first 2 KB, a guess that expects Arabic. Text in UTF-8 with a few broken bytes is an error and not
/// taken for something else; an Arabic text that declares a Western encoding is read as the Arabic it is.
///
/// # Errors
/// When the forced label is unknown, when a byte does not fit the encoding (its offset and line are named), or when the file
/// is no text at all (what it looks like is named).
pub fn decode(bytes: &[u8], forced: Option<&str>) -> Result<Decoded, FormatError> {
    if let Some(kind) = binary_kind(bytes) {
        return Err(FormatError::Binary { kind });
    }
    let (encoding, source) = choose(bytes, forced)?;
    let text = decode_strictly(bytes, encoding)?;
    if let Some(place) = text.find('\0') {
        let controls = text.bytes().filter(is_control).count();
        return Err(match is_nearly_text(controls, text.chars().count()) {
            true => {
                FormatError::Nul { line: super::line::count_lines(&text[..place]), count: text.matches('\0').count() }
            }
            false => FormatError::Binary { kind: BinaryKind::Unknown },
        });
    }
    Ok(Decoded { text, encoding: encoding.name(), source })
}

fn choose(bytes: &[u8], forced: Option<&str>) -> Result<(&'static Encoding, EncodingSource), FormatError> {
    if let Some(label) = forced {
        let unknown = || FormatError::UnknownEncoding { label: label.to_owned() };
        let encoding = Encoding::for_label_no_replacement(label.as_bytes()).ok_or_else(unknown)?;
        return Ok((encoding, EncodingSource::Forced));
    }
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return Ok((encoding, EncodingSource::Bom));
    }
    if let Some(encoding) = utf_16_by_zeros(bytes) {
        return Ok((encoding, EncodingSource::Utf8));
    }
    if is_utf_8_or_damaged(bytes) {
        return Ok((UTF_8, EncodingSource::Utf8));
    }
    let controls = || bytes.iter().filter(|byte| is_control(byte)).count();
    if bytes.contains(&0) && !is_nearly_text(controls(), bytes.len()) {
        return Err(FormatError::Binary { kind: BinaryKind::Unknown });
    }
    let guess = guess(bytes);
    match declared(bytes) {
        Some(encoding) if !(is_western(encoding) && reads_as_arabic(bytes, guess)) => {
            Ok((encoding, EncodingSource::Declared))
        }
        _ => Ok((guess, EncodingSource::Guessed)),
    }
}

/// Whether a byte is a control that no text file has.
const fn is_control(byte: &u8) -> bool {
    matches!(byte, 0..=8 | 0x0B | 0x0E..=0x1F | 0x7F)
}

/// Whether so few controls among so many characters are a slip: of bytes by chance one in nine is one.
const fn is_nearly_text(controls: usize, all: usize) -> bool {
    controls * 20 <= all
}

/// What the first bytes say the file is, when they say that it is no text.
fn binary_kind(bytes: &[u8]) -> Option<BinaryKind> {
    const MAGIC: &[(&[u8], BinaryKind)] = &[
        (b"%PDF-", BinaryKind::Pdf),
        (OLE, BinaryKind::OldWordDocument),
        (b"{\\rtf", BinaryKind::RichText),
        (b"\x89PNG\r\n", BinaryKind::Picture),
        (b"\xFF\xD8\xFF", BinaryKind::Picture),
        (b"GIF8", BinaryKind::Picture),
        (b"\x1F\x8B\x08", BinaryKind::Archive),
    ];
    if let Some(kind) = zip_kind(bytes) {
        return Some(kind);
    }
    if bytes.starts_with(OLE) && holds(bytes, PROTECTED) {
        return Some(BinaryKind::Protected);
    }
    MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)).map(|(_, kind)| *kind)
}

/// How the container of Word 97 to 2003 begins, in which newer documents are kept that open with a password.
const OLE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// `EncryptedPackage`, the stream with such a document, as the container writes names.
const PROTECTED: &[u8] = b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

/// Whether bytes begin as a ZIP does (APPNOTE.TXT 4.3.7, 4.3.16).
pub(super) fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// Which office format a ZIP is, by the names of its parts, which stand in it uncompressed. Of one that is cut off, the parts that
/// are left tell.
pub(super) fn zip_kind(bytes: &[u8]) -> Option<BinaryKind> {
    const PARTS: &[(&[u8], BinaryKind)] = &[
        (b"word/document.xml", BinaryKind::WordDocument),
        (b"xl/workbook.xml", BinaryKind::Workbook),
        (b"application/vnd.oasis.opendocument", BinaryKind::OpenDocument),
        (b"application/epub+zip", BinaryKind::Book),
    ];
    /// What the name of an entry begins with.
    const ENTRIES: &[(&[u8], BinaryKind)] = &[
        (b"word/", BinaryKind::WordDocument),
        (b"xl/", BinaryKind::Workbook),
        // These stand first in each of them; the others were not reached.
        (b"[Content_Types].xml", BinaryKind::BrokenOffice),
        (b"_rels/.rels", BinaryKind::BrokenOffice),
        (b"docProps/", BinaryKind::BrokenOffice),
    ];
    if !is_zip(bytes) {
        return None;
    }
    // The name is the 31st byte of a local file header (APPNOTE.TXT 4.3.7).
    let enters = |name: &[u8]| {
        let mut headers = bytes.windows(30 + name.len());
        headers.any(|header| header.starts_with(b"PK\x03\x04") && header.ends_with(name))
    };
    let part = PARTS.iter().find(|(part, _)| holds(bytes, part));
    let known = part.or_else(|| ENTRIES.iter().find(|(name, _)| enters(name)));
    Some(known.map_or(BinaryKind::Archive, |(_, kind)| *kind))
}

/// UTF-16 without a byte order mark: zero bytes at one parity only, and the units read that way are common characters.
fn utf_16_by_zeros(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(PATTERN_REACH) & !1];
    let zeros = |parity: usize| head.iter().skip(parity).step_by(2).filter(|&&b| b == 0).count();
    let (encoding, unit): (_, fn([u8; 2]) -> u16) = match (zeros(0), zeros(1)) {
        (0, 1..) => (UTF_16LE, u16::from_le_bytes),
        (1.., 0) => (UTF_16BE, u16::from_be_bytes),
        _ => return None,
    };
    let units: Vec<u16> = head.chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
    let common = |u: &&u16| matches!(**u, 9 | 10 | 13 | 0x20..=0x7E | 0xA0..=0x24F | 0x600..=0x77F | 0x2000..=0x206F | 0xFB50..=0xFEFF);
    (units.iter().filter(common).count() * 10 >= units.len() * 9).then_some(encoding)
}

/// Whether the bytes are UTF-8, or have more well-formed sequences of several bytes than broken ones.
///
/// In a legacy Arabic encoding a letter is hardly ever followed by a byte that could continue it, so the two are told apart.
fn is_utf_8_or_damaged(bytes: &[u8]) -> bool {
    let (mut whole, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    broken == 0 || whole > broken
}

/// The encoding named by `<meta charset>`, `<meta http-equiv>` or `<?xml encoding>`; never a Unicode one, since the bytes are
/// known not to be.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(DECLARATION_REACH)];
    let head: String = head.iter().map(|b| char::from(b.to_ascii_lowercase())).collect();
    let mut tags = head.split('<').skip(1).map(|tag| tag.split_once('>').map_or(tag, |(inside, _)| inside));
    let label = tags.find_map(|tag| {
        let key = if tag.starts_with("?xml") {
            "encoding"
        } else if tag.starts_with("meta") {
            "charset"
        } else {
            return None;
        };
        let value = tag.split_once(key)?.1.trim_start().strip_prefix('=')?.trim_start();
        let value = value.trim_start_matches(['"', '\'']);
        value.split(|c: char| !(c.is_ascii_alphanumeric() || "-_:.".contains(c))).next().map(str::to_owned)
    })?;
    Encoding::for_label_no_replacement(label.as_bytes()).filter(|e| ![UTF_8, UTF_16LE, UTF_16BE].contains(e))
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(Some(b"sa"), chardetng::Utf8Detection::Deny)
}

/// The encodings that editors of old declared whatever they wrote.
fn is_western(encoding: &'static Encoding) -> bool {
    matches!(encoding.name(), "windows-1252" | "ISO-8859-15" | "windows-1250" | "ISO-8859-2")
}

fn reads_as_arabic(bytes: &[u8], encoding: &'static Encoding) -> bool {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let beyond_ascii = text.chars().filter(|c| !c.is_ascii() && c.is_alphabetic()).count();
    let arabic = text.chars().filter(|c| matches!(c, '\u{620}'..='\u{6D3}')).count();
    arabic > 0 && arabic * 2 > beyond_ascii
}

fn decode_strictly(bytes: &[u8], encoding: &'static Encoding) -> Result<String, FormatError> {
    let start = Encoding::for_bom(bytes).filter(|(marked, _)| *marked == encoding).map_or(0, |(_, length)| length);
    let body = &bytes[start..];
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let room = decoder.max_utf8_buffer_length_without_replacement(body.len()).unwrap_or(body.len());
    let mut text = String::with_capacity(room);
    let (result, read) = decoder.decode_to_string_without_replacement(body, &mut text, true);
    match result {
        DecoderResult::InputEmpty => Ok(text),
        DecoderResult::Malformed(broken, after) => {
            let offset = start + read.saturating_sub(usize::from(broken) + usize::from(after));
            Err(FormatError::Malformed { encoding: encoding.name(), offset, line: super::line::count_lines(&text) })
        }
        DecoderResult::OutputFull => Err(FormatError::Malformed {
            encoding: encoding.name(),
            offset: start + read,
            line: super::line::count_lines(&text),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::{ISO_8859_6, WINDOWS_1252, WINDOWS_1256};

    const ARTICLE: &str = "قالَ الوزيرُ، أمس، إنّ «الماء» حقٌّ للجميع؛ فهل يصل إلى القرى العطشى؟ ١٢٣ و456.\nسطر ثانٍ.";

    fn utf_16(text: &str, bytes_of: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes_of).collect()
    }

    fn read(bytes: &[u8]) -> (String, &'static str, EncodingSource) {
        let decoded = decode(bytes, None).unwrap();
        (decoded.text, decoded.encoding, decoded.source)
    }

    #[test]
    fn every_way_to_write_arabic_comes_back_as_the_same_text() {
        let plain = ARTICLE.replace('ٍ', "");
        let (windows, ..) = WINDOWS_1256.encode(&plain);
        let cases = [
            (ARTICLE.as_bytes().to_vec(), "UTF-8", EncodingSource::Utf8),
            (["\u{FEFF}", ARTICLE].concat().into_bytes(), "UTF-8", EncodingSource::Bom),
            (utf_16(&["\u{FEFF}", ARTICLE].concat(), u16::to_le_bytes), "UTF-16LE", EncodingSource::Bom),
            (utf_16(&["\u{FEFF}", ARTICLE].concat(), u16::to_be_bytes), "UTF-16BE", EncodingSource::Bom),
            (utf_16(ARTICLE, u16::to_le_bytes), "UTF-16LE", EncodingSource::Utf8),
            (utf_16(ARTICLE, u16::to_be_bytes), "UTF-16BE", EncodingSource::Utf8),
        ];
        for (bytes, encoding, source) in cases {
            assert_eq!(read(&bytes), (ARTICLE.to_owned(), encoding, source));
        }
        let simple = "قال الوزير إن الماء حق للجميع في القرى العطشى";
        let (iso, ..) = ISO_8859_6.encode(simple);
        assert_eq!(read(&iso), (simple.to_owned(), "ISO-8859-6", EncodingSource::Guessed));
        assert_eq!(WINDOWS_1256.decode(&windows).0, read(&windows).0);
        assert_eq!(read(&windows).1, "windows-1256");
    }

    #[test]
    fn a_declaration_is_believed_unless_it_is_western_and_the_text_is_arabic() {
        let body = "<p>الماء حق للجميع في هذه القرى العطشى</p>";
        for (head, encoding, source) in [
            ("<meta charset=windows-1256>", "windows-1256", EncodingSource::Declared),
            (
                "<META http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1256\">",
                "windows-1256",
                EncodingSource::Declared,
            ),
            ("<?xml version=\"1.0\" encoding='windows-1256'?>", "windows-1256", EncodingSource::Declared),
            ("<meta charset=\"iso-8859-1\">", "windows-1256", EncodingSource::Guessed),
            ("<meta charset=utf-8>", "windows-1256", EncodingSource::Guessed),
        ] {
            let page = [head, body].concat();
            let (bytes, ..) = WINDOWS_1256.encode(&page);
            assert_eq!(read(&bytes), (page, encoding, source));
        }
        let french = "<meta charset=iso-8859-1><p>L'été dernier, la société a cédé l'hôtel à Émile Zoé.</p>";
        let (bytes, ..) = WINDOWS_1252.encode(french);
        assert_eq!(read(&bytes), (french.to_owned(), "windows-1252", EncodingSource::Declared));
    }

    #[test]
    fn a_forced_label_wins_and_an_unknown_one_is_named() {
        let (bytes, ..) = WINDOWS_1256.encode("ماء");
        let decoded = decode(&bytes, Some("cp1256")).unwrap();
        assert_eq!((decoded.text.as_str(), decoded.source), ("ماء", EncodingSource::Forced));
        let refused = decode(b"x", Some("arabic-dos"));
        assert_eq!(refused, Err(FormatError::UnknownEncoding { label: "arabic-dos".into() }));
        assert!(decode(b"x", Some("hz-gb-2312")).is_err());
    }

    #[test]
    fn broken_bytes_are_named_by_offset_and_line() {
        let mut bytes = "سطر\r\nسطر ثان\nثالث".as_bytes().to_vec();
        let offset = bytes.len();
        bytes.extend(b"\xFF after");
        for forced in [None, Some("utf-8")] {
            let refused = decode(&bytes, forced);
            assert_eq!(refused, Err(FormatError::Malformed { encoding: "UTF-8", offset, line: 3 }));
        }
        let cut = &"\u{FEFF}الماء".as_bytes()[..10];
        assert_eq!(decode(cut, None), Err(FormatError::Malformed { encoding: "UTF-8", offset: 9, line: 1 }));
    }

    #[test]
    fn a_file_that_is_no_text_is_said_to_be_what_it_is() {
        let entry = |name: &str| [b"PK\x03\x04", [0; 26].as_slice(), name.as_bytes(), b"...."].concat();
        let cases: [(&[u8], BinaryKind); 12] = [
            (b"%PDF-1.7\n", BinaryKind::Pdf),
            (b"PK\x03\x04....[Content_Types].xml....word/document.xml", BinaryKind::WordDocument),
            (b"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.text", BinaryKind::OpenDocument),
            (b"PK\x03\x04photo.jpg", BinaryKind::Archive),
            (&entry("[Content_Types].xml"), BinaryKind::BrokenOffice),
            (&entry("_rels/.rels"), BinaryKind::BrokenOffice),
            (&[entry("_rels/.rels"), entry("word/styles.xml")].concat(), BinaryKind::WordDocument),
            (&entry("xl/styles.xml"), BinaryKind::Workbook),
            (&entry("password/list.txt"), BinaryKind::Archive),
            (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0", BinaryKind::OldWordDocument),
            (b"{\\rtf1\\ansi", BinaryKind::RichText),
            (b"ELF\0\0\0\x01\x02\0\xFE\0abc", BinaryKind::Unknown),
        ];
        for (bytes, kind) in cases {
            assert_eq!(decode(bytes, None), Err(FormatError::Binary { kind }));
        }
    }

    #[test]
    fn a_text_with_a_stray_zero_is_told_as_the_text_it_is() {
        let text = ["سطر\r\n", ARTICLE, "\0\n", ARTICLE, "\0"].concat();
        let stray = |line, count| Err(FormatError::Nul { line, count });
        assert_eq!(decode(text.as_bytes(), None), stray(3, 2));
        assert_eq!(decode(&utf_16(&["\u{FEFF}", &text].concat(), u16::to_le_bytes), None), stray(3, 2));
        let (windows, ..) = WINDOWS_1256.encode("الماء حق للجميع\nفي هذه\0 القرى العطشى");
        assert_eq!(decode(&windows, None), stray(2, 1));
        assert_eq!(decode(&windows, Some("windows-1256")), stray(2, 1));
        assert_eq!(decode(b"ab\0\0\x01\x02c", None), Err(FormatError::Binary { kind: BinaryKind::Unknown }));
    }

    #[test]
    fn an_empty_file_is_empty_text() {
        assert_eq!(read(b""), (String::new(), "UTF-8", EncodingSource::Utf8));
    }

    proptest::proptest! {
        #[test]
        fn no_bytes_make_it_panic_or_put_in_a_replacement_character(bytes: Vec<u8>) {
            if let Ok(decoded) = decode(&bytes, None) {
                let put_in = decoded.text.matches('\u{FFFD}').count();
                let given = bytes.windows(3).filter(|w| *w == "\u{FFFD}".as_bytes() || w.starts_with(b"\xFF\xFD")).count()
                    + bytes.windows(2).filter(|w| *w == b"\xFD\xFF" || *w == b"\xFF\xFD").count();
                proptest::prop_assert!(put_in <= given);
            }
        }
    }
}
