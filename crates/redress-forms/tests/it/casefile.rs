//! A small case file to fill forms from: what it holds is what a test puts in.

use redress_base::{Date, Instant, ItemId, Place, Span, Stamp, TimeSource};
use redress_case::{
    Capacity, CaseResult, Details, Due, KeptItem, Kind, Party, PartyId, RESULT_SCHEMA, Recorded, Role, State,
    Step,
};
use redress_facts::Vocabulary;
use redress_forms::{Quote, Source};
use redress_law::Book;
use redress_paper::PageSpan;
use redress_procedure::{Docket, Event, Procedures};
use serde_json::{Value, json};
use std::collections::BTreeMap;

pub(crate) const TODAY: Date = Date::constant(2026, 4, 20);

pub(crate) struct CaseFile {
    pub(crate) result: CaseResult,
    pub(crate) state: State,
    pub(crate) docket: Docket,
    pub(crate) vocabulary: Vocabulary,
    pub(crate) due: Due,
    pub(crate) details: BTreeMap<PartyId, Details>,
    pub(crate) quotes: BTreeMap<String, Vec<Quote>>,
    pub(crate) pages: BTreeMap<ItemId, PageSpan>,
}

fn stamp() -> Stamp {
    Stamp { at: Instant(1_770_500_000), source: TimeSource::SystemClock }
}

pub(crate) fn party(id: u16, capacity: Capacity) -> Party {
    Party {
        id: PartyId(id),
        capacity,
        kind: Kind::Natural,
        acts_for: None,
        relation: None,
        because: None,
        identity_unknown: false,
        minor: None,
        died: None,
        proof: Vec::new(),
        statements: Vec::new(),
        details: None,
        until: None,
    }
}

impl CaseFile {
    /// Two sealed papers, one victim, one statement with an interval of views, and nothing else.
    pub(crate) fn new() -> CaseFile {
        let mut state = State::opened("rd-0", "谷雨", stamp());
        let rows = [item(1), item(2)];
        for (at, row) in (1..).zip(&rows) {
            let item = serde_json::from_value(row.get("item").unwrap().clone()).unwrap();
            let kept =
                KeptItem {
                    item, role: Role::Paper, by: "程某".to_owned(), read: None, readings: Vec::new()
                };
            state.items.insert(ItemId(at), kept);
        }
        let mut file = CaseFile {
            result: serde_json::from_value(result(&rows)).unwrap(),
            state,
            docket: Docket::default(),
            vocabulary: Vocabulary::standard(),
            due: Due { deadlines: Vec::new(), duties: Vec::new(), statements: Vec::new() },
            details: BTreeMap::new(),
            quotes: BTreeMap::new(),
            pages: BTreeMap::new(),
        };
        file.party(party(1, Capacity::Victim));
        file.quote("st-aaaaaaaa", "weibo/1", Some("甲账号"));
        file
    }

    pub(crate) fn party(&mut self, party: Party) {
        self.details.insert(party.id, Details::read([("name", party.id.to_string().as_str())]).unwrap());
        let seq = u64::from(party.id.0);
        self.state.party_entries.push(Recorded {
            seq,
            by: "程某".to_owned(),
            at: stamp(),
            of: party,
            struck: None,
        });
    }

    pub(crate) fn quote(&mut self, statement: &str, post: &str, account: Option<&str>) {
        self.quotes.entry(statement.to_owned()).or_default().push(Quote {
            post: post.to_owned(),
            platform: "weibo".to_owned(),
            account: account.map(str::to_owned),
            account_id: None,
            link: Some(format!("https://example.invalid/{post}")),
            published: Some(stamp()),
            text: "虚构的言论".to_owned(),
            span: Some(Span { item: ItemId(1), place: Place::Whole }),
        });
    }

