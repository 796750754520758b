//! What can go wrong with a desk, and with what data.

use std::path::PathBuf;

/// An error of the store.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no file at the path.
    #[error("no desk at {path}")]
    Missing {
        /// The path.
        path: PathBuf,
    },
    /// There is a file already where a desk is to be made.
    #[error("{path} exists")]
    Exists {
        /// The path.
        path: PathBuf,
    },
    /// The file is no desk.
    #[error("{path} is no desk")]
    Foreign {
        /// The path.
        path: PathBuf,
    },
    /// The desk was written by a newer program.
    #[error("{path} has schema {found}, newer than {known}")]
    Newer {
        /// The path.
        path: PathBuf,
        /// The desk's schema version.
        found: i64,
        /// The newest version this program knows.
        known: i64,
    },
    /// The file is damaged.
    #[error("{path} is damaged: {detail}")]
    Damaged {
        /// The path.
        path: PathBuf,
        /// What SQLite says.
        detail: String,
    },
    /// Another process holds the desk for writing for longer than the wait.
    #[error("{path} is locked")]
    Locked {
        /// The path.
        path: PathBuf,
    },
    /// The desk lies where nothing can be written.
    #[error("{path} cannot be written")]
    ReadOnly {
        /// The path.
        path: PathBuf,
    },
    /// Stored JSON or an enum value that this program does not understand.
    #[error("a row of {table} cannot be read: {detail}")]
    Row {
        /// The table.
        table: &'static str,
        /// What is wrong.
        detail: String,
    },
    /// Two articles would have one slug.
    #[error("the slug {slug} is taken")]
    SlugTaken {
        /// The slug.
        slug: String,
    },
    /// An operation that is written in parts was undone before its last part.
    #[error("operation {operation} was undone while it was being written")]
    TakenBack {
        /// The operation.
        operation: i64,
    },
    /// The disk is full, or the operating system refused.
    #[error("{path}: {detail}")]
    Disk {
        /// The path.
        path: PathBuf,
        /// What SQLite or the system says.
        detail: String,
    },
    /// Anything else SQLite says; a defect of the program.
    #[error("{0}")]
    Sqlite(#[from] rusqlite::Error),
}

impl StoreError {
    /// Tells apart what SQLite reports about the file at `path`.
    pub(super) fn of_file(error: rusqlite::Error, path: &std::path::Path) -> Self {
        use rusqlite::ErrorCode as Code;
        let path = path.to_owned();
        let detail = error.to_string();
        match error.sqlite_error_code() {
            Some(Code::NotADatabase) => Self::Foreign { path },
            Some(Code::DatabaseCorrupt) => Self::Damaged { path, detail },
            Some(Code::DatabaseBusy | Code::DatabaseLocked) => Self::Locked { path },
            Some(Code::ReadOnly) => Self::ReadOnly { path },
            Some(Code::CannotOpen | Code::DiskFull | Code::SystemIoFailure | Code::PermissionDenied) => {
                Self::Disk { path, detail }
            }
            _ => Self::Sqlite(error),
        }
    }

    /// Whether the file itself is broken, also where the error came from the middle of a query.
    #[must_use]
    pub fn is_damage(&self) -> bool {
        use rusqlite::ErrorCode as Code;
        match self {
            Self::Damaged { .. } => true,
            Self::Sqlite(error) => {
                matches!(error.sqlite_error_code(), Some(Code::DatabaseCorrupt | Code::NotADatabase))
            }
            _ => false,
        }
    }

    pub(super) fn row(table: &'static str, detail: impl std::fmt::Display) -> Self {
        Self::Row { table, detail: detail.to_string() }
    }
}
