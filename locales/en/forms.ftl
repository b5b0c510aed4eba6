forms-input-unfit = The input is none of form { $form }: { $error }
    .advice = Compare it with `redress forms { $form } --schema`; `redress draft CASE { $form } --questions` prints what may be answered.
forms-answer-figure = An answer cannot carry a figure.
    .advice = Figures come from the evidence alone. Leave the answer out; if a number is wrong, mend the material or the measure.
forms-answer-figure-at = The answer at { $path } would replace a figure.
    .advice = Figures come from the evidence alone. Leave this answer out.
forms-answer-place = The answer at { $path } names a place that the list does not have: it has { $places }.
    .advice = Count places from 0; the number after the last one adds a new one.
