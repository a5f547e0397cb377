// The rules of the numbers that the page's script computes again, by `node --test`. That it comes to
// the same as the program does for all municipalities is tested in page.mjs.

import assert from "node:assert/strict";
import test from "node:test";
import { folded, nothing, readState, writeState } from "../../templates/page/script/address.mjs";
import { evidence, tally, tallyTexts } from "../../templates/page/script/counts.mjs";
import { standing } from "../../templates/page/script/answer.mjs";
import { around, counted } from "../../templates/page/script/front.mjs";
import {
  amongOthers, compare, fraction, median, quartile, readFraction, rounded, share, signed, withUnit,
} from "../../templates/page/script/numbers.mjs";
import { csv, inOrder } from "../../templates/page/script/table.mjs";

const spaced = (text) => text.replaceAll("\u00a0", " ");
const of = (text) => readFraction(text) ?? assert.fail(text);

test("few cases get counts, some a percentage, a hundred or more a decimal, none a dash", () => {
  assert.equal(spaced(share(2, 7)), "2 van 7");
  assert.equal(spaced(share(2, 12)), "17% (2 van 12)");
  assert.equal(spaced(share(114, 342)), "33,3% (114 van 342)");
  assert.equal(share(0, 0), "–");
});

test("the published percentages of the coalition agreements come out", () => {
  for (const [part, all, expected] of [[2, 12, "16,67"], [7, 12, "58,33"], [8, 12, "66,67"], [9, 24, "37,50"], [1, 24, "4,17"]]) {
    assert.equal(rounded(fraction(BigInt(part) * 100n, BigInt(all)), 2), expected);
  }
});

test("halves go away from zero, thousands get a dot, a difference its sign", () => {
  assert.equal(rounded(fraction(5n, 2n), 0), "3");
  assert.equal(rounded(fraction(-5n, 2n), 0), "-3");
  assert.equal(rounded(fraction(1n, 8n), 2), "0,13");
  assert.equal(rounded(of("1234567"), 0), "1.234.567");
  assert.equal(signed(fraction(1n, 1000n), 1), "0,0");
  assert.equal(signed(fraction(-1n, 1000n), 1), "0,0");
  assert.equal(signed(of("−3,25"), 1), "−3,3");
  assert.equal(signed(of("3,25"), 1), "+3,3");
  assert.equal(withUnit("650.000", "euro"), "€\u00a0650.000");
});

test("a number is read as a Dutch reader sees it, or exactly", () => {
  assert.equal(compare(of("7:12"), fraction(7n, 12n)), 0);
  assert.equal(compare(of("1.234,50"), fraction(12345n, 10n)), 0);
  assert.equal(compare(of("−0,5"), fraction(-1n, 2n)), 0);
  for (const text of ["", "–", "vier", "1e9", "=1+1"]) assert.equal(readFraction(text), null, text);
});

test("fractions that are almost the same are told apart", () => {
  assert.ok(compare(fraction(10n ** 18n + 1n, 10n ** 18n), fraction(1n, 1n)) > 0);
  assert.equal(compare(fraction(1n, 3n), fraction(2n, 6n)), 0);
});

test("median and quartiles of type 7, as R and KWARTIEL.INC have them", () => {
  const sorted = [60, 61, 62, 63, 64, 65].map((n) => fraction(BigInt(n), 1n));
  assert.equal(rounded(quartile(sorted, 1), 2), "61,25");
  assert.equal(rounded(median((k) => sorted[k], 6), 2), "62,50");
  assert.equal(rounded(quartile(sorted, 3), 2), "63,75");
});

test("others leave the own one out; under five there is nothing, and equal others tell nothing", () => {
  const values = (...numbers) => numbers.map((n) => fraction(BigInt(n), 1n));
  assert.deepEqual(amongOthers(values(1, 2, 3, 4, 5)), [null, null, null, null, null]);
  const six = amongOthers(values(1, 2, 3, 4, 5, 100));
  assert.equal(rounded(six[5].median, 1), "3,0");
  assert.equal(six[5].outlier, true);
  assert.equal(rounded(six[0].median, 1), "4,0");
  assert.equal(six[0].outlier, false);
  assert.equal(amongOthers(values(7, 7, 7, 7, 7, 9))[5].outlier, null);
});

