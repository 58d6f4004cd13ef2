"use strict";

/* From when to when several figures speak: the rules of dashboard/spans.py. */
(() => {
  const space = (globalThis.borderFigures ??= {});

  const best = (figures, isBetter) => figures.reduce((soFar, one) => (isBetter(one, soFar) ? one : soFar));

  /** The words for the earliest and the latest date of figures that all have one. */
  space.span = (dated, { messages }) => {
    // Dates in ISO form, so that texts compare as days do.
    const first = best(dated, (one, other) => one.start < other.start || (one.start === other.start && one.end > other.end));
    const last = best(dated, (one, other) => one.end > other.end || (one.end === other.end && one.start < other.start));
    if (first.as_of === last.as_of) return [first.as_of, last.as_of];
    const precisions = [first.precision, last.precision];
    const ambiguous = precisions.includes("year") && precisions.includes("fiscal-year");
    const name = ({ as_of: words, precision }) =>
      ambiguous && precision === "year" ? space.fill(messages["period.calendar-year"], { year: words }).join("") : words;
    return [first.ends?.[0] ?? name(first), last.ends?.[1] ?? name(last)];
  };
})();
