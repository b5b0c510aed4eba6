//! The claims of a civil complaint (民法典 995, 1000, 1182, 1183, in force 2021-01-01; 法释〔2014〕11号 3 and 12, as of 2021-01-01).

use super::civil_complaint::CivilComplaintInput;
use super::complaint::choice;
use crate::Source;
use crate::parts::{MoneyPart, RespondentPart, StatementPart, recorded, yuan};
use redress_paper::{Block, Pen, Run};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What is claimed. What nobody said is not claimed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct CivilClaims {
    /// 停止侵害: deletion, blocking or disconnection of the statements named in the paper.
    pub stop: Option<bool>,
    /// 披露用户信息: the platform gives the court who stands behind the accounts (法释〔2014〕11号 3).
    pub disclose: Option<bool>,
    /// 赔礼道歉 (民法典 995, 1000).
    pub apology: Option<bool>,
    /// On which platform, in which place of it.
    pub apology_place: Option<String>,
    /// For how many days.
    pub apology_days: Option<u32>,
    /// 消除影响 (民法典 995, 1000).
    pub effects: Option<bool>,
    /// 恢复名誉 (民法典 995, 1000).
    pub reputation: Option<bool>,
    /// 精神损害抚慰金 (民法典 1183).
    pub mental: Option<bool>,
    /// How much, in whole yuan.
    pub mental_yuan: Option<u64>,
    /// 经济损失 (民法典 1182).
    pub losses: Vec<MoneyPart>,
    /// 合理开支 (法释〔2014〕11号 12).
    pub costs: Vec<MoneyPart>,
    /// The platform answers jointly for the harm that grew after a notice (民法典 1195).
    pub platform_joint: Option<bool>,
    /// Other claims.
    pub other: Vec<String>,
}

impl CivilClaims {
    /// What the file records as asked for.
    pub(super) fn of(source: &Source<'_>) -> CivilClaims {
        let types = recorded::words(source, "claim_types");
        let asked = |words: &[&str]| types.iter().any(|one| words.contains(&one.as_str())).then_some(true);
        CivilClaims {
            stop: asked(&["stop"]),
            disclose: recorded::truth(source, "disclosure_asked"),
            apology: asked(&["apology"]),
            effects: asked(&["eliminate-effects"]),
            reputation: asked(&["restore-reputation"]),
            mental: asked(&["mental-damages"]),
            losses: MoneyPart::all(source, &["property_loss", "treatment_costs", "income_lost"]),
            costs: MoneyPart::all(source, &["reasonable_costs", "lawyer_fees"]),
            ..CivilClaims::default()
        }
    }

    fn anything(&self) -> bool {
        let asked = [self.stop, self.disclose, self.apology, self.effects, self.reputation, self.mental];
        asked.contains(&Some(true))
            || !self.losses.is_empty()
            || !self.costs.is_empty()
            || !self.other.is_empty()
    }
}

/// Counts the claims as they are written.
struct Numbers(usize);

impl Numbers {
    fn next(&mut self) -> (&'static str, Vec<Run>) {
        self.0 = self.0.saturating_add(1);
        ("number", vec![Run::plain(self.0.to_string())])
    }
}

/// Lays the claims out.
pub(super) fn lay(input: &CivilComplaintInput, pen: &mut Pen<'_>) {
    pen.heading(1, "claims");
    pen.within("claims", |pen| {
        let mut numbers = Numbers(0);
        stop(input, pen, &mut numbers);
        disclose(input, pen, &mut numbers);
        apology(&input.claims, pen, &mut numbers);
        for (key, asked) in
            [("claim-effects", input.claims.effects), ("claim-reputation", input.claims.reputation)]
        {
            if asked == Some(true) {
                let runs = pen.say_with(key, &[numbers.next()]);
                pen.paragraph(runs);
            }
        }
        money(input, pen, &mut numbers);
        if input.claims.platform_joint == Some(true) {
            let platforms = vec![Run::filled(input.platform_names().join("、"))];
            let runs = pen.say_with("claim-platform-joint", &[numbers.next(), ("platforms", platforms)]);
            pen.paragraph(runs);
        }
        for other in &input.claims.other {
            let words = vec![Run::filled(other.as_str())];
            let runs = pen.say_with("claim-other", &[numbers.next(), ("words", words)]);
            pen.paragraph(runs);
        }
        if !input.claims.anything() {
            each_asked(input, pen);
        }
        let runs = pen.say_with("claim-fees", &[numbers.next()]);
        pen.paragraph(runs);
    });
    stop_by_nobody(input, pen);
}

