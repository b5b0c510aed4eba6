//! Secret keys that somebody pastes into a field: none is used, kept, or shown on a page again.

use crate::call::Call;
use redress_base::{Fault, Finding, Refusal};

/// How the text forms of secret keys are known: age, C2SP signed notes, PEM.
const MARKS: [&str; 4] = ["AGE-SECRET-KEY-", "AGE-PLUGIN-", "PRIVATE+KEY+", "PRIVATE KEY-----"];
/// Text that is taken in as material is what it is.
const MATERIAL: &str = "pasted";

/// Whether a text holds one.
pub(crate) fn holds_one(text: &str) -> bool {
    let text = text.to_ascii_uppercase();
    MARKS.iter().any(|mark| text.contains(mark))
}

/// Refuses a form with one in a field that is no material, before anything is done with it.
///
/// # Errors
/// `Usage`, naming the field and not what stands in it.
pub(crate) fn refused(call: &Call<'_>) -> Result<(), Refusal> {
    let pasted = call.form.iter().find(|(name, value)| name != MATERIAL && holds_one(value));
    match pasted {
        None => Ok(()),
        Some((name, _)) => {
            Err(Finding::error("web-secret-key").with("at", name.as_str()).refuse(Fault::Usage))
        }
    }
}

/// What was typed, with every field left empty that holds one.
pub(crate) fn without(form: &[(String, String)]) -> Vec<(String, String)> {
    let kept = |value: &String| if holds_one(value) { String::new() } else { value.clone() };
    form.iter().map(|(name, value)| (name.clone(), kept(value))).collect()
}

#[cfg(test)]
mod tests {
    use super::{holds_one, without};

    #[test]
    fn secret_keys_are_known_and_public_ones_are_none() {
        for secret in [
            "Legal aid=AGE-SECRET-KEY-1QQQ",
            "age-secret-key-1qqq",
            "PRIVATE+KEY+log+0badf00d+AAAA",
            "-----BEGIN PRIVATE KEY-----\nMC4",
            "-----BEGIN OPENSSH PRIVATE KEY-----",
        ] {
            assert!(holds_one(secret), "{secret}");
            let typed = [("a".to_owned(), secret.to_owned()), ("b".to_owned(), "kept".to_owned())];
            assert_eq!(without(&typed), [("a".to_owned(), String::new()), typed[1].clone()]);
        }
        for public in ["age1qqq", "log+0badf00d+AAAA", "a private key is meant", ""] {
            assert!(!holds_one(public), "{public}");
        }
    }
}
