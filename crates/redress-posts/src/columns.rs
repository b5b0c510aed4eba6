//! What the columns of an unknown table are, as a person chose it, written down as a mapping file (docs/mapping.md); and the
//! first rows of a table, by which one chooses.

use crate::charset::{Source, check};
use crate::csv::{self, Scanner as Rows};
use crate::csv_file::names;
use crate::json::{Fault, Keys, Scanner};
use crate::json_file::{Shape, first_keys, is_json, look};
use crate::mapping::Mapping;
use crate::post::PostKind;
use crate::row::{Field, Held, hold};
use redress_base::{Fault as Kind, Finding, ItemId, Refusal, Unit};
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// What a column is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Means {
    /// The id of the post.
    Id,
    /// Words of it; of several columns one below the other.
    Text,
    /// When it was published.
    Time,
    /// The platform's id of its account.
    AuthorId,
    /// The name that its account shows.
    AuthorName,
    /// The address at which it can be opened.
    Address,
    /// The id of the post that it answers or forwards.
    Parent,
    /// The platform.
    Platform,
    /// A counter of this unit.
    Count(Unit),
}

impl Means {
    /// Everything that a column can be.
    pub const ALL: [Means; 13] = [
        Means::Id,
        Means::Text,
        Means::Time,
        Means::AuthorId,
        Means::AuthorName,
        Means::Address,
        Means::Parent,
        Means::Platform,
        Means::Count(Unit::Views),
        Means::Count(Unit::Plays),
        Means::Count(Unit::Reposts),
        Means::Count(Unit::Comments),
        Means::Count(Unit::Likes),
    ];

    /// Its word.
    pub const fn word(self) -> &'static str {
        match self {
            Means::Id => "id",
            Means::Text => "text",
            Means::Time => "time",
            Means::AuthorId => "author-id",
            Means::AuthorName => "author-name",
            Means::Address => "address",
            Means::Parent => "parent",
            Means::Platform => "platform",
            Means::Count(unit) => unit.word(),
        }
    }

    /// What that word means.
    pub fn from_word(word: &str) -> Option<Means> {
        Means::ALL.into_iter().find(|one| one.word() == word)
    }
}

/// What was chosen for a table.
#[derive(Clone, Debug)]
pub struct Chosen<'c> {
    /// A short name; the report shows it as the format.
    pub name: &'c str,
    /// The platform of every row, where no column names it.
    pub platform: Option<&'c str>,
    /// What the rows are.
    pub kind: PostKind,
    /// The columns that mean something.
    pub columns: &'c [(String, Means)],
}

/// The mapping file of what was chosen.
///
/// # Errors
/// `posts-columns-missing` where no column is the id, or no platform is said; `posts-columns-twice` where two columns are what
/// only one can be.
pub fn mapping_file(chosen: &Chosen<'_>) -> Result<String, Refusal> {
    let of = |means: Means| chosen.columns.iter().filter(move |one| one.1 == means).map(|one| one.0.as_str());
    let missing = |what: &str| Finding::error("posts-columns-missing").with("what", what).refuse(Kind::Usage);
    let many = |means: &Means| !matches!(means, Means::Text | Means::Time | Means::Address);
    if let Some(twice) = Means::ALL.into_iter().filter(many).find(|means| of(*means).count() > 1) {
        return Err(Finding::error("posts-columns-twice").with("what", twice.word()).refuse(Kind::Usage));
    }
    let id = of(Means::Id).next().ok_or_else(|| missing("id"))?;
    let platform = match (of(Means::Platform).next(), chosen.platform) {
        (Some(column), _) => format!("{{ column = {} }}", quoted(column)),
        (None, Some(is)) => format!("{{ is = {} }}", quoted(is)),
        (None, None) => return Err(missing("platform")),
    };
    let mut out = format!(
        "schema = \"redress/mapping/1\"\nname = {}\nabout = \"Columns chosen on a page of the workbench\"\nplatform = {platform}\n",
        quoted(chosen.name)
    );
    let times: Vec<&str> = of(Means::Time).collect();
    if !times.is_empty() {
        out.push_str("\n[assumptions]\nbeijing-time = \"Times without a zone are those of Beijing: so it was chosen with the columns.\"\n");
    }
    let _ = write!(
        out,
        "\n[post]\nkind = {{ is = \"{}\" }}\nid = {{ column = {} }}\n",
        word(chosen.kind),
        quoted(id)
    );
    let list = |columns: Vec<&str>| columns.into_iter().map(quoted).collect::<Vec<_>>().join(", ");
    let _ = writeln!(out, "text = {{ columns = [{}] }}", list(of(Means::Text).collect()));
    let _ = writeln!(out, "address = [{}]", list(of(Means::Address).collect()));
    let _ = writeln!(out, "author = [{}]", author(of(Means::AuthorId).next(), of(Means::AuthorName).next()));
    let parent = of(Means::Parent).next();
    let parent =
        parent.map(|column| format!("{{ column = {}, space = \"post\", none = [\"0\"] }}", quoted(column)));
    let _ = writeln!(out, "parent = [{}]", parent.unwrap_or_default());
    let time = |column: &str| {
        let column = quoted(column);
        format!(
            "  {{ column = {column}, as = \"zoned\" }},\n  {{ column = {column}, as = \"epoch\" }},\n  {{ column = {column}, as = \"naive\", zone = \"+08:00\", assume = \"beijing-time\" }},\n"
        )
    };
    let _ = writeln!(out, "time = [\n{}]", times.into_iter().map(time).collect::<String>());
    let counter = |(column, means): &(String, Means)| match means {
        Means::Count(unit) => {
            Some(format!("  {{ column = {}, unit = \"{}\" }},\n", quoted(column), unit.word()))
        }
        _ => None,
    };
    let _ = writeln!(out, "counters = [\n{}]", chosen.columns.iter().filter_map(counter).collect::<String>());
    // What is written here is what the command line reads: it is read once before anybody relies on it.
    Mapping::parse(&out)?;
    Ok(out)
}

