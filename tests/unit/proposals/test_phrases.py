"""Expressions that are tried only where one of their first words stands find what the bare expression finds."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.proposals.phrases import Phrases, openings

PHRASES = ("hired", "took on", "(?:has|had) (?:\\w+ )?sent", "go(?:es|ing)? home", "approved(?! the)", "are", "'ll")
WORDS = [
    *("hired", "took", "on", "has", "had", "just", "sent", "go", "goes", "going", "home", "approved", "the"),
    *("are", "aren't", "we'll", "\N{RIGHT SINGLE QUOTATION MARK}", "i\u0307are", "u.s.", "#", "~", ",", "over"),
]


@given(st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join))
def test_a_search_finds_what_the_expression_finds(text: str) -> None:
    bare = re.search(rf"\b(?:{'|'.join(PHRASES)})\b", text)
    found = Phrases(*PHRASES).search(text)
    assert (found and found.span()) == (bare and bare.span())


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("hired", {"hired"}),
        ("took on", {"took"}),
        ("authori[sz]ed", {"authorised", "authorized"}),
        ("tours?", {"tour", "tours"}),
        ("(?:has|have) (?:\\w+ )?sent", {"has", "have"}),
        ("pull(?:ed|ing)? (?:back|home)", {"pull", "pulled", "pulling"}),
        ("(?:then |also )*gone", {"then", "also", "gone"}),
        ("approved(?! the)", {"approved"}),
        ("(?<!the )requests?", {"request", "requests"}),
        ("'ll", {"ll"}),
        ("(?:order(?:ed|s)?|go) home|left", {"order", "ordered", "orders", "go", "left"}),
    ],
)
def test_first_words_of_an_expression(phrase: str, words: set[str]) -> None:
    assert openings(phrase) == words


@pytest.mark.parametrize("phrase", ["\\w+ home", "sen.", "sen+t", "", "(?:sent)?", "send{1,2} on"])
def test_an_expression_that_may_begin_with_any_word_is_tried_everywhere(phrase: str) -> None:
    assert openings(phrase) is None


def test_one_such_phrase_makes_all_of_them_tried() -> None:
    assert Phrases("hired", "\\w+ home").search("they went home")
