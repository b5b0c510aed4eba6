//! First and last publication of a statement, and that it stood on a network at all.

use crate::figure::Part;
use crate::ground::{Ground, Number};
use crate::statements::Statement;
use redress_base::{Count, Span, Stamp};
use redress_facts::Scope;
use redress_posts::{PostIx, PostKind};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Most spans that one claim rests on.
pub(crate) const MOST_SOURCES: usize = 20;

/// One dated publication.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Act {
    /// Key of the post.
    pub post: String,
    /// When, and who says so.
    pub published: Stamp,
    /// Where the post stands in the evidence.
    pub span: Span,
}

/// When a statement was published first and last, and where it stood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Acts {
    /// The statement.
    pub scope: Scope,
    /// The earliest dated member.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first: Option<Act>,
    /// The latest dated member.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last: Option<Act>,
    /// Members without a date: each may be earlier than the first or later than the last.
    pub undated: u64,
    /// Where members stood that anybody could read: posts, articles, reposts, comments; at most 20.
    /// A chat message is not among them: who could read it is for a person to say.
    pub open: Vec<Part>,
    /// How many such members there are.
    pub open_total: u64,
}

/// A dated member found so far.
type Dated = Option<(Stamp, PostIx)>;

/// The acts of one statement.
pub(crate) fn acts(ground: &Ground<'_>, (number, statement): (Number, &Statement)) -> Acts {
    let mut acts = Acts {
        scope: ground.scope(number),
        first: None,
        last: None,
        undated: 0,
        open: Vec::new(),
        open_total: 0,
    };
    let (mut first, mut last): (Dated, Dated) = (None, None);
    for member in &statement.members {
        let Some(post) = ground.corpus.post(*member) else { continue };
        match post.published() {
            Some(stamp) => {
                if first.is_none_or(|(known, _)| stamp.at < known.at) {
                    first = Some((stamp, *member));
                }
                if last.is_none_or(|(known, _)| stamp.at > known.at) {
                    last = Some((stamp, *member));
                }
            }
            None => acts.undated += 1,
        }
        if post.kind() != PostKind::Chat {
            acts.open_total += 1;
            if acts.open.len() < MOST_SOURCES {
                acts.open.extend(open_part(ground, *member));
            }
        }
    }
    acts.first = first.and_then(|found| act(ground, found));
    acts.last = last.and_then(|found| act(ground, found));
    acts
}

fn act(ground: &Ground<'_>, (published, ix): (Stamp, PostIx)) -> Option<Act> {
    let span = ground.span(ground.corpus.post(ix)?)?;
    Some(Act { post: ground.key(ix), published, span })
}

fn open_part(ground: &Ground<'_>, ix: PostIx) -> Option<Part> {
    let sighting = ground.corpus.sighting(ground.corpus.post(ix)?.first_sighting())?;
    Some(Part {
        span: ground.corpus.span(sighting),
        subject: ground.key(ix),
        shown: None,
        count: Count::exactly(1),
        seen_at: sighting.seen_at(),
    })
}
