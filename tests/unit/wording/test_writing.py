import pytest

from etl.wording import around, read


@pytest.mark.parametrize(
    ("wording", "before", "after"),
    [
        ("1,500 troops", "", ""),
        ("more than 45,000 employees", "more than", ""),
        ("about 500 or more", "about", "or more"),
        ("500 or more", "", "or more"),
        ("65,000+ men and women", "", "or more"),
        ("65,000-plus employees", "", "or more"),
        ("500-odd troops", "", "or so"),
        ("500-some troops", "some", ""),
        ("500 at least", "at least", ""),
    ],
)
def test_a_hedge_stands_where_it_can_be_read(wording: str, before: str, after: str) -> None:
    assert around(read(wording).hedge) == (before, after)
