"""Phrases that tell which number is counted inside which, as they stand in the words of a page."""

import re
from typing import Final

# Between a whole and its parts in one sentence.
INCLUDING: Final = (
    "including", "among them", "of whom", "of which", "of them", "made up of", "composed of", "comprised of",
    "consisting of", "comprising", "divided into", "split between", "split among", "drawn from", "counting",
    " included ", " includes ", " comprises ",
)  # fmt: skip
INCLUDES: Final = frozenset({"included", "includes", "include", "including"})
# Before a number that the number told before belongs to: "the first of 1,050", "they are among 388 members".
LARGER: Final = re.compile(r"\b(?:among|(?:part|parts|members|some|first|portion|element|all) of)\b[^#;]*$")
THEY: Final = frozenset({"they", "these", "those", "all", "both", "the", "their", "it", "that", "this", "each"})
# At the head of a sentence that breaks down the number before it; the first tuple needs several numbers behind it.
SPLITS: Final = ("made up of", "breaks down", "that's", "consists of", "consist of", "that 's")
SPLITS_ALONE: Final = (
    "that includes", "that included", "it includes", "those include", "these include", "they include", "this includes",
    "among them", "among those", "it comprises", "the total includes", "the number includes", "the figure includes",
    "the force includes", "the team includes", "the group includes", "the deployment includes",
    "the contingent includes",
)  # fmt: skip
