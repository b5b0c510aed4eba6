# The workbench in a browser.
web-skip = Skip to the page
web-brand-line = evidence workbench
web-local = Runs on this computer only. Not connected.
web-sought-gone = The words of this search are not kept any more.
    .advice = They last as long as the session, so that they stand in no history. Type them again.
web-search-anew = Search again
web-office-local = Runs on the server of this office. Nothing is loaded from elsewhere.
web-nav-office = Everything
web-nav-case = Case
web-nav-more = More
web-nav-cases = Cases
web-nav-book = Law book
web-nav-settings = Settings
web-nav-help = Help
web-nav-overview = Overview
web-nav-evidence = Evidence
web-nav-posts = Posts
web-nav-law = Law
web-nav-routes = Routes
web-nav-statements = Statements
web-nav-spread = Spread
web-nav-people = People and accounts
web-nav-facts = Facts
web-nav-procedure = Procedure and dates
web-nav-papers = Papers
web-nav-bundle = Bundle
web-nav-history = History
web-pause = Stop for now
web-leave = Leave
web-contents = On this page
web-contents-count = On this page: { $count } parts
web-wrong = This step was not completed
web-wrong-unchanged = The case is as it was.
web-to-cases = To the list of cases
web-back = Back
web-waiting = The case is being read
web-waiting-far = { $done } of { $total } MB are read.
web-waiting-what = This page looks again by itself every few seconds. You may leave it; the case stays as it is.
web-waiting-look = Look again
web-door = Come in
web-door-folder = Use the link that the program gave
web-door-folder-how = A link can be used once, within ten minutes. Press Enter in the window in which the program runs and it gives a new one.
web-door-office = Sign in
web-door-enter = Enter
web-field-name = Account
web-field-password = Password
web-field-cover = A neutral name for the case (no person's name)
web-field-from = Where it comes from (for example: exported from my phone)
web-field-observed = When it was seen (Beijing time)
web-field-mapping = Mapping file (where the columns of a table are not known)
web-field-role = What it is for
web-field-seal-only = Seal only, do not read posts
web-field-all-or-none = Take all of them, or none where one cannot be read
web-field-dry-run = Show what would happen, keep nothing
web-field-pasted = Paste text or a link
web-field-q = Words to look for
web-field-statement = Statement
web-field-kind = Kind
web-field-label = Label
web-field-earlier = Earlier capture
web-field-later = Later capture
web-field-put = In or out
web-field-all = All that were found
web-field-found = What was looked for
web-field-account = Number of the account
web-field-from-day = From
web-field-until-day = Until
web-field-order = Order
web-field-undated = Only those without a date
web-field-skip = Beginning
web-field-take = How many
web-field-term = Which fact
web-field-scope = About
web-field-value = Value
web-field-standing = How it is known
web-field-source = Evidence (several can be chosen)
web-field-reason = Reason
web-field-dispute = Why it is disputed
web-field-opposing = This is what the other side says
web-field-entry = Number of the entry
web-field-seen = Time of the page
web-field-post = Post
web-field-capacity = Capacity
web-field-person = What kind of person
web-field-identity = Who it is
web-field-for = Acts for
web-field-relation = Relation to that person
web-field-because = Why they may act
web-field-minor = Under eighteen at the time
web-field-died = Day of death
web-field-until = Took part until
web-field-shown-by = Papers that show it (several can be chosen)
web-field-laid-to = Statements that this party is said to have published
web-field-of-party = Party
web-field-purpose = What for
web-field-procedure = Which procedure
web-field-event = Which step
web-field-on = Day
web-field-number = Number of the paper
web-field-for-day = Day that it fixes (for example a hearing)
web-field-form = Paper
web-field-edition = Edition
web-field-format = Format
web-field-reader = Who reads
web-field-name-zh = Name in Chinese
web-field-line-number = Number
web-field-name-en = Name in English
web-field-hours = When it answers
web-field-checked = Checked on (leave empty where nobody did)
web-field-masked = Mask what identifies people
web-field-by = Name in the records
web-field-language = Language
web-cases-lead = Each case is one folder, on this computer only.
web-office-cases-lead = The cases that you are on. They are kept by this office, and each look at hidden words is an entry.
web-what = What this is for
web-what-does = Somebody is being abused, slandered or exposed online: you, or somebody you help. Keep what was posted before it disappears, see what is still missing, what can be done and until when, and take a finished file to the police, the court or the platform.
web-what-stays = Everything stays on this computer. Nothing is sent to anybody, and nobody is reported, unless you do it yourself.
web-office-what-stays = Everything stays on the server of this office. Nothing is sent to anybody unless somebody who may do so sends it.
web-what-protected = Criticism, even sharp criticism, and truthful reports are protected speech (Guiding Opinions, Article 10, in force since 20 September 2023). The program asks this first, and sets aside what is protected.
web-what-begin = To begin: give the case a name that says nothing to strangers, then add a screenshot or a file. You can stop at any time.
web-cases-none = No case yet. Begin one, or look at the fictional example first.
web-case-new = Begin a case
web-case-new-how = The name stands in the titles of pages; take an unrelated word, such as “Spring”.
web-case-begin = Begin
web-case-last = Last entry: { $day }, { $entries ->
        [one] 1 entry
       *[other] { $entries } entries
    }
web-case-due = Next date: { $day }
web-case-due-later = Its next date stands on its overview.
web-case-due-unseen = Its dates are not shown to you.
web-case-due-unread = Its next date could not be worked out; its own page says why.
web-case-go-on = You stopped at: { $page }. Go on
web-example = The example case
web-example-what = People, accounts and figures are invented; try whatever you like.
web-example-open = Open the example
web-overview = Overview
web-overview-lead = Every figure below leads to its evidence. It says what the material shows and draws no conclusion about anyone.
web-empty = Nothing here yet.
web-empty-how = Add a screenshot or a file exported from the platform.
web-add = Bring material
web-add-how = Drag files or folders here, or choose them. They are sealed as they are and never altered.
web-add-files = Choose files
web-add-folder = Choose a folder
web-add-more = Source, time and other options
web-add-now = Bring them in
web-add-progress = Progress of the upload
web-add-sealing = Sealing and reading …
web-add-lost = The connection was lost; nothing was taken in. See that the program is still running and try again.
web-add-unsure = The connection was lost after everything had been sent: the files may be there or not. See that the program is still running, load this page again and look before you send them once more.
web-add-gathering = Looking for files … found so far: { "{count}" }
web-add-found = Files found: { "{count}" }
web-add-many = More than { $most } files were found, which is more than is taken at once. Start over and bring them folder by folder.
web-add-heavy = Together these are more than { $most } MB, which is more than is taken at once. Take some out, and bring them afterwards.
web-add-out = Take out
web-add-kept = What you chose is still here. Take out what was refused, or mend it, and press again.
web-add-anew = { $count ->
        [one] The file has to be chosen again
       *[other] The files have to be chosen again
    }: { $files }. No browser keeps chosen files in a form.
web-add-unread = The browser could not read these, and they will not be brought with the others:
web-add-over = Start over
web-paste = Paste text
web-paste-now = Seal this text
web-evidence-lead = What is sealed, what was read out of it, and what sealing shows and does not show.
web-added = Material brought
web-added-what = Now in the case
web-added-dry = What would happen (nothing was kept)
web-added-nothing = Nothing was taken in.
web-added-more = And { $count } more like it.
web-added-sealed = Sealed as it is; no posts were read from it.
web-added-before = { $item } is in the case already, with the same bytes.
web-added-refused = { $count ->
        [one] 1 file was left out
       *[other] { $count } files were left out
    }
web-added-refused-how = Everything else was taken. What is named here can be brought again once it is mended; what is in the case already is not taken twice.
web-added-unread = Not brought: the browser could not read these
web-added-unread-how = Copy each of them to another place under a plain name and bring it again. Everything else that was found is listed above.
web-next = The next step
web-next-none = No date can be worked out yet. What is missing stands under procedure and dates.
web-next-none-body = On what is on file, no date binds your body now. All dates stand under procedure and dates.
web-next-unseen = The dates of this case are not shown to you. Whoever keeps the case can say what comes next.
web-next-others = { $count ->
        [one] 1 more date, see
       *[other] { $count } more dates, see
    }
web-next-why = Why this day
web-today = You may stop here today
web-today-what = Everything is saved and can be gone on with at any time. The words of others are hidden; somebody you trust can read them for you.
web-today-stop = Stop for today
web-today-reader = Let somebody else read
web-minutes = about { $minutes } minutes
web-minutes-rough = The minutes are a rough guess. What is marked “save it first” comes first; for everything else only the dates above count.
web-who-helper = You, or somebody who helps you
web-who-lawyer = Best a lawyer or legal aid; you can as well
web-who-person = You yourself; a word with a lawyer first helps
web-who-signs = You sign; a helper or a lawyer can prepare it
web-floors = Against the numbers in the law
web-floors-how = how it was counted
web-floors-number = The law names { $number }.
web-rename-is = Name of this case:
web-rename = Change the name of this case
web-rename-what = The new name stands in the titles of pages from now on. The earlier one stays in the history and goes with the bundle, so put no person's name here.
web-rename-now = Change the name
web-closed = Closed: this case was handed over, and nothing can be entered here until it comes back.
web-closed-words = Words of posts, files and earlier finals are not shown here any more. That somebody looks is entered in the ledger before anything is shown, and this ledger takes no entries while the case is elsewhere.
web-closed-words-way = Words and files can be read without this page: in a bundle that was packed before, which any program for zip files opens; and in the file that was handed over, where every exhibit lies in the folder “objects” under its SHA-256, as the transfer sheet lists it. Whoever has the case now can show them too. The PDF and DOCX of finals are in neither: take them out before you hand over.
web-figures = Main figures
web-answers = What the material shows
web-answers-none = Nobody has taken up a statement yet, so there is nothing to list.
web-answers-all = All { $count } and the reasons for each
web-gate = Protected speech was checked first (Guiding Opinions, Article 10)
web-gate-aside = { $count ->
        [0] No statement was found to be protected.
        [one] 1 statement is protected. It is set aside and not relied on.
       *[other] { $count } statements are protected. They are set aside and not relied on.
    }
web-gate-nothing = Nobody has taken up a statement yet, so nothing was found either way.
web-gate-open = { $count ->
        [one] Of 1 statement it is not settled yet whether it is protected.
       *[other] Of { $count } statements it is not settled yet whether they are protected.
    }
web-gate-see = See how
web-days = Posts by { $step ->
        [hour] hour
        [week] week
        [four-weeks] four weeks
        [year] 52 weeks
       *[day] day
    }
web-to-do = What is missing
web-to-do-more = { $count } more
web-perishable = may be deleted: save it first
web-law-lead = On the material in this file: what is made out, not made out, missing or disputed under each provision, and why.
web-law-which = Which law was used, and since when
web-law-what-says = What the articles say, one by one
web-law-articles = What these articles say
web-law-in-book = Read it in the law book
web-routes-lead = Several routes can run side by side. The program does not choose.
web-spread-lead = Views, reposts and comments are counted apart and never added; dashes and hatching are what is uncertain.
web-platforms = By platform
web-platforms-what = Posts that were captured, where they stood. A platform that nobody captured is not in the table; that says nothing of what is there.
web-platforms-none = Nothing was captured yet.
web-platforms-all = All posts
web-platforms-not-here = none captured
web-platforms-counts = { $posts ->
        [one] one post
       *[other] { $posts } posts
    } ({ $reposts ->
        [one] one repost
       *[other] { $reposts } reposts
    }), { $accounts ->
        [one] one account
       *[other] { $accounts } accounts
    }
web-platform-weibo = Weibo
web-platform-xhs = Xiaohongshu
web-platform-douyin = Douyin
web-platform-kuaishou = Kuaishou
web-platform-bilibili = Bilibili
web-platform-tieba = Tieba
web-platform-zhihu = Zhihu
web-platform-wechat = WeChat
web-told-change = { $before } → { $now }
web-told-why = Reason: { $reason }
web-told-gone = a post that is not in the file any more
web-told-seen-details = details of a party
web-told-seen-material = words of a post
web-told-seen-item = a sealed item
web-told-label-in = put on { $count ->
        [one] one post
       *[other] { $count } posts
    }
web-told-label-out = taken off { $count ->
        [one] one post
       *[other] { $count } posts
    }
web-told-for-backup = backup
web-told-for-counsel = for a lawyer or legal aid
web-told-for-transfer = handing over to a body
web-told-for-publication = summary for the public
web-told-for-recommendation = draft of a recommendation
web-told-for-paper = paper with personal data
web-trees = Who forwarded what
web-trees-what = Trees of captured reposts, accounts by their local number. They hold what was captured and are no count of all reposts; with more captures a tree can only grow.
web-trees-none = No captured repost says what it forwards.
web-trees-shown = { $shown } of { $total } are listed, the largest first.
web-trees-loose = Of { $count } captured reposts the file does not say what they forward.
web-trees-circular = { $count } captured reposts forward each other in a circle, as only a wrong file can say; they stand in no tree.
web-tree-top = Post at the top
web-tree-size = Captured reposts
web-tree-depth = Depth
web-tree-breadth = Breadth
web-tree-gaps = With a gap above
web-tree-absent = not in the file
web-tree = Reposts below one post
web-tree-lead = Each stands under the post that it forwards; the words stay hidden.
web-tree-below = { $count } below
web-tree-most = { $shown } of { $total } are drawn here.
web-captures = Captures of one thing over time
web-captures-lead = The same post or file, kept at several moments, side by side. Where words differ, that they do is said; the words come when asked for.
web-captures-files = Files of one name
web-captures-files-none = No name was sealed twice with different bytes.
web-captures-posts = Posts seen more than once
web-captures-posts-none = No post was seen more than once.
web-captures-shown = { $shown } of { $total } are listed, those seen most often first.
web-captures-times = Seen
web-captures-first = First
web-captures-last = Last
web-captures-changed = Counters that changed
web-captures-same = none
web-captures-compare = Side by side
web-captures-seal-note = What sealing shows of each stands under evidence; it shows nothing of the time before.
web-sealed = Sealed item
web-sealed-show = Look at it
web-sealed-title = What { $item } holds
web-sealed-lead = That you looked is in the record. What is shown is cut off from everything: nothing in it runs, loads anything or leads anywhere.
web-sealed-shows = Shown
web-sealed-frame = What { $item } shows
web-sealed-text = As text, letter by letter: of a web page or a drawing this is the source.
web-sealed-pictures = As pictures that were drawn anew, perhaps smaller; the sealed file itself is as it was. Of a long PDF these are the first pages.
web-sealed-undrawn = It is not shown here, but can be kept as a file.
web-sealed-long = It is too long to be shown here, but can be kept as a file.
web-sealed-cut = Only the beginning is shown; { $bytes } more bytes follow in the file.
web-sealed-page = Page { $page }
web-sealed-record = The item
web-sealed-format = Format
web-sealed-file = Keep it as a file
web-sealed-file-warning = Other people made this file. Opened with another program it can do what that program lets it do: run, or load things from elsewhere and so tell somebody that you opened it. Open it offline, or leave it to somebody who knows how.
web-sealed-back = Back to the evidence
web-seals = Seals
web-seals-what = Beside each item its seal: a notch for what holds of it by the records of this case. That its bytes are still what was sealed is told only after reading them again. Where something came from is shown by other evidence, never by a seal.
web-seals-check = Read everything again and compare
web-seal-count = { $count } of 4 shown so far
web-seal-unread = Whole: not read again on this page.
web-seal-whole = Whole: its bytes are what was sealed.
web-seal-differs = Its bytes are not what was sealed.
web-seal-missing = Its bytes are not here.
web-seal-not-stamped = Time: no timestamp covers it.
web-seal-stamped = Time: a timestamp of { $authority } is on file; whether it holds is told where the bundle is verified.
web-seal-included = In the log: a signed head covers its record.
web-seal-not-included = In the log: no head that covers it was signed yet. Packing signs one.
web-seal-grown = Only grown: every signed head is a beginning of the log as it stands.
web-seal-not-grown = Only grown: nothing to tell it from yet.
web-seal-heads-differ = Only grown: no, a signed head does not agree with the log.
web-seal-checked = All items, read again
web-seal-all-hold = All { $count } items are what was sealed.
web-seal-some-fail = { $count } items are not what was sealed; { $held } are.
web-seal-leave = Leave the originals as they are, and check another copy of the case.
web-seal-limit = Sealing cannot show what was true before it.
web-capture = Captures side by side
web-capture-when = When
web-capture-sealed = sealed { $day }
web-capture-item = Item
web-capture-bytes = Bytes
web-capture-hash = SHA-256
web-capture-change = Change
web-capture-first = the first
web-capture-grown = +{ $count }
web-capture-shrunk = −{ $count }
web-capture-unsure = may be the same
web-capture-words = Words
web-capture-words-same = the same words as before
web-capture-words-none = no words in this capture
web-capture-words-row = another row of the same file
web-capture-words-differ = other words than before: { $kept } characters the same, { $gone } gone, { $new } new
web-capture-lines-differ = { $gone } lines gone, { $new } new
web-capture-not-text = not text; compared by bytes alone
web-capture-long = too long to compare line by line
web-capture-reveal = Show the words that differ
web-capture-reveal-what = May contain hurtful words. That you looked goes into the record first.
web-capture-gone = gone
web-capture-new = new
web-capture-nothing = Nothing differs in words.
web-capture-back = Back to the captures
web-posts-lead = The words are hidden and are not in this page; “Show this text” fetches one of them, and that is recorded. Times are those of Beijing.
web-posts-none = No post fits.
web-posts-spared = No words are offered here: somebody you trust reads them. What stands in their place says the form of a post and nothing of its content. Times are those of Beijing.
web-posts-window = { "{first}" } to { "{last}" } of { "{total}" }
web-posts-rows = All that were found
web-posts-lost = The connection was lost; these rows could not be fetched. See that the program is still running and scroll once more.
web-posts-print = All that were found on one page, to print
web-posts-print-part = These are only the rows that were in sight. “All on one page” prints every one that was found.
web-posts-print-cut = The first { $here } of { $total } that were found are on this page. Narrow the search to print the others.
web-posts-print-back = Back to the list that scrolls
web-posts-undated = { $count ->
        [one] { $count } post has no date, and no question for days finds it.
       *[other] { $count } posts have no date, and no question for days finds them.
    }
web-print-as-of = As of { $moment } (Beijing)
web-print-head = Record { $digits }…
web-print-page = Page { "{page}" } of { "{pages}" }
web-labels = Label posts
web-labels-chosen = · { "{count}" } chosen
web-labels-what = Tick posts below (X ticks the one you are at). A label is your own: it sorts and establishes nothing, and it stands in the record; no names in it.
web-labels-all = All { $total } that were found
web-labels-in = Put under this label
web-labels-out = Take out
web-labels-choose = Choose this post,
web-summary-alone = A { $kind } of { $characters } characters; no other post says the same.
web-summary-first = A { $kind } of { $characters } characters; the first of those that say the same.
web-summary-exact = A { $kind } of { $characters } characters; says the same as an earlier one, word for word.
web-summary-near = A { $kind } of { $characters } characters; says nearly the same as an earlier one.
web-posts-range = { $first ->
        [0] None found (in the case: { $all })
       *[other] { $first } to { $last } of { $total } (in the case: { $all })
    }
web-posts-not-shown-note = “Not shown” means that the platform gave no figure. It is not 0.
web-any = any
web-narrow = Narrow by statement, kind, account, day
web-choose = choose
web-go-on = Go on
web-cancel = Cancel
web-save = Save
web-search = Search
web-order-first = earliest first
web-order-latest = latest first
web-kind-original = post
web-kind-comment = comment
web-kind-repost = repost
web-kind-article = article
web-kind-chat = chat message
web-no-date = no date
web-not-shown = not shown
web-account = account { $number }
web-account-none = no account
web-account-masked = masked
web-account-known = Known by
web-account-posts = Posts
web-neutral-by = — { $by }, { $when } (entry { $entry })
web-neutral-same = Written of the first post with these words.
web-neutral-write = Say it in neutral words
web-neutral-what = In words of your own, for whoever is spared these: what is claimed, and of whom. It is shown in their place with your name and stays in the ledger; a later one takes its place. Write no names, numbers or addresses.
web-neutral-save = Keep the summary
web-neutral-strike = Take the summary back
web-field-summary = What this post says
web-hidden = Text is hidden ({ $characters } characters)
web-reveal = Show this text
web-hide = Hide again
web-script-lost = The connection to the program is lost. See that it is still running and try again.
web-script-ended = The session has ended, and this was not done.
web-script-busy = Too much was asked at once, and this was not done. Wait a moment and try again.
web-script-failed = The program did not take this request. Load the page again and try once more.
web-script-door = Come in again
web-pages = Pages
web-page-before = Back
web-page-next = Next
web-statements-lead = Posts that say the same stand together. Which of them is relied on, a person decides.
web-statements-mine = Statements that somebody has taken up
web-statements-none = None yet. Choose one below and enter a fact about it; then it is taken up.
web-statements-others = Other statements
web-statement-facts = Enter a fact about it
web-statement-first = Enter a first fact about it
web-statements-find = Words in its posts
web-statements-taken-up = taken up
web-statements-open = not taken up
web-statements-none-found = None of those taken up has what is looked for.
web-statements-none-open = None of the others has what is looked for.
web-statements-first-post = First post:
web-statements-first-words = Show the words of the first post
web-statements-singles-found = { $count ->
    [one] One single comment or repost has the words; it is no statement of its own.
   *[other] { $count } single comments or reposts have the words; they are no statements of their own.
}
web-statements-singles-open = Find the words among the posts
web-field-which = Which
web-statements-counted = Statements are counted the same on every page: { $all } in all, { $taken } of them taken up. Besides, { $singles } single comments or reposts are no statement of their own; they stand among the posts.
web-members = Posts that say so
web-members-all = See all of them among the posts
web-member-time = Time
web-member-account = Account
web-member-likeness = Compared with the first
web-member-words = Words
web-like-first = the first
web-like-exact = word for word
web-like-near = nearly the same
web-like-shared = (of { $all } runs of three characters, { $shared } are the same)
web-people-lead = The program looks nobody up. Who posted something, the competent body may find out.
web-parties = Parties
web-parties-note = What identifies people is kept apart and not shown here.
web-parties-none = None is entered yet.
web-party-unknown = Identity unknown.
web-party-details = Details are on file.
web-party-no-details = No details on file.
web-party-add = Enter a party
web-party-note = You may leave fields empty; a paper says what it lacks.
web-party-enter = Enter
web-party-title = Party { $party }
web-party-on-file = On file
web-party-change = Change
web-party-change-how = What you leave empty stays as it is. A change is a new entry; the earlier one stays.
web-party-more = Age, death, end, papers
web-party-acts = Where somebody acts for another
web-party-for-nobody = for nobody
web-party-identifies = What identifies (kept apart; what is on file is not shown here)
web-party-laid = Laid to this party:
web-party-laid-how = Whose account it is, you say; the program links no account to anybody. What is ticked already is on file, and is taken back above.
web-party-look = See what identifies this party
web-party-look-what = That you looked, and what for, goes into the record first.
web-party-look-now = Show it
web-party-looked = What identifies
web-party-looked-note = Shown once. That you looked is in the record.
web-party-back = Back to this party
web-party-entries = Entries about this party
web-party-laid-heading = Laid to this party
web-party-take-back = Take this back
web-party-taken-back-what = Where this party did not publish it, that is taken back by an entry of its own, with the reason; the earlier one stays in the record.
web-party-taken-back = Taken back:
web-party-strike = Strike this entry
web-party-strike-what = It stays in the record and counts no more; what was entered before it counts again.
web-identity-known = known
web-identity-unknown = unknown
web-not-said = not said
web-accounts = Accounts
web-accounts-note = By their number in this case; names are not shown.
web-known-id = platform's id
web-known-hash = masked id
web-known-name = displayed name only
web-facts-lead = Each fact has its source, how it is known and who entered it. A correction adds an entry; it erases nothing.
web-facts-entered = Entered by people
web-facts-none = None yet.
web-facts-earlier = { $count ->
        [one] 1 earlier entry
       *[other] { $count } earlier entries
    }
web-facts-measured-show = Show all { $count }
web-facts-measured = Every fact that is used
web-facts-measured-note = With those that the program counted from the material. Where sources differ, both are used.
web-fact-enter = Enter a fact
web-fact-about-any = About something else
web-fact-other-below = another statement, named below
web-fact-other = { $listed } of { $all } statements stand in the list. About another one
web-fact-other-how = Type a post that says it as platform and number (weibo/4912…), or open the statement and choose “Enter a fact about it” there. What is typed here counts, whatever the list says.
web-field-scope-other = Post, as platform/number
web-fact-what = Fact
web-fact-about = About
web-fact-values = Values
web-fact-change = Take back or dispute
web-fact-withdraw = Take back
web-fact-withdrawn = taken back
web-fact-dispute = Mark as disputed
web-fact-disputed = disputed
web-fact-save = Save
web-standing-measured = measured
web-standing-stated = stated
web-standing-official = official document
web-standing-admitted = admitted
web-standing-judged = set by a person
web-procedure-lead = What happened, what may follow, and until when. Where a starting day is missing, it says so and does not guess.
web-dates = Dates
web-dates-more = { $count ->
        [one] 1 more date
       *[other] { $count } more dates
    }
web-dates-none = No date can be worked out yet.
web-dates-undated = { $count ->
        [one] 1 more lacks the day that it is counted from.
       *[other] { $count } more lack the day that they are counted from.
    }
web-dates-unsure = { $count ->
        [one] Whether 1 more duty arises cannot be told yet: the case says too little.
       *[other] Whether { $count } more duties arise cannot be told yet: the case says too little.
    }
web-date-open = no fixed day
web-due-upcoming = ahead
web-due-due-today = today
web-due-strict-over = past by the strict count, perhaps extended
web-due-missed = this date has passed
web-due-nothing-on-file = nothing on file
web-due-kept = done
web-due-late = done late
web-due-unknown = unknown
web-due-tentative = whether it runs is not settled
web-tracks = What happened
web-tracks-none = No step is recorded yet.
web-step = Record a step
web-step-enter = Record
web-step-closed = { $count ->
        [one] 1 step that is closed for now
       *[other] { $count } steps that are closed for now
    }
web-notices = Notices owed
web-notices-lead = Which body owes which notice, by when, and whether one is on file.
web-notices-none = None for now.
web-notices-served = { $count } on file
web-papers-lead = Papers are filled from the case. A draft marks what is missing and lists it on top.
web-papers = All papers
web-papers-note = A draft says so on every page and lists what is missing; a final is possible when nothing is.
web-papers-final = Drawn up as finals
web-papers-none = None yet.
web-papers-groups = Whom the papers are for
web-papers-route = Its route on this file:
web-papers-for-platform = For a platform
web-papers-what-platform = To have posts removed, and to answer what a user says against it.
web-papers-for-police = For the police
web-papers-what-police = To report, and to contest a refusal.
web-papers-for-criminal-court = For a court, criminal
web-papers-what-criminal-court = To prosecute privately, and to ask that the police help to find evidence.
web-papers-for-civil-court = For a court, civil
web-papers-what-civil-court = To sue, and to have something stopped before the judgment.
web-papers-for-any-court = For a court, about evidence
web-papers-what-any-court = To have evidence collected or kept, in a civil or a criminal case.
web-papers-for-procuratorate = For the procuratorate
web-papers-what-procuratorate = Where the police do not file a case, or where many people are harmed.
web-papers-for-others = For other bodies
web-papers-what-others = The government above the police, and legal aid.
web-papers-for-annexes = With a paper, or for your own side
web-papers-what-annexes = Evidence, accounts and figures that go with another paper; the last is for your own side alone.
web-papers-for-offices = Of a court, a procuratorate or the police
web-papers-what-offices = Notices, letters and sheets that a body issues itself. Whoever brings a case does not need them.
web-edition-chinese = Chinese
web-edition-glossed = Chinese with English gloss
web-paper-open = Fill in and download
web-paper-about = This paper
web-basis-opinions = Guiding Opinions of 2023
web-paper-asks = What it still asks
web-paper-complete = It has what it needs.
web-paper-from-file = This comes from the case itself. It is entered on the page
web-paper-keep = Keep these and go on
web-paper-lines = (one a line)
web-paper-table = This has several fields; they are asked one by one once the paper needs them.
web-lists = Lists of this paper
web-lists-what = Add one row at a time; after “Keep these and go on” there is room for the next. Whoever empties every field of a row takes it out. People are entered on the page “People and accounts”.
web-lists-own = { $count ->
        [one] 1 row comes from the case itself.
       *[other] { $count } rows come from the case itself.
    }
web-lists-next = Add a row
web-lists-field = Row { $row }: { $field }
web-paper-more = More that may be answered
web-paper-file-says = The file says: { $answer }. Left empty, that stands.
web-paper-more-what = Nobody has to answer these. Left empty, what the file says stands.
web-paper-more-open = Show them ({ $count })
web-paper-pick = What the file has:
web-paper-pick-gone = (no longer on file)
web-paper-exhibits = What each exhibit is called and proves, where its original is and whether it is handed in is said once for all papers.
web-exhibits-open = Describe the exhibits
web-exhibits = Exhibits in the papers
web-exhibits-lead = Said once, printed in every paper. Check values, sources and times stay what the file says.
web-exhibits-none = There is no exhibit yet.
web-exhibits-open-count = { $count ->
        [one] 1 of { $total } exhibits is still asked about.
       *[other] { $count } of { $total } exhibits are still asked about.
    }
web-exhibits-keep = Keep these
web-exhibits-list = To the list of evidence
web-exhibit = Exhibit { $number }:
web-exhibit-name = Called
web-exhibit-proves = Proves
web-exhibit-original = Where the original is
web-exhibit-left-out = Not handed in
web-exhibit-asked = asked for
web-field-exhibit-shown = Exhibit
web-field-exhibit-name = What an exhibit is called
web-field-exhibit-proves = What an exhibit proves
web-field-exhibit-original = Where an original is
web-paper-names = Whom and what it names
web-paper-names-what = This paper names these statements and parties. A tick leaves one out.
web-paper-named-as = (in papers: { $name })
web-paper-unnamed = Taken up, and not named in this paper:
web-paper-unnamed-protected = Article 10 protects it as a report or as criticism.
web-paper-unnamed-open = whether Article 10 protects it is not answered yet, or disputed. Answer its facts first.
web-paper-unnamed-other-offence = everything recorded of it speaks of the other offence. It stands in the complaint of that offence; take the tick away, and it stands here too.
web-paper-unnamed-said = you left it out.
web-paper-ends = Download
web-paper-draft = Draft
web-paper-final = Final
web-paper-final-what = A final carries no mark of a draft and can be signed; that it was drawn up goes into the record.
web-paper-final-not-yet = A final is not possible before what is listed above is there. A draft marks what is missing.
web-look = { $count ->
        [one] One exhibit of this paper
       *[other] { $count } exhibits of this paper
    } should be looked at once more before it is final.
web-look-without-purpose = nothing says what it proves.
web-look-breaks-off = its file breaks off before its end, and nothing in the paper says so.
web-look-unlooked = nobody looked whether its file is whole: it is too long for that, or cannot be read here.
web-field-looked = I have looked at them; they go out as they are
web-paper-unlooked = { $count ->
        [one] One exhibit has
       *[other] { $count } exhibits have
    } no purpose, a file that breaks off, or one that was not looked at. No final was drawn up.
    .advice = Look at the list at the end of the page, as it is now: say what each proves, or leave it out; if all is meant so, tick that you have looked.
web-bundle = The bundle
web-bundle-holds = The bundle will hold { $items ->
        [one] 1 sealed item
       *[other] { $items } sealed items
    } and { $entries ->
        [one] 1 entry
       *[other] { $entries } entries
    }.
web-bundle-how = Whoever receives it can check it on the page “Verify a bundle”, or with public tools that have nothing to do with this program.
web-bundle-experts = For experts of the other side: the same as commands
web-bundle-pack = Pack and download
web-bundle-unmasked = It holds the sealed originals with the words and accounts of others; that it was packed goes into the record.
web-bundle-key = The verifier key: give it to whoever receives the bundle by another way (in person, by telephone, by letter).
web-bundle-lead = Anybody can verify it with public tools.
web-history-lead = Who did what, and when (Beijing time).
web-history = Every entry
web-history-note = A correction adds an entry; it erases nothing. Who looked at hidden words stands here too.
web-history-when = When
web-history-who = Who
web-history-what = What
web-history-head = Digest of the last entry:
web-settings-name = Name in the records
web-settings-name-why = Each entry says who made it. It may be a neutral name; left empty, it is the one under which the case was begun.
web-settings-account = Account
web-signed = Entries made here are under the name “{ $by }”.
web-signed-begun = Entries made here are under the name “{ $by }”, under which the case was begun.
web-signed-change = Change the name
web-reader-name-why = What you enter in this window is under your own name; it is not kept beyond the window.
web-handed-over-now = This file was handed over to { $to } on { $day } and takes no entries here.
web-case-begun = Begun { $day }
web-material-up-to = Material up to { $day }; what was posted or brought later is in no figure.
web-weekday-1 = Monday
web-weekday-2 = Tuesday
web-weekday-3 = Wednesday
web-weekday-4 = Thursday
web-weekday-5 = Friday
web-weekday-6 = Saturday
web-weekday-7 = Sunday
web-settings-care = For your care
web-lines = Somebody to turn to
web-lines-lead = If it is too much:
web-lines-all = all lines
web-lines-note = Whether a line answers, and when, changes from place to place. “Not checked” means that nobody here has made sure of it.
web-lines-edit = Change these lines
web-lines-new = Another line
web-lines-office = The office keeps these lines beside its configuration.
web-line-checked = (checked { $day })
web-line-unchecked = (not checked)
web-reader = Who reads the words of others
web-reader-what = With somebody you trust reading, your pages offer no words at all: a line about the form of each post stands in their place. Whoever reads for you comes in through a link of their own (or with their own account) and chooses “I am reading, in this window only”; with labels they tell you what matters, and with neutral summaries what a post says.
web-reader-other-now = Somebody else reads: this window offers no words.
web-reader-here-now = Somebody else reads, and this is their window: words are offered here.
web-reader-nobody-now = You read yourself: words are hidden and come one post at a time.
web-reader-other = Somebody else reads; offer me no words
web-reader-here = I am reading, in this window only
web-reader-nobody = End this; I read myself
web-care-hidden = The words of others are hidden and shown one at a time; no setting shows them all.
web-care-leave = “Leave” ends at once; the back key does not show the page again.
web-care-pause = “Stop for now” remembers where you stopped.
web-care-other = Somebody you trust can read and tell you what matters.
web-keys-on-now = Single keys act in lists of posts: J and K move, X ticks, R asks for the words, / goes to the search.
web-keys-off-now = Single keys do nothing in this session. Leaving by Shift pressed three times stays.
web-keys-off = Switch single keys off
web-keys-on = Switch single keys on
web-help-lead = What each page is for.
web-help-pages = Pages
web-help-overview = The nearest date, what there is, what is missing, what can be done. Each figure leads to where it was counted. You need not do anything here at once: what is most urgent stands first.
web-help-evidence = Bring files and whole folders; see what is sealed and how much was read from each. Wait until all of a folder was found before you send it; what could not be read is named. “Look at it” shows one item, cut off from everything, and that you looked is in the record. Of a table whose columns nobody knows you say what they are, and try it before anything is kept. Several captures of one thing stand side by side under captures. A file that should not count can be set aside: it stays sealed, its posts are in no figure, who did it and why stands beside it, and it can be counted again.
web-help-posts = Search by words, time, account and statement; words are shown one post at a time, and that you asked is in the record. Labels sort posts for you or your lawyer and establish nothing. Somebody you trust can read in your place: see the settings.
web-help-statements = Posts that say the same, and how their wordings differ. How alike posts are was computed; what they mean, a person says. Open one to enter a fact about it.
web-help-spread = How far and how fast it spread, beside the law's numbers. Where a platform shows only about how many, the figure is a range, and the result says whether it reaches the number anywhere in it. Views and reposts are never added together.
web-help-people = Parties and numbered accounts. What identifies people is kept apart, masked, and shown only when you ask. Who stands behind an account is not looked for here: papers are prepared by which the competent body can do it.
web-help-facts = Enter facts with their reasons and exhibits, take them back, dispute them. Two values may stand beside each other: the result then says whether it turns on them. What is unknown stays unknown and never counts as “no”.
web-help-law = Each answer with reasons, articles, and what would change it. Protected speech is asked first. Answers hold on the material in this file; they say of no person what a court has to say.
web-help-routes = Twelve routes side by side: conditions, steps, costs, dates, warnings. None is chosen for you. Read the warnings before a step that cannot be undone, and talk it over with a lawyer or legal aid.
web-help-procedure = Record what happens; see dates and the notices owed. A date is worked out from what you recorded, with its article; where something is missing for it, that is said. A mistake is struck and stays in the record.
web-help-papers = Answer what a paper asks, look at its pages, and take it as a draft or as the final for signing, as PDF or Word file. In a draft what is missing is marked and listed on top. Every final is kept and can be opened again as it was.
web-help-bundle = Pack the case so that anybody can verify it with public tools. Sealing shows that nothing was changed since; it cannot show what was true before. What the bundle holds about people leaves with it: see to whom you give it.
web-help-history = Who did what and when. Nothing in it disappears: a mistake is struck by a further entry. Looking at words and at masked details is an entry too.
web-help-keys = Keyboard
web-key-leave = Shift three times within five seconds: leave at once.
web-key-move = J and K: move in a list.
web-key-choose = X: ticks the post you are at.
web-key-reveal = R: goes to “Show this text”; Enter then shows it.
web-key-search = /: goes to the search.
web-help-leave = After leaving
web-help-leave-what = Leaving ends the session, and its pages cannot be returned to; coming back needs a new link. What somebody else has already seen cannot be taken back.
web-left = New tab
web-book-lead = Every provision that the program rests on: since when, in short, and from where.
web-book = Provisions
web-book-count = { $count ->
        [one] 1 provision.
       *[other] { $count } provisions.
    }
web-book-paraphrase = This is a summary and not the official text.
web-book-until = Until { $day }.
web-book-rules = Rules
web-book-back = Back to the book
web-nav-register = Register
web-nav-statistics = Statistics
web-nav-verify = Verify a bundle
web-nav-hand-over = Hand over
web-nav-step = Record a step
web-nav-record = Other records
web-help-here = What this page is for
web-help-cases = Begin a case under a neutral name, open one, or look at the fictional example first. Where you stopped last time is offered for going on. A case is yours alone: nothing of it leaves this program unless you send it.
web-help-step = Choose a procedure, then a step: what is open, what waits and what the law closes stand apart, with the articles. Record a step after it happened, with its day and its paper.
web-help-record = Record notices, filings, decisions, marks and obstacles; a mistake is struck and stays in the record. Enter the day that stands on the paper, and choose the paper as its exhibit.
web-help-verify = Bring a bundle and read the report line by line: each line says one thing and what it rests on. Nothing of it is kept. A line that cannot be checked says so and is no failure.
web-help-hand-over = Hand the case over to another body, with a transfer sheet. After that it takes no more entries here. You get one file for them; keep a copy for yourself before.
web-help-register = Find cases by words, marks, where a procedure stands, and dates. Only cases that you are on are found. What a row shows was recorded in its case.
web-help-statistics = Figures of many cases, small counts withheld so that nobody is recognised; and the published series. Below each chart stands its table. Breaks in a series are marked and never smoothed over.
web-help-book = Every provision that the program rests on: since when it holds, where its text comes from, what it is used for. It stands here in other words; the official text is at the source that is named.
web-help-settings = The name in the records, and what is there for your care: somebody else who reads, lines to turn to, keys. Settings change nothing in a case.
web-verify = Verify a bundle
web-verify-lead = Anybody can verify one; it needs no case and no network.
web-verify-how = Choose the zip of a bundle or its folder, or drag either here.
web-verify-zip = Choose a zip
web-verify-folder = Choose a folder
web-verify-key = With the key, the report also says by whom it was made (several keys: with a space between, such as of somebody who signed too); without it, only that one hand made all of it.
web-verify-now = Verify
web-verify-running = Verifying …
web-verify-lost = The connection was lost; nothing was verified. See that the program is still running and try again.
web-verify-report = Report
web-verify-held = What could be checked holds.
web-verify-failed = Something is not what was sealed, or is missing. Leave it as it is and ask for another copy.
web-verify-claim = Claim
web-verify-outcome = Outcome
web-verify-case = Case:
web-verify-by-key = Verified by this key:
web-verify-read = The log names { $items ->
        [one] 1 item
       *[other] { $items } items
    }; { $bytes } bytes were read.
web-verify-beside = { $count ->
        [one] 1 file beside the bundle is no part of it and was not looked at.
       *[other] { $count } files beside the bundle are no part of it and were not looked at.
    }
web-verify-findings = What was noticed
web-verify-not-kept = Nothing that was brought is kept.
web-verify-another = Verify another
web-field-key = Verifier key (may be left empty)
web-step-lead = What the law lets follow is offered; a mistake is struck and stays in the record.
web-step-procedure = Which procedure
web-step-next = What may follow
web-step-none = No step may follow for now.
web-step-waits = Waits for:
web-step-other = Another procedure
web-part-shown = { $first } to { $last } of { $total } are listed.
web-members-wordings = { $wordings ->
        [one] All in the same words.
       *[other] In { $wordings } different wordings.
    }
web-step-before = Before you record it
web-step-closes = What the law closes after it:
web-step-closes-none = No rule is known here that bars a later step. Ask somebody who knows the case first all the same.
web-step-no-hurry = It does not have to be decided today. Nothing is recorded until you record it.
web-step-tomorrow = Keep this page, decide another day
web-step-sure = I know what this closes, and want it recorded
web-step-unsure = After this step the procedure rests at “{ $state }”; nothing was recorded.
    .advice = Read what it closes, and tick the box above the button if you want it recorded. It can wait.
web-fact-contrary = Another value stands already: { $value } (entry { $entry }, { $by }). A value that contradicts it needs a reason.
    .advice = Say in “Reason” why this value is entered beside the other. Nothing was entered.
web-fact-on-file = On file already. Another value needs a reason.
web-fact-on-file-one = { $about }: { $value } ({ $by })
web-step-ends = After this step the procedure rests at “{ $state }”. Make sure first.
web-step-body = Who acted
web-track-what = A procedure may run more than once: 1, 2 and so on; 1.1 and 1.2 are two runs of matter 1.
web-track-none = of none
web-body-unsaid = not said
web-statement-unsaid = about none
web-exhibit-none = none
web-statement-step = Record a step about it
web-field-step-reason = Reason, as the law tells them apart
web-field-for-time = At what time (Beijing)
web-field-persons = How many persons
web-field-step-statement = About which statement
web-field-track = Track
web-field-body = Body
web-field-body-name = Name of the body
web-field-exhibit = The paper that shows it
web-records = Other records
web-records-lead = Notices, filings, decisions, marks, and what stood in the way of a time limit.
web-records-count = { $count } on file
web-record-one = Record one
web-record-enter = Record
web-recorded = On file
web-recorded-none = None yet.
web-record-notice = Notices
web-record-notice-what = Who told whom, when and how, and what shows it.
web-record-filing = Filings
web-record-filing-what = Which paper, when, to which body, and the number of the receipt.
web-record-decision = Decisions
web-record-decision-what = What a person decided: the question, the answer and the reason.
web-record-mark = Marks
web-record-mark-what = Marks that a body sets: supervised key case, rapid response.
web-record-obstacle = Obstacles to time limits
web-record-obstacle-what = What stood in the way of which time limit, from when to when, and on which article that rests.
web-notice-unproven = no proof on file
web-notice-owed-to = Still owed to:
web-notice-record = Record that it was given
web-strike = A mistake: strike
web-strike-now = Strike
web-field-duty = Which duty
web-field-to-party = To whom
web-field-service = How it was served
web-field-paper = Which paper (a form, or in your words)
web-field-items = Exhibits (several can be chosen)
web-field-keys = Single keys
web-field-receipt = Number of the receipt
web-field-question = What was to be decided
web-field-answer = What was decided
web-field-mark = Mark
web-field-set = Set or taken away
web-field-limit = Which time limit
web-field-to-day = Until (empty while it lasts)
web-field-cite = Article
web-field-cite-other = An article that is not in the list
web-hand-over = Hand over to another body
web-hand-over-lead = The case goes on there with its whole record, its chain unbroken.
web-hand-over-warn = After this, nothing more can be entered here until the case comes back.
web-hand-over-warn-words = The words of posts, files and earlier finals cannot be shown here either, because every look is an entry. If you still want to read them, pack a bundle first, and take finals out as PDF. The file that is handed over is not encrypted: where identities go with the case, it holds names, identity numbers and telephone numbers. Give it by hand, or send it encrypted.
web-hand-over-now = Hand over
web-hand-over-look = Look at it once more
web-hand-over-look-what = Is this right?
web-hand-over-ago = The day is { $days } days ago. The sheet and the record will say so.
web-hand-over-before = On that day this case had not begun here.
web-handed-file = The file
web-handed-file-what = The body that receives it goes on from it: every entry is checked there. Where it is lost on the way, it is here once more.
web-handed-file-get = Download the file
web-handed-stands = The case was handed over and takes no more entries here.
web-sheet-item = Exhibit
web-sheet-name = Name
web-sheet-format = Format
web-sheet-bytes = Bytes
web-sheet-digests = SHA-256 and SM3
web-sheet-role = What for
web-sheet-entries = { $count } (the handing over itself is entry { $entry })
web-field-way = Which way
web-field-from-body = Handed over by
web-field-to-body = To
web-field-without-details = Leave out what identifies the parties
web-field-sure = I know that nothing more can be entered here afterwards
web-bundle-onward = What can follow
web-register-lead = The cases that you may see. No name of anybody is in here.
web-register-cases = Cases
web-register-count = { $count } in all.
web-register-cover = Name
web-register-standing = Procedures
web-register-marks = Marks
web-register-numbers = Numbers
web-register-due = Next date on file
web-register-due-unseen = not shown to you
web-register-due-left = { $count ->
    [one] One case is left out, because its dates are not shown to you.
   *[other] { $count } cases are left out, because their dates are not shown to you.
}
web-register-due-what = The next date on file is one that the file itself fixes: a hearing, or the end of a time limit. The overview of a case works out the others too.
web-register-last = Last entry
web-register-where = Where procedures stand
web-register-procedure = Procedure
web-register-state = State
web-register-nowhere = No procedure is recorded yet.
web-register-where-caption = Cases by where a procedure stands; a case with several is counted in each. The table below leads to them.
web-register-stands = { $procedure }: { $state }
web-register-opened = When the cases were opened
web-register-opened-caption = { $count ->
        [one] 1 case
       *[other] { $count } cases
    } by the month in which they were opened, Beijing time.
web-register-month = Month
web-register-earlier = earlier
web-register-none = There are none.
web-register-by-last = last entry first
web-register-by-due = next date on file first
web-register-by-cover = by name
web-register-by-opened = first opened first
web-field-state = Procedure and state
web-field-due-by = Day fixed on file no later than
web-statistics-lead = Counts and no case. Below each chart stands its table.
web-statistics-ask = What is counted
web-statistics-folder = All cases of this folder are counted, the example among them.
web-statistics-office = Figures for the same days are made once and then stay as they are; look them up by their days.
web-statistics-show = Show
web-statistics-make = Make the figures for these days
web-statistics-make-what = They cannot be changed afterwards, and no others can be made for days that overlap. The days have to be over.
web-statistics-make-now = Make them
web-statistics-kept = Figures that were made
web-statistics-none = None yet.
web-statistics-as-made = as they were made
web-statistics-published = Published series
web-nav-receive = Receive a case
web-help-receive = Take a whole case in that another body handed over, or go on here with a copy that you kept.
web-receive = Receive a whole case
web-receive-lead = A case that came as one file: every entry and every item of it is checked as it is taken in.
web-receive-what = Everything of it is taken in, or nothing. Who received it and when is an entry of the case.
web-receive-handed-over = It was handed over, and we receive it
web-receive-copy = It is a copy of my own that I go on with here
web-receive-copy-what = Of a copy no receiver is asked and nothing is recorded.
web-receive-now = Take it in
web-received = Received
web-received-what = What came
web-received-handed-over = The case was handed over and goes on here. Its transfer sheet fits its ledger.
web-received-copy = The case goes on here. It was copied and not handed over; there is no transfer sheet.
web-received-same = The same entries stood here already; nothing was added.
web-received-behind = The case here has more entries than the file; nothing was added.
web-received-counts = { $entries ->
        [one] 1 entry was
       *[other] { $entries } entries were
    } added and { $objects ->
        [one] 1 object
       *[other] { $objects } objects
    } checked; { $left ->
        [one] 1 was
       *[other] { $left } were
    } left out by the sender.
web-received-open = Open the case
web-receive-one-file = One file has to be chosen: a whole case as one zip. Nothing was taken in.
    .advice = Choose the file that the sender gave out, and send the form again.
web-receive-bundle = This is a bundle and no whole case. Nothing was taken in.
    .advice = A bundle is verified and not received.
web-receive-folder = This is a case folder with the key that signs its log, and no case as one file. Nothing was taken in.
    .advice = To open it, put it into the folder of cases.
web-field-case-file = File of the case
web-field-receiver = Received by
web-field-how = What it is
web-copy = A copy of the whole case
web-copy-what = One file with every entry and every item, to keep in another place. It is taken in again under “Receive a case”. That it was made is an entry first.
web-copy-warn = The key that signs the log goes with it. Whoever has the file can sign for this case: keep it safe, and give it to nobody.
web-copy-sure = I know that the signing key is in it
web-copy-now = Make the copy
web-copy-unsure = Nothing was copied: whoever makes a copy has to know that the signing key is in it.
    .advice = Tick the box beside the button.
web-seal = Seal the history
web-seal-what = Writes the digest of the last entry into the evidence log. From then on nothing before it can be changed without that showing.
web-seal-now = Seal it now
web-seal-handed = The case was handed over; it takes no entries here.
web-list-long = { $file } is longer than { $most } kB; nothing was counted.
    .advice = A list has one entry for each event or break, and no more.
web-list-not-text = { $file } is no text in UTF-8; nothing was counted.
    .advice = Save the list as plain text (UTF-8) and choose it again.
web-statistics-lists = With hot events and breaks
web-statistics-lists-what = Events are seen week by week; a break says from which day a table counts something else. Nothing of it is kept.
web-statistics-example = How it is written
web-statistics-paper = As a paper
web-statistics-paper-what = The same figures as a report with its tables, its charts and its sources, complete where somebody is named who compiled it.
web-statistics-pdf = PDF
web-statistics-docx = DOCX
web-statistics-no-release = There are no figures to print.
    .advice = Name the days of a release first.
web-statistics-no-exhibit = A statistics report shows no exhibit; { $item } was asked for.
    .advice = Tell those who look after the program.
web-field-events = Hot events (TOML)
web-field-breaks = Breaks (TOML)
web-field-events-file = Events as a file
web-field-breaks-file = Breaks as a file
web-field-compiled-by = Compiled by
web-field-as-of = Cases as of
web-field-period = Divided by
web-field-threshold = Withhold counts below
web-field-register = What the register covers
web-field-region = Region
web-period-year = year
web-period-half-year = half-year
web-period-month = month
web-papers-reopen = Open again
web-drawn-draft = The draft is ready
web-drawn-final = The final is ready and on record
web-drawn-again = The paper that entry { $entry } drew up, set again from its own input
web-drawn-missing = { $count ->
        [one] When it was drawn up, 1 place was open; the draft marks it and lists it on its first page.
       *[other] When it was drawn up, { $count } places were open; the draft marks each and lists them on its first page.
    }
web-drawn-nothing = Nothing is missing, and there is nothing to warn of.
web-preview-look = Look at its pages
web-preview = Pages of { $file }
web-preview-lead = As it will be printed. Of a long paper these are the first pages; the file has all of them.
web-preview-back = Back to the paper
web-preview-none = These pages are not shown here; take the file and open it with a reader of PDF.
web-preview-not-pdf = Only a PDF is shown page by page here.
    .advice = Draw the paper up as PDF first, or open the file in a word processor.
web-drawn-get = Download
web-drawn-kept = The file is kept until the next one is drawn up, or until you leave.
web-add-case-file = This is a whole case as one file, perhaps with the key that signs its log; it cannot be brought as material. Nothing was taken in.
    .advice = A whole case is taken in under “Receive a case”.
web-add-key = There is a secret key in this file; it cannot be brought as material. Nothing was taken in.
    .advice = Give it to nobody, and leave it where it is kept. If it has to be shown that there was a key, bring a picture with the key made unreadable.
web-verify-nothing = No bundle was chosen.
    .advice = Choose a zip or a folder first, or drag it into the box.
web-verify-other = This is no bundle; nothing was verified.
    .advice = To bring it as evidence, go to the evidence page of a case. A bundle is the folder that redress pack wrote, or a zip of it.
    .web-advice = To bring it as evidence, go to the evidence page of a case. A bundle is the folder that is made on the page “Bundle”, or a zip of it.
web-verify-case-file = This is a whole case as one file and no bundle; nothing was verified.
    .advice = “Receive a case” checks every entry of it as it is taken in.
web-verify-case-folder = This is a case folder with the key that signs its log, and no bundle; nothing was verified. Give it to nobody.
    .advice = To open it, put it into the folder of cases; to let others verify it, pack it first.
web-bundle-member = “{ $path }” of the bundle cannot be read.
    .advice = Ask for another copy.
web-zip-broken = “{ $file }” cannot be unpacked: { $problem }.
    .advice = Ask for another copy, or unpack it and choose the folder.
    .web = “{ $file }” cannot be unpacked: it is damaged, or it is not all there.
web-zip-twice = “{ $file }” holds two files of one name, and which of them is meant cannot be told; nothing was verified.
    .advice = Ask for another copy.
web-zip-long = “{ $file }” is more than { $most } MB when it is unpacked; nothing was verified.
    .advice = Ask somebody who can check the unpacked folder with the verifier, a program of its own.
web-not-found = There is no such page, or not for you.
    .advice = Go there from the list of cases.
web-not-ours = This form did not come from a page of this session and was not taken.
    .advice = Open the page again and try once more.
web-nothing-done = This step was not completed.
    .advice = Try again; if that does not help, start the program anew.
web-field-empty = “{ $field }” is empty.
    .advice = Fill it in and try again.
web-field-unfit = “{ $field }” cannot be read: “{ $typed }”.
    .advice = Write it as the field shows and try again.
web-field-long = A field is longer than { $most } bytes.
    .advice = Bring long content as a file.
web-field-not-text = A field is not text.
    .advice = Bring it as a file.
web-form-unfit = This form cannot be read and was not taken.
    .advice = Open the page again and try once more.
web-add-nothing = No file was chosen.
    .advice = Choose files first, or drag them into the box.
web-upload-count = The page found { $sent } files and { $came } arrived. Nothing was taken in.
    .advice = Bring them again. If it happens twice, bring fewer at a time.
web-add-case-folder = This is a case folder with the key that signs its log; it cannot be brought as material. Nothing was taken in.
    .advice = To open it, put it into the folder of cases.
web-add-bundle = This is a bundle and no material. Nothing was taken in.
    .advice = To verify it, go to “Verify a bundle”. To keep somebody's bundle as evidence as it is, bring its zip and tick “Seal only”.
web-left-bundle = “{ $file }” is a bundle and no material; it was left out.
    .advice = To verify it, go to “Verify a bundle”. To keep somebody's bundle as evidence as it is, bring its zip and tick “Seal only”.
web-left-case-file = “{ $file }” is a whole case as one file, perhaps with the key that signs its log; it was left out.
    .advice = A whole case is taken in under “Receive a case”.
web-left-key = There is a secret key in “{ $file }”; it was left out. Give it to nobody.
    .advice = Leave it where it is kept.
web-left-case-folder = “{ $file }” is a case folder with the key that signs its log; it was left out. Give it to nobody.
    .advice = To open it, put it into the folder of cases.
web-upload-cut = The upload broke off; nothing was taken in: { $problem }.
    .advice = Try again.
    .web = The upload broke off before it was complete; nothing was taken in.
web-answers-many = The answers for one paper may be { $most } and { $kilobytes } KB together; none was kept.
    .advice = Shorten them, and bring long texts in as evidence.
web-case-held = The case is being worked on in this workbench; nothing was changed.
    .advice = Try again when that is done.
web-upload-silent = Nothing more came for { $seconds } seconds; nothing was taken in.
    .advice = Try again when the connection is steady.
web-upload-others = Files are being brought already, as many at once as are taken.
    .advice = Try again when the others have arrived.
web-upload-disk = The disk would not take it; nothing was taken in: { $problem }.
    .advice = Free some space and try again.
web-upload-long = Up to “{ $file }” the files of one upload are more than { $most } MB; nothing was taken in.
    .advice = Bring them in several parts.
web-upload-many = More than { $most } files at once; nothing was taken in.
    .advice = Bring them in several parts.
web-fact-changed = After you opened the page { $by } entered the same fact (entry { $entry }). Yours was not saved.
    .advice = Look at that entry first and decide whether to enter yours.
web-party-changed = After you opened the page { $by } changed this party (entry { $entry }). Yours was not saved.
    .advice = Open the party again, look at that entry and decide whether to enter yours.
web-link-used = This link was used or has expired.
    .advice = Press Enter in the window in which the program runs to get a new one.
web-spared = Words are not offered here, because somebody else reads them.
    .advice = Under settings you can change who reads.
web-lines-unreadable = The file of lines (crisis-lines.toml) cannot be read: { $problem }.
    .advice = Mend it, or take it away; then the lines of the program stand there again.
web-line-unfit = A line does not fit: “{ $typed }”.
    .advice = Each has a number, texts of at most 100 characters, and a day as the field shows it.
web-resume-unreadable = Where you stopped and what you answered could not be read (workbench.json): { $problem }. It was left as it is, and nothing new is kept there.
    .advice = Mend the file or take it away, then start the program anew. The cases themselves are not touched by this.
web-too-many-tries = Too many tries.
    .advice = Try again in a minute.
web-not-running = The server ended: { $problem }.
    .advice = Start the program again.
web-tls-unfit = Certificate or key cannot be used: { $problem }.
    .advice = See that both files are PEM and belong together.
web-not-encrypted = Only this computer may be served without encryption.
    .advice = Name --tls-chain and --tls-key, or listen on 127.0.0.1 only.
web-bundle-disk = The disk would not take it; nothing was packed: { $problem }.
    .advice = Free some space and try again.
web-port-taken = Cannot listen on { $address }: { $problem }.
    .advice = Name another port with --port, or leave it out.
web-too-many-requests = Too many requests at once.
    .advice = Wait a moment and try again.
web-session-over = This session has ended: the password of the account was changed, or the account was locked.
    .advice = Sign in again, or ask whoever keeps the office.
web-not-this-server = This server is not called by that name.
    .advice = Use the address that the program or the office gave.
web-no-session = Come in first.
    .advice = Use the link that the program gave.
web-statement-unknown = a statement that is no longer on file
web-statement-unnamed = { $count ->
    [one] One post of { $day }
   *[other] { $count } posts saying the same since { $day }
} ({ $first }), not taken up
web-statement-in-papers = In papers this is 言论 (statement) { $number }: papers number in the order of days.
web-next-over = { $count ->
    [one] One date of yours is over
   *[other] { $count } dates of yours are over
}
web-next-over-what = A date that is over closes one way, not the others; whether it ran at all may not be settled. Ask before you give something up.
web-field-find-fact = Find a fact by a word
web-find-fact-none = No fact has these words. Try one word alone, or clear the field to see all of them in groups.
web-find-fact-more = { $count } more; add a word.
web-facts-of-statement = About a statement
web-facts-of-case = About the case and the people
web-fact-disputed-why = Disputed in entry { $entry } by { $by }: { $reason }
web-fact-withdrawn-why = Taken back: { $reason }
web-find = Find

# --- Help: first steps, and words
web-help-first = First steps
web-help-first-what = This program keeps what was posted against somebody so that nobody can doubt it later, measures how far it went, and says what the law answers, which ways are open and until when. It reports nobody and sends nothing.
web-first-begin = Begin a case under a cover name that says nothing to strangers.
web-first-bring = Bring what you have on the page of evidence: files, folders, pictures, papers. They are sealed as they are.
web-first-take-up = Look at the statements. Choose those that matter, and enter what you know: first whether it is false, and who is meant.
web-first-look = Read the overview: what is missing, what can be done, and the dates. You can stop at any time; the case waits where you left it.
web-first-papers = Open the papers: they are filled from the case and ask what they still need. Pack a bundle for whoever shall verify it.
web-help-words = Words
web-word-seal = Seal
web-word-seal-means = To keep a file byte for byte, with a check value, so that a later change shows. It says nothing of the time before.
web-word-statement = Statement
web-word-statement-means = Posts that say the same, taken together.
web-word-fact = Fact
web-word-fact-means = An answer to a question that the law asks, entered by a person or counted from the material, with its source.
web-word-standing = How it is known
web-word-standing-means = Whether a fact was counted, said by somebody, found by an authority, admitted by the other side, or judged by a person.
web-word-entry = Entry
web-word-entry-means = One line of the record of the case: who did what and when. A mistake is struck by a new entry; nothing disappears.
web-word-track = Track
web-word-track-means = One run of a procedure, such as one report to the police.
web-word-bundle = Bundle
web-word-bundle-means = The case as a folder that anybody can verify without this program's help.

# --- What may be a slip
web-step-early = { $day } lies before everything that this step can be about: the first of it is of { $first }.
    .advice = Check the year. If the day is right, tick that it is, and enter the step again.
web-party-doubtful = { $doubts }
    .advice = Check what was typed. If it stands so, for example in a paper of another country, tick the box below and save again.
web-field-early = The day is right, although the material begins later
web-field-doubted = I have looked at it again: enter it as typed
web-added-empty = The file is empty (0 bytes). If something should be in it, bring it again.
web-added-no-picture = Its name is that of a picture, its contents are not. If it should show something, bring it again from where it was made.
web-notice-some-owed = still owed to some

web-bundle-closed = Send it to somebody so that nobody else can open it
web-bundle-closed-what = The file is encrypted (age) to the public keys that the receivers gave you. Only they can open it; you cannot either, but the case stays here. For whom it was closed goes into the record.
web-bundle-pack-closed = Pack, encrypt and download
web-field-closed-to = Who may open it, one a line: name=public key (age1…)
# --- Where exhibits come from, and what was done with them
web-nav-custody = Where it comes from
web-custody-lead = How each exhibit came about, who had it since, and what was done with it (Beijing time).
web-custody-gain = What this is good for
web-custody-gain-what = A court asks of every screenshot and every file: who made it, with what, when, and did anything happen to it since? Whoever can answer loses fewer exhibits. What this program does with a file, it writes down by itself; what happened before and outside, only you can say.
web-custody-gain-when = Best is to write it down on the same day. What you no longer know stays empty: it then counts as “not recorded”, never as a no.
web-custody-capture = Say how it was captured
web-custody-proof = Bind somebody else's proof
web-custody-handling = Record something done outside
web-custody-seals = Seals of the log: who else can confirm that all this was there
web-custody-seals-back = Where each exhibit comes from, and what was done with it
web-custody-of = Exhibit
web-custody-whole = The whole case
web-custody-show = Show
web-custody-captures = How it was captured
web-custody-captures-count = { $count ->
        [one] How 1 exhibit was captured is on record
       *[other] How { $count } exhibits were captured is on record
    }; for { $open ->
        [one] 1 it is
       *[other] { $open } it is
    } not recorded.
web-custody-open = Not recorded yet: { $count }
web-custody-capture-one = Say how
web-custody-more = { $count } more; choose one exhibit above to see its own.
web-custody-proofs = Proofs by others
web-custody-proofs-none = None is bound yet: a certificate of a trusted timestamp, a notarial deed, a platform's certificate.
web-custody-handlings = Done with originals outside this program
web-custody-handlings-none = Nothing is recorded: a phone given to the police and returned, a request to delete something.
web-custody-chain = The chain, link by link
web-custody-chain-what = Courts call this the chain of custody. Each link is an entry of the record; addresses and account numbers are not in it.
web-custody-count = { $count ->
        [one] 1 link.
       *[other] { $count } links.
    }
web-custody-when = When
web-custody-who = Who
web-custody-what = What
web-custody-on = On what
web-custody-how = How, and with what result
web-custody-digests = Check values
web-custody-back = Back to where it comes from
web-record-capture = How something was captured
web-record-capture-what = Who captured which exhibits, with what device, when, and in which steps. Several exhibits that were captured in one go are recorded at once.
web-record-proof = Proofs by others
web-record-proof-what = A proof that somebody else issued, bound to the exhibits that it is about.
web-record-handling = Done with originals outside this program
web-record-handling-what = Who took or gave an original, asked for its deletion, or looked at it elsewhere: when, how, and what came of it.
web-capture-record-empty = Only the exhibits and by whom have to be filled in. Whatever you leave empty counts as not recorded.
web-capture-record-clean = Steps that exclude doubts, and the clock
web-capture-record-clean-why = Tick only what was really done before capturing. The clock: compare the device with a public time, and write by how many seconds it was ahead (minus: behind).
web-capture-record-beside = What belongs to it, and whether it is still online
web-capture-record-second = A second capture of the same thing, made by somebody else on another device, answers best whether the page was really like that.
web-capture-record-open = Not recorded: { $fields }
web-capture-record-look = Show address, account and steps
web-capture-record-like = Record more that was captured in the same way
web-capture-record-kept = recorded, not shown here
web-capture-record-clock = { $seconds } s ahead of { $against }
web-capture-record-steps = { $count ->
        [one] 1 step, not shown here
       *[other] { $count } steps, not shown here
    }
web-capture-record-older = an earlier record; the last one counts
web-capture-record-looked = As it was recorded
web-capture-record-looked-note = That you looked stands in the record. It is shown this once.
web-proof-first = Bring the proof itself first, as a file of its own:
web-proof-check-value = Many proofs print a check value (hash), mostly of 64 characters. Type it off: the program says at once whether it is the value of an exhibit here, so that it is sure that the proof is about this very file.
web-proof-agrees = Its check value is the { $algorithm } of { $item }: whoever issued it had this very file.
web-proof-agrees-not-compared = Its check value is of another algorithm (MD5, SHA-1 or SHA-512, by its length). It is kept as it is printed; this program did not compare it.
web-proof-agrees-with-none = Its check value is that of no exhibit to which it is bound. Look for a slip in typing, or for another file.
web-proof-no-value = No check value is recorded.
web-proof-about = About
web-not-recorded = not recorded
web-field-captured = Exhibits that were captured in this way
web-field-operator = Captured
web-field-interest = What they have to do with the outcome
web-field-operator-party = Which party that was
web-field-device = Device (maker and model)
web-field-system = System (such as Android 15)
web-field-tool = Program with which it was captured, and its version
web-field-tool-sha256 = SHA-256 of that program's file
web-field-network = Network (such as mobile, 5G)
web-field-began = Began (by the device's clock, Beijing time)
web-field-ended = Ended
web-field-page-address = Address that was open
web-field-page-account = Account number that the page showed
web-field-steps = What was done, step by step (one a line)
web-field-clean = Done before capturing
web-field-clock-against = Clock compared with (such as the National Time Service Center)
web-field-clock-ahead = Seconds by which the device was ahead
web-field-online = When somebody looked last, it was
web-field-corroborates = A second, independent capture of
web-field-raw = Exhibits with the raw responses
web-field-rendered = Exhibits with the page as it was drawn
web-field-hashed = When and by what check values were first taken
web-field-proof = The proof
web-field-proof-of = Exhibits that it is about
web-field-proof-kind = What it is
web-field-issuer = Issued by (an office, a platform, an authority)
web-field-proof-number = Its number
web-field-check-value = Check value that it prints
web-field-handled = The original
web-field-act = What to do
web-field-handled-on = Day, where it was not today
web-field-whom = By or for whom (an office, a role; no person's name)
web-field-handled-how = How
web-field-outcome = What came of it

# --- The seals of the evidence log
web-nav-seals = Seals
web-seals-lead = Who can confirm that the exhibits were there, and since when at the latest.
web-seals-more = Seals of the log: signed, stamped, cosigned
web-seals-head = How it stands
web-seals-gain = Every exhibit has a line in a log that only grows. Signing the log fixes what is in it now. Your own signature shows that nothing was changed; an outside timestamp shows since when it was there; an outside signature shows that the log was not rewritten.
web-seals-covered = Signed on { $time }: { $covered } of { $items } lines of the log are covered.
web-seals-unsigned = Not signed yet: { $items ->
        [one] 1 line
       *[other] { $items } lines
    } in the log.
web-seals-stamped = A timestamp authority stamped it; when, is below.
web-seals-not-stamped = No timestamp authority stamped it yet. Without one, no outside party shows since when it was there.
web-seals-cosigned = Somebody else signed it too; who, is below.
web-seals-not-cosigned = Nobody else signed it yet.
web-seals-amiss = { $count ->
        [one] 1 signed state does not agree with the log as it stands here.
       *[other] { $count } signed states do not agree with the log as it stands here.
    } Leave the case as it is and compare it with a copy that you kept.
web-seals-signed = What was signed, the last first
web-seals-signed-none = Nothing yet. Packing a bundle, asking for a timestamp and asking for a cosignature each sign the log.
web-seals-one = { $size ->
        [one] The log with 1 line
       *[other] The log with { $size } lines
    }
web-seals-one-amiss = Does not agree with the log as it stands here.
web-seals-one-alone = Signed by this case alone.
web-seals-one-stamped = Stamped by { $authority }: it existed no later than { $time }.
web-seals-one-cosigned = Cosigned by { $name }, { $time } by their clock.
web-stamp = A timestamp by an authority
web-stamp-what = A timestamp authority (可信时间戳) signs a check value together with the time. Later nobody can say that the exhibits were made up afterwards. Once at the end of a day of work is enough: one stamp covers every exhibit before it.
web-stamp-leaves = What leaves this computer: one check value of 32 bytes, from which nothing can be read, and a random number. No exhibit, no name, no word of the case. The authority learns that this computer asked, and when.
web-stamp-ask = Ask over the internet
web-stamp-ask-what = The program asks this address once when you press the button, and no other. The address is of an authority that you choose; some take money.
web-stamp-ask-now = Sign the log and ask this address
web-stamp-office = From an office, question and answer are carried as files: this server asks no address outside.
web-stamp-file = Or by file, without this computer asking anybody
web-stamp-file-question = Sign the log and take the question as a file.
web-stamp-file-get = Download the question
web-stamp-file-carry = Give this file (.tsq) to the authority, over its page or on any other computer. It gives an answer (.tsr).
web-stamp-file-answer = Bring the answer here. It is checked before it is kept.
web-stamp-file-bring = Check the answer and keep it
web-cosign = A signature by somebody else
web-cosign-what = A legal-aid office, a lawyer or an organisation that you trust can sign the log too, without seeing the case. It then confirms: at this time the log had so many lines, and since its last signature it only grew.
web-cosign-leaves = What they get: check values and the signed state of the log. No exhibit, no name, no word of the case.
web-cosign-request = Sign the log and take the request as a file. Whoever has never signed for this case gets one that begins at the beginning.
web-cosign-get = Download the request
web-cosign-key = Tell them this key of the log by another way (in person, by telephone):
web-cosign-there = Whoever signs opens it in a workbench of their own under “Sign for others”. The key for it they make once; that page says how.
web-cosign-bring = Bring their answer here, with their key, which they told you by another way.
web-cosign-take = Check the signature and keep it
web-stamped = Stamped
web-stamped-what = Kept as { $item }. The exhibits so far existed no later than { $time }.
web-stamped-root = The answer leads to { $root }, which you brought along.
web-stamped-no-root = Whose answer it is was not checked against a certificate, because none was brought along. Whoever verifies a bundle chooses which authorities they believe.
web-stamped-next = Every bundle from now on carries it.
web-stamped-back = Back to the seals
web-field-authority-address = Address of the authority
web-field-algorithm = Check value by
web-field-tsa-root = Certificate of an authority that you believe (may be left empty)
web-field-tsa-issuer = Further certificates of the way there
web-field-earlier-checkpoint = Signed states from earlier bundles of this case
web-field-tsa-answer = The answer (.tsr)
web-field-authority = Name of the authority
web-field-for-cosigner = Key of whoever shall sign, if you have it
web-field-cosigned = Their answer as a file
web-field-cosigned-text = … or pasted
web-field-cosigner = Their key
web-verify-more = More to verify it by
web-verify-more-what = With the certificate of a timestamp authority that you believe, the report says what existed no later than when. With a signed state from an earlier bundle, it says whether the log only grew since.
web-verify-existed = What existed no later than when
web-verify-existed-what = By timestamps that lead to a certificate that you brought along. They show no more than that: not who made it, and not whether it is true.
web-verify-existed-checkpoint = { $size ->
        [one] The first exhibit
       *[other] The first { $size } exhibits
    }
web-verify-existed-item = { $item }
web-verify-existed-everything = Every byte of the bundle
web-verify-existed-by = { $what }: no later than { $time }
web-verify-existed-root = By the certificate { $root }
web-verify-nothing-to-ask = This is a bag that another program made, without a log and without a token: the checkpoint or the certificate that you brought has nothing in it to be held against.
    .advice = Ask the maker for the whole bundle. To check it by its own lists alone, leave those fields empty.
web-verify-nobody-signed = This is a bag that nobody signed; the key that you gave signed nothing in it.
    .advice = Ask the maker for the whole bundle. To check it by its own lists alone, leave the key empty.
web-mapping-long = “{ $file }” is longer than { $most } KB and no mapping file; nothing was taken in.
    .advice = Look whether it is the right file, or leave the field empty.
web-file-long = “{ $file }” is longer than { $most } KB; nothing was kept of it.
    .advice = Look whether it is the right file: answers, certificates and signed states are short.
web-certificates-unreadable = “{ $file }” holds no certificate that can be read.
    .advice = Take the certificate as the authority publishes it (.pem, .crt, .cer).
web-not-a-note = “{ $file }” is no text, and so no signed state of a log.
    .advice = Take the file as it was sent, unopened.
web-answer-none = No answer was chosen.
    .advice = Choose the file that the authority gave (.tsr).
web-cosigned-none = Neither a file was chosen nor anything pasted.
    .advice = Choose the file that they sent back, or paste its text whole.
web-help-custody = What a court asks of electronic evidence: who captured it, with what, when, and what became of it since. Fill in what you know, for many exhibits at once; bind proofs by others to what they are about and see at once whether their check value agrees; record what was done with a phone or a file outside. What is empty is “not recorded”.
web-help-seals = Who can confirm that the exhibits were there. Sign the log at the end of a day; have it stamped by a timestamp authority, over the internet or by file; let somebody whom you trust sign it too. What leaves is a check value, never an exhibit.

# --- Signing for others
web-nav-cosign = Sign for others
web-cosigning-lead = Somebody keeps evidence and asks you to sign its log. You see check values, and nothing of the case.
web-cosigning-what = Bring the request that they sent you, and the key of their log, which they told you by another way. The answer is a file; send it back to them.
web-cosigning-says = Your signature says: at this time, by this computer's clock, the log had so many lines, and since you signed last it only grew. It says nothing of what is true. What you signed last of each log is kept beside your key; a log that was rewritten since is refused.
web-cosigning-key-why = Compare it with what they told you in person or by telephone: whoever sends a request could send any key with it.
web-cosigning-now = Check and sign
web-cosigning-own = Your own key
web-cosigning-own-what = Tell it to those for whom you sign, and to those who verify, by another way than the answer:
web-cosigning-none = This workbench was started without a key for signing, so that nothing can be signed for others here.
web-cosigning-none-how = Whoever keeps it makes a key once and starts the program with it; the page docs/log.md of the program says how. On a workbench of a single person nothing is missing by that.
web-field-request = The request as a file
web-field-request-text = … or pasted
web-field-log-key = Key of their log
web-request-none = Neither a file was chosen nor anything pasted.
    .advice = Choose the request that they sent, or paste its text whole.
web-help-cosign = For a legal-aid office or anybody else who is asked to sign somebody's log: bring the request, and the answer is a file. Nothing of the case is seen, and a log that was rewritten since the last signature is refused.
# --- Dates for a calendar program
web-calendar = Dates for a calendar program
web-calendar-lead = A file with the dates of this case, for the calendar on a telephone or a computer.
web-calendar-holds = { $count ->
    [0] There is no date yet that could go into it.
    [one] One date goes into it, with its articles and how it was worked out.
   *[other] { $count } dates go into it, with their articles and how they were worked out.
}
web-calendar-warn = Whoever sees your calendar sees the cover name and what each date is about. Many calendars are kept by their maker or shared in a family: look first who reads yours.
web-calendar-before = { $days ->
    [one] The day before
   *[other] { $days } days before
}
web-calendar-all-ahead = All dates
web-calendar-ahead = { $days ->
    [365] Within a year
   *[other] Within { $days } days
}
web-calendar-get = Keep the file
web-field-holidays-file = Holidays of another year as a file
web-calendar-holidays-what = Which days are holidays is announced once a year. For a year that this program does not have yet, bring its file; it is used for this one export.
web-field-remind = Remind
web-field-within = How far ahead
web-field-everything = Also what binds others and only may run

# --- Deriving again
web-nav-recompute = Derive the figures again
web-recompute-lead = Brings out of the sealed bytes of a bundle every figure, every answer and every paper once more, and compares.
web-recompute = Bring a bundle
web-recompute-how = Choose the zip of a bundle or its folder, or drop it here. Nothing of it is kept.
web-recompute-now = Derive again and compare
web-recompute-another = Derive another one again
web-recompute-running = Everything is here; it is being derived again. With much material this takes a while.
web-recompute-means = What it says
web-recompute-same-means = If everything comes out the same, the figures follow from the sealed material and nobody wrote them in by hand.
web-recompute-other-means = If something differs, each place is named, with what stands in the bundle and what came out here.
web-recompute-not = What was true before the material was sealed, this cannot show.
web-recompute-outcome = What came out
web-recompute-same = Everything came out the same.
web-recompute-differs = Something came out differently.
web-recompute-tampered = But the bundle itself does not hold: what came out the same says little. The report below says what was changed.
web-recompute-impossible = Nothing can be derived from this bundle, because it does not hold. The report says why.
web-recompute-what = Derived again
web-recompute-count = How many
web-recompute-figures = Figures
web-recompute-answers = Answers of the law
web-recompute-routes = Routes
web-recompute-files = Files
web-recompute-papers = Papers
web-recompute-paper-figures = Figures in papers
web-recompute-differences = What differs
web-recompute-whole = This file is not what comes out here.
web-recompute-place = Place
web-recompute-sealed = In the bundle
web-recompute-again = Derived here
web-recompute-nothing = nothing
web-verify-further = That the figures in it follow from the sealed material is another question:
web-help-recompute = Bring a bundle: every figure in it is derived again from its sealed bytes and compared. Use it where somebody asks where a figure comes from. It says nothing of what was true before sealing.

# --- Published cases beside one's own
web-nav-similar = Published cases
web-similar-lead = Published cases that turn on some of the same facts as this one, and how they were handled.
web-similar-foot = How a case was handled says nothing about how this one will be. The order is by what they share, not by how they ended.
web-similar-none = On what this file holds so far, no published case turns on the same facts. With more facts entered there may be some.
web-similar-published = Published by { $by }
web-similar-shared = What decides in both
web-similar-handled = How it was handled
web-help-similar = Published cases that turn on the same facts as yours, each with what they share and how it was handled. They are there to compare with: nothing is predicted by them.

# --- Publishing
web-nav-publish = Publish
web-publish-lead = An anonymised summary of a case for others to read, or a draft recommendation to a platform.
web-publish-who = Publishing is for the bodies that publish cases: court, procuratorate, police. On your own computer you can make both for your own use; before you pass one on, talk with somebody about it.
web-publish-summary = Anonymised summary
web-publish-summary-what = Tells what happened, how far it spread and what the bodies did, without a name, an account, a link or a word of a post.
web-publish-recommendation = Draft recommendation to a platform
web-publish-recommendation-what = Says what the case shows about a platform's duties and what it is asked to change. Whether it is issued is for the body to decide.
web-publish-bands = In ranges (10,000 to 50,000)
web-publish-exact = As counted
web-publish-month = Year and month
web-publish-year = The year alone
web-publish-md = Text with headings (Markdown)
web-publish-txt = Plain text
web-publish-make = Make it
web-publish-searched = { $searched ->
    [one] One name, number or link of the case was looked for in it; it does not stand there.
   *[other] { $searched } names, numbers and links of the case were looked for in it; none stands there.
} { $unsearched ->
    [0] {""}
    [one] One was too short to look for.
   *[other] { $unsearched } were too short to look for.
}
web-publish-read = A search finds what it knows. Read the text to its end before you pass it on: somebody who knows the matter may still recognise the people.
web-publish-get = Keep the file
web-publish-another = Another one
web-field-of-case = Which case
web-field-what = Which paper
web-field-file-format = As what file
web-field-figures = Figures
web-field-dates = Days
web-field-recommendation = Who issues it
web-field-platform = Name of the platform
web-field-with-links = List the posts and accounts in question for the platform
web-field-links-of = Only those of this platform, as the material names it (empty where all are of one)
web-help-publish = An anonymised summary or a draft recommendation. Both are searched for everything that identifies somebody; where something is found, nothing is made and the place is named. That it was made stands in the record.

# --- Members of a case
web-nav-members = Members
web-on-case = Who is on this case
web-members-lead = Who sees this case, in which role and since when. Nobody else can learn that it exists.
web-members-alone = Nobody signs in here
web-members-folder = This case lies in a folder on this computer. Whoever has the link of the program sees all of it; there are no accounts and no members. To let somebody else work with the case:
web-members-hand-over = hand it over to another body
web-members-bundle = give a copy or a bundle
web-members-none-to-add = In your role nobody is brought in.
web-member-you = you
web-member-only = Sees only:
web-member-since = Since { $day }, brought in by { $by }.
web-member-until = Until { $day }.
web-member-add = Bring somebody in
web-member-add-what = Type the name of their account; whoever keeps the office gives accounts. They see what their role may see, and that they are there stands on this page for all members.
web-member-part-what = Only for a helping relative: what they see. Tick nothing, and they see all.
web-member-last-day-what = Leave the day empty, and it lasts until somebody ends it.
web-member-end = End this membership
web-member-end-what = From now on they cannot see the case. What they entered stays, under their name.
web-member-leave = Leave the case
web-member-leave-what = You cannot see the case any more after that, and you do not come back by yourself: somebody who is on it has to bring you in again.
web-member-sure = Yes, now
web-member-unsure = Whether you mean it was not ticked.
    .advice = Tick the box above the button.
web-field-member = Name of the account
web-field-in-role = As what
web-field-part = Give a part of the case only
web-field-last-day = Until (last day)
web-help-members = Who sees the case, in which role, since when and by whom. Bring in who helps, or a body that works on it, and end what somebody should no longer see. Each change is in the log of the office.

# --- The office
web-nav-office-page = Office
web-office-lead = Your account, and what you do for the office. What is shown depends on your roles.
web-office-folder = These cases lie in a folder on this computer, and nobody signs in. An office, in which many people work, is set up on a server by whoever runs it.
web-office-accounts = Accounts
web-account-own = This is your own account. You cannot lock it: another keeper would have to.
web-account-is-locked = locked
web-account-lock = Lock
web-account-unlock = Open again
web-account-password = Set a new password
web-account-add = Make an account
web-account-add-what = Confirm who it is before you tick a role: nobody can be brought in as a court whose account was not confirmed as one. Tell them the password in person; they change it themselves.
web-field-account-name = Name of the account
web-field-holds = Roles that were confirmed
web-field-locked = Locked
web-field-new-password = New password
web-field-new-again = The same once more
web-field-old-password = Your password until now
web-password-rule = At least { $least } characters; a sentence is good. Nothing that anybody would try first.
web-passwords-differ = The two passwords are not the same.
    .advice = Type the new password twice alike.
web-password-nobody = Nobody signs in here, so there is no password.
    .advice = Passwords belong to the accounts of an office.
web-password-change = Change your password
web-password-changed = Your password was changed.
web-password-what = Every other window in which you are signed in ends with it.
web-office-log = Log of the office
web-office-log-lead = Who did or tried what, the newest first. A case stands there by a mark, never by its number.
web-office-log-what = An auditor sees cases by their marks; the keeper sees what is about accounts. Nobody can change it.
web-office-log-show = Show
web-field-most = Lines
web-log-at = When
web-log-by = Who
web-log-act = What
web-log-object = On what
web-log-outcome = How it ended
web-log-mark = Mark of the case
web-log-about = About whom
web-log-sign-in = sign in
web-log-allowed = allowed
web-log-allowed-with-entry = allowed, with an entry in the case
web-log-denied = refused
web-log-release = { $from } to { $to }, as of { $as_of }, counts below { $threshold } withheld; { $scope }
web-audit = Let an auditor look at a case
web-audit-what = An auditor found something in the log and names the mark of the case. You let them look, without learning which case it is; its members see that they are there.
web-audit-now = Let them look
web-field-audit-mark = Mark of the case
web-field-auditor = Auditor
web-recount = Count anew for the statistics
web-recount-what = After a new version of the program the cases are counted once more before figures can be made. A member counts their own cases, the keeper all; you hear numbers and see nothing of a case.
web-recount-now = Count anew
web-recounted = Counted: { $counted }. Somebody was working on: { $busy }. Could not be counted: { $unread }.
web-console = What stays with whoever runs the server
web-console-what = These are done where the server stands, because whoever does them has the database in hand anyway:
web-console-first = the account of the first keeper
web-console-configuration = which database and which store are used, and the certificates
web-console-tables = the tables of the database, once and after each new version
web-console-folders = bringing a case folder in and giving one out as a folder (a case as one file is received and handed over on pages)
web-console-lines = the crisis lines, and the files of holidays of a coming year
web-console-backup = backups
web-help-office-page = Your account and your password; for the keeper the accounts, for the auditor the log. It says too what is done at the server and not here.

# --- The law book
web-book-search = Words, or an article
web-book-of = { $count ->
    [one] one provision
   *[other] { $count } provisions
}
web-book-unread = not checked
web-book-unread-what = The text was not read at the source named; look at the official text before you rely on it.
web-book-was-read = The text was read at the source named.
web-book-official = The official text
web-book-no-official = This book carries no official text. What counts is the official one; read it before you cite it.
web-book-instrument = Name
web-book-number = Number
web-book-article = Article
web-book-where = Where to read it
web-book-read-statute = In the State database of laws and regulations (国家法律法规数据库), by its name; printed in the Gazette of the Standing Committee of the National People's Congress or the Gazette of the State Council.
web-book-read-interpretation = In the Gazette of the Supreme People's Court (最高人民法院公报) or on the pages of the Supreme People's Court and the Supreme People's Procuratorate, by its number; also in the State database of laws and regulations.
web-book-read-document = On the pages of the bodies that issued it (the Supreme People's Court, the Supreme People's Procuratorate, the Ministry of Public Security), by its number.
web-book-read-departmental = On the pages of the department that issued it, and in the State database of departmental rules (国家规章库).
web-book-source = Where the book read it
web-book-checked = Checked
web-book-workings = What it asks for
web-book-workings-what = The provision as this program works with it, condition by condition. Each word that is underlined leads to what it means.
web-book-versions = The same article at other times
web-field-held-on = In force on
web-nav-changes = What changed
web-nav-changes-what = between two days
web-nav-readings = Contested readings
web-nav-readings-what = on which courts or writers differ
web-nav-terms = Facts of the law
web-nav-terms-what = what the provisions ask for, and who can say it
web-changes-lead = What the book holds differently on two days: provisions, rules, time limits and duties.
web-changes-days = Two days
web-changes-show = Compare
web-changes-example = For example the old and the new Public Security Administration Punishments Law:
web-changes-2026 = 31 December 2025 and 1 January 2026
web-changes-none = Nothing changes between these days, as far as this book goes.
web-changes-count = Provisions: { $provisions }. Rules: { $rules }. Time limits and duties: { $periods }.
web-changes-instruments = Laws that begin or end
web-changes-periods = Time limits and duties
web-changes-lines = { $count ->
    [one] One change
   *[other] { $count } changes
}
web-changes-only-the-book = Only what this book holds is compared. What it does not hold may have changed too.
web-changes-text = How it reads
web-changes-before = Before
web-changes-after = After
web-change-begins = begins
web-change-ends = ends
web-change-changes = changes
web-change-by = Ended by { $by }
web-change-of = Takes the place of { $old }
web-days-reversed = The second day lies before the first.
    .advice = Give the earlier day first.
web-days-both = One of the two days is missing.
    .advice = Give both days.
web-readings-lead = Where courts or writers read a provision differently, the program takes no side. It shows the result of each reading, and whether it matters.
web-readings-how = A reading is chosen by a person, where a case needs it; the result says then that it was chosen.
web-readings-alternatives = Read as:
web-readings-by = Chosen by:
web-terms-lead = Each fact by its name, who can establish it, and which provisions ask for it.
web-terms-read-by = { $count ->
    [one] Asked for by one provision
   *[other] Asked for by { $count } provisions
}
web-term-judgement = judged by a person, never computed
web-term-own-capture = out of the material that was captured
web-term-own-papers = from your own papers
web-term-platform = from the platform
web-term-police-help = by help of the police, when the court asks
web-term-authority = from a decision of an authority
web-closed-to-nobody = Nobody is named who could open it, so that nothing was packed.
    .advice = Write a name, “=” and the public key that they gave you, one a line.
web-certificates-many = The certificates have more than { $most } KB together.
    .advice = Bring only the root of the authority that stamped, and what stands between it and its certificate.
web-password-own = This is your own account.
    .advice = Change your password under settings; the old one is asked there.
web-would = Nobody has taken up a statement yet, so no limit runs in this case. The days of the posts pass all the same. If one of them were taken up:
web-would-others = { $count ->
        [one] One other statement that nobody has taken up
       *[other] { $count } other statements that nobody has taken up
    }: limits would run for them too, the nearest to { $day }
web-would-others-over = { $count ->
        [one] One other statement that nobody has taken up
       *[other] { $count } other statements that nobody has taken up
    }: limits that would be over
web-would-others-what = No limit of theirs runs in this case while nobody takes them up, and the days of their posts pass all the same. If one of them were taken up:
web-would-more = { $count ->
        [one] 1 further limit
       *[other] { $count } further limits
    }
web-would-until = would end on { $day }
web-would-from = Would run from { $from }, the day of a post.
web-would-last = Counted from the latest post: to { $day }.
web-would-over = { $count ->
        [one] For the posts of 1 earlier day it would be over by the strict count.
       *[other] For the posts of { $count } earlier days it would be over by the strict count.
    }
web-would-what = Whether such a limit runs depends on what is taken up and on what the law asks of it. An act that goes on is counted from its end, which a person judges.
web-next-take-up = One thing is next: open the statements, choose the one that this is about, and enter a first fact about it. It is taken up then, and its dates are worked out.
web-next-take-up-now = Choose a statement
web-next-no-posts = No posts were read from the material, so there is no statement to choose. One thing is next: enter what you know, for example when it was reported, or bring an export of the platform.
web-dates-none-ahead = No date lies ahead that can be worked out.
web-dates-over = { $count ->
        [one] 1 date is over
       *[other] { $count } dates are over
    }
web-days-over-time = Posts over time
web-saved = Saved.
web-saved-entry = Saved as entry { $entry }.
web-saved-begun = The case was begun. What you bring here is kept in it.
web-saved-example = The example is among the cases now. Its people, accounts and figures are invented.
web-secret-lines = The lines in which a secret key stood were left out of the form.
web-bare-count = { $count ->
        [one] 1 fact was entered without an exhibit and does not count yet:
       *[other] { $count } facts were entered without an exhibit and do not count yet:
    }
web-bare-choose = choose what shows it
web-bare-entry = This does not count yet: no exhibit shows it.
web-bare-mend = Choose an exhibit
web-bare-judged = A person judges this; that they judged it is what counts. An exhibit is welcome and not needed.
web-bare-first-hand = You know this at first hand, and the authority checks it anyway: your word counts. An exhibit makes it stronger.
web-bare-asks = This counts only with an exhibit, or where a person has judged it. Without one it is kept, counts for nothing, and stands among what is missing.
web-facts-next = What is asked next
web-facts-by-question = By the questions of the law
web-facts-by-question-what = Each question with its steps, and under each step the facts that it asks for. Protected speech is asked first (Guiding Opinions, Article 10).
web-facts-question = { $name } ({ $count })
web-facts-known = entered
web-facts-all = All { $count } facts, page by page
web-facts-guided = Back to the questions
web-statement-take-up = Nobody has taken this statement up. It is taken up with the first fact that you enter about it: answers, figures and dates about it are worked out from then on.
web-told-purpose-draft = to draw up: { $forms }
web-told-purpose-reprint = to print again: { $forms }
web-told-purpose-rename = to give the case another name
web-closed-file = A file that ends in .age: how it is opened
web-closed-file-whose = It is closed to the people who were named when it was packed; nobody else opens it, this program neither.
web-closed-file-open = Whoever has the secret key opens it with the second command below, or with any program for age. What comes out is the zip that this page takes.
web-closed-file-key = The secret key is the file that the receiver made, once, with the first command below, and whose public half, age1…, they gave to whoever packed. No page asks for it, and it is sent to nobody.
web-bundle-grows = Packing seals the history up to that moment as one more item, so the number of sealed items grows by one each time; nothing of your material is added or changed.
web-bundle-packed = Packed so far
web-bundle-packed-now = It is packed, and stands in the list.
web-bundle-packed-one = { $day }, by { $by }
web-bundle-packed-open = open: whoever has the file can read it
web-bundle-packed-to = closed, for { $names }
web-bundle-packed-head = Head of its log:
web-hand-over-who = For a body that passes the file on to another: police to procuratorate, court to police, one district to the next. The other body goes on with the file, and here it can only be read.
web-hand-over-not = To give your evidence to the police, a court or a lawyer, do not hand over: pack a bundle, and your case stays as it is.
web-publish-source = The file as it is
web-columns = What the columns are
web-columns-lead = A table whose columns this program does not know can be read all the same, once somebody says what they are.
web-columns-which = Tables from which no posts were read
web-columns-no-table = There is no such table. Bring one on the page of evidence first.
web-columns-how = Choose what each column is. One has to be the number (id) of the post; leave what you do not need as it stands. The sealed file is not changed.
web-columns-most = Only the first { $most } columns can be chosen here. For columns behind them write a mapping file, and bring it with the table.
web-columns-rows = Show the first rows
web-columns-rows-what = They may hold hurtful words. That you looked goes into the record.
web-columns-column = Column
web-columns-is = What it is
web-columns-first = First rows
web-columns-whole = What holds for every row
web-columns-platform = A short name such as weibo or campus-board; it may be left empty where a column names the platform.
web-columns-name = Under this name the mapping file is sealed and shown as the format.
web-columns-times = Times without a zone are taken as those of Beijing, and the report says so. Where a cell names a zone, that one counts.
web-columns-relative = A time such as “3 hours ago” or “yesterday” counts from the moment at which somebody saw it, which the table does not say. No day is made of it: such a post is read without a date, is counted, and sets no time limit. If you know when the table was saved, write the days into a copy of it and bring that beside the original.
web-columns-relative-found = { $count } of the first { $rows } rows have such a time.
web-columns-preview = Try it, keep nothing
web-columns-keep = Read it and keep the mapping file
web-columns-mapping = The mapping file
web-columns-mapping-what = The file as the command line takes it too
web-columns-say = Say what its columns are
web-columns-none = { $file } holds no table that can be read.
    .advice = It may be cut off, or of another kind. Look at it on the page of evidence.
web-columns-nameless = Column { $number }
web-columns-no-names = The first line of this file does not read as names of columns: it may be a post itself. It is shown together with the first rows, once they are asked for.
web-columns-long = Tables of more than { $most } MB are not read on a page.
    .advice = Cut it into parts with the program that made it, and bring each of them.
web-means-nothing = not needed
web-means-id = Number (id) of the post
web-means-text = Text
web-means-time = Time of publishing
web-means-author-id = Number (id) of the account
web-means-author-name = Name of the account
web-means-address = Address (link)
web-means-parent = Number of the post that it answers or forwards
web-means-platform = Platform
web-means-views = Views
web-means-plays = Plays
web-means-reposts = Reposts
web-means-comments = Comments
web-means-likes = Likes
web-field-platform-name = Platform
web-field-post-kind = What the rows are
web-field-table-name = Name of the mapping file
web-field-column = Column
web-aside = Set aside
web-aside-is = set aside
web-aside-one = Set aside: { $item } { $name }
web-aside-what = What was read from this file counts in no figure from then on. The file stays sealed and goes with the bundle, and the reason stands in the record. It can be counted again at any time.
web-aside-now = Set it aside
web-aside-unread = No posts were read from this file, so it is in no figure. It can be kept out of what is handed in: it stays sealed, keeps its number, and goes with the bundle.
web-aside-why = { $by }, { $day }: { $reason }
web-aside-again = Count it again
web-aside-again-what = It is read once more as it was read before; what was set aside stays in the record. Whoever wants it read by other columns brings it again with them.
web-aside-earlier = It was read more than once. Set aside is the last reading; the one before it counts again then, and can be set aside after it.
web-aside-rests = On this file alone rests what was taken up:
web-aside-rests-one = { $name }: { $count ->
        [one] one fact
       *[other] { $count } facts
    } about a post that stands in no other file. Set aside, it stays entered and counts for nothing until the file counts again.
web-aside-hand-in = Hand it in
web-aside-hand-in-not = Hand it in with no paper
web-lost = Taken up, and not counted now
web-lost-what = These statements were taken up, and no file that counts holds the posts by which they were. What was entered about them stands, and counts for nothing until then.
web-lost-one = The statement of post { $post }: { $count ->
        [one] one fact was entered
       *[other] { $count } facts were entered
    }
web-lost-files = Files that were set aside. Where the posts stand in one of them, count it again:
web-lost-bring = No file is set aside. Bring a file that holds these posts, or take the facts back.
web-read-only = Handed over: read only
web-read-only-sheet = The transfer sheet and the file
web-read-only-what = Figures, facts, answers, dates and the list of exhibits can be read, printed and checked here. Words of posts and files are read in the bundle or in the file that was handed over. Nothing can be entered until the case comes back.
web-help-leave-stays = What stays: the case in its folder on this computer, files that you downloaded, and the addresses of pages in the browser's history (with the number of the case and which page, paper or fact was open, never with words of posts). Take downloads out of the folder of downloads, and empty the history where somebody else uses this computer.
web-office-leave-stays = What stays: the case with the office, files that you downloaded, and the addresses of pages in the browser's history (with the number of the case and which page, paper or fact was open, never with words of posts).
web-would-all-over = By the strict count over for every post: { $name } (counted from the latest, it ended on { $day }). For an act that goes on it may still run; ask before you give it up.
web-wordless = This post has no words: a picture or a film alone, or a row that was empty.
web-posts-empty = No posts yet: nothing was brought. Bring a screenshot or a file exported from the platform; posts are read from exports.
web-posts-unread = No posts were read from what was brought. Screenshots and papers are kept as they are; posts are read from exported tables.
web-posts-kind = { $kind } { $count }
web-posts-counted = Posts are counted the same on every page: { $count } here ({ $kinds }). Each counts once, however many files show it.
web-help-closed = A closed file (.age)
web-help-closed-what = A file whose name ends in .age is closed to those who are named. Only the machine that holds one of their keys opens it; this page does not ask for a key, and no key belongs into a field of it. There, in a terminal:
web-help-closed-then = Then bring the zip that was in it: to verify it, to derive its figures again, or to receive it. If no key fits, it was closed to somebody else; ask the sender.
web-secret-key = A secret key was typed. It was not used, nothing was entered, and it is not shown again.
    .advice = Give the public half of it. Whoever may have seen the secret one should make another.
web-field-item = Exhibit
web-archives-unlooked = Items that could not be looked at
web-recompute-others = Another bundle is being derived again just now.
    .advice = Send this one again in a moment.
web-draft-other = This draft is not the one you saw: another one was made since, perhaps in another window. Nothing was given out.
    .advice = Make it again, read it to its end, and fetch its file then.
web-stated-long = { $count ->
        [one] One long file was
       *[other] { $count } long files were
    } not looked at for what they say of themselves; the list on the command line tells of them too.
web-field-sealing-clock = Seconds by which the clock of this computer, which seals, is ahead of the official time (if you compared them)
web-signed-received = Entries made here are under the name “{ $by }”, under which the case was received.
web-received-locked = The case is here, and can only be read: it was handed over to another body, and goes on there. To go on with it as that body, receive it as handed over.
