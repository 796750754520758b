# ما قد يعيب ملفًا واردًا. $label و$encoding أسماء؛ $offset و$line و$depth و$limit و$count أعداد؛ $kind إحدى رسائل format-kind أو format-foreign؛ $part اسم؛ $fault إحدى رسائل part-fault.
err-format-unknown-encoding = لا يوجد ترميز باسم «{ $label }». من الأسماء المقبولة: utf-8 وwindows-1256 وiso-8859-6.
err-format-malformed = الملف غير صالح بترميز { $encoding }: البايت الذي إزاحته { $offset }، في السطر { $line }، لا يوافق هذا الترميز.
err-format-binary = هذا ليس ملفًا نصيًا، ويبدو أنه { $kind }.
err-format-nul = { PLURAL($count) ->
    [zero] ليس في الملف المحرف U+0000.
    [one] ورد في السطر { $line } من الملف المحرف U+0000، ولا مكان له في نص.
    [two] ورد المحرف U+0000 في الملف مرتين، أولاهما في السطر { $line }، ولا مكان له في نص.
    [few] ورد المحرف U+0000 في الملف { $count } مرات، أولاها في السطر { $line }، ولا مكان له في نص.
    [many] ورد المحرف U+0000 في الملف { $count } مرة، أولاها في السطر { $line }، ولا مكان له في نص.
   *[other] ورد المحرف U+0000 في الملف { $count } مرة، أولاها في السطر { $line }، ولا مكان له في نص.
}
err-format-foreign = هذا ليس مقالًا، بل { $kind }.
err-format-nesting = يبلغ عمق تداخل العناصر { $depth } في السطر { $line }، وأقصى ما يُقرأ { $limit }.
err-format-broken-document = مستند Word تالف: لا يُعثر فيه على أجزائه.
err-format-part = تتعذّر قراءة مستند Word؛ من أجزائه { $part }: { $fault }

rec-format-unknown-encoding = يمكن ترك الترميز ليُعرف تلقائيًا، أو تسميته كما يُسمّى في صفحات الويب.
rec-format-malformed = إن كان الملف بترميز آخر فيُسمّى بالخيار --encoding، مثل windows-1256؛ وإلا فينبغي حفظه من جديد بترميز UTF-8.
rec-format-nesting = يمكن حفظ المقال من جديد نصًا صرفًا أو بصيغة Markdown.
rec-format-save-as = يمكن فتحه في معالج نصوص ثم حفظه مستند Word (.docx).
rec-format-word = يُترك الخيار --format، أو يُكتب: --format docx
rec-format-protected = يُفتح بكلمة مروره ويُحفظ مستند Word (.docx) بلا كلمة مرور، ثم يُستورد.
rec-format-hostile = لا يكون مقال على هذه الصورة. لا ينبغي استعمال الملف ما لم يُعرف مصدره؛ ويمكن نسخ نصه إلى مستند جديد.
rec-format-copy-text = يمكن نسخ النص إلى ملف نص صرف بترميز UTF-8 ثم استيراد ذلك الملف.
rec-format-broken = يبدو أن الملف مبتور أو تالف؛ يُطلب إرساله من جديد. وقد يصلحه معالج نصوص: يُفتح فيه ويُحفظ مستند Word (.docx).
rec-format-nul = ينبغي حذفه من موضعه في محرّر نصوص وحفظ الملف؛ وسائر ما فيه نص.
rec-format-unknown = يُرجى التحقق من أنه الملف المقصود. والنص الذي بترميز UTF-16 بلا علامة ترتيب البايتات يُقرأ بالخيار --encoding utf-16le أو utf-16be.
rec-format-json = يُستورد المقال نفسه صفحةَ ويب أو مستند Word أو بصيغة Markdown أو نصًا صرفًا. أما ملف التغييرات بأسطر JSON فيُطبَّق بالأمر: hunayn apply ‹ملف>
rec-format-article-table = يُستورد المقال نفسه صفحةَ ويب أو مستند Word أو بصيغة Markdown أو نصًا صرفًا.
rec-format-term-table = تُستورد المصطلحات بالأمر: hunayn term import ‹ملف>
rec-format-tmx = تُستورد ذاكرة الترجمة بالأمر: hunayn tm import ‹ملف>
rec-format-xliff = يُصدَّر المقال من الأداة التي أنشأته صفحةَ ويب أو مستند Word أو نصًا صرفًا، أو تُصدَّر ترجماته بصيغة TMX ثم تُستورد بالأمر: hunayn tm import ‹ملف>
rec-format-tbx = تُحفظ المصطلحات جدولًا بصيغة CSV، ثم يُستورد بالأمر: hunayn term import ‹ملف>
rec-format-xml = يُحفظ المقال صفحةَ ويب أو مستند Word أو بصيغة Markdown أو نصًا صرفًا.
rec-format-unpack = ينبغي فك ضغطه ثم استيراد الملفات التي فيه.

