# Procedures: events, their order, and the files of /procedure.
procedure-unknown = There is no procedure "{ $written }". There are: { $known }.
    .advice = { $near ->
        [none] Choose one of them.
       *[other] Did you mean { $near }?
    }
procedure-event-unknown = "{ $procedure }" has no event "{ $written }". It has: { $known }.
    .advice = { $near ->
        [none] Choose one of them.
       *[other] Did you mean { $near }?
    }
procedure-track-name = "{ $written }" cannot name a track.
    .advice = Use lower-case letters and digits, with at most one dot after the matter: 1, 2, 1.2.
procedure-track-unknown = { $procedure }, track { $track }: nothing is recorded there, and it cannot begin with "{ $event }" ({ $on }). { $order } ({ $cites })
    .advice = Record first what came before, or name the track in which it happened.
procedure-order = { $procedure }, track { $track }: "{ $event }" ({ $on }) cannot follow, because the track stands at "{ $state }". { $order } ({ $cites })
    .advice = Record first what came between, or check the day and the track.
procedure-closed = { $procedure }, track { $track }: the law closes "{ $event }" ({ $on }). { $why } ({ $cites })
    .advice = Check the day and the reason; what may follow instead is listed with the track.
procedure-needs-other = { $procedure }, track { $track }: "{ $event }" ({ $on }) needs that "{ $other }" stands at or has seen: { $needed } ({ $cites }).
    .advice = Record that step first, in a track of the same matter.
procedure-out-of-order = "{ $event }" of { $on } cannot stand there: "{ $later }" of { $later-on } (entry { $entry }) could not follow it any more ({ $cites }).
    .advice = Check the day of both; if the later entry is wrong, correct it first.
procedure-in-future = "{ $event }" is dated { $on }, and today is { $today }.
    .advice = Record it once it has happened. A day that was fixed for later, such as a hearing, belongs to the step that fixed it.
procedure-duplicate = "{ $event }" of { $on } is already in track { $track } (entry { $entry }{ $number ->
        [none] { "" }
       *[other] , { $number }
    }).
    .advice = Nothing was added. If it is another paper, give its own number.
procedure-entry-twice = Entry { $entry } stands twice ({ $procedure }, track { $track }).
    .advice = Each entry of the ledger has a number of its own.
procedure-number-not-carried = "{ $event }" has no paper with a number, but the number "{ $number }" was given.
    .advice = Leave the number out.
procedure-number-wrong = "{ $number }" cannot be the number of "{ $event }": { $kind ->
        [court-case] a court's case number
        [official] the number of an official paper
       *[receipt] a receipt number of 1 to 60 characters
    } is expected.
    .advice = For example { $example }.
procedure-number-year = The number "{ $number }" is of { $year }, but "{ $event }" is dated { $on }.
    .advice = Check the number and the day on the paper.
procedure-reason-missing = "{ $event }" needs a reason, because the law tells its reasons apart: { $known }.
    .advice = Give one of them.
procedure-reason-unknown = "{ $written }" is no reason of "{ $event }". Its reasons are: { $known }.
    .advice = Give one of them.
procedure-reason-not-asked = "{ $event }" takes no reason, but "{ $written }" was given.
    .advice = Leave the reason out.
procedure-day-not-fixed = "{ $event }" fixes no other day, but { $written } was given.
    .advice = Leave that day out.
procedure-time-not-appointed = "{ $event }" appoints no day to appear on, so the time { $written } has no place.
    .advice = Give a time only with the day of a hearing; the last day of a term has none.
procedure-day-before = "{ $event }" of { $on } fixes { $written }, which is earlier.
    .advice = Check both days.
procedure-persons-not-counted = "{ $event }" cannot say that it concerns { $written } persons.
    .advice = A number of persons, at least 1, goes with approved arrests and charges only.
procedure-body-name = The name of who acted ("{ $event }") cannot be "{ $written }".
    .advice = Give it as on the paper, in 1 to 100 characters.
