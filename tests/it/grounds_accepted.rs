//! What a case accepts of the lint, what `--strict` makes of the rest, and what the annexes say of it.

use crate::common::{FINDINGS, Work, changed, warned};
use insta::assert_snapshot;

#[test]
fn the_valid_case_accepts_two_warnings_and_has_no_others() {
    let run = Work::with_case().run("check cases/proef");
    assert_snapshot!(format!("{}{}", run.stdout, run.stderr), @"
    geen problemen gevonden
    2 waarschuwingen zijn aanvaard; de redenen staan in de case
    ");
}

#[test]
fn an_accepted_warning_is_a_known_one_about_a_known_thing_with_a_reason() {
    let first = "  - code: R367\n    about: CA-6\n    reason: Er is geen register.\n";
    let with = |to: &str| changed(&[("case.yaml", first, to)]).check();
    assert_snapshot!(with("  - {code: R999, about: CA-6, reason: Zo is het.}\n"), @"
    fout[R390]: waarschuwing `R999` bestaat niet
      --> cases/proef/case.yaml:61:12
       |
    61 |   - {code: R999, about: CA-6, reason: Zo is het.}
       |            ^^^^

    1 fout
    status 1
    ");
    assert_snapshot!(with("  - {code: R350, about: CA-6, reason: Zo is het.}\n"), @"
    fout[R391]: `R350` kan een case niet aanvaarden
      --> cases/proef/case.yaml:61:12
       |
    61 |   - {code: R350, about: CA-6, reason: Zo is het.}
       |            ^^^^
       |
    hulp: los op wat deze code meldt; welke waarschuwingen u kunt aanvaarden, staat in de handleiding onder Naslag, De case

    1 fout
    status 1
    ");
    assert_snapshot!(with("  - {code: R367, about: CA-66, reason: Zo is het.}\n"), @"
    fout[R392]: R367 gaat over een norm, en `CA-66` is dat niet
      --> cases/proef/case.yaml:61:25
       |
    61 |   - {code: R367, about: CA-66, reason: Zo is het.}
       |                         ^^^^^
       |
    hulp: bedoelde u `CA-6`?

    1 fout
    status 1
    ");
    assert_snapshot!(with("  - {code: R367, about: C1, reason: Zo is het.}\n"), @"
    fout[R392]: R367 gaat over een norm, en `C1` is dat niet
      --> cases/proef/case.yaml:61:25
       |
    61 |   - {code: R367, about: C1, reason: Zo is het.}
       |                         ^^

    1 fout
    status 1
    ");
    assert_snapshot!(with("  - {code: R367, about: CA-6, reason: ''}\n"), @"
    fout[R304]: `het aanvaarden van R367` vraagt om een reden
      --> cases/proef/case.yaml:61:39
       |
    61 |   - {code: R367, about: CA-6, reason: ''}
       |                                       ^^
       |
    hulp: schrijf bij `reason` waarom

    1 fout
    status 1
    ");
    assert_snapshot!(with("  - {code: R367, about: CA-6}\n"), @"
    fout[R111]: sleutel `reason` ontbreekt
      --> cases/proef/case.yaml:61:6
       |
    61 |   - {code: R367, about: CA-6}
       |      ^^^^ in dit onderdeel
       |
    hulp: zet `reason` bij dit onderdeel, even ver ingesprongen

    1 fout
    status 1
    ");
    assert_snapshot!(with(&format!("{first}  - {{code: R366, about: CA-1, reason: Zo is het.}}\n")), @"
    waarschuwing[R393]: hier valt niets te aanvaarden: `R366` komt bij `CA-1` niet voor
      --> cases/proef/case.yaml:64:12
       |
    64 |   - {code: R366, about: CA-1, reason: Zo is het.}
       |            ^^^^
       |
    hulp: haal dit onderdeel weg

    1 waarschuwing
    status 0
    ");
}

/// A conclusion that rests on nothing: one warning.
const BARE: [(&str, &str, &str); 2] = [
    (
        "case.yaml",
        "recommendations:\n",
        "  - id: C2\n    title: Er is meer te doen\n    text: Dat vinden wij.\n\nrecommendations:\n",
    ),
    ("case.yaml", "    conclusions: [C1]\n", "    conclusions: [C1, C2]\n"),
];

#[test]
fn strict_fails_on_what_is_warned_of_and_not_on_what_is_accepted() {
    let strict = |work: &Work| work.run("check cases/proef --format short --strict").status;
    assert_eq!(strict(&Work::with_case()), 0);
    let bare = changed(&BARE);
    assert_eq!((strict(&bare), bare.run("check cases/proef").status), (1, 0));
    let open = changed(&[(
        FINDINGS,
        "    status: niet-te-beoordelen\n    reason: |\n      De gemeente houdt geen uren bij.\n",
        "    status: nog-in-te-vullen\n",
    )]);
    assert_eq!((strict(&open), open.run("check cases/proef").status), (1, 0));
    let hints = Work::with_case().run("check cases/proef --strict --editorial");
    assert_eq!(hints.status, 0, "a hint is no problem: {}", hints.seen());
}

#[test]
fn an_error_elsewhere_in_the_case_leaves_its_reasoning_alone() {
    let other = ("case.yaml", "criteria: [CA-1, CA-2]", "criteria: [CA-11, CA-22]");
    assert_snapshot!(warned(&[other]), @"
    cases/proef/case.yaml:37:16: fout[R203]: norm `CA-11` bestaat niet in de gekozen normenkaders
    cases/proef/case.yaml:37:23: fout[R203]: norm `CA-22` bestaat niet in de gekozen normenkaders
    2 fouten
    status 1
    ");
}

#[test]
fn other_commands_tell_only_how_many_warnings_there_are() {
    let work = changed(&BARE);
    let run = work.run("nota cases/proef --format md");
    assert_eq!(
        (run.status, run.stderr.as_str()),
        (0, "1 waarschuwing; `rekenkamer check` toont ze\n")
    );
}

#[test]
fn the_accounting_carries_the_chain_and_what_was_weighed() {
    let work = Work::with_case();
    let run = work.run("nota cases/proef --document accounting --format md");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let text = work.read("output/proef/verantwoording.md");
    let part = |text: &str, heading: &str| -> String {
        let from = text.find(&format!("{heading}\n")).unwrap_or_else(|| panic!("no {heading}"));
        let rest = &text[from..];
        rest[..rest[1..].find("\n# ").map_or(rest.len(), |end| end + 1)].trim_end().to_owned()
    };
    assert_snapshot!(part(&text, "Van bron naar aanbeveling"), @"
    Van bron naar aanbeveling

    Elke rij is een keten: een aanbeveling, de conclusie waaruit zij volgt, de normen en bevindingen daaronder, en de bronnen waar die op steunen. De nummers zijn die van de bestuurlijke nota, de codes die van de nota van bevindingen.

    | Aanbeveling | Conclusie | Normen en bevindingen | Bronnen |
    |---|---|---|---|
    | Aanbeveling 1. Breid de formatie uit | Conclusie 1. De formatie is aan de krappe kant | CA-1 (◕ voldoet grotendeels): B-1; CA-2 (◑ voldoet deels): B-2 | D01, W01 |
    ");
    assert_snapshot!(part(&text, "Aandachtspunten die de onderzoekers hebben afgewogen"), @"
    Aandachtspunten die de onderzoekers hebben afgewogen

    Het programma waarschuwt waar de redenering van een onderzoek kwetsbaar is. Deze waarschuwingen hebben de onderzoekers gewogen en laten staan. Bij elk staat waarom.

    | Aandachtspunt | Waar | Afweging van de onderzoekers |
    |---|---|---|
    | Alleen gesprekken als bron | CA-6 Ruimte voor toezicht | Er is geen register. |
    | Grenzen van niveaus zonder bron van buiten | Capaciteit | De grenzen komen uit het kader. |
    ");
    assert_eq!(rekenkamer::markdown::parse(&text).problems, []);
}

#[test]
fn what_is_wrong_itself_is_not_missed_a_second_time() {
    let work = changed(&[
        ("case.yaml", "addressee: college", "addressee: collega"),
        (
            "case.yaml",
            "accepted:\n",
            "accepted:\n  - {code: R362, about: A1, reason: Zo is het.}\n",
        ),
    ]);
    assert_snapshot!(work.check_short(), @"
    cases/proef/case.yaml:42:16: fout[R124]: onbekende waarde `collega`
    1 fout
    status 1
    ");
}
