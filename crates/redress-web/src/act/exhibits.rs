//! Keeps what whoever signs says of the exhibits: all that the form showed, or nothing.

use super::unfit;
use crate::call::Call;
use crate::page::exhibits::{EXHIBIT, SAYABLE, SHOWN, numbers};
use crate::reply::{Reply, Wrong};
use redress_forms::EXHIBITS;

/// Keeps them, and stays on the page.
pub(crate) fn keep(call: &Call<'_>) -> Result<Reply, Wrong> {
    let known = numbers(call)?;
    let mut typed = Vec::new();
    for shown in call.every(SHOWN) {
        let number = shown.parse().ok().filter(|number: &u64| known.contains(number));
        let number = number.ok_or_else(|| unfit(call, SHOWN, shown))?;
        for (field, most) in SAYABLE {
            let said = call.typed(&format!("{EXHIBIT}{number}.{field}")).unwrap_or_default();
            if said.chars().count() > most {
                return Err(unfit(call, &format!("exhibit-{field}"), said).into());
            }
            typed.push((format!("{number}.{field}"), said.to_owned()));
        }
        let left_out = call.typed(&format!("{EXHIBIT}{number}.left_out")) == Some("yes");
        typed.push((format!("{number}.left_out"), if left_out { "yes".to_owned() } else { String::new() }));
    }
    call.app.sessions().answer(call.name, call.case(), EXHIBITS, typed);
    let skip = call.typed("skip").filter(|skip| skip.bytes().all(|digit| digit.is_ascii_digit()));
    Ok(Reply::See(skip.map_or_else(|| call.path.to_owned(), |skip| format!("{}?skip={skip}", call.path))))
}
