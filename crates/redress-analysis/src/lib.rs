//! Measures: same-statement clusters, reach, timeline; each ends in facts.
