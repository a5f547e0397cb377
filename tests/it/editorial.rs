//! `check --editorial`: hints on Dutch text, each at its exact place, and never an error.

use crate::common::{FINDINGS, Work};
use insta::assert_snapshot;

/// The background of the valid case: a Markdown field in a literal block.
const BACKGROUND: &str = "    Proefstad wil weten of de aanpak werkt.\n";

/// Where a folder keeps its own list of words.
const LIST: &str = "templates/editorial/words.yaml";

/// A working folder whose background is this text.
fn with_background(text: &str) -> Work {
    let work = Work::with_case();
    let lines = text.lines().map(|l| if l.is_empty() { "\n".into() } else { format!("    {l}\n") });
    work.edit("case.yaml", BACKGROUND, &lines.collect::<String>());
    work
}

/// What `check --editorial` says, one line each.
fn hints(work: &Work) -> String {
    work.run("check cases/proef --editorial --format short").seen()
}

/// The same for a background.
fn hints_on(text: &str) -> String {
    hints(&with_background(text))
}

/// A sentence of so many words.
fn sentence(words: usize) -> String {
    format!("Woord{}.", " woord".repeat(words - 1))
}

const NOTHING: &str = "geen problemen gevonden\nstatus 0";

#[test]
fn the_valid_case_needs_no_hints_and_without_the_option_there_are_none() {
    assert_eq!(hints(&Work::with_case()), NOTHING);
    let work = with_background(&sentence(40));
    assert_eq!(work.check_short(), NOTHING);
}

