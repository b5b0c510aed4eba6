//! `redress items`: what is sealed in a case, with the numbers by which everything else names it.

use super::{Session, path, text};
use crate::documents_file::{ItemRow, Items};
use clap::ArgMatches;
use redress_base::Refusal;
use redress_store::Access;
use redress_workbench::clock_line;

/// Lists the sealed items, all or those whose name or format holds a word.
pub(crate) fn run(session: &Session<'_>, matches: &ArgMatches) -> Result<(), Refusal> {
    let (state, archives, stated) = session.at_desk(&path(matches, "case")?, Access::Read, |desk| {
        let (_, state) = desk.state()?;
        let archives = desk.web_archives(&state)?;
        let stated = desk.stated(&state, u64::MAX, None)?;
        Ok((state, archives, stated))
    })?;
    let wanted = text(matches, "search").unwrap_or_default().to_lowercase();
    let mut rows = Vec::new();
    for kept in state.items.values() {
        let item = &kept.item;
        if ![&item.name, &item.format, &item.source].iter().any(|one| one.to_lowercase().contains(&wanted)) {
            continue;
        }
        let role = serde_json::to_value(kept.role).ok().and_then(|role| role.as_str().map(str::to_owned));
        let role = role.unwrap_or_default();
        let what = session.words.say(&format!("report-role-{role}"), &[]);
        let day = item.sealed_at.at.beijing_date().map(|day| session.words.date(day)).unwrap_or_default();
        session.out.line(&format!(
            "{}  {what}  {}  ({}, {} B)  {day}",
            item.id, item.name, item.format, item.digests.bytes
        ));
        if let Some(line) = clock_line(item, session.words) {
            session.out.line(&format!("    {line}"));
        }
        let archive = archives.of.get(&item.id);
        for line in archive.into_iter().flat_map(|archive| archive.lines(session.words)) {
            session.out.line(&format!("    {line}"));
        }
        let says = stated.of.get(&item.id);
        for line in says.into_iter().flat_map(|says| says.lines(session.words)) {
            session.out.line(&format!("    {line}"));
        }
        let (archive, stated) = (archive.cloned(), says.cloned());
        rows.push(ItemRow { item: item.clone(), role: kept.role, by: kept.by.clone(), archive, stated });
    }
    stated.findings.iter().for_each(|finding| session.out.finding(finding));
    archives.findings.iter().for_each(|finding| session.out.finding(finding));
    session.out.say("cli-items-count", &[("count", rows.len().into())]);
    session.out.document(&Items { schema: "redress/items/1", items: rows });
    Ok(())
}
