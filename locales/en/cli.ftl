### Help: commands, arguments, options and the frame around them. The scheme of ids is told in src/cli/help.rs.

## Frame words of help

help-usage = Usage
help-commands = Commands
help-arguments = Arguments
help-options = Options
help-global-options = Options of every command
help-examples =
    Examples
help-list-separator = { ", " }
help-values = { "[" }one of: { $words }]
help-default = { "[" }default: { $words }]
help-value-name = { $name }
help-group-desk = The desk
help-group-translation = Translation
help-group-review = Review
help-group-history = History
help-group-delivery = Delivery
help-group-administration = Administration
man-name = Name
man-synopsis = Synopsis
man-description = Description
man-options = Options
man-version = Version

## Value names

value-file = FILE
value-tag = TAG
value-name = NAME
value-dir = DIR
value-slug = SLUG
value-format = FORMAT
value-encoding = ENCODING
value-status = STATUS
value-addr = ADDR
value-op = OP
value-text = TEXT
value-rev = REV
value-kind = KIND
value-code = CODE
value-id = ID
value-range = A..B
value-base = BASE
value-side = SIDE
value-n = N
value-layout = LAYOUT
value-gate = GATE
value-role = ROLE
value-key = KEY
value-value = VALUE
value-shell = SHELL
value-command = COMMAND
value-options = OPTIONS
value-severity = SEVERITY
value-source = SOURCE
value-target = TARGET
value-when = WHEN

## The root, and arguments that commands share

cli = A desk where Arabic articles become English ones, and nothing said or written about them is lost
cli-examples =
    hunayn init
    hunayn import article.html --slug waters
    hunayn show waters
    hunayn help import
cli--desk = The desk to work on; otherwise HUNAYN_DESK, or the nearest desk.hunayn from here upward
cli--user = Who acts; otherwise HUNAYN_USER, the setting of the desk, or the login name
cli--lang = The language of the interface, such as ar or en
cli--json = One JSON document for programs instead of text for people
cli--color = When to use colour
cli--isolates = When to keep the directions of mixed text apart with invisible marks
cli--quiet = No talk on standard error, only data and errors
cli--help = This help
cli--version = The version of the program
cli--dry-run = Show what would happen and change nothing
cli--yes = Agree beforehand to a change of more than three paragraphs
cli--expect = The number of the newest revision as last seen; refused when there is a newer one
cli--jsonl = One line of JSON for each row
cli--message = The words that go with it
cli--format = The format of the file; otherwise told by its name and content
cli--encoding = The character encoding; otherwise told by the content
cli-address = An article (SLUG), a paragraph (SLUG:7), several (SLUG:3-9,12) or a segment (SLUG:7.2)
cli-slug = The short name of the article
cli-operation = An operation, by its id or the beginning of it

## The desk

cli-init = Make a desk
cli-init-examples =
    hunayn init
    hunayn init press.hunayn --source ar --target en --name "Press desk"
cli-init-file = The file to make; otherwise desk.hunayn
cli-init--source = The language of the articles
cli-init--target = The language they are translated into
cli-init--name = A name for people to read
cli-demo = Make a desk with sample articles and take them through every step
cli-demo-examples =
    hunayn demo
    hunayn demo /tmp/hunayn-demo
cli-demo-folder = The folder for the desk and the finished files; otherwise hunayn-demo
cli-import = Bring articles in, alone or with their translation
cli-import-examples =
    hunayn import article.html --slug waters
    hunayn import article.txt --translation article.en.txt
    hunayn import 'inbox/*.html' --dry-run
cli-import-files = Files, folders or patterns; “-” is standard input
cli-import--slug = The short name of the article; otherwise made from the file name
cli-import--translation = A file with the existing translation
cli-source = Work on the source of an article
cli-source-examples =
    hunayn source update waters corrected.html
