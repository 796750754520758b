//! The table of sounds: how each Arabic letter is rendered in Latin letters, and at what cost. After Freeman, Condon and
//! Ackerman, "Cross Linguistic Name Matching in English and Arabic" (NAACL 2006): classes of equivalent characters within an
//! edit distance. It weighs single letters; what stands around them is weighed in `spelling`.

/// A rendering in Latin letters and its cost: 0 is usual, 1 as dear as an unrelated letter.
pub(super) type Rendering = (&'static str, f32);

/// The letters that assimilate the l of the article.
pub(super) const fn is_sun_letter(letter: char) -> bool {
    matches!(letter, 'ت' | 'ث' | 'د' | 'ذ' | 'ر' | 'ز' | 'س' | 'ش' | 'ص' | 'ض' | 'ط' | 'ظ' | 'ل' | 'ن')
}

/// Whether a letter may be read as a vowel, or not at all.
pub(super) const fn is_weak(letter: char) -> bool {
    matches!(letter, 'ا' | 'آ' | 'أ' | 'إ' | 'ء' | 'ؤ' | 'ئ' | 'ى' | 'ة' | 'و' | 'ي' | 'ع')
}

/// What it costs to leave a letter unrendered where no rendering says otherwise, and its part in the length of a name.
pub(super) const fn weight(letter: char) -> f32 {
    match letter {
        'ة' => 0.2,
        'ء' | 'أ' | 'إ' | 'آ' | 'ؤ' | 'ئ' => 0.3,
        'ع' | 'ى' => 0.4,
        'ا' => 0.5,
        'و' | 'ي' => 0.9,
        _ => 1.0,
    }
}

/// The article. Its vowel alone stands before a doubled sun letter: `spelling` sees to that.
pub(super) const ARTICLE: &[Rendering] =
    &[("", 0.02), ("al", 0.0), ("el", 0.0), ("ul", 0.0), ("il", 0.05), ("ol", 0.05), ("oul", 0.05), ("l", 0.05)];

/// The article before a sun letter.
pub(super) const SUN_ARTICLE: &[Rendering] = &[
    ("", 0.02),
    ("al", 0.0),
    ("el", 0.0),
    ("ul", 0.0),
    ("il", 0.05),
    ("ol", 0.05),
    ("oul", 0.05),
    ("l", 0.05),
    ("a", 0.02),
    ("e", 0.02),
    ("u", 0.02),
    ("i", 0.05),
    ("ou", 0.05),
];

/// A word that only ever stands before another in a name, with its renderings and what it costs to leave it out.
pub(super) fn particle(word: &str) -> Option<&'static [Rendering]> {
    Some(match word {
        "عبد" => &[
            ("abd", 0.0),
            ("abed", 0.0),
            ("abid", 0.05),
            ("abdu", 0.0),
            ("abde", 0.0),
            ("abdo", 0.02),
            ("abdou", 0.02),
            ("ebu", 0.5),
            ("", 1.0),
        ],
        "أبو" | "ابو" | "أبي" | "ابي" | "أبا" | "ابا" => &[
            ("abu", 0.0),
            ("abou", 0.0),
            ("aboo", 0.0),
            ("abo", 0.02),
            ("abi", 0.0),
            ("abee", 0.02),
            ("aba", 0.0),
            ("ebu", 0.05),
            ("bou", 0.05),
            ("bu", 0.05),
            ("ab", 0.1),
            ("", 1.0),
        ],
        "ابن" | "إبن" | "بن" => &[
            ("ibn", 0.0),
            ("bin", 0.0),
            ("ben", 0.0),
            ("ibnu", 0.0),
            ("ebn", 0.02),
            ("bn", 0.02),
            ("b", 0.02),
            ("aben", 0.05),
            ("", 0.25),
        ],
        "بنت" => &[("bint", 0.0), ("bent", 0.02), ("", 0.25)],
        "أم" | "ام" => {
            &[("umm", 0.0), ("um", 0.0), ("oum", 0.0), ("omm", 0.0), ("om", 0.0), ("oumm", 0.0), ("em", 0.1), ("", 1.0)]
        }
        "ذو" | "ذي" => &[
            ("dhu", 0.0),
            ("dhou", 0.0),
            ("dhi", 0.0),
            ("thu", 0.05),
            ("zu", 0.02),
            ("zou", 0.02),
            ("zi", 0.05),
            ("", 1.0),
        ],
        "آل" => &[("al", 0.0), ("aal", 0.0), ("el", 0.05), ("", 0.1)],
        _ => return None,
    })
}

