//! Countries and cities of the tables of known names, organisations, and leaders whom one name is enough for, by either of their names.
//! Finds none in a text.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::known::EXONYMS;
use crate::text::norm;

const LEADERS_LISTED: &str = include_str!("leaders.tsv");

/// A country, a city, an organisation or a leader.
#[derive(Debug, PartialEq, Eq)]
pub struct Place {
    /// Its Arabic name, as a key L2; of an organisation one of them.
    pub arabic: String,
    /// Its English names in small letters.
    pub english: Vec<String>,
    /// A bit for each group of [`ONE_FOR_THE_OTHER`] that has one of them.
    groups: u64,
}

/// The most words that a name of a place has, in either language.
pub const WIDEST_PLACE: usize = 4;

/// Arabic names of places that are other words as often: the city, the news, white, a scene, the rifle, boys, the stock exchange.
const OTHER_WORDS: &str = "صور جدة فاس مالي العين سلا قنا الشارقة نابل صيدا المدينة الأبيض الجديدة الداخلة العيون الخبر \
    الزاوية المهدية المجدل الكاف القصرين الوادي المدية رشيد قبلي المرسى السلط الكوت الحمامات حائل العلا جبيل \
    الجبيل صحار أور الرها بابل سول ليون بورصة بشري مشهد كابل ليما بون برن الزرقاء تدمر بيسان سرت المحرق \
    بنين البندقية كولونيا الإسماعيلية";

/// Regions that are told as places are.
const REGIONS: &str = "دارفور الضفة_الغربية قطاع_غزة سيناء الجولان هضبة_الجولان القرم شبه_جزيرة_القرم كردستان الصحراء_الغربية الجليل \
    النقب البقاع كردفان دونباس كاليفورنيا تكساس فلوريدا الغوطة";

/// Names of one country, and of the cities and persons of state that stand for it: دمشق may be Syria, لندن Britain.
const ONE_FOR_THE_OTHER: &[&[&str]] = &[
    &["syria", "damascus"],
    &["lebanon", "beirut"],
    &["iraq", "baghdad"],
    &["jordan", "amman"],
    &["egypt", "cairo"],
    &["saudi arabia", "kingdom of saudi arabia", "riyadh"],
    &["yemen", "sanaa", "sana'a", "aden"],
    &["kuwait", "kuwait city"],
    &["qatar", "doha"],
    &["uae", "emirates", "united arab emirates", "abu dhabi", "dubai"],
    &["oman", "muscat"],
    &["bahrain", "manama"],
    &["sudan", "khartoum"],
    &["south sudan", "juba"],
    &["libya", "tripoli"],
    &["tunisia", "tunis"],
    &["algeria", "algiers"],
    &["morocco", "rabat"],
    &["mauritania", "nouakchott"],
    &["israel", "tel aviv", "jerusalem", "palestine", "ramallah", "gaza", "al-quds"],
    &["turkey", "türkiye", "ankara", "istanbul", "constantinople"],
    &["iran", "persia", "tehran"],
    &["russia", "moscow", "soviet union", "ussr"],
    &["united states", "united states of america", "usa", "us", "america", "washington", "new york"],
    &["britain", "great britain", "united kingdom", "uk", "england", "london"],
    &["france", "paris"],
    &["germany", "berlin", "west germany", "east germany"],
    &["italy", "rome", "vatican", "vatican city"],
    &["spain", "madrid"],
    &["belgium", "brussels"],
    &["netherlands", "holland", "amsterdam", "the hague"],
    &["switzerland", "geneva", "bern"],
    &["austria", "vienna"],
    &["greece", "athens"],
    &["ukraine", "kyiv", "kiev"],
    &["china", "beijing", "peking", "taiwan", "taipei"],
    &["japan", "tokyo"],
    &["india", "new delhi", "delhi"],
    &["pakistan", "islamabad"],
    &["afghanistan", "kabul"],
    &["ethiopia", "abyssinia", "addis ababa"],
    &["south korea", "korea", "seoul"],
    &["north korea", "pyongyang"],
    &["congo", "democratic republic of the congo", "republic of the congo", "zaire"],
    &["myanmar", "burma"],
    &["czech republic", "czechia", "czechoslovakia", "prague"],
];

