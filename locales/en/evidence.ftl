# Sentences of the evidence room.

# The lines of a verification report.
evidence-claim-integrity = Integrity
evidence-claim-inclusion = Inclusion
evidence-claim-append-only = Append-only
evidence-claim-existed-by = Existed by
evidence-claim-signer = Signer
evidence-claim-corroboration = Corroboration
evidence-claim-origin = Origin

# What can be said of a line.
evidence-outcome-held = holds ({ $checked } checked)
evidence-outcome-held-part = holds for { $shown } of { $items } items; of the others nothing is shown
evidence-outcome-held-own = holds by what the maker alone signed and can sign anew ({ $checked } checked)
evidence-outcome-failed = does not hold ({ $failed ->
        [one] 1 fault
       *[other] { $failed } faults
    })
evidence-outcome-not-provable = not provable by this bundle
evidence-outcome-not-present = not checked: the bundle holds nothing to check it with

evidence-origin = A bundle cannot show what happened before capture. Who wrote something, and whether a page showed it, is a separate question.
evidence-key-from-bundle = The signatures were checked with the key inside the bundle: { $key }
    .advice = Ask the maker for this key by another way, and verify again with it. Until then the check shows only that one hand made all of the bundle.

# The bundle as a whole.
evidence-not-a-bundle = This folder is not a bundle of this program: { $path } is missing.
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
evidence-file-damaged = { $path } does not unpack to what the zip says of it: its length, its check sum, or bytes behind it.
    .advice = The zip was damaged or changed. Ask for another copy of it.
evidence-file-too-large = { $path } is larger than the { $most } bytes that such a file may have.
    .advice = This is not a file that this program wrote. Ask the maker for the bundle again.
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
evidence-manifest-foreign = { $path } is a manifest of a kind that no bundle has: nothing here checks what it says.
    .advice = Another program may believe it. Ask the maker for the bundle without it.
evidence-manifest-missing = { $path } is missing.
    .advice = Ask the maker for the complete bundle.
evidence-manifest-form = Row { $row } of { $path } is not in the form that this program writes.
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
evidence-clock-set-back = By the clock that sealed it, { $item } was sealed at { $time }, before the entry ahead of it in the log ({ $before }): that clock was set back or another was used. The order of the log holds.
    .advice = Ask the maker which clock was wrong. Only a timestamp authority shows a time here.
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
evidence-entries-form = { $path } is not a bundle of log entries from byte { $byte } on.
    .advice = The log was changed after signing. Ask the maker for the bundle again.
evidence-tile-form = { $path } has { $bytes } bytes, which no tile of this log has.
    .advice = The log was changed or cut. Ask the maker for it again.
evidence-tile-differs = { $path } does not follow from the entries of the log.
    .advice = The tile or an entry was changed after signing. Ask the maker for the bundle again.
evidence-tile-unknown = { $path } is no file of this log.
    .advice = It was added after packing. Do not rely on it.
evidence-request-form = Row { $row } of the request for a cosignature is not in the form of C2SP tlog-witness.
    .advice = Ask for the file again, or take the signed checkpoint itself.
evidence-cosigned = { $name } cosigned { $size } entries of the log, by its own clock at { $time }.
evidence-cosigner-from-bundle = { $name } cosigned { $size } entries of the log at { $time }; the key that says so stands only in the bundle: { $key }
    .advice = Ask { $name } for this key by another way, and verify again with it. Until then it corroborates nothing.
evidence-signature-unknown = { $name } also signed a checkpoint of the log, with a key that is not at hand. It was not checked.
    .advice = Ask { $name } for the key, and verify again with it.
evidence-cosignature-time = A cosignature cannot have a time before 1970.
    .advice = Set the clock of this computer.
evidence-cosign-shrunk = The log has { $size } entries; it had { $last } when it was cosigned last.
    .advice = Entries are gone. Do not cosign it; keep the file and ask the maker why.
evidence-cosign-gap = The proof begins at { $old } entries, but { $last } were cosigned last; the log has { $size } now.
    .advice = Ask for a request that begins at { $last } entries.
evidence-cosign-rewritten = The { $size } entries of the log do not continue the { $last } that were cosigned last.
    .advice = An entry that was there has been changed. Do not cosign it; keep the file and ask the maker why.

# Bags of other makers.
evidence-bag-unsigned = This bag is not a bundle of this program: it has no log and nobody signed it. Its files are what its own manifests say, whoever wrote those.
evidence-bag-declaration = Row { $row } of { $path } is not what BagIt asks for.
    .advice = It must be two lines, “BagIt-Version: 1.0” and “Tag-File-Character-Encoding: UTF-8”. Ask the maker for the bag again.
evidence-bag-encoding = The bag declares the encoding “{ $encoding }”, which is not known here ({ $path }).
    .advice = Ask the maker for a bag whose tag files are UTF-8.
evidence-bag-text = { $path } is not { $encoding } text from byte { $byte } on.
    .advice = Ask the maker for the bag again.
evidence-bag-mark = { $path } begins with a byte-order mark.
    .advice = Other programs may not read its first line.
evidence-bag-algorithm = { $path } uses an algorithm that is not computed here: its digests were not checked, and a bag is valid when all are.
    .advice = Check it with another program, or ask for a bag with a manifest of SHA-512 alone.
evidence-bag-line = Row { $row } of { $path } cannot be read: “{ $name }”.
    .advice = Ask the maker for the bag again.
evidence-bag-no-payload = There is no folder { $path } in the bag.
    .advice = A bag has one, be it empty (RFC 8493 §2.1.2). Ask the maker for it again.
