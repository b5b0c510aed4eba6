//! Files that a reader must refuse, or read and complain about: one thing wrong in each.
//!
//! They are committed in `vectors/bad-input/` beside a manifest that says what is expected; other
//! implementations can run them. A line of many megabytes is not committed: [`huge_line`] makes it.

use crate::Random;
use crate::courier::{self, MakeError};
use crate::table::BOM;

/// One bad file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadFile {
    /// File name in `vectors/bad-input/`.
    pub name: &'static str,
    /// The whole file.
    pub bytes: Vec<u8>,
}

const FULL: &str = "note_id,content,create_time,create_date_time,liked_count,comments_count,shared_count,last_modify_ts,\
note_url,ip_location,user_id,nickname,gender,profile_url,avatar,source_keyword";
const MASKED: &str = "note_id,content,create_time,create_date_time,liked_count,comments_count,shared_count,\
last_modify_ts,note_url,creator_hash,nickname,source_keyword";

fn full_row(n: u32) -> String {
    format!(
        "52700000000{n:05},第{n}条：三号快递柜今天能用,1770300{n:03},2026-02-05 22:00:{:02}+08:00,3,1,0,1770474600000,\
         https://m.weibo.example/detail/52700000000{n:05},云渡,72000{n:05},路人{n},m,\
         https://m.weibo.example/u/72000{n:05},https://img.weibo.example/a/{n}.jpg,快递柜\r\n",
        n % 60
    )
}

fn masked_row(n: u32) -> String {
    format!(
        "52700000000{n:05},第{n}条：三号快递柜今天能用,1770300{n:03},2026-02-05 22:00:{:02}+08:00,3,1,0,1770474600000,\
         https://m.weibo.example/detail/52700000000{n:05},{n:016x},路***{n},快递柜\r\n",
        n % 60
    )
}

fn object(n: u32) -> String {
    format!(
        "{{\"note_id\": \"52700000000{n:05}\", \"content\": \"第{n}条：三号快递柜今天能用\", \"create_time\": 1770300{n:03}, \
         \"create_date_time\": \"2026-02-05 22:00:{:02}+08:00\", \"liked_count\": \"3\", \"comments_count\": \"1\", \
         \"shared_count\": \"0\", \"last_modify_ts\": 1770474600000, \
         \"note_url\": \"https://m.weibo.example/detail/52700000000{n:05}\", \"creator_hash\": \"{n:016x}\", \
         \"nickname\": \"路***{n}\", \"source_keyword\": \"快递柜\"}}",
        n % 60
    )
}

fn comment(n: u32) -> String {
    format!(
        "{{\"comment_id\": \"52700000001{n:05}\", \"create_time\": 1770300{n:03}, \
         \"create_date_time\": \"2026-02-05 22:00:{:02}+08:00\", \"note_id\": \"5270000000000001\", \
         \"content\": \"评论{n}：等通报\", \"sub_comment_count\": \"0\", \"comment_like_count\": \"2\", \
         \"last_modify_ts\": 1770474600000, \"parent_comment_id\": \"\", \"creator_hash\": \"{n:016x}\", \
         \"nickname\": \"路***{n}\"}}",
        n % 60
    )
}

fn csv(header: &str, rows: impl Iterator<Item = String>) -> String {
    rows.fold(format!("{BOM}{header}\r\n"), |out, row| out + &row)
}

fn lines(rows: impl Iterator<Item = String>) -> String {
    rows.fold(String::new(), |out, row| out + &row + "\n")
}

/// All but the last `less` bytes.
fn cut(mut bytes: Vec<u8>, less: usize) -> Vec<u8> {
    bytes.truncate(bytes.len().saturating_sub(less));
    bytes
}

/// The tables with rows: most things that go wrong with CSV.
fn tables() -> Vec<BadFile> {
    let good = csv(FULL, (1..=4).map(full_row));
    let quoted = good.replace("第4条：三号快递柜今天能用", "\"第4条：三号快递柜，今天能用");
    let (header, rows) = good.split_once("\r\n").unwrap_or_default();
    let twice = format!("{header}\r\n{rows}{}\r\n{}{}", FULL, full_row(5), full_row(6));
    let columns = good.replacen("shared_count", "liked_count", 1);
    let mixed = format!("{good}{}{}", masked_row(5), masked_row(6));
    let two_headers = format!("{good}{MASKED}\r\n{}{}", masked_row(5), masked_row(6));
    let file = |name, text: String| BadFile { name, bytes: text.into_bytes() };
    vec![
        file("header-only.csv", format!("{BOM}{FULL}\r\n")),
        file("unknown-header.csv", "alpha,beta,gamma\r\n1,2,3\r\n".to_owned()),
        BadFile { name: "truncated.csv", bytes: cut(good.clone().into_bytes(), 150) },
        file("truncated-in-quotes.csv", quoted),
        file("duplicated-header.csv", twice),
        file("duplicated-column.csv", columns),
        file("mixed-schema.csv", mixed),
        file("mixed-schema-with-header.csv", two_headers),
    ]
}

