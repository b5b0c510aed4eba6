# Sentences of the corridor.
workbench-stage-reading = Reading posts
workbench-stage-assessing = Measuring and assessing
workbench-stage-leaks = Searching for what identifies somebody
workbench-stage-sealing = Sealing
workbench-stage-checking = Checking sealed items
workbench-stage-writing = Writing the bundle
workbench-stage-verifying = Verifying
workbench-case-exists = There is already a case here.
    .advice = Choose another folder.
workbench-stopped = Stopped. The case is as it was before this command.
    .advice = Run the same command again when you want to go on.
workbench-pack-stopped = Stopped. No bundle was written; the sealed head of the ledger stays, as does an assessment that was made.
    .advice = Run the same command again when you want to go on.
workbench-office-name-personal = The name of the office holds what looks like a number or an address of a person.
    .advice = The name goes into the ledger and wherever that goes. Write the name of the office as on the paper; whom to ask there belongs on the paper itself.
workbench-term-of-statement = { $term } is said of a statement, not of the case.
    .advice = Name the statement (st-… or post:…) in place of case; redress measure lists the statements.
    .web-advice = Choose one statement under “About”.
workbench-source-unknown = { $item } is not an item of this case.
    .advice = Add the file first, then name its item.
workbench-judgement-needs-person = "{ $term }" is a judgement: only a person can set it, and it stands as set by that person.
    .advice = Leave --standing out, or write --standing judged.
    .web-advice = Choose “set by a person”.
workbench-no-such-claim = Entry { $entry } is not a claim, or was withdrawn before.
    .advice = redress fact CASE list shows the claims with their entries.
    .web-advice = The page of facts shows every entry.
workbench-item-unreadable = { $item } could not be read: { $problem }
    .advice = Check the disk, or open a backup copy of the case.
workbench-item-differs = { $item } is not what was sealed.
    .advice = Leave it as it is; open another copy of the case or of the bundle.
workbench-mapping-lost = The mapping { $item } is missing.
    .advice = Open a backup copy of the case.
workbench-mapping-not-text = The mapping file is not UTF-8 text; the first bad byte is at { $byte }.
    .advice = Save it as UTF-8.
workbench-not-read = { $file } is no format that is known; it was sealed as it is, and no posts were read from it. Its columns: { $columns }.
    .advice = If it holds posts, say what its columns mean with --mapping; see docs/mapping.md.
    .web-advice = If it holds posts, say on the page of evidence what its columns are (“Say what its columns are”). Whoever helps you with the export can write a mapping file instead: docs/mapping.md of this program shows how.
workbench-not-read-nameless = { $file } is no format that is known; it was sealed as it is, and no posts were read from it. It has { $count } columns; its first line does not read as their names and is not shown here.
    .advice = If it holds posts, say what its columns mean with --mapping; see docs/mapping.md.
    .web-advice = If it holds posts, say on the page of evidence what its columns are (“Say what its columns are”). Whoever helps you with the export can write a mapping file instead: docs/mapping.md of this program shows how.
workbench-too-long-to-read = { $file } is too long to search for posts; it was sealed as it is.
    .advice = Split the export into smaller files if posts should be read from it.
workbench-same-bytes-aside = { $file } has the same content as { $same } ({ $name }), which is set aside. Both are kept: { $same } stays set aside, { $item } is a second exhibit with the same bytes and is not.
workbench-same-bytes = { $file } has the same content as { $same } ({ $name }). Both are kept: { $item } is a second exhibit with the same bytes.
    .advice = If one is enough, leave this one out of what is handed in: the page of exhibits, or left_out in the file of answers.
    .web-advice = If one is enough, say on the page of evidence that this one is not handed in.
workbench-archive-warc = WARC
workbench-archive-wacz = WACZ
workbench-archive-har = HAR
workbench-archive-mhtml = MHTML
workbench-archive-saved-page = saved page
workbench-archive-is = web archive ({ $kind }): { $answers ->
        [one] one part received
       *[other] { $answers } parts received
    }, { $pages ->
        [one] one page
       *[other] { $pages } pages
    }
