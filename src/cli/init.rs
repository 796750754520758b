//! `init`: makes a desk.

use super::session::{DESK_FILE, Session, failed};
use super::values::language;
use crate::model::{Failure, Language, Message};
use crate::ops::Desk;
use serde::Serialize;
use std::path::PathBuf;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[arg(value_name = "FILE")]
    pub(crate) file: Option<PathBuf>,
    #[arg(long, value_name = "TAG", value_parser = language, default_value = "ar")]
    pub(crate) source: Language,
    #[arg(long, value_name = "TAG", value_parser = language, default_value = "en")]
    pub(crate) target: Language,
    #[arg(long, value_name = "NAME")]
    pub(crate) name: Option<String>,
    #[arg(long)]
    pub(crate) dry_run: bool,
}

#[derive(Serialize)]
struct InitView {
    schema: u32,
    desk: String,
    source: String,
    target: String,
    applied: bool,
}

pub(super) fn run(args: Args, session: &mut Session<'_>) -> Result<(), Failure> {
    let path = args.file.or_else(|| session.wanted_desk()).unwrap_or_else(|| PathBuf::from(DESK_FILE));
    if args.dry_run {
        Desk::check_new(&path, &args.source, &args.target).map_err(failed)?;
    } else {
        let location = session.location(&path);
        let desk = Desk::create(location, &args.source, &args.target, args.name.as_deref()).map_err(failed)?;
        session.warn_of_risk(&desk);
    }
    let desk = path.display().to_string();
    if session.output.is_json() {
        let (source, target) = (args.source.to_string(), args.target.to_string());
        return session.output.json(&InitView { schema: 1, desk, source, target, applied: !args.dry_run });
    }
    let id = if args.dry_run { "out-init-dry-run" } else { "out-init" };
    session.output.sentence(&Message::new(id).with("file", desk))
}
