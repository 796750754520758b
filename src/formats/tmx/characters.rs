//! Bytes to characters, streaming: finds the encoding of an XML file and hands on UTF-8 that is valid, counting bytes and lines.
//! It never puts in a replacement character and never hands on more of one piece of markup than it is allowed.

use std::io::{self, BufRead, Read};
use std::ops::Range;

use encoding_rs::{Decoder, DecoderResult, Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// How many bytes are read at once.
const CHUNK: usize = 64 * 1024;

/// Where a declaration must end, if there is one (XML 1.0, clause 4.3.3 and appendix F).
const DECLARATION_REACH: usize = 1024;

/// Why the characters end before the file does.
#[derive(Debug)]
pub(super) enum Interruption {
    Io(io::Error),
    UnknownEncoding(String),
    Malformed {
        encoding: &'static str,
        offset: u64,
    },
    /// More was asked for than was allowed since [`Characters::allow`].
    TooMuch,
}

/// A file as valid UTF-8 without a byte order mark.
pub(super) struct Characters<R> {
    inner: R,
    /// `None` until the first bytes are seen.
    decoder: Option<Decoder>,
    /// Room for the bytes that are read; those in `undecoded` were.
    raw: Vec<u8>,
    undecoded: Range<usize>,
    at_end: bool,
    /// What is decoded, and how much of it is consumed.
    text: Vec<u8>,
    consumed: usize,
    /// Bytes of the file that are decoded.
    decoded_bytes: u64,
    line: u64,
    after_carriage_return: bool,
    allowed: usize,
    /// What stands behind the decoded text.
    waiting: Option<Interruption>,
    interruption: Option<Interruption>,
}

impl<R: Read> Characters<R> {
    pub(super) fn new(inner: R) -> Self {
        Self {
            inner,
            decoder: None,
            raw: vec![0; CHUNK],
            undecoded: 0..0,
            at_end: false,
            text: Vec::new(),
            consumed: 0,
            decoded_bytes: 0,
            line: 1,
            after_carriage_return: false,
            allowed: usize::MAX,
            waiting: None,
            interruption: None,
        }
    }

    /// Allows that many bytes of UTF-8 from here on.
    pub(super) fn allow(&mut self, bytes: usize) {
        self.allowed = bytes;
    }

    /// The bytes of UTF-8 that were consumed since `bytes` were allowed.
    pub(super) fn consumed_of(&self, bytes: usize) -> usize {
        bytes - self.allowed
    }

    /// The line of what comes next, counted from 1.
    pub(super) fn line(&self) -> u64 {
        self.line
    }

    /// Bytes of the file that were read and decoded.
    pub(super) fn bytes_read(&self) -> u64 {
        self.decoded_bytes
    }

    /// What ended the characters early.
    pub(super) fn interruption(&mut self) -> Option<Interruption> {
        self.interruption.take()
    }

    /// Reads until there are `wanted` bytes to decode, or the file ends.
    fn read_raw(&mut self, wanted: usize) -> io::Result<()> {
        if self.undecoded.is_empty() {
            self.undecoded = 0..0;
        }
        while self.undecoded.len() < wanted && !self.at_end {
            match self.inner.read(&mut self.raw[self.undecoded.end..]) {
                Ok(read) => {
                    self.at_end = read == 0;
                    self.undecoded.end += read;
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    /// Decodes the next bytes; afterwards there is text, or an interruption waits, or the file is at its end.
    fn refill(&mut self) -> Result<(), Interruption> {
        if self.decoder.is_none() {
            self.read_raw(DECLARATION_REACH).map_err(Interruption::Io)?;
            let (encoding, mark) = choose(&self.raw[self.undecoded.clone()])?;
            self.undecoded.start += mark;
            self.decoded_bytes = mark as u64;
            self.decoder = Some(encoding.new_decoder_without_bom_handling());
        }
        self.text.clear();
        self.consumed = 0;
        while self.text.is_empty() && !(self.at_end && self.undecoded.is_empty()) {
            self.read_raw(1).map_err(Interruption::Io)?;
            self.decode()?;
        }
        Ok(())
    }

    fn decode(&mut self) -> Result<(), Interruption> {
        let Some(decoder) = &mut self.decoder else { return Ok(()) };
        let raw = &self.raw[self.undecoded.clone()];
        let room = decoder.max_utf8_buffer_length_without_replacement(raw.len()).unwrap_or(CHUNK * 4);
        self.text.resize(room, 0);
        let (result, read, written) = decoder.decode_to_utf8_without_replacement(raw, &mut self.text, self.at_end);
        self.text.truncate(written);
        self.undecoded.start += read;
        self.decoded_bytes += read as u64;
        if let DecoderResult::Malformed(broken, after) = result {
            let offset = self.decoded_bytes.saturating_sub(u64::from(broken) + u64::from(after));
            let malformed = Interruption::Malformed { encoding: decoder.encoding().name(), offset };
            if self.text.is_empty() {
                return Err(malformed);
            }
            self.waiting = Some(malformed);
        }
        Ok(())
    }

    fn interrupt(&mut self, interruption: Interruption) -> io::Error {
        self.interruption = Some(interruption);
        io::Error::other("the characters end early")
    }
}

impl<R: Read> Read for Characters<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let available = self.fill_buf()?;
        let length = available.len().min(into.len());
        into[..length].copy_from_slice(&available[..length]);
        self.consume(length);
        Ok(length)
    }
}

impl<R: Read> BufRead for Characters<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.consumed == self.text.len() {
            if let Some(waiting) = self.waiting.take() {
                return Err(self.interrupt(waiting));
            }
            if let Err(interruption) = self.refill() {
                return Err(self.interrupt(interruption));
            }
        }
        let end = self.text.len().min(self.consumed.saturating_add(self.allowed));
        if end == self.consumed && end < self.text.len() {
            return Err(self.interrupt(Interruption::TooMuch));
        }
        Ok(&self.text[self.consumed..end])
    }

    fn consume(&mut self, amount: usize) {
        let end = (self.consumed + amount).min(self.text.len());
        let text = &self.text[self.consumed..end];
        let (ends, after) = count_line_ends(text, self.after_carriage_return);
        self.line += ends;
        self.after_carriage_return = after;
        self.allowed -= text.len().min(self.allowed);
        self.consumed = end;
    }
}

/// The line ends in a text (LF, CR, or both together), and whether it ends with a CR.
fn count_line_ends(text: &[u8], after_carriage_return: bool) -> (u64, bool) {
    // Sums of at most 255 fit a byte, so that the compiler counts many bytes at once.
    let count = |is: fn(u8) -> bool| -> usize {
        text.chunks(255).map(|chunk| usize::from(chunk.iter().map(|&b| u8::from(is(b))).sum::<u8>())).sum()
    };
    let Some(&last) = text.last() else { return (0, after_carriage_return) };
    let ends = count(|b| (b == b'\n') | (b == b'\r'));
    let mut both = usize::from(after_carriage_return && text.starts_with(b"\n"));
    if ends > 0 {
        both += text.windows(2).filter(|pair| *pair == b"\r\n").count();
    }
    ((ends - both) as u64, last == b'\r')
}

/// The encoding of an XML file by its first bytes, and the length of its byte order mark: the mark, the zero bytes of UTF-16,
/// the declaration, else UTF-8 (XML 1.0, appendix F). A declaration that can be read is not in UTF-16, whatever it says.
fn choose(start: &[u8]) -> Result<(&'static Encoding, usize), Interruption> {
    if let Some(marked) = Encoding::for_bom(start) {
        return Ok(marked);
    }
    match start {
        [b'<', 0, ..] => return Ok((UTF_16LE, 0)),
        [0, b'<', ..] => return Ok((UTF_16BE, 0)),
        _ => {}
    }
    let Some(label) = declared_encoding(start) else { return Ok((UTF_8, 0)) };
    let encoding = Encoding::for_label_no_replacement(&label)
        .ok_or_else(|| Interruption::UnknownEncoding(String::from_utf8_lossy(&label).into_owned()))?;
    Ok((if [UTF_16LE, UTF_16BE].contains(&encoding) { UTF_8 } else { encoding }, 0))
}

/// The value of `encoding` in the XML declaration.
fn declared_encoding(start: &[u8]) -> Option<Vec<u8>> {
    let reach = &start[..start.len().min(DECLARATION_REACH)];
    let inside = reach.strip_prefix(b"<?xml")?;
    let inside = &inside[..inside.iter().position(|&b| b == b'>')?];
    let at = inside.windows(8).position(|window| window == b"encoding")?;
    let value = inside[at + 8..].trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
    let (&quote, value) = value.split_first()?;
    let end = value.iter().position(|&b| b == quote)?;
    [b'"', b'\''].contains(&quote).then(|| value[..end].to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(bytes: &[u8]) -> (String, u64, Option<Interruption>) {
        let mut characters = Characters::new(bytes);
        let mut text = Vec::new();
        let end = characters.read_to_end(&mut text);
        let interruption = characters.interruption();
        assert_eq!(end.is_err(), interruption.is_some());
        (String::from_utf8(text).unwrap(), characters.line(), interruption)
    }

    fn utf_16(text: &str, bytes_of: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes_of).collect()
    }

    #[test]
    fn every_encoding_gives_the_same_text() {
        let text = "<?xml version=\"1.0\" encoding='windows-1256'?>\n<a>قال\r\nالوزير\r</a>";
        let (legacy, ..) = encoding_rs::WINDOWS_1256.encode(text);
        let marked = format!("\u{feff}{text}");
        for bytes in [
            legacy.into_owned(),
            marked.clone().into_bytes(),
            utf_16(&marked, u16::to_le_bytes),
            utf_16(&marked, u16::to_be_bytes),
            utf_16(text, u16::to_le_bytes),
            utf_16(text, u16::to_be_bytes),
        ] {
            let (read, line, interruption) = all(&bytes);
            assert_eq!((read.as_str(), line), (text, 4));
            assert!(interruption.is_none());
        }
        let lying = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a>ماء</a>";
        assert_eq!(all(lying.as_bytes()).0, lying);
    }

    #[test]
    fn broken_bytes_end_the_text_where_they_stand() {
        let mut bytes = "<a>\nسطر\n".as_bytes().to_vec();
        let offset = bytes.len() as u64;
        bytes.extend(b"\xff</a>");
        let (text, line, interruption) = all(&bytes);
        assert_eq!((text.as_str(), line), ("<a>\nسطر\n", 3));
        assert!(
            matches!(interruption, Some(Interruption::Malformed { encoding: "UTF-8", offset: o }) if o == offset),
            "{interruption:?}"
        );
        let odd = [&b"\xff\xfe<\0a"[..], b""].concat();
        assert!(matches!(all(&odd).2, Some(Interruption::Malformed { encoding: "UTF-16LE", offset: 4 })));
        let unknown = b"<?xml version='1.0' encoding='arabic-dos'?><a/>";
        assert!(matches!(all(unknown).2, Some(Interruption::UnknownEncoding(label)) if label == "arabic-dos"));
    }

    #[test]
    fn no_more_is_handed_on_than_allowed() {
        let mut characters = Characters::new(&b"0123456789"[..]);
        characters.allow(4);
        let mut text = Vec::new();
        assert!(characters.read_to_end(&mut text).is_err());
        assert_eq!(text, b"0123");
        assert!(matches!(characters.interruption(), Some(Interruption::TooMuch)));
        characters.allow(6);
        characters.read_to_end(&mut text).unwrap();
        assert_eq!((text.as_slice(), characters.bytes_read()), (&b"0123456789"[..], 10));
    }

    #[test]
    fn line_ends_count_once_also_across_chunks() {
        let text = format!("{}\r\n{}\n\r", "a".repeat(CHUNK - 1), "b".repeat(CHUNK));
        assert_eq!(all(text.as_bytes()).1, 4);
    }
}
