### المصطلحات والأعلام: ما يُقال عنها، وما قد يشوبها.

concept-heading = { $number } · { $kind }
out-no-concepts = لا شيء هنا.
out-concept-removed = أُخرج { $number }: { $term }
out-concept-would-remove = سيُخرَج { $number }: { $term }
ask-concepts = { PLURAL($count) ->
    [zero] لا مداخل تُخرَج. المتابعة؟ [ن/ل]
    [one] يُخرج هذا مدخلًا واحدًا. المتابعة؟ [ن/ل]
    [two] يُخرج هذا مدخلين. المتابعة؟ [ن/ل]
    [few] يُخرج هذا { $count } مداخل. المتابعة؟ [ن/ل]
    [many] يُخرج هذا { $count } مدخلًا. المتابعة؟ [ن/ل]
   *[other] يُخرج هذا { $count } مدخل. المتابعة؟ [ن/ل]
}
out-match = { $text } · { $number }
out-match-weak = { $text } · { $number } · احتمال
out-no-candidates = { PLURAL($count) ->
    [zero] لا عبارة هنا تخلو منها قاعدة المصطلحات.
    [one] لا عبارة هنا تخلو منها قاعدة المصطلحات وترد مرة فأكثر.
    [two] لا عبارة هنا تخلو منها قاعدة المصطلحات وترد مرتين فأكثر.
    [few] لا عبارة هنا تخلو منها قاعدة المصطلحات وترد { $count } مرات فأكثر.
    [many] لا عبارة هنا تخلو منها قاعدة المصطلحات وترد { $count } مرة فأكثر.
   *[other] لا عبارة هنا تخلو منها قاعدة المصطلحات وترد { $count } مرة فأكثر.
}
candidate-heading = { $term } · { $count }×
candidate-places = في { $places }
candidate-no-rendering = لم يُعثر على مقابل
out-no-matches = ليس في النص مصطلح ولا علم من المكتب.
out-term-added = السطر { $line }: أُضيف «{ $term }» برقم { $number }.
out-term-would-add = السطر { $line }: سيُضاف «{ $term }» برقم { $number }.
out-term-extended = السطر { $line }: زاد «{ $term }» على المدخل { $number }.
out-term-would-extend = السطر { $line }: سيزيد «{ $term }» على المدخل { $number }.
out-term-known = السطر { $line }: «{ $term }» موجود من قبل برقم { $number }.
out-term-differs = السطر { $line }: تُرك «{ $term }» لأن المدخل { $number } يقول خلاف ذلك.
out-term-problem = تُرك السطر { $line }: { $what }
out-term-export = { PLURAL($count) ->
    [zero] { $file }: لا مداخل
    [one] { $file }: مدخل واحد
    [two] { $file }: مدخلان
    [few] { $file }: { $count } مداخل
    [many] { $file }: { $count } مدخلًا
   *[other] { $file }: { $count } مدخل
}

err-no-concept = لا مدخل رقمه { $number }.
rec-no-concept = لمعرفة الأرقام: hunayn term list أو hunayn name list
err-concept-known = «{ $text }» وارد في المدخل { $number } من قبل.
rec-concept-known = لتعديل ذلك المدخل: hunayn term edit { $number }، وإن كان المقصود شيئًا آخر فبالخيار --homonym.
rec-name-known = لتعديل ذلك المدخل: hunayn name edit { $number }، وإن كان المقصود شيئًا آخر فبالخيار --homonym.
err-swapped-terms = ورد «{ $source }» مصطلحًا للمصدر و«{ $target }» مصطلحًا للهدف: يبدوان معكوسين.
rec-swapped-terms = والعكس هو المقصود على الأرجح: { $command }
err-empty-concept = لا بد للمدخل من مصطلح للمصدر، أو مصطلح محظور.
err-empty-name = لا بد للاسم من صيغة عربية ومن الصيغة التي تكتبها الدار.
rec-empty-concept = لشرح ما يلزم: hunayn term add --help أو hunayn name add --help
err-no-term-table = ليس { $file } جدول مصطلحات: لا يسمي سطره الأول العمودين «language» و«term»، ولا لغة مثل «ar» أو «en».
rec-no-term-table = لمعرفة شكل الجدول: hunayn term import --help
err-open-quotation = { $file }، السطر { $line }: تُفتح هنا علامة اقتباس ولا تُغلق. لم يُقرأ شيء.
rec-open-quotation = ينبغي إغلاق علامة الاقتباس أو حذفها. أما العلامة التي هي من النص فتُكتب مرتين في خلية بين علامتي اقتباس.
err-term-broken = تعذّر تفكيك السجل
err-term-none = لا مصطلح فيه
err-term-value = ليست «{ $value }» من قيم العمود «{ $column }»

