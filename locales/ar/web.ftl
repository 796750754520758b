### منضدة العمل المحلية: الأمر الذي يبدؤها، وصفحاتها.

cli-serve = العمل في المكتب من المتصفح، على هذا الجهاز وحده
cli-serve-examples =
    hunayn serve
    hunayn --user salma serve --open
    hunayn serve --port 0
cli-serve-notes =
    صفحات لمن لا يعمل في الطرفية: المقالات، والترجمة، والمراجعة، وسجلّ النسخ، والبحث، والتصدير. ولا يصل إليها أحد عبر الشبكة. وفي
    العنوان المطبوع سرّ يفتح الباب مرة واحدة، وللمتصفح الذي فُتح فيه أن يعود حتى ينتهي البرنامج. ويُنسب العمل إلى من يُنسب إليه في سطر
    الأوامر. ولغيره أن يعمل في المكتب في الوقت نفسه، هنا أو بالأوامر. ويُنهى بالمفتاحين Ctrl-C، ورمز الخروج 0.
cli-serve--port = المنفذ؛ و0 يأخذ أي منفذ متاح
cli-serve--open = فتح العنوان في المتصفح

note-serve = منضدة عمل { $person }، على هذا الجهاز وحده. يُفتح العنوان في المتصفح، وهو يفتح الباب مرة واحدة. وتُنهى بالمفتاحين Ctrl-C.
note-serve-not-opened = تعذّر تشغيل متصفح. يُفتح العنوان يدويًا.

err-web-port = تعذّر استعمال المنفذ { $port }: { $detail }
rec-web-port = لعل منضدة أخرى تعمل الآن. لاختيار منفذ آخر: --port مع رقمه، أو --port 0 لأي منفذ متاح.
err-web-system = تعذّر تشغيل منضدة العمل: { $detail }
err-web-random = لا يعطي النظام أرقامًا عشوائية، فلا سبيل إلى حماية المنضدة من الغرباء.

err-web-host = ليس هذا العنوان من عناوين منضدة العمل.
err-web-link = هذا الرابط غير صالح، أو استُعمل من قبل. يُستعمل المتصفح الذي فُتح فيه، أو تُشغَّل المنضدة من جديد ويُفتح الرابط الجديد.
err-web-stranger = لم يُؤذن لهذا المتصفح بالدخول. يُفتح الرابط الذي طبعه البرنامج في الطرفية.
err-web-origin = جاء هذا الطلب من موقع آخر فرُفض. لم يتغيّر شيء.
err-web-form = هذا النموذج من تشغيل سابق للمنضدة. لم يتغيّر شيء. تُفتح المنضدة من جديد بالرابط الذي طبعه البرنامج.
web-take-along = يُنسخ أولًا ما كُتب: هو أدناه.
err-web-moved = الموجود الآن في { $address } فقرة غير التي كان العمل فيها، فلم يتغيّر شيء.
rec-web-moved = صُحّح المصدر، أو تُراجع عن تصحيحه. يُبحث عن الفقرة في المقال ويوضع النص فيها.
web-stranded = النص المكتوب
err-web-request = تعذّرت قراءة الطلب. لم يتغيّر شيء.
err-web-too-long = النص أطول من أن يُرسل دفعة واحدة. لم يتغيّر شيء.
err-web-nowhere = لا توجد صفحة بهذا العنوان.
err-web-page = لا توجد صفحة لـ«{ $given }».
err-web-broken = وقع خلل في البرنامج نفسه. وما كان يُراد كتابته كُتب كله أو لم يُكتب منه شيء.
err-web-unsaved = كُتب نص آخر ولم يُحفظ، فلم يُتخذ قرار في النص السابق.
rec-web-unsaved = ما زال النص المكتوب في مكانه أدناه. يُحفظ أولًا، أو يُعاد النص السابق.
err-web-no-reason = ينبغي اختيار سبب.
err-web-no-note = ينبغي ذكر المطلوب تعديله.
err-web-no-waiver-reason = ينبغي ذكر سبب تجاوز الملاحظة.
err-web-not-own = هذا عمل { $person }. ولا يُتراجع هنا إلا عن عمل المستخدم نفسه.
err-web-not-own-undo = تراجع { $person } عن هذا. ولا يُعاد هنا إلا ما تراجع عنه المستخدم نفسه.
rec-web-not-own = يُطلب ذلك من { $person }، أو يُنفَّذ برقم العملية في سطر الأوامر.

