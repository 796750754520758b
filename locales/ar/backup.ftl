### النسخ الاحتياطية للمكتب، وكل منها مفحوصة.

cli-backup = النسخ الاحتياطية للمكتب: إنشاؤها وعرضها وفحصها واستعادة إحداها
cli-backup-examples =
    hunayn backup create --keep 10
    hunayn backup list
    hunayn backup restore backups/desk-2026-11-29T16-20-05Z.hunayn
cli-backup-create = نسخ المكتب والعمل فيه جارٍ؛ ولا تأخذ النسخة الاحتياطية اسمها إلا كاملة
cli-backup-create-examples =
    hunayn backup create
    hunayn backup create --keep 10
    hunayn backup create --folder /media/disk/copies --keep 30
    hunayn backup create before-the-merger.hunayn
cli-backup-create-notes =
    إن لم يُذكر ملف وُضعت النسخة الاحتياطية في المجلد backups بجوار المكتب، واسمها اسم المكتب ثم الوقت بالتوقيت العالمي. لا يُستبدل ملف
    موجود أبدًا. ولا تُحذف نسخة احتياطية إلا بالخيار --keep، وعندئذ لا يُحذف إلا ما سُمّي هكذا من نسخ هذا المكتب، وبعد فحص النسخة
    الجديدة.
cli-backup-create-file = ملف النسخة الاحتياطية، على ألا يكون موجودًا
cli-backup-create--keep = حذف أقدم النسخ الاحتياطية بحيث يبقى هذا العدد
cli-backup-list = عرض النسخ الاحتياطية، الأحدث أولًا، وما ينقص كلًّا منها
cli-backup-list-examples =
    hunayn backup list
    hunayn backup list --folder /media/disk/copies --json
cli-backup-verify = فحص النسخ الاحتياطية كما يُفحص المكتب
cli-backup-verify-examples =
    hunayn backup verify
    hunayn backup verify backups/desk-2026-11-29T16-20-05Z.hunayn
cli-backup-verify-files = نسخ احتياطية؛ وإن لم تُذكر فُحصت نسخ هذا المكتب كلها
cli-backup-restore = وضع نسخة احتياطية مكان المكتب، مع حفظ المكتب باسم آخر
cli-backup-restore-examples =
    hunayn backup restore backups/desk-2026-11-29T16-20-05Z.hunayn --dry-run
    hunayn backup restore backups/desk-2026-11-29T16-20-05Z.hunayn
    hunayn backup restore backups/desk-2026-11-29T16-20-05Z.hunayn --to x.hunayn
cli-backup-restore-notes =
    تُفحص النسخة الاحتياطية أولًا وتبقى في موضعها. ولا يُحذف المكتب القائم أبدًا، ولو كان تالفًا. ويُشترط ألا يعمل فيه أحد في أثناء ذلك؛
    أما مع الخيار --to فلا يُمسّ المكتب.
cli-backup-restore-file = النسخة الاحتياطية
cli-backup-restore--to = إنشاء مكتب جديد منها في هذا الملف، على ألا يكون موجودًا
cli-backup-restore--yes = موافقة مسبقة على إزاحة المكتب القائم
cli--folder = مجلد النسخ الاحتياطية إن كان غير المجلد المجاور للمكتب

count-operations = { PLURAL($count) ->
    [zero] لا عمليات
    [one] عملية واحدة
    [two] عمليتان
    [few] { $count } عمليات
    [many] { $count } عملية
   *[other] { $count } عملية
}
size-kilobytes = { $count } ك.ب
size-megabytes = { $count } م.ب

out-backup = نُسخ المكتب وفُحصت النسخة الاحتياطية: { $file } ({ $size }، { $operations })
out-would-backup = ستُنشأ نسخة احتياطية: { $file } ({ $operations })
out-backup-removed = حُذفت نسخة احتياطية أقدم: { $file }
out-backup-would-remove = نسخة احتياطية أقدم ستُحذف: { $file }
out-no-backups = لا نسخ احتياطية في { $folder }. لإنشاء واحدة: hunayn backup create
backup-line = { $file } · { $at } · { $size } · { $state }
backup-current = فيها كل عمليات المكتب
backup-behind = { PLURAL($count) ->
    [zero] فيها كل عمليات المكتب
    [one] أقدم بعملية واحدة
    [two] أقدم بعمليتين
    [few] أقدم بـ{ $count } عمليات
    [many] أقدم بـ{ $count } عملية
   *[other] أقدم بـ{ $count } عملية
}
backup-parted = ينقصها من المكتب: { $behind }، وفيها مما ليس في المكتب: { $ahead }
backup-other = من مكتب آخر
backup-unreadable = تتعذّر قراءتها: { $what }
backup-sound = النسخة الاحتياطية { $file } سليمة.
backup-older = النسخة الاحتياطية { $file } كاملة. وقد أنشأها إصدار أقدم من البرنامج، فيُفحص محتواها عند استعادتها.
backup-usable = في النسخة الاحتياطية { $file } كل النصوص والقرارات. وبعد استعادتها: hunayn doctor --reindex
backup-damaged = النسخة الاحتياطية { $file } تالفة.
backup-complaint = { "    " }{ $what }
out-restored-copy = استُعيد المكتب { $file } كما كان بعد العملية { $number } ({ $kind }، { $person }، { $at })
out-would-restore-copy = سيُستعاد المكتب { $file } كما كان بعد العملية { $number } ({ $kind }، { $person }، { $at })
out-restored-empty = استُعيد المكتب { $file } وليست فيه أي عملية
out-would-restore-empty = سيُستعاد المكتب { $file } وليست فيه أي عملية
out-restored-aside = حُفظ ما كان هناك باسم { $file }
out-would-set-aside = سيُحفظ ما هناك باسم { $file }
out-restored-missing = فيه مما ليس في النسخة الاحتياطية: { $operations }.
out-restored-other = وهو مكتب غير الذي نُسخ.
out-restored-unread = وتتعذّر قراءته، فلا يُعرف ما فيه مما ليس في النسخة الاحتياطية.

