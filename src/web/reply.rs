//! What goes back to the browser, and how a use case that may wait is run for it.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE, HeaderMap, HeaderValue, LOCATION, SET_COOKIE};
use axum::response::{IntoResponse, Response};
use maud::{DOCTYPE, Markup, html};

use super::fields::{Fields, encoded};
use super::notices::Notice;
use super::visit::Visit;
use super::{Handler, Workbench, gate, page};
use crate::l10n::Localizer;
use crate::model::{Failure, FailureClass, Message};

pub(super) enum Reply {
    /// A page.
    Page(StatusCode, Markup),
    /// Another page, to be fetched, with a notice for it.
    GoTo(String, Box<Notice>),
    /// Another page, with a cookie.
    Remember(String, Option<HeaderValue>),
    /// A file to keep.
    File { name: String, media_type: &'static str, bytes: Vec<u8> },
}

/// Runs a handler on a thread that may wait, and makes a page of its failure.
pub(super) async fn answer(visit: Visit, handler: Handler) -> Response {
    let workbench = Arc::clone(&visit.workbench);
    let language = visit.language.clone();
    let work = move || match handler(&visit) {
        Ok(reply) => reply.response(&visit.workbench),
        Err(failure) => {
            let status = status_of(&failure);
            let reply = Reply::Page(status, page::failure(&visit, &failure));
            reply.response(&visit.workbench)
        }
    };
    tokio::task::spawn_blocking(work).await.unwrap_or_else(|_| {
        let failure = Failure::failed("web", Message::new("err-web-broken"));
        failed(workbench.localizer(&language), StatusCode::INTERNAL_SERVER_ERROR, &failure)
    })
}

/// What is asked for and is not there.
pub(super) async fn nowhere(State(workbench): State<Arc<Workbench>>, headers: HeaderMap) -> Response {
    let failure = Failure::not_found("page", Message::new("err-web-nowhere"));
    failed(workbench.localizer(&gate::language(&workbench, &headers)), StatusCode::NOT_FOUND, &failure)
}

impl Reply {
    pub(super) fn page(markup: Markup) -> Self {
        Self::Page(StatusCode::OK, markup)
    }

    fn response(self, workbench: &Workbench) -> Response {
        match self {
            Self::Page(status, markup) => html_response(status, markup),
            Self::GoTo(path, notice) => {
                let number = workbench.notices.keep(*notice);
                let (path, place) = path.split_once('#').map_or((path.as_str(), ""), |(path, place)| (path, place));
                let joint = if path.contains('?') { '&' } else { '?' };
                let place = if place.is_empty() { String::new() } else { format!("#{place}") };
                gone_to(&format!("{path}{joint}told={number}{place}"))
            }
            Self::Remember(path, cookie) => {
                let mut response = gone_to(&path);
                if let Some(cookie) = cookie {
                    response.headers_mut().insert(SET_COOKIE, cookie);
                }
                response
            }
            Self::File { name, media_type, bytes } => file_response(&name, media_type, bytes),
        }
    }
}

fn gone_to(path: &str) -> Response {
    match HeaderValue::from_str(path) {
        Ok(place) => (StatusCode::SEE_OTHER, [(LOCATION, place)]).into_response(),
        Err(_) => (StatusCode::SEE_OTHER, [(LOCATION, HeaderValue::from_static("/"))]).into_response(),
    }
}

/// The name goes in the form of RFC 6266, which holds any script.
fn file_response(name: &str, media_type: &'static str, bytes: Vec<u8>) -> Response {
    let disposition = format!("attachment; filename*=UTF-8''{}", encoded(name));
    let disposition = HeaderValue::from_str(&disposition).unwrap_or(HeaderValue::from_static("attachment"));
    let media_type = HeaderValue::from_static(media_type);
    ([(CONTENT_TYPE, media_type), (CONTENT_DISPOSITION, disposition)], bytes).into_response()
}

pub(super) fn html_response(status: StatusCode, markup: Markup) -> Response {
    let media_type = HeaderValue::from_static("text/html; charset=utf-8");
    (status, [(CONTENT_TYPE, media_type)], markup.into_string()).into_response()
}

/// The page of a failure where there is no visit to speak of.
pub(super) fn failed(localizer: &Localizer, status: StatusCode, failure: &Failure) -> Response {
    let language = localizer.language();
    let page = html! {
        (DOCTYPE)
        html lang=(language) dir=(language.direction().as_str()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { "Hunayn" }
                link rel="stylesheet" href="/style.css";
            }
            body {
                main {
                    (page::told_failure(localizer, failure))
                    p { a href="/" { (localizer.sentence(&Message::new("web-to-desk"))) } }
                }
            }
        }
    };
    html_response(status, page)
}

/// The page for a form of an earlier run: what was typed in it is shown to be taken along, for the browser may have it no more.
pub(super) fn outlived(localizer: &Localizer, form: &Fields) -> Response {
    let page = gate::bare(localizer, false, &Message::new("err-web-form"), &page::typed_areas(localizer, form));
    html_response(StatusCode::FORBIDDEN, page)
}

/// The status that a browser is told for a class of failures.
pub(super) fn status_of(failure: &Failure) -> StatusCode {
    match (failure.class, failure.code) {
        (_, "role" | "four-eyes") => StatusCode::FORBIDDEN,
        (FailureClass::Usage, _) => StatusCode::BAD_REQUEST,
        (FailureClass::Gate | FailureClass::Conflict, _) | (_, "not-possible") => StatusCode::CONFLICT,
        (FailureClass::NotFound, _) => StatusCode::NOT_FOUND,
        (FailureClass::Desk, _) => StatusCode::SERVICE_UNAVAILABLE,
        (FailureClass::Failed | FailureClass::Interrupted, _) => StatusCode::INTERNAL_SERVER_ERROR,
    }
}
