### The story that `hunayn demo` tells.

demo-init = A desk is one file. The editor makes it.
demo-people = Three people work at it: a translator, a reviewer, an editor.
demo-import-pairs = Two articles that appeared long ago come in with their translations.
demo-import = A new op-ed arrives as a saved web page. Its paragraphs get kinds; its repetitions are noticed.
demo-show = The translator looks at it. Text in bold, links and note marks are shown as {"{"}1{"}"} … {"{"}/1{"}"}.
demo-set = She translates the headline, and submits it for review in the same breath.
demo-take = The donation footer has been translated before. It is offered, never put in unasked; she takes it.
demo-apply = The rest comes from a file she prepared: one JSON line for each paragraph.
demo-status = How far is it?
demo-reject = The reviewer sends a paragraph back. That needs a reason.
demo-comment = He asks something about another one.
demo-approve = The rest he approves: what can be approved is listed, what cannot is left alone.
demo-inbox = The translator finds what waits for her.
demo-answer = She mends the paragraph and submits it again.
demo-diff = The reviewer sees what changed, word by word,
demo-approve-one = and approves it.
demo-source-update = Now the author sends a corrected version. It is compared with the stored one, paragraph by paragraph; an approval stays where only the form changed, and nowhere else.
demo-gate = What is no longer reviewed is not exported.
demo-mend = The translator follows the corrections,
demo-approve-again = the reviewer reads them again.
demo-blame = Who wrote and approved paragraph 11?
demo-finalize = The editor clears the article for publication,
demo-export = and exports it: the aligned bilingual document as a web page and for Word, the finished article for Word and in Markdown.
demo-undo = Everything can be taken back, and done again.
demo-list = The desk at the end of the day:
demo-end = The finished files are in { $folder }. Open them; and go on with the desk: hunayn --desk { $desk } list
