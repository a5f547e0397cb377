// Counting levels again for the municipalities that are chosen.

import { outOf, share } from "./numbers.mjs";
import { all, keyOf, textOf } from "./table.mjs";

/** @typedef {{id: string, duty: boolean, keys: string[], words: string[], remarks: string[][]}} Column The judgements on one norm, or the verdicts, in the order of the rows: their letters, their signs and words, and what is said of them. */
/** @typedef {{id: string, levels: string, members: number[], verdicts: Column | null, norms: Column[]}} Framework `levels`: the letters of the levels, highest first; `verdicts`: null where the framework gives none. */
/** @typedef {{levels: number[], total: number}} Tally */

/** The judgement in a cell without what is said of it. @param {HTMLTableCellElement} cell */
function wordsOf(cell) {
  return textOf(cell.querySelector("b") ?? cell);
}

/** Reads the judgements of a framework off its matrix. @param {import("./table.mjs").Listing} matrix @param {string} id @returns {Framework} */
export function readFramework(matrix, id) {
  const heads = [...(matrix.element.tHead?.rows[0].cells ?? [])];
  const column = (/** @type {number} */ place) => ({
    id: heads[place].dataset.n ?? "",
    duty: heads[place].dataset.duty !== undefined,
    keys: matrix.rows.map((row) => keyOf(row.element.cells[place])),
    words: matrix.rows.map((row) => wordsOf(row.element.cells[place])),
    remarks: matrix.rows.map((row) => all("i", row.element.cells[place]).map(textOf)),
  });
  const first = heads.findIndex((head) => head.dataset.n);
  return {
    id,
    levels: matrix.element.dataset.levels ?? "",
    members: matrix.rows.map((row) => row.member),
    verdicts: first === 2 ? column(1) : null,
    norms: heads.map((_, place) => place).slice(first).map(column),
  };
}

/** The word for so many compared bodies; the page says what they are. @param {number} count */
export function noun(count) {
  const { noun, plural } = document.body.dataset;
  return (count === 1 ? noun : plural) ?? "";
}

/** The letters of the levels of a column, highest first; a legal duty is complied with or not. @param {Framework} framework @param {Column} column */
export function lettersOf(framework, column) {
  return column.duty ? "ae" : framework.levels;
}

/** What a cell has whose municipality did not choose the norm: it counts nowhere. */
const NOT_CHOSEN = "y";

/** How many of the rows that count have each level, highest first. @param {string} levels their letters @param {string[]} keys @param {(row: number) => boolean} counts @returns {Tally} */
export function tally(levels, keys, counts) {
  const out = { levels: [...levels].map(() => 0), total: 0 };
  keys.forEach((key, row) => {
    if (!counts(row) || key === NOT_CHOSEN) return;
    out.total += 1;
    const place = levels.indexOf(key);
    if (key && place >= 0) out.levels[place] += 1;
  });
  return out;
}

/** The same in words: one text for each level, and how many have none. @param {Tally} tally */
export function tallyTexts({ levels, total }) {
  const judged = levels.reduce((sum, one) => sum + one, 0);
  return [...levels.map((one) => share(one, judged)), outOf(total - judged, total)];
}

/** How often each word of the evidence occurs. @param {Column} column @param {(row: number) => boolean} counts @param {string} word */
export function evidence(column, counts, word) {
  return column.remarks.filter((said, row) => counts(row) && said.includes(word)).length;
}

/** Draws a bar again: its parts are counts, so that nothing is rounded. @param {Element | null} bar @param {Tally} tally */
export function redraw(bar, { levels, total }) {
  const judged = levels.reduce((sum, one) => sum + one, 0);
  bar?.setAttribute("viewBox", `0 0 ${total || 1} 1`);
  let from = 0;
  [...(bar?.children ?? [])].forEach((part, place) => {
    const count = levels[place] ?? total - judged;
    part.setAttribute("x", String(from));
    part.setAttribute("width", String(count));
    from += count;
  });
}

/** Fills the cells with numbers of a row. @param {Element} row @param {Tally} tally */
export function fillRow(row, tally) {
  const texts = tallyTexts(tally);
  all("td.r", row).forEach((cell, place) => (cell.textContent = texts[place]));
  redraw(row.querySelector("svg.bar"), tally);
}

/** Fills what an article on a norm says of municipalities. @param {Element} article @param {string} levels @param {Column} column @param {(row: number) => boolean} counts */
export function fillNorm(article, levels, column, counts) {
  const found = tally(levels, column.keys, counts);
  const texts = tallyTexts(found);
  all("td.r", article).forEach((cell, place) => (cell.textContent = texts[place]));
  redraw(article.querySelector("svg.bar"), found);
  for (const part of all(".bewijs span", article)) {
    const number = part.querySelector("b");
    const word = textOf(part.firstChild);
    if (number) number.textContent = String(evidence(column, counts, word));
  }
}
