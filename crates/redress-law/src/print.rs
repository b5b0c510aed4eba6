//! From the JSON form back to the rule language: the one canonical spelling, in either language.

use crate::Label;
use crate::ir::{Burden, Clock, End, Gift, InForce, Limb, Rule, Test, Unit, Window};
use crate::words::{Language, Word, item_text};
use redress_base::Article;
use std::fmt::Write as _;

/// Prints a rule as the body of a ```` ```rule ```` fence, with a newline at the end.
///
/// What stands in the page's front data (rank, clock, confidence, severity) is not repeated.
pub fn print(rule: &Rule, language: Language) -> String {
    let mut printer = Printer { language, out: String::new() };
    printer.line(0, &[Word::Rule.spelt(language), &rule.id]);
    printer.line(0, &[Word::Label.spelt(language), &name(&rule.label)]);
    printer.line(0, &[Word::Role.spelt(language), rule.role.word()]);
    printer.line(0, &[Word::Cites.spelt(language), &citations(&rule.cites)]);
    printer.line(0, &[Word::InForce.spelt(language), &printer.period(&rule.in_force)]);
    if rule.nothing_before {
        printer.line(0, &[Word::NothingBefore.spelt(language)]);
    }
    printer.limb(0, &[Word::Requires.spelt(language)], &rule.requires);
    rule.gives.iter().for_each(|gift| printer.gift(gift));
    for defeater in &rule.unless {
        let burden = match defeater.burden {
            Burden::MustBeExcluded => Word::MustBeExcluded,
            Burden::ForTheOtherSide => Word::ForTheOtherSide,
        };
        let first = if defeater.check_first { Word::CheckFirst.spelt(language) } else { "" };
        printer.line(0, &[Word::Unless.spelt(language), burden.spelt(language), first, &defeater.rule]);
    }
    printer.out
}

fn name(label: &Label) -> String {
    format!("{} | {}", label.zh, label.en)
}

fn citations(cites: &[Article]) -> String {
    cites.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}

struct Printer {
    language: Language,
    out: String,
}

