//! Makes the renderings of a name one over the whole desk: finds each Arabic name and the Latin words that render it, tells those
//! that are not the house's, and puts the house form in their place as one operation. What was approved falls back as after any
//! other change. Nothing is changed of a name that has no house form.

use std::collections::BTreeMap;
use std::ops::Range;

use super::concepts::{Authority, Languages};
use super::desk::Desk;
use super::error::OpsError;
use super::show::address_of;
use super::translate::log_target;
use crate::model::{
    Bead, Concept, ConceptKind, Content, InlineCode, Language, OperationKind, Origin, Status, Term, TermUse, Written,
};
use crate::store::{ArticleHead, ParagraphState, Snapshot, Writer};
use crate::terminology::names::{FoundName, NameTexts, names, renderings, spelling, without_possessive};
use crate::terminology::{Certainty, Termbase};
use crate::text::{is_arabic_letter, norm};

/// Which names to make one.
#[derive(Clone, Debug, Default)]
pub struct UnifyRequest {
    /// A name of the authority by its number or one of its forms, or an Arabic name; all when `None`.
    pub name: Option<String>,
    /// The form to put in the place of others, for an Arabic name that the authority does not have.
    pub form: Option<String>,
}

/// The renderings of a name on the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnifiedName {
    /// Its number in the authority.
    pub number: Option<i64>,
    /// The Arabic name.
    pub arabic: String,
    /// The form of the house; `None` where nobody said it.
    pub house: Option<String>,
    /// Where it is rendered, and how.
    pub renderings: Vec<NameRendering>,
}

/// One rendering of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameRendering {
    /// The paragraph.
    pub address: String,
    /// Where in its target, in UTF-8 bytes, before anything is changed.
    pub span: Range<usize>,
    /// The words that stand there.
    pub text: String,
    /// Whether they are another form than the house's; of a name without house form, than most.
    pub outlier: bool,
    /// What is put there.
    pub replacement: Option<String>,
}

/// What was found, and what was changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnifyReport {
    /// The names that stand on the desk, those of the authority first.
    pub names: Vec<UnifiedName>,
    /// The paragraphs that were changed.
    pub changed: Vec<String>,
    /// Of those the ones that have another status by it: with the one before, and the one now.
    pub moved: Vec<(String, Status, Status)>,
    /// Renderings that could not be replaced, because an inline code begins or ends inside.
    pub unchanged: Vec<String>,
}

/// Finds the renderings of names and puts the house form in the place of others.
///
/// # Errors
/// [`OpsError::NoName`] when the name is neither in the authority nor Arabic; [`OpsError::HouseForm`]; errors of the disk.
pub fn unify(desk: &mut Desk, request: &UnifyRequest) -> Result<Written<UnifyReport>, OpsError> {
    desk.write(OperationKind::Name, |writer| {
        let snapshot = writer.snapshot();
        let wanted = Wanted::of(&snapshot, request)?;
        let mut report = UnifyReport { names: wanted.empty_reports(), ..UnifyReport::default() };
        let mut detected: Vec<(String, FoundName, String)> = Vec::new();
        for head in snapshot.articles()? {
            for state in snapshot.paragraphs(head.key, 1, u32::MAX)? {
                let Some(target) = &state.revision.target else { continue };
                let paragraph = Paragraph { head: &head, state: &state, target };
                let found = wanted.in_paragraph(&paragraph);
                repair(writer, &paragraph, &found, &mut report)?;
                for (index, rendering) in found {
                    report.names[index].renderings.push(rendering);
                }
                if request.name.is_none() {
                    detected.extend(wanted.detected(&paragraph));
                }
            }
        }
        report.names.retain(|name| !name.renderings.is_empty());
        report.names.extend(clusters(detected));
        if request.form.is_none() {
            report.names.iter_mut().filter(|name| name.house.is_none()).for_each(mark_outliers);
        }
        Ok(report)
    })
}

/// A name of the authority is written as the authority says; another form has to be put there first.
fn check_form(request: &UnifyRequest, chosen: &[(Option<i64>, Concept)], target: &Language) -> Result<(), OpsError> {
    let Some(form) = request.form.as_deref().map(str::trim) else { return Ok(()) };
    for (number, concept) in chosen {
        let house = concept.best_in(target).map(|term| term.text.as_str()).unwrap_or_default();
        if let Some(number) = number.filter(|_| house != form) {
            return Err(OpsError::HouseForm {
                number,
                arabic: concept.terms.first().map(|term| term.text.clone()).unwrap_or_default(),
                house: house.to_owned(),
                form: form.to_owned(),
            });
        }
    }
    Ok(())
}

