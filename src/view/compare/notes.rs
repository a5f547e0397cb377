//! The notes in a spreadsheet beside its tables: status, missing data, method.

use super::{ComparisonView, state_text};
use crate::view::CodingView;

type Notes = Vec<(String, String)>;

fn add(notes: &mut Notes, name: &str, text: impl Into<String>) {
    let text = text.into();
    if !text.is_empty() {
        notes.push((name.to_owned(), text));
    }
}

impl ComparisonView {
    /// The notes for readers of the tables.
    #[must_use]
    pub fn notes(&self) -> Notes {
        let mut notes = Notes::new();
        add(&mut notes, "Titel", &self.title);
        add(&mut notes, "Datum", &self.date);
        for (state, names) in &self.states {
            add(&mut notes, "Let op", format!("{}: {names}", state_text(state)));
        }
        for sentence in &self.left_out {
            add(&mut notes, "Niet vergeleken", sentence);
        }
        add(&mut notes, "Herkomst van de groep", &self.sampling);
        if let Some(grouping) = &self.grouping {
            add(&mut notes, "Groepen naar", &grouping.by);
            add(&mut notes, "Toets", grouping.no_test.clone().unwrap_or_default());
            for sentence in &grouping.findings {
                add(&mut notes, "Toets", sentence);
            }
        }
        for framework in &self.frameworks {
            let about = framework.no_ranking.iter().chain(&framework.translated);
            for sentence in about {
                add(&mut notes, &framework.title, sentence);
            }
        }
        for figure in &self.figures {
            for sentence in figure.references.iter().chain(&figure.questions) {
                add(&mut notes, &figure.title, sentence);
            }
        }
        if self.frameworks.iter().any(|framework| framework.scored) {
            let draws = format!(
                "{} trekkingen, generator ChaCha8, startwaarde {}; elk gewicht maal een getal \
                 tussen 0,75 en 1,25, elke grens hooguit 5 procentpunten verschoven, de punten van \
                 de niveaus ertussen hooguit een kwart stap; percentielen 2,5 en 97,5 (type 7).",
                self.draws, self.seed
            );
            add(&mut notes, "Robuustheid", draws);
        }
        add(&mut notes, "Programma", format!("rekenkamer {}", self.version));
        notes
    }
}

impl CodingView {
    /// The notes for readers of the tables.
    #[must_use]
    pub fn notes(&self) -> Notes {
        let mut notes = Notes::new();
        add(&mut notes, "Titel", &self.title);
        add(&mut notes, "Status", &self.status_text);
        add(&mut notes, "Bron", self.source.clone().unwrap_or_default());
        add(&mut notes, "Herkomst van de groep", &self.sampling);
        for sentence in &self.warnings {
            add(&mut notes, "Let op", sentence);
        }
        for question in &self.questions {
            for sentence in &question.whole_only {
                add(&mut notes, &question.name, sentence);
            }
        }
        add(&mut notes, "Programma", format!("rekenkamer {}", self.version));
        notes
    }
}
