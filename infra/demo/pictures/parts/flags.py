"""The national flag, banners, bunting, clocks and signs: what hangs on walls and poles."""

import math
from collections.abc import Sequence
from itertools import pairwise
from random import Random

from infra.demo.pictures.canvas import Canvas, Point
from infra.demo.pictures.colors import BRIGHT, FLAG_RED, FLAME, GOLD, INK, STONE, WHITE, Color, darker, lighter, rgb


def star_points(x: float, y: float, radius: float, *, tips: int = 5, inner: float = 0.382) -> list[Point]:
    """Return the corners of a star that points up."""
    points = []
    for corner in range(tips * 2):
        reach = radius if corner % 2 == 0 else radius * inner
        angle = math.pi * corner / tips - math.pi / 2
        points.append((x + math.cos(angle) * reach, y + math.sin(angle) * reach))
    return points


def draw_flag(c: Canvas, at: Point, width: float) -> None:
    """Draw the national flag flying from its upper corner `at`, two thirds as high as wide."""
    x, y = at
    height = width * 2 / 3
    sway = height * 0.07
    top = [(x, y), (x + width * 0.3, y - sway), (x + width * 0.68, y + sway), (x + width, y)]
    c.ridge(top, FLAG_RED, bottom=y + height * 0.8)
    c.polygon(
        [
            (x, y + height * 0.7),
            (x + width, y + height * 0.7),
            (x + width, y + height),
            (x + width * 0.68, y + height + sway * 0.7),
            (x + width * 0.3, y + height - sway * 0.7),
            (x, y + height),
        ],
        FLAG_RED,
    )
    c.polygon(star_points(x + width / 2, y + height / 2, height * 0.3), GOLD)


def draw_flagpole(c: Canvas, at: Point, height: float, *, flag: float | None = None) -> None:
    """Draw a flagpole standing on a stepped base at `at`; `flag` is the width of its flag."""
    x, y = at
    c.rect(x - height * 0.07, y - height * 0.025, x + height * 0.07, y, rgb("#BDAA86"))
    c.rect(x - height * 0.045, y - height * 0.055, x + height * 0.045, y - height * 0.025, rgb("#D8C7A2"))
    c.rect(x - height * 0.007, y - height, x + height * 0.007, y - height * 0.05, STONE)
    c.circle(x, y - height, height * 0.013, GOLD)
    draw_flag(c, (x + height * 0.007, y - height * 0.98), flag or height * 0.26)


def draw_clock(c: Canvas, x: float, y: float, radius: float) -> None:
    c.circle(x, y, radius, rgb("#B5472F"))
    c.circle(x, y, radius * 0.78, WHITE)
    c.line([(x, y - radius * 0.5), (x, y), (x + radius * 0.34, y + radius * 0.2)], radius * 0.13, INK)


def draw_banner(
    c: Canvas, left: float, top: float, right: float, bottom: float, *, color: Color = FLAG_RED, ink: Color = GOLD
) -> None:
    """Draw a hung banner whose lettering is only hinted at, since drawn words would be read as real ones."""
    c.rect(left, top, right, bottom, color, radius=4)
    width, height = right - left, bottom - top
    for row, (share, words) in enumerate(((0.36, (0.08, 0.05, 0.11, 0.07, 0.06)), (0.7, (0.12, 0.07, 0.16, 0.1)))):
        total = sum(words) + 0.025 * (len(words) - 1)
        x = left + width * (0.5 - total / 2)
        thick = height * (0.09 if row == 0 else 0.15)
        for word in words:
            c.rect(
                x, top + height * share - thick, x + width * word, top + height * share + thick, ink, radius=thick * 0.4
            )
            x += width * (word + 0.025)


