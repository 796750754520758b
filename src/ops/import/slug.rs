//! Short names made from the names of files, letters romanised one by one.

use std::path::Path;

use crate::model::Slug;
use crate::ops::OpsError;

/// A slug from a file's name: lower case, Latin letters where the name has them, Arabic letters romanised one by one.
pub(super) fn slug_from_name(name: &str) -> Result<Slug, OpsError> {
    let stem = Path::new(name).file_stem().map_or_else(|| name.to_owned(), |s| s.to_string_lossy().into_owned());
    let mut slug = String::new();
    for c in stem.chars() {
        match romanised(c) {
            Some(latin) => slug.push_str(latin),
            None if c == '\u{640}' => {}
            None if c.is_alphanumeric() => slug.extend(c.to_lowercase()),
            None if crate::text::is_ignorable(c) => {}
            None if slug.is_empty() || slug.ends_with('-') => {}
            None => slug.push('-'),
        }
    }
    let slug: String = slug.trim_end_matches('-').chars().take(60).collect();
    slug.trim_end_matches('-').parse().map_err(|_| OpsError::NoSlug { name: name.to_owned() })
}

/// Letters as in the BGN/PCGN system, without its marks; a name to type, no transliteration to print.
fn romanised(c: char) -> Option<&'static str> {
    Some(match c {
        'ا' | 'أ' | 'إ' | 'آ' | 'ٱ' | 'ى' => "a",
        'ب' => "b",
        'ت' | 'ط' => "t",
        'ث' => "th",
        'ج' => "j",
        'ح' | 'ه' => "h",
        'خ' => "kh",
        'د' | 'ض' => "d",
        'ذ' => "dh",
        'ر' => "r",
        'ز' | 'ظ' => "z",
        'س' | 'ص' => "s",
        'ش' => "sh",
        'ع' | 'ء' => "",
        'غ' => "gh",
        'ف' => "f",
        'ق' => "q",
        'ك' => "k",
        'ل' => "l",
        'م' => "m",
        'ن' => "n",
        'ة' => "a",
        'و' | 'ؤ' => "w",
        'ي' | 'ئ' => "y",
        '٠' => "0",
        '١' => "1",
        '٢' => "2",
        '٣' => "3",
        '٤' => "4",
        '٥' => "5",
        '٦' => "6",
        '٧' => "7",
        '٨' => "8",
        '٩' => "9",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_come_from_file_names() {
        let slug = |name: &str| slug_from_name(name).unwrap().to_string();
        assert_eq!(slug("Enough Water (final).docx"), "enough-water-final");
        assert_eq!(slug("ماء يكفي الجميع.txt"), "ma-ykfy-aljmy");
        assert_eq!(slug("٢٠٢٤_مقـال.html"), "2024-mqal");
        assert!(slug_from_name("….txt").is_err());
    }
}
