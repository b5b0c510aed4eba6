//! What a post says, in the neutral words of somebody who read it, for whoever is spared its own words.

use crate::Desk;
use crate::record::{DIGITS_OF_A_PERSON, text};
use redress_base::{Fault, Finding, Refusal};
use redress_case::{NeutralSummary, What};
use redress_posts::Corpus;

/// The longest summary, in characters.
pub const LONGEST_SUMMARY: usize = 300;
/// So many characters in a row that stand in the post are its words, and not those of whoever read it.
const QUOTED: usize = 15;

impl Desk<'_> {
    /// Keeps a summary of a post; gives the number of the entry. A later one of the same post takes its place, and striking
    /// it brings the earlier one back.
    ///
    /// # Errors
    /// `Usage` for a post that is not in the case, and for a text that is none: too long, of several lines, with the number
    /// or the mail address of a person, with the words of the post itself, or the one that stands already.
    pub fn summarise(
        &mut self,
        by: Option<&str>,
        corpus: &Corpus,
        summary: &NeutralSummary,
    ) -> Result<u64, Refusal> {
        let refuse = |code: &str| Finding::error(code).with("post", summary.post.as_str());
        let Some(post) = corpus.find(&summary.post).and_then(|ix| corpus.post(ix)) else {
            return Err(refuse("workbench-summary-post").refuse(Fault::Usage));
        };
        let said = fits(&summary.text)?;
        // Whoever is spared the words of a post is not to meet them in its summary.
        if quotes(corpus.text(post).reveal(), &said) {
            return Err(refuse("workbench-summary-quotes").with("most", QUOTED).refuse(Fault::Usage));
        }
        let (_, state) = self.state()?;
        if state.summaries().get(summary.post.as_str()).is_some_and(|stands| stands.of.text == said) {
            return Err(refuse("workbench-summary-stands").refuse(Fault::Usage));
        }
        self.enter(
            by,
            What::Summarised { summary: NeutralSummary { post: summary.post.clone(), text: said } },
        )
    }
}

/// A summary goes into the ledger, and wherever that goes.
fn fits(typed: &str) -> Result<String, Refusal> {
    let said = text("summary", typed)?;
    let digits =
        said.split(|c: char| !c.is_numeric()).map(|run| run.chars().count()).max().unwrap_or_default();
    let personal = digits >= DIGITS_OF_A_PERSON || said.contains(['@', '＠']);
    if said.chars().count() > LONGEST_SUMMARY || said.contains('\n') || personal {
        let found = Finding::error("workbench-summary-unfit").with("most", LONGEST_SUMMARY);
        return Err(found.refuse(Fault::Usage));
    }
    Ok(said)
}

/// Whether the summary repeats a stretch of the post, however it is spaced.
fn quotes(post: &str, said: &str) -> bool {
    let bare = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<Vec<char>>();
    let (post, said) = (bare(post).into_iter().collect::<String>(), bare(said));
    said.windows(QUOTED).any(|run| post.contains(&run.iter().collect::<String>()))
}

#[cfg(test)]
mod tests {
    use super::{fits, quotes};

    #[test]
    fn the_words_of_the_post_are_no_summary_of_it() {
        let post = "一二三四五六七八九十甲乙丙丁戊己庚辛";
        assert!(quotes(post, "他说：一二三四五 六七八九十甲乙丙丁戊"));
        assert!(
            !quotes(post, "一二三四五六七八九十甲乙丙丁") && !quotes(post, "说了一件事") && !quotes("", "x")
        );
    }

    #[test]
    fn a_summary_is_one_line_and_names_nobodys_number() {
        assert_eq!(fits("  says a rumour ").unwrap(), "says a rumour");
        let long = "x".repeat(301);
        for bad in ["", "a\nb", "call 13800000000", "a@example.com", long.as_str()] {
            assert!(fits(bad).is_err(), "{bad}");
        }
    }
}
