### Boilerplate: texts that articles repeat, kept as one object each.

cli-block = The name of the block
cli-boilerplate = Texts that articles repeat: find them, keep one versioned translation of each
cli-boilerplate-examples =
    hunayn boilerplate list
    hunayn boilerplate promote waters:28 --name donate
    hunayn boilerplate update donate "To donate: account 00123456" --dry-run
cli-boilerplate-list = List what articles repeat, to the letter or nearly
cli-boilerplate-list-examples =
    hunayn boilerplate list
    hunayn boilerplate list waters --exact
    hunayn boilerplate list --min 3 --near 85 --json
cli-boilerplate-list-notes =
    Texts are the same up to orthography, harakat and typography. Near ones are gathered round the block, or the text that stands
    most often. Credits, notes on the author and paragraphs of the kind boilerplate are listed however short.
cli-boilerplate-list-address = Only what this article or these paragraphs repeat; otherwise the whole desk
cli-boilerplate-list--min = In how many paragraphs it has to stand
cli-boilerplate-list--words = How many words it has to have
cli-boilerplate-list--near = From which score on texts count as nearly the same, in percent
cli-boilerplate-list--exact = Only what is the same
cli-boilerplate-list--promoted = Only blocks that were promoted
cli-boilerplate-show = Show a block: its versions, and which paragraph has which
cli-boilerplate-show-examples =
    hunayn boilerplate show donate
cli-boilerplate-promote = Make one versioned block of a paragraph and its translation
cli-boilerplate-promote-examples =
    hunayn boilerplate promote waters:28 --name donate
    hunayn boilerplate promote waters:28 --waive "The account has closed"
cli-boilerplate-promote-notes =
    Paragraphs that repeat it and are not translated are filled as drafts; those with the same translation have the version from
    now on; others keep their own. Articles that come in later are filled as well. Numbers, accounts and IBANs must be those of
    the source. Where the desk has editors, an editor keeps the blocks.
cli-boilerplate-promote-address = One paragraph (SLUG:7)
cli-boilerplate-promote--name = What to call it; otherwise the first words of the translation
cli-boilerplate-update = Change the translation of a block in every article that is not out yet
cli-boilerplate-update-examples =
    hunayn boilerplate update donate "To donate: account 00123456" --dry-run
    hunayn boilerplate update donate --file donate.en.txt --yes
cli-boilerplate-update-notes =
    Paragraphs that have an older version get the new one as a draft, whatever they were before. What was published or is final
    keeps its version, and wording of somebody’s own stays unless --own is given; both are listed.
cli-boilerplate-update-text = The new translation; “-” is standard input
cli-boilerplate-update--file = A file with the new translation
cli-boilerplate-apply = Put the newest versions into the paragraphs of an article that repeat blocks
cli-boilerplate-apply-examples =
    hunayn boilerplate apply waters --dry-run
    hunayn boilerplate apply waters:28 --pinned
cli-boilerplate-apply--pinned = Also where the paragraph was published or is final
cli-boilerplate-remove = Give a block up; its paragraphs keep their texts
cli-boilerplate-remove-examples =
    hunayn boilerplate remove donate
cli--own = Also where somebody worded it otherwise
cli--waive = Let differences of numbers stand, for this reason

usage-block-name = “{ $given }” cannot be the name of a block.
usage-near = “{ $given }” is no score to look for near texts by.
usage-hint-near = From { $least } to { $most } percent.

show-block = boilerplate { $name }, version { $version }
show-block-outdated = boilerplate { $name }, older version { $version }
note-block = { $address } repeats boilerplate { $name } and was filled with version { $version }, as a draft.
note-blocks = { PLURAL($count) ->
    [one] { $count } paragraph repeats boilerplate and was filled, as a draft.
   *[other] { $count } paragraphs repeat boilerplate and were filled, as drafts.
}

block-heading = { $name } · version { $version } · { PLURAL($count) ->
    [one] { $count } paragraph
   *[other] { $count } paragraphs
}
block-candidate = no block yet · { PLURAL($count) ->
    [one] { $count } paragraph
   *[other] { $count } paragraphs
}
block-place = { $places }
block-place-version = { $places }: version { $version }
block-place-own = { $places }: wording of its own
block-place-none = { $places }: not translated
block-near = { $places }: nearly the same, { $percent }%
block-version = Version { $version } · { $person } · { $at }
block-waived = Numbers let stand: { $reason }
out-no-blocks = Nothing is repeated.
out-no-blocks-here = No block stands here.
out-block-made = Block made: { $name }
out-block-would-make = Block would be made: { $name }
out-block-updated = { $name } is at version { $version }
out-block-would-update = { $name } would be at version { $version }
out-block-removed = { PLURAL($count) ->
    [one] Block given up: { $name }; { $count } paragraph keeps its text.
   *[other] Block given up: { $name }; { $count } paragraphs keep their texts.
}
out-block-would-remove = { PLURAL($count) ->
    [one] Block would be given up: { $name }; { $count } paragraph keeps its text.
   *[other] Block would be given up: { $name }; { $count } paragraphs keep their texts.
}
warn-block-waived = Let stand: { $check }. { $what }
block-linked = { $places }: version { $version } of { $name }, as it stands
block-current = { $places }: version { $version } of { $name } already
block-filled = { $places }: filled with version { $version } of { $name }, as a draft
block-would-fill = { $places }: would be filled with version { $version } of { $name }, as a draft
block-updated = { $places }: changed to version { $version } of { $name }, as a draft
block-would-update = { $places }: would be changed to version { $version } of { $name }, as a draft
block-published = { $places }: published, keeps version { $version } of { $name }
block-published-own = { $places }: published, keeps wording of its own instead of { $name }
block-final = { $places }: final, keeps version { $version } of { $name }
block-final-own = { $places }: final, keeps wording of its own instead of { $name }
block-own = { $places }: left, has wording of its own instead of { $name }

err-no-block = There is no block “{ $name }”.
rec-no-block = See the blocks with: hunayn boilerplate list --promoted
err-block-known = { $address } is the block “{ $name }” already.
rec-block-known = Change its translation with: hunayn boilerplate update { $name } TEXT
err-block-name-taken = There is a block “{ $name }” already.
rec-block-name-taken = Give another name with --name.
err-empty-block = { $what } has no words to make a block of.
rec-empty-block = A block needs words in its source and a translation.
err-block-number = { $check } ({ $what })
err-block-numbers = { PLURAL($count) ->
    [one] { $what }: the translation differs from the source in a number or account: { $findings }
   *[other] { $what }: the translation differs from the source in { $count } numbers or accounts: { $findings }
}
rec-block-numbers = Mend the translation, or let it stand with --waive REASON.
