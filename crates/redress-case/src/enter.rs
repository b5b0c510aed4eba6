//! Reads what a person typed as the value of a fact, by the term's kind.

use redress_base::{Count, Date, Fault, Finding, Refusal, Unit};
use redress_facts::{Datum, Kind, Standing, Term, Vocabulary};

/// A value that fits its term, and the standing it has unless the person says otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entered {
    /// The value.
    pub value: Datum,
    /// Judged for judgement terms, else stated.
    pub standing: Standing,
}

/// Reads `text` as a value of `term`.
///
/// Truth: `yes no unknown 是 否 未知`; counts: `612`, `500..`, `11500..12499`; days: `2026-03-01`;
/// choices: one word of the list. `unknown` is allowed for every term.
///
/// # Errors
/// `Usage` for a term that is not in the vocabulary (with near ones) or a value of another kind
/// (with what is expected).
pub fn read_value(words: &Vocabulary, term: &str, text: &str) -> Result<Entered, Refusal> {
    let Some(known) = words.get(term) else {
        let near = words.near(term);
        let near = if near.is_empty() { "–".to_owned() } else { near.join(", ") };
        return Err(Finding::error("case-term-unknown")
            .with("term", term)
            .with("near", near)
            .refuse(Fault::Usage));
    };
    let standing = if known.kind == Kind::Judgement { Standing::Judged } else { Standing::Stated };
    let value = if matches!(text, "unknown" | "未知" | "不知道") {
        Some(Datum::Unknown)
    } else {
        fit(known, text)
    };
    match value {
        Some(value) => Ok(Entered { value, standing }),
        None => {
            let found = Finding::error("case-value-unfit").with("term", term).with("value", text);
            Err(found.with("expected", expected(known)).with("form", form(known)).refuse(Fault::Usage))
        }
    }
}

fn fit(term: &Term, text: &str) -> Option<Datum> {
    match &term.kind {
        Kind::Truth | Kind::Judgement => match text {
            "yes" | "true" | "是" => Some(Datum::Yes),
            "no" | "false" | "否" => Some(Datum::No),
            _ => None,
        },
        Kind::Count(unit) => count(text).map(|count| Datum::count(count, *unit)),
        Kind::Date => text.parse::<Date>().ok().map(Datum::Date),
        Kind::Choice(words) => words.iter().find(|word| word.as_str() == text).cloned().map(Datum::Choice),
        Kind::Set(words) => several(words, text),
    }
}

/// Words of a set: `abuse, smear`, with or without braces.
fn several(known: &[String], text: &str) -> Option<Datum> {
    let inside = text.strip_prefix('{').and_then(|t| t.strip_suffix('}')).unwrap_or(text);
    let own: Vec<&str> =
        inside.split([',', '，', '、']).map(str::trim).filter(|word| !word.is_empty()).collect();
    let all = !own.is_empty() && own.iter().all(|word| known.iter().any(|k| k == word));
    all.then(|| Datum::Words(own.into_iter().map(str::to_owned).collect()))
}

fn count(text: &str) -> Option<Count> {
    let plain: String = text.chars().filter(|c| *c != ',').collect();
    match plain.split_once("..") {
        None => plain.parse().ok().map(Count::exactly),
        Some((low, "")) => low.parse().ok().map(Count::floor),
        Some((low, high)) => {
            let (low, high) = (low.parse().ok()?, high.parse().ok()?);
            (low <= high).then(|| Count::between(low, high))
        }
    }
}

/// How a value of that term is written, in a word.
const fn form(term: &Term) -> &'static str {
    match &term.kind {
        Kind::Count(_) => "number",
        Kind::Date => "day",
        Kind::Truth | Kind::Judgement | Kind::Choice(_) | Kind::Set(_) => "word",
    }
}

fn expected(term: &Term) -> String {
    match &term.kind {
        Kind::Truth | Kind::Judgement => "yes, no, unknown".to_owned(),
        Kind::Count(unit) => format!("{}: 612, 500.., 11500..12499", Unit::word(*unit)),
        Kind::Date => "2026-03-01".to_owned(),
        Kind::Choice(words) | Kind::Set(words) => words.join(", "),
    }
}

#[cfg(test)]
mod tests {
    use super::read_value;
    use redress_base::{Count, Unit};
    use redress_facts::{Datum, Standing, Vocabulary};

    #[test]
    fn values_fit_their_terms() {
        let words = Vocabulary::standard();
        let read = |term: &str, text: &str| read_value(&words, term, text);
        let views = read("view_count", "11,500..12,499").map(|e| e.value);
        assert_eq!(views, Ok(Datum::count(Count::between(11_500, 12_499), Unit::Views)));
        assert_eq!(
            read("statement_false", "是").map(|e| (e.value, e.standing)),
            Ok((Datum::Yes, Standing::Stated))
        );
        assert_eq!(read("harms_reputation", "yes").map(|e| e.standing), Ok(Standing::Judged));
        assert_eq!(read("statement_false", "未知").map(|e| e.value), Ok(Datum::Unknown));
        let refused = read("view_count", "12499..11500").map_err(|r| r.finding.code);
        assert_eq!(refused, Err("case-value-unfit".to_owned()));
        let refused = read("statement.falze", "yes").map_err(|r| r.to_string());
        assert!(refused.is_err_and(|text| text.contains("statement_false")));
    }
}
