//! Runs the binary as a person does who needs help: help of every command in both languages, typing errors, completions and
//! manual pages. What commands do is not its business.

use std::process::{Command, Output, Stdio};

/// Runs the binary with these words, in an environment that says nothing about languages.
fn run(line: &str) -> Output {
    run_in(line, &[])
}

fn run_in(line: &str, variables: &[(&str, &str)]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hunayn"));
    for name in ["LC_ALL", "LC_MESSAGES", "LANG", "HUNAYN_LANG", "CLICOLOR_FORCE"] {
        command.env_remove(name);
    }
    command.args(line.split_whitespace()).envs(variables.iter().copied()).output().unwrap()
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// The commands that a help page lists, by their indentation.
fn listed(page: &str) -> Vec<String> {
    let lines = page.lines().take_while(|line| !line.starts_with("Options") && !line.starts_with("Arguments"));
    let lines = lines.filter(|line| line.starts_with("  ") && !line.starts_with("  hunayn"));
    lines.filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect()
}

/// Every command with its full path.
fn commands() -> Vec<String> {
    let first = listed(&stdout(&run("--help")));
    let nested = ["source", "op", "person", "term", "name", "boilerplate", "backup"];
    let deeper = nested.iter().flat_map(|name| {
        listed(&stdout(&run(&format!("{name} --help")))).into_iter().map(move |sub| format!("{name} {sub}"))
    });
    first.iter().cloned().chain(deeper).collect()
}

#[test]
fn a_language_without_sentences_is_told_and_one_from_the_system_is_not() {
    assert_eq!(stderr(&run("--lang fr-CA checks")), "Hunayn has no sentences in fr-CA, only in: ar, en\n");
    for language in ["en-GB", "ar_EG.UTF-8", "C"] {
        assert_eq!(stderr(&run(&format!("--lang {language} checks"))), "", "{language}");
    }
    assert_eq!(stderr(&run_in("checks", &[("LANG", "fr_FR.UTF-8")])), "");
}

#[test]
fn every_command_explains_itself_in_both_languages() {
    let commands = commands();
    assert!(commands.len() >= 45, "{commands:?}");
    let latin_words = regex::Regex::new(r"[A-Za-z]{2,} [A-Za-z]{2,}").unwrap();
    for command in commands.iter().map(String::as_str).chain([""]) {
        let english = run(&format!("{command} --help"));
        assert!(english.status.success() && english.stderr.is_empty(), "{command}");
        let page = stdout(&english);
        assert!(page.contains(&format!("Usage:\n  hunayn {command}").trim_end().to_owned()), "{page}");
        assert!(page.contains("Examples:\n  "), "{command} has no example");
        assert!(!page.contains("cli-") && !page.contains("value-") && !page.contains("help-"), "{page}");

        let arabic = run(&format!("--lang ar {command} --help"));
        assert!(arabic.status.success(), "{command}");
        let page = stdout(&arabic);
        let prose = page.split("أمثلة:").next().unwrap();
        let prose = prose.lines().filter(|line| !line.starts_with("  hunayn"));
        for line in prose {
            assert!(!latin_words.is_match(line), "{command}: {line}");
            assert!(!line.contains("default") && !line.contains("possible"), "{command}: {line}");
        }
        assert!(!page.contains(['\u{2068}', '\u{1b}']), "marks or colour in a pipe: {command}");
    }
}

#[test]
fn help_can_be_asked_for_in_three_ways() {
    assert_eq!(stdout(&run("help op log")), stdout(&run("op log --help")));
    assert_eq!(stdout(&run("op log -h")), stdout(&run("op log --help")));
    assert_eq!(stdout(&run("help")), stdout(&run("--help")));
    assert_eq!(run("help nonsense").status.code(), Some(2));
}

#[test]
fn the_version_is_the_packages() {
    for line in ["--version", "-V", "--lang ar --version"] {
        assert_eq!(stdout(&run(line)), format!("hunayn {}\n", env!("CARGO_PKG_VERSION")));
    }
}

#[test]
fn typing_errors_get_the_nearest_word_and_exit_code_2() {
    for (line, what, instead) in [
        ("improt x", "“improt”", "import"),
        ("list --jsnol", "“--jsnol”", "--jsonl"),
        ("kind a:1 titel", "“titel”", "title"),
        ("op restor x", "“restor”", "restore"),
        ("show", "<ADDR>", "hunayn show --help"),
        ("show :1", "“:1”", "SLUG:7"),
        ("set a:1 --sumbit", "“--sumbit”", "“--”"),
        ("set a:1", "--file", "hunayn set --help"),
        ("set a:1 x --take b:1", "--take", "hunayn set --help"),
        ("reject a:1 --reason bad -m x", "“bad”", "accuracy"),
        ("show a --at", "--at", "hunayn show --help"),
        ("set a:1 x --expect 0", "“0”", "hunayn set --help"),
    ] {
        let output = run(line);
        assert_eq!(output.status.code(), Some(2), "{line}");
        assert!(output.stdout.is_empty(), "{line}");
        let told = stderr(&output);
        let lines: Vec<&str> = told.lines().collect();
        assert!(lines.len() == 2 && lines[0].contains(what) && lines[1].contains(instead), "{line}: {told}");
        let arabic = stderr(&run(&format!("--lang ar {line}")));
        assert!(arabic.lines().all(|line| line.contains(|c: char| ('ء'..='ي').contains(&c))), "{line}: {arabic}");
    }
}

#[test]
fn a_text_may_begin_with_a_hyphen() {
    for line in ["set a:1 -5", "set a:1 -", "set a:1 -- --submit", "comment a:1 -m -no", "approve a:1 --edit -x"] {
        assert_ne!(run(line).status.code(), Some(2), "{line}");
    }
}

#[test]
fn programs_get_errors_as_json_on_standard_error() {
    for line in ["--json show :1", "show :1 --json", "--lang ar --isolates always --json show :1"] {
        let output = run(line);
        assert_eq!(output.status.code(), Some(2));
        assert!(output.stdout.is_empty());
        let envelope: serde_json::Value = serde_json::from_slice(&output.stderr).unwrap();
        assert_eq!(envelope["error"]["code"], "invalid-value");
        let text = envelope.to_string();
        assert!(envelope["error"]["message"].is_string() && envelope["error"]["hint"].is_string(), "{text}");
        assert!(!text.contains(['\u{2068}', '\u{1b}']), "{text}");
    }
    let envelope: serde_json::Value = serde_json::from_slice(&run("--json op").stderr).unwrap();
    assert_eq!(envelope["error"]["code"], "missing-command");
}

#[test]
fn the_language_follows_option_variable_and_system() {
    let speaks_arabic = |line: &str, variables: &[(&str, &str)]| stdout(&run_in(line, variables)).contains("الاستعمال");
    assert!(speaks_arabic("--help", &[("LANG", "ar_SY.UTF-8")]));
    assert!(speaks_arabic("--help", &[("LC_ALL", ""), ("LC_MESSAGES", "ar_EG"), ("LANG", "en_US.UTF-8")]));
    assert!(speaks_arabic("--help", &[("HUNAYN_LANG", "ar"), ("LC_ALL", "C")]));
    assert!(speaks_arabic("--help --lang ar-EG", &[("HUNAYN_LANG", "en")]));
    assert!(!speaks_arabic("--help --lang C", &[("LANG", "ar")]));
    assert!(!speaks_arabic("--help", &[("LC_ALL", "POSIX"), ("LANG", "ar")]));
    assert!(!speaks_arabic("--help", &[]));
}

#[test]
fn isolates_and_colour_come_when_asked_for() {
    assert!(stderr(&run("--lang ar --isolates always show :1")).contains("\u{2068}:1\u{2069}"));
    assert!(stderr(&run("--color always show :1")).contains("\u{1b}["));
    assert!(stdout(&run("--color always --help")).contains("\u{1b}["));
}

#[test]
fn completions_and_manual_pages_are_written() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        assert!(stdout(&run(&format!("completions {shell}"))).contains("hunayn"), "{shell}");
    }
    let folder = tempfile::tempdir().unwrap();
    let line = format!("--lang ar --json man {}", folder.path().display());
    let report: serde_json::Value = serde_json::from_slice(&run(&line).stdout).unwrap();
    assert!(report["files"].as_array().unwrap().len() > 40);
    let page = std::fs::read_to_string(folder.path().join("hunayn-op-log.1")).unwrap();
    assert!(page.contains("الاسم") && !page.contains(".SH NAME"), "{page}");
}