/// The renderings of a letter at the beginning of a word, where they differ from those elsewhere.
pub(super) const fn at_the_beginning(letter: char, is_before_glide: bool) -> Option<&'static [Rendering]> {
    Some(match letter {
        'و' => &[("w", 0.0), ("ou", 0.0), ("v", 0.1), ("u", 0.02), ("o", 0.02), ("oo", 0.02), ("hu", 0.3)],
        'ي' => &[("y", 0.0), ("i", 0.02), ("j", 0.15), ("ie", 0.05), ("ye", 0.0), ("g", 0.6)],
        'ا' | 'أ' if is_before_glide => &[("", 0.0), ("a", 0.0), ("e", 0.0), ("i", 0.05), ("o", 0.0), ("u", 0.0)],
        'إ' if is_before_glide => &[("", 0.0), ("i", 0.0), ("e", 0.0), ("a", 0.15)],
        'ا' => &[("a", 0.0), ("e", 0.0), ("i", 0.0), ("o", 0.0), ("u", 0.0), ("ou", 0.02), ("", 0.5)],
        'أ' => &[("a", 0.0), ("e", 0.0), ("o", 0.0), ("u", 0.0), ("ou", 0.0), ("i", 0.15), ("ha", 0.3), ("", 0.8)],
        'إ' => &[("i", 0.0), ("e", 0.0), ("a", 0.6), ("", 0.8)],
        'آ' => &[("a", 0.0), ("aa", 0.0), ("e", 0.3), ("o", 0.4), ("", 0.8)],
        'ع' => &[("", 0.0), ("a", 0.0), ("aa", 0.0), ("e", 0.03), ("i", 0.03), ("o", 0.03), ("u", 0.03), ("ou", 0.03)],
        _ => return None,
    })
}

/// The renderings of a letter at the end of a word, where they differ from those elsewhere.
pub(super) const fn at_the_end(letter: char) -> Option<&'static [Rendering]> {
    Some(match letter {
        'ة' => &[
            ("a", 0.0),
            ("ah", 0.0),
            ("at", 0.02),
            ("eh", 0.02),
            ("e", 0.02),
            ("et", 0.03),
            ("t", 0.05),
            ("ih", 0.1),
            ("h", 0.1),
            ("ate", 0.05),
            ("ie", 0.1),
            ("y", 0.3),
            ("", 1.0),
        ],
        'ه' => &[
            ("h", 0.0),
            ("", 0.05),
            ("o", 0.05),
            ("u", 0.1),
            ("oh", 0.05),
            ("a", 0.05),
            ("ah", 0.0),
            ("eh", 0.0),
            ("e", 0.1),
            ("he", 0.1),
            // طه.
            ("ha", 0.0),
        ],
        'ي' => &[
            ("i", 0.0),
            ("y", 0.0),
            ("iy", 0.0),
            ("iyy", 0.0),
            ("ee", 0.0),
            ("ie", 0.0),
            ("ii", 0.0),
            ("ei", 0.0),
            ("ai", 0.0),
            ("ay", 0.0),
            ("ey", 0.0),
            ("e", 0.05),
            ("eh", 0.2),
            ("", 0.9),
        ],
        'ا' => &[("a", 0.0), ("ah", 0.0), ("aa", 0.0), ("e", 0.15), ("o", 0.3), ("u", 0.6), ("", 0.8)],
        'ء' => &[("", 0.0), ("a", 0.0), ("e", 0.1), ("h", 0.1), ("i", 0.5), ("o", 0.5), ("u", 0.5)],
        // The mute ends of Barthes, Roberts.
        'ت' => &[("t", 0.0), ("d", 0.7), ("th", 0.15), ("tt", 0.0), ("te", 0.0), ("thes", 0.1), ("ths", 0.2)],
        'د' => &[("dh", 0.15), ("d", 0.0), ("t", 0.2), ("de", 0.0)],
        'خ' => &[("kh", 0.0), ("k", 0.15), ("ch", 0.1), ("gh", 0.2), ("h", 0.25), ("x", 0.2)],
        'ب' => &[("b", 0.0), ("p", 0.1), ("v", 0.3)],
        'ز' => &[("z", 0.0), ("s", 0.25), ("tz", 0.3)],
        _ => return None,
    })
}

