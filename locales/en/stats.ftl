### Statistics of words, repetitions and matches: their help, and what they tell.

cli-stats = Count words, repetitions and matches of the memory, and who translated and reviewed how much
cli-stats-examples =
    hunayn stats
    hunayn stats map-room
    hunayn stats map-room:3-9 --json
    hunayn stats --files incoming/
cli-stats--files = Count these files, or the files of these folders, which need not be articles: by file and by folder
cli-stats-notes =
    Counted are the source’s segments that have a word. Words are those of UAX #29; beside them stand white-space separated words
    with a letter or digit, which word processors show. A segment whose source, but for typography, stood in an earlier one of the
    same count is a repetition, within its article or across articles. Each other one has the band of the best match of the memory
    as it is now; what its own paragraph says at present is no match. New is what has no match of 50 or better. Paragraphs that
    are left out of the finished article are not counted. A person translated the paragraphs whose present target is theirs, and
    reviewed those whose present texts they were the last to approve.

stats-counting-rule = Words by UAX #29, characters as Unicode scalar values; segments without a word and paragraphs left out are not counted; a source met before is a repetition, any other has the best match of the memory at 50 or better but its own paragraph’s, or is new.
stats-article = { $slug }
stats-file = { $file }
stats-not-counted = Not counted: { $what }
stats-folder = { PLURAL($count) ->
    [one] In folder { $folder } itself: { $count } file
   *[other] In folder { $folder } itself: { $count } files
}
stats-total-files = { PLURAL($count) ->
    [one] In all: { $count } file
   *[other] In all: { $count } files
}
err-stats-unread = { PLURAL($count) ->
    [one] { $count } file could not be read and is not counted.
   *[other] { $count } files could not be read and are not counted.
}
stats-total = { PLURAL($count) ->
    [one] In all: { $count } article
   *[other] In all: { $count } articles
}
stats-all = Segments { $segments } · words { $words } · white-space words { $white } · characters { $characters } · without spaces { $letters }
stats-left-out = { PLURAL($count) ->
    [one] { $count } paragraph is left out of the finished article and not counted.
   *[other] { $count } paragraphs are left out of the finished article and not counted.
}
stats-band = { $band }: segments { $segments } · words { $words } · { $share } %
stats-context = 101, in context
stats-exact = 100
stats-fuzzy = { $range }
stats-new = New
stats-repetition = Repetitions
stats-cross-repetition = Repetitions of other articles
stats-person = { $person }
stats-translated = translated: paragraphs { $paragraphs } · words of the source { $source } · of the target { $target }
stats-reviewed = reviewed: paragraphs { $paragraphs } · words of the source { $source } · of the target { $target }
