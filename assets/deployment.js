"use strict";

/* The opening view: which bar lies in which, and which panels are seen. */
(() => {
  const space = (globalThis.borderFigures ??= {});
  space.exhibits ??= {};

  /** For each shown figure the outermost shown one that it is counted inside, or itself. */
  function wholes(shown) {
    const partOf = new Map(shown.map((figure) => [figure.id, figure.part_of]));
    const outermost = new Map();
    for (const id of partOf.keys()) {
      let whole = id;
      while (partOf.has(partOf.get(whole))) whole = partOf.get(whole);
      outermost.set(id, whole);
    }
    return outermost;
  }

  function show(shown) {
    const outermost = wholes(shown);
    for (const element of document.querySelectorAll("[data-inside]")) {
      const { figure, inside } = element.dataset;
      // A figure has one place of its own and one inside each of its wholes.
      element.toggleAttribute("hidden", outermost.get(figure) !== (inside || figure));
    }
    const panels = new Set(shown.map((figure) => figure.panel));
    for (const panel of document.querySelectorAll("[data-panel]")) panel.hidden = !panels.has(panel.dataset.panel);
    document.getElementById("scale-note")?.toggleAttribute("hidden", panels.size < 2);
    space.state.outermost = outermost;
  }

  space.exhibits.deployment = { show, headline: (shown, data) => space.largestOfEachBasis(shown, data) };
})();
