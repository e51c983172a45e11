// Lists are filtered and sorted: the tables of an index, the mentions of a dossier. What is chosen stands in the address
// (`#q=guan&Type=person&sort=Articles&down=1`), so that a view can be shared.

(() => {
"use strict";

const { compare, on, element, offer, fold, pathOf } = globalThis.dossier;
const bars = []; // what brings each list in line with the address

document.querySelectorAll(".dossier-index:has(table)").forEach(setUpIndex);
document.querySelectorAll(".dossier-mentions").forEach(setUpMentions);
on(window, "popstate", follow);
follow();

// -- the state; a plain anchor (`#a`) is none

function state() {
  return new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : "");
}

function change(values, typing) {
  const kept = Object.entries({ ...Object.fromEntries(state()), ...values }).filter(([, value]) => value);
  history[typing ? "replaceState" : "pushState"](null, "", `#${new URLSearchParams(kept)}`);
  follow();
}

function follow() {
  for (const bar of bars) bar(state());
}

function setUpIndex(index) {
  const groups = index.querySelectorAll(".dossier-group");
  const tables = [...index.querySelectorAll("table")];
  const heads = [...tables[0].tHead.rows[0].cells];
  const columns = heads.map((head) => head.textContent.trim());
  const items = tables.flatMap(({ tBodies: [body] }) => [...body.rows].map((row) => ({ nodes: [row], row, body, text: row.cells[0].textContent })));
  const reads = (name, read) => [name, ({ row }) => read(row.cells[columns.indexOf(name)])];
  const fields = columns.filter((name) => index.dataset.choose?.split(",").includes(name)).map((name) => reads(name, partsOf));
  const { year } = index.dataset;
  if (columns.includes(year)) fields.push(["Year", reads(year, yearOf)[1]]);
  let order = "";

  for (const cell of index.querySelectorAll("thead th")) {
    cell.replaceChildren(element("button", { type: "button" }, ...cell.childNodes));
    on(cell, "click", () => press(cell.cellIndex));
  }
  toolbar(index, items, fields, arrange);

  // Names from A, numbers from the highest; then the other way round; then as it was.
  function press(column) {
    const numbers = items.every(({ row }) => !isNaN(row.cells[column].textContent));
    const turns = numbers ? ["1", "", null] : ["", "1", null];
    const now = state().get("sort") === columns[column] ? (state().get("down") ?? "") : null;
    const down = turns[(turns.indexOf(now) + 1) % 3];
    change({ sort: down === null ? "" : columns[column], down });
    heads[column].firstChild.focus();
  }

  function arrange(state, filtered) {
    const column = columns.indexOf(state.get("sort"));
    const down = state.get("down");
    const whole = column >= 0;
    if (order !== (order = `${column} ${down}`)) {
      // Sorted rows fill the tables one after the other: many small ones are laid out faster than a big one.
      (whole ? sorted(column, down ? -1 : 1) : items).forEach(({ row }, at) => items[at].body.append(row));
      heads.forEach((head, at) => head.setAttribute("aria-sort", at !== column ? "none" : down ? "descending" : "ascending"));
    }
    for (const group of groups) {
      group.hidden = !group.querySelector("tbody tr:not([hidden])");
      for (const heading of group.querySelectorAll("h2")) heading.hidden = whole;
    }
    for (const letters of document.querySelectorAll(".letters")) letters.hidden = whole || filtered;
  }

  // Empty cells come last, either way.
  function sorted(column, way) {
    const keyed = items.map((item) => [keyOf(item.row.cells[column]), item]);
    return keyed.sort(([a], [b]) => !a - !b || way * compare(a, b)).map(([, item]) => item);
  }
}

// What a cell is sorted by: a date by the path of its page, all else by its text.
function keyOf(cell) {
  const path = pathOf(cell.querySelector("a")?.href ?? "");
  return path?.startsWith("dates/") ? path : withoutFlag(cell.textContent);
}

function partsOf(cell) {
  const texts = [...cell.childNodes].flatMap(({ nodeName, textContent }) => (nodeName === "A" ? textContent : textContent.split(", ")));
  return texts.map(withoutFlag).filter(Boolean);
}

function withoutFlag(text) {
  return text.replace(/^\p{RI}+/u, "").trim();
}

function yearOf(node) {
  return node.textContent.match(/\d{4}/g)?.slice(-1) ?? [];
}

function setUpMentions(box, number) {
  const items = [...box.querySelectorAll("h3")].map((heading) => {
    const nodes = [heading];
    for (let next = heading; (next = next.nextElementSibling)?.matches(":not(h3, details)"); ) nodes.push(next);
    return { nodes };
  });
  const fields = [
    [`Year${number || ""}`, ({ nodes }) => yearOf(nodes[1])],
    [`Outlet${number || ""}`, ({ nodes }) => nodes[1].textContent.split(" · ").slice(0, -1)],
  ].filter(([, read]) => new Set(items.flatMap(read)).size > 1);
  if (items.length < 6 || !fields.length) return;
  toolbar(box, items, fields, (state, filtered) => {
    for (const fold of box.querySelectorAll("details")) {
      fold.hidden = !fold.querySelector("h3:not([hidden])");
      fold.open ||= filtered && !fold.hidden;
    }
  }, " articles");
}

// items: { nodes, text }, shown or hidden as one. fields: [name, what it reads from an item].
function toolbar(place, items, fields, arrange, noun = "") {
  const text = element("input", { name: "q", type: "search", autocomplete: "off" });
  const selects = fields.map(([name, read], at) => {
    const counts = new Map();
    for (const item of items) {
      (item.values ??= [])[at] = read(item);
      for (const value of item.values[at]) counts.set(value, 1 + (counts.get(value) ?? 0));
    }
    const select = element("select", { name });
    offer(select, [...counts]);
    return select;
  });
  const controls = items[0]?.text ? [text, ...selects] : selects;
  const labels = controls.map((control) => element("label", {}, control === text ? "Filter by name" : control.name.replace(/\d/, ""), " ", control));
  const status = element("span", { role: "status" });
  const clear = element("button", { type: "button" }, "Clear");
  place.prepend(element("div", { class: "toolbar", role: "group", "aria-label": "Filter" }, ...labels, status, clear));

  for (const item of items) item.text = fold(item.text ?? "");
  for (const control of controls) on(control, "input", () => change({ [control.name]: control.value }, control === text));
  on(clear, "click", () => {
    change(Object.fromEntries([...controls.map(({ name }) => [name]), ["sort"], ["down"]]));
    controls[0].focus();
  });
  bars.push((state) => {
    for (const control of controls) control.value = state.get(control.name) ?? "";
    const typed = fold(text.value);
    let shown = 0;
    for (const { nodes, text, values } of items) {
      const fits = text.includes(typed) && selects.every(({ value }, at) => !value || values[at].includes(value));
      for (const node of nodes) node.hidden = !fits;
      shown += fits;
    }
    status.textContent = `${shown} of ${items.length}${noun}`;
    clear.hidden = !String(state);
    arrange(state, shown < items.length);
  });
}
})();
