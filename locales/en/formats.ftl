# What can be wrong with a file that comes in. $label, $encoding: names; $offset, $line, $depth, $limit: numbers;
# $kind: one of the format-kind messages.
err-format-unknown-encoding = There is no encoding called “{ $label }”. Names that work are, for example, utf-8, windows-1256 and iso-8859-6.
err-format-malformed = The file is not valid { $encoding }: the byte at offset { $offset }, on line { $line }, does not fit. Nothing was imported.
err-format-binary = This is not a text file. It looks like { $kind }.
err-format-nesting = On line { $line }, elements are nested { $depth } deep; at most { $limit } levels can be read. Nothing was imported.

rec-format-unknown-encoding = Leave the encoding out to have it found, or name it as web pages do.
rec-format-malformed = If the file is in another encoding, name it with --encoding, for example windows-1256; otherwise save it again as UTF-8.
rec-format-nesting = Save the article again as plain text or Markdown.
rec-format-save-as = Open it in a word processor and save it as a web page (.html) or as plain text in UTF-8.
rec-format-copy-text = Copy the text into a plain text file in UTF-8 and import that.
rec-format-unpack = Unpack it and import the files inside.

format-kind-docx = a Word document (.docx)
format-kind-doc = an old Word document (.doc)
format-kind-odt = an OpenDocument text (.odt)
format-kind-xlsx = an Excel workbook (.xlsx)
format-kind-epub = an EPUB book
format-kind-zip = a compressed archive
format-kind-pdf = a PDF file
format-kind-rtf = a Rich Text Format file (.rtf)
format-kind-picture = a picture
format-kind-unknown = binary data
