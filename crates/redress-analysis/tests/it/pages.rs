//! Every code has its sentence in both languages, and every measure its page.

use crate::world::{comment, original, repost, row, world};
use redress_base::Unit;
use redress_posts::{KnownBy, PostKind};
use std::collections::BTreeSet;

const SOURCES: [&str; 5] = [
    include_str!("../../src/params.rs"),
    include_str!("../../src/counter.rs"),
    include_str!("../../src/figure.rs"),
    include_str!("../../src/reach.rs"),
    concat!(include_str!("../../src/reposts.rs"), include_str!("../../src/measure.rs")),
];
const LOCALES: [&str; 2] = [
    include_str!("../../../../locales/en/analysis.ftl"),
    include_str!("../../../../locales/zh-Hans/analysis.ftl"),
];
const PAGES: [(&str, &str); 11] = [
    ("statements", include_str!("../../../../docs/measures/statements.md")),
    ("views", include_str!("../../../../docs/measures/views.md")),
    ("plays", include_str!("../../../../docs/measures/plays.md")),
    ("topic-reads", include_str!("../../../../docs/measures/topic-reads.md")),
    ("reposts", include_str!("../../../../docs/measures/reposts.md")),
    ("comments", include_str!("../../../../docs/measures/comments.md")),
    ("likes", include_str!("../../../../docs/measures/likes.md")),
    ("group-members", include_str!("../../../../docs/measures/group-members.md")),
    ("volume", include_str!("../../../../docs/measures/volume.md")),
    ("timeline", include_str!("../../../../docs/measures/timeline.md")),
    ("acts", include_str!("../../../../docs/measures/acts.md")),
];

#[test]
fn codes_and_sentences_match_in_both_languages() {
    let pieces = SOURCES.iter().flat_map(|source| source.split('"'));
    let codes: BTreeSet<&str> = pieces.filter(|piece| piece.starts_with("analysis-")).collect();
    assert_eq!(codes.len(), 10);
    for locale in LOCALES {
        let keys = locale.lines().filter_map(|line| line.split_once(" =")).map(|(key, _)| key);
        let keys: BTreeSet<&str> = keys.filter(|key| key.starts_with("analysis-")).collect();
        assert_eq!(keys, codes);
    }
}

#[test]
fn every_figure_has_a_page_that_names_it() {
    const RUMOUR: &str = "取快递的那个女人和快递员有不正当关系";
    let shown = original("1", RUMOUR).topic("快递员", 9).by(KnownBy::Hash, "ab");
    let units = [Unit::Views, Unit::Plays, Unit::Reposts, Unit::Comments, Unit::Likes, Unit::Followers];
    let w = world(&[
        units.into_iter().fold(shown, |row, unit| row.shows(unit, 7)),
        repost("2", "", "1"),
        comment("3", "", "1"),
        row(PostKind::Chat, "4", RUMOUR).shows(Unit::GroupMembers, 3),
    ]);
    for figure in &w.measures.figures {
        let page = PAGES.iter().find(|(name, _)| *name == figure.measure).map(|(_, page)| *page);
        let page = page.unwrap_or_else(|| panic!("{} has no page", figure.measure));
        assert!(page.contains(figure.unit.word()), "{}: {}", figure.measure, figure.unit.word());
    }
    let measures: BTreeSet<&str> = w.measures.figures.iter().map(|figure| figure.measure.as_str()).collect();
    // Statements, timeline and acts give scopes, hours and days instead of figures.
    assert_eq!(measures.len(), PAGES.len() - 3);
    // Followers are about an account, and no account gets a figure.
    assert!(w.measures.figures.iter().all(|figure| figure.unit != Unit::Followers));
}
