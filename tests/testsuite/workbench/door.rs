//! Who is let in, from where, and what a browser is told to do with the answers.

use axum::body::Body;

use std::io::{BufRead as _, Read as _, Write as _};
use std::process::{Child, Stdio};

use super::{Browser, PORT, form, newsroom, paragraph, request};
use crate::desk::Workplace;

#[test]
fn without_the_link_nothing_is_shown() {
    let place = newsroom();
    let mut stranger = Browser::stranger(&place, "amal", "en");
    for path in ["/", "/articles/a", "/articles/a/1", "/search?q=x", "/style.css", "/nowhere", "/?key=", "/?key=0"] {
        let page = stranger.get(path);
        assert_eq!(page.status, 403, "{path}");
        page.lacks("الوزير").lacks("stylesheet").lacks("amal");
        assert_eq!(page.header("set-cookie"), "", "{path}");
    }
    let posted = stranger.post("/articles/a/1", &[("act", "save"), ("text", "x"), ("expect", "1")]);
    assert_eq!(posted.status, 403);
    assert_eq!(paragraph(&place, 1)["target"], "");
}

#[test]
fn the_link_opens_the_door_once_and_the_cookie_keeps_it_open() {
    let place = newsroom();
    let mut browser = Browser::stranger(&place, "amal", "en");
    let link = browser.link.clone();
    let page = browser.get(&link).shown();
    let cookie = page.header("set-cookie");
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict") && cookie.contains("Path=/"), "{cookie}");
    assert!(!cookie.contains(link.split('=').nth(1).unwrap()), "the cookie is the link");
    browser.get("/").shown().has("desk.hunayn").has("amal");
    let known = std::mem::take(&mut browser.cookies);
    assert_eq!(browser.get(&link).status, 403, "a second browser followed the link");
    browser.cookies = known;
    browser.get(&link).shown();
    browser
        .cookies
        .values_mut()
        .for_each(|value| value.replace_range(0..1, if value.starts_with('0') { "1" } else { "0" }));
    assert_eq!(browser.get("/").status, 403);
}

#[test]
fn another_host_is_refused_whatever_the_cookie_says() {
    let place = newsroom();
    let mut browser = Browser::of(&place, "amal");
    let ask = |browser: &mut Browser, host: &str| {
        let builder = axum::http::Request::builder().uri("/").header("cookie", browser.cookie());
        let builder = if host.is_empty() { builder } else { builder.header("host", host) };
        browser.send(builder.body(Body::empty()).unwrap()).status
    };
    for host in ["evil.example", "evil.example:8809", "127.0.0.1", "127.0.0.1:80", "127.0.0.1:8809.evil.example", ""] {
        assert_eq!(ask(&mut browser, host), 403, "{host}");
    }
    for host in ["127.0.0.1:8809", "localhost:8809", "LOCALHOST:8809", "[::1]:8809"] {
        assert_eq!(ask(&mut browser, host), 200, "{host}");
    }
    let absolute = request("GET", "http://evil.example/").header("cookie", browser.cookie());
    assert_eq!(browser.send(absolute.body(Body::empty()).unwrap()).status, 403);
}

#[test]
fn a_form_of_another_site_changes_nothing() {
    let place = newsroom();
    let mut browser = Browser::of(&place, "amal");
    let (own, token) = (format!("http://127.0.0.1:{PORT}"), browser.token.clone());
    let id = browser.paragraph("/articles/a/1");
    let mut send = |headers: &[(&str, &str)], token: &str, kind: &str| {
        let fields =
            [("form", token), ("paragraph", id.as_str()), ("act", "save"), ("text", "stolen"), ("expect", "1")];
        let mut builder =
            request("POST", "/articles/a/1").header("cookie", browser.cookie()).header("content-type", kind);
        for (name, value) in headers {
            builder = builder.header(*name, *value);
        }
        browser.send(builder.body(Body::from(form(fields.iter()))).unwrap()).status
    };
    let urlencoded = "application/x-www-form-urlencoded";
    let origin = [("origin", own.as_str())];
    for headers in [
        &[][..],
        &[("origin", "http://evil.example")],
        &[("origin", "null")],
        &[("origin", "http://127.0.0.1:9999")],
        &[("origin", own.as_str()), ("sec-fetch-site", "cross-site")],
        &[("sec-fetch-site", "same-site")],
        &[("sec-fetch-site", "none")],
    ] {
        assert_eq!(send(headers, &token, urlencoded), 403, "{headers:?}");
    }
    assert_eq!(send(&origin, "", urlencoded), 403);
    assert_eq!(send(&origin, &"0".repeat(64), urlencoded), 403);
    assert_eq!(send(&origin, &token, "text/plain"), 415);
    assert_eq!(paragraph(&place, 1)["revision"], 1);
    assert_eq!(send(&origin, &token, urlencoded), 303);
    assert_eq!(paragraph(&place, 1)["target"], "stolen");
}

