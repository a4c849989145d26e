"""Where things stand: even but not regular places, and the order in which figures are drawn."""

from collections.abc import Callable
from random import Random
from typing import ParamSpec

P = ParamSpec("P")


def spread(rng: Random, count: int, left: float, right: float, *, jitter: float = 0.22) -> list[float]:
    """Return `count` places between `left` and `right` that keep apart; `jitter` is a share of the step."""
    step = (right - left) / max(1, count)
    return [left + step * (i + 0.5 + rng.uniform(-jitter, jitter)) for i in range(count)]


def clusters(rng: Random, count: int, spots: tuple[float, ...], *, gap: float) -> list[tuple[float, float]]:
    """Return (x, depth) of `count` figures gathered around the spots; depth from 0 (far) to 1 (near)."""
    places = []
    for i in range(count):
        spot, rank = spots[i % len(spots)], i // len(spots)
        side = 0 if rank == 0 else (1 if rank % 2 else -1) * ((rank + 1) // 2)
        places.append((spot + side * gap + rng.uniform(-0.12, 0.12) * gap, 0.5 + 0.38 * (-1) ** rank * rng.random()))
    return places


class Depth:
    """Collects what stands on the ground and draws it from far to near, so that the near covers the far."""

    def __init__(self) -> None:
        self._items: list[tuple[float, Callable[[], object]]] = []

    def add(self, y: float, draw: Callable[P, object], /, *args: P.args, **kwargs: P.kwargs) -> None:
        """Put off `draw(*args, **kwargs)` until everything that stands higher up the picture than `y` is drawn."""
        self._items.append((y, lambda: draw(*args, **kwargs)))

    def draw(self) -> None:
        for _, draw in sorted(self._items, key=lambda item: item[0]):
            draw()
