//! The pages of docs/procedures are what the data say.

use redress_procedure::{Procedures, edges, mermaid, overview, page};
use std::path::PathBuf;

/// `REDRESS_PROCEDURES_WRITE=1 cargo test -p redress-procedure` writes them anew.
#[test]
#[expect(clippy::disallowed_methods, reason = "a test reads and writes the pages; the room gives text")]
fn the_pages_are_what_the_data_say() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs/procedures");
    let procedures = Procedures::standard();
    let mut pages = vec![("README.md".to_owned(), overview(procedures))];
    for one in procedures.iter() {
        pages.push((format!("{}.md", one.id), page(one, procedures)));
    }
    let writing = std::env::var_os("REDRESS_PROCEDURES_WRITE").is_some();
    if writing {
        std::fs::create_dir_all(&folder).unwrap();
    }
    for (name, text) in &pages {
        if writing {
            std::fs::write(folder.join(name), text).unwrap();
        }
        let there = std::fs::read_to_string(folder.join(name)).unwrap_or_default();
        assert!(&there == text, "{name} is old: REDRESS_PROCEDURES_WRITE=1 cargo test -p redress-procedure");
    }
    let there = std::fs::read_dir(&folder).unwrap().count();
    assert_eq!(there, pages.len(), "a page in docs/procedures belongs to no procedure");
}

#[test]
fn the_diagram_draws_every_edge_once_and_no_other() {
    for procedure in Procedures::standard().iter() {
        let drawn = mermaid(procedure);
        let arrows: Vec<&str> = drawn.lines().filter(|line| line.contains(" : ")).collect();
        assert_eq!(arrows.len(), edges(procedure).len(), "{}", procedure.id);
        for (from, to, event) in edges(procedure) {
            let arrow = format!("    {} --> {} : {event}", from.replace('-', "_"), to.replace('-', "_"));
            assert!(arrows.contains(&arrow.as_str()), "{}: {arrow}", procedure.id);
        }
        for state in &procedure.states {
            assert!(drawn.contains(&format!(" as {}\n", state.id.replace('-', "_"))));
        }
    }
}

/// A hyphen becomes an underscore; two states may not become one by it.
#[test]
fn no_two_states_share_a_node() {
    for procedure in Procedures::standard().iter() {
        let mut nodes: Vec<String> =
            procedure.states.iter().map(|state| state.id.replace('-', "_")).collect();
        nodes.sort_unstable();
        let all = nodes.len();
        nodes.dedup();
        assert_eq!(nodes.len(), all, "{}", procedure.id);
    }
}
