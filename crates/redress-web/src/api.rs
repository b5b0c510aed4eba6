//! The document of the interface (OpenAPI 3.1), made from the table of addresses, so that the two cannot differ.

use crate::call::Call;
use crate::reply::{Reply, Wrong};
use crate::routes::{ROUTES, Route};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// The document.
pub(crate) fn document(call: &Call<'_>) -> Result<Reply, Wrong> {
    Ok(Reply::Json(openapi(&call.app.cookie)))
}

/// Every address that answers with data, for whoever sends the cookie of that name.
pub(crate) fn openapi(cookie: &str) -> Value {
    let (mut paths, mut parts) = (Map::new(), Map::new());
    for route in ROUTES {
        if let Some(data) = route.data {
            let schema = serde_json::to_value((data.schema)()).unwrap_or(Value::Null);
            let schema = shared(schema, route.path, &mut parts);
            let mut operations = json!({ "get": operation(route, &schema) });
            if let (Some(told), Some(known)) = (route.told, operations.as_object_mut()) {
                let schema = serde_json::to_value((told.schema)()).unwrap_or(Value::Null);
                let schema = shared(schema, route.path, &mut parts);
                known.insert("post".to_owned(), sending(route, &schema));
            }
            paths.insert(address(route), operations);
        }
    }
    json!({
        "openapi": "3.1.0",
        "info": { "title": "redress", "version": env!("CARGO_PKG_VERSION") },
        "paths": paths,
        "components": {
            "schemas": parts,
            "securitySchemes": { "session": { "type": "apiKey", "in": "cookie", "name": cookie } },
        },
        "security": [{ "session": [] }],
    })
}

/// A schema whose parts stand among the document's own, where a reference of OpenAPI finds them. A part that another page calls
/// by the same name and that is not the same gets the page's name as well.
fn shared(mut schema: Value, path: &str, parts: &mut Map<String, Value>) -> Value {
    let own = schema.as_object_mut().and_then(|fields| {
        fields.remove("$schema");
        fields.remove("$defs")
    });
    let own = own.and_then(|own| own.as_object().cloned()).unwrap_or_default();
    let page = path.rsplit('/').find(|step| !step.is_empty() && !step.starts_with('{')).unwrap_or("cases");
    let mut names: BTreeMap<String, String> = own.keys().map(|name| (name.clone(), name.clone())).collect();
    // A part that is renamed changes those that refer to it: at most as often as there are parts.
    for _ in 0..=own.len() {
        let other = own.iter().find(|(name, part)| {
            let called = names.get(*name).unwrap_or(name);
            parts.get(called).is_some_and(|known| *known != pointed((*part).clone(), &names))
        });
        let Some((name, _)) = other else { break };
        names.insert(name.clone(), format!("{name}-{page}"));
    }
    for (name, part) in own {
        let called = names.get(&name).cloned().unwrap_or(name);
        parts.insert(called, pointed(part, &names));
    }
    pointed(schema, &names)
}

/// The same with every reference to a part of its own leading to where that part stands now.
fn pointed(mut value: Value, names: &BTreeMap<String, String>) -> Value {
    match &mut value {
        Value::Object(fields) => {
            for (field, inner) in fields.iter_mut() {
                let name = inner.as_str().and_then(|path| path.strip_prefix("#/$defs/"));
                match name.filter(|_| field == "$ref").and_then(|name| names.get(name)) {
                    Some(called) => *inner = Value::from(format!("#/components/schemas/{called}")),
                    None => *inner = pointed(inner.take(), names),
                }
            }
        }
        Value::Array(all) => all.iter_mut().for_each(|inner| *inner = pointed(inner.take(), names)),
        _ => {}
    }
    value
}

/// Where a page stands as data.
pub(crate) fn address(route: &Route) -> String {
    let path = route.path.trim_end_matches('/');
    if path.is_empty() { "/api/v1/cases".to_owned() } else { format!("/api/v1{path}") }
}