cli-source-update = Lay a corrected source over an article; approvals of untouched paragraphs survive
cli-source-update-examples =
    hunayn source update waters corrected.html --dry-run
    hunayn source update waters corrected.html --yes
cli-source-update-file = The corrected source; “-” is standard input
cli-list = List the articles with their progress
cli-list-examples =
    hunayn list
    hunayn list --status draft
cli-list--status = Only articles of this status
cli-show = Show paragraphs in both languages
cli-show-examples =
    hunayn show waters
    hunayn show waters:3-9
cli-show--at = As it stood after this operation
cli-show--removed = With the paragraphs that a newer source has dropped
cli-status = Count paragraphs and words by status
cli-status-examples =
    hunayn status
    hunayn status waters --json

## Translation

cli-set = Log the translation of a paragraph or segment
cli-set-examples =
    hunayn set waters:1 "The Waters of the Valley"
    hunayn set waters:7 --file seven.txt --submit
cli-set-text = The translation; “-” reads it from standard input
cli-set--file = A file that holds the translation
cli-set--take = Take over the translation of another paragraph
cli-set--submit = Submit it for review at once
cli-edit = Translate in your editor, with the source above
cli-edit-examples =
    hunayn edit waters:7
    HUNAYN_EDITOR=vim hunayn edit waters
cli-apply = Apply changes from a file of JSON lines
cli-apply-examples =
    hunayn apply changes.jsonl --dry-run
    hunayn apply changes.jsonl --yes
cli-apply-file = A change on each line; “-” is standard input
cli-split = Split a segment in two
cli-split-examples =
    hunayn split waters:7.2 --target-at "But the river"
cli-split--source-at = The words of the source with which the second segment begins
cli-split--target-at = The words of the target with which the second segment begins
cli-merge = Merge a segment with the next one
cli-merge-examples =
    hunayn merge waters:7.2
cli-kind = Correct what a paragraph is
cli-kind-examples =
    hunayn kind waters:2 standfirst
    hunayn kind waters:15-17 list-item
cli-kind-kind = What it is

## Review

cli-submit = Submit a translation for review
cli-submit-examples =
    hunayn submit waters:7
    hunayn submit waters --yes
cli-approve = Approve a translation after reading it against its source
cli-approve-examples =
    hunayn approve waters:7
    hunayn approve waters:7 --edit "The corrected sentence."
cli-approve--edit = Log this corrected translation and approve it in one step
cli-reject = Send a translation back with a reason
cli-reject-examples =
    hunayn reject waters:7 --reason omission -m "The second clause is missing."
cli-reject--reason = Why
cli-reject--message = What the translator should know
cli-finalize = Clear a reviewed translation for publication
cli-finalize-examples =
    hunayn finalize waters --yes
cli-withdraw = Take the last step up back by one step
cli-withdraw-examples =
    hunayn withdraw waters:7 -m "Submitted too early."
cli-reopen = Open a reviewed or final translation for changes
cli-reopen-examples =
    hunayn reopen waters:7 -m "The name is spelled differently."
cli-comment = Comment on a paragraph
cli-comment-examples =
    hunayn comment waters:7 -m "Is this the river or the town?"
cli-comment--message = The comment
cli-comments = List comments
cli-comments-examples =
    hunayn comments waters --open
cli-comments--open = Only comments that are not resolved
cli-resolve = Mark a comment as resolved
cli-resolve-examples =
    hunayn resolve 4f2a
cli-resolve-id = The comment, by its id or the beginning of it
cli-inbox = List what waits for you: sent back, stale, to review
cli-inbox-examples =
    hunayn inbox
    hunayn --user Salma inbox
cli-check = Check the translation of one text: numbers, dates, currencies, units, addresses, punctuation
cli-check-examples =
    hunayn check --pair "شارك ٤٥٠ مندوبًا" "Some 540 delegates"
    hunayn check --pair "منذ عام ١٩٤٨" "Since 1984" --only num.year --json
