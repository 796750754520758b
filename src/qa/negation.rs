//! The check of negation: a sentence that denies where the other does not. It looks at whole texts, and at each sentence where both
//! have as many, and flags only where one side denies nothing at all, for languages deny in different places. And it looks whether a
//! bound has become its contrary: no more than, exceeds.

mod idioms;

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use idioms::Negator;

use super::bounds;
use super::pair::{Pair, Side, SideWord};
use crate::model::{Finding, Message, Severity};
use crate::text::norm;
use crate::text::numbers::Score;

/// Words that deny.
const NEGATORS: &str = "لا لم لن ليس ليست ليسوا ليسا لسنا لستم ألم أليس أليست ألا ولا فلا ولم فلم ولن فلن وليس وليست فليس \
    غير بغير وغير لغير بلا وبلا عدم وعدم بعدم لعدم دون بدون ودون وبدون";
/// What stands behind ما من where there is none of it: ما من أحد; other words are what does something, ما من شأنه.
const NOBODY: &str =
    "أحد شيء دليل سبيل شخص بلد دولة حل خيار بديل مبرر سبب طريقة مكان بيت حكومة قوة أمل مخرج عاقل كاتب رجل امرأة";
/// What makes "only" of a denial, wherever it follows.
const EXCEPTIONS: &str = "إلا سوى عدا فقط وإلا فحسب غير بل";
/// Words that deny by what they mean; they answer a denial of the other side and need none.
const ARABIC_LEXICAL: &str = "ما وما فما امتنع امتنعت يمتنع عجز عجزت يعجز فشل فشلت يفشل رفض رفضت يرفض ترفض رفضوا نفى نفت ينفي تنفي أنكر أنكرت \
    ينكر منع منعت يمنع تمنع منعوا حال حالت استحالة مستحيل يستحيل تعذر يتعذر غاب غابت غياب انعدام انعدم افتقر يفتقر تفتقر خلا يخلو تخلو \
    خال خالية نقص قلة ندرة نادرا ندر كف توقف توقفت يتوقف حظر يحظر تحظر محظور تجنب يتجنب قلما بالكاد يكاد تكاد لولا إلا سوى كلا أبدا قط \
    بعيدا بدل بدلا عوضا مجهول مجهولة حرمان حرم يحرم خلافا رغم ضد مضاد نبذ ألغى إلغاء تفادي تخلى فقدان فقد فقدت يفقد لئلا كيلا أقل قليل قليلة \
    باستثناء لو إنكار استبعد يستبعد مستبعد خسر خسرت مفقود لما كاد ممنوع المنع منعا الوقاية عاجز عاجزة أحد عكس سلبي سلبية سوء فاقد ناقص \
    انقطع انقطعت ينقطع تنقطع انقطاع جهل يجهل تجهل يجهلون بالنفي لست لسه مش ليتني تخلو يخلون انتفى حرام معدوم منعدم عدا أي";
const ENGLISH_NEGATORS: &str = "not no never none nobody nothing nowhere neither nor cannot without n't non sans";
const ENGLISH_LEXICAL: &str = "atypical anonymous anonymously anonymity ever fail fails failed failing failure lack lacks lacked lacking refuse refuses refused refusing refusal \
    deny denies denied denying reject rejects rejected rejecting avoid avoids avoided avoiding prevent prevents prevented preventing \
    prevention stop stops stopped hardly rarely barely scarcely seldom only unless except other far absent absence abstain abstained \
    impossible regardless instead rather cease ceased ban banned bans prohibit prohibited prohibits forbid forbids forbidden free minus \
    loses lost lose missing miss misses minimal zero exclude excluded excluding opposed resist asymptomatic asymmetric asymmetrical \
    arrhythmia arrhythmias oblique obliquely rid devoid exempt void nil neglect neglected omit omitted ignored ignore keep loath \
    reluctant reluctance difficult hard halt block blocked bar barred different differs opposite contrary declined decline withheld \
    inability incapable vain futile fruitless elusive razed wonder doubt doubts doubted doubtful";