/// While nothing is claimed, each claim that can be is asked by its own name; where nobody wants any of them, for another one
/// (民事诉讼法 122, in force 2024-01-01, day unverified: a suit has a specific claim).
fn each_asked(input: &CivilComplaintInput, pen: &mut Pen<'_>) {
    let claims = &input.claims;
    // Whether the user of an account is to be named is asked where that user is unknown, and of a platform alone.
    let discloses = input.unknown_users.is_empty() && !input.platforms.is_empty();
    let each = [
        ("field-claims-stop", "stop", claims.stop.is_none()),
        ("field-claims-disclose", "disclose", claims.disclose.is_none() && discloses),
        ("field-claims-apology", "apology", claims.apology.is_none()),
        ("field-claims-effects", "effects", claims.effects.is_none()),
        ("field-claims-reputation", "reputation", claims.reputation.is_none()),
        ("field-claims-mental", "mental", claims.mental.is_none() && !input.claimant.organisations_alone()),
    ];
    let open: Vec<(&str, &str)> =
        each.into_iter().filter(|(.., open)| *open).map(|(key, field, _)| (key, field)).collect();
    let last = [("claim-any", "other")];
    for (key, field) in if open.is_empty() { &last[..] } else { &open[..] } {
        let runs = pen.absent(key, field);
        pen.paragraph(runs);
    }
}

/// Each of the users is asked to delete what is laid to them, and nothing else; the platform answers for its service
/// (民法典 1194 and 1195, in force 2021-01-01).
fn stop(input: &CivilComplaintInput, pen: &mut Pen<'_>, numbers: &mut Numbers) {
    if input.claims.stop != Some(true) {
        return;
    }
    let runs = pen.say_with("claim-stop", &[numbers.next()]);
    pen.paragraph(runs);
    let mut items = Vec::new();
    for statement in &input.statements {
        let names = input.names_of(statement);
        if names.is_empty() && input.platform_names().is_empty() {
            continue;
        }
        let mut runs = Vec::new();
        if !names.is_empty() {
            runs = pen.say_with("claim-stop-user", &[("names", vec![Run::filled(names.join("、"))])]);
        }
        runs.extend(statement.located(pen));
        items.push(runs);
    }
    places(pen, items);
    let platforms = input.platform_names();
    if !platforms.is_empty() {
        let platforms = vec![Run::filled(platforms.join("、"))];
        let runs = pen.say_with("claim-stop-platform", &[("platforms", platforms)]);
        pen.paragraph(runs);
    }
}

/// Whether the claims speak of posts that stand in the account sheet.
pub(super) fn names_copies(input: &CivilComplaintInput) -> bool {
    input.claims.stop == Some(true) && !input.platform_names().is_empty()
}

/// The mark for statements that are to be deleted and that nobody who is sued published: nobody could be ordered to.
fn stop_by_nobody(input: &CivilComplaintInput, pen: &mut Pen<'_>) {
    let asked = input.claims.stop == Some(true) && input.platform_names().is_empty();
    if asked && input.statements.iter().any(|one| input.names_of(one).is_empty()) {
        let runs = pen.absent("claim-stop-nobody", "publishers");
        pen.paragraph(runs);
    }
}

/// A list of places, where there are any.
pub(super) fn places(pen: &mut Pen<'_>, items: Vec<Vec<Run>>) {
    if !items.is_empty() {
        pen.block(Block::List { ordered: true, items });
    }
}