#[test]
fn hints_show_the_place_the_words_and_a_way_out() {
    let work = with_background(
        "De raad krijgt middels een brief informatie. De toets wordt gedaan en de map wordt \
         bewaard, met alles wat daar verder nog bij hoort volgens de mensen die er al langer over gaan.\n\n\
         De gemeenteraad weet dat.",
    );
    assert_snapshot!(work.run("check cases/proef --editorial").seen(), @"
    tip[R903]: `middels` kan gewoner: met, door
      --> cases/proef/case.yaml:17:20
       |
    17 |     De raad krijgt middels een brief informatie. De toets wordt gedaan en de map wordt bewaard, met alles wat daar verder nog bij ho...
       |                    ^^^^^^^

    tip[R901]: een zin van 26 woorden; meer dan 25 is voor veel lezers te lang
      --> cases/proef/case.yaml:17:50
       |
    17 | ...e. De toets wordt gedaan en de map wordt bewaard, met alles wat daar verder nog bij hoort volgens de mensen die er al langer over gaan.
       |       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
       |
    hulp: maak er twee zinnen van, of zet delen van de zin in een lijst

    tip[R902]: 2 keer de lijdende vorm in deze zin
      --> cases/proef/case.yaml:17:59
       |
    17 |     De raad krijgt middels een brief informatie. De toets wordt gedaan en de map wordt bewaard, met alles wat daar verder nog bij ho...
       |                                                           ^^^^^^^^^^^^ hier: `wordt gedaan`, `wordt bewaard`
       |
    hulp: begin met wie het doet: niet ‘de stukken worden bewaard’, maar ‘de gemeente bewaart de stukken’

    tip[R904]: één zaak, twee namen: hier `gemeenteraad` (1 keer), elders `raad` (1 keer)
      --> cases/proef/case.yaml:19:8
       |
    19 |     De gemeenteraad weet dat.
       |        ^^^^^^^^^^^^ de andere naam staat het eerst in cases/proef/case.yaml:17:8
       |
    hulp: kies één naam, of leg uit wat het verschil is

    4 tips
    status 0
    ");
}

#[test]
fn twenty_five_words_are_fine_and_twenty_six_are_not() {
    assert_eq!(hints_on(&sentence(25)), NOTHING);
    assert_snapshot!(hints_on(&sentence(26)), @"
    cases/proef/case.yaml:17:5: tip[R901]: een zin van 26 woorden; meer dan 25 is voor veel lezers te lang
    1 tip
    status 0
    ");
    assert_eq!(hints_on(&format!("{} {}", sentence(20), sentence(20))), NOTHING);
}

#[test]
fn an_abbreviation_a_number_and_a_dash_do_not_make_a_sentence_shorter_or_longer() {
    // Thirteen words, then thirteen more: only as one sentence are they too many.
    let half = "een twee drie vier vijf zes zeven acht negen tien elf twaalf";
    assert_snapshot!(hints_on(&format!("Zie art. 28 Wet Bibob, o.a. nr. 3: {half} – {half}.")), @"
    cases/proef/case.yaml:17:5: tip[R901]: een zin van 32 woorden; meer dan 25 is voor veel lezers te lang
    1 tip
    status 0
    ");
    assert_eq!(hints_on(&format!("De formatie is 4,6 fte. 43 {half} – {half}.")), NOTHING);
    assert_eq!(hints_on(&format!("Dat is {half}, d.w.z. € 650.000 (ca. 2% van B en W).")), NOTHING);
}

#[test]
fn an_item_a_cell_and_a_paragraph_are_sentences_of_their_own() {
    let text = sentence(20).replace('.', ";");
    assert_eq!(hints_on(&format!("Het gaat om:\n\n- {text}\n- {text}\n\n{text}\n")), NOTHING);
    let row = format!("| {text} | {text} |\n");
    assert_eq!(hints_on(&format!("{row}|---|---|\n{row}")), NOTHING);
    let nested = format!("1. kort\n   - {}\n\n     {}", sentence(20), sentence(27));
    assert_snapshot!(hints_on(&nested), @"
    cases/proef/case.yaml:20:10: tip[R901]: een zin van 27 woorden; meer dan 25 is voor veel lezers te lang
    1 tip
    status 0
    ");
}

#[test]
fn a_sentence_may_run_over_lines_of_every_kind_of_block() {
    let words = "woord ".repeat(13);
    let work = with_background(&format!("Kort.\n\nEen *lange* zin {words}\n{words}."));
    let typed =
        format!("answer: >-\n      Kort.\n\n      Ook lang {words}\n      {words} einde.\n");
    work.edit("case.yaml", "answer: |\n      Ten dele.\n", &typed);
    let quoted = format!("question: \"Is dit \\\"lang\\\" {words} \\\n      {words}?\"");
    work.edit("case.yaml", "question: Zijn er genoeg mensen?", &quoted);
    assert_snapshot!(hints(&work), @"
    cases/proef/case.yaml:19:5: tip[R901]: een zin van 29 woorden; meer dan 25 is voor veel lezers te lang
    cases/proef/case.yaml:28:7: tip[R901]: een zin van 29 woorden; meer dan 25 is voor veel lezers te lang
    cases/proef/case.yaml:32:18: tip[R901]: een zin van 29 woorden; meer dan 25 is voor veel lezers te lang
    3 tips
    status 0
    ");
}

#[test]
fn windows_line_ends_and_a_byte_order_mark_move_no_place() {
    let work = with_background("Kort.\n\nHet ging middels een brief.");
    let text = work.read("cases/proef/case.yaml");
    work.write("cases/proef/case.yaml", format!("\u{feff}{}", text.replace('\n', "\r\n")));
    assert_snapshot!(hints(&work), @"
    cases/proef/case.yaml:19:14: tip[R903]: `middels` kan gewoner: met, door
    1 tip
    status 0
    ");
}

#[test]
fn jargon_is_found_in_its_forms_and_at_its_place() {
    assert_snapshot!(hints_on(
        "- Implementatie gaat goed.\n- Het **beleid** is geïmplementeerd;\n- zij doet dat ten\n  \
         behoeve van de raad, t.b.v. hem."
    ), @"
    cases/proef/case.yaml:17:7: tip[R903]: `Implementatie` kan gewoner: invoeren, uitvoeren
    cases/proef/case.yaml:18:25: tip[R903]: `geïmplementeerd` kan gewoner: invoeren, uitvoeren
    cases/proef/case.yaml:19:20: tip[R903]: `ten behoeve van` kan gewoner: voor
    cases/proef/case.yaml:20:28: tip[R903]: `t.b.v.` kan gewoner: voor
    4 tips
    status 0
    ");
}

#[test]
fn what_is_not_running_text_or_not_their_own_words_is_not_judged() {
    let work = with_background(
        "Zie `middels`, [het plan](https://a.nl/inzake), <https://b.nl/middels> en de \
         vigerend-lijst. Iemand zei: ‘Wij faciliteren dat.’ Zij heten Stakeholders Nederland.\n\n\
         > De stakeholders implementeren dit middels een plan.\n\n```\nmiddels\n```",
    );
    work.edit("sources.yaml", "title: Integraal veiligheidsplan", "title: Nota inzake veiligheid");
    work.edit(FINDINGS, "locator: p. 4", "locator: inzake p. 4");
    let response = "peers:\n  - criterion: CA-1";
    let typed =
        format!("response:\n  text: |\n    Wij implementeren dit middels een plan.\n{response}");
    work.edit("case.yaml", response, &typed);
    assert_eq!(hints(&work), NOTHING);
}

#[test]
fn a_word_in_the_name_of_a_criterion_is_a_term_and_no_jargon() {
    // CA-4 is called ‘Deskundigheid geborgd’.
    assert_eq!(hints_on("Kennis is er geborgd."), NOTHING);
    assert_snapshot!(hints_on("Kennis is lastig te borgen."), @"
    cases/proef/case.yaml:17:25: tip[R903]: `borgen` kan gewoner: vastleggen, zorgen dat iets zo blijft
    1 tip
    status 0
    ");
}

#[test]
fn titles_reasons_and_notes_are_judged_too() {
    let work = Work::with_case();
    work.edit("case.yaml", "title: Breid de formatie uit", "title: Borg de formatie middels geld");
    work.edit(
        "case.yaml",
        "selection: Vijf gemeenten in de buurt.",
        "selection: Vijf, conform het plan.",
    );
    work.edit(
        "sources.yaml",
        "    date: 2024-03\n",
        "    date: 2024-03\n    note: Alsmede een bijlage.\n",
    );
    work.edit(FINDINGS, "locator: p. 4", "searched: Wij zochten inzake fte.");
    assert_snapshot!(hints(&work), @"
    cases/proef/case.yaml:43:29: tip[R903]: `middels` kan gewoner: met, door
    cases/proef/case.yaml:52:22: tip[R903]: `conform` kan gewoner: volgens, zoals
    cases/proef/sources.yaml:6:11: tip[R903]: `Alsmede` kan gewoner: en, en ook
    cases/proef/findings/fte-capacity.yaml:14:35: tip[R903]: `inzake` kan gewoner: over
    4 tips
    status 0
    ");
}

#[test]
fn passives_in_a_row_are_one_hint_and_one_alone_is_none() {
    assert_eq!(
        hints_on("De map wordt bewaard. De gemeente leest haar. Zij wordt gedeeld."),
        NOTHING
    );
    assert_eq!(hints_on("Het werd laat. Het beleid wordt beter. De raad wordt groter."), NOTHING);
    assert_eq!(hints_on("De toets is begonnen. Het plan is gericht op jongeren."), NOTHING);
    assert_eq!(hints_on("Zij zei: ‘Er wordt gepraat en er wordt gelachen.’"), NOTHING);
    assert_eq!(hints_on("- De map wordt bewaard.\n- De map wordt gedeeld."), NOTHING);
    assert_snapshot!(hints_on(
        "Er wordt samengewerkt. Het plan is door het college vastgesteld, en dat de map bewaard \
         moet worden, weet men. Klaar."
    ), @"
    cases/proef/case.yaml:17:8: tip[R902]: 3 keer de lijdende vorm in 2 zinnen achter elkaar
    1 tip
    status 0
    ");
}

#[test]
fn two_names_give_one_hint_at_the_rarer_and_a_full_name_may_come_first() {
    assert_snapshot!(hints_on(
        "Inwoners melden veel. Een burger meldt. Inwoners helpen. Burgers niet, inwoners wel."
    ), @"
    cases/proef/case.yaml:17:31: tip[R904]: één zaak, twee namen: hier `burger` (2 keer), elders `inwoners` (3 keer)
    1 tip
    status 0
    ");
    let full =
        "Het college van burgemeester en wethouders (het college) weet dit. Het college wil.";
    assert_eq!(hints_on(full), NOTHING);
    assert_eq!(
        hints_on("De raad vroeg de Raad van State, de raad van toezicht en Raad Advies."),
        NOTHING
    );
    assert_snapshot!(hints_on(&format!("{full} B en W zegt ja.")), @"
    cases/proef/case.yaml:17:53: tip[R904]: één zaak, twee namen: hier `college` (2 keer), elders `college van burgemeester en wethouders` (2 keer)
    1 tip
    status 0
    ");
}

#[test]
fn names_are_held_together_within_one_case_only() {
    let work = with_background("De inwoner meldt.");
    work.add_case("ander");
    let text = work.read("cases/ander/case.yaml").replace(BACKGROUND, "    De burger meldt.\n");
    work.write("cases/ander/case.yaml", text);
    let run = work.run("check cases/proef cases/ander --editorial --format short");
    assert_eq!(run.seen(), NOTHING);
}

#[test]
fn a_folder_s_own_list_goes_before_the_one_inside() {
    let work = with_background("Dit gaat middels een fiets. De hond en het beest.");
    work.write(
        LIST,
        "jargon:\n  - {word: fiets, instead: rijwiel}\none-thing:\n  - names:\n      - name: hond\n      - name: beest\n",
    );
    assert_snapshot!(hints(&work), @"
    cases/proef/case.yaml:17:26: tip[R903]: `fiets` kan gewoner: rijwiel
    cases/proef/case.yaml:17:48: tip[R904]: één zaak, twee namen: hier `beest` (1 keer), elders `hond` (1 keer)
    2 tips
    status 0
    ");
}

#[test]
fn mistakes_in_the_list_are_told_at_their_place() {
    let work = Work::with_case();
    work.write(
        LIST,
        "jargon:\n  - {word: fiets, insted: rijwiel}\n  - {word: step, forms: [fiets], instead: x}\n  \
         - {word: \"- x\", instead: y}\none-thing:\n  - names:\n      - name: hond\n  - except: [kat]\n",
    );
    assert_snapshot!(work.run("check cases/proef --editorial").seen(), @r#"
    fout[R110]: onbekende sleutel `insted`
     --> templates/editorial/words.yaml:2:19
      |
    2 |   - {word: fiets, insted: rijwiel}
      |                   ^^^^^^ verwacht: word, forms, instead, except
      |
    hulp: bedoelde u `instead`?

    fout[R905]: `fiets` staat al in deze lijst
     --> templates/editorial/words.yaml:3:26
      |
    3 |   - {word: step, forms: [fiets], instead: x}
      |                          ^^^^^ eerder op regel 2
      |
    hulp: haal er een weg

    fout[R125]: `- x` past hier niet: verwacht woorden die met een letter of cijfer beginnen en eindigen
     --> templates/editorial/words.yaml:4:12
      |
    4 |   - {word: "- x", instead: y}
      |            ^^^^^

    fout[R906]: één naam is geen keuze: noem hier minstens twee namen
     --> templates/editorial/words.yaml:6:5
      |
    6 |   - names:
      |     ^^^^^

    fout[R111]: sleutel `names` ontbreekt
     --> templates/editorial/words.yaml:8:5
      |
    8 |   - except: [kat]
      |     ^^^^^^ in dit onderdeel
      |
    hulp: zet `names` bij dit onderdeel, even ver ingesprongen

    5 fouten
    status 1
    "#);
    assert_eq!(work.check_short(), NOTHING);
    work.write(LIST, "jargon: [\n");
    let run = work.run("check cases/proef --editorial --format short");
    assert_eq!(run.status, 1);
    assert!(run.stdout.starts_with("templates/editorial/words.yaml:"), "{}", run.stdout);
}

#[test]
fn hints_come_after_problems_and_do_not_hide_them() {
    let work = with_background("Dit gaat <b>middels</b> een brief.");
    work.edit("case.yaml", "conclusions: [C1]", "conclusions: [C9]");
    assert_snapshot!(hints(&work), @"
    cases/proef/case.yaml:17:14: waarschuwing[R402]: HTML komt als letterlijke tekst in de nota
    cases/proef/case.yaml:17:24: waarschuwing[R402]: HTML komt als letterlijke tekst in de nota
    cases/proef/case.yaml:46:19: fout[R207]: conclusie `C9` bestaat niet
    cases/proef/case.yaml:17:17: tip[R903]: `middels` kan gewoner: met, door
    1 fout, 2 waarschuwingen, 1 tip
    status 1
    ");
}

#[test]
fn every_hint_stands_where_its_words_do_in_the_shipped_cases() {
    let root = env!("CARGO_MANIFEST_DIR");
    let cases = ["zoetermeer-2022", "voorbeeldstad-2026"].map(|c| format!("{root}/cases/{c}"));
    let work = Work::empty();
    work.write(
        LIST,
        "jargon:\n  - {word: aanpak, instead: stad}\n  - {word: aanpak van ondermijning, instead: x}\none-thing: []\n",
    );
    let run = work.run(&format!("check {} --editorial --format short", cases.join(" ")));
    assert_eq!(run.status, 0, "{}", run.stderr);
    let mut seen = 0;
    for line in run.stdout.lines().filter(|l| l.contains("tip[R903]")) {
        let mut parts = line.splitn(4, ':');
        let mut part = || parts.next().unwrap_or("");
        let (file, at, column) = (part(), part(), part());
        let number = |text: &str| text.parse::<usize>().unwrap_or(0);
        let text = std::fs::read_to_string(file).unwrap_or_default();
        let typed = text.lines().nth(number(at) - 1).unwrap_or("");
        let rest: String = typed.chars().skip(number(column) - 1).collect();
        let word = line.split('`').nth(1).unwrap_or("?");
        assert!(rest.to_lowercase().starts_with(word), "{line}\n{rest}");
        seen += 1;
    }
    assert!(seen >= 40, "only {seen} hints");
}
