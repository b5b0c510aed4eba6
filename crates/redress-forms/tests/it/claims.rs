//! Whom a civil paper asks for what: each defendant for what is laid to them, and a platform alone for who its users are.

use crate::casefile::{CaseFile, party};
use crate::samples::{missing, text};
use redress_case::{Capacity, Kind, Party};
use serde_json::json;

const SECOND: &str = "st-bbbbbbbb";

/// Two statements, each laid to somebody else, and both to be deleted.
pub(crate) fn two_publishers() -> CaseFile {
    let mut file = CaseFile::new();
    file.second(SECOND, "weibo/2");
    for (at, post) in [(2, "weibo/1"), (3, "weibo/2")] {
        file.party(Party { statements: vec![post.to_owned()], ..party(at, Capacity::Respondent) });
    }
    file.fact("case", "claim_types", json!({"is": "words", "value": ["stop"]}), "stated");
    file
}

fn platform(file: &mut CaseFile, sued: &str) {
    file.party(Party { kind: Kind::Legal, ..party(9, Capacity::Platform) });
    file.fact("case", "civil_defendant", json!({"is": "choice", "value": sued}), "stated");
}

/// 法释〔2014〕11号 3 (as of 2021-01-01), 民法典 1195 (in force 2021-01-01): only a provider that is sued can be ordered to say who its user
/// is. Nobody else is asked, and the paper is no final until the claim fits.
#[test]
fn an_individual_is_never_asked_to_disclose() {
    let form = "civil-complaint";
    for sued in ["user-only", "user-and-platform"] {
        let mut file = two_publishers();
        file.party(Party {
            identity_unknown: true,
            statements: vec!["weibo/7".to_owned()],
            ..party(4, Capacity::Respondent)
        });
        file.quote(SECOND, "weibo/7", Some("丁账号"));
        platform(&mut file, sued);
        file.fact("case", "disclosure_asked", json!({"is": "yes"}), "stated");
        let input = file.fill(form);
        let paper = text(form, &input);
        let asked = missing(form, &input).contains(&"claims.disclose".to_owned());
        let may = sued == "user-and-platform";
        assert_eq!(paper.contains("责令被告party-09向人民法院提供"), may, "{sued}: {paper}");
        assert_eq!(paper.contains("责令被告"), may, "{sued}: {paper}");
        assert_eq!(paper.contains("第三条，原告请求人民法院责令"), may, "{sued}: {paper}");
        assert_eq!(paper.contains("责令其提供；查明后"), may, "{sued}: {paper}");
        assert_eq!(asked, !may, "{sued}");
    }
}

/// Where nobody is unknown, there is nothing to disclose, and an empty list is no claim.
#[test]
fn a_claim_to_disclose_names_accounts() {
    let form = "civil-complaint";
    let mut file = two_publishers();
    platform(&mut file, "user-and-platform");
    file.fact("case", "disclosure_asked", json!({"is": "yes"}), "stated");
    assert!(missing(form, &file.fill(form)).contains(&"claims.disclose".to_owned()));
    // What is laid to nobody has an account whose user nobody knows.
    file.second("st-cccccccc", "weibo/3");
    file.quotes.get_mut("st-cccccccc").unwrap()[0].account = Some("丙账号".to_owned());
    let input = file.fill(form);
    assert!(!missing(form, &input).contains(&"claims.disclose".to_owned()));
    assert!(text(form, &input).contains("weibo：丙账号"));
}

/// 民法典 1194 (in force 2021-01-01): who published it answers for it. Each defendant is asked to delete what is laid to them; the
/// platform, where it is sued, for its own service.
#[test]
fn each_defendant_is_asked_to_delete_what_is_theirs() {
    let form = "civil-complaint";
    let input = two_publishers().fill(form);
    let paper = text(form, &input);
    assert!(paper.contains("由被告party-02删除——言论一：weibo，账号“甲账号”，平台内编号为1，"), "{paper}");
    assert!(paper.contains("由被告party-03删除——言论二：weibo，账号“乙账号”，平台内编号为2，"), "{paper}");
    assert!(
        !paper.contains("由被告party-02、party-03删除") && !paper.contains("采取删除、屏蔽、断开链接"),
        "{paper}"
    );
    assert!(!missing(form, &input).contains(&"publishers".to_owned()));
    let mut file = two_publishers();
    platform(&mut file, "user-and-platform");
    assert!(text(form, &file.fill(form)).contains("被告party-09对其提供的网络服务上的上列信息"));
}

/// 民事诉讼法 122 (in force 2024-01-01, day unverified): a claim is specific. Where nobody who is sued could delete a statement, the paper is
/// no final; with the platform sued it is.
#[test]
fn a_statement_that_nobody_sued_published_is_not_to_be_deleted_by_anybody() {
    let form = "civil-complaint";
    let mut file = two_publishers();
    file.second("st-cccccccc", "weibo/3");
    let input = file.fill(form);
    let claims = text(form, &input);
    let claims = claims.split_once("诉讼请求").unwrap().1.split_once("事实与理由").unwrap().0;
    assert!(!claims.contains("言论三："), "{claims}");
    assert!(missing(form, &input).contains(&"publishers".to_owned()));
    platform(&mut file, "user-and-platform");
    let input = file.fill(form);
    assert!(!missing(form, &input).contains(&"publishers".to_owned()));
    assert!(text(form, &input).contains("言论三：weibo，"));
}

/// 民法典 997 (in force 2021-01-01): what is to stop is named: each statement with its number, its post, its day, and how many posts on
/// file say the same.
#[test]
fn an_injunction_names_each_post() {
    let form = "injunction-application";
    let mut file = two_publishers();
    file.fact("case", "acts_to_stop", json!({"is": "words", "value": ["posts"]}), "stated");
    let posts = json!({
        "id": "st-bbbbbbbb.posts", "scope": SECOND, "measure": "posts", "unit": "posts",
        "count": {"lower": 7, "upper": 7}, "parts": [], "parts_total": 0,
    });
    file.result.figures.push(serde_json::from_value(posts).unwrap());
    let paper = text(form, &file.fill(form));
    for part in [
        "由party-02删除——言论一：weibo，账号“甲账号”，平台内编号为1，网址 https://example.invalid/weibo/1，2026年2月8日首次发布",
        "由party-03删除——言论二：",
        "首次发布（证据1），案卷所见同一内容有7",
    ] {
        assert!(paper.contains(part), "{part}: {paper}");
    }
    // Nothing is made up where the file is silent.
    for quote in file.quotes.values_mut().flatten() {
        quote.link = None;
    }
    assert!(!text(form, &file.fill(form)).contains("网址"));
}
