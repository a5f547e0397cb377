//! Finds and reads cases and frameworks: from files to valid values, with every problem reported.
//!
//! A file is parsed into a tree with positions (`yaml`), then read into a `Raw*` struct whose
//! fields are all optional (`raw`), then validated. Each step reports its problems and continues
//! with the rest.

mod accepted;
mod amount;
mod attached;
mod body;
mod branch;
mod case;
mod casebook;
mod choice;
mod chosen;
mod codebook;
mod coding;
mod copies;
mod decision;
mod dossier;
pub mod edit;
mod files;
mod findings;
mod folder;
mod follow_up;
mod framework;
mod grid;
mod guess;
mod hearing;
mod inhabitants;
mod joint;
mod judges;
mod keywords;
mod loader;
mod measure;
mod merge;
mod no_case;
mod numbers;
mod partial;
mod participants;
mod parts;
mod peer_table;
mod peers;
mod pictures;
mod procedure;
mod protected;
mod publication;
mod published;
mod qda;
mod raw;
mod reactions;
mod reading;
mod records;
mod references;
mod register;
mod revise;
mod scale;
pub mod schema;
mod scorecard;
mod scorecard_difference;
mod scorecard_values;
mod shared;
mod sources;
mod table;
mod unreadable;
mod values;
mod verdict_bounds;
mod versions;
mod wordlist;
mod yaml;

pub use casebook::{
    BASE, Book, BookRow, BookSheet, CHOICES, Casebook, Content, LEFT_OUT, MARK, Merged,
};
pub use coding::STUDY;
pub use guess::{date as meant_date, is_date_shaped};
pub use hearing::HEARD;
pub use joint::{JOINT, Joined, joint_folder};
pub use loader::Loader;
pub use merge::{Choice, MergeWords, MergedFile};
pub use no_case::{is_framework_file, no_case};
pub use participants::{Column as ParticipantColumn, Participant, Participants, StudyCases};
pub use protected::Guarding;
pub use qda::{BlankMapping, Leaving, Qda, QdaPlan, in_locator};
pub use register::{REGISTER, is_register_file};
pub use revise::{Change, CopyTaken, CurrentText, Mention, Returned, Revision, Upgrade, Upgrades};
pub use shared::{SHARED, study_folder};
pub use table::{NormNote, NormRow, NormTable};
