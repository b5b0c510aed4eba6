//! Reads JSON files: an array of objects, one object a line, one object, or an array inside one.

use crate::charset::Source;
use crate::csv_file::{Input, unknown};
use crate::draft::At;
use crate::engine::Engine;
use crate::formats::{self, Found};
use crate::json::{Fault as JsonFault, Keys, Scanner};
use crate::mapping::Mapping;
use crate::plan::Plan;
use crate::row::{Field, Form, Held, Row, hold};
use redress_base::{Fault, Finding, Place, Refusal, Span};

/// How the objects of a JSON file stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// `[ {…}, {…} ]`
    Array,
    /// `{…}` and another after it, usually on a line of its own.
    Lines,
    /// `{…}` alone.
    Object,
    /// `{ …, "key": [ {…} ] }`; the number is where the array begins.
    Inside(usize),
}

impl Shape {
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Shape::Lines => "jsonl",
            Shape::Array | Shape::Object | Shape::Inside(_) => "json",
        }
    }
}

/// Reads every object of a JSON file.
pub(crate) fn read(input: Input<'_>, engine: &mut Engine<'_>) -> Result<(), Refusal> {
    let records = input.mapping.and_then(|mapping| mapping.records.as_deref());
    let (shape, columns) =
        look(input.source, input.at, records).map_err(|fault| refusal(&input, 1, fault))?;
    let (shape, mapping) = match input.mapping {
        Some(mapping) => (shape, mapping),
        None => known(input.source, shape, &columns).ok_or_else(|| unknown(input.item, &columns))?,
    };
    engine.tally.report.format = format!("{}/{}", mapping.name, shape.word());
    engine.tally.report.variant = formats::variant(mapping, &columns);
    let mut objects = Objects { input, prepared: vec![Prepared::new(mapping, input.name)], current: 0 };
    match shape {
        Shape::Array => objects.array(input.at, engine),
        Shape::Inside(at) => objects.array(at, engine),
        Shape::Lines => objects.lines(engine),
        Shape::Object => {
            let mut scanner = Scanner::new(input.source, input.at);
            objects.one(&mut scanner, 1, &mut Vec::new(), engine).map_err(|stop| stop.refuse(&input, 1))
        }
    }
}

/// The format of the first object's keys; for one object, also of an array inside it.
pub(crate) fn known(
    source: Source<'_>,
    shape: Shape,
    columns: &[String],
) -> Option<(Shape, &'static Mapping)> {
    if let Some(mapping) = formats::by_columns(columns, Found::Objects(None)) {
        return Some((shape, mapping));
    }
    if shape != Shape::Object {
        return None;
    }
    formats::all().iter().filter_map(|format| format.records.as_deref()).find_map(|records| {
        let start = usize::from(source.bytes().starts_with(&[0xef, 0xbb, 0xbf])) * 3;
        let (shape, columns) = look(source, start, Some(records)).ok()?;
        Some((shape, formats::by_columns(&columns, Found::Objects(Some(records)))?))
    })
}

/// How the objects stand, and the keys of the first.
pub(crate) fn look(
    source: Source<'_>,
    at: usize,
    records: Option<&str>,
) -> Result<(Shape, Vec<String>), JsonFault> {
    let mut scanner = Scanner::new(source, at);
    if scanner.peek() == Some(b'[') {
        scanner.at += 1;
        return Ok((Shape::Array, first_keys(&mut scanner)?));
    }
    if let Some(records) = records {
        let inside = find_array(scanner, records)?;
        let Some(inside) = inside else { return Ok((Shape::Object, Vec::new())) };
        scanner.at = inside + 1;
        return Ok((Shape::Inside(inside), first_keys(&mut scanner)?));
    }
    let mut keys = scanner;
    scanner.value(0)?;
    let shape = if scanner.peek().is_some() { Shape::Lines } else { Shape::Object };
    Ok((shape, first_keys(&mut keys)?))
}

/// Where the array of this key of the outermost object begins.
fn find_array(mut scanner: Scanner<'_>, records: &str) -> Result<Option<usize>, JsonFault> {
    scanner.expect(b'{')?;
    if scanner.peek() == Some(b'}') {
        return Ok(None);
    }
    loop {
        let key = scanner.key()?;
        if scanner.is(key, records) && scanner.peek() == Some(b'[') {
            return Ok(Some(scanner.at));
        }
        scanner.value(1)?;
        if !scanner.more(b'}')? {
            return Ok(None);
        }
    }
}

