//! What researchers type in text comes out as text, or is refused at its exact place.

use crate::common::{FINDINGS, Work, check_with};
use insta::assert_snapshot;

/// The background of the valid case: a Markdown field in a literal block.
const BACKGROUND: &str = "    Proefstad wil weten of de aanpak werkt.\n";

/// A working folder whose background is this text.
pub fn with_background(text: &str) -> Work {
    let work = Work::with_case();
    let lines = text.lines().map(|l| if l.is_empty() { "\n".into() } else { format!("    {l}\n") });
    work.edit("case.yaml", BACKGROUND, &lines.collect::<String>());
    work
}

/// All documents that hold the texts of a case, in Markdown.
fn documents_of(work: &Work) -> String {
    let run = work.run("nota cases/proef --document nota,report,accounting --format md");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let names = ["nota", "nota-van-bevindingen", "verantwoording"];
    names.map(|name| work.read(&format!("output/proef/{name}.md"))).concat()
}

/// Makes a short nota; gives its chapter on the background after what was said on stderr.
fn nota_of(work: &Work) -> String {
    work.shorten_nota();
    let run = work.run("nota cases/proef");
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(work.bytes("output/proef/nota.pdf").starts_with(b"%PDF-"));
    let nota = work.read("output/proef/nota.md");
    let chapter = nota.split("# Achtergrond\n").nth(1).and_then(|t| t.split("\n# ").next());
    format!("{}{}", run.stderr, chapter.unwrap_or("no such chapter").trim())
}

