//! What the program promises, tested as one binary: a module a subject.
//!
//! `cargo test NAME` finds by module and name, such as `cargo test watch::`.

mod anonymous;
mod bad_findings;
mod bad_references;
mod bad_values;
mod bad_yaml;
mod codes;
mod coding;
mod commands;
mod common;
mod comparing;
mod documents;
mod edited_notas;
mod editorial;
mod editorial_places;
mod empty_values;
mod firewall;
mod firewall_commands;
mod floors;
mod fuzzing;
mod grounds_accepted;
mod grounds_conclusions;
mod grounds_evidence;
mod hostile;
mod house_style;
mod html;
mod machine;
mod manual;
mod merging;
mod messages;
mod page;
mod schemas;
mod scorecards;
mod scoring;
mod seldom;
mod shipped;
mod start;
mod statistics;
mod tags;
mod text_fields;
mod told_in_time;
mod tracing;
mod watch;
mod word;
mod workflow;
