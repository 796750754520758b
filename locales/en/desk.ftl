### What commands say of their work: reports, questions, warnings.

count-articles = { PLURAL($count) ->
    [one] { $count } article
   *[other] { $count } articles
}
count-paragraphs = { PLURAL($count) ->
    [one] { $count } paragraph
   *[other] { $count } paragraphs
}
count-segments = { PLURAL($count) ->
    [one] { $count } segment
   *[other] { $count } segments
}

out-operation = Operation { $operation }. Undo it with: { $command }
out-operation-plain = Operation { $operation }.
out-dry-run = Nothing was written: this was a dry run.
out-nothing-changed = Nothing changed.
out-init = Desk made: { $file }
out-init-dry-run = The desk would be made at { $file }. Nothing was written.
out-imported = { $slug }: { $paragraphs }, { $segments }
out-imported-pair = { $slug }: { $paragraphs }, { $segments }, paired with its translation
out-imported-many = Imported: { $articles }, { $paragraphs }
out-would-import-many = Would be imported: { $articles }, { $paragraphs }
out-problem = Not imported: { $file }: { $what }
out-would-not-import = Would not be imported: { $file }: { $what }
out-passed-over = Passed over: { $file }: { $what }
passed-over-hidden = its name begins with a dot.
passed-over-open = Word keeps it beside a document that is open.
passed-over-link = it is a link, and links in folders are not followed.
passed-over-special = it is not a file.
passed-over-format = no format reads files with this ending.
warn-in-translation = In the translation: { $what }
warn-flat-table = { PLURAL($count) ->
    [one] A table became paragraphs, one for each cell, from here: { $places }
   *[other] { $count } tables became paragraphs, one for each cell, from here: { $places }
}
warn-flat-list = { PLURAL($count) ->
    [one] A list inside a list was flattened to one level, from here: { $places }
   *[other] { $count } lists inside lists were flattened to one level, from here: { $places }
}
warn-flat-picture = { PLURAL($count) ->
    [one] A picture that stands by itself was left out, near { $places }
   *[other] { $count } pictures that stand by themselves were left out, near { $places }
}
warn-flat-text-box = { PLURAL($count) ->
    [one] The paragraphs of a text box come after the one where it is fixed: { $places }
   *[other] The paragraphs of { $count } text boxes come after those where they are fixed: { $places }
}
warn-flat-formula = { PLURAL($count) ->
    [one] The letters and signs of a formula stand in a row: { $places }
   *[other] The letters and signs of { $count } formulas stand in a row: { $places }
}
warn-flat-numbering = { PLURAL($count) ->
    [one] Word sets a number or words of a list before a paragraph; they are no part of its text: { $places }
   *[other] Word sets numbers or words of a list before { $count } paragraphs; they are no part of their text: { $places }
}
warn-flat-symbol = { PLURAL($count) ->
    [one] A sign that only its font knows was left out: { $places }
   *[other] { $count } signs that only their fonts know were left out: { $places }
}
warn-flat-object = { PLURAL($count) ->
    [one] A chart, embedded file, form field or other object was left out, near { $places }
   *[other] { $count } charts, embedded files, form fields or other objects were left out, near { $places }
}
warn-flat-annotation = { PLURAL($count) ->
    [one] What stands small above words, as a help to speak them, was left out: { $places }
   *[other] What stands small above words, as a help to speak them, was left out in { $count } places: { $places }
}
warn-flat-hidden = { PLURAL($count) ->
    [one] A hidden passage was left out, near { $places }
   *[other] { $count } hidden passages were left out, near { $places }
}
warn-flat-comment = { PLURAL($count) ->
    [one] The document has a comment, which did not come in: { $places }
   *[other] The document has { $count } comments, which did not come in: { $places }
}
warn-flat-insertion = { PLURAL($count) ->
    [one] A tracked insertion is taken as text, as if it were accepted: { $places }
   *[other] { $count } tracked insertions are taken as text, as if they were accepted: { $places }
}
warn-flat-deletion = { PLURAL($count) ->
    [one] A tracked deletion is no part of the text, as if it were accepted: { $places }
   *[other] { $count } tracked deletions are no part of the text, as if they were accepted: { $places }
}
warn-flat-margin = { PLURAL($count) ->
    [one] A header or footer of the pages has text, which did not come in.
   *[other] { $count } headers and footers of the pages have text, which did not come in.
}
warn-around-article = { PLURAL($count) ->
    [one] { $slug }: a passage of the page stands outside the article and did not come in: “{ $text }”
   *[other] { $slug }: { $count } passages of the page stand outside the article and did not come in; the longest: “{ $text }”
}
warn-odd-characters = { PLURAL($count) ->
    [one] { $count } odd character: { $character } in { $place }. See it with: hunayn doctor
   *[other] { $count } odd characters, first { $character } in { $place }. See them with: hunayn doctor
}
note-guessed-encoding = The encoding was guessed: { $encoding }. If the text looks wrong, undo and give --encoding.
note-repeated = { PLURAL($count) ->
    [one] { $count } paragraph appears more than once, here or in another article.
   *[other] { $count } paragraphs appear more than once, here or in another article.
}
note-repeated-title = { $address } repeats the title. Leave it out of the finished article with: hunayn exclude { $address } -m "…"
note-doubtful = { PLURAL($count) ->
    [one] One pair is doubtful and waits as a draft: hunayn align { $slug }
   *[other] { $count } pairs are doubtful and wait as drafts: hunayn align { $slug }
}
note-left-out = { PLURAL($count) ->
    [one] The translation leaves one paragraph out; it is untranslated. Look with: hunayn align { $slug }. If it is on purpose: hunayn exclude { $address } -m "…"
   *[other] The translation leaves { $count } paragraphs out; they are untranslated. Look with: hunayn align { $slug }. If it is on purpose, as for the first: hunayn exclude { $address } -m "…"
}
note-added = { PLURAL($count) ->
    [one] The translation has one paragraph more; it stands as a draft without a source.
   *[other] The translation has { $count } paragraphs more; they stand as drafts without a source.
}
out-doubts = { $slug }: { $doubtful } doubtful, { $out } not in the translation, { $added } only in the translation: hunayn align { $slug }
out-many-partners = several files of that name
out-no-partner = no file of that name on the other side
rec-no-partner = Pair the files whose names differ in a list: hunayn import --pairs LIST
note-unsure = { PLURAL($count) ->
    [one] The kind of { $count } paragraph is a guess, shown with “?”. Correct it with: hunayn kind { $address } KIND
   *[other] The kinds of { $count } paragraphs are guesses, shown with “?”. Correct them, as the first, with: hunayn kind { $address } KIND
}
out-source-unchanged = { PLURAL($count) ->
    [one] { $count } paragraph is unchanged.
   *[other] { $count } paragraphs are unchanged.
}
change-moved = { $before } → { $now }: moved
change-cosmetic = { $before } → { $now }: cosmetic change{ $moved ->
    [yes] , moved
   *[no] {""}
}
change-numbers = { $before } → { $now }: a number, a name or a negation changed{ $moved ->
    [yes] , moved
   *[no] {""}
}
change-codes = { $before } → { $now }: emphasis, links or note marks changed{ $moved ->
    [yes] , moved
   *[no] {""}
}
change-rewritten = { $before } → { $now }: rewritten{ $moved ->
    [yes] , moved
   *[no] {""}
}
change-new = { $now }: new
change-deleted = { $before }: deleted; kept with its translation
note-removed = See what was deleted with: hunayn show { $slug } --removed
note-outlived = { "    " }The approval no longer holds: the paragraph is stale.
note-would-outlive = { "    " }The approval would no longer hold: the paragraph would be stale.
note-included-again = { "    " }It had been left out of the finished article; with other words it is in again.
note-would-include-again = { "    " }It is left out of the finished article; with other words it would be in again.
out-no-articles = There are no articles on this desk yet. Import one with: hunayn import FILE
out-set = { $address }: revision { $revision }, { $status }
warn-other-source = The translation was taken from a paragraph with another source: see whether it fits.
warn-set-decided = It was { $before }. That decision was on the earlier wording and no longer counts.
warn-would-set-decided = It is { $before }. That decision is on the present wording and would no longer count.
warn-set-emptied = The target was emptied; its words stay in the history.
warn-would-set-emptied = The target would be emptied; its words would stay in the history.
warn-set-untranslated = { PLURAL($count) ->
    [one] One sentence of the source seems to have no translation: hunayn align { $address }
   *[other] { $count } sentences of the source seem to have no translation: hunayn align { $address }
}
warn-same-source = This is word for word the translation of the source before it changed.
warn-same-sent-back = This is word for word the text that { $person } sent back.
warn-same-sent-back-reason = This is word for word the text that { $person } sent back ({ $reason }).
warn-same-sent-back-note = This is word for word the text that { $person } sent back: { $note }
warn-same-sent-back-reason-note = This is word for word the text that { $person } sent back ({ $reason }): { $note }
warn-set-replaced = This replaces the wording of { $person } (revision { $revision }), which stays in the history; see both with: hunayn diff { $address }
warn-would-set-replaced = This would replace the wording of { $person } (revision { $revision }), which would stay in the history.
out-edited = { $address }: revision { $revision }
out-not-applied = Not applied: { $address }: { $why }
out-lines-applied = { PLURAL($count) ->
    [one] { $count } line applied.
   *[other] { $count } lines applied.
}
out-lines-would-apply = { PLURAL($count) ->
    [one] { $count } line would be applied.
   *[other] { $count } lines would be applied.
}
out-lines-unchanged = { PLURAL($count) ->
    [one] { $count } line changed nothing.
   *[other] { $count } lines changed nothing.
}
out-lines-would-not-change = { PLURAL($count) ->
    [one] { $count } line would change nothing.
   *[other] { $count } lines would change nothing.
}
out-line-stale = Line { $line }: { $address }: stale: { $why }
out-line-refused = Line { $line }: { $address }: refused: { $why }
out-line-unread = Line { $line }: refused: { $why }
out-line-hint = { "    " }{ $hint }
out-name-same = { $score }: the same name
out-name-possible = { $score }: possibly the same name
out-name-different = { $score }: another name
out-pair = { $address } · { $state }
pair-doubtful = doubtful, { $percent }%
pair-left-out = not in the translation
pair-added = only in the translation
pair-untranslated = no translation yet
pair-paired = paired, { $percent }%
pair-paired-by-hand = paired by a person
pair-accepted = only in the translation, accepted
pair-excluded = left out of the finished article
pair-segment = { "  " }{ $number }
pair-segment-sure = { "  " }{ $number } · { $percent }%
out-realigned = { $address }: paired anew; { $before } → { $status }
show-left-out = Segment { $segment } left out of the translation on purpose: { $reason } ({ $person }, { $at })
show-added = Segment { $segment } added to the translation on purpose: { $reason } ({ $person }, { $at })
out-left-out = { $address }: left out of the translation on purpose; checks do not miss it
out-added = { $address }: added to the translation on purpose; checks do not compare it
out-no-purpose = { $address }: no longer said to be on purpose
out-put-behind = { $address }: a translation without a source; { $status }
out-no-translation = “{ $slug }” has no translation yet: there is nothing to pair.
rec-no-translation =
    Translate it: hunayn edit { $slug }:1
    Where a translation exists already, undo the import and bring both files at once: hunayn import SOURCE --translation TRANSLATION
