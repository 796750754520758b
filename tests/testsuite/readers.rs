//! Whole files as newsrooms have them, from bytes to blocks: a saved page, an op-ed in Markdown, a text of the nineties.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fmt::Write as _;
use std::path::Path;

use hunayn::formats::{EncodingSource, Reader, decode, detect, find};
use hunayn::model::{CodeElement, SourceDocument, escape_marked};

fn read(name: &str, bytes: &[u8]) -> SourceDocument {
    let decoded = decode(bytes, None).unwrap();
    let format = detect(Some(name), &decoded.text).unwrap();
    let Some(Reader::Text { read, .. }) = format.read else { panic!("{name} is no text") };
    read(&decoded.text).unwrap()
}

fn fixture(name: &str) -> SourceDocument {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/formats").join(name);
    read(name, &std::fs::read(path).unwrap())
}

/// A document as a person would check it: one block a line, with its line number and shape.
fn listing(document: &SourceDocument) -> String {
    let language = document.language.as_ref().map_or("none".to_owned(), ToString::to_string);
    let mut out = format!("title: {}; language: {language}\n", document.title.as_deref().unwrap_or("none"));
    for block in &document.blocks {
        let line = block.line.map(|n| format!("{n} ")).unwrap_or_default();
        let text = escape_marked(&block.content, &block.content).replace('\r', "␍").replace('\n', "⏎");
        writeln!(out, "{}", format!("{line}{:?} | {text}", block.shape).trim_end()).unwrap();
    }
    out
}

