// Opens HTML files at three widths in headless Chromium and lets axe-core look for what keeps
// people from reading them. Fails on any violation, and on any request beyond the file itself.
//
//   node axe.mjs FILE.html …

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const widths = [390, 1024, 1600];
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});

let passed = 0;
let failed = 0;
for (const file of process.argv.slice(2)) {
  const url = pathToFileURL(resolve(file)).href;
  const wrong = [];
  for (const width of widths) {
    // The page's own policy would keep axe out as well.
    const page = await browser.newPage({ viewport: { width, height: 900 }, bypassCSP: true });
    page.on("request", (request) => {
      if (request.url() !== url && !request.url().startsWith("data:")) {
        wrong.push(`asks for ${request.url()}`);
      }
    });
    await page.goto(url);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (overflow > 0) wrong.push(`is ${overflow} pixels wider than a screen of ${width}`);
    await page.evaluate(axe);
    const { violations } = await page.evaluate(
      (values) => globalThis.axe.run(document, { runOnly: { type: "tag", values } }),
      tags,
    );
    for (const { id, help, nodes } of violations) {
      const where = nodes.slice(0, 3).map((node) => node.target.join(" ")).join("; ");
      wrong.push(`${width}: ${id}, ${help}, ${nodes.length} times, such as ${where}`);
    }
    await page.close();
  }
  console.log(`${wrong.length ? "FAIL" : "PASS"} ${file}`);
  wrong.forEach((line) => console.log(`  ${line}`));
  if (wrong.length) failed += 1;
  else passed += 1;
}
await browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed || !passed ? 1 : 0);
