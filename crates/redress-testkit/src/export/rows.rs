//! Rows of the export in the crawler's shapes. Texts hold no quote, comma or backslash, so that they
//! can be written as they are.

use crate::Random;
use crate::clock::zoned;
use crate::table::BOM;
use redress_base::Instant;
use std::fmt::Write as _;

/// Which file a day has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// CSV with whole accounts.
    FullCsv,
    /// JSON lines with masked accounts.
    MaskedLines,
    /// CSV with masked accounts.
    MaskedCsv,
}

/// One post of the export.
#[derive(Clone, Debug)]
pub(super) struct Row {
    id: u64,
    text: String,
    at: Instant,
    account: u64,
    counts: [u64; 3],
}

impl Row {
    pub(super) fn new(number: u64, text: String, start: Instant, random: &mut Random) -> Row {
        let at = Instant(start.0.saturating_add_unsigned(random.below(86_400)));
        let account = 7_300_000_000 + random.below(400_000) * random.below(400_000) / 400_000;
        let counts = [random.below(400), random.below(60), random.below(30)];
        Row { id: 5_264_000_000_000_000 + number * 3, text, at, account, counts }
    }

    /// A day later every counter has grown.
    pub(super) fn grow(&mut self, random: &mut Random) {
        self.counts = self.counts.map(|n| n + random.below(n + 3));
    }

    fn likes(&self) -> String {
        if self.id.is_multiple_of(4001) { "1.2万".to_owned() } else { self.counts[0].to_string() }
    }
}

impl Shape {
    pub(super) const fn of_day(day: u64) -> Shape {
        match day % 3 {
            0 => Shape::FullCsv,
            1 => Shape::MaskedLines,
            _ => Shape::MaskedCsv,
        }
    }

    pub(super) const fn extension(self) -> &'static str {
        match self {
            Shape::MaskedLines => "jsonl",
            Shape::FullCsv | Shape::MaskedCsv => "csv",
        }
    }

    pub(super) const fn header(self) -> &'static str {
        match self {
            Shape::FullCsv => {
                "\u{feff}note_id,content,create_time,create_date_time,liked_count,comments_count,shared_count,\
                 last_modify_ts,note_url,ip_location,user_id,nickname,gender,profile_url,avatar,source_keyword\r\n"
            }
            Shape::MaskedCsv => {
                "\u{feff}note_id,content,create_time,create_date_time,liked_count,comments_count,shared_count,\
                 last_modify_ts,note_url,creator_hash,nickname,source_keyword\r\n"
            }
            Shape::MaskedLines => "",
        }
    }

    /// Puts the row into `line`, instead of what was there.
    pub(super) fn write(self, row: &Row, run: Instant, line: &mut String) {
        line.clear();
        let Row { id, text, at, account, counts: [_, comments, reposts] } = row;
        let (likes, zoned, ms) = (row.likes(), zoned(*at), run.0 * 1000);
        let seconds = at.0;
        // Writing to a String cannot fail.
        let _infallible = match self {
            Shape::FullCsv => write!(
                line,
                "{id},{text},{seconds},{zoned},{likes},{comments},{reposts},{ms},https://m.weibo.example/detail/{id},\
                 云渡,{account},用户{account},m,https://m.weibo.example/u/{account},\
                 https://img.weibo.example/a/{account}.jpg,桐花里\r\n"
            ),
            Shape::MaskedCsv => write!(
                line,
                "{id},{text},{seconds},{zoned},{likes},{comments},{reposts},{ms},https://m.weibo.example/detail/{id},\
                 {:016x},用***{},桐花里\r\n",
                mixed(*account),
                account % 10
            ),
            Shape::MaskedLines => writeln!(
                line,
                "{{\"note_id\": \"{id}\", \"content\": \"{text}\", \"create_time\": {seconds}, \
                 \"create_date_time\": \"{zoned}\", \"liked_count\": \"{likes}\", \
                 \"comments_count\": \"{comments}\", \"shared_count\": \"{reposts}\", \"last_modify_ts\": {ms}, \
                 \"note_url\": \"https://m.weibo.example/detail/{id}\", \"creator_hash\": \"{:016x}\", \
                 \"nickname\": \"用***{}\", \"source_keyword\": \"桐花里\"}}",
                mixed(*account),
                account % 10
            ),
        };
        debug_assert!(self != Shape::FullCsv || !line.contains(BOM));
    }
}

/// A comment of the same day, under the post before it.
pub(super) fn comment(row: &Row, run: Instant, shape: Shape, line: &mut String) {
    line.clear();
    let Row { id, text, at, account, counts: [likes, ..] } = row;
    let (zoned, seconds, ms, under) = (zoned(*at), at.0, run.0 * 1000, id - 3);
    let _infallible = write!(
        line,
        "{{\"comment_id\": \"{id}\", \"create_time\": {seconds}, \"create_date_time\": \"{zoned}\", \
         \"note_id\": \"{under}\", \"content\": \"{text}\", \"sub_comment_count\": \"0\", \
         \"comment_like_count\": \"{likes}\", \"last_modify_ts\": {ms}, "
    );
    let _infallible = if shape == Shape::FullCsv {
        writeln!(
            line,
            "\"ip_location\": \"云渡\", \"parent_comment_id\": \"\", \"user_id\": \"{account}\", \
             \"nickname\": \"用户{account}\", \"gender\": \"m\", \
             \"profile_url\": \"https://m.weibo.example/u/{account}\", \
             \"avatar\": \"https://img.weibo.example/a/{account}.jpg\"}}"
        )
    } else {
        writeln!(
            line,
            "\"parent_comment_id\": \"\", \"creator_hash\": \"{:016x}\", \"nickname\": \"用***{}\"}}",
            mixed(*account),
            account % 10
        )
    };
}

/// Stands for the crawler's hash: the same account gives the same sixteen digits.
fn mixed(account: u64) -> u64 {
    Random::new(account).bits()
}
