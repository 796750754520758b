### النصوص الثابتة: نصوص تتكرر في المقالات، يُحفظ كل منها مرة واحدة.

cli-block = اسم النص الثابت
cli-boilerplate = نصوص تتكرر في المقالات: العثور عليها، وحفظ ترجمة واحدة بنسخ مرقّمة لكل منها
cli-boilerplate-examples =
    hunayn boilerplate list
    hunayn boilerplate promote waters:28 --name donate
    hunayn boilerplate update donate "To donate: account 00123456" --dry-run
cli-boilerplate-list = عرض ما يتكرر في المقالات، بحرفه أو بما يقاربه
cli-boilerplate-list-examples =
    hunayn boilerplate list
    hunayn boilerplate list waters --exact
    hunayn boilerplate list --min 3 --near 85 --json
cli-boilerplate-list-notes =
    النصوص متماثلة وإن اختلف الإملاء والتشكيل وعلامات الترقيم في رسمها. وتُجمع النصوص المتقاربة حول النص الثابت، أو حول أكثرها ورودًا.
    أما مصدر النص أو الصورة والنُّبَذ التعريفية بالكتّاب والفقرات التي نوعها نص ثابت فتُعرض مهما قصرت.
cli-boilerplate-list-address = ما يتكرر من هذا المقال أو من هذه الفقرات فقط؛ وإلا فالمكتب كله
cli-boilerplate-list--min = أقل عدد من الفقرات يرد فيه النص
cli-boilerplate-list--words = أقل عدد من الكلمات في النص
cli-boilerplate-list--near = أدنى نسبة تطابق يُعدّ عندها النصان متقاربين، بالمئة
cli-boilerplate-list--exact = المتماثل وحده
cli-boilerplate-list--promoted = ما جُعل نصًا ثابتًا فقط
cli-boilerplate-show = عرض نص ثابت: نسخه، وأي نسخة في كل فقرة
cli-boilerplate-show-examples =
    hunayn boilerplate show donate
cli-boilerplate-promote = جعل فقرة وترجمتها نصًا ثابتًا واحدًا بنسخ مرقّمة
cli-boilerplate-promote-examples =
    hunayn boilerplate promote waters:28 --name donate
    hunayn boilerplate promote waters:28 --waive "The account has closed"
cli-boilerplate-promote-notes =
    الفقرات التي تكرره ولم تُترجم تُملأ مسوداتٍ، وما ترجمته مطابقة يأخذ النسخة من الآن، وما سواها يبقى على ترجمته. وكذلك تُملأ المقالات
    التي تُستورد بعد ذلك. ويجب أن تطابق الأرقام والحسابات وأرقام الآيبان ما في المصدر. وحيث يكون للمكتب محرّرون فالنصوص الثابتة في عهدتهم.
cli-boilerplate-promote-address = فقرة واحدة (SLUG:7)
cli-boilerplate-promote--name = اسم النص؛ وإلا فأولى كلمات الترجمة
cli-boilerplate-update = تغيير ترجمة نص ثابت في كل مقال لم يُنشر بعد
cli-boilerplate-update-examples =
    hunayn boilerplate update donate "To donate: account 00123456" --dry-run
    hunayn boilerplate update donate --file donate.en.txt --yes
cli-boilerplate-update-notes =
    الفقرات التي فيها نسخة أقدم تأخذ النسخة الجديدة مسودةً أيًّا كانت حالتها. وما نُشر أو أُجيز للنشر يبقى على نسخته، وما صاغه أحد بعبارته
    يبقى ما لم يُذكر الخيار --own؛ ويُذكر هذا وذاك.
cli-boilerplate-update-text = الترجمة الجديدة؛ و«-» هو الدخل القياسي
cli-boilerplate-update--file = ملف فيه الترجمة الجديدة
cli-boilerplate-apply = وضع أحدث النسخ في فقرات مقال تكرر نصوصًا ثابتة
cli-boilerplate-apply-examples =
    hunayn boilerplate apply waters --dry-run
    hunayn boilerplate apply waters:28 --pinned
cli-boilerplate-apply--pinned = وإن كانت الفقرة منشورة أو مجازة للنشر
cli-boilerplate-remove = التخلي عن نص ثابت؛ وتبقى نصوص فقراته
cli-boilerplate-remove-examples =
    hunayn boilerplate remove donate
cli--own = وإن صاغها أحد بعبارته
cli--waive = تجاوز فروق الأرقام، لهذا السبب

usage-block-name = لا يصلح «{ $given }» اسمًا لنص ثابت.
usage-near = لا تصلح «{ $given }» نسبةً للبحث عن النصوص المتقاربة.
usage-hint-near = من { $least } إلى { $most } بالمئة.

show-block = نص ثابت { $name }، النسخة { $version }
show-block-outdated = نص ثابت { $name }، نسخة أقدم { $version }
note-block = تكرر { $address } النص الثابت { $name }، وقد مُلئت بالنسخة { $version } مسودةً.
note-blocks = { PLURAL($count) ->
    [zero] لم تُملأ فقرة بنص ثابت.
    [one] فقرة واحدة تكرر نصًا ثابتًا، وقد مُلئت مسودةً.
    [two] فقرتان تكرران نصًا ثابتًا، وقد مُلئتا مسودتين.
    [few] { $count } فقرات تكرر نصوصًا ثابتة، وقد مُلئت مسوداتٍ.
    [many] { $count } فقرة تكرر نصوصًا ثابتة، وقد مُلئت مسوداتٍ.
   *[other] { $count } فقرة تكرر نصوصًا ثابتة، وقد مُلئت مسوداتٍ.
}

