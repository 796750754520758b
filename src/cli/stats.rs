//! `stats`: words, repetitions and match bands of an article or of all, and who translated and reviewed how much; with `--files`
//! of files that are no articles yet, by file and by folder.

use serde::Serialize;

use super::import::{ProblemView, inputs, tell_problem};
use super::progress::Bar;
use super::render::indented;
use super::session::{Session, failed};
use super::values::address;
use crate::model::{Address, Failure, FailureClass, Keep, Message};
use crate::ops::import::ReadOptions;
use crate::ops::leverage::{
    ArticleLeverage, Band, Bands, FilesLeverage, Leverage, Share, Volume, Work, leverage, leverage_of_files,
};
use std::path::PathBuf;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[arg(value_name = "ADDR", value_parser = address)]
    pub(crate) address: Option<Address>,
    #[arg(long, value_name = "FILE", num_args = 1.., conflicts_with = "address")]
    pub(crate) files: Vec<PathBuf>,
}

#[derive(Serialize)]
struct StatsView<'a> {
    schema: u32,
    counting_rule: String,
    articles: Vec<ArticleView<'a>>,
    total: BandsView,
    people: Vec<PersonView<'a>>,
}

#[derive(Serialize)]
struct ArticleView<'a> {
    slug: &'a str,
    title: &'a str,
    #[serde(flatten)]
    bands: BandsView,
}

#[derive(Serialize)]
struct FilesView {
    schema: u32,
    counting_rule: String,
    files: Vec<FileView>,
    folders: Vec<FolderView>,
    total: BandsView,
    problems: Vec<ProblemView>,
}

#[derive(Serialize)]
struct FileView {
    file: String,
    not_arabic: bool,
    #[serde(flatten)]
    bands: BandsView,
}

#[derive(Serialize)]
struct FolderView {
    folder: String,
    files: usize,
    #[serde(flatten)]
    bands: BandsView,
}

#[derive(Serialize)]
struct BandsView {
    #[serde(flatten)]
    all: VolumeView,
    left_out: u32,
    bands: Vec<BandView>,
}

#[derive(Serialize)]
struct BandView {
    band: &'static str,
    #[serde(flatten)]
    volume: VolumeView,
}

#[derive(Serialize)]
struct VolumeView {
    segments: u64,
    words: u64,
    white_space_words: u64,
    characters: u64,
    characters_without_spaces: u64,
}

#[derive(Serialize)]
struct PersonView<'a> {
    person: &'a str,
    translated: ShareView,
    reviewed: ShareView,
}

#[derive(Serialize)]
struct ShareView {
    paragraphs: u64,
    source_words: u64,
    target_words: u64,
}

impl From<Volume> for VolumeView {
    fn from(volume: Volume) -> Self {
        let Volume { segments, words, white_space_words, characters, characters_without_spaces } = volume;
        Self { segments, words, white_space_words, characters, characters_without_spaces }
    }
}

impl From<&Bands> for BandsView {
    fn from(bands: &Bands) -> Self {
        let views = Band::ALL.iter().map(|band| BandView { band: band.as_str(), volume: bands.of(*band).into() });
        Self { all: bands.all.into(), left_out: bands.left_out, bands: views.collect() }
    }
}

impl From<Share> for ShareView {
    fn from(share: Share) -> Self {
        let Share { paragraphs, source_words, target_words } = share;
        Self { paragraphs, source_words, target_words }
    }
}

fn view(counted: &Leverage, counting_rule: String) -> StatsView<'_> {
    let articles = counted.articles.iter().map(|ArticleLeverage { slug, title, bands }| ArticleView {
        slug: slug.as_str(),
        title,
        bands: bands.into(),
    });
    let people = counted.people.iter().map(|(person, work)| PersonView {
        person,
        translated: work.translated.into(),
        reviewed: work.reviewed.into(),
    });
    StatsView {
        schema: 1,
        counting_rule,
        articles: articles.collect(),
        total: (&counted.total).into(),
        people: people.collect(),
    }
}

pub(super) fn run(args: &Args, session: &mut Session<'_>) -> Result<(), Failure> {
    if !args.files.is_empty() {
        return run_files(&args.files, session);
    }
    let desk = session.desk(Keep::Applied)?;
    let mut bar = Bar::new(session.output.is_talkative());
    let counted = leverage(&desk, args.address.as_ref(), &mut |done, count| bar.show(done, count)).map_err(failed)?;
    bar.finish();
    if session.output.is_json() {
        return session.output.json(&view(&counted, counting_rule(session)));
    }
    if counted.articles.is_empty() {
        session.output.say(&Message::new("out-no-articles"));
        return Ok(());
    }
    session.output.page();
    for article in &counted.articles {
        session.output.heading(&Message::new("stats-article").with("slug", article.slug.as_str()))?;
        if !article.title.is_empty() {
            indented(&article.title, session)?;
        }
        tell_bands(&article.bands, session)?;
    }
    if counted.articles.len() > 1 {
        session.output.heading(&Message::new("stats-total").with("count", counted.articles.len()))?;
        tell_bands(&counted.total, session)?;
    }
    for (person, work) in &counted.people {
        tell_person(person, work, session)?;
    }
    let rule = counting_rule(session);
    session.output.faint(&rule)
}

