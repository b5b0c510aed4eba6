//! Made-up papers: one that shows every kind of block, and small ones for a single question.

use redress_base::ItemId;
use redress_paper::{
    Align, Block, Cell, Edition, Fixed, Missing, PAPER_SCHEMA, Paper, Picture, Run, Standing, Style,
};
use redress_typeset::Rasters;
use std::collections::BTreeMap;

/// The item of the picture exhibit in [`everything`].
pub(crate) const EXHIBIT: ItemId = ItemId(7);

/// A paper of these blocks.
pub(crate) fn paper(blocks: Vec<Block>) -> Paper {
    Paper {
        schema: PAPER_SCHEMA.to_owned(),
        form: "complaint-defamation".to_owned(),
        title: Fixed::new("刑事自诉状", "Criminal complaint"),
        edition: Edition::Chinese,
        standing: Standing::Final,
        day: "2026-02-10".to_owned(),
        missing: Vec::new(),
        blocks,
        pictures: BTreeMap::new(),
    }
}

/// A paragraph of one run.
pub(crate) fn paragraph(text: &str) -> Block {
    Block::Paragraph { indent: true, align: Align::Start, runs: vec![Run::plain(text)] }
}

/// A PNG of one colour, made without a package: stored deflate blocks and the checksums of PNG.
pub(crate) fn png(width: u32, height: u32) -> Vec<u8> {
    let mut raw = Vec::new();
    for _ in 0..height {
        raw.push(0);
        raw.extend(std::iter::repeat_n(0xb0, usize::try_from(width).unwrap()));
    }
    let mut data = vec![0x78, 0x01];
    let count = raw.chunks(65_535).count();
    for (at, chunk) in raw.chunks(65_535).enumerate() {
        let length = u16::try_from(chunk.len()).unwrap();
        data.push(u8::from(at + 1 == count));
        data.extend(length.to_le_bytes());
        data.extend((!length).to_le_bytes());
        data.extend(chunk);
    }
    let (mut a, mut b) = (1u32, 0u32);
    for byte in &raw {
        a = (a + u32::from(*byte)) % 65_521;
        b = (b + a) % 65_521;
    }
    data.extend((b << 16 | a).to_be_bytes());
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    let header = [width.to_be_bytes(), height.to_be_bytes()].concat();
    chunk(&mut file, b"IHDR", &[header.as_slice(), &[8, 0, 0, 0, 0]].concat());
    chunk(&mut file, b"IDAT", &data);
    chunk(&mut file, b"IEND", &[]);
    file
}

fn chunk(file: &mut Vec<u8>, kind: &[u8; 4], data: &[u8]) {
    file.extend(u32::try_from(data.len()).unwrap().to_be_bytes());
    let body = [kind.as_slice(), data].concat();
    let mut crc = u32::MAX;
    for byte in &body {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 };
        }
    }
    file.extend(body);
    file.extend((!crc).to_be_bytes());
}

/// The pictures of [`everything`].
pub(crate) fn rasters() -> Rasters {
    Rasters {
        charts: BTreeMap::from([("reach".to_owned(), png(600, 200))]),
        exhibits: BTreeMap::from([(EXHIBIT, vec![png(120, 200)])]),
    }
}

fn cells(texts: &[&str]) -> Vec<Cell> {
    texts.iter().map(|text| Cell::of(vec![Run::filled(*text)])).collect()
}

fn heads(texts: &[&str]) -> Vec<Cell> {
    texts.iter().map(|text| Cell::label(vec![Run::plain(*text)])).collect()
}

/// Every kind of block and of run.
pub(crate) fn everything() -> Paper {
    let mut paper = paper(Vec::new());
    paper.blocks.push(Block::Title { runs: vec![Run::plain("刑事自诉状")] });
    paper.blocks.extend(parties());
    paper.blocks.extend(reasons());
    paper.blocks.extend(evidence());
    paper.blocks.extend(ending());
    paper.pictures.insert("reach".to_owned(), Picture::Svg { svg: "<svg/>".to_owned() });
    paper.pictures.insert("shot".to_owned(), Picture::Exhibit { item: EXHIBIT });
    paper
}

fn parties() -> Vec<Block> {
    vec![
        Block::Note {
            paragraphs: vec![vec![Run::plain("说明：本诉状一式三份；每页由自诉人签名。")]]
        },
        Block::Table {
            columns: vec![3, 9],
            head: 0,
            name: Fixed::new("自诉人", "Private prosecutor"),
            rows: vec![
                vec![Cell::label(vec![Run::plain("自诉人")]).wide(2)],
                vec![Cell::label(vec![Run::plain("姓名")]), Cell::of(vec![Run::filled("林晓")])],
                vec![
                    Cell::label(vec![Run::plain("住址")]),
                    Cell::tall(vec![
                        vec![Run::filled("江州市东湖区文华路 12 号")],
                        vec![Run::new("现住址与户籍地址一致", Style::Small)],
                    ]),
                ],
            ],
        },
        Block::Heading { level: 1, runs: vec![Run::plain("一、诉讼请求")] },
        Block::List {
            ordered: true,
            items: vec![
                vec![Run::plain("请求追究账号“江州夜话”使用者的刑事责任；")],
                vec![Run::plain("请求判令赔礼道歉。")],
            ],
        },
    ]
}

