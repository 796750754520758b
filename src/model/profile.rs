//! The house style of a desk: what checks hold a target to beside its source. A rule that is `any` asks nothing.

use super::decision::closed_set;
use super::setting::Setting;

closed_set! {
    /// How English words are spelt.
    SpellingStyle {
        /// Either way.
        Any = "any",
        /// colour, organise, centre.
        British = "uk",
        /// color, organize, center.
        American = "us",
    }
}

closed_set! {
    /// Which marks a quotation has.
    QuoteStyle {
        /// Any of them.
        Any = "any",
        /// “Double” marks outside.
        Double = "double",
        /// ‘Single’ marks outside.
        Single = "single",
    }
}

closed_set! {
    /// How a percentage is written.
    PercentStyle {
        /// Any of them.
        Any = "any",
        /// 45%.
        Sign = "sign",
        /// 45 percent.
        Percent = "percent",
        /// 45 per cent.
        PerCent = "per-cent",
    }
}

closed_set! {
    /// In which order a date is written.
    DateStyle {
        /// Either way.
        Any = "any",
        /// 3 September 2023.
        DayMonth = "day-month",
        /// September 3, 2023.
        MonthDay = "month-day",
    }
}

closed_set! {
    /// How the Arabic article of a name is written.
    ArticleStyle {
        /// Any of them.
        Any = "any",
        /// al-Safsafi.
        Lower = "al-",
        /// Al-Safsafi.
        Upper = "Al-",
        /// el-Safsafi.
        El = "el-",
    }
}

closed_set! {
    /// What becomes of religious formulas.
    HonorificStyle {
        /// Anything.
        Any = "any",
        /// They are rendered: peace be upon him.
        Render = "render",
        /// They are abbreviated: PBUH.
        Abbreviate = "abbreviate",
        /// They are left out.
        Omit = "omit",
    }
}

closed_set! {
    /// What a Hijri date needs in the target.
    EraStyle {
        /// The era or, where the source has it too, the civil date.
        Any = "any",
        /// The era: 1445 AH.
        Ah = "ah",
        /// The era and the civil date: 1445 AH (2023).
        AhCe = "ah-ce",
    }
}

closed_set! {
    /// How headings are capitalised.
    HeadingStyle {
        /// Any way, but all of an article alike.
        Any = "any",
        /// Figures That Matter.
        Title = "title",
        /// Figures that matter.
        Sentence = "sentence",
    }
}

closed_set! {
    /// Which dash parts a thought from its sentence.
    DashStyle {
        /// Either, but one in an article.
        Any = "any",
        /// A spaced en dash.
        En = "en",
        /// An em dash.
        Em = "em",
    }
}

/// The house style of a desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Profile {
    /// How English words are spelt.
    pub spelling: SpellingStyle,
    /// Which marks a quotation has.
    pub quotes: QuoteStyle,
    /// How a percentage is written.
    pub percent: PercentStyle,
    /// In which order a date is written.
    pub dates: DateStyle,
    /// How the Arabic article of a name is written.
    pub article: ArticleStyle,
    /// What becomes of religious formulas.
    pub honorifics: HonorificStyle,
    /// What a Hijri date needs.
    pub era: EraStyle,
    /// How headings are capitalised.
    pub headings: HeadingStyle,
    /// Which dash parts a thought from its sentence.
    pub dashes: DashStyle,
}

impl Default for Profile {
    /// A desk that has no house style: formulas of religion are rendered, all else is free.
    fn default() -> Self {
        Self {
            spelling: SpellingStyle::Any,
            quotes: QuoteStyle::Any,
            percent: PercentStyle::Any,
            dates: DateStyle::Any,
            article: ArticleStyle::Any,
            honorifics: HonorificStyle::Render,
            era: EraStyle::Any,
            headings: HeadingStyle::Any,
            dashes: DashStyle::Any,
        }
    }
}

impl Profile {
    /// Takes over the value of a setting; one that is no rule of the house, or no value of its rule, changes nothing.
    pub fn set(&mut self, setting: Setting, value: &str) {
        fn put<T>(rule: &mut T, value: Option<T>) {
            if let Some(value) = value {
                *rule = value;
            }
        }
        match setting {
            Setting::StyleSpelling => put(&mut self.spelling, SpellingStyle::parse(value)),
            Setting::StyleQuotes => put(&mut self.quotes, QuoteStyle::parse(value)),
            Setting::StylePercent => put(&mut self.percent, PercentStyle::parse(value)),
            Setting::StyleDates => put(&mut self.dates, DateStyle::parse(value)),
            Setting::StyleArticle => put(&mut self.article, ArticleStyle::parse(value)),
            Setting::StyleHonorifics => put(&mut self.honorifics, HonorificStyle::parse(value)),
            Setting::StyleEra => put(&mut self.era, EraStyle::parse(value)),
            Setting::StyleHeadings => put(&mut self.headings, HeadingStyle::parse(value)),
            Setting::StyleDashes => put(&mut self.dashes, DashStyle::parse(value)),
            _ => {}
        }
    }
}
