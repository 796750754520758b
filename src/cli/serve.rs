//! `serve`: the local workbench, pages on this machine for people who do not live in a terminal.

use std::process::{Command, Stdio};
use std::sync::Arc;

use serde::Serialize;

use super::session::Session;
use crate::model::{Failure, Keep, Message};
use crate::web::{DEFAULT_PORT, Door, Workbench, run as serve};

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[arg(long, value_name = "N", default_value_t = DEFAULT_PORT)]
    pub(crate) port: u16,
    #[arg(long)]
    pub(crate) open: bool,
}

#[derive(Serialize)]
struct ServeView<'a> {
    schema: u32,
    address: &'a str,
    port: u16,
    person: &'a str,
    desk: String,
}

pub(super) fn run(args: &Args, session: &mut Session<'_>) -> Result<(), Failure> {
    let desk = session.desk(Keep::Applied)?;
    let path = desk.path().to_owned();
    drop(desk);
    let door = Door::open(args.port)?;
    let language = session.output.localizer().language();
    let workbench = Workbench::new(session.location(&path), language, door.port())?;
    let (address, person) = (workbench.address(), workbench.person().to_owned());
    if session.output.is_json() {
        let (port, desk) = (door.port(), path.display().to_string());
        let view = ServeView { schema: 1, address: &address, port, person: &person, desk };
        session.output.json(&view)?;
    } else {
        session.output.line(&address)?;
        session.output.say(&Message::new("note-serve").with("person", person));
    }
    session.output.flush()?;
    if args.open && !opened(&address) {
        session.output.say(&Message::new("note-serve-not-opened"));
    }
    serve(door, Arc::new(workbench))
}

/// Whether the system took the address to open it in a browser.
fn opened(address: &str) -> bool {
    let mut command = if cfg!(windows) {
        let mut command = Command::new("rundll32");
        command.arg("url.dll,FileProtocolHandler");
        command
    } else if cfg!(target_os = "macos") {
        Command::new("open")
    } else {
        Command::new("xdg-open")
    };
    command.arg(address).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().is_ok()
}
