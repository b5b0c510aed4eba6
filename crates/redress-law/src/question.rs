//! What is asked of the book.

use redress_base::Date;
use redress_facts::{Scope, Sheet, Vocabulary};
use std::collections::BTreeMap;

/// Contested readings by name, each with the alternative that is chosen.
pub type Readings = BTreeMap<String, String>;

/// No reading is chosen.
pub static NO_READINGS: Readings = BTreeMap::new();

/// One rule, put to one scope of a sheet, at given dates.
#[derive(Clone, Debug)]
pub struct Question<'a> {
    /// Rule id: `"cl246-defamation"`.
    pub rule: &'a str,
    /// The statement or the case it is asked about.
    pub scope: Scope,
    /// Every claim of the case.
    pub sheet: &'a Sheet,
    /// First and last day of the act (Beijing); `None` while no date is known.
    pub act: Option<(Date, Date)>,
    /// The day of filing, or today: chooses procedure and the newer law that may be milder.
    pub filing: Date,
    /// Contested readings that somebody has chosen: the question's name to the alternative's. Of all others the
    /// result says what becomes of it under each.
    pub readings: &'a Readings,
    /// The vocabulary that the book was checked with.
    pub vocabulary: &'a Vocabulary,
}
