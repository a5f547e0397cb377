// Shows a document while it is written. Asks for news, waits for the answer, and changes only the
// pages that changed, so that the reader stays where they were.
"use strict";

const at = (id) => document.getElementById(id);
const pause = (time) => new Promise((done) => setTimeout(done, time));
const PLACE = "rekenkamer-place";

let shown = false;
let told = "";

function figure(number) {
  const element = document.createElement("figure");
  element.id = `pagina-${number}`;
  const image = document.createElement("img");
  image.alt = `Pagina ${number}`;
  image.loading = "lazy";
  image.decoding = "sync";
  element.append(image, document.createElement("figcaption"));
  return element;
}

// Gives each page its picture; returns the numbers of those that differ from before.
function lay(pages) {
  const desk = at("pages");
  const changed = [];
  while (desk.children.length > pages.length) desk.lastElementChild.remove();
  pages.forEach((page, index) => {
    const number = index + 1;
    if (index >= desk.children.length) desk.append(figure(number));
    const element = desk.children[index];
    const [image, caption] = element.children;
    const differs = image.dataset.id !== page.id;
    if (differs) {
      image.dataset.id = page.id;
      // With its size known, a picture that is still to come takes its room.
      image.width = Math.round(page.width);
      image.height = Math.round(page.height);
      element.style.maxWidth = `${page.width * 1.5}px`;
      image.src = `/pages/${page.id}.svg`;
    }
    if (differs && shown) changed.push(number);
    caption.textContent = `Pagina ${number} van ${pages.length}`;
  });
  return changed;
}

function mark(changed) {
  for (const element of at("pages").children) delete element.dataset.changed;
  const links = changed.slice(0, 12).map((number) => {
    const element = at(`pagina-${number}`);
    element.dataset.changed = "";
    element.lastElementChild.textContent += " – gewijzigd";
    const link = document.createElement("a");
    link.href = `#pagina-${number}`;
    link.textContent = String(number);
    link.setAttribute("aria-label", `Pagina ${number}`);
    return link;
  });
  const list = at("changed");
  list.hidden = links.length === 0;
  const more = changed.length > links.length ? ` en nog ${changed.length - links.length}` : "";
  list.replaceChildren("Gewijzigd:", ...links, more);
}

function show(state) {
  const title = state.title || "Voorbeeld";
  document.title = state.problems && state.stale ? `Fout – ${title}` : title;
  at("title").textContent = title;
  told = state.status || "Het document wordt gezet…";
  at("status").textContent = told;
  at("pdf").hidden = !state.pdf;
  // A program that was restarted has no pages yet; those of before stay until it has.
  const fresh = state.pages.length > 0;
  const earlier = state.stale && (fresh || shown);
  at("problems").hidden = state.problems === "";
  at("problems-title").textContent = earlier
    ? "Problemen; u ziet de laatste versie die goed was"
    : "Problemen";
  at("problems-text").textContent = state.problems.trimEnd();
  if (fresh) {
    const changed = lay(state.pages);
    if (!state.stale) mark(changed);
  }
  if (fresh && !shown) {
    shown = true;
    const place = Number(sessionStorage.getItem(PLACE));
    if (place > 0 && location.hash === "") scrollTo(0, place);
  }
  room();
}

// The last page can be scrolled clear of the problems.
function room() {
  document.body.style.paddingBottom = `${at("problems").offsetHeight}px`;
}

async function follow() {
  let tag = "";
  for (;;) {
    try {
      const answer = await fetch(`/state?since=${tag}`);
      if (!answer.ok) throw new Error(String(answer.status));
      const state = await answer.json();
      if (state.tag !== tag) show(state);
      else at("status").textContent = told;
      tag = state.tag;
      await pause(50);
    } catch {
      at("status").textContent =
        "Geen verbinding: rekenkamer watch loopt niet meer. Dit is de laatste versie.";
      // After a restart everything is asked for anew.
      tag = "";
      await pause(1000);
    }
  }
}

history.scrollRestoration = "manual";
addEventListener("pagehide", () => sessionStorage.setItem(PLACE, String(scrollY)));
at("problems").addEventListener("toggle", room, true);
follow();
