// Explore: how two actors are connected, and the time slider of the map.

"use strict";

{
const { load, on, element, fold, addressOf, _, ngettext } = globalThis.dossier;
const known = new Map(); // actors by id, name, other names
let actors = [];
let data, loading; // see export/connections.py

document.querySelectorAll(".dossier-connect").forEach(setUpConnect);
document.querySelectorAll(".dossier-slider").forEach(setUpSlider);

// -- how are these two connected? They stand in the address: `#from=guan-youfei&to=john-kerry`

function setUpConnect(place) {
  const list = element("datalist", { id: "dossier:actor-names" });
  const [a, b] = ["from", "to"].map((name) => element("input", { name, list: list.id, autocomplete: "off", dir: "auto" }));
  const swap = element("button", {}, _("Swap"));
  const status = element("p", { role: "status" });
  const found = element("div");

  place.append(element("div", { class: "form" }, element("label", {}, _("From"), " ", a), swap, element("label", {}, _("To"), " ", b), list), status, found);
  place.hidden = false;
  for (const input of [a, b]) {
    on(input, "change", take);
    on(input, "input", async () => {
      await loadData();
      list.replaceChildren(...offers(fold(input.value)));
    });
  }
  on(swap, "click", () => {
    [a.value, b.value] = [b.value, a.value];
    take();
  });
  on(window, "hashchange", show);
  show();

  async function take() {
    await loadData();
    location.hash = new URLSearchParams([a, b].map(({ name, value }) => [name, actor(value)?.id ?? value.trim()]));
  }

  async function show() {
    const state = new URLSearchParams(location.hash.slice(1));
    const asked = [a, b].map(({ name }) => state.get(name) ?? "");
    if (asked.join("")) await loadData();
    const two = asked.map(actor);
    [a.value, b.value] = two.map((one, at) => one?.name ?? asked[at]);
    const chains = two[0] && two[1] ? chainsBetween(...two) : [];
    status.textContent = answer(asked, two, chains[0]);
    found.replaceChildren(...chains.flatMap(asChain));
  }
}

function answer(asked, [one, other], chain) {
  const unknown = asked.find((name) => name && !actor(name));
  if (unknown && !data) return _("The data of this page could not be loaded.");
  if (unknown) return _("No actor here is called “%(name)s”.", { name: unknown });
  if (!one || !other) return one || other ? _("Choose a second actor.") : "";
  if (one === other) return _("That is one and the same actor. Choose two.");
  const names = _("%(one)s and %(other)s", { one: one.name, other: other.name });
  if (chain?.[2]) return ngettext("%(names)s are connected in %(num)s step.", "%(names)s are connected in %(num)s steps.", chain.length - 1, { names });
  if (chain) return _("%(names)s are connected directly.", { names });
  if (!data.left_out) return _("Nothing here connects %(names)s.", { names });
  return ngettext(
    "Nothing here connects %(names)s; the oldest %(num)s article was not looked at.",
    "Nothing here connects %(names)s; the oldest %(num)s articles were not looked at.",
    data.left_out,
    { names },
  );
}

function loadData() {
  const read = () => learn((data = globalThis.dossierConnections));
  return (loading ??= load("dossier/connections.js").then(read).catch(() => (loading = null)));
}

function learn({ pairs, relations, events, articles }) {
  actors = data.actors.map(([path, ...names]) => ({ path, names, name: names[0], id: path.replace(/.*\//, ""), ties: [] }));
  for (const key of ["names", "name", "id"]) for (const one of actors) for (const name of [one[key]].flat()) known.set(fold(name), one);
  [pairs, relations, events, articles].forEach((rows, kind) => {
    for (const row of rows) {
      const all = (kind < 2 ? row.slice(0, 2) : row.slice(3)).map((number) => actors[number]);
      // Closest are those in many sentences, then come the YAML, an event, an article alone.
      for (const one of all) one.ties.push({ kind, row, all, far: kind ? kind + 2 : 1 + 1 / row[2] });
    }
  });
}

function actor(name) {
  return known.get(fold(name));
}

function offers(typed) {
  const fits = (name) => fold(name).includes(typed);
  const found = actors.filter(({ names }) => typed && names.some(fits));
  return found.slice(0, 12).map(({ name, names }) => element("option", { value: name }, names.find(fits)));
}

// Breadth first; of equally short ways to an actor the three closest are kept.
function chainsBetween(from, to) {
  const seen = new Set();
  let front = new Map(from === to ? [] : [[from, [{ far: 0, way: [from] }]]]);
  while (front.size && !front.has(to)) {
    const next = new Map();
    for (const one of front.keys()) seen.add(one);
    for (const [one, ways] of front) {
      const near = new Map();
      for (const { all, far } of one.ties) for (const other of all) if (!(near.get(other) <= far)) near.set(other, far);
      for (const [other, far] of near) {
        if (seen.has(other)) continue;
        const further = ways.map((so) => ({ far: so.far + far, way: [...so.way, other] }));
        next.set(other, [...(next.get(other) ?? []), ...further].sort((a, b) => a.far - b.far).slice(0, 3));
      }
    }
    front = next;
  }
  return (front.get(to) ?? []).map(({ way }) => way);
}

function asChain(chain) {
  const steps = chain.slice(1).map((other, at) => {
    const lines = linesOn(chain[at], other).map((parts) => element("li", { dir: "auto" }, ...parts));
    return element("li", {}, link(chain[at].path, chain[at].name), " — ", link(other.path, other.name), element("ul", {}, ...lines));
  });
  return [element("h2", {}, chain.map(({ name }) => name).join(" – ")), element("ol", {}, ...steps)];
}

// Articles only where there is nothing better.
function linesOn(one, other) {
  const ties = one.ties.filter(({ all }) => all.includes(other));
  const better = ties.filter(({ kind }) => kind < 3);
  return (better[0] ? better : ties.slice(0, 3)).flatMap(({ kind, row, all }) => {
    if (!kind) return [...row.slice(4).map(sentence), ...(row[2] > row.length - 4 ? [[ngettext("%(num)s sentence in all", "%(num)s sentences in all", row[2])]] : [])];
    if (kind < 2) return [[`${one.name}: ${row[all[0] === one ? 2 : 3]} ${other.name}`, row[4] && ` (${row[4]})`]];
    const text = kind < 3 ? _("Event: %(page)s, %(date)s", { date: row[2] }) : _("Article: %(page)s, %(date)s", { date: say(row[2]) });
    const [before, after] = text.split("%(page)s");
    return [[before, link(row[0], row[1]), after]];
  });
}

function sentence(number) {
  const [article, anchor, text] = data.sentences[number];
  const [path, title, day] = data.articles[article];
  return [link(path, text, anchor && `#${anchor}`), ` (${title}, ${say(day)})`];
}

function link(path, text, hash = "") {
  return element("a", { href: addressOf(path) + hash }, text);
}

function say(day) {
  const [date, english, year] = new Date(day).toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" }).split(" ");
  const month = globalThis.dossierMonths?.[day.slice(5, 7) - 1] ?? english;
  return _("%(day)s %(month)s %(year)s", { day: date, month, year: year > 999 ? year : _("AD %(year)s", { year }) });
}

// -- the time slider: each notch is a day on which something begins or ends

function setUpSlider(place) {
  const marks = [...document.querySelectorAll(".dossier-map a[data-from]")];
  const days = [...new Set(marks.flatMap(({ dataset }) => [dataset.from, dataset.to]))].sort();
  const max = days.length - 1;
  if (max < 1) return;
  const ranges = [_("From"), _("Until")].map((text, end) => {
    const range = element("input", { type: "range", max, value: end * max });
    place.append(element("label", {}, text, " ", range));
    on(range, "input", () => show(end));
    return range;
  });
  const chosen = element("output");
  place.append(chosen);
  place.hidden = false;
  show(0);

  // The end that is moved takes the other one along.
  function show(moved) {
    if (+ranges[0].value > ranges[1].value) ranges[1 - moved].value = ranges[moved].value;
    const [first, last] = ranges.map(({ value }) => days[value]);
    for (const range of ranges) range.ariaValueText = say(days[range.value]);
    const out = marks.filter((mark) => mark.toggleAttribute("hidden", mark.dataset.to < first || mark.dataset.from > last));
    const values = { first: say(first), last: say(last), shown: marks.length - out.length, all: marks.length };
    chosen.textContent = _("%(first)s to %(last)s: %(shown)s of %(all)s shown", values);
  }
}
}
