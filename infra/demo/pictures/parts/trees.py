"""Trees of the province: round crowns, phượng, pine, bàng; `draw_tree` also knows the palms."""

import math
from collections.abc import Callable, Mapping
from random import Random
from types import MappingProxyType
from typing import TypeAlias

from infra.demo.pictures.canvas import Canvas, Point
from infra.demo.pictures.colors import BARK, FLAME, FOREST, LEAF, darker, lighter, rgb
from infra.demo.pictures.parts.foliage import GREENS, draw_shadow, draw_trunk
from infra.demo.pictures.parts.palms import draw_areca, draw_bamboo, draw_banana, draw_coconut

DrawTree: TypeAlias = Callable[[Canvas, Random, Point, float], None]


# Rounds of a phượng's crown as shares of its height: x, y above the ground, half width, half height.
PHUONG_CROWN = (
    (-0.4, 0.59, 0.15, 0.085),
    (-0.16, 0.6, 0.2, 0.09),
    (0.14, 0.6, 0.2, 0.09),
    (0.4, 0.59, 0.15, 0.085),
    (-0.29, 0.69, 0.19, 0.1),
    (0.0, 0.71, 0.25, 0.13),
    (0.28, 0.69, 0.19, 0.1),
    (-0.14, 0.8, 0.18, 0.09),
    (0.14, 0.79, 0.18, 0.09),
)


def draw_round(c: Canvas, rng: Random, at: Point, height: float) -> None:
    """Draw a broad-leaved tree with a crown of overlapping rounds and a patch of sun."""
    x, y = at
    color = rng.choice(GREENS)
    draw_shadow(c, at, height * 0.32)
    draw_trunk(c, at, height * 0.5, height * 0.085)
    c.line([(x, y - height * 0.34), (x + height * 0.13, y - height * 0.47)], height * 0.035, BARK)
    r = height * 0.25
    top = y - height * 0.68
    for dx, dy, size in ((-1.0, 0.42, 0.78), (1.0, 0.42, 0.8), (0, 0.5, 0.85), (-0.45, -0.2, 0.95), (0.5, -0.12, 0.9)):
        c.circle(x + dx * r * 0.86, top + dy * r, r * size, color)
    c.circle(x, top - r * 0.42, r * 0.85, color)
    c.circle(x + r * 0.34, top - r * 0.5, r * 0.42, lighter(color, 0.14))
    c.circle(x - r * 0.75, top + r * 0.3, r * 0.26, lighter(color, 0.1))


def draw_flame_tree(c: Canvas, rng: Random, at: Point, height: float) -> None:
    """Draw a phượng in flower: a wide flat crown, red over green, on a forked trunk."""
    x, y = at
    draw_shadow(c, at, height * 0.44)
    draw_trunk(c, at, height * 0.42, height * 0.09)
    for dx, rise in ((-0.3, 0.58), (-0.1, 0.66), (0.12, 0.64), (0.3, 0.58)):
        c.wire(
            [(x, y - height * 0.36), (x + dx * height * 0.4, y - height * 0.48), (x + dx * height, y - height * rise)],
            height * 0.04,
            BARK,
        )
    color = rng.choice((FLAME, rgb("#D2492F"), rgb("#C2392F")))
    for dx, dy in ((-0.34, 0.55), (-0.12, 0.57), (0.12, 0.57), (0.34, 0.55)):
        c.ellipse(x + dx * height, y - dy * height, height * 0.16, height * 0.075, rgb("#5B8A48"))
    for dx, dy, rx, ry in PHUONG_CROWN:
        c.ellipse(x + dx * height, y - dy * height, rx * height, ry * height, color)
    for dx, dy, rx, ry in PHUONG_CROWN[4:]:
        c.ellipse(
            x + (dx + 0.03) * height,
            y - (dy + 0.035) * height,
            rx * height * 0.6,
            ry * height * 0.5,
            lighter(color, 0.08),
        )
    size = min(9.0, height * 0.02)
    for _ in range(round(16 + height * 0.05)):
        dx, dy, rx, ry = rng.choice(PHUONG_CROWN)
        angle, reach = rng.uniform(0, math.tau), rng.random() ** 0.5 * 0.85
        px, py = x + (dx + math.cos(angle) * reach * rx) * height, y - (dy - math.sin(angle) * reach * ry) * height
        c.ellipse(px, py, size * 1.3, size * 0.8, rng.choice((rgb("#E2674A"), rgb("#E98A62"), darker(color, 0.1))))


def draw_pine(c: Canvas, rng: Random, at: Point, height: float) -> None:
    """Draw a highland pine in three tiers."""
    x, y = at
    draw_shadow(c, at, height * 0.18)
    draw_trunk(c, at, height * 0.3, height * 0.06)
    color = rng.choice((rgb("#3E6F58"), rgb("#4A7B5C")))
    for low, high, half in ((0.2, 0.58, 0.22), (0.4, 0.8, 0.18), (0.62, 1.0, 0.13)):
        left, right, top = x - half * height, x + half * height, y - high * height
        c.polygon([(left, y - low * height), (x, top), (right, y - low * height)], color)
        c.polygon(
            [(x, top), (right, y - low * height), (x + half * height * 0.25, y - low * height)], darker(color, 0.12)
        )


def draw_terminalia(c: Canvas, rng: Random, at: Point, height: float) -> None:
    """Draw a bàng: flat tiers of leaves, a few of them turned red."""
    x, y = at
    color = rng.choice((FOREST, LEAF))
    draw_shadow(c, at, height * 0.36)
    draw_trunk(c, at, height * 0.85, height * 0.07)
    for dy, half in ((0.46, 0.36), (0.64, 0.32), (0.82, 0.22)):
        level = y - dy * height
        c.rect(
            x - half * height,
            level - height * 0.055,
            x + half * height,
            level + height * 0.055,
            color,
            radius=height * 0.055,
        )
        c.ellipse(x, level - height * 0.05, half * height * 0.72, height * 0.065, color)
        c.ellipse(
            x + half * height * 0.3, level - height * 0.05, half * height * 0.32, height * 0.03, lighter(color, 0.12)
        )
    for _ in range(7):
        px, level = x + rng.uniform(-0.3, 0.3) * height, y - rng.choice((0.46, 0.64)) * height
        c.ellipse(px, level + rng.uniform(-0.03, 0.04) * height, height * 0.024, height * 0.016, rgb("#C8643C"))


TREES: Mapping[str, DrawTree] = MappingProxyType(
    {
        "round": draw_round,
        "flame": draw_flame_tree,
        "coconut": draw_coconut,
        "areca": draw_areca,
        "bamboo": draw_bamboo,
        "banana": draw_banana,
        "pine": draw_pine,
        "terminalia": draw_terminalia,
    }
)


def draw_tree(c: Canvas, rng: Random, kind: str, at: Point, height: float) -> None:
    """Draw a tree of `TREES` standing at `at`."""
    TREES[kind](c, rng, at, height)
