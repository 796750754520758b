### المساعدة: الأوامر والوسائط والخيارات وما يحيط بها. قاعدة تسمية المعرّفات في src/cli/help.rs.

## كلمات إطار المساعدة

help-usage = الاستعمال
help-commands = الأوامر
help-arguments = الوسائط
help-options = الخيارات
help-global-options = خيارات مشتركة بين الأوامر
help-examples =
    أمثلة
help-list-separator = { "، " }
help-values = { "[" }إحدى القيم: { $words }]
help-default = { "[" }القيمة الافتراضية: { $words }]
help-value-name = { $name }
help-group-desk = المكتب
help-group-translation = الترجمة
help-group-review = المراجعة
help-group-history = السجلّ
help-group-delivery = التسليم
help-group-administration = الإدارة
man-name = الاسم
man-synopsis = الصيغة
man-description = الوصف
man-options = الخيارات
man-version = الإصدار

## أسماء القيم

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
value-range = أ..ب
value-base = أساس
value-side = جهة
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
value-source = المصدر
value-target = الهدف
value-when = متى

## الجذر، والوسائط المشتركة بين الأوامر

cli = مكتب لترجمة المقالات العربية إلى الإنجليزية، لا يضيع فيه شيء مما كُتب عنها أو قيل
cli-examples =
    hunayn init
    hunayn import article.html --slug waters
    hunayn show waters
    hunayn help import
cli--desk = ملف المكتب؛ وإلا فالمتغيّر HUNAYN_DESK، أو أقرب desk.hunayn صعودًا من المجلد الحالي
cli--user = الاسم الذي يُسجَّل به العمل؛ وإلا فالمتغيّر HUNAYN_USER، أو إعداد المكتب، أو اسم الدخول إلى النظام
cli--lang = لغة الواجهة، مثل ar أو en
cli--json = مستند JSON واحد للبرامج بدلًا من نص للقراءة
cli--color = متى تُستعمل الألوان
cli--isolates = متى تُفصل اتجاهات النص المختلط بعلامات غير مرئية
cli--quiet = بلا رسائل في مجرى الأخطاء القياسي سوى الأخطاء
cli--help = عرض هذه المساعدة
cli--version = عرض إصدار البرنامج
cli--dry-run = عرض ما سيحدث دون تغيير شيء
cli--yes = موافقة مسبقة على تغيير أكثر من ثلاث فقرات
cli--expect = رقم أحدث نسخة كما شوهدت آخر مرة؛ ويُرفض الأمر إن وُجدت نسخة أحدث
cli--jsonl = سطر JSON لكل صف
cli--message = النص المرافق
cli--format = صيغة الملف؛ وإلا فتُعرف من اسمه ومحتواه
cli--encoding = ترميز المحارف؛ وإلا فيُعرف من المحتوى
cli-address = مقال (SLUG) أو فقرة (SLUG:7) أو فقرات (SLUG:3-9,12) أو مقطع (SLUG:7.2)
cli-slug = الاسم المختصر للمقال
cli-operation = عملية، بمعرّفها أو بأوله

## المكتب

cli-init = إنشاء مكتب
cli-init-examples =
    hunayn init
    hunayn init press.hunayn --source ar --target en --name "Press desk"
cli-init-file = الملف المراد إنشاؤه؛ وإلا فهو desk.hunayn
cli-init--source = لغة المصدر
cli-init--target = لغة الهدف
cli-init--name = اسم يُعرض للقارئ
cli-demo = إنشاء مكتب بمقالات نموذجية والمرور بها على كل الخطوات
cli-demo-examples =
    hunayn demo
    hunayn demo /tmp/hunayn-demo
cli-demo-folder = مجلد المكتب والملفات الناتجة؛ وإلا فهو hunayn-demo
cli-import = استيراد مقالات، وحدها أو مع ترجمتها
cli-import-examples =
    hunayn import article.html --slug waters
    hunayn import article.txt --translation article.en.txt
    hunayn import 'inbox/*.html' --dry-run
cli-import-files = ملفات أو مجلدات أو أنماط أسماء؛ و«-» هو الدخل القياسي
cli-import--slug = الاسم المختصر للمقال؛ وإلا فيُؤخذ من اسم الملف
cli-import--translation = ملف الترجمة الموجودة
cli-source = العمل على النص المصدر لمقال
cli-source-examples =
    hunayn source update waters corrected.html
