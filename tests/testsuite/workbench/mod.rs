//! The local workbench, asked without a network as a browser asks it: a desk, a door, a cookie, forms.

mod door;
mod keeping;
mod pages;
mod working;

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request};
use hunayn::ops::DeskLocation;
use hunayn::web::{Workbench, router};
use tower::ServiceExt as _;

use crate::desk::Workplace;

/// The port that the requests name; nobody listens there.
const PORT: u16 = 8809;

/// What came back.
struct Page {
    status: u16,
    headers: HeaderMap,
    bytes: Vec<u8>,
}

impl Page {
    /// The text of the page, without the marks that keep names apart in a sentence.
    fn text(&self) -> String {
        String::from_utf8(self.bytes.clone()).unwrap().replace(['\u{2068}', '\u{2069}'], "")
    }

    fn header(&self, name: &str) -> String {
        self.headers.get(name).map(|value| value.to_str().unwrap().to_owned()).unwrap_or_default()
    }

    /// The page, if it is one and nothing was refused.
    #[track_caller]
    fn shown(self) -> Self {
        assert_eq!(self.status, 200, "{}", self.text());
        self
    }

    #[track_caller]
    fn has(&self, wanted: &str) -> &Self {
        let text = self.text();
        assert!(text.contains(wanted), "{wanted:?} is not in {text}");
        self
    }

    #[track_caller]
    fn lacks(&self, unwanted: &str) -> &Self {
        let text = self.text();
        assert!(!text.contains(unwanted), "{unwanted:?} is in {text}");
        self
    }

    /// The value of a hidden field.
    #[track_caller]
    fn field(&self, name: &str) -> String {
        let pattern = regex::Regex::new(&format!("name=\"{name}\" value=\"([^\"]*)\"")).unwrap();
        let text = self.text();
        let found = pattern.captures(&text).unwrap_or_else(|| panic!("no field {name} in {text}"));
        found[1].to_owned()
    }

    /// What the button says whose act begins so.
    #[track_caller]
    fn act(&self, begin: &str) -> String {
        let text = self.text();
        let rest = text.split(&format!("name=\"act\" value=\"{begin}")).nth(1);
        let rest = rest.unwrap_or_else(|| panic!("no button {begin} in {text}"));
        format!("{begin}{}", rest.split('"').next().unwrap())
    }

    /// What a text area holds when the browser has read the page: the line end that stands first is no part of it.
    #[track_caller]
    fn area(&self, name: &str) -> String {
        let pattern =
            regex::Regex::new(&format!("(?s)<textarea [^>]*name=\"{name}\"[^>]*>\n(.*?)</textarea>")).unwrap();
        let text = String::from_utf8(self.bytes.clone()).unwrap();
        let found = pattern.captures(&text).unwrap_or_else(|| panic!("no area {name} in {text}"));
        let unescaped = found[1].replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
        unescaped.replace("&amp;", "&").replace("\r\n", "\n").replace('\r', "\n")
    }
}

/// A browser that may have been let in.
struct Browser {
    app: Router,
    link: String,
    cookies: BTreeMap<String, String>,
    token: String,
    /// The global ids of paragraphs by the path of their page, as the browser saw them first.
    seen: BTreeMap<String, String>,
}

fn run<F: Future>(future: F) -> F::Output {
    tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(future)
}

fn request(method: &str, path: &str) -> axum::http::request::Builder {
    Request::builder().method(method).uri(path).header("host", format!("127.0.0.1:{PORT}"))
}

fn encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

impl Browser {
    /// A browser that knows nothing yet.
    fn stranger(place: &Workplace, person: &str, language: &str) -> Self {
        let location =
            DeskLocation { path: place.path(), person: Some(person.to_owned()), login: None, command: Vec::new() };
        let workbench = Workbench::new(location, language.parse().unwrap(), PORT).unwrap();
        let link = workbench.address().split_once(&PORT.to_string()).unwrap().1.to_owned();
        Self {
            app: router(Arc::new(workbench)),
            link,
            cookies: BTreeMap::new(),
            token: String::new(),
            seen: BTreeMap::new(),
        }
    }

    /// A browser that has followed the link.
    fn of(place: &Workplace, person: &str) -> Self {
        Self::in_language(place, person, "en")
    }

    fn in_language(place: &Workplace, person: &str, language: &str) -> Self {
        let mut browser = Self::stranger(place, person, language);
        let link = browser.link.clone();
        browser.get(&link).shown();
        browser.token = browser.get("/").shown().field("form");
        browser
    }

    fn cookie(&self) -> String {
        self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ")
    }

    fn send(&mut self, request: Request<Body>) -> Page {
        let app = self.app.clone();
        let page = run(async move {
            let response = app.oneshot(request).await.unwrap();
            let (parts, body) = response.into_parts();
            let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap().to_vec();
            Page { status: parts.status.as_u16(), headers: parts.headers, bytes }
        });
        for cookie in page.headers.get_all("set-cookie") {
            let (name, rest) = cookie.to_str().unwrap().split_once('=').unwrap();
            self.cookies.insert(name.to_owned(), rest.split(';').next().unwrap().to_owned());
        }
        page
    }

    fn get(&mut self, path: &str) -> Page {
        let request = request("GET", path).header("cookie", self.cookie()).body(Body::empty()).unwrap();
        self.send(request)
    }

    /// The id that the form of a paragraph carries, from the first look at it.
    fn paragraph(&mut self, path: &str) -> String {
        if !self.seen.contains_key(path) && path.starts_with("/articles/") && !path.ends_with("/export") {
            let page = self.get(path);
            let id = if page.status == 200 { page.field("paragraph") } else { String::new() };
            self.seen.insert(path.to_owned(), id);
        }
        self.seen.get(path).cloned().unwrap_or_default()
    }

    /// Sends a form as a page of the workbench does, line ends as a browser sends them.
    fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let paragraph = self.paragraph(path);
        let hidden = [("form", self.token.as_str()), ("paragraph", paragraph.as_str())];
        let body = form(hidden.iter().chain(fields));
        let request = request("POST", path)
            .header("cookie", self.cookie())
            .header("content-type", "application/x-www-form-urlencoded")
            .header("origin", format!("http://127.0.0.1:{PORT}"))
            .header("sec-fetch-site", "same-origin");
        self.send(request.body(Body::from(body)).unwrap())
    }

    /// The same, and then the page to which it leads.
    #[track_caller]
    fn post_and_follow(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let answer = self.post(path, fields);
        assert_eq!(answer.status, 303, "{}", answer.text());
        let place = answer.header("location");
        self.get(place.split('#').next().unwrap()).shown()
    }
}

fn form<'a>(fields: impl Iterator<Item = &'a (&'a str, &'a str)>) -> String {
    let pairs = fields.map(|(name, value)| {
        let value = value.replace("\r\n", "\n").replace('\r', "\n").replace('\n', "\r\n");
        format!("{}={}", encoded(name), encoded(&value))
    });
    pairs.collect::<Vec<_>>().join("&")
}

/// A desk with an article of three paragraphs, and three people with a role each.
fn newsroom() -> Workplace {
    let place = Workplace::with_lines(&["قال الوزير إن المدرسة مغلقة.", "كتب الولد الدرس.", "انتهى الخبر."]);
    for (person, role) in [("salma", "editor"), ("amal", "translator"), ("basil", "reviewer")] {
        place.run(&["person", "add", person, "--role", role]).done();
    }
    place
}

/// What the desk has for a paragraph, as `show --json` tells it.
fn paragraph(place: &Workplace, number: usize) -> serde_json::Value {
    place.json(&["show", "a"])["paragraphs"][number - 1].clone()
}
