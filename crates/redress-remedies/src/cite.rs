//! Citations with the days on which the cited text is in force, and the instruments that are cited.
//!
//! A text that was not read against a source is marked `unverified`, and the mark travels to the page.

use redress_base::{Article, Date};
use redress_law::Doubt;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A dated citation.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Cite {
    /// The article.
    pub article: Article,
    /// First day on which the cited text is in force; absent where that day was not checked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub from: Option<Date>,
    /// Last day on which it is in force; absent while it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub until: Option<Date>,
    /// The wording was not checked against a text of the instrument.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unverified: bool,
    /// What else of the instrument was not checked: its first day, its end, its number.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub doubts: Vec<Doubt>,
}

impl Cite {
    /// Narrows to a paragraph or item.
    #[must_use]
    pub(crate) fn item(mut self, item: &str) -> Cite {
        self.article = self.article.item(item);
        self
    }

    /// The paragraph came into force later than the instrument.
    #[must_use]
    pub(crate) fn since(mut self, from: Date) -> Cite {
        self.from = Some(from);
        self
    }

    /// The wording rests on general knowledge, not on a text that was read.
    #[must_use]
    pub(crate) fn unverified(mut self) -> Cite {
        self.unverified = true;
        self
    }
}

/// An instrument, with its folder in the law book and its days in force.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Instrument {
    folder: &'static str,
    from: Option<Date>,
    until: Option<Date>,
    doubts: &'static [Doubt],
}

const fn since(folder: &'static str, year: i16, month: i8, day: i8) -> Instrument {
    Instrument { folder, from: Some(Date::constant(year, month, day)), until: None, doubts: &[] }
}

/// An instrument of which the first day was not checked.
const fn undated(folder: &'static str) -> Instrument {
    Instrument { folder, from: None, until: None, doubts: &[Doubt::From] }
}

impl Instrument {
    /// What of it was not checked: what its page of the book says (`unverified` in its `index.md`).
    const fn open(self, doubts: &'static [Doubt]) -> Instrument {
        Instrument { doubts, ..self }
    }
}

impl Instrument {
    /// One article of it.
    pub(crate) fn art(self, article: &str) -> Cite {
        Cite {
            article: Article::new(self.folder, article),
            from: self.from,
            until: self.until,
            unverified: false,
            doubts: self.doubts.to_vec(),
        }
    }
}

/// 刑法.
pub(crate) const CRIMINAL_LAW: Instrument = since("cn/criminal-law", 1997, 10, 1);
/// 刑事诉讼法.
pub(crate) const CRIMINAL_PROCEDURE: Instrument = since("cn/criminal-procedure-law", 2018, 10, 26);
/// 法释〔2021〕1号, on the Criminal Procedure Law.
pub(crate) const CRIMINAL_PROCEDURE_INTERPRETATION: Instrument = since("cn/fs-2021-1", 2021, 3, 1);
/// 法释〔2013〕21号, network defamation.
pub(crate) const NETWORK_DEFAMATION: Instrument = since("cn/fs-2013-21", 2013, 9, 10);
/// 法发〔2023〕14号, the Guiding Opinions.
pub(crate) const OPINIONS: Instrument = since("cn/opinions-2023-14", 2023, 9, 20);
/// 治安管理处罚法, the text in force to the end of 2025.
pub(crate) const PUBLIC_SECURITY_OLD: Instrument =
    Instrument { until: Some(Date::constant(2025, 12, 31)), ..undated("cn/psapl-2012") };
/// 治安管理处罚法, revised 2025-06-27.
pub(crate) const PUBLIC_SECURITY: Instrument = since("cn/psapl-2025", 2026, 1, 1);
/// 网络安全法, the text in force to the end of 2025.
pub(crate) const CYBERSECURITY_OLD: Instrument = Instrument {
    folder: "cn/csl-2017",
    from: Some(Date::constant(2017, 6, 1)),
    until: Some(Date::constant(2025, 12, 31)),
    doubts: &[],
};
/// 民法典.
pub(crate) const CIVIL_CODE: Instrument = since("cn/civil-code", 2021, 1, 1);
/// 法释〔2020〕15号, the Civil Code and earlier facts.
pub(crate) const CIVIL_CODE_TIME: Instrument = since("cn/fs-2020-15", 2021, 1, 1).open(&[Doubt::Number]);
/// 法释〔2024〕12号, the part on torts: guardians.
pub(crate) const TORT_INTERPRETATION: Instrument = since("cn/fs-2024-12", 2024, 9, 27);
/// 法释〔2014〕11号 as amended, personality rights on networks.
pub(crate) const NETWORK_TORT: Instrument = since("cn/fs-2014-11", 2021, 1, 1);
/// Limitation rules of the Supreme People's Court as amended 2020.
pub(crate) const LIMITATION_RULES: Instrument =
    since("cn/limitation-rules", 2021, 1, 1).open(&[Doubt::Number]);
