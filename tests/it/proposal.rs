//! The proposal to the council: its points follow the recommendations, and what nobody typed is a
//! blank.

use crate::common::{Work, changed};
use insta::assert_snapshot;

const REPORTED: (&str, &str, &str) = (
    "case.yaml",
    "accepted:\n",
    "response:\n  date: 2026-02-01\n  text: Dank.\n  recommendations:\n    - {id: A1, position: partly, commitment: Een voorstel, due: 2026-11}\n\naccepted:\n",
);

fn whole(work: &Work) -> String {
    let run = work.run("nota cases/proef --document proposal --format md");
    assert_eq!(run.status, 0, "{}", run.stderr);
    work.read("output/proef/raadsvoorstel.md")
}

fn text(work: &Work) -> String {
    whole(work).split("---\n").skip(2).collect::<Vec<_>>().join("---\n")
}

#[test]
fn points_follow_the_recommendations_and_blanks_stay_blank() {
    assert_snapshot!(text(&changed(&[REPORTED])), @"

    | Voorstel | | | |
    |---|---|---|---|
    | Onderwerp | Onderzoek ‘Ondermijning’ | Datum |  |
    | Van | Rekenkamer Proefstad | Raadsvergadering |  |
    | Steller |  | Agendanummer |  |
    | Commissie |  | Registratienummer |  |
    | Portefeuillehouder |  |  |  |

    # Samenvatting

    **Werkt de aanpak?**

    Ten dele.

    # Beslispunten

    | Nr. | Voorgesteld wordt | Standpunt college |
    |---|---|---|
    | 1 | het college te verzoeken: ‘Breid de formatie uit’ (aanbeveling 1, A1) | deels overgenomen. Een voorstel, uiterlijk november 2026 |

    # Ontwerpbesluit

    De raad van de gemeente Proefstad;

    gelezen het voorstel van Rekenkamer Proefstad;

    gelet op de artikelen 182 en 185 van de Gemeentewet;

    **besluit:**

    1. het college te verzoeken: ‘Breid de formatie uit’ (aanbeveling 1, A1).

    Aldus vastgesteld in de openbare vergadering van ………………………….

    De griffier, …………………………

    De voorzitter, …………………………

    > [!let-op] Voor de griffie
    > De tekst van de artikelen 182 en 185 van de Gemeentewet is niet nagegaan bij het maken van dit model. Kijk de grondslag en de vorm van het besluit na, en haal dit kader weg.
    ");
}

#[test]
fn typed_points_replace_them_and_a_plan_of_action_is_asked_only_where_it_was_typed() {
    let own = "proposal:\n  date: 2026-04-02\n  meeting: 2026-05-21\n  action-plan: 2026-11-01\n  points:\n    - {text: kennis te nemen van het rapport, recommendations: [A1]}\n\naccepted:\n";
    let work = changed(&[("case.yaml", "accepted:\n", own)]);
    let text = text(&work);
    let (_, decision) = text.split_once("# Ontwerpbesluit").expect("a decision");
    assert_snapshot!(decision, @"


    De raad van de gemeente Proefstad;

    gelezen het voorstel van Rekenkamer Proefstad van 2 april 2026;

    gelet op de artikelen 182 en 185 van de Gemeentewet;

    **besluit:**

    1. kennis te nemen van het rapport (aanbeveling 1, A1);
    2. het college te verzoeken uiterlijk 1 november 2026 een plan van aanpak bij de aanbevelingen aan de raad te sturen.

    Aldus vastgesteld in de openbare vergadering van 21 mei 2026.

    De griffier, …………………………

    De voorzitter, …………………………

    > [!let-op] Voor de griffie
    > De tekst van de artikelen 182 en 185 van de Gemeentewet is niet nagegaan bij het maken van dit model. Kijk de grondslag en de vorm van het besluit na, en haal dit kader weg.
    ");
}

#[test]
fn it_is_of_its_own_date_or_that_of_the_report() {
    let own =
        changed(&[("case.yaml", "accepted:\n", "proposal:\n  date: 2026-04-02\n\naccepted:\n")]);
    for (work, day) in [(own, "2 april 2026"), (Work::with_case(), "1 maart 2026")] {
        let text = whole(&work);
        assert!(text.contains(&format!("\ndate: \"{day}\"\n")), "{day}: {text}");
    }
}

#[test]
fn another_kind_of_body_has_no_ground_that_we_know_of() {
    let other = (
        "case.yaml",
        "municipality:\n  name: Proefstad\n  cbs-code: GM9999\n  province: Utrecht\n",
        "body:\n  kind: waterschap\n  name: Voorbeeldwaarden\n",
    );
    let text = text(&changed(&[other]));
    let (_, decision) = text.split_once("# Ontwerpbesluit").expect("a decision");
    assert!(
        decision.contains("Het algemeen bestuur van het waterschap Voorbeeldwaarden;"),
        "{decision}"
    );
    assert!(decision.contains("gelet op …………………………;"), "{decision}");
    assert!(!decision.contains("Gemeentewet"), "{decision}");
}

#[test]
fn a_point_on_a_recommendation_that_is_not_there_is_told() {
    let own =
        "proposal:\n  points:\n    - {text: iets te doen, recommendations: [A9]}\n\naccepted:\n";
    assert_snapshot!(changed(&[("case.yaml", "accepted:\n", own)]).check_short(), @"
    cases/proef/case.yaml:62:46: fout[R238]: aanbeveling `A9` bestaat niet in deze case
    1 fout
    status 1
    ");
}

#[test]
fn a_reply_to_one_recommendation_stands_with_the_afterword() {
    let reply =
        "afterword:\n  recommendations:\n    - {id: A1, text: Wij blijven erbij.}\n\naccepted:\n";
    let work = changed(&[REPORTED, ("case.yaml", "\naccepted:\n", format!("\n{reply}").as_str())]);
    assert_eq!(work.run("nota cases/proef --format md").status, 0);
    let nota = work.read("output/proef/nota.md");
    let (_, chapter) = nota.split_once("# Bestuurlijke reactie en nawoord").expect("the chapter");
    let chapter = chapter.split("\n# ").next().unwrap_or_default();
    assert_snapshot!(chapter, @"


    ## Bestuurlijke reactie

    *Ontvangen op 1 februari 2026.*

    Dank.

    | Nr. | Aanbeveling | Reactie | Toezegging |
    |---|---|---|---|
    | 1 | Breid de formatie uit | deels overgenomen | Een voorstel, uiterlijk november 2026 |

    ## Nawoord

    **Bij aanbeveling 1.** Wij blijven erbij.
    ");
    let unknown = reply.replace("A1", "A9");
    assert_snapshot!(changed(&[("case.yaml", "accepted:\n", &unknown)]).check_short(), @"
    cases/proef/case.yaml:62:12: fout[R238]: aanbeveling `A9` bestaat niet in deze case
    1 fout
    status 1
    ");
}
