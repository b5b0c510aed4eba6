//! The list of what is missing as a file to fill in: TOML with the path of each answer, and what it is called.

use crate::choices::{choices_at, is};
use crate::described::EXHIBITS;
use crate::left_out::Nameable;
use crate::optional::{claims, optional};
use crate::sealed::{Hold, hold_at};
use crate::{Form, Offered, merge};
use redress_base::Refusal;
use redress_paper::{Edition, Fixed, Missing, Standing};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// What kind of answer a place of an input takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerKind {
    /// A text.
    Text,
    /// Yes or no.
    Choice,
    /// A list of texts.
    List,
    /// A list of whole numbers.
    Numbers,
    /// A whole number.
    Number,
    /// A table of its own.
    Table,
    /// A list of tables.
    Tables,
}

/// What kind of answer goes to `path`, by the schema of the form's input.
pub fn kind_at(form: &dyn Form, path: &str) -> AnswerKind {
    let schema = form.schema().to_value();
    let Some(here) = schema_at(&schema, path) else { return AnswerKind::Text };
    let of = |items: &Value| resolved(&schema, items).0.get("properties").is_some();
    match () {
        () if is(here, "boolean") => AnswerKind::Choice,
        () if here.get("items").is_some_and(of) => AnswerKind::Tables,
        () if here.get("items").is_some_and(|items| is(resolved(&schema, items).0, "integer")) => {
            AnswerKind::Numbers
        }
        () if is(here, "array") => AnswerKind::List,
        () if is(here, "integer") || is(here, "number") => AnswerKind::Number,
        () if is(here, "object") => AnswerKind::Table,
        () => AnswerKind::Text,
    }
}

/// The schema of a place of an input; a place of a list is a number.
pub(crate) fn schema_at<'s>(schema: &'s Value, path: &str) -> Option<&'s Value> {
    let mut here = schema;
    for step in path.split('.') {
        here = resolved(schema, here).0;
        let next = if step.bytes().all(|byte| byte.is_ascii_digit()) {
            here.get("items")
        } else {
            here.get("properties").and_then(|fields| fields.get(step))
        };
        here = next?;
    }
    Some(resolved(schema, here).0)
}

/// The schema that a reference, or a choice between a schema and nothing, stands for, and its name where it has one.
pub(crate) fn resolved<'s>(root: &'s Value, mut here: &'s Value) -> (&'s Value, &'s str) {
    let mut name = "";
    // A schema made from a type refers to others a few steps deep at most.
    for _ in 0..8 {
        let of_choice = here
            .get("anyOf")
            .and_then(Value::as_array)
            .and_then(|all| all.iter().find(|one| one.get("type").and_then(Value::as_str) != Some("null")));
        let path = here.get("$ref").and_then(Value::as_str);
        let of_reference = path.and_then(|path| root.pointer(path.strip_prefix('#')?));
        if let (None, Some((_, last))) = (of_choice, path.and_then(|path| path.rsplit_once('/'))) {
            name = last;
        }
        match of_choice.or(of_reference) {
            Some(next) => here = next,
            None => break,
        }
    }
    (here, name)
}

/// What is asked as well once a question has one of these answers.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Condition {
    /// The question.
    pub path: String,
    /// Its answers that lead there: words of a closed list, or yes or no; an empty table stands for each one of a list.
    pub values: Vec<Value>,
    /// What is asked then.
    pub missing: Vec<Missing>,
}

/// What each open question would bring with it, found by answering it and laying the form out again.
///
/// # Errors
/// As laying the form out.
pub fn conditions(form: &dyn Form, input: &Value, missing: &[Missing]) -> Result<Vec<Condition>, Refusal> {
    let mut found: Vec<Condition> = Vec::new();
    for one in missing.iter().filter(|one| hold_at(form, &one.path) != Hold::Sealed) {
        for value in trials(form, &one.path) {
            let answer = one.path.rsplit('.').fold(value.clone(), |inner, step| json!({ step: inner }));
            let mut answered = input.clone();
            merge(form, &mut answered, &answer)?;
            let mut new = form.lay(&answered, Edition::Chinese, Standing::Draft)?.missing;
            new.retain(|asked| missing.iter().all(|known| known.path != asked.path));
            if new.is_empty() {
                continue;
            }
            match found.iter_mut().find(|known| known.path == one.path && known.missing == new) {
                Some(known) => known.values.push(value),
                None => {
                    found.push(Condition { path: one.path.clone(), values: vec![value], missing: new });
                }
            }
        }
    }
    Ok(found)
}