workbench-archive-by = made by { $tool }, as it states itself
workbench-archive-at = captured { $time }, as it states itself by the clock of its tool
workbench-archive-undated = states no time of capture
workbench-archive-of = address: { $url }
workbench-archive-states = its own integrity statements: { $held } hold, { $failed } do not, { $unchecked } not checked
workbench-archive-silent = makes no integrity statement of its own
workbench-archive-broken-off = breaks off before its end; sealed as it is
workbench-media-jpeg = JPEG
workbench-media-png = PNG
workbench-media-webp = WebP
workbench-media-bmff = MP4/MOV/HEIC
workbench-media-pdf = PDF
workbench-stated-is = what the file says of itself ({ $kind }): { $what }
workbench-stated-unread = what the file says of itself ({ $kind }) could not be read whole
workbench-stated-label = AI label
workbench-stated-manifest = C2PA manifest
workbench-stated-camera = camera data
workbench-stated-limit = All of this is written in the file, and anybody can write it; what is not written shows nothing
workbench-label-generated = AI label: states that AI generated it (GB 45438-2025)
workbench-label-possible = AI label: states that AI may have generated it (GB 45438-2025)
workbench-label-suspected = AI label: states that it is suspected to be generated by AI (GB 45438-2025)
workbench-label-other = AI label: says “{ $value }”, which is no value of the standard
workbench-label-producer = generated by, as the label states: { $who }, number { $number }
workbench-label-propagator = spread by, as the label states: { $who }, number { $number }
workbench-manifest-is = C2PA manifest, made by { $generator } as it states itself
workbench-manifest-holds = its signature, its assertions and its hash of the content hold: the content is as it was signed
workbench-manifest-holds-but = its signature, its assertions and its hash of the content hold; besides the manifest, that hash leaves out { $bytes } bytes, which can be changed without a trace: the rest is as it was signed
workbench-manifest-fails = something in it does not hold: it does not show that the file is as it was signed
workbench-manifest-open = not all of it could be checked: it does not show that the file is as it was signed
workbench-manifest-signer = the certificate names { $subject }, issued by { $issuer }; whether to trust it was not judged
workbench-manifest-action = done, as it states: { $action }
workbench-manifest-ingredients = it names { $count ->
        [one] one ingredient
       *[other] { $count } ingredients
    }, whose own manifests were not checked
workbench-camera-device = taken with { $device }
workbench-camera-software = written by { $software }
workbench-camera-taken = taken at { $time }, by the clock of the device
workbench-camera-position = a position is recorded in the file; it is neither read nor shown here
workbench-ots-is = proof of OpenTimestamps (.ots)
workbench-ots-of = about { $item }, by its SHA-256
workbench-ots-of-none = about nothing in this case (digest { $digest })
workbench-ots-of-other = its file is named by a digest that is not SHA-256 ({ $digest }): whether it is in this case was not compared
workbench-ots-pending = promised by { $uri }: shows no time until it stands in a block
workbench-ots-bitcoin = Bitcoin block { $height }: shows a time once that block’s header is at hand, whose root of transactions has to be { $root }
workbench-ots-other = another witness, which is not checked here
workbench-ots-broken = proof of OpenTimestamps (.ots) that cannot be read
workbench-inside-found = Part { $record } of { $archive } ({ $url }) is an export of posts. It is sealed as an item of its own and read.
workbench-inside-unread = { $file } cannot be read as posts. It stays in its archive only.
workbench-inside-more = In { $file } { $more ->
        [one] one more part
       *[other] { $more } more parts
    } could not be opened to look for posts.
workbench-inside-too-much = { $file } holds more exports of posts than are taken out of one archive. The others stay in it and are not read.
    .advice = Export the posts as files of their own, and add those.
workbench-wacz-too-long = { $file } is longer than { $limit } bytes. It was sealed as it is; what it states of itself was not checked.
workbench-long-unreadable = { $file } could not be read again after it was kept: { $problem }
    .advice = Check the disk, then add it again.
workbench-result-unwritable = The result could not be written: { $problem }
    .advice = This is a fault of the program. Please report it.
workbench-result-unreadable = The result in this bundle cannot be read: { $problem }
    .advice = Ask for another copy of the bundle.
workbench-result-newer = The result is of the form { $schema }; this program knows { $known }.
    .advice = Use the version of this program that wrote it, or a later one.
