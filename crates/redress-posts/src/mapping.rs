//! Mapping files: how the columns of a table or the keys of JSON objects become posts (docs/mapping.md).
//!
//! The built-in formats are mapping files too, so whatever they can say a person can say as well. What a
//! mapping takes for granted (a time zone, an id out of the file name) is a *named assumption*: it stands
//! in `[assumptions]` with its reason, and the reader's report repeats its name.

use crate::post::{PostKind, Space};
use redress_base::{Fault, Finding, Refusal, TimeSource, Unit};
use serde::Deserialize;
use std::collections::BTreeMap;

/// The schema that this version reads.
const SCHEMA: &str = "redress/mapping/1";
/// Most counters of one reading.
pub(crate) const MOST_COUNTERS: usize = 12;

/// A mapping file, read and checked.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Mapping {
    schema: String,
    pub(crate) name: String,
    #[serde(default)]
    pub(crate) about: String,
    pub(crate) platform: Platform,
    pub(crate) delimiter: Option<Delimiter>,
    pub(crate) records: Option<String>,
    pub(crate) table: Option<String>,
    #[serde(default)]
    pub(crate) detect: Detect,
    #[serde(default)]
    pub(crate) layout: Vec<Layout>,
    /// Cell counts below the header's that the writing tool means.
    #[serde(default)]
    pub(crate) short_rows: Vec<usize>,
    #[serde(default)]
    pub(crate) assumptions: BTreeMap<String, String>,
    pub(crate) post: Option<Reading>,
    #[serde(default)]
    pub(crate) also: Vec<Reading>,
    pub(crate) account: Option<AccountRule>,
    /// One of this program's own formats: the locales hold sentences for its assumptions.
    #[serde(skip)]
    pub(crate) built_in: bool,
}

/// The platform of every row, or the column that names it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Platform {
    pub(crate) is: Option<String>,
    pub(crate) column: Option<String>,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Delimiter {
    Comma,
    Tab,
    Semicolon,
}

/// By which columns a format is known.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Detect {
    #[serde(default)]
    pub(crate) columns: Vec<String>,
    #[serde(default)]
    pub(crate) absent: Vec<String>,
}

/// A column order that some version of the writing tool used.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Layout {
    pub(crate) name: String,
    pub(crate) columns: Vec<String>,
}

/// How one row becomes one post.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Reading {
    pub(crate) kind: KindRule,
    pub(crate) id: IdRule,
    #[serde(default)]
    pub(crate) text: TextRule,
    /// Columns with the address at which the post can be opened; the first that holds one counts.
    #[serde(default)]
    pub(crate) address: Vec<String>,
    #[serde(default)]
    pub(crate) author: Vec<AuthorRule>,
    #[serde(default)]
    pub(crate) parent: Vec<LinkRule>,
    #[serde(default)]
    pub(crate) root: Vec<LinkRule>,
    #[serde(default)]
    pub(crate) time: Vec<TimeRule>,
    #[serde(default)]
    pub(crate) observed: Vec<TimeRule>,
    #[serde(default)]
    pub(crate) counters: Vec<CounterRule>,
}

/// `{ is }`, `{ column, values, otherwise }` or `{ filled, then, otherwise }`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct KindRule {
    pub(crate) is: Option<PostKind>,
    pub(crate) column: Option<String>,
    #[serde(default)]
    pub(crate) values: BTreeMap<String, PostKind>,
    pub(crate) filled: Option<String>,
    pub(crate) then: Option<PostKind>,
    pub(crate) otherwise: Option<PostKind>,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum From {
    FileName,
}

/// `{ column }` or `{ from = "file-name", after, assume }`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct IdRule {
    pub(crate) column: Option<String>,
    pub(crate) from: Option<From>,
    pub(crate) after: Option<String>,
    pub(crate) assume: Option<String>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct TextRule {
    #[serde(default)]
    pub(crate) columns: Vec<String>,
}

/// `{ id, name }`, `{ hash, name }`, `{ name }` or `{ from = "file-name", assume }`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct AuthorRule {
    pub(crate) id: Option<String>,
    pub(crate) hash: Option<String>,
    pub(crate) name: Option<String>,
    pub(crate) from: Option<From>,
    pub(crate) assume: Option<String>,
}

/// `{ column, space, none }` or `{ from = "file-name", after, space, assume }`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct LinkRule {
    pub(crate) column: Option<String>,
    pub(crate) from: Option<From>,
    pub(crate) after: Option<String>,
    pub(crate) space: Space,
    #[serde(default)]
    pub(crate) none: Vec<String>,
    pub(crate) assume: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum TimeForm {
    Epoch,
    EpochSeconds,
    EpochMilliseconds,
    Zoned,
    Naive,
    SecondsAfterParent,
    SecondsAfterRoot,
    Constant,
}

