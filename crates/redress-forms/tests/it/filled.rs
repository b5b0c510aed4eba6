//! What forms take out of a case file, and what they leave to a person.

use redress_base::{Article, Date, Instant, ItemId, Place, Span, Stamp, TimeSource, Value as Truth};
use redress_case::{
    CaseResult, Details, Due, KeptItem, Notice, Organ, Party, PartyId, RESULT_SCHEMA, Recorded, Role,
    Service, State, Step,
};
use redress_facts::{Scope, Vocabulary};
use redress_forms::{Quote, Source, find};
use redress_law::{Body, Book, DeadlineOutcome, DutyOutcome, Label, Stand};
use redress_paper::{Edition, Standing};
use redress_procedure::{Acting, Docket, Event, Procedures};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::LazyLock;

static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(Vocabulary::standard);
/// No form of these reads the book itself: limits and duties come worked out.
static BOOK: LazyLock<Book> = LazyLock::new(|| Book::compile(&[]).0);
const POLICE: &str = "某市公安局某区分局";
const PROTECTED: &str = "st-aaaaaaaa";
const LATER: &str = "st-bbbbbbbb";
const EARLIER: &str = "st-cccccccc";

fn day(month: i8, day: i8) -> Date {
    Date::constant(2026, month, day)
}

fn stamp(at: i64) -> Stamp {
    Stamp { at: Instant(at), source: TimeSource::SystemClock }
}

/// A case file in the making.
struct File {
    state: State,
    facts: Vec<Value>,
    deadlines: Vec<DeadlineOutcome>,
    duties: Vec<DutyOutcome>,
    details: BTreeMap<PartyId, Details>,
    quotes: BTreeMap<String, Vec<Quote>>,
    today: Date,
}

impl File {
    /// One sealed paper; three statements taken up, of which Article 10 sets the first aside.
    fn new() -> File {
        let mut state = State::opened("rd-0", "春分", stamp(0));
        let digests = json!({ "sha256": "0a".repeat(32), "sm3": "0b".repeat(32), "bytes": 7 });
        let item = json!({
            "schema": "redress/item/1", "id": ItemId(1), "name": "通知书.pdf", "format": "application/pdf",
            "digests": digests, "sealed_at": stamp(0), "source": "", "tool": "redress 0.1.0",
        });
        let item = serde_json::from_value(item).unwrap();
        let kept =
            KeptItem { item, role: Role::Paper, by: "程某".to_owned(), read: None, readings: Vec::new() };
        state.items.insert(ItemId(1), kept);
        let (facts, deadlines, duties) = (Vec::new(), Vec::new(), Vec::new());
        let (details, quotes) = (BTreeMap::new(), BTreeMap::new());
        File { state, facts, deadlines, duties, details, quotes, today: day(4, 20) }
    }

    fn fact(mut self, scope: &str, term: &str, values: &[Value]) -> File {
        let source = Span { item: ItemId(1), place: Place::Whole };
        let claim = |value: &Value| json!({ "value": value, "standing": "stated", "by": "程某", "as_of": stamp(0), "sources": [source] });
        let claims: Vec<Value> = values.iter().map(claim).collect();
        self.facts.push(json!({ "scope": scope, "term": term, "claims": claims }));
        self
    }

    /// A step; `by` is the body with its name, `paper` whether the sealed paper shows it.
    fn step(mut self, event: Event, by: Option<(Body, &str)>, paper: bool) -> File {
        let body = by.map(|(kind, name)| Acting { kind, name: name.to_owned() });
        let of = Step { event: Event { body, ..event }, paper: paper.then_some(ItemId(1)) };
        let seq = u64::try_from(self.state.steps.len()).unwrap() + 2;
        self.state.steps.push(Recorded { seq, by: "程某".to_owned(), at: stamp(0), of, struck: None });
        self
    }

