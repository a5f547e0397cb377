// One municipality brought to the front: tables of its judgements and numbers beside those of others.

import { minus, rounded, signed, whole } from "./numbers.mjs";
import { made, textOf } from "./table.mjs";
import { lettersOf, noun, redraw, tally } from "./counts.mjs";
import { othersOf } from "./figures.mjs";

/** @typedef {import("./counts.mjs").Column} Column */
/** @typedef {import("./counts.mjs").Framework} Framework */

const BAR = "http://www.w3.org/2000/svg";

/** How many others stand above, at and below a level. @param {string} letters of the levels, highest first @param {string} own @param {number[]} levels counts */
export function around(letters, own, levels) {
  const place = letters.indexOf(own);
  if (!own || place < 0) return null;
  const sum = (/** @type {number[]} */ part) => part.reduce((all, one) => all + one, 0);
  return { above: sum(levels.slice(0, place)), same: levels[place], below: sum(levels.slice(place + 1)) };
}

/** @param {string} letters */
function newBar(letters) {
  const bar = document.createElementNS(BAR, "svg");
  bar.setAttribute("class", "bar");
  bar.setAttribute("preserveAspectRatio", "none");
  bar.setAttribute("aria-hidden", "true");
  for (const key of `${letters}z`) {
    const part = document.createElementNS(BAR, "rect");
    part.setAttribute("class", key);
    part.setAttribute("height", "1");
    bar.append(part);
  }
  return bar;
}

/** A cell with a judgement. @param {Column} column @param {number} row */
function judgement(column, row) {
  return made("td", column.words[row], column.keys[row]);
}

/** @param {HTMLTableElement} table @param {string[]} names @param {string} caption */
function heads(table, names, caption) {
  table.append(made("caption", caption));
  const row = table.createTHead().insertRow();
  names.forEach((name, place) => {
    const head = made("th", name, place === 2 ? "staaf" : place > 2 ? "r" : "");
    head.scope = "col";
    row.append(head);
  });
}

/** A line of the table: the own judgement, and where the others stand. @param {HTMLTableSectionElement} body @param {string} letters @param {Node} about @param {Column} column @param {number} own @param {(row: number) => boolean} counts */
function line(body, letters, about, column, own, counts) {
  const row = body.insertRow();
  const head = made("th");
  head.scope = "row";
  head.append(about);
  row.append(head, judgement(column, own));
  const others = tally(letters, column.keys, (r) => r !== own && counts(r));
  const bar = newBar(letters);
  redraw(bar, others);
  const drawn = made("td", "", "staaf");
  drawn.append(bar);
  row.append(drawn);
  const found = around(letters, column.keys[own], others.levels);
  const texts = found ? [found.above, found.same, found.below] : ["–", "–", "–"];
  const without = others.total - others.levels.reduce((all, one) => all + one, 0);
  [...texts, without].forEach((text) => row.append(made("td", String(text), "r")));
}

/** The table of a framework; null where the municipality did not use it. @param {Framework} framework @param {string} title @param {string} name @param {number} front @param {(member: number) => boolean} chosen */
export function frontTable(framework, title, name, front, chosen) {
  const own = framework.members.indexOf(front);
  if (own < 0) return null;
  const counts = (/** @type {number} */ row) => chosen(framework.members[row]);
  const others = framework.members.filter((member) => member !== front && chosen(member)).length;
  const table = made("table", "", "tellen");
  table.dataset.csv = `voorop-${framework.id}`;
  const names = ["Norm", name, "De andere", "Hoger", "Gelijk", "Lager", "Zonder niveau"];
  heads(table, names, `${title}: ${name} naast ${others}\u00a0andere. Hoger, gelijk en lager: hoeveel andere ${noun(2)} dat niveau hebben.`);
  const body = table.createTBody();
  if (framework.verdicts) line(body, framework.levels, made("strong", "Oordeel"), framework.verdicts, own, counts);
  for (const norm of framework.norms) {
    const source = document.getElementById(`norm-${norm.id}`)?.querySelector("h4");
    const link = made("a", source ? textOf(source) : norm.id, "n");
    link.href = `#norm-${norm.id}`;
    line(body, lettersOf(framework, norm), link, norm, own, counts);
  }
  return table;
}

/** The table of the numbers of a municipality, narrow enough for a phone; null where it has none. @param {import("./figures.mjs").Figure[]} figures @param {number} front @param {(member: number) => boolean} beside */
export function frontNumbers(figures, front, beside) {
  const table = made("table", "", "naast");
  table.dataset.csv = "voorop-cijfers";
  table.append(made("caption", "Cijfers naast de mediaan van de andere, als dat er minstens vijf zijn."));
  const top = table.createTHead().insertRow();
  ["Cijfer", "Eigen", "Mediaan", "Verschil"].forEach((text, place) => {
    const head = made("th", text, place > 0 ? "r" : "");
    head.scope = "col";
    top.append(head);
  });
  const body = table.createTBody();
  for (const figure of figures) {
    const own = figure.rows.findIndex((row) => row.member === front);
    if (own < 0) continue;
    const others = othersOf(figure, (row) => beside(figure.rows[row].member), own);
    const decimals = Math.max(figure.decimals, 1);
    const head = made("th", figure.title);
    head.scope = "row";
    const unit = figure.title.endsWith(figure.unit) ? "" : figure.unit;
    const told = [unit, others?.outlier ? "opvallend" : ""].filter(Boolean).join("; ");
    if (told) head.append(" ", made("small", `(${told})`));
    body.insertRow().append(
      head,
      made("td", textOf(figure.rows[own].element.cells[figure.roles.value]), "r"),
      made("td", others ? rounded(others.median, decimals) : "–", "r"),
      made("td", others ? signed(minus(figure.values[own], others.median), decimals) : "–", "r"),
    );
  }
  return body.rows.length ? table : null;
}

/** Whole numbers of bodies in words; a number stays on the line of its noun. @param {number} count @param {number} total */
export function counted(count, total) {
  const number = (/** @type {number} */ n) => whole(BigInt(n));
  const all = `${number(total)}\u00a0${noun(total)}`;
  if (count === total) return all;
  return count === 0 ? `geen van ${all}` : `${number(count)} van ${all}`;
}
