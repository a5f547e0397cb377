// What the tests in a browser share: a page that is watched, and what axe-core finds in it.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
export const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});

/** Opens a page; what it asks for from outside, what fails in it and what it says in dialogs is wrong. */
export async function open(file, { hash = "", javaScriptEnabled = true, bypassCSP = false, ...options } = {}) {
  const url = pathToFileURL(resolve(file)).href;
  const context = await browser.newContext({
    viewport: { width: 1600, height: 1000 }, javaScriptEnabled, bypassCSP, acceptDownloads: true, ...options,
  });
  const page = await context.newPage();
  const wrong = [];
  page.on("request", (r) => r.url().split("#")[0] === url || r.url().startsWith("blob:") || wrong.push(`asks for ${r.url()}`));
  page.on("pageerror", (error) => wrong.push(`fails: ${error.stack}`));
  page.on("console", (message) => message.type() === "error" && wrong.push(`says: ${message.text()}`));
  page.on("dialog", async (dialog) => {
    wrong.push(`opens a dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  await page.goto(url + hash);
  return { page, wrong, done: async () => (await context.close(), assert.deepEqual(wrong, [])) };
}

/** Fails where axe-core finds what keeps people from the page in this state. */
export async function accessible(page, state) {
  // Parts that the browser has not laid out yet have no place that axe could measure.
  await page.evaluate(() => document.querySelectorAll(".kader, .cijfer, .norm, section").forEach((e) => (e.style.contentVisibility = "visible")));
  // What still moves has no place either, and half of its colour.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map((each) => each.finished)));
  await page.evaluate(axe);
  const { violations } = await page.evaluate(
    (values) => globalThis.axe.run(document, { runOnly: { type: "tag", values } }), tags,
  );
  const told = violations.map(({ id, help, nodes }) =>
    `${id}, ${help}, ${nodes.length} times, such as ${nodes.slice(0, 3).map((n) => `${n.target.join(" ")} ${n.any[0]?.message ?? ""}`).join("; ")}`);
  assert.deepEqual(told, [], state);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(overflow <= 0, `${state}: ${overflow} pixels too wide`);
}