note-pairs = { PLURAL($good) ->
    [one] One more pair is in order: hunayn align { $slug } --all
   *[other] { $good } more pairs are in order: hunayn align { $slug } --all
}
note-all-paired = { PLURAL($good) ->
    [one] The pair is in order: hunayn align { $slug } --all
   *[other] All { $good } pairs are in order: hunayn align { $slug } --all
}
out-bead = { $shape } · { $percent }% · source { $source } · target { $target }
out-lexicon = { $file }: { $arabic } Arabic and { $english } English words from { $pairs } pairs
warn-pair-empty-source = The source has no words: nothing can be paired.
warn-pair-empty-target = The target has no words: nothing can be paired.
warn-pair-swapped = The source is English and the target Arabic: the two look swapped. They were paired as given.
warn-pair-same-script = Both texts are in the same script: is one of them really a translation of the other?
warn-pair-unlike = Less than half of the paragraphs found a sure partner: is this the translation of that article? All of them wait as drafts.
warn-pair-lopsided = One text has more than ten times as many segments as the other: are they cut in the same way?
out-repaired = { $address }: { $segments }
out-repaired-stands = { $address }: { $segments }; still { $status }
out-kind = { $address }: { $kind }
out-excluded = { $address }: left out of the finished article
out-would-exclude = { $address }: would be left out of the finished article
out-included = { $address }: in the finished article again
out-would-include = { $address }: would be in the finished article again
out-decided = { $address }: { $before } → { $status }
out-decided-again = { $address }: { $status } as before, with a further reason
out-gone = what was { $address }: no longer there
out-back = { $address }: there again ({ $status })
out-further = { PLURAL($count) ->
    [one] and { $count } line more
   *[other] and { $count } lines more
}
out-skipped = { $address }: left as it is ({ $status })
out-would-skip = { $address }: would be left as it is ({ $status })
note-approve-singly = A draft, and what was sent back, is approved by its own address alone.
note-submit-singly = What was sent back is submitted by its own address alone.
warn-open-warnings = { PLURAL($count) ->
    [one] { $count } warning of the checks is open in { $address }; see it with: hunayn check { $address }
   *[other] { $count } warnings of the checks are open in { $address }; see them with: hunayn check { $address }
}
warn-own-text = { PLURAL($count) ->
    [one] You approved { $count } text of your own. It is recorded; a second pair of eyes would be better.
   *[other] You approved { $count } texts of your own. It is recorded; a second pair of eyes would be better.
}
warn-would-approve-own-text = { PLURAL($count) ->
    [one] You would approve { $count } text of your own. It would be recorded; a second pair of eyes would be better.
   *[other] You would approve { $count } texts of your own. It would be recorded; a second pair of eyes would be better.
}
out-commented = Comment { $number } on { $address }
out-comment = { $number } · { $address } · { $person } · { $at }
out-comment-resolved = { $number } · { $address } · { $person } · { $at } · resolved
out-no-comments = There are no comments.
out-resolved = Comment { $number } is resolved.
out-would-resolve = Comment { $number } would be resolved.
out-inbox-empty = Nothing waits for { $person }.
inbox-sent-back = { $address } · changes requested
inbox-stale = { $address } · stale: its source or its text has changed since the last decision
inbox-to-review = { $address } · to review
inbox-to-finalize = { $address } · to finalize
inbox-to-finish = { $address } · draft, to be finished
inbox-to-translate = { $address } · to translate
inbox-to-begin = { PLURAL($count) ->
    [one] { $count } article is not begun, { $paragraphs }: { $slugs }
   *[other] { $count } articles are not begun, { $paragraphs }: { $slugs }
}
inbox-to-begin-more = { PLURAL($count) ->
    [one] { $count } article is not begun, { $paragraphs }: { $slugs }, …
   *[other] { $count } articles are not begun, { $paragraphs }: { $slugs }, …
}
inbox-reason = { "    " }{ $person }: { $reason }
inbox-changes = { "    " }What was changed in your text:
inbox-source-changes = { "    " }What changed in the source since:
log-revision = { "  " }{ $at } · { $person } · revision { $revision } · { $origin }
log-decision = { "  " }{ $at } · { $person } · { $decision } · revision { $revision }
log-decision-carried = { "  " }{ $at } · { $person } · { $decision } · revision { $revision } · carried over a cosmetic change of the source
log-reason = { "    " }Reason: { $reason }
log-own-text = { "    " }The text was their own.
log-excluded = { "  " }{ $at } · { $person } · left out of the finished article · revision { $revision }
log-excluded-carried = { "  " }{ $at } · { $person } · left out of the finished article · revision { $revision } · carried over a cosmetic change of the source
log-included = { "  " }{ $at } · { $person } · in the finished article again · revision { $revision }
log-comment = { "  " }{ $at } · { $person } · comment { $number }
log-export = { "  " }{ $at } · { $person } · exported to { $file } · revision { $revision }
out-diff = { $address }: revision { $from } → { $to }
out-diff-first = { $address }: revision { $to }, with nothing before it
diff-code-removed = { "    " }{ $mark } { $what }: removed
diff-code-added = { "    " }{ $mark } { $what }: added
diff-code-removed-from = { "    " }{ $mark } { $what } on “{ $text }”: removed
diff-code-added-to = { "    " }{ $mark } { $what } on “{ $text }”: added
log-wording-kept = source corrected, wording kept
log-recut = segments cut otherwise, wording kept
log-source-changed = { "    " }The source changed:
out-no-difference = There is no difference.
blame-heading = { $address } · { $status } · revision { $revision }
blame-source = { "  " }{ $at } · { $person } · entered the source · revision { $revision }
blame-drafted = { "  " }{ $at } · { $person } · first translation ({ $origin }) · revision { $revision }
blame-changed = { "  " }{ $at } · { $person } · changed the translation ({ $origin }) · revision { $revision }
op-line = { $number } · { $at } · { $person } · { $kind }
op-line-incomplete = { $number } · { $at } · { $person } · { $kind } · not complete: still at work, or broken off
op-line-undone = { $number } · { $at } · { $person } · { $kind } · undone by { $whose } (operation { $other })
op-line-of = { $number } · { $at } · { $person } · { $kind }: operation { $other } of { $whose }
out-undone = Undone: operation { $number } ({ $kind }, { $person }, { $at })
out-redone = Redone: operation { $number } ({ $kind }, { $person }, { $at })
out-restored = { PLURAL($count) ->
    [one] The desk is as it was after operation { $number } ({ $at }); { $count } operation was undone or redone.
   *[other] The desk is as it was after operation { $number } ({ $at }); { $count } operations were undone or redone.
}
out-would-restore = { PLURAL($count) ->
    [one] The desk would be as it was after operation { $number } ({ $at }); { $count } operation would be undone or redone.
   *[other] The desk would be as it was after operation { $number } ({ $at }); { $count } operations would be undone or redone.
}
rec-redo = Redo it with: { $command }
out-more-operations = These are the newest { $count }. More with: hunayn op log --limit N
out-no-people = Nobody has roles here; everybody may do everything.
out-person = { $person }: { $roles }
out-setting = { $setting } = { $value }
out-setting-default = { $setting } = { $value } (default)
out-exported = Exported: { $file } ({ $paragraphs })
out-would-export = Would be exported: { $file } ({ $paragraphs })
out-exported-draft = Exported as a DRAFT: { $file } ({ $paragraphs })
out-would-export-draft = Would be exported as a DRAFT: { $file } ({ $paragraphs })
out-not-ready = { $address }: { $status }
out-not-ready-stale = { $address }: { $status }, stale
show-article = { $slug } · { $status } · { $source } → { $target }
show-paragraph = { $number } · { $kind } · { $status } · revision { $revision }
show-unsure = { $kind }?
show-with = { $labels } · { $mark }
show-repeated = repeated
show-excluded = left out
show-exclusion = { "      " }Left out of the finished article by { $person }, { $at }: { $reason }
show-repetition = { "      " }The same text is translated at { $address } ({ $status }); take it with: hunayn set { $here } --take { $address }
list-line = { $approved }/{ $total } · { $status }
list-stale = { PLURAL($count) ->
    [one] { $count } stale
   *[other] { $count } stale
}
status-line = { "    " }{ $status }: { $paragraphs }
status-excluded = { PLURAL($count) ->
    [one] { "    " }left out: { $count } paragraph
   *[other] { "    " }left out: { $count } paragraphs
}
status-words = { "    " }Words: { $source } source, { $target } target
status-published = { PLURAL($count) ->
    [one] { "    " }Published { $at } as { $file }; that version is { $count } edit behind.
   *[other] { "    " }Published { $at } as { $file }; that version is { $count } edits behind.
}
doctor-odd-characters = { PLURAL($count) ->
    [one] { $count } odd character in { $address } ({ $side ->
        [target] target
       *[source] source
    }): { $characters }
   *[other] { $count } odd characters in { $address } ({ $side ->
        [target] target
       *[source] source
    }): { $characters }
}
doctor-incomplete = Operation { $number } of { $at } ({ $kind }, { $person }) is not complete: somebody is at it still, or it was broken off. If it was, take back what came in with: hunayn undo { $number }
doctor-sound = { $file } is sound: the file is whole, and every cached status matches the history.
doctor-integrity = The file is damaged: { $detail }
doctor-unread = What is broken keeps the rest of the desk from being looked at.
doctor-not-reindexed = The file is damaged: nothing was made anew.
doctor-foreign-key = A row of the table { $table } points at nothing.
doctor-cache = The cached status of { $slug } does not match its history.
doctor-lessons = { PLURAL($count) ->
    [one] The word counts of confirmed pairs are wrong in { $count } paragraph. Count again: hunayn doctor --reindex
   *[other] The word counts of confirmed pairs are wrong in { $count } paragraphs. Count again: hunayn doctor --reindex
}
doctor-reindexed = { PLURAL($count) ->
    [one] Counted the words of { $count } confirmed paragraph.
   *[other] Counted the words of { $count } confirmed paragraphs.
}
doctor-reversals = The cached list of undone operations does not match the log.

