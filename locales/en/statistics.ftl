# Sentences of the statistics room.

# --- Statistics: titles, periods, units
statistics-title = Statistics of cases
statistics-lead = Counts from 1 to { $last } are withheld and shown as "*"; so are some larger ones, so that none can be computed from the rest. Zeros are shown: they point at nobody.
statistics-lead-open = Nothing is withheld: for use inside the office only.
statistics-long = The table ({ $count } rows)
statistics-titled = { $title } ({ $unit })
statistics-period = { $from } to { $to }, as of { $day }
statistics-scope-unnamed = Case files of a register whose scope nobody named
statistics-scope-region = { $scope } ({ $region })
statistics-unit-cases = cases
statistics-unit-files = case files
statistics-unit-persons = persons
statistics-unit-notices = notices
statistics-unit-items = items
statistics-unit-accounts = accounts
statistics-year = { $year }
statistics-half =
    { $part ->
        [1] 1st half
       *[other] 2nd half
    } { $year }
statistics-month =
    { $part ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[other] December
    } { $year }
statistics-broken = From { $day } this counts something else: { $reason } What lies on the two sides of that day is not to be compared.
statistics-months = { $from } to { $to }
statistics-week = { $year }, week { $part }
statistics-week-during = { $year }, week { $part } [{ $events }]
statistics-period-doubt = { $period } (period not checked)
statistics-nothing-in = Nothing was counted in: { $tables }
statistics-total = Total
statistics-withheld = withheld
statistics-not-known = not known
statistics-column-cases = Cases
statistics-column-median = Median days
statistics-column-opened = Opened
statistics-column-first-step = First step
statistics-column-period = Period
statistics-column-own = This register
statistics-column-published = Published

# --- Tables
statistics-table-arrests = Arrests approved, by offence
statistics-table-charged = Persons charged, by offence
statistics-table-routes = Routes taken
statistics-table-funnel = Private prosecution: filed, accepted, judged, and where cases leave
statistics-table-public = Public prosecution: outcomes
statistics-table-durations = Days between milestones
statistics-table-crossings = Crossings between private, public and administrative procedure
statistics-table-help = Police help with evidence
statistics-table-notices = Notices in time or late
statistics-table-duties = Notices by duty
statistics-table-marks = Supervised key cases and rapid response
statistics-table-minors = Whether the person is under eighteen
statistics-table-weeks = Case files a week beside the listed events

