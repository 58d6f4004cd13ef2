"use strict";

/* Sentences about a selection, put together in the browser. The templates come with the page; the rules are those of
   dashboard/sentences.py, and a browser test compares what both say. */
globalThis.borderFigures = globalThis.borderFigures || {};

(() => {
  const space = globalThis.borderFigures;

  /** A template with its gaps filled, as a list of texts and nodes for `replaceChildren`. */
  function fill(template, values = {}) {
    return template.split(/\{([a-z_]+)\}/).flatMap((piece, index) => (index % 2 ? [values[piece]].flat() : [piece]));
  }

  space.fill = fill;

  const thousands = (number) => number.toLocaleString(document.documentElement.lang);

  space.thousands = thousands;

  function link(figure) {
    const anchor = document.createElement("a");
    anchor.href = `/figure/${figure.id}`;
    anchor.textContent = figure.name;
    return anchor;
  }

  space.link = link;

  /** "a", "a and b", "a, b and c": the items with the words of a list between them. */
  function joined(items, messages) {
    return items.flatMap((item, index) => {
      if (index === 0) return [item];
      return [messages[index === items.length - 1 ? "list.and" : "list.comma"], item];
    });
  }

  space.joined = joined;

  const MOST_NAMED = 4;
  const MOST_REFUSED = 2;

  /** The same, cut after the first few when there are many. */
  function some(items, data, most = MOST_NAMED) {
    if (items.length <= most + 1) return joined(items, data.messages);
    return joined([...items.slice(0, most), count("others", items.length - most, data)], data.messages);
  }

  /** A sentence for each figure that another one stands for, and one for all that are too many to name. */
  function notAdded(key, pairs, named, data, counts = key) {
    const said = pairs.slice(0, MOST_NAMED).map(([left, counted, whole]) => {
      return fill(data.messages[key], { left: named(left), counted: named(counted), whole: whole && named(whole) });
    });
    const rest = pairs.length - MOST_NAMED;
    return rest > 0 ? [...said, [count(counts, rest, data)]] : said;
  }

  /** The same for parts; of a part of an answer that is set aside both are said. */
  function inside(result, named, data) {
    const preferred = new Map(result.set_aside);
    const aside = result.inside.filter(([, whole]) => preferred.has(whole));
    const both = aside.map(([left, whole]) => [left, preferred.get(whole), whole]);
    return [
      ...notAdded("total.inside", result.inside.filter(([, whole]) => !preferred.has(whole)), named, data),
      ...notAdded("total.inside-rival", both, named, data, "total.inside"),
    ];
  }

  function sumInWords(result, figures, messages) {
    if (result.counted.length === 1) {
      const only = figures.get(result.counted[0]);
      return link({ id: only.id, name: only.amount });
    }
    const value = thousands(result.value);
    if (result.qualifier === "range") {
      const range = fill(messages["amount.range"], { low: value, high: thousands(result.high) }).join("");
      return result.hedge ? `${result.hedge} ${range}` : range;
    }
    const rough = { "at-least": "amount.roughly-more", "at-most": "amount.roughly-fewer" }[result.qualifier];
    if (result.approximate && rough) return fill(messages[rough], { value }).join("");
    return result.hedge ? `${result.hedge} ${value}` : value;
  }

  /** The total and its reasons, or why there is none: a list of sentences, each a list of texts and nodes. */
  space.aboutTotal = (result, data) => {
    const figures = new Map(data.figures.map((figure) => [figure.id, figure]));
    const say = (key, values) => fill(data.messages[key], values);
    const named = (id) => link(figures.get(id));
    if (result.kind === "refusal") {
      const labels = result.bases.map((basis) => data.bases[basis].label);
      const values = { bases: joined(labels, data.messages), figures: some(result.ids.map(named), data, MOST_REFUSED) };
      return [say(`no-total.${result.reason}`, values)];
    }
    const { people } = data.bases[result.basis];
    return [
      say("total", { amount: sumInWords(result, figures, data.messages), people }),
      ...(result.counted.length > 1
        ? [say("total.added", { figures: some(result.counted.map(named), data) })]
        : []),
      ...inside(result, named, data),
      ...notAdded("total.rival", result.set_aside, named, data),
      ...(result.qualifier === "at-least" ? [say("total.open")] : []),
      ...(result.qualifier === "at-most" ? [say("total.capped")] : []),
      ...(result.approximate && result.counted.length > 1 ? [say("total.approximate")] : []),
    ];
  };

  function count(kind, number, { messages, pluralForms, language }) {
    const forms = messages[`count.${kind}`];
    const form = pluralForms[new Intl.PluralRules(language).select(number)];
    return fill(forms[Math.min(form, forms.length - 1)], { count: thousands(number) }).join("");
  }

  space.count = count;

  const listed = (names, data) => names.join(data.messages["list.comma"]);

  /** The choices made, a phrase each: "agency: CBP"; nothing for none. */
  function filters(chosen, data) {
    const { messages } = data;
    const say = (key, values) => fill(messages[key], values).join("");
    const phrase = (filter, names) => say("filter.chosen", { filter: messages[`filter.${filter}`], names });
    const said = chosen.agency.length ? [phrase("agency", listed(chosen.agency.map((one) => data.agencyNames[one]), data))] : [];
    for (const facet of Object.keys(data.facets)) {
      const names = chosen[facet].map((one) => data.facets[facet][one]);
      if (names.length) said.push(phrase(facet, listed(names, data)));
    }
    const { from: first, to: last } = chosen;
    if (first && last) said.push(say("filter.both-years", { first, last }));
    else if (first) said.push(say("filter.from", { first }));
    else if (last) said.push(say("filter.to", { last }));
    if (chosen.question) said.push(phrase("question", say("filter.quoted", { words: data.questions[chosen.question] })));
    return said;
  }

  /** "5 figures from 1 source shown.", with the filter if there is one. */
  space.aboutCount = (shown, chosen, data) => {
    const said = filters(chosen, data);
    const values = {
      figures: count("figures", shown.length, data),
      sources: count("sources", new Set(shown.map((figure) => figure.source)).size, data),
      filters: said.join(data.messages["filter.parted"]),
    };
    return fill(data.messages[said.length ? "shown.filtered" : "shown"], values).join("");
  };

  /** The filter in words. */
  space.aboutFilter = (chosen, data) =>
    filters(chosen, data).join(data.messages["filter.parted"]) || data.messages["filter.none"];

  /** What makes figures that are shown together unlike each other, a sentence each. */
  space.aboutMismatches = (shown, data) => {
    const bases = new Map();
    for (const { basis } of shown) bases.set(basis, (bases.get(basis) ?? 0) + 1);
    const parts = [...bases].map(([basis, number]) =>
      fill(data.messages["guard.part"], { count: thousands(number), basis: data.bases[basis].label }).join(""),
    );
    const undated = shown.filter((figure) => figure.start === null).length;
    return [
      ...(bases.size > 1 ? [fill(data.messages["guard.bases"], { bases: joined(parts, data.messages) })] : []),
      ...(undated && shown.length > 1
        ? [fill(data.messages["guard.undated"], { figures: count("figures", undated, data) })]
        : []),
    ];
  };
})();
