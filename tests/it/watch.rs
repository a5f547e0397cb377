//! `watch`: each change reaches the PDF and the preview, errors end nothing, and the preview
//! answers nobody else.

#![expect(clippy::unwrap_used, reason = "a test may stop where its own program fails it")]

use crate::common::{FINDINGS, Work};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

/// So long is waited for what must come; only a test that fails waits so long.
const PATIENCE: Duration = Duration::from_secs(120);

const PDF: &str = "output/proef/nota.pdf";

/// The program, watching; it is stopped after the test.
struct Watch {
    child: Child,
    lines: Receiver<String>,
    port: u16,
}

/// An answer of the preview.
struct Answer {
    status: String,
    head: String,
    body: Vec<u8>,
}

impl Watch {
    /// Starts in a folder, and waits for the address of the preview.
    fn start(work: &Work, more: &str) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_rekenkamer"))
            .args(["watch", "cases/proef"])
            .args(more.split_whitespace())
            .current_dir(work.path(""))
            .env("NO_COLOR", "1")
            .env("LC_ALL", "nl_NL.UTF-8")
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let (tell, lines) = channel();
        let stderr = BufReader::new(child.stderr.take().unwrap());
        std::thread::spawn(move || {
            stderr.lines().map_while(Result::ok).try_for_each(|l| tell.send(l))
        });
        let mut watch = Self { child, lines, port: 0 };
        watch.until("let op cases/proef");
        if !more.contains("--no-preview") {
            let said = watch.until("voorbeeld: http://127.0.0.1:");
            let port = said.trim().rsplit(':').next().unwrap().trim_end_matches('/');
            watch.port = port.parse().unwrap();
        }
        watch
    }

    /// Waits until a line holds this, and gives all that was said up to there.
    fn until(&mut self, wanted: &str) -> String {
        let mut said = String::new();
        loop {
            match self.lines.recv_timeout(PATIENCE) {
                Ok(line) => said.push_str(&format!("{line}\n")),
                Err(_) => panic!("{wanted:?} was never said, but:\n{said}"),
            }
            if said.lines().next_back().is_some_and(|line| line.contains(wanted)) {
                return said;
            }
        }
    }

    fn ask(&self, request: &str) -> Answer {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        let request = request.replace("PORT", &self.port.to_string());
        stream.write_all(format!("{request}\r\nConnection: close\r\n\r\n").as_bytes()).unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").unwrap();
        let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
        let status = head.split(' ').nth(1).unwrap().to_owned();
        Answer { status, head, body: bytes[end + 4..].to_vec() }
    }

    fn get(&self, path: &str) -> Answer {
        self.ask(&format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1:PORT"))
    }

    /// What the preview shows, once it is something else than what `before` showed.
    fn shown(&self, before: Option<&serde_json::Value>) -> serde_json::Value {
        let tag = before.map_or("", |state| state["tag"].as_str().unwrap());
        loop {
            let body = self.get(&format!("/state?since={tag}")).body;
            let state: serde_json::Value = serde_json::from_slice(&body).unwrap();
            if state["tag"] != tag && state["status"] != "" {
                return state;
            }
        }
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Saves as an editor does: whole, under another name first.
fn save(work: &Work, path: &str, text: &str) {
    work.write("nieuw.tmp", text);
    std::fs::rename(work.path("nieuw.tmp"), work.path(path)).unwrap();
}

fn ids(state: &serde_json::Value) -> Vec<&str> {
    state["pages"].as_array().unwrap().iter().map(|page| page["id"].as_str().unwrap()).collect()
}

#[test]
fn a_change_reaches_the_pdf_and_the_preview_and_an_error_leaves_the_last_good_one() {
    let work = Work::with_case();
    let mut watch = Watch::start(&work, "--port 0");
    watch.until("nota.pdf gezet in ");
    let first = work.bytes(PDF);
    let before = watch.shown(None);
    assert_eq!((&before["stale"], &before["problems"]), (&false.into(), &"".into()));

    let findings = format!("cases/proef/{FINDINGS}");
    save(&work, &findings, &work.read(&findings).replacen("heeft 4,5 fte", "telde 4,5 fte", 1));
    watch.until("nota.pdf gezet in ");
    let second = work.bytes(PDF);
    assert!(first != second, "the PDF did not change");
    let after = watch.shown(Some(&before));
    let changed = ids(&before).iter().zip(ids(&after)).filter(|(old, new)| *old != new).count();
    assert!(changed > 0 && changed < ids(&after).len() / 2, "{changed} pages changed");
    let page = watch.get(&format!("/pages/{}.svg", ids(&after)[2]));
    assert!(page.body.starts_with(b"<svg "), "{}", page.head);
    assert!(watch.get("/document.pdf").body == second, "the preview has another PDF");

    let good = work.read(&findings);
    save(&work, &findings, &format!("{good}  - [ <b>\n"));
    let said = watch.until("nota.pdf blijft zoals zij was");
    assert!(said.contains("fout[R104]") && said.contains("1 fout;"), "{said}");
    let stale = watch.shown(Some(&after));
    assert_eq!((&stale["stale"], ids(&stale)), (&true.into(), ids(&after)));
    assert!(stale["problems"].as_str().unwrap().contains("fout[R104]"), "{stale}");
    assert!(work.bytes(PDF) == second, "an error changed the PDF");

    save(&work, &findings, &good);
    watch.until("nota.pdf blijft gelijk");
    assert_eq!(watch.shown(Some(&stale))["stale"], false);
    // What came in many rounds is what one run makes.
    let whole = Work::with_case();
    whole.write(&findings, &good);
    assert_eq!(whole.run("nota cases/proef").status, 0);
    assert!(whole.bytes(PDF) == second, "another PDF than `nota` writes");
}

#[test]
fn a_case_may_go_and_come_back_and_own_templates_may_appear() {
    let work = Work::with_case();
    std::fs::rename(work.path("cases/proef"), work.path("opzij")).unwrap();
    let mut watch = Watch::start(&work, "--no-preview");
    let said = watch.until("is nog niet gezet");
    assert!(said.contains("fout[R105]"), "{said}");
    std::fs::rename(work.path("opzij"), work.path("cases/proef")).unwrap();
    watch.until("nota.pdf gezet in ");
    std::fs::rename(work.path("cases/proef"), work.path("cases/weg")).unwrap();
    watch.until("nota.pdf blijft zoals zij was");
    std::fs::rename(work.path("cases/weg"), work.path("cases/proef")).unwrap();
    watch.until("nota.pdf blijft gelijk");
    let before = work.bytes(PDF);
    let tokens =
        include_str!("../../templates/theme/tokens.toml").replacen("#0f3b4c", "#4c0f3b", 1);
    work.write("templates/theme/tokens.toml", tokens);
    watch.until("nota.pdf gezet in ");
    assert!(work.bytes(PDF) != before, "another colour, the same PDF");
}

#[test]
fn a_text_that_was_edited_by_hand_stays_and_the_preview_shows_the_new_one() {
    let work = Work::with_case();
    let mut watch = Watch::start(&work, "--port 0");
    watch.until("nota.pdf gezet in ");
    let before = watch.shown(None);
    let edited = format!("{}\nMet de hand.\n", work.read("output/proef/nota.md"));
    work.write("output/proef/nota.md", &edited);
    let pdf = work.bytes(PDF);
    let findings = format!("cases/proef/{FINDINGS}");
    save(&work, &findings, &work.read(&findings).replacen("heeft 4,5 fte", "telde 4,5 fte", 1));
    let said = watch.until("de nieuwe versie staat in het voorbeeld");
    assert!(said.contains("fout[R701]"), "{said}");
    assert!(ids(&watch.shown(Some(&before))) != ids(&before), "the preview did not change");
    assert_eq!(work.read("output/proef/nota.md"), edited);
    assert!(work.bytes(PDF) == pdf, "the PDF beside an edited text changed");
}

#[test]
fn the_preview_answers_nobody_else() {
    let work = Work::with_case();
    work.write("geheim.txt", "van mij");
    let watch = Watch::start(&work, "--port 0");
    assert_eq!(watch.get("/").status, "200");
    for (request, status) in [
        ("GET / HTTP/1.1\r\nHost: localhost:PORT", "200"),
        ("GET / HTTP/1.1\r\nHost: rekenkamer.example:PORT", "403"),
        ("GET / HTTP/1.1\r\nHost: 127.0.0.1.example:PORT", "403"),
        ("GET / HTTP/1.1\r\nHost: 127.0.0.1", "403"),
        ("GET / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nHost: rekenkamer.example", "403"),
        ("GET /state HTTP/1.0", "403"),
        ("POST / HTTP/1.1\r\nHost: 127.0.0.1:PORT", "405"),
        ("DELETE /document.pdf HTTP/1.1\r\nHost: 127.0.0.1:PORT", "405"),
        ("GET /../geheim.txt HTTP/1.1\r\nHost: 127.0.0.1:PORT", "404"),
        ("GET /pages/../../geheim.txt HTTP/1.1\r\nHost: 127.0.0.1:PORT", "404"),
        ("GET /pages/%2e%2e%2fgeheim.svg HTTP/1.1\r\nHost: 127.0.0.1:PORT", "404"),
        ("GET /geheim.txt HTTP/1.1\r\nHost: 127.0.0.1:PORT", "404"),
        ("GET http://rekenkamer.example/ HTTP/1.1\r\nHost: 127.0.0.1:PORT", "404"),
    ] {
        let answer = watch.ask(request);
        assert_eq!(answer.status, status, "{request}");
        for header in
            ["default-src 'none'", "frame-ancestors 'none'", "nosniff", "no-store", "same-origin"]
        {
            assert!(answer.head.contains(header), "{header} is missing: {request}");
        }
        assert!(!answer.head.to_lowercase().contains("access-control"), "{request}");
    }
}

#[test]
fn a_port_that_is_taken_is_told() {
    let work = Work::with_case();
    let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let port = taken.local_addr().unwrap().port();
    let run = work.run(&format!("watch cases/proef --port {port}"));
    assert_eq!(run.status, 1, "{}", run.stderr);
    let told = run.stderr.replace(&port.to_string(), "N");
    assert_eq!(
        told,
        "fout[R708]: poort N is al in gebruik\n--> --port\n |\n\
         hulp: kies een andere poort, of laat `--port` weg\n\n"
    );
    assert_eq!(work.run("watch cases/proef --port 0 --no-preview").status, 2);
    assert_eq!(work.run("watch").status, 2);
}

#[test]
fn an_older_file_with_a_name_that_is_protected_now_is_told() {
    let work = Work::with_case();
    work.edit("case.yaml", "Proefstad wil weten", "Anneke Verschuur wil weten");
    assert_eq!(work.run("nota cases/proef --format html").status, 0);
    work.edit("case.yaml", "Anneke Verschuur wil weten", "Proefstad wil weten");
    let key = "people:\n  - {source: I01, name: Anneke Verschuur}\n";
    work.write("cases/proef/confidential.yaml", key);
    work.edit("case.yaml", "accepted:\n", "key-file: true\n\naccepted:\n");
    let mut watch = Watch::start(&work, "--no-preview");
    let said = watch.until("[R732]");
    assert!(said.contains(": nota.html"), "{said}");
}
