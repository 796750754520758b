//! Arabic names of one word as a tree of their letters: a Latin name is read once beside all that begin alike, and what begins unlike
//! it is left as a whole. Tells what may be alike and how much at most; the scorer decides.
//!
//! The costs of readings are those of `spelling`, added in the same order, so that what is told of a name that no table has, beside
//! one Latin word, is its score and no estimate. A branch is left where its cheapest beginning, by the longest name on it, is already
//! below what is wanted: costs are only ever added, and the longer a name the less a cost counts.

use std::cmp::Ordering;
use std::collections::HashMap;

use super::effort::Effort;
use super::score::ArabicName;
use super::spelling::{Letters, Span, Unit, begins, latin_length, letters_of, likeness_at, likeness_length, set_of};
use super::ways::{Place, Way};
use super::words::LatinName;

/// Names of one word, each with a number.
pub struct NameTree {
    /// The different letters, with all that their neighbours make of them.
    units: Vec<Unit>,
    /// Each before those on its branch.
    nodes: Vec<Node>,
    /// The numbers of the names that end at each node, the highest first.
    numbers: Vec<usize>,
    /// What the longest of them counts for.
    longest: f32,
}

/// The end of a beginning that names share.
struct Node {
    /// The last letter of it, by its place among the units.
    unit: usize,
    /// The first node that is not on its branch.
    end: usize,
    /// The names that are no longer than it, by their places among the numbers.
    names: std::ops::Range<usize>,
    /// The highest number of a name on its branch.
    highest: usize,
    /// What it counts for in the length of a name, and what the longest name on its branch does.
    length: f32,
    longest: f32,
    /// The Latin letters which may stand behind it for less than a whole wrong letter.
    readable: Letters,
    /// Some of which have to stand behind it, or else a whole letter of each name on its branch is wrong.
    needed: Letters,
    /// The last letter of all names on its branch, where it is one, by its place among the units.
    last: Option<usize>,
}

/// What is wanted of names.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    /// How alike they are at least.
    pub least: f32,
    /// Of those no more alike than that, the number that they have to be above, if any.
    pub above: Option<usize>,
}

impl Wanted {
    fn is_met(self, likeness: f32, number: usize) -> bool {
        likeness > self.least || likeness >= self.least && self.above.is_none_or(|above| number > above)
    }
}

