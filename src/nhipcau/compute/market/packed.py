"""Many short texts come in; two arrays, of which a text is taken by its place, go out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np
import numpy.typing as npt


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """Many short texts in two arrays, so that a file of them is mapped and not read."""

    starts: npt.NDArray[np.int64]
    letters: npt.NDArray[np.uint8]

    def __len__(self) -> int:
        return len(self.starts) - 1

    def __getitem__(self, place: int, /) -> str:
        if not 0 <= place < len(self):
            raise IndexError(place)
        return self.letters[self.starts[place] : self.starts[place + 1]].tobytes().decode(errors="surrogatepass")


def packed(texts: Sequence[str]) -> Packed:
    """Pack texts."""
    encoded = [text.encode(errors="surrogatepass") for text in texts]
    starts = np.fromiter(accumulate(map(len, encoded), initial=0), np.int64, len(encoded) + 1)
    return Packed(starts=starts, letters=np.frombuffer(b"".join(encoded), np.uint8))
