//! The hearing of officials in the files of a case: recording what was sent.

use super::opened::{Opened, Revision};
use crate::diagnostics::{Code, Diagnostic, portable};
use crate::load::edit::{self, Step, Value};
use crate::load::hearing::{HEARD, HEARD_FORMAT, HEARING, earlier, seal};
use crate::load::loader::Loader;
use crate::load::yaml::tree::Node;
use crate::model::{Heard, Paragraph, PartialDate};
use std::path::Path;

/// New files of a case: their names and texts.
type NewFiles = Vec<(String, String)>;

/// The first lines of the file that records what was sent.
const HEARD_TOP: &str =
    "# Wat is voorgelegd, alinea voor alinea. Geschreven door rekenkamer; verander hier niets.\n";

/// A new file of the researchers' own for the hearing.
const HEARING_NEW: &str = "# Het ambtelijk wederhoor: wie is gevraagd de feiten na te gaan, wat zij opmerkten, en wat\n\
    # ermee is gedaan. Mensen staan hier met hun rol, nooit met hun naam.\n";

impl Loader {
    /// The files that record that a text was sent: changed ones, and new ones by name. `None` if a
    /// file cannot be changed; why, is reported.
    pub fn sending(
        &mut self,
        folder: &Path,
        heard: &Heard,
        due: Option<PartialDate>,
    ) -> Option<(Vec<Revision>, NewFiles)> {
        let (mut revisions, mut new) = (Vec::new(), Vec::new());
        let sent = heard.sent.to_string();
        if folder.join(HEARING).exists() {
            let mut file = self.opened(HEARING, folder)?;
            self.put(&mut file, "sent", &sent, None);
            due.into_iter()
                .for_each(|due| self.put(&mut file, "due", &due.to_string(), Some("sent")));
            revisions.extend(file.revision());
        } else {
            let due = due.map_or_else(String::new, |due| format!("due: {due}\n"));
            let text = format!("{HEARING_NEW}sent: {sent}\n{due}\nrespondents:\n\nremarks:\n");
            new.push((HEARING.to_owned(), text));
        }
        if folder.join(HEARD).exists() {
            let file = self.opened(HEARD, folder)?;
            let above = file.text.lines().take_while(|line| line.starts_with('#'));
            let text = recorded(heard, &above.map(|line| format!("{line}\n")).collect::<String>());
            // What was sent before stays: remarks on it may still come in.
            let kept = earlier(heard.round - 1);
            if folder.join(&kept).symlink_metadata().is_ok() {
                let diagnostic = Diagnostic::of_file(Code::StepUnfit, portable(folder.join(&kept)));
                let diagnostic = diagnostic.with("problem", "in-the-way");
                self.report.push(diagnostic.with("value", &kept));
            }
            new.push((kept, file.text.clone()));
            revisions.push(file.rewritten(text, format!("round: {}, sent: {sent}", heard.round)));
        } else {
            new.push((HEARD.to_owned(), recorded(heard, HEARD_TOP)));
        }
        (!self.report.has_errors()).then_some((revisions, new))
    }

    /// Sets a key at the top of a file, or adds it.
    fn put(&mut self, file: &mut Opened, key: &str, new: &str, after: Option<&str>) {
        let value = Value::Plain(new.to_owned());
        let old = file.read.node.get(key).and_then(Node::text).map(str::to_owned);
        if old.as_deref() == Some(new) {
            return;
        }
        let done = match file.read.node.has(key) {
            true => edit::set(&file.text, &[Step::Key(key)], &value),
            false => edit::insert(&file.text, &[], key, &value, after),
        };
        let said = |text: &str| format!("{key}: {text}");
        let place = file.read.node.span;
        self.take(file, done, place, (old.as_deref().map(said), said(new)));
    }
}

/// The file that records what was sent, below the comments that are above its first key.
fn recorded(heard: &Heard, above: &str) -> String {
    let one = |paragraph: &Paragraph| {
        let text = Value::Text(format!("{}\n", paragraph.text));
        let number = Value::Text(paragraph.number.clone());
        Value::Map(vec![("number".to_owned(), number), ("text".to_owned(), text)])
    };
    let list = Value::List(heard.paragraphs.iter().map(one).collect());
    let top = format!(
        "{above}format: {HEARD_FORMAT}\nsent: {}\nround: {}\njudgements: {}\nseal: {}\n",
        heard.sent,
        heard.round,
        heard.judgements,
        seal(heard)
    );
    edit::insert(&top, &[], "paragraphs", &list, Some("seal")).unwrap_or(top)
}
