// A button that copies, on each block of code.

"use strict";

{
const { on, element, _ } = globalThis.dossier;

for (const block of document.querySelectorAll(".text pre")) {
  const button = element("button", { class: "copy", type: "button" }, _("Copy"));
  const frame = element("div", { class: "code" });
  on(button, "click", async () => {
    await navigator.clipboard.writeText(block.textContent.trimEnd());
    button.textContent = _("Copied");
    setTimeout(() => (button.textContent = _("Copy")), 2000);
  });
  block.replaceWith(frame);
  frame.append(block, button);
}
}
