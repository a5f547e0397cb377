// The page at work: what a reader chooses is shown, counted, told, and kept in the address.

import { folded, holdsState, nothing, readState, writeState } from "./address.mjs";
import { all, byId, csv, download, keyOf, linesOf, listings, made, sortRows, textOf } from "./table.mjs";
import { fillNorm, fillRow, readFramework, lettersOf, noun, tally } from "./counts.mjs";
import { draw, fill, readFigure } from "./figures.mjs";
import { counted } from "./front.mjs";
import { answer } from "./answer.mjs";
import { fillDrawer } from "./drawer.mjs";

const tables = listings();
const audits = tables.find((table) => table.name === "onderzoeken");
const names = audits?.rows.map(({ element }) => textOf(element.cells[0])) ?? [];
const search = names.map(folded);
/** The size class of each member; empty where it is unknown. */
const classes = audits?.rows.map(({ element }) => element.dataset.class ?? "") ?? [];
const selects = all("select[data-key]").filter((e) => e instanceof HTMLSelectElement);
const kinds = selects.map((select) => select.dataset.key ?? "");
/** The tables with a judgement in each cell. */
const judged = tables.map((table) => table.element).filter((e) => e.matches(".matrix, #tabel-overzicht"));
const matrices = tables.filter((table) => table.element.classList.contains("matrix"));
const frameworks = matrices.map((matrix) => {
  const section = matrix.element.closest("section");
  return readFramework(matrix, section?.dataset.k ?? "");
});
const figures = all("article.cijfer").flatMap((article) => {
  const own = tables.find((table) => article.contains(table.element));
  return own ? [readFigure(article, own)] : [];
});
/** @type {import("./drawer.mjs").Norm[]} */
const norms = frameworks.flatMap((framework) =>
  framework.norms.map(({ id }, place) => ({ framework, place, article: byId(`norm-${id}`) })),
);
const drawer = /** @type {HTMLDialogElement} */ (byId("la"));
const field = /** @type {HTMLInputElement} */ (byId("zoek"));
const frameworkSelect = /** @type {HTMLSelectElement | null} */ (document.getElementById("kader"));
const frontSelect = /** @type {HTMLSelectElement | null} */ (document.getElementById("voor"));
const besideSelect = /** @type {HTMLSelectElement | null} */ (document.getElementById("naast"));
const narrow = matchMedia("(max-width: 48rem)");

/** From how many municipalities on a printed matrix has signs alone. */
const MANY = 60;

/** Up to how many columns a matrix with words fits on paper: a municipality, its verdict and 14 norms. */
const FITS = 16;

let state = nothing();
/** Which members are chosen. */
let shown = names.map(() => true);
let front = -1;

const chosen = (/** @type {number} */ member) => shown[member];
/** Whether one municipality stands beside its size class, and not beside all. */
const inClass = () => front >= 0 && Boolean(classes[front]) && !state.beside;
/** Whether a member is one of those beside which the one in front stands. @param {number} member */
const beside = (member) => chosen(member) && (!inClass() || classes[member] === classes[front]);
const titleOf = (/** @type {string} */ id) => textOf(byId(`kop-${id}`));

/** The members that fit all choices. */
function choose() {
  const wanted = folded(state.search);
  const columns = selects.map((select) => Number(select.dataset.column));
  const picked = selects.map((select) => select.value);
  shown = names.map((_, member) => {
    const cells = audits?.rows[member].element.cells;
    const fits = picked.every((value, at) => !value || textOf(cells?.[columns[at]]) === value);
    return fits && search[member].includes(wanted);
  });
}

/** Hides the rows of all others; the municipality in front stays, wherever it is. */
function showRows() {
  for (const { rows } of tables) {
    for (const { element, member } of rows) {
      const hide = !chosen(member) && member !== front;
      if (element.hidden !== hide) element.hidden = hide;
      if (element.classList.contains("voor") !== (member === front)) element.classList.toggle("voor", member === front);
    }
  }
}

