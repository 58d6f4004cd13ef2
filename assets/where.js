"use strict";

/* The view by place: the labels of each tile follow what is shown, and the tiles their order, by the rules of
   dashboard/exhibits/where.py. */
(() => {
  const space = (globalThis.borderFigures ??= {});
  space.exhibits ??= {};
  const { charts, headline, show: showLines } = space.timelines;

  const all = (selector) => document.querySelectorAll(`#chart ${selector}`);

  function label(tile, role, { id, amount, end }) {
    const place = tile.querySelector(`[data-end="${role}"]`);
    const link = place.querySelector("a");
    link.href = `/figure/${id}`;
    link.textContent = amount;
    place.querySelector("span").textContent = String(Number(end.slice(0, 4)));
  }

  function showTile(tile, figures) {
    tile.hidden = !figures.length;
    if (tile.hidden) return;
    const first = figures[0];
    const last = figures.at(-1);
    const highest = figures.reduce((most, one) => (one.value > most.value ? one : most));
    for (const [role, figure] of Object.entries({ first, highest, last })) label(tile, role, figure);
    for (const mark of tile.querySelectorAll("[data-figure]")) {
      const { figure } = mark.dataset;
      mark.classList.toggle("is-highest", figure === highest.id);
      mark.classList.toggle("is-end", figure !== highest.id && (figure === first.id || figure === last.id));
    }
  }

  function show(shown, data) {
    showLines(shown, data);
    const bySector = new Map();
    for (const figure of shown) bySector.set(figure.region, [...(bySector.get(figure.region) ?? []), figure]);
    for (const tile of all(".tile")) showTile(tile, bySector.get(tile.dataset.tile) ?? []);
    const { order } = space.parse(location.search, data);
    for (const choice of all("[name=order]")) choice.checked = choice.value === order;
    for (const words of all("[data-order]")) words.hidden = words.dataset.order !== order;
  }

  let arranged = null;

  /** Put tiles, table and figures in the order that the address asks for. */
  function arrange({ order }, data) {
    arranged ??= document.querySelector("[name=order]:checked").value;
    if (order === arranged) return;
    arranged = order;
    const places = new Map(data.orders[order].map((tile, place) => [tile, place]));
    for (const tiles of all(".tiles")) {
      tiles.append(...[...tiles.children].sort((one, other) => places.get(one.dataset.tile) - places.get(other.dataset.tile)));
    }
    data.figures.sort((one, other) => places.get(one.region) - places.get(other.region));
    const rows = new Map([...document.querySelectorAll("tbody tr[data-figure]")].map((row) => [row.dataset.figure, row]));
    const body = rows.values().next().value.parentElement;
    body.append(...data.figures.map(({ id }) => rows.get(id)));
  }

  space.exhibits.where = { show, arrange, charts, headline };
})();
