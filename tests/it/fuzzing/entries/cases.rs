//! The files of a case, and the texts in them.

use super::*;

/// A file of a case holds any bytes; what is still a valid case becomes a nota.
pub fn case_file(name: &str, bytes: &[u8]) {
    deep(|| {
        let work = folder(SMALL, name, bytes);
        let (mut loader, case) = audit(work.path());
        if let Some(case) = case {
            paper(&case, Kind::Nota, &mut loader);
        }
    });
}

/// The key file of a case holds any bytes.
pub fn confidential(bytes: &[u8]) {
    deep(|| {
        let work = folder(WHOLE, "confidential.yaml", bytes);
        audit(work.path());
        let mut alone = Loader::new(Assets::embedded());
        let protected = alone.protected_people(work.path());
        told_why(protected, &alone);
    });
}

/// Any text in any field of the whole case. The first two bytes choose the field.
pub fn field(data: &[u8]) {
    let Some((which, text)) = data.split_at_checked(2) else { return };
    let text = String::from_utf8_lossy(text);
    let fields = fields();
    let which = usize::from(which[0]) * 256 + usize::from(which[1]);
    let (name, place) = &fields[which % fields.len()];
    let (_, whole) = WHOLE.iter().find(|(file, _)| file == name).expect("the file");
    let typed = serde_json::to_string(&text).expect("a text");
    let line_end = if whole[place.clone()].ends_with('\n') { "\n" } else { "" };
    let changed = format!("{}{typed}{line_end}{}", &whole[..place.start], &whole[place.end..]);
    deep(|| {
        let work = folder(WHOLE, name, changed.as_bytes());
        let (mut loader, case) = audit(work.path());
        let Some(case) = case else { return };
        for kind in Kind::OF_CASE {
            let Some(paper) = paper(&case, kind, &mut loader) else { continue };
            let all = paper.text();
            assert!(!all.contains(OUTCOME) || text.contains(OUTCOME), "the template ran a text");
            let forms = match kind {
                Kind::Nota | Kind::Hearing => {
                    let image_sources =
                        ImageSources { figures: &paper.figures, folder: work.path() };
                    set(&all, image_sources, true)
                }
                _ => Vec::new(),
            };
            leave(&case, &paper, forms, &mut loader);
        }
    });
}

/// Lets a document pass the gate: with a protected name in it, it must not.
fn leave(case: &Case, paper: &DocumentText, forms: Vec<(Form, Vec<u8>)>, loader: &mut Loader) {
    let mut files: Vec<Outgoing> = paper
        .texts()
        .into_iter()
        .map(|text| Outgoing { path: "nota.md".into(), bytes: text.into() })
        .collect();
    files.extend(forms.into_iter().map(|(form, bytes)| Outgoing {
        path: PathBuf::from(format!("nota.{}", form.ending())),
        bytes,
    }));
    let mut found = Report::default();
    let typed = Typed { texts: &loader.texts, sources: &loader.sources, folders: &[] };
    let cleared = clear(&Guard::of_case(case), files, &typed, &mut found);
    for file in cleared.iter().flatten() {
        let text = String::from_utf8_lossy(file.bytes());
        assert!(!text.contains(NAME), "a protected name leaves in {}", file.path().display());
    }
    assert!(cleared.is_some() || found.has_errors());
    let sorted = found.sorted();
    let all = render(&sorted, &loader.sources, Style::Plain, Language::Dutch);
    assert!(!all.contains(NAME), "a message tells a protected name");
    for form in [json, sarif] {
        let all = form(&sorted, &loader.sources, Language::English).to_string();
        assert!(!all.contains(NAME), "a machine-readable message tells a protected name");
    }
}

/// The places of every value in the files of the whole case, its key file left out.
fn fields() -> &'static [(&'static str, std::ops::Range<usize>)] {
    static FIELDS: OnceLock<Vec<(&str, std::ops::Range<usize>)>> = OnceLock::new();
    FIELDS.get_or_init(|| {
        let work = folder(WHOLE, "case.yaml", WHOLE[0].1.as_bytes());
        let mut loader = Loader::new(Assets::embedded());
        loader.case(work.path());
        let mut out = Vec::new();
        for text in &loader.texts {
            let path = loader.sources.path(text.span.file);
            let file = WHOLE.iter().find(|(name, _)| path.ends_with(&format!("/{name}")));
            let (Some((name, _)), true) = (file, path.starts_with(&*work.path().to_string_lossy()))
            else {
                continue;
            };
            out.push((*name, text.span.start..text.span.end));
        }
        assert!(out.len() > 300, "{} fields", out.len());
        out
    })
}
