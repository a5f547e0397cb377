//! The Dutch words for the values of the model.

use crate::diagnostics::Code;
use crate::markdown::{Badge, badge, level_badge};
use crate::model::{
    Addressee, Agreement, BasisKind, BodyKind, Changed, Conflict, Decided, Level, Outcome,
    SourceKind, Status, Strength, Uptake, Verdict,
};
use crate::register::Standing;

/// A level as symbol and word.
#[must_use]
pub fn level(level: Level) -> Badge {
    level_badge(level.rank(), level.scale().steps(), level.word())
}

/// Shown in a document for a text to fill in, which `check` reports.
pub const TO_FILL_IN: &str = "Nog in te vullen";

/// The title of a study, or the placeholder if it is empty.
#[must_use]
pub fn title(typed: &str) -> &str {
    if typed.is_empty() { TO_FILL_IN } else { typed }
}

/// An outcome as symbol and word.
#[must_use]
pub fn outcome(outcome: Outcome) -> Badge {
    outcome.level().map_or_else(|| badge(outcome.key()), level)
}

/// A verdict as symbol and word.
#[must_use]
pub fn verdict(verdict: &Verdict) -> Badge {
    verdict.level().map_or_else(|| badge("geen-oordeel"), level)
}

/// The strength of evidence, in a word.
#[must_use]
pub fn strength(strength: Option<Strength>) -> &'static str {
    match strength {
        Some(Strength::Strong) => "sterk",
        Some(Strength::Moderate) => "redelijk",
        Some(Strength::Narrow) => "smal",
        None => "geen",
    }
}

/// Whether the findings for a judgement contradict each other, and whether the researchers resolved it,
/// in a word of a table.
#[must_use]
pub fn contradiction(conflict: Option<Conflict>) -> &'static str {
    match conflict {
        Some(Conflict { resolved: true, .. }) => "opgelost",
        Some(_) => "ja",
        None => "nee",
    }
}

/// An addressee of recommendations. A drafted sentence may be for an addressee that the body does
/// not have; it is then called as at a municipality.
#[must_use]
pub fn addressee(kind: BodyKind, addressee: &Addressee) -> String {
    let organ = kind.organ(addressee).or(BodyKind::Gemeente.organ(addressee));
    organ.unwrap_or(addressee.key()).to_owned()
}

/// *college* from *het college*: the name of an organ without its article.
#[must_use]
pub fn without_article(organ: &str) -> &str {
    ["de ", "het "].iter().find_map(|article| organ.strip_prefix(article)).unwrap_or(organ)
}

/// The name of a kind of source, singular and plural.
#[must_use]
pub fn source_kind(kind: SourceKind) -> (&'static str, &'static str) {
    match kind {
        SourceKind::Document => ("document", "Documenten"),
        SourceKind::Interview => ("interview", "Interviews"),
        SourceKind::GroupSession => ("groepsgesprek", "Groepsgesprekken"),
        SourceKind::Observation => ("waarneming", "Waarnemingen"),
        SourceKind::Data => ("gegevensbestand", "Gegevensbestanden"),
    }
}

/// Whether those who spoke agreed with the report, in a sentence.
#[must_use]
pub fn agreement(agreement: Agreement) -> &'static str {
    match agreement {
        Agreement::Draft | Agreement::Sent => "Verslag nog niet akkoord",
        Agreement::Agreed => "Verslag akkoord",
        Agreement::AgreedWithChanges => "Verslag akkoord na wijziging",
        Agreement::NoResponse => "Geen reactie op het verslag",
    }
}

/// The name of a kind of basis.
#[must_use]
pub fn basis(kind: BasisKind) -> &'static str {
    match kind {
        BasisKind::Law => "wet- en regelgeving",
        BasisKind::Policy => "beleid",
        BasisKind::Literature => "literatuur",
        BasisKind::Professional => "professioneel inzicht",
    }
}

