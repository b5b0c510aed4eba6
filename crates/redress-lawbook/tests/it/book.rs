//! A small made-up law that uses every construct, and the standard book.

use redress_facts::Vocabulary;
use redress_law::Book;
use std::sync::LazyLock;

const INDEX: &str = r#"+++
instrument = "cn/made-up"
zh = "中华人民共和国示例法"
en = "Example Law of the People's Republic of China"
number = "示例〔2020〕1号"
rank = "administrative-statute"
source = "made up for this test"
confidence = "V"

[not-encoded]
"2" = { zh = "与本测试无关", en = "Of no use to this test" }
+++
"#;

const SEVEN: &str = r#"+++
instrument = "cn/made-up"
article = "7-1"
zh = "示例条文"
en = "An example"
from = 2020-01-01
end = { repealed = 2026-01-01, by = "cn/made-up/8" }
clock = "act"
source = "made up"
confidence = "O"
role = "violation"

[severity]
fine-yuan-max = 500

[limits]
zh = "<b>只是</b>示例。"
en = "Only an <b>example</b>."

[[contested]]
id = "made-up-times"
zh = "两次还是三次。"
en = "Two or three times."

[[deadline]]
id = "made-up-limit"
zh = "六个月内提出"
en = "Bring it within six months"
who = "person"
from = ["act_date", "act_end_date"]
length = "6 months"
regime = "penalty"
warn = { zh = "过期不再受理", en = "Later it is not taken up" }

[[duty]]
id = "made-up-duty"
zh = "及时告知"
en = "Tell promptly"
who = "police"
when = "made-up"
+++

## 要点

示例要点。

## In short

An example in short.

```rule
规则 made-up
名称 示例 | Example
成立 全部
  (一) 任一 "数量 | Numbers" 依据 cn/made-up/7-1(1)
    view_count >= 5000
    比例 >= 1/2 "合计 | Joined"
      pi_tracks_count / 50
      pi_contacts_count / 5000
    读法 made-up-times
      取 two defamation_act_count >= 2
      取 three defamation_act_count >= 3
    合计 1 年内
      当 acts_unprocessed
      year_view_count >= 5000
  (二) 非 任一 "人 | Persons"
    consequence_person 属于 {other}
  (三) 至少 2 项
    statement_false
    harms_reputation
    actor_birth_date 行为时满 16 周岁
  (四) 兜底 other_serious_circumstances
依次得 heavier "重 | Heavier" {fine-yuan-max 500}
  prior_defamation_admin_penalty_date 在行为前 2 年内
依次得 ordinary "轻 | Ordinary" {fine-yuan-max 200}
除非 必须排除 先查 made-up-shield
除非 由对方证明 made-up-defence
```

```rule
规则 made-up-shield
名称 受保护 | Protected
类别 protected
成立 推定 is_report_of_wrongdoing
```

```rule
规则 made-up-defence
名称 抗辩 | Defence
类别 relief
成立 act_end_date 不早于 act_date
```

```test
made-up
base 2024-03-01: view_count=5000; statement_false=yes; harms_reputation=yes; other_serious_circumstances=yes
-> UU
view_count=4000.. -> UU      # a floor
consequence_person=other -> FF
reading made-up-times=two: view_count=0; defamation_act_count=2? -> FU presumptive FT gives ordinary
empty -> UU
```
"#;

const EIGHT: &str = r#"+++
instrument = "cn/made-up"
article = "8"
zh = "示例条文（新）"
en = "An example (new)"
from = 2026-01-01
end = "not-researched"
clock = "filing"
source = "made up"
confidence = "V"

[severity]
fine-yuan-max = 1000
+++

## 要点

新要点。

## In short

New in short.

```rule
规则 made-up
名称 示例 | Example
成立 全部
  view_count >= 5000
  statement_false
```

```rule
规则 made-up-new
名称 新规则 | A new rule
成立 statement_false
```
"#;

/// The facts of the made-up book: name, kind, scope.
const FACTS: [(&str, &str, &str); 15] = [
    ("view_count", "{ count = \"views\" }", "statement"),
    ("pi_tracks_count", "{ count = \"items\" }", "case"),
    ("pi_contacts_count", "{ count = \"items\" }", "case"),
    ("defamation_act_count", "{ count = \"times\" }", "case"),
    ("year_view_count", "{ count = \"views\" }", "case"),
    ("acts_unprocessed", "\"truth\"", "case"),
    ("consequence_person", "{ choice = [\"victim\", \"other\"] }", "case"),
    ("statement_false", "\"truth\"", "statement"),
    ("harms_reputation", "\"judgement\"", "statement"),
    ("actor_birth_date", "\"date\"", "case"),
    ("other_serious_circumstances", "\"judgement\"", "case"),
    ("prior_defamation_admin_penalty_date", "\"date\"", "case"),
    ("is_report_of_wrongdoing", "\"truth\"", "statement"),
    ("act_date", "\"date\"", "statement"),
    ("act_end_date", "\"date\"", "statement"),
];

/// The vocabulary of the made-up book.
pub(crate) fn few() -> &'static Vocabulary {
    static WORDS: LazyLock<Vocabulary> = LazyLock::new(|| {
        let term = |(name, kind, scope): &(&str, &str, &str)| {
            let english = name.replace('_', " ");
            format!(
                "[{name}]\nzh = \"事实{name}\"\nen = \"{english}\"\nscope = \"{scope}\"\nkind = {kind}\nsource = \"own-papers\"\nspeaks = \"either\"\n"
            )
        };
        Vocabulary::parse(&FACTS.iter().map(term).collect::<String>()).expect("a vocabulary")
    });
    &WORDS
}

/// The made-up book.
pub(crate) fn small() -> Book {
    let pages = [("cn/made-up/index.md", INDEX), ("cn/made-up/7-1.md", SEVEN), ("cn/made-up/8.md", EIGHT)];
    let pages: Vec<(String, String)> =
        pages.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
    let (book, findings) = Book::compile_with(&pages, few());
    let errors: Vec<_> = findings.iter().filter(|f| f.level == redress_base::Level::Error).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    book
}

/// The vocabulary, read once.
pub(crate) fn vocabulary() -> &'static Vocabulary {
    static WORDS: LazyLock<Vocabulary> = LazyLock::new(Vocabulary::standard);
    &WORDS
}
