//! How the errors of use cases are told: class and code, what happened, what to do about it. One function tells one error, in the
//! file of its family; the table here says which.

mod backup;
mod boilerplate;
mod deciding;
mod desk;
mod files;
mod importing;
mod learning;
mod lookup;
mod memory;
mod operations;
mod settings;
mod system;
mod terms;
mod writing;

pub use system::reason;

use super::error::OpsError;
use crate::model::{Argument, Failure, Message};

impl OpsError {
    /// How the error is told.
    #[must_use]
    pub fn failure(&self) -> Failure {
        match self {
            Self::Store(error) => desk::store(error),
            Self::Format { path, error } => files::format(path, error),
            Self::File { path, error } => files::file(path, error),
            Self::FileTooLarge { path, bytes } => files::too_large(path, *bytes),
            Self::NotUtf8 { path, byte } => files::not_utf8(path, *byte),
            Self::NoFolder { folder, path } => files::no_folder(folder, path),
            Self::FileExists { path } => files::exists(path),
            Self::NoPlainFile { path } => files::no_plain_file(path),
            Self::UnusableFormat { format, usable } => files::unusable_format(format, usable),
            Self::FormatOfName { path, named, format, extension } => {
                files::format_of_name(path, named, (format, extension))
            }
            Self::UnusableLayout { format, layout, usable } => files::unusable_layout(format, layout, usable),
            Self::NoArticle { slug, similar } => lookup::no_article(slug, similar.as_deref()),
            Self::NoParagraph { address, paragraphs } => lookup::no_paragraph(address, *paragraphs),
            Self::NoSegment { address, segments } => lookup::no_segment(address, *segments),
            Self::NoRevision { address, revision } => lookup::no_revision(address, *revision),
            Self::NoOperation { wanted } => lookup::no_operation(wanted),
            Self::NoComment { wanted } => lookup::no_comment(wanted),
            Self::NoFinding { wanted } => lookup::no_finding(wanted),
            Self::OpenFindings { findings } => deciding::open_findings(findings),
            Self::OneParagraph { address } => lookup::one_paragraph(address),
            Self::OneSegment { address } => lookup::one_segment(address),
            Self::NoMatch { address, wanted, found } => lookup::no_match(address, *wanted, *found),
            Self::OtherOffer { address } => writing::other_offer(address),
            Self::NothingToCompare { address } => lookup::nothing_to_compare(address),
            Self::NothingTo { redo: false } => operations::nothing_to_undo(),
            Self::NothingTo { redo: true } => operations::nothing_to_redo(),
            Self::NotUndoable { operation } => operations::not_undoable(*operation),
            Self::NotRedoable { operation } => operations::not_redoable(*operation),
            Self::StoodOn { operation, by } => operations::stood_on(*operation, by),
            Self::StandsOn { operation, on, by } => operations::stands_on(*operation, *on, by),
            Self::Conflict { address, expected, found, by, kept } => {
                writing::conflict(address, (*expected, *found), by, kept.as_deref())
            }
            Self::NoSheet { path } => files::no_sheet(path),
            Self::SheetOfOther { path, slug, other } => files::sheet_of_other(path, slug, other.as_deref()),
            Self::Kept { error, path } => writing::kept(error, path),
            Self::Repair { address, why } => writing::repair(address, why),
            Self::TextNotFound { address, text } => writing::text_not_found(address, text),
            Self::NothingToTake { address } => writing::nothing_to_take(address),
            Self::NulCharacter { address } => writing::nul_character(address),
            Self::EmptyComment => writing::empty_comment(),
            Self::Undecidable { address, decision, status } => deciding::undecidable(address, *decision, *status),
            Self::Role { person, act, needs } => deciding::role(person, act, *needs),
            Self::EditorOnly { person } => deciding::editor_only(person),
            Self::FourEyes { person, address } => deciding::four_eyes(person, address),
            Self::Gate { slug, missing, required } => deciding::gate(slug, missing, *required),
            Self::AlreadyImported { slug } => importing::already(slug),
            Self::SameAsOther { slug, name, line } => importing::same_as_other(slug, name, *line),
            Self::SameFile { path } => importing::same_file(path),
            Self::Listed { place, error } => importing::listed(place, error),
            Self::BrokenOff { error, operation, articles } => importing::broken_off(error, *operation, *articles),
            Self::SlugTaken { slug } => importing::slug_taken(slug),
            Self::SlugOfOther { slug, name, line } => importing::slug_of_other(slug, name, *line),
            Self::NoSlug { name } => importing::no_slug(name),
            Self::EmptyFile { path } => importing::empty(path),
            Self::OtherSource { slug, file } => importing::other_source(slug, file),
            Self::Swapped => importing::swapped(),
            Self::PairList { path, line } => importing::pair_list(path, *line),
            Self::OneFile => importing::one_file(),
            Self::PairsDiffer { first, first_lines, second, second_lines } => {
                learning::pairs_differ((first, *first_lines), (second, *second_lines))
            }
            Self::Glossary { path, line } => learning::glossary(path, *line),
            Self::NoPairs => learning::no_pairs(),
            Self::NotALexicon { path } => learning::not_a_lexicon(path),
            Self::NoConcept { wanted } => terms::no_concept(*wanted),
            Self::HouseForm { number, arabic, house, form } => terms::house_form(*number, arabic, house, form),
            Self::NoName { wanted } => terms::no_name(wanted),
            Self::ConceptKnown { number, text, name } => terms::known(*number, text, *name),
            Self::EmptyConcept { name } => terms::empty(*name),
            Self::SwappedTerms { source_term, target_term, name, number } => {
                terms::swapped((source_term, target_term), *name, *number)
            }
            Self::TermTable { path } => terms::no_table(path),
            Self::OpenQuotation { path, line } => terms::open_quotation(path, *line),
            Self::Tmx { path, problem } => memory::tmx(path, problem),
            Self::TmxWrite { path, error } => memory::tmx_write(path, error),
            Self::MemoryName { name } => memory::name(name),
            Self::EmptyPair => memory::empty_pair(),
            Self::OldIndex => memory::old_index(),
            Self::NoWords { text, command } => memory::no_words(text, command),
            Self::NoEntry { wanted } => memory::no_entry(*wanted),
            Self::NoMemory { name, known } => memory::no_memory(name, known),
            Self::NoBlock { wanted } => boilerplate::no_block(wanted),
            Self::BlockKnown { address, name } => boilerplate::known(address, name),
            Self::BlockNameTaken { name } => boilerplate::name_taken(name),
            Self::EmptyBlock { what } => boilerplate::empty(what),
            Self::BlockNumbers { what, findings } => boilerplate::numbers(what, findings),
            Self::SameLanguage { language } => settings::same_language(language),
            Self::SettingValue { setting, value, usable } => settings::value(setting, value, usable),
            Self::NoSetting { setting, usable } => settings::unknown(setting, usable),
            Self::Backup(problem) => backup::problem(problem),
            Self::Nobody => settings::nobody(),
        }
    }
}

fn shown(path: &std::path::Path) -> String {
    path.display().to_string()
}

/// The hint that lists what can be given.
fn one_of(usable: &[&'static str]) -> Message {
    Message::new("rec-one-of").with("values", usable.iter().copied().collect::<Argument>())
}
