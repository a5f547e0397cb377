// The drawer with one norm: what it asks, what levels mean, how municipalities came out. The browser
// keeps the keyboard in it, closes it on Escape, and gives the focus back.

import { made, textOf } from "./table.mjs";
import { fillNorm, lettersOf, noun } from "./counts.mjs";

/** @typedef {import("./counts.mjs").Framework} Framework */
/** @typedef {{framework: Framework, article: HTMLElement, place: number}} Norm */

const KEYS = "abcdefghijx";

/** From this many names on a list opens only when asked. */
const LONG = 30;

/** The municipalities with each judgement, by name. @param {import("./counts.mjs").Column} column @param {number[]} members @param {string[]} names @param {(row: number) => boolean} counts */
function byLevel(column, members, names, counts) {
  const list = made("dl", "", "per-niveau");
  for (const key of KEYS) {
    const rows = column.keys.map((_, row) => row).filter((row) => column.keys[row] === key && counts(row));
    if (!rows.length) continue;
    const word = column.words[rows[0]];
    const who = made("dd");
    const shown = rows.map((row) => names[members[row]]).join(", ");
    if (rows.length < LONG) who.textContent = shown;
    else {
      const more = made("details");
      more.append(made("summary", `Toon de ${rows.length}\u00a0namen`), shown);
      who.append(more);
    }
    list.append(made("dt", `${word} (${rows.length})`), who);
  }
  return list;
}

/** Fills the drawer with a norm. @param {HTMLElement} drawer @param {Norm} norm @param {string[]} names @param {number} front @param {(member: number) => boolean} chosen @param {(table: HTMLTableElement) => HTMLElement} button makes one that downloads a table */
export function fillDrawer(drawer, { framework, article, place }, names, front, chosen, button) {
  const copy = article.cloneNode(true);
  if (!(copy instanceof HTMLElement)) return;
  // What is shown twice keeps its names only once.
  [copy, ...copy.querySelectorAll("[id]")].forEach((element) => element.removeAttribute("id"));
  copy.removeAttribute("aria-labelledby");
  const title = copy.querySelector("h4");
  const column = framework.norms[place];
  const counts = (/** @type {number} */ row) => chosen(framework.members[row]);
  fillNorm(copy, lettersOf(framework, column), column, counts);
  // A copied button does nothing.
  const table = copy.querySelector("table");
  if (table) copy.querySelector(".csv")?.replaceWith(button(table));
  const heading = drawer.querySelector("h2");
  if (heading) heading.textContent = textOf(title);
  title?.remove();
  const own = framework.members.indexOf(front);
  if (own >= 0) {
    const line = made("p");
    line.append(made("strong", `${names[front]}: `), [column.words[own], ...column.remarks[own]].join(", "));
    copy.prepend(line);
  }
  copy.append(made("h3", `Welke ${noun(2)}`), byLevel(column, framework.members, names, counts));
  drawer.querySelector("#la-inhoud")?.replaceChildren(copy);
}
