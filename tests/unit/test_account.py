from dataclasses import replace
from datetime import date

import pytest
from markupsafe import Markup

from dashboard import sentences
from dashboard.account import Named, about_total
from dashboard.sentences import Basis
from dashboard.spans import Dated
from etl import totals
from etl.periods import Precision
from etl.totals import Reason, Refusal, Total
from etl.wording import Qualifier

DAY = Dated(Precision.DAY, date(2025, 1, 22), date(2025, 1, 22), "22 January 2025")
BASES = {"ordered": Basis("ordered", "people ordered"), "onboard": Basis("on board", "people employed")}
NAMED = {
    "a": Named("a", "Forces (1,500)", "1,500", DAY),
    "b": Named("b", "CBP (more than 45,000)", "more than 45,000", None),
    "c": Named("c", "Marines (500)", "500", DAY),
}


def total(  # a total of one or more figures with all that does not matter left at a default
    value: int, qualifier: Qualifier, counted: tuple[str, ...], *, high: int | None = None, approximate: bool = False,
    inside: tuple[tuple[str, str], ...] = (), set_aside: tuple[tuple[str, str], ...] = (),
) -> Total:  # fmt: skip
    hedge = totals.DEFAULT_HEDGES[qualifier]
    return Total(value, None, high, qualifier, hedge, approximate, "ordered", counted, inside, set_aside)


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
    assert str(about_total(result, NAMED, BASES)[0]) == first


def test_what_is_not_added_is_said_with_links() -> None:
    result = total(1500, Qualifier.EXACT, ("a",), inside=(("c", "a"),), set_aside=(("b", "a"),))
    _, inside, rival = about_total(result, NAMED, BASES)
    assert inside == (
        'Not added again: <a href="/figure/c">Marines (500)</a>, because it is counted inside '
        '<a href="/figure/a">Forces (1,500)</a>.'
    )
    assert "answers the same question" in rival


def test_a_part_of_an_answer_set_aside_is_never_said_to_be_inside_the_preferred_one() -> None:
    result = total(1500, Qualifier.EXACT, ("a",), inside=(("c", "b"),), set_aside=(("b", "a"),))
    assert about_total(result, NAMED, BASES)[1] == Markup(
        "Not added: {c}, because it is counted inside {b}, which answers the same question as {a}."
    ).format_map({name: linked(name) for name in NAMED})


def test_an_open_or_rough_total_says_so() -> None:
    open_total = about_total(total(46500, Qualifier.AT_LEAST, ("a", "b"), approximate=True), NAMED, BASES)
    assert [str(said) for said in open_total[2:]] == [sentences.say("total.open"), sentences.say("total.approximate")]


def test_a_sum_names_what_was_added() -> None:
    said = about_total(total(46500, Qualifier.AT_LEAST, ("a", "b")), NAMED, BASES)
    assert said[1] == f"Added: {linked('a')} and {linked('b')}."


@pytest.mark.parametrize("reason", [r for r in Reason if r is not Reason.PARTS_ABOVE_WHOLE])
def test_every_reason_for_no_total_has_its_sentence(reason: Reason) -> None:
    (said,) = about_total(Refusal(reason, ("a", "b"), ("ordered", "onboard")), NAMED, BASES)
    assert said.startswith("No total:")
    assert "{" not in said


def test_bases_are_named_by_their_labels() -> None:
    (said,) = about_total(Refusal(Reason.BASES, ("a", "b"), ("ordered", "onboard")), NAMED, BASES)
    assert "(ordered and on board)" in said


def linked(name: str) -> Markup:
    return sentences.link(name, NAMED[name].name)


def fiscal_year(year: int) -> Dated:
    return Dated(Precision.FISCAL_YEAR, date(year - 1, 10, 1), date(year, 9, 30), f"fiscal year {year}")


def words(result: Total | Refusal, named: dict[str, Named]) -> list[str]:
    return [sentence.striptags() for sentence in about_total(result, named, BASES)]


def test_a_refusal_for_dates_says_them() -> None:
    two = {"a": replace(NAMED["a"], dated=fiscal_year(2018)), "c": replace(NAMED["c"], dated=fiscal_year(2019))}
    (said,) = words(Refusal(Reason.REPEATED, ("a", "c")), two)
    assert said.startswith(
        "No total: Forces (1,500) and Marines (500) are of fiscal year 2018 and fiscal year 2019, and"
    )
    many = {**two, "b": replace(NAMED["b"], dated=fiscal_year(2021))}
    assert (
        "are of dates from fiscal year 2018 to fiscal year 2021, too far"
        in words(Refusal(Reason.DATES, ("a", "b", "c")), many)[0]
    )


def test_figures_of_one_name_and_amount_are_told_apart_by_their_dates() -> None:
    twins = {
        "a": replace(NAMED["a"], dated=fiscal_year(2018)),
        "b": NAMED["b"],
        "c": Named("c", "Forces (1,500)", "1,500", fiscal_year(2019)),
    }
    assert words(total(3000, Qualifier.EXACT, ("a", "b", "c")), twins)[1] == (
        "Added: Forces (1,500) as of fiscal year 2018, CBP (more than 45,000) "
        "and Forces (1,500) as of fiscal year 2019."
    )
    assert words(Refusal(Reason.OVERLAP, ("a", "c")), twins)[0].count("as of fiscal year") == 2
