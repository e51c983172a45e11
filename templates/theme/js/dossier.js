// The theme's own JavaScript: colours, menus, contents, code and tables, keys; search, lists and cards have their own
// files. Every page reads fully without it. These are classic scripts, since browsers load no modules from file://.

(() => {
"use strict";

// Where the site lies, seen from this very file: it holds at any depth and under any address.
const base = new URL("../", document.currentScript.src);
const root = document.documentElement;
const fromFile = location.protocol === "file:"; // where nothing can be fetched

// Narrower than this, stylesheet and script put the contents above the text instead of beside it.
const wide = matchMedia("(min-width: 68.75rem)");

setUpScheme(document.querySelector("button.scheme"));
setUpMenus();
setUpContents(document.querySelector(".contents"));
for (const table of document.querySelectorAll(".text table")) letScroll(table);
for (const block of document.querySelectorAll(".text pre")) setUpCode(block);
on(document, "keydown", turnPage);

// What the other scripts share, and which of them this page needs: search when somebody goes to its box.
globalThis.dossier = { base, fromFile, on, element, fold, pathOf, addressOf };
setUpSearch(document.querySelector(".search"));
if (document.querySelector(".dossier-index, .dossier-mentions")) load("lists");
if (!fromFile) load("cards");

function setUpSearch(box) {
  if (!box) return;
  const input = box.querySelector("input");
  const start = () => load("search");
  box.hidden = false;
  on(document, "keydown", (event) => {
    if (!wantsSearch(event)) return;
    event.preventDefault();
    // The header comes to where the reader is, so the page need not scroll to it.
    input.focus({ preventScroll: true });
    input.select();
  });
  if (document.querySelector(".dossier-search")) start();
  else box.addEventListener("focusin", start, { once: true });
}

function wantsSearch({ key, ctrlKey, metaKey, altKey, shiftKey, target }) {
  if (altKey) return false;
  if (key.toLowerCase() === "k") return (ctrlKey || metaKey) && !shiftKey;
  return key === "/" && !ctrlKey && !metaKey && !target.closest?.("input, textarea, select, [contenteditable]");
}

function load(name) {
  document.head.append(element("script", { src: new URL(`js/${name}.js`, base) }));
}

// -- what the scripts share

function on(target, type, react) {
  target.addEventListener(type, react);
}

function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const name in attributes) made.setAttribute(name, attributes[name]);
  made.append(...children);
  return made;
}

// What two spellings may differ in and still be the same: case, diacritics, apostrophes, hyphens, letters that are typed
// for one another.
function fold(text) {
  const alike = { ı: "i", ł: "l", ø: "o", đ: "d", ß: "ss", æ: "ae", ى: "ي", ی: "ي", ک: "ك", ة: "ه" };
  const lower = text.toLowerCase();
  if (/^[a-z0-9 ]*$/.test(lower)) return lower.trim();
  return lower
    .normalize("NFD")
    .replace(/[\p{Mn}\p{Cf}ـ'’‘ʼʹ′`´ʻʿʾ]/gu, "")
    .replace(/[ıłøđßæىیکة]/g, (letter) => alike[letter])
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, " ")
    .trim();
}

// The page an address leads to, as `actors/guan-youfei` or `dates/2016/08`; null outside the site.
function pathOf(address) {
  const { host, pathname } = new URL(address, location);
  if (host !== base.host || !pathname.startsWith(base.pathname)) return null;
  return pathname.slice(base.pathname.length).replace(/(^|\/)index\.html$|\.html$|\/$/, "");
}

// The address of a page; the path of a folder's index ends in a slash.
function addressOf(path) {
  const folder = root.hasAttribute("data-directories") && path.replace(/\/?$/, fromFile ? "/index.html" : "/");
  return new URL(folder || path.replace(/\/$/, "/index") + ".html", base).href;
}

// -- colours

function setUpScheme(button) {
  if (!button) return;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.scheme ? root.dataset.scheme === "dark" : system.matches);
  const tell = () => button.setAttribute("aria-pressed", String(isDark()));
  button.hidden = false;
  tell();
  on(system, "change", tell);
  on(button, "click", () => {
    root.dataset.scheme = isDark() ? "light" : "dark";
    tell();
    try {
      localStorage.setItem("dossier-scheme", root.dataset.scheme);
    } catch {
      // No storage: it holds for this page.
    }
  });
}

// -- menus

// The menus open by themselves (they are <details>); this closes them as menus are closed.
function setUpMenus() {
  const open = () => document.querySelectorAll(".sections .menu[open], .small-menu[open]");
  const closeOthers = (event) => {
    for (const menu of open()) if (!menu.contains(event.target)) menu.open = false;
  };
  on(document, "click", closeOthers);
  on(document, "focusin", closeOthers);
  on(document, "keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of open()) {
      const inside = menu.contains(document.activeElement);
      menu.open = false;
      if (inside) menu.querySelector("summary").focus();
    }
  });
}

// -- contents

function setUpContents(contents) {
  if (!contents) return;
  const details = contents.querySelector("details");
  const follow = () => {
    details.open = wide.matches;
  };
  follow();
  on(wide, "change", follow);
  // Beside the text they are always open: closing would hide nothing.
  on(details.querySelector("summary"), "click", (event) => {
    if (wide.matches) event.preventDefault();
  });
  markReading(contents);
}

// Mark the entry of the section that is being read: the last heading above the upper third of the window.
function markReading(contents) {
  const entries = new Map();
  for (const link of contents.querySelectorAll("a[href^='#']")) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading) entries.set(heading, link);
  }
  const mark = () => {
    let reading = null;
    for (const [heading, link] of entries) {
      if (heading.getBoundingClientRect().top < innerHeight / 3) reading = link;
      link.removeAttribute("aria-current");
    }
    reading?.setAttribute("aria-current", "location");
  };
  const watcher = new IntersectionObserver(mark, { rootMargin: "0px 0px -66% 0px" });
  for (const heading of entries.keys()) watcher.observe(heading);
}

// -- tables and code

// What is wider than the page scrolls by itself, and must then be reachable with the keyboard.
function letScroll(element) {
  new ResizeObserver(() => {
    if (element.scrollWidth > element.clientWidth + 1) element.tabIndex = 0;
    else element.removeAttribute("tabindex");
  }).observe(element);
}

function setUpCode(block) {
  letScroll(block);
  if (!navigator.clipboard) return;
  const button = element("button", { class: "copy", type: "button" }, "Copy");
  const frame = element("div", { class: "code" });
  on(button, "click", async () => {
    await navigator.clipboard.writeText(block.textContent.trimEnd());
    button.textContent = "Copied";
    setTimeout(() => (button.textContent = "Copy"), 2000);
  });
  block.replaceWith(frame);
  frame.append(block, button);
}

// -- keys

// The arrows turn pages, where they have nothing else to do.
function turnPage(event) {
  const way = { ArrowLeft: "prev", ArrowRight: "next" }[event.key];
  if (!way || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.defaultPrevented) return;
  if (!document.querySelector(".dossier-neighbours")) return;
  if (event.target.closest("input, select, textarea, [contenteditable], [tabindex='0'], [role=slider], .search")) return;
  const link = document.head.querySelector(`link[rel=${way}]`);
  if (link) location.assign(link.href);
}
})();
