//! About how long a next thing takes, and who can do it. The minutes are rough, and the page says so.

use crate::call::Call;
use maud::{Markup, html};
use redress_facts::Source;

/// Who can do a thing: the person alone, or others for them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Who {
    /// The person, or anybody who helps them.
    AnyHelper,
    /// A lawyer or legal aid best; the person as well.
    Lawyer,
    /// The person, as a rule after a word with a lawyer: only a person may judge.
    Person,
}

impl Who {
    const fn code(self) -> &'static str {
        match self {
            Who::AnyHelper => "web-who-helper",
            Who::Lawyer => "web-who-lawyer",
            Who::Person => "web-who-person",
        }
    }
}

/// A capture is minutes, papers have to be found, a request to a platform or through the court has to be written.
const fn of(source: Source) -> (i64, Who) {
    match source {
        Source::OwnCapture => (10, Who::AnyHelper),
        Source::OwnPapers => (20, Who::AnyHelper),
        Source::Judgement => (10, Who::Person),
        Source::Platform => (30, Who::Lawyer),
        Source::PoliceHelp => (60, Who::Lawyer),
        Source::Authority => (15, Who::AnyHelper),
    }
}

/// Minutes for a paper that is due: its draft is filled in from the case.
const PAPER: i64 = 60;

fn said(call: &Call<'_>, minutes: i64, who: &str) -> Markup {
    html! { p.small.effort { span.tag { (call.say("web-minutes", &[("minutes", minutes.into())])) } " " span.muted { (call.text(who)) } } }
}

/// For a fact that is missing, by where it is found most cheaply.
pub(crate) fn of_fact(call: &Call<'_>, source: Source) -> Markup {
    let (minutes, who) = of(source);
    said(call, minutes, who.code())
}

/// For a date that binds the person.
pub(crate) fn of_date(call: &Call<'_>) -> Markup {
    said(call, PAPER, "web-who-signs")
}
