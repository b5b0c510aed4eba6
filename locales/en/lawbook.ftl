# Sentences of the law book: the page, what changes between two days, official texts.

# --- Instruments and articles
lawbook-cite = { $instrument }, { $article }
lawbook-article = article { $number }{ $item }
lawbook-article-after = article { $number }-{ $after }{ $item }
lawbook-article-named = ({ $number }){ $item }
lawbook-in-force-open = in force from { $from }, no end known
lawbook-in-force-not-researched = in force from { $from }; whether it has ended was not researched
lawbook-in-force-repealed = in force from { $from }, no longer from { $on } (by { $by })
lawbook-dates-open = from { $from }
lawbook-dates-not-researched = from { $from }; end not researched
lawbook-dates-repealed = from { $from }, no longer from { $on }
lawbook-end-not-researched = end not researched
lawbook-nothing-before = nothing came before it: an act that ended earlier does not meet it
lawbook-clock-act = version by the day of the act
lawbook-clock-filing = version by the day of filing
lawbook-verified = read at the source named
lawbook-unverified = not verified
lawbook-some-unverified = read; { $count } { $count ->
        [one] page
       *[other] pages
    } not verified
lawbook-draft = draft, not in force
lawbook-draft-published = published { $day }, not in force
lawbook-rank-criminal-statute = Criminal statutes
lawbook-rank-civil-statute = Civil statutes
lawbook-rank-administrative-statute = Administrative statutes and regulations
lawbook-rank-procedure-statute = Statutes on procedure
lawbook-rank-interpretation = Judicial interpretations
lawbook-rank-normative-document = Normative documents
lawbook-rank-departmental-rule = Departmental rules
lawbook-role-offence = criminal
lawbook-role-violation = administrative penalty
lawbook-role-civil = civil
lawbook-role-protected = protected speech
lawbook-role-aggravation = heavier
lawbook-role-leniency = lighter
lawbook-role-procedure = condition of a procedure
lawbook-role-relief = may be claimed
lawbook-role-evidence = demand on evidence
lawbook-role-element = element
lawbook-body-person = the person concerned
lawbook-body-court = people's court
lawbook-body-police = public-security organ
lawbook-body-procuratorate = people's procuratorate
lawbook-body-government = administrative organ
lawbook-body-platform = network service provider
lawbook-body-legal-aid = legal-aid organ
lawbook-body-actor = the actor
lawbook-hours = { $n } { $n ->
        [one] hour
       *[other] hours
    }
lawbook-days = { $n } { $n ->
        [one] day
       *[other] days
    }
lawbook-working-days = { $n } working { $n ->
        [one] day
       *[other] days
    }
lawbook-months = { $n } { $n ->
        [one] month
       *[other] months
    }
lawbook-years = { $n } { $n ->
        [one] year
       *[other] years
    }
lawbook-regime-criminal-limitation = limitation of prosecution
lawbook-regime-criminal-procedure = criminal procedure
lawbook-regime-civil-limitation = limitation of civil claims
lawbook-regime-civil-procedure = civil procedure
lawbook-regime-penalty-limitation = limitation of penalties
lawbook-regime-police-procedure = police administrative procedure
lawbook-regime-reconsideration = administrative reconsideration
lawbook-regime-administrative-suit = administrative suit
lawbook-measure = { $measure }: { $number }
lawbook-measure-imprisonment-months-max = imprisonment, at most (months)
lawbook-measure-imprisonment-months-min = imprisonment, at least (months)
lawbook-measure-detention-days-max = detention, at most (days)
lawbook-measure-detention-days-min = detention, at least (days)
lawbook-measure-fine = fine (1 means there is one)
lawbook-measure-fine-yuan-max = fine, at most (yuan)
lawbook-measure-fine-yuan-min = fine, at least (yuan)
lawbook-measure-fine-gain-multiple-max = fine, at most (times the gain)
lawbook-measure-fine-gain-multiple-min = fine, at least (times the gain)
lawbook-measure-fine-times-max = fine, at most (times)
lawbook-measure-fine-times-min = fine, at least (times)
lawbook-measure-responsible-fine-yuan-max = fine for those in charge, at most (yuan)
lawbook-measure-responsible-fine-yuan-min = fine for those in charge, at least (yuan)
lawbook-measure-profession-ban-months-max = professional ban, at most (months)
lawbook-measure-profession-ban-months-min = professional ban, at least (months)
lawbook-measure-damages-yuan-max = damages, at most (yuan)
lawbook-measure-fee-percent = fee (%)
lawbook-measure-extra-above-yuan = further part above (yuan)
lawbook-measure-extra-per-mille = on the further part (‰)
lawbook-measure-extra-yuan = further (yuan)
lawbook-measure-yuan = amount (yuan)
lawbook-measure-yuan-max = amount, at most (yuan)
lawbook-measure-yuan-min = amount, at least (yuan)

