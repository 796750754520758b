//! Makes the forms of a word one, for counting phrases: takes off clitics and endings where the texts themselves have the word
//! without them. Knows no dictionary; and which words are too common to begin or end a term.

use std::collections::{HashMap, HashSet};

use super::words::Word;
use crate::model::Language;

/// Clitics that end in the article; they are taken off always.
const DEFINITE: [&str; 10] = ["وبال", "وكال", "فبال", "وال", "فال", "بال", "كال", "ولل", "فلل", "ال"];
/// The article behind ل, whose alef is not written.
const TO_THE: &str = "لل";
/// Clitics of one letter, and pairs of them; taken off where the rest is a word of its own.
const PARTICLES: [&str; 8] = ["وب", "ول", "وك", "و", "ف", "ب", "ل", "ك"];
/// Pronouns, longest first.
const PRONOUNS: [&str; 8] = ["هما", "كما", "ها", "هم", "هن", "كم", "نا", "ه"];
/// The least letters that stay.
const LEAST: usize = 3;

/// Words, as keys L2, at which no Arabic term begins or ends. Particles alone, with the verbs that report.
const ARABIC_STOPS: &str = "
    في من علي الي عن مع هذا هذه ذلك تلك هولاء اولءك هءلاء هوءلاء التي الذي الذين اللذان اللتان اللواتي ما لا لم لن ليس
    ليست ان انه انها انهم بان لان لانه لانها كان كانت كانوا يكون تكون قد لقد وقد كل بعض بين بعد قبل عند عندما حتي او ام
    ثم هو هي هم هن نحن انا انت غير اي ايه حيث كما لكن لكنه لكنها منذ خلال ضد حول دون لدي الا اما امام تحت فوق اذا اذ لو
    لولا كيف اين متي هل ماذا لماذا يا نحو عبر سوي مثل بل هنا هناك ايضا فقط جدا الان اليوم امس غدا وهو وهي فيه فيها منه
    منها منهم عليه عليها عليهم اليه اليها اليهم عنه عنها به بها بهم له لها لهم لنا لي معه معها بينهم بينها كلها كله
    نفسه نفسها ذات ذو ذي قال قالت قالوا يقول تقول اضاف اضافت اكد اكدت ذكر ذكرت اوضح اوضحت اشار اشارت اعلن اعلنت يمكن
    يجب ينبغي عدم مما فيما بما كلما بينما كذلك هكذا لذلك لذا احد احدي اكثر اقل اول اخر اخري عده جميع كافه مجرد سوف ربما
    ولا وما ومن وفي وعلي وان فان وكان وكانت ولم ولن تم يتم عام سنه
    واحد واحده مره مرات مرتين اثنان اثنين اثنتين ثلاث ثلاثه اربع اربعه خمس خمسه ست سته سبع سبعه ثماني ثمانيه تسع تسعه عشر
    عشره عشرون عشرين ثلاثون ثلاثين اربعون اربعين خمسون خمسين ستون ستين سبعون سبعين ثمانون ثمانين تسعون تسعين مءه ماءه مءات
    الف الاف مليون ملايين مليار مليارات ايام السبت الاحد الاثنين الثلاثاء الاربعاء الخميس الجمعه كانون تشرين
    شباط اذار نيسان ايار حزيران تموز ايلول يناير فبراير مارس ابريل مايو يونيو يوليو اغسطس سبتمبر اكتوبر نوفمبر ديسمبر صباح
    مساء شهر اشهر اسبوع سنوات اعوام عاما دقيقه دقاءق ساعه ساعات الماضي الماضيه المقبل المقبله القادم القادمه الجاري
    بلغ بلغت يبلغ تبلغ البالغ البالغه صرح صرحت افاد افادت نقلت اعتبر اعتبرت رات كشفت شهدت قام قامت
    يقوم تقوم جاء جاءت اصبح اصبحت ظلت بدا بدات حين متحدث المتحدث باسم بشان بسبب وفقا وذلك وهذا وهذه مءويه المضي
    لاي باي لكل بكل
";

