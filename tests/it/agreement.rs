//! Two judges: their agreement beside an independent implementation, on random tables with missing
//! judgements, and what the accounting says of it. The first needs Python; without it the test says
//! that it was skipped, and fails where `REKENKAMER_REQUIRE` asks for all outside programs.

#![expect(clippy::expect_used, reason = "a test may stop where its own files fail it")]

use crate::common::{Work, changed, needs, python, warned};
use insta::assert_snapshot;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use rekenkamer::model::Exact;
use rekenkamer::score::agreement;
use serde_json::{Value, json};
use std::io::Write as _;
use std::process::{Command, Stdio};

/// How many random tables are held against the other implementation.
const TABLES: usize = 200;

const FINDINGS: &str = "findings/fte-capacity.yaml";

fn below(generator: &mut ChaCha8Rng, bound: u32) -> usize {
    usize::try_from(generator.next_u32() % bound).expect("a small number")
}

fn float(value: Exact) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "the data have a few digits")]
    let out = *value.numer() as f64 / *value.denom() as f64;
    out
}

/// Random tables: two to five judges, one to forty norms, two to five levels, up to half missing.
/// A judge often follows a common level, so that agreement is anything from none to full.
fn tables() -> Vec<Value> {
    let mut generator = ChaCha8Rng::seed_from_u64(2018);
    let mut out = Vec::new();
    for _ in 0..TABLES {
        let judges = 2 + below(&mut generator, 4);
        let norms = 1 + below(&mut generator, 40);
        let levels = 2 + generator.next_u32() % 4;
        let missing = generator.next_u32() % 50;
        let follow = generator.next_u32() % 101;
        let mut rows = Vec::new();
        for _ in 0..norms {
            let common = below(&mut generator, levels);
            let mut judged = || -> Option<usize> {
                let own = below(&mut generator, levels);
                let level = if generator.next_u32() % 100 < follow { common } else { own };
                (generator.next_u32() % 100 >= missing).then_some(level)
            };
            rows.push((0..judges).map(|_| judged()).collect::<Vec<_>>());
        }
        let ranks: Vec<Vec<usize>> =
            rows.iter().map(|row| row.iter().copied().flatten().collect()).collect();
        let found = agreement(&ranks);
        out.push(json!({
            "rows": rows,
            "alpha": found.alpha.map(float),
            "pairs": [found.equal, found.pairs],
        }));
    }
    out
}

#[test]
fn the_agreement_of_judges_is_that_of_an_independent_implementation() {
    let python = python();
    if !needs(&python, &["-c", "import math"]) {
        return;
    }
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/agreement.py");
    let mut child = Command::new(&python)
        .arg(script)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("Python runs");
    let mut input = child.stdin.take().expect("a pipe");
    input.write_all(Value::from(tables()).to_string().as_bytes()).expect("Python reads");
    drop(input);
    let done = child.wait_with_output().expect("Python ends");
    let said = String::from_utf8_lossy(&done.stdout);
    assert!(done.status.success(), "{said}");
    assert_snapshot!(said.trim(), @"200 tables, 4 without alpha, all agree");
}

/// What the package `krippendorff` 0.9.0 for Python gives, so that it is tested where there is no
/// Python too.
#[test]
fn alpha_is_what_an_independent_implementation_gave() {
    let of = |rows: &[&[usize]]| {
        let alpha = agreement(&rows.iter().map(|row| row.to_vec()).collect::<Vec<_>>()).alpha;
        float(alpha.expect("different levels"))
    };
    let close = |own: f64, other: f64| assert!((own - other).abs() < 1e-9, "{own} is not {other}");
    let two: [&[usize]; 6] = [&[0, 0], &[1, 2], &[3, 3], &[2, 2], &[0, 1], &[3, 1]];
    close(of(&two), TWO);
    let three: [&[usize]; 5] = [&[0, 0, 1], &[2, 2], &[1, 3, 3], &[4, 4, 4], &[2, 0]];
    close(of(&three), THREE);
}

const TWO: f64 = 0.633_333_333_333_333_3;
const THREE: f64 = 0.703_296_703_296_703_2;

/// The valid case with two judges on four norms.
fn judged() -> Work {
    let judges = |id: &str, levels: &str| {
        let from = format!("  - id: {id}\n    status: onderzocht");
        let to = format!("{from}\n    judges: {{{levels}}}");
        (from, to)
    };
    let all = [
        judges("CA-1", "eerste onderzoeker: voldoet, tweede onderzoeker: voldoet"),
        judges("CA-2", "eerste onderzoeker: deels, tweede onderzoeker: niet"),
        judges("CA-3", "eerste onderzoeker: grotendeels"),
        judges("CA-6", "eerste onderzoeker: voldoet, tweede onderzoeker: deels"),
    ];
    let changes: Vec<(&str, &str, &str)> =
        all.iter().map(|(from, to)| (FINDINGS, from.as_str(), to.as_str())).collect();
    let work = changed(&changes);
    let decided = "tweede onderzoeker: deels}\n    decided: |\n      Het plan is er, maar niet voor alle locaties.\n";
    work.edit(FINDINGS, "tweede onderzoeker: deels}\n", decided);
    work
}

