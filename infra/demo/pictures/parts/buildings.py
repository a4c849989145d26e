"""Schools: two storeys under a hipped roof, storeys with open corridors, the low village school, the kindergarten."""

from collections.abc import Callable, Mapping
from random import Random
from types import MappingProxyType
from typing import TypeAlias

from infra.demo.pictures.canvas import Canvas, Point
from infra.demo.pictures.colors import BRICK, INK, WHITE, WOOD, Color, darker, lighter, rgb
from infra.demo.pictures.parts.facades import GLASS, PAINTS, Paint, draw_door, draw_hip_roof, draw_plinth, draw_window
from infra.demo.pictures.parts.flags import draw_clock

DrawSchool: TypeAlias = Callable[[Canvas, Random, Point, float], None]


def draw_hip_school(c: Canvas, rng: Random, at: Point, width: float) -> None:
    """Draw a two-storey school under a hipped roof with a clock in its middle bay."""
    paint = rng.choice(PAINTS)
    left, ground = at
    right, storey = left + width, width * 0.142
    eaves = ground - storey * 2.1
    draw_plinth(c, left, right, ground, storey * 0.16)
    c.rect(left, eaves, right, ground - storey * 0.16, paint.wall)
    draw_hip_roof(c, left, right, eaves, storey * 0.66, paint.roof)
    c.rect(left, ground - storey * 1.16, right, ground - storey * 1.06, paint.trim)
    bays = rng.choice((8, 10))
    pitch = width / (bays + 1.6)
    for bay in range(bays):
        start = left + pitch * (0.49 + bay + (1 if bay >= bays // 2 else 0))
        draw_window(
            c,
            start,
            eaves + storey * 0.26,
            start + pitch * 0.62,
            eaves + storey * 0.78,
            frame=paint.trim,
            glass=paint.shutter,
        )
        draw_window(
            c,
            start,
            ground - storey * 0.84,
            start + pitch * 0.62,
            ground - storey * 0.3,
            frame=paint.trim,
            glass=paint.shutter,
        )
    middle = left + width / 2
    half = pitch * 0.62
    c.rect(middle - half, eaves - storey * 0.5, middle + half, ground - storey * 0.16, paint.trim)
    c.polygon(
        [
            (middle - half * 1.25, eaves - storey * 0.5),
            (middle, eaves - storey * 0.86),
            (middle + half * 1.25, eaves - storey * 0.5),
        ],
        darker(paint.roof, 0.1),
    )
    draw_clock(c, middle, eaves - storey * 0.06, half * 0.52)
    draw_window(
        c,
        middle - half * 0.5,
        eaves + storey * 0.42,
        middle + half * 0.5,
        eaves + storey * 0.86,
        frame=paint.wall,
        glass=paint.shutter,
    )
    draw_door(c, middle - half * 0.62, ground - storey * 0.86, middle + half * 0.62, ground - storey * 0.16, color=WOOD)


def draw_corridor_school(c: Canvas, rng: Random, at: Point, width: float) -> None:
    """Draw a school of two or three storeys whose rooms open on corridors with columns and railings."""
    paint = rng.choice(PAINTS)
    left, ground = at
    right, floors = left + width, rng.choice((2, 3))
    storey = width * (0.125 if floors == 2 else 0.108)
    base = ground - storey * 0.16
    top = base - storey * floors
    draw_plinth(c, left, right, ground, storey * 0.16)
    c.rect(left, top, right, base, darker(paint.wall, 0.1))
    bays = rng.choice((7, 8, 9))
    pitch = width / bays
    stair = rng.choice((1, bays - 2))
    for floor in range(floors):
        _corridor(c, paint, (left, right), base - storey * floor, (storey, pitch), floor > 0)
    for bay in range(bays + 1):
        x = left + pitch * bay
        c.rect(x - pitch * 0.06, top, x + pitch * 0.06, base, paint.trim)
    x = left + pitch * stair
    c.rect(x, top - storey * 0.4, x + pitch, base, lighter(paint.wall, 0.25))
    for floor in range(floors):
        draw_window(
            c,
            x + pitch * 0.34,
            base - storey * (floor + 0.8),
            x + pitch * 0.66,
            base - storey * (floor + 0.28),
            frame=WHITE,
            glass=paint.shutter,
        )
    draw_hip_roof(c, left, right, top, storey * 0.5, paint.roof)
    c.rect(x - 4, top - storey * 0.62, x + pitch + 4, top - storey * 0.5, darker(paint.roof, 0.12))
    c.rect(x, top - storey * 0.5, x + pitch, top + storey * 0.1, lighter(paint.wall, 0.25))
    draw_clock(c, x + pitch / 2, top - storey * 0.2, storey * 0.2)


def _corridor(
    c: Canvas, paint: Paint, walls: tuple[float, float], floor: float, sizes: tuple[float, float], has_railing: bool
) -> None:
    (left, right), (storey, pitch) = walls, sizes
    x = left
    while x < right - pitch * 0.5:
        draw_door(c, x + pitch * 0.16, floor - storey * 0.7, x + pitch * 0.4, floor, color=paint.shutter)
        draw_window(
            c, x + pitch * 0.52, floor - storey * 0.66, x + pitch * 0.84, floor - storey * 0.3, frame=paint.trim
        )
        x += pitch
    c.rect(left, floor - storey, right, floor - storey * 0.86, INK, alpha=0.12)
    c.rect(left - 4, floor - storey - 4, right + 4, floor - storey + storey * 0.1, paint.trim)
    if has_railing:
        c.rect(left, floor - storey * 0.32, right, floor, paint.wall)
        c.rect(left, floor - storey * 0.35, right, floor - storey * 0.3, paint.trim)
        for slot in range(round((right - left) / 14)):
            c.rect(
                left + slot * 14 + 4,
                floor - storey * 0.24,
                left + slot * 14 + 9,
                floor - storey * 0.08,
                darker(paint.wall, 0.14),
            )


def draw_village_school(c: Canvas, rng: Random, at: Point, width: float) -> None:
    """Draw the low school of a hamlet: one row of rooms behind a veranda, under tiles or blue iron."""
    paint = rng.choice(PAINTS)
    roof = rng.choice((paint.roof, rgb("#4F84A8"), rgb("#A8432F")))
    left, ground = at
    right, storey = left + width, width * 0.17
    base, eaves = ground - storey * 0.14, ground - storey * 1.1
    draw_plinth(c, left - 10, right + 10, ground, storey * 0.14)
    c.rect(left, eaves, right, base, paint.wall)
    c.rect(left, base - storey * 0.3, right, base, paint.shutter)
    rooms = rng.choice((3, 4))
    pitch = width / rooms
    for room in range(rooms):
        x = left + pitch * room
        draw_door(c, x + pitch * 0.4, base - storey * 0.7, x + pitch * 0.6, base, color=darker(paint.shutter, 0.12))
        for start in (0.1, 0.7):
            draw_window(
                c,
                x + pitch * start,
                base - storey * 0.7,
                x + pitch * (start + 0.2),
                base - storey * 0.36,
                frame=paint.trim,
            )
    c.rect(left, eaves, right, eaves + storey * 0.14, INK, alpha=0.14)
    for post in range(rooms + 1):
        x = left + pitch * post
        c.rect(x - 5, eaves, x + 5, base, paint.trim)
    draw_hip_roof(c, left, right, eaves, storey * 0.56, roof)


def draw_kindergarten(c: Canvas, rng: Random, at: Point, width: float) -> None:
    """Draw a kindergarten: a row of gabled houses in cheerful colors with round windows."""
    left, ground = at
    houses = 4
    pitch = width / houses
    walls = [rgb("#F6D98B"), rgb("#F3C2B3"), rgb("#BFDCE0"), rgb("#D5E2B4")]
    roofs = [BRICK, rgb("#4C8A9B"), rgb("#E09A3E"), rgb("#5E9460")]
    rng.shuffle(walls)
    rng.shuffle(roofs)
    draw_plinth(c, left, left + width, ground, pitch * 0.07)
    for house, (wall, roof) in enumerate(zip(walls, roofs, strict=True)):
        _gable_house(c, (left + pitch * house, ground - pitch * 0.07), pitch, wall, roof, has_door=house in (1, 2))


def _gable_house(c: Canvas, at: Point, width: float, wall: Color, roof: Color, *, has_door: bool) -> None:
    x, base = at
    eaves, peak = base - width * 0.62, base - width * 1.02
    c.rect(x, eaves, x + width, base, wall)
    c.polygon([(x, eaves), (x + width / 2, peak), (x + width, eaves)], wall)
    c.line([(x - 2, eaves + 4), (x + width / 2, peak), (x + width + 2, eaves + 4)], width * 0.07, roof)
    c.circle(x + width / 2, base - width * 0.72, width * 0.105, WHITE)
    c.circle(x + width / 2, base - width * 0.72, width * 0.08, GLASS)
    c.rect(x, base - width * 0.1, x + width, base, darker(wall, 0.14))
    if has_door:
        draw_door(c, x + width * 0.32, base - width * 0.46, x + width * 0.68, base, color=darker(roof, 0.05))
        c.chord(x + width * 0.5, base - width * 0.46, width * 0.18, width * 0.14, (180, 360), lighter(roof, 0.3))
    else:
        for start in (0.16, 0.56):
            draw_window(
                c, x + width * start, base - width * 0.48, x + width * (start + 0.28), base - width * 0.2, frame=WHITE
            )


SCHOOLS: Mapping[str, DrawSchool] = MappingProxyType(
    {
        "hip": draw_hip_school,
        "corridor": draw_corridor_school,
        "village": draw_village_school,
        "kindergarten": draw_kindergarten,
    }
)


def draw_school(c: Canvas, rng: Random, kind: str, at: Point, width: float) -> None:
    """Draw a school of `SCHOOLS` whose lower left corner is `at`."""
    SCHOOLS[kind](c, rng, at, width)
