"use strict";

/* On paper a link is its address in full, which only the browser knows: the server is not told by what name it is reached.
   Without scripts the paths are printed (print.css), behind the address of the site if its operator has set one. */
globalThis.addEventListener("beforeprint", () => {
  for (const link of document.querySelectorAll("main a[href]")) link.dataset.address = link.href;
  const page = document.getElementById("page-address");
  if (!page) return;
  page.textContent = location.href;
  page.parentElement.hidden = false;
});
