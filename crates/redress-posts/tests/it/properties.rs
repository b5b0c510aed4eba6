//! For all inputs: no reader stops the program, every span lies in the file and holds its value, and
//! the same bytes give the same answer.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

use crate::show;
use proptest::prelude::*;
use redress_base::{ItemId, Place};
use redress_posts::{Corpus, Mapping, NoTables, ReaderReport, read, sniff};

const HEADER: &str = "note_id,content,create_time,create_date_time,liked_count,comments_count,shared_count,\
last_modify_ts,note_url,creator_hash,nickname,source_keyword";

const MAPPING: &str = r#"
    schema = "redress/mapping/1"
    name = "any"
    platform = { is = "weibo" }
    [assumptions]
    zone = "Beijing"
    [post]
    kind = { is = "original" }
    id = { column = "a" }
    text = { columns = ["b", "c.d"] }
    author = [{ id = "e" }, { name = "b" }]
    parent = [{ column = "b", space = "post" }]
    time = [{ column = "c", as = "epoch" }, { column = "b", as = "naive", zone = "+08:00", assume = "zone" }]
    counters = [{ column = "c", unit = "views" }, { column = "e", unit = "topic-reads", topic = "b" }]
"#;

#[derive(Clone, Debug)]
struct Line {
    id: u32,
    text: String,
    seconds: i64,
    likes: String,
    hash: u8,
}

fn line() -> impl Strategy<Value = Line> {
    let likes = prop_oneof![
        "[0-9]{1,6}",
        "[1-9]\\.[0-9]万",
        Just("100万+".to_owned()),
        Just("None".to_owned()),
        Just(String::new()),
        "[a-z,]{1,5}",
    ];
    ("[\\PC\n\r\",]{0,24}", 0u32..40, 1_600_000_000i64..1_800_000_000, likes, any::<u8>())
        .prop_map(|(text, id, seconds, likes, hash)| Line { id, text, seconds, likes, hash })
}

fn quote(cell: &str) -> String {
    format!("\"{}\"", cell.replace('"', "\"\""))
}

fn as_csv(lines: &[Line]) -> String {
    let mut out = format!("{HEADER}\r\n");
    for Line { id, text, seconds, likes, hash } in lines {
        let (text, likes) = (quote(text), quote(likes));
        out.push_str(&format!("{id},{text},{seconds},,{likes},1,2,{seconds}000,u,{hash:016x},n***n,k\r\n"));
    }
    out
}

fn as_json(lines: &[Line], between: &str) -> String {
    let object = |line: &Line| {
        serde_json::json!({"note_id": line.id, "content": line.text, "create_time": line.seconds,
            "create_date_time": null, "liked_count": line.likes, "comments_count": 1, "shared_count": "2",
            "last_modify_ts": line.seconds * 1000, "creator_hash": format!("{:016x}", line.hash), "nickname": "n***n"})
        .to_string()
    };
    lines.iter().map(object).collect::<Vec<_>>().join(between)
}

/// Everything that must hold for any file that was read.
fn check(file: &[u8], corpus: &Corpus, report: &ReaderReport) {
    assert_eq!(report.rows, report.read + report.skipped);
    assert_eq!(report.read, report.distinct + report.repeats);
    assert_eq!(report.counters, corpus.observations().len() as u64);
    for finding in &report.findings {
        assert!(finding.span.is_some(), "{}", finding.code);
    }
    for sighting in corpus.sightings() {
        let span = corpus.span(sighting);
        let Place::Row { start, end, .. } = span.place else { panic!("{span}") };
        assert!(start < end && end <= file.len() as u64, "{span}");
        let row = String::from_utf8_lossy(show::bytes(file, &span)).into_owned();
        let post = corpus.post(sighting.post()).unwrap();
        assert!(row.contains(corpus.native(post)), "{row} {}", corpus.native(post));
    }
    for seen in corpus.observations() {
        let span = corpus.observation_span(seen).unwrap();
        let row = String::from_utf8_lossy(show::bytes(file, &span)).into_owned();
        assert!(row.contains(corpus.shown(seen).as_ref()), "{row} {}", corpus.shown(seen));
        assert!(seen.count().upper.is_none_or(|upper| seen.count().lower <= upper));
    }
    for post in corpus.posts() {
        assert_eq!(
            corpus.find(&corpus.key(post)).and_then(|found| corpus.post(found)).map(|p| corpus.key(p)),
            Some(corpus.key(post))
        );
    }
}

fn read_one(file: &[u8], mapping: Option<&Mapping>) -> Option<(Corpus, ReaderReport)> {
    let mut corpus = Corpus::new();
    match read(ItemId(7), "12_ab.x", file, mapping, &NoTables, &mut corpus) {
        Ok(report) => Some((corpus, report)),
        Err(refusal) => {
            let span = refusal.finding.span.as_ref().unwrap();
            assert_eq!(span.item, ItemId(7));
            if let Place::Row { start, end, .. } | Place::Bytes { start, end } = span.place {
                assert!(start <= end && end <= file.len() as u64, "{span}");
            }
            assert_eq!(
                (corpus.posts().len(), corpus.sightings().len(), corpus.observations().len()),
                (0, 0, 0)
            );
            None
        }
    }
}

