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
    for shape in ONE_SKELETON {
        shapes.push(one_skeleton(shape, size, &mut random));
    }
    shapes
}

/// Up to ten thousand spellings of one skeleton a side, so that each may be near all others.
fn one_skeleton(shape: &OneSkeleton, size: usize, random: &mut Random) -> (&'static str, String, String) {
    let (name, before, arabic, latin) = shape;
    let (mut source, mut target) = (String::new(), String::new());
    let mut word = |before: &str, of: &Letters| {
        let [first, second, third, vowels] = of;
        let letters = [first, vowels, second, vowels, third, vowels];
        format!("{before}{} ", letters.map(|letters| letters[random.below(letters.len())]).concat())
    };
    while source.len() < size || target.len() < size {
        let (arabic, latin) = (word(before.0, arabic), word(before.1, latin));
        if source.len() < size {
            source.push_str(&arabic);
        }
        if target.len() < size {
            target.push_str(&latin);
        }
    }
    (name, source, target)
}

/// Three consonants and what stands between them.
type Letters = [&'static [&'static str]; 4];
/// What it is called, what stands before each name, and the letters of either side.
type OneSkeleton = (&'static str, (&'static str, &'static str), Letters, Letters);

const ARABIC: [&[&str]; 3] = [&["ق", "ك", "ج", "غ", "خ"], &["ت", "ط", "ث"], &["س", "ص", "ز", "ش"]];
const LATIN: [&[&str]; 3] = [&["K", "Q", "G", "Kh", "Gh", "J"], &["t", "th"], &["s", "z", "sh"]];
const ARABIC_VOWELS: &[&str] = &["", "ا", "ي", "و", "اي", "ئ", "ؤ", "أ", "ع"];
const HAMZAS: &[&str] = &["", "ء", "أ", "ؤ", "ئ", "ع", "ءع", "عأ", "ئؤ", "أء"];
const LATIN_VOWELS: &[&str] = &["a", "i", "u", "e", "o", "aa", "ee", "ou", "ai", "ea", "ie", "y", ""];

const ONE_SKELETON: &[OneSkeleton] = &[
    (
        "spellings of one skeleton",
        ("", ""),
        [ARABIC[0], ARABIC[1], ARABIC[2], ARABIC_VOWELS],
        [LATIN[0], LATIN[1], LATIN[2], LATIN_VOWELS],
    ),
    (
        "hamzas and ayns between its consonants",
        ("", ""),
        [ARABIC[0], ARABIC[1], ARABIC[2], HAMZAS],
        [LATIN[0], LATIN[1], LATIN[2], LATIN_VOWELS],
    ),
    // None of these renders another.
    (
        "unlike spellings of it behind one given name",
        ("محمد ", "Mohammed "),
        [&["خ", "غ"], &["ث"], &["ز"], ARABIC_VOWELS],
        [&["J", "Q"], &["t"], &["sh"], LATIN_VOWELS],
    ),
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
