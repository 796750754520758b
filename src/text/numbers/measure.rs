//! Currencies and units that a number is bound to. A word that stands for several of them in English has all their names.

use super::scan::{Token, TokenKind, key, sign, word};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measure {
    /// Whether it is money, a unit, or a length of time.
    pub kind: MeasureKind,
    /// The English names it may go by, such as `lira` and `pound` for ليرة.
    pub names: &'static [&'static str],
    /// 2 of a square unit, 3 of a cubic one, else 1.
    pub power: u8,
}

/// The kinds of measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MeasureKind {
    /// Money.
    Currency,
    /// Length, area, volume, mass, temperature.
    Unit,
    /// Years to seconds.
    Time,
}

impl Measure {
    /// Whether one may be the translation of the other.
    #[must_use]
    pub fn agrees(self, other: Self) -> bool {
        self.names.iter().any(|name| other.names.contains(name))
    }

    /// Whether a translation says its power, which a text may leave unsaid.
    #[must_use]
    pub const fn keeps_power(self, translation: Self) -> bool {
        self.power == 1 || self.power == translation.power
    }
}

type Row = (&'static [&'static str], &'static str);

const CURRENCIES: &[Row] = &[
    (&["dollar"], "دولار دولارا دولارات dollar dollars usd"),
    (&["euro"], "يورو euro euros eur"),
    (&["pound"], "جنيه جنيها جنيهات pound pounds gbp egp sterling"),
    (&["lira", "pound"], "ليرة ليرات lbp syp"),
    (&["lira"], "lira liras lire try"),
    (&["dinar"], "دينار دينارا دنانير dinar dinars jod kwd iqd tnd dzd bhd lyd"),
    (&["riyal"], "ريال ريالا ريالات riyal riyals rial rials sar qar yer omr irr"),
    (&["dirham"], "درهم درهما دراهم dirham dirhams aed mad"),
    (&["shekel"], "شيكل شيقل شيكلا شيقلا شيقلات شواكل شيكلات shekel shekels ils nis"),
    (&["franc"], "فرنك فرنكا فرنكات franc francs chf"),
    (&["yen"], "ين yen jpy"),
    (&["yuan"], "يوان yuan renminbi cny"),
    (&["rouble"], "روبل روبلا rouble roubles ruble rubles rub"),
    (&["rupee"], "روبية روبيات rupee rupees inr pkr"),
    (&["toman"], "تومان toman tomans"),
    (&["cent"], "سنتا سنتات cents"),
    (&["piastre"], "قرش قرشا قروش piastre piastres piaster piasters"),
];
/// A degree may be one of several; the word behind it tells.
const DEGREES: &[&str] = &["degree", "Celsius", "Fahrenheit"];
const SCALES: &[(&[&str], &[&str])] = &[
    (&["Celsius"], &["مءويه", "سلسيوس", "celsius", "centigrade", "c"]),
    (&["Fahrenheit"], &["فهرنهايت", "fahrenheit", "f"]),
];
/// What stands before or behind a number without a space, or with one: JD300.
const SHORT: &[(&[&str], &[&str])] = &[
    (&["dinar"], &["JD", "KD", "BD", "ID", "TD", "LD", "DA", "DT"]),
    (&["riyal"], &["SR", "QR", "RO"]),
    (&["dirham"], &["DH", "Dh", "Dhs"]),
    (&["pound"], &["LE"]),
    (&["lira", "pound"], &["LL", "TL"]),
];
/// The sign of a degree is no money.
const DEGREE: char = '°';
const SIGNS: &[(char, &[&str])] = &[
    (DEGREE, DEGREES),
    ('$', &["dollar"]),
    ('€', &["euro"]),
    ('£', &["pound", "lira"]),
    ('₪', &["shekel"]),
    ('₺', &["lira"]),
    ('¥', &["yen", "yuan"]),
];
const UNITS: &[Row] = &[
    (&["kilometre"], "كيلومتر كيلومترا كيلومترات كلم كم kilometre kilometres kilometer kilometers km kph"),
    (&["metre"], "متر مترا أمتار metre metres meter meters"),
    (&["centimetre"], "سنتيمتر سنتيمترا سنتيمترات سم centimetre centimetres centimeter centimeters cm"),
    (
        &["millimetre"],
        "ملليمتر مليمتر ملليمترا مليمترا ملليمترات مليمترات ملم millimetre millimetres millimeter millimeters mm",
    ),
    (&["mile"], "ميل ميلا أميال mile miles mph"),
    (&["foot"], "قدم قدما أقدام foot feet ft"),
    (&["hectare"], "هكتار هكتارا هكتارات hectare hectares ha"),
    (&["dunam"], "دونم دونما دونمات dunam dunams dunum dunums donum donums"),
    (&["feddan"], "فدان فدانا أفدنة feddan feddans"),
    (&["acre"], "acre acres"),
    (&["qirat"], "قيراط قيراطا قراريط qirat qirats carat carats"),
    (&["quintal"], "قنطار قنطارا قناطير quintal quintals qintar qintars"),
    (&["tonne"], "طن طنا أطنان tonne tonnes ton tons"),
    (
        &["kilogram"],
        "كيلوغرام كيلوغراما كيلوغرامات كيلوجرام كيلوجراما كيلوجرامات كغ كلغ كجم كغم كيلو kilogram kilograms kilo kilos kg kgs",
    ),
    (&["gram"], "غرام غراما غرامات جرام جراما جرامات غ غم جم gram grams gramme grammes g gm"),
    (&["milligram"], "مليغرام مليغراما ملليغرام ملغ ملغم مغ milligram milligrams mg"),
    (&["ounce"], "أونصة أونصات ounce ounces oz"),
    (&["ounce", "okka", "ouguiya"], "أوقية أوقيات"),
    (&["ouguiya"], "ouguiya ouguiyas"),
    (&["okka"], "okka okkas oka okas"),
    (&["litre"], "لتر لترا لترات ليتر ليترا litre litres liter liters"),
    (&["millilitre"], "مليلتر ملليلتر مل millilitre millilitres milliliter milliliters ml"),
    (&["barrel"], "برميل برميلا براميل barrel barrels bpd"),
    (&["gallon"], "غالون غالونا غالونات جالون gallon gallons"),
    (DEGREES, "درجة درجات degree degrees"),
    (&["kilowatt"], "كيلوواط كيلووات kilowatt kilowatts kw"),
    (&["gigawatt"], "غيغاواط غيغاوات جيجاواط جيجاوات gigawatt gigawatts gw"),
    (&["megawatt"], "ميغاواط ميغاوات ميجاوات megawatt megawatts mw"),
];
const TIMES: &[Row] = &[
    (&["millennium"], "ألفية ألفيات millennium millennia millenniums"),
    (&["century"], "قرن قرنا قرون century centuries"),
    (&["decade"], "عقد عقدا عقود decade decades"),
    (&["year"], "عام عاما أعوام سنة سنوات سنين year years"),
    (&["month"], "شهر شهرا أشهر شهور month months"),
    (&["week"], "أسبوع أسبوعا أسابيع week weeks"),
    (&["day"], "يوم يوما أيام day days"),
    (&["fortnight"], "fortnight fortnights"),
    (&["hour"], "ساعة ساعات hour hours"),
    (&["minute"], "دقيقة دقائق minute minutes"),
];

