"""What moves on roads and water: bicycles, motorbikes, cars, sampans, sea boats, basket boats."""

from random import Random

from infra.demo.pictures.canvas import Canvas, Point
from infra.demo.pictures.colors import AMBER, BLUE, FLAME, INK, LEAF, STONE, WHITE, WOOD, Color, darker, lighter, rgb


def _wheel(c: Canvas, x: float, y: float, radius: float, *, hub: Color, inside: Color | None = None) -> None:
    c.circle(x, y, radius, INK)
    c.circle(x, y, radius * 0.82, inside or STONE)
    c.circle(x, y, radius * 0.2, hub)


def draw_bicycle(c: Canvas, at: Point, length: float, color: Color) -> None:
    """Draw a bicycle seen from its side, its wheels on `at`."""
    x, y = at
    r = length * 0.21
    c.ellipse(x, y, length * 0.55, length * 0.05, INK, alpha=0.16)
    rear, front = (x - length * 0.29, y - r), (x + length * 0.29, y - r)
    for hub in (rear, front):
        c.ring(*hub, r, length * 0.035, rgb("#40454A"))
        c.line([(hub[0] - r * 0.9, hub[1]), (hub[0] + r * 0.9, hub[1])], 1.6, rgb("#9AA3A6"))
        c.line([(hub[0], hub[1] - r * 0.9), (hub[0], hub[1] + r * 0.9)], 1.6, rgb("#9AA3A6"))
    crank, saddle, head = (
        (x - length * 0.03, y - r * 0.9),
        (x - length * 0.12, y - length * 0.46),
        (x + length * 0.2, y - length * 0.46),
    )
    wide = length * 0.035
    c.line([rear, crank, head, (saddle[0] + length * 0.01, y - length * 0.42), crank], wide, color)
    c.line([rear, (saddle[0] + length * 0.02, y - length * 0.4)], wide, color)
    c.line(
        [front, (x + length * 0.18, y - length * 0.56), (x + length * 0.12, y - length * 0.58)],
        wide,
        darker(color, 0.2),
    )
    c.line([saddle, (saddle[0], y - length * 0.5)], wide, STONE)
    c.rect(
        saddle[0] - length * 0.08,
        y - length * 0.54,
        saddle[0] + length * 0.07,
        y - length * 0.49,
        INK,
        radius=length * 0.02,
    )
    c.rect(
        x + length * 0.26, y - length * 0.56, x + length * 0.4, y - length * 0.44, rgb("#B58A55"), radius=length * 0.02
    )


def draw_motorbike(c: Canvas, at: Point, length: float, color: Color) -> None:
    """Draw a motorbike heading right, its wheels on `at`."""
    x, y = at
    r = length * 0.18
    c.ellipse(x, y, length * 0.55, length * 0.05, INK, alpha=0.16)
    for wheel in (x - length * 0.32, x + length * 0.34):
        _wheel(c, wheel, y - r, r, hub=INK)
    c.line(
        [(x + length * 0.34, y - r), (x + length * 0.24, y - length * 0.56), (x + length * 0.16, y - length * 0.6)],
        length * 0.05,
        STONE,
    )
    c.blob(
        [
            (x + length * 0.3, y - length * 0.5),
            (x + length * 0.24, y - length * 0.22),
            (x, y - length * 0.16),
            (x - length * 0.36, y - length * 0.26),
            (x - length * 0.42, y - length * 0.38),
            (x - length * 0.1, y - length * 0.34),
            (x + length * 0.1, y - length * 0.28),
            (x + length * 0.18, y - length * 0.52),
        ],
        color,
    )
    c.rect(x - length * 0.42, y - length * 0.44, x + length * 0.02, y - length * 0.35, INK, radius=length * 0.04)
    c.circle(x + length * 0.3, y - length * 0.47, length * 0.045, rgb("#FBEFC3"))


def draw_car(c: Canvas, at: Point, length: float, color: Color) -> None:
    """Draw a small car heading right, its wheels on `at`."""
    x, y = at
    c.ellipse(x, y, length * 0.55, length * 0.04, INK, alpha=0.18)
    c.polygon(
        [
            (x - length * 0.3, y - length * 0.26),
            (x - length * 0.2, y - length * 0.42),
            (x + length * 0.14, y - length * 0.42),
            (x + length * 0.28, y - length * 0.26),
        ],
        color,
    )
    c.polygon(
        [
            (x - length * 0.24, y - length * 0.27),
            (x - length * 0.17, y - length * 0.385),
            (x - length * 0.04, y - length * 0.385),
            (x - length * 0.04, y - length * 0.27),
        ],
        rgb("#BFDDE6"),
    )
    c.polygon(
        [
            (x, y - length * 0.27),
            (x, y - length * 0.385),
            (x + length * 0.12, y - length * 0.385),
            (x + length * 0.22, y - length * 0.27),
        ],
        rgb("#BFDDE6"),
    )
    c.rect(x - length * 0.5, y - length * 0.28, x + length * 0.5, y - length * 0.08, color, radius=length * 0.06)
    c.rect(
        x - length * 0.5,
        y - length * 0.14,
        x + length * 0.5,
        y - length * 0.08,
        darker(color, 0.2),
        radius=length * 0.03,
    )
    for wheel in (x - length * 0.28, x + length * 0.29):
        _wheel(c, wheel, y - length * 0.09, length * 0.09, hub=INK)
    c.circle(x + length * 0.46, y - length * 0.21, length * 0.03, rgb("#FBEFC3"))


