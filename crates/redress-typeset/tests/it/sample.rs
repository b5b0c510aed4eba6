//! Papers to be set.

use redress_base::ItemId;
use redress_paper::{
    Align, Block, Cell, Edition, Fixed, Missing, PAPER_SCHEMA, Paper, Picture, Run, Standing, Style,
};
use redress_typeset::{Exhibits, Typesetter};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The faces are read once for all tests.
pub(crate) static TYPESETTER: LazyLock<Typesetter> =
    LazyLock::new(|| Typesetter::new(Vec::new()).expect("the program's own faces can be read"));

/// A final of the blocks.
pub(crate) fn paper(blocks: Vec<Block>) -> Paper {
    Paper {
        schema: PAPER_SCHEMA.to_owned(),
        form: "sample".to_owned(),
        title: Fixed::new("刑事自诉状", "Criminal complaint"),
        edition: Edition::Chinese,
        standing: Standing::Final,
        day: "2026-02-10".to_owned(),
        missing: Vec::new(),
        blocks,
        pictures: BTreeMap::new(),
    }
}

pub(crate) fn paragraph(runs: Vec<Run>) -> Block {
    Block::Paragraph { indent: true, align: Align::Start, runs }
}

pub(crate) fn mark(name: &str) -> Block {
    Block::Mark { name: name.to_owned() }
}

/// A paper of one paragraph that quotes a text.
pub(crate) fn quoting(text: &str) -> Paper {
    paper(vec![paragraph(vec![Run::plain("原文："), Run::new(text, Style::Quoted), Run::plain("（证据1）")])])
}

/// Text as posts have it, and as nobody wishes it.
pub(crate) const HOSTILE: [&str; 14] = [
    "哈哈哈😀👍🏽👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿🇨🇳 1️⃣ ❤️‍🔥",
    "שלום עולם (123) abc",
    "السلام عليكم ورحمة الله — 2026 «x»",
    "\u{202E}gnp.exe\u{202C} 之后",
    "零宽\u{200B}字\u{200D}符\u{FEFF}与\u{0}控制\u{7}符\u{1B}[31m",
    "https://weibo.example/status/5012345678901234567890123456789012345678901234567890?from=timeline&id=abcdefghijklmnopqrstuvwxyz0123456789",
    "！！！！！！！！！！！！！！！！！！！！！！！！！！！！！！！！！！！！！！！！！！！！！！！！！！！！！！！！！！！！！！",
    "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!͖̬̰̙̗̿̋ͥͥ̂ͣ̐́́͜͞",
    "ไทย हिन्दी བོད་ཡིག ᠮᠣᠩᠭᠣᠯ 한국어 にほんご Ελληνικά Русский Tiếng Việt",
    "#let x = 1; #image(\"/etc/passwd\") *粗* _斜_ $x^2$ `code` <label> @ref \\ // /* */",
    "𝕳𝖊𝖑𝖑𝖔 ①②③⑳ ☐☑ ½ ℃ ㎡ ™ ∑ ≥ →",
    "生僻字：㐂㛃䶮𠮷喆燊骉犇淼",
    "行一\r\n行二\n行三\u{2028}行四\t制表",
    "{\"json\": \"</script>\"} & ' \" %s ../../",
];

fn svg() -> String {
    "<svg xmlns='http://www.w3.org/2000/svg' width='400' height='160' viewBox='0 0 400 160'>\
     <rect x='10' y='40' width='60' height='100' fill='#567'/><rect x='90' y='70' width='60' height='70' fill='#9ab'/>\
     <text x='10' y='24' font-family='Noto Serif CJK SC' font-size='16'>浏览量（次）</text></svg>"
        .to_owned()
}

fn grid() -> Block {
    let row = |label: &str, value: Vec<Run>| vec![Cell::label(vec![Run::plain(label)]), Cell::of(value)];
    Block::Table {
        columns: vec![3, 9],
        head: 0,
        name: Fixed::new("自诉人", "Complainant"),
        rows: vec![
            row("姓名", vec![Run::filled("张某"), Run::new("Zhang", Style::Gloss)]),
            row("住址", vec![Run::new("【待填：住址】", Style::Missing)]),
            row("名字很长", vec![Run::new("名".repeat(500), Style::Quoted)]),
            row("字母很长", vec![Run::new("W".repeat(300), Style::Quoted)]),
            row(
                "SHA-256",
                vec![Run::new(
                    "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                    Style::Code,
                )],
            ),
        ],
    }
}

