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
workbench-source-unknown = { $item } is not an item of this case.
    .advice = Add the file first, then name its item.
workbench-judgement-needs-person = "{ $term }" is a judgement: only a person can set it, and it stands as set by that person.
    .advice = Leave --standing out, or write --standing judged.
workbench-no-such-claim = Entry { $entry } is not a claim, or was withdrawn before.
    .advice = redress fact CASE list shows the claims with their entries.
workbench-item-unreadable = { $item } could not be read: { $problem }
    .advice = Check the disk, or open a backup copy of the case.
workbench-item-differs = { $item } is not what was sealed.
    .advice = Leave it as it is; open another copy of the case or of the bundle.
workbench-mapping-lost = The mapping { $item } is missing.
    .advice = Open a backup copy of the case.
workbench-mapping-not-text = The mapping file is not UTF-8 text; the first bad byte is at { $byte }.
    .advice = Save it as UTF-8.
workbench-not-read = { $file } is no format that is known; it was sealed as it is, and no posts were read from it. Its columns: { $columns }
    .advice = If it holds posts, say what its columns mean with --mapping; see docs/mapping.md.
workbench-too-long-to-read = { $file } is too long to search for posts; it was sealed as it is.
    .advice = Split the export into smaller files if posts should be read from it.
workbench-result-unwritable = The result could not be written: { $problem }
    .advice = This is a fault of the program. Please report it.
workbench-result-unreadable = The result in this bundle cannot be read: { $problem }
    .advice = Ask for another copy of the bundle.
workbench-result-newer = The result is of the form { $schema }; this program knows { $known }.
    .advice = Use the version of redress that wrote it, or a later one.
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
workbench-not-a-bundle = This is not a bundle of redress.
    .advice = Name the folder that redress pack wrote.
workbench-stage-receiving = Checking received objects
workbench-party-unknown = There is no { $party } in this case.
    .advice = redress party CASE list shows the parties.
workbench-party-capacity = In what capacity the party takes part is missing.
    .advice = Name it: victim, relative, guardian, agent, respondent, platform or witness.
workbench-party-without-details = Nothing that identifies { $party } is on file.
    .advice = Add it with redress party CASE set { $party } --details FILE.
workbench-details-missing = What identifies this party is not in this copy of the case, or was altered.
    .advice = The file may have come without personal details; ask the sender, or open a backup copy.
workbench-clock-unreadable = The clock of this computer shows no usable day.
    .advice = Set the clock and run the same command again.
workbench-duty-unknown = The law book has no duty "{ $duty }" that a notice meets.
    .advice = redress record CASE duties lists them.
workbench-day-ahead = { $day } has not come yet; today is { $today }.
    .advice = Record it on the day it happens; a hearing that is fixed goes into --for-day.
workbench-entered-before = The same was entered before, as entry { $entry }.
    .advice = Nothing has to be done. If that entry is wrong, strike it first.
workbench-mark-stands = The mark { $mark } stands so already.
    .advice = redress log CASE --kind marked shows when it was set.
workbench-struck-before = Entry { $entry } was struck before.
    .advice = Nothing has to be done.
workbench-cannot-strike = Entry { $entry } cannot be struck: there is no such entry, or what it records cannot be unsaid (sealed, seen, sent).
    .advice = A claim is withdrawn with redress fact CASE withdraw; of the rest, record what is right.
workbench-text-unfit = { $field } is empty, longer than { $most } characters, or holds control characters.
    .advice = Write it in plain text.
workbench-handed-over = The file was handed over in entry { $entry } and goes on there; an entry here would be a second way on.
    .advice = Receive the file that comes back (redress receive), then go on.
workbench-file-manifest = The case file does not hold the ledger that it says it holds.
    .advice = Ask the sender for another copy.
workbench-file-foreign = That is another case: here is { $this }, in the file { $other }.
    .advice = Import it into a folder of its own.
workbench-file-apart =
    The two copies went apart after entry { $common }. From entry { $first } on, this copy has { $this_more } of its own
    (the first: { $this_kind }, { $this_by }, { $this_day }), the file has { $other_more } (the first: { $other_kind }, { $other_by }, { $other_day }). Nothing was changed.
    .advice = Decide which copy goes on, and enter there what only the other has; redress log shows both.
workbench-file-object = The object { $digest } in the file is not what the ledger names.
    .advice = Ask the sender for another copy.
workbench-file-object-missing = The file lacks the sealed object { $digest } that its ledger names.
    .advice = Ask the sender for another copy.
workbench-sheet-differs = The transfer sheet does not fit the ledger before entry { $entry }.
    .advice = Ask the sender for another copy.
workbench-not-handed-over = The case was not handed over, or came back.
    .advice = Hand it over first: redress transfer CASE FILE --way …
workbench-limit-unknown = The law book has no time limit "{ $limit }".
    .advice = redress due CASE --all --json shows the names.
workbench-due-disputed = The sources differ on the day, and it matters.
workbench-due-unproven = Done, and nothing on file shows it or shows that it was in time.
workbench-due-may-not-run = Whether it runs on the facts of this file is not established.
workbench-due-promptly = The law says promptly (及时) and fixes no day.
workbench-due-unverified = Some of the law behind it was not checked against a text.
workbench-due-lost = If it passes:{" "}
workbench-links-platform = The contents stand on several platforms: { $known }.
    .advice = Name the one to which it goes: --with-links NAME.
