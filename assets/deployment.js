"use strict";

/* The opening view: which bar lies in which, which panels are seen, and the live bars. */
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
    for (const element of document.querySelectorAll("#chart [data-needs]")) {
      element.toggleAttribute("hidden", !element.dataset.needs.split(" ").every((id) => outermost.has(id)));
    }
    const panels = new Set(shown.map((figure) => figure.panel));
    for (const panel of document.querySelectorAll("[data-panel]")) panel.hidden = !panels.has(panel.dataset.panel);
    document.getElementById("scale-note")?.toggleAttribute("hidden", panels.size < 2);
    const drawn = { inside: [...outermost].some(([part, whole]) => part !== whole), rest: document.querySelector(".rest:not(.key-rest):not([hidden])") };
    for (const item of document.querySelectorAll("#chart [data-key]")) item.hidden = !drawn[item.dataset.key];
    space.state.outermost = outermost;
  }

  /** Where the server has drawn a figure's bar, in pixels from the top of its plot, and whether it lies inside another. */
  function place(id, outermost, plot) {
    const whole = outermost.get(id);
    const nested = whole !== id;
    const track = plot.querySelector(`[data-figure="${whole}"][data-inside=""] > .track`);
    const box = track.querySelector(nested ? `[data-figure="${id}"] > .bar` : ":scope > .bar").getBoundingClientRect();
    return { centre: box.top + box.height / 2 - plot.getBoundingClientRect().top, height: box.height, nested };
  }

  function placedTrace(trace, spot, tone) {
    const inner = trace.meta.approximate ? "paper" : `mark-${tone}-part`;
    const fill = space.token(spot.nested ? inner : `mark-${tone}-whole`);
    const edge = space.token(`mark-${tone}-edge`);
    const marker = structuredClone(trace.marker);
    marker.color = fill;
    marker.line.color = edge;
    if (marker.pattern) Object.assign(marker.pattern, { fgcolor: edge, bgcolor: space.token("paper") });
    return { ...trace, y: [spot.centre], width: [spot.height], marker };
  }

  function placedShape(shape, spot, tone) {
    const line = { ...shape.line, color: space.token(`mark-${tone}-edge`) };
    return { ...shape, y0: spot.centre - spot.height / 2, y1: spot.centre + spot.height / 2, line };
  }

  function chartOf(panel, outermost) {
    const plot = document.querySelector(`[data-panel="${panel.id}"] .plot`);
    const shown = (id) => outermost.has(id);
    const spot = (id) => place(id, outermost, plot);
    const { data, layout } = panel.chart;
    return {
      id: panel.id,
      plot,
      data: data.filter(({ meta }) => shown(meta.figure)).map((t) => placedTrace(t, spot(t.meta.figure), panel.tone)),
      layout: {
        ...layout,
        shapes: (layout.shapes ?? []).filter(({ name }) => shown(name)).map((s) => placedShape(s, spot(s.name), panel.tone)),
        xaxis: { ...layout.xaxis, gridcolor: space.token("grid") },
      },
    };
  }

  /** What Plotly draws for the figures shown now: each panel that is seen, in the places that the page has for its bars. */
  const charts = ({ data, outermost }) =>
    data.panels
      .filter(({ id }) => !document.querySelector(`[data-panel="${id}"]`).hidden)
      .map((panel) => chartOf(panel, outermost));

  /** Those that a total of figures of one basis counts; where there is none, those in no other and not outdone. */
  function counted(figures, data) {
    const ids = figures.map(({ id }) => id);
    const total = space.total(ids, data.figures, data.agencies, data.regions, undefined, data.hedges);
    if (total.kind !== "refusal") return figures.filter(({ id }) => total.counted.includes(id));
    const answered = new Set(figures.filter(({ rank }) => rank === "preferred").map(({ question }) => question));
    return figures.filter(
      ({ part_of: whole, rank, question }) => !ids.includes(whole) && (rank === "preferred" || !answered.has(question)),
    );
  }

  const MOST_TOLD = 2;

  const different = (figures, words) => new Set(figures.map(words)).size;

  /** Up to two by name, with their dates where these are all that parts them; of more the largest. */
  function told(figures, data) {
    const { alike, highest } = space.extremes;
    const named = figures.length <= MOST_TOLD ? figures : [alike(figures) ? figures[0] : highest(figures)];
    let key = alike(figures) ? "level" : "largest";
    if (named === figures) {
      key = different(named, ({ id }) => data.who[id]) < different(named, ({ as_of: when }) => when) ? "dated" : "part";
    }
    return named.map(({ id, amount, basis, as_of }) =>
      space.fill(data.messages[`headline.${key}`], {
        agency: data.who[id],
        figure: space.link({ id, name: amount }),
        basis: data.bases[basis].label,
        as_of,
        figures: space.count("figures", figures.length, data),
      }),
    );
  }

  /** What each basis comes to, as texts and links. */
  function headline(shown, data) {
    const kept = space.extremes.standing(shown);
    const bases = new Map();
    for (const figure of kept.length ? kept : shown) bases.set(figure.basis, [...(bases.get(figure.basis) ?? []), figure]);
    const parts = [...bases.values()].flatMap((figures) => told(counted(figures, data), data));
    const wrong = shown.length - kept.length;
    if (wrong) parts.push([space.count(kept.length ? "headline.set-aside" : "headline.wrong", wrong, data)]);
    return parts.flatMap((part, index) => (index ? [data.messages["list.semicolon"], ...part] : part));
  }

  space.exhibits.deployment = { show, charts, headline };
})();