/// The renderings of a letter.
pub(super) const fn anywhere(letter: char) -> &'static [Rendering] {
    match letter {
        'ب' => &[("b", 0.0), ("p", 0.1), ("v", 0.25)],
        'پ' => &[("p", 0.0), ("b", 0.1)],
        'ت' => &[("t", 0.0), ("d", 0.7), ("th", 0.2)],
        'ث' => &[("th", 0.0), ("t", 0.1), ("s", 0.15), ("z", 0.2), ("c", 0.15)],
        'ج' => &[
            ("j", 0.0),
            ("g", 0.0),
            ("dj", 0.0),
            ("gu", 0.0),
            ("dg", 0.05),
            ("c", 0.15),
            ("zh", 0.1),
            ("dzh", 0.0),
            ("y", 0.25),
            ("ch", 0.35),
            ("gh", 0.2),
        ],
        'ح' => &[("h", 0.0), ("ch", 0.3), ("kh", 0.45), ("", 0.6)],
        'خ' => &[("kh", 0.0), ("k", 0.15), ("ch", 0.15), ("h", 0.25), ("x", 0.2)],
        'د' => &[("dh", 0.15), ("d", 0.0), ("t", 0.4)],
        'ذ' => &[("dh", 0.0), ("d", 0.05), ("z", 0.1), ("th", 0.05)],
        'ر' => &[("r", 0.0), ("rh", 0.1)],
        'ز' => &[("z", 0.0), ("s", 0.5), ("tz", 0.1)],
        'س' => &[("s", 0.0), ("c", 0.05), ("z", 0.7), ("sc", 0.1)],
        'ص' => &[("s", 0.0), ("c", 0.1), ("z", 0.7)],
        'ش' => &[("sh", 0.0), ("ch", 0.0), ("sch", 0.1), ("s", 0.6), ("sc", 0.2), ("x", 0.1), ("c", 0.15)],
        'چ' => &[("ch", 0.0), ("tch", 0.0), ("j", 0.1), ("g", 0.1)],
        'ض' => &[("d", 0.0), ("dh", 0.0), ("z", 0.15), ("th", 0.3)],
        'ط' => &[("t", 0.0), ("th", 0.25), ("d", 0.7)],
        'ظ' => &[("z", 0.0), ("dh", 0.0), ("d", 0.15), ("th", 0.1)],
        'ع' => &[
            ("", 0.0),
            ("a", 0.0),
            ("aa", 0.0),
            // The vowel of سعد is a: with i or u it is another name (سائد, سعود).
            ("e", 0.1),
            ("i", 0.3),
            ("o", 0.3),
            ("u", 0.3),
        ],
        'غ' => &[("gh", 0.0), ("g", 0.02), ("gu", 0.02), ("r", 0.3), ("rh", 0.1), ("k", 0.5)],
        'ف' => &[("pf", 0.1), ("f", 0.0), ("ph", 0.02), ("v", 0.05), ("w", 0.3)],
        'ڤ' => &[("v", 0.0), ("f", 0.1), ("w", 0.2)],
        'ق' => &[
            ("q", 0.0),
            ("k", 0.0),
            ("g", 0.02),
            ("gu", 0.02),
            ("qu", 0.0),
            ("c", 0.05),
            ("ck", 0.1),
            ("gh", 0.35),
            ("j", 0.5),
            ("kh", 0.3),
            ("", 0.9),
        ],
        'ك' => &[
            ("que", 0.05),
            ("cq", 0.05),
            ("cqu", 0.05),
            ("k", 0.0),
            ("c", 0.03),
            ("ck", 0.05),
            ("q", 0.2),
            ("qu", 0.1),
            ("ch", 0.2),
            ("g", 0.35),
            ("gu", 0.25),
        ],
        'ڭ' => &[("g", 0.0), ("gu", 0.0), ("k", 0.2)],
        'ل' => &[("l", 0.0)],
        'م' => &[("m", 0.0)],
        'ن' => &[("n", 0.0), ("m", 0.45)],
        'ه' => &[("h", 0.0), ("", 0.45)],
        'ژ' => &[("zh", 0.0), ("j", 0.05), ("g", 0.1), ("z", 0.2)],
        'و' => &[
            ("eau", 0.05),
            ("eaux", 0.05),
            ("ault", 0.1),
            ("aux", 0.1),
            ("aut", 0.15),
            ("aud", 0.1),
            ("oa", 0.05),
            ("owe", 0.1),
            ("w", 0.0),
            ("u", 0.0),
            ("o", 0.0),
            ("oo", 0.0),
            ("ou", 0.0),
            ("ow", 0.0),
            ("au", 0.0),
            ("aw", 0.0),
            ("uw", 0.05),
            ("uww", 0.05),
            ("ouw", 0.05),
            ("eu", 0.1),
            ("oe", 0.1),
            ("v", 0.1),
            ("", 0.9),
        ],
        'ي' => &[
            ("y", 0.0),
            ("i", 0.0),
            ("ee", 0.0),
            ("ie", 0.0),
            ("ei", 0.0),
            ("ai", 0.0),
            ("ay", 0.0),
            ("ey", 0.0),
            ("ii", 0.0),
            ("iy", 0.0),
            ("iyy", 0.0),
            ("yi", 0.0),
            ("e", 0.05),
            ("ea", 0.1),
            ("j", 0.3),
            // Vargas Llosa.
            ("ll", 0.35),
            ("", 0.9),
        ],
        'ا' => &[
            ("a", 0.0),
            ("aa", 0.0),
            ("ae", 0.0),
            ("ea", 0.1),
            ("e", 0.1),
            ("", 0.6),
            ("o", 0.25),
            ("u", 0.35),
            ("i", 0.45),
        ],
        'آ' => &[("a", 0.0), ("aa", 0.0), ("e", 0.3)],
        'ى' => &[("a", 0.0), ("ah", 0.0), ("aa", 0.0), ("i", 0.05), ("e", 0.1), ("y", 0.1), ("", 0.3)],
        'ة' => &[("a", 0.0), ("ah", 0.0), ("at", 0.02), ("", 0.3)],
        'ئ' => &[("", 0.0), ("a", 0.0), ("e", 0.0), ("i", 0.0), ("y", 0.05), ("o", 0.3), ("u", 0.3)],
        // مأمون is not Maimoun.
        'أ' => &[("", 0.0), ("a", 0.0), ("aa", 0.0), ("e", 0.05), ("o", 0.2), ("u", 0.3), ("i", 0.5)],
        'إ' | 'ء' | 'ؤ' => &[
            ("", 0.0),
            ("a", 0.0),
            ("e", 0.0),
            ("i", 0.0),
            ("o", 0.0),
            ("u", 0.0),
            ("ou", 0.02),
            ("y", 0.1),
            ("w", 0.15),
        ],
        _ => &[],
    }
}