impl NameTree {
    /// The tree of some names. Those that are more than one word ([`ArabicName::is_one_word`]) have no place in it.
    #[must_use]
    pub fn of<'a>(names: impl Iterator<Item = (&'a ArabicName, usize)>) -> Self {
        let mut numbers_of: HashMap<Key, usize> = HashMap::new();
        let mut units: Vec<Unit> = Vec::new();
        let mut spelt: Vec<(Vec<usize>, usize)> = Vec::new();
        for (name, number) in names {
            let Some(letters) = name.letters() else { continue };
            let mut number_of = |unit: &Unit| {
                *numbers_of.entry(key(unit)).or_insert_with(|| {
                    units.push(*unit);
                    units.len() - 1
                })
            };
            spelt.push((letters.iter().map(&mut number_of).collect(), number));
        }
        spelt.sort_unstable_by(|(a, one), (b, other)| a.cmp(b).then(other.cmp(one)));
        spelt.dedup();
        let mut tree = Self { units, nodes: Vec::new(), numbers: Vec::new(), longest: 0.0 };
        tree.longest = tree.branch(&spelt, 0, 0.0).longest;
        tree.tell_lasts(&spelt);
        tree
    }

    /// Gives each node the last letter of the names on its branch, if it is one.
    fn tell_lasts(&mut self, spelt: &[(Vec<usize>, usize)]) {
        // A letter that may be read together with the one before it tells nothing.
        let mut is_led = vec![false; self.units.len()];
        for (letters, _) in spelt {
            if let [.., before, last] = letters[..] {
                is_led[last] |= !self.units[before].with_next.is_empty();
            }
        }
        for at in (0..self.nodes.len()).rev() {
            let node = &self.nodes[at];
            let mut lasts = Vec::from_iter((!node.names.is_empty()).then_some(Some(node.unit)));
            let mut child = at + 1;
            while child < node.end && lasts.len() < 2 {
                if !lasts.contains(&self.nodes[child].last) {
                    lasts.push(self.nodes[child].last);
                }
                child = self.nodes[child].end;
            }
            let [last] = lasts[..] else { continue };
            self.nodes[at].last = last.filter(|last| !is_led[*last]);
        }
    }

    /// Adds the nodes of names that have the same first letters, so many; gives what they are on the whole.
    fn branch(&mut self, names: &[(Vec<usize>, usize)], depth: usize, length: f32) -> Branch {
        let mut whole = Branch { highest: 0, longest: length, readable: letters_of(ALONE), needed: 0 };
        for same in names.chunk_by(|a, b| a.0[depth] == b.0[depth]) {
            let (unit, node) = (same[0].0[depth], self.nodes.len());
            let length = length + self.units[unit].length;
            let ending = same.iter().take_while(|(letters, _)| letters.len() == depth + 1).count();
            let names = self.numbers.len()..self.numbers.len() + ending;
            self.numbers.extend(same[..ending].iter().map(|(_, number)| *number));
            let highest = same[..ending].first().map_or(0, |(_, number)| *number);
            let (readable, needed) = (0, ANY);
            let last = None;
            self.nodes.push(Node { unit, end: 0, names, highest, length, longest: length, readable, needed, last });
            let behind = self.branch(&same[ending..], depth + 1, length);
            let end = self.nodes.len();
            let node = &mut self.nodes[node];
            (node.end, node.readable) = (end, behind.readable);
            node.highest = node.highest.max(behind.highest);
            node.longest = node.longest.max(behind.longest);
            if ending == 0 {
                node.needed = behind.needed;
            }
            whole.add(node, &self.units[unit]);
        }
        whole
    }

    /// Visits the names that a Latin one may render as well as is wanted, each with how alike they are at most; `visit` tells what is
    /// wanted from then on. A name that the tables of known names have may be more alike, and has to be looked up.
    ///
    /// What is wanted is at least 0.6: below it a part of a Latin name may stand for a name. Once the effort is spent nothing more is
    /// visited.
    pub fn visit(
        &self,
        latin: &LatinName,
        wanted: Wanted,
        effort: &Effort,
        mut visit: impl FnMut(usize, f32) -> Wanted,
    ) {
        debug_assert!(wanted.least >= 0.6, "{wanted:?}");
        let mut wanted = wanted;
        for span in latin.spans_of_one_part() {
            let mut walk = Walk::of(self, span, wanted, effort, &mut visit);
            let root = walk.root();
            walk.children(0..self.nodes.len(), root, None);
            wanted = walk.wanted;
        }
    }
}

/// The letters that may stand without an Arabic one for less than a whole wrong letter.
pub(super) const ALONE: &[u8] = b"aeioudghlstxy";

/// What is needed where nothing is.
const ANY: Letters = Letters::MAX;

/// What some branches are on the whole.
struct Branch {
    highest: usize,
    longest: f32,
    readable: Letters,
    needed: Letters,
}

impl Branch {
    /// Adds the branch of a node.
    fn add(&mut self, node: &Node, unit: &Unit) {
        self.highest = self.highest.max(node.highest);
        self.longest = self.longest.max(node.longest);
        let own = unit.renderings.iter().chain(unit.with_next).map(|rendering| letters_of(rendering.0.as_bytes()));
        self.readable |= own.fold(node.readable, |set, letters| set | letters);
        // Its letter, or what is needed behind it, which may be read together with it.
        let own = unit.needed().unwrap_or(ANY);
        let behind = node.needed | begins(unit.with_next);
        self.needed |= if own.count_ones() <= behind.count_ones() { own } else { behind };
    }
}

/// By what units are told apart: all that the reading of one depends on.
type Key = ([usize; 4], [u32; 2], u32);

