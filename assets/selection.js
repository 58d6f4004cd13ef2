"use strict";

/* The filter as the address says it: the rules of dashboard/selection.py and dashboard/pages/controls.py in the browser.
   A browser test compares the two. */
globalThis.borderFigures = globalThis.borderFigures || {};

(() => {
  const space = globalThis.borderFigures;
  const ONES = ["from", "to", "question"];

  /** An agency with all above it, from itself upwards. */
  space.chain = (agency, parents) => {
    const steps = [];
    for (let node = agency; node; node = parents[node]) steps.push(node);
    return steps;
  };

  /** The shortest list of agencies that includes the same ones, in the order of the tree. */
  space.reduce = (names, parents) => {
    const chosen = new Set(names);
    return Object.keys(parents).filter(
      (agency) => chosen.has(agency) && !space.chain(agency, parents).slice(1).some((above) => chosen.has(above)),
    );
  };

  /** What a query string chooses: lists of names for `agency` and the facets, texts for the others. */
  space.parse = (search, data) => {
    const query = new URLSearchParams(search);
    const names = (parameter) =>
      query
        .getAll(parameter)
        .flatMap((value) => value.split(","))
        .map((name) => name.trim());
    const chosen = { agency: space.reduce(names("agency"), data.agencies), source: data.pageSource ? "" : query.get("source") || "" };
    for (const facet of Object.keys(data.facets)) {
      const picked = new Set(names(facet));
      chosen[facet] = Object.keys(data.facets[facet]).filter((name) => picked.has(name));
    }
    for (const parameter of ONES) chosen[parameter] = query.getAll(parameter).find(Boolean) ?? "";
    // Not a filter: in which order a view that has several shows its figures, "" for the usual one.
    chosen.order = Object.keys(data.orders ?? {}).find((order) => query.getAll("order").includes(order)) ?? "";
    return chosen;
  };

  /** The same with the question that the view shows when a reader chose none: one of which the other filters leave something. */
  space.settled = (chosen, data) => {
    if (chosen.question || !data.question) return chosen;
    const asked = data.figures.filter((figure) => space.admits(figure, chosen, data)).map(({ question }) => question);
    return { ...chosen, question: asked.length && !asked.includes(data.question) ? asked[0] : data.question };
  };

  /** The canonical query string of a choice, `before` put in front of it and `source` behind. */
  space.query = (chosen, data, { before = "", source = "" } = {}) => {
    const values = [
      ["agency", chosen.agency.join(",")],
      ...Object.keys(data.facets).map((facet) => [facet, chosen[facet].join(",")]),
      ...ONES.map((parameter) => [parameter, chosen[parameter]]),
      ["source", source || chosen.source],
      ["order", chosen.order],
    ];
    const pairs = values.filter(([, value]) => value).map(([name, value]) => `${name}=${value}`);
    return [before, ...pairs].filter(Boolean).join("&");
  };

  function admitsPeriod({ start, end, precision }, { from, to }) {
    if (!from && !to) return true;
    if (start === null || end === null) return false;
    const lastYear = Number(end.slice(0, 4));
    const firstYear = precision === "fiscal-year" ? lastYear : Number(start.slice(0, 4));
    return (!from || lastYear >= Number(from)) && (!to || firstYear <= Number(to));
  }

  /** Whether a figure passes every filter but the one named `besides`. */
  space.admits = (figure, chosen, data, besides = "") =>
    (besides === "agency" ||
      !chosen.agency.length ||
      space.chain(figure.agency, data.agencies).some((agency) => chosen.agency.includes(agency))) &&
    Object.keys(data.facets).every(
      (facet) => facet === besides || !chosen[facet].length || chosen[facet].includes(figure[facet]),
    ) &&
    admitsPeriod(figure, chosen) &&
    (!chosen.question || chosen.question === (figure.question ?? "")) &&
    (!chosen.source || chosen.source === figure.source);

  /** How many figures stand behind each name of a filter under the choices made in the others. */
  space.counts = (filter, chosen, data) => {
    const counts = new Map();
    for (const figure of data.figures) {
      if (!space.admits(figure, chosen, data, filter)) continue;
      const names = filter === "agency" ? space.chain(figure.agency, data.agencies) : [figure[filter]];
      for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    return counts;
  };
})();
