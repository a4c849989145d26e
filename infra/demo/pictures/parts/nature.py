"""Sky, sun, clouds, hills, water and ground."""

import math
from collections.abc import Sequence
from random import Random

from infra.demo.pictures.canvas import HEIGHT, WIDTH, Area, Canvas, Point
from infra.demo.pictures.colors import HILL_FAR, HILL_NEAR, MEADOW, RIVER, WHITE, Color, darker, lighter, mix, rgb


def draw_sky(c: Canvas, rng: Random, *, horizon: float, sun: bool = True, clouds: int = 3) -> None:
    """Fill down to the horizon with the light's sky, its sun on one side and a few clouds."""
    light = c.light
    c.fade(0, 0, WIDTH, horizon + 20, light.top, light.bottom)
    if sun:
        x, y, radius = rng.uniform(1080, 1420), horizon * rng.uniform(0.22, 0.42), rng.uniform(56, 78)
        c.glow(x, y, radius * 2.1, light.sun)
        c.circle(x, y, radius, light.sun)
    left = rng.uniform(-80, 60)
    for _ in range(clouds):
        _draw_cloud(c, rng, left + rng.uniform(40, 160), horizon * rng.uniform(0.1, 0.5), rng.uniform(0.7, 1.25))
        left += WIDTH / max(1, clouds)


def _draw_cloud(c: Canvas, rng: Random, x: float, y: float, size: float) -> None:
    share = min(1.0, max(0.0, y / HEIGHT))
    air = mix(c.light.top, c.light.bottom, share)
    color = mix(c.light.cloud, air, 0.16)
    width, flat = rng.uniform(170, 250) * size, 15 * size
    peak = rng.uniform(0.38, 0.62)
    c.rect(x, y - flat, x + width, y + flat, color, radius=flat)
    for across, share in ((peak - 0.24, 0.13), (peak, 0.19), (peak + 0.22, 0.14)):
        radius = width * share * rng.uniform(0.9, 1.1)
        c.chord(x + width * across, y + flat * 0.5, radius * 1.12, radius * 1.3, (180, 360), color)
    if rng.random() < 0.5:
        shift = rng.choice((-0.3, 0.45)) * width
        c.rect(x + shift, y + flat * 0.4, x + shift + width * 0.85, y + flat * 1.7, color, radius=flat * 0.65)


def rolling(rng: Random, *, base: float, rise: float, steps: int = 7) -> list[Point]:
    """Return points of a gently rolling line over the whole width around `base`, at most `rise` above or below."""
    span = WIDTH / steps
    return [
        (span * i + rng.uniform(-0.18, 0.18) * span, base - rise * rng.uniform(-1, 1)) for i in range(-1, steps + 2)
    ]


def table_mountain(rng: Random, *, base: float, rise: float) -> list[Point]:
    """Return points of a broad flat-topped mountain, as the hills behind the Thạch Hãn are."""
    left, width = rng.uniform(150, 520), rng.uniform(560, 820)
    top = base - rise
    return [
        (-120, base + 6),
        (left - 220, base),
        (left - 60, base - rise * 0.12),
        (left + 90, base - rise * 0.72),
        (left + 220, top),
        (left + width - 200, top + rise * 0.05),
        (left + width - 60, base - rise * 0.62),
        (left + width + 130, base - rise * 0.1),
        (1720, base - rise * 0.16),
    ]


def draw_hills(c: Canvas, rng: Random, *, horizon: float, rise: float = 90, layers: int = 2) -> None:
    """Draw hills that stand on the horizon, paler with distance, the nearest with a fringe of trees."""
    for layer in range(layers):
        near = (layer + 1) / layers
        color = c.light.haze(mix(HILL_FAR, HILL_NEAR, near if layers > 1 else 0.4), 0.42 * (1 - near) + 0.06)
        height = rise * (1.05 - 0.62 * layer / max(1, layers - 1)) if layers > 1 else rise
        if layer == 0 and rng.random() < 0.45:
            line = table_mountain(rng, base=horizon - 12, rise=height * 1.25)
        else:
            line = rolling(rng, base=horizon - height * 0.7, rise=height * 0.4)
        c.ridge(line, color, bottom=horizon + 30)
    draw_tree_line(c, rng, y=horizon + 8, color=c.light.haze(rgb("#57907A"), 0.08))


def draw_tree_line(c: Canvas, rng: Random, *, y: float, color: Color, size: float = 1.0) -> None:
    """Draw the far trees at the foot of the hills: a low uneven band of crowns in a few clumps."""
    c.rect(0, y - 7 * size, WIDTH, y + 14, color)
    x = rng.uniform(-40, 60)
    while x < WIDTH:
        for _ in range(rng.randint(3, 9)):
            radius = rng.uniform(9, 22) * size
            c.ellipse(x, y - radius * 0.45, radius * 1.2, radius, color)
            x += radius * rng.uniform(0.9, 1.5)
        x += rng.uniform(30, 190)


