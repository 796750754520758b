### ذهاب المراجعة وإيابها: جدول في Word يُرسل ثم يعود.

cli-review = إرسال مقال إلى المراجع جدولًا في Word، ثم أخذه منه
cli-review-examples =
    hunayn review export waters
    hunayn review import waters waters-checked.docx --dry-run
cli-review-export = إعداد جدول Word من مقال ليراجعه مراجع أو كاتبه
cli-review-export-examples =
    hunayn review export waters
    hunayn review export waters:3-9 -o for-salma.docx
cli-review-export-notes =
    صفّ لكل فقرة: الرقم والمصدر والترجمة والقرار والتعليق. تتبّع التغييرات مفعّل فيه، والتعليقات المفتوحة تعليقات Word. وما حول النصوص
    من كلام بلغة الواجهة (--lang). ولا يُشترط لإعداده مستوى من المراجعة، ولا يُعدّ شيء به منشورًا.
cli-review-export-file = الملف الناتج، كما في -o؛ و«-» هو الخرج القياسي
cli-review-export--output = الملف الناتج؛ وإن لم يُذكر سُمّي باسم المقال، ومعه أرقام الفقرات إن كان جزءًا منه
cli-review-export--force = استبدال ملف موجود
cli-review-import = أخذ جدول عاد من المراجع: نصوصًا وقرارات وتعليقات، في عملية واحدة
cli-review-import-examples =
    hunayn review import waters waters-checked.docx --preview
    hunayn --user basil review import waters waters-checked.docx --yes
cli-review-import-notes =
    الذي يعمل (--user) هو من يغيّر ويقرّر ويعلّق هنا؛ وأصحاب التعليقات في Word تُذكر أسماؤهم في نصّها. وتُقرأ الترجمة كأن كل تغيير متتبَّع
    قد قُبل.
    الصفّ الذي تغيّرت فقرته هنا بعد التصدير متقادم: لا يُستبدل شيء، ويُحفظ ما في الصفّ في ملف. والخلية المُفرَغة لا تُفرغ شيئًا، وتغيير المصدر
    يُذكر ولا يُؤخذ، والصفوف المحذوفة تُذكر. والصفوف التي تغيّر ترتيبها أو حفظها برنامج آخر تُعرف بعلامات خفية، فإن فُقدت فبالرقم والمصدر
    معًا.
    ويمكن أخذ الملف نفسه من جديد: ما نُفِّذ لا يغيّر شيئًا. ورمز الخروج 4 إن تقادم صفّ، وإلا فكما في apply.
    الخيار --preview هو نفسه --dry-run.
cli-review-import-file = الملف الذي عاد؛ و«-» هو الدخل القياسي
cli-review-import--submit = تقديم ما تغيّر بلا قرار للمراجعة

sheet-number = الرقم
sheet-decision = القرار
sheet-comment = التعليق
sheet-choose = اختر…
sheet-approve = اعتماد
sheet-request = طلب تعديل
# كلمات أخرى للقرارين قد يكتبها المراجع، وبينها «/».
sheet-approved = معتمد / معتمدة / مقبول / مقبولة
sheet-rejected = مرفوض / مرفوضة
sheet-guide-text = يُرجى العمل في عمود الترجمة، مع تتبّع التغييرات أو بدونه. أما الرقم والمصدر فيبقيان على حالهما.
sheet-guide-decision = القرار: يُختار حيث يوجد. وطلب التعديل يلزمه تعليق يذكر موضع الخلل. والتعليقات تُكتب في العمود الأخير أو تعليقات Word.
sheet-guide-codes = العلامات مثل {"{"}2/{"}"} أو {"{"}3{"}"}…{"{"}/3{"}"} تقوم مقام الحواشي والصور ونحوها: يُرجى تركها في مواضعها.
sheet-guide-back = يُحفظ الملف مستند Word ثم يُرسل. ويُؤخذ بالأمر: hunayn review import { $slug } FILE