cli-source-update = تحديث مقال بمصدر مصحَّح؛ ويبقى اعتماد الفقرات التي لم تُمسّ
cli-source-update-examples =
    hunayn source update waters corrected.html --dry-run
    hunayn source update waters corrected.html --yes
cli-source-update-file = المصدر المصحَّح؛ و«-» هو الدخل القياسي
cli-list = سرد المقالات مع نسبة إنجازها
cli-list-examples =
    hunayn list
    hunayn list --status draft
cli-list--status = المقالات التي على هذه الحالة وحدها
cli-show = عرض الفقرات باللغتين
cli-show-examples =
    hunayn show waters
    hunayn show waters:3-9
cli-show--at = كما كان بعد هذه العملية
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
cli-set-text = الترجمة؛ و«-» لقراءتها من الدخل القياسي
cli-set--file = ملف فيه الترجمة
cli-set--take = أخذ ترجمة فقرة أخرى
cli-set--submit = تقديمها للمراجعة فورًا
cli-edit = الترجمة في محرّر النصوص والمصدر فوقها
cli-edit-examples =
    hunayn edit waters:7
    HUNAYN_EDITOR=vim hunayn edit waters
cli-apply = تطبيق تغييرات من ملف أسطر JSON
cli-apply-examples =
    hunayn apply changes.jsonl --dry-run
    hunayn apply changes.jsonl --yes
cli-apply-file = تغيير في كل سطر؛ و«-» هو الدخل القياسي
cli-split = تقسيم مقطع إلى مقطعين
cli-split-examples =
    hunayn split waters:7.2 --target-at "But the river"
cli-split--source-at = كلمات المصدر التي يبدأ بها المقطع الثاني
cli-split--target-at = كلمات الهدف التي يبدأ بها المقطع الثاني
cli-merge = دمج مقطع مع الذي يليه
cli-merge-examples =
    hunayn merge waters:7.2
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
cli-reject = ردّ ترجمة مع ذكر السبب
cli-reject-examples =
    hunayn reject waters:7 --reason omission -m "The second clause is missing."
cli-reject--reason = السبب
cli-reject--message = ما ينبغي أن يعرفه المترجم
cli-finalize = إقرار ترجمة معتمدة للنشر
cli-finalize-examples =
    hunayn finalize waters --yes
cli-withdraw = سحب آخر خطوة في المراجعة
cli-withdraw-examples =
    hunayn withdraw waters:7 -m "Submitted too early."
cli-reopen = إعادة فتح ترجمة معتمدة أو نهائية للتعديل
cli-reopen-examples =
    hunayn reopen waters:7 -m "The name is spelled differently."
cli-comment = التعليق على فقرة
cli-comment-examples =
    hunayn comment waters:7 -m "Is this the river or the town?"
cli-comment--message = نص التعليق
cli-comments = سرد التعليقات
cli-comments-examples =
    hunayn comments waters --open
cli-comments--open = التعليقات المفتوحة وحدها
cli-resolve = إغلاق تعليق
cli-resolve-examples =
    hunayn resolve 4f2a
cli-resolve-id = التعليق، بمعرّفه أو بأوله
cli-inbox = سرد ما ينتظر العمل: المردود والمتقادم وما يلزم مراجعته
cli-inbox-examples =
    hunayn inbox
    hunayn --user Salma inbox
cli-check = فحص ترجمة نص واحد: الأعداد والتواريخ والعملات والوحدات والعناوين وعلامات الترقيم
cli-check-examples =
    hunayn check --pair "شارك ٤٥٠ مندوبًا" "Some 540 delegates"
    hunayn check --pair "منذ عام ١٩٤٨" "Since 1984" --only num.year --json