# --- The page
lawbook-title = The redress law book
lawbook-skip = To the contents
lawbook-lead = Each provision stands here in the book's own words, and as a rule that can be worked out. The book carries no official text; whether a rule is right is for a lawyer to say, with the official text at hand.
lawbook-counted = { $instruments } instruments, { $provisions } provisions, { $rules } rules. Digest
lawbook-legend = Marks
lawbook-legend-judged = the program does not compute it
lawbook-legend-unverified = the text was not read at the source named
lawbook-made-from = Made from this version of the law book:
lawbook-contents = Contents
lawbook-readings = Contested readings
lawbook-facts = Facts
lawbook-articles = Articles
lawbook-column-instrument = Name
lawbook-column-force = In force
lawbook-column-size = In this book
lawbook-column-checked = Checked
lawbook-size = { $provisions } { $provisions ->
        [one] provision
       *[other] provisions
    }, { $rules } { $rules ->
        [one] rule
       *[other] rules
    }
lawbook-source = Source:{" "}
lawbook-not-encoded = Articles that are not encoded
lawbook-articles-from-to = Articles { $first } to { $last }
lawbook-other-articles = other articles
lawbook-all-articles = every article
lawbook-limits = Limits of the encoding.
lawbook-contested = Read differently:
lawbook-alternatives = Alternatives:
lawbook-chosen-by = Chosen by a person:
lawbook-official = Official text (the reader's own copy)
lawbook-unless = Unless
lawbook-check-first = Check first
lawbook-must-be-excluded = must be excluded; while it is open, the answer is open
lawbook-for-the-other-side = for the other side to show
lawbook-severity = Compared for the milder law:
lawbook-gives-in-order = Once made out it gives (in order: the first that fits applies)
lawbook-gives-all = Once made out it gives
lawbook-gives-what = What
lawbook-gives-numbers = Numbers
lawbook-gives-when = If also
lawbook-gives-always = no further condition
lawbook-as-code = In the rule language
lawbook-any = any one is enough
lawbook-all = all are needed
lawbook-at-least-of = at least { $n } are needed
lawbook-not = not:
lawbook-count-at-least = reaches { $count } (that number included)
lawbook-count-at-most = does not pass { $count } (that number included)
lawbook-one-of = is one of: { $words }
lawbook-presumed = presumed; the other side may rebut it
lawbook-catch-all = catch-all; only a person sets it
lawbook-weigh = weighed by a person:
lawbook-accumulate = added up within { $window }, one count has to reach its number:
lawbook-accumulate-when = on condition:
lawbook-proportion = joined in proportion, reaching { $reach }:
lawbook-reading = read differently:
lawbook-read-as = read as
lawbook-within-act = within { $window } before the act
lawbook-within-filing = within { $window } before filing
lawbook-within-after = within { $window } after “{ $other }”
lawbook-not-before = not before “{ $other }”
lawbook-aged = aged { $years } at the act
lawbook-judged = set by a person
lawbook-deadlines = Time limits
lawbook-duties = Duties
lawbook-promptly = promptly
lawbook-period-deadline = Time limit
lawbook-period-duty = Duty
lawbook-period-who = Who
lawbook-period-length = How long
lawbook-period-from = Counted from
lawbook-period-when = If
lawbook-period-lost = If it passes
lawbook-period-done = Done
lawbook-period-restarts = Restarts:
lawbook-period-kept = Done:
lawbook-period-since = From:
lawbook-period-proof = Proof:
lawbook-period-latest = the latest, once all are known
lawbook-tests = Tests ({ $count } { $count ->
        [one] line
       *[other] lines
    })
lawbook-test-given = What differs from the base
lawbook-test-expected = Must be
lawbook-test-base = Base:
lawbook-test-as-base = the base alone
lawbook-test-empty = empty file
lawbook-test-day = act on { $act }, filed on { $filing }
lawbook-test-days = act from { $act } to { $end }, filed on { $filing }
lawbook-test-disputed = disputed
lawbook-test-presumptive = if no defence is raised
lawbook-test-enumerated = without catch-alls
lawbook-test-gives = gives
lawbook-test-version = version from { $from }
lawbook-readings-lead = Authorities or writers differ on these questions. Rules are worked out under each reading, and the answer says whether it matters; a person chooses.
lawbook-reading-question = Question
lawbook-reading-alternatives = Alternatives
lawbook-reading-place = Provision
lawbook-reading-versions = used in choosing versions
lawbook-reading-unused = no rule turns on it
lawbook-reading-rules = Rules that turn on it
lawbook-facts-lead = The rules, time limits and duties of this page read { $count } facts.
lawbook-fact-name = Fact
lawbook-fact-kind = Values
lawbook-fact-set = Who may set it, or where it comes from
lawbook-fact-rules = Rules that read it
lawbook-fact-unknown = not in the vocabulary
lawbook-kind-truth = yes or no
lawbook-kind-judgement = yes or no, set by a person
lawbook-kind-count = a count ({ $unit })
lawbook-kind-date = a day
lawbook-kind-choice = one of: { $words }
lawbook-kind-set = any of: { $words }
lawbook-per-statement = for each statement
lawbook-perishable = may be deleted any time
lawbook-set-person = set by a person
lawbook-set-own-capture = own capture and measures
lawbook-set-own-papers = own papers
lawbook-set-judgement = the person or counsel
lawbook-set-platform = the platform
lawbook-set-police-help = police assistance
lawbook-set-authority = a document of an authority
lawbook-set-first-hand = a statement is enough

# --- Between two days
lawbook-diff-title = What changes in the law from { $from } to { $to }
lawbook-diff-nothing = Nothing changes in the law that the book holds.
lawbook-diff-provisions = Provisions
lawbook-diff-rules = Rules
lawbook-diff-periods = Time limits and duties
lawbook-diff-begins = + new
lawbook-diff-ends = - ends
lawbook-diff-changes = ~ changes
lawbook-diff-replaced-by = replaced by { $by }
lawbook-diff-replaces = replaces { $old }
lawbook-diff-measure = { $measure }: { $old } → { $new }
lawbook-diff-deadline = time limit
lawbook-diff-duty = duty
lawbook-diff-only-the-book = Only provisions that the book holds are compared. A version whose end was not researched counts as in force.

# --- LegalRuleML
lawbook-lrml-note = Made from the redress law book. A Paraphrase is the book's own summary and not official text; the official text is that of the issuing body.
lawbook-lrml-source = { $article }; text: { $source } ({ $checked })
lawbook-lrml-must-be-excluded = The exception prevails. Whoever relies on the rule has to exclude it; while it is open, the answer is open.
lawbook-lrml-for-the-other-side = The exception prevails. It is for the other side to show.
lawbook-lrml-check-first = Checked before anything else.
lawbook-lrml-in-order = The first that fits applies.
lawbook-lrml-open-end = No end is known.
lawbook-lrml-not-researched = Whether it has ended was not researched.
lawbook-lrml-readings = No reading is chosen.
lawbook-lrml-legislature = The National People's Congress and its Standing Committee, or the State Council
lawbook-lrml-judiciary = The Supreme People's Court and the Supreme People's Procuratorate
lawbook-lrml-issuer = The body named in the title of the instrument
lawbook-lrml-jurisdiction = People's Republic of China (mainland)

# --- Official texts
lawbook-no-article = No heading of an article (第…条) was found in this text.
    .advice = Take a copy in Markdown or plain text that is arranged by articles.
lawbook-items-as-articles = No 第…条 was found; the text was cut by its { $count } numbered items.
lawbook-article-repeated = Line { $line }: article { $article } occurs again; the first one is used.
lawbook-article-order = Line { $line }: article { $article } stands behind article { $before }.
lawbook-article-gap = Line { $line }: article { $before } is followed by article { $article }; articles between them are missing.
lawbook-article-empty = Line { $line }: article { $article } has no text.
lawbook-contents-list = { $count } { $count ->
        [one] line
       *[other] lines
    } of a list of contents were not taken as articles.
lawbook-copy-unknown-instrument = { $copy }: the law book has no { $instrument }.
    .advice = redress law list shows the instruments.
lawbook-copy-not-recognised = { $copy }: it is not clear which instrument this is.
    .advice = Name it, for example cn/criminal-law.
lawbook-copy-several-instruments = { $copy }: this could be { $instruments }; none was chosen.
    .advice = Name the one that it is.
lawbook-copy-lacks-article = No copy of { $instrument } has article { $article }, which the book has.
lawbook-difference-only-in-first = only in the first copy
lawbook-difference-only-in-second = only in the second copy
lawbook-difference-words = the words differ
lawbook-difference-form = only space or the width of punctuation differs
