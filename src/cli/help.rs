//! The help and the usage errors of the command line, in both languages.
//!
//! English is in the code, with the arguments; Dutch is in `words/nl/help.ftl`, under names such as
//! `help-nota-format-pdf`.

use crate::diagnostics::{Fact, Language, Phrase, phrase, said, words};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command};
use std::error::Error as _;
use std::num::ParseIntError;

/// Translates the command line.
pub fn spoken(command: Command, language: Language) -> Command {
    let say = |phrase: &Phrase| said(phrase, language);
    let languages: Vec<&str> = Language::ALL.iter().map(|l| l.as_str()).collect();
    let lang = Arg::new("lang").long("lang").global(true).hide_possible_values(true);
    let lang = lang.value_name(placeholder("LANGUAGE", language));
    let lang = lang.value_parser(languages).help(say(&phrase("help-of-lang")));
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    let mut command = command
        .arg(lang)
        .disable_version_flag(true)
        .arg(version.help(say(&phrase("help-of-version"))))
        .subcommand_value_name(say(&phrase("command")));
    command = each(command, "help-rekenkamer", language);
    command.build();
    with_usage(command, language)
}

/// Translates a command and its subcommands, except the usage line.
fn each(command: Command, key: &str, language: Language) -> Command {
    let say = |phrase: &Phrase| said(phrase, language);
    let parts = if command.has_subcommands() {
        format!("{}\n{{subcommands}}", say(&phrase("help-commands")))
    } else {
        format!("{}\n{{positionals}}", say(&phrase("help-input")))
    };
    let usage = say(&phrase("usage"));
    let options = say(&phrase("help-options"));
    let template = format!("{{about}}\n\n{usage} {{usage}}\n\n{parts}\n\n{options}\n{{options}}\n");
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help);
    let command = command
        .mut_args(|argument| argument.ignore_case(true))
        .help_template(template)
        .disable_help_flag(true)
        .arg(help.help(say(&phrase("help-of-help"))))
        .mut_subcommands(|below| {
            let key = below_key(key, below.get_name());
            each(below, &key, language)
        });
    if language != Language::Dutch {
        return command;
    }
    let command = match words(key, language) {
        Some(about) => command.about(about),
        None => command,
    };
    command.mut_args(|argument| dutch(argument, key, language))
}

/// The catalogue name of a command below another: `help-nota`, `help-framework-new`.
fn below_key(above: &str, name: &str) -> String {
    if above == "help-rekenkamer" { format!("help-{name}") } else { format!("{above}-{name}") }
}

/// Translates an argument and lists its possible values, which clap introduces in English only.
fn dutch(argument: Arg, key: &str, language: Language) -> Arg {
    let Some(text) = words(&format!("{key}-{}", argument.get_id()), language) else {
        return argument;
    };
    let names = argument.get_value_names().unwrap_or_default();
    let names: Vec<String> = names.iter().map(|name| placeholder(name, language)).collect();
    if !argument.get_action().takes_values() {
        return argument.help(text);
    }
    let default: Vec<String> =
        argument.get_default_values().iter().map(|v| v.to_string_lossy().into_owned()).collect();
    let mut end = String::new();
    if !default.is_empty() {
        let default = phrase("help-default").with("value", default.join(","));
        end = format!(" [{}]", said(&default, language));
    }
    let values = argument.get_possible_values();
    let shown: Vec<&str> = values.iter().map(clap::builder::PossibleValue::get_name).collect();
    let mut short = text.clone();
    let mut long = format!("{text}{end}");
    if !shown.is_empty() {
        let possible = said(&phrase("help-possible").with("values", shown.join(", ")), language);
        short.push_str(&format!(" [{possible}]"));
        let meaning = |name: &&str| words(&format!("{key}-{}-{name}", argument.get_id()), language);
        let lines: Vec<String> =
            shown.iter().filter_map(|name| Some(format!("- {name}: {}", meaning(name)?))).collect();
        let below = if lines.is_empty() { possible } else { lines.join("\n") };
        long.push_str(&format!("\n\n{below}"));
    }
    argument
        .value_names(names)
        .hide_possible_values(true)
        .hide_default_value(true)
        .help(short + &end)
        .long_help(long)
}

