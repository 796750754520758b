//! One `<tu>` on its way in: its elements as they come, and the pairs of variants that they make. It reads no file.

use quick_xml::events::{BytesRef, BytesStart};

use super::languages::{Fit, Languages, VariantLanguage};
use super::numbering::{MOST_CODES, numbered};
use super::problem::TmxProblem;
use super::segment::{InlineAttributes, Segment, SegmentReader};
use super::{KEPT_ATTRIBUTES, KEPT_PREFIX, time, xml};
use crate::model::{ExchangeUnit, Stamp};

/// The attributes of a unit or a variant.
#[derive(Debug, Default)]
struct Attributes {
    id: Option<String>,
    language: Option<String>,
    old_language: Option<String>,
    created: Dated,
    changed: Dated,
    /// By their place in [`KEPT_ATTRIBUTES`].
    kept: [Option<String>; KEPT_ATTRIBUTES.len()],
}

/// A date as written, and a person.
#[derive(Debug, Default)]
struct Dated {
    at: Option<String>,
    by: Option<String>,
}

impl Dated {
    const fn is_empty(&self) -> bool {
        self.at.is_none() && self.by.is_none()
    }

    /// The stamp; a date that is no moment goes into the properties instead.
    fn stamp(&self, name: &str, props: &mut Vec<(String, String)>) -> Stamp {
        let at = self.at.as_deref().and_then(time::from_tmx);
        if let (Some(written), None) = (&self.at, &at) {
            props.push((format!("{KEPT_PREFIX}{name}"), written.clone()));
        }
        Stamp { at, by: self.by.clone() }
    }
}

impl Attributes {
    fn read(tag: &BytesStart<'_>, line: u64) -> Result<Self, TmxProblem> {
        let mut read = Self::default();
        xml::attributes(tag, line, |name, value| {
            let place = match name {
                "tuid" => &mut read.id,
                "xml:lang" => &mut read.language,
                "lang" => &mut read.old_language,
                "creationdate" => &mut read.created.at,
                "creationid" => &mut read.created.by,
                "changedate" => &mut read.changed.at,
                "changeid" => &mut read.changed.by,
                other => match KEPT_ATTRIBUTES.iter().position(|kept| *kept == other) {
                    Some(index) => &mut read.kept[index],
                    None => return Ok(()),
                },
            };
            xml::set_once(place, value, line)
        })?;
        Ok(read)
    }
}

/// Properties and notes of a unit or a variant.
#[derive(Debug, Default)]
struct Remarks {
    props: Vec<(String, String)>,
    notes: Vec<String>,
}

#[derive(Debug)]
struct Variant {
    language: VariantLanguage,
    attributes: Attributes,
    remarks: Remarks,
    segment: Option<Segment>,
    line: u64,
}

/// What is open inside the unit.
#[derive(Debug)]
enum Open {
    Variant,
    Segment(SegmentReader),
    /// A property, with its type.
    Prop(String, String),
    Note(String),
    /// An element that TMX does not know there.
    Other,
}

/// What pairs a unit gave.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Yield {
    pub(super) has_source: bool,
    pub(super) has_target: bool,
}

/// A `<tu>` being read.
#[derive(Debug)]
pub(super) struct UnitReader {
    line: u64,
    attributes: Attributes,
    remarks: Remarks,
    variants: Vec<Variant>,
    open: Vec<Open>,
    /// Elements open inside of a segment, property or note, or of what TMX does not know.
    depth: usize,
    problems: Vec<TmxProblem>,
}

impl UnitReader {
    pub(super) fn new(tag: &BytesStart<'_>, line: u64) -> Result<Self, TmxProblem> {
        Ok(Self {
            line,
            attributes: Attributes::read(tag, line)?,
            remarks: Remarks::default(),
            variants: Vec::with_capacity(2),
            open: Vec::with_capacity(4),
            depth: 0,
            problems: Vec::new(),
        })
    }