proptest! {
    #[test]
    fn every_value_is_in_the_bytes_of_its_span(lines in prop::collection::vec(line(), 1..12)) {
        for file in [as_csv(&lines), as_json(&lines, "\n"), format!("[{}]", as_json(&lines, ", "))] {
            let (corpus, report) = read_one(file.as_bytes(), None).unwrap();
            prop_assert_eq!(report.read, lines.len() as u64);
            check(file.as_bytes(), &corpus, &report);
            let first = &lines[0];
            let post = corpus.post(corpus.find(&format!("weibo/{}", first.id)).unwrap()).unwrap();
            let text = corpus.text(post);
            // Words of white space only are no words; a later row may then fill them in.
            if !first.text.trim().is_empty() {
                prop_assert_eq!(*text.reveal(), first.text.as_str());
            }
        }
    }

    #[test]
    fn containers_give_the_same_posts(lines in prop::collection::vec(line(), 1..12)) {
        let shown = |file: &str| {
            let (corpus, report) = read_one(file.as_bytes(), None).unwrap();
            let cut = show::corpus(&corpus).lines().map(|l| l.split(" item-").next().unwrap().to_owned()).collect::<Vec<_>>();
            (cut, report.distinct, report.repeats, report.rounded, report.floors, report.masked_authors)
        };
        let csv = shown(&as_csv(&lines));
        prop_assert_eq!(&csv, &shown(&as_json(&lines, "\n")));
        prop_assert_eq!(&csv, &shown(&format!("[{}]", as_json(&lines, ",\n"))));
    }

    #[test]
    fn damaged_files_never_stop_the_program(
        lines in prop::collection::vec(line(), 1..6),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..6),
        cut in any::<prop::sample::Index>(),
    ) {
        for file in [as_csv(&lines), as_json(&lines, "\n"), format!("[{}]", as_json(&lines, ","))] {
            let mut bytes = file.into_bytes();
            for (at, byte) in &changes {
                let at = at.index(bytes.len());
                bytes[at] = *byte;
            }
            bytes.truncate(cut.index(bytes.len()) + 1);
            let _ = sniff("x.csv", &bytes);
            let _ = read_one(&bytes, None);
            let _ = read_one(&bytes, Some(&Mapping::parse(MAPPING).unwrap()));
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = sniff("x", &bytes);
        let _ = read_one(&bytes, None);
        let _ = read_one(&bytes, Some(&Mapping::parse(MAPPING).unwrap()));
    }

    #[test]
    fn any_small_table_is_read_or_refused(body in "[ab,;\t\n\r\"0-9.万+:{}\\[\\] -]{0,80}") {
        let mapping = Mapping::parse(MAPPING).unwrap();
        for file in [format!("a,b,c,e\n{body}"), format!("{{\"a\":\"1\",\"c\":{body}}}"), body.clone()] {
            if let Some((corpus, report)) = read_one(file.as_bytes(), Some(&mapping)) {
                prop_assert_eq!(report.rows, report.read + report.skipped);
                prop_assert_eq!(corpus.sightings().len() as u64, report.read);
            }
            let _ = sniff("x.csv", file.as_bytes());
        }
    }

    #[test]
    fn gb18030_reads_as_utf8_does(lines in prop::collection::vec(line(), 1..8)) {
        let text = as_csv(&lines);
        let (bytes, _, failed) = encoding_rs::GB18030.encode(&text);
        prop_assume!(!failed && text.chars().all(|c| !('\u{e000}'..='\u{f8ff}').contains(&c)));
        let utf8 = read_one(text.as_bytes(), None).unwrap();
        // Short texts can be valid in both charsets; then they are read as UTF-8.
        prop_assume!(std::str::from_utf8(&bytes).is_err());
        let Some(gb) = read_one(&bytes, None) else { return Ok(()) };
        let words = |corpus: &Corpus| corpus.posts().iter().map(|p| corpus.text(p).reveal().to_string()).collect::<Vec<_>>();
        prop_assert_eq!(words(&utf8.0), words(&gb.0));
        prop_assert_eq!(utf8.1.distinct, gb.1.distinct);
    }

    #[test]
    fn any_mapping_text_is_read_or_refused(text in "\\PC{0,60}", at in any::<prop::sample::Index>(), byte in any::<char>()) {
        let _ = Mapping::parse(&text);
        let mut chars: Vec<char> = MAPPING.chars().collect();
        let at = at.index(chars.len());
        chars[at] = byte;
        let _ = Mapping::parse(&chars.into_iter().collect::<String>());
    }
}
