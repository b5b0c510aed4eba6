//! What the page must always be, in both languages.

use crate::html::{Piece, attribute, outline, pieces, seen};
use crate::sample::{HANDLE, WORDS, result};
use redress_base::Private;
use redress_report::{Excerpt, Excerpts, page};
use redress_words::{Language, Words};
use std::collections::BTreeSet;

const LANGUAGES: [Language; 2] = [Language::ZhHans, Language::En];
/// Words that the page never says of anyone (design language §7).
const FORBIDDEN: [&str; 14] = [
    "构成犯罪",
    "有罪",
    "违法者",
    "必胜",
    "证据确凿",
    "施暴者",
    "凶手",
    "guilty",
    "liable",
    "offender",
    "proven",
    "score",
    "risk level",
    "AI believes",
];

/// The page with and without the words of posts.
fn pages() -> Vec<(Language, bool, String)> {
    let result = result();
    let mut asked = Excerpts::none();
    for row in result.statements.iter().filter(|row| row.taken_up) {
        asked.push(Excerpt {
            statement: row.id.clone(),
            post: row.anchor.clone(),
            account: Some(1),
            published: row.first,
            span: None,
            text: Private::new(format!("{WORDS}<img src=x onerror=alert(1)>")),
        });
    }
    let mut pages = Vec::new();
    for language in LANGUAGES {
        let words = Words::new(language);
        pages.push((language, false, page(&result, &Excerpts::none(), &words)));
        pages.push((language, true, page(&result, &asked, &words)));
    }
    pages
}

fn tags(pieces: &[Piece]) -> impl Iterator<Item = (&str, &str)> {
    pieces.iter().filter_map(|piece| match piece {
        Piece::Open(name, attributes) => Some((name.as_str(), attributes.as_str())),
        _ => None,
    })
}

#[test]
fn the_page_is_well_formed_and_says_every_sentence() {
    for (language, _, page) in pages() {
        let pieces = pieces(&page).unwrap_or_else(|error| panic!("{language:?}: {error}"));
        let missing = page.split('⟦').skip(1).filter_map(|after| after.split('⟧').next());
        assert_eq!(missing.collect::<BTreeSet<_>>(), BTreeSet::new(), "{language:?}");
        assert_eq!(tags(&pieces).filter(|(name, _)| *name == "h1").count(), 1);
        for landmark in ["header", "nav", "main", "footer"] {
            assert!(tags(&pieces).any(|(name, _)| name == landmark), "{landmark}");
        }
    }
}

#[test]
fn nothing_runs_and_nothing_is_loaded() {
    for (_, _, page) in pages() {
        let pieces = pieces(&page).unwrap();
        for (name, attributes) in tags(&pieces) {
            assert!(
                !["script", "iframe", "object", "embed", "img", "link", "form", "base"].contains(&name),
                "{name}"
            );
            // Names of attributes stand outside the quotes.
            let mut names = attributes.split('"').step_by(2).flat_map(str::split_whitespace);
            assert!(!names.any(|name| name.starts_with("on")), "{attributes}");
            let target = attribute(attributes, "href").or_else(|| attribute(attributes, "src"));
            assert!(target.is_none_or(|target| target.starts_with('#')), "{target:?}");
        }
        assert!(page.contains("default-src 'none'"));
        assert!(!page.contains("url(http") && !page.contains("@import"));
    }
}

/// The cover, names of files and reasons of the sample hold a script, a directional override and quotes.
#[test]
fn hostile_text_is_shown_and_never_obeyed() {
    for (_, _, page) in pages() {
        assert!(!page.contains("<script") && !page.contains('\u{202E}'));
        assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;‹U+202E›"));
    }
}

#[test]
fn words_of_posts_stand_only_in_closed_folds_and_handles_nowhere() {
    for (language, asked, page) in pages() {
        assert!(!page.contains(HANDLE), "{language:?}");
        assert_eq!(page.contains(WORDS), asked, "{language:?}");
        let pieces = pieces(&page).unwrap();
        assert!(!seen(&pieces).contains(WORDS), "{language:?}");
        let folds =
            tags(&pieces).filter(|(name, attributes)| *name == "details" && attributes.contains("hid"));
        assert!(folds.into_iter().all(|(_, attributes)| !attributes.contains("open")));
        assert!(!page.contains(&format!("title=\"{WORDS}")) && !page.contains(&format!("alt=\"{WORDS}")));
    }
}

#[test]
fn no_forbidden_word_is_said() {
    for (language, _, page) in pages() {
        let text = seen(&pieces(&page).unwrap()).to_lowercase();
        for word in FORBIDDEN {
            assert!(!text.contains(&word.to_lowercase()), "{language:?}: {word}");
        }
    }
}

