//! Secret keys that somebody pastes into a field: none is used, kept, or shown on a page again.

use crate::call::Call;
use redress_base::{Fault, Finding, Refusal};
use redress_envelope::holds_secret;

/// Text that is taken in as material is what it is.
const MATERIAL: &str = "pasted";

/// Refuses a form with one in a field that is no material, before anything is done with it.
///
/// # Errors
/// `Usage`, naming the field and not what stands in it.
pub(crate) fn refused(call: &Call<'_>) -> Result<(), Refusal> {
    let pasted = call.form.iter().find(|(name, value)| name != MATERIAL && holds_secret(value));
    match pasted {
        None => Ok(()),
        Some((name, _)) => {
            Err(Finding::error("web-secret-key").with("at", name.as_str()).refuse(Fault::Usage))
        }
    }
}

/// A text without the lines in which one stands, and those in which it goes on; the other lines stay.
fn spared(text: &str) -> String {
    let (mut kept, mut inside, mut after) = (Vec::new(), false, false);
    for line in text.lines() {
        let ends = line.to_ascii_uppercase().contains("-----END ");
        if inside {
            inside = !ends;
        } else if holds_secret(line) {
            inside = !ends && line.contains("-----");
            after = true;
        } else if !after || !goes_on(line) {
            after = false;
            kept.push(line);
        }
    }
    kept.join("\n")
}

/// Whether a key that was broken over several lines may go on here: one word of the letters of which keys are made.
fn goes_on(line: &str) -> bool {
    let word = line.trim();
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+/=-".contains(&byte))
}

/// What was typed, without the lines that hold one.
pub(crate) fn without(form: &[(String, String)]) -> Vec<(String, String)> {
    let kept = |value: &String| if holds_secret(value) { spared(value) } else { value.clone() };
    form.iter().map(|(name, value)| (name.clone(), kept(value))).collect()
}

#[cfg(test)]
mod tests {
    use super::without;
    use redress_envelope::holds_secret;

    #[test]
    fn secret_keys_are_known_and_public_ones_are_none() {
        for secret in [
            "Legal aid=AGE-SECRET-KEY-1QQQ",
            "age-secret-key-1qqq",
            "PRIVATE+KEY+log+0badf00d+AAAA",
            "redress/key/1 00ff",
            "-----BEGIN PRIVATE KEY-----\nMC4",
            "-----BEGIN OPENSSH PRIVATE KEY-----",
        ] {
            assert!(holds_secret(secret), "{secret}");
            let typed = [("a".to_owned(), secret.to_owned()), ("b".to_owned(), "kept".to_owned())];
            assert_eq!(without(&typed), [("a".to_owned(), String::new()), typed[1].clone()]);
        }
        let several = [
            ("One.\n\nMy key is AGE-SECRET-KEY-1QQQ\nQQQQ\nTwo words.\nThree", "One.\n\nTwo words.\nThree"),
            (
                "a b\r\n-----BEGIN PRIVATE KEY-----\r\nMC4\r\n\r\nx y\r\n-----END PRIVATE KEY-----\r\nc d",
                "a b\nc d",
            ),
            ("a b\n-----BEGIN PRIVATE KEY-----\nMC4 and never an end", "a b"),
            ("PRIVATE+KEY+log+0badf00d+AAAA\n\nkept", "\nkept"),
        ];
        for (typed, left) in several {
            assert_eq!(without(&[("a".to_owned(), typed.to_owned())])[0].1, left, "{typed}");
        }
        for public in ["age1qqq", "log+0badf00d+AAAA", "a private key is meant", ""] {
            assert!(!holds_secret(public), "{public}");
        }
    }
}