#[test]
fn the_accounting_has_the_agreement_and_what_was_decided() {
    let work = judged();
    assert_snapshot!(work.check(), @"
    waarschuwing[R397]: `tweede onderzoeker` beoordeelde 3 van de 4 onderzochte normen van `fte-capacity`
      --> cases/proef/case.yaml:30:14
       |
    30 | frameworks: [fte-capacity]
       |              ^^^^^^^^^^^^
       |
    hulp: vul de andere normen aan; was dit een steekproef, aanvaard de waarschuwing dan bij `accepted` en zeg hoe zij is getrokken

    waarschuwing[R396]: bij norm `CA-1` geldt `grotendeels`, en de beoordelaars gaven `voldoet`
     --> cases/proef/findings/fte-capacity.yaml:4:9
      |
    4 |   - id: CA-1
      |         ^^^^
      |
    hulp: schrijf bij `decided` waarom een ander niveau geldt, of pas de bevinding aan

    waarschuwing[R395]: over norm `CA-2` verschillen de beoordelaars, van `niet` tot `deels`, en er staat niet bij wat is vastgesteld
      --> cases/proef/findings/fte-capacity.yaml:17:9
       |
    17 |   - id: CA-2
       |         ^^^^
       |
    hulp: schrijf bij `decided` welk niveau geldt, en waarom

    3 waarschuwingen
    status 0
    ");
    let run = work.run("nota cases/proef --document accounting --format md");
    assert_eq!(run.status, 0, "{}", run.seen());
    let text = work.read("output/proef/verantwoording.md");
    let part = text.split("# Oordelen van meer").nth(1).expect("the section");
    assert_snapshot!(part.split("\n# ").next().expect("its text"), @"
     dan één beoordelaar

    Los van elkaar gaven een niveau aan normen: eerste onderzoeker en tweede onderzoeker. Deze oordelen veranderen geen score: het vastgestelde niveau volgt uit de bevindingen.

    | Normen | Alle beoordelaars gelijk | Alfa |
    |---|---|--:|
    | Capaciteit | 1 van 3 normen | 0,528 |

    Een norm telt mee als ten minste twee beoordelaars er een niveau aan gaven. Het aantal normen per beoordelaar: eerste onderzoeker 4, tweede onderzoeker 3.

    Alfa is die van Krippendorff voor een geordende schaal. Hij is 1 als alle oordelen per norm gelijk zijn, 0 als de overeenstemming niet groter is dan bij toeval, en lager als zij kleiner is. Een verschil van meer niveaus telt zwaarder. Krippendorff vraagt ten minste 0,800, en voor voorzichtige conclusies ten minste 0,667 (*Content Analysis*, 4e druk, 2018; *Computing Krippendorff's Alpha-Reliability*, 2011). Bij minder dan 10 normen zegt alfa weinig: één ander oordeel kan het getal sterk veranderen.

    ## Waar zij verschilden, of iets anders is vastgesteld

    | Norm | eerste onderzoeker | tweede onderzoeker | Verschil | Vastgesteld | Afweging |
    |---|---|---|---|---|---|
    | CA-1 Omvang van de formatie | ● voldoet | ● voldoet | geen | ◕ voldoet grotendeels | – |
    | CA-2 Vaste financiering | ◑ voldoet deels | ○ voldoet niet | 1 niveau | ◑ voldoet deels | – |
    | CA-6 Ruimte voor toezicht | ● voldoet | ◑ voldoet deels | 2 niveaus | ◕ voldoet grotendeels | Het plan is er, maar niet voor alle locaties. |
    ");
}

#[test]
fn a_level_that_is_none_and_a_judge_named_twice_are_told() {
    let with = |levels: &str| {
        let from = "  - id: CA-6\n    status: onderzocht";
        warned(&[(FINDINGS, from, &format!("{from}\n    judges: {levels}"))])
    };
    assert_snapshot!(with("{eerste: prima}"), @"
    cases/proef/findings/fte-capacity.yaml:49:22: fout[R124]: onbekende waarde `prima`
    1 fout
    status 1
    ");
    assert_snapshot!(with("{eerste: deels, eerste: deels}"), @"
    cases/proef/findings/fte-capacity.yaml:49:29: fout[R112]: sleutel `eerste` staat hier twee keer
    1 fout
    status 1
    ");
    assert_snapshot!(with("{eerste: deels, Eerste: niet}"), @"
    cases/proef/findings/fte-capacity.yaml:49:29: fout[R112]: sleutel `Eerste` staat hier twee keer
    1 fout
    status 1
    ");
    assert_snapshot!(with("{eerste: }"), @"
    cases/proef/findings/fte-capacity.yaml:49:20: fout[R116]: sleutel `eerste` heeft geen waarde
    1 fout
    status 1
    ");
    assert_snapshot!(with("[deels]"), @"
    cases/proef/findings/fte-capacity.yaml:49:13: fout[R115]: verwacht sleutels met een waarde, gevonden een lijst
    1 fout
    status 1
    ");
}
