// Under `mkdocs serve` only: an open page follows what is saved. What says something new is loaded again; a banner that
// comes or goes alone is put in its place.

"use strict";

{
const { dataset: served, src } = document.currentScript;
const where = new URL("state", src);
const box = document.getElementById("dossier:problems");
const FOLDED = "dossier-problems-folded";
let asking;

foldAsBefore();
box.addEventListener("click", remember);
document.addEventListener("visibilitychange", follow);
addEventListener("pageshow", ({ persisted }) => persisted && follow());
addEventListener("pagehide", () => asking?.abort());
follow();

// A page that nobody looks at asks nothing: browsers allow few open requests to one server.
async function follow() {
  asking?.abort();
  if (document.visibilityState !== "visible") return;
  const { signal } = (asking = new AbortController());
  while (!signal.aborted) {
    try {
      where.searchParams.set("state", served.state);
      const answer = await fetch(where, { signal, cache: "no-store" });
      if (!answer.ok) throw new Error(answer.statusText);
      show(await answer.json());
    } catch {
      // The server is gone, or starts again.
      if (!signal.aborted) await new Promise((go) => setTimeout(go, 1000));
    }
  }
}

function show(now) {
  if (now.pages !== served.pages) {
    asking.abort();
    location.reload();
  } else if (now.state !== served.state) {
    served.state = now.state;
    box.innerHTML = now.banner; // every text in it was escaped by the server
    foldAsBefore();
  }
}

function remember({ target }) {
  const summary = target.closest("summary");
  if (!summary) return;
  try {
    sessionStorage.setItem(FOLDED, summary.parentElement.open ? "yes" : "no"); // as it was before the click
  } catch {
    // No storage: it holds for this page.
  }
}

function foldAsBefore() {
  const list = box.querySelector("details");
  try {
    const folded = sessionStorage.getItem(FOLDED);
    if (list && folded) list.open = folded === "no";
  } catch {
    // No storage: it is as it was served.
  }
}
}
