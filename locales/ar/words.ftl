### أسماء الحالات والأنواع والأسباب والأدوار والقرارات ومصادر النصوص والعمليات واللغات.

list-separator = { "، " }

status-untranslated = غير مترجم
status-draft = مسودة
status-changes-requested = يحتاج إلى تعديل
status-translated = مترجَم
status-reviewed = معتمد
status-final = مجاز للنشر
status-stale = متقادمة

kind-title = عنوان
kind-kicker = عنوان تمهيدي
kind-byline = سطر الكاتب
kind-dateline = سطر التاريخ والمكان
kind-standfirst = مقدمة تعريفية
kind-heading = عنوان فرعي
kind-body = متن
kind-list-item = بند في قائمة
kind-quote = اقتباس
kind-separator = فاصل
kind-note = هامش
kind-credit = مصدر النص أو الصورة
kind-author-bio = نبذة عن الكاتب
kind-boilerplate = نص ثابت

reason-accuracy = الدقة
reason-omission = حذف
reason-addition = إضافة
reason-terminology = المصطلحات
reason-register = المستوى اللغوي
reason-style = الأسلوب
reason-fact = معلومة مشكوك فيها
reason-legal = محذور قانوني
reason-other = سبب آخر

role-translator = مترجم
role-reviewer = مراجع
role-editor = محرّر

decision-submit = تقديم للمراجعة
decision-approve = اعتماد
decision-finalize = إجازة للنشر
decision-request-changes = طلب تعديل
decision-withdraw = سحب آخر خطوة
decision-reopen = إعادة فتح
decision-repair = إصلاح المقاطع

four-eyes-off = معطَّل
four-eyes-warn = تحذير
four-eyes-enforce = إلزام

origin-source = المصدر وحده
origin-human = كتابة يدوية
origin-import = استيراد مع المصدر
origin-aligned = محاذاة مع المصدر
origin-repetition = أخذ من تكرار
origin-copy = نسخ من المصدر
origin-boilerplate = من نص ثابت
origin-memory = مأخوذة من الذاكرة
origin-memory-score = مأخوذة من الذاكرة، { $score }٪

match-context = تطابق سياقي
match-exact = تطابق تام
match-canonical = تطابق تام إلا في الشكل الطباعي
match-numbers = لا فرق إلا في الأرقام
match-fuzzy = تطابق جزئي

operation-init = إنشاء المكتب
operation-import = استيراد
operation-source-update = تحديث المصدر
operation-set = تسجيل ترجمة
operation-split = تقسيم مقاطع
operation-merge = دمج مقاطع
operation-align = إصلاح محاذاة
operation-kind = تصحيح نوع
operation-exclude = استبعاد فقرات
operation-include = إعادة فقرات مستبعدة
operation-decide = قرار
operation-comment = تعليق
operation-resolve = إغلاق تعليق
operation-waive = تجاوز ملاحظة
operation-configure = تغيير إعداد
operation-term = تغيير مصطلح
operation-name = تغيير علم
operation-memory = تغيير ذاكرة الترجمة
operation-reindex = إعادة بناء فهرس الذاكرة
operation-pretranslate = ملء مسودات من الذاكرة
operation-boilerplate = تغيير نص ثابت
operation-export = تصدير
operation-undo = تراجع
operation-redo = إعادة
operation-restore = استعادة

severity-info = معلومة
severity-warn = تحذير
severity-error = خطأ

language-ar = العربية
language-en = الإنجليزية
language-fr = الفرنسية
language-de = الألمانية
language-es = الإسبانية
language-fa = الفارسية
language-he = العبرية
language-tr = التركية
language-ur = الأردية

code-emphasis = تأكيد
code-strong = تأكيد قويّ
code-underline = تسطير
code-strikethrough = شطب
code-highlight = تظليل
code-superscript = كتابة مرتفعة
code-subscript = كتابة منخفضة
code-code = نصّ برمجيّ
code-link = رابط إلى { $href }
code-note-mark = علامة حاشية { $shown }
code-line-break = فاصل أسطر
code-image = صورة { $src }
code-foreign = رمز من أداة أخرى: { $code }

### المصطلحات والأعلام

concept-term = مصطلح
concept-person = شخص
concept-place = مكان
concept-organisation = مؤسسة
usage-preferred = معتمد
usage-admitted = مقبول
usage-forbidden = محظور
