//! The document of the interface (OpenAPI 3.1), made from the table of addresses, so that the two cannot differ.

use crate::call::Call;
use crate::reply::{Reply, Wrong};
use crate::routes::{ROUTES, Route};
use serde_json::{Map, Value, json};

/// The document.
pub(crate) fn document(_: &Call<'_>) -> Result<Reply, Wrong> {
    Ok(Reply::Json(openapi()))
}

/// Every address that answers with data.
pub(crate) fn openapi() -> Value {
    let mut paths = Map::new();
    for route in ROUTES {
        if let Some(data) = route.data {
            let schema = serde_json::to_value((data.schema)()).unwrap_or(Value::Null);
            paths.insert(address(route), json!({ "get": operation(route, &schema) }));
        }
    }
    json!({
        "openapi": "3.1.0",
        "info": { "title": "redress", "version": env!("CARGO_PKG_VERSION") },
        "paths": paths,
        "components": { "securitySchemes": { "session": { "type": "apiKey", "in": "cookie", "name": crate::session::COOKIE } } },
        "security": [{ "session": [] }],
    })
}

/// Where a page stands as data.
pub(crate) fn address(route: &Route) -> String {
    let path = route.path.trim_end_matches('/');
    if path.is_empty() { "/api/v1/cases".to_owned() } else { format!("/api/v1{path}") }
}

fn operation(route: &Route, schema: &Value) -> Value {
    let refused = json!({
        "description": "refused, and nothing was changed",
        "content": { "application/json": { "schema": {
            "type": "object",
            "properties": { "code": { "type": "string" }, "sentence": { "type": "string" }, "advice": { "type": ["string", "null"] } },
            "required": ["code"],
        } } },
    });
    let mut parameters: Vec<Value> = Vec::new();
    for part in route.path.split('/') {
        if let Some(name) = part.strip_prefix('{').and_then(|part| part.strip_suffix('}')) {
            parameters.push(
                json!({ "name": name, "in": "path", "required": true, "schema": { "type": "string" } }),
            );
        }
    }
    for (name, kind) in asked(route.path) {
        parameters
            .push(json!({ "name": name, "in": "query", "required": false, "schema": { "type": kind } }));
    }
    json!({
        "parameters": parameters,
        "responses": {
            "200": { "description": "the data of the page", "content": { "application/json": { "schema": schema } } },
            "401": refused, "404": refused, "409": refused, "422": refused, "429": { "description": "too many requests at once" }, "500": refused,
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
            ("account", "integer"),
            ("from-day", "string"),
            ("until-day", "string"),
            ("undated", "string"),
            ("order", "string"),
            ("skip", "integer"),
            ("take", "integer"),
        ],
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
        ],
        _ => &[],
    }
}
