// The first answer: where one municipality scores higher, equal and lower than most others.

import { FEWEST_PEERS } from "./numbers.mjs";
import { made, textOf } from "./table.mjs";
import { lettersOf, noun, tally } from "./counts.mjs";
import { around, frontNumbers, frontTable } from "./front.mjs";

/** @typedef {import("./counts.mjs").Framework} Framework */
/** @typedef {{above: number, same: number, below: number}} Around How many others have a higher, the same and a lower level. */
/** @typedef {{id: string, name: string, key: string, words: string, others: Around | null}} Norm */

const SIDES = /** @type {const} */ (["Hoger", "Gelijk", "Lager"]);

/** On which side of most others a level is: higher or lower than more than half of them; null where no other has a level. @param {Around} others @returns {typeof SIDES[number] | null} */
export function standing({ above, same, below }) {
  const all = above + same + below;
  if (all === 0) return null;
  if (2 * below > all) return "Hoger";
  return 2 * above > all ? "Lager" : "Gelijk";
}

/** The norms of a framework for one municipality. @param {Framework} framework @param {number} front @param {(member: number) => boolean} beside @returns {Norm[]} */
function normsOf(framework, front, beside) {
  const own = framework.members.indexOf(front);
  if (own < 0) return [];
  return framework.norms.map((norm) => {
    const letters = lettersOf(framework, norm);
    const { levels } = tally(letters, norm.keys, (row) => row !== own && beside(framework.members[row]));
    const heading = document.getElementById(`norm-${norm.id}`)?.querySelector("h4");
    const name = heading ? textOf(heading) : norm.id;
    return { id: norm.id, name, key: norm.keys[own], words: norm.words[own], others: around(letters, norm.keys[own], levels) };
  });
}

/** A norm in the answer: its name, the own judgement, and where the others stand. @param {Norm} norm */
function item({ id, name, key, words, others }) {
  const line = made("li");
  const link = made("a", name, "n");
  link.href = `#norm-${id}`;
  line.append(link, " ", made("span", words, `merk ${key}`));
  if (others) line.append(" ", made("small", `${others.above} hoger, ${others.same} gelijk, ${others.below} lager`));
  return line;
}

/** The norms by side, each side with how many there are, and those that cannot be compared. @param {Framework[]} frameworks @param {number} front @param {(member: number) => boolean} beside @returns {HTMLElement[]} */
function sides(frameworks, front, beside) {
  const norms = frameworks.flatMap((framework) => normsOf(framework, front, beside));
  const sideOf = (/** @type {Norm} */ { others }) => (others ? standing(others) : null);
  const out = made("div", "", "antwoord");
  for (const side of SIDES) {
    const own = norms.filter((norm) => sideOf(norm) === side);
    const part = made("div");
    const list = made("ul");
    list.append(...own.map(item));
    part.append(made("h3", `${side} (${own.length})`), own.length ? list : made("p", "Geen norm.", "klein"));
    out.append(part);
  }
  const without = norms.filter((norm) => sideOf(norm) === null).map(({ id }) => id);
  const told = without.length ? `Niet te vergelijken, omdat een niveau ontbreekt: ${without.join(", ")}.` : "";
  return [out, ...(told ? [made("p", told, "klein")] : [])];
}

/** The whole answer for one municipality. @param {Framework[]} frameworks @param {import("./figures.mjs").Figure[]} figures @param {(id: string) => string} titleOf @param {{front: number, name: string, others: number}} own @param {(member: number) => boolean} beside @param {(table: HTMLTableElement) => HTMLElement} button makes one that downloads a table @returns {HTMLElement[]} */
export function answer(frameworks, figures, titleOf, { front, name, others }, beside, button) {
  const few = others < FEWEST_PEERS ? " Dat zijn er minder dan vijf: lees de aantallen als een eerste indruk." : "";
  const how = `Hoger: meer dan de helft van de andere ${noun(2)} met een niveau staat lager. Lager: meer dan de helft staat hoger. Achter elk niveau staat hoeveel andere hoger, gelijk en lager staan.`;
  const out = [made("p", `${how}${few}`, "klein"), ...sides(frameworks, front, beside)];
  const numbers = frontNumbers(figures, front, beside);
  if (numbers) out.push(numbers, button(numbers));
  const more = made("details", "", "meer");
  more.append(made("summary", "Norm voor norm naast de andere, in een tabel"));
  for (const framework of frameworks) {
    const table = frontTable(framework, titleOf(framework.id), name, front, beside);
    if (!table) continue;
    const wide = made("div", "", "breed");
    wide.tabIndex = 0;
    wide.setAttribute("role", "region");
    wide.setAttribute("aria-label", textOf(table.caption));
    wide.append(table);
    more.append(wide, button(table));
  }
  return [...out, more];
}
