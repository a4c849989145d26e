"""Rooms: back wall and floor, windows with a view, blackboard, fan."""

from random import Random

from infra.demo.pictures.canvas import HEIGHT, WIDTH, Area, Canvas
from infra.demo.pictures.colors import CREAM, PAPER, STONE, TEAL, WHITE, WOOD, Color, darker, lighter, mix, rgb
from infra.demo.pictures.parts.nature import draw_hills, draw_sky
from infra.demo.pictures.parts.trees import draw_tree

WALLS = (CREAM, PAPER, rgb("#D9E7CB"), rgb("#CFE2E9"), rgb("#F2D8C2"), rgb("#E6DFCF"), rgb("#F6DDA4"))
FLOORS = (rgb("#B98A5E"), rgb("#C99B6C"), rgb("#D5BE98"), rgb("#A9805C"), rgb("#C9B59A"))
BOARD_GREEN = rgb("#2F5D4B")
SHUTTERS = (TEAL, rgb("#5B8467"), rgb("#4573A0"), rgb("#8A6B4A"))


def draw_room(c: Canvas, rng: Random, *, floor: float, wall: Color | None = None, ground: Color | None = None) -> Color:
    """Draw the back wall with its wainscot and the floor in perspective; return the color of the wall."""
    wall = wall or rng.choice(WALLS)
    ground = ground or rng.choice(FLOORS)
    c.fade(0, 0, WIDTH, floor, lighter(wall, 0.25), wall)
    if rng.random() < 0.6:
        c.rect(0, floor - 118, WIDTH, floor, mix(wall, rgb("#7FA09A"), 0.32))
        c.rect(0, floor - 124, WIDTH, floor - 114, lighter(wall, 0.4))
    c.rect(0, floor - 16, WIDTH, floor, darker(wall, 0.2))
    c.fade(0, floor, WIDTH, HEIGHT, darker(ground, 0.06), lighter(ground, 0.06))
    joint = darker(ground, 0.1)
    for step in range(1, 5):
        y = floor + (HEIGHT - floor) * (step / 5) ** 1.6
        c.rect(0, y, WIDTH, y + 1.6, joint)
    for step in range(-7, 8):
        c.line([(800 + step * 150, floor), (800 + step * 300, HEIGHT)], 2, joint)
    return wall


def draw_view(c: Canvas, rng: Random, area: Area, *, shutters: Color | None = None) -> None:
    """Draw a window onto sky, hills and a tree, with open shutters when they have a color."""
    left, top, right, bottom = area
    c.rect(left - 12, top - 12, right + 12, bottom + 12, lighter(CREAM, 0.5))
    with c.clipped(left, top, right, bottom):
        horizon = top + (bottom - top) * 0.72
        draw_sky(c, rng, horizon=horizon, sun=False, clouds=0)
        c.rect(left + 20, top + 40, left + 110, top + 58, c.light.cloud, radius=9)
        draw_hills(c, rng, horizon=horizon, rise=(bottom - top) * 0.3)
        c.rect(left, horizon, right, bottom, rgb("#86AB62"))
        draw_tree(
            c,
            rng,
            rng.choice(("round", "flame", "areca")),
            (rng.uniform(left + 30, right - 30), bottom + 20),
            (bottom - top) * 0.85,
        )
    middle = (left + right) / 2
    c.rect(middle - 5, top, middle + 5, bottom, lighter(CREAM, 0.5))
    c.rect(left, (top + bottom) / 2 - 4, right, (top + bottom) / 2 + 4, lighter(CREAM, 0.5))
    c.rect(left - 20, bottom + 8, right + 20, bottom + 22, darker(CREAM, 0.12))
    if shutters:
        for side, edge in ((-1, left - 12), (1, right + 12)):
            _shutter(c, edge, side * (right - left) * 0.26, top - 8, bottom + 8, shutters)


def _shutter(c: Canvas, edge: float, width: float, top: float, bottom: float, color: Color) -> None:
    c.polygon([(edge, top), (edge + width, top - 10), (edge + width, bottom + 14), (edge, bottom)], color)
    for slat in range(1, 7):
        y = top + (bottom - top) * slat / 7
        c.line([(edge + width * 0.14, y), (edge + width * 0.86, y + 2)], 4, darker(color, 0.16))


def draw_blackboard(c: Canvas, rng: Random, area: Area) -> None:
    """Draw a green board with lines of chalk and one figure: a triangle, a circle, a graph or a sum."""
    left, top, right, bottom = area
    c.rect(left - 14, top - 14, right + 14, bottom + 14, WOOD, radius=6)
    c.rect(left, top, right, bottom, BOARD_GREEN)
    c.rect(left, bottom + 14, right, bottom + 24, darker(WOOD, 0.2), radius=4)
    with c.readable((left + right) / 2):
        _write(c, rng, left, top, right, bottom)


def _write(c: Canvas, rng: Random, left: float, top: float, right: float, bottom: float) -> None:
    width, height = right - left, bottom - top
    chalk = mix(BOARD_GREEN, WHITE, 0.72)
    for row in range(rng.randint(3, 4)):
        y = top + height * (0.2 + 0.17 * row)
        c.line([(left + width * 0.07, y), (left + width * rng.uniform(0.26, 0.46), y)], 5, chalk)
    x, y, size = left + width * 0.7, top + height * 0.46, height * 0.27
    figure = rng.choice(("triangle", "circle", "graph"))
    if figure == "triangle":
        c.line([(x - size, y + size), (x - size, y - size), (x + size * 1.1, y + size), (x - size, y + size)], 5, chalk)
        c.line([(x - size, y + size * 0.75), (x - size * 0.75, y + size * 0.75), (x - size * 0.75, y + size)], 4, chalk)
    elif figure == "circle":
        c.circle(x, y, size, chalk)
        c.circle(x, y, size - 5, BOARD_GREEN)
        c.line([(x - size, y), (x + size, y)], 4, chalk)
        c.line([(x, y), (x + size * 0.6, y - size * 0.8)], 4, chalk)
    else:
        c.line([(x - size, y - size), (x - size, y + size), (x + size * 1.3, y + size)], 5, chalk)
        c.wire(
            [
                (x - size * 0.9, y + size * 0.8),
                (x - size * 0.2, y + size * 0.4),
                (x + size * 0.4, y - size * 0.1),
                (x + size * 1.1, y - size * 0.9),
            ],
            5,
            rgb("#E7C66A"),
        )


def draw_fan(c: Canvas, x: float, drop: float) -> None:
    """Draw a ceiling fan hanging `drop` units into the room."""
    c.rect(x - 4, 0, x + 4, drop, STONE)
    for side in (-1, 1):
        c.polygon(
            [(x, drop - 4), (x + side * 120, drop - 12), (x + side * 124, drop + 2), (x, drop + 8)], rgb("#C9CFCE")
        )
    c.ellipse(x, drop + 2, 20, 12, darker(STONE, 0.1))
