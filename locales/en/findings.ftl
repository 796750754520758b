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
finding-swapped = “{ $source }” in the source, “{ $target }” in the target: figures have changed places.
finding-measure = “{ $text }” counts { $measure ->
    [lira-pound] lira or pound
    [pound-lira] pound or lira
    [yen-yuan] yen or yuan
    [ounce-okka-ouguiya] ounce, okka or ouguiya
    [degree-Celsius-Fahrenheit] degree
   *[other] { $measure }
}; the target counts something else.
finding-hijri = “{ $text }” is a Hijri date; the target does not say so.
finding-iban-invalid = The check digits of “{ $text }” are wrong in the source.
finding-empty = The source says something, the target nothing.
finding-segment-empty = This sentence has no translation: “{ $text }”
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
finding-short = The target has { $percent } % of the source’s length; { $least } to { $most } % are usual.
finding-long = The target has { $percent } % of the source’s length; { $least } to { $most } % are usual.
finding-sentences = Sentences: { $source } in the source, { $target } in the target.
finding-least-for-most = “{ $source }” is the least in the source, and “{ $target }” the most in the target.
finding-most-for-least = “{ $source }” is the most in the source, and “{ $target }” the least in the target.
finding-negation-lost = The source denies (“{ $text }”), the target does not.
finding-negation-added = The target denies (“{ $text }”), the source does not.
finding-mojibake = “{ $text }” came through a wrong encoding.
finding-homoglyph = “{ $text }” mixes alphabets: “{ $odd }” is not Latin.
finding-nesting = The tag “{ $text }” closes another than the one that is open.
finding-code-missing = The inline code { "{" }{ $code }{ "}" } of the source is missing, or one end of it.
finding-code-unknown = The source has no inline code { "{" }{ $code }{ "}" }.
finding-code-repeated = The inline code { "{" }{ $code }{ "}" } stands more often than in the source.
finding-code-nested = The inline code { "{" }{ $code }{ "}" } closes before it opens, or crosses another.
finding-quote-alone = The quotation mark “{ $text }” has no partner.
finding-quotation-lost = The source quotes { $text }; the target has no quotation.
finding-quote-style = { $text } is not in the quotation marks of the house.
finding-end-mark-lost = The source ends with “{ $mark }”; the target has no mark at its end.
finding-end-mark-added = The target ends with “{ $mark }”; the source has no mark at its end.
finding-attribution = “{ $text }” says who speaks; the target does not.
finding-quran-unmarked = “{ $text }” is Qur’anic; the target has no quotation marks.
finding-quran-reference = The reference “{ $text }” ({ $reference }) is not in the target.
finding-formula-render = “{ $text }” is not rendered.
finding-formula-abbreviate = “{ $text }” is not abbreviated as the house does it.
finding-formula-omit = “{ $text }” is left out by the house, but stands in the target.
finding-capital = “{ $text }” begins with a small letter.
finding-heading-case = “{ $text }” is not capitalised as the other headings are.
finding-pronoun = “{ $source }” is not “{ $target }”.
finding-numbering = The source is numbered “{ $source }”, the target “{ $target }”.
finding-paragraphs = Paragraphs: { $source } in the source, { $target } in the target.
finding-source-changed = The source has changed since it was translated.
finding-source-cosmetic = The source has changed by its looks since it was translated.
finding-match-unedited = A match of { $score }% was taken over and has not been edited.
finding-heading-sentence = A heading of the source is a sentence in the target.
finding-byline = A by-line of the source does not begin as one in the target.
finding-dash = “{ $text }” is not the dash of the article or of the house.
finding-spelling = “{ $text }” is not spelt as the house does it.
finding-percent-style = “{ $text }” is not how the house writes percentages.
finding-date-style = “{ $text }” is not how the house orders a date.
finding-article = “{ $text }”: the article is written “{ $wanted }” here.
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
check-num-mismatch = A number of one text has no counterpart in the other, or figures have changed places
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
check-date-mismatch = Day, month, year or day of the week differs
check-date-month = Another month, whatever its regional name
check-date-hijri = A Hijri date without its era
check-time-mismatch = The clock time differs, or its half of the day is lost
check-id-url = A web address altered, lost or added
check-id-email = An e-mail address altered, lost or added
check-id-handle = A handle or hashtag lost
check-id-placeholder = A placeholder altered, lost or added
check-seg-empty = An empty target, or a segment without one
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
check-tag-inline = Inline codes and tags missing, added or badly nested
check-seg-sentence-count = Sentences lost, or far too many
check-seg-length-ratio = A target suspiciously short or long
check-doc-paragraph-count = Two paragraphs against one
check-src-changed = A source that changed after it was translated
check-tm-unedited-fuzzy = A match from the memory that was taken over for another source and not edited
check-punct-quotes = Quotation marks without partner, a quotation lost
check-quote-attribution = The speaker is lost, or is another one
check-case-sentence = Small letters where a sentence or a name begins
check-case-heading = Headings capitalised in different ways
check-dash-style = Hyphens for dashes, and dashes of two sorts
check-style-spelling = British or American spelling against the house style
check-style-percent = Percentages against the house style
check-style-date-order = Day and month against the house style
check-char-mojibake = Letters of a wrong encoding
check-char-homoglyph = Letters of another alphabet that look Latin
check-rel-quran = A Qur’anic quotation without marks or reference
check-rel-formula = Religious formulas against the house style
check-neg-mismatch = A denial lost or added, or a bound turned round
check-gender-pronoun = He for a woman, she for a man
check-head-numbering = Headings and items numbered differently
check-note-ref = Note marks lost or added
check-struct-class = A heading that has become a sentence, a by-line that is none
check-name-article-style = The Arabic article of names written in different ways
