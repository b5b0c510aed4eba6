//! Grouping equals the definition, pair by pair.

use proptest::prelude::*;
use redress_analysis::text::{Groups, Texts, normalise};
use redress_analysis::{Params, Threshold};
use std::collections::{BTreeMap, BTreeSet};

fn params(n: u32, d: u32) -> Params {
    Params { threshold: Threshold::new(n, d).unwrap(), ..Params::default() }
}

fn take_in(texts: &[String], params: &Params) -> Texts {
    let mut taken = Texts::new(params);
    texts.iter().for_each(|text| taken.push(text));
    taken
}

fn grams(text: &str) -> BTreeSet<String> {
    let chars: Vec<char> = text.chars().collect();
    chars.windows(3).map(|w| w.iter().collect()).collect()
}

/// The definition, by comparing every pair.
fn by_force(texts: &[String], params: &Params) -> Vec<Option<u32>> {
    let words: Vec<Option<BTreeSet<String>>> = texts
        .iter()
        .map(|t| normalise(t))
        .map(|t| (t.chars().count() >= usize::try_from(params.min_chars).unwrap()).then(|| grams(&t)))
        .collect();
    let mut group: Vec<Option<u32>> = words.iter().zip(0u32..).map(|(w, i)| w.as_ref().map(|_| i)).collect();
    for i in 0..texts.len() {
        for j in 0..i {
            let (Some(a), Some(b)) = (&words[i], &words[j]) else { continue };
            let shared = a.intersection(b).count() as u64;
            if params.threshold.met(shared, (a.len() + b.len()) as u64 - shared) {
                let (from, to) = (group[i].max(group[j]), group[i].min(group[j]));
                group.iter_mut().filter(|g| **g == from).for_each(|g| *g = to);
            }
        }
    }
    group
}

/// Every link holds, and the links alone connect the groups.
fn check_links(texts: &[String], groups: &Groups, params: &Params) {
    let mut label: Vec<Option<u32>> = groups.wordings().to_vec();
    for link in groups.links() {
        let set = |i: u32| grams(&normalise(&texts[usize::try_from(i).unwrap()]));
        let (a, b) = (set(link.a), set(link.b));
        assert_eq!(link.shared, a.intersection(&b).count() as u64);
        assert_eq!(link.union, a.union(&b).count() as u64);
        assert!(params.threshold.met(link.shared, link.union));
        let ends = [link.a, link.b].map(|i| label[usize::try_from(i).unwrap()]);
        assert_ne!(ends[0], ends[1], "a forest has no circles");
        let (from, to) = (ends[0].max(ends[1]), ends[0].min(ends[1]));
        label.iter_mut().filter(|g| **g == from).for_each(|g| *g = to);
    }
    assert_eq!(label, groups.groups());
}

fn check(texts: &[String], params: &Params) {
    let groups = take_in(texts, params).group(params);
    assert_eq!(groups.groups(), by_force(texts, params));
    check_links(texts, &groups, params);
}

/// Texts that are often nearly the same: a few sentences, with characters changed, cut or added.
fn texts() -> impl Strategy<Value = Vec<String>> {
    let base = prop::sample::select(vec![
        "女子出轨快递员的聊天记录是真的吗大家看看",
        "女子出轨快递小哥的聊天记录是真的吗大家快看看",
        "这件事情警方已经通报了是假的",
        "哈哈哈哈哈哈哈哈哈哈",
        "一二三四五六七八九十一二三四五六七八九十",
        "abcabcabcabcabcab",
    ]);
    let change = (0usize..30, prop::sample::select(vec!["", "的", "了", "！", "a", "看看", "哈哈"]));
    let text = (base, prop::collection::vec(change, 0..4), 0usize..6).prop_map(|(base, changes, cut)| {
        let mut chars: Vec<char> = base.chars().collect();
        for (at, with) in changes {
            let at = at % chars.len();
            chars.splice(at..=at, with.chars());
            if chars.is_empty() {
                chars.push('x');
            }
        }
        chars.truncate(chars.len() - cut.min(chars.len() - 1));
        chars.into_iter().collect::<String>()
    });
    let short = "[中文字a]{0,9}";
    prop::collection::vec(prop_oneof![8 => text, 2 => short], 0..60)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn grouping_is_the_definition(texts in texts(), t in prop::sample::select(vec![(4, 5), (1, 2), (3, 5), (9, 10), (1, 1), (1, 10)])) {
        check(&texts, &params(t.0, t.1));
    }

    #[test]
    fn halves_merged_are_the_whole(texts in texts(), cut in 0usize..60) {
        let params = Params::default();
        let (left, right) = texts.split_at(cut.min(texts.len()));
        let mut merged = take_in(left, &params);
        merged.merge(&take_in(right, &params));
        prop_assert_eq!(merged.group(&params), take_in(&texts, &params).group(&params));
    }

    #[test]
    fn order_changes_no_group(texts in texts()) {
        let params = Params::default();
        let partition = |texts: &[String]| {
            let groups = take_in(texts, &params).group(&params);
            let mut parts: BTreeMap<u32, Vec<String>> = BTreeMap::new();
            for (text, group) in texts.iter().zip(groups.groups()) {
                if let Some(group) = group {
                    parts.entry(*group).or_default().push(text.clone());
                }
            }
            parts.values_mut().for_each(|part| part.sort());
            let mut parts: Vec<Vec<String>> = parts.into_values().collect();
            parts.sort();
            parts
        };
        let backwards: Vec<String> = texts.iter().rev().cloned().collect();
        prop_assert_eq!(partition(&texts), partition(&backwards));
    }
}