/// A paragraph with a translation.
struct Paragraph<'a> {
    head: &'a ArticleHead,
    state: &'a ParagraphState,
    target: &'a Content,
}

/// The names that are looked for.
struct Wanted {
    termbase: Termbase,
    /// The number of each concept; `None` for one that was given as a text.
    numbers: Vec<Option<i64>>,
    target: Language,
}

impl Wanted {
    fn of(snapshot: &Snapshot<'_>, request: &UnifyRequest) -> Result<Self, OpsError> {
        let Languages { source, target } = Languages::of(snapshot)?;
        let rows = snapshot.concepts()?.into_iter().filter(|row| Authority::Names.holds(row.concept.kind));
        let chosen: Vec<(Option<i64>, Concept)> = match &request.name {
            None => rows.map(|row| (Some(row.number), row.concept)).collect(),
            Some(name) => {
                let key = norm(name);
                let number = name.trim_start_matches('#').parse::<i64>().ok();
                let has = |concept: &Concept| {
                    let mut forms =
                        concept.terms.iter().flat_map(|term| std::iter::once(&term.text).chain(&term.forms));
                    forms.any(|form| norm(form) == key)
                };
                rows.filter(|row| Some(row.number) == number || has(&row.concept))
                    .map(|row| (Some(row.number), row.concept))
                    .collect()
            }
        };
        let chosen = match (&request.name, chosen.is_empty()) {
            (Some(name), true) if name.chars().any(is_arabic_letter) => {
                let mut terms = vec![Term::new(source, name.trim(), TermUse::Preferred)];
                terms
                    .extend(request.form.iter().map(|form| Term::new(target.clone(), form.trim(), TermUse::Preferred)));
                vec![(None, Concept::new(ConceptKind::Person, terms))]
            }
            (Some(name), true) => return Err(OpsError::NoName { wanted: name.clone() }),
            _ => chosen,
        };
        check_form(request, &chosen, &target)?;
        let (numbers, concepts) = chosen.into_iter().unzip();
        Ok(Self { termbase: Termbase::new(concepts), numbers, target })
    }

    fn empty_reports(&self) -> Vec<UnifiedName> {
        let named = self.termbase.concepts().iter().zip(&self.numbers);
        named
            .map(|(concept, number)| UnifiedName {
                number: *number,
                arabic: concept.terms.first().map(|term| term.text.clone()).unwrap_or_default(),
                house: concept.best_in(&self.target).map(|term| term.text.clone()),
                renderings: Vec::new(),
            })
            .collect()
    }

    /// The renderings of the wanted names in a paragraph, by the index of the name.
    fn in_paragraph(&self, paragraph: &Paragraph<'_>) -> Vec<(usize, NameRendering)> {
        let source = paragraph.state.revision.source.text();
        let occurrences = self.termbase.find(source, &paragraph.head.source_language);
        let mut found: Vec<(usize, NameRendering)> = Vec::new();
        for group in occurrences.chunk_by(|a, b| a.span == b.span) {
            // What may be one of two names is for a person to decide.
            let [occurrence] = group else { continue };
            if occurrence.certainty != Certainty::Sure {
                continue;
            }
            let concept = &self.termbase.concepts()[occurrence.concept];
            for span in self.spans(concept, &occurrence.span, paragraph) {
                let overlaps =
                    |(_, other): &(usize, NameRendering)| other.span.start < span.end && span.start < other.span.end;
                if found.iter().any(overlaps) {
                    continue;
                }
                let text = paragraph.target.text()[span.clone()].to_owned();
                let replacement = self.replacement(concept, &text);
                let address = address_of(paragraph.head, paragraph.state);
                let outlier = replacement.is_some();
                found.push((occurrence.concept, NameRendering { address, span, text, outlier, replacement }));
            }
        }
        found.sort_by_key(|(_, rendering)| rendering.span.start);
        found
    }

    /// Where a name is rendered: in the segments in which its Arabic stands, or else anywhere in the paragraph.
    fn spans(&self, concept: &Concept, source: &Range<usize>, paragraph: &Paragraph<'_>) -> Vec<Range<usize>> {
        let beads = paragraph.state.revision.beads.iter();
        let own = beads.filter(|bead| bead.source.start < source.end && source.start < bead.source.end);
        let mut spans: Vec<Range<usize>> =
            own.flat_map(|bead| self.spans_in(concept, paragraph, &bead.target)).collect();
        if spans.is_empty() {
            spans = self.spans_in(concept, paragraph, &(0..paragraph.target.text().len()));
        }
        spans
    }

