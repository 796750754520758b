### الكشّاف السياقي: شرحه وما يقوله.

cli-concordance = عرض مواضع كلمة أو عبارة في الذاكرة، وبمَ تُرجمت
cli-concordance-examples =
    hunayn concordance "مجلس الأمن"
    hunayn concordance "مدرس*" --in source --limit 20
    hunayn concordance كتاب --stem --origin desk
    hunayn concordance "Security Council" --in target --count
cli-concordance-notes =
    تُعرف الكلمات وإن اختلف إملاؤها في التشكيل أو الهمزة أو الياء أو التاء المربوطة أو حجم الأحرف اللاتينية. والكلمات المتعددة عبارة،
    أي أنها متتالية. و«*» بعد كلمة تقوم مقام أي نهاية لها. وما تُرجمت به العبارة يدل عليه المعجم المدمج والأرقام والأعلام حيث أمكن.
    وتُعلَّم العبارة هكذا ⟪كذا⟫ وما تُرجمت به هكذا ⟨كذا⟩. والوحدة مقطع من المكتب، أو فقرة إن لم تُغنِ عنها مقاطعها، أو مدخل في ذاكرة.
cli-concordance-text = كلمة، أو عبارة من كلمات؛ و«-» هو الدخل القياسي
cli-concordance--in = الطرف الذي يُبحث فيه
cli-concordance--stem = معرفة الكلمات وإن اتصل بها غيرها: كل ما كان من الجذع نفسه
cli-concordance--limit = عدد الوحدات المعروضة
cli-concordance--count = عدّ الوحدات كلها وما تُرجمت به؛ وإلا انتهى البحث متى اجتمع ما يُعرض
cli-concordance--context = عدد المحارف المعروضة قبل العبارة وبعدها

out-concordance-none = لا ترد في الذاكرة.
rec-concordance-stem = للبحث عن جميع صيغ كلماتها: --stem
out-concordance-all = { PLURAL($count) ->
    [zero] لا ترد في أي وحدة.
    [one] ترد في وحدة واحدة.
    [two] ترد في وحدتين.
    [few] ترد في { $count } وحدات.
    [many] ترد في { $count } وحدة.
   *[other] ترد في { $count } وحدة.
}
out-concordance-first = { PLURAL($count) ->
    [zero] لا ترد في أي وحدة؛ والمعروض أول { $shown }.
    [one] ترد في وحدة واحدة؛ والمعروض أول { $shown }.
    [two] ترد في وحدتين؛ والمعروض أول { $shown }.
    [few] ترد في { $count } وحدات؛ والمعروض أول { $shown }.
    [many] ترد في { $count } وحدة؛ والمعروض أول { $shown }.
   *[other] ترد في { $count } وحدة؛ والمعروض أول { $shown }.
}
out-concordance-more = { PLURAL($shown) ->
    [zero] لا وحدة معروضة، وثمة وحدات. لعدّها كلها: --count
    [one] تُعرض أول وحدة ترد فيها، وثمة غيرها. لعدّها كلها: --count
    [two] تُعرض أول وحدتين ترد فيهما، وثمة غيرهما. لعدّها كلها: --count
    [few] تُعرض أول { $shown } وحدات ترد فيها، وثمة غيرها. لعدّها كلها: --count
    [many] تُعرض أول { $shown } وحدة ترد فيها، وثمة غيرها. لعدّها كلها: --count
   *[other] تُعرض أول { $shown } وحدة ترد فيها، وثمة غيرها. لعدّها كلها: --count
}
out-concordance-renderings = تُرجمت بـ:
out-concordance-renderings-shown = تُرجمت في المعروض بـ:
out-concordance-untold = { PLURAL($count) ->
    [zero] وعُرف ما تُرجمت به في كل موضع.
    [one] وموضع واحد لم يُعرف ما تُرجمت به فيه.
    [two] وموضعان لم يُعرف ما تُرجمت به فيهما.
    [few] و{ $count } مواضع لم يُعرف ما تُرجمت به فيها.
    [many] و{ $count } موضعًا لم يُعرف ما تُرجمت به فيها.
   *[other] و{ $count } موضع لم يُعرف ما تُرجمت به فيها.
}
out-concordance-places = { PLURAL($count) ->
    [zero] لا في موضع آخر
    [one] وفي موضع آخر
    [two] وفي موضعين آخرين
    [few] وفي { $count } مواضع أخرى
    [many] وفي { $count } موضعًا آخر
   *[other] وفي { $count } موضع آخر
}

err-no-words = ليس في «{ $text }» كلمة.
rec-no-words = تلزم كلمة أو عبارة، مثل: hunayn { $command } "مجلس الأمن"
