"""A quantity as the shortest wording that reads back to it."""

from etl.wording.quantity import Qualifier, Quantity

_HEDGES = {
    Qualifier.EXACT: "",
    Qualifier.ABOUT: "about ",
    Qualifier.ESTIMATE: "an estimated ",
    Qualifier.AT_LEAST: "at least ",
    Qualifier.AT_MOST: "at most ",
}


def write(quantity: Quantity) -> str:
    """Canonical wording: `read` of it gives the same value, low, high and qualifier.

    The source's own hedge words are not kept; they are in `quantity.hedge`.
    """
    if quantity.qualifier is Qualifier.RANGE:
        return f"{quantity.value:,} to {quantity.high:,}"
    return f"{_HEDGES[quantity.qualifier]}{quantity.value:,}"
