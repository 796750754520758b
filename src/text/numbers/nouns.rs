//! Things and people that numbers count, in both languages, and the duals of the Arabic ones: only nouns whose dual is no other
//! word, so that لبنان, طالبان and بلدان are none. A noun that is not here is not known; no grammar guesses one.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::scan::{Token, TokenKind, key, word};

/// What a number counts, as far as the tables know; each by the name that both languages share here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    /// A thing or a sort of people: `boat`.
    pub thing: Option<&'static str>,
    /// What befell the people: `killed`.
    pub fate: Option<&'static str>,
}

/// The shared name, Arabic singulars and plurals, English singulars and plurals.
type Row = (&'static str, &'static str, &'static str, &'static str, &'static str);

const THINGS: &[Row] = &[
    ("boat", "قارب زورق مركب", "قوارب زوارق مراكب", "boat", "boats"),
    ("ship", "سفينة باخرة", "سفن بواخر", "ship", "ships"),
    ("car", "سيارة مركبة عربة", "سيارات مركبات عربات", "car vehicle", "cars vehicles"),
    ("truck", "شاحنة", "شاحنات", "truck lorry", "trucks lorries"),
    ("bus", "حافلة", "حافلات", "bus coach", "buses coaches"),
    (
        "aircraft",
        "طائرة مروحية",
        "طائرات مروحيات",
        "plane airplane aeroplane helicopter",
        "planes airplanes aeroplanes aircraft helicopters",
    ),
    ("tank", "دبابة", "دبابات", "tank", "tanks"),
    ("rocket", "صاروخ", "صواريخ", "rocket missile", "rockets missiles"),
    ("shell", "قذيفة", "قذائف", "shell", "shells"),
    ("bomb", "قنبلة", "قنابل", "bomb", "bombs"),
    ("attack", "غارة هجوم", "غارات هجمات", "raid strike airstrike attack", "raids strikes airstrikes attacks"),
    ("explosion", "انفجار", "انفجارات", "explosion blast", "explosions blasts"),
    ("house", "منزل", "منازل", "house home", "houses homes"),
    ("tent", "خيمة", "خيام", "tent", "tents"),
    ("room", "غرفة", "غرف", "room", "rooms"),
    ("school", "مدرسة", "مدارس", "school", "schools"),
    ("university", "جامعة", "جامعات", "university", "universities"),
    ("mosque", "مسجد", "مساجد", "mosque", "mosques"),
    ("church", "كنيسة", "كنائس", "church", "churches"),
    ("factory", "مصنع", "مصانع", "factory plant", "factories plants"),
    ("company", "شركة", "شركات", "company firm", "companies firms"),
    ("shop", "متجر", "متاجر", "shop store", "shops stores"),
    ("village", "قرية", "قرى", "village", "villages"),
    ("town", "مدينة بلدة", "مدن بلدات", "city town", "cities towns"),
    ("camp", "مخيم", "مخيمات", "camp", "camps"),
    ("province", "محافظة", "محافظات", "governorate province", "governorates provinces"),
    ("state", "دولة", "دول", "country state", "countries states"),
    ("bridge", "جسر", "جسور", "bridge", "bridges"),
    ("well", "بئر", "آبار", "well", "wells"),
    ("dam", "سد", "سدود", "dam", "dams"),
    ("farm", "مزرعة", "مزارع", "farm", "farms"),
    ("tree", "شجرة", "أشجار", "tree", "trees"),
    ("sheep", "خروف نعجة", "خراف نعاج أغنام", "sheep", "sheep"),
    ("cow", "بقرة", "أبقار بقرات", "cow", "cows cattle"),
    ("camel", "جمل", "جمال", "camel", "camels"),
    ("horse", "حصان", "أحصنة", "horse", "horses"),
    ("book", "كتاب", "كتب", "book", "books"),
    ("novel", "رواية", "روايات", "novel", "novels"),
    ("poem", "قصيدة", "قصائد", "poem", "poems"),
    ("article", "مقال مقالة", "مقالات", "article essay", "articles essays"),
    ("film", "فيلم", "أفلام", "film movie", "films movies"),
    ("play", "مسرحية", "مسرحيات", "play", "plays"),
    ("song", "أغنية", "أغنيات أغاني", "song", "songs"),
    ("painting", "لوحة", "لوحات", "painting", "paintings"),
    ("letter", "رسالة", "رسائل", "letter message", "letters messages"),
    ("report", "تقرير", "تقارير", "report", "reports"),
    ("question", "سؤال", "أسئلة", "question", "questions"),
    ("seat", "مقعد", "مقاعد", "seat", "seats"),
    ("party", "حزب", "أحزاب", "party", "parties"),
    ("committee", "لجنة", "لجان", "committee", "committees"),
    ("goal", "هدف", "أهداف", "goal", "goals"),
    ("prize", "جائزة", "جوائز", "prize award", "prizes awards"),
    ("medal", "ميدالية", "ميداليات", "medal", "medals"),
    ("family", "عائلة أسرة", "عائلات أسر عوائل", "family household", "families households"),
    ("person", "شخص", "أشخاص", "person", "people persons individuals"),
    ("child", "طفل", "أطفال", "child", "children"),
    ("boy", "ولد صبي ابن", "أولاد صبية أبناء", "boy son", "boys sons"),
    ("youth", "شاب", "شباب شبان", "youth", "youths"),
    ("girl", "فتاة بنت ابنة", "فتيات بنات", "girl daughter", "girls daughters"),
    ("woman", "امرأة سيدة", "نساء سيدات", "woman", "women"),
    ("man", "رجل", "رجال", "man", "men"),
    ("soldier", "جندي", "جنود", "soldier", "soldiers troops"),
    ("officer", "ضابط", "ضباط", "officer", "officers"),
    (
        "prisoner",
        "أسير سجين معتقل",
        "أسرى سجناء معتقلون معتقلين",
        "prisoner detainee captive inmate",
        "prisoners detainees captives inmates",
    ),
    ("journalist", "صحفي صحافي", "صحفيون صحفيين صحافيون صحافيين", "journalist reporter", "journalists reporters"),
    ("teacher", "معلم مدرس معلمة مدرسة", "معلمون معلمين مدرسون مدرسين معلمات مدرسات", "teacher", "teachers"),
    ("doctor", "طبيب", "أطباء", "doctor physician", "doctors physicians"),
    ("nurse", "ممرض ممرضة", "ممرضون ممرضين ممرضات", "nurse", "nurses"),
    ("engineer", "مهندس", "مهندسون مهندسين", "engineer", "engineers"),
    ("worker", "عامل", "عمال عاملون عاملين", "worker labourer laborer", "workers labourers laborers"),
    ("farmer", "مزارع فلاح", "مزارعون مزارعين فلاحون فلاحين", "farmer peasant", "farmers peasants"),
    ("student", "طالبة", "طلاب طلبة طالبات", "student pupil", "students pupils"),
    ("minister", "وزير", "وزراء", "minister", "ministers"),
    ("judge", "قاضية", "قضاة", "judge", "judges"),
    ("refugee", "لاجئ", "لاجئون لاجئين", "refugee", "refugees"),
    ("civilian", "مدني", "مدنيون مدنيين", "civilian", "civilians"),
    ("fighter", "مقاتل", "مقاتلون مقاتلين", "fighter combatant", "fighters combatants"),
    ("hospital", "مستوصف", "مستشفيات مستوصفات", "hospital clinic", "hospitals clinics"),
    ("bank", "مصرف بنك", "مصارف بنوك", "bank", "banks"),
    ("restaurant", "مطعم", "مطاعم", "restaurant", "restaurants"),
    ("hotel", "فندق", "فنادق", "hotel", "hotels"),
    ("museum", "متحف", "متاحف", "museum", "museums"),
    ("settlement", "مستوطنة", "مستوطنات", "settlement", "settlements"),
    ("checkpoint", "حاجز", "حواجز", "checkpoint", "checkpoints"),
    ("page", "صفحة", "صفحات", "page", "pages"),
    ("chapter", "فصل", "فصول", "chapter", "chapters"),
    ("volume", "مجلد", "مجلدات", "volume", "volumes"),
    ("story", "قصة", "قصص", "story", "stories"),
    ("exhibition", "معرض", "معارض", "exhibition", "exhibitions"),
    ("newspaper", "صحيفة", "صحف", "newspaper", "newspapers"),
    ("episode", "حلقة", "حلقات", "episode", "episodes"),
    ("match", "مباراة", "مباريات", "match game", "matches games"),
    ("player", "لاعب", "لاعبون لاعبين", "player", "players"),
    ("teenager", "مراهق", "مراهقون مراهقين", "teenager", "teenagers"),
    ("patient", "مريض", "مرضى", "patient", "patients"),
    ("tourist", "سائح", "سياح", "tourist", "tourists"),
    ("activist", "ناشط", "ناشطون ناشطين نشطاء", "activist", "activists"),
    ("employee", "موظف", "موظفون موظفين", "employee official", "employees officials"),
    ("protester", "متظاهر", "متظاهرون متظاهرين", "protester demonstrator", "protesters demonstrators"),
    ("gunman", "مسلح", "مسلحون مسلحين", "gunman militant", "gunmen militants"),
    ("policeman", "شرطي", "شرطيون شرطيين", "policeman", "policemen"),
    ("migrant", "مهاجر", "مهاجرون مهاجرين", "migrant immigrant", "migrants immigrants"),
    ("deputy", "نائب", "نواب", "deputy lawmaker mp", "deputies lawmakers mps"),
    ("ram", "كبش", "كباش", "ram", "rams"),
    ("bull", "ثور", "ثيران", "bull bullock ox", "bulls bullocks oxen"),
    ("settler", "مستوطن", "مستوطنون مستوطنين", "settler", "settlers"),
];

/// What befell people, as nouns and verbs: Arabic behind its number and before it, English behind it and before it.
const FATES: &[Row] = &[
    (
        "killed",
        "قتيل قتلى قتيلا شهيد شهداء شهيدا قتلوا",
        "القتلى الشهداء قتل مقتل بمقتل قتلت استشهاد استشهد باستشهاد توفي وفاة بوفاة",
        "killed dead died deaths fatalities martyrs martyred",
        "killed killing",
    ),
    (
        "wounded",
        "جريح جرحى جريحا مصاب مصابا مصابون مصابين إصابة إصابات",
        "الجرحى المصابين أصيب إصابة بإصابة جرح بجرح وجرح إصابات",
        "wounded injured hurt injuries",
        "wounded wounding injured injuring hurting",
    ),
    ("missing", "مفقود مفقودا مفقودون مفقودين", "فقدان بفقدان فقد", "missing", ""),
    (
        "displaced",
        "نازح نازحا نازحون نازحين مشرد مشردا مشردون مشردين مهجر مهجرا",
        "نزوح بنزوح نزح تشريد تهجير",
        "displaced",
        "displaced displacing",
    ),
    ("arrested", "", "اعتقال باعتقال اعتقل اعتقلت توقيف", "arrested detained", "arrested arresting detained detaining"),
];

/// What looks like the dual of one of these nouns and is more often another word: the vaccinated, the manufacturers, exposed, tourists,
/// boys, an eruption, the disabled, campers, children.
const NO_DUALS: &[&str] =
    &["مطعمين", "مصنعين", "معرضين", "سائحين", "صبيان", "ثوران", "مقعدين", "مخيمين", "مركبين", "ولدان"];

/// Of fates the nouns that have a dual.
const FALLEN: &[(&str, &str)] = &[("killed", "قتيل شهيد"), ("wounded", "جريح مصاب")];

/// What may stand between a verb and the number of its people.
const ABOUT: &[&str] = &[
    "نحو",
    "حوالي",
    "قرابه",
    "زهاء",
    "اكثر",
    "من",
    "at",
    "least",
    "some",
    "about",
    "around",
    "nearly",
    "almost",
    "more",
    "than",
    "over",
    "another",
    "the",
    "other",
];
/// What parts an English number from what stands behind it.
const APART: &[&str] = &[
    "and",
    "or",
    "but",
    "in",
    "at",
    "on",
    "by",
    "from",
    "to",
    "with",
    "for",
    "as",
    "after",
    "before",
    "that",
    "when",
    "while",
    "than",
    "about",
    "against",
    "between",
    "including",
    "per",
    "a",
    "an",
    "is",
    "near",
    "into",
    "if",
    "not",
    "no",
];
/// How many words behind an English number may be its noun: three young Syrian women.
const FARTHEST: usize = 4;

#[derive(Default)]
struct Tables {
    /// Arabic and English things, by the key of each form.
    things: HashMap<String, &'static str>,
    /// English singulars, which only one has.
    singulars: HashMap<&'static str, &'static str>,
    duals: HashMap<String, Counted>,
    behind: HashMap<String, &'static str>,
    before: HashMap<String, &'static str>,
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let mut tables = Tables::default();
    for &(name, singulars, plurals, one, many) in THINGS {
        for singular in singulars.split(' ') {
            tables.things.entry(key(singular)).or_insert(name);
            tables.things.entry(key(&format!("{singular}ا"))).or_insert(name);
            for dual in duals_of(singular, plurals).filter(|dual| !NO_DUALS.contains(&dual.as_str())) {
                tables.duals.entry(key(&dual)).or_insert(Counted { thing: Some(name), fate: None });
            }
        }
        for form in plurals.split(' ').chain(many.split(' ')) {
            tables.things.entry(key(form)).or_insert(name);
        }
        for form in one.split(' ') {
            tables.singulars.entry(form).or_insert(name);
        }
    }
    for &(name, singulars) in FALLEN {
        for dual in singulars.split(' ').flat_map(|singular| duals_of(singular, "مصابون")) {
            tables.duals.insert(key(&dual), Counted { thing: None, fate: Some(name) });
        }
    }
    for &(name, behind, before, english_behind, english_before) in FATES {
        let words = |lists: [&'static str; 2]| lists.into_iter().flat_map(str::split_whitespace).map(key);
        tables.behind.extend(words([behind, english_behind]).map(|word| (word, name)));
        tables.before.extend(words([before, english_before]).map(|word| (word, name)));
    }
    tables
});

/// The duals of a noun; of one with a sound plural the form in ـين is as well that plural.
fn duals_of(singular: &str, plurals: &str) -> impl Iterator<Item = String> {
    let stem = singular.strip_suffix('ة').map_or_else(|| singular.to_owned(), |stem| format!("{stem}ت"));
    let sound = plurals.split(' ').any(|plural| plural.strip_suffix("ون") == Some(singular));
    let endings: &[&str] = if sound { &["ان"] } else { &["ان", "ين"] };
    endings.iter().map(move |ending| format!("{stem}{ending}"))
}

/// Every dual of the table, as keys.
pub(super) fn duals() -> impl Iterator<Item = &'static str> {
    TABLES.duals.keys().map(String::as_str)
}

