//! The plan of a study: a case may begin with nothing else, and its document has no outcome.

use crate::common::{SILENT, Work, changed};
use insta::assert_snapshot;

/// A case that is one file, with a plan.
const PLANNED: &str = "\
municipality:
  name: Proefstad
study:
  title: Ondermijning
  commissioner: Rekenkamer Proefstad
  date: 2026-03-01
  status: concept
  background: De raad vroeg om dit onderzoek.
  method: Wij lezen stukken en spreken met mensen.
  central-question: {question: Werkt de aanpak?}
frameworks: [fte-capacity]
plan:
  adopted: 2025-08-26
  scope: De jaren 2022 tot en met 2025; niet de politie.
  planning:
    - {step: Gesprekken, from: 2025-09, to: 2025-10}
    - {step: Rapport naar de raad, date: 2026-03}
";

/// The plan of the valid case.
const PLAN: &str = "plan:
  adopted: 2025-08-26
  goal: De raad kan bijsturen.
  scope: De jaren 2022 tot en met 2025.
  planning:
    - {step: Rapport naar de raad, date: 2026-03}
  confidential: Namen blijven weg.

frameworks: [fte-capacity]";

fn with_plan(plan: &str) -> Work {
    changed(&[("case.yaml", "frameworks: [fte-capacity]", plan)])
}

fn planned(text: &str) -> Work {
    let work = Work::empty();
    work.write("frameworks/fte-capacity.yaml", crate::common::FRAMEWORK);
    work.write("cases/plan/case.yaml", text);
    work
}

