### المساعدة: الأوامر والوسائط والخيارات وما يحيط بها. قاعدة تسمية المعرّفات في src/cli/help.rs.

## كلمات إطار المساعدة

help-usage = الاستعمال
help-commands = الأوامر
help-arguments = الوسائط
help-options = الخيارات
help-global-options = خيارات مشتركة بين الأوامر
help-examples =
    أمثلة
help-values = { "[" }إحدى القيم: { $words }]
help-default = { "[" }القيمة الافتراضية: { $words }]
help-value-name = { $name }
help-group-desk = المكتب
help-group-translation = الترجمة
help-group-review = المراجعة
help-group-history = السجلّ
help-group-delivery = التسليم
help-group-terms = الذاكرة والمصطلحات والأعلام
help-group-tools = بلا مكتب
help-group-administration = الإدارة
man-name = الاسم
man-synopsis = الصيغة
man-description = الوصف
man-options = الخيارات
man-version = الإصدار

## أسماء القيم

value-link = فقرة:فقرة،…
value-move = فقرة.مقطع:فقرة
value-number = رقم
value-source = المصدر
value-target = الهدف
value-english = الإنجليزي
value-list = قائمة
value-file = ملف
value-tag = لغة
value-name = اسم
value-dir = مجلد
value-slug = مقال
value-format = صيغة
value-encoding = ترميز
value-status = حالة
value-addr = موضع
value-op = عملية
value-text = نص
value-rev = نسخة
value-kind = نوع
value-code = سبب
value-id = معرّف
value-finding = ملاحظة
value-range = أ..ب
value-base = أساس
value-side = طرف
value-n = عدد
value-layout = تخطيط
value-gate = شرط
value-role = دور
value-key = مفتاح
value-value = قيمة
value-shell = صدفة
value-command = أمر
value-options = خيارات
value-severity = الخطورة
value-when = متى
value-arabic = عربي
value-date = تاريخ
value-score = نسبة
value-percent = نسبة
value-latin = لاتيني

## الجذر، والوسائط المشتركة بين الأوامر

cli = مكتب لترجمة المقالات العربية إلى الإنجليزية، لا يضيع فيه شيء مما كُتب عنها أو قيل
cli-examples =
    hunayn init
    hunayn import article.html --slug waters
    hunayn show waters
    hunayn help import
cli--desk = ملف المكتب؛ وإن لم يُذكر فما في المتغيّر HUNAYN_DESK، ثم أقرب desk.hunayn صعودًا من المجلد الحالي
cli--user = من يُسجَّل العمل باسمه؛ وإن لم يُذكر فما في المتغيّر HUNAYN_USER، ثم إعداد المكتب، ثم اسم الدخول إلى النظام
cli--lang = لغة الواجهة، مثل ar أو en
cli--json = مستند JSON واحد تقرؤه البرامج بدلًا من نص يقرؤه الناس
cli--color = متى تُستعمل الألوان
cli--isolates = متى تُعزل اتجاهات النص المختلط بمحارف غير مرئية
cli--quiet = دون رسائل في مجرى الأخطاء القياسي سوى الأخطاء
cli--help = عرض هذه المساعدة
cli--version = عرض إصدار البرنامج
cli--dry-run = عرض ما سيحدث دون تغيير شيء
cli--yes = موافقة مسبقة على تغيير أكثر من ثلاث فقرات
cli--expect = رقم أحدث نسخة اطُّلع عليها؛ ويُرفض الأمر إن وُجدت نسخة أحدث منها
cli--jsonl = سطر JSON لكل صف
cli--message = النص المرافق
cli--format = صيغة الملف؛ وإن لم تُذكر عُرفت من اسمه ومحتواه
cli--encoding = ترميز محارف الملف النصي؛ وإن لم يُذكر عُرف من المحتوى
cli-address = مقال (SLUG) أو فقرة (SLUG:7) أو فقرات (SLUG:3-9,12) أو مقطع (SLUG:7.2)
cli-slug = الاسم المختصر للمقال
cli-operation = عملية، بمعرّفها أو بأوله

## المكتب

cli-init = إنشاء مكتب
cli-init-examples =
    hunayn init
    hunayn init press.hunayn --source ar --target en --name "Press desk"
cli-init-file = الملف المراد إنشاؤه؛ وإن لم يُذكر فهو desk.hunayn
cli-init--source = لغة المقالات
cli-init--target = اللغة التي تُترجم إليها
cli-init--name = اسم المكتب كما يُعرض للناس
cli-demo = إنشاء مكتب فيه مقالات نموذجية تمر بكل الخطوات
cli-demo-examples =
    hunayn demo
    hunayn demo /tmp/hunayn-demo
