### ما تقوله الأوامر عن عملها: تقارير وأسئلة وتحذيرات.

count-articles = { PLURAL($count) ->
    [zero] لا مقالات
    [one] مقال واحد
    [two] مقالان
    [few] { $count } مقالات
    [many] { $count } مقالًا
   *[other] { $count } مقال
}
count-paragraphs = { PLURAL($count) ->
    [zero] لا فقرات
    [one] فقرة واحدة
    [two] فقرتان
    [few] { $count } فقرات
    [many] { $count } فقرة
   *[other] { $count } فقرة
}
count-segments = { PLURAL($count) ->
    [zero] لا مقاطع
    [one] مقطع واحد
    [two] مقطعان
    [few] { $count } مقاطع
    [many] { $count } مقطعًا
   *[other] { $count } مقطع
}

out-operation = العملية رقم { $operation }. للتراجع عنها: hunayn undo
out-operation-plain = العملية رقم { $operation }.
out-dry-run = لم يُكتب شيء: كانت هذه تجربة بلا حفظ.
out-nothing-changed = لم يتغيّر شيء.
out-init = أُنشئ المكتب: { $file }
out-init-dry-run = سيُنشأ المكتب في { $file }. لم يُكتب شيء.
out-imported = { $slug }: { $paragraphs }، { $segments }
out-imported-pair = { $slug }: { $paragraphs }، { $segments }، مع ترجمته
out-imported-many = استُورد: { $articles }، { $paragraphs }
out-problem = لم يُستورد: { $file }: { $what }
out-passed-over = تُرك: { $file }: { $what }
passed-over-hidden = يبدأ اسمه بنقطة.
passed-over-link = هو رابط، والروابط داخل المجلدات لا تُتبع.
passed-over-special = ليس ملفًّا.
passed-over-format = لا صيغة تقرأ الملفات ذات هذا الامتداد.
warn-in-translation = في الترجمة: { $what }
warn-flat-table = { PLURAL($count) ->
    [zero] لم يتحوّل أي جدول إلى فقرات.
    [one] تحوّل جدول واحد إلى فقرات، فقرة لكل خليّة، بدءًا من: { $places }
    [two] تحوّل جدولان إلى فقرات، فقرة لكل خليّة، بدءًا من: { $places }
    [few] تحوّلت { $count } جداول إلى فقرات، فقرة لكل خليّة، بدءًا من: { $places }
    [many] تحوّل { $count } جدولًا إلى فقرات، فقرة لكل خليّة، بدءًا من: { $places }
   *[other] تحوّل { $count } جدول إلى فقرات، فقرة لكل خليّة، بدءًا من: { $places }
}
warn-flat-list = { PLURAL($count) ->
    [zero] لم تُبسَّط أي قائمة متداخلة.
    [one] بُسّطت قائمة متداخلة واحدة إلى مستوى واحد، بدءًا من: { $places }
    [two] بُسّطت قائمتان متداخلتان إلى مستوى واحد، بدءًا من: { $places }
    [few] بُسّطت { $count } قوائم متداخلة إلى مستوى واحد، بدءًا من: { $places }
    [many] بُسّطت { $count } قائمة متداخلة إلى مستوى واحد، بدءًا من: { $places }
   *[other] بُسّطت { $count } قائمة متداخلة إلى مستوى واحد، بدءًا من: { $places }
}
warn-flat-picture = { PLURAL($count) ->
    [zero] لم تُحذف أي صورة.
    [one] حُذفت صورة واحدة قائمة بذاتها، قرب: { $places }
    [two] حُذفت صورتان قائمتان بذاتهما، قرب: { $places }
    [few] حُذفت { $count } صور قائمة بذاتها، قرب: { $places }
    [many] حُذفت { $count } صورة قائمة بذاتها، قرب: { $places }
   *[other] حُذفت { $count } صورة قائمة بذاتها، قرب: { $places }
}
warn-odd-characters = { PLURAL($count) ->
    [zero] لا محارف غريبة.
    [one] محرف غريب واحد: { $character } في { $place }. للاطلاع عليه: hunayn doctor
    [two] محرفان غريبان، أولهما { $character } في { $place }. للاطلاع عليهما: hunayn doctor
    [few] { $count } محارف غريبة، أولها { $character } في { $place }. للاطلاع عليها: hunayn doctor
    [many] { $count } محرفًا غريبًا، أولها { $character } في { $place }. للاطلاع عليها: hunayn doctor
   *[other] { $count } محرف غريب، أولها { $character } في { $place }. للاطلاع عليها: hunayn doctor
}
note-guessed-encoding = خُمّن ترميز المحارف: { $encoding }. إن بدا النص مشوّهًا فالحلّ التراجع ثم الاستيراد بالخيار --encoding.
note-repeated = { PLURAL($count) ->
    [zero] لا فقرات مكررة.
    [one] فقرة واحدة مكررة هنا أو في مقال آخر.
    [two] فقرتان مكررتان هنا أو في مقال آخر.
    [few] { $count } فقرات مكررة هنا أو في مقال آخر.
    [many] { $count } فقرة مكررة هنا أو في مقال آخر.
   *[other] { $count } فقرة مكررة هنا أو في مقال آخر.
}
note-unsure = { PLURAL($count) ->
    [zero] لا فقرات خُمّن نوعها.
    [one] خُمّن نوع فقرة واحدة، ويظهر بعلامة «؟». للتصحيح: hunayn kind
    [two] خُمّن نوع فقرتين، ويظهر بعلامة «؟». للتصحيح: hunayn kind
    [few] خُمّن نوع { $count } فقرات، ويظهر بعلامة «؟». للتصحيح: hunayn kind
    [many] خُمّن نوع { $count } فقرة، ويظهر بعلامة «؟». للتصحيح: hunayn kind
   *[other] خُمّن نوع { $count } فقرة، ويظهر بعلامة «؟». للتصحيح: hunayn kind
}
out-source-unchanged = { PLURAL($count) ->
    [zero] لا فقرات بلا تغيير.
    [one] فقرة واحدة بلا تغيير.
    [two] فقرتان بلا تغيير.
    [few] { $count } فقرات بلا تغيير.
    [many] { $count } فقرة بلا تغيير.
   *[other] { $count } فقرة بلا تغيير.
}
change-moved = { $before } ← { $now }: نُقلت
change-cosmetic = { $before } ← { $now }: تغيير شكليّ{ $moved ->
    [yes] ، مع نقلها
   *[no] {""}
}
change-numbers = { $before } ← { $now }: تغيّر رقم أو اسم أو نفي{ $moved ->
    [yes] ، مع نقلها
   *[no] {""}
}
change-rewritten = { $before } ← { $now }: أُعيدت كتابتها{ $moved ->
    [yes] ، مع نقلها
   *[no] {""}
}
change-new = { $now }: جديدة
change-deleted = { $before }: حُذفت؛ وهي محفوظة مع ترجمتها، لعرضها: hunayn show --removed
note-outlived = { "    " }سقط الاعتماد: الفقرة متقادمة.
out-no-articles = لا مقالات على هذا المكتب بعد. لاستيراد مقال: hunayn import FILE
out-set = { $address }: النسخة { $revision }، { $status }
out-edited = { $address }: النسخة { $revision }
out-not-applied = لم يُطبَّق: { $address }: { $why }
out-lines-applied = { PLURAL($count) ->
    [zero] لم تُطبَّق أسطر.
    [one] طُبّق سطر واحد.
    [two] طُبّق سطران.
    [few] طُبّقت { $count } أسطر.
    [many] طُبّق { $count } سطرًا.
   *[other] طُبّق { $count } سطر.
}
out-lines-unchanged = { PLURAL($count) ->
    [zero] لا أسطر بلا تغيير.
    [one] سطر واحد لا يغيّر شيئًا.
    [two] سطران لا يغيّران شيئًا.
    [few] { $count } أسطر لا تغيّر شيئًا.
    [many] { $count } سطرًا لا تغيّر شيئًا.
   *[other] { $count } سطر لا تغيّر شيئًا.
}
out-line-stale = السطر { $line }: { $address }: متقادم: { $why }
out-line-refused = السطر { $line }: { $address }: مرفوض: { $why }
out-repaired = { $address }: { $segments }؛ وعادت الفقرة مسودة إن كانت قد تجاوزتها
out-kind = { $address }: { $kind }
out-decided = { $address }: { $before } ← { $status }
out-skipped = { $address }: تُركت كما هي، حالتها: { $status }
warn-own-text = { PLURAL($count) ->
    [zero] لا نصوص اعتمدها مترجمها.
    [one] اعتُمد نصّ واحد من قِبل مترجمه نفسه. سُجّل ذلك، ومراجعة شخص ثانٍ أفضل.
    [two] اعتُمد نصّان من قِبل مترجمهما نفسه. سُجّل ذلك، ومراجعة شخص ثانٍ أفضل.
    [few] اعتُمدت { $count } نصوص من قِبل مترجمها نفسه. سُجّل ذلك، ومراجعة شخص ثانٍ أفضل.
    [many] اعتُمد { $count } نصًّا من قِبل مترجمها نفسه. سُجّل ذلك، ومراجعة شخص ثانٍ أفضل.
   *[other] اعتُمد { $count } نصّ من قِبل مترجمها نفسه. سُجّل ذلك، ومراجعة شخص ثانٍ أفضل.
}
out-commented = التعليق { $number } على { $address }
out-comment = التعليق { $number } · { $address } · { $person } · { $at }
out-comment-resolved = التعليق { $number } · { $address } · { $person } · { $at } · أُغلق
out-no-comments = لا تعليقات.
out-resolved = أُغلق التعليق { $number }.
out-inbox-empty = لا شيء ينتظر { $person }.
inbox-sent-back = { $address } · أُعيدت للتعديل
inbox-stale = { $address } · متقادمة: تغيّر مصدرها أو نصّها المعتمد
inbox-to-review = { $address } · تنتظر المراجعة
inbox-reason = { "    " }{ $person }: السبب: { $reason }
inbox-changes = { "    " }ما غيّره غيرك في نصّك:
inbox-source-changes = { "    " }ما تغيّر في المصدر منذ ذلك:
log-revision = { "  " }{ $at } · { $person } · النسخة { $revision } · { $origin }
log-decision = { "  " }{ $at } · { $person } · { $decision } · النسخة { $revision }
log-decision-carried = { "  " }{ $at } · { $person } · { $decision } · النسخة { $revision } · نُقل القرار عبر تغيير شكليّ في المصدر
log-reason = { "    " }السبب: { $reason }
log-own-text = { "    " }كان النصّ من ترجمة صاحب القرار.
log-comment = { "  " }{ $at } · { $person } · التعليق { $number }
log-export = { "  " }{ $at } · { $person } · صدرت في { $file } · النسخة { $revision }
out-diff = { $address }: النسخة { $from } ← { $to }
out-no-difference = لا فروق.
blame-heading = { $address } · { $status } · النسخة { $revision }
blame-source = { "  " }{ $at } · { $person } · إدخال النص المصدر · النسخة { $revision }
blame-drafted = { "  " }{ $at } · { $person } · أول نصّ هدف ({ $origin }) · النسخة { $revision }
blame-changed = { "  " }{ $at } · { $person } · تعديل النص الهدف ({ $origin }) · النسخة { $revision }
op-line = العملية { $number } · { $at } · { $person } · { $kind }
op-line-incomplete = العملية { $number } · { $at } · { $person } · { $kind } · غير مكتملة: ما زالت جارية أو انقطعت
op-line-undone = العملية { $number } · { $at } · { $person } · { $kind } · جرى التراجع عنها
out-undone = جرى التراجع عن العملية { $number } ({ $kind }، { $person }، { $at })
out-redone = أُعيدت العملية { $number } ({ $kind }، { $person }، { $at })
out-restored = { PLURAL($count) ->
    [zero] المكتب على حاله بعد العملية { $number } ({ $at })؛ لم تتغيّر عمليات.
    [one] عاد المكتب إلى حاله بعد العملية { $number } ({ $at })؛ تغيّرت عملية واحدة.
    [two] عاد المكتب إلى حاله بعد العملية { $number } ({ $at })؛ تغيّرت عمليتان.
    [few] عاد المكتب إلى حاله بعد العملية { $number } ({ $at })؛ تغيّرت { $count } عمليات.
    [many] عاد المكتب إلى حاله بعد العملية { $number } ({ $at })؛ تغيّرت { $count } عملية.
   *[other] عاد المكتب إلى حاله بعد العملية { $number } ({ $at })؛ تغيّرت { $count } عملية.
}
rec-redo = للإعادة: hunayn redo
out-more-operations = هذه أحدث العمليات، وعددها { $count }. للمزيد: hunayn op log --limit N
out-no-people = لا أدوار لأحد هنا؛ كل شيء متاح للجميع.
out-person = { $person } – الأدوار: { $roles }
out-setting = الإعداد { $setting } = { $value }
out-setting-default = الإعداد { $setting } = { $value } (القيمة الافتراضية)
out-exported = صُدّر: { $file } ({ $paragraphs })
out-exported-draft = صُدّرت مسودة (DRAFT): { $file } ({ $paragraphs })
out-not-ready = { $address } – الحالة: { $status }
out-not-ready-stale = { $address } – الحالة: { $status }، متقادمة
show-article = المقال { $slug } · { $status } · { $source } ← { $target }
show-paragraph = الفقرة { $number } · { $kind } · { $status } · النسخة { $revision }
show-unsure = { $kind }؟
show-with = { $labels } · { $mark }
show-repeated = مكررة
show-repetition = { "      " }النص نفسه مترجم في { $address } ({ $status })؛ لأخذ ترجمته: set … --take { $address }
list-line = المعتمد { $approved }/{ $total } · { $status }
list-stale = { PLURAL($count) ->
    [zero] لا متقادم
    [one] فقرة متقادمة
    [two] فقرتان متقادمتان
    [few] { $count } فقرات متقادمة
    [many] { $count } فقرة متقادمة
   *[other] { $count } فقرة متقادمة
}
status-line = { "    " }{ $status } – العدد: { $paragraphs }
status-words = { "    " }عدد الكلمات: المصدر { $source }، الهدف { $target }
status-published = { PLURAL($count) ->
    [zero] { "    " }نُشر { $at } في { $file }؛ والنسخة المنشورة هي الحالية.
    [one] { "    " }نُشر { $at } في { $file }؛ والنسخة المنشورة متأخرة بتعديل واحد.
    [two] { "    " }نُشر { $at } في { $file }؛ والنسخة المنشورة متأخرة بتعديلين.
    [few] { "    " }نُشر { $at } في { $file }؛ والنسخة المنشورة متأخرة بـ{ $count } تعديلات.
    [many] { "    " }نُشر { $at } في { $file }؛ والنسخة المنشورة متأخرة بـ{ $count } تعديلًا.
   *[other] { "    " }نُشر { $at } في { $file }؛ والنسخة المنشورة متأخرة بـ{ $count } تعديل.
}
doctor-odd-characters = { PLURAL($count) ->
    [zero] لا محارف غريبة في { $address }.
    [one] محرف غريب واحد في { $address } ({ $side ->
        [target] النص الهدف
       *[source] المصدر
    }): { $characters }
    [two] محرفان غريبان في { $address } ({ $side ->
        [target] النص الهدف
       *[source] المصدر
    }): { $characters }
    [few] { $count } محارف غريبة في { $address } ({ $side ->
        [target] النص الهدف
       *[source] المصدر
    }): { $characters }
    [many] { $count } محرفًا غريبًا في { $address } ({ $side ->
        [target] النص الهدف
       *[source] المصدر
    }): { $characters }
   *[other] { $count } محرف غريب في { $address } ({ $side ->
        [target] النص الهدف
       *[source] المصدر
    }): { $characters }
}
doctor-incomplete = العملية { $number } في { $at } ({ $kind }، { $person }) غير مكتملة: ما زالت جارية أو انقطعت. إن كانت قد انقطعت فللتراجع عمّا دخل: hunayn undo { $number }
doctor-sound = المكتب { $file } سليم: الملف كامل، وكل حالة محفوظة تطابق صفوفها.
doctor-integrity = الملف تالف: { $detail }
doctor-foreign-key = صفّ في { $table } يشير إلى ما لا وجود له.
doctor-cache = الحالة المحفوظة للمقال { $slug } تخالف صفوفه.
doctor-reversals = قائمة العمليات المتراجَع عنها تخالف السجلّ.