    fn party(mut self, party: Value, details: &[(&str, &str)]) -> File {
        let of: Party = serde_json::from_value(party).unwrap();
        self.details.insert(of.id, Details::read(details.iter().copied()).unwrap());
        let seq = u64::try_from(self.state.party_entries.len()).unwrap() + 100;
        self.state.party_entries.push(Recorded {
            seq,
            by: "程某".to_owned(),
            at: stamp(0),
            of,
            struck: None,
        });
        self
    }

    fn quote(mut self, statement: &str, platform: &str) -> File {
        self.quotes.entry(statement.to_owned()).or_default().push(Quote {
            post: format!("{platform}/1"),
            platform: platform.to_owned(),
            account: Some("某账号".to_owned()),
            account_id: None,
            link: None,
            published: None,
            text: "虚构的言论".to_owned(),
            span: Some(Span { item: ItemId(1), place: Place::Whole }),
        });
        self
    }

    fn limit(mut self, id: &str, scope: Scope, due: Date, applies: Truth) -> File {
        self.deadlines.push(DeadlineOutcome {
            id: id.to_owned(),
            label: Label::new("期限", "limit"),
            who: Body::Person,
            scope,
            applies,
            standing: Stand::Running,
            from: None,
            from_terms: Vec::new(),
            due: Some(due),
            kept: None,
            may_extend: false,
            warn: None,
            cites: Vec::<Article>::new(),
            confidence: None,
            unverified: Default::default(),
        });
        self
    }

    fn duty(mut self, id: &str, who: Body, due: Option<Date>, done: Option<Date>) -> File {
        self.duties.push(DutyOutcome {
            id: id.to_owned(),
            label: Label::new("告知", "tell"),
            who,
            scope: Scope::Case,
            owed: Truth::TT,
            standing: Stand::Owed,
            due,
            done,
            proof: Truth::UU,
            cites: Vec::new(),
            confidence: None,
            unverified: Default::default(),
        });
        self
    }

    fn result(&self) -> CaseResult {
        let totals = json!({
            "items": 1, "bytes": 7, "items_read": 0, "rows": 0, "posts": 0, "accounts": 0, "masked_accounts": 0, "undated": 0,
        });
        let statement = |id: &str, first: i64, last: i64| json!({ "id": id, "anchor": "weibo/1", "taken_up": true, "members": 1, "exact": 1, "accounts": 1, "first": stamp(first), "last": stamp(last) });
        // 2026-01-20 and 2025-12-30, both at noon in Beijing; the earlier one was still said on 2026-01-02.
        let statements = [
            statement(PROTECTED, 1_768_881_600, 1_768_881_600),
            statement(LATER, 1_768_881_600, 1_768_881_600),
            statement(EARLIER, 1_767_067_200, 1_767_326_400),
        ];
        let answered =
            |id: &str| json!({ "scope": id, "report": "FF", "criticism": "FF", "set_aside": false });
        let aside = json!([
            { "scope": PROTECTED, "report": "TT", "criticism": "UU", "set_aside": true },
            answered(LATER), answered(EARLIER),
        ]);
        let params = json!({"threshold": "4/5", "min_chars": 5, "figures_for": 20, "always": []});
        let result = json!({
            "schema": RESULT_SCHEMA, "software": "redress 0.1.0", "case_id": "rd-0", "cover": "春分", "as_of": stamp(0),
            "today": self.today.to_string(), "ledger_entries": 1, "ledger_head": "00".repeat(32),
            "law": { "digest": "", "rules": 0 }, "params": params, "kept": { "totals": totals, "items": [] },
            "protected": aside, "statements": statements, "statements_total": 3, "figures": [], "timelines": {},
            "facts": self.facts, "outcomes": [], "missing": [], "routes": [], "findings": [],
        });
        serde_json::from_value(result).unwrap()
    }

