### Help: commands, arguments, options and the frame around them. The scheme of ids is told in src/cli/help.rs.

## Frame words of help

help-usage = Usage
help-commands = Commands
help-arguments = Arguments
help-options = Options
help-global-options = Options of every command
help-examples =
    Examples
help-values = { "[" }one of: { $words }]
help-default = { "[" }default: { $words }]
help-value-name = { $name }
help-group-desk = The desk
help-group-translation = Translation
help-group-review = Review
help-group-history = History
help-group-delivery = Delivery
help-group-terms = Memory, terms and names
help-group-tools = Without a desk
help-group-administration = Administration
man-name = Name
man-synopsis = Synopsis
man-description = Description
man-options = Options
man-version = Version

## Value names

value-link = N:M,…
value-move = N.S:M
value-number = N
value-source = SOURCE
value-target = TARGET
value-english = ENGLISH
value-list = LIST
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
value-finding = FINDING
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
value-when = WHEN
value-arabic = ARABIC
value-date = DATE
value-score = SCORE
value-percent = PERCENT
value-latin = LATIN

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
cli--isolates = When to set mixed directions apart with invisible marks
cli--quiet = No talk on standard error, only data and errors
cli--help = This help
cli--version = The version of the program
cli--dry-run = Show what would happen and change nothing
cli--yes = Agree beforehand to a change of more than three paragraphs
cli--expect = The newest revision you have seen, by number; refused when there is a newer one
cli--jsonl = One line of JSON for each row
cli--message = The words to go with it
cli--format = The format of the file; otherwise told by its name and content
cli--encoding = The character encoding of a text file; otherwise told by the content
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
    hunayn import article.txt --translation article.en.docx
    hunayn import 'inbox/*.html' --dry-run
cli-import-files = Files (html, docx, md, txt), folders or patterns; “-” is standard input
cli-import--lexicon = A lexicon of your own, made with “lexicon build”, to pair translations with beside the one built in
cli-import--pairs = A list of pairs: on each line the Arabic file, a tab, the English file
cli-import--slug = The short name of the article; otherwise made from the file name
cli-import--translation = The existing translation, which is aligned with the source; for a folder the folder of translations, paired by file name
cli-source = Update the source of an article
cli-source-examples =
    hunayn source update waters corrected.html
cli-source-update = Update an article with a corrected source; approvals of unchanged paragraphs stay
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

cli-set = Record the translation of a paragraph or segment
cli-set-examples =
    hunayn set waters:1 "The Waters of the Valley"
    hunayn set waters:7 --file seven.txt --submit
cli-set-address = A paragraph (SLUG:7) or a segment (SLUG:7.2)
cli-set-text = The translation; “-” reads it from standard input
cli-set--file = A file that holds the translation
cli-set--take = Take over the translation of another paragraph, by its address
cli-set--submit = Submit it for review at once
cli-edit = Translate in your editor, with the source above
cli-edit-examples =
    hunayn edit waters:7
    HUNAYN_EDITOR=vim hunayn edit waters
cli-apply = Apply changes from a file of JSON lines
cli-apply-examples =
    hunayn apply changes.jsonl --dry-run
    hunayn apply changes.jsonl --yes
cli-apply-notes =
    The fields of a line; “address” is required:
      address   the paragraph (SLUG:7) or the segment (SLUG:7.2)
      text      its translation, with inline codes as for set; an empty text
                takes it away
      submit    true: submit it for review
      decision  submit, approve, finalize, reject, withdraw or reopen
      reason    required by reject: accuracy, omission, addition, terminology,
                register, style, fact, legal or other
      note      the words that go with the decision; required by reject
      expect    the revision as last seen: if there is a newer one, the line
                is stale; required by withdraw
    Each line is answered with applied, unchanged, stale or refused. A file may be sent again: what is done changes nothing.
    The exit code is 4 if a line is stale; else 2 if a line cannot be read; else the one that the refused lines have as commands of
    their own (3 where a role or the four eyes are wanting, 5 where there is no such paragraph), or 1 if they have several.
cli-apply-file = A change on each line; “-” is standard input
cli-split = Split a segment in two
cli-split-examples =
    hunayn split waters:7.2 --target-at "But the river"
cli-split-notes =
    Source and target stay as they are, and so does every decision on them: what is approved stays approved. Segments of what was
    submitted, reviewed or finalized are cut by who may replace its wording.
