"use strict";

/* The filter at work. The server sends the whole page with everything that is not selected hidden; from then on a choice
   shows and hides what is there already. The address always says what is chosen, and what it says is shown. */
(() => {
  const space = (globalThis.borderFigures ??= {});
  space.exhibits ??= {};
  const byId = (id) => document.getElementById(id);

  function showFigures(shown) {
    const ids = new Set(shown.map((figure) => figure.id));
    // What lies inside something else (data-inside) is shown by the script of the view that draws it.
    for (const element of document.querySelectorAll("[data-figure]:not([data-inside])")) {
      element.toggleAttribute("hidden", !ids.has(element.dataset.figure));
    }
    const sources = new Set(shown.map((figure) => figure.source));
    for (const element of document.querySelectorAll("[data-source]")) element.hidden = !sources.has(element.dataset.source);
    const there = new Set(shown.flatMap(({ qualifier, rank }) => [qualifier, rank]));
    for (const item of document.querySelectorAll("[data-for]")) item.hidden = !item.dataset.for.split(" ").some((one) => there.has(one));
  }

  /** What to take back when nothing is left: the choices of the reader, not the question that a view opens with. */
  function showNothing(shown, asked, data) {
    byId("nothing").hidden = shown.length > 0;
    const said = document.querySelector("[data-asked]");
    said.textContent = [...space.filters(asked, data), asked.source && said.dataset.asked]
      .filter(Boolean)
      .join(data.messages["filter.parted"]);
  }

  function paragraphs(sentences) {
    return sentences.map((parts) => {
      const paragraph = document.createElement("p");
      paragraph.append(...parts);
      return paragraph;
    });
  }

  function showSentences(shown, chosen, data) {
    const ids = shown.map((figure) => figure.id);
    const total = space.total(ids, data.figures, data.agencies, data.regions, undefined, data.hedges);
    const [first, ...reasons] = space.aboutTotal(total, data);
    const mismatches = space.aboutMismatches(shown, data);
    byId("count").textContent = space.aboutCount(shown, chosen, data);
    byId("filter-state").textContent = space.aboutFilter(chosen, data);
    byId("total").replaceChildren(...first);
    byId("reasons").replaceChildren(...paragraphs(reasons));
    byId("reasoning").hidden = reasons.length === 0;
    byId("guard").replaceChildren(...paragraphs(mismatches));
    byId("guard").hidden = mismatches.length === 0;
    byId("about-chart").replaceChildren(...space.aboutChart(shown, data));
    byId("about-chart").hidden = shown.length === 0;
    byId("headline").replaceChildren(...space.exhibits[data.view].headline(shown, data));
    byId("headline").hidden = shown.length === 0;
  }

  /** `chosen` says that the box itself is chosen, which can always be taken back. */
  function showBox(box, count, chosen, here, data) {
    const why = chosen || (here && count) ? "" : here ? "filter.none-with-others" : "filter.none-here";
    const choice = box.closest(".choice");
    box.checked = chosen;
    box.disabled = why !== "";
    choice.querySelector(".why").textContent = why && data.messages[why];
    const [number, noun] = choice.querySelector(".count").childNodes;
    number.data = String(count);
    noun.textContent = ` ${space.count("filter-figures", count, data)}`;
  }

  function showAgencies(boxes, chosen, data) {
    const counts = space.counts("agency", chosen, data);
    const filed = new Set(data.figures.flatMap((figure) => space.chain(figure.agency, data.agencies)));
    for (const box of boxes) {
      const above = space.chain(box.value, data.agencies);
      showBox(box, counts.get(box.value) ?? 0, chosen.agency.includes(box.value), filed.has(box.value), data);
      box.checked = above.some((agency) => chosen.agency.includes(agency));
      box.indeterminate =
        !box.checked && chosen.agency.some((agency) => space.chain(agency, data.agencies).includes(box.value));
    }
  }

  function showControls(chosen, data) {
    const form = byId("filter");
    const boxes = (name) => [...form.querySelectorAll(`input[name="${name}"]`)];
    showAgencies(boxes("agency"), chosen, data);
    for (const facet of Object.keys(data.facets)) {
      const counts = space.counts(facet, chosen, data);
      for (const box of boxes(facet)) {
        showBox(box, counts.get(box.value) ?? 0, chosen[facet].includes(box.value), true, data);
      }
    }
    for (const name of ["from", "to", "question"]) {
      const field = form.elements[name]; // the question may be asked outside the form
      if (field && field.value !== chosen[name]) field.value = chosen[name];
      field?.setCustomValidity("");
    }
  }

  const withQuery = (path, query) => (query ? `${path}?${query}` : path);

  /** `asked` is what the reader chose, which other views take over; a question that this view opens with is not. */
  function showLinks(asked, chosen, data) {
    const carried = space.query({ ...asked, source: "", order: "" }, data);
    byId("reset").hidden = !carried;
    const before = data.source ? "" : `view=${data.view}`;
    for (const link of document.querySelectorAll("[data-file]")) {
      link.href = withQuery(link.dataset.file, space.query({ ...chosen, order: "" }, data, { before, source: data.source }));
    }
    space.showShared(withQuery(data.path, space.query(chosen, data, { source: data.pageSource })));
    for (const link of document.querySelectorAll("a[data-view]")) {
      link.href = withQuery(data.paths[link.dataset.view], carried);
    }
  }

  /** Show what the address says, everywhere on the page, and tell Dash. */
  function show(data) {
    const asked = space.parse(location.search, data);
    const chosen = space.settled(asked, data);
    space.exhibits[data.view].arrange?.(chosen, data);
    const shown = data.figures.filter((figure) => space.admits(figure, chosen, data));
    space.state = { data, asked, chosen, shown };
    showFigures(shown);
    showNothing(shown, asked, data);
    space.exhibits[data.view].show?.(shown, data);
    showSentences(shown, chosen, data);
    showControls(chosen, data);
    showLinks(asked, chosen, data);
    space.restartReading();
    // Before Dash has put its components into the page it can't take a value; its first drawing shows the state anyway.
    if (byId("selection")) globalThis.dash_clientside.set_props("selection", { "data-query": location.search });
  }

  /** A box of the tree stands for everything under it: giving up one gives up those above it as well. */
  function agenciesAfter(box, boxes, data) {
    const under = (agency) => space.chain(agency, data.agencies).includes(box.value);
    const above = space.chain(box.value, data.agencies).slice(1);
    const checked = boxes.filter(({ value, checked: was }) => {
      if (under(value)) return box.checked;
      return was && (box.checked || !above.includes(value));
    });
    return space.reduce(checked.map(({ value }) => value), data.agencies);
  }

  const yearsIn = ({ elements: { from, to } }) => ({ from: from.value, to: to.value });

  /** Whether the years can be chosen; if not, the field that was changed says why, and the address stays as it is. */
  function yearsAreValid(field, data) {
    const { from, to } = field.form.elements;
    for (const one of [from, to]) one.setCustomValidity("");
    if (from.value && to.value && Number(from.value) > Number(to.value)) {
      const words = space.fill(data.messages["refused.years"], { first: from.value, last: to.value });
      field.setCustomValidity(words.join(""));
    }
    return [field, from, to].every((one) => one.reportValidity());
  }

  function choose(field, data) {
    const { asked } = space.state;
    const boxes = [...byId("filter").querySelectorAll(`input[name="${field.name}"]`)];
    let value = field.value;
    if (field.name === "agency") value = agenciesAfter(field, boxes, data);
    else if (field.type === "checkbox") value = boxes.filter((box) => box.checked).map((box) => box.value);
    else if (field.type === "number" && !yearsAreValid(field, data)) return false;
    const years = field.type === "number" && yearsIn(byId("filter"));
    const query = space.query({ ...asked, [field.name]: value, ...years }, data, { source: data.pageSource });
    history.pushState(null, "", withQuery(data.path, query));
    return show(data);
  }

  function reset(event, data) {
    event.preventDefault();
    history.pushState(null, "", event.currentTarget.getAttribute("href"));
    show(data);
    const places = byId("filter").querySelectorAll("summary, input[name=agency]");
    [...places].find((place) => place.checkVisibility()).focus();
  }

  function start() {
    const block = byId("explorer-data");
    if (!block) return; // one of the plain pages
    const data = JSON.parse(block.textContent);
    data.questions = Object.fromEntries([...(byId("filter").elements.question?.options ?? [])].map((o) => [o.value, o.text]));
    document.addEventListener("change", ({ target }) => target.form === byId("filter") && choose(target, data));
    for (const link of document.querySelectorAll("[data-reset]")) link.addEventListener("click", (event) => reset(event, data));
    globalThis.addEventListener("popstate", () => show(data));
    show(data);
  }

  document.addEventListener("DOMContentLoaded", start);
})();
