//! The desk's settings and the roles of its people: the last value that counts holds.

use crate::model::{OperationSeq, PersonRow, Role, Setting};
use std::collections::BTreeMap;

use rusqlite::{OptionalExtension, named_params};

use super::Snapshot;
use super::error::StoreError;
use super::writer::Writer;

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
