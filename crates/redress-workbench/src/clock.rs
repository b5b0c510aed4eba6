//! By how much a clock was off, in words.

use redress_evidence::SealedItem;
use redress_words::Words;

/// Milliseconds as seconds are written.
pub fn seconds(ms: i64) -> String {
    let (sign, ms) = (if ms < 0 { "-" } else { "" }, ms.unsigned_abs());
    format!("{sign}{}.{:03}", ms / 1000, ms % 1000)
}

/// By how much the clock that sealed an item was ahead, where somebody compared it.
pub fn clock_line(item: &SealedItem, words: &Words) -> Option<String> {
    let ms = item.clock_ahead_ms?;
    Some(words.say("workbench-sealing-clock", &[("seconds", seconds(ms).into())]))
}

#[cfg(test)]
mod tests {
    use super::seconds;

    #[test]
    fn milliseconds_are_written_as_seconds() {
        assert_eq!([-340, 0, 1500, -61_007].map(seconds), ["-0.340", "0.000", "1.500", "-61.007"]);
    }
}