    /// An element begins inside the unit.
    pub(super) fn start(
        &mut self,
        tag: &BytesStart<'_>,
        line: u64,
        languages: &mut Languages,
    ) -> Result<(), TmxProblem> {
        let name = tag.local_name().into_inner();
        match (self.open.last_mut(), name) {
            (None, "tuv") => self.start_variant(tag, line, languages)?,
            (Some(Open::Variant), "seg") => self.start_segment(),
            (None | Some(Open::Variant), "prop") => {
                let mut kind = None;
                xml::attributes(tag, line, |name, value| match name {
                    "type" => xml::set_once(&mut kind, value, line),
                    _ => Ok(()),
                })?;
                self.open.push(Open::Prop(kind.unwrap_or_default(), String::new()));
            }
            (None | Some(Open::Variant), "note") => self.open.push(Open::Note(String::new())),
            (Some(Open::Segment(reader)), name) => {
                check_inline(reader, tag, line)?;
                reader.start(name, tag, inline_attributes(tag, line)?);
                self.depth += 1;
            }
            (Some(Open::Prop(..) | Open::Note(_) | Open::Other), _) => self.depth += 1,
            (None | Some(Open::Variant), _) => self.open.push(Open::Other),
        }
        Ok(())
    }

    /// An element without content stands inside the unit.
    pub(super) fn empty(
        &mut self,
        tag: &BytesStart<'_>,
        line: u64,
        languages: &mut Languages,
    ) -> Result<(), TmxProblem> {
        if let Some(Open::Segment(reader)) = self.open.last_mut() {
            check_inline(reader, tag, line)?;
            reader.empty(tag.local_name().into_inner(), tag, inline_attributes(tag, line)?);
            return Ok(());
        }
        self.start(tag, line, languages)?;
        self.end();
        Ok(())
    }

    fn start_variant(&mut self, tag: &BytesStart<'_>, line: u64, languages: &mut Languages) -> Result<(), TmxProblem> {
        let attributes = Attributes::read(tag, line)?;
        let language = match attributes.language.as_deref().or(attributes.old_language.as_deref()) {
            Some(written) if !written.trim().is_empty() => languages.of(written),
            _ => {
                self.problems.push(TmxProblem::NoLanguage { line });
                VariantLanguage { language: None, source: Fit::Other, target: Fit::Other }
            }
        };
        self.variants.push(Variant { language, attributes, remarks: Remarks::default(), segment: None, line });
        self.open.push(Open::Variant);
        Ok(())
    }

    /// A segment of a language that is not wanted is passed over, whatever stands in it.
    fn start_segment(&mut self) {
        let Some(variant) = self.variants.last_mut() else { return };
        if variant.language.language.is_some() {
            self.open.push(Open::Segment(SegmentReader::default()));
        } else {
            variant.segment = Some(Segment::default());
            self.open.push(Open::Other);
        }
    }

    /// The innermost element inside the unit ends.
    pub(super) fn end(&mut self) {
        if self.depth > 0 {
            self.depth -= 1;
            if let Some(Open::Segment(reader)) = self.open.last_mut() {
                reader.end();
            }
            return;
        }
        match self.open.pop() {
            Some(Open::Segment(reader)) => {
                let segment = reader.finish();
                if let Some(variant) = self.variants.last_mut() {
                    variant.segment.get_or_insert(segment);
                }
            }
            Some(Open::Prop(kind, value)) => self.remarks().props.push((kind, value)),
            Some(Open::Note(note)) => self.remarks().notes.push(note),
            Some(Open::Variant) => {
                if let Some(Variant { segment: None, line, .. }) = self.variants.last() {
                    self.problems.push(TmxProblem::NoSegment { line: *line });
                }
            }
            Some(Open::Other) | None => {}
        }
    }

    /// Where a property or note of the innermost open element belongs.
    fn remarks(&mut self) -> &mut Remarks {
        match (self.open.last(), self.variants.last_mut()) {
            (Some(Open::Variant), Some(variant)) => &mut variant.remarks,
            _ => &mut self.remarks,
        }
    }

    /// Text inside the unit, without references.
    pub(super) fn text(&mut self, text: &str, line: u64) -> Result<(), TmxProblem> {
        let Some(into) = self.open.last_mut().filter(|open| open.takes_text()) else { return Ok(()) };
        if let Some(c) = xml::forbidden(text) {
            let before = text.split(c).next().unwrap_or_default();
            let line = line + before.matches('\n').count() as u64;
            return Err(TmxProblem::Character { line, code: c.into() });
        }
        into.push_text(text);
        Ok(())
    }

    /// A reference inside the unit.
    pub(super) fn reference(&mut self, reference: &BytesRef<'_>, line: u64) -> Result<(), TmxProblem> {
        if let Some(into) = self.open.last_mut().filter(|open| open.takes_text()) {
            into.push_text(&xml::resolve(reference, line)?);
        }
        Ok(())
    }

