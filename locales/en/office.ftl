### Sentences of the office room: cases of an office in PostgreSQL, objects on a disk or in an S3 store.
### No secret is ever an argument. $file is the name of the configuration file.

## The configuration

office-config-missing = There is no configuration file { $file } that can be read.
    .advice = Write one as docs/office.md shows, and name it with --config.
office-config-unreadable = The configuration file { $file } cannot be understood at line { $line }.
    .advice = Compare it with the example in docs/office.md. A password or key is given as {"{"} env = "NAME" {"}"} or {"{"} file = "PATH" {"}"}, never by itself. The line is not shown here, because there may be a secret in it.
office-config-wrong = In the configuration file { $file }, “{ $key }” is missing or wrong.
    .advice = Compare it with the example in docs/office.md. Objects lie in a folder or in S3, not in both; an endpoint is https, except on this computer.
office-secret-missing = A password or key was to be found in { $name }, and is not there or is empty.
    .advice = Set this environment variable, or write the file so that only you may read it.
office-secret-in-config = There is a password in the address of the database.
    .advice = Take it out, and name an environment variable or a file in its place: password = {"{"} env = "NAME" {"}"}. Whoever could read the file should not be trusted with the old password any more.
office-database-address = The address of the database cannot be understood.
    .advice = Write it as postgresql://user@host/database, or as host=/folder/of/the/socket user=… dbname=….
office-database-plain = This database is on another computer, and its address switches encryption off.
    .advice = Take sslmode=disable out. Only a database on this computer may be spoken to without encryption.
office-no-certificates = There is no certificate by which the server could be judged.
    .advice = Name the file of your own authority with “ca”, or install the system's certificates (Debian: ca-certificates).

## The database

office-database-unreachable = The database cannot be reached: { $problem }
    .advice = Check that it is running, and the host, the port and the certificate in the configuration. Nothing was changed.
office-database-login = The database did not accept the user or the password.
    .advice = Check the user in the configuration, and what the environment variable or the file of the password holds.
office-database-none = The database server has no database of this name.
    .advice = Make it (createdb), or correct the name in the configuration.
office-database-rights = The database user may not do this.
    .advice = Give it the right, as docs/office.md says. Nothing was changed.
office-database-full = The database server's disk is full.
    .advice = Make room there, and do it again. Nothing was added.
office-database-lost = The connection to the database broke.
    .advice = Do it again. Everything that was acknowledged is there.
office-database-refused = The database refused: { $problem } ({ $state })
    .advice = Nothing was changed. The server's log says more.
office-server-old = The database server is PostgreSQL { $found }; version 15 or later is needed.
    .advice = Use a newer server.
office-server-unsafe = The database server cannot keep a case safely: { $setting } should be { $wanted }.
    .advice = Change this setting of the server, or make the database anew with the encoding UTF8.
office-not-set-up = There is no office in this database yet.
    .advice = Run “redress office init --config FILE”.
office-schema-older = This office was set up by an older version of this program (schema { $found }, needed here { $known }).
    .advice = Make a backup, then run “redress office init --config FILE”: it brings the office up to date.
office-schema-newer = This office was set up by a newer version of this program (schema { $found }, known here up to { $known }).
    .advice = Use that version. Nothing was changed.
office-resume-long = What was answered and not yet handed in is longer than { $most } KiB, and was not kept.
    .advice = Shorten the longest answer, or draw the paper up and attach the long text as an exhibit.
office-guard-missing = A guard of the ledgers is switched off or missing in the database: { $name }
    .advice = Find out who did it, and compare the cases with a backup or with bundles that were packed earlier. Nothing is read or written until it stands again.
office-read-only = The case was opened for reading only.
    .advice = Open it for writing.

## Cases

office-no-such-case = There is no case { $case } here.
    .advice = “redress office list” shows the cases.
    .web-advice = The list shows the cases.
office-case-exists = There is a case { $case } already.
    .advice = Choose another name.
office-case-name = { $case } cannot be the name of a case.
    .advice = Use letters, digits, points, hyphens and underscores, 64 at most, beginning with a letter or a digit.
office-append-lost = The connection broke while entries were being added. They are not in the case.
    .advice = Do it again.
office-append-unknown = The connection broke while entry { $entry } was being added, and the database could not be reached again to see whether it is in.
    .advice = When the database is back, look at the case before you do it again.
office-key-missing = The key that signs this case's evidence log is missing from the database.
    .advice = Bring it back from a backup of the database.
office-row-odd = A row of the database is not what this program writes.
    .advice = Compare the database with a backup.

## Moving cases

office-parted = The case here and the case there have different histories: they part at entry { $entry }.
    .advice = Nothing was changed. Keep both, and decide which one goes on; the other one can be kept as a folder or packed as a bundle.
office-other-key = A case of this name is here, and it has another key: it is another case.
    .advice = Nothing was changed. Check the name.
office-stopped = Stopped. What has arrived so far is not shown; the next attempt goes on from there.
    .advice = Run the same command again.
office-stage-objects = Sealed items
office-stage-entries = Entries

## Sealed bytes

office-object-missing = A sealed item is missing from the object store: { $object }
    .advice = Bring it back from a backup of the object store, or add the original file again: it returns to its place.
office-object-altered = A sealed item is no longer what was sealed: { $object }
    .advice = Bring it back from a backup or from an earlier version in the bucket, or add the original file again.
office-object-not-kept = The object store said that it kept an item, and does not have it: { $object }
    .advice = Do it again. If it happens twice, do not trust this store.
office-object-too-long = The file has { $bytes } bytes; the object store takes at most { $most } in one piece.
    .advice = Use an office whose objects lie in a folder, or divide the file and add the parts.
office-objects-refused = The object store refused ({ $request }, { $status }, { $state }).
    .advice = Check the bucket, the region and the keys in the configuration, and this computer's clock. Nothing was added.
office-objects-full = The object store has no room left ({ $request }, { $status }, { $state }).
    .advice = Make room there, and do it again. Nothing was added.
office-objects-busy = The object store is too busy or not ready ({ $request }, { $status }, { $state }, { $tries } tries).
    .advice = Do it again a little later. Nothing was added.
office-objects-unreachable = The object store did not answer ({ $request }, { $tries } tries).
    .advice = Check that it is running and that this computer reaches it. Nothing was added.
office-objects-certificate = The certificate of the object store is not valid for it.
    .advice = Check the endpoint in the configuration; for an authority of your own, name its file with “ca”.
office-scratch-failed = No temporary file could be written: { $system }
    .advice = Make room in the folder for temporary files, or name another one in TMPDIR.
office-source-unreadable = Reading broke off: { $system }
    .advice = Check the disk or the stick that it comes from and add the file again. Nothing was added.

## People and rights

office-role-passes-walls = The database user is a superuser or has BYPASSRLS, so that the walls between cases do not bind it.
    .advice = Make a plain database user for the office; see docs/office.md.
office-wall-missing = A wall between cases is switched off in the database: { $name }
    .advice = Find out who did it. Nothing is read or written until it stands again.

## Counting for the statistics

office-stage-counting = Cases counted
office-count-stopped = Stopped. What was counted stays counted.
    .advice = The same command again counts the rest.
