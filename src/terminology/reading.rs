//! What a written word may stand for: keys that terms are looked up by, each with how sure the reading is.

/// How well a reading fits, least first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// So little that it says something in a phrase alone (وليد as ول and يد).
    Scant,
    /// Another word made from this one (مكتبة from مكتب): shown, never relied on.
    Derived,
    /// So short that chance may have made it (كمال as ك and مال), unless the words beside it bear it out.
    Short,
    /// A regular form.
    Sure,
    /// The very word.
    Exact,
}

/// The readings of one word, each key once with its best fit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Readings(Vec<(String, Fit)>);

impl Readings {
    pub(super) fn add(&mut self, key: String, fit: Fit) {
        match self.0.iter_mut().find(|(known, _)| *known == key) {
            Some((_, known)) => *known = fit.max(*known),
            None => self.0.push((key, fit)),
        }
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &(String, Fit)> {
        self.0.iter()
    }

    /// How well a key fits, if it is one of the readings.
    pub(super) fn fit(&self, key: &str) -> Option<Fit> {
        self.0.iter().find(|(known, _)| known == key).map(|(_, fit)| *fit)
    }
}
