//! The documents of a case: what each holds and leaves out, its figures, and the scorecard that
//! travels inside a PDF.

use crate::common::{FINDINGS, Work, needs, python};
use insta::assert_snapshot;
use rekenkamer::markdown::{Block, Kind, parse};
use std::process::Command;

const ALL: &str = "nota cases/proef --document \
    nota,report,accounting,summary,matrix,framework,plan,letters,reaction,proposal";

#[test]
fn one_call_makes_every_document_that_is_asked_for() {
    let work = Work::with_case();
    assert_snapshot!(work.run(ALL).seen(), @"
    output/proef/nota.md
    output/proef/nota.pdf
    output/proef/nota-van-bevindingen.md
    output/proef/nota-van-bevindingen.pdf
    output/proef/verantwoording.md
    output/proef/verantwoording.pdf
    output/proef/samenvatting.md
    output/proef/samenvatting.pdf
    output/proef/bronnenmatrix.md
    output/proef/bronnenmatrix.pdf
    output/proef/normenkader.md
    output/proef/normenkader.pdf
    output/proef/onderzoeksplan.md
    output/proef/onderzoeksplan.pdf
    output/proef/gespreksverslagen.md
    output/proef/gespreksverslagen.pdf
    output/proef/bestuurlijke-reactie.md
    output/proef/bestuurlijke-reactie.pdf
    output/proef/raadsvoorstel.md
    output/proef/raadsvoorstel.pdf
    waarschuwing[R261]: dit onderzoeksplan heeft geen afbakening en geen planning: `plan` staat niet in de case
    --> cases/proef/case.yaml
     |
    hulp: zet `plan` in case.yaml; `rekenkamer new` noemt de sleutels

    waarschuwing[R261]: er staat geen brief in dit document: van elk gespreksverslag is bekend hoe het afliep, of bij geen gesprek staat `report`
    --> cases/proef/case.yaml
     |
    hulp: zet bij de bron van een gesprek `report`, met `status: concept`

    status 0
    ");
    let of_hearing = [Kind::Hearing, Kind::HearingAnswers, Kind::HearingChanges];
    for kind in Kind::OF_CASE.into_iter().filter(|kind| !of_hearing.contains(kind)) {
        let name = kind.stem();
        let text = work.read(&format!("output/proef/{name}.md"));
        assert_eq!(parse(&text).problems, [], "{name}");
    }
}

#[test]
fn recommendations_at_a_glance_each_have_a_line_of_their_own_with_their_addressee() {
    let work = Work::with_case();
    let second =
        "\n  - id: A2\n    addressee: griffie\n    title: Plan de brieven\n    text: Nu.\n";
    work.edit("case.yaml", "    conclusions: [C1]\n", &format!("    conclusions: [C1]\n{second}"));
    assert_eq!(work.run("nota cases/proef --format html").status, 0);
    let page = work.read("output/proef/nota.html");
    let glance = page.split("Vraag en aanpak</h2>").next().unwrap_or_default();
    let line = "<li><a href=\"#2-plan-de-brieven\">Plan de brieven</a> (de griffie)</li>\n</ol>";
    assert!(glance.contains(line), "{glance}");
}

/// The headings of a document.
fn headings(text: &str) -> String {
    text.lines().filter(|line| line.starts_with('#')).collect::<Vec<_>>().join("\n")
}

#[test]
fn each_document_has_its_own_part_and_no_fact_stands_in_full_in_two() {
    let work = Work::with_case();
    assert_eq!(work.run(&format!("{ALL} --format md")).status, 0);
    let read = |kind: Kind| work.read(&format!("output/proef/{}.md", kind.stem()));
    assert_snapshot!(headings(&read(Kind::Nota)), @"
    # In één oogopslag
    # Vraag en aanpak
    ## Wat wij wilden weten
    ## Hoe wij het onderzochten
    # Conclusies
    ## 1. De formatie is aan de krappe kant
    # Aanbevelingen
    ## Aan het college
    ### 1. Breid de formatie uit
    # Oordeel per norm
    ## Capaciteit: ◕ voldoet grotendeels
    ## Niet beoordeeld
    ");
    assert_snapshot!(headings(&read(Kind::Report)), @"
    # Leeswijzer
    # De vragen
    ## DV-1 Zijn er genoeg mensen?
    # Normenkader Capaciteit
    ## CA-1 Omvang van de formatie
    ### Bevinding B-1
    ## CA-2 Vaste financiering
    ### Bevinding B-2
    ## CA-3 Regie belegd
    ### Bevinding B-3
    ## CA-6 Ruimte voor toezicht
    ### Bevinding B-6
    # Niet beoordeeld
    # Bijlage A Normenkader
    ## Capaciteit 1.0.0
    ### Wat elk niveau per norm vraagt
    ### Grenzen
    # Bijlage B Bronnen
    ## Documenten
    ## Interviews
    ## Waarnemingen
    ## Gegevensbestanden
    ");
    assert_snapshot!(headings(&read(Kind::Accounting)), @"
    # Rekenwijze
    # Vergeleken cijfers
    ## CA-1 Omvang van de formatie
    # Waar de bevindingen op steunen
    # Van bron naar aanbeveling
    # Aandachtspunten die de onderzoekers hebben afgewogen
    # De gemeente
    # Herkomst
    ");
}

#[test]
fn what_does_not_fit_at_a_glance_is_counted_with_a_reference() {
    let work = Work::with_case();
    let conclusions: String = (2..=60)
        .map(|at| {
            format!(
                "  - {{id: C{at}, title: Nummer {at}, text: Zo., criteria: [CA-1], findings: []}}\n"
            )
        })
        .collect();
    work.edit("case.yaml", "\nrecommendations:", &format!("{conclusions}\nrecommendations:"));
    let run = work.run("nota cases/proef --format md");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let text = work.read("output/proef/nota.md");
    let glance = text.split("# Vraag en aanpak").next().unwrap_or_default();
    let lines =
        glance.lines().filter(|line| line.contains(": zie [") || line.contains("Nummer 2]"));
    assert_snapshot!(lines.collect::<Vec<_>>().join("\n"), @"
    > 2. [Nummer 2](#2-nummer-2)
    > En 29 andere: zie [Conclusies](#conclusies).
    > De oordelen per onderdeel: zie [Oordeel per norm](#oordeel-per-norm).
    ");
}

#[test]
fn a_case_without_any_judgement_has_no_table_of_what_is_not_there() {
    let work = Work::with_case();
    let all = work.read(&format!("cases/proef/{FINDINGS}"));
    let open = all.split("criteria:").next().unwrap_or_default();
    let rest: String = ["CA-1", "CA-2", "CA-3", "CA-4", "CA-5", "CA-6"]
        .map(|id| format!("  - {{id: {id}, status: niet-onderzocht, reason: Het kwam niet.}}\n"))
        .concat();
    work.write(&format!("cases/proef/{FINDINGS}"), format!("{open}criteria:\n{rest}"));
    work.edit("case.yaml", "    criteria: [CA-1, CA-2]\n    findings: [B-1]\n", "");
    work.edit(
        "case.yaml",
        "  - code: R367\n    about: CA-6\n    reason: Er is geen register.\n",
        "",
    );
    let run = work.run("nota cases/proef --format md");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let text = work.read("output/proef/nota.md");
    let glance = text
        .split("# Vraag en aanpak")
        .next()
        .and_then(|t| t.split_once("# In één"))
        .map(|(_, t)| t);
    assert_snapshot!(glance.unwrap_or_default(), @"
     oogopslag

    > [!oogopslag] Ondermijning in Proefstad
    > Ten dele.
    >
    > **Conclusies**
    >
    > 1. [De formatie is aan de krappe kant](#1-de-formatie-is-aan-de-krappe-kant)
    >
    > **Aanbevelingen**
    >
    > 1. [Breid de formatie uit](#1-breid-de-formatie-uit) (het college)
    ");
    assert_snapshot!(text.split_once("# Oordeel per norm").map_or("", |(_, t)| t), @"


    Bij geen van de normen konden wij een oordeel geven. Waarom niet, staat bij elke norm in de nota van bevindingen.

    ## Niet beoordeeld

    | Onderdeel | Te weinig bekend of niet onderzocht |
    |---|---|
    | Capaciteit | CA-1, CA-2, CA-3, CA-4, CA-5 en CA-6 |
    ");
}

#[test]
fn only_the_text_for_the_hearing_can_be_without_judgements() {
    let work = Work::with_case();
    assert_snapshot!(work.run("nota cases/proef --without-judgements").seen(), @"
    fout[R821]: `--without-judgements` past niet bij een ander document dan `hearing`
    --> --without-judgements
     |
    hulp: laat de optie weg

    1 fout
    er is niets geschreven
    status 1
    ");
}

#[test]
fn the_matrix_tells_support_from_contradiction() {
    let work = Work::with_case();
    let against = "locator: p. 4\n          - source: D02\n            stance: contradicts\n";
    work.edit(FINDINGS, "locator: p. 4\n", against);
    let run = work.run("nota cases/proef --document matrix --format md");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let text = work.read("output/proef/bronnenmatrix.md");
    let rows = text.lines().filter(|l| l.starts_with("| Norm ") || l.starts_with("| CA-"));
    assert_snapshot!(rows.collect::<Vec<_>>().join("\n"), @r"
    | Norm | Oordeel | Onderbouwing | D01 | D02 | I01 | W01 |
    | CA-1 Omvang van de formatie | ◕ voldoet grotendeels | sterk | \+1 | −1 |  | \+1 |
    | CA-2 Vaste financiering | ◑ voldoet deels | sterk | \+1 |  |  | \+1 |
    | CA-3 Regie belegd | ◕ voldoet grotendeels | sterk | \+1 |  | \+1 |  |
    | CA-4 Deskundigheid geborgd | ◌ niet onderzocht | – |  |  |  |  |
    | CA-5 Tijd echt besteed | ? niet te beoordelen | – |  |  |  |  |
    | CA-6 Ruimte voor toezicht | ◕ voldoet grotendeels | smal |  |  | \+1 |  |
    ");
}

#[test]
fn every_figure_of_a_document_stands_beside_it_and_says_in_words_what_it_shows() {
    let work = Work::with_case();
    assert_eq!(work.run(ALL).status, 0);
    let text = work.read("output/proef/nota-van-bevindingen.md");
    let mut figures = 0;
    for block in parse(&text).blocks {
        let Block::Figure { src, alt, caption, .. } = block else { continue };
        figures += 1;
        let svg = work.read(&format!("output/proef/{src}"));
        assert!(svg.contains("aria-label=") && svg.contains("<title>"), "{src}");
        assert!(alt.len() > 60 && caption.is_some(), "{src}: {alt}");
        let tree = resvg::usvg::Tree::from_str(&svg, &resvg::usvg::Options::default());
        assert!(tree.is_ok(), "{src} is no SVG: {tree:?}");
    }
    assert!(figures >= 1, "{figures}");
    let drawn = work.files().iter().filter(|f| f.ends_with(".svg")).count();
    assert_eq!(drawn, figures, "no figure that nothing shows");
}

#[test]
fn names_in_a_figure_are_text_whatever_they_hold() {
    let work = Work::with_case();
    let hostile = "</text><script>alert(1)</script> & 😀";
    work.edit("case.yaml", "name: Proefstad", &format!("name: {hostile:?}"));
    let run = work.run("nota cases/proef --document report");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let mut seen = 0;
    for file in work.files().into_iter().filter(|f| f.ends_with(".svg")) {
        let svg = work.read(&file);
        assert!(!svg.contains("<script>"), "{file}");
        seen += svg.matches("&lt;script&gt;").count();
    }
    assert!(seen > 0, "the name stands in no figure, so this test shows nothing");
}

#[test]
fn a_pdf_with_its_scorecard_takes_part_in_a_comparison() {
    let work = Work::with_case();
    work.add_municipality("Anderstad", &[]);
    let attach = work.run("nota cases/proef --attach --format pdf --output elders");
    assert_eq!(attach.status, 0, "{}", attach.stderr);
    let from_pdf = work.run("compare elders/proef/nota.pdf cases/anderstad --format json");
    assert_eq!(from_pdf.status, 0, "{}", from_pdf.stderr);
    let compared = work.read("output/vergelijking/vergelijking.json");
    let from_cases = work.run("compare cases/proef cases/anderstad --format json");
    assert_eq!(from_cases.status, 0, "{}", from_cases.stderr);
    let of_figures = |text: &str| {
        let value: serde_json::Value = serde_json::from_str(text).expect("JSON");
        value["frameworks"].clone()
    };
    let again = work.read("output/vergelijking/vergelijking.json");
    assert_eq!(of_figures(&compared), of_figures(&again));
}

#[test]
fn a_pdf_without_a_scorecard_and_a_broken_one_are_told_apart_from_json() {
    let work = Work::with_case();
    assert_eq!(work.run("nota cases/proef --format pdf").status, 0);
    let whole = work.bytes("output/proef/nota.pdf");
    work.write("half.pdf", &whole[..whole.len() / 3]);
    work.write("leeg.pdf", "%PDF-1.7\n");
    for file in ["output/proef/nota.pdf", "half.pdf", "leeg.pdf"] {
        let run = work.run(&format!("compare {file} cases/proef"));
        assert_eq!(run.status, 1, "{file}");
        assert!(run.stderr.contains("fout[R217]"), "{file}: {}", run.stderr);
    }
}

#[test]
fn the_plain_typst_compiler_sets_the_same_pages_from_the_page_description() {
    let work = Work::with_case();
    if !needs(&python(), &["-c", "import typst, pypdfium2"]) {
        return;
    }
    let run = work.run("nota cases/proef --dump");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/plain_typst.py");
    let done = Command::new(python())
        .arg(script)
        .arg(work.path("output/proef/zetwerk-nota"))
        .arg(work.path("output/proef/nota.pdf"))
        .output()
        .expect("Python runs");
    let said = String::from_utf8_lossy(&done.stdout);
    assert!(done.status.success(), "{said}{}", String::from_utf8_lossy(&done.stderr));
    assert!(said.contains("pages, all equal"), "{said}");
}

#[test]
fn templates_are_copied_out_once_and_never_over_what_is_there() {
    let work = Work::empty();
    work.write("templates/theme/tokens.toml", "eigen");
    let run = work.run("new --templates");
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert_eq!(work.read("templates/theme/tokens.toml"), "eigen");
    assert!(run.stderr.contains("templates/theme/tokens.toml was er al"));
    assert!(work.read("templates/nota.md.jinja").contains("De bestuurlijke nota"));
    assert!(work.path("templates/figures/vergelijkbaar.svg.jinja").exists());
    assert!(!work.path("templates/fonts").exists(), "nobody edits fonts");
}

#[test]
fn a_mistake_in_the_tokens_is_told_at_its_place() {
    let work = Work::with_case();
    work.write("templates/theme/tokens.toml", "[colour]\nink = #17242d\n");
    assert_snapshot!(work.run("nota cases/proef").seen(), @r#"
    fout[R503]: dit bestand is geen geldige TOML: een tekst staat tussen aanhalingstekens (melding van TOML: invalid string expected `"`, `'`)
     --> templates/theme/tokens.toml:2:7
      |
    2 | ink = #17242d
      |       ^
      |
    hulp: kijk of elke tekst tussen aanhalingstekens staat; zonder dit bestand gelden de kleuren en letters van het programma

    1 fout
    er is niets geschreven
    status 1
    "#);
}