fn author(id: Option<&str>, name: Option<&str>) -> String {
    match (id, name) {
        (Some(id), Some(name)) => format!("{{ id = {}, name = {} }}", quoted(id), quoted(name)),
        (Some(id), None) => format!("{{ id = {} }}", quoted(id)),
        (None, Some(name)) => format!("{{ name = {} }}", quoted(name)),
        (None, None) => String::new(),
    }
}

const fn word(kind: PostKind) -> &'static str {
    match kind {
        PostKind::Original => "original",
        PostKind::Comment => "comment",
        PostKind::Repost => "repost",
        PostKind::Article => "article",
        PostKind::Chat => "chat",
    }
}

/// A basic string (TOML 1.0, String).
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// The columns of a table or of JSON objects, and its first rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FirstRows {
    /// The columns of its header, or the keys of its first thousand objects.
    pub columns: Vec<String>,
    /// Of each row the cells in that order; empty where a row has none.
    pub rows: Vec<Vec<String>>,
}

/// The longest name of a column, in bytes.
const LONGEST_NAME: usize = 40;
/// Marks that stand in sentences, and in no name of a column.
const MARKS: [char; 16] =
    ['。', '！', '？', '，', '；', '：', '、', '…', '“', '”', '《', '》', '!', '?', ';', ','];

/// Whether all of these read as names of columns: short, each another, with a letter and without a mark of a sentence. The first
/// line of a table without a header is a post, which nobody has asked to see.
pub fn are_names(columns: &[String]) -> bool {
    let name = |name: &String| {
        let letters = name.chars().any(char::is_alphabetic);
        let said = name.contains(MARKS) || name.contains("://") || name.contains(['@', '#', '\n', '\r']);
        name.is_empty() || name.len() <= LONGEST_NAME && letters && !said
    };
    let mut seen = BTreeSet::new();
    columns.iter().all(|column| name(column) && seen.insert(column))
}

/// The first rows of a table; nothing where the bytes are none, or hold no named column. `more`: the bytes are the beginning of a
/// file that goes on; a row that they cut is none.
pub fn first_rows(item: ItemId, bytes: &[u8], more: bool, most: usize) -> Option<FirstRows> {
    let bytes = if more { whole_characters(bytes) } else { bytes };
    let (_, source, at) = check(item, bytes).ok()?;
    let found =
        if is_json(source, at) { objects(source, at, most).ok()? } else { table(source, at, more, most)? };
    Some(found).filter(|found| found.columns.iter().any(|name| !name.is_empty()))
}

/// The bytes up to the last one that ends a character, in UTF-8 and in GB 18030 alike: there no byte below `0` is a part of a longer
/// one.
fn whole_characters(bytes: &[u8]) -> &[u8] {
    let end = bytes.iter().rposition(|byte| *byte < b'0').map_or(0, |at| at.saturating_add(1));
    bytes.get(..end).unwrap_or_default()
}

fn table(source: Source<'_>, at: usize, more: bool, most: usize) -> Option<FirstRows> {
    let mut scanner = Rows::new(source.bytes(), at, csv::delimiter(source.bytes(), at));
    let mut fields = Vec::new();
    let long = source.bytes().len();
    scanner.next(&mut fields).ok()?.filter(|cut| !more || cut.end < long)?;
    let columns = names(source, &fields);
    let mut rows = Vec::new();
    while rows.len() < most
        && let Ok(Some(cut)) = scanner.next(&mut fields)
        && (!more || cut.end < long)
    {
        rows.push(cells(source, &fields, columns.len()));
    }
    Some(FirstRows { columns, rows })
}

