//! Word statistics from sentence pairs: IBM Model 1 in both directions.
//!
//! Source: P. F. Brown et al., "The Mathematics of Statistical Machine Translation", Computational Linguistics 19(2), 1993,
//! §4.1; the sparse prior on each row follows D. Riley and D. Gildea, "Improving the IBM Alignment Models Using Variational
//! Bayes", ACL 2012.

/// How one word was seen to be rendered.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Link {
    /// The word of the first language.
    pub(super) arabic: u32,
    /// The word of the second language.
    pub(super) english: u32,
    /// Probability of the English word given the Arabic word.
    pub(super) forward: f32,
    /// Probability of the Arabic word given the English word.
    pub(super) backward: f32,
}

/// How a lexicon is trained and what of it is kept.
#[derive(Clone, Copy, Debug)]
pub struct Training {
    /// Rounds of expectation and maximisation.
    pub rounds: usize,
    /// The sparse prior of each row.
    pub prior: f64,
    /// A link is kept when either of its probabilities is at least this.
    pub least: f32,
    /// How many expected sightings are taken off each link: with 1, what was seen once is not believed.
    pub discount: f32,
    /// Whether words without a link are left out of the table.
    pub linked_only: bool,
}

impl Default for Training {
    fn default() -> Self {
        Self { rounds: 5, prior: 0.05, least: 0.03, discount: 0.0, linked_only: false }
    }
}

/// Trains both directions and returns the links that are to be kept, ordered by Arabic, then English word.
///
/// `pairs` are pairs of sentences as indices of words, Arabic and English; `seen` tells how often each word was seen.
pub(super) fn train(pairs: &[(Vec<u32>, Vec<u32>)], seen: [&[u32]; 2], training: Training) -> Vec<Link> {
    let there: Vec<Pair<'_>> = pairs.iter().map(|(a, e)| (a.as_slice(), e.as_slice())).collect();
    let back: Vec<Pair<'_>> = pairs.iter().map(|(a, e)| (e.as_slice(), a.as_slice())).collect();
    let sizes = [seen[0].len(), seen[1].len()];
    let mut links: Vec<Link> = Vec::new();
    ModelOne::new(&there, sizes).trained(training, |arabic, english, forward| {
        links.push(Link { arabic, english, forward, backward: 0.0 });
    });
    ModelOne::new(&back, [sizes[1], sizes[0]]).trained(training, |english, arabic, backward| {
        links.push(Link { arabic, english, forward: 0.0, backward });
    });
    links.sort_unstable_by_key(|link| (link.arabic, link.english));
    links.dedup_by(|later, first| {
        let same = (later.arabic, later.english) == (first.arabic, first.english);
        if same {
            (first.forward, first.backward) = (first.forward + later.forward, first.backward + later.backward);
        }
        same
    });
    let kept = |link: &Link| link.forward >= training.least || link.backward >= training.least;
    links.retain(kept);
    if training.discount > 0.0 {
        let less = |p: f32, seen: u32| (p - training.discount / seen as f32).max(0.0);
        for link in &mut links {
            link.forward = less(link.forward, seen[0][link.arabic as usize]);
            link.backward = less(link.backward, seen[1][link.english as usize]);
        }
        links.retain(kept);
    }
    links
}

type Pair<'a> = (&'a [u32], &'a [u32]);

/// One direction: t(target | source) for every pair of words seen together.
///
/// It goes word by word of the source, not pair by pair: what one word needs lies together then, and a round takes one way
/// through memory. Besides the cells there is one number for every target word of the texts, the sum it is shared by.
struct ModelOne<'a> {
    pairs: &'a [Pair<'a>],
    /// Where the target words of each pair begin among those of all pairs.
    offsets: Vec<usize>,
    /// The pairs of each source word, and how often it stands there; those of the empty word come last.
    places: Vec<Vec<(u32, u32)>>,
    target_words: usize,
}

