### ما تعذّر (err-…) وما العمل (rec-…).

err-in-file = الملف { $file }: { $what }
err-file = الملف { $file }: { $detail }
system-not-found = لا وجود لهذا الملف
system-permission = لا تسمح بذلك صلاحيات الوصول
system-is-folder = هذا مجلد
system-disk-full = لا متّسع على القرص
system-busy = يستعمله برنامج آخر
system-read-only = القرص لا يقبل الكتابة
err-file-not-found = لا وجود للملف { $file }.
err-file-permission = لا إذن بقراءة { $file } أو الكتابة فيه.
err-file-is-folder = ليس { $file } ملفًا بل مجلد.
err-disk-full = لا متسع على القرص للملف { $file }.
rec-file = يُرجى التحقق من المسار ومن صلاحيات الوصول إليه.
err-too-large = الملف { $file } أكبر من أن يكون مقالًا: { $bytes } بايت أو أكثر.
rec-too-large = ينبغي تقسيمه أولًا إلى مقالات؛ فأقصى ما يُقرأ مقالًا واحدًا 64 ميبيبايت.
err-not-utf8 = الملف { $file } ليس نصًا بترميز UTF-8، والخطأ عند البايت { $byte }.
rec-not-utf8 = ينبغي حفظه بترميز UTF-8 ثم إعادة المحاولة.
err-no-article = لا مقال باسم «{ $slug }» في هذا المكتب.
rec-similar = هل المقصود «{ $similar }»؟
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
err-no-operation = لا عملية رقمها أو معرّفها «{ $operation }».
rec-op-log = لعرض العمليات: hunayn op log
rec-op-show = لمعرفة ما آلت إليه: hunayn op show { $operation }
err-no-comment = لا تعليق رقمه أو معرّفه «{ $comment }».
rec-comments = لعرض التعليقات: hunayn comments
err-nothing-to-undo = لا شيء يُتراجع عنه.
err-nothing-to-redo = لا شيء يُعاد.
err-not-undoable = لا يمكن التراجع عن العملية { $operation }: سبق التراجع عنها، أو نوعها لا يقبل التراجع.
err-stood-on = لا يمكن التراجع عن العملية { $operation } ولا إعادتها وحدها؛ فقد طرأت على المواضع نفسها عمليات لاحقة: { $by }. لم يتغيّر شيء.
err-stood-on-many = { PLURAL($count) ->
    [zero] لا يمكن التراجع عن العملية { $operation } ولا إعادتها وحدها. لم يتغيّر شيء.
    [one] لا يمكن التراجع عن العملية { $operation } ولا إعادتها وحدها؛ فقد طرأت على المواضع نفسها عملية لاحقة: { $first }. لم يتغيّر شيء.
    [two] لا يمكن التراجع عن العملية { $operation } ولا إعادتها وحدها؛ فقد طرأت على المواضع نفسها عمليتان لاحقتان: { $first }، { $last }. لم يتغيّر شيء.
    [few] لا يمكن التراجع عن العملية { $operation } ولا إعادتها وحدها؛ فقد طرأت على المواضع نفسها { $count } عمليات لاحقة، أولاها { $first } وآخرها { $last }. لم يتغيّر شيء.
    [many] لا يمكن التراجع عن العملية { $operation } ولا إعادتها وحدها؛ فقد طرأت على المواضع نفسها { $count } عملية لاحقة، أولاها { $first } وآخرها { $last }. لم يتغيّر شيء.
   *[other] لا يمكن التراجع عن العملية { $operation } ولا إعادتها وحدها؛ فقد طرأت على المواضع نفسها { $count } عملية لاحقة، أولاها { $first } وآخرها { $last }. لم يتغيّر شيء.
}
named-operation = العملية { $operation } لـ{ $person }
list-of-two = { $first }، { $next }
err-not-redoable = لا تمكن إعادة العملية { $operation }: لم يُتراجع عنها، أو لم يكن التراجع عنها وحدها.
err-stands-on = لا تمكن إعادة العملية { $operation } وحدها: بُنيت على العملية { $on } لـ{ $person }، وقد جرى التراجع عنها.
rec-stands-on = تُعاد تلك أولًا: { $command }
rec-stood-on = لعرضها: hunayn op show { $by }. ويتراجع عنها أولًا { $person } أو من له صلاحيتها: { $command }
err-conflict = تغيّرت الفقرة { $address }: كانت النسخة التي اطُّلع عليها { $expected }، وصارت { $found }، والصياغة لـ{ $by }.
err-conflict-ahead = ليس للفقرة { $address } نسخة رقمها { $expected } بعد: نسختها الحالية { $found }، وصاحبها { $by }.
rec-conflict-ahead = لعرضها: hunayn show { $address }. وإن كانت هي الصياغة المقصودة تُعطى «expect» القيمة { $found }.
rec-conflict = لعرض ما تغيّر قبل إعادة المحاولة: hunayn diff { $address }
rec-conflict-kept = النص محفوظ في { $file }. لعرض ما تغيّر: hunayn diff { $address }
err-one-paragraph = الموضع { $address } ليس موضع فقرة واحدة.
rec-one-paragraph = يلزم موضع فقرة واحدة، مثل { $example }.
err-one-segment = الموضع { $address } ليس موضع مقطع واحد.
rec-one-segment = يلزم موضع مقطع واحد، مثل { $example }.
err-undecidable = حالة { $address }: { $status }؛ ولا يمكن منها: { $act }.
rec-translate-first = تلزم ترجمتها أولًا: hunayn set { $address } "…"
rec-approve-first = يلزم اعتمادها أولًا: hunayn approve { $address }
rec-reopen-first = تلزم إعادة فتحها أولًا: hunayn reopen { $address }
rec-nothing-to-do = لعرض سجلّها: hunayn log { $address }
err-role = ليس لـ{ $person } الدور اللازم لهذا العمل: { $act }.
act-submit = التقديم للمراجعة
act-approve = الاعتماد
act-finalize = الإجازة للنشر
act-request-changes = طلب التعديل
act-withdraw = سحب آخر خطوة
act-reopen = إعادة الفتح
act-repair = إصلاح المقاطع
act-replace = تغيير صياغة صدر فيها قرار
act-undo = التراجع عن عمل شخص آخر
act-waive = تجاوز ملاحظة
act-mark-purpose = وسم جملة بأنها متروكة أو مضافة عمدًا
act-unmark-purpose = إزالة وسم الترك أو الإضافة عمدًا
rec-role = للمحرّر أن يمنح الدور بالأمر: hunayn person add { $person } --role { $code }
err-four-eyes = ترجمة { $address } لـ{ $person }؛ وهذا المكتب يشترط أن يعتمدها شخص ثانٍ.
rec-four-eyes = ينبغي أن يعتمدها شخص آخر، أو أن تُغيَّر القاعدة: hunayn config four-eyes warn
err-gate = { PLURAL($count) ->
    [zero] المقال { $slug } ليس جاهزًا.
    [one] المقال { $slug } ليس جاهزًا: فقرة واحدة لم تبلغ الحالة «{ $status }»، أو هي متقادمة.
    [two] المقال { $slug } ليس جاهزًا: فقرتان لم تبلغا الحالة «{ $status }»، أو هما متقادمتان.
    [few] المقال { $slug } ليس جاهزًا: { $count } فقرات لم تبلغ الحالة «{ $status }»، أو هي متقادمة.
    [many] المقال { $slug } ليس جاهزًا: { $count } فقرة لم تبلغ الحالة «{ $status }»، أو هي متقادمة.
   *[other] المقال { $slug } ليس جاهزًا: { $count } فقرة لم تبلغ الحالة «{ $status }»، أو هي متقادمة.
}
rec-gate = ينبغي استكمالها أولًا، أو تصديرها مسودةً معلَّمة بالخيار --require none.
err-file-exists = الملف { $file } موجود من قبل.
err-no-plain-file = الموضع { $file } مشغول بما ليس ملفًا عاديًا، فبقي على حاله.
rec-no-plain-file = يُختار اسم آخر بالخيار -o.
rec-force = يمكن اختيار اسم آخر بالخيار -o، أو استبدال الملف بالخيار --force.
err-already-imported = استُورد هذا الملف نفسه من قبل باسم «{ $slug }».
rec-already-imported = لعرضه: hunayn show { $slug }، ولتحديثه بملف مصحَّح: hunayn source update { $slug } <ملف>
err-same-as-line = المصدر هو ملف السطر { $line } نفسه.
err-same-as-file = هو الملف { $file } نفسه.
rec-same-as-other = يُذكر كل ملف مرة واحدة.
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
rec-broken-off = للمتابعة يُعاد الاستيراد: ما دخل من الملفات يُترك. وللتراجع عمّا دخل: { $command }
err-taken-back = جرى التراجع عن العملية { $operation } وهي تُكتب. لم يدخل منها شيء.
err-same-language = المصدر والهدف كلاهما «{ $language }».
rec-same-language = تُذكر لغتان مختلفتان، مثل --source ar --target en.
rec-passed-over-format = تُقرأ المقالات من html وdocx وmd وtxt: يُحفظ المستند الآخر بإحدى هذه الصيغ أولًا. أما الملف النصي أو مستند Word ذو الامتداد الآخر فيُستورد إذا ذُكر باسمه.
rec-passed-over = لاستيراده يُذكر الملف نفسه.
err-slug-taken = يوجد مقال آخر باسم «{ $slug }».
rec-slug-taken = يُستورد وحده باسم آخر بالخيار --slug ‹اسم>، أو يُحدَّث المقال الموجود: hunayn source update { $slug } ‹ملف>
err-slug-of-line = سيكون له الاسم «{ $slug }» نفسه الذي لمصدر السطر { $line }.
err-slug-of-file = سيكون له الاسم «{ $slug }» نفسه الذي للملف { $file }.
rec-slug-of-other = يُستورد وحده باسم آخر بالخيار --slug ‹اسم>.
err-no-slug = لا يمكن اشتقاق اسم مختصر من «{ $name }».
rec-no-slug = يمكن تحديد الاسم بالخيار --slug.
err-empty-file = لا نص في { $file }.
rec-empty-file = يُرجى التحقق من أنه الملف المقصود.
err-unknown-format = الصيغة «{ $format }» لا تصلح هنا.
err-format-of-name = امتداد الملف { $file } للصيغة { $named }، والصيغة المطلوبة { $format }.
rec-format-of-name = تُطلب صيغة الاسم بالخيار --format { $named }، أو يُغيَّر امتداد الملف إلى { $extension }.
err-unknown-layout = ليس للصيغة { $format } تخطيط باسم «{ $layout }».
rec-one-of = القيم الممكنة: { $values }
err-other-source = لا يكاد الملف { $file } يشترك مع المقال { $slug } في شيء، فهو نص آخر لا تصحيح لهذا.
rec-other-source = يُراجَع اسم الملف؛ وإن كان مقالًا مستقلًا: hunayn import { $file }
err-swapped = المصدر إنجليزي والترجمة عربية.
rec-swapped = يُعطى الملف العربي أولًا، والإنجليزي بالخيار --translation.
err-purpose-untranslated = لا ترجمة البتة للفقرة { $address }، فلا جملة منها محذوفة وحدها.
rec-purpose-untranslated = لاستبعاد الفقرة كلها من المقال النهائي: hunayn exclude { $address } -m "…"
err-purpose-both = المقطع { $address } ليس جملة ينفرد بها أحد النصين، فلا شيء يُوسَم.
rec-no-purpose = يُذكر السبب بالخيار -m، مثل: -m "حذفه المحرر"
err-listed = { $file }، السطر { $line }: { $what }
err-pair-list = { $file }، السطر { $line }: ليس زوجًا.
rec-pair-list = في كل سطر الملف العربي ثم علامة جدولة ثم الملف الإنجليزي، بمسارين من مجلد القائمة.
err-one-file = الخيار --slug اسم لمقال واحد، والملفات عدة.
rec-one-file = يُترك الخيار --slug، أو تُستورد الملفات واحدًا واحدًا.
err-one-source = الخيار --translation يكون مع ملف واحد، أو مجلدًا مع مجلد.
rec-one-source = يُعطى ملف وترجمته، أو مجلد ومجلد ترجماته، أو قائمة بالخيار --pairs.
err-split-nowhere = لا مكان يُقسم عنده هذا المقطع.
err-merge-last = هذا آخر المقاطع؛ ولا مقطع بعده يُدمج معه.
rec-split-nowhere = يمكن تحديد المكان بالخيار --source-at ‹نص>.
rec-repair = لعرض مقاطع الفقرة: hunayn align { $address }
err-segment-range = مقاطع هذه الفقرة لا توافق نصها.
err-text-not-found = النص «{ $text }» غير موجود في { $address }.
rec-text-not-found = يمكن نسخ الكلمات من: hunayn show { $address }
err-setting-value = القيمة «{ $value }» لا تصلح للإعداد { $setting }.
err-no-setting = لا إعداد باسم «{ $setting }».
err-align-twice = ذُكرت هذه الفقرة مرتين.
err-align-article = { $address } ليس مقالًا؛ فالإصلاح يسمّي فقراته بنفسه.
rec-align-article = يُذكر المقال وحده: { $command }
err-align-lexicon = لا يُستعمل المعجم إلا في محاذاة ملفين أو عند الاستيراد.
rec-align-lexicon = hunayn import --lexicon <ملف> أو hunayn align --lines <المصدر> <الهدف> --lexicon <ملف>
err-align-code = يقطع هذا النقل وسم تنسيق.
err-pairs-differ = عدد أسطر { $first } هو { $firstlines }، وعدد أسطر { $second } هو { $secondlines }.
rec-pairs-differ = يلزم أن يتساوى عدد الأسطر في الملفين وأن يكون كل سطر ترجمة نظيره. لمعرفة الأسطر المتقابلة: hunayn align --lines
err-glossary = { $file }، السطر { $line }: لا علامة جدولة بين الكلمة العربية ومقابلاتها.
rec-glossary = تُكتب الكلمة العربية ثم علامة جدولة ثم المقابلات الإنجليزية وبينها «|».
err-no-pairs = لا أزواج يُتعلّم منها.
rec-no-pairs = تُعطى الملفات بالخيار --pairs أو --glossary.
err-not-a-lexicon = { $file } ليس معجمًا.
rec-not-a-lexicon = لصنع معجم: hunayn lexicon build
err-nothing-to-take = لا ترجمة في { $address } لأخذها.
err-nothing-to-compare = لا شيء يُقارن به { $address }: لم يُعتمد نص له ولم يُنشر.
err-nul-character = في ترجمة { $address } المحرف U+0000، ولا مكان له في نص.
rec-nul-character = ينبغي حذفه؛ وكثيرًا ما يكون خطأ من البرنامج الذي أخرج النص.
err-other-offer = { $address }: صارت الصياغة المعروضة غير التي اطُّلع عليها. لم يُؤخذ شيء.
rec-other-offer = يُنظر في المعروض الآن.
err-empty-comment = التعليق بلا كلمات.
rec-empty-comment = يُكتب نص التعليق بالخيار -m ‹نص>.
err-nobody = المستخدم غير معروف.
rec-nobody = يمكن ذكر الاسم بالخيار --user ‹اسم> أو بالمتغيّر HUNAYN_USER.
err-no-desk = لا ملف باسم { $file } هنا ولا في مجلد أعلى.
err-no-desk-file = لا مكتب في { $file }.
warn-no-language = لا عبارات في «حنين» باللغة { $language }. اللغات المتاحة: { $languages }
rec-init = يمكن إنشاء مكتب بالأمر hunayn init، أو تحديد ملفه بالخيار --desk ‹ملف>.
err-desk-exists = الملف { $file } موجود من قبل.
rec-desk-exists = يمكن اختيار اسم آخر بالخيار --desk ‹ملف>، أو نقل هذا الملف من موضعه أولًا.
err-foreign = الملف { $file } ليس مكتبًا.
rec-foreign = يُحدَّد ملف المكتب بالخيار --desk <ملف>. ولإنشاء مكتب في هذا الموضع يُنقل هذا الملف منه أولًا، ثم: hunayn init
err-newer = كُتب { $file } بإصدار أحدث من البرنامج (مخططه { $found }، وأحدث ما يُعرف هنا { $known }).
rec-newer = يلزم تثبيت أحدث إصدار ثم إعادة المحاولة. لم يتغيّر شيء.
err-damaged = الملف { $file } تالف: { $detail }
err-damaged-desk = المكتب تالف: { $detail }
rec-damaged = لمعرفة ما تلف: hunayn doctor. ويُحفظ هذا الملف على حاله، ويُتابَع العمل على آخر نسخة احتياطية منه. وما بقي منه مقروءًا يُستخرج بالأمر: hunayn export ‹مقال> --format json --require none
rec-damaged-doctor = يُحفظ هذا الملف على حاله، ويُتابَع العمل على آخر نسخة احتياطية منه. وما بقي منه مقروءًا يُستخرج بالأمر: hunayn export ‹مقال> --format json --require none
err-locked = الملف { $file } يكتب فيه أمر آخر.
rec-locked = يُرجى الانتظار حتى ينتهي الأمر الآخر ثم إعادة المحاولة.
err-read-only = لا يمكن الكتابة في { $file }.
rec-read-only = يمكن أن يُقرأ؛ ولتغييره يلزم نسخه إلى مكان تُتاح فيه الكتابة.
err-disk = الملف { $file }: { $detail }
rec-disk = يُرجى التحقق من القرص ومن صلاحيات الوصول إلى الملف.
err-store = صدر عن المكتب ما لم يُتوقَّع: { $detail }
rec-doctor = للفحص: hunayn doctor
err-declined = لم يتغيّر شيء.
rec-declined = كان الجواب بالنفي. للمتابعة يُعاد الأمر ويُجاب بالإيجاب.
rec-yes = للمتابعة دون سؤال: --yes
err-import-none = لم يُستورد شيء.
rec-import = سبب الرفض مذكور أعلاه لكل ملف.
err-import-some = { PLURAL($count) ->
    [zero] استُوردت الملفات كلها.
    [one] ملف واحد لم يُستورد؛ واستُورد الباقي.
    [two] ملفان لم يُستوردا؛ واستُورد الباقي.
    [few] { $count } ملفات لم تُستورد؛ واستُورد الباقي.
    [many] { $count } ملفًا لم تُستورد؛ واستُورد الباقي.
   *[other] { $count } ملف لم تُستورد؛ واستُورد الباقي.
}
err-import-some-planned = { PLURAL($count) ->
    [zero] ستُستورد الملفات كلها.
    [one] ملف واحد لن يُستورد؛ وسيُستورد الباقي.
    [two] ملفان لن يُستوردا؛ وسيُستورد الباقي.
    [few] { $count } ملفات لن تُستورد؛ وسيُستورد الباقي.
    [many] { $count } ملفًا لن تُستورد؛ وسيُستورد الباقي.
   *[other] { $count } ملف لن تُستورد؛ وسيُستورد الباقي.
}
err-pattern = النمط «{ $pattern }» غير صالح: { $detail }
err-pattern-nothing = لا ملف يطابق «{ $pattern }».
err-no-files = لا ملف للاستيراد هناك.
rec-no-files = يُبحث في المجلدات عن الملفات المقروءة: html و docx و md و txt.
err-edit-part = رأس جزء غير مفهوم: { $line }
err-edit-no-heading = السطر «{ $line }» ناقص فوق نصه.
err-edit-heading = «{ $line }» غير مفهوم؛ وكان السطر «{ $wanted }».
err-edit-stray = ثمة نص فوق أول سطر يبدأ بالعلامة «#:».
err-edit-not-utf8 = الملف المعدَّل ليس نصًا بترميز UTF-8.
err-edit-kept = { PLURAL($count) ->
    [zero] طُبّقت الأجزاء كلها.
    [one] جزء واحد لم يُطبَّق.
    [two] جزآن لم يُطبَّقا.
    [few] { $count } أجزاء لم تُطبَّق.
    [many] { $count } جزءًا لم تُطبَّق.
   *[other] { $count } جزء لم تُطبَّق.
}
rec-kept = نصّك محفوظ في { $file }. { $hint }
rec-edit-kept = ما لم يُطبَّق محفوظ في { $file }
err-editor = تعذّر تشغيل محرّر النصوص: { $detail }
err-editor-status = انتهى محرّر النصوص { $editor } بخطأ: { $status }
editor-exit-code = رمز الخروج { $code }
editor-killed = أُوقف من خارجه
err-no-editor = لا محرّر نصوص يُفتح، ولا طرفية يُفتح فيها.
rec-editor = يمكن تحديده بالمتغيّر HUNAYN_EDITOR أو VISUAL أو EDITOR، أو استعمال: hunayn set
err-address = «{ $address }» ليس موضعًا صالحًا.
err-apply-no-json = ليس هذا JSON بدءًا من العمود { $column }.
err-apply-no-object = هذا JSON، لكنه ليس كائنًا ذا حقول بين حاصرتين.
err-apply-field-unknown = لا حقل باسم «{ $field }».
err-apply-field-missing = الحقل «{ $field }» ناقص.
err-apply-field-twice = ورد الحقل «{ $field }» مرتين.
err-apply-field-type = يجب أن تكون قيمة الحقل «{ $field }» { $what }.
apply-type-text = نصًّا بين علامتي اقتباس
apply-type-truth = true أو false
apply-type-number = عددًا صحيحًا من 0 فصاعدًا
rec-apply-fields = لعرض حقول السطر: hunayn apply --help
err-apply-value = القيمة «{ $value }» غير معروفة هنا.
err-apply-reason = طلب التعديل يلزمه «reason» و«note».
err-apply-nothing = لا يطلب السطر شيئًا: يلزم «text» أو «decision».
err-apply-stale = { PLURAL($count) ->
    [zero] لا أسطر متقادمة.
    [one] سطر واحد متقادم.
    [two] سطران متقادمان.
    [few] { $count } أسطر متقادمة.
    [many] { $count } سطرًا متقادمًا.
   *[other] { $count } سطر متقادم.
}
rec-line-expect = لعرض ما تغيّر: hunayn diff { $address }. وإن بقي السطر صالحًا يُرسل وقيمة «expect» فيه { $found }.
rec-apply-stale = { PLURAL($count) ->
    [zero] لم تتغيّر فقرات.
    [one] يبقى السطر متقادمًا ما دام على حاله: يُطّلع على فقرته، ثم يُرسل وقيمة «expect» فيه النسخة المذكورة أعلاه.
    [two] يبقى السطران متقادمين ما داما على حالهما: يُطّلع على فقرتيهما، ثم يُرسلان وقيمة «expect» في كل منهما النسخة المذكورة أعلاه.
    [few] تبقى الأسطر متقادمة ما دامت على حالها: يُطّلع على فقراتها، ثم تُرسل وقيمة «expect» في كل منها النسخة المذكورة أعلاه.
    [many] تبقى الأسطر متقادمة ما دامت على حالها: يُطّلع على فقراتها، ثم تُرسل وقيمة «expect» في كل منها النسخة المذكورة أعلاه.
   *[other] تبقى الأسطر متقادمة ما دامت على حالها: يُطّلع على فقراتها، ثم تُرسل وقيمة «expect» في كل منها النسخة المذكورة أعلاه.
}
err-apply-other-file = { $file }: ليس في أول { $count } أسطر سطر هو كائن JSON. يبدو أن الملف { $what }. لم يُطبَّق شيء.
looks-like-json = مستند JSON واحد موزّع على أسطر
looks-like-markup = من نوع HTML أو XML
looks-like-table = جدول
looks-like-text = نص عادي
rec-apply-other-file = المتوقَّع كائن JSON واحد في كل سطر: { "{" }"address": "SLUG:1", "text": "…"{ "}" }. لعرض الحقول كلها: hunayn apply --help
rec-apply-refused = سبب رفض كل سطر مذكور أعلاه. ويمكن إرسال الملف كله من جديد: فما نُفِّذ من أسطره لا يغيّر شيئًا.
err-apply-refused = { PLURAL($count) ->
    [zero] لا أسطر مرفوضة.
    [one] سطر واحد مرفوض.
    [two] سطران مرفوضان.
    [few] { $count } أسطر مرفوضة.
    [many] { $count } سطرًا مرفوضًا.
   *[other] { $count } سطر مرفوض.
}
err-no-reason = لا بد من ذكر السبب.
rec-no-reason = يُذكر السبب بالخيار -m، مثل: -m "العنوان مطبوع مرتين."
err-no-message = طلب التعديل يلزمه نص يشرحه.
err-segment-language = يلزم تحديد لغة النص بالخيار --lang.
err-unsound = { PLURAL($count) ->
    [zero] المكتب سليم.
    [one] المكتب غير سليم: علّة واحدة.
    [two] المكتب غير سليم: علّتان.
    [few] المكتب غير سليم: { $count } علل.
    [many] المكتب غير سليم: { $count } علّة.
   *[other] المكتب غير سليم: { $count } علّة.
}
rec-unsound = ينبغي نسخ الملف قبل أي شيء آخر.
err-editor-only = ليس لـ{ $person } دور المحرّر في هذا المكتب.
rec-editor-only = هذا من صلاحيات المحررين وحدهم. لعرض المحررين: hunayn person list
err-needs-yes = { PLURAL($count) ->
    [zero] لا شيء يتغيّر.
    [one] يغيّر هذا فقرة واحدة، ولا نافذة أوامر تفاعلية للسؤال.
    [two] يغيّر هذا فقرتين، ولا نافذة أوامر تفاعلية للسؤال.
    [few] يغيّر هذا { $count } فقرات، ولا نافذة أوامر تفاعلية للسؤال.
    [many] يغيّر هذا { $count } فقرة، ولا نافذة أوامر تفاعلية للسؤال.
   *[other] يغيّر هذا { $count } فقرة، ولا نافذة أوامر تفاعلية للسؤال.
}
err-needs-yes-operations = { PLURAL($count) ->
    [zero] لا شيء يتغيّر.
    [one] يشمل التراجع أو الإعادة عملية واحدة، ولا نافذة أوامر تفاعلية للسؤال.
    [two] يشمل التراجع أو الإعادة عمليتين، ولا نافذة أوامر تفاعلية للسؤال.
    [few] يشمل التراجع أو الإعادة { $count } عمليات، ولا نافذة أوامر تفاعلية للسؤال.
    [many] يشمل التراجع أو الإعادة { $count } عملية، ولا نافذة أوامر تفاعلية للسؤال.
   *[other] يشمل التراجع أو الإعادة { $count } عملية، ولا نافذة أوامر تفاعلية للسؤال.
}
err-needs-yes-entries = { PLURAL($count) ->
    [zero] لا شيء يتغيّر.
    [one] يُخرج هذا مدخلًا واحدًا، ولا نافذة أوامر تفاعلية للسؤال.
    [two] يُخرج هذا مدخلين، ولا نافذة أوامر تفاعلية للسؤال.
    [few] يُخرج هذا { $count } مداخل، ولا نافذة أوامر تفاعلية للسؤال.
    [many] يُخرج هذا { $count } مدخلًا، ولا نافذة أوامر تفاعلية للسؤال.
   *[other] يُخرج هذا { $count } مدخل، ولا نافذة أوامر تفاعلية للسؤال.
}
err-apply-withdraw = سحب الخطوة يلزمه «expect»: فلو أُرسل مرتين لسحب خطوتين.
err-undo-of-another = العملية { $number } ({ $kind }، { $at }) لشخص آخر، { $person }، ولا نافذة أوامر تفاعلية للسؤال.
err-redo-of-another = العملية { $number } كان التراجع عنها لـ{ $person }، ولا نافذة أوامر تفاعلية للسؤال.
err-export-two-documents = مع «-o -» يخرج الملف المصدَّر إلى الخرج القياسي، وهو موضع مستند --json.
rec-export-two-documents = يُترك --json، أو يُكتب إلى ملف بالخيار -o <ملف>.
err-folder-not-empty = المسار { $folder } ليس مجلدًا فارغًا.
rec-demo-folder = يُذكر مجلد جديد أو فارغ، مثل: hunayn demo hunayn-demo-2
rec-no-message = يُكتب بالخيار -m <نص> ما ينبغي أن يعرفه المترجم.
rec-editor-status = لم يُسجَّل شيء. يُعاد الأمر، أو يُحدَّد محرّر نصوص آخر بالمتغيّر HUNAYN_EDITOR.
rec-edit-lost = تعذّر حفظ ما كُتب: { $detail }. يُتحقَّق من مجلد الملفات المؤقتة ومن المتسع فيه.
err-no-folder = لا وجود للمجلد { $folder } ليُكتب فيه { $file }.
rec-no-folder = يُنشأ المجلد أولًا، أو يُختار موضع آخر بالخيار -o.
rec-edit-part = يبدأ كل جزء بالرأس «#: <موضع> @<نسخة>» كما كان في النصّ المفتوح.
err-no-finding = لا توجد الآن ملاحظة بهذا المعرّف: { $finding }
rec-no-finding = لعرض الملاحظات: hunayn check
err-open-finding = { $address } { $check } ({ $id })
err-open-findings = { PLURAL($count) ->
    [zero] لا أخطاء مفتوحة.
    [one] لم يُعتمد شيء لأن خطأ واحدًا ما زال مفتوحًا: { $findings }
    [two] لم يُعتمد شيء لأن خطأين ما زالا مفتوحين: { $findings }
    [few] لم يُعتمد شيء لأن { $count } أخطاء ما زالت مفتوحة: { $findings }
    [many] لم يُعتمد شيء لأن { $count } خطأً ما زالت مفتوحة: { $findings }
   *[other] لم يُعتمد شيء لأن { $count } خطأ ما زالت مفتوحة: { $findings }
}
rec-open-findings = الحلّ إصلاح النص الهدف، أو تجاوز الملاحظة مع ذكر السبب: hunayn waive <ملاحظة> -m "…"
