//! Group members (群成员): how large the chats were in which the statement stood. Never reposts.
//!
//! See docs/measures/group-members.md.

use crate::figure::{Figure, Findings, Name, Parts};
use crate::ground::{Ground, Number};
use crate::reach::{Drawn, take_parts};
use crate::statements::Statement;
use redress_base::{Count, Unit};

/// The figure of one statement. Two messages may stand in one group, and two groups may share
/// members, so the largest group is the lower end and the sum the upper end.
pub(crate) fn figure(ground: &Ground<'_>, reach: &Drawn, of: (Number, &Statement)) -> Option<Figure> {
    let seen = reach.of(ground, of.0, Unit::GroupMembers);
    let (mut all, mut exact, mut near) = (Spread::default(), Spread::default(), false);
    let (mut parts, mut findings) = (Parts::default(), Findings::default());
    for of_post in &seen {
        take_parts(ground.corpus, &ground.key(of_post.post), of_post, &mut parts, &mut findings);
        all.add(of_post.settled.count);
        if ground.statements.is_near(of_post.post) {
            near = true;
        } else {
            exact.add(of_post.settled.count);
        }
    }
    let scope = ground.scope(of.0);
    let name =
        Name { scope: &scope, suffix: "group-members", measure: "group-members", unit: Unit::GroupMembers };
    let disputed = near.then(|| exact.count.unwrap_or(Count::floor(0)));
    let mut figure = Figure::new(&name, all.count?, disputed, parts);
    figure.findings = findings.finish();
    Some(figure)
}

#[derive(Default)]
struct Spread {
    count: Option<Count>,
}

impl Spread {
    fn add(&mut self, group: Count) {
        self.count = Some(match self.count {
            None => group,
            Some(so_far) => Count { lower: so_far.lower.max(group.lower), ..so_far.plus(group) },
        });
    }
}
