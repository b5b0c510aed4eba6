//! What the forms take out of a case file, and what they leave open.

use crate::casefile::{CaseFile, TODAY, party};
use crate::samples::missing;
use redress_case::{Because, Capacity, Kind, Party, PartyId, Relation};
use redress_paper::{Edition, Standing};
use redress_procedure::{Acting, Event};
use serde_json::{Value, json};

fn at<'v>(value: &'v Value, pointer: &str) -> &'v Value {
    value.pointer(pointer).unwrap_or(&Value::Null)
}

fn print(form: &str, input: &Value) -> String {
    let form = redress_forms::find(form).unwrap();
    serde_json::to_string(&form.lay(input, Edition::Chinese, Standing::Draft).unwrap()).unwrap()
}

/// 刑法 246 (1997-10-01): a statement of which only the manner of insult was recorded is charged as insult, not as defamation;
/// one of which both, or nothing, was recorded stands in both papers.
#[test]
fn a_statement_goes_to_the_complaint_that_its_facts_speak_of() {
    let mut file = CaseFile::new();
    assert_eq!(at(&file.fill("complaint-insult"), "/left_out"), &json!([]));
    file.fact("st-aaaaaaaa", "insult_mode", json!({"is": "words", "value": ["abuse"]}), "stated");
    assert_eq!(at(&file.fill("complaint-insult"), "/left_out"), &json!([]));
    let defamation = file.fill("complaint-defamation");
    assert_eq!(at(&defamation, "/left_out"), &json!(["st-aaaaaaaa"]));
    assert!(missing("complaint-defamation", &defamation).contains(&"statements".to_owned()));
    file.fact("st-aaaaaaaa", "statement_false", json!({"is": "yes"}), "stated");
    assert_eq!(at(&file.fill("complaint-defamation"), "/left_out"), &json!([]));
}

/// 法释〔2013〕21号 2 (2013-09-10) numbers defamation alone: the paper about insult names neither the interpretation nor a threshold.
#[test]
fn insult_is_never_measured_by_the_numbers_of_defamation() {
    let file = CaseFile::new();
    let paper = print("complaint-insult", &file.fill("complaint-insult"));
    for never in ["2013〕21号", "5000", "5,000", "五千", "五百"] {
        assert!(!paper.contains(never), "{never}");
    }
    assert!(paper.contains("11,500至12,499"), "the reach stays as a circumstance");
}

/// 刑法 98, 法释〔2021〕1号 317 (2021-03-01): the guardian of the accused is not among those who complain for the victim.
#[test]
fn who_acts_for_the_other_side_stands_on_the_other_side() {
    let mut file = CaseFile::new();
    file.party(party(2, Capacity::Respondent));
    let (relation, because) = (Some(Relation::Parent), Some(Because::Minor));
    file.party(Party { acts_for: Some(PartyId(2)), relation, because, ..party(3, Capacity::Guardian) });
    assert_eq!(at(&file.fill("complaint-insult"), "/guardians"), &json!([]));
    // 民法典 1188 (2021-01-01), 法释〔2024〕12号 4 (2024-09-27): ward and guardian are sued together.
    let civil = file.fill("civil-complaint");
    assert_eq!(at(&civil, "/defendant_guardians/0/name"), "party-03");
    assert_eq!(at(&civil, "/claimant/guardians"), &json!([]));
    for form in redress_forms::forms() {
        let filled = file.fill(form.id());
        for side in ["/applicants/acting", "/applicants/agents", "/claimant/guardians", "/claimant/agents"] {
            assert!(!at(&filled, side).to_string().contains("party-03"), "{} {side}", form.id());
        }
    }
}

