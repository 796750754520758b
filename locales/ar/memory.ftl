### ذاكرة الترجمة: ما يقال عنها وما قد يقع فيها.

out-tm-match = { $score }٪ · { $kind } · المحارف { $characters }٪ · { $origin }
out-tm-provenance = { $origin } · { $status } · { $author } · { $at }
tm-superseded = صيغة سابقة
tm-entry = المدخل { $number }
out-tm-number = رقم ينبغي تغييره: { $found } ← { $wanted }
out-tm-numbers-differ = ! الأرقام مختلفة.
out-tm-negation-differs = ! في أحد النصّين نفي ليس في الآخر.
out-tm-no-matches = لا شبيه له في الذاكرة.
out-tm-matches = { PLURAL($count) ->
    [zero] لا تطابق
    [one] تطابق واحد
    [two] تطابقان
    [few] { $count } تطابقات
    [many] { $count } تطابقًا
   *[other] { $count } تطابق
}
out-tm-own = { PLURAL($count) ->
    [zero] عمل المكتب نفسه: لا شيء بعد
    [one] عمل المكتب نفسه: زوج واحد
    [two] عمل المكتب نفسه: زوجان
    [few] عمل المكتب نفسه: { $count } أزواج
    [many] عمل المكتب نفسه: { $count } زوجًا
   *[other] عمل المكتب نفسه: { $count } زوج
}
out-tm-memory = { PLURAL($count) ->
    [zero] { $name }: لا مداخل، الخصم { $penalty }٪
    [one] { $name }: مدخل واحد، الخصم { $penalty }٪
    [two] { $name }: مدخلان، الخصم { $penalty }٪
    [few] { $name }: { $count } مداخل، الخصم { $penalty }٪
    [many] { $name }: { $count } مدخلًا، الخصم { $penalty }٪
   *[other] { $name }: { $count } مدخل، الخصم { $penalty }٪
}
out-tm-units = { PLURAL($count) ->
    [zero] لم يمرّ بالذاكرة أي زوج بعد
    [one] مرّ بالذاكرة زوج واحد
    [two] مرّ بالذاكرة زوجان متمايزان
    [few] مرّت بالذاكرة { $count } أزواج متمايزة
    [many] مرّ بالذاكرة { $count } زوجًا متمايزًا
   *[other] مرّ بالذاكرة { $count } زوج متمايز
}
out-tm-entry = المدخل { $number } · { $memory }
out-tm-renumbered = صار رقم المدخل { $old } من الآن { $number }.
out-tm-deleted = المدخل { $number } · { $memory } · أُخرج
out-tm-would-delete = المدخل { $number } · { $memory } · سيُخرَج
ask-tm-delete = { PLURAL($count) ->
    [zero] لا مداخل تُخرَج من الذاكرة. المتابعة؟ [ن/ل]
    [one] يُخرج هذا مدخلًا واحدًا من الذاكرة. المتابعة؟ [ن/ل]
    [two] يُخرج هذا مدخلين من الذاكرة. المتابعة؟ [ن/ل]
    [few] يُخرج هذا { $count } مداخل من الذاكرة. المتابعة؟ [ن/ل]
    [many] يُخرج هذا { $count } مدخلًا من الذاكرة. المتابعة؟ [ن/ل]
   *[other] يُخرج هذا { $count } مدخل من الذاكرة. المتابعة؟ [ن/ل]
}
out-tm-penalty = { $name }: الخصم { $penalty }٪
out-tm-imported = { PLURAL($count) ->
    [zero] { $memory }: لم يدخل أي زوج.
    [one] { $memory }: دخل زوج واحد.
    [two] { $memory }: دخل زوجان.
    [few] { $memory }: دخلت { $count } أزواج.
    [many] { $memory }: دخل { $count } زوجًا.
   *[other] { $memory }: دخل { $count } زوج.
}
out-tm-would-import = { PLURAL($count) ->
    [zero] { $memory }: لن يدخل أي زوج.
    [one] { $memory }: سيدخل زوج واحد.
    [two] { $memory }: سيدخل زوجان.
    [few] { $memory }: ستدخل { $count } أزواج.
    [many] { $memory }: سيدخل { $count } زوجًا.
   *[other] { $memory }: سيدخل { $count } زوج.
}
out-tm-known = { PLURAL($count) ->
    [zero] لم يكن فيها شيء منها من قبل.
    [one] زوج واحد كان فيها من قبل.
    [two] زوجان كانا فيها من قبل.
    [few] { $count } أزواج كانت فيها من قبل.
    [many] { $count } زوجًا كانت فيها من قبل.
   *[other] { $count } زوج كانت فيها من قبل.
}
out-tm-shared = { PLURAL($count) ->
    [zero] وكلها جديد على المكتب.
    [one] واحد منها كان معروفًا في المكتب أو تكرر في الملف.
    [two] اثنان منها كانا معروفين في المكتب أو تكررا في الملف.
    [few] { $count } منها كانت معروفة في المكتب أو تكررت في الملف.
    [many] { $count } منها كانت معروفة في المكتب أو تكررت في الملف.
   *[other] { $count } منها كانت معروفة في المكتب أو تكررت في الملف.
}
out-tm-blank = { PLURAL($count) ->
    [zero] ما من زوج خلا أحد طرفيه من النص.
    [one] زوج واحد خلا أحد طرفيه من النص فتُرك.
    [two] زوجان خلا أحد طرفي كل منهما من النص فتُركا.
    [few] { $count } أزواج خلا أحد طرفي كل منها من النص فتُركت.
    [many] { $count } زوجًا خلا أحد طرفي كل منها من النص فتُركت.
   *[other] { $count } زوج خلا أحد طرفي كل منها من النص فتُركت.
}
out-tm-without-source = { PLURAL($count) ->
    [zero] لكل الوحدات نص بلغة المصدر.
    [one] وحدة واحدة لا نص لها بلغة المصدر فتُركت.
    [two] وحدتان لا نص لهما بلغة المصدر فتُركتا.
    [few] { $count } وحدات لا نص لها بلغة المصدر فتُركت.
    [many] { $count } وحدة لا نص لها بلغة المصدر فتُركت.
   *[other] { $count } وحدة لا نص لها بلغة المصدر فتُركت.
}
out-tm-without-target = { PLURAL($count) ->
    [zero] لكل الوحدات نص بلغة الهدف.
    [one] وحدة واحدة لا نص لها بلغة الهدف فتُركت.
    [two] وحدتان لا نص لهما بلغة الهدف فتُركتا.
    [few] { $count } وحدات لا نص لها بلغة الهدف فتُركت.
    [many] { $count } وحدة لا نص لها بلغة الهدف فتُركت.
   *[other] { $count } وحدة لا نص لها بلغة الهدف فتُركت.
}
out-tm-more-problems = { PLURAL($count) ->
    [zero] وقُرئت كل الوحدات الأخرى.
    [one] ووحدة أخرى تعذّرت قراءتها؛ تفصيل ذلك في --json.
    [two] ووحدتان أخريان تعذّرت قراءتهما؛ تفصيل ذلك في --json.
    [few] و{ $count } وحدات أخرى تعذّرت قراءتها؛ تفصيل ذلك في --json.
    [many] و{ $count } وحدة أخرى تعذّرت قراءتها؛ تفصيل ذلك في --json.
   *[other] و{ $count } وحدة أخرى تعذّرت قراءتها؛ تفصيل ذلك في --json.
}
out-tm-exported = { PLURAL($count) ->
    [zero] { $file }: لا وحدات
    [one] { $file }: وحدة واحدة
    [two] { $file }: وحدتان
    [few] { $file }: { $count } وحدات
    [many] { $file }: { $count } وحدة
   *[other] { $file }: { $count } وحدة
}
warn-tm-no-units = ليس في الملف أي وحدة.
warn-tm-no-pairs = ليس في الملف زوج بلغتي المكتب؛ والذي فيه: { $languages }

