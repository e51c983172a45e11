// Lists are filtered and sorted: tables of an index, mentions of a dossier. What is chosen stands in the address
// (`#q=guan&Type=person&sort=Articles&down=1`), to be shared.

"use strict";

{
const { compare, on, element, offer, fold, pathOf, _ } = globalThis.dossier;
const bars = []; // what brings each list in line with the address

document.querySelectorAll(".dossier-index:has(table)").forEach(setUpIndex);
document.querySelectorAll(".dossier-mentions").forEach(setUpMentions);
on(window, "popstate", follow);
follow();

// -- the state; a plain anchor (`#q`) has no values

function state() {
  return new URLSearchParams(location.hash.slice(1));
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
  const heads = [...index.querySelectorAll("th")];
  const columns = [...index.querySelector("tr").cells].map((head) => head.textContent.trim());
  const rows = [...index.querySelectorAll("tbody tr")];
  const items = rows.map((row) => ({ nodes: [row], row, body: row.parentNode, text: fold(row.cells[0].textContent) }));
  const { choose = "", year } = index.dataset;
  const fields = [...choose.split(","), year].filter((name) => columns.includes(name)).map((name) => {
    const at = columns.indexOf(name);
    return name === year ? [_("Year"), ({ row }) => yearOf(row.cells[at])] : [name, ({ row }) => partsOf(row.cells[at])];
  });
  // A group without a heading continues the one before.
  let heading;
  const groups = [...index.querySelectorAll(".dossier-group")].map((group) => [group, (heading = group.querySelector("h2") ?? heading)]);
  let moved;

  for (const head of heads) {
    head.replaceChildren(element("button", { type: "button" }, ...head.childNodes));
    on(head, "click", () => press(head.cellIndex));
  }
  toolbar(index, items, fields, arrange);

  // Names from A, numbers from the highest; then backwards; then as it was.
  function press(column) {
    const numbers = items.every(({ row }) => !isNaN(row.cells[column].textContent));
    const ways = numbers ? ["1", ""] : ["", "1"];
    const now = state().get("sort") === columns[column] ? ways.indexOf(state().get("down") ?? "") : -1;
    change({ sort: now < 1 ? columns[column] : "", down: ways[now + 1] });
    heads.find((head) => head.cellIndex === column && head.checkVisibility()).firstChild.focus();
  }

  function arrange(filtered, state) {
    const column = columns.indexOf(state.get("sort"));
    const down = state.get("down");
    const whole = column >= 0;
    // Sorted rows fill table after table: many small ones are laid out faster than a big one.
    if (whole || moved) (whole ? sorted(column, down ? -1 : 1) : items).forEach(({ row }, at) => items[at].body.append(row));
    moved = whole;
    for (const head of heads) head.ariaSort = head.cellIndex !== column ? "none" : down ? "descending" : "ascending";
    let above;
    for (const [group, heading] of groups) {
      group.hidden = !group.querySelector("tbody tr:not([hidden])");
      if (group.hidden || heading === above) continue;
      // It stands over the first of its tables that is left.
      if (!group.contains(heading)) group.prepend(heading);
      heading.hidden = whole;
      above = heading;
    }
    for (const letters of document.querySelectorAll(".letters")) letters.hidden = whole || filtered;
  }

  // What is shown; empty cells come last, either way.
  function sorted(column, way) {
    const keyed = items.filter(({ row }) => !row.hidden).map((item) => [keyOf(item.row.cells[column]), item]);
    return keyed.sort(([a], [b]) => !a - !b || way * compare(a, b)).map(([, item]) => item);
  }
}

// Dates are sorted by the paths of their pages, all else by its text.
function keyOf(cell) {
  const path = pathOf(cell.querySelector("a")?.href ?? "");
  return path?.startsWith("dates/") ? path : withoutFlag(cell.textContent);
}

function partsOf(cell) {
  const texts = [...cell.childNodes].flatMap(({ nodeName, textContent: text }) => (nodeName === "A" ? text : text.split(_(", "))));
  return texts.map(withoutFlag).filter(Boolean);
}

function withoutFlag(text) {
  return text.replace(/^\p{RI}+/u, "").trim();
}

function yearOf(node) {
  const early = _("AD %(year)s", { year: "\\d+" });
  return node.textContent.match(RegExp(`\\d{4}|${early}`, "g"))?.slice(-1) ?? [];
}

function setUpMentions(box, number) {
  const items = [...box.querySelectorAll("h3")].map((heading) => {
    const nodes = [heading];
    for (let next = heading; (next = next.nextElementSibling)?.matches(":not(h3, details)"); ) nodes.push(next);
    return { nodes };
  });
  const fields = [
    [_("Year") + (number || ""), ({ nodes }) => yearOf(nodes[1])],
    [_("Outlet") + (number || ""), ({ nodes }) => nodes[1].textContent.split(" · ").slice(0, -1)],
  ].filter(([, read]) => new Set(items.flatMap(read)).size > 1);
  if (items.length < 6 || !fields.length) return;
  toolbar(box, items, fields, (filtered) => {
    for (const more of box.querySelectorAll("details")) {
      more.hidden = !more.querySelector("h3:not([hidden])");
      more.open ||= filtered && !more.hidden;
    }
  }, _("%(shown)s of %(all)s articles"));
}

// items: { nodes, text? }, shown or hidden as one. fields: [name, what it reads from an item].
function toolbar(place, items, fields, arrange, counted = _("%(shown)s of %(all)s")) {
  const text = element("input", { name: "q", type: "search", autocomplete: "off" });
  for (const item of items) item.values = fields.map(([, read]) => read(item));
  const selects = fields.map(([name], at) => {
    const found = Map.groupBy(items.flatMap(({ values }) => values[at]), (value) => value);
    return offer(element("select", { name }), [...found].map(([value, { length }]) => [value, length]));
  });
  const controls = items.some(({ text }) => text) ? [text, ...selects] : selects;
  const labels = controls.map((control) => element("label", {}, control === text ? _("Filter by name") : control.name.replace(/\d/, ""), " ", control));
  const status = element("span", { role: "status" });
  const clear = element("button", { type: "button" }, _("Clear"));
  const own = [...controls.map(({ name }) => name), "sort", "down"];

  place.prepend(element("div", { class: "toolbar", role: "group", "aria-label": _("Filter") }, ...labels, status, clear));
  for (const control of controls) on(control, "input", () => change({ [control.name]: control.value }, control === text));
  on(clear, "click", () => {
    change(Object.fromEntries(own.map((name) => [name])));
    controls[0].focus();
  });
  bars.push((state) => {
    for (const control of controls) control.value = state.get(control.name) ?? "";
    const typed = fold(text.value);
    let shown = 0;
    for (const { nodes, text, values } of items) {
      const fits = (!typed || text.includes(typed)) && selects.every(({ value }, at) => !value || values[at].includes(value));
      for (const node of nodes) node.hidden = !fits;
      shown += fits;
    }
    status.textContent = _(counted, { shown, all: items.length });
    clear.hidden = !own.some((name) => state.get(name));
    arrange(shown < items.length, state);
  });
}
}
