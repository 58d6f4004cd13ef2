"""From a source's own wording of a number to a quantity with its bounds, and back. Pure, no input or output.

`read` takes one wording and gives the one quantity it reports, or a `WordingError` that says why not.
`numbers` and `mentions` find the quantities of a text of any length by the same grammar, in linear time.
`write` gives the shortest wording that reads back to the same quantity, `around` the words of a hedge on either
side of the number.

What is doubtful is refused. Digits are parted by commas only: "1 500" is two numbers whatever the space, and
"1.500" is refused. A dash makes a range only where it touches both numbers. A vague word or a fraction
anywhere in a wording refuses it, unless the number meant is marked. Years, dates, ordinals, shares, money,
names, and lengths of time or of road are passed over beside a count and refused alone.
"""

from etl.wording.numerals import Standing
from etl.wording.quantity import Qualifier, Quantity, WordingError
from etl.wording.reading import numbers, read
from etl.wording.scanning import Mention, mentions
from etl.wording.writing import around, write

__all__ = [
    "Mention",
    "Qualifier",
    "Quantity",
    "Standing",
    "WordingError",
    "around",
    "mentions",
    "numbers",
    "read",
    "write",
]