/// The answers of a question that may bring others with them.
fn trials(form: &dyn Form, path: &str) -> Vec<Value> {
    let words = || choices_at(form, path).into_iter().map(|one| one.value);
    match kind_at(form, path) {
        AnswerKind::Choice => vec![Value::Bool(true), Value::Bool(false)],
        AnswerKind::Tables => vec![json!([{}])],
        AnswerKind::List => words().map(|word| json!([word])).collect(),
        AnswerKind::Text => words().map(Value::from).collect(),
        AnswerKind::Number | AnswerKind::Numbers | AnswerKind::Table => Vec::new(),
    }
}

/// What is asked for a form, and what its answers may be.
#[derive(Clone, Copy, Debug, Default)]
pub struct Questions<'q> {
    /// What is missing.
    pub missing: &'q [Missing],
    /// What would be asked as well, by the answer that brings it.
    pub conditions: &'q [Condition],
    /// Statements and parties that it names, or may leave out.
    pub nameable: &'q [Nameable],
    /// What the file has, for places that take nothing else.
    pub offered: &'q [Offered],
    /// Exhibits of which something may be said for all papers, by number, each with the name under which it was sealed.
    pub exhibits: Option<&'q BTreeMap<u64, String>>,
}

/// The file to fill in: one table a form, one line an answer, and under each condition what would be asked then; then what
/// the form names and may leave out.
pub fn questionnaire(form: &dyn Form, asked: &Questions<'_>, english: bool) -> String {
    let Questions { missing, conditions, nameable, offered, exhibits } = *asked;
    let mut text = String::new();
    let title =
        form.text().map(|words| if english { words.title.en.clone() } else { words.title.zh.clone() });
    let _ = writeln!(text, "# {}", title.unwrap_or_default());
    let _ = writeln!(text, "[{}]", form.id());
    // What stands under two conditions is answered once: a name given twice is no TOML.
    let mut asked: BTreeSet<&str> = missing.iter().map(|one| one.path.as_str()).collect();
    let page = Page { form, offered, english };
    for one in missing {
        let mut under = conditions.iter().filter(|condition| condition.path == one.path).peekable();
        page.question(&mut text, one, true, under.peek().is_some());
        for condition in under {
            let _ = writeln!(text, "# ── {}", self::under(form, condition, english));
            for one in &condition.missing {
                page.question(&mut text, one, asked.insert(&one.path), false);
            }
        }
    }
    may_answer(form, &asked, english, &mut text);
    may_leave_out(form, nameable, english, &mut text);
    let open: BTreeSet<&str> = missing.iter().map(|one| one.path.as_str()).collect();
    may_describe(form, exhibits, &open, english, &mut text);
    text
}

/// The table of what is said of each exhibit, once for all papers.
fn may_describe(
    form: &dyn Form,
    exhibits: Option<&BTreeMap<u64, String>>,
    open: &BTreeSet<&str>,
    english: bool,
    text: &mut String,
) {
    let Some(exhibits) = exhibits.filter(|exhibits| !exhibits.is_empty()) else { return };
    let _ = writeln!(text, "# {}", said(form, "may-describe", english));
    for (number, file) in exhibits {
        // A file name may hold anything, a line break too.
        let file: String = file.chars().map(|one| if one.is_control() { ' ' } else { one }).collect();
        let asked = |field: &str| match open
            .contains(format!("exhibits.{}.{field}", number.saturating_sub(1)).as_str())
        {
            true => format!("  # {}", said(form, "to-be-filled", english)),
            false => String::new(),
        };
        let _ = writeln!(text, "# [{EXHIBITS}.{number}]  # {file}");
        let _ = writeln!(text, "# name = \"\"\n# proves = \"\"{}", asked("proves"));
        let _ = writeln!(text, "# original = \"\"\n# left_out = true");
    }
}

/// Where `help.asked = true` (yes), fill in as well:
fn under(form: &dyn Form, condition: &Condition, english: bool) -> String {
    let words = choices_at(form, &condition.path);
    let of = |value: &Value| {
        let plain = value.as_array().and_then(|list| list.first()).unwrap_or(value);
        let plain = plain.as_str().map_or_else(|| plain.to_string(), str::to_owned);
        let word = words.iter().find(|one| one.value == plain);
        word.map_or(plain, |one| {
            let said = if english { &one.said.en } else { &one.said.zh };
            format!("{} ({said})", one.value)
        })
    };
    let each = condition.values.iter().any(|value| value.get(0).is_some_and(Value::is_object));
    let key = if each { "questions-each" } else { "questions-when" };
    let values = condition.values.iter().map(of).collect::<Vec<_>>().join(" | ");
    said(form, key, english).replace("{path}", &condition.path).replace("{values}", &values)
}

