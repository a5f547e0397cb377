//! Answers the requests of the browser, and limits who may make them.
//!
//! Other programs on this machine and pages on other sites can reach a local port too. So a request
//! is answered only if its `Host` is this address (which excludes a foreign site that points its
//! own name here), if it only reads, and if its path is in this file. No response may be read,
//! framed or run by another site.

use super::state::Shared;
use crate::assets::Assets;
use crate::diagnostics::{Language, Phrase, phrase, said};
use std::io;
use std::net::TcpListener;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tiny_http::{Header, Method, Request, Response, Server};

/// How long a request for the state waits before it is answered unchanged.
const PATIENCE: Duration = Duration::from_secs(20);

/// Most requests answered at once; a browser makes at most six per window.
const MOST_REQUESTS: usize = 64;

/// The files of the page: request path, asset and content type.
const FILES: [(&str, &str, &str); 4] = [
    ("/", "templates/watch/index.html", "text/html; charset=utf-8"),
    ("/preview.css", "templates/watch/preview.css", "text/css; charset=utf-8"),
    ("/preview.js", "templates/watch/preview.js", "text/javascript; charset=utf-8"),
    ("/icon.svg", "templates/watch/icon.svg", "image/svg+xml"),
];

/// Content security policy of the page: it may use its own style, script and images, and nothing
/// else.
const PAGE_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
    img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; \
    frame-ancestors 'none'; require-trusted-types-for 'script'";

/// Policy of an image of a document page: it may contain embedded images, and runs nothing.
const IMAGE_POLICY: &str =
    "default-src 'none'; img-src data:; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";

/// Policy of the PDF: a stricter one would block the browser's own viewer.
const PDF_POLICY: &str = "frame-ancestors 'none'";

/// Headers of every response.
const ALWAYS: [(&str, &str); 6] = [
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    // Drafts must not remain in the browser's cache.
    ("Cache-Control", "no-store"),
];

/// A response to be sent.
struct Answer {
    status: u16,
    kind: &'static str,
    policy: &'static str,
    body: Vec<u8>,
}

impl Answer {
    fn new(kind: &'static str, policy: &'static str, body: impl Into<Vec<u8>>) -> Self {
        Self { status: 200, kind, policy, body: body.into() }
    }

    fn refusal(status: u16, why: &Phrase, language: Language) -> Self {
        let text = format!("{}\n", said(why, language));
        Self { status, ..Self::new("text/plain; charset=utf-8", PAGE_POLICY, text) }
    }
}

/// Starts threads that answer requests.
pub fn serve(
    listener: TcpListener,
    port: u16,
    shared: Arc<Shared>,
    assets: Assets,
    language: Language,
) -> io::Result<()> {
    let server = Server::from_listener(listener, None).map_err(io::Error::other)?;
    let busy = Arc::new(AtomicUsize::new(0));
    let each = move || {
        for request in server.incoming_requests() {
            if busy.fetch_add(1, Ordering::SeqCst) >= MOST_REQUESTS {
                busy.fetch_sub(1, Ordering::SeqCst);
                send(request, Answer::refusal(503, &phrase("preview-busy"), language));
                continue;
            }
            let (shared, assets, done) = (Arc::clone(&shared), assets.clone(), Arc::clone(&busy));
            let answered = std::thread::Builder::new().spawn(move || {
                let answer = answer(&request, port, &shared, &assets, language);
                send(request, answer);
                done.fetch_sub(1, Ordering::SeqCst);
            });
            if answered.is_err() {
                busy.fetch_sub(1, Ordering::SeqCst);
            }
        }
    };
    std::thread::Builder::new().name("voorbeeld".to_owned()).spawn(each)?;
    Ok(())
}

fn send(request: Request, answer: Answer) {
    // The body is in memory, so its length is known and it need not be chunked.
    let response = Response::from_data(answer.body).with_chunked_threshold(usize::MAX);
    let mut response = response.with_status_code(answer.status);
    let own = [("Content-Type", answer.kind), ("Content-Security-Policy", answer.policy)];
    for (name, value) in ALWAYS.into_iter().chain(own) {
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    if answer.status == 405
        && let Ok(header) = Header::from_bytes("Allow", "GET")
    {
        response.add_header(header);
    }
    // A failure means that the browser closed the connection.
    let _ = request.respond(response);
}

fn answer(
    request: &Request,
    port: u16,
    shared: &Shared,
    assets: &Assets,
    language: Language,
) -> Answer {
    let hosts = request.headers().iter().filter(|header| header.field.equiv("Host"));
    let hosts: Vec<&str> = hosts.map(|header| header.value.as_str()).collect();
    if hosts.len() != 1 || !hosts.iter().all(|host| ours(host, port)) {
        return Answer::refusal(403, &phrase("preview-foreign"), language);
    }
    if *request.method() != Method::Get {
        return Answer::refusal(405, &phrase("preview-reads"), language);
    }
    let (path, query) = request.url().split_once('?').unwrap_or((request.url(), ""));
    if let Some((_, file, kind)) = FILES.iter().find(|(known, ..)| *known == path) {
        let body = assets.get(file).unwrap_or_default();
        return Answer::new(kind, PAGE_POLICY, body);
    }
    if path == "/state" {
        let tag = query.strip_prefix("since=").unwrap_or("");
        return Answer::new("application/json", PAGE_POLICY, shared.next(tag, PATIENCE));
    }
    if path == "/document.pdf" {
        return match shared.pdf() {
            Some(pdf) => Answer::new("application/pdf", PDF_POLICY, pdf.as_slice()),
            None => Answer::refusal(404, &phrase("preview-no-pdf"), language),
        };
    }
    let id = path.strip_prefix("/pages/").and_then(|name| name.strip_suffix(".svg"));
    match id.and_then(|id| shared.page(id)) {
        Some(page) => Answer::new("image/svg+xml", IMAGE_POLICY, page.svg.as_str()),
        None => Answer::refusal(404, &phrase("preview-nothing"), language),
    }
}

/// Whether a `Host` header is this address; another name that points here is refused.
fn ours(host: &str, port: u16) -> bool {
    let (name, given) = host.rsplit_once(':').unwrap_or((host, "80"));
    let known = name == "127.0.0.1" || name.eq_ignore_ascii_case("localhost");
    known && given == port.to_string()
}

#[cfg(test)]
mod tests {
    use super::ours;

    #[test]
    fn only_requests_that_name_this_address_are_ours() {
        for host in ["127.0.0.1:8080", "localhost:8080", "LocalHost:8080"] {
            assert!(ours(host, 8080), "{host}");
        }
        assert!(ours("localhost", 80));
        for host in [
            "",
            ":8080",
            "localhost",
            "127.0.0.1:80",
            "evil.example:8080",
            "127.0.0.1.evil:8080",
            "127.0.0.1:8080.evil.example",
            "evil@127.0.0.1:8080",
            "localhost:08080",
            "[::1]:8080",
        ] {
            assert!(!ours(host, 8080), "{host}");
        }
    }
}
