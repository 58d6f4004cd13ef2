"use strict";

/* The highest and the lowest of figures, as far as their hedges let one be named: the rules of dashboard/extremes.py. */
(() => {
  const space = (globalThis.borderFigures ??= {});
  const NAMED_AS = { about: "rough", estimate: "rough" };

  /** The lower end of a range, the number itself of anything else. */
  const bottom = ({ value }) => value;

  /** The upper end of a range, the number itself of anything else. */
  const top = ({ value, high, qualifier }) => (qualifier === "range" ? (high ?? value) : value);

  /** Those without one kind of bound, or all where there are no others. */
  function without(bound, figures) {
    const found = figures.filter(({ qualifier }) => qualifier !== bound);
    return found.length ? found : figures;
  }

  const above = (figures) => without("at-most", figures);
  const below = (figures) => without("at-least", figures);
  const best = (figures, isBetter) => figures.reduce((found, one) => (isBetter(one, found) ? one : found));

  space.extremes = {
    bottom,
    top,

    /** Those that may be the highest. An upper bound is not, unless there are no others: it leaves open how many. */
    above,

    /** Those that may be the lowest. A lower bound is not, unless there are no others. */
    below,

    /** The first of the most people, of at least one figure. */
    highest: (figures) => best(above(figures), (one, other) => top(one) > top(other)),

    /** The first of the fewest people, of at least one figure. */
    lowest: (figures) => best(below(figures), (one, other) => bottom(one) < bottom(other)),

    /** All but the answers that are kept for the record alone because they look wrong. */
    standing: (figures) => figures.filter(({ rank }) => rank !== "deprecated"),

    /** Whether all name the same number, each with its own hedge. */
    alike: ([first, ...others]) => others.every((one) => bottom(one) === bottom(first) && top(one) === top(first)),

    /** The number without its hedge: "6,000", "450 to 500". */
    number(figure, { messages }) {
      const [low, high] = [space.thousands(bottom(figure)), space.thousands(top(figure))];
      return low === high ? low : space.fill(messages["amount.range"], { low, high }).join("");
    },

    /** As what they name it, each once; "" when all are exact. */
    kinds(figures, { messages }) {
      const found = [...new Set(figures.map(({ qualifier }) => NAMED_AS[qualifier] ?? qualifier))];
      if (found.join() === "exact") return "";
      return space.joined(found.map((kind) => messages[`named-as.${kind}`]), messages).join("");
    },
  };
})();
