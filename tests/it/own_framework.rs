//! A framework of one's own, from as little as a title and some norms.

use crate::common::Work;

const LIGHT: &str = "id: inhuur\ntitle: Inhuur van personeel\ncriteria:\n  - id: IN-1\n    norm: De gemeente legt van elke inhuur vast waarom zij nodig is.\n  - id: IN-2\n    norm: De raad hoort elk jaar wat inhuur kost.\n  - id: IN-3\n    name: Kennis blijft\n    norm: Wie inhuurt, zorgt dat de kennis in de organisatie blijft.\n";

/// A case for such a framework, with two of its three norms judged.
fn with_case(framework: &str) -> Work {
    let work = Work::empty();
    work.write("frameworks/inhuur.yaml", framework);
    let run = work.run("new cases/proef --municipality Proefstad --frameworks inhuur");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let source =
        "sources:\n  - code: D01\n    kind: document\n    title: Jaarstukken\n    date: 2026-05\n";
    work.edit("sources.yaml", "sources:\n", source);
    for (id, level) in [("IN-1", "deels"), ("IN-2", "voldoet")] {
        let open = format!("  - id: {id}\n    status: nog-in-te-vullen\n    findings:\n");
        let found = format!(
            "  - id: {id}\n    status: onderzocht\n    findings:\n      - id: B-{id}\n        condition: Dit zagen wij.\n        level: {level}\n        evidence: [{{source: D01, locator: p. 4}}]\n"
        );
        work.edit("findings/inhuur.yaml", &open, &found);
    }
    let open = "  - id: IN-3\n    status: nog-in-te-vullen\n";
    let said = "  - id: IN-3\n    status: niet-onderzocht\n    reason: Geen tijd.\n";
    work.edit("findings/inhuur.yaml", open, said);
    work
}

#[test]
fn a_title_and_norms_are_a_framework_and_its_levels_are_counted() {
    let work = with_case(LIGHT);
    let run = work.run("score cases/proef");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let closing = "1 voldoet, 1 voldoet deels, 1 niet beoordeeld. Dit normenkader geeft per norm een niveau, en geen \
                   oordeel over het geheel.";
    assert_eq!(run.stdout.lines().last(), Some(closing));
    let run = work.run("nota cases/proef --format md,pdf,html,docx");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let others = work.run("nota cases/proef --document report,accounting --format md");
    assert_eq!(others.status, 0, "{}", others.stderr);
    let nota = ["nota", "nota-van-bevindingen", "verantwoording"]
        .map(|name| work.read(&format!("output/proef/{name}.md")))
        .concat();
    let rows = [
        "> | Inhuur van personeel | 1 voldoet, 1 voldoet deels, 1 niet beoordeeld |",
        "- **Inhuur van personeel**, 3 normen: ● voldoet 1, ◑ voldoet deels 1, ◌ niet onderzocht 1. Onderbouwing van de oordelen: smal 2. Dit kader geeft geen oordeel over het geheel.",
        "# Normenkader Inhuur van personeel",
    ];
    for row in rows {
        assert_eq!(nota.lines().filter(|line| *line == row).count(), 1, "{row}");
    }
    // Nothing is said that nobody typed: no weight, no ground, no meaning of a level, no conclusion.
    for absent in
        ["Gewicht", "Grondslag", "In dit kader betekent", "De niveaus van deze norm", "(concept)"]
    {
        assert!(!nota.contains(absent), "{absent}");
    }
}

#[test]
fn a_level_that_only_has_a_meaning_is_a_plain_text() {
    let levels = "    levels:\n      voldoet: Altijd.\n      grotendeels: Meestal.\n      deels: Soms.\n      niet: {description: Nooit.}\n";
    let work = with_case(&LIGHT.replace("    name: Kennis", &format!("{levels}    name: Kennis")));
    let run = work.run("nota cases/proef --document framework --format md");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let text = work.read("output/proef/normenkader.md");
    assert_eq!(text.matches(" Altijd. | Meestal. | Soms. | Nooit. |\n").count(), 1, "{text}");
}