#[test]
fn a_reader_who_leaves_ends_the_program_quietly() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hunayn"));
    command.args(["completions", "bash"]).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success() && output.stderr.is_empty(), "{}", stderr(&output));
}

#[test]
fn marks_for_people_do_not_shift_the_columns_of_help() {
    assert_eq!(
        stdout(&run("export --help --isolates always")).replace(['\u{2068}', '\u{2069}'], ""),
        stdout(&run("export --help"))
    );
}

#[test]
fn arguments_stand_in_the_order_of_the_usage_line() {
    for (language, source, target) in [("en", "[SOURCE]", "[TARGET]"), ("ar", "[المصدر]", "[الهدف]")] {
        let page = stdout(&run(&format!("term add --help --lang {language}")));
        let place = |name: &str| page.lines().position(|line| line.trim_start().starts_with(name)).unwrap();
        assert!(place(source) < place(target), "{page}");
    }
}

#[test]
fn a_terminal_of_eighty_columns_breaks_no_example_and_no_field() {
    for folder in ["en", "ar"] {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("locales").join(folder);
        for file in std::fs::read_dir(folder).unwrap() {
            let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
            for line in text.lines().filter(|line| line.starts_with("    hunayn ") || line.starts_with("      ")) {
                // Two columns of the four remain on the page.
                assert!(line.chars().count() - 2 <= 80, "{line}");
            }
        }
    }
}
