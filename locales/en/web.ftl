### The local workbench: the command that starts it, and the pages.

cli-serve = Work at the desk in a browser, on this machine only
cli-serve-examples =
    hunayn serve
    hunayn --user salma serve --open
    hunayn serve --port 0
cli-serve-notes =
    Pages for people who do not live in a terminal: articles, translating, reviewing, history, search, export. Nobody else on the
    network can reach them. The address that is printed has a secret in it and opens the door once; the browser that followed it may
    come back until the program ends. Whoever acts is who acts on the command line. Others may work at the desk meanwhile, here or
    by commands. Ctrl-C ends it, with exit code 0.
cli-serve--port = The port; 0 takes any that is free
cli-serve--open = Open the address in the browser

note-serve = The workbench of { $person }, on this machine only. Open the address in a browser; it opens the door once. Ctrl-C ends it.
note-serve-not-opened = No browser could be started. Open the address yourself.

err-web-port = Port { $port } cannot be used: { $detail }
rec-web-port = Perhaps a workbench is running already. Take another port with --port N, or any that is free with --port 0.
err-web-system = The workbench cannot run: { $detail }
err-web-random = The system gives no random numbers, so the workbench could not be kept from strangers.

err-web-host = This address is not one of the workbench.
err-web-link = This link is not valid, or it was used before. Use the browser in which it was opened, or start the workbench again and follow the new link.
err-web-stranger = This browser has not been let in. Follow the link that the program has printed in the terminal.
err-web-origin = This request comes from another site and was refused. Nothing was changed.
err-web-form = This form is from an earlier run of the workbench. Nothing was changed. Open the workbench anew with the link that the program printed.
web-take-along = Copy what you typed first: it stands below.
err-web-moved = What stands at { $address } now is another paragraph than the one you worked at, so nothing was changed.
rec-web-moved = The source was corrected, or somebody took it back. Look for your paragraph in the article and put the text there.
web-stranded = What you typed
err-web-request = The request cannot be read. Nothing was changed.
err-web-too-long = The text is too long for one request. Nothing was changed.
err-web-nowhere = There is no such page.
err-web-page = There is no page for “{ $given }”.
err-web-broken = Something broke in the program itself. What was to be written was written whole or not at all.
err-web-unsaved = You have typed another text and not saved it, so nothing was decided on the old one.
rec-web-unsaved = Your text still stands below. Save it first, or put the old one back.
err-web-no-reason = Choose a reason.
err-web-no-note = Say in a word what is to be changed.
err-web-no-waiver-reason = Say in a word why the finding may stand.
err-web-not-own = This was done by { $person }. Here only what you did yourself is taken back.
err-web-not-own-undo = This was taken back by { $person }. Here only what you took back yourself is done again.
rec-web-not-own = Ask { $person }, or do it by name on the command line.

web-welcome = The door is open. The workbench opens in a moment.
web-go-on = Go on
web-skip = Skip to the content
web-nav = Pages
web-place = Place
web-desk = Desk
web-search = Search
web-person = { $person }
web-to-desk = To the desk
web-to-typed = Back to what you typed
web-failed = Not done
web-undo = Undo (operation { $operation })
web-redo = Do again (operation { $operation })
web-undo-last = Undo my last one: { $kind } (operation { $operation })
web-taken-back = taken back by operation { $operation }

web-inbox = What waits for me
web-inbox-changes = What was changed in your text:
web-inbox-source-changes = What changed in the source since:
web-to-review = To review
web-to-finalize = To finalize
web-to-finish = Drafts to finish
web-to-translate = Still to translate
web-to-begin = Not begun by anybody
web-articles = Articles
web-no-articles = The desk has no articles yet. They come in with: hunayn import FILE
web-operations = Last operations

web-paragraphs = Paragraphs
web-shown = { PLURAL($count) ->
    [one] { $shown } of { $count } paragraph shown.
   *[other] { $shown } of { $count } paragraphs shown.
}
web-open = Work at { $address }
web-translate = Translate
web-all = All
web-with-findings = With findings
web-with-comments = With open comments
web-filter = Show
web-errors = { PLURAL($count) ->
    [one] { $count } error
   *[other] { $count } errors
}
web-findings-count = { PLURAL($count) ->
    [one] { $count } finding
   *[other] { $count } findings
}
web-comments-count = { PLURAL($count) ->
    [one] { $count } comment
   *[other] { $count } comments
}