/// 民法典 994 (2021-01-01): close relatives sue in their own name, a brother only where nobody nearer is there.
#[test]
fn close_relatives_sue_for_the_dead() {
    let mut file = CaseFile::new();
    file.state.party_entries.clear();
    file.party(Party { died: Some(TODAY), ..party(1, Capacity::Victim) });
    let (relation, because) = (Some(Relation::Sibling), Some(Because::Deceased));
    let proof = vec![redress_base::ItemId(2)];
    file.party(Party {
        acts_for: Some(PartyId(1)),
        relation,
        because,
        proof,
        ..party(2, Capacity::Relative)
    });
    let civil = file.fill("civil-complaint");
    assert_eq!(at(&civil, "/claimant/applicants/0/person/name"), "party-02");
    assert_eq!(at(&civil, "/claimant/applicants/0/deceased"), "party-01");
    assert_eq!(at(&civil, "/claimant/applicants/0/exhibits/0/number"), 2);
    assert!(missing("civil-complaint", &civil).contains(&"claimant.applicants.0.no_nearer".to_owned()));
    file.fact("case", "no_nearer_relative", json!({"is": "yes"}), "stated");
    let civil = file.fill("civil-complaint");
    assert!(!missing("civil-complaint", &civil).contains(&"claimant.applicants.0.no_nearer".to_owned()));
}

/// 法释〔2014〕11号 2 and 3 (as of 2021-01-01): whether the platform is sued, and asked who its user is, a person decides.
#[test]
fn an_unknown_user_and_a_platform_are_questions_not_answers() {
    let mut file = CaseFile::new();
    file.party(Party {
        identity_unknown: true,
        statements: vec!["weibo/1".to_owned()],
        ..party(2, Capacity::Respondent)
    });
    file.party(Party { kind: Kind::Legal, ..party(3, Capacity::Platform) });
    let civil = file.fill("civil-complaint");
    assert_eq!(at(&civil, "/defendants"), &json!([]), "nobody knows who it is");
    assert_eq!(at(&civil, "/unknown_users/0/accounts/0/account"), "甲账号");
    let asked = missing("civil-complaint", &civil);
    assert!(asked.contains(&"platforms.0.sued".to_owned()), "{asked:?}");
    assert!(asked.contains(&"claims.disclose".to_owned()), "{asked:?}");
    file.fact("case", "civil_defendant", json!({"is": "choice", "value": "platform-only"}), "stated");
    file.fact("case", "disclosure_asked", json!({"is": "yes"}), "stated");
    let civil = file.fill("civil-complaint");
    assert_eq!(at(&civil, "/platforms/0/sued"), true);
    assert_eq!(at(&civil, "/claims/disclose"), true);
    // 民事诉讼法 123 (2024-01-01, unverified): one copy for the platform, none for somebody whom nobody knows.
    assert!(print("civil-complaint", &civil).contains("本起诉状副本"));
}

/// 法释〔2001〕7号 (as of 2021-01-01): an organisation has no claim for mental harm, and the paper does not become final with it.
#[test]
fn an_organisation_claims_no_mental_harm() {
    let mut file = CaseFile::new();
    file.state.party_entries.clear();
    file.party(Party { kind: Kind::Legal, ..party(1, Capacity::Victim) });
    file.fact("case", "claim_types", json!({"is": "words", "value": ["stop", "mental-damages"]}), "stated");
    let civil = file.fill("civil-complaint");
    assert!(missing("civil-complaint", &civil).contains(&"claims.mental".to_owned()));
}

/// A sum is taken over with its exhibit; one that is known as an interval alone is asked for.
#[test]
fn sums_come_with_their_exhibits() {
    let mut file = CaseFile::new();
    let yuan = |lower: u64, upper: u64| json!({"is": "count", "value": {"count": {"lower": lower, "upper": upper}, "unit": "yuan"}});
    file.fact("case", "reasonable_costs", yuan(1500, 1500), "official");
    file.fact("case", "property_loss", yuan(10_000, 12_000), "stated");
    let civil = file.fill("civil-complaint");
    assert_eq!(at(&civil, "/claims/costs/0/yuan"), 1500);
    assert_eq!(at(&civil, "/claims/costs/0/exhibits"), &json!([2]));
    assert!(missing("civil-complaint", &civil).contains(&"claims.losses.0.yuan".to_owned()));
}

