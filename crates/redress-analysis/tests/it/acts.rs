//! First and last day, and where a statement stood.

use crate::world::{original, row, world};
use redress_base::Date;
use redress_facts::Datum;
use redress_posts::PostKind;

const RUMOUR: &str = "取快递的那个女人和快递员有不正当关系";
const DAY: i64 = 86_400;

fn day(year: i16, month: i8, day: i8) -> Datum {
    Datum::Date(Date::new(year, month, day).unwrap())
}

#[test]
fn first_and_last_day_are_days_in_beijing() {
    let w = world(&[
        original("2", RUMOUR).on(3 * DAY),
        // 23:59:59 in Beijing on the last day of February.
        original("1", RUMOUR).on(-8 * 3600 - 1),
        original("3", RUMOUR),
    ]);
    assert_eq!(w.claim("1", "act_date").unwrap().value, day(2026, 2, 28));
    let last = w.claim("1", "act_end_date").unwrap();
    assert_eq!(last.value, day(2026, 3, 4));
    assert_eq!(last.sources[0].to_string(), "item-000001 row 2 bytes 200..290");
    assert_eq!(w.measures.acts[0].undated, 1);
    assert_eq!(w.claim("1", "spread_on_network").unwrap().value, Datum::Yes);
}

#[test]
fn no_date_no_day() {
    let w = world(&[original("1", RUMOUR)]);
    assert_eq!(w.claim("1", "act_date"), None);
    assert_eq!(w.claim("1", "act_end_date"), None);
}

/// Who could read a chat message is for a person to say.
#[test]
fn a_chat_message_alone_is_not_spread_on_the_network() {
    let w = world(&[row(PostKind::Chat, "1", RUMOUR).on(0)]);
    assert_eq!(w.claim("1", "spread_on_network"), None);
    assert_eq!(w.claim("1", "act_date").unwrap().value, day(2026, 3, 1));
    let both = world(&[row(PostKind::Chat, "1", RUMOUR).on(0), row(PostKind::Article, "2", RUMOUR)]);
    assert_eq!(both.claim("1", "spread_on_network").unwrap().sources.len(), 1);
}
