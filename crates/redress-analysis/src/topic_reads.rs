//! Topic reads (话题阅读): reads of a whole topic. Never views of one item, and never added.
//!
//! See docs/measures/topic-reads.md. Each topic has its own figure, of the case: which of its posts
//! were read is not known, so no statement gets it.

use crate::counter::settle;
use crate::figure::{Figure, Findings, Name, Parts};
use crate::ground::Ground;
use crate::reach::{OfPost, take_parts};
use redress_base::Unit;
use redress_facts::Scope;
use redress_posts::{Observation, PostIx, Subject};

/// Every topic counter: foldable, mergeable in any order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct TopicReads {
    /// The topic, or the post on whose page the figure stood, and the observation's place.
    entries: Vec<(Subject, u32)>,
}

impl TopicReads {
    /// Takes in the observation at place `number` of the corpus.
    pub(crate) fn fold(&mut self, number: u32, observation: &Observation) {
        if observation.unit() == Unit::TopicReads {
            self.entries.push((observation.subject(), number));
        }
    }

    /// Takes in what another part of the corpus gave.
    pub(crate) fn merge(&mut self, mut other: TopicReads) {
        self.entries.append(&mut other.entries);
    }

    /// One figure a topic, in the order of first reading, at most `figures_for`.
    pub(crate) fn finish(mut self, ground: &Ground<'_>) -> Vec<Figure> {
        self.entries.sort_unstable();
        let mut topics: Vec<&[(Subject, u32)]> = self.entries.chunk_by(|a, b| a.0 == b.0).collect();
        topics.sort_by_key(|run| run.first().map(|entry| entry.1));
        topics.truncate(usize::try_from(ground.params.figures_for).unwrap_or(usize::MAX));
        topics.iter().zip(1u32..).filter_map(|(run, number)| figure(ground, number, run)).collect()
    }
}

fn figure(ground: &Ground<'_>, number: u32, run: &[(Subject, u32)]) -> Option<Figure> {
    let observations = ground.corpus.observations();
    let seen: Vec<&Observation> =
        run.iter().filter_map(|entry| observations.get(usize::try_from(entry.1).ok()?)).collect();
    let (subject, post) = match run.first()?.0 {
        Subject::Topic(topic) => (ground.corpus.topic_key(topic)?, PostIx(u32::MAX)),
        Subject::Post(post) => (ground.key(post), post),
    };
    let of_topic = OfPost { post, settled: settle(ground.corpus, &seen)? };
    let (mut parts, mut findings) = (Parts::default(), Findings::default());
    take_parts(ground.corpus, &subject, &of_topic, &mut parts, &mut findings);
    let suffix = format!("topic-reads.{number}");
    let name = Name { scope: &Scope::Case, suffix: &suffix, measure: "topic-reads", unit: Unit::TopicReads };
    let mut figure = Figure::new(&name, of_topic.settled.count, None, parts);
    figure.subject = Some(subject);
    figure.findings = findings.finish();
    Some(figure)
}