/// What every question of a file needs.
struct Page<'a> {
    form: &'a dyn Form,
    offered: &'a [Offered],
    english: bool,
}

impl Page<'_> {
    /// One question with what may stand there. `asked_below` where what belongs into it is asked place by place.
    fn question(&self, text: &mut String, one: &Missing, first: bool, asked_below: bool) {
        let (form, english) = (self.form, self.english);
        let pick = |fixed: &Fixed| if english { fixed.en.clone() } else { fixed.zh.clone() };
        let asked = one.asked_by.as_ref().map(|by| format!(" ({by})")).unwrap_or_default();
        let _ = writeln!(text, "# {}{asked}", pick(&one.label).replace(['\n', '\r'], " "));
        for choice in choices_at(form, &one.path) {
            let _ = writeln!(text, "#   {}  {}", choice.value, pick(&choice.said));
        }
        let offered = self.offered.iter().find(|offered| offered.field == one.path);
        for known in offered.into_iter().flat_map(|offered| &offered.values) {
            let name = known.name.as_ref().map(|name| format!("  {name}")).unwrap_or_default();
            let _ = writeln!(text, "#   {}", format!("{}{name}", known.value).replace(['\n', '\r'], " "));
        }
        if hold_at(form, &one.path) == Hold::Sealed {
            // What the file alone says is put into the file, and not here.
            let _ = writeln!(text, "# {}", said(form, "from-file", english));
        } else if !first {
            let above = said(form, "questions-above", english).replace("{path}", &one.path);
            let _ = writeln!(text, "# {above}");
        } else if kind_at(form, &one.path) == AnswerKind::Tables {
            // A list that is opened here could not be continued place by place below: TOML gives a name once.
            if !asked_below {
                // What a person says of the first place; the others go on with 1, 2 and so on.
                for line in fields_of(form, &one.path) {
                    let _ = writeln!(text, "# {line}");
                }
            }
        } else {
            let _ = writeln!(text, "{}", answer_line(kind_at(form, &one.path), &one.path));
        }
    }
}

/// One line for each answer of the first place of a list of tables.
fn fields_of(form: &dyn Form, path: &str) -> Vec<String> {
    let schema = form.schema().to_value();
    let here = schema_at(&schema, &format!("{path}.0"));
    let fields = here.and_then(|here| here.get("properties")).and_then(Value::as_object);
    let places = fields.into_iter().flatten().map(|(name, _)| format!("{path}.0.{name}"));
    let asked = places.filter(|place| hold_at(form, place) != Hold::Sealed);
    asked
        .filter(|place| !matches!(kind_at(form, place), AnswerKind::Table | AnswerKind::Tables))
        .map(|place| answer_line(kind_at(form, &place), &place).trim_start_matches("# ").to_owned())
        .collect()
}

/// What nobody has to answer and a person may, with its choices.
fn may_answer(form: &dyn Form, asked: &BTreeSet<&str>, english: bool, text: &mut String) {
    let mut open = claims(form);
    open.retain(|one| !asked.contains(one.path.as_str()));
    open.extend(optional(form, asked));
    if open.is_empty() {
        return;
    }
    let _ = writeln!(text, "# ── {}", said(form, "questions-optional", english));
    let pick = |fixed: &Fixed| if english { fixed.en.clone() } else { fixed.zh.clone() };
    for one in open {
        let _ = writeln!(text, "# {}", pick(&one.label).lines().next().unwrap_or_default());
        for choice in choices_at(form, &one.path) {
            let _ = writeln!(text, "#   {}  {}", choice.value, pick(&choice.said));
        }
        let _ = writeln!(text, "{}", answer_line(kind_at(form, &one.path), &one.path));
    }
}

/// What the form names, one line each, and the line by which some of it is left out: filled in as it stands.
fn may_leave_out(form: &dyn Form, offered: &[Nameable], english: bool, text: &mut String) {
    if offered.is_empty() {
        return;
    }
    let _ = writeln!(text, "# {}", said(form, "may-leave-out", english));
    for one in offered {
        let named = one.named(form);
        let named = if english { named.en } else { named.zh };
        let first = one.first.as_ref().map(|day| format!(" {day}")).unwrap_or_default();
        let out = if one.left_out {
            format!(" ({})", said(form, "nameable-left-out", english))
        } else {
            String::new()
        };
        let _ = writeln!(text, "#   {} {named}{first}{out}", one.id);
    }
    let out: Vec<String> =
        offered.iter().filter(|one| one.left_out).map(|one| format!("\"{}\"", one.id)).collect();
    let _ = writeln!(text, "# left_out = [{}]", out.join(", "));
}

