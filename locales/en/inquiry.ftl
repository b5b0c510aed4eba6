# Files of facts.
inquiry-unknown-fact = Line { $line } ({ $id }), entry { $entry }: there is no fact "{ $fact }".
    .advice = redress law facts lists them.
inquiry-unknown-fact-near = Line { $line } ({ $id }), entry { $entry }: there is no fact "{ $fact }". Near it: { $near }.
    .advice = redress law facts lists them.
inquiry-wrong-unit = Line { $line } ({ $id }), entry { $entry }: "{ $fact }" is counted in { $expected }, not in { $found }.
    .advice = Counts of different units are never compared. Use the fact that has this unit.
inquiry-value-unfit = Line { $line } ({ $id }), entry { $entry }: "{ $fact }" cannot be { $found }.
    .advice = It takes: { $expected }.
inquiry-upside-down = Line { $line } ({ $id }), entry { $entry }: "{ $fact }" is at least { $lo } and at most { $hi }.
    .advice = Put the smaller number into lo.
inquiry-contradiction = Line { $line } ({ $id }), entry { $entry }: the source of entry { $first } says something else about "{ $fact }" here.
    .advice = Name the source of each value; values of several sources may differ.
inquiry-before-any-law = Line { $line } ({ $id }): { $at } is before any law of this book, which begins on { $first }.
    .advice = Check the year of "at".
inquiry-no-such-reading = Line { $line } ({ $id }): the reading "{ $reading }" has no alternative "{ $name }". It has: { $known }.
    .advice = redress law readings lists them.
inquiry-act-upside-down = Line { $line } ({ $id }): the act of { $subject } begins on { $from } and ends on { $to }, before it begins.
    .advice = Check act_date and act_end_date.
inquiry-not-json = Line { $line }, column { $column }: from here on this is not JSON.
    .advice = Write one JSON object on a line; redress schema facts prints the form.
inquiry-cut-short = Line { $line } ends at column { $column }, and the JSON on it does not.
    .advice = Write the whole object on one line.
inquiry-over-lines = Line { $line }: the JSON that begins here goes on over several lines. There is one object per line.
    .advice = Put each object on a line of its own, for example with: jq -c . FILE
inquiry-nothing-in-it = There is no file of facts in it.
    .advice = Write one JSON object on a line; redress schema facts prints the form.
inquiry-not-an-object = Line { $line } holds { $found ->
        [list] a list
        [text] a text
        [number] a number
        [truth] true or false
       *[null] nothing
    }, not an object.
    .advice = Write one JSON object on a line; redress schema facts prints the form.
inquiry-key-unknown = Line { $line } ({ $id }){ $entry ->
        [0] {""}
       *[other] , entry { $entry }
    }: there is no key "{ $key }".
    .advice = The keys are: { $known }.
inquiry-key-unknown-near = Line { $line } ({ $id }){ $entry ->
        [0] {""}
       *[other] , entry { $entry }
    }: there is no key "{ $key }". Near it: { $near }.
    .advice = The keys are: { $known }.
inquiry-key-missing = Line { $line } ({ $id }){ $entry ->
        [0] {""}
       *[other] , entry { $entry }
    }: the key "{ $key }" is missing.
    .advice = redress schema facts prints the form.
inquiry-key-twice = Line { $line } ({ $id }){ $entry ->
        [0] {""}
       *[other] , entry { $entry }
    }: the key "{ $key }" stands twice.
    .advice = Leave one of them out.
inquiry-bad-day = Line { $line } ({ $id }){ $entry ->
        [0] {""}
       *[other] , entry { $entry }
    }: "{ $key }" is not a day: { $found }.
    .advice = Write it as "2026-03-01".
inquiry-wrong-type = Line { $line } ({ $id }){ $entry ->
        [0] {""}
       *[other] , entry { $entry }
    }: "{ $key }" cannot be { $found }.
    .advice = It takes { $takes ->
        [number] a whole number
        [truth] true or false
        [list] a list in square brackets
        [object] an object in braces
       *[text] a text in quotation marks
    }.
inquiry-bad-standing = Line { $line } ({ $id }){ $entry ->
        [0] {""}
       *[other] , entry { $entry }
    }: "{ $key }" cannot be { $found }.
    .advice = It takes: "measured", "stated", "official", "admitted", "judged", "disputed", "unknown".
inquiry-other-form = Line { $line } ({ $id }){ $entry ->
        [0] {""}
       *[other] , entry { $entry }
    }: "{ $key }" names another form: { $found }.
    .advice = Write "redress/facts/1", or leave it out.
inquiry-reading-unknown = Line { $line } ({ $id }): there is no reading "{ $reading }".
    .advice = redress law readings lists them.
inquiry-act-to-come = Line { $line } ({ $id }): the act of { $subject } is on { $from }, after the day asked about, { $at }.
    .advice = Check act_date, and "at", the day for which you ask.
inquiry-filed-before-act = Line { $line } ({ $id }): it was filed on { $filed }, before any act, the first of which is on { $from }.
    .advice = Check "filed" and act_date.
