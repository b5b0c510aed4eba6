//! Canonical JSON: one value, one byte string, so that a digest of it means something.
//!
//! After RFC 8785 (JCS): no spaces, keys in order of their UTF-16 code units, the shortest escapes,
//! UTF-8. Two limits of ours: numbers are whole (fractions are refused, since two programs may print
//! the same fraction differently), and they keep all 64 bits where RFC 8785 would stop at 2^53.

use redress_base::{Fault, Finding, Refusal};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// The canonical bytes of a value, without a line end.
///
/// # Errors
/// `evidence-json-number` when a number has a fraction; `evidence-json` when the value has no JSON form.
pub fn to_vec<T: Serialize>(value: &T) -> Result<Vec<u8>, Refusal> {
    let value = serde_json::to_value(value).map_err(|error| broken(&error))?;
    let mut out = Vec::with_capacity(256);
    write(&value, &mut out)?;
    Ok(out)
}

/// The canonical text of a value, without a line end.
///
/// # Errors
/// As [`to_vec`].
pub fn to_string<T: Serialize>(value: &T) -> Result<String, Refusal> {
    // Every byte above came from a `str` or is ASCII, so this cannot fail; it is checked all the same.
    String::from_utf8(to_vec(value)?).map_err(|_| {
        Finding::error("evidence-json").with("line", 0i64).with("column", 0i64).refuse(Fault::Input)
    })
}

/// Reads a value and insists that the bytes are its canonical form: a second spelling of the same
/// record (a space, another order, a doubled key) is refused.
///
/// # Errors
/// `evidence-json` when the bytes are not such a value; `evidence-json-not-canonical` when they are, but
/// spelled otherwise.
pub fn from_slice<T: Serialize + DeserializeOwned>(bytes: &[u8]) -> Result<T, Refusal> {
    let value: T = serde_json::from_slice(bytes).map_err(|error| broken(&error))?;
    if to_vec(&value)? == bytes {
        Ok(value)
    } else {
        Err(Finding::error("evidence-json-not-canonical").refuse(Fault::Input))
    }
}

fn broken(error: &serde_json::Error) -> Refusal {
    Finding::error("evidence-json")
        .with("line", error.line())
        .with("column", error.column())
        .refuse(Fault::Input)
}

fn write(value: &Value, out: &mut Vec<u8>) -> Result<(), Refusal> {
    match value {
        Value::Null => out.extend_from_slice(b"null"),
        Value::Bool(true) => out.extend_from_slice(b"true"),
        Value::Bool(false) => out.extend_from_slice(b"false"),
        Value::Number(number) if number.is_f64() => {
            let shown = number.to_string();
            return Err(Finding::error("evidence-json-number").with("number", shown).refuse(Fault::Input));
        }
        Value::Number(number) => out.extend_from_slice(number.to_string().as_bytes()),
        Value::String(text) => write_text(text, out)?,
        Value::Array(values) => {
            out.push(b'[');
            for (position, value) in values.iter().enumerate() {
                if position > 0 {
                    out.push(b',');
                }
                write(value, out)?;
            }
            out.push(b']');
        }
        Value::Object(fields) => {
            let mut fields: Vec<(&String, &Value)> = fields.iter().collect();
            fields.sort_by(|a, b| a.0.encode_utf16().cmp(b.0.encode_utf16()));
            out.push(b'{');
            for (position, (name, value)) in fields.into_iter().enumerate() {
                if position > 0 {
                    out.push(b',');
                }
                write_text(name, out)?;
                out.push(b':');
                write(value, out)?;
            }
            out.push(b'}');
        }
    }
    Ok(())
}

/// serde_json's string form is that of RFC 8785 §3.2.2.2: the two-letter escapes, `\u00xx` in lower case
/// for the other controls, everything else as it is.
fn write_text(text: &str, out: &mut Vec<u8>) -> Result<(), Refusal> {
    serde_json::to_writer(out, text).map_err(|error| broken(&error))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    #[test]
    fn keys_are_sorted_as_rfc_8785_sorts_them() {
        // RFC 8785 §3.2.3: the order of its own example, which is that of UTF-16 code units.
        let value = json!({
            "\u{20ac}": "Euro Sign", "\r": "Carriage Return", "\u{fb33}": "Hebrew Letter Dalet With Dagesh",
            "1": "One", "\u{1f600}": "Emoji: Grinning Face", "\u{80}": "Control", "\u{f6}": "o with diaeresis",
        });
        let text = to_string(&value).unwrap();
        let order: Vec<usize> = ["Carriage", "One", "Control", "diaeresis", "Euro", "Emoji", "Hebrew"]
            .iter()
            .map(|word| text.find(word).unwrap())
            .collect();
        assert!(order.is_sorted(), "{text}");
    }

    #[test]
    fn escapes_are_the_shortest() {
        let text = to_string(&json!("\u{20ac}$\u{f}\nA'B\"\\\\\"/")).unwrap();
        assert_eq!(text, "\"\u{20ac}$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"");
    }

    #[test]
    fn fractions_are_refused_and_whole_numbers_kept_to_the_last_digit() {
        assert_eq!(to_vec(&json!({"a": 1.5})).unwrap_err().finding.code, "evidence-json-number");
        assert_eq!(
            to_string(&json!([u64::MAX, i64::MIN])).unwrap(),
            "[18446744073709551615,-9223372036854775808]"
        );
    }

    #[test]
    fn a_second_spelling_is_refused() {
        type Record = std::collections::BTreeMap<String, u64>;
        assert!(from_slice::<Record>(br#"{"a":1,"b":2}"#).is_ok());
        for other in
            [r#"{"b":2,"a":1}"#, r#"{"a":1, "b":2}"#, r#"{"a":1,"b":2}"#.replace('a', "\\u0061").as_str()]
        {
            let refusal = from_slice::<Record>(other.as_bytes()).unwrap_err();
            assert_eq!(refusal.finding.code, "evidence-json-not-canonical");
        }
        assert_eq!(from_slice::<Record>(b"{").unwrap_err().finding.code, "evidence-json");
    }

    proptest! {
        #[test]
        fn reading_gives_back_what_was_written(fields in prop::collection::btree_map(".*", any::<i64>(), 0..8)) {
            let bytes = to_vec(&fields).unwrap();
            prop_assert_eq!(from_slice::<std::collections::BTreeMap<String, i64>>(&bytes).unwrap(), fields);
        }
    }
}
