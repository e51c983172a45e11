// Cards on links to actors, countries, events, dates: what the linked page's head says.

"use strict";

{
const { on, element, pathOf } = globalThis.dossier;
const main = document.querySelector("main");
const heads = new Map(); // promises of the heads of pages, by path
const card = element("div", { class: "card", id: "dossier:card", role: "tooltip", hidden: "" });
let link = null;
let timer;
let calm = false; // after Escape, until the pointer moves

main.append(card);
on(main, "pointerover", ({ target, pointerType }) => {
  if (calm || pointerType === "touch") return;
  if (card.contains(target)) clearTimeout(timer);
  else enter(target.closest("a"));
});
on(main, "pointermove", ({ target, movementX, movementY }) => {
  if (calm && !(calm = !movementX && !movementY)) enter(target.closest("a"));
});
on(main, "pointerout", () => soon(hide, 250)); // time to reach the card
on(main, "focusin", ({ target }) => target.matches("a:focus-visible") && enter(target));
on(main, "focusout", hide);
on(document, "keydown", ({ key }) => key === "Escape" && hide((calm = true)));

function soon(work, wait) {
  clearTimeout(timer);
  timer = setTimeout(work, wait);
}

function enter(target) {
  const address = target?.href?.baseVal ?? target?.href; // of a picture
  const path = address && pathOf(address);
  if (!path || path === pathOf(location) || !/^((actors|countries|events)\/[^/]+|dates\/[\d/]+)$/.test(path)) return;
  if (target === link) clearTimeout(timer);
  else soon(() => show(target, address, path), 150);
}

async function show(target, address, path) {
  hide();
  link = target;
  if (!heads.has(path)) heads.set(path, headOf(address).catch(() => heads.delete(path)));
  const head = await heads.get(path);
  if (link !== target || !head.title) return;
  const say = (name) => head.querySelector(`meta[name="${name}"]`)?.content;
  const parts = { b: say("dossier:title") || head.title, small: say("dossier:kind"), p: say("description"), i: say("dossier:figures") };
  card.replaceChildren(...Object.entries(parts).flatMap(([tag, text]) => (text ? element(tag, { dir: "auto" }, text) : [])));
  card.hidden = false;
  link.setAttribute("aria-describedby", card.id);
  place(link.getBoundingClientRect());
}

function hide() {
  clearTimeout(timer);
  link?.removeAttribute("aria-describedby");
  link = null;
  card.hidden = true;
}

// Below the link or above it, within the window.
function place({ left, right, top, bottom }) {
  const { offsetWidth: width, offsetHeight: height } = card;
  const start = getComputedStyle(link).direction === "rtl" ? right - width : left;
  const up = bottom + height > innerHeight && top > height;
  card.style.left = `${scrollX + Math.max(8, Math.min(start, innerWidth - width - 24))}px`;
  card.style.top = `${scrollY + (up ? top - height - 4 : bottom + 4)}px`;
}

async function headOf(address) {
  const response = await fetch(address);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  for (let part; response.ok && !text.includes("</head>") && !(part = await reader.read()).done; ) text += part.value;
  reader.cancel();
  return new DOMParser().parseFromString(text, "text/html");
}
}
