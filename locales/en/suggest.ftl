### Matches of the memory for a paragraph or a segment, and drafts made of them.

cli-suggest = Show what the memory, the termbase and repeated paragraphs offer
cli-suggest-examples =
    hunayn suggest waters:7
    hunayn suggest waters:7.2 --min 75
    hunayn suggest waters:7 --take 1
cli-suggest-notes =
    A match at 101 stands between the same neighbours, or at the same place; at 100 the sources are equal, at 99 but for invisible
    marks and typography. Numbers to change, and a negation more or less, are told at each match. --take logs the draft with the
    origin “memory” and the score of its match.
cli-suggest--min = The least score of a match
cli-suggest--limit = How many matches of each text to show
cli-suggest--take = Take over the match of this number as the draft; with the other options as they were when it was shown
cli-pretranslate = Fill untranslated paragraphs with drafts from the memory
cli-pretranslate-examples =
    hunayn pretranslate waters --dry-run
    hunayn pretranslate waters --yes
    hunayn pretranslate waters:3-9 --min 85
cli-pretranslate-notes =
    A paragraph is filled with the match of the whole, or with those of all its segments, whichever scores higher; the score is kept.
    Whatever --min says, it is left where the best match has other numbers or another negation, or was superseded: that is told, and
    “suggest ADDR --take N” takes it over. Drafts and better are never touched, repetitions inside the article are named, not filled.
cli-pretranslate--min = The least score of what is put in

show-from-memory = from the memory, { $score } %

suggest-segment = Segment { $address }
suggest-place-segment = Segment { $address } · { $kind } · { $status } · revision { $revision }
suggest-match = { $number } · { $score } % · { $kind } · characters { $characters } %
suggest-repetition = The same text is translated at { $address } ({ $status }); take it with: set … --take { $address }
suggest-hint = Take one over with: hunayn suggest { $address } --take N
suggest-none = The memory has nothing that scores { $score } % or more.
out-taken = { $address }: match at { $score } % taken over; revision { $revision }, { $status }
out-would-take = { $address }: match at { $score } % would be taken over; revision { $revision }, { $status }
err-no-match = { $address } has no match { $number }.
rec-no-match-at-all = Nothing in the memory scores as high as --min wants.
rec-no-match = { PLURAL($count) ->
    [one] It has { $count } match; see it with: hunayn suggest { $address }
   *[other] It has { $count } matches; see them with: hunayn suggest { $address }
}

out-filled = { $address }: filled · { $score } % · { $kind } · from { $places }
out-would-fill = { $address }: would be filled · { $score } % · { $kind } · from { $places }
out-filled-segments = { $address }: filled segment by segment · { $score } % at least · { $kind } · from { $places }
out-would-fill-segments = { $address }: would be filled segment by segment · { $score } % at least · { $kind } · from { $places }
out-contested = { $address }: the memory has another wording of the same score; see it with: hunayn suggest { $address }
out-left-translated = { $addresses }: left, begun or translated already
out-left-excluded = { $addresses }: left, not in the finished article
out-left-no-match = { $addresses }: left, no match as good as wanted; see others with: hunayn suggest { $address }
out-left-segments = { $address }: left, matches for { $found } of { $of } segments only; see them with: hunayn suggest { $address }
out-left-numbers = { $address }: left, the match at { $score } % has other numbers; see it with: hunayn suggest { $address }
out-left-negation = { $address }: left, the match at { $score } % differs in a negation; see it with: hunayn suggest { $address }
out-left-superseded = { $address }: left, the wording at { $score } % was superseded; see it with: hunayn suggest { $address } --all
out-repeats = { $address } repeats { $other }; once that is translated, take it with: hunayn set { $address } --take { $other }
out-pretranslated = { PLURAL($count) ->
    [one] { $count } paragraph filled, { $left } left
   *[other] { $count } paragraphs filled, { $left } left
}
out-would-pretranslate = { PLURAL($count) ->
    [one] { $count } paragraph would be filled, { $left } left
   *[other] { $count } paragraphs would be filled, { $left } left
}
