//! The keys of `shared.yaml`: what the cases of one study have in common.

use super::case::{Chosen, RawStudy};
use super::procedure::RawPlan;
use super::shape::{Key, Shape};
use super::{Context, List, May, Raw, Text, raw};
use crate::load::yaml::tree::Node;
use std::marker::PhantomData;

raw! {
    /// `shared.yaml`.
    RawShared {
        study "study": May<PartOf<RawStudy>>,
        plan "plan": May<PartOf<RawPlan>>,
        frameworks "frameworks": May<PartOf<List<Chosen>>>,
        addressees "addressees": May<PartOf<List<Text, 1>>>,
    }
}

/// A value that is read together with that of a case, in which any key may be missing.
#[derive(Debug, Clone)]
pub struct PartOf<T>(PhantomData<T>);

impl<T: Raw> Raw for PartOf<T> {
    fn read(_: &Node, _: &mut Context<'_>) -> Option<Self> {
        Some(Self(PhantomData))
    }

    fn shape() -> Shape {
        in_part(T::shape())
    }
}

/// The shape without keys that are required.
fn in_part(shape: Shape) -> Shape {
    let key = |key: Key| Key { must: false, shape: in_part(key.shape), ..key };
    match shape {
        Shape::Keys(name, keys) => Shape::Keys(name, keys.into_iter().map(key).collect()),
        other => other,
    }
}
