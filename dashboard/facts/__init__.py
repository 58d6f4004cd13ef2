"""What is known of each figure, source, question, series and agency, in one shape for its page and its JSON twin."""

from dashboard.facts.agency import agency
from dashboard.facts.figure import figure
from dashboard.facts.lists import question, series, source
from dashboard.facts.wording import Wording

__all__ = ["Wording", "agency", "figure", "question", "series", "source"]
