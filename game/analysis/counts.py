"""How many playthroughs there are, exactly.

The number soon passes what 64 bits can hold. It is computed as a float first; where that is no longer
exact, as remainders by several primes, from which the whole number follows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import numpy.typing as npt

from game.analysis.backward import Map

EXACT_FLOAT = 1 << 53
_FIRST_PRIME = (1 << 31) - 1


def count_playthroughs(story: Map) -> int:
    """Give the number of different playthroughs, those that stop at a dead end included."""
    about = float(_count(story, np.ones(1), lambda counts: counts)[0])
    return int(about) if about < EXACT_FLOAT else _from_remainders(story, about)


def _from_remainders(story: Map, about: float) -> int:
    product, primes = 1, []
    for prime in _primes():
        primes.append(prime)
        product *= prime
        if product > 2 * about:
            break
    divisors = np.array(primes, dtype=np.int64)
    remainders = _count(story, np.ones(len(primes), dtype=np.int64), lambda counts: counts % divisors)
    total = 0
    for prime, remainder in zip(primes, remainders.tolist(), strict=True):
        rest = product // prime
        total += remainder * rest * pow(rest, -1, prime)
    return total % product


Numbers = npt.NDArray[Any]


def _count(story: Map, one: Numbers, reduced: Callable[[Numbers], Numbers]) -> Numbers:
    """Count backwards: a state has as many playthroughs as those it leads to, together."""
    known = {place: np.tile(one, (len(story.visits[place].layer), 1)) for place in story.endings}
    last_users = story.last_users()
    for place in reversed(story.decisions):
        counts = np.zeros((len(story.visits[place].layer), len(one)), dtype=one.dtype)
        for crossing in story.crossings(place):
            here = counts[crossing.part]
            for link in crossing.links:
                there = known[link.target].take(link.to, axis=0)
                if link.rows is None:
                    here += there
                else:
                    here[link.rows] += there
            is_dead = np.broadcast_to(~crossing.odds.offered.any(axis=0), crossing.count)
            here[is_dead] = one
            counts[crossing.part] = reduced(here)
        known[place] = counts
        for done in last_users.get(place, ()):
            known.pop(done, None)
    total: Numbers = known[story.rules.scenario.start].sum(axis=0)
    return total


def _primes() -> Iterator[int]:
    """Give primes below 2^31, the largest first."""
    number = _FIRST_PRIME
    while True:
        if _is_prime(number):
            yield number
        number -= 2


def _is_prime(number: int) -> bool:
    """Tell whether an odd number below 3,215,031,751 is prime (Miller and Rabin, bases 2, 3, 5, 7)."""
    odd, twos = number - 1, 0
    while odd % 2 == 0:
        odd, twos = odd // 2, twos + 1
    for base in (2, 3, 5, 7):
        power = pow(base, odd, number)
        if power in (1, number - 1):
            continue
        if all((power := power * power % number) != number - 1 for _ in range(twos - 1)):
            return False
    return True
