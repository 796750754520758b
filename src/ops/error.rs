//! What can go wrong in a use case, with the data it went wrong on. How each is told is in `failure/`.

use std::path::PathBuf;

use super::import::ListLine;
use crate::formats::FormatError;
use crate::formats::tmx::{TmxProblem, TmxWriteError};
use crate::model::status::Status;
use crate::model::{DecisionKind, Role};
use crate::store::StoreError;

/// An error of a use case.
#[derive(Debug, thiserror::Error)]
pub enum OpsError {
    /// The desk refused.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A file cannot be read as an article.
    #[error("{path}: {error}")]
    Format {
        /// The file.
        path: String,
        /// Why.
        error: FormatError,
    },
    /// A file or folder cannot be read or written.
    #[error("{path}: {error}")]
    File {
        /// The path.
        path: PathBuf,
        /// What the system says.
        error: std::io::Error,
    },
    /// A file is larger than an article can be.
    #[error("{path} is too large")]
    FileTooLarge {
        /// The path.
        path: PathBuf,
        /// Its size in bytes.
        bytes: u64,
    },
    /// There is no article of that slug.
    #[error("no article {slug}")]
    NoArticle {
        /// The slug.
        slug: String,
        /// A slug that looks like it.
        similar: Option<String>,
    },
    /// The article has no such paragraph.
    #[error("no paragraph at {address}")]
    NoParagraph {
        /// The address.
        address: String,
        /// How many paragraphs the article has.
        paragraphs: usize,
    },
    /// The paragraph has no such segment.
    #[error("no segment at {address}")]
    NoSegment {
        /// The address.
        address: String,
        /// How many segments the paragraph has.
        segments: usize,
    },
    /// There is no such revision.
    #[error("no revision {revision} of {address}")]
    NoRevision {
        /// The address.
        address: String,
        /// The number asked for.
        revision: u32,
    },
    /// There is no such operation.
    #[error("no operation {wanted}")]
    NoOperation {
        /// What was asked for.
        wanted: String,
    },
    /// There is no such comment.
    #[error("no comment {wanted}")]
    NoComment {
        /// What was asked for.
        wanted: String,
    },
    /// There is no concept of that number in the termbase, or in the name authority.
    #[error("no concept {wanted}")]
    NoConcept {
        /// The number.
        wanted: i64,
    },
    /// A name that is neither in the name authority nor Arabic.
    #[error("no name {wanted}")]
    NoName {
        /// The name.
        wanted: String,
    },
    /// A name of the authority that is to be unified to another form than its own.
    #[error("name {number} has the form {house}, not {form}")]
    HouseForm {
        /// Its number.
        number: i64,
        /// The Arabic name.
        arabic: String,
        /// The form of the house.
        house: String,
        /// The form that was asked for.
        form: String,
    },
    /// Another concept has the same source term.
    #[error("concept {number} says {text}")]
    ConceptKnown {
        /// The number of the other concept.
        number: i64,
        /// The term.
        text: String,
        /// Whether the other is a name.
        name: bool,
    },
    /// A concept that says nothing.
    #[error("an empty concept")]
    EmptyConcept {
        /// Whether it is a name.
        name: bool,
    },
    /// There is no block of that name.
    #[error("no block {wanted}")]
    NoBlock {
        /// The name.
        wanted: String,
    },
    /// The source is a block already.
    #[error("{address} is block {name}")]
    BlockKnown {
        /// The paragraph.
        address: String,
        /// The name of the block.
        name: String,
    },
    /// Another block has the name.
    #[error("block {name} is there")]
    BlockNameTaken {
        /// The name.
        name: String,
    },
    /// A block would have no word in its source, or no translation.
    #[error("{what} is empty")]
    EmptyBlock {
        /// The paragraph or the block.
        what: String,
    },
    /// Numbers or accounts of a block are not those of its source.
    #[error("{} numbers differ in {what}", findings.len())]
    BlockNumbers {
        /// The paragraph or the block.
        what: String,
        /// What differs; never empty.
        findings: Vec<crate::model::Finding>,
    },
    /// A file that is no table of terms.
    #[error("{path} is no table of terms")]
    TermTable {
        /// The file.
        path: PathBuf,
    },
    /// A quotation mark in a table opens a cell and none ends it.
    #[error("{path}: the quotation mark on line {line} has no end")]
    OpenQuotation {
        /// The file.
        path: PathBuf,
        /// The line where it opens, from 1.
        line: u64,
    },
    /// There is no such finding at present.
    #[error("no finding {wanted}")]
    NoFinding {
        /// What was asked for.
        wanted: String,
    },
    /// Errors that nobody has let stand keep paragraphs from being approved.
    #[error("{} errors are open", findings.len())]
    OpenFindings {
        /// The errors; never empty.
        findings: Vec<crate::ops::examination::DeskFinding>,
    },
    /// There is nothing to undo or redo.
    #[error("nothing to undo or redo")]
    NothingTo {
        /// Whether redo was asked for.
        redo: bool,
    },
    /// The operation cannot be undone.
    #[error("operation {operation} cannot be undone")]
    NotUndoable {
        /// The operation.
        operation: i64,
    },
    /// Later operations stand on the one that is to be undone.
    #[error("operation {operation} has later ones on it")]
    StoodOn {
        /// The operation.
        operation: i64,
        /// Those that stand on it, oldest first, with the people who did them.
        by: Vec<(i64, String)>,
    },
    /// The operation cannot be done again.
    #[error("operation {operation} cannot be done again")]
    NotRedoable {
        /// The operation.
        operation: i64,
    },
    /// What the operation was built on is undone itself.
    #[error("operation {operation} stands on {on}, which is undone")]
    StandsOn {
        /// The operation.
        operation: i64,
        /// The newest of those it stands on.
        on: i64,
        /// Who had done that one.
        by: String,
    },
    /// The head of a paragraph has moved on since the person saw it.
    #[error("{address} has moved on")]
    Conflict {
        /// The address.
        address: String,
        /// The revision the person saw.
        expected: u32,
        /// The revision that is there now.
        found: u32,
        /// Who wrote it.
        by: String,
        /// Where the person's text is kept.
        kept: Option<PathBuf>,
    },
    /// A file is no review sheet.
    #[error("`{}` is no review sheet", path.display())]
    NoSheet {
        /// The file.
        path: PathBuf,
    },
    /// A review sheet is one of another article.
    #[error("`{}` is no review sheet of {slug}", path.display())]
    SheetOfOther {
        /// The file.
        path: PathBuf,
        /// The article that was named.
        slug: String,
        /// The article that it is of, where the desk has it.
        other: Option<String>,
    },
    /// A text could not be written to the desk, and was kept in a file.
    #[error("{error}")]
    Kept {
        /// Why.
        error: Box<OpsError>,
        /// The file.
        path: PathBuf,
    },
    /// The command is for one paragraph.
    #[error("{address} names more than one paragraph")]
    OneParagraph {
        /// The address.
        address: String,
    },
    /// The command is for one segment.
    #[error("{address} names no segment")]
    OneSegment {
        /// The address.
        address: String,
    },
    /// A decision makes no sense for the paragraph's status.
    #[error("{address}: {decision:?} is not possible from {status:?}")]
    Undecidable {
        /// The address.
        address: String,
        /// The decision.
        decision: DecisionKind,
        /// The status.
        status: Status,
    },
    /// The person lacks the role.
    #[error("{person} may not: {act}")]
    Role {
        /// The person.
        person: String,
        /// What: the Fluent id of its name, as an act that is yet to be done.
        act: &'static str,
        /// A role that may.
        needs: Role,
    },
    /// Only an editor may do it, and the desk has one.
    #[error("{person} is no editor")]
    EditorOnly {
        /// The person.
        person: String,
    },
    /// The desk forbids approving one's own text.
    #[error("{person} wrote {address}")]
    FourEyes {
        /// The person.
        person: String,
        /// The address.
        address: String,
    },
    /// Some paragraphs are not as far as the export demands.
    #[error("{} paragraphs are not ready", missing.len())]
    Gate {
        /// The article.
        slug: String,
        /// The paragraphs that are not ready.
        missing: Vec<crate::ops::export::NotReady>,
        /// What was demanded.
        required: Status,
    },
    /// The folder that a file is to be written into is missing.
    #[error("no folder {folder}")]
    NoFolder {
        /// The folder.
        folder: PathBuf,
        /// The file.
        path: PathBuf,
    },
    /// The file is there already.
    #[error("{path} exists")]
    FileExists {
        /// The path.
        path: PathBuf,
    },
    /// A file of that content is an article already.
    #[error("already imported as {slug}")]
    AlreadyImported {
        /// The article.
        slug: String,
    },
    /// A file of that content comes in with the same call, before this one.
    #[error("the same file as {name}")]
    SameAsOther {
        /// The article it is to become.
        slug: String,
        /// The file that comes before.
        name: String,
        /// The line of the list that names that one.
        line: Option<usize>,
    },
    /// A translation that is the source itself.
    #[error("{path} is the source itself")]
    SameFile {
        /// The file.
        path: String,
    },
    /// What is wrong with a pair that a list names.
    #[error("{}, line {}: {error}", place.list.display(), place.line)]
    Listed {
        /// The list and the line in it.
        place: ListLine,
        /// What is wrong.
        error: Box<OpsError>,
    },
    /// An operation that is written in parts failed after the first; what came in stays.
    #[error("after {articles} articles: {error}")]
    BrokenOff {
        /// Why.
        error: Box<OpsError>,
        /// The operation.
        operation: i64,
        /// How many articles are in.
        articles: usize,
    },
    /// Source and target of a desk would be of one language.
    #[error("both languages are {language}")]
    SameLanguage {
        /// The language.
        language: String,
    },
    /// The slug belongs to another article.
    #[error("slug {slug} is taken")]
    SlugTaken {
        /// The slug.
        slug: String,
    },
    /// In a dry run, another file of the call would have the slug.
    #[error("slug {slug} is that of {name}")]
    SlugOfOther {
        /// The slug.
        slug: String,
        /// The other file.
        name: String,
        /// The line of a list that names the other one, from 1.
        line: Option<usize>,
    },
    /// No slug can be made from the file's name.
    #[error("no slug from {name}")]
    NoSlug {
        /// The name.
        name: String,
    },
    /// The file holds no paragraph.
    #[error("{path} holds no text")]
    EmptyFile {
        /// The file.
        path: String,
    },
    /// The format is unknown, or cannot do what is asked.
    #[error("format {format} cannot be used here")]
    UnusableFormat {
        /// The format as given.
        format: String,
        /// The formats that can.
        usable: Vec<&'static str>,
    },
    /// The format has no such layout.
    #[error("format {format} has no layout {layout}")]
    UnusableLayout {
        /// The format.
        format: String,
        /// The layout.
        layout: String,
        /// The layouts it has.
        usable: Vec<&'static str>,
    },
    /// A place for a file that is taken by a folder, a device, a pipe or a link that leads nowhere.
    #[error("{path} is no plain file")]
    NoPlainFile {
        /// The place.
        path: PathBuf,
    },
    /// A term of the source that is one of the target language, and the other way round.
    #[error("{source_term} and {target_term} are swapped")]
    SwappedTerms {
        /// What was given as that of the source.
        source_term: String,
        /// What was given as that of the target.
        target_term: String,
        /// Whether it was to be a name.
        name: bool,
        /// The entry that was to be changed so, where it is there already.
        number: Option<i64>,
    },
    /// A corrected source that has no paragraph of its article.
    #[error("{file} has no paragraph of {slug}")]
    OtherSource {
        /// The article.
        slug: String,
        /// The file.
        file: String,
    },
    /// A file is to be written in another format than its name says.
    #[error("{path} is named as {named}, not as {format}")]
    FormatOfName {
        /// The file.
        path: PathBuf,
        /// The format that its name says.
        named: &'static str,
        /// The format that was asked for.
        format: &'static str,
        /// The ending of that format's files.
        extension: &'static str,
    },
    /// The source is English and the translation Arabic.
    #[error("source and translation are swapped")]
    Swapped,
    /// A line of a list of pairs that is none.
    #[error("line {line} of {path} is no pair")]
    PairList {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
    },
    /// Several files with options that are for one.
    #[error("one file only")]
    OneFile,
    /// A split or merge that is not possible.
    #[error("{address}: {why}")]
    Repair {
        /// The address.
        address: String,
        /// Why: the Fluent id of the sentence.
        why: &'static str,
    },
    /// A text that was to be found is not there.
    #[error("{text} is not in {address}")]
    TextNotFound {
        /// The address.
        address: String,
        /// The text.
        text: String,
    },
    /// A setting's value is not one of those it takes.
    #[error("{value} is no value of {setting}")]
    SettingValue {
        /// The setting.
        setting: &'static str,
        /// The value.
        value: String,
        /// The values it takes.
        usable: Vec<&'static str>,
    },
    /// There is no such setting.
    #[error("no setting {setting}")]
    NoSetting {
        /// The name as given.
        setting: String,
        /// The settings there are.
        usable: Vec<&'static str>,
    },
    /// Two files of pairs do not have the same number of lines.
    #[error("{first} and {second} differ in lines")]
    PairsDiffer {
        /// The first file.
        first: PathBuf,
        /// Its lines.
        first_lines: usize,
        /// The second file.
        second: PathBuf,
        /// Its lines.
        second_lines: usize,
    },
    /// A line of a glossary that is no entry.
    #[error("line {line} of {path} is no entry")]
    Glossary {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
    },
    /// There are no pairs to learn from.
    #[error("no pairs")]
    NoPairs,
    /// A file that was to be a lexicon is none.
    #[error("{path} is no lexicon")]
    NotALexicon {
        /// The file.
        path: PathBuf,
    },
    /// A text file that is not in UTF-8.
    #[error("{path} is not UTF-8 at byte {byte}")]
    NotUtf8 {
        /// The file.
        path: PathBuf,
        /// The first byte that is wrong, from 0.
        byte: usize,
    },
    /// There is no translation to take over.
    #[error("{address} has no translation")]
    NothingToTake {
        /// The address.
        address: String,
    },
    /// The memory has no match of that number for a text.
    #[error("{address} has no match {wanted}")]
    NoMatch {
        /// The address.
        address: String,
        /// The number asked for.
        wanted: u32,
        /// How many there are.
        found: usize,
    },
    /// What is offered is another wording than the one that the person saw.
    #[error("{address} is offered another wording")]
    OtherOffer {
        /// The place it was offered for, or comes from.
        address: String,
    },
    /// Nothing has been approved, or published, to compare with.
    #[error("{address} has nothing to compare with")]
    NothingToCompare {
        /// The address.
        address: String,
    },
    /// A translation with the character U+0000 in it.
    #[error("U+0000 in the translation of {address}")]
    NulCharacter {
        /// The paragraph.
        address: String,
    },
    /// A comment without words.
    #[error("an empty comment")]
    EmptyComment,
    /// A text to be looked for has no word in it.
    #[error("`{text}` has no word in it")]
    NoWords {
        /// The text.
        text: String,
        /// The command that looks for it.
        command: &'static str,
    },
    /// The index of the memory was made by another version of the program.
    #[error("the index of the memory is of another version")]
    OldIndex,
    /// A file that is no sound TMX.
    #[error("{path}: {problem}")]
    Tmx {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        problem: TmxProblem,
    },
    /// Something that TMX cannot hold, or a file that cannot be written.
    #[error("{path}: {error}")]
    TmxWrite {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        error: TmxWriteError,
    },
    /// A name that no memory can have.
    #[error("no memory can be called {name}")]
    MemoryName {
        /// The name.
        name: String,
    },
    /// A pair of which one side has no text.
    #[error("a pair without a text on one side")]
    EmptyPair,
    /// There is no such entry in any memory.
    #[error("no entry {wanted}")]
    NoEntry {
        /// The number asked for.
        wanted: i64,
    },
    /// There is no memory of that name.
    #[error("no memory {name}")]
    NoMemory {
        /// The name asked for.
        name: String,
        /// The names there are.
        known: Vec<String>,
    },
    /// A copy of a desk cannot be made, or not be restored.
    #[error(transparent)]
    Backup(#[from] super::backup::BackupProblem),
    /// Who acts is not known.
    #[error("nobody acts")]
    Nobody,
}
