//! Papers and pictures: sealed, pointed to by facts, never read by the program.

use super::File;
use crate::{pdf, png};

const FOOT: &str = "（虚构文书，仅供演示。人物、单位、编号均不存在。）";

/// The screenshots and papers of the example.
pub(super) fn files() -> Vec<File> {
    let paper = |path, lines: &[&str]| File { path, bytes: pdf::page(lines) };
    vec![
        File { path: "screenshots/chat-01.png", bytes: png::chat(1) },
        File { path: "screenshots/chat-02.png", bytes: png::chat(2) },
        paper(
            "papers/police-report-receipt.pdf",
            &[
                "报案回执",
                "编号：云公（滨）接字〔2026〕第0029号",
                "报案人：温某",
                "报案时间：2026年2月9日",
                "事由：网络上被人编造聊天记录",
                FOOT,
            ],
        ),
        paper(
            "papers/police-decision.pdf",
            &[
                "行政处罚决定书",
                "云公（滨）行罚决字〔2026〕第0118号",
                "查明：路某编造聊天记录并发布于信息网络，相关内容不实。",
                "决定日期：2026年2月25日　送达日期：2026年2月26日",
                FOOT,
            ],
        ),
        paper(
            "papers/termination-notice.pdf",
            &[
                "解除劳动合同通知书",
                "温某：",
                "因近期网络信息影响本公司声誉，自2026年2月16日起解除劳动合同。",
                "禾川设计有限公司　2026年2月13日",
                FOOT,
            ],
        ),
        paper(
            "papers/medical-record.pdf",
            &["门诊病历", "就诊日期：2026年3月2日", "印象：抑郁状态", "云渡市第四医院（虚构）", FOOT],
        ),
        paper(
            "papers/reply-of-the-other-side.pdf",
            &["答复", "本人只是转述听来的话，关于辞退一事确有其事。", "桐花里热心人　2026年3月15日", FOOT],
        ),
    ]
}
