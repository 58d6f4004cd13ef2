"use strict";

// Dash puts this line into the page as an inline script, which our Content-Security-Policy refuses. It has to run after
// every other script: from here on Dash calls the functions that they have defined.
globalThis.renderer = new DashRenderer();
