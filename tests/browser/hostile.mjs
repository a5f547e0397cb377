// Compares municipalities whose names, provinces and attributes are attacks, and opens what comes of
// it: nothing of a name may run, also where the page's own policy would not stop it.
//
//   node hostile.mjs PROGRAM CASE

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { browser, open } from "./browser.mjs";

const [program, original] = process.argv.slice(2).map((path) => resolve(path));
const attacks = [
  "</script><script>hacked=1;alert(1)</script>",
  "\"><img src=x onerror=\"hacked=2;alert(2)\">",
  "{{7*7}}${hacked=3}' onfocus='alert(3)' autofocus='",
  "--><svg/onload=alert(4)></style></title><iframe srcdoc='<script>parent.hacked=4</script>'>",
  "javascript:alert(5)",
];

const folder = mkdtempSync(join(tmpdir(), "rekenkamer-"));
attacks.forEach((attack, at) => {
  const own = join(folder, "cases", `g${at}`);
  cpSync(original, own, { recursive: true });
  const path = join(own, "case.yaml");
  const text = readFileSync(path, "utf8")
    .replace(/^  name: .*$/m, () => `  name: ${JSON.stringify(attack)}`)
    .replace(/^  province: .*$/m, () => `  province: ${JSON.stringify(`${at} ${attack}`)}`)
    .replace(/^  attributes:\n/m, () => `  attributes:\n    ${JSON.stringify(attack)}: ${JSON.stringify(attack)}\n`);
  writeFileSync(path, text);
});
const arguments_ = ["compare", "cases", "--format", "html", "--title", attacks[0]];
execFileSync(program, arguments_, { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
const file = join(folder, "output", "vergelijking", "vergelijking.html");

/** What would be there if something of a name had become markup. */
const counted = (page) =>
  page.evaluate(() => ({
    scripts: document.scripts.length,
    others: document.querySelectorAll("img, iframe, object, embed, base, link, svg:not(.bar, .strook)").length,
    handlers: [...document.querySelectorAll("*")].flatMap((e) => e.getAttributeNames()).filter((n) => n.startsWith("on") || n === "autofocus"),
    hacked: globalThis.hacked ?? null,
    addresses: [...document.links].map((a) => a.getAttribute("href")).filter((to) => !to?.startsWith("#")),
  }));
const harmless = { scripts: 1, others: 0, handlers: [], hacked: null, addresses: [] };

for (const bypassCSP of [false, true]) {
  const { page, done } = await open(file, { bypassCSP });
  assert.deepEqual(await counted(page), harmless);
  for (const name of attacks) {
    await page.selectOption("#voor", { label: name });
    assert.ok((await page.textContent("#voorop-kop"))?.startsWith(name));
    await page.fill("#zoek", name.slice(0, 9));
    await page.reload();
    assert.deepEqual(await counted(page), harmless);
    await page.fill("#zoek", "");
  }
  await page.locator(".verdeling a.n").first().click();
  assert.ok((await page.textContent("#la-inhoud"))?.includes(attacks[1]), "names stand there as text");
  await page.keyboard.press("Escape");
  for (const sort of (await page.locator("#audits .sort").all()).slice(0, 4)) await sort.click();
  assert.deepEqual(await counted(page), harmless);
  await done();
}
await browser.close();
rmSync(folder, { recursive: true });
console.log(`PASS nothing of ${attacks.length} hostile names runs`);
