// Clicks through the page of a comparison in headless Chromium: filters, sorts, brings a municipality
// to the front, opens the drawer, by mouse and by keyboard. In every state axe-core looks at it.
//
//   node page.mjs FILE.html …      pages as `rekenkamer compare` writes them, each with its JSON beside it

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { accessible, browser, open } from "./browser.mjs";

const files = process.argv.slice(2);

const visible = (page) => page.$$eval("#audits tbody:not(.eerder) tr", (rows) => rows.filter((r) => !r.hidden).map((r) => r.cells[0].textContent));
const texts = (page) => page.evaluate(() => [...document.querySelectorAll(".tellen, .niveaus, .bewijs, .cijfer table, [data-middle], [data-scope]")].map((e) => e.textContent.replace(/\s+/g, "")));
const drawings = (page) => page.evaluate(() => [...document.querySelectorAll("svg.bar, svg.strook")].map((e) => e.outerHTML));

/** A file that a click makes. */
async function downloaded(page, click) {
  const [download] = await Promise.all([page.waitForEvent("download"), click()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}

const tests = {
  async "without script it reads, holds every judgement and asks for nothing"(file) {
    const { page, done } = await open(file, { javaScriptEnabled: false });
    assert.equal(await page.isVisible("#keuze"), false);
    assert.ok(await page.isVisible("table.matrix, #tijd"));
    await done();
    for (const width of [390, 1024, 1600]) {
      // axe itself is a script, so the page's own is kept out instead.
      const context = await browser.newContext({ viewport: { width, height: 900 }, bypassCSP: true });
      const bare = await context.newPage();
      const html = (await readFile(file, "utf8")).replace(/<script type="module">[\s\S]*<\/script>/, "");
      await bare.setContent(html);
      await accessible(bare, `without script at ${width}`);
      await context.close();
    }
  },

  async "what the script counts for all municipalities is what stands there"(file) {
    const { page, done } = await open(file);
    await page.evaluate(() => document.querySelectorAll("details").forEach((d) => (d.open = true)));
    const before = [await texts(page), await drawings(page)];
    await page.fill("#zoek", "zzzz");
    assert.notDeepEqual(await texts(page), before[0]);
    await page.fill("#zoek", "");
    assert.deepEqual([await texts(page), await drawings(page)], before);
    await done();
  },

  async "every state is accessible, in light and dark, wide and narrow"(file) {
    for (const colorScheme of ["light", "dark"]) {
      for (const width of [390, 1024, 1600]) {
        const { page, done } = await open(file, { colorScheme, viewport: { width, height: 900 }, bypassCSP: true });
        const name = (await visible(page))[1];
        const at = `${colorScheme} ${width}`;
        if (width === 390) await page.click("#keuzevak > summary");
        await accessible(page, `${at}, as it opens`);
        await page.fill("#zoek", name.slice(0, 2));
        await accessible(page, `${at}, filtered`);
        await page.fill("#zoek", "");
        await page.evaluate(() => document.querySelectorAll("details").forEach((d) => (d.open = true)));
        await page.selectOption("#voor", { label: name });
        if (width === 390) await page.click("#keuzevak > summary");
        await page.locator("th .sort").nth(1).click();
        await accessible(page, `${at}, sorted, one in front`);
        // The answer was made anew; what cannot be compared lies folded in it.
        await page.evaluate(() => document.querySelectorAll("#voorop details").forEach((d) => (d.open = true)));
        await page.locator("#voorop a.n").first().click();
        assert.ok(await page.isVisible("#la"));
        await accessible(page, `${at}, drawer open`);
        await done();
      }
    }
    for (const [name, options] of [["contrast", { contrast: "more" }], ["forced", { forcedColors: "active" }], ["still", { reducedMotion: "reduce" }]]) {
      const { page, done } = await open(file, { ...options, bypassCSP: true });
      await accessible(page, name);
      await done();
    }
  },

  async "the page asks first which one, and answers beside the own size class without a sideways scroll"(file) {
    for (const width of [390, 1600]) {
      const { page, done } = await open(file, { viewport: { width, height: 844 } });
      const name = (await visible(page))[1];
      assert.equal((await page.textContent("#vraag-kop"))?.trim(), "Welke gemeente?");
      assert.ok(await page.evaluate(() => document.querySelector("#voor").getBoundingClientRect().bottom < innerHeight), "it is seen at once");
      await page.selectOption("#voor", { label: name });
      const sizes = await page.$$eval("#audits tbody:not(.eerder) tr", (rows) => rows.map((r) => [r.cells[0].textContent, r.dataset.class]));
      const own = sizes.find(([one]) => one === name)[1];
      const among = sizes.filter(([one, size]) => one !== name && size === own).length;
      const others = async () => Number((await page.textContent("#voorop-kop")).match(/naast (\d+)/)[1]);
      if (await page.isVisible("#naast")) assert.equal(await others(), among);
      // Each norm stands on one side, or is told not to be comparable.
      const listed = await page.$$eval(".antwoord li", (all) => all.length);
      const counted = await page.$$eval(".antwoord h3", (all) => all.map((h) => Number(h.textContent.match(/\((\d+)\)/)[1])));
      assert.equal(counted.reduce((sum, one) => sum + one, 0), listed);
      assert.deepEqual(await page.$$eval(".antwoord h3", (all) => all.map((h) => h.textContent.split(" ")[0])), ["Hoger", "Gelijk", "Lager"]);
      const cut = await page.$$eval("#voorop-inhoud > :not(details)", (all) => all.filter((e) => e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0).map((e) => e.outerHTML.slice(0, 80)));
      assert.deepEqual(cut, []);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
      // Without a size class of its own with others in it, there is nothing to choose.
      if (await page.isVisible("#naast")) {
        await page.selectOption("#naast", "alle");
        assert.ok((await page.evaluate(() => location.hash)).includes("naast=alle"));
      }
      assert.equal(await others(), sizes.length - 1);
      await done();
    }
  },

  async "filters choose the rows, and the counts follow"(file) {
    const { page, done } = await open(file);
    const everyone = await visible(page);
    for (const select of await page.$$("select[data-key]")) {
      const column = Number(await select.getAttribute("data-column"));
      const [, value] = await select.$$eval("option", (options) => options.map((o) => o.textContent));
      await select.selectOption({ label: value });
      const fit = await page.$$eval("#audits tbody:not(.eerder) tr", (rows, [at, wanted]) => rows.filter((r) => r.cells[at].textContent === wanted).map((r) => r.cells[0].textContent), [column, value]);
      assert.deepEqual(await visible(page), fit, value);
      assert.equal(await page.textContent("#stand b"), fit.length === everyone.length ? `${fit.length}\u00a0gemeenten` : `${fit.length} van ${everyone.length}\u00a0gemeenten`);
      for (const table of await page.$$("table.matrix")) {
        const total = await table.evaluate((t) => [...t.tBodies[0].rows].filter((r) => !r.hidden).length);
        assert.ok(total <= fit.length);
      }
      await page.click("#wis");
      assert.deepEqual(await visible(page), everyone);
    }
    const framework = await page.$("#kader");
    if (framework) {
      const id = await framework.$eval("option:nth-child(2)", (option) => option.value);
      await framework.selectOption(id);
      const shown = await page.$$eval("section.kader", (all) => all.filter((s) => !s.hidden).map((s) => s.dataset.k));
      assert.deepEqual(shown, [id]);
      const heads = await page.$$eval("#tabel-overzicht thead th", (all) => all.filter((h) => !h.hidden).length);
      assert.equal(heads, 2);
    }
    await done();
  },

  async "a place in the ranking is over all municipalities, whatever is chosen"(file) {
    const { page, done } = await open(file);
    const ranked = () => page.$$eval("table.plaatsen >> nth=0 >> tbody tr", (rows) => rows.filter((r) => !r.hidden).map((r) => r.textContent.trim()));
    if (await page.locator("table.plaatsen").count()) {
      const everyone = await ranked();
      const name = (await visible(page)).at(-1);
      await page.fill("#zoek", name);
      assert.deepEqual(await ranked(), everyone.filter((row) => row.startsWith(name)));
    }
    await done();
  },

  async "a heading sorts, says so, and gives the first order back"(file) {
    const { page, done } = await open(file);
    const names = () => page.$$eval("#audits tbody:not(.eerder) tr th", (all) => all.map((h) => h.textContent));
    const first = await names();
    const head = page.locator("#audits thead th").first();
    const collator = new Intl.Collator("nl", { numeric: true });
    await head.locator(".sort").focus();
    await page.keyboard.press("Enter");
    assert.equal(await head.getAttribute("aria-sort"), "ascending");
    assert.deepEqual(await names(), [...first].sort(collator.compare));
    await page.keyboard.press("Enter");
    assert.equal(await head.getAttribute("aria-sort"), "descending");
    await page.keyboard.press("Space");
    assert.equal(await head.getAttribute("aria-sort"), "none");
    assert.deepEqual(await names(), first);
    // Of levels the highest come first, and what has none comes last either way.
    const judgement = page.locator("table.matrix thead th").nth(1).locator(".sort");
    if (await judgement.count()) {
      for (const way of ["down", "up"]) {
        await judgement.click();
        const keys = await page.$$eval("table.matrix >> nth=0 >> tbody tr", (rows) => rows.map((r) => r.cells[1].className));
        const levels = keys.filter((k) => k <= "e");
        assert.deepEqual(keys.slice(levels.length).filter((k) => k <= "e"), []);
        assert.deepEqual(levels, [...levels].sort((a, b) => (way === "down" ? 1 : -1) * a.localeCompare(b)));
      }
    }
    await done();
  },

  async "the address gives the same view again, and going back undoes a step"(file) {
    const { page, done } = await open(file);
    const name = (await visible(page))[1];
    await page.fill("#zoek", name.slice(0, 3).toUpperCase());
    await page.selectOption("#voor", { label: name });
    await page.locator("#tabel-overzicht .sort, #audits .sort").nth(1).click();
    const look = async (p) => [await visible(p), await texts(p), await p.textContent("#voorop-kop"), await p.$$eval("[aria-sort]", (all) => all.map((h) => h.getAttribute("aria-sort")))];
    const seen = await look(page);
    const hash = await page.evaluate(() => location.hash);
    assert.ok(hash.includes("voorop="), hash);
    const again = await open(file, { hash });
    assert.deepEqual(await look(again.page), seen);
    await again.done();
    // A place on the page leaves the choices alone.
    await page.click("nav a[href='#verantwoording']");
    await page.waitForFunction((h) => location.hash === h, hash);
    assert.deepEqual(await visible(page), seen[0]);
    await page.locator(".verdeling a.n, .matrix a.n").first().click();
    await page.waitForSelector("#la[open]");
    await page.goBack();
    await page.waitForSelector("#la:not([open])", { state: "attached" });
    assert.equal(await page.textContent("#voorop-kop"), seen[2]);
    await done();
    // What an address asks that is not there changes nothing.
    const odd = await open(file, { hash: "#kader=nergens&voorop=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&norm=X&sorteer=x.99.op&provincie=%22%3E&zoek=" });
    assert.deepEqual(await visible(odd.page), await odd.page.$$eval("#voor option", (all) => all.slice(1).map((o) => o.textContent)));
    await odd.done();
  },

  async "the drawer takes the focus, keeps it, and gives it back; Escape closes it"(file) {
    const { page, done } = await open(file, { viewport: { width: 390, height: 844 } });
    const link = page.locator(".verdeling a.n").first();
    if (!(await link.count())) return done();
    await link.focus();
    await page.keyboard.press("Enter");
    await page.waitForSelector("#la[open]");
    assert.equal(await page.evaluate(() => document.activeElement?.id), "la-kop");
    for (let i = 0; i < 12; i += 1) {
      await page.keyboard.press("Tab");
      // Between the last and the first the browser's own bar takes its turn.
      assert.ok(await page.evaluate(() => document.activeElement === document.body || Boolean(document.activeElement?.closest("#la"))));
    }
    const title = await page.textContent("#la-kop");
    await page.click("[data-stap='1']");
    assert.notEqual(await page.textContent("#la-kop"), title);
    await page.keyboard.press("Escape");
    await page.waitForSelector("#la:not([open])", { state: "attached" });
    assert.equal(await page.evaluate(() => document.activeElement?.className), "n");
    assert.ok(!(await page.evaluate(() => location.hash)).includes("norm="));
    await done();
  },

  async "Tab goes through the whole page without a trap, and the focus is seen"(file) {
    const { page, done } = await open(file, { viewport: { width: 1024, height: 900 } });
    const stops = await page.evaluate(() => [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")].filter((e) => e.checkVisibility()).length);
    let met = 0;
    for (; met < Math.min(stops + 5, 400); met += 1) {
      await page.keyboard.press("Tab");
      const { outside, outline, name } = await page.evaluate(() => {
        const e = document.activeElement;
        return { outside: e === document.body, outline: e ? getComputedStyle(e).outlineStyle : "", name: e?.outerHTML.slice(0, 80) };
      });
      if (outside) break;
      assert.notEqual(outline, "none", name);
    }
    assert.ok(met >= Math.min(stops, 400) - 2, `${met} of ${stops}`);
    await done();
  },

  async "a table downloads as what it shows"(file) {
    const { page, done } = await open(file);
    const name = (await visible(page))[0];
    await page.fill("#zoek", name);
    const audits = page.locator("#onderzoeken .csv button");
    const got = await downloaded(page, () => audits.click());
    assert.equal(got.name, "onderzoeken.csv");
    assert.ok(got.text.startsWith("\ufeffGemeente;Provincie;Inwoners;"), got.text);
    const rows = got.text.trim().split("\n").slice(1);
    assert.equal(rows.length, (await visible(page)).length + (await page.$$eval(".eerder tr", (all) => all.length)));
    assert.ok(rows[0].startsWith(name), rows[0]);
    const place = await page.$$eval(".kader table[data-csv]", (all) => all.findIndex((t) => t.classList.contains("matrix")));
    const matrix = page.locator(".kader .csv button").nth(place);
    if (await matrix.count()) {
      const judged = await downloaded(page, () => matrix.click());
      const shown = await page.$$eval("table.matrix >> nth=0 >> tbody tr", (all) => all.filter((r) => !r.hidden).map((r) => [...r.cells].map((c) => c.textContent.trim()).join(";")));
      assert.deepEqual(judged.text.trim().split("\n").slice(1), shown);
    }
    await done();
  },

  async "it holds what the JSON beside it holds"(file) {
    const beside = file.replace(/html$/, "json");
    if (!existsSync(beside)) return;
    const comparison = JSON.parse(await readFile(beside, "utf8"));
    const { page, done } = await open(file);
    const levels = { voldoet: "a", grotendeels: "b", deels: "c", niet: "e", nageleefd: "a", "niet-nageleefd": "e" };
    for (const framework of comparison.frameworks) {
      const found = await page.$$eval(`#kader-${framework.framework} table.matrix tbody tr`, (rows) => rows.map((r) => [...r.cells].map((c) => c.className)));
      framework.entries.forEach((entry, at) => {
        const expected = entry.score.judgements.map((j, n) => (entry.comparable[n] ? levels[j.outcome] : "x"));
        found[at].slice(2).forEach((key, n) => expected[n] ? assert.equal(key, expected[n]) : assert.ok(key > "e" && key < "x"));
      });
    }
    await done();
  },

  async "the first filter holds before anything else runs"(file) {
    const { page, done } = await open(file);
    const took = await page.evaluate(async () => {
      const field = document.querySelector("#zoek");
      const shown = () => document.querySelectorAll("tbody tr:not([hidden])").length;
      const before = shown();
      const start = performance.now();
      field.value = "zzzz";
      field.dispatchEvent(new Event("input"));
      const script = performance.now() - start;
      document.body.getBoundingClientRect();
      const layout = performance.now() - start;
      return { script, layout, before, after: shown() };
    });
    console.log(`  the first filter took ${took.script.toFixed(0)} ms, with layout ${took.layout.toFixed(0)} ms`);
    assert.ok(took.after < took.before, `${took.before} rows, then ${took.after}`);
    await done();
  },

  async "print shows no controls and cuts nothing off"(file) {
    const { page, done } = await open(file);
    await page.emulateMedia({ media: "print" });
    for (const control of ["#keuze", "nav", ".csv", ".sort:empty"]) {
      if (await page.locator(control).count()) assert.ok(!(await page.locator(control).first().isVisible()), control);
    }
    // The text of a heading stands on its button, and is no control on paper.
    assert.ok(await page.locator("#audits thead th").first().locator("text=Gemeente").isVisible());
    const cut = await page.$$eval(".breed", (all) => all.filter((e) => e.scrollHeight > e.clientHeight + 1 && e.clientHeight > 0).length);
    assert.equal(cut, 0, "nothing scrolls on paper");
    await done();
  },
};

let failed = 0;
for (const file of files) {
  console.log(file);
  for (const [name, test] of Object.entries(tests)) {
    try {
      await test(file);
      console.log(`  PASS ${name}`);
    } catch (error) {
      failed += 1;
      console.log(`  FAIL ${name}\n    ${String(error.stack ?? error).split("\n").slice(0, 40).join("\n    ")}`);
    }
  }
}
await browser.close();
console.log(failed ? `${failed} failed` : "all passed");
process.exit(failed || !files.length ? 1 : 0);
