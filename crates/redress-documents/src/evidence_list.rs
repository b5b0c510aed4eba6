//! The evidence list (证据目录): 序号, 名称, 类型/格式, 来源, 取得方式与时间, 页码, 证明目的, 原件情况, 校验值.

use redress_base::{Digests, ItemId, Stamp};
use redress_case::{CaseResult, ItemRow, Role};
use redress_facts::{Scope, Vocabulary};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Schema of an evidence list.
pub const LIST_SCHEMA: &str = "redress/evidence-list/1";

/// The evidence list of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EvidenceList {
    /// [`LIST_SCHEMA`].
    pub schema: String,
    /// Neutral cover name.
    pub cover: String,
    /// One row an exhibit, in order.
    pub rows: Vec<EvidenceRow>,
}

/// One exhibit. What is absent was not recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EvidenceRow {
    /// 序号: the item, which is also its entry in the log.
    pub item: ItemId,
    /// 名称.
    pub name: String,
    /// 类型: what it is for.
    pub role: Role,
    /// 格式.
    pub format: String,
    /// 来源, in the person's words; absent where nobody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// 取得方式: who took it in.
    pub taken_in_by: String,
    /// 取得时间: when it was sealed, by the clock named in the stamp.
    pub sealed_at: Stamp,
    /// When the material itself was seen, where somebody said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub observed: Option<Stamp>,
    /// Rows of posts in it, which stand for pages of an export; absent for what was not read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rows: Option<u64>,
    /// 证明目的: the facts that rest on it, by scope and term.
    pub proves: Vec<Proves>,
    /// 证明目的 of numbers: figures of the case and of the statements that a person has taken up with a listed
    /// part in it. Figures list their fifty largest parts, so there may be more.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<String>,
    /// 原件情况: where the original is and who has compared it; absent where nobody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub original: Option<String>,
    /// 校验值.
    pub digests: Digests,
    /// The exhibit it came out of, for members of an archive.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<ItemId>,
}

/// A fact that rests on an exhibit.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Proves {
    /// Case or statement.
    pub scope: Scope,
    /// Term of the vocabulary.
    pub term: String,
}

/// Makes the list out of a result.
pub fn evidence_list(result: &CaseResult) -> EvidenceList {
    let rows = result.kept.items.iter().map(|row| evidence_row(result, row)).collect();
    EvidenceList { schema: LIST_SCHEMA.to_owned(), cover: result.cover.clone(), rows }
}

fn evidence_row(result: &CaseResult, row: &ItemRow) -> EvidenceRow {
    let item = &row.item;
    let rests = |spans: &[redress_base::Span]| spans.iter().any(|span| span.item == item.id);
    let proves: BTreeSet<Proves> = result
        .facts
        .iter()
        .filter(|fact| relied_on(result, &fact.scope))
        .filter(|fact| fact.claims.iter().any(|claim| rests(&claim.sources)))
        .map(|fact| Proves { scope: fact.scope.clone(), term: fact.term.clone() })
        .collect();
    EvidenceRow {
        item: item.id,
        name: item.name.clone(),
        role: row.role,
        format: item.format.clone(),
        source: Some(item.source.clone()).filter(|source| !source.is_empty()),
        taken_in_by: row.sealed_by.clone(),
        sealed_at: item.sealed_at,
        observed: item.observed,
        rows: row.report.as_ref().map(|report| report.rows),
        proves: proves.into_iter().collect(),
        figures: figures(result, item.id),
        original: None,
        digests: item.digests,
        parent: item.parent,
    }
}

fn figures(result: &CaseResult, item: ItemId) -> Vec<String> {
    let shown = result.figures.iter().filter(|figure| relied_on(result, &figure.scope));
    let counts = shown.filter(|figure| figure.parts.iter().any(|part| part.span.item == item));
    counts.map(|figure| figure.id.clone()).collect()
}

/// The case, or a statement that a person took up and that Article 10 does not set aside (指导意见 10, in force 2023-09-20): of
/// what is protected nothing is to be proven.
fn relied_on(result: &CaseResult, scope: &Scope) -> bool {
    let Scope::Statement(id) = scope else { return true };
    let set_aside = result.protected.iter().any(|one| one.set_aside && one.scope == *scope);
    !set_aside && result.statements.iter().any(|row| row.taken_up && row.id == *id)
}

