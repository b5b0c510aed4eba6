//! The words of posts, for a page of which the person asked that it carry them.

use redress_analysis::Statements;
use redress_base::Private;
use redress_case::CaseResult;
use redress_posts::Corpus;
use redress_report::{Excerpt, Excerpts};

/// Posts shown for each statement: the first one and the ones that differ from it.
const SHOWN: usize = 5;

/// Takes the words of a few posts of each statement that the result lists.
pub fn excerpts(result: &CaseResult, corpus: &Corpus, found: &Statements) -> Excerpts {
    let mut excerpts = Excerpts::none();
    for row in &result.statements {
        let Some(statement) = found.find(&row.id) else { continue };
        let mut seen: Vec<&str> = Vec::new();
        let anchor_first = std::iter::once(&statement.anchor).chain(&statement.members);
        for post in anchor_first.filter_map(|member| corpus.post(*member)) {
            let text = *corpus.text(post).reveal();
            if seen.contains(&text) {
                continue;
            }
            seen.push(text);
            excerpts.push(Excerpt {
                statement: row.id.clone(),
                post: corpus.key(post),
                account: post.account().and_then(|ix| corpus.account(ix)).map(redress_posts::Account::number),
                published: post.published(),
                span: corpus.sighting(post.first_sighting()).map(|sighting| corpus.span(sighting)),
                text: Private::new(text.to_owned()),
            });
            if seen.len() >= SHOWN {
                break;
            }
        }
    }
    excerpts
}
