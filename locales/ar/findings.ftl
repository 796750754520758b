### ما تجده الفحوص، وما يبحث عنه كل فحص (المعرّفات كما في src/qa/mod.rs).

finding-missing = لا مقابل في النص الهدف لما يلي: «{ $text }».
finding-extra = لا مقابل في النص المصدر لما يلي: «{ $text }».
finding-changed = يقابل «{ $source }» في المصدر «{ $target }» في الهدف.
finding-scale = الأرقام نفسها في «{ $source }» و«{ $target }» لكن المرتبة تختلف.
finding-percent = ليست «{ $source }» و«{ $target }» نسبتين من نوع واحد.
finding-number-format = يُقرأ «{ $target }» عددًا عشريًّا، وفي المصدر «{ $source }».
finding-foreign-digits = لا تُكتب الأعداد في الإنجليزية هكذا: «{ $text }».
finding-range = انقلب طرفا المدى «{ $source }»: «{ $target }».
finding-range-falls = السنوات في «{ $text }» تنازلية؛ ولعلّها كُتبت كذلك ليستقيم مظهرها.
finding-dual = «{ $text }» مثنّى، ولا يظهر ذلك في الهدف.
finding-swapped = في المصدر «{ $source }» وفي الهدف «{ $target }»: تبادلت الأرقامُ مواضعَها.
finding-measure = العدد «{ $text }» مقيس بوحدة { $measure ->
    [dollar] الدولار
    [euro] اليورو
    [pound] الجنيه
    [lira-pound] الليرة
    [pound-lira] الجنيه أو الليرة
    [lira] الليرة
    [dinar] الدينار
    [riyal] الريال
    [dirham] الدرهم
    [shekel] الشيكل
    [franc] الفرنك
    [yen] الين
    [yen-yuan] الين أو اليوان
    [yuan] اليوان
    [rouble] الروبل
    [rupee] الروبية
    [toman] التومان
    [cent] السنت
    [piastre] القرش
    [kilometre] الكيلومتر
    [metre] المتر
    [centimetre] السنتيمتر
    [millimetre] المليمتر
    [mile] الميل
    [foot] القدم
    [hectare] الهكتار
    [dunam] الدونم
    [feddan] الفدان
    [acre] الإيكر
    [qirat] القيراط
    [quintal] القنطار
    [tonne] الطن
    [kilogram] الكيلوغرام
    [gram] الغرام
    [milligram] المليغرام
    [ounce] الأونصة
    [ounce-okka-ouguiya] الأوقية
    [ouguiya] الأوقية
    [okka] الأوقة
    [litre] اللتر
    [millilitre] المليلتر
    [barrel] البرميل
    [gallon] الغالون
    [degree-Celsius-Fahrenheit] الدرجة
    [Celsius] الدرجة المئوية
    [Fahrenheit] الدرجة بمقياس فهرنهايت
    [kilowatt] الكيلوواط
    [megawatt] الميغاواط
    [gigawatt] الغيغاواط
    [millennium] الألفية
    [century] القرن
    [decade] العقد
    [year] السنة
    [month] الشهر
    [week] الأسبوع
    [day] اليوم
    [fortnight] الأسبوعين
    [hour] الساعة
    [minute] الدقيقة
   *[other] { $measure }
}، وفي الهدف غيرها.
finding-hijri = «{ $text }» تاريخ هجري، ولا يظهر ذلك في الهدف.
finding-iban-invalid = خانتا التحقق في «{ $text }» غير صحيحتين في المصدر.
finding-empty = في المصدر كلام، والهدف فارغ.
finding-segment-empty = لا ترجمة لهذه الجملة: «{ $text }»
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
finding-short = طول الهدف { $percent }٪ من طول المصدر، والمعتاد من { $least } إلى { $most }٪.
finding-long = طول الهدف { $percent }٪ من طول المصدر، والمعتاد من { $least } إلى { $most }٪.
finding-sentences = عدد الجمل في المصدر { $source } وفي الهدف { $target }.
finding-least-for-most = «{ $source }» حدّ أدنى في المصدر، و«{ $target }» حدّ أعلى في الهدف.
finding-most-for-least = «{ $source }» حدّ أعلى في المصدر، و«{ $target }» حدّ أدنى في الهدف.
finding-negation-lost = في المصدر نفي («{ $text }») لا أثر له في الهدف.
finding-negation-added = في الهدف نفي («{ $text }») لا أصل له في المصدر.
finding-mojibake = نصّ قُرئ بترميز خاطئ: «{ $text }».
finding-homoglyph = في «{ $text }» حروف من أبجديتين: «{ $odd }» ليست لاتينية.
finding-nesting = الوسم «{ $text }» يغلق غير الوسم المفتوح.
finding-code-missing = سقط من الهدف وسم التنسيق { "{" }{ $code }{ "}" } أو أحد طرفيه.
finding-code-unknown = ليس في المصدر وسم التنسيق { "{" }{ $code }{ "}" }.
finding-code-repeated = ورد وسم التنسيق { "{" }{ $code }{ "}" } أكثر مما ورد في المصدر.
finding-code-nested = وسم التنسيق { "{" }{ $code }{ "}" } يُغلق قبل أن يُفتح، أو يتقاطع مع غيره.
finding-quote-alone = لا قرين لعلامة الاقتباس «{ $text }».
finding-quotation-lost = في المصدر اقتباس { $text }، ولا اقتباس في الهدف.
finding-quote-style = ليست علامات الاقتباس في { $text } علامات الدار.
finding-end-mark-lost = ينتهي المصدر بالعلامة «{ $mark }»، ولا علامة في آخر الهدف.
finding-end-mark-added = ينتهي الهدف بالعلامة «{ $mark }»، ولا علامة في آخر المصدر.
finding-attribution = يبيّن المصدر القائل («{ $text }»)، ولا يبيّنه الهدف.
finding-quran-unmarked = «{ $text }» نص قرآني لا علامتي اقتباس له في الهدف.
finding-quran-reference = سقط من الهدف عزو الآية «{ $text }» ({ $reference }).
finding-formula-render = لم تُترجم العبارة «{ $text }».
finding-formula-abbreviate = لم تُختصر العبارة «{ $text }» كما في أسلوب الدار.
finding-formula-omit = أسلوب الدار حذف العبارة «{ $text }»، وهي واردة في الهدف.
finding-capital = الحرف الأول صغير في «{ $text }».
finding-heading-case = ليست حروف «{ $text }» الكبيرة كما في سائر العناوين.
finding-pronoun = لا يوافق الضمير «{ $target }» قولَ المصدر «{ $source }».
finding-numbering = الترقيم في المصدر «{ $source }» وفي الهدف «{ $target }».
finding-paragraphs = عدد الفقرات في المصدر { $source } وفي الهدف { $target }.
finding-source-changed = تغيّر المصدر بعد ترجمته.
finding-source-cosmetic = تغيّر شكل المصدر وحده بعد ترجمته.
finding-match-unedited = أُخذ تطابق جزئي نسبته { $score }٪ من الذاكرة ولم يُحرَّر.
finding-heading-sentence = العنوان في المصدر صار جملة في الهدف.
finding-byline = لا يبدأ سطر الكاتب في الهدف كما ينبغي.
finding-dash = ليست الشَّرطة «{ $text }» شَرطة المقال أو الدار.
finding-spelling = ليس هذا إملاء الدار: «{ $text }».
finding-percent-style = لا تكتب الدار النسبة هكذا: «{ $text }».
finding-date-style = لا ترتّب الدار التاريخ هكذا: «{ $text }».
finding-article = «{ $text }»: تُكتب أداة التعريف هنا «{ $wanted }».
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
failure-hint-open-findings = الحلّ إصلاح النص الهدف، أو تجاوز الملاحظة مع ذكر السبب: hunayn waive <ملاحظة> -m "…"
failure-hint-findings = الحلّ إصلاح النص الهدف؛ وما يبحث عنه كل فحص يسرده الأمر: hunayn checks