    fn spans_in(&self, concept: &Concept, paragraph: &Paragraph<'_>, range: &Range<usize>) -> Vec<Range<usize>> {
        let Some(text) = paragraph.target.text().get(range.clone()) else { return Vec::new() };
        let is_source = |term: &&Term| term.language.primary() != self.target.primary();
        let arabic =
            concept.terms.iter().filter(is_source).flat_map(|term| std::iter::once(&term.text).chain(&term.forms));
        let mut spans: Vec<Range<usize>> = Vec::new();
        let by_letters = arabic.flat_map(|arabic| renderings(arabic, text)).map(|(span, _)| span);
        // Forms of the authority need not be like the Arabic: kunya, pen name.
        let own = Termbase::new(vec![concept.clone()]);
        let without_possessive = |span: Range<usize>| span.start..span.start + without_possessive(&text[span]).len();
        let by_form = own.find(text, &self.target).into_iter().map(|occurrence| without_possessive(occurrence.span));
        let mut all: Vec<Range<usize>> = by_letters.chain(by_form).collect();
        all.sort_by_key(|span| std::cmp::Reverse(span.len()));
        for span in all {
            if !spans.iter().any(|other| other.start < span.end && span.start < other.end) {
                spans.push(span);
            }
        }
        spans.into_iter().map(|span| span.start + range.start..span.end + range.start).collect()
    }

    /// What is to stand instead of a rendering; `None` for a form of the house, or where there is none.
    fn replacement(&self, concept: &Concept, text: &str) -> Option<String> {
        let house = concept.best_in(&self.target)?;
        let wanted = spelling(text);
        let usable = concept.terms_in(&self.target).filter(|term| term.usage != TermUse::Forbidden);
        let forms: Vec<&String> = usable.flat_map(|term| std::iter::once(&term.text).chain(&term.forms)).collect();
        let is_part = |form: &&String| format!(" {} ", spelling(form)).contains(&format!(" {wanted} "));
        let is_avoided = concept.used(&self.target, TermUse::Forbidden).any(|term| spelling(&term.text) == wanted);
        if !is_avoided && forms.iter().any(is_part) {
            return None;
        }
        // Where the family name stood alone, it stands alone again.
        let count = wanted.split(' ').count();
        let tails = (0..house.text.split(' ').count())
            .map(|skip| house.text.split(' ').skip(skip).collect::<Vec<_>>().join(" "));
        let candidates = forms.into_iter().cloned().chain(tails);
        let fitting = candidates.filter(|form| spelling(form).split(' ').count() == count);
        Some(fitting.into_iter().next().unwrap_or_else(|| house.text.clone()))
    }

    /// Names of a paragraph that the authority does not have, by their letters.
    fn detected(&self, paragraph: &Paragraph<'_>) -> Vec<(String, FoundName, String)> {
        let (source, target) = (paragraph.state.revision.source.text(), paragraph.target.text());
        let known = self.termbase.find(source, &paragraph.head.source_language);
        let is_known =
            |name: &FoundName| known.iter().any(|o| o.span.start < name.source.end && name.source.start < o.span.end);
        let address = address_of(paragraph.head, paragraph.state);
        let texts = NameTexts::of(source, target);
        let found = names(&texts).iter().filter(|name| !is_known(name));
        found.map(|name| (address.clone(), name.clone(), target[name.target.clone()].to_owned())).collect()
    }
}

/// Detected names that end with the same word and are rendered in more than one way.
fn clusters(detected: Vec<(String, FoundName, String)>) -> Vec<UnifiedName> {
    let last = |text: &str| text.split(' ').next_back().unwrap_or_default().to_owned();
    let mut groups: BTreeMap<String, Vec<(String, FoundName, String)>> = BTreeMap::new();
    for name in detected {
        groups.entry(last(&norm(&name.1.arabic))).or_default().push(name);
    }
    let differ = |group: &[(String, FoundName, String)]| {
        let spelt: Vec<String> = group.iter().map(|(_, _, text)| last(&spelling(text))).collect();
        spelt.iter().any(|one| !one.starts_with(&spelt[0]) && !spelt[0].starts_with(one.as_str()))
    };
    let groups = groups.into_values().filter(|group| differ(group));
    groups
        .map(|group| UnifiedName {
            number: None,
            arabic: group.iter().map(|(_, name, _)| name.arabic.clone()).min_by_key(String::len).unwrap_or_default(),
            house: None,
            renderings: group
                .into_iter()
                .map(|(address, name, text)| NameRendering {
                    address,
                    span: name.target,
                    text,
                    outlier: false,
                    replacement: None,
                })
                .collect(),
        })
        .collect()
}

