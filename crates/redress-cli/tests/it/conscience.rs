//! The eight rules of the design that the program must never break, each seen from outside.

use crate::run::{Demo, Room, repository};
use serde_json::Value;

fn outputs(demo: &Demo) -> Vec<(&'static str, String)> {
    vec![
        ("summary, English", demo.english.clone()),
        ("summary, Chinese", demo.chinese.clone()),
        ("page, English", demo.page("en")),
        ("page, Chinese", demo.page("zh")),
        ("result", demo.result().to_string()),
    ]
}

/// Rule 1: no identification, no search for people: there is no way out of the computer to search by.
#[test]
fn rule_1_nothing_in_the_program_can_look_anybody_up() {
    let metadata = cargo_metadata::MetadataCommand::new()
        .manifest_path(repository().join("Cargo.toml"))
        .other_options(vec!["--locked".to_owned(), "--offline".to_owned()])
        .exec()
        .unwrap();
    let clients = ["reqwest", "hyper-tls", "curl", "isahc", "surf", "attohttpc", "native-tls", "openssl"];
    let reached = reached_from(&metadata, "redress-cli", &[]);
    assert!(reached.len() > 30, "the walk found nothing: {reached:?}");
    for client in clients {
        assert!(!reached.iter().any(|name| name == client), "{client} could send something away");
    }
    // What the office needs to reach its own database and object store is reached through that one room, and a timestamp
    // authority through another.
    let through_the_office = ["ureq", "rustls", "postgres", "tokio-postgres", "tokio", "tokio-rustls"];
    let asking = ["redress-office", "redress-web", "redress-authority"];
    let elsewhere = reached_from(&metadata, "redress-cli", &asking);
    assert!(elsewhere.len() > 30, "the walk found nothing: {elsewhere:?}");
    for client in through_the_office {
        assert!(reached.iter().any(|name| name == client), "{client} is no longer there to look for");
        assert!(!elsewhere.iter().any(|name| name == client), "{client} could send something away");
    }
    // What answers a browser is built without the half that asks others.
    let packages = metadata.packages.iter().filter(|one| one.name.as_str() == "hyper").map(|one| &one.id);
    let hyper: Vec<_> = packages.collect();
    let nodes = metadata.resolve.as_ref().unwrap().nodes.iter().filter(|node| hyper.contains(&&node.id));
    let mut features = nodes.flat_map(|node| &node.features).map(|feature| feature.to_string());
    assert!(features.any(|feature| feature == "server"), "hyper is no longer there to look at");
    assert!(features.all(|feature| feature != "client"), "hyper could send something away");
}

/// Rule 1, and rule 7: the pages of a browser answer whoever asks, and open no connection to anybody.
#[test]
fn rule_1_the_web_room_opens_no_connection() {
    let mut files = Vec::new();
    crate::run::list(&repository().join("crates/redress-web/src"), &mut files);
    let sources: Vec<_> =
        files.into_iter().filter(|file| file.extension().is_some_and(|end| end == "rs")).collect();
    assert!(sources.len() > 30, "the room was not found");
    for file in sources {
        let text = std::fs::read_to_string(&file).unwrap();
        for word in ["::connect(", "lookup_host", "UdpSocket", "hyper::client"] {
            assert!(!text.contains(word), "{}: {word}", file.display());
        }
    }
}

/// Rule 1, and rule 7: the one room that may speak to a server has no address in it but those of this machine.
#[test]
fn rule_1_the_office_knows_no_address_but_the_configured_ones() {
    let folder = repository().join("crates/redress-office/src");
    let mut files = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        let product = text.split("#[cfg(test)]\nmod ").next().unwrap();
        files += 1;
        for at in product.match_indices("://") {
            let after = &product[at.0 + 3..];
            // A scheme that is taken apart or put together, never one with a host behind it.
            let host = after.chars().next().is_some_and(|first| first.is_ascii_alphanumeric());
            assert!(!host, "{}", &after[..after.len().min(40)]);
        }
    }
    assert!(files > 10, "the room was not found");
}

