"""From hand-kept sources to the published package of figures."""