/** Shows one framework or all. */
function showFrameworks() {
  const only = state.framework;
  for (const element of all("[data-k]")) element.hidden = Boolean(only) && element.dataset.k !== only;
  const overview = tables.find((table) => table.element.id === "tabel-overzicht");
  const heads = [...(overview?.element.tHead?.rows[0].cells ?? [])];
  heads.forEach((head, column) => {
    for (const { element } of head.dataset.k ? (overview?.rows ?? []) : []) {
      const cell = element.cells[column];
      if (cell.hidden !== head.hidden) cell.hidden = head.hidden;
    }
  });
}

/** Counts everything again. */
function count() {
  frameworks.forEach((framework) => {
    const counts = (/** @type {number} */ row) => chosen(framework.members[row]);
    const total = all(".oordelen-per-kader tbody tr").find((row) => row.dataset.k === framework.id);
    if (total && framework.verdicts) fillRow(total, tally(framework.levels, framework.verdicts.keys, counts));
    const spread = all(".verdeling tbody tr", byId(`kader-${framework.id}`));
    for (const norm of framework.norms) {
      const row = spread.find((one) => one.dataset.n === norm.id);
      if (row) fillRow(row, tally(lettersOf(framework, norm), norm.keys, counts));
    }
  });
  for (const { framework, article, place } of norms) {
    fillNorm(article, lettersOf(framework, framework.norms[place]), framework.norms[place], (row) => chosen(framework.members[row]));
  }
  for (const figure of figures) {
    draw(figure, (row) => chosen(figure.rows[row].member), front);
    figure.stale = true;
    refill(figure);
  }
}

/** Fills the table of a figure where a reader can see it. @param {import("./figures.mjs").Figure} figure */
function refill(figure) {
  if (!figure.stale || !figure.article.querySelector("details.tabel")?.hasAttribute("open")) return;
  fill(figure, (row) => chosen(figure.rows[row].member), front);
  figure.stale = false;
}

/** Tells everywhere about how many municipalities something is. */
function scopes() {
  for (const scope of all("[data-scope]")) {
    const table = scope.closest("table.rijen");
    const article = scope.closest(".cijfer");
    const id = scope.closest("[data-k]")?.getAttribute("data-k");
    const rows = tables.find((t) => t.element === table)?.rows ?? figures.find((f) => f.article === article)?.rows;
    const members = rows?.map((row) => row.member) ?? frameworks.find((f) => f.id === id)?.members ?? names.map((_, m) => m);
    const text = counted(members.filter(chosen).length, members.length);
    if (scope.textContent !== text) scope.textContent = text;
  }
}

/** Builds the part about the municipality in front. */
function showFront() {
  const part = byId("voorop");
  part.hidden = front < 0;
  if (front < 0) return;
  const name = names[front];
  const others = names.filter((_, member) => member !== front && beside(member)).length;
  const size = inClass() ? ` van ${classes[front]} inwoners` : "";
  byId("voorop-kop").textContent = `${name} naast ${others}\u00a0andere ${noun(others)}${size}`;
  const heads = [...(audits?.element.tHead?.rows[0].cells ?? [])].map(textOf);
  const cells = [...(audits?.rows[front].element.cells ?? [])].map(textOf);
  const facts = cells.map((text, at) => (at && text !== "–" ? `${heads[at]}: ${text}` : "")).filter(Boolean);
  const inside = byId("voorop-inhoud");
  const own = frameworks.filter((f) => !state.framework || f.id === state.framework);
  inside.replaceChildren(...answer(own, figures, titleOf, { front, name, others }, beside, csvButton), made("p", `${facts.join(". ")}.`, "klein"));
  const back = made("button", "Haal van voren weg");
  back.type = "button";
  back.addEventListener("click", () => bring(-1));
  inside.append(back);
}

/** Puts rows in the order that was asked. */
function order() {
  for (const table of tables) {
    const by = state.sorts.find((sort) => sort.table === table.name) ?? null;
    const heads = [...(table.element.tHead?.rows[0].cells ?? [])];
    const fits = by && heads[by.column] ? by : null;
    const key = `${fits?.column ?? ""}${fits?.down ?? ""}/${front}`;
    if (table.element.dataset.order !== key && (fits || front >= 0 || table.element.dataset.order)) {
      sortRows(table, fits, front);
      table.element.dataset.order = key;
    }
    heads.forEach((head, column) => {
      if (!head.querySelector(".sort")) return;
      const way = fits?.column === column ? (fits.down ? "descending" : "ascending") : "none";
      head.setAttribute("aria-sort", way);
    });
  }
}

