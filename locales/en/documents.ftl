# Papers out of a case: the summary, the draft recommendation, the leak check.
documents-unverified = {" "}[unverified]
documents-cited = {" "}({ $articles })

documents-summary-title = The law explained by a case: anonymised summary
documents-summary-note = This is what the material in this file shows, and no finding of any body. People, platforms and bodies go by their roles, figures by rounded bands, days by month or year.
documents-protected-head = Protected speech first (Guiding Opinions, Article 10)
documents-protected-none = No statement of this file has been taken up yet.
documents-protected-row = Statement { $number }: protected report: { $report }; protected comment or criticism: { $criticism }
documents-protected-set-aside = Statement { $number }: protected, and not told further (report: { $report }; comment or criticism: { $criticism })
documents-people-head = Who took part
documents-role-victim = the person concerned
documents-role-defendant = defendant
documents-role-actor = whoever published it
documents-role-platform = a platform
documents-role-relative = close relative
documents-role-guardian = guardian
documents-role-agent = agent in the procedure
documents-role-witness = witness
documents-victim-minor = The person concerned is under eighteen (the guardian agreed to its being told)
documents-victim-disabled = The person concerned has a disability (and agreed to its being told)
documents-circumstance = Circumstance of severity: { $what }
documents-statement-head = Statement { $number }
documents-statement-first = First seen: { $when }
documents-conduct-head = What was done
documents-conduct = { $what } ({ $standing })
documents-conduct-value = { $what }: { $value } ({ $standing })
documents-spread-head = How far it went
documents-answers-head = Elements, on the material in this file
documents-answer = { $what }: { $value }
documents-whole-head = The whole case
documents-procedures-head = Where the procedures stand
documents-procedures-none = No procedure is on file.
documents-procedure = { $what }: { $state }
documents-body-person = the complaining side
documents-body-court = the court
documents-body-police = the police
documents-body-procuratorate = the procuratorate
documents-body-government = the authority
documents-body-platform = the platform
documents-body-legal-aid = the legal-aid organ
documents-body-actor = the publishing side
documents-step = In { $when }, { $by }: { $what }
documents-step-reason = , { $reason }
documents-step-after = , { $days } { $days ->
       [one] day
      *[other] days
    } after the step before
documents-routes-head = The routes
documents-route = { $route }: { $state }
documents-routes-note = Several routes may run side by side; the person chooses.
documents-learned-head = What a reader learns
documents-learned-protected = True reports of crimes, violations and breaches of discipline, and comment and criticism, are protected by Article 10, however often they are passed on.
documents-learned-missing = Evidence missing does not mean that nothing happened; the articles say which evidence it takes, and it can be sought.
documents-learned-bodies = Whether there is a penalty or damages is for the competent bodies to decide; this summary draws no conclusion.
documents-articles-head = Articles of this case

documents-recommendation-judicial = Judicial recommendation (draft)
documents-recommendation-procuratorial = Procuratorial recommendation (draft)
documents-recommendation-police = Letter of notice of the police (draft)
documents-draft-note = Made from the facts of the file; no body has reviewed it. The blanks are for the issuing body to fill.
documents-blank-body = Issuing body: ________
documents-blank-number = Number: ________
documents-recommendation-to = To: { $platform }
documents-recommendation-basis-judicial = Basis: Guiding Opinions 20 [unverified]; the court decides whether to issue it.
documents-recommendation-basis-procuratorial = Basis: Guiding Opinions 20 [unverified]; the procuratorate decides whether to issue it.
documents-recommendation-basis-police = Basis: Guiding Opinions 20 [unverified]; the police decide whether to issue it.
documents-recommendation-no-verdict = It says what is on file and what is not; whether the platform did what it owed is for the issuing body to find.
documents-facts-head = 1. What the file records
documents-facts-set-aside = { $count ->
       [one] One more statement is
      *[other] { $count } more statements are
    } protected by Article 10 of the Guiding Opinions and no part of this; please do not act on them because of it.
