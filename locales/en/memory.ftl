### The translation memory: what is told of it, and what can be wrong with it.

out-tm-match = { $score } % · { $kind } · characters { $characters } % · { $origin }
out-tm-provenance = { $origin } · { $status } · { $author } · { $at }
tm-superseded = superseded
tm-entry = entry { $number }
out-tm-number = number to change: { $found } → { $wanted }
out-tm-numbers-differ = ! The numbers differ.
out-tm-negation-differs = ! One has a negation that the other lacks.
out-tm-no-matches = The memory has nothing like it.
out-tm-matches = { PLURAL($count) ->
    [one] { $count } match
   *[other] { $count } matches
}
out-tm-own = { PLURAL($count) ->
    [one] The desk’s own work: { $count } pair
   *[other] The desk’s own work: { $count } pairs
}
out-tm-memory = { PLURAL($count) ->
    [one] { $name }: { $count } entry, penalty { $penalty } %
   *[other] { $name }: { $count } entries, penalty { $penalty } %
}
out-tm-units = { PLURAL($count) ->
    [one] Distinct pairs ever seen: { $count }
   *[other] Distinct pairs ever seen: { $count }
}
out-tm-entry = entry { $number } · { $memory }
out-tm-renumbered = What was entry { $old } is entry { $number } from now on.
out-tm-deleted = entry { $number } · { $memory } · taken out
out-tm-would-delete = entry { $number } · { $memory } · would be taken out
ask-tm-delete = This takes { PLURAL($count) ->
    [one] { $count } entry
   *[other] { $count } entries
} out of the memory. Go on? [y/N]
out-tm-penalty = { $name }: penalty { $penalty } %
out-tm-imported = { PLURAL($count) ->
    [one] { $memory }: { $count } pair came in.
   *[other] { $memory }: { $count } pairs came in.
}
out-tm-would-import = { PLURAL($count) ->
    [one] { $memory }: { $count } pair would come in.
   *[other] { $memory }: { $count } pairs would come in.
}
out-tm-known = { PLURAL($count) ->
    [one] { $count } pair was there already.
   *[other] { $count } pairs were there already.
}
out-tm-shared = { PLURAL($count) ->
    [one] { $count } of them was known to the desk, or stands in the file more than once.
   *[other] { $count } of them were known to the desk, or stand in the file more than once.
}
out-tm-blank = { PLURAL($count) ->
    [one] { $count } pair has no text on one side and is left.
   *[other] { $count } pairs have no text on one side and are left.
}
out-tm-without-source = { PLURAL($count) ->
    [one] { $count } unit has no text in the source language and is left.
   *[other] { $count } units have no text in the source language and are left.
}
out-tm-without-target = { PLURAL($count) ->
    [one] { $count } unit has no text in the target language and is left.
   *[other] { $count } units have no text in the target language and are left.
}
out-tm-more-problems = { PLURAL($count) ->
    [one] { $count } more unit could not be read; --json lists them.
   *[other] { $count } more units could not be read; --json lists them.
}
out-tm-exported = { PLURAL($count) ->
    [one] { $file }: { $count } unit
   *[other] { $file }: { $count } units
}
warn-tm-no-units = The file holds no units.
warn-tm-no-pairs = The file has no pair in the languages of the desk; it has: { $languages }

err-tmx-file = { $file }: { $what }
err-memory-name = A memory cannot be called “{ $name }”.
rec-memory-name = Give it a name with --memory; “desk” stands for the desk’s own work.
err-empty-pair = A pair needs a text on both sides.
rec-empty-pair = To take an entry out: hunayn tm delete N
err-old-index = The index of the translation memory was made by another version of this program.
rec-reindex = Make it anew with: hunayn doctor --reindex
err-no-entry = No memory of this desk has an entry { $number }.
rec-no-entry = See the numbers with: hunayn tm search TEXT. What comes from an article is changed there.
err-no-memory = There is no memory called “{ $name }”.
rec-no-memories = Bring one in with: hunayn tm import FILE.tmx
err-line-not-utf8 = { $file }, line { $line }: this is not UTF-8 text.

usage-score = “{ $given }” is no score; scores go from 1 to 101.
usage-penalty = “{ $given }” is no penalty; penalties go from 0 to 100.
usage-date = “{ $given }” is no date.
usage-hint-date = A date is 2026, 2026-01, 2026-01-31 or 2026-01-31T09:05, in UTC.
usage-settled-status = “{ $given }” is no status that the memory knows.
usage-hint-settled-status = Possible values: translated, reviewed, final

out-reindexed = { PLURAL($count) ->
    [one] The index of the memory is made anew: { $count } unit
   *[other] The index of the memory is made anew: { $count } units
}
doctor-memory = { PLURAL($count) ->
    [one] The memory does not know { $count } translated paragraph. Make its index anew with: hunayn doctor --reindex
   *[other] The memory does not know { $count } translated paragraphs. Make its index anew with: hunayn doctor --reindex
}
doctor-memory-index = The index of the memory does not find what it should. Make it anew with: hunayn doctor --reindex
