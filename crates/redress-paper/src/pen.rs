//! Writes a paper block by block: fixed words out of the form's file, values out of its input, and a mark where a
//! value that the form requires is not there.

use crate::text::Words;
use crate::{
    Align, Block, Cell, Edition, ExhibitRef, FigureRef, Fixed, FormText, Missing, PAPER_SCHEMA, Paper,
    PaperFigure, Picture, Run, Standing, Style,
};
use redress_base::{Article, Count, Date, Unit};
use redress_words::{Language, Words as Locale};
use std::collections::BTreeMap;

/// Writes one paper.
pub struct Pen<'f> {
    text: &'f FormText,
    edition: Edition,
    wanted: Standing,
    zh: &'static Locale,
    en: &'static Locale,
    path: Vec<String>,
    blocks: Vec<Block>,
    missing: Vec<Missing>,
    pictures: BTreeMap<String, Picture>,
}

/// Stands in a field of a final that nobody filled in and nobody has to.
const LEFT_EMPTY: &str = "／";

impl<'f> Pen<'f> {
    /// A pen for a form.
    pub fn new(text: &'f FormText, edition: Edition) -> Pen<'f> {
        Pen {
            text,
            edition,
            wanted: Standing::Draft,
            zh: Locale::of(Language::ZhHans),
            en: Locale::of(Language::En),
            path: Vec::new(),
            blocks: Vec::new(),
            missing: Vec::new(),
            pictures: BTreeMap::new(),
        }
    }

    /// The same pen for what is to be a final: what is said to whoever prepares a paper is left out of it.
    #[must_use]
    pub fn to_be(self, wanted: Standing) -> Pen<'f> {
        Pen { wanted, ..self }
    }

    /// The paper. It is a final where nothing that the form requires is missing and a final was asked for.
    pub fn finish(self, day: &str) -> Paper {
        let complete = self.missing.is_empty() && self.wanted == Standing::Final;
        Paper {
            schema: PAPER_SCHEMA.to_owned(),
            form: self.text.id.clone(),
            title: self.text.title.clone(),
            edition: self.edition,
            standing: if complete { Standing::Final } else { Standing::Draft },
            day: day.to_owned(),
            missing: self.missing,
            blocks: self.blocks,
            pictures: self.pictures,
        }
    }