workbench-ledger-differs = The ledger in this bundle is not the one that its result rests on.
    .advice = Ask for another copy of the bundle.
workbench-bundle-unreadable = { $path } of the bundle could not be read: { $problem }
    .advice = Ask for another copy of the bundle.
workbench-other-software = Made by { $sealed }; derived again by { $here }.
workbench-other-law = The law book of this program is not the one in { $path }; answers may differ for that reason.
workbench-law-absent = The bundle has no law book at { $path }.
workbench-how-to-verify =
    How to check this bundle, without any special program:
      sha256sum -c manifest-sha256.txt      every sealed file is what the list says
      sha256sum -c tagmanifest-sha256.txt   the lists themselves are unchanged
    With redress, which is stricter (SM3, log, proofs, signature), and derives every figure again:
      redress verify FOLDER --key "{ $key }"
      redress recompute FOLDER
    What this cannot show: whether what was captured was true, or who wrote it. Sealing shows nothing of the time before it.
workbench-not-a-bundle = This is not a bundle of this program.
    .advice = Name the folder that redress pack wrote.
    .web-advice = Bring the folder or zip that was made on the page “Bundle”.

## Accounts and members

workbench-sign-in-wrong = The account or the password is wrong.
    .advice = Check the name and the keyboard, and try again.
workbench-account-locked = This account is locked.
    .advice = Ask the keeper.
workbench-office-has-accounts = There are accounts here already; a first keeper is made only once.
    .advice = Let the keeper sign in and make the account.
workbench-account-without-role = An account holds at least one role.
    .advice = Name the role with --role.
    .web-advice = Tick at least one role that was confirmed.
workbench-account-exists = There is already an account { $account }.
    .advice = Choose another name.
workbench-account-own = This cannot be done to one's own account.
    .advice = Let another keeper do it.
workbench-no-such-account = There is no account { $account }.
    .advice = Check the name; the keeper can list the accounts.
workbench-member-role = Your role in this case does not bring in somebody in that role.
    .advice = The second table of docs/rights.md says who brings in whom.
    .web-advice = The list of roles on this page holds those that your role brings in; somebody else on the case can bring in others.
workbench-member-scope = Only a helping relative is given a part of a case.
    .advice = Leave --scope out.
    .web-advice = Tick no part, or choose the helping relative.
workbench-member-until = The end has passed already.
    .advice = Name a later day.
workbench-member-already = { $account } is on this case already.
    .advice = To change the role, end the membership first.
workbench-no-such-member = There is no such member of this case.
    .advice = List the members first.
workbench-member-stays = You cannot end this membership.
    .advice = Who gave it may end it; everybody may leave; an auditor is appointed by the keeper.
workbench-brought-author = Entry { $entry } was made under the name { $author }, and was not brought in.
    .advice = Whoever made an entry brings it in. Nothing was changed.
workbench-brought-entry = Entry { $entry } ({ $kind }) is not one that you may make on this case, and was not brought in.
    .advice = docs/rights.md says who may make which entry. Nothing was changed.
workbench-last-member = Nobody would be left who can bring in others, and the case could not be opened any more.
    .advice = Bring in somebody else first.
workbench-no-such-mark = There is no such mark.
    .advice = Check the mark in the office log.
workbench-no-account-for-role = There is no account of that name that may take this role, or it is locked.
    .advice = Check the name; the keeper confirms which roles an account holds.
workbench-stage-receiving = Checking received objects
workbench-party-unknown = There is no { $party } in this case.
    .advice = redress party CASE list shows the parties.
    .web-advice = The page of people shows the parties.
workbench-party-capacity = In what capacity the party takes part is missing.
    .advice = Name it: victim, relative, guardian, agent, respondent, platform or witness.
workbench-party-without-details = Nothing that identifies { $party } is on file.
    .advice = Add it with redress party CASE set { $party } --details FILE.
    .web-advice = Enter it on the page of that party.
workbench-details-missing = What identifies this party is not in this copy of the case, or was altered.
    .advice = The file may have come without personal details; ask the sender, or open a backup copy.
workbench-clock-unreadable = The clock of this computer shows no usable day.
    .advice = Set the clock and run the same command again.
