//! Facts of the TMX reader and writer together: what is written comes back, and hostile files cost no more than a problem.

mod any;

use std::io::Read;

use super::*;
use crate::model::{CodeElement, CodeId, CodePart, Content, ExchangeUnit, ForeignCode, InlineCode, Language, Stamp};

fn language(tag: &str) -> Language {
    tag.parse().unwrap()
}

fn read_bytes(bytes: &[u8]) -> (Vec<ExchangeUnit>, Vec<TmxProblem>) {
    let mut read = (Vec::new(), Vec::new());
    for result in units(bytes, &language("ar"), &language("en")) {
        match result {
            Ok(unit) => read.0.push(unit),
            Err(problem) => read.1.push(problem),
        }
    }
    read
}

/// A file with that body, which begins on line 2.
fn file(body: &str) -> String {
    format!("<?xml version=\"1.0\"?><tmx version=\"1.4\"><header srclang=\"ar\"/><body>\n{body}</body></tmx>")
}

fn read(body: &str) -> (Vec<ExchangeUnit>, Vec<TmxProblem>) {
    read_bytes(file(body).as_bytes())
}

/// A unit whose segments are XML.
fn tu(source: &str, target: &str) -> String {
    format!("<tu><tuv xml:lang=\"ar\"><seg>{source}</seg></tuv><tuv xml:lang=\"en\"><seg>{target}</seg></tuv></tu>\n")
}

fn only(body: &str) -> ExchangeUnit {
    let (mut units, problems) = read(body);
    assert_eq!(problems, []);
    assert_eq!(units.len(), 1, "{units:?}");
    units.remove(0)
}

fn written(units: &[ExchangeUnit]) -> String {
    let mut writer = Writer::new(Vec::new(), &Header::of_this_program("ar")).unwrap();
    units.iter().for_each(|unit| writer.unit(unit).unwrap());
    String::from_utf8(writer.finish().unwrap()).unwrap()
}

/// What is written of the units, and read again without their lines.
fn round(units: &[ExchangeUnit]) -> Vec<ExchangeUnit> {
    let file = written(units);
    let (mut read, problems) = read_bytes(file.as_bytes());
    assert_eq!(problems, [], "{file}");
    read.iter_mut().for_each(|unit| unit.line = None);
    read
}

fn unit(source: Content, target: Content) -> ExchangeUnit {
    ExchangeUnit {
        id: None,
        source,
        target,
        source_language: language("ar"),
        target_language: language("en"),
        created: Stamp::default(),
        changed: Stamp::default(),
        props: Vec::new(),
        notes: Vec::new(),
        line: None,
    }
}

fn foreign(kind: &str, opening: &str, closing: &str) -> CodeElement {
    CodeElement::Foreign(Box::new(ForeignCode {
        kind: kind.into(),
        assoc: String::new(),
        opening: opening.into(),
        closing: closing.into(),
    }))
}

/// Codes as `at number part element`, for comparing.
fn shown(content: &Content) -> Vec<(usize, u16, CodePart, CodeElement)> {
    content.codes().iter().map(|code| (code.at, code.id.0, code.part, code.element.clone())).collect()
}

#[test]
fn a_unit_comes_with_everything_that_is_said_of_it() {
    let body = "<tu tuid=\"a&amp;b\" creationdate=\"20240229T235959Z\" creationid=\"أحمد\" usagecount=\"3\" segtype=\"phrase\">\n\
        <note xml:lang=\"ar\">ملاحظة</note><prop type=\"x-domain\">قانون</prop>\n\
        <tuv xml:lang=\"AR-01\" changedate=\"19990101T000000Z\"><seg> نص &#x645;<![CDATA[<&]]>&lt;<!-- x -->ب\t\r\nج </seg></tuv>\n\
        <tuv xml:lang=\"en_US\" changedate=\"yesterday\" changeid=\"x\"><prop type=\"p\">q</prop><seg>text</seg></tuv></tu>";
    let unit = only(body);
    assert_eq!(unit.source, Content::plain(" نص م<&<ب\t\nج "));
    assert_eq!(unit.target, Content::plain("text"));
    assert_eq!((unit.id.as_deref(), unit.line), (Some("a&b"), Some(2)));
    assert_eq!((unit.source_language, unit.target_language), (language("ar"), language("en-US")));
    assert_eq!(unit.created, Stamp { at: Some("2024-02-29T23:59:59Z".into()), by: Some("أحمد".into()) });
    assert_eq!(unit.changed, Stamp { at: None, by: Some("x".into()) });
    let props = [
        ("tmx:usagecount", "3"),
        ("tmx:segtype", "phrase"),
        ("tmx:changedate", "yesterday"),
        ("x-domain", "قانون"),
        ("p", "q"),
    ];
    assert_eq!(unit.props, props.map(|(kind, value)| (kind.to_owned(), value.to_owned())));
    assert_eq!(unit.notes, ["ملاحظة"]);
}

