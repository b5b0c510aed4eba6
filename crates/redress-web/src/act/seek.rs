//! Looks for words: they are kept in the session under a number, and the address that the browser remembers has the number
//! alone. So nothing that somebody looked for stays in the history of the browser after they have left.

use crate::call::{Call, SOUGHT};
use crate::page::search::{number, search};
use crate::page::{book, register, statement_list};
use crate::reply::{Reply, Wrong};

/// The longest words that are looked for, in characters; more is cut, as the field cuts it.
const LONGEST: usize = 200;

/// Keeps the words and leads to what was found; whatever else narrows the search goes along in the address.
pub(crate) fn set(call: &Call<'_>) -> Result<Reply, Wrong> {
    let beside = call
        .form
        .iter()
        .filter(|(name, value)| !["token", "q", SOUGHT].contains(&name.as_str()) && !value.trim().is_empty());
    let beside: Vec<(String, String)> =
        beside.map(|(name, value)| (name.clone(), value.trim().to_owned())).collect();
    fits(&call.asking(&beside))?;
    let mut asked = form_urlencoded::Serializer::new(String::new());
    asked.extend_pairs(&beside);
    if let Some(words) = call.typed("q") {
        let words: String = words.chars().take(LONGEST).collect();
        if let Some(number) = call.app.sessions().seek(call.name, words) {
            asked.append_pair(SOUGHT, &number.to_string());
        }
    }
    let (asked, at) = (asked.finish(), found_at(call));
    // To what was found: without a place a browser stays where the form was scrolled to.
    Ok(Reply::See(if asked.is_empty() {
        format!("{}{at}", call.path)
    } else {
        format!("{}?{asked}{at}", call.path)
    }))
}

/// The place of the page at which what was found begins.
fn found_at(call: &Call<'_>) -> &'static str {
    match call.path {
        "/register" => "#cases",
        "/law" => "#book",
        "/law/facts" => "#facts",
        path if path == call.at("posts") => "#list",
        path if path == call.at("statements") => "#main",
        _ => "#enter",
    }
}

/// Whether the page that is led to can be asked this: what is unfit is told at its field, and not on the page that follows.
///
/// # Errors
/// `Usage`, naming the field.
fn fits(call: &Call<'_>) -> Result<(), Wrong> {
    number(call, call.query, "skip")?;
    match call.path {
        "/register" => register::asked(call).map(drop)?,
        "/law" => book::asked(call).map(drop)?,
        path if path == call.at("posts") => search(call, &*call.loaded()?, call.query).map(drop)?,
        path if path == call.at("statements") => statement_list::which(call).map(drop)?,
        _ => {}
    }
    Ok(())
}
