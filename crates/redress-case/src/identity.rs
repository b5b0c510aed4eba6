//! Whether what identifies a party can be right: the check digit of an identity number or of a unified social credit code, the
//! day of birth, a lawyer's licence, a telephone number; what is typed for a day of birth and is none, or lies further back than
//! anybody lives. Doubts are told and stop nothing: papers have errors, and some persons
//! hold papers of another kind. No value is ever in a finding.

use crate::{Details, Kind, Party, Relation};
use redress_base::{Date, Finding};

/// Weights of the first seventeen digits (GB 11643-1999; ISO 7064, MOD 11-2).
const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/// What a unified social credit code is written with (GB 32100-2015): no I, O, S, V, Z.
const CODE: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";
/// Weights of its first seventeen characters: the powers of three modulo 31.
const CODE_WEIGHTS: [usize; 17] = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
/// Years that nobody is known to have lived.
const OLDEST: i16 = 130;
/// Digits of a lawyer's licence to practise.
const LICENCE: usize = 17;

impl Details {
    /// The day of birth, where it is written as a day: `1990-01-02`, `1990年1月2日`.
    pub fn birth(&self) -> Option<Date> {
        let written = self.get("birth")?.reveal();
        let parts: Vec<&str> = written.split(['-', '/', '.', '年', '月', '日']).map(str::trim).collect();
        let (year, month, day) = match parts.as_slice() {
            [year, month, day] | [year, month, day, ""] => (*year, *month, *day),
            _ => return None,
        };
        Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
    }

    /// What cannot be right, or does not agree, for this party on that day.
    pub fn doubts(&self, party: &Party, today: Date) -> Vec<Finding> {
        self.doubts_of(party.kind, party.relation, today)
    }

    /// The same of what was typed for somebody of whom nothing else is known yet.
    pub fn doubts_of(&self, kind: Kind, relation: Option<Relation>, today: Date) -> Vec<Finding> {
        let mut found = Vec::new();
        match kind {
            Kind::Natural => found.extend(self.number_doubt()),
            Kind::Legal | Kind::Unincorporated => {
                let wrong = self.credit_code().is_some_and(|code| !credit_code_checks(&code));
                found.extend(wrong.then(|| Finding::warning("case-credit-code-check")));
            }
        }
        let licence = self.get("licence").filter(|_| relation == Some(Relation::Lawyer));
        if licence.is_some_and(|licence| !licence_fits(licence.reveal())) {
            found.push(Finding::warning("case-licence-unfit"));
        }
        if self.get("phone").is_some_and(|phone| !dialable(phone.reveal())) {
            found.push(Finding::warning("case-phone-unfit"));
        }
        found.extend(self.birth_doubt(today));
        found
    }

    /// A day of birth is a day, and not further back than anybody has lived. That it has not come is no doubt but an error of
    /// its own.
    fn birth_doubt(&self, today: Date) -> Option<Finding> {
        self.get("birth")?;
        let Some(day) = self.birth() else { return Some(Finding::warning("case-birth-unread")) };
        let years = today.year().saturating_sub(day.year());
        (years > OLDEST).then(|| Finding::warning("case-birth-long-ago"))
    }

    /// Whether a name of a case shows who this is: their name stands in it.
    pub fn named_in(&self, cover: &str) -> bool {
        let plain = |text: &str| -> String {
            text.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
        };
        let name = self.get("name").map(|name| plain(name.reveal())).unwrap_or_default();
        name.chars().count() > 1 && plain(cover).contains(&name)
    }

    fn number_doubt(&self) -> Option<Finding> {
        let number = self.resident_number()?;
        if !checks(&number) {
            return Some(Finding::warning("case-id-number-check"));
        }
        let other = self.birth().zip(born(&number)).is_some_and(|(said, shown)| said != shown);
        other.then(|| Finding::warning("case-id-number-birth"))
    }

    /// The code of an organisation: its own number, else that of its licence, which is the same.
    fn credit_code(&self) -> Option<String> {
        let code = self.get("id-number").or_else(|| self.get("licence"))?;
        Some(code.reveal().chars().filter(|c| !c.is_whitespace()).collect())
    }

    /// The number of a resident's identity card: where the kind of paper says so, or says nothing.
    fn resident_number(&self) -> Option<String> {
        let kind = self.get("id-kind").map(|kind| kind.reveal().to_lowercase());
        let other = kind
            .is_some_and(|kind| !["身份证", "identity card", "id card"].iter().any(|one| kind.contains(one)));
        let number = self.get("id-number").filter(|_| !other)?;
        Some(number.reveal().chars().filter(|c| !c.is_whitespace()).collect())
    }
}

