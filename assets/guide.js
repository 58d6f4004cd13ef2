"use strict";

/* Help where it is needed: the steps for a first visit, and the meaning of a term that is pointed at or focused. */
(() => {
  const byId = (id) => document.getElementById(id);

  function remember(known) {
    document.documentElement.classList.toggle("knows-how", known);
    try {
      if (known) localStorage.setItem("how-to-read", "known");
      else localStorage.removeItem("how-to-read");
    } catch {
      // Storage is forbidden: it holds for this page.
    }
  }

  function startSteps() {
    const dismiss = byId("how-to-dismiss");
    if (!dismiss) return;
    dismiss.addEventListener("click", () => {
      remember(true);
      byId("how-to-again").focus();
    });
    byId("how-to-again").addEventListener("click", () => remember(false));
  }

  /** Beside its term, inside the window, above it where there is no room below. */
  function place(tip, term) {
    const box = term.getBoundingClientRect();
    const left = Math.max(8, Math.min(box.left, innerWidth - tip.offsetWidth - 8));
    const below = box.bottom + 6;
    const top = below + tip.offsetHeight > innerHeight ? box.top - tip.offsetHeight - 6 : below;
    tip.style.left = `${left}px`;
    tip.style.top = `${Math.max(8, top)}px`;
  }

  function startTerms() {
    if (!byId("glossary")) return;
    const tip = document.createElement("div");
    tip.className = "tooltip";
    tip.hidden = true;
    // The definition is read out through aria-describedby; a second time would be once too often.
    tip.setAttribute("aria-hidden", "true");
    document.body.append(tip);
    let current = null;
    const hide = () => (tip.hidden = true);
    const show = ({ target }) => {
      const term = target.closest?.("[data-term]");
      const meaning = term && byId(`term-${term.dataset.term}`);
      if (!meaning) return;
      tip.textContent = meaning.textContent;
      tip.hidden = false;
      current = term;
      place(tip, term);
    };
    const leave = ({ target, relatedTarget }) => {
      const term = target.closest?.("[data-term], .tooltip");
      if (term && !relatedTarget?.closest?.("[data-term], .tooltip")) hide();
    };
    document.addEventListener("pointerover", show);
    document.addEventListener("pointerout", leave);
    document.addEventListener("focusin", ({ target }) => (target.matches(":focus-visible") ? show({ target }) : hide()));
    document.addEventListener("focusout", hide);
    document.addEventListener("keydown", ({ key }) => key === "Escape" && hide());
    globalThis.addEventListener("scroll", () => tip.hidden || place(tip, current), { passive: true, capture: true });
  }

  document.addEventListener("DOMContentLoaded", () => {
    startSteps();
    startTerms();
  });
})();
