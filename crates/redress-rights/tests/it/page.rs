//! `docs/rights.md` holds the tables of the matrix; this writes them anew or compares them.
#![expect(clippy::disallowed_methods, reason = "a test reads the repository; the room itself does not")]

use redress_rights::{Cell, Role, gives, rows};
use redress_words::{Language, Words};
use std::path::Path;

const BEGIN: &str = "<!-- made from crates/redress-rights/src/matrix.toml; REDRESS_RIGHTS_WRITE=1 cargo test -p redress-rights -->";
const END: &str = "<!-- end of the tables -->";

fn cell(cell: Cell) -> &'static str {
    match cell {
        Cell::No => "",
        Cell::Yes => "yes",
        Cell::Given => "given",
        Cell::Whole => "whole",
        Cell::Own => "own",
    }
}

fn tables() -> String {
    let [zh, en] = [Language::ZhHans, Language::En].map(Words::new);
    let roles: Vec<String> = Role::ALL.iter().map(|role| zh.say(&role.word(), &[])).collect();
    let mut out = format!("| use case | on | {} | entry first | why | source |\n", roles.join(" | "));
    out.push_str(&format!("|---|---|{}---|---|---|\n", "---|".repeat(roles.len())));
    for row in rows() {
        let cells: Vec<&str> = Role::ALL.iter().map(|role| cell(row.cell(*role))).collect();
        let act = |words: &Words| words.say(&row.use_case.word(), &[]);
        out.push_str(&format!(
            "| `{}` {} | {} | {} | {} | {}<br>{} | {} |\n",
            row.use_case,
            act(&zh),
            zh.say(&row.object.word(), &[]),
            cells.join(" | "),
            if row.entry { "entry" } else { "" },
            row.en,
            row.zh,
            row.source
        ));
    }
    out.push_str("\n| role | brings in | ends, besides what it gave itself | why |\n|---|---|---|---|\n");
    for one in gives() {
        let list = |roles: &[Role]| {
            roles.iter().map(|role| en.say(&role.word(), &[])).collect::<Vec<_>>().join(", ")
        };
        out.push_str(&format!(
            "| {} | {} | {} | {}<br>{} |\n",
            list(&[one.from]),
            list(one.adds),
            list(one.ends),
            one.en,
            one.zh
        ));
    }
    out
}

#[test]
fn the_page_holds_the_tables_of_the_matrix() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/rights.md");
    let page = std::fs::read_to_string(&path).unwrap();
    let (before, rest) = page.split_once(BEGIN).expect("docs/rights.md has no tables");
    let (_, after) = rest.split_once(END).expect("the tables have no end");
    let wanted = format!("{before}{BEGIN}\n\n{}\n{END}{after}", tables());
    if std::env::var_os("REDRESS_RIGHTS_WRITE").is_some() {
        std::fs::write(&path, wanted).unwrap();
    } else {
        assert!(page == wanted, "the tables are old: REDRESS_RIGHTS_WRITE=1 cargo test -p redress-rights");
    }
}