/// Words for the people and things of countries whose names begin unlike them.
const PEOPLES: &[(&str, &str)] = &[
    ("french", "france"),
    ("spanish", "spain"),
    ("dutch", "netherlands"),
    ("danish", "denmark"),
    ("swedish", "sweden"),
    ("polish", "poland"),
    ("irish", "ireland"),
    ("welsh", "wales"),
    ("swiss", "switzerland"),
    ("finnish", "finland"),
    ("turkish", "turkey"),
    ("british", "britain"),
    ("english", "england"),
    ("american", "united states"),
    ("norwegian", "norway"),
    ("emirati", "uae"),
    ("cypriot", "cyprus"),
    ("lao", "laos"),
];

/// Arabic and English names of organisations that are other words as often, or paraphrased as often as named: a United Nations body is
/// one of its organs to some, and the organ the whole to others.
const NO_ORGANISATIONS: &str = "الأمم_المتحدة منظمة_الأمم_المتحدة القاعدة الإخوان شاس اليوم_السابع الجمعية_العامة الصحة_العالمية الحزب_الوطني الجيش_الحر الدولة_الإسلامية \
    economist guardian foreign_affairs foreign_policy congress";
/// Names of organisations up to so long are other words unless they stand in capitals: WHO.
const SHORT_NAME: usize = 3;

struct Places {
    places: Vec<Place>,
    by_arabic: HashMap<String, Vec<usize>>,
    by_english: HashMap<String, Vec<usize>>,
}

impl Places {
    /// The rows of the table that are wanted by their kinds and Arabic names, without names that are other words.
    fn of(is_wanted: impl Fn(&str, &str) -> bool, others: &str) -> Self {
        let mut all = Self { places: Vec::new(), by_arabic: HashMap::new(), by_english: HashMap::new() };
        let others = listed(others);
        for line in EXONYMS.lines().filter(|line| !line.starts_with('#')) {
            let mut cells = line.split('\t');
            let (Some(arabic), Some(english), Some(kind)) = (cells.next(), cells.next(), cells.next()) else {
                continue;
            };
            if !is_wanted(kind, arabic) || others.contains(arabic) {
                continue;
            }
            let english = english.split('|').map(str::to_lowercase);
            let english: Vec<String> = english.filter(|name| !others.contains(name)).collect();
            let is_of = |group: &&[&str]| english.iter().any(|name| group.contains(&name.as_str()));
            let groups = ONE_FOR_THE_OTHER.iter().zip(0..).filter(|(group, _)| is_of(group));
            let groups = groups.fold(0, |bits, (_, number)| bits | 1 << number);
            all.add(Place { arabic: norm(arabic), english, groups });
        }
        all
    }

    /// The rows of a table that has several names in either column.
    fn of_rows(table: &'static str) -> Self {
        let mut all = Self { places: Vec::new(), by_arabic: HashMap::new(), by_english: HashMap::new() };
        for (arabic, english) in table.lines().filter(|line| !line.starts_with('#')).filter_map(|l| l.split_once('\t'))
        {
            let english: Vec<String> = english.split('|').map(str::to_lowercase).collect();
            for arabic in arabic.split('|') {
                all.add(Place { arabic: norm(arabic), english: english.clone(), groups: 0 });
            }
        }
        all
    }

    fn add(&mut self, place: Place) {
        let number = self.places.len();
        self.by_arabic.entry(place.arabic.clone()).or_default().push(number);
        for name in &place.english {
            self.by_english.entry(name.replace('-', " ")).or_default().push(number);
        }
        self.places.push(place);
    }

    fn numbered(&self, numbers: Option<&'static Vec<usize>>) -> impl Iterator<Item = &Place> {
        numbers.into_iter().flatten().map(|number| &self.places[*number])
    }
}

/// The names of a list, in which a line joins the words of each.
fn listed(list: &str) -> HashSet<String> {
    list.split_whitespace().map(|name| name.replace('_', " ")).collect()
}

static PLACES: LazyLock<Places> = LazyLock::new(|| {
    let regions = listed(REGIONS);
    let is_place = |kind: &str, arabic: &str| match kind {
        "country" | "city" | "country-or-city" => true,
        _ => kind == "region" && regions.contains(arabic),
    };
    Places::of(is_place, OTHER_WORDS)
});

static ORGANISATIONS: LazyLock<Places> =
    LazyLock::new(|| Places::of(|kind, _| matches!(kind, "org" | "media"), NO_ORGANISATIONS));

static LEADERS: LazyLock<Places> = LazyLock::new(|| Places::of_rows(LEADERS_LISTED));

/// The leaders whom an Arabic name, given as a key L2, is enough for.
pub fn leaders_of_arabic(name: &str) -> impl Iterator<Item = &'static Place> {
    LEADERS.numbered(LEADERS.by_arabic.get(name))
}