impl<'a> ModelOne<'a> {
    /// `sizes`: how many distinct words the source and the target have.
    fn new(pairs: &'a [Pair<'a>], sizes: [usize; 2]) -> Self {
        let mut places: Vec<Vec<(u32, u32)>> = vec![Vec::new(); sizes[0] + 1];
        let mut offsets = Vec::with_capacity(pairs.len() + 1);
        let mut offset = 0;
        for ((source, target), index) in pairs.iter().zip(0..) {
            offsets.push(offset);
            offset += target.len();
            for &word in source.iter().chain(std::iter::once(&(sizes[0] as u32))) {
                match places[word as usize].last_mut() {
                    Some((pair, count)) if *pair == index => *count += 1,
                    _ => places[word as usize].push((index, 1)),
                }
            }
        }
        offsets.push(offset);
        Self { pairs, offsets, places, target_words: sizes[1] }
    }

    /// The target words that each source word meets, ascending: those of one source word lie together.
    fn cells(&self) -> (Vec<usize>, Vec<u32>) {
        let mut met_by = vec![u32::MAX; self.target_words];
        let (mut starts, mut columns) = (Vec::with_capacity(self.places.len() + 1), Vec::new());
        for (places, source) in self.places.iter().zip(0..) {
            let start = columns.len();
            starts.push(start);
            for &(pair, _) in places {
                for &target in self.pairs[pair as usize].1 {
                    if std::mem::replace(&mut met_by[target as usize], source) != source {
                        columns.push(target);
                    }
                }
            }
            columns[start..].sort_unstable();
        }
        starts.push(columns.len());
        (starts, columns)
    }

    /// Runs the rounds and gives what is left of each cell of two words: source, target, probability.
    fn trained(&self, training: Training, mut give: impl FnMut(u32, u32, f32)) {
        let (starts, columns) = self.cells();
        let mut chances: Vec<f64> = Vec::with_capacity(columns.len());
        let mut row = Row { chance: vec![0.0; self.target_words], expected: vec![0.0; self.target_words] };
        let mut sums = vec![0.0; self.offsets[self.pairs.len()]];
        for (source, ends) in starts.windows(2).enumerate() {
            chances.resize(ends[1], 1.0 / (ends[1] - ends[0]).max(1) as f64);
            row.load(&columns[ends[0]..ends[1]], &chances[ends[0]..ends[1]]);
            self.add_up(source, &row, &mut sums);
        }
        for _ in 0..training.rounds {
            let shares: Vec<f64> = sums.iter().map(|sum| if *sum > 0.0 { 1.0 / sum } else { 0.0 }).collect();
            sums.fill(0.0);
            for (source, ends) in starts.windows(2).enumerate() {
                let (columns, chances) = (&columns[ends[0]..ends[1]], &mut chances[ends[0]..ends[1]]);
                row.load(columns, chances);
                self.expect(source, &shares, &mut row);
                row.maximise(columns, chances, training.prior);
                self.add_up(source, &row, &mut sums);
            }
        }
        for (source, ends) in starts.windows(2).enumerate().take(self.places.len() - 1) {
            for cell in (ends[0]..ends[1]).filter(|&cell| chances[cell] > 1e-4) {
                give(source as u32, columns[cell], chances[cell] as f32);
            }
        }
    }

    /// Adds the chances of one source word to the sums of all target words that it stands beside.
    fn add_up(&self, source: usize, row: &Row, sums: &mut [f64]) {
        for &(pair, count) in &self.places[source] {
            let target = self.pairs[pair as usize].1;
            let sums = &mut sums[self.offsets[pair as usize]..][..target.len()];
            for (sum, &word) in sums.iter_mut().zip(target) {
                *sum += f64::from(count) * row.chance[word as usize];
            }
        }
    }

    /// How often each target word is expected to render one source word, over all texts.
    fn expect(&self, source: usize, shares: &[f64], row: &mut Row) {
        for &(pair, count) in &self.places[source] {
            let target = self.pairs[pair as usize].1;
            let shares = &shares[self.offsets[pair as usize]..][..target.len()];
            for (share, &word) in shares.iter().zip(target) {
                row.expected[word as usize] += f64::from(count) * row.chance[word as usize] * share;
            }
        }
    }
}

/// What is known of one source word, by target word.
struct Row {
    chance: Vec<f64>,
    expected: Vec<f64>,
}

impl Row {
    fn load(&mut self, columns: &[u32], chances: &[f64]) {
        for (&column, chance) in columns.iter().zip(chances) {
            self.chance[column as usize] = *chance;
        }
    }

    /// Turns what was expected into chances, here and in the cells, and forgets it.
    fn maximise(&mut self, columns: &[u32], chances: &mut [f64], prior: f64) {
        let total: f64 = columns.iter().map(|&column| self.expected[column as usize]).sum();
        let floor = exp_digamma(total + prior * columns.len() as f64);
        for (&column, chance) in columns.iter().zip(chances) {
            let expected = std::mem::take(&mut self.expected[column as usize]);
            *chance = if total > 0.0 { exp_digamma(expected + prior) / floor } else { 0.0 };
            self.chance[column as usize] = *chance;
        }
    }
}

/// The exponential of the logarithmic derivative of the gamma function, for x > 0: the recurrence over six steps, its reciprocals
/// taken as one, then the asymptotic series, whose logarithm need not be taken.
fn exp_digamma(x: f64) -> f64 {
    // 1/x + 1/(x+5), 1/(x+1) + 1/(x+4) and 1/(x+2) + 1/(x+3) have the numerator 2x + 5 and these denominators.
    let (a, b, c) = (x * (x + 5.0), x * (x + 5.0) + 4.0, x * (x + 5.0) + 6.0);
    let steps = (2.0 * x + 5.0) * (b * c + a * c + a * b) / (a * b * c);
    let far = x + 6.0;
    let inverse = 1.0 / far;
    let square = inverse * inverse;
    far * (-0.5 * inverse - square * (1.0 / 12.0 - square * (1.0 / 120.0 - square / 252.0)) - steps).exp()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digamma_function_is_that_of_the_tables() {
        // Abramowitz and Stegun, table 6.1: minus Euler's constant at 1, and so on.
        for (x, digamma) in
            [(1.0, -0.577_215_664_9), (1.5, 0.036_489_974_0), (2.0, 0.422_784_335_1), (0.1, -10.423_754_9)]
        {
            assert!((exp_digamma(x).ln() - digamma).abs() < 1e-6, "{x}: {}", exp_digamma(x).ln());
        }
        assert!((exp_digamma(200.0) - 199.5).abs() < 1e-3);
    }
}
