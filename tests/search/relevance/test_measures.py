from math import log2

import pytest

from search.evaluation.measures import ndcg, recall, reciprocal_rank

LOST = [f"other {number}" for number in range(10)]


@pytest.mark.parametrize(
    ("ranked", "grades", "gain", "found", "first"),
    [
        (["a", "b"], {"a": 1}, 1.0, 1.0, 1.0),
        (["x", "a"], {"a": 1}, 1 / log2(3), 1.0, 0.5),
        (["a", "x", "b"], {"a": 3, "b": 2}, (3 + 2 / 2) / (3 + 2 / log2(3)), 1.0, 1.0),
        (["b", "a"], {"a": 3, "b": 1}, (1 + 3 / log2(3)) / (3 + 1 / log2(3)), 1.0, 1.0),
        (["x", "z", "a"], {"a": 1, "b": 1, "z": 0}, (1 / 2) / (1 + 1 / log2(3)), 0.5, 1 / 3),
        ([*LOST, "a"], {"a": 1}, 0.0, 0.0, 0.0),
        ([], {"a": 2}, 0.0, 0.0, 0.0),
    ],
)
def test_measures_equal_hand_computed_values(
    ranked: list[str], grades: dict[str, int], gain: float, found: float, first: float
) -> None:
    assert ndcg(ranked, grades) == pytest.approx(gain)
    assert recall(ranked, grades) == pytest.approx(found)
    assert reciprocal_rank(ranked, grades) == pytest.approx(first)


def test_more_relevant_documents_than_places_still_allow_a_perfect_list() -> None:
    assert ndcg([str(number) for number in range(10)], {str(number): 1 for number in range(30)}) == pytest.approx(1)
