"""Apparatus of the science room: glass, microscope, burner, circuit, globe, the model of the planets."""

import math
from collections.abc import Callable, Mapping
from random import Random
from types import MappingProxyType
from typing import TypeAlias

from infra.demo.pictures.canvas import Canvas, Point
from infra.demo.pictures.colors import AMBER, BLUE, FLAME, INK, LEAF, PLUM, STONE, WHITE, WOOD, darker, lighter, rgb

DrawApparatus: TypeAlias = Callable[[Canvas, Random, Point, float], None]


GLASSWARE = rgb("#D5E8EC")
LIQUIDS = (rgb("#4A90C0"), rgb("#5FA86A"), rgb("#D9798A"), rgb("#E0A63F"), rgb("#8C6FA8"))


def draw_flasks(c: Canvas, rng: Random, at: Point, size: float) -> None:
    """Draw a conical flask and a beaker with colored liquids, standing on `at`."""
    x, y = at
    first, second = rng.sample(LIQUIDS, 2)
    c.polygon(
        [
            (x - size * 0.34, y),
            (x - size * 0.1, y - size * 0.42),
            (x - size * 0.1, y - size * 0.66),
            (x + size * 0.04, y - size * 0.66),
            (x + size * 0.04, y - size * 0.42),
            (x + size * 0.28, y),
        ],
        GLASSWARE,
    )
    c.polygon(
        [
            (x - size * 0.32, y - 2),
            (x - size * 0.18, y - size * 0.27),
            (x + size * 0.12, y - size * 0.27),
            (x + size * 0.26, y - 2),
        ],
        first,
    )
    c.rect(x - size * 0.13, y - size * 0.7, x + size * 0.07, y - size * 0.64, lighter(GLASSWARE, 0.4))
    c.rect(x + size * 0.36, y - size * 0.38, x + size * 0.64, y, GLASSWARE)
    c.rect(x + size * 0.38, y - size * 0.2, x + size * 0.62, y - 2, second)
    for bubble in range(3):
        c.circle(
            x - size * 0.05 + bubble * size * 0.04, y - size * (0.1 + 0.07 * bubble), size * 0.022, lighter(first, 0.6)
        )


def draw_microscope(c: Canvas, rng: Random, at: Point, size: float) -> None:
    x, y = at
    body = rng.choice((rgb("#3B4650"), rgb("#4F6B7A")))
    c.rect(x - size * 0.3, y - size * 0.1, x + size * 0.3, y, body, radius=size * 0.04)
    c.wire(
        [(x + size * 0.2, y - size * 0.08), (x + size * 0.34, y - size * 0.4), (x + size * 0.16, y - size * 0.74)],
        size * 0.12,
        body,
    )
    c.rect(x - size * 0.26, y - size * 0.34, x + size * 0.24, y - size * 0.28, STONE)
    c.line([(x + size * 0.14, y - size * 0.86), (x - size * 0.1, y - size * 0.44)], size * 0.15, WHITE)
    c.line([(x + size * 0.2, y - size * 0.98), (x + size * 0.14, y - size * 0.88)], size * 0.11, INK)


def draw_burner(c: Canvas, rng: Random, at: Point, size: float) -> None:
    """Draw a round flask heated on a tripod."""
    x, y = at
    tone = rng.choice(LIQUIDS)
    for foot in (-0.3, 0.3):
        c.line([(x + foot * size * 0.8, y - size * 0.4), (x + foot * size, y)], size * 0.05, STONE)
    c.line([(x - size * 0.3, y - size * 0.4), (x + size * 0.3, y - size * 0.4)], size * 0.05, STONE)
    c.rect(x - size * 0.12, y - size * 0.16, x + size * 0.12, y, rgb("#BFD4DA"), radius=size * 0.04)
    with c.lit():
        c.blob(
            [(x - size * 0.07, y - size * 0.16), (x, y - size * 0.36), (x + size * 0.07, y - size * 0.16)],
            rgb("#F5A53A"),
        )
    c.circle(x, y - size * 0.6, size * 0.2, GLASSWARE)
    c.chord(x, y - size * 0.6, size * 0.18, size * 0.18, (0, 180), tone)
    c.rect(x - size * 0.06, y - size * 1.0, x + size * 0.06, y - size * 0.76, GLASSWARE)


