### Sentences of the store room: the case folder, the files that are added, SQLite exports.
### $file is relative to the case folder, or the name of the file that was named.

## The disk

store-disk-full = There is no room left on the disk to write { $file }.
    .advice = Make room, or move the case folder to a larger disk, and do it again. The case is as it was.
store-read-only = { $file } cannot be written: the disk or the folder is read-only.
    .advice = Copy the case folder to a place where you may write, and work there. Reading works here too.
store-disk-failed = The disk would not do it at { $file }: { $system }
    .advice = The case is as it was. Check the disk and the cable, make a copy of the case folder, and try again.

## The case folder

store-not-a-case = There is no case in this folder.
    .advice = Name the folder that “redress new” made. It holds a file case.sqlite.
    .web-advice = Begin a case in the list of cases.
store-folder-exists = Something is already there: { $file }
    .advice = Choose another name, or an empty folder. Nothing was overwritten.
store-folder-name = That cannot be the name of a new folder.
    .advice = Give a plain name, such as “my-case”.
store-busy = Another program is working on this case.
    .advice = Wait until it is done, or close it, and try again. Only one at a time may write.
store-case-newer = This case was made by a newer version of this program (format { $found }, known here up to { $known }).
    .advice = Open it with that version. Nothing was changed.
store-database-damaged = The database { $file } is damaged: { $problem }
    .advice = Leave it as it is and make a copy of the whole folder. Then open your last backup. Nothing was changed.
store-chain-broken = The ledger is not as it was written: entry { $entry } does not follow the one before.
    .advice = Leave the folder as it is and compare it with your last backup or with a bundle that was packed earlier.
store-ledger-moved = The case has gone on meanwhile; its last entry is now { $entry }.
    .advice = Do it again. Nothing was added.
store-append-uncertain = The disk failed at the very end of a write: { $system } What was to follow entry { $entry } may be kept or not.
    .advice = Look at the case before doing it again. Everything acknowledged before is there.
store-leftovers-swept = { $files } unfinished files of an interrupted write were taken away. Nothing that was acknowledged is missing.

## The key

store-key-missing = The key that signs this case's evidence log is missing.
    .advice = Bring the file “key” back from a backup of the case folder.
store-key-damaged = The file “key” is damaged.
    .advice = Bring it back from a backup of the case folder.
store-key-exposed = Other users of this computer may read the file { $file }.
    .advice = Make it readable for yourself alone, or keep the case on a disk that knows owners.

## Sealed bytes

store-objects-missing = The folder “objects” of this case, or a part of it, is missing or is not a folder.
    .advice = Bring it back from a backup of the case folder.
store-object-missing = A sealed item is missing from the case: { $file }
    .advice = Bring this file back from a backup, or add the original file again: it returns to its place.
store-object-altered = A sealed item is no longer what was sealed: { $file }
    .advice = Bring this file back from a backup, or add the original file again. The altered one is set aside, not deleted.
store-object-not-a-file = In the place of a sealed item stands a link or something else: { $file }
    .advice = Take it away and bring the file back from a backup. It was not followed.
store-bundle-path = A bundle cannot have a file named { $file }.
    .advice = Give it a plain name without “..”. Nothing was written.
store-bag-there = There is something at { $path } already.
    .advice = Name another place for the bag. Nothing was changed.
store-bag-unconfirmed = The bag { $path } is made, but the disk did not confirm it.
    .advice = Look after a restart whether it is there, and verify it before you rely on it.
store-bag-inside = The bag { $path } would lie inside the folder that is to move into it.
    .advice = Name a place beside the folder. Nothing was changed.
store-bag-elsewhere = { $path } is on another disk: the folder could not move there without being copied.
    .advice = Name a place on the disk of the folder, and copy the finished bag then. Nothing was changed.

## Files that are added

store-file-vanished = There is no file { $file } (any more).
    .advice = Check the name. If another program moves files there, wait until it is done.
store-link-not-followed = { $file } is a link. It was not followed.
    .advice = Name the file or folder that it points to.
