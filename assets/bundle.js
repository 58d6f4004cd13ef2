"use strict";

/* borderFigures.plotly(): the chart library, fetched when somebody asks for it and never before the first paint. */
(() => {
  const space = (globalThis.borderFigures ??= {});
  let pending = null;

  function loaded() {
    return document.readyState === "complete"
      ? Promise.resolve()
      : new Promise((resolve) => globalThis.addEventListener("load", () => resolve(), { once: true }));
  }

  // Safari has no requestIdleCallback. A frame and a task later the first paint is done there too.
  function idle() {
    return new Promise((resolve) => {
      if ("requestIdleCallback" in globalThis) {
        globalThis.requestIdleCallback(() => resolve(), { timeout: 1000 });
      } else {
        globalThis.requestAnimationFrame(() => setTimeout(resolve, 0));
      }
    });
  }

  function fetchScript() {
    return new Promise((resolve, reject) => {
      const address = document.querySelector('meta[name="plotly-bundle"]')?.content;
      if (!address) {
        reject(new Error("The page names no chart library."));
        return;
      }
      const script = document.createElement("script");
      const fail = (error) => {
        script.remove();
        reject(error);
      };
      script.src = address;
      script.addEventListener("error", () => fail(new Error("The chart library could not be fetched.")));
      script.addEventListener("load", () =>
        globalThis.Plotly ? resolve(globalThis.Plotly) : fail(new Error("The chart library did not start.")),
      );
      document.head.append(script);
    });
  }

  async function load() {
    await loaded();
    await idle();
    return fetchScript();
  }

  /**
   * Resolves to Plotly. Every call before the end shares one request; after a failure the promise is rejected, so that
   * the caller keeps what the server has drawn, and the next call tries again.
   */
  space.plotly = () => {
    if (globalThis.Plotly) return Promise.resolve(globalThis.Plotly);
    pending ??= load().finally(() => {
      pending = null;
    });
    return pending;
  };
})();
