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

  function sentence(name, figures, { messages }) {
    const first = figures[0];
    const last = figures.at(-1);
    const highest = figures.reduce((most, one) => (one.value > most.value ? one : most));
    let key = "course.all";
    if (first === last) key = "course.one";
    else if (highest === first) key = "course.from-highest";
    else if (highest.value === last.value) key = "course.to-highest";
    const values = { name };
    for (const [role, { id, amount, as_of: when }] of Object.entries({ first, highest, last })) {
      values[role] = space.link({ id, name: amount });
      values[`${role}_when`] = when;
    }
    return space.fill(messages[key], values);
  }

  /** A sentence for each topic that has figures among those shown: the first, the highest and the latest. */
  function headline(shown, data) {
    const figures = new Map(shown.map((figure) => [figure.id, figure]));
    const said = data.courses.flatMap((alternatives) => {
      const left = alternatives.map(({ name, figures: ids }) => [name, ids.map((id) => figures.get(id)).filter(Boolean)]);
      const told = left.find(([, found]) => found.length);
      return told ? [sentence(...told, data)] : [];
    });
    return said.flatMap((parts, index) => (index ? [" ", ...parts] : parts));
  }

  space.timelines = { show, charts, headline };
  space.exhibits["over-time"] = space.timelines;
})();