ask-restore = { PLURAL($count) ->
    [zero] توضع { $file } مكان { $desk }، ويُحفظ المكتب القائم باسم { $aside }. وفي النسخة الاحتياطية كل عملياته. المتابعة؟ [ن/ل]
    [one] توضع { $file } مكان { $desk }، ويُحفظ المكتب القائم باسم { $aside }. وفيه عملية واحدة ليست في النسخة الاحتياطية. المتابعة؟ [ن/ل]
    [two] توضع { $file } مكان { $desk }، ويُحفظ المكتب القائم باسم { $aside }. وفيه عمليتان ليستا في النسخة الاحتياطية. المتابعة؟ [ن/ل]
    [few] توضع { $file } مكان { $desk }، ويُحفظ المكتب القائم باسم { $aside }. وفيه { $count } عمليات ليست في النسخة الاحتياطية. المتابعة؟ [ن/ل]
    [many] توضع { $file } مكان { $desk }، ويُحفظ المكتب القائم باسم { $aside }. وفيه { $count } عملية ليست في النسخة الاحتياطية. المتابعة؟ [ن/ل]
   *[other] توضع { $file } مكان { $desk }، ويُحفظ المكتب القائم باسم { $aside }. وفيه { $count } عملية ليست في النسخة الاحتياطية. المتابعة؟ [ن/ل]
}
ask-restore-other = النسخة الاحتياطية { $file } من مكتب آخر. توضع مكان { $desk }، ويُحفظ المكتب القائم باسم { $aside }. المتابعة؟ [ن/ل]
ask-restore-unread = توضع { $file } مكان { $desk } الذي تتعذّر قراءته، ويُحفظ باسم { $aside }. المتابعة؟ [ن/ل]
err-needs-yes-restore = توضع بهذا نسخة احتياطية مكان { $file }، ولا نافذة أوامر تفاعلية للسؤال.

err-backup-no-folder = لا وجود للمجلد { $folder }.
rec-backup-no-folder = يُنشأ المجلد أولًا، أو يُذكر مجلد آخر.
rec-backup-name = يُختار اسم آخر.
err-backup-desk-itself = الملف { $file } هو المكتب نفسه، لا نسخة احتياطية منه.
rec-backup-list = لعرض النسخ الاحتياطية: hunayn backup list
err-backup-not-whole = ما نُسخ من { $file } غير كامل، فلم يُحفظ: { $detail }
rec-backup-not-whole = لمعرفة ما إذا كان الملف نفسه تالفًا: hunayn doctor. ولعرض النسخ الاحتياطية السابقة: hunayn backup list
err-backup-damaged = النسخة الاحتياطية { $file } تالفة، فلم يُستعد شيء.
err-backup-in-use = في المكتب { $file } أمر آخر يعمل.
rec-backup-in-use = تُعاد المحاولة بعد انتهاء الأمر الآخر، أو تُستعاد النسخة الاحتياطية في موضع آخر: hunayn backup restore ‹ملف> --to ‹جديد>
err-no-backups = لا نسخ احتياطية لهذا المكتب في { $folder }.
rec-backup-create = لإنشاء واحدة: hunayn backup create
err-backups-damaged = { PLURAL($count) ->
    [zero] النسخ الاحتياطية كلها سليمة ({ $total }).
    [one] نسخة احتياطية واحدة لا يُعتمد عليها، من أصل { $total }.
    [two] نسختان احتياطيتان لا يُعتمد عليهما، من أصل { $total }.
    [few] { $count } نسخ احتياطية لا يُعتمد عليها، من أصل { $total }.
    [many] { $count } نسخة احتياطية لا يُعتمد عليها، من أصل { $total }.
   *[other] { $count } نسخة احتياطية لا يُعتمد عليها، من أصل { $total }.
}
rec-backups-damaged = لإنشاء نسخة احتياطية جديدة: hunayn backup create
rec-damaged-backup = يُحفظ هذا الملف على حاله. ولمتابعة العمل على أحدث نسخة احتياطية، مع حفظ هذا الملف باسم آخر: hunayn backup restore { $file }