procedure-body-wrong = "{ $event }" ({ $on }) { $does ->
        [receives] goes to
       *[acts] is a step of
    } { $by ->
        [court] the court
        [police] the police
        [procuratorate] the procuratorate
        [government] the government or another administrative organ
        [platform] the platform
        [legal-aid] the legal-aid organ
       *[other] a private person
    }, but { $written ->
        [court] a court
        [police] the police
        [procuratorate] a procuratorate
        [government] a government
        [platform] a platform
        [legal-aid] a legal-aid organ
       *[other] a private person
    } is named with it ({ $cites }).
    .advice = Name the body on the paper; with this step may stand: { $known }. If the body is right, choose the step that it took.
procedure-body-on-file = Entry { $entry }: "{ $event }" ({ $on }) names { $written ->
        [court] a court
        [police] the police
        [procuratorate] a procuratorate
        [government] a government
        [platform] a platform
        [legal-aid] a legal-aid organ
       *[other] a private person
    }, which by { $cites } is not whose step it is.
    .advice = It was entered before this was checked, and counts as it stands. With this step may stand: { $known }. Strike the entry and enter the step anew.
procedure-body-missing = "{ $event }" may be a step of more than one body ({ $cites }); say which: { $known }
    .advice = Add --body with one of these, and --body-name with the name of the office as on the paper.
    .web-advice = Choose it under “Who acted”, with the name of the office as on the paper.
procedure-statement-name = "{ $event }": "{ $written }" is no statement.
    .advice = A statement is named st- and eight digits, as measure prints it, or post: and the key of one of its posts.
procedure-data-unreadable = { $file } cannot be read: { $message }
    .advice = Mend the file; docs/procedures shows the form.
procedure-data-twice = { $file }: { $name } stands twice.
    .advice = Give each its own name.
procedure-data-label-missing = { $file }: { $name } has no name in one of the languages.
    .advice = Write zh and en.
procedure-data-uncited = { $file }: { $name } cites no article.
    .advice = Name the article that it rests on.
procedure-data-state-unknown = { $file }: there is no state { $name }.
    .advice = Define it, or correct the name.
procedure-data-event-unknown = { $file }: there is no event { $name }.
    .advice = Define it, or correct the name.
procedure-data-event-unused = { $file }: no move and no closing uses the event { $name }.
    .advice = Draw a move for it, or take it out.
procedure-data-reason-unknown = { $file }: there is no reason { $name }.
    .advice = Define it with its event, or correct the name.
procedure-data-procedure-unknown = { $file }: there is no procedure { $name }.
    .advice = Correct the name.
procedure-data-condition-empty = { $file }: a condition on { $name } names neither a state nor an event.
    .advice = Name at least one.
procedure-data-state-unreachable = { $file }: no move reaches the state { $name }.
    .advice = Draw a move to it, or take it out.
procedure-data-state-dead = { $file }: the state { $name } leads nowhere and is no end.
    .advice = Draw a move from it, or mark it end = true.
procedure-data-ambiguous = { $file }: two moves answer { $name } in the same state.
    .advice = Tell them apart by reasons, or by what they need.
procedure-data-call-undrawn = { $file }: { $name } is called for in a state in which no move takes it.
    .advice = Draw the move, or take the state out of the call.
procedure-data-term-unknown = { $file }: the event { $event } establishes { $term }, which is not in the vocabulary.
    .advice = redress law facts lists the terms.
procedure-data-value-unfit = { $file }: the event { $event } cannot set { $term } to { $value }.
    .advice = A judgement is never set by a step; a choice takes a word of its list.
procedure-data-day-wrong = { $file }: the closing { $closing } has no proper day in since.
    .advice = Write it as 2024-01-01.
procedure-article-later = "{ $event }" of { $on } is older than the articles named for it ({ $cites }); the law of that day is not in this book.
    .advice = Look up what applied then.
procedure-data-contradiction = { $file }: the closing { $name } always closes a step that a move draws.
    .advice = Take out one of them, or say when it is closed.