static WORDS: LazyLock<HashMap<String, Measure>> = LazyLock::new(|| {
    let tables = [(MeasureKind::Currency, CURRENCIES), (MeasureKind::Unit, UNITS), (MeasureKind::Time, TIMES)];
    let rows = tables.into_iter().flat_map(|(kind, rows)| rows.iter().map(move |(names, words)| (kind, *names, words)));
    rows.flat_map(|(kind, names, words)| words.split(' ').map(move |w| (key(w), Measure { kind, names, power: 1 })))
        .collect()
});

/// The measure that one token names.
pub(super) fn at(tokens: &[Token], at: usize) -> Option<Measure> {
    match &tokens.get(at)?.kind {
        TokenKind::Word(word) => {
            let find = |word: &str| WORDS.get(word).copied();
            // TRY is money, try is not.
            let code = word.key.len() == 3 && word.key.is_ascii() && word.key != "yen";
            let shouted = word.letters.chars().all(char::is_uppercase);
            let find =
                |key: &str| find(key).filter(|measure| measure.kind != MeasureKind::Currency || !code || shouted);
            // G is a name, and m is a metre where it is squared.
            let name = match word.letters.as_str() {
                "G" => return None,
                "m" | "م" if power(tokens, at) > 1 => "metre",
                _ => &word.key,
            };
            // كيلوواطًا: what is counted stands in the accusative.
            let counted = || name.strip_suffix('ا').filter(|stem| stem.chars().count() > 4).and_then(find);
            find(name)
                .or_else(|| name.strip_prefix("ال").and_then(find))
                .or_else(counted)
                .map(|measure| raised(measure, tokens, at))
        }
        TokenKind::Sign(c) => {
            let (_, names) = SIGNS.iter().find(|(sign, _)| sign == c)?;
            let kind = if *c == DEGREE { MeasureKind::Unit } else { MeasureKind::Currency };
            Some(Measure { kind, names, power: 1 })
        }
        _ => None,
    }
}

