//! Holds the table of layers in `src/lib.rs`: forbidden uses, crates outside their home, undeclared files, files without a
//! header, files that grew too long, drawers called "utils", and notes of work left undone.

use std::fs;
use std::path::{Path, PathBuf};

/// A layer, the layers it may name as `crate::LAYER`, and the outside crates that live in it.
struct Layer {
    name: &'static str,
    may_use: &'static [&'static str],
    crates: &'static [&'static str],
}

const LAYERS: &[Layer] = &[
    Layer { name: "model", may_use: &["model"], crates: &["unic_langid", "uuid"] },
    Layer { name: "text", may_use: &["model", "text"], crates: &["unicode_segmentation", "unicode_normalization"] },
    Layer { name: "segmentation", may_use: &["model", "text", "segmentation"], crates: &["unicode_segmentation"] },
    Layer {
        name: "alignment",
        may_use: &["model", "text", "alignment"],
        crates: &["rustc_hash", "unicode_segmentation"],
    },
    Layer { name: "terminology", may_use: &["model", "text", "terminology"], crates: &[] },
    Layer { name: "qa", may_use: &["model", "text", "segmentation", "terminology", "qa"], crates: &[] },
    Layer {
        name: "matching",
        may_use: &["model", "text", "matching"],
        crates: &["hashbrown", "rapidfuzz", "rustc_hash", "unicode_normalization"],
    },
    Layer { name: "diff", may_use: &["model", "text", "diff"], crates: &["similar"] },
    Layer {
        name: "formats",
        may_use: &["model", "text", "formats"],
        crates: &[
            "chardetng",
            "encoding_rs",
            "pulldown_cmark",
            "dom_query",
            "quick_xml",
            "zip",
            "csv",
            "serde",
            "serde_json",
        ],
    },
    Layer {
        name: "store",
        may_use: &["model", "text", "store"],
        crates: &["rusqlite", "rusqlite_migration", "blake3", "jiff", "uuid", "serde", "serde_json"],
    },
    Layer {
        name: "ops",
        may_use: &[
            "model",
            "text",
            "segmentation",
            "alignment",
            "matching",
            "terminology",
            "diff",
            "qa",
            "formats",
            "store",
            "ops",
        ],
        crates: &["tempfile", "rayon", "serde", "serde_json"],
    },
    Layer {
        name: "l10n",
        may_use: &["model", "l10n"],
        crates: &["fluent", "fluent_langneg", "icu_plurals", "rust_embed", "unic_langid"],
    },
    Layer { name: "web", may_use: &["model", "ops", "l10n", "web"], crates: &["axum", "getrandom", "maud", "tokio"] },
    Layer {
        name: "cli",
        may_use: &["model", "ops", "l10n", "web", "cli"],
        crates: &[
            "clap",
            "clap_complete",
            "clap_mangen",
            "anstream",
            "anstyle",
            "glob",
            "indicatif",
            "shlex",
            "sys_locale",
            "whoami",
            "serde",
            "serde_json",
            "rust_embed",
            "tempfile",
        ],
    },
];

/// The crates of the binary, which is no layer.
const OF_THE_BINARY: &[&str] = &["mimalloc"];

/// Every crate that has a home; a crate missing here would be invisible to the test.
const EVERYWHERE: &[&str] = &["std", "core", "alloc", "thiserror", "crate", "self", "super", "proptest", "insta"];

const LONGEST_FILE: usize = 800;
const DRAWERS: &[&str] = &["util", "utils", "helper", "helpers", "common", "manager", "misc"];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|e| e == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// Path below the root, and the text, of every Rust file of the project.
fn sources(folders: &[&str]) -> Vec<(String, String)> {
    let root = root();
    let files = folders.iter().map(|f| root.join(f)).filter(|f| f.exists()).flat_map(|f| rust_files(&f));
    files
        .map(|path| {
            let name = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
            (name, fs::read_to_string(&path).unwrap())
        })
        .collect()
}

fn layer_of(path: &str) -> Option<&'static Layer> {
    let rest = path.strip_prefix("src/")?;
    let name = rest.split(['/', '.']).next()?;
    LAYERS.iter().find(|layer| layer.name == name)
}

/// The code of a file without its comments, so that prose may name any layer.
fn code_lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//")).map(|(i, line)| (i + 1, line))
}

