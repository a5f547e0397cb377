//! A case about another body than a municipality: what it is called, who its organs are, and with
//! what it can be compared.

use crate::common::Work;
use insta::assert_snapshot;

/// The key of the valid case that says whom it is about.
pub const MUNICIPALITY: &str =
    "municipality:\n  name: Proefstad\n  cbs-code: GM9999\n  province: Utrecht\n";

/// The valid case, with another key in its place.
pub fn about(body: &str) -> Work {
    let work = Work::with_case();
    work.edit("case.yaml", MUNICIPALITY, body);
    work
}

/// The lines of the documents on this body that say what it is.
fn told(body: &str) -> String {
    let work = about(body);
    let made = work.run("nota cases/proef --document nota,report,accounting --format md");
    assert_eq!(made.status, 0, "{}", made.seen());
    let texts = ["nota", "nota-van-bevindingen", "verantwoording"]
        .map(|name| work.read(&format!("output/proef/{name}.md")))
        .concat();
    let says = |line: &&str| {
        let marks = [
            "municipality: ",
            "> [!oogopslag]",
            "## Aan ",
            "Formatie voor de aanpak van ondermijning: ",
            "Vergelijkbare ",
            "| Inwoners | Cijfer",
            "*Getal*",
            "voldoet vanaf 100%",
            "| Code |",
            "## De ",
            "## Het ",
        ];
        marks.iter().any(|mark| line.contains(mark)) && !line.contains("| Bron |")
    };
    texts.lines().filter(says).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_water_board_is_called_so_in_every_sentence() {
    assert_snapshot!(told("body:\n  kind: waterschap\n  name: Voorbeeldwaarden\n  code: WS9999\n"), @r#"
    municipality: "Waterschap Voorbeeldwaarden"
    > [!oogopslag] Ondermijning bij het waterschap Voorbeeldwaarden
    ## Aan het dagelijks bestuur
    | Code | Norm | Oordeel |
    municipality: "Waterschap Voorbeeldwaarden"
    Formatie voor de aanpak van ondermijning: 4,5 fte (bevinding B-1, sterk). Bij 100.000 inwoners is dat 4,50 fte per 100.000 inwoners. De mediaan van 5 vergelijkbare waterschappen is 5,26 fte per 100.000 inwoners; het waterschap zit op 85,5% daarvan. De grens beweegt mee met die waterschappen.
    Vergelijkbare waterschappen: Vijf gemeenten in de buurt. Bron: [D02](#gegevensbestanden).
    - CA-1: voldoet vanaf 100%, voldoet grotendeels vanaf 85%, voldoet deels vanaf 60% van de mediaan van vergelijkbare waterschappen; de grens is dus relatief.
    municipality: "Waterschap Voorbeeldwaarden"
    - *Getal*: het niveau volgt uit de grenzen van de norm. Gaat het om een vergelijking, dan is de grens een percentage van de mediaan van minstens vijf andere waterschappen. Is het getal niet bekend, dan kunnen de onderzoekers het niveau met een reden schatten.
    | Waterschap | Inwoners | Cijfer (fte) | Vergeleken (fte per 100.000 inwoners) |
    | Code | WS9999 |
    "#);
}

#[test]
fn a_province_is_called_so_in_every_sentence() {
    assert_snapshot!(told("body:\n  kind: provincie\n  name: Voorbeeldland\n  code: PV99\n"), @r#"
    municipality: "Provincie Voorbeeldland"
    > [!oogopslag] Ondermijning in de provincie Voorbeeldland
    ## Aan gedeputeerde staten
    | Code | Norm | Oordeel |
    municipality: "Provincie Voorbeeldland"
    Formatie voor de aanpak van ondermijning: 4,5 fte (bevinding B-1, sterk). Bij 100.000 inwoners is dat 4,50 fte per 100.000 inwoners. De mediaan van 5 vergelijkbare provincies is 5,26 fte per 100.000 inwoners; de provincie zit op 85,5% daarvan. De grens beweegt mee met die provincies.
    Vergelijkbare provincies: Vijf gemeenten in de buurt. Bron: [D02](#gegevensbestanden).
    - CA-1: voldoet vanaf 100%, voldoet grotendeels vanaf 85%, voldoet deels vanaf 60% van de mediaan van vergelijkbare provincies; de grens is dus relatief.
    municipality: "Provincie Voorbeeldland"
    - *Getal*: het niveau volgt uit de grenzen van de norm. Gaat het om een vergelijking, dan is de grens een percentage van de mediaan van minstens vijf andere provincies. Is het getal niet bekend, dan kunnen de onderzoekers het niveau met een reden schatten.
    | Provincie | Inwoners | Cijfer (fte) | Vergeleken (fte per 100.000 inwoners) |
    | Code | PV99 |
    "#);
}

#[test]
fn a_joint_arrangement_is_called_so_in_every_sentence() {
    assert_snapshot!(told("body:\n  kind: gemeenschappelijke-regeling\n  name: Afvaldienst Voorbeeld\n  code: eigen-1\n"), @r#"
    municipality: "Afvaldienst Voorbeeld"
    > [!oogopslag] Ondermijning bij de gemeenschappelijke regeling Afvaldienst Voorbeeld
    ## Aan het dagelijks bestuur
    | Code | Norm | Oordeel |
    municipality: "Afvaldienst Voorbeeld"
    Formatie voor de aanpak van ondermijning: 4,5 fte (bevinding B-1, sterk). Bij 100.000 inwoners is dat 4,50 fte per 100.000 inwoners. De mediaan van 5 vergelijkbare gemeenschappelijke regelingen is 5,26 fte per 100.000 inwoners; de gemeenschappelijke regeling zit op 85,5% daarvan. De grens beweegt mee met die gemeenschappelijke regelingen.
    Vergelijkbare gemeenschappelijke regelingen: Vijf gemeenten in de buurt. Bron: [D02](#gegevensbestanden).
    - CA-1: voldoet vanaf 100%, voldoet grotendeels vanaf 85%, voldoet deels vanaf 60% van de mediaan van vergelijkbare gemeenschappelijke regelingen; de grens is dus relatief.
    municipality: "Afvaldienst Voorbeeld"
    - *Getal*: het niveau volgt uit de grenzen van de norm. Gaat het om een vergelijking, dan is de grens een percentage van de mediaan van minstens vijf andere gemeenschappelijke regelingen. Is het getal niet bekend, dan kunnen de onderzoekers het niveau met een reden schatten.
    | Gemeenschappelijke regeling | Inwoners | Cijfer (fte) | Vergeleken (fte per 100.000 inwoners) |
    | Code | eigen-1 |
    "#);
}

#[test]
fn an_institution_is_called_by_its_name_alone() {
    assert_snapshot!(told("body:\n  kind: instelling\n  name: Stichting Voorbeeldmuseum\n"), @r#"
    municipality: "Stichting Voorbeeldmuseum"
    > [!oogopslag] Ondermijning bij Stichting Voorbeeldmuseum
    ## Aan het bestuur
    | Code | Norm | Oordeel |
    municipality: "Stichting Voorbeeldmuseum"
    Formatie voor de aanpak van ondermijning: 4,5 fte (bevinding B-1, sterk). Bij 100.000 inwoners is dat 4,50 fte per 100.000 inwoners. De mediaan van 5 vergelijkbare instellingen is 5,26 fte per 100.000 inwoners; de instelling zit op 85,5% daarvan. De grens beweegt mee met die instellingen.
    Vergelijkbare instellingen: Vijf gemeenten in de buurt. Bron: [D02](#gegevensbestanden).
    - CA-1: voldoet vanaf 100%, voldoet grotendeels vanaf 85%, voldoet deels vanaf 60% van de mediaan van vergelijkbare instellingen; de grens is dus relatief.
    municipality: "Stichting Voorbeeldmuseum"
    - *Getal*: het niveau volgt uit de grenzen van de norm. Gaat het om een vergelijking, dan is de grens een percentage van de mediaan van minstens vijf andere instellingen. Is het getal niet bekend, dan kunnen de onderzoekers het niveau met een reden schatten.
    | Instelling | Inwoners | Cijfer (fte) | Vergeleken (fte per 100.000 inwoners) |
    "#);
}

#[test]
fn a_name_that_says_what_it_is_gets_no_second_noun() {
    assert_snapshot!(told("body:\n  kind: waterschap\n  name: Hoogheemraadschap van Voorbeeldland\n"), @r#"
    municipality: "Hoogheemraadschap van Voorbeeldland"
    > [!oogopslag] Ondermijning bij het hoogheemraadschap van Voorbeeldland
    ## Aan het dagelijks bestuur
    | Code | Norm | Oordeel |
    municipality: "Hoogheemraadschap van Voorbeeldland"
    Formatie voor de aanpak van ondermijning: 4,5 fte (bevinding B-1, sterk). Bij 100.000 inwoners is dat 4,50 fte per 100.000 inwoners. De mediaan van 5 vergelijkbare waterschappen is 5,26 fte per 100.000 inwoners; het waterschap zit op 85,5% daarvan. De grens beweegt mee met die waterschappen.
    Vergelijkbare waterschappen: Vijf gemeenten in de buurt. Bron: [D02](#gegevensbestanden).
    - CA-1: voldoet vanaf 100%, voldoet grotendeels vanaf 85%, voldoet deels vanaf 60% van de mediaan van vergelijkbare waterschappen; de grens is dus relatief.
    municipality: "Hoogheemraadschap van Voorbeeldland"
    - *Getal*: het niveau volgt uit de grenzen van de norm. Gaat het om een vergelijking, dan is de grens een percentage van de mediaan van minstens vijf andere waterschappen. Is het getal niet bekend, dan kunnen de onderzoekers het niveau met een reden schatten.
    | Waterschap | Inwoners | Cijfer (fte) | Vergeleken (fte per 100.000 inwoners) |
    "#);
}

#[test]
fn a_municipality_may_be_written_in_full() {
    let work = Work::with_case();
    assert_eq!(work.run("nota cases/proef --format md").status, 0);
    let (nota, card) =
        (work.read("output/proef/nota.md"), work.run("score cases/proef --format json"));
    let full =
        about("body:\n  kind: gemeente\n  name: Proefstad\n  code: GM9999\n  province: Utrecht\n");
    assert_eq!(full.run("nota cases/proef --format md").status, 0);
    let but_hashes = |text: &str| {
        let same = |line: &&str| !line.contains("case.yaml") && !line.contains("\"seal\"");
        let head = ["seal: ", "inputs: "];
        let same = |line: &&str| same(line) && !head.iter().any(|key| line.starts_with(key));
        text.lines().filter(same).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(but_hashes(&full.read("output/proef/nota.md")), but_hashes(&nota));
    let again = full.run("score cases/proef --format json");
    assert_eq!(but_hashes(&again.stdout), but_hashes(&card.stdout));
}

/// A framework with a sentence that the program drafts.
const DRAFTING: &str = "\
id: dijken
title: Dijken
version: 1.0.0
verdict: none
scale: {goed: Op orde., slecht: Mis.}
criteria:
  - id: DK-1
    norm: De dijken zijn veilig.
    drafts:
      goed:
        conclusion: De dijken van {{ municipality }} zijn op orde.
      slecht:
        conclusion: Bij {{ body.phrase }} ({{ body.kind }} {{ body.name }}, {{ municipality }}) zijn de dijken niet op orde.
        recommendation: Verstevig de dijken.
        addressee: burgemeester
";

/// Findings by it.
const DRAFTED: &str = "\
framework: dijken
version: 1.0.0
criteria:
  - id: DK-1
    status: onderzocht
    findings:
      - {id: B-1, condition: Een dijk lekt., level: slecht, evidence: [{source: D01}]}
";

#[test]
fn a_drafted_sentence_can_name_the_body_in_a_sentence() {
    let work = about("body:\n  kind: waterschap\n  name: Voorbeeldwaarden\n");
    work.write("frameworks/dijken.yaml", DRAFTING);
    work.write("cases/proef/findings/dijken.yaml", DRAFTED);
    work.remove("cases/proef/findings/fte-capacity.yaml");
    let case = work.read("cases/proef/case.yaml").replace("[fte-capacity]", "[dijken]");
    let case = case.split("conclusions:").next().unwrap_or_default().to_owned();
    work.write("cases/proef/case.yaml", case);
    let made = work.run("nota cases/proef --format md");
    assert_eq!(made.status, 0, "{}", made.seen());
    let nota = work.read("output/proef/nota.md");
    let said = |line: &&str| line.contains("niet op orde") || line.contains("## Aan ");
    // A framework made for municipalities may draft for an addressee that a water board has not.
    assert_snapshot!(nota.lines().filter(said).collect::<Vec<_>>().join("\n"), @"
    - Bij het waterschap Voorbeeldwaarden (waterschap Voorbeeldwaarden, Voorbeeldwaarden) zijn de dijken niet op orde.
    ## Aan de burgemeester
    ");
}

#[test]
fn an_own_addressee_stands_beside_those_of_the_kind() {
    let work = about("body:\n  kind: waterschap\n  name: Voorbeeldwaarden\n");
    work.edit(
        "case.yaml",
        "recommendations:\n",
        "addressees: [de dijkgraaf]\n\nrecommendations:\n",
    );
    work.edit("case.yaml", "addressee: college", "addressee: de dijkgraaf");
    assert_eq!(work.run("nota cases/proef --format md").status, 0);
    let nota = work.read("output/proef/nota.md");
    let headings: Vec<&str> = nota.lines().filter(|line| line.starts_with("## Aan ")).collect();
    assert_eq!(headings, ["## Aan de dijkgraaf"]);
    work.edit("case.yaml", "[de dijkgraaf]", "[de dijkgraaf, Het dagelijks bestuur]");
    assert_snapshot!(work.run("check cases/proef").seen(), @"
    fout[R127]: `Het dagelijks bestuur` komt al eerder voor
      --> cases/proef/case.yaml:39:28
       |
    39 | addressees: [de dijkgraaf, Het dagelijks bestuur]
       |                            ^^^^^^^^^^^^^^^^^^^^^ eerder in de geadresseerden, waarbij hoofdletters en lidwoorden niet tellen
       |
    hulp: geef elk onderdeel zijn eigen code

    1 fout
    status 1
    ");
}

#[test]
fn a_water_board_has_no_mayor_and_no_clerk() {
    let work = about("body:\n  kind: waterschap\n  name: Voorbeeldwaarden\n");
    work.edit("case.yaml", "addressee: college", "addressee: burgemeester");
    assert_snapshot!(work.run("check cases/proef").seen(), @"
    fout[R248]: `burgemeester` past niet bij een waterschap
      --> cases/proef/case.yaml:41:16
       |
    41 |     addressee: burgemeester
       |                ^^^^^^^^^^^^
       |
    hulp: noem bij `addressees` zelf wie u bedoelt, zoals `addressees: [de dijkgraaf]`, en gebruik die naam hier

    1 fout
    status 1
    ");
    work.edit("case.yaml", "addressee: burgemeester", "addressee: dagelijks bestuur");
    assert_snapshot!(work.run("check cases/proef").seen(), @"
    fout[R124]: onbekende waarde `dagelijks bestuur`
      --> cases/proef/case.yaml:41:16
       |
    41 |     addressee: dagelijks bestuur
       |                ^^^^^^^^^^^^^^^^^ verwacht: raad-en-college, college, raad, of een naam die u zelf bij `addressees` noemt
       |
    hulp: bedoelde u `college`?

    1 fout
    status 1
    ");
}

#[test]
fn new_makes_a_case_about_another_body() {
    let work = Work::empty();
    let new =
        "new cases/x-2026 --body waterschap:Voorbeeldwaarden --frameworks bibob --date 2026-11";
    assert_eq!(work.run(new).status, 0);
    let case = work.read("cases/x-2026/case.yaml");
    let told: Vec<&str> = case.lines().skip(4).take(8).collect();
    assert_snapshot!(told.join("\n"), @r#"

    body:
      kind: waterschap
      name: "Voorbeeldwaarden"
      # code: …
      # inhabitants: 100000
      # inhabitants-date: 2026-01-01
      # attributes:
    "#);
    let said = |line: &&str| line.contains("addressee") || line.contains("waterschap");
    assert_snapshot!(case.lines().filter(said).collect::<Vec<_>>().join("\n"), @"
      kind: waterschap
      title:                                 # de titel, zonder de naam van het waterschap
    #   addressee: college                   # raad-en-college (het algemeen bestuur en het dagelijks bestuur) | college (het dagelijks bestuur) | raad (het algemeen bestuur)
    # addressees: [de gemeentesecretaris]   # aan wie u nog meer aanbevelingen doet
    # peers: cijfers van minstens vijf vergelijkbare waterschappen; zie de handleiding, De case
    ");
    assert_snapshot!(work.run("new cases/y --body polder:X --frameworks bibob").seen(), @"
    fout: `polder:X` past niet bij `--body <SOORT:NAAM>`: schrijf soort en naam met een dubbele punt ertussen, zoals waterschap:Voorbeeldwaarden; de soorten zijn gemeente, provincie, waterschap, gemeenschappelijke-regeling, instelling
    met `--help` achter de opdracht ziet u wat kan
    status 2
    ");
    assert_snapshot!(work.run("new cases/y --body waterschap --frameworks bibob").seen(), @"
    fout: `waterschap` past niet bij `--body <SOORT:NAAM>`: schrijf soort en naam met een dubbele punt ertussen, zoals waterschap:Voorbeeldwaarden; de soorten zijn gemeente, provincie, waterschap, gemeenschappelijke-regeling, instelling
    met `--help` achter de opdracht ziet u wat kan
    status 2
    ");
    assert_snapshot!(work.run("new cases/y --body waterschap:X --municipality X --frameworks bibob").seen(), @"
    fout: `--body <SOORT:NAAM>` en `--municipality <NAAM>` gaan niet samen
    met `--help` achter de opdracht ziet u wat kan
    status 2
    ");
}

#[test]
fn an_edited_nota_of_a_water_board_is_set_again() {
    let work = about("body:\n  kind: waterschap\n  name: Voorbeeldwaarden\n");
    assert_eq!(work.run("nota cases/proef --format md").status, 0);
    let nota = work.read("output/proef/nota.md");
    work.write("output/proef/nota.md", nota.replace("Ten dele.", "Ten dele, vinden wij."));
    let set = work.run("render output/proef/nota.md --format html --case cases/proef");
    assert_eq!(set.status, 0, "{}", set.seen());
}
