// What every page has. Pages read fully without it. Classic scripts: browsers load no modules from file://.

"use strict";

{
// Where the site lies: at any depth, under any address.
const base = new URL("../", document.currentScript.src);
const root = document.documentElement;
const texts = globalThis.dossierTexts ?? {};
const fromFile = location.protocol === "file:"; // where nothing can be fetched
const FIELDS = "input, select, textarea, [contenteditable]";
const { compare } = new Intl.Collator(root.lang, { numeric: true });

setUpScheme(document.querySelector("button.scheme"));
setUpMenus();
markReading(document.querySelectorAll(".contents a"));
for (const box of document.querySelectorAll(".text :is(table, pre)")) letScroll(box);
on(document, "keydown", turnPage);

globalThis.dossier = { base, fromFile, compare, load, on, element, offer, fold, pathOf, addressOf, _, ngettext };
setUpSearch(document.querySelector(".search"));
if (document.querySelector(".dossier-index, .dossier-mentions")) load("js/lists.js");
if (navigator.clipboard && document.querySelector(".text pre")) load("js/code.js");
if (!fromFile) load("js/cards.js");

function setUpSearch(box) {
  if (!box) return;
  const input = box.querySelector("input");
  const start = () => load("js/search.js");
  box.hidden = false;
  on(document, "keydown", (event) => {
    if (!wantsSearch(event)) return;
    event.preventDefault();
    input.focus({ preventScroll: true }); // the header comes to the reader
    input.select();
  });
  if (document.querySelector(".dossier-search")) start();
  else box.addEventListener("focusin", start, { once: true });
}

function wantsSearch({ key, ctrlKey, metaKey, altKey, shiftKey, target }) {
  const held = ctrlKey || metaKey;
  if (altKey) return false;
  if (/^k$/i.test(key)) return held && !shiftKey;
  return key === "/" && !held && !target.closest?.(FIELDS);
}

// In the reader's language: see `dossier/words.js`.
function _(text, values = {}) {
  return (texts[text] ?? text).replace(/%\((\w+)\)s/g, (all, name) => values[name] ?? all);
}

function ngettext(one, many, num, values) {
  return _(texts[one]?.[dossierForm(num)] ?? (num === 1 ? one : many), { num, ...values });
}

// Data is a script too: a page from a file can load nothing else.
function load(path) {
  const script = element("script", { src: new URL(path, base) });
  document.head.append(script);
  return new Promise((onload, onerror) => Object.assign(script, { onload, onerror }));
}

function on(target, type, react) {
  target.addEventListener(type, react);
}

function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const name in attributes) made.setAttribute(name, attributes[name]);
  made.append(...children);
  return made;
}

// Let a <select> offer values, the most frequent or newest first.
function offer(select, counts) {
  const chosen = select.value;
  const isYear = select.name === "year" || select.name.startsWith(_("Year"));
  const year = ([said]) => +said.replace(/\D+/g, ""); // `AD 79` is 79
  const order = isYear ? (a, b) => year(b) - year(a) : (a, b) => b[1] - a[1] || compare(a[0], b[0]);
  const said = select.name === "kind" ? _ : String;
  const options = counts.sort(order).slice(0, 200).map(([value, count]) => new Option(`${said(value)} (${count})`, value));
  select.replaceChildren(new Option(_("all"), ""), ...options);
  select.value = chosen;
  return select;
}

// What all spellings of a name share.
function fold(text) {
  const alike = { ı: "i", ł: "l", ø: "o", đ: "d", ß: "ss", æ: "ae", ى: "ي", ی: "ي", ک: "ك", ة: "ه" };
  const lower = text.toLowerCase();
  if (/^[a-z0-9 ]*$/.test(lower)) return lower.trim();
  return lower
    .normalize("NFD")
    .replace(/[\p{Mn}\p{Cf}ـ'’‘ʼʹ′`´ʻʿʾ]/gu, "")
    .replace(/./gu, (letter) => alike[letter] ?? letter)
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, " ")
    .trim();
}

// The page at an address, as `dates/2016/08`; null outside the site.
function pathOf(address) {
  if (!URL.canParse(address, location)) return null; // a port of 99999, say
  const { host, pathname } = new URL(address, location);
  if (host !== base.host || !pathname.startsWith(base.pathname)) return null;
  return pathname.slice(base.pathname.length).replace(/(^|\/)index\.html$|\.html$|\/$/, "");
}

// The address of a page; the path of an index ends in a slash.
function addressOf(path) {
  const folder = root.hasAttribute("data-directories") && path.replace(/\/?$/, fromFile ? "/index.html" : "/");
  return new URL(folder || path.replace(/\/$/, "/index") + ".html", base).href;
}

function setUpScheme(button) {
  if (!button) return;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.style.colorScheme || (system.matches ? "dark" : "")) === "dark";
  const tell = () => (button.ariaPressed = isDark());
  button.hidden = false;
  tell();
  on(system, "change", tell);
  on(button, "click", () => {
    root.style.colorScheme = isDark() ? "light" : "dark";
    tell();
    try {
      localStorage.setItem("dossier-scheme", root.style.colorScheme);
    } catch {
      // No storage: it holds for this page.
    }
  });
}

function setUpMenus() {
  const menus = document.querySelectorAll(".sections .menu, .small-menu");
  const closeOthers = ({ target }) => menus.forEach((menu) => (menu.open &&= menu.contains(target)));
  for (const type of ["click", "focusin"]) on(document, type, closeOthers);
  on(document, "keydown", ({ key }) => {
    for (const menu of menus) {
      if (key !== "Escape" || !menu.open) continue;
      if (menu.contains(document.activeElement)) menu.firstElementChild.focus();
      menu.open = false;
    }
  });
}

// What is being read: the last heading above a third of the window; at the end, what was jumped to, or the last one.
function markReading(links) {
  const entries = [...links].map((link) => [document.getElementById(link.getAttribute("href").slice(1)), link]).filter(([heading]) => heading);
  let target;
  const mark = ({ type }) => {
    const atEnd = scrollY + innerHeight > root.scrollHeight - 2;
    if (type !== "scroll") target = location.hash;
    else if (!atEnd) target = "";
    const end = atEnd && (entries.find(([, { hash }]) => hash === target) ?? (scrollY && entries.at(-1)));
    const reading = end || entries.findLast(([heading]) => heading.getBoundingClientRect().top < innerHeight / 3);
    for (const entry of entries) entry[1].ariaCurrent = entry === reading ? "location" : null;
  };
  for (const type of ["load", "hashchange", "scroll"]) on(window, type, mark);
}

// What scrolls by itself must be reachable with the keyboard.
function letScroll(box) {
  new ResizeObserver(() => {
    if (box.scrollWidth > box.clientWidth + 1) box.tabIndex = 0;
    else box.removeAttribute("tabindex");
  }).observe(box);
}

// The arrows turn pages where they have nothing else to do.
function turnPage({ key, ctrlKey, metaKey, altKey, shiftKey, target }) {
  const way = { ArrowLeft: "prev", ArrowRight: "next" }[key];
  if (!way || ctrlKey || metaKey || altKey || shiftKey) return;
  if (target.closest(`${FIELDS}, [tabindex='0'], [role=slider], .search`)) return;
  const link = document.querySelector(`:root:has(.dossier-neighbours) link[rel=${way}]`);
  if (link) location.assign(link.href);
}
}