impl Printer {
    fn line(&mut self, depth: usize, parts: &[&str]) {
        let text = parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" ");
        // Writing to a string cannot fail.
        let _ = writeln!(self.out, "{}{text}", "  ".repeat(depth));
    }

    fn gift(&mut self, gift: &Gift) {
        let word = if gift.in_order { Word::GivesInOrder } else { Word::Gives };
        let measures: Vec<String> = gift.severity.iter().map(|(name, n)| format!("{name} {n}")).collect();
        let set = if measures.is_empty() { String::new() } else { format!("{{{}}}", measures.join(", ")) };
        let label = format!("\"{}\"", name(&gift.label));
        self.line(0, &[word.spelt(self.language), &gift.name, &label, &set]);
        gift.when.iter().for_each(|limb| self.limb(1, &[], limb));
    }

    fn period(&self, period: &InForce) -> String {
        let spelt = |word: Word| word.spelt(self.language);
        let from = format!("{} {}", spelt(Word::From), period.from);
        match &period.end {
            End::Open => format!("{from} {}", spelt(Word::ToDate)),
            End::NotResearched => format!("{from} {}", spelt(Word::EndNotResearched)),
            End::Repealed { on, by } => {
                format!("{from} {} {on} {} {by}", spelt(Word::Repealed), spelt(Word::By))
            }
        }
    }

    /// A condition behind the words that open its line, and what is indented under it.
    fn limb(&mut self, depth: usize, opening: &[&str], limb: &Limb) {
        let item = limb.item.map(|item| item_text(item, self.language)).unwrap_or_default();
        let label = limb.label.as_ref().map(|label| format!("\"{}\"", name(label))).unwrap_or_default();
        let cites = if limb.cites.is_empty() {
            String::new()
        } else {
            format!("{} {}", Word::Cites.spelt(self.language), citations(&limb.cites))
        };
        let head = self.head(&limb.test);
        let mut parts: Vec<&str> = opening.to_vec();
        parts.extend([item.as_str(), head.as_str(), label.as_str(), cites.as_str()]);
        self.line(depth, &parts);
        self.under(depth + 1, &limb.test);
    }

    fn under(&mut self, depth: usize, test: &Test) {
        match test {
            Test::Any(of) | Test::All(of) | Test::AtLeast { of, .. } => {
                of.iter().for_each(|limb| self.limb(depth, &[], limb));
            }
            Test::Not(inner) => self.under(depth, inner),
            Test::Accumulate { when, of, .. } => {
                let word = Word::When.spelt(self.language);
                when.iter().for_each(|limb| self.limb(depth, &[word], limb));
                of.iter().for_each(|limb| self.limb(depth, &[], limb));
            }
            Test::Proportion { shares, .. } => {
                shares.iter().for_each(|s| self.line(depth, &[&s.term, "/", &s.per.to_string()]));
            }
            Test::Reading { of, .. } => {
                let word = Word::As.spelt(self.language);
                of.iter().for_each(|one| self.limb(depth, &[word, &one.name], &one.limb));
            }
            Test::Weigh { factors, .. } => {
                factors.iter().for_each(|factor| self.line(depth, &[&format!("\"{}\"", name(factor))]));
            }
            _ => {}
        }
    }

    /// The words of a condition on its own line.
    fn head(&self, test: &Test) -> String {
        let spelt = |word: Word| word.spelt(self.language);
        match test {
            Test::Any(_) => spelt(Word::AnyOf).to_owned(),
            Test::All(_) => spelt(Word::AllOf).to_owned(),
            Test::AtLeast { n, .. } => format!("{} {n} {}", spelt(Word::AtLeast), spelt(Word::Of)),
            Test::Not(inner) => format!("{} {}", spelt(Word::Not), self.head(inner)),
            Test::Fact(term) => term.clone(),
            Test::CountAtLeast { term, number } => format!("{term} >= {number}"),
            Test::CountAtMost { term, number } => format!("{term} <= {number}"),
            Test::In { term, words } => {
                format!("{term} {} {{{}}}", spelt(Word::InSet), words.join(", "))
            }
            Test::Within { term, window, before } => self.within(term, *window, *before),
            Test::Presumed(term) => format!("{} {term}", spelt(Word::Presumed)),
            Test::Open(term) => format!("{} {term}", spelt(Word::Open)),
            Test::Accumulate { window, .. } => {
                format!("{} {}", spelt(Word::Accumulate), self.window(*window))
            }
            Test::Weigh { term, .. } => format!("{} {term}", spelt(Word::Weigh)),
            Test::Rule(id) => format!("{} {id}", spelt(Word::Rule)),
            Test::Proportion { reach, .. } if reach.den == 1 => {
                format!("{} >= {}", spelt(Word::Proportion), reach.num)
            }
            Test::Proportion { reach, .. } => {
                format!("{} >= {}/{}", spelt(Word::Proportion), reach.num, reach.den)
            }
            Test::Reading { id, .. } => format!("{} {id}", spelt(Word::Reading)),
            Test::After { term, window, after } => self.after(term, *window, after),
            Test::NotBefore { term, other } => format!("{term} {} {other}", spelt(Word::NotBefore)),
            Test::Aged { term, years } => match self.language {
                Language::Zh => format!(
                    "{term} {} {years} {}",
                    Word::AgedAtAct.spelt(Language::Zh),
                    Word::YearsOld.spelt(Language::Zh)
                ),
                Language::En => format!(
                    "{term} {} {years} {}",
                    Word::Aged.spelt(Language::En),
                    Word::AtAct.spelt(Language::En)
                ),
            },
        }
    }

    fn window(&self, window: Window) -> String {
        let unit = match window.unit {
            Unit::Years => Word::Years,
            Unit::Months => Word::Months,
            Unit::Days => Word::Days,
        };
        format!("{} {}", window.length, unit.spelt(self.language))
    }

    fn after(&self, term: &str, window: Window, after: &str) -> String {
        let length = self.window(window);
        match self.language {
            Language::Zh => {
                let (at, behind) = (Word::At.spelt(Language::Zh), Word::Behind.spelt(Language::Zh));
                format!("{term} {at} {after} {behind} {length}")
            }
            Language::En => {
                let (within, word) = (Word::Within.spelt(Language::En), Word::After.spelt(Language::En));
                format!("{term} {within} {length} {word} {after}")
            }
        }
    }

    fn within(&self, term: &str, window: Window, before: Clock) -> String {
        let length = self.window(window);
        let (chinese, english) = match before {
            Clock::Act => (Word::WithinBeforeAct, Word::BeforeAct),
            Clock::Filing => (Word::WithinBeforeFiling, Word::BeforeFiling),
        };
        match self.language {
            Language::Zh => format!("{term} {} {length}", chinese.spelt(Language::Zh)),
            Language::En => {
                let within = Word::Within.spelt(Language::En);
                format!("{term} {within} {length} {}", english.spelt(Language::En))
            }
        }
    }
}
