//! The numbers of an audit: the rules as facts, and what holds for every audit.

mod building;
mod duties;
mod facts;
mod limits;
mod measures;
mod properties;
mod verdicts;
