"""The school library."""

from random import Random

from infra.demo.pictures.canvas import Canvas
from infra.demo.pictures.colors import BOOKS, Color, darker, lighter, rgb
from infra.demo.pictures.parts.furniture import (
    draw_open_book,
    draw_rug,
    draw_shelf,
    draw_sitter,
    draw_stool,
    draw_table,
)
from infra.demo.pictures.parts.layout import Depth, spread
from infra.demo.pictures.parts.people import pupil, teacher
from infra.demo.pictures.parts.plants import draw_pot_plant
from infra.demo.pictures.parts.readers import RUGS, WOODS, draw_book_pile, draw_reader, draw_standing_reader
from infra.demo.pictures.parts.rooms import draw_room, draw_view
from infra.demo.pictures.plan import Plan, Scene


def draw_library(c: Canvas, plan: Plan, rng: Random) -> None:
    """Draw the library: full shelves, and pupils reading on the rug or at a table."""
    floor = 640
    draw_room(
        c,
        rng,
        floor=floor,
        wall=rng.choice((rgb("#F1E3CF"), rgb("#E6E9DA"), rgb("#EFE0D0"))),
        ground=rng.choice((rgb("#AD7E52"), rgb("#B98A5E"))),
    )
    wood = rng.choice(WOODS)
    window = rng.choice((0, 1, 2))
    for bay in range(3):
        left = 70 + bay * 500
        if bay == window:
            draw_view(c, rng, (left + 110, 130, left + 350, 390))
            draw_shelf(c, rng, (left + 20, 476, left + 440, floor + 12), rows=1, wood=wood)
        else:
            draw_shelf(c, rng, (left, 96, left + 460, floor + 12), rows=4, wood=wood)
    draw_pot_plant(c, rng, (46, floor + 44), 170)
    stage = Depth()
    helper = teacher(rng, height=250)
    stage.add(floor + 34, draw_standing_reader, c, rng, helper, (rng.choice((560, 1060)), floor + 34))
    if plan.variant == "rug":
        draw_rug(c, 800, 800, 640, 92, rng.choice(RUGS))
        for i, x in enumerate(spread(rng, plan.people, 260, 1340, jitter=0.12)):
            y = 800 + (46 if i % 2 else -6) + rng.uniform(-6, 6)
            stage.add(y, draw_reader, c, rng, (x, y), 222)
        stage.add(874, draw_book_pile, c, rng, (rng.uniform(740, 860), 880))
        stage.draw()
    else:
        stage.draw()
        _reading_table(c, rng, plan.people, wood)


def _reading_table(c: Canvas, rng: Random, count: int, wood: Color) -> None:
    """Seat the pupils behind a long table with books on it."""
    top, foot = 770, 890
    places = spread(rng, count, 220, 1380, jitter=0.08)
    for x in places:
        draw_sitter(c, pupil(rng, height=226), x, top=top, foot=foot, arms=("book", "book"))
    draw_table(c, 150, 1450, foot, foot - top, lighter(wood, 0.28))
    for x in places:
        draw_open_book(c, (x, top - 22), 72, rng.choice(BOOKS))
        if rng.random() < 0.4:
            draw_book_pile(c, rng, (x + 100, top + 2))
    for x in (120, 1480):
        draw_stool(c, x, 894, 88, darker(wood, 0.1))


SCENE = Scene(
    draw=draw_library,
    people=(4, 6),
    sentences={
        "rug": "{people} học sinh ngồi trên thảm đọc sách trong thư viện {time}, "
        "một giáo viên đứng đọc bên những kệ sách đầy.",
        "table": "{people} học sinh ngồi bên bàn dài đọc sách trong thư viện {time}, phía sau là những kệ sách đầy.",
    },
)