/** Words in cells where they fit, unless a reader asks otherwise; the legend stands where there are none. */
function words() {
  for (const element of judged) {
    const wide = element.closest(".breed");
    element.classList.toggle("teken-cel", state.words === "tekens" || (!state.words && dense(element)));
    const fits = Boolean(state.words) || !wide || wide.scrollWidth <= wide.clientWidth;
    if (!fits) element.classList.add("teken-cel");
    const legend = wide?.previousElementSibling;
    if (legend instanceof HTMLElement && legend.classList.contains("legend")) {
      legend.hidden = element.classList.contains("matrix") && !element.classList.contains("teken-cel");
    }
  }
}

/** Whether a table has so many rows that only signs keep it readable. @param {Element} table */
function dense(table) {
  return narrow.matches || table.classList.contains("dicht");
}

/** Shows a state. */
function apply() {
  field.value = state.search;
  selects.forEach((select, at) => {
    select.value = state.picks.get(kinds[at]) ?? "";
    if (select.selectedIndex < 0) select.value = "";
  });
  if (frameworkSelect) {
    frameworkSelect.value = state.framework;
    if (frameworkSelect.selectedIndex < 0) frameworkSelect.value = state.framework = "";
  }
  const cells = /** @type {HTMLSelectElement} */ (byId("cellen"));
  cells.value = state.words;
  front = names.indexOf(state.front);
  if (frontSelect) frontSelect.value = front < 0 ? "" : String(front);
  if (besideSelect) {
    besideSelect.value = state.beside;
    byId("naast-veld").hidden = front < 0 || !classes[front];
  }
  choose();
  showRows();
  showFrameworks();
  count();
  scopes();
  order();
  showFront();
  showDrawer();
  const told = front < 0 ? "" : ` ${names[front]} staat voorop.`;
  byId("voor-stand").textContent = told;
}

/** Opens, fills or closes the drawer. */
function showDrawer() {
  const norm = norms.find(({ framework, place }) => framework.norms[place].id === state.norm);
  if (!norm) {
    if (drawer.open) drawer.close();
    return;
  }
  fillDrawer(drawer, norm, names, front, chosen, csvButton);
  if (!drawer.open) drawer.showModal();
  drawer.scrollTop = 0;
  byId("la-kop").focus();
}

/** Keeps the state in the address. @param {boolean} step whether the browser's back button undoes it */
function keep(step) {
  const address = writeState(state) || location.pathname + location.search;
  if (step) history.pushState(null, "", address);
  else history.replaceState(null, "", address);
}

/** @param {Partial<import("./address.mjs").State>} change @param {boolean} step */
function change(change, step = true) {
  state = { ...state, ...change };
  apply();
  keep(step);
}

/** Brings a municipality to the front. @param {number} member */
function bring(member) {
  change({ front: names[member] ?? "" });
  if (member >= 0) byId("voorop-kop").focus();
  else frontSelect?.focus();
}

/** @param {HTMLTableElement} table */
function csvButton(table) {
  const line = made("p", "", "csv");
  const button = made("button", "Download als CSV");
  button.type = "button";
  const title = (textOf(table.caption).split(/[.:] /)[0] || table.dataset.csv) ?? "";
  button.setAttribute("aria-label", `Download als CSV: ${title}`);
  button.addEventListener("click", () => {
    const figure = figures.find((f) => f.article.contains(table));
    if (figure?.stale) fill(figure, (row) => chosen(figure.rows[row].member), front);
    download(`${table.dataset.csv}.csv`, csv(linesOf(table)));
  });
  line.append(button);
  return line;
}

