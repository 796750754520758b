### The round trip of a review: a table in Word that goes out and comes back.

cli-review = Send an article to a reviewer as a table in Word, and take it back
cli-review-examples =
    hunayn review export waters
    hunayn review import waters waters-checked.docx --dry-run
cli-review-export = Make a Word table of an article for a reviewer or its author
cli-review-export-examples =
    hunayn review export waters
    hunayn review export waters:3-9 -o for-salma.docx
cli-review-export-notes =
    A row for each paragraph: number, source, translation, decision, comment. Track Changes is on; open comments stand as comments of
    Word. The words around the texts are in the language of the interface (--lang). No gate is asked, and nothing counts as published.
cli-review-export-file = The file to write, as with -o; “-” is standard output
cli-review-export--output = The file to write; otherwise named after the article, with the numbers of the paragraphs where it is a part
cli-review-export--force = Replace an existing file
cli-review-import = Take back a table from a reviewer: texts, decisions and comments, as one operation
cli-review-import-examples =
    hunayn review import waters waters-checked.docx --preview
    hunayn --user basil review import waters waters-checked.docx --yes
cli-review-import-notes =
    Who acts (--user) is who changes, decides and comments here; authors of comments in Word are named in their text. The translation
    is read as if every tracked change were accepted.
    A row whose paragraph has moved on since the export is stale: nothing is overwritten, and what stands in the row is kept in a file.
    An emptied cell empties nothing; a changed source is told and not taken; rows that were deleted are told. Rows that are out of
    order, or were saved by another program, are known by hidden marks, and without these by number and source together.
    The same file may be taken back again: what is done changes nothing. The exit code is that of apply: 4 if a row is stale.
    --preview is the same as --dry-run.
cli-review-import-file = The file that came back; “-” is standard input
cli-review-import--submit = Submit for review what was changed without a decision

sheet-number = No.
sheet-decision = Decision
sheet-comment = Comment
sheet-choose = choose…
sheet-approve = approve
sheet-request = changes requested
# Other words for the two decisions that a reviewer may write, with “/” between them.
sheet-approved = approved / accepted
sheet-rejected = rejected
sheet-guide-text = Please work in the column of the translation, with or without Track Changes. The number and the source stay as they are.
sheet-guide-decision = Decision: choose one where you have one. A request for changes needs a comment that says what is wrong. Comments stand in the last column or are comments of Word.
sheet-guide-codes = Marks such as {"{"}2/{"}"} or {"{"}3{"}"}…{"{"}/3{"}"} stand for notes, pictures and the like: please leave them where they belong.
sheet-guide-back = Save the file as a Word document and send it back. It comes in with: hunayn review import { $slug } FILE

out-sheet-made = Review table: { $file } ({ $paragraphs })
out-sheet-would-be-made = A review table would be made: { $file } ({ $paragraphs })
note-sheet-back = When it comes back: { $command }
note-sheet-unrecorded = This export is not recorded.
out-row = { $address }
out-row-applied = { $address }: revision { $revision }, { $status }
out-row-would-apply = { $address }: would be revision { $revision }, { $status }
out-row-stale = Row { $row }: { $address }: stale: { $why }
out-row-refused = Row { $row }: { $address }: refused: { $why }
out-row-unknown = Row { $row }: refused: { $why }
out-row-authors = { "    " }Tracked changes of { $authors }
out-row-approve = { "    " }Decision: approve
out-row-request = { "    " }Decision: changes requested ({ $reason })
out-row-comment = { "    " }Comment added:
out-row-would-comment = { "    " }Comment that would be added:
out-rows-applied = { PLURAL($count) ->
    [one] { $count } row taken.
   *[other] { $count } rows taken.
}
out-rows-would-apply = { PLURAL($count) ->
    [one] { $count } row would be taken.
   *[other] { $count } rows would be taken.
}
out-rows-unchanged = { PLURAL($count) ->
    [one] { $count } row changes nothing.
   *[other] { $count } rows change nothing.
}
out-rows-would-not-change = { PLURAL($count) ->
    [one] { $count } row would change nothing.
   *[other] { $count } rows would change nothing.
}
warn-sheet-missing = { $address } is in no row any more. Nothing was deleted here.
warn-sheet-outside = Outside of the table stands:
warn-sheet-by-number = The row had lost its mark; it is known by its number and its source.
warn-sheet-source = The source was changed in the table. That is not taken: { $text }
warn-sheet-look = “{ $text }” was given a look that the source has not, and that did not come in: { $look }
warn-sheet-object = Something in the cell is no text and did not come in: { $what }
sheet-object-picture = a picture
sheet-object-formula = a formula, of which the signs are taken
sheet-object-numbering = an automatic number or bullet
sheet-object-hidden = hidden text
sheet-object-table = a table, of which the text is taken
sheet-object-text-box = a text box, of which the text is taken
sheet-object-symbol = a sign of a font
sheet-object-other = an embedded object
note-sheet-kept = What did not come in is kept in { $file }

