//! The case as CASE 1.4.0 / UCO 1.4.0 JSON-LD: every sealed item as an observable with its digests and its exhibit number, and
//! the chain of custody as investigative actions, each informed by the one before. No word of a post stands in it.
//!
//! Names of nodes are UUIDs of version 5 (RFC 9562 §5.5) in a name space of the case, so that the same case gives the same bytes.

use redress_case::{CustodyLink, KeptItem, State};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;
use uuid::Uuid;

/// Names of the terms used, CASE and UCO 1.4.0.
const CONTEXT: [(&str, &str); 9] = [
    ("case-investigation", "https://ontology.caseontology.org/case/investigation/"),
    ("uco-action", "https://ontology.unifiedcyberontology.org/uco/action/"),
    ("uco-core", "https://ontology.unifiedcyberontology.org/uco/core/"),
    ("uco-identity", "https://ontology.unifiedcyberontology.org/uco/identity/"),
    ("uco-observable", "https://ontology.unifiedcyberontology.org/uco/observable/"),
    ("uco-tool", "https://ontology.unifiedcyberontology.org/uco/tool/"),
    ("uco-types", "https://ontology.unifiedcyberontology.org/uco/types/"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
    ("kb", "urn:redress:"),
];

/// Names nodes after what they are.
struct Names(Uuid);

impl Names {
    fn of(case: &str) -> Names {
        Names(Uuid::new_v5(&Uuid::NAMESPACE_URL, format!("urn:redress:{case}").as_bytes()))
    }

    fn name(&self, kind: &str, what: &str) -> String {
        format!("kb:{kind}-{}", Uuid::new_v5(&self.0, format!("{kind}/{what}").as_bytes()))
    }

    fn to(&self, kind: &str, what: &str) -> Value {
        json!({ "@id": self.name(kind, what) })
    }

    fn item(&self, kept: &KeptItem) -> [Value; 2] {
        let item = &kept.item;
        let id = item.id.to_string();
        let hash = |method: &str, value: String| {
            json!({
                "@id": self.name("hash", &format!("{id}/{method}")),
                "@type": "uco-types:Hash",
                "uco-types:hashMethod": method,
                "uco-types:hashValue": typed("hexBinary", value),
            })
        };
        // SM3 is not in the vocabulary of UCO 1.4.0; validators tell it as information.
        let hashes =
            vec![hash("SHA256", item.digests.sha256.to_string()), hash("SM3", item.digests.sm3.to_string())];
        let file = json!({
            "@id": self.name("file-facet", &id),
            "@type": "uco-observable:FileFacet",
            "uco-observable:fileName": item.name,
            "uco-observable:sizeInBytes": typed("integer", item.digests.bytes.to_string()),
        });
        let content = json!({
            "@id": self.name("content-facet", &id),
            "@type": "uco-observable:ContentDataFacet",
            "uco-observable:mimeType": item.format,
            "uco-observable:hash": hashes,
        });
        let observable = json!({
            "@id": self.name("item", &id),
            "@type": "uco-observable:ObservableObject",
            "uco-core:hasFacet": [file, content],
        });
        let record = json!({
            "@id": self.name("exhibit", &id),
            "@type": "case-investigation:ProvenanceRecord",
            "case-investigation:exhibitNumber": id,
            "uco-core:object": self.to("item", &item.id.to_string()),
        });
        [observable, record]
    }

    /// A link of the chain; `before` is the one that it was informed by.
    fn action(&self, number: usize, link: &CustodyLink, state: &State, software: &str) -> Value {
        let mut node = Map::new();
        let mut put = |key: &str, value: Value| node.insert(key.to_owned(), value);
        put("@id", json!(self.name("action", &number.to_string())));
        put("@type", json!("case-investigation:InvestigativeAction"));
        put("uco-core:name", json!(link.what));
        let told = [&link.how, &link.result].into_iter().flatten().cloned().collect::<Vec<_>>().join(" · ");
        if !told.is_empty() {
            put("uco-core:description", json!(told));
        }
        put("uco-action:startTime", typed("dateTime", link.when.at.beijing_text()));
        put("uco-action:performer", self.to("identity", &link.who));
        put("uco-action:instrument", self.to("tool", software));
        let on: Vec<Value> = match link.on {
            Some(item) => vec![self.to("item", &item.to_string())],
            None => state.items.keys().map(|item| self.to("item", &item.to_string())).collect(),
        };
        if !on.is_empty() {
            put("uco-action:object", json!(on));
        }
        if let (Some(item), "sealed") = (link.on, link.what.as_str()) {
            put("uco-action:result", self.to("exhibit", &item.to_string()));
        }
        if let Some(before) = number.checked_sub(1) {
            put("case-investigation:wasInformedBy", self.to("action", &before.to_string()));
        }
        Value::Object(node)
    }
}

fn typed(kind: &str, value: String) -> Value {
    json!({ "@type": format!("xsd:{kind}"), "@value": value })
}

/// The graph of a case: its items, its chain of custody, who acted and with what.
///
/// One document of JSON-LD, indented, with a line end; the same case gives the same bytes. Times are of Beijing with their
/// offset. Who acted is named as the ledger names them.
pub fn case_graph(state: &State, links: &[CustodyLink], software: &str) -> String {
    let names = Names::of(&state.case_id);
    let mut graph: Vec<Value> = state.items.values().flat_map(|kept| names.item(kept)).collect();
    let actors: BTreeSet<&str> = links.iter().map(|link| link.who.as_str()).collect();
    graph.extend(actors.into_iter().map(|who| {
        json!({ "@id": names.name("identity", who), "@type": "uco-identity:Identity", "uco-core:name": who })
    }));
    graph.push(
        json!({ "@id": names.name("tool", software), "@type": "uco-tool:Tool", "uco-core:name": software }),
    );
    let actions = links.iter().enumerate().map(|(number, link)| names.action(number, link, state, software));
    graph.extend(actions);
    let objects: Vec<Value> = state
        .items
        .keys()
        .map(|item| names.to("exhibit", &item.to_string()))
        .chain((0..links.len()).map(|number| names.to("action", &number.to_string())))
        .collect();
    let mut investigation = json!({
        "@id": names.name("case", &state.case_id),
        "@type": "case-investigation:Investigation",
        "uco-core:name": state.case_id,
    });
    if let (false, Some(node)) = (objects.is_empty(), investigation.as_object_mut()) {
        node.insert("uco-core:object".to_owned(), json!(objects));
    }
    graph.push(investigation);
    let context: Map<String, Value> =
        CONTEXT.iter().map(|(name, address)| ((*name).to_owned(), json!(address))).collect();
    let whole = json!({ "@context": context, "@graph": graph });
    // A value of strings and lists always can be written.
    let mut text = serde_json::to_string_pretty(&whole).unwrap_or_default();
    text.push('\n');
    text
}
