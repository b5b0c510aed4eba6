//! The dates of a case as a file for calendar programs: which of them go in, and in whose words.

use redress_base::{Article, Date, Finding, Instant, Refusal};
use redress_calendar::ics::{self, Voice};
use redress_calendar::{Item, Kind, State};
use redress_law::{Body, Label};
use redress_words::{Language, Words};

/// The minutes of a calendar file's number are counted from 2020-01-01, so that they fit for thousands of years.
const FIRST: i64 = 1_577_836_800;
/// Days for which what was kept is still shown.
const KEPT_SHOWN: i32 = 14;
/// How long a hearing is shown, in minutes.
const HEARING: u16 = 120;

/// Whether something is still to be done.
pub fn is_open(item: &Item) -> bool {
    !matches!(item.state, State::Kept | State::Late)
}

/// What a person has to see: everything that runs or was missed, what may run for the person, and hearings of late.
/// Unknown never looks like "no": what binds an authority and may not run is counted.
pub fn is_worth_showing(item: &Item, today: Date) -> bool {
    let lately = item.day.is_some_and(|day| (today - day).get_days() <= KEPT_SHOWN);
    let own = matches!(item.who, Body::Person);
    is_open(item) && (!item.tentative || own) || !is_open(item) && lately && item.kind == Kind::Hearing
}

/// What goes into a calendar file: what is shown, and what was kept and still lies ahead, so that a program that has it
/// already learns so.
pub fn for_calendar(chosen: &[Item], shown: &[Item], today: Date) -> Vec<Item> {
    let ahead = |item: &&Item| !is_open(item) && item.day.is_some_and(|day| day >= today);
    let kept = chosen.iter().filter(ahead).filter(|item| !shown.contains(item));
    shown.iter().chain(kept).cloned().collect()
}

/// The file, and the dates that are not in it because they have no day. Its number goes up with the clock, whichever cases
/// are written together, so that a program takes the later one.
///
/// # Errors
/// Whatever writing the file refuses.
pub fn calendar_file(
    words: &Words,
    items: &[Item],
    made: Option<Instant>,
    remind: Vec<u16>,
) -> Result<(String, Vec<Finding>), Refusal> {
    let export = ics::Export {
        stamp: made.unwrap_or(Instant(0)),
        sequence: made.map_or(0, |made| u32::try_from(made.0.saturating_sub(FIRST) / 60).unwrap_or(0)),
        remind,
        hearing_minutes: HEARING,
    };
    ics::write(items, &export, &Spoken(words))
}

/// The person's language, for the calendar's codes.
struct Spoken<'w>(&'w Words);

impl Voice for Spoken<'_> {
    fn say(&self, finding: &Finding) -> String {
        redress_report::mark(self.0, finding)
    }

    fn article(&self, article: &Article) -> String {
        self.0.article(article)
    }

    fn day(&self, day: Date) -> String {
        self.0.date(day)
    }

    fn label(&self, label: &Label) -> String {
        if self.0.language() == Language::ZhHans { label.zh.to_string() } else { label.en.to_string() }
    }
}