/// Translates the placeholder of a value, such as `MAP`; parts separated by commas or a colon are
/// translated one by one.
fn placeholder(name: &str, language: Language) -> String {
    let one = |part: &str| {
        let key = format!("value-{}", part.to_lowercase());
        words(&key, language).unwrap_or_else(|| part.to_owned())
    };
    let between = if name.contains(':') { ":" } else { "," };
    name.split(between).map(one).collect::<Vec<_>>().join(between)
}

/// Translates `[OPTIONS]` in the usage line, which clap has in English only.
fn with_usage(command: Command, language: Language) -> Command {
    let options = said(&phrase("options"), language);
    let one = move |mut command: Command| {
        let usage = command.render_usage().to_string().replace("[OPTIONS]", &options);
        let usage = usage.strip_prefix("Usage: ").unwrap_or(&usage).to_owned();
        command.override_usage(usage)
    };
    let below = one.clone();
    let all = move |command: Command| below(command.mut_subcommands(below.clone()));
    one(command.mut_subcommands(all))
}

/// Words that people are likely to type, with the command, option or value that they mean.
const MEANT: &[(&str, &str)] = &[
    ("controleer", "check"),
    ("controle", "check"),
    ("controleren", "check"),
    ("nakijken", "check"),
    ("valideer", "check"),
    ("validate", "check"),
    ("lint", "check"),
    ("rapport", "nota"),
    ("rapporteer", "nota"),
    ("report", "nota"),
    ("maak", "nota"),
    ("make", "nota"),
    ("build", "nota"),
    ("pdf", "nota"),
    ("vergelijk", "compare"),
    ("vergelijking", "compare"),
    ("vergelijken", "compare"),
    ("nieuw", "new"),
    ("nieuwe", "new"),
    ("start", "new"),
    ("init", "new"),
    ("create", "new"),
    ("leg-uit", "explain"),
    ("uitleg", "explain"),
    ("verklaar", "explain"),
    ("scores", "score"),
    ("oordeel", "score"),
    ("zet", "render"),
    ("opmaak", "render"),
    ("volg", "trace"),
    ("kijk", "watch"),
    ("help", "--help"),
    ("hulp", "--help"),
    ("versie", "--version"),
    ("version", "--version"),
    ("--hulp", "--help"),
    ("--versie", "--version"),
    ("--formaat", "--format"),
    ("--formaten", "--format"),
    ("--vorm", "--format"),
    ("-f", "--format"),
    ("-o", "--output"),
    ("--stadium", "--stage"),
    ("--uitvoer", "--output"),
    ("--gemeente", "--municipality"),
    ("--waterschap", "--body"),
    ("--provincie", "--body"),
    ("--datum", "--date"),
    ("--kader", "--frameworks"),
    ("--kaders", "--frameworks"),
    ("--normenkader", "--frameworks"),
    ("--normenkaders", "--frameworks"),
    ("--framework", "--frameworks"),
    ("--stage", "--document"),
    ("--taal", "--lang"),
    ("--streng", "--strict"),
    ("word", "docx"),
    ("libreoffice", "odt"),
    ("opendocument", "odt"),
    ("excel", "xlsx"),
    ("markdown", "md"),
    ("samenvatting", "summary"),
    ("rapportage", "report"),
    ("matrijs", "matrix"),
    ("bronnenmatrix", "matrix"),
    ("bevindingen", "report"),
    ("nota-van-bevindingen", "report"),
    ("wederhoor", "hearing"),
    ("onderzoeksplan", "plan"),
    ("reactie", "reaction"),
    ("raadsvoorstel", "proposal"),
    ("voorstel", "proposal"),
    ("opvolging", "register"),
    ("doorwerking", "register"),
    ("jaarverslag", "year-report"),
    ("--jaar", "--year"),
    ("--standen", "--states"),
];

/// The command, option or value meant by a typed word; a `=` and the value after it are ignored.
fn meant(typed: &str) -> Option<&'static str> {
    let word = typed.split('=').next().unwrap_or(typed).to_lowercase();
    MEANT.iter().find(|(dutch, _)| *dutch == word).map(|(_, meant)| *meant)
}

/// The reason why a value is invalid.
fn unfit(error: &clap::Error) -> Fact {
    match error.source() {
        Some(source) if source.is::<ParseIntError>() => phrase("usage-whole-number").into(),
        source => source.map(ToString::to_string).unwrap_or_default().into(),
    }
}