workbench-duty-unknown = The law book has no duty "{ $duty }" that a notice meets.
    .advice = redress record CASE duties lists them.
    .web-advice = Choose one from the list of the form.
workbench-day-ahead = { $day } has not come yet; today is { $today }.
    .advice = Record it on the day it happens. A hearing that is fixed is a step: redress step CASE add PROCEDURE hearing-fixed --on DAY --for-day DAY.
    .web-advice = Record it on the day it happens. A hearing that is fixed is a step of the procedure: enter the day it was fixed, and the hearing as the day for which.
workbench-moment-ahead = { $moment } (Beijing) has not come yet: by the clock of this computer it is { $now }.
    .advice = Look at day, hour and zone: a time without a zone is Beijing's, and 8 in the evening is 20:00. If the clock of this computer is wrong, set it first.
workbench-entered-before = The same was entered before, as entry { $entry }.
    .advice = Nothing has to be done. If that entry is wrong, strike it first.
workbench-not-cosigned = The checkpoint has no signature of { $name }.
    .advice = Ask for the file again, or give the key of whoever signed it.
workbench-cosigned-other = This log never was as the cosigned checkpoint of { $size } entries says.
    .advice = It is of another case, or the log was changed. Keep the file and compare the keys.
workbench-cosigned-before = This cosignature was taken in before.
    .advice = Nothing has to be done: every bundle carries it.
workbench-cosigner-key = “{ $value }” is not the verifier key of a cosigner.
    .advice = It looks like name+8 digits+base64; “redress cosign key” shows it.
    .web-advice = It looks like name+8 digits+base64, on one line. Ask whoever signed for it again.
workbench-mark-stands = The mark { $mark } stands so already.
    .advice = redress log CASE --kind marked shows when it was set.
    .web-advice = The history shows when it was set.
workbench-struck-before = Entry { $entry } was struck before.
    .advice = Nothing has to be done.
workbench-not-aside = { $item } is not set aside: there is no such item, it was never read, or it counts.
    .advice = Nothing has to be done. Which items are set aside: redress log CASE --kind struck.
    .web-advice = Nothing has to be done. Which items are set aside stands on the page of evidence.
workbench-cannot-strike = Entry { $entry } cannot be struck: there is no such entry, or what it records cannot be unsaid (sealed, seen, sent).
    .advice = A claim is withdrawn with redress fact CASE withdraw ENTRY --reason TEXT. Of a sealed file, the reading can be struck: redress log CASE --kind read shows its entry. Of the rest, record what is right.
    .web-advice = A fact is taken back on the page of facts. Of a sealed file, the reading can be struck: the history shows its entry. Of the rest, record what is right.
workbench-text-unfit = { $field } is empty, longer than { $most } characters, or holds control characters.
    .advice = Write it in plain text.
workbench-handed-over = The file was handed over in entry { $entry } and goes on there; an entry here would be a second way on.
    .web = This case was handed over and goes on with whoever received it; nothing can be entered here until it comes back.
    .advice = Receive the file that comes back (redress receive), then go on.
    .web-advice = Receive the file that comes back, on the page “Receive a case”, then go on.
workbench-file-manifest = The case file does not hold the ledger that it says it holds.
    .advice = Ask the sender for another copy.
workbench-file-foreign = That is another case: here is { $this }, in the file { $other }.
    .advice = Import it into a folder of its own.
workbench-file-apart =
    The two copies went apart after entry { $common }. From entry { $first } on, this copy has { $this_more } of its own
    (the first: { $this_kind }, { $this_by }, { $this_day }), the file has { $other_more } (the first: { $other_kind }, { $other_by }, { $other_day }). Nothing was changed.
    .advice = Decide which copy goes on, and enter there what only the other has; redress log shows both.
    .web-advice = Decide which copy goes on, and enter there what only the other has; the history shows each.
workbench-file-object = The object { $digest } in the file is not what the ledger names.
    .advice = Ask the sender for another copy.
workbench-file-object-missing = The file lacks the sealed object { $digest } that its ledger names.
    .advice = Ask the sender for another copy.
workbench-sheet-differs = The transfer sheet does not fit the ledger before entry { $entry }.
    .advice = Ask the sender for another copy.
