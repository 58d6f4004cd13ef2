"use strict";

/* Who says what: the question that is seen, its headline, and the live marks. The rules of dashboard/exhibits/who_says_what.py. */
(() => {
  const space = (globalThis.borderFigures ??= {});
  space.exhibits ??= {};

  function show(shown) {
    for (const block of document.querySelectorAll("[data-question]")) {
      block.hidden = block.dataset.question !== shown[0]?.question;
    }
  }

  /** The upper end of a range, the number itself of anything else. */
  const top = ({ value, high, qualifier }) => (qualifier === "range" ? (high ?? value) : value);

  /** An answer as the end of a row of answers: of a range the end that is meant, of none the word. */
  function end({ id, amount, qualifier }, people, { messages }) {
    if (qualifier === "range") return space.link({ id, name: space.thousands(people) });
    return space.link({ id, name: people ? amount : messages["amount.none"] });
  }

  function headline(shown, data) {
    if (!shown.length) return [];
    const preferred = shown.find(({ rank }) => rank === "preferred");
    const named = preferred ?? shown[0];
    const least = shown.reduce((best, one) => (one.value < best.value ? one : best));
    const greatest = shown.reduce((best, one) => (top(one) > top(best) ? one : best));
    const alike = least.value === top(greatest) ? "alike" : "spread";
    return space.fill(data.messages[`says.${preferred ? "preferred" : "others"}-${shown.length === 1 ? "one" : alike}`], {
      publisher: data.publishers[named.source],
      figure: space.link({ id: named.id, name: named.amount }),
      agency: data.who[named.id],
      answers: space.count("answers", shown.length, data),
      least: end(least, least.value, data),
      greatest: end(greatest, top(greatest), data),
    });
  }

  const SYMBOLS = { preferred: ["diamond", 14], normal: ["circle", 12], deprecated: ["x", 14.14] };
  const ROUGH = ["about", "estimate"];

  /** The ends of what a source's words allow, in people; an open one is at the limit of the axis. */
  function reach({ value, high, qualifier }, limit) {
    if (qualifier === "at-least") return [value, limit];
    if (qualifier === "at-most") return [0, value];
    return qualifier === "range" ? [value, high] : null;
  }

  function spoken(figure, data) {
    const { name, as_of, basis } = figure;
    const said = space.fill(data.messages["says.spoken"], { name, basis: data.bases[basis].label, as_of }).join("");
    return said.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  }

  /** The point of a figure at a height of `y` pixels, and before it the line of its bounds. */
  function traces(figure, y, limit, data) {
    const edge = space.token(`mark-${{ preferred: 1, normal: 2, deprecated: 4 }[figure.rank]}-edge`);
    const common = { type: "scatter", cliponaxis: false, hovertemplate: `${spoken(figure, data)}<extra></extra>` };
    const [symbol, size] = SYMBOLS[figure.rank];
    const hollow = ROUGH.includes(figure.qualifier);
    const marker = { symbol, size, color: hollow ? space.token("paper") : edge, opacity: 1, line: { color: edge, width: 2 } };
    const point = { ...common, mode: "markers", x: [figure.value], y: [y], marker, meta: { figure: figure.id, part: "point" } };
    const ends = reach(figure, limit);
    if (!ends) return [point];
    const x = figure.qualifier === "range" ? [...ends, null, ends[1], ends[1]] : ends;
    const line = { ...common, mode: "lines", x, y: x.map((_, index) => (index > 2 ? y + (index - 3.5) * 12 : y)), line: { color: edge, width: 3 } };
    return [{ ...line, meta: { figure: figure.id, part: "reach" } }, point];
  }

  const HIDDEN = { visible: false, fixedrange: true };
  const LAYOUT = {
    showlegend: false,
    margin: { l: 0, r: 0, t: 0, b: 0, pad: 0 },
    paper_bgcolor: "rgba(0,0,0,0)",
    plot_bgcolor: "rgba(0,0,0,0)",
    dragmode: false,
    hovermode: "closest",
    yaxis: HIDDEN,
  };

  /** The marks of the answers shown, on those of the server: the axis of the plot is stretched so that the lanes fit. */
  function charts({ data, shown }) {
    const block = document.querySelector("[data-question]:not([hidden])");
    if (!block) return [];
    const plot = block.querySelector(".plot");
    const limit = Number(block.querySelector(".answers").dataset.limit);
    const corner = plot.getBoundingClientRect();
    const lanes = new Map(
      shown.map(({ id }) => [id, block.querySelector(`[data-figure="${id}"] .answer`).getBoundingClientRect()]),
    );
    const [{ left, width }] = lanes.values();
    const people = (pixels) => ((pixels - left) / width) * limit;
    const traced = shown.flatMap((figure) => {
      const { top, height } = lanes.get(figure.id);
      return traces(figure, top + height / 2 - corner.top, limit, data);
    });
    const xaxis = { ...HIDDEN, range: [people(corner.left), people(corner.right)] };
    return [{ id: "answers", plot, data: traced, layout: { ...LAYOUT, xaxis } }];
  }

  /** What is read aloud of an answer beside its number: who says so, in which words, and how it ranks. */
  function told({ id, source, rank }, data) {
    const words = document.querySelector(`#chart [data-figure="${CSS.escape(id)}"] .words`).textContent;
    const said = space.fill(data.messages["reader.answer"], { publisher: data.publishers[source], words }).join("");
    return rank === "normal" ? said : said + data.messages[`reader.${rank}`];
  }

  space.exhibits["who-says-what"] = { show, headline, charts, told };
})();