/// A message about a wrong command, and where to look. `None` if help was requested, or if the
/// message of clap is better than ours.
pub fn refusal(error: &clap::Error, language: Language) -> Option<String> {
    let fact = |kind: ContextKind| match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(texts) => Some(texts.join(", ")),
        ContextValue::StyledStr(text) => Some(text.to_string()),
        _ => None,
    };
    let argument = fact(ContextKind::InvalidArg).unwrap_or_default();
    let argument_typed = argument.clone();
    let command = fact(ContextKind::InvalidSubcommand).unwrap_or_default();
    let value = fact(ContextKind::InvalidValue).unwrap_or_default();
    let known = fact(ContextKind::ValidValue).filter(|known| !known.is_empty());
    let wrong = match error.kind() {
        // A bare word may be a value of a list: PowerShell splits `md,pdf` into two words.
        ErrorKind::UnknownArgument if !argument.starts_with('-') => {
            phrase("usage-list").with("argument", argument)
        }
        ErrorKind::UnknownArgument => phrase("usage-unknown").with("argument", argument),
        ErrorKind::InvalidValue if value.is_empty() => {
            phrase("usage-no-value").with("argument", argument)
        }
        ErrorKind::InvalidValue => {
            phrase("usage-other-value").with("argument", argument).with("value", &value)
        }
        ErrorKind::ValueValidation => {
            let wrong = phrase("usage-unfit").with("argument", argument).with("value", &value);
            wrong.with("reason", unfit(error))
        }
        ErrorKind::MissingRequiredArgument => phrase("usage-missing").with("argument", argument),
        ErrorKind::InvalidSubcommand => phrase("usage-no-command").with("value", &command),
        ErrorKind::ArgumentConflict => {
            let other = fact(ContextKind::PriorArg).unwrap_or_default();
            phrase("usage-conflict").with("argument", argument).with("other", other)
        }
        _ => return None,
    };
    let near =
        [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    // Of several suggestions, clap gives the nearest one last.
    let last = |kind| match error.get(kind)? {
        ContextValue::Strings(texts) => texts.last().cloned(),
        _ => fact(kind),
    };
    let typed = match error.kind() {
        ErrorKind::InvalidSubcommand => command.as_str(),
        ErrorKind::UnknownArgument => argument_typed.as_str(),
        _ => value.as_str(),
    };
    // Suggest only values that the option has.
    let here = |meant: &&str| {
        known.as_ref().is_none_or(|known| known.split(", ").any(|known| known == *meant))
    };
    let near =
        meant(typed).filter(here).map(str::to_owned).or_else(|| near.into_iter().find_map(last));
    let help = match (near, known) {
        (Some(near), _) => Some(phrase("usage-nearest").with("value", near)),
        (None, Some(known)) => Some(phrase("usage-known").with("known", known)),
        (None, None) => None,
    };
    let say = |phrase: &Phrase| said(phrase, language);
    let wrong = phrase("usage-wrong").with("what", Fact::from(wrong));
    let help = help.map(|help| format!("{}\n", say(&help))).unwrap_or_default();
    let more = say(&phrase("usage-more"));
    Some(format!("{}\n{help}{more}\n", say(&wrong)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::Cli;
    use clap::CommandFactory as _;
    use std::collections::BTreeSet;

    /// The catalogue names of all help texts.
    fn keys(command: &Command, key: &str, into: &mut BTreeSet<String>) {
        assert!(command.get_about().is_some(), "{key} says nothing of itself");
        into.insert(key.to_owned());
        for argument in command.get_arguments() {
            let id = argument.get_id();
            assert!(argument.get_help().is_some(), "{key}-{id} says nothing of itself");
            into.insert(format!("{key}-{id}"));
            let values =
                argument.get_action().takes_values().then(|| argument.get_possible_values());
            for value in values.into_iter().flatten().filter(|v| v.get_help().is_some()) {
                into.insert(format!("{key}-{id}-{}", value.get_name()));
            }
        }
        for below in command.get_subcommands() {
            keys(below, &below_key(key, below.get_name()), into);
        }
    }

    #[test]
    fn the_help_says_in_dutch_what_it_says_in_english() {
        let mut english = BTreeSet::new();
        keys(&Cli::command(), "help-rekenkamer", &mut english);
        let file = include_str!("../diagnostics/words/nl/help.ftl");
        let dutch: BTreeSet<String> = file
            .lines()
            .filter_map(|line| line.split_once(" = "))
            .map(|(key, _)| key.to_owned())
            .filter(|key| key.starts_with("help-"))
            .collect();
        assert_eq!(dutch, english);
    }
}
