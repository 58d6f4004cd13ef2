from dashboard import changes
from dashboard.library import Library


def test_the_log_goes_back_from_the_newest_day(grown_library: Library) -> None:
    days = changes.log(grown_library)
    assert [day.date for day in days] == ["2026-12-24", "2026-12-20", "2026-12-10"]
    assert [source["id"] for source in days[0].sources] == ["second"]
    assert not days[0].revisions
    assert [one.figure for day in days for one in day.revisions] == [
        "seed-guard-and-reserve-deployed",
        "seed-marines-ordered",
    ]


def test_a_revision_tells_both_states_with_their_hedge(grown_library: Library) -> None:
    (one,) = changes.log(grown_library)[2].revisions
    assert one.after is not None
    assert (one.before.amount, one.after.amount) == ("500", "600 (approximate)")
    assert (one.before.agency, one.before.basis, one.before.as_of) == ("Marine Corps", "ordered", "22 January 2025")
    assert one.before.row["as_reported"] == "included 500 Marines"
    assert one.there


def test_a_withdrawn_figure_has_its_last_state_alone(grown_library: Library) -> None:
    (one,) = changes.log(grown_library)[1].revisions
    assert one.after is None
    assert not one.there
    assert one.before.amount == "2,500 (estimate)"
    row = grown_library.withdrawn("seed-guard-and-reserve-deployed")
    assert row is not None
    assert row["date"] == "2026-12-20"


def test_only_what_is_gone_counts_as_withdrawn(grown_library: Library) -> None:
    assert grown_library.withdrawn("seed-marines-ordered") is None
    assert grown_library.withdrawn("never-there") is None


def test_a_ledger_without_changes_has_an_empty_log(data_library: Library) -> None:
    assert changes.log(data_library) == ()
