"""Which figure another one is counted inside: said in words, or shown by a breakdown that adds up."""

from collections.abc import Callable
from typing import Final

from etl.proposals import additions, partrows, sums, wholes
from etl.proposals import part_cues as cues
from etl.proposals.belonging import fits
from etl.proposals.candidate import Candidate
from etl.proposals.objects import ACTING
from etl.proposals.page import NUMBER

Rule = Callable[[Candidate, list[Candidate], list[Candidate]], Candidate | None]
_BACK: Final = 24
_NEAR: Final = 12
_EDGE: Final = 2
_JOINTS: Final = frozenset({",", "and", ";", "plus", "along", "alongside"})
_SHARE_WORDS: Final = 10
_LEADING: Final = frozenset({",", "(", ":", "—", "–", "-", "or"})
_BARE: Final = frozenset({"noun-having", "noun-listed", "noun-carried"})
_MOVING: Final = frozenset({"ordered", "deployed", "withdrawn", "hired", "planned", "onboard"})
# Rounded parts may add up to a little more than their whole.
_SLACK: Final = 1.03


def link(figures: list[Candidate]) -> None:
    """Fill `whole` of every figure that the text counts inside another."""
    sums.breakdowns(figures)
    partrows.link(figures)
    for place, figure in enumerate(figures):
        earlier = figures[max(0, place - _BACK) : place]
        if figure.whole is None:
            _in_words(figure, earlier, figures[place + 1 : place + 3])
        _of_larger(figure, earlier)
    additions.join(figures)
    sums.totals(figures)


def _in_words(figure: Candidate, earlier: list[Candidate], later: list[Candidate]) -> None:
    for name, rule in _RULES:
        whole = rule(figure, earlier, later)
        if whole is not None and whole is not figure and fits(figure, whole, said="of-them" in figure.words):
            figure.join(whole, name)
            return


def _of_larger(figure: Candidate, earlier: list[Candidate]) -> None:
    """The earlier number is part of this one: "480 soldiers, the first of 1,050", "They are among 388 members"."""
    if not earlier or "of-them" in figure.words or "of-number" in figure.words:
        return
    other = earlier[-1] if earlier[-1].whole is None else earlier[-1].whole
    words, sentence = figure.page.words, figure.sentence
    same = other.sentence is sentence
    if not same and (sentence.index - earlier[-1].sentence.index > 1 or words[sentence.first] not in cues.THEY):
        return
    start = max(other.end, figure.hedge_place - _NEAR) if same else sentence.first
    between = words[start : figure.hedge_place]
    if (
        len(between) <= _NEAR
        and cues.LARGER.search(" ".join(between))
        and other.whole is None
        and fits(other, figure, said=True)
    ):
        other.join(figure, "part-of-larger")


def partitive(figure: Candidate, earlier: list[Candidate], later: list[Candidate]) -> Candidate | None:
    """A part that names its whole: "of them", "of the 145", "the remaining 15", "250 are there, and the rest ..."."""
    words = figure.page.words
    if "of-number" in figure.words:
        return next((other for other in later if other.sentence is figure.sentence), figure.source)
    if "of-them" in figure.words:
        return wholes.meant(figure, earlier)
    source = figure.source
    if source is not None and "and the rest" in " ".join(words[figure.after : figure.sentence.last]):
        return None if _other_day(figure, source) else source.whole or source
    if "noun-copula" in figure.trail and source is not None and figure.sentence.paragraph == source.sentence.paragraph:
        sibling = source.sentence is figure.sentence and source.whole is not None and source.whole is not figure
        return source.whole if sibling else source
    if "remaining" in words[max(0, figure.hedge_place - 1) : figure.after + 2] or _led_to(figure):
        return wholes.previous(figure, earlier, top=True)
    behind = words[figure.end : figure.end + 3]
    if behind[:2] in (["of", "the"], ["of", "that"]) and behind[-1] in cues.BODIES:
        return wholes.previous(figure, earlier, top=True)
    return None


def _led_to(figure: Candidate) -> bool:
    """Whether the words before a part tell its share or that it goes first: "two-thirds of them, 820,"."""
    before = figure.before(_SHARE_WORDS)
    if before[-1:] == ["of"]:
        return cues.FIRST.search(" ".join(before[-4:])) is not None
    return bool(before) and before[-1] in _LEADING and cues.SHARE.search(" ".join(before)) is not None


def _other_day(figure: Candidate, whole: Candidate) -> bool:
    """Whether a number is a later or an earlier level of the same count."""
    return figure.as_of is not None and whole.as_of is not None and figure.as_of != whole.as_of


