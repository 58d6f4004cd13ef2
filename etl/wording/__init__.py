"""From a source's own wording of a number to a quantity with its bounds, and back. Pure, no input or output.

`read` takes one wording and gives the one quantity it reports, or a `WordingError` that says why not.
`numbers` and `mentions` find the quantities of a text of any length by the same grammar, in linear time.
`write` gives the shortest wording that reads back to the same quantity.
"""

from etl.wording.quantity import Qualifier, Quantity, WordingError
from etl.wording.reading import numbers, read
from etl.wording.scanning import Mention, Standing, mentions
from etl.wording.writing import write

__all__ = [
    "Mention",
    "Qualifier",
    "Quantity",
    "Standing",
    "WordingError",
    "mentions",
    "numbers",
    "read",
    "write",
]
