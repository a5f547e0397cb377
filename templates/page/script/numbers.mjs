// Exact numbers, by the same rules as the other documents: fractions of whole numbers, a half goes
// up, counts alone under ten cases, no decimals under a hundred.

/** @typedef {{n: bigint, d: bigint, near: number}} Fraction An exact fraction, and about how much it is. */

/** From this many others on there is a median. */
export const FEWEST_PEERS = 5;

/** @param {bigint} n @param {bigint} d above zero @returns {Fraction} */
export function fraction(n, d) {
  return { n, d, near: Number(n) / Number(d) };
}

/** Reads `7:12`, or a number as a Dutch reader sees it: `1.234,5`, `−3`. @param {string} text @returns {Fraction | null} */
export function readFraction(text) {
  const exact = /^(-?\d+):(\d+)$/.exec(text);
  if (exact) return fraction(BigInt(exact[1]), BigInt(exact[2]));
  const shown = /^([-−+]?)(\d[\d.]*)(?:,(\d+))?$/.exec(text.trim());
  if (!shown) return null;
  const decimals = shown[3] ?? "";
  const whole = BigInt(shown[2].replaceAll(".", "") + decimals);
  const minus = shown[1] === "-" || shown[1] === "−";
  return fraction(minus ? -whole : whole, 10n ** BigInt(decimals.length));
}

/** @param {Fraction} a @param {Fraction} b */
export function compare(a, b) {
  // Far apart, their sizes tell; close together, only the exact fractions do.
  const apart = a.near - b.near;
  if (Math.abs(apart) > 1e-9 * (Math.abs(a.near) + Math.abs(b.near))) return apart;
  const exact = a.n * b.d - b.n * a.d;
  return exact < 0n ? -1 : exact > 0n ? 1 : 0;
}

/** @param {Fraction} a @param {Fraction} b */
export function minus(a, b) {
  return fraction(a.n * b.d - b.n * a.d, a.d * b.d);
}

/** @param {Fraction} a */
export function size(a) {
  return a.n < 0n ? fraction(-a.n, a.d) : a;
}

/** A whole number with dots between thousands. @param {bigint} number */
export function whole(number) {
  return number.toString().replace(/\B(?=(\d{3})+$)/g, ".");
}

/** With so many decimals, a half away from zero. @param {Fraction} value @param {number} decimals */
export function rounded(value, decimals) {
  const scale = 10n ** BigInt(decimals);
  const scaled = size(value);
  const up = (2n * scaled.n * scale + scaled.d) / (2n * scaled.d);
  const sign = value.n < 0n && up > 0n ? "-" : "";
  const rest = (up % scale).toString().padStart(decimals, "0");
  return decimals === 0 ? sign + whole(up) : `${sign}${whole(up / scale)},${rest}`;
}

/** A difference with its sign. @param {Fraction} value @param {number} decimals */
export function signed(value, decimals) {
  const text = rounded(value, decimals).replace("-", "−");
  return value.n > 0n && /[1-9]/.test(text) ? `+${text}` : text;
}

/** Counts on one line, as the page writes them. @param {number} part @param {number} all */
export function outOf(part, all) {
  return `${part}\u00a0van\u00a0${all}`;
}

/** Counts, with a percentage from ten cases on. @param {number} part @param {number} all */
export function share(part, all) {
  if (all === 0) return "–";
  const counts = outOf(part, all);
  if (all < 10) return counts;
  const percent = rounded(fraction(BigInt(part) * 100n, BigInt(all)), all < 100 ? 0 : 1);
  return `${percent}% (${counts})`;
}

/** A number with its unit, on one line. @param {string} number @param {string} unit */
export function withUnit(number, unit) {
  if (unit === "euro" || unit === "€") return `€\u00a0${number}`;
  if (unit === "%") return `${number}%`;
  return unit === "aantal" ? number : `${number}\u00a0${unit}`;
}

/** Half of the sum. @param {Fraction} a @param {Fraction} b */
function between(a, b) {
  return fraction(a.n * b.d + b.n * a.d, 2n * a.d * b.d);
}

/** The median of so many sorted values. @param {(place: number) => Fraction} at @param {number} count */
export function median(at, count) {
  const middle = Math.floor(count / 2);
  return count % 2 === 1 ? at(middle) : between(at(middle - 1), at(middle));
}

/** A quartile of type 7 (Hyndman and Fan). @param {Fraction[]} sorted @param {number} quarter */
export function quartile(sorted, quarter) {
  const steps = (sorted.length - 1) * quarter;
  const low = sorted[Math.floor(steps / 4)];
  const high = sorted[Math.floor(steps / 4) + 1] ?? low;
  const rest = BigInt(steps % 4);
  const more = minus(high, low);
  return fraction(low.n * more.d * 4n + more.n * rest * low.d, low.d * more.d * 4n);
}

/** What the others of each value come to: their median, and whether it lies far from them (Iglewicz and Hoaglin); null where that cannot be told, and for all where there are too few.
 * @param {Fraction[]} values
 * @returns {({median: Fraction, outlier: boolean | null} | null)[]} */
export function amongOthers(values) {
  const count = values.length - 1;
  if (count < FEWEST_PEERS) return values.map(() => null);
  const order = values.map((_, index) => index).sort((a, b) => compare(values[a], values[b]));
  /** @type {Map<string, {place: number[], sorted: Fraction[]}>} */
  const known = new Map();
  /** @type {({median: Fraction, outlier: boolean | null} | null)[]} */
  const out = values.map(() => null);
  order.forEach((own, rank) => {
    const middle = median((k) => values[order[k < rank ? k : k + 1]], count);
    // Few medians occur, so that the distances to each are sorted once.
    const key = `${middle.n}/${middle.d}`;
    let far = known.get(key);
    if (!far) {
      const distances = values.map((value) => size(minus(value, middle)));
      const sorted = distances.map((_, i) => i).sort((a, b) => compare(distances[a], distances[b]));
      /** @type {number[]} */
      const place = [];
      sorted.forEach((index, at) => (place[index] = at));
      far = { place, sorted: sorted.map((index) => distances[index]) };
      known.set(key, far);
    }
    const { place, sorted } = far;
    const spread = median((k) => sorted[k < place[own] ? k : k + 1], count);
    const away = sorted[place[own]];
    const outlier = spread.n === 0n ? null : away.n * 6745n * 10n * spread.d > spread.n * 35n * 10000n * away.d;
    out[own] = { median: middle, outlier };
  });
  return out;
}
