//! Whatever the command line does, a browser does too, or it stands here why not: one row a command.
//!
//! A command that is in no row, a row of no command, and an address that the server does not have each fail.

use crate::run::Room;
use crate::serving::Guest;
use crate::workbench::{CASE, example};
use Way::{Pages, Terminal};

/// How a browser does what a command does.
enum Way {
    /// At these addresses; `{case}` is the case.
    Pages(&'static [&'static str]),
    /// Not at all, and why.
    Terminal(&'static str),
}

const EDITORS: &str = "for those who write and check the law book itself, which is files of this program";

/// One row a command; the longest beginning that fits counts.
const TABLE: &[(&str, Way)] = &[
    ("demo", Pages(&["/example"])),
    ("new", Pages(&["/c"])),
    ("serve", Terminal("it is what the browser asks")),
    ("list", Pages(&["/", "/register"])),
    ("add", Pages(&["/c/{case}/add", "/c/{case}/add/text"])),
    ("items", Pages(&["/c/{case}/evidence", "/c/{case}/evidence/check"])),
    ("stamp", Pages(&["/c/{case}/seals/ask", "/c/{case}/seals/question", "/c/{case}/seals/answer"])),
    ("custody", Pages(&["/c/{case}/custody"])),
    ("measure", Pages(&["/c/{case}/spread", "/c/{case}/statements"])),
    ("fact set", Pages(&["/c/{case}/facts/set"])),
    ("fact withdraw", Pages(&["/c/{case}/facts/withdraw"])),
    ("fact terms", Pages(&["/c/{case}/facts"])),
    ("fact list", Pages(&["/c/{case}/facts"])),
    ("party add", Pages(&["/c/{case}/people/add"])),
    ("party set", Pages(&["/c/{case}/people/set"])),
    ("party show", Pages(&["/c/{case}/people/party-01", "/c/{case}/people/look"])),
    ("party list", Pages(&["/c/{case}/people"])),
    ("step add", Pages(&["/c/{case}/step"])),
    ("step list", Pages(&["/c/{case}/procedure"])),
    ("step next", Pages(&["/c/{case}/procedure", "/c/{case}/step"])),
    ("record notice", Pages(&["/c/{case}/record/notice"])),
    ("record filing", Pages(&["/c/{case}/record/filing"])),
    ("record decision", Pages(&["/c/{case}/record/decision"])),
    ("record mark", Pages(&["/c/{case}/record/mark"])),
    ("record obstacle", Pages(&["/c/{case}/record/obstacle"])),
    ("record dispute", Pages(&["/c/{case}/facts/dispute"])),
    ("record label", Pages(&["/c/{case}/posts/label"])),
    ("record capture", Pages(&["/c/{case}/record/capture"])),
    ("record proof", Pages(&["/c/{case}/record/proof"])),
    ("record handling", Pages(&["/c/{case}/record/handling"])),
    ("record summary", Pages(&["/c/{case}/posts/summary"])),
    ("record strike", Pages(&["/c/{case}/strike"])),
    ("record name", Pages(&["/c/{case}/name"])),
    ("record seal", Pages(&["/c/{case}/seal"])),
    ("record checkpoint", Pages(&["/c/{case}/seals/request"])),
    ("record cosignature", Pages(&["/c/{case}/seals/cosignature"])),
    ("record duties", Pages(&["/c/{case}/record/notice"])),
    ("assess", Pages(&["/c/{case}", "/c/{case}/law", "/c/{case}/routes"])),
    ("due", Pages(&["/c/{case}/procedure", "/c/{case}/procedure/calendar"])),
    ("notices", Pages(&["/c/{case}/procedure"])),
    ("explain", Pages(&["/c/{case}/spread", "/c/{case}/law"])),
    ("missing", Pages(&["/c/{case}"])),
    ("pack", Pages(&["/c/{case}/bundle/pack"])),
    ("export", Pages(&["/c/{case}/copy"])),
    ("import", Pages(&["/receive"])),
    ("transfer", Pages(&["/c/{case}/hand-over", "/c/{case}/hand-over/file"])),
    ("receive", Pages(&["/receive"])),
    ("publish", Pages(&["/statistics/publish"])),
    ("recommend", Pages(&["/statistics/publish"])),
    ("forms", Pages(&["/c/{case}/papers"])),
    ("draft", Pages(&["/c/{case}/papers/draw", "/c/{case}/papers/evidence-list"])),
    ("log", Pages(&["/c/{case}/history"])),
    ("bag", Terminal("a folder of this computer moves, whole; a browser only ever brings copies of files")),
    ("verify", Pages(&["/verify", "/c/{case}/verify"])),
    ("cosign sign", Pages(&["/cosign"])),
    (
        "cosign key",
        Terminal(
            "made once, before `serve --cosign-with` can be started with it; no page writes a secret key",
        ),
    ),
    ("envelope close", Pages(&["/c/{case}/bundle/pack"])),
    (
        "envelope",
        Terminal(
            "the key of a receiver is kept by the receiver: no page writes a secret key or takes one; age itself opens the file too",
        ),
    ),
    ("recompute", Pages(&["/recompute", "/c/{case}/recompute"])),
    ("law list", Pages(&["/law"])),
    ("law show", Pages(&["/law/cn.civil-code.1024.2021-01-01"])),
    ("law explain", Pages(&["/law", "/c/{case}/law"])),
    ("law facts", Pages(&["/law/facts", "/c/{case}/facts"])),
    ("law readings", Pages(&["/law/readings"])),
    ("law diff", Pages(&["/law/changes"])),
    ("law", Terminal(EDITORS)),
    ("procedure", Pages(&["/c/{case}/step"])),
    ("similar", Pages(&["/c/{case}/similar"])),
    ("stats", Pages(&["/statistics", "/statistics/paper", "/statistics/published"])),
    ("office member", Pages(&["/c/{case}/members"])),
    ("office log", Pages(&["/office/log"])),
    ("office init", Terminal("an office is set up where its configuration and its database are")),
    ("office", Pages(&["/office"])),
    (
        "schema",
        Terminal(
            "the shapes of what --json prints; what a browser's programs get is described under /api/v1",
        ),
    ),
];