/// The renderings of the alef of the pattern CaCCāC (بسام, نصار): with e or i it is another name (باسم, ناصر).
pub(super) const LONG_A: &[Rendering] =
    &[("a", 0.0), ("aa", 0.0), ("e", 0.55), ("i", 0.8), ("o", 0.4), ("u", 0.6), ("", 0.6)];

/// The renderings of the alef of the pattern CāCiC (صابر, عامر).
pub(super) const FIRST_A: &[Rendering] =
    &[("a", 0.0), ("aa", 0.0), ("e", 0.15), ("i", 0.8), ("o", 0.6), ("u", 0.5), ("", 0.7)];

/// The renderings of the ي of the pattern CaCīC (غنيم, نصير): with e alone it is another name (غانم, ناصر).
pub(super) const LONG_I: &[Rendering] = &[
    ("i", 0.0),
    ("ee", 0.0),
    ("ie", 0.0),
    ("y", 0.0),
    ("ei", 0.0),
    ("ai", 0.0),
    ("ay", 0.0),
    ("ey", 0.0),
    ("ii", 0.0),
    ("ea", 0.1),
    ("e", 0.75),
    ("", 0.9),
];

/// The renderings of the و of the pattern CaCūC (سرور, صبور): with w before a vowel it is another name (Sarwar).
pub(super) const LONG_U: &[Rendering] = &[
    ("u", 0.0),
    ("ou", 0.0),
    ("oo", 0.0),
    ("o", 0.0),
    ("uo", 0.05),
    ("ow", 0.0),
    ("au", 0.05),
    ("aw", 0.05),
    ("eu", 0.1),
    ("oe", 0.1),
    ("eau", 0.05),
    ("oa", 0.1),
    ("v", 0.3),
    ("w", 0.7),
    ("", 0.9),
];

