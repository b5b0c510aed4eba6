# Sentences of the result page.
report-title = { $cover } · result
report-skip = Skip to protected speech
report-contents = Parts of this page
report-lead = What the material in this file shows, as of { $at }. It gives no verdict on anyone. Every figure leads back to its evidence.
report-on-the-material = on the material in this file
report-nav-protected = Article 10
report-nav-kept = Kept
report-nav-measured = Measured
report-nav-established = Established
report-nav-missing = Missing
report-nav-routes = Routes
report-nav-evidence = Evidence
report-nav-limits = Limits
report-head-protected = First: is it protected? (Guiding Opinions, Article 10)
report-head-kept = What is kept
report-head-measured = What is measured
report-head-established = What is made out, open or disputed
report-head-missing = What would change it
report-head-routes = Routes
report-head-evidence = Evidence list
report-head-limits = What sealing shows, and what it cannot show
report-scope-case = The whole case
report-gate-lead = Truthful reports of wrongdoing, and comment and criticism even where one-sided or sharp, are protected. This is asked before any answer that could lead to a penalty.
report-gate-none = No person has taken up a statement, so nothing is relied on.
report-gate-aside = Protected. It is set aside and not relied on for any penalty.
report-gate-report = as a report:
report-gate-criticism = as comment or criticism:
report-gate-rest = Nothing is relied on before a person has taken it up. There { $count ->
        [one] is 1 statement
       *[other] are { $count } statements
    } in this file.
report-kept-items = exhibits
report-kept-rows = rows read
report-kept-posts = distinct posts
report-kept-accounts = accounts
report-kept-masked = of these, masked
report-kept-undated = posts without a date
report-kept-masked-note = { $masked ->
        [0] No account is masked.
        [one] One account is masked by the tool that exported it: this shows content only. Capture the account page.
       *[other] { $masked } accounts are masked by the tool that exported them: this shows content only. Capture the account pages.
    }
report-reader-reports = What the readers counted, file by file ({ $count ->
        [one] 1 file
       *[other] { $count } files
    })
report-measured-lead = Two posts say the same where they share at least { $threshold } of their character triples. Views and reposts are never added to each other.
report-statement = { $members ->
        [one] 1 post says this
       *[other] { $members } posts say this
    }, { $exact ->
        [0] none
       *[other] { $exact }
    } word for word like the first, from { $accounts ->
        [one] 1 account
       *[other] { $accounts } accounts
    }.
report-other-statements = { $count ->
        [one] 1 more statement that nobody has taken up ({ $all } in all)
       *[other] { $count } more statements that nobody has taken up ({ $all } in all)
    }
report-case-figures = The whole case
report-bar-reached = Even the lowest reading reaches { $threshold }.
report-bar-below = Even the highest reading stays below { $threshold }.
report-bar-open = Whether { $threshold } is reached is open.
report-floor-source = The number stands in { $article }, in force since { $day }; it concerns defamation alone.
report-topic-reads = Topic reads are not views of one item. They are not counted as views.
report-parts = Every observation ({ $count })
report-part-place = Place
report-part-shown = Shown
report-part-count = Means
report-part-seen = Seen
report-not-recorded = not recorded
report-no-source = no source
report-more-places = and { $count } more
report-no-dates = No post has a date; nothing is drawn.
report-timeline-caption = { $posts } posts by { $step ->
        [hour] hour
        [week] week
        [four-weeks] four weeks
        [year] 52 weeks
       *[day] day
    }, Beijing time. { $undated ->
        [0] All have a date.
        [one] 1 has no date and is not drawn.
       *[other] { $undated } have no date and are not drawn.
    }
report-table-behind = The same numbers as a table
report-time = Time
report-stages = Stages of the spread: { $count }
report-stages-note = Stages by the pace of posting, numbered under the axis (method: optimal division of the square roots of the posts per { $step ->
        [hour] hour
        [week] week
        [four-weeks] four weeks
        [year] 52 weeks
       *[day] day
    }). The beginning of each but the first is a point at which the pace changes. A stage is a pace and says nothing of its cause.
