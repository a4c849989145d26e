"""Low plants: bushes, hedges, saplings, pots, and the branch that hangs into a picture."""

import math
from random import Random

from infra.demo.pictures.canvas import Canvas, Point
from infra.demo.pictures.colors import BARK, FOREST, LEAF, Color, darker, lighter, rgb
from infra.demo.pictures.parts.foliage import GREENS, draw_shadow


def draw_bush(c: Canvas, rng: Random, at: Point, size: float) -> None:
    x, y = at
    color = rng.choice(GREENS)
    draw_shadow(c, at, size * 0.9)
    for dx, dy, r in ((-0.45, 0.3, 0.36), (0.45, 0.3, 0.38), (0, 0.45, 0.48)):
        c.circle(x + dx * size, y - dy * size, r * size, color)
    c.rect(x - 0.75 * size, y - 0.32 * size, x + 0.78 * size, y, color, radius=0.14 * size)
    c.circle(x + 0.12 * size, y - 0.6 * size, 0.2 * size, lighter(color, 0.14))
    if rng.random() < 0.5:
        bloom = rng.choice((rgb("#E8A0B0"), rgb("#F0C95A"), rgb("#E5694F")))
        for _ in range(6):
            c.circle(x + rng.uniform(-0.5, 0.5) * size, y - rng.uniform(0.2, 0.75) * size, size * 0.055, bloom)


def draw_hedge(c: Canvas, *, left: float, right: float, y: float, height: float, color: Color = LEAF) -> None:
    """Draw a clipped hedge standing on `y`."""
    c.rect(left, y - height, right, y, color, radius=height * 0.35)
    c.rect(left, y - height * 0.4, right, y, darker(color, 0.1), radius=height * 0.2)


def draw_sapling(c: Canvas, at: Point, height: float, color: Color = LEAF) -> None:
    """Draw a young tree with a mound of earth at its foot."""
    x, y = at
    c.ellipse(x, y, height * 0.28, height * 0.07, rgb("#7A5A3A"))
    c.line([(x, y), (x, y - height * 0.72)], height * 0.055, BARK)
    for side, level in ((-1, 0.62), (1, 0.8), (-1, 0.98), (1, 0.5)):
        base = (x, y - height * (level - 0.14))
        tip = (x + side * height * 0.3, y - height * level)
        c.blob(
            [
                base,
                (x + side * height * 0.05, y - height * (level + 0.06)),
                tip,
                (x + side * height * 0.2, y - height * (level - 0.13)),
            ],
            color if side > 0 else darker(color, 0.1),
        )


def draw_pot_plant(c: Canvas, rng: Random, at: Point, height: float) -> None:
    x, y = at
    pot = rng.choice((rgb("#C0714C"), rgb("#D9C7A8"), rgb("#5E8C96")))
    draw_shadow(c, at, height * 0.2)
    for angle in (-150, -122, -95, -65, -35):
        turn = math.radians(angle)
        tip = (x + math.cos(turn) * height * 0.45, y - height * 0.36 + math.sin(turn) * height * 0.6)
        c.blob(
            [
                (x, y - height * 0.3),
                ((x + tip[0]) / 2 - height * 0.06, (y - height * 0.4 + tip[1]) / 2),
                tip,
                ((x + tip[0]) / 2 + height * 0.07, (y - height * 0.32 + tip[1]) / 2),
            ],
            LEAF if angle % 2 else FOREST,
        )
    c.polygon(
        [
            (x - height * 0.17, y - height * 0.34),
            (x + height * 0.17, y - height * 0.34),
            (x + height * 0.12, y),
            (x - height * 0.12, y),
        ],
        pot,
    )
    c.rect(
        x - height * 0.19,
        y - height * 0.37,
        x + height * 0.19,
        y - height * 0.29,
        darker(pot, 0.1),
        radius=height * 0.02,
    )


def draw_overhang(c: Canvas, rng: Random, *, height: float) -> None:
    """Draw a branch that hangs into the upper left corner from a tree beside the viewer, `height` units deep."""
    color = darker(rng.choice(GREENS), 0.12)
    c.wire([(-20, height * 0.16), (height * 0.6, height * 0.2), (height * 1.25, height * 0.42)], 12, darker(BARK, 0.2))
    c.wire(
        [(height * 0.5, height * 0.18), (height * 0.9, height * 0.12), (height * 1.5, height * 0.2)],
        8,
        darker(BARK, 0.2),
    )
    for _ in range(70):
        along = rng.random()
        x = height * 1.6 * along - 20
        y = height * (0.05 + 0.33 * along) * rng.uniform(0.0, 2.0)
        turn, long = rng.uniform(0.2, 1.3), rng.uniform(26, 40)
        tip = (x + math.cos(turn) * long, y + math.sin(turn) * long)
        wide = long * 0.24
        c.blob(
            [
                (x, y),
                ((x + tip[0]) / 2 + wide, (y + tip[1]) / 2 - wide * 0.6),
                tip,
                ((x + tip[0]) / 2 - wide, (y + tip[1]) / 2 + wide * 0.6),
            ],
            rng.choice((color, lighter(color, 0.08), darker(color, 0.1))),
        )
