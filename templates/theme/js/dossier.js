// The theme's own JavaScript: colours, menus, contents, code and tables, search. Every page reads fully without it.
// It is a classic script, not a module, since browsers load no modules from file://.

(() => {
  "use strict";

  // Where the site lies, seen from this very file: it holds at any depth and under any address.
  const base = new URL("../", document.currentScript.src);
  const root = document.documentElement;

  // Narrower than this, stylesheet and script put the contents above the text instead of beside it.
  const wide = matchMedia("(min-width: 68.75rem)");

  setUpScheme(document.querySelector("button.scheme"));
  setUpMenus();
  setUpContents(document.querySelector(".contents"));
  for (const table of document.querySelectorAll(".text table")) letScroll(table);
  for (const block of document.querySelectorAll(".text pre")) setUpCode(block);
  setUpSearch(document.querySelector(".search"));

  // -- colours -------------------------------------------------------------------------------

  function setUpScheme(button) {
    if (!button) return;
    const system = matchMedia("(prefers-color-scheme: dark)");
    const isDark = () => (root.dataset.scheme ? root.dataset.scheme === "dark" : system.matches);
    const tell = () => button.setAttribute("aria-pressed", String(isDark()));
    button.hidden = false;
    tell();
    system.addEventListener("change", tell);
    button.addEventListener("click", () => {
      root.dataset.scheme = isDark() ? "light" : "dark";
      tell();
      remember("dossier-scheme", root.dataset.scheme);
    });
  }

  function remember(key, value) {
    try {
      localStorage.setItem(key, value);
    } catch {
      // No storage: it holds for this page.
    }
  }

  // -- menus ---------------------------------------------------------------------------------

  // The menus open by themselves (they are <details>); this closes them as menus are closed.
  function setUpMenus() {
    const open = () => document.querySelectorAll(".sections .menu[open], .small-menu[open]");
    const closeOthers = (event) => {
      for (const menu of open()) if (!menu.contains(event.target)) menu.open = false;
    };
    document.addEventListener("click", closeOthers);
    document.addEventListener("focusin", closeOthers);
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      for (const menu of open()) {
        const inside = menu.contains(document.activeElement);
        menu.open = false;
        if (inside) menu.querySelector("summary").focus();
      }
    });
  }

  // -- contents ------------------------------------------------------------------------------

  function setUpContents(contents) {
    if (!contents) return;
    const details = contents.querySelector("details");
    const follow = () => {
      details.open = wide.matches;
    };
    follow();
    wide.addEventListener("change", follow);
    // Beside the text they are always open: closing would hide nothing.
    details.querySelector("summary").addEventListener("click", (event) => {
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

  // -- tables and code -----------------------------------------------------------------------

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
    const frame = document.createElement("div");
    const button = document.createElement("button");
    frame.className = "code";
    button.className = "copy";
    button.type = "button";
    button.textContent = "Copy";
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(block.textContent.trimEnd());
      button.textContent = "Copied";
      setTimeout(() => (button.textContent = "Copy"), 2000);
    });
    block.replaceWith(frame);
    frame.append(block, button);
  }

  // -- search --------------------------------------------------------------------------------

  function setUpSearch(box) {
    if (!box) return;
    const MOST = 12;
    const input = box.querySelector("input");
    const popup = box.querySelector(".popup");
    const list = box.querySelector("[role=listbox]");
    const note = box.querySelector(".note");
    const status = box.querySelector("[role=status]");
    const load = indexLoader();
    let asked = 0;
    let chosen = -1;

    box.hidden = false;
    input.addEventListener("focus", load);
    input.addEventListener("input", search);
    input.addEventListener("keydown", onKey);
    // A pressed result keeps the focus in the box until its link has been followed.
    popup.addEventListener("mousedown", (event) => event.preventDefault());
    box.addEventListener("focusout", (event) => {
      if (!box.contains(event.relatedTarget)) show(false);
    });
    input.addEventListener("focus", () => {
      if (input.value.trim() && note.textContent) show(true);
    });
    document.addEventListener("keydown", (event) => {
      if (!wantsSearch(event)) return;
      event.preventDefault();
      // The header comes to where the reader is, so the page need not scroll to it.
      input.focus({ preventScroll: true });
      input.select();
    });

    async function search() {
      const words = input.value.trim();
      const mine = ++asked;
      if (!words) return answer([], "");
      const index = await load();
      if (mine !== asked) return;
      if (!index) return answer([], withoutIndex());
      const found = await index.debouncedSearch(words, {}, 120);
      if (found === null || mine !== asked) return;
      const pages = await Promise.all(found.results.slice(0, MOST).map((result) => result.data()));
      if (mine === asked) answer(pages, inWords(found.results.length, pages.length, words));
    }

    function answer(pages, text) {
      list.replaceChildren(...pages.map(asOption));
      note.textContent = text;
      status.textContent = text;
      choose(-1);
      show(Boolean(text));
    }

    function show(open) {
      popup.hidden = !open;
      input.setAttribute("aria-expanded", String(open && list.childElementCount > 0));
      if (!open) choose(-1);
    }

    function choose(number) {
      const options = [...list.children];
      // The end leads to the beginning, and -1 is the box itself.
      chosen = number < -1 ? options.length - 1 : number >= options.length ? -1 : number;
      options.forEach((option, at) => option.setAttribute("aria-selected", String(at === chosen)));
      if (chosen < 0) return input.removeAttribute("aria-activedescendant");
      options[chosen].scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", options[chosen].id);
    }

    function onKey(event) {
      // While a word is being composed (Chinese, Japanese, Korean), the keys belong to the composition.
      if (event.isComposing) return;
      if (event.key === "Escape") return leave(event);
      if (popup.hidden) return;
      if (event.key === "ArrowDown") choose(chosen + 1);
      else if (event.key === "ArrowUp") choose(chosen - 1);
      else if (event.key === "Enter") list.children[Math.max(chosen, 0)]?.click();
      else return;
      event.preventDefault();
    }

    // The first Escape closes the results, the next one empties the box (the browser does), the last one leaves it.
    function leave(event) {
      if (!popup.hidden) {
        show(false);
        event.preventDefault();
      } else if (!input.value) {
        input.blur();
      }
    }
  }

  // The full-text index is made after the build; it is fetched when somebody wants to search. After a failure it is
  // asked for again: under `mkdocs serve` it comes a little after the pages.
  function indexLoader() {
    let index = null;
    return () => {
      if (location.protocol === "file:") return Promise.resolve(null); // browsers load no modules from there
      index ??= import(new URL("pagefind/pagefind.js", base).href)
        .then(async (pagefind) => {
          await pagefind.options({
            baseUrl: base.pathname,
            excerptLength: 20,
            // Who types a name wants the page that is named so, before the pages that speak of it.
            ranking: { pageLength: 0.1, metaWeights: { title: 12 } },
          });
          return pagefind;
        })
        .catch(() => {
          index = null;
          return null;
        });
      return index;
    };
  }

  function withoutIndex() {
    if (location.protocol === "file:") return "Search needs a web server; this copy was opened from a file.";
    return "There is no search index here yet. It is made after the site is built.";
  }

  function inWords(number, shown, words) {
    if (!number) return `Nothing found for “${words}”`;
    const results = number === 1 ? "1 result" : `${number} results`;
    return number > shown ? `${results}, the best ${shown} shown` : results;
  }

  function asOption(page, number) {
    const option = document.createElement("a");
    const title = document.createElement("b");
    const excerpt = document.createElement("span");
    option.id = `found-${number}`;
    option.href = page.url;
    option.tabIndex = -1;
    option.setAttribute("role", "option");
    title.textContent = page.meta.title ? plain(page.meta.title) : page.url;
    title.dir = "auto";
    excerpt.className = "excerpt";
    excerpt.dir = "auto";
    excerpt.append(...asMarked(page.excerpt));
    option.append(title, ...asKind(page.filters?.kind?.[0]), excerpt);
    return option;
  }

  function asKind(kind) {
    if (!kind) return [];
    const label = document.createElement("span");
    label.className = "dossier-kind";
    label.textContent = kind;
    return [" ", label];
  }

  // An excerpt is text with <mark> around what was found; nothing else in it is taken for markup.
  function asMarked(excerpt) {
    let marked = false;
    const nodes = [];
    for (const part of excerpt.split(/(<\/?mark>)/)) {
      if (part === "<mark>" || part === "</mark>") {
        marked = part === "<mark>";
        continue;
      }
      const node = marked ? document.createElement("mark") : document.createTextNode("");
      node.textContent = withoutReferences(part);
      nodes.push(node);
    }
    return nodes;
  }

  // Pagefind escapes an excerpt's text. A <textarea> holds no elements, so it only reads the references in it.
  function withoutReferences(text) {
    const reader = document.createElement("textarea");
    reader.innerHTML = text;
    return plain(reader.value);
  }

  // Without the sign that Python-Markdown puts behind headings as their permanent link.
  function plain(text) {
    return text.replaceAll("¶", "");
  }

  function wantsSearch(event) {
    if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey)) return !event.altKey && !event.shiftKey;
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return false;
    return !event.target.closest?.("input, textarea, select, [contenteditable]");
  }
})();
