//! Posts as papers quote them: the words, the platform by the name that its users know, the account as it is shown.

use crate::Assessed;
use redress_forms::Quote;
use redress_posts::KnownBy;
use std::collections::{BTreeMap, BTreeSet};

/// Posts of one statement that forms may quote.
const QUOTED: usize = 200;

/// Who posted it and what: neither is printed where masks are asked for.
pub(crate) fn veil(quote: &mut Quote) {
    const MASK: &str = "＊＊＊";
    MASK.clone_into(&mut quote.text);
    // An address may hold the number of the account.
    for place in [&mut quote.account, &mut quote.account_id, &mut quote.link] {
        if place.is_some() {
            *place = Some(MASK.to_owned());
        }
    }
}

/// Platforms as their users call them; a name that somebody gave in a mapping stays as it is.
fn platform_zh(platform: &str) -> &str {
    match platform {
        "weibo" => "微博",
        "xhs" => "小红书",
        "douyin" => "抖音",
        "kuaishou" => "快手",
        "bili" => "哔哩哔哩",
        "zhihu" => "知乎",
        "tieba" => "百度贴吧",
        "public-account" => "微信公众号",
        "chat-group" => "聊天群",
        other => other,
    }
}

/// Posts of the statements that a person took up, the first one first, each post once.
pub(crate) fn of(assessed: &Assessed) -> BTreeMap<String, Vec<Quote>> {
    let corpus = &assessed.material.corpus;
    let found = &assessed.statements;
    let mut quotes = BTreeMap::new();
    for row in assessed.result.statements.iter().filter(|row| row.taken_up) {
        let Some(statement) = found.find(&row.id) else { continue };
        let mut seen = BTreeSet::new();
        let members = std::iter::once(&statement.anchor).chain(&statement.members);
        let posts =
            members.filter_map(|member| corpus.post(*member)).filter(|post| seen.insert(corpus.key(post)));
        let quoted = posts.take(QUOTED).map(|post| {
            let account = post.account().and_then(|ix| corpus.account(ix));
            let shown = account.filter(|account| !account.masked()).map(|account| {
                let handle = corpus.handle(account);
                let named = (!handle.reveal().is_empty()).then(|| handle.reveal().to_string());
                named.unwrap_or_else(|| corpus.account_id(account).reveal().to_string())
            });
            // Beside a name, so that a platform finds an account that was renamed; where only the number is known, it is the name.
            let id = account.filter(|account| account.known_by() == KnownBy::Id);
            let id = id.map(|account| corpus.account_id(account).reveal().to_string());
            Quote {
                account_id: id.filter(|id| !id.is_empty() && shown.as_ref().is_some_and(|shown| shown != id)),
                post: corpus.key(post),
                platform: platform_zh(corpus.platform(post)).to_owned(),
                account: shown,
                link: corpus.address(post).map(|address| address.reveal().to_string()),
                published: post.published(),
                text: corpus.text(post).into_revealed().to_owned(),
                span: corpus.sighting(post.first_sighting()).map(|sighting| corpus.span(sighting)),
            }
        });
        quotes.insert(row.id.clone(), quoted.collect());
    }
    quotes
}

#[cfg(test)]
mod tests {
    use super::veil;
    use redress_forms::Quote;

    /// An address may hold the number of the account: masked is whatever may say who posted what.
    #[test]
    fn a_veil_covers_words_accounts_and_addresses() {
        let mut quote = Quote {
            post: "weibo/1".to_owned(),
            platform: "微博".to_owned(),
            account: Some("某账号".to_owned()),
            account_id: Some("7100000042".to_owned()),
            link: Some("https://a.example/7100000042/1".to_owned()),
            published: None,
            text: "虚构的言论".to_owned(),
            span: None,
        };
        veil(&mut quote);
        let shown = format!("{quote:?}");
        for covered in ["某账号", "7100000042", "虚构"] {
            assert!(!shown.contains(covered), "{shown}");
        }
        let mut bare = Quote { account: None, account_id: None, link: None, ..quote };
        veil(&mut bare);
        assert_eq!((bare.account, bare.account_id, bare.link), (None, None, None));
    }
}
