//! Whatever is typed, an editorial hint underlines words that stand there.

use proptest::prelude::*;
use rekenkamer::assets::Assets;
use rekenkamer::diagnostics::{Code, Report, SourceMap, Span};
use rekenkamer::editorial::Editor;
use rekenkamer::load::Loader;
use rekenkamer::model::{Located, OwnText, Prose, WordList};
use std::sync::LazyLock;

/// The shipped list of words.
static WORDS: LazyLock<WordList> = LazyLock::new(|| Loader::new(Assets::embedded()).word_list());

proptest! {
    #[test]
    fn a_hint_underlines_the_words_that_it_names(
        parts in prop::collection::vec(
            prop_oneof![
                "[ a-zA-Zé0-9‘’“”\"'.*_`~\\\\\\[\\]()<>|#&;:,!?…\n\u{a0}\u{ad}-]{1,4}",
                Just("middels ".to_owned()),
                Just(" wordt gedaan en wordt gemeld. ".to_owned()),
                Just("burger ".to_owned()),
                Just("inwoners ".to_owned()),
                Just("\n\n- ".to_owned()),
                Just("&euro; t.b.v. art. 5 B&W ".to_owned()),
                Just("| a | b |\n|---|---|\n| ".to_owned()),
            ],
            0..60,
        ),
        running in any::<bool>(),
    ) {
        let typed = parts.concat();
        let mut sources = SourceMap::default();
        let file = sources.add("x.yaml", typed.clone());
        let span = Span { file, start: 0, end: typed.len() };
        let prose = if running { Prose::Running } else { Prose::Line };
        let own = [OwnText { prose, text: Located { value: typed.clone(), span } }];
        let mut report = Report::default();
        Editor::new(&WORDS).read(&own, &[], &sources, &mut report);
        for hint in report.iter() {
            let span = hint.span.expect("a hint has a place");
            let seen = typed.get(span.start..span.end).expect("it begins and ends at characters");
            prop_assert!(seen.chars().any(char::is_alphanumeric), "{hint:?} at {seen:?}");
            if hint.code == Code::PlainerWord {
                let word = hint.typed("word").expect("its word");
                let plain: String = seen.split_whitespace().collect::<Vec<_>>().join(" ");
                let marks = |c: char| !c.is_alphanumeric();
                prop_assert_eq!(plain.replace(marks, ""), word.replace(marks, ""));
            }
        }
    }
}
