//! 证据材料: the exhibits as they are printed. Papers quote its pages, so it is typeset first.

use crate::parts::{ExhibitPart, StatementPart, tell_more};
use crate::{FormKind, Quote, Source};
use redress_analysis::Figure;
use redress_base::{Count, ItemId, Place, Unit};
use redress_case::Capacity;
use redress_facts::Scope;
use redress_paper::{Block, Cell, Pen, Picture, Run, Style};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The input of a volume of evidence.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct EvidenceVolumeInput {
    /// The exhibits, in the order of the list.
    pub exhibits: Vec<PrintedExhibit>,
    /// How many more posts of those statements there are than are printed.
    #[serde(skip_serializing_if = "crate::parts::nothing")]
    pub more: u64,
    /// Day of the volume.
    pub date: Option<String>,
}

/// An exhibit and what of it is printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PrintedExhibit {
    /// The exhibit.
    pub exhibit: ExhibitPart,
    /// Posts in it that belong to statements that a person took up.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub posts: Vec<PrintedPost>,
    /// Counters in it from which figures of these statements were taken, as the page or file showed them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub counters: Vec<PrintedCounter>,
    /// Whether it is a picture or a PDF that is printed as it is.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub picture: bool,
    /// Why it cannot be printed. It is handed in electronically then, and the volume says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unprinted: Option<Unprinted>,
    /// Whether posts were read out of it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub data: bool,
}

/// Why a picture or a PDF cannot be printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Unprinted {
    /// It cannot be read to its end.
    Broken,
    /// Its bytes are of no kind that can be printed.
    Unsupported,
    /// It has more points than are unpacked.
    TooLarge,
    /// It is so long that it fills more pages than are given to one picture.
    TooLong,
    /// The pictures before it have filled the volume.
    TooMany,
    /// A PDF that is encrypted.
    Encrypted,
    /// A PDF of more pages than are given to one exhibit.
    TooManyPages,
    /// A PDF whose faces are not in it, so that its letters would be missing.
    Faces,
    /// A PDF with seals, notes or fields laid over its pages, which would be missing.
    Annotated,
}

impl Unprinted {
    /// Its key among the words of the form.
    fn key(self) -> &'static str {
        match self {
            Unprinted::Broken => "unprinted-broken",
            Unprinted::Unsupported => "unprinted-unsupported",
            Unprinted::TooLarge => "unprinted-too-large",
            Unprinted::TooLong => "unprinted-too-long",
            Unprinted::TooMany => "unprinted-too-many",
            Unprinted::Encrypted => "unprinted-encrypted",
            Unprinted::TooManyPages => "unprinted-too-many-pages",
            Unprinted::Faces => "unprinted-faces",
            Unprinted::Annotated => "unprinted-annotated",
        }
    }
}

/// A post as it stands in an exhibit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PrintedPost {
    /// The statement that it says.
    pub statement: String,
    /// Its number in every paper of the case.
    pub number: u64,
    /// Row or bytes.
    pub place: String,
    /// When it was published (Beijing), where dated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    /// Platform and account, as shown.
    pub account: String,
    /// Its words.
    pub words: String,
}

/// A counter as it stands in an exhibit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PrintedCounter {
    /// The figure that it is a part of, such as `st-3f2a9c01.views`.
    pub of: String,
    /// The number of its statement in every paper of the case.
    pub number: u64,
    /// The post that it belongs to.
    pub post: String,
    /// Row or bytes.
    pub place: String,
    /// What is counted.
    pub unit: Unit,
    /// As it was shown; empty where no counter showed it.
    pub shown: String,
    /// How many were counted one by one, where no counter showed a number.
    #[serde(default, skip_serializing_if = "crate::parts::nothing")]
    pub one_by_one: u64,
    /// What it stands for.
    pub stands_for: Count,
}

/// Pictures that are printed as they are, and PDFs, page by page.
const PICTURES: [&str; 5] = ["image/png", "image/jpeg", "image/gif", "image/webp", "application/pdf"];

/// The form.
pub(super) struct EvidenceVolume;

