//! A small case of its own: a rumour with a near copy, a critic, and names that try to break the page.

use redress_analysis::Params;
use redress_base::{Date, Instant, ItemId, Place, Sha256, Span, Stamp, TimeSource};
use redress_case::{Anchor, CaseResult, ClaimEntry, Input, KeptItem, Role, State, assemble};
use redress_facts::{Claim, Datum, Standing, Vocabulary};
use redress_law::Book;
use redress_posts::{Corpus, NoTables, read};
use std::collections::BTreeMap;

/// The words of the rumour: they may stand nowhere but in a closed fold.
pub(crate) const WORDS: &str = "听说三号楼的租客半夜偷走了整栋楼的快递还拒不承认请大家互相转告";
/// A handle: it may stand nowhere at all.
pub(crate) const HANDLE: &str = "handle-of-a-stranger";
/// What tries to run, to reorder or to end an attribute.
pub(crate) const HOSTILE: &str = "<script>alert(1)</script>\u{202E}\" onload=\"x&";

const HEADER: &str = "note_id,content,create_time,create_date_time,liked_count,comments_count,shared_count,last_modify_ts,note_url,ip_location,user_id,nickname,gender,profile_url,avatar,source_keyword";

/// The export: two word-for-word posts, a near copy, and a critic.
fn export() -> String {
    let row = |id: u64, words: &str, at: u64, shared: &str| {
        let date = Instant(i64::try_from(at).unwrap()).beijing_text().replace('T', " ");
        format!(
            "{id},{words},{at},{date},3,2,{shared},{}000,https://m.weibo.example/detail/{id},云渡,7{id},{HANDLE}-{id},m,,,",
            at + 86_400
        )
    };
    [
        HEADER.to_owned(),
        row(901, WORDS, 1_770_298_812, "1.2万"),
        row(902, WORDS, 1_770_302_412, "40"),
        row(903, &format!("{WORDS}呀"), 1_770_390_000, "25"),
        row(904, "物业处理这件事又慢又敷衍作为住户我很失望希望尽快公开监控", 1_770_400_000, "1"),
    ]
    .join("\n")
}

fn stamp(at: i64) -> Stamp {
    Stamp { at: Instant(at), source: TimeSource::Declared }
}

fn kept(id: u32, name: &str, role: Role) -> KeptItem {
    let item = serde_json::json!({
        "schema": "redress/item/1", "id": ItemId(id), "name": name, "format": "text/csv",
        "digests": { "sha256": "00".repeat(32), "sm3": "11".repeat(32), "bytes": 1 },
        "sealed_at": stamp(1_770_500_000), "source": HOSTILE, "tool": "redress",
    });
    KeptItem {
        item: serde_json::from_value(item).unwrap(),
        role,
        by: HOSTILE.to_owned(),
        read: None,
        readings: Vec::new(),
    }
}

fn claim(seq: u64, post: Option<u64>, term: &str, value: Datum, standing: Standing) -> ClaimEntry {
    let paper = Span { item: ItemId(2), place: Place::Whole };
    ClaimEntry {
        seq,
        anchor: post.map_or(Anchor::Case, |id| Anchor::Post(format!("weibo/{id}"))),
        term: term.to_owned(),
        claim: Claim {
            value,
            standing,
            by: "林律师".to_owned(),
            as_of: stamp(1_770_600_000),
            sources: vec![paper],
            figure: None,
            reason: Some(HOSTILE.to_owned()),
            opposing: false,
            disputed: false,
            named: None,
        },
        withdrawn: None,
        disputes: Vec::new(),
    }
}

fn claims() -> Vec<ClaimEntry> {
    let mut opposing = claim(9, Some(901), "statement_false", Datum::No, Standing::Stated);
    opposing.claim.opposing = true;
    vec![
        claim(2, Some(901), "is_report_of_wrongdoing", Datum::No, Standing::Judged),
        claim(3, Some(901), "is_comment_or_criticism", Datum::No, Standing::Judged),
        claim(4, Some(901), "statement_is_factual", Datum::Yes, Standing::Stated),
        claim(5, Some(901), "statement_false", Datum::Yes, Standing::Official),
        claim(6, Some(904), "is_comment_or_criticism", Datum::Yes, Standing::Judged),
        claim(7, Some(904), "wanton_abuse_or_malicious_smear", Datum::No, Standing::Judged),
        claim(11, Some(904), "discloses_personal_information", Datum::No, Standing::Judged),
        claim(8, None, "complainant_kind", Datum::Choice("company".to_owned()), Standing::Stated),
        opposing,
        claim(10, None, "report_date", Datum::Date(Date::constant(2026, 2, 9)), Standing::Official),
    ]
}

/// The result of that case.
pub(crate) fn result() -> CaseResult {
    let mut corpus = Corpus::new();
    let report = read(ItemId(1), "export.csv", export().as_bytes(), None, &NoTables, &mut corpus).unwrap();
    let reports = BTreeMap::from([(ItemId(1), report)]);
    let items =
        [(ItemId(1), kept(1, "export.csv", Role::Material)), (ItemId(2), kept(2, HOSTILE, Role::Paper))];
    let mut state = State::opened("rd-0123456789abcdef", &format!("Spring {HOSTILE}"), stamp(1_770_500_000));
    state.last = stamp(1_770_600_000);
    state.items = BTreeMap::from(items);
    state.claims = claims();
    state.entries = 11;
    state.head = Sha256([7; 32]);
    let params = Params::default();
    let found = redress_analysis::statements(&corpus, &params);
    let input = Input {
        state: &state,
        corpus: &corpus,
        statements: &found,
        reports: &reports,
        book: Book::standard(),
        vocabulary: &Vocabulary::standard(),
        params: &params,
        now: stamp(1_770_700_000),
        today: Date::constant(2026, 2, 10),
        software: "redress 0.1.0",
    };
    assemble(&input).unwrap()
}
