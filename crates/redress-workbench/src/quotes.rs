//! Posts as papers quote them: the words, the platform by the name that its users know, the account as it is shown.

use crate::Assessed;
use redress_forms::Quote;
use std::collections::{BTreeMap, BTreeSet};

/// Posts of one statement that forms may quote.
const QUOTED: usize = 200;

/// Who posted it and what: neither is printed where masks are asked for.
pub(crate) fn veil(quote: &mut Quote) {
    const MASK: &str = "＊＊＊";
    MASK.clone_into(&mut quote.text);
    if quote.account.is_some() {
        quote.account = Some(MASK.to_owned());
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
    let found = redress_analysis::statements(corpus, &assessed.result.params);
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
            Quote {
                post: corpus.key(post),
                platform: platform_zh(corpus.platform(post)).to_owned(),
                account: shown,
                link: None,
                published: post.published(),
                text: corpus.text(post).into_revealed().to_owned(),
                span: corpus.sighting(post.first_sighting()).map(|sighting| corpus.span(sighting)),
            }
        });
        quotes.insert(row.id.clone(), quoted.collect());
    }
    quotes
}