cli-split--source-at = The words of the source with which the second segment begins
cli-split--target-at = The words of the target with which the second segment begins
cli-merge = Merge a segment with the next one
cli-merge-examples =
    hunayn merge waters:7.2
cli-merge-notes =
    Source and target stay as they are, and so does every decision on them: what is approved stays approved. Segments of what was
    submitted, reviewed or finalized are joined by who may replace its wording.
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
cli-approve--edit = Record this corrected translation and approve it in one step
cli-reject = Send a translation back with a reason
cli-reject-examples =
    hunayn reject waters:7 --reason omission -m "The second clause is missing."
cli-reject--reason = Why
cli-reject--message = What the translator should know
cli-finalize = Clear a reviewed translation for publication
cli-finalize-examples =
    hunayn finalize waters --yes
cli-withdraw = Withdraw the last step and return to the status before it
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
cli-inbox = List what waits for you: changes requested, stale, to review, to finalize, to finish, to translate
cli-inbox-examples =
    hunayn inbox
    hunayn --user Salma inbox
cli-inbox-notes =
    Drafts wait for who wrote them. What is still to be translated waits for the translators (where nobody has that role, for all
    who have one), the paragraphs of an article on one line; articles that nobody has begun are counted together. In JSON every
    article is an item there: to-finish, to-translate or to-begin, with its paragraphs as one address and their number.
cli-check = Check translations: numbers, dates, currencies, units, addresses, punctuation, consistency; code 3 while an error is open
cli-check-examples =
    hunayn check waters
    hunayn check --severity error --json
    hunayn check --pair "شارك ٤٥٠ مندوبًا" "Some 540 delegates"
    hunayn check --pair "منذ عام ١٩٤٨" "Since 1984" --only num.year --json
cli-check--pair = A source and its target, both as texts; no desk is read
cli-check--source = The language of the source
cli-check--target = The language of the target
cli-check--only = Only this check; several are separated by commas
cli-check--ignore = Not this check; several are separated by commas
cli-check--severity = Only findings of this severity or above
cli-waive = Let a finding of a check stand, with a reason, until source or target changes
cli-waive-examples =
    hunayn waive 1f0c44a2b7d9e310 -m "The author counts otherwise."
cli-waive-finding = The name of the finding, as check shows it
cli-waive--message = Why it stands
cli-check-address = An article, paragraphs or a segment; the whole desk without it
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
cli-diff--words = Compare word by word (the default)
cli-diff--chars = Compare character by character
cli-diff--side = The language to compare
cli-blame = Tell who wrote each part of a translation
cli-blame-examples =
    hunayn blame waters:7
cli-undo = Undo your last operation, or the one named
cli-undo--yes = Agree beforehand to undo what somebody else did; a decision needs the role that could take it
cli-undo-examples =
    hunayn undo
    hunayn undo 12 --dry-run
    hunayn undo 12 --yes
cli-redo = Do again what you undid last, or the operation named
cli-redo--yes = Agree beforehand to do again what somebody else undid; a decision needs the role that could take it
cli-redo-examples =
    hunayn redo
    hunayn redo 12 --yes
cli-op = Look at operations, or take the desk back to one
cli-op-examples =
    hunayn op log --limit 20
cli-op-log = List operations, newest first
cli-op-log-examples =
    hunayn op log --limit 20
cli-op-log--limit = The most to list
cli-op-show = Show what an operation changed
cli-op-show-examples =
    hunayn op show 0198c2
cli-op-restore = Take the desk back to how it stood after an operation
cli-op-restore-examples =
    hunayn op restore 0198c2 --dry-run
    hunayn op restore 0198c2 --yes

## Delivery

cli-exclude = Leave a paragraph out of the finished article; its text and status stay
cli-exclude-examples =
    hunayn exclude waters:2 -m "The headline is printed twice."
cli-exclude--message = Why it is left out
cli-include = Take a paragraph into the finished article again
cli-include-examples =
    hunayn include waters:2
cli-export = Write a finished article or a bilingual document
cli-export-examples =
    hunayn export waters --format docx -o waters.docx
    hunayn export waters --format html --layout side-by-side --require none
