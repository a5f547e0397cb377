//! What a library finds is told in Dutch; its own sentence stands behind that, marked as its words.

use crate::common::Work;
use insta::assert_snapshot;

/// What is told of each text of a file that a designer may replace, its place and its help too.
fn told(file: &str, form: &str, texts: &[&str]) -> String {
    let each = texts.iter().map(|text| {
        let work = Work::with_case();
        work.write(file, text);
        format!("## {text}\n{}", work.run(&format!("nota cases/proef --format {form}")).seen())
    });
    each.collect::<Vec<_>>().join("\n\n")
}

#[test]
fn a_mistake_in_a_template_is_told_in_dutch() {
    let templates = [
        "{% if title }",
        "{{ title | hoofdletters }}",
        "{{ vandaag() }}",
        "{% if title is leeg %}{% endif %}",
        "{{ title | replace(\"a\") }}",
        "{{ title | upper(1, 2) }}",
        "{% include \"partials/weg.jinja\" %}",
        "{{ title * 2 }}",
        "{% for norm in title %}",
        "{% blok %}",
    ];
    assert_snapshot!("a_mistake_in_a_template", told("templates/nota.md.jinja", "md", &templates));
}

#[test]
fn a_mistake_in_the_tokens_is_told_in_dutch() {
    let tokens = [
        "[colour]\nink = #17242d\n",
        "[colour]\nink = \"#17242d\n",
        "[colour\nink = \"#17242d\"\n",
        "[colour]\nink\n",
        "[colour]\nink =\n",
        "[colour]\nink = \"#000\"\nink = \"#fff\"\n",
        "[logo]\npath = [\"a.png\" \"b.png\"]\n",
        "[word]\nsize: 11\n",
    ];
    let said = told("templates/theme/tokens.toml", "md,pdf", &tokens);
    assert_snapshot!("a_mistake_in_the_tokens", said);
}

#[test]
fn a_value_of_another_kind_in_the_tokens_of_word_is_told_in_dutch() {
    let own = include_str!("../../templates/theme/tokens.toml");
    let with = |section: &str, line: &str| {
        own.replacen(&format!("[{section}]\n"), &format!("[{section}]\n{line}\n"), 1)
    };
    let work = Work::with_case();
    work.write("templates/theme/tokens.toml", with("logo", "alt = 5"));
    assert_snapshot!("a_value_of_another_kind", work.run("nota cases/proef --format docx").seen());
}

#[test]
fn a_mistake_in_the_theme_is_told_in_dutch() {
    let own = include_str!("../../templates/theme/inlines.typ");
    let texts = ["#let plain(inlines) = {", "#import \"weg.typ\": iets\n", "#kleur\n"];
    let texts = texts.map(|text| format!("{text}\n{own}"));
    let each = texts.iter().map(|text| {
        let work = Work::with_case();
        work.write("templates/theme/inlines.typ", text);
        work.run("nota cases/proef --format pdf").seen()
    });
    assert_snapshot!("a_mistake_in_the_theme", each.collect::<Vec<_>>().join("\n\n"));
}
