//! Every code has an example, which `rekenkamer explain` shows. What it calls wrong gives the code,
//! what it calls right does not, and the exact message is a snapshot.
#![expect(clippy::expect_used, reason = "a test may stop where its own examples fail it")]

use crate::common::Work;
use insta::{assert_snapshot, with_settings};
use rekenkamer::diagnostics::Code;
use rekenkamer::diagnostics::explain::Example;
use std::fs;
use std::path::{Path, PathBuf};

const TOP: &str = env!("CARGO_MANIFEST_DIR");

/// An example, from the file itself: so a changed one needs no new program.
fn example(code: &str) -> Example {
    let path = Path::new(TOP).join(format!("src/diagnostics/codes/{code}.toml"));
    let text = fs::read_to_string(path).unwrap_or_else(|e| panic!("{code}: {e}"));
    let file: toml::Table = toml::from_str(&text).unwrap_or_else(|e| panic!("{code}: {e}"));
    file["example"].clone().try_into().unwrap_or_else(|e| panic!("{code}: {e}"))
}

/// The working folder of an example, before its file is changed.
fn prepared(example: &Example) -> Work {
    let work = Work::with_case();
    for (from, to) in &example.copy {
        copy(&Path::new(TOP).join(from), &work.path(to));
    }
    for (path, text) in &example.add {
        work.write(path, text);
    }
    for path in &example.remove {
        work.remove(path);
    }
    let there = |(file, ..): &&(String, String, String)| work.path(file).exists();
    let (before, made): (Vec<_>, Vec<_>) = example.before.iter().partition(there);
    let change = |(file, from, to): &(String, String, String)| {
        replace(&work, file, from, to, false);
    };
    before.into_iter().for_each(change);
    for command in &example.first {
        let (command, file) = command.split_once(" > ").unwrap_or((command, ""));
        let run = work.run(command);
        assert_eq!(run.status, 0, "{command}: {}", run.seen());
        if !file.is_empty() {
            work.write(file, run.stdout);
        }
    }
    made.into_iter().for_each(change);
    work
}

/// Copies a file, or a folder with all in it.
fn copy(from: &Path, to: &PathBuf) {
    if from.is_dir() {
        for entry in fs::read_dir(from).expect("a folder").flatten() {
            copy(&entry.path(), &to.join(entry.file_name()));
        }
        return;
    }
    fs::create_dir_all(to.parent().expect("a folder above")).expect("a folder");
    fs::copy(from, to).unwrap_or_else(|e| panic!("{}: {e}", from.display()));
}

/// Puts a text in the one place of another.
fn replace(work: &Work, file: &str, from: &str, to: &str, latin: bool) {
    let text = work.read(file);
    assert_eq!(text.matches(from).count(), 1, "{from:?} must stand once in {file}:\n{text}");
    let text = text.replacen(from, to, 1);
    let byte = |c: char| u8::try_from(u32::from(c)).expect("a character of Latin-1");
    match latin {
        true => work.write(file, text.chars().map(byte).collect::<Vec<u8>>()),
        false => work.write(file, text),
    }
}

/// What the program says of an example, done right or wrong.
fn said(example: &Example, wrong: bool) -> String {
    let work = prepared(example);
    let text = if wrong { &example.wrong } else { &example.right };
    match &example.file {
        None => return work.run(text).seen(),
        Some(file) if wrong && example.gone => work.remove(file),
        Some(file) => replace(&work, file, &example.right, text, wrong && example.latin),
    }
    work.run(example.run.as_deref().unwrap_or("check cases/proef")).seen()
}

/// Holds one code against its example.
fn holds(code: &str) {
    let example = &example(code);
    let mark = format!("[{code}]");
    if let Some(proof) = &example.proof {
        let test = fs::read_to_string(Path::new(TOP).join(proof)).expect("a test");
        assert!(test.contains(&mark), "{proof} proves nothing of {code}");
        return;
    }
    let (right, wrong) = (said(example, false), said(example, true));
    assert!(!right.contains(&mark), "{code}, done right:\n{right}");
    assert!(wrong.contains(&mark), "{code}, done wrong:\n{wrong}");
    with_settings!({snapshot_path => "snapshots/codes", prepend_module_to_snapshot => false, omit_expression => true}, {
        assert_snapshot!(code, wrong);
    });
}

/// One test a code, so that one can be asked for by its name, and each fails by itself.
macro_rules! tests_of {
    ($($code:ident)*) => {
        $(
            #[test]
            fn $code() {
                holds(&stringify!($code).to_uppercase());
            }
        )*

        #[test]
        fn every_code_has_its_test() {
            let tested = [$(stringify!($code).to_uppercase()),*];
            let codes: Vec<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
            assert_eq!(codes, tested, "`codes.rs` names every code, in their order");
        }
    };
}

tests_of! {
    r101 r102 r103 r104 r105 r106 r107 r108 r109 r110 r111 r112 r113 r114 r115 r116
    r117 r118 r120 r121 r122 r123 r124 r125 r126 r127 r128 r129 r130 r131 r132 r137 r138
    r140 r142 r143 r144 r150 r151 r152 r153 r160 r161 r162 r163
    r170 r171 r172 r173 r174 r175 r176 r177 r178 r179
    r201 r202 r203 r204 r205 r206 r207 r208 r209 r210 r211 r212 r213 r214
    r215 r216 r217 r220 r221 r222 r223 r224 r225 r226 r227 r228 r229 r230
    r231 r232 r233 r234 r236 r237 r238 r239 r240 r241 r242 r243 r244 r245 r246 r247 r248
    r249 r250 r251 r252 r253 r254 r255 r257 r258 r260 r261 r262 r263 r264 r265 r266 r267 r268 r269 r270 r271 r272 r273 r274 r275 r276 r277 r278 r279
    r280 r281 r282 r283 r284
    r285 r286 r287 r288 r289
    r290 r291 r292 r293 r294
    r301 r302 r303 r304 r305 r306 r307 r308 r309 r310 r311 r312 r313 r314
    r315 r316 r317 r318 r319 r320 r321 r322 r323 r324 r350 r351 r352 r360
    r362 r363 r364 r365 r366 r367 r368 r369 r370 r371 r372 r373 r374 r375
    r376 r377 r378 r379 r380 r381 r382 r383 r384 r390 r391 r392 r393 r394
    r395 r396 r397 r398
    r401 r402 r403 r404 r405 r406 r407 r408 r410 r409 r415 r416 r417 r418
    r419 r420 r421 r422 r423 r424 r425
    r501 r502 r503
    r601 r602 r603 r604 r605 r606 r610 r611 r612 r613 r614 r616 r617 r607 r608
    r701 r702 r707 r709 r703 r708 r705 r704 r706 r710 r711 r712 r713 r714
    r715 r716 r717 r718 r719 r740 r741 r742 r743 r744 r745 r746 r747 r748 r749 r750 r725 r726 r727 r728
    r729 r730 r731 r732 r733
    r801 r802 r803 r804 r805 r806 r807 r808 r809 r810 r811 r813 r814 r815 r816 r820
    r821 r822 r824 r812 r823
    r901 r902 r903 r904 r905 r906
}
