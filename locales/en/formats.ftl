# What can be wrong with a file that comes in. $label, $encoding: names; $offset, $line, $depth, $limit, $count: numbers;
# $kind: one of the format-kind messages, or of the format-foreign messages; $part: a name; $fault: one of the part-fault messages.
err-format-unknown-encoding = There is no encoding called “{ $label }”. Names that work are, for example, utf-8, windows-1256 and iso-8859-6.
err-format-malformed = The file is not valid { $encoding }: the byte at offset { $offset }, on line { $line }, does not fit.
err-format-binary = This is not a text file. It looks like { $kind }.
err-format-nul = { PLURAL($count) ->
    [one] The file holds the character U+0000, which has no place in a text, on line { $line }.
   *[other] The file holds the character U+0000, which has no place in a text, { $count } times, first on line { $line }.
}
err-format-foreign = This is no article: it is { $kind }.
err-format-nesting = On line { $line }, elements are nested { $depth } deep; at most { $limit } levels can be read.
err-format-broken-document = The Word document is damaged: its parts cannot be found in it.
err-format-part = The Word document cannot be read; of its parts, { $part }: { $fault }

rec-format-unknown-encoding = Leave the encoding out to have it found, or name it as web pages do.
rec-format-malformed = If the file is in another encoding, name it with --encoding, for example windows-1256; otherwise save it again as UTF-8.
rec-format-nesting = Save the article again as plain text or Markdown.
rec-format-save-as = Open it in a word processor and save it as a Word document (.docx).
rec-format-word = Leave --format out, or say: --format docx
rec-format-protected = Open it with its password, save it as a Word document (.docx) without one, and import that.
rec-format-hostile = No article looks like this. Do not use the file unless you know where it comes from; its text can be copied into a new document.
rec-format-copy-text = Copy the text into a plain text file in UTF-8 and import that.
rec-format-broken = The file seems to be cut off or damaged: have it sent again. A word processor may repair it: open it there and save it as a Word document (.docx).
rec-format-nul = Delete it there in a text editor and save the file; the rest is text.
rec-format-unknown = Check that it is the right file. Text in UTF-16 without a byte order mark is read with --encoding utf-16le or utf-16be.
rec-format-json = Import the article itself, as a web page, Word document, Markdown or plain text. A file of changes in JSON lines is applied with: hunayn apply FILE
rec-format-article-table = Import the article itself, as a web page, Word document, Markdown or plain text.
rec-format-term-table = Terms come in with: hunayn term import FILE
rec-format-tmx = A translation memory comes in with: hunayn tm import FILE
rec-format-xliff = Export the article from the tool that made it as a web page, Word document or plain text, or its translations as TMX for: hunayn tm import FILE
rec-format-tbx = Save the terms as a CSV table, which comes in with: hunayn term import FILE
rec-format-xml = Save the article as a web page, Word document, Markdown or plain text.
rec-format-unpack = Unpack it and import the files inside.

format-kind-docx = a Word document (.docx)
format-kind-doc = an old Word document (.doc)
format-kind-protected = a document that opens with a password only
format-kind-odt = an OpenDocument text (.odt)
format-kind-xlsx = an Excel workbook (.xlsx)
format-kind-epub = an EPUB book
format-kind-broken-office = a damaged Word or other office document
format-kind-zip = a compressed archive
format-kind-pdf = a PDF file
format-kind-rtf = a Rich Text Format file (.rtf)
format-kind-picture = a picture
format-kind-unknown = binary data

# What is wrong with a part of a Word document. $limit, $line: numbers.
part-fault-missing = it is not there
part-fault-damaged = it cannot be unpacked
part-fault-protected = it opens with a password only
part-fault-too-large = unpacked it has more than { $limit } megabytes
part-fault-too-many = there are more than { $limit } of them
part-fault-encoding = it is neither UTF-8 nor UTF-16
part-fault-declaration = it declares a document type, which is never resolved
part-fault-ill-formed = its XML is broken at line { $line }
part-fault-too-deep = at line { $line }, elements are nested more than { $limit } deep