/// Rule 7: a timestamp authority is asked by one command, and by one button of the workbench through it, at the address that
/// the person typed, and gets a question of RFC 3161, which holds a digest and a number drawn by chance.
#[test]
fn rule_7_an_authority_is_asked_by_one_command_and_gets_a_digest() {
    let mut files = Vec::new();
    crate::run::list(&repository().join("crates"), &mut files);
    let sources = files.into_iter().filter(|file| file.extension().is_some_and(|end| end == "rs"));
    let mut named = Vec::new();
    for file in sources {
        let text = std::fs::read_to_string(&file).unwrap();
        let shown = file.display().to_string();
        if text.contains(concat!("redress_", "authority::")) && !shown.contains("/tests/") {
            // Nothing is sent but the question in DER.
            for call in text.split(concat!("redress_", "authority::ask(")).skip(1) {
                assert!(call.split(")?").next().unwrap().contains("query.to_der("), "{shown}");
            }
            named.push(shown);
        }
    }
    assert!(named.len() == 1 && named[0].ends_with("commands/stamp.rs"), "{named:?}");
    // The pages have no way out but the port that serves this button.
    let mut pages = Vec::new();
    crate::run::list(&repository().join("crates/redress-web/src"), &mut pages);
    let asks = |file: &&std::path::PathBuf| std::fs::read_to_string(file).unwrap().contains("authority.ask(");
    let asking: Vec<_> = pages.iter().filter(asks).collect();
    assert!(asking.len() == 1 && asking[0].ends_with("act/seals.rs"), "{asking:?}");
    let text = std::fs::read_to_string(asking[0]).unwrap();
    assert_eq!(text.matches("authority.ask(address, &asked.query)").count(), 1, "{text}");
    let room = std::fs::read_to_string(repository().join("crates/redress-authority/src/lib.rs")).unwrap();
    assert!(room.contains(".max_redirects(0)") && room.contains(".proxy(None)"));
}

/// Packages that the program is built from, without those that only `without` brings; development-only ones are
/// left out.
fn reached_from(metadata: &cargo_metadata::Metadata, root: &str, without: &[&str]) -> Vec<String> {
    let resolve = metadata.resolve.as_ref().unwrap();
    let root = metadata.packages.iter().find(|package| package.name.as_str() == root).unwrap();
    let mut open = vec![root.id.clone()];
    let mut seen = open.clone();
    while let Some(id) = open.pop() {
        let node = resolve.nodes.iter().find(|node| node.id == id).unwrap();
        for dep in &node.deps {
            let built =
                dep.dep_kinds.iter().any(|kind| kind.kind != cargo_metadata::DependencyKind::Development);
            let shut = metadata
                .packages
                .iter()
                .any(|package| package.id == dep.pkg && without.contains(&package.name.as_str()));
            if built && !shut && !seen.contains(&dep.pkg) {
                seen.push(dep.pkg.clone());
                open.push(dep.pkg.clone());
            }
        }
    }
    let name = |id| {
        metadata.packages.iter().find(|package| package.id == id).map(|package| package.name.to_string())
    };
    seen.into_iter().filter_map(name).collect()
}

/// Rule 1 again: a masked account is never joined to an unmasked one, even where its hash could be computed.
#[test]
fn rule_1_a_masked_account_stays_apart() {
    let room = Room::new();
    room.case("spring");
    // SHA-256("7100000042") begins with these 16 digits: the one account that anybody could link.
    let hash = &redress_evidence::hash::digests(b"7100000042").sha256.to_string()[..16];
    room.write(
        "new.csv",
        format!("note_id,content,create_time,create_date_time,liked_count,comments_count,shared_count,last_modify_ts,note_url,creator_hash,nickname,source_keyword\n1,某条内容在这里,1767600000,2026-01-05 16:00:00+08:00,1,1,1,1767700000000,u,{hash},云***社,k\n"),
    );
    room.write(
        "old.csv",
        "note_id,content,create_time,create_date_time,liked_count,comments_count,shared_count,last_modify_ts,note_url,ip_location,user_id,nickname,gender,profile_url,avatar,source_keyword\n2,另外一条内容,1767600000,2026-01-05 16:00:00+08:00,1,1,1,1767700000000,u,浙江,7100000042,云渡路边社,m,p,a,k\n",
    );
    room.ok(&["add", "spring", "new.csv", "old.csv"]);
    let totals = &room.json(&["measure", "spring"])["kept"]["totals"];
    assert_eq!((totals["accounts"].as_u64(), totals["masked_accounts"].as_u64()), (Some(2), Some(1)));
}

