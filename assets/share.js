"use strict";

/* What is shared follows the filter, and has a button to copy it where the browser lets pages write to the clipboard. All
   of it works without. */
(() => {
  const space = (globalThis.borderFigures ??= {});

  /** Lead everything to share on the page to the selection that is shown now; `address` is its path and query. */
  space.showShared = (address) => {
    const [, query] = address.split("?");
    for (const link of document.querySelectorAll("a[data-share]")) {
      const version = link.dataset.share;
      link.href = version ? `${address}${query ? "&" : "?"}version=${version}` : address;
    }
    for (const place of document.querySelectorAll("[data-embed]")) {
      const embed = `/embed?view=${place.dataset.embed}${query ? `&${query}` : ""}`;
      if (place.localName === "a") place.href = embed;
      else showSnippet(place, embed);
    }
  };

  function showSnippet(area, embed) {
    area.value = area.value.replace(/\/embed\?[^"]*/, () => embed.replaceAll("&", "&amp;"));
  }

  async function copy(text, button, { copy: offer, copied }) {
    await navigator.clipboard.writeText(text);
    button.textContent = copied;
    button.addEventListener("blur", () => (button.textContent = offer), { once: true });
  }

  document.addEventListener("DOMContentLoaded", () => {
    if (!navigator.clipboard) return; // an address that is not secure
    for (const block of document.querySelectorAll(".share")) {
      for (const shared of block.querySelectorAll("a[data-share], textarea")) {
        const button = document.createElement("button");
        button.type = "button";
        button.textContent = block.dataset.copy;
        const told = shared.labels?.[0] ?? shared;
        button.setAttribute("aria-describedby", (told.id ||= `share-${shared.dataset.share || shared.id || "live"}`));
        button.addEventListener("click", () => copy(shared.value ?? shared.href, button, block.dataset));
        shared.after(" ", button);
      }
    }
  });
})();