    /// Everything written in `work` stands under `step` of the input: paths of what is missing begin with it.
    pub fn within<T>(&mut self, step: impl ToString, work: impl FnOnce(&mut Pen<'f>) -> T) -> T {
        self.path.push(step.to_string());
        let done = work(self);
        self.path.pop();
        done
    }

    // ── runs ────────────────────────────────────────────────────────────────────────────────────────

    fn words(&self, key: &str) -> Words {
        // A key without words prints as itself, and a test over every form finds it.
        let unknown = || Words { zh: format!("⟦{key}⟧"), en: format!("⟦{key}⟧"), ..Words::default() };
        self.text.texts.get(key).cloned().unwrap_or_else(unknown)
    }

    fn both(&self, zh: String, en: String, style: Style) -> Vec<Run> {
        let mut runs = vec![Run::new(zh, style)];
        if self.edition == Edition::Glossed && !en.is_empty() {
            runs.push(Run::new(en, Style::Gloss));
        }
        runs
    }

    /// A fixed text of the form.
    pub fn say(&self, key: &str) -> Vec<Run> {
        let words = self.words(key);
        self.both(words.zh, words.en, Style::Plain)
    }

    /// A text of a book (the vocabulary, the law book), which has both languages.
    pub fn fixed(&self, zh: &str, en: &str) -> Vec<Run> {
        self.both(zh.to_owned(), en.to_owned(), Style::Plain)
    }

    /// The Chinese of a fixed text, for what is no run: what a picture shows.
    pub fn text_zh(&self, key: &str) -> String {
        self.words(key).zh
    }

    /// A fixed text for what is no run, such as a drawing: Chinese, and in the glossed edition the English after it.
    pub fn text_drawn(&self, key: &str) -> String {
        let words = self.words(key);
        self.both_drawn(&words.zh, &words.en)
    }

    /// The same of a text that has both languages already.
    pub fn both_drawn(&self, zh: &str, en: &str) -> String {
        match self.edition {
            Edition::Glossed if !en.is_empty() => format!("{zh} / {en}"),
            _ => zh.to_owned(),
        }
    }

    /// A fixed text of the form, emphasised.
    pub fn strong(&self, key: &str) -> Vec<Run> {
        let words = self.words(key);
        self.both(words.zh, words.en, Style::Strong)
    }

    /// A fixed text whose `{names}` are replaced by runs. A name for which there are no runs stays as it is, so that a
    /// test over every form finds it. The gloss carries the same values in plain text.
    pub fn say_with(&self, key: &str, values: &[(&str, Vec<Run>)]) -> Vec<Run> {
        self.say_each(key, values, &[])
    }

    /// The same, with values that are said otherwise in the gloss.
    pub fn say_each(&self, key: &str, values: &[(&str, Vec<Run>)], english: &[(&str, String)]) -> Vec<Run> {
        let words = self.words(key);
        let mut runs = filled_in(&words.zh, values, Style::Plain);
        if self.edition == Edition::Glossed && !words.en.is_empty() {
            let other = english.iter().map(|(name, text)| (*name, vec![Run::plain(text.as_str())]));
            let values: Vec<(&str, Vec<Run>)> = other.chain(values.iter().cloned()).collect();
            let gloss: String =
                filled_in(&words.en, &values, Style::Gloss).into_iter().map(|run| run.text).collect();
            runs.push(Run::new(gloss, Style::Gloss));
        }
        runs
    }

    /// The number by which papers tell statements apart: 一 as in 言论一, 1 in the gloss.
    pub fn numeral_both(&self, number: u64) -> Fixed {
        Fixed { zh: self.zh.numeral(number), en: self.en.numeral(number) }
    }

    /// 言论一, the name that a statement has in all papers of a case.
    pub fn statement(&self, number: u64) -> Vec<Run> {
        self.say_both("statement-named", &[("number", self.numeral_both(number))])
    }

    /// A day in both languages.
    pub fn date_both(&self, day: Date) -> Fixed {
        Fixed { zh: self.zh.date(day), en: self.en.date(day) }
    }

    /// A fixed text whose `{names}` are replaced by texts that have both languages themselves.
    pub fn filled_both(&self, key: &str, values: &[(&str, Fixed)]) -> Fixed {
        let words = self.words(key);
        let one = |text: &str, pick: fn(&Fixed) -> &str| -> String {
            let values: Vec<(&str, Vec<Run>)> =
                values.iter().map(|(name, value)| (*name, vec![Run::plain(pick(value))])).collect();
            filled_in(text, &values, Style::Plain).into_iter().map(|run| run.text).collect()
        };
        Fixed { zh: one(&words.zh, |value| &value.zh), en: one(&words.en, |value| &value.en) }
    }

    /// The same as runs: the gloss carries the English of the values.
    pub fn say_both(&self, key: &str, values: &[(&str, Fixed)]) -> Vec<Run> {
        let Fixed { zh, en } = self.filled_both(key, values);
        self.both(zh, en, Style::Plain)
    }

    /// A value of the input, or the mark that it is missing. `key` is its label, `field` its name in the input.
    pub fn value(&mut self, key: &str, field: &str, value: Option<&str>) -> Vec<Run> {
        match value.map(str::trim).filter(|value| !value.is_empty()) {
            // A day that a person or a register wrote as 2026-04-20 is printed as papers write days.
            Some(value) => match value.parse::<Date>() {
                Ok(day) if value.len() == 10 => vec![Run::filled(self.zh.date(day))],
                _ => vec![Run::filled(value)],
            },
            None => self.absent(key, field),
        }
    }

    /// The same of a name that somebody else gave, such as that of an account.
    pub fn value_named(&mut self, key: &str, field: &str, value: Option<&str>) -> Vec<Run> {
        let mut runs = self.value(key, field, value);
        for run in runs.iter_mut().filter(|run| run.style == Style::Filled) {
            run.style = Style::Named;
        }
        runs
    }

    /// The mark that a required field is missing, noted in the list on top; nothing for a field that may stay empty.
    pub fn absent(&mut self, key: &str, field: &str) -> Vec<Run> {
        let words = self.words(key);
        if !words.required {
            return Vec::new();
        }
        let label = Fixed { zh: plain_label(&words.zh), en: plain_label(&words.en) };
        let path = self.path.iter().map(String::as_str).chain([field]).collect::<Vec<_>>().join(".");
        let runs = self.both(
            format!("【待填：{}】", label.zh),
            format!("[to be filled: {}]", label.en),
            Style::Missing,
        );
        self.missing.push(Missing { path, label: self.whose(label), asked_by: words.asked_by });
        runs
    }

    /// A label with the member of a list that it is about: every person has a name, and every exhibit proves something.
    fn whose(&self, label: Fixed) -> Fixed {
        let steps = self.path.iter().zip(self.path.iter().skip(1)).rev();
        let found =
            steps.filter_map(|(list, at)| Some((list, at.parse::<u64>().ok()?))).find_map(|(list, at)| {
                let code = format!("paper-of-{}", list.replace('_', "-"));
                let number = [("number", at.saturating_add(1).into()), ("label", label.zh.clone().into())];
                let english = [("number", at.saturating_add(1).into()), ("label", label.en.clone().into())];
                self.zh
                    .has(&code)
                    .then(|| Fixed { zh: self.zh.say(&code, &number), en: self.en.say(&code, &english) })
            });
        found.unwrap_or(label)
    }

    /// A number with its unit and, in brackets, the exhibits that it was counted from.
    pub fn figure(&self, figure: &PaperFigure) -> Vec<Run> {
        let link = FigureRef { figure: figure.figure.clone(), exhibits: figure.exhibits.clone() };
        let number = self.zh.count(figure.count, figure.unit);
        let mut runs = vec![Run { text: number, style: Style::Filled, figure: Some(link) }];
        runs.extend(self.exhibits_of(&figure.exhibits, figure.more));
        if self.edition == Edition::Glossed {
            runs.push(Run::new(self.en.count(figure.count, figure.unit), Style::Gloss));
        }
        runs
    }

    /// A number in words of the edition's language alone, for texts that are no runs.
    pub fn count(&self, count: Count, unit: Unit) -> String {
        self.zh.count(count, unit)
    }

    /// The same in both languages.
    pub fn count_both(&self, count: Count, unit: Unit) -> Fixed {
        Fixed { zh: self.zh.count(count, unit), en: self.en.count(count, unit) }
    }

    /// A fixed text of the form in both languages.
    pub fn text_both(&self, key: &str) -> Fixed {
        let words = self.words(key);
        Fixed { zh: words.zh, en: words.en }
    }

    /// Digits as they are printed: `5,000`.
    pub fn number(&self, n: u64) -> String {
        self.zh.number(n)
    }

    /// Words for whoever prepares the paper (what they have yet to check): they stand on a draft, and nothing of them on
    /// what is handed in.
    pub fn caution(&self, key: &str) -> Vec<Run> {
        if self.wanted == Standing::Final { Vec::new() } else { self.say(key) }
    }

    /// An article by the name of its instrument.
    pub fn article(&self, article: &Article) -> Vec<Run> {
        // That the number of an article was not checked is said on a draft; a final names the instrument alone.
        if self.wanted == Standing::Final && article.article.starts_with("unnumbered") {
            return self.both(self.zh.instrument(article), self.en.instrument(article), Style::Plain);
        }
        self.both(self.zh.article(article), self.en.article(article), Style::Plain)
    }

    /// `（证据3，第5—7页）`, or nothing where there are none.
    pub fn exhibits(&self, exhibits: &[ExhibitRef]) -> Vec<Run> {
        self.exhibits_of(exhibits, 0)
    }

    /// The same where some are left out: `（证据3，第5—7页；证据4，第8页等9项证据）` says how many there are in all.
    pub fn exhibits_of(&self, exhibits: &[ExhibitRef], more: u64) -> Vec<Run> {
        if exhibits.is_empty() {
            return Vec::new();
        }
        let named = exhibits.iter().map(|one| match one.pages {
            Some(span) if span.first == span.last => format!("证据{}，第{}页", one.number, span.first),
            Some(span) => format!("证据{}，第{}—{}页", one.number, span.first, span.last),
            None => format!("证据{}", one.number),
        });
        let mut text = named.collect::<Vec<_>>().join("；");
        if more > 0 {
            let all = u64::try_from(exhibits.len()).unwrap_or(u64::MAX).saturating_add(more);
            text.push_str(&format!("等{all}项证据"));
        }
        vec![Run::new(format!("（{text}）"), Style::Plain)]
    }

    /// `☑` or `☐` before a fixed text.
    pub fn tick(&self, on: bool, key: &str) -> Vec<Run> {
        let mut runs = vec![Run::new(if on { "☑" } else { "☐" }, Style::Filled)];
        runs.extend(self.say(key));
        runs
    }

    // ── blocks ──────────────────────────────────────────────────────────────────────────────────────

    /// Adds a block as it is.
    pub fn block(&mut self, block: Block) {
        self.blocks.push(block);
    }

    /// The title of the form.
    pub fn title(&mut self) {
        let runs = self.both(self.text.title.zh.clone(), self.text.title.en.clone(), Style::Plain);
        self.block(Block::Title { runs });
    }

    /// A heading out of the form's words.
    pub fn heading(&mut self, level: u8, key: &str) {
        let runs = self.say(key);
        self.block(Block::Heading { level, runs });
    }

    /// A paragraph of runs, its first line set in by two characters. Where what is filled in has several paragraphs, each
    /// is one of its own.
    pub fn paragraph(&mut self, runs: Vec<Run>) {
        for runs in paragraphs(runs) {
            self.block(Block::Paragraph { indent: true, align: Align::Start, runs });
        }
    }

    /// A fixed text as a paragraph.
    pub fn tell(&mut self, key: &str) {
        let runs = self.say(key);
        self.paragraph(runs);
    }

    /// A paragraph without a set-in first line.
    pub fn line(&mut self, align: Align, runs: Vec<Run>) {
        self.block(Block::Paragraph { indent: false, align, runs });
    }

    /// Small print out of the form's words.
    pub fn note(&mut self, keys: &[&str]) {
        let paragraphs = keys.iter().map(|key| self.say(key)).collect();
        self.block(Block::Note { paragraphs });
    }

    /// Small print out of the form's words, and then a [`Pen::caution`] where there is one.
    pub fn note_with_caution(&mut self, keys: &[&str], caution: &str) {
        let said = keys.iter().map(|key| self.say(key));
        let paragraphs: Vec<_> =
            said.chain([self.caution(caution)]).filter(|runs| !runs.is_empty()).collect();
        if !paragraphs.is_empty() {
            self.block(Block::Note { paragraphs });
        }
    }

    /// A picture with its caption.
    pub fn picture(&mut self, id: &str, picture: Picture, alt: &str, caption: Vec<Run>) {
        self.pictures.insert(id.to_owned(), picture);
        self.block(Block::Picture { id: id.to_owned(), alt: alt.to_owned(), caption });
    }

    /// Adds a label and its value as a row of two columns: `key` is the label, `field` the name in the input.
    pub fn row(&mut self, rows: &mut Vec<Vec<Cell>>, key: &str, field: &str, value: Option<&str>) {
        let label = Cell::label(self.say(key));
        let mut value = self.value(key, field, value);
        // What is handed in says that a field was left empty on purpose; in a draft there is room to write.
        if value.is_empty() && self.wanted == Standing::Final {
            value.push(Run::plain(LEFT_EMPTY));
        }
        rows.push(vec![label, Cell::of(value)]);
    }

    /// The same of something that names accounts or files of others.
    pub fn row_named(&mut self, rows: &mut Vec<Vec<Cell>>, key: &str, field: &str, value: Option<&str>) {
        let label = Cell::label(self.say(key));
        let value = Cell::of(self.value_named(key, field, value));
        rows.push(vec![label, value]);
    }

    /// A table of labels and values.
    pub fn grid(&mut self, name: &str, rows: Vec<Vec<Cell>>) {
        let words = self.words(name);
        self.block(Block::Table {
            columns: vec![3, 9],
            head: 0,
            name: Fixed { zh: words.zh, en: words.en },
            rows,
        });
    }

    /// A list of rows under a head that is repeated on every page.
    pub fn table(&mut self, name: &str, columns: Vec<u8>, heads: &[&str], rows: Vec<Vec<Cell>>) {
        let words = self.words(name);
        let head = heads.iter().map(|key| Cell::label(self.say(key))).collect();
        let rows = std::iter::once(head).chain(rows).collect();
        self.block(Block::Table { columns, head: 1, name: Fixed { zh: words.zh, en: words.en }, rows });
    }
}

impl Cell {
    /// Something filled in, of one paragraph and one column.
    pub fn of(runs: Vec<Run>) -> Cell {
        Cell { span: 1, label: false, align: Align::Start, paragraphs: vec![runs] }
    }