check-row = { $check } · { $severity }: { $title }
check-num-mismatch = عدد في أحد النصين لا مقابل له في الآخر، أو أعداد تبادلت مواضعها
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
check-date-mismatch = اختلاف اليوم أو الشهر أو السنة أو يوم الأسبوع
check-date-month = شهر آخر، أيًّا كانت تسميته الإقليمية
check-date-hijri = تاريخ هجري من دون ذكر تقويمه
check-time-mismatch = اختلاف الساعة أو سقوط ما يبيّن الصباح من المساء
check-id-url = عنوان ويب تغيّر أو سقط أو زيد
check-id-email = عنوان بريد تغيّر أو سقط أو زيد
check-id-handle = سقوط اسم حساب أو وسم
check-id-placeholder = عنصر نائب تغيّر أو سقط أو زيد
check-seg-empty = نص هدف فارغ، أو مقطع بلا هدف
check-seg-untranslated = نص هدف ما زال بالعربية
check-seg-arabic-left = كلمات عربية باقية في النص الهدف
check-punct-arabic-in-en = علامات ترقيم عربية في الإنجليزية
check-punct-end-mark = سقوط علامة الاستفهام أو التعجب أو النقطتين من الآخر أو زيادتها
check-punct-brackets = أقواس بلا قرين أو معكوسة
check-punct-spacing = مسافات خاطئة حول العلامات
check-space-double = مسافات مزدوجة أو طرفية
check-word-repeated = كلمة مكررة
check-char-bidi-control = محارف غير مرئية تتحكم في الاتجاه
check-char-invisible = محارف غير مرئية
check-cons-same-source = مصدر واحد له ترجمات مختلفة في المكتب
check-cons-same-target = مصادر مختلفة لها ترجمة واحدة في المكتب
check-tag-inline = أوسمة تنسيق أو أوسمة أخرى سقطت أو زيدت أو تقاطعت
check-seg-sentence-count = سقوط جمل أو كثرتها
check-seg-length-ratio = هدف مفرط في القِصر أو الطول
check-doc-paragraph-count = فقرتان مقابل فقرة
check-src-changed = مصدر تغيّر بعد ترجمته
check-tm-unedited-fuzzy = تطابق جزئي أُخذ من الذاكرة ولم يُحرَّر
check-punct-quotes = علامات اقتباس بلا قرين أو اقتباس سقط
check-quote-attribution = سقوط ذكر القائل أو إبداله بغيره
check-case-sentence = حرف صغير في أول جملة أو علم
check-case-heading = عناوين تختلف حروفها الكبيرة
check-dash-style = وصلات مكان الشَّرطات، أو شَرطات من نوعين
check-style-spelling = إملاء بريطاني أو أميركي يخالف أسلوب الدار
check-style-percent = كتابة النسب بما يخالف أسلوب الدار
check-style-date-order = ترتيب اليوم والشهر بما يخالف أسلوب الدار
check-char-mojibake = حروف من ترميز خاطئ
check-char-homoglyph = حروف من أبجدية أخرى تشبه اللاتينية
check-rel-quran = نص قرآني بلا علامتي اقتباس أو بلا عزو
check-rel-formula = عبارات دينية تخالف أسلوب الدار
check-neg-mismatch = نفي سقط أو زيد، أو حدّ انقلب إلى ضدّه
check-gender-pronoun = ضمير مذكّر لامرأة أو مؤنّث لرجل
check-head-numbering = اختلاف ترقيم العناوين والبنود
check-note-ref = علامات حواشٍ سقطت أو زيدت
check-struct-class = عنوان صار جملة، أو سطر كاتب ليس كذلك
check-name-article-style = كتابة أداة التعريف في الأعلام بطرائق مختلفة
