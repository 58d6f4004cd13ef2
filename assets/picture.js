"use strict";

/* The buttons that save the chart as a picture; the script that draws it is fetched with the first press. */
(() => {
  const space = (globalThis.borderFigures ??= {});

  function fetched(address) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.addEventListener("load", () => resolve());
      script.addEventListener("error", () => reject(new Error(`${address} could not be fetched`)));
      document.head.append(script);
    });
  }

  document.addEventListener("DOMContentLoaded", () => {
    for (const button of document.querySelectorAll("button[data-picture]")) {
      button.addEventListener("click", async () => {
        if (!space.savePicture) await fetched(button.dataset.script);
        await space.savePicture(button.dataset.picture);
      });
    }
  });
})();
