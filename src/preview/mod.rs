//! Serves a live preview of a document to a browser on this machine, from memory.
//!
//! The browser requests `/state`; the response waits until there is a new state. The browser then
//! fetches the pages that it does not have yet.

mod server;
mod state;

use crate::assets::{Assets, sha256};
use crate::diagnostics::Language;
use crate::publish::PageImage;
use serde::Serialize;
use state::Shared;
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::{Arc, Condvar, Mutex};

/// The default port, used if no port was given and this one is free.
const USUAL_PORT: u16 = 8080;

/// The contents of the preview.
#[derive(Debug, Clone, Default)]
pub struct Showing {
    pub title: String,
    /// The result of the last round, in one line.
    pub status: String,
    /// The problems as text; empty if there are none.
    pub problems: String,
    /// Whether the pages are from an earlier version, because the current one has errors.
    pub stale: bool,
    pub pages: Vec<Arc<PageImage>>,
    pub pdf: Option<Arc<Vec<u8>>>,
}

/// A running preview server. It stops when the program ends.
pub struct Preview {
    shared: Arc<Shared>,
    port: u16,
}

/// [`Showing`] as sent to the browser.
#[derive(Serialize)]
struct Message<'a> {
    tag: &'a str,
    title: &'a str,
    status: &'a str,
    problems: &'a str,
    stale: bool,
    pdf: bool,
    pages: Vec<Size<'a>>,
}

/// A page without its image, which the browser fetches by id.
#[derive(Serialize)]
struct Size<'a> {
    id: &'a str,
    width: f64,
    height: f64,
}

impl Preview {
    /// Starts the server on the loopback address. Without a port it uses 8080, or a free port if
    /// that one is taken; port 0 is any free port. The page itself comes from `templates/watch/`.
    ///
    /// # Errors
    /// If the port is taken or not allowed.
    pub fn open(port: Option<u16>, assets: Assets, language: Language) -> io::Result<Self> {
        let listen = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
        let listener = match port {
            Some(port) => listen(port)?,
            None => listen(USUAL_PORT).or_else(|_| listen(0))?,
        };
        let port = listener.local_addr()?.port();
        let shared = Arc::new(Shared { state: Mutex::default(), changed: Condvar::new() });
        let preview = Self { shared: Arc::clone(&shared), port };
        preview.show(&Showing::default());
        server::serve(listener, port, shared, assets, language)?;
        Ok(preview)
    }

    #[must_use]
    pub fn address(&self) -> String {
        format!("http://{}/", SocketAddr::from((Ipv4Addr::LOCALHOST, self.port)))
    }

    /// Replaces the contents and wakes the waiting browsers.
    pub fn show(&self, showing: &Showing) {
        let mut state = self.shared.lock();
        // The tag is a hash of the contents, so that a browser knows whether it is up to date, even
        // after a restart of the program.
        state.tag = sha256(message("", showing).as_bytes()).get(..24).unwrap_or_default().into();
        state.json = message(&state.tag, showing);
        let pages = showing.pages.iter().map(|page| (page.id.clone(), Arc::clone(page))).collect();
        state.before = std::mem::replace(&mut state.pages, pages);
        state.pdf.clone_from(&showing.pdf);
        drop(state);
        self.shared.changed.notify_all();
    }
}

fn message(tag: &str, showing: &Showing) -> String {
    let size = |page: &Arc<PageImage>| (page.width, page.height);
    let pages = showing.pages.iter().map(|page| {
        let (width, height) = size(page);
        Size { id: &page.id, width, height }
    });
    let message = Message {
        tag,
        title: &showing.title,
        status: &showing.status,
        problems: &showing.problems,
        stale: showing.stale,
        pdf: showing.pdf.is_some(),
        pages: pages.collect(),
    };
    serde_json::to_string(&message).unwrap_or_default()
}
