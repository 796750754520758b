//! Consonant skeletons: one small integer for an Arabic word and for a Latin word, mostly equal where one renders the other.
//! A fast sieve for aligning texts. It keeps no vowels, so that it proposes pairs and never decides that a name is the same.

use std::fmt;

use super::letters::{arabic_letters, latin_letters};

/// The classes of consonants. Letters that one rendering or another confuses are one class.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    /// ب پ · b p
    B = 1,
    /// ت ط ث · t th
    T,
    /// د ض ذ · d dh
    D,
    /// س ص ز ظ ش چ ژ · s z sh sch ch zh, c before e, i, y
    S,
    /// ق ك ج غ خ گ · k q c g j kh gh dj
    K,
    /// ح ه · h
    H,
    /// ف ڤ · f ph v
    F,
    R,
    L,
    M,
    N,
}

const LETTERS: &[u8; 12] = b"\0BTDSKHFRLMN";

/// The consonants of one word, by class and in order: at most the first 16.
///
/// The empty skeleton belongs to words of vowels and weak letters alone (أوي, "Io") and says nothing. A skeleton of fewer than
/// three consonants is shared by many words.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Skeleton(u64);

impl Skeleton {
    /// How many consonants it holds, 0 to 16.
    #[must_use]
    pub const fn len(self) -> usize {
        16 - (self.0.leading_zeros() / 4) as usize
    }

    /// Whether it holds no consonant.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether both are equal, or one is the other without one consonant.
    #[must_use]
    pub const fn is_near(self, other: Self) -> bool {
        let (long, short) = if self.0 > other.0 { (self, other) } else { (other, self) };
        if long.0 == short.0 {
            return true;
        }
        if long.len() != short.len() + 1 {
            return false;
        }
        long.without((long.0 ^ short.0).trailing_zeros() / 4).0 == short.0
    }

    /// Every skeleton that is this one without one consonant: the keys under which an index finds near ones.
    pub fn deletions(self) -> impl Iterator<Item = Self> {
        (0..16).take(self.len()).map(move |place| self.without(place))
    }

    const fn without(self, place: u32) -> Self {
        let below = (1_u64 << (4 * place)) - 1;
        Self(self.0 & below | (self.0 >> 4) & !below)
    }

    fn push(&mut self, class: Class) {
        let length = self.len();
        if length < 16 {
            self.0 |= (class as u64) << (4 * length);
        }
    }
}

impl fmt::Display for Skeleton {
    /// One capital letter for each consonant: `KDF` for القذافي without its article.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest = self.0;
        while rest > 0 {
            write!(f, "{}", char::from(LETTERS[(rest & 15) as usize % LETTERS.len()]))?;
            rest >>= 4;
        }
        Ok(())
    }
}

impl fmt::Debug for Skeleton {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Skeleton({self})")
    }
}

/// The skeletons of the readings of one Arabic word, different from each other, the whole word first: at most 8.
#[derive(Clone, Copy, Debug, Default)]
pub struct Skeletons {
    readings: [Skeleton; 8],
    length: usize,
}

impl Skeletons {
    /// The skeletons as a slice.
    #[must_use]
    pub fn as_slice(&self) -> &[Skeleton] {
        &self.readings[..self.length]
    }

    /// Whether a Latin word's skeleton is that of one of the readings, or near one (see [`Skeleton::is_near`]).
    #[must_use]
    pub fn is_near(&self, latin: Skeleton) -> bool {
        self.as_slice().iter().any(|reading| reading.is_near(latin))
    }

    fn insert(&mut self, skeleton: Skeleton) {
        if !self.as_slice().contains(&skeleton) && self.length < self.readings.len() {
            self.readings[self.length] = skeleton;
            self.length += 1;
        }
    }
}

impl<'a> IntoIterator for &'a Skeletons {
    type Item = Skeleton;
    type IntoIter = std::iter::Copied<std::slice::Iter<'a, Skeleton>>;

