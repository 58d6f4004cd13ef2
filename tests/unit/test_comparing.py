"""The difference of two packages, by key and field by field."""

from etl import comparing
from etl.comparing import TableDiff

WAS = {"aa": {"value": "1", "note": "n"}, "bb": {"value": "2", "as_reported": "two"}}
NOW = {"aa": {"value": "3", "note": "n", "role": "agents"}, "cc": {"value": "4", "note": ""}}


def test_rows_are_gained_changed_and_lost() -> None:
    diff = comparing.compare_rows(WAS, NOW)
    assert diff == TableDiff(
        gained={"cc": {"value": "4"}},
        changed={"aa": {"value": ("1", "3"), "role": ("", "agents")}},
        lost={"bb": {"value": "2", "as_reported": "two"}},
    )
    assert diff
    assert not comparing.compare_rows(WAS, WAS)


def test_the_difference_reads_as_lines() -> None:
    text = comparing.as_text({"figures": comparing.compare_rows(WAS, NOW)})
    assert text.splitlines() == [
        "figures: 1 gained, 1 changed, 1 lost",
        "  + cc",
        "  ~ aa",
        "      value: 1 → 3",
        "      role: – → agents",
        "  - bb: two",
    ]
    assert comparing.as_text({}) == "Nothing would change."


def test_the_difference_as_json_names_both_sides() -> None:
    told = comparing.as_json({"figures": comparing.compare_rows(WAS, NOW)})
    assert told == {
        "figures": {
            "gained": {"cc": {"value": "4"}},
            "changed": {"aa": {"value": {"was": "1", "now": "3"}, "role": {"was": "", "now": "agents"}}},
            "lost": {"bb": {"value": "2", "as_reported": "two"}},
        }
    }