out-sheet-made = جدول المراجعة: { $file } ({ $paragraphs })
out-sheet-would-be-made = سيُعدّ جدول مراجعة: { $file } ({ $paragraphs })
note-sheet-back = عند عودته: { $command }
note-sheet-unrecorded = لم يُسجَّل هذا التصدير.
out-row = { $address }
out-row-applied = { $address }: النسخة { $revision }، { $status }
out-row-would-apply = { $address }: ستكون النسخة { $revision }، { $status }
out-row-stale = الصفّ { $row } ({ $address }) متقادم: { $why }
out-row-refused = الصفّ { $row } ({ $address }) مرفوض: { $why }
out-row-unknown = الصفّ { $row } مرفوض: { $why }
out-row-authors = { "    " }تغييرات متتبَّعة من { $authors }
out-row-approve = { "    " }القرار: اعتماد
out-row-request = { "    " }القرار: طلب تعديل ({ $reason })
out-row-comment = { "    " }أُضيف تعليق:
out-row-would-comment = { "    " }تعليق سيُضاف:
out-rows-applied = { PLURAL($count) ->
    [zero] لم تُؤخذ صفوف.
    [one] أُخذ صفّ واحد.
    [two] أُخذ صفّان.
    [few] أُخذت { $count } صفوف.
    [many] أُخذ { $count } صفًّا.
   *[other] أُخذ { $count } صفّ.
}
out-rows-would-apply = { PLURAL($count) ->
    [zero] لن تُؤخذ صفوف.
    [one] سيُؤخذ صفّ واحد.
    [two] سيُؤخذ صفّان.
    [few] ستُؤخذ { $count } صفوف.
    [many] سيُؤخذ { $count } صفًّا.
   *[other] سيُؤخذ { $count } صفّ.
}
out-rows-unchanged = { PLURAL($count) ->
    [zero] لا صفوف بلا تغيير.
    [one] صفّ واحد لا يغيّر شيئًا.
    [two] صفّان لا يغيّران شيئًا.
    [few] { $count } صفوف لا تغيّر شيئًا.
    [many] { $count } صفًّا لا تغيّر شيئًا.
   *[other] { $count } صفّ لا تغيّر شيئًا.
}
out-rows-would-not-change = { PLURAL($count) ->
    [zero] لن تكون هناك صفوف بلا تغيير.
    [one] صفّ واحد لن يغيّر شيئًا.
    [two] صفّان لن يغيّرا شيئًا.
    [few] { $count } صفوف لن تغيّر شيئًا.
    [many] { $count } صفًّا لن تغيّر شيئًا.
   *[other] { $count } صفّ لن تغيّر شيئًا.
}
warn-sheet-missing = الفقرة { $address } لم تعد في أي صفّ. لم يُحذف هنا شيء.
warn-sheet-outside = خارج الجدول نصّ:
warn-sheet-by-number = فقد الصفّ علامته، فعُرف برقمه ومصدره.
warn-sheet-source = تغيّر المصدر في الجدول. هذا لا يُؤخذ: { $text }
warn-sheet-look = أُعطي «{ $text }» تنسيقًا ليس في المصدر، فلم يُؤخذ: { $look }
warn-sheet-object = في الخلية ما ليس نصًّا، فلم يُؤخذ: { $what }
sheet-object-picture = صورة
sheet-object-formula = معادلة، أُخذت رموزها
sheet-object-numbering = رقم أو نقطة من ترقيم آلي
sheet-object-hidden = نص مخفي
sheet-object-table = جدول، أُخذ نصّه
sheet-object-text-box = مربع نص، أُخذ نصّه
sheet-object-symbol = رمز من خط
sheet-object-other = كائن مضمَّن
note-sheet-kept = ما لم يُؤخذ محفوظ في { $file }