    /// A label.
    pub fn label(runs: Vec<Run>) -> Cell {
        Cell { label: true, ..Cell::of(runs) }
    }

    /// Several paragraphs.
    pub fn tall(paragraphs: Vec<Vec<Run>>) -> Cell {
        Cell { paragraphs, ..Cell::of(Vec::new()) }
    }

    /// Over several columns.
    #[must_use]
    pub fn wide(self, span: u8) -> Cell {
        Cell { span, ..self }
    }
}

/// Runs cut where what is filled in begins a new line; empty lines between paragraphs are not printed. What is quoted
/// keeps its lines, which are its own.
fn paragraphs(runs: Vec<Run>) -> Vec<Vec<Run>> {
    let mut all: Vec<Vec<Run>> = Vec::new();
    let mut open: Vec<Run> = Vec::new();
    for run in runs {
        if run.style != Style::Filled || !run.text.contains(['\n', '\r']) {
            open.push(run);
            continue;
        }
        for (index, line) in run.text.split(['\n', '\r']).enumerate() {
            if index > 0 && !open.is_empty() {
                all.push(std::mem::take(&mut open));
            }
            if !line.trim().is_empty() {
                // Blanks by which a person set it in would set it in twice.
                let text = if index > 0 { line.trim_start() } else { line };
                open.push(Run { text: text.to_owned(), ..run.clone() });
            }
        }
    }
    if !open.is_empty() {
        all.push(open);
    }
    all
}

/// A label without the colon that ends it and without names of values.
fn plain_label(text: &str) -> String {
    text.trim_end_matches(['：', ':']).to_owned()
}

/// The text with its `{names}` replaced.
fn filled_in(text: &str, values: &[(&str, Vec<Run>)], style: Style) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else { break };
        let Some((_, value)) = values.iter().find(|(known, _)| *known == name) else {
            runs.push(Run::new(format!("{before}{{{name}}}"), style));
            rest = after;
            continue;
        };
        if !before.is_empty() {
            runs.push(Run::new(before, style));
        }
        runs.extend(value.iter().filter(|run| style != Style::Gloss || run.style != Style::Gloss).cloned());
        rest = after;
    }
    if !rest.is_empty() {
        runs.push(Run::new(rest, style));
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a person answered in several paragraphs, each set in by two characters (GB/T 9704-2012, 7.3.3).
    #[test]
    fn each_paragraph_of_an_answer_is_one_of_the_paper() {
        let told = paragraphs(vec![
            Run::plain("事实与理由："),
            Run::filled("第一段。\r\n\n　　第二段。\n第三段"),
            Run::plain("。"),
            Run::new("Facts", Style::Gloss),
        ]);
        let texts: Vec<Vec<&str>> =
            told.iter().map(|runs| runs.iter().map(|run| run.text.as_str()).collect()).collect();
        assert_eq!(
            texts,
            [vec!["事实与理由：", "第一段。"], vec!["第二段。"], vec!["第三段", "。", "Facts"]]
        );
    }

    #[test]
    fn what_is_quoted_keeps_its_lines() {
        let quoted = vec![Run::plain("“"), Run::new("一\n二", Style::Quoted), Run::plain("”")];
        assert_eq!(paragraphs(quoted.clone()), [quoted]);
        assert!(paragraphs(Vec::new()).is_empty());
        assert!(paragraphs(vec![Run::filled("\n\n")]).is_empty());
    }
}
