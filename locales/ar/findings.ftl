### ما تجده الفحوص، وما يبحث عنه كل فحص (المعرّفات كما في src/qa/mod.rs).

finding-missing = لا مقابل في النص الهدف لما يلي: «{ $text }».
finding-extra = لا مقابل في النص المصدر لما يلي: «{ $text }».
finding-changed = يقابل «{ $source }» في المصدر «{ $target }» في الهدف.
finding-scale = الأرقام نفسها في «{ $source }» و«{ $target }» لكن المرتبة تختلف.
finding-percent = «{ $source }» و«{ $target }» ليسا نسبة من النوع نفسه.
finding-number-format = يُقرأ «{ $target }» عددًا عشريًّا، وفي المصدر «{ $source }».
finding-foreign-digits = لا تُكتب الأعداد في الإنجليزية هكذا: «{ $text }».
finding-range = انقلب طرفا المدى «{ $source }»: «{ $target }».
finding-range-falls = السنوات في «{ $text }» تنازلية؛ ولعلّها كُتبت كذلك ليستقيم مظهرها.
finding-dual = «{ $text }» مثنّى، ولا يظهر ذلك في الهدف.
finding-measure = العدد «{ $text }» مقيس بوحدة { $measure }، وفي الهدف غيرها.
finding-hijri = «{ $text }» تاريخ هجري، ولا يظهر ذلك في الهدف.
finding-iban-invalid = خانتا التحقق في «{ $text }» غير صحيحتين في المصدر.
finding-empty = في المصدر كلام، والهدف فارغ.
finding-untranslated = ما زال النص الهدف بالعربية.
finding-arabic-left = بقيت عربية في النص الهدف: «{ $text }».
finding-arabic-mark = علامة ترقيم عربية: «{ $text }».
finding-bracket = لا قرين للقوس «{ $text }».
finding-spacing = مسافة ناقصة أو زائدة عند «{ $text }».
finding-spaces = مسافات مزدوجة، أو مسافة عند طرف النص.
finding-repeated = كلمة مكررة: «{ $text }».
finding-invisible = محرف غير مرئي: { $code }.
finding-same-source = «{ $target }» هنا، و«{ $other }» في { $place }، والمصدر واحد.
finding-same-target = «{ $source }» هنا و«{ $other }» في { $place } لهما ترجمة واحدة.
finding-suggestion = اقتراح: { $text }
finding-line = { $severity } · { $check }
finding-line-desk = { $address } · { $severity } · { $check } · { $id }
finding-waived = تجاوزها { $person } في { $at }: { $reason }
findings-none = لا ملاحظات جودة.
findings-count = { PLURAL($count) ->
    [zero] لا ملاحظات
    [one] ملاحظة واحدة
    [two] ملاحظتان
    [few] { $count } ملاحظات
    [many] { $count } ملاحظة
   *[other] { $count } ملاحظة
}
failure-findings = { PLURAL($count) ->
    [zero] لا أخطاء.
    [one] وُجد خطأ واحد.
    [two] وُجد خطآن.
    [few] وُجدت { $count } أخطاء.
    [many] وُجد { $count } خطأً.
   *[other] وُجد { $count } خطأ.
}
failure-hint-open-findings = الحلّ إصلاح النص الهدف، أو تجاوز الملاحظة مع ذكر السبب: hunayn waive FINDING -m "…"
failure-hint-findings = الحلّ إصلاح النص الهدف؛ وما يبحث عنه كل فحص يسرده الأمر: hunayn checks

check-row = { $check } · { $severity }: { $title }
check-num-mismatch = عدد في أحد النصين لا مقابل له في الآخر
check-num-scale = الأرقام نفسها بمرتبة أخرى: ألف، مليون، مليار، تريليون
check-num-percent = نسبة مئوية سقطت أو زيدت أو صارت نقطة مئوية
check-num-year = سنة أو عقد تغيّر أو سقط
check-num-format = أعداد لا تُكتب على طريقة الإنجليزية
check-num-ordinal = ترتيب آخر: قرن أو ملك أو مرتبة
check-num-range = انقلاب طرفي المدى
check-num-dual = سقوط المثنّى الوارد في المصدر
check-num-phone = تغيّر رقم هاتف أو حساب
check-num-iban = تغيّر رقم آيبان أو خطأ في خانتي تحققه
check-num-currency = بقاء المبلغ وتغيّر العملة
check-num-unit = بقاء العدد وتغيّر الوحدة
check-date-mismatch = اختلاف اليوم أو الشهر أو السنة
check-date-month = شهر آخر، أيًّا كانت تسميته الإقليمية
check-date-hijri = تاريخ هجري من دون ذكر تقويمه
check-time-mismatch = اختلاف الساعة أو سقوط ما يبيّن الصباح من المساء
check-id-url = عنوان ويب تغيّر أو سقط أو زيد
check-id-email = عنوان بريد تغيّر أو سقط أو زيد
check-id-handle = سقوط اسم حساب أو وسم
check-id-placeholder = عنصر نائب تغيّر أو سقط أو زيد
check-seg-empty = نص هدف فارغ
check-seg-untranslated = نص هدف ما زال بالعربية
check-seg-arabic-left = كلمات عربية باقية في النص الهدف
check-punct-arabic-in-en = علامات ترقيم عربية في الإنجليزية
check-punct-end-mark = سقوط علامة السؤال أو التعجب أو النقطتين من الآخر أو زيادتها
check-punct-brackets = أقواس بلا قرين أو معكوسة
check-punct-spacing = مسافات خاطئة حول العلامات
check-space-double = مسافات مزدوجة أو طرفية
check-word-repeated = كلمة مكررة
check-char-bidi-control = محارف غير مرئية تتحكم في الاتجاه
check-char-invisible = محارف غير مرئية
check-cons-same-source = مصدر واحد له ترجمات مختلفة في المكتب
check-cons-same-target = مصادر مختلفة لها ترجمة واحدة في المكتب
