//! Randomness: ids, keys and salts. It enters the house here and nowhere else.

use redress_base::{Fault, Finding, Refusal};

/// Fresh random bytes.
///
/// # Errors
/// `Storage` where the system gives none.
pub(crate) fn random<const N: usize>() -> Result<[u8; N], Refusal> {
    let mut bytes = [0u8; N];
    getrandom::fill(&mut bytes).map_err(|error| {
        Finding::error("cli-no-randomness").with("problem", error.to_string()).refuse(Fault::Storage)
    })?;
    Ok(bytes)
}