    /// The unit ends: its problems, and a unit for each pair of a source and a target go to `give`.
    ///
    /// Where a variant has the very tag that is wanted, those of other regions are passed over.
    pub(super) fn finish(self, give: &mut impl FnMut(Result<ExchangeUnit, TmxProblem>)) -> Yield {
        let Self { line, attributes, remarks, variants, problems, .. } = self;
        problems.into_iter().for_each(|problem| give(Err(problem)));
        let best = |fit: fn(&Variant) -> Fit| {
            variants.iter().filter(|v| v.segment.is_some()).map(fit).max().unwrap_or(Fit::Other)
        };
        let (best_source, best_target) = (best(|v| v.language.source), best(|v| v.language.target));
        let found = Yield { has_source: best_source > Fit::Other, has_target: best_target > Fit::Other };
        if !(found.has_source && found.has_target) {
            return found;
        }
        for (index, source) in variants.iter().enumerate().filter(|(_, v)| v.language.source == best_source) {
            for (other, target) in variants.iter().enumerate().filter(|(_, v)| v.language.target == best_target) {
                if index != other
                    && let Some(unit) = pair(line, &attributes, &remarks, source, target)
                {
                    give(Ok(unit));
                }
            }
        }
        found
    }
}

impl Open {
    const fn takes_text(&self) -> bool {
        matches!(self, Self::Segment(_) | Self::Prop(..) | Self::Note(_))
    }

    fn push_text(&mut self, text: &str) {
        match self {
            Self::Segment(reader) => reader.text(text),
            Self::Prop(_, into) | Self::Note(into) => into.push_str(text),
            Self::Variant | Self::Other => {}
        }
    }
}

/// Refuses an inline element that is one too many or has a forbidden character.
fn check_inline(reader: &SegmentReader, tag: &BytesStart<'_>, line: u64) -> Result<(), TmxProblem> {
    if reader.code_count() >= MOST_CODES {
        return Err(TmxProblem::TooManyCodes { line, limit: MOST_CODES });
    }
    match xml::forbidden(tag) {
        Some(c) => Err(TmxProblem::Character { line, code: c.into() }),
        None => Ok(()),
    }
}

/// The unit of a source and a target; `None` where one has no segment or no language.
fn pair(line: u64, unit: &Attributes, remarks: &Remarks, source: &Variant, target: &Variant) -> Option<ExchangeUnit> {
    // The variant knows best who wrote it; what a unit says holds for both.
    let levels = [&target.attributes, unit, &source.attributes];
    let mut props: Vec<(String, String)> = Vec::new();
    for (index, name) in KEPT_ATTRIBUTES.iter().enumerate() {
        if let Some(value) = [unit, &target.attributes, &source.attributes].iter().find_map(|l| l.kept[index].as_ref())
        {
            props.push((format!("{KEPT_PREFIX}{name}"), value.clone()));
        }
    }
    let created = levels.iter().map(|l| &l.created).find(|dated| !dated.is_empty());
    let created = created.map(|dated| dated.stamp("creationdate", &mut props)).unwrap_or_default();
    let changed = levels.iter().map(|l| &l.changed).find(|dated| !dated.is_empty());
    let changed = changed.map(|dated| dated.stamp("changedate", &mut props)).unwrap_or_default();
    let (source_content, target_content) = numbered(source.segment.as_ref()?, target.segment.as_ref()?);
    let remarks = [remarks, &source.remarks, &target.remarks];
    props.extend(remarks.iter().flat_map(|remarks| remarks.props.iter().cloned()));
    Some(ExchangeUnit {
        id: unit.id.clone(),
        source: source_content,
        target: target_content,
        source_language: source.language.language.clone()?,
        target_language: target.language.language.clone()?,
        created,
        changed,
        props,
        notes: remarks.iter().flat_map(|remarks| remarks.notes.iter().cloned()).collect(),
        line: Some(line),
    })
}

pub(super) fn inline_attributes(tag: &BytesStart<'_>, line: u64) -> Result<InlineAttributes, TmxProblem> {
    let mut read = InlineAttributes::default();
    xml::attributes(tag, line, |name, value| {
        let place = match name {
            "i" => &mut read.i,
            "x" => &mut read.x,
            "type" => &mut read.kind,
            "assoc" => &mut read.assoc,
            "pos" => &mut read.pos,
            "datatype" => &mut read.datatype,
            _ => return Ok(()),
        };
        xml::set_once(place, value, line)
    })?;
    Ok(read)
}