    fn into_iter(self) -> Self::IntoIter {
        self.as_slice().iter().copied()
    }
}

/// How the letters ذ, ض and ظ are read, which are rendered d and dh by some, z by others.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Interdentals {
    /// ذ ض as d, ظ as z: what most renderings do.
    Usual,
    /// All three the other way.
    Other,
}

/// The skeletons of one Arabic word: whole, without the proclitics و ف ب ك ل and without the article; and, where ذ, ض or ظ
/// stands in it, each also with these read the other way.
///
/// Marks do not count. A reading keeps at least two letters. Weak letters (ا و ي ء ع, final ة ه ح) have no place in it.
/// Text that holds no Arabic consonant gives the empty set.
#[must_use]
pub fn skeletons_of_arabic(word: &str) -> Skeletons {
    let mut letters = ['\0'; 40];
    let mut length = 0;
    for (place, letter) in letters.iter_mut().zip(arabic_letters(word)) {
        *place = letter;
        length += 1;
    }
    let word = &letters[..length];
    let mut skeletons = Skeletons::default();
    for interdentals in [Interdentals::Usual, Interdentals::Other] {
        for start in reading_starts(word).into_iter().flatten() {
            let skeleton = arabic_skeleton(&word[start..], interdentals);
            if !skeleton.is_empty() {
                skeletons.insert(skeleton);
            }
        }
    }
    skeletons
}

/// Where the word may begin once proclitics and article are taken off: at most four places, 0 the first.
fn reading_starts(word: &[char]) -> [Option<usize>; 4] {
    let mut starts = [Some(0), None, None, None];
    let mut at = 0;
    if matches!(word, ['و' | 'ف', ..]) {
        at += 1;
        starts[1] = Some(at);
    }
    if matches!(word[at..], ['ب' | 'ك' | 'ل', ..]) {
        at += 1;
        starts[2] = Some(at);
    }
    starts[3] = match word[at..] {
        ['ا', 'ل', ..] => Some(at + 2),
        // After ل the article loses its alef: للقاهرة.
        ['ل', ..] if at > 0 && word[at - 1] == 'ل' => Some(at + 1),
        _ => None,
    };
    starts.map(|start| start.filter(|&start| start == 0 || start + 2 <= word.len()))
}

fn arabic_skeleton(word: &[char], interdentals: Interdentals) -> Skeleton {
    let mut skeleton = Skeleton::default();
    for (index, &letter) in word.iter().enumerate() {
        let is_last = index + 1 == word.len();
        if let Some(class) = arabic_class(letter, interdentals)
            && !(is_last && class == Class::H)
        {
            skeleton.push(class);
        }
    }
    skeleton
}

fn arabic_class(letter: char, interdentals: Interdentals) -> Option<Class> {
    let usual = interdentals == Interdentals::Usual;
    Some(match letter {
        'ب' | 'پ' => Class::B,
        'ت' | 'ط' | 'ث' => Class::T,
        'د' => Class::D,
        'ذ' | 'ض' => {
            if usual {
                Class::D
            } else {
                Class::S
            }
        }
        'ظ' => {
            if usual {
                Class::S
            } else {
                Class::D
            }
        }
        'س' | 'ص' | 'ز' | 'ش' | 'چ' | 'ژ' => Class::S,
        'ق' | 'ك' | 'ج' | 'غ' | 'خ' | 'ڭ' => Class::K,
        'ح' | 'ه' => Class::H,
        'ف' | 'ڤ' => Class::F,
        'ر' => Class::R,
        'ل' => Class::L,
        'م' => Class::M,
        'ن' => Class::N,
        _ => return None,
    })
}

