//! Single time limits of the standard book, each on the days that its article names.

use crate::support::{claim, day, words};
use redress_base::Value;
use redress_facts::{Datum, Scope, Sheet, Standing};
use redress_law::{Book, DeadlineOutcome, Facts, Stand};

/// Where a time limit stands on these dates.
fn limit(id: &str, dates: &[(&str, &str)], today: &str) -> DeadlineOutcome {
    let mut sheet = Sheet::new();
    for (term, date) in dates {
        sheet.add(Scope::Case, term, claim(Datum::Date(day(date)), Standing::Official));
    }
    let rule = |_: &str| Value::TT;
    let facts =
        Facts { sheet: &sheet, vocabulary: words(), scope: Scope::Case, today: day(today), rule: &rule };
    let mut all = Book::standard().deadlines(&facts);
    all.retain(|one| one.id == id);
    assert_eq!(all.len(), 1, "{id}");
    all.remove(0)
}

/// 民事诉讼法解释 94 (2022-04-10), 法释〔2019〕19号 20 and 51 (2020-05-01): the last day of the term that the court set is still
/// in time, the day after is not.
#[test]
fn the_court_is_asked_for_evidence_before_its_term_ends() {
    let term = ("evidence_deadline_date", "2026-03-10");
    for id in ["cvpl-int-94-before-the-term-ends", "fs2019-19-20-before-the-term-ends"] {
        let stands = |asked: Option<&str>, today: &str| {
            let mut dates = vec![term];
            dates.extend(asked.map(|day| ("evidence_application_date", day)));
            let one = limit(id, &dates, today);
            assert_eq!(one.due, Some(day("2026-03-10")), "{id}");
            one.standing
        };
        assert_eq!(stands(None, "2026-03-01"), Stand::Running, "{id}");
        assert_eq!(stands(None, "2026-03-10"), Stand::Running, "{id}");
        assert_eq!(stands(None, "2026-03-11"), Stand::Passed, "{id}");
        assert_eq!(stands(Some("2026-02-20"), "2026-03-11"), Stand::Kept, "{id}");
        assert_eq!(stands(Some("2026-03-10"), "2026-03-11"), Stand::Kept, "{id}");
        assert_eq!(stands(Some("2026-03-11"), "2026-03-11"), Stand::Late, "{id}");
    }
    let own = limit("fs2019-19-51-term", &[term], "2026-03-11");
    assert_eq!((own.due, own.standing), (Some(day("2026-03-10")), Stand::Passed));
}

/// 民法典 997 with 民事诉讼法解释 171 by analogy (not verified): ten days for the reconsideration of an injunction, and the mark shows.
#[test]
fn the_court_reviews_an_injunction_within_ten_days() {
    let asked = ("injunction_reconsideration_date", "2026-03-02");
    let id = "cc997-reconsideration-review";
    let open = limit(id, &[asked], "2026-03-12");
    assert_eq!((open.due, open.standing), (Some(day("2026-03-12")), Stand::Running));
    assert_eq!(open.confidence, Some(redress_law::Confidence::O));
    assert_eq!(limit(id, &[asked], "2026-03-13").standing, Stand::Passed);
    let reviewed = ("injunction_reviewed_date", "2026-03-12");
    assert_eq!(limit(id, &[asked, reviewed], "2026-03-20").standing, Stand::Kept);
}

/// 行政复议法 30, 62 (2024-01-01): where silence made it accepted, the sixty days run from the day on which it did.
#[test]
fn silence_begins_the_term_of_reconsideration() {
    let filed = ("reconsideration_filed_date", "2026-03-02");
    assert_eq!(limit("reconsideration-62-ordinary", &[filed], "2026-06-01").standing, Stand::DateMissing);
    let deemed = ("reconsideration_accepted_date", "2026-03-09");
    let runs = limit("reconsideration-62-ordinary", &[filed, deemed], "2026-05-08");
    assert_eq!((runs.due, runs.standing), (Some(day("2026-05-08")), Stand::Running));
    let over = limit("reconsideration-62-ordinary", &[filed, deemed], "2026-05-09");
    assert_eq!(over.standing, Stand::Passed);
}

