# ما قد يعيب ملفًّا واردًا. $label و$encoding أسماء؛ $offset و$line و$depth و$limit أعداد؛ $kind إحدى رسائل format-kind.
err-format-unknown-encoding = لا يوجد ترميز باسم «{ $label }». من الأسماء المقبولة: utf-8 وwindows-1256 وiso-8859-6.
err-format-malformed = الملف ليس صالحًا بترميز { $encoding }: البايت ذو الإزاحة { $offset }، في السطر { $line }، لا يوافق هذا الترميز. لم يُستورد شيء.
err-format-binary = هذا ليس ملفًّا نصيًّا، ويبدو أنه { $kind }.
err-format-nesting = بلغ تداخل العناصر في السطر { $line } عمق { $depth }، والحدّ الأقصى المقروء { $limit }. لم يُستورد شيء.

format-kind-docx = مستند Word (.docx)
format-kind-doc = مستند Word قديم (.doc)
format-kind-odt = مستند OpenDocument (.odt)
format-kind-xlsx = مصنّف Excel (.xlsx)
format-kind-epub = كتاب EPUB
format-kind-zip = أرشيف مضغوط
format-kind-pdf = ملف PDF
format-kind-rtf = ملف نص منسّق (.rtf)
format-kind-picture = صورة
format-kind-unknown = بيانات ثنائية
