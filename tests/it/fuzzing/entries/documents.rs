//! Documents that were edited, their images, and the municipality's own Word file.

use super::*;

/// Any text in the place of a nota, or behind a head that is one.
pub fn document(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    deep(|| {
        let nothing = BTreeMap::new();
        let image_sources = ImageSources { figures: &nothing, folder: Path::new("/nergens") };
        set(&text, image_sources, false);
        set(&format!("{HEAD}{text}"), image_sources, false);
    });
}

/// The head of a nota.
const HEAD: &str = "---\nkind: \"nota\"\ndocument: \"Bestuurlijke nota\"\ntitle: \"Proef\"\n\
    municipality: \"Proefstad\"\ncommissioner: \"Rekenkamer Proefstad\"\ndate: \"maart 2026\"\n\
    date-parts: [2026, 3, 1]\nstatus: \"concept\"\nstatus-text: \"Concept\"\nlang: \"nl\"\n\
    case: \"proef\"\nversion: \"0.1.0\"\nseal: \"0\"\n---\n\n";

/// Any bytes as an image in a nota.
pub fn image(bytes: &[u8]) {
    deep(|| {
        let nothing = BTreeMap::new();
        for name in ["a.svg", "a.png", "a.jpg"] {
            let work = folder(&[], name, bytes);
            let image_sources = ImageSources { figures: &nothing, folder: work.path() };
            set(
                &format!("{HEAD}# Een\n\n![Een beeld]({name} \"Bijschrift\")\n"),
                image_sources,
                false,
            );
        }
    });
}

/// Any bytes as the municipality's own Word file.
pub fn house_style(bytes: &[u8]) {
    deep(|| {
        let work = folder(&[], "templates/word/huisstijl.docx", bytes);
        let (mut sources, mut report) = (SourceMap::default(), Report::default());
        let file = sources.add("nota.md", format!("{HEAD}# Een\n\nTekst.\n"));
        let nothing = BTreeMap::new();
        let image_sources = ImageSources { figures: &nothing, folder: work.path() };
        let read =
            manuscript(typesetter(), file, image_sources, &sources, &mut report).expect("a nota");
        let assets = Assets::over(work.path());
        let made = publish(Form::Docx, &read, typesetter(), &assets, &mut sources, &mut report);
        assert!(made.is_some() || report.has_errors(), "no Word file, and no error");
        if let Some(bytes) = made {
            well_formed(Form::Docx, &bytes);
        }
    });
}

/// The nota of the small case, and a PDF of it with a scorecard in it.
pub fn nota() -> (String, Vec<u8>) {
    let mut out = (String::new(), Vec::new());
    deep(|| {
        let work = folder(SMALL, "case.yaml", SMALL[0].1.as_bytes());
        let (mut loader, case) = audit(work.path());
        let paper = paper(&case.expect("a case"), Kind::Nota, &mut loader).expect("a nota");
        let (mut sources, mut report) = (SourceMap::default(), Report::default());
        let file = sources.add("nota.md", paper.text());
        let image_sources = ImageSources { figures: &paper.figures, folder: work.path() };
        let mut read =
            manuscript(typesetter(), file, image_sources, &sources, &mut report).expect("a nota");
        read.scorecard = Some(card());
        let assets = Assets::embedded();
        let pdf = publish(Form::Pdf, &read, typesetter(), &assets, &mut sources, &mut report);
        out = (paper.text(), pdf.expect("a PDF"));
        assert!(out.1.windows(ATTACHED.len()).any(|part| part == ATTACHED.as_bytes()));
    });
    out
}
