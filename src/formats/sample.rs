//! A small original article for the tests of the writers, with everything in it that a writer must get right.

use super::Format;
use crate::model::{
    Bead, Bitext, BitextComment, BitextLabels, BitextRow, CodeElement, CodeId, CodePart, Completeness, Content,
    InlineCode, Language, Layout, Notices, ParagraphKind, Stamp, Status, Watcher, WriteOptions, parse_marked,
};

pub(super) fn language(tag: &str) -> Language {
    tag.parse().unwrap()
}

pub(super) fn labels(tag: &str) -> BitextLabels {
    let is_arabic = tag.starts_with("ar");
    let word = |en: &str, ar: &str| if is_arabic { ar.to_owned() } else { en.to_owned() };
    BitextLabels {
        language: language(tag),
        notices: vec![Notices {
            language: language(tag),
            draft: word("DRAFT – not cleared for publication", "مسوّدة – غير مُجازة للنشر"),
            gap: word("not yet translated", "لم تُترجم بعد"),
            left_out: word("Left out", "مستبعدة"),
        }],
        number: word("No.", "الرقم"),
        source: word("Arabic", "العربية"),
        target: word("English", "الإنجليزية"),
        status: word("Status", "الحالة"),
        comment: word("Comments", "التعليقات"),
        kind: word("Kind", "النوع"),
        stale: word("outdated", "متقادم"),
        statuses: Status::ALL.iter().map(|s| word(&s.as_str().replace('-', " "), "حالة")).collect(),
        kinds: ParagraphKind::ALL.iter().map(|k| word(k.as_str(), "نوع")).collect(),
    }
}

pub(super) fn options(layout: Layout, labels: &BitextLabels) -> WriteOptions<'_> {
    WriteOptions { layout, labels, show_status: true, bom: false, watcher: Watcher(&|_| {}) }
}

pub(super) fn written(format: &Format, bitext: &Bitext, options: &WriteOptions<'_>) -> String {
    String::from_utf8(bytes(format, bitext, options)).unwrap()
}

pub(super) fn bytes(format: &Format, bitext: &Bitext, options: &WriteOptions<'_>) -> Vec<u8> {
    let mut bytes = Vec::new();
    format.write.unwrap()(bitext, options, &mut bytes).unwrap();
    bytes
}

pub(super) fn row(number: u32, kind: ParagraphKind, source: &str, target: &str) -> BitextRow {
    BitextRow {
        number,
        kind,
        heading_level: None,
        note_label: None,
        list_mark: None,
        source: Content::plain(source),
        target: Some(Content::plain(target)),
        beads: vec![Bead { source: 0..source.len(), target: 0..target.len(), confidence: None }],
        written: Stamp::default(),
        status: Status::Final,
        stale: false,
        excluded: None,
        comments: Vec::new(),
    }
}

/// A content from its typed form, whose codes 1 to 9 are emphasis, strong, a link, a note mark, a line break, an unsafe link,
/// a picture, superscript and computer text.
pub(super) fn coded(typed: &str) -> Content {
    let (at, pair) = (0, [CodePart::Open, CodePart::Close]);
    let link = |href: &str| CodeElement::Link { href: href.into(), title: String::new() };
    let elements = [
        CodeElement::Emphasis,
        CodeElement::Strong,
        link("https://example.org/?a=1&b=2"),
        CodeElement::NoteMark { label: "1".into(), shown: "1".into() },
        CodeElement::LineBreak,
        link("javascript:alert(1)"),
        CodeElement::Image { src: "a.png".into(), alt: "خريطة <النهر>".into() },
        CodeElement::Superscript,
        CodeElement::Code,
    ];
    let mut codes = Vec::new();
    for (element, id) in elements.into_iter().zip(1..) {
        let parts: &[CodePart] = if [4, 5, 7].contains(&id) { &[CodePart::Standalone] } else { &pair };
        codes.extend(parts.iter().map(|&part| InlineCode { at, id: CodeId(id), part, element: element.clone() }));
    }
    parse_marked(typed, &Content::new(String::new(), codes).unwrap()).0
}

pub(super) fn bitext() -> Bitext {
    use ParagraphKind as K;
    let mut rows = vec![
        row(1, K::Title, "ماءٌ للجميع", "Water for Everyone"),
        row(2, K::Byline, "بقلم: سُهاد المرجاني", "By Suhad al-Marjani"),
        row(3, K::Heading, "أولاً: الأرقام", "I. The Figures"),
        row(4, K::Body, "", ""),
        row(5, K::ListItem, "سجلّ موحّد", "A unified register"),
        row(6, K::ListItem, "ب) صندوق", "B) A fund"),
        row(7, K::Quote, "من سقى جاره سقى نفسه", "Whoever waters his neighbour waters himself"),
        row(8, K::Separator, "***", "***"),
        row(9, K::Body, "فقرة لم تُترجم بعد", ""),
        row(
            10,
            K::Body,
            "نصّ <script>alert(1)</script> & \u{202e}قلب\u{0}",
            "A <script>alert(1)</script> & \u{202e}RLO\u{0}",
        ),
        row(11, K::Body, "للتواصل: ‎+963 11 222 3333 أو a.b@example.org", "Tag #عطش_السرو here"),
        row(12, K::Note, "مركز البيادر، ٢٠٢٣", "Bayadir Centre, 2023"),
        row(13, K::Credit, "© ضفاف", "© Difaf"),
    ];
    rows[3].source = coded("قال {1}كلمة{/1} في {3}الموقع{/3}.{4/} ثم {2}مضى{/2}.{5/}{6}رابط{/6} {7/}");
    rows[3].target =
        Some(coded("She said {1}a {2}word{/1} on{/2} {3}the site{/3}.{4/} Then left.{5/}{6}link{/6} {7/}"));
    let cut = |text: &str| text.find('.').map_or(0, |at| at + 2);
    let (source, target) = (rows[3].source.text().len(), rows[3].target.as_ref().unwrap().text().len());
    let (s, t) = (cut(rows[3].source.text()), cut(rows[3].target.as_ref().unwrap().text()));
    rows[3].beads = vec![
        Bead { source: 0..s, target: 0..t, confidence: None },
        Bead { source: s..source, target: t..target, confidence: None },
    ];
    rows[4].stale = true;
    rows[4].status = Status::Draft;
    let text = "هل نقول =register؟ <b>".into();
    rows[4].comments.push(BitextComment { person: "هند <h>".into(), text });
    rows[8].target = None;
    rows[8].beads.clear();
    rows[8].status = Status::Untranslated;
    rows[11].note_label = Some("1".into());
    Bitext {
        slug: "water".into(),
        title: "Water for Everyone".into(),
        source_language: language("ar"),
        target_language: language("en-GB"),
        rows,
        completeness: Completeness::Draft,
    }
}