#[test]
fn every_answer_forbids_scripts_frames_and_keeping() {
    let place = newsroom();
    let mut browser = Browser::of(&place, "amal");
    for path in ["/", "/articles/a/1", "/nowhere", "/style.css", "/articles/a/99"] {
        let page = browser.get(path);
        let policy = page.header("content-security-policy");
        assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
        assert!(policy.contains("frame-ancestors 'none'") && policy.contains("script-src 'self'"), "{policy}");
        assert_eq!(page.header("x-content-type-options"), "nosniff");
        assert_eq!(page.header("cache-control"), "no-store");
        assert_eq!(page.header("referrer-policy"), "same-origin");
    }
    let mut stranger = Browser::stranger(&place, "amal", "en");
    assert!(stranger.get("/").header("content-security-policy").starts_with("default-src 'none'"));
    // Nothing in a page would be refused by it.
    for path in ["/", "/articles/a", "/articles/a/1", "/articles/a/1/history", "/articles/a/export", "/search"] {
        let page = browser.get(path).shown();
        page.lacks(" style=").lacks("<style").lacks(" onclick").lacks("http://").lacks("https://");
        assert_eq!(page.text().matches("<script").count(), 1, "{path}");
    }
}

#[test]
fn a_form_that_is_too_long_or_unreadable_is_refused_whole() {
    let place = newsroom();
    let mut browser = Browser::of(&place, "amal");
    let long = "x".repeat(9 * 1024 * 1024);
    assert_eq!(browser.post("/articles/a/1", &[("act", "save"), ("text", &long), ("expect", "1")]).status, 413);
    let spoiled = format!("form={}&act=save&expect=1&text=%FF", browser.token);
    let request = request("POST", "/articles/a/1")
        .header("cookie", browser.cookie())
        .header("content-type", "application/x-www-form-urlencoded")
        .header("sec-fetch-site", "same-origin");
    assert_eq!(browser.send(request.body(Body::from(spoiled)).unwrap()).status, 400);
    assert_eq!(paragraph(&place, 1)["revision"], 1);
}

#[test]
fn no_path_of_a_request_opens_a_file() {
    let place = newsroom();
    place.file("secret.txt", "the secret of the folder");
    let mut browser = Browser::of(&place, "amal");
    for path in [
        "/secret.txt",
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/articles/..%2Fsecret.txt",
        "/articles/%2Fetc%2Fpasswd/1",
        "/articles/a%00/1",
        "/articles/a/1/../../../secret.txt",
        "/desk.hunayn",
    ] {
        let page = browser.get(path);
        assert_eq!(page.status, 404, "{path}");
        page.lacks("the secret").lacks("root:");
    }
    let page = browser.post("/articles/a/export", &[("as", "../../x target"), ("draft", "1")]);
    assert_eq!(page.status, 400);
    browser.post("/language", &[("language", "ar"), ("back", "//evil.example/")]);
    let answer = browser.post("/language", &[("language", "ar"), ("back", "//evil.example/")]);
    assert_eq!(answer.header("location"), "/");
}

/// A program that serves, and ends with the test whatever becomes of it.
struct Served(Child);

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The program, serving a desk on a free port, and what it said first.
fn served(place: &Workplace) -> (Served, serde_json::Value) {
    let mut command = place.command(&["serve", "--port", "0", "--json"]);
    let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
    let mut line = String::new();
    std::io::BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    (Served(child), serde_json::from_str(&line).unwrap())
}

fn asked(port: u64, path: &str) -> String {
    let mut stream = std::net::TcpStream::connect(("127.0.0.1", u16::try_from(port).unwrap())).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

#[test]
fn the_program_prints_its_address_serves_this_machine_and_ends_when_told() {
    let place = newsroom();
    let (mut child, told) = served(&place);
    let (address, port) = (told["address"].as_str().unwrap().to_owned(), told["port"].as_u64().unwrap());
    assert_eq!((told["schema"].as_u64(), told["person"].as_str()), (Some(1), Some("salma")));
    let path = address.strip_prefix(&format!("http://127.0.0.1:{port}")).unwrap();
    assert!(asked(port, "/").starts_with("HTTP/1.1 403 "));
    let opened = asked(port, path);
    assert!(opened.starts_with("HTTP/1.1 200 ") && opened.contains("set-cookie: "), "{opened}");
    assert!(asked(port, path).starts_with("HTTP/1.1 403 "), "the link opened the door twice");
    let taken = place.run(&["serve", "--port", &port.to_string()]);
    assert_eq!(taken.code, 1, "{}", taken.stderr);
    assert!(taken.stderr.contains("--port 0"), "{}", taken.stderr);
    #[cfg(unix)]
    {
        let signalled = std::process::Command::new("kill").args(["-INT", &child.0.id().to_string()]).status().unwrap();
        assert!(signalled.success());
        assert_eq!(child.0.wait().unwrap().code(), Some(0));
    }
    #[cfg(not(unix))]
    drop(child);
}

#[test]
fn without_a_desk_nothing_is_served() {
    let place = Workplace::empty();
    let answer = place.run(&["serve", "--port", "0", "--desk", "none.hunayn"]);
    assert_eq!((answer.code, answer.stdout.as_str()), (5, ""), "{}", answer.stderr);
}