cli-demo-folder = مجلد المكتب والملفات الناتجة؛ وإن لم يُذكر فهو hunayn-demo
cli-import = استيراد مقالات، وحدها أو مع ترجمتها
cli-import-examples =
    hunayn import article.html --slug waters
    hunayn import article.txt --translation article.en.docx
    hunayn import 'inbox/*.html' --dry-run
cli-import-files = ملفات (html وdocx وmd وtxt) أو مجلدات أو أنماط أسماء؛ و«-» هو الدخل القياسي
cli-import--lexicon = معجم مصنوع بالأمر «lexicon» يُستعان به في المحاذاة إلى جانب المعجم المدمج
cli-import--pairs = قائمة أزواج: في كل سطر الملف العربي ثم علامة جدولة ثم الملف الإنجليزي
cli-import--slug = الاسم المختصر للمقال؛ وإن لم يُذكر أُخذ من اسم الملف
cli-import--translation = الترجمة الموجودة، وتُحاذى مع المصدر؛ ولمجلدٍ مجلدُ ترجماته، وتُقرن الملفات بأسمائها
cli-source = تحديث النص المصدر لمقال
cli-source-examples =
    hunayn source update waters corrected.html
cli-source-update = تحديث مقال بمصدر مصحَّح؛ ويبقى اعتماد الفقرات التي لم تتغيّر
cli-source-update-examples =
    hunayn source update waters corrected.html --dry-run
    hunayn source update waters corrected.html --yes
cli-source-update-file = المصدر المصحَّح؛ و«-» هو الدخل القياسي
cli-list = عرض المقالات مع نسبة إنجازها
cli-list-examples =
    hunayn list
    hunayn list --status draft
cli-list--status = المقالات ذات هذه الحالة وحدها
cli-show = عرض الفقرات باللغتين
cli-show-examples =
    hunayn show waters
    hunayn show waters:3-9
cli-show--at = كما كانت بعد هذه العملية
cli-show--removed = مع الفقرات التي أسقطها مصدر أحدث
cli-status = عدد الفقرات والكلمات بحسب الحالة
cli-status-examples =
    hunayn status
    hunayn status waters --json

## الترجمة

cli-set = تسجيل ترجمة فقرة أو مقطع
cli-set-examples =
    hunayn set waters:1 "The Waters of the Valley"
    hunayn set waters:7 --file seven.txt --submit
cli-set-address = فقرة (SLUG:7) أو مقطع (SLUG:7.2)
cli-set-text = الترجمة؛ و«-» لقراءتها من الدخل القياسي
cli-set--file = ملف فيه الترجمة
cli-set--take = أخذ ترجمة فقرة أخرى، بموضعها
cli-set--submit = تقديمها للمراجعة فورًا
cli-edit = الترجمة في محرّر النصوص، والمصدر فوقها
cli-edit-examples =
    hunayn edit waters:7
    HUNAYN_EDITOR=vim hunayn edit waters
cli-apply = تطبيق تغييرات من ملف أسطر JSON
cli-apply-examples =
    hunayn apply changes.jsonl --dry-run
    hunayn apply changes.jsonl --yes
cli-apply-notes =
    حقول السطر، وأولها لازم:
      address   الفقرة (SLUG:7) أو المقطع (SLUG:7.2)
      text      ترجمتها، بوسوم التنسيق كما في set؛ والنصّ الفارغ يمحوها
      submit    إذا كان true قُدّمت للمراجعة
      decision  submit أو approve أو finalize أو reject أو withdraw أو reopen
      reason    لازم مع reject: accuracy أو omission أو addition أو
                terminology أو register أو style أو fact أو legal أو other
      note      الكلام المرافق للقرار؛ وهو لازم مع reject
      expect    رقم آخر نسخة مُطّلَع عليها: إن وُجدت أحدث منها فالسطر متقادم؛
                وهو لازم مع withdraw
    يُجاب عن كل سطر بإحدى الكلمات applied و unchanged و stale و refused. ويمكن إرسال الملف من جديد: ما نُفِّذ لا يغيّر شيئًا.
    رمز الخروج 4 إن تقادم سطر؛ وإلا 2 إن تعذّرت قراءة سطر؛ وإلا فالرمز الذي ينتهي به الأمر نفسه خارج الملف (3 إن لزم دور أو مراجع آخر،
    و5 إن لم توجد الفقرة)، أو 1 إن اختلفت رموز الأسطر المرفوضة.
cli-apply-file = تغيير في كل سطر؛ و«-» هو الدخل القياسي
cli-split = تقسيم مقطع إلى مقطعين
cli-split-examples =
    hunayn split waters:7.2 --target-at "But the river"
cli-split-notes =
    لا يتغيّر نص المصدر ولا نص الترجمة، ولا القرارات التي صدرت فيهما: فالمعتمد يبقى معتمدًا. ومقاطع ما قُدّم للمراجعة أو اعتُمد أو أُجيز
    للنشر يقسمها من يحق له تغيير صياغته.