web-welcome = فُتح الباب. تظهر منضدة العمل بعد لحظة.
web-go-on = متابعة
web-skip = تجاوز إلى المحتوى
web-nav = الصفحات
web-place = الموضع
web-desk = المكتب
web-search = بحث
web-person = { $person }
web-to-desk = إلى المكتب
web-to-typed = عودة إلى ما كُتب
web-failed = لم يتم
web-undo = تراجع (العملية { $operation })
web-redo = إعادة (العملية { $operation })
web-undo-last = تراجع عن آخر عمل لي: { $kind } (العملية { $operation })
web-taken-back = تُراجع عنها بالعملية { $operation }

web-inbox = ما ينتظرني
web-inbox-changes = ما تغيّر في النص بعد كتابته:
web-inbox-source-changes = ما تغيّر في المصدر منذئذ:
web-to-review = للمراجعة
web-to-finalize = للإجازة للنشر
web-to-finish = مسودات للإتمام
web-to-translate = ما بقي للترجمة
web-to-begin = لم يبدأها أحد
web-articles = المقالات
web-no-articles = لا مقالات في المكتب بعد. تُستورد بالأمر: hunayn import <ملف>
web-operations = آخر العمليات

web-paragraphs = الفقرات
web-shown = { PLURAL($count) ->
    [zero] لا فقرات.
    [one] المعروض { $shown } من فقرة واحدة.
    [two] المعروض { $shown } من فقرتين.
    [few] المعروض { $shown } من { $count } فقرات.
    [many] المعروض { $shown } من { $count } فقرة.
   *[other] المعروض { $shown } من { $count } فقرة.
}
web-open = العمل في { $address }
web-translate = ترجمة
web-all = الكل
web-with-findings = ما فيه ملاحظات
web-with-comments = ما عليه تعليقات مفتوحة
web-filter = عرض
web-errors = { PLURAL($count) ->
    [zero] لا أخطاء
    [one] خطأ واحد
    [two] خطآن
    [few] { $count } أخطاء
    [many] { $count } خطأً
   *[other] { $count } خطأ
}
web-findings-count = { PLURAL($count) ->
    [zero] لا ملاحظات
    [one] ملاحظة واحدة
    [two] ملاحظتان
    [few] { $count } ملاحظات
    [many] { $count } ملاحظة
   *[other] { $count } ملاحظة
}
web-comments-count = { PLURAL($count) ->
    [zero] لا تعليقات
    [one] تعليق واحد
    [two] تعليقان
    [few] { $count } تعليقات
    [many] { $count } تعليقًا
   *[other] { $count } تعليق
}

web-previous = السابقة
web-next = التالية
web-of = { $number } من { $count }
web-revision = النسخة { $revision }
web-read-only = لا يتيح دور المستخدم تغيير هذه الصياغة.
web-codes = في المصدر تنسيق، ويُكتب هكذا:
web-insert = إدراج
web-save = حفظ المسودة
web-save-next = حفظ، ثم التالية
web-submit-next = تقديم، ثم التالية
web-approve = اعتماد
web-finalize = إجازة للنشر
web-withdraw = سحب آخر خطوة
web-reopen = إعادة فتح
web-send-back = طلب تعديل …
web-send-back-now = طلب التعديل
web-reason = السبب
web-note = المطلوب تعديله
web-keys = Ctrl+Enter في خانة الترجمة يحفظ وينتقل إلى الفقرة التالية، وCtrl+Shift+Enter يقدّم الترجمة للمراجعة ثم ينتقل.
web-unchanged = { $address }: لم يتغيّر شيء.
web-unsent = ما كُتب ولم يُرسل ما زال في مكانه أدناه.
web-open-warnings = { PLURAL($count) ->
    [zero] لا تحذيرات مفتوحة من الفحوص.
    [one] بقي تحذير واحد مفتوح من الفحوص.
    [two] بقي تحذيران مفتوحان من الفحوص.
    [few] بقيت { $count } تحذيرات مفتوحة من الفحوص.
    [many] بقي { $count } تحذيرًا مفتوحًا من الفحوص.
   *[other] بقي { $count } تحذير مفتوح من الفحوص.
}
web-replaced = حلّ هذا النص محل صياغة { $person } (النسخة { $revision })، وهي باقية في سجلّ النسخ.