/// Words with the article that are in terms though without it they are too common: الرأي العام, الاعتماد على الذات.
const ARABIC_WEIGHTY: [&str; 9] = ["الذات", "العام", "العامه", "الواحد", "الواحده", "الاول", "الاولي", "الاخر", "الاخري"];

/// Words that no Arabic term holds: they make a clause.
const ARABIC_BARS: &str = "
    التي الذي الذين اللذان اللتان اللواتي لم لن ليس ليست ان انه انها انهم لان لانه لانها كان كانت كانوا يكون تكون قد لقد
    وقد هذا هذه ذلك تلك هو هي هم لكن لكنه لكنها عندما حين حيث اذا اذ لو ثم بينما كما قال قالت وقال وقالت اضاف واضاف يقول
    بلغ بلغت وبلغ وبلغت يبلغ تبلغ سوف وهو وهي وكان وكانت والتي والذي بان وان فيه فيها منه منها عليه عليها اليه اليها
";

/// Words at which no English term begins or ends.
const ENGLISH_STOPS: &str = "
    a an the of in on at to for from by with and or but nor as than that this these those which who whom whose what
    when where why how is are was were be been being am it its he she they them his her hers their theirs him we us our
    you your i my me not no do does did done has have had having will would can could may might must should shall if
    then there here so such into out up down over under about after before between through during against among within
    without also only just even more most less least very too all any some each every both either neither one other
    another said says say while because since until though although however upon per via yet still now own same like
    many much few it's s itself themselves himself herself whether toward towards
";

/// Words that no English term holds.
const ENGLISH_BARS: &str = "
    that which who whom whose what when where why how is are was were be been being am he she they it i you we has have had
    does do did will would can could may might must should shall said says because although whether if while
";

/// A word without what was taken off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Reduced {
    /// What is left, as a key.
    pub(super) key: String,
    /// How many letters were taken off before it, the article not counted.
    pub(super) before: usize,
}

/// The words of all texts, as their own evidence.
pub(super) struct Reducer {
    language: Kind,
    /// How often each word stands, the article aside.
    counts: HashMap<String, u32>,
    stops: HashSet<&'static str>,
    bars: HashSet<&'static str>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Arabic,
    English,
    Other,
}

impl Kind {
    fn of(language: &Language) -> Self {
        match language.primary() {
            "ar" => Self::Arabic,
            "en" => Self::English,
            _ => Self::Other,
        }
    }
}

impl Reducer {
    pub(super) fn new(words: impl Iterator<Item = Word>, language: &Language) -> Self {
        let language = Kind::of(language);
        let (stops, bars) = match language {
            Kind::Arabic => (ARABIC_STOPS, ARABIC_BARS),
            Kind::English => (ENGLISH_STOPS, ENGLISH_BARS),
            Kind::Other => ("", ""),
        };
        let (stops, bars) = (stops.split_whitespace().collect(), bars.split_whitespace().collect());
        let mut reducer = Self { language, counts: HashMap::new(), stops, bars };
        for word in words {
            let key = reducer.certain(&word).key;
            *reducer.counts.entry(key).or_default() += 1;
        }
        reducer
    }

    /// Whether no term begins or ends with a word: it is too common, a number, or a single letter.
    pub(super) fn is_stop_word(&self, key: &str, reduced: &str) -> bool {
        let is_short = reduced.chars().count() < 2;
        let is_number = key.chars().next().is_some_and(char::is_numeric);
        let is_weighty = self.language == Kind::Arabic && ARABIC_WEIGHTY.contains(&key);
        is_short || is_number || !is_weighty && (self.stops.contains(key) || self.stops.contains(reduced))
    }

    /// Whether no term holds a word.
    pub(super) fn is_bar(&self, key: &str) -> bool {
        self.bars.contains(key)
    }

    /// What is left of a word.
    pub(super) fn reduce(&self, word: &Word) -> Reduced {
        let certain = self.certain(word);
        match self.language {
            Kind::Arabic => self.without_particles(&certain, word),
            Kind::English => self.singular(&certain),
            Kind::Other => certain,
        }
    }