fn key(unit: &Unit) -> Key {
    let of = |renderings: &'static [super::sounds::Rendering]| (renderings.as_ptr() as usize, renderings.len());
    let ((first, length), (with_next, others)) = (of(unit.renderings), of(unit.with_next));
    let is = [unit.is_letter, unit.is_first_alef, unit.is_single, unit.is_z, unit.is_glide, unit.is_long_a];
    let flags = is.iter().fold(unit.follows as u32, |flags, is| flags << 1 | u32::from(*is));
    ([first, length, with_next, others], [unit.left_out.to_bits(), unit.length.to_bits()], flags)
}

/// What the readings of so many Latin letters cost: see [`super::spelling::Table`].
type Cell = [f32; 2];

const UNREAD: Cell = [f32::INFINITY; 2];

/// The rows of a node: the readings that come to it, and those that come to the nodes behind it by leaping over one.
#[derive(Clone, Copy)]
struct Rows {
    here: usize,
    leap: usize,
}

/// A node whose readings are known and whose branch is not yet followed.
#[derive(Clone, Copy)]
struct Child {
    node: usize,
    rows: Rows,
    /// How alike a name on its branch is at most.
    bound: f32,
}

/// The way of one Latin span through a tree.
struct Walk<'t, V> {
    tree: &'t NameTree,
    span: Span<'t>,
    /// What the span counts for in the length of a name.
    length: f32,
    /// For each of its letters, which stand from it on.
    behind: Vec<Letters>,
    wanted: Wanted,
    effort: &'t Effort,
    visit: V,
    cells: Vec<Cell>,
    open: Vec<Child>,
    costs: Vec<f32>,
    /// The ways of each unit from each letter on, once they were asked for.
    ways: Vec<Way>,
    ways_of: Vec<Option<(u32, u32)>>,
    /// What the letters cost that no Arabic letter stands for, by the sort of the one before, once it was asked for: from each Latin
    /// letter on and in either state, the state they leave and the cost.
    alone: Vec<(usize, f32)>,
    alone_behind: [Option<u32>; Place::SORTS],
    /// What reading a last letter of names and all behind it costs at least from each Latin letter on, once it was asked for.
    ends: Vec<f32>,
    ends_of: Vec<Option<usize>>,
}

impl<'t, V: FnMut(usize, f32) -> Wanted> Walk<'t, V> {
    fn of(tree: &'t NameTree, span: Span<'t>, wanted: Wanted, effort: &'t Effort, visit: V) -> Self {
        let mut behind = vec![0; span.letters.len() + 1];
        for at in (0..span.letters.len()).rev() {
            behind[at] = behind[at + 1] | set_of(span.letters[at]);
        }
        let ways_of = vec![None; tree.units.len() * (span.letters.len() + 1)];
        let (cells, open, costs) = (Vec::new(), Vec::new(), Vec::new());
        let (ways, alone, ends) = (Vec::new(), Vec::new(), Vec::new());
        let (alone_behind, ends_of) = ([None; Place::SORTS], vec![None; tree.units.len()]);
        let length = latin_length(span);
        Self {
            tree,
            span,
            length,
            behind,
            wanted,
            effort,
            visit,
            cells,
            open,
            costs,
            ways,
            ways_of,
            alone,
            alone_behind,
            ends,
            ends_of,
        }
    }

    /// What reading the last letter of names costs at least from each Latin letter on, whatever stands before it, by its place among
    /// the ends.
    fn ends_of(&mut self, last: usize) -> usize {
        if let Some(known) = self.ends_of[last] {
            return known;
        }
        let (unit, width) = (&self.tree.units[last], self.width());
        let first = self.ends.len();
        self.ends.resize(first + width, 0.0);
        // What reading all letters from one on without an Arabic one costs.
        let mut alone: Vec<Cell> = vec![[0.0; 2]; width];
        let mut least = f32::INFINITY;
        for at in (0..width).rev() {
            for after_vowel in [false, true] {
                let read = Place { at, after_vowel, last: Some(unit) }.letter_alone(self.span);
                alone[at][usize::from(after_vowel)] = read.map_or(0.0, |(state, price)| price + alone[at + 1][state]);
            }
            unit.ways(at, self.span, |way| {
                let rest = alone[at + way.letters];
                let rest = if way.letters == 0 { rest[0].min(rest[1]) } else { rest[0] };
                least = least.min(way.price(0.0, false) + rest);
            });
            // A little less than the exact value, which is rounded.
            self.ends[first + at] = (least - 0.001).max(0.0);
        }
        self.ends_of[last] = Some(first);
        first
    }

