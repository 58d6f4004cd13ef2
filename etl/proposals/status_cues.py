"""Phrases that tell how a figure stands, as expressions over the words of its clause."""

import re
from typing import Final

from etl.proposals.phrases import Phrases

FLOOR: Final = Phrases(
    "(?<!on the )(?<!to the )(?<!house )(?<!senate )floor", "minimum", "no fewer than", "not fewer than",
    "no less than", "mandate", "mandated", "required by (?:law|congress|statute)",
    "(?:not|n't|never|bars?|barred|barring|forbids?|prohibits?|keeps?|prevents?) (?:[\\w']+ )*"
    "(?:drop|fall|go|dip|sink|shrink|slip|dropping|falling|going|dipping|sinking|shrinking|slipping) below",
)  # fmt: skip
REQUIRED: Final = re.compile(
    r"\b(?:require[sd]?|must|shall|mandates?|obliges?|(?:has|have|had) to (?:keep|maintain|employ|have))"
    r"\b[^#]*\b(?:at least|minimum|fewer than)\b"
)
FLOOR_BEHIND: Final = re.compile(r"^\S* ?\S* (?:floor|minimum|required by)")
CEILING: Final = Phrases(
    "ceiling", "cap", "caps", "(?:set up|built|rated|sized) for", "capped", "limit", "limited", "authori[sz]ed",
    "authorizes", "authorization", "approved(?! (?:the |a |its )?(?:deployment|sending|order|plan|request|move))",
    "money for", "paid for", "funded", "funds", "funding for", "allotted", "(?:supposed|entitled|ought) to have",
    "permitted", "allows",
    "permits", "not exceed", "can't exceed", "cannot exceed", "staffed for",
    "bars (?:the |any )?(?:use|sending|posting|keeping)", "prohibits?", "forbids?", "budgeted", "authority",
    "may (?:keep|have|use|retain|employ|place)", "top(?:s|ped)? out at", "go as high as", "staffing model",
    "model (?:says|wants|gives)", "lets? (?:\\w+ ){1,3}(?:use|call up|send|keep|post)",
    "money in (?:[\\w~']+ ){1,6}for",
    "money (?:covers|pays for)", "enough (?:for|money for)", "room for", "funds? for",
)  # fmt: skip
FUNDED: Final = Phrases(
    "pays? for", "paying for", "provid(?:e|es|ed|ing) (?:money |funds |funding |the money )?for", "funding", "fund",
)  # fmt: skip
# What somebody wants funded or permitted is proposed.
WANTED: Final = Phrases(
    "would", "could", "seeks?", "sought", "asks?", "asked", "asking", "wants?", "wanted", "propos(?:es?|ed|ing|als?)",
    "amendment", "(?:senate|house) (?:version|bill|measure|plan)", "version", "draft", "request(?:s|ed)?",
)  # fmt: skip
# "will bring its remaining 29 back", "brought 40 home"
BROUGHT_BACK: Final = re.compile(r"\bbr(?:ing|ings|inging|ought)\b[^#]{0,40}# (?:\w+ ){0,5}(?:back|home)\b")
# "will shrink its border force by a third this summer, to"
REDUCED: Final = re.compile(
    r"\b(?:will|would|is to|are to|ordered)\b.*\b(?:shrink|cut|reduced?|trim|pare|drop|fall|lower|halve|scale)\b.*\bto$"
)
FILLED: Final = re.compile(r"\b(?:has|have|had) filled(?: \w+)?$")
# "From 2006 through 2008, some 30,000 Guard members served".
OVER_YEARS: Final = re.compile(r"\b(?:from|between|over|in|during) [^#]*~ (?:to|through|and|until) [^#]*~")
# What was asked for and approved is ordered.
GRANTED: Final = re.compile(
    r"(?<!is )(?<!be )(?<!are )(?<!was )\b(?:approve[sd]|granted|grants|sign(?:s|ed) off on)(?: \w+){0,9}$"
)
# "had rotated 1,120 people through", "has put 415 through border duty"
PUT_THROUGH: Final = re.compile(r"\b(?:rotated|cycled|moved|put|sent|run|ran)\b[^#]*# (?:\w+ )?through\b")
REPLACING: Final = re.compile(r"\b(?:replaced|relieved|followed|reinforced) by(?: \w+){0,2}$")
WHO_GO: Final = re.compile(r"who (?:will )?(?:go|leave|left)\b")
# What somebody wants to have in place is not there: "had hoped to have 26,370 agents in place".
HOPED: Final = re.compile(
    r"\b(?:hop|plan|want|expect|aim|intend|need|propos|seek|mean)\w* to (?:have|post|put|keep|station|field)\b[^#]*$"
)
GAINING: Final = re.compile(r"\b(?:got|gets|received|gained|welcomed|took on)$")
ABOARD: Final = re.compile(r"\b(?:on board|aboard|(?:onto|on) (?:the|its|their) (?:payroll|rolls|books|roster))\b")
MAY: Final = re.compile(r"(?:of (?:them|these|those) )?may\b")
BRINGING: Final = re.compile(r"\b(?:brought|bring|brings|taken|took|put)$")
CEILING_BEHIND: Final = re.compile(
    r"^(?:(?:were|was|are|is) )?(?:authori[sz]ed|approved|funded|permitted|allowed)\b"
    r"|^that (?:congress|(?:[\w~]+ ){1,6}(?:allows?|permits?|authori[sz]es))\b"
)
HIRED: Final = Phrases(
    "hired", "took on", "taken on", "brought on", "onboarded", "brought aboard", "recruited", "swore in", "sworn in",
    "graduated", "entered on duty", "(?:new )?hires", "added(?! (?:later |also )?that)", "gained", "took in",
    "signed up", "enlisted", "brought in", "put on the payroll",
)  # fmt: skip
# What an agency has brought in so far: "had made 1,240 hires".
MADE_HIRES: Final = re.compile(r"\b(?:made|recorded|logged|completed|counted|closed|reached|landed)$")
# "already hold orders and report on January 8"
ORDERS_HELD: Final = re.compile(r"\b(?:hold|holds|received|got|have|has|had) (?:\w+ )?orders\b")
# A force says what it will do in the past tense of who reports it: "the Pentagon said it would send".
SAID_TO_SEND: Final = re.compile(
    r"\b(?:said|announced|confirmed)\b[^#,]*\b(?:it|they|he|she) would (?:be )?"
    r"(?:send|deploy|dispatch|move|shift|rush|fly|sending|deploying|dispatching|moving|shifting|rushing)\b[^#]*$"
)
HIRES: Final = Phrases("hires", "hired", "new hires", "entered on duty")
HIRED_BEHIND: Final = re.compile(
    r"^(?:had been |were |was |have been )?(?:hired|brought (?:on|aboard)|added|reported in|graduated"
    r"|sworn in|taken on)\b"
    r"|^(?:\w+ ){0,5}(?:entered on duty|took the oath|came (?:on board|aboard)|were sworn|raised their"
    r"|joined the (?:agency|ranks|force))"
)
ASKED_HIRES: Final = Phrases("hire[ds]?", "take on", "bring (?:on|in|aboard)", "recruit(?:ed)?")
CUMULATIVE: Final = Phrases(
    "rotated", "cycled", "(?:have|has|had) served", "served at least", "who served", "served in all", "took part",
    "taken part", "passed through", "took turns", "(?:taken|took) a turn",
    r"(?:done|did|do|(?:have|has|had) made|pulled|taken|took|completed|finished|served) (?:a |an |the |their "
    r"|its |at least )?(?:\w+ )?"
    "(?:tours?|turns?|stints?|rotations?|trips?|hitch(?:es)?)",
    "(?:have|has|had) (?:worked|been|gone|deployed) (?:there|on it|to it) (?:since|over|at some)",
    "(?:will|would) have (?:worked|served|deployed|gone|spent|done|taken)",
)  # fmt: skip
SERVED_IN_ALL: Final = re.compile(
    r"\bserved\b.*\b(?:in (?:all|total)|altogether|all told|over (?:#|two|three|four|the|its|that|more)|between ~)"
)
AND_GONE: Final = re.compile(
    r"\band (?:they )?(?:have|has|had|are|were|will|then)(?: \w+)?"
    r" (?:gone|come|went|return|returned|left|back|be|home) ?(?:home|back|at|in|to)?\b"
)
GONE: Final = Phrases(
    "(?:order(?:ed|s)?|go(?:es)?|went|gone|going|comes?|came|coming|sent|sends?|sending|br(?:ing(?:ing)?"
    "|ought)) home",
    "gone back", "return(?:ed|ing|s)? (?:home|to|from)", "rotat(?:e|es|ed|ing) (?:out|home)", "be home",
    "(?:will|would|will be|would be|are|is) leav(?:e|ing)(?! (?:for|its|their|the|his|her|behind|about|some) )(?! #)",
    "left the border", "withdr[ae]wn?", "withdrew",
    "withdrawing", "pull(?:ed|ing)? (?:back|home|out)",
    "recall(?:ed|s|ing)(?! (?:under|to (?:active )?duty|to service|from retirement))",
    "demobili[sz]ed", "turn over",
    "redeployed", "leave too", "wrap up", "back home", "(?:have|had) left", "fl(?:y|ies|ew|own|ying) (?:back )?home",
    "head(?:s|ed|ing)? (?:back )?home", "(?:on|making) (?:the|their) way home",
    "(?:are|were|is|was) (?:all |now |already )?back (?:at|in|from|home|with)", "(?:will|would|to) be back",
    "stand(?:ing)? down", "stood down", "withdraws", "(?:be|been|were|was|are|being) released", "packing up",
    "pack(?:ed)? up", "to pack(?: up)?", "com(?:e|es|ing) back", "came back", "ship(?:s|ped|ping)? (?:home|out)",
    "(?:has|have|had) (?:come|gone) (?:back|home)", r"left (?:yesterday|last \w+|for home|on \w+day|the mission)",
    "(?:are|is|were|was|be) going back", "who (?:will )?(?:go|leave|left)", "who are (?:going|leaving)",
    "(?:due|set|scheduled|about|ready) to (?:leave|go home|return)", "(?:gone|went|go) back to base",
    "(?:arrived|landed|rolled) home",
)  # fmt: skip
# "would double the troopers and post 250 Guard members": the verb behind "and" shares the modal of the first.
BARE_VERB: Final = re.compile(
    r"\b(?:and|then|,) (?:also |then )?(?:add|assign|base|bring|call up|deploy|dispatch|hire|move|place|post|put|send"
    r"|station)\b[^#]*$"
)
MODAL: Final = Phrases(
    "would", "could", "plans? to", "proposes? to", "wants? to", "hopes? to", "seeks? to", "intends? to",
)  # fmt: skip
PULLED: Final = re.compile(
    r"\b(?:pull(?:s|ed|ing)?|withdraw(?:s|n|ing)?|withdrew|remov(?:e[sd]?|ing)) ?(?:out )?[^#]{0,12}$"
)
PLANNED: Final = Phrases(
    "plans?", "planned", "(?:is|are|was|were|been) planning", "planning (?:to|for|on)", "propose[sd]?", "proposal",
    "would", "could", "may", "might", "consider(?:s|ed|ing)?", "float(?:s|ed|ing)?", "mull(?:s|ed|ing)?",
    "contemplat(?:e|es|ed|ing)", "weigh(?:s|ing)?", "options?", "call(?:s|ed)? for(?! volunteers)",
    "(?<!the )(?<!'s )request(?:s|ed|ing)?", "ask(?:s|ed|ing)?", "seek(?:s|ing)?", "sought", "want(?:s|ed)?",
    "expect(?:s|ed)?", "due", "promise[sd]?", "pledge[sd]?", "vow(?:s|ed)?", "hopes?", "aim(?:s|ed)?", "goal",
    "target", "projected", "draft", "offers", "suggest(?:s|ed)?", "intends?", "eventually", "prepar(?:e|es|ing)",
    "standby", "alert(?:ed)?", "be hired", "to hire", "to be ready", "supposed to", "wish(?:es|ed)? to", "needs?",
    "should", "recommend(?:s|ed)?", "directs? the hiring", "agreed to", "means? to", "meant to", "designed to",
    "intended to", "put in for", "pledg(?:e[sd]?|ing)", "offer(?:s|ed|ing)?", "vow(?:s|ed|ing)?",
)  # fmt: skip
PLANNED_HIRES: Final = Phrases(
    "(?:will|must|should|could|to|can|may|shall|would) (?:hire|add|recruit|take on|bring|employ|gain|train|report)",
    "(?:is|are) (?:adding|hiring|recruiting|taking on)", "promising", "proposing", "requesting", "hoping",
    "demanding", "set to", "needed", "will be posted", "are due", "wants?", "would",
)  # fmt: skip
WILL_BE: Final = re.compile(r"will (?:go|be|move|follow|join|arrive|start|come)\b")
DONE: Final = Phrases("(?:has|have) (?:sent|lent|begun|had|been(?! told))")
# A verb behind a number that says what its people do there.
DOING: Final = re.compile(
    r"(?:are|were|is|was) (?:\w+ly |already |still |now )?"
    r"(?!(?:being|going|leaving|coming|heading|preparing|getting|returning|expecting|waiting|packing|flying|moving"
    r"|arriving|deploying|standing by|withdrawing|pulling|rotating)\b)\w+ing\b"
)
WILL: Final = Phrases("will", "'ll", "is to", "are to", "to be", "set to", "slated", "scheduled")
ORDERED: Final = Phrases(
    r"will (?:be |also |soon |now |then |first |\w+ly )*(?:send|deploy|move|join|go|travel|be|arrive|spend|help"
    r"|begin"
    "|run|work|turn|come|head(?:ed)?|fly|take|reach|follow|put|place|post|station|bring|dispatch|mobilize|activate)",
    "sends?", "sending", "(?:is|are) deploying",
    "(?<!state )(?<!separate )(?<!under )(?<!on )(?<!their )(?<!federal )(?<!standing )(?<!general )(?<!executive )"
    "(?<!in )(?<!~ )(?<!# )order(?:ed|s)?",
    "ordering", "begun", "beginning", "headed", "heading", "bound", "packing", "on (?:the|their) way",
    "announced (?:the )?deployment", "(?:is|are|was|were) (?:also )?adding",
    "(?:begins?|began|starts?|started) (?:loading|packing|moving|to load|to pack)", "deployment of", "leaves? for",
    "left for", "boarded", "got orders", "to deploy", "deploying", "en route", "dispatch(?:ed|ing|es)?",
    "mobiliz(?:ed|ing|es)", "activat(?:ed|ing|es)", "the order covers", "named to", "was set at", "get there",
    "is to", "are to",
)  # fmt: skip
BEING_SENT: Final = Phrases(
    "being (?:sent|deployed|moved|flown|mobili[sz]ed|activated|dispatched|called up|assigned|rushed)",
    "getting ready", "get ready", "preparing to (?:leave|go|deploy)",
)  # fmt: skip
ARRIVED: Final = Phrases("already", "there", "in place", "on the ground", "(?:had|have|has) reached")
SENT: Final = Phrases(r"(?:has|have|had) (?:\w+ )?(?:sent|deployed)")
TO_COME: Final = re.compile(r"(?:(?:are|is|was|were) to|will|would|should|to|due)\b")
THERE: Final = Phrases(
    "already", "present", "on the ground", "on duty", "in place", "there (?:are|were)", "has", "have", "had",
    "stands?", "stood", "working", "work", "serving", "serve", "assigned", "deployed", "stationed", "posted",
    "patrol", "remain(?:s|ing)?", "currently", "now", "today", "supporting", "on the line", "arrived", "reached",
    "landed", "came", "went", "reported", "join(?:s|ed|ing)?", "sent", "lent", "loaned", "moved", "gone", "drew",
    "pulled", "placed", "suppli(?:ed|es)", "contribut(?:ed|es?)", "furnish(?:ed|es)", "makes? up",
    "at the border", "fell", "fallen", "followed", "watch",
)  # fmt: skip
JOINING: Final = re.compile(
    r"\b(?:join|joins|joined|joining|supplement|supplements|on top of|in addition to|addition to the|reinforce"
    r"|alongside|replac(?:e|es|ing))(?: the| some)?$"
)
STAYING: Final = re.compile(
    r"\b(?:(?:are|is|will|to|would) (?:to )?|have |had )(?:stay(?:ed)?|remain(?:ed)?)\b|\bstayed (?:on|behind)\b"
)
HAVING: Final = re.compile(
    r"(?:^|(?<!will )(?<!would )(?<!to )(?<!should )(?<!could )(?<!may )(?<!must )(?<!can ))"
    r"\b(?:has|have|had|employs|numbers|numbering|numbered|there (?:are|were))"
    r"(?: only| just| now| still| some| a| already| but)*$"
)
KEEPING: Final = re.compile(
    r"\bextend(?:s|ed|ing)? (?:\w+ ){0,4}of$|\b(?:will|would|to) leave (?:its|their|the|his|her)$"
    r"|\b(?:keep|keeps|kept|keeping|extend|extends|extending)(?: \w+){0,2}$"
)
CURRENT: Final = re.compile(r"\b(?:current|existing|present|today 's) (?:\w+ ){0,2}(?:of|at|is)$")
HAS: Final = re.compile(r"(?:that |which )?(?:it|they|we|he|she|i)(?: \w+ly| now)? (?:has|have|had)\b(?! \w+ed\b)")
PRESENT: Final = re.compile(r"(?:now|today|currently|on staff|on board|on hand|so far|already|in place|at present)\b")
MOVED: Final = Phrases(
    "sent", "moved", "lent", "loaned", "pulled", "detailed", "shifted", "reassigned", "borrowed", "deployed",
    "(?:send|mov|lend|shift|pull|detail|reassign|rush|deploy|transferr|surg|fly)ing", "arrived", "to the field",
    "volunteered", "details?", "transferred", "surged", "flown", "bused", "rushed",
    "on (?:temporary )?(?:loan|detail)", "borrow(?:s|ed|ing)?", "brought", "diverted", "redirected", "released",
    "gave up", "given up", "on temporary duty", "moves", "sends", "lends", "shifts", "details", "reassigns", "move",
    "strung",
)  # fmt: skip
BEEN_MOVED: Final = Phrases(
    r"from (?:\w+ ){1,4}(?:have|has|had|were|are) (?:been )?"
    "(?:working|helping|processing|assigned|watching|filling in)",
    "(?:have|has|had|were|was|are|is) (?:already |now |been |all )?(?:on (?:temporary )?(?:loan|detail)"
    "|reported|arrived)",
    "(?:have|has|had|were|was) (?:been )?"
    "(?:sent|moved|lent|loaned|pulled|detailed|shifted|reassigned|deployed|transferred|flown|bused|rushed)",
)  # fmt: skip
CAME: Final = Phrases(
    "arrived", "(?:have|has|had) (?:already )?(?:come|reported|arrived)", "came in", "flew in", "showed up", "landed",
    "signed up",
)  # fmt: skip
BASE_LEVEL: Final = re.compile(
    r"\b(?:increase|raise|boost|expand|grow|cut|reduce|double|bring|go|shrink|drop|fall|rise|come down|trim|climb)\b.*"
    r"\bfrom$"
)
BILL: Final = Phrases("bill", "measure", "legislation", "proposal", "amendment", "requested", "(?:budget|the) request")
PLAN: Final = re.compile(r"\b(?:plan|option|proposal)\b.*\b(?:would|could|calls)\b")
VERBS: Final = frozenset({"have", "has", "will", "were", "are"})