/// `{ column, as, zone, assume, source }` or `{ as = "constant", value, source }`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct TimeRule {
    pub(crate) column: Option<String>,
    #[serde(rename = "as")]
    pub(crate) form: TimeForm,
    pub(crate) zone: Option<String>,
    pub(crate) value: Option<String>,
    pub(crate) assume: Option<String>,
    pub(crate) source: Option<TimeSource>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct CounterRule {
    pub(crate) column: String,
    pub(crate) unit: Unit,
    /// The column with the topic that the counter belongs to.
    pub(crate) topic: Option<String>,
    /// The tool has written out 万 and 万+ already.
    #[serde(default)]
    pub(crate) expanded: bool,
    pub(crate) assume: Option<String>,
}

/// A table of accounts instead of posts.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct AccountRule {
    pub(crate) id: String,
    pub(crate) name: Option<String>,
}

impl Mapping {
    /// Reads a mapping file (TOML) and checks that it makes sense.
    ///
    /// # Errors
    /// `posts-mapping-unreadable` with the line where the text is no TOML or a field is unknown,
    /// `posts-mapping-newer` for another schema, `posts-mapping-wrong` with the place of a rule that
    /// cannot work, `posts-mapping-unnamed-assumption` where something is assumed without a name.
    pub fn parse(text: &str) -> Result<Mapping, Refusal> {
        let mapping: Mapping = toml::from_str(text).map_err(|error| {
            let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
            Finding::error("posts-mapping-unreadable")
                .with("line", before.matches('\n').count() + 1)
                .with("reason", error.message())
                .refuse(Fault::Input)
        })?;
        if mapping.schema != SCHEMA {
            let finding = Finding::error("posts-mapping-newer").with("schema", mapping.schema);
            return Err(finding.refuse(Fault::Newer));
        }
        Check { mapping: &mapping }.run()?;
        Ok(mapping)
    }

    /// The name it gives itself.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What it says about itself.
    pub fn about(&self) -> &str {
        &self.about
    }

    /// Every assumption it names, with the reason it gives.
    pub fn assumptions(&self) -> &BTreeMap<String, String> {
        &self.assumptions
    }
}

/// The rules that TOML types cannot say.
struct Check<'a> {
    mapping: &'a Mapping,
}

