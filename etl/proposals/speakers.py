"""Names that only say for whom somebody speaks or decides, or where: "a Pentagon spokesman", "at Fort Bliss"."""

from typing import Final

from etl.proposals.cues import cue
from etl.proposals.page import Page

_FOLLOWING: Final = cue("speakers/following")
_OFFICES: Final = cue("speakers/offices")
FORMER: Final = frozenset({"retired", "former", "veterans"})
POSTS: Final = ("fort ", "camp ", "joint base ")
_SECRETARIES: Final = frozenset({"defense secretary", "secretary of defense"})


def speaks(page: Page, place: int) -> bool:
    """Whether the name at a token belongs to a speaker, an official or a paper of that agency."""
    end = page.spans[place]
    if page.words[end : end + 1] == ["'s"]:
        end += 1
    if page.entries[place].phrase in _SECRETARIES or (end < len(page.words) and page.words[end] in _FOLLOWING):
        return True
    return bool(_OFFICES & _office(page, place))


def is_addressed(page: Page, place: int) -> bool:
    """Whether the name at a token is only that of a department with a secretary: "for the Secretary of the Army"."""
    return "secretary" in _office(page, place)


def _office(page: Page, place: int) -> set[str]:
    """The word before "of" that makes a name that of what somebody is the head of."""
    before = page.words[max(0, place - 4) : place]
    while before and before[-1] in {"the", "u.s."}:
        before.pop()
    return set(before[-2:-1]) if before[-1:] == ["of"] else set()


def is_former(page: Page, place: int) -> bool:
    """Whether a name only says where people served before: "military veterans"."""
    end = page.spans[place]
    return end < len(page.words) and page.words[end] in FORMER


def is_place(page: Page, place: int) -> bool:
    """Whether the name of a post only says where a force is: "the task force at Fort Bliss"."""
    return page.entries[place].phrase.startswith(POSTS) and page.words[place - 1] in {"at", "in", "near", "outside"}