cli-export--format = The format to write
cli-export--layout = Which languages to show, and how; otherwise side-by-side for html and docx (also stacked, target), stacked for md (also side-by-side, target), target for txt (also stacked); csv, json and tmx have side-by-side alone
cli-export--output = The file to write; otherwise named after the article, with the numbers of the paragraphs where it is a part
cli-export--require = The status that every paragraph must have reached; with none the file is marked as a draft
cli-export--force = Replace an existing file
cli-export--hide-status = Without the column of statuses
cli-export--bom = Begin the file with a byte order mark, for spreadsheet programs
cli-align = Show and repair how an article is paired with its translation
cli-align-examples =
    hunayn align waters
    hunayn align waters --move 6.2:7
    hunayn align waters:6-9 --accept
    hunayn align waters:6.2 --on-purpose -m "omitted by the editor"
    hunayn align --lines article.ar.txt article.en.txt
    hunayn align --lines book.ar.txt book.en.txt --lexicon own.lexicon --json
cli-align-address = An article, or some of its paragraphs
cli-align--link = Give paragraph N the translation of M and further ones; its own is put behind it
cli-align--unlink = Put the translation of paragraph N behind it, as text without a source
cli-align--move = Move the translation of paragraph N, or of its segment S, over to paragraph M
cli-align--accept = Accept the pairs: submit them for review
cli-align--on-purpose = Mark segment S of paragraph N (waters:N.S), which one side alone has, as left out or added on purpose, with a reason; checks then say nothing of it. Where the desk has given roles, it takes a reviewer
cli-align--not-on-purpose = Take that mark away; it takes the same role
cli-align--message = Why it was left out or added
cli-align--expect = The newest revision you have seen of the paragraph that is repaired, by number; refused when there is a newer one
cli-align--all = List the pairs that are in order too
cli-align--lines = Two files, a segment on each line; needs no desk
cli-align--lexicon = A lexicon made with “lexicon build”, instead of the one built in; “none” goes without
cli-lexicon = Word statistics for pairing texts
cli-lexicon-build = Learn a lexicon from pairs of texts, glossaries and the desk
cli-lexicon-examples =
    hunayn lexicon build --pairs old.ar.txt old.en.txt -o own.lexicon
    hunayn lexicon build --glossary words.tsv --memory -o own.lexicon
cli-lexicon-build-examples =
    hunayn lexicon build --pairs old.ar.txt old.en.txt -o own.lexicon
    hunayn lexicon build --glossary words.tsv --memory -o own.lexicon
cli-lexicon-build--pairs = Two files, Arabic and English, that render each other line by line; may be given several times
cli-lexicon-build--glossary = A file of words: Arabic, a tab, English renderings with “|” between them
cli-lexicon-build--memory = Learn from the desk too: every segment that is translated or further
cli-lexicon-build--output = The file to write
cli-lexicon-build--force = Replace the file if it is there
cli-segment = Split the lines of a file into sentences, without a desk
cli-segment-examples =
    hunayn segment --lines article.txt --lang ar
    hunayn segment --lines article.txt --lang ar --json
cli-segment--lines = A paragraph on each line; “-” is standard input
cli-term = The termbase: which words of the source are to be rendered how
cli-term-examples =
    hunayn term add "اللجنة التنفيذية" "Executive Committee"
    hunayn term add لجنة committee --forbidden panel
    hunayn term find "وبلجنتها التنفيذية"
    hunayn term import terms.csv --dry-run
cli-term-add = Add a concept with its terms
cli-term-add-examples =
    hunayn term add "اللجنة التنفيذية" "Executive Committee"
    hunayn term add لجنة committee --forbidden panel
    hunayn term add بنك bank --form بنوك --domain economy
    hunayn term add --forbidden "so-called"
cli-term-add-notes =
    In Arabic, clitics, endings and the article are seen through; broken plurals are not and need --form. A concept without a
    source term forbids its terms always. Where the desk has editors, an editor keeps the termbase.
cli-term-add-term = The term of the source
cli-term-add-rendering = The term that is to be used in the translation
cli-term-add--synonym = Another source term of the same concept; may be given several times
cli-term-add--homonym = Add it although another concept has the same source term
cli-term-list = List the concepts
cli-term-list-examples =
    hunayn term list
    hunayn term list لجنة --domain politics
cli-term-list-text = Only those in whose terms this stands
cli-term-edit = Change a concept; what is given replaces what was there
cli-term-edit-examples =
    hunayn term edit 7 --preferred "Executive Committee"
    hunayn term edit 7 --forbidden "executive panel"
    hunayn term edit 7 --note ""
cli-term-edit--term = A source term; the first is the preferred one
cli-term-edit--preferred = The term that is to be used in the translation
cli-term-edit--translate = It is translated again
cli-term-remove = Take concepts out of the termbase
cli-term-remove-examples =
    hunayn term remove 7 9