web-previous = Previous
web-next = Next
web-of = { $number } of { $count }
web-revision = revision { $revision }
web-read-only = Your role does not let you change this wording.
web-codes = The source has formatting. Type it so:
web-insert = Insert
web-save = Save draft
web-save-next = Save, next
web-submit-next = Submit, next
web-approve = Approve
web-finalize = Finalize
web-withdraw = Withdraw the last step
web-reopen = Reopen
web-send-back = Send back …
web-send-back-now = Send back
web-reason = Reason
web-note = What is to be changed
web-keys = Ctrl+Enter in the translation saves and goes to the next paragraph; Ctrl+Shift+Enter submits it and goes on.
web-unchanged = { $address }: nothing changed.
web-unsent = What you typed and did not send off still stands below.
web-open-warnings = { PLURAL($count) ->
    [one] { $count } warning of the checks is open.
   *[other] { $count } warnings of the checks are open.
}
web-replaced = This replaces the wording of { $person } (revision { $revision }), which stays in the history.

web-conflict-title = Somebody else changed this paragraph
web-conflict = While you were typing, { $person } made revision { $revision }. Both texts are here; neither is lost.
web-present = What stands there now
web-yours-against = What your text changes in it
web-conflict-hint = Your text stands in the field below. Take into it what you need of the other one, then save: that replaces what stands there now.
web-rec-conflict = Look at both texts below, then save again.
web-rec-conflict-kept = Your text stands below, and is kept in { $file } too.
web-rec-conflict-present = You had typed nothing here: what you see below is the wording that stands there now. Look at it, then decide.
web-rec-open-findings = Mend the translation, or let the finding stand with a reason, below.
web-rec-gate = Finish them, or download the article as a marked draft.
web-rec-translate-first = Translate it first.
web-rec-approve-first = Approve it first.
web-rec-reopen-first = Reopen it first.
web-rec-look-at-history = The history tells what happened.
web-rec-list = The articles stand on the first page.
web-rec-look-again = Load the page again and see what is there now.
web-rec-empty-comment = Write it in the field below.
web-rec-no-words = Type a word or a phrase.
web-rec-role = An editor of the desk can give { $person } the role.
web-rec-editor-only = Only an editor of the desk may do this.
web-rec-four-eyes = Let somebody else approve it.
web-rec-stood-on = Operation { $by } is taken back first, by { $person } or by who has the role for it.
web-rec-stands-on = Do that one again first.
web-rec-operations = The last operations stand on the first page.
web-rec-desk = Leave the files as they are, and tell whoever looks after the desk.

web-changes = What changed
web-changed-since = Since revision { $revision }:
web-changed-since-approval = Since the approval of revision { $revision }:
web-history = History
web-findings = Findings
web-waive = Let it stand …
web-waive-why = Why it may stand
web-waive-now = Let it stand
web-comments = Comments
web-comment-new = New comment
web-comment-now = Comment
web-comment-number = comment { $number }
web-resolve = Resolve
web-resolved-by = Resolved by { $person }
web-terms = Terms and names
web-no-terms = The termbase knows none in this paragraph.
web-admitted = admitted
web-forbidden = not to be used
web-matches = From the memory
web-take = Take over as draft
web-repetition = The same text is translated at

web-compare = Compare revisions
web-compare-now = Compare
web-from-revision = From
web-to-revision = To
web-source-changed = The source changed:
web-own-text = a text of their own
web-carried = carried over a cosmetic change of the source
web-left-out = left out of the finished article
web-taken-in = in the finished article again
web-exported = exported to { $file }

web-search-text = Text
web-search-by = Look for
web-search-words = its words, in context
web-search-likeness = texts like it
web-search-in = In
web-both-sides = both languages
web-source = the source
web-target = the translation
web-stem = all forms of the words
web-search-now = Search
web-search-help = A word or a few in a row; * after a word stands for any end of it. For a whole sentence, look for texts like it.

web-export = Export
web-format = As
web-format-html = Web page (HTML)
web-format-docx = Word document
web-format-md = Markdown
web-format-txt = Plain text
web-format-csv = Table (CSV)
web-format-json = JSON
web-format-tmx = Translation memory (TMX)
web-layout-side-by-side = side by side
web-layout-stacked = one below the other
web-layout-target = the finished article
web-require = Every paragraph is at least
web-show-status = With statuses and comments, where both languages are shown
web-bom = For spreadsheet programs: begin a text file with a byte order mark
web-download = Download
web-download-draft = Download as a marked draft
web-ready = Every paragraph is reviewed.
web-not-ready = { PLURAL($count) ->
    [one] { $count } paragraph is not reviewed, or is stale.
   *[other] { $count } paragraphs are not reviewed, or are stale.
}