/// Steps stand with their day, their number and the paper that shows them; a judgement is never taken over.
#[test]
fn steps_and_consequences_are_taken_over_and_judgements_are_not() {
    let mut file = CaseFile::new();
    let body = Acting { kind: redress_law::Body::Platform, name: "某平台".to_owned() };
    let received = Event {
        body: Some(body),
        number: Some("回执1".to_owned()),
        ..Event::new("platform-notice", "received", TODAY)
    };
    file.step(received, Some(2));
    file.fact("case", "grave_consequence", json!({"is": "choice", "value": "mental-disorder"}), "judged");
    file.fact("case", "work_affected", json!({"is": "yes"}), "stated");
    let civil = file.fill("civil-complaint");
    assert_eq!(at(&civil, "/platform_steps/0/on"), "2026年4月20日");
    assert_eq!(at(&civil, "/platform_steps/0/exhibit/number"), 2);
    assert_eq!(at(&civil, "/recorded_consequences/0/what"), "work-affected");
    assert_eq!(at(&civil, "/recorded_consequences/1"), &Value::Null);
}

/// What Article 10 of the Opinions (2023-09-20) sets aside stands in no filing.
#[test]
fn what_article_10_sets_aside_stands_in_no_paper() {
    for form in redress_forms::forms() {
        let mut file = CaseFile::new();
        let laid = vec!["weibo/1".to_owned()];
        file.party(Party { identity_unknown: true, statements: laid, ..party(2, Capacity::Respondent) });
        let row = json!({"scope": "st-aaaaaaaa", "report": "TT", "criticism": "FF", "set_aside": true});
        file.result.protected = vec![serde_json::from_value(row).unwrap()];
        let filled = file.fill(form.id()).to_string();
        assert!(!filled.contains("虚构的言论") && !filled.contains("甲账号"), "{}: {filled}", form.id());
    }
}

/// Nor does what may still be a report or comment: Article 10 is answered first, by a person.
#[test]
fn what_article_10_was_not_answered_for_is_charged_to_nobody() {
    for open in [None, Some("UT"), Some("UU"), Some("FT")] {
        let mut file = CaseFile::new();
        file.result.protected.clear();
        if let Some(open) = open {
            let row = json!({"scope": "st-aaaaaaaa", "report": "FF", "criticism": open, "set_aside": false});
            file.result.protected.push(serde_json::from_value(row).unwrap());
        }
        for form in [
            "complaint-defamation",
            "complaint-insult",
            "criminal-report",
            "civil-complaint",
            "platform-notice",
        ] {
            let filled = file.fill(form).to_string();
            assert!(!filled.contains("虚构的言论"), "{form} {open:?}: {filled}");
        }
    }
}

/// 法释〔2021〕1号 325 (2021-03-01), 指导意见 11 (2023-09-20): asked is what the file lacks. Who it is, of an account laid to nobody known;
/// how far it went, where the count on file is an interval; and never of everybody who only passed it on.
#[test]
fn the_police_are_asked_for_what_the_file_lacks() {
    let mut file = CaseFile::new();
    file.quote("st-aaaaaaaa", "weibo/2", Some("乙账号"));
    file.quote("st-aaaaaaaa", "weibo/3", Some("丙账号"));
    file.party(Party { statements: vec!["weibo/2".to_owned()], ..party(2, Capacity::Respondent) });
    let request = file.fill("police-help-request");
    let accounts: Vec<&str> = at(&request, "/asks")
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["account"].as_str().unwrap())
        .collect();
    assert_eq!(accounts, ["乙账号", "甲账号"]);
    assert_eq!(at(&request, "/asks/0/identity"), &Value::Null, "who that is, is known");
    assert_eq!(at(&request, "/asks/1/identity"), true);
    assert_eq!(at(&request, "/asks/1/counts"), true);
    assert_eq!(at(&request, "/asks/1/deleted"), &Value::Null, "nobody said that anything was deleted");
    // 刑法 246(3): the victim has sued; without a step on file the paper asks.
    assert!(missing("police-help-request", &request).contains(&"case_words".to_owned()));
    file.step(
        Event { number: Some("收件1".to_owned()), ..Event::new("private-prosecution", "filed", TODAY) },
        None,
    );
    let request = file.fill("police-help-request");
    assert!(!missing("police-help-request", &request).contains(&"case_words".to_owned()));
}