workbench-not-handed-over = The case was not handed over, or came back.
    .advice = Hand it over first: redress transfer CASE FILE --way …
    .web-advice = Hand it over first, on the page “Hand over”.
workbench-limit-unknown = The law book has no time limit "{ $limit }". Nearest: { $near }.
    .advice = Name one of these: { $known }. redress due CASE shows each time limit with its name.
    .web-advice = Choose one from the list of the form.
workbench-due-disputed = The sources differ on the day, and it matters.
workbench-due-unproven = Done, and nothing on file shows it or shows that it was in time.
workbench-due-may-not-run = Whether it runs on the facts of this file is not established.
workbench-due-promptly = The law says promptly (及时) and fixes no day.
workbench-due-unverified = Some of the law behind it was not checked against a text.
workbench-due-some-unverified = One of the articles named here was not checked against a text.
workbench-due-lost = If it passes:{" "}
workbench-file-extra = The case file holds an object that its ledger does not name: { $member }
    .advice = Nothing was taken in. Ask the sender for a file that this program wrote.
workbench-transfer-nowhere = The case is handed over from a body to itself.
    .advice = Name the body that it goes to: --to-body, --to-name.
    .web-advice = Choose the body that it goes to.
workbench-received-before = This file was received here before; nothing was changed.
    .advice = Nothing has to be done. redress log CASE --kind received shows when.
    .web-advice = Nothing has to be done. The history shows when.
workbench-received-by-other = Entry { $entry } hands the case over to another body ({ $kind }).
    .advice = Only that body receives it. A copy for reading is taken in with redress import.
    .web-advice = Only that body receives it.
workbench-received-early = Received on { $day }, and handed over only on { $sent }.
    .advice = Check the day.
workbench-number-unfit = "{ $number }" is not the number of an official paper.
    .advice = Write it as it stands on the paper: { $example }
workbench-strike-first = Entry { $entry } speaks of that party and stands.
    .advice = Strike that entry first.
workbench-details-left-out = What identifies { $party } was left out by the sender and is not here.
    .advice = Ask the sender for a file with the personal details, and import it.
    .web-advice = Ask the sender for a file with the personal details.
workbench-obstacle-backwards = The obstacle that begins on { $from } ends before that day.
    .advice = Check the two days.
workbench-links-platform = The contents stand on several platforms: { $known }.
    .advice = Name the one to which it goes: --with-links NAME.
    .web-advice = Name the one to which it goes.
workbench-notice-by-whom = The duty { $duty } is owed by the { $owes }; the { $by } cannot meet it.
    .advice = Name the body that served the notice, and the duty of that body: redress record CASE duties
    .web-advice = Choose the body that served the notice, and a duty of that body.
workbench-transfer-not-holder = The file is with the { $holder }; the { $from } cannot hand it over.
    .advice = Name the body that received it last with --from-body; redress log CASE --kind received shows it.
    .web-advice = Choose the body that received it last; the history shows it.
workbench-transfer-never-came = This case was never received from anybody, so it cannot be given back.
    .advice = Choose another --way; redress transfer --help lists them.
    .web-advice = Choose another way of handing over.
workbench-stage-papers = drawing up papers
workbench-picture-unprinted = { $item } cannot be printed ({ $reason ->
        [unsupported] not of a kind that can be printed
        [too-large] too large
        [too-long] too long
        [too-many] the volume holds no more pictures
        [encrypted] the PDF is encrypted
        [too-many-pages] the PDF has more than one hundred pages
        [faces] the PDF does not hold its fonts, so that letters would be missing
        [annotated] seals, notes or form fields lie over the pages of the PDF and would be missing
       *[broken] the file is cut short or damaged
    }); the volume says so, and the electronic copy governs.
workbench-paper-incomplete = { $form } is not complete: { $count ->
        [one] one place is
       *[other] { $count } places are
    } not filled in: { $missing }
    .advice = Fill them in (`redress draft CASE { $form } --questions` prints them as a file to fill), or leave --final out for a draft.
    .web-advice = Answer what the page still asks, or make a draft.
