//! From claims to the value of one fact (docs/law-format.md), through the smallest possible rule.

use crate::support::{Case, against, bare, claim, count};
use crate::synthetic::{book, page, plain};
use redress_base::{Count, Unit, Value};
use redress_facts::{Claim, Datum, Standing};
use redress_law::{Book, Node};

fn read(requires: &str, term: &str, claims: &[Claim]) -> Node {
    let book: Book = book(&[page(&plain(), "rule r", requires)]);
    let mut case = Case::made_up();
    for claim in claims {
        case.add(term, claim.clone());
    }
    case.ask_of(&book, "r").tree.children.remove(0)
}

fn fact(claims: &[Claim]) -> (Value, String) {
    let node = read("a_a", "a_a", claims);
    (node.value, node.reason)
}

fn views(claims: &[Claim]) -> (Value, String) {
    let node = read("n_a >= 5000", "n_a", claims);
    (node.value, node.reason)
}

fn is(value: Value, reason: &str) -> (Value, String) {
    (value, format!("law-why-{reason}"))
}

#[test]
fn the_table_of_standing() {
    let yes = || claim(Datum::Yes, Standing::Stated);
    let no = || against(Datum::No, Standing::Stated);
    let bare_no = Claim { sources: vec![], ..no() };
    assert_eq!(fact(&[]), is(Value::UU, "nobody-said"));
    assert_eq!(fact(&[bare(Datum::Yes)]), is(Value::UU, "evidence-missing"));
    assert_eq!(fact(&[claim(Datum::Unknown, Standing::Stated)]), is(Value::UU, "cannot-be-known"));
    assert_eq!(fact(&[yes()]), is(Value::TT, "shown"));
    assert_eq!(fact(&[claim(Datum::No, Standing::Official)]), is(Value::FF, "shown-not"));
    assert_eq!(
        fact(&[Claim { sources: vec![], ..claim(Datum::Yes, Standing::Judged) }]),
        is(Value::TT, "judged-yes")
    );
    assert_eq!(fact(&[yes(), no()]), is(Value::FT, "disputed"));
    // A bare denial disputes what is shown; alone it shows nothing.
    assert_eq!(fact(&[yes(), bare_no.clone()]), is(Value::FT, "disputed"));
    assert_eq!(fact(&[bare_no]), is(Value::UU, "evidence-missing"));
    // Only the other side brings evidence: from unknown to what they say.
    assert_eq!(fact(&[no()]).0, Value::FU);
    assert_eq!(fact(&[bare(Datum::Yes), no()]).0, Value::FU);
    assert_eq!(fact(&[against(Datum::Yes, Standing::Stated)]).0, Value::UT);
    // Our own sources may contradict each other; knowing nothing adds nothing.
    assert_eq!(fact(&[yes(), claim(Datum::No, Standing::Official)]), is(Value::FT, "disputed"));
    assert_eq!(fact(&[yes(), claim(Datum::Unknown, Standing::Stated)]).0, Value::TT);
    assert_eq!(fact(&[yes(), yes()]).0, Value::TT);
}

#[test]
fn the_fact_keeps_what_it_rests_on() {
    let figure = Claim {
        figure: Some("st-0000000a.views".into()),
        ..claim(count(5000, Unit::Views), Standing::Measured)
    };
    let node = read("n_a >= 5000", "n_a", &[figure, bare(count(1, Unit::Views))]);
    assert_eq!(node.value, Value::FT);
    let fact = &node.facts[0];
    assert_eq!(fact.figure.as_deref(), Some("st-0000000a.views"));
    assert_eq!((fact.sources.len(), fact.standing, fact.claims.len()), (1, Some(Standing::Measured), 2));
    let truths: Vec<(&str, Option<&str>)> =
        fact.claims.iter().map(|c| (c.truth.as_str(), c.set_aside.as_deref())).collect();
    assert_eq!(truths, [("T", None), ("F", Some("law-aside-no-evidence"))]);
}

#[test]
fn counts_of_several_sources_refine_or_contradict() {
    let measured = |count: Count| claim(Datum::count(count, Unit::Views), Standing::Measured);
    let opposing = |count: Count| against(Datum::count(count, Unit::Views), Standing::Stated);
    assert_eq!(views(&[measured(Count::exactly(5000))]), is(Value::TT, "number-reached"));
    assert_eq!(views(&[measured(Count::exactly(4999))]), is(Value::FF, "number-not-reached"));
    assert_eq!(views(&[measured(Count::floor(4000))]), is(Value::UU, "number-open"));
    assert_eq!(views(&[measured(Count::between(4950, 5049))]).0, Value::UU);
    // Consistent sources refine each other: at least 4,000, and at most 4,900.
    assert_eq!(views(&[measured(Count::floor(4000)), measured(Count::between(0, 4900))]).0, Value::FF);
    assert_eq!(
        views(&[measured(Count::between(4900, 6000)), measured(Count::between(5000, 9000))]).0,
        Value::TT
    );
    // Contradictory ones are each tried: it matters only if the answers differ.
    let contradicting = [measured(Count::exactly(391)), measured(Count::exactly(486))];
    assert_eq!(views(&contradicting).0, Value::FF);
    let across = [measured(Count::exactly(4900)), measured(Count::exactly(5100))];
    assert_eq!(views(&across), is(Value::FT, "sources-contradict"));
    // The other side's count disputes; one that leaves it open opens only the lower end.
    assert_eq!(views(&[measured(Count::exactly(5200)), opposing(Count::exactly(4100))]).0, Value::FT);
    assert_eq!(views(&[measured(Count::exactly(5200)), opposing(Count::floor(4100))]).0, Value::UT);
    assert_eq!(views(&[measured(Count::floor(4000)), opposing(Count::exactly(4100))]).0, Value::FU);
    // Another unit is never compared.
    assert_eq!(views(&[claim(count(9999, Unit::Plays), Standing::Measured)]).0, Value::UU);
}

#[test]
fn limits_choices_and_presumptions() {
    let at_most = |n| read("n_a <= 10", "n_a", &[claim(count(n, Unit::Views), Standing::Measured)]).value;
    assert_eq!((at_most(10), at_most(11)), (Value::TT, Value::FF));
    let colour = |word: &str| {
        read("c_a in set {red, blue}", "c_a", &[claim(Datum::Choice(word.into()), Standing::Stated)]).value
    };
    assert_eq!((colour("red"), colour("green"), colour("pink")), (Value::TT, Value::FF, Value::UU));
    let presumed = |claims: &[Claim]| {
        let node = read("presumed a_a", "a_a", claims);
        (node.value, node.presumptive.unwrap_or(node.value))
    };
    assert_eq!(presumed(&[]), (Value::UU, Value::TT));
    assert_eq!(presumed(&[claim(Datum::No, Standing::Stated)]), (Value::FF, Value::FF));
    assert_eq!(presumed(&[against(Datum::No, Standing::Stated)]), (Value::FU, Value::FT));
}
