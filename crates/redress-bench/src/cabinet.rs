//! A practice's cabinet: many cases on the disk, with ledgers of the lengths that cases have.

use crate::Problem;
use redress_base::{Instant, Stamp, TimeSource};
use redress_case::{Ledger, What, chain};
use redress_store::CaseFolder;
use redress_testkit::Random;
use redress_workbench::ports::CaseRow;
use rusqlite::Connection;
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};

/// Cases in the cabinet.
pub(crate) const CASES: usize = 10_000;
/// Entries in all of them together.
pub(crate) const ENTRIES: usize = 1_000_000;
const SEED: u64 = 136;
/// Of a hundred cases so many have so many entries: 10,000 entries a hundred cases.
const LENGTHS: [(usize, usize); 4] = [(60, 40), (30, 120), (9, 300), (1, 1_300)];

const PLACES: [&str; 12] =
    ["春江", "白鹭", "石桥", "梧桐", "远山", "渡口", "青瓦", "稻田", "海棠", "长堤", "灯塔", "麦浪"];
const TRACKS: [&str; 4] = ["private", "police-help", "injunction", "civil"];
const STATES: [&str; 5] = ["preparing", "filed", "accepted", "heard", "judged"];

/// How many entries a case has.
fn length(case: usize) -> usize {
    let mut place = case % 100;
    for (share, entries) in LENGTHS {
        if place < share {
            return entries;
        }
        place -= share;
    }
    0
}

/// The folder of a case.
pub(crate) fn place(cabinet: &Path, case: usize) -> PathBuf {
    cabinet.join(format!("case-{case:05}"))
}

fn stamp(at: usize) -> Stamp {
    let minutes = i64::try_from(at).unwrap_or_default().saturating_mul(60);
    Stamp { at: Instant(1_767_600_000_i64.saturating_add(minutes)), source: TimeSource::SystemClock }
}

/// What is entered, one after the other: claims with sources and a reason of one or two sentences.
pub(crate) struct Entries {
    random: Random,
    made: usize,
}

impl Entries {
    pub(crate) fn new(seed: u64) -> Entries {
        Entries { random: Random::new(seed), made: 0 }
    }

    fn claim(&mut self) -> Result<What, Problem> {
        self.made += 1;
        let length = 20 + self.random.place(90);
        let reason: String =
            (0..length).map(|_| self.random.pick(&PLACES).chars().next().unwrap_or('山')).collect();
        let spans: Vec<_> = (0..1 + self.random.place(2))
            .map(|_| {
                let start = self.random.below(1 << 24);
                json!({"item": format!("item-{:06}", 1 + self.random.place(90)), "row": self.random.below(58_000),
                    "start": start, "end": start + 380})
            })
            .collect();
        let text = format!("{reason} {}", serde_json::to_string(&spans)?);
        Ok(serde_json::from_value(json!({"kind": "claimed", "anchor": "case", "term": "repost_count",
            "claim": {"value": {"is": "yes"}, "standing": "stated", "by": "desk-07",
                "as_of": stamp(self.made), "sources": [], "reason": text}}))?)
    }

    /// Lines of so many claims that follow `ledger`, which has only to know its end.
    pub(crate) fn lines(&mut self, ledger: &Ledger, count: usize) -> Result<Vec<String>, Problem> {
        let claims = (0..count).map(|_| self.claim()).collect::<Result<Vec<_>, _>>()?;
        chain(ledger, stamp(self.made), "desk-07", claims).map_err(said)
    }
}

/// A refusal of the program, as this program says why it stopped.
pub(crate) fn said(refusal: redress_base::Refusal) -> Problem {
    refusal.to_string().into()
}

/// An empty case of the program's own, of which the others are copies: made one by one, most of the time
/// would go into flushing what is taken away again.
pub(crate) struct Template {
    empty: PathBuf,
}

impl Template {
    pub(crate) fn new(empty: PathBuf) -> Result<Template, Problem> {
        drop(CaseFolder::create(&empty, [7; 32]).map_err(said)?);
        Ok(Template { empty })
    }

    /// Makes one case with so many entries, without flushing, and gives the bytes of its lines.
    pub(crate) fn make(
        &self,
        folder: &Path,
        name: &str,
        count: usize,
        entries: &mut Entries,
    ) -> Result<u64, Problem> {
        let nothing = Ledger::read::<&str>(&[]).map_err(said)?;
        let opened: What =
            serde_json::from_value(json!({"kind": "opened", "case_id": format!("rd-{name:0>16}"),
            "cover": format!("{}-{name}", entries.random.pick(&PLACES)), "software": "redress-bench"}))?;
        let mut lines = chain(&nothing, stamp(0), "desk-07", vec![opened]).map_err(said)?;
        let first = Ledger::read(&lines).map_err(said)?;
        lines.extend(entries.lines(&first, count.saturating_sub(1))?);
        fs::create_dir(folder)?;
        fs::create_dir(folder.join("objects"))?;
        for file in ["key", "lock", "case.sqlite"] {
            fs::copy(self.empty.join(file), folder.join(file))?;
        }
        let mut database = Connection::open(folder.join("case.sqlite"))?;
        database.pragma_update(None, "synchronous", "OFF")?;
        let change = database.transaction()?;
        {
            let mut insert = change.prepare("INSERT INTO ledger (seq, line) VALUES (?1, ?2)")?;
            for (seq, line) in (1_i64..).zip(&lines) {
                insert.execute((seq, line))?;
            }
        }
        change.commit()?;
        Ok(lines.iter().map(|line| line.len() as u64).sum())
    }
}

/// Makes the whole cabinet and gives the bytes of its lines.
pub(crate) fn fill(cabinet: &Path) -> Result<u64, Problem> {
    let template = Template::new(cabinet.with_file_name("empty"))?;
    let mut entries = Entries::new(SEED);
    let mut bytes = 0;
    for case in 0..CASES {
        bytes += template.make(&place(cabinet, case), &case.to_string(), length(case), &mut entries)?;
    }
    // What was not flushed is not to be written while something is measured.
    std::process::Command::new("sync").status()?;
    Ok(bytes)
}

/// The row of one ledger, with the fields that later rooms will fold filled in from its id.
pub(crate) fn row(lines: &[String]) -> Result<CaseRow, redress_base::Refusal> {
    let mut row = CaseRow::of(lines)?;
    let number: usize = row.case_id.trim_start_matches("rd-").parse().unwrap_or_default();
    let pick =
        |words: &[&str], at: usize| words.get(at % words.len()).copied().unwrap_or_default().to_owned();
    row.states.push((pick(&TRACKS, number), pick(&STATES, number / 7)));
    row.states.push((pick(&TRACKS, number + 1), pick(&STATES, number / 3)));
    row.numbers.push(format!("（2026）沪0115刑初{number}号"));
    row.numbers.push(format!("浦公（网）受案字〔2026〕{:05}号", number * 7 % 100_000));
    if number.is_multiple_of(50) {
        row.marks.push("key".to_owned());
    }
    if number.is_multiple_of(3) {
        // Some day in the year after the cases were opened.
        row.next_due = stamp(number % 365 * 24 * 60).at.beijing_date();
    }
    Ok(row)
}