workbench-paper-purposeless = { $form } hands in { $count ->
        [one] an exhibit
       *[other] { $count } exhibits
    } without a word of what it is to prove: { $exhibits }.
    .advice = Say what each proves under [exhibits.N] in the file of answers, or leave the exhibit out; then draw the paper up anew.
    .web-advice = Say on the page of exhibits what each proves, or leave it out; then draw the paper up anew.
workbench-paper-unknown = Entry { $entry } drew up no paper.
    .advice = Choose one from the list of finals.
workbench-paper-set-otherwise = The words are those of entry { $entry }; the file is set otherwise than the one that was drawn up then, by another version of the program.
    .advice = Where it matters which file was signed, compare its SHA-256 with the entry.
workbench-paper-input-missing = The input of the paper drawn up by entry { $entry } is missing or was altered.
    .advice = Bring objects/ back from a backup; the paper itself can be drawn up again.
workbench-strike-steps = Entry { $entry } cannot be struck yet: { $count ->
        [one] a later step rests on it, entry
       *[other] later steps rest on it, entries
    } { $later }.
    .advice = Strike first, in this order: { $later }. Then strike entry { $entry }, and record the steps again as they were.
workbench-mostly-skipped = { $file }: { $count } of { $rows } rows could not be read as posts.
    .advice = If that is not what the file holds, the mapping or the format is wrong: take the reading back with redress record CASE strike ENTRY (redress log CASE --kind read shows the entry) and add the file again with another --mapping. --dry-run shows beforehand what would be read.
    .web-advice = If that is not what the file holds, its columns were misread: strike this reading on the page of history, and bring the file again with another mapping file. Trying first without sealing shows what would be read.
workbench-mostly-repeats = { $file }: { $count } of { $rows } rows count as the same posts again.
    .advice = If they are different posts, the mapping takes the wrong column for the id: take the reading back with redress record CASE strike ENTRY (redress log CASE --kind read shows the entry) and add the file again with another --mapping. --dry-run shows beforehand what would be read.
    .web-advice = If that is not what the file holds, its columns were misread: strike this reading on the page of history, and bring the file again with another mapping file. Trying first without sealing shows what would be read.
workbench-recommend-for = Only { $body ->
        [court] the court
        [procuratorate] the procuratorate
        [police] the police
        [government] an administrative organ
        [platform] the platform
        [legal-aid] the legal-aid agency
       *[other] somebody else
    } issues it; nothing on file says that the case is there.
    .advice = It is a draft for that body to review, fill in and sign. Do not send it to the platform as it is.
workbench-recommend-body = A recommendation of this kind ({ $kind }) is issued by { $body ->
        [court] the court
        [procuratorate] the procuratorate
        [police] the police
        [government] an administrative organ
        [platform] the platform
        [legal-aid] the legal-aid agency
       *[other] somebody else
    }, and the file is with { $holder ->
        [court] the court
        [procuratorate] the procuratorate
        [police] the police
        [government] an administrative organ
        [platform] the platform
        [legal-aid] the legal-aid agency
       *[other] somebody else
    }.
    .advice = Choose --kind by the body: judicial (a court), procuratorial (a procuratorate), police.
    .web-advice = Choose the kind that this body issues.
workbench-links-unknown = The material has nothing of a platform "{ $platform }". It has: { $known }
    .advice = Write --with-links with one of these names. Nothing was written.
    .web-advice = Choose one of these names. Nothing was written.
workbench-links-none = No post and no account is listed: of { $statements ->
        [one] the one statement
       *[other] the { $statements } statements
    } taken up, none stands on this platform with Article 10 ruled out for it. For { $open } that is open.
    .advice = Nobody is named for speech that may be protected. Enter what a person has judged (is_report_of_wrongdoing, is_comment_or_criticism) with redress fact, or write without --with-links.
    .web-advice = Nobody is named for speech that may be protected. A person first judges, on the page of facts, whether it is a report of wrongdoing, and whether it is comment or criticism.
workbench-links-open = For { $open ->
        [one] one statement
       *[other] { $open } statements
    } it is open whether Article 10 protects it; its posts and accounts are not listed.
    .advice = Nobody is named for speech that may be protected. Enter what a person has judged with redress fact.
    .web-advice = Nobody is named for speech that may be protected. A person judges it on the page of facts.
