### The concordance: its help, and what it tells.

cli-concordance = Show where the memory uses a word or a phrase, and by what it is rendered
cli-concordance-examples =
    hunayn concordance "مجلس الأمن"
    hunayn concordance "مدرس*" --in source --limit 20
    hunayn concordance كتاب --stem --origin desk
    hunayn concordance "Security Council" --in target --count
cli-concordance-notes =
    Words are found in any spelling that is folded alike: vowel marks, hamza, final ya and ta marbuta, letter case. Several words
    are a phrase: one after the other. “*” after a word stands for any end of it. What renders the phrase on the other side is
    told by the built-in lexicon, numbers and names, where they can tell. A phrase is marked ⟪so⟫, what renders it ⟨so⟩. A unit is
    a segment of the desk, or a paragraph where no segment of it tells as much, or an entry of a memory.
cli-concordance-text = A word, or a phrase of several; “-” is standard input
cli-concordance--in = The side to look in
cli-concordance--stem = Find the words through what is joined to them: all words of the same stem
cli-concordance--limit = How many units are shown
cli-concordance--count = Count all of them and their renderings; otherwise the search ends when there is enough to show
cli-concordance--context = How many characters are shown before and after the phrase

out-concordance-none = The memory does not use it.
rec-concordance-stem = Find all forms of its words with: --stem
out-concordance-all = { PLURAL($count) ->
    [one] { $count } unit uses it.
   *[other] { $count } units use it.
}
out-concordance-first = { PLURAL($count) ->
    [one] { $count } unit uses it; the first { $shown } are shown.
   *[other] { $count } units use it; the first { $shown } are shown.
}
out-concordance-more = { PLURAL($shown) ->
    [one] The first { $shown } unit that uses it is shown; there are more. To count all: --count
   *[other] The first { $shown } units that use it are shown; there are more. To count all: --count
}
out-concordance-renderings = Rendered as:
out-concordance-renderings-shown = Rendered in those shown as:
out-concordance-untold = { PLURAL($count) ->
    [one] { $count } use has no rendering that can be told.
   *[other] { $count } uses have no rendering that can be told.
}
out-concordance-places = { PLURAL($count) ->
    [one] and at { $count } more place
   *[other] and at { $count } more places
}

err-no-words = “{ $text }” has no word in it.
rec-no-words = Give a word or a phrase, such as: hunayn { $command } "مجلس الأمن"
