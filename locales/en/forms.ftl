forms-input-unfit = The input is none of form { $form }: { $error }
    .advice = Compare it with `redress forms { $form } --schema`; `redress draft CASE { $form } --questions` prints what may be answered.
    .web-advice = Open the paper on the page of papers; it asks what may be answered.
forms-answer-sealed = The answer at { $path } would change what the case file says.
    .advice = Statements, exhibits, figures, steps and check values come from the evidence and the ledger alone. Leave this answer out; if it is wrong, mend the case file: `redress step`, `redress fact`, `redress add`.
    .web-advice = Statements, exhibits, figures, steps and check values come from the evidence and the ledger alone. Leave this answer empty; if it is wrong, put it right in the case: on the page of facts, of procedure, or of evidence.
forms-answer-place = The answer at { $path } names a place that the list does not have: it has { $places }.
    .advice = Count places from 0; the number after the last one adds a new one.
forms-answer-unfit = The answer at { $path } of form { $form } does not fit: { $expected ->
        [choice] one of a list of values
        [yes-no] true (yes) or false (no), without quotation marks,
        [number] a whole number, without quotation marks,
        [list] a list, written ["one", "two"],
        [table] a table, field by field,
       *[text] a text in quotation marks
    } belongs there, and there is { $found ->
        [yes-no] a yes or no
        [number] a number
        [list] a list
        [table] a table
       *[text] a text
    }, { $value }.
    .advice = { $allowed ->
        [none] Write this answer as asked; `redress draft CASE { $form } --questions` prints how each is written.
       *[other] It may be: { $allowed }.
    }
    .web-advice = { $allowed ->
        [none] Write this answer as its field asks.
       *[other] It may be: { $allowed }.
    }
forms-answer-unknown = Form { $form } has no { $path }.
    .advice = What may be answered here: { $known }. `redress draft CASE { $form } --questions` prints what is still asked.
    .web-advice = Answer what the page of the paper asks, and nothing else.
forms-basis-unverified = The official text behind { $form } ({ $source }) was not checked.
    .advice = Compare it with the official text before you file the paper. The final does not carry this note.
forms-answer-placeholder = { $form }: { $count ->
        [one] an answer only holds
       *[other] { $count } answers only hold
    } a place: { $places }.
    .advice = Give the answer, or leave it out and draw the paper up as a draft.
forms-left-out = { $form } leaves out: { $ids }.
forms-unnamed-protected = { $form } does not name, because Article 10 protects it: { $ids }.
forms-unnamed-open = { $form } does not name, because whether Article 10 protects it is not answered or disputed: { $ids }.
    .advice = Enter the facts that Article 10 asks for first; nobody is charged with what may be protected.
forms-unnamed-other-offence = { $form } does not name, because everything recorded of it speaks of the other offence: { $ids }.
    .advice = It stands in the complaint of the other offence. To name it here too, answer left_out with a list that it is not on.
    .web-advice = It stands in the complaint of the other offence. To name it here too, take its tick away under “Whom and what it names”.
forms-left-out-accused = The complaint does not name { $ids }.
    .advice = Whoever knowingly sues only some of several who acted together cannot sue the others for the same facts once judgment is given (法释〔2021〕1号 323). Ask a lawyer first.
forms-accused-of-nothing = Nothing is laid to these accused: { $ids }.
    .advice = Enter what they published: redress party CASE set PARTY --statement STATEMENT; leave out with left_out whom the paper is not to name.
    .web-advice = Open each of them on the page of people and tick what they published; whom the paper is not to name is left out under “Whom and what it names”.
forms-aid-agent-appointed = An agent is on file; legal aid is for those who have appointed nobody (Legal Aid Law 29).
    .advice = Where the mandate has ended, enter the day: redress party CASE set AGENT --until DAY; otherwise ask the legal-aid organ first.
    .web-advice = Where the mandate has ended, enter the day on the page of the agent; otherwise ask the legal-aid organ first.
forms-answer-not-on-file = { $form }, { $path }: the file has no { $value }.
    .advice = It may be: { $known }.
forms-same-account = The account that posted { $ids } first is listed as that of an accused, and is not said to be theirs.
    .advice = Check whether they posted it; if so enter it: redress party CASE set PARTY --statement STATEMENT.
    .web-advice = Check whether they posted it; if so, tick it on the page of that party.
forms-laid-to-nobody = No accused whom the complaint names is said to have published { $ids }.
    .advice = An accused answers for what they published alone. Enter it: redress party CASE set PARTY --statement STATEMENT; or leave the statement out with left_out.
    .web-advice = An accused answers for what they published alone. Tick it on the page of that party; or leave the statement out under “Whom and what it names”.
forms-exhibit-unknown = The list has no exhibit { $number }: there are { $listed }.
    .advice = Numbers stand in the list that redress draft CASE evidence-list prints; [exhibits.3] means exhibit 3.
    .web-advice = Numbers stand in the list of evidence, on the page of exhibits.
forms-exhibit-missed = Form { $form } points to exhibits that are not handed in: { $numbers }. A reader will look for them in the list and in the volume.
    .advice = A draft is made; for a final hand them in, or leave out with left_out the statements that point to them.
forms-left-out-unfit = { $form } cannot leave out { $id }.
    .advice = left_out is a list of ids. This form names: { $known }.
forms-body-person = the person's side
forms-body-court = people's court
forms-body-police = public-security organ
forms-body-procuratorate = people's procuratorate
forms-body-government = administrative organ
forms-body-platform = platform
forms-body-legal-aid = legal-aid organ
forms-body-actor = whoever acted
forms-answer-no-day = The form { $form } wants a day at “{ $path }”, and “{ $typed }” is none.
    .advice = Write the day as 2026-04-20, or as 2026年4月20日.
forms-answer-no-phone = The form { $form } wants a telephone number at “{ $path }”, and “{ $typed }” is none.
    .web = “{ $typed }” is no telephone number.
    .advice = Write digits, with +, -, spaces or brackets between them, 3 to 15 digits each; several are parted by commas. An extension follows 转, a remark stands in brackets. A draft takes it as it is, a final does not.
forms-answer-day-ahead = The form { $form } says at “{ $path }” when something happened, and { $typed } has not come: today is { $today }.
    .web = This says when something happened, and { $typed } has not come: today is { $today }.
    .advice = Write the day on which it happened, or leave it empty until it has.
