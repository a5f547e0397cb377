//! Frameworks with a scale, a choice of norms and a verdict of the researchers' own, from the file to
//! the documents.

#![expect(clippy::expect_used, reason = "the fixtures have these parts")]

use crate::common::Work;

/// A case on a framework of four norms, with findings as given.
fn with(framework: &str, frameworks: &str, findings: &str) -> Work {
    let work = Work::empty();
    work.write("frameworks/inhuur.yaml", framework);
    let case = include_str!("../fixtures/cases/inhuur/case.yaml");
    let (before, rest) = case.split_once("frameworks:\n").expect("frameworks");
    let (_, after) = rest.split_once("conclusions:\n").expect("conclusions");
    let after = after.replace("criteria: [IH-1, IH-2]", "criteria: [IH-1]");
    work.write(
        "cases/proef/case.yaml",
        format!("{before}frameworks:\n{frameworks}conclusions:\n{after}"),
    );
    work.write("cases/proef/sources.yaml", include_str!("../fixtures/cases/inhuur/sources.yaml"));
    work.write(
        "cases/proef/findings/inhuur.yaml",
        format!("framework: inhuur\ncriteria:\n{findings}"),
    );
    work
}

const FRAMEWORK: &str = "id: inhuur
title: Inhuur
scale:
  op-orde: Alles is geregeld.
  half: {word: half op orde, meaning: Een deel is geregeld.}
  mis: Er is niets geregeld.
verdict: judged
criteria:
  - {id: IH-1, norm: De raad stelde een grens vast., name: Grens, themes: [geld]}
  - {id: IH-2, norm: Eigen mensen gaan voor., name: Eigen mensen, themes: [mensen]}
  - {id: IH-3, norm: De raad hoort de kosten., name: Kosten, themes: [geld, raad]}
  - {id: IH-4, norm: Er is een register., name: Register}
";

/// The entry of a norm with one finding.
fn judged(id: &str, level: &str) -> String {
    format!(
        "  - id: {id}\n    status: onderzocht\n    findings:\n      - {{id: B-{id}, condition: Zo is het., level: {level}, evidence: [{{source: D01}}, {{source: R01}}]}}\n"
    )
}

const CHOICE: &str = "  - id: inhuur
    without: [IH-4]
    reason: Naar het register loopt een ander onderzoek.
    rest: {status: niet-onderzocht, reason: Daar was geen tijd voor.}
    verdict: {level: half, reason: De grens is er en de rest nog niet.}
";

#[test]
fn own_words_a_choice_and_an_own_verdict_stand_in_the_nota_with_their_reasons() {
    let findings = [judged("IH-1", "op-orde"), judged("IH-2", "half")].concat();
    let work = with(FRAMEWORK, CHOICE, &findings);
    let run = work.run("nota cases/proef --document nota,report --format md,pdf,html,docx");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let (nota, report) =
        (work.read("output/proef/nota.md"), work.read("output/proef/nota-van-bevindingen.md"));
    for line in [
        "> | Inhuur | ◑ half op orde | 1 op orde, 1 half op orde, 1 niet beoordeeld (3 van de 4 normen gekozen) |",
        "1 op orde, 1 half op orde, 1 niet beoordeeld (3 van de 4 normen gekozen).",
        "De grens is er en de rest nog niet.",
    ] {
        assert_eq!(nota.lines().filter(|own| *own == line).count(), 1, "{line}\n{nota}");
    }
    for line in [
        "- ◑ half op orde: Een deel is geregeld.",
        "**◑ half op orde.** 1 op orde, 1 half op orde, 1 niet beoordeeld. De onderzoekers geven dit oordeel.",
        "*3 van de 4 normen gekozen. Niet gekozen: IH-4 Register.*",
        "Naar het register loopt een ander onderzoek.",
        "| geld | IH-1 ● op orde, IH-3 ◌ niet onderzocht |",
        "| mensen | IH-2 ◑ half op orde |",
        "| raad | IH-3 ◌ niet onderzocht |",
        "| Kosten (IH-3) | ◌ niet onderzocht | Daar was geen tijd voor. |",
    ] {
        assert_eq!(report.lines().filter(|own| *own == line).count(), 1, "{line}\n{report}");
    }
    assert_eq!(report.matches("IH-4").count(), 1, "what was not chosen is named and nothing more");
    // A judgement in the researchers' words is a badge in every form.
    let html = work.read("output/proef/nota.html");
    assert!(html.contains("<span class=\"judgement deels\">"), "drawn by its place on the scale");
}