impl FormKind for EvidenceVolume {
    type Input = EvidenceVolumeInput;
    const ID: &'static str = "evidence-volume";
    const TEXT: &'static str = include_str!("../../../../forms/evidence-volume/form.toml");
    const DETAILS: &'static [(Capacity, &'static [&'static str])] = &[];
    const QUOTES: bool = true;

    fn fill(source: &Source<'_>) -> EvidenceVolumeInput {
        let numbers = StatementPart::numbers(source);
        let exhibits = ExhibitPart::all(source).into_iter().map(|exhibit| {
            let item = exhibit.at.item;
            let kept = source.result.kept.items.iter().find(|row| row.item.id == item);
            PrintedExhibit {
                posts: posts(source, &numbers, item),
                counters: counters(source, &numbers, item),
                picture: kept.is_some_and(|row| PICTURES.contains(&row.item.format.as_str())),
                unprinted: None,
                data: kept.is_some_and(|row| row.report.is_some()),
                exhibit,
            }
        });
        let exhibits: Vec<PrintedExhibit> = exhibits.collect();
        let printed = exhibits.iter().map(|one| one.posts.len()).sum();
        EvidenceVolumeInput {
            more: StatementPart::unprinted(source, printed),
            exhibits,
            date: Some(crate::parts::day_zh(source.today)),
        }
    }

    fn lay(input: &EvidenceVolumeInput, pen: &mut Pen<'_>) {
        pen.title();
        if input.exhibits.iter().all(|one| one.exhibit.left_out) {
            let runs = pen.absent("exhibits-none", "exhibits");
            pen.paragraph(runs);
        }
        let handed_in = input.exhibits.iter().filter(|one| !one.exhibit.left_out);
        for (at, one) in handed_in.enumerate() {
            if at > 0 {
                pen.block(Block::PageBreak);
            }
            one.lay(pen);
        }
        tell_more(pen, input.more);
    }

    fn day(input: &EvidenceVolumeInput) -> Option<&str> {
        input.date.as_deref()
    }
}

impl PrintedExhibit {
    fn lay(&self, pen: &mut Pen<'_>) {
        let exhibit = &self.exhibit;
        let item = exhibit.at.item;
        pen.block(Block::Mark { name: format!("{item}-begin") });
        let values = [
            ("number", vec![Run::filled(exhibit.at.number.to_string())]),
            ("name", vec![Run::named(exhibit.name.as_str())]),
        ];
        let runs = pen.say_with("exhibit-title", &values);
        pen.block(Block::Heading { level: 1, runs });
        self.card(pen);
        if !self.posts.is_empty() {
            pen.note(&["posts-note", "posts-others"]);
            self.posts_table(pen);
        } else if let Some(why) = self.unprinted {
            pen.note(&[why.key()]);
        } else if self.picture {
            pen.note(&["picture-note"]);
            let id = format!("{item}");
            let alt = format!("{}：{}", pen.text_zh("picture-alt"), exhibit.name);
            pen.picture(&id, Picture::Exhibit { item }, &alt, vec![Run::named(exhibit.name.as_str())]);
        } else {
            pen.note(&[if self.data { "data-note" } else { "other-note" }]);
        }
        self.counters_table(pen);
        pen.block(Block::Mark { name: format!("{item}-end") });
    }

    fn card(&self, pen: &mut Pen<'_>) {
        let exhibit = &self.exhibit;
        let filled = |text: &str| Cell::of(vec![Run::filled(text)]);
        let source = match &exhibit.source {
            Some(source) => filled(source),
            None => Cell::of(pen.say("not-recorded")),
        };
        let mut rows = Vec::new();
        if exhibit.file != exhibit.name && !exhibit.file.is_empty() {
            let file = Cell::of(vec![Run::named(exhibit.file.as_str())]);
            rows.push(vec![Cell::label(pen.say("exhibit-sealed-as")), file]);
        }
        rows.extend([
            vec![Cell::label(pen.say("exhibit-kind")), Cell::of(exhibit.kind_runs(pen))],
            vec![Cell::label(pen.say("exhibit-source")), source],
            vec![Cell::label(pen.say("exhibit-taken")), filled(&exhibit.taken)],
            vec![Cell::label(pen.say("exhibit-check")), Cell::tall(exhibit.check_values())],
        ]);
        pen.grid("card", rows);
    }

    /// What the figures of other papers were counted from, where it can be looked up on this page.
    fn counters_table(&self, pen: &mut Pen<'_>) {
        if self.counters.is_empty() {
            return;
        }
        let filled = |text: &str| Cell::of(vec![Run::filled(text)]);
        let row = |one: &PrintedCounter| {
            let count = pen.count(one.stands_for, one.unit);
            let outside = |text: &str| Cell::of(vec![Run::named(text)]);
            vec![
                Cell::of(pen.statement(one.number)),
                if one.one_by_one > 0 { Cell::of(pen.say("counter-rows")) } else { outside(&one.post) },
                filled(&one.place),
                if one.one_by_one > 0 { Cell::of(pen.say("counter-singly")) } else { outside(&one.shown) },
                filled(&count),
            ]
        };
        let rows = self.counters.iter().map(row).collect();
        let heads = ["counter-of", "counter-post", "post-place", "counter-shown", "counter-stands"];
        pen.table("counters", vec![3, 6, 3, 4, 5], &heads, rows);
        pen.note(&["counters-note"]);
    }

