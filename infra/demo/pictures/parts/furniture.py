"""Furniture: shelves and books, desks, benches, tables and who sits at them, screens, rugs."""

from random import Random

from infra.demo.pictures.canvas import Area, Canvas, Point
from infra.demo.pictures.colors import BOOKS, INK, STONE, WHITE, WOOD, Color, darker, lighter, rgb
from infra.demo.pictures.parts.figures import Hands, draw_person
from infra.demo.pictures.parts.people import Person

DESK = rgb("#C08A55")
DESKS = (rgb("#C08A55"), rgb("#B97F4E"), rgb("#CFA06A"), rgb("#8FA3A0"))


def draw_books(c: Canvas, rng: Random, left: float, right: float, y: float, height: float) -> None:
    """Stand a row of books of uneven height on the shelf at `y`, a few of them leaning or missing."""
    x = left
    while x < right - height * 0.12:
        thick = min(height * rng.uniform(0.1, 0.24), right - x)
        tall = height * rng.uniform(0.66, 0.96)
        color = rng.choice(BOOKS)
        if rng.random() < 0.06:
            x += thick
            continue
        c.rect(x, y - tall, x + thick - 1.5, y, color)
        if thick > height * 0.15:
            c.rect(x + thick * 0.2, y - tall * 0.82, x + thick * 0.75, y - tall * 0.72, lighter(color, 0.45))
        x += thick


def draw_shelf(c: Canvas, rng: Random, area: Area, *, rows: int, wood: Color = WOOD) -> None:
    """Draw a bookcase full of books in the area (left, top, right, bottom), standing on its bottom."""
    left, top, right, bottom = area
    c.rect(left - 12, top - 12, right + 12, bottom, wood, radius=4)
    c.rect(left, top, right, bottom - 18, darker(wood, 0.42))
    pitch = (bottom - 18 - top) / rows
    for row in range(rows):
        level = top + pitch * (row + 1)
        draw_books(c, rng, left + 5, right - 4, level - 9, pitch - 16)
        c.rect(left, level - 10, right, level, lighter(wood, 0.1))
    c.rect(left - 12, bottom - 4, right + 12, bottom + 8, INK, alpha=0.14)


def draw_desk(c: Canvas, x: float, y: float, width: float, height: float, color: Color = DESK) -> None:
    """Draw a two-seat desk seen from the front or the back, standing on `y`."""
    half = width / 2
    for side in (-1, 1):
        c.rect(x + side * half * 0.86 - 6, y - height, x + side * half * 0.86 + 6, y, darker(color, 0.4))
    c.rect(x - half * 0.9, y - height * 0.86, x + half * 0.9, y - height * 0.5, darker(color, 0.14))
    c.rect(x - half, y - height, x + half, y - height * 0.84, lighter(color, 0.12), radius=4)


def draw_bench(c: Canvas, x: float, y: float, width: float, height: float, color: Color = DESK) -> None:
    """Draw the bench of a desk seen from behind: its back rail and its legs."""
    half = width / 2
    for side in (-1, 1):
        c.rect(x + side * half * 0.8 - 5, y - height, x + side * half * 0.8 + 5, y, darker(color, 0.35))
    c.rect(x - half, y - height, x + half, y - height * 0.62, darker(color, 0.06), radius=5)
    c.rect(x - half * 0.94, y - height * 0.42, x + half * 0.94, y - height * 0.26, darker(color, 0.2), radius=3)


def draw_table(
    c: Canvas, left: float, right: float, y: float, height: float, color: Color = DESK, *, cloth: Color | None = None
) -> None:
    """Draw a long table standing on `y`, bare or under a cloth that falls to the floor."""
    c.ellipse((left + right) / 2, y, (right - left) * 0.54, 14, INK, alpha=0.14)
    if cloth:
        c.rect(left + 6, y - height + 10, right - 6, y, darker(cloth, 0.1))
        fold = left + 26
        while fold < right - 20:
            c.rect(fold, y - height + 14, fold + 9, y, darker(cloth, 0.16))
            fold += 58
        c.rect(left, y - height, right, y - height + 22, cloth, radius=4)
        return
    for x in (left + 18, right - 32):
        c.rect(x, y - height, x + 14, y, darker(color, 0.34))
    c.rect(left + 10, y - height + 12, right - 10, y - height + 34, darker(color, 0.2))
    c.rect(left, y - height, right, y - height + 16, lighter(color, 0.1), radius=5)