ask-many = { PLURAL($count) ->
    [one] This changes { $count } paragraph. Go on? [y/N]
   *[other] This changes { $count } paragraphs. Go on? [y/N]
}
ask-line = { $address } ({ $status })
ask-yes-words = y yes

warn-synced = { $file } lies in a folder that is synchronised with other machines. A copy made without the desk’s knowledge can damage it; keep it in a local folder.
warn-network = { $file } lies on a network drive, whose locks cannot be relied on. Keep it on a local disk.
warn-at = { $address }: { $what }
warn-code-missing = The inline code { "{" }{ $code }{ "}" } of the source is missing in the target, or one end of it.
warn-code-unknown = The source has no inline code { "{" }{ $code }{ "}" }; it was kept as text.
warn-code-repeated = The inline code { "{" }{ $code }{ "}" } appears more often than in the source.
warn-code-nesting = The inline code { "{" }{ $code }{ "}" } is badly nested.

edit-heading =
    One part for each paragraph: its source above, after “#”; its translation below.
    Lines that begin with “#” are not read. A line of a translation that begins with “#” is written with a backslash before it.
    “≈” is a translation of the same text elsewhere, or the best match of the memory with its score (“!”: a number or a negation differs);
    “=” a term or name and its rendering, “≠” what not to use.
    Save and leave the editor to record what changed.