/// The first names of every path in `use` items, grouped imports taken apart, and of inline paths like `crate::x::y`.
fn named_roots(text: &str) -> Vec<(usize, String)> {
    let mut roots = Vec::new();
    let mut pending = String::new();
    let mut start = 0;
    for (number, line) in code_lines(text) {
        let trimmed = line.trim();
        let visibility_stripped =
            trimmed.split_once("use ").filter(|(before, _)| before.is_empty() || before.starts_with("pub"));
        if pending.is_empty() && visibility_stripped.is_some() {
            start = number;
        } else if pending.is_empty() {
            roots.extend(inline_paths(trimmed).map(|path| (number, path)));
            continue;
        }
        pending.push_str(visibility_stripped.filter(|_| pending.is_empty()).map_or(trimmed, |(_, rest)| rest));
        if trimmed.ends_with(';') {
            roots.extend(expand_use(pending.trim_end_matches(';')).into_iter().map(|path| (start, path)));
            pending.clear();
        }
    }
    roots
}

/// `crate::{a::x, b}` becomes `crate::a::x`, `crate::b`.
fn expand_use(path: &str) -> Vec<String> {
    let Some((head, group)) = path.split_once('{') else { return vec![path.trim().to_owned()] };
    let group = group.rsplit_once('}').map_or(group, |(inside, _)| inside);
    let (mut depth, mut part, mut parts) = (0, String::new(), Vec::new());
    for c in group.chars() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(std::mem::take(&mut part));
                continue;
            }
            _ => {}
        }
        part.push(c);
    }
    parts.push(part);
    let parts = parts.iter().filter(|p| !p.trim().is_empty());
    parts.flat_map(|p| expand_use(p.trim())).map(|p| format!("{}{p}", head.trim())).collect()
}

/// `crate::x` and `some_crate::x` named in the middle of code.
fn inline_paths(line: &str) -> impl Iterator<Item = String> {
    let mut paths = Vec::new();
    for (at, _) in line.match_indices("::") {
        let begin = line[..at].rfind(|c: char| !(c.is_alphanumeric() || c == '_')).map_or(0, |i| i + 1);
        if line[..begin].ends_with("::") {
            continue;
        }
        let end = line[at + 2..].find(|c: char| !(c.is_alphanumeric() || c == '_')).map_or(line.len(), |i| at + 2 + i);
        paths.push(line[begin..end].to_owned());
    }
    paths.into_iter()
}

fn all_homed_crates() -> Vec<&'static str> {
    LAYERS.iter().flat_map(|l| l.crates.iter().copied()).chain(OF_THE_BINARY.iter().copied()).collect()
}

#[test]
fn layers_only_point_downward() {
    let mut broken = Vec::new();
    for (path, text) in sources(&["src"]) {
        let Some(layer) = layer_of(&path) else { continue };
        for (line, named) in named_roots(&text) {
            if let Some(rest) = named.strip_prefix("crate::") {
                let target = rest.split("::").next().unwrap_or_default();
                if LAYERS.iter().any(|l| l.name == target) && !layer.may_use.contains(&target) {
                    broken.push(format!("{path}:{line}: {} may not use {target}", layer.name));
                }
            }
        }
    }
    assert!(broken.is_empty(), "broken walls:\n{}", broken.join("\n"));
}

/// The command line starts the workbench and knows nothing else of it.
#[test]
fn one_command_alone_knows_the_workbench() {
    let of_cli = sources(&["src/cli"]).into_iter().filter(|(path, _)| path != "src/cli/serve.rs");
    let knowing = of_cli.filter(|(_, text)| named_roots(text).iter().any(|(_, named)| named.starts_with("crate::web")));
    let knowing: Vec<String> = knowing.map(|(path, _)| path).collect();
    assert!(knowing.is_empty(), "they know the workbench: {knowing:?}");
}

/// A layer that hands on names of a lower one lets the layer above reach through the wall.
#[test]
fn no_layer_hands_on_the_names_of_another() {
    let mut handed = Vec::new();
    for (path, text) in sources(&["src"]) {
        let Some(layer) = layer_of(&path) else { continue };
        let others = LAYERS.iter().filter(|other| other.name != layer.name);
        let exports: Vec<String> = others.map(|other| format!("pub use crate::{}", other.name)).collect();
        for (line, code) in code_lines(&text) {
            if exports.iter().any(|export| code.trim_start().starts_with(export)) {
                handed.push(format!("{path}:{line}: {}", code.trim()));
            }
        }
    }
    assert!(handed.is_empty(), "names handed on:\n{}", handed.join("\n"));
}