/// Eighteen characters whose last is the check of the others, with a day of birth that there is.
fn checks(number: &str) -> bool {
    let mut sum = 0;
    let mut digits = number.chars();
    for weight in WEIGHTS {
        let Some(digit) = digits.next().filter(char::is_ascii).and_then(|c| c.to_digit(10)) else {
            return false;
        };
        sum += weight * digit;
    }
    // The remainder r stands as (12 - r) mod 11; ten is written X.
    let last = (12 - sum % 11) % 11;
    let written = match digits.next() {
        Some('X' | 'x') => Some(10),
        Some(c) => c.to_digit(10).filter(|_| c.is_ascii()),
        None => None,
    };
    written == Some(last) && digits.next().is_none() && born(number).is_some()
}

/// Eighteen characters whose last is the check of the others (GB 32100-2015, MOD 31-3). Small letters are read as large ones.
fn credit_code_checks(code: &str) -> bool {
    let place = |c: char| CODE.chars().position(|known| known == c.to_ascii_uppercase());
    let mut sum = 0_usize;
    let mut signs = code.chars();
    for weight in CODE_WEIGHTS {
        let Some(value) = signs.next().and_then(place) else { return false };
        sum += weight * value;
    }
    let check = (31 - sum % 31) % 31;
    signs.next().and_then(place) == Some(check) && signs.next().is_none()
}

/// Seventeen digits; blanks between them do not matter.
fn licence_fits(written: &str) -> bool {
    let signs: Vec<char> = written.chars().filter(|c| !c.is_whitespace()).collect();
    signs.len() == LICENCE && signs.iter().all(char::is_ascii_digit)
}

/// The day of birth in the number: its seventh to fourteenth digit.
fn born(number: &str) -> Option<Date> {
    let part = |from: usize, to: usize| number.get(from..to);
    let (year, month, day) = (part(6, 10)?, part(10, 12)?, part(12, 14)?);
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// Telephone numbers as people write them, for a party and for a paper alike: digits with the signs that part them, three to
/// fifteen digits each (ITU-T E.164 allows fifteen), of one or of two columns' width; an extension behind 转; remarks in
/// brackets. Several are parted by commas.
pub fn dialable(written: &str) -> bool {
    let narrow = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        c => c,
    };
    let digits = |part: &str| part.chars().filter(char::is_ascii_digit).count();
    let signs = |part: &str| part.chars().all(|c| c.is_ascii_digit() || "+-() ".contains(c));
    let written: String = written.chars().map(narrow).collect();
    without_remarks(&written).split([',', ';', '、', '/']).all(|one| {
        let (number, extension) = one.split_once('转').unwrap_or((one, "0"));
        signs(number)
            && (3..=15).contains(&digits(number))
            && signs(extension)
            && (1..=8).contains(&digits(extension))
    })
}

/// The text without what stands in brackets and holds no digit: `13800000000 (same on WeChat)`.
fn without_remarks(written: &str) -> String {
    let (mut kept, mut rest) = (String::new(), written);
    while let Some((before, (inside, after))) =
        rest.split_once('(').and_then(|(before, behind)| Some((before, behind.split_once(')')?)))
    {
        kept.push_str(before);
        if inside.chars().any(|c| c.is_ascii_digit()) {
            kept.extend(["(", inside, ")"]);
        }
        rest = after;
    }
    kept + rest
}

#[cfg(test)]
mod tests {
    use crate::representation::tests::party;
    use crate::{Capacity, Details, Kind, Party, Relation};

    fn doubts_of(kind: Kind, relation: Option<Relation>, fields: &[(&str, &str)]) -> Vec<String> {
        let party = Party { kind, relation, ..party(1, Capacity::Victim) };
        let details = Details::read(fields.iter().copied()).unwrap();
        let today = redress_base::Date::constant(2026, 4, 20);
        details.doubts(&party, today).into_iter().map(|found| found.code).collect()
    }

    fn doubts(fields: &[(&str, &str)]) -> Vec<String> {
        doubts_of(Kind::Natural, None, fields)
    }

    #[test]
    fn a_cover_name_that_holds_a_name_is_seen() {
        let of = |cover: &str| Details::read([("name", "周某某")]).unwrap().named_in(cover);
        assert_eq!(["周某某", "周 某某的案子", "春天", "周某"].map(of), [true, true, false, false]);
        let english = Details::read([("name", "Zhou Moumou")]).unwrap();
        assert!(english.named_in("case of zhou moumou") && !english.named_in("Spring"));
        assert!(!Details::default().named_in("Spring"));
    }