/// The renderings of the alef before a hamza at the end (زهراء, حسناء): without it it is another name (Zahir, Hassan).
pub(super) const BEFORE_LAST_HAMZA: &[Rendering] = &[("a", 0.0), ("aa", 0.0), ("ah", 0.0), ("e", 0.15), ("", 0.9)];

/// The articles of French, which Arabic writes on to the name: لوبان, دوفيلبان.
pub(super) const fn french_article(first: char, second: char) -> &'static [Rendering] {
    match (first, second) {
        ('ل', 'و') => &[("le", 0.05)],
        ('د', 'و') => &[("de", 0.05)],
        _ => &[],
    }
}

/// The renderings of خ before a vowel that is written: with the j of Juan, Jorge.
pub(super) const BEFORE_VOWEL: &[Rendering] =
    &[("kh", 0.0), ("k", 0.15), ("ch", 0.15), ("h", 0.25), ("x", 0.2), ("j", 0.2), ("g", 0.25)];

/// The renderings of two letters as one sound.
pub(super) const fn together(first: char, second: char) -> &'static [Rendering] {
    match (first, second) {
        ('ت', 'ش') => &[
            ("s", 0.15),
            ("tzsch", 0.0),
            ("ch", 0.0),
            ("tch", 0.0),
            ("tsch", 0.0),
            ("cz", 0.1),
            ("c", 0.15),
            ("shch", 0.05),
            ("q", 0.1),
            ("zh", 0.15),
        ],
        // Stein, Spitz.
        ('ش', 'ت') => &[("st", 0.05)],
        ('ش', 'ب') => &[("sp", 0.05)],
        ('ك' | 'ق', 'س') => &[("x", 0.0)],
        ('غ' | 'ج', 'ز') => &[("x", 0.05)],
        ('د', 'ج') => &[("j", 0.0), ("dj", 0.0), ("g", 0.05)],
        ('ت', 'ز') => &[("z", 0.45), ("tz", 0.0), ("ts", 0.0), ("zz", 0.05)],
        // Olivier, Juppé, Bizet.
        ('ي', 'ه') => {
            &[("e", 0.0), ("ee", 0.0), ("ier", 0.05), ("er", 0.1), ("et", 0.05), ("ey", 0.05), ("ay", 0.05)]
        }
        // Massignon, Bologna.
        ('ن', 'ي') => &[("gn", 0.05)],
        ('ت', 'س') => &[("c", 0.1), ("z", 0.05), ("tz", 0.0), ("zz", 0.05)],
        ('ن', 'غ' | 'ج' | 'ك') => &[("ng", 0.0), ("n", 0.3)],
        ('ا' | 'أ' | 'آ', 'ي') => {
            &[("ai", 0.0), ("ei", 0.0), ("y", 0.05), ("i", 0.05), ("igh", 0.05), ("a", 0.6), ("ie", 0.1)]
        }
        // François, Benoît.
        ('و', 'ا') => &[("oi", 0.05), ("ois", 0.1), ("oit", 0.1), ("oix", 0.1), ("oy", 0.1), ("oa", 0.0)],
        ('ا' | 'أ', 'و') => &[("o", 0.05), ("u", 0.1), ("ow", 0.0), ("au", 0.0), ("ou", 0.05)],
        ('ي', 'و') => &[("u", 0.1), ("ew", 0.05), ("eu", 0.05), ("io", 0.0), ("eo", 0.05)],
        // Gorbachev, Freud.
        ('و', 'ف') => &[("ev", 0.05), ("eff", 0.1), ("yov", 0.1)],
        ('و', 'ن') => &[("en", 0.2)],
        ('و', 'ي') => &[("eu", 0.05), ("oi", 0.0), ("oy", 0.0), ("au", 0.1), ("aeu", 0.0)],
        ('و', 'و') => &[("oo", 0.0), ("ou", 0.0), ("u", 0.0), ("w", 0.0), ("aw", 0.0), ("o", 0.05)],
        // Yves.
        ('إ', 'ي') => &[("y", 0.05)],
        ('ي', 'ي') => &[("i", 0.0), ("y", 0.0), ("ie", 0.0), ("ye", 0.0), ("yi", 0.0), ("ee", 0.0)],
        _ => &[],
    }
}
