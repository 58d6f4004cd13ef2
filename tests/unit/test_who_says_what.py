import re
from pathlib import Path

import pytest

from dashboard import library, store
from dashboard.answers import answers
from dashboard.exhibits.who_says_what import WhoSaysWhat, preferred_and_reach
from dashboard.library import Library
from dashboard.selection import Selection
from etl import totals
from etl.totals import Rank

PROJECT = Path(__file__).resolve().parent.parent.parent
OPENING = "guard-and-reserve-january-2025"


@pytest.fixture(scope="module")
def known() -> Library:
    return library.library(store.load(PROJECT / "data/package"))


@pytest.fixture(scope="module")
def exhibit(known: Library) -> WhoSaysWhat:
    return WhoSaysWhat(known)


def plain(html: str) -> str:
    return re.sub("<[^>]+>", "", html)


def test_without_a_question_the_opening_one_is_shown_and_any_other_when_chosen(exhibit: WhoSaysWhat) -> None:
    opened = exhibit.explorer.selected(Selection())
    assert {view.claim.question for view in opened} == {OPENING}
    assert exhibit.explorer.selected(Selection(question=OPENING)) == opened
    assert {v.claim.question for v in exhibit.explorer.selected(Selection(question="usbp-2024"))} == {"usbp-2024"}


def test_without_a_question_the_first_one_is_shown_of_which_the_filter_leaves_something(exhibit: WhoSaysWhat) -> None:
    explorer = exhibit.explorer
    assert explorer.settled(Selection(agencies=("dod",))).question == OPENING
    agents = explorer.selected(Selection(agencies=("usbp",)))
    assert {view.claim.agency for view in agents} == {"usbp"}
    assert len({view.claim.question for view in agents}) == 1
    assert explorer.settled(Selection(agencies=("army",), last=1900)).question == OPENING


def test_the_preferred_answer_stands_first_and_the_others_grow(exhibit: WhoSaysWhat, known: Library) -> None:
    for question in known.questions:
        first, *others = exhibit.explorer.selected(Selection(question=question))
        values = [view.claim.value for view in others]
        assert first.claim.rank is Rank.PREFERRED
        assert values == sorted(values)


def test_a_total_of_one_question_counts_the_preferred_answer_alone(exhibit: WhoSaysWhat, known: Library) -> None:
    explorer = exhibit.explorer
    for question in known.questions:
        first, *others = explorer.selected(Selection(question=question))
        ids = {first.id, *(view.id for view in others)}
        total = totals.total(ids, explorer.claims, explorer.tree, explorer.regions)
        assert isinstance(total, totals.Total), question
        assert total.counted == (first.id,)


@pytest.mark.parametrize(
    ("question", "without", "text"),
    [
        (
            OPENING, (),
            ("{ap}: roughly 2,500 (National Guard and Reserve); "
            "2 answers name 2,500 as an approximate number, 7 others count other groups."),
        ),
        ("federal-or-all-march-2025", (), "{ap}: 4,200 (Department of Defense); 1 other answer counts another group."),
        ("marines-january-2025", (), "{ap}: 500 (Marine Corps); all 3 answers name the same number."),
        (
            "army-january-2025", (),
            "{ap}: about 1,000 (Army); both answers name 1,000: as an approximate number and as an exact number.",
        ),
        (
            "jump-start-level", (),
            ("National Guard Bureau: up to 6,000 (National Guard); all 3 answers name 6,000: "
            "as an upper bound, as a lower bound and as an approximate number."),
        ),
        (
            "cbp-agents-and-officers-2022", (),
            "The White House: 23,000 (CBP); all 3 answers name 23,000: as an exact number and as a lower bound.",
        ),
        (
            "guard-october-2022", (),
            "Military Times: 2,708 (National Guard); 2 answers run from 2,500 (an upper bound) to 2,708.",
        ),
        (
            "usbp-fy2023", (),
            "19,104 (Border Patrol); 4 answers run from 19,016 to 19,300. 1 answer looks wrong and is set aside.",
        ),
        (
            "usbp-fy2012", (0, 1),
            ("Lodi News-Sentinel (syndicated): 21,370 (Border Patrol), an answer that looks wrong. "
            "The preferred answer is not among those shown."),
        ),
        (
            "order-march-2025", (0,),
            "Active-duty forces: 2 answers run from 2,500 to 3,000. The preferred answer is not among those shown.",
        ),
        ("marines-january-2025", (1, 2), "{ap}: 500 (Marine Corps)."),
        (
            "marines-january-2025", (0,),
            "Marine Corps: 2 answers name 500. The preferred answer is not among those shown.",
        ),
        (
            "order-march-2025", (0, 2),
            "NPR (via WBHM): 2,500 to 3,000 (Active-duty forces). The preferred answer is not among those shown.",
        ),
    ],
)  # fmt: skip
def test_the_headline_says_who_and_from_where_to_where(
    known: Library, question: str, without: tuple[int, ...], text: str
) -> None:
    views = [view for n, (view, _) in enumerate(known.questions[question].answers) if n not in without]
    said = plain(preferred_and_reach(views)).replace("&amp;", "&")
    assert re.sub(r"Associated Press \(via [^)]*\)", "{ap}", said) == text


def test_every_number_of_a_headline_leads_to_its_figure(known: Library) -> None:
    for question in known.questions.values():
        html = preferred_and_reach([view for view, _ in question.answers])
        unlinked = re.sub("<a .*?</a>", "", html)
        assert not re.search(r"\d{2}", unlinked), unlinked


def test_all_marks_of_a_question_lie_on_its_axis(known: Library) -> None:
    for question in known.questions.values():
        drawing = answers(question)
        for answer in drawing.answers:
            assert 0 <= answer.mark.low <= answer.mark.value <= answer.mark.high <= 100
            assert answer.mark.value == drawing.scale.share(answer.view.claim.value) * 100