evidence-bag-blank = Row { $row } of { $path } is empty.
    .advice = Other programs may refuse it.
evidence-bag-scope = Row { $row } of { $path } names “{ $name }”, which lies outside of what this file may list.
    .advice = Do not open that path. Ask the maker for the bag again.
evidence-bag-twice = Row { $row } of { $path } lists “{ $name }” again with another digest.
    .advice = Ask the maker which of the two is right.
evidence-bag-twice-same = Row { $row } of { $path } lists “{ $name }” again.
    .advice = Since BagIt 1.0 a file may be listed once only.
evidence-bag-star = Row { $row } of { $path } has a star before “{ $name }”, as md5sum writes it.
    .advice = Some programs take the star for a part of the name.
evidence-bag-dot = Row { $row } of { $path } writes “{ $name }” with “./” before it.
    .advice = Some programs take it for another file.
evidence-bag-same-name = { $path } and { $other } are one name to some systems.
    .advice = Where the bag is copied, one of them may take the place of the other.
evidence-bag-system-file = { $path } is a file that a system puts into folders by itself.
    .advice = It may change or go as soon as the folder is looked at.
evidence-bag-uncovered = { $manifest } does not list { $path }.
    .advice = Who changes { $path } is not found by it.
evidence-bag-already = This is a bag already: it has { $path }.
    .advice = Check it with redress verify, or name a folder around it.
evidence-bag-nothing = There is no file in the folder.
    .advice = Name the folder whose files are to be in the bag.
evidence-bag-unfit = “{ $path }” cannot be in a bag: { $why ->
        [link] it is a link
        [other] it is no plain file
       *[name] its name means something else on another system
    }. Nothing was changed.
    .advice = Put the file itself in its place, or take it out of the folder, and note that you did.
evidence-bag-fetch = { $path } asks to download files. Nothing was downloaded.
    .advice = Do not download anything that it names without knowing from where.
evidence-bag-fetch-unlisted = Row { $row } of { $path } names “{ $name }”, which no manifest lists.
    .advice = It could be anything. Ask the maker for the bag again.

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
# Timestamp tokens.
evidence-existed-by = By the token in { $path } this existed no later than { $time }: { $what ->
    [checkpoint] the items 1 to { $size }
    [item] item { $size }
   *[other] everything in the bundle
}. Root: { $root }
evidence-token-unreadable = { $path } is named like a timestamp token and cannot be read as one.
    .advice = Ask whoever brought it for the token as the authority sent it (.tsr, .tst).
evidence-token-of-something-else = The token in { $path } is of something that is not in this bundle.
    .advice = It proves nothing here. Look for the file that was stamped, and seal it as it is.
evidence-token-fails = The token in { $path } does not hold: { $check }.
    .advice = docs/timestamps.md says what this check asks. Ask the maker for a bundle with a token that holds.
evidence-token-not-checkable = The token in { $path } cannot be checked whole without a certificate of the authority that you believe: { $check }.
    .advice = Give it with --tsa-root FILE, taken from the authority and not from the bundle.
    .web-advice = A page knows no root certificates: the verifier, a program of its own, checks it with those that you got from the authority.
evidence-token-not-carried = The token in { $path } holds, of { $what ->
    [checkpoint] a log that the items here do not follow
   *[other] lists that the files here do not follow
}: it shows no time for them.
    .advice = What differs is told on its own. Ask the maker for the bundle as it was stamped.
evidence-token-none = A root was given, and no timestamp token stands in this bundle.
    .advice = Ask the maker for a bundle with a token of that authority. To verify without a time, leave the root out.
evidence-token-other-root = No token of this bundle shows a time under a root that was given.
    .advice = Give the root of the authority that stamped, where you believe it; docs/timestamps.md says how it is found.
# Proofs of OpenTimestamps.
evidence-ots-unreadable = { $path } is named like a proof of OpenTimestamps and cannot be read as one.
    .advice = Ask whoever brought it for the proof as it was made (.ots).
evidence-ots-of-something-else = The proof of OpenTimestamps in { $path } is of something that is not in this bundle.
    .advice = It proves nothing here. Look for the file that it is about, and seal it as it is.
evidence-ots-pending = The proof of OpenTimestamps in { $path } is about { $item }, by its digest, and stands in no block yet: it shows no time.
evidence-ots-other = The proof of OpenTimestamps in { $path } is about { $item }, by its digest. { $count ->
    [one] One of its attestations is of a kind that is not checked here (another chain than Bitcoin, an unknown witness, or an operation that is not computed): it shows no time here.
   *[other] { $count } of its attestations are of kinds that are not checked here (another chain than Bitcoin, an unknown witness, or an operation that is not computed): they show no time here.
}
evidence-ots-digest = The proof of OpenTimestamps in { $path } names its file by a digest that is not SHA-256 ({ $digest }). Digests of that kind are not computed here: whether the file is in this bundle was not compared.
evidence-ots-block = The proof of OpenTimestamps in { $path } leads from the digest of { $item } to Bitcoin block { $height }, whose root of transactions has to be { $root }. Without the header of that block it shows no time.
evidence-ots-agrees = By the header that you gave, the proof of OpenTimestamps in { $path } agrees: { $item } existed before about { $time } (by the miner’s clock, up to two hours off). Whether that header is of block { $height } of the main chain, look up by its hash { $hash }.
evidence-ots-other-header = No header that you gave agrees with the proof of OpenTimestamps in { $path } ({ $item }, Bitcoin block { $height }), whose root of transactions has to be { $root }.
    .advice = Look up the header of that block by its height. If it does not agree either, the proof shows no time.