def draw_sampan(c: Canvas, at: Point, length: float, color: Color = WOOD) -> None:
    """Draw a slender wooden river boat floating on `at`, with its reflection."""
    x, y = at
    half, deep = length / 2, length * 0.085
    c.ellipse(x, y + deep * 0.25, half * 0.92, deep * 0.42, INK, alpha=0.18)
    c.polygon(
        [
            (x - half, y - deep * 1.3),
            (x - half * 0.72, y - deep * 0.55),
            (x + half * 0.72, y - deep * 0.55),
            (x + half, y - deep * 1.3),
            (x + half * 0.74, y + deep * 0.2),
            (x - half * 0.74, y + deep * 0.2),
        ],
        color,
    )
    c.polygon(
        [
            (x - half, y - deep * 1.3),
            (x - half * 0.72, y - deep * 0.55),
            (x + half * 0.72, y - deep * 0.55),
            (x + half, y - deep * 1.3),
            (x + half * 0.76, y - deep * 0.3),
            (x - half * 0.76, y - deep * 0.3),
        ],
        lighter(color, 0.22),
    )


def draw_sea_boat(c: Canvas, rng: Random, at: Point, length: float) -> None:
    """Draw a fishing boat of the coast with a wheelhouse, a mast and eyes on its bow."""
    x, y = at
    color = rng.choice((FLAME, BLUE, LEAF, rgb("#2F8A8E")))
    half, deep = length / 2, length * 0.17
    c.ellipse(x, y + deep * 0.2, half * 0.95, deep * 0.24, INK, alpha=0.16)
    c.rect(x - half * 0.52, y - deep * 2.3, x - half * 0.02, y - deep * 0.7, rgb("#F3EBD8"), radius=3)
    for start in (-0.44, -0.22):
        c.rect(x + half * start, y - deep * 2.0, x + half * (start + 0.15), y - deep * 1.4, rgb("#5B93A3"))
    c.rect(x - half * 0.58, y - deep * 2.5, x + half * 0.04, y - deep * 2.24, color)
    c.line([(x + half * 0.2, y - deep * 0.8), (x + half * 0.2, y - deep * 3.2)], length * 0.014, rgb("#6B5640"))
    c.line([(x + half * 0.2, y - deep * 3.1), (x + half * 0.9, y - deep * 1.2)], length * 0.006, rgb("#6B5640"))
    c.polygon(
        [(x + half * 0.2, y - deep * 3.2), (x + half * 0.46, y - deep * 3.0), (x + half * 0.2, y - deep * 2.75)],
        rgb("#D8251C"),
    )
    c.polygon(
        [
            (x - half, y - deep),
            (x + half * 0.6, y - deep * 0.82),
            (x + half * 1.08, y - deep * 1.5),
            (x + half * 0.74, y + deep * 0.12),
            (x - half * 0.82, y + deep * 0.12),
        ],
        color,
    )
    c.polygon(
        [
            (x - half * 0.88, y - deep * 0.3),
            (x + half * 0.84, y - deep * 0.3),
            (x + half * 0.74, y + deep * 0.12),
            (x - half * 0.82, y + deep * 0.12),
        ],
        darker(color, 0.22),
    )
    c.ellipse(x + half * 0.76, y - deep * 0.72, length * 0.03, length * 0.018, WHITE)
    c.circle(x + half * 0.77, y - deep * 0.72, length * 0.011, INK)


def draw_basket_boat(c: Canvas, at: Point, width: float) -> None:
    """Draw a round basket boat lying on sand or water at `at`."""
    x, y = at
    c.ellipse(x, y, width * 0.54, width * 0.07, INK, alpha=0.18)
    c.chord(x, y - width * 0.3, width / 2, width * 0.31, (0, 180), rgb("#A87B48"))
    c.ellipse(x, y - width * 0.3, width / 2, width * 0.13, rgb("#C79A5F"))
    c.ellipse(x, y - width * 0.29, width * 0.44, width * 0.1, rgb("#7D5931"))
    for share in (-0.3, -0.1, 0.1, 0.3):
        c.line([(x + share * width, y - width * 0.16), (x + share * width * 0.7, y - width * 0.04)], 2.4, AMBER)
