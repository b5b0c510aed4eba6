### Files closed to those who are named (room: envelope).

envelope-recipient = “{ $value }” is not a name and a public key.
    .advice = Write the name, “=” and the key that they gave you, such as Legal aid=age1…
envelope-secret = That is a secret key. It was not used, and nothing was written.
    .advice = Ask for the public key, which begins with age1. Whoever sent you the secret one should make another.
envelope-nobody = Nobody is named who could open it.
    .advice = Name at least one receiver.
envelope-key-file = Row { $row } of { $path } is no secret key of age.
    .advice = A key file has a line that begins with AGE-SECRET-KEY-1. Make one with “redress envelope key”.
    .web-advice = A key file has a line that begins with AGE-SECRET-KEY-1.
envelope-not-age = { $path } is not a file that was closed with age.
    .advice = Take it as it is: it needs no key.
envelope-other-key = { $path } was closed to somebody else: the key does not open it.
    .advice = Ask the sender to whom it was closed, and give them your public key.
envelope-newer = { $path } was closed in a newer form than this program knows.
    .advice = Use a newer redress, or age itself.
envelope-damaged = { $path } was cut or changed since it was closed. Nothing was written.
    .advice = Ask the sender for it again.
envelope-disk = The disk would not do it: { $problem }.
    .advice = See whether there is space left, and try again.
envelope-stopped = Stopped. Nothing was written.
    .advice = Start it again when you like; nothing has to be put right first.
envelope-closed = { $path } is closed to those who are named (age encryption): only their key opens it.
    .advice = Whoever has the key opens it on the machine that holds the key: redress envelope open { $path } KEY-FILE --out bundle.zip
    .web = “{ $path }” is closed to those who are named (age encryption): only their key opens it.
    .web-advice = Whoever has the key opens it on the machine that holds the key, and brings the zip that was in it. The help says how.
envelope-zip-cut = { $path } breaks off at byte { $bytes }: the end of the zip, where its members are listed, is missing.
    .advice = Something was lost on the way. Fetch it again from where it came from, or ask whoever made it for another copy.
    .web = “{ $path }” breaks off at byte { $bytes }: the end of the zip, where its members are listed, is missing. Nothing of it was taken in.
    .web-advice = Something was lost on the way. Fetch it again from where it came from, or ask whoever made it for another copy; then bring it again.