err-tmx-file = { $file }: { $what }
err-memory-name = لا يصح أن تُسمّى ذاكرة «{ $name }».
rec-memory-name = سمّها بالخيار --memory؛ أما «desk» فهو عمل المكتب نفسه.
err-empty-pair = لا بد للزوج من نص في كل طرف.
rec-empty-pair = لإخراج مدخل: hunayn tm delete ‹رقم>
err-old-index = فهرس ذاكرة الترجمة من صنع إصدار آخر من هذا البرنامج.
rec-reindex = لإعادة بنائه: hunayn doctor --reindex
err-no-entry = لا مدخل رقمه { $number } في أي ذاكرة على هذا المكتب.
rec-no-entry = الأرقام يعرضها الأمر: hunayn tm search <نص>. وما كان من مقال يُغيَّر في مقاله.
err-no-memory = لا ذاكرة باسم «{ $name }».
rec-no-memories = أدخل ذاكرة بالأمر: hunayn tm import <ملف>
err-line-not-utf8 = { $file }، السطر { $line }: ليس نصًا بترميز UTF-8.

usage-score = ليس «{ $given }» نسبة تطابق؛ فالنسب من 1 إلى 101.
usage-penalty = ليس «{ $given }» خصمًا؛ فالخصم من 0 إلى 100.
usage-date = ليس «{ $given }» تاريخًا.
usage-hint-date = يُكتب التاريخ هكذا: 2026 أو 2026-01 أو 2026-01-31 أو 2026-01-31T09:05، بالتوقيت العالمي.
usage-settled-status = ليس «{ $given }» حالة تعرفها الذاكرة.
usage-hint-settled-status = القيم الممكنة: translated وreviewed وfinal

out-reindexed = { PLURAL($count) ->
    [zero] أُعيد بناء فهرس الذاكرة، وليس فيها شيء.
    [one] أُعيد بناء فهرس الذاكرة: وحدة واحدة
    [two] أُعيد بناء فهرس الذاكرة: وحدتان
    [few] أُعيد بناء فهرس الذاكرة: { $count } وحدات
    [many] أُعيد بناء فهرس الذاكرة: { $count } وحدة
   *[other] أُعيد بناء فهرس الذاكرة: { $count } وحدة
}
doctor-memory = { PLURAL($count) ->
    [zero] الذاكرة تعرف كل الفقرات المترجمة.
    [one] فقرة مترجمة واحدة لا تعرفها الذاكرة. لإعادة بناء فهرسها: hunayn doctor --reindex
    [two] فقرتان مترجمتان لا تعرفهما الذاكرة. لإعادة بناء فهرسها: hunayn doctor --reindex
    [few] { $count } فقرات مترجمة لا تعرفها الذاكرة. لإعادة بناء فهرسها: hunayn doctor --reindex
    [many] { $count } فقرة مترجمة لا تعرفها الذاكرة. لإعادة بناء فهرسها: hunayn doctor --reindex
   *[other] { $count } فقرة مترجمة لا تعرفها الذاكرة. لإعادة بناء فهرسها: hunayn doctor --reindex
}
doctor-memory-index = فهرس الذاكرة لا يجد ما ينبغي أن يجده. لإعادة بنائه: hunayn doctor --reindex