#[test]
fn crates_stay_in_their_home() {
    let homed = all_homed_crates();
    let mut broken = Vec::new();
    for (path, text) in sources(&["src"]) {
        let others = if path == "src/main.rs" { OF_THE_BINARY } else { &[][..] };
        let allowed = layer_of(&path).map_or(others, |layer| layer.crates);
        for (line, named) in named_roots(&text) {
            let first = named.split("::").next().unwrap_or_default();
            if homed.contains(&first) && !allowed.contains(&first) {
                broken.push(format!("{path}:{line}: {first} does not live here"));
            }
        }
    }
    assert!(broken.is_empty(), "crates outside their home:\n{}", broken.join("\n"));
}

#[test]
fn every_dependency_has_a_home() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let section = manifest.split("[dependencies]").nth(1).unwrap().split("\n[").next().unwrap();
    let names = section
        .lines()
        .filter(|l| !l.starts_with('#'))
        .filter_map(|l| l.split_once('='))
        .map(|(n, _)| n.trim().replace('-', "_"));
    let homed = all_homed_crates();
    let homeless: Vec<String> =
        names.filter(|n| !homed.contains(&n.as_str()) && !EVERYWHERE.contains(&n.as_str())).collect();
    assert!(homeless.is_empty(), "dependencies without a home in tidy.rs: {homeless:?}");
}

#[test]
fn every_file_begins_with_what_it_is_for() {
    let without: Vec<String> = sources(&["src", "tests", "benches"])
        .into_iter()
        .filter(|(_, text)| !text.starts_with("//! "))
        .map(|(path, _)| path)
        .collect();
    assert!(without.is_empty(), "files without a //! header: {without:?}");
}

#[test]
fn every_file_is_declared_in_its_folder() {
    let all = sources(&["src"]);
    let mut undeclared = Vec::new();
    for (path, _) in &all {
        let (folder, file) = path.rsplit_once('/').unwrap();
        let name = file.trim_end_matches(".rs");
        if matches!(path.as_str(), "src/lib.rs" | "src/main.rs") {
            continue;
        }
        let (parent_folder, module) = if name == "mod" { folder.rsplit_once('/').unwrap() } else { (folder, name) };
        let candidates =
            [format!("{parent_folder}/mod.rs"), format!("{parent_folder}/lib.rs"), format!("{parent_folder}.rs")];
        let declared = all
            .iter()
            .filter(|(p, _)| candidates.contains(p))
            .any(|(_, text)| text.lines().any(|l| l.trim_end().ends_with(&format!("mod {module};"))));
        if !declared {
            undeclared.push(path.clone());
        }
    }
    assert!(undeclared.is_empty(), "files that no module declares: {undeclared:?}");
}

#[test]
fn no_file_outgrows_its_room() {
    let long: Vec<String> = sources(&["src", "tests", "benches"])
        .into_iter()
        .map(|(path, text)| (path, text.lines().count()))
        .filter(|(_, lines)| *lines > LONGEST_FILE)
        .map(|(path, lines)| format!("{path} ({lines} lines)"))
        .collect();
    assert!(long.is_empty(), "longer than {LONGEST_FILE} lines: {long:?}");
}

#[test]
fn no_file_is_a_drawer() {
    let named = |path: &str| path.split(['/', '.', '_']).any(|part| DRAWERS.contains(&part));
    let drawers: Vec<String> =
        sources(&["src", "tests", "benches"]).into_iter().map(|(p, _)| p).filter(|p| named(p)).collect();
    assert!(drawers.is_empty(), "named after what they are not: {drawers:?}");
}

#[test]
fn nothing_is_left_undone() {
    let marks = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("#[ig", "nore")];
    let mut left = Vec::new();
    for (path, text) in sources(&["src", "tests", "benches"]) {
        for (number, line) in text.lines().enumerate() {
            if marks.iter().any(|mark| line.contains(mark)) {
                left.push(format!("{path}:{}: {}", number + 1, line.trim()));
            }
        }
    }
    assert!(left.is_empty(), "left undone:\n{}", left.join("\n"));
}

#[test]
fn grouped_imports_are_seen_through() {
    let paths = expand_use("crate::{model::{Slug, Status}, store}");
    assert_eq!(paths, ["crate::model::Slug", "crate::model::Status", "crate::store"]);
    let roots =
        named_roots("use std::fmt;\nfn f() { crate::store::open(); }\npub use rusqlite::{\n    Connection,\n};\n");
    let names: Vec<&str> = roots.iter().map(|(_, p)| p.as_str()).collect();
    assert!(names.contains(&"crate::store") && names.contains(&"rusqlite::Connection"), "{names:?}");
}
