//! Nothing lost: an edited text beside a new one, merged with it, or kept; and writes that fail.

use crate::common::Work;
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
    assert!(work.read(NEW).contains("Ten dele."));
    assert!(run.stderr.contains("Ten dele, vinden wij."), "{}", run.stderr);
    assert!(run.stderr.contains("--merge") && run.stderr.contains("@@"), "{}", run.stderr);
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
    assert!(
        merged.contains("genoeg mensen, vinden wij.") && merged.contains("Proefdam"),
        "{merged}"
    );
    assert!(!merged.contains("<<<<<<<"));
    assert!(work.path("output/proef/nota.pdf").exists());
    assert_eq!(work.read("output/proef/nota.bewerkt-1.md"), own);
    // It still counts as edited, and merges again.
    assert_eq!(work.run("nota cases/proef --format md").status, 1);
    assert_eq!(work.run("nota cases/proef --merge --format md").status, 0);
    assert_eq!(work.read(NOTA), merged);
}

#[test]
fn a_new_text_goes_once_it_was_merged_or_took_the_place_and_one_with_notes_stays() {
    for option in ["--merge", "--force"] {
        let (work, own) = edited("Ten dele.", "Ten dele, vinden wij.");
        let settle = format!("nota cases/proef --format md {option}");
        assert_eq!(work.run("nota cases/proef --format md").status, 1);
        let run = work.run(&settle);
        assert_eq!(run.status, 0, "{}", run.stderr);
        assert!(!work.path(NEW).exists() && run.stderr.contains(NEW), "{}", run.stderr);
        work.write(NOTA, &own);
        work.write(NEW, "aantekeningen");
        assert_eq!(work.run("nota cases/proef --format md").status, 1);
        assert!(work.path("output/proef/nota.nieuw-2.md").exists());
        assert_eq!(work.run(&settle).status, 0);
        assert!(!work.path("output/proef/nota.nieuw-2.md").exists());
        assert_eq!(work.read(NEW), "aantekeningen");
    }
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
    for part in ["<<<<<<< uw tekst\n", "vinden wij.", "Grotendeels.", ">>>>>>> de nieuwe"] {
        assert!(merged.contains(part), "{part}: {merged}");
    }
    assert!(run.stderr.contains("output/proef/nota.md:"), "{}", run.stderr);
    assert!(!work.path("output/proef/nota.pdf").exists());
    // Until somebody chose, the new text may be of use.
    assert!(work.path(NEW).exists());
    for command in ["render output/proef/nota.md", "nota cases/proef --format md --merge"] {
        let run = work.run(command);
        assert_eq!(run.status, 1);
        assert!(run.stderr.contains("R707"), "{command}: {}", run.stderr);
        assert_eq!(work.read(NOTA), merged, "{command}");
    }
}

#[test]
fn without_its_generated_text_nothing_is_merged() {
    let (work, own) = edited("Ten dele.", "Ten dele, vinden wij.");
    work.remove("output/proef/.basis/nota.md");
    let run = work.run("nota cases/proef --format md --merge");
    assert!(run.status == 1 && run.stderr.contains("R709"), "{}", run.stderr);
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
    assert!(work.read(md).contains("Mijn eigen zin.") && work.read(md).contains("Anders"));
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
