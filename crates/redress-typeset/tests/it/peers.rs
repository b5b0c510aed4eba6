//! Our PDF read by other people's programs: poppler, qpdf and pikepdf.

use crate::sample::{HOSTILE, TYPESETTER, evidence_rows, hard, hard_draft, paper, paragraph, quoting};
use redress_paper::{Paper, Run, Style};
use redress_typeset::Exhibits;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Written past the test runner's capture, so that a skipped check is counted by name.
fn skipped(name: &str) {
    std::io::stdout()
        .write_all(format!("SKIPPED {name} (run ./test, which installs it)\n").as_bytes())
        .unwrap();
}

fn print(name: &str, paper: &Paper) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, TYPESETTER.pdf(paper, &Exhibits::new()).unwrap().pdf).unwrap();
    path
}

/// What a program says of a file; nothing where it is not installed.
fn says(program: &str, before: &[&str], path: &Path, after: &[&str]) -> Option<String> {
    let output = match Command::new(program).args(before).arg(path).args(after).output() {
        Ok(output) => output,
        Err(_) => {
            skipped(program);
            return None;
        }
    };
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

#[test]
fn qpdf_finds_nothing_to_complain_of() {
    for (name, paper) in [("qpdf.pdf", hard()), ("qpdf-draft.pdf", hard_draft())] {
        let Some(said) = says("qpdf", &["--check"], &print(name, &paper), &[]) else { return };
        assert!(said.contains("No syntax or stream encoding errors"), "{said}");
    }
}

#[test]
fn every_face_is_embedded_and_can_be_copied_from() {
    let Some(said) = says("pdffonts", &[], &print("fonts.pdf", &hard()), &[]) else { return };
    let mut faces = 0;
    for line in said.lines().skip(2) {
        // The last columns: emb sub uni object generation.
        let columns: Vec<&str> = line.split_whitespace().rev().collect();
        assert_eq!(columns[2..5], ["yes", "yes", "yes"], "{line}");
        faces += 1;
    }
    assert!(faces >= 8, "{said}");
}

#[test]
fn it_is_tagged_and_has_a_title_and_a_day() {
    let Some(said) = says("pdfinfo", &["-isodates"], &print("info.pdf", &hard()), &[]) else { return };
    let field = |name: &str| {
        let line =
            said.lines().find(|line| line.starts_with(name)).unwrap_or_else(|| panic!("{name}: {said}"));
        line[name.len()..].trim().to_owned()
    };
    assert_eq!(field("Title:"), "刑事自诉状");
    assert_eq!(field("Creator:"), "redress");
    assert_eq!(field("Tagged:"), "yes");
    assert_eq!(field("JavaScript:"), "no");
    assert!(field("Page size:").contains("A4"));
    assert!(field("CreationDate:").starts_with("2026-02-"), "{said}");
}

#[test]
fn copied_text_is_what_was_written() {
    let hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    let blocks =
        vec![paragraph(vec![Run::new(hash, Style::Code)]), paragraph(vec![Run::plain("张某，生僻字㐂。")])];
    let Some(said) = says("pdftotext", &["-raw"], &print("copied.pdf", &paper(blocks)), &["-"]) else {
        return;
    };
    let together: String = said.split_whitespace().collect();
    assert!(together.contains(hash), "{said:?}");
    assert!(together.contains("张某，生僻字㐂。"), "{said:?}");
}

#[test]
fn a_turned_name_is_shown_by_its_number() {
    let path = print("turned.pdf", &quoting("\u{202E}gnp.exe"));
    let Some(said) = says("pdftotext", &["-raw"], &path, &["-"]) else { return };
    assert!(said.contains("U+202E RLO") && said.contains("gnp.exe"), "{said:?}");
    assert!(!said.contains('\u{202E}'), "{said:?}");
}

#[test]
fn drafts_say_so_on_every_sheet_and_finals_nowhere() {
    let Some(draft) = says("pdftotext", &[], &print("draft.pdf", &hard_draft()), &["-"]) else { return };
    let sheets: Vec<&str> = draft.trim_end_matches('\u{C}').split('\u{C}').collect();
    assert!(sheets.len() > 5);
    for sheet in &sheets {
        assert!(sheet.contains("草稿 DRAFT") && sheet.contains("非提交用"), "{sheet}");
    }
    assert!(sheets[0].contains("尚有 2 处待填") && sheets[0].contains("首次发现日期"), "{}", sheets[0]);
    let plain = says("pdftotext", &[], &print("final.pdf", &hard()), &["-"]).unwrap();
    assert!(!plain.contains("草稿") && !plain.contains("DRAFT") && !plain.contains("提交用"));
    assert!(plain.replace(' ', "").contains("—1—"));
}

#[test]
fn nothing_runs_off_the_page() {
    let mut wide = hard();
    let hostile = HOSTILE.iter().map(|text| Run::new(text.repeat(4), Style::Quoted)).collect();
    let long = [Run::plain("—".repeat(200)), Run::plain("字".repeat(500)), Run::plain("W".repeat(500))];
    wide.blocks.extend([paragraph(hostile), paragraph(long.into()), evidence_rows(3)]);
    let Some(said) = says("pdftotext", &["-bbox"], &print("wide.pdf", &wide), &["-"]) else { return };
    let mut words = 0;
    for line in said.lines().filter(|line| line.trim_start().starts_with("<word")) {
        let number = |name: &str| -> f64 {
            let (_, after) = line.split_once(&format!("{name}=\"")).unwrap();
            after.split_once('"').unwrap().0.parse().unwrap()
        };
        // A4 less the margins; the empty half of a punctuation mark may stand beyond them.
        assert!(number("xMin") >= 79.3 - 4.0 && number("xMax") <= 595.3 - 73.7 + 8.1, "{line}");
        assert!(number("yMax") <= 841.9, "{line}");
        words += 1;
    }
    assert!(words > 200);
}

const PIKEPDF: &str = r#"
import pikepdf, sys
pdf = pikepdf.open(sys.argv[1])
with pdf.open_metadata() as xmp:
    print(xmp.pdfa_status)
print(pdf.Root.Lang, pdf.Root.MarkInfo.Marked, pdf.Root.OutputIntents[0].S)
kinds, alts = set(), 0
todo = [pdf.Root.StructTreeRoot]
while todo:
    node = todo.pop()
    if isinstance(node, pikepdf.Array):
        todo.extend(node)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node: kinds.add(str(node.S))
        if "/Alt" in node: alts += 1
        if "/K" in node: todo.append(node.K)
print(" ".join(sorted(kinds)), alts)
print("/OpenAction" in pdf.Root or "/EmbeddedFiles" in pdf.Root.get("/Names", {}))
"#;

#[test]
fn pikepdf_reads_the_claim_and_the_tags() {
    let has = |python: &PathBuf| {
        Command::new(python).args(["-c", "import pikepdf"]).output().is_ok_and(|run| run.status.success())
    };
    let python = std::env::var_os("REDRESS_PEERS").map(|peers| PathBuf::from(peers).join("python"));
    let Some(python) = python.filter(has) else { return skipped("pikepdf") };
    let path = print("tags.pdf", &hard());
    let output = Command::new(python).args(["-c", PIKEPDF]).arg(&path).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let said = String::from_utf8(output.stdout).unwrap();
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines[0], "2B");
    assert!(lines[1].starts_with("zh-CN True /GTS_PDFA1"), "{said}");
    for kind in ["/H1", "/H2", "/H3", "/P", "/Table", "/TR", "/TH", "/TD", "/L", "/LI", "/Figure"] {
        assert!(lines[2].split(' ').any(|one| one == kind), "{kind}: {said}");
    }
    assert!(lines[2].ends_with(" 1"), "the chart has its words: {said}");
    assert_eq!(lines[3], "False");
}