cli-split--source-at = كلمات النص المصدر التي يبدأ بها المقطع الثاني
cli-split--target-at = كلمات النص الهدف التي يبدأ بها المقطع الثاني
cli-merge = دمج مقطع مع الذي يليه
cli-merge-examples =
    hunayn merge waters:7.2
cli-merge-notes =
    لا يتغيّر نص المصدر ولا نص الترجمة، ولا القرارات التي صدرت فيهما: فالمعتمد يبقى معتمدًا. ومقاطع ما قُدّم للمراجعة أو اعتُمد أو أُجيز
    للنشر يدمجها من يحق له تغيير صياغته.
cli-kind = تصحيح نوع فقرة
cli-kind-examples =
    hunayn kind waters:2 standfirst
    hunayn kind waters:15-17 list-item
cli-kind-kind = النوع الصحيح

## المراجعة

cli-submit = تقديم ترجمة للمراجعة
cli-submit-examples =
    hunayn submit waters:7
    hunayn submit waters --yes
cli-approve = اعتماد ترجمة بعد مقابلتها بالمصدر
cli-approve-examples =
    hunayn approve waters:7
    hunayn approve waters:7 --edit "The corrected sentence."
cli-approve--edit = تسجيل هذه الترجمة المصححة واعتمادها في خطوة واحدة
cli-reject = طلب تعديل ترجمة مع ذكر السبب
cli-reject-examples =
    hunayn reject waters:7 --reason omission -m "The second clause is missing."
cli-reject--reason = سبب طلب التعديل
cli-reject--message = ما ينبغي أن يعرفه المترجم
cli-finalize = إجازة ترجمة معتمدة كي تُنشر
cli-finalize-examples =
    hunayn finalize waters --yes
cli-withdraw = سحب آخر خطوة، والعودة إلى الحالة التي قبلها
cli-withdraw-examples =
    hunayn withdraw waters:7 -m "Submitted too early."
cli-reopen = إعادة فتح ترجمة معتمدة أو مجازة للنشر كي تُعدَّل
cli-reopen-examples =
    hunayn reopen waters:7 -m "The name is spelled differently."
cli-comment = التعليق على فقرة
cli-comment-examples =
    hunayn comment waters:7 -m "Is this the river or the town?"
cli-comment--message = نص التعليق
cli-comments = عرض التعليقات
cli-comments-examples =
    hunayn comments waters --open
cli-comments--open = التعليقات المفتوحة وحدها
cli-resolve = إغلاق تعليق
cli-resolve-examples =
    hunayn resolve 4f2a
cli-resolve-id = التعليق، بمعرّفه أو بأوله
cli-inbox = عرض ما ينتظر المستخدم: ما طُلب تعديله، والمتقادم، وما ينتظر المراجعة أو الإجازة للنشر أو الإتمام أو الترجمة
cli-inbox-examples =
    hunayn inbox
    hunayn --user Salma inbox
cli-inbox-notes =
    تنتظر المسودة كاتبها. وما لم يُترجم بعد ينتظر المترجمين (وإن لم يكن لأحد هذا الدور فكلَّ من له دور)، وفقرات المقال الواحد في سطر
    واحد؛ أما المقالات التي لم تبدأ ترجمتها فتُذكر مجتمعة بعددها. وفي JSON لكل مقال منها عنصر: to-finish أو to-translate أو to-begin،
    وفيه فقراته في عنوان واحد وعددها.
cli-check = فحص الترجمات: الأعداد والتواريخ والعملات والوحدات والعناوين وعلامات الترقيم والاتساق؛ رمز الخروج 3 ما دام خطأ مفتوحًا
cli-check-examples =
    hunayn check waters
    hunayn check --severity error --json
    hunayn check --pair "شارك ٤٥٠ مندوبًا" "Some 540 delegates"
    hunayn check --pair "منذ عام ١٩٤٨" "Since 1984" --only num.year --json
cli-check--pair = نص مصدر ونصه الهدف؛ لا يُقرأ أي مكتب
cli-check--source = لغة المصدر
cli-check--target = لغة الهدف
cli-check--only = هذا الفحص وحده؛ ويُفصل بين عدة فحوص بفواصل لاتينية «,»
cli-check--ignore = ما عدا هذا الفحص؛ ويُفصل بين عدة فحوص بفواصل لاتينية «,»
cli-check--severity = الملاحظات التي لها درجة الخطورة هذه أو أعلى منها
cli-waive = تجاوز ملاحظة فحص مع ذكر السبب، إلى أن يتغيّر المصدر أو الهدف
cli-waive-examples =
    hunayn waive 1f0c44a2b7d9e310 -m "للكاتب حساب آخر."