    /// The input of a form filled from this file.
    fn fill(&self, form: &str) -> Value {
        let procedures = Procedures::standard();
        let docket = Docket::replay(procedures, &self.state.events()).unwrap();
        let source = Source {
            result: &self.result(),
            state: &self.state,
            docket: &docket,
            procedures,
            vocabulary: &VOCABULARY,
            book: &BOOK,
            due: &Due {
                deadlines: self.deadlines.clone(),
                duties: self.duties.clone(),
                statements: Vec::new(),
            },
            details: &self.details,
            quotes: &self.quotes,
            pages: &BTreeMap::new(),
            left_out: None,
            today: self.today,
        };
        find(form).unwrap().fill(&source).unwrap()
    }
}

fn event(procedure: &str, event: &str, on: Date, number: Option<&str>) -> Event {
    Event { number: number.map(str::to_owned), ..Event::new(procedure, event, on) }
}

fn accused() -> Event {
    Event {
        reason: Some("accusation".to_owned()),
        ..event("public-prosecution", "reported", day(2, 20), None)
    }
}

fn yes() -> Value {
    json!({ "is": "yes" })
}

fn terms(input: &Value, field: &str) -> Vec<String> {
    let parts = input[field].as_array().unwrap().iter();
    parts.map(|part| part["term"].as_str().unwrap().to_owned()).collect()
}

