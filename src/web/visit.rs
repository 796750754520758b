//! One request, read: the place it names, its query, its form, who asks and in which language. It does nothing about it.

use std::sync::Arc;

use axum::extract::{FromRequest, FromRequestParts, RawPathParams, Request};
use axum::http::header::CONTENT_TYPE;
use axum::http::{Method, StatusCode};
use axum::response::Response;

use super::Workbench;
use super::advice::on_page;
use super::fields::{Fields, encoded};
use super::gate;
use super::notices::Notice;
use super::page::own_path;
use super::reply::{failed, outlived};
use crate::l10n::Localizer;
use crate::model::{Address, Failure, Language, Message, ParagraphNumber, Slug};
use crate::ops::Desk;

/// The longest form that is read, in bytes. A letter of Arabic is six bytes there.
pub(super) const LONGEST_FORM: usize = 8 * 1024 * 1024;

#[derive(Clone)]
pub(super) struct Visit {
    pub(super) workbench: Arc<Workbench>,
    pub(super) language: Language,
    /// The path and query of this page, to come back to.
    pub(super) here: String,
    pub(super) query: Fields,
    pub(super) form: Fields,
    slug: Option<String>,
    number: Option<String>,
}

impl FromRequest<Arc<Workbench>> for Visit {
    type Rejection = Response;

    async fn from_request(request: Request, workbench: &Arc<Workbench>) -> Result<Self, Response> {
        let (mut parts, body) = request.into_parts();
        let language = gate::language(workbench, &parts.headers);
        let localizer = workbench.localizer(&language);
        let refuse = |status, message| failed(localizer, status, &Failure::usage("request", message));
        let unreadable = || refuse(StatusCode::BAD_REQUEST, Message::new("err-web-request"));
        let places = RawPathParams::from_request_parts(&mut parts, workbench).await.map_err(|_| unreadable())?;
        let place = |name: &str| places.iter().find(|(other, _)| *other == name).map(|(_, value)| value.to_owned());
        let (slug, number) = (place("slug"), place("number"));
        let query = Fields::read(parts.uri.query().unwrap_or_default().as_bytes()).ok_or_else(unreadable)?;
        let mut here = parts.uri.path_and_query().map_or("/", |path| path.as_str()).to_owned();
        let mut form = Fields::default();
        if parts.method == Method::POST {
            let is_form = parts.headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).is_some_and(|kind| {
                let essence = kind.split(';').next().unwrap_or_default().trim();
                essence.eq_ignore_ascii_case("application/x-www-form-urlencoded")
            });
            if !is_form {
                return Err(refuse(StatusCode::UNSUPPORTED_MEDIA_TYPE, Message::new("err-web-request")));
            }
            let too_long = |_| refuse(StatusCode::PAYLOAD_TOO_LARGE, Message::new("err-web-too-long"));
            let bytes = axum::body::to_bytes(body, LONGEST_FORM).await.map_err(too_long)?;
            form = Fields::read(&bytes).ok_or_else(unreadable)?;
            if !workbench.secrets.is_form(form.given("form")) {
                return Err(outlived(localizer, &form));
            }
        }
        if let Some(back) = form.value("back") {
            here = own_path(back).to_owned();
        }
        let workbench = Arc::clone(workbench);
        Ok(Self { workbench, language, here, query, form, slug, number })
    }
}

impl Visit {
    pub(super) fn localizer(&self) -> &Localizer {
        self.workbench.localizer(&self.language)
    }

    /// A sentence in the reader's language.
    pub(super) fn say(&self, message: impl Into<Message>) -> String {
        self.localizer().sentence(&on_page(message.into()))
    }

    /// A sentence without arguments.
    pub(super) fn text(&self, id: &'static str) -> String {
        self.say(Message::new(id))
    }

    /// The desk, for reading.
    pub(super) fn desk(&self) -> Result<Desk, Failure> {
        self.workbench.desk(Vec::new())
    }

    /// The desk, for an act that the operation log has under these words.
    pub(super) fn desk_for(&self, act: &str, address: &str) -> Result<Desk, Failure> {
        let words = ["serve", act, address].into_iter().filter(|word| !word.is_empty());
        self.workbench.desk(words.map(str::to_owned).collect())
    }

    /// The article that the path names.
    pub(super) fn slug(&self) -> Result<Slug, Failure> {
        let given = self.slug.as_deref().unwrap_or_default();
        given.parse().map_err(|_| nothing(given))
    }

    /// The number of the paragraph that the path names.
    pub(super) fn number(&self) -> Result<u32, Failure> {
        let given = self.number.as_deref().unwrap_or_default();
        given.parse().ok().filter(|number| *number > 0).ok_or_else(|| nothing(given))
    }

    /// The paragraph that the path names.
    pub(super) fn address(&self) -> Result<Address, Failure> {
        Ok(Address::of(&self.slug()?, ParagraphNumber(self.number()?)))
    }

    /// What is to be told here.
    pub(super) fn notice(&self) -> Notice {
        self.query.number("told").and_then(|number| self.workbench.notices.find(number)).unwrap_or_default()
    }

    /// The number of the notice that the page has, to come back to.
    pub(super) fn told(&self) -> Option<u64> {
        let (_, query) = self.here.split_once('?')?;
        Fields::read(query.as_bytes())?.number("told")
    }

    /// What the page that was sent had from the one before it is now where this visit leaves it.
    pub(super) fn forget_typed(&self) {
        let _ = self.form.number("told").and_then(|number| self.workbench.notices.take_typed(number));
    }

    /// The same visit with a notice on its page, which is there again when the person comes back to it.
    pub(super) fn telling(&self, notice: Notice) -> Self {
        self.forget_typed();
        let path = self.here.split('?').next().unwrap_or("/");
        let here = format!("{path}?told={}", self.workbench.notices.keep(notice));
        Self { here, ..self.clone() }
    }
}

fn nothing(given: &str) -> Failure {
    Failure::not_found("page", Message::new("err-web-page").with("given", given))
}

/// The page of an article.
pub(super) fn article_path(slug: &str) -> String {
    format!("/articles/{}", encoded(slug))
}

/// The page of a paragraph.
pub(super) fn paragraph_path(slug: &str, number: u32) -> String {
    format!("{}/{number}", article_path(slug))
}

/// The page of an address such as `waters`, `waters:7`, `waters:7.2`; of several paragraphs that of their article.
pub(super) fn path_of(address: &str) -> Option<String> {
    let address: Address = address.parse().ok()?;
    let slug = address.slug().as_str();
    Some(match &address {
        Address::Segment(_, number, _) => paragraph_path(slug, number.0),
        Address::Paragraphs(_, ranges) if address.is_one_paragraph() => paragraph_path(slug, ranges[0].first.0),
        Address::Paragraphs(_, ranges) => format!("{}#p{}", article_path(slug), ranges[0].first.0),
        Address::Article(_) => article_path(slug),
    })
}