/// A text of the form, in one language.
fn said(form: &dyn Form, key: &str, english: bool) -> String {
    let words = crate::choices::text(form, key).unwrap_or_default();
    if english { words.en } else { words.zh }
}

/// Left out where nothing is entered, so that a file that was not filled in changes nothing.
fn answer_line(kind: AnswerKind, path: &str) -> String {
    let value = match kind {
        AnswerKind::Text => "\"\"",
        AnswerKind::Choice => "true",
        AnswerKind::List => "[\"\"]",
        AnswerKind::Number => "0",
        AnswerKind::Numbers => "[0]",
        AnswerKind::Table | AnswerKind::Tables => "{}",
    };
    format!("# {path} = {value}")
}

#[cfg(test)]
mod tests {
    use super::{AnswerKind, Questions, conditions, kind_at, questionnaire, trials};
    use crate::sealed::{Hold, hold_at};
    use crate::{Form, find, forms, merge};
    use redress_paper::{Edition, Standing};
    use serde_json::{Value, json};
    use std::collections::BTreeMap;

    #[test]
    fn the_kind_of_an_answer_comes_from_the_schema() {
        let form = find("complaint-defamation").unwrap();
        for (path, kind) in [
            ("court", AnswerKind::Text),
            ("mediation", AnswerKind::Choice),
            ("help.asked", AnswerKind::Choice),
            ("help.items", AnswerKind::List),
            ("prosecutors.0.name", AnswerKind::Text),
            ("defendants.0.person.phone", AnswerKind::Text),
            ("loss_exhibits", AnswerKind::Numbers),
        ] {
            assert_eq!(kind_at(form, path), kind, "{path}");
        }
    }

    #[test]
    fn every_question_names_its_place() {
        let form = find("complaint-defamation").unwrap();
        let missing = form.lay(&json!({}), Edition::Chinese, Standing::Draft).unwrap().missing;
        let questions = Questions { missing: &missing, ..Questions::default() };
        let text = questionnaire(form, &questions, false);
        assert!(text.contains("[complaint-defamation]"));
        let asked = |one: &&redress_paper::Missing| {
            // A list of tables is asked place by place.
            let path = &one.path;
            text.contains(&format!("# {path} = ")) || text.contains(&format!("# {path}.0."))
        };
        let unasked: Vec<&str> =
            missing.iter().filter(|one| !asked(one)).map(|one| one.path.as_str()).collect();
        assert_eq!(unasked, ["statements"], "{text}");
        assert!(text.contains("案卷"), "{text}");
    }

    /// The table of the exhibits is TOML once the marks are taken away, and fits; a file name breaks out of no line.
    #[test]
    fn what_may_be_said_of_an_exhibit_is_offered_as_a_table_that_fits() {
        let form = find("evidence-list").unwrap();
        let named = [(1, "a.csv".to_owned()), (2, "b\n[c]\nd = 1".to_owned())];
        let named = BTreeMap::from(named);
        let asked = Questions { exhibits: Some(&named), ..Questions::default() };
        let text = questionnaire(form, &asked, true);
        let offered = text.lines().skip_while(|line| !line.starts_with("# [exhibits.1]"));
        let bare: Vec<&str> = offered.filter_map(|line| line.strip_prefix("# ")).collect();
        assert_eq!(bare.len(), 10, "{text}");
        assert!(bare.iter().filter(|line| line.ends_with(" = \"\"")).count() == 6, "{text}");
        assert!(text.contains("# [exhibits.2]  # b [c] d = 1"), "{text}");
    }

    /// A list is not opened in one line and continued in another: with every # taken away no name goes on where another ended.
    #[test]
    fn no_question_goes_on_where_another_ended() {
        let mut tables = 0;
        for form in forms() {
            let missing = form.lay(&json!({}), Edition::Chinese, Standing::Draft).unwrap().missing;
            let found = conditions(*form, &json!({}), &missing).unwrap();
            let asked = Questions { missing: &missing, conditions: &found, ..Questions::default() };
            let text = questionnaire(*form, &asked, false);
            assert!(!text.contains("[{}]"), "{text}");
            let lines = text.lines().filter_map(|line| line.strip_prefix("# ")?.split_once(" = "));
            let names: Vec<&str> = lines.map(|(name, _)| name).filter(|name| !name.contains(' ')).collect();
            for one in &names {
                let goes_on =
                    |other: &&str| other.strip_prefix(one).is_some_and(|rest| rest.starts_with('.'));
                assert_eq!(names.iter().copied().find(goes_on), None, "{}: {one}", form.id());
            }
            tables += names.iter().filter(|name| name.contains(".0.")).count();
        }
        assert!(tables > 10, "{tables}");
    }