impl EvidenceList {
    /// The list as CSV (RFC 4180) with a byte-order mark, so that office programs read the Chinese.
    /// Absent values say 未记录. A cell that a spreadsheet might run as a formula is led by an apostrophe.
    pub fn to_csv(&self) -> String {
        let vocabulary = Vocabulary::standard();
        let mut csv = String::from('\u{feff}');
        line(&mut csv, HEAD.map(str::to_owned));
        for row in &self.rows {
            line(
                &mut csv,
                [
                    row.item.to_string(),
                    row.name.clone(),
                    role(row.role).to_owned(),
                    row.format.clone(),
                    recorded(row.source.clone()),
                    row.taken_in_by.clone(),
                    row.sealed_at.at.to_string(),
                    recorded(row.observed.map(|stamp| stamp.at.to_string())),
                    recorded(row.rows.map(|rows| format!("{rows}行"))),
                    recorded(purpose(row, &vocabulary)),
                    recorded(row.original.clone()),
                    row.parent.map(|item| item.to_string()).unwrap_or_default(),
                    row.digests.bytes.to_string(),
                    row.digests.sha256.to_string(),
                    row.digests.sm3.to_string(),
                ],
            );
        }
        csv
    }
}

/// The columns that courts ask for, and what an expert needs to compare.
const HEAD: [&str; 15] = [
    "序号",
    "证据名称",
    "类型",
    "格式",
    "来源",
    "取得人",
    "封存时间",
    "看到时间",
    "页码（行数）",
    "证明目的",
    "原件情况",
    "所属压缩包",
    "字节数",
    "SHA-256",
    "SM3",
];

/// The facts that rest on it by name, statement by statement; then how many figures were counted from it.
fn purpose(row: &EvidenceRow, vocabulary: &Vocabulary) -> Option<String> {
    let named = |one: &Proves| {
        let name = vocabulary.get(&one.term).map_or(one.term.as_str(), |term| term.zh.as_str());
        match &one.scope {
            Scope::Case => name.to_owned(),
            Scope::Statement(id) => format!("{id} {name}"),
        }
    };
    let mut purposes: Vec<String> = row.proves.iter().map(named).collect();
    if !row.figures.is_empty() {
        purposes.push(format!("从中数出的数字{}个", row.figures.len()));
    }
    Some(purposes.join("；")).filter(|text| !text.is_empty())
}

fn recorded(value: Option<String>) -> String {
    value.unwrap_or_else(|| "未记录".to_owned())
}

const fn role(role: Role) -> &'static str {
    match role {
        Role::Material => "电子数据",
        Role::Paper => "书证",
        Role::Mapping => "映射文件",
        Role::Checkpoint => "案卷记录封存",
        Role::Timestamp => "时间戳回执",
    }
}

fn line<const N: usize>(csv: &mut String, cells: [String; N]) {
    let cells = cells.map(|cell| quoted(&cell));
    csv.push_str(&cells.join(","));
    csv.push_str("\r\n");
}

/// RFC 4180 quoting; a leading `= + - @`, tab or return is kept from being run as a formula.
fn quoted(cell: &str) -> String {
    let runs = cell.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n']);
    let cell = if runs { format!("'{cell}") } else { cell.to_owned() };
    if cell.contains([',', '"', '\n', '\r']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell }
}

#[cfg(test)]
mod tests {
    use super::{EvidenceList, LIST_SCHEMA, evidence_list, quoted};
    use redress_base::{Instant, ItemId, Place, Span, Stamp, TimeSource};
    use redress_case::{CaseResult, RESULT_SCHEMA};
    use serde_json::{Value, json};

    fn item(id: u32, name: &str, source: &str) -> Value {
        let at = Stamp { at: Instant(1_770_500_000), source: TimeSource::SystemClock };
        let digests = json!({ "sha256": "0a".repeat(32), "sm3": "0b".repeat(32), "bytes": 7 });
        let item = json!({
            "schema": "redress/item/1", "id": ItemId(id), "name": name, "format": "text/csv", "digests": digests,
            "sealed_at": at, "source": source, "tool": "redress 0.1.0",
        });
        json!({ "item": item, "role": "paper", "sealed_by": "程某" })
    }

