//! A first day in an office, in a real Chromium on a real PostgreSQL: people sign in, one begins a case and brings in another,
//! the keeper gives accounts, and somebody who is not on the case gets the answer for one that there is not.

use crate::browser::{drive, tools};
use crate::office_people::office;
use crate::serving::Serving;

#[test]
fn a_first_day_in_an_office() {
    let Some(tools) = tools("office") else { return };
    let Some(office) = office("a_first_day_in_an_office") else { return };
    for (name, role) in [("ann", "victim"), ("bob", "counsel"), ("eve", "counsel")] {
        office.ok("keeper", &["account", "add", name, "--role", role]);
    }
    let serving = Serving::with(&office.room, &["--office", "office.toml"]);
    assert!(serving.link.ends_with("/enter"), "{}", serving.link);
    let ran = drive(&tools, &office.room, &serving.link, "office").wait_with_output().unwrap();
    tools.judge("office", &office.room, &ran);
}