#[test]
fn a_framework_has_the_name_of_its_file() {
    let work = with_case(LIGHT);
    work.write("frameworks/inhuur.yaml", LIGHT.replace("id: inhuur", "id: inhuren"));
    insta::assert_snapshot!(work.check_short(), @"
    frameworks/inhuur.yaml:1:5: fout[R126]: `inhuren` is geen geldige code
    cases/proef/case.yaml:16:8: nog in te vullen[R351]: `title` is nog in te vullen
    cases/proef/case.yaml:18:15: nog in te vullen[R351]: `commissioner` is nog in te vullen
    cases/proef/case.yaml:20:12: nog in te vullen[R351]: `conducted` is nog in te vullen
    cases/proef/case.yaml:24:13: nog in te vullen[R351]: `background` is nog in te vullen
    cases/proef/case.yaml:25:9: nog in te vullen[R351]: `method` is nog in te vullen
    cases/proef/case.yaml:27:13: nog in te vullen[R351]: `question` is nog in te vullen
    cases/proef/case.yaml:28:11: nog in te vullen[R351]: `answer` is nog in te vullen
    1 fout, 7 plaatsen nog in te vullen
    status 1
    ");
}

#[test]
fn audits_on_a_framework_without_a_verdict_are_compared_by_norm() {
    let work = with_case(LIGHT);
    work.edit("case.yaml", "  conducted:  ", "  conducted: {from: 2026-01, to: 2026-03}  ");
    work.edit("case.yaml", "name: \"Proefstad\"", "name: Anderstad");
    let card = work.run("score cases/proef --format json");
    assert_eq!(card.status, 0, "{}", card.stderr);
    work.write("kaarten/ander.json", card.stdout);
    work.edit("case.yaml", "name: Anderstad", "name: Proefstad");
    let run = work.run("compare cases/proef kaarten/ander.json --format md,html,csv");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let text = work.read("output/vergelijking/vergelijking.md");
    for line in [
        "> In de tabel staat hoeveel toepasselijke normen op het hoogste en op het laagste niveau staan.",
        "| Gemeente | voldoet | voldoet niet | IN-1 | IN-2 | IN-3 |",
        "**Niveaus.** Elke norm krijgt een niveau: ● voldoet, ◕ voldoet grotendeels, ◑ voldoet deels of ○ voldoet niet. Hoe een niveau tot stand komt, staat in de verantwoording van elke gemeente.",
    ] {
        assert_eq!(text.lines().filter(|own| *own == line).count(), 1, "{line}\n{text}");
    }
    // What is not there is not explained either.
    for absent in ["Geen oordeel", "Mogelijk", "scores", "trekkingen", "Kwartielen"] {
        assert!(!text.contains(absent), "{absent}\n{text}");
    }
    // Nor is there a table of verdicts on the page, nor a column of them beside the norms.
    let page = work.read("output/vergelijking/vergelijking.html");
    assert!(!page.contains("id=\"tel-oordelen\""), "a count of verdicts");
    assert!(
        !["<", "\n"].iter().any(|end| page.contains(&format!("<th scope=col>Oordeel{end}"))),
        "a column of verdicts"
    );
    assert!(!page.contains("trekkingen") && !page.contains("Kwartielen"), "an empty explanation");
    let table = work.read("output/vergelijking/vergelijking.csv");
    assert!(!table.contains("Robuustheid"), "{table}");
    let counts = "Scores;Inhuur van personeel;Proefstad;Normen;1 voldoet, 1 voldoet deels, 1 niet beoordeeld;";
    assert_eq!(table.lines().filter(|line| *line == counts).count(), 1, "{table}");
}

#[test]
fn a_norm_that_law_or_policy_lays_down_says_since_when() {
    let ground = "    basis:\n      - kind: policy\n        reference: Inkoopbeleid\n";
    let work = Work::empty();
    work.write("frameworks/inhuur.yaml", format!("{LIGHT}{ground}"));
    let run = work.run("new cases/proef --municipality Proefstad --frameworks inhuur");
    assert_eq!(run.status, 1);
    insta::assert_snapshot!(run.stderr, @r"
    fout[R111]: sleutel `holds-from` ontbreekt
     --> frameworks/inhuur.yaml:8:5
      |
    8 |   - id: IN-3
      |     ^^ in dit onderdeel
      |
    hulp: zet `holds-from` bij dit onderdeel, even ver ingesprongen
    ");
}

#[test]
fn a_framework_or_codebook_is_checked_by_itself() {
    let work = Work::empty();
    work.write("frameworks/inhuur.yaml", LIGHT);
    let run = work.run("check frameworks/inhuur.yaml");
    assert_eq!((run.status, run.stdout.as_str()), (0, ""));
    assert_eq!(run.stderr, "geen problemen gevonden\n");

    work.write("elders/inhuur.yaml", LIGHT.replace("IN-2", "IN-1"));
    work.write("elders/boek.yaml", "id: boek\ntitle: Boek\nversion: 1.0.0\nquestions: []\n");
    let run = work.run("check elders/inhuur.yaml elders/boek.yaml --format short");
    assert_eq!(run.status, 1);
    insta::assert_snapshot!(run.stdout, @r"
    elders/inhuur.yaml:6:9: fout[R127]: `IN-1` komt al eerder voor
    elders/boek.yaml:1:1: fout[R111]: sleutel `date` ontbreekt
    elders/boek.yaml:1:1: fout[R111]: sleutel `description` ontbreekt
    ");
}

#[test]
fn a_framework_without_norms_or_a_measure_without_its_kind_is_told() {
    let work = Work::empty();
    work.write("frameworks/leeg.yaml", "id: leeg\ntitle: Leeg\ncriteria: []\n");
    let light = LIGHT.replace("id: inhuur", "id: half");
    work.write("frameworks/half.yaml", format!("{light}    measure:\n"));
    let run = work.run("check frameworks/leeg.yaml frameworks/half.yaml --format short");
    assert_eq!(run.status, 1);
    insta::assert_snapshot!(run.stdout, @"
    frameworks/leeg.yaml:3:11: fout[R116]: sleutel `criteria` heeft geen waarde
    frameworks/half.yaml:11:12: fout[R111]: sleutel `kind` ontbreekt
    ");
}

#[test]
fn a_file_of_a_case_is_no_framework() {
    let work = with_case(LIGHT);
    let run = work.run("check cases/proef/findings/inhuur.yaml --format short");
    assert_eq!(run.status, 1);
    let told =
        "cases/proef/findings/inhuur.yaml: fout[R105]: hier is geen case: `case.yaml` ontbreekt\n";
    assert_eq!(run.stdout, told);
}

/// Law: the number, the date of the text and when it was read.
const DUTY: &str = "    legal-duty: true
    holds-from: 2023-02-18
    holds-from-reason: Sinds die dag staat het in de wet.
    basis:
      - kind: law
        reference: Wet bescherming klokkenluiders
        article: artikel 2
        bwb: BWBR0037852
        text-date: 2023-02-18
        checked-on: 2026-11-29
    levels:
      nageleefd: Er is een meldregeling.
      niet-nageleefd: Er is geen meldregeling.
";

#[test]
fn the_texts_of_a_legal_duty_say_what_complying_is_and_the_document_when_the_law_was_read() {
    let work = with_case(&format!("{LIGHT}{DUTY}"));
    work.edit(
        "findings/inhuur.yaml",
        "  - id: IN-3\n    status: niet-onderzocht\n    reason: Geen tijd.\n    findings:\n",
        "  - id: IN-3\n    status: onderzocht\n    findings:\n      - id: B-IN-3\n        condition: Er is een regeling.\n        level: nageleefd\n        evidence: [{source: D01, locator: p. 9}]\n",
    );
    assert_eq!(work.run("nota cases/proef --document framework --format md").status, 0);
    let table = work.read("output/proef/normenkader.md");
    let row = table.lines().find(|line| line.starts_with("| IN-3 |")).unwrap_or_default();
    insta::assert_snapshot!(row, @"| IN-3 | Kennis blijft: Wie inhuurt, zorgt dat de kennis in de organisatie blijft. (wettelijke plicht) | Wet bescherming klokkenluiders, artikel 2 (wet- en regelgeving, BWBR0037852, tekst van 18 februari 2023, nagegaan op 29 november 2026) |");
    assert_eq!(work.run("nota cases/proef --document report --format md").status, 0);
    let report = work.read("output/proef/nota-van-bevindingen.md");
    let judged = report.lines().find(|line| line.starts_with("**Oordeel: ● nageleefd"));
    insta::assert_snapshot!(judged.unwrap_or_default(), @"**Oordeel: ● nageleefd.** Er is een meldregeling. *Onderbouwing: smal.*");
    // The words of the framework's own scale are not those of complying.
    work.edit("findings/inhuur.yaml", "level: nageleefd", "level: voldoet");
    insta::assert_snapshot!(work.run("check cases/proef").seen(), @"
    fout[R124]: onbekende waarde `voldoet`
      --> cases/proef/findings/inhuur.yaml:58:16
       |
    58 |         level: voldoet
       |                ^^^^^^^ verwacht: nageleefd, niet-nageleefd, nageleefd, niet-nageleefd

    nog in te vullen[R351]: 7 plaatsen
    --> cases/proef/case.yaml
     |
    waar: `title` (regel 16), `commissioner` (regel 18), `conducted` (regel 20), `background` (regel 24), `method` (regel 25), `question` (regel 27) en nog 1

    1 fout, 7 plaatsen nog in te vullen
    status 1
    ");
}

#[test]
fn the_number_of_a_law_and_the_day_it_was_read_are_checked() {
    let work = Work::empty();
    let told = |from: &str, to: &str| {
        work.write("frameworks/inhuur.yaml", format!("{LIGHT}{DUTY}").replace(from, to));
        work.run("check frameworks/inhuur.yaml").seen()
    };
    assert_eq!(told("", ""), "geen problemen gevonden\nstatus 0");
    insta::assert_snapshot!(told("BWBR0037852", "BWB0037852"), @"
    fout[R126]: `BWB0037852` is geen geldige code
      --> frameworks/inhuur.yaml:18:14
       |
    18 |         bwb: BWB0037852
       |              ^^^^^^^^^^
       |
    hulp: het nummer van een wet is `BWBR` met zeven cijfers, zoals op wetten.overheid.nl

    1 fout
    status 1
    ");
    insta::assert_snapshot!(told("        text-date: 2023-02-18\n", ""), @"
    fout[R111]: sleutel `text-date` ontbreekt
      --> frameworks/inhuur.yaml:19:21
       |
    19 |         checked-on: 2026-11-29
       |                     ^^^^^^^^^^ in dit onderdeel
       |
    hulp: zet `text-date` bij dit onderdeel, even ver ingesprongen

    1 fout
    status 1
    ");
    insta::assert_snapshot!(told("      niet-nageleefd: Er is geen meldregeling.\n", ""), @"
    fout[R111]: sleutel `niet-nageleefd` ontbreekt
      --> frameworks/inhuur.yaml:22:7
       |
    22 |       nageleefd: Er is een meldregeling.
       |       ^^^^^^^^^ in dit onderdeel
       |
    hulp: zet `niet-nageleefd` bij dit onderdeel, even ver ingesprongen

    1 fout
    status 1
    ");
}

#[test]
fn an_earlier_version_is_earlier() {
    let work = Work::empty();
    let mapping =
        "version: 1.1.0\nearlier-versions:\n  - version: 1.1.0\n    criteria: {IN-1: IN-1}\n";
    work.write(
        "frameworks/inhuur.yaml",
        LIGHT.replacen("criteria:\n", &format!("{mapping}criteria:\n"), 1),
    );
    insta::assert_snapshot!(work.run("check frameworks/inhuur.yaml").seen(), @"
    fout[R126]: `1.1.0` is geen geldige code
     --> frameworks/inhuur.yaml:5:14
      |
    5 |   - version: 1.1.0
      |              ^^^^^
      |
    hulp: noem hier alleen versies van vóór 1.1.0

    1 fout
    status 1
    ");
}

#[test]
fn norms_stand_in_the_order_of_their_themes_where_the_case_asks_for_it() {
    let work = Work::empty();
    let new = "new cases/proef --municipality Proefstad --frameworks voorbeeld-energie,bibob";
    assert_eq!(work.run(new).status, 0);
    let norms = || {
        assert_eq!(work.run("nota cases/proef --document framework --format md").status, 0);
        let table = work.read("output/proef/normenkader.md");
        let codes = table.lines().filter_map(|line| line.strip_prefix("| EN-"));
        codes.filter_map(|line| line.split_once(' ')).take(8).map(|(n, _)| n.to_owned()).collect()
    };
    let own: Vec<String> = norms();
    assert_eq!(own, ["1", "2", "3", "4", "5", "6", "7", "8"]);
    work.edit("case.yaml", "voorbeeld-energie", "{id: voorbeeld-energie, by-theme: true}");
    let by_theme: Vec<String> = norms();
    assert_eq!(by_theme, ["1", "2", "3", "7", "8", "6", "4", "5"]);
    work.edit("case.yaml", "bibob", "{id: bibob, by-theme: true}");
    insta::assert_snapshot!(work.run("nota cases/proef --document framework --format md").seen(), @"
    15 plaatsen nog in te vullen; `rekenkamer check` toont ze
    fout[R244]: kader `bibob` staat op volgorde van thema (`by-theme`), maar de normen hebben geen thema
      --> cases/proef/case.yaml:48:6
       |
    48 |   - {id: bibob, by-theme: true}
       |      ^^
       |
    hulp: geef de normen in het kader `themes`, of haal `by-theme` weg

    1 fout, 15 plaatsen nog in te vullen
    er is niets geschreven
    status 1
    ");
}
