//! Passwords: what makes one acceptable, and how it is kept and compared (argon2id, RFC 9106).
//!
//! **Before anything else** a password is brought to NFKC (Unicode Standard Annex 15), as NIST SP 800-63B
//! asks for where Unicode is accepted. Here it has a daily reason: a Chinese input method in full-width
//! mode types `ａｂｃ１２３`, which must open the same door as `abc123`.
//! **Length**: at least 12 characters (code points after NFKC), at most 1,024 bytes; no rules of
//! composition and no expiry (NIST SP 800-63B 5.1.1.2; its revision 4 asks for 15 where a password is the
//! only factor, which an office may ask of its people; the floor here is 12). What everybody tries first is
//! refused: the account's own name, one character or a run over and over, a few well-known phrases.
//! **Keeping**: argon2id with the second recommended option of RFC 9106 section 4 (64 MiB, 3 passes,
//! 4 lanes, salt of 128 bits, tag of 256 bits), above the least that the OWASP Password Storage Cheat Sheet
//! allows (19 MiB, 2 passes, 1 lane). The form kept is the PHC string, which names its own parameters, so
//! that they can rise: [`Checked::rehash`] says that a stored one is weaker than today's.
//! **Comparing** takes the same time wherever the tags differ. An unknown account costs the same work as a
//! known one ([`check`] with no stored hash), so that names cannot be found out by the clock.

use argon2::{Algorithm, Argon2, Params, PasswordHash, PasswordHasher, PasswordVerifier, Version};
use redress_base::{Fault, Finding, Private, Refusal};
use std::fmt;
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// Fewest characters of a new password.
pub const FEWEST_CHARACTERS: usize = 12;
/// Most bytes of a password, as typed and after NFKC.
pub const MOST_BYTES: usize = 1024;
/// Bytes of a salt: 128 bits (RFC 9106 section 4).
pub const SALT_BYTES: usize = 16;
/// Bytes of a tag: 256 bits (RFC 9106 section 4).
const TAG_BYTES: usize = 32;

/// What one hash costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cost {
    /// Memory, in KiB.
    pub memory: u32,
    /// Passes over it.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
}

impl Cost {
    /// What a new hash costs: RFC 9106 section 4, second recommended option (September 2021).
    pub const STANDARD: Cost = Cost { memory: 64 * 1024, passes: 3, lanes: 4 };
    /// The least that a stored hash may name and the most: below, it is no protection; above, somebody
    /// who can write into the table could stop the machine with one sign-in.
    const BOUNDS: (Cost, Cost) =
        (Cost { memory: 19 * 1024, passes: 1, lanes: 1 }, Cost { memory: 1 << 20, passes: 16, lanes: 16 });

    fn of(params: &Params) -> Cost {
        Cost { memory: params.m_cost(), passes: params.t_cost(), lanes: params.p_cost() }
    }

    fn within_bounds(self) -> bool {
        let (least, most) = Cost::BOUNDS;
        (least.memory..=most.memory).contains(&self.memory)
            && (least.passes..=most.passes).contains(&self.passes)
            && (least.lanes..=most.lanes).contains(&self.lanes)
    }

    /// Whether a hash of this cost is weaker than one of `other`.
    fn is_below(self, other: Cost) -> bool {
        self.memory < other.memory || self.passes < other.passes
    }

    fn hasher(self) -> Result<Argon2<'static>, Refusal> {
        let params = Params::new(self.memory, self.passes, self.lanes, Some(TAG_BYTES)).map_err(failed)?;
        Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
    }
}

fn failed(problem: impl fmt::Display) -> Refusal {
    Finding::error("rights-hashing-failed").with("problem", problem.to_string()).refuse(Fault::Storage)
}

/// A password as typed, brought to one form. It never prints, and its memory is overwritten when it goes.
#[derive(Clone)]
pub struct Password(Private<Zeroizing<String>>);

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(▮▮▮)")
    }
}

