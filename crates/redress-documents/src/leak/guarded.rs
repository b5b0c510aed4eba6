//! What must not survive in a text: values of every kind, each in the pieces by which it can be known.

use super::days;
use super::fold::fold;
use redress_base::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What kind of value came through.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum LeakKind {
    /// A name of a party, or a part of it.
    Name,
    /// A telephone, identity or licence number, or six digits of it in a row.
    Number,
    /// An address, or a part of it.
    Address,
    /// An employer, or the part of its name that tells it from others.
    Employer,
    /// An account by its name or number.
    Account,
    /// A link, or the part of one that points to a post or an account.
    Link,
    /// A day of birth.
    Birth,
    /// Something else of what identifies a party.
    Detail,
    /// The number of a post.
    Post,
    /// Eight characters in a row of a post.
    Quotation,
    /// Eight characters in a row of what a person wrote into the file.
    Written,
    /// The name of a file.
    File,
    /// The number of a paper of a body.
    Paper,
    /// A body below the provinces.
    Body,
    /// An exact day of this file.
    Day,
    /// Somebody who wrote into the file.
    Author,
    /// The number or the cover of the case.
    Case,
}

impl LeakKind {
    /// The code of its name: `"documents-leak-kind-name"`.
    pub fn code(self) -> String {
        let word = serde_json::to_value(self).ok();
        format!("documents-leak-kind-{}", word.as_ref().and_then(|word| word.as_str()).unwrap_or_default())
    }
}

/// How a piece has to stand to count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Edge {
    /// Anywhere.
    Free,
    /// Not inside a longer number.
    Digits,
    /// Not inside a longer word of Latin letters or digits.
    Word,
}

/// Every value that must not survive.
#[derive(Debug, Default)]
pub struct Guarded {
    pub(super) pieces: BTreeMap<String, (LeakKind, Edge)>,
    unsearched: BTreeSet<String>,
}

/// Characters below which a piece of Chinese would be found everywhere, and of Latin letters.
const SHORTEST: usize = 2;
const SHORTEST_LATIN: usize = 3;
/// Latin letters and digits below which a piece counts only as a word of its own.
const SAFE_LATIN: usize = 6;
/// Digits in a row of a number of a person that count.
const RUN: usize = 6;
/// Characters of an address part, and characters in a row of an address that count.
const PART: usize = 4;
const LONG_RUN: usize = 6;

impl Guarded {
    /// Nothing yet.
    pub fn new() -> Guarded {
        Guarded::default()
    }

    /// Pieces that are searched for.
    pub fn len(&self) -> usize {
        self.pieces.len()
    }

    /// Whether nothing is searched for.
    pub fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// Values too short to be told from ordinary writing: one character, two Latin letters, four digits.
    pub fn unsearched(&self) -> usize {
        self.unsearched.len()
    }

    /// One value as a whole.
    pub fn value(&mut self, kind: LeakKind, value: &str) {
        let piece = fold(value);
        let latin = piece.is_ascii();
        let digits = piece.bytes().all(|byte| byte.is_ascii_digit());
        let length = piece.chars().count();
        let least = if digits {
            PART + 1
        } else if latin {
            SHORTEST_LATIN
        } else {
            SHORTEST
        };
        if length < least {
            if length > 0 {
                self.unsearched.insert(piece);
            }
            return;
        }
        let edge = match (digits, latin) {
            (true, _) if length < PART + PART => Edge::Digits,
            (_, true) if length < SAFE_LATIN => Edge::Word,
            _ => Edge::Free,
        };
        self.piece(kind, piece, edge);
    }

    fn piece(&mut self, kind: LeakKind, piece: String, edge: Edge) {
        // The first kind stays: names before accounts, accounts before posts.
        self.pieces.entry(piece).or_insert((kind, edge));
    }

    /// The name of a person: the whole, the name without the surname, the words of a Latin name.
    pub fn name(&mut self, kind: LeakKind, name: &str) {
        self.value(kind, name);
        for word in name.split(|c: char| {
            c.is_whitespace() || matches!(c, '·' | '・' | ',' | '，' | '、' | ';' | '；' | '/')
        }) {
            self.value(kind, word);
            let mut chars = word.chars();
            let han = |c: &char| ('\u{3400}'..='\u{9FFF}').contains(c);
            if (3..=4).contains(&word.chars().count()) && chars.clone().all(|c| han(&c)) {
                chars.next();
                self.value(kind, chars.as_str());
            }
        }
    }

