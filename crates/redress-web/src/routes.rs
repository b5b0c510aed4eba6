//! Every address of the server, in one table. The router, the document of the interface and the tests are made from it.

use crate::call::Call;
use crate::reply::{Reply, Wrong};
use crate::{act, api, page};
use schemars::Schema;
use serde_json::Value;
use std::collections::BTreeMap;

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
    /// What a form with files that is sent there is answered with, under `/api/v1`: only where nothing is changed by it, so
    /// that it takes no token of the session.
    pub(crate) told: Option<Data>,
}

const fn page(path: &'static str, get: Answer, data: Option<Data>) -> Route {
    Route { path, get: Some(get), post: None, data, told: None }
}

const fn act(path: &'static str, post: Answer) -> Route {
    Route { path, get: None, post: Some(post), data: None, told: None }
}

const fn both(path: &'static str, get: Answer, post: Answer, data: Option<Data>) -> Route {
    Route { path, get: Some(get), post: Some(post), data, told: None }
}

/// A page that reports on what is sent to it, and keeps nothing of it.
const fn told(path: &'static str, get: Answer, post: Answer, data: Data, told: Data) -> Route {
    Route { path, get: Some(get), post: Some(post), data: Some(data), told: Some(told) }
}

/// Verifying a bundle.
const fn verify(path: &'static str) -> Route {
    told(path, page::verify::show, act::verify::bundle, page::verify::DATA, page::verify::TOLD)
}

/// Deriving the figures of a bundle again.
const fn recompute(path: &'static str) -> Route {
    told(path, page::recompute::show, act::recompute::bundle, page::recompute::DATA, page::recompute::TOLD)
}

/// Every address.
pub(crate) const ROUTES: &[Route] = &[
    page("/", page::cases::show, Some(page::cases::DATA)),
    page("/help", page::help::show, Some(page::help::DATA)),
    page("/settings", page::settings::show, Some(page::settings::DATA)),
    both("/register", page::register::show, act::seek::set, Some(page::register::DATA)),
    both("/statistics", page::statistics::show, act::statistics::make, Some(page::statistics::DATA)),
    page("/statistics/published", page::statistics::published, Some(page::statistics::PUBLISHED)),
    act("/statistics/paper", act::statistics::paper),
    both("/statistics/publish", page::publish::show, act::publish::make, Some(page::publish::DATA)),
    page("/statistics/publish/file", act::publish::file, None),
    both("/receive", page::receive::show, act::receive::take, Some(page::receive::DATA)),
    verify("/verify"),
    recompute("/recompute"),
    both("/cosign", page::cosign::show, act::seals::cosign, Some(page::cosign::DATA)),
    both("/law", page::book::show, act::seek::set, Some(page::book::DATA)),
    page("/law/changes", page::changes::show, Some(page::changes::DATA)),
    page("/law/readings", page::readings::show, Some(page::readings::DATA)),
    both("/law/facts", page::terms::show, act::seek::set, Some(page::terms::DATA)),
    page("/law/{provision}", page::provision::show, Some(page::provision::DATA)),
    page("/office", page::office::show, Some(page::office::DATA)),
    page("/office/log", page::office_log::show, Some(page::office_log::DATA)),
    page("/c/{case}", page::overview::show, Some(page::overview::DATA)),
    page("/c/{case}/evidence", page::evidence::show, Some(page::evidence_data::DATA)),
    both("/c/{case}/evidence/columns", page::columns::show, act::columns::choose, Some(page::columns::DATA)),
    page("/c/{case}/evidence/captures", page::captures::show, Some(page::captures::DATA)),
    page("/c/{case}/evidence/captures/of", page::capture::show, Some(page::capture::DATA)),
    both("/c/{case}/posts", page::posts::show, act::seek::set, Some(page::posts::DATA)),
    both("/c/{case}/statements", page::statements::show, act::seek::set, Some(page::statements::DATA)),
    page("/c/{case}/statements/{statement}", page::statements::one, Some(page::statements::ONE)),
    page("/c/{case}/spread", page::spread::show, Some(page::spread::DATA)),
    page("/c/{case}/spread/tree", page::tree::show, Some(page::tree::DATA)),
    page("/c/{case}/people", page::people::show, Some(page::people::DATA)),
    page("/c/{case}/people/{party}", page::party::show, Some(page::party::DATA)),
    both("/c/{case}/facts", page::facts::show, act::seek::set, Some(page::facts::DATA)),
    page("/c/{case}/law", page::law::show, Some(page::law::DATA)),
    page("/c/{case}/routes", page::ways::show, Some(page::ways::DATA)),
    page("/c/{case}/similar", page::similar::show, Some(page::similar::DATA)),
    page("/c/{case}/procedure", page::procedure::show, Some(page::procedure::DATA)),
    both(
        "/c/{case}/procedure/calendar",
        page::calendar::show,
        act::calendar::give,
        Some(page::calendar::DATA),
    ),
    both("/c/{case}/step", page::step::show, act::step::add, Some(page::step::DATA)),
    both("/c/{case}/record/{kind}", page::record::show, act::record::add, Some(page::record::DATA)),
    page("/c/{case}/papers", page::papers::show, Some(page::papers::DATA)),
    both("/c/{case}/papers/exhibits", page::exhibits::show, act::exhibits::keep, Some(page::exhibits::DATA)),
    page("/c/{case}/papers/{form}", page::paper::show, Some(page::paper::DATA)),
    page("/c/{case}/papers/{form}/file", act::paper::file, None),
    page("/c/{case}/papers/{form}/pages", act::paper::pages, None),
    page("/c/{case}/bundle", page::bundle::show, Some(page::bundle::DATA)),
    both("/c/{case}/hand-over", page::hand_over::show, act::hand_over::send, Some(page::hand_over::DATA)),
    act("/c/{case}/hand-over/file", act::hand_over::file),
    verify("/c/{case}/verify"),
    recompute("/c/{case}/recompute"),
    both("/c/{case}/members", page::members::show, act::members::add, Some(page::members::DATA)),
    page("/c/{case}/print.css", page::print::sheet, None),
    page("/c/{case}/history", page::history::show, Some(page::history::DATA)),
    page("/c/{case}/custody", page::custody::show, Some(page::custody::DATA)),
    page("/c/{case}/seals", page::seals::show, Some(page::seals::DATA)),
    act("/c", act::case::begin),
    act("/example", act::case::example),
    act("/c/{case}/add", act::add::files),
    act("/c/{case}/add/text", act::add::text),
    act("/c/{case}/posts/label", act::label::set),
    act("/c/{case}/posts/summary", act::summary::set),
    act("/c/{case}/reveal", act::reveal::one),
    act("/c/{case}/evidence/captures/reveal", act::capture::reveal),
    act("/c/{case}/evidence/view", act::item::view),
    act("/c/{case}/evidence/file", act::item::file),
    act("/c/{case}/evidence/check", act::seal::check),
    act("/c/{case}/evidence/count", act::aside::count),
    act("/c/{case}/evidence/hand-in", act::aside::hand_in),
    act("/c/{case}/facts/set", act::fact::set),
    act("/c/{case}/facts/withdraw", act::fact::withdraw),
    act("/c/{case}/facts/dispute", act::fact::dispute),
    act("/c/{case}/people/add", act::party::add),
    act("/c/{case}/people/set", act::party::set),
    act("/c/{case}/people/strike", act::party::strike),
    act("/c/{case}/people/take-back", act::party::take_back),
    act("/c/{case}/people/look", act::party::look),
    act("/c/{case}/strike", act::record::strike),
    act("/c/{case}/papers/draw", act::paper::draw),
    act("/c/{case}/papers/reopen", act::paper::reopen),
    act("/c/{case}/bundle/pack", act::bundle::pack),
    act("/c/{case}/copy", act::copy::give),
    act("/c/{case}/seal", act::copy::seal),
    act("/c/{case}/name", act::case::rename),
    act("/c/{case}/seals/ask", act::seals::ask),
    act("/c/{case}/seals/question", act::seals::question),
    act("/c/{case}/seals/answer", act::seals::answer),
    act("/c/{case}/seals/request", act::seals::request),
    act("/c/{case}/seals/cosignature", act::seals::cosignature),
    act("/c/{case}/custody/look", act::origins::look),
    act("/c/{case}/stop", act::session::stop),
    act("/c/{case}/members/end", act::members::end),
    act("/office/account", act::office::account),
    act("/office/lock", act::office::lock),
    act("/office/password", act::office::password),
    act("/office/audit", act::office::audit),
    act("/office/recount", act::office::recount),
    act("/settings/password", act::password::change),
    act("/settings/language", act::session::language),
    act("/settings/name", act::session::name),
    act("/settings/keys", act::session::keys),
    act("/settings/reader", act::session::reader),
    act("/settings/lines", act::session::lines),
    act("/leave", act::session::leave),
    Route { path: "/api/v1", get: Some(api::document), post: None, data: None, told: None },
];