report-stages-one = The pace of posting does not change so much that stages can be told apart.
report-stage = Stage
report-stage-from = From (Beijing time)
report-stage-to = To the next stage
report-stage-pace = Posts per bar
report-posts = Posts
report-words-left-out = The words of the posts are not on this page.
report-hidden = Text is hidden
report-show = Show this text
report-account = account { $number }
report-no-date = no date
report-nothing-taken-up = Nothing has been asked of the law yet: a person says something about a statement first.
report-law-used = Law as of the acts; deadlines as of { $day }. Law book { $digest }, { $rules } rules.
report-enumerated = Without the catch-all: { $value }.
report-presumptive = If the other side shows none of its defences: { $value }.
report-versions-differ = The law changed while this went on, and the two versions answer differently. Both are given.
report-joint-all = all are needed
report-joint-any = any one is enough
report-only-a-person = only a person sets this
report-unverified = unverified
report-facts = Facts that are relied on ({ $count })
report-fact-fact = Fact
report-fact-value = Value
report-fact-standing = Established by
report-fact-sources = Evidence
report-opposing = other side
report-missing-ours = What could still be shown
report-missing-theirs = The strongest points of the other side: what they would have to show
report-missing-none = Nothing: no missing or disputed fact would change an answer.
report-more-sets = { $count } other sets
report-perishable = may be deleted any time
report-route-conditions = What was looked at ({ $count })
report-route-needs = Facts that would change it
report-route-steps = Steps ({ $count })
report-route-duties = What the authorities must do ({ $count })
report-route-own-duties = What you owe ({ $count })
report-route-claims = What can be claimed ({ $count })
report-route-defendants = Against whom ({ $count })
report-route-crossings = Where private and public procedure cross ({ $count })
report-branch-needs = It turns on: { $facts }
report-route-papers = Papers ({ $count })
report-route-fee = What it costs
report-paper-form = official form { $form } (法〔2025〕82号)
report-yuan-to = at most { $sum }
report-duty-from = from { $day }
report-duty-due = until { $day }
report-duty-done = done on { $day }
report-duty-proof = proof is on file
report-duty-no-proof = no proof on file
report-route-warnings = Before you act ({ $count })
report-deadline = until { $due }
report-deadline-passed = passed on { $due }
report-deadline-from = counted from { $from } ({ $term })
report-deadline-unknown = cannot be worked out: { $term } is missing
report-list-item = Exhibit
report-list-name = Name and format
report-list-exhibit = Exhibit { $number }
report-list-role = Kind
report-list-source = Source
report-list-sealed = Sealed (Beijing time)
report-list-proves = Facts that rest on it
report-list-check = Check values
report-list-each = The exhibits, one a row
report-list-more = { $count } more
report-role-material = found online
report-role-paper = paper
report-role-mapping = mapping file
report-role-checkpoint = sealed head of the ledger
report-role-timestamp = answer of a timestamp authority
report-limit-integrity = Integrity
report-limit-integrity-why = Every byte of a bundle can be compared with the lists and the signature.
report-limit-inclusion = Inclusion
report-limit-inclusion-why = Every exhibit has a proof that it stands in the signed log.
report-limit-append-only = Append-only
report-limit-append-only-why = Bundles of the same case show that the log only grew between them.
report-limit-existed-by = Existed no later than
report-limit-existed-by-why = The times here are those of the computer that sealed. That something existed by a time is shown only by a timestamp authority, or by somebody the reader knows who signed the log at that time.
report-limit-signer = Signer
report-limit-signer-why = That this log was signed with a certain key shows only when the reader was given that key by another way: in person, by telephone, by letter.
report-limit-corroboration = Corroboration
report-limit-corroboration-why = Somebody else whom the reader knows signed the log as it stood: then it does not rest on the word of one side.
report-limit-origin = Origin
report-limit-origin-why = Sealing cannot show what was true before it: whether the post said this, and who wrote it. That needs other evidence.
report-verify = Anyone can check a bundle with these commands; the last one needs no special program:
report-verify-words = Anyone can check a bundle: on the page “Verify a bundle”, or with public tools that have nothing to do with this program.
report-made-by = Made by { $software } from { $entries } ledger entries; the last has the digest
report-statement-name = Statement { $sign }
report-nav-law = Law
report-head-law = Which law was used
report-law-article = Provision
report-law-force = In force
report-law-clock = Chosen by
report-law-checked = Text
report-law-open = from { $from }, no end known
report-law-repealed = from { $from }, until { $on } (not included)
report-law-not-researched = from { $from }; whether it has ended was not looked up
report-law-by-act = day of the act
report-law-by-filing = day of the filing
report-law-verified = read at its source
report-days-left = { $days ->
        [0] today
        [one] 1 day left
       *[other] { $days } days left
    }
