"""A rule that is only asked where a word stands that it needs never fires elsewhere."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.proposals import propose, refusals
from etl.proposals.context import Context
from etl.proposals.cues import cue, needed

PASSAGES = Path(__file__).resolve().parents[2] / "fixtures" / "passages"
NEEDED = [sorted(words) for _, rule in refusals.RULES if (words := needed(rule))]
NAMES = ["absent/when", "amounts/periods", "people/staff", "objects/having", "context/openers", "nouns/soft"]
OTHERS = sorted(frozenset().union(*map(cue, NAMES)))
NUMBERS = ["1,500 soldiers", "about 240", "12 agents", "30 Border Patrol agents", "8", "600 employees", "2,000 people"]


def check(text: str) -> None:
    proposal = propose(text)
    page = proposal.page
    for candidate in (one for one in (*proposal.figures, *proposal.refused) if one.quantity is not None):
        around = page.words[candidate.sentence.first : candidate.sentence.last + 8]
        for name, refusal in refusals.RULES:
            words = needed(refusal)
            if words is not None and refusal(candidate, Context(page)) is not None:
                assert not words.isdisjoint(around), (name, text)


@pytest.mark.parametrize("path", sorted(PASSAGES.glob("p*.txt")), ids=lambda path: path.stem)
def test_in_passages(path: Path) -> None:
    check(path.read_text("utf-8"))


@given(
    st.lists(
        st.one_of(
            st.sampled_from(NUMBERS),
            st.sampled_from(NEEDED).flatmap(st.sampled_from),
            st.sampled_from(OTHERS),
            st.sampled_from([*"-,.;?:", "the", "of", "to", "and", "has", "have", "will", "be", "they", "in", "on"]),
        ),
        max_size=40,
    ).map(" ".join)
)
def test_in_any_order_of_the_words_of_rules(text: str) -> None:
    check(text)