cli-waive-finding = معرّف الملاحظة كما يعرضه الأمر check
cli-waive--message = سبب التجاوز
cli-check-address = مقال أو فقرات أو مقطع؛ ومن دونه المكتب كله
cli-checks = سرد الفحوص مع مثال لما يلاحظه كل فحص ومثال لما يدعه
cli-checks-examples =
    hunayn checks
    hunayn checks --json

## السجلّ

cli-log = عرض سجلّ فقرة أو مقال
cli-log-examples =
    hunayn log waters:7
cli-diff = عرض الفروق بين نسختين
cli-diff-examples =
    hunayn diff waters:7 2..5
    hunayn diff waters --against approved
cli-diff-range = نسختان؛ «2..» حتى الأحدث، و«..5» من الأولى
cli-diff--against = المقارنة بآخر ما اعتُمد أو نُشر
cli-diff--words = المقارنة كلمة كلمة (وهي الافتراضية)
cli-diff--chars = المقارنة محرفًا محرفًا
cli-diff--side = الطرف الذي يُقارَن: المصدر أو الهدف
cli-blame = عرض كاتب كل جزء من الترجمة
cli-blame-examples =
    hunayn blame waters:7
cli-undo = التراجع عن آخر عملية للمستخدم نفسه، أو عن عملية محددة
cli-undo--yes = الموافقة مسبقًا على التراجع عمّا أجراه غيره؛ والتراجع عن قرار يلزمه الدور الذي يجيز اتخاذه
cli-undo-examples =
    hunayn undo
    hunayn undo 12 --dry-run
    hunayn undo 12 --yes
cli-redo = إعادة آخر ما تراجع عنه المستخدم، أو عملية محددة
cli-redo--yes = الموافقة مسبقًا على إعادة ما تراجع عنه غيره؛ وإعادة قرار يلزمها الدور الذي يجيز اتخاذه
cli-redo-examples =
    hunayn redo
    hunayn redo 12 --yes
cli-op = عرض العمليات، أو إعادة المكتب إلى حاله بعد إحداها
cli-op-examples =
    hunayn op log --limit 20
cli-op-log = عرض العمليات، أحدثها أولًا
cli-op-log-examples =
    hunayn op log --limit 20
cli-op-log--limit = أقصى عدد يُعرض
cli-op-show = عرض ما غيّرته عملية
cli-op-show-examples =
    hunayn op show 0198c2
cli-op-restore = إعادة المكتب إلى حاله بعد عملية
cli-op-restore-examples =
    hunayn op restore 0198c2 --dry-run
    hunayn op restore 0198c2 --yes

## التسليم

cli-exclude = استبعاد فقرة من المقال النهائي؛ ويبقى نصها وتبقى حالتها
cli-exclude-examples =
    hunayn exclude waters:2 -m "العنوان مطبوع مرتين."
cli-exclude--message = سبب الاستبعاد
cli-include = إعادة فقرة مستبعدة إلى المقال النهائي
cli-include-examples =
    hunayn include waters:2

cli-export = كتابة مقال مكتمل أو مستند ثنائي اللغة
cli-export-examples =
    hunayn export waters --format docx -o waters.docx
    hunayn export waters --format html --layout side-by-side --require none
cli-export--format = صيغة الملف الناتج
cli-export--layout = اللغات المعروضة وترتيبها؛ وإلا فالتخطيط side-by-side في html وdocx (ولهما أيضًا stacked وtarget)، وstacked في md (وله side-by-side وtarget)، وtarget في txt (وله stacked)؛ وليس في csv وjson وtmx إلا side-by-side
cli-export--output = الملف الناتج؛ وإن لم يُذكر سُمّي باسم المقال، ومعه أرقام الفقرات إن كان جزءًا منه
cli-export--require = الحالة التي يلزم أن تبلغها كل فقرة؛ ومع none تُكتب على الملف علامة مسودة
cli-export--force = استبدال ملف موجود
cli-export--hide-status = دون عمود الحالات
cli-export--bom = بدء الملف بعلامة ترتيب البايتات، لبرامج الجداول
cli-align = عرض محاذاة المقال بترجمته وإصلاحها
cli-align-examples =
    hunayn align waters
    hunayn align waters --move 6.2:7
    hunayn align waters:6-9 --accept
    hunayn align waters:6.2 --on-purpose -m "حذفه المحرر"
    hunayn align --lines article.ar.txt article.en.txt
    hunayn align --lines book.ar.txt book.en.txt --lexicon own.lexicon --json
