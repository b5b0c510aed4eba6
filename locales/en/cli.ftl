# Sentences of the command line.
cli-about = redress: from a screen full of abuse to a case that a court can take.
cli-after-help =
    Begin with: redress demo

    Exit codes: 0 done · 2 the request is wrong · 3 an input was refused · 4 a verification failed
    5 somebody else is writing to this case · 6 the disk or the database would not do it
    7 made by a newer version · 130 stopped by you. After any code but 0 the case is as it was;
    what leaves it (export, transfer, pack) is entered first, and that entry stays.
    With --json every answer and every refusal, also of a line that was typed wrongly, is one JSON document.
    A file that is there is never replaced without --force.
    Nothing leaves this computer. Names and post texts stay masked unless you ask for them.
cli-option-lang = Language of the output: en or zh-Hans (default: the system's)
cli-option-json = Print one JSON document with a versioned schema instead of text
cli-option-quiet = Say nothing of what was done: no progress, no confirmations; answers, warnings and errors stay
cli-option-by = Who does this (default: whoever opened the case; or set REDRESS_BY)
cli-option-out = Folder to write to
cli-option-cover = Neutral cover name: no person, platform or offence
cli-option-mapping = Mapping file (TOML) that says what the columns mean; see docs/mapping.md
cli-option-role = What the files are for: material (found online) or paper (supports a fact)
cli-option-clock-ahead = Milliseconds by which this computer's clock is ahead of the official time (behind: negative), if you compared them; stands in the log entry
cli-option-observed = When this was seen, if the file does not say: 2026-03-01T10:03:00+08:00
cli-option-from = Where it comes from, in your own words: "exported from my phone"
cli-option-seal-only = Keep and seal the files without reading posts out of them
cli-option-keep-going = Take in what can be read and list what was refused (the exit code is still 3)
cli-option-dry-run = Read and report, but add nothing
cli-option-top = How many statements to list
cli-option-standing = How it was established: stated, official, admitted or judged
cli-option-source = Evidence it rests on: item-000017, or item-000017:212 for a row; may be repeated
cli-option-reason = Why, in your own words
cli-option-opposing = Said by or for the other side
cli-option-today = The day for which deadlines are worked out (default: today in Beijing)
cli-option-unmask = Write the words of the posts into report.html (hidden until opened); without it they stay out
cli-option-all = List every source, not only the first ones
cli-option-earlier = A signed checkpoint of the same log that you kept from before
cli-option-key = A verifier key that you trust; without it the bundle's own key is used, and that is said
cli-option-book = A folder with a law book instead of the built-in one
cli-option-vocabulary = A folder with a vocabulary of facts instead of the built-in one
cli-option-only = Only what concerns pages whose path holds this
cli-option-mutate = Also change every rule in every small way and see whether a test notices
cli-option-notes = Show notes too
cli-value-case = The case folder
cli-value-files = Files or folders; a folder is taken with everything in it
cli-value-scope = case, or a statement (st-…), or the post it contains (post:weibo/…)
cli-value-term = Which fact: see redress fact CASE terms
cli-value-value = yes, no, unknown; 612, 500.., 11500..12499; 2026-03-01; or a word of the list
cli-value-entry = Number of the ledger entry
cli-value-search = Part of a term or of its label
cli-value-what = A figure (st-3f2a9c01.views), a statement (st-3f2a9c01) or a rule (cl246-defamation)
cli-value-bundle = The bundle folder
cli-value-rule = A rule of the law book
cli-value-schema = Which schema to print

cli-demo-about = Take the example case through every room and show what comes out
cli-demo-examples =
    Examples:
      redress demo
      redress demo --out look --lang zh-Hans
    Writes the case, the bundle, report.html and result.json, verifies the bundle and recomputes it.
cli-new-about = Open a case: one folder that can be copied and backed up
cli-new-examples =
    Examples:
      redress new spring --cover "Spring Equinox" --by "Zhou"
cli-add-about = Take files in: seal them, and read posts out of exports
cli-add-examples =
    Examples:
      redress add spring data/weibo/csv/
      redress add spring articles.csv --mapping articles.toml
      redress add spring diagnosis.pdf --role paper --from "hospital, original at home"
    Without --keep-going, one refused file refuses the whole request and the case is as it was.
cli-measure-about = Measure: same statements, views, reposts, timeline, each with its source
cli-measure-examples =
    Examples:
      redress measure spring
      redress measure spring --top 50 --json > measures.json
      redress measure spring --words --purpose "find the rumour"
cli-fact-about = Say what is established, by whom and on what
cli-fact-examples =
    Examples:
      redress fact spring terms reposts
      redress fact spring set st-3f2a9c01 statement_false yes --source item-000031 --reason "the ledger shows it"
      redress fact spring set post:weibo/5012 is_comment_or_criticism yes
      redress fact spring set case report_date 2026-02-03 --standing official --source item-000032
      redress fact spring list
      redress fact spring withdraw 41 --reason "wrong post"
cli-fact-set-about = Claim a value; earlier claims stay, and differing ones are a dispute
cli-fact-list-about = List the claims
cli-fact-withdraw-about = Stop relying on a claim; it stays in the ledger
cli-fact-terms-about = List the facts that rules may ask for
cli-assess-about = Put facts to the law: what is made out, not made out, missing or disputed; which routes there are
cli-assess-examples =
    Examples:
      redress assess spring
      redress assess spring --out out --unmask      # writes out/report.html and out/result.json
cli-explain-about = Show where a figure or an answer comes from, down to the sealed bytes
cli-explain-examples =
    Examples:
      redress explain spring st-3f2a9c01.reposts
      redress explain spring cl246-defamation
cli-missing-about = Show which facts would change an answer, the fewest and the likeliest to vanish first
cli-missing-examples =
    Examples:
      redress missing spring
cli-pack-about = Write a bundle that anyone can verify and recompute
cli-pack-examples =
    Examples:
      redress pack spring spring-bundle
cli-bag-about = Make a plain BagIt bag out of a folder that somebody brought, before anything else is done with it
cli-bag-examples =
    Examples:
      redress bag from-the-platform from-the-platform-bag
    The folder moves into the bag whole, as data/; no byte is copied or changed. Unlike a bundle of a case it has no log and
    no signature: it shows that the files are what they were when the bag was made. Any BagIt 1.0 tool checks it.
cli-verify-about = Verify a bundle; needs no case, no database and no network
cli-verify-examples =
    Examples:
      redress verify spring-bundle
      redress verify spring-bundle --key "redress/case/rd-…+1f2e3d4c+AbC…"
    Other tools can check it too: sha256sum -c manifest-sha256.txt, or any BagIt 1.0 validator.
cli-recompute-about = Derive the figures, answers and routes of a bundle, and what its papers take from the file, again from its sealed bytes, and compare
cli-recompute-examples =
    Examples:
      redress recompute spring-bundle
    Compared are data/result.json (figures, answers, routes), the list of evidence, both pages of the report, and in
    every paper that was drawn up what the case file alone says: statements, figures, exhibits, facts, steps, time limits.
    Not compared are pages of the evidence volume, what a person answered, who the parties are (masked in a bundle), and the
    PDF and DOCX files. It uses the law book and the version of this program, and says so where the bundle had others.
    Whether the bytes are those that were sealed, redress verify says; nothing here shows what was true before sealing.
cli-law-about = Look at the law book
cli-law-examples =
    Examples:
      redress law list
      redress law show cl246-defamation
      redress law check --book my-book
cli-law-check-about = Check a law book: unknown facts, overlapping versions, missing labels
cli-law-list-about = List the rules with their articles and dates
cli-law-show-about = Print a rule
cli-schema-about = Print the JSON Schema of a document that redress writes
cli-schema-examples =
    Examples:
      redress schema result > result.schema.json

cli-receive-other-case = The file holds the case { $case }.
    .advice = In an office, name the case by that id.
cli-path-exists = { $path } is already there.
    .advice = Choose another name, or remove it first.
cli-path-missing = { $path } is not there.
    .advice = Check the path.
cli-not-a-demo = { $path } was not written by an earlier demo, so it is not replaced.
    .advice = Choose another folder with --out.
cli-write-failed = { $path } could not be written: { $problem }
    .advice = Make room or choose another folder, then run the same command again.
cli-read-failed = { $path } could not be read: { $problem }
    .advice = Check that the file is still there and that you may read it.
cli-day-unreadable = "{ $value }" is not a day.
    .advice = Write it as 2026-03-01.
cli-time-unreadable = "{ $value }" is not a time with its zone.
    .advice = Write it as 2026-03-01T10:03:00+08:00.
cli-key-unreadable = "{ $value }" is not a verifier key.
    .advice = A key looks like name+hash+base64; it stands in data/log/key.vkey of the bundle.
cli-what-unknown = Nothing here is called "{ $what }".
    .advice = Use a figure, a statement or a rule as they are listed by: redress measure CASE, redress assess CASE
cli-source-unknown = "{ $source }" is not an item of this case.
    .advice = Write item-000017, or item-000017:212 for a row. redress assess CASE lists the items.
cli-example-broken = The built-in example could not be read: { $problem }
    .advice = This is a fault of the program. Please report it.
cli-done-new = The case is open: { $path }
cli-done-new-next = Next: redress add { $path } FILES
cli-done-wrote = Written: { $path }
cli-nothing-added = Nothing was added.

cli-no-randomness = The system gave no random bytes: { $problem }
    .advice = Try again; a key is never made from anything else.
cli-some-refused = { $count ->
        [one] One file was refused; the others were taken in. First: { $first }
       *[other] { $count } files were refused; the others were taken in. First: { $first }
    }
    .advice = The reasons are listed above. Mend or leave out these files and add them again.
cli-post-unknown = No post of this case has the key "{ $post }".
    .advice = A key looks like weibo/4912…; redress measure CASE lists the first post of each statement.
cli-scope-unknown = "{ $scope }" is neither the case nor a statement of it.
    .advice = Write case, st-… as listed by redress measure CASE, or post:KEY.
cli-statement-ambiguous = More than one statement begins with "{ $scope }".
    .advice = Write more of its id.
cli-bundle-differs = Some values of { $path } do not come out again from its sealed bytes.
    .advice = They are listed above by their place in result.json. Do not rely on them.

cli-added-item = { $item }  { $name }
cli-added-read = {"    "}read as { $format }, { $charset }: { $rows ->
        [one] one row
       *[other] { $rows } rows
    }, { $distinct } distinct
cli-added-sealed = {"    "}sealed as it is ({ $format }), not read
cli-kept-before = { $item }  was kept before; nothing to do
cli-report-repeats = repeats: { $count }
cli-report-ragged = ragged rows: { $count }
cli-report-undated = without a date: { $count }
cli-report-masked = masked authors: { $count }
cli-report-floors = counters that are floors: { $count }
cli-report-rounded = rounded counters: { $count }
cli-report-skipped = skipped: { $count }


cli-fact-entered = Entered as entry { $entry }.
cli-fact-withdrawn = Entry { $entry } is not relied on any more. It stays in the ledger.
cli-standing-stated = stated
cli-standing-measured = measured
cli-standing-official = official document
cli-standing-admitted = admitted
cli-standing-judged = set by a person
cli-scope-case = the case
cli-law-checked = { $rules } rules, { $tests } tests passed, digest { $digest } ({ $drafts ->
        [with] with drafts
       *[without] without drafts
    })
cli-law-mutated = { $rules } rules, { $tests } tests passed, { $killed } of { $changes } changes noticed, digest { $digest } ({ $drafts ->
        [with] with drafts
       *[without] without drafts
    })
cli-law-not-tested = This book is broken: nothing of it is used, and its tests were not run. Of its rules { $rules } could be read.
cli-law-listed = { $rules } rules, digest { $digest } ({ $drafts ->
        [with] with drafts
       *[without] without drafts
    })
cli-vocabulary-unread = The vocabulary in { $path } cannot be read: { $problem }
    .advice = Correct the file that is named.
cli-packed-web = Web material of { $items ->
        [one] one item
       *[other] { $items } items
    } also stands in { $path } (WACZ 1.1.1), for any program that opens web archives.{ $left ->
        [0] {""}
        [one] {" "}One web archive is not in it; redress/items.json inside says why.
       *[other] {" "}{ $left } web archives are not in it; redress/items.json inside says why.
    }
cli-packed-key = Verifier key (give it to the reader by another way): { $key }
cli-packed-next = Anyone can check it: redress verify { $path }
cli-recomputed-same = Derived again from the sealed bytes: { $figures } figures, { $answers } answers, { $routes } routes, { $files } files, { $paper_figures } figures in { $papers } papers; all the same.
cli-recomputed-differs = Derived again from the sealed bytes: { $figures } figures, { $answers } answers, { $routes } routes, { $files } files, { $paper_figures } figures in { $papers } papers; some differ:
cli-recomputed-file = Values that differ in { $path } (in the bundle → derived again):
cli-recomputed-file-whole = { $path } is not what is derived again.
cli-recomputed-paper = Values that differ in the paper “{ $title }”, { $path } (in the bundle → derived again):
cli-recomputed-paper-absent = The paper “{ $title }”, { $path }: its input is not in the bundle, or is not the one that the ledger names.
cli-recomputed-value = {"  "}✗ { $place }: { $sealed } → { $again }
cli-recomputed-nothing = nothing

cli-head-result = { $cover } · on the material in this file
cli-head-protected = Protected speech was checked first (Guiding Opinions, Article 10)
cli-head-kept = Kept
cli-head-measured = Measured
cli-head-established = Established, open, disputed
cli-head-routes = Routes
cli-head-missing = What would change it
cli-head-other-side = What the other side would need
cli-head-answers = Answers
cli-head-facts = Facts
cli-head-figures = Figures
cli-head-items = Sealed items
cli-head-taking-in = Taking the material in
cli-head-written = Written
cli-head-verified = Verified and derived again
cli-protected-none = No statement has been taken up by a person, so none is relied on.
cli-protected-set-aside = {"  "}{ $scope }  is protected and set aside (report: { $report }; comment or criticism: { $criticism })
cli-protected-row = {"  "}{ $scope }  protected as a report: { $report }; as comment or criticism: { $criticism }
cli-kept = {"  "}{ $items } items ({ $bytes } bytes), posts read from { $read }: { $rows } rows, { $posts } distinct posts, { $accounts } accounts ({ $masked } masked), { $undated } without a date
cli-statement = {"  "}{ $id }  { $members ->
        [one] one post
       *[other] { $members } posts
    } ({ $exact } more word for word like the first), { $accounts ->
        [one] one account
       *[other] { $accounts } accounts
    }; first: { $anchor }
cli-statement-other = {"  "}{ $id }  { $members ->
        [one] one post
       *[other] { $members } posts
    }, not taken up by anyone; first: { $anchor }
cli-no-statement-taken-up = {"  "}Nothing is asked of the law yet: say something about a statement first, with redress fact.
cli-deadline = {"      "}{ $what }: until { $due }
cli-deadline-passed = {"      "}{ $what }: passed on { $due }
cli-duty = {"      "}{ $who }: { $what } — { $state }
cli-routes-no-choice = {"  "}The program does not choose. Several routes can run side by side.
cli-missing-none = {"  "}Nothing: no missing fact would change an answer.
cli-missing-more = {"      "}and { $count } more sets
cli-perishable = {" "}(may be deleted any time)
cli-opposing = {" "}· said by the other side
cli-only-a-person = {" "}(only a person sets this)
cli-more-places = {"      "}and { $count } more places (--all lists those that are kept)
cli-item-sealed = {"      "}sealed { $at } by { $by }
cli-demo-fictional = A fictional case. It takes place on { $now }, so that every run gives the same bytes.
cli-demo-entered = { $count } facts entered.
cli-demo-look =
    Look at it: open { $out }/report.html in a browser (the words of posts stay closed until you open them).
    Ask it:     redress explain { $out }/case cl246-defamation
    Check it:   redress verify { $out }/bundle
cli-report-in-all = {"    "}… { $count } times in all; --json lists examples and totals
cli-missing-all = {"  "}All of it, and what the other side would need: redress missing CASE
cli-unverified = {"  "}[unverified: this text of law was not checked against an official copy]
cli-opposing-measured = {" "}· may be contested: without near copies
cli-all-refused = { $count ->
        [one] The file was refused; nothing was taken in: { $first }
       *[other] All { $count } files were refused; nothing was taken in. First: { $first }
    }
    .advice = The reasons are listed above.
cli-case-folder-inside = { $path } is or holds a case folder, with the key that signs its log. It is not taken in as evidence.
    .advice = Name the files or folders that you mean, not the case or a folder around it.
cli-add-key = There is a secret key in { $path }. It is not taken in as evidence, since a bundle would carry it to whoever gets it.
    .advice = Leave it where it is kept, and name the other files.
cli-case-file-inside = { $path } is or holds a whole case as one file, perhaps with the key that signs its log. It is not taken in as evidence.
    .advice = A whole case is taken in with redress import. Name the files or folders that you mean.
cli-inside-a-case = { $path } lies inside a case folder.
    .advice = Choose a place outside it; a case folder holds only what the program keeps there.
cli-packed-holds = The bundle holds the originals of all { $items } items, with the words and account ids in them. Hand it only to whom it is meant for.
cli-fact-without-evidence = No evidence is attached: it counts as "evidence missing" until --source names an item.
cli-set-aside-here = {"    "}Protected and set aside; nothing is asked about it.
cli-usage = Usage:
cli-commands = Commands:
cli-arguments = Arguments:
cli-options = Options:
cli-option-help = Print this help
cli-verify-case-file = { $path } is a case file; what verify checks is the folder of a bundle.
    .advice = redress import FILE NEW-FOLDER checks the whole case file, every entry and every object, and makes nothing where something does not fit.
cli-verify-file = { $path } is neither a bundle nor a zip of one.
    .advice = Name the folder that redress pack wrote, or a zip of it. Any other packed copy (tar) has to be unpacked first.
cli-not-a-bundle = { $path } is not a bundle.
    .advice = Name the folder that redress pack wrote.
cli-law-explain-about = Explain a rule, and why it answers what it answers on a file of facts
cli-law-facts-about = List the facts that rules ask for: type, unit, who may set them, which rules read them
cli-law-readings-about = List the contested readings and what may be chosen
cli-law-eval-about = Answer files of facts without a case: to be read, or with --json one line of JSON each
cli-law-fmt-about = Lay out the rules of pages in the one layout
cli-similar-about = Show which published cases turn on the same facts, and how they were handled
cli-similar-examples =
    Examples:
      redress similar spring
      redress similar facts.jsonl --id spring
    FILE is one of `redress law eval`. Nothing is weighed or predicted; how a case was handled is a reference only.
cli-option-drafts = Also ask drafts that are not in force; every answer that rests on one says so
cli-option-reading = Choose a contested reading (redress law readings lists them)
cli-option-trees = Add the whole explanation tree to every answer
cli-option-facts-file = A file of facts, one JSON object a line (redress schema facts), or a published case (C02)
cli-option-id = The line with this id; otherwise the first
cli-option-subject = The statement that is asked about; otherwise the first
cli-option-check = Change nothing, only say which pages would change
cli-value-facts = File of facts, one JSON object a line, or a folder of them; a published case (C02); - reads standard input
cli-value-pages = Pages or folders of pages
cli-stage-answer = Answering
cli-reading-unknown = There is no such reading or alternative: { $reading }
    .advice = redress law readings lists them. Readings: { $known }
cli-id-unknown = No file of facts has the id { $id }.
    .advice = There are: { $known }
cli-law-formatted = { $pages } pages, { $changed } changed
cli-not-formatted = { $path } is not in the one layout.
    .advice = Run redress law fmt on it.
cli-reading-matters = — the reading matters; a person decides
cli-reading-same = — the reading makes no difference
cli-several-matter = — which value is right matters
cli-several-same = — the values make no difference
cli-head-win = What has to be won
cli-similar-head = { $id }: { $count } published cases turn on some of the same facts
cli-similar-foot = How a case was handled says nothing about how this one will be.
cli-set-by-person = judged by a person
cli-set-by-measure = measured from own capture, or stated with evidence
cli-set-by-papers = own papers
cli-set-by-party = stated by a party with evidence
cli-set-by-platform = platform's answer or export
cli-set-by-police-help = police help
cli-set-by-authority = an authority's document
cli-set-by-word = a bare statement counts
cli-value-facts-or-case = A case folder; a file of facts, one JSON object a line, or a folder of them; a published case (C02); - reads standard input
cli-stopped-at-once = Stopped. Nothing is half done: what the ledger says happened, and nothing else.
    .advice = redress log shows the last entries. A file or bundle that was being written has not got its name.
cli-stopped = Stopped. What has been answered stands.
    .advice = Run it again on the rest.
cli-law-book-about = Write the whole book as one page to read and print
cli-law-diff-about = Show what changes between two days
cli-law-export-about = Export the book as LegalRuleML 1.0
cli-law-texts-about = Attach your own copies of official texts; the book carries none
cli-law-texts-add-about = Take in copies (Markdown or plain text), cut them into articles, say where copies differ
cli-law-texts-list-about = List the copies
cli-law-texts-show-about = Show the text of one article with its source and digest, and the rules beside it
cli-law-texts-compare-about = Say where two copies differ
cli-option-texts = The folder with your copies of official texts
cli-option-no-tests = Leave the tests out
cli-option-instrument = An instrument of the book, for example cn/criminal-law
cli-value-article = An article as the book cites it, for example cn/criminal-law/246
cli-value-first = The first copy
cli-value-second = The second copy
cli-value-from = First day, YYYY-MM-DD
cli-value-to = Second day, YYYY-MM-DD
cli-instrument-unknown = The book has no instrument { $instrument }.
    .advice = It has: { $known }
cli-law-book-written = Written: { $path } ({ $rules } rules, digest { $digest }, { $drafts ->
        [with] with drafts
       *[without] without drafts
    })
cli-no-articles = { $path }: no article was found in it.
    .advice = Articles are headed 第…条, one a line.
cli-text-kept = { $name }: { $instrument }, { $articles } articles, { $beside } of them beside a page of the book; SHA-256 { $digest }
cli-text-missing = No copy holds the text of { $article }.
    .advice = Add one with redress law texts add, and write the article as the book cites it.
cli-texts-differ = { $first } and { $second } differ in { $count ->
        [one] one article
       *[other] { $count } articles
    }.
cli-law-exported = Written: { $path }
cli-explain-silent = This file says nothing that { $rule } asks for. This is what it asks:
cli-rule-unknown = The book has no rule { $rule }. Near it: { $near }
    .advice = redress law list shows them all.
cli-days-reversed = The first day is later than the second.
    .advice = Write the earlier day first.
cli-output-full = There is no room left for the output; it breaks off.
    .advice = Make room or write somewhere else, then run the same command again.
cli-output-failed = The output could not be written and breaks off: { $problem }
    .advice = Look at where it is written to, then run the same command again.
cli-option-out-file = File to write
cli-folder-missing = There is no folder { $path }.
    .advice = Make it first, or name a file in a folder that is there.
cli-not-replaced = { $path } is there and is not a plain file. It stays as it is.
    .advice = Name another file.
cli-law-book-replaced = Replaced: { $path } ({ $rules } rules, digest { $digest }, { $drafts ->
        [with] with drafts
       *[without] without drafts
    })
cli-law-export-replaced = Replaced: { $path }
cli-answers-head = { $id } · asked for { $day } · on the material in this file
cli-answers-no-shield = {"  "}The file says nothing that such a protection turns on.
cli-answers-no-candidate = {"  "}No charge and no wrong is made out or open on what the file says.
cli-answers-more = {"  "}and { $count } more; --json has them all
cli-answers-unverified = { $count } of { $of } answers rest on law whose text was not checked against an official copy.
cli-answers-silent = Rules on which the file says nothing: { $count }.
cli-mark-unverified = {"  "}[unverified]
cli-mark-draft = {"  "}[draft, not in force]
cli-head-deadlines = Days to keep
cli-head-duties = Owed by others
cli-head-readings = Contested readings that change an answer
cli-stand-running = running
cli-stand-passed = passed
cli-stand-kept = done
cli-stand-late = done late
cli-stand-unproven = no proof
cli-stand-owed = owed
cli-stand-unknown = not known
cli-option-said = With --json: leave out the rules on which the file says nothing
cli-not-text = { $path } is not text (UTF-8): byte { $byte } is not.
    .advice = Save it as UTF-8 text and run the same command again.
cli-not-a-file = { $path } holds no file.
    .advice = Name a file.
cli-not-facts = { $file } is not a file of facts, so nothing in this folder was answered.
    .advice = Take it out of the folder. Files of facts end in .jsonl or .json, published cases in .toml.
cli-no-facts = There is no file of facts in { $path }.
    .advice = redress schema facts prints the form; docs/inquiry.md has an example.
cli-case-unread = { $path }, line { $line }, column { $column }: this is not a published case.
    .advice = law/cases/README.md says what stands in one.
cli-case-without-a-day = The case { $id } has no day to ask for.
    .advice = Give it an event, a stage or a fact with its day.
cli-id-twice = The id { $id } comes { $count } times; the answers can be told apart by their order only.
    .advice = Give each file of facts an id of its own.
cli-lines-refused = { $count } of { $total } refused: { $names }
    .advice = What is wrong with each is said above. Without --keep-going nothing is answered.
cli-lines-refused-more = { $count } of { $total } refused: { $names }. There are { $more } more faults.
    .advice = Mend what is said above, and the others will be told.
cli-subject-unknown = There is no statement { $subject }; there are { $known }.
    .advice = Write one of them, or case.
cli-no-statements = There is no statement { $subject }; the file speaks of the case only.
    .advice = Leave --subject out, or write case.
cli-no-such-rule = The book has no rule { $rule }, and none with a similar name.
    .advice = redress law list shows them all.
cli-law-check-warnings = No errors, { $warnings ->
        [one] one warning
       *[other] { $warnings } warnings
    }.
cli-law-check-errors = { $errors ->
        [one] One error
       *[other] { $errors } errors
    }, { $warnings ->
        [one] one warning
       *[other] { $warnings } warnings
    }.
    .advice = Each is told with its place and with what to do.
cli-book-empty = There is no page of a law book in { $path }.
    .advice = Name a folder with pages (.md) as in law/.
cli-only-nothing = No page has { $only } in its path, so nothing would be checked.
    .advice = Write a part of a path, for example cn/criminal-law.
cli-facts-none = No fact has { $search } in its name or label.
cli-text-there = Already here: { $name }: { $instrument }, { $articles } articles, { $beside } of them beside a page of the book; SHA-256 { $digest }
cli-text-lacks = The copies of { $instrument } lack { $count ->
        [one] an article of which the book has a page
       *[other] { $count } articles of which the book has pages
    }: { $articles }
cli-text-differs = {"  "}Article { $article }: { $said }
cli-said-yes = yes
cli-said-no = no
cli-said-unknown = cannot be known
cli-more-claims = { $count } more claims
cli-nobody-said = nobody has said anything about its { $count } facts
cli-if-it-applies = if it applies
cli-notes-alike = {"  "}… and { $count } more notes like this one; --json has them all
cli-more-reasons = {"      "}… and { $count } more; --json has them all

# ── the case file ──
cli-option-on = The day on which it happened: 2026-03-01
cli-option-kind = natural, legal or unincorporated (default: natural)
cli-option-for = The party for whom they act: party-01
cli-option-relation = How they stand to that party
cli-option-because = Why they may act in that party's place
cli-option-minor = Under eighteen at the time: yes or no
cli-option-identity = Whether it is known who they are: known, or unknown (only accounts)
cli-option-died = Day of death
cli-option-until = The day on which they ceased to take part
cli-option-proof = Sealed paper that shows the relation, the mandate or the cause; may be repeated
cli-option-details = TOML file with what identifies them, so that it stands in no list of commands: name = "…"
cli-option-detail = One field of it: name=…; may be repeated (prefer --details)
cli-option-capacity = In what capacity they take part
cli-option-unmask-party = Show what identifies the party; that you looked is written into the ledger first
cli-option-purpose-of-look = What you look for; goes into the ledger with it
cli-option-track = Which one, where several run: 1, 2, … (default: 1)
cli-option-number = Number of the paper: （2021）川0683刑初101号, 某公（某）立字〔2020〕123号
cli-option-at = The time of that day in Beijing, such as when a hearing begins; without it the day is noted alone
cli-option-for-day = The day that the step fixes, such as a hearing
cli-option-step-reason = One of the step's reasons, where the law tells them apart; redress step CASE next lists them
cli-option-body = Which body: court, police, procuratorate, government, platform, legal-aid or person
cli-option-body-name = Name of the office as on the paper, never of a person (it goes into the ledger)
cli-option-persons = How many persons it concerns
cli-option-statement = The statement that it is about (st-… or post:…)
cli-option-paper = The sealed paper that shows it: item-000017
cli-option-to-party = To whom: party-01
cli-option-served = How it was served
cli-option-item = A sealed paper: item-000017; may be repeated
cli-option-receipt = Number of the receipt
cli-option-off = Take the mark away
cli-option-kind-of-entry = Only entries of this kind: happened, viewed, claimed, …
cli-option-last = Only the last so many
cli-option-purpose = backup (with the signing key, for yourself) or counsel (without it)
cli-option-to = For whom it is: an office or a role, no person's name
cli-option-without-details = Leave out what identifies the parties; the chain holds without it
cli-option-way = On which way it goes
cli-option-from-body = Which body hands it over
cli-option-from-name = Name of the office, never of a person (it goes into the ledger)
cli-option-to-body = Which body receives it
cli-option-to-name = Name of the office, never of a person (it goes into the ledger)
cli-option-again = Write the file of the last handing over once more
cli-value-capacity = victim, relative, guardian, agent, respondent, platform or witness
cli-value-party = The party: party-01
cli-value-procedure = The procedure: redress procedure lists them
cli-value-event = The step: redress step CASE next lists those that may follow
cli-value-duty = The duty that the notice meets: redress record CASE duties
cli-value-filed-paper = Which paper: "02" for the official form, or its name
cli-value-question = What was to be decided
cli-value-answer = What was decided
cli-value-mark = supervised or rapid-response
cli-value-file = The case file (.redress.zip)

cli-party-about = Say who takes part, for whom, and what identifies them
cli-party-examples =
    Examples:
      redress party spring add victim --details me.toml
      redress party spring add guardian --for party-01 --relation parent --because minor --proof item-000004
      redress party spring add respondent --identity unknown --detail accounts="weibo: …"
      redress party spring set party-01 --details new-address.toml
      redress party spring list
      redress party spring show party-01 --unmask --purpose "fill form 02"
    What identifies a party is kept apart from the ledger, which holds its digest alone. Fields: name, sex, birth,
    ethnicity, birthplace, education, occupation, employer, household, address, phone, id-kind, id-number,
    representative, licence, accounts, note. redress never finds out who somebody is.
cli-party-add-about = Add a party
cli-party-set-about = Change a party; the earlier entry stays in the ledger
cli-party-list-about = List the parties, without anything that identifies them
cli-party-show-about = Show one party
cli-party-entered = { $party } is entered.
cli-party-none = No party is entered yet. Begin with: redress party CASE add victim
cli-party-masked = What identifies { $party } is masked. Ask for it with --unmask; that you looked goes into the ledger.
cli-party-looked = That this was shown is in the ledger.
cli-party-identity-unknown = identity unknown
cli-detail-unreadable = "{ $value }" is not FIELD=VALUE.
    .advice = Write it as phone=13800000000, or use a file with --details.
cli-details-unreadable = { $path } line { $line } cannot be read: { $problem }
    .advice = Write one field a line: name = "…"
cli-body-missing = Which body it is, is missing ({ $option }).
    .advice = Name it: { $option } court, police, procuratorate, government, platform, legal-aid or person.
cli-entry-kind-unknown = There is no kind of entry "{ $kind }". Kinds: { $known }
    .advice = Write one of them.

cli-step-about = Record what happened in a procedure, and see what may follow
cli-step-examples =
    Examples:
      redress step spring next private-prosecution
      redress step spring add private-prosecution filed --on 2026-03-02 --body court --body-name "某市某区人民法院"
      redress step spring add private-prosecution accepted --on 2026-03-16 --number "（2026）川0683刑初101号" --paper item-000012
      redress step spring add private-prosecution hearing-fixed --on 2026-03-20 --for-day 2026-04-15 --at 09:30
      redress step spring list
    A step that the law does not let follow is refused with the article. A step is a claim about its facts, so the
    law and the routes see it at once; with a sealed paper it stands as official.
cli-step-add-about = Record a step
cli-step-list-about = List the steps, procedure by procedure
cli-step-next-about = Show what may follow (+), what waits (·) and what the law closes (×)
cli-step-entered = Entry { $entry }: { $procedure } — { $state }
cli-step-body-open = Several bodies may have done this and none is named, so it meets no duty. Record it with --body and --body-name: { $known }.
cli-step-without-paper = No paper is named, so it stands as stated. Seal the paper (redress add --role paper) and name it with --paper.
cli-step-none = No step is recorded yet. redress step CASE next shows what may begin.
cli-step-waits = {"      "}waits for: { $for }
cli-step-rests = {"  "}Nothing follows from here.
cli-procedure-about = Show the procedures that this program knows, with their states, steps and articles
cli-procedure-examples =
    Examples:
      redress procedure
      redress procedure private-prosecution
    The same stands in docs/procedures, with a diagram of each.
cli-record-about = Record notices, filings, decisions, marks, disputes and corrections
cli-record-examples =
    Examples:
      redress record spring duties agent
      redress record spring notice op17-tell-agent --to party-01 --on 2026-03-03 --body police --paper item-000009
      redress record spring filing 02 --on 2026-03-02 --body court --item item-000010
      redress record spring decision "which route" "private prosecution" --reason "police refused"
      redress record spring mark supervised --on 2026-03-05 --body procuratorate
      redress record spring dispute 41 --reason "the platform counts otherwise"
      redress record spring strike 44 --reason "wrong day"
      redress record spring seal
    Write no names into questions, answers and reasons: the ledger goes into every bundle.
cli-record-notice-about = A notice that was served
cli-record-filing-about = A paper that was handed in
cli-record-decision-about = A decision; its author is whoever acts
cli-record-mark-about = A mark on the case: supervised key case, rapid response
cli-record-label-about = Put posts under a label of your own, or take them out (--off); it sorts and establishes nothing
cli-record-dispute-about = Somebody disputes a claim; it then counts only where the dispute is settled for the complainant
cli-record-strike-about = An entry was a mistake; it stays in the ledger and counts no more
cli-record-seal-about = Seal the head of the ledger, so that the evidence log witnesses everything up to here
cli-record-duties-about = List the duties of the law book that a notice meets
cli-record-name-about = Go on under another cover name; the earlier one stays in the record
cli-option-new-name = The new cover name: no person, platform or offence
cli-record-summary-about = Say in neutral words of your own what a post says, for whoever is spared its words; the last one counts
cli-option-summarised-post = The post by its key (weibo/4912…)
cli-option-summary-text = One line; no names: it enters every bundle
cli-option-label = Your own word for these posts, for example "for the lawyer"; no names: it enters every bundle
cli-option-labelled-post = A post by its key (weibo/4912…); may be given more than once
cli-option-label-off = Take the posts out of the label
cli-labelled = “{ $label }”: { $posts } posts
cli-labelled-off = “{ $label }”: { $posts } posts taken out
cli-record-capture-about = How an item was captured, out of a file in TOML (docs/custody.md shows one)
cli-record-proof-about = Somebody else's proof, and what it is about: a deed, a certificate, a platform's reply
cli-record-handling-about = An act on an original: given, taken back, a request to delete and its answer
cli-recorded = Entry { $entry } is recorded: { $what }
cli-log-about = Show the ledger: everything that happened to the case, by whom and when
cli-log-examples =
    Examples:
      redress log spring --last 20
      redress log spring --kind viewed
cli-log-head = { $entries } entries; the last line has SHA-256 { $head }
cli-export-about = Write the case as one file: ledger, sealed items and history
cli-export-examples =
    Examples:
      redress export spring spring.redress.zip
      redress export spring for-counsel.redress.zip --purpose counsel --to "legal aid centre"
      redress export spring thin.redress.zip --purpose counsel --without-details
    A backup holds the signing key: keep it like the case itself.
cli-import-about = Take a case file in: as a new case folder, or on top of a copy that it continues
cli-import-examples =
    Examples:
      redress import spring.redress.zip spring
    Every entry and every object is checked. Copies that went apart are not merged: you are told where.
cli-transfer-about = Hand the case over to another body: a file with a transfer sheet; the case here rests until it comes back
cli-transfer-examples =
    Examples:
      redress transfer spring to-police.redress.zip --way court-to-police --from-body court --from-name "某区人民法院" --to-body police --to-name "某区公安分局" --on 2026-04-01
      redress transfer spring to-police.redress.zip --again
cli-receive-about = Receive a case that was handed over: check it, and go on with its chain
cli-receive-examples =
    Examples:
      redress receive to-police.redress.zip spring --body police --body-name "某区公安分局" --on 2026-04-02 --by "desk 3"
    A file that was sent back, or not accepted, is received the same way into the case that it came from.
cli-received-elsewhere = This file was received already: { $path } went on from it.
    .advice = Go on in that case. Where it was received there by mistake, take that folder away first, so that the file goes on in one place only.
cli-exported-holds = It holds { $entries } entries and { $objects } objects; { $left } with personal details were left out.
cli-exported-key = It holds the signing key: whoever has it can sign as this case. Keep it to yourself.
cli-imported = { $entries } entries and { $objects } objects were taken in, each checked; { $left } were left out by the sender.
cli-imported-same = The case here has the same entries already; nothing was changed.
cli-imported-behind = The case here has everything in the file and more; nothing was changed.
cli-transferred = The transfer sheet lists { $items } sealed items. The case here takes no more entries until it comes back.
cli-received-sheet = The transfer sheet fits the ledger ({ $items } items). The case goes on here.
cli-received-copy = This file was not handed over but copied: it came without a transfer sheet. The case goes on here, and on the other side perhaps too.
cli-option-within = Only what is due within so many days (missed dates stay)
cli-option-ics = Also write the dates for calendar programs (iCalendar)
cli-option-remind = Reminders in the calendar file, so many days before
cli-option-calendar = A file with the holidays of a year that the program does not know (docs/calendar.md)
cli-option-all-dates = Also what was kept, and what may not run on this file
cli-option-from-day = The first day on which it stood in the way
cli-option-to-day = The day on which it was gone; left out while it lasts
cli-option-cite = The article on which you rely: cn/civil-code/194
cli-value-cases = Case folders, or folders that hold case folders
cli-value-limit = The time limit that it stops, by its name in the book: redress due CASE --all --json
cli-record-obstacle-about = Something stood in the way of a time limit
cli-article-unreadable = "{ $value }" is no article.
    .advice = Write it as cn/civil-code/194.
cli-no-cases = There is no case in { $path }.
    .advice = Name a case folder, or a folder that holds some.
cli-due-about = Show until when, what is owed and when to appear; missed dates and overdue notices first
cli-due-examples =
    Examples:
      redress due spring
      redress due cases/ --within 30
      redress due spring --ics spring.ics --remind 14,7,1
    Days are strict: no holiday is added, so that a step taken by then is in time under every reading. Where the rules
    move the end past a holiday, the later day stands beside it, with the year of the calendar that it rests on.
cli-due-none = Nothing is due on what is on file.
cli-due-missed = Missed or over
cli-due-unseen = Over, and nothing on file shows that it was done
cli-due-ahead = Ahead
cli-due-open = Owed without a fixed day
cli-due-now = promptly
cli-due-extended = {" "}· with holidays { $day }
cli-due-undated = { $count } further time limits of the law book have no first day on file; they begin when the step that opens them is recorded.
cli-due-is-upcoming = runs
cli-due-is-due-today = today
cli-due-is-strict-over = the strict day is over
cli-due-is-missed = missed
cli-due-is-nothing-on-file = nothing on file
cli-due-is-kept = kept
cli-due-is-late = done late
cli-due-is-unknown = not known
cli-value-cabinet = A folder that holds case folders
cli-value-words = Words to search by: cover, id, body, document number, state
cli-option-with-mark = Only cases with this mark: supervised or rapid-response
cli-option-in-state = Only cases in this state, by its word or as the list shows it: private-prosecution/1=accepted, 刑事自诉=已受理, 已受理, 刑事自诉
cli-option-with-number = Only cases with this document number
cli-option-due-by = Only cases with something due by this day
cli-option-order = last (worked on), opened, due, cover or entries
cli-option-top-cases = How many cases to list
cli-option-skip = Leave out so many at the beginning
cli-list-about = List and search the cases of a folder
cli-list-examples =
    Examples:
      redress list cases
      redress list cases 余杭 --order due
      redress list cases --state private-prosecution/1=accepted
      redress list cases --state "Private prosecution=accepted" --mark "rapid response"
    The folder keeps register.sqlite, which can be thrown away: it is made again from the cases.
cli-list-shown = { $shown } of { $total } cases.
cli-list-next = {"    "}next date on file: { $day }
cli-list-handed-over = {"    "}handed over: read only
## The office

cli-option-config = The configuration file of the office (docs/office.md)
cli-value-folder = A case folder
cli-value-case-id = Id of a case, as “redress office list” shows it
cli-office-about = Keep the cases of an office in a PostgreSQL database
cli-office-init-about = Set an office up, or bring it up to date
cli-office-list-about = List the cases of an office that one is on; with words, those where every word is found
cli-office-import-about = Take a case folder into an office, with its whole history
cli-office-recount-about = Count cases anew for the statistics: members their own, the keeper all
cli-office-recounted = Counted anew: { $counted } cases. Somebody was working on { $busy }; { $unread } could not be counted.
cli-office-uncounted = Case { $case } could not be counted:
cli-office-lagging = { $count } cases are not counted for the statistics up to their last entry.
    .advice = The keeper counts all of them anew: redress office recount. Until then no release of statistics is made.
cli-office-export-about = Give a case of an office out into a folder, with its whole history
cli-office-examples =
    Examples:
      redress office init --config office.toml
      redress office import my-case --config office.toml
      redress office list --config office.toml
      redress office export rd-0123456789abcdef my-copy --config office.toml
cli-office-set-up = The office is set up (version { $version } of its tables).
cli-office-current = The office is up to date (version { $version } of its tables).
cli-office-cases = { $count } cases
cli-office-case =   { $case }  { $role }  { $entries } entries
cli-moved-whole = Case { $case } has arrived whole: { $length } entries, { $objects } sealed items.
cli-moved-continued = Case { $case } got what it lacked: { $entries } entries, { $objects } sealed items. It has { $length } entries now.
cli-moved-same = Case { $case } is the same on both sides ({ $length } entries). Nothing was added.
cli-moved-ahead = Case { $case } has gone on there ({ $length } entries). Nothing was added.
cli-procedure-unknown = There is no procedure "{ $written }". There are: { $known }
    .advice = redress procedure lists them with their names.
cli-party-unknown = There is no { $party } in this case.
    .advice = redress party CASE list shows the parties.

## Accounts, members, passwords

cli-option-as = The account that signs in (or REDRESS_ACCOUNT); its password is asked for, or stands in the file that REDRESS_PASSWORD_FILE names
cli-option-in-role = The role in this case
cli-option-holds = A role that the account may take; may be given several times
cli-option-first = Make the first account here, its keeper
cli-option-part = Give a helping relative this kind of thing only; may be given several times; left out, everything
cli-option-last-day = Until this day, included (Beijing)
cli-option-most = The most lines to show
cli-value-account = Name of an account
cli-value-audit-mark = Mark of a case, as the office log shows it
cli-account-about = Accounts: make, lock, change passwords (keeper)
cli-account-add-about = Make an account; with --first the first keeper
cli-account-lock-about = Lock an account
cli-account-unlock-about = Open a locked account again, and forget wrong passwords
cli-account-password-about = Change one's own password; the keeper may set another's
cli-account-list-about = List the accounts
cli-member-about = Who is on a case: bring in, remove, list
cli-member-add-about = Bring an account into a case
cli-member-remove-about = End an account's membership of a case
cli-member-list-about = List who is on a case
cli-office-log-about = Read the office's log (auditor; the keeper sees what is about accounts)
cli-office-audit-about = Put an auditor on the case of a mark (keeper)
cli-account-added = The account { $account } was made.
cli-account-locked = The account { $account } is locked.
cli-account-unlocked = The account { $account } is open again.
cli-account-password = The password of { $account } was changed.
cli-account-row = {"  "}{ $account }  { $roles }
cli-account-row-locked = {"  "}{ $account }  { $roles }  (locked)
cli-member-added = { $account } is on the case now.
cli-member-removed = { $account } is no longer on the case.
cli-member-row = {"  "}{ $account }  { $role }
cli-audit-appointed = { $account } may now audit the case { $mark }.
cli-log-sign-in = sign in
cli-log-allowed = allowed
cli-log-allowed-with-entry = allowed, entered in the ledger
cli-log-denied = denied
cli-password-ask = Password:
cli-password-new = New password (at least 12 characters; a sentence will do):
cli-password-again = Once more:
cli-office-as-whom = It was not said which account signs in.
    .advice = Add --as NAME, or set REDRESS_ACCOUNT.
cli-office-which-role = This account could open the case in more than one role, or in none.
    .advice = Name the role with --role.
cli-password-differs = The two passwords are different.
    .advice = Do it again. Nothing was changed.
cli-password-file-unreadable = No password can be read from the file that { $variable } names.
    .advice = Write the password into it as its only line, readable for yourself alone.
cli-password-nowhere = There is no terminal here to type a password.
    .advice = Run it in a terminal, or name a file with the password in { $variable }.
cli-password-not-text = What was typed is not UTF-8 text.
    .advice = Check the encoding of the terminal.
cli-password-stopped = Stopped. Nothing was changed.
    .advice = Run the same command again when you want to.
cli-password-file-exposed = Other users of this computer may read the password file that { $variable } names.
    .advice = Make it readable for yourself alone.
cli-option-office-file = The configuration of an office: CASE is then the id of one of its cases (docs/office.md)
cli-office-not-here = { $command } works on a case folder, not on a case of an office.
    .advice = Leave --office out, or bring the case out first with redress office export.
cli-done-new-office = The case is open in the office: { $case }
cli-publish-about = Write an anonymised summary of the case for others to read
cli-publish-examples =
    Examples:
      redress publish spring --out spring.md
      redress publish spring --out spring.txt --dates year
      redress publish spring --out spring.md --figures exact
    People, platforms and bodies go by their roles, figures by bands, days by month. The finished text is searched for
    everything in the case that identifies somebody; where anything is found, nothing is written (exit code 3). That a
    minor's age may be told is a decision of the guardian: redress record CASE decision guardian-agrees-to-publication yes
    --reason TEXT --item item-000001, with the sealed consent. Details: docs/guidance.md.
cli-recommend-about = Write a draft recommendation to a platform out of the facts of the case
cli-recommend-examples =
    Examples:
      redress recommend spring --kind procuratorial --platform "Example Platform" --out draft.md
      redress recommend spring --kind judicial --platform "Example Platform" --out draft.md --with-links weibo
    It says what is on file and what is missing, and asks; it finds nothing. The issuing body fills the blanks, sets the
    term for the reply and signs. Details: docs/guidance.md.
cli-recommended = It asks the platform { $asked } questions; the issuing body decides, fills the blanks and signs.
cli-leaks-none = Searched for { $searched } pieces of what identifies somebody: none is in it. { $unsearched } values are too short to be searched for.
cli-option-out-new = File to write: .txt for plain text, else Markdown
cli-option-figures = bands (rounded) or exact
cli-option-dates = month (with days between steps) or year
cli-option-recommendation-kind = Who issues it: judicial (a court), procuratorial (a procuratorate), police
cli-option-platform = The platform to which it goes, as it is to be named
cli-option-with-links = List the posts and accounts concerned, for the platform alone: those on it, by its name in the material (weibo); otherwise exhibits by number
cli-option-sheet = Also write the transfer sheet as a paper to sign
cli-option-laid-to = A statement that is laid to this respondent (st-… or post:…); may be repeated
cli-option-taken-back = A statement that is no longer laid to this party (st-… or post:…), with --reason; may be repeated
cli-party-statements = statements: { $posts }
cli-notices-about = Show the notices: what is owed to whom, until when, what was served and how, and its proof
cli-notices-examples =
    Examples:
      redress notices spring
      redress notices spring --today 2026-04-01
    Overdue notices stand on top. Record one with: redress record CASE notice DUTY --to PARTY …
cli-notices-none = No notice is owed or served on what is on file.
cli-notices-unproven = without proof
cli-notices-proof = [{ $item }]
cli-notices-owed-to = {"    "}owed to: { $parties }

# --- Statistics
cli-stats-about = Count cases: arrests, charges, routes, outcomes, notices; with small cells withheld
cli-stats-examples =
    Examples:
      redress stats cases/
      redress stats cases/ --by half-year --as-of 2026-06-30 --scope "legal-aid desk of one county"
      redress stats cases/ --table funnel --format svg --out funnel.svg
      redress stats cases/ --events events.toml --format html --out statistics.html
      redress stats --published --format csv --out published.csv
      redress stats --office office.toml --as court
      redress stats --office office.toml --as court --from 2025-01-01 --to 2025-12-31 --by half-year --release
    Over an office, --from and --to name the days of one release. It is made once, with --release, and then given as it was
    made to whoever may see statistics; without days, the releases are listed.
    All tables of one run are made together, so that no table gives away what another withholds. Do not publish two runs
    over the same cases with different periods or thresholds: their difference may say what each withholds.
cli-option-published = The published series alone, with their sources
cli-option-stats-by = Columns: year, half-year or month
cli-option-stats-from = First day counted (default: the first day on file)
cli-option-stats-to = Last day counted (default: the day of --as-of)
cli-option-as-of = The day as of which cases stand where they stand; later steps are not seen (default: today in Beijing)
cli-option-stats-scope = What this register covers: your own words, or a scope of the published series where it covers the same
cli-option-region = The region that it covers
cli-option-events = Your list of events (TOML) to lay beside the weeks; see docs/statistics.md
cli-option-threshold = Counts from 1 to one less than this are withheld (0: none, for internal use)
cli-option-table = This table alone; what other tables need withheld stays withheld
cli-option-format = text, csv, json, html or svg
cli-option-stats-out = File to write; with svg and without --table a folder
cli-option-stats-office = The configuration file of an office: the release of a period over all its cases
cli-option-release = Make the release for these days where there is none; there is one for a period, and it is not made anew
cli-option-breaks = Your list of days from which a table counts something else (TOML); see docs/statistics.md
cli-stats-case-twice = { $first } and { $second } hold the same case. It would be counted twice.
    .advice = Leave one of them out: name the folders one by one, or move the copy elsewhere. Of a file that was handed over and came back, the folder with more entries is the later state.
cli-stats-which-days = A release over an office needs its first and its last day.
    .advice = Say both --from and --to. Without days the releases are listed.
cli-stats-releases = { $count } releases
cli-stats-release =   { $from } to { $to }, as of { $as_of }; counts below { $threshold } withheld; made on { $made }  { $scope }
cli-log-release = [{ $from } to { $to }, as of { $as_of }, counts below { $threshold } withheld; { $scope }]
cli-stats-no-charts = There is no chart to draw.
    .advice = Charts exist for arrests, charged, funnel and weeks; arrests and charged need two periods. The published series are drawn in --format html.
cli-stats-which-chart = There are several charts.
    .advice = Choose one with --table, or name a folder with --out.
cli-due-may-run = May run: the facts on file do not settle whether
cli-due-others-may-run = { $count } further dates may bind an authority; --all lists them.
cli-due-silent = { $count } duties of which the file does not say whether they are owed.
cli-items-about = List what is sealed, with the numbers by which everything else names it
cli-items-examples =
    Examples:
      redress items spring
      redress items spring receipt
cli-items-count = { $count } items.
cli-forms-about = Show which forms there are, to whom each goes and what stands behind it
cli-forms-examples =
    Examples:
      redress forms
      redress forms complaint-defamation
      redress forms complaint-defamation --schema
    A form marked “text not checked” rests on an article whose official text was not read; its draft says so, and drawing up a final tells it beside the paper.
cli-option-input-schema = Print the JSON Schema of the form's input
cli-value-form = A form, by its id (redress forms)
cli-form-row = { $form }  { $title } → { $to } [{ $source }]
cli-form-row-unverified = { $form }  { $title } → { $to } [{ $source }; text not checked]
cli-form-used = { $used } Goes to: { $to }.
cli-form-required = A final asks for: { $required }.
cli-form-choices = What is picked from a list (each value and what it means):
cli-forms-next = redress draft CASE FORM --out FOLDER draws one up; redress forms FORM says what it asks.
cli-form-unknown = There is no form { $form }.
    .advice = The nearest: { $nearest }. `redress forms` lists all of them.
cli-draft-about = Draw up papers from the case file, as PDF and DOCX
cli-draft-examples =
    Examples:
      redress draft spring complaint-defamation --out papers
      redress draft spring complaint-defamation --questions > answers.toml
      redress draft spring complaint-defamation --answers answers.toml --final --out papers
      redress draft spring --all --masked --out preview
    A draft marks what is missing in place and lists it on top. --questions prints that list as a file: take the # from a
    line and enter the answer. A final refuses while anything is missing. Numbers come from the evidence alone and carry
    the exhibits they were counted from. What a paper prints of a person is read for that paper and that is in the ledger;
    --masked prints masks instead. A final is in the ledger with its input, and goes into the next bundle, masked.
cli-option-forms = Forms, by their ids (redress forms)
cli-option-all-forms = Every form
cli-option-papers-out = The folder to write to
cli-option-papers-answers = A TOML or JSON file of answers, one table a form
cli-option-questions = Print what is still missing, as a file of answers to fill in
cli-option-final = Complete papers to be signed; refused while anything is missing
cli-option-glossed = With an English gloss under the Chinese; that edition is not filed
cli-option-masked = Print masks in place of what identifies people
cli-option-papers-format = Which files: pdf, docx, json (the input)
cli-option-font = A further font file, for characters that the bundled faces do not have
cli-draft-which = Which paper?
    .advice = Name one or more forms (redress forms lists them), or --all.
cli-draft-where = Where should the papers go?
    .advice = Name a folder with --out, or print what is missing with --questions.
cli-draft-missing = { $form }: { $count ->
        [one] one place is
       *[other] { $count } places are
    } still to be filled in; the list stands on top of the draft
cli-answers-unreadable = { $path } is not text in UTF-8 and cannot be read as answers.
    .advice = It is TOML in UTF-8 (or JSON, where the name ends in .json) with one table a form; redress draft CASE FORM --questions prints one.
cli-answers-syntax = Line { $line } of { $path } cannot be read: { $text }
    .advice = A text stands in quotation marks: court = "A court"; true, false and numbers do not; a list is ["one", "two"]; each name is given once; the head of a table is [form-id].
cli-papers-final = { $count ->
        [one] One paper, complete
       *[other] { $count } papers, complete
    }: { $path }
cli-papers-draft = { $count ->
        [one] One draft
       *[other] { $count } drafts
    }, with what is missing on top: { $path }
cli-reading-again = {"    "}{ $item } is read by entry { $entry } again.
cli-reading-none = {"    "}{ $item } stays sealed; no posts are read from it now. Add the file again, with another --mapping where it needs one, to read it anew.
cli-log-is-struck = struck by entry { $by }
cli-log-is-withdrawn = withdrawn by entry { $by }
cli-log-is-disputed = disputed by entry { $by }
cli-log-purpose = what for: { $purpose }
cli-purpose-backup = backup
cli-purpose-counsel = for counsel
cli-purpose-transfer = handing over
cli-purpose-publication = anonymised summary
cli-purpose-recommendation = recommendation
cli-purpose-paper = paper with personal data
cli-purpose-leak-check = search for what identifies somebody, before a paper is written
cli-seen-details = what identifies a party
cli-seen-material = words of posts
cli-seen-item = a sealed item
cli-usage-unknown = There is no { $argument } here.
    .advice = { $near ->
        [blank] The form is: { $usage }
       *[other] Did you mean { $near }? The form is: { $usage }
    }
cli-usage-no-such-command = There is no command "{ $command }".
    .advice = { $near ->
        [blank] redress --help lists the commands.
       *[other] Did you mean { $near }? redress --help lists the commands.
    }
cli-usage-which-command = No command was named.
    .advice = There are: { $known }
cli-usage-missing = Missing: { $argument }
    .advice = The form is: { $usage }
cli-usage-without-value = { $argument } has no value.
    .advice = { $known ->
        [blank] Write the value after it. With --help the command says what it takes.
       *[other] It takes one of: { $known }
    }
cli-usage-value = "{ $value }" is not a value of { $argument }.
    .advice = { $known ->
        [blank] With --help the command says what it takes.
       *[other] It takes one of: { $known }
    }
cli-usage-value-unread = "{ $value }" cannot be read as { $argument } ({ $problem }).
    .advice = With --help the command says what it takes.
cli-usage-too-many = "{ $value }" is one too many for { $argument }.
    .advice = Leave it out. With --help the command says what it takes.
cli-usage-how-many = { $argument } has { $given } values, and takes { $wanted }.
    .advice = With --help the command says what it takes.
cli-usage-conflict = { $argument } cannot stand together with { $other }.
    .advice = Leave one of them out.
cli-usage-not-text = An argument is not text in UTF-8.
    .advice = Check the encoding of the terminal, and name the file by another name.
cli-usage-wrong = The line cannot be read: { $problem }
    .advice = With --help the command says what it takes.
cli-option-first-words = Show the first words of each statement (names after @, numbers and links left out); that you looked is written into the ledger first
cli-measure-words = {"  "}Which statement is which: open the file at the row, or ask for the first words with --words.
cli-handle-row = { $file } row { $row } ({ $item })
cli-handle-length = { $count ->
        [one] one character
       *[other] { $count } characters
    }
cli-option-force = Replace a file that is there; without it nothing is replaced
cli-option-markdown = The page with its diagram as Markdown
cli-file-exists = { $path } is already there, and stays as it is.
    .advice = Choose another name, or replace it with --force.
cli-lines-of-office = The lines of an office are not changed on its pages.
    .advice = Whoever keeps the office edits crisis-lines.toml beside its configuration.
cli-body-unnamed = The name of the body is missing (--body-name).
    .advice = Write it as on the paper: --body court --body-name "…人民法院". Where no body is to be named, leave --body out.
cli-procedure-diagram = States, and what leads on from each
cli-procedure-start = {"  "}(beginning)
cli-procedure-end = {"  "}(may rest here)
cli-procedure-stays = (stays)
cli-procedure-reasons = only with the reason { $reasons }
cli-procedure-while = only where { $procedure } stands at or has seen: { $what }
cli-procedure-unless = not where { $procedure } stands at or has seen: { $what }
cli-procedure-within = only until { $days } days after { $event } are over
cli-procedure-since = from { $day } on
cli-procedure-from = {"      "}from: { $states }
cli-procedure-order = Every other step is refused: { $order } ({ $cites })
cli-procedure-closed = What the law closes
cli-procedure-calls = What another procedure calls for
cli-procedure-shall = shall
cli-procedure-may = may
cli-list-in-a-case = { $path } is a case, or lies in one; it is not a folder of cases. Nothing was written into it.
    .advice = Name the folder around it: redress list { $around }. What one case holds is shown by redress log, items and step list.
cli-state-unknown = There is no state or procedure "{ $state }".
    .advice = Write PROCEDURE=STATE, by its word or as the list shows it. There are: { $known }
cli-mark-unknown = There is no mark "{ $mark }".
    .advice = There are: { $known }
cli-hour-unreadable = "{ $value }" is no time of day.
    .advice = Write hours and minutes in two digits each, by the clock of Beijing: 09:30.
cli-option-compiled-by = Who compiled the report (--format pdf, docx); without it the report is a draft
cli-stats-no-paper = The published series are no report of a register.
    .advice = Leave --published out, or choose --format html.
cli-stats-paper-out = A report is a file; where should it go?
    .advice = Name it with --out, such as --out report.pdf.
cli-stats-no-exhibit = A report of statistics shows no exhibit, and yet it names { $item }.
    .advice = This is an error of the program; please report it.
cli-draft-not-there = { $path } is a file or a bundle, and papers go into a folder of their own.
    .advice = Name another folder with --out; it is made where it is not there.
cli-serve-about = Open the workbench in a browser, on this computer
cli-option-port = Port on 127.0.0.1; 0 takes a free one
cli-option-no-browser = Do not open the browser
cli-serve-link = Open this once, within ten minutes: { $link }
cli-serve-unopened = No browser was opened ({ $problem }). Open the link above in one yourself.
cli-serve-again = Enter gives another link, Ctrl-C ends.
cli-serve-ended = The workbench has ended. Everything that was saved is in the case folders.
cli-nobody-signs-in = Nobody signs in here: the link of the program leads in.
    .advice = Use the link that redress serve printed.
cli-serve-office = Sign in here: { $link }
cli-no-example-in-office = The example is not laid among the cases of an office.
    .advice = Look at it on a computer of its own: redress demo --serve
cli-no-copy-into-office = A copy made for keeping does not go on in an office; nothing was taken in.
    .advice = Whoever keeps the office brings a case in on the command line: redress office import
cli-option-serve = Open the workbench on the example in a browser afterwards
cli-demo-serve = To see it in a browser: redress serve { $out }
cli-option-cosign-with = A key file (redress cosign key) with which the page “Sign for others” signs
cli-option-pace = Requests that one session may make each second, four times as many at once
cli-option-listen = Listen on this address and port instead, with TLS
cli-option-tls-chain = The certificate chain of the server (PEM)
cli-option-tls-key = Its key (PEM)
cli-option-host-name = The name by which others call this server
cli-serve-examples =
    Examples:
      redress serve
      redress serve spring-cases --port 4317
      redress serve --cosign-with office.key
      redress serve --office office.toml --listen 0.0.0.0:443 --tls-chain chain.pem --tls-key key.pem --host-name cases.example
cli-value-capture-file = The record: TOML with item, operator, and whatever else is known
cli-value-proof-item = The sealed item with the proof: item-000017
cli-option-proof-of = What the proof is about; may be repeated
cli-option-proof-kind = What kind of proof it is
cli-option-issuer = The office, platform or authority that issued it; no person's name
cli-option-check-value = The check value that it prints, in hex; SHA-256 and SM3 are compared
cli-value-handled-item = The item: item-000003
cli-option-act = What was done
cli-option-how = How it was done
cli-option-result = With what result
cli-option-whom = By or for whom: an office, a role; no person's name
cli-option-of-item = Only the chain of this item: item-000003
cli-custody-about = Tell the chain of custody: who did what with which original, when, how and with what result
cli-custody-examples =
    Examples:
      redress custody spring
      redress custody spring --item item-000003
    The chain is read out of the ledger. What this program does is entered by itself; what happens outside it (a phone given away,
    a request to delete) is entered by redress record spring handling.
cli-custody-count = { $count ->
        [one] One link
       *[other] { $count } links
    }
cli-custody-whole = the whole file
cli-capture-unreadable = { $path } cannot be read as the record of a capture: { $problem }
    .advice = It is TOML of at most 64 KiB; item and operator must be there, and docs/custody.md shows every other field.
cli-custody-agrees = ✓ its check value is the { $algorithm } of { $item }
cli-custody-agrees-with-none = ✗ its check value is no digest of what it is bound to
cli-custody-agrees-not-compared = ? its check value is of another algorithm than SHA-256 and SM3 and was not compared

# Cosignatures.
cli-cosign-about = Sign for somebody's evidence log as a second party, without seeing the case
cli-cosign-examples =
    Examples:
      redress cosign key office.key --name legal-aid.example
      redress cosign sign request.txt office.key --log redress/case/rd-…+1a2b3c4d+AbCd… --out cosigned.txt
      redress record spring cosignature cosigned.txt --cosigner legal-aid.example+5e6f7a8b+BAbC…

    A cosignature says: at this time I saw this log with so many entries, and it only grew since I signed last. It says nothing of what is true.
    Beside the key file a file .seen keeps what was signed last. Keep both, and back both up.
cli-cosign-key-about = Make a key for cosigning; show the verifier key that readers need
cli-cosign-sign-about = Cosign a request (redress record CASE checkpoint), a signed checkpoint or a bundle
cli-record-checkpoint-about = Sign the evidence log as it stands: the end of a working session, and what a cosigner is asked
cli-record-cosignature-about = Take in what a cosigner signed, so that the next bundle carries it
cli-value-key-file = The file of the cosigner's secret key
cli-value-request = A request, a signed checkpoint, or the folder of a bundle
cli-value-cosignature-file = The checkpoint as the cosigner sent it back
cli-option-key-name = The cosigner's name as readers know it: no spaces, best an address, such as legal-aid.example
cli-option-log-key = The verifier key of the log, which its maker told you by another way
cli-option-cosigner = The cosigner's verifier key, which they told you by another way
cli-log-size = { $size } entries
cli-checkpoint-next = A second party can sign it without seeing the case: redress cosign sign FILE KEY-FILE --log { $key } --out FILE
cli-cosigner-made = Verifier key (readers need it): { $key }
cli-cosigned = Cosigned: { $log }, { $size } entries, { $time }
cli-cosigned-next = Send { $path } back. It is taken in with: redress record CASE cosignature { $path } --cosigner { $key }
cli-cosign-unfit = { $path } is longer than a mebibyte, or no text.
    .advice = Give the file that “redress record CASE checkpoint” wrote.
cli-cosigner-key = { $path } is not the key file of a cosigner.
    .advice = Make one with “redress cosign key”, or use a copy from before.
cli-cosigner-seen = { $path } is not the record of what this key has cosigned.
    .advice = Put a copy from before in its place. Without it this key must not cosign any more: make another one.
cli-cosigner-busy = Another program is cosigning with { $path }.
    .advice = Wait until it has ended, and try again.
cli-cosigner-exposed = Other users of this computer may read the key file.
    .advice = Take the right to read it from everybody but yourself (chmod 600).
cli-stamp-about = Have the evidence log, or a bundle, stamped by a timestamp authority (RFC 3161), over HTTP or by file
cli-stamp-examples =
    Examples:
      redress stamp spring --tsa http://tsa.example/tsr --tsa-root tsa-root.pem
      redress stamp spring --question ask.tsq
      redress stamp spring --answer answer.tsr --authority "Example TSA"
      redress stamp bundle --tsa http://tsa.example/tsr
    Once for a working session, and once for a bundle. Only a digest leaves; it shows that what is sealed existed no later than
    the time in the token, and nothing of what was before.
cli-value-case-or-bundle = The case, or the folder of a bundle
cli-option-tsa = Ask this authority, over HTTP or HTTPS
cli-option-question = Write the question to this file, to be answered elsewhere
cli-option-answer = Take the answer out of this file
cli-option-authority = Who answered: the name of the authority
cli-option-algorithm = By which digest: sha256, or sm3 where the authority takes it
cli-option-tsa-root = A certificate that you believe, in PEM or DER; may be repeated
cli-option-block-header = The header of a Bitcoin block that you looked up, 160 hexadecimal digits, for .ots proofs; may be repeated
cli-option-tsa-issuer = A certificate on the way to it, where the token lacks it; may be repeated
cli-stamp-question = The question is in { $path }. Have it answered, and take the answer with --answer.
cli-stamped = Stamped: { $kept }. It existed no later than { $time }.
cli-stamped-root = The token leads to { $root }.
cli-stamped-no-root = Whom the token leads to was not checked: no certificate was given with --tsa-root. Whoever verifies chooses their own.
cli-file-too-long = { $path } is longer than { $most } bytes.
    .advice = Tokens and certificates are short; look whether it is the right file.
cli-certificates-unreadable = { $path } holds no certificate that can be read: { $reason }
    .advice = Give certificates in PEM or DER.

## Files closed to those who are named

cli-envelope-about = Close a file to those who are named (age encryption), open one, make a key for it
cli-envelope-examples =
    Examples:
      redress envelope key mine.key                                   (the receiver, once; give the public key to the sender)
      redress pack spring spring.zip.age --to "Legal aid=age1…"       (the sender: a bundle that only they can open)
      redress envelope close spring.redress --to "Court=age1…" --out spring.redress.age
      redress envelope open spring.zip.age mine.key --out spring.zip  (the receiver; then: redress verify spring.zip)
    The format is age-encryption.org/v1: age and rage open it too.
cli-envelope-key-about = Make a key for files that are closed to you; show the public key that senders need
cli-envelope-close-about = Close a file to those who are named, and to nobody else
cli-envelope-open-about = Open a file that was closed to you
cli-value-envelope-key = The file of the secret key
cli-value-envelope-file = The file
cli-option-closed-to = Close it to somebody: a name, “=” and their public key (age1…); may be given several times
cli-value-bagged = The folder; it moves into the bag as data/
cli-value-plain-bag = The bag to make; nothing may be there yet
cli-stage-bagging = Reading the folder
cli-bag-no-folder = { $path } is not a folder.
    .advice = Name the folder whose files are to be in the bag.
cli-bag-stopped = Stopped. Nothing was changed.
    .advice = The folder is where it was; begin again whenever you like.
cli-bag-no-day = The clock of this computer shows a day that no calendar has.
    .advice = Set it right, or give the day with --today.
cli-bag-secret = { $path } holds a secret key. Whoever gets the bag can open with it what was closed for its owner.
    .advice = If the bag is to leave your hands, take the folder out of data/ again, move the key elsewhere, and make the bag anew.
cli-bag-made = { $path }: { $files ->
        [one] { $files } file
       *[other] { $files } files
    } with { $bytes } bytes, in manifests of SHA-256, SHA-512 and SM3. The folder itself moved and is now { $path }/data; no byte of it was copied or changed.
cli-bag-note = Nobody has signed it. Note this number where nobody can change it, on paper or in a receipt: SHA-256 of tagmanifest-sha256.txt is { $digest }. Anybody checks the bag with: redress verify { $path }
cli-stage-closing = Closing
cli-stage-opening = Opening
cli-envelope-made = Public key (senders need it): { $key }
cli-envelope-for = Can be opened by: { $name } ({ $key })
cli-envelope-folder = { $path } is a folder.
    .advice = Pack a case with “redress pack CASE FILE --to NAME=KEY”, or make a zip of the folder first.
cli-envelope-exposed = Other users of this computer may read the key file.
    .advice = Let its owner alone read it: chmod 600.
cli-packed-closed-next = Only they can open it, you cannot either. They open it with: redress envelope open { $path } KEY-FILE --out bundle.zip
cli-receive-not-handed-over = This file was copied and not handed over, so nobody receives it.
    .advice = Import it (redress import), or ask whoever sent it to hand the case over (redress transfer).
    .web = This file was copied and not handed over, so nothing was entered and nothing taken in.
    .web-advice = If it is a copy of your own, choose “It is a copy of my own”. If a body sent it, ask them to hand the case over.