    /// A telephone, identity or licence number: the whole, and every six digits in a row. Six digits that read as a year
    /// and month are left to the seven and more around them: a month may be told.
    pub fn number(&mut self, kind: LeakKind, number: &str) {
        self.value(kind, number);
        let folded = fold(number);
        let digits: Vec<char> = folded.chars().collect();
        for run in digits.chunk_by(|a, b| a.is_ascii_digit() == b.is_ascii_digit()) {
            if !run.first().is_some_and(char::is_ascii_digit) {
                continue;
            }
            for window in run.windows(RUN) {
                let window: String = window.iter().collect();
                if !year_and_month(&window) {
                    self.piece(kind, window, Edge::Free);
                }
            }
            for window in run.windows(RUN + 1) {
                self.piece(kind, window.iter().collect(), Edge::Free);
            }
        }
    }

    /// An address or a name that begins with a place: the whole, its parts of four characters and more, and every six
    /// characters in a row. The province alone may be told.
    pub fn place(&mut self, kind: LeakKind, place: &str) {
        self.value(kind, place);
        let below = below_province(place);
        for part in parts(below) {
            if part.chars().count() >= PART {
                self.value(kind, &part);
            }
        }
        let folded: Vec<char> = fold(below).chars().collect();
        for window in folded.windows(LONG_RUN) {
            self.piece(kind, window.iter().collect(), Edge::Free);
        }
        // The digits of a door are in no way telling alone, those of a longer number are.
        self.number_runs(kind, place);
    }

    fn number_runs(&mut self, kind: LeakKind, text: &str) {
        for run in text.split(|c: char| !c.is_ascii_digit()).filter(|run| run.len() >= RUN) {
            self.number(kind, run);
        }
    }

    /// An employer: as a place, and what is left without the form of the enterprise.
    pub fn employer(&mut self, employer: &str) {
        self.place(LeakKind::Employer, employer);
        let bare = without_form(employer);
        self.value(LeakKind::Employer, bare);
        for part in parts(below_province(bare)) {
            if part.chars().count() > SHORTEST {
                self.value(LeakKind::Employer, &part);
            }
        }
    }

    /// A body: not where it is the highest or a provincial one.
    pub fn body(&mut self, name: &str) {
        let provincial = below_province(name);
        let lower =
            provincial.contains(['市', '县', '区', '旗', '州', '镇', '乡']) || provincial.len() == name.len();
        if lower && !name.starts_with("最高人民") && !name.starts_with("中华人民共和国") {
            self.value(LeakKind::Body, name);
            self.value(LeakKind::Body, provincial);
        }
    }

    /// A link: the whole, and every part of its path that can point to one post or account.
    pub fn link(&mut self, link: &str) {
        self.value(LeakKind::Link, link);
        let bare = link.split_once("://").map_or(link, |(_, rest)| rest);
        self.value(LeakKind::Link, bare);
        for part in bare.split(['/', '?', '&', '=', '#']).skip(1).filter(|part| part.len() >= SAFE_LATIN) {
            self.value(LeakKind::Link, part);
        }
    }

    /// Accounts as a person noted them: each word, with or without its platform.
    pub fn accounts(&mut self, noted: &str) {
        self.value(LeakKind::Account, noted);
        for word in noted.split(|c: char| {
            c.is_whitespace()
                || matches!(c, ',' | '，' | '、' | ';' | '；' | ':' | '：' | '（' | '）' | '(' | ')')
        }) {
            if word.contains("://") {
                self.link(word);
            }
            self.value(LeakKind::Account, word);
            if let Some((_, own)) = word.rsplit_once(['/', '@']) {
                self.value(LeakKind::Account, own);
            }
        }
    }

    /// The name of a file: with its folders, alone, and without its ending.
    pub fn file(&mut self, name: &str) {
        self.value(LeakKind::File, name);
        let last = name.rsplit(['/', '\\']).next().unwrap_or(name);
        self.value(LeakKind::File, last);
        if let Some((stem, _)) = last.rsplit_once('.').filter(|(stem, _)| stem.chars().count() >= PART) {
            self.value(LeakKind::File, stem);
        }
    }