impl Check<'_> {
    fn run(&self) -> Result<(), Refusal> {
        let platform = &self.mapping.platform;
        demand(platform.is.is_some() != platform.column.is_some(), "platform", "is or column")?;
        demand(platform.is.as_deref() != Some(""), "platform", "is or column")?;
        let one = self.mapping.post.is_some() != self.mapping.account.is_some();
        demand(one, "post", "[post] or [account]")?;
        for (reading, place) in self.mapping.post.iter().map(|r| (r, "post")).chain(self.also()) {
            self.kind(&reading.kind, place)?;
            self.source(&reading.id.column, reading.id.from, &reading.id.assume, place, "id")?;
            for author in &reading.author {
                self.author(author, place)?;
            }
            for link in reading.parent.iter().chain(&reading.root) {
                self.source(&link.column, link.from, &link.assume, place, "parent, root")?;
            }
            for time in reading.time.iter().chain(&reading.observed) {
                self.time(time, place)?;
            }
            demand(reading.counters.len() <= MOST_COUNTERS, place, "at most 12 counters")?;
            for counter in &reading.counters {
                self.named(counter.expanded, &counter.assume, place)?;
            }
        }
        Ok(())
    }

    fn also(&self) -> impl Iterator<Item = (&Reading, &'static str)> {
        self.mapping.also.iter().map(|reading| (reading, "also"))
    }

    fn kind(&self, rule: &KindRule, place: &str) -> Result<(), Refusal> {
        let by_value = rule.column.is_some() && !rule.values.is_empty() && rule.otherwise.is_some();
        let by_filling = rule.filled.is_some() && rule.then.is_some() && rule.otherwise.is_some();
        let ways = [rule.is.is_some(), rule.column.is_some(), rule.filled.is_some()];
        let one = ways.into_iter().filter(|way| *way).count() == 1;
        let sound = one && (rule.is.is_some() || by_value || by_filling);
        demand(sound, place, "kind: is; or column, values, otherwise; or filled, then, otherwise")
    }

    fn source(
        &self,
        column: &Option<String>,
        from: Option<From>,
        assume: &Option<String>,
        place: &str,
        field: &str,
    ) -> Result<(), Refusal> {
        let one = column.is_some() != from.is_some();
        demand(one, place, &format!("{field}: column, or from = \"file-name\""))?;
        self.named(from.is_some(), assume, place)
    }

    fn author(&self, rule: &AuthorRule, place: &str) -> Result<(), Refusal> {
        let ways = [rule.id.is_some(), rule.hash.is_some(), rule.from.is_some()];
        let count = ways.into_iter().filter(|way| *way).count();
        let sound = count == 1 || (count == 0 && rule.name.is_some());
        demand(sound, place, "author: id, hash, name or from = \"file-name\"")?;
        self.named(rule.from.is_some(), &rule.assume, place)
    }

    fn time(&self, rule: &TimeRule, place: &str) -> Result<(), Refusal> {
        let constant = rule.form == TimeForm::Constant;
        demand(rule.column.is_some() != constant, place, "time: column, unless as = \"constant\"")?;
        demand(rule.value.is_some() == constant, place, "time: value, only with as = \"constant\"")?;
        let naive = rule.form == TimeForm::Naive;
        let zone = rule.zone.as_deref();
        let known = zone.is_none_or(|zone| crate::when::zone(zone).is_some());
        demand(
            zone.is_some() == naive && known,
            place,
            "time: zone such as \"+08:00\", only with as = \"naive\"",
        )?;
        if let Some(value) = &rule.value {
            let read = crate::when::text(value, None);
            let sound = matches!(read, crate::when::When::At { .. });
            demand(sound, place, "time: value such as \"2026-03-01T10:00:00+08:00\"")?;
        }
        let assumes = naive || matches!(rule.form, TimeForm::SecondsAfterParent | TimeForm::SecondsAfterRoot);
        self.named(assumes, &rule.assume, place)
    }

    /// What assumes something must name an assumption that `[assumptions]` explains.
    fn named(&self, assumes: bool, name: &Option<String>, place: &str) -> Result<(), Refusal> {
        let explained = name.as_ref().is_some_and(|name| self.mapping.assumptions.contains_key(name));
        if (assumes || name.is_some()) && !explained {
            let finding = Finding::error("posts-mapping-unnamed-assumption")
                .with("place", place)
                .with("name", name.as_deref().unwrap_or("assume"));
            return Err(finding.refuse(Fault::Input));
        }
        Ok(())
    }
}

fn demand(sound: bool, place: &str, wanted: &str) -> Result<(), Refusal> {
    if sound {
        return Ok(());
    }
    let finding = Finding::error("posts-mapping-wrong").with("place", place).with("wanted", wanted);
    Err(finding.refuse(Fault::Input))
}

#[cfg(test)]
mod tests {
    use super::Mapping;

    const GOOD: &str = r#"
        schema = "redress/mapping/1"
        name = "test"
        platform = { is = "weibo" }
        [assumptions]
        beijing = "the platform shows Beijing time"
        [post]
        kind = { is = "repost" }
        id = { column = "mid" }
        text = { columns = ["text"] }
        time = [{ column = "date", as = "naive", zone = "+08:00", assume = "beijing" }]
        counters = [{ column = "likes", unit = "likes" }]
    "#;

    fn code(text: &str) -> String {
        Mapping::parse(text).map_or_else(|refusal| refusal.to_string(), |mapping| mapping.name)
    }

    #[test]
    fn mistakes_are_named_with_their_place() {
        assert_eq!(code(GOOD), "test");
        assert!(code(&GOOD.replace("text = {", "txt = {")).starts_with("posts-mapping-unreadable line=10"));
        assert!(code("a = ").starts_with("posts-mapping-unreadable line=1"));
        assert_eq!(
            code(&GOOD.replace("mapping/1", "mapping/2")),
            "posts-mapping-newer schema=\"redress/mapping/2\""
        );
        assert_eq!(
            code(&GOOD.replace(", assume = \"beijing\"", "")),
            "posts-mapping-unnamed-assumption name=\"assume\" place=\"post\""
        );
        assert!(code(&GOOD.replace("+08:00", "Beijing")).starts_with("posts-mapping-wrong place=\"post\""));
        assert!(code(&GOOD.replace("{ is = \"weibo\" }", "{}")).contains("place=\"platform\""));
        assert!(code(&GOOD.replace("{ column = \"mid\" }", "{}")).contains("id: column"));
        assert!(code(&GOOD.replace("unit = \"likes\"", "unit = \"hearts\"")).contains("unreadable"));
    }
}
