//! What somebody says each year of a recommendation, in `register.yaml`.

use crate::register::{STATES, answered, body, later, register};
use insta::assert_snapshot;

#[test]
fn two_states_of_one_reader_in_one_year_are_refused_with_both_places() {
    let work = answered();
    later(&work);
    let more =
        "  - {case: proef, recommendation: A1, year: 2029, rekenkamer: {status: opgevolgd}}\n";
    work.write("cases/register.yaml", format!("{STATES}{more}"));
    assert_snapshot!(work.run("register cases --format md").seen(), @"
    fout[R253]: van aanbeveling `A1` uit `proef` staan er twee standen van de rekenkamer over 2029
      --> cases/later/case.yaml:63:12
       |
    63 |     - {id: A1, title: Breid de formatie uit, status: opgevolgd, findings: [B-1]}
       |            ^^ eerder in cases/register.yaml:11
       |
    hulp: houd één van de twee

    1 fout
    er is niets geschreven
    status 1
    ");
}

#[test]
fn a_state_names_a_case_and_a_recommendation_that_exist_after_the_report() {
    let work = answered();
    let states = "states:
  - {case: proeff, recommendation: A1, year: 2027, college: {status: opgevolgd}}
  - {case: proef, recommendation: A3, year: 2027, college: {status: opgevolgd}}
  - {case: proef, recommendation: A1, year: 2025, college: {status: opgevolgd}}
  - {case: proef, recommendation: A1, year: 2027}
  - {case: proef, recommendation: A1, year: twee, college: {status: gedaan}}
";
    work.write("standen.yaml", states);
    assert_snapshot!(work.run("register cases --states standen.yaml --format md").seen(), @"
    fout[R251]: een stand gaat over case `proeff`, en die is er niet
     --> standen.yaml:2:12
      |
    2 |   - {case: proeff, recommendation: A1, year: 2027, college: {status: opgevolgd}}
      |            ^^^^^^
      |
    hulp: bedoelde u `proef`?

    fout[R252]: case `proef` heeft geen aanbeveling `A3`
     --> standen.yaml:3:35
      |
    3 |   - {case: proef, recommendation: A3, year: 2027, college: {status: opgevolgd}}
      |                                   ^^ er zijn: A2, A1

    fout[R254]: een stand over 2025 is ouder dan het onderzoek in `proef`, van 2026-03-01
     --> standen.yaml:4:45
      |
    4 |   - {case: proef, recommendation: A1, year: 2025, college: {status: opgevolgd}}
      |                                             ^^^^
      |
    hulp: kijk het jaar na

    fout[R255]: een stand zonder lezing: `college` en `rekenkamer` ontbreken allebei
     --> standen.yaml:5:6
      |
    5 |   - {case: proef, recommendation: A1, year: 2027}
      |      ^^^^
      |
    hulp: schrijf bij minstens een van beide een `status`

    fout[R125]: `twee` past hier niet: verwacht een geheel getal van 1800 tot en met 2199
     --> standen.yaml:6:45
      |
    6 |   - {case: proef, recommendation: A1, year: twee, college: {status: gedaan}}
      |                                             ^^^^
      |
    hulp: schrijf een geheel getal, met alleen cijfers: `87400`

    fout[R124]: onbekende waarde `gedaan`
     --> standen.yaml:6:69
      |
    6 |   - {case: proef, recommendation: A1, year: twee, college: {status: gedaan}}
      |                                                                     ^^^^^^ verwacht: opgevolgd, deels-opgevolgd, niet-opgevolgd, achterhaald, onbekend

    6 fouten
    er is niets geschreven
    status 1
    ");
}

#[test]
fn states_of_cases_that_were_not_asked_for_are_passed_over() {
    let work = answered();
    work.add_case("ander");
    let text = {
        let run = work.run("register cases/ander --format md");
        assert_eq!(run.status, 0, "{}", run.seen());
        body(&work, "output/register/register.md")
    };
    assert!(!text.contains("2027"), "{text}");
}

#[test]
fn a_file_with_states_that_cannot_be_read_is_told() {
    let work = answered();
    std::fs::remove_file(work.path("cases/register.yaml")).unwrap_or_default();
    work.write("cases/register.yaml/x.txt", "x");
    assert_snapshot!(work.run("register cases --format md").seen(), @"
    fout[R102]: bestand is niet te lezen: hier staat een map met die naam
    --> cases/register.yaml
     |
    hulp: kijk of u het mag openen, en of de inhoud past bij de naam

    1 fout
    er is niets geschreven
    status 1
    ");
}

#[test]
fn a_register_on_a_day_knows_no_later_study_and_no_later_reaction() {
    let work = answered();
    later(&work);
    work.edit("case.yaml", "  text: Wij danken de", "  date: 2026-04-10\n  text: Wij danken de");
    let rows = |on: &str| {
        let text = register(&work, on);
        let own = text.lines().filter(|line| line.starts_with("| A1 |"));
        own.map(str::to_owned).collect::<Vec<_>>().join("\n")
    };
    assert_snapshot!(rows("--on 2029-01-15"), @"
    | A1 | Breid de formatie uit | het college; de secretaris | college: deels overgenomen; raad: gewijzigd overgenomen | 1 september 2027, voorbij | deels opgevolgd (2027, niet volgens het bestuur) |
    | A1 | 2026 | niet opgevolgd | – |
    | A1 | 2027 | opgevolgd: De formatie is uitgebreid (raadsbrief 12) | deels opgevolgd: Voor twee fte |
    ");
    assert_snapshot!(rows("--on 2026-04-09"), @"
    | A1 | Breid de formatie uit | het college; de wethouder | – | december 2026 | niet opgevolgd (2026) |
    | A1 | 2026 | niet opgevolgd | – |
    ");
}
