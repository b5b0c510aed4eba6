# Sentences of the verifier.

verify-help =
    Usage: redress-verify [--key VKEY]... [--earlier FILE]... [--tsa-root FILE]... [--json] [--lang en|zh-Hans] BUNDLE

    Verifies a bundle of redress: its folder, or a zip of it. It needs no network and no database, and changes nothing.
    A bag that another program made is decided by the rules of BagIt (RFC 8493).

    Options:
      --key VKEY       a verifier key that you have by another way than the bundle: the maker's, or a cosigner's
      --earlier FILE   a signed checkpoint of the same log that you kept from before
      --tsa-root FILE  the root certificate of a timestamp authority that you believe; without a token under it the
                       bundle does not pass (--tsa-issuer FILE: certificates on the way to it)
      --block-header HEX   the header of a Bitcoin block that you looked up (160 digits), for .ots proofs
      --json           one JSON document (redress/verification/2)
      --lang LANG      en or zh-Hans; otherwise as the system speaks
      -h, --help  -V, --version

    Exit codes: 0 holds · 2 wrong arguments · 3 cannot be read · 4 does not hold · 7 made by a newer program

    What each line means: integrity (every byte is as packed), inclusion (every item is in the signed log), append-only
    (the log only grew), existed by (no later than), signer (a key that you gave), corroboration (somebody else signed
    too), origin (what was true before capture: no bundle can show it).
verify-nothing-named = No bundle was named.
    .advice = Name its folder or its zip: redress-verify BUNDLE. For help: redress-verify --help
verify-one-bundle = “{ $value }” is a second bundle; one at a time.
    .advice = Verify them one after the other.
verify-option-unknown = “{ $value }” is no option of this program.
    .advice = See redress-verify --help.
verify-key-unreadable = “{ $value }” is not a verifier key.
    .advice = A key looks like name+8 digits+base64, on one line; put it in quotes.
verify-unreadable = { $path } cannot be read: { $problem }
    .advice = Check the name and the permissions.
verify-neither = { $path } is neither a folder nor a zip.
    .advice = Give the folder of the bundle, or the zip that it came in.
verify-not-a-bundle = { $path } is not a bundle: neither bagit.txt nor redress-bundle.json is in it.
    .advice = Give the folder that has these two files, or a zip of it.
verify-nobody-signed = { $path } is a bag that nobody signed; the key that you gave signed nothing in it.
    .advice = Ask the maker for the whole bundle. To check the bag by its own manifests alone, leave the key out.
verify-nothing-to-ask = { $path } is a bag that another program made, without a log and without a token: { $options } asks for what it does not have.
    .advice = Ask the maker for the whole bundle. To check the bag by its own manifests alone, leave the option out.
verify-does-not-hold = { $path } is not what was sealed, or not a whole bundle.
    .advice = Leave it as it is and ask for another copy; what failed is listed above.
verify-bag-invalid = { $path } is not a valid bag.
    .advice = See the lines above for what is wrong, and ask the maker for it again.
verify-zip-broken = The zip cannot be read: { $problem }
    .advice = Fetch it again, or unpack it and give the folder.
verify-zip-many = The zip has more than { $most } members.
    .advice = Unpack it and give the folder.
verify-zip-twice = The zip has two members of one name.
    .advice = Which of them somebody gets depends on the program. Ask the maker for it again.
verify-zip-two-names = The zip names a member differently in two places: { $path }
    .advice = Programs see different files in it. Ask the maker for it again.
verify-zip-two-words = The zip says two things about one member: { $problem }
    .advice = Programs see different files in it. Ask the maker for it again.
verify-zip-hidden = The zip has { $bytes } bytes from byte { $byte } on that belong to none of its members.
    .advice = Something may be hidden in them, or stand before the zip. Ask the maker for it again.
verify-zip-overlap = Two members of the zip lie over one another, from byte { $byte } on.
    .advice = No program makes such a zip by honest packing. Ask the maker for it again.
verify-zip-swells = All that is in the zip would unpack to far more than it is.
    .advice = If you trust where it came from, unpack it yourself and give the folder.
verify-zip-place = The bag does not lie in the one folder at the top of the zip: unpacked, its files mix with others (RFC 8493 §4.2).
    .advice = Unpack it into an empty folder.
verify-zip-bomb = { $path } in the zip would unpack to far more than it is.
    .advice = If you trust where it came from, unpack it yourself and give the folder.