fn objects(source: Source<'_>, at: usize, most: usize) -> Result<FirstRows, Fault> {
    let (shape, columns) = look(source, at, None)?;
    let columns = all_keys(source, at, shape, columns);
    let mut keys = Keys::default();
    for (slot, name) in columns.iter().enumerate() {
        keys.want(name, slot);
    }
    let mut scanner = Scanner::new(source, at);
    if shape == Shape::Array {
        scanner.expect(b'[')?;
    }
    let mut rows = Vec::new();
    while rows.len() < most && scanner.peek() == Some(b'{') {
        let mut fields = vec![Field::MISSING; columns.len()];
        // A row that is cut off ends the list, and is told when the file is read.
        if scanner.object(&keys, &mut fields, 0).is_err() {
            break;
        }
        rows.push(cells(source, &fields, columns.len()));
        if shape == Shape::Array && !matches!(scanner.more(b']'), Ok(true)) {
            break;
        }
    }
    Ok(FirstRows { columns, rows })
}

/// Objects whose keys are columns: later ones may have keys that the first has not.
const KEYS_OF: usize = 1_000;

/// The keys of the first objects, each where it first stands; those of the very first come first.
fn all_keys(source: Source<'_>, at: usize, shape: Shape, first: Vec<String>) -> Vec<String> {
    let mut known: BTreeSet<String> = first.iter().cloned().collect();
    let mut columns = first;
    let mut scanner = Scanner::new(source, at);
    if shape == Shape::Array && scanner.expect(b'[').is_err() {
        return columns;
    }
    for _ in 0..KEYS_OF {
        let mut ahead = scanner;
        if scanner.peek() != Some(b'{') || scanner.value(0).is_err() {
            break;
        }
        // What was read whole has keys that can be read.
        let keys = first_keys(&mut ahead).unwrap_or_default();
        columns.extend(keys.into_iter().filter(|key| known.insert(key.clone())));
        if shape == Shape::Array && !matches!(scanner.more(b']'), Ok(true)) {
            break;
        }
    }
    columns
}

fn cells(source: Source<'_>, fields: &[Field], count: usize) -> Vec<String> {
    let cell = |at: usize| match hold(source, fields.get(at).copied().unwrap_or(Field::MISSING)) {
        Held::Text(text) | Held::Broken(text) => text.into_owned(),
        Held::Nothing | Held::Nested => String::new(),
    };
    (0..count).map(cell).collect()
}

#[cfg(test)]
mod tests {
    use super::{Chosen, Means, are_names, first_rows, mapping_file};
    use crate::{Corpus, Mapping, NoTables, PostKind, read};
    use redress_base::{ItemId, Unit};

    const CSV: &str = "no,who,said,when,\"se\"\"en\"\n7,ann,\"one, two\",2026-02-05 21:40,486\n8,bob,three,2026-02-06 08:00,1.2万\n";

    fn item() -> ItemId {
        "item-000001".parse().unwrap()
    }

    fn chosen(columns: &[(&str, Means)]) -> Vec<(String, Means)> {
        columns.iter().map(|(name, means)| ((*name).to_owned(), *means)).collect()
    }

    #[test]
    fn what_was_chosen_is_a_mapping_by_which_the_table_is_read() {
        let columns = chosen(&[
            ("no", Means::Id),
            ("said", Means::Text),
            ("when", Means::Time),
            ("who", Means::AuthorName),
            ("se\"en", Means::Count(Unit::Views)),
        ]);
        let chosen = Chosen {
            name: "board \"a\"",
            platform: Some("board"),
            kind: PostKind::Original,
            columns: &columns,
        };
        let text = mapping_file(&chosen).unwrap();
        let mapping = Mapping::parse(&text).unwrap();
        let mut corpus = Corpus::new();
        let report = read(item(), "a.csv", CSV.as_bytes(), Some(&mapping), &NoTables, &mut corpus).unwrap();
        assert_eq!((report.read, report.skipped, report.undated, report.counters), (2, 0, 0, 2), "{text}");
        assert_eq!(report.assumptions, ["beijing-time"]);
        assert_eq!(corpus.posts().len(), 2);
    }

    #[test]
    fn what_is_missing_or_chosen_twice_is_refused_by_its_name() {
        let of = |platform, columns: &[(&str, Means)]| {
            let columns = chosen(columns);
            let all = Chosen { name: "x", platform, kind: PostKind::Comment, columns: &columns };
            mapping_file(&all).map_err(|refusal| refusal.finding.code.clone())
        };
        assert_eq!(of(Some("p"), &[("a", Means::Text)]).unwrap_err(), "posts-columns-missing");
        assert_eq!(of(None, &[("a", Means::Id)]).unwrap_err(), "posts-columns-missing");
        assert_eq!(of(Some("p"), &[("a", Means::Id), ("b", Means::Id)]).unwrap_err(), "posts-columns-twice");
        assert!(of(None, &[("a", Means::Id), ("b", Means::Platform)]).unwrap().contains("column = \"b\""));
        // A name that would be TOML stays a name.
        let hostile = of(Some("p\"\n[post]"), &[("a\"] }\u{7f}\n", Means::Id)]).unwrap();
        assert!(Mapping::parse(&hostile).is_ok(), "{hostile}");
        assert!(Means::ALL.into_iter().all(|one| Means::from_word(one.word()) == Some(one)));
    }

