# ما قد يعيب ملفًا واردًا. $label و$encoding أسماء؛ $offset و$line و$depth و$limit أعداد؛ $kind إحدى رسائل format-kind.
err-format-unknown-encoding = لا يوجد ترميز باسم «{ $label }». من الأسماء المقبولة: utf-8 وwindows-1256 وiso-8859-6.
err-format-malformed = الملف غير صالح بترميز { $encoding }: البايت الذي إزاحته { $offset }، في السطر { $line }، لا يوافق هذا الترميز. لم يُستورد شيء.
err-format-binary = هذا ليس ملفًا نصيًا، ويبدو أنه { $kind }.
err-format-nesting = بلغ عمق تداخل العناصر في السطر { $line } { $depth }، وأقصى ما يُقرأ { $limit }. لم يُستورد شيء.

rec-format-unknown-encoding = يمكن ترك الترميز ليُعرف تلقائيًا، أو تسميته كما يُسمّى في صفحات الويب.
rec-format-malformed = إن كان الملف بترميز آخر فيُسمّى بالخيار --encoding، مثل windows-1256؛ وإلا فينبغي حفظه من جديد بترميز UTF-8.
rec-format-nesting = يمكن حفظ المقال من جديد نصًا صرفًا أو بصيغة Markdown.
rec-format-save-as = يمكن فتحه في معالج نصوص ثم حفظه صفحةَ ويب (.html) أو نصًا صرفًا بترميز UTF-8.
rec-format-copy-text = يمكن نسخ النص إلى ملف نص صرف بترميز UTF-8 ثم استيراد ذلك الملف.
rec-format-unpack = ينبغي فك ضغطه ثم استيراد الملفات التي فيه.

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
