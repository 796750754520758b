//! Holds the locales together: the same messages, attributes and variables in each, plurals by `PLURAL` alone and with every
//! category of the language, every message makes a sentence, and every id named in the code exists.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{self, Expression, InlineExpression, PatternElement, VariantKey};
use hunayn::l10n::Localizer;
use hunayn::model::{Argument, Message};

/// What a message asks for: variables to print, and those that are counted.
#[derive(Debug, Default, PartialEq, Eq)]
struct Shape {
    variables: BTreeSet<String>,
    counts: BTreeSet<String>,
    attributes: BTreeSet<String>,
    has_value: bool,
}

/// Messages by file and id.
type Locale = BTreeMap<(String, String), Shape>;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn locale_folders() -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join("locales")).unwrap().map(|entry| entry.unwrap().path());
    let mut folders: Vec<PathBuf> = entries.filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}

fn resources(folder: &Path) -> Vec<(String, ast::Resource<String>)> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let parse = |path: &PathBuf| {
        let resource = fluent_syntax::parser::parse(fs::read_to_string(path).unwrap());
        let resource = resource.unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", path.display()));
        (path.file_name().unwrap().to_string_lossy().into_owned(), resource)
    };
    files.iter().map(parse).collect()
}

/// Reads a locale and notes what is wrong with its plurals.
fn read(folder: &Path, faults: &mut Vec<String>) -> Locale {
    let tag = folder.file_name().unwrap().to_string_lossy().into_owned();
    let mut locale = Locale::new();
    let mut ids = BTreeSet::new();
    for (file, resource) in resources(folder) {
        for entry in resource.body {
            let ast::Entry::Message(message) = entry else { continue };
            let id = message.id.name;
            let mut walk = Walk { shape: Shape::default(), place: format!("{tag}/{file}: {id}"), tag: &tag, faults };
            walk.shape.has_value = message.value.is_some();
            message.value.iter().for_each(|pattern| walk.pattern(pattern));
            for attribute in &message.attributes {
                walk.shape.attributes.insert(attribute.id.name.clone());
                walk.pattern(&attribute.value);
            }
            let shape = walk.shape;
            if !ids.insert(id.clone()) {
                faults.push(format!("{tag}/{file}: {id} is there twice"));
            }
            locale.insert((file.clone(), id), shape);
        }
    }
    locale
}

struct Walk<'a> {
    shape: Shape,
    place: String,
    tag: &'a str,
    faults: &'a mut Vec<String>,
}

impl Walk<'_> {
    fn pattern(&mut self, pattern: &ast::Pattern<String>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<String>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                let key = |variant: &ast::Variant<String>| match &variant.key {
                    VariantKey::Identifier { name } => name.clone(),
                    VariantKey::NumberLiteral { value } => value.clone(),
                };
                let keys: BTreeSet<String> = variants.iter().map(key).collect();
                self.selection(selector, &keys);
                variants.iter().for_each(|variant| self.pattern(&variant.value));
            }
        }
    }

    fn selection(&mut self, selector: &InlineExpression<String>, keys: &BTreeSet<String>) {
        let categories: &[&str] = match self.tag {
            "ar" => &["few", "many", "one", "other", "two", "zero"],
            _ => &["one", "other"],
        };
        if matches!(selector, InlineExpression::FunctionReference { id, .. } if id.name == "PLURAL") {
            if !categories.iter().all(|category| keys.contains(*category)) {
                self.faults.push(format!("{}: has {keys:?} of {categories:?}", self.place));
            }
        } else if keys.iter().any(|key| {
            key.parse::<f64>().is_ok()
                || (key != "other" && ["zero", "one", "two", "few", "many"].contains(&key.as_str()))
        }) {
            self.faults.push(format!("{}: selects by number without PLURAL", self.place));
        }
    }

    fn inline(&mut self, inline: &InlineExpression<String>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.shape.variables.insert(id.name.clone());
            }
            InlineExpression::FunctionReference { id, arguments } => {
                for argument in &arguments.positional {
                    if let (InlineExpression::VariableReference { id: counted }, "PLURAL") =
                        (argument, id.name.as_str())
                    {
                        self.shape.counts.insert(counted.name.clone());
                    }
                    self.inline(argument);
                }
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            _ => {}
        }
    }
}

