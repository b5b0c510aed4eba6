# Sentences of the evidence room.

# The lines of a verification report.
evidence-claim-integrity = Integrity
evidence-claim-inclusion = Inclusion
evidence-claim-append-only = Append-only
evidence-claim-existed-by = Existed by
evidence-claim-origin = Origin

evidence-origin = A bundle cannot show what happened before capture. Who wrote something, and whether a page showed it, is a separate question.
evidence-key-from-bundle = The signatures were checked with the key inside the bundle: { $key }
    .advice = Ask the maker for this key by another way, and verify again with it. Until then the check shows only that one hand made all of the bundle.
evidence-token-not-checked = The bundle carries { $count ->
        [one] one timestamp token
       *[other] { $count } timestamp tokens
    }, which this version does not check.
    .advice = Check it with “openssl ts -verify” and the certificate of the timestamp authority.

# The bundle as a whole.
evidence-not-a-bundle = This folder is not a bundle of redress: { $path } is missing.
    .advice = Give the folder that contains bagit.txt and redress-bundle.json.
evidence-newer-bundle = This bundle is of version { $version }, which is newer than this program.
    .advice = Verify it with a newer redress. Nothing was checked.
evidence-bagit-form = { $path } is not the two lines of BagIt 1.0.
    .advice = Ask the maker for the bundle again.
evidence-card-form = { $path } does not describe this bundle in the expected form.
    .advice = Ask the maker for the bundle again.

# Files.
evidence-file-differs = { $path } is not what the manifest says ({ $manifest }).
    .advice = The file or the manifest was changed after packing. Do not rely on it; ask the maker for the bundle again.
evidence-file-missing = { $path } is missing.
    .advice = Ask the maker for the complete bundle.
evidence-file-not-listed = { $path } is in the folder, but not in every manifest.
    .advice = It was added after packing, or a manifest was changed. Do not rely on it.
evidence-file-changing = { $path } was listed with { $listed } bytes, but { $read } were read.
    .advice = Something is writing to the folder, or it is damaged. Copy the bundle to another disk and verify again.
evidence-file-unreadable = { $path } cannot be read.
    .advice = Check the disk and the permissions, then verify again.
evidence-file-too-large = { $path } is larger than the { $most } bytes that such a file may have.
    .advice = This is not a file that redress wrote. Ask the maker for the bundle again.
evidence-not-text = { $path } is not UTF-8 text from byte { $byte } on.
    .advice = Ask the maker for the bundle again.
evidence-path-unsafe = “{ $path }” is not a path that a bundle may have.
    .advice = It was added after packing. Do not open it.
evidence-path-link = { $path } is a link.
    .advice = A bundle has no links. Do not follow it; ask the maker for the bundle again.
evidence-path-not-a-file = { $path } is not a plain file.
    .advice = It was added after packing. Ask the maker for the bundle again.
evidence-path-twice = { $path } differs from another path only in capital letters.
    .advice = It was added after packing. Ask the maker for the bundle again.
evidence-fetch = { $path } asks to download files, which a complete bundle never does.
    .advice = Do not download anything that it names.
evidence-manifest-missing = { $path } is missing.
    .advice = Ask the maker for the complete bundle.
evidence-manifest-form = Row { $row } of { $path } is not in the form that redress writes.
    .advice = The manifest was changed after packing. Ask the maker for the bundle again.
evidence-oxum = bag-info.txt counts “{ $stated }”; the payload is { $found } (bytes.files).
    .advice = Files were added, removed or cut. See the other findings for which.
evidence-seal-differs = { $path } does not sign these tag manifests.
    .advice = The bundle was changed after signing. Ask the maker for the bundle again.
evidence-seal-unverified = { $path } could not be checked, because no key was found to check it with.
    .advice = Give the maker's key, or ask for the bundle again.

# The log.
evidence-item-differs = { $item } is not what was sealed: { $what } differ ({ $path }).
    .advice = Do not rely on this item. Ask for the original again.
evidence-item-missing = { $item } stands in the log, but its bytes are not in the bundle ({ $path }).
    .advice = Ask the maker for the complete bundle.
evidence-item-not-logged = { $path } belongs to no entry of the log.
    .advice = It was not sealed in this case. Do not rely on it.
evidence-log-entry = Row { $row } of { $path } is not the record of an item in its one form.
    .advice = The log was changed after signing. Ask the maker for the bundle again.
evidence-log-order = Row { $row } of the log is { $item }, or names a parent that does not come before it.
    .advice = The log was changed or made wrongly. Ask the maker for the bundle again.
evidence-log-torn = The log ends in the middle of row { $row }.
    .advice = The file was cut. Ask the maker for the bundle again.
evidence-log-size = The signed log has { $signed } entries; the bundle has { $found }.
    .advice = Entries were added or removed after signing. Ask the maker for the bundle again.
evidence-log-root = The { $size } entries of the log do not give the signed root.
    .advice = An entry was changed after signing. Ask the maker for the bundle again.
evidence-log-rewritten = The log does not continue the earlier checkpoint of { $size } entries ({ $path }).
    .advice = An entry that was sealed before has been changed or removed. Keep both bundles and ask the maker why.
evidence-proof-fails = { $path } does not show that its item is in the signed log.
    .advice = The proof, the item's record or the checkpoint was changed. Ask the maker for the bundle again.
evidence-proof-form = { $path } is not a proof file of the form c2sp.org/tlog-proof@v1.
    .advice = Ask the maker for the file again.
evidence-checkpoint-form = { $path } is not a checkpoint of this log.
    .advice = Ask the maker for the file again.
evidence-note-form = { $path } is not a signed note.
    .advice = Ask the maker for the file again.
evidence-note-signature = The signature of { $key } on { $path } does not hold.
    .advice = The text was changed after signing. Ask the maker for it again.
evidence-note-unknown-key = { $path } is not signed by a key that was given.
    .advice = Ask the maker which key signed it, and verify again with that key.
evidence-note-text = The text cannot be signed: it must end with a line end and have no control characters.
    .advice = Remove control characters and end the text with a line end.
evidence-key-text = { $path } is not the text of an Ed25519 verifier key.
    .advice = A key looks like name+8 digits+base64, on one line.
evidence-key-name = “{ $name }” cannot be the name of a key.
    .advice = Use a name without spaces and plus signs.
evidence-key-not-trusted = The bundle was signed with a key that you did not give: { $key }
    .advice = Ask the maker, by another way, whether this is the right key.

# Sealing and packing.
evidence-entry-too-long = The record of { $item } has { $bytes } bytes; the log takes at most { $most }.
    .advice = Shorten the file's name or the description of its source.
evidence-json = A record is not JSON of the expected form (line { $line }, column { $column }).
    .advice = The file was changed by another program. Use a copy from before.
evidence-json-not-canonical = A record is not written in its one canonical form.
    .advice = The file was changed by another program. Use a copy from before.
evidence-json-number = The number { $number } has a fraction, which a sealed record cannot hold.
    .advice = Give a whole number.
evidence-bundle-empty = The log has no items.
    .advice = Seal at least one file before packing.
evidence-bundle-order = { $item } stands where item { $expected } was expected.
    .advice = Pack every item of the case, in order.
evidence-bundle-path = “{ $path }” cannot be a path in the bundle.
    .advice = Use ASCII letters, digits, dots, hyphens and underscores, and a path that is not taken.
evidence-bundle-line = The { $field } must be one line of at most 200 characters.
    .advice = Shorten it and remove line ends.
