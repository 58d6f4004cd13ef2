"use strict";

/* The filter. The server sends the whole page with everything that is not selected hidden; from then on a choice shows
   and hides what is there already. The address always says what is chosen, and what it says is shown. */
(() => {
  const space = (globalThis.borderFigures ??= {});
  const byId = (id) => document.getElementById(id);

  /** Each agency with all above it, from itself upwards. */
  function chain(agency, parents) {
    const steps = [];
    for (let node = agency; node; node = parents[node]) steps.push(node);
    return steps;
  }

  /** The shortest list of agencies that includes the same ones, in the order of the tree. */
  function reduce(names, parents) {
    const chosen = new Set(names);
    return Object.keys(parents).filter(
      (agency) => chosen.has(agency) && !chain(agency, parents).slice(1).some((above) => chosen.has(above)),
    );
  }

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

  function chosenInAddress(data) {
    const values = new URLSearchParams(location.search).getAll("agency");
    const names = values.flatMap((value) => value.split(",")).map((name) => name.trim());
    return reduce(names, data.agencies);
  }

  function addressOf(path, chosen, source) {
    const query = [chosen.length && `agency=${chosen.join(",")}`, source && `source=${source}`].filter(Boolean);
    return query.length ? `${path}?${query.join("&")}` : path;
  }

  function selectedFigures(chosen, data) {
    if (chosen.length === 0) return data.figures;
    return data.figures.filter((figure) => chain(figure.agency, data.agencies).some((agency) => chosen.includes(agency)));
  }

  function showMarks(shown, outermost) {
    for (const element of document.querySelectorAll("[data-figure]")) {
      const { figure, inside } = element.dataset;
      const whole = outermost.get(figure);
      // In the chart a figure has one place of its own and one inside each of its wholes; elsewhere it has one place.
      const visible = inside === undefined ? whole !== undefined : whole === (inside || figure);
      element.toggleAttribute("hidden", !visible);
    }
    const panels = new Set(shown.map((figure) => figure.panel));
    for (const panel of document.querySelectorAll("[data-panel]")) panel.hidden = !panels.has(panel.dataset.panel);
    byId("scale-note")?.toggleAttribute("hidden", panels.size < 2);
    byId("nothing").hidden = shown.length > 0;
  }

  function showSentences(shown, chosen, data) {
    const ids = shown.map((figure) => figure.id);
    const total = space.total(ids, data.figures, data.agencies, data.regions, undefined, data.hedges);
    byId("count").textContent = space.aboutCount(shown, chosen, data);
    byId("filter-state").textContent = space.aboutFilter(chosen, data);
    byId("total").replaceChildren(
      ...space.aboutTotal(total, data).map((parts) => {
        const paragraph = document.createElement("p");
        paragraph.append(...parts);
        return paragraph;
      }),
    );
  }

  function showChoices(chosen, data) {
    const filed = new Set(data.figures.flatMap((figure) => chain(figure.agency, data.agencies)));
    for (const box of byId("filter").elements.agency) {
      const above = chain(box.value, data.agencies);
      box.checked = above.some((agency) => chosen.includes(agency));
      box.disabled = !filed.has(box.value) && !box.checked;
      box.indeterminate = !box.checked && chosen.some((agency) => chain(agency, data.agencies).includes(box.value));
    }
    byId("reset").hidden = chosen.length === 0;
    byId("download-shown").href = addressOf("/data/figures.csv", chosen, data.source);
  }

  /** Show what the address says, everywhere on the page, and tell Dash. */
  function show(data) {
    const chosen = chosenInAddress(data);
    const shown = selectedFigures(chosen, data);
    const outermost = wholes(shown);
    showMarks(shown, outermost);
    showSentences(shown, chosen, data);
    showChoices(chosen, data);
    space.state = { data, shown, outermost };
    globalThis.dash_clientside?.set_props?.("selection", { "data-query": location.search });
  }

  /** A box stands for everything under it: giving up one gives up those above it as well. */
  function choose(box, data) {
    const boxes = [...byId("filter").elements.agency];
    const under = (agency) => chain(agency, data.agencies).includes(box.value);
    const above = chain(box.value, data.agencies).slice(1);
    const checked = boxes.filter(({ value, checked: was }) => {
      if (under(value)) return box.checked;
      return was && (box.checked || !above.includes(value));
    });
    const chosen = reduce(checked.map(({ value }) => value), data.agencies);
    history.pushState(null, "", addressOf("/", chosen, data.pageSource));
    show(data);
  }

  function start() {
    const block = byId("explorer-data");
    if (!block) return; // one of the plain pages
    const data = JSON.parse(block.textContent);
    document.documentElement.classList.add("is-scripted");
    byId("filter").addEventListener("change", (event) => choose(event.target, data));
    byId("reset").addEventListener("click", (event) => {
      event.preventDefault();
      history.pushState(null, "", addressOf("/", [], data.pageSource));
      show(data);
      const places = byId("filter").querySelectorAll("summary, input[name=agency]");
      [...places].find((place) => place.checkVisibility()).focus();
    });
    globalThis.addEventListener("popstate", () => show(data));
    show(data);
  }

  document.addEventListener("DOMContentLoaded", start);
})();
