//! What people say of posts, as it stands: the labels by which they sort them, and neutral summaries for whoever is spared
//! their words. Neither establishes anything.

use crate::records::NeutralSummary;
use crate::state::{Recorded, State};
use std::collections::{BTreeMap, BTreeSet};

impl State {
    /// The labels as they stand: of each the posts under it, by their keys. A label without posts is none.
    pub fn labels(&self) -> BTreeMap<&str, BTreeSet<&str>> {
        let mut labels: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for one in self.labellings.iter().filter(|one| one.struck.is_none()) {
            let posts = labels.entry(one.of.label.as_str()).or_default();
            for post in &one.of.posts {
                if one.of.set {
                    posts.insert(post.as_str())
                } else {
                    posts.remove(post.as_str())
                };
            }
        }
        labels.retain(|_, posts| !posts.is_empty());
        labels
    }

    /// Of each post the summary that stands, by its key: the last one that was not struck.
    pub fn summaries(&self) -> BTreeMap<&str, &Recorded<NeutralSummary>> {
        let standing = self.summaries.iter().filter(|one| one.struck.is_none());
        standing.map(|one| (one.of.post.as_str(), one)).collect()
    }
}