ask-many = { PLURAL($count) ->
    [zero] لا فقرات تتغيّر. المتابعة؟ [ن/ل]
    [one] يغيّر هذا فقرة واحدة. المتابعة؟ [ن/ل]
    [two] يغيّر هذا فقرتين. المتابعة؟ [ن/ل]
    [few] يغيّر هذا { $count } فقرات. المتابعة؟ [ن/ل]
    [many] يغيّر هذا { $count } فقرة. المتابعة؟ [ن/ل]
   *[other] يغيّر هذا { $count } فقرة. المتابعة؟ [ن/ل]
}
ask-line = { $address } – الحالة: { $status }
ask-yes-words = ن نعم y yes

warn-synced = يقع { $file } في مجلد يُزامَن مع أجهزة أخرى. النسخ من وراء ظهر المكتب قد يتلفه؛ الأسلم حفظه في مجلد محلّي.
warn-network = يقع { $file } على قرص شبكيّ لا يُعوَّل على أقفاله. الأسلم حفظه على قرص محلّي.
warn-code-missing = وسم التنسيق { "{" }{ $code }{ "}" } موجود في المصدر وناقص في النص الهدف.
warn-code-unknown = لا وسم تنسيق { "{" }{ $code }{ "}" } في المصدر؛ أُبقي نصًّا.
warn-code-repeated = وسم التنسيق { "{" }{ $code }{ "}" } أكثر ورودًا مما في المصدر.
warn-code-nesting = وسم التنسيق { "{" }{ $code }{ "}" } متداخل على غير وجهه.