def draw_sitter(c: Canvas, look: Person, x: float, *, top: float, foot: float, arms: tuple[str, str]) -> Hands:
    """Draw a figure that sits behind a table, facing the viewer; the table (top to foot) is drawn over it."""
    h = look.height
    draw_stool(c, x, foot - h * 0.03, h * 0.3, darker(DESK, 0.2))
    for side in (-1, 1):
        c.line([(x + side * h * 0.07, top + h * 0.12), (x + side * h * 0.075, foot - h * 0.08)], h * 0.085, look.bottom)
        c.rect(
            x + side * h * 0.075 - h * 0.045,
            foot - h * 0.06,
            x + side * h * 0.075 + h * 0.045,
            foot - h * 0.028,
            INK,
            radius=h * 0.012,
        )
    return draw_person(c, look, (x, top + h * 0.12), arms=arms, legs="none")


def draw_on_stool(c: Canvas, look: Person, at: Point, arms: tuple[str, str]) -> Hands:
    """Draw the figure sitting on a stool that stands on `at`, facing the viewer."""
    x, y = at
    h = look.height
    c.ellipse(x, y, h * 0.24, h * 0.03, INK, alpha=0.16)
    c.rect(x - h * 0.15, y - h * 0.32, x + h * 0.15, y - h * 0.27, WOOD)
    for side in (-1, 1):
        c.line([(x + side * h * 0.12, y - h * 0.28), (x + side * h * 0.14, y)], h * 0.04, darker(WOOD, 0.2))
    hands = draw_person(c, look, (x, y - h * 0.3), arms=arms, legs="none")
    c.rect(x - h * 0.14, y - h * 0.34, x + h * 0.14, y - h * 0.24, look.bottom, radius=h * 0.04)
    for side in (-1, 1):
        c.line([(x + side * h * 0.08, y - h * 0.26), (x + side * h * 0.08, y - h * 0.06)], h * 0.085, look.bottom)
        c.rect(x + side * h * 0.08 - h * 0.05, y - h * 0.035, x + side * h * 0.08 + h * 0.05, y, INK, radius=h * 0.015)
    return hands


def draw_stool(c: Canvas, x: float, y: float, height: float, color: Color) -> None:
    for side in (-1, 1):
        c.line(
            [(x + side * height * 0.24, y - height), (x + side * height * 0.34, y - 3)],
            height * 0.1,
            darker(color, 0.25),
        )
    c.rect(x - height * 0.42, y - height * 1.08, x + height * 0.42, y - height * 0.9, color, radius=4)


def draw_rug(c: Canvas, x: float, y: float, rx: float, ry: float, color: Color) -> None:
    c.ellipse(x, y, rx, ry, color)
    c.ellipse(x, y, rx * 0.9, ry * 0.86, lighter(color, 0.28))
    c.ellipse(x, y, rx * 0.82, ry * 0.76, lighter(color, 0.14))


def draw_monitor(c: Canvas, at: Point, width: float, *, screen: Color) -> None:
    """Draw a computer screen standing on the desk top at `at`."""
    x, y = at
    height = width * 0.62
    c.rect(x - width * 0.06, y - height * 0.3, x + width * 0.06, y, STONE)
    c.rect(x - width * 0.2, y - 5, x + width * 0.2, y, darker(STONE, 0.2), radius=3)
    c.rect(x - width / 2, y - height * 1.22, x + width / 2, y - height * 0.22, rgb("#3B4650"), radius=6)
    c.rect(x - width * 0.45, y - height * 1.14, x + width * 0.45, y - height * 0.3, screen)
    for row, share in enumerate((0.55, 0.36, 0.62)):
        level = y - height * (1.0 - row * 0.2)
        c.rect(
            x - width * 0.37,
            level,
            x - width * 0.37 + width * share,
            level + height * 0.07,
            lighter(screen, 0.55),
            radius=2,
        )


def draw_open_book(c: Canvas, at: Point, width: float, color: Color) -> None:
    """Draw an open book held at `at`, its cover toward the viewer."""
    x, y = at
    half = width / 2
    c.polygon(
        [(x, y - width * 0.1), (x - half, y - width * 0.26), (x - half, y + width * 0.2), (x, y + width * 0.36)], color
    )
    c.polygon(
        [(x, y - width * 0.1), (x + half, y - width * 0.26), (x + half, y + width * 0.2), (x, y + width * 0.36)],
        darker(color, 0.12),
    )
    c.polygon(
        [(x, y - width * 0.1), (x - half, y - width * 0.26), (x - half * 0.9, y - width * 0.32), (x, y - width * 0.18)],
        WHITE,
    )
    c.polygon(
        [(x, y - width * 0.1), (x + half, y - width * 0.26), (x + half * 0.9, y - width * 0.32), (x, y - width * 0.18)],
        WHITE,
    )