    /// One round is enough: what an answer brings with it stands under it, with the words of every choice.
    #[test]
    fn what_an_answer_brings_with_it_is_asked_at_once() {
        let form = find("complaint-defamation").unwrap();
        let input = json!({});
        let missing = form.lay(&input, Edition::Chinese, Standing::Draft).unwrap().missing;
        let found = conditions(form, &input, &missing).unwrap();
        let asked = Questions { missing: &missing, conditions: &found, ..Questions::default() };
        let text = questionnaire(form, &asked, false);
        assert!(text.contains("# ── 如果 help.asked = true (是)，还要填写："), "{text}");
        let when = text.split_once("# ── 如果 help.asked = true (是)，还要填写：").unwrap().1;
        assert!(when.contains("# help.items = [\"\"]") && when.contains("# help.reason = \"\""), "{text}");
        assert!(text.contains("#   true  同意\n#   false  不同意\n# mediation = true"), "{text}");
        let english = questionnaire(form, &asked, true);
        assert!(english.contains("# ── Where help.asked = true (Yes), fill in as well:"), "{english}");
        // With every # before a name taken away it is TOML, and nothing is asked twice.
        let mut names: Vec<&str> = text
            .lines()
            .filter_map(|line| line.strip_prefix("# ")?.split_once(" = "))
            .map(|(name, _)| name)
            .collect();
        names.retain(|name| !name.contains(' '));
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all, "{text}");
    }

    /// Whatever a person answers first, with what stands under it answered as well, leaves nothing to ask but what only the
    /// case file gives.
    #[test]
    fn one_round_is_enough() {
        for form in forms() {
            let mut input = json!({});
            let missing = form.lay(&input, Edition::Chinese, Standing::Draft).unwrap().missing;
            let found = conditions(*form, &input, &missing).unwrap();
            let open = |path: &str| hold_at(*form, path) != Hold::Sealed;
            for one in missing.iter().filter(|one| open(&one.path)) {
                // The first answer that the form takes: not every body gives every notice. A table is first empty, and filled
                // by what stands under it.
                let taken = |value: &Value| {
                    let mut answered = input.clone();
                    answer(*form, &mut answered, &one.path, Some(value.clone()));
                    let left = form.lay(&answered, Edition::Chinese, Standing::Draft).unwrap().missing;
                    value.get(0).is_some_and(Value::is_object)
                        || left.iter().all(|left| left.path != one.path)
                };
                let first = trials(*form, &one.path).into_iter().find(taken);
                answer(*form, &mut input, &one.path, first.clone());
                let under = found.iter().filter(|known| known.path == one.path);
                for condition in
                    under.filter(|known| first.as_ref().is_some_and(|first| known.values.contains(first)))
                {
                    for one in condition.missing.iter().filter(|one| open(&one.path)) {
                        let first = trials(*form, &one.path).into_iter().next();
                        answer(*form, &mut input, &one.path, first);
                    }
                }
            }
            let left = form.lay(&input, Edition::Chinese, Standing::Draft).unwrap().missing;
            let left: Vec<&str> =
                left.iter().map(|one| one.path.as_str()).filter(|path| open(path)).collect();
            assert_eq!(left, [""; 0], "{}", form.id());
        }
    }

    fn answer(form: &dyn Form, input: &mut Value, path: &str, value: Option<Value>) {
        let value = value.unwrap_or_else(|| match kind_at(form, path) {
            AnswerKind::List => json!(["某"]),
            AnswerKind::Number => json!(1),
            AnswerKind::Table => json!({}),
            _ if crate::shape_at(form, path) == crate::Shape::Day => json!("2026年4月20日"),
            _ if crate::shape_at(form, path) == crate::Shape::Phone => json!("13800000000"),
            _ => json!("某"),
        });
        let answers = path.rsplit('.').fold(value, |inner, step| json!({ step: inner }));
        merge(form, input, &answers).unwrap_or_else(|error| panic!("{} {path}: {error:?}", form.id()));
    }
}
