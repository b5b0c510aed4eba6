//! Every address of the server, in one table. The router, the document of the interface and the tests are made from it.

use crate::call::Call;
use crate::reply::{Reply, Wrong};
use crate::{act, api, page};
use schemars::Schema;
use serde_json::Value;

/// What answers a request.
pub(crate) type Answer = fn(&Call<'_>) -> Result<Reply, Wrong>;

/// The same as data.
#[derive(Clone, Copy)]
pub(crate) struct Data {
    /// Makes it.
    pub(crate) make: fn(&Call<'_>) -> Result<Value, Wrong>,
    /// Its shape.
    pub(crate) schema: fn() -> Schema,
}

/// One address. All of them are for whoever has a session; the way in and the way out are the server's own.
pub(crate) struct Route {
    /// `/c/{case}/posts`.
    pub(crate) path: &'static str,
    /// What shows it.
    pub(crate) get: Option<Answer>,
    /// What takes a form sent there.
    pub(crate) post: Option<Answer>,
    /// The same under `/api/v1`.
    pub(crate) data: Option<Data>,
}

const fn page(path: &'static str, get: Answer, data: Option<Data>) -> Route {
    Route { path, get: Some(get), post: None, data }
}

const fn act(path: &'static str, post: Answer) -> Route {
    Route { path, get: None, post: Some(post), data: None }
}

const fn both(path: &'static str, get: Answer, post: Answer, data: Option<Data>) -> Route {
    Route { path, get: Some(get), post: Some(post), data }
}

/// Every address.
pub(crate) const ROUTES: &[Route] = &[
    page("/", page::cases::show, Some(page::cases::DATA)),
    page("/help", page::help::show, Some(page::help::DATA)),
    page("/settings", page::settings::show, Some(page::settings::DATA)),
    page("/register", page::register::show, Some(page::register::DATA)),
    both("/statistics", page::statistics::show, act::statistics::make, Some(page::statistics::DATA)),
    page("/statistics/published", page::statistics::published, Some(page::statistics::PUBLISHED)),
    both("/verify", page::verify::show, act::verify::bundle, None),
    page("/law", page::book::show, Some(page::book::DATA)),
    page("/law/{provision}", page::book::provision, Some(page::book::PROVISION)),
    page("/c/{case}", page::overview::show, Some(page::overview::DATA)),
    page("/c/{case}/evidence", page::evidence::show, Some(page::evidence::DATA)),
    page("/c/{case}/posts", page::posts::show, Some(page::posts::DATA)),
    page("/c/{case}/statements", page::statements::show, Some(page::statements::DATA)),
    page("/c/{case}/statements/{statement}", page::statements::one, Some(page::statements::ONE)),
    page("/c/{case}/spread", page::spread::show, Some(page::spread::DATA)),
    page("/c/{case}/people", page::people::show, Some(page::people::DATA)),
    page("/c/{case}/facts", page::facts::show, Some(page::facts::DATA)),
    page("/c/{case}/law", page::law::show, Some(page::law::DATA)),
    page("/c/{case}/routes", page::ways::show, Some(page::ways::DATA)),
    page("/c/{case}/procedure", page::procedure::show, Some(page::procedure::DATA)),
    both("/c/{case}/step", page::step::show, act::step::add, Some(page::step::DATA)),
    both("/c/{case}/record/{kind}", page::record::show, act::record::add, None),
    page("/c/{case}/papers", page::papers::show, Some(page::papers::DATA)),
    page("/c/{case}/papers/{form}", page::paper::show, Some(page::paper::DATA)),
    page("/c/{case}/papers/{form}/file", act::paper::file, None),
    page("/c/{case}/bundle", page::bundle::show, Some(page::bundle::DATA)),
    both("/c/{case}/hand-over", page::hand_over::show, act::hand_over::send, Some(page::hand_over::DATA)),
    act("/c/{case}/hand-over/file", act::hand_over::file),
    both("/c/{case}/verify", page::verify::show, act::verify::bundle, None),
    page("/c/{case}/history", page::history::show, Some(page::history::DATA)),
    act("/c", act::case::begin),
    act("/example", act::case::example),
    act("/c/{case}/add", act::add::files),
    act("/c/{case}/add/text", act::add::text),
    act("/c/{case}/reveal", act::reveal::one),
    act("/c/{case}/facts/set", act::fact::set),
    act("/c/{case}/facts/withdraw", act::fact::withdraw),
    act("/c/{case}/facts/dispute", act::fact::dispute),
    act("/c/{case}/people/add", act::party::add),
    act("/c/{case}/strike", act::record::strike),
    act("/c/{case}/papers/draw", act::paper::draw),
    act("/c/{case}/papers/reopen", act::paper::reopen),
    act("/c/{case}/bundle/pack", act::bundle::pack),
    act("/c/{case}/stop", act::session::stop),
    act("/settings/language", act::session::language),
    act("/settings/name", act::session::name),
    act("/leave", act::session::leave),
    Route { path: "/api/v1", get: Some(api::document), post: None, data: None },
];
