//! Every form has words in both languages, a full sample that gives a final, and an empty input that gives a draft with
//! everything that it requires on its list.

use redress_forms::{Form, figures_of, find, forms};
use redress_paper::{Block, Cell, Edition, Paper, Run, Standing, Style};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

fn folder(form: &dyn Form) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../forms").join(form.id())
}

pub(crate) fn samples(form: &dyn Form) -> Vec<(String, Value)> {
    let folder = folder(form).join("samples");
    let files = std::fs::read_dir(&folder).unwrap_or_else(|_| panic!("{} has no samples", form.id()));
    let mut found: Vec<(String, Value)> = files
        .map(|file| file.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "json"))
        .map(|path| {
            let text = std::fs::read_to_string(&path).unwrap();
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            (name, serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display())))
        })
        .collect();
    found.sort_by(|a, b| a.0.cmp(&b.0));
    found
}

/// What a draft of a form prints.
pub(crate) fn text(form: &str, input: &Value) -> String {
    let paper = find(form).unwrap().lay(input, Edition::Chinese, Standing::Draft).unwrap();
    runs(&paper).iter().map(|run| run.text.as_str()).collect()
}

/// The paths of what a final of a form lacks.
pub(crate) fn missing(form: &str, input: &Value) -> Vec<String> {
    let paper = find(form).unwrap().lay(input, Edition::Chinese, Standing::Final).unwrap();
    paper.missing.into_iter().map(|one| one.path).collect()
}

pub(crate) fn runs(paper: &Paper) -> Vec<&Run> {
    let mut all: Vec<&Run> = Vec::new();
    for block in &paper.blocks {
        match block {
            Block::Title { runs } | Block::Heading { runs, .. } | Block::Paragraph { runs, .. } => {
                all.extend(runs)
            }
            Block::List { items: many, .. }
            | Block::Note { paragraphs: many }
            | Block::Signature { lines: many } => all.extend(many.iter().flatten()),
            Block::Table { rows, .. } => {
                all.extend(rows.iter().flatten().flat_map(|cell: &Cell| cell.paragraphs.iter().flatten()));
            }
            Block::Picture { caption, .. } => all.extend(caption),
            Block::Mark { .. } | Block::PageBreak => {}
        }
    }
    all
}

/// What a paper must never print: a key without words, a name that was not filled in.
fn whole(form: &dyn Form, name: &str, paper: &Paper) {
    for run in runs(paper)
        .iter()
        .filter(|run| !matches!(run.style, Style::Filled | Style::Named | Style::Quoted | Style::Code))
    {
        let text = &run.text;
        assert!(!text.contains('⟦'), "{} {name}: no words for {text}", form.id());
        assert!(!text.contains('{') && !text.contains('}'), "{} {name}: not filled in: {text}", form.id());
    }
    for block in &paper.blocks {
        if let Block::Table { columns, rows, name: of, head } = block {
            assert!(
                usize::from(*head) < rows.len() || rows.is_empty(),
                "{} {name}: a table of heads alone",
                form.id()
            );
            assert!(
                !of.zh.is_empty() && !of.zh.contains('⟦'),
                "{} {name}: a table without a name",
                form.id()
            );
            for row in rows {
                let wide: usize = row.iter().map(|cell| usize::from(cell.span)).sum();
                assert_eq!(wide, columns.len(), "{} {name}: a row does not fill its table", form.id());
            }
        }
    }
}

#[test]
fn every_form_reads_and_has_words_in_both_languages() {
    for form in forms() {
        let text = form.text().unwrap_or_else(|error| panic!("{}: {error:?}", form.id()));
        assert_eq!(text.id, form.id());
        for (key, words) in &text.texts {
            assert!(!words.zh.is_empty() && !words.en.is_empty(), "{}: {key} lacks a language", form.id());
            let names = |text: &str| {
                let mut found: Vec<String> = text
                    .split('{')
                    .skip(1)
                    .filter_map(|part| part.split_once('}'))
                    .map(|(name, _)| name.to_owned())
                    .collect();
                found.sort();
                found
            };
            assert_eq!(
                names(&words.zh),
                names(&words.en),
                "{}: {key} names other values in English",
                form.id()
            );
        }
    }
}