store-not-a-file = { $file } is not a plain file.
    .advice = Name a file, or a folder with files.
store-file-unreadable = { $file } cannot be read: { $system }
    .advice = Give yourself the right to read it, or copy it to another place.
store-source-unreadable = Reading broke off: { $system }
    .advice = Check the disk or the stick that it comes from and add the file again. Nothing was added.
store-name-not-text = The name of { $file } is not in UTF-8. The file is taken in; the odd parts of its name show as �.
store-skipped-link = Left out: { $file } is a link.
    .advice = Add the file that it points to.
store-skipped-special = Left out: { $file } is a pipe, a socket or a device.
store-skipped-unreadable = Left out: { $file } cannot be read, or lies too deep.
    .advice = Give yourself the right to read it, or add it by its own name.

## SQLite exports

store-sqlite-not-one = This file is not a SQLite database, or it is encrypted.
    .advice = Export it again without a password, or export it as CSV or JSON.
store-sqlite-cut-short = This SQLite file breaks off: it has { $bytes } bytes and should have at least { $stated }.
    .advice = Copy it again after the program that writes it has been closed.
store-sqlite-damaged = This SQLite file is damaged: { $problem }
    .advice = Copy it again after the program that writes it has been closed. Nothing was read from it.
store-sqlite-cell-too-long = A value in this SQLite file is longer than { $most } bytes.
    .advice = Export the posts as CSV or JSON. Nothing was read from this file.
store-sqlite-no-rowid = The table { $table } numbers no rows, so that no place in it can be named.
    .advice = Export the table as CSV or JSON.
store-sqlite-no-such-column = The table { $table } has no column { $column }, or there is no such table.
    .advice = Check the names in the mapping file.
store-file-exists = { $file } is already there.
    .advice = Choose another name.
store-no-case-file = { $file } is no case file, or cannot be read: { $problem }
    .advice = Name a file that redress export or redress transfer wrote.
    .web-advice = Bring the file that the sender got when handing the case over, or when making a copy of it.
    .web = { $file } is no case file, or it is damaged, or it is not all there.
store-case-file-damaged = { $file } is a case file that was cut or damaged{ $member ->
        [empty] {""}
       *[other] { " " }(in { $member })
    }: { $problem }
    .advice = Nothing was taken in. Copy the file anew from where it came from, or ask the sender for it again.
store-writing-stopped = Stopped. The file or bundle was not written; the ledger says that it was to be.
    .advice = Nothing else changed. To go on, run the same command again (a transfer with --again).
    .web-advice = Nothing else changed. To go on, ask for the file again on the same page.
store-case-file-newer = This case file is of the form { $found }; this program knows { $known }.
    .advice = Use the version of this program that wrote it, or a later one.

## The register of many cases

store-stage-register = Looking at cases
store-register-rebuilt = The register of this folder was damaged or of another version, and is made anew from the cases.
store-register-in-memory = This folder cannot be written; the register is kept for this run only.
store-register-foreign = The file { $file } in this folder belongs to another program.
    .advice = Move it elsewhere, or keep the cases in another folder. Nothing was changed.
store-register-damaged = The register { $file } is damaged. The cases themselves are not in it.
    .advice = Delete this file and list again: it is made anew from the cases.
store-register-stopped = Stopped. What was read of the cases so far is kept.
    .advice = List again to read the rest.
store-register-busy = { $case } is being worked on by another program; its row is the last one known.
store-register-unread = { $case } could not be read ({ $code }); its row, if there is one, is the last one known.
    .advice = Open this case by itself: the reason is given there in full.
store-case-file-long = { $member } in { $file } is longer than { $most } MiB, the most that is read.
    .advice = A case of that length has no single file; keep it in its folder and copy the folder.
store-case-file-extra = { $file } holds what no case file holds: { $member }
    .advice = Nothing was taken in. Ask the sender for a file that this program wrote.
store-case-file-key = The key in { $file } is not the key that it names, or the file is no backup.
    .advice = Nothing was taken in. Ask the sender for another copy, without a key.
