//! What stands before every page: is this request for this server, from one of its own pages, and what the browser is
//! told never to do with the answer.

use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, header};

/// No script but the one file, no style but the one file, nothing from elsewhere, no frame around or inside (W3C CSP 3).
pub(crate) const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
/// For a captured thing that is shown: nothing at all, in an origin of its own.
pub(crate) const INERT: &str = "default-src 'none'; img-src 'self'; sandbox; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/// What goes with every answer.
pub(crate) fn headers(answer: &mut HeaderMap, tls: bool) {
    let fixed: [(HeaderName, &'static str); 8] = [
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::X_FRAME_OPTIONS, "DENY"),
        // To nobody else; without any, a browser would not say of its own forms where they come from (WHATWG Fetch, 3.1).
        (header::REFERRER_POLICY, "same-origin"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (
            HeaderName::from_static("permissions-policy"),
            "camera=(), microphone=(), geolocation=(), clipboard-read=(), display-capture=()",
        ),
        (HeaderName::from_static("x-robots-tag"), "noindex"),
        // What a page shows is for this moment: nothing of it stays in the browser (RFC 9111, 5.2.2.5).
        (header::CACHE_CONTROL, "no-store"),
    ];
    for (name, value) in fixed {
        answer.entry(name).or_insert(HeaderValue::from_static(value));
    }
    answer.entry(header::CONTENT_SECURITY_POLICY).or_insert(HeaderValue::from_static(POLICY));
    if tls {
        let year = HeaderValue::from_static("max-age=31536000");
        answer.entry(header::STRICT_TRANSPORT_SECURITY).or_insert(year);
    }
}

/// Whether the request names this server. A page elsewhere can make a name of its own lead to this computer; it cannot
/// make the browser call it by this server's name.
pub(crate) fn for_us(headers: &HeaderMap, hosts: &[String]) -> bool {
    let named = headers.get(header::HOST).and_then(|host| host.to_str().ok());
    named.is_some_and(|named| hosts.iter().any(|host| host.eq_ignore_ascii_case(named)))
}

/// Whether a request that changes something comes from a page of this server, as far as the browser says.
pub(crate) fn from_us(method: &Method, headers: &HeaderMap, hosts: &[String]) -> bool {
    if *method == Method::GET || *method == Method::HEAD {
        return true;
    }
    let text = |name: &HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    if text(&HeaderName::from_static("sec-fetch-site"))
        .is_some_and(|site| site != "same-origin" && site != "none")
    {
        return false;
    }
    text(&header::ORIGIN).is_none_or(|origin| {
        let host = origin.strip_prefix("http://").or_else(|| origin.strip_prefix("https://"));
        host.is_some_and(|host| hosts.iter().any(|known| known.eq_ignore_ascii_case(host)))
    })
}

/// The value of a cookie (RFC 6265, 4.2).
pub(crate) fn cookie<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    let sent = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = sent.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(known, _)| *known == name).map(|(_, value)| value)
}

/// Whether two secrets are the same, in a time that does not say how far they agree.
pub(crate) fn same(a: &str, b: &str) -> bool {
    a.len() == b.len() && a.bytes().zip(b.bytes()).fold(0, |differ, (a, b)| differ | (a ^ b)) == 0
}

#[cfg(test)]
mod tests {
    use super::{cookie, for_us, from_us, same};
    use axum::http::{HeaderMap, HeaderName, HeaderValue, Method};

    fn with(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        pairs
            .iter()
            .map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)))
            .collect()
    }

    #[test]
    fn a_name_that_was_made_to_lead_here_is_not_this_server() {
        let hosts = ["127.0.0.1:4317".to_owned(), "localhost:4317".to_owned()];
        assert!(for_us(&with(&[("host", "127.0.0.1:4317")]), &hosts));
        assert!(for_us(&with(&[("host", "LOCALHOST:4317")]), &hosts));
        for host in ["evil.example:4317", "127.0.0.1", "127.0.0.1:80", ""] {
            assert!(!for_us(&with(&[("host", host)]), &hosts), "{host}");
        }
        assert!(!for_us(&HeaderMap::new(), &hosts));
    }

    #[test]
    fn a_change_from_a_page_elsewhere_is_not_taken() {
        let hosts = ["127.0.0.1:4317".to_owned()];
        let post = |pairs| from_us(&Method::POST, &with(pairs), &hosts);
        assert!(post(&[("origin", "http://127.0.0.1:4317"), ("sec-fetch-site", "same-origin")]));
        assert!(post(&[]), "a program that is no browser says nothing, and has no cookie of a browser");
        assert!(!post(&[("origin", "http://evil.example")]));
        assert!(!post(&[("origin", "null")]));
        assert!(!post(&[("sec-fetch-site", "cross-site")]));
        assert!(!post(&[("sec-fetch-site", "same-site")]));
        assert!(from_us(&Method::GET, &with(&[("sec-fetch-site", "cross-site")]), &hosts));
    }

    #[test]
    fn cookies_are_read_by_their_whole_name() {
        let sent = with(&[("cookie", "xredress=1; redress=abc; redressed=2")]);
        assert_eq!(cookie(&sent, "redress"), Some("abc"));
        assert_eq!(cookie(&sent, "red"), None);
        assert!(same("abc", "abc") && !same("abc", "abd") && !same("abc", "ab") && same("", ""));
    }
}
