//! 统计报告: a release of a register as a paper. It is made from no case, so it is no form of one.

use crate::form::{COMMON, unverified_basis};
use crate::parts::day_zh;
use redress_base::{Arg, Date, Finding, Refusal};
use redress_paper::{
    Align, Block, Cell, Edition, Fixed, FormText, Paper, Pen, Picture, Run, Standing, Style,
};
use redress_statistics::{
    Beside, Break, Cell as Figure, Head, Line, Published, PublishedValue, Release, Table,
};
use redress_words::{Language, Words, safe_text};

const TEXT: &str = include_str!("../../../forms/statistics-report/form.toml");
/// Columns beside the heads that a page is wide enough for.
const COLUMNS: usize = 7;
/// What stands in the place of a count that is withheld.
const HELD: &str = "*";
/// What marks a period in which a table begins to count something else.
const BROKEN: &str = "※";

/// What a report is made from.
#[derive(Clone, Copy, Debug)]
pub struct StatisticsReport<'a> {
    /// The release.
    pub release: &'a Release,
    /// The published series, for the names of scopes and the figures beside own ones.
    pub published: &'a Published,
    /// Who compiled it; asked for where it is absent.
    pub compiled_by: Option<&'a str>,
    /// The day on the paper.
    pub today: Date,
}

/// Lays a release out. What the release withholds is withheld here too: nothing is computed anew.
///
/// # Errors
/// Where the words of the form cannot be read; a test sees that it never happens.
pub fn statistics_report(
    report: &StatisticsReport<'_>,
    edition: Edition,
    wanted: Standing,
) -> Result<Paper, Refusal> {
    let text = FormText::read(TEXT)?.with(&FormText::read(COMMON)?)?;
    let mut pen = Pen::new(&text, edition).to_be(wanted);
    let said = Said { report, zh: Words::of(Language::ZhHans), en: Words::of(Language::En) };
    said.lay(&mut pen);
    Ok(pen.finish(&report.today.to_string()))
}

/// What a reader has to know of every report: on what it rests that was not checked.
///
/// # Errors
/// As [`statistics_report`].
pub fn statistics_basis() -> Result<Option<Finding>, Refusal> {
    FormText::read(TEXT).map(|text| unverified_basis(&text))
}

/// The words of a release in both languages.
struct Said<'a> {
    report: &'a StatisticsReport<'a>,
    zh: &'static Words,
    en: &'static Words,
}

