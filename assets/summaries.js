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

  /** A figure, and how many others have the same number at that end. */
  function named(shown, first, end, data) {
    const others = shown.filter((figure) => end(figure) === end(first)).length - 1;
    const rest = others ? [space.count("others", others, data)] : [];
    return space.joined([space.link(first), ...rest], data.messages);
  }

  /** Which message tells highest and lowest; `apart` says that the numbers in question differ in that order. */
  function ranking(figures, apart) {
    const qualifiers = new Set(figures.map(({ qualifier }) => qualifier));
    const bounds = ["at-least", "at-most"].filter((bound) => qualifiers.has(bound));
    if (bounds.length === 1 && qualifiers.size === 1) return `extremes-${bounds[0]}`;
    if (apart) return "extremes";
    return bounds.length > 1 ? "open" : bounds[0] === "at-least" ? "highest" : "lowest";
  }

  /** The highest and the lowest of several, or why there are none; bounds of one side are ranked among themselves. */
  function ranked(figures, of, data) {
    const { above, alike, below, bottom, highest, kinds, lowest, number, top } = space.extremes;
    const say = (key, values) => space.fill(data.messages[`summary.${key}`], { of, ...values });
    if (alike(figures)) {
      const [first] = figures;
      const as = kinds(figures, data);
      return say(as ? "level-as" : "level", { figures: named(figures, first, bottom, data), number: number(first, data), kinds: as });
    }
    const [greatest, least] = [highest(figures), lowest(figures)];
    const values = {
      highest: named(above(figures), greatest, top, data),
      lowest: named(below(figures), least, bottom, data),
    };
    return say(ranking(figures, top(greatest) > bottom(least)), values);
  }

  /** What figures are counted as, each way once. */
  function of(figures, { messages, bases }) {
    const labels = [...new Set(figures.map(({ basis }) => bases[basis].label))];
    return space.fill(messages["summary.of"], { bases: space.joined(labels, messages) }).join("");
  }

  /** Highest and lowest of what is counted in one way, a sentence or two for each way that has several figures. */
  function extremes(shown, data) {
    const kept = space.extremes.standing(shown);
    const bases = new Map(kept.map(({ basis }) => [basis, kept.filter((figure) => figure.basis === basis)]));
    const counted = (figures) => (bases.size > 1 ? of(figures, data) : "");
    const said = [...bases.values()].filter(({ length }) => length > 1).map((group) => ranked(group, counted(group), data));
    const singles = [...bases.values()].filter(({ length }) => length === 1).flat();
    if (singles.length) {
      const values = { of: counted(singles), figures: space.joined(singles.map(space.link), data.messages) };
      said.push(space.fill(data.messages[singles.length === 1 ? "summary.one" : "summary.one-each"], values));
    }
    const aside = shown.length - kept.length;
    if (aside) said.push([space.count("summary.set-aside", aside, data)]);
    return said.flatMap((parts, index) => (index ? [" ", ...parts] : parts));
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
