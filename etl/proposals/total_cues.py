"""Phrases that tell what an addition makes in all, as expressions over the words of a clause."""

import re
from typing import Final

_RAISING: Final = (
    r"bring|brings|bringing|brought|push|pushes|pushing|raise|raises|raising|put|puts|putting|take|takes(?! in)|taking"
    r"|lift|lifting|swell|increase|increasing|boost|boosting|grow|double|doubling|leaves|leaving|expand|expanding"
)
_RAISED: Final = (
    r"total|number|numbers|force|forces|size|count|deployment|presence|strength|troops|personnel|agents|officers"
    r"|troopers|patrol|us|to|with|ranks|level|levels|staffing|headcount|at|contingent|mission"
)
# "bringing the total to", "would rise to", "once they arrive, there will be"
MADE: Final = (
    re.compile(rf"\b(?:{_RAISING})\b[^#]*\b(?:{_RAISED})\b[^#]*$"),
    re.compile(
        r"\b(?:(?:for|to|making|makes|or) (?:a|the|an?) (?:new |combined |grand |overall )?total"
        r"|(?:making|makes|to make) (?:a|the) (?:\w+ )?(?:force|team)) of\s*$"
    ),
    re.compile(r"\b(?:would|will|to|that|which|and) (?:make|makes)(?: it| that)?(?: about| some| nearly)?\s*$"),
    re.compile(r"\b(?:comes?|will come|would come|amounts?|adds? up|works out) to\s*$"),
    re.compile(r"\b(?:will|would|should) (?:end|finish|close)\b[^#]*\bwith\s*$"),
    re.compile(rf"\b(?:{_RAISING})\b[^#]*\bfrom # to\s*$"),
    re.compile(r"\bso\b[^#]*\b(?:would|will) (?:have|number|total)\s*$"),
    re.compile(r"\bnow it has\s*$|\bfor a total of\b[^#]*$"),
    re.compile(r"\b(?:would|will|to|could) (?:then )?(?:rise|grow|climb|increase|swell|go up) to\s*$"),
    re.compile(
        r"\b(?:once|when|after) (?:they|both|all|the|those|these|that|everyone)\b.*"
        r"\b(?:will|would)(?: \w+)? (?:be|total|number|have|reach|involve|stand at|come to)\s*$"
    ),
    re.compile(
        r"\b(?:with|counting|including) (?:the|these|this|that|those|them|his|her|its|their)\b.*"
        r"\b(?:(?:will|would|'ll|'d) (?:reach|total|number|stand at|have|be)|(?:rises|climbs|grows|goes|comes) to)\s*$"
    ),
    re.compile(r"\badd\b.*\b(?:total is|it comes to)(?: \w+)*\s*$"),
    re.compile(r"\b(?:would|will) leave\b[^#]*\bwith\s*$"),
)
FOR_IN_ALL: Final = re.compile(r"^\S* (?:\w+ )?(?:in all|altogether|all told|in total)\b")
IN_ALL: Final = re.compile(r"^\s*(?:in|on) the (?:total|force)\b|\bin (?:total|all) (?:will|would) be\b")
PUT_AT: Final = re.compile(
    r"(?<!would )(?<!will )(?<!to )(?<!that )(?<!which )(?<!this )\bputs?\b(?: [\w']+){0,12} at$"
)
# What a force may grow to is a ceiling: "is authorized to grow to 9,800".
ALLOWED_TO_GROW: Final = re.compile(
    r"\b(?:authori[sz]ed|allowed|permitted|approved|cleared) to (?:grow|rise|climb|expand|swell|go|increase)\b[^#]*$"
)
