//! Texts of nothing but names, hardly two of them the same, in the shapes that cost most. Knows nothing of checks.

/// Consonants and vowels, and how they are rendered.
const CONSONANTS: &[(&str, &str)] = &[
    ("ب", "b"),
    ("ت", "t"),
    ("ث", "th"),
    ("ج", "j"),
    ("ح", "h"),
    ("خ", "kh"),
    ("د", "d"),
    ("ر", "r"),
    ("ز", "z"),
    ("س", "s"),
    ("ش", "sh"),
    ("ص", "s"),
    ("ط", "t"),
    ("غ", "gh"),
    ("ف", "f"),
    ("ق", "q"),
    ("ك", "k"),
    ("ل", "l"),
    ("م", "m"),
    ("ن", "n"),
];
const VOWELS: &[(&str, &str)] = &[("", "a"), ("", "i"), ("ا", "a"), ("ي", "i"), ("و", "u")];

/// What stands before each name.
const BEFORE: &[(&str, &str, &str)] = &[
    ("names", "", ""),
    ("names with particles", "عبد ال", "Abd al-"),
    ("kunyas", "أبو ", "Abu "),
    ("one given name", "محمد ", "Mohammed "),
];

/// The texts of each shape, so many bytes a side.
pub(crate) fn shapes(size: usize) -> Vec<(&'static str, String, String)> {
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let mut shapes = Vec::new();
    for (shape, arabic, latin) in BEFORE {
        let (mut source, mut target) = (String::new(), String::new());
        while source.len() < size || target.len() < size {
            let (arabic_name, latin_name) = name(&mut random);
            if source.len() < size {
                source.push_str(&format!("{arabic}{arabic_name} "));
            }
            if target.len() < size {
                target.push_str(&format!("{latin}{latin_name} "));
            }
        }
        shapes.push((*shape, source, target));
    }
    let (_, source, target) = shapes[0].clone();
    shapes.push(("names in capitals", source.clone(), target.to_uppercase()));
    shapes.push(("one endless name", source.replace(' ', ""), target.replace(' ', "")));
    shapes.push(one_skeleton(size, &mut random));
    shapes
}

/// Ten thousand spellings of one skeleton a side, so that each may be near all others.
fn one_skeleton(size: usize, random: &mut Random) -> (&'static str, String, String) {
    let (mut source, mut target) = (String::new(), String::new());
    let mut word = |of: [&[&str]; 4]| {
        let [first, second, third, vowels] = of;
        let letters = [first, vowels, second, vowels, third, vowels];
        letters.map(|letters| letters[random.below(letters.len())]).concat() + " "
    };
    while source.len() < size || target.len() < size {
        let (arabic, latin) = (word(ONE_ARABIC), word(ONE_LATIN));
        if source.len() < size {
            source.push_str(&arabic);
        }
        if target.len() < size {
            target.push_str(&latin);
        }
    }
    ("spellings of one skeleton", source, target)
}

const ONE_ARABIC: [&[&str]; 4] = [
    &["ق", "ك", "ج", "غ", "خ"],
    &["ت", "ط", "ث"],
    &["س", "ص", "ز", "ش"],
    &["", "ا", "ي", "و", "اي", "ئ", "ؤ", "أ", "ع"],
];
const ONE_LATIN: [&[&str]; 4] = [
    &["K", "Q", "G", "Kh", "Gh", "J"],
    &["t", "th"],
    &["s", "z", "sh"],
    &["a", "i", "u", "e", "o", "aa", "ee", "ou", "ai", "ea", "ie", "y", ""],
];

fn name(random: &mut Random) -> (String, String) {
    let (mut arabic, mut latin) = (String::new(), String::new());
    for _ in 0..3 + random.below(3) {
        for (letter, rendering) in [CONSONANTS[random.below(CONSONANTS.len())], VOWELS[random.below(VOWELS.len())]] {
            arabic.push_str(letter);
            latin.push_str(rendering);
        }
    }
    (arabic, format!("{}{}", latin[..1].to_uppercase(), &latin[1..]))
}

/// xorshift64.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    pub(crate) fn below(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % below as u64).unwrap_or(0)
    }
}
