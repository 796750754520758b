//! The desk's settings and its people.

use std::collections::BTreeSet;

use super::desk::Desk;
use super::error::OpsError;
use crate::model::{Language, OperationKind, PersonRow, Profile, Role, Setting, Written};
use crate::store::{Snapshot, Writer};

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
        Setting::StyleHonorifics => "render",
        _ => "any",
    }
}

/// The value of a setting, or its default: the one place that knows the defaults.
pub(super) fn value_of(snapshot: &Snapshot<'_>, setting: Setting) -> Result<String, OpsError> {
    Ok(snapshot.setting(setting)?.unwrap_or_else(|| default_of(setting).to_owned()))
}

/// The house style of a desk.
pub(super) fn profile_of(snapshot: &Snapshot<'_>) -> Result<Profile, OpsError> {
    let mut profile = Profile::default();
    for setting in Setting::ALL {
        if let Some(value) = snapshot.setting(setting)? {
            profile.set(setting, &value);
        }
    }
    Ok(profile)
}

/// The setting of a name.
///
/// # Errors
/// When there is none.
pub fn parse(name: &str) -> Result<Setting, OpsError> {
    Setting::parse(name).ok_or_else(|| OpsError::NoSetting {
        setting: name.to_owned(),
        usable: Setting::ALL.map(Setting::as_str).to_vec(),
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
    let refused = |usable: Vec<&'static str>| OpsError::SettingValue {
        setting: setting.as_str(),
        value: value.to_owned(),
        usable,
    };
    if let Some(values) = setting.values().filter(|values| !values.contains(&value)) {
        return Err(refused(values));
    }
    match setting {
        Setting::SourceLanguage | Setting::TargetLanguage if value.parse::<Language>().is_err() => {
            return Err(refused(vec!["ar", "en", "ar-EG", "…"]));
        }
        _ => {}
    }
    desk.write(OperationKind::Configure, |writer| {
        require_editor(writer)?;
        Ok(writer.set_setting(setting, value)?)
    })
}

/// The people with roles, by name.
///
/// # Errors
/// Errors of the disk.
pub fn people(desk: &Desk) -> Result<Vec<PersonRow>, OpsError> {
    Ok(desk.snapshot()?.people()?)
}

/// Gives a person more roles.
///
/// Returns all roles of the person.
///
/// # Errors
/// When the name is blank, or the desk has given roles and the person who acts is no editor.
pub fn add_roles(desk: &mut Desk, person: &str, roles: &[Role]) -> Result<Written<PersonRow>, OpsError> {
    change_roles(desk, person, |known| known.iter().chain(roles).copied().collect())
}

/// Takes all roles from a person.
///
/// # Errors
/// As for [`add_roles`].
pub fn remove_person(desk: &mut Desk, person: &str) -> Result<Written<PersonRow>, OpsError> {
    change_roles(desk, person, |_| BTreeSet::new())
}

fn change_roles(
    desk: &mut Desk,
    person: &str,
    change: impl FnOnce(&[Role]) -> BTreeSet<Role>,
) -> Result<Written<PersonRow>, OpsError> {
    if person.trim().is_empty() {
        return Err(OpsError::Nobody);
    }
    desk.write(OperationKind::Configure, |writer| {
        require_editor(writer)?;
        let people = writer.snapshot().people()?;
        let known = people.iter().find(|p| p.person == person).map_or(&[][..], |p| &p.roles);
        let roles: Vec<Role> = change(known).into_iter().collect();
        if roles != known {
            writer.set_roles(person, &roles)?;
        }
        Ok(PersonRow { person: person.to_owned(), roles })
    })
}

/// Where the desk has an editor, only an editor changes its rules and its people.
pub(super) fn require_editor(writer: &Writer<'_>) -> Result<(), OpsError> {
    let people = writer.snapshot().people()?;
    let mut editors = people.iter().filter(|p| p.roles.contains(&Role::Editor)).peekable();
    let person = writer.operation().person.as_str();
    if editors.peek().is_none() || editors.any(|p| p.person == person) {
        return Ok(());
    }
    Err(OpsError::EditorOnly { person: person.to_owned() })
}
