"use strict";

/* The live charts: Plotly draws the marks in the places of those that the server has drawn. Labels, links and axis stay
   HTML; the place of every mark is measured from them, so wrapped labels and larger text keep mark and label together.

   A view whose charts can be live gives `borderFigures.exhibits[view].charts(state)`: a list of { id, plot, data, layout },
   the element that the server has drawn in and what Plotly draws over it. */
(() => {
  const space = (globalThis.borderFigures ??= {});
  const CONFIG = { displayModeBar: false, responsive: false, doubleClick: false, scrollZoom: false };
  const dark = globalThis.matchMedia("(prefers-color-scheme: dark)");

  /** The value of a design token in the theme that the reader sees. */
  space.token = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

  function hostOf(id, live) {
    let host = live.querySelector(`[data-live="${id}"]`);
    if (!host) {
      host = document.createElement("div");
      host.dataset.live = id;
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

  function completed(layout, { clientWidth: width, clientHeight: height }) {
    const { token } = space;
    const hoverlabel = { bgcolor: token("surface"), bordercolor: token("rule"), font: { color: token("ink") } };
    return { ...layout, width, height, yaxis: { ...layout.yaxis, range: [height, 0] }, hoverlabel };
  }

  /** A mark leads to its figure, as the server's does. */
  function leadOn(host) {
    if (host.dataset.leads) return;
    host.dataset.leads = "on";
    const figure = ({ customdata, data }) => customdata ?? data.meta.figure;
    host.on("plotly_click", ({ points }) => location.assign(`/figure/${figure(points[0])}`));
    host.on("plotly_hover", () => host.classList.add("is-pointed-at"));
    host.on("plotly_unhover", () => host.classList.remove("is-pointed-at"));
  }

  async function drawAll(Plotly, charts) {
    const live = document.getElementById("live");
    if (!live || !space.state) return;
    const drawn = charts(space.state);
    for (const host of live.children) host.hidden = !drawn.some(({ id }) => id === host.dataset.live);
    for (const { id, plot, data, layout } of drawn) {
      const host = hostOf(id, live);
      cover(host, plot);
      await Plotly.react(host, data, completed(layout, plot), CONFIG);
      leadOn(host);
    }
    document.getElementById("chart").classList.add("is-live");
  }

  let latest = 0;
  let drawing = Promise.resolve();

  async function drawIfLatest(turn) {
    const charts = space.exhibits[space.state?.data.view]?.charts;
    if (turn !== latest || !charts) return;
    try {
      await drawAll(await space.plotly(), charts);
    } catch (error) {
      document.getElementById("chart")?.classList.remove("is-live");
      console.warn(`The marks stay as the server has drawn them: ${error.message}`);
    }
  }

  /**
   * Draw the current selection, or leave the server's marks in place. One drawing ends before the next begins, because
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
