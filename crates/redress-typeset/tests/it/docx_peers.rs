//! Our DOCX read by other people's programs: the schema validator of the Open XML SDK, python-docx, LibreOffice.

use crate::docx_read::{paragraphs, part};
use crate::papers::{everything, glossed_draft, paper, paragraph, rasters};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use redress_paper::{Block, Cell, Fixed, Paper, Run};
use redress_typeset::docx;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Written past the test runner's capture, so that a skipped check is counted by name.
fn skipped(what: &str) {
    let line = format!("SKIPPED {what} (run ./test, which installs it)\n");
    std::io::stdout().write_all(line.as_bytes()).unwrap();
}

/// A program among the peers that `./test` installs.
fn peer(name: &str) -> Option<PathBuf> {
    let path = PathBuf::from(std::env::var_os("REDRESS_PEERS")?).join(name);
    path.exists().then_some(path)
}

/// A folder of this test's own.
fn folder(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("docx-{test}-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// Papers of every kind, a text of every kind of character among them.
fn papers() -> Vec<(&'static str, Paper)> {
    let mut runner = TestRunner::deterministic();
    let words = proptest::collection::vec(proptest::prelude::any::<char>(), 0..200);
    let hostile = (0..40)
        .map(|_| {
            let chars: Vec<char> = words.new_tree(&mut runner).unwrap().current();
            paragraph(&chars.into_iter().collect::<String>())
        })
        .collect();
    let mut bare = paper(Vec::new());
    bare.blocks.push(paragraph("שלום 你好 👩‍👧\u{202e}\u{0}"));
    vec![("final", everything()), ("draft", glossed_draft()), ("bare", bare), ("hostile", paper(hostile))]
}

fn written(folder: &Path, name: &str, paper: &Paper) -> PathBuf {
    let path = folder.join(format!("{name}.docx"));
    std::fs::write(&path, docx(paper, &rasters()).unwrap()).unwrap();
    path
}

#[test]
fn the_schema_finds_nothing() {
    let Some(validator) = peer("ooxml-validator") else { return skipped("ooxml-validator") };
    let folder = folder("schema");
    for (name, paper) in papers() {
        let path = written(&folder, name, &paper);
        let output = Command::new(&validator).arg(&path).output().unwrap();
        let said = String::from_utf8_lossy(&output.stdout);
        assert!(said.contains("\"ok\": true") || said.contains("\"ok\":true"), "{name}: {said}");
    }
    // It does find what is wrong, so that its silence says something.
    let broken = folder.join("broken.docx");
    let bytes = docx(&everything(), &rasters()).unwrap();
    let mut zip = zip::ZipWriter::new(std::fs::File::create(&broken).unwrap());
    for (name, bytes) in crate::docx_read::parts(&bytes) {
        zip.start_file(&name, zip::write::SimpleFileOptions::default()).unwrap();
        let text = String::from_utf8_lossy(&bytes).replace("<w:body>", "<w:body><w:bogus/>");
        zip.write_all(if name == "word/document.xml" { text.as_bytes() } else { &bytes }).unwrap();
    }
    zip.finish().unwrap();
    let output = Command::new(&validator).arg(&broken).output().unwrap();
    assert!(String::from_utf8_lossy(&output.stdout).contains("bogus"));
    std::fs::remove_dir_all(folder).unwrap();
}

/// Every paragraph in document order, those of tables among them, as one line of JSON each.
const READ: &str = r#"
import docx, json, sys
from docx.text.paragraph import Paragraph
document = docx.Document(sys.argv[1])
for element in document.element.body.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p"):
    print(json.dumps(Paragraph(element, document).text))
print(json.dumps(document.core_properties.title))
"#;

#[test]
fn python_docx_reads_every_run_in_its_order() {
    let python = peer("python").filter(|python| {
        Command::new(python).args(["-c", "import docx"]).output().is_ok_and(|output| output.status.success())
    });
    let Some(python) = python else { return skipped("python-docx") };
    let folder = folder("python");
    for (name, paper) in papers() {
        let path = written(&folder, name, &paper);
        let output = Command::new(&python).args(["-c", READ]).arg(&path).output().unwrap();
        assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
        let read: Vec<String> = String::from_utf8(output.stdout)
            .unwrap()
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect();
        let mut wanted = paragraphs(&part(&std::fs::read(&path).unwrap(), "word/document.xml"));
        wanted.push(paper.title.zh.clone());
        assert_eq!(read, wanted, "{name}");
    }
    std::fs::remove_dir_all(folder).unwrap();
}

/// In letters that every machine has a face for.
fn long_table() -> Block {
    let rows = (1..=90).map(|row| vec![Cell::of(vec![Run::plain(format!("Row {row}"))])]);
    let head = vec![Cell::label(vec![Run::plain("Head of rows")])];
    let rows = std::iter::once(head).chain(rows).collect();
    Block::Table { columns: vec![1], head: 1, name: Fixed::default(), rows }
}

#[test]
fn libreoffice_opens_it_and_counts_its_pages() {
    if Command::new("soffice").arg("--version").output().is_err() {
        return skipped("soffice");
    }
    if Command::new("pdftotext").arg("-v").output().is_err() {
        return skipped("pdftotext");
    }
    let folder = folder("office");
    let mut draft = glossed_draft();
    draft.blocks.push(long_table());
    let mut paths = vec![written(&folder, "long", &draft)];
    paths.extend(papers().iter().map(|(name, paper)| written(&folder, name, paper)));
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    let output = Command::new("soffice")
        .args([profile.as_str(), "--headless", "--convert-to", "pdf", "--outdir"])
        .arg(&folder)
        .args(&paths)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let pdf = Command::new("pdftotext").arg(folder.join("long.pdf")).arg("-").output().unwrap();
    let pages = String::from_utf8(pdf.stdout).unwrap();
    let pages: Vec<&str> = pages.split('\u{c}').filter(|page| !page.trim().is_empty()).collect();
    assert!(pages.len() >= 5, "{}", pages.len());
    for (at, page) in pages.iter().enumerate() {
        let numbered = |line: &str| line.replace(' ', "") == format!("—{}—", at + 1);
        assert!(page.lines().any(numbered), "number of page {}", at + 1);
        assert!(page.contains("DRAFT"), "header of page {}", at + 1);
    }
    // The head of the table stands on each of its pages, and the rows are all there.
    let heads = pages.iter().filter(|page| page.contains("Head of rows")).count();
    assert!(heads >= 3 && heads == pages.iter().filter(|page| page.contains("Row ")).count(), "{heads}");
    assert_eq!(pages.concat().matches("Row ").count(), 90);
    for path in paths {
        let pdf = std::fs::read(path.with_extension("pdf")).unwrap();
        assert!(pdf.starts_with(b"%PDF"), "{}", path.display());
    }
    std::fs::remove_dir_all(folder).unwrap();
}
