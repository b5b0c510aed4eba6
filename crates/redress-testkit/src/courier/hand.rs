//! Tables that a person kept by hand, each read through a mapping: articles, topic, groups, a board.

use super::File;
use super::story::MAIN;
use super::words;
use crate::table::{BOM, table};

/// The rows of the articles: number, account, title, text, published, reads as shown, noted at.
fn articles() -> Vec<Vec<&'static str>> {
    let rumour = ["A-01", "云渡夜读", "三号快递柜的三十九张截图", words::NEAR[4], "2026-02-06 07:30"];
    let second = ["A-02", "桐花里生活圈", "温女士的工作没了？", words::SECOND_COPIES[2], "2026-02-08 18:00"];
    let third = ["A-03", "邻江评论", "四行字的声明", THIRD, "2026-02-09 11:20"];
    let fourth = ["A-04", "云渡夜读", "我们撤回了一篇文章", FOURTH, "2026-02-14 20:00"];
    let mut rows = Vec::new();
    for (article, reads, likes, noted) in [
        (rumour, "3,980", "41", "2026-02-06 12:00"),
        (second, "2,760", "17", "2026-02-09 09:10"),
        (rumour, "1.2万", "133", "2026-02-08 09:05"),
        (third, "10万+", "2,004", "2026-02-12 22:40"),
        (second, "3,905", "23", "2026-03-06 21:15"),
        (rumour, "1.2万", "135", "2026-03-06 21:10"),
        (fourth, "612", "9", "2026-03-06 21:20"),
    ] {
        let mut row = article.to_vec();
        row.extend([reads, likes, noted]);
        rows.push(row);
    }
    rows
}

const THIRD: &str = "一家快递公司面对偷拍，只拿得出四行字。柜前没有提示，没有巡查，也没有人道歉。我们批评它，因为它本来可以做得更好。";
const FOURTH: &str =
    "本号二月六日的文章引用了未经核实的截图，已经撤下。我们没有向当事人核实，这是我们的错，特此更正并致歉。";

/// Messages seen in chat groups, with the number of members that the group showed.
fn groups() -> Vec<Vec<String>> {
    const FIRST: &str = "刚拍到的，就是这个女的，九号楼的吧";
    const PAGES: [&str; 2] =
        ["【聊天截图1】她：老地方，三号柜。他：等我下班。", "【聊天截图2】她：家里人不知道。他：你说了算。"];
    const MERGED: &str = "【合并转发】取快递女士的聊天记录，共27张";
    let [odd, even] = PAGES;
    let mut rows = Vec::new();
    for n in 0..30usize {
        // The first group showed 275 members in January and 298 in February: both stay.
        let (group, members) = match (n, n % 4) {
            (0..8, _) => ("周末露营群", "275"),
            (29, _) => ("周末露营群", "298"),
            (_, 0) => ("桐花里二期业主", "498"),
            (_, 1) => ("云渡妈妈互助", "500"),
            (_, 2) => ("北门拼单", "211"),
            _ => ("城西车友", "367"),
        };
        let (text, at) = match n {
            0 => (FIRST, "2026-01-09 18:20".to_owned()),
            1..8 => (if n % 2 == 1 { odd } else { even }, format!("2026-01-{:02} 20:{:02}", 8 + n, 3 * n)),
            _ if n % 3 == 2 => (words::RUMOUR, format!("2026-02-{:02} 12:{n:02}", 6 + n / 8)),
            _ => (MERGED, format!("2026-02-03 {:02}:{:02}", 9 + n / 3, n)),
        };
        let sender = if n < 8 { "路***人" } else { "" };
        let cells = [format!("G-{:02}", n + 1), group.to_owned(), members.to_owned(), sender.to_owned()];
        rows.push(cells.into_iter().chain([at, text.to_owned(), "2026-02-08 10:00".to_owned()]).collect());
    }
    rows
}

