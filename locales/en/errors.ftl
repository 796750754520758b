### What went wrong (err-…), and what to do about it (rec-…).

err-in-file = { $file }: { $what }
err-file = { $file }: { $detail }
system-not-found = there is no such file
system-permission = the rights to it are missing
system-is-folder = it is a folder
system-disk-full = there is no room left on the disk
system-busy = another program is using it
system-read-only = it lies on a disk that cannot be written
err-file-not-found = There is no file { $file }.
err-file-permission = { $file } may not be read or written.
err-file-is-folder = { $file } is a folder.
err-disk-full = There is no room left on the disk for { $file }.
rec-file = Check the path and your rights to it.
err-too-large = { $file } is larger than an article can be: { $bytes } bytes or more.
rec-too-large = Split it into articles first; at most 64 MiB are read as one.
err-not-utf8 = { $file } is not UTF-8 text at byte { $byte }.
rec-not-utf8 = Save it as UTF-8 and try again.
err-no-article = There is no article “{ $slug }” on this desk.
rec-similar = Did you mean “{ $similar }”?
rec-list = See what there is with: hunayn list
err-no-paragraph = There is no paragraph { $address }.
rec-no-paragraph = { PLURAL($paragraphs) ->
    [one] The article has { $paragraphs } paragraph.
   *[other] The article has { $paragraphs } paragraphs.
}
err-no-segment = There is no segment { $address }.
rec-no-segment = { PLURAL($segments) ->
    [one] The paragraph has { $segments } segment.
   *[other] The paragraph has { $segments } segments.
}
err-no-revision = { $address } has no revision { $revision }.
rec-log = See its history with: hunayn log { $address }
err-no-operation = There is no operation “{ $operation }”.
rec-op-log = See the operations with: hunayn op log
rec-op-show = See what became of it with: hunayn op show { $operation }
err-no-comment = There is no comment “{ $comment }”.
rec-comments = See the comments with: hunayn comments
err-nothing-to-undo = There is nothing to undo.
err-nothing-to-redo = There is nothing to redo.
err-not-undoable = Operation { $operation } cannot be undone: it is undone already, or its kind cannot be undone.
err-stood-on = Operation { $operation } cannot be undone or done again alone; later ones touch the same: { $by }. Nothing was changed.
err-stood-on-many = { PLURAL($count) ->
    [one] Operation { $operation } cannot be undone or done again alone; { $count } later one touches the same, from { $first } to { $last }. Nothing was changed.
   *[other] Operation { $operation } cannot be undone or done again alone; { $count } later ones touch the same, from { $first } to { $last }. Nothing was changed.
}
named-operation = operation { $operation } of { $person }
list-of-two = { $first }, { $next }
err-not-redoable = Operation { $operation } cannot be done again: it is not undone, or not by an undo of its own.
err-stands-on = Operation { $operation } cannot be done again alone: it stands on operation { $on } of { $person }, which is undone.
rec-stands-on = Do that one again first with: { $command }
rec-stood-on = Look at it with: hunayn op show { $by }. It is taken back first, by { $person } or by who has the role for it: { $command }
err-conflict = { $address } has changed: you saw revision { $expected }, now it is revision { $found } by { $by }.
err-conflict-ahead = { $address } has no revision { $expected } yet: it is at revision { $found }, by { $by }.
rec-conflict-ahead = Look at it with: hunayn show { $address }. If that is the wording you mean, expect revision { $found }.
rec-conflict = Look at what changed with: hunayn diff { $address }, then try again.
rec-conflict-kept = Your text is kept in { $file }. Look at what changed with: hunayn diff { $address }
err-one-paragraph = { $address } is not one paragraph.
rec-one-paragraph = Name one, such as { $example }.
err-one-segment = { $address } is not one segment.
rec-one-segment = Name one, such as { $example }.
err-undecidable = { $address } is { $status }: from there it is not possible to { $act }.
rec-translate-first = Translate it first with: hunayn set { $address } "…"
rec-approve-first = Approve it first with: hunayn approve { $address }
rec-reopen-first = Reopen it first with: hunayn reopen { $address }
rec-nothing-to-do = See its history with: hunayn log { $address }
err-role = { $person } lacks the role that it takes to { $act }.
act-submit = submit for review
act-approve = approve
act-finalize = finalize
act-request-changes = ask for changes
act-withdraw = withdraw the last step
act-reopen = reopen
act-repair = repair the segments
act-replace = replace a wording that was decided on
act-undo = take back what another did
act-waive = let a finding stand
act-mark-purpose = mark a sentence as left out or added on purpose
act-unmark-purpose = take away the mark of a sentence left out or added on purpose
rec-role = An editor can give the role: hunayn person add { $person } --role { $code }
err-four-eyes = { $person } translated { $address }; on this desk a second person must approve it.
rec-four-eyes = Let somebody else approve it, or change the rule with: hunayn config four-eyes warn
err-gate = { PLURAL($count) ->
    [one] { $slug } is not ready: { $count } paragraph is not { $status }, or is stale.
   *[other] { $slug } is not ready: { $count } paragraphs are not { $status }, or are stale.
}
rec-gate = Finish them, or export a marked draft with --require none.
err-file-exists = { $file } already exists.
err-no-plain-file = { $file } is there and is no plain file: it stays as it is.
rec-no-plain-file = Choose another name with -o.
rec-force = Choose another name with -o, or replace it with --force.
err-already-imported = The same file has already been imported as “{ $slug }”.
rec-already-imported = Look at it with: hunayn show { $slug }, or update it with a corrected file: hunayn source update { $slug } FILE
err-same-as-line = The source is the same file as that of line { $line }.
err-same-as-file = It is the same file as { $file }.
rec-same-as-other = Name each file once.
err-same-file = { $file } is the source itself: a translation is another file.
rec-same-file = Name the file with the translation after --translation, or leave the option out.
err-broken-off = { PLURAL($count) ->
    [one] The import was broken off after { $count } article: { $what }
   *[other] The import was broken off after { $count } articles: { $what }
}
rec-broken-off = Import again to go on: files that are in are passed over. Or take back what came in with: { $command }
err-taken-back = Operation { $operation } was undone while it was being written. Nothing of it is in.
err-same-language = Source and target are both “{ $language }”.
rec-same-language = Give two languages, such as --source ar --target en.
rec-passed-over-format = Articles are read from html, docx, md and txt: save another document as one of these first. A text file, or a Word document, with another ending is imported when it is named itself.
rec-passed-over = To import it, name the file itself.
err-slug-taken = There is already another article “{ $slug }”.
rec-slug-taken = Import it by itself under another name with --slug NAME, or update the old one with: hunayn source update { $slug } FILE
err-slug-of-line = It would have the same name, “{ $slug }”, as the source of line { $line }.
err-slug-of-file = It would have the same name, “{ $slug }”, as { $file }.
rec-slug-of-other = Import it by itself under another name with --slug NAME.
err-no-slug = No short name can be made from “{ $name }”.
rec-no-slug = Give one with --slug.
err-empty-file = There is no text in { $file }.
rec-empty-file = Check that it is the right file.
err-unknown-format = The format “{ $format }” cannot be used here.
err-format-of-name = { $file } is named as a file of the format { $named }, but the format asked for is { $format }.
rec-format-of-name = Ask for it with --format { $named }, or give the file the ending .{ $extension }.
err-unknown-layout = The format { $format } has no layout “{ $layout }”.
rec-one-of = Possible values: { $values }
err-other-source = { $file } has hardly anything in common with { $slug }: it is another text, not a correction of this one.
rec-other-source = Check the file; if it is an article of its own: hunayn import { $file }
err-swapped = The source is English and the translation Arabic.
rec-swapped = Give the Arabic file first and the English one with --translation.
err-purpose-untranslated = { $address } has no translation at all: no sentence of it is left out by itself.
rec-purpose-untranslated = To leave the whole paragraph out of the finished article: hunayn exclude { $address } -m "…"
err-purpose-both = { $address } is no sentence that one side alone has: there is nothing to mark.
rec-no-purpose = Say why, for example: -m "omitted by the editor"
err-listed = { $file }, line { $line }: { $what }
err-pair-list = { $file }, line { $line }: this is not a pair.
rec-pair-list = Each line needs the Arabic file, a tab and the English file, as paths from the folder of the list.
err-one-file = --slug names one article, and there are several files.
rec-one-file = Leave --slug out, or import the files one by one.
err-one-source = --translation stands beside one file, or one folder beside a folder.
rec-one-source = Give one file and its translation, a folder and the folder of its translations, or a list with --pairs.
err-split-nowhere = There is no place to split this segment.
err-merge-last = This is the last segment; there is none after it to merge with.
rec-split-nowhere = Say where with --source-at TEXT.
rec-repair = Look at its segments with: hunayn align { $address }
err-segment-range = The segments of this paragraph do not fit its text.
err-text-not-found = “{ $text }” is not in { $address }.
rec-text-not-found = Copy the words from: hunayn show { $address }
err-setting-value = “{ $value }” is not a value of { $setting }.
err-no-setting = There is no setting “{ $setting }”.
err-align-twice = This paragraph is named twice.
err-align-article = { $address } is not an article: a repair names its paragraphs itself.
rec-align-article = Name the article alone: { $command }
err-align-lexicon = A lexicon is only used when two files are aligned, or at import.
rec-align-lexicon = hunayn import --lexicon FILE, or hunayn align --lines SOURCE TARGET --lexicon FILE
err-align-code = The cut would go through an inline code.
err-pairs-differ = { $first } has { $firstlines } lines and { $second } has { $secondlines }.
rec-pairs-differ = Both files need the same number of lines, each the translation of its like. To find out which lines belong together: hunayn align --lines
err-glossary = { $file }, line { $line }: there is no tab between the Arabic word and its renderings.
rec-glossary = Write the Arabic word, a tab, and the English renderings with “|” between them.
err-no-pairs = There are no pairs to learn from.
rec-no-pairs = Give files with --pairs or --glossary.
err-not-a-lexicon = { $file } is not a lexicon.
rec-not-a-lexicon = Make one with: hunayn lexicon build
err-nothing-to-take = { $address } has no translation to take.
err-nothing-to-compare = { $address } has nothing to compare with: it was never approved or published.
err-nul-character = The translation of { $address } holds the character U+0000, which has no place in a text.
rec-nul-character = Leave it out; it is often a slip of the program that made the text.
err-other-offer = { $address }: what is offered there is another wording by now than the one you saw. Nothing was taken over.
rec-other-offer = Look at what is offered now.
err-empty-comment = The comment has no words.
rec-empty-comment = Write it with -m TEXT.
err-nobody = It is not known who you are.
rec-nobody = Give a name with --user NAME or HUNAYN_USER.
err-no-desk = There is no { $file } here or in a folder above.
err-no-desk-file = There is no desk { $file }.
warn-no-language = Hunayn has no sentences in { $language }, only in: { $languages }
rec-init = Make one with: hunayn init, or name one with --desk FILE.
err-desk-exists = { $file } already exists.
rec-desk-exists = Choose another name with --desk FILE, or move this file away first.
err-foreign = { $file } is not a desk.
rec-foreign = Name the file of the desk with --desk FILE. To make a desk in this place, move the file away first, then: hunayn init
err-newer = { $file } was written by a newer version (schema { $found }, known { $known }).
rec-newer = Install the newest version and try again. Nothing was changed.
err-damaged = { $file } is damaged: { $detail }
err-damaged-desk = The desk is damaged: { $detail }
rec-damaged = See what is broken with: hunayn doctor. Keep this file as it is and go on with your last copy of it. What can still be read is saved with: hunayn export SLUG --format json --require none
rec-damaged-doctor = Keep this file as it is and go on with your last copy of it. What can still be read is saved with: hunayn export SLUG --format json --require none
err-locked = { $file } is held by another writer.
rec-locked = Wait until the other command has finished and try again.
err-read-only = { $file } cannot be written.
rec-read-only = It can be read; to change it, copy it to a place that can be written.
err-disk = { $file }: { $detail }
rec-disk = Check the disk and your rights to the file.
err-store = The desk gave an unexpected answer: { $detail }
rec-doctor = Check it with: hunayn doctor
err-declined = Nothing was changed.
rec-declined = You said no. To go on, give the command again and agree.
rec-yes = Say --yes to go on without being asked.
err-import-none = Nothing was imported.
rec-import = What is wrong with each file is told above.
err-import-some = { PLURAL($count) ->
    [one] { $count } file was not imported; the rest was.
   *[other] { $count } files were not imported; the rest was.
}
err-import-some-planned = { PLURAL($count) ->
    [one] { $count } file would not be imported; the rest would.
   *[other] { $count } files would not be imported; the rest would.
}
err-pattern = “{ $pattern }” is not a pattern: { $detail }
err-pattern-nothing = No file fits “{ $pattern }”.
err-no-files = There is no file to import there.
rec-no-files = Folders are searched for files that can be read: html, docx, md, txt.
err-edit-part = A heading cannot be understood: { $line }
err-edit-no-heading = The line “{ $line }” is missing above its text.
err-edit-heading = “{ $line }” cannot be understood; the line was “{ $wanted }”.
err-edit-stray = There is text above the first line that begins with “#:”.
err-edit-not-utf8 = The edited file is not UTF-8 text.
err-edit-kept = { PLURAL($count) ->
    [one] { $count } part was not applied.
   *[other] { $count } parts were not applied.
}
rec-kept = Your text is kept in { $file }. { $hint }
rec-edit-kept = It is kept in { $file }
err-editor = The editor cannot be run: { $detail }
err-editor-status = The editor { $editor } ended with an error: { $status }
editor-exit-code = exit code { $code }
editor-killed = it was stopped from outside
err-no-editor = There is no editor to open and no terminal to open it on.
rec-editor = Say which with HUNAYN_EDITOR, VISUAL or EDITOR, or use: hunayn set
err-address = “{ $address }” is not an address.
err-apply-no-json = This is not JSON from column { $column } on.
err-apply-no-object = This is JSON, but not an object with fields in braces.
err-apply-field-unknown = There is no field “{ $field }”.
err-apply-field-missing = The field “{ $field }” is missing.
err-apply-field-twice = The field “{ $field }” is there twice.
err-apply-field-type = The field “{ $field }” must be { $what }.
apply-type-text = a text in quotation marks
apply-type-truth = true or false
apply-type-number = a whole number from 0 up
rec-apply-fields = The fields of a line are told by: hunayn apply --help
err-apply-value = “{ $value }” is not a value that is known here.
err-apply-reason = A request for changes needs “reason” and “note”.
err-apply-nothing = The line asks for nothing: it needs “text” or “decision”.
err-apply-stale = { PLURAL($count) ->
    [one] { $count } line was stale.
   *[other] { $count } lines were stale.
}
rec-line-expect = Look at what changed with: hunayn diff { $address }. If the line still holds, send it with “expect” as { $found }.
rec-apply-stale = { PLURAL($count) ->
    [one] As it is, the line stays stale: look at its paragraph, then send it with the revision that is told above as “expect”.
   *[other] As they are, the lines stay stale: look at their paragraphs, then send them with the revisions that are told above as “expect”.
}
err-apply-other-file = { $file }: none of the first { $count } lines is a JSON object. It looks like { $what }. Nothing was applied.
looks-like-json = one JSON document over several lines
looks-like-markup = HTML or XML
looks-like-table = a table
looks-like-text = plain text
rec-apply-other-file = JSON lines are expected, an object on each line: { "{" }"address": "SLUG:1", "text": "…"{ "}" }. All fields: hunayn apply --help
rec-apply-refused = What is wrong with each line is told above. The whole file may be sent again: lines that are done change nothing.
err-apply-refused = { PLURAL($count) ->
    [one] { $count } line was refused.
   *[other] { $count } lines were refused.
}
err-no-reason = This needs a reason.
rec-no-reason = Say why with -m, such as: -m "The headline is printed twice."
err-no-message = A request for changes needs a message.
err-segment-language = Say the language of the text with --lang.
err-unsound = { PLURAL($count) ->
    [one] The desk is not sound: { $count } complaint.
   *[other] The desk is not sound: { $count } complaints.
}
rec-unsound = Make a copy of the file before anything else.
err-editor-only = { $person } is not an editor of this desk.
rec-editor-only = Only an editor may do this; see the editors with: hunayn person list
err-needs-yes = { PLURAL($count) ->
    [one] This changes { $count } paragraph, and there is no terminal to ask on.
   *[other] This changes { $count } paragraphs, and there is no terminal to ask on.
}
err-needs-yes-operations = { PLURAL($count) ->
    [one] This undoes or redoes { $count } operation, and there is no terminal to ask on.
   *[other] This undoes or redoes { $count } operations, and there is no terminal to ask on.
}
err-needs-yes-entries = { PLURAL($count) ->
    [one] This takes out { $count } entry, and there is no terminal to ask on.
   *[other] This takes out { $count } entries, and there is no terminal to ask on.
}
err-apply-withdraw = A withdrawal needs “expect”: sent twice, it would withdraw two steps.
err-undo-of-another = Operation { $number } ({ $kind }, { $at }) is { $person }’s, not yours, and there is no terminal to ask on.
err-redo-of-another = Operation { $number } was undone by { $person }, and there is no terminal to ask on.
err-export-two-documents = With “-o -” the exported file goes to standard output, where --json wants its own document.
rec-export-two-documents = Leave out --json, or write to a file with -o FILE.
err-folder-not-empty = { $folder } is not an empty folder.
rec-demo-folder = Name a folder that is new or empty, such as: hunayn demo hunayn-demo-2
rec-no-message = Say with -m TEXT what the translator should know.
rec-editor-status = Nothing was logged. Give the command again, or name another editor with HUNAYN_EDITOR.
rec-edit-lost = What you typed could not be kept: { $detail }. Check the folder for temporary files and its room.
err-no-folder = There is no folder { $folder } to write { $file } into.
rec-no-folder = Make the folder first, or choose another place with -o.
rec-edit-part = A part begins with “#: ADDRESS @REVISION”, as it stood in the text that was opened.
err-no-finding = There is no finding “{ $finding }” at present.
rec-no-finding = List them with: hunayn check
err-open-finding = { $address } { $check } ({ $id })
err-open-findings = { PLURAL($count) ->
    [one] An error is open, so nothing was approved: { $findings }
   *[other] { $count } errors are open, so nothing was approved: { $findings }
}
rec-open-findings = Mend the target, or let a finding stand with: hunayn waive FINDING -m "…"