/// 指导意见 17 (2023-09-20) and its twins: no day and no proof of one body's telling is another body's as well. The one pair
/// below is one request to one processor, which two laws describe under two names.
#[test]
fn no_body_is_met_by_what_another_did() {
    let same_processor = ["pi_request_met_date"];
    let pages = &Book::standard().ir().provisions;
    let duties: Vec<_> = pages.iter().flat_map(|page| &page.duties).collect();
    let mut shared = Vec::new();
    for one in &duties {
        for other in duties.iter().filter(|other| other.who != one.who) {
            let done = one.done.iter().filter(|term| other.done.as_ref() == Some(term));
            let proof = one.proof.iter().filter(|term| other.proof.as_ref() == Some(term));
            let terms = done.chain(proof).filter(|term| !same_processor.contains(&term.as_str()));
            shared.extend(terms.map(|term| format!("{} / {}: {term}", one.id, other.id)));
        }
    }
    assert!(shared.is_empty() && duties.len() > 90, "{shared:?}");
}

/// A refusal to open a criminal case is served under 公安机关办理刑事案件程序规定 178 (2020-09-01), a penalty under
/// 治安管理处罚法 116 (2026-01-01): the one does not begin, and does not meet, what belongs to the other.
#[test]
fn a_criminal_refusal_and_a_penalty_are_served_apart() {
    let refusal = ("notice_received_date", "2026-03-02");
    let penalty = ("administrative_decision_received_date", "2026-03-02");
    for id in ["reconsideration-20-sixty-days", "suit-46-six-months"] {
        assert_eq!(limit(id, &[refusal], "2026-03-03").standing, Stand::DateMissing, "{id}");
        assert_eq!(limit(id, &[penalty], "2026-03-03").standing, Stand::Running, "{id}");
    }
    let seven = "police-179-reconsider";
    assert_eq!(limit(seven, &[penalty], "2026-03-03").standing, Stand::DateMissing);
    assert_eq!(limit(seven, &[refusal], "2026-03-09").standing, Stand::Running);
}

/// 民事诉讼法 152, 164 (2024-01-01), 刑事诉讼法 208, 212 (2018-10-26): an approved extension moves the last day, and while
/// nobody has said whether there is one, neither day is said to be it.
#[test]
fn an_extension_moves_the_day_and_nothing_else_does() {
    let pairs = [
        ("cvpl152-not-extended", "cvpl152-six-months", "cvpl152-extended", "cvpl152-twelve-months"),
        ("cvpl164-not-extended", "cvpl164-three-months", "cvpl164-extended", "cvpl164-four-months"),
        (
            "cpl-212-in-custody-not-extended",
            "cpl-212-judgment-in-custody-latest",
            "cpl-212-in-custody-extended",
            "cpl-212-judgment-in-custody-extended",
        ),
    ];
    let all = Book::standard().ir().provisions.iter().flat_map(|page| &page.deadlines);
    let when: std::collections::BTreeMap<_, _> =
        all.map(|one| (one.id.as_str(), one.when.as_deref())).collect();
    for (unless, shorter, with, longer) in pairs {
        assert_eq!((when[shorter], when[longer]), (Some(unless), Some(with)));
    }
    let registered = ("civil_case_registered_date", "2026-01-30");
    for (id, last) in [("cvpl164-three-months", "2026-04-30"), ("cvpl164-four-months", "2026-05-30")] {
        assert_eq!(limit(id, &[registered], "2026-02-01").due, Some(day(last)), "{id}");
    }
    // The length of 刑事诉讼法 208 is the approval's own: the day comes from its paper.
    let until = ("private_trial_extended_until", "2026-07-15");
    let extended = limit("cpl-212-judgment-in-custody-extended", &[until], "2026-07-15");
    assert_eq!((extended.due, extended.standing), (Some(day("2026-07-15")), Stand::Running));
    let judged = ("private_judgment_date", "2026-07-16");
    assert_eq!(
        limit("cpl-212-judgment-in-custody-extended", &[until, judged], "2026-07-20").standing,
        Stand::Late
    );
}
