//! An import that only tells what it would do. It locks nothing and writes nothing, and keeps no text in memory.

use std::collections::HashMap;

use super::batch_lexicon::{batch_lexicon, done_so_far};
use super::preparation::{Call, check_new, check_new_file, open};
use super::{Arrival, ImportReport, ImportRequest, ImportedArticle, Problems};
use crate::model::{Language, Slug, TextHash, Written};
use crate::ops::{Desk, OpsError};

/// What the articles of the call so far would have brought to the desk.
#[derive(Default)]
struct Arrived {
    /// Their sources, each with its slug and its place in the request.
    files: HashMap<TextHash, (Slug, usize)>,
    /// Their slugs, likewise.
    slugs: HashMap<Slug, usize>,
    /// The keys under which repeated paragraphs meet, and how often each of them came.
    repeat_keys: HashMap<i64, usize>,
}

pub(super) fn import(
    desk: &Desk,
    request: &ImportRequest,
    languages: &(Language, Language),
    progress: &mut dyn FnMut(usize),
) -> Result<Written<ImportReport>, OpsError> {
    let mut problems = Problems::new(request);
    let mut arrived = Arrived::default();
    let mut articles: Vec<(ImportedArticle, Vec<i64>)> = Vec::new();
    let lessons = batch_lexicon(desk, request, languages, progress)?;
    let call = Call { request, languages, batch: lessons.as_ref() };
    for index in 0..request.inputs.len() {
        match rehearse(desk, &call, index, &mut arrived) {
            Ok(article) => articles.push(article),
            Err(error) => problems.note(index, error)?,
        }
        progress(done_so_far(index + 1, request, lessons.as_ref()));
    }
    let snapshot = desk.snapshot()?;
    let mut report = ImportReport { articles: Vec::with_capacity(articles.len()), problems: problems.sorted() };
    for (mut article, keys) in articles {
        for key in keys {
            let repeats = arrived.repeat_keys[&key] > 1 || snapshot.is_known_repeat_key(key)?;
            article.repeated += usize::from(repeats);
        }
        report.articles.push(article);
    }
    let changed = !report.articles.is_empty();
    Ok(Written { value: report, operation: None, changed })
}

/// One article, and the keys under which its paragraphs meet others.
fn rehearse(
    desk: &Desk,
    call: &Call<'_>,
    index: usize,
    arrived: &mut Arrived,
) -> Result<(ImportedArticle, Vec<i64>), OpsError> {
    let opened = open(desk, index, call, |file| match arrived.files.get(&file) {
        Some((slug, first)) => Err(same_as(slug, &call.request.inputs[*first])),
        None => check_new_file(&desk.snapshot()?, file),
    })?;
    let mut prepared = opened.prepare(call)?;
    let slug = &prepared.report.slug;
    if let Some(first) = arrived.slugs.get(slug) {
        return Err(slug_of(slug, &call.request.inputs[*first]));
    }
    check_new(&desk.snapshot()?, prepared.source_file.hash, slug)?;
    prepared.fill(&desk.snapshot()?, call.languages)?;
    let slug = &prepared.report.slug;
    let keys: Vec<i64> = prepared.paragraphs.iter().filter_map(|p| p.source.repeat_key()).collect();
    for key in &keys {
        *arrived.repeat_keys.entry(*key).or_default() += 1;
    }
    arrived.slugs.insert(slug.clone(), index);
    arrived.files.insert(prepared.source_file.hash, (slug.clone(), index));
    Ok((prepared.report, keys))
}

/// A file that would have the name of another one, whose article is not on the desk yet either.
fn slug_of(slug: &Slug, first: &Arrival) -> OpsError {
    let line = first.listed.as_ref().map(|place| place.line);
    OpsError::SlugOfOther { slug: slug.to_string(), name: first.source.name(), line }
}

/// A file that comes twice. Its article is not on the desk yet, so that nothing can be said of it.
fn same_as(slug: &Slug, first: &Arrival) -> OpsError {
    let line = first.listed.as_ref().map(|place| place.line);
    OpsError::SameAsOther { slug: slug.to_string(), name: first.source.name(), line }
}