/// The status of the audit, as on its title page.
#[must_use]
pub fn status(status: Status) -> &'static str {
    match status {
        Status::Concept => "Concept",
        Status::Definitief => "Definitief",
        Status::Reconstructie => "Reconstructie uit openbare bronnen",
        Status::Fictief => "Fictief voorbeeld",
    }
}

/// A warning about the reasoning of an audit, in words for readers of the report.
#[must_use]
pub fn warning(code: Code, kind: BodyKind) -> String {
    let words = match code {
        Code::PeersShown => return format!("Vergelijking met weinig {}", kind.plural()),
        Code::OpenConflict => "Bevindingen spreken elkaar tegen",
        Code::ConclusionOnNothing => "Conclusie zonder norm of bevinding",
        Code::AdviceWithoutConclusion => "Aanbeveling zonder conclusie",
        Code::ConclusionWithoutAdvice => "Conclusie zonder aanbeveling",
        Code::ConclusionContradicted => "Conclusie zegt een ander niveau dan haar normen",
        Code::VerdictContradicted => "Oordeel ligt ver boven een van de normen",
        Code::VerdictAboveCeiling => "Eigen oordeel boven wat de normen dragen",
        Code::NarrowBasis => "Smalle onderbouwing",
        Code::TestimonyOnly => "Alleen gesprekken als bron",
        Code::SourceUnused => "Bron zonder bevinding",
        Code::SourceDominates => "Eén bron draagt meer dan de helft van het bewijs",
        Code::SourceCountedTwice => "Bronnen die op elkaar steunen",
        Code::JudgementOverruled => "Afgeweken van het afgeleide oordeel",
        Code::QuestionLeftOpen => "Deelvraag zonder antwoord",
        Code::FigureUnfounded => "Cijfer dat in geen bevinding staat",
        Code::NobodyAgreed => "Gesprekken zonder akkoord op het verslag",
        Code::QuoteWithoutConsent => "Citaat zonder toestemming",
        Code::NormNotInForce => "Norm die nog niet gold",
        Code::ThresholdsProposed => "Grenzen van niveaus zonder bron van buiten",
        Code::DateBeforehand => "Termijn die al voorbij was",
        Code::CommitmentUnclear => "Toezegging die niet bij de reactie past",
        other => other.as_str(),
    };
    words.to_owned()
}

/// The name of an attribute of municipalities, for headings and for quotation in a sentence. The
/// researchers' own attributes are shown as typed, with spaces for underscores.
#[must_use]
pub fn attribute(key: &str) -> String {
    let key = if key == "size-group" { "groottegroep" } else { key };
    let mut letters = key.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).map(|c| if c == '_' { ' ' } else { c }).collect()
}

/// Whether a remark changed the text, in words.
#[must_use]
pub fn changed(changed: Changed) -> &'static str {
    match changed {
        Changed::Yes => "aangepast",
        Changed::Partly => "deels aangepast",
        Changed::No => "niet aangepast",
    }
}

/// The council's decision on a recommendation, in words.
#[must_use]
pub fn decided(decision: Decided) -> &'static str {
    match decision {
        Decided::Adopted => "overgenomen",
        Decided::Amended => "gewijzigd overgenomen",
        Decided::Rejected => "niet overgenomen",
    }
}

/// How a recommendation stands, in words.
#[must_use]
pub fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::State(status) => uptake(status),
        Standing::NotAdopted => "niet overgenomen",
        Standing::Open => "nog geen stand",
    }
}

/// The follow-up of an earlier recommendation, in words.
#[must_use]
pub fn uptake(uptake: Uptake) -> &'static str {
    match uptake {
        Uptake::Done => "opgevolgd",
        Uptake::Partly => "deels opgevolgd",
        Uptake::Not => "niet opgevolgd",
        Uptake::Obsolete => "achterhaald",
        Uptake::Unknown => "niet bekend",
    }
}