/// A measure with the power that the words beside it give it; only a unit has one.
fn raised(measure: Measure, tokens: &[Token], at: usize) -> Measure {
    if measure.kind == MeasureKind::Unit { Measure { power: power(tokens, at), ..measure } } else { measure }
}

/// The power that the words beside a unit give it: متر مربع, cubic metres, km².
fn power(tokens: &[Token], at: usize) -> u8 {
    let before = at.checked_sub(1).filter(|at| matches!(sign(tokens, *at), Some('.' | '-')));
    let before = before.map_or_else(|| at.checked_sub(1), |at| at.checked_sub(1));
    match before.and_then(|at| word(tokens, at)) {
        Some("square" | "sq") => return 2,
        Some("cubic" | "cu") => return 3,
        _ => {}
    }
    let Some(next) = tokens.get(at + 1) else { return 1 };
    match &next.kind {
        TokenKind::Word(word) => {
            let bare = word.key.strip_prefix("ال").unwrap_or(&word.key);
            if bare.starts_with("مربع") {
                2
            } else if bare.starts_with("مكعب") {
                3
            } else {
                1
            }
        }
        _ => exponent(next).unwrap_or(1),
    }
}

/// The power in digits that stands close behind a unit.
pub(super) fn exponent(token: &Token) -> Option<u8> {
    match &token.kind {
        TokenKind::Sign('²') => Some(2),
        TokenKind::Sign('³') => Some(3),
        TokenKind::Numeral(numeral) if !token.spaced => match numeral.digits.as_str() {
            "2" => Some(2),
            "3" => Some(3),
            _ => None,
        },
        _ => None,
    }
}

/// The measure behind a number, and the token after it: `500 hectares`, `a 500-hectare plot`, `20 million US dollars`.
pub(super) fn after(tokens: &[Token], next: usize) -> Option<(Measure, usize)> {
    let mut next = next;
    for _ in 0..2 {
        let skipped = match &tokens.get(next)?.kind {
            TokenKind::Sign('-' | '‑') => !tokens[next].spaced,
            TokenKind::Sign('.') => matches!(word(tokens, next - 1), Some("sq" | "cu")),
            TokenKind::Word(word) => {
                matches!(
                    word.key.as_str(),
                    "square"
                        | "sq"
                        | "cu"
                        | "cubic"
                        | "metric"
                        | "us"
                        | "american"
                        | "egyptian"
                        | "jordanian"
                        | "iraqi"
                        | "kuwaiti"
                        | "lebanese"
                        | "syrian"
                        | "saudi"
                        | "of"
                        | "tunisian"
                        | "libyan"
                        | "algerian"
                        | "turkish"
                        | "israeli"
                )
            }
            _ => false,
        };
        next += usize::from(skipped);
    }
    // 200 m; where no space parts them it may be a million as well.
    let is_metre = matches!(tokens.get(next).map(|token| &token.kind), Some(TokenKind::Word(word)) if word.letters == "m")
        && next.checked_sub(1).is_some_and(|at| matches!(tokens[at].kind, TokenKind::Numeral(_)));
    if is_metre {
        return WORDS.get("metre").map(|metre| (raised(*metre, tokens, next), next + 1));
    }
    let short = short(tokens, next).map(|measure| (measure, next + 1));
    short.or_else(|| at(tokens, next).map(|measure| (of_degrees(tokens, measure, next + 1), next + 1)))
}

