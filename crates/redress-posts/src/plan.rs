//! A mapping made ready for one file: every column a slot number, every constant worked out.

use crate::mapping::{
    AccountRule, AuthorRule, CounterRule, From, IdRule, KindRule, LinkRule, Mapping, Reading, TimeForm,
    TimeRule,
};
use crate::post::{PostKind, Space};
use crate::when::{When, text};
use redress_base::{Stamp, TimeSource, Unit};

/// What a reader needs to turn rows into posts.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    /// Column names or JSON paths, by slot.
    pub(crate) slots: Vec<String>,
    pub(crate) platform: Text,
    pub(crate) post: Option<PostPlan>,
    pub(crate) also: Vec<PostPlan>,
    pub(crate) account: Option<(usize, Option<usize>)>,
    /// Slots of the columns that tell the format: a row without one is not of this format.
    pub(crate) must: Vec<usize>,
    /// Assumptions, by the numbers that rules carry.
    pub(crate) assumptions: Vec<Assumption>,
}

/// Something that a mapping takes for granted.
#[derive(Clone, Debug)]
pub(crate) struct Assumption {
    pub(crate) name: String,
    pub(crate) because: String,
    /// Its sentence stands in the locales.
    pub(crate) built_in: bool,
}

/// A constant, or a slot.
#[derive(Clone, Debug)]
pub(crate) enum Text {
    Is(String),
    Slot(usize),
}

#[derive(Clone, Debug)]
pub(crate) struct PostPlan {
    pub(crate) kind: KindPlan,
    pub(crate) id: Assumed<Text>,
    pub(crate) text: Vec<usize>,
    pub(crate) address: Vec<usize>,
    pub(crate) author: Vec<AuthorPlan>,
    pub(crate) parent: Vec<LinkPlan>,
    pub(crate) root: Vec<LinkPlan>,
    pub(crate) time: Vec<TimePlan>,
    pub(crate) observed: Vec<TimePlan>,
    pub(crate) counters: Vec<CounterPlan>,
}

/// A rule with the number of its assumption.
#[derive(Clone, Debug)]
pub(crate) struct Assumed<T> {
    pub(crate) rule: T,
    pub(crate) assume: Option<usize>,
}

#[derive(Clone, Debug)]
pub(crate) enum KindPlan {
    Is(PostKind),
    Values { slot: usize, values: Vec<(String, PostKind)>, otherwise: PostKind },
    Filled { slot: usize, then: PostKind, otherwise: PostKind },
}

#[derive(Clone, Debug)]
pub(crate) enum AuthorPlan {
    Id {
        id: usize,
        name: Option<usize>,
    },
    Hash {
        hash: usize,
        name: Option<usize>,
    },
    Name {
        name: usize,
    },
    /// The id stands in the file name.
    File {
        id: String,
        name: Option<usize>,
        assume: Option<usize>,
    },
}

#[derive(Clone, Debug)]
pub(crate) struct LinkPlan {
    pub(crate) from: Assumed<Text>,
    pub(crate) space: Space,
    pub(crate) none: Vec<String>,
}

#[derive(Clone, Debug)]
pub(crate) struct TimePlan {
    pub(crate) slot: Option<usize>,
    pub(crate) form: TimeForm,
    pub(crate) zone: Option<i32>,
    pub(crate) constant: Option<Stamp>,
    pub(crate) source: TimeSource,
    pub(crate) assume: Option<usize>,
}

#[derive(Clone, Debug)]
pub(crate) struct CounterPlan {
    pub(crate) slot: usize,
    pub(crate) unit: Unit,
    pub(crate) topic: Option<usize>,
    pub(crate) expanded: bool,
    pub(crate) assume: Option<usize>,
}

impl Plan {
    /// Makes a mapping ready for a file of this name.
    pub(crate) fn new(mapping: &Mapping, file_name: &str) -> Plan {
        let mut maker = Maker { slots: Vec::new(), assumptions: Vec::new(), stem: stem(file_name) };
        let platform = match (&mapping.platform.column, &mapping.platform.is) {
            (Some(column), _) => Text::Slot(maker.slot(column)),
            (None, word) => Text::Is(word.clone().unwrap_or_default()),
        };
        let post = mapping.post.as_ref().map(|reading| maker.post(reading));
        let also = mapping.also.iter().map(|reading| maker.post(reading)).collect();
        let account = mapping.account.as_ref().map(|rule| maker.account(rule));
        let must = mapping.detect.columns.iter().map(|column| maker.slot(column)).collect();
        let assumption = |name: String| Assumption {
            because: mapping.assumptions.get(&name).cloned().unwrap_or_default(),
            built_in: mapping.built_in,
            name,
        };
        let assumptions = maker.assumptions.into_iter().map(assumption).collect();
        Plan { platform, post, also, account, must, slots: maker.slots, assumptions }
    }

    /// Whether no row can be read without this slot: the id, or a column that tells the format.
    pub(crate) fn needs(&self, slot: usize) -> bool {
        let id = self.post.as_ref().map(|post| &post.id.rule);
        matches!(id, Some(Text::Slot(id)) if *id == slot)
            || self.account.is_some_and(|(id, _)| id == slot)
            || self.must.contains(&slot)
    }
}

struct Maker<'a> {
    slots: Vec<String>,
    assumptions: Vec<String>,
    stem: &'a str,
}