/// Beginnings that make a denial of an adjective, and words that only look as if they had one.
const PREFIXES: &[&str] = &["un", "in", "im", "ir", "il", "dis", "non", "mis"];
const NO_PREFIX: &str = "under until united union unit units unity universal universe university unique understand understood uncle unions unified \
    unanimous uniform unto in into inside international interest interests interested include includes included including \
    increase increased increases increasing increasingly individual individuals industry industrial information indeed india \
    indian initiative initial initially institute institution institutions instance instead intend intended intention \
    internal internet introduce introduced investment investments invest investigation involve involved involves inspire \
    inspired interior integrated integrity intelligence intense interview interviews intervention indicate indicated \
    indicates indication infection infections infected influence influenza inform informed infrastructure ingredients \
    inhabitants inherit injured injury injuries inner innovation inquiry insist insisted inspection install installed \
    insurance invite invited invitation island islands islamic islam israel israeli iraq iraqi iran iranian iron irrigation \
    illness ill illustrate image images imagine immediate immediately immigrants immigration immune impact important \
    importance import imports impose imposed impress impressed impressive improve improved improvement impulse implement \
    implemented imply implies imperial discuss discussed discussion discussions disease diseases distance distribution \
    district districts display distinguish distinct distinction disaster discipline discover discovered discovery dish disc \
    dispute disputes disk mission missions missile missiles mister mist mistake mistakes misery minute minister min inch \
    inches income incident incidents infant infants inmate inmates input insects insight inn intake intact intellectual \
    interact interaction interim interpret interpretation interval intra invade invasion invent invention inventory investor \
    investors iris item irish indonesia indonesian indoor induce induced ink inflation inflammation inflammatory inhibitor \
    inhibitors inhibit inhalation inject injection inoculation incubation incidence index indigenous indicator indicators \
    inspector instruction instructions instrument instruments integral intensive intensity unesco un undergo undergoing \
    underwent undertake underlying underground undermine unveil unveiled unleash unanimously unicef unrwa unilateral \
    unilaterally unify unification unionist unionists universities displaced displace displacing displacement dispatch \
    dispatched disperse dispersed dispersal distribute distributed distributing distress distressed disturb disturbed \
    disturbances dissident dissidents dissolve dissolved discourse dismay inaugurate inaugurated inauguration incite incited \
    incitement incline inclined indict indicted indictment infantry infiltrate infiltrated infiltration initiate initiated \
    initiatives insurgent insurgents insurgency insult insulted insults intercept intercepted interceptor interfere \
    interference interrogate interrogated interrogation interrupt interrupted intervene intervened intifada intimidate \
    intimidated intimidation invoke invoked inmost imam imams immense imminent impasse impeach impeachment impart impetus \
    implicate implicated implication implications imprison imprisoned imprisonment irony irrigate irrigated illuminate \
    illuminated indians iranians iraqis israelis islamabad islamist islamists ismail ismailia israelites indoctrinate \
    missionary missionaries misrata miscellaneous mischief nonetheless inquiries intends intending inspires inspiring invites \
    inviting involving insists insisting investigate investigated investigating investigations investigators intellectuals \
    interviewed institutional industries industrialised inflict inflicted inhabited inhabit inherited inheritance initials \
    injure innate intelligent interpreted involvement inclusion inclusive inspiration incorporate incorporated inspected \
    installations institutes instinct instincts intentionally interpreters interpreter intersection intimate intrigue \
    intruders inventor inventions investing inward discard discharge discharged discount discounts discretion disguise \
    dismantle dismantled dismiss dismissed dismissal dispense disposal dispose disposed dissertation distant distil distract \
    distracted imitate imitation imperative implant imported exporters importers impoverished imprint improvements impulses \
    mistress mistaken increments innovative innovations inspectors instructor instructors instructed insure insured insurers \
    integrate interfered interacted interestingly interpreting intricate introducing introduction invading invaders";

static NEGATIVE: LazyLock<HashSet<String>> = LazyLock::new(|| keys(NEGATORS));
static NONE: LazyLock<HashSet<String>> = LazyLock::new(|| keys(NOBODY));
static EXCEPTING: LazyLock<HashSet<String>> = LazyLock::new(|| keys(EXCEPTIONS));
static ARABIC: LazyLock<HashSet<String>> = LazyLock::new(|| keys(ARABIC_LEXICAL));
static ENGLISH: LazyLock<HashSet<String>> = LazyLock::new(|| keys(ENGLISH_NEGATORS));
static LEXICAL: LazyLock<HashSet<String>> = LazyLock::new(|| keys(ENGLISH_LEXICAL));
static UNPREFIXED: LazyLock<HashSet<String>> = LazyLock::new(|| keys(NO_PREFIX));

pub(super) fn keys(list: &str) -> HashSet<String> {
    list.split_whitespace().map(norm).collect()
}

/// A text's first denial, and whether it denies in any way at all.
#[derive(Default)]
struct Denial {
    first: Option<Range<usize>>,
    any: bool,
    /// The first denial that may belong to the bound of a number.
    of_bound: Option<Range<usize>>,
    /// Whether it says that something has not come up to a number, or is less.
    is_below: bool,
    /// Whether it says that something has not stopped, or goes on.
    goes_on: bool,
    /// Whether it gives a bound in any way.
    is_bound: bool,
}