/// Whether the court may be asked for it: only a provider that is sued is ordered to say who its user is (法释〔2014〕11号 3, as of
/// 2021-01-01; 民法典 1195, in force 2021-01-01).
pub(super) fn disclosed(input: &CivilComplaintInput) -> bool {
    input.claims.disclose == Some(true) && !input.platform_names().is_empty()
}

fn disclose(input: &CivilComplaintInput, pen: &mut Pen<'_>, numbers: &mut Numbers) {
    if disclosed(input) {
        let platforms = vec![Run::filled(input.platform_names().join("、"))];
        let runs = pen.say_with("claim-disclose", &[numbers.next(), ("platforms", platforms)]);
        pen.paragraph(runs);
        let items = undisclosed(input);
        if items.is_empty() {
            let runs = pen.absent("claim-disclose-accounts", "disclose");
            pen.paragraph(runs);
        }
        places(pen, items);
    } else if input.claims.disclose == Some(true) {
        let runs = pen.absent("claim-disclose-platform", "disclose");
        pen.paragraph(runs);
    } else if input.claims.disclose.is_none() && !input.unknown_users.is_empty() {
        // 法释〔2014〕11号 3: the court orders the platform only on the plaintiff's request; so the paper asks for a decision.
        let mut runs = pen.say("claim-disclose-label");
        runs.extend(choice(pen, "claim-disclose-label", "disclose", None, ("yes", "no")));
        pen.paragraph(runs);
    }
}

/// The accounts of which it is asked who uses them: those of unknown users, and those that posted first what is laid to
/// nobody.
fn undisclosed(input: &CivilComplaintInput) -> Vec<Vec<Run>> {
    let unknown = || input.unknown_users.iter();
    let accounts = RespondentPart::accounts_of(unknown());
    let mut lines: Vec<String> =
        accounts.into_iter().map(|one| format!("{}：{}", one.platform, one.account)).collect();
    let nobodys = |one: &&StatementPart| {
        input
            .publishers
            .iter()
            .any(|part| part.statement == one.id && part.parties.is_empty() && !part.elsewhere)
    };
    for one in input.statements.iter().filter(nobodys) {
        let line =
            one.platform.iter().zip(&one.account).map(|(platform, account)| format!("{platform}：{account}"));
        lines.extend(line);
    }
    lines.sort();
    lines.dedup();
    let mut items: Vec<Vec<Run>> = lines.into_iter().map(|line| vec![Run::named(line)]).collect();
    items.extend(unknown().filter_map(|one| one.named_accounts.as_deref()).map(|one| vec![Run::filled(one)]));
    items
}

fn apology(claims: &CivilClaims, pen: &mut Pen<'_>, numbers: &mut Numbers) {
    if claims.apology != Some(true) {
        return;
    }
    let place = pen.value("apology-place", "apology_place", claims.apology_place.as_deref());
    let days = claims.apology_days.map(|days| days.to_string());
    let days = pen.value("apology-days", "apology_days", days.as_deref());
    let runs = pen.say_with("claim-apology", &[numbers.next(), ("place", place), ("days", days)]);
    pen.paragraph(runs);
}

fn money(input: &CivilComplaintInput, pen: &mut Pen<'_>, numbers: &mut Numbers) {
    let claims = &input.claims;
    if claims.mental == Some(true) {
        // 法释〔2001〕7号 (as of 2021-01-01): no mental damages for legal persons and other organisations.
        let sum = match claims.mental_yuan {
            _ if input.claimant.organisations_alone() => pen.absent("mental-organisation", "mental"),
            Some(sum) => vec![Run::filled(yuan(pen, sum))],
            None => pen.absent("mental-yuan", "mental_yuan"),
        };
        let runs = pen.say_with("claim-mental", &[numbers.next(), ("sum", sum)]);
        pen.paragraph(runs);
    }
    for (key, field, all) in
        [("claim-losses", "losses", &claims.losses), ("claim-costs", "costs", &claims.costs)]
    {
        if !all.is_empty() {
            let sums = MoneyPart::lay_all(pen, field, all, &input.exhibits);
            let runs = pen.say_with(key, &[numbers.next(), ("sums", sums)]);
            pen.paragraph(runs);
        }
    }
}