#[test]
fn a_full_sample_is_a_final_in_both_editions() {
    for form in forms() {
        let samples = samples(*form);
        assert!(samples.iter().any(|(name, _)| name == "full"), "{} has no full sample", form.id());
        for (name, input) in &samples {
            for edition in [Edition::Chinese, Edition::Glossed] {
                let paper = form
                    .lay(input, edition, Standing::Final)
                    .unwrap_or_else(|error| panic!("{} {name}: {error:?}", form.id()));
                whole(*form, name, &paper);
                if name == "full" {
                    assert!(paper.missing.is_empty(), "{}: {:?}", form.id(), paper.missing);
                    assert_eq!(paper.standing, Standing::Final, "{}", form.id());
                }
            }
        }
    }
}

#[test]
fn an_empty_input_is_a_draft_that_lists_what_it_marks() {
    for form in forms() {
        let paper = form
            .lay(&json!({}), Edition::Chinese, Standing::Final)
            .unwrap_or_else(|error| panic!("{}: {error:?}", form.id()));
        whole(*form, "empty", &paper);
        let marked = runs(&paper).iter().filter(|run| run.style == Style::Missing).count();
        assert_eq!(marked, paper.missing.len(), "{}: marks and list differ", form.id());
        assert_eq!(paper.standing, if paper.missing.is_empty() { Standing::Final } else { Standing::Draft });
    }
}

#[test]
fn every_number_printed_as_a_figure_is_one_of_the_input() {
    for form in forms() {
        for (name, input) in samples(*form) {
            let known: Vec<String> =
                figures_of(&input).into_iter().map(|(_, figure)| figure.figure).collect();
            let paper = form.lay(&input, Edition::Chinese, Standing::Draft).unwrap();
            for run in runs(&paper) {
                if let Some(figure) = &run.figure {
                    assert!(known.contains(&figure.figure), "{} {name}: {}", form.id(), figure.figure);
                }
            }
        }
    }
}

#[test]
fn the_schema_of_every_input_is_closed() {
    for form in forms() {
        let schema = form.schema().to_value();
        assert_eq!(schema.get("additionalProperties"), Some(&json!(false)), "{}", form.id());
    }
}

/// Every place of an input that holds no table and no list.
fn leaves(value: &mut Value) -> Vec<&mut Value> {
    match value {
        Value::Object(fields) => fields.values_mut().flat_map(leaves).collect(),
        Value::Array(places) => places.iter_mut().flat_map(leaves).collect(),
        leaf => vec![leaf],
    }
}

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config { failure_persistence: None, ..proptest::test_runner::Config::with_cases(48) })]

    /// Whatever stands in one place, the paper is laid out with everything that is missing marked, or the input is refused.
    #[test]
    fn one_wrong_place_is_refused_or_marked(at in 0..400_usize, text in ".{0,40}", kind in 0..3_u8) {
        for form in forms() {
            let Some((_, mut input)) = samples(*form).into_iter().find(|(name, _)| name == "full") else { continue };
            let mut all = leaves(&mut input);
            let places = all.len();
            *all.swap_remove(at % places) = match kind {
                0 => Value::Null,
                1 => json!(text),
                _ => json!(u64::MAX),
            };
            match form.lay(&input, Edition::Chinese, Standing::Final) {
                Ok(paper) => {
                    let marked = runs(&paper).iter().filter(|run| run.style == Style::Missing).count();
                    assert_eq!(marked, paper.missing.len(), "{}", form.id());
                }
                Err(refusal) => assert_eq!(refusal.finding.code, "forms-input-unfit", "{}", form.id()),
            }
        }
    }
}
