//! CSV by RFC 4180: one figure a line, with its scope, period and unit, so that none travels without them.

use super::{label, own};
use crate::{Cell, Published, PublishedValue, Table};
use redress_words::Words;

/// The tables as one file.
pub fn csv(words: &Words, tables: &[Table]) -> String {
    let mut out = String::new();
    let head =
        "table,title,scope,region,from,to,as_of,unit,row,row_label,column,column_label,status,value,break";
    put(&mut out, &head.split(',').map(str::to_owned).collect::<Vec<_>>());
    for table in tables {
        let days = [table.from, table.to, table.as_of].map(|day| day.to_string());
        for line in &table.rows {
            for (column, cell) in table.columns.iter().zip(&line.cells) {
                let (status, value) = said(*cell);
                let mut fields = vec![
                    table.id.clone(),
                    words.say(&table.title, &[]),
                    table.scope.register.clone(),
                    table.scope.region.clone().unwrap_or_default(),
                ];
                fields.extend(days.clone());
                fields.push(unit(table, *cell));
                fields.extend([line.head.id.clone(), label(words, &line.head)]);
                fields.extend([column.id.clone(), label(words, column)]);
                let breaks = super::breaks_of(table, line, column);
                let breaks = breaks.iter().map(|at| format!("{} {}", at.on, own(words, &at.zh, &at.en)));
                fields.extend([status.to_owned(), value, breaks.collect::<Vec<_>>().join("; ")]);
                put(&mut out, &fields);
            }
        }
    }
    out
}

fn unit(table: &Table, cell: Cell) -> String {
    let unit = match cell {
        Cell::MedianDays { .. } => "days",
        Cell::Share { .. } => "percent",
        _ => table.unit.word(),
    };
    unit.to_owned()
}

fn said(cell: Cell) -> (&'static str, String) {
    match cell {
        Cell::Count { n } => ("count", n.to_string()),
        Cell::Withheld => ("withheld", String::new()),
        Cell::MedianDays { half_days } => ("median", super::decimal(half_days * 5, 10)),
        Cell::Share { hundredths } => ("share", super::decimal(hundredths, 100)),
        Cell::None => ("none", String::new()),
    }
}

/// The published series as one file.
pub fn published_csv(words: &Words, published: &Published) -> String {
    let mut out = String::new();
    let head = "scope,scope_label,region,measure,measure_label,unit,from,to,doubt,value,bound,mark,sources,break_before";
    put(&mut out, &head.split(',').map(str::to_owned).collect::<Vec<_>>());
    for series in &published.series {
        let scope = published.scope(&series.scope);
        for point in &series.points {
            let value = match point.value {
                PublishedValue::Known(n) => n.to_string(),
                PublishedValue::Unknown(_) => "?".to_owned(),
            };
            let broken = series.breaks.iter().find(|at| at.on == point.from);
            let bound = serde_json::to_value(point.bound).ok();
            put(
                &mut out,
                &[
                    series.scope.clone(),
                    scope.map(|one| own(words, &one.zh, &one.en).to_owned()).unwrap_or_default(),
                    scope.map(|one| one.region.clone()).unwrap_or_default(),
                    series.measure.clone(),
                    own(words, &series.zh, &series.en).to_owned(),
                    series.unit.word().to_owned(),
                    point.from.to_string(),
                    point.to.to_string(),
                    if point.doubt { "yes" } else { "no" }.to_owned(),
                    value,
                    bound.and_then(|one| one.as_str().map(str::to_owned)).unwrap_or_default(),
                    point.mark.word().to_owned(),
                    point.sources.join(" "),
                    broken.map(|at| own(words, &at.zh, &at.en).to_owned()).unwrap_or_default(),
                ],
            );
        }
    }
    out
}

/// One record. A field that a spreadsheet would take for a formula begins with an apostrophe.
fn put(out: &mut String, fields: &[String]) {
    for (place, field) in fields.iter().enumerate() {
        if place > 0 {
            out.push(',');
        }
        let formula = field.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
        let quoted = formula || field.contains([',', '"', '\r', '\n']);
        if quoted {
            out.push('"');
            out.push_str(if formula { "'" } else { "" });
            out.push_str(&field.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(field);
        }
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    #[test]
    fn formulas_quotes_and_line_ends_are_guarded() {
        let mut out = String::new();
        let fields = ["=1+1", "a \"b\"", "x,y", "plain", "\u{ff0b}1", "-5", "two\nlines"];
        super::put(&mut out, &fields.map(str::to_owned));
        assert_eq!(out, "\"'=1+1\",\"a \"\"b\"\"\",\"x,y\",plain,\"'\u{ff0b}1\",\"'-5\",\"two\nlines\"\r\n");
    }
}