/// The keys of the object that follows, if one does.
pub(crate) fn first_keys(scanner: &mut Scanner<'_>) -> Result<Vec<String>, JsonFault> {
    let mut names = Vec::new();
    match scanner.peek() {
        Some(b'{') => scanner.at += 1,
        Some(_) => return Ok(names),
        None => return Err(JsonFault::Cut(scanner.at)),
    }
    if scanner.peek() == Some(b'}') {
        return Ok(names);
    }
    loop {
        let key = scanner.key()?;
        if let Held::Text(name) = hold(scanner.source(), key) {
            names.push(name.into_owned());
        }
        scanner.value(1)?;
        if !scanner.more(b'}')? {
            return Ok(names);
        }
    }
}

/// The objects of one file. A file may hold objects of several formats, one after the other.
struct Objects<'m> {
    input: Input<'m>,
    prepared: Vec<Prepared<'m>>,
    current: usize,
}

/// A format made ready for the objects of one file.
struct Prepared<'m> {
    mapping: &'m Mapping,
    plan: Plan,
    keys: Keys,
    places: Vec<Option<usize>>,
}

impl<'m> Prepared<'m> {
    fn new(mapping: &'m Mapping, file_name: &str) -> Prepared<'m> {
        let plan = Plan::new(mapping, file_name);
        let mut keys = Keys::default();
        for (slot, path) in plan.slots.iter().enumerate() {
            keys.want(path, slot);
        }
        let places = (0..plan.slots.len()).map(Some).collect();
        Prepared { mapping, plan, keys, places }
    }

    /// Reads an object's wanted values; gives whether one stood twice.
    fn scan(&self, scanner: &mut Scanner<'_>, fields: &mut Vec<Field>) -> Result<bool, Stop> {
        fields.clear();
        fields.resize(self.plan.slots.len(), Field::MISSING);
        scanner.object(&self.keys, fields, 0).map_err(Stop::Json)
    }

    /// Whether every key that tells the format was there, be it null.
    fn is_of(&self, fields: &[Field]) -> bool {
        let there = |slot: &usize| fields.get(*slot).is_some_and(|field| field.form != Form::Missing);
        self.plan.must.iter().all(there)
    }
}

/// Why an object was not taken.
enum Stop {
    Json(JsonFault),
    Refused(Refusal),
}

impl Stop {
    fn refuse(self, input: &Input<'_>, row: u32) -> Refusal {
        match self {
            Stop::Json(fault) => refusal(input, row, fault),
            Stop::Refused(refusal) => refusal,
        }
    }
}

impl Objects<'_> {
    fn array(&mut self, at: usize, engine: &mut Engine<'_>) -> Result<(), Refusal> {
        let mut scanner = Scanner::new(self.input.source, at);
        let mut fields = Vec::new();
        let mut row = 0u32;
        let input = self.input;
        let wrong = |fault, row| refusal(&input, row, fault);
        scanner.expect(b'[').map_err(|fault| wrong(fault, 1))?;
        if scanner.peek() == Some(b']') {
            scanner.at += 1;
        } else {
            loop {
                row = row.saturating_add(1);
                self.one(&mut scanner, row, &mut fields, engine).map_err(|stop| stop.refuse(&input, row))?;
                if !scanner.more(b']').map_err(|fault| wrong(fault, row))? {
                    break;
                }
            }
        }
        // An array inside an object: the rest of the object must be whole too.
        if at != self.input.at {
            scanner = Scanner::new(self.input.source, self.input.at);
            scanner.value(0).map_err(|fault| wrong(fault, row))?;
        }
        match scanner.peek() {
            None => Ok(()),
            Some(_) => Err(wrong(JsonFault::Wrong(scanner.at), row)),
        }
    }

    /// One object a line. The lines are independent records, so a cut last line (the tool was stopped
    /// while writing) is reported and left out; a broken line before it refuses the file.
    fn lines(&mut self, engine: &mut Engine<'_>) -> Result<(), Refusal> {
        let mut scanner = Scanner::new(self.input.source, self.input.at);
        let mut fields = Vec::new();
        let mut row = 0u32;
        while scanner.peek().is_some() {
            row = row.saturating_add(1);
            let start = scanner.at;
            match self.one(&mut scanner, row, &mut fields, engine) {
                Ok(()) => {}
                Err(Stop::Json(JsonFault::Cut(at))) if self.line_end(start).is_none() => {
                    let place =
                        Place::Row { row: u64::from(row), start: start as u64, end: at as u64, field: None };
                    let span = Span { item: self.input.item, place };
                    let make =
                        || Finding::warning("posts-last-line-cut").with("row", u64::from(row)).at(span);
                    engine.tally.notice("posts-last-line-cut", make);
                    engine.skip();
                    return Ok(());
                }
                // A line that runs on into the next is cut where it ends.
                Err(Stop::Json(JsonFault::Cut(_))) => {
                    let end = self.line_end(start).unwrap_or(start);
                    return Err(refusal(&self.input, row, JsonFault::Cut(end)));
                }
                Err(stop) => return Err(stop.refuse(&self.input, row)),
            }
        }
        Ok(())
    }

