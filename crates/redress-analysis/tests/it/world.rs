//! A small world to measure: posts are said one by one, and seen in rows of one item or another.

use redress_analysis::{Figure, Measures, Params, Statements, into_facts, measure, statements};
use redress_base::{Count, Instant, ItemId, Stamp, TimeSource, Unit};
use redress_facts::{Claim, Scope};
use redress_posts::{At, Author, Corpus, Counter, Draft, KnownBy, Link, PostIx, PostKind, Space};

/// 2026-03-01T08:00:00+08:00.
pub(crate) const MORNING: i64 = 1_772_323_200;

pub(crate) fn at(seconds: i64) -> Stamp {
    Stamp { at: Instant(MORNING + seconds), source: TimeSource::Platform }
}

/// One row to be kept.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) kind: PostKind,
    pub(crate) native: String,
    pub(crate) text: String,
    pub(crate) parent: Option<String>,
    pub(crate) root: Option<String>,
    pub(crate) author: Option<(KnownBy, String)>,
    pub(crate) published: Option<i64>,
    pub(crate) seen: Option<i64>,
    pub(crate) item: u32,
    pub(crate) counters: Vec<(Unit, Count, &'static str, Option<&'static str>)>,
}

pub(crate) fn row(kind: PostKind, native: &str, text: &str) -> Row {
    Row {
        kind,
        native: native.into(),
        text: text.into(),
        parent: None,
        root: None,
        author: None,
        published: None,
        seen: None,
        item: 1,
        counters: Vec::new(),
    }
}

pub(crate) fn original(native: &str, text: &str) -> Row {
    row(PostKind::Original, native, text)
}

pub(crate) fn repost(native: &str, text: &str, root: &str) -> Row {
    row(PostKind::Repost, native, text).root(root)
}

pub(crate) fn comment(native: &str, text: &str, root: &str) -> Row {
    row(PostKind::Comment, native, text).root(root)
}

impl Row {
    pub(crate) fn root(mut self, root: &str) -> Row {
        self.root = Some(root.into());
        self
    }

    pub(crate) fn parent(mut self, parent: &str) -> Row {
        self.parent = Some(parent.into());
        self
    }

    pub(crate) fn by(mut self, known_by: KnownBy, who: &str) -> Row {
        self.author = Some((known_by, who.into()));
        self
    }

    pub(crate) fn on(mut self, seconds: i64) -> Row {
        self.published = Some(seconds);
        self
    }

    pub(crate) fn seen(mut self, seconds: i64) -> Row {
        self.seen = Some(seconds);
        self
    }

    pub(crate) fn item(mut self, item: u32) -> Row {
        self.item = item;
        self
    }

    pub(crate) fn shows(mut self, unit: Unit, count: u64) -> Row {
        self.counters.push((unit, Count::exactly(count), "", None));
        self
    }

    pub(crate) fn shows_as(mut self, unit: Unit, count: Count, shown: &'static str) -> Row {
        self.counters.push((unit, count, shown, None));
        self
    }

    pub(crate) fn topic(mut self, name: &'static str, reads: u64) -> Row {
        self.counters.push((Unit::TopicReads, Count::exactly(reads), "", Some(name)));
        self
    }
}

/// A measured corpus.
pub(crate) struct World {
    pub(crate) corpus: Corpus,
    pub(crate) statements: Statements,
    pub(crate) measures: Measures,
}

pub(crate) fn corpus(rows: &[Row]) -> Corpus {
    let mut corpus = Corpus::new();
    for (row, number) in rows.iter().zip(2u32..) {
        let exact: Vec<String> =
            row.counters.iter().map(|(_, count, _, _)| count.lower.to_string()).collect();
        let counters: Vec<Counter<'_>> = row
            .counters
            .iter()
            .zip(&exact)
            .map(|((unit, count, shown, topic), exact)| Counter {
                unit: *unit,
                count: *count,
                shown: if shown.is_empty() { exact } else { shown },
                field: unit.word(),
                topic: *topic,
            })
            .collect();
        let space =
            if row.kind == PostKind::Comment && row.parent.is_some() { Space::Comment } else { Space::Post };
        let author = row.author.as_ref().map(|(known_by, who)| {
            let by_id = matches!(known_by, KnownBy::Id | KnownBy::Hash);
            let (id, handle) = if by_id { (who.as_str(), "") } else { ("", who.as_str()) };
            Author { known_by: *known_by, id, handle }
        });
        let draft = Draft {
            platform: "weibo",
            kind: row.kind,
            native: &row.native,
            text: &row.text,
            parent: row.parent.as_deref().map(|native| Link { space, native }),
            root: row.root.as_deref().map(|native| Link { space: Space::Post, native }),
            address: "",
            author,
            published: row.published.map(at),
            seen_at: row.seen.map(at),
            item: ItemId(row.item),
            at: At::Row { row: number, start: u64::from(number) * 100, len: 90 },
            counters: &counters,
        };
        corpus.keep(&draft).unwrap();
    }
    corpus
}

pub(crate) fn world_with(rows: &[Row], params: &Params) -> World {
    let corpus = corpus(rows);
    let statements = statements(&corpus, params);
    let measures = measure(&corpus, &statements, params);
    World { corpus, statements, measures }
}

pub(crate) fn world(rows: &[Row]) -> World {
    world_with(rows, &Params::default())
}

impl World {
    pub(crate) fn ix(&self, native: &str) -> PostIx {
        self.corpus.find(&format!("weibo/{native}")).unwrap()
    }

    /// The id of the statement of a post.
    pub(crate) fn id(&self, native: &str) -> String {
        self.statements.of_post(self.ix(native)).unwrap().id.clone()
    }

    /// A figure of the statement of a post.
    pub(crate) fn figure(&self, native: &str, suffix: &str) -> Option<&Figure> {
        self.measures.figure(&format!("{}.{suffix}", self.id(native)))
    }

    pub(crate) fn count(&self, native: &str, suffix: &str) -> Option<Count> {
        self.figure(native, suffix).map(|figure| figure.count)
    }

    pub(crate) fn claims(&self) -> Vec<(Scope, String, Claim)> {
        into_facts(&self.measures, &self.statements, at(100_000))
    }

    /// The claims about one term of the statement of a post.
    pub(crate) fn claim(&self, native: &str, term: &str) -> Option<Claim> {
        let scope = Scope::Statement(self.id(native));
        let mut found = self.claims().into_iter().filter(|(s, t, _)| *s == scope && t == term);
        let claim = found.next().map(|(_, _, claim)| claim);
        assert!(found.next().is_none(), "one claim a term");
        claim
    }

    /// The codes of a figure's findings.
    pub(crate) fn codes(&self, native: &str, suffix: &str) -> Vec<String> {
        self.figure(native, suffix).unwrap().findings.iter().map(|f| f.code.clone()).collect()
    }
}
