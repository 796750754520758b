### ما الخطأ في سطر الأوامر، في جملتين: ما الخطأ، وما الحل.

usage-unknown-command = لا يوجد أمر باسم «{ $given }».
usage-unknown-argument = لا يوجد هنا خيار أو وسيط باسم «{ $given }».
usage-invalid-value = القيمة «{ $given }» غير صالحة للوسيط { $argument }.
usage-empty-value = تلزم قيمة للوسيط { $argument }.
usage-missing-arguments = ناقص: { $arguments }
usage-missing-command = يلزم أمر بعد «{ $given }».
usage-conflict = لا يجتمع { $argument } و{ $other }.
usage-repeated = ذُكر { $argument } أكثر من مرة.
usage-too-many-values = القيمة «{ $given }» زائدة على ما يقبله { $argument }.
usage-too-few-values = { PLURAL($needed) ->
    [zero] لا تلزم قيمة للوسيط { $argument }.
    [one] تلزم قيمة واحدة على الأقل للوسيط { $argument }.
    [two] تلزم قيمتان على الأقل للوسيط { $argument }.
    [few] تلزم { $needed } قيم على الأقل للوسيط { $argument }.
    [many] تلزم { $needed } قيمة على الأقل للوسيط { $argument }.
   *[other] تلزم { $needed } قيمة على الأقل للوسيط { $argument }.
}
usage-wrong-number = { PLURAL($needed) ->
    [zero] لا يقبل { $argument } أي قيمة.
    [one] تلزم قيمة واحدة، لا أكثر ولا أقل، للوسيط { $argument }.
    [two] تلزم قيمتان، لا أكثر ولا أقل، للوسيط { $argument }.
    [few] تلزم { $needed } قيم، لا أكثر ولا أقل، للوسيط { $argument }.
    [many] تلزم { $needed } قيمة، لا أكثر ولا أقل، للوسيط { $argument }.
   *[other] تلزم { $needed } قيمة، لا أكثر ولا أقل، للوسيط { $argument }.
}
usage-no-equals = يجب أن تأتي قيمة { $argument } بعد علامة المساواة.
usage-invalid-utf8 = في سطر الأوامر بايتات ليست نصًا بترميز UTF-8.
usage-unreadable = تعذّرت قراءة سطر الأوامر.

usage-hint-similar = الأقرب: { $similar }. ولعرض كل ما هنالك: { $help }
usage-hint-values = القيم الممكنة: { $values }
usage-hint-help = للمساعدة: { $help }
usage-hint-dashes = لاستعماله نصًا توضع قبله «--».
usage-hint-one-address = فقرات المقال الواحد تُجمع في موضع واحد: { $address }
usage-hint-checks = لعرض الفحوص وأسمائها: hunayn checks

usage-address = «{ $given }» ليس موضعًا صالحًا.
usage-hint-address = صيغ الموضع: SLUG أو SLUG:7 أو SLUG:3-9,12 أو SLUG:7.2، والعدّ يبدأ من 1.
usage-link = لا يبيّن «{ $given }» أي فقرة تأخذ أي ترجمات.
usage-hint-link = يُكتب هكذا: 3:4,5، فتأخذ الفقرة 3 ترجمة الفقرتين 4 و5.
usage-move = لا يبيّن «{ $given }» ما يُنقل وإلى أين.
usage-hint-move = يُكتب هكذا: 6:7 أو 6.2:7، فتنتقل ترجمة الفقرة 6 أو مقطعها 2 إلى الفقرة 7.
usage-slug = لا يصلح «{ $given }» اسمًا مختصرًا لمقال.
usage-hint-slug = المسموح به: الحروف والأرقام و«-» و«_» و«.»، بما لا يتجاوز 100 محرف، أولها حرف أو رقم.
usage-language = «{ $given }» ليس رمز لغة.
usage-hint-language = من أمثلة الرموز: «ar» و«en» و«en-GB».
usage-count = «{ $given }» ليس عددًا صحيحًا موجبًا.
usage-range = «{ $given }» ليس نطاق نسخ.
usage-hint-range = صيغ النطاق: «2..5» أو «2..» (حتى الأحدث) أو «..5» (من الأولى).
usage-text-like-option = «{ $given }» أقرب إلى خيار منه إلى نص.


failure-output = تعذّرت كتابة المخرجات: { $reason }
failure-hint-output = يُرجى التحقق من وجود المكان وكفاية المساحة وإذن الكتابة.

cli-manuals-written = { PLURAL($count) ->
    [zero] لم تُكتب صفحات دليل في { $folder }.
    [one] كُتبت صفحة دليل واحدة في { $folder }.
    [two] كُتبت صفحتا دليل في { $folder }.
    [few] كُتبت { $count } صفحات دليل في { $folder }.
    [many] كُتبت { $count } صفحة دليل في { $folder }.
   *[other] كُتبت { $count } صفحة دليل في { $folder }.
}
