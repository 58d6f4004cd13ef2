from datetime import date

import pytest
from markupsafe import Markup

from dashboard import sentences
from dashboard.sentences import Basis, Named
from etl import totals
from etl.periods import Precision
from etl.totals import Reason, Refusal, Total
from etl.wording import Qualifier

BASES = {"ordered": Basis("ordered", "people ordered"), "onboard": Basis("on board", "people employed")}
NAMED = {
    "a": Named("1,500", Markup('<a href="/figure/a">Forces (1,500)</a>')),
    "b": Named("more than 45,000", Markup('<a href="/figure/b">CBP (more than 45,000)</a>')),
    "c": Named("500", Markup('<a href="/figure/c">Marines (500)</a>')),
}


def total(  # a total of one or more figures with all that does not matter left at a default
    value: int, qualifier: Qualifier, counted: tuple[str, ...], *, high: int | None = None, approximate: bool = False,
    inside: tuple[tuple[str, str], ...] = (), set_aside: tuple[tuple[str, str], ...] = (),
) -> Total:  # fmt: skip
    hedge = totals.DEFAULT_HEDGES[qualifier]
    return Total(value, None, high, qualifier, hedge, approximate, "ordered", counted, inside, set_aside)


@pytest.mark.parametrize(
    ("value", "high", "qualifier", "hedge", "words"),
    [
        (1500, 1500, Qualifier.EXACT, "", "1,500"),
        (45000, None, Qualifier.AT_LEAST, "more than", "more than 45,000"),
        (2500, None, Qualifier.ESTIMATE, "an estimated", "an estimated 2,500"),
        (450, 500, Qualifier.RANGE, "", "450 to 500"),
        (450, 500, Qualifier.RANGE, "an estimated", "an estimated 450 to 500"),
        (500, None, Qualifier.AT_LEAST, "… or more", "500 or more"),
        (500, None, Qualifier.AT_LEAST, "about … or more", "about 500 or more"),
    ],
)
def test_amounts_keep_the_words_of_their_source(
    value: int, high: int | None, qualifier: Qualifier, hedge: str, words: str
) -> None:
    assert sentences.amount(value, high, qualifier, hedge) == words


@pytest.mark.parametrize(
    ("result", "first"),
    [
        (total(1500, Qualifier.EXACT, ("a",)), 'Total: <a href="/figure/a">1,500</a> people ordered.'),
        (total(45000, Qualifier.AT_LEAST, ("b",)), 'Total: <a href="/figure/b">more than 45,000</a> people ordered.'),
        (total(46500, Qualifier.AT_LEAST, ("a", "b")), "Total: at least 46,500 people ordered."),
        (total(900, Qualifier.AT_MOST, ("a", "b")), "Total: at most 900 people ordered."),
        (total(450, Qualifier.RANGE, ("a", "b"), high=600), "Total: 450 to 600 people ordered."),
        (total(4000, Qualifier.ABOUT, ("a", "b"), approximate=True), "Total: about 4,000 people ordered."),
        (total(4000, Qualifier.AT_LEAST, ("a", "b"), approximate=True), "Total: roughly 4,000 or more people ordered."),
        (total(4000, Qualifier.AT_MOST, ("a", "b"), approximate=True), "Total: roughly 4,000 or fewer people ordered."),
    ],
)
def test_a_total_is_said_with_its_bound(result: Total, first: str) -> None:
    assert str(sentences.about_total(result, NAMED, BASES)[0]) == first


def test_what_is_not_added_is_said_with_links() -> None:
    result = total(1500, Qualifier.EXACT, ("a",), inside=(("c", "a"),), set_aside=(("b", "a"),))
    _, inside, rival = sentences.about_total(result, NAMED, BASES)
    assert inside == (
        'Not added again: <a href="/figure/c">Marines (500)</a>, because it is counted inside '
        '<a href="/figure/a">Forces (1,500)</a>.'
    )
    assert "answers the same question" in rival


def test_a_part_of_an_answer_set_aside_is_never_said_to_be_inside_the_preferred_one() -> None:
    result = total(1500, Qualifier.EXACT, ("a",), inside=(("c", "b"),), set_aside=(("b", "a"),))
    assert sentences.about_total(result, NAMED, BASES)[1] == Markup(
        "Not added: {c}, because it is counted inside {b}, which answers the same question as {a}."
    ).format_map({name: one.link for name, one in NAMED.items()})


def test_an_open_or_rough_total_says_so() -> None:
    open_total = sentences.about_total(total(46500, Qualifier.AT_LEAST, ("a", "b"), approximate=True), NAMED, BASES)
    assert [str(said) for said in open_total[2:]] == [sentences.say("total.open"), sentences.say("total.approximate")]


def test_a_sum_names_what_was_added() -> None:
    said = sentences.about_total(total(46500, Qualifier.AT_LEAST, ("a", "b")), NAMED, BASES)
    assert said[1] == f"Added: {NAMED['a'].link} and {NAMED['b'].link}."


@pytest.mark.parametrize("reason", [r for r in Reason if r is not Reason.PARTS_ABOVE_WHOLE])
def test_every_reason_for_no_total_has_its_sentence(reason: Reason) -> None:
    (said,) = sentences.about_total(Refusal(reason, ("a", "b"), ("ordered", "onboard")), NAMED, BASES)
    assert said.startswith("No total:")
    assert "{" not in said


def test_bases_are_named_by_their_labels() -> None:
    (said,) = sentences.about_total(Refusal(Reason.BASES, ("a", "b"), ("ordered", "onboard")), NAMED, BASES)
    assert "(ordered and on board)" in said


@pytest.mark.parametrize(
    ("precision", "start", "end", "words"),
    [
        (Precision.DAY, date(2025, 1, 22), date(2025, 1, 22), "22 January 2025"),
        (Precision.MONTH, date(2025, 1, 1), date(2025, 1, 31), "January 2025"),
        (Precision.YEAR, date(2025, 1, 1), date(2025, 12, 31), "2025"),
        (Precision.FISCAL_YEAR, date(2022, 10, 1), date(2023, 9, 30), "fiscal year 2023"),
        (Precision.INTERVAL, date(2025, 1, 20), date(2025, 1, 25), "20 January 2025 to 25 January 2025"),
        (Precision.NOT_STATED, None, None, "date not stated"),
    ],
)
def test_periods_are_said_no_finer_than_they_are(
    precision: Precision, start: date | None, end: date | None, words: str
) -> None:
    assert sentences.period(precision, start, end) == words


def test_html_messages_escape_what_is_filled_in() -> None:
    assert sentences.say_html("named", agency="<script>", amount="1") == "&lt;script&gt; (1)"
    assert sentences.joined(["a & b", "<c>"]) == "a &amp; b and &lt;c&gt;"
