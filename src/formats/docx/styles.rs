//! The looks of a Word document: fonts, sizes, room. Every size is given for Latin and for complex scripts.
//!
//! Amiri is named for Arabic, with Traditional Arabic as its alternative in the font table; Word falls back to its own Arabic
//! face where neither is installed. Arabic is set larger, since its letters are smaller at one size.

use super::xml::Xml;

/// Namespace of WordprocessingML.
pub(super) const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// What is not to catch the eye.
pub(super) const FAINT: &str = "6B6257";

/// A paragraph style. Lengths in twentieths of a point, sizes in half points.
struct Style {
    id: &'static str,
    name: &'static str,
    size: u32,
    complex_size: u32,
    before: u32,
    after: u32,
    /// Indent at the side where lines begin, in either direction.
    indent: u32,
    features: &'static [Feature],
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Feature {
    Bold,
    Italic,
    Faint,
    Accent,
    Centred,
    KeepNext,
    Framed,
    Outline(&'static str),
}

const fn style(
    (id, name): (&'static str, &'static str),
    (size, complex_size): (u32, u32),
    (before, after, indent): (u32, u32, u32),
    features: &'static [Feature],
) -> Style {
    Style { id, name, size, complex_size, before, after, indent, features }
}

use Feature::{Accent, Bold, Centred, Faint, Framed, Italic, KeepNext, Outline};

/// Order is that of Word's gallery; `Normal` comes first, everything is based on it.
const STYLES: &[Style] = &[
    style(("Normal", "Normal"), (22, 27), (0, 140, 0), &[]),
    style(("Title", "Title"), (40, 46), (0, 160, 0), &[Bold, KeepNext]),
    style(("Subtitle", "Subtitle"), (25, 30), (0, 200, 0), &[Italic]),
    style(("Kicker", "Kicker"), (20, 25), (0, 40, 0), &[Faint, KeepNext]),
    style(("Byline", "Byline"), (21, 26), (0, 40, 0), &[Faint]),
    style(("Dateline", "Dateline"), (21, 26), (0, 200, 0), &[Faint]),
    style(("Heading1", "heading 1"), (27, 32), (320, 120, 0), &[Bold, KeepNext, Outline("0")]),
    style(("Heading2", "heading 2"), (24, 29), (260, 100, 0), &[Bold, KeepNext, Outline("1")]),
    style(("Heading3", "heading 3"), (22, 27), (220, 80, 0), &[Bold, KeepNext, Outline("2")]),
    style(("Quote", "Quote"), (22, 27), (100, 180, 480), &[]),
    style(("ListParagraph", "List Paragraph"), (22, 27), (0, 100, 400), &[]),
    style(("Separator", "Separator"), (22, 27), (160, 240, 0), &[Centred, Faint]),
    style(("Note", "Note"), (19, 23), (0, 80, 0), &[]),
    style(("Credit", "Credit"), (19, 23), (80, 80, 0), &[Faint]),
    style(("AuthorBio", "Author Biography"), (20, 25), (160, 80, 0), &[]),
    style(("Boilerplate", "Boilerplate"), (19, 23), (80, 80, 0), &[Faint]),
    style(("Gap", "Gap"), (20, 24), (40, 100, 0), &[Accent, Framed]),
    style(("Draft", "Draft"), (21, 26), (0, 240, 0), &[Bold, Accent, Centred, Framed]),
    style(("ColumnHead", "Column Head"), (18, 22), (0, 0, 0), &[Faint, KeepNext]),
    style(("RowLabel", "Row Label"), (17, 21), (180, 20, 0), &[Faint]),
    style(("LeftOut", "Left Out"), (18, 22), (20, 60, 0), &[Accent]),
    style(("Remark", "Remark"), (18, 22), (20, 60, 0), &[]),
    style(("Header", "header"), (18, 22), (0, 0, 0), &[Accent, Centred]),
    style(("Footer", "footer"), (18, 22), (0, 0, 0), &[Faint, Centred]),
];

/// The part `word/styles.xml`.
pub(super) fn styles(latin_language: &str, complex_language: &str) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open("w:styles", &[("xmlns:w", W)]);
    xml.open("w:docDefaults", &[]);
    xml.open("w:rPrDefault", &[]);
    xml.open("w:rPr", &[]);
    let latin = "Times New Roman";
    xml.empty("w:rFonts", &[("w:ascii", latin), ("w:eastAsia", latin), ("w:hAnsi", latin), ("w:cs", "Amiri")]);
    xml.value("w:sz", "22");
    xml.value("w:szCs", "27");
    xml.empty("w:lang", &[("w:val", latin_language), ("w:eastAsia", "en-US"), ("w:bidi", complex_language)]);
    xml.close("w:rPr");
    xml.close("w:rPrDefault");
    xml.open("w:pPrDefault", &[]);
    xml.open("w:pPr", &[]);
    xml.empty("w:spacing", &[("w:after", "140"), ("w:line", "276"), ("w:lineRule", "auto")]);
    xml.close("w:pPr");
    xml.close("w:pPrDefault");
    xml.close("w:docDefaults");
    STYLES.iter().for_each(|style| paragraph_style(&mut xml, style));
    character_styles(&mut xml);
    xml.close("w:styles");
    xml.finish()
}

fn paragraph_style(xml: &mut Xml, style: &Style) {
    let has = |feature: Feature| style.features.contains(&feature);
    if style.id == "Normal" {
        xml.open("w:style", &[("w:type", "paragraph"), ("w:default", "1"), ("w:styleId", style.id)]);
        xml.value("w:name", style.name);
    } else {
        xml.open("w:style", &[("w:type", "paragraph"), ("w:styleId", style.id)]);
        xml.value("w:name", style.name);
        xml.value("w:basedOn", "Normal");
    }
    xml.empty("w:qFormat", &[]);
    xml.open("w:pPr", &[]);
    if has(KeepNext) {
        xml.empty("w:keepNext", &[]);
    }
    if has(Framed) {
        xml.open("w:pBdr", &[]);
        for edge in ["w:top", "w:left", "w:bottom", "w:right"] {
            xml.empty(edge, &[("w:val", "dashed"), ("w:sz", "4"), ("w:space", "3"), ("w:color", "8A3B12")]);
        }
        xml.close("w:pBdr");
    }
    xml.empty("w:spacing", &[("w:before", &style.before.to_string()), ("w:after", &style.after.to_string())]);
    if style.indent > 0 {
        // In a paragraph with w:bidi, Word takes w:left for the leading side (17.3.1.12 in its transitional reading).
        xml.empty("w:ind", &[("w:left", &style.indent.to_string())]);
    }
    if has(Centred) {
        xml.value("w:jc", "center");
    }
    for feature in style.features {
        if let Outline(level) = feature {
            xml.value("w:outlineLvl", level);
        }
    }
    xml.close("w:pPr");
    xml.open("w:rPr", &[]);
    if has(Bold) {
        xml.empty("w:b", &[]);
        xml.empty("w:bCs", &[]);
    }
    if has(Italic) {
        xml.empty("w:i", &[]);
    }
    if has(Faint) || has(Accent) {
        xml.value("w:color", if has(Accent) { "8A3B12" } else { FAINT });
    }
    xml.value("w:sz", &style.size.to_string());
    xml.value("w:szCs", &style.complex_size.to_string());
    xml.close("w:rPr");
    xml.close("w:style");
}

fn character_styles(xml: &mut Xml) {
    let mut style = |id: &str, name: &str, properties: &dyn Fn(&mut Xml)| {
        xml.open("w:style", &[("w:type", "character"), ("w:styleId", id)]);
        xml.value("w:name", name);
        xml.empty("w:qFormat", &[]);
        xml.open("w:rPr", &[]);
        properties(xml);
        xml.close("w:rPr");
        xml.close("w:style");
    };
    style("Emphasis", "Emphasis", &|xml| {
        xml.empty("w:bCs", &[]);
        xml.empty("w:i", &[]);
    });
    style("Hyperlink", "Hyperlink", &|xml| {
        xml.value("w:color", "1F4E79");
        xml.value("w:u", "single");
    });
    style("NoteMark", "Note Mark", &|xml| {
        xml.value("w:color", "8A3B12");
        xml.value("w:vertAlign", "superscript");
    });
    style("InlineCode", "Inline Code", &|xml| {
        xml.empty("w:rFonts", &[("w:ascii", "Courier New"), ("w:hAnsi", "Courier New"), ("w:cs", "Courier New")]);
    });
}

/// The part `word/fontTable.xml`.
pub(super) fn font_table() -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open("w:fonts", &[("xmlns:w", W)]);
    xml.open("w:font", &[("w:name", "Amiri")]);
    xml.value("w:altName", "Traditional Arabic");
    xml.value("w:charset", "B2");
    xml.value("w:family", "roman");
    xml.close("w:font");
    xml.open("w:font", &[("w:name", "Times New Roman")]);
    xml.value("w:charset", "00");
    xml.value("w:family", "roman");
    xml.close("w:font");
    xml.close("w:fonts");
    xml.finish()
}
