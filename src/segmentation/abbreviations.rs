//! Words that a full stop abbreviates, in English and Arabic, and words that begin sentences. Decides nothing by itself.

/// What the full stop after an abbreviation may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Abbreviation {
    /// Something always follows: a title before a name, `e.g.`, `vs.`.
    Leading,
    /// A number follows, or the stop ends the sentence: `No. 5`, `Sept. 3`.
    BeforeNumber,
    /// Both happen; only a word that begins sentences tells: `Inc.`, `U.S.`, `إلخ.`.
    MayEnd,
    /// Both happen; only a name of a zone or day tells that it goes on: `9:30 p.m. Eastern`.
    Time,
}

/// Lower-case English abbreviations without their last stop.
const LEADING: &str = "\
    adm amb approx atty brig ca capt cf chap cmdr col comdr cpl det dr drs e.g eg eq eqs fig figs fr ft gen gov hon \
    i.e ie insp lieut lt lt.col lt.gen maj maj.gen messrs mlle mme mr mrs ms msgr mt mx nos paras pfc pp pres prof \
    profs pvt rep reps rev sen sens sgt st ste supt v viz vol vols vs";

const BEFORE_NUMBER: &str = "\
    app apr arr art arts aug bl c ch circa dec ed eds ext feb fl fol jan jul jun mar n no nov nr oct op p para pop pt ref \
    sec sect sep sept ser tel";

const MAY_END: &str = "\
    al assn ave b.a b.sc blvd bros co corp cos dept dist esq est etc hwy inc jr ll.b ll.m ltd m.a m.d m.sc mfg mgr \
    plc ph.d phd rd sq sr univ yr";

/// Words that may follow a time of day inside a sentence.
const AFTER_TIME: &str = "\
    ast bst cest cet central cst cdt eastern edt est et friday gmt hst ist local monday mountain mst pacific pdt pst \
    pt saturday sunday thursday tuesday utc wednesday";

/// Capitalised words that seldom go on with a name and often begin a sentence.
const STARTERS: &str = "\
    About After Again All Also Although Among Another Any Are As At Because Before Besides Both But By Can Despite \
    Did Do Does Due During Each Earlier Even Every Finally First For From Further Furthermore Given Had Has Have He \
    Hence Her Here His How However If In Indeed Instead Is It Its Later Many Meanwhile More Moreover Most Much My \
    Neither Nevertheless Next No Nor Not Nothing Now Of On Once One Only Or Other Our Out Over Perhaps Rather Second \
    She Since So Some Still Such Suddenly That The Their Then There Therefore These They This Those Though Three \
    Through Thus To Today Two Under Unless Until Was We Well Were What When Where Whether Which While Who Why Will \
    With Within Without Yes Yet You Your";

/// Verbs of saying that follow what was said: `"Why?" Smith asked.`
const SAYING: &str = "\
    added admitted announced answered asked asks cried declared exclaimed explained explains insisted laughed \
    replied said says shouted told tweeted whispered wondered wrote";

const ARABIC_SAYING: &str = "\
    أجاب أجابت أردف أضاف أضافت تساءل تساءلت حسبما حسب سأل سألت صاح صاحت صرح صرخ صرخت قال قالت قالوا هتف هتفت يتساءل \
    يسأل يقول تتساءل تقول كتب كتبت علق";

/// Arabic words that begin sentences, beside all that begin with waw.
const ARABIC_STARTERS: &str = "\
    أثناء أما أمّا إذ إذا إلا إن إنّ إنما إنه إنها أنا أنت بعد بل بينما تلك ثم ثمة حين حينما ذلك رغم عندما غير فقد \
    فلم فإن فهو فهي قال قالت قد كان كانت كما كيف لا لقد لكن لكنّ لكنه لكنها لم لما لماذا لن لهذا ليس ليست ما ماذا مع \
    نحن هؤلاء هذا هذه هكذا هل هم هنا هناك هو هي يقول";

/// What a single letter may stand after as a name, so that a stop after it ends the sentence: `vitamin D.`, فيتامين د.
const LETTER_NAMED_BY: &str = "\
    appendix category class figure grade group hepatitis option part phase plan point section table type vitamin \
    الحرف الخطة الفئة الفيتامين القسم المجموعة النوع حرف فئة فيتامين نوع";

