//! A preview of a document in the browser of whoever writes it, from memory, on this machine alone.
//!
//! The browser asks for `/state` and waits: the answer comes once there is something new. It then
//! fetches the pages that it does not show yet.

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

/// The port that is taken when none was asked for and it is free.
const USUAL_PORT: u16 = 8080;

/// What the preview shows.
#[derive(Debug, Clone, Default)]
pub struct Showing {
    /// What the document is called.
    pub title: String,
    /// How it went the last time, in a line.
    pub status: String,
    /// The problems as text; empty where there are none.
    pub problems: String,
    /// Whether the pages are of an earlier version, because the present one has errors.
    pub stale: bool,
    pub pages: Vec<Arc<PageImage>>,
    /// The PDF, once there is one.
    pub pdf: Option<Arc<Vec<u8>>>,
}

/// A running preview. It ends with the program.
pub struct Preview {
    shared: Arc<Shared>,
    port: u16,
}

/// [`Showing`] as the page in the browser gets it.
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

/// A page without its picture, which is fetched by its id.
#[derive(Serialize)]
struct Size<'a> {
    id: &'a str,
    width: f64,
    height: f64,
}

impl Preview {
    /// Serves the preview on this machine. Without a port it is 8080, or any other where that one
    /// is taken; port 0 is any port. The page itself comes from `templates/watch/`.
    ///
    /// # Errors
    /// Where the port is taken or not allowed.
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

    /// The address to open in a browser.
    #[must_use]
    pub fn address(&self) -> String {
        format!("http://{}/", SocketAddr::from((Ipv4Addr::LOCALHOST, self.port)))
    }

    /// Shows something else from now on.
    pub fn show(&self, showing: &Showing) {
        let mut state = self.shared.lock();
        // The tag says whether a browser is up to date, also with a program that was restarted.
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
