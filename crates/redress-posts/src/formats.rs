//! The built-in formats: mapping files in `formats/`, known by their columns, never by a file's name.

use crate::mapping::Mapping;
use std::sync::OnceLock;

const SOURCES: [&str; 8] = [
    include_str!("../formats/mediacrawler-weibo-contents.toml"),
    include_str!("../formats/mediacrawler-weibo-comments.toml"),
    include_str!("../formats/weibo-crawler-csv.toml"),
    include_str!("../formats/weibo-crawler-json.toml"),
    include_str!("../formats/weibo-crawler-weibo.toml"),
    include_str!("../formats/weibo-crawler-comments.toml"),
    include_str!("../formats/weibo-crawler-reposts.toml"),
    include_str!("../formats/weibo-crawler-user.toml"),
];

/// Where columns were found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Found<'a> {
    /// In a header row.
    Header,
    /// In the first object of a JSON file; under this key of the outermost object, if any.
    Objects(Option<&'a str>),
    /// In this table of a database.
    Table(&'a str),
}

/// Every built-in format; a test reads them all.
pub(crate) fn all() -> &'static [Mapping] {
    static FORMATS: OnceLock<Vec<Mapping>> = OnceLock::new();
    let own = |source: &&str| {
        let mut mapping = Mapping::parse(source).ok()?;
        mapping.built_in = true;
        Some(mapping)
    };
    FORMATS.get_or_init(|| SOURCES.iter().filter_map(own).collect())
}

/// The format with the most telling columns, all of which are there.
pub(crate) fn by_columns(columns: &[String], found: Found<'_>) -> Option<&'static Mapping> {
    let has = |name: &String| columns.contains(name);
    let fits = |format: &&Mapping| {
        let place = match found {
            Found::Header => format.records.is_none() && format.post.is_some(),
            Found::Objects(key) => format.records.as_deref() == key && format.post.is_some(),
            Found::Table(table) => format.table.as_deref() == Some(table),
        };
        place && format.detect.columns.iter().all(has) && !format.detect.absent.iter().any(has)
    };
    let mut best: Option<&Mapping> = None;
    for format in all().iter().filter(fits) {
        if best.is_none_or(|best| format.detect.columns.len() > best.detect.columns.len()) {
            best = Some(format);
        }
    }
    best
}

/// The first column names of every format: a row that begins with one may be a header again.
pub(crate) fn first_columns() -> impl Iterator<Item = &'static str> {
    all().iter().filter_map(|format| format.detect.columns.first()).map(String::as_str)
}

/// The version of a format whose columns these are, in any order.
pub(crate) fn variant(format: &Mapping, columns: &[String]) -> Option<String> {
    let same = |layout: &&crate::mapping::Layout| {
        layout.columns.len() == columns.len() && layout.columns.iter().all(|name| columns.contains(name))
    };
    format.layout.iter().find(same).map(|layout| layout.name.clone())
}

#[cfg(test)]
mod tests {
    use super::{SOURCES, all};
    use crate::mapping::Mapping;

    #[test]
    fn every_built_in_format_is_a_sound_mapping() {
        for source in SOURCES {
            assert!(Mapping::parse(source).is_ok(), "{:?}", Mapping::parse(source).err());
        }
        let mut names: Vec<&str> = all().iter().map(Mapping::name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), SOURCES.len());
    }

    #[test]
    fn layouts_hold_the_columns_that_tell_their_format() {
        for format in all() {
            for layout in &format.layout {
                for column in &format.detect.columns {
                    assert!(layout.columns.contains(column), "{} {} {column}", format.name(), layout.name);
                }
            }
        }
    }
}