label-draft = DRAFT – not cleared for publication
label-gap = not yet translated
label-left-out = Left out
label-number = No.
label-status = Status
label-comment = Comments
label-kind = Kind

out-would-undo = This would be undone: operation { $number } ({ $kind }, { $person }, { $at })
out-would-redo = This would be redone: operation { $number } ({ $kind }, { $person }, { $at })
out-person-none = { $person } has no roles any more.
out-person-would-have-none = { $person } would have no roles any more.
doctor-content = A stored text is not the one that was entered: { $text }
doctor-beads = The segments of revision { $revision } in { $slug } do not cover its texts.
ask-operations = { PLURAL($count) ->
    [one] This undoes or redoes { $count } operation. Go on? [y/N]
   *[other] This undoes or redoes { $count } operations. Go on? [y/N]
}
note-same-text = { PLURAL($count) ->
    [one] In { $count } paragraph the translation is the source itself. Is it the right file?
   *[other] In { $count } paragraphs the translation is the source itself. Is it the right file?
}
note-not-arabic = Most letters of { $slug } are not in the script of its source language. Is it the right file?
ask-undo-of-another = Operation { $number } ({ $kind }, { $at }) is { $person }’s, not yours. Undo it? [y/N]
ask-redo-of-another = Operation { $number } was undone by { $person }. Do it again all the same? [y/N]
note-export-unrecorded = The desk cannot be written, so this export is not recorded and does not count as published.
out-waived = { $address }: { $check } waived
out-would-waive = { $address }: { $check } would be waived
out-waived-before = { $address }: { $check } was waived before, by { $person } ({ $at }), for this reason, which stays: { $reason }
