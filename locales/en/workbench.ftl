# Sentences of the corridor.
workbench-stage-reading = Reading posts
workbench-stage-assessing = Measuring and assessing
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

## Accounts and members

workbench-sign-in-wrong = The account or the password is wrong.
    .advice = Check the name and the keyboard, and try again.
workbench-account-locked = This account is locked.
    .advice = Ask the keeper.
workbench-office-has-accounts = There are accounts here already; a first keeper is made only once.
    .advice = Let the keeper sign in and make the account.
workbench-account-without-role = An account holds at least one role.
    .advice = Name the role with --role.
workbench-account-exists = There is already an account { $account }.
    .advice = Choose another name.
workbench-account-own = This cannot be done to one's own account.
    .advice = Let another keeper do it.
workbench-no-such-account = There is no account { $account }.
    .advice = Check the name; the keeper can list the accounts.
workbench-member-role = Your role in this case does not bring in somebody in that role.
    .advice = The second table of docs/rights.md says who brings in whom.
workbench-member-scope = Only a helping relative is given a part of a case.
    .advice = Leave --scope out.
workbench-member-until = The end has passed already.
    .advice = Name a later day.
workbench-member-already = { $account } is on this case already.
    .advice = To change the role, end the membership first.
workbench-no-such-member = There is no such member of this case.
    .advice = List the members first.
workbench-member-stays = You cannot end this membership.
    .advice = Who gave it may end it; everybody may leave; an auditor is appointed by the keeper.
workbench-last-member = Nobody would be left who can bring in others, and the case could not be opened any more.
    .advice = Bring in somebody else first.
workbench-no-such-mark = There is no such mark.
    .advice = Check the mark in the office log.
workbench-no-account-for-role = There is no account of that name that may take this role, or it is locked.
    .advice = Check the name; the keeper confirms which roles an account holds.