/// Marks what is spelt otherwise than most.
fn mark_outliers(name: &mut UnifiedName) {
    let last = |text: &str| spelling(text).split(' ').next_back().unwrap_or_default().to_owned();
    let mut counts: Vec<(String, usize)> = Vec::new();
    for spelling in name.renderings.iter().map(|rendering| last(&rendering.text)) {
        match counts.iter_mut().find(|(known, _)| *known == spelling) {
            Some((_, count)) => *count += 1,
            None => counts.push((spelling, 1)),
        }
    }
    // Of those alike the one that comes first.
    let most = counts.into_iter().reduce(|most, other| if other.1 > most.1 { other } else { most });
    let most = most.map(|(spelling, _)| spelling).unwrap_or_default();
    for rendering in &mut name.renderings {
        rendering.outlier = last(&rendering.text) != most;
    }
}

fn repair(
    writer: &mut Writer<'_>,
    paragraph: &Paragraph<'_>,
    found: &[(usize, NameRendering)],
    report: &mut UnifyReport,
) -> Result<(), OpsError> {
    let edits =
        found.iter().filter_map(|(_, rendering)| Some((rendering.span.clone(), rendering.replacement.as_deref()?)));
    let edits: Vec<(Range<usize>, &str)> = edits.collect();
    if edits.is_empty() {
        return Ok(());
    }
    let mut text = (paragraph.target.clone(), paragraph.state.revision.beads.clone());
    let mut is_whole = true;
    // From the end, so that what is before stays where it is.
    for (span, form) in edits.into_iter().rev() {
        match replaced(&text.0, &text.1, &span, form) {
            Some(changed) => text = changed,
            None => is_whole = false,
        }
    }
    let address = address_of(paragraph.head, paragraph.state);
    let logged = log_target(writer, paragraph.head, paragraph.state, &text.0, &text.1, Origin::Human)?;
    if logged.changed {
        report.changed.push(address.clone());
        if logged.before != logged.status {
            report.moved.push((address.clone(), logged.before, logged.status));
        }
    }
    if !is_whole {
        report.unchanged.push(address);
    }
    Ok(())
}

/// A target with another text at a span, its codes and segments where they were; `None` where a code stands inside the span.
fn replaced(content: &Content, beads: &[Bead], span: &Range<usize>, form: &str) -> Option<(Content, Vec<Bead>)> {
    if content.codes().iter().any(|code| code.at > span.start && code.at < span.end) {
        return None;
    }
    let moved = |at: usize| match at {
        at if at <= span.start => at,
        at if at >= span.end => at - span.len() + form.len(),
        _ => span.start + form.len(),
    };
    let mut text = content.text().to_owned();
    text.replace_range(span.clone(), form);
    let codes = content.codes().iter().map(|code| InlineCode { at: moved(code.at), ..code.clone() }).collect();
    let shifted = |bead: &Bead| Bead { target: moved(bead.target.start)..moved(bead.target.end), ..bead.clone() };
    Some((Content::new(text, codes).ok()?, beads.iter().map(shifted).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{CodeElement, CodeId, CodePart};

    fn code(at: usize, part: CodePart) -> InlineCode {
        InlineCode { at, id: CodeId(1), part, element: CodeElement::Emphasis }
    }

    #[test]
    fn codes_and_segments_move_with_the_text_behind_a_replacement() {
        let content =
            Content::new("Qadhafi left. He *fled*.".into(), vec![code(17, CodePart::Open), code(23, CodePart::Close)])
                .unwrap();
        let beads = [0..14, 14..24].map(|target| Bead { source: 0..0, target, confidence: None });
        let (content, beads) = replaced(&content, &beads, &(0..7), "al-Gaddafi").unwrap();
        assert_eq!(content.text(), "al-Gaddafi left. He *fled*.");
        assert_eq!((content.codes()[0].at, content.codes()[1].at), (20, 26));
        assert_eq!((beads[0].target.clone(), beads[1].target.clone()), (0..17, 17..27));
        assert_eq!(replaced(&content, &beads, &(18..24), "x"), None);
    }
}
