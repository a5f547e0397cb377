//! How a counted share is shown: with its counts, its interval and what that leaves open.

use crate::common::FRAMEWORK;
use crate::shares::{NOTA, REPORT, norm, with};
use insta::assert_snapshot;

#[test]
fn the_report_tells_the_counts_the_interval_and_what_that_leaves_open() {
    assert_snapshot!(norm(&with("count: 17; of: 20; population: 50")), @"
    **Oordeel: ◕ voldoet grotendeels.** Minstens 70%, maar minder dan 90% van de formatie wordt uit vast geld betaald. De steekproef is te klein om zeker te zijn van het niveau: met 95% zekerheid ligt het tussen ◑ voldoet deels en ● voldoet. *Onderbouwing: sterk.*
    Deel van de formatie dat uit vast geld wordt betaald: 17 van de 20, 85% (bevinding B-2, sterk).
    *Uitkomst: 17 van de 20, 85% (steekproef van 20 uit 50; met 95% zekerheid tussen 64% en 94%, afgerond).*
    ");
    assert_snapshot!(norm(&with("count: 17; of: 20")), @"
    **Oordeel: ◕ voldoet grotendeels.** Minstens 70%, maar minder dan 90% van de formatie wordt uit vast geld betaald. *Onderbouwing: sterk.*
    Deel van de formatie dat uit vast geld wordt betaald: 17 van de 20, 85% (bevinding B-2, sterk).
    *Uitkomst: 17 van de 20, 85%.*
    ");
    assert_snapshot!(norm(&with("count: 950; of: 1000; population: 5000")), @"
    **Oordeel: ● voldoet.** Minstens 90% van de formatie wordt uit vast geld betaald. *Onderbouwing: sterk.*
    Deel van de formatie dat uit vast geld wordt betaald: 950 van de 1.000, 95,0% (bevinding B-2, sterk).
    *Uitkomst: 950 van de 1.000, 95,0% (steekproef van 1.000 uit 5.000; met 95% zekerheid tussen 93,5% en 96,2%, afgerond).*
    ");
    // What was seen is sure: at least 19 of 21, and at most 20 of 21.
    assert_snapshot!(norm(&with("count: 19; of: 20; population: 21")), @"
    **Oordeel: ● voldoet.** Minstens 90% van de formatie wordt uit vast geld betaald. *Onderbouwing: sterk.*
    Deel van de formatie dat uit vast geld wordt betaald: 19 van de 20, 95% (bevinding B-2, sterk).
    *Uitkomst: 19 van de 20, 95% (steekproef van 20 uit 21; met 95% zekerheid tussen 90% en 95%, afgerond).*
    ");
}

#[test]
fn under_ten_there_are_counts_alone() {
    let sample = norm(&with("count: 5; of: 8; population: 50"));
    assert_snapshot!(sample, @"
    **Oordeel: ◑ voldoet deels.** Minstens 40%, maar minder dan 70% van de formatie wordt uit vast geld betaald. De steekproef is te klein om zeker te zijn van het niveau: met 95% zekerheid ligt het tussen ○ voldoet niet en ◕ voldoet grotendeels. *Onderbouwing: sterk.*
    Deel van de formatie dat uit vast geld wordt betaald: 5 van de 8 (bevinding B-2, sterk).
    *Uitkomst: 5 van de 8 (steekproef van 8 uit 50).*
    ");
    assert!(!norm(&with("count: 5; of: 8")).contains("62"));
}

/// Of a legal duty a level is complied with or not: between two levels below the highest there is
/// nothing to be uncertain of.
#[test]
fn a_sample_on_a_legal_duty_leaves_open_whether_it_was_complied_with() {
    let framework = FRAMEWORK;
    let (before, after) = framework.split_at(framework.find("  - id: CA-2").unwrap_or_default());
    let law = "    basis:\n      - {kind: law, reference: Gemeentewet, article: artikel 1}\n";
    let after = after.replacen("    basis:\n", law, 1);
    let after = after.replacen("legal-duty: false", "legal-duty: true", 1);
    let told = |keys: &str| {
        let work = with(keys);
        work.write("frameworks/fte-capacity.yaml", format!("{before}{after}"));
        norm(&work)
    };
    assert_snapshot!(told("count: 17; of: 20; population: 50"), @"
    **Oordeel: ○ niet nageleefd.** Minstens 70%, maar minder dan 90% van de formatie wordt uit vast geld betaald. De steekproef is te klein om met 95% zekerheid te zeggen of deze plicht is nageleefd. *Onderbouwing: sterk.*
    Deel van de formatie dat uit vast geld wordt betaald: 17 van de 20, 85% (bevinding B-2, sterk).
    *Uitkomst: 17 van de 20, 85% (steekproef van 20 uit 50; met 95% zekerheid tussen 64% en 94%, afgerond).*
    ");
    assert_snapshot!(told("count: 13; of: 20; population: 50"), @"
    **Oordeel: ○ niet nageleefd.** Minstens 40%, maar minder dan 70% van de formatie wordt uit vast geld betaald. *Onderbouwing: sterk.*
    Deel van de formatie dat uit vast geld wordt betaald: 13 van de 20, 65% (bevinding B-2, sterk).
    *Uitkomst: 13 van de 20, 65% (steekproef van 20 uit 50; met 95% zekerheid tussen 43% en 82%, afgerond).*
    ");
}

/// 26 of 29 is less than 90%, and prints as 90%.
#[test]
fn a_percentage_that_is_rounded_over_a_threshold_says_so() {
    assert_snapshot!(norm(&with("count: 26; of: 29")), @"
    **Oordeel: ◕ voldoet grotendeels.** Minstens 70%, maar minder dan 90% van de formatie wordt uit vast geld betaald. *Onderbouwing: sterk.*
    Deel van de formatie dat uit vast geld wordt betaald: 26 van de 29, 90% (bevinding B-2, sterk). Het percentage is afgerond; het niveau volgt uit de aantallen zelf.
    *Uitkomst: 26 van de 29, 90%.*
    ");
    assert_snapshot!(norm(&with("count: 18; of: 20")), @"
    **Oordeel: ● voldoet.** Minstens 90% van de formatie wordt uit vast geld betaald. *Onderbouwing: sterk.*
    Deel van de formatie dat uit vast geld wordt betaald: 18 van de 20, 90% (bevinding B-2, sterk).
    *Uitkomst: 18 van de 20, 90%.*
    ");
}

#[test]
fn the_formula_stands_in_the_account_only_for_a_sample() {
    let method = |keys: &str| {
        let work = with(keys);
        let run = work.run("nota cases/proef --document accounting --format md");
        assert_eq!(run.status, 0, "{}", run.stderr);
        let nota = work.read("output/proef/verantwoording.md");
        let (from, to) = (nota.find("- *Getal*"), nota.find("Liggen bevindingen twee niveaus"));
        nota.get(from.expect("a bullet")..to.expect("a text")).expect("a part").trim().to_owned()
    };
    assert_snapshot!(method("count: 17; of: 20; population: 50"), @"
    - *Getal*: het niveau volgt uit de grenzen van de norm. Gaat het om een vergelijking, dan is de grens een percentage van de mediaan van minstens vijf andere gemeenten. Is het getal niet bekend, dan kunnen de onderzoekers het niveau met een reden schatten. Is een deel van een geheel geteld, dan volgt het niveau uit de breuk zelf en niet uit het afgeronde percentage; zijn er minder dan tien bekeken, dan staan alleen de aantallen.

    **Steekproef.** Bij een steekproef staat het interval van Wilson (95%):

    (2np + z² ± z√(z² + 4np(1 − p))) / (2(n + z²))

    Daarin is n het aantal dat is bekeken, p het deel daarvan, en z = 1,959964. Het interval gaat niet verder dan wat nog mogelijk is: wat is gezien, staat vast. Verder is het niet gecorrigeerd voor de omvang van het geheel; is een groot deel bekeken, dan is de zekerheid dus groter dan hier staat. Bron: E.B. Wilson, ‘Probable inference, the law of succession, and statistical inference’, *Journal of the American Statistical Association* 22 (1927).

    Bij deze normen valt in dat interval meer dan één niveau:

    - CA-2 Vaste financiering. De steekproef is te klein om zeker te zijn van het niveau: met 95% zekerheid ligt het tussen ◑ voldoet deels en ● voldoet.
    ");
    assert_snapshot!(method("count: 17; of: 20"), @"- *Getal*: het niveau volgt uit de grenzen van de norm. Gaat het om een vergelijking, dan is de grens een percentage van de mediaan van minstens vijf andere gemeenten. Is het getal niet bekend, dan kunnen de onderzoekers het niveau met een reden schatten. Is een deel van een geheel geteld, dan volgt het niveau uit de breuk zelf en niet uit het afgeronde percentage; zijn er minder dan tien bekeken, dan staan alleen de aantallen.");
    assert_snapshot!(method("value: 85; unit: \"%\""), @"- *Getal*: het niveau volgt uit de grenzen van de norm. Gaat het om een vergelijking, dan is de grens een percentage van de mediaan van minstens vijf andere gemeenten. Is het getal niet bekend, dan kunnen de onderzoekers het niveau met een reden schatten.");
}

/// A draft of a framework need not know of counts: under ten its sentence on the value is left out.
#[test]
fn a_drafted_sentence_has_no_percentage_under_ten() {
    let drafted = |keys: &str| {
        let work = with(keys);
        let case = work.read("cases/proef/case.yaml");
        let from = case.find("conclusions:").expect("conclusions");
        let to = case.find("peers:").expect("peers");
        let (before, after) = (case.get(..from), case.get(to..));
        let without = format!("{}{}", before.expect("a part"), after.expect("a part"));
        work.write("cases/proef/case.yaml", without);
        let framework = FRAMEWORK;
        let own =
            "uit vast geld betaald.{% endif %}{% if counts %} Geteld zijn {{ counts }}.{% endif %}";
        let framework = framework.replace("uit vast geld betaald.{% endif %}", own);
        work.write("frameworks/fte-capacity.yaml", framework);
        let run = work.run("nota cases/proef --format md");
        assert_eq!(run.status, 0, "{}", run.stderr);
        let nota = work.read(NOTA);
        let drafted =
            nota.lines().find(|line| line.starts_with("- ") && line.contains("Geteld zijn"));
        drafted.expect("a sentence").to_owned()
    };
    assert_snapshot!(drafted("count: 5; of: 8"), @"- Een flink deel van de formatie voor ondermijning in Proefstad hangt af van tijdelijk geld. Geteld zijn 5 van de 8.");
    assert_snapshot!(drafted("count: 17; of: 20"), @"- Het grootste deel van de formatie voor ondermijning in Proefstad is vast gefinancierd. Van de formatie wordt 85% uit vast geld betaald. Geteld zijn 17 van de 20.");
}

#[test]
fn a_chart_beside_peers_shows_counts_under_ten() {
    let work = with("count: 5; of: 8");
    let own = "  - criterion: CA-2\n    unit: \"%\"\n    source: W01\n    selection: Vijf.\n    municipalities:\n";
    let each: String = (1..6).map(|n| format!("      - {{name: P{n}, value: {n}0}}\n")).collect();
    work.edit("case.yaml", "peers:\n", &format!("peers:\n{own}{each}"));
    let run = work.run("nota cases/proef --document report --format md");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let report = work.read(REPORT);
    let chart = report.lines().find(|line| line.contains("cijfer-ca-2.svg"));
    assert_snapshot!(chart.unwrap_or_default(), @r#"![Deel van de formatie dat uit vast geld wordt betaald naast die van 5 vergelijkbare gemeenten. Proefstad: 5 van de 8. Zij lopen van 10,00 tot 50,00%. Mediaan 30,00%. De tabel hieronder geeft dezelfde gegevens.](figuren/cijfer-ca-2.svg "Deel van de formatie dat uit vast geld wordt betaald naast die van vergelijkbare gemeenten (%)")"#);
    let drawing = work.read("output/proef/figuren/cijfer-ca-2.svg");
    assert!(drawing.contains("Proefstad 5 van de 8") && !drawing.contains("62,5"));
    // The figure of a peer is a part of a whole too.
    work.edit("case.yaml", "{name: P5, value: 50}", "{name: P5, value: 500}");
    assert_snapshot!(work.check_short(), @"
    cases/proef/case.yaml:58:27: fout[R125]: `500` past hier niet: verwacht een percentage van 0 tot en met 100, want het is een deel van een geheel
    1 fout
    status 1
    ");
}

#[test]
fn a_figure_in_a_conclusion_may_come_from_a_count() {
    let says = |text: &str| {
        let work = with("count: 17; of: 20; population: 50");
        work.edit("case.yaml", "Er zijn net", &format!("{text} Er zijn net"));
        work.check_short()
    };
    assert_snapshot!(says("Bij 17 van de 20, uit 50, is dat zo: 85%, tussen 64% en 94%."), @"
    geen problemen gevonden
    status 0
    ");
    assert_snapshot!(says("Bij 18 van de 20 is dat zo."), @"
    cases/proef/case.yaml:36:11: waarschuwing[R373]: getal `18` in conclusie `C1` komt in geen bevinding voor
    1 waarschuwing
    status 0
    ");
}
