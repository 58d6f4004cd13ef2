"use strict";

/* The live charts: Plotly draws the bars in the places of those that the server has drawn. Labels, links and axis stay
   HTML; the height of every bar is measured from them, so wrapped labels and larger text keep bar and label together. */
(() => {
  const space = (globalThis.borderFigures ??= {});
  const CONFIG = { displayModeBar: false, responsive: false, doubleClick: false, scrollZoom: false };
  const dark = globalThis.matchMedia("(prefers-color-scheme: dark)");

  const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

  /** Where the server has drawn a figure's bar, in pixels from the top of its plot, and whether it lies inside another. */
  function place(id, outermost, plot) {
    const whole = outermost.get(id);
    const nested = whole !== id;
    const track = plot.querySelector(`[data-figure="${whole}"][data-inside=""] > .track`);
    const box = track.querySelector(nested ? `[data-figure="${id}"] > .bar` : ":scope > .bar").getBoundingClientRect();
    return { centre: box.top + box.height / 2 - plot.getBoundingClientRect().top, height: box.height, nested };
  }

  function placedTrace(trace, spot, tone) {
    const fill = token(`mark-${tone}-${spot.nested ? "part" : "whole"}`);
    const edge = token(`mark-${tone}-edge`);
    const marker = structuredClone(trace.marker);
    marker.color = fill;
    marker.line.color = edge;
    if (marker.pattern) Object.assign(marker.pattern, { fgcolor: edge, bgcolor: token("paper") });
    return { ...trace, y: [spot.centre], width: [spot.height], marker };
  }

  function placedShape(shape, spot, tone) {
    const line = { ...shape.line, color: token(`mark-${tone}-edge`) };
    return { ...shape, y0: spot.centre - spot.height / 2, y1: spot.centre + spot.height / 2, line };
  }

  /** The Plotly figure of a panel for the figures shown now, in the places that the page has for them. */
  function figureFor(panel, plot, outermost) {
    const { clientWidth: width, clientHeight: height } = plot;
    const shown = (id) => outermost.has(id);
    const spot = (id) => place(id, outermost, plot);
    const { data, layout } = panel.chart;
    return {
      data: data.filter(({ meta }) => shown(meta.figure)).map((t) => placedTrace(t, spot(t.meta.figure), panel.tone)),
      layout: {
        ...layout,
        width,
        height,
        shapes: (layout.shapes ?? []).filter(({ name }) => shown(name)).map((s) => placedShape(s, spot(s.name), panel.tone)),
        xaxis: { ...layout.xaxis, gridcolor: token("grid") },
        yaxis: { ...layout.yaxis, range: [height, 0] },
        hoverlabel: { bgcolor: token("surface"), bordercolor: token("rule"), font: { color: token("ink") } },
      },
    };
  }

  function hostOf(panel, live) {
    let host = live.querySelector(`[data-live="${panel.id}"]`);
    if (!host) {
      host = document.createElement("div");
      host.dataset.live = panel.id;
      live.append(host);
    }
    return host;
  }

  function cover(host, plot) {
    const frame = document.getElementById("chart").getBoundingClientRect();
    const box = plot.getBoundingClientRect();
    host.style.top = `${box.top - frame.top}px`;
    host.style.left = `${box.left - frame.left}px`;
  }

  async function drawAll(Plotly) {
    const live = document.getElementById("live");
    if (!live || !space.state) return;
    const { data, outermost } = space.state;
    for (const panel of data.panels) {
      const section = document.querySelector(`[data-panel="${panel.id}"]`);
      const host = hostOf(panel, live);
      host.hidden = section.hidden;
      if (section.hidden) continue;
      const plot = section.querySelector(".plot");
      cover(host, plot);
      const figure = figureFor(panel, plot, outermost);
      await Plotly.react(host, figure.data, figure.layout, CONFIG);
    }
    document.getElementById("chart").classList.add("is-live");
  }

  let latest = 0;
  let drawing = Promise.resolve();

  async function drawIfLatest(turn) {
    if (turn !== latest) return;
    try {
      await drawAll(await space.plotly());
    } catch (error) {
      document.getElementById("chart")?.classList.remove("is-live");
      console.warn(`The bars stay as the server has drawn them: ${error.message}`);
    }
  }

  /**
   * Draw the current selection, or leave the server's bars in place. One drawing ends before the next begins, because
   * Plotly does not bear two on one chart; those that are overtaken are left out.
   */
  async function draw(query) {
    const turn = (latest += 1);
    drawing = drawing.then(() => drawIfLatest(turn));
    await drawing;
    return query ?? "";
  }

  function redraw() {
    if (globalThis.Plotly && document.getElementById("chart")?.classList.contains("is-live")) draw();
  }

  globalThis.dash_clientside = globalThis.dash_clientside || {};
  globalThis.dash_clientside.borderFigures = { draw };

  document.addEventListener("DOMContentLoaded", () => {
    const chart = document.getElementById("chart");
    if (chart) new ResizeObserver(redraw).observe(chart);
  });
  dark.addEventListener("change", redraw);
})();
