# Sentences of the case room.
case-ledger-chain-broken = The ledger is broken at line { $line }: it does not follow from the line before.
    .advice = Open a backup copy of the case; keep this one as it is.
case-ledger-unreadable = Line { $line } of the ledger cannot be read: { $problem }
    .advice = Open a backup copy of the case; keep this one as it is.
case-ledger-newer = The ledger has entries of the form { $schema }; this program knows { $known }.
    .advice = Use the version of redress that wrote them, or a later one.
case-ledger-not-opened = The ledger does not begin with the opening of a case.
    .advice = Open a case with redress new, or a backup copy.
case-ledger-illegal = Line { $line } of the ledger speaks of something that is not there, or comes out of turn.
    .advice = Open a backup copy of the case; keep this one as it is.
case-term-unknown = There is no fact called "{ $term }". Near it: { $near }
    .advice = redress fact CASE terms lists the facts.
case-value-unfit = "{ $value }" is not a value of { $term }. Expected: { $expected }
    .advice = Write one of the expected values, or unknown.
case-anchor-lost = The post { $post } of entry { $entry } is in no statement any more, so the claim is not used.
    .advice = Add the material that holds this post, or withdraw the claim and enter it for another post.
case-year-is-information = { $acts } statements of this file within one year, added up as information: whether they are acts of one person that were not dealt with, a person says.
