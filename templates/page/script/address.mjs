// What a reader chose, in the address behind the #, so that a view can be sent to somebody. It goes
// to no server.

/** @typedef {{table: string, column: number, down: boolean}} Sorting */
/** @typedef {{search: string, picks: Map<string, string>, framework: string, front: string, beside: string, norm: string, words: string, sorts: Sorting[]}} State */

/** @returns {State} */
export function nothing() {
  return { search: "", picks: new Map(), framework: "", front: "", beside: "", norm: "", words: "", sorts: [] };
}

/** Whether an address holds a state, and not just a place on the page. @param {string} hash */
export function holdsState(hash) {
  return hash.includes("=");
}

/** @param {string} hash @param {string[]} keys the names of picks @returns {State} */
export function readState(hash, keys) {
  const state = nothing();
  if (!holdsState(hash)) return state;
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  const text = (/** @type {string} */ key) => (given.get(key) ?? "").slice(0, 200);
  state.search = text("zoek");
  state.framework = text("kader");
  state.front = text("voorop");
  state.beside = given.get("naast") === "alle" ? "alle" : "";
  state.norm = text("norm");
  state.words = ["woorden", "tekens"].find((known) => known === given.get("cellen")) ?? "";
  keys.forEach((key) => given.has(key) && state.picks.set(key, text(key)));
  for (const one of given.getAll("sorteer")) {
    const [, table, column, way] = /^([\w-]+)\.(\d{1,3})\.(op|af)$/.exec(one) ?? [];
    if (table) state.sorts.push({ table, column: Number(column), down: way === "af" });
  }
  return state;
}

/** @param {State} state @returns {string} empty where nothing was chosen */
export function writeState(state) {
  const out = new URLSearchParams();
  const add = (/** @type {string} */ key, /** @type {string} */ value) => value && out.append(key, value);
  add("zoek", state.search);
  state.picks.forEach((value, key) => add(key, value));
  add("kader", state.framework);
  add("voorop", state.front);
  add("naast", state.beside);
  add("norm", state.norm);
  add("cellen", state.words);
  state.sorts.forEach((s) => add("sorteer", `${s.table}.${s.column}.${s.down ? "af" : "op"}`));
  const text = out.toString();
  return text ? `#${text}` : "";
}

/** A name as it is searched: small letters without accents. @param {string} text */
export function folded(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
}