fn ids(input: &Value) -> Vec<&str> {
    input["statements"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect()
}

/// 指导意见 10 (2023-09-20): what is protected is in no filing. The rest is told in the order of its days.
#[test]
fn protected_statements_stay_out_and_the_others_stand_by_day() {
    let file = File::new().quote(PROTECTED, "weibo").quote(LATER, "weibo");
    for form in [
        "criminal-report",
        "public-security-report",
        "filing-supervision-application",
        "public-interest-lead",
    ] {
        assert_eq!(ids(&file.fill(form)), [EARLIER, LATER], "{form}");
    }
    let contents = file.fill("platform-notice")["contents"].clone();
    assert_eq!(contents.as_array().unwrap().len(), 1);
    assert_eq!(contents[0]["statement"], LATER);
}

/// 指导意见 12 (2023-09-20): the vile impact is a judgement, which no form fills in; what the file's own records
/// disagree about is not said either.
#[test]
fn judgements_and_disagreements_are_left_to_a_person() {
    let file = File::new()
        .fact("case", "vile_social_impact", &[yes()])
        .fact("case", "repeated_spreading", &[yes()])
        .fact("case", "organised_multi_platform", &[yes(), json!({ "is": "no" })])
        .fact("case", "grave_consequence", &[json!({ "is": "choice", "value": "suicide" })])
        .fact(PROTECTED, "privacy_spread", &[yes()]);
    let input = file.fill("criminal-report");
    assert_eq!(terms(&input, "order_facts"), ["grave_consequence", "repeated_spreading"]);
    assert_eq!(input["order_facts"][0]["choice"], "suicide");
    assert_eq!(input["order_facts"][0]["exhibits"][0]["number"], 1);
    assert_eq!(
        (&input["offences"], &input["order"], &input["private_suit"]),
        (&json!([]), &Value::Null, &Value::Null)
    );
    assert_eq!(file.fill("public-security-report")["conduct"], json!([]));
    let spread = file.fact(LATER, "privacy_spread", &[yes()]).fill("public-security-report");
    assert_eq!(spread["conduct"], json!(["privacy"]));
}

/// 公安机关办理刑事案件程序规定 178, 179 (2020-09-01): notice, receipt and the seven days come out of the steps.
#[test]
fn the_papers_of_a_refusal_come_out_of_the_steps() {
    let by = Some((Body::Police, POLICE));
    let number = "某公（某）不立字〔2026〕12号";
    let file = File::new()
        .step(accused(), by, false)
        .step(event("public-prosecution", "taken", day(2, 20), Some("A33")), by, false)
        .step(event("public-prosecution", "refused", day(3, 5), None), by, false)
        .step(event("public-prosecution", "refusal-served", day(3, 8), Some(number)), by, true)
        .limit("police-179-reconsider", Scope::Case, day(3, 15), Truth::TT)
        .limit("police-179-ask-review", Scope::Case, day(4, 13), Truth::UU);
    let input = file.fill("reconsideration-application");
    let expected = json!({ "what": "决定不予立案", "body": POLICE, "number": number, "on": "2026年3月5日", "exhibit": { "number": 1, "item": "item-000001" } });
    assert_eq!(input["refusal"], expected);
    assert_eq!(
        (&input["refusal_received"], &input["report"]["number"]),
        (&json!("2026年3月8日"), &json!("A33"))
    );
    assert_eq!((&input["last_day"], &input["organ"]), (&json!("2026年3月15日"), &json!(POLICE)));
    // A limit that may not run at all is not printed, and whom re-review goes to, nobody said.
    let review = file.fill("review-application");
    assert_eq!((&review["last_day"], &review["organ"]), (&Value::Null, &Value::Null));
    assert_eq!(file.fill("filing-supervision-application")["overdue"], Value::Null);
    // A refusal to open a criminal case is no administrative act: 法释〔2018〕1号 1(2)(一), 2018-02-08.
    assert_eq!(file.fill("administrative-reconsideration")["acts"], json!([]));
}

/// 人民检察院刑事诉讼规则 562 (2019-12-30): nothing decided in time is its own ground.
#[test]
fn silence_of_the_police_is_no_refusal() {
    let file = File::new()
        .step(accused(), None, false)
        .step(event("public-prosecution", "taken", day(2, 20), Some("A33")), None, false)
        .step(event("public-prosecution", "no-answer", day(3, 25), None), None, false);
    let mut input = file.fill("filing-supervision-application");
    assert_eq!(input["overdue"], json!(true));
    let asked = |input: &Value| {
        let form = find("filing-supervision-application").unwrap();
        let paper = form.lay(input, Edition::Chinese, Standing::Draft).unwrap();
        paper.missing.iter().any(|one| one.path == "refusal.number")
    };
    assert!(!asked(&input));
    input["overdue"] = Value::Null;
    assert!(asked(&input));
}

/// 治安管理处罚法 (2026-01-01) 25 and the text of 2012, 22: the day of the act chooses the text, and the six months are
/// those of the statement; whether it continued, nobody judged, so that its end is not counted from.
#[test]
fn each_statement_has_its_own_six_months() {
    let scope = |id: &str| Scope::Statement(id.to_owned());
    let file = File::new()
        .limit("psapl-22-six-months", scope(EARLIER), day(6, 30), Truth::TT)
        .limit("psapl-25-six-months-from-end", scope(EARLIER), day(7, 2), Truth::UU)
        .limit("psapl-25-six-months", scope(LATER), day(7, 20), Truth::TT);
    let acts = file.fill("public-security-report")["acts"].clone();
    assert_eq!(
        (&acts[0]["statement"], &acts[0]["text"], &acts[0]["due"]),
        (&json!(EARLIER), &json!("both"), &json!("2026年6月30日"))
    );
    assert_eq!(acts[0]["due_from_end"], Value::Null);
    assert_eq!((&acts[1]["text"], &acts[1]["due"]), (&json!("new"), &json!("2026年7月20日")));
}

/// 行政复议法 22, 23(1)(三) (2024-01-01): each act is listed, and with two a person chooses.
#[test]
fn of_two_acts_a_person_chooses_one() {
    let by = Some((Body::Police, POLICE));
    let inaction = Event {
        reason: Some("no-answer".to_owned()),
        ..event("reconsideration", "inaction-known", day(4, 21), None)
    };
    let file = File::new()
        .step(event("administrative-penalty", "reported", day(2, 20), Some("A33")), by, true)
        .step(inaction, by, false);
    let input = file.fill("administrative-reconsideration");
    assert_eq!(
        (&input["acts"][0]["kind"], &input["acts"][0]["known"]),
        (&json!("inaction"), &json!("2026年4月21日"))
    );
    let missing = |input: &Value| {
        let form = find("administrative-reconsideration").unwrap();
        let paper = form.lay(input, Edition::Chinese, Standing::Draft).unwrap();
        paper.missing.into_iter().map(|one| one.path).collect::<Vec<_>>()
    };
    assert!(
        !missing(&input).contains(&"which".to_owned()) && !missing(&input).contains(&"respondent".to_owned())
    );
    let file =
        file.step(event("administrative-penalty", "received", day(2, 21), Some("A33")), by, false).step(
            event(
                "administrative-penalty",
                "no-penalty-decided",
                day(4, 22),
                Some("某公（某）不罚决字〔2026〕9号"),
            ),
            by,
            true,
        );
    let mut two = file.fill("administrative-reconsideration");
    assert_eq!(two["acts"].as_array().unwrap().len(), 2);
    assert!(missing(&two).contains(&"which".to_owned()));
    two["which"] = json!(2);
    // The day on which the decision became known was never recorded.
    assert!(missing(&two).contains(&"acts.1.known".to_owned()));
}

/// 刑事诉讼法 46 (2018-10-26): the court tells within three days; duties met already are not told again.
#[test]
fn a_notice_names_the_open_duty_its_body_and_its_day() {
    let court = Some((Body::Court, "杭州市某区人民法院"));
    let case = "（2026）浙0102刑初11号";
    let file = File::new()
        .step(event("private-prosecution", "filed", day(3, 1), None), court, false)
        .step(event("private-prosecution", "accepted", day(3, 10), Some(case)), court, true)
        .duty("cpl-46-court-tells", Body::Court, Some(day(3, 13)), None)
        .duty("op17-tell-agent", Body::Court, None, None)
        .duty("op17-tell-agent-public", Body::Procuratorate, None, Some(day(3, 2)));
    let input = file.fill("notice-right-to-agent");
    assert_eq!((&input["by"], &input["body"]), (&json!("court"), &json!("杭州市某区人民法院")));
    assert_eq!(input["stage"]["number"], case);
    assert_eq!(
        (&input["duties"][0]["due"], &input["duties"][1]["due"]),
        (&json!("2026年3月13日"), &Value::Null)
    );
    assert_eq!(input["duties"].as_array().unwrap().len(), 2);
    assert_eq!(input["service"]["way"], Value::Null);
    // Two bodies owe it: which of them writes, a person says.
    let both = file
        .duty("cpl-46-procuratorate-tells", Body::Procuratorate, None, None)
        .fill("notice-right-to-agent");
    assert_eq!((&both["by"], &both["body"]), (&Value::Null, &Value::Null));
}

/// 指导意见 17 (2023-09-20): service that was recorded stands in the receipt; an entry that was struck does not.
#[test]
fn recorded_service_stands_in_the_receipt() {
    let mut file = File::new().duty("op17-progress", Body::Police, None, None);
    let notice = |on: Date, service: Service| Notice {
        duty: "op17-progress".to_owned(),
        by: Organ { kind: Body::Police, name: None },
        to: PartyId(1),
        on,
        service,
        proof: Some(ItemId(1)),
    };
    let recorded = |seq: u64, of: Notice, struck: Option<u64>| Recorded {
        seq,
        by: "程某".to_owned(),
        at: stamp(0),
        of,
        struck,
    };
    file.state.notices.push(recorded(50, notice(day(4, 2), Service::Post), None));
    file.state.notices.push(recorded(51, notice(day(4, 9), Service::Oral), Some(52)));
    let input = file.fill("notice-progress");
    assert_eq!((&input["service"]["way"], &input["service"]["on"]), (&json!("post"), &json!("2026年4月2日")));
    assert_eq!(input["service"]["proof"]["number"], 1);
}

/// 民法典 1195 (2021-01-01): one notice for one platform; 994 for the dead.
#[test]
fn one_notice_goes_to_one_platform_and_a_relative_signs_for_the_dead() {
    let victim = json!({ "id": "party-01", "capacity": "victim", "kind": "natural", "died": "2026-03-01" });
    let mother = json!({ "id": "party-02", "capacity": "relative", "kind": "natural", "acts_for": "party-01", "relation": "parent", "because": "deceased" });
    let platform = json!({ "id": "party-03", "capacity": "platform", "kind": "legal" });
    let file = File::new()
        .party(victim, &[("name", "温某")])
        .party(mother, &[("name", "温母"), ("phone", "13900000001")])
        .party(platform, &[("name", "某平台公司")])
        .quote(LATER, "weibo");
    let input = file.fill("platform-notice");
    assert_eq!(
        (&input["service"], &input["platform"], &input["truthful"]),
        (&json!("weibo"), &json!("某平台公司"), &Value::Null)
    );
    let applicants = &input["applicants"];
    assert_eq!((&applicants["persons"], &applicants["deceased"][0]["name"]), (&json!([]), &json!("温某")));
    assert_eq!(applicants["acting"][0]["name"], "温母");
    let paper = find("platform-notice").unwrap().lay(&input, Edition::Chinese, Standing::Draft).unwrap();
    assert!(
        !paper.missing.iter().any(|one| one.path.starts_with("applicants.persons")),
        "{:?}",
        paper.missing
    );
    assert_eq!(file.quote(EARLIER, "douyin").fill("platform-notice")["service"], Value::Null);
}

/// 民法典 1196 (2021-01-01): what was brought after the declaration is told out of the steps.
#[test]
fn the_reply_tells_what_was_brought() {
    let platform = Some((Body::Platform, "某平台"));
    let file = File::new()
        .step(event("platform-notice", "received", day(2, 8), Some("TS1")), platform, true)
        .step(event("platform-notice", "measured", day(2, 10), None), platform, false)
        .step(event("platform-notice", "declared", day(2, 12), None), platform, false)
        .step(event("platform-notice", "declaration-forwarded", day(2, 15), Some("SM2")), platform, false)
        .step(accused(), Some((Body::Police, POLICE)), false);
    let input = file.fill("counter-notice-reply");
    assert_eq!(
        (&input["notice"]["number"], &input["declaration"]["on"]),
        (&json!("TS1"), &json!("2026年2月15日"))
    );
    assert_eq!(
        (&input["told"][0]["what"], &input["told"][0]["body"]),
        (&json!("报案、控告（控告）"), &json!(POLICE))
    );
}

/// The forms that these tests are about.
const MINE: [&str; 12] = [
    "platform-notice",
    "counter-notice-reply",
    "criminal-report",
    "public-security-report",
    "filing-supervision-application",
    "reconsideration-application",
    "review-application",
    "administrative-reconsideration",
    "notice-right-to-agent",
    "notice-right-to-legal-aid",
    "notice-progress",
    "public-interest-lead",
];

/// A value at a path of an input, everything above it a table or a list as its next step asks.
fn at(path: &str) -> Value {
    path.rsplit('.').fold(Value::Null, |inner, step| match step.parse::<usize>() {
        Ok(place) => Value::Array(vec![inner; place + 1]),
        Err(_) => json!({ step: inner }),
    })
}

#[test]
fn a_form_of_an_empty_file_asks_and_every_question_has_a_place_in_its_input() {
    for id in MINE {
        let form = find(id).unwrap();
        let input = File::new().fill(id);
        let paper = form.lay(&input, Edition::Glossed, Standing::Final).unwrap();
        assert_eq!(paper.standing, Standing::Draft, "{id}");
        assert!(!paper.missing.is_empty(), "{id}");
        for one in paper.missing {
            let answered = form.lay(&at(&one.path), Edition::Chinese, Standing::Draft);
            let wrong = answered.map_err(|refusal| format!("{refusal:?}")).err().unwrap_or_default();
            assert!(!wrong.contains("unknown field"), "{id}: {}: {wrong}", one.path);
        }
    }
}

/// A text that was not read at first hand is marked on the draft too, and what is handed in carries no note to whoever
/// prepared it.
#[test]
fn an_unverified_basis_is_told_on_the_draft_alone() {
    let said = |form: &dyn redress_forms::Form, input: &Value, standing: Standing| {
        let paper = form.lay(input, Edition::Glossed, standing).unwrap();
        serde_json::to_string(&paper.blocks).unwrap()
    };
    for id in MINE {
        let form = find(id).unwrap();
        let told = said(form, &File::new().fill(id), Standing::Draft).contains("官方文本未经核对");
        assert_eq!(told, form.text().unwrap().unverified, "{id}");
    }
    for form in redress_forms::forms() {
        let path = format!("{}/../../forms/{}/samples/full.json", env!("CARGO_MANIFEST_DIR"), form.id());
        let input: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        let said = said(*form, &input, Standing::Final);
        for note in ["未经核对", "未核对", "未核实", "unverified", "unnumbered", "compare it before filing"]
        {
            assert!(!said.contains(note), "{}: {note}", form.id());
        }
    }
}

/// 指导意见 17 (2023-09-20): a police organ's notice never speaks as the court because the law names the court alone.
#[test]
fn which_body_gives_a_notice_is_asked_unless_the_file_says_so() {
    let owed = || File::new().duty("op17-progress", Body::Court, None, None);
    let input = owed().fill("notice-progress");
    assert_eq!((&input["by"], &input["body"]), (&Value::Null, &Value::Null));
    let form = find("notice-progress").unwrap();
    let missing = form.lay(&input, Edition::Chinese, Standing::Final).unwrap().missing;
    assert!(missing.iter().any(|one| one.path == "by"), "{missing:?}");
    let accepted = Event::new("private-prosecution", "accepted", day(3, 10));
    let filed = Event::new("private-prosecution", "filed", day(3, 1));
    let input = owed().step(filed, None, false).step(accepted, Some((Body::Court, "某区人民法院")), true);
    let input = input.fill("notice-progress");
    assert_eq!((&input["by"], &input["body"]), (&json!("court"), &json!("某区人民法院")));
}

/// 刑事诉讼法 101 (2018-10-26): who brings an incidental civil action asks for something, and says whether they would settle it.
#[test]
fn an_incidental_action_asks_for_its_claim_and_whether_it_may_be_mediated() {
    for id in ["complaint-defamation", "complaint-insult"] {
        let form = find(id).unwrap();
        let asked = |input: Value| {
            let missing = form.lay(&input, Edition::Chinese, Standing::Final).unwrap().missing;
            let own = missing.into_iter().map(|one| one.path);
            own.filter(|path| path == "losses" || path == "mediation_civil").collect::<Vec<_>>()
        };
        assert_eq!(asked(json!({ "incidental": true })), ["losses", "mediation_civil"], "{id}");
        assert!(asked(json!({ "incidental": false })).is_empty(), "{id}");
        let said = json!({ "incidental": true, "losses": "公证费一千元", "mediation_civil": false });
        assert!(asked(said).is_empty(), "{id}");
    }
}

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config::with_cases(12))]

    /// Whatever a person types stands on the paper as they typed it, and changes nothing around it.
    #[test]
    fn what_a_person_types_is_printed_as_it_is(text in "\\PC{1,80}") {
        let form = find("administrative-reconsideration").unwrap();
        let input = |words: &str| json!({ "own_words": words, "government": words });
        let paper = form.lay(&input(&text), Edition::Chinese, Standing::Draft).unwrap();
        let plain = form.lay(&input("某"), Edition::Chinese, Standing::Draft).unwrap();
        if text.trim().is_empty() {
            proptest::prop_assert!(paper.missing.iter().any(|one| one.path == "own_words"));
        } else {
            proptest::prop_assert_eq!(&paper.missing, &plain.missing);
            proptest::prop_assert_eq!(paper.blocks.len(), plain.blocks.len());
            let written = serde_json::to_string(&paper.blocks).unwrap();
            proptest::prop_assert!(written.contains(&serde_json::to_string(text.trim()).unwrap()));
        }
    }
}