#[test]
fn raw_html_comes_out_as_text_with_a_warning_at_each_place() {
    let work = with_background("Dit is <b>vet</b>.\n\n<script>alert('x')</script>\n\n<!-- weg -->");
    assert_snapshot!(nota_of(&work), @r#"
    waarschuwing[R402]: HTML komt als letterlijke tekst in de nota
      --> cases/proef/case.yaml:17:12
       |
    17 |     Dit is <b>vet</b>.
       |            ^^^
       |
    hulp: haal haar weg; in Markdown is `*schuin*` cursief en `**vet**` vet, en begint na een lege regel een alinea
    waar: zo staat het nog 3 keer in dit bestand: regel 17, 19, 21

    Dit is \<b\>vet\</b\>.

    \<script\>alert('x')\</script\>

    \<\!-- weg --\>
    "#);
}

#[test]
fn an_unclosed_fence_ends_with_its_field() {
    assert_snapshot!(nota_of(&with_background("Tekst\n\n```\nopen {{ 7*7 }}")), @"
    Tekst

    ```
    open {{ 7*7 }}
    ```
    ");
}

#[test]
fn markup_of_typst_comes_out_as_text() {
    let typed =
        "#set page(width: 1cm)\n\n$x^2$ #import \"a.typ\": b [ ] [inhoud] @noot ~ -- // niets";
    assert_snapshot!(nota_of(&with_background(typed)), @r#"
    \#set page(width: 1cm)

    $x^2$ \#import "a.typ": b \[ \] \[inhoud\] \@noot \~ -- // niets
    "#);
}

#[test]
fn markup_of_templates_comes_out_as_text() {
    let typed = "{{ 7*7 }} {% raw %} {# weg #} {{ municipality }} {{ undefined.x }}";
    assert_snapshot!(nota_of(&with_background(typed)), @r#"{{ 7\*7 }} {% raw %} {\# weg \#} {{ municipality }} {{ undefined.x }}"#);
}

#[test]
fn bars_and_tables_come_out_as_they_were_meant() {
    let typed = "a | b\n\n| x | y |\n|---|---|\n| 1 \\| 2 | *3* |";
    assert_snapshot!(nota_of(&with_background(typed)), @r#"
    a | b

    | x | y |
    | --- | --- |
    | 1 \| 2 | *3* |
    "#);
}

#[test]
fn emoji_and_other_scripts_come_out_as_text() {
    assert_snapshot!(nota_of(&with_background("😀 Ελληνικά Кириллица العربية עברית ₂ → ½")), @"😀 Ελληνικά Кириллица العربية עברית ₂ → ½");
}

#[test]
fn plain_fields_are_text_and_nothing_else_wherever_they_come_out() {
    let work = Work::with_case();
    let odd = "A|b* _c_ [x](y) {{ 7*7 }} {% if %} #set $x$ <b> `d` 😀 Ж";
    let quoted = format!("{odd:?}");
    work.edit("case.yaml", "name: Proefstad", &format!("name: {quoted}"));
    work.edit("case.yaml", "title: De formatie is aan de krappe kant", &format!("title: {quoted}"));
    work.edit("sources.yaml", "title: Integraal veiligheidsplan", &format!("title: {quoted}"));
    work.edit(FINDINGS, "locator: p. 4", &format!("locator: {quoted}"));
    let nota = documents_of(&work);
    assert_eq!(work.run("nota cases/proef").status, 0, "and Typst sets it");
    let escaped =
        "A\\|b\\* \\_c\\_ \\[x\\](y) {{ 7\\*7 }} {% if %} \\#set $x$ \\<b\\> \\`d\\` 😀 Ж";
    assert!(nota.contains(&format!("## 1. {escaped}\n")), "the conclusion's heading");
    assert!(nota.contains(&format!("| D01 | {escaped} | maart 2024 |  |\n")), "the table");
    assert!(nota.contains(&format!("[D01](#documenten) ({escaped}); ")), "the locator");
    assert!(nota.contains(&format!("municipality: {quoted}\n")), "the head");
}

#[test]
fn nothing_of_a_markdown_field_is_lost_in_a_table() {
    let work = Work::with_case();
    let note = "    date: 2024-03\n    note: \"Versie a | b, *vastgesteld*.\"\n";
    work.edit("sources.yaml", "    date: 2024-03\n", note);
    let nota = documents_of(&work);
    let row = nota.lines().find(|l| l.starts_with("| D01 |")).unwrap_or("no such row");
    assert_snapshot!(row, @r"| D01 | Integraal veiligheidsplan | maart 2024 | Versie a \| b, *vastgesteld*. |");
}

#[test]
fn a_list_in_a_field_that_the_nota_sets_on_one_line_stays_a_list() {
    let work = Work::with_case();
    let searched = "locator: p. 4\n            searched: |\n              - het archief\n              - de griffie\n";
    work.edit(FINDINGS, "locator: p. 4\n", searched);
    let nota = documents_of(&work);
    let lines: Vec<_> =
        nota.lines().filter(|l| l.contains("archief") || l.contains("griffie")).collect();
    assert_eq!(lines, ["- het archief", "- de griffie"]);
}

#[test]
fn a_heading_is_refused_at_its_line_in_the_block() {
    assert_snapshot!(with_background("Regel.\n\n- punt\n\n  ## Kop").check(), @"
    fout[R401]: een kop past niet in dit veld
      --> cases/proef/case.yaml:21:7
       |
    21 |       ## Kop
       |       ^^^^^^
       |
    hulp: maak de regel vet, of laat boven een streep een lege regel

    1 fout
    status 1
    ");
    assert_snapshot!(with_background("Regel.\n\nRegel boven een streep\n---").check_short(), @"
    cases/proef/case.yaml:19:5: fout[R401]: een kop past niet in dit veld
    1 fout
    status 1
    ");
    let finding = "          Er is een plan.\n\n          # Kop\n";
    let plan = "          Er is een plan, maar niet voor alle locaties.\n";
    assert_snapshot!(check_with(FINDINGS, plan, finding), @"
    fout[R401]: een kop past niet in dit veld
      --> cases/proef/findings/fte-capacity.yaml:54:11
       |
    54 |           # Kop
       |           ^^^^^
       |
    hulp: maak de regel vet, of laat boven een streep een lege regel

    1 fout
    status 1
    ");
}

#[test]
fn a_heading_in_a_field_that_is_no_literal_block_is_refused_at_its_place() {
    let folded = "  background: >-\n    Regel.\n\n\n    # Kop\n";
    let was = format!("  background: |\n{BACKGROUND}");
    assert_snapshot!(check_with("case.yaml", &was, folded), @"
    fout[R401]: een kop past niet in dit veld
      --> cases/proef/case.yaml:20:5
       |
    20 |     # Kop
       |     ^^^^^
       |
    hulp: maak de regel vet, of laat boven een streep een lege regel

    1 fout
    status 1
    ");
    assert_snapshot!(check_with("case.yaml", &was, "  background: \"# Kop\"\n"), @r##"
    fout[R401]: een kop past niet in dit veld
      --> cases/proef/case.yaml:16:16
       |
    16 |   background: "# Kop"
       |                ^^^^^
       |
    hulp: maak de regel vet, of laat boven een streep een lege regel

    1 fout
    status 1
    "##);
}

/// The renderer of drawings sets one glyph a sign.
#[test]
fn a_sign_of_several_characters_can_stand_in_the_text_of_a_figure() {
    let work = Work::with_case();
    let names = ["👩‍💻", "👩‍👩‍👧‍👦", "🇳🇱", "👍🏽", "❤️‍🔥", "1️⃣", "👩‍", "Z̷̢", "fi 🙂"];
    let case = work.read("cases/proef/case.yaml");
    let (before, after) = case.split_once("municipalities:\n").expect("peers");
    let peers = names.iter().zip(1..).map(|(name, number)| {
        format!("      - {{name: \"{name} <é>\", inhabitants: 90000, value: {number}}}\n")
    });
    let peers: String = peers.collect();
    work.write("cases/proef/case.yaml", format!("{before}municipalities:\n{peers}{after}"));
    let run = work.run("nota cases/proef --document report,accounting --format pdf,html");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let page = work.read("output/proef/verantwoording.html");
    for name in names {
        assert!(page.contains(name), "{name}");
    }
}

#[test]
fn windows_line_ends_and_a_byte_order_mark_change_the_hashes_and_nothing_else() {
    let files = ["case.yaml", "sources.yaml", FINDINGS];
    let nota = |change: fn(&str) -> String| {
        let work = Work::with_case();
        for file in files {
            let path = format!("cases/proef/{file}");
            work.write(&path, change(&work.read(&path)));
        }
        assert_eq!(work.check(), "geen problemen gevonden\nstatus 0");
        documents_of(&work)
    };
    let unix = nota(str::to_owned);
    let windows = nota(|text| text.replace('\n', "\r\n"));
    let marked = nota(|text| format!("\u{FEFF}{}", text.replace('\n', "\r\n")));
    let hashed = |line: &&str| {
        let head = ["seal: ", "inputs: "].iter().any(|key| line.starts_with(key));
        head || files.iter().any(|f| line.starts_with(&format!("| {f} |")))
    };
    for other in [&windows, &marked] {
        assert_eq!(unix.lines().count(), other.lines().count());
        let changed: Vec<_> =
            unix.lines().zip(other.lines()).filter(|(a, b)| a != b).map(|p| p.0).collect();
        assert_eq!(changed.len(), 9, "{changed:?}");
        assert!(changed.iter().all(hashed), "{changed:?}");
    }
}

#[test]
fn places_are_right_in_a_file_with_windows_line_ends_and_a_byte_order_mark() {
    let work = with_background("Een.\n\nTwee 中.\n\n# Kop");
    work.edit("case.yaml", "municipality:\n  name", "municipality:\n  naam");
    let windows = work.read("cases/proef/case.yaml").replace('\n', "\r\n");
    work.write("cases/proef/case.yaml", format!("\u{FEFF}{windows}"));
    assert_snapshot!(work.check_short(), @"
    cases/proef/case.yaml:2:3: fout[R110]: onbekende sleutel `naam`
    cases/proef/case.yaml:19:10: fout[R404]: teken `中` (U+4E2D) zit in geen lettertype
    cases/proef/case.yaml:21:5: fout[R401]: een kop past niet in dit veld
    3 fouten
    status 1
    ");
}

#[test]
fn lists_nest_eight_deep_and_no_deeper() {
    let nested = |depth: usize| {
        (0..depth).map(|d| format!("{}- niveau {}\n", "  ".repeat(d), d + 1)).collect::<String>()
    };
    let chapter = nota_of(&with_background(&nested(8)));
    assert!(chapter.ends_with("- niveau 8"), "{chapter}");
    assert_snapshot!(with_background(&nested(9)).check(), @"
    fout[R403]: lijsten, citaten of nadruk staan dieper in elkaar dan 8 niveaus
      --> cases/proef/case.yaml:25:21
       |
    25 |                     - niveau 9
       |                     ^^^^^^^^^^

    1 fout
    status 1
    ");
    assert_snapshot!(with_background(&format!("{} diep", ">".repeat(9))).check_short(), @"
    cases/proef/case.yaml:17:13: fout[R403]: lijsten, citaten of nadruk staan dieper in elkaar dan 8 niveaus
    1 fout
    status 1
    ");
}

/// An observation stands in a box, which is one level of nesting itself.
#[test]
fn what_check_accepts_in_an_observation_the_nota_sets() {
    let work = Work::with_case();
    let nested: String = (0..8).map(|d| format!("      {}- niveau\n", "  ".repeat(d))).collect();
    let box_of = format!(
        "observations:\n  - id: O1\n    title: Diep\n    text: |\n{nested}\nconclusions:\n"
    );
    work.edit("case.yaml", "conclusions:\n  - id", &format!("{box_of}  - id"));
    assert_eq!(work.run("check cases/proef").status, work.run("nota cases/proef").status);
}

#[test]
fn a_key_that_is_missing_does_not_hide_a_character_that_no_font_has() {
    let work = with_background("De wijk 中 ligt hier.");
    work.edit("case.yaml", "date: 2026-03-01", "datum: 2026-03-01");
    assert_snapshot!(work.check_short(), @"
    cases/proef/case.yaml:14:3: fout[R110]: onbekende sleutel `datum`
    cases/proef/case.yaml:17:13: fout[R404]: teken `中` (U+4E2D) zit in geen lettertype
    2 fouten
    status 1
    ");
}

#[test]
fn nesting_far_too_deep_is_told_once_a_field() {
    let nested: String = (0..40).map(|d| format!("{}- niveau\n", "  ".repeat(d))).collect();
    assert_snapshot!(with_background(&nested).check_short(), @"
    cases/proef/case.yaml:25:21: fout[R403]: lijsten, citaten of nadruk staan dieper in elkaar dan 8 niveaus
    1 fout
    status 1
    ");
}