workbench-links-most = Of statement { $statement } only { $most } posts are listed.
    .advice = The others stand in the exhibits. Hand the body the list of statements where it needs all.
workbench-platform-leak = The name given with --platform would identify somebody of this case ({ $kinds }), so nothing was written.
    .advice = Write the platform as the public knows it, without names, numbers, accounts or words of this case. That the details were looked at is in the ledger.
    .web = The name of the platform would identify somebody of this case ({ $kinds }), so nothing was written.

# --- Releases of statistics over an office
workbench-threshold-low = A release over an office withholds at least the counts from 1 to { $least } less one.
    .advice = Leave --threshold out, or say { $least } or more. Who has the case folders can count them with another one.
    .web-advice = Leave the smallest count empty, or say { $least } or more.
workbench-as-of-ahead = { $day } has not come yet; today is { $today }.
    .advice = Leave --as-of out for today, or name a day that has come.
    .web-advice = Leave the day empty for today, or choose one that has come.
workbench-release-early = The days from { $from } to { $to } are not over, today or as of the day that was named.
    .advice = A release is made once for its days: wait until they are over, or name an earlier last day with --to.
    .web-advice = A release is made once for its days: wait until they are over, or choose an earlier last day.
workbench-no-release = No release was made for the days from { $from } to { $to }.
    .advice = Add --release to make it, when --by, --scope and the other options stand as they shall be published: for these days there is one release, and it is not made anew.
    .web-advice = Make it, when everything stands as it shall be published: for these days there is one release, and it is not made anew.
workbench-release-other = For { $from } to { $to } there is a release with other options: as of { $as_of }, --by { $by }, --threshold { $threshold }, --scope "{ $scope }", made on { $made }. A second one over the same cases could be subtracted from it, and would give away what each withholds.
    .advice = Leave the options out to get that release; or make one for days that come after { $to }.
    .web = For { $from } to { $to } there is a release with other choices: as of { $as_of }, counted by { $by }, smallest count { $threshold }, scope “{ $scope }”, made on { $made }. A second one over the same cases could be subtracted from it, and would give away what each withholds.
workbench-release-overlaps = There is a release whose days overlap: { $from } to { $to }, as of { $as_of }, --by { $by }, --threshold { $threshold }, --scope "{ $scope }", made on { $made }. Both together would give away what each withholds.
    .advice = Ask for exactly these days to get it; or make one for days that come after { $to } or before { $from }.
    .web = There is a release whose days overlap: { $from } to { $to }, as of { $as_of }, counted by { $by }, smallest count { $threshold }, scope “{ $scope }”, made on { $made }. Both together would give away what each withholds.
workbench-counts-lag = { $count } cases of the office are not counted up to their last entry. No release is made that leaves them out.
    .advice = Members count their own cases anew, the keeper all: redress office recount. A new version of this program makes this necessary once.
    .web-advice = Members count their own cases anew, the keeper all; ask the keeper of the office. A new version of this program makes this necessary once.
workbench-counts-lag-few = Some cases of the office (fewer than { $most }) are not counted up to their last entry. No release is made that leaves them out.
    .advice = Members count their own cases anew, the keeper all: redress office recount. A new version of this program makes this necessary once.
    .web-advice = Members count their own cases anew, the keeper all; ask the keeper of the office. A new version of this program makes this necessary once.
workbench-cover-stands = The case has the name “{ $cover }” already.
    .advice = Choose another one.
workbench-cover-personal = The name of a case is no place for a telephone or identity number or a mail address: it stands in lists, in calendars and in every file that leaves.
    .advice = Take a neutral word, such as “Spring”.
workbench-cover-names-party = The name of a case must not hold the name of somebody in it: it stands in lists, in calendars and in every file that leaves. The case keeps its name; that the details were compared is in the record.
    .advice = Take a neutral word, such as “Spring”.
workbench-cover-shows-party = The name of this case, “{ $cover }”, holds the name that was just entered. It stands in lists, in calendars and in every file that leaves.
    .web = The name of this case, “{ $cover }”, holds the name that you typed. It stands in lists, in calendars and in every file that leaves.
    .advice = Give the case another name with redress record CASE name NAME.
    .web-advice = Give the case another name: the field stands at the end of its overview.