/// 法释〔2019〕19号 20 (2020-05-01): the holder is named; the file knows it only where one platform stands against one platform party.
#[test]
fn the_holder_is_named_only_where_the_file_knows_it() {
    let mut file = CaseFile::new();
    let application = file.fill("evidence-collection-application");
    let asked = missing("evidence-collection-application", &application);
    assert!(asked.contains(&"asks.0.holder".to_owned()), "{asked:?}");
    // 民诉法解释 94 (2022-04-10): which of the three causes it is, a person says.
    assert!(asked.contains(&"barrier".to_owned()), "{asked:?}");
    file.party(Party { kind: Kind::Legal, ..party(2, Capacity::Platform) });
    let application = file.fill("evidence-collection-application");
    assert_eq!(at(&application, "/asks/0/holder"), "party-02");
    file.party(Party { kind: Kind::Legal, ..party(3, Capacity::Platform) });
    let application = file.fill("evidence-collection-application");
    assert_eq!(at(&application, "/asks/0/holder"), &Value::Null);
}

/// 民事诉讼法 84 (2024-01-01, unverified): within a suit once one is on file; before it only where somebody said so.
#[test]
fn preservation_knows_whether_a_suit_is_pending() {
    let form = "evidence-preservation-application";
    let mut file = CaseFile::new();
    assert!(missing(form, &file.fill(form)).contains(&"time".to_owned()));
    file.fact("case", "preservation_before_suit", json!({"is": "yes"}), "stated");
    let filled = file.fill(form);
    assert_eq!(at(&filled, "/time"), "before-suit");
    assert!(missing(form, &filled).contains(&"urgent".to_owned()));
    assert_eq!(at(&filled, "/evidence/0/exhibits"), &json!([1]));
    file.step(Event { number: Some("收件1".to_owned()), ..Event::new("civil-suit", "filed", TODAY) }, None);
    assert_eq!(at(&file.fill(form), "/time"), "in-suit");
}

/// 法释〔2021〕1号 325 (2021-03-01): the leads are accounts as shown, those that the export hides said to be hidden, and no name.
#[test]
fn the_account_sheet_names_accounts_and_nobody() {
    let mut file = CaseFile::new();
    file.quote("st-aaaaaaaa", "weibo/3", None);
    file.quote("st-aaaaaaaa", "weibo/2", Some("乙账号"));
    file.party(Party { statements: vec!["weibo/1".to_owned()], ..party(2, Capacity::Respondent) });
    let sheet = file.fill("account-sheet");
    let rows = at(&sheet, "/rows").as_array().unwrap();
    let shown: Vec<Option<&str>> = rows.iter().map(|row| row["account"].as_str()).collect();
    assert_eq!(shown, [Some("乙账号"), Some("甲账号"), None]);
    assert_eq!(at(&sheet, "/rows/0/exhibit/number"), 1);
    assert!(!sheet.to_string().contains("party-02"), "whose account it is said to be stands elsewhere");
    assert!(print("account-sheet", &sheet).contains("材料未显示账号"));
}

/// 法律援助法 44(一) (2022-01-01): fewer than seven days left; six are, seven are not. Limits of others are none of the applicant's.
#[test]
fn legal_aid_knows_the_limits_that_run_out() {
    let limit = |id: &str, who: &str, due: &str, applies: &str, standing: &str| {
        json!({
            "id": id, "label": {"zh": id, "en": id}, "who": who, "scope": "case", "applies": applies, "standing": standing,
            "from_terms": [], "due": due, "may_extend": false, "cites": [], "confidence": null,
        })
    };
    let mut file = CaseFile::new();
    for one in [
        limit("seven", "person", "2026-04-27", "TT", "running"),
        limit("six", "person", "2026-04-26", "TT", "running"),
        limit("theirs", "police", "2026-04-22", "TT", "running"),
        limit("perhaps", "person", "2026-05-21", "UU", "running"),
        limit("not", "person", "2026-05-21", "FF", "running"),
        limit("over", "person", "2026-04-19", "UU", "unknown"),
        limit("kept", "person", "2026-04-21", "TT", "kept"),
    ] {
        file.due.deadlines.push(serde_json::from_value(one).unwrap());
    }
    let filled = file.fill("legal-aid-application");
    assert_eq!(
        limits(&filled),
        [("six", "runs", true), ("seven", "runs", false), ("perhaps", "may-run", false)]
    );
    assert!(print("legal-aid-application", &filled).contains("第四十四条"));
}