fn arabic(side: &Side<'_>, words: &[SideWord]) -> Denial {
    let mut denial = Denial::default();
    let last_exception = words.iter().rposition(|word| EXCEPTING.contains(&word.key));
    for (at, word) in words.iter().enumerate() {
        // بهدفين دون رد is a number, which answers a denial and is none.
        if let Some(score) = side.score_at(word.span.start) {
            denial.any |= has_none(score);
            continue;
        }
        let bare = word.key.strip_prefix(['و', 'ف']).filter(|rest| rest.chars().count() > 1).unwrap_or(&word.key);
        let clitic = word.key.strip_prefix(['ل', 'ب']).filter(|rest| rest.chars().count() > 2);
        let lexical =
            |key: &str| ARABIC.contains(key) || key.strip_suffix("نا").is_some_and(|stem| ARABIC.contains(stem));
        let next = |ahead: usize| words.get(at + ahead).map_or("", |next| next.key.as_str());
        denial.any |= lexical(&word.key) || lexical(bare) || clitic.is_some_and(lexical);
        denial.any |= bare == "خارج" && matches!(next(1), "الخدمه" | "السيطره" | "الدوام");
        // إلا excepts; its key is that of ألا.
        let excepts = side.at(&word.span).contains('إ');
        // ما من أحد is no one.
        let is_none = bare == "ما" && next(1) == "من" && NONE.contains(next(2));
        if excepts || !is_none && !NEGATIVE.contains(&word.key) && !NEGATIVE.contains(bare) {
            continue;
        }
        denial.any = true;
        // أم لا, نعم/لا: whether or not, yes or no.
        let choice = at.checked_sub(1).is_some_and(|before| matches!(words[before].key.as_str(), "ام" | "او" | "نعم"));
        let negator = Negator { side, words, at, key: bare };
        denial.is_below |= negator.is_below();
        denial.goes_on |= negator.goes_on();
        let only = last_exception.is_some_and(|last| last > at);
        if !only && !choice && !negator.denies_nothing() {
            let first = if negator.is_of_a_bound() { &mut denial.of_bound } else { &mut denial.first };
            first.get_or_insert_with(|| word.span.clone());
        }
    }
    denial
}

/// Whether a side scored nothing: two goals without reply.
const fn has_none(score: &Score) -> bool {
    score.goals[1] == 0
}

/// Whether a number follows "No." or "nos.", or a code "no" alone: 7, JO94CBJO. Without a full stop a number counts that nothing
/// follows, "under no 4512": no 10 % and no 30 schools are denials, and so is no 5G.
fn is_numbered(after: &str) -> bool {
    let abbreviated = after.strip_prefix('.');
    let rest = abbreviated.unwrap_or(after).trim_start_matches([' ', '\u{a0}', '#', ':', '(']);
    let code: Vec<char> = rest.chars().take_while(|c| !c.is_whitespace()).collect();
    let digits = code.iter().filter(|c| c.is_ascii_digit()).count();
    let letters = code.iter().filter(|c| c.is_alphabetic()).count();
    let ends = !rest[code.iter().map(|c| c.len_utf8()).sum()..].trim_start().starts_with(char::is_alphanumeric);
    let is_alone = letters == 0 && ends && !code.contains(&'%');
    digits > 0 && (abbreviated.is_some() || letters > 0 && digits > 4 || is_alone)
}

fn english(side: &Side<'_>, words: &[SideWord]) -> Denial {
    let mut denial = Denial { is_bound: bounds::is_said(words), ..Denial::default() };
    for (at, word) in words.iter().enumerate() {
        // By two goals without reply, a goalless draw: they answer a denial and are none.
        if let Some(score) = side.score_at(word.span.start) {
            denial.any |= has_none(score);
            continue;
        }
        let key = word.key.as_str();
        let next = |ahead: usize| words.get(at + ahead).map_or("", |next| next.key.as_str());
        // "No. 7" counts, and "could not be more grateful" praises.
        let numbers = matches!(key, "no" | "nos") && is_numbered(&side.text[word.span.end..]);
        if numbers || next(1) == "be" && next(2) == "more" {
            continue;
        }
        // No fewer than 20 are at least 20.
        let is_bound = matches!(key, "no" | "not")
            && matches!(next(1), "less" | "fewer" | "more" | "later" | "earlier")
            && next(2) == "than";
        denial.any |= is_bound;
        if !is_bound && (ENGLISH.contains(key) || key.ends_with("n't")) {
            denial.any = true;
            denial.first.get_or_insert_with(|| word.span.clone());
        }
        let prefixed =
            PREFIXES.iter().any(|prefix| key.starts_with(prefix)) && key.len() > 4 && !UNPREFIXED.contains(key);
        // "They have yet to say" is that they have not.
        let is_without = key == "out" && next(1) == "of"
            || key == "yet" && next(1) == "to"
            || matches!(key, "stay" | "stayed" | "stays") && matches!(next(1), "away" | "home" | "at");
        denial.goes_on |=
            GOING_ON.contains(&key) || matches!(key, "went" | "go" | "goes" | "gone" | "carried") && next(1) == "on";
        denial.is_below |= matches!(key, "fewer" | "less" | "under" | "below" | "short");
        denial.any |= prefixed || is_without || key.ends_with("less") || LEXICAL.contains(key);
    }
    denial
}