/** Gives every heading of a table with municipalities a button that sorts. */
function addSorting() {
  for (const table of tables) {
    [...(table.element.tHead?.rows[0].cells ?? [])].forEach((head, column) => {
      const button = made("button", head.children.length ? "" : textOf(head), "sort");
      button.type = "button";
      const link = head.querySelector("a");
      if (link) button.setAttribute("aria-label", `Sorteer op ${textOf(link)}`);
      else head.textContent = "";
      head.append(button);
      button.addEventListener("click", () => {
        const known = state.sorts.find((sort) => sort.table === table.name);
        const again = known?.column === column;
        // A level is sought from the top, a name from the start.
        const first = table.rows.some(({ element }) => keyOf(element.cells[column]));
        const next = { table: table.name, column, down: again ? !known.down : first };
        const done = again && known.down !== first;
        const others = state.sorts.filter((sort) => sort.table !== table.name);
        change({ sorts: done ? others : [...others, next] }, false);
      });
    });
  }
}

function listen() {
  field.addEventListener("input", () => change({ search: field.value }, false));
  selects.forEach((select, at) =>
    select.addEventListener("change", () => {
      const picks = new Map(state.picks);
      if (select.value) picks.set(kinds[at], select.value);
      else picks.delete(kinds[at]);
      change({ picks });
    }),
  );
  frameworkSelect?.addEventListener("change", () => change({ framework: frameworkSelect.value }));
  frontSelect?.addEventListener("change", () => change({ front: frontSelect.value ? names[Number(frontSelect.value)] : "" }));
  besideSelect?.addEventListener("change", () => change({ beside: besideSelect.value }));
  const cells = /** @type {HTMLSelectElement} */ (byId("cellen"));
  cells.addEventListener("change", () => {
    change({ words: cells.value }, false);
    words();
  });
  byId("keuze").addEventListener("submit", (event) => event.preventDefault());
  byId("wis").addEventListener("click", () => {
    change(nothing());
    words();
  });
  byId("deel").addEventListener("click", async () => {
    const told = byId("deel-stand");
    try {
      await navigator.clipboard.writeText(location.href);
      told.textContent = "De link is gekopieerd.";
    } catch {
      told.textContent = location.href;
    }
  });
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    const to = link.getAttribute("href") ?? "";
    if (link.classList.contains("n")) change({ norm: to.replace("#norm-", "") });
    else if (link.classList.contains("naar")) bring(Number(to.replace("#g-", "")));
    else return;
    event.preventDefault();
  });
  drawer.addEventListener("click", (event) => {
    const target = event.target;
    if (!(target instanceof HTMLElement)) return;
    const step = Number(target.dataset.stap);
    const at = norms.findIndex(({ framework, place }) => framework.norms[place].id === state.norm);
    const next = norms[(at + step + norms.length) % norms.length];
    if (step) change({ norm: next.framework.norms[next.place].id }, false);
    else if (target === drawer || "dicht" in target.dataset) drawer.close();
  });
  drawer.addEventListener("close", () => state.norm && change({ norm: "" }, false));
  addEventListener("hashchange", restore);
  addEventListener("popstate", restore);
  addEventListener("resize", words);
  figures.forEach((figure) => figure.article.querySelector("details.tabel")?.addEventListener("toggle", () => refill(figure)));
  addEventListener("beforeprint", () => {
    figures.forEach(refill);
    // On paper words fit, unless there would be too many pages of them.
    const many = shown.filter(Boolean).length > MANY;
    for (const element of judged) {
      const wide = (element.tHead?.rows[0].cells.length ?? 0) > FITS;
      const asked = state.words === "tekens" || (!state.words && many && element.classList.contains("dicht"));
      element.classList.toggle("teken-cel", asked || wide);
    }
  });
  addEventListener("afterprint", words);
}

/** Shows what the address says; a place on the page leaves the choices as they are. */
function restore() {
  if (location.hash && !holdsState(location.hash)) return keep(false);
  state = readState(location.hash, kinds);
  apply();
  words();
}

addSorting();
for (const table of all("main table[data-csv]")) {
  if (table instanceof HTMLTableElement) (table.closest(".breed") ?? table).after(csvButton(table));
}
byId("keuze").hidden = false;
const question = document.getElementById("vraag");
if (question) question.hidden = false;
if (matchMedia("(max-width: 63.99rem)").matches) byId("keuzevak").removeAttribute("open");
listen();
if (holdsState(location.hash)) restore();
else words();
