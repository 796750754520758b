### ما تعذّر (err-…) وما العمل (rec-…).

err-in-file = الملف { $file }: { $what }
rec-format = يُتحقَّق من أنه الملف المقصود؛ والخياران --format و--encoding يحدّدان طريقة قراءته.
err-file = الملف { $file }: { $detail }
err-file-not-found = لا وجود للملف { $file }.
err-file-permission = لا إذن بقراءة { $file } أو الكتابة فيه.
err-file-is-folder = المسار { $file } مجلد.
err-disk-full = لا متسع على القرص للملف { $file }.
rec-file = يُتحقَّق من المسار ومن صلاحيات الوصول إليه.
err-too-large = الملف { $file } أكبر مما يكون عليه مقال: { $bytes } بايت أو أكثر.
rec-too-large = يُقسم أولًا إلى مقالات؛ يُقرأ ما لا يتجاوز 64 ميبيبايت على أنه مقال واحد.
err-not-utf8 = الملف { $file } ليس نصًّا بترميز UTF-8 عند البايت { $byte }.
rec-not-utf8 = يُحفظ بترميز UTF-8 ثم تُعاد المحاولة.
err-no-article = لا مقال باسم «{ $slug }» على هذا المكتب.
rec-similar = أهو «{ $similar }»؟
rec-list = لعرض الموجود: hunayn list
err-no-paragraph = لا وجود للفقرة { $address }.
rec-no-paragraph = { PLURAL($paragraphs) ->
    [zero] لا فقرات في المقال.
    [one] في المقال فقرة واحدة.
    [two] في المقال فقرتان.
    [few] في المقال { $paragraphs } فقرات.
    [many] في المقال { $paragraphs } فقرة.
   *[other] في المقال { $paragraphs } فقرة.
}
err-no-segment = لا وجود للمقطع { $address }.
rec-no-segment = { PLURAL($segments) ->
    [zero] لا مقاطع في الفقرة.
    [one] في الفقرة مقطع واحد.
    [two] في الفقرة مقطعان.
    [few] في الفقرة { $segments } مقاطع.
    [many] في الفقرة { $segments } مقطعًا.
   *[other] في الفقرة { $segments } مقطع.
}
err-no-revision = لا نسخة رقمها { $revision } للفقرة { $address }.
rec-log = لعرض سجلّها: hunayn log { $address }
err-no-operation = لا عملية باسم «{ $operation }».
rec-op-log = لعرض العمليات: hunayn op log
err-no-comment = لا تعليق باسم «{ $comment }».
rec-comments = لعرض التعليقات: hunayn comments
err-nothing-to-undo = لا شيء يُتراجع عنه.
err-nothing-to-redo = لا شيء يُعاد.
err-not-undoable = لا يمكن التراجع عن العملية { $operation }: جرى التراجع عنها من قبل، أو هي من نوع لا تراجع عنه.
err-stood-on = لا يمكن التراجع عن العملية { $operation } وحدها: بُنيت عليها العملية { $by }.
rec-stood-on = يُتراجع عن العملية { $by } أولًا، أو يُعاد المكتب كله إلى ما كان عليه: hunayn op restore
err-conflict = تغيّرت الفقرة { $address }: كانت النسخة المعروضة { $expected }، وصارت { $found } بقلم { $by }.
rec-conflict = لعرض ما تغيّر: hunayn diff { $address }، ثم تُعاد المحاولة.
rec-conflict-kept = النصّ محفوظ في { $file }. لعرض ما تغيّر: hunayn diff { $address }
err-one-paragraph = لا يدلّ { $address } على فقرة واحدة.
rec-one-paragraph = يُذكر عنوان فقرة واحدة، مثل SLUG:7.
err-one-segment = لا يدلّ { $address } على مقطع واحد.
rec-one-segment = يُذكر عنوان مقطع واحد، مثل SLUG:7.2.
err-undecidable = حالة { $address }: { $status }؛ ولا يصحّ منها القرار «{ $decision }».
rec-translate-first = تُترجم أولًا: hunayn set
rec-approve-first = يجب اعتمادها أولًا.
rec-reopen-first = يُعاد فتحها أولًا: hunayn reopen
rec-nothing-to-do = لعرض سجلّها: hunayn log
err-role = ليس لـ{ $person } الدور اللازم للقرار «{ $decision }».
rec-role = يُمنح الدور بالأمر: hunayn person add { $person } --role … (اللازم: { $role })
err-four-eyes = صاحب ترجمة { $address } هو { $person }؛ وهذا المكتب يشترط مراجعة شخص ثانٍ.
rec-four-eyes = يعتمدها شخص آخر، أو تُغيَّر القاعدة: hunayn config four-eyes warn
err-gate = { PLURAL($count) ->
    [zero] المقال { $slug } ليس جاهزًا.
    [one] المقال { $slug } ليس جاهزًا: فقرة واحدة لم تبلغ الحالة «{ $status }»، أو هي متقادمة.
    [two] المقال { $slug } ليس جاهزًا: فقرتان لم تبلغا الحالة «{ $status }»، أو هما متقادمتان.
    [few] المقال { $slug } ليس جاهزًا: { $count } فقرات لم تبلغ الحالة «{ $status }»، أو هي متقادمة.
    [many] المقال { $slug } ليس جاهزًا: { $count } فقرة لم تبلغ الحالة «{ $status }»، أو هي متقادمة.
   *[other] المقال { $slug } ليس جاهزًا: { $count } فقرة لم تبلغ الحالة «{ $status }»، أو هي متقادمة.
}
rec-gate = تُستكمل أولًا، أو تُصدَّر مسودة معلَّمة بالخيار --require none.
err-file-exists = الملف { $file } موجود من قبل.
rec-force = يُختار اسم آخر بالخيار -o، أو يُستبدل الملف بالخيار --force.
err-already-imported = استُورد هذا الملف نفسه من قبل باسم «{ $slug }».
rec-already-imported = للاطلاع عليه: hunayn show { $slug }، أو يُوضع فوقه ملف مصحَّح: hunayn source update { $slug } FILE
err-same-file = الملف { $file } هو المصدر نفسه، والترجمة ملف آخر.
rec-same-file = يُذكر ملف الترجمة بعد الخيار --translation، أو يُترك الخيار.
err-broken-off = { PLURAL($count) ->
    [zero] انقطع الاستيراد قبل دخول أي مقال: { $what }
    [one] انقطع الاستيراد بعد مقال واحد: { $what }
    [two] انقطع الاستيراد بعد مقالين: { $what }
    [few] انقطع الاستيراد بعد { $count } مقالات: { $what }
    [many] انقطع الاستيراد بعد { $count } مقالًا: { $what }
   *[other] انقطع الاستيراد بعد { $count } مقال: { $what }
}
rec-broken-off = للمتابعة يُعاد الاستيراد: ما دخل من الملفات يُترك. وللتراجع عمّا دخل: hunayn undo { $operation }
err-taken-back = جرى التراجع عن العملية { $operation } وهي تُكتب. لم يدخل منها شيء.
err-same-language = المصدر والهدف كلاهما «{ $language }».
rec-same-language = تُذكر لغتان مختلفتان، مثل --source ar --target en.
rec-passed-over = لاستيراده يُذكر الملف نفسه.
err-slug-taken = ثمة مقال آخر باسم «{ $slug }».
rec-slug-taken = يُستورد وحده باسم آخر بالخيار --slug NAME، أو يُوضع فوق القديم: hunayn source update { $slug } FILE
err-no-slug = لا يُشتقّ اسم قصير من «{ $name }».
rec-no-slug = يُعطى اسمًا بالخيار --slug.
err-empty-file = لا نصّ في { $file }.
rec-empty-file = يُتحقَّق من أنه الملف المقصود.
err-unknown-format = الصيغة «{ $format }» لا تصلح هنا.
err-unknown-layout = ليس للصيغة { $format } تخطيط باسم «{ $layout }».
rec-one-of = الممكن: { $values }
err-counts-differ = { PLURAL($source) ->
    [zero] لا فقرات في المصدر، وفي الترجمة { $target }.
    [one] في المصدر فقرة واحدة، وفي الترجمة { $target }.
    [two] في المصدر فقرتان، وفي الترجمة { $target }.
    [few] في المصدر { $source } فقرات، وفي الترجمة { $target }.
    [many] في المصدر { $source } فقرة، وفي الترجمة { $target }.
   *[other] في المصدر { $source } فقرة، وفي الترجمة { $target }.
}
err-kinds-differ = الفقرة { $number } في المصدر من نوع «{ $source }»، وفي الترجمة من نوع «{ $target }».
rec-not-parallel = لا يُقرن إلا نصّان لهما الفقرات نفسها بالترتيب نفسه. يُستورد المصدر وحده، أو يُوفَّق بين الملفين.
err-one-file = الخياران --slug و--translation لملف واحد.
rec-one-file = تُستورد الملفات واحدًا واحدًا، أو يُترك هذان الخياران.
err-split-nowhere = لا موضع لتقسيم هذا المقطع.
err-merge-last = هذا آخر المقاطع؛ ولا مقطع بعده يُدمج معه.
rec-split-nowhere = يُحدَّد الموضع بالخيار --source-at TEXT.
rec-repair = لعرض مقاطعها: hunayn show { $address }
err-segment-range = مقاطع هذه الفقرة لا توافق نصّها.
err-text-not-found = النصّ «{ $text }» غير موجود في { $address }.
rec-text-not-found = تُنسخ الكلمات من: hunayn show
err-setting-value = القيمة «{ $value }» لا تصلح للإعداد { $setting }.
err-no-setting = لا إعداد باسم «{ $setting }».
err-nothing-to-take = لا ترجمة في { $address } لأخذها.
err-nothing-to-compare = لا شيء يُقارن به { $address }: لم يُعتمد قطّ ولم يُنشر.
err-empty-comment = التعليق بلا كلمات.
rec-empty-comment = يُكتب التعليق بالخيار -m TEXT.
err-nobody = المستخدم غير معروف.
rec-nobody = يُذكر الاسم بالخيار --user أو بالمتغيّر HUNAYN_USER.
err-no-desk = لا وجود للملف { $file } هنا ولا في مجلد أعلى.
err-no-desk-file = لا مكتب في { $file }.
rec-init = يُنشأ مكتب بالأمر hunayn init، أو يُحدَّد ملفه بالخيار --desk.
err-desk-exists = الملف { $file } موجود من قبل.
rec-desk-exists = يُختار اسم آخر.
err-foreign = الملف { $file } ليس مكتبًا.
rec-foreign = يُتحقَّق من المسار؛ ويُنشأ المكتب بالأمر: hunayn init
err-newer = كُتب { $file } بإصدار أحدث (المخطط { $found }، والمعروف { $known }).
rec-newer = يُثبَّت أحدث إصدار ثم تُعاد المحاولة. لم يتغيّر شيء.
err-damaged = الملف { $file } تالف: { $detail }
rec-damaged = تُستعاد آخر نسخة احتياطية؛ ويُحتفظ بالملف التالف لإنقاذ ما فيه.
err-locked = الملف { $file } مشغول بكاتب آخر.
rec-locked = يُنتظر حتى ينتهي الأمر الآخر ثم تُعاد المحاولة.
err-read-only = لا تمكن الكتابة في { $file }.
rec-read-only = قراءته ممكنة؛ ولتغييره يُنسخ إلى موضع تمكن الكتابة فيه.
err-disk = الملف { $file }: { $detail }
rec-disk = يُتحقَّق من القرص ومن صلاحيات الوصول إلى الملف.
err-store = ردّ المكتب بما لم يُتوقَّع: { $detail }
rec-doctor = للفحص: hunayn doctor
err-declined = لم يتغيّر شيء.
rec-yes = للمتابعة بلا سؤال: --yes
err-import-none = لم يُستورد شيء.
rec-import = سبب الرفض مذكور أعلاه لكل ملف.
err-import-some = { PLURAL($count) ->
    [zero] استُوردت الملفات كلها.
    [one] لم يُستورد ملف واحد؛ واستُورد الباقي.
    [two] لم يُستورد ملفان؛ واستُورد الباقي.
    [few] لم تُستورد { $count } ملفات؛ واستُورد الباقي.
    [many] لم يُستورد { $count } ملفًا؛ واستُورد الباقي.
   *[other] لم يُستورد { $count } ملف؛ واستُورد الباقي.
}
err-pattern = النمط «{ $pattern }» لا يصلح: { $detail }
err-pattern-nothing = لا ملف يطابق «{ $pattern }».
err-no-files = لا ملف للاستيراد هناك.
rec-no-files = يُبحث في المجلدات عن الملفات المقروءة: html و md و txt.
err-edit-part = رأس جزء غير مفهوم: { $line }
err-edit-not-utf8 = الملف المعدَّل ليس نصًّا بترميز UTF-8.
err-edit-kept = { PLURAL($count) ->
    [zero] طُبّقت الأجزاء كلها.
    [one] لم يُطبَّق جزء واحد.
    [two] لم يُطبَّق جزآن.
    [few] لم تُطبَّق { $count } أجزاء.
    [many] لم يُطبَّق { $count } جزءًا.
   *[other] لم يُطبَّق { $count } جزء.
}
rec-edit-kept = ما لم يُطبَّق محفوظ في { $file }
err-editor = تعذّر تشغيل محرّر النصوص: { $detail }
err-editor-status = انتهى محرّر النصوص { $editor } بخطأ: { $status }
err-no-editor = لا محرّر نصوص ولا طرفية يُفتح عليها.
rec-editor = يُحدَّد بالمتغيّر HUNAYN_EDITOR أو VISUAL أو EDITOR، أو يُستعمل: hunayn set
err-address = ليس «{ $address }» عنوانًا.
err-apply-line = السطر { $line }، العمود { $column }: { $detail }
err-apply-value = القيمة «{ $value }» غير معروفة هنا.
err-apply-reason = الإعادة للتعديل تحتاج إلى «reason» و«note».
err-apply-nothing = السطر لا يطلب شيئًا: يلزم «text» أو «decision».
err-apply-stale = { PLURAL($count) ->
    [zero] لا أسطر متقادمة.
    [one] سطر واحد متقادم.
    [two] سطران متقادمان.
    [few] { $count } أسطر متقادمة.
    [many] { $count } سطرًا متقادمًا.
   *[other] { $count } سطر متقادم.
}
rec-apply-stale = تغيّرت فقراتها؛ يُنظر فيها ثم تُرسل الأسطر من جديد.
rec-apply-refused = سبب الرفض مذكور أعلاه لكل سطر. ويمكن إرسال الملف كله من جديد: ما نُفِّذ من أسطره لا يغيّر شيئًا.
err-apply-refused = { PLURAL($count) ->
    [zero] لا أسطر مرفوضة.
    [one] سطر واحد مرفوض.
    [two] سطران مرفوضان.
    [few] { $count } أسطر مرفوضة.
    [many] { $count } سطرًا مرفوضًا.
   *[other] { $count } سطر مرفوض.
}
err-no-message = الإعادة للتعديل تحتاج إلى رسالة.
err-segment-language = تُحدَّد لغة النصّ بالخيار --lang.
err-unsound = { PLURAL($count) ->
    [zero] المكتب سليم.
    [one] المكتب غير سليم: علّة واحدة.
    [two] المكتب غير سليم: علّتان.
    [few] المكتب غير سليم: { $count } علل.
    [many] المكتب غير سليم: { $count } علّة.
   *[other] المكتب غير سليم: { $count } علّة.
}
rec-unsound = تُنسخ نسخة من الملف قبل أي شيء.
err-editor-only = ليس { $person } محرّرًا لهذا المكتب.
rec-editor-only = الإعدادات والأشخاص والعودة إلى الوراء شأن المحرّر؛ للعرض: hunayn person list
err-needs-yes = { PLURAL($count) ->
    [zero] لا شيء يتغيّر.
    [one] يغيّر هذا فقرة أو عملية واحدة، ولا طرفية للسؤال.
    [two] يغيّر هذا فقرتين أو عمليتين، ولا طرفية للسؤال.
    [few] يغيّر هذا { $count } فقرات أو عمليات، ولا طرفية للسؤال.
    [many] يغيّر هذا { $count } فقرة أو عملية، ولا طرفية للسؤال.
   *[other] يغيّر هذا { $count } فقرة أو عملية، ولا طرفية للسؤال.
}
err-apply-withdraw = سحب التقديم يحتاج إلى «expect»: لو أُرسل مرتين لنزل درجتين.