/// Bytes that are no text of one charset.
fn bytes() -> Vec<BadFile> {
    let good = csv(FULL, (1..=4).map(full_row));
    let nul = good.replacen("三号快递柜", "三号\0快递柜", 1);
    let utf16: Vec<u8> =
        [0xff, 0xfe].into_iter().chain(good.encode_utf16().skip(1).flat_map(u16::to_le_bytes)).collect();
    let half = good.find("第3条").unwrap_or(0) + 1;
    let mut broken = good.clone().into_bytes();
    if let Some(byte) = broken.get_mut(half) {
        *byte = 0xff;
    }
    let mut neither = good.lines().next().unwrap_or_default().trim_start_matches(BOM).as_bytes().to_vec();
    neither.extend_from_slice(b"\r\n");
    for n in 1..=4 {
        let (row, _, _) = encoding_rs::GB18030.encode("5270000000000001,快递柜前的事情没有证据,");
        neither.extend_from_slice(&row);
        neither.extend_from_slice(&[0xff, 0x80 + n, b'\r', b'\n']);
    }
    let mut random = Random::new(404);
    let binary: Vec<u8> = (0..64).flat_map(|_| random.bits().to_le_bytes()).collect();
    vec![
        BadFile { name: "empty.csv", bytes: Vec::new() },
        BadFile { name: "empty.jsonl", bytes: Vec::new() },
        BadFile { name: "only-a-mark.csv", bytes: BOM.as_bytes().to_vec() },
        BadFile { name: "binary.csv", bytes: binary },
        BadFile { name: "nul.csv", bytes: nul.into_bytes() },
        BadFile { name: "utf-16.csv", bytes: utf16 },
        BadFile { name: "broken-utf-8.csv", bytes: broken },
        BadFile { name: "wrong-charset.csv", bytes: neither },
    ]
}

fn objects() -> Vec<BadFile> {
    let array = |rows: Vec<String>| format!("[\n    {}\n]", rows.join(",\n    "));
    let whole = array((1..=4).map(object).collect());
    let middle = whole.len() / 2;
    let split = (middle..whole.len()).find(|at| whole.is_char_boundary(*at)).unwrap_or(0);
    let all = lines((1..=4).map(object));
    let nul = all.replacen("三号快递柜", "三号\0快递柜", 1);
    let mixed = lines((1..=2).map(object).chain((1..=2).map(comment)));
    let file = |name, text: String| BadFile { name, bytes: text.into_bytes() };
    vec![
        BadFile {
            name: "cut-in-the-middle.json",
            bytes: cut(whole.clone().into_bytes(), whole.len() - split),
        },
        file("cut-after-an-object.json", whole.trim_end_matches("\n]").to_owned()),
        BadFile { name: "truncated.jsonl", bytes: cut(all.into_bytes(), 60) },
        file("nul.jsonl", nul),
        file("mixed-schema.jsonl", mixed),
        file("one-bad-line.jsonl", format!("{}\n{{not json}}\n{}\n", object(1), object(2))),
        file("deep.json", format!("{}{}", "[".repeat(600), "]".repeat(600))),
        file("not-a-table.json", "{\"hello\": \"world\"}\n".to_owned()),
    ]
}

/// Every bad file, in the order of the manifest.
///
/// # Errors
/// When the example's database, of which one file is a piece, cannot be made.
pub fn files() -> Result<Vec<BadFile>, MakeError> {
    let mut out = bytes();
    out.extend(tables());
    out.extend(objects());
    let material = courier::material()?;
    let database = material.iter().find(|file| file.path == courier::DATABASE);
    let whole = database.map(|file| file.bytes.clone()).unwrap_or_default();
    let kept = whole.len().saturating_sub(4096 * 3 + 100);
    out.push(BadFile { name: "truncated.db", bytes: cut(whole.clone(), kept) });
    out.push(BadFile { name: "no-database.db", bytes: b"SQLite format 3\0 but nothing else".to_vec() });
    Ok(out)
}

/// A CSV whose second row has one cell of `bytes` bytes: not committed, made by the test that needs it.
pub fn huge_line(bytes: usize) -> Vec<u8> {
    let mut out = csv(FULL, std::iter::once(full_row(1))).into_bytes();
    out.extend_from_slice(b"5270000000000002,");
    out.resize(out.len() + bytes, b'x');
    out.extend_from_slice(b",1770300002,,1,1,1,1770474600000,,,,,,,,\r\n");
    out
}
