//! `config`: the settings of the desk.

use super::session::{Session, failed, keep};
use crate::model::{Failure, Keep, Message, Setting};
use crate::ops::settings::{SettingView, configure, parse, settings};
use serde::Serialize;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[arg(value_name = "KEY")]
    pub(crate) key: Option<String>,
    #[arg(value_name = "VALUE", requires = "key", allow_hyphen_values = true)]
    pub(crate) value: Option<String>,
    #[arg(long)]
    pub(crate) dry_run: bool,
}

#[derive(Serialize)]
struct SettingsView {
    schema: u32,
    settings: Vec<ValueView>,
}

#[derive(Serialize)]
struct ValueView {
    setting: &'static str,
    value: String,
    default: bool,
}

fn view(row: &SettingView) -> ValueView {
    ValueView { setting: row.setting.as_str(), value: row.value.clone(), default: row.is_default }
}

pub(super) fn run(args: &Args, session: &mut Session<'_>) -> Result<(), Failure> {
    let setting = args.key.as_deref().map(parse).transpose().map_err(failed)?;
    let keep = keep(args.dry_run);
    if let (Some(setting), Some(value)) = (setting, &args.value) {
        let mut desk = session.desk(keep)?;
        let written = configure(&mut desk, setting, value).map_err(failed)?;
        if session.output.is_json() {
            let view = ValueView { setting: setting.as_str(), value: value.clone(), default: false };
            return session.write_json(&written, keep, view);
        }
        session.output.sentence(&told("out-setting", setting, value))?;
        session.acknowledge(written.operation.as_ref(), keep);
        return Ok(());
    }
    let desk = session.desk(Keep::Applied)?;
    let rows = settings(&desk, setting).map_err(failed)?;
    if session.output.is_json() {
        return session.output.json(&SettingsView { schema: 1, settings: rows.iter().map(view).collect() });
    }
    rows.iter().try_for_each(|row| {
        let id = if row.is_default { "out-setting-default" } else { "out-setting" };
        session.output.sentence(&told(id, row.setting, &row.value))
    })
}

fn told(id: &'static str, setting: Setting, value: &str) -> Message {
    Message::new(id).with("setting", setting.as_str()).with("value", value)
}