#[test]
fn a_case_may_begin_with_a_plan_alone_and_check_says_what_is_to_come() {
    let work = planned(PLANNED);
    assert_snapshot!(work.run("check cases/plan").seen(), @"
    nog in te vullen[R260]: `findings/fte-capacity.yaml` is er nog niet
    --> cases/plan/findings/fte-capacity.yaml

    nog in te vullen[R260]: `sources.yaml` is er nog niet
    --> cases/plan/sources.yaml

    nog in te vullen[R351]: `answer` is nog in te vullen
      --> cases/plan/case.yaml:10:22
       |
    10 |   central-question: {question: Werkt de aanpak?}
       |                      ^^^^^^^^

    3 plaatsen nog in te vullen
    status 0
    ");
    let run = work.run("nota cases/plan --document plan --format md");
    assert_snapshot!(run.seen(), @"
    output/plan/onderzoeksplan.md
    3 plaatsen nog in te vullen; `rekenkamer check` toont ze
    status 0
    ");
    let text = work.read("output/plan/onderzoeksplan.md");
    let (_, body) = text.split_once("---\n\n").expect("a head");
    assert_snapshot!(body, @"
    *Vastgesteld door Rekenkamer Proefstad op 26 augustus 2025.*

    # Aanleiding

    De raad vroeg om dit onderzoek.

    # Vragen

    **Werkt de aanpak?**

    # Afbakening

    De jaren 2022 tot en met 2025; niet de politie.

    # Werkwijze

    Wij lezen stukken en spreken met mensen.

    # Normenkader

    Wat elk niveau vraagt, staat in het document Normenkader.

    | Norm | Wat de norm vraagt | Waar zij op rust | Hoe gemeten |
    |---|---|---|---|
    | CA-1 | De gemeente heeft voor de aanpak van ondermijning een formatie die past bij haar omvang en bij de problemen die er spelen. | Rekenkamer Amersfoort, Investeren en regisseren (2023), aanbeveling over de formatie; Rekenkamercommissie Zoetermeer, Bestuurlijke nota Ondermijning (2022), conclusie 3; Rekenkamer Noordoostpolder, onderzoek naar de aanpak van ondermijning (2023); BMC, Ondertussen in het buitengebied (2017) | getal (fte), naast andere gemeenten |
    | CA-2 | De formatie voor ondermijning is vast gefinancierd, zodat de aanpak niet stopt als een tijdelijke subsidie afloopt. | Rekenkamercommissie Zoetermeer, Bestuurlijke nota Ondermijning (2022), over het budget in het coalitieakkoord; Inzicht uit rekenkameronderzoek dat tijdelijk betaalde functies kwetsbaar zijn voor verloop | getal (%) |
    | CA-3 | De gemeente heeft de regie op ondermijning formeel aan iemand gegeven, en die regie loopt door als één persoon uitvalt. | Rekenkamer Amersfoort, Investeren en regisseren (2023), over de kwetsbaarheid van één medewerker; RONT Management Consultants, blog over de integrale aanpak van ondermijning (F. van Summeren) | checklist, 3 punten |
    | CA-4 | De gemeente kan rekenen op deskundigheid in Bibob, toezicht, data-analyse en criminologie, in eigen huis of via het RIEC of de regio. | Arena Consulting en Pro Facto voor het WODC, monitor bestuurlijke aanpak van georganiseerde criminaliteit (2022); Rekenkamer Amersfoort, Investeren en regisseren (2023), over het ontbreken van data-analyse | checklist, 4 punten |
    | CA-5 | De tijd die de gemeente voor ondermijning heeft gepland, wordt ook aan ondermijning besteed. | Rekenkamer Neder-Betuwe, onderzoek naar de gemeentelijke aanpak van ondermijning (2023), conclusie over capaciteit; Rekenkamer Noordoostpolder, onderzoek naar de aanpak van ondermijning (2023), over onderbezetting in 2022; Rekenkameronderzoek Zaltbommel (2024) | getal (%) |
    | CA-6 | Toezichthouders en boa's hebben de tijd en de kennis om risicolocaties volgens een plan te controleren. | Rekenkameronderzoek Hoogeveen (2023), over de boa's van Hoogeveen en De Wolden; Arena Consulting en Pro Facto voor het WODC, monitor bestuurlijke aanpak van georganiseerde criminaliteit (2022) | oordeel van de onderzoekers |

    # Planning

    | Stap | Wanneer |
    |---|---|
    | Gesprekken | september 2025 tot en met oktober 2025 |
    | Rapport naar de raad | maart 2026 |
    ");
}

#[test]
fn without_a_plan_or_with_findings_a_missing_file_stays_an_error() {
    let without = PLANNED.split("plan:\n").next().unwrap_or_default();
    assert_snapshot!(planned(without).run("check cases/plan --format short").seen(), @"
    cases/plan/findings/fte-capacity.yaml: fout[R101]: bestand ontbreekt
    cases/plan/sources.yaml: fout[R101]: bestand ontbreekt
    cases/plan/case.yaml:4:3: fout[R111]: sleutel `conducted` ontbreekt
    cases/plan/case.yaml:10:22: nog in te vullen[R351]: `answer` is nog in te vullen
    3 fouten, 1 plaats nog in te vullen
    status 1
    ");
    let work = planned(PLANNED);
    work.write("cases/plan/findings/leeg.txt", "");
    assert_snapshot!(work.run("check cases/plan --format short").seen(), @"
    cases/plan/findings/fte-capacity.yaml: fout[R101]: bestand ontbreekt
    cases/plan/findings/leeg.txt: fout[R162]: bevindingen in dit bestand worden niet gelezen
    cases/plan/sources.yaml: fout[R101]: bestand ontbreekt
    cases/plan/case.yaml:4:3: fout[R111]: sleutel `conducted` ontbreekt
    cases/plan/case.yaml:10:22: nog in te vullen[R351]: `answer` is nog in te vullen
    4 fouten, 1 plaats nog in te vullen
    status 1
    ");
}

#[test]
fn what_a_plan_leaves_open_is_told() {
    let work = planned(
        &PLANNED
            .replace("  scope: De jaren 2022 tot en met 2025; niet de politie.\n", "")
            .replace(", date: 2026-03}", "}"),
    );
    assert_snapshot!(work.run("check cases/plan --format short").seen(), @"
    cases/plan/findings/fte-capacity.yaml: nog in te vullen[R260]: `findings/fte-capacity.yaml` is er nog niet
    cases/plan/sources.yaml: nog in te vullen[R260]: `sources.yaml` is er nog niet
    cases/plan/case.yaml:10:22: nog in te vullen[R351]: `answer` is nog in te vullen
    cases/plan/case.yaml:13:3: nog in te vullen[R351]: `scope` is nog in te vullen
    cases/plan/case.yaml:16:8: nog in te vullen[R351]: `date` is nog in te vullen
    5 plaatsen nog in te vullen
    status 0
    ");
    let work = planned(PLANNED.split("  scope:").next().unwrap_or_default());
    assert_snapshot!(work.run("check cases/plan --format short").seen(), @"
    cases/plan/findings/fte-capacity.yaml: nog in te vullen[R260]: `findings/fte-capacity.yaml` is er nog niet
    cases/plan/sources.yaml: nog in te vullen[R260]: `sources.yaml` is er nog niet
    cases/plan/case.yaml:10:22: nog in te vullen[R351]: `answer` is nog in te vullen
    cases/plan/case.yaml:13:3: nog in te vullen[R351]: `planning` is nog in te vullen
    cases/plan/case.yaml:13:3: nog in te vullen[R351]: `scope` is nog in te vullen
    5 plaatsen nog in te vullen
    status 0
    ");
}

#[test]
fn a_step_has_one_time_and_a_plan_is_older_than_its_report() {
    let both = PLAN.replace("date: 2026-03}", "date: 2026-03, from: 2026-01, to: 2026-02}");
    let half = PLAN.replace("date: 2026-03}", "from: 2026-01}");
    let reversed = PLAN.replace("date: 2026-03}", "from: 2026-03, to: 2026-01}");
    let late = PLAN.replace("adopted: 2025-08-26", "adopted: 2026-03-02");
    let told = [both, half, reversed, late].map(|plan| with_plan(&plan).check_short());
    assert_snapshot!(told.join("\n"), @"
    cases/proef/case.yaml:35:57: fout[R262]: stap `Rapport naar de raad` heeft een datum én een periode
    1 fout
    status 1
    cases/proef/case.yaml:35:8: fout[R111]: sleutel `to` ontbreekt
    1 fout
    status 1
    cases/proef/case.yaml:35:8: fout[R128]: de periode eindigt in 2026-01, voordat zij begint in 2026-03
    1 fout
    status 1
    cases/proef/case.yaml:31:12: fout[R262]: het onderzoeksplan is van `2026-03-02`, na de nota van `2026-03-01`
    1 fout
    status 1
    ");
    let same_month = PLAN.replace("adopted: 2025-08-26", "adopted: 2026-03");
    assert_eq!(with_plan(&same_month).check_short(), SILENT, "a month may be before its first day");
}

#[test]
fn the_plan_of_a_finished_study_holds_no_outcome_and_is_of_its_own_date() {
    let work = with_plan(PLAN);
    assert_eq!(work.check_short(), SILENT);
    assert_eq!(work.run("nota cases/proef --document plan --format md").status, 0);
    let text = work.read("output/proef/onderzoeksplan.md");
    let head = [
        "date: \"26 augustus 2025\"",
        "status: \"definitief\"",
        "status-text: \"Vastgesteld op 26 augustus 2025\"",
    ];
    for expected in head.into_iter().chain(["De raad kan bijsturen.", "Namen blijven weg."]) {
        assert!(text.contains(expected), "{expected}: {text}");
    }
    for outcome in ["Ten dele.", "Bijna.", "voldoet", "4,5 fte", "krappe kant", "Breid de formatie"]
    {
        assert!(!text.contains(outcome), "{outcome}: {text}");
    }
}

#[test]
fn a_plan_words_occasion_and_method_itself_where_it_wants() {
    let own = PLAN.replace("  goal:", "  background: Vroeger.\n  method: Wij gaan lezen.\n  goal:");
    let work = with_plan(&own);
    assert_eq!(work.run("nota cases/proef --document plan --format md").status, 0);
    let text = work.read("output/proef/onderzoeksplan.md");
    assert!(text.contains("Vroeger.") && text.contains("Wij gaan lezen."), "{text}");
    assert!(!text.contains("Wij lazen stukken"), "{text}");
}

#[test]
fn a_plan_without_the_key_is_made_with_a_warning() {
    let work = Work::with_case();
    let run = work.run("nota cases/proef --document plan --format md");
    assert_snapshot!(run.seen(), @"
    output/proef/onderzoeksplan.md
    waarschuwing[R261]: dit onderzoeksplan heeft geen afbakening en geen planning: `plan` staat niet in de case
    --> cases/proef/case.yaml
     |
    hulp: zet `plan` in case.yaml; `rekenkamer new` noemt de sleutels

    status 0
    ");
}