block-heading = { $name } · النسخة { $version } · { PLURAL($count) ->
    [zero] لا فقرات
    [one] فقرة واحدة
    [two] فقرتان
    [few] { $count } فقرات
    [many] { $count } فقرة
   *[other] { $count } فقرة
}
block-candidate = لم يُجعل نصًا ثابتًا بعد · { PLURAL($count) ->
    [zero] لا فقرات
    [one] فقرة واحدة
    [two] فقرتان
    [few] { $count } فقرات
    [many] { $count } فقرة
   *[other] { $count } فقرة
}
block-place = { $places }
block-place-version = { $places }: النسخة { $version }
block-place-own = { $places }: ترجمة بعبارة أخرى
block-place-none = { $places }: بلا ترجمة
block-near = { $places }: نص مقارب بنسبة { $percent }٪
block-version = النسخة { $version } · { $person } · { $at }
block-waived = جرى تجاوز فروق الأرقام: { $reason }
out-no-blocks = لا شيء مكرر.
out-no-blocks-here = ليس هنا نص ثابت.
out-block-made = جُعل نصًا ثابتًا: { $name }
out-block-would-make = سيُجعل نصًا ثابتًا: { $name }
out-block-updated = { $name }: صارت النسخة الحالية { $version }
out-block-would-update = { $name }: ستصير النسخة الحالية { $version }
out-block-removed = { PLURAL($count) ->
    [zero] تُخلّي عن النص الثابت { $name }؛ وليس في فقرة نسخة منه.
    [one] تُخلّي عن النص الثابت { $name }؛ وتبقى فقرة واحدة على نصها.
    [two] تُخلّي عن النص الثابت { $name }؛ وتبقى فقرتان على نصيهما.
    [few] تُخلّي عن النص الثابت { $name }؛ وتبقى { $count } فقرات على نصوصها.
    [many] تُخلّي عن النص الثابت { $name }؛ وتبقى { $count } فقرة على نصوصها.
   *[other] تُخلّي عن النص الثابت { $name }؛ وتبقى { $count } فقرة على نصوصها.
}
out-block-would-remove = { PLURAL($count) ->
    [zero] سيُتخلّى عن النص الثابت { $name }؛ وليس في فقرة نسخة منه.
    [one] سيُتخلّى عن النص الثابت { $name }؛ وتبقى فقرة واحدة على نصها.
    [two] سيُتخلّى عن النص الثابت { $name }؛ وتبقى فقرتان على نصيهما.
    [few] سيُتخلّى عن النص الثابت { $name }؛ وتبقى { $count } فقرات على نصوصها.
    [many] سيُتخلّى عن النص الثابت { $name }؛ وتبقى { $count } فقرة على نصوصها.
   *[other] سيُتخلّى عن النص الثابت { $name }؛ وتبقى { $count } فقرة على نصوصها.
}
warn-block-waived = جرى تجاوز: { $check }. { $what }
block-linked = { $places }: النسخة { $version } من { $name }، والنص على حاله
block-current = { $places }: النسخة { $version } من { $name } من قبل
block-filled = { $places }: مُلئت بالنسخة { $version } من { $name } مسودةً
block-would-fill = { $places }: ستُملأ بالنسخة { $version } من { $name } مسودةً
block-updated = { $places }: وُضعت النسخة { $version } من { $name } مسودةً
block-would-update = { $places }: ستوضع النسخة { $version } من { $name } مسودةً
block-published = { $places }: منشورة، تبقى على النسخة { $version } من { $name }
block-published-own = { $places }: منشورة، تبقى على عبارتها بدلًا من { $name }
block-final = { $places }: مجازة للنشر، تبقى على النسخة { $version } من { $name }
block-final-own = { $places }: مجازة للنشر، تبقى على عبارتها بدلًا من { $name }
block-own = { $places }: تُركت على عبارتها بدلًا من { $name }

err-no-block = لا نص ثابتًا باسم «{ $name }».
rec-no-block = لعرض النصوص الثابتة: hunayn boilerplate list --promoted
err-block-known = النص في { $address } نص ثابت من قبل، اسمه «{ $name }».
rec-block-known = لتغيير ترجمته: hunayn boilerplate update { $name } <نص>
err-block-name-taken = ثمة نص ثابت اسمه «{ $name }» من قبل.
rec-block-name-taken = يلزم اسم آخر بالخيار --name.
err-empty-block = ليس في { $what } كلمات يُصنع منها نص ثابت.
rec-empty-block = يلزم للنص الثابت مصدر فيه كلمات وترجمة.
err-block-number = { $check } ({ $what })
err-block-numbers = { PLURAL($count) ->
    [zero] { $what }: لا فروق في الأرقام.
    [one] { $what }: تخالف الترجمة المصدر في رقم أو حساب: { $findings }
    [two] { $what }: تخالف الترجمة المصدر في رقمين أو حسابين: { $findings }
    [few] { $what }: تخالف الترجمة المصدر في { $count } أرقام أو حسابات: { $findings }
    [many] { $what }: تخالف الترجمة المصدر في { $count } رقمًا أو حسابًا: { $findings }
   *[other] { $what }: تخالف الترجمة المصدر في { $count } رقم أو حساب: { $findings }
}
rec-block-numbers = الحلّ إصلاح الترجمة، أو تجاوز الفرق مع ذكر السبب: --waive ‹سبب>
