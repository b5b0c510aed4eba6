//! The Markdown container: front data, paraphrase in both languages, rule fences with their places.

use crate::Label;
use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, MetadataBlockKind, Options, Parser, Tag, TagEnd};

/// A fenced block of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fence {
    pub(crate) kind: FenceKind,
    pub(crate) text: String,
    /// Page line of the first line inside the fence, from 1.
    pub(crate) line: usize,
}

/// The two front ends of the JSON form, and the tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FenceKind {
    /// ```` ```rule ````
    Rule,
    /// ```` ```rule-json ````
    Json,
    /// ```` ```test ````
    Exam,
    /// A fence of another name.
    Strange,
}

/// What a page holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Page {
    /// Front data between `+++` lines, with the page line of its first line.
    pub(crate) front: Option<(String, usize)>,
    /// Text under the headings `## 要点` and `## In short`.
    pub(crate) paraphrase: Label,
    pub(crate) fences: Vec<Fence>,
}

/// Heading of the Chinese paraphrase.
const ZH_HEADING: &str = "要点";
/// Heading of the English paraphrase.
const EN_HEADING: &str = "In short";

#[derive(Clone, Copy, PartialEq, Eq)]
enum Inside {
    Nothing,
    Front,
    Heading,
    Fence(FenceKind),
    OtherCode,
}

/// Reads a page. Anything that is none of the above is commentary and is passed over.
pub(crate) fn read(text: &str) -> Page {
    let lines = LineIndex::new(text);
    let mut page = Page::default();
    let mut written = Written::default();
    let mut inside = Inside::Nothing;
    let (mut heading, mut body, mut first) = (String::new(), String::new(), None);
    let options = Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS;
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        match event {
            Event::Start(Tag::MetadataBlock(MetadataBlockKind::PlusesStyle)) => {
                (inside, first) = (Inside::Front, None);
                body.clear();
            }
            Event::Start(Tag::CodeBlock(kind)) => {
                // What is said behind a rule is commentary; the paraphrase ends here.
                heading.clear();
                inside = fence_kind(&kind).map_or(Inside::OtherCode, Inside::Fence);
                first = Some(lines.line_of(range.start) + 1);
                body.clear();
            }
            Event::Start(Tag::Heading { .. }) => {
                inside = Inside::Heading;
                heading.clear();
            }
            Event::End(TagEnd::MetadataBlock(_)) => {
                page.front = Some((std::mem::take(&mut body), first.unwrap_or(2)));
                inside = Inside::Nothing;
            }
            Event::End(TagEnd::CodeBlock) => {
                if let (Inside::Fence(kind), Some(line)) = (inside, first) {
                    page.fences.push(Fence { kind, text: std::mem::take(&mut body), line });
                }
                inside = Inside::Nothing;
            }
            Event::End(TagEnd::Heading(level)) => {
                inside = Inside::Nothing;
                if level != HeadingLevel::H2 {
                    heading.clear();
                }
            }
            Event::Text(piece) => {
                first = first.or_else(|| Some(lines.line_of(range.start)));
                match inside {
                    Inside::Front | Inside::Fence(_) => body.push_str(&piece),
                    Inside::Heading => heading.push_str(&piece),
                    Inside::Nothing => paragraph(&mut written, &heading, &piece),
                    Inside::OtherCode => {}
                }
            }
            Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::Paragraph) => {
                paragraph(&mut written, &heading, "\n");
            }
            _ => {}
        }
    }
    page.paraphrase = Label::new(&tidy(&written.zh, ""), &tidy(&written.en, " "));
    page
}

fn fence_kind(kind: &CodeBlockKind<'_>) -> Option<FenceKind> {
    match kind {
        CodeBlockKind::Fenced(info) => match info.split_whitespace().next() {
            Some("rule") => Some(FenceKind::Rule),
            Some("rule-json") => Some(FenceKind::Json),
            Some("test") => Some(FenceKind::Exam),
            // Anything but plain text would be passed over, and a rule with it.
            Some("text") => None,
            _ => Some(FenceKind::Strange),
        },
        CodeBlockKind::Indented => None,
    }
}

fn paragraph(into: &mut Written, heading: &str, piece: &str) {
    match heading.trim() {
        ZH_HEADING => into.zh.push_str(piece),
        EN_HEADING => into.en.push_str(piece),
        _ => {}
    }
}

/// The paraphrase while it is read.
#[derive(Default)]
struct Written {
    zh: String,
    en: String,
}

/// One line of text; Chinese lines join without a space.
fn tidy(text: &str, joint: &str) -> String {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(joint)
}

/// Line numbers of byte offsets.
struct LineIndex(Vec<usize>);

impl LineIndex {
    fn new(text: &str) -> LineIndex {
        LineIndex(text.bytes().enumerate().filter(|(_, b)| *b == b'\n').map(|(at, _)| at).collect())
    }

    fn line_of(&self, offset: usize) -> usize {
        self.0.partition_point(|newline| *newline < offset) + 1
    }
}

#[cfg(test)]
mod tests {
    use super::{FenceKind, read};

    const PAGE: &str = "+++\nzh = \"第二条\"\n+++\n\n# 第二条\n\n## 要点\n\n数量达到\n即可。\n\n## In short\n\nNumbers that\n\
                        are reached.\n\n## Rule\n\n```rule\n规则 a\n```\n\n```text\nnot a rule\n```\n\n```rule-json\n{}\n```\n";

    #[test]
    fn a_page_gives_its_front_data_its_paraphrase_and_its_fences_with_their_lines() {
        let page = read(PAGE);
        assert_eq!(page.front, Some(("zh = \"第二条\"\n".to_owned(), 2)));
        assert_eq!(&*page.paraphrase.zh, "数量达到即可。");
        assert_eq!(&*page.paraphrase.en, "Numbers that are reached.");
        let shape: Vec<(FenceKind, &str, usize)> =
            page.fences.iter().map(|f| (f.kind, f.text.as_str(), f.line)).collect();
        assert_eq!(shape, [(FenceKind::Rule, "规则 a\n", 20), (FenceKind::Json, "{}\n", 28)]);
    }
}