format-kind-docx = مستند Word (.docx)
format-kind-doc = مستند Word قديم (.doc)
format-kind-protected = مستند لا يُفتح إلا بكلمة مرور
format-kind-odt = مستند OpenDocument (.odt)
format-kind-xlsx = مصنّف Excel (.xlsx)
format-kind-epub = كتاب EPUB
format-kind-broken-office = مستند Word أو مستند مكتبي آخر تالف
format-kind-zip = أرشيف مضغوط
format-kind-pdf = ملف PDF
format-kind-rtf = ملف نص منسّق (.rtf)
format-kind-picture = صورة
format-kind-unknown = بيانات ثنائية

# ما يعيب جزءًا من مستند Word. $limit و$line عددان.
part-fault-missing = لا وجود له
part-fault-damaged = يتعذّر فك ضغطه
part-fault-protected = لا يُفتح إلا بكلمة مرور
part-fault-too-large = يتجاوز بعد فك ضغطه { $limit } ميغابايت
part-fault-too-many = يتجاوز عددها { $limit }
part-fault-encoding = ليس بترميز UTF-8 ولا UTF-16
part-fault-declaration = يصرّح بنوع مستند، وذلك لا يُتّبع أبدًا
part-fault-ill-formed = بنية XML فيه مختلّة في السطر { $line }
part-fault-too-deep = يتجاوز عمق تداخل العناصر { $limit } في السطر { $line }

format-foreign-json = بيانات JSON تقرؤها البرامج
format-foreign-article-table = جدول CSV لمقال مع ترجمته
format-foreign-term-table = جدول مصطلحات
format-foreign-tmx = ذاكرة ترجمة بصيغة TMX
format-foreign-xliff = ملف XLIFF من أداة ترجمة
format-foreign-tbx = قاعدة مصطلحات بصيغة TBX
format-foreign-xml = مستند XML ليس صفحة ويب

