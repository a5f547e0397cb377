//! Reads `joint.yaml`: the shared story of the cases in its folder.

use super::case;
use super::loader::{Loader, cx};
use super::raw::joint::{RawBodyResponse, RawJoint, RawJointConclusion, RawJointRecommendation};
use super::raw::{Context, List, May, Text};
use super::reactions;
use super::reading::Files;
use super::references::References;
use super::values::Ids;
use crate::diagnostics::{CONFIDENTIAL, Code, Diagnostic, portable};
use crate::model::{
    About, Addressee, BodyKind, Conclusion, JointStudy, Recommendation, Response, Scorecard,
};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The file that makes the cases in a folder one study.
pub const JOINT: &str = "joint.yaml";

/// The folder of a joint study, where a path is that folder or its file.
#[must_use]
pub fn joint_folder(path: &Path) -> Option<PathBuf> {
    if path.join(JOINT).is_file() && !path.join("case.yaml").is_file() {
        return Some(path.to_owned());
    }
    let above = path.parent().filter(|_| path.ends_with(JOINT) && path.is_file())?;
    Some(if above.as_os_str().is_empty() { PathBuf::from(".") } else { above.to_owned() })
}

/// What a joint study can name: the bodies of its cases and scorecards, and the criteria of the
/// frameworks that at least two of them used.
#[derive(Debug, Clone, Default)]
pub struct Joined {
    kind: BodyKind,
    bodies: BTreeSet<String>,
    criteria: BTreeSet<String>,
    /// Whether every case could be read, and there are two: only then is an unknown name a mistake.
    whole: bool,
}

impl Joined {
    /// Those of these scorecards; `whole` says whether no case is missing among them.
    pub fn of(cards: &[&Scorecard], whole: bool) -> Self {
        let mut users: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        let scores =
            || cards.iter().flat_map(|card| card.frameworks.iter().map(move |f| (card, f)));
        for (card, score) in scores() {
            users.entry(&score.framework).or_default().insert(&card.municipality.name);
        }
        let is_shared = |id: &str| users.get(id).is_some_and(|bodies| bodies.len() > 1);
        let shared = scores().filter(|(_, score)| is_shared(&score.framework));
        let criteria: BTreeSet<String> = shared
            .flat_map(|(_, score)| &score.judgements)
            .map(|judgement| judgement.criterion.clone())
            .collect();
        let bodies: BTreeSet<String> =
            cards.iter().map(|card| card.municipality.name.clone()).collect();
        Self {
            kind: cards.first().map_or_else(BodyKind::default, |card| card.municipality.kind),
            whole: whole && bodies.len() > 1,
            bodies,
            criteria,
        }
    }
}

impl Loader {
    /// The joint study in a folder; problems are added to the report.
    pub fn joint_study(&mut self, folder: &Path, joined: &Joined) -> Option<JointStudy> {
        self.suppressed.clear();
        let key_file = folder.join(CONFIDENTIAL);
        if key_file.exists() {
            let shown = portable(key_file);
            self.report.push(Diagnostic::of_file(Code::KeyFileBesideCases, shown));
        }
        let mut files = Files { folder, hashes: BTreeMap::new() };
        let read = self.file(JOINT, &mut files)?;
        let raw = self.raw::<RawJoint>(&read)?;
        if !joined.whole {
            self.suppressed.extend([Code::UnknownBody, Code::UnknownCriterion]);
        }
        let mut cx = cx!(self);
        if raw.conclusions.has_lost() {
            cx.suppressed.push(Code::UnknownConclusion);
        }
        let study = cx.need(raw.study);
        let stage = case::Stage { planned: false, concluded: false };
        let study = study.and_then(|s| case::study(s, stage, &mut Ids::default(), &mut cx));
        let criteria: Vec<&str> = joined.criteria.iter().map(String::as_str).collect();
        let bodies: Vec<&str> = joined.bodies.iter().map(String::as_str).collect();
        let shared = Shared {
            kind: joined.kind,
            known: References { sources: &[], criteria: &criteria, findings: &[] },
            bodies: &bodies,
            addressees: case::addressees(joined.kind, raw.addressees, &mut cx),
        };
        let mut ids = Ids::default();
        let conclusions = shared.conclusions(raw.conclusions, &mut ids, &mut cx);
        let mut advice = Ids::default();
        let recommendations =
            shared.recommendations(raw.recommendations, &ids.known(), &mut advice, &mut cx);
        let advice = advice.known();
        let responses = shared.responses(raw.responses, &advice, &mut cx);
        reactions::check(None, raw.afterword.as_ref(), &advice, &mut cx);
        let afterword = reactions::afterword(raw.afterword, &advice, &mut cx);
        let hash = read.hash;
        Some(JointStudy { study: study?, conclusions, recommendations, responses, afterword, hash })
    }
}

/// What the parts of a joint study have in common while they are validated.
struct Shared<'a> {
    kind: BodyKind,
    known: References<'a>,
    bodies: &'a [&'a str],
    addressees: Vec<(String, Addressee)>,
}

impl Shared<'_> {
    fn bodies(&self, raw: May<List<Text>>, cx: &mut Context<'_>) -> Vec<String> {
        cx.references(raw, self.bodies, Code::UnknownBody)
    }

    fn conclusions(
        &self,
        raw: May<List<RawJointConclusion>>,
        ids: &mut Ids,
        cx: &mut Context<'_>,
    ) -> Vec<About<Conclusion>> {
        let mut one = |raw: RawJointConclusion| {
            let (raw, bodies) = raw.apart();
            let part = case::conclusion(raw, &self.known, ids, cx);
            let bodies = self.bodies(bodies, cx);
            Some(About { part: part?, bodies })
        };
        raw.into_iter().flat_map(|list| list.items).filter_map(&mut one).collect()
    }

    fn recommendations(
        &self,
        raw: May<List<RawJointRecommendation>>,
        conclusions: &[&str],
        ids: &mut Ids,
        cx: &mut Context<'_>,
    ) -> Vec<About<Recommendation>> {
        let (known, named) = (&self.known, self.addressees.as_slice());
        let mut one = |raw: RawJointRecommendation| {
            let (raw, bodies) = raw.apart();
            let part = case::recommendation(self.kind, raw, named, known, conclusions, ids, cx);
            let bodies = self.bodies(bodies, cx);
            Some(About { part: part?, bodies })
        };
        raw.into_iter().flat_map(|list| list.items).filter_map(&mut one).collect()
    }

    fn responses(
        &self,
        raw: May<List<RawBodyResponse>>,
        advice: &[&str],
        cx: &mut Context<'_>,
    ) -> Vec<(String, Response)> {
        let mut one = |raw: RawBodyResponse| {
            let (body, response) = raw.apart();
            let body = cx.value(body);
            let body = cx.reference(body, self.bodies, Code::UnknownBody);
            reactions::check(Some(&response), None, advice, cx);
            let response = reactions::response(response, &[], cx);
            Some((body?, response?))
        };
        raw.into_iter().flat_map(|list| list.items).filter_map(&mut one).collect()
    }
}