    /// One statement more, which this post began.
    pub(crate) fn second(&mut self, id: &str, post: &str) {
        let mut row = self.result.statements.first().unwrap().clone();
        (row.id, row.anchor) = (id.to_owned(), post.to_owned());
        self.result.statements.push(row);
        let mut gate = self.result.protected.first().unwrap().clone();
        gate.scope = redress_facts::Scope::Statement(id.to_owned());
        self.result.protected.push(gate);
        self.quote(id, post, Some("乙账号"));
    }

    pub(crate) fn step(&mut self, event: Event, paper: Option<u32>) {
        let seq = 100 + u64::try_from(self.state.steps.len()).unwrap();
        let of = Step { event, paper: paper.map(ItemId) };
        self.state.steps.push(Recorded { seq, by: "程某".to_owned(), at: stamp(), of, struck: None });
    }

    /// A claim about the case; `value` is a datum such as `{"is": "yes"}`.
    pub(crate) fn fact(&mut self, scope: &str, term: &str, value: Value, standing: &str) {
        assert!(self.vocabulary.get(term).is_some(), "{term} is no term");
        let span = Span { item: ItemId(2), place: Place::Whole };
        let claim =
            json!({"value": value, "standing": standing, "by": "程某", "as_of": stamp(), "sources": [span]});
        let row = json!({"scope": scope, "term": term, "claims": [claim]});
        self.result.facts.push(serde_json::from_value(row).unwrap());
    }

    pub(crate) fn source(&self) -> Source<'_> {
        Source {
            result: &self.result,
            state: &self.state,
            docket: &self.docket,
            procedures: Procedures::standard(),
            vocabulary: &self.vocabulary,
            book: Book::standard(),
            due: &self.due,
            details: &self.details,
            quotes: &self.quotes,
            pages: &self.pages,
            left_out: None,
            today: TODAY,
        }
    }

    pub(crate) fn fill(&self, form: &str) -> Value {
        redress_forms::find(form).unwrap().fill(&self.source()).unwrap()
    }
}

fn item(id: u32) -> Value {
    let digests = json!({ "sha256": "0a".repeat(32), "sm3": "0b".repeat(32), "bytes": 7 });
    let item = json!({
        "schema": "redress/item/1", "id": ItemId(id), "name": format!("材料{id}"), "format": "text/csv",
        "digests": digests, "sealed_at": stamp(), "source": "平台页面", "tool": "redress 0.1.0",
    });
    json!({ "item": item, "role": "paper", "sealed_by": "程某" })
}

fn result(rows: &[Value]) -> Value {
    let at = json!({ "at": 0, "source": "declared" });
    let totals = json!({
        "items": 2, "bytes": 14, "items_read": 0, "rows": 0, "posts": 0, "accounts": 0, "masked_accounts": 0, "undated": 0,
    });
    let params = json!({"threshold": "4/5", "min_chars": 5, "figures_for": 20, "always": []});
    let statement = |id: &str| {
        json!({
            "id": id, "anchor": "weibo/1", "taken_up": true, "members": 1, "exact": 1, "accounts": 1,
            "first": stamp(), "last": stamp(),
        })
    };
    let views = json!({
        "id": "st-aaaaaaaa.views", "scope": "st-aaaaaaaa", "measure": "views", "unit": "views",
        "count": {"lower": 11500, "upper": 12499}, "parts": [], "parts_total": 0,
    });
    json!({
        "schema": RESULT_SCHEMA, "software": "redress 0.1.0", "case_id": "rd-0", "cover": "谷雨", "as_of": at,
        "today": "2026-04-20", "ledger_entries": 1, "ledger_head": "00".repeat(32),
        "law": { "digest": "", "rules": 0 }, "params": params, "kept": { "totals": totals, "items": rows },
        "protected": [{ "scope": "st-aaaaaaaa", "report": "FF", "criticism": "FF", "set_aside": false }],
        "statements": [statement("st-aaaaaaaa")], "statements_total": 1, "figures": [views],
        "timelines": {}, "facts": [], "outcomes": [], "missing": [], "routes": [], "findings": [],
    })
}