#[test]
fn inline_elements_become_codes_that_render_each_other() {
    let unit = only(&tu(
        "نص <bpt i=\"1\" x=\"4\" type=\"bold\">&lt;b&gt;</bpt>ع<ept i=\"1\">&lt;/b&gt;</ept><ph x=\"2\" assoc=\"p\">{0}</ph>\
         <it pos=\"begin\" x=\"3\">&lt;i></it><hi type=\"term\">م</hi><ut>?</ut><ph>fn<sub>حا<ph>1</ph></sub></ph>",
        "<ph x=\"2\" assoc=\"p\">{0}</ph><bpt i=\"9\" x=\"4\" type=\"bold\">&lt;b&gt;</bpt>b<ept i=\"9\">&lt;/b&gt;</ept><ut>?</ut>",
    ));
    let field = CodeElement::Foreign(Box::new(ForeignCode {
        assoc: "p".into(),
        opening: "{0}".into(),
        ..ForeignCode::default()
    }));
    let bold = foreign("bold", "&lt;b&gt;", "&lt;/b&gt;");
    assert_eq!((unit.source.text(), unit.target.text()), ("نص عم", "b"));
    assert_eq!(
        shown(&unit.source),
        [
            (5, 4, CodePart::Open, bold.clone()),
            (7, 4, CodePart::Close, bold.clone()),
            (7, 2, CodePart::Standalone, field.clone()),
            (7, 3, CodePart::Open, foreign("", "&lt;i&gt;", "")),
            (7, 1, CodePart::Open, foreign("term", "", "")),
            (9, 1, CodePart::Close, foreign("term", "", "")),
            (9, 5, CodePart::Standalone, foreign("x-ut", "?", "")),
            (9, 6, CodePart::Standalone, foreign("", "fn<sub>حا<ph>1</ph></sub>", "")),
        ]
    );
    assert_eq!(
        shown(&unit.target),
        [
            (0, 2, CodePart::Standalone, field),
            (0, 4, CodePart::Open, bold.clone()),
            (1, 4, CodePart::Close, bold),
            (1, 5, CodePart::Standalone, foreign("x-ut", "?", "")),
        ]
    );
    assert_eq!(round(&[ExchangeUnit { line: None, ..unit.clone() }]), [ExchangeUnit { line: None, ..unit }]);
}

#[test]
fn what_does_not_belong_into_a_segment_is_kept_as_code() {
    let unit = only(&tu(
        "ا<g id=\"1\">ب</g><br/><sub type=\"t\">ج</sub><ept i=\"1\">/</ept><ph>x<b c='d'>y</b><sub/><ph/></ph>",
        "a<bpt i=\"1\">(</bpt>",
    ));
    assert_eq!((unit.source.text(), unit.target.text()), ("ابج", "a"));
    assert_eq!(
        unit.source.codes().iter().map(|code| code.element.clone()).collect::<Vec<_>>(),
        [
            foreign("", "&lt;g id=\"1\"&gt;", "&lt;/g&gt;"),
            foreign("", "&lt;g id=\"1\"&gt;", "&lt;/g&gt;"),
            foreign("", "&lt;br/&gt;", ""),
            foreign("", "&lt;sub type=\"t\"&gt;", "&lt;/sub&gt;"),
            foreign("", "&lt;sub type=\"t\"&gt;", "&lt;/sub&gt;"),
            foreign("", "", "/"),
            foreign("", "x&lt;b c='d'&gt;y&lt;/b&gt;<sub></sub>&lt;ph/&gt;", ""),
        ]
    );
    assert_eq!(round(&[ExchangeUnit { line: None, ..unit.clone() }]), [ExchangeUnit { line: None, ..unit }]);
}

#[test]
fn codes_of_one_number_that_mean_different_things_are_told_apart() {
    let unit =
        only(&tu("<ph x=\"1\">a</ph><ph x=\"1\">b</ph><ph x=\"0\">c</ph><ph x=\"٢\">d</ph>", "<ph x=\"0\">c</ph>"));
    let numbers: Vec<u16> = unit.source.codes().iter().map(|code| code.id.0).collect();
    assert_eq!(numbers, [1, 2, 3, 4]);
    assert_eq!(unit.target.codes()[0].id, CodeId(3));
}