/// The page that is shown at an address, or the nearest above it: what an act shows cannot be asked for again.
pub(crate) fn shown_at(path: &str) -> &str {
    let mut page = path;
    while !page.is_empty() {
        if best(page).is_none_or(|route| route.get.is_some()) {
            return page;
        }
        page = page.rsplit_once('/').map_or("", |(above, _)| above);
    }
    "/"
}

/// What shows the page at an address, and the parts of that address by their names.
pub(crate) fn page_at(path: &str) -> Option<(Answer, BTreeMap<String, String>)> {
    let route = best(path)?;
    let named = |known: &str| known.strip_prefix('{')?.strip_suffix('}').map(str::to_owned);
    let pairs = route.path.split('/').zip(path.split('/'));
    Some((route.get?, pairs.filter_map(|(known, said)| Some((named(known)?, said.to_owned()))).collect()))
}

/// The address of the table that fits: of several the one with the fewest parts that are open, as the router chooses.
fn best(path: &str) -> Option<&'static Route> {
    let open = |route: &Route| route.path.matches('{').count();
    ROUTES.iter().filter(|route| fits(route.path, path)).min_by_key(|route| open(route))
}

fn fits(pattern: &str, path: &str) -> bool {
    let (mut known, mut asked) = (pattern.split('/'), path.split('/'));
    loop {
        match (known.next(), asked.next()) {
            (None, None) => return true,
            (Some(known), Some(asked)) if known == asked || known.starts_with('{') => {}
            _ => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::shown_at;

    #[test]
    fn one_comes_back_to_a_page_and_never_to_an_act() {
        let pairs = [
            ("/", "/"),
            ("/c/rd-1", "/c/rd-1"),
            ("/c/rd-1/posts", "/c/rd-1/posts"),
            ("/c/rd-1/people/look", "/c/rd-1/people"),
            ("/c/rd-1/people/party-01", "/c/rd-1/people/party-01"),
            ("/c/rd-1/bundle/pack", "/c/rd-1/bundle"),
            ("/c/rd-1/add/text", "/c/rd-1"),
            ("/c/rd-1/step", "/c/rd-1/step"),
            ("/statistics/paper", "/statistics"),
            ("/c/rd-1/members/end", "/c/rd-1/members"),
            ("/office/lock", "/office"),
            ("/c", "/"),
            ("/nowhere", "/nowhere"),
        ];
        for (path, page) in pairs {
            assert_eq!(shown_at(path), page, "{path}");
        }
    }
}
