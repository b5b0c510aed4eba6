//! The example through the reader: each file shows what it is there to show.

use crate::material::example;
use redress_base::{Count, ItemId, Refusal, Unit};
use redress_posts::{Corpus, Mapping, NoTables, ReaderReport, Sniff, Subject, read, sniff};
use redress_testkit::courier::{DATABASE, File, material};
use std::collections::BTreeMap;

type Reports = BTreeMap<&'static str, Result<ReaderReport, Refusal>>;

fn mapping(file: &File) -> Option<Mapping> {
    let (folder, _) = file.path.split_once('/').unwrap();
    let path = example().join("mappings").join(format!("{folder}.toml"));
    std::fs::read_to_string(path).ok().map(|text| Mapping::parse(&text).unwrap())
}

/// Everything but the database, which a pure room cannot open; the store's tests read it.
fn everything() -> (Corpus, Reports) {
    let mut corpus = Corpus::default();
    let mut reports = Reports::new();
    for (number, file) in (1u32..).zip(material().unwrap()) {
        let posts = !matches!(sniff(file.path, &file.bytes), Sniff::NotPosts { .. });
        if posts && file.path != DATABASE {
            let mapping = mapping(&file);
            let outcome =
                read(ItemId(number), file.path, &file.bytes, mapping.as_ref(), &NoTables, &mut corpus);
            reports.insert(file.path, outcome);
        }
    }
    (corpus, reports)
}

#[test]
fn every_file_is_read_in_its_format_and_one_is_refused_with_its_byte() {
    let (corpus, mut reports) = everything();
    let refused = reports.remove("board/threads-wrong-charset.csv").unwrap().unwrap_err();
    assert_eq!(refused.finding.code, "posts-broken-utf-8");
    assert!(refused.to_string().contains("bytes 62..63"), "{refused}");
    let formats: Vec<(String, u64)> =
        reports.into_values().map(Result::unwrap).map(|report| (report.format, report.read)).collect();
    let expected = [
        ("public-account-articles/csv", 7),
        ("neighbourhood-board/csv", 6),
        ("group-messages/csv", 30),
        ("topic-figures/csv", 2),
        ("weibo-crawler-csv/csv", 11),
        ("weibo-crawler-json/json", 7),
        ("mediacrawler-weibo-comments/jsonl", 17),
        ("mediacrawler-weibo-comments/json", 35),
        ("mediacrawler-weibo-contents/csv", 31),
        ("mediacrawler-weibo-contents/csv", 29),
    ];
    assert_eq!(formats, expected.map(|(format, rows)| (format.to_owned(), rows)));
    assert_eq!(corpus.posts().len(), 142);
}

#[test]
fn repeats_gaps_and_masks_are_counted() {
    let (_, reports) = everything();
    let of = |path: &str| reports[path].as_ref().unwrap();
    let first = of("weibo/search_contents_2026-02-07.csv");
    assert_eq!((first.repeats, first.undated, first.masked_authors), (1, 1, 0));
    let second = of("weibo/search_contents_2026-03-06.csv");
    assert_eq!((second.masked_authors, second.rounded), (28, 2));
    assert_eq!(of("weibo-crawler/7100000042.csv").ragged, 11);
    assert_eq!(of("articles/public-account-articles.csv").floors, 1);
    assert_eq!(of("board/threads-gb18030.csv").charset, redress_posts::Charset::Gb18030);
}

/// The counters on which the answers turn, as they were seen.
#[test]
fn counters_keep_their_time_their_unit_and_their_width() {
    let (corpus, _) = everything();
    let seen = |key: &str, unit: Unit| -> Vec<Count> {
        let post = corpus.find(key).unwrap();
        let of_post = corpus.observations().iter().filter(|seen| seen.subject() == Subject::Post(post));
        of_post.filter(|seen| seen.unit() == unit).map(|seen| seen.count()).collect()
    };
    let main = "weibo/5263100000000101";
    let twice = Count::exactly(431);
    assert_eq!(seen(main, Unit::Reposts), [twice, twice, Count::exactly(612), Count::exactly(612)]);
    let article = "public-account/A-01";
    let rounded = Count::between(11_500, 12_499);
    assert_eq!(seen(article, Unit::Views), [Count::exactly(3_980), rounded, rounded]);
    assert!(seen(main, Unit::Views).is_empty() && seen(main, Unit::TopicReads).is_empty());
    let topic = corpus.observations().iter().filter(|seen| seen.unit() == Unit::TopicReads);
    assert!(
        topic.clone().count() == 2 && topic.clone().all(|seen| matches!(seen.subject(), Subject::Topic(_)))
    );
}