    /// The example of GB 32100-2015; a letter that the code does not have; one sign too few; one changed wherever.
    #[test]
    fn the_code_of_an_organisation_checks() {
        const CODE: &str = "91350100M000100Y43";
        let of = |code: &str| doubts_of(Kind::Legal, None, &[("id-number", code)]);
        assert_eq!(of(CODE), [""; 0]);
        assert_eq!(of("91350100m000100y43"), [""; 0]);
        assert_eq!(doubts_of(Kind::Unincorporated, None, &[("licence", CODE)]), [""; 0]);
        for code in ["91350100M000100Y4", "91350100M000100Y430", "91350100I000100Y43", "某号"] {
            assert_eq!(of(code), ["case-credit-code-check"], "{code}");
        }
        for place in 0..CODE.len() {
            let mut signs: Vec<char> = CODE.chars().collect();
            signs[place] = if signs[place] == '7' { '8' } else { '7' };
            assert_eq!(of(&signs.iter().collect::<String>()), ["case-credit-code-check"], "{place}");
        }
        // A natural person has no such code, and an organisation no identity card.
        assert_eq!(doubts(&[("id-number", CODE)]), ["case-id-number-check"]);
        assert_eq!(of("11010519491231002X"), ["case-credit-code-check"]);
    }

    #[test]
    fn a_lawyers_licence_has_seventeen_digits() {
        let of = |relation, licence: &str| doubts_of(Kind::Natural, relation, &[("licence", licence)]);
        let lawyer = Some(Relation::Lawyer);
        assert_eq!(of(lawyer, "13301201000000000"), [""; 0]);
        assert_eq!(of(lawyer, "13301 2010 0000 0000"), [""; 0]);
        for licence in ["1330120100000000", "133012010000000001", "1330120100000000A"] {
            assert_eq!(of(lawyer, licence), ["case-licence-unfit"], "{licence}");
        }
        assert_eq!(of(Some(Relation::OtherAgent), "7"), [""; 0]);
    }

    /// The numbers of GB 11643-1999, whose annex computes them.
    #[test]
    fn the_numbers_of_the_standard_check() {
        for number in ["11010519491231002X", "11010519491231002x", "440524188001010014"] {
            assert_eq!(doubts(&[("id-number", number)]), Vec::<String>::new(), "{number}");
        }
        for number in
            ["110105194912310021", "11010519491231002", "110105194912310029X", "11010519491331002X", "甲"]
        {
            assert_eq!(doubts(&[("id-number", number)]), ["case-id-number-check"], "{number}");
        }
        // Another kind of paper has another number.
        assert_eq!(doubts(&[("id-kind", "护照"), ("id-number", "E12345678")]), Vec::<String>::new());
        assert_eq!(
            doubts(&[("id-kind", "居民身份证"), ("id-number", "E12345678")]),
            ["case-id-number-check"]
        );
    }

    #[test]
    fn the_day_of_birth_agrees_with_the_number() {
        let number = ("id-number", "11010519491231002X");
        for birth in ["1949-12-31", "1949年12月31日", "1949.12.31"] {
            assert_eq!(doubts(&[number, ("birth", birth)]), Vec::<String>::new(), "{birth}");
        }
        assert_eq!(doubts(&[number, ("birth", "1949-12-30")]), ["case-id-number-birth"]);
        assert_eq!(doubts(&[number, ("birth", "四十九年")]), ["case-birth-unread"]);
        for (birth, told) in [
            ("1896-01-01", &[][..]),
            ("1895-12-31", &["case-birth-long-ago"][..]),
            ("0026-04-20", &["case-birth-long-ago"]),
            ("1990-02-30", &["case-birth-unread"]),
            ("春天", &["case-birth-unread"]),
        ] {
            assert_eq!(doubts(&[("birth", birth)]), told, "{birth}");
        }
    }

    #[test]
    fn a_telephone_number_has_digits() {
        for phone in [
            "13912345678",
            "+86 139 1234 5678",
            "010-12345678、13912345678",
            "(0571) 110",
            "110",
            "010-12345678转80112",
            "12345, 010 5555555",
            "１３８００００００００",
            "13800000000（微信、电话同号）",
        ] {
            assert_eq!(doubts(&[("phone", phone)]), Vec::<String>::new(), "{phone}");
        }
        for phone in [
            "none",
            "12",
            "139123456781234567",
            "13912345678 after six",
            "1380000000x",
            "----- ",
            "（微信）",
            "010-12345678转",
            "13800000000（微信",
        ] {
            assert_eq!(doubts(&[("phone", phone)]), ["case-phone-unfit"], "{phone}");
        }
    }

    /// One digit changed, whichever and however, and the number does not check any more.
    #[test]
    fn a_changed_digit_is_seen() {
        for (place, by) in (0..17).flat_map(|place| (1..10).map(move |by| (place, by))) {
            let mut digits: Vec<char> = "440524188001010014".chars().collect();
            let old = digits[place].to_digit(10).unwrap();
            digits[place] = char::from_digit((old + by) % 10, 10).unwrap();
            let number: String = digits.into_iter().collect();
            assert_eq!(doubts(&[("id-number", &number)]), ["case-id-number-check"], "{number}");
        }
    }
}