fn counting_rule(session: &Session<'_>) -> String {
    session.output.localizer().sentence(&Message::new("stats-counting-rule"))
}

fn run_files(names: &[PathBuf], session: &mut Session<'_>) -> Result<(), Failure> {
    let (inputs, passed_over) = inputs(names)?;
    let desk = session.desk(Keep::Applied)?;
    let mut bar = Bar::new(session.output.is_talkative());
    let counted = leverage_of_files(&desk, &inputs, &ReadOptions::default(), &mut |done, count| bar.show(done, count));
    bar.finish();
    let mut counted = counted.map_err(failed)?;
    if let ([], [problem]) = (counted.files.as_slice(), counted.problems.as_slice()) {
        return Err(problem.failure.clone());
    }
    let unread = counted.problems.len();
    counted.problems.extend(passed_over);
    if session.output.is_json() {
        let view = files_view(&counted, session);
        session.output.json(&view)?;
    } else {
        tell_files(&counted, session)?;
    }
    match unread {
        0 => Ok(()),
        _ => {
            let class = if counted.files.is_empty() { FailureClass::Usage } else { FailureClass::Failed };
            let message = Message::new("err-stats-unread").with("count", unread);
            Err(Failure::new(class, "unread", message).hint(Message::new("rec-import")))
        }
    }
}

fn files_view(counted: &FilesLeverage, session: &Session<'_>) -> FilesView {
    let files = counted.files.iter().map(|one| FileView {
        file: one.path.display().to_string(),
        not_arabic: one.not_arabic,
        bands: (&one.bands).into(),
    });
    let folders = counted.folders.iter().map(|(path, folder)| FolderView {
        folder: path.display().to_string(),
        files: folder.files,
        bands: (&folder.bands).into(),
    });
    FilesView {
        schema: 1,
        counting_rule: counting_rule(session),
        files: files.collect(),
        folders: folders.collect(),
        total: (&counted.total).into(),
        problems: counted.problems.iter().map(|problem| ProblemView::of(problem, session)).collect(),
    }
}

fn tell_files(counted: &FilesLeverage, session: &mut Session<'_>) -> Result<(), Failure> {
    session.output.page();
    for one in &counted.files {
        session.output.heading(&Message::new("stats-file").with("file", one.path.display().to_string()))?;
        tell_bands(&one.bands, session)?;
        if one.not_arabic {
            session.output.say(&Message::new("note-not-arabic").with("slug", one.path.display().to_string()));
        }
    }
    if counted.folders.len() > 1 {
        for (path, folder) in &counted.folders {
            let name = if path.as_os_str().is_empty() { ".".to_owned() } else { path.display().to_string() };
            let heading = Message::new("stats-folder").with("folder", name).with("count", folder.files);
            session.output.heading(&heading)?;
            tell_bands(&folder.bands, session)?;
        }
    }
    if counted.files.len() > 1 {
        session.output.heading(&Message::new("stats-total-files").with("count", counted.files.len()))?;
        tell_bands(&counted.total, session)?;
    }
    counted.problems.iter().for_each(|problem| tell_problem(problem, "stats-not-counted", session));
    let rule = counting_rule(session);
    session.output.faint(&rule)
}

fn tell_bands(bands: &Bands, session: &mut Session<'_>) -> Result<(), Failure> {
    let all = &bands.all;
    let message = Message::new("stats-all")
        .with("segments", all.segments)
        .with("words", all.words)
        .with("white", all.white_space_words)
        .with("characters", all.characters)
        .with("letters", all.characters_without_spaces);
    session.output.sentence(&message)?;
    if bands.left_out > 0 {
        session.output.sentence(&Message::new("stats-left-out").with("count", bands.left_out))?;
    }
    for band in Band::ALL {
        let volume = bands.of(band);
        if volume.segments == 0 {
            continue;
        }
        let name = match band {
            Band::Context => Message::new("stats-context"),
            Band::Exact => Message::new("stats-exact"),
            Band::New => Message::new("stats-new"),
            Band::Repetition => Message::new("stats-repetition"),
            Band::CrossRepetition => Message::new("stats-cross-repetition"),
            Band::From95 | Band::From85 | Band::From75 | Band::From50 => {
                Message::new("stats-fuzzy").with("range", band.as_str().replace('-', "–"))
            }
        };
        let share = (volume.words * 100 + all.words / 2).checked_div(all.words).unwrap_or(0);
        let message = Message::new("stats-band")
            .with("band", name)
            .with("segments", volume.segments)
            .with("words", volume.words)
            .with("share", share);
        session.output.sentence(&message)?;
    }
    Ok(())
}

fn tell_person(person: &str, work: &Work, session: &mut Session<'_>) -> Result<(), Failure> {
    session.output.heading(&Message::new("stats-person").with("person", person))?;
    for (id, share) in [("stats-translated", &work.translated), ("stats-reviewed", &work.reviewed)] {
        if share.paragraphs > 0 {
            let message = Message::new(id)
                .with("paragraphs", share.paragraphs)
                .with("source", share.source_words)
                .with("target", share.target_words);
            session.output.sentence(&message)?;
        }
    }
    Ok(())
}
