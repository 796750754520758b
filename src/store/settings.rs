//! The desk's settings and the roles of its people: the last value that counts holds.

use std::collections::BTreeMap;

use rusqlite::{OptionalExtension, named_params};

use super::error::StoreError;
use super::writer::Writer;
use super::{OperationSeq, Snapshot};
use crate::model::Role;

/// The settings of a desk; a closed set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Setting {
    /// The desk's name.
    Name,
    /// The language that articles come in.
    SourceLanguage,
    /// The language they go out in.
    TargetLanguage,
    /// What is said to a person who approves a text of their own: `off`, `warn`, `enforce`.
    FourEyes,
    /// What a cosmetic change of the source does to an approval: `keep` or `stale`.
    CosmeticChanges,
    /// Who acts when neither option nor environment says so.
    User,
}

impl Setting {
    /// Every setting.
    pub const ALL: [Self; 6] =
        [Self::Name, Self::SourceLanguage, Self::TargetLanguage, Self::FourEyes, Self::CosmeticChanges, Self::User];

    /// The name on the command line and in the desk.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::SourceLanguage => "source-language",
            Self::TargetLanguage => "target-language",
            Self::FourEyes => "four-eyes",
            Self::CosmeticChanges => "cosmetic-changes",
            Self::User => "user",
        }
    }

    /// The setting of that name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|setting| setting.as_str() == name)
    }
}

/// A person whom the desk has given roles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonRow {
    /// The name.
    pub person: String,
    /// The roles; empty when all were taken away.
    pub roles: Vec<Role>,
}

impl Snapshot<'_> {
    /// The value of a setting, if it was ever set.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn setting(&self, setting: Setting) -> Result<Option<String>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT value FROM setting WHERE name = :name
               AND NOT EXISTS (SELECT 1 FROM reverted x WHERE x.operation = setting.operation)
             ORDER BY key DESC LIMIT 1",
        )?;
        let found = statement.query_row(named_params! { ":name": setting.as_str() }, |row| row.get(0)).optional();
        found.map_err(|e| self.of_file(e))
    }

    /// The people with roles, by name.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn people(&self) -> Result<Vec<PersonRow>, StoreError> {
        let mut statement =
            self.connection.prepare_cached("SELECT operation, person, roles FROM person_roles ORDER BY key")?;
        let mut rows = statement.query([])?;
        let mut last: BTreeMap<String, Vec<Role>> = BTreeMap::new();
        while let Some(row) = rows.next().map_err(|e| self.of_file(e))? {
            if !self.counts_now(OperationSeq(row.get("operation")?))? {
                continue;
            }
            let roles: String = row.get("roles")?;
            let names: Vec<String> = serde_json::from_str(&roles).map_err(|e| StoreError::row("person_roles", e))?;
            last.insert(row.get("person")?, names.iter().filter_map(|name| Role::parse(name)).collect());
        }
        let people = last.into_iter().filter(|(_, roles)| !roles.is_empty());
        Ok(people.map(|(person, roles)| PersonRow { person, roles }).collect())
    }
}

impl Writer<'_> {
    /// Gives a setting a new value.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn set_setting(&mut self, setting: Setting, value: &str) -> Result<(), StoreError> {
        if self.snapshot().setting(setting)?.as_deref() == Some(value) {
            return Ok(());
        }
        self.connection
            .prepare_cached("INSERT INTO setting (operation, name, value) VALUES (:operation, :name, :value)")?
            .execute(named_params! {
                ":operation": self.operation.seq.0, ":name": setting.as_str(), ":value": value,
            })?;
        self.mark_changed();
        Ok(())
    }

    /// Gives a person exactly these roles.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn set_roles(&mut self, person: &str, roles: &[Role]) -> Result<(), StoreError> {
        let names: Vec<&str> = roles.iter().map(|role| role.as_str()).collect();
        self.connection
            .prepare_cached("INSERT INTO person_roles (operation, person, roles) VALUES (:operation, :person, :roles)")?
            .execute(named_params! {
                ":operation": self.operation.seq.0, ":person": person,
                ":roles": serde_json::to_string(&names).map_err(|e| StoreError::row("person_roles", e))?,
            })?;
        self.mark_changed();
        Ok(())
    }
}
