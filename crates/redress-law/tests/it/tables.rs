//! The three-valued tables of the DMN TCK (tests/data/dmn-tck), each row through a rule: somebody else's truth tables.

use crate::support::Case;
use crate::synthetic::{book, page, plain};
use redress_base::Value;
use redress_law::Book;
use serde::Deserialize;

const TABLES: &str = include_str!("../data/dmn-tck/tables.toml");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Tables {
    table: Vec<Table>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    test: String,
    combine: String,
    left_out: Vec<String>,
    rows: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    case: String,
    of: Vec<String>,
    gives: String,
}

fn tables() -> Vec<Table> {
    toml::from_str::<Tables>(TABLES).expect("the tables").table
}

/// Each operand is a fact of its own: true and false are shown, null is what nobody said.
fn answer(book: &Book, of: &[String]) -> Value {
    let with = |case: Case, (operand, letter): (&String, char)| match operand.as_str() {
        "true" => case.shown(&format!("a_{letter}"), true.into()),
        "false" => case.shown(&format!("a_{letter}"), false.into()),
        _ => case,
    };
    of.iter().zip('a'..).fold(Case::made_up(), with).ask_of(book, "r").value
}

fn group(head: &str, operands: usize) -> Book {
    let limbs: String = ('a'..).take(operands).map(|letter| format!("\n  a_{letter}")).collect();
    book(&[page(&plain(), "rule r", &format!("{head}{limbs}"))])
}

#[test]
fn every_row_of_the_tables_holds() {
    for table in tables() {
        for row in &table.rows {
            let expected = match row.gives.as_str() {
                "true" => Value::TT,
                "false" => Value::FF,
                _ => Value::UU,
            };
            let n = row.of.len();
            // The same table by the words of the language, and by counting: all is "at least n of n", any "at least 1".
            let heads = match table.combine.as_str() {
                "all" => vec!["all of".to_owned(), format!("at least {n} of")],
                "any" => vec!["any of".to_owned(), "at least 1 of".to_owned()],
                _ => vec![],
            };
            let mut books: Vec<Book> = heads.iter().map(|head| group(head, n)).collect();
            if table.combine == "not" {
                books.push(book(&[page(&plain(), "rule r", "not a_a")]));
            }
            for book in books {
                assert_eq!(answer(&book, &row.of), expected, "{} {}", table.test, row.case);
            }
        }
    }
}

/// The tables are as the README says: so many rows, and so many left out by name.
#[test]
fn the_tables_are_complete() {
    let sizes: Vec<(String, usize, usize)> =
        tables().into_iter().map(|table| (table.test, table.rows.len(), table.left_out.len())).collect();
    let sizes: Vec<(&str, usize, usize)> =
        sizes.iter().map(|(test, rows, out)| (test.as_str(), *rows, *out)).collect();
    assert_eq!(
        sizes,
        [
            ("0059-feel-all-function", 11, 8),
            ("0060-feel-any-function", 10, 7),
            ("0064-feel-conjunction", 9, 10),
            ("0065-feel-disjunction", 9, 10),
            ("0066-feel-negation", 3, 3),
        ]
    );
}