/// Every command that does something, by the help of the program itself: those that have commands below them are left out.
fn commands(room: &Room, above: &str) -> Vec<String> {
    let mut asked: Vec<&str> = above.split_whitespace().collect();
    asked.push("--help");
    let help = room.ok(&asked);
    let below =
        help.split("\nCommands:\n").nth(1).unwrap_or_default().split("\n\n").next().unwrap_or_default();
    let names =
        below.lines().filter_map(|line| line.strip_prefix("  ")).filter(|line| !line.starts_with(' '));
    let names: Vec<String> = names
        .filter_map(|line| line.split_whitespace().next())
        .map(|name| format!("{above} {name}"))
        .collect();
    if names.is_empty() {
        return vec![above.trim().to_owned()];
    }
    names.iter().flat_map(|name| commands(room, name.trim())).collect()
}

/// The row of a command.
fn row(command: &str) -> Option<usize> {
    let fits = |name: &str| command == name || command.starts_with(&format!("{name} "));
    let rows = TABLE.iter().enumerate().filter(|(_, (name, _))| fits(name));
    rows.max_by_key(|(_, (name, _))| name.len()).map(|(place, _)| place)
}

/// Whether the server has that address: a page is shown, and an act takes no asking.
fn there(guest: &Guest<'_>, address: &str) -> bool {
    [200, 405].contains(&guest.get(&address.replace("/c/{case}", CASE)).status)
}

#[test]
fn whatever_the_command_line_does_a_browser_does_or_it_says_why_not() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    let all = commands(&room, "");
    assert!(all.len() > 60 && all.contains(&"record proof".to_owned()), "the help was not read: {all:?}");
    let without: Vec<&String> = all.iter().filter(|command| row(command).is_none()).collect();
    assert!(without.is_empty(), "no page and no reason: {without:?}");
    let named: Vec<usize> = all.iter().filter_map(|command| row(command)).collect();
    for (place, (name, way)) in TABLE.iter().enumerate() {
        assert!(named.contains(&place), "{name} is no command");
        match way {
            Terminal(why) => assert!(why.len() > 20, "{name}: {why}"),
            Pages(addresses) => {
                for address in *addresses {
                    assert!(there(&guest, address), "{name}: there is no {address}");
                }
            }
        }
    }
    assert!(!there(&guest, "/c/{case}/nowhere"), "an address that is not there is told");
}