    #[test]
    fn first_rows_stand_under_their_columns_whatever_the_file_is() {
        let found = first_rows(item(), CSV.as_bytes(), false, 1).unwrap();
        assert_eq!(found.columns, ["no", "who", "said", "when", "se\"en"]);
        assert_eq!(
            found.rows,
            [["7", "ann", "one, two", "2026-02-05 21:40", "486"].map(str::to_owned).to_vec()]
        );
        let short = first_rows(item(), b"a,b\n1\n2,3,4\n", false, 9).unwrap();
        assert_eq!(short.rows, [["1", ""], ["2", "3"]].map(|row| row.map(str::to_owned).to_vec()));
        for json in [&b"[{\"a\":1,\"b\":\"x\"},{\"b\":\"y\"}]"[..], b"{\"a\":1,\"b\":\"x\"}\n{\"b\":\"y\"}\n"]
        {
            let found = first_rows(item(), json, false, 5).unwrap();
            assert_eq!(found.columns, ["a", "b"]);
            assert_eq!(found.rows, [["1", "x"], ["", "y"]].map(|row| row.map(str::to_owned).to_vec()));
        }
        for none in [&b""[..], b"\x00\x01", b"[1,2]", b"{"] {
            assert!(first_rows(item(), none, false, 5).is_none(), "{none:?}");
        }
    }

    #[test]
    fn the_beginning_of_a_long_file_is_enough_and_a_row_that_is_cut_is_none() {
        let text = "编号,内容\n1,甲乙丙\n2,丁戊己\n";
        let gb = encoding_rs::GB18030.encode(text).0.into_owned();
        for bytes in [text.as_bytes(), gb.as_slice()] {
            for cut in 0..bytes.len() {
                let found = first_rows(item(), &bytes[..cut], true, 9);
                let ends = bytes[..cut].iter().filter(|byte| **byte == b'\n').count();
                assert_eq!(found.is_some(), ends > 0, "{cut}");
                let whole = first_rows(item(), bytes, false, 9).unwrap();
                if let Some(found) = found {
                    assert_eq!(found.columns, ["编号", "内容"]);
                    assert_eq!(found.rows, whole.rows[..ends - 1]);
                }
            }
        }
        let json = b"[{\"a\":1},{\"a\":2},{\"a\":3}]";
        assert_eq!(first_rows(item(), &json[..16], true, 9).unwrap().rows, [["1"]]);
    }

    #[test]
    fn the_first_line_of_a_table_without_a_header_is_no_names() {
        let of = |line: &[&str]| are_names(&line.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>());
        for names in [
            &["no", "poster", "said", "at", "seen"][..],
            &["", "标题/微博内容", "发布时间(北京)", "user.name", "dc:title", "like_count"],
        ] {
            assert!(of(names), "{names:?}");
        }
        for line in [
            &["7", "ann", "liar"][..],
            &["ann", "she lied to all of us, everybody knows it"],
            &["ann", "她就是个骗子！"],
            &["ann", "她就是个骗子她就是个骗子她就是个骗子"],
            &["ann", "2026-02-05 21:40"],
            &["ann", "https://weibo.example/1"],
            &["ann", "@bob"],
            &["ann", "ann"],
        ] {
            assert!(!of(line), "{line:?}");
        }
    }

    #[test]
    fn keys_that_only_later_objects_have_are_columns_too() {
        for json in [
            &b"[{\"a\":1},{},{\"b\":{\"c\":2},\"a\":3},{\"when\":\"2026-02-05\"}]"[..],
            b"{\"a\":1}\n{}\n{\"b\":{\"c\":2},\"a\":3}\n{\"when\":\"2026-02-05\"}\n",
        ] {
            let found = first_rows(item(), json, false, 9).unwrap();
            assert_eq!(found.columns, ["a", "b", "when"]);
            assert_eq!(found.rows[3], ["", "", "2026-02-05"]);
        }
        let many: String = (0..1_200)
            .map(|n| if n == 1_100 { "{\"late\":1}\n".to_owned() } else { format!("{{\"a\":{n}}}\n") })
            .collect();
        assert_eq!(first_rows(item(), many.as_bytes(), false, 1).unwrap().columns, ["a"]);
    }
}
