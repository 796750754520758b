### What checks find, and what each check looks for (ids as in src/qa/mod.rs).

finding-missing = “{ $text }” has no counterpart in the target.
finding-extra = “{ $text }” has no counterpart in the source.
finding-changed = “{ $source }” in the source stands against “{ $target }” in the target.
finding-scale = “{ $source }” and “{ $target }” have the same digits but not the same scale.
finding-percent = “{ $source }” and “{ $target }” are not the same sort of percentage.
finding-number-format = “{ $target }” reads as a decimal; the source has “{ $source }”.
finding-foreign-digits = “{ $text }” is not how English writes numbers.
finding-range = The ends of “{ $source }” have changed places: “{ $target }”.
finding-range-falls = The years of “{ $text }” fall; perhaps they were typed for their looks.
finding-dual = “{ $text }” is two; the target does not say so.
finding-measure = “{ $text }” counts { $measure }; the target counts something else.
finding-hijri = “{ $text }” is a Hijri date; the target does not say so.
finding-iban-invalid = The check digits of “{ $text }” are wrong in the source.
finding-empty = The source says something, the target nothing.
finding-untranslated = The target is still Arabic.
finding-arabic-left = Arabic is left in the target: “{ $text }”.
finding-arabic-mark = “{ $text }” is an Arabic mark.
finding-bracket = The bracket “{ $text }” has no partner.
finding-spacing = The space is missing or too many at “{ $text }”.
finding-spaces = Spaces doubled, or at the edge of the text.
finding-repeated = “{ $text }” repeats a word.
finding-invisible = An invisible character: { $code }.
finding-same-source = “{ $target }” here, “{ $other }” in { $place }, for the same source.
finding-same-target = “{ $source }” here and “{ $other }” in { $place } have one translation.
finding-suggestion = Suggestion: { $text }
finding-line = { $severity } · { $check }
finding-line-desk = { $address } · { $severity } · { $check } · { $id }
finding-waived = Waived by { $person }, { $at }: { $reason }
findings-none = No findings.
findings-count = { PLURAL($count) ->
    [one] { $count } finding
   *[other] { $count } findings
}
failure-findings = { PLURAL($count) ->
    [one] { $count } error was found.
   *[other] { $count } errors were found.
}
failure-hint-open-findings = Mend the target, or let a finding stand with: hunayn waive FINDING -m "…"
failure-hint-findings = Mend the target, or see what a check looks for with: hunayn checks

check-row = { $check } · { $severity }: { $title }
check-num-mismatch = A number of one text has no counterpart in the other
check-num-scale = The same digits with another scale: thousand, million, billion, trillion
check-num-percent = A percentage lost, added, or turned into a percentage point
check-num-year = A year or decade altered or missing
check-num-format = Numbers not written as English writes them
check-num-ordinal = Another rank: century, king, place
check-num-range = The ends of a range have changed places
check-num-dual = A dual of the source is lost
check-num-phone = A telephone or account number altered
check-num-iban = An IBAN altered, or wrong by its check digits
check-num-currency = The amount is kept, the currency is not
check-num-unit = The number is kept, the unit is not
check-date-mismatch = Day, month or year differ
check-date-month = Another month, whatever its regional name
check-date-hijri = A Hijri date without its era
check-time-mismatch = The clock time differs, or its half of the day is lost
check-id-url = A web address altered, lost or added
check-id-email = An e-mail address altered, lost or added
check-id-handle = A handle or hashtag lost
check-id-placeholder = A placeholder altered, lost or added
check-seg-empty = An empty target
check-seg-untranslated = A target that is still Arabic
check-seg-arabic-left = Arabic words left in the target
check-punct-arabic-in-en = Arabic punctuation in English
check-punct-end-mark = A question, exclamation or colon lost or added at the end
check-punct-brackets = Brackets without partner, or reversed
check-punct-spacing = Bad spacing around marks
check-space-double = Double spaces, and spaces at the edge
check-word-repeated = The same word twice
check-char-bidi-control = Invisible controls of text direction
check-char-invisible = Invisible characters
check-cons-same-source = The same source with different targets on the desk
check-cons-same-target = Different sources with the same target on the desk
