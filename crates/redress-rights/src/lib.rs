//! Who may do what: roles, the matrix of rights, membership of a case, passwords.
//!
//! - **Takes**: a membership or the roles that an account holds, a use case and the thing it acts on;
//!   passwords as typed, with the salt and the moment handed in.
//! - **Gives**: a [`Decision`] (allowed, allowed once an entry stands, denied with a code); who may bring in
//!   whom; argon2id hashes in PHC form and their comparison; how long to wait after wrong passwords.
//! - **Knows**: base.
//! - **Never**: tells apart "you are not on this case" and "there is no such case"; gives unmasked personal
//!   data to anybody without an entry; reads a clock, makes randomness, prints a password.
//! - **Source**: `matrix.toml` with its articles; 个人信息保护法 6, 34, 51, 54 (in force 2021-11-01); RFC 9106;
//!   NIST SP 800-63B; docs/rights.md.

mod account;
mod act;
mod decide;
mod guessable;
mod matrix;
mod membership;
mod named;
mod password;
mod role;
mod throttle;

pub use account::{Account, AccountName, LONGEST_NAME};
pub use act::{Object, Range, UseCase};
pub use decide::{
    Decision, NO_SUCH_ACT, NO_SUCH_CASE, NOT_GIVEN, NOT_OWN, Thing, denial, in_office, on_case,
};
pub use matrix::{Cell, Gives, Row, gives, row, rows};
pub use membership::{Membership, Scope, is_reachable, may_add};
pub use password::{
    Checked, Cost, FEWEST_CHARACTERS, MOST_BYTES, Password, SALT_BYTES, check, hash, hash_at,
};
pub use role::Role;
pub use throttle::{Throttle, Try};
