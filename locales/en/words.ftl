### Names of statuses, kinds, reasons, roles, decisions, origins, operations and languages.

list-separator = { ", " }

status-untranslated = untranslated
status-draft = draft
status-changes-requested = changes requested
status-translated = translated
status-reviewed = reviewed
status-final = final
status-stale = stale

kind-title = title
kind-kicker = kicker
kind-byline = byline
kind-dateline = dateline
kind-standfirst = standfirst
kind-heading = heading
kind-body = body text
kind-list-item = list item
kind-quote = quotation
kind-separator = separator
kind-note = note
kind-credit = credit
kind-author-bio = about the author
kind-boilerplate = boilerplate

reason-accuracy = accuracy
reason-omission = omission
reason-addition = addition
reason-terminology = terminology
reason-register = register
reason-style = style
reason-fact = fact in doubt
reason-legal = legal concern
reason-other = other

role-translator = translator
role-reviewer = reviewer
role-editor = editor

decision-submit = submitted for review
decision-approve = approved
decision-finalize = finalized
decision-request-changes = changes requested
decision-withdraw = last step withdrawn
decision-reopen = reopened
decision-repair = segments repaired

four-eyes-off = off
four-eyes-warn = warn
four-eyes-enforce = enforce

origin-source = source only
origin-human = typed by a person
origin-import = imported with the source
origin-aligned = aligned with the source
origin-repetition = taken from a repetition
origin-copy = copied from the source
origin-boilerplate = from boilerplate
origin-memory = taken from the memory
origin-memory-score = taken from the memory, { $score } %

match-context = context match
match-exact = exact match
match-canonical = exact but for typography
match-numbers = only numbers differ
match-fuzzy = fuzzy match

operation-init = desk made
operation-import = import
operation-source-update = source updated
operation-set = translation logged
operation-split = segments split
operation-merge = segments merged
operation-align = pairs repaired
operation-kind = kind corrected
operation-exclude = left out
operation-include = taken in again
operation-decide = decision
operation-comment = comment
operation-resolve = comment resolved
operation-waive = finding waived
operation-configure = setting changed
operation-term = term changed
operation-name = name changed
operation-memory = translation memory changed
operation-reindex = index of the memory rebuilt
operation-pretranslate = drafts filled from the memory
operation-boilerplate = boilerplate changed
operation-export = export
operation-undo = undo
operation-redo = redo
operation-restore = restore

severity-info = info
severity-warn = warning
severity-error = error

language-ar = Arabic
language-en = English
language-fr = French
language-de = German
language-es = Spanish
language-fa = Persian
language-he = Hebrew
language-tr = Turkish
language-ur = Urdu

code-emphasis = emphasis
code-strong = strong emphasis
code-underline = underlining
code-strikethrough = strikethrough
code-highlight = highlighting
code-superscript = superscript
code-subscript = subscript
code-code = computer text
code-link = link to { $href }
code-note-mark = note mark { $shown }
code-line-break = line break
code-image = picture { $src }
code-foreign = code of another tool: { $code }

### Terms and names

concept-term = term
concept-person = person
concept-place = place
concept-organisation = organisation
usage-preferred = preferred
usage-admitted = admitted
usage-forbidden = not to be used
