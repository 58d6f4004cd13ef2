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

  const thousands = (number) => number.toLocaleString(document.documentElement.lang);

  function link(figure) {
    const anchor = document.createElement("a");
    anchor.href = `/figure/${figure.id}`;
    anchor.textContent = figure.name;
    return anchor;
  }

  /** "a", "a and b", "a, b and c": the items with the words of a list between them. */
  function joined(items, messages) {
    return items.flatMap((item, index) => {
      if (index === 0) return [item];
      return [messages[index === items.length - 1 ? "list.and" : "list.comma"], item];
    });
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
      const values = { bases: joined(labels, data.messages), figures: joined(result.ids.map(named), data.messages) };
      return [say(`no-total.${result.reason}`, values)];
    }
    const { people } = data.bases[result.basis];
    return [
      say("total", { amount: sumInWords(result, figures, data.messages), people }),
      ...(result.counted.length > 1
        ? [say("total.added", { figures: joined(result.counted.map(named), data.messages) })]
        : []),
      ...result.inside.map(([part, whole]) => say("total.inside", { part: named(part), whole: named(whole) })),
      ...result.set_aside.map(([rival, preferred]) =>
        say("total.rival", { rival: named(rival), preferred: named(preferred) }),
      ),
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

  const agencies = (chosen, data) => joined(chosen.map((agency) => data.agencyNames[agency]), data.messages);

  /** "5 figures from 1 source shown.", with the chosen agencies if there are any. */
  space.aboutCount = (shown, chosen, data) => {
    const sources = new Set(shown.map((figure) => figure.source)).size;
    const values = {
      figures: count("figures", shown.length, data),
      sources: count("sources", sources, data),
      agencies: agencies(chosen, data),
    };
    return fill(data.messages[chosen.length ? "shown.of" : "shown"], values).join("");
  };

  /** ": all agencies", or the chosen ones. */
  space.aboutFilter = (chosen, data) =>
    chosen.length ? fill(data.messages["filter.some"], { agencies: agencies(chosen, data) }).join("") : data.messages["filter.all"];
})();
