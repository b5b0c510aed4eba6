# Sentences of the calendar room. $file is the file of a year (calendar/cn/2026.toml, or one that was handed in).

# --- Files of the years
calendar-unreadable = { $file } cannot be read: { $message }
    .advice = Mend the place that is named; docs/calendar.md explains every field.
calendar-empty-year = { $file } has no notice or no holiday.
    .advice = A year needs the notice that it rests on and every span of days off.
calendar-moved-day-wrong = { $file }: { $day } cannot be a moved working day. It is no Saturday or Sunday of that year, is a day off as well, or is there twice.
    .advice = Compare with the notice.
calendar-span-wrong = { $file }: the span that begins on { $day } ends before it begins, overlaps the one before, or lies outside the year.
    .advice = Put the spans in order. A span may begin in the last week of the year before.
calendar-days-differ = { $file }: the span from { $day } has { $counted } days, and the notice is said to give { $said }.
    .advice = Compare with the notice.
calendar-statutory-outside = { $file }: the statutory holiday { $day } lies outside its span.
    .advice = Compare with the notice.
calendar-no-such-notice = { $file }: no notice with the number { $number } is listed.
    .advice = List the notice, or correct the number under "under".
calendar-handed-in = The days of { $year } come from a file that was handed in: { $file }.
calendar-source = Days off and moved working days of { $year }: { $title }, { $number }, { $issued } (text read: { $from }).
calendar-source-unverified = Days off and moved working days of { $year } were read from { $from }, not from the notice ({ $title }, { $number }, { $issued }).
calendar-number-unverified = The number { $number } was not checked.
calendar-statutory-unverified = Which days of { $year } are statutory holidays was read from { $from }, not from an official text.
calendar-year-missing = Days off and working days of { $year } are not known: there is no file of that year.

# --- Ends of periods
calendar-stop-backwards = The obstacle that begins on { $from } ends before that day.
    .advice = Check the two days.
calendar-beyond = The period from { $from } ends beyond the last day that a calendar can name, or before the first.
    .advice = Check the day and the length.
calendar-stop-without-rule = The rules of this period let no obstacle lengthen it; the one from { $from } on was left out.
calendar-stop-is-relief = The obstacle from { $from } on does not lengthen this period. Who missed it for that reason may ask for relief, and the court decides.
calendar-stop-lasts = The obstacle from { $from } on still lasts. The day shown leaves it out.
calendar-stop-accepted = The obstacle from { $from } on moves the day shown. Whether it is accepted is for the authority to decide; the day without it stands beside.
calendar-stop-no-effect = The obstacle from { $from } on changes nothing: it lies outside the days that count.
calendar-restart-before-start = The event of { $day } lies before the period or on its first day; it was left out.
calendar-restart-after-strict = The event of { $day } lies after the strict day, and not after the day with holidays. Whether it begins the period anew turns on the holiday; the day shown leaves it out.
calendar-arranged-days = The day with holidays rests on days that are off by arrangement (放假调休) and are no statutory holidays. They are read as holidays here; no text says so.
calendar-restart-without-rule = The rules of this period know no new beginning; the event of { $day } was left out.
calendar-restart-too-late = The event of { $day } lies after the end and begins nothing anew.

# --- Calendar files (ics)
calendar-stamp-beyond = No calendar can name the moment { $stamp }.
    .advice = Check the clock.
calendar-item-without-day = "{ $item }" has no day and is not in the calendar file.
calendar-ics-summary = [{ $cover }] { $title }
calendar-ics-hearing = Hearing. How long it lasts is not known.
calendar-ics-strict = The last day, computed strictly: { $day }. No holiday is added.
calendar-ics-same-day = That day is a working day; no holiday moves it.
calendar-ics-extended = With holidays and working days: { $day }. Do not plan on it.
calendar-ics-no-rule = No rule moves this day past a holiday.
calendar-ics-custody = Custody is never made longer by a holiday.
calendar-ics-hours = Counted in hours; no rule moves its end past a holiday.
calendar-ics-years-missing = Whether a holiday moves it is not known: no file of { $years }.
calendar-ics-cites = Source: { $cites }
