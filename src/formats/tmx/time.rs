//! The times of TMX (ISO 8601, basic format in UTC: `20260131T090500Z`) and those of the project (RFC 3339). Knows no time zones.

/// The moment of a TMX attribute, as `2026-01-31T09:05:00Z`; `None` for what is no moment.
///
/// Read as well, since tools write them: a time without its `Z`, and the extended format with dashes and colons.
pub(super) fn from_tmx(written: &str) -> Option<String> {
    let (date, time) = written.trim().split_once('T')?;
    let time = time.strip_suffix('Z').unwrap_or(time);
    let date: [u8; 8] = digits(date, b'-')?;
    let time: [u8; 6] = digits(time, b':')?;
    let number = |digits: &[u8]| digits.iter().fold(0, |number, digit| number * 10 + u32::from(digit - b'0'));
    let is_moment = is_date(number(&date[..4]), number(&date[4..6]), number(&date[6..]))
        && number(&time[..2]) < 24
        && number(&time[2..4]) < 60
        && number(&time[4..]) < 60;
    is_moment.then(|| {
        let marks = [
            (&date[..4], '-'),
            (&date[4..6], '-'),
            (&date[6..], 'T'),
            (&time[..2], ':'),
            (&time[2..4], ':'),
            (&time[4..], 'Z'),
        ];
        let mut moment = String::with_capacity("2026-01-31T09:05:00Z".len());
        for (digits, mark) in marks {
            moment.extend(digits.iter().map(|digit| char::from(*digit)));
            moment.push(mark);
        }
        moment
    })
}

/// The TMX form of a moment in UTC; parts of a second have no place in it and are left out. `None` for what is no moment.
pub(super) fn to_tmx(moment: &str) -> Option<String> {
    let (whole, fraction) = match moment.split_once('.') {
        Some((whole, rest)) => (whole, rest.strip_suffix('Z')?),
        None => (moment.strip_suffix('Z')?, "0"),
    };
    if fraction.is_empty() || !fraction.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let read = from_tmx(whole).filter(|read| read.strip_suffix('Z') == Some(whole))?;
    Some(read.replace(['-', ':'], ""))
}

/// The digits of a text that has just as many, with any number of one mark between them.
fn digits<const LENGTH: usize>(text: &str, mark: u8) -> Option<[u8; LENGTH]> {
    let mut found = [0; LENGTH];
    let mut at = 0;
    for byte in text.bytes().filter(|byte| *byte != mark) {
        *found.get_mut(at).filter(|_| byte.is_ascii_digit())? = byte;
        at += 1;
    }
    (at == LENGTH).then_some(found)
}

/// Whether there is such a day in the Gregorian calendar.
fn is_date(year: u32, month: u32, day: u32) -> bool {
    let is_leap = year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400);
    let days = match month {
        2 => 28 + u32::from(is_leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=days).contains(&day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_go_both_ways() {
        for (tmx, moment) in
            [("20240229T235959Z", "2024-02-29T23:59:59Z"), ("19991231T000000Z", "1999-12-31T00:00:00Z")]
        {
            assert_eq!(from_tmx(tmx).as_deref(), Some(moment));
            assert_eq!(to_tmx(moment).as_deref(), Some(tmx));
        }
        assert_eq!(to_tmx("2026-01-31T09:05:00.123Z").as_deref(), Some("20260131T090500Z"));
        for other in ["20260131T090500", "2026-01-31T09:05:00Z", " 20260131T090500Z"] {
            assert_eq!(from_tmx(other).as_deref(), Some("2026-01-31T09:05:00Z"), "{other}");
        }
    }

    #[test]
    fn what_is_no_moment_is_none() {
        for written in
            ["", "20230229T000000Z", "20231301T000000Z", "20230101T240000Z", "20230101", "T", "٢٠٢٤٠٢٢٩T235959Z"]
        {
            assert_eq!(from_tmx(written), None, "{written}");
        }
        for moment in ["2026-01-31T09:05:00+02:00", "2026-01-31T09:05:00", "20260131T090500Z", "2026-01-31T09:05:00.Z"]
        {
            assert_eq!(to_tmx(moment), None, "{moment}");
        }
    }
}
