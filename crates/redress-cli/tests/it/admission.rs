//! What is asked before an entry is made: which of several bodies acted, the name of an office and not of a person, a fact
//! where it can be read, and one place in which a case goes on.

use crate::case_file::refused;
use crate::run::{Room, typed};

/// 刑事诉讼法 110 (2018-10-26): a report may be made to the police, the procuratorate or the court.
#[test]
fn a_step_that_several_bodies_may_take_says_which() {
    let room = Room::new();
    room.case("spring");
    let line = "step spring add public-prosecution reported --on 2026-01-20 --reason accusation";
    let said = refused(&room, "spring", &typed(line), 2, "procedure-body-missing");
    assert!(said["sentence"].as_str().unwrap().contains("police, procuratorate, court"), "{said:#}");
    room.ok(&typed(&format!("{line} --body police --body-name 某市公安局")));
    let steps = room.json(&typed("step spring list"));
    assert_eq!(steps["findings"], serde_json::json!([]));
}

/// The name of an office goes wherever the ledger goes. A number of a person in it is refused, a number of a court room is
/// none.
#[test]
fn the_name_of_an_office_holds_no_number_of_a_person() {
    let room = Room::new();
    room.case("spring");
    room.ok(&typed("party spring add victim"));
    let over = "--way next-stage --on 2026-03-02 --from-body police --to-body court";
    let (step, court) =
        ("step spring add private-prosecution filed --on 2026-01-20", "--body court --body-name");
    for (line, name) in [
        (format!("{step} {court}"), "王警官13912345678"),
        (format!("{step} {court}"), "139-1234-5678"),
        (
            format!("record spring notice op17-tell-agent --to party-01 --on 2026-02-01 {court}"),
            "１３９１２３４５６７８",
        ),
        (format!("record spring filing complaint --on 2026-02-01 {court}"), "a@b.example"),
        (
            "record spring mark supervised --on 2026-02-01 --body procuratorate --body-name".to_owned(),
            "0571-87654321",
        ),
        (format!("transfer spring x.zip {over} --from-name"), "330106199201010021"),
        (format!("transfer spring x.zip {over} --to-name"), "(010)65550000"),
    ] {
        let line = format!("{line} {name}");
        let said = refused(&room, "spring", &typed(&line), 2, "workbench-office-name-personal");
        assert!(!said.to_string().contains(name), "the refusal repeats it: {said:#}");
    }
    assert!(!room.path("x.zip").exists());
    for (at, name) in ["某市第101人民法庭", "某区人民法院刑一庭", "110接警中心"].iter().enumerate()
    {
        let track = format!("{}", at + 1);
        let line = "step spring add private-prosecution filed --on 2026-01-20 --body court --track";
        room.ok(&[&typed(line)[..], &[&track, "--body-name", name]].concat());
    }
}

/// A term of statements says nothing about a whole case: no rule would read it there.
#[test]
fn a_fact_of_a_statement_is_not_said_of_the_case() {
    let room = Room::new();
    room.case("spring");
    let rows = room.json(&typed("fact spring terms harms_reputation"));
    assert_eq!(rows["terms"][0]["term"]["scope"], "statement", "{rows:#}");
    let line = "fact spring set case harms_reputation yes --standing judged --reason x";
    refused(&room, "spring", &typed(line), 2, "workbench-term-of-statement");
    room.ok(&typed("fact spring set case work_affected yes"));
}

/// One file goes on in one place, as far as that can be seen from there.
#[test]
fn a_file_is_not_received_twice_beside_each_other() {
    let room = Room::new();
    room.case("spring");
    room.ok(&typed(
        "transfer spring sent.zip --way next-stage --on 2026-03-02 --from-body police --to-body court",
    ));
    // The sender's own folder lies beside and has not gone on; neither has a copy that was merely imported.
    room.ok(&["import", "sent.zip", "copy"]);
    room.ok(&typed("receive sent.zip first --body court --on 2026-03-03"));
    let again = typed("receive sent.zip second --body court --on 2026-03-03");
    let said = refused(&room, "first", &again, 2, "cli-received-elsewhere");
    assert!(said["sentence"].as_str().unwrap().contains("first"), "{said:#}");
    refused(
        &room,
        "first",
        &typed("receive sent.zip copy --body court --on 2026-03-03"),
        2,
        "cli-received-elsewhere",
    );
    assert!(!room.path("second").exists());
    // In another folder nobody can see it from here; the two are found to have parted when they meet.
    std::fs::create_dir(room.path("far")).unwrap();
    room.ok(&typed("receive sent.zip far/second --body court --on 2026-03-03"));
    room.ok(&typed("export far/second second.zip"));
    let apart = room.redress(&["import", "second.zip", "first"]);
    assert_eq!(apart.code, 2, "{}", apart.err);
    // It comes back to the sender, with the receiver's folder beside it.
    room.ok(&typed(
        "transfer first back.zip --way return --on 2026-04-01 --from-body court --to-body police",
    ));
    room.ok(&typed("receive back.zip spring --body police --on 2026-04-02"));
}