cli-check--pair = A source and its target, both as texts; no desk is read
cli-check--source = The language of the source
cli-check--target = The language of the target
cli-check--only = Only these checks
cli-check--ignore = Not these checks
cli-check--severity = Only findings of this severity or above
cli-checks = List the checks, with what each flags and what it lets pass
cli-checks-examples =
    hunayn checks
    hunayn checks --json

## History

cli-log = Tell the history of a paragraph or article
cli-log-examples =
    hunayn log waters:7
cli-diff = Show what changed between two revisions
cli-diff-examples =
    hunayn diff waters:7 2..5
    hunayn diff waters --against approved
cli-diff-range = Two revisions; “2..” runs to the newest, “..5” from the first
cli-diff--against = Compare with what was approved or published last
cli-diff--words = Compare word by word (as without any option)
cli-diff--chars = Compare character by character
cli-diff--side = The language to compare
cli-blame = Tell who wrote each part of a translation
cli-blame-examples =
    hunayn blame waters:7
cli-undo = Undo the last operation, or the one named
cli-undo-examples =
    hunayn undo
    hunayn undo 0198c2 --dry-run
cli-redo = Do the undone operation again
cli-redo-examples =
    hunayn redo
cli-op = Look at operations, or take the desk back to one
cli-op-examples =
    hunayn op log --limit 20
cli-op-log = List operations, newest first
cli-op-log-examples =
    hunayn op log --limit 20
cli-op-log--limit = At most so many
cli-op-show = Show what an operation changed
cli-op-show-examples =
    hunayn op show 0198c2
cli-op-restore = Take the desk back to how it stood after an operation
cli-op-restore-examples =
    hunayn op restore 0198c2 --dry-run
    hunayn op restore 0198c2 --yes

## Delivery

cli-export = Write a finished article or a bilingual document
cli-export-examples =
    hunayn export waters --format docx -o waters.docx
    hunayn export waters --format html --layout side-by-side --require none
cli-export--format = The format to write
cli-export--layout = Which languages, and how they stand
cli-export--output = The file to write; otherwise named after the article
cli-export--require = How far every paragraph must have come; with none the file is marked as a draft
cli-export--force = Replace an existing file
cli-export--hide-status = Without the column of statuses
cli-export--bom = Begin the file with a byte order mark, for spreadsheet programs
cli-segment = Split the lines of a file into sentences, without a desk
cli-segment-examples =
    hunayn segment --lines article.txt --lang ar
    hunayn segment --lines article.txt --lang ar --json
cli-segment--lines = A paragraph on each line; “-” is standard input

## Administration

cli-person = Keep the people of the desk and their roles
cli-person-examples =
    hunayn person add Salma --role reviewer
cli-person-list = List people and roles
cli-person-list-examples =
    hunayn person list
cli-person-add = Add a person, or roles to a person
cli-person-add-examples =
    hunayn person add Salma --role translator --role reviewer
cli-person-add-name = The name, as it stands after --user
cli-person-add--role = A role; may be given several times
cli-person-remove = Take all roles from a person
cli-person-remove-examples =
    hunayn person remove nadia
cli-person-remove-name = The name, as it stands after --user
cli-config = Show or change the settings of the desk
cli-config-examples =
    hunayn config
    hunayn config four-eyes enforce
cli-config-key = The setting; without it all are shown
cli-config-value = Its new value; without it the present one is shown
cli-doctor = Check that the desk is sound
cli-doctor-examples =
    hunayn doctor
    hunayn doctor --json
cli-completions = Print a script that completes commands in a shell
cli-completions-examples =
    hunayn completions bash > ~/.local/share/bash-completion/completions/hunayn
cli-completions-shell = The shell
cli-man = Write the manual pages
cli-man-examples =
    hunayn man ~/.local/share/man/man1
cli-man-folder = The folder to write to
cli-help = Explain a command
cli-help-examples =
    hunayn help
    hunayn help op log
cli-help-command = The command, by its full path