documents-facts-none = No statement of this file has been taken up yet.
documents-statement-shown = Statement { $number }.{" "}
documents-statement-open = {" "}(whether Article 10 protects it is open: nothing is asked about those who said it)
documents-shown = { $figure } (exhibits: { $exhibits })
documents-notices-head = Notices and what the platform did
documents-notices-none = No notice to this platform is on file.
documents-notice = Notice { $number }: { $state }
documents-notice-step = { $on }: { $what }
documents-exhibit = {" "}(exhibit: { $exhibit })
documents-notice-days = From receipt to measures: { $days } { $days ->
       [one] day
      *[other] days
    }. Whether that was in time is for the issuing body to find.
documents-notice-silent = { $days } { $days ->
       [one] day
      *[other] days
    } after receipt, nothing on file says that the platform forwarded it or took measures.
documents-duties-head = 2. What the law asks, and what the file shows
documents-finding-done = On file: done on { $on }.
documents-finding-stated = Said to have been done on { $on }; no proof is on file.
documents-finding-shown = There is proof on file that it was done; the day is not on file.
documents-finding-nothing = The conditions are made out on the material in this file; nothing on file says that it was done.
documents-finding-not-done = The conditions are made out on the material in this file; the file says that it was not done.
documents-finding-differs = What is on file differs; nothing is concluded.
documents-finding-open = What is on file does not settle whether it was owed.
documents-finding-missing = Whether it was owed cannot be said; these facts are missing: { $facts }
documents-duty-not-encoded = { $article }: some of the acts lie before 2026; the old text was not checked, and this draft does not say what it asks. The issuing body checks it.
documents-judged-head = What a person judges
documents-judged-yes = { $what }: judged on file, yes
documents-judged-no = { $what }: judged on file, no
documents-judged-nobody = { $what }: nobody has judged it, or not with one voice
documents-asked-head = 3. What the platform is asked
documents-ask-notice = Whether, when and how a notice about these statements arrived, and what was done with it.
documents-ask-nothing = Whether and when it was done, with proof: { $what }
documents-ask-not-done = Why it was not done, and by when it can be: { $what }
documents-ask-unproven = Proof of it: { $what }
documents-ask-missing = Whether this arose, and what was done: { $what }
documents-ask-differs = The file differs; what happened, with proof: { $what }
documents-ask-keep = Please keep the contents, publishing records, logs and counts of views, comments and reposts of these statements for the competent bodies to obtain under the law.
documents-ask-change = Which rules and functions will be improved so that this does not happen again.
documents-reply-term = Please reply in writing within ____ days (the issuing body sets the term).
documents-signed = Issuing body (seal): ________    Date: ________
documents-annex-head = Annex: exhibits
documents-annex = Exhibit numbers: { $exhibits }
documents-annex-link = Statement { $statement }: { $post }, account { $account } (exhibit: { $exhibit })
documents-account-masked = masked by the tool that exported it

documents-leak = Something in it would identify somebody ({ $count } places), so nothing was written: { $places }
    .advice = Please tell the maintainers, with this line and the version of the program. The case is as it was, but for one entry that the details were looked at. Lines and columns count from 1.
documents-leak-unsearchable = There is too much to search for at once: { $problem }
    .advice = Nothing was written. Divide the case and try again.
documents-leak-kind-name = name
documents-leak-kind-number = number of a person
documents-leak-kind-address = address
documents-leak-kind-employer = employer
documents-leak-kind-account = account
documents-leak-kind-link = link
documents-leak-kind-birth = day of birth
documents-leak-kind-detail = other personal detail
documents-leak-kind-post = number of a post
documents-leak-kind-quotation = words of a post
documents-leak-kind-written = words written into the file
documents-leak-kind-file = name of a file
documents-leak-kind-paper = number of a paper
documents-leak-kind-body = name of a body
documents-leak-kind-day = exact day
documents-leak-kind-author = author of an entry
documents-leak-kind-case = number or cover of the case
