import pytest

from etl.problems import Place, Problem


@pytest.mark.parametrize(
    ("reason", "sentence"),
    [
        ("there is no day 31 in February 2025, which has 28", "There is no day 31 in February 2025, which has 28."),
        ("The name is unknown.", "The name is unknown."),
        ("write FY2023", "Write FY2023."),
    ],
)
def test_a_reason_is_told_as_a_sentence(reason: str, sentence: str) -> None:
    problem = Problem(Place("data/x.yml", 3, 5), "figure a", "as_of", reason, "found", "this or that")
    assert str(problem) == f"data/x.yml:3:5: figure a, as_of: {sentence} Found 'found'; accepted: this or that."
    assert problem.as_json()["reason"] == sentence