/// Why there is no answer.
fn refused() -> Value {
    json!({
        "description": "refused, and nothing was changed",
        "content": { "application/json": { "schema": {
            "type": "object",
            "properties": { "code": { "type": "string" }, "sentence": { "type": "string" }, "advice": { "type": ["string", "null"] } },
            "required": ["code"],
        } } },
    })
}

/// The parts of an address that are named.
fn in_path(route: &Route) -> Vec<Value> {
    let named = route.path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'));
    let one = |name| json!({ "name": name, "in": "path", "required": true, "schema": { "type": "string" } });
    named.map(one).collect()
}

/// A form with files that is reported on.
fn sending(route: &Route, schema: &Value) -> Value {
    let refused = refused();
    json!({
        "parameters": in_path(route),
        "requestBody": { "required": true, "content": { "multipart/form-data": { "schema": {
            "type": "object",
            "properties": {
                "file": { "type": "string", "format": "binary", "description": "a bundle as one zip; files of a folder go in as many fields of this name" },
                "key": { "type": "string", "maxLength": 4000, "description": "the verifier's half of the key of the log, and of the keys of cosigners, with spaces between" },
                "tsa-root": { "type": "string", "format": "binary", "description": "certificates of timestamp authorities that the reader believes, in PEM or DER; may be given more than once" },
                "tsa-issuer": { "type": "string", "format": "binary", "description": "certificates that only help to find a path to one of them" },
                "earlier-checkpoint": { "type": "string", "format": "binary", "description": "a signed checkpoint of an earlier bundle of the same case" },
            },
            "required": ["file"],
        } } } },
        "responses": {
            "200": { "description": "the report", "content": { "application/json": { "schema": schema } } },
            "401": refused, "403": refused, "404": refused, "409": refused, "421": refused, "422": refused, "429": refused, "500": refused, "503": refused,
        },
    })
}

fn operation(route: &Route, schema: &Value) -> Value {
    let refused = refused();
    let mut parameters = in_path(route);
    for (name, kind) in asked(route.path) {
        parameters
            .push(json!({ "name": name, "in": "query", "required": false, "schema": { "type": kind } }));
    }
    json!({
        "parameters": parameters,
        "responses": {
            "200": { "description": "the data of the page", "content": { "application/json": { "schema": schema } } },
            "401": refused, "403": refused, "404": refused, "409": refused, "421": refused, "422": refused, "405": { "description": "the address is asked, and takes nothing" }, "429": refused, "500": refused, "503": refused,
        },
    })
}

