//! Every command on a case of an office, in every role: it is let through where the table of docs/rights.md says so,
//! and nowhere else.

use crate::office_people::{Office, office};
use crate::run::{repository, typed};

/// The words of the table, by use case and the Chinese name of the thing.
fn table() -> Vec<Vec<String>> {
    let page = std::fs::read_to_string(repository().join("docs/rights.md")).unwrap();
    let rows = page.lines().filter(|line| line.starts_with("| `"));
    rows.map(|line| line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect()).collect()
}

/// The roles in the order of the table's columns; the keeper is on no case.
const ROLES: [&str; 9] = [
    "victim",
    "relative",
    "counsel",
    "desk-police",
    "desk-procuratorate",
    "desk-court",
    "desk-legal-aid",
    "desk-platform-liaison",
    "auditor",
];
const SIDE: &[&str] = &["victim", "relative", "counsel"];
const DESKS: &[&str] =
    &["desk-police", "desk-procuratorate", "desk-court", "desk-legal-aid", "desk-platform-liaison"];
const COURT: &[&str] = &["desk-court"];
const POLICE: &[&str] = &["desk-police"];

/// What is typed, the row of the table that it is asked under, and whose own it is.
const FORMS: &[(&str, &str, &str, &[&str])] = &[
    ("add CASE note.txt --role paper", "add-material", "材料", &[]),
    ("measure CASE", "view-masked", "结果", &[]),
    ("measure CASE --words", "view-unmasked", "材料", &[]),
    ("explain CASE x", "view-masked", "结果", &[]),
    ("missing CASE", "view-masked", "结果", &[]),
    ("fact CASE list", "view-masked", "事实", &[]),
    ("fact CASE set case work_affected yes", "enter-fact", "事实", &[]),
    ("record CASE dispute 1 --reason x", "enter-fact", "事实", &[]),
    // The first entry is the person's: they opened the case.
    ("fact CASE withdraw 1 --reason x", "correct", "程序事项", SIDE),
    ("record CASE strike 1 --reason x", "correct", "程序事项", SIDE),
    ("party CASE list", "view-masked", "参与人", &[]),
    ("party CASE add witness", "enter-party", "参与人", &[]),
    ("party CASE show party-01", "view-masked", "参与人", &[]),
    ("party CASE show party-01 --unmask --purpose x", "view-unmasked", "个人信息", &[]),
    ("step CASE list", "view-masked", "程序事项", &[]),
    ("step CASE next", "view-masked", "程序事项", &[]),
    ("step CASE add private-prosecution accepted --on 2026-01-05", "record-event", "程序事项", COURT),
    ("step CASE add public-prosecution filed --on 2026-01-05", "record-event", "程序事项", POLICE),
    ("step CASE add private-prosecution filed --on 2026-01-05", "record-event", "程序事项", SIDE),
    (
        "record CASE notice op17-tell-agent --to party-01 --on 2026-01-05 --body court",
        "serve-notice",
        "告知、请求",
        COURT,
    ),
    ("record CASE filing 02 --on 2026-01-05 --body police", "file-paper", "文书", POLICE),
    ("record CASE decision q a --reason x", "decide", "案卷", &[]),
    ("record CASE mark supervised --on 2026-01-05 --body police", "mark-supervised", "案卷", POLICE),
    ("record CASE mark rapid-response --on 2026-01-05 --body court", "mark-rapid", "案卷", COURT),
    ("record CASE seal", "checkpoint", "流水", &[]),
    ("record CASE checkpoint --out ROLE-request.txt", "checkpoint", "流水", &[]),
    ("assess CASE", "assess", "结果", &[]),
    ("assess CASE --unmask", "view-unmasked", "材料", &[]),
    ("due CASE", "see-due", "案卷", DESKS),
    ("notices CASE", "see-due", "案卷", DESKS),
    ("due CASE --ics ROLE.ics", "export-calendar", "案卷", DESKS),
    ("pack CASE ROLE-bundle", "pack", "案卷", &[]),
    ("export CASE ROLE.redress.zip", "export-whole", "案卷", &[]),
    ("log CASE", "read-ledger", "流水", &[]),
    ("publish CASE --out ROLE.md", "publish-summary", "案卷", &[]),
    ("recommend CASE --kind judicial --platform p --out ROLE-r.md", "recommend", "文书", COURT),
    ("stats", "see-statistics", "统计", &[]),
    ("stats --from 2025-01-01 --to 2025-12-31 --release", "see-statistics", "统计", &[]),
    (
        "transfer CASE ROLE-t.zip --way next-stage --from-body court --to-body police --on 2026-01-05",
        "hand-over",
        "移送",
        COURT,
    ),
];

/// What the table says of that role; whether it is its own decides where the word is "own".
fn allowed(table: &[Vec<String>], role: &str, (_, act, object, own): (&str, &str, &str, &[&str])) -> bool {
    let named = |row: &&Vec<String>| row[0].starts_with(&format!("`{act}`")) && row[1] == object;
    let row = table.iter().find(named).unwrap();
    let column = ROLES.iter().position(|one| *one == role).unwrap() + 2;
    match row[column].as_str() {
        "" => false,
        // The relative of this test was given the whole case.
        "yes" | "given" | "whole" => true,
        word => {
            assert_eq!(word, "own", "{act} {object}");
            own.contains(&role)
        }
    }
}

/// Whether the command was let through, whatever came of it then; a denial has a code of the rights room.
fn let_through(office: &Office, role: &str, line: &str) -> bool {
    let mut args = typed(line);
    args.push("--json");
    let answer = office.at(role, &args);
    let denied = answer.out.contains("\"rights-");
    assert!(!denied || answer.code == 2, "{role} {line}\n{}", answer.out);
    assert!(!answer.out.contains("workbench-sign-in"), "{role} {line}\n{}", answer.out);
    !denied
}

#[test]
fn every_command_in_every_role_is_let_through_as_the_table_says() {
    let Some(office) = office("every_command_in_every_role") else { return };
    let case = office.with_everybody(&ROLES);
    office.room.write("note.txt", "a note");
    let table = table();
    let in_role = |role: &str| {
        let mut count = [0_u32; 2];
        for form in FORMS {
            let line = form.0.replace("CASE", &case).replace("ROLE", role);
            let wanted = allowed(&table, role, *form);
            assert_eq!(let_through(&office, role, &line), wanted, "{role}: {line}");
            count[usize::from(wanted)] += 1;
        }
        count
    };
    // One role beside the other: whoever finds the case held by another was let through.
    let counts: Vec<[u32; 2]> = std::thread::scope(|scope| {
        let roles: Vec<_> = ROLES.iter().map(|role| scope.spawn(|| in_role(role))).collect();
        roles.into_iter().map(|role| role.join().unwrap()).collect()
    });
    let [no, yes] = counts.iter().fold([0, 0], |sum, one| [sum[0] + one[0], sum[1] + one[1]]);
    assert!(yes > 100 && no > 100, "{yes} {no}");
}
