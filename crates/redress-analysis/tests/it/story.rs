//! One small case from posts to claims, as a person would read it.

use crate::world::{World, comment, original, repost, row, world};
use redress_base::{Count, Unit};
use redress_posts::{KnownBy, PostKind};
use std::fmt::Write as _;

const RUMOUR: &str = "取快递的那个女人和快递员有不正当关系";

/// A rumour, a copy with one word more, an article about it, a chat, a forward, a critic; counters
/// seen twice, one of them rounded; a topic figure.
fn rumour() -> World {
    world(&[
        original("1", RUMOUR)
            .on(60)
            .seen(4000)
            .by(KnownBy::Id, "7")
            .shows(Unit::Reposts, 380)
            .topic("取快递", 90_000),
        original("1", RUMOUR).on(60).seen(90_000).item(2).shows(Unit::Reposts, 486),
        original("2", "取快递的那个女人和快递员有不正当关系吧")
            .on(900)
            .seen(4000)
            .by(KnownBy::Hash, "c1")
            .shows(Unit::Reposts, 3),
        row(PostKind::Article, "3", RUMOUR).on(7_200).seen(90_000).shows_as(
            Unit::Views,
            Count::between(11_500, 12_499),
            "1.2万",
        ),
        row(PostKind::Chat, "4", RUMOUR).shows(Unit::GroupMembers, 275),
        repost("5", "", "1").on(1_000).by(KnownBy::Hash, "c2"),
        repost("6", "不信谣不传谣", "1").on(1_100),
        comment("7", "造谣要负责任的吧各位", "1").on(1_200),
    ])
}

#[test]
fn a_rumour_in_figures_and_claims() {
    let w = rumour();
    let mut told = String::new();
    for figure in &w.measures.figures {
        let disputed = figure.disputed.map(|d| format!(" (exact copies: {d})")).unwrap_or_default();
        let name = figure.id.replace(&w.id("1"), "st");
        writeln!(
            told,
            "{name} = {} {}{disputed} from {}",
            figure.count,
            figure.unit.word(),
            figure.parts_total
        )
        .unwrap();
        figure.findings.iter().for_each(|f| writeln!(told, "  ! {} {:?}", f.code, f.args).unwrap());
    }
    for (_, term, claim) in w.claims() {
        let figure = claim.figure.map(|f| f.replace(&w.id("1"), "st")).unwrap_or_default();
        let side = if claim.opposing { " (may be contested)" } else { "" };
        writeln!(told, "{term}: {} [{figure}] {} sources{side}", claim.value, claim.sources.len()).unwrap();
    }
    insta::assert_snapshot!(told, @r#"
    case.posts = 7.. posts from 7
    case.comments.captured = 1.. comments from 1
    case.reposts.captured = 2.. reposts from 2
    case.accounts = 2.. accounts from 3
    case.accounts.masked = 2.. accounts from 2
    case.topic-reads.1 = 90000 topic-reads from 1
    st.posts = 4.. posts (exact copies: 3..) from 4
    st.accounts = 1.. accounts from 2
    st.accounts.masked = 1.. accounts from 1
    st.views = 11500.. views from 1
      ! analysis-counter-missing {"posts": Number(2), "unit": Text("views")}
    st.reposts.displayed = 489.. reposts (exact copies: 486..) from 2
      ! analysis-counter-missing {"posts": Number(1), "unit": Text("reposts")}
    st.reposts.captured = 2.. reposts from 2
    st.reposts = 489.. reposts (exact copies: 486..) from 4
      ! analysis-counter-missing {"posts": Number(1), "unit": Text("reposts")}
    st.comments.captured = 1.. comments from 1
    st.group-members = 275 group-members from 1
    act_date: 2026-03-01 [] 1 sources
    act_end_date: 2026-03-01 [] 1 sources
    repost_count: 489.. reposts [st.reposts] 4 sources
    repost_count: 486.. reposts [st.reposts] 4 sources (may be contested)
    spread_on_network: yes [st.posts] 3 sources
    view_count: 11500.. views [st.views] 1 sources
    "#);
}