/// What an address may ask after the question mark.
fn asked(path: &str) -> &'static [(&'static str, &'static str)] {
    match path {
        "/c/{case}/posts" => &[
            ("q", "string"),
            ("statement", "string"),
            ("kind", "string"),
            ("label", "string"),
            ("account", "integer"),
            ("from-day", "string"),
            ("until-day", "string"),
            ("undated", "string"),
            ("order", "string"),
            ("skip", "integer"),
            ("take", "integer"),
        ],
        "/c/{case}/evidence/captures/of" => &[("post", "string"), ("name", "string")],
        "/c/{case}/statements" => &[("q", "string"), ("which", "string"), ("skip", "integer")],
        "/c/{case}/statements/{statement}" | "/c/{case}/people" => &[("skip", "integer")],
        "/c/{case}/spread/tree" => &[("post", "string")],
        "/c/{case}/custody" | "/c/{case}/evidence/columns" => &[("item", "string")],
        "/law/changes" => &[("from-day", "string"), ("until-day", "string")],
        "/law/facts" => &[("q", "string")],
        "/office/log" => &[("most", "integer")],
        "/register" => &[
            ("q", "string"),
            ("standing", "string"),
            ("mark", "string"),
            ("due-by", "string"),
            ("order", "string"),
            ("skip", "integer"),
        ],
        "/statistics" => &[
            ("from-day", "string"),
            ("until-day", "string"),
            ("as-of", "string"),
            ("period", "string"),
            ("threshold", "integer"),
            ("register", "string"),
            ("region", "string"),
            ("events", "string"),
            ("breaks", "string"),
        ],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::asked;
    use crate::page::question::{FIELDS, LISTS};
    use crate::routes::ROUTES;

    /// What a page asks and its data does not: where a list begins that is data as a whole, how it is drawn, and what a form says
    /// before anything is typed.
    const PAGE_ALONE: &[(&str, &str)] = &[
        ("book", "on"),
        ("book", "q"),
        ("custody", "skip"),
        ("evidence", "aside"),
        ("exhibits", "skip"),
        ("facts", "again"),
        ("facts", "q"),
        ("facts", "statement"),
        ("facts", "term"),
        ("history", "skip"),
        ("posts", "print"),
        ("party", "doubted"),
        ("publish", "case"),
        ("record", "duty"),
        ("settings", "password"),
        ("step", "early"),
        ("step", "event"),
        ("step", "procedure"),
        ("step", "statement"),
        ("step", "track"),
        ("terms", "skip"),
    ];
    /// Data of a page that asks nothing, in the file of one that does.
    const PUBLISHED: &str = "/statistics/published";
    /// What is read of an address by another file than that of its page.
    const ELSEWHERE: &[(&str, &str)] = &[("posts", "page/search"), ("statistics", "page/question")];

    /// The names that a source asks of an address.
    fn names(source: &str) -> Vec<String> {
        let mut found = Vec::new();
        for call in [
            "asked(\"",
            "_asked(call, \"",
            "number(call, call.query, \"",
            "number(call, asked, \"",
            "value(asked, \"",
            "day(\"",
        ] {
            let names = source.split(call).skip(1).filter_map(|rest| rest.split('"').next());
            found.extend(names.map(str::to_owned));
        }
        for (sign, name) in [("Part::asked(", "skip"), (".sought(", "q")] {
            found.extend(source.contains(sign).then(|| name.to_owned()));
        }
        if source.contains("const FIELDS") {
            found.extend(FIELDS.into_iter().chain(LISTS).map(str::to_owned));
        }
        found
    }

    /// Every name that the source of a page asks of its address is in the document, or asked by the page alone.
    #[test]
    fn every_name_that_a_page_asks_is_in_the_document() {
        let file = |name: &str| {
            let path = format!("{}/src/{name}.rs", env!("CARGO_MANIFEST_DIR"));
            std::fs::read_to_string(&path).unwrap()
        };
        let table = file("routes");
        let (mut unsaid, mut alone, mut looked) = (Vec::new(), Vec::new(), 0);
        for route in ROUTES
            .iter()
            .filter(|route| route.data.is_some() && route.told.is_none() && route.path != PUBLISHED)
        {
            let rest = table.split(&format!("\"{}\",", route.path)).nth(1).unwrap();
            let module = rest.split("page::").nth(1).unwrap().split("::").next().unwrap();
            let mut source = file(&format!("page/{module}"));
            for (_, other) in ELSEWHERE.iter().filter(|(page, _)| *page == module) {
                source.push_str(&file(other));
            }
            looked += 1;
            for name in names(&source) {
                if PAGE_ALONE.contains(&(module, &name)) {
                    alone.push((module, name));
                } else if !asked(route.path).iter().any(|(known, _)| *known == name) {
                    unsaid.push((module, name));
                }
            }
        }
        assert!(looked > 40, "{looked}");
        assert!(unsaid.is_empty(), "not in the document: {unsaid:?}");
        let stale = PAGE_ALONE
            .iter()
            .filter(|(module, name)| !alone.iter().any(|one| (one.0, one.1.as_str()) == (*module, *name)));
        assert_eq!(stale.count(), 0, "{PAGE_ALONE:?} and {alone:?}");
    }
}
