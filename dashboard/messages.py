"""Sentences that are put together from data, on the server and in the browser alike.

One catalogue, so that both say the same: the page carries these templates to the browser, where
assets/sentences.js fills them in by the rules of sentences.py. `{name}` marks what is filled in.
"""

from __future__ import annotations

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    # amounts
    "amount.range": "{low} to {high}",
    "amount.roughly-more": "roughly {value} or more",
    "amount.roughly-fewer": "roughly {value} or fewer",
    # periods
    "period.not-stated": "date not stated",
    "period.day": "{day} {month} {year}",
    "period.month": "{month} {year}",
    "period.year": "{year}",
    "period.fiscal-year": "fiscal year {year}",
    "period.interval": "{start} to {end}",
    "months": ("January February March April May June July August September October November December"),
    # the total of a selection
    "total": "Total: {amount} {people}.",
    "total.added": "Added: {figures}.",
    "total.inside": "Not added again: {part}, because it is counted inside {whole}.",
    "total.rival": "Not added: {rival}, because it answers the same question as {preferred}.",
    "total.open": "The source gives only a lower bound, so the total is open upwards.",
    "total.capped": "The source gives only an upper bound, so the total may be lower.",
    "total.approximate": "An approximate number is in it, so the total is approximate too.",
    "who": "{agency}, {region}",
    "named": "{agency} ({amount})",
    # why there is none
    "no-total.nothing": "No total: there is no figure to count.",
    "no-total.bases": ("No total: these figures count different things ({bases}), and different things are not added."),
    "no-total.rivals": ("No total: {figures} answer the same question, and none of them is the preferred answer."),
    "no-total.dates": "No total: {figures} speak of dates too far apart to be added.",
    "no-total.undated": ("No total: for {figures} the source states no date, so they can’t be added to others."),
    "no-total.overlap": "No total: {figures} may count some people twice.",
    "no-total.open-bounds": ("No total: {figures} are bounded on opposite sides, which leaves no number to print."),
    # lists and counts
    "list.comma": ", ",
    "list.and": " and ",
    "count.figures.one": "{count} figure",
    "count.figures.other": "{count} figures",
    "count.sources.one": "{count} source",
    "count.sources.other": "{count} sources",
    "shown": "{figures} from {sources} shown.",
    "shown.of": "{figures} from {sources} shown, filtered by agency: {agencies}.",
    "shown.none": (
        "No figure of this source is filed under what you chose. Choose another agency, or show all of them."
    ),
    # the filter and the chart
    "filter.all": ": all agencies",
    "filter.some": ": {agencies}",
    "mark.detail": "{basis} · {as_of}",
    "mark.detail-open": "{basis} · {as_of} · no upper limit stated",
    "mark.spoken": "{agency}: {amount}<br>{basis}, {as_of}",
    "scale.note": (
        "Each panel has its own scale: a bar in the panel “{larger}” stands for {times} times as many"
        " people as one of the same length under “{smaller}”."
    ),
    # where a figure comes from
    "source.reported-by": "{publisher}, “{title}”, {published}.",
    "source.no-publisher": "Publisher not stated",
    "date.stated": ", in the source’s words “{words}”",
    "date.publication": ", the day of publication: the source speaks of the present",
    # one figure by itself
    "bounds.exact": "{amount}, printed without a hedge",
    "bounds.about": "{amount}: an approximate number without bounds",
    "bounds.estimate": "{amount}: an estimate without bounds",
    "bounds.at-least": "{amount}: a lower bound; no upper one is given",
    "bounds.at-most": "{amount}: an upper bound; no lower one is given",
    "bounds.range": "{amount}: a range with both ends given",
    "qualifier.exact": "exact",
    "qualifier.about": "approximate",
    "qualifier.estimate": "estimate",
    "qualifier.at-least": "lower bound",
    "qualifier.at-most": "upper bound",
    "qualifier.range": "range",
    "remainder": "The rest is {value}: computed here from exact numbers of one date, not reported.",
    "no-remainder": (
        "How many remain besides is not given here: a difference needs exact numbers of one kind and one date."
    ),
}
