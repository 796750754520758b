//! The desk's settings and its people.

use super::desk::Desk;
use super::error::OpsError;
use crate::model::{FourEyes, Language, OperationKind, Role};
use crate::store::{PersonRow, Setting, Written};

/// The value of one setting, as it is or as it is by default.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingView {
    /// The setting.
    pub setting: Setting,
    /// Its value; empty where there is none.
    pub value: String,
    /// Whether it was ever set.
    pub is_default: bool,
}

const fn default_of(setting: Setting) -> &'static str {
    match setting {
        Setting::SourceLanguage => "ar",
        Setting::TargetLanguage => "en",
        Setting::FourEyes => "warn",
        Setting::CosmeticChanges => "keep",
        Setting::Name | Setting::User => "",
    }
}

/// The setting of a name.
///
/// # Errors
/// When there is none.
pub fn parse(name: &str) -> Result<Setting, OpsError> {
    Setting::parse(name).ok_or_else(|| OpsError::NoSetting {
        setting: name.to_owned(),
        usable: Setting::ALL.map(Setting::as_str).join(", "),
    })
}

/// The settings, or one of them.
///
/// # Errors
/// Errors of the disk.
pub fn settings(desk: &Desk, only: Option<Setting>) -> Result<Vec<SettingView>, OpsError> {
    let snapshot = desk.snapshot()?;
    let wanted = Setting::ALL.into_iter().filter(|s| only.is_none_or(|only| only == *s));
    wanted
        .map(|setting| {
            let value = snapshot.setting(setting)?;
            let is_default = value.is_none();
            Ok(SettingView { setting, value: value.unwrap_or_else(|| default_of(setting).to_owned()), is_default })
        })
        .collect()
}

/// Changes a setting.
///
/// # Errors
/// When the value is not one that the setting takes.
pub fn configure(desk: &mut Desk, setting: Setting, value: &str) -> Result<Written<()>, OpsError> {
    let refused =
        |usable: String| OpsError::SettingValue { setting: setting.as_str(), value: value.to_owned(), usable };
    match setting {
        Setting::FourEyes if FourEyes::parse(value).is_none() => {
            let usable: Vec<&str> = FourEyes::ALL.iter().map(|v| v.as_str()).collect();
            return Err(refused(usable.join(", ")));
        }
        Setting::CosmeticChanges if !["keep", "stale"].contains(&value) => {
            return Err(refused("keep, stale".to_owned()));
        }
        Setting::SourceLanguage | Setting::TargetLanguage if value.parse::<Language>().is_err() => {
            return Err(refused("ar, en, ar-EG, …".to_owned()));
        }
        _ => {}
    }
    desk.write(OperationKind::Configure, |writer| Ok(writer.set_setting(setting, value)?))
}

/// The people with roles, by name.
///
/// # Errors
/// Errors of the disk.
pub fn people(desk: &Desk) -> Result<Vec<PersonRow>, OpsError> {
    Ok(desk.snapshot()?.people()?)
}

/// Gives a person exactly these roles; none takes the person off the list.
///
/// # Errors
/// Errors of the disk.
pub fn set_roles(desk: &mut Desk, person: &str, roles: &[Role]) -> Result<Written<()>, OpsError> {
    desk.write(OperationKind::Configure, |writer| {
        let known = writer.snapshot().people()?;
        let same = known.iter().find(|p| p.person == person).map_or(roles.is_empty(), |p| p.roles == roles);
        if same { Ok(()) } else { Ok(writer.set_roles(person, roles)?) }
    })
}
