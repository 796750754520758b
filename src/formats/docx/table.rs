//! The frame of a table: its borders, the room in its cells, its columns. Knows nothing of what stands in it.

use super::xml::Xml;

/// How a table looks.
pub(super) struct TableLook<'a> {
    /// Whether its columns run from right to left, where that is said.
    pub(super) from_right: Option<bool>,
    /// The edges that are drawn, in the order of the schema.
    pub(super) edges: &'a [&'a str],
    /// Room above and below, and at the sides, of what stands in a cell, in twentieths of a point.
    pub(super) room: [&'a str; 2],
}

/// Begins a table with columns of these widths, in twentieths of a point.
pub(super) fn begin_table(xml: &mut Xml, columns: &[u32], look: &TableLook<'_>) {
    xml.open("w:tbl", &[]);
    xml.open("w:tblPr", &[]);
    match look.from_right {
        Some(true) => xml.empty("w:bidiVisual", &[]),
        Some(false) => xml.value("w:bidiVisual", "0"),
        None => {}
    }
    let width = columns.iter().sum::<u32>().to_string();
    xml.empty("w:tblW", &[("w:w", &width), ("w:type", "dxa")]);
    xml.open("w:tblBorders", &[]);
    for edge in look.edges {
        xml.empty(edge, &[("w:val", "single"), ("w:sz", "4"), ("w:space", "0"), ("w:color", "B8AE9E")]);
    }
    xml.close("w:tblBorders");
    xml.empty("w:tblLayout", &[("w:type", "fixed")]);
    xml.open("w:tblCellMar", &[]);
    let [above, beside] = look.room;
    for (edge, room) in [("w:top", above), ("w:left", beside), ("w:bottom", above), ("w:right", beside)] {
        xml.empty(edge, &[("w:w", room), ("w:type", "dxa")]);
    }
    xml.close("w:tblCellMar");
    xml.close("w:tblPr");
    xml.open("w:tblGrid", &[]);
    for column in columns {
        xml.empty("w:gridCol", &[("w:w", &column.to_string())]);
    }
    xml.close("w:tblGrid");
}
