//! What is asked of the book.

use redress_base::Date;
use redress_facts::{Scope, Sheet, Vocabulary};

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
    /// The vocabulary that the book was checked with.
    pub vocabulary: &'a Vocabulary,
}