/// 民事诉讼法; the in-force day of the 2023 text was not read on an official page.
pub(crate) const CIVIL_PROCEDURE: Instrument = undated("cn/civil-procedure-law");
/// The interpretation of the Civil Procedure Law, text of 2022-04-10.
pub(crate) const CIVIL_PROCEDURE_INTERPRETATION: Instrument = since("cn/cvpl-interpretation", 2022, 4, 10);
/// 法释〔2019〕19号, evidence in civil suits.
pub(crate) const CIVIL_EVIDENCE: Instrument = since("cn/fs-2019-19", 2020, 5, 1);
/// 诉讼费用交纳办法.
pub(crate) const FEES: Instrument = undated("cn/fees").open(&[Doubt::From, Doubt::Number]);
/// 行政复议法.
pub(crate) const RECONSIDERATION: Instrument = since("cn/reconsideration-law", 2024, 1, 1);
/// 行政诉讼法.
pub(crate) const ADMINISTRATIVE_SUIT: Instrument = undated("cn/administrative-suit-law");
/// 法释〔2018〕1号, on the Administrative Litigation Law.
pub(crate) const ADMINISTRATIVE_SUIT_INTERPRETATION: Instrument = since("cn/fs-2018-1", 2018, 2, 8);
/// 公安机关办理刑事案件程序规定 (2020).
pub(crate) const POLICE_CRIMINAL_RULES: Instrument = undated("cn/police-criminal-rules");
/// 公安机关办理行政案件程序规定 (text to the 2018 amendment).
pub(crate) const POLICE_ADMINISTRATIVE_RULES: Instrument =
    undated("cn/police-administrative-rules").open(&[Doubt::From, Doubt::End]);
/// 公通字〔2015〕32号, review of reports.
pub(crate) const POLICE_FILING_OPINION: Instrument = since("cn/gtz-2015-32", 2015, 11, 6);
/// 人民检察院刑事诉讼规则.
pub(crate) const PROCURATORATE_RULES: Instrument = since("cn/spp-rules", 2019, 12, 30);
/// 法律援助法.
pub(crate) const LEGAL_AID: Instrument = since("cn/legal-aid-law", 2022, 1, 1);
/// 个人信息保护法.
pub(crate) const PERSONAL_INFORMATION: Instrument = since("cn/pipl", 2021, 11, 1);
/// 未成年人保护法.
pub(crate) const MINORS: Instrument = since("cn/minors-law", 2021, 6, 1);
/// 妇女权益保障法.
pub(crate) const WOMEN: Instrument = since("cn/women-law", 2023, 1, 1);
/// 反家庭暴力法.
pub(crate) const DOMESTIC_VIOLENCE: Instrument = since("cn/anti-dv-law", 2016, 3, 1);
/// 法释〔2022〕17号, on protection orders.
pub(crate) const PROTECTION_ORDERS: Instrument = since("cn/fs-2022-17", 2022, 8, 1);
/// The interpretation on public-interest suits by procuratorates (2018 text; its amendment of 2020 was
/// not read).
pub(crate) const PUBLIC_INTEREST_SUITS: Instrument =
    undated("cn/public-interest-interpretation").open(&[Doubt::From, Doubt::End]);
/// 法释〔2025〕14号, jurisdiction of the internet courts.
pub(crate) const INTERNET_COURTS: Instrument = since("cn/fs-2025-14", 2025, 11, 1);
/// 法释〔2001〕7号 as amended 2020, mental damages.
pub(crate) const MENTAL_DAMAGES: Instrument = since("cn/fs-2001-7", 2021, 1, 1);