/// The skeleton of one Latin word.
///
/// Vowels, w, y and a final h have no place in it; doubled consonants count once (`dhdh` too). An article before a hyphen or
/// space (`al-`, `el-`, `ash-`) is left out; one that is written together (`ElBaradei`) stays, and the Arabic word has a reading
/// with it. Text that holds no Latin consonant gives the empty skeleton.
#[must_use]
pub fn skeleton_of_latin(word: &str) -> Skeleton {
    let mut letters = [b' '; 80];
    let mut length = 0;
    for (place, letter) in letters.iter_mut().zip(latin_letters(word)) {
        *place = u8::try_from(letter).unwrap_or(b' ');
        length += 1;
    }
    let mut skeleton = Skeleton::default();
    let mut rest = after_article(&letters[..length]);
    let mut before = None;
    while !rest.is_empty() {
        let (class, taken) = latin_class(rest);
        if let Some(class) = class
            && before != Some(class)
        {
            skeleton.push(class);
        }
        // An x is two consonants, of which the first has been taken.
        if rest[0] == b'x' {
            skeleton.push(Class::S);
        }
        before = if rest[0] == b'x' { Some(Class::S) } else { class };
        rest = &rest[taken..];
    }
    skeleton
}

/// The word behind an article that stands apart from it.
fn after_article(word: &[u8]) -> &[u8] {
    let word = word.trim_ascii();
    let Some(gap) = word.iter().position(|&c| c == b' ') else { return word };
    let (article, rest) = (&word[..gap], word[gap..].trim_ascii_start());
    let is_article = match article {
        b"l" => true,
        [b'a' | b'e' | b'i' | b'o' | b'u', b'l'] => true,
        [b'a' | b'e' | b'u', sun @ ..] => !sun.is_empty() && rest.starts_with(sun),
        _ => false,
    };
    if is_article { rest } else { word }
}

