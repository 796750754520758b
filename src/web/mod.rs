//! The local workbench: pages on this machine alone, for people who do not live in a terminal. It calls use cases and nothing
//! else, each on a thread that may wait, and is the only room with asynchronous code.
//!
//! Nothing in a request is taken for the path of a file, nothing from a desk gets into a page unescaped, and a page fetches nothing
//! from anywhere else. Who may come in is the business of `gate`.

mod advice;
mod article;
mod assets;
mod desk;
mod document;
mod fields;
mod gate;
mod lines;
mod notices;
mod page;
mod panels;
mod paragraph;
mod reply;
mod search;
mod secrets;
mod server;
mod text;
mod trace;
mod undoing;
mod visit;
mod work;

use std::sync::Arc;

use axum::Router;
use axum::routing::{MethodRouter, get};

use crate::l10n::{Localizer, available_languages};
use crate::model::{Failure, Language};
use crate::ops::{Desk, DeskLocation};
use notices::Notices;
use reply::Reply;
use secrets::Secrets;
use visit::Visit;

pub use server::{DEFAULT_PORT, Door, run};

/// A desk that is worked at through pages, by one person.
pub struct Workbench {
    location: DeskLocation,
    person: String,
    language: Language,
    localizers: Vec<Localizer>,
    port: u16,
    secrets: Secrets,
    notices: Notices,
}

impl Workbench {
    /// A workbench at a desk, for whoever the location says acts, in a language until another is chosen.
    ///
    /// # Errors
    /// When the desk cannot be opened, nobody is known to act, or the system gives no random numbers.
    pub fn new(location: DeskLocation, language: Language, port: u16) -> Result<Self, Failure> {
        let desk = Desk::open(location.clone()).map_err(|error| error.failure())?;
        let person = desk.person().to_owned();
        let localizers = available_languages().iter().map(|tag| Localizer::new(&[tag.to_string()], true)).collect();
        Ok(Self {
            // Whoever acts now acts until the end, whatever a setting says meanwhile.
            location: DeskLocation { person: Some(person.clone()), ..location },
            person,
            language,
            localizers,
            port,
            secrets: Secrets::new()?,
            notices: Notices::default(),
        })
    }

    /// The address to open, with the secret that opens the door once.
    #[must_use]
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/?{}={}", self.port, gate::KEY, self.secrets.link())
    }

    /// Who acts.
    #[must_use]
    pub fn person(&self) -> &str {
        &self.person
    }

    fn localizer(&self, language: &Language) -> &Localizer {
        let found = self.localizers.iter().find(|localizer| localizer.language() == *language);
        found.unwrap_or(&self.localizers[0])
    }

    /// The desk, opened for one request: what another program does to it meanwhile is seen by the next.
    fn desk(&self, words: Vec<String>) -> Result<Desk, Failure> {
        Desk::open(DeskLocation { command: words, ..self.location.clone() }).map_err(|error| error.failure())
    }
}

/// What answers a request, on a thread that may wait.
type Handler = fn(&Visit) -> Result<Reply, Failure>;

fn shown(handler: Handler) -> MethodRouter<Arc<Workbench>> {
    get(move |visit: Visit| reply::answer(visit, handler))
}

fn done(handler: Handler) -> MethodRouter<Arc<Workbench>> {
    axum::routing::post(move |visit: Visit| reply::answer(visit, handler))
}

/// Everything that can be asked of a workbench, behind its gate.
pub fn router(workbench: Arc<Workbench>) -> Router {
    let guard = axum::middleware::from_fn_with_state(Arc::clone(&workbench), gate::guard);
    Router::new()
        .route("/", shown(desk::show))
        .route("/articles/{slug}", shown(article::show))
        .route("/articles/{slug}/export", shown(document::show).merge(done(document::download)))
        .route("/articles/{slug}/{number}", shown(paragraph::show).merge(done(work::act)))
        .route("/articles/{slug}/{number}/history", shown(trace::show))
        .route("/search", shown(search::show))
        .route("/undo", done(undoing::undo))
        .route("/redo", done(undoing::redo))
        .route("/language", done(page::choose_language))
        .route("/style.css", get(assets::style))
        .route("/script.js", get(assets::script))
        .route("/icon.svg", get(assets::icon))
        .fallback(reply::nowhere)
        .method_not_allowed_fallback(reply::nowhere)
        .layer(guard)
        .with_state(workbench)
}
