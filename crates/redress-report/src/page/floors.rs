//! The numbers that the law names for reach, each with the article that names it and since when.

use super::frame::Page;
use redress_analysis::Figure;
use redress_base::{Article, Count, Date, Truth, Unit};
use redress_case::CaseResult;
use redress_facts::Scope;
use redress_words::Words;

/// A number from which the law draws a consequence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Floor {
    /// The number; it counts itself.
    pub number: u64,
    /// Where the law says so.
    pub article: Article,
    /// Since when.
    pub since: Date,
}

/// 法释〔2013〕21号 art 2(1), in force 2013-09-10: 5,000 clicks or views, 500 reposts, of the same information. The
/// numbers belong to defamation alone; the page says so beside the bar.
pub(crate) fn floor(statement: &str, figure: &Figure) -> Option<Floor> {
    let number = match (figure.id.strip_prefix(statement)?, figure.unit) {
        (".views", Unit::Views) => 5_000,
        (".reposts", Unit::Reposts) => 500,
        _ => return None,
    };
    let article = Article::new("cn/fs-2013-21", "2");
    Some(Floor { number, article, since: Date::constant(2013, 9, 10) })
}

/// The figures that are held against a number, statement by statement. Protected speech is not held against one, and neither
/// is what no person has taken up.
pub fn floors(result: &CaseResult) -> Vec<(&Figure, Floor)> {
    let aside = |id: &str| {
        let scope = Scope::Statement(id.to_owned());
        result.protected.iter().any(|row| row.scope == scope && row.set_aside)
    };
    let held = result.statements.iter().filter(|row| row.taken_up && !aside(&row.id));
    held.flat_map(|row| {
        let mine = result.figures.iter().filter(|figure| figure.scope.to_string() == row.id);
        mine.filter_map(|figure| Some((figure, floor(&row.id, figure)?)))
    })
    .collect()
}

/// Where a number comes from: `Interpretation 法释〔2013〕21号 2, in force since 10 September 2013`.
pub fn floor_source(words: &Words, floor: &Floor) -> String {
    let args = [("article", words.article(&floor.article).into()), ("day", words.date(floor.since).into())];
    words.say("report-floor-source", &args)
}

/// Whether the number is reached, in words; where near copies may be contested, also without them.
pub fn floor_answer(words: &Words, figure: &Figure, number: u64) -> String {
    let args = [("threshold", number.into())];
    let code = match figure.count.at_least(number) {
        // Never "even the lowest reading" where it rests on what the other side may contest.
        Truth::T if figure.disputed.is_some_and(|disputed| disputed.at_least(number) != Truth::T) => {
            "report-bar-near-reached"
        }
        Truth::T => "report-bar-reached",
        Truth::F => "report-bar-below",
        Truth::U => "report-bar-open",
    };
    let first = words.say(code, &args);
    let gap = Page::between(words);
    let Some(disputed) = figure.disputed else { return first };
    if disputed == Count::floor(0) {
        return format!("{first}{gap}{}", words.say("report-bar-exact-none", &[]));
    }
    let without = match disputed.at_least(number) {
        Truth::T => "report-bar-exact-reached",
        Truth::F => "report-bar-exact-below",
        Truth::U => "report-bar-exact-open",
    };
    let count = words.interval(disputed);
    format!("{first}{gap}{}", words.say(without, &[("count", count.into())]))
}