/// What it is whose dual a word is, with its clitics off.
fn dual(word: &str) -> Option<Counted> {
    let find = |word: &str| TABLES.duals.get(word).copied();
    let bare = word.strip_prefix(['و', 'ف']).unwrap_or(word);
    let article = |word: &str| word.strip_prefix("ال").and_then(find);
    let merged = |word: &str| word.strip_prefix("لل").and_then(find);
    let behind = |word: &str| word.strip_prefix(['ب', 'ل', 'ك']).and_then(|rest| find(rest).or_else(|| article(rest)));
    [word, bare]
        .into_iter()
        .find_map(|word| find(word).or_else(|| article(word)).or_else(|| merged(word)).or_else(|| behind(word)))
}

/// What a number counts that begins at a token: the noun at `noun` or near behind it, the verb before the number, or a dual
/// that is the number itself.
pub(super) fn counted(tokens: &[Token], number: usize, noun: usize, is_one: bool) -> Counted {
    let itself = word(tokens, number).and_then(dual);
    let mut counted = itself.unwrap_or_else(|| behind(tokens, noun, is_one));
    counted.fate = counted.fate.or_else(|| before(tokens, number));
    counted
}

fn behind(tokens: &[Token], next: usize, is_one: bool) -> Counted {
    let mut counted = Counted::default();
    let words = tokens.get(next..).unwrap_or_default().iter().map_while(|token| match &token.kind {
        TokenKind::Word(word) => Some(word.key.as_str()),
        _ => None,
    });
    for word in words.take(FARTHEST) {
        if !word.is_ascii() {
            if word == "من" {
                continue;
            }
            let noun = word.strip_prefix("ال").unwrap_or(word);
            return Counted { thing: TABLES.things.get(noun).copied(), fate: TABLES.behind.get(noun).copied() };
        }
        if APART.contains(&word) {
            break;
        }
        let thing = TABLES.things.get(word).or_else(|| TABLES.singulars.get(word).filter(|_| is_one));
        counted.thing = counted.thing.or(thing.copied());
        counted.fate = counted.fate.or(TABLES.behind.get(word).copied());
    }
    counted
}

