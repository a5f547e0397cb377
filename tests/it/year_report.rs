//! The part of the register for the annual report of a rekenkamer.

use crate::register::{answered, body, later};
use insta::assert_snapshot;

#[test]
fn the_year_report_has_the_studies_of_that_year_and_nothing_later() {
    let work = answered();
    work.edit("case.yaml", "status: concept", "status: definitief");
    later(&work);
    let report = |year: i32| {
        let options = format!("--document year-report --year {year} --format md");
        let run = work.run(&format!("register cases {options}"));
        assert_eq!(run.status, 0, "{}", run.seen());
        body(&work, "output/register/jaarverslag.md")
    };
    assert_snapshot!(report(2026), @"
    # Afgerond in 2026

    | Onderzoek | Rapport | Besluit van de raad | Aanbevelingen |
    |---|---|---|---|
    | Ondermijning | 1 maart 2026 | 20 mei 2026, 2026-12 | 2 aanbevelingen: 1 gewijzigd overgenomen |

    # De stand op 31 december 2026

    2 aanbevelingen uit één onderzoek: 1 niet opgevolgd, 1 nog geen stand. Op 31 december 2026 is van geen enkele de termijn voorbij.

    | Onderzoek | Aantal | niet opgevolgd | nog geen stand | termijn voorbij |
    |---|--:|--:|--:|--:|
    | Ondermijning (2026) | 2 | 1 | 1 | 0 |

    De laatste stand telt. Lezen het bestuur en de rekenkamer hetzelfde jaar verschillend, dan telt de lezing van de rekenkamer. Een termijn is voorbij als zij vóór 31 december 2026 is verstreken, terwijl de aanbeveling niet is verworpen, en ook niet is opgevolgd of achterhaald. Eén later onderzoek telt niet mee.

    # Ondermijning (2026)

    Rapport van 1 maart 2026. Raadsbesluit van 20 mei 2026 (2026-12).

    | Nr. | Aanbeveling | Voor wie | Reactie en besluit | Termijn | Stand |
    |---|---|---|---|---|---|
    | A2 | Vraag elk jaar om cijfers | de raad | – | juni 2027 | nog geen stand |
    | A1 | Breid de formatie uit | het college; de secretaris | college: deels overgenomen; raad: gewijzigd overgenomen | 1 september 2027 | niet opgevolgd (2026) |

    ## Toezeggingen en besluiten

    **A1, toezegging.** Een voorstel bij de begroting.

    **A1, besluit.** Voor de helft.

    ## Stand per jaar

    | Nr. | Jaar | Volgens het bestuur | Volgens de rekenkamer |
    |---|---|---|---|
    | A1 | 2026 | niet opgevolgd | – |
    ");
    let text = report(2025);
    assert_snapshot!(text, @"
    # Afgerond in 2025

    In 2025 is geen onderzoek afgerond.

    # De stand op 31 december 2025

    In dit register staan geen aanbevelingen. 2 latere onderzoeken tellen niet mee.
    ");
    assert_snapshot!(work.run("register cases --year 2026").seen(), @"
    fout[R821]: `--year` past niet bij het register zelf (het jaar hoort bij --document year-report)
    --> --year
     |
    hulp: laat de optie weg

    1 fout
    er is niets geschreven
    status 1
    ");
}

#[test]
fn a_concept_is_not_finished_and_the_register_says_that_it_is_one() {
    let work = answered();
    work.run("register cases --document year-report --year 2026 --format md");
    let report = body(&work, "output/register/jaarverslag.md");
    assert_snapshot!(report.split("# De stand").next().unwrap_or_default().trim(), @"
    > [!concept] Concept
    > **Nog niet vastgesteld:** Ondermijning (2026).

    # Afgerond in 2026

    In 2026 is geen onderzoek afgerond.
    ");
    let about = report.lines().find(|line| line.starts_with("Rapport van")).unwrap_or_default();
    assert_snapshot!(about, @"Rapport van 1 maart 2026, nog niet vastgesteld. Raadsbesluit van 20 mei 2026 (2026-12).");
}

#[test]
fn an_option_that_the_document_has_no_use_for_is_refused() {
    let work = answered();
    let by = "register cases --document year-report --year 2027 --by addressee --format md";
    assert_snapshot!(work.run(by).seen(), @"
    fout[R821]: `--by` past niet bij het deel voor het jaarverslag
    --> --by
     |
    hulp: laat de optie weg

    1 fout
    er is niets geschreven
    status 1
    ");
}
