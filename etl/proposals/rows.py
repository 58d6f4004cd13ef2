"""Lines of a table or a list: the label left of the colon, or the title above, says what is counted."""

from typing import Final

from etl.proposals import nouns
from etl.proposals.candidate import Candidate
from etl.proposals.context import Context, entries_between
from etl.proposals.cues import cue
from etl.proposals.objects import PREPOSITIONS
from etl.proposals.page import Sentence, year_like
from etl.proposals.vocabulary import Entry

_THINGS: Final = (cue("rows/things") | cue("rows/labels")) - {"county", "town"}
_PLACES: Final = cue("rows/places")
_SIZES: Final = cue("rows/sizes")
_TAIL: Final = 3
_BACK: Final = 3
_ROWS: Final = 24
_BULLETS: Final = frozenset({"-", "•", "*", "–", "—"})
# Places where people serve: "three offices together" is a total of people.
OFFICES: Final = frozenset({"offices", "stations", "sites", "bases", "crossings", "ports"})
# Labels of a row that gives the total of the rows above.
TOTAL_WORDS: Final = frozenset({"total", "overall", "workforce", "all", "together", "combined", "sum"})


def read(candidate: Candidate, context: Context) -> bool:
    """Give a number at the end of a row its noun and its agency, or refuse it."""
    page, sentence = candidate.page, candidate.sentence
    head = context.head(candidate.place)
    if head is not None:
        return _in_column(candidate, head)
    if sentence.kind != "row" or candidate.after < sentence.last - _TAIL:
        return False
    label = [entry for _, entry in entries_between(page, sentence.first, candidate.place)]
    noun = None if _adverbial(candidate) else next((entry.noun for entry in label if entry.noun), None)
    words = set(page.words[sentence.first : candidate.place])
    names = [entry.agency for entry in label if entry.agency and "veterans" not in words]
    if words & (_THINGS - OFFICES if words & TOTAL_WORDS else _THINGS):
        candidate.refuse("not-people", "counts what the label says")
        return True
    if not names and noun is None and _by_place(candidate, context):
        return True
    heading = _heading(candidate)
    candidate.agencies = names or _of_heading(candidate, heading)
    candidate.noun = noun or next((entry.noun for entry in heading if entry.noun), None)
    if candidate.noun is None and not candidate.agencies:
        return False
    candidate.noun = candidate.noun or "people"
    return True


def of_total(candidate: Candidate) -> bool:
    """Whether the words before a number make it a total."""
    return not TOTAL_WORDS.isdisjoint(candidate.page.words[candidate.sentence.first : candidate.place])


def _of_heading(candidate: Candidate, heading: list[Entry]) -> list[str]:
    """The agency of a title; where it names no single force, that of the row for the total."""
    agencies = [entry.agency for entry in heading if entry.agency][:1]
    return (_of_total(candidate) if agencies == ["all-military"] else []) or agencies


def _of_total(candidate: Candidate) -> list[str]:
    """The force that the row for the total names, below a title that names none: "Total California Guard: 239"."""
    page, sentence = candidate.page, candidate.sentence
    for row in page.sentences[sentence.index + 1 : sentence.index + _ROWS]:
        if row.kind != "row" or row.heading is not sentence.heading:
            break
        if not TOTAL_WORDS.isdisjoint(page.words[row.first : row.last]):
            return [entry.agency for _, entry in entries_between(page, row.first, row.last) if entry.agency][:1]
    return []


def _in_column(candidate: Candidate, head: tuple[int, int]) -> bool:
    """Give a number in a table the people of its column's head, else of the title, unless the head names things."""
    page, sentence = candidate.page, candidate.sentence
    words, label_words = set(page.words[slice(*head)]), set(page.words[sentence.first : candidate.place])
    names = [entry for _, entry in entries_between(page, *head)]
    people = [entry for entry in names if entry.noun or entry.agency]
    dates = all(year_like(page, at) or page.words[at] in _PLACES for at in range(*head))
    if words & _THINGS or not (people or words & _SIZES or dates) or (not people and label_words & _THINGS):
        candidate.refuse("not-people", "counts what the column says")
        return True
    title = _heading(candidate)
    label = [entry for _, entry in entries_between(page, sentence.first, candidate.place)]
    agencies = [[entry.agency for entry in found if entry.agency] for found in (label, names, title)]
    candidate.agencies = next((found[:1] for found in agencies if found), [])
    candidate.noun = next((entry.noun for entry in (*names, *label, *title) if entry.noun), None)
    if candidate.noun is None and candidate.agencies:
        candidate.noun = "people"
    return candidate.noun is not None