test("each median and distance is the one that a plain computation gives", () => {
  let seed = 7;
  const next = () => (seed = (seed * 1103515245 + 12345) % 2147483648);
  for (let round = 0; round < 30; round += 1) {
    const values = Array.from({ length: 6 + (round % 9) }, () => fraction(BigInt(next() % 12), BigInt(1 + (next() % 5))));
    const found = amongOthers(values);
    values.forEach((value, own) => {
      const others = values.filter((_, at) => at !== own).sort(compare);
      const middle = median((k) => others[k], others.length);
      const away = (x) => Math.abs(x.near - middle.near);
      const distances = others.map(away).sort((a, b) => a - b);
      const half = Math.floor(distances.length / 2);
      const spread = distances.length % 2 ? distances[half] : (distances[half - 1] + distances[half]) / 2;
      assert.equal(compare(found[own].median, middle), 0);
      const score = (away(value) * 0.6745) / spread;
      if (spread < 1e-12) assert.equal(found[own].outlier, null);
      else if (Math.abs(score - 3.5) > 1e-9) assert.equal(found[own].outlier, score > 3.5);
    });
  }
});

test("what has no level counts beside the levels, never as the lowest", () => {
  const keys = ["a", "e", "f", "x", "", "b"];
  assert.deepEqual(tally("abce", keys, () => true), { levels: [1, 1, 0, 1], total: 6 });
  assert.deepEqual(tally("ae", keys, () => true), { levels: [1, 1], total: 6 });
  assert.deepEqual(tallyTexts(tally("abce", keys, () => true)).map(spaced), ["1 van 3", "1 van 3", "0 van 3", "1 van 3", "3 van 6"]);
  const column = { id: "X", keys, words: [], remarks: [["sterk"], ["smal", "tegenspraak"], [], [], [], ["sterk", "afgeweken"]] };
  assert.equal(evidence(column, () => true, "sterk"), 2);
  assert.equal(evidence(column, (row) => row < 2, "afgeweken"), 0);
  assert.deepEqual(around("abce", "b", [1, 2, 3, 4]), { above: 1, same: 2, below: 7 });
  assert.equal(around("abce", "f", [1, 2, 3, 4]), null);
});

test("bodies are counted by the word that the page has for them", () => {
  const page = (noun, plural) => Object.assign(globalThis, { document: { body: { dataset: { noun, plural } } } });
  page("gemeente", "gemeenten");
  assert.equal(counted(1, 1), "1\u00a0gemeente");
  assert.equal(counted(0, 12), "geen van 12\u00a0gemeenten");
  page("waterschap", "waterschappen");
  assert.equal(counted(2, 7), "2 van 7\u00a0waterschappen");
});

test("higher and lower are beside more than half of the others, as on the page on paper", () => {
  assert.equal(standing({ above: 0, same: 0, below: 0 }), null);
  assert.equal(standing({ above: 0, same: 0, below: 1 }), "Hoger");
  assert.equal(standing({ above: 0, same: 1, below: 1 }), "Gelijk");
  assert.equal(standing({ above: 1, same: 0, below: 1 }), "Gelijk");
  assert.equal(standing({ above: 1, same: 0, below: 2 }), "Hoger");
  assert.equal(standing({ above: 2, same: 0, below: 1 }), "Lager");
});

test("a state comes back from the address as it went in", () => {
  const state = { ...nothing(), search: "'s-Gravenhage & co", front: "<b>", beside: "alle", norm: "IB-3", words: "tekens", framework: "bibob" };
  state.picks.set("provincie", "Voorbeeld-Noord#1");
  state.sorts.push({ table: "onderzoeken", column: 2, down: true });
  assert.deepEqual(readState(writeState(state), ["provincie"]), state);
  assert.deepEqual(readState("#kader-bibob", ["provincie"]), nothing());
  assert.deepEqual(readState("#sorteer=a.b.c&cellen=x", []), nothing());
  assert.equal(writeState(nothing()), "");
  assert.equal(folded(" Súdwest-Fryslân"), "sudwest-fryslan");
});

test("nothing in a CSV file is a formula, and every text stays whole", () => {
  const text = csv([["=1+1", "a;b", 'zeg "ja"', "−3,5", "-3,5", "@x", "twee\nregels"]]);
  assert.equal(text, '\ufeff\'=1+1;"a;b";"zeg ""ja""";−3,5;-3,5;\'@x;"twee\nregels"\n');
});

test("what is unknown comes last, either way", () => {
  const sorted = (down) => [2, null, 3, 1].sort((a, b) => inOrder(a, b, down));
  assert.deepEqual(sorted(false), [1, 2, 3, null]);
  assert.deepEqual(sorted(true), [3, 2, 1, null]);
});
