//! `redress notices`: what is owed to whom, until when, what was served and how, and its proof.

use super::{Session, path, today};
use crate::documents_file::Notices;
use clap::ArgMatches;
use redress_base::Refusal;
use redress_facts::Vocabulary;
use redress_law::Book;
use redress_store::Access;
use redress_workbench::NoticeRow;

/// Lists the notices of a case, the overdue ones first.
pub(crate) fn run(session: &Session<'_>, matches: &ArgMatches) -> Result<(), Refusal> {
    let calendar = super::due::calendar(matches)?;
    let (day, words) = (today(matches)?, Vocabulary::standard());
    let mut opened = session.open(&path(matches, "case")?, Access::Read)?;
    let mut rows = session.at(&mut opened, |desk| desk.notices(Book::standard(), &words, &calendar, day))?;
    rows.retain(|row| opened.only.is_none_or(|only| only == row.item.who));
    if rows.is_empty() {
        session.out.say("cli-notices-none", &[]);
    }
    rows.iter().for_each(|row| show(session, row));
    session.out.document(&Notices { schema: "redress/notices/1", notices: rows });
    Ok(())
}

fn show(session: &Session<'_>, row: &NoticeRow) {
    let item = &row.item;
    let state = session.words.say(&format!("cli-due-is-{}", item.state.word()), &[]);
    let who = session.words.say(&format!("remedies-who-{}", item.who.word()), &[]);
    let title = session.label(&item.title.zh, &item.title.en);
    let day = item.day.map_or_else(|| session.words.say("cli-due-now", &[]), |day| session.words.date(day));
    session.out.head(&format!("{state}  {title}"));
    session.out.line(&format!("    {who} · {day}  ({})", item.names.join(", ")));
    let cites: Vec<String> = item.cites.iter().map(|cite| session.words.article(cite)).collect();
    session.out.line(&format!("    {}", cites.join("; ")));
    for served in &row.served {
        let notice = &served.notice;
        let how = session.words.say(&format!("case-served-{}", notice.service.word()), &[]);
        let proof = notice.proof.map_or_else(
            || session.words.say("cli-notices-unproven", &[]),
            |item| session.words.say("cli-notices-proof", &[("item", item.to_string().into())]),
        );
        let by = notice.by.name.clone().unwrap_or_default();
        let on = session.words.date(notice.on);
        session.out.line(&format!("    + {on}  → {}  {how}  {by}  {proof}  #{}", notice.to, served.entry));
    }
    if !row.owed_to.is_empty() {
        let to: Vec<String> = row.owed_to.iter().map(ToString::to_string).collect();
        session.out.say("cli-notices-owed-to", &[("parties", to.join(", ").into())]);
    }
    for mark in item.marks.iter().filter(|mark| !mark.code.starts_with("calendar-")) {
        session.out.line(&format!("    · {}", session.say_mark(mark)));
    }
}