fn place(list: &mut Vec<String>, word: &str) -> usize {
    list.iter().position(|known| known == word).unwrap_or_else(|| {
        list.push(word.to_owned());
        list.len() - 1
    })
}

impl Maker<'_> {
    fn slot(&mut self, column: &str) -> usize {
        place(&mut self.slots, column)
    }

    fn maybe(&mut self, column: Option<&String>) -> Option<usize> {
        column.map(|column| place(&mut self.slots, column))
    }

    fn assume(&mut self, name: Option<&String>) -> Option<usize> {
        name.map(|name| place(&mut self.assumptions, name))
    }

    fn post(&mut self, reading: &Reading) -> PostPlan {
        PostPlan {
            kind: self.kind(&reading.kind),
            id: self.id(&reading.id),
            text: reading.text.columns.iter().map(|column| self.slot(column)).collect(),
            address: reading.address.iter().map(|column| self.slot(column)).collect(),
            author: reading.author.iter().filter_map(|rule| self.author(rule)).collect(),
            parent: reading.parent.iter().map(|rule| self.link(rule)).collect(),
            root: reading.root.iter().map(|rule| self.link(rule)).collect(),
            time: reading.time.iter().map(|rule| self.time(rule, TimeSource::Platform)).collect(),
            observed: reading.observed.iter().map(|rule| self.time(rule, TimeSource::ToolClock)).collect(),
            counters: reading.counters.iter().map(|rule| self.counter(rule)).collect(),
        }
    }

    fn kind(&mut self, rule: &KindRule) -> KindPlan {
        let otherwise = rule.otherwise.unwrap_or(PostKind::Original);
        match (&rule.column, &rule.filled) {
            (Some(column), _) => KindPlan::Values {
                slot: self.slot(column),
                values: rule.values.iter().map(|(value, kind)| (value.clone(), *kind)).collect(),
                otherwise,
            },
            (None, Some(column)) => {
                KindPlan::Filled { slot: self.slot(column), then: rule.then.unwrap_or(otherwise), otherwise }
            }
            (None, None) => KindPlan::Is(rule.is.unwrap_or(otherwise)),
        }
    }

    fn id(&mut self, rule: &IdRule) -> Assumed<Text> {
        let assume = self.assume(rule.assume.as_ref());
        Assumed { rule: self.column_or_file(rule.column.as_ref(), rule.after.as_deref()), assume }
    }

    fn column_or_file(&mut self, column: Option<&String>, after: Option<&str>) -> Text {
        match column {
            Some(column) => Text::Slot(self.slot(column)),
            None => {
                let rest =
                    after.map_or(Some(self.stem), |mark| self.stem.split_once(mark).map(|(_, rest)| rest));
                Text::Is(rest.unwrap_or_default().to_owned())
            }
        }
    }

    /// A file name gives an author's id only where it is a number, as the tools write it.
    fn author(&mut self, rule: &AuthorRule) -> Option<AuthorPlan> {
        let name = self.maybe(rule.name.as_ref());
        Some(match (&rule.id, &rule.hash, rule.from) {
            (Some(id), _, _) => AuthorPlan::Id { id: self.slot(id), name },
            (None, Some(hash), _) => AuthorPlan::Hash { hash: self.slot(hash), name },
            (None, None, Some(From::FileName)) => {
                let number = !self.stem.is_empty() && self.stem.bytes().all(|b| b.is_ascii_digit());
                let id = number.then(|| self.stem.to_owned())?;
                AuthorPlan::File { id, name, assume: self.assume(rule.assume.as_ref()) }
            }
            (None, None, None) => AuthorPlan::Name { name: name? },
        })
    }

    fn link(&mut self, rule: &LinkRule) -> LinkPlan {
        let assume = self.assume(rule.assume.as_ref());
        let from = self.column_or_file(rule.column.as_ref(), rule.after.as_deref());
        LinkPlan { from: Assumed { rule: from, assume }, space: rule.space, none: rule.none.clone() }
    }

    fn time(&mut self, rule: &TimeRule, usual: TimeSource) -> TimePlan {
        let constant = rule.value.as_deref().and_then(|value| match text(value, None) {
            When::At { at, .. } => Some(Stamp { at, source: rule.source.unwrap_or(TimeSource::Declared) }),
            _ => None,
        });
        TimePlan {
            slot: self.maybe(rule.column.as_ref()),
            form: rule.form,
            zone: rule.zone.as_deref().and_then(crate::when::zone),
            constant,
            source: rule.source.unwrap_or(usual),
            assume: self.assume(rule.assume.as_ref()),
        }
    }

    fn counter(&mut self, rule: &CounterRule) -> CounterPlan {
        CounterPlan {
            slot: self.slot(&rule.column),
            unit: rule.unit,
            topic: self.maybe(rule.topic.as_ref()),
            expanded: rule.expanded,
            assume: self.assume(rule.assume.as_ref()),
        }
    }

    fn account(&mut self, rule: &AccountRule) -> (usize, Option<usize>) {
        (self.slot(&rule.id), self.maybe(rule.name.as_ref()))
    }
}

/// The file's name without its folder and its last ending.
fn stem(name: &str) -> &str {
    let last = name.rsplit(['/', '\\']).next().unwrap_or(name);
    last.rsplit_once('.').map_or(last, |(stem, _)| stem)
}
