### Sentences of the intake room: files and archives at the front door.
### $name is a member of the archive $archive.

intake-archive-damaged = The archive { $archive } cannot be opened: { $reason }
    .advice = It is kept as it is. Copy it again from where it came, or unpack it yourself and add the files.
intake-archive-overlaps = The members of { $archive } overlap, as in files made to fill a disk. None was unpacked.
    .advice = The archive is kept as it is. Unpack it yourself only if you trust where it came from.
intake-archive-inside = { $name } in { $archive } is an archive too. It is kept as it is and not unpacked.
    .advice = Unpack it and add the files if you need them read.
intake-document-kept-whole = { $archive } is a document that is an archive inside. It is kept whole.
intake-litter-left-out = { $name } was added to { $archive } by an operating system. It stays in the archive only.
intake-member-damaged = { $name } in { $archive } is damaged: { $reason }
    .advice = The archive is kept as it is. Copy it again from where it came.
intake-member-encrypted = { $name } in { $archive } is locked with a password. It stays in the archive only.
    .advice = Unpack it with its password and add the file.
intake-member-is-link = { $name } in { $archive } is a link to another place. It was not followed.
intake-member-too-large = { $name } in { $archive } would unpack to more than { $limit } bytes. It stays in the archive only.
    .advice = If you trust where it came from, unpack it yourself and add the file.
intake-member-twice = Two members of { $archive } have the same name. Only the last one was taken.
    .advice = The archive is kept as it is. Unpack it yourself if you need both.
intake-member-unsupported = { $name } in { $archive } is packed in a way that is not read: { $reason }
    .advice = Unpack it yourself and add the file.
intake-name-climbs = A member of { $archive } has a name that leaves its folder. It is shown as { $name } and stays in the archive only.
    .advice = Honest archives have no such names. Ask where this one came from.
intake-name-read-as-gb18030 = The name { $name } in { $archive } is read as GB 18030.
intake-too-many-members = { $archive } has { $members } members. The first { $limit } were taken.
    .advice = Unpack it yourself and add the rest in parts.
