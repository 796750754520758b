### تطابقات الذاكرة لفقرة أو مقطع، والمسودات التي تُملأ منها.

cli-suggest = عرض ما في الذاكرة وقاعدة المصطلحات والفقرات المكررة مما ينفع في ترجمة موضع
cli-suggest-examples =
    hunayn suggest waters:7
    hunayn suggest waters:7.2 --min 75
    hunayn suggest waters:7 --take 1
cli-suggest-notes =
    نسبة التطابق 101 لنص بين الجارين نفسيهما أو في الموضع نفسه، و100 لنصين متساويين، و99 لنصين لا يختلفان إلا في علامات غير مرئية
    أو في شكل الكتابة. ويُذكر عند كل تطابق ما يلزم تغييره من الأرقام، وما زاد أو نقص من النفي. ومع --take تُسجَّل المسودة ومصدرها
    الذاكرة ومعها نسبة التطابق.
cli-suggest--min = أدنى نسبة تطابق
cli-suggest--limit = كم تطابقًا يُعرض لكل نص
cli-suggest--take = أخذ التطابق الذي له هذا الرقم مسودةً، والخيارات الأخرى كما كانت عند عرضه
cli-pretranslate = ترجمة أولية: ملء الفقرات غير المترجمة بمسودات من الذاكرة
cli-pretranslate-examples =
    hunayn pretranslate waters --dry-run
    hunayn pretranslate waters --yes
    hunayn pretranslate waters:3-9 --min 85
cli-pretranslate-notes =
    تُملأ الفقرة من تطابقها كاملةً، أو من تطابقات مقاطعها كلها، أيهما أعلى نسبة؛ وتُحفظ النسبة. ومهما كانت قيمة --min تُترك الفقرة إن
    اختلف أفضل تطابق لها في أرقام أو نفي، أو حلّ غيره محله: يُذكر ذلك، ويؤخذ بالأمر «suggest <موضع> --take <عدد>». ولا تُمس مسودة ولا ما
    فوقها، والفقرات المكررة في المقال تُسمّى ولا تُملأ.
cli-pretranslate--min = أدنى نسبة تطابق لما يُملأ به

show-from-memory = من الذاكرة، { $score }٪

suggest-segment = المقطع { $address }
suggest-place-segment = المقطع { $address } · { $kind } · الحالة: { $status } · النسخة { $revision }
suggest-match = { $number } · { $score }٪ · { $kind } · المحارف { $characters }٪
suggest-repetition = النص نفسه مترجم في { $address } (الحالة: { $status })؛ لأخذ ترجمته: set … --take { $address }
suggest-hint = لأخذ أحدها: hunayn suggest { $address } --take ‹رقم>
suggest-none = ليس في الذاكرة تطابق تبلغ نسبته { $score }٪.
out-taken = { $address }: أُخذ تطابق نسبته { $score }٪؛ النسخة { $revision } – الحالة: { $status }
out-would-take = { $address }: سيؤخذ تطابق نسبته { $score }٪؛ النسخة { $revision } – الحالة: { $status }
err-no-match = لا تطابق رقمه { $number } في { $address }.
rec-no-match-at-all = ليس في الذاكرة ما يبلغ النسبة المطلوبة في --min.
rec-no-match = { PLURAL($count) ->
    [zero] لا تطابق له؛ للعرض: hunayn suggest { $address }
    [one] له تطابق واحد؛ للعرض: hunayn suggest { $address }
    [two] له تطابقان؛ للعرض: hunayn suggest { $address }
    [few] له { $count } تطابقات؛ للعرض: hunayn suggest { $address }
    [many] له { $count } تطابقًا؛ للعرض: hunayn suggest { $address }
   *[other] له { $count } تطابق؛ للعرض: hunayn suggest { $address }
}

