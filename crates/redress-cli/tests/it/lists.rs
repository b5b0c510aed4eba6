//! Papers of long lists and of names as nobody wishes them, through every form to its files.

use redress_forms::{Form, forms};
use redress_paper::{Block, Edition, Paper, Standing};
use redress_typeset::{Exhibits, Rasters, Typesetter, docx};
use serde_json::Value;
use std::path::Path;

fn sample(form: &dyn Form) -> Value {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../forms").join(form.id());
    serde_json::from_str(&std::fs::read_to_string(folder.join("samples/full.json")).unwrap()).unwrap()
}

fn laid(form: &dyn Form, input: &Value) -> Paper {
    let mut paper = form.lay(input, Edition::Chinese, Standing::Draft).unwrap();
    if paper.day.is_empty() {
        paper.day = "2026-04-20".to_owned();
    }
    paper
}

/// The lists of an input by name, those with something in them.
fn lists(input: &Value) -> Vec<String> {
    let fields = input.as_object().unwrap().iter();
    let full = fields.filter(|(_, value)| value.as_array().is_some_and(|all| !all.is_empty()));
    full.map(|(name, _)| name.clone()).collect()
}

/// Without its pictures, which the lists are not about.
fn bare(mut paper: Paper) -> Paper {
    paper.blocks.retain(|block| !matches!(block, Block::Picture { .. }));
    paper.pictures.clear();
    paper
}

/// Rows, items and paragraphs, and characters in all.
fn extent(paper: &Paper) -> (usize, usize) {
    let entries = paper.blocks.iter().map(|block| match block {
        Block::Table { rows, .. } => rows.len(),
        Block::List { items, .. } => items.len(),
        _ => 1,
    });
    (entries.sum(), serde_json::to_string(&paper.blocks).unwrap().len())
}

/// Every list of every form with 5,000 entries: each is on the paper and in its Word file.
#[test]
fn five_thousand_entries_of_any_list_reach_the_word_file() {
    let mut driven = 0;
    for form in forms() {
        let full = sample(*form);
        // Its longest entry: one list a form keeps the test quick, and every list is laid out by the same few parts.
        let longest = |name: &String| full[name][0].to_string().len();
        if let Some(name) = lists(&full).into_iter().max_by_key(longest) {
            let mut input = full.clone();
            let list = input[&name].as_array_mut().unwrap();
            let one = list[0].clone();
            list.resize(5_000, one);
            let few = bare(laid(*form, &full));
            let many = bare(laid(*form, &input));
            let ((entries, size), (entries_many, size_many)) = (extent(&few), extent(&many));
            // A list of choices is printed as ticks, each once.
            if size_many < size.saturating_add(5_000) {
                continue;
            }
            // A row, an item or a paragraph each, or a part of one that names them all.
            assert!(
                entries_many >= entries + 4_990 || size_many >= size + 9_998,
                "{} {name}: {entries_many} of {entries}",
                form.id()
            );
            let file = docx(&many, &Rasters::default()).unwrap();
            assert!(file.starts_with(b"PK"), "{} {name}", form.id());
            driven += 1;
        }
    }
    println!("{driven} lists");
    assert!(driven >= 20, "{driven}");
}

/// 法释〔2019〕19号 19 (in force 2020-05-01): the list of evidence, however long, with a number for each.
#[test]
fn five_thousand_exhibits_are_listed_as_pdf() {
    let form = redress_forms::find("evidence-list").unwrap();
    let mut input = sample(form);
    let list = input["exhibits"].as_array_mut().unwrap();
    let one = list[0].clone();
    list.resize(5_000, one);
    let start = std::time::Instant::now();
    let printed = Typesetter::new(Vec::new()).unwrap().pdf(&laid(form, &input), &Exhibits::new()).unwrap();
    println!("5,000 exhibits: {} pages, {} bytes, {:?}", printed.pages, printed.pdf.len(), start.elapsed());
    assert!(printed.pages > 500, "{}", printed.pages);
}

/// In names of accounts and files, words of posts, counters as shown: what others wrote.
fn exotic(value: &mut Value) {
    const EXOTIC: &str = "🧿\u{12000}⋀\u{FE26}\u{2447}\u{59E}👩‍👩‍👧‍👦\u{202E}";
    match value {
        Value::Object(fields) => {
            let exhibit = fields.contains_key("at") && fields.contains_key("sha256");
            for (name, value) in fields {
                let outside =
                    matches!(name.as_str(), "account" | "words" | "shown") || (exhibit && name == "name");
                match value {
                    Value::String(text) if outside => text.push_str(EXOTIC),
                    other => exotic(other),
                }
            }
        }
        Value::Array(all) => all.iter_mut().for_each(exotic),
        _ => {}
    }
}

/// Nobody stops a filing by a character in a name: it is printed by its number, and the paper says so.
#[test]
fn no_name_of_an_account_or_file_stops_a_form() {
    let typesetter = Typesetter::new(Vec::new()).unwrap();
    let mut changed = 0;
    for form in forms() {
        let full = sample(*form);
        let mut input = full.clone();
        exotic(&mut input);
        if input == full {
            continue;
        }
        changed += 1;
        let paper = bare(laid(*form, &input));
        let printed = typesetter
            .pdf(&paper, &Exhibits::new())
            .unwrap_or_else(|refused| panic!("{}: {refused}", form.id()));
        let written = printed.undrawn.written_out(&paper);
        assert!(!serde_json::to_string(&written.blocks).unwrap().contains('\u{12000}'), "{}", form.id());
        docx(&written, &Rasters::default()).unwrap();
    }
    assert!(changed >= 10, "{changed}");
}