    /// A day of this file. Its month may be told.
    pub fn day(&mut self, kind: LeakKind, day: Date) {
        for form in days::full(day) {
            // `…第178条` before a line that begins with `October 2026` is no 8 October: a month by its name stands free.
            let named = form.bytes().any(|byte| byte.is_ascii_alphabetic());
            self.piece(kind, form, if named { Edge::Digits } else { Edge::Free });
        }
        for form in days::partial(day) {
            self.piece(kind, form, Edge::Digits);
        }
    }

    /// One field of what identifies a party (`redress_case::DETAIL_FIELDS`).
    pub fn detail(&mut self, field: &str, value: &str) {
        match field {
            // A word of a form, the same for everybody.
            "sex" | "id-kind" => {}
            "name" | "representative" => self.name(LeakKind::Name, value),
            "phone" | "id-number" | "licence" => {
                self.number(LeakKind::Number, value);
                if let Some(born) = born(value) {
                    self.day(LeakKind::Birth, born);
                }
            }
            "address" | "household" | "birthplace" => self.place(LeakKind::Address, value),
            "employer" => self.employer(value),
            "accounts" => self.accounts(value),
            "birth" => match day_in(value) {
                Some(day) => self.day(LeakKind::Birth, day),
                None => self.value(LeakKind::Birth, value),
            },
            _ => {
                self.value(LeakKind::Detail, value);
                self.number_runs(LeakKind::Detail, value);
            }
        }
    }
}

/// `199802`: as likely a month as a piece of a number.
fn year_and_month(run: &str) -> bool {
    let month = run.get(4..).and_then(|month| month.parse::<u8>().ok());
    (run.starts_with("19") || run.starts_with("20")) && month.is_some_and(|month| (1..=12).contains(&month))
}

/// The day of birth inside an identity number of 18 digits (GB 11643-1999).
fn born(number: &str) -> Option<Date> {
    let folded = fold(number);
    if folded.len() != 18 {
        return None;
    }
    let part = |from, to| folded.get(from..to).and_then(|digits| digits.parse::<i16>().ok());
    let small = |from, to| part(from, to).and_then(|n| i8::try_from(n).ok());
    Date::new(part(6, 10)?, small(10, 12)?, small(12, 14)?).ok()
}

/// The first three numbers of a text, read as year, month and day.
fn day_in(text: &str) -> Option<Date> {
    let digits: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty()).collect();
    match digits.as_slice() {
        [y, m, d, ..] => Date::new(y.parse().ok()?, m.parse().ok()?, d.parse().ok()?).ok(),
        [one] if one.len() == 8 => {
            Date::new(one.get(..4)?.parse().ok()?, one.get(4..6)?.parse().ok()?, one.get(6..)?.parse().ok()?)
                .ok()
        }
        _ => None,
    }
}

/// What follows the province, and the whole where none leads.
fn below_province(place: &str) -> &str {
    for (end, c) in place.char_indices().take(9) {
        let after = place.get(end.saturating_add(c.len_utf8())..).unwrap_or_default();
        let head = place.get(..end).unwrap_or_default();
        let named = matches!(head, "北京" | "上海" | "天津" | "重庆");
        if c == '省' || (c == '区' && head.ends_with("自治")) || (c == '市' && named) {
            return after;
        }
    }
    place
}

/// A place cut after each rank of place and at every separator.
fn parts(place: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    for c in place.chars() {
        let Some(last) = found.last_mut() else { break };
        if c.is_alphanumeric() {
            last.push(c);
        }
        if !c.is_alphanumeric() || "市区县旗州镇乡村路街巷弄号栋幢室".contains(c) {
            found.push(String::new());
        }
    }
    found.retain(|part| !part.is_empty());
    found
}

/// The name of an enterprise without its form.
fn without_form(name: &str) -> &str {
    const FORMS: [&str; 8] =
        ["股份有限公司", "有限责任公司", "集团有限公司", "有限公司", "分公司", "公司", "合作社", "工作室"];
    FORMS.iter().find_map(|form| name.strip_suffix(form)).unwrap_or(name)
}
