//! The mappings of docs/mappings on the real research data they are for. The data is not part of the
//! repository: set `REDRESS_DATA` to a folder with `ced` and `sccd`, or these tests say SKIPPED.
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "reads a folder of real data, where the environment names one, and says so where not"
)]

use redress_base::ItemId;
use redress_posts::{Corpus, Mapping, NoTables, ReaderReport, Reference, read};
use std::path::{Path, PathBuf};

fn data(test: &str, folder: &str) -> Option<PathBuf> {
    let found = std::env::var("REDRESS_DATA").ok().map(|root| Path::new(&root).join(folder));
    let found = found.filter(|path| path.is_dir());
    if found.is_none() {
        // Not println!, which a passing test keeps to itself.
        let line = format!("\nSKIPPED research_data::{test}: REDRESS_DATA names no folder with {folder}\n");
        std::io::Write::write_all(&mut std::io::stdout(), line.as_bytes()).unwrap();
    }
    found
}

fn mapping(name: &str) -> Mapping {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/mappings").join(name);
    Mapping::parse(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|f| f.unwrap().path()).collect();
    files.sort();
    files
}

struct Reading {
    corpus: Corpus,
    items: u32,
    total: ReaderReport,
}

impl Reading {
    fn read(&mut self, path: &Path, mapping: &Mapping) {
        self.items += 1;
        let bytes = std::fs::read(path).unwrap();
        let name = path.file_name().unwrap().to_str().unwrap();
        let report =
            read(ItemId(self.items), name, &bytes, Some(mapping), &NoTables, &mut self.corpus).unwrap();
        assert_eq!(report.rows, report.read + report.skipped);
        assert_eq!(report.read, report.distinct + report.repeats);
        add(&mut self.total, &report);
    }
}

fn add(total: &mut ReaderReport, report: &ReaderReport) {
    total.rows += report.rows;
    total.read += report.read;
    total.skipped += report.skipped;
    total.distinct += report.distinct;
    total.repeats += report.repeats;
    total.known += report.known;
    total.ragged += report.ragged;
    total.undated += report.undated;
    total.masked_rows += report.masked_rows;
    total.counters += report.counters;
    total.floors += report.floors;
    total.rounded += report.rounded;
    total.not_shown += report.not_shown;
    total.first = [total.first, report.first].into_iter().flatten().min();
    total.last = total.last.max(report.last);
    total.assumptions.extend(report.assumptions.iter().cloned());
    total.assumptions.sort();
    total.assumptions.dedup();
    for (code, count) in &report.totals {
        *total.totals.entry(code.clone()).or_default() += count;
    }
}

/// A reading whose totals start from the report of an empty table.
fn start() -> Reading {
    let mut corpus = Corpus::new();
    let nothing = read(ItemId(1), "none", b"a,b", Some(&mapping("sccd-posts.toml")), &NoTables, &mut corpus);
    assert!(nothing.is_err());
    let header = b"post_id,user_id,publish_time,like_num,comment_num,repost_num,post_content\n";
    let mut total =
        read(ItemId(1), "none", header, Some(&mapping("sccd-posts.toml")), &NoTables, &mut corpus).unwrap();
    total.totals.clear();
    total.findings.clear();
    Reading { corpus, items: 0, total }
}

#[test]
fn ced_reads_whole() {
    let Some(folder) = data("ced_reads_whole", "ced") else { return };
    let mut reading = start();
    for path in files(&folder.join("original-microblog")) {
        reading.read(&path, &mapping("ced.toml"));
    }
    let originals = reading.total.clone();
    println!("ced originals: {originals:#?}");
    assert_eq!((originals.rows, originals.read, originals.distinct, originals.undated), (120, 120, 120, 0));
    for folder in ["rumor-repost", "non-rumor-repost"].map(|name| folder.join(name)) {
        for path in files(&folder) {
            reading.read(&path, &mapping("ced-reposts.toml"));
        }
    }
    println!("ced all: {:#?}", reading.total);
    assert_eq!(reading.total.read, 120 + 37_495);
    assert_eq!(reading.total.totals.get("posts-time-without-year"), Some(&2));
    let lost = reading.corpus.posts().iter().filter(|post| {
        matches!(reading.corpus.parent(post), Reference::Absent(_))
            || matches!(reading.corpus.root(post), Reference::Absent(_))
    });
    assert_eq!(lost.count(), 0, "every repost hangs on a post that is there");
}

#[test]
fn sccd_reads_whole() {
    let Some(folder) = data("sccd_reads_whole", "sccd") else { return };
    let mut reading = start();
    reading.read(&folder.join("posts.csv"), &mapping("sccd-posts.toml"));
    println!("sccd posts: {:#?}", reading.total);
    let posts = reading.total.read;
    reading.read(&folder.join("reposts.csv"), &mapping("sccd-reposts.toml"));
    println!("sccd all: {:#?}", reading.total);
    assert_eq!((posts, reading.total.read), (331, 331 + 12_637));
    assert_eq!(reading.corpus.posts().len(), 331 + 12_604);
    assert_eq!(reading.total.undated, 0);
    assert_eq!(reading.total.assumptions, ["seconds-after-post"]);
}