/// Rule 2: no score, no verdict, in any output.
#[test]
fn rule_2_no_output_gives_a_verdict() {
    let forbidden = [
        "构成犯罪",
        "有罪",
        "违法者",
        "施暴者",
        "罪犯",
        "凶手",
        "必胜",
        "证据确凿",
        "guilty",
        "liable",
        "offender",
        "risk level",
        "score",
    ];
    for (name, text) in outputs(Demo::once()) {
        let text = text.to_lowercase();
        for word in forbidden {
            assert!(!text.contains(word), "{name} says {word}");
        }
    }
    assert!(Demo::once().english.contains("made out") && Demo::once().chinese.contains("证据不足"));
}

fn outcomes(result: &Value) -> impl Iterator<Item = &Value> {
    result["outcomes"].as_array().unwrap().iter()
}

/// Rule 3: Article 10 stands in every answer that could lead to a penalty, and decides it.
#[test]
fn rule_3_article_10_comes_first() {
    let result = Demo::once().result();
    let mut penal = 0;
    for row in outcomes(&result) {
        let rule = row["rule"].as_str().unwrap();
        if !["cl246-defamation", "cl246-insult", "psapl-defamation", "psapl-insult"].contains(&rule) {
            continue;
        }
        penal += 1;
        let shields = row["outcome"]["check_first"].as_array().unwrap();
        assert!(!shields.is_empty(), "{rule} has no shield");
        let applies = shields.iter().any(|shield| shield["value"] == "TT");
        let excluded = shields.iter().all(|shield| shield["value"] == "FF");
        assert!(!applies || row["outcome"]["value"] == "FF", "{rule}: protected, and yet not out");
        assert!(excluded || row["outcome"]["value"] != "TT", "{rule}: made out with Article 10 still open");
    }
    assert!(penal >= 8);
    let aside: Vec<&Value> =
        result["protected"].as_array().unwrap().iter().filter(|row| row["set_aside"] == true).collect();
    assert!(!aside.is_empty(), "the example has a critic who is protected");
    for scope in aside.iter().map(|row| &row["scope"]) {
        let asked = result["missing"].as_array().unwrap().iter().any(|row| &row["scope"] == scope);
        assert!(!asked, "the program works out how to pursue protected speech: {scope}");
    }
    let page = Demo::once().page("en");
    let (gate, measured) = (page.find("Article 10").unwrap(), page.find("id=\"measured\"").unwrap());
    assert!(gate < measured, "the page must begin with protected speech");
}

/// Rule 3 again: when an official complains, Article 10 is raised once more; judgements are a person's.
#[test]
fn rule_3_an_official_is_asked_again() {
    let room = Room::new();
    room.case("spring");
    let before = room.json(&["assess", "spring"]);
    room.ok(&["fact", "spring", "set", "case", "complainant_kind", "public-official"]);
    let after = room.json(&["assess", "spring"]);
    assert!(!before["routes"].to_string().contains("remedies-warn-article-10"), "{before:#}");
    assert!(after["routes"].to_string().contains("remedies-warn-article-10"), "{:#}", after["routes"]);
}

/// Rule 4: an empty file answers "unknown", never "no"; missing, disputed and failed look different.
#[test]
fn rule_4_unknown_never_looks_like_no() {
    let room = Room::new();
    room.case("spring");
    room.write("a.csv", "note_id,content,create_time,create_date_time,liked_count,comments_count,shared_count,last_modify_ts,note_url,creator_hash,nickname,source_keyword\n1,某条说法的内容,1767600000,2026-01-05 16:00:00+08:00,1,1,,1767700000000,u,aaaaaaaaaaaaaaaa,云***社,k\n");
    room.ok(&["add", "spring", "a.csv"]);
    room.ok(&["fact", "spring", "set", "post:weibo/1", "statement_is_factual", "unknown"]);
    let result = room.json(&["assess", "spring"]);
    for row in outcomes(&result) {
        assert_eq!(row["outcome"]["value"], "UU", "{}: nobody has answered anything", row["rule"]);
    }
    for route in result["routes"].as_array().unwrap() {
        assert_ne!(route["state"], "open", "{route:#}");
        assert_ne!(route["state"], "closed", "{route:#}");
    }
    let demo = Demo::once().result();
    let values: std::collections::BTreeSet<&str> =
        outcomes(&demo).filter_map(|row| row["outcome"]["value"].as_str()).collect();
    assert!(values.contains("TT") && values.contains("FF"), "{values:?}");
    assert!(values.iter().any(|value| ["UU", "UT", "FU"].contains(value)), "nothing is missing: {values:?}");
    assert!(values.iter().any(|value| ["FT", "UT", "FU"].contains(value)), "nothing is disputed: {values:?}");
}

