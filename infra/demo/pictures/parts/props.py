"""Small things that figures hold or that lie about: tools, boxes, balls, lanterns, life rings."""

from random import Random

from infra.demo.pictures.canvas import Canvas, Point
from infra.demo.pictures.colors import (
    AMBER,
    BRIGHT,
    FLAME,
    GOLD,
    INK,
    ORANGE,
    STONE,
    WHITE,
    WOOD,
    Color,
    darker,
    lighter,
    rgb,
)
from infra.demo.pictures.parts.flags import star_points

CARTON = rgb("#CFA26B")
CANS = (rgb("#4F8FA8"), FLAME, rgb("#5E9E8C"), AMBER)


def draw_ball(c: Canvas, at: Point, radius: float, color: Color) -> None:
    """Draw a ball lying on `at`."""
    x, y = at
    c.ellipse(x, y, radius * 0.95, radius * 0.18, INK, alpha=0.2)
    c.circle(x, y - radius, radius, color)
    c.circle(x + radius * 0.25, y - radius * 1.25, radius * 0.45, lighter(color, 0.4))


def draw_football(c: Canvas, at: Point, radius: float) -> None:
    x, y = at
    c.ellipse(x, y, radius * 0.95, radius * 0.18, INK, alpha=0.2)
    c.circle(x, y - radius, radius, WHITE)
    c.polygon(star_points(x, y - radius, radius * 0.42, inner=0.8), INK)
    for dx, dy in ((-0.72, -0.4), (0.72, -0.4), (0, 0.85), (-0.6, 0.62), (0.6, 0.62)):
        c.circle(x + dx * radius, y - radius + dy * radius * 0.9, radius * 0.16, INK)


def draw_watering_can(c: Canvas, hand: Point, size: float, color: Color, *, to_right: bool) -> None:
    """Draw a can held by its handle, pouring."""
    x, y = hand
    side = 1 if to_right else -1
    c.ring(x + side * size * 0.12, y + size * 0.02, size * 0.32, size * 0.09, darker(color, 0.15))
    c.polygon(
        [
            (x - size * 0.26, y + size * 0.12),
            (x + size * 0.46, y + size * 0.12),
            (x + size * 0.4, y + size * 0.7),
            (x - size * 0.2, y + size * 0.7),
        ],
        color,
    )
    spout = (x + side * size * 1.0, y + size * 0.1)
    c.line([(x + side * size * 0.35, y + size * 0.5), spout], size * 0.12, color)
    for drop in range(5):
        c.line(
            [
                (spout[0] + side * drop * size * 0.07, spout[1] + 4),
                (spout[0] + side * (0.2 + drop * 0.13) * size, spout[1] + size * 0.8),
            ],
            2.2,
            rgb("#CFE7F0"),
            alpha=0.8,
        )


def draw_spade(c: Canvas, hand: Point, length: float) -> None:
    """Draw a spade whose shaft passes through the hand, blade on the ground."""
    x, y = hand
    c.line([(x, y - length * 0.3), (x, y + length * 0.5)], length * 0.045, WOOD)
    c.line(
        [(x - length * 0.08, y - length * 0.31), (x + length * 0.08, y - length * 0.31)],
        length * 0.05,
        darker(WOOD, 0.2),
    )
    c.blob(
        [
            (x - length * 0.1, y + length * 0.42),
            (x + length * 0.1, y + length * 0.42),
            (x + length * 0.08, y + length * 0.62),
            (x, y + length * 0.72),
            (x - length * 0.08, y + length * 0.62),
        ],
        STONE,
    )


def draw_broom(c: Canvas, hand: Point, length: float, *, to_right: bool) -> None:
    """Draw a broom held in the hand, its twigs on the ground."""
    x, y = hand
    side = 1 if to_right else -1
    foot = (x + side * length * 0.32, y + length * 0.5)
    c.line([(x - side * length * 0.14, y - length * 0.36), foot], length * 0.035, WOOD)
    c.polygon(
        [
            (foot[0] - length * 0.03, foot[1] - length * 0.03),
            (foot[0] + length * 0.04, foot[1] - length * 0.02),
            (foot[0] + side * length * 0.16, foot[1] + length * 0.17),
            (foot[0] - side * length * 0.07, foot[1] + length * 0.19),
        ],
        rgb("#C9A458"),
    )