    fn posts_table(&self, pen: &mut Pen<'_>) {
        let row = |one: &PrintedPost| {
            let filled = |text: &str| Cell::of(vec![Run::filled(text)]);
            let published = match &one.published {
                Some(day) => filled(day),
                None => Cell::of(pen.say("not-recorded")),
            };
            vec![
                Cell::of(pen.statement(one.number)),
                filled(&one.place),
                published,
                Cell::of(vec![Run::named(one.account.as_str())]),
                Cell::of(vec![Run::new(one.words.as_str(), Style::Quoted)]),
            ]
        };
        let rows = self.posts.iter().map(row).collect();
        let heads = ["post-statement", "post-place", "post-published", "post-account", "post-words"];
        pen.table("posts", vec![2, 2, 4, 4, 10], &heads, rows);
    }
}

fn posts(source: &Source<'_>, numbers: &BTreeMap<&str, u64>, item: ItemId) -> Vec<PrintedPost> {
    let of = |(number, statement, quote): (u64, &String, &Quote)| {
        let span = quote.span.as_ref().filter(|span| span.item == item)?;
        Some(PrintedPost {
            number,
            statement: statement.clone(),
            place: place(&span.place),
            published: quote.published.map(|stamp| crate::parts::moment_zh(stamp.at)),
            account: match &quote.account {
                Some(account) => format!("{} {account}", quote.platform),
                None => quote.platform.clone(),
            },
            words: quote.text.clone(),
        })
    };
    source
        .quotes
        .iter()
        // 指导意见 10 (in force 2023-09-20): what is protected, and what may be, is quoted in no filing.
        .filter_map(|(id, quotes)| Some((*numbers.get(id.as_str())?, id, quotes)))
        .flat_map(|(number, id, quotes)| quotes.iter().map(move |quote| (number, id, quote)))
        .filter_map(of)
        .collect()
}

/// The counters of an exhibit that figures of charged statements list among their parts, each once, though several figures rest on
/// it; then what was counted one by one, a line for each number.
fn counters(source: &Source<'_>, numbers: &BTreeMap<&str, u64>, item: ItemId) -> Vec<PrintedCounter> {
    let charged = |scope: &Scope| match scope {
        Scope::Case => None,
        Scope::Statement(id) => numbers.get(id.as_str()).copied(),
    };
    // Topic reads are never views of one item.
    let figures = source.result.figures.iter().filter(|figure| figure.unit != Unit::TopicReads);
    let figures: Vec<(u64, &Figure)> =
        figures.filter_map(|figure| Some((charged(&figure.scope)?, figure))).collect();
    let mut seen = BTreeSet::new();
    let mut found: Vec<PrintedCounter> = Vec::new();
    for (number, figure) in &figures {
        for part in figure.parts.iter().filter(|part| part.span.item == item) {
            let Some(shown) = part.shown.clone() else { continue };
            let at = place(&part.span.place);
            if seen.insert((*number, part.subject.clone(), at.clone(), figure.unit, shown.clone())) {
                found.push(PrintedCounter {
                    of: figure.id.clone(),
                    number: *number,
                    post: part.subject.clone(),
                    place: at,
                    unit: figure.unit,
                    shown,
                    one_by_one: 0,
                    stands_for: part.count,
                });
            }
        }
    }
    let singly = figures.iter().filter_map(|(number, figure)| singly(*number, figure, item));
    // A total and what it is made of rest on the same rows.
    let mut told = BTreeSet::new();
    found.extend(singly.filter(|one| told.insert((one.number, one.unit, one.place.clone()))));
    found
}

/// What a figure counts one by one in an exhibit: the rows from the first to the last.
fn singly(number: u64, figure: &Figure, item: ItemId) -> Option<PrintedCounter> {
    let own = figure.parts.iter().filter(|part| part.span.item == item && part.shown.is_none());
    let places: Vec<&Place> = own.map(|part| &part.span.place).collect();
    let rows: BTreeSet<u64> = places.iter().filter_map(|place| row_of(place)).collect();
    let many = u64::try_from(places.len()).unwrap_or(u64::MAX);
    let at = match (rows.first(), rows.last()) {
        (Some(first), Some(last)) if first != last => format!("第{first}—{last}行"),
        _ => places.first().map(|at| place(at))?,
    };
    // Of a long list the result keeps the first parts: then nobody can say here how many stand in this exhibit.
    let whole = u64::try_from(figure.parts.len()).is_ok_and(|parts| parts == figure.parts_total);
    Some(PrintedCounter {
        of: figure.id.clone(),
        number,
        post: String::new(),
        place: at,
        unit: figure.unit,
        shown: String::new(),
        one_by_one: many,
        stands_for: if whole { Count::exactly(many) } else { Count::floor(many) },
    })
}

/// The row at which something stands, where its place is one.
fn row_of(place: &Place) -> Option<u64> {
    match place {
        Place::Row { row, .. } => Some(*row),
        Place::Record { rowid, .. } => u64::try_from(*rowid).ok(),
        Place::Whole | Place::Bytes { .. } => None,
    }
}

/// Where it stands, in words.
fn place(place: &Place) -> String {
    match place {
        Place::Whole => "全文".to_owned(),
        Place::Bytes { start, end } => format!("第{start}—{end}字节"),
        Place::Row { row, .. } => format!("第{row}行"),
        Place::Record { table, rowid, .. } => format!("{table}表 第{rowid}行"),
    }
}
