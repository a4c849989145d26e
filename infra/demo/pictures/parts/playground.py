"""Playthings of a kindergarten yard: slide, swings, seesaw, climbing dome, spring horse."""

import math
from collections.abc import Callable, Mapping
from random import Random
from types import MappingProxyType
from typing import TypeAlias

from infra.demo.pictures.canvas import Canvas, Point
from infra.demo.pictures.colors import AMBER, BLUE, BRIGHT, FLAME, INK, LEAF, ORANGE, STONE, WOOD, darker, lighter, rgb
from infra.demo.pictures.parts.figures import draw_person
from infra.demo.pictures.parts.people import toddler

DrawPlaything: TypeAlias = Callable[[Canvas, Random, Point], None]


def draw_slide(c: Canvas, rng: Random, at: Point) -> None:
    """Draw a tower with a pitched roof, a ladder and a slide with a child on it."""
    x, y = at
    chute = rng.choice((AMBER, FLAME, ORANGE))
    c.ellipse(x + 20, y, 190, 16, INK, alpha=0.15)
    for post in (-80, 0):
        c.rect(x + post - 6, y - 260, x + post + 6, y, BLUE)
    c.polygon([(x - 106, y - 250), (x - 40, y - 320), (x + 26, y - 250)], FLAME)
    c.rect(x - 88, y - 152, x + 8, y - 138, WOOD)
    c.rect(x - 86, y - 196, x - 80, y - 150, LEAF)
    for bar in range(4):
        c.line([(x - 132 + bar * 12, y - 20 - bar * 34), (x - 88 + bar * 3, y - 20 - bar * 34)], 7, STONE)
    c.line([(x - 140, y), (x - 84, y - 150)], 8, STONE)
    c.wire([(x + 6, y - 146), (x + 80, y - 76), (x + 140, y - 22), (x + 190, y - 14)], 26, chute)
    c.wire([(x + 6, y - 158), (x + 84, y - 88), (x + 144, y - 34), (x + 192, y - 26)], 7, darker(chute, 0.18))
    draw_person(c, toddler(rng, height=112), (x - 36, y - 150), arms=("up", "up"), shadow=False)


def draw_swings(c: Canvas, rng: Random, at: Point) -> None:
    """Draw a frame with two swings, a child on one of them."""
    x, y = at
    c.ellipse(x, y, 190, 15, INK, alpha=0.15)
    for side in (-1, 1):
        for foot in (-34, 34):
            c.line([(x + side * 150, y - 250), (x + side * 150 + foot, y)], 10, rng.choice((BLUE, LEAF)))
    c.line([(x - 156, y - 250), (x + 156, y - 250)], 12, FLAME)
    for seat, swing in ((-70, 36), (60, 0)):
        hang, low = x + seat, (x + seat + swing, y - 62 - swing * 0.35)
        for rope in (-22, 22):
            c.line([(hang + rope, y - 248), (low[0] + rope, low[1])], 3, STONE)
        if swing:
            draw_person(
                c,
                toddler(rng, height=124),
                (low[0], low[1] + 30),
                arms=("wave", "wave"),
                legs="chair",
                view="right",
                shadow=False,
            )
        c.rect(low[0] - 30, low[1], low[0] + 30, low[1] + 9, AMBER, radius=4)


def draw_seesaw(c: Canvas, rng: Random, at: Point) -> None:
    """Draw a seesaw with a child at each end."""
    x, y = at
    c.ellipse(x, y, 180, 14, INK, alpha=0.15)
    c.polygon([(x - 36, y), (x, y - 66), (x + 36, y)], BLUE)
    ends = ((x - 160, y - 24), (x + 160, y - 104))
    for (ex, ey), view in zip(ends, ("right", "left"), strict=True):
        draw_person(
            c,
            toddler(rng, height=116),
            (ex, ey + 24),
            arms=("ahead", "ahead"),
            legs="chair",
            view="right" if view == "right" else "left",
            shadow=False,
        )
    c.line([ends[0], ends[1]], 14, ORANGE)
    c.circle(x, y - 64, 10, darker(ORANGE, 0.3))


def draw_dome(c: Canvas, rng: Random, at: Point) -> None:
    """Draw a climbing dome of bars."""
    x, y = at
    c.ellipse(x, y, 170, 14, INK, alpha=0.15)
    colors = rng.sample(BRIGHT, 4)
    for i, reach in enumerate((150, 98, 40)):
        arch = [(x + reach * math.cos(math.pi * s / 14), y - 170 * math.sin(math.pi * s / 14)) for s in range(15)]
        c.line(arch, 8, colors[i])
    for share in (0.35, 0.68):
        half = 150 * math.sqrt(1 - share**2)
        c.line([(x - half, y - 170 * share), (x + half, y - 170 * share)], 7, colors[3])


def draw_spring_horse(c: Canvas, rng: Random, at: Point) -> None:
    """Draw two rocking animals on springs, a child on one."""
    x, y = at
    for shift in (-80, 90):
        color = rng.choice(BRIGHT)
        c.ellipse(x + shift, y, 60, 9, INK, alpha=0.15)
        for coil in range(4):
            c.rect(x + shift - 16, y - 12 - coil * 9, x + shift + 16, y - 7 - coil * 9, STONE, radius=2)
        if shift < 0:
            draw_person(
                c,
                toddler(rng, height=118),
                (x + shift - 6, y - 42),
                arms=("ahead", "ahead"),
                legs="chair",
                view="right",
                shadow=False,
            )
        c.blob(
            [
                (x + shift - 62, y - 84),
                (x + shift + 20, y - 82),
                (x + shift + 44, y - 126),
                (x + shift + 78, y - 112),
                (x + shift + 58, y - 84),
                (x + shift + 44, y - 46),
                (x + shift - 44, y - 44),
            ],
            color,
        )
        c.circle(x + shift + 56, y - 106, 4, rgb("#FFFDF5"))
        c.line([(x + shift - 62, y - 84), (x + shift - 80, y - 62)], 9, lighter(color, 0.3))


PLAYTHINGS: Mapping[str, DrawPlaything] = MappingProxyType(
    {
        "slide": draw_slide,
        "swings": draw_swings,
        "seesaw": draw_seesaw,
        "dome": draw_dome,
        "spring horse": draw_spring_horse,
    }
)


def draw_plaything(c: Canvas, rng: Random, name: str, at: Point) -> None:
    """Draw a plaything of `PLAYTHINGS` standing at `at`."""
    PLAYTHINGS[name](c, rng, at)