/// The leaders whom an English name, given in small letters, is enough for.
pub fn leaders_of_english(name: &str) -> impl Iterator<Item = &'static Place> {
    LEADERS.numbered(LEADERS.by_english.get(name))
}

/// The organisations that have an Arabic name, given as a key L2.
pub fn organisations_of_arabic(name: &str) -> impl Iterator<Item = &'static Place> {
    ORGANISATIONS.numbered(ORGANISATIONS.by_arabic.get(name))
}

/// The organisations that have an English name, given in small letters; a short one is none that is not written in capitals.
pub fn organisations_of_english(name: &str, is_in_capitals: bool) -> impl Iterator<Item = &'static Place> {
    let is_name = is_in_capitals || name.len() > SHORT_NAME;
    ORGANISATIONS.numbered(ORGANISATIONS.by_english.get(name).filter(|_| is_name))
}

/// The places that have an Arabic name, given as a key L2; several where one name is that of two.
pub fn places_of_arabic(name: &str) -> impl Iterator<Item = &'static Place> {
    PLACES.numbered(PLACES.by_arabic.get(name))
}

/// The places that have an English name, given in small letters.
pub fn places_of_english(name: &str) -> impl Iterator<Item = &'static Place> {
    PLACES.numbered(PLACES.by_english.get(name))
}

impl Place {
    /// Whether an English name of one may stand for the other: both are the same, or one is the capital of the other.
    #[must_use]
    pub fn may_be(&self, other: &Self) -> bool {
        self.groups & other.groups != 0 || self.english.iter().any(|name| other.english.contains(name))
    }

    /// Whether one of some words is of the place or its people: Syrian, French.
    #[must_use]
    pub fn is_named_by(&self, words: &PlaceWords) -> bool {
        let of_people = |name: &String| PEOPLES.iter().any(|(word, of)| of == name && words.words.contains(*word));
        self.english.iter().any(|name| words.stems.contains(&stem(name)) || of_people(name))
    }
}

/// The English words of a text, for the places and peoples that they may be of.
#[derive(Debug, Default)]
pub struct PlaceWords {
    words: HashSet<String>,
    stems: HashSet<String>,
}

impl PlaceWords {
    /// Those of a text, in small letters.
    pub fn of<'w>(words: impl Iterator<Item = &'w str>) -> Self {
        let mut all = Self::default();
        for word in words {
            all.stems.insert(stem(word));
            all.words.insert(word.to_owned());
        }
        all
    }
}

/// The letters that the name of a country and of its people have in common: Egypt, Egyptian; Iraq, Iraqi.
fn stem(word: &str) -> String {
    const LETTERS: usize = 4;
    word.chars().take(LETTERS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_found_by_both_names_and_capitals_stand_for_countries() {
        let of = |name: &str| places_of_english(name).next().unwrap();
        assert!(places_of_arabic(&norm("القاهرة")).any(|place| place.english.contains(&"cairo".to_owned())));
        assert!(of("damascus").may_be(of("syria")) && of("syria").may_be(of("damascus")));
        assert!(!of("damascus").may_be(of("aleppo")) && !of("iran").may_be(of("iraq")));
        let is_named = |place: &str, word| of(place).is_named_by(&PlaceWords::of([word].into_iter()));
        assert!(is_named("syria", "syrians") && is_named("france", "french") && !is_named("france", "italian"));
        assert_eq!(places_of_arabic("صور").count(), 0);
    }

    #[test]
    fn a_leader_is_found_by_every_spelling_of_the_table_and_stands_there_once() {
        let of = |name: &str| leaders_of_arabic(&norm(name)).next().unwrap();
        assert!(of("زيلينسكي").may_be(of("زيلنسكي")) && !of("السيسي").may_be(of("أردوغان")));
        assert_eq!(leaders_of_english("erdoğan").count(), leaders_of_english("erdogan").count());
        for leader in &LEADERS.places {
            assert_eq!(leaders_of_arabic(&leader.arabic).count(), 1, "{leader:?}");
        }
    }

    #[test]
    fn no_name_has_more_words_than_are_looked_for_and_each_group_has_a_place() {
        for place in PLACES.places.iter().chain(&LEADERS.places) {
            assert!(place.arabic.split(' ').count() <= WIDEST_PLACE, "{place:?}");
        }
        assert!(ONE_FOR_THE_OTHER.len() <= u64::BITS as usize);
        for group in ONE_FOR_THE_OTHER {
            assert!(group.iter().any(|name| places_of_english(name).next().is_some()), "{group:?}");
        }
    }
}