edit-heading =
    جزء لكل فقرة: مصدرها أعلاه بعد «#»، وترجمتها أدناه.
    الأسطر التي تبدأ بـ«#» لا تُقرأ. سطر الترجمة الذي يبدأ بـ«#» تُكتب قبله شرطة مائلة خلفية.
    بعد الحفظ والخروج من محرّر النصوص يُسجَّل ما تغيّر.

label-draft = مسودة (DRAFT) – غير مجازة للنشر
label-gap = لم تُترجم بعد
label-number = الرقم
label-status = الحالة
label-comment = التعليقات
label-kind = النوع

out-would-undo = سيُتراجع عن العملية { $number } ({ $kind }، { $person }، { $at })
out-would-redo = ستُعاد العملية { $number } ({ $kind }، { $person }، { $at })
out-person-none = لم يعد لـ{ $person } دور.
doctor-content = نصّ محفوظ ليس هو الذي أُعطي: { $text }
doctor-beads = مقاطع النسخة { $revision } في { $slug } لا تغطّي نصّيها.
ask-operations = { PLURAL($count) ->
    [zero] لا عمليات تتغيّر. المتابعة؟ [ن/ل]
    [one] يتراجع هذا عن عملية واحدة أو يعيدها. المتابعة؟ [ن/ل]
    [two] يتراجع هذا عن عمليتين أو يعيدهما. المتابعة؟ [ن/ل]
    [few] يتراجع هذا عن { $count } عمليات أو يعيدها. المتابعة؟ [ن/ل]
    [many] يتراجع هذا عن { $count } عملية أو يعيدها. المتابعة؟ [ن/ل]
   *[other] يتراجع هذا عن { $count } عملية أو يعيدها. المتابعة؟ [ن/ل]
}
note-same-text = { PLURAL($count) ->
    [zero] لا فقرات ترجمتها هي المصدر نفسه.
    [one] في فقرة واحدة الترجمة هي المصدر نفسه. أهذا هو الملف المقصود؟
    [two] في فقرتين الترجمة هي المصدر نفسه. أهذا هو الملف المقصود؟
    [few] في { $count } فقرات الترجمة هي المصدر نفسه. أهذا هو الملف المقصود؟
    [many] في { $count } فقرة الترجمة هي المصدر نفسه. أهذا هو الملف المقصود؟
   *[other] في { $count } فقرة الترجمة هي المصدر نفسه. أهذا هو الملف المقصود؟
}
note-not-arabic = أكثر حروف { $slug } ليست من كتابة لغة مصدره. أهذا هو الملف المقصود؟