/// The neighbourhood board: views are shown for each thread. One word lies outside GB2312 and GBK.
fn board() -> Vec<Vec<&'static str>> {
    vec![
        vec!["T-3301", "住户闲谈", "九号楼住户", "2026-02-06 08:12", words::NEAR[2], "2310", "18"],
        vec![
            "T-3302",
            "住户闲谈",
            "北门㐱先生",
            "2026-02-06 09:40",
            "版主把那个帖子撤了吧，没有证据",
            "640",
            "7",
        ],
        vec![
            "T-3303",
            "物业回复",
            "桐花里物业",
            "2026-02-06 16:00",
            "物业未收到相关投诉，监控可由警方调取",
            "1502",
            "33",
        ],
        vec![
            "T-3304",
            "住户闲谈",
            "五楼的猫",
            "2026-02-07 07:25",
            "拍人家取件的那个人还在群里说话",
            "433",
            "5",
        ],
        vec![
            "T-3305",
            "失物招领",
            "保安亭",
            "2026-02-07 10:00",
            "捡到蓝色长盒子一个，请凭取件码领取",
            "120",
            "2",
        ],
        vec![
            "T-3306",
            "住户闲谈",
            "九号楼住户",
            "2026-02-10 21:00",
            "之前的帖子是别人转给我的，我已删除，向温女士道歉",
            "877",
            "26",
        ],
    ]
}

const BOARD: [&str; 7] = ["帖号", "版块", "署名", "时间", "内容", "浏览", "回复"];

/// Every hand-kept table of the example.
pub(super) fn files() -> Vec<File> {
    let articles_header = ["编号", "公众号", "标题", "正文", "发布时间", "阅读数", "在看数", "记录时间"];
    // The figures stand on the topic's badge under the rumour's first public post.
    let topic =
        [["3.1亿", "4.2万", "2026-02-09 09:00"], ["4.7亿", "5.8万", "2026-02-16 09:00"]].map(|figures| {
            let mut row = vec![MAIN.to_string(), "#桐花里快递柜#".to_owned()];
            row.extend(figures.map(str::to_owned));
            row
        });
    let topic_header = ["所在微博", "话题", "阅读", "讨论", "记录时间"];
    let groups_header = ["消息号", "群名", "群成员数", "发送者", "发送时间", "内容", "记录时间"];
    let with_bom = |text: String| format!("{BOM}{text}").into_bytes();
    let board = table(&BOARD, &board());
    let (legitimate, _, _) = encoding_rs::GB18030.encode(&board);
    vec![
        File {
            path: "articles/public-account-articles.csv",
            bytes: with_bom(table(&articles_header, &articles())),
        },
        File { path: "topic/topic-figures.csv", bytes: table(&topic_header, &topic).into_bytes() },
        File { path: "groups/forwarded-messages.csv", bytes: with_bom(table(&groups_header, &groups())) },
        File { path: "board/threads-gb18030.csv", bytes: legitimate.into_owned() },
        File { path: "board/threads-wrong-charset.csv", bytes: wrong_charset(&board) },
    ]
}

/// The same table, saved by a program that promised UTF-8 and wrote the rows in another charset: the
/// mark at the start and the header are UTF-8, the rest is neither UTF-8 nor, with its 0xFF, GB18030.
fn wrong_charset(board: &str) -> Vec<u8> {
    let mut lines = board.split_inclusive("\r\n");
    let mut out = BOM.as_bytes().to_vec();
    out.extend_from_slice(lines.next().unwrap_or_default().as_bytes());
    for line in lines {
        let (bytes, _, _) = encoding_rs::GB18030.encode(line);
        out.extend_from_slice(&bytes);
    }
    out.extend_from_slice(b"\xff\xfe\r\n");
    out
}

#[cfg(test)]
mod tests {
    use super::files;

    #[test]
    fn one_board_file_decodes_and_the_other_decodes_in_no_way() {
        let files = files();
        let find = |part: &str| files.iter().find(|file| file.path.contains(part)).unwrap().bytes.as_slice();
        let good = |bytes| encoding_rs::GB18030.decode_without_bom_handling_and_without_replacement(bytes);
        assert!(good(find("gb18030")).is_some_and(|text| text.contains('㐱')));
        assert!(std::str::from_utf8(find("gb18030")).is_err());
        let bad = find("wrong");
        assert!(std::str::from_utf8(bad).is_err());
        assert!(good(bad).is_none());
    }
}
