//! What must not be torn apart at the foot of a page: who is addressed, and who signs on which day.

use crate::extent;
use redress_paper::{Block, Run};
use std::ops::Range;

/// Paragraphs that go with a signature: 此致, the organ, and one line before them.
const BEFORE: usize = 3;
/// A longer paragraph is body text; it may end on the page before.
const LINES: f32 = 3.0;

/// The blocks that stay together: each signature with the short paragraphs directly before it, in their order.
pub(crate) fn kept(blocks: &[Block]) -> Vec<Range<usize>> {
    let signed = blocks.iter().enumerate().filter(|(_, block)| matches!(block, Block::Signature { .. }));
    let mut kept: Vec<Range<usize>> = Vec::new();
    for (at, _) in signed {
        let free = kept.last().map_or(0, |range| range.end);
        let before = blocks.get(free..at).unwrap_or_default().iter().rev();
        let short = before.take(BEFORE).take_while(|block| short(block)).count();
        kept.push(at - short..at + 1);
    }
    kept
}

fn short(block: &Block) -> bool {
    let Block::Paragraph { runs, .. } = block else { return false };
    lines(runs) <= LINES
}

fn lines(runs: &[Run]) -> f32 {
    extent::lines(runs, extent::BODY)
}

#[cfg(test)]
mod tests {
    use super::*;
    use redress_paper::Align;

    fn text(text: &str) -> Block {
        Block::Paragraph { indent: true, align: Align::Start, runs: vec![Run::plain(text)] }
    }

    #[test]
    fn a_signature_keeps_what_it_signs_under_and_no_body_text() {
        let sign = || Block::Signature { lines: vec![vec![Run::plain("具状人：")]] };
        let long = text(&"事实与理由。".repeat(40));
        assert_eq!(
            kept(&[long.clone(), text("此致"), text("某某人民法院"), sign()]),
            [Range { start: 1, end: 4 }]
        );
        assert_eq!(kept(&[text("此致"), sign(), text("附"), sign()]), [0..2, 2..4]);
        assert_eq!(kept(&[long, sign()]), [Range { start: 1, end: 2 }]);
        assert_eq!(
            kept(&[text("一"), text("二"), text("三"), text("四"), sign()]),
            [Range { start: 1, end: 5 }]
        );
        assert!(kept(&[]).is_empty());
    }
}