#[test]
fn locales_have_the_same_messages_attributes_and_variables() {
    let mut faults = Vec::new();
    let english = read(&root().join("locales/en"), &mut faults);
    for folder in locale_folders() {
        let tag = folder.file_name().unwrap().to_string_lossy().into_owned();
        let locale = read(&folder, &mut Vec::new());
        for (key, shape) in &english {
            match locale.get(key) {
                None => faults.push(format!("{tag} lacks {} of {}", key.1, key.0)),
                Some(other) if other.attributes != shape.attributes || other.has_value != shape.has_value => {
                    faults.push(format!("{tag}: {} has other attributes than in en", key.1));
                }
                Some(other) if other.variables != shape.variables => {
                    faults.push(format!("{tag}: {} has {:?}, en has {:?}", key.1, other.variables, shape.variables));
                }
                Some(_) => {}
            }
        }
        faults.extend(
            locale.keys().filter(|key| !english.contains_key(*key)).map(|key| format!("en lacks {} of {tag}", key.1)),
        );
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn plurals_go_by_the_function_and_have_every_category() {
    let mut faults = Vec::new();
    for folder in locale_folders() {
        read(&folder, &mut faults);
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_message_makes_a_sentence() {
    for folder in locale_folders() {
        let tag = folder.file_name().unwrap().to_string_lossy().into_owned();
        let localizer = Localizer::new(std::slice::from_ref(&tag), false);
        assert_eq!(localizer.language().to_string(), tag);
        for ((_, id), shape) in read(&folder, &mut Vec::new()).into_iter().filter(|(_, shape)| shape.has_value) {
            let id: &'static str = id.leak();
            for count in [0_i64, 1, 2, 3, 11, 100, 103] {
                let mut message = Message::new(id);
                for name in &shape.variables {
                    let value = if shape.counts.contains(name) {
                        Argument::Number(count)
                    } else {
                        Argument::Text("كلمة".into())
                    };
                    message = message.with(name.clone().leak(), value);
                }
                let sentence = localizer.try_sentence(&message).unwrap_or_else(|error| panic!("{tag}: {error}"));
                assert!(!sentence.is_empty(), "{tag}: {id} says nothing");
            }
        }
    }
}

/// The words of a message itself: without what stands in braces.
fn outside_placeables(text: &str) -> String {
    let mut depth = 0;
    let outside = |c: &char| {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => return depth == 0,
        }
        false
    };
    text.chars().filter(outside).collect()
}

#[test]
fn arabic_messages_are_in_arabic() {
    let without_words = |id: &str| id.ends_with("-examples") || ["help-value-name", "list-separator"].contains(&id);
    let arabic = Localizer::new(&["ar".to_owned()], false);
    let ids = read(&root().join("locales/ar"), &mut Vec::new()).into_keys().map(|(_, id)| id);
    for id in ids.filter(|id| !without_words(id)) {
        let text = arabic.text(&id).unwrap_or_default();
        let own_words = outside_placeables(&text);
        let has_arabic = text.contains(|c: char| ('\u{0621}'..='\u{064A}').contains(&c));
        assert!(has_arabic || !own_words.contains(char::is_alphabetic), "{id}: {text}");
        let invisible =
            |c: char| matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
        assert!(!text.contains(invisible), "{id} holds a bidi control");
        let latin_marks =
            [", ", "; ", "? "].iter().any(|mark| own_words.contains(mark)) || own_words.ends_with(['?', ';']);
        assert!(!latin_marks, "{id} has a Latin comma, semicolon or question mark: {text}");
    }
}

#[test]
fn every_id_named_in_the_code_exists() {
    let english = read(&root().join("locales/en"), &mut Vec::new());
    let known: BTreeSet<&str> = english.keys().map(|(_, id)| id.as_str()).collect();
    let named = regex::Regex::new(r#"(?:Message::new|\.text|\.heading)\(\s*"([^"]+)"\s*\)"#).unwrap();
    let tensed = regex::Regex::new(r#"in_tense\(\s*keep,\s*"([^"]+)",\s*"([^"]+)"\s*\)"#).unwrap();
    let mut unknown = Vec::new();
    let mut folders = vec![root().join("src")];
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = fs::read_to_string(&path).unwrap_or_default();
            let code = text.split("#[cfg(test)]").next().unwrap_or_default();
            let pairs = tensed.captures_iter(code).flat_map(|found| [found[1].to_owned(), found[2].to_owned()]);
            let ids = named.captures_iter(code).map(|found| found[1].to_owned()).chain(pairs);
            unknown.extend(ids.filter(|id| !known.contains(id.as_str())).map(|id| format!("{}: {id}", path.display())));
        }
    }
    assert!(unknown.is_empty(), "{}", unknown.join("\n"));
}

#[test]
fn arabic_counts_what_was_filled_and_left_and_names_units_in_arabic() {
    let arabic = Localizer::new(&["ar".to_owned()], false);
    let english = Localizer::new(&["en".to_owned()], false);
    for (count, left, expected) in [
        (2_i64, 4_i64, "مُلئت فقرتان، وتُركت 4 فقرات"),
        (1, 1, "مُلئت فقرة واحدة، وتُركت فقرة واحدة"),
        (11, 2, "مُلئت 11 فقرة، وتُركت فقرتان"),
        (0, 0, "لم تُملأ فقرة، ولم تُترك فقرة"),
    ] {
        let message = Message::new("out-pretranslated").with("count", count).with("left", left);
        assert_eq!(arabic.sentence(&message), expected);
    }
    for (measure, in_arabic, in_english) in [
        ("dinar", "مقيس بوحدة الدينار،", "counts dinar;"),
        ("lira-pound", "مقيس بوحدة الليرة،", "counts lira or pound;"),
        ("ليرة سورية", "مقيس بوحدة ليرة سورية،", "counts ليرة سورية;"),
    ] {
        let message = Message::new("finding-measure").with("text", "١٬٥٠٠").with("measure", measure);
        let (arabic, english) = (arabic.sentence(&message), english.sentence(&message));
        assert!(arabic.contains(in_arabic) && english.contains(in_english), "{arabic} | {english}");
    }
}