/// Abbreviated titles with a conjunction or preposition before them.
const TITLES_WITH_PROCLITIC: &str = "ود وأ وم فد لد لأ كد";

/// Arabic abbreviations of more than one letter, without their last stop.
const ARABIC_MAY_END: &str = "إلخ الخ ق.م ب.م ش.م ش.م.م ش.م.ع م.م ذ.م.م ق.ه ت.م";

/// Whether a word is one of a list written as words with spaces between.
fn listed(list: &str, word: &str) -> bool {
    list.split(' ').any(|listed| listed == word)
}

/// The abbreviation that an English word before a full stop is. `word` comes without that stop, `before` is the word before it.
pub(super) fn english(word: &str, before: &str) -> Option<Abbreviation> {
    if is_initial(word) && word.starts_with(char::is_uppercase) {
        return (!names_letter(before)).then_some(Abbreviation::MayEnd);
    }
    let lower = word.to_lowercase();
    let lower = lower.as_str();
    let last = lower.rsplit('-').next().unwrap_or(lower);
    if matches!(lower, "a.m" | "p.m" | "am" | "pm") {
        return Some(Abbreviation::Time);
    }
    if listed(LEADING, lower) || listed(LEADING, last) {
        Some(Abbreviation::Leading)
    } else if listed(BEFORE_NUMBER, lower) {
        Some(Abbreviation::BeforeNumber)
    } else if listed(MAY_END, lower) || is_dotted(word) || is_initial(last) {
        Some(Abbreviation::MayEnd)
    } else {
        None
    }
}

/// The abbreviation that an Arabic word before a full stop is. `word` comes without that stop, marks and tatweel.
pub(super) fn arabic(word: &str, before: &str) -> Option<Abbreviation> {
    let bare = [word, word.strip_prefix('و').unwrap_or(word), word.strip_prefix("ال").unwrap_or(word)];
    if bare.iter().any(|word| listed(ARABIC_MAY_END, word)) {
        return Some(Abbreviation::MayEnd);
    }
    let mut parts = word.split('.');
    let first = parts.next().unwrap_or_default();
    let short = |part: &str| part.chars().count() == 1;
    if !short(first) && !listed(TITLES_WITH_PROCLITIC, first) || !parts.all(short) || names_letter(before) {
        return None;
    }
    // After a number, a letter is an era, a unit or a part of the day, which may well be last.
    let after_number = before.chars().next_back().is_some_and(char::is_numeric);
    Some(if after_number { Abbreviation::MayEnd } else { Abbreviation::Leading })
}

/// Whether a letter after this word is the name of something.
fn names_letter(word: &str) -> bool {
    let lower = word.to_lowercase();
    [lower.as_str(), lower.strip_prefix('و').unwrap_or(&lower)].iter().any(|word| listed(LETTER_NAMED_BY, word))
}

/// Single letters with stops between: U.S, J.R.R, Ph.D is in the table.
fn is_dotted(word: &str) -> bool {
    word.contains('.') && word.split('.').all(|part| part.chars().count() <= 2 && part.starts_with(char::is_alphabetic))
}

fn is_initial(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
}

/// Whether a capitalised word is one that begins sentences.
pub(super) fn begins_english(word: &str) -> bool {
    let stem = word.split(['\'', '’']).next().unwrap_or(word);
    listed(STARTERS, stem) || word.starts_with("I'") || word.starts_with("I’")
}

/// Whether an Arabic word is one that begins sentences.
pub(super) fn begins_arabic(word: &str) -> bool {
    listed(ARABIC_STARTERS, word) || word.starts_with('و') && word.chars().count() > 3
}

/// Whether a word may follow a time of day inside a sentence.
pub(super) fn follows_time(word: &str) -> bool {
    listed(AFTER_TIME, &word.to_lowercase())
}

/// Whether a word is a verb that tells who said what stands before it.
pub(super) fn says(word: &str) -> bool {
    listed(SAYING, word) || listed(ARABIC_SAYING, word)
}