cli-align-address = مقال أو بعض فقراته
cli-align--link = إعطاء الفقرة الأولى ترجمة ما يليها في القائمة؛ وتوضع ترجمتها السابقة خلفها
cli-align--unlink = وضع ترجمة الفقرة خلفها نصًا بلا مصدر
cli-align--move = نقل ترجمة الفقرة، أو مقطع منها، إلى الفقرة التي بعد النقطتين
cli-align--accept = قبول المحاذاة وتقديم الفقرات للمراجعة
cli-align--on-purpose = وسم مقطع ينفرد به أحد النصين، مثل waters:6.2، بأنه متروك أو مضاف عمدًا، مع ذكر السبب؛ فلا تنبّه عليه الفحوص. وحيث تكون في المكتب أدوار يلزم لذلك دور المراجع
cli-align--not-on-purpose = إزالة هذا الوسم؛ ويلزم لها الدور نفسه
cli-align--message = سبب الترك أو الإضافة
cli-align--expect = رقم أحدث نسخة اطُّلع عليها من الفقرة التي تُصلَح؛ ويُرفض الأمر إن وُجدت نسخة أحدث منها
cli-align--all = عرض الأزواج السليمة أيضًا
cli-align--lines = ملفان في كل سطر منهما مقطع؛ لا حاجة إلى مكتب
cli-align--lexicon = معجم صنعه الأمر «build» من أوامر «lexicon»، بدل المعجم المدمج؛ و«none» للمحاذاة بلا معجم
cli-lexicon = إحصاءات الكلمات اللازمة للمحاذاة
cli-lexicon-build = تعلّم معجم من أزواج نصوص ومسارد ومن المكتب
cli-lexicon-examples =
    hunayn lexicon build --pairs old.ar.txt old.en.txt -o own.lexicon
    hunayn lexicon build --glossary words.tsv --memory -o own.lexicon
cli-lexicon-build-examples =
    hunayn lexicon build --pairs old.ar.txt old.en.txt -o own.lexicon
    hunayn lexicon build --glossary words.tsv --memory -o own.lexicon
cli-lexicon-build--pairs = ملفان، عربي وإنجليزي، كل سطر في أحدهما ترجمة نظيره في الآخر؛ ويمكن تكرار الخيار
cli-lexicon-build--glossary = ملف كلمات: الكلمة العربية ثم علامة جدولة ثم مقابلاتها الإنجليزية وبينها «|»
cli-lexicon-build--memory = التعلّم من المكتب أيضًا: من كل مقطع مترجم أو أبعد من ذلك
cli-lexicon-build--output = الملف الذي يُكتب
cli-lexicon-build--force = الكتابة فوق الملف إن كان موجودًا
cli-segment = تقسيم أسطر ملف إلى جمل، دون مكتب
cli-segment-examples =
    hunayn segment --lines article.txt --lang ar
    hunayn segment --lines article.txt --lang ar --json
cli-segment--lines = فقرة في كل سطر؛ و«-» هو الدخل القياسي
cli-term = قاعدة المصطلحات: أيّ كلمات المصدر تُنقل وكيف
cli-term-examples =
    hunayn term add "اللجنة التنفيذية" "Executive Committee"
    hunayn term add لجنة committee --forbidden panel
    hunayn term find "وبلجنتها التنفيذية"
    hunayn term import terms.csv --dry-run
cli-term-add = إضافة مفهوم بمصطلحاته
cli-term-add-examples =
    hunayn term add "اللجنة التنفيذية" "Executive Committee"
    hunayn term add لجنة committee --forbidden panel
    hunayn term add بنك bank --form بنوك --domain economy
    hunayn term add --forbidden "so-called"
cli-term-add-notes =
    يُتعرَّف في العربية على المصطلح مع ما يتصل به من سوابق ولواحق وأداة التعريف، أما جمع التكسير فيُذكر بالخيار --form. والمفهوم
    الذي لا مصطلح له في المصدر تُحظر مصطلحاته دائمًا. وحيث يكون للمكتب محرّرون فقاعدة المصطلحات في عهدتهم.
cli-term-add-term = مصطلح المصدر
cli-term-add-rendering = المصطلح المطلوب في الترجمة
cli-term-add--synonym = مصطلح مصدر آخر للمفهوم نفسه؛ ويمكن تكرار الخيار
cli-term-add--homonym = إضافته وإن كان لمفهوم آخر مصطلح المصدر نفسه
cli-term-list = عرض المفاهيم
cli-term-list-examples =
    hunayn term list
    hunayn term list لجنة --domain politics
cli-term-list-text = ما ورد هذا النص في مصطلحاته فقط
cli-term-edit = تعديل مفهوم؛ وما يُذكر يحل محل ما كان
cli-term-edit-examples =
    hunayn term edit 7 --preferred "Executive Committee"
    hunayn term edit 7 --forbidden "executive panel"
    hunayn term edit 7 --note ""
cli-term-edit--term = مصطلح مصدر؛ وأولها هو المعتمد
cli-term-edit--preferred = المصطلح المطلوب في الترجمة
cli-term-edit--translate = يُترجَم من جديد
cli-term-remove = إخراج مفاهيم من قاعدة المصطلحات
cli-term-remove-examples =
    hunayn term remove 7 9
