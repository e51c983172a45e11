// The theme's own JavaScript: the colour switch, the menus and the search box. Every page reads fully without it.

const root = document.documentElement;
const base = new URL(`${root.dataset.base || "."}/`, location.href);

// -- colours ---------------------------------------------------------------------------------

const scheme = document.querySelector("button.scheme");

function isDark() {
  if (root.dataset.scheme) return root.dataset.scheme === "dark";
  return matchMedia("(prefers-color-scheme: dark)").matches;
}

function switchScheme() {
  root.dataset.scheme = isDark() ? "light" : "dark";
  scheme.setAttribute("aria-pressed", String(isDark()));
  try {
    localStorage.setItem("dossier-scheme", root.dataset.scheme);
  } catch {
    // Not remembered, then.
  }
}

if (scheme) {
  scheme.hidden = false;
  scheme.setAttribute("aria-pressed", String(isDark()));
  scheme.addEventListener("click", switchScheme);
}

// -- contents --------------------------------------------------------------------------------

// Beside the text they cost no room; above it, on a small screen, they wait to be asked for.
const contents = document.querySelector(".contents details");
if (contents) contents.open = matchMedia("(min-width: 68rem)").matches;

// -- menus -----------------------------------------------------------------------------------

document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

// -- search ----------------------------------------------------------------------------------

const MOST = 8;
const box = document.querySelector("[role=search]");
const input = document.getElementById("search");
const list = document.getElementById("found");
const state = document.getElementById("found-status");
let index = null;
let asked = 0;
let chosen = -1;

// The full-text index is made after the build; it is fetched when somebody wants to search.
function loadIndex() {
  index ??= import(new URL("pagefind/pagefind.js", base).href)
    .then(async (pagefind) => {
      await pagefind.options({ baseUrl: base.pathname, excerptLength: 18 });
      return pagefind;
    })
    .catch(() => {
      index = null;
      return null;
    });
  return index;
}

function say(text) {
  state.textContent = text;
  list.replaceChildren();
  if (text) {
    const line = document.createElement("li");
    line.className = "none";
    line.textContent = text;
    list.append(line);
  }
  show(Boolean(text));
}

function show(open) {
  list.hidden = !open;
  input.setAttribute("aria-expanded", String(open));
  if (!open) choose(-1);
}

// An excerpt is text with <mark> around what was found; nothing else in it is taken for markup.
function addExcerpt(target, excerpt) {
  const text = document.createElement("textarea");
  let marked = false;
  for (const part of excerpt.split(/(<\/?mark>)/)) {
    if (part === "<mark>" || part === "</mark>") {
      marked = part === "<mark>";
      continue;
    }
    text.innerHTML = part; // a textarea holds text only: this reads the character references
    const node = document.createElement(marked ? "mark" : "span");
    node.textContent = text.value;
    target.append(node);
  }
}

function option(result, number) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  const title = document.createElement("strong");
  const excerpt = document.createElement("span");
  item.id = `found-${number}`;
  item.setAttribute("role", "option");
  item.setAttribute("aria-selected", "false");
  link.href = result.url;
  link.tabIndex = -1;
  title.textContent = result.meta.title || result.url;
  excerpt.className = "excerpt";
  addExcerpt(excerpt, result.excerpt);
  link.append(title, excerpt);
  item.append(link);
  return item;
}

async function search() {
  const words = input.value.trim();
  const mine = ++asked;
  if (!words) return say("");
  const pagefind = await loadIndex();
  if (mine !== asked) return undefined;
  if (!pagefind) return say("There is no search index here yet. It is made after the site is built.");
  const found = await pagefind.debouncedSearch(words, {}, 120);
  if (found === null || mine !== asked) return undefined;
  const results = await Promise.all(found.results.slice(0, MOST).map((result) => result.data()));
  if (mine !== asked) return undefined;
  if (!results.length) return say(`Nothing found for “${words}”.`);
  list.replaceChildren(...results.map(option));
  chosen = -1;
  state.textContent = `${found.results.length} found`;
  return show(true);
}

function choose(number) {
  const options = [...list.querySelectorAll("[role=option]")];
  chosen = options.length ? Math.max(-1, Math.min(number, options.length - 1)) : -1;
  options.forEach((item, at) => item.setAttribute("aria-selected", String(at === chosen)));
  if (chosen < 0) return input.removeAttribute("aria-activedescendant");
  options[chosen].scrollIntoView({ block: "nearest" });
  return input.setAttribute("aria-activedescendant", options[chosen].id);
}

function onKey(event) {
  if (event.key === "ArrowDown") choose(chosen + 1);
  else if (event.key === "ArrowUp") choose(chosen - 1);
  else if (event.key === "Escape") show(false);
  else if (event.key === "Enter") list.querySelectorAll("[role=option] a")[Math.max(chosen, 0)]?.click();
  else return;
  event.preventDefault();
}

function wantsSearch(event) {
  if (event.key === "k" && (event.ctrlKey || event.metaKey)) return true;
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  return event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
}

if (box) {
  box.hidden = false;
  input.addEventListener("focus", loadIndex);
  input.addEventListener("input", search);
  input.addEventListener("keydown", onKey);
  document.addEventListener("click", (event) => {
    if (!box.contains(event.target)) show(false);
  });
  document.addEventListener("keydown", (event) => {
    if (!wantsSearch(event)) return;
    event.preventDefault();
    input.focus();
  });
}