/// English words for what has not stopped.
const GOING_ON: &[&str] =
    &["continued", "continues", "continue", "continuing", "persisted", "persists", "kept", "ongoing", "constantly"];

/// What says that somebody denied something, and what says the contrary, in either language.
const DENIED: &[&str] = &["نفي", "نفت", "ينفي", "تنفي", "نفوا", "انكر", "انكرت", "ينكر", "تنكر"];
const CONFIRMED: &[&str] = &["اكد", "اكدت", "يءكد", "تءكد", "تاكيد", "اقر", "اقرت", "اعترف", "اعترفت"];
const ENGLISH_CONFIRMED: &[&str] =
    &["confirmed", "confirms", "confirm", "admitted", "admits", "acknowledged", "acknowledges", "conceded"];

/// A denial of somebody that the target turns into a confirmation.
fn confirmed(pair: &Pair<'_>, target: &Denial) -> Option<Range<usize>> {
    let find = |side: &Side<'_>, words: &[&str]| {
        side.words().iter().find(|word| word.is_one_of(words)).map(|word| word.span.clone())
    };
    let denied = find(&pair.source, DENIED)?;
    let is_turned = find(&pair.target, ENGLISH_CONFIRMED).is_some() && find(&pair.source, CONFIRMED).is_none();
    (is_turned && !target.any).then_some(denied)
}

/// The words of a side that stand in a sentence.
fn words_in<'s>(side: &'s Side<'_>, sentence: &Range<usize>) -> &'s [SideWord] {
    let words = side.words();
    let first = words.partition_point(|word| word.span.start < sentence.start);
    let behind = words.partition_point(|word| word.span.start < sentence.end);
    &words[first..behind]
}

/// What one side says alone.
enum Lone {
    Source(Range<usize>),
    Target(Range<usize>),
}

/// What one side denies and the other not at all.
fn lone_denial(source: &Denial, target: &Denial) -> Option<Lone> {
    // At least says what لا يقل عن says.
    let of_bound = source.of_bound.as_ref().filter(|_| !target.is_bound);
    let is_same = source.is_below && target.is_below || source.goes_on && target.goes_on;
    match (source.first.as_ref().or(of_bound), &target.first) {
        (Some(at), _) if !(target.any || is_same) => Some(Lone::Source(at.clone())),
        (_, Some(at)) if !source.any => Some(Lone::Target(at.clone())),
        _ => None,
    }
}

pub(super) fn mismatch(pair: &Pair<'_>) -> Vec<Finding> {
    if let Some(turned) = bounds::contrary(pair) {
        return vec![turned];
    }
    let denials =
        |source: &[SideWord], target: &[SideWord]| (arabic(&pair.source, source), english(&pair.target, target));
    let (source, target) = denials(pair.source.words(), pair.target.words());
    let of_sentences = || {
        let (sources, targets) = (pair.source.sentences(), pair.target.sentences());
        let mut pairs = sources.iter().zip(targets).filter(|_| sources.len() == targets.len() && sources.len() > 1);
        pairs.find_map(|(one, other)| {
            let (source, target) = denials(words_in(&pair.source, one), words_in(&pair.target, other));
            lone_denial(&source, &target)
        })
    };
    let bound = || bounds::turned(pair).filter(|_| !target.any).map(Lone::Source);
    let confirmed = || confirmed(pair, &target).map(Lone::Source);
    let Some(lone) = lone_denial(&source, &target).or_else(of_sentences).or_else(bound).or_else(confirmed) else {
        return Vec::new();
    };
    let (source, target, text, id) = match &lone {
        Lone::Source(at) => (Some(at), None, pair.source.at(at), "finding-negation-lost"),
        Lone::Target(at) => (None, Some(at), pair.target.at(at), "finding-negation-added"),
    };
    let message = Message::new(id).with("text", text);
    vec![Finding { message, ..pair.finding("neg.mismatch", Severity::Warn, source, target) }]
}