cli-term-find = Show which terms and names stand in a text
cli-term-find-examples =
    hunayn term find "وبلجنتها التنفيذية"
    hunayn term find --in en "the executive panel" --json
cli-term-find-text = The text; “-” is standard input
cli-term-find--in = The language of the text; otherwise the source language of the desk
cli-term-extract = Propose terms: phrases that articles repeat, with what renders them
cli-term-extract-examples =
    hunayn term extract waters map-room
    hunayn term extract waters --min 2 --tsv > candidates.tsv
    hunayn term import candidates.tsv
cli-term-extract-notes =
    Phrases of two to six words, counted across clitics and endings and ranked by C-value; a repeated paragraph counts once. What
    renders them is counted in the aligned segments, and told where it agrees with the lexicon or with the letters of a name, or
    where nothing else comes near. Nothing is added: run the command below a candidate, or take what you do not want out of the table and import it.
cli-term-extract-addresses = Articles or parts of them; otherwise the whole desk
cli-term-extract--min = How often a phrase has to stand
cli-term-extract--limit = At most so many candidates, the best
cli-term-extract--tsv = A table with tabs, as “term import” reads it
cli-term-import = Take in a table of terms (CSV); nothing is deleted or changed
cli-term-import-examples =
    hunayn term import terms.csv --dry-run
cli-term-import-notes =
    Either a line for each term, with the columns concept, language, term, usage, as “term export” writes them; or a line for
    each concept, with a column for each language: ar, en, and as wanted en_admitted, en_forbidden, ar_forms, kind,
    part_of_speech, treatment, domain, note, source, date. Several values in a cell stand between “|”. What the desk has
    already is told and left.
cli-term-import-file = The table; “-” is standard input
cli-term-export = Write the termbase and the names to a table (CSV)
cli-term-export-examples =
    hunayn term export -o terms.csv
cli-term-export--output = The file to write; otherwise standard output
cli-term-export--force = Replace the file if it is there
cli--admitted = May be used as well; may be given several times
cli--forbidden = Must not be used; may be given several times
cli--form = A form of the source term that no rule makes, such as a broken plural; may be given several times
cli--target-form = A form of the term to be used that no rule makes; may be given several times
cli--pos = The part of speech
cli--keep = It is not translated: it stands in the target as in the source
cli--domain = The subject
cli--note = A note
cli--from = Who or what the choice was taken from
cli--date = When the choice was made
cli--homonym = Add it although another entry has the same Arabic name
cli-number = The number of the entry
cli-numbers = The numbers of the entries
cli-name = The name authority: people, places and organisations, with one house form each
cli-name-examples =
    hunayn name add "معمر القذافي" "Muammar Gaddafi" --short Gaddafi
    hunayn name score "ياسر عرفات" "Yasser Arafat"
cli-name-add = Add a name
cli-name-add-examples =
    hunayn name add "معمر القذافي" "Muammar Gaddafi" --avoid Qadhafi
    hunayn name add "ياسر عرفات" "Yasser Arafat" --variant "أبو عمار"
    hunayn name add عمّان Amman --kind place
cli-name-add-arabic = The Arabic name
cli-name-add-house = The one form that the house writes
cli-name-list = List the names
cli-name-list-examples =
    hunayn name list
    hunayn name list Gaddafi
cli-name-list-text = Only those in whose forms this stands
cli-name-edit = Change a name; what is given replaces what was there
cli-name-edit-examples =
    hunayn name edit 4 --house "Muammar Gaddafi" --avoid Qadhafi --avoid Kadhafi
cli-name-edit--arabic = An Arabic form; the first is the main one
cli-name-edit--house = The one form that the house writes
cli-name-remove = Take names out of the authority
cli-name-remove-examples =
    hunayn name remove 4
cli-name-add--kind = What it is the name of; otherwise of a person
cli--kind = What it is the name of
cli--variant = Another Arabic form, with a title or a kunya; may be given several times
cli--short = A shorter form for later mentions; may be given several times
cli--avoid = A form not to be used; may be given several times
cli-name-unify = Find each name in the desk and write it as the house does
cli-name-unify-examples =
    hunayn name unify --dry-run
    hunayn name unify القذافي --yes
    hunayn name unify "رفيق الحريري" --to "Rafik Hariri" --dry-run
cli-name-unify-notes =
    With --dry-run the renderings are only shown. Names that have no house form are shown and never changed. One run is one
    operation; what was approved has to be approved again.