fn before(tokens: &[Token], number: usize) -> Option<&'static str> {
    let mut words = (0..number).rev().map_while(|at| word(tokens, at));
    let verb = words.find(|word| !ABOUT.contains(word))?;
    let find = |word: &str| TABLES.before.get(word).copied();
    find(verb).or_else(|| verb.strip_prefix(['و', 'ف']).and_then(find))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::numbers::values;

    fn read(text: &str, language: &str) -> String {
        let values = values(text, &language.parse().unwrap());
        let told = |counted: Counted| [counted.thing, counted.fate].into_iter().flatten().collect::<Vec<_>>().join("+");
        let told =
            values.iter().map(|quantity| format!("{} {}", quantity.value, told(quantity.counted)).trim().to_owned());
        told.collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn numbers_know_what_they_count() {
        for (text, expected) in [
            ("٣ قتلى و٧ جرحى", "3 killed, 7 wounded"),
            ("مقتل ٣ أشخاص وإصابة نحو ٧", "3 person+killed, 7 wounded"),
            ("غرق قاربان", "2 boat"),
            ("قتيلان وجريحان", "2 killed, 2 wounded"),
            ("وبالقاربَيْن", "2 boat"),
            ("١٥ طفلاً و٢٠ امرأة", "15 child, 20 woman"),
            ("سبعة من الجنود", "7 soldier"),
            ("في لبنان وطالبان مكان إنسان", ""),
            ("العاملين في البلدان", ""),
            ("٣ آلاف نازح", "3000 displaced"),
        ] {
            assert_eq!(read(text, "ar"), expected, "{text}");
        }
        for (text, expected) in [
            ("7 killed and 3 wounded", "7 killed, 3 wounded"),
            ("Seven people were killed, 3 of them women", "7 person+killed, 3 woman"),
            ("killing at least 7 and wounding 3 school teachers", "7 killed, 3 teacher+wounded"),
            ("one boat, 3 in the hospital", "1 boat, 3"),
            ("three young Syrian women", "3 woman"),
        ] {
            assert_eq!(read(text, "en"), expected, "{text}");
        }
    }
}
