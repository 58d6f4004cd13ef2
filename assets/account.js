"use strict";

/* The total with what was added and what was not, or why there is none: the rules of dashboard/account.py. */
(() => {
  const space = (globalThis.borderFigures ??= {});
  const MOST_REFUSED = 2;

  /** Gives a link for the id of a figure; those of the ids that would have the same words say their dates too. */
  function linksOf(ids, figures, data) {
    const alike = new Map();
    for (const id of new Set(ids)) alike.set(figures.get(id).name, (alike.get(figures.get(id).name) ?? 0) + 1);
    return (id) => {
      const { name, as_of, start } = figures.get(id);
      const toldApart = alike.get(name) > 1 && start;
      const text = toldApart ? space.fill(data.messages["named.dated"], { name, as_of }).join("") : name;
      return space.link({ id, name: text });
    };
  }

  /** Two dates by name, more of them from the first to the last. */
  function datesOf(figures, data) {
    const words = [...new Set(figures.map((figure) => figure.as_of))];
    if (words.length <= 2) return space.joined(words, data.messages);
    const [first, last] = space.span(figures, data);
    return space.fill(data.messages["dates.many"], { first, last });
  }

  function refusal({ reason, ids, bases }, figures, data) {
    const linked = linksOf(ids.slice(0, MOST_REFUSED + 1), figures, data);
    const links = ids.map((id, index) => (index <= MOST_REFUSED ? linked(id) : "")); // the others are only counted
    const labels = bases.map((basis) => data.bases[basis].label);
    return space.fill(data.messages[`no-total.${reason}`], {
      bases: space.joined(labels, data.messages),
      figures: space.some(links, data, MOST_REFUSED),
      dates: datesOf(ids.map((id) => figures.get(id)).filter(({ start }) => start), data),
    });
  }

  /** A sentence for each figure that another one stands for, and one for all that are too many to name. */
  function notAdded(key, pairs, linked, data, counts = key) {
    const said = pairs.slice(0, space.MOST_NAMED).map(([left, counted, whole]) => {
      return space.fill(data.messages[key], { left: linked(left), counted: linked(counted), whole: whole && linked(whole) });
    });
    const rest = pairs.length - space.MOST_NAMED;
    return rest > 0 ? [...said, [space.count(counts, rest, data)]] : said;
  }

  /** The same for parts; of a part of an answer that is set aside both are said. */
  function inside(result, linked, data) {
    const preferred = new Map(result.set_aside);
    const aside = result.inside.filter(([, whole]) => preferred.has(whole));
    const both = aside.map(([left, whole]) => [left, preferred.get(whole), whole]);
    return [
      ...notAdded("total.inside", result.inside.filter(([, whole]) => !preferred.has(whole)), linked, data),
      ...notAdded("total.inside-rival", both, linked, data, "total.inside"),
    ];
  }

  function sumInWords(result, figures, messages) {
    if (result.counted.length === 1) {
      const only = figures.get(result.counted[0]);
      return space.link({ id: only.id, name: only.amount });
    }
    const value = space.thousands(result.value);
    if (result.qualifier === "range") {
      const range = space.fill(messages["amount.range"], { low: value, high: space.thousands(result.high) }).join("");
      return result.hedge ? `${result.hedge} ${range}` : range;
    }
    const rough = { "at-least": "amount.roughly-more", "at-most": "amount.roughly-fewer" }[result.qualifier];
    if (result.approximate && rough) return space.fill(messages[rough], { value }).join("");
    return result.hedge ? `${result.hedge} ${value}` : value;
  }

  /** The total and its reasons, or why there is none: a list of sentences, each a list of texts and nodes. */
  space.aboutTotal = (result, data) => {
    const figures = new Map(data.figures.map((figure) => [figure.id, figure]));
    if (result.kind === "refusal") return [refusal(result, figures, data)];
    const say = (key, values) => space.fill(data.messages[key], values);
    const linked = linksOf([...result.counted, ...result.inside.flat(), ...result.set_aside.flat()], figures, data);
    const { people } = data.bases[result.basis];
    return [
      say("total", { amount: sumInWords(result, figures, data.messages), people }),
      ...(result.counted.length > 1 ? [say("total.added", { figures: space.some(result.counted.map(linked), data) })] : []),
      ...inside(result, linked, data),
      ...notAdded("total.rival", result.set_aside, linked, data),
      ...(result.qualifier === "at-least" ? [say("total.open")] : []),
      ...(result.qualifier === "at-most" ? [say("total.capped")] : []),
      ...(result.approximate && result.counted.length > 1 ? [say("total.approximate")] : []),
    ];
  };
})();
