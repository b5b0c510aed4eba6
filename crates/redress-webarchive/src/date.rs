//! Dates as web archives write them.

use jiff::Timestamp;
use jiff::fmt::{rfc2822, strtime};
use redress_base::{Instant, Stamp, TimeSource};

/// A date that a capturing tool wrote from its own clock.
pub(crate) const fn by_tool(at: Instant) -> Stamp {
    Stamp { at, source: TimeSource::ToolClock }
}

/// RFC 3339, with or without fractions; seconds are cut, not rounded.
pub(crate) fn rfc3339(text: &str) -> Option<Instant> {
    let stamp: Timestamp = text.trim().parse().ok()?;
    // A fraction before 1970 counts backwards in jiff; such dates are no captures.
    Some(Instant(stamp.as_second()))
}

/// The forms of W3C-ISO8601 that WARC 1.1 §5.4 allows, down to a year alone: the beginning of what is meant.
pub(crate) fn warc_date(text: &str) -> Option<Instant> {
    const FULL: &str = "0000-01-01T00:00:00Z";
    let shape_fits = |digits: &[usize]| digits.contains(&text.len());
    if !text.is_ascii() {
        return None;
    }
    if shape_fits(&[4, 7, 10]) {
        let rest = FULL.get(text.len()..)?;
        return rfc3339(&format!("{text}{rest}"));
    }
    if text.len() == 17 && text.ends_with('Z') {
        let minutes = text.strip_suffix('Z')?;
        return rfc3339(&format!("{minutes}:00Z"));
    }
    if text.ends_with('Z') && text.get(10..11) == Some("T") { rfc3339(text) } else { None }
}

/// The date of a mail or MHTML head: RFC 5322 §3.3.
pub(crate) fn mail_date(text: &str) -> Option<Instant> {
    let stamp = rfc2822::DateTimeParser::new().parse_timestamp(text.trim()).ok()?;
    Some(Instant(stamp.as_second()))
}

/// What `Date.prototype.toString` of ECMAScript gives: `Tue Jan 02 2024 10:00:00 GMT+0800 (…)`.
pub(crate) fn script_date(text: &str) -> Option<Instant> {
    let before_zone_name = text.split('(').next()?.trim();
    let parsed = strtime::parse("%a %b %d %Y %H:%M:%S GMT%z", before_zone_name).ok()?;
    Some(Instant(parsed.to_timestamp().ok()?.as_second()))
}

/// `2020-10-07T21:22:36Z`; `None` outside the calendar's years.
pub(crate) fn utc_text(at: Instant) -> Option<String> {
    Some(Timestamp::from_second(at.0).ok()?.to_string())
}

/// The 14 digits of an index: `20201007212236`.
pub(crate) fn index_text(at: Instant) -> Option<String> {
    Some(Timestamp::from_second(at.0).ok()?.strftime("%Y%m%d%H%M%S").to_string())
}

#[cfg(test)]
mod tests {
    use super::{index_text, mail_date, rfc3339, script_date, utc_text, warc_date};
    use redress_base::Instant;

    #[test]
    fn one_moment_in_every_form() {
        let moment = Some(Instant(1_602_105_756));
        assert_eq!(rfc3339("2020-10-07T21:22:36Z"), moment);
        assert_eq!(rfc3339("2020-10-08T05:22:36.999+08:00"), moment);
        assert_eq!(warc_date("2020-10-07T21:22:36Z"), moment);
        assert_eq!(warc_date("2020-10-07T21:22:36.123456Z"), moment);
        assert_eq!(mail_date("Wed, 7 Oct 2020 21:22:36 -0000"), moment);
        assert_eq!(script_date("Thu Oct 08 2020 05:22:36 GMT+0800 (China Standard Time)"), moment);
        assert_eq!(utc_text(Instant(1_602_105_756)).unwrap(), "2020-10-07T21:22:36Z");
        assert_eq!(index_text(Instant(1_602_105_756)).unwrap(), "20201007212236");
    }

    #[test]
    fn less_precise_dates_begin_what_they_mean() {
        assert_eq!(warc_date("2020"), rfc3339("2020-01-01T00:00:00Z"));
        assert_eq!(warc_date("2020-10"), rfc3339("2020-10-01T00:00:00Z"));
        assert_eq!(warc_date("2020-10-07"), rfc3339("2020-10-07T00:00:00Z"));
        assert_eq!(warc_date("2020-10-07T21:22Z"), rfc3339("2020-10-07T21:22:00Z"));
        for wrong in ["", "20", "2020-13", "2020-10-07T21:22:36+08:00", "2020-10-07 21:22:36Z", "二〇二〇"]
        {
            assert_eq!(warc_date(wrong), None, "{wrong}");
        }
    }
}
