//! Which words keep the full stop after them for themselves. Knows words alone: what stands around them is for `sentences`.

/// What an abbreviation says about the full stop that follows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Abbreviation {
    /// A name or another word must follow: the sentence goes on.
    Leading,
    /// A number must follow: the sentence goes on only before one.
    BeforeNumber,
    /// It may end a sentence, which shows in the word that follows.
    Trailing,
    /// A time of day: the sentence goes on before a weekday, a month, a time zone or a title.
    Time,
    /// It ends a list: the sentence goes on before a small letter only.
    AndSoOn,
}

/// The abbreviation that a Latin word is, its full stop and any invisible character taken away.
pub(super) fn latin(word: &str) -> Option<Abbreviation> {
    use Abbreviation as A;
    let kind = match word {
        "Mr" | "Mrs" | "Ms" | "Mx" | "Dr" | "Drs" | "Prof" | "Rev" | "Fr" | "Msgr" | "Messrs" | "Mme" | "Mlle"
        | "Mt" | "Ft" | "Gen" | "Lt" | "Col" | "Capt" | "Cpt" | "Cmdr" | "Cdr" | "Adm" | "Maj" | "Brig" | "Sgt"
        | "Cpl" | "Pvt" | "Pte" | "Supt" | "Insp" | "Det" | "Sen" | "Sens" | "Rep" | "Reps" | "Gov" | "Govs"
        | "Pres" | "Hon" | "Amb" | "Atty" | "Asst" | "Assoc" | "Eng" | "vs" | "v" | "cf" | "viz" | "ca" | "approx"
        | "eg" | "ie" | "e.g" | "i.e" | "E.g" | "I.e" | "incl" | "esp" => A::Leading,
        "No" | "Nos" | "no" | "nos" | "Art" | "Arts" | "art" | "Fig" | "Figs" | "fig" | "figs" | "Vol" | "Vols"
        | "vol" | "vols" | "Ch" | "ch" | "Sec" | "sec" | "Eq" | "Ref" | "p" | "pp" | "n" | "fn" | "para" | "Para"
        | "c" | "chap" | "ver" | "tel" | "Tel" | "Op" | "op" | "Jan" | "Feb" | "Mar" | "Apr" | "Jun" | "Jul"
        | "Aug" | "Sep" | "Sept" | "Oct" | "Nov" | "Dec" | "Mon" | "Tue" | "Tues" | "Wed" | "Thu" | "Thur"
        | "Thurs" | "Fri" => A::BeforeNumber,
        "a.m" | "p.m" | "A.M" | "P.M" | "am" | "pm" => A::Time,
        "etc" => A::AndSoOn,
        "St" | "Ste" | "Ave" | "Blvd" | "Rd" | "Hwy" | "Inc" | "Ltd" | "Corp" | "Co" | "co" | "Cos" | "Bros" | "Jr"
        | "Sr" | "Esq" | "Dept" | "Univ" | "Inst" | "Assn" | "Ph.D" | "al" | "ed" | "eds" | "trans" | "Calif"
        | "Conn" | "Mass" | "Fla" | "Ala" | "Ariz" | "Ark" | "Colo" | "Ga" | "Ill" | "Ind" | "Kan" | "Ky" | "La"
        | "Md" | "Mich" | "Minn" | "Mo" | "Mont" | "Neb" | "Nev" | "Okla" | "Ore" | "Pa" | "Penn" | "Tenn" | "Tex"
        | "Va" | "Vt" | "Wis" | "Wyo" | "Ont" | "Que" => A::Trailing,
        _ if is_dotted(word) => A::Trailing,
        _ => return None,
    };
    Some(kind)
}

/// Letters with points between them: `U.S`, `A.I`, `G.D.P`, `B.Sc`.
fn is_dotted(word: &str) -> bool {
    let mut parts = word.split('.');
    let first_is_letter = parts.next().is_some_and(|part| part.chars().count() == 1);
    let mut more = false;
    for part in parts {
        more = true;
        if part.is_empty() || part.chars().count() > 2 || !part.chars().all(char::is_alphabetic) {
            return false;
        }
    }
    first_is_letter && more && word.starts_with(char::is_alphabetic)
}

/// Whether an Arabic word, its marks and tatweel taken away, is an abbreviation: a single letter, letters with points
/// between them, or one of the few longer ones. A conjunction or preposition may be written on to it.
pub(super) fn is_arabic(word: &str) -> bool {
    const LONGER: [&str; 6] = ["الخ", "إلخ", "مج", "تح", "تر", "هـ"];
    if LONGER.contains(&word) || LONGER.contains(&word.trim_start_matches('و')) {
        return true;
    }
    let letters = |part: &str| part.chars().count();
    let mut parts = word.split('.');
    let first = parts.next().unwrap_or_default();
    let rest: Vec<&str> = parts.collect();
    if rest.iter().any(|part| !(1..=2).contains(&letters(part))) {
        return false;
    }
    match letters(first) {
        1 => true,
        // "and Dr", "to Dr"; with points any clitic will do.
        2 if rest.is_empty() => first.starts_with('و') || matches!(first, "لد" | "فد"),
        2 => first.starts_with(['و', 'ف', 'ب', 'ل', 'ك']),
        _ => false,
    }
}