cli-term-find = عرض ما في نص من مصطلحات وأعلام
cli-term-find-examples =
    hunayn term find "وبلجنتها التنفيذية"
    hunayn term find --in en "the executive panel" --json
cli-term-find-text = النص؛ و«-» هو الدخل القياسي
cli-term-find--in = لغة النص؛ وإلا فلغة المصدر في المكتب
cli-term-extract = اقتراح مصطلحات: عبارات تتكرر في المقالات، مع ما يقابلها
cli-term-extract-examples =
    hunayn term extract waters map-room
    hunayn term extract waters --min 2 --tsv > candidates.tsv
    hunayn term import candidates.tsv
cli-term-extract-notes =
    عبارات من كلمتين إلى ست، تُحصى مع اختلاف ما يتصل بها من سوابق ولواحق، وتُرتَّب بقيمة C؛ والفقرة المكررة تُحسب مرة واحدة. أما ما يقابلها
    فيُحصى في المقاطع المتحاذية، ولا يُذكر إلا ما يوافق المعجم أو حروف الاسم أو ما لا يزاحمه غيره. ولا يُضاف شيء: يُشغَّل الأمر المكتوب
    تحت المرشَّح، أو يُحذف من الجدول ما لا يُراد ثم يُستورد.
cli-term-extract-addresses = مقالات أو فقرات منها؛ وإلا فالمكتب كله
cli-term-extract--min = أقل عدد لمرات ورود العبارة
cli-term-extract--limit = أقصى عدد من المرشّحات، أفضلها أولًا
cli-term-extract--tsv = جدول أعمدته مفصولة بعلامات الجدولة، يصلح للاستيراد في قاعدة المصطلحات
cli-term-import = استيراد جدول مصطلحات (CSV)؛ ولا يُحذف شيء ولا يُغيَّر
cli-term-import-examples =
    hunayn term import terms.csv --dry-run
cli-term-import-notes =
    إما سطر لكل مصطلح، بالأعمدة concept وlanguage وterm وusage كما يكتبها «term export»؛ وإما سطر لكل مفهوم، وفيه عمود لكل لغة: ar وen،
    وعند الحاجة en_admitted وen_forbidden وar_forms وkind وpart_of_speech وtreatment وdomain وnote وsource وdate. وإذا تعددت القيم
    في خانة فُصل بينها بالعلامة «|». وما كان في المكتب من قبل يُذكر ويُترك.
cli-term-import-file = الجدول؛ و«-» هو الدخل القياسي
cli-term-export = كتابة قاعدة المصطلحات والأعلام في جدول (CSV)
cli-term-export-examples =
    hunayn term export -o terms.csv
cli-term-export--output = الملف المراد كتابته؛ وإلا فالخرج القياسي
cli-term-export--force = استبدال الملف إن وُجد
cli--admitted = يجوز استعماله أيضًا؛ ويمكن تكرار الخيار
cli--forbidden = يُحظر استعماله؛ ويمكن تكرار الخيار
cli--form = صيغة لمصطلح المصدر لا تُشتق بقاعدة، كجمع التكسير؛ ويمكن تكرار الخيار
cli--target-form = صيغة للمصطلح المطلوب لا تُشتق بقاعدة؛ ويمكن تكرار الخيار
cli--pos = قسم الكلام
cli--keep = لا يُترجم: يرد في الهدف كما ورد في المصدر
cli--domain = المجال
cli--note = ملاحظة
cli--from = مصدر الاختيار، شخصًا كان أو مرجعًا
cli--date = تاريخ الاختيار
cli--homonym = إضافته وإن كان لمدخل آخر الاسم العربي نفسه
cli-number = رقم المدخل
cli-numbers = أرقام المداخل
cli-name = سجل الأعلام: أشخاص وأماكن ومؤسسات، لكل منها صيغة واحدة معتمدة
cli-name-examples =
    hunayn name add "معمر القذافي" "Muammar Gaddafi" --short Gaddafi
    hunayn name score "ياسر عرفات" "Yasser Arafat"
cli-name-add = إضافة اسم
cli-name-add-examples =
    hunayn name add "معمر القذافي" "Muammar Gaddafi" --avoid Qadhafi
    hunayn name add "ياسر عرفات" "Yasser Arafat" --variant "أبو عمار"
    hunayn name add عمّان Amman --kind place
cli-name-add-arabic = الاسم بالعربية
cli-name-add-house = الصيغة الواحدة التي تكتبها الدار
cli-name-list = عرض الأعلام
cli-name-list-examples =
    hunayn name list
    hunayn name list Gaddafi