    fn line_end(&self, start: usize) -> Option<usize> {
        let rest = self.input.source.bytes().get(start..)?;
        memchr::memchr(b'\n', rest).map(|at| start + at)
    }

    /// Reads one member of the list; what cannot be read is reported and skipped.
    fn one(
        &mut self,
        scanner: &mut Scanner<'_>,
        row: u32,
        fields: &mut Vec<Field>,
        engine: &mut Engine<'_>,
    ) -> Result<(), Stop> {
        let is_object = scanner.peek() == Some(b'{');
        let start = scanner.at;
        let mut problem = None;
        let mut changed = false;
        if !is_object {
            scanner.value(0).map_err(Stop::Json)?;
            problem = Some("posts-not-an-object");
        } else if let Some(prepared) = self.prepared.get(self.current) {
            let mut twice = prepared.scan(scanner, fields)?;
            if !prepared.is_of(fields) {
                scanner.at = start;
                match self.other(*scanner)? {
                    Some(other) => {
                        twice = other.scan(scanner, fields)?;
                        changed = true;
                    }
                    None => {
                        scanner.value(0).map_err(Stop::Json)?;
                        problem = Some("posts-object-of-another-kind");
                    }
                }
            }
            problem = problem.or(twice.then_some("posts-key-twice"));
        }
        let Ok(len) = u32::try_from(scanner.at - start) else {
            return Err(Stop::Json(JsonFault::TooLong(start)));
        };
        let at = At::Row { row, start: start as u64, len };
        let code = problem.or(changed.then_some("posts-format-changed"));
        if let Some(code) = code {
            let span = crate::engine::span(self.input.item, at, None);
            engine.tally.notice(code, || Finding::warning(code).with("row", u64::from(row)).at(span));
        }
        match self.prepared.get(self.current) {
            Some(now) if problem.is_none() => {
                let row = Row { source: self.input.source, fields, places: &now.places, at };
                engine.take(&now.plan, &row).map_err(Stop::Refused)
            }
            _ => {
                engine.skip();
                Ok(())
            }
        }
    }

    /// The format of an object that is not of the current one; it becomes the current one.
    fn other(&mut self, mut at_object: Scanner<'_>) -> Result<Option<&Prepared<'_>>, Stop> {
        let columns = first_keys(&mut at_object).map_err(Stop::Json)?;
        let own = self.prepared.get(self.current).and_then(|prepared| prepared.mapping.records.as_deref());
        let found = match self.input.mapping {
            Some(_) => None,
            None => formats::by_columns(&columns, Found::Objects(own)),
        };
        let Some(mapping) = found else { return Ok(None) };
        let known = self.prepared.iter().position(|prepared| prepared.mapping.name == mapping.name);
        self.current = known.unwrap_or_else(|| {
            self.prepared.push(Prepared::new(mapping, self.input.name));
            self.prepared.len() - 1
        });
        Ok(self.prepared.get(self.current))
    }
}

/// The refusal of a JSON file, with the object and the byte.
pub(crate) fn refusal(input: &Input<'_>, row: u32, fault: JsonFault) -> Refusal {
    let (code, byte) = match fault {
        JsonFault::Cut(at) => ("posts-json-cut", at),
        JsonFault::Wrong(at) => ("posts-json-wrong", at),
        JsonFault::Deep(at) => ("posts-json-deep", at),
        JsonFault::TooLong(at) => ("posts-cell-too-long", at),
    };
    let bytes = input.source.bytes().len();
    let (start, end) = (byte.min(bytes) as u64, (byte + 1).min(bytes) as u64);
    let place = Place::Row { row: u64::from(row), start, end, field: None };
    let finding = Finding::error(code).with("row", u64::from(row)).with("byte", byte);
    let finding = finding.with("limit", crate::arena::LONGEST);
    finding.at(Span { item: input.item, place }).refuse(Fault::Input)
}

/// Whether a text begins as JSON does.
pub(crate) fn is_json(source: Source<'_>, at: usize) -> bool {
    matches!(Scanner::new(source, at).peek(), Some(b'{' | b'['))
}
