//! Repost trees: who stands under whom, with what the file leaves out.

use crate::world::{corpus, original, repost, row};
use redress_analysis::{RepostTree, Top, repost_trees};
use redress_posts::PostKind;

fn shape(tree: &RepostTree) -> (Top, u64, u64, u64, u64) {
    (tree.top.clone(), tree.size, tree.depth, tree.breadth, tree.gaps)
}

fn captured(key: &str) -> Top {
    Top::Captured(key.to_owned())
}

#[test]
fn a_chain_and_a_fan_have_the_depth_and_the_breadth_that_the_file_says() {
    let corpus = corpus(&[
        original("1", "x"),
        repost("2", "", "1").parent("1"),
        repost("3", "", "1").parent("2"),
        repost("4", "", "1").parent("3"),
        original("9", "y"),
        repost("10", "", "9").parent("9"),
        repost("11", "", "9").parent("9"),
        repost("12", "", "9").parent("9"),
        repost("13", "", "9").parent("10"),
    ]);
    let trees = repost_trees(&corpus);
    let shapes: Vec<_> = trees.list().iter().map(shape).collect();
    assert_eq!(shapes, [(captured("weibo/9"), 4, 2, 3, 0), (captured("weibo/1"), 3, 3, 1, 0)]);
    let top = trees.of("weibo/9").unwrap();
    let below: Vec<usize> = top.first.iter().map(|post| trees.below(*post).len()).collect();
    assert_eq!(below, [1, 0, 0]);
    assert!(trees.of("weibo/2").is_none(), "a repost is no top");
}

#[test]
fn what_is_not_in_the_file_is_a_gap_or_a_top_that_is_absent() {
    let corpus = corpus(&[
        original("1", "x"),
        // Forwards a repost that was not captured.
        repost("2", "", "1").parent("77"),
        // The file says the top alone.
        repost("3", "", "1"),
        // Nothing of this chain was captured but its end.
        repost("4", "", "55").parent("55"),
        repost("5", "", "55").parent("66"),
        // The file does not say what it forwards.
        row(PostKind::Repost, "6", ""),
    ]);
    let trees = repost_trees(&corpus);
    let shapes: Vec<_> = trees.list().iter().map(shape).collect();
    let absent = Top::Absent("weibo/55".to_owned());
    assert_eq!(shapes, [(captured("weibo/1"), 2, 1, 2, 2), (absent, 2, 1, 2, 1)]);
    assert_eq!((trees.loose(), trees.circular()), (1, 0));
}

#[test]
fn a_circle_ends_and_is_counted_apart() {
    let corpus = corpus(&[
        repost("1", "", "3").parent("3"),
        repost("2", "", "1").parent("1"),
        repost("3", "", "2").parent("2"),
        repost("4", "", "1").parent("1"),
        repost("5", "", "5").parent("5"),
    ]);
    let trees = repost_trees(&corpus);
    assert!(trees.list().is_empty());
    assert_eq!((trees.circular(), trees.loose()), (4, 1), "one forwards itself, and so nothing");
}

#[test]
fn every_repost_is_counted_once_and_the_same_way_twice() {
    let mut rows = vec![original("0", "x")];
    let mut seed = 7u64;
    for number in 1..400u64 {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let parent = (seed >> 33) % number;
        rows.push(repost(&number.to_string(), "", "0").parent(&parent.to_string()));
    }
    let corpus = corpus(&rows);
    let trees = repost_trees(&corpus);
    assert_eq!(trees.list().len(), 1);
    assert_eq!(trees.list()[0].size, 399);
    assert_eq!((trees.circular(), trees.loose()), (0, 0));
    assert_eq!(trees.list(), repost_trees(&corpus).list());
}
