### What is wrong with a command line, in two sentences: what, and what to do.

usage-unknown-command = There is no command “{ $given }”.
usage-unknown-argument = There is no option or argument “{ $given }” here.
usage-invalid-value = “{ $given }” is not a value for { $argument }.
usage-empty-value = { $argument } needs a value.
usage-missing-arguments = Missing: { $arguments }
usage-missing-command = A command must follow “{ $given }”.
usage-conflict = { $argument } and { $other } exclude each other.
usage-repeated = { $argument } is given more than once.
usage-too-many-values = “{ $given }” is one value too many for { $argument }.
usage-too-few-values = { PLURAL($needed) ->
    [one] { $argument } needs at least { $needed } value.
   *[other] { $argument } needs at least { $needed } values.
}
usage-wrong-number = { PLURAL($needed) ->
    [one] { $argument } takes exactly { $needed } value.
   *[other] { $argument } takes exactly { $needed } values.
}
usage-no-equals = The value of { $argument } must follow an equals sign.
usage-invalid-utf8 = The command line holds bytes that are not UTF-8 text.
usage-unreadable = The command line cannot be read.

usage-hint-similar = Similar: { $similar }. Everything else: { $help }.
usage-hint-values = Possible values: { $values }
usage-hint-help = Help: { $help }
usage-hint-dashes = To use it as text, put “--” before it.
usage-hint-one-address = Several paragraphs of an article are one address: { $address }
usage-hint-checks = The checks and their names: hunayn checks

usage-address = “{ $given }” is not an address.
usage-hint-address = An address is SLUG, SLUG:7, SLUG:3-9,12 or SLUG:7.2; paragraphs count from 1.
usage-link = “{ $given }” does not say which paragraph gets which translations.
usage-hint-link = Write it as 3:4,5 – paragraph 3 gets the English of 4 and 5.
usage-move = “{ $given }” does not say what moves where.
usage-hint-move = Write it as 6:7 or 6.2:7 – the English of paragraph 6, or of its segment 2, goes to paragraph 7.
usage-slug = “{ $given }” cannot be the short name of an article.
usage-hint-slug = Letters, digits, “-”, “_” and “.” are allowed, at most 100, with a letter or digit first.
usage-language = “{ $given }” is not a language tag.
usage-hint-language = Tags look like “ar”, “en” or “en-GB”.
usage-count = “{ $given }” is not a whole number from 1 up.
usage-range = “{ $given }” is not a range of revisions.
usage-hint-range = A range looks like “2..5”, “2..” (to the newest) or “..5” (from the first).
usage-text-like-option = “{ $given }” looks like an option, not like a text.


failure-output = The output cannot be written: { $reason }
failure-hint-output = Check that the place exists, has room, and may be written to.

cli-manuals-written = { PLURAL($count) ->
    [one] { $count } manual page written to { $folder }.
   *[other] { $count } manual pages written to { $folder }.
}
