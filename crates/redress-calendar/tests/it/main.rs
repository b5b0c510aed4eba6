//! The calendar room, topic by topic.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot set its scene has failed; its helpers are not marked as tests"
)]

mod agenda;
mod days;
mod ends;
mod ics;
mod peers;
mod stops;
mod voice;
mod years;

/// Read once: nine files a case would be slow.
static CALENDAR: std::sync::LazyLock<redress_calendar::Calendar> =
    std::sync::LazyLock::new(redress_calendar::Calendar::standard);