/// Every figure is an anchor under the name that `redress explain` knows, and has a link into the evidence
/// or says that it has no source; every link ends somewhere on the page.
#[test]
fn every_figure_leads_to_its_evidence_and_every_link_ends() {
    let result = result();
    for (_, _, page) in pages() {
        let pieces = pieces(&page).unwrap();
        let ids: Vec<&str> =
            tags(&pieces).filter_map(|(_, attributes)| attribute(attributes, "id")).collect();
        let known: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(known.len(), ids.len(), "an id stands twice");
        for figure in &result.figures {
            assert!(known.contains(figure.id.as_str()), "{}", figure.id);
            let own = page.split(&format!("id=\"{}\"", figure.id)).nth(1).unwrap_or_default();
            let own = own.split("id=\"").next().unwrap_or_default();
            assert!(
                own.contains("class=\"ev\" href=\"#item-") || own.contains("class=\"faint\""),
                "{}",
                figure.id
            );
        }
        for row in &result.outcomes {
            let name = format!("{}@{}", row.rule, row.scope);
            assert!(
                !row.headline || row.rule.starts_with("op10-") || known.contains(name.as_str()),
                "{name}"
            );
        }
        for (_, attributes) in tags(&pieces) {
            if let Some(target) = attribute(attributes, "href") {
                assert!(known.contains(target.trim_start_matches('#')), "{target} leads nowhere");
            }
        }
    }
}

#[test]
fn article_ten_comes_first_and_is_raised_again_for_organisations() {
    for (language, _, page) in pages() {
        let at = |id: &str| page.find(&format!("<section class=\"card\" id=\"{id}\"")).unwrap();
        let order = [
            "protected",
            "kept",
            "measured",
            "established",
            "missing",
            "routes",
            "evidence",
            "law",
            "limits",
        ];
        assert!(order.windows(2).all(|two| at(two[0]) < at(two[1])), "{language:?}");
        let gate = page.get(at("protected")..at("kept")).unwrap_or_default();
        assert!(
            gate.contains(&Words::new(language).say("remedies-warn-article-10-again", &[])),
            "{language:?}"
        );
    }
}

/// The critic's words are protected: no bar holds their reach against a number of the criminal law.
#[test]
fn protected_speech_is_not_held_against_a_number() {
    let result = result();
    let aside = result.protected.iter().find(|row| row.set_aside).map(|row| row.scope.to_string()).unwrap();
    let held = result.protected.iter().find(|row| !row.set_aside).map(|row| row.scope.to_string()).unwrap();
    for (_, _, page) in pages() {
        assert!(page.contains(&format!("class=\"bar\" id=\"{held}.reposts\"")));
        assert!(!page.contains(&format!("class=\"bar\" id=\"{aside}.")));
    }
}

/// Views and reposts never share a bar: each bar is one figure of one unit.
#[test]
fn charts_say_in_words_what_they_show_and_start_at_nought() {
    for (_, _, page) in pages() {
        let pieces = pieces(&page).unwrap();
        let charts: Vec<_> = tags(&pieces)
            .filter(|(name, attributes)| *name == "svg" && attributes.contains("chart"))
            .collect();
        assert!(charts.len() >= 4);
        for (_, attributes) in charts {
            assert!(
                attribute(attributes, "aria-label").is_some_and(|label| label.len() > 10),
                "{attributes}"
            );
            assert!(attributes.contains("role=\"img\""));
        }
        assert!(page.contains(">0</text>"));
    }
}

/// A reader who listens goes from heading to heading: no level is left out, and no link hides in a control.
#[test]
fn headings_go_down_one_step_at_a_time_and_controls_hold_no_links() {
    for (_, _, page) in pages() {
        let (mut before, mut control) = (0, false);
        for piece in pieces(&page).unwrap() {
            match piece {
                Piece::Open(name, _) if ["h1", "h2", "h3", "h4"].contains(&name.as_str()) => {
                    let level = name.trim_start_matches('h').parse::<u32>().unwrap();
                    assert!(level <= before + 1, "{name} after h{before}");
                    before = level;
                }
                Piece::Open(name, _) if name == "summary" => control = true,
                Piece::Close(name) if name == "summary" => control = false,
                Piece::Open(name, attributes) => assert!(!(control && name == "a"), "{attributes}"),
                _ => {}
            }
        }
    }
}

#[test]
fn the_same_case_gives_the_same_bytes() {
    assert_eq!(pages(), pages());
}

#[test]
fn an_empty_case_reads_as_unknown_and_not_as_no() {
    let mut result = result();
    result.protected.clear();
    result.outcomes.clear();
    result.missing.clear();
    result.statements.clear();
    result.figures.clear();
    result.timelines.clear();
    result.facts.clear();
    for language in LANGUAGES {
        let words = Words::new(language);
        let page = page(&result, &Excerpts::none(), &words);
        assert!(pieces(&page).is_ok());
        assert!(page.contains(&words.say("report-nothing-taken-up", &[])));
        assert!(page.contains(&words.say("report-gate-none", &[])));
    }
}

#[test]
fn the_outline_reads_as_a_page() {
    let pages = pages();
    let of = |language: Language| {
        let page = pages.iter().find(|(one, asked, _)| *one == language && !asked).map(|(_, _, page)| page);
        outline(&pieces(page.unwrap()).unwrap())
    };
    insta::assert_snapshot!("outline-en", of(Language::En));
    insta::assert_snapshot!("outline-zh", of(Language::ZhHans));
}