/// What, where it stands, whether fewer than seven days are left.
fn limits(filled: &Value) -> Vec<(&str, &str, bool)> {
    let limits = at(filled, "/limits").as_array().unwrap();
    let text = |one, path| at(one, path).as_str().unwrap();
    let row = |one| (text(one, "/what/zh"), text(one, "/standing"), at(one, "/short").as_bool().unwrap());
    limits.iter().map(row).collect()
}

/// 民法典 188 (2021-01-01), 法律援助法 44 (2022-01-01): a limit stands once, however many statements and articles give it, with the first
/// of its days; the three years stand also while nobody recorded when they began.
#[test]
fn each_limit_stands_once_and_the_three_years_are_among_them() {
    let limit = |id: &str, scope: &str, due: Option<&str>, applies: &str, from: &[&str]| {
        let standing = if due.is_some() { "running" } else { "date-missing" };
        let mut one = json!({
            "id": id, "label": {"zh": id, "en": id}, "who": "person", "scope": scope, "applies": applies,
            "standing": standing, "from_terms": from, "may_extend": false, "cites": [], "confidence": null,
        });
        if let Some(due) = due {
            one["due"] = json!(due);
        }
        one
    };
    let pages = &redress_law::Book::standard().ir().provisions;
    let mut stated = pages.iter().flat_map(|page| &page.deadlines);
    let twin = stated.find(|one| one.same_as.is_some()).unwrap();
    let first = twin.same_as.clone().unwrap();
    let mut file = CaseFile::new();
    for one in [
        limit("cc188-twenty-years", "st-aaaaaaaa", Some("2046-02-07"), "TT", &[]),
        limit("cc188-twenty-years", "st-bbbbbbbb", Some("2046-02-05"), "TT", &[]),
        limit(&twin.id, "case", Some("2027-01-01"), "UU", &[]),
        limit(&first, "case", Some("2027-01-01"), "TT", &[]),
        limit("cc188-three-years", "case", None, "TT", &["know_harm_date"]),
        limit("cpl-230-appeal-judgment", "case", None, "TT", &["judgment_received_date"]),
    ] {
        file.due.deadlines.push(serde_json::from_value(one).unwrap());
    }
    let filled = file.fill("legal-aid-application");
    assert_eq!(
        limits(&filled),
        [
            (first.as_str(), "runs", false),
            ("cc188-twenty-years", "runs", false),
            ("cc188-three-years", "undated", false)
        ]
    );
    assert_eq!(at(&filled, "/limits/1/until"), "2046年2月5日");
    assert!(print("legal-aid-application", &filled).contains("起算日案卷未记录"));
}

/// 法律援助法 42 (2022-01-01): who is not checked shows no income; everybody else declares it (41).
#[test]
fn legal_aid_asks_for_means_only_where_they_are_checked() {
    let form = "legal-aid-application";
    let mut file = CaseFile::new();
    assert!(missing(form, &file.fill(form)).contains(&"means.income".to_owned()));
    file.fact(
        "case",
        "exempt_category",
        json!({"is": "choice", "value": "disabled-without-income"}),
        "stated",
    );
    let filled = file.fill(form);
    assert_eq!(at(&filled, "/exempt"), "disabled-without-income");
    assert_eq!(at(&filled, "/role"), &Value::Null, "nobody said in which capacity");
    file.fact("case", "case_role", json!({"is": "choice", "value": "private-prosecutor"}), "stated");
    assert_eq!(at(&file.fill(form), "/role"), "private-prosecutor");
    assert!(!missing(form, &filled).contains(&"means.income".to_owned()));
}

/// Every variation of a form of this list is complete, but for the hostile ones.
#[test]
fn the_variations_are_finals() {
    for form in redress_forms::forms() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../forms").join(form.id());
        for name in ["minor", "deceased", "organisation", "unknown-respondent", "before-suit"] {
            let Ok(text) = std::fs::read_to_string(folder.join(format!("samples/{name}.json"))) else {
                continue;
            };
            let input: Value = serde_json::from_str(&text).unwrap();
            assert_eq!(missing(form.id(), &input), Vec::<String>::new(), "{} {name}", form.id());
        }
    }
}
