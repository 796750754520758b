//! Any units, any bytes and any markup: what is written comes back, and nothing makes the reader panic.

use proptest::prelude::*;

use super::*;

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof!["[ابتثء-ي ً-ْ\u{200f}<>&\"'\\]a-z\r\n\t]{0,24}", any::<String>()]
}

/// Text that XML can hold.
fn any_xml_text() -> impl Strategy<Value = String> {
    any_text().prop_map(|text| text.chars().filter(|c| !xml::is_forbidden(*c)).collect())
}

fn any_element() -> impl Strategy<Value = CodeElement> {
    let text = any_xml_text;
    prop_oneof![
        Just(CodeElement::Emphasis),
        Just(CodeElement::Strong),
        Just(CodeElement::Code),
        Just(CodeElement::LineBreak),
        (text(), text()).prop_map(|(href, title)| CodeElement::Link { href, title }),
        (text(), text()).prop_map(|(label, shown)| CodeElement::NoteMark { label, shown }),
        (text(), text()).prop_map(|(src, alt)| CodeElement::Image { src, alt }),
        text().prop_map(|kind| foreign(&kind, "", "")),
        (text(), text(), text()).prop_map(|(kind, opening, closing)| {
            foreign(&kind, &format!("{}<sub>x</sub>", xml::text(&opening)), &xml::text(&closing))
        }),
    ]
}

/// Contents whose codes stand anywhere in any order; each number has one meaning, as in every content of the project.
fn any_content(meanings: Vec<(CodeElement, bool)>) -> impl Strategy<Value = Content> {
    let codes = proptest::collection::vec((any::<prop::sample::Index>(), 0..meanings.len(), any::<bool>()), 0..8);
    (any_text(), codes).prop_map(move |(text, codes)| {
        let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let mut codes: Vec<InlineCode> = codes
            .into_iter()
            .map(|(place, meaning, opens)| {
                let (element, stands_alone) = meanings[meaning].clone();
                let part = match (stands_alone, opens) {
                    (true, _) => CodePart::Standalone,
                    (false, true) => CodePart::Open,
                    (false, false) => CodePart::Close,
                };
                InlineCode { at: *place.get(&places), id: CodeId(meaning as u16 + 1), part, element }
            })
            .collect();
        codes.sort_by_key(|code| code.at);
        Content::new(text, codes).unwrap()
    })
}

fn any_stamp() -> impl Strategy<Value = Stamp> {
    let at =
        (1..9999_u32, 1..=12_u32, 1..=28_u32, 0..24_u32, 0..60_u32).prop_map(|(year, month, day, hour, minute)| {
            format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:59Z")
        });
    (prop::option::of(at), prop::option::of(any_xml_text())).prop_map(|(at, by)| Stamp { at, by })
}

fn any_unit() -> impl Strategy<Value = ExchangeUnit> {
    let contents = proptest::collection::vec((any_element(), any::<bool>()), 1..5)
        .prop_flat_map(|meanings| (any_content(meanings.clone()), any_content(meanings)));
    let kinds = prop_oneof![
        any_xml_text(),
        Just("tmx:usagecount".to_owned()),
        Just("tmx:segtype".to_owned()),
        Just("tmx:lastusagedate".to_owned()),
    ];
    let remarks = (
        proptest::collection::vec((kinds, any_xml_text()), 0..5),
        proptest::collection::vec(any_xml_text(), 0..3),
        prop::option::of(any_xml_text()),
    );
    let languages = (prop::sample::select(vec!["ar", "ar-EG"]), prop::sample::select(vec!["en", "en-GB"]));
    (contents, remarks, languages, any_stamp(), any_stamp()).prop_map(
        |((source, target), (props, notes, id), (from, to), created, changed)| ExchangeUnit {
            id,
            source_language: language(from),
            target_language: language(to),
            created,
            changed,
            props,
            notes,
            ..unit(source, target)
        },
    )
}

proptest! {
    #[test]
    fn units_come_back_as_they_were_written(units in proptest::collection::vec(any_unit(), 0..4)) {
        prop_assert_eq!(round(&units), units);
    }

    #[test]
    fn no_bytes_make_it_panic(bytes: Vec<u8>, cut in 0..4000_usize, noise in any::<[u8; 3]>(), at in 0..4000_usize) {
        let _ = read_bytes(&bytes);
        let mut spoiled = SAMPLE.as_bytes().to_vec();
        let at = at % spoiled.len();
        spoiled.splice(at..at, noise);
        spoiled.truncate(cut.max(1));
        let _ = read_bytes(&spoiled);
    }

    #[test]
    fn no_markup_makes_it_panic(parts in proptest::collection::vec(prop::sample::select(PARTS.to_vec()), 0..60)) {
        let (units, _) = read(&parts.concat());
        let whole: Vec<ExchangeUnit> = units.into_iter().map(|unit| ExchangeUnit { line: None, ..unit }).collect();
        prop_assert_eq!(round(&whole), whole);
    }
}

const PARTS: &[&str] = &[
    "<tu>",
    "</tu>",
    "<tuv xml:lang=\"ar\">",
    "<tuv xml:lang=\"en\">",
    "</tuv>",
    "<seg>",
    "</seg>",
    "<seg/>",
    "نص",
    "&amp;",
    "&#13;",
    "<bpt i=\"1\" x=\"1\">",
    "</bpt>",
    "<ept i=\"1\">",
    "</ept>",
    "<ph>",
    "</ph>",
    "<ph x=\"1\" type=\"lb\">",
    "&lt;br/&gt;",
    "<it pos=\"end\" x=\"2\" type=\"bold\">&lt;/strong&gt;</it>",
    "</it>",
    "<hi>",
    "</hi>",
    "<sub>",
    "</sub>",
    "<sub type=\"x-closing\"></sub>",
    "<ut/>",
    "<note>",
    "</note>",
    "<prop type=\"p\">",
    "</prop>",
    "<![CDATA[x]]>",
    "<!--x-->",
    "<ph type=\"x-char\">U+0001</ph>",
    "<x/>",
    "<bpt i=\"1\" type=\"bold\">&lt;strong&gt;</bpt>",
    "<tu><tuv xml:lang=\"ar\"><seg>",
    "</seg></tuv><tuv xml:lang=\"en\"><seg>",
    "</seg></tuv></tu>",
];

const SAMPLE: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><!DOCTYPE tmx SYSTEM \"tmx14.dtd\"><tmx version=\"1.4\"><header \
    creationtool=\"x\" srclang=\"ar\"><note>ن</note></header><body><tu tuid=\"1\" creationdate=\"20240101T000000Z\"><prop \
    type=\"p\">&#x633;</prop><tuv xml:lang=\"ar\"><seg>قا<bpt i=\"1\" x=\"1\">&lt;b&gt;</bpt>ل<ept i=\"1\">&lt;/b&gt;</ept><ph \
    x=\"2\"><sub>ح</sub></ph><![CDATA[<]]></seg></tuv><tuv xml:lang=\"en\"><seg>said<hi x=\"1\">!</hi></seg></tuv></tu></body></tmx>";
