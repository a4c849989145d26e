"""Coconut and areca palms, bamboo and banana."""

import math
from random import Random

from infra.demo.pictures.canvas import Canvas, Point
from infra.demo.pictures.colors import MEADOW, Color, darker, lighter, mix, rgb
from infra.demo.pictures.parts.foliage import draw_shadow, draw_trunk


def draw_coconut(c: Canvas, rng: Random, at: Point, height: float) -> None:
    """Draw a leaning coconut palm."""
    x, y = at
    lean = rng.choice((-1, 1)) * rng.uniform(0.1, 0.22) * height
    draw_shadow(c, at, height * 0.2)
    head = (x + lean, y - height * 0.82)
    c.wire(
        [(x, y), (x + lean * 0.25, y - height * 0.35), (x + lean * 0.65, y - height * 0.63), head],
        height * 0.042,
        rgb("#8A6B4A"),
    )
    c.wire(
        [
            (x + height * 0.008, y),
            (x + lean * 0.25 + height * 0.01, y - height * 0.35),
            (x + lean * 0.66 + height * 0.01, y - height * 0.63),
            head,
        ],
        height * 0.014,
        rgb("#A5845C"),
    )
    color = rng.choice((rgb("#4E8F4C"), rgb("#3F8A5A")))
    for angle in (-175, -145, -112, -78, -40, -8, 22, 158):
        _frond(
            c, head, math.radians(angle), height * rng.uniform(0.3, 0.36), darker(color, 0.14) if angle > 0 else color
        )
    for dx, dy in ((-0.02, 0.025), (0.025, 0.03), (0.0, 0.045)):
        c.circle(head[0] + dx * height, head[1] + dy * height, height * 0.02, rgb("#7B5B34"))


def _frond(c: Canvas, start: Point, angle: float, length: float, color: Color) -> None:
    x, y = start
    dx, dy = math.cos(angle) * length, math.sin(angle) * length
    tip = (x + dx, y + dy * 0.55 + length * 0.3)
    mid = (x + dx * 0.55, y + dy * 0.75)
    c.blob([start, (mid[0], mid[1] - length * 0.1), tip, (mid[0] - dx * 0.05, mid[1] + length * 0.1)], color)


def draw_areca(c: Canvas, rng: Random, at: Point, height: float) -> None:
    """Draw a straight, slender areca palm."""
    x, y = at
    draw_shadow(c, at, height * 0.12)
    draw_trunk(c, at, height * 0.78, height * 0.028, rgb("#9B9A82"))
    c.line([(x, y - height * 0.78), (x, y - height * 0.86)], height * 0.035, rgb("#6E9B52"))
    for angle in (-165, -135, -100, -70, -42, -14):
        _frond(
            c, (x, y - height * 0.85), math.radians(angle), height * 0.2, rng.choice((rgb("#4B8B50"), rgb("#5E9B55")))
        )


def draw_bamboo(c: Canvas, rng: Random, at: Point, height: float) -> None:
    """Draw a clump of bamboo bending outward."""
    x, y = at
    draw_shadow(c, at, height * 0.22)
    stems = rng.randint(7, 9)
    for i in range(stems):
        spread = (i / (stems - 1) - 0.5) * 2
        tall = height * rng.uniform(0.78, 1.0) * (1 - 0.12 * abs(spread))
        foot = (x + spread * height * 0.07, y)
        tip = (x + spread * height * 0.36 + rng.uniform(-6, 6), y - tall)
        mid = (x + spread * height * 0.13, y - tall * 0.6)
        color = rng.choice((rgb("#7FA05A"), rgb("#8FAE62"), rgb("#6E9450")))
        c.wire([foot, mid, tip], height * 0.018, color)
        for share in (0.45, 0.58, 0.7, 0.82, 0.94):
            px, py = mid[0] + (tip[0] - mid[0]) * (share - 0.4) * 1.6, y - tall * share
            for side in (-1, 1):
                c.blob(
                    [
                        (px, py),
                        (px + side * height * 0.06, py - height * 0.012),
                        (px + side * height * 0.12, py + height * 0.045),
                        (px + side * height * 0.05, py + height * 0.025),
                    ],
                    lighter(color, 0.06) if side > 0 else darker(color, 0.14),
                )


def draw_banana(c: Canvas, rng: Random, at: Point, height: float) -> None:
    """Draw a banana plant with broad torn leaves."""
    x, y = at
    draw_shadow(c, at, height * 0.2)
    draw_trunk(c, at, height * 0.5, height * 0.07, rgb("#8DA667"))
    head = (x, y - height * 0.48)
    color = rng.choice((rgb("#6FA552"), rgb("#5F9B55")))
    for angle, length in ((-160, 0.45), (-125, 0.5), (-95, 0.52), (-60, 0.5), (-25, 0.45)):
        turn = math.radians(angle)
        dx, dy = math.cos(turn) * length * height, math.sin(turn) * length * height
        tip = (head[0] + dx, head[1] + dy * 0.85 + abs(dx) * 0.35)
        mid = (head[0] + dx * 0.55, head[1] + dy * 0.72)
        wide = height * 0.07
        c.blob(
            [head, (mid[0] - wide, mid[1] - wide * 0.6), tip, (mid[0] + wide, mid[1] + wide * 0.7)],
            mix(color, MEADOW, 0.4) if abs(angle + 90) > 50 else color,
        )
        c.wire([head, mid, tip], height * 0.012, lighter(color, 0.3))
