"use strict";

// Runs before the page is painted, so that nothing moves when what needs scripts appears, and what a reader has put away
// does not come up for a moment.
document.documentElement.classList.add("has-scripts");
try {
  if (localStorage.getItem("how-to-read") === "known") document.documentElement.classList.add("knows-how");
} catch {
  // Storage is forbidden in this browser: the reader sees the steps each time.
}