def _adverbial(candidate: Candidate) -> bool:
    """Whether a label says where or how the people of the line above serve: "- on riverbank posts: 210"."""
    words, first = candidate.page.words, candidate.sentence.first
    return words[first + (words[first] in _BULLETS)] in PREPOSITIONS


def _heading(candidate: Candidate) -> list[Entry]:
    found: list[Entry] = []
    for title in candidate.sentence.titles():
        found = [entry for _, entry in entries_between(candidate.page, title.first, title.last)]
        if any(entry.noun or entry.agency for entry in found):
            break
    return found


def _by_place(candidate: Candidate, context: Context) -> bool:
    """A label that names only a place or a total: what the title and the rows above count. True if that decides."""
    title = candidate.sentence.heading
    if not (_only_places(candidate) or _adverbial(candidate) or _counts_people(candidate, title)):
        candidate.refuse("not-people", "counts what the label says")
        return True
    if title is not None and _names_things(candidate, title):
        candidate.refuse("not-people", "counts what the title says")
        return True
    last = _row_above(candidate, context)
    if last is None or last.sentence.heading is not title:
        if not _by_title(candidate, title) and not _is_place(candidate):
            candidate.refuse("not-people", "counts what the label says")
        return candidate.noun is not None or not candidate.accepted
    candidate.noun, candidate.source = last.noun, last
    if TOTAL_WORDS & set(candidate.page.words[candidate.sentence.first : candidate.place]):
        _of_rows(candidate, context)
    if not last.accepted or last.noun is None:
        candidate.refuse("same-as-before", last.reason or "counts what the rows above count")
    return True


def _of_rows(candidate: Candidate, context: Context) -> None:
    """Give a row for the total the agencies of all rows above it under the same title."""
    rows = [
        one for one in context.history[-_ROWS:] if one.accepted and one.sentence.heading is candidate.sentence.heading
    ]
    agencies = list(dict.fromkeys(one.agency for one in rows if one.agency))
    if len(agencies) > 1:
        candidate.source, candidate.agencies = None, agencies


def _row_above(candidate: Candidate, context: Context) -> Candidate | None:
    """What the row above counts, if the line above is one."""
    above = (other for other in reversed(context.history[-_BACK:]) if other.sentence is not candidate.sentence)
    last = next(above, None)
    return last if last is not None and last.sentence.kind == "row" else None


def _by_title(candidate: Candidate, title: Sentence | None) -> bool:
    """The first row under a title that names people: "Border Patrol agents by sector" and "Blaine: 288"."""
    heading = [] if title is None else _heading(candidate)
    candidate.noun = next((entry.noun for entry in heading if entry.noun), None)
    candidate.agencies = _of_heading(candidate, heading)
    return candidate.noun is not None


def _counts_people(candidate: Candidate, title: Sentence | None) -> bool:
    """Whether the title opens with people, or says of them that they are counted by something."""
    if title is None or _names_things(candidate, title):
        return False
    page = candidate.page
    named = [at for at, entry in entries_between(page, title.first, title.last) if entry.noun]
    return any({"by", "in", "at", "on"} & set(page.words[at : at + _TAIL]) for at in named)


def _is_place(candidate: Candidate) -> bool:
    """Whether the label is nothing but a known place."""
    return any(entry.kinds for _, entry in entries_between(candidate.page, candidate.sentence.first, candidate.place))


def _names_things(candidate: Candidate, title: Sentence) -> bool:
    return bool(set(candidate.page.words[title.first : title.last]) & _THINGS)


def _only_places(candidate: Candidate) -> bool:
    page = candidate.page
    covered = 0
    several = candidate.place - candidate.sentence.first >= _TAIL
    total = of_total(candidate)
    for place in range(candidate.sentence.first, candidate.place):
        if place in page.entries:
            covered = page.spans[place]
        word = page.words[place]
        known = word in nouns.STOPS or word in _PLACES or (page.capital(place) and (several or not word.endswith("s")))
        known = known or (total and word in OFFICES)
        if place >= covered and word[0].isalpha() and not known:
            return False
    return True
