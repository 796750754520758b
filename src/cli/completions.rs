//! `completions`: a script that completes the commands and options in a shell. Installs nothing.

use clap_complete::Shell;
use serde::Serialize;

use super::output::Output;
use crate::model::Failure;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

#[derive(Serialize)]
struct ScriptView {
    schema: u32,
    shell: String,
    script: String,
}

pub(super) fn run(args: &Args, output: &mut Output) -> Result<(), Failure> {
    let mut tree = super::localised_tree(&output.localizer().without_isolates());
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut tree, "hunayn", &mut script);
    let script = String::from_utf8_lossy(&script).into_owned();
    if output.is_json() {
        return output.json(&ScriptView { schema: 1, shell: args.shell.to_string(), script });
    }
    output.styled_text(&script)
}