/// Whether a word names what letters count, so that the letter after it is no initial: "vitamin D", "group B".
pub(super) fn is_counted_by_letters(word: &str) -> bool {
    #[rustfmt::skip]
    const LATIN: [&str; 21] = [
        "vitamin", "vitamins", "hepatitis", "influenza", "group", "type", "class", "grade", "plan", "annex",
        "appendix", "section", "part", "category", "option", "point", "area", "zone", "team", "letter", "form",
    ];
    #[rustfmt::skip]
    const ARABIC: [&str; 17] = [
        "فيتامين", "مجموعة", "فقرة", "بند", "فئة", "ملحق", "قسم", "صف", "درجة", "نقطة", "خيار", "حرف", "منطقة",
        "نوع", "فصيلة", "كبد", "شعبة",
    ];
    if word.is_ascii() {
        return LATIN.contains(&word.to_ascii_lowercase().as_str());
    }
    let bare = word.strip_prefix(['و', 'ف', 'ب', 'ك']).unwrap_or(word);
    let stems = [word, bare, word.strip_prefix("لل").unwrap_or(word)];
    stems.iter().any(|stem| ARABIC.contains(stem) || stem.strip_prefix("ال").is_some_and(|s| ARABIC.contains(&s)))
}

/// Whether a capitalised English word is one that begins sentences rather than names.
pub(super) fn begins_sentences(word: &str) -> bool {
    matches!(
        word,
        "The"
            | "A"
            | "An"
            | "He"
            | "She"
            | "It"
            | "They"
            | "We"
            | "I"
            | "You"
            | "But"
            | "And"
            | "Or"
            | "In"
            | "On"
            | "At"
            | "This"
            | "That"
            | "These"
            | "Those"
            | "There"
            | "Here"
            | "However"
            | "If"
            | "When"
            | "While"
            | "For"
            | "As"
            | "After"
            | "Before"
            | "Since"
            | "Because"
            | "His"
            | "Her"
            | "Its"
            | "Their"
            | "Our"
            | "My"
            | "Your"
            | "What"
            | "Who"
            | "Why"
            | "How"
            | "Where"
            | "Which"
            | "Whether"
            | "So"
            | "Then"
            | "Thus"
            | "Yet"
            | "Also"
            | "Although"
            | "Though"
            | "With"
            | "Without"
            | "By"
            | "From"
            | "To"
            | "No"
            | "Not"
            | "Some"
            | "Many"
            | "Most"
            | "Several"
            | "Both"
            | "Each"
            | "All"
            | "One"
            | "Another"
            | "Other"
            | "Others"
            | "Now"
            | "Today"
            | "Once"
            | "Until"
            | "During"
            | "Under"
            | "Over"
            | "Among"
            | "Between"
            | "Despite"
            | "Meanwhile"
            | "Moreover"
            | "Nevertheless"
            | "Nonetheless"
            | "Still"
            | "Only"
            | "Even"
            | "Just"
            | "Perhaps"
            | "Let"
            | "Is"
            | "Are"
            | "Was"
            | "Were"
            | "Do"
            | "Does"
            | "Did"
            | "Has"
            | "Have"
            | "Can"
            | "Could"
            | "Should"
            | "He's"
            | "She's"
            | "It's"
            | "That's"
            | "There's"
            | "They're"
            | "We're"
            | "I'm"
            | "Don't"
            | "He’s"
            | "She’s"
            | "It’s"
            | "That’s"
            | "There’s"
            | "They’re"
            | "We’re"
            | "I’m"
            | "Don’t"
            | "About"
            | "According"
            | "Instead"
            | "Indeed"
            | "Later"
            | "Finally"
            | "Nor"
            | "Such"
            | "Through"
            | "Upon"
            | "Nothing"
            | "Everyone"
    )
}

/// Whether an English word goes on with a time of day: a weekday, a month, a time zone, a title.
pub(super) fn follows_time(word: &str) -> bool {
    let zone = (2..=4).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_uppercase());
    zone || matches!(
        word,
        "Monday"
            | "Tuesday"
            | "Wednesday"
            | "Thursday"
            | "Friday"
            | "Saturday"
            | "Sunday"
            | "January"
            | "February"
            | "March"
            | "April"
            | "May"
            | "June"
            | "July"
            | "August"
            | "September"
            | "October"
            | "November"
            | "December"
            | "Eastern"
            | "Pacific"
            | "Central"
            | "Mountain"
            | "Greenwich"
    ) || latin(word).is_some_and(|kind| matches!(kind, Abbreviation::Leading | Abbreviation::Trailing))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arabic_abbreviations_are_letters_with_points() {
        for word in ["د", "أ.د", "ص.ب", "ق.م", "ه", "م", "ج.م.ع", "وأ.د", "ود", "إلخ", "الخ", "أ.م.د"]
        {
            assert!(is_arabic(word), "{word}");
        }
        for word in ["", "فم", "يد", "بد", "عام", "نص.نص", "كان.ثم", "١٤٤٥ه"] {
            assert!(!is_arabic(word), "{word}");
        }
    }

    #[test]
    fn latin_letters_with_points_may_end_a_sentence() {
        for word in ["U.S", "A.I", "G.D.P", "U.K", "B.Sc", "Inc", "Ave"] {
            assert_eq!(latin(word), Some(Abbreviation::Trailing), "{word}");
        }
        for word in ["example.com", "3.5", "said", "", ".", "x."] {
            assert_eq!(latin(word), None, "{word}");
        }
    }
}