err-no-sheet = { $file } ليس جدول مراجعة.
rec-no-sheet = يُعدّ الجدول بالأمر: hunayn review export SLUG. أما مستند Word الذي هو مقال فيُستورد بالأمر: hunayn import FILE
err-sheet-of-other = { $file } ليس جدول مراجعة للمقال { $slug }.
rec-sheet-of-other = هو لمقال آخر: hunayn review import { $other } { $file }
rec-sheet-of-no-article = هو لمقال ليس في هذا المكتب.
err-sheet-unknown = لا تُعرف من هذا الصفّ فقرة.
rec-sheet-unknown = يُعرف الصفّ بعلامته الخفية، أو برقمه ومصدره كما أُرسلا. وما فيه يمكن تسجيله بالأمر: hunayn set
err-sheet-merged = دُمجت خلاياه بغيرها.
rec-sheet-merged = تُقسم الخلايا في Word ليعود لكل صفّ خلاياه، ثم يُؤخذ الجدول من جديد.
err-sheet-columns = خلاياه غير خلايا الأعمدة.
rec-sheet-columns = تُعاد إلى الصفّ أعمدته الخمسة، ثم يُؤخذ الجدول من جديد.
err-sheet-twice = للفقرة عدة صفوف مختلفة.
rec-sheet-twice = يُبقى الصفّ المقصود وحده، ثم يُؤخذ الجدول من جديد.
err-sheet-emptied = أُفرغت ترجمته، والجدول لا يُفرغ ترجمة.
rec-sheet-emptied = إن كان ذلك مقصودًا: hunayn set { $address } ""
err-sheet-decision = «{ $words }» ليس قرارًا معروفًا هنا.
rec-sheet-decision = المعروف «{ $approve }»، و«{ $request }: …» مع أحد هذه الأسباب: { $reasons }
rec-sheet-decision-both = { $known } وبكلمات الجدول: { $table }
err-sheet-reason = طلب التعديل يلزمه سبب، وتعليق يذكر موضع الخلل.
err-sheet-removed = لم تعد الفقرة في المقال: أسقطها مصدر مصحَّح.
rec-sheet-removed = لعرضها: hunayn show SLUG --removed
err-sheet-revision = لم يعد هنا ما أُرسل: تُرُوجع عنه، أو استُعيد المكتب من نسخة احتياطية.
rec-sheet-revision = لعرض ما هو هنا الآن: hunayn show { $address }
err-sheet-decided = قرّر { $person } بشأنها بعد التصدير: { $decision }.
err-sheet-moment = لم يعد يُعرف متى أُعدّ الجدول، فلا يُعرف ما قُرِّر بعده.
rec-sheet-decided = لعرض ما قُرِّر: hunayn log { $address }
err-sheet-source-rewritten = أُعيدت كتابة مصدره في الجدول: فالقرار على مصدر غير الذي هنا.
rec-sheet-source-rewritten = يُترك المصدر كما أُرسل ويُذكر موضع خلله في تعليق، ثم يُؤخذ الجدول من جديد.
err-sheet-source-as-target = المصدر في موضع ترجمته.
rec-sheet-source-as-target = يُعاد كل نص إلى عموده، ثم يُؤخذ الجدول من جديد.
rec-sheet-stale = لعرض ما تغيّر: hunayn diff { $address }
err-rows-stale = { PLURAL($count) ->
    [zero] لا صفوف متقادمة.
    [one] صفّ واحد متقادم: تغيّرت فقرته بعد التصدير.
    [two] صفّان متقادمان: تغيّرت فقرتاهما بعد التصدير.
    [few] { $count } صفوف متقادمة: تغيّرت فقراتها بعد التصدير.
    [many] { $count } صفًّا متقادمًا: تغيّرت فقراتها بعد التصدير.
   *[other] { $count } صفّ متقادم: تغيّرت فقراتها بعد التصدير.
}
rec-rows-stale = لعرض ما تغيّر: hunayn diff { $slug }
rec-rows-stale-kept = ما فيها محفوظ في { $file }. لعرض ما تغيّر: hunayn diff { $slug }
err-rows-refused = { PLURAL($count) ->
    [zero] لا صفوف مرفوضة.
    [one] صفّ واحد مرفوض.
    [two] صفّان مرفوضان.
    [few] { $count } صفوف مرفوضة.
    [many] { $count } صفًّا مرفوضًا.
   *[other] { $count } صفّ مرفوض.
}
rec-rows-refused = سبب رفض كل صفّ مذكور أعلاه. ويمكن أخذ الجدول كله من جديد: فما نُفِّذ من صفوفه لا يغيّر شيئًا.
rec-rows-refused-kept = ما فيها محفوظ في { $file }. ويمكن أخذ الجدول كله من جديد: فما نُفِّذ من صفوفه لا يغيّر شيئًا.
