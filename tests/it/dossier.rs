//! Files of sources in a dossier, the reports of conversations, and quotations.

use crate::common::word::part_of;
use crate::common::{FINDINGS, SILENT, Work, changed};
use insta::assert_snapshot;

const SOURCE: &str = "    date: 2024-03\n";
const HASH: &str = "77358c1f128da37fd3b98a186295fbf8b7bc86a8ae2269f3124c4417f74cc99a";

fn with_file(keys: &str) -> Work {
    changed(&[("sources.yaml", SOURCE, &format!("{SOURCE}{keys}"))])
}

#[test]
fn a_file_with_its_hash_is_silent_and_one_without_gets_the_hash_to_write() {
    let work = with_file("    file: plan.txt\n");
    work.write("cases/proef/materiaal/plan.txt", "veiligheidsplan\n");
    assert_snapshot!(work.check(), @"
    tip[R264]: bij bron `D01` staat het controlegetal van `plan.txt` niet
     --> cases/proef/sources.yaml:6:11
      |
    6 |     file: plan.txt
      |           ^^^^^^^^
      |
    hulp: schrijf: sha256: 77358c1f128da37fd3b98a186295fbf8b7bc86a8ae2269f3124c4417f74cc99a

    1 tip
    status 0
    ");
    let work = with_file(&format!("    file: plan.txt\n    sha256: {HASH}\n"));
    work.write("cases/proef/materiaal/plan.txt", "veiligheidsplan\n");
    assert_eq!(work.check_short(), SILENT);
    work.write("cases/proef/materiaal/plan.txt", "een ander plan\n");
    assert_snapshot!(work.check(), @"
    waarschuwing[R263]: het bestand `plan.txt` van bron `D01` is veranderd
     --> cases/proef/sources.yaml:7:13
      |
    7 |     sha256: 77358c1f128da37fd3b98a186295fbf8b7bc86a8ae2269f3124c4417f74cc99a
      |             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      |
    hulp: lees na of de bevindingen nog kloppen; is dit het goede bestand, schrijf dan bij `sha256`: 4cf27252d38a02cf12ccbd251682c142eb7990a7a739d406dc2c093140378675

    1 waarschuwing
    status 0
    ");
    let nota = work.run("nota cases/proef --document summary --format md");
    assert_eq!(nota.stderr, "", "only `check` reads the dossier");
}

#[test]
fn a_missing_file_is_told_and_a_dossier_elsewhere_is_advice_once() {
    let work = with_file("    file: plan.txt\n");
    work.write("cases/proef/materiaal/iets.txt", "");
    assert_snapshot!(work.check_short(), @"
    cases/proef/sources.yaml:6:11: waarschuwing[R263]: het bestand `plan.txt` van bron `D01` staat niet in het dossier
    1 waarschuwing
    status 0
    ");
    let away = ("case.yaml", "accepted:\n", "dossier: ../../dossier\n\naccepted:\n");
    let two = ("sources.yaml", "    date: 2025-06-01\n", "    date: 2025-06-01\n    file: b.txt\n");
    let one = ("sources.yaml", SOURCE, "    date: 2024-03\n    file: plan.txt\n");
    let work = changed(&[away, one, two]);
    assert_snapshot!(work.check(), @"
    tip[R264]: het dossier `cases/proef/../../dossier` staat niet op deze computer; de bestanden zijn niet nagekeken
      --> cases/proef/case.yaml:60:10
       |
    60 | dossier: ../../dossier
       |          ^^^^^^^^^^^^^
       |
    hulp: dat is in orde waar u het dossier niet nodig hebt

    1 tip
    status 0
    ");
    assert_eq!(work.run("check cases/proef --strict").status, 0, "advice does not count");
    work.write("dossier/plan.txt", "veiligheidsplan\n");
    work.write("dossier/b.txt", "b\n");
    assert_snapshot!(work.check_short(), @"
    cases/proef/sources.yaml:6:11: tip[R264]: bij bron `D01` staat het controlegetal van `plan.txt` niet
    cases/proef/sources.yaml:11:11: tip[R264]: bij bron `D02` staat het controlegetal van `b.txt` niet
    2 tips
    status 0
    ");
}

#[test]
fn a_file_outside_the_dossier_is_refused() {
    let work = with_file("    file: ../case.yaml\n");
    work.write("cases/proef/materiaal/iets.txt", "");
    assert_snapshot!(work.check_short(), @"
    cases/proef/sources.yaml:6:11: fout[R143]: bestand `../case.yaml` staat buiten de map waar het hoort
    1 fout
    status 1
    ");
}

#[test]
fn a_report_belongs_to_a_conversation() {
    assert_snapshot!(with_file("    report: {status: sent}\n").check_short(), @"
    cases/proef/sources.yaml:6:14: fout[R262]: een bron van de soort `document` heeft geen gespreksverslag
    1 fout
    status 1
    ");
}

/// The valid case with this said of the report of its interview.
fn reported(report: &str) -> Work {
    let title = "    title: Medewerker openbare orde en veiligheid\n";
    changed(&[("sources.yaml", title, &format!("{title}    report: {report}\n"))])
}

#[test]
fn a_finding_on_reports_that_nobody_agreed_to_is_warned_of() {
    assert_snapshot!(reported("{status: no-response, sent: 2025-10-14, due: 2025-10-28}").check_short(), @"
    cases/proef/findings/fte-capacity.yaml:50:13: waarschuwing[R384]: bevinding `B-6` rust alleen op gesprekken waarvan niemand het verslag akkoord vond (I01)
    1 waarschuwing
    status 0
    ");
    for agreed in ["{status: agreed}", "{status: agreed-with-changes}"] {
        assert_eq!(reported(agreed).check_short(), SILENT);
    }
}

#[test]
fn people_are_quoted_with_their_consent_only() {
    let from = "          - source: D01\n          - source: I01\n";
    let quoted = |consent: &str| {
        let title = "    title: Medewerker openbare orde en veiligheid\n";
        let work = changed(&[
            ("sources.yaml", title, &format!("{title}{consent}")),
            (FINDINGS, from, &format!("{from}            quote: Ik doe het erbij.\n")),
        ]);
        assert_eq!(work.run("nota cases/proef --document report --format md").status, 0);
        let shown = work
            .read("output/proef/nota-van-bevindingen.md")
            .contains("> ‘Ik doe het erbij.’ (I01)");
        (work.check_short(), shown)
    };
    let (told, shown) = quoted("");
    assert_snapshot!(told, @"
    cases/proef/findings/fte-capacity.yaml:36:21: waarschuwing[R383]: bevinding `B-3` citeert bron `I01`, maar daar staat geen toestemming
    1 waarschuwing
    status 0
    ");
    assert!(!shown, "no document has it before there is consent");
    assert_eq!(quoted("    consent: true\n"), (SILENT.to_owned(), true));
}

/// What was agreed to, or never said of a conversation, needs no letter.
#[test]
fn each_report_without_agreement_has_a_letter_on_a_page_of_its_own() {
    let more = "  - {code: I02, kind: interview, title: Adviseur, date: 2026-01-12, report: {status: concept}}
  - {code: I03, kind: interview, title: Jurist, date: 2026-01-13, report: {status: agreed}}
  - {code: G01, kind: group-session, title: Vijf raadsleden, date: 2026-02, report: {status: sent, sent: 2026-02-20, due: 2026-03-06}}
";
    let work = changed(&[("sources.yaml", "sources:\n", &format!("sources:\n{more}"))]);
    let run = work.run("nota cases/proef --document letters --format md,docx");
    assert_eq!(run.status, 0, "{}", run.seen());
    let text = work.read("output/proef/gespreksverslagen.md");
    let letters = text.split_once("\n---\n").map_or("", |(_, letters)| letters);
    let (first, second) = letters.split_at(letters.find("# Vijf raadsleden").unwrap_or(0));
    assert_snapshot!(first, @"

    # Adviseur

    | Brief | | Dagen | |
    |---|---|---|---|
    | Aan | Adviseur | Gesprek | 12 januari 2026 |
    | Van | Rekenkamer Proefstad | Verzonden | ………………………… |
    | Bijlage | het verslag (I02) | Antwoord vóór of op | ………………………… |

    U sprak met ons op 12 januari 2026 voor het onderzoek ‘Ondermijning’. Het verslag van dat gesprek vindt u hierbij. Leest u het na en vult u deze brief in?

    1. Klopt het verslag? Schrijf hieronder wat er anders moet, en waar dat staat.
    2. Willen wij uw woorden letterlijk aanhalen, dan doen wij dat alleen als u dat goedvindt. Vindt u dat goed?
    3. In de lijst van bronnen noemen wij u zo: *Adviseur*. Kan dat?

    Uw antwoord ontvangen wij graag vóór …………………………. Hebt u een vraag, neem dan contact met ons op.

    **Uw antwoord**

    | Vraag | Wat van toepassing is, laat u staan |
    |---|---|
    | 1. Het verslag | akkoord / akkoord met de wijzigingen hieronder / niet akkoord |
    | 2. Letterlijk aanhalen | ja / nee / alleen na overleg |
    | 3. Vermelding als bron | ja / liever zo: ………………………… |

    | Waar in het verslag | Wat er staat | Wat er moet staan |
    |---|---|---|
    | | | |
    | | | |
    | | | |

    Datum: …………………………
    ");
    let own = ["# Vijf", "| Aan", "| Van", "| Bijlage", "U sprak", "Uw antwoord ontvangen"];
    let second: Vec<&str> =
        second.lines().filter(|l| own.iter().any(|o| l.starts_with(o))).collect();
    assert_snapshot!(second.join("\n"), @"
    # Vijf raadsleden
    | Aan | Vijf raadsleden | Gesprek | februari 2026 |
    | Van | Rekenkamer Proefstad | Verzonden | 20 februari 2026 |
    | Bijlage | het verslag (G01) | Antwoord vóór of op | 6 maart 2026 |
    U sprak met ons in februari 2026 voor het onderzoek ‘Ondermijning’. Het verslag van dat groepsgesprek vindt u hierbij. Leest u het na en vult u deze brief in?
    Uw antwoord ontvangen wij graag uiterlijk op 6 maart 2026. Hebt u een vraag, neem dan contact met ons op.
    ");
    let word = part_of(work.bytes("output/proef/gespreksverslagen.docx"), "word/document.xml");
    assert_eq!(word.matches("w:pageBreakBefore").count(), 1);
}

#[test]
fn a_checksum_is_one_and_belongs_to_a_file() {
    let told = |keys: &str| with_file(keys).check_short();
    assert_snapshot!(told("    file: plan.txt\n    sha256: 00\n"), @"
    cases/proef/sources.yaml:7:13: fout[R262]: `00` is geen controlegetal (SHA-256)
    cases/proef/sources.yaml:6:11: tip[R264]: het dossier `cases/proef/materiaal` staat niet op deze computer; de bestanden zijn niet nagekeken
    1 fout, 1 tip
    status 1
    ");
    assert_snapshot!(told(&format!("    sha256: {HASH}\n")), @"
    cases/proef/sources.yaml:6:13: fout[R262]: bij dit controlegetal staat geen bestand (`file`)
    1 fout
    status 1
    ");
}

#[test]
fn a_report_is_sent_after_the_conversation_and_answered_after_that() {
    assert_snapshot!(reported("{status: sent, sent: 2023-01-01, due: 2022-12-01}").check_short(), @"
    cases/proef/sources.yaml:13:34: fout[R262]: `sent` is `2023-01-01`, vóór `date` (`2025-10-07`)
    cases/proef/sources.yaml:13:51: fout[R262]: `due` is `2022-12-01`, vóór `sent` (`2023-01-01`)
    2 fouten
    status 1
    ");
}