def included(figure: Candidate, earlier: list[Candidate], _later: list[Candidate]) -> Candidate | None:
    """Words between a whole and its parts in one sentence: "including", "among them", "of whom"."""
    words = figure.page.words
    for other in reversed(earlier):
        if other.sentence is not figure.sentence:
            break
        between = words[other.end : figure.hedge_place]
        if ";" in between or between[:1] == ["and"] or figure.value >= (other.value_high or other.value):
            continue
        among = words[figure.sentence.last - 3 : figure.sentence.last - 1] == ["among", "them"]
        behind = figure.behind(1) in cues.INCLUDED_BEHIND or figure.behind(2) in cues.INCLUDED_BEHIND
        text = " ".join([*between, NUMBER])
        said = ":" in between or (among and "-" in between) or behind or cues.INCLUDING.search(text) is not None
        if said and not figure.more and fits(figure, other):
            return other
    return wholes.previous(figure, earlier) if set(figure.before(1)) & cues.INCLUDES else None


def listed(figure: Candidate, earlier: list[Candidate], _later: list[Candidate]) -> Candidate | None:
    """A further number beside a part of the same whole, as long as both fit into it."""
    last = earlier[-1] if earlier else None
    if last is None or last.whole is None or last.whole is figure or last.whole.status == "total-after":
        return None
    page, whole = figure.page, last.whole
    if last.sentence is figure.sentence:
        between = page.words[last.end : figure.hedge_place]
        joined = bool(_JOINTS & set(between[:1])) or "noun-listed" in figure.trail
    else:
        around = {*figure.before(1), *page.words[figure.after : figure.after + 1]}
        begins = figure.hedge_place - figure.sentence.first <= _EDGE and figure.bare
        joined = begins and bool(around & cues.FURTHER) and figure.sentence.paragraph == last.sentence.paragraph
    siblings = sum(other.value for other in earlier if other.whole is whole)
    near = figure.sentence.index - last.sentence.index <= 1
    if near and figure.bare and whole.value_high is None and siblings + figure.value == whole.value:
        return whole  # the rest of it
    return whole if joined and siblings + figure.value <= (whole.value_high or whole.value) * _SLACK else None


def split(figure: Candidate, earlier: list[Candidate], _later: list[Candidate]) -> Candidate | None:
    """A sentence, or the rows below one, that breaks down the number before it."""
    words, sentence = figure.page.words, figure.sentence
    outside = [other for other in earlier if other.sentence is not sentence]
    behind = " ".join(words[figure.after : sentence.last])
    if cues.OF_ALL.search(behind) and not cues.INCLUDING.search(behind.partition("among")[0]):
        return wholes.previous(figure, outside, top=True)
    if sentence.kind == "row":
        edge = figure.hedge_place - sentence.first <= _EDGE or sentence.last - figure.end <= _EDGE
        intro = edge and sentence.heading is not None and words[sentence.heading.last - 1] == ":"
        above = [other for other in earlier if other.sentence.kind != "row"]
        return wholes.previous(figure, above, top=True) if intro else None
    opening = " ".join(words[sentence.first : figure.hedge_place])[:70]
    several = any(other.sentence is sentence for other in earlier) or NUMBER in words[figure.end : sentence.last]
    if cues.SPLITS_ALONE.search(opening) or (several and cues.SPLITS.search(opening)):
        near = [other for other in outside if other.sentence.paragraph >= sentence.paragraph - 1]
        return wholes.described(sentence.first + 1, figure, near, wholes.previous(figure, near, top=True))
    return None


def shared_out(figure: Candidate, earlier: list[Candidate], _later: list[Candidate]) -> Candidate | None:
    """A sentence that gives some shares of the number before it: "Ohio, with 310, has sent the most"."""
    words, sentence = figure.page.words, figure.sentence
    if not figure.bare or figure.more or not cues.SHARES.search(" ".join(words[sentence.first : sentence.last])):
        return None
    for other in reversed(earlier):
        whole = other.whole or other
        if other.sentence.paragraph != sentence.paragraph or sentence.index - other.sentence.index > 1:
            return None
        if whole.sentence is not sentence and whole.value > figure.value and not _other_day(figure, whole):
            return whole
    return None


def subject(figure: Candidate, earlier: list[Candidate], _later: list[Candidate]) -> Candidate | None:
    """A bare number that does or did something, behind a larger one: "60 officers came; 32 have gone back"."""
    words, source, place = figure.page.words, figure.source, figure.after
    if source is None or figure.end > place or figure.more or not _BARE & set(figure.trail):
        return None
    base = source.whole or source
    opens = figure.hedge_place == figure.sentence.first or words[figure.hedge_place - 1] in {",", ";", ":"}
    near = figure.sentence.index - source.sentence.index <= 1 and base.status in _MOVING
    acts = (
        place < figure.sentence.last
        and words[place] in ACTING
        and not cues.LEFT.intersection(words[place + 1 : place + 2])
    )
    if opens and near and acts and source.accepted and not _other_day(figure, base):
        return base if base in earlier else None
    return None


_RULES: Final[tuple[tuple[str, Rule], ...]] = (
    ("part-partitive", partitive),
    ("part-included", included),
    ("part-of-whole", wholes.opening),
    ("part-split", split),
    ("part-listed", listed),
    ("part-share", shared_out),
    ("part-subject", subject),
)