#[test]
fn several_variants_give_a_unit_for_each_pair_and_the_very_tag_goes_first() {
    let variant = |tag: &str, text: &str| format!("<tuv xml:lang=\"{tag}\"><seg>{text}</seg></tuv>");
    let texts = |variants: &[(&str, &str)]| {
        let variants: String = variants.iter().map(|(tag, text)| variant(tag, text)).collect();
        let (units, problems) = read(&format!("<tu>{variants}</tu>"));
        assert_eq!(problems, []);
        units.iter().map(|unit| format!("{}={}", unit.source.text(), unit.target.text())).collect::<Vec<_>>()
    };
    let pairs = texts(&[("ar-EG", "1"), ("AR-sa", "2"), ("de", "3"), ("en-US", "4"), ("en-GB", "5")]);
    assert_eq!(pairs, ["1=4", "1=5", "2=4", "2=5"]);
    assert_eq!(texts(&[("ar", "1"), ("en-US", "2"), ("en", "3"), ("EN", "4")]), ["1=3", "1=4"]);
    assert_eq!(texts(&[("ar", "1"), ("fr", "2")]), Vec::<String>::new());
    let body = format!("<tu>{}</tu><tu>{}</tu><tu/>", variant("ar", "1"), variant("en", "1"));
    let bytes = file(&body);
    let mut units = units(bytes.as_bytes(), &language("ar"), &language("en"));
    assert_eq!(units.by_ref().count(), 0);
    assert_eq!(units.tally(), Tally { units: 3, without_source: 2, without_target: 1 });
    assert_eq!(units.languages().collect::<Vec<_>>(), [("ar", 1), ("en", 1)]);
    assert_eq!(units.bytes_read(), bytes.len() as u64);
}

#[test]
fn a_header_is_read_as_it_was_written() {
    let header = Header {
        source_language: ALL_LANGUAGES.into(),
        segment_kind: SegmentKind::Paragraph,
        created: Stamp { at: Some("2026-01-31T09:05:00Z".into()), by: Some("هند \"h\"\n".into()) },
        props: vec![("x-p".into(), "<قيمة>\r\n".into())],
        notes: vec!["ملاحظة & note".into()],
        ..Header::of_this_program("")
    };
    let file = Writer::new(Vec::new(), &header).unwrap().finish().unwrap();
    let mut units = units(&file[..], &language("ar"), &language("en"));
    assert_eq!(units.header(), None);
    assert!(units.next().is_none());
    assert_eq!(units.header(), Some(&header));
}

#[test]
fn a_problem_of_a_unit_costs_that_unit_alone() {
    let good = tu("نص", "text");
    let deep = format!("{}x{}", "<hi>".repeat(70), "</hi>".repeat(70));
    let long = "ا".repeat(5 * 1024 * 1024);
    let codes = "<ph/>".repeat(30_001);
    for (bad, problem) in [
        (tu("\n&company;", "x"), TmxProblem::UnknownEntity { line: 4, name: "company".into() }),
        (tu("&#1;", "x"), TmxProblem::Character { line: 3, code: 1 }),
        (tu("&#0;", "x"), TmxProblem::Character { line: 3, code: 0 }),
        (tu("&#xD800;", "x"), TmxProblem::Character { line: 3, code: 0xD800 }),
        (tu("\n\u{1}", "x"), TmxProblem::Character { line: 4, code: 1 }),
        (tu("x", "<ph>\u{ffff}</ph>"), TmxProblem::Character { line: 3, code: 0xffff }),
        (tu("x", "<![CDATA[\u{b}]]>"), TmxProblem::Character { line: 3, code: 0xb }),
        (tu("&#y;", "x"), TmxProblem::Reference { line: 3, reference: "#y".into() }),
        ("<tu tuid=\"&e;\"/>".into(), TmxProblem::UnknownEntity { line: 3, name: "e".into() }),
        (tu(&deep, "x"), TmxProblem::UnitTooDeep { line: 3, limit: 64 }),
        (tu(&long, &long), TmxProblem::TooLong { line: 3, limit: 8 * 1024 * 1024 }),
        (
            tu(&[&long[..long.len() / 2], "<ph/>"].concat().repeat(3), "x"),
            TmxProblem::UnitTooLong { line: 3, limit: 8 * 1024 * 1024 },
        ),
        (tu(&codes, "x"), TmxProblem::TooManyCodes { line: 3, limit: 30_000 }),
        ("<tu><tuv><seg/></tuv></tu>".into(), TmxProblem::NoLanguage { line: 3 }),
        ("<tu><tuv xml:lang=\"ar\"/></tu>".into(), TmxProblem::NoSegment { line: 3 }),
    ] {
        let (units, problems) = read(&[good.as_str(), &bad, &good].concat());
        assert_eq!(problems, std::slice::from_ref(&problem));
        let expected = if problem.ends_reading() { 1 } else { 2 };
        assert_eq!(units.len(), expected, "{problem:?}");
        assert!(!problem.message().id.is_empty() && problem.hint().id.starts_with("rec-tmx-"));
    }
}

