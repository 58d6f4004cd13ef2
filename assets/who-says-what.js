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

  /** Who says what. A publisher that the source doesn't state is no one to begin a headline with. */
  function lead({ id, amount, source }, { messages, publishers, who }) {
    const publisher = publishers[source];
    const values = { publisher, figure: space.link({ id, name: amount }), agency: who[id] };
    return space.fill(messages[publisher ? "says.lead" : "says.lead-unnamed"], values);
  }

  /** An answer as the end of a row of answers: the end of a range that is meant, a bound as such, none as the word. */
  function end(figure, people, data) {
    const { id, amount, qualifier } = figure;
    if (qualifier === "range") return space.link({ id, name: space.thousands(people) });
    if (["at-least", "at-most"].includes(qualifier)) {
      const number = space.link({ id, name: space.extremes.number(figure, data) });
      return space.fill(data.messages[`says.end-${qualifier}`], { number });
    }
    return space.link({ id, name: people ? amount : data.messages["amount.none"] });
  }

  /** Whether two answers count people of one agency, and neither is said to be a part of the other. */
  const samePeople = (figure, named) =>
    figure.agency === named.agency && figure.id !== named.part_of && figure.part_of !== named.id;

  function spread(peers, data) {
    const { bottom, top } = space.extremes;
    const least = peers.reduce((best, one) => (bottom(one) < bottom(best) ? one : best));
    const greatest = peers.reduce((best, one) => (top(one) > top(best) ? one : best));
    return space.fill(data.messages["says.spread"], {
      answers: space.count("answers", peers.length, data),
      least: end(least, bottom(least), data),
      greatest: end(greatest, top(greatest), data),
    });
  }

  const BOTH = 2;

  /** How several answers compare; `whole` says that these are all that there are. */
  function compared(named, peers, whole, data) {
    const { alike, kinds: kindsOf, number } = space.extremes;
    if (!alike(peers)) return spread(peers, data);
    const both = peers.length === BOTH ? data.messages["says.both-answers"] : space.count("all-answers", peers.length, data);
    const kinds = kindsOf(peers, data);
    let key = whole ? "alike" : "alike-others";
    if (kinds) key = kinds === kindsOf(peers.slice(0, 1), data) ? "alike-as" : "alike-each-as";
    return space.fill(data.messages[`says.${key}`], {
      answers: whole ? both : space.count("answers", peers.length, data),
      number: space.link({ id: named.id, name: number(named, data) }),
      kinds,
    });
  }

  /** What the answers about the same people come to, and how many are about others; nothing for one answer alone. */
  function othersOf(named, kept, whole, data) {
    const peers = kept.filter((figure) => samePeople(figure, named));
    const rest = kept.length - peers.length;
    const groups = rest ? [space.count("other-groups", rest, data)] : [];
    if (peers.length === 1) return groups;
    const answers = compared(named, peers, whole && !rest, data);
    return rest ? space.fill(data.messages["says.and-groups"], { answers, groups }) : answers;
  }

  function headline(shown, data) {
    if (!shown.length) return [];
    const { messages, who } = data;
    const kept = space.extremes.standing(shown);
    if (!kept.length) return space.fill(messages["says.wrong"], { lead: lead(shown[0], data) });
    const [named] = kept;
    const preferred = named.rank === "preferred";
    const others = othersOf(named, kept, preferred, data);
    const key = `says.${preferred ? "preferred" : "others"}${others.length ? "-among" : ""}`;
    const said = space.fill(messages[key], { lead: lead(named, data), agency: who[named.id], others });
    const aside = shown.length - kept.length;
    return aside ? [...said, " ", space.count("summary.set-aside", aside, data)] : said;
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