# --- Rows
statistics-offence-insult = Insult
statistics-offence-defamation = Defamation
statistics-offence-personal-information = Infringing personal information
statistics-offence-refusing-duties = Refusing network-security duties
statistics-offence-unlawful-use = Unlawful use of information networks
statistics-offence-assisting = Assisting network crime
statistics-offence-other-offence = Another offence
statistics-offence-not-stated = Offence not recorded
statistics-procedure-private-prosecution = Private prosecution
statistics-procedure-public-prosecution = Public prosecution
statistics-procedure-police-help = Police help with evidence
statistics-procedure-filing-supervision = Filing supervision
statistics-procedure-injunction = Injunction
statistics-procedure-protection-order = Protection order
statistics-procedure-civil-suit = Civil suit
statistics-procedure-public-interest = Public-interest case
statistics-procedure-administrative-penalty = Administrative penalty
statistics-procedure-reconsideration = Reconsideration
statistics-procedure-platform-notice = Notice to a platform
statistics-procedure-legal-aid = Legal aid
statistics-procedure-transfer = Consultation and transfer
statistics-funnel-filed = Filed
statistics-funnel-not-accepted = Not accepted
statistics-funnel-withdrawn-before = Withdrawn before acceptance
statistics-funnel-to-public-before = To the police before acceptance
statistics-funnel-pending-before = Under review
statistics-funnel-accepted = Accepted
statistics-funnel-dismissed = Dismissed
statistics-funnel-withdrawn-after = Withdrawn after acceptance
statistics-funnel-settled = Settled or mediated
statistics-funnel-to-public-after = To public prosecution
statistics-funnel-pending-after = Pending in court
statistics-funnel-judged = Judged
statistics-funnel-concluded = Concluded
statistics-share-not-accepted = Share of concluded: not accepted
statistics-share-withdrawn-before = Share of concluded: withdrawn before acceptance
statistics-share-dismissed = Share of concluded: dismissed
statistics-share-withdrawn-after = Share of concluded: withdrawn after acceptance
statistics-share-settled = Share of concluded: settled or mediated
statistics-share-to-public-after = Share of concluded: to public prosecution
statistics-share-judged = Share of concluded: judged
statistics-public-begun = Begun
statistics-public-refused = Filing refused
statistics-public-private-only = Told of the private suit
statistics-public-dropped = Dropped
statistics-public-not-prosecuted = Not prosecuted
statistics-public-prosecution-withdrawn = Prosecution withdrawn
statistics-public-judged = Judged
statistics-public-pending = Pending
statistics-span-private-prosecution-filed-accepted = Private: filed to accepted
statistics-span-private-prosecution-filed-refused = Private: filed to refused
statistics-span-private-prosecution-accepted-judged = Private: accepted to judged
statistics-span-private-prosecution-filed-judged = Private: filed to judged
statistics-span-public-prosecution-reported-filed = Public: reported to filed
statistics-span-public-prosecution-filed-indicted = Public: filed to indicted
statistics-span-public-prosecution-indicted-judged = Public: indicted to judged
statistics-span-police-help-court-asked-collected = Police help: asked to collected
statistics-crossing-asked-to-withdraw = Before acceptance: police have filed, court asks to withdraw
statistics-crossing-withdrawn-at-request = Before acceptance: withdrawn at the court's request
statistics-crossing-refused-police-open = Before acceptance: police have filed, suit refused
statistics-crossing-trial-ended = After acceptance: trial ended
statistics-crossing-materials-handed-over = Materials handed over to the police
statistics-crossing-joined-as-victim = Took part in the public case as the victim
statistics-crossing-transferred = Transferred by the court to the police
statistics-crossing-received-from-court = Received by the police from the court
statistics-crossing-told-private-only = Told by the police of the private suit
statistics-crossing-filed-after-public = Filed privately after the public case stopped
statistics-crossing-received-from-administrative = Administrative to criminal
statistics-crossing-moved-to-administrative = Criminal to administrative
statistics-crossing-consultation = Consultation asked for
statistics-crossing-handed-over = Handed over
statistics-crossing-received = Received
statistics-crossing-sent-back = Sent back
statistics-help-requested = Requested of the court
statistics-help-declined = Declined by the court
statistics-help-court-asked = Asked of the police by the court
statistics-help-no-reply = No answer
statistics-help-collected = Collected
statistics-help-cannot-collect = Explained in writing: could not
statistics-notice-in-time = In time
statistics-notice-late = Late
statistics-notice-not-known = Cannot be told
statistics-duty = { $duty }
statistics-mark-supervised = Supervised only
statistics-mark-rapid-response = Rapid response only
statistics-mark-both = Both
statistics-mark-neither = Neither
statistics-age-minor = Under eighteen
statistics-age-adult = Eighteen or over
statistics-age-not-stated = Not recorded

# --- Notes
statistics-note-cohort = The cases are those filed (begun) in the period; where they stand is as of { $day }. Those that are pending will change.
statistics-note-first-instance = Outcomes are those of first instance; an appeal does not undo "judged". A suit that is filed again counts as another case.
statistics-note-decisions = Persons are counted by the day of the decision; somebody named in two decisions counts twice.
statistics-note-persons-unknown = Some decisions do not say how many persons they concern. They are not counted, which does not mean none.
statistics-note-routes = By the day on which each procedure began. A case file may take several routes; each counts as one case.
statistics-note-durations = Only cases in which both milestones are recorded and the later one lies in the period. A median over fewer cases than the threshold is withheld.
statistics-note-crossings = By the day of the step. A case may stand in several rows, so the rows do not add up.
statistics-note-steps = By the day of each step, once a case and row. The rows do not add up.
statistics-note-notices = By the day of service. Where the law fixes no day, or the day it runs from is not known, it cannot be told.
statistics-note-opened = By the day on which the file was opened.
statistics-note-weeks = Weeks by ISO 8601, from Monday. The events are the reader's own list; that one follows another says nothing about why.
statistics-note-weeks-left-out = { $count } earlier weeks are not listed.
statistics-note-event = Event: { $name }, { $from } to { $to } (source: { $source }).
statistics-note-withheld = "*": a count from 1 to { $last }, or one that would let such a count be computed.
statistics-source-ledgers = Source: the ledgers of the case files of this register.

