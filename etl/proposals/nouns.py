"""The noun that a number counts: the words to its right up to the head of the noun phrase."""

from typing import Final

from etl.proposals import compounds
from etl.proposals.candidate import Candidate
from etl.proposals.cues import cue
from etl.proposals.page import NUMBER, Page
from etl.proposals.vocabulary import Entry, vocabulary

# Words that end a noun phrase: prepositions, conjunctions, pronouns, auxiliaries and common finite verbs.
STOPS: Final = cue("nouns/stops")
# Adjectives and the like, which never are what is counted.
SOFT: Final = cue("nouns/soft")
_MORE: Final = frozenset({"more", "additional", "another", "extra", "further", "new"})
_SINGULAR: Final = cue("nouns/singular")
_NOT_VERBS: Final = cue("nouns/not_verbs")
_KINDS: Final = frozenset({"state", "foreign"})
# A word right behind the number and before "the" is a verb: "1,210 rode the line".
_DETERMINERS: Final = frozenset({"the", "a", "an", "their", "its", "his", "her", "our"})
_GROUPS: Final = cue("partitives/groups")
_OTHERS: Final = frozenset({"others", "other", "more"})
_TIMES: Final = cue("nouns/times")
# "active, Reserve and Guard personnel"
_LEVELS: Final = frozenset({"active", "federal", "state", "regular"})
_JOINING: Final = frozenset({"and", "or", ","})
_QUOTES: Final = frozenset({"'", '"', "\u201d", "\u2019"})
_BULLETS: Final = frozenset({"-", "•", "*", "–", "—"})
_TITLES: Final = {"10": "active-duty", "32": "national-guard"}
_PLURALS: Final = cue("nouns/plurals")
# "A platoon of 42 guards the yard" has a verb where other sentences have people.
_VERBS: Final = frozenset({"guards", "staff", "crew", "police", "pilots"})
_PAPERS: Final = frozenset(
    {"files", "records", "cases", "costs", "carriers", "surveys", "complaints", "interviews", "families"}
)
_REACH: Final = 9
_ACTS: Final = frozenset(
    {"answers", "meets", "patrols", "reports", "rides", "runs", "shows", "signs", "tours", "trains", "travels", "walks"}
)


def attach(candidate: Candidate) -> None:
    """Find the noun phrase behind the number and fill `noun`, `counted`, `agencies`, `kinds`, `more` and `end`."""
    page, sentence = candidate.page, candidate.sentence
    if candidate.after + 1 < sentence.last and page.words[candidate.after] in _QUOTES:
        candidate.after += 1
    candidate.after += _labels(candidate)
    place = candidate.end = candidate.after
    limit = min(sentence.last, place + _REACH)
    candidate.more = bool(set(candidate.before(1)) & _MORE)
    if compounds.attach(candidate):
        return
    following: int | None = place
    while following is not None and following < limit:
        place = following
        entry = page.entries.get(place)
        following = _word(candidate, place, limit) if entry is None else _entry(candidate, entry, place, limit)
    if candidate.noun is not None:
        candidate.counted = None
    elif _is_verb(candidate):
        candidate.counted, candidate.end, candidate.words = None, candidate.after, []
    if candidate.noun == "members" and not candidate.agencies and _of_group(candidate):
        candidate.noun = "people"
        candidate.words.remove("members")
    candidate.bare = candidate.noun is None and candidate.counted is None
    if candidate.bare and candidate.after < sentence.last and page.words[candidate.after] in _OTHERS:
        candidate.end = candidate.after + 1


def _is_verb(candidate: Candidate) -> bool:
    """Whether the one word behind a number is no plural, so that it is a verb: "orders for 45 expire in March"."""
    page, counted = candidate.page, candidate.counted
    if counted is None or candidate.words != [counted] or candidate.value <= 1 or counted.endswith("s"):
        return False
    if counted in _PLURALS or page.text[page.ends[candidate.place] : page.starts[candidate.after]] == "-":
        return False
    following = page.words[candidate.end] if candidate.end < candidate.sentence.last else "."
    return candidate.end == candidate.after + 1 and (following in STOPS or following == NUMBER)


def _of_group(candidate: Candidate) -> bool:
    """Whether members are those of a group that the text has told of: "31 members of the class"."""
    following = candidate.page.words[candidate.end : candidate.end + 4]
    return following[:1] == ["of"] and bool(_DETERMINERS & set(following[1:2])) and bool(_GROUPS & set(following[2:]))


def _labels(candidate: Candidate) -> bool:
    """Whether the number opens a line of a list and a colon parts it from its noun: "- 2,350: troops going home"."""
    page, first = candidate.page, candidate.sentence.first
    opens = candidate.hedge_place - (page.words[first] in _BULLETS) == first
    return opens and page.words[candidate.after : candidate.after + 1] == [":"]