format-foreign-json = JSON, which programs read
format-foreign-article-table = the CSV table of an article with its translation
format-foreign-term-table = a table of terms
format-foreign-tmx = a translation memory in TMX
format-foreign-xliff = an XLIFF file of a translation tool
format-foreign-tbx = a termbase in TBX
format-foreign-xml = an XML document other than a web page

# Translation memories in TMX. $line counts from 1; $fault: one of the tmx-fault messages; $place: a name in TMX.
err-tmx-io = Line { $line }: the file cannot be read any further: { $detail }
err-tmx-encoding = The file declares the encoding “{ $label }”, which does not exist.
err-tmx-malformed = Line { $line }: the file is not valid { $encoding }; the byte at offset { $offset } does not fit.
err-tmx-ill-formed = Line { $line }: the XML is broken: { $fault }. Nothing after it was read.
err-tmx-cut-off = Line { $line }: the file ends in the middle of <{ $open }>.
err-tmx-other-root = Line { $line }: this is not a TMX file; it begins with <{ $found }>.
err-tmx-no-root = Line { $line }: this is not a TMX file; there is no XML element in it.
err-tmx-too-long = Line { $line }: one piece of the file has more than { $limit } bytes. Nothing after it was read.
err-tmx-too-deep = Line { $line }: elements are nested more than { $limit } deep. Nothing after it was read.
err-tmx-unit-too-long = Line { $line }: the unit has more than { $limit } bytes and was left out.
err-tmx-unit-too-deep = Line { $line }: the unit is nested more than { $limit } deep and was left out.
err-tmx-codes = Line { $line }: a segment has more than { $limit } inline codes; its unit was left out.
err-tmx-entity = Line { $line }: the entity “{ $name }” is not one of XML’s own; its unit was left out. Entities that a file declares are never resolved.
err-tmx-character = Line { $line }: XML forbids the character { $code }; its unit was left out.
err-tmx-reference = Line { $line }: “{ $reference }” is no character reference; its unit was left out.
err-tmx-no-language = Line { $line }: a variant (tuv) does not say its language and was left out.
err-tmx-no-segment = Line { $line }: a variant (tuv) has no segment (seg) and was left out.
err-tmx-write = The TMX file cannot be written: { $detail }
err-tmx-write-character = XML cannot hold the character { $code } in “{ $place }”; the unit was not written.
err-tmx-write-moment = “{ $moment }” is not a moment in UTC; the unit was not written.
err-tmx-write-code = The inline code “{ $code }” is not well-formed XML; the unit was not written.

rec-tmx-io = Check the disk and the file, then import it again.
rec-tmx-encoding = Export the memory again as UTF-8, or correct the encoding that its first line declares.
rec-tmx-ill-formed = Correct that place in a text editor, or export the memory again from the tool that made it.
rec-tmx-cut-off = The file is probably an incomplete download or copy. Fetch it again.
rec-tmx-root = Check that it is the right file. Memories of other formats must be exported as TMX first.
rec-tmx-hostile = No memory looks like this. Do not use the file unless you know where it comes from.
rec-tmx-unit = Divide the unit, or leave it out; the others were read.
rec-tmx-entity = Replace the entity by the character it stands for; the other units were read.
rec-tmx-character = Remove or replace it at that place; the other units were read.
rec-tmx-no-language = Add xml:lang to the variant, such as xml:lang="ar".
rec-tmx-no-segment = Add a seg element to the variant, or remove the variant.

tmx-fault-mismatched = <{ $open }> is open, but </{ $found }> closes
tmx-fault-unmatched = </{ $found }> closes what was never opened
tmx-fault-unclosed = a tag, comment or other markup has no end
tmx-fault-ampersand = an & begins no entity; it must be written &amp;
tmx-fault-attribute = an attribute is not written as name="value", or stands twice
tmx-fault-second-root = a second element stands after the end of tmx
tmx-fault-declaration = the declaration at the beginning is wrong