#[test]
fn a_problem_of_the_file_comes_last_after_what_was_whole() {
    let good = tu("نص", "text");
    let ill = |line, fault| TmxProblem::IllFormed { line, fault };
    let name = "n".repeat(2000);
    for (rest, problem) in [
        ("<tu><tuv></tu>".to_owned(), ill(3, XmlFault::MismatchedEnd { open: "tuv".into(), found: "tu".into() })),
        ("</body></tmx></tmx>".into(), ill(3, XmlFault::UnmatchedEnd { found: "tmx".into() })),
        ("</body></tmx><tmx/>".into(), ill(3, XmlFault::SecondRoot)),
        (tu("a & b", "x"), ill(3, XmlFault::LoneAmpersand)),
        ("<tu tuid=\"1\" tuid=\"2\"/>".into(), ill(3, XmlFault::Attribute)),
        ("<tu tuid=1/>".into(), ill(3, XmlFault::Attribute)),
        ("\n<tu><!-- ".into(), ill(4, XmlFault::UnclosedMarkup)),
        ("<tu><tuv xml:lang=\"ar\"><seg>x</se".into(), ill(3, XmlFault::UnclosedMarkup)),
        ("<tu>\n<tuv>".into(), TmxProblem::CutOff { line: 4, open: "tu".into() }),
        ("\n".into(), TmxProblem::CutOff { line: 4, open: "body".into() }),
        (format!("<{name}/>").replace('/', ""), TmxProblem::TooLong { line: 3, limit: 1024 }),
        ("<a>".repeat(300), TmxProblem::TooDeep { line: 3, limit: 256 }),
    ] {
        let closed = ["tuid", "</body>", "a &"].iter().any(|part| rest.contains(part));
        let body = format!("{good}{rest}");
        let file = if closed { file(&body) } else { file(&body).replace("</body></tmx>", "") };
        let (units, problems) = read_bytes(file.as_bytes());
        assert_eq!((units.len(), problems), (1, vec![problem.clone()]), "{rest}");
        assert!(problem.ends_reading() && problem.hint().id.starts_with("rec-tmx-"));
    }
}

#[test]
fn what_is_no_tmx_is_said_to_be_none() {
    let found = |found: Option<&str>| vec![TmxProblem::NotTmx { line: 1, found: found.map(str::to_owned) }];
    for (bytes, problem) in [
        (&b""[..], found(None)),
        (b"   ", found(None)),
        ("قال الرجل".as_bytes(), found(None)),
        (b"<html><body/></html>", found(Some("html"))),
        (b"\xef\xbb\xbf<xliff/>", found(Some("xliff"))),
        (b"PK\x03\x04word/document.xml", found(None)),
    ] {
        assert_eq!(read_bytes(bytes), (vec![], problem));
    }
    assert_eq!(read_bytes(b"<tmx/>"), (vec![], vec![]));
    let headless =
        "<tmx><body><tu><tuv lang='ar'><seg>ا</seg></tuv><tuv lang='en'><seg>a</seg></tuv></tu></body></tmx>";
    assert_eq!(read_bytes(headless.as_bytes()).0.len(), 1, "neither header nor source language");
}

#[test]
fn declarations_are_never_followed() {
    let bomb = "<!DOCTYPE tmx [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY % p SYSTEM \"file:///dev/random\"> %p;\
                <!ENTITY x SYSTEM \"file:///etc/passwd\"><!ENTITY amp \"bad\">]>";
    let body = [tu("&b;", "x"), tu("&x;", "x"), tu("&amp;", "x")].concat();
    let (units, problems) = read_bytes(file(&body).replace("<tmx", &format!("{bomb}<tmx")).as_bytes());
    let unknown = |line, name: &str| TmxProblem::UnknownEntity { line, name: name.into() };
    assert_eq!(problems, [unknown(2, "b"), unknown(3, "x")]);
    assert_eq!(units[0].source.text(), "&");
}

