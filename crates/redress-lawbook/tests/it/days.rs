//! What changes between two days.

use crate::book::small;
use redress_base::Date;
use redress_law::Book;
use redress_lawbook::{ChangeKind, LawDiff, LineMark, diff, diff_text};
use redress_words::{Language, Words};

fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

fn new_year(book: &Book) -> LawDiff {
    diff(book, day("2025-12-31"), day("2026-01-01"))
}

/// The public-security law of 2025 came into force on 1 January 2026 (the first version test of the book): insult and defamation
/// moved from article 42 to 50 with twice the fine, article 56 is new, the old Cybersecurity Law 64(2) is gone.
#[test]
fn the_public_security_law_of_2026() {
    let diff = new_year(Book::standard());
    let article =
        |name: &str| diff.provisions.iter().find(|one| one.article.to_string() == name).expect("article");
    let fifty = article("cn/psapl-2025/50");
    assert_eq!(fifty.kind, ChangeKind::Begins);
    assert_eq!(fifty.replaces.iter().map(ToString::to_string).collect::<Vec<_>>(), ["cn/psapl-2012/42"]);
    assert_eq!(article("cn/psapl-2012/42").replaced_by.as_deref(), Some("cn/psapl-2025/50"));
    assert_eq!(article("cn/psapl-2025/56").kind, ChangeKind::Begins);
    let gone = article("cn/csl-2017/64(2)");
    assert_eq!((gone.kind, gone.replaced_by.is_some()), (ChangeKind::Ends, true));

    let rule = |id: &str| diff.rules.iter().find(|one| one.rule == id).expect("rule");
    let defamation = rule("psapl-defamation");
    assert_eq!(defamation.kind, ChangeKind::Changes);
    let fine = defamation.severity.iter().find(|one| one.measure == "fine-yuan-max").expect("a fine");
    assert_eq!((fine.old, fine.new), (Some(500), Some(1000)));
    assert!(
        defamation
            .lines_zh
            .iter()
            .any(|line| line.mark == LineMark::New && line.text.contains("psapl-2025/50"))
    );
    assert_eq!(rule("psapl-personal-information").kind, ChangeKind::Begins);
    let ids =
        |kind| diff.instruments.iter().filter(move |one| one.kind == kind).map(|one| one.instrument.as_str());
    assert!(ids(ChangeKind::Begins).any(|id| id == "cn/psapl-2025"));
    assert!(ids(ChangeKind::Ends).any(|id| id == "cn/psapl-2012"));
}

#[test]
fn a_day_against_itself_changes_nothing() {
    for text in ["1996-01-01", "2024-03-01", "2026-01-01"] {
        let diff = diff(Book::with_drafts(), day(text), day(text));
        assert!(diff.is_empty(), "{text}: {diff:?}");
    }
}

#[test]
fn backwards_is_the_mirror() {
    let book = small();
    let (there, back) = (new_year(&book), diff(&book, day("2026-01-01"), day("2025-12-31")));
    let kinds =
        |diff: &LawDiff| diff.rules.iter().map(|one| (one.rule.clone(), one.kind)).collect::<Vec<_>>();
    for ((rule, kind), (other, mirrored)) in kinds(&there).into_iter().zip(kinds(&back)) {
        let wanted = match kind {
            ChangeKind::Begins => ChangeKind::Ends,
            ChangeKind::Ends => ChangeKind::Begins,
            ChangeKind::Changes => ChangeKind::Changes,
        };
        assert_eq!((rule, wanted), (other, mirrored));
    }
}

#[test]
fn the_lines_of_both_versions_are_all_there() {
    for one in new_year(Book::standard()).rules {
        let (Some(old), Some(new)) = (&one.old, &one.new) else { continue };
        let side = |mark: LineMark| {
            let lines = one.lines_en.iter().filter(|line| line.mark == mark || line.mark == LineMark::Same);
            lines.map(|line| format!("{}\n", line.text)).collect::<String>()
        };
        assert_eq!(side(LineMark::Old), *old.printed.en, "{}", one.rule);
        assert_eq!(side(LineMark::New), *new.printed.en, "{}", one.rule);
    }
}

#[test]
fn the_stored_form_reads_back() {
    let diff = new_year(&small());
    let text = serde_json::to_string(&diff).expect("JSON");
    assert_eq!(serde_json::from_str::<LawDiff>(&text).expect("the same"), diff);
    assert!(text.contains("\"schema\":\"redress/law-diff/1\""));
}

#[test]
fn a_difference_in_words() {
    let book = small();
    for (name, language) in [("zh", Language::ZhHans), ("en", Language::En)] {
        let words = Words::new(language);
        insta::assert_snapshot!(format!("difference-{name}"), diff_text(&new_year(&book), &book, &words));
        let nothing = diff(&book, day("2024-01-01"), day("2024-01-02"));
        assert!(!diff_text(&nothing, &book, &words).contains('⟦'));
    }
}