cli-name-unify-name = A name of the authority, by its number or a form of it, or an Arabic name; otherwise all
cli-name-unify--to = The form to write, for an Arabic name that the authority does not have
cli-name-score = Tell how likely a Latin text renders an Arabic name, without a desk
cli-name-score-examples =
    hunayn name score "ياسر عرفات" "Yasser Arafat"
    hunayn name score القاهرة Cairo --json
cli-name-score-arabic = The Arabic name
cli-name-score-latin = What may be its rendering

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
    hunayn doctor --reindex
cli-doctor--reindex = Make the index of the translation memory, and the word counts that the aligner learns from, anew; then check
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

cli-tm = The translation memory: the desk’s own translated work, and memories of other tools
cli-tm-examples =
    hunayn tm import old-work.tmx
    hunayn tm search "قال الوزير إن الحكومة ستدرس المشروع"
    hunayn tm stats
cli-tm-import = Bring in a memory of another tool (TMX); nothing is deleted or changed
cli-tm-import-examples =
    hunayn tm import old-work.tmx --dry-run
    hunayn tm import agency.tmx --memory agency --penalty 10
cli-tm-import-notes =
    A file comes in whole, without the units that cannot be read, which are told with their lines. A pair that its memory has
    already, with all that is said of it, is passed over, so that the same file can come in again. While a large file comes in,
    others can read the desk and not write. Where the desk has editors, an editor keeps the memories.
cli-tm-import-file = The file; “-” is standard input
cli-tm-import--memory = The memory it goes into; otherwise one named after the file
cli-tm-import--penalty = What the matches of the memory lose from now on, in percent
cli-tm-export = Write the memory as TMX
cli-tm-export-examples =
    hunayn tm export -o memory.tmx
    hunayn tm export --origin desk -o own-work.tmx
cli-tm-export--origin = Only what comes from this memory; “desk” is the desk’s own work
cli-tm-export--output = The file to write; otherwise standard output
cli-tm-export--force = Replace the file if it is there
cli-tm-search = Look a text up in the memory
cli-tm-search-examples =
    hunayn tm search "قال الوزير إن الحكومة ستدرس المشروع" --min 60
    hunayn tm search --batch sentences.txt --json
    hunayn tm search "قال الوزير" --origin desk --status reviewed
cli-tm-search-notes =
    The score counts normalised words: 100 less the share of words that are missing, added or others; a word that differs in a
    clitic, an ending or one letter costs the share of its letters that differ, at most half a word, another number half a
    word, and two neighbours that changed places one word. 101 is the same text between the same neighbours or at the same
    place, 100 the same text, 99 the same but for typography; a text that differs in orthography alone has 98 at most, one in
    which only numbers differ 95 at most. Of a text of more than 5,000 words only matches from 99 on are found. At most 20
    places of each match are told, the newest. Beside it stands the percentage of equal characters, which many tools show.
cli-tm-search-text = The text; “-” is standard input
cli-tm-search--batch = A file with a text on each line; “-” is standard input. With --json each line gets a line
cli-tm-search--min = The least score, 1 to 101
cli-tm-add = Put a pair into a memory by hand
cli-tm-add-examples =
    hunayn tm add "والله أعلم" "and God knows best"
cli-tm-add-notes =
    Everybody may add a pair. Where the desk has editors, only an editor changes or removes one, or brings whole memories in.
cli-tm-add-source = The source
cli-tm-add-target = Its translation
cli-tm-add--memory = The memory
cli-tm-edit = Give an entry of a memory other texts
cli-tm-edit-examples =
    hunayn tm edit 7 --target "and God knows best"
cli-tm-edit-number = The number of the entry
cli-tm-edit--source = The source
cli-tm-edit--target = Its translation
cli-tm-delete = Take entries out of their memories
cli-tm-delete-examples =
    hunayn tm delete 7 9
cli-tm-delete-numbers = The numbers of the entries
cli-tm-penalty = Say what the matches of a memory lose
cli-tm-penalty-examples =
    hunayn tm penalty agency 10
cli-tm-penalty-memory = The memory
cli-tm-penalty-percent = In percent, 0 to 100
cli-tm-stats = Show what the memory holds
cli-tm-stats-examples =
    hunayn tm stats
cli--origin = Only what comes from this memory; “desk” is the desk’s own work
cli--author = Only what this person wrote
cli--since = Only what is not older than this day or moment (UTC)
cli--all = Wordings that were superseded too
cli--limit = How many at most
cli--status = Only own work that is at least this far: translated, reviewed or final
