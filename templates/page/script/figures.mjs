// Numbers beside each other, computed again for the municipalities that are chosen.

import { FEWEST_PEERS, amongOthers, compare, fraction, median, minus, quartile, readFraction, rounded, signed, withUnit } from "./numbers.mjs";
import { textOf } from "./table.mjs";

/** @typedef {import("./numbers.mjs").Fraction} Fraction */
/** @typedef {import("./table.mjs").Row} Row */
/** @typedef {{value: number, median: number, difference: number, outlier: number}} Roles Columns by what they hold. */
/** @typedef {{article: HTMLElement, title: string, rows: Row[], values: Fraction[], roles: Roles, decimals: number, unit: string, low: Fraction, high: Fraction, stale: boolean}} Figure */

/** Reads a figure off the page. @param {HTMLElement} article @param {import("./table.mjs").Listing} listing @returns {Figure} */
export function readFigure(article, listing) {
  const heads = [...(listing.element.tHead?.rows[0].cells ?? [])];
  const column = (/** @type {string} */ role) => heads.findIndex((head) => head.dataset.r === role);
  const roles = { value: column("v"), median: column("m"), difference: column("d"), outlier: column("o") };
  const zero = fraction(0n, 1n);
  const read = (/** @type {string | undefined} */ text) => readFraction(text ?? "") ?? zero;
  return {
    article,
    title: textOf(article.querySelector("h3")),
    rows: listing.rows,
    values: listing.rows.map(({ element }) => read(element.dataset.x ?? textOf(element.cells[roles.value]))),
    roles,
    decimals: Number(article.dataset.decimals),
    unit: article.dataset.unit ?? "",
    low: read(article.dataset.low),
    high: read(article.dataset.high),
    stale: false,
  };
}

/** A place on the axis, in whole units. @param {Figure} figure @param {Fraction} value */
export function place({ low, high }, value) {
  const range = minus(high, low);
  if (range.n === 0n) return 500;
  const from = minus(value, low);
  const share = fraction(from.n * range.d * 1000n, from.d * range.n);
  return Number(rounded(share, 0).replaceAll(".", ""));
}

/** Median and middle half, as places and in words. @param {Figure} figure @param {Fraction[]} values */
export function middle(figure, values) {
  if (values.length <= FEWEST_PEERS) return null;
  const sorted = [...values].sort(compare);
  const at = [quartile(sorted, 1), median((k) => sorted[k], sorted.length), quartile(sorted, 3)];
  const decimals = Math.max(figure.decimals, 1);
  const [first, half, third] = at.map((value) => rounded(value, decimals));
  const { unit } = figure;
  return {
    places: at.map((value) => place(figure, value)),
    text: `Mediaan ${withUnit(half, unit)}. De middelste helft ligt tussen ${first} en ${withUnit(third, unit)}.`,
  };
}

/** Draws the chosen municipalities again, with the one in front apart. @param {Figure} figure @param {(row: number) => boolean} counts @param {number} front */
export function draw(figure, counts, front) {
  const { article, rows, values } = figure;
  const dot = (/** @type {number} */ row) => `M${place(figure, values[row])} ${15 + ((row * 7) % 4) * 12}h0`;
  const chosen = rows.map((_, row) => row).filter(counts);
  const found = middle(figure, chosen.map((row) => values[row]));
  const [first, half, third] = found?.places ?? [0, 0, 0];
  const band = article.querySelector(".band");
  band?.setAttribute("x", String(first));
  band?.setAttribute("width", String(third - first));
  article.querySelector(".midden")?.setAttribute("d", found ? `M${half} 2V64` : "");
  article.querySelector(".punten")?.setAttribute("d", chosen.map(dot).join(""));
  const own = rows.findIndex((row) => row.member === front);
  article.querySelector(".eigen")?.setAttribute("d", own < 0 ? "" : `M${place(figure, values[own])} 33h0`);
  const said = article.querySelector("[data-middle]");
  if (said) said.textContent = found?.text ?? "";
}

/** What the others of a municipality come to, among the chosen ones. @param {Figure} figure @param {(row: number) => boolean} counts @param {number} own the row @returns {ReturnType<typeof amongOthers>[number]} */
export function othersOf({ rows, values }, counts, own) {
  const others = rows.map((_, row) => row).filter((row) => row !== own && counts(row));
  return amongOthers([values[own], ...others.map((row) => values[row])])[0];
}

/** Fills the table again: each chosen municipality, and the one in front, against the other chosen ones. @param {Figure} figure @param {(row: number) => boolean} counts @param {number} front */
export function fill(figure, counts, front) {
  const { rows, values, roles } = figure;
  const decimals = Math.max(figure.decimals, 1);
  const write = (/** @type {number} */ row, /** @type {number} */ column, /** @type {string} */ text) => {
    const cell = rows[row].element.cells[column];
    if (cell && cell.textContent !== text) cell.textContent = text;
  };
  const show = (/** @type {number} */ row, /** @type {ReturnType<typeof othersOf>} */ others) => {
    const outlier = others?.outlier === true ? "ja" : others?.outlier === false ? "nee" : "niet te zeggen";
    write(row, roles.median, others ? rounded(others.median, decimals) : "–");
    write(row, roles.difference, others ? signed(minus(values[row], others.median), decimals) : "–");
    write(row, roles.outlier, others ? outlier : "–");
  };
  const chosen = rows.map((_, row) => row).filter(counts);
  const found = amongOthers(chosen.map((row) => values[row]));
  chosen.forEach((row, at) => show(row, found[at]));
  const own = rows.findIndex((row) => row.member === front);
  if (own >= 0 && !counts(own)) show(own, othersOf(figure, counts, own));
}
