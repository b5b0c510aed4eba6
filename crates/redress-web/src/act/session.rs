//! What concerns the session alone: the language, the name, stopping for now, leaving.

use super::{back, unfit};
use crate::call::Call;
use crate::crisis::{Line, MOST};
use crate::library::Local;
use crate::reply::{Reply, Wrong};
use redress_words::Language;

/// Chooses the language.
pub(crate) fn language(call: &Call<'_>) -> Result<Reply, Wrong> {
    let typed = call.required("language")?;
    let language = match typed {
        "en" => Language::En,
        "zh-Hans" => Language::ZhHans,
        _ => return Err(unfit(call, "language", typed).into()),
    };
    call.app.sessions().change(call.name, |session| session.language = Some(language));
    Ok(Reply::See(back(call, "/")))
}

/// Chooses the name under which entries are made.
pub(crate) fn name(call: &Call<'_>) -> Result<Reply, Wrong> {
    let by = call.typed("by").map(str::to_owned);
    call.app.sessions().change(call.name, |session| session.by = by);
    Ok(Reply::See("/settings".to_owned()))
}

/// Chooses whether words of posts are offered: nowhere, because somebody else reads; in this window alone; as before.
pub(crate) fn reader(call: &Call<'_>) -> Result<Reply, Wrong> {
    let (spared, lasting) = match call.required("reader")? {
        "other" => (true, true),
        "here" => (false, false),
        "nobody" => (false, true),
        typed => return Err(unfit(call, "reader", typed).into()),
    };
    call.app.sessions().spare(call.name, spared, lasting);
    Ok(Reply::See("/settings#reader".to_owned()))
}

/// Writes the crisis lines anew.
pub(crate) fn lines(call: &Call<'_>) -> Result<Reply, Wrong> {
    let column = |name: &'static str| call.every(name).map(str::to_owned).collect::<Vec<String>>();
    let (zh, en) = (column("name-zh"), column("name-en"));
    let (hours, checked) = (column("hours"), column("checked"));
    let at = |column: &[String], row: usize| column.get(row).cloned().unwrap_or_default();
    let rows = column("line-number").into_iter().enumerate().map(|(row, number)| Line {
        number,
        name_zh: at(&zh, row),
        name_en: at(&en, row),
        hours: at(&hours, row),
        checked: at(&checked, row),
    });
    let lines: Vec<Line> = rows.filter(|line| !line.number.is_empty()).take(MOST).collect();
    let text = crate::crisis::write(lines)?;
    call.app.library.keep_local(&call.session.visitor, Local::CrisisLines, &text)?;
    Ok(Reply::See("/settings#lines".to_owned()))
}

/// Stops for now: the page is where one goes on.
pub(crate) fn stop(call: &Call<'_>) -> Result<Reply, Wrong> {
    let (case, page) = (call.case().to_owned(), call.typed("page").unwrap_or_default().to_owned());
    if page.starts_with(&call.at("")) {
        call.app.sessions().stop(call.name, case, page);
    }
    Ok(Reply::See("/".to_owned()))
}

/// Ends the session at once.
pub(crate) fn leave(call: &Call<'_>) -> Result<Reply, Wrong> {
    call.app.sessions().end(call.name);
    Ok(Reply::See("/left".to_owned()))
}