cli-name-list-text = ما ورد هذا النص في صيغه فقط
cli-name-edit = تعديل اسم؛ وما يُذكر يحل محل ما كان
cli-name-edit-examples =
    hunayn name edit 4 --house "Muammar Gaddafi" --avoid Qadhafi --avoid Kadhafi
cli-name-edit--arabic = صيغة عربية؛ وأولاها هي الأصل
cli-name-edit--house = الصيغة الواحدة التي تكتبها الدار
cli-name-remove = إخراج أسماء من السجل
cli-name-remove-examples =
    hunayn name remove 4
cli-name-add--kind = ما يسميه الاسم؛ وإلا فهو اسم شخص
cli--kind = ما يسميه الاسم
cli--variant = صيغة عربية أخرى، بلقب أو كنية؛ ويمكن تكرار الخيار
cli--short = صيغة أقصر لما بعد الذكر الأول؛ ويمكن تكرار الخيار
cli--avoid = صيغة لا تُستعمل؛ ويمكن تكرار الخيار
cli-name-unify = البحث عن كل علم في المكتب وكتابته كما تكتبه الدار
cli-name-unify-examples =
    hunayn name unify --dry-run
    hunayn name unify القذافي --yes
    hunayn name unify "رفيق الحريري" --to "Rafik Hariri" --dry-run
cli-name-unify-notes =
    مع --dry-run يُعرض ما وُجد ولا يُغيَّر شيء. وما لا صيغة معتمدة له يُعرض ولا يُغيَّر أبدًا. وكل تشغيل عملية واحدة، وما كان معتمدًا لزم اعتماده من
    جديد.
cli-name-unify-name = علم من السجل برقمه أو بإحدى صيغه، أو اسم عربي؛ وإلا فالأعلام كلها
cli-name-unify--to = الصيغة المطلوبة لاسم عربي ليس في السجل
cli-name-score = تقدير احتمال أن يكون نص لاتيني رسمًا لاسم عربي، دون مكتب
cli-name-score-examples =
    hunayn name score "ياسر عرفات" "Yasser Arafat"
    hunayn name score القاهرة Cairo --json
cli-name-score-arabic = الاسم بالعربية
cli-name-score-latin = ما قد يكون رسمه بالحروف اللاتينية

## الإدارة

cli-person = إدارة أشخاص المكتب وأدوارهم
cli-person-examples =
    hunayn person add Salma --role reviewer
cli-person-list = عرض الأشخاص وأدوارهم
cli-person-list-examples =
    hunayn person list
cli-person-add = إضافة شخص، أو أدوار لشخص
cli-person-add-examples =
    hunayn person add Salma --role translator --role reviewer
cli-person-add-name = الاسم كما يرد بعد --user
cli-person-add--role = دور؛ ويمكن ذكر أكثر من دور بتكرار الخيار
cli-person-remove = سحب كل الأدوار من شخص
cli-person-remove-examples =
    hunayn person remove nadia
cli-person-remove-name = الاسم كما يرد بعد --user
cli-config = عرض إعدادات المكتب أو تغييرها
cli-config-examples =
    hunayn config
    hunayn config four-eyes enforce
cli-config-key = الإعداد؛ وإن لم يُذكر عُرضت الإعدادات كلها
cli-config-value = القيمة الجديدة؛ وإن لم تُذكر عُرضت الحالية
cli-doctor = فحص سلامة المكتب
cli-doctor-examples =
    hunayn doctor
    hunayn doctor --json
    hunayn doctor --reindex
cli-doctor--reindex = إعادة بناء فهرس ذاكرة الترجمة وإعادة عدّ ما تتعلم منه المحاذاة، ثم الفحص
cli-completions = طباعة نص برمجي يُكمل الأوامر في الصدفة (shell)
cli-completions-examples =
    hunayn completions bash > ~/.local/share/bash-completion/completions/hunayn
cli-completions-shell = الصدفة (shell)
cli-man = كتابة صفحات الدليل
cli-man-examples =
    hunayn man ~/.local/share/man/man1
cli-man-folder = المجلد المراد الكتابة فيه
cli-help = شرح أمر
cli-help-examples =
    hunayn help
    hunayn help op log
cli-help-command = الأمر، بمساره الكامل

cli-tm = ذاكرة الترجمة: ما تُرجم في المكتب نفسه، وذاكرات الأدوات الأخرى
cli-tm-examples =
    hunayn tm import old-work.tmx
    hunayn tm search "قال الوزير إن الحكومة ستدرس المشروع"
    hunayn tm stats
cli-tm-import = إدخال ذاكرة من أداة أخرى (TMX)؛ ولا يُحذف شيء ولا يُغيَّر
cli-tm-import-examples =
    hunayn tm import old-work.tmx --dry-run
    hunayn tm import agency.tmx --memory agency --penalty 10
