//! Makes a release of statistics, which is kept as it was made.

use crate::call::Call;
use crate::page::statistics::{page, wanted};
use crate::reply::{Reply, Wrong};

/// Makes it, and shows it.
pub(crate) fn make(call: &Call<'_>) -> Result<Reply, Wrong> {
    let wanted = wanted(call, |name| call.typed(name), true)?;
    let counts = call.app.library.counts(&call.session.visitor, &wanted)?;
    page(call, &counts)
}
