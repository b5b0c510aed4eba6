//! SQLite exports as their writers leave them, and as somebody hostile might.

use crate::support::told;
use proptest::prelude::*;
use redress_base::{Fault, Refusal};
use redress_posts::{Cell, TableOpener, Tables};
use redress_store::SqliteTables;
use rusqlite::Connection;

/// The bytes of a database made by this SQL.
fn database(sql: &str) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("x.db");
    let connection = Connection::open(&file).unwrap();
    connection.execute_batch(sql).unwrap();
    connection.close().unwrap();
    std::fs::read(file).unwrap()
}

fn open(bytes: &[u8]) -> Box<dyn Tables> {
    SqliteTables.open(bytes).unwrap()
}

fn all(tables: &dyn Tables, table: &str) -> Result<Vec<(i64, Vec<Cell>)>, Refusal> {
    let columns = tables.columns(table)?;
    let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
    let mut rows = Vec::new();
    tables.rows(table, &columns, &mut |rowid, cells| {
        rows.push((rowid, cells.to_vec()));
        Ok(())
    })?;
    Ok(rows)
}

fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

/// The table of a Weibo crawler: the id is text, so the rowid is the running number.
const POSTS: &str =
    "CREATE TABLE weibo (id varchar(20) NOT NULL PRIMARY KEY, text varchar(2000), likes INT, ratio REAL);
    INSERT INTO weibo VALUES ('49', '转发', 12, 0.5), ('48', NULL, x'00ff', 1);
    CREATE TABLE reposts (id INTEGER PRIMARY KEY, weibo_id);
    INSERT INTO reposts VALUES (90, '49'), (7, '48');";

#[test]
fn rows_come_with_their_rowid_in_order() {
    let tables = open(&database(POSTS));
    assert_eq!(tables.names().unwrap(), ["reposts", "weibo"]);
    assert_eq!(tables.columns("weibo").unwrap(), ["id", "text", "likes", "ratio"]);
    assert_eq!(
        all(tables.as_ref(), "weibo").unwrap(),
        [
            (1, vec![text("49"), text("转发"), Cell::Integer(12), Cell::Real(0.5)]),
            (2, vec![text("48"), Cell::Null, Cell::Blob(vec![0, 255]), Cell::Real(1.0)]),
        ]
    );
    let rowids: Vec<_> = all(tables.as_ref(), "reposts").unwrap().into_iter().map(|row| row.0).collect();
    assert_eq!(rowids, [7, 90]);
}

#[test]
fn what_the_reader_refuses_ends_the_reading() {
    let tables = open(&database(POSTS));
    let mut seen = 0;
    let refused = tables.rows("weibo", &["id"], &mut |_, _| {
        seen += 1;
        Err(redress_base::Finding::error("posts-enough").refuse(Fault::Input))
    });
    assert_eq!((told(refused).as_str(), seen), ("Input posts-enough", 1));
}

#[test]
fn names_are_only_names() {
    let odd = r#"CREATE TABLE "a""; DROP TABLE b; --" ("x"" y" TEXT, "rowid" TEXT, "select" TEXT);
        INSERT INTO "a""; DROP TABLE b; --" VALUES ('1', '2', '3');
        CREATE TABLE b (x); INSERT INTO b VALUES (1);"#;
    let tables = open(&database(odd));
    assert_eq!(tables.names().unwrap(), ["a\"; DROP TABLE b; --", "b"]);
    let rows = all(tables.as_ref(), "a\"; DROP TABLE b; --").unwrap();
    assert_eq!(rows, [(1, vec![text("1"), text("2"), text("3")])]);
    let ask = |table: &str, column: &str| told(tables.rows(table, &[column], &mut |_, _| Ok(())));
    assert_eq!(ask("b", "x, (SELECT 1)"), "Input store-sqlite-no-such-column");
    assert_eq!(ask("b\" --", "x"), "Input store-sqlite-no-such-column");
    assert_eq!(ask("sqlite_schema", "sql"), "Input store-sqlite-no-such-column");
}

