//! Arabic negators that deny nothing where they stand: no doubt, still, unless, at least, below.

use super::super::bounds::is_of_a_bound;
use super::super::pair::{Side, SideWord};
use crate::text::norm;

/// A word that begins so after a negator makes no denial of it: still, must, especially, at least, hardly.
const IDIOMS: &[(&str, &str)] = &[
    (
        "لا",
        "غرابة غرو عجب أدل يقتصر تقتصر بد شك يستبعد تستبعد أستبعد نستبعد يستبعدون ريب سيما محالة زال زالت زالوا يزال تزال \
        يزالون نزال أزال يقل تقل غنى يلبث تلبث يعدو سبيل مناص جرم بأس ضير حرج يخفى تخفى يتجاوز تتجاوز يزيد تزيد يتعدى تتعدى فقط",
    ),
    ("لم", "يتمالك تتمالك يتوان تتوان يمض تمض يزل تزل يلبث تلبث يكد تكد يزالوا"),
    ("لن", "يلبث تلبث"),
    ("ليس", "فقط فحسب إلا"),
    ("ليست", "فقط فحسب إلا"),
    ("غير", "أن أنه أنها أنهم أننا أني أنك ذلك"),
    ("بلا", "شك ريب"),
    (
        "دون",
        "التوقعات المعدل المعدلات المستوى مستواه مستواها مستوياتها المتوسط شك ريب سن عمر الخامسة السادسة السابعة الثامنة \
        التاسعة العاشرة الثانية الثالثة الرابعة الحادية العشرين الثلاثين الأربعين الخمسين الستين السبعين",
    ),
];
/// Verbs that say whom something did not spare.
const SPARED: &[&str] = &["تسلم", "يسلم", "تنج", "ينج", "تنجو", "ينجو"];
/// Verbs that say what something has not come up to.
const REACHED: &[&str] = &["يصل", "تصل", "يبلغ", "تبلغ", "يتجاوز", "تتجاوز", "يتعد", "تتعد"];
/// Verbs that say that something stops.
const STOPPED: &[&str] = &["يتوقف", "تتوقف", "ينقطع", "تنقطع", "يكف", "تكف", "يتوقفوا", "يكفوا", "ينقطعوا"];
/// So many words behind a negator still belong to what it says.
const NEAR: usize = 5;

/// A negator of an Arabic text.
pub(super) struct Negator<'s> {
    pub(super) side: &'s Side<'s>,
    pub(super) words: &'s [SideWord],
    /// Which of the words it is.
    pub(super) at: usize,
    /// Its key without a conjunction.
    pub(super) key: &'s str,
}

impl<'s> Negator<'s> {
    fn next(&self, ahead: usize) -> &'s str {
        self.words.get(self.at + ahead).map_or("", |word| word.key.as_str())
    }

    fn before(&self, away: usize) -> &'s str {
        self.at.checked_sub(away).map_or("", |at| self.words[at].key.as_str())
    }

    /// Whether one of the words near behind the next one is that.
    fn is_near(&self, wanted: &str) -> bool {
        (2..=NEAR).any(|ahead| self.next(ahead) == wanted)
    }

    /// Whether a number begins so many words behind it, or one more.
    fn is_number(&self, ahead: usize) -> bool {
        let quantities = &self.side.reading().quantities;
        let Some(word) = self.words.get(self.at + ahead) else { return false };
        let next = quantities.partition_point(|quantity| quantity.span.end <= word.span.start);
        let until = self.words.get(self.at + ahead + 1).map_or(word.span.end, |word| word.span.end);
        quantities.get(next).is_some_and(|quantity| quantity.span.start < until)
    }

    /// Whether something is below a number: لم يصل إلى المئة, دون ٧٠ دولارًا.
    pub(super) fn is_below(&self) -> bool {
        REACHED.contains(&self.next(1)) && (2..NEAR).any(|ahead| self.is_number(ahead)) || self.is_under()
    }

    /// Whether something has not stopped: لم تتوقف المفاوضات.
    pub(super) fn goes_on(&self) -> bool {
        STOPPED.contains(&self.next(1))
    }

    fn is_under(&self) -> bool {
        self.key == "دون" && self.before(1) != "من" && self.is_number(1)
    }

    /// Whether English says it without a denial.
    pub(super) fn denies_nothing(&self) -> bool {
        self.is_idiom()
            || self.is_likely()
            || self.is_kept_on()
            || self.is_agreed()
            || self.is_conditional()
            || self.asserts()
            || self.is_hit()
            || self.is_under()
    }

    /// Whether it may belong to the bound of a number: لن يقل العجز عن ٧.
    pub(super) fn is_of_a_bound(&self) -> bool {
        is_of_a_bound(self.side, self.words, self.at)
    }

    fn is_idiom(&self) -> bool {
        let is_next = |after: &str| after.split_whitespace().any(|word| norm(word) == self.next(1));
        IDIOMS.iter().any(|(negator, after)| norm(negator) == self.key && is_next(after))
    }

    /// ليس من المستبعد: it may well be.
    fn is_likely(&self) -> bool {
        self.key.starts_with("ليس") && self.next(1) == "من" && matches!(self.next(2), "المستبعد" | "المستغرب")
    }

    /// لم يتردد في, لم يتوقف عن: readily, kept on.
    fn is_kept_on(&self) -> bool {
        matches!(self.next(1), "يتردد" | "تتردد" | "يترددوا") && self.is_near("في")
            || matches!(self.next(1), "يتوقف" | "تتوقف") && self.is_near("عن")
    }

    /// لا يختلف اثنان, لم يعد سرا: everyone agrees, it is an open secret.
    fn is_agreed(&self) -> bool {
        self.next(1) == "يختلف" && self.next(2).starts_with("اثن") || self.next(1) == "يعد" && self.next(2) == "سرا"
    }

    /// ما لم, حال دون: unless, kept from.
    fn is_conditional(&self) -> bool {
        let is_kept = |away| matches!(self.before(away), "حال" | "حالت" | "يحول" | "تحول");
        self.key == "لم" && self.before(1) == "ما" || self.key == "دون" && (1..NEAR).any(is_kept)
    }

    /// أليس من حق الناس؟ says that it is; and أليس is Alice.
    fn asserts(&self) -> bool {
        matches!(self.key, "اليس" | "اليست")
    }

    /// لم تسلم المستشفيات من القصف: they were hit as well.
    fn is_hit(&self) -> bool {
        SPARED.contains(&self.next(1)) && self.is_near("من")
    }
}
