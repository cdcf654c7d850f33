from __future__ import annotations

import numpy as np
from scipy.sparse import csr_matrix, diags

from nhipcau.language.space.directions import directions

# So many rows that the answer is not an exact one, and columns that are turned so that the longest are not the first.
SIZES = 10 / np.arange(1, 1_201, dtype=np.float32)
TURNED = np.roll(np.arange(len(SIZES)), 500)
LARGE = csr_matrix(diags(SIZES))[:, TURNED].tocsr()


def test_the_longest_directions_of_a_large_matrix_are_found() -> None:
    found, lengths = directions(LARGE, 10)

    assert np.allclose(lengths, SIZES[:10], rtol=1e-3)
    assert [TURNED[place] for place in found.argmax(axis=0)] == list(range(10))


def test_directions_stand_at_right_angles() -> None:
    found, _ = directions(LARGE, 10)
    assert np.allclose(found.T @ found, np.eye(10), atol=1e-3)


def test_the_same_matrix_has_the_same_directions() -> None:
    assert np.array_equal(directions(LARGE, 5)[0], directions(LARGE, 5)[0])


def test_a_small_matrix_is_answered_exactly() -> None:
    small = csr_matrix(np.array([[3.0, 0, 0], [0, -2.0, 0], [0, 0, 1.0]], dtype=np.float32))
    found, lengths = directions(small, 2)

    assert np.allclose(lengths, [3, 2])
    assert np.allclose(found, [[1, 0], [0, 1], [0, 0]])