cli-check--pair = نص مصدر ونصه الهدف؛ لا يُقرأ أي مكتب
cli-check--source = لغة المصدر
cli-check--target = لغة الهدف
cli-check--only = هذه الفحوص وحدها
cli-check--ignore = ما عدا هذه الفحوص
cli-check--severity = الملاحظات التي لها درجة الخطورة هذه أو أعلى منها
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
cli-diff-range = نسختان؛ فالصيغة «2..» إلى الأحدث، و«..5» من الأولى
cli-diff--against = المقارنة بآخر ما اعتُمد أو نُشر
cli-diff--words = المقارنة كلمة كلمة (وهي الحال دون خيار)
cli-diff--chars = المقارنة محرفًا محرفًا
cli-diff--side = الجهة المقارَنة
cli-blame = عرض كاتب كل جزء من الترجمة
cli-blame-examples =
    hunayn blame waters:7
cli-undo = التراجع عن آخر عملية، أو عن عملية محددة
cli-undo-examples =
    hunayn undo
    hunayn undo 0198c2 --dry-run
cli-redo = إعادة العملية المتراجَع عنها
cli-redo-examples =
    hunayn redo
cli-op = عرض العمليات، أو استعادة حال المكتب عند إحداها
cli-op-examples =
    hunayn op log --limit 20
cli-op-log = سرد العمليات من الأحدث
cli-op-log-examples =
    hunayn op log --limit 20
cli-op-log--limit = الحد الأقصى للعدد
cli-op-show = عرض ما غيّرته عملية
cli-op-show-examples =
    hunayn op show 0198c2
cli-op-restore = استعادة حال المكتب كما كان بعد عملية
cli-op-restore-examples =
    hunayn op restore 0198c2 --dry-run
    hunayn op restore 0198c2 --yes

## التسليم

cli-export = كتابة مقال منجز أو مستند ثنائي اللغة
cli-export-examples =
    hunayn export waters --format docx -o waters.docx
    hunayn export waters --format html --layout side-by-side --require none
cli-export--format = صيغة الملف الناتج
cli-export--layout = اللغات المعروضة وترتيبها
cli-export--output = الملف الناتج؛ وإلا فاسمه من اسم المقال
cli-export--require = الحد الذي يلزم أن تبلغه كل فقرة؛ ومع none يوسم الملف بأنه مسودة
cli-export--force = استبدال ملف موجود
cli-export--hide-status = دون عمود الحالات
cli-export--bom = بدء الملف بعلامة ترتيب البايتات، لبرامج الجداول
cli-segment = تقسيم أسطر ملف إلى جمل، دون مكتب
cli-segment-examples =
    hunayn segment --lines article.txt --lang ar
    hunayn segment --lines article.txt --lang ar --json
cli-segment--lines = فقرة في كل سطر؛ و«-» هو الدخل القياسي

## الإدارة

cli-person = إدارة أشخاص المكتب وأدوارهم
cli-person-examples =
    hunayn person add Salma --role reviewer
cli-person-list = سرد الأشخاص وأدوارهم
cli-person-list-examples =
    hunayn person list
cli-person-add = إضافة شخص، أو أدوار لشخص
cli-person-add-examples =
    hunayn person add Salma --role translator --role reviewer
cli-person-add-name = الاسم كما يرد بعد --user
cli-person-add--role = دور؛ ويجوز تكراره
cli-person-remove = سحب كل الأدوار من شخص
cli-person-remove-examples =
    hunayn person remove nadia
cli-person-remove-name = الاسم كما يرد بعد --user
cli-config = عرض إعدادات المكتب أو تغييرها
cli-config-examples =
    hunayn config
    hunayn config four-eyes enforce
cli-config-key = الإعداد؛ ودونه تُعرض كلها
cli-config-value = القيمة الجديدة؛ ودونها تُعرض الحالية
cli-doctor = فحص سلامة المكتب
cli-doctor-examples =
    hunayn doctor
    hunayn doctor --json
cli-completions = طباعة نص برمجي لإكمال الأوامر في الصدفة
cli-completions-examples =
    hunayn completions bash > ~/.local/share/bash-completion/completions/hunayn
cli-completions-shell = الصدفة
cli-man = كتابة صفحات الدليل
cli-man-examples =
    hunayn man ~/.local/share/man/man1
cli-man-folder = المجلد المراد الكتابة فيه
cli-help = شرح أمر
cli-help-examples =
    hunayn help
    hunayn help op log
cli-help-command = الأمر، بمساره الكامل