#[test]
fn a_tag_of_many_attributes_takes_no_time_that_grows_with_their_square() {
    let attributes: String = (0..200_000).map(|number| format!(" a{number}=\"1\"")).collect();
    let (units, problems) = read(&tu("نص", "text").replace("<tu>", &format!("<tu{attributes} tuid=\"z\">")));
    assert_eq!((units[0].id.as_deref(), problems), (Some("z"), vec![]));
}

/// Bytes without an end, as a hostile pipe would give them.
struct Endless<'a> {
    begin: &'a [u8],
    again: &'a [u8],
}

impl Read for Endless<'_> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let from = if self.begin.is_empty() { self.again } else { self.begin };
        let length = from.len().min(into.len());
        into[..length].copy_from_slice(&from[..length]);
        self.begin = &self.begin[length.min(self.begin.len())..];
        Ok(length)
    }
}

#[test]
fn a_file_without_an_end_is_given_up() {
    for (begin, again) in [
        (&b"<tmx><body><tu><tuv xml:lang='ar'><seg>"[..], &b"aaaaaaaa"[..]),
        (b"<tmx><body><tu a='", b"aaaaaaaa"),
        (b"<tmx><body><!--", b"        "),
        (b"<tmx><body><tu>", b"<a>"),
        (b"<tmx><header>", format!("<note>{}</note>", "a".repeat(50_000)).as_bytes()),
        (b"", b" "),
        (b"<!DOCTYPE tmx [", b"<!ENTITY a 'aaaaaaaaaaaaaaaaaaaaaa'>"),
    ] {
        let results: Vec<_> = units(Endless { begin, again }, &language("ar"), &language("en")).collect();
        let last = results.last().unwrap().clone().unwrap_err();
        assert!(matches!(last, TmxProblem::TooLong { .. } | TmxProblem::TooDeep { .. }), "{last:?}");
    }
}

#[test]
fn what_xml_cannot_hold_is_marked_in_texts_and_refused_elsewhere() {
    let odd = unit(Content::plain("ا\u{0}ب\u{1f}\u{fffe}"), Content::plain("\r\n\t a\r ]]> U+0001"));
    let one = std::slice::from_ref(&odd);
    assert_eq!(round(one), one);
    assert!(written(one).contains("ا<ph type=\"x-char\">U+0000</ph>ب"));
    let mut writer = Writer::new(Vec::new(), &Header::of_this_program("ar")).unwrap();
    for (bad, text) in [
        (ExchangeUnit { id: Some("\u{1}".into()), ..odd.clone() }, "forbidden character U+0001 in tuid"),
        (ExchangeUnit { notes: vec!["\u{b}".into()], ..odd.clone() }, "forbidden character U+000B in note"),
        (ExchangeUnit { props: vec![("a".into(), "\0".into())], ..odd.clone() }, "forbidden character U+0000 in prop"),
        (
            ExchangeUnit { created: Stamp { at: Some("now".into()), by: None }, ..odd.clone() },
            "`now` is no moment in UTC",
        ),
    ] {
        assert_eq!(writer.unit(&bad).unwrap_err().to_string(), text);
    }
    for code in ["<b>", "&nbsp;", "</ph>", "&#x26;", "a>b", "<sub>"] {
        let codes =
            vec![InlineCode { at: 0, id: CodeId(1), part: CodePart::Standalone, element: foreign("", code, "") }];
        let bad = unit(Content::new("x".into(), codes).unwrap(), Content::default());
        assert!(matches!(writer.unit(&bad), Err(TmxWriteError::Code { .. })), "{code}");
    }
    writer.unit(&odd).unwrap();
    let (units, problems) = read_bytes(&writer.finish().unwrap());
    assert_eq!((units.len(), problems), (1, vec![]), "nothing of the refused ones is in the file");
}

#[test]
fn crossing_spans_come_back() {
    let span = |at, id, part| InlineCode { at, id: CodeId(id), part, element: foreign("term", "", "") };
    let codes = vec![
        span(0, 1, CodePart::Open),
        span(1, 2, CodePart::Open),
        span(2, 1, CodePart::Close),
        span(3, 2, CodePart::Close),
        span(3, 2, CodePart::Close),
    ];
    let crossing = unit(Content::new("abc".into(), codes).unwrap(), Content::default());
    let crossing = std::slice::from_ref(&crossing);
    assert_eq!(round(crossing), crossing);
    let file = written(crossing);
    assert_eq!((file.matches("<hi ").count(), file.matches("<bpt ").count(), file.matches("<it ").count()), (1, 1, 1));
}
