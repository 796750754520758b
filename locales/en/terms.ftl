### Terms and names: what is told of them, and what can be wrong with them.

concept-heading = { $number } · { $kind }
out-no-concepts = Nothing is there.
out-concept-removed = Taken out: { $number }, { $term }
out-concept-would-remove = Would be taken out: { $number }, { $term }
ask-concepts = This takes { PLURAL($count) ->
    [one] { $count } entry
   *[other] { $count } entries
} out. Go on? [y/N]
out-match = { $text } · { $number }
out-match-weak = { $text } · { $number } · perhaps
out-no-candidates = { PLURAL($count) ->
    [one] No phrase that the termbase lacks stands here { $count } time or more.
   *[other] No phrase that the termbase lacks stands here { $count } times or more.
}
candidate-heading = { $term } · { $count }×
candidate-places = In { $places }
candidate-no-rendering = No rendering found
out-no-matches = No term or name of the desk stands in it.
out-term-added = Line { $line }: “{ $term }” came in as { $number }.
out-term-would-add = Line { $line }: “{ $term }” would come in as { $number }.
out-term-extended = Line { $line }: “{ $term }” adds to { $number }.
out-term-would-extend = Line { $line }: “{ $term }” would add to { $number }.
out-term-known = Line { $line }: “{ $term }” is there already, as { $number }.
out-term-differs = Line { $line }: “{ $term }” is left: { $number } says otherwise.
out-term-problem = Line { $line } is left: { $what }
out-term-export = { PLURAL($count) ->
    [one] { $file }: { $count } entry
   *[other] { $file }: { $count } entries
}

err-no-concept = There is no entry { $number }.
rec-no-concept = See the numbers with: hunayn term list, hunayn name list
err-concept-known = “{ $text }” stands in entry { $number } already.
rec-concept-known = Change that one with: hunayn term edit { $number }, or add --homonym if it is something else.
rec-name-known = Change that one with: hunayn name edit { $number }, or add --homonym if it is something else.
err-swapped-terms = “{ $source }” is given as the term of the source and “{ $target }” as that of the target: they look swapped.
rec-swapped-terms = The other way round: { $command }
err-empty-concept = An entry needs a term of the source, or one that is not to be used.
err-empty-name = A name needs an Arabic form and the form that the house writes.
rec-empty-concept = See: hunayn term add --help, hunayn name add --help
err-no-term-table = { $file } is no table of terms: the first line names no columns “language” and “term”, and no language such as “ar” or “en”.
rec-no-term-table = See how a table looks: hunayn term import --help
err-open-quotation = { $file }, line { $line }: a quotation mark opens here and has no end. Nothing was read.
rec-open-quotation = Close the quotation mark, or remove it. A mark that belongs to the text is written twice, within a cell in quotation marks.
err-term-broken = the record cannot be taken apart
err-term-none = there is no term
err-term-value = “{ $value }” is no value of the column “{ $column }”

finding-term-required = “{ $source }” is to be rendered “{ $term }”; the target does not say so.
finding-term-forbidden = “{ $target }” is not to be used for “{ $source }”.
finding-term-never = “{ $target }” is not to be used.
finding-term-kept = “{ $text }” is to stand in the target as it is.
finding-acronym = “{ $text }” is used before it is expanded.
check-term-required = The rendering that the termbase wants is not used
check-term-forbidden = A rendering that the termbase forbids is used
check-term-dnt = What is not to be translated is altered or lost
check-term-acronym = An acronym used before it is expanded
finding-name-house = “{ $target }” stands for { $source }; the house writes “{ $house }”.
finding-name-missing = Nothing in the target renders the name { $source } ({ $house }).
finding-names-unweighed = There are more names alike in this text than can be compared, and some were not checked. Split the paragraph to have all of them checked.
finding-name-spelling = “{ $target }” renders { $source }; { $place } has “{ $other }”.
finding-name-collision = “{ $target }” stands for { $source } here and for { $other } in { $place }.
finding-title-lost = The title “{ $text }” is lost.
finding-title-added = The source has no title like “{ $text }”.
check-name-inconsistent = A name in another spelling than the house’s, or than elsewhere in the article
check-name-missing = A name is not in the target, or another stands there
check-name-collision = Two names in one Latin spelling
check-name-title = An academic title lost or added, or a rank or dignity lost

err-house-form = The house form of name { $number }, { $arabic }, is “{ $house }”, not “{ $form }”. Nothing was changed.
rec-house-form = Change it first: hunayn name edit { $number } --house "{ $form }"; or unify without --to: hunayn name unify "{ $arabic }"
err-entry-number = “{ $given }” is not the number of an entry.
rec-name-number = Its number is told by: hunayn name list { $given }
rec-term-number = Its number is told by: hunayn term list { $given }
err-no-name = “{ $name }” is neither a name of the authority nor an Arabic name.
rec-no-name = See the names with: hunayn name list
unify-name = { $arabic } · { $house }
unify-name-unknown = { $arabic } · no house form
unify-spelling = { $text } · { $count }
unify-outlier = { $address }: “{ $text }”
unify-replaced = { $address }: “{ $text }” is now “{ $form }”
unify-would-replace = { $address }: “{ $text }” would become “{ $form }”
unify-left = { $address } keeps a rendering: an inline code begins or ends inside it.
unify-nothing = No name of the desk is rendered in its translations.
