"use strict";

/* A button beside each link to share, where the browser lets pages write to the clipboard. The links work without. */
(() => {
  const space = (globalThis.borderFigures ??= {});

  /** Lead the links of the page to the selection that is shown now; `address` is its path and query. */
  space.showShared = (address) => {
    for (const link of document.querySelectorAll("a[data-share]")) {
      const version = link.dataset.share;
      const joint = address.includes("?") ? "&" : "?";
      link.href = version ? `${address}${joint}version=${version}` : address;
    }
  };

  async function copy(link, button, { copy: offer, copied }) {
    await navigator.clipboard.writeText(link.href);
    button.textContent = copied;
    button.addEventListener("blur", () => (button.textContent = offer), { once: true });
  }

  document.addEventListener("DOMContentLoaded", () => {
    if (!navigator.clipboard) return; // an address that is not secure
    for (const block of document.querySelectorAll(".share")) {
      for (const link of block.querySelectorAll("a[data-share]")) {
        const button = document.createElement("button");
        button.type = "button";
        button.textContent = block.dataset.copy;
        button.setAttribute("aria-describedby", (link.id ||= `share-${link.dataset.share || "live"}`));
        button.addEventListener("click", () => copy(link, button, block.dataset));
        link.after(" ", button);
      }
    }
  });
})();