def draw_bunting(
    c: Canvas,
    rng: Random,
    start: Point,
    end: Point,
    *,
    sag: float = 60,
    size: float = 34,
    colors: Sequence[Color] = BRIGHT,
) -> None:
    """Draw a string of small triangular flags hanging between two points."""
    count = max(3, round(math.dist(start, end) / (size * 1.7)))
    cord = []
    for i in range(count + 1):
        share = i / count
        cord.append(
            (
                start[0] + (end[0] - start[0]) * share,
                start[1] + (end[1] - start[1]) * share + sag * 4 * share * (1 - share),
            )
        )
    c.line(cord, 2.6, rgb("#8A7A66"))
    shift = rng.randrange(len(colors))
    for i, (near, far) in enumerate(pairwise(cord)):
        x, y = (near[0] + far[0]) / 2, (near[1] + far[1]) / 2
        c.polygon([(x - size / 2, y), (x + size / 2, y), (x, y + size * 1.15)], colors[(i + shift) % len(colors)])


def draw_sign(c: Canvas, at: Point, height: float, *, color: Color, shape: str = "round") -> None:
    """Draw a road or assembly sign on a post: "round", "square" or "triangle"."""
    x, y = at
    size = height * 0.2
    head = y - height + size
    c.rect(x - height * 0.018, head, x + height * 0.018, y, STONE)
    c.ellipse(x, y, height * 0.07, height * 0.016, INK, alpha=0.2)
    if shape == "round":
        c.circle(x, head, size, color)
        c.circle(x, head, size * 0.76, WHITE)
        c.rect(x - size * 0.4, head - size * 0.14, x + size * 0.4, head + size * 0.14, color)
    elif shape == "square":
        c.rect(x - size, head - size, x + size, head + size, color, radius=size * 0.16)
        c.polygon(
            [(x - size * 0.74, head + size * 0.68), (x, head - size * 0.74), (x + size * 0.74, head + size * 0.68)],
            WHITE,
        )
        c.circle(x, head - size * 0.12, size * 0.13, INK)
        c.line([(x, head), (x, head + size * 0.26), (x + size * 0.16, head + size * 0.56)], size * 0.13, INK)
        c.line([(x, head + size * 0.26), (x - size * 0.18, head + size * 0.56)], size * 0.13, INK)
    else:
        for share, tone in ((1.1, color), (0.72, lighter(GOLD, 0.3))):
            c.polygon(
                [
                    (x - size * share, head + size * 0.85 * share),
                    (x, head - size * share),
                    (x + size * share, head + size * 0.85 * share),
                ],
                tone,
            )
        c.rect(x - size * 0.08, head - size * 0.2, x + size * 0.08, head + size * 0.36, INK)


def draw_lantern(c: Canvas, at: Point, size: float, color: Color, *, is_star: bool) -> None:
    """Draw a paper lantern that hangs from `at`: a star in a ring or a round one with a tassel."""
    x, y = at
    c.line([(x, y - size * 0.5), (x, y)], 2.4, rgb("#6B5640"))
    middle = y + size
    c.glow(x, middle, size * 1.9, lighter(color, 0.4), alpha=0.1)
    if is_star:
        c.circle(x, middle, size, lighter(color, 0.5))
        c.circle(x, middle, size * 0.9, darker(c.light.top, 0.1))
        c.polygon(star_points(x, middle, size * 0.98), color)
        c.polygon(star_points(x, middle, size * 0.55), lighter(color, 0.35))
    else:
        c.ellipse(x, middle, size * 0.95, size * 0.78, color)
        c.ellipse(x, middle, size * 0.5, size * 0.78, lighter(color, 0.18))
        c.rect(x - size * 0.35, middle - size * 0.86, x + size * 0.35, middle - size * 0.7, GOLD)
        c.rect(x - size * 0.35, middle + size * 0.7, x + size * 0.35, middle + size * 0.86, GOLD)
    for shift in (-0.12, 0, 0.12):
        c.line(
            [(x + shift * size, middle + size * 0.95), (x + shift * size, middle + size * 1.5)],
            2.6,
            FLAME if is_star else GOLD,
        )