cli-tm-import-notes =
    يدخل الملف كله إلا وحدات تتعذّر قراءتها، وتُذكر بأسطرها. والزوج الذي في ذاكرته من قبل، بكل ما قيل عنه، يُتجاوز، فيجوز إدخال
    الملف نفسه مرة أخرى. وفي أثناء إدخال ملف كبير يستطيع الآخرون القراءة لا الكتابة. وحيث يكون للمكتب محرّرون فالذاكرات في عهدتهم.
cli-tm-import-file = الملف؛ و«-» هو الدخل القياسي
cli-tm-import--memory = الذاكرة التي يدخلها؛ وإلا فذاكرة باسم الملف
cli-tm-import--penalty = ما يُخصم من تطابقات هذه الذاكرة من الآن، بالمئة
cli-tm-export = كتابة الذاكرة في ملف TMX
cli-tm-export-examples =
    hunayn tm export -o memory.tmx
    hunayn tm export --origin desk -o own-work.tmx
cli-tm-export--origin = ما كان من هذه الذاكرة فقط؛ و«desk» عمل المكتب نفسه
cli-tm-export--output = الملف المراد كتابته؛ وإلا فالخرج القياسي
cli-tm-export--force = الكتابة فوق الملف إن كان موجودًا
cli-tm-search = البحث عن نص في الذاكرة
cli-tm-search-examples =
    hunayn tm search "قال الوزير إن الحكومة ستدرس المشروع" --min 60
    hunayn tm search --batch sentences.txt --json
    hunayn tm search "قال الوزير" --origin desk --status reviewed
cli-tm-search-notes =
    تُحسب نسبة التطابق على الكلمات بعد توحيد إملائها: مئة تنقص بقدر ما نقص أو زاد أو اختلف من الكلمات؛ والكلمة التي لا تختلف إلا في
    سابقة أو لاحقة أو حرف تُنقص بقدر ما اختلف من حروفها، نصف كلمة على الأكثر، والرقم المختلف يُحسب نصف كلمة، والكلمتان المتجاورتان
    إذا تبادلتا موضعيهما تُحسبان كلمة واحدة. و101 هو النص نفسه بين الجارَين نفسيهما أو في الموضع نفسه، و100 النص نفسه، و99 هو نفسه
    إلا في الشكل الطباعي؛ وما لا يختلف إلا في الإملاء فله 98 على الأكثر، وما لا يختلف إلا في الأرقام فله 95 على الأكثر. والنص الذي
    يزيد على 5000 كلمة لا يُعثر له إلا على تطابقات من 99 فصاعدًا. ويُذكر من مواضع كل تطابق عشرون على الأكثر، هي الأحدث. وبجانبها
    نسبة المحارف المتساوية التي تعرضها أدوات كثيرة.
cli-tm-search-text = النص؛ و«-» هو الدخل القياسي
cli-tm-search--batch = ملف في كل سطر منه نص؛ و«-» هو الدخل القياسي. ومع --json يقابل كلَّ سطر سطر
cli-tm-search--min = أدنى نسبة تطابق، من 1 إلى 101
cli-tm-add = إضافة زوج إلى ذاكرة يدويًا
cli-tm-add-examples =
    hunayn tm add "والله أعلم" "and God knows best"
cli-tm-add-notes =
    لكل شخص أن يضيف زوجًا. وحيث للمكتب محررون فلا يغيّر مدخلًا أو يحذفه أو يستورد ذاكرة كاملة إلا محرر.
cli-tm-add-source = المصدر
cli-tm-add-target = ترجمته
cli-tm-add--memory = الذاكرة
cli-tm-edit = تغيير نصّي مدخل في ذاكرة
cli-tm-edit-examples =
    hunayn tm edit 7 --target "and God knows best"
cli-tm-edit-number = رقم المدخل
cli-tm-edit--source = المصدر
cli-tm-edit--target = ترجمته
cli-tm-delete = حذف مداخل من الذاكرات
cli-tm-delete-examples =
    hunayn tm delete 7 9
cli-tm-delete-numbers = أرقام المداخل
cli-tm-penalty = تحديد ما يُخصم من تطابقات ذاكرة
cli-tm-penalty-examples =
    hunayn tm penalty agency 10
cli-tm-penalty-memory = الذاكرة
cli-tm-penalty-percent = بالمئة، من 0 إلى 100
cli-tm-stats = عرض ما في الذاكرة
cli-tm-stats-examples =
    hunayn tm stats
cli--origin = ما كان من هذه الذاكرة فقط؛ و«desk» عمل المكتب نفسه
cli--author = ما كتبه هذا الشخص فقط
cli--since = ما ليس أقدم من هذا اليوم أو الوقت (بالتوقيت العالمي) فقط
cli--all = الصيغ السابقة أيضًا
cli--limit = العدد الأقصى
cli--status = عمل المكتب الذي بلغ هذه الحالة على الأقل: translated أو reviewed أو final
