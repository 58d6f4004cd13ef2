"use strict";

/* What the views over time share: which pieces of line and labels are seen, where the live marks lie, and what the
   headline says. The rules are those of dashboard/drawings.py and dashboard/exhibits/course.py. */
(() => {
  const space = (globalThis.borderFigures ??= {});
  space.exhibits ??= {};

  /** A panel is seen while it has a mark, an entry of its key while the group has one; few marks have a label each. */
  function showPanel(panel, ids, few) {
    const marks = panel.querySelectorAll("[data-figure]:not([hidden])").length;
    panel.hidden = !marks;
    for (const entry of panel.querySelectorAll("[data-key]")) {
      entry.hidden = !panel.querySelector(`[data-group="${entry.dataset.key}"] [data-figure]:not([hidden])`);
    }
    for (const label of panel.querySelectorAll("[data-few]")) {
      label.toggleAttribute("hidden", marks > few || !ids.has(label.dataset.needs));
    }
  }

  /** A piece of line is seen while both its ends are, a label with its figure. */
  function show(shown, { few }) {
    const ids = new Set(shown.map((figure) => figure.id));
    for (const element of document.querySelectorAll("#chart [data-needs]")) {
      const needs = element.dataset.needs.split(" ");
      element.toggleAttribute("hidden", !needs.every((id) => ids.has(id)));
    }
    for (const panel of document.querySelectorAll("[data-panel]")) showPanel(panel, ids, few);
  }

  /** Where the server has drawn the marks of a group, in pixels from the corner of the plot, a gap where no line goes. */
  function places(group, plot) {
    const corner = plot.getBoundingClientRect();
    const frame = group.closest("svg").getBoundingClientRect();
    const joined = new Set([...group.querySelectorAll(".joined:not([hidden])")].map((line) => line.dataset.needs));
    const found = [];
    let before = "";
    for (const mark of group.querySelectorAll("[data-figure]:not([hidden])")) {
      const spot = mark.querySelector(".spot");
      const { figure } = mark.dataset;
      if (before && !joined.has(`${before} ${figure}`)) found.push({ x: null, y: null });
      found.push({
        figure,
        x: frame.left - corner.left + (spot.x.baseVal.valueInSpecifiedUnits / 100) * frame.width,
        y: frame.top - corner.top + (spot.y.baseVal.valueInSpecifiedUnits / 100) * frame.height,
        words: mark.getAttribute("aria-label"),
        hollow: spot.querySelector(".approximate") !== null,
      });
      before = figure;
    }
    return found;
  }

  const escaped = (words) => words?.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

  function placed(trace, found) {
    const { meta } = trace;
    const edge = space.token(`mark-${meta.tone}-edge`);
    const paper = space.token("paper");
    const of = (key) => found.map((one) => one[key]);
    return {
      ...trace,
      x: of("x"),
      y: of("y"),
      customdata: of("figure"),
      text: of("words").map(escaped),
      line: { ...trace.line, color: edge },
      marker: {
        ...trace.marker,
        color: found.map((one) => (one.hollow ? paper : edge)),
        line: { ...trace.marker.line, color: found.map((one) => (one.hollow ? edge : paper)) },
      },
    };
  }

  function chartOf({ id, chart }) {
    const plot = document.querySelector(`[data-panel="${id}"] .plot`);
    const traces = chart.data.map((trace) => {
      return placed(trace, places(plot.querySelector(`[data-group="${trace.meta.group}"]`), plot));
    });
    const xaxis = { ...chart.layout.xaxis, range: [0, plot.clientWidth] };
    return { id, plot, data: traces.filter(({ x }) => x.length), layout: { ...chart.layout, xaxis } };
  }

  /** What Plotly draws for the figures shown now: the marks and lines of each panel that is seen. */
  const charts = ({ data }) =>
    data.panels.filter(({ id }) => !document.querySelector(`[data-panel="${id}"]`).hidden).map(chartOf);

  /** How a course is told: a first or last that is the highest is not named twice. */
  function going(figures, first, last, highest) {
    if (figures.every(({ amount }) => amount === first.amount)) return "level";
    if (highest === first) return "from-highest";
    return highest.value === last.value ? "to-highest" : "all";
  }

  /** The headcounts of the agency that has the highest: that of a part is no later count of the whole. */
  function ofTheHighest(figures, who) {
    const agency = who[space.extremes.highest(figures).id];
    return figures.filter(({ id }) => who[id] === agency);
  }

  function sentence(course, shown, { messages, who }) {
    const say = (key, values) => space.fill(messages[`course.${key}`], values);
    const figures = course.kind === "headcounts" ? ofTheHighest(shown, who) : shown;
    const [first, last, highest] = [figures[0], figures.at(-1), space.extremes.highest(figures)];
    const mixed = course.kind !== "table" && new Set(course.figures.map((id) => who[id])).size > 1;
    const apart = mixed && who[last.id] !== who[highest.id];
    const whose = { name: course.name, agency: who[last.id] };
    const values = { name: mixed && !apart ? say("of-agency", whose) : course.name };
    for (const [role, { id, amount, as_of }] of Object.entries({ first, highest, last })) {
      values[role] = space.link({ id, name: amount });
      values[`${role}_when`] = apart ? say("whose", { agency: who[id], as_of }) : as_of;
    }
    if (first === last) return say("one", values);
    if (course.kind === "table") return say(going(figures, first, last, highest), values);
    return say(highest === last ? "latest" : "reports", values);
  }

  /** A sentence for each topic that has figures among those shown, of the first of its courses that has several. */
  function headline(shown, data) {
    const figures = new Map(space.extremes.standing(shown).map((figure) => [figure.id, figure]));
    const said = data.courses.flatMap((alternatives) => {
      const left = alternatives
        .map((course) => [course, course.figures.map((id) => figures.get(id)).filter(Boolean)])
        .filter(([, found]) => found.length);
      const told = left.find(([, found]) => found.length > 1) ?? left[0];
      return told ? [sentence(...told, data)] : [];
    });
    return said.flatMap((parts, index) => (index ? [" ", ...parts] : parts));
  }

  space.timelines = { show, charts, headline };
  space.exhibits["over-time"] = space.timelines;
})();