    /// What can be taken off without a look at other words.
    fn certain(&self, word: &Word) -> Reduced {
        let key = &word.key;
        match self.language {
            Kind::Arabic => {
                let long = |rest: &&str| rest.chars().count() >= LEAST;
                let definite = DEFINITE.iter().find_map(|clitic| {
                    let rest = key.strip_prefix(clitic).filter(long)?;
                    Some(Reduced { key: rest.to_owned(), before: clitic.chars().count() - 2 })
                });
                let to_the = || {
                    let rest = key.strip_prefix(TO_THE).filter(long)?;
                    Some(Reduced { key: rest.to_owned(), before: 1 })
                };
                definite.or_else(to_the).unwrap_or_else(|| Reduced { key: key.clone(), before: 0 })
            }
            Kind::English => {
                let bare = ["'s", "’s", "'"].iter().find_map(|end| key.strip_suffix(end)).unwrap_or(key);
                Reduced { key: bare.to_owned(), before: 0 }
            }
            Kind::Other => Reduced { key: key.clone(), before: 0 },
        }
    }

    fn count(&self, key: &str) -> u32 {
        self.counts.get(key).copied().unwrap_or_default()
    }

    /// The same without particles and pronouns, where what is left stands at least as often by itself.
    fn without_particles(&self, word: &Reduced, whole: &Word) -> Reduced {
        let own = self.count(&word.key);
        let mut best = word.clone();
        let mut most = 0;
        let mut weigh = |key: String, before: usize| {
            let count = self.count(&key);
            if key.chars().count() >= LEAST && count >= own && count > most {
                most = count;
                best = Reduced { key, before };
            }
        };
        if whole.key.trim_start_matches(['و', 'ف']).starts_with(TO_THE) {
            // للجنة is ل and اللجنة: one lam of the three was not written.
            weigh(format!("ل{}", word.key), word.before);
        }
        for particle in std::iter::once("").chain(PARTICLES) {
            let Some(rest) = word.key.strip_prefix(particle) else { continue };
            let before = word.before + particle.chars().count();
            if !particle.is_empty() && word.before == 0 {
                weigh(rest.to_owned(), before);
            } else if !particle.is_empty() {
                continue;
            }
            for pronoun in PRONOUNS {
                let Some(stem) = rest.strip_suffix(pronoun) else { continue };
                weigh(stem.to_owned(), before);
                // لجنتها is of لجنه.
                if let Some(feminine) = stem.strip_suffix('ت') {
                    weigh(format!("{feminine}ه"), before);
                }
            }
        }
        best
    }

    /// The singular, where it stands somewhere.
    fn singular(&self, word: &Reduced) -> Reduced {
        let singulars = super::english::singulars(&word.key);
        let known = singulars.into_iter().find(|singular| self.count(singular) > 0);
        known.map_or_else(|| word.clone(), |key| Reduced { key, before: 0 })
    }
}

#[cfg(test)]
mod tests {
    use super::super::words::words;
    use super::*;

    fn reduced(text: &str, language: &str) -> Vec<String> {
        let language: Language = language.parse().unwrap();
        let words = words(text);
        let reducer = Reducer::new(words.iter().cloned(), &language);
        words.iter().map(|word| reducer.reduce(word).key).collect()
    }

    #[test]
    fn clitics_go_where_the_word_stands_without_them() {
        let found = reduced("اللجنةُ لجنة ولجنة بلجنتها للّجنة والبلد وزير كتاب", "ar");
        assert_eq!(found, ["لجنه", "لجنه", "لجنه", "لجنه", "لجنه", "بلد", "وزير", "كتاب"]);
    }

    #[test]
    fn plurals_and_possessives_are_one_word_where_the_singular_stands() {
        let found = reduced("committee committees Committee's news", "en");
        assert_eq!(found, ["committee", "committee", "committee", "news"]);
    }

    #[test]
    fn stop_words_are_keys() {
        for word in [ARABIC_STOPS, ARABIC_BARS, ENGLISH_STOPS, ENGLISH_BARS].into_iter().flat_map(str::split_whitespace)
        {
            assert_eq!(crate::text::norm(word), word);
        }
    }
}
