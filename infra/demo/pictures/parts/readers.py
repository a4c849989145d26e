"""Pupils with books, and piles of them."""

from random import Random

from infra.demo.pictures.canvas import Canvas, Point
from infra.demo.pictures.colors import BOOKS, WHITE, WOOD, rgb
from infra.demo.pictures.parts.figures import draw_person
from infra.demo.pictures.parts.furniture import draw_open_book
from infra.demo.pictures.parts.people import Person, pupil

WOODS = (WOOD, rgb("#9C6B43"), rgb("#7A5236"), rgb("#A98055"))
RUGS = (rgb("#C98D5E"), rgb("#7FA6A0"), rgb("#C77F6B"), rgb("#8C9BC0"), rgb("#D3A85C"))


def draw_reader(c: Canvas, rng: Random, at: Point, height: float, *, hat: float = 0.0) -> None:
    """Draw a pupil sitting on the ground with an open book."""
    hands = draw_person(c, pupil(rng, height=height, hat=hat), at, arms=("book", "book"), legs="floor")
    middle = (hands.far[0] + hands.near[0]) / 2
    draw_open_book(c, (middle, hands.near[1]), height * 0.3, rng.choice(BOOKS))


def draw_standing_reader(c: Canvas, rng: Random, look: Person, at: Point) -> None:
    hands = draw_person(c, look, at, arms=("book", "book"))
    draw_open_book(c, ((hands.far[0] + hands.near[0]) / 2, hands.near[1]), look.height * 0.24, rng.choice(BOOKS))


def draw_book_pile(c: Canvas, rng: Random, at: Point) -> None:
    x, y = at
    for level in range(rng.randint(3, 5)):
        shift = rng.uniform(-7, 7)
        color = rng.choice(BOOKS)
        c.rect(x - 36 + shift, y - 14 - level * 14, x + 36 + shift, y - level * 14, color, radius=3)
        c.rect(x + 26 + shift, y - 12 - level * 14, x + 36 + shift, y - 3 - level * 14, WHITE)
