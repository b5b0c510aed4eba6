//! The posts of the story: who wrote what, when, and what the platform showed beside it.

use super::people::{Person, passer_by};
use super::words;
use crate::Random;
use crate::clock::beijing;
use redress_base::Instant;

/// The rumour's first public post.
pub(super) const MAIN: u64 = 5_263_100_000_000_101;
/// The critic's post.
pub(super) const CRITIC: u64 = 5_263_100_000_000_201;
/// The neighbour's report.
pub(super) const REPORT: u64 = 5_263_100_000_000_301;
/// The second, disputed statement.
pub(super) const SECOND: u64 = 5_263_100_000_000_401;
/// The abusive comment that is copied.
pub(super) const ABUSE: u64 = 5_263_100_000_005_001;

/// When the first run of the crawler looked.
pub(super) const FIRST_RUN: Instant = beijing((2026, 2, 7), (22, 10, 0));
/// When the second run looked, after an upgrade that masks authors.
pub(super) const SECOND_RUN: Instant = beijing((2026, 3, 6), (20, 30, 0));

/// A post on the invented Weibo.
#[derive(Clone, Debug)]
pub(super) struct Note {
    pub(super) id: u64,
    pub(super) text: String,
    pub(super) at: Instant,
    pub(super) by: Person,
    /// Likes, comments, reposts as shown at the first run and at the second.
    pub(super) shown: [[String; 3]; 2],
    /// Which runs found it.
    pub(super) seen: [bool; 2],
}

/// A comment under one of the posts.
#[derive(Clone, Debug)]
pub(super) struct Comment {
    pub(super) id: u64,
    pub(super) under: u64,
    pub(super) text: String,
    pub(super) at: Instant,
    pub(super) by: Person,
    pub(super) likes: [u64; 2],
    pub(super) seen: [bool; 2],
}

fn shown(first: [&str; 3], second: [&str; 3]) -> [[String; 3]; 2] {
    [first.map(str::to_owned), second.map(str::to_owned)]
}

fn after(start: Instant, seconds: u64) -> Instant {
    Instant(start.0.saturating_add_unsigned(seconds))
}

/// The four posts on which the story turns. Reposts of the first: 431, later 612.
fn leads() -> Vec<Note> {
    let lead =
        |id, text: &str, at, by, shown| Note { id, text: text.to_owned(), at, by, shown, seen: [true, true] };
    vec![
        lead(
            MAIN,
            words::RUMOUR,
            beijing((2026, 2, 5), (21, 40, 12)),
            Person::roadside(),
            shown(["8721", "2304", "431"], ["1.2万", "3876", "612"]),
        ),
        lead(
            CRITIC,
            words::CRITIC,
            beijing((2026, 2, 6), (19, 5, 40)),
            Person::counter(),
            shown(["5310", "940", "522"], ["1.1万", "1427", "806"]),
        ),
        lead(
            REPORT,
            words::REPORT,
            beijing((2026, 2, 7), (9, 12, 3)),
            Person::neighbour(),
            shown(["377", "88", "140"], ["1020", "163", "212"]),
        ),
        lead(
            SECOND,
            words::SECOND,
            beijing((2026, 2, 7), (12, 44, 51)),
            Person::hearsay(),
            shown(["65", "41", "29"], ["203", "97", "131"]),
        ),
    ]
}

/// Posts that carry a statement again, or nearly.
fn echoes(random: &mut Random) -> Vec<Note> {
    let groups: [(&[&str], u64, Instant, u64); 4] = [
        (&words::COPIES, MAIN + 9, beijing((2026, 2, 5), (22, 20, 0)), 9_000),
        (&words::NEAR, MAIN + 29, beijing((2026, 2, 6), (7, 45, 0)), 14_000),
        (&words::SECOND_COPIES, SECOND + 9, beijing((2026, 2, 7), (15, 10, 0)), 40_000),
        (&words::CRITIC_COPIES, CRITIC + 9, beijing((2026, 2, 6), (21, 30, 0)), 50_000),
    ];
    let mut out = Vec::new();
    for (texts, base, start, step) in groups {
        let mut at = start;
        for (n, text) in (0u64..).zip(texts) {
            let early = at < FIRST_RUN;
            let reposts = random.below(7);
            let first = [random.below(60), random.below(20), reposts].map(|n| n.to_string());
            let second = [random.between(60, 300), random.between(20, 60), reposts + random.below(5)];
            out.push(Note {
                id: base + n,
                text: (*text).to_owned(),
                at,
                by: passer_by(100 + base % 1000 + n),
                shown: [first, second.map(|n| n.to_string())],
                seen: [early && !random.chance(1, 5), !early || random.chance(1, 2)],
            });
            at = after(at, random.between(step / 2, step));
        }
    }
    out
}

fn noise(random: &mut Random) -> Vec<Note> {
    let mut out = Vec::new();
    for (n, text) in (0u64..).zip(words::NOISE) {
        let at = after(beijing((2026, 1, 12), (7, 0, 0)), n * 260_000 + random.below(40_000));
        let counts = [random.below(40), random.below(12), random.below(4)];
        let later = counts.map(|n| n + random.below(n + 2));
        out.push(Note {
            id: 5_263_100_000_000_601 + n,
            text: text.to_owned(),
            at,
            by: passer_by(300 + n),
            shown: [counts.map(|n| n.to_string()), later.map(|n| n.to_string())],
            seen: [at < FIRST_RUN, at >= FIRST_RUN || n % 5 == 0],
        });
    }
    out
}

/// Every post, in order of publication within its group.
pub(super) fn notes() -> Vec<Note> {
    let mut random = Random::new(20_260_205);
    let mut out = leads();
    out.extend(echoes(&mut random));
    out.extend(noise(&mut random));
    out
}

/// Every comment: abuse that is copied, abuse that is not, and everyone else.
pub(super) fn comments() -> Vec<Comment> {
    let mut random = Random::new(20_260_206);
    let mut out = Vec::new();
    let start = beijing((2026, 2, 5), (22, 2, 0));
    let abuse = std::iter::once(words::ABUSE).chain(words::ABUSE_COPIES).chain(words::ABUSE_SINGLE);
    for (n, text) in (0u64..).zip(abuse) {
        out.push(comment(&mut random, (ABUSE + n, MAIN), text, after(start, n * 11_000 + 7)));
    }
    for (n, text) in (0u64..).zip(words::COMMENTS) {
        let under = if random.chance(1, 2) {
            MAIN
        } else if random.chance(1, 2) {
            CRITIC
        } else {
            REPORT
        };
        let at = after(beijing((2026, 2, 7), (10, 0, 0)), n * 31_000 + random.below(9_000));
        out.push(comment(&mut random, (ABUSE + 100 + n, under), text, at));
    }
    out
}

fn comment(random: &mut Random, (id, under): (u64, u64), text: &str, at: Instant) -> Comment {
    let likes = random.below(90);
    let early = at < FIRST_RUN;
    Comment {
        id,
        under,
        text: text.to_owned(),
        at,
        by: passer_by(500 + id % 1000),
        likes: [likes, likes + random.below(60)],
        seen: [early, !early || random.chance(1, 3)],
    }
}