#[test]
fn views_triggers_virtual_tables_and_generated_columns_are_left_alone() {
    let hostile =
        "CREATE TABLE real (x TEXT, big TEXT GENERATED ALWAYS AS (hex(zeroblob(400000000))) VIRTUAL);
        INSERT INTO real (x) VALUES ('kept');
        CREATE VIEW weibo AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n;
        CREATE TRIGGER t AFTER INSERT ON real BEGIN DELETE FROM real; END;
        CREATE VIRTUAL TABLE search USING fts5(words);";
    let tables = open(&database(hostile));
    let names = tables.names().unwrap();
    assert!(names.contains(&"real".to_owned()));
    assert!(!names.contains(&"weibo".to_owned()) && !names.contains(&"search".to_owned()), "{names:?}");
    assert_eq!(tables.columns("real").unwrap(), ["x"]);
    assert_eq!(all(tables.as_ref(), "real").unwrap(), [(1, vec![text("kept")])]);
    assert_eq!(told(tables.rows("weibo", &["i"], &mut |_, _| Ok(()))), "Input store-sqlite-no-such-column");
}

#[test]
fn a_table_without_rowids_has_nothing_to_point_to() {
    let tables =
        open(&database("CREATE TABLE t (k TEXT PRIMARY KEY) WITHOUT ROWID; INSERT INTO t VALUES ('a')"));
    assert_eq!(told(all(tables.as_ref(), "t")), "Input store-sqlite-no-rowid");
    let hidden = "CREATE TABLE t (rowid TEXT, _rowid_ TEXT, oid TEXT)";
    assert_eq!(told(all(open(&database(hidden)).as_ref(), "t")), "Input store-sqlite-no-rowid");
}

#[test]
fn other_journals_and_encodings_are_read_all_the_same() {
    let logged = format!("PRAGMA journal_mode = WAL; {POSTS}");
    assert_eq!(all(open(&database(&logged)).as_ref(), "weibo").unwrap().len(), 2);
    let wide = format!("PRAGMA encoding = 'UTF-16le'; {POSTS}");
    assert_eq!(all(open(&database(&wide)).as_ref(), "weibo").unwrap()[0].1[1], text("转发"));
    let invalid = "CREATE TABLE t (x TEXT); INSERT INTO t VALUES (CAST(x'd6f7' AS TEXT))";
    assert_eq!(
        all(open(&database(invalid)).as_ref(), "t").unwrap(),
        [(1, vec![Cell::Blob(vec![0xd6, 0xf7])])]
    );
}

#[test]
fn what_is_no_database_or_half_of_one_is_told_apart() {
    let whole = database(POSTS);
    let open = |bytes: &[u8]| told(SqliteTables.open(bytes).map(|_| ()));
    assert_eq!(open(b""), "Input store-sqlite-not-one");
    assert_eq!(open(&[7; 4096]), "Input store-sqlite-not-one");
    assert_eq!(open(&whole[..50]), "Input store-sqlite-cut-short");
    assert_eq!(open(&whole[..100]), "Input store-sqlite-cut-short");
    assert_eq!(open(&whole[..whole.len() - 1]), "Input store-sqlite-cut-short");
    let mut damaged = whole;
    damaged[4096..6000].fill(0x5a);
    assert_eq!(open(&damaged), "Input store-sqlite-damaged");
}

#[test]
fn a_cell_beyond_measure_is_refused() {
    let large = database("CREATE TABLE t (x); INSERT INTO t VALUES (zeroblob(70000000))");
    assert_eq!(
        told(SqliteTables.open(&large).and_then(|t| all(t.as_ref(), "t"))),
        "Input store-sqlite-cell-too-long"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Whatever bytes are turned, the answer is rows or one refusal about the input.
    #[test]
    fn turned_bytes_never_do_more_than_refuse(
        turns in prop::collection::vec((0usize..20_480, any::<u8>()), 1..12),
        cut in 0usize..20_480,
    ) {
        let mut bytes = database(POSTS);
        for (at, value) in turns {
            if let Some(byte) = bytes.get_mut(at) {
                *byte ^= value;
            }
        }
        if cut % 3 == 0 {
            bytes.truncate(cut);
        }
        let answer = SqliteTables.open(&bytes).and_then(|tables| {
            for name in tables.names()? {
                all(tables.as_ref(), &name)?;
            }
            Ok(())
        });
        if let Err(refusal) = answer {
            prop_assert_eq!(refusal.fault, Fault::Input);
            prop_assert!(refusal.finding.code.starts_with("store-sqlite-"));
        }
    }
}
