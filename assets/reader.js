"use strict";

/* Reading the chart mark by mark with the arrow keys, in the order of the table; each mark is shown and said in words. */
(() => {
  const space = (globalThis.borderFigures ??= {});
  const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
  let place = -1;

  const marks = (id) => document.querySelectorAll(`#chart [data-figure="${CSS.escape(id)}"]`);

  function unmark() {
    for (const mark of document.querySelectorAll("#chart .is-read")) mark.classList.remove("is-read");
  }

  function inWords(figure, count, data) {
    const whole = data.figures.find(({ id }) => id === figure.part_of);
    const values = {
      position: String(place + 1),
      count: String(count),
      name: figure.name,
      basis: data.bases[figure.basis].label,
      as_of: figure.as_of,
    };
    const told = space.exhibits[data.view].told?.(figure, data) ?? "";
    const said = space.fill(data.messages["reader.mark"], values).join("") + told;
    return whole ? said + space.fill(data.messages["reader.inside"], { whole: whole.name }).join("") : said;
  }

  function read(to) {
    const { data, shown } = space.state;
    if (!shown.length) return;
    place = Math.max(0, Math.min(to, shown.length - 1));
    unmark();
    const found = [...marks(shown[place].id)].filter((mark) => !mark.closest("[hidden]"));
    for (const mark of found) mark.classList.add("is-read");
    found[0]?.scrollIntoView({ block: "nearest" });
    document.getElementById("reader-words").textContent = inWords(shown[place], shown.length, data);
  }

  function toTable() {
    const id = space.state.shown[Math.max(place, 0)]?.id;
    document.querySelector(`tr[data-figure="${CSS.escape(id ?? "")}"] a`)?.focus();
  }

  function follow(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { shown } = space.state;
    const actions = {
      Home: () => read(0),
      End: () => read(shown.length - 1),
      Enter: () => shown[place] && location.assign(`/figure/${shown[place].id}`),
      t: toTable,
    };
    const step = STEPS[event.key];
    const action = step ? () => read(place < 0 ? (step > 0 ? 0 : shown.length - 1) : place + step) : actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  }

  document.addEventListener("DOMContentLoaded", () => {
    const reader = document.getElementById("reader");
    if (!reader) return;
    reader.addEventListener("keydown", follow);
    reader.addEventListener("blur", unmark);
  });

  /** Another selection is read from its beginning. */
  space.restartReading = () => {
    place = -1;
    unmark();
    const words = document.getElementById("reader-words");
    if (words) words.textContent = words.dataset.hint;
  };
})();