    /// A result with two papers, one fact that rests on the first, and nothing else.
    fn result() -> CaseResult {
        let at = json!({ "at": 0, "source": "declared" });
        let span = Span { item: ItemId(1), place: Place::Whole };
        let claim = json!({ "value": { "is": "yes" }, "standing": "official", "by": "程某", "as_of": at, "sources": [span] });
        let totals = json!({
            "items": 2, "bytes": 14, "items_read": 0, "rows": 0, "posts": 0, "accounts": 0, "masked_accounts": 0, "undated": 0,
        });
        let params = json!({"threshold": "4/5", "min_chars": 5, "figures_for": 20, "always": []});
        let statement = json!({
            "id": "st-aaaaaaaa", "anchor": "weibo/1", "taken_up": true, "members": 1, "exact": 1, "accounts": 1,
        });
        let items = [item(1, "=cmd|'/C calc'!A0", "警方\"通报\",复印"), item(2, "回执.pdf", "")];
        let result = json!({
            "schema": RESULT_SCHEMA, "software": "redress 0.1.0", "case_id": "rd-0", "cover": "春分", "as_of": at,
            "today": "2026-02-10", "ledger_entries": 1, "ledger_head": "00".repeat(32),
            "law": { "digest": "", "rules": 0 }, "params": params, "kept": { "totals": totals, "items": items },
            "protected": [], "statements": [statement], "statements_total": 1, "figures": [], "timelines": {},
            "facts": [{ "scope": "st-aaaaaaaa", "term": "statement_false", "claims": [claim] }],
            "outcomes": [], "missing": [], "routes": [], "findings": [],
        });
        serde_json::from_value(result).unwrap()
    }

    #[test]
    fn an_exhibit_says_what_rests_on_it_and_what_nobody_recorded() {
        let list = evidence_list(&result());
        let [first, second] = list.rows.as_slice() else { panic!("two exhibits") };
        assert_eq!(list.schema, LIST_SCHEMA);
        assert_eq!(first.proves.iter().map(|one| one.term.as_str()).collect::<Vec<_>>(), ["statement_false"]);
        assert!(second.proves.is_empty() && second.source.is_none() && second.original.is_none());
    }

    /// 指导意见 10 (in force 2023-09-20): of what is protected nothing is to be proven, nor of what nobody took up.
    #[test]
    fn nothing_is_to_be_proven_of_what_is_protected() {
        let mut aside = result();
        let row = json!({ "scope": "st-aaaaaaaa", "report": "TT", "criticism": "FF", "set_aside": true });
        aside.protected.push(serde_json::from_value(row).unwrap());
        assert!(evidence_list(&aside).rows.iter().all(|row| row.proves.is_empty()));
        let mut untaken = result();
        untaken.statements[0].taken_up = false;
        assert!(evidence_list(&untaken).rows.iter().all(|row| row.proves.is_empty()));
    }

    #[test]
    fn the_csv_reads_as_a_court_expects_and_never_runs() {
        let csv = evidence_list(&result()).to_csv();
        let lines: Vec<&str> = csv.trim_start_matches('\u{feff}').trim_end().split("\r\n").collect();
        let [head, first, second] = lines.as_slice() else { panic!("{lines:?}") };
        assert!(csv.starts_with('\u{feff}') && head.starts_with("序号,证据名称,类型"));
        assert!(first.starts_with("item-000001,'=cmd|'/C calc'!A0,书证"), "{first}");
        assert!(
            first.contains("\"警方\"\"通报\"\",复印\"") && first.contains("st-aaaaaaaa 内容不实"),
            "{first}"
        );
        assert_eq!(second.matches("未记录").count(), 5, "{second}");
    }

    #[test]
    fn the_stored_form_round_trips() {
        let list = evidence_list(&result());
        let text = serde_json::to_string(&list).unwrap();
        assert_eq!(serde_json::from_str::<EvidenceList>(&text).unwrap(), list);
    }

    #[test]
    fn cells_are_quoted_and_never_run() {
        assert_eq!(quoted("a,b \"c\""), "\"a,b \"\"c\"\"\"");
        assert_eq!(quoted("=HYPERLINK(1)"), "'=HYPERLINK(1)");
        assert_eq!(quoted("普通"), "普通");
    }
}