# ذاكرات الترجمة بصيغة TMX. $line يبدأ من 1؛ $fault إحدى رسائل tmx-fault؛ $place اسم في TMX.
err-tmx-io = السطر { $line }: تعذّرت متابعة قراءة الملف: { $detail }
err-tmx-encoding = يصرّح الملف بالترميز «{ $label }»، وهو ترميز لا وجود له.
err-tmx-malformed = السطر { $line }: الملف غير صالح بترميز { $encoding }؛ فالبايت الذي إزاحته { $offset } لا يوافق هذا الترميز.
err-tmx-ill-formed = السطر { $line }: بنية XML مختلّة: { $fault }. لم يُقرأ شيء بعد هذا الموضع.
err-tmx-cut-off = السطر { $line }: ينتهي الملف في وسط <{ $open }>.
err-tmx-other-root = السطر { $line }: ليس هذا ملف TMX، فهو يبدأ بالعنصر <{ $found }>.
err-tmx-no-root = السطر { $line }: ليس هذا ملف TMX، إذ ليس فيه أي عنصر XML.
err-tmx-too-long = السطر { $line }: في الملف قطعة واحدة تتجاوز { $limit } بايت. لم يُقرأ شيء بعدها.
err-tmx-too-deep = السطر { $line }: تتداخل العناصر إلى عمق يتجاوز { $limit }. لم يُقرأ شيء بعد هذا الموضع.
err-tmx-unit-too-long = السطر { $line }: تتجاوز الوحدة { $limit } بايت، فتُركت.
err-tmx-unit-too-deep = السطر { $line }: تتداخل العناصر في الوحدة إلى عمق يتجاوز { $limit }، فتُركت.
err-tmx-codes = السطر { $line }: في أحد المقاطع رموز مضمّنة يتجاوز عددها { $limit }، فتُركت وحدته.
err-tmx-entity = السطر { $line }: الكيان «{ $name }» ليس من كيانات XML نفسها، فتُركت وحدته. والكيانات التي يعرّفها الملف لا تُستبدل أبدًا.
err-tmx-character = السطر { $line }: لا تجيز XML المحرف { $code }، فتُركت وحدته.
err-tmx-reference = السطر { $line }: «{ $reference }» ليس إشارة إلى محرف، فتُركت وحدته.
err-tmx-no-language = السطر { $line }: متغيّر (tuv) لا يذكر لغته، فتُرك.
err-tmx-no-segment = السطر { $line }: متغيّر (tuv) بلا مقطع (seg)، فتُرك.
err-tmx-write = تعذّرت كتابة ملف TMX: { $detail }
err-tmx-write-character = لا يمكن أن تحمل XML المحرف { $code } في «{ $place }»؛ لم تُكتب الوحدة.
err-tmx-write-moment = القيمة «{ $moment }» ليست لحظة بالتوقيت العالمي؛ لم تُكتب الوحدة.
err-tmx-write-code = الرمز المضمّن «{ $code }» ليس XML سليمًا؛ لم تُكتب الوحدة.

rec-tmx-io = يُرجى التحقق من القرص والملف ثم استيراده من جديد.
rec-tmx-encoding = ينبغي تصدير الذاكرة من جديد بترميز UTF-8، أو تصحيح الترميز المصرّح به في سطرها الأول.
rec-tmx-ill-formed = يمكن تصحيح هذا الموضع في محرّر نصوص، أو تصدير الذاكرة من جديد من الأداة التي أنشأتها.
rec-tmx-cut-off = يُحتمل أن تنزيل الملف أو نسخه لم يكتمل. ينبغي جلبه من جديد.
rec-tmx-root = يُرجى التحقق من أنه الملف المقصود. أما الذاكرات ذات الصيغ الأخرى فتُصدَّر أولًا بصيغة TMX.
rec-tmx-hostile = لا تكون ذاكرة ترجمة على هذه الصورة. لا ينبغي استعمال الملف ما لم يُعرف مصدره.
rec-tmx-unit = يمكن تقسيم الوحدة أو تركها؛ وقد قُرئت سائر الوحدات.
rec-tmx-entity = ينبغي وضع المحرف المقصود مكان الكيان؛ وقد قُرئت سائر الوحدات.
rec-tmx-character = ينبغي حذفه أو استبداله في موضعه؛ وقد قُرئت سائر الوحدات.
rec-tmx-no-language = ينبغي إضافة xml:lang إلى المتغيّر، مثل xml:lang="ar".
rec-tmx-no-segment = ينبغي إضافة عنصر seg إلى المتغيّر، أو حذف المتغيّر.

tmx-fault-mismatched = العنصر المفتوح هو <{ $open }> والمُغلَق هو </{ $found }>
tmx-fault-unmatched = يُغلق </{ $found }> ما لم يُفتح قط
tmx-fault-unclosed = وسم أو تعليق أو ترميز آخر بلا نهاية
tmx-fault-ampersand = المحرف & لا يبدأ به كيان، وينبغي أن يُكتب «&amp;» مكانه
tmx-fault-attribute = سمة لم تُكتب على صورة name="value"، أو تكرّرت
tmx-fault-second-root = عنصر ثانٍ بعد نهاية tmx
tmx-fault-declaration = التصريح في أول الملف خطأ