/// Many texts out of few parts: components that share their rare grams and are not alike, so that
/// one list holds several components.
fn crowd() -> impl Strategy<Value = Vec<String>> {
    let part = prop::sample::select(vec![
        "快递员",
        "那个女的",
        "聊天记录",
        "大家看看",
        "真的假的",
        "我不信",
        "警方通报",
        "造谣",
    ]);
    let text = prop::collection::vec(part, 2..7).prop_map(|parts| parts.concat());
    prop::collection::vec(text, 0..160)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn a_crowd_is_grouped_by_the_definition(texts in crowd(), t in prop::sample::select(vec![(4, 5), (2, 3), (1, 2)])) {
        check(&texts, &params(t.0, t.1));
    }
}

/// A text and its descendants, each a copy of an earlier one with a character changed, added or lost:
/// components grow towards each other, and a late text may join two that share a list.
fn descent() -> impl Strategy<Value = Vec<String>> {
    let letters = prop_oneof![Just(2usize), Just(6), Just(26)];
    letters.prop_flat_map(|letters| {
        let letter = || prop::sample::select(('a'..='z').take(letters).collect::<Vec<char>>());
        let first = prop::collection::vec(letter(), 8..36);
        let step =
            (any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0..3, letter(), any::<bool>());
        (first, prop::collection::vec(step, 10..70)).prop_map(|(first, steps)| {
            let mut texts: Vec<Vec<char>> = vec![first];
            for (parent, place, how, letter, again) in steps {
                let mut text = parent.get(&texts).clone();
                for _ in 0..=usize::from(again) {
                    let place = place.index(text.len());
                    match how {
                        0 => text[place] = letter,
                        1 => text.insert(place, letter),
                        _ if text.len() > 6 => drop(text.remove(place)),
                        _ => {}
                    }
                }
                texts.push(text);
            }
            texts.into_iter().map(String::from_iter).collect()
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_family_is_grouped_by_the_definition(texts in descent(), t in prop::sample::select(vec![(4, 5), (2, 3), (1, 2)])) {
        check(&texts, &params(t.0, t.1));
    }
}

/// Families, found by search, in which a list once held two components that looked like one: texts and
/// the threshold as a fraction.
const FAMILIES: [(&[&str], u32, u32); 4] = [
    (
        &[
            "bbabbaab",
            "baaaabbaab",
            "abbaabab",
            "baaabbbaaaa",
            "aaabbb",
            "aaabab",
            "aaaaabbab",
            "babbaaaaaab",
            "aabbbbbabb",
        ],
        4,
        5,
    ),
    (
        &[
            "hbmeoojkvobmzgminhbqwlme",
            "hbmeoojkvozbmzgminhbqwlme",
            "hbqmeoojkvobmzgminhbqwlme",
            "hbmeoojvozbmzgminhbqwlme",
            "ebmeoojvozbmzgminhbqwlme",
            "hbmeoojkvobmzgminhbqwme",
            "hbemeoojkvozbmzgmisnbmqlmr",
            "hbmeoojkvtozbmogmgsnhbqwme",
            "hbedeoojkdvozbzgsinnbmqlme",
            "hbmeoojkvozbmzomisnhmqlme",
        ],
        4,
        5,
    ),
    (
        &[
            "tyqzmnqhnspfcrxcerhvevyuxwdirl",
            "tyqzmnqhnspfcrxerhvevyuxwdirl",
            "tyqzmnkqhnspfcrxerhvevyxwdirl",
            "tyqzmnqhnsfcrzcerhvevyuxwdirl",
            "yqzmnqhnsfzcrzcerhvevyuxwdirl",
            "qtyqvmqhnspfcrxcerhvsevyuxwdwrl",
            "tydzmnqhnspfcrxcerhvevyuxwdil",
            "qtnqzmnqhnspfcrxcerhvevyuiwrdwrl",
        ],
        2,
        3,
    ),
    (
        &[
            "dhgdefff", "dbcgdeff", "abcbdfff", "dhgdeffa", "dbcgdefe", "dcgdeffa", "abcgdfff", "cbhbdfff",
            "cfddefff", "dbcgdgce",
        ],
        1,
        2,
    ),
];

#[test]
fn two_components_in_one_list_are_both_met() {
    for (texts, n, d) in FAMILIES {
        let texts: Vec<String> = texts.iter().map(|text| (*text).to_owned()).collect();
        check(&texts, &params(n, d));
    }
}

#[test]
fn one_text_and_none() {
    check(&[], &Params::default());
    check(&["只有这一句话".into()], &Params::default());
    check(&[String::new(), "太短".into()], &Params::default());
}

/// A chain: neighbours are alike, its ends are not. Connected components keep it together.
#[test]
fn a_chain_is_one_statement() {
    let whole: Vec<char> = ('一'..='龥').take(60).collect();
    let texts: Vec<String> = (0..4).map(|i| whole[i * 3..i * 3 + 40].iter().collect()).collect();
    let groups = take_in(&texts, &Params::default()).group(&Params::default());
    assert_eq!(groups.groups(), [Some(0), Some(0), Some(0), Some(0)]);
    assert_eq!(groups.links().len(), 3);
    check(&texts, &Params::default());
}

/// Many variants of one sentence, and many of another that is not alike enough.
#[test]
fn two_campaigns_stay_apart() {
    let tails: Vec<char> = ('一'..='龥').skip(500).take(300).collect();
    let mut texts = Vec::new();
    for tail in &tails {
        texts.push(format!("那个女的和快递员有问题我亲眼看见的千真万确大家都来看看吧{tail}"));
        texts.push(format!("听说那个女的和快递员有问题不知道是不是真的有没有人知道{tail}"));
    }
    let groups = take_in(&texts, &Params::default()).group(&Params::default());
    let distinct: BTreeSet<_> = groups.groups().iter().collect();
    assert_eq!(distinct.len(), 2);
    check(&texts, &Params::default());
}
