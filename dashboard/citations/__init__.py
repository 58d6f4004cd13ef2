"""Citations of figures, views, sources and the whole ledger.

There is one model, the item of CSL-JSON (schema 1.0.2 of the Citation Style Language); every other form is written
from it. An item cites what a reader of this site has seen: the figure as it stands in the ledger, in one data
version. Its source is named in the `original-` variables and in the note, since whoever cites a figure from here
has not read the source by that; for those who have, each source has an item of its own.
"""

from dashboard.citations.items import CitedView, Edition, Item, document, figure, ledger, view
from dashboard.citations.text import plain

__all__ = ["CitedView", "Edition", "Item", "document", "figure", "ledger", "plain", "view"]