impl Said<'_> {
    fn lay(&self, pen: &mut Pen<'_>) {
        let release = self.report.release;
        pen.title();
        self.about(pen);
        let (empty, full): (Vec<&Table>, Vec<&Table>) =
            release.tables.iter().partition(|table| table.is_empty());
        if full.is_empty() {
            pen.tell("nothing");
        }
        for table in &full {
            self.table(table, pen);
        }
        if !empty.is_empty() {
            let mut runs = pen.say("empty");
            for (place, table) in empty.into_iter().enumerate() {
                if place > 0 {
                    runs.push(Run::plain("；"));
                }
                runs.extend(self.say(&table.title, &[], pen));
            }
            runs.push(Run::plain("。"));
            pen.paragraph(runs);
        }
        pen.note_with_caution(&["closing"], "unverified-basis");
        let lines = vec![pen.say("sealed"), vec![Run::filled(day_zh(self.report.today))]];
        pen.block(Block::Signature { lines });
    }

    fn about(&self, pen: &mut Pen<'_>) {
        let release = self.report.release;
        let mut rows = Vec::new();
        pen.row(&mut rows, "compiled-by", "compiled_by", self.report.compiled_by);
        let days = format!("{}至{}", day_zh(release.from), day_zh(release.to));
        let rule = match release.threshold {
            0 | 1 => pen.say("withheld-none"),
            n => pen.say_with("withheld-small", &[("last", vec![Run::plain((n - 1).to_string())])]),
        };
        for (key, value) in [
            ("scope", self.scope(pen)),
            ("period", vec![Run::filled(days)]),
            ("as-of", vec![Run::filled(day_zh(release.as_of))]),
            ("withheld-rule", rule),
        ] {
            rows.push(vec![Cell::label(pen.say(key)), Cell::of(value)]);
        }
        pen.grid("about", rows);
        if release.tables.iter().any(|table| !table.breaks.is_empty()) {
            pen.note(&["break-mark"]);
        }
    }

    /// One table with its chart, its breaks, its notes, and what was published beside it.
    fn table(&self, table: &Table, pen: &mut Pen<'_>) {
        let [zh, en] = [self.zh, self.en].map(|words| redress_statistics::title(words, table));
        let heading = pen.fixed(&zh, &en);
        pen.block(Block::Heading { level: 1, runs: heading });
        let mut about = pen.say("table-scope");
        about.extend(self.scope(pen));
        about.push(Run::plain("；"));
        about.extend(self.period(table, pen));
        pen.line(Align::Start, about.clone());
        self.chart(table, (&zh, &en), pen);
        let parts = table.columns.chunks(COLUMNS).count().max(1);
        for part in 0..parts {
            let name = Fixed { zh: zh.clone(), en: en.clone() };
            self.part(table, (part, parts), name, pen);
        }
        if !table.breaks.is_empty() {
            let items = table.breaks.iter().map(|at| self.broken(at, pen)).collect();
            pen.block(Block::List { ordered: false, items });
        }
        let notes: Vec<Vec<Run>> =
            table.notes.iter().chain(&table.sources).map(|note| self.note(note, pen)).collect();
        if !notes.is_empty() {
            pen.block(Block::Note { paragraphs: notes });
        }
        self.beside(table, pen);
    }

    fn chart(&self, table: &Table, (zh, en): (&str, &str), pen: &mut Pen<'_>) {
        let release = self.report.release;
        let drawn = redress_statistics::chart(self.zh, self.report.published, table, &release.events);
        let Some(svg) = drawn else { return };
        let mut caption = pen.say("chart-caption");
        caption.extend(pen.fixed(zh, en));
        let title = vec![Run::plain(zh)];
        let values = [("title", title), ("period", vec![Run::plain(self.days(self.zh, table))])];
        let alt: String = pen
            .say_with("chart-alt", &values)
            .into_iter()
            .filter(|run| run.style != Style::Gloss)
            .map(|run| run.text)
            .collect();
        pen.picture(&format!("chart-{}", table.id), Picture::Svg { svg }, &alt, caption);
    }

    /// As many columns as a page is wide; further ones in a further table with the same heads of rows.
    fn part(&self, table: &Table, (part, parts): (usize, usize), name: Fixed, pen: &mut Pen<'_>) {
        let heads: Vec<&Head> = table.columns.iter().skip(part * COLUMNS).take(COLUMNS).collect();
        if parts > 1 {
            let values = [
                ("title", pen.fixed(&name.zh, "")),
                ("part", vec![Run::plain((part + 1).to_string())]),
                ("parts", vec![Run::plain(parts.to_string())]),
            ];
            let runs = pen.say_with("table-place", &values);
            pen.line(Align::Start, runs);
        }
        let wide = u8::try_from(heads.len() + 1).unwrap_or(u8::MAX);
        let mut rows: Vec<Vec<Cell>> = Vec::with_capacity(table.rows.len() + 1);
        let mut first = vec![Cell::label(pen.say("head-row"))];
        first.extend(heads.iter().map(|head| {
            let mut runs = self.head(head, pen);
            if head.is_period() && table.breaks_in(head).next().is_some() {
                runs.push(Run::plain(BROKEN));
            }
            Cell { align: Align::Center, ..Cell::label(runs) }
        }));
        rows.push(first);
        for line in &table.rows {
            if line.head.is_period() {
                for at in table.breaks_in(&line.head) {
                    let mut runs = vec![Run::plain(BROKEN)];
                    runs.extend(self.broken(at, pen));
                    rows.push(vec![Cell::of(runs).wide(wide)]);
                }
            }
            rows.push(self.row(line, part, heads.len(), pen));
        }
        let columns = std::iter::once(4).chain(heads.iter().map(|_| 2)).collect();
        pen.block(Block::Table { columns, head: 1, name, rows });
    }

    fn row(&self, line: &Line, part: usize, wide: usize, pen: &Pen<'_>) -> Vec<Cell> {
        let cells = line.cells.iter().skip(part * COLUMNS).map(Some).chain(std::iter::repeat(None));
        let shown = cells.take(wide).map(|cell| Cell {
            align: Align::End,
            ..Cell::of(cell.map(|cell| Run::filled(self.shown(*cell))).into_iter().collect())
        });
        std::iter::once(Cell::label(self.head(&line.head, pen))).chain(shown).collect()
    }

    /// Published figures beside own ones.
    fn beside(&self, table: &Table, pen: &mut Pen<'_>) {
        let own = self.report.release.beside.iter().filter(|one| one.table == table.id);
        let with: Vec<&Beside> = own.filter(|one| one.why_not.is_none()).collect();
        if with.is_empty() {
            return;
        }
        let rows = with
            .into_iter()
            .map(|one| {
                let series = self.report.published.find(&one.series);
                let name = series.map(|series| pen.fixed(&series.zh, &series.en)).unwrap_or_default();
                let published = one.published.map(|value| match value {
                    PublishedValue::Known(n) => vec![Run::filled(self.zh.number(n))],
                    PublishedValue::Unknown(_) => self.say("statistics-not-known", &[], pen),
                });
                let own = one.own.map(|cell| Run::filled(self.shown(cell)));
                vec![
                    Cell::of(name),
                    Cell::of(one.period.iter().map(|period| Run::filled(period.as_str())).collect()),
                    Cell { align: Align::End, ..Cell::of(own.into_iter().collect()) },
                    Cell { align: Align::End, ..Cell::of(published.unwrap_or_default()) },
                ]
            })
            .collect();
        let heads = ["beside-series", "beside-period", "beside-own", "beside-published"];
        pen.table("beside", vec![6, 3, 2, 2], &heads, rows);
    }

    // ── words ───────────────────────────────────────────────────────────────────────────────────────

    fn say(&self, code: &str, args: &[(&str, Arg)], pen: &Pen<'_>) -> Vec<Run> {
        pen.fixed(&self.zh.say(code, args), &self.en.say(code, args))
    }

    fn head(&self, head: &Head, pen: &Pen<'_>) -> Vec<Run> {
        let args: Vec<(&str, Arg)> =
            head.args.iter().map(|(name, arg)| (name.as_str(), arg.clone())).collect();
        self.say(&head.code, &args, pen)
    }

    /// The register in words; a scope of the published series by its own words.
    fn scope(&self, pen: &Pen<'_>) -> Vec<Run> {
        let scope = &self.report.release.scope;
        let known = self.report.published.scope(&scope.register);
        let own = safe_text(&scope.register);
        let name = match known {
            Some(known) => pen.fixed(&known.zh, &known.en),
            None if own.is_empty() => self.say("statistics-scope-unnamed", &[], pen),
            None => vec![Run::filled(own)],
        };
        let region = scope.region.iter().map(|region| Run::filled(format!("（{}）", safe_text(region))));
        name.into_iter().chain(region).collect()
    }

    fn days(&self, words: &Words, table: &Table) -> String {
        let args = [
            ("from", words.date(table.from).into()),
            ("to", words.date(table.to).into()),
            ("day", words.date(table.as_of).into()),
        ];
        words.say("statistics-period", &args)
    }

    fn period(&self, table: &Table, pen: &Pen<'_>) -> Vec<Run> {
        pen.fixed(&self.days(self.zh, table), &self.days(self.en, table))
    }

    /// From which day a table counts something else, and why.
    fn broken(&self, at: &Break, pen: &Pen<'_>) -> Vec<Run> {
        let one = |words: &Words, reason: &str| {
            let args = [("day", words.date(at.on).into()), ("reason", safe_text(reason).into())];
            words.say("statistics-broken", &args)
        };
        pen.fixed(&one(self.zh, &at.zh), &one(self.en, &at.en))
    }

    /// A note as a sentence, its days as people write them.
    fn note(&self, note: &Finding, pen: &Pen<'_>) -> Vec<Run> {
        let one = |words: &Words| {
            let mut said = note.clone();
            for name in ["from", "to", "day"] {
                if let Some(Arg::Text(text)) = note.args.get(name)
                    && let Ok(day) = text.parse::<Date>()
                {
                    said.args.insert(name.to_owned(), Arg::Text(words.date(day)));
                }
            }
            words.finding(&said).sentence
        };
        pen.fixed(&one(self.zh), &one(self.en))
    }

    /// A cell as people read it.
    fn shown(&self, cell: Figure) -> String {
        match cell {
            Figure::Count { n } => self.zh.number(n),
            Figure::Withheld => HELD.to_owned(),
            Figure::MedianDays { half_days } => {
                format!("{}.{}", half_days / 2, if half_days % 2 == 1 { 5 } else { 0 })
            }
            Figure::Share { hundredths } => format!("{}.{:02}%", hundredths / 100, hundredths % 100),
            Figure::None => String::new(),
        }
    }
}