def draw_circuit(c: Canvas, rng: Random, at: Point, size: float) -> None:
    """Draw a battery, wires and a lamp that shines."""
    x, y = at
    c.rect(x - size * 0.44, y - size * 0.08, x + size * 0.5, y, lighter(WOOD, 0.3))
    c.rect(x - size * 0.36, y - size * 0.26, x - size * 0.02, y - size * 0.08, rng.choice((BLUE, LEAF)), radius=4)
    c.rect(x - size * 0.36, y - size * 0.26, x - size * 0.26, y - size * 0.08, AMBER, radius=3)
    c.wire(
        [(x - size * 0.02, y - size * 0.17), (x + size * 0.12, y - size * 0.32), (x + size * 0.28, y - size * 0.2)],
        4,
        FLAME,
    )
    c.rect(x + size * 0.22, y - size * 0.24, x + size * 0.38, y - size * 0.08, STONE)
    with c.lit():
        c.glow(x + size * 0.3, y - size * 0.42, size * 0.36, rgb("#FFE08A"), alpha=0.22)
        c.circle(x + size * 0.3, y - size * 0.4, size * 0.14, rgb("#FFE08A"))


def draw_globe(c: Canvas, rng: Random, at: Point, size: float) -> None:
    x, y = at
    c.rect(x - size * 0.24, y - size * 0.06, x + size * 0.24, y, WOOD, radius=4)
    c.rect(x - 4, y - size * 0.2, x + 4, y - size * 0.04, WOOD)
    c.arc(x, y - size * 0.56, size * 0.44, size * 0.05, (300, 480), darker(WOOD, 0.1))
    c.circle(x, y - size * 0.56, size * 0.36, rgb("#5BA0C8"))
    for dx, dy, rx, ry in ((-0.12, -0.1, 0.16, 0.13), (0.14, 0.06, 0.13, 0.17), (-0.14, 0.18, 0.1, 0.08)):
        c.ellipse(x + dx * size, y - (0.56 - dy) * size, rx * size, ry * size, rng.choice((LEAF, rgb("#7FA65A"))))


def draw_planets(c: Canvas, rng: Random, x: float, y: float) -> None:
    """Draw a chart of the sun and its planets on their paths."""
    c.rect(x - 318, y - 148, x + 318, y + 178, WOOD, radius=8)
    c.rect(x - 310, y - 140, x + 310, y + 170, rgb("#24365C"), radius=4)
    sun, middle = x - 250, y + 15
    for reach in range(1, 7):
        half = math.degrees(math.asin(min(0.95, 132 / (74 + reach * 68))))
        c.arc(sun, middle, 74 + reach * 68, 2.4, (360 - half, 360 + half), rgb("#5B6E9A"))
    c.circle(sun, middle, 52, rgb("#F6C145"))
    for i, (radius, color) in enumerate(
        ((11, STONE), (16, AMBER), (17, BLUE), (13, FLAME), (33, rgb("#D9A673")), (27, rgb("#E3CB92")))
    ):
        reach, angle = 74 + (i + 1) * 68, rng.uniform(-0.26, 0.26)
        px, py = sun + math.cos(angle) * reach, middle + math.sin(angle) * reach
        if i == 5:
            c.ellipse(px, py, radius * 1.7, radius * 0.4, PLUM)
        c.circle(px, py, radius, color)
        c.circle(px - radius * 0.25, py - radius * 0.25, radius * 0.4, lighter(color, 0.3))
    for _ in range(26):
        c.circle(x + rng.uniform(-300, 300), y + rng.uniform(-130, 160), 1.8, WHITE)


APPARATUS: Mapping[str, DrawApparatus] = MappingProxyType(
    {"flasks": draw_flasks, "microscope": draw_microscope, "burner": draw_burner, "circuit": draw_circuit}
)