fn reasons() -> Vec<Block> {
    let told = vec![
        Run::plain("2026 年 1 月 3 日，该账号发布："),
        Run::new("“快递员收黑钱——都看看她是谁”", Style::Quoted),
        Run::plain("，浏览"),
        Run::filled("12,340 次"),
        Run::plain("（证据3，第5—7页），"),
        Run::new("至今未删除", Style::Strong),
        Run::plain("。"),
    ];
    vec![
        Block::Heading { level: 1, runs: vec![Run::plain("二、事实与理由")] },
        Block::Heading { level: 2, runs: vec![Run::plain("（一）发布与传播")] },
        Block::Paragraph { indent: true, align: Align::Start, runs: told },
        paragraph(&"自诉人系快递员，与该账号使用者素不相识。上述内容系捏造，经平台推荐后在本地群组中广泛传播，自诉人多次接到陌生人来电，无法正常工作。".repeat(3)),
        Block::Heading { level: 3, runs: vec![Run::plain("1. 校验值")] },
        Block::Paragraph {
            indent: false,
            align: Align::Start,
            runs: vec![
                Run::plain("证据3："),
                Run::new("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".repeat(2), Style::Code),
            ],
        },
        Block::List {
            ordered: false,
            items: vec![vec![Run::plain("平台记录一份；")], vec![Run::plain("公证书一份。")]],
        },
        Block::List { ordered: true, items: vec![vec![Run::plain("第二个列表从 1 开始。")]] },
    ]
}

fn evidence() -> Vec<Block> {
    let mut rows = vec![heads(&["序号", "证据名称", "证明目的", "页码"])];
    for number in 1..=40 {
        rows.push(cells(&[
            &number.to_string(),
            "网页截图（含校验值与取得时间）",
            "证明该内容于该日仍可公开访问",
            &format!("{}—{}", number * 2, number * 2 + 1),
        ]));
    }
    vec![
        Block::PageBreak,
        Block::Mark { name: "exhibit-3-first".to_owned() },
        Block::Heading { level: 1, runs: vec![Run::plain("三、证据目录")] },
        Block::Table {
            columns: vec![1, 4, 4, 2],
            head: 1,
            name: Fixed::new("证据目录", "List of evidence"),
            rows,
        },
        Block::Picture {
            id: "reach".to_owned(),
            alt: "浏览量随时间上升的曲线".to_owned(),
            caption: vec![Run::plain("图1　浏览量")],
        },
        Block::Picture {
            id: "shot".to_owned(),
            alt: "帖子截图".to_owned(),
            caption: vec![Run::plain("证据3")],
        },
        Block::Mark { name: "exhibit-3-last".to_owned() },
    ]
}

fn ending() -> Vec<Block> {
    vec![
        Block::Paragraph { indent: true, align: Align::Start, runs: vec![Run::plain("此致")] },
        Block::Paragraph {
            indent: false,
            align: Align::Start,
            runs: vec![Run::plain("江州市东湖区人民法院")],
        },
        Block::Signature {
            lines: vec![vec![Run::plain("自诉人（签名）：")], vec![Run::plain("2026年2月10日")]],
        },
    ]
}

/// The same as a draft with an English gloss.
pub(crate) fn glossed_draft() -> Paper {
    let mut paper = everything();
    paper.edition = Edition::Glossed;
    paper.standing = Standing::Draft;
    paper.missing = vec![
        Missing {
            path: "prosecutors.0.id_number".to_owned(),
            label: Fixed::new("公民身份号码", "Identity number"),
            asked_by: Some("《刑事诉讼法》解释第319条".to_owned()),
        },
        Missing { path: "court.name".to_owned(), label: Fixed::new("受理法院", "Court"), asked_by: None },
    ];
    paper.blocks.insert(
        1,
        Block::Table {
            columns: vec![3, 9],
            head: 0,
            name: Fixed::new("身份", "Identity"),
            rows: vec![vec![
                Cell::label(vec![Run::plain("公民身份号码"), Run::new("Identity number", Style::Gloss)]),
                Cell::of(vec![
                    Run::new("【待填：公民身份号码】", Style::Missing),
                    Run::new("[to be filled: Identity number]", Style::Gloss),
                ]),
            ]],
        },
    );
    paper.blocks.insert(
        2,
        Block::Paragraph {
            indent: true,
            align: Align::Start,
            runs: vec![
                Run::plain("自诉人："),
                Run::new("Private prosecutor:", Style::Gloss),
                Run::filled("林晓"),
                Run::plain("，从事快递工作。"),
                Run::new("works as a courier.", Style::Gloss),
            ],
        },
    );
    paper
}
