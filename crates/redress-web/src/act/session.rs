//! What concerns the session alone: the language, the name, stopping for now, leaving.

use super::{back, unfit};
use crate::call::{Call, SOUGHT};
use crate::crisis::{Line, MOST};
use crate::library::{Touch, Visitor};
use crate::reply::{Reply, Wrong};
use redress_rights::{Object, UseCase};
use redress_words::Language;

/// The longest address at which somebody stops, in bytes.
const LONGEST_PAGE: usize = 500;

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
    // In the window of whoever reads for somebody the name is theirs, and it goes with the window.
    let reader = call.app.sessions().arranged(&call.session.visitor) && !call.session.spared;
    call.app.sessions().sign(call.name, by, !reader);
    Ok(Reply::See("/settings".to_owned()))
}

/// Chooses whether single keys do something, in this session.
pub(crate) fn keys(call: &Call<'_>) -> Result<Reply, Wrong> {
    let keyless = match call.required("keys")? {
        "off" => true,
        "on" => false,
        typed => return Err(unfit(call, "keys", typed).into()),
    };
    call.app.sessions().change(call.name, |session| session.keyless = keyless);
    Ok(Reply::See("/settings#keys".to_owned()))
}

/// Chooses whether words of posts are offered: nowhere, because somebody else reads; in this window alone; as before.
pub(crate) fn reader(call: &Call<'_>) -> Result<Reply, Wrong> {
    let (spared, lasting) = match call.required("reader")? {
        "other" => (true, true),
        "here" => (false, false),
        "nobody" => (false, true),
        typed => return Err(unfit(call, "reader", typed).into()),
    };
    // Whoever reads for somebody else makes entries of their own: not under the name of the person, and not under none.
    if !lasting && matches!(call.session.visitor, Visitor::Owner) {
        let by = call.required("by")?.to_owned();
        call.app.sessions().sign(call.name, Some(by), false);
    }
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
    call.app.library.keep_crisis_lines(&text)?;
    Ok(Reply::See("/settings#lines".to_owned()))
}

/// An address without what only this session knows: words that were looked for.
fn lasting(page: &str) -> String {
    let Some((path, asked)) = page.split_once('?') else { return page.to_owned() };
    let kept = form_urlencoded::parse(asked.as_bytes()).filter(|(name, _)| name != SOUGHT && name != "q");
    let kept = form_urlencoded::Serializer::new(String::new()).extend_pairs(kept).finish();
    if kept.is_empty() { path.to_owned() } else { format!("{path}?{kept}") }
}

/// Stops for now: the page is where one goes on.
pub(crate) fn stop(call: &Call<'_>) -> Result<Reply, Wrong> {
    // Nothing is noted of a case that there is not for this visitor.
    call.desk((UseCase::ViewMasked, Object::Case), Touch::Read, |_| Ok(()))?;
    let (case, page) = (call.case().to_owned(), lasting(call.typed("page").unwrap_or_default()));
    let below = page.strip_prefix(&call.at(""));
    if below.is_some_and(|below| below.is_empty() || below.starts_with('/') || below.starts_with('?'))
        && page.len() <= LONGEST_PAGE
    {
        call.app.sessions().stop(call.name, case, page);
    }
    Ok(Reply::See("/".to_owned()))
}

/// Ends the session at once.
pub(crate) fn leave(call: &Call<'_>) -> Result<Reply, Wrong> {
    call.app.sessions().end(call.name);
    Ok(Reply::See("/left".to_owned()))
}