impl Password {
    /// A password that is asked for, to be compared. Whether it would be accepted as a new one does not
    /// matter here.
    ///
    /// # Errors
    /// `Usage` where it is longer than any password.
    pub fn typed(text: &str) -> Result<Password, Refusal> {
        let too_long =
            || Finding::error("rights-password-long").with("most", MOST_BYTES).refuse(Fault::Usage);
        if text.len() > MOST_BYTES {
            return Err(too_long());
        }
        // NFKC can make a text eighteen times longer (U+FDFA); room is taken once, so that no half of a
        // password is left behind in memory that was given back.
        let mut plain = Zeroizing::new(String::with_capacity(text.len().saturating_mul(18)));
        plain.extend(text.nfkc());
        if plain.len() > MOST_BYTES {
            return Err(too_long());
        }
        Ok(Password(Private::new(plain)))
    }

    /// A new password for the account of that name.
    ///
    /// # Errors
    /// `Usage` where it is too short, too long, holds a control character, or is what anybody tries first.
    pub fn new(text: &str, account: &str) -> Result<Password, Refusal> {
        let password = Password::typed(text)?;
        let plain = password.0.reveal().as_str();
        if plain.chars().count() < FEWEST_CHARACTERS {
            let found = Finding::error("rights-password-short").with("fewest", FEWEST_CHARACTERS);
            return Err(found.refuse(Fault::Usage));
        }
        if plain.chars().any(char::is_control) {
            return Err(Finding::error("rights-password-control").refuse(Fault::Usage));
        }
        if crate::guessable::is_guessable(plain, account) {
            return Err(Finding::error("rights-password-guessable").refuse(Fault::Usage));
        }
        Ok(password)
    }

    fn bytes(&self) -> &[u8] {
        self.0.reveal().as_bytes()
    }
}

/// Hashes a new password into its PHC string. The salt is random and of the caller's making.
///
/// # Errors
/// `Storage` where there is not enough memory.
pub fn hash(password: &Password, salt: &[u8; SALT_BYTES]) -> Result<String, Refusal> {
    hash_at(password, salt, Cost::STANDARD)
}

/// The same at another cost.
///
/// # Errors
/// As [`hash`]; also where the cost is out of bounds.
pub fn hash_at(password: &Password, salt: &[u8; SALT_BYTES], cost: Cost) -> Result<String, Refusal> {
    if !cost.within_bounds() {
        return Err(failed(argon2::Error::MemoryTooLittle));
    }
    let hash: PasswordHash =
        cost.hasher()?.hash_password_with_salt(password.bytes(), salt).map_err(failed)?;
    Ok(hash.to_string())
}

/// What comparing found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Checked {
    /// Whether it is the password.
    pub holds: bool,
    /// Whether the stored hash is weaker than one made today; to be made anew while the password is at hand.
    pub rehash: bool,
}

/// A hash of no password that anybody has, at [`Cost::STANDARD`]: the work of an unknown account.
const NOBODY: &str = "$argon2id$v=19$m=65536,t=3,p=4$cmVkcmVzcy1ub2JvZHkh$\
     AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// Compares a password with what is stored for the account; `None` where there is no such account, which
/// costs the same and never holds.
///
/// # Errors
/// `Storage` where the stored hash is not one of ours, or there is not enough memory.
pub fn check(password: &Password, stored: Option<&str>) -> Result<Checked, Refusal> {
    let unreadable = || Finding::error("rights-hash-unreadable").refuse(Fault::Storage);
    let hash = PasswordHash::new(stored.unwrap_or(NOBODY)).map_err(|_| unreadable())?;
    let params = Params::try_from(&hash).map_err(|_| unreadable())?;
    let cost = Cost::of(&params);
    let ours = hash.algorithm.as_str() == Algorithm::Argon2id.as_str()
        && hash.version == Some(Version::V0x13.into())
        && hash.hash.as_ref().is_some_and(|tag| tag.len() == TAG_BYTES)
        && hash.salt.is_some()
        && cost.within_bounds();
    if !ours {
        return Err(unreadable());
    }
    let same = match cost.hasher()?.verify_password(password.bytes(), &hash) {
        Ok(()) => true,
        Err(argon2::password_hash::Error::PasswordInvalid) => false,
        Err(problem) => return Err(failed(problem)),
    };
    Ok(Checked { holds: same && stored.is_some(), rehash: cost.is_below(Cost::STANDARD) })
}
