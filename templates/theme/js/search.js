// The search box: actors, countries, events and dates by name, then the full text, if indexed.

"use strict";

{
const { base, fromFile, load, on, element, offer, fold, pathOf, addressOf, _, ngettext } = globalThis.dossier;
const MOST = 8;
let names, texts;
let attempt = 0;

const header = document.querySelector(".search");
for (const place of document.querySelectorAll(".dossier-search")) {
  place.append(...header.cloneNode(true).children);
  place.classList.add("search");
  place.hidden = false;
  setUp(place);
}
setUp(header);

function setUp(box) {
  const [input, popup, list, facets, note, status] = box.querySelectorAll("input, .popup, [role=listbox], .facets, p:not(.facets p)");
  const [named, read] = list.children;
  const selects = [...facets.querySelectorAll("select")];
  const options = () => [...list.querySelectorAll("a")];
  let asked = 0;
  let chosen = null;
  let settled = false; // whether the texts shown belong to what is typed

  if (box !== header) input.setAttribute("aria-controls", (list.id += "-here"));
  on(input, "focus", ready);
  for (const part of [input, facets]) on(part, "input", () => search());
  on(box, "keydown", onKey);
  on(list, "mousedown", (event) => event.preventDefault());
  on(box, "focusout", ({ relatedTarget }) => box.contains(relatedTarget) || show(false));

  if (input === document.activeElement) ready();

  function ready() {
    loadNames();
    loadTexts();
    if (!input.value) return;
    if (settled) show(true);
    else search();
  }

  async function search(most = MOST) {
    const typed = input.value.trim();
    const mine = ++asked;
    const hits = (await loadNames())?.(typed) ?? [];
    if (mine !== asked) return;
    settled = false;
    named.replaceChildren(...hits.map(asName));
    tell(counted(hits.length));
    const found = typed && (await searchTexts(typed, most));
    if (mine !== asked || found === null) return;
    const known = new Set(hits.map(({ page }) => pathOf(addressOf(page.path))));
    const others = found?.pages?.filter(({ url }) => !known.has(pathOf(url))) ?? [];
    const pages = others.slice(0, most);
    read.replaceChildren(...pages.map(asText));
    if (found) {
      narrow(found.counts);
      found.number -= found.pages.length - others.length;
      if (most < found.number) read.append(asMore(most));
    }
    facets.hidden = !pages.length && !selects.some((select) => select.value);
    settled = true;
    tell(typed && inWords(hits.length, pages.length, found, typed));
  }

  function asMore(shown) {
    const more = asOption("#", _("Show more results"));
    on(more, "click", async (event) => {
      event.preventDefault();
      await search(4 * shown);
      choose(read.children[shown]);
    });
    return more;
  }

  // undefined: there is no index. null: something else was asked meanwhile.
  async function searchTexts(typed, most) {
    const filters = Object.fromEntries(selects.filter((s) => s.value).map((s) => [s.name, s.value]));
    try {
      const pagefind = await loadTexts();
      const found = await pagefind?.debouncedSearch(typed, { filters }, 120);
      if (!found) return found;
      // What says it word for word comes first.
      const { results } = await pagefind.search(`"${typed}"`, { filters });
      const ids = new Set(results.map(({ id }) => id));
      results.push(...found.results.filter(({ id }) => !ids.has(id)));
      const pages = await Promise.all(results.slice(0, most + MOST).map((result) => result.data()));
      return { pages, number: results.length, counts: found.totalFilters ?? {} };
    } catch {
      texts = null; // the index was made anew behind this page
    }
  }

  function narrow(counts) {
    for (const select of selects) {
      const values = Object.entries(counts[select.name] ?? {}).filter(([value, count]) => count || value === select.value);
      offer(select, values);
      select.parentElement.hidden = values.length < 2 && !select.value;
    }
  }

  function tell(text) {
    options().forEach((option, at) => (option.id = `${list.id}-${at}`));
    note.textContent = status.textContent = text;
    choose(list.contains(chosen) ? chosen : null);
    show(Boolean(text));
  }

  function show(open) {
    popup.hidden = !open;
    input.ariaExpanded = open && options().length > 0;
    if (!open) choose(null);
  }

  function choose(option) {
    chosen = option;
    for (const one of options()) one.ariaSelected = one === chosen;
    chosen?.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", chosen?.id ?? "");
  }

  function onKey(event) {
    // The keys compose a word.
    if (event.isComposing) return;
    if (event.key === "Escape") return leave(event);
    if (popup.hidden || event.target !== input) return;
    // The end leads to the beginning, through the box.
    const ring = [null, ...options()];
    const at = ring.indexOf(chosen);
    if (event.key === "ArrowDown") choose(ring[(at + 1) % ring.length]);
    else if (event.key === "ArrowUp") choose(ring.at(at - 1));
    else if (event.key === "Enter") (chosen ?? named.firstChild ?? (settled && read.firstChild))?.click?.();
    else return;
    event.preventDefault();
  }

  // Escape closes the results, then empties the box (the browser does), then leaves it.
  function leave(event) {
    if (popup.hidden) return input.value || input.blur();
    event.preventDefault();
    input.focus();
    asked++; // what comes now does not open them again
    show(false);
  }
}

function inWords(number, shown, found, typed) {
  const names = counted(number) || _("No name for “%(typed)s”", { typed });
  if (!found) return fromFile ? _("%(names)s. Full text needs a web server.", { names }) : _("%(names)s. There is no index of the full text here.", { names });
  if (!number && !found.number) return _("Nothing found for “%(typed)s”", { typed });
  if (!shown) return names;
  const parts = [names, ngettext("%(num)s page", "%(num)s pages", found.number)];
  if (shown < found.number) parts.push(_("%(shown)s shown", { shown }));
  return parts.join(_(", "));
}

function counted(number) {
  return number ? ngettext("%(num)s name", "%(num)s names", number) : "";
}

function asOption(href, ...children) {
  return element("a", { href, role: "option", tabindex: "-1" }, ...children);
}

function asName({ page, alias }) {
  return asOption(addressOf(page.path), ...(alias ? [element("bdi", {}, alias), " → "] : []), element("b", { dir: "auto" }, page.name), " ", element("small", {}, page.line));
}

function asText(page) {
  const [kind = ""] = page.filters?.kind ?? [];
  return asOption(page.url, element("b", { dir: "auto" }, page.meta.title ?? page.url), " ", element("span", { class: "dossier-kind" }, _(kind)), element("span", { class: "excerpt", dir: "auto" }, ...asMarked(page.excerpt)));
}

// An excerpt is escaped text, but for <mark> around what was found.
function asMarked(excerpt) {
  const { body } = new DOMParser().parseFromString(excerpt, "text/html");
  return [...body.childNodes].map(({ nodeName, textContent }) => (nodeName === "MARK" ? element("mark", {}, textContent) : textContent));
}

// A function that finds pages by name: { page, alias }, the best first.
function readNames({ lines, pages }) {
  const terms = []; // one for each name
  const words = new Map(); // their words, and the terms that hold each
  for (const [path, name, line, count, ...others] of pages) {
    const page = { path, name, count, line: lines[line] };
    for (const alias of ["", ...others]) {
      const written = alias || name;
      const joined = written.replace(/[-.]/g, ""); // `al-Assad` is also typed `alassad`
      const term = { page, alias, text: ` ${fold(written)} ` };
      terms.push(term);
      for (const word of (term.text + (joined === written ? "" : fold(joined))).trim().split(" ")) {
        if (!words.has(word)) words.set(word, { letters: lettersOf(word), terms: [] });
        words.get(word).terms.push(term);
      }
    }
  }

  return (typed) => {
    const text = fold(typed);
    const hits = new Map();
    const note = (level, { page, alias }) => {
      if (!(hits.get(page)?.level <= level)) hits.set(page, { level, page, alias });
    };
    if (!text) return [];
    for (const term of terms) {
      const level = levelOf(term.text, text);
      if (level < 5) note(level, term);
    }
    if ([...hits.values()].filter(({ level }) => level < 4).length < MOST) {
      for (const [term, mistakes] of mistyped(text.split(" "), words)) note(mistakes ? 4 + mistakes : 3, term);
    }
    let days = 0;
    return [...hits.values()]
      .sort((a, b) => a.level - b.level || b.page.count - a.page.count)
      .filter(({ page }) => !page.path.startsWith("dates/") || ++days <= MOST / 2)
      .slice(0, MOST);
  };
}

// 0: the name itself. 1: whole words. 2: a word begins so. (3: in another order.) 4: inside a word. 5: not, or by mistake.
function levelOf(name, text) {
  if (!name.includes(text)) return 5;
  if (name.includes(` ${text} `)) return name.length === text.length + 2 ? 0 : 1;
  if (name.includes(` ${text}`)) return 2;
  return text.length > 1 || text > "\u2e80" ? 4 : 5; // one letter is in every name, one Chinese character is not
}

// The terms that hold every part, and with how many mistakes.
function mistyped(parts, words) {
  let found = null;
  for (const part of parts) {
    const most = part.length < 4 || /\d/.test(part) ? 0 : part.length < 8 ? 1 : 2;
    const mine = lettersOf(part);
    const here = new Map();
    for (const [word, { letters, terms }] of words) {
      const mistakes = word.startsWith(part) ? 0 : likely(mine & ~letters, most) ? distance(part, word, most) : 9;
      if (mistakes > most) continue;
      for (const term of terms) {
        const before = found ? found.get(term) : 0;
        if (before !== undefined) here.set(term, Math.min(before + mistakes, here.get(term) ?? 9));
      }
    }
    found = here;
  }
  return found;
}

// The letters of a word as bits: a mistake brings in at most one more.
function lettersOf(word) {
  let bits = 0;
  for (const letter of word) bits |= 1 << letter.charCodeAt();
  return bits;
}

function likely(foreign, most) {
  return !foreign || (most > 0 && likely(foreign & (foreign - 1), most - 1));
}

// Letters wrong, missing, too many or swapped; of a long word, the beginning may do.
function distance(typed, word, most) {
  const beginning = typed.length > 5;
  if (word.length < typed.length - most || (!beginning && word.length > typed.length + most)) return 9;
  const length = Math.min(word.length, typed.length + most);
  let before = [];
  let above = [...Array(length + 1).keys()];
  for (let i = 1; i <= typed.length; i++) {
    const row = [i];
    for (let j = 1; j <= length; j++) {
      row[j] = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (typed[i - 1] !== word[j - 1]));
      if (typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return 9;
    [before, above] = [above, row];
  }
  return beginning ? Math.min(...above) : above[length];
}

function loadNames() {
  return (names ??= load("dossier/names.js").then(() => readNames(globalThis.dossierNames)).catch(() => (names = null)));
}

function loadTexts() {
  return fromFile ? null : (texts ??= openTexts().catch(() => (texts = null)));
}

async function openTexts() {
  // Under `mkdocs serve` the index comes later; what failed is not fetched again.
  const pagefind = await import(new URL(`pagefind/pagefind.js${attempt++ ? `?${attempt}` : ""}`, base).href);
  const ranking = { pageLength: 0.1, metaWeights: { title: 12 } }; // who types a name wants its page
  await pagefind.options({ baseUrl: base.pathname, excerptLength: 20, ranking });
  await pagefind.filters();
  return pagefind;
}
}
