//! Legal duties: complied with, breached, or not established; there is no partly (Gemeentewet,
//! article 182, on the legality of the administration).

use super::level::Read;
use crate::model::{Conflict, Derivation, Level, Scale};

/// Whether the findings show that a duty is complied with, on the scale of duties. `settled` is the
/// level that the researchers chose between findings that contradict each other. Of a checklist an
/// uncontested *no* is a breach; without one, a point that is unknown or contested leaves it open.
pub fn derived(read: &Read, settled: Option<Level>) -> Option<Level> {
    let duty = Scale::duty();
    let Some(Derivation::Checklist { yes, no, unknown, contested, .. }) = &read.derivation else {
        return match conflict(read) {
            Some(Conflict { resolved: false, .. }) => None,
            Some(_) => settled.or(read.level).map(Level::as_duty),
            None => read.level.map(Level::as_duty),
        };
    };
    if no.iter().any(|point| !contested.contains(point)) {
        return Some(duty.lowest());
    }
    if !contested.is_empty() {
        if !read.resolved || settled.is_some() {
            return settled.map(Level::as_duty);
        }
        // Weighed without a level: at each point the stronger side counts.
        if !no.is_empty() {
            return Some(duty.lowest());
        }
    }
    (unknown.is_empty() && !yes.is_empty()).then_some(duty.highest())
}

/// The contradiction between findings on whether a duty is complied with.
pub fn conflict(read: &Read) -> Option<Conflict> {
    let duty = Scale::duty();
    let apart = |resolved| Conflict { lowest: duty.lowest(), highest: duty.highest(), resolved };
    if let Some(Derivation::Checklist { no, contested, .. }) = &read.derivation {
        let breached = no.iter().any(|point| !contested.contains(point));
        return (!contested.is_empty() && !breached).then(|| apart(read.resolved));
    }
    let found = read.conflict?;
    (found.highest.as_duty() != found.lowest.as_duty()).then(|| apart(found.resolved))
}
