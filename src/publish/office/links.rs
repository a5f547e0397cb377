//! The targets of links: addresses that Word accepts, and bookmarks.

use std::collections::BTreeMap;

/// An address that is valid in a relationship. Word reports a whole file as damaged if one address
/// is invalid, so a link with an invalid address (`None`) becomes plain text.
pub fn address(url: &str) -> Option<String> {
    let encoded = encode(url);
    if let Some(to) = encoded.strip_prefix("mailto:") {
        let (name, host) = to.split('?').next()?.split_once('@')?;
        return (!name.is_empty() && is_host(host)).then_some(encoded);
    }
    let rest = encoded.strip_prefix("https://").or_else(|| encoded.strip_prefix("http://"))?;
    let authority = rest.split(['/', '?', '#']).next()?;
    let (host, port) = authority.split_once(':').unwrap_or((authority, "80"));
    (is_host(host) && port.parse::<u16>().is_ok()).then_some(encoded)
}

fn is_host(host: &str) -> bool {
    let labels = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_');
    !host.is_empty() && host.chars().all(labels) && !host.starts_with('.') && !host.contains("..")
}

/// Percent-encodes every character that RFC 3986 does not allow, as well as a percent sign that is
/// not an escape and every `#` after the first.
fn encode(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    let mut fragment = false;
    for (at, c) in url.char_indices() {
        let mut rest = url[at..].chars().skip(1);
        let mut escape = || rest.next().zip(rest.next());
        let keeps = match c {
            '%' => escape().is_some_and(|(a, b)| a.is_ascii_hexdigit() && b.is_ascii_hexdigit()),
            '#' => !std::mem::replace(&mut fragment, true),
            _ => c.is_ascii_alphanumeric() || "-._~:/?@!$&'()*+,;=".contains(c),
        };
        if keeps {
            out.push(c);
        } else {
            let mut bytes = [0; 4];
            for byte in c.encode_utf8(&mut bytes).bytes() {
                out.push_str(&format!("%{byte:02X}"));
            }
        }
    }
    out
}

#[derive(Debug, Default)]
pub struct Bookmarks {
    names: BTreeMap<String, String>,
}

impl Bookmarks {
    /// Adds a bookmark for an anchor; its name has at most forty letters, digits and underscores.
    pub fn add(&mut self, anchor: &str) {
        let plain: String = anchor
            .chars()
            .map(|c| if c.is_ascii_alphanumeric() { c } else { '_' })
            .take(28)
            .collect();
        let name = format!("k{}_{plain}", self.names.len() + 1);
        self.names.entry(anchor.to_owned()).or_insert(name);
    }

    /// The name of the bookmark of an anchor.
    pub fn name(&self, anchor: &str) -> Option<&str> {
        self.names.get(anchor).map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_made_fit_or_refused() {
        let fit = [
            (
                "https://voorbeeld.nl/a b?c=[d]&e=ë#f#g",
                "https://voorbeeld.nl/a%20b?c=%5Bd%5D&e=%C3%AB#f%23g",
            ),
            ("http://a.nl:8080/100%25/50%", "http://a.nl:8080/100%25/50%25"),
            (
                "mailto:griffie@voorbeeld.nl?subject=a b",
                "mailto:griffie@voorbeeld.nl?subject=a%20b",
            ),
        ];
        for (url, expected) in fit {
            assert_eq!(address(url).as_deref(), Some(expected));
        }
        for url in [
            "https://",
            "https:// a",
            "http://a:99999/",
            "http://[::1]/",
            "mailto:",
            "mailto:a",
            "javascript:x",
            "http://..x",
        ] {
            assert_eq!(address(url), None, "{url}");
        }
    }
}
