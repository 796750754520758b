//! Lines as an editor counts them: ended by LF, CR or both together. Other separators of Unicode end no line here.

/// The number of the line that the end of `text` lies in, counted from 1.
pub(super) fn count_lines(text: &str) -> usize {
    let bytes = text.as_bytes();
    let ends = bytes.iter().enumerate().filter(|&(i, &b)| match b {
        b'\n' => true,
        b'\r' => bytes.get(i + 1) != Some(&b'\n'),
        _ => false,
    });
    1 + ends.count()
}

/// Where the lines of a text begin, to find the line of an offset.
pub(super) struct LineIndex {
    starts: Vec<usize>,
}

impl LineIndex {
    pub(super) fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for (i, &b) in bytes.iter().enumerate() {
            if b == b'\n' || (b == b'\r' && bytes.get(i + 1) != Some(&b'\n')) {
                starts.push(i + 1);
            }
        }
        Self { starts }
    }

    /// The line of a byte offset, counted from 1.
    pub(super) fn line_of(&self, offset: usize) -> usize {
        self.starts.partition_point(|&start| start <= offset)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_of_line_ending_counts_once() {
        let text = "a\nb\r\nc\rd";
        let index = LineIndex::new(text);
        let lines: Vec<usize> = ["a", "b", "c", "d"].map(|c| index.line_of(text.find(c).unwrap())).into();
        assert_eq!(lines, [1, 2, 3, 4]);
        assert_eq!(count_lines(text), 4);
        assert_eq!((count_lines(""), count_lines("a\n")), (1, 2));
    }
}
