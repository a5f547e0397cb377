use rekenkamer::{assets::Assets, diagnostics, load::Loader, score};
fn main() {
    let mut loader = Loader::new(Assets::over(std::path::Path::new(".")));
    for arg in std::env::args().skip(1) {
        let case = loader.case(std::path::Path::new(&arg));
        if let Some(case) = case {
            let card = score::score(&case);
            let view = rekenkamer::view::nota(&case, &card);
            let drafts = rekenkamer::view::drafts(&case, &card);
            let assets = Assets::over(std::path::Path::new("."));
            if let Some(nota) = rekenkamer::narrative::nota(view, &drafts, &assets, &mut loader.sources, &mut loader.report) {
                std::fs::write(format!("/tmp/{}.md", case.name), nota.text()).ok();
            }
            for f in &card.frameworks { println!("{} {:?} {:?} {:?}", f.framework, f.score, f.coverage, f.verdict); }
        }
    }
    print!("{}", diagnostics::render(&loader.report.sorted(), &loader.sources, diagnostics::Style::Plain));
}