/// A number that is reached only through near copies is disputed, never simply reached.
#[test]
fn rule_4_near_copies_alone_do_not_reach_a_number() {
    let room = Room::new();
    room.case("spring");
    let head = "note_id,content,create_time,create_date_time,liked_count,comments_count,shared_count,last_modify_ts,note_url,creator_hash,nickname,source_keyword";
    let row = |id: u32, text: &str| {
        format!(
            "{id},{text},1767600000,2026-01-05 16:00:00+08:00,1,1,300,1767700000000,u,aaaaaaaaaaaaaaa{id},云***社,k"
        )
    };
    let first = "某小区的温某拿了大家的团购费就跑了大家都要小心";
    room.write("a.csv", format!("{head}\n{}\n{}\n", row(1, first), row(2, &format!("{first}啊"))));
    room.ok(&["add", "spring", "a.csv"]);
    room.ok(&["fact", "spring", "set", "post:weibo/1", "statement_is_factual", "unknown"]);
    let result = room.json(&["assess", "spring"]);
    let serious = outcomes(&result).find(|row| row["rule"] == "fs2013-21-serious").unwrap();
    assert_eq!(
        serious["outcome"]["value"], "UT",
        "300 for sure, 600 with the near copy: {:#}",
        serious["outcome"]["tree"]
    );
}

