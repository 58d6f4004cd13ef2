"use strict";

/* Sentences about a selection, put together in the browser. The templates come with the page; the rules are those of
   dashboard/sentences.py and dashboard/pages, and a browser test compares what both say. */
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

  function link({ id, name }) {
    const anchor = document.createElement("a");
    anchor.href = `/figure/${id}`;
    anchor.textContent = name;
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

  const MOST_NAMED = (space.MOST_NAMED = 4);

  /** The same, cut after the first few when there are many. */
  function some(items, data, most = MOST_NAMED) {
    if (items.length <= most + 1) return joined(items, data.messages);
    return joined([...items.slice(0, most), count("others", items.length - most, data)], data.messages);
  }

  space.some = some;

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
    if (first && last) said.push(say(Number(first) === Number(last) ? "filter.one-year" : "filter.both-years", { first, last }));
    else if (first) said.push(say("filter.from", { first }));
    else if (last) said.push(say("filter.to", { last }));
    if (chosen.question) said.push(phrase("question", say("filter.quoted", { words: data.questions[chosen.question] })));
    return said;
  }

  space.filters = filters;

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