finding-term-required = يجب أن يُنقل «{ $source }» بعبارة «{ $term }»، وليست في الهدف.
finding-term-forbidden = يُحظر استعمال «{ $target }» مقابلًا لعبارة «{ $source }».
finding-term-never = يُحظر استعمال «{ $target }».
finding-term-kept = يجب أن يرد «{ $text }» في الهدف كما هو.
finding-acronym = ورد الاختصار «{ $text }» قبل بيان ما يختصره.
check-term-required = لم يُستعمل المصطلح الذي تعتمده قاعدة المصطلحات
check-term-forbidden = استُعمل مصطلح تحظره قاعدة المصطلحات
check-term-dnt = تغيّر ما لا يُترجم، أو سقط
check-term-acronym = اختصار استُعمل قبل بيان ما يختصره
finding-name-house = ورد «{ $target }» مقابلًا للاسم «{ $source }»، والدار تكتب «{ $house }».
finding-name-missing = ليس في الهدف ما يقابل الاسم { $source } ({ $house }).
finding-names-unweighed = في النصّ من الأسماء المتشابهة أكثر مما يُقارَن بعضه ببعض، فلم يُفحص بعضها. قسّم الفقرة لتُفحص كلها.
finding-name-spelling = كُتب { $source } هنا «{ $target }»، وفي { $place } «{ $other }».
finding-name-collision = يقابل «{ $target }» هنا { $source }، وفي { $place } { $other }.
finding-title-lost = سقط اللقب «{ $text }».
finding-title-added = ليس في المصدر لقب يقابل «{ $text }».
check-name-inconsistent = اسم كُتب على غير صيغة الدار، أو على غير ما ورد في المقال
check-name-missing = علم ليس له مقابل في الهدف أو حلّ غيره محلّه
check-name-collision = اسمان كُتبا بصورة لاتينية واحدة
check-name-title = لقب علمي سقط أو زيد، أو رتبة أو صفة سقطت

err-house-form = الصيغة المعتمدة للعَلَم { $number }، وهو { $arabic }، هي «{ $house }» لا «{ $form }». لم يتغيّر شيء.
rec-house-form = لتغييرها أولًا: hunayn name edit { $number } --house "{ $form }"، أو للتوحيد دون الخيار --to: hunayn name unify "{ $arabic }"
err-entry-number = «{ $given }» ليس رقم مدخل.
rec-name-number = لمعرفة رقمه: hunayn name list { $given }
rec-term-number = لمعرفة رقمه: hunayn term list { $given }
err-no-name = ليس «{ $name }» من أعلام السجل ولا اسمًا عربيًا.
rec-no-name = لعرض الأعلام: hunayn name list
unify-name = { $arabic } · { $house }
unify-name-unknown = { $arabic } · لا صيغة معتمدة
unify-spelling = { $text } · { $count }
unify-outlier = { $address }: «{ $text }»
unify-replaced = { $address }: غُيّر «{ $text }» إلى «{ $form }»
unify-would-replace = { $address }: سيُغيَّر «{ $text }» إلى «{ $form }»
unify-left = بقي في { $address } رسمٌ على حاله، لأن وسم تنسيق يبدأ أو ينتهي داخله.
unify-nothing = ليس في الترجمات رسمٌ لعلم من أعلام المكتب.