fn short(tokens: &[Token], at: usize) -> Option<Measure> {
    let TokenKind::Word(word) = &tokens.get(at)?.kind else { return None };
    let (names, _) = SHORT.iter().find(|(_, codes)| codes.contains(&word.letters.as_str()))?;
    Some(Measure { kind: MeasureKind::Currency, names, power: 1 })
}

/// Degrees of the scale that the word behind them names.
fn of_degrees(tokens: &[Token], measure: Measure, next: usize) -> Measure {
    let scale = word(tokens, next).filter(|_| measure.names == DEGREES);
    let scale = scale.and_then(|scale| SCALES.iter().find(|(_, words)| words.contains(&scale)));
    scale.map_or(measure, |(names, _)| Measure { names, ..measure })
}

/// The length of time or the money inside a number: an hour and a half, ساعتين ونصف, خمسة دنانير ونصف.
pub(super) fn within(tokens: &[Token], number: Range<usize>) -> Option<Measure> {
    let last = number.end.saturating_sub(1);
    let inside = (number.start..last).find_map(|index| at(tokens, index).or_else(|| dual_at(tokens, index)));
    inside.filter(|measure| measure.kind != MeasureKind::Unit)
}

/// The length of time or the unit behind a part: half an hour, a quarter of a century, half a kilometre.
pub(super) fn of_one(tokens: &[Token], next: usize) -> Option<Measure> {
    let is = |at: usize, words: &[&str]| word(tokens, at).is_some_and(|word| words.contains(&word));
    let article = next + usize::from(is(next, &["of"]));
    let noun = at(tokens, article + 1).filter(|_| is(article, &["a", "an", "the"]));
    noun.filter(|measure| measure.kind != MeasureKind::Currency)
}

/// The measure whose dual stands at a token: مترين مربعين.
pub(super) fn dual_at(tokens: &[Token], at: usize) -> Option<Measure> {
    dual(word(tokens, at)?).map(|measure| raised(measure, tokens, at))
}

/// The measure whose dual a word is: أسبوعين, ليرتان; with its clitics off.
pub(super) fn dual(word: &str) -> Option<Measure> {
    let find = |word: &str| {
        let stem = word.strip_suffix("ين").or_else(|| word.strip_suffix("ان"))?;
        let whole = || stem.strip_suffix('ت').and_then(|stem| WORDS.get(&format!("{stem}ه")));
        let measure = whole().or_else(|| WORDS.get(stem)).copied()?;
        // Feet are more often those of the body; and أسنان are teeth.
        (!measure.names.contains(&"foot")).then_some(measure)
    };
    let bare = word.strip_prefix(['و', 'ف']).unwrap_or(word);
    let article = |word: &str| word.strip_prefix("ال").and_then(find);
    find(word)
        .or_else(|| find(bare))
        .or_else(|| article(bare))
        .or_else(|| bare.strip_prefix(['ب', 'ل', 'ك']).and_then(|rest| find(rest).or_else(|| article(rest))))
        .or_else(|| bare.strip_prefix("لل").and_then(find))
}

/// The currency before a number: `$50`, `US$ 50`, `EUR 50`.
pub(super) fn before(tokens: &[Token], begin: usize) -> Option<Measure> {
    let token = begin.checked_sub(1)?;
    if let Some(measure) = short(tokens, token) {
        return Some(measure);
    }
    let code = match &tokens[token].kind {
        TokenKind::Word(word) => word.letters.len() == 3 && word.letters.chars().all(|c| c.is_ascii_uppercase()),
        TokenKind::Sign(_) => true,
        _ => false,
    };
    at(tokens, token).filter(|measure| code && measure.kind == MeasureKind::Currency)
}

/// All currencies and units named anywhere in the tokens.
pub(super) fn all(tokens: &[Token]) -> Vec<Measure> {
    (0..tokens.len()).filter_map(|index| at(tokens, index)).collect()
}