def draw_box(c: Canvas, at: Point, size: float, color: Color = CARTON, *, ribbon: Color | None = None) -> None:
    """Draw a carton, with a ribbon when it is a present, its lower edge on `at`."""
    x, y = at
    c.rect(x - size / 2, y - size * 0.72, x + size / 2, y, color, radius=2)
    c.rect(x - size / 2, y - size * 0.72, x + size / 2, y - size * 0.56, lighter(color, 0.18), radius=2)
    c.rect(x - size * 0.06, y - size * 0.72, x + size * 0.06, y, ribbon or darker(color, 0.16))
    if ribbon:
        for side in (-1, 1):
            c.ellipse(x + side * size * 0.13, y - size * 0.78, size * 0.13, size * 0.08, ribbon)


def draw_bin(c: Canvas, at: Point, height: float, color: Color) -> None:
    x, y = at
    c.ellipse(x, y, height * 0.4, height * 0.05, INK, alpha=0.18)
    c.polygon(
        [
            (x - height * 0.34, y - height * 0.84),
            (x + height * 0.34, y - height * 0.84),
            (x + height * 0.28, y),
            (x - height * 0.28, y),
        ],
        color,
    )
    c.rect(
        x - height * 0.38, y - height, x + height * 0.38, y - height * 0.83, darker(color, 0.16), radius=height * 0.05
    )
    c.circle(x, y - height * 0.44, height * 0.14, lighter(color, 0.5))


def draw_life_ring(c: Canvas, x: float, y: float, radius: float) -> None:
    c.ring(x, y, radius, radius * 0.42, ORANGE)
    for start in (20, 110, 200, 290):
        c.arc(x, y, radius, radius * 0.42, (start, start + 32), WHITE)


def draw_megaphone(c: Canvas, hand: Point, size: float, *, to_right: bool) -> None:
    x, y = hand
    side = 1 if to_right else -1
    c.polygon(
        [
            (x, y - size * 0.16),
            (x + side * size, y - size * 0.46),
            (x + side * size, y + size * 0.36),
            (x, y + size * 0.1),
        ],
        WHITE,
    )
    c.ellipse(x + side * size, y - size * 0.05, size * 0.12, size * 0.42, FLAME)


def draw_star_lamp(c: Canvas, hand: Point, size: float, color: Color) -> None:
    """Draw the star lantern of the mid-autumn festival on its stick."""
    x, y = hand
    c.line([(x, y + size * 0.4), (x + size * 0.2, y - size * 1.4)], size * 0.09, rgb("#8A6A45"))
    cx, cy = x + size * 0.25, y - size * 2.1
    c.glow(cx, cy, size * 2.2, GOLD, alpha=0.13)
    c.ring(cx, cy, size * 1.04, size * 0.12, lighter(color, 0.45))
    c.polygon(star_points(cx, cy, size), color)
    c.polygon(star_points(cx, cy, size * 0.58), rgb("#FFE08A"))


def draw_kite(c: Canvas, rng: Random, at: Point, size: float) -> None:
    x, y = at
    first, second = rng.sample(BRIGHT, 2)
    c.polygon([(x, y - size), (x + size * 0.7, y), (x, y + size)], first)
    c.polygon([(x, y - size), (x - size * 0.7, y), (x, y + size)], second)
    c.wire(
        [
            (x, y + size),
            (x - size * 0.3, y + size * 1.5),
            (x + size * 0.2, y + size * 2),
            (x - size * 0.2, y + size * 2.6),
        ],
        4,
        AMBER,
    )


def draw_flagstick(c: Canvas, hand: Point, size: float, color: Color) -> None:
    """Draw a small flag waved in the hand."""
    x, y = hand
    c.line([(x, y + size * 0.3), (x, y - size)], size * 0.07, WOOD)
    c.polygon(
        [(x, y - size), (x + size * 0.75, y - size * 0.9), (x + size * 0.68, y - size * 0.45), (x, y - size * 0.5)],
        color,
    )


def draw_basket(c: Canvas, at: Point, size: float, fill: Color) -> None:
    """Draw a round bamboo basket heaped with something of color `fill`."""
    x, y = at
    c.ellipse(x, y, size * 0.5, size * 0.07, INK, alpha=0.18)
    for dx in (-0.28, 0, 0.28):
        c.circle(x + dx * size, y - size * 0.46, size * 0.18, fill if dx else lighter(fill, 0.15))
    c.polygon(
        [
            (x - size * 0.52, y - size * 0.44),
            (x + size * 0.52, y - size * 0.44),
            (x + size * 0.36, y),
            (x - size * 0.36, y),
        ],
        rgb("#C49A5C"),
    )
    c.rect(x - size * 0.55, y - size * 0.48, x + size * 0.55, y - size * 0.38, rgb("#A87B44"), radius=size * 0.04)
    c.rect(x - size * 0.44, y - size * 0.24, x + size * 0.44, y - size * 0.18, rgb("#A87B44"))