#[test]
fn what_a_scale_and_a_choice_cannot_be_is_told_at_its_place() {
    let told = |framework: &str, frameworks: &str, findings: &str| {
        let work = with(framework, frameworks, findings);
        work.run("check cases/proef --format short").stdout
    };
    let findings = judged("IH-1", "op-orde");
    let all = "  - inhuur\n";
    let plain = FRAMEWORK.replace("verdict: judged\n", "");
    for (framework, frameworks, findings, expected) in [
        (
            plain.as_str(),
            all,
            judged("IH-1", "voldoet"),
            "cases/proef/findings/inhuur.yaml:6:52: fout[R124]: onbekende waarde `voldoet`",
        ),
        (
            FRAMEWORK,
            all,
            findings.clone(),
            "cases/proef/case.yaml:15:5: nog in te vullen[R351]: `verdict` is nog in te vullen",
        ),
        (
            &plain,
            "  - {id: inhuur, criteria: [IH-1]}\n",
            findings.clone(),
            "cases/proef/case.yaml:15:6: nog in te vullen[R351]: `reason` is nog in te vullen",
        ),
        (
            &plain,
            "  - {id: inhuur, criteria: [IH-9], reason: Zo.}\n",
            findings.clone(),
            "cases/proef/case.yaml:15:29: fout[R203]: norm `IH-9` bestaat niet in `inhuur`",
        ),
        (
            &plain,
            "  - {id: inhuur, without: [IH-1, IH-2, IH-3, IH-4], reason: Zo.}\n",
            findings.clone(),
            "cases/proef/case.yaml:15:6: fout[R244]: van kader `inhuur` blijft geen norm over",
        ),
        (
            &plain,
            "  - {id: inhuur, rest: {status: onderzocht, reason: Zo.}}\n",
            findings.clone(),
            "cases/proef/case.yaml:15:33: fout[R124]: onbekende waarde `onderzocht`",
        ),
        (
            &FRAMEWORK.replace("verdict: judged", "verdict: jury"),
            all,
            findings.clone(),
            "frameworks/inhuur.yaml:7:10: fout[R124]: onbekende waarde `jury`",
        ),
        (
            &FRAMEWORK.replace("name: Register}", "name: Register, levels: {goed: x}}"),
            all,
            findings.clone(),
            "frameworks/inhuur.yaml:12:68: fout[R124]: onbekende waarde `goed`",
        ),
    ] {
        let out = told(framework, frameworks, &findings);
        let first = out.lines().next().unwrap_or_default();
        assert!(first.starts_with(expected), "{expected}\n{out}");
    }
}

#[test]
fn audits_on_an_own_scale_and_on_a_choice_are_compared_and_the_choice_is_told() {
    let findings = [judged("IH-1", "op-orde"), judged("IH-2", "half")].concat();
    let work = with(FRAMEWORK, CHOICE, &findings);
    let whole = "  - id: inhuur\n    rest: {status: niet-onderzocht, reason: Geen tijd.}\n    verdict: {level: mis, reason: Er is te weinig.}\n";
    let other = with(FRAMEWORK, whole, &[judged("IH-1", "mis"), judged("IH-4", "half")].concat());
    for file in ["case.yaml", "sources.yaml", "findings/inhuur.yaml"] {
        let text = other.read(&format!("cases/proef/{file}"));
        work.write(
            &format!("cases/ander/{file}"),
            text.replace("name: Proefstad", "name: Anderstad"),
        );
    }
    let card = work.run("score cases/ander --format json");
    assert_eq!(card.status, 0, "{}", card.stderr);
    work.write("ander.json", card.stdout);
    let run = work.run("compare cases/proef ander.json --format md,html,json,csv");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let text = work.read("output/vergelijking/vergelijking.md");
    for line in [
        "> | Proefstad | ◑ half op orde · 1 en 0 van 3 · 3 van de 4 normen gekozen |",
        "> | Anderstad | ○ mis · 0 en 1 van 4 |",
        "| Norm | Thema | ● op orde | ◑ half op orde | ○ mis | Zonder niveau |",
        "| IH-1 Grens | geld | 1 | 0 | 1 | 0 van 2 |",
    ] {
        assert_eq!(text.lines().filter(|own| *own == line).count(), 1, "{line}\n{text}");
    }
    for line in [
        "De onderzoekers gaven het oordeel over het geheel zelf; het volgt niet uit een score.",
        ", × niet gekozen of niet vergelijkbaar.",
        "| Proefstad | ◑ half op orde | 1 van 3 | 0 | ● op orde |",
    ] {
        assert_eq!(text.matches(line).count(), 1, "{line}\n{text}");
    }
    let table = work.read("output/vergelijking/vergelijking.csv");
    for line in [
        "Scores;Inhuur;Proefstad;Let op;3 van de 4 normen gekozen;",
        "Oordelen;Inhuur;IH-4 / Register / Proefstad;Oordeel;niet gekozen;",
        "Oordelen;Inhuur;IH-1 / Grens / Proefstad;Thema;geld;",
    ] {
        assert_eq!(table.lines().filter(|own| *own == line).count(), 1, "{line}\n{table}");
    }
    let page = work.read("output/vergelijking/vergelijking.html");
    assert_eq!(page.matches("Thema: geld, raad.").count(), 1);
    assert_eq!(
        page.matches("data-levels=\"ace\"").count(),
        1,
        "the letters of full, half and empty"
    );
}