web-conflict-title = غيّر شخص آخر هذه الفقرة
web-conflict = في أثناء الكتابة سجّل { $person } النسخة { $revision }. والنصان هنا كلاهما، ولم يضع منهما شيء.
web-present = النص الحالي
web-yours-against = ما يغيّره النص المكتوب فيه
web-conflict-hint = النص المكتوب في الخانة أدناه. يُضاف إليه ما يلزم من الآخر ثم يُحفظ، فيحلّ محل النص الحالي.
web-rec-conflict = يُنظر في النصين أدناه، ثم يُحفظ من جديد.
web-rec-conflict-kept = النص المكتوب في مكانه أدناه، وهو محفوظ أيضًا في { $file }.
web-rec-conflict-present = لم يُكتب في الخانة شيء: الصياغة الظاهرة أدناه هي الموجودة الآن. يُنظر فيها ثم يُتخذ القرار.
web-rec-open-findings = الحلّ إصلاح الترجمة، أو تجاوز الملاحظة مع ذكر السبب، أدناه.
web-rec-gate = ينبغي استكمالها أولًا، أو تنزيل المقال مسودةً معلَّمة.
web-rec-translate-first = تُترجم أولًا.
web-rec-approve-first = تُعتمد أولًا.
web-rec-reopen-first = يُعاد فتحها أولًا.
web-rec-look-at-history = في سجلّ النسخ ما جرى.
web-rec-list = المقالات في الصفحة الأولى.
web-rec-look-again = تُحمَّل الصفحة من جديد ليظهر ما فيها الآن.
web-rec-empty-comment = يُكتب في الخانة أدناه.
web-rec-no-words = تُكتب كلمة أو عبارة.
web-rec-role = يستطيع أحد المحررين على المكتب أن يمنح { $person } الدور.
web-rec-editor-only = هذا للمحررين على المكتب وحدهم.
web-rec-four-eyes = يعتمدها شخص آخر.
web-rec-stood-on = يُتراجع عن العملية { $by } أولًا، والتراجع لـ{ $person } أو لمن له الدور اللازم.
web-rec-stands-on = تُعاد تلك العملية أولًا.
web-rec-operations = آخر العمليات في الصفحة الأولى.
web-rec-desk = تُترك الملفات كما هي، ويُبلَّغ القائم على المكتب.

web-changes = ما تغيّر
web-changed-since = منذ النسخة { $revision }:
web-changed-since-approval = منذ اعتماد النسخة { $revision }:
web-history = سجلّ النسخ
web-findings = ملاحظات الفحوص
web-waive = تجاوز …
web-waive-why = سبب التجاوز
web-waive-now = تجاوز مع ذكر السبب
web-comments = التعليقات
web-comment-new = تعليق جديد
web-comment-now = إضافة التعليق
web-comment-number = التعليق { $number }
web-resolve = إغلاق التعليق
web-resolved-by = أغلقه { $person }
web-terms = المصطلحات والأسماء
web-no-terms = ليس في قاعدة المصطلحات شيء مما في هذه الفقرة.
web-admitted = مقبول
web-forbidden = محظور
web-matches = من الذاكرة
web-take = أخذه مسودةً
web-repetition = النص نفسه مترجم في

web-compare = مقارنة النسخ
web-compare-now = مقارنة
web-from-revision = من
web-to-revision = إلى
web-source-changed = تغيّر المصدر:
web-own-text = اعتمد نصًا من كتابته
web-carried = بقي القرار بعد تغيير شكلي في المصدر
web-left-out = استُبعدت من المقال النهائي
web-taken-in = أُعيدت إلى المقال النهائي
web-exported = التصدير إلى { $file }

web-search-text = النص
web-search-by = المطلوب
web-search-words = كلماته في سياقها
web-search-likeness = نصوص تشبهه
web-search-in = في
web-both-sides = اللغتين
web-source = المصدر
web-target = الترجمة
web-stem = كل صيغ الكلمات
web-search-now = بحث
web-search-help = كلمة أو بضع كلمات متتالية؛ و* بعد الكلمة تعني أي نهاية لها. وللجملة الكاملة يُبحث عن نصوص تشبهها.

web-export = تصدير
web-format = الصيغة
web-format-html = صفحة ويب (HTML)
web-format-docx = مستند Word
web-format-md = نص Markdown
web-format-txt = نص مجرّد
web-format-csv = جدول (CSV)
web-format-json = بيانات JSON
web-format-tmx = ذاكرة ترجمة (TMX)
web-layout-side-by-side = جنبًا إلى جنب
web-layout-stacked = نص تحت نص
web-layout-target = المقال المكتمل
web-require = أدنى حالة لكل فقرة
web-show-status = مع الحالات والتعليقات حيث تُعرض اللغتان
web-bom = لبرامج الجداول: بدء الملف النصي بعلامة ترتيب البايتات
web-download = تنزيل
web-download-draft = تنزيله مسودةً معلَّمة
web-ready = الفقرات كلها معتمدة.
web-not-ready = { PLURAL($count) ->
    [zero] الفقرات كلها معتمدة.
    [one] فقرة واحدة لم تُعتمد أو تقادمت.
    [two] فقرتان لم تُعتمدا أو تقادمتا.
    [few] { $count } فقرات لم تُعتمد أو تقادمت.
    [many] { $count } فقرة لم تُعتمد أو تقادمت.
   *[other] { $count } فقرة لم تُعتمد أو تقادمت.
}