out-filled = { $address }: مُلئت · { $score }٪ · { $kind } · من { $places }
out-would-fill = { $address }: ستُملأ · { $score }٪ · { $kind } · من { $places }
out-filled-segments = { $address }: مُلئت مقطعًا مقطعًا · { $score }٪ على الأقل · { $kind } · من { $places }
out-would-fill-segments = { $address }: ستُملأ مقطعًا مقطعًا · { $score }٪ على الأقل · { $kind } · من { $places }
out-contested = { $address }: في الذاكرة صياغة أخرى بالنسبة نفسها؛ للعرض: hunayn suggest { $address }
out-left-translated = { $addresses }: تُركت لأن لها ترجمة
out-left-excluded = { $addresses }: تُركت لأنها مستبعدة من المقال النهائي
out-left-no-match = { $addresses }: تُركت إذ لا تطابق لها بالنسبة المطلوبة؛ ولعرض ما دونها: hunayn suggest { $address }
out-left-segments = { $address }: تُركت، فالمقاطع التي لها تطابق { $found } من { $of }؛ للعرض: hunayn suggest { $address }
out-left-numbers = { $address }: تُركت، ففي التطابق الذي نسبته { $score }٪ أرقام أخرى؛ للعرض: hunayn suggest { $address }
out-left-negation = { $address }: تُركت، فالتطابق الذي نسبته { $score }٪ يختلف في نفي؛ للعرض: hunayn suggest { $address }
out-left-superseded = { $address }: تُركت، فالصياغة التي نسبتها { $score }٪ حلّ غيرها محلها؛ للعرض: hunayn suggest { $address } --all
out-repeats = { $address } تكرار لـ{ $other }؛ ومتى تُرجمت أُخذت ترجمتها بالأمر: hunayn set { $address } --take { $other }
out-pretranslated = { PLURAL($count) ->
    [zero] لم تُملأ فقرة، { PLURAL($left) ->
        [zero] ولم تُترك فقرة
        [one] وتُركت فقرة واحدة
        [two] وتُركت فقرتان
        [few] وتُركت { $left } فقرات
        [many] وتُركت { $left } فقرة
       *[other] وتُركت { $left } فقرة
    }
    [one] مُلئت فقرة واحدة، { PLURAL($left) ->
        [zero] ولم تُترك فقرة
        [one] وتُركت فقرة واحدة
        [two] وتُركت فقرتان
        [few] وتُركت { $left } فقرات
        [many] وتُركت { $left } فقرة
       *[other] وتُركت { $left } فقرة
    }
    [two] مُلئت فقرتان، { PLURAL($left) ->
        [zero] ولم تُترك فقرة
        [one] وتُركت فقرة واحدة
        [two] وتُركت فقرتان
        [few] وتُركت { $left } فقرات
        [many] وتُركت { $left } فقرة
       *[other] وتُركت { $left } فقرة
    }
    [few] مُلئت { $count } فقرات، { PLURAL($left) ->
        [zero] ولم تُترك فقرة
        [one] وتُركت فقرة واحدة
        [two] وتُركت فقرتان
        [few] وتُركت { $left } فقرات
        [many] وتُركت { $left } فقرة
       *[other] وتُركت { $left } فقرة
    }
    [many] مُلئت { $count } فقرة، { PLURAL($left) ->
        [zero] ولم تُترك فقرة
        [one] وتُركت فقرة واحدة
        [two] وتُركت فقرتان
        [few] وتُركت { $left } فقرات
        [many] وتُركت { $left } فقرة
       *[other] وتُركت { $left } فقرة
    }
   *[other] مُلئت { $count } فقرة، { PLURAL($left) ->
        [zero] ولم تُترك فقرة
        [one] وتُركت فقرة واحدة
        [two] وتُركت فقرتان
        [few] وتُركت { $left } فقرات
        [many] وتُركت { $left } فقرة
       *[other] وتُركت { $left } فقرة
    }
}
out-would-pretranslate = { PLURAL($count) ->
    [zero] لن تُملأ فقرة، { PLURAL($left) ->
        [zero] ولن تُترك فقرة
        [one] وستُترك فقرة واحدة
        [two] وستُترك فقرتان
        [few] وستُترك { $left } فقرات
        [many] وستُترك { $left } فقرة
       *[other] وستُترك { $left } فقرة
    }
    [one] ستُملأ فقرة واحدة، { PLURAL($left) ->
        [zero] ولن تُترك فقرة
        [one] وستُترك فقرة واحدة
        [two] وستُترك فقرتان
        [few] وستُترك { $left } فقرات
        [many] وستُترك { $left } فقرة
       *[other] وستُترك { $left } فقرة
    }
    [two] ستُملأ فقرتان، { PLURAL($left) ->
        [zero] ولن تُترك فقرة
        [one] وستُترك فقرة واحدة
        [two] وستُترك فقرتان
        [few] وستُترك { $left } فقرات
        [many] وستُترك { $left } فقرة
       *[other] وستُترك { $left } فقرة
    }
    [few] ستُملأ { $count } فقرات، { PLURAL($left) ->
        [zero] ولن تُترك فقرة
        [one] وستُترك فقرة واحدة
        [two] وستُترك فقرتان
        [few] وستُترك { $left } فقرات
        [many] وستُترك { $left } فقرة
       *[other] وستُترك { $left } فقرة
    }
    [many] ستُملأ { $count } فقرة، { PLURAL($left) ->
        [zero] ولن تُترك فقرة
        [one] وستُترك فقرة واحدة
        [two] وستُترك فقرتان
        [few] وستُترك { $left } فقرات
        [many] وستُترك { $left } فقرة
       *[other] وستُترك { $left } فقرة
    }
   *[other] ستُملأ { $count } فقرة، { PLURAL($left) ->
        [zero] ولن تُترك فقرة
        [one] وستُترك فقرة واحدة
        [two] وستُترك فقرتان
        [few] وستُترك { $left } فقرات
        [many] وستُترك { $left } فقرة
       *[other] وستُترك { $left } فقرة
    }
}
