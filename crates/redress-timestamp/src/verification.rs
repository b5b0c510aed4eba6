//! Verifies a token: every check by itself, in the order of docs/timestamps.md.

use crate::binding::{self, Bound, Loose};
use crate::certificate::{Certificate, Holder};
use crate::checks;
use crate::imprint::Imprints;
use crate::path::{self, NoPath, Path};
use crate::query::Query;
use crate::report::{Check, Line, Outcome, Report};
use crate::signed::{Identifier, Signer};
use crate::token::{Answer, Token};
use redress_base::Finding;

/// What the token should answer.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    /// The digests of the bytes that should have been stamped.
    pub imprints: &'a dyn Imprints,
    /// The question, if it was kept: then imprint, nonce and policy are those that it asked for.
    pub query: Option<&'a Query>,
}

/// Whom the person trusts.
#[derive(Clone, Copy, Debug, Default)]
pub struct Trust<'a> {
    /// Roots: certificates that name themselves as their issuer. A path ends in one of them or nowhere.
    pub roots: &'a [Certificate],
    /// Certificates that only help to find a path: of issuers, or of the signer, where the token came without.
    pub others: &'a [Certificate],
}

/// Verifies an answer. Never refuses: whatever is wrong stands in the report.
///
/// Certificates are judged at the time in the token, which the signature covers, and not at the time of asking. So
/// it does not matter that a certificate has expired since, and it cannot be known whether a key was stolen since.
pub fn verify(answer: &Answer, asked: Asked<'_>, trust: Trust<'_>) -> Report {
    let status = checks::status(answer);
    let mut report = Report {
        schema: "redress/timestamp/1".to_owned(),
        form: answer.form,
        outcome: Outcome::NotCheckable,
        lines: vec![status],
        statement: None,
        existed_by: None,
        signer: None,
        issuers: Vec::new(),
        root: None,
    };
    match &answer.token {
        Some(token) => with_token(&mut report, token, asked, trust),
        None => report.lines.extend(Check::ALL.into_iter().skip(1).map(Line::unreached)),
    }
    report.outcome = Report::total(&report.lines);
    if report.holds() {
        report.existed_by = report.statement.as_ref().map(|statement| statement.latest.rounded_up());
    }
    report
}

fn with_token(report: &mut Report, token: &Token, asked: Asked<'_>, trust: Trust<'_>) {
    report.statement = Some(token.statement());
    report.lines.extend([
        checks::form(token),
        checks::imprint(token, asked),
        checks::nonce(token, asked.query),
        checks::policy(token, asked.query),
    ]);
    let Some((info, [])) = token.signed.signers.split_first() else {
        report.lines.extend(Check::ALL.into_iter().skip(5).map(Line::unreached));
        return;
    };
    let signer = match find_signer(info, token, trust) {
        Ok(signer) => signer,
        Err(finding) => {
            report.lines.push(Line::open(Check::Signer, *finding));
            report.lines.extend([Check::Usage, Check::Binding].map(Line::unreached));
            report.lines.push(checks::attributes(token, info));
            report.lines.extend([Check::Signature, Check::Path, Check::Authority].map(Line::unreached));
            report.lines.push(checks::revocation());
            return;
        }
    };
    let others = trust.others.iter().chain(token.certificates()).collect();
    let path = path::find(signer, trust.roots, others, token.info.time.at);
    report.signer = Some(signer.holder().clone());
    report.lines.extend([
        Line::holds(Check::Signer),
        checks::usage(signer),
        bound(info, signer, path.as_deref().ok()),
        checks::attributes(token, info),
        checks::signature(token, info, signer),
        path_line(&path),
        checks::authority(token, signer),
        checks::revocation(),
    ]);
    if let Ok(path) = path {
        let holders: Vec<Holder> = path.iter().map(|one| one.holder().clone()).collect();
        report.root = holders.last().cloned();
        let last = holders.len().saturating_sub(1);
        report.issuers = holders.into_iter().take(last).skip(1).collect();
    }
}

/// The certificate that the signer info names: the first at hand, those from elsewhere before those in the token.
fn find_signer<'a>(
    info: &Signer,
    token: &'a Token,
    trust: Trust<'a>,
) -> Result<&'a Certificate, Box<Finding>> {
    let Identifier::Issued(issuer, serial) = &info.identifier else {
        return Err(Box::new(Finding::error("timestamp-signer-by-key")));
    };
    let mut at_hand = trust.others.iter().chain(token.certificates());
    at_hand.find(|one| one.issuer == *issuer && one.serial == *serial).ok_or_else(|| {
        Box::new(Finding::error("timestamp-signer-missing").with("serial", serial.to_string()))
    })
}

fn bound(info: &Signer, signer: &Certificate, path: Option<&[&Certificate]>) -> Line {
    match binding::check(info, signer, path) {
        Ok(Bound::Firmly) => Line::holds(Check::Binding),
        Ok(Bound::BySha1) => {
            Line::holds(Check::Binding).noting(Some(Finding::note("timestamp-binding-sha-1")))
        }
        Err(Loose::Absent) => Line::fails(Check::Binding, Finding::error("timestamp-binding-absent")),
        Err(Loose::Misshapen) => Line::fails(Check::Binding, Finding::error("timestamp-binding-form")),
        Err(Loose::Other) => Line::fails(Check::Binding, Finding::error("timestamp-binding-other")),
        Err(Loose::Algorithm(algorithm)) => {
            let finding = Finding::error("timestamp-binding-algorithm").with("algorithm", algorithm);
            Line::open(Check::Binding, finding)
        }
    }
}

fn path_line(path: &Result<Path<'_>, NoPath>) -> Line {
    match path {
        Ok(_) => Line::holds(Check::Path),
        Err(NoPath::NoRoots) => Line::open(Check::Path, Finding::error("timestamp-no-roots")),
        Err(NoPath::Open(finding)) => Line::open(Check::Path, (**finding).clone()),
        Err(NoPath::Broken(finding)) => Line::fails(Check::Path, (**finding).clone()),
    }
}