pub(crate) fn evidence_rows(count: usize) -> Block {
    let head = ["序号", "证据名称", "证明目的", "来源", "页码", "SHA-256"];
    let mut rows = vec![head.iter().map(|text| Cell::label(vec![Run::plain(*text)])).collect::<Vec<_>>()];
    for index in 1..=count {
        rows.push(vec![
            Cell::of(vec![Run::plain(index.to_string())]),
            Cell::of(vec![Run::new(
                format!("账号“user_{index}”于2026年2月{}日发布的微博截图", index % 28 + 1),
                Style::Filled,
            )]),
            Cell::of(vec![Run::plain("证明被诉言论的内容、发布时间和传播范围。")]),
            Cell::of(vec![Run::plain("自行取证")]),
            Cell::of(vec![Run::plain(format!("{}—{}", index * 2, index * 2 + 1))]),
            Cell::of(vec![Run::new(format!("{index:064x}"), Style::Code)]),
        ]);
    }
    let name = Fixed::new("证据目录", "List of evidence");
    Block::Table { columns: vec![1, 4, 4, 2, 2, 3], head: 1, name, rows }
}

/// Every kind of block and run, with text that nobody wishes.
pub(crate) fn hard() -> Paper {
    let gloss = |zh: &str, en: &str| vec![Run::plain(zh), Run::new(en, Style::Gloss)];
    let mut blocks = vec![
        Block::Title { runs: gloss("刑事自诉状", "Criminal complaint (defamation)") },
        grid(),
        Block::Heading { level: 1, runs: gloss("一、诉讼请求", "Claims") },
        paragraph(gloss(
            "依法追究被告人诽谤的刑事责任；判令被告人在原平台公开更正，在Weibo平台以同等范围澄清，并承担本案诉讼费用。",
            "To hold the accused responsible under the law.",
        )),
        Block::Heading { level: 2, runs: gloss("（一）事实与理由", "Facts and reasons") },
        Block::Heading { level: 3, runs: gloss("1.传播情况", "Dissemination") },
        paragraph(vec![
            Run::plain("被告人的言论被浏览"),
            Run::filled("5,012次"),
            Run::plain("（证据3，第5—7页），"),
            Run::new("情节", Style::Strong),
            Run::plain("须由法院认定，"),
            Run::new("【待填：首次发现日期】", Style::Missing),
            Run::plain("。"),
            Run::new("数据来源见证据目录。", Style::Small),
        ]),
        Block::List {
            ordered: true,
            items: vec![gloss("微博页面截图一份；", "Screenshot"), gloss("公证书一份。", "Deed")],
        },
        Block::List {
            ordered: false,
            items: HOSTILE.iter().map(|text| vec![Run::new(*text, Style::Quoted)]).collect(),
        },
        Block::Note {
            paragraphs: vec![gloss("说明：本表由申请人填写，不得更改格式。", "Do not change the layout.")],
        },
        Block::Picture {
            id: "chart".into(),
            alt: "浏览量柱状图".into(),
            caption: gloss("图1 浏览量", "Views"),
        },
        Block::Paragraph { indent: false, align: Align::Start, runs: gloss("此致", "To") },
        Block::Paragraph {
            indent: false, align: Align::End, runs: vec![Run::plain("二〇二六年二月十日")]
        },
        Block::Signature {
            lines: vec![gloss("具状人（签名）：", "Signed"), vec![Run::plain("日期：")]]
        },
        Block::PageBreak,
        mark("list"),
    ];
    blocks.push(evidence_rows(40));
    let mut paper = paper(blocks);
    paper.pictures.insert("chart".into(), Picture::Svg { svg: svg() });
    paper
}

/// The same as a draft with its list, in both languages.
pub(crate) fn hard_draft() -> Paper {
    let missing = |path: &str, zh: &str, en: &str| Missing {
        path: path.to_owned(),
        label: Fixed::new(zh, en),
        asked_by: Some("刑事诉讼法解释第三百一十九条".to_owned()),
    };
    Paper {
        edition: Edition::Glossed,
        standing: Standing::Draft,
        missing: vec![
            missing("complainant.address", "住址", "Address"),
            missing("first_seen", "首次发现日期", "First seen"),
        ],
        ..hard()
    }
}

/// A paper that shows exhibits, one after the other, with marks around each.
pub(crate) fn volume(pictures: &[(u32, Vec<u8>)]) -> (Paper, Exhibits) {
    let mut made = paper(vec![Block::Title { runs: vec![Run::plain("证据册")] }]);
    let mut exhibits = Exhibits::new();
    for (number, bytes) in pictures {
        let (item, id) = (ItemId(*number), format!("exhibit-{number}"));
        exhibits.insert(item, bytes.clone());
        made.pictures.insert(id.clone(), Picture::Exhibit { item });
        made.blocks.extend([
            mark(&format!("{id}.begin")),
            Block::Heading { level: 1, runs: vec![Run::plain(format!("证据{number}"))] },
            Block::Picture {
                id: id.clone(),
                alt: format!("证据{number}"),
                caption: vec![Run::plain("截图")],
            },
            mark(&format!("{id}.end")),
        ]);
    }
    (made, exhibits)
}