#[test]
fn a_saved_news_page_gives_its_article_alone() {
    let document = fixture("news-page.html");
    insta::assert_snapshot!(listing(&document), @r#"
    title: أهالي وادي السرو يحفرون بئرهم بأيديهم | صحيفة الضفاف; language: ar
    Paragraph | تحقيق
    Heading(1) | أهالي وادي السرو يحفرون بئرهم بأيديهم
    Paragraph | كتبت: {1}هالة النعيمي{/1} {2/}عين السرو، ٣ آذار/مارس ٢٠٢٤
    Caption | رجال القرية عند البئر (تصوير: سعيد راشد)
    Paragraph | لم ينتظر أهالي {1}عين السرو{/1} وعود البلدية. ففي صباح الاثنين، حملوا المعاول وبدأوا الحفر{2/}؛ فهل يصلون إلى الماء؟
    Paragraph | قال المختار: «{1}الماء{/1} حقٌّ لا مِنّة».
    Heading(2) | بئر عمقها ٤٥٫٥ مترًا
    ListItem { mark: Bullet } | ١٢ متطوعًا كل يوم
    ListItem { mark: Bullet } | ١٬٢٥٠ دينارًا كلفة المضخة
    Quote | من سار على الدرب وصل
    Paragraph | تابعت المهندسة رنا العمل.
    Paragraph | وتقول إن التربة رخوة & خطرة.
    Separator |
    Note { label: "fn1" } | بحسب سجل القرية لعام ١٩٦٢.
    Paragraph | نُشر بالاتفاق مع شبكة {1}River News{/1}.
    "#);
}

#[test]
fn an_op_ed_in_markdown_gives_its_blocks_and_notes() {
    let document = fixture("op-ed.md");
    insta::assert_snapshot!(listing(&document), @r#"
    title: المدرسة التي ننتظرها; language: ar
    7 Heading(1) | المدرسة التي ننتظرها
    9 Paragraph | بقلم: {1}ليث الكيلاني{/1}
    11 Paragraph | ليس السؤال كم مدرسةً نبني، بل أيَّ مدرسةٍ نريد؛ ففي كل عام⏎نَعُدُّ المقاعد وننسى من يجلس عليها{1/}.
    14 Heading(2) | من يجلس على المقعد؟
    16 ListItem { mark: Bullet } | الطالب الذي يمشي {1}خمسة كيلومترات{/1} كل صباح
    17 ListItem { mark: Bullet } | المعلمة التي تشتري الطباشير من جيبها
    19 Quote | العلم في الصغر⏎كالنقش في الحجر
    22 Paragraph | انظر {1}تقرير الوزارة{/1}: ٤٥% من الصفوف بلا تدفئة{2/}.
    24 Separator |
    26 Paragraph | ليث الكيلاني كاتب ومدرّس، من كتبه «دفاتر الصف الأخير» {1/}lkilani@example.org
    29 Note { label: "1" } | المقصود مقاعد الصفوف الأولى وحدها.
    30 Note { label: "تقرير" } | «واقع المدارس»، ص ١٢–١٥.
    "#);
    let links = document.blocks.iter().flat_map(|b| b.content.codes()).filter_map(|code| match &code.element {
        CodeElement::Link { href, title } => Some((href.as_str(), title.as_str())),
        _ => None,
    });
    assert_eq!(links.collect::<Vec<_>>()[0], ("https://example.org/report", "٢٠٢٣"));
}

#[test]
fn a_text_of_the_nineties_is_read_in_its_own_encoding() {
    let text = "رسالة إلى صديق قديم\r\n\r\nبقلم: أ.د. رواد الصفصافي\r\n\r\n\
        كتبتَ إليّ تسأل عن القرية، وعمّا بقي من بيوتها بعد أن هجرها أهلها\r\n\
        إلى المدينة في ذلك الشتاء الطويل؛ فماذا أقول لك؟ لم يبق منها إلا\r\n\
        «عين الماء»، و3 أشجار.\r\n\r\n***\r\n\r\nقفا نبكِ من ذكرى حبيبٍ ومنزلِ\tبِسِقطِ اللوى بين الدخول فحوملِ\r\n";
    let (bytes, _, unmappable) = encoding_rs::WINDOWS_1256.encode(text);
    assert!(!unmappable);
    let decoded = decode(&bytes, None).unwrap();
    assert_eq!((decoded.encoding, decoded.source), ("windows-1256", EncodingSource::Guessed));
    assert_eq!(decoded.text, text);
    insta::assert_snapshot!(listing(&read("letter.txt", &bytes)), @r#"
    title: none; language: none
    1 Paragraph | رسالة إلى صديق قديم
    3 Paragraph | بقلم: أ.د. رواد الصفصافي
    5 Paragraph | كتبتَ إليّ تسأل عن القرية، وعمّا بقي من بيوتها بعد أن هجرها أهلها␍⏎إلى المدينة في ذلك الشتاء الطويل؛ فماذا أقول لك؟ لم يبق منها إلا␍⏎«عين الماء»، و3 أشجار.
    9 Separator | ***
    11 Paragraph | قفا نبكِ من ذكرى حبيبٍ ومنزلِ	بِسِقطِ اللوى بين الدخول فحوملِ
    "#);
}

#[test]
fn a_format_is_found_by_name_then_by_look_then_as_plain_text() {
    let id = |name, text| detect(name, text).map(|format| format.id);
    assert_eq!(id(Some("مقال.HTM"), "نص"), Some("html"));
    assert_eq!(id(Some("a.md"), "<p>نص"), Some("md"));
    assert_eq!(id(Some("a.unknown"), "<!doctype html><p>نص"), Some("html"));
    assert_eq!(id(None, "# عنوان\n\nنص"), Some("md"));
    assert_eq!(id(None, "نص"), Some("txt"));
    assert!(find("txt").is_some() && find("pdf").is_none());
}

/// Files of other projects, where they are at hand: none may make a reader panic.
#[test]
fn files_of_other_projects_are_read_or_refused() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/interchange");
    for format in ["html", "md", "txt"] {
        let Ok(entries) = std::fs::read_dir(folder.join(format)) else { continue };
        for path in entries.map(|entry| entry.unwrap().path()) {
            let Ok(decoded) = decode(&std::fs::read(&path).unwrap(), None) else { continue };
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let Some(Reader::Text { read, .. }) = detect(Some(&name), &decoded.text).unwrap().read else { continue };
            let _ = read(&decoded.text);
        }
    }
}
