//! Who may come in. A request must name this machine as its host (or a page elsewhere could rebind a name to it), carry the cookie
//! that the link of this run has given, and, where it changes something, come from a page of the workbench: by its origin, and by
//! the token in the form, which `visit` asks for.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, COOKIE, HOST, HeaderMap, HeaderName, HeaderValue, ORIGIN, REFERRER_POLICY,
    SET_COOKIE, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use maud::{DOCTYPE, html};

use super::Workbench;
use super::fields::Fields;
use super::reply::{html_response, outlived};
use super::visit::LONGEST_FORM;
use crate::l10n::Localizer;
use crate::model::{Language, Message};

/// The name of the secret in the first address.
pub(super) const KEY: &str = "key";

/// Nothing from elsewhere, no script and no style in the page itself, and no page of ours inside another.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; \
                      base-uri 'none'; frame-ancestors 'none'";

/// Lets a request in or turns it away, and says with every answer how a browser is to treat it.
pub(super) async fn guard(State(workbench): State<Arc<Workbench>>, request: Request, next: Next) -> Response {
    let mut response = match admission(&workbench, &request) {
        Admission::Granted => next.run(request).await,
        Admission::Opened => opened(&workbench),
        Admission::Outlived => read_along(&workbench, request).await,
        Admission::Refused(reason) => refused(&workbench, request.headers(), &reason),
    };
    secure(response.headers_mut());
    response
}

enum Admission {
    Granted,
    /// The link of this run was followed.
    Opened,
    /// A form came from a page of ours that an earlier run had made.
    Outlived,
    Refused(Message),
}

fn admission(workbench: &Workbench, request: &Request) -> Admission {
    let headers = request.headers();
    if !is_own_host(workbench, request) {
        return Admission::Refused(Message::new("err-web-host"));
    }
    let key = || {
        let fields = Fields::read(request.uri().query().unwrap_or_default().as_bytes())?;
        fields.value(KEY).map(str::to_owned)
    };
    let is_known = cookie(headers, &session_cookie(workbench)).is_some_and(|c| workbench.secrets.is_session(&c));
    if !is_known {
        return match (request.method(), request.uri().path(), key()) {
            (&Method::GET, "/", Some(key)) if workbench.secrets.use_link(&key) => Admission::Opened,
            (_, _, Some(_)) => Admission::Refused(Message::new("err-web-link")),
            (&Method::POST, ..) if is_own_origin(workbench, headers) => Admission::Outlived,
            _ => Admission::Refused(Message::new("err-web-stranger")),
        };
    }
    if key().is_some() && request.method() == Method::GET {
        return Admission::Opened;
    }
    if !request.method().is_safe() && !is_own_origin(workbench, headers) {
        return Admission::Refused(Message::new("err-web-origin"));
    }
    Admission::Granted
}

/// The names under which this machine may be asked; a browser leaves out the port that is usual.
fn hosts(workbench: &Workbench) -> [String; 3] {
    ["127.0.0.1", "localhost", "[::1]"].map(|name| match workbench.port {
        80 => name.to_owned(),
        port => format!("{name}:{port}"),
    })
}

fn is_own_host(workbench: &Workbench, request: &Request) -> bool {
    let hosts = hosts(workbench);
    let own = |name: &str| hosts.iter().any(|host| host.eq_ignore_ascii_case(name));
    let mut named = request.headers().get_all(HOST).iter();
    let is_own = named.next().and_then(|host| host.to_str().ok()).is_some_and(own) && named.next().is_none();
    is_own && request.uri().authority().is_none_or(|authority| own(authority.as_str()))
}

/// Every browser sends at least one of both headers with a form; a request with neither comes from none.
fn is_own_origin(workbench: &Workbench, headers: &HeaderMap) -> bool {
    let origin = headers.get(ORIGIN).map(|origin| {
        let named = origin.to_str().ok().and_then(|origin| origin.strip_prefix("http://"));
        named.is_some_and(|named| hosts(workbench).iter().any(|host| host == named))
    });
    let site = headers.get(HeaderName::from_static("sec-fetch-site")).map(|site| site == "same-origin");
    (origin.is_some() || site.is_some()) && origin != Some(false) && site != Some(false)
}