    const fn width(&self) -> usize {
        self.span.letters.len() + 1
    }

    fn root(&mut self) -> Rows {
        self.cells.resize(2 * self.width(), UNREAD);
        self.cells[0][0] = 0.0;
        let rows = Rows { here: 0, leap: self.width() };
        self.read_alone(rows, None, self.most(self.tree.longest));
        rows
    }

    /// What a reading of a name of such a length may cost.
    fn most(&self, length: f32) -> f32 {
        // A little more than the exact value, which is rounded.
        (1.0 - self.wanted.least) * likeness_length(length, self.length) + 0.001
    }

    /// Follows the branches of a node, the likeliest first.
    fn children(&mut self, nodes: std::ops::Range<usize>, rows: Rows, last: Option<usize>) {
        let (cells, open) = (self.cells.len(), self.open.len());
        let least = self.least_costs(rows);
        let mut node = nodes.start;
        while node < nodes.end && !self.effort.is_spent() {
            self.effort.spend(self.width());
            if self.may_end_well(node, least) {
                self.open_child(node, rows, last);
            }
            node = self.tree.nodes[node].end;
        }
        let tree = self.tree;
        self.open[open..].sort_unstable_by(|a, b| {
            let likelier = b.bound.partial_cmp(&a.bound).unwrap_or(Ordering::Equal);
            likelier.then(tree.nodes[b.node].highest.cmp(&tree.nodes[a.node].highest))
        });
        for at in open..self.open.len() {
            let Child { node: number, rows, bound } = self.open[at];
            let node = &self.tree.nodes[number];
            if self.wanted.is_met(bound, node.highest) {
                self.names_of(node, rows);
                self.children(number + 1..node.end, rows, Some(node.unit));
            }
        }
        self.open.truncate(open);
        self.costs.truncate(least);
        self.cells.truncate(cells);
    }

    /// What readings cost at least that have come to a node or beyond it, by the Latin letters read.
    fn least_costs(&mut self, rows: Rows) -> usize {
        let least = self.costs.len();
        let of = |row: usize, at: usize| self.cells[row + at][0].min(self.cells[row + at][1]);
        self.costs.extend((0..self.width()).map(|at| of(rows.here, at).min(of(rows.leap, at))));
        least
    }

    /// Whether the readings that have come to the node before a branch may be as cheap as is wanted with the last letter of one of its
    /// names.
    fn may_end_well(&mut self, number: usize, least: usize) -> bool {
        let node = &self.tree.nodes[number];
        let Some(last) = node.last else { return true };
        let ends = self.ends_of(last);
        let width = self.width();
        let costs = self.costs[least..least + width].iter().zip(&self.ends[ends..ends + width]);
        let cost = costs.map(|(cost, end)| cost + end).fold(f32::INFINITY, f32::min);
        self.wanted.is_met(likeness_at(cost, node.longest, self.length), node.highest)
    }

    /// Visits the names that end at a node.
    fn names_of(&mut self, node: &Node, rows: Rows) {
        if node.names.is_empty() {
            return;
        }
        let [one, other] = self.cells[rows.here + self.width() - 1];
        let likeness = likeness_at(one.min(other), node.length, self.length);
        for number in &self.tree.numbers[node.names.clone()] {
            if !self.wanted.is_met(likeness, *number) {
                return;
            }
            self.wanted = (self.visit)(*number, likeness);
        }
    }

