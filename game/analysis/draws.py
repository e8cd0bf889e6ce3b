"""Draws for the analyser: the only user of numpy's generator, always from a seed."""

from __future__ import annotations

import numpy as np

from game.analysis.keys import Floats


class Draws:
    """Numbers between 0 and 1, the same ones for the same seed."""

    def __init__(self, seed: int) -> None:
        self._generator = np.random.default_rng(seed)

    def one(self) -> float:
        """Give one number."""
        return float(self._generator.random())

    def many(self, count: int) -> Floats:
        """Give several numbers."""
        return self._generator.random(count)