workbench-summary-post = { $post } is no post of this case.
    .advice = Take the key from the list of posts.
workbench-summary-stands = This is what is said of { $post } already.
    .advice = Nothing is to be done.
workbench-summary-quotes = The summary of { $post } has { $most } and more characters in a row of the post itself.
    .advice = Say it in words of your own: it is read by whoever is spared those of the post.
workbench-summary-unfit = A summary is one line of at most { $most } characters, without telephone numbers or addresses.
    .advice = Say briefly what is claimed, to whom it was done, and nothing else.
workbench-party-not-laid = This party is not said to have published { $post }.
    .advice = The page of the party and “redress party CASE list” show what is. Somebody may have taken it back already.
    .web-advice = The page of the party shows what is. Somebody may have taken it back already.
workbench-label-post = { $post } is no post of this case.
    .advice = Take the key from the list of posts.
workbench-label-stands = Under “{ $label }” these posts stand so already.
    .advice = Nothing is to be done.
workbench-label-many = More than { $most } posts in one entry.
    .advice = Label them in parts.
workbench-label-unfit = “{ $label }” is no label: one line of at most { $most } characters, without telephone numbers or addresses.
    .advice = Take one or two words, such as “for the lawyer”.
workbench-corroborates-itself = { $item } is said to be a second capture of itself.
    .advice = Name the item that was captured first.
workbench-ended-before = The capture of { $item } ends before it began.
    .advice = Look at both moments; write them with their time zone, like 2026-03-01T10:00:00+08:00.
    .web-advice = Look at both moments.
workbench-steps-many = A capture has at most { $most } steps.
    .advice = Join steps that belong together, or seal the protocol as a paper.
workbench-proof-of-itself = { $item } is bound to nothing, or to itself.
    .advice = Name with --of the items that the proof is about.
    .web-advice = Choose the exhibits that the proof is about.
workbench-check-value = { $value } is no check value.
    .advice = SHA-256 and SM3 have 64 hex digits, MD5 32, SHA-1 40, SHA-512 128; copy it whole, or leave it out.
workbench-sheet-title = Transfer sheet
workbench-sheet-case = Case
workbench-sheet-way = Way
workbench-sheet-from = Handed over by
workbench-sheet-to = To
workbench-sheet-on = On
workbench-sheet-number = Number
workbench-sheet-entries = Entries of the ledger before
workbench-sheet-entries-now = Entries of the ledger so far
workbench-sheet-head = SHA-256 of the last of them
workbench-sheet-details = Personal details
workbench-sheet-with = go with it
workbench-sheet-without = left out
workbench-sheet-tracks = Where each procedure stands
workbench-sheet-parties = Parties
workbench-sheet-items = Sealed items
workbench-sheet-columns = | Exhibit | Name | What for | Format | Bytes | SHA-256 | SM3 |
workbench-sheet-signed = Handed over (signature, date): ____________________    Received (signature, date): ____________________
workbench-token-unreadable = This is no answer of a timestamp authority: { $reason }
    .advice = Take the answer as the authority sent it (.tsr), and nothing of it is kept until it can be read.
workbench-token-refused = The authority did not stamp.
    .advice = Ask another authority, or ask again with --algorithm sha256: not every authority takes SM3.
    .web-advice = Ask another authority, or ask again with SHA-256: not every authority takes SM3.
workbench-token-fails = The token does not hold: { $check }. Nothing was kept.
    .advice = docs/timestamps.md says what this check asks. Ask again, or ask another authority.
    .web-advice = Ask again, or ask another authority.
workbench-token-of-nothing = The token is over no checkpoint of this case.
    .advice = Write a question with --question, have that file answered, and take its answer.
    .web-advice = Download a question here, have that file answered, and bring its answer.
workbench-form-unknown = There is no form “{ $form }”.
    .advice = List them with “redress forms”.
    .web-advice = See the papers of the case: all forms stand there.
workbench-bundle-long = { $path } is longer than { $most } MB, which is the most that is held in memory here.
    .advice = Recompute the bundle with the program itself, on a computer of your own.
workbench-sealing-clock = the sealing computer's clock was ahead by { $seconds } s (negative: behind), as somebody compared it