err-no-sheet = { $file } is no review table.
rec-no-sheet = One is made with: hunayn review export SLUG. A Word document that is an article comes in with: hunayn import FILE
err-sheet-of-other = { $file } is no review table of { $slug }.
rec-sheet-of-other = It is one of another article: hunayn review import { $other } { $file }
rec-sheet-of-no-article = It is one of an article that this desk does not have.
err-sheet-unknown = No paragraph is known by this row.
rec-sheet-unknown = A row is known by its hidden mark, or by its number and its source as they went out. What stands in it can be logged with: hunayn set
err-sheet-merged = Its cells were merged with others.
rec-sheet-merged = Split the cells in Word, so that each row has its own again, and take the table back once more.
err-sheet-columns = Its cells are not those of the columns.
rec-sheet-columns = Give the row the five columns again, and take the table back once more.
err-sheet-twice = The paragraph has several rows, which differ.
rec-sheet-twice = Leave the row that holds, and take the table back once more.
err-sheet-emptied = Its translation was emptied, which a table cannot do.
rec-sheet-emptied = If it is meant: hunayn set { $address } ""
err-sheet-decision = “{ $words }” is no decision that is known here.
rec-sheet-decision = Known are “{ $approve }”, and “{ $request }: …” with one of these reasons: { $reasons }
rec-sheet-decision-both = { $known } In the words of the table: { $table }
err-sheet-reason = A request for changes needs a reason, and a comment that says what is wrong.
err-sheet-removed = The paragraph is no longer in the article: a corrected source has dropped it.
rec-sheet-removed = To see it: hunayn show SLUG --removed
err-sheet-revision = What went out is not there any more: it was undone, or this desk was restored from a copy.
rec-sheet-revision = See what is there now with: hunayn show { $address }
err-sheet-decided = { $person } decided on it since the export: { $decision }.
err-sheet-moment = It cannot be told any more when the table was made, and so not what was decided since.
rec-sheet-decided = See what was decided with: hunayn log { $address }
err-sheet-source-rewritten = Its source was rewritten in the table: the decision is on another source than the one here.
rec-sheet-source-rewritten = Leave the source as it went out and say in a comment what is wrong with it, and take the table back once more.
err-sheet-source-as-target = The source stands where its translation belongs.
rec-sheet-source-as-target = Put each text into its own column again, and take the table back once more.
rec-sheet-stale = See what changed with: hunayn diff { $address }
err-rows-stale = { PLURAL($count) ->
    [one] { $count } row is stale: its paragraph has moved on since the export.
   *[other] { $count } rows are stale: their paragraphs have moved on since the export.
}
rec-rows-stale = See what changed with: hunayn diff { $slug }
rec-rows-stale-kept = What stands in them is kept in { $file }. See what changed with: hunayn diff { $slug }
err-rows-refused = { PLURAL($count) ->
    [one] { $count } row was refused.
   *[other] { $count } rows were refused.
}
rec-rows-refused = Why is told above, row by row. The whole table may be taken back again: rows that are done change nothing.
rec-rows-refused-kept = What stands in them is kept in { $file }. The whole table may be taken back again: rows that are done change nothing.