/// Cookies are shared by all ports of a machine; the port in the name keeps two workbenches apart.
fn session_cookie(workbench: &Workbench) -> String {
    format!("hunayn-{}", workbench.port)
}

pub(super) fn language_cookie(workbench: &Workbench) -> String {
    format!("hunayn-language-{}", workbench.port)
}

/// The value of a cookie.
pub(super) fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    let all = headers.get_all(COOKIE).iter().filter_map(|header| header.to_str().ok());
    let mut pairs = all.flat_map(|header| header.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(other, _)| *other == name).map(|(_, value)| value.to_owned())
}

/// A header that sets a cookie for this machine alone, out of the reach of scripts and of other sites.
pub(super) fn set_cookie(name: &str, value: &str) -> Option<HeaderValue> {
    const WEEK: u32 = 7 * 24 * 60 * 60;
    HeaderValue::from_str(&format!("{name}={value}; Path=/; Max-Age={WEEK}; HttpOnly; SameSite=Strict")).ok()
}

/// The language that was chosen in the browser, or that of the start.
pub(super) fn language(workbench: &Workbench, headers: &HeaderMap) -> Language {
    let chosen = cookie(headers, &language_cookie(workbench)).and_then(|tag| tag.parse::<Language>().ok());
    chosen.filter(|tag| workbench.localizers.iter().any(|l| l.language() == *tag)).unwrap_or(workbench.language.clone())
}

/// The page from which the browser goes on by itself. A redirection would not do: where the link stands on a page elsewhere, the
/// cookie would not come along with it.
fn opened(workbench: &Workbench) -> Response {
    let localizer = workbench.localizer(&workbench.language);
    let page = bare(localizer, true, &Message::new("web-welcome"), &html! {});
    let mut response = html_response(StatusCode::OK, page);
    if let Some(header) = set_cookie(&session_cookie(workbench), workbench.secrets.session()) {
        response.headers_mut().insert(SET_COOKIE, header);
    }
    response
}

/// Reads a form of an earlier run to show what was typed in it, and for nothing else.
async fn read_along(workbench: &Workbench, request: Request) -> Response {
    let localizer = workbench.localizer(&language(workbench, request.headers()));
    match axum::body::to_bytes(request.into_body(), LONGEST_FORM).await {
        Ok(bytes) => outlived(localizer, &Fields::read(&bytes).unwrap_or_default()),
        Err(_) => {
            let page = bare(localizer, false, &Message::new("err-web-too-long"), &html! {});
            html_response(StatusCode::PAYLOAD_TOO_LARGE, page)
        }
    }
}

fn refused(workbench: &Workbench, headers: &HeaderMap, reason: &Message) -> Response {
    let localizer = workbench.localizer(&language(workbench, headers));
    html_response(StatusCode::FORBIDDEN, bare(localizer, false, reason, &html! {})).into_response()
}

/// A page that needs nothing: neither style nor script is given to strangers.
pub(super) fn bare(localizer: &Localizer, goes_on: bool, said: &Message, below: &maud::Markup) -> maud::Markup {
    let language = localizer.language();
    html! {
        (DOCTYPE)
        html lang=(language) dir=(language.direction().as_str()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                @if goes_on { meta http-equiv="refresh" content="0; url=/"; }
                title { "Hunayn" }
            }
            body {
                main {
                    h1 { "Hunayn" }
                    p { (localizer.sentence(said)) }
                    (below)
                    @if goes_on { p { a href="/" { (localizer.sentence(&Message::new("web-go-on"))) } } }
                }
            }
        }
    }
}

/// No answer is kept by the browser, shown inside another page, guessed at, or told to another site.
fn secure(headers: &mut HeaderMap) {
    let opener = HeaderName::from_static("cross-origin-opener-policy");
    let resource = HeaderName::from_static("cross-origin-resource-policy");
    for (name, value) in [
        (CONTENT_SECURITY_POLICY, POLICY),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (X_FRAME_OPTIONS, "DENY"),
        // Without any referrer a browser would send no origin with a form either (Fetch, 3.2).
        (REFERRER_POLICY, "same-origin"),
        (opener, "same-origin"),
        (resource, "same-origin"),
        (CACHE_CONTROL, "no-store"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
}
