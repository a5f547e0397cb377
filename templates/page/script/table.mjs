// Tables as they stand on the page: reading, sorting, and what a spreadsheet gets.

import { readFraction } from "./numbers.mjs";

/** @typedef {{element: HTMLTableRowElement, member: number, place: number}} Row */
/** @typedef {{name: string, element: HTMLTableElement, body: HTMLTableSectionElement, rows: Row[]}} Listing */

const MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split(" ");

/** The text of an element on one line. @param {Node | null | undefined} node */
export function textOf(node) {
  return (node?.textContent ?? "").replace(/\s+/g, " ").trim();
}

/** A new element with a text. @template {keyof HTMLElementTagNameMap} K @param {K} name @param {string} text @param {string} kind @returns {HTMLElementTagNameMap[K]} */
export function made(name, text = "", kind = "") {
  const out = document.createElement(name);
  if (text) out.textContent = text;
  if (kind) out.className = kind;
  return out;
}

/** The element with an id, which the page always has. @param {string} id @returns {HTMLElement} */
export function byId(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`#${id}`);
  return found;
}

/** All elements that fit, as an array. @param {string} selector @param {ParentNode} within @returns {HTMLElement[]} */
export function all(selector, within = document) {
  return [...within.querySelectorAll(selector)].filter((e) => e instanceof HTMLElement);
}

/** The tables with a row for each municipality. @returns {Listing[]} */
export function listings() {
  return [...document.querySelectorAll("table.rijen")].flatMap((element) => {
    if (!(element instanceof HTMLTableElement)) return [];
    const body = element.tBodies[0];
    // A row only names its municipality where its place does not.
    const rows = [...body.rows].map((row, place) => ({
      element: row,
      member: Number(row.dataset.m ?? place),
      place,
    }));
    return [{ name: element.dataset.csv ?? "", element, body, rows }];
  });
}

/** The letter of the judgement in a cell; empty where there is none. @param {Element | undefined} cell */
export function keyOf(cell) {
  return cell && /^[a-lxy]$/.test(cell.className) ? cell.className : "";
}

/** By what a cell is sorted: a level, a number, a date or a text; null goes last either way. @param {Element | undefined} cell @returns {number | string | null} */
export function sortKey(cell) {
  const key = keyOf(cell);
  if (key) return key <= "e" ? "edcba".indexOf(key) : null;
  const text = textOf(cell);
  if (text === "" || text === "–") return null;
  const date = /^(?:(\d{1,2}) )?([a-z]+) (\d{4})\b/.exec(text);
  const month = date ? MONTHS.indexOf(date[2]) : -1;
  if (date && month >= 0) return Number(date[3]) * 10000 + month * 100 + Number(date[1] ?? 0);
  const number = /^[-−+]?\d[\d.]*(?:,\d+)?/.exec(text);
  return (number && readFraction(number[0])?.near) ?? text;
}

/** @param {number | string | null} a @param {number | string | null} b @param {boolean} down */
export function inOrder(a, b, down) {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  const both = typeof a === "number" && typeof b === "number";
  const way = both ? a - b : String(a).localeCompare(String(b), "nl", { numeric: true });
  return down ? -way : way;
}

/** Puts rows in order; the one in front stays first. @param {Listing} listing @param {{column: number, down: boolean} | null} by @param {number} front */
export function sortRows(listing, by, front) {
  const keyed = listing.rows.map((row) => ({
    row,
    key: by ? sortKey(row.element.cells[by.column]) : row.place,
  }));
  keyed.sort((a, b) => {
    if (a.row.member === front || b.row.member === front) return a.row.member === front ? -1 : 1;
    return inOrder(a.key, b.key, by?.down ?? false) || a.row.place - b.row.place;
  });
  listing.body.append(...keyed.map(({ row }) => row.element));
}

/** A text that no spreadsheet runs as a formula (OWASP, CSV injection). @param {string} text */
export function harmless(text) {
  const number = readFraction(text.replace(/%$/, "")) !== null;
  return /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(text) && !number ? `'${text}` : text;
}

/** Lines of values as CSV, as a Dutch Excel opens it in columns. @param {string[][]} lines */
export function csv(lines) {
  const quoted = (/** @type {string} */ text) =>
    /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const all = lines.map((line) => line.map((text) => quoted(harmless(text))).join(";"));
  // With a byte order mark, so that Excel reads it as UTF-8.
  return `\ufeff${all.join("\n")}\n`;
}

/** What a table shows, line by line; bars are left out, because numbers stand beside them. @param {HTMLTableElement} table */
export function linesOf(table) {
  const seen = [...table.rows].filter((row) => !row.hidden);
  const cells = (/** @type {HTMLTableRowElement} */ row) =>
    [...row.cells].filter((cell) => !cell.hidden && !cell.classList.contains("staaf"));
  return seen.map((row) => cells(row).map(textOf));
}

/** Gives a file to the reader, made here. @param {string} name @param {string} text */
export function download(name, text) {
  const link = made("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