/// Rule 5: every figure names its place in a sealed item, and nothing was repaired in silence.
#[test]
fn rule_5_no_number_without_its_evidence() {
    let result = Demo::once().result();
    let items: Vec<&str> = result["kept"]["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["item"]["id"].as_str().unwrap())
        .collect();
    let figures = result["figures"].as_array().unwrap();
    assert!(figures.len() > 10);
    for figure in figures {
        let parts = figure["parts"].as_array().unwrap();
        assert!(!parts.is_empty(), "{} has no place", figure["id"]);
        for part in parts {
            assert!(items.contains(&part["span"]["item"].as_str().unwrap()), "{figure:#}");
        }
    }
    for row in result["facts"].as_array().unwrap() {
        for claim in row["claims"].as_array().unwrap().iter().filter(|claim| claim["standing"] == "measured")
        {
            assert!(!claim["sources"].as_array().unwrap().is_empty(), "{row:#}");
        }
    }
    let reports = || result["kept"]["items"].as_array().unwrap().iter().map(|row| &row["report"]);
    for counted in ["repeats", "ragged", "undated", "masked_authors", "rounded"] {
        let total: u64 = reports().filter_map(|report| report[counted].as_u64()).sum();
        assert!(total > 0, "the example shows no {counted}");
    }
    let page = Demo::once().page("en");
    let taken: Vec<&Value> =
        result["statements"].as_array().unwrap().iter().filter(|row| row["taken_up"] == true).collect();
    let shown =
        |figure: &&Value| figure["scope"] == "case" || taken.iter().any(|row| row["id"] == figure["scope"]);
    let mut seen = 0;
    for figure in figures.iter().filter(shown) {
        let id = format!("id=\"{}\"", figure["id"].as_str().unwrap());
        assert!(page.contains(&id), "the page does not show {}", figure["id"]);
        seen += 1;
    }
    assert!(seen > 20, "{seen}");
}

/// Every figure and every rule of the example can be explained, down to a sealed item.
#[test]
fn rule_5_every_name_can_be_explained() {
    let result: redress_case::CaseResult = serde_json::from_value(Demo::once().result()).unwrap();
    for figure in &result.figures {
        let chain = redress_case::explain(&result, &figure.id).expect(&figure.id);
        assert!(!chain.items.is_empty(), "{} leads to no sealed item", figure.id);
    }
    for row in &result.outcomes {
        let chain = redress_case::explain(&result, &format!("{}@{}", row.rule, row.scope)).expect(&row.rule);
        assert!(chain.answers.iter().all(|answer| answer.tree.is_some()), "{}", row.rule);
    }
    let rules: std::collections::BTreeSet<&str> =
        result.outcomes.iter().map(|row| row.rule.as_str()).collect();
    // A rule on which the file says nothing is told as such, with what it asks for; it is not an unknown name.
    let room = &Demo::once().room;
    let silent = redress_law::Book::standard().rules().iter().find(|rule| !rules.contains(rule.id.as_str()));
    let silent = silent.expect("the example does not speak of everything");
    let said = room.redress(&["--lang", "en", "explain", "en/case", &silent.id]);
    assert_eq!(said.code, 0, "{} {}", said.out, said.err);
    assert!(said.out.contains("says nothing") && said.out.contains(&silent.id), "{} {}", said.out, said.err);
}

/// A topic's reads are not views of one item, whatever their number (the shape of the guiding case).
#[test]
fn rule_5_topic_reads_are_never_views() {
    let result = Demo::once().result();
    let figures = result["figures"].as_array().unwrap();
    let topic =
        figures.iter().find(|figure| figure["unit"] == "topic-reads").expect("the example has a topic");
    assert!(topic["count"]["lower"].as_u64().unwrap() > 100_000_000);
    for figure in figures.iter().filter(|figure| figure["unit"] == "views") {
        assert!(figure["count"]["lower"].as_u64().unwrap() < 1_000_000, "{figure:#}");
    }
}

/// Rule 6: what hashing cannot prove is said, in lines of its own.
#[test]
fn rule_6_origin_is_never_proven() {
    let demo = Demo::once();
    let report = demo.room.json(&["verify", "en/bundle"]);
    let line = |claim: &str| {
        let lines = report["lines"].as_array().unwrap();
        lines.iter().find(|line| line["claim"] == claim).unwrap()["outcome"].clone()
    };
    assert_eq!(line("integrity"), "held");
    assert_eq!(line("inclusion"), "held");
    assert_eq!(line("existed-by"), "not-present");
    assert_eq!(line("origin"), "not-provable");
    assert!(demo.english.contains("not provable by this bundle"));
}

/// Rule 7: names, handles and post texts stay masked unless asked for by name.
#[test]
fn rule_7_nothing_personal_shows_unasked() {
    let demo = Demo::once();
    let room = Room::new();
    room.case("spring");
    let (handle, text) = ("云渡路边社", "某小区的温某拿了大家的团购费跑了");
    room.write(
        "old.csv",
        format!("note_id,content,create_time,create_date_time,liked_count,comments_count,shared_count,last_modify_ts,note_url,ip_location,user_id,nickname,gender,profile_url,avatar,source_keyword\n2,{text},1767600000,2026-01-05 16:00:00+08:00,1,1,1,1767700000000,u,浙江,7100000042,{handle},m,p,a,k\n"),
    );
    let added = room.ok(&["add", "spring", "old.csv"]);
    let measured = room.ok(&["measure", "spring"]);
    room.ok(&["fact", "spring", "set", "post:weibo/2", "statement_false", "yes"]);
    let assessed = room.ok(&["assess", "spring", "--out", "out"]);
    let json = room.json(&["assess", "spring"]).to_string();
    let page = std::fs::read_to_string(room.path("out/report.html")).unwrap();
    for (name, shown) in
        [("add", &added), ("measure", &measured), ("assess", &assessed), ("json", &json), ("page", &page)]
    {
        for private in [handle, text, "7100000042"] {
            assert!(!shown.contains(private), "{name} shows {private}");
        }
    }
    room.ok(&["assess", "spring", "--out", "asked", "--unmask"]);
    let asked = std::fs::read_to_string(room.path("asked/report.html")).unwrap();
    let (opened, closed) = (asked.find("<details class=\"hid").unwrap(), asked.find(text).unwrap());
    assert!(opened < closed && !asked.contains(handle), "words only inside a closed fold, never a handle");
    for (name, text) in outputs(demo) {
        // The demo asks for the words of posts, which may name anybody: they stand in closed folds only.
        let text = outside_folds(&text);
        for handle in ["桐花里热心人", "云渡路边社", "柜台观察员"] {
            assert!(!text.contains(handle), "{name} shows the handle {handle}");
        }
    }
}

/// A page without the folds that hold the words of posts.
fn outside_folds(page: &str) -> String {
    let mut parts = page.split("<details class=\"hid");
    let mut outside = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        outside.push_str(part.split_once("</details>").map_or("", |(_, after)| after));
    }
    outside
}

/// Rule 8: honour of heroes and picking quarrels are no routes here.
#[test]
fn rule_8_no_route_for_offences_without_a_living_victim() {
    let demo = Demo::once();
    for (name, text) in outputs(demo) {
        for word in ["寻衅滋事", "英雄烈士", "picking quarrels", "heroes and martyrs"] {
            assert!(!text.to_lowercase().contains(word), "{name} speaks of {word}");
        }
    }
    assert_eq!(demo.result()["routes"].as_array().unwrap().len(), 12);
}
