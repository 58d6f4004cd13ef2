"use strict";

/* What the chart shows in one paragraph: the rules of dashboard/summaries.py. */
(() => {
  const space = (globalThis.borderFigures ??= {});
  const HEDGES = [
    ["rough", ["about", "estimate"]],
    ["at-least", ["at-least"]],
    ["at-most", ["at-most"]],
    ["range", ["range"]],
  ];

  const most = (figures, isBetter) => figures.reduce((best, one) => (isBetter(one, best) ? one : best));

  /** The first figure of a value, and how many others have the same one. */
  function named(shown, value, data) {
    const [first, ...others] = shown.filter((figure) => figure.value === value);
    const rest = others.length ? [space.count("others", others.length, data)] : [];
    return space.joined([space.link(first), ...rest], data.messages);
  }

  function extremes(shown, data) {
    const highest = most(shown, (one, best) => one.value > best.value).value;
    const lowest = most(shown, (one, best) => one.value < best.value).value;
    if (highest === lowest) {
      const key = shown.length === 1 ? "summary.one" : "summary.level";
      return space.fill(data.messages[key], { figures: named(shown, highest, data) });
    }
    const values = { highest: named(shown, highest, data), lowest: named(shown, lowest, data) };
    return space.fill(data.messages["summary.extremes"], values);
  }

  function hedges(shown, data) {
    const said = HEDGES.map(([kind, among]) => [kind, shown.filter(({ qualifier }) => among.includes(qualifier)).length])
      .filter(([, number]) => number)
      .map(([kind, number]) => space.count(`summary.${kind}`, number, data));
    if (!said.length) return [data.messages["summary.exact"]];
    return space.fill(data.messages["summary.hedged"], { hedges: space.joined(said, data.messages) });
  }

  function dates(shown, data) {
    const dated = shown.filter(({ start, end }) => start && end);
    if (!dated.length) return [data.messages["summary.no-date"]];
    const [first, last] = space.span(dated, data);
    const rest = shown.length - dated.length;
    const undated = rest ? space.count("summary.undated", rest, data) : "";
    return space.fill(data.messages[first === last ? "summary.date" : "summary.dates"], { first, last, undated });
  }

  /** The paragraph as texts and links; nothing for nothing. */
  space.aboutChart = (shown, data) =>
    shown.length ? [...extremes(shown, data), " ", ...hedges(shown, data), " ", ...dates(shown, data)] : [];
})();