report-more-dates = { $count } more, by statement
report-deadline-kept = to { $due }; done on { $kept }, in time
report-reader-file = File
report-reader-rows = rows
report-reader-distinct = distinct
report-reader-repeats = repeats
report-reader-ragged = ragged
report-reader-skipped = skipped
report-reader-undated = undated
report-reader-masked = masked authors
report-reader-floors = floors
report-reader-rounded = rounded
report-list-rows = { $count ->
        [one] 1 row
       *[other] { $count } rows
    }
report-list-out-of = out of
report-list-proves-nothing = no fact rests on it yet
report-more-facts = { $count } more
report-place-row = { $item } row { $row }
report-place-bytes = { $item } byte { $start }
report-place-record = { $item } { $table } record { $rowid }
report-the-figure = how { $id } was counted
report-bar-label = { $count }, against { $threshold } on an axis that starts at 0
report-one-time = { $posts ->
        [one] 1 dated post
       *[other] { $posts } dated posts
    }, all in one { $step ->
        [hour] hour
        [week] week
        [four-weeks] four weeks
        [year] 52 weeks
       *[day] day
    }; { $undated } without a date. No chart is drawn.
report-timeline-label = { $posts } posts from { $from } to { $to }, at most { $most } in one step
report-bar-exact-reached = Counting word-for-word copies only, { $count }: still reached.
report-bar-exact-below = Counting word-for-word copies only, { $count }: not reached.
report-bar-exact-open = Counting word-for-word copies only, { $count }: open.
report-key-solid = counted
report-key-contested = near copies, which the other side may contest
report-key-rounded = rounding by the platform
report-key-open = no record beyond this
report-more-remarks = { $count } more of the kind
report-parts-left-out = { $count } smaller ones are not listed here; they stand in the sealed files.
report-from-to = From { $first } to { $last }.
report-rule = Provision
report-glyphs = Left half: the worst reading for the person concerned. Right half: the best. Filled is shown, dashed is missing, open is not shown.
report-answers-matrix = Every answer for every statement
report-readings = Worst reading: { $worst }. Best reading: { $best }.
report-joint-at-least = { $count ->
        [one] at least 1 is needed
       *[other] at least { $count } are needed
    }
report-missing-lead = The smallest set first, then what may vanish first, then what costs least. Each set alone would change the answer. Nothing is worked out against protected speech.
report-family-dispute = turns on disputes
report-sets-left-out = There are more sets than were worked out.
report-figure-posts = Posts
report-figure-accounts = Accounts
report-figure-accounts-masked = Accounts that are masked
report-figure-views = Views
report-figure-plays = Plays
report-figure-reposts = Reposts
report-figure-reposts-displayed = Reposts, as displayed
report-figure-reposts-captured = Reposts, captured one by one
report-figure-comments-displayed = Comments, as displayed
report-figure-comments-captured = Comments, captured one by one
report-figure-likes = Likes
report-figure-group-members = Members of chat groups
report-figure-topic-reads = Reads of a topic
report-set-aside = protected, set aside
report-bar-exact-none = The word-for-word copies show no counter of this kind.
report-other-figures = Other figures ({ $count })
report-on-day = On { $day }.
report-authority-dates = Dates that bind the authorities
report-list-figures = { $count ->
        [one] 1 figure is counted from it
       *[other] { $count } figures are counted from it
    }
report-bar-near-reached = If near copies count as the same statement, { $threshold } is reached.
report-opposing-measured = may be contested: without near copies
report-timeline-reposts = Drawn are the { $members ->
        [one] 1 post that says this
       *[other] { $members } posts that say this
    } and { $reposts ->
        [one] 1 captured repost
       *[other] { $reposts } captured reposts
    } under them.
