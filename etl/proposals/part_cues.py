"""Phrases that tell which number is counted inside which, as they stand in the words of a page."""

import re
from typing import Final

# Between a whole and its parts in one sentence.
INCLUDING: Final = re.compile(
    r"\b(?:including|inclusive of|among (?:them|those|whom|which)|of (?:whom|which|them|these|those)|counting"
    r"|included|includes?|comprises?|encompass(?:es|ing)|to include"
    r"|(?:made up|composed|comprised|consisting|drawn up) of|comprising"
    r"|(?:divided|split|broken|breaking)(?: down)? (?:into|between|among|as)|drawn from"
    r"|(?:beginning|starting|led off) with|except for|save for|apart from)\b"
    r"|^, with #|, namely\b|, of these\b"
)  # fmt: skip
INCLUDES: Final = frozenset({"included", "includes", "include", "including", "comprises", "comprise"})
# Behind a part: "a Seabee detachment of 22 included".
INCLUDED_BEHIND: Final = (["included"], ["among", "them"], ["among", "these"], ["of", "which"])
# Before a number that the number told before belongs to: "the first of 1,050", "they are among 388 members".
LARGER: Final = re.compile(
    r"\b(?:among|(?:part|parts|members|some|first|portion|element|one|slice|elements|vanguard) of)\b[^#;]*$"
    r"|^of (?:a|an|the|its|their|his|her|our) (?:\w+ ){1,3}of$"
)
THEY: Final = frozenset({"they", "these", "those", "all", "both", "the", "their", "it", "that", "this", "each"})
# At the head of a sentence that breaks down the number before it; the first tuple needs several numbers behind it.
SPLITS: Final = re.compile(
    r"\b(?:made up of|breaks? down|broken down|that's|consists? of|that 's"
    r"|(?:divided|split)(?: up)? (?:into|between|among|as))\b"
)
SPLITS_ALONE: Final = re.compile(
    r"^(?:(?:that|this|it|those|these|they|the|their|its|his|her|our) (?:\w+ ){0,3}(?:include[sd]?|comprise[sd]?)\b"
    r"|(?:that|this|the) (?:number|total|figure|count|tally|sum) (?:takes in|counts|covers|embraces)\b|among the # \w+"
    r"|(?:included|counted|among|within|inside|amid) (?:in |among |within )?"
    r"(?:them|those|these|that|this|it|the (?:\w+ ){0,2}(?:number|total|figure|force|group|team|element|contingent"
    r"|component|deployment|mission|count|ranks|workforce|strength))\b)"
)
# Behind a part of what was counted before: "20,400 of the total", "900: Marines among those who stay".
OF_ALL: Final = re.compile(r"\bof the (?:total|workforce)\b|\bamong (?:those|them|these)\b")
# Right before a number that says what a share or the rest of those before is: "two-thirds of them, 820,".
SHARE: Final = re.compile(
    r"(?:\b(?:half|thirds?|quarters?|fifths?|tenths?|percent|majority|most|bulk) of (?:\w+ ){1,5}|[%#] of (?:\w+ ){1,5}"
    r"|\bthe (?:remainder|rest|balance|others) ?)[,(:—–-](?: or)?$"
)
# Right before a part that goes or comes before the rest.
FIRST: Final = re.compile(
    r"\b(?:(?:advance|lead|leading) (?:party|elements?|team|group|detachment)|(?:first|initial|opening)"
    r" (?:party|elements?|group|detachment|contingent)) of$"
)
# A class or a unit behind a noun for its members: "31 members of the class".
BODIES: Final = frozenset({"class", "group", "party", "contingent", "team", "detachment", "crew", "graduates"})
# In a sentence that gives some shares of the number before it: "Ohio, with 310, has sent the most".
SHARES: Final = re.compile(
    r"\b(?:(?:the|its) (?:most|fewest|largest|biggest|smallest|rest|remainder|balance|majority|bulk|lion 's)"
    r"|led (?:the way )?with|leads with|followed by|ahead of|(?:accounts?|accounted|accounting) for|make up|makes up"
    r"|made up)\b"
)
# Before or behind a number that counts on with what the part before began.
FURTHER: Final = frozenset({"another", "further", "additional", "other", "others", "more", "remaining"})
# "300 were left" gives a later level of the same count.
LEFT: Final = frozenset({"left", "there", "deployed"})
