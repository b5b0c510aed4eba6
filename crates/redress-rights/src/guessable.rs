//! What anybody tries first (NIST SP 800-63B 5.1.1.2: expected values, repetitive or sequential characters,
//! words of the context).

/// Phrases of at least twelve characters that stand at the head of every published list of passwords, and
/// shorter ones that are doubled to reach twelve. A list of millions would not fit a program that works
/// offline; the throttle bounds what can be tried here.
const WELL_KNOWN: [&str; 20] = [
    "123456", "654321", "1q2w3e4r", "qwerty", "asdfgh", "zxcvbn", "qazwsx", "password", "passw0rd",
    "p@ssw0rd", "letmein", "iloveyou", "welcome", "admin", "woaini", "5201314", "1314520", "abc123",
    "a123456", "redress",
];

/// Different characters that a password needs at least; fewer are a pattern.
const FEWEST_DIFFERENT: usize = 5;

/// Characters that have to be left once what everybody tries first has been taken out.
const FEWEST_LEFT: usize = 6;

/// Whether `password` (in NFKC) is one that anybody tries first for `account`.
pub(crate) fn is_guessable(password: &str, account: &str) -> bool {
    let lower = password.to_lowercase();
    let mut different: Vec<char> = lower.chars().collect();
    different.sort_unstable();
    different.dedup();
    if different.len() < FEWEST_DIFFERENT || is_run(&lower) {
        return true;
    }
    // What is left once the account's name and the well-known phrases are taken out.
    let account = account.to_lowercase();
    let mut left = if account.chars().count() < 3 { lower } else { lower.replace(&account, "") };
    for known in WELL_KNOWN {
        left = left.replace(known, "");
    }
    left.chars().count() < FEWEST_LEFT
}

/// Whether nearly every character follows the one before by the same small step: `abcdefghijkl`,
/// `210987654321`.
fn is_run(text: &str) -> bool {
    let codes: Vec<u32> = text.chars().map(u32::from).collect();
    let steps = codes.iter().zip(codes.iter().skip(1));
    let up = steps.clone().filter(|(a, b)| **b == a.saturating_add(1)).count();
    let down = steps.filter(|(a, b)| **a == b.saturating_add(1)).count();
    let all = codes.len().saturating_sub(1);
    // Up to one step in five may break the run ("123456789012" breaks it once).
    up.max(down).saturating_mul(5) >= all.saturating_mul(4)
}

#[cfg(test)]
mod tests {
    use super::is_guessable;

    #[test]
    fn what_anybody_tries_first() {
        for bad in [
            "aaaaaaaaaaaa",
            "abababababab",
            "abcabcabcabc",
            "123456789012",
            "abcdefghijkl",
            "lkjihgfedcba",
            "password1234",
            "Passw0rd123456",
            "woaini5201314",
            "qwertyqwerty",
            "wang.lawyer1",
            "Wang.LawyerWang.Lawyer",
            "redressredress",
        ] {
            assert!(is_guessable(bad, "wang.lawyer"), "{bad}");
        }
    }

    #[test]
    fn what_a_person_may_well_choose() {
        for good in [
            "correct horse battery",
            "床前明月光疑是地上霜举头",
            "Xq7-mmt2-kkw9",
            "three old boats at noon",
            "wang.lawyer has two grey cats",
        ] {
            assert!(!is_guessable(good, "wang.lawyer"), "{good}");
        }
    }
}