    /// Reads on from a node to one of those behind it, and keeps that one open if it is of any use.
    fn open_child(&mut self, number: usize, from: Rows, last: Option<usize>) {
        let node = &self.tree.nodes[number];
        let (width, most) = (self.width(), self.most(node.longest));
        self.effort.spend(3 * width);
        let rows = Rows { here: self.cells.len(), leap: self.cells.len() + width };
        self.cells.extend_from_within(from.leap..from.leap + width);
        self.cells.resize(rows.leap + width, UNREAD);
        for at in 0..width {
            for state in 0..2 {
                let cost = self.cells[from.here + at][state];
                if cost <= most {
                    self.read_unit(cost, (at, state == 1), (node.unit, last), rows, most);
                }
            }
        }
        self.read_alone(rows, Some(node.unit), most);
        let least = self.least_cost(rows, node);
        let bound = likeness_at(least, node.longest, self.length);
        if least <= most && self.wanted.is_met(bound, node.highest) {
            self.open.push(Child { node: number, rows, bound });
        } else {
            self.cells.truncate(rows.here);
        }
    }

    fn read_unit(
        &mut self,
        cost: f32,
        place: (usize, bool),
        (unit, last): (usize, Option<usize>),
        to: Rows,
        most: f32,
    ) {
        let ((at, after_vowel), last) = (place, last.map(|last| &self.tree.units[last]));
        let missing = Place { at, after_vowel, last }.missing();
        #[cfg(test)]
        super::STEPS.set(super::STEPS.get() + 1);
        let ways = self.ways_of(unit, at);
        for way in &self.ways[ways] {
            let cost = cost + way.price(missing, after_vowel);
            if cost <= most {
                let row = if way.units == 1 { to.here } else { to.leap };
                let cell = &mut self.cells[row + at + way.letters][way.state(after_vowel)];
                *cell = cell.min(cost);
            }
        }
    }

    fn ways_of(&mut self, unit: usize, at: usize) -> std::ops::Range<usize> {
        let (place, first) = (unit * self.width() + at, self.ways.len());
        let (first, end) = *self.ways_of[place].get_or_insert_with(|| {
            self.tree.units[unit].ways(at, self.span, |way| self.ways.push(way));
            (first as u32, self.ways.len() as u32)
        });
        first as usize..end as usize
    }

    /// Reads the Latin letters that no Arabic letter stands for, behind a unit.
    fn read_alone(&mut self, rows: Rows, last: Option<usize>, most: f32) {
        let alone = self.alone_behind(last.map(|last| &self.tree.units[last]));
        for at in 0..self.width() - 1 {
            for state in 0..2 {
                let cost = self.cells[rows.here + at][state];
                if cost <= most {
                    let (state, price) = self.alone[alone + 2 * at + state];
                    if cost + price <= most {
                        let cell = &mut self.cells[rows.here + at + 1][state];
                        *cell = cell.min(cost + price);
                    }
                }
            }
        }
    }

    /// Where the costs of letters begin that stand alone behind a unit.
    fn alone_behind(&mut self, last: Option<&Unit>) -> usize {
        let first = self.alone.len();
        let known = self.alone_behind[Place::sort(last)].get_or_insert(first as u32);
        let known = *known as usize;
        if known == first {
            for at in 0..self.span.letters.len() {
                let read = |after_vowel| Place { at, after_vowel, last }.letter_alone(self.span);
                self.alone.extend([false, true].map(|after_vowel| read(after_vowel).unwrap_or((0, f32::INFINITY))));
            }
        }
        known
    }

    /// What a reading costs at least that has come to a node or beyond it.
    fn least_cost(&self, rows: Rows, node: &Node) -> f32 {
        let of = |row: usize, at: usize| self.cells[row + at][0].min(self.cells[row + at][1]);
        // Each letter that nothing behind renders is a whole wrong one, and so is one that nothing behind is rendered by.
        let (mut least, mut unreadable) = (f32::INFINITY, 0.0_f32);
        for at in (0..self.width()).rev() {
            if self.span.letters.get(at).is_some_and(|&letter| set_of(letter) & !node.readable != 0) {
                unreadable += 1.0;
            }
            let lacks = node.needed != ANY && self.behind[at] & node.needed == 0;
            let here = of(rows.here, at) + if lacks { unreadable.max(1.0) } else { unreadable };
            least = least.min(here).min(of(rows.leap, at) + unreadable);
        }
        least
    }
}
