//! Nothing lost: an edited text beside a new one, merged with it, or kept; and writes that fail.

use crate::common::Work;
use insta::assert_snapshot;
use std::fs;

const NOTA: &str = "output/proef/nota.md";
const NEW: &str = "output/proef/nota.nieuw.md";

/// A case with a nota that was edited by hand.
fn edited(from: &str, to: &str) -> (Work, String) {
    let work = Work::with_case();
    assert_eq!(work.run("nota cases/proef --format md").status, 0);
    let made = work.read(NOTA);
    assert!(made.contains(from), "{made}");
    let own = made.replacen(from, to, 1);
    work.write(NOTA, &own);
    (work, own)
}

#[test]
fn the_new_text_comes_beside_an_edited_one_with_the_difference() {
    let (work, own) = edited("Ten dele.", "Ten dele, vinden wij.");
    let run = work.run("nota cases/proef --format md");
    assert_eq!(run.status, 1);
    assert_eq!(work.read(NOTA), own);
    assert_eq!(work.read(NEW).replacen("Ten dele.", "Ten dele, vinden wij.", 1), own);
    assert_snapshot!(run.seen(), @"
    fout[R701]: deze nota is met de hand bewerkt en wordt niet overschreven
    --> output/proef/nota.md
     |
    hulp: zet haar opnieuw met `rekenkamer render output/proef/nota.md`, voeg samen met `--merge`, of laat haar bewaren en vervangen met `--force`

    1 fout
    de nieuwe tekst staat in output/proef/nota.nieuw.md
    --- output/proef/nota.md
    +++ output/proef/nota.nieuw.md
    @@ -2,7 +2,7 @@
     # In één oogopslag

     > [!oogopslag] Ondermijning in Proefstad
    -> Ten dele, vinden wij.
    +> Ten dele.
     >
     > **Conclusies**
     >
    samenvoegen: dezelfde opdracht met `--merge`; uw tekst vervangen, na een kopie: `--force`
    verder is er niets geschreven
    status 1
    ");
    // What the researcher wrote in it meanwhile stays too.
    work.write(NEW, "aantekeningen");
    assert_eq!(work.run("nota cases/proef --format md").status, 1);
    assert_eq!(work.read(NEW), "aantekeningen");
    assert!(work.path("output/proef/nota.nieuw-2.md").exists());
}

#[test]
fn a_merge_keeps_the_edit_and_takes_what_changed_elsewhere() {
    let (work, own) = edited("net niet genoeg mensen.", "net niet genoeg mensen, vinden wij.");
    work.edit("case.yaml", "name: Proefstad", "name: Proefdam");
    let run = work.run("nota cases/proef --merge");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let merged = work.read(NOTA);
    let whole = Work::with_case();
    whole.edit("case.yaml", "name: Proefstad", "name: Proefdam");
    assert_eq!(whole.run("nota cases/proef --format md").status, 0);
    let made = whole.read(NOTA);
    let edit = ("net niet genoeg mensen.", "net niet genoeg mensen, vinden wij.");
    assert_eq!(made.replacen(edit.0, edit.1, 1), merged);
    assert!(work.path("output/proef/nota.pdf").exists());
    assert_eq!(work.read("output/proef/nota.bewerkt-1.md"), own);
    // It still counts as edited, and merges again.
    assert_eq!(work.run("nota cases/proef --format md").status, 1);
    assert_eq!(work.run("nota cases/proef --merge --format md").status, 0);
    assert_eq!(work.read(NOTA), merged);
}

#[test]
fn a_new_text_goes_once_it_was_merged_or_took_the_place_and_one_with_notes_stays() {
    let mut told = Vec::new();
    for option in ["--merge", "--force"] {
        let (work, own) = edited("Ten dele.", "Ten dele, vinden wij.");
        let settle = format!("nota cases/proef --format md {option}");
        assert_eq!(work.run("nota cases/proef --format md").status, 1);
        let run = work.run(&settle);
        assert_eq!(run.status, 0, "{}", run.stderr);
        told.push(run.stderr);
        assert!(!work.path(NEW).exists());
        work.write(NOTA, &own);
        work.write(NEW, "aantekeningen");
        assert_eq!(work.run("nota cases/proef --format md").status, 1);
        assert!(work.path("output/proef/nota.nieuw-2.md").exists());
        assert_eq!(work.run(&settle).status, 0);
        assert!(!work.path("output/proef/nota.nieuw-2.md").exists());
        assert_eq!(work.read(NEW), "aantekeningen");
    }
    assert_snapshot!(told.join("\n"), @"
    de bewerkte nota is bewaard als output/proef/nota.bewerkt-1.md
    output/proef/nota.nieuw.md is weggehaald: de tekst ervan is nu verwerkt of vervangen

    de bewerkte nota is bewaard als output/proef/nota.bewerkt-1.md
    output/proef/nota.nieuw.md is weggehaald: de tekst ervan is nu verwerkt of vervangen
    ");
}

#[test]
fn where_both_changed_marks_stand_and_nothing_sets_them() {
    let (work, _) = edited("Ten dele.", "Ten dele, vinden wij.");
    let path = "cases/proef/case.yaml";
    let case = work.read(path);
    assert!(case.contains("Ten dele."), "{case}");
    work.write(path, case.replace("Ten dele.", "Grotendeels."));
    assert_eq!(work.run("nota cases/proef --format md").status, 1);
    let run = work.run("nota cases/proef --format md --merge");
    assert_eq!(run.status, 1, "{}", run.stderr);
    let merged = work.read(NOTA);
    let (from, to) = (merged.find("<<<<<<<"), merged.rfind(">>>>>>>"));
    let marked = merged.get(from.expect("a mark")..to.expect("a mark")).expect("a part");
    assert_snapshot!(marked, @"
    <<<<<<< uw tekst
    > Ten dele, vinden wij.
    ||||||| de vorige gegenereerde tekst
    > Ten dele.
    =======
    > Grotendeels.
    ");
    let line = merged.lines().position(|line| line.starts_with("<<<<<<<")).expect("a mark") + 1;
    let told = run.stderr.replace(&format!("nota.md:{line}"), "nota.md:N");
    assert_snapshot!(told, @"
    de bewerkte nota is bewaard als output/proef/nota.bewerkt-1.md
    output/proef/nota.md:N: hier veranderde u de tekst en het programma ook; kies, en haal de merktekens weg
    ");
    assert!(!work.path("output/proef/nota.pdf").exists());
    // Until somebody chose, the new text may be of use.
    assert!(work.path(NEW).exists());
    let told =
        ["render output/proef/nota.md", "nota cases/proef --format md --merge"].map(|command| {
            let again = work.run(command);
            assert_eq!((again.status, work.read(NOTA)), (1, merged.clone()), "{command}");
            again.problems().replace(&format!("nota.md:{line}"), "nota.md:N")
        });
    assert_snapshot!(told.join("\n"), @"
    output/proef/nota.md:N:1: fout[R707]: hier staan nog merktekens van een samenvoeging
    output/proef/nota.md:25:1: fout[R707]: hier staan nog merktekens van een samenvoeging
    output/proef/nota.md:29:1: fout[R707]: hier staan nog merktekens van een samenvoeging
    output/proef/nota.md:N:1: fout[R707]: hier staan nog merktekens van een samenvoeging
    output/proef/nota.md:25:1: fout[R707]: hier staan nog merktekens van een samenvoeging
    output/proef/nota.md:29:1: fout[R707]: hier staan nog merktekens van een samenvoeging
    ");
}

#[test]
fn without_its_generated_text_nothing_is_merged() {
    let (work, own) = edited("Ten dele.", "Ten dele, vinden wij.");
    work.remove("output/proef/.basis/nota.md");
    let run = work.run("nota cases/proef --format md --merge");
    assert_snapshot!(run.seen(), @"
    fout[R709]: samenvoegen kan niet: de gegenereerde tekst waarvan deze is gemaakt, staat niet in `.basis`
    --> output/proef/nota.md
     |
    hulp: laat `--merge` weg; dan komt de nieuwe tekst ernaast, met het verschil

    1 fout
    er is niets geschreven
    status 1
    ");
    assert_eq!(work.read(NOTA), own);
}

#[test]
fn a_comparison_is_merged_and_offered_too() {
    let work = Work::with_case();
    work.add_municipality("Esdorp", &[]);
    let compare = "compare cases/proef cases/esdorp --format md";
    assert_eq!(work.run(compare).status, 0);
    let md = "output/vergelijking/vergelijking.md";
    let own = format!("{}\nMijn eigen zin.\n", work.read(md));
    work.write(md, &own);
    assert_eq!(work.run(compare).status, 1);
    assert!(work.path("output/vergelijking/vergelijking.nieuw.md").exists());
    let run = work.run(&format!("{compare} --merge --title Anders"));
    assert_eq!(run.status, 0, "{}", run.stderr);
    let merged = work.read(md);
    assert!(merged.ends_with("\nMijn eigen zin.\n"), "{merged}");
    assert_eq!(merged.lines().filter(|line| *line == "title: \"Anders\"").count(), 1, "{merged}");
    assert!(!work.path("output/vergelijking/vergelijking.nieuw.md").exists());
}

#[test]
fn what_the_machine_does_not_allow_gives_status_3_and_leaves_the_old_file() {
    let work = Work::with_case();
    work.shorten_nota();
    assert_eq!(work.run("nota cases/proef --format md").status, 0);
    let made = work.read(NOTA);
    // A folder where the PDF must come.
    fs::create_dir(work.path("output/proef/nota.pdf")).expect("a folder");
    assert_eq!(work.run("nota cases/proef --format pdf").status, 3);
    assert_eq!(work.read(NOTA), made);
    // A file where a folder must come.
    work.write("elders", "een bestand");
    assert_eq!(work.run("nota cases/proef --output elders").status, 3);
    assert_eq!(work.read("elders"), "een bestand");
}

#[test]
fn old_temporary_files_of_ours_go_and_nothing_else() {
    let work = Work::with_case();
    let hour = std::time::SystemTime::now() - std::time::Duration::from_secs(3600);
    for (name, old) in [(".rekenkamer-Ab12Cd", true), (".rekenkamer-Zz99Zz", false)] {
        let path = format!("output/proef/{name}");
        work.write(&path, "half");
        if old {
            let file = fs::File::options().write(true).open(work.path(&path)).expect("a file");
            file.set_modified(hour).expect("a time");
        }
    }
    work.write("output/proef/.rekenkamer-notities", "van mij");
    assert_eq!(work.run("nota cases/proef --format md").status, 0);
    assert!(!work.path("output/proef/.rekenkamer-Ab12Cd").exists());
    assert!(work.path("output/proef/.rekenkamer-Zz99Zz").exists());
    assert!(work.path("output/proef/.rekenkamer-notities").exists());
}

#[test]
fn no_command_writes_into_what_the_researcher_keeps() {
    let work = Work::with_case();
    work.add_municipality("Esdorp", &[]);
    assert_eq!(work.run("new --templates").status, 0);
    work.shorten_nota();
    let kept = || -> Vec<(String, Vec<u8>, std::time::SystemTime)> {
        let files = work.files().into_iter().filter(|f| !f.starts_with("output/"));
        let time = |f: &str| fs::metadata(work.path(f)).and_then(|m| m.modified()).expect("a time");
        files.map(|f| (f.clone(), work.bytes(&f), time(&f))).collect()
    };
    let before = kept();
    for command in [
        "check cases/proef",
        "score cases/proef --format json",
        "trace cases/proef FTE1",
        "nota cases/proef --document nota,report,summary --format md,pdf",
        "render output/proef/nota.md --format pdf,html,docx",
        "compare cases/proef cases/esdorp --write-peers",
        "nota cases/proef --format md --force",
    ] {
        let _ = work.run(command);
    }
    assert!(before == kept(), "a command wrote outside its output");
}