/// The verdict of researchers is on all norms of their audit; the norms that only one has are named.
#[test]
fn two_years_are_compared_on_the_norms_that_both_have() {
    let findings = [judged("IH-1", "op-orde"), judged("IH-2", "half")].concat();
    let work = with(FRAMEWORK, CHOICE, &findings);
    let whole = "  - id: inhuur\n    rest: {status: niet-onderzocht, reason: Geen tijd.}\n    verdict: {level: mis, reason: Er is te weinig.}\n";
    let earlier = with(FRAMEWORK, whole, &[judged("IH-1", "mis"), judged("IH-4", "half")].concat());
    for file in ["case.yaml", "sources.yaml", "findings/inhuur.yaml"] {
        let text = earlier.read(&format!("cases/proef/{file}"));
        let text = text.replace("conducted: ", "period: {from: 2018, to: 2020}\n  conducted: ");
        work.write(&format!("cases/vroeger/{file}"), text);
    }
    let run = work.run("compare cases/proef cases/vroeger --format md,html");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let text = work.read("output/vergelijking/vergelijking.md");
    let told = "Inhuur: alleen de normen die in beide onderzoeken meetellen, zijn vergeleken. Weggelaten: IH-4 Register. Het oordeel over het geheel is van de onderzoekers, over alle normen van hun onderzoek.";
    for line in [
        told,
        "| Inhuur | ○ mis | ◑ half op orde |",
        "| Inhuur | IH-1 Grens | ○ mis | ● op orde | ↑ beter |",
    ] {
        assert_eq!(text.lines().filter(|own| *own == line).count(), 1, "{line}\n{text}");
    }
    assert!(!text.contains("| Inhuur | IH-4"), "{text}");
    assert!(work.read("output/vergelijking/vergelijking.html").contains(told));
}

#[test]
fn the_norms_alone_are_a_document_without_any_judgement() {
    let adopted = FRAMEWORK
        .replace(
            "scale:",
            "adopted: {by: de rekenkamer, date: 2026-01-15, discussed-with: het college}\nscale:",
        )
        .replace(
            "name: Kosten,",
            "name: Kosten, binds: de raad, basis: [Programmabegroting 2026],",
        );
    let work = with(&adopted, CHOICE, &judged("IH-1", "op-orde"));
    let run = work.run("nota cases/proef --document framework --format md,pdf");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let text = work.read("output/proef/normenkader.md");
    let body = text.split_once("# Inhuur\n").expect("the framework").1;
    insta::assert_snapshot!(body.trim(), @"
    Vastgesteld door de rekenkamer op 15 januari 2026, na overleg met het college.

    *3 van de 4 normen gekozen. Niet gekozen: IH-4 Register.*

    Naar het register loopt een ander onderzoek.

    | Norm | Wat de norm vraagt | Waar zij op rust |
    |---|---|---|
    | IH-1 | Grens: De raad stelde een grens vast. |  |
    | IH-2 | Eigen mensen: Eigen mensen gaan voor. |  |
    | IH-3 | Kosten: De raad hoort de kosten. Gericht aan: de raad. | Programmabegroting 2026 |

    ## Thema's

    - geld: IH-1, IH-3
    - mensen: IH-2
    - raad: IH-3

    ## Wat een niveau betekent

    - ● op orde: Alles is geregeld.
    - ◑ half op orde: Een deel is geregeld.
    - ○ mis: Er is niets geregeld.

    ## Het oordeel over het geheel

    De onderzoekers geven zelf een oordeel over het geheel, met hun redenen.
    ");
}
