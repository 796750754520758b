# What can be wrong with a file that comes in. $label, $encoding: names; $offset, $line, $depth, $limit: numbers;
# $kind: one of the format-kind messages.
err-format-unknown-encoding = There is no encoding called “{ $label }”. Names that work are, for example, utf-8, windows-1256 and iso-8859-6.
err-format-malformed = The file is not valid { $encoding }: the byte at offset { $offset }, on line { $line }, does not fit. Nothing was imported.
err-format-binary = This is not a text file. It looks like { $kind }.
err-format-nesting = On line { $line }, elements are nested { $depth } deep; at most { $limit } levels can be read. Nothing was imported.

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
