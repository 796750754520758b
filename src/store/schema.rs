//! The schema of a desk: its mark, its version, its migrations. Migrations only append; a released one is never changed.

use std::path::Path;
use std::sync::LazyLock;

use rusqlite::Connection;
use rusqlite_migration::{M, Migrations};

use super::error::StoreError;

/// `HUNY`, in the header of the file (SQLite file format, section 1.3.11).
pub(super) const APPLICATION_ID: i32 = 0x4855_4E59;

/// One for each released schema, oldest first.
const STEPS: &[&str] = &[include_str!("migrations/0001_desk.sql"), include_str!("migrations/0002_open.sql")];

/// The schema version that this program writes.
pub(super) const VERSION: i64 = STEPS.len() as i64;

static MIGRATIONS: LazyLock<Migrations<'static>> =
    LazyLock::new(|| Migrations::new(STEPS.iter().map(|step| M::up(step)).collect()));

/// Checks that the file is a desk of a version we know.
///
/// Returns whether migrations are still to be run.
pub(super) fn check(connection: &Connection, path: &Path) -> Result<bool, StoreError> {
    let pragma = |name: &str| connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
    let application = pragma("application_id").map_err(|e| StoreError::of_file(e, path))?;
    if application != i64::from(APPLICATION_ID) {
        return Err(StoreError::Foreign { path: path.to_owned() });
    }
    let found = pragma("user_version").map_err(|e| StoreError::of_file(e, path))?;
    if found > VERSION {
        return Err(StoreError::Newer { path: path.to_owned(), found, known: VERSION });
    }
    Ok(found < VERSION)
}

/// Brings a desk to the newest schema.
pub(super) fn migrate(connection: &mut Connection, path: &Path) -> Result<(), StoreError> {
    MIGRATIONS.to_latest(connection).map_err(|error| match error {
        rusqlite_migration::Error::RusqliteError { err, .. } => StoreError::of_file(err, path),
        other => StoreError::row("migration", other),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_migrations_run_from_nothing() {
        assert_eq!(MIGRATIONS.validate(), Ok(()));
    }
}
