### ما الخطأ في سطر الأوامر، في جملتين: ما الخطأ، وما الحل.

usage-unknown-command = لا يوجد أمر باسم «{ $given }».
usage-unknown-argument = لا يوجد هنا خيار أو وسيط باسم «{ $given }».
usage-invalid-value = القيمة «{ $given }» غير صالحة لـ { $argument }.
usage-empty-value = يلزم { $argument } قيمة.
usage-missing-arguments = ناقص: { $arguments }
usage-missing-command = يلزم أمر بعد «{ $given }».
usage-conflict = لا يجتمع { $argument } مع { $other }.
usage-repeated = تكرّر { $argument } أكثر من مرة.
usage-too-many-values = القيمة «{ $given }» زائدة على ما يقبله { $argument }.
usage-too-few-values = { PLURAL($needed) ->
    [zero] لا يلزم { $argument } أي قيمة.
    [one] يلزم { $argument } قيمة واحدة على الأقل.
    [two] يلزم { $argument } قيمتان على الأقل.
    [few] يلزم { $argument } { $needed } قيم على الأقل.
    [many] يلزم { $argument } { $needed } قيمة على الأقل.
   *[other] يلزم { $argument } { $needed } قيمة على الأقل.
}
usage-wrong-number = { PLURAL($needed) ->
    [zero] لا يقبل { $argument } أي قيمة.
    [one] يقبل { $argument } قيمة واحدة بالضبط.
    [two] يقبل { $argument } قيمتين بالضبط.
    [few] يقبل { $argument } { $needed } قيم بالضبط.
    [many] يقبل { $argument } { $needed } قيمة بالضبط.
   *[other] يقبل { $argument } { $needed } قيمة بالضبط.
}
usage-no-equals = يجب أن تأتي قيمة { $argument } بعد علامة المساواة.
usage-invalid-utf8 = في سطر الأوامر بايتات ليست نصًا بترميز UTF-8.
usage-unreadable = تعذّرت قراءة سطر الأوامر.

usage-hint-similar = الأقرب: { $similar }. وللاطلاع على غيره: { $help }.
usage-hint-values = القيم المسموح بها: { $values }.
usage-hint-help = المساعدة: { $help }.
usage-hint-dashes = لاستعماله نصًا توضع قبله «--».

usage-address = «{ $given }» ليس موضعًا صالحًا.
usage-hint-address = صيغ الموضع: SLUG أو SLUG:7 أو SLUG:3-9,12 أو SLUG:7.2، والعدّ يبدأ من 1.
usage-slug = لا يصلح «{ $given }» اسمًا مختصرًا لمقال.
usage-hint-slug = المسموح به: الحروف والأرقام و«-» و«_» و«.»، حتى 100 محرف، وأولها حرف أو رقم.
usage-language = «{ $given }» ليس رمز لغة.
usage-hint-language = من أمثلة الرموز: «ar» و«en» و«en-GB».
usage-count = «{ $given }» ليس عددًا صحيحًا موجبًا.
usage-range = «{ $given }» ليس نطاق نسخ.
usage-hint-range = صيغ النطاق: «2..5» أو «2..» (حتى الأحدث) أو «..5» (من الأولى).
usage-text-like-option = «{ $given }» أشبه بخيار منه بنص.


failure-output = تعذّرت كتابة المخرجات: { $reason }
failure-hint-output = للتحقق: وجود المكان، وكفاية المساحة، وإذن الكتابة.

cli-manuals-written = { PLURAL($count) ->
    [zero] لم تُكتب أي صفحة في { $folder }.
    [one] كُتبت صفحة دليل واحدة في { $folder }.
    [two] كُتبت صفحتا دليل في { $folder }.
    [few] كُتبت { $count } صفحات دليل في { $folder }.
    [many] كُتبت { $count } صفحة دليل في { $folder }.
   *[other] كُتبت { $count } صفحة دليل في { $folder }.
}