# --- Charts
statistics-chart-funnel = How many were filed, accepted and judged, and where cases leave
statistics-chart-arrests = Persons whose arrest was approved, by period
statistics-chart-charged = Persons charged, by period
statistics-chart-weeks = Files opened a week; the bands are the listed events
statistics-legend-stage = stage
statistics-legend-exit = cases leave
statistics-legend-pending = pending

# --- Published figures
statistics-published-title = Published statistics
statistics-published-lead = The scopes of these series differ: they are neither added nor joined. What was not published or not found is "not known", never 0. Shares are computed anew.
statistics-beside = Published figures beside it
statistics-not-beside = Published series that do not stand beside it: { $count }
statistics-beside-scope = The scope differs, or that of this register was not named.
statistics-beside-unit = The unit differs.
statistics-beside-period = No period is the same.
statistics-series = { $scope }: { $series }
statistics-sources = Sources
statistics-at-least = at least { $figure }
statistics-more-than = more than { $figure }
statistics-head-series = Series
statistics-head-period = Period
statistics-head-figure = Figure
statistics-head-share = Share
statistics-head-change = Stated change
statistics-head-mark = Checked
statistics-head-sources = Sources
statistics-mark-of-v = V: read in the source
statistics-mark-of-secondary = secondary: quoted elsewhere
statistics-mark-of-k = K: not checked

# --- Refusals
statistics-scopes-differ = The scopes differ: "{ $scope }" and "{ $other }". Figures of two scopes are never added up.
    .advice = Count each scope by itself.
statistics-days-backwards = From { $from } to { $to } runs backwards.
    .advice = Check the two days; the last one is never later than the day as of which it is counted.
statistics-too-many-periods = From { $from } to { $to } there are too many periods for a table.
    .advice = Shorten it with --from and --to, or count by year; perhaps a date is wrong.
    .web-advice = Choose fewer days, or count by year; perhaps a date is wrong.
statistics-breaks-unreadable = { $file }: the list of breaks cannot be read: { $problem }
    .advice = One table a break: [[break]] table = "arrests", on = "2024-07-01", reason = "…" (or zh = "…" and en = "…").
statistics-break-table = { $file }: there is no table "{ $table }" (break of { $day }).
    .advice = The names of the tables stand in docs/statistics.md and in the help of --table.
    .web-advice = The names of the tables stand on the page of statistics.
statistics-break-twice = { $file }: the table "{ $table }" has two breaks on { $day }.
    .advice = Say both reasons in one.
statistics-break-reason = { $file }: the break of "{ $table }" on { $day } says no reason.
    .advice = Say in reason, or in zh and en, what is counted otherwise from that day.
statistics-record-odd = What was kept of a case for counting cannot be read.
    .advice = Have the cases of the office counted anew: redress office recount.
    .web-advice = Ask the keeper of the office to have the cases counted anew.
statistics-release-odd = The stored release cannot be read.
    .advice = It was altered, or a newer version of this program wrote it; use that version, or restore the database.
statistics-events-unreadable = { $file }: the list of events cannot be read: { $problem }
    .advice = One [[event]] each with name, from, to and source; days are written "2024-03-01".
statistics-event-wrong = { $file }: the event "{ $name }" has no name or source, or ends before it begins.
    .advice = Give it a name and a source, and check its two days.
statistics-published-wrong = { $file }: the published series cannot be read or do not fit together: { $problem }
    .advice = Mend the place that is named; docs/statistics.md explains every field.