def draw_ground(c: Canvas, rng: Random, *, top: float, color: Color = MEADOW, rise: float = 16) -> None:
    """Draw a meadow from `top` to the lower edge in two tones, with tufts of grass."""
    c.ridge(rolling(rng, base=top, rise=rise * 0.5, steps=4), lighter(color, 0.16))
    c.ridge(rolling(rng, base=top + (HEIGHT - top) * 0.38, rise=rise, steps=4), color)
    draw_tufts(c, rng, top=top + 30, bottom=HEIGHT, color=darker(color, 0.12))


def draw_tufts(c: Canvas, rng: Random, *, top: float, bottom: float, color: Color, count: int = 26) -> None:
    for _ in range(count):
        depth = rng.random() ** 0.7
        x, y, size = rng.uniform(0, WIDTH), top + (bottom - top) * depth, 5 + 9 * depth
        for lean in (-0.8, 0, 0.8):
            c.line([(x + lean * 2, y), (x + lean * size, y - size * (1.4 if lean == 0 else 1))], 2.6, color)


def draw_flowers(c: Canvas, rng: Random, *, area: Area, colors: Sequence[Color], count: int = 24) -> None:
    """Scatter small flowers over the rectangle (left, top, right, bottom)."""
    left, top, right, bottom = area
    for _ in range(count):
        x, y, size = rng.uniform(left, right), rng.uniform(top, bottom), rng.uniform(4, 7)
        c.line([(x, y), (x, y + size * 2.2)], 2.2, rgb("#4C7A3F"))
        c.circle(x, y, size, rng.choice(colors))
        c.circle(x, y, size * 0.4, rgb("#FBEFC3"))


def draw_water(c: Canvas, rng: Random, *, top: float, bottom: float, color: Color = RIVER, glints: int = 34) -> None:
    """Draw water from `top` to `bottom`, lighter far away, with glints that lengthen as they come near."""
    far = mix(color, c.light.bottom, 0.35)
    c.fade(0, top, WIDTH, bottom, far, darker(color, 0.12))
    for _ in range(glints):
        depth = rng.random()
        x, y = rng.uniform(0, WIDTH), top + 8 + (bottom - top - 14) * depth
        length = 24 + 80 * depth * rng.random()
        c.line([(x, y), (x + length, y)], 2.5 + 2 * depth, lighter(far, 0.35), alpha=0.55)


def draw_sun_path(c: Canvas, rng: Random, *, x: float, top: float, bottom: float) -> None:
    """Draw the broken path of light that a low sun lays on water."""
    y = top + 6.0
    while y < bottom:
        depth = (y - top) / (bottom - top)
        half = (14 + 70 * depth) * rng.uniform(0.5, 1.1)
        c.line([(x - half + rng.uniform(-12, 12), y), (x + half, y)], 3 + 4 * depth, c.light.sun, alpha=0.5)
        y += 9 + 16 * depth


def draw_bank(c: Canvas, rng: Random, *, top: float, color: Color, edge: Color | None = None) -> None:
    """Draw the near bank of a river or a beach, from an uneven edge down to the bottom of the picture."""
    line = rolling(rng, base=top, rise=14, steps=4)
    if edge:
        c.ridge([(x, y - 9) for x, y in line], edge)
    c.ridge(line, color)


def draw_yard(c: Canvas, *, top: float, color: Color) -> None:
    """Draw a paved yard seen in perspective: joints that run to the middle of the horizon and grow apart."""
    c.rect(0, top, WIDTH, HEIGHT, color)
    joint = darker(color, 0.06)
    for step in range(1, 6):
        y = top + (HEIGHT - top) * (step / 6) ** 1.7
        c.rect(0, y, WIDTH, y + 1 + step * 0.6, joint)
    for step in range(-8, 9):
        c.line([(800 + step * 120, top), (800 + step * 330, HEIGHT)], 2.4, joint)


def draw_mist(c: Canvas, rng: Random, *, y: float) -> None:
    """Lay bands of mist across the valley."""
    for _ in range(3):
        x, width = rng.uniform(-100, 1100), rng.uniform(420, 800)
        level = y + rng.uniform(-16, 16)
        c.rect(x, level, x + width, level + rng.uniform(10, 18), WHITE, radius=9, alpha=0.38)


def wave_line(*, left: float, right: float, y: float, rise: float, length: float) -> list[Point]:
    """Return points of a regular wave, for foam, tiles and bunting."""
    count = max(2, round((right - left) / (length / 4)))
    return [(left + (right - left) * i / count, y + rise * math.sin(i * math.pi / 2)) for i in range(count + 1)]