/// The class with which a word begins, and how many letters render it.
fn latin_class(rest: &[u8]) -> (Option<Class>, usize) {
    let (class, taken) = match rest {
        [b's', b'c', b'h', ..] => (Class::S, 3),
        [b's' | b'c' | b'z', b'h', ..] => (Class::S, 2),
        [b't', b'h', ..] => (Class::T, 2),
        [b'd', b'h', ..] => (Class::D, 2),
        [b'k' | b'g', b'h', ..] | [b'd', b'j', ..] | [b'c', b'k' | b'q', ..] => (Class::K, 2),
        [b'd', b'g', b'e' | b'i', ..] => (Class::K, 2),
        [b'p', b'h', ..] => (Class::F, 2),
        [b'c', b'e' | b'i' | b'y', ..] => (Class::S, 1),
        [b'h'] | [b'h', b' ', ..] => return (None, 1),
        [b'h', ..] => (Class::H, 1),
        [b'b' | b'p', ..] => (Class::B, 1),
        [b't', ..] => (Class::T, 1),
        [b'd', ..] => (Class::D, 1),
        [b's' | b'z', ..] => (Class::S, 1),
        [b'k' | b'q' | b'c' | b'g' | b'j' | b'x', ..] => (Class::K, 1),
        [b'f' | b'v', ..] => (Class::F, 1),
        [b'r', ..] => (Class::R, 1),
        [b'l', ..] => (Class::L, 1),
        [b'm', ..] => (Class::M, 1),
        [b'n', ..] => (Class::N, 1),
        _ => return (None, 1),
    };
    (Some(class), taken)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::path::PathBuf;

    fn readings(word: &str) -> Vec<String> {
        skeletons_of_arabic(word).into_iter().map(|s| s.to_string()).collect()
    }

    #[test]
    fn confused_letters_are_one_class() {
        let cases = [
            ("محمد", "Muhammad"),
            ("مُحَمَّد", "Mohamed"),
            ("جمال", "Gamal"),
            ("جمال", "Djamal"),
            ("قاسم", "Kacem"),
            ("غوتيريش", "Guterres"),
            ("ترامب", "Trump"),
            ("فيكتور", "Victor"),
            ("خالد", "Khaled"),
            ("الأزهر", "Al-Azhar"),
            ("إسحاق", "Ishaq"),
            ("رشيد", "Rachid"),
            ("ظافر", "Dhafer"),
            ("ظافر", "Zafer"),
            ("رمضان", "Ramazan"),
            ("القذافي", "al-Qadhdhāfī"),
            ("القذافي", "Kadhafi"),
            ("الشرقاوي", "ash-Sharqawi"),
            ("البرادعي", "ElBaradei"),
            ("خديجة", "Khadijah"),
            ("صالح", "Saleh"),
            ("ألكسندر", "Alexander"),
            ("ممدوح", "Mamdouh"),
            ("ﷲ", "Allah"),
        ];
        for (arabic, latin) in cases {
            let latin = skeleton_of_latin(latin);
            assert!(skeletons_of_arabic(arabic).is_near(latin), "{arabic} {:?} {latin}", readings(arabic));
        }
    }

    #[test]
    fn proclitics_and_article_give_further_readings() {
        assert_eq!(readings("وللقاهرة"), ["LLKHR", "LKHR", "KHR"]);
        assert_eq!(readings("فبالإصلاح"), ["FBLSL", "BLSL", "LSL", "SL"]);
        assert_eq!(readings("للبنان"), ["LLBNN", "LBNN", "BNN"]);
        assert_eq!(readings("القذافي"), ["LKDF", "KDF", "LKSF", "KSF"]);
        assert_eq!(readings("بيروت"), ["BRT", "RT"]);
        assert_eq!(readings("كم"), ["KM"]);
    }

    #[test]
    fn different_names_stay_apart() {
        for (arabic, latin) in [("محمود", "Abbas"), ("بيروت", "Damascus"), ("ياسر", "Yitzhak"), ("خليل", "Hassan")]
        {
            assert!(!skeletons_of_arabic(arabic).is_near(skeleton_of_latin(latin)), "{arabic} {latin}");
        }
    }

    #[test]
    fn near_is_one_consonant_more_or_less() {
        let skeleton = skeleton_of_latin;
        assert!(skeleton("Fathi").is_near(skeletons_of_arabic("فتحي").as_slice()[0]));
        assert!(skeleton("Karim").is_near(skeleton("Karm")));
        assert!(skeleton("Bkrm").is_near(skeleton("Krm")) && skeleton("Krm").is_near(skeleton("Krmb")));
        assert!(!skeleton("Krm").is_near(skeleton("Krn")) && !skeleton("Krm").is_near(skeleton("Krmbt")));
        assert!(skeleton("K").is_near(skeleton("")));
    }

    #[test]
    fn text_of_another_script_has_no_skeleton() {
        assert!(skeleton_of_latin("محمد").is_empty() && skeleton_of_latin(" -7 ").is_empty());
        assert!(skeletons_of_arabic("Muhammad").as_slice().is_empty());
    }

    #[test]
    fn one_word_names_of_the_vectors_are_near() {
        let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/domain/names_positive.tsv");
        let Ok(vectors) = std::fs::read_to_string(file) else { return };
        let rows = vectors.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
            let mut cells = line.split('\t');
            let (arabic, latin) = (cells.next()?, cells.next()?);
            (!arabic.contains(' ')).then_some((arabic, latin))
        });
        for (arabic, latin) in rows {
            let key = skeleton_of_latin(latin);
            assert!(skeletons_of_arabic(arabic).is_near(key), "{arabic} {:?} {latin} {key}", readings(arabic));
        }
    }

    proptest! {
        #[test]
        fn any_text_has_its_skeletons(text in "\\PC{0,60}|[\u{0600}-\u{06ff}\u{fb50}-\u{feff}]{0,60}|[a-zA-Zāʿḥ' -]{0,90}") {
            let key = skeleton_of_latin(&text);
            prop_assert_eq!(key.to_string().len(), key.len());
            prop_assert!(key.deletions().all(|shorter| shorter.is_near(key) && shorter.len() + 1 == key.len()));
            prop_assert!(skeletons_of_arabic(&text).into_iter().all(|reading| !reading.is_empty()));
        }
    }
}
