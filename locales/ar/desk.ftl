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

out-operation = العملية رقم { $operation }. للتراجع عنها: { $command }
out-operation-plain = العملية رقم { $operation }.
out-dry-run = لم يُكتب شيء: هذه تجربة فقط.
out-nothing-changed = لم يتغيّر شيء.
out-init = أُنشئ المكتب: { $file }
out-init-dry-run = سيُنشأ المكتب في { $file }. لم يُكتب شيء.
out-imported = { $slug }: { $paragraphs }، { $segments }
out-imported-pair = { $slug }: { $paragraphs }، { $segments }، مع ترجمته
out-imported-many = استُورد: { $articles }، { $paragraphs }
out-would-import-many = سيُستورد: { $articles }، { $paragraphs }
out-problem = لم يُستورد: { $file }: { $what }
out-would-not-import = لن يُستورد: { $file }: { $what }
out-passed-over = تُرك: { $file }: { $what }
passed-over-hidden = يبدأ اسمه بنقطة.
passed-over-open = يضعه Word بجانب مستند مفتوح.
passed-over-link = هو رابط، والروابط داخل المجلدات لا تُتبع.
passed-over-special = ليس ملفًا عاديًا.
passed-over-format = لا صيغة تقرأ الملفات ذات هذا الامتداد.
warn-in-translation = في الترجمة: { $what }
warn-flat-table = { PLURAL($count) ->
    [zero] لم يتحوّل أي جدول إلى فقرات.
    [one] تحوّل جدول واحد إلى فقرات، فقرة لكل خلية، بدءًا من: { $places }
    [two] تحوّل جدولان إلى فقرات، فقرة لكل خلية، بدءًا من: { $places }
    [few] تحوّلت { $count } جداول إلى فقرات، فقرة لكل خلية، بدءًا من: { $places }
    [many] تحوّل { $count } جدولًا إلى فقرات، فقرة لكل خلية، بدءًا من: { $places }
   *[other] تحوّل { $count } جدول إلى فقرات، فقرة لكل خلية، بدءًا من: { $places }
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
warn-flat-text-box = { PLURAL($count) ->
    [zero] ليس في المستند مربع نص.
    [one] أُلحقت فقرات مربع نص واحد بالفقرة المثبَّت فيها: { $places }
    [two] أُلحقت فقرات مربعَي نص بالفقرات المثبَّتَين فيها: { $places }
    [few] أُلحقت فقرات { $count } مربعات نص بالفقرات المثبَّتة فيها: { $places }
    [many] أُلحقت فقرات { $count } مربع نص بالفقرات المثبَّتة فيها: { $places }
   *[other] أُلحقت فقرات { $count } مربع نص بالفقرات المثبَّتة فيها: { $places }
}
warn-flat-formula = { PLURAL($count) ->
    [zero] ليس في المستند معادلة.
    [one] وُضعت حروف معادلة واحدة ورموزها في سطر واحد: { $places }
    [two] وُضعت حروف معادلتين ورموزهما في سطر واحد: { $places }
    [few] وُضعت حروف { $count } معادلات ورموزها في سطر واحد: { $places }
    [many] وُضعت حروف { $count } معادلة ورموزها في سطر واحد: { $places }
   *[other] وُضعت حروف { $count } معادلة ورموزها في سطر واحد: { $places }
}
warn-flat-numbering = { PLURAL($count) ->
    [zero] لا يضع Word قبل أي فقرة رقمًا ولا كلمات.
    [one] يضع Word قبل فقرة واحدة رقمًا أو كلمات من قائمة ليست من نصها: { $places }
    [two] يضع Word قبل فقرتين أرقامًا أو كلمات من قائمة ليست من نصهما: { $places }
    [few] يضع Word قبل { $count } فقرات أرقامًا أو كلمات من قائمة ليست من نصها: { $places }
    [many] يضع Word قبل { $count } فقرة أرقامًا أو كلمات من قائمة ليست من نصها: { $places }
   *[other] يضع Word قبل { $count } فقرة أرقامًا أو كلمات من قائمة ليست من نصها: { $places }
}
warn-flat-symbol = { PLURAL($count) ->
    [zero] لم يُترك أي رمز.
    [one] تُرك رمز واحد لا يُعرف إلا بخطه: { $places }
    [two] تُرك رمزان لا يُعرفان إلا بخطهما: { $places }
    [few] تُركت { $count } رموز لا تُعرف إلا بخطوطها: { $places }
    [many] تُرك { $count } رمزًا لا تُعرف إلا بخطوطها: { $places }
   *[other] تُرك { $count } رمز لا تُعرف إلا بخطوطها: { $places }
}
warn-flat-object = { PLURAL($count) ->
    [zero] لم يُترك أي كائن.
    [one] تُرك مخطط أو ملف مضمّن أو حقل نموذج أو كائن آخر، قرب: { $places }
    [two] تُرك كائنان من المخططات أو الملفات المضمّنة أو حقول النماذج وما إليها، قرب: { $places }
    [few] تُركت { $count } كائنات من المخططات أو الملفات المضمّنة أو حقول النماذج وما إليها، قرب: { $places }
    [many] تُرك { $count } كائنًا من المخططات أو الملفات المضمّنة أو حقول النماذج وما إليها، قرب: { $places }
   *[other] تُرك { $count } كائن من المخططات أو الملفات المضمّنة أو حقول النماذج وما إليها، قرب: { $places }
}
warn-flat-annotation = { PLURAL($count) ->
    [zero] لم يُترك شيء مما يُكتب فوق الكلمات.
    [one] تُرك ما كُتب صغيرًا فوق الكلمات لبيان نطقها، في موضع واحد: { $places }
    [two] تُرك ما كُتب صغيرًا فوق الكلمات لبيان نطقها، في موضعين: { $places }
    [few] تُرك ما كُتب صغيرًا فوق الكلمات لبيان نطقها، في { $count } مواضع: { $places }
    [many] تُرك ما كُتب صغيرًا فوق الكلمات لبيان نطقها، في { $count } موضعًا: { $places }
   *[other] تُرك ما كُتب صغيرًا فوق الكلمات لبيان نطقها، في { $count } موضع: { $places }
}
warn-flat-hidden = { PLURAL($count) ->
    [zero] ليس في المستند نص مخفي.
    [one] تُرك نص مخفي واحد، قرب: { $places }
    [two] تُرك نصان مخفيان، قرب: { $places }
    [few] تُركت { $count } نصوص مخفية، قرب: { $places }
    [many] تُرك { $count } نصًا مخفيًا، قرب: { $places }
   *[other] تُرك { $count } نص مخفي، قرب: { $places }
}
warn-flat-comment = { PLURAL($count) ->
    [zero] ليس في المستند تعليقات.
    [one] في المستند تعليق واحد لم يدخل: { $places }
    [two] في المستند تعليقان لم يدخلا: { $places }
    [few] في المستند { $count } تعليقات لم تدخل: { $places }
    [many] في المستند { $count } تعليقًا لم تدخل: { $places }
   *[other] في المستند { $count } تعليق لم تدخل: { $places }
}
warn-flat-insertion = { PLURAL($count) ->
    [zero] ليس في المستند إضافات متعقَّبة.
    [one] عُدّت إضافة متعقَّبة واحدة من النص كأنها قُبلت: { $places }
    [two] عُدّت إضافتان متعقَّبتان من النص كأنهما قُبلتا: { $places }
    [few] عُدّت { $count } إضافات متعقَّبة من النص كأنها قُبلت: { $places }
    [many] عُدّت { $count } إضافة متعقَّبة من النص كأنها قُبلت: { $places }
   *[other] عُدّت { $count } إضافة متعقَّبة من النص كأنها قُبلت: { $places }
}
warn-flat-deletion = { PLURAL($count) ->
    [zero] ليس في المستند محذوفات متعقَّبة.
    [one] لم يُعدّ حذف متعقَّب واحد من النص كأنه قُبل: { $places }
    [two] لم يُعدّ حذفان متعقَّبان من النص كأنهما قُبلا: { $places }
    [few] لم تُعدّ { $count } محذوفات متعقَّبة من النص كأنها قُبلت: { $places }
    [many] لم يُعدّ { $count } محذوفًا متعقَّبًا من النص كأنها قُبلت: { $places }
   *[other] لم يُعدّ { $count } محذوف متعقَّب من النص كأنها قُبلت: { $places }
}
warn-flat-margin = { PLURAL($count) ->
    [zero] ليس في رؤوس الصفحات وتذييلاتها نص.
    [one] في رأس صفحة أو تذييلها نص لم يدخل.
    [two] في اثنين من رؤوس الصفحات وتذييلاتها نص لم يدخل.
    [few] في { $count } من رؤوس الصفحات وتذييلاتها نصوص لم تدخل.
    [many] في { $count } من رؤوس الصفحات وتذييلاتها نصوص لم تدخل.
   *[other] في { $count } من رؤوس الصفحات وتذييلاتها نصوص لم تدخل.
}
warn-around-article = { PLURAL($count) ->
    [zero] { $slug }: لا شيء في الصفحة خارج المقال.
    [one] { $slug }: في الصفحة نص واحد خارج المقال لم يدخل معه: «{ $text }»
    [two] { $slug }: في الصفحة نصان خارج المقال لم يدخلا معه؛ أطولهما: «{ $text }»
    [few] { $slug }: في الصفحة { $count } نصوص خارج المقال لم تدخل معه؛ أطولها: «{ $text }»
    [many] { $slug }: في الصفحة { $count } نصًا خارج المقال لم تدخل معه؛ أطولها: «{ $text }»
   *[other] { $slug }: في الصفحة { $count } نص خارج المقال لم تدخل معه؛ أطولها: «{ $text }»
}
warn-odd-characters = { PLURAL($count) ->
    [zero] لا محارف غريبة.
    [one] محرف غريب واحد: { $character } في { $place }. للاطلاع عليه: hunayn doctor
    [two] محرفان غريبان، أولهما { $character } في { $place }. للاطلاع عليهما: hunayn doctor
    [few] { $count } محارف غريبة، أولها { $character } في { $place }. للاطلاع عليها: hunayn doctor
    [many] { $count } محرفًا غريبًا، أولها { $character } في { $place }. للاطلاع عليها: hunayn doctor
   *[other] { $count } محرف غريب، أولها { $character } في { $place }. للاطلاع عليها: hunayn doctor
}
note-guessed-encoding = خُمّن ترميز المحارف: { $encoding }. إن بدا النص مشوّهًا فيمكن التراجع ثم الاستيراد بالخيار --encoding.
note-repeated = { PLURAL($count) ->
    [zero] لا فقرات مكررة.
    [one] فقرة واحدة مكررة هنا أو في مقال آخر.
    [two] فقرتان مكررتان هنا أو في مقال آخر.
    [few] { $count } فقرات مكررة هنا أو في مقال آخر.
    [many] { $count } فقرة مكررة هنا أو في مقال آخر.
   *[other] { $count } فقرة مكررة هنا أو في مقال آخر.
}
note-repeated-title = الفقرة { $address } تكرّر العنوان. لاستبعادها من المقال النهائي: hunayn exclude { $address } -m "…"
note-doubtful = { PLURAL($count) ->
    [zero] لا أزواج مشكوكًا فيها.
    [one] زوج واحد مشكوك فيه ينتظر مسودةً: hunayn align { $slug }
    [two] زوجان مشكوك فيهما ينتظران مسودتين: hunayn align { $slug }
    [few] { $count } أزواج مشكوك فيها تنتظر مسوداتٍ: hunayn align { $slug }
    [many] { $count } زوجًا مشكوكًا فيها تنتظر مسوداتٍ: hunayn align { $slug }
   *[other] { $count } زوج مشكوك فيها تنتظر مسوداتٍ: hunayn align { $slug }
}
note-left-out = { PLURAL($count) ->
    [zero] لم تُسقط الترجمة أي فقرة.
    [one] أسقطت الترجمة فقرة واحدة، فبقيت غير مترجمة. للنظر فيها: hunayn align { $slug }، وإن كان ذلك مقصودًا فلاستبعادها: hunayn exclude { $address } -m "…"
    [two] أسقطت الترجمة فقرتين، فبقيتا غير مترجمتين. للنظر فيهما: hunayn align { $slug }، وإن كان ذلك مقصودًا فلاستبعاد أولاهما: hunayn exclude { $address } -m "…"
    [few] أسقطت الترجمة { $count } فقرات، فبقيت غير مترجمة. للنظر فيها: hunayn align { $slug }، وإن كان ذلك مقصودًا فلاستبعاد أولاها: hunayn exclude { $address } -m "…"
    [many] أسقطت الترجمة { $count } فقرة، فبقيت غير مترجمة. للنظر فيها: hunayn align { $slug }، وإن كان ذلك مقصودًا فلاستبعاد أولاها: hunayn exclude { $address } -m "…"
   *[other] أسقطت الترجمة { $count } فقرة، فبقيت غير مترجمة. للنظر فيها: hunayn align { $slug }، وإن كان ذلك مقصودًا فلاستبعاد أولاها: hunayn exclude { $address } -m "…"
}
note-added = { PLURAL($count) ->
    [zero] لم تزد الترجمة أي فقرة.
    [one] زادت الترجمة فقرة واحدة، فبقيت مسودةً بلا مصدر.
    [two] زادت الترجمة فقرتين، فبقيتا مسودتين بلا مصدر.
    [few] زادت الترجمة { $count } فقرات، فبقيت مسوداتٍ بلا مصدر.
    [many] زادت الترجمة { $count } فقرة، فبقيت مسوداتٍ بلا مصدر.
   *[other] زادت الترجمة { $count } فقرة، فبقيت مسوداتٍ بلا مصدر.
}
out-doubts = { $slug } – المشكوك فيها: { $doubtful }، ما ليس في الترجمة: { $out }، ما في الترجمة وحدها: { $added }. للنظر فيها: hunayn align { $slug }
out-many-partners = ملفات عدة بهذا الاسم
out-no-partner = لا ملف بهذا الاسم في الجهة الأخرى
rec-no-partner = تُقرن الملفات المختلفة الأسماء في قائمة: hunayn import --pairs <قائمة>
note-unsure = { PLURAL($count) ->
    [zero] لا فقرات خُمّن نوعها.
    [one] خُمّن نوع فقرة واحدة، وتظهر بجانبه «؟». للتصحيح: hunayn kind { $address } <نوع>
    [two] خُمّن نوع فقرتين، وتظهر بجانبه «؟». لتصحيح أولاهما: hunayn kind { $address } <نوع>
    [few] خُمّن نوع { $count } فقرات، وتظهر بجانبه «؟». لتصحيح أولاها: hunayn kind { $address } <نوع>
    [many] خُمّن نوع { $count } فقرة، وتظهر بجانبه «؟». لتصحيح أولاها: hunayn kind { $address } <نوع>
   *[other] خُمّن نوع { $count } فقرة، وتظهر بجانبه «؟». لتصحيح أولاها: hunayn kind { $address } <نوع>
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
change-cosmetic = { $before } ← { $now }: تغيير شكلي{ $moved ->
    [yes] ، مع نقلها
   *[no] {""}
}
change-numbers = { $before } ← { $now }: تغيّر رقم أو اسم أو نفي{ $moved ->
    [yes] ، مع نقلها
   *[no] {""}
}
change-codes = { $before } ← { $now }: تغيّر إبراز أو رابط أو علامة حاشية{ $moved ->
    [yes] ، مع نقلها
   *[no] {""}
}
change-rewritten = { $before } ← { $now }: أُعيدت كتابتها{ $moved ->
    [yes] ، مع نقلها
   *[no] {""}
}
change-new = { $now }: جديدة
change-deleted = { $before }: حُذفت؛ وهي محفوظة مع ترجمتها
note-removed = لعرض ما حُذف: hunayn show { $slug } --removed
note-outlived = { "    " }سقط الاعتماد: الفقرة متقادمة.
note-would-outlive = { "    " }سيسقط الاعتماد وتصبح الفقرة متقادمة.
note-included-again = { "    " }كانت مستبعدة من المقال النهائي، وقد عادت إليه إذ تغيّرت كلماتها.
note-would-include-again = { "    " }هي مستبعدة من المقال النهائي، وستعود إليه إذ تتغيّر كلماتها.
out-no-articles = لا مقالات في هذا المكتب بعد. لاستيراد مقال: hunayn import <ملف>
out-set = { $address }: النسخة { $revision } – الحالة: { $status }
warn-other-source = أُخذت الترجمة من فقرة مصدرها مختلف، فيلزم التحقق من ملاءمتها.
warn-set-decided = كانت حالتها: { $before }. ذلك القرار يخص الصياغة السابقة ولم يعد محسوبًا.
warn-would-set-decided = حالتها: { $before }. ذلك القرار يخص الصياغة الحالية ولن يعود محسوبًا.
warn-set-emptied = أُفرغ النص الهدف، وتبقى كلماته في السجلّ.
warn-would-set-emptied = سيُفرَغ النص الهدف، وتبقى كلماته في السجلّ.
warn-set-untranslated = { PLURAL($count) ->
    [zero] لا جملة بلا ترجمة: hunayn align { $address }
    [one] تبدو جملة واحدة من النص المصدر بلا ترجمة: hunayn align { $address }
    [two] تبدو جملتان من النص المصدر بلا ترجمة: hunayn align { $address }
    [few] تبدو { $count } جمل من النص المصدر بلا ترجمة: hunayn align { $address }
    [many] تبدو { $count } جملةً من النص المصدر بلا ترجمة: hunayn align { $address }
   *[other] تبدو { $count } جملة من النص المصدر بلا ترجمة: hunayn align { $address }
}
warn-same-source = هذا النص بحرفه ترجمةُ المصدر قبل أن يتغيّر.
warn-same-sent-back = هذا بحرفه هو النص الذي طُلب تعديله (الطالب: { $person }).
warn-same-sent-back-reason = هذا بحرفه هو النص الذي طُلب تعديله (الطالب: { $person }؛ السبب: { $reason }).
warn-same-sent-back-note = هذا بحرفه هو النص الذي طُلب تعديله (الطالب: { $person }): { $note }
warn-same-sent-back-reason-note = هذا بحرفه هو النص الذي طُلب تعديله (الطالب: { $person }؛ السبب: { $reason }): { $note }
warn-set-replaced = حلّ هذا النص محل صياغة { $person } (النسخة { $revision })، وهي باقية في سجلّ النسخ. لمقارنتهما: hunayn diff { $address }
warn-would-set-replaced = سيحل هذا النص محل صياغة { $person } (النسخة { $revision })، وستبقى في سجلّ النسخ.
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
out-lines-would-apply = { PLURAL($count) ->
    [zero] لن تُطبَّق أسطر.
    [one] سيُطبَّق سطر واحد.
    [two] سيُطبَّق سطران.
    [few] ستُطبَّق { $count } أسطر.
    [many] سيُطبَّق { $count } سطرًا.
   *[other] سيُطبَّق { $count } سطر.
}
out-lines-unchanged = { PLURAL($count) ->
    [zero] لا أسطر بلا تغيير.
    [one] سطر واحد لا يغيّر شيئًا.
    [two] سطران لا يغيّران شيئًا.
    [few] { $count } أسطر لا تغيّر شيئًا.
    [many] { $count } سطرًا لا تغيّر شيئًا.
   *[other] { $count } سطر لا تغيّر شيئًا.
}
out-lines-would-not-change = { PLURAL($count) ->
    [zero] لن تكون هناك أسطر بلا تغيير.
    [one] سطر واحد لن يغيّر شيئًا.
    [two] سطران لن يغيّرا شيئًا.
    [few] { $count } أسطر لن تغيّر شيئًا.
    [many] { $count } سطرًا لن تغيّر شيئًا.
   *[other] { $count } سطر لن تغيّر شيئًا.
}
out-line-stale = السطر { $line } ({ $address }) متقادم: { $why }
out-line-refused = السطر { $line } ({ $address }) مرفوض: { $why }
out-line-unread = السطر { $line } مرفوض: { $why }
out-line-hint = { "    " }{ $hint }
out-name-same = { $score }: الاسم نفسه
out-name-possible = { $score }: قد يكون الاسم نفسه
out-name-different = { $score }: اسم آخر
out-pair = { $address } · { $state }
pair-doubtful = مشكوك فيها، { $percent }٪
pair-left-out = ليست في الترجمة
pair-added = في الترجمة وحدها
pair-untranslated = لم تُترجم بعد
pair-paired = محاذاة، { $percent }٪
pair-paired-by-hand = محاذاة يدوية
pair-accepted = في الترجمة وحدها، ومقبولة
pair-excluded = مستبعدة من المقال النهائي
pair-segment = { "  " }{ $number }
pair-segment-sure = { "  " }{ $number } · { $percent }٪
out-realigned = { $address }: أُعيدت محاذاتها؛ { $before } ← { $status }
show-left-out = المقطع { $segment } متروك من الترجمة عمدًا: { $reason } ({ $person }، { $at })
show-added = المقطع { $segment } مضاف إلى الترجمة عمدًا: { $reason } ({ $person }، { $at })
out-left-out = { $address }: متروك من الترجمة عمدًا، فلا تعدّه الفحوص ناقصًا
out-added = { $address }: مضاف إلى الترجمة عمدًا، فلا تقارنه الفحوص بالمصدر
out-no-purpose = { $address }: لم يعد موسومًا بأنه متعمَّد
out-put-behind = { $address }: ترجمة بلا مصدر؛ { $status }
out-no-translation = لا ترجمة بعد للمقال «{ $slug }»، فلا شيء يُحاذى.
rec-no-translation =
    لترجمته: hunayn edit { $slug }:1
    وإن كانت له ترجمة موجودة فتراجع عن استيراده ثم استورد الملفين معًا: hunayn import <المصدر> --translation <الترجمة>
note-pairs = { PLURAL($good) ->
    [zero] لا أزواج أخرى سليمة.
    [one] وما سواها سليم، وهو زوج واحد: hunayn align { $slug } --all
    [two] وما سواها سليم، وهو زوجان: hunayn align { $slug } --all
    [few] وما سواها سليم، وهو { $good } أزواج: hunayn align { $slug } --all
    [many] وما سواها سليم، وهو { $good } زوجًا: hunayn align { $slug } --all
   *[other] وما سواها سليم، وهو { $good } زوج: hunayn align { $slug } --all
}
note-all-paired = { PLURAL($good) ->
    [zero] لا أزواج.
    [one] الزوج سليم: hunayn align { $slug } --all
    [two] الزوجان سليمان: hunayn align { $slug } --all
    [few] الأزواج سليمة كلها، وهي { $good }: hunayn align { $slug } --all
    [many] الأزواج سليمة كلها، وهي { $good }: hunayn align { $slug } --all
   *[other] الأزواج سليمة كلها، وهي { $good }: hunayn align { $slug } --all
}
out-bead = { $shape } · { $percent }٪ · المصدر { $source } · الترجمة { $target }
out-lexicon = { $file } – الكلمات العربية: { $arabic }، والإنجليزية: { $english }، من الأزواج: { $pairs }
warn-pair-empty-source = لا كلمات في المصدر، فلا شيء يُحاذى.
warn-pair-empty-target = لا كلمات في الترجمة، فلا شيء يُحاذى.
warn-pair-swapped = المصدر إنجليزي والترجمة عربية؛ يبدو أن الملفين تبادلا مكانيهما. جرت المحاذاة كما أُعطيا.
warn-pair-same-script = النصان مكتوبان بخط واحد؛ أأحدهما ترجمة للآخر حقًا؟
warn-pair-unlike = أقل من نصف الفقرات وجدت مقابلًا مؤكدًا؛ أهذه ترجمة ذلك المقال؟ تبقى كلها مسودات.
warn-pair-lopsided = مقاطع أحد النصين أكثر من عشرة أضعاف مقاطع الآخر؛ أهما مقطّعان على نحو واحد؟
out-repaired = { $address }: { $segments }
out-repaired-stands = { $address }: { $segments }؛ والحالة كما كانت: { $status }
out-kind = { $address }: { $kind }
out-excluded = { $address }: استُبعدت من المقال النهائي
out-would-exclude = { $address }: ستُستبعد من المقال النهائي
out-included = { $address }: أُعيدت إلى المقال النهائي
out-would-include = { $address }: ستُعاد إلى المقال النهائي
out-decided = { $address } – الحالة: { $before } ← { $status }
out-decided-again = { $address }: سُجّل سبب آخر، والحالة كما كانت: { $status }
out-gone = الفقرة التي كانت { $address } لم تعد موجودة
out-back = { $address }: عادت – الحالة: { $status }
out-further = { PLURAL($count) ->
    [zero] ولا سطر آخر
    [one] وسطر واحد آخر
    [two] وسطران آخران
    [few] و{ $count } أسطر أخرى
    [many] و{ $count } سطرًا آخر
   *[other] و{ $count } سطر آخر
}
out-skipped = { $address }: بقيت كما هي – الحالة: { $status }
out-would-skip = { $address }: ستبقى كما هي – الحالة: { $status }
note-approve-singly = لا تُعتمد المسودة ولا ما طُلب تعديله إلا بذكر موضع الفقرة وحده.
note-submit-singly = ما طُلب تعديله لا يُقدَّم للمراجعة إلا بذكر موضع الفقرة وحده.
warn-open-warnings = { PLURAL($count) ->
    [zero] لا تحذيرات مفتوحة من الفحص في { $address }.
    [one] تحذير واحد من الفحص ما زال مفتوحًا في { $address }؛ لعرضه: hunayn check { $address }
    [two] تحذيران من الفحص ما زالا مفتوحين في { $address }؛ لعرضهما: hunayn check { $address }
    [few] { $count } تحذيرات من الفحص ما زالت مفتوحة في { $address }؛ لعرضها: hunayn check { $address }
    [many] { $count } تحذيرًا من الفحص ما زالت مفتوحة في { $address }؛ لعرضها: hunayn check { $address }
   *[other] { $count } تحذير من الفحص ما زالت مفتوحة في { $address }؛ لعرضها: hunayn check { $address }
}
warn-own-text = { PLURAL($count) ->
    [zero] لا نصوص اعتمدها مترجمها.
    [one] نص واحد اعتمده مترجمه نفسه. سُجّل ذلك، ومراجعة شخص ثانٍ أفضل.
    [two] نصان اعتمدهما مترجمهما نفسه. سُجّل ذلك، ومراجعة شخص ثانٍ أفضل.
    [few] { $count } نصوص اعتمدها مترجمها نفسه. سُجّل ذلك، ومراجعة شخص ثانٍ أفضل.
    [many] { $count } نصًا اعتمدها مترجمها نفسه. سُجّل ذلك، ومراجعة شخص ثانٍ أفضل.
   *[other] { $count } نص اعتمدها مترجمها نفسه. سُجّل ذلك، ومراجعة شخص ثانٍ أفضل.
}
warn-would-approve-own-text = { PLURAL($count) ->
    [zero] لا نصوص سيعتمدها مترجمها.
    [one] نص واحد سيعتمده مترجمه نفسه. سيُسجَّل ذلك، ومراجعة شخص ثانٍ أفضل.
    [two] نصان سيعتمدهما مترجمهما نفسه. سيُسجَّل ذلك، ومراجعة شخص ثانٍ أفضل.
    [few] { $count } نصوص سيعتمدها مترجمها نفسه. سيُسجَّل ذلك، ومراجعة شخص ثانٍ أفضل.
    [many] { $count } نصًا سيعتمدها مترجمها نفسه. سيُسجَّل ذلك، ومراجعة شخص ثانٍ أفضل.
   *[other] { $count } نص سيعتمدها مترجمها نفسه. سيُسجَّل ذلك، ومراجعة شخص ثانٍ أفضل.
}
out-commented = التعليق { $number } على { $address }
out-comment = التعليق { $number } · { $address } · { $person } · { $at }
out-comment-resolved = التعليق { $number } · { $address } · { $person } · { $at } · أُغلق
out-no-comments = لا تعليقات.
out-resolved = أُغلق التعليق { $number }.
out-would-resolve = سيُغلق التعليق { $number }.
out-inbox-empty = لا شيء ينتظر { $person }.
inbox-sent-back = { $address } · تحتاج إلى تعديل
inbox-stale = { $address } · متقادمة: تغيّر مصدرها أو نصها بعد آخر قرار فيها
inbox-to-review = { $address } · تنتظر المراجعة
inbox-to-finalize = { $address } · تنتظر الإجازة للنشر
inbox-to-finish = { $address } · مسودة تنتظر الإتمام
inbox-to-translate = { $address } · تنتظر الترجمة
inbox-to-begin = { PLURAL($count) ->
    [zero] لا مقالات لم تبدأ ترجمتها
    [one] مقال واحد لم تبدأ ترجمته، فيه { $paragraphs }: { $slugs }
    [two] مقالان لم تبدأ ترجمتهما، فيهما { $paragraphs }: { $slugs }
    [few] { $count } مقالات لم تبدأ ترجمتها، فيها { $paragraphs }: { $slugs }
    [many] { $count } مقالًا لم تبدأ ترجمتها، فيها { $paragraphs }: { $slugs }
   *[other] { $count } مقال لم تبدأ ترجمتها، فيها { $paragraphs }: { $slugs }
}
inbox-to-begin-more = { PLURAL($count) ->
    [zero] لا مقالات لم تبدأ ترجمتها
    [one] مقال واحد لم تبدأ ترجمته، فيه { $paragraphs }: { $slugs }، …
    [two] مقالان لم تبدأ ترجمتهما، فيهما { $paragraphs }: { $slugs }، …
    [few] { $count } مقالات لم تبدأ ترجمتها، فيها { $paragraphs }: { $slugs }، …
    [many] { $count } مقالًا لم تبدأ ترجمتها، فيها { $paragraphs }: { $slugs }، …
   *[other] { $count } مقال لم تبدأ ترجمتها، فيها { $paragraphs }: { $slugs }، …
}
inbox-reason = { "    " }بطلب من { $person } – السبب: { $reason }
inbox-changes = { "    " }ما تغيّر في النص المقدَّم:
inbox-source-changes = { "    " }ما تغيّر في المصدر منذ ذلك:
log-revision = { "  " }{ $at } · { $person } · النسخة { $revision } · { $origin }
log-decision = { "  " }{ $at } · { $person } · { $decision } · النسخة { $revision }
log-decision-carried = { "  " }{ $at } · { $person } · { $decision } · النسخة { $revision } · نُقل القرار إليها لأن تغيّر المصدر شكلي
log-reason = { "    " }السبب: { $reason }
log-own-text = { "    " }القرار والترجمة لشخص واحد.
log-excluded = { "  " }{ $at } · { $person } · استبعاد من المقال النهائي · النسخة { $revision }
log-excluded-carried = { "  " }{ $at } · { $person } · استبعاد من المقال النهائي · النسخة { $revision } · نُقل الاستبعاد إليها لأن تغيّر المصدر شكلي
log-included = { "  " }{ $at } · { $person } · إعادة إلى المقال النهائي · النسخة { $revision }
log-comment = { "  " }{ $at } · { $person } · التعليق { $number }
log-export = { "  " }{ $at } · { $person } · صُدّرت إلى { $file } · النسخة { $revision }
out-diff = { $address }: النسخة { $from } ← { $to }
out-diff-first = { $address }: النسخة { $to }، ولا شيء قبلها
diff-code-removed = { "    " }{ $mark } { $what }: حُذف الوسم
diff-code-added = { "    " }{ $mark } { $what }: أُضيف الوسم
diff-code-removed-from = { "    " }{ $mark } { $what } على «{ $text }»: حُذف الوسم
diff-code-added-to = { "    " }{ $mark } { $what } على «{ $text }»: أُضيف الوسم
log-wording-kept = صُحّح المصدر وبقيت الترجمة كما هي
log-recut = عُدّل تقسيم المقاطع وبقيت الترجمة كما هي
log-source-changed = { "    " }تغيّر المصدر:
out-no-difference = لا فروق.
blame-heading = { $address } · الحالة: { $status } · النسخة { $revision }
blame-source = { "  " }{ $at } · { $person } · إدخال النص المصدر · النسخة { $revision }
blame-drafted = { "  " }{ $at } · { $person } · أول ترجمة ({ $origin }) · النسخة { $revision }
blame-changed = { "  " }{ $at } · { $person } · تعديل الترجمة ({ $origin }) · النسخة { $revision }
op-line = العملية { $number } · { $at } · { $person } · { $kind }
op-line-incomplete = العملية { $number } · { $at } · { $person } · { $kind } · غير مكتملة: ما زالت جارية أو انقطعت
op-line-undone = العملية { $number } · { $at } · { $person } · { $kind } · تراجع عنها { $whose } (العملية { $other })
op-line-of = العملية { $number } · { $at } · { $person } · { $kind }: العملية { $other } التي أجراها { $whose }
out-undone = جرى التراجع عن العملية { $number } ({ $kind }، { $person }، { $at })
out-redone = أُعيدت العملية { $number } ({ $kind }، { $person }، { $at })
out-restored = { PLURAL($count) ->
    [zero] المكتب على حاله بعد العملية { $number } ({ $at })؛ لم تتغيّر عمليات.
    [one] عاد المكتب إلى حاله بعد العملية { $number } ({ $at })؛ جرى التراجع عن عملية واحدة أو إعادتها.
    [two] عاد المكتب إلى حاله بعد العملية { $number } ({ $at })؛ جرى التراجع عن عمليتين أو إعادتهما.
    [few] عاد المكتب إلى حاله بعد العملية { $number } ({ $at })؛ جرى التراجع عن { $count } عمليات أو إعادتها.
    [many] عاد المكتب إلى حاله بعد العملية { $number } ({ $at })؛ جرى التراجع عن { $count } عملية أو إعادتها.
   *[other] عاد المكتب إلى حاله بعد العملية { $number } ({ $at })؛ جرى التراجع عن { $count } عملية أو إعادتها.
}
out-would-restore = { PLURAL($count) ->
    [zero] المكتب على حاله بعد العملية { $number } ({ $at })؛ لن تتغيّر عمليات.
    [one] سيعود المكتب إلى حاله بعد العملية { $number } ({ $at })؛ سيجري التراجع عن عملية واحدة أو إعادتها.
    [two] سيعود المكتب إلى حاله بعد العملية { $number } ({ $at })؛ سيجري التراجع عن عمليتين أو إعادتهما.
    [few] سيعود المكتب إلى حاله بعد العملية { $number } ({ $at })؛ سيجري التراجع عن { $count } عمليات أو إعادتها.
    [many] سيعود المكتب إلى حاله بعد العملية { $number } ({ $at })؛ سيجري التراجع عن { $count } عملية أو إعادتها.
   *[other] سيعود المكتب إلى حاله بعد العملية { $number } ({ $at })؛ سيجري التراجع عن { $count } عملية أو إعادتها.
}
rec-redo = للإعادة: { $command }
out-more-operations = هذه أحدث العمليات، وعددها { $count }. للمزيد: hunayn op log --limit <عدد>
out-no-people = لا أدوار لأحد هنا؛ كل شيء متاح للجميع.
out-person = { $person } – الأدوار: { $roles }
out-setting = الإعداد { $setting } = { $value }
out-setting-default = الإعداد { $setting } = { $value } (القيمة الافتراضية)
out-exported = صُدّر: { $file } ({ $paragraphs })
out-would-export = سيُصدَّر: { $file } ({ $paragraphs })
out-exported-draft = صُدّرت مسودة (DRAFT): { $file } ({ $paragraphs })
out-would-export-draft = ستُصدَّر مسودة (DRAFT): { $file } ({ $paragraphs })
out-not-ready = { $address } – الحالة: { $status }
out-not-ready-stale = { $address } – الحالة: { $status }، متقادمة
show-article = المقال { $slug } · الحالة: { $status } · { $source } ← { $target }
show-paragraph = الفقرة { $number } · { $kind } · الحالة: { $status } · النسخة { $revision }
show-unsure = { $kind }؟
show-with = { $labels } · { $mark }
show-repeated = مكررة
show-excluded = مستبعدة
show-exclusion = { "      " }مستبعدة من المقال النهائي ({ $person }، { $at }): { $reason }
show-repetition = { "      " }النص نفسه مترجم في { $address } (الحالة: { $status })؛ لأخذ ترجمته: hunayn set { $here } --take { $address }
list-line = المعتمد { $approved } من { $total } · الحالة: { $status }
list-stale = { PLURAL($count) ->
    [zero] لا متقادم
    [one] فقرة واحدة متقادمة
    [two] فقرتان متقادمتان
    [few] { $count } فقرات متقادمة
    [many] { $count } فقرة متقادمة
   *[other] { $count } فقرة متقادمة
}
status-line = { "    " }{ $status }: { $paragraphs }
status-excluded = { PLURAL($count) ->
    [zero] { "    " }مستبعد: لا فقرات
    [one] { "    " }مستبعد: فقرة واحدة
    [two] { "    " }مستبعد: فقرتان
    [few] { "    " }مستبعد: { $count } فقرات
    [many] { "    " }مستبعد: { $count } فقرة
   *[other] { "    " }مستبعد: { $count } فقرة
}
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
doctor-sound = المكتب { $file } سليم: الملف كامل، والحالات المحسوبة مطابقة للسجلّ.
doctor-integrity = الملف تالف: { $detail }
doctor-unread = حال التلف دون فحص بقية المكتب.
doctor-not-reindexed = الملف تالف، فلم يُعَد بناء شيء.
doctor-foreign-key = صف في الجدول { $table } يشير إلى ما لا وجود له.
doctor-cache = الحالة المحسوبة للمقال { $slug } تخالف السجلّ.
doctor-lessons = { PLURAL($count) ->
    [zero] عدد كلمات الأزواج المؤكدة غير صحيح. لإعادة العدّ: hunayn doctor --reindex
    [one] عدد كلمات الأزواج المؤكدة غير صحيح في فقرة واحدة. لإعادة العدّ: hunayn doctor --reindex
    [two] عدد كلمات الأزواج المؤكدة غير صحيح في فقرتين. لإعادة العدّ: hunayn doctor --reindex
    [few] عدد كلمات الأزواج المؤكدة غير صحيح في { $count } فقرات. لإعادة العدّ: hunayn doctor --reindex
    [many] عدد كلمات الأزواج المؤكدة غير صحيح في { $count } فقرة. لإعادة العدّ: hunayn doctor --reindex
   *[other] عدد كلمات الأزواج المؤكدة غير صحيح في { $count } فقرة. لإعادة العدّ: hunayn doctor --reindex
}
doctor-reindexed = { PLURAL($count) ->
    [zero] لا فقرات مؤكدة تُعدّ كلماتها.
    [one] عُدّت كلمات فقرة مؤكدة واحدة.
    [two] عُدّت كلمات فقرتين مؤكدتين.
    [few] عُدّت كلمات { $count } فقرات مؤكدة.
    [many] عُدّت كلمات { $count } فقرة مؤكدة.
   *[other] عُدّت كلمات { $count } فقرة مؤكدة.
}
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

warn-synced = يقع { $file } في مجلد يُزامَن مع أجهزة أخرى. قد يتلفه نسخٌ يجري دون علم المكتب؛ والأسلم حفظه في مجلد محلي.
warn-network = يقع { $file } على قرص شبكي لا يُعتمد على أقفاله. الأسلم حفظه على قرص محلي.
warn-at = { $address }: { $what }
warn-code-missing = سقط من النص الهدف وسم التنسيق { "{" }{ $code }{ "}" } أو أحد طرفيه.
warn-code-unknown = لا وسم تنسيق { "{" }{ $code }{ "}" } في المصدر؛ فبقي نصًا عاديًا.
warn-code-repeated = تكرّر وسم التنسيق { "{" }{ $code }{ "}" } أكثر مما في المصدر.
warn-code-nesting = وسم التنسيق { "{" }{ $code }{ "}" } متداخل مع غيره تداخلًا غير سليم.

edit-heading =
    لكل فقرة جزء: المصدر فوق، بعد «#»، والترجمة تحته.
    لا تُقرأ الأسطر التي تبدأ بـ«#». وإن بدأ سطر من الترجمة بـ«#» فتسبقه شرطة مائلة خلفية.
    علامة «≈» ترجمة النص نفسه في موضع آخر، أو أفضل تطابق في الذاكرة ومعه نسبته («!»: يختلف رقم أو نفي)؛
    وعلامة «=» مصطلح أو علم وما يقابله، و«≠» ما يُحظر استعماله.
    يُسجَّل ما تغيّر بعد الحفظ والخروج من محرّر النصوص.

label-draft = مسودة (DRAFT) – غير مجازة للنشر
label-gap = لم تُترجم بعد
label-left-out = مستبعدة
label-number = الرقم
label-status = الحالة
label-comment = التعليقات
label-kind = النوع

out-would-undo = سيُتراجع عن العملية { $number } ({ $kind }، { $person }، { $at })
out-would-redo = ستُعاد العملية { $number } ({ $kind }، { $person }، { $at })
out-person-none = لم يعد لـ{ $person } أي دور.
out-person-would-have-none = لن يبقى لـ{ $person } أي دور.
doctor-content = نص محفوظ لا يطابق ما أُدخل: { $text }
doctor-beads = مقاطع النسخة { $revision } في { $slug } لا تغطّي نصيها.
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
    [one] الترجمة في فقرة واحدة هي المصدر نفسه. أهذا هو الملف المقصود؟
    [two] الترجمة في فقرتين هي المصدر نفسه. أهذا هو الملف المقصود؟
    [few] الترجمة في { $count } فقرات هي المصدر نفسه. أهذا هو الملف المقصود؟
    [many] الترجمة في { $count } فقرة هي المصدر نفسه. أهذا هو الملف المقصود؟
   *[other] الترجمة في { $count } فقرة هي المصدر نفسه. أهذا هو الملف المقصود؟
}
note-not-arabic = معظم حروف { $slug } ليست من أبجدية لغة المصدر. أهذا هو الملف المقصود؟
ask-undo-of-another = العملية { $number } ({ $kind }، { $at }) لشخص آخر: { $person }. التراجع عنها؟ [ن/ل]
ask-redo-of-another = العملية { $number } كان التراجع عنها لـ{ $person }. إعادتها مع ذلك؟ [ن/ل]
note-export-unrecorded = لا تمكن الكتابة في المكتب، فلم يُسجَّل هذا التصدير ولا يُعدّ نشرًا.
out-waived = { $address }: جرى تجاوز { $check }
out-would-waive = { $address }: سيجري تجاوز { $check }
out-waived-before = { $address }: سبق تجاوز { $check } ({ $person }، { $at })، ويبقى السبب المذكور حينها: { $reason }
