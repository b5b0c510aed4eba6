//! Large exports with a known truth, shaped like daily runs of a crawler.
//!
//! Each day has a contents file (CSV or JSON lines, earlier or later schema in turn) and a comments
//! file (JSON lines); one table of articles stands beside them. A part of each day's posts is seen
//! again the next day with grown counters. Half of the posts are unlike every other; three tenths
//! carry one of the planted statements, word for word or with one word more; the rest are too short
//! to compare, as most forwards are.

mod rows;
mod text;

use crate::Random;
use crate::clock::{beijing, day};
use crate::table::{BOM, table};
use redress_base::Instant;
use rows::{Row, Shape};
use serde::{Deserialize, Serialize};
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;
use text::{Texts, Words};

/// What to make.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// Distinct posts, comments and articles included.
    pub posts: u64,
    /// Days over which they are spread; one contents file and one comments file a day.
    pub days: u64,
    /// The same seed gives the same bytes.
    pub seed: u64,
}

impl Plan {
    /// 58,000 posts: the size of the discussion in the guiding case.
    pub const GUIDING_CASE: Plan = Plan { posts: 58_000, days: 30, seed: 58 };
    /// 1,000,000 posts.
    pub const MILLION: Plan = Plan { posts: 1_000_000, days: 90, seed: 1_000 };
}

/// What is in the export, counted while it was made.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Truth {
    /// Distinct posts.
    pub posts: u64,
    /// Rows, with repeats.
    pub rows: u64,
    /// Rows that show a post again.
    pub repeats: u64,
    /// Files.
    pub files: u64,
    /// Bytes of all files.
    pub bytes: u64,
    /// Posts long enough to compare that are unlike every other.
    pub unlike: u64,
    /// Posts too short to compare.
    pub short: u64,
    /// Posts that carry a planted statement word for word, its first one included.
    pub exact: u64,
    /// Posts that carry a planted statement with one word more.
    pub near: u64,
    /// Planted statements that at least two posts carry: clusters of two or more.
    pub shared_statements: u64,
    /// Clusters, those of one post included.
    pub clusters: u64,
}

/// Writes the export below `folder`, which must exist, and says what is in it.
///
/// # Errors
/// When a file cannot be written.
pub fn write(plan: Plan, folder: &Path) -> io::Result<Truth> {
    let mut maker = Maker::new(plan);
    fs::create_dir_all(folder.join("weibo"))?;
    for at in 0..plan.days.max(1) {
        maker.day(at, folder)?;
    }
    maker.articles(folder)?;
    Ok(maker.finish())
}

struct Maker {
    plan: Plan,
    random: Random,
    texts: Texts,
    truth: Truth,
    /// A sample of yesterday's posts, to be seen again today.
    yesterday: Vec<Row>,
}

impl Maker {
    fn new(plan: Plan) -> Maker {
        let mut random = Random::new(plan.seed);
        let texts = Texts::new(Words::new(&mut random), &mut random, plan.posts / 200 + 1);
        Maker { plan, random, texts, truth: Truth::default(), yesterday: Vec::new() }
    }

    fn start(at: u64) -> Instant {
        Instant(beijing((2026, 1, 5), (0, 0, 0)).0.saturating_add_unsigned(at * 86_400))
    }

    /// Posts whose number lies in the part of this day; one in two thousand is left to the articles.
    fn day(&mut self, at: u64, folder: &Path) -> io::Result<()> {
        let posts = self.plan.posts - self.plan.posts / 2000;
        let days = self.plan.days.max(1);
        let (from, to) = (posts * at / days, posts * (at + 1) / days);
        let shape = Shape::of_day(at);
        let date = day(Maker::start(at));
        let contents = folder.join("weibo").join(format!("search_contents_{date}.{}", shape.extension()));
        let comments = folder.join("weibo").join(format!("search_comments_{date}.jsonl"));
        let mut contents = Sink::new(&contents)?;
        let mut comments = Sink::new(&comments)?;
        contents.put(shape.header())?;
        let run = Instant(Maker::start(at).0 + 86_400 + 1_800);
        let mut line = String::new();
        for mut row in std::mem::take(&mut self.yesterday) {
            row.grow(&mut self.random);
            shape.write(&row, run, &mut line);
            contents.put(&line)?;
            self.truth.repeats += 1;
        }
        for number in from..to {
            let text = self.texts.next(&mut self.random, &mut self.truth);
            let row = Row::new(number, text, Maker::start(at), &mut self.random);
            if number % 9 < 4 {
                rows::comment(&row, run, shape, &mut line);
                comments.put(&line)?;
            } else {
                shape.write(&row, run, &mut line);
                contents.put(&line)?;
                if self.random.chance(3, 100) {
                    self.yesterday.push(row);
                }
            }
            self.truth.posts += 1;
        }
        for sink in [contents, comments] {
            self.truth.bytes += sink.finish()?;
            self.truth.files += 1;
        }
        Ok(())
    }

    /// The same columns as the example's table of articles, so that its mapping reads this one too.
    fn articles(&mut self, folder: &Path) -> io::Result<()> {
        let header = ["编号", "公众号", "标题", "正文", "发布时间", "阅读数", "在看数", "记录时间"];
        let mut rows = Vec::new();
        for number in 0..self.plan.posts / 2000 {
            let text = self.texts.next(&mut self.random, &mut self.truth);
            let reads = self.random.between(50, 60_000);
            rows.push(vec![
                format!("A-{number:06}"),
                format!("公众号{}", number % 40),
                format!("第{number}篇"),
                text,
                "2026-02-06 07:30".to_owned(),
                if reads >= 10_000 {
                    format!("{}.{}万", reads / 10_000, reads / 1000 % 10)
                } else {
                    reads.to_string()
                },
                (reads / 100).to_string(),
                "2026-03-06 21:10".to_owned(),
            ]);
            self.truth.posts += 1;
        }
        let bytes = format!("{BOM}{}", table(&header, &rows)).into_bytes();
        fs::write(folder.join("articles.csv"), &bytes)?;
        self.truth.files += 1;
        self.truth.bytes += u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        Ok(())
    }

    fn finish(mut self) -> Truth {
        let used = self.texts.uses();
        let shared = used.clone().filter(|n| *n > 1).count();
        let carried = used.filter(|n| *n > 0).count();
        self.truth.shared_statements = u64::try_from(shared).unwrap_or(u64::MAX);
        self.truth.clusters = u64::try_from(carried).unwrap_or(u64::MAX) + self.truth.unlike;
        self.truth.rows = self.truth.posts + self.truth.repeats;
        self.truth
    }
}

/// A file that counts what it takes.
struct Sink {
    out: BufWriter<File>,
    bytes: u64,
}

impl Sink {
    fn new(path: &Path) -> io::Result<Sink> {
        Ok(Sink { out: BufWriter::with_capacity(1 << 18, File::create(path)?), bytes: 0 })
    }

    fn put(&mut self, text: &str) -> io::Result<()> {
        self.bytes += u64::try_from(text.len()).unwrap_or(u64::MAX);
        self.out.write_all(text.as_bytes())
    }

    fn finish(mut self) -> io::Result<u64> {
        self.out.flush()?;
        Ok(self.bytes)
    }
}

#[cfg(test)]
mod tests;
