//! The lists of a Word document (ECMA-376 part 1, 17.9): one for bullets, one for each numbered list of each side. A number is
//! counted by Word from where its list begins; it stands in no text.

use super::styles::W;
use super::xml::Xml;
use crate::formats::flow::Side;
use crate::formats::lists::Marker;

/// A list in the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ListId(usize);

impl ListId {
    /// Its number in `word/numbering.xml`, from 1; that of the bullets is 1.
    pub(super) const fn number(self) -> usize {
        self.0 + 1
    }

    fn definition(self) -> String {
        self.0.to_string()
    }
}

/// A numbered list of one side, and where Word is in it.
#[derive(Debug)]
struct Numbered {
    list: usize,
    side: Side,
    start: u32,
    last: u32,
}

/// The numbered lists in the order of their ids.
#[derive(Debug, Default)]
pub(super) struct Lists(Vec<Numbered>);

impl Lists {
    /// The list that a marker belongs to; `None` for a sign, which Word does not count. Where an item has brought its own number,
    /// Word has not counted it, so the numbers go on in a list of their own.
    pub(super) fn id(&mut self, marker: &Marker, side: Side) -> Option<ListId> {
        let (list, number) = match marker {
            Marker::Sign(_) => return None,
            Marker::Bullet => return Some(ListId(0)),
            Marker::Number { list, number } => (*list, *number),
        };
        let open = self.0.iter().rposition(|known| known.list == list && known.side == side);
        let index = match open.filter(|&index| self.0[index].last.checked_add(1) == Some(number)) {
            Some(index) => {
                self.0[index].last = number;
                index
            }
            None => {
                self.0.push(Numbered { list, side, start: number, last: number });
                self.0.len() - 1
            }
        };
        Some(ListId(index + 1))
    }

    /// The part `word/numbering.xml`.
    pub(super) fn part(&self) -> Vec<u8> {
        let mut xml = Xml::new();
        xml.open("w:numbering", &[("xmlns:w", W)]);
        // Lists of one definition would be counted on from each other.
        definition(&mut xml, ListId(0), 1, ("bullet", "•"), ("400", "280"));
        for (list, index) in self.0.iter().zip(1..) {
            definition(&mut xml, ListId(index), list.start, ("decimal", "%1."), ("480", "480"));
        }
        for list in (0..=self.0.len()).map(ListId) {
            xml.open("w:num", &[("w:numId", &list.number().to_string())]);
            xml.value("w:abstractNumId", &list.definition());
            xml.close("w:num");
        }
        xml.close("w:numbering");
        xml.finish()
    }
}

fn definition(xml: &mut Xml, list: ListId, start: u32, (format, text): (&str, &str), (indent, hanging): (&str, &str)) {
    xml.open("w:abstractNum", &[("w:abstractNumId", &list.definition())]);
    xml.value("w:multiLevelType", "hybridMultilevel");
    xml.open("w:lvl", &[("w:ilvl", "0")]);
    xml.value("w:start", &start.to_string());
    xml.value("w:numFmt", format);
    xml.value("w:lvlText", text);
    xml.value("w:lvlJc", "left");
    xml.open("w:pPr", &[]);
    xml.empty("w:ind", &[("w:left", indent), ("w:hanging", hanging)]);
    xml.close("w:pPr");
    xml.close("w:lvl");
    xml.close("w:abstractNum");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_side_counts_its_own_list_and_takes_up_again_after_a_gap() {
        let mut lists = Lists::default();
        let mut id = |list, number, side| lists.id(&Marker::Number { list, number }, side).map(ListId::number);
        let (source, target) = (Side::Source, Side::Target);
        assert_eq!((id(0, 3, source), id(0, 3, target), id(0, 4, source)), (Some(2), Some(3), Some(2)));
        assert_eq!((id(0, 5, target), id(1, 1, source)), (Some(4), Some(5)));
        assert_eq!(lists.id(&Marker::Bullet, source).map(ListId::number), Some(1));
        let part = String::from_utf8(lists.part()).unwrap();
        let starts: Vec<&str> =
            part.split("w:start w:val=\"").skip(2).filter_map(|rest| rest.split('"').next()).collect();
        assert_eq!(starts, ["3", "3", "5", "1"]);
    }
}