def _entry(candidate: Candidate, entry: Entry, place: int, limit: int) -> int | None:
    """Take in a known phrase; the next place, or None at the end of the noun phrase."""
    page, following = candidate.page, candidate.page.spans[place]
    if candidate.noun is not None and entry.agency and _second(page, place):
        candidate.agencies.append(entry.agency)
        return following
    if "foreign" in entry.kinds and page.words[following : following + 1] == ["speaking"]:
        return following + 1
    verb = page.words[place] in _VERBS and page.words[following : following + 1] in (["the"], ["a"], ["its"])
    if verb and candidate.before(1) == ["of"]:
        return None
    stops = page.words[place] in STOPS and entry.noun is None and "state" not in entry.kinds
    if stops or (candidate.noun is not None and entry.noun is None):
        return None
    if entry.noun is not None and not _modifies(page, following, limit):
        if candidate.noun in {"soldiers", "troops"} and entry.agency == "state-police" and not candidate.agencies:
            candidate.agencies.append(vocabulary().stands_for[candidate.noun][0])
        both = candidate.noun == "soldiers" and entry.noun == "airmen"
        candidate.noun, candidate.noun_place, candidate.end = entry.noun, following - 1, following
        if both:
            candidate.noun = "members"
            candidate.words.append(entry.phrase)
            return following
        candidate.counted = None
    elif entry.noun is None and not entry.agency and not entry.kinds & _KINDS:
        candidate.counted = page.words[place]
    if entry.agency:
        candidate.agencies.append(entry.agency)
    candidate.kinds |= entry.kinds
    candidate.words.append(entry.phrase)
    return following


def _second(page: Page, place: int) -> bool:
    """Whether a name belongs to a second noun joined to the first: "reservists and active-duty personnel"."""
    behind = page.entries.get(page.spans[place])
    return page.words[place - 1] == "and" and behind is not None and behind.noun is not None


def _word(candidate: Candidate, place: int, limit: int) -> int | None:
    """Take in a word; the next place, or None at the end of the noun phrase."""
    page = candidate.page
    word = page.words[place]
    if word in _JOINING or word in _QUOTES:
        goes_on = candidate.noun is None if word in _QUOTES else _joins(page, place, limit)
        return place + 1 if goes_on else None
    if (
        (_stops(word) and not _hyphened(page, place) and not _is_act(candidate, place))
        or candidate.noun is not None
        or not (word[0].isalpha() or word in {"'s", "&"})
    ):
        return None
    after = page.words[place + 1] if place + 1 < candidate.sentence.last else "."
    if word == "title" and after == NUMBER:
        return _title(candidate, place + 1)
    if word in {"last", "next", "this"} and after in _TIMES:
        return None
    if word in SOFT or word in {"'s", "&"} or _hyphened(page, place):
        candidate.more = candidate.more or word in _MORE
        candidate.words.append(word)
        return place + 1
    if candidate.counted is None and word not in _NOT_VERBS:
        if word.endswith("ly"):
            return place + 1
        past = word.endswith("ed") and (after in STOPS or not after[0].isalpha())
        if past or (place == candidate.after and after in _DETERMINERS):
            return None
    candidate.counted = word
    candidate.words.append(word)
    candidate.end = place + 1
    return place + 1


def _title(candidate: Candidate, place: int) -> int:
    """Take in the title of the law under which people serve: "140 Title 10 troops"."""
    agency = _TITLES.get(candidate.page.shown(place, place + 1))
    if agency is not None:
        candidate.agencies.append(agency)
    return place + 1


def _is_act(candidate: Candidate, place: int) -> bool:
    """Whether a plural right behind a number is a noun and no verb, which would have no "s": "3,640 patrols,"."""
    page = candidate.page
    if place != candidate.after or page.words[place] not in _ACTS or candidate.value <= 1:
        return False
    following = page.words[place + 1] if place + 1 < candidate.sentence.last else "."
    return candidate.before(1) != ["of"] and following not in _DETERMINERS


def _stops(word: str) -> bool:
    return word in STOPS or word.split("'", maxsplit=1)[0] in STOPS


def _hyphened(page: Page, place: int) -> bool:
    """Whether a word ends a compound that only describes the noun: "state-paid soldiers", "out-of-state members"."""
    if page.text[page.ends[place - 1] : page.starts[place]] == "-" and page.words[place - 1] != NUMBER:
        return True
    following = place + 1
    glued = following < len(page.words) and page.text[page.ends[place] : page.starts[following]] == "-"
    return glued and _stops(page.words[place])


def _joins(page: Page, place: int, limit: int) -> bool:
    """Whether "and" joins two names or nouns of one phrase ("National Guard members and reservists")."""
    words, entries = page.words, page.entries
    if place + 1 >= limit:
        return False
    entry = entries.get(place + 1)
    if words[place] == ",":
        before = words[place - 1] in _LEVELS or any(
            at in entries and entries[at].agency and page.spans[at] == place for at in range(max(0, place - 6), place)
        )
        return before and entry is not None and entry.agency is not None and entry.noun is None
    if entry is None and place + 2 < limit and (words[place + 1] in SOFT or words[place + 1] in {"mission", "air"}):
        entry = entries.get(place + 2)
    named = entry is not None and (entry.noun is not None or entry.agency is not None)
    return named and words[place - 1] != NUMBER and words[place - 1] not in STOPS


def _modifies(page: Page, following: int, limit: int) -> bool:
    """Whether a noun for people is only the first part of another noun ("agent vacancies")."""
    if following >= limit:
        return False
    if page.words[following] in _PAPERS:
        return True
    if page.words[following - 1] not in _SINGULAR:
        return False
    word = page.words[following]
    if following in page.entries:
        return True
    return word[0].isalpha() and word not in STOPS and not word.endswith(("ed", "ly"))
