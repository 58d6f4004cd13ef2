"""From an article's text to draft figures, each with the rules that led to it. Drafts are never published.

`propose` reads a text; `as_rows` gives its figures as plain rows. `take` turns the bytes of a document into text.
"""

from etl.proposals.intake import Intake, IntakeError, take
from etl.proposals.proposing import Proposal, as_rows, propose

__all__ = ["Intake", "IntakeError", "Proposal", "as_rows", "propose", "take"]
