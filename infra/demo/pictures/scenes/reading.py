"""Reading in the open."""

from random import Random

from infra.demo.pictures.canvas import Canvas, Point
from infra.demo.pictures.colors import AMBER, BLUE, BRICK, FLAME, INK, LEAF, PLUM, WHITE, WOOD, darker, lighter, rgb
from infra.demo.pictures.parts.buildings import draw_school
from infra.demo.pictures.parts.furniture import draw_books
from infra.demo.pictures.parts.layout import Depth, spread
from infra.demo.pictures.parts.nature import draw_flowers, draw_ground, draw_hills, draw_sky
from infra.demo.pictures.parts.people import pupil
from infra.demo.pictures.parts.plants import draw_bush
from infra.demo.pictures.parts.readers import draw_reader, draw_standing_reader
from infra.demo.pictures.parts.trees import draw_tree
from infra.demo.pictures.plan import Plan, Scene


def draw_reading(c: Canvas, plan: Plan, rng: Random) -> None:
    """Draw reading in the open: under a great tree, or around a book barrow in the yard."""
    horizon = 470
    draw_sky(c, rng, horizon=horizon)
    draw_hills(c, rng, horizon=horizon, rise=120)
    draw_ground(c, rng, top=horizon + 14, color=rgb("#7EA65A"))
    draw_school(c, rng, rng.choice(("hip", "corridor", "village")), (rng.uniform(700, 800), 556), rng.uniform(640, 720))
    draw_flowers(c, rng, area=(40, 590, 1560, 640), colors=(WHITE, AMBER, FLAME, rgb("#E5A3B4")))
    stage = Depth()
    crown = rng.choice(("round", "flame", "round"))
    x = rng.uniform(330, 450)
    stage.add(700, draw_tree, c, rng, crown, (x, 730), 640)
    stage.add(640, draw_bush, c, rng, (1530, 660), 64)
    c.ellipse(x + 230, 806, 640, 84, INK, alpha=0.1)
    if plan.variant == "mat":
        _mat(c, rng)
    else:
        stage.add(760, _barrow, c, rng, (rng.uniform(1120, 1220), 780))
    right = 1420 if plan.variant == "mat" else 1010
    for i, px in enumerate(spread(rng, plan.people, 170, right, jitter=0.12)):
        y = (860 if i % 2 else 806) + rng.uniform(-8, 8)
        stage.add(y, draw_reader, c, rng, (px, y), 214, hat=0.15)
    if plan.variant == "barrow":
        for px in (1080, 1330):
            stage.add(812, draw_standing_reader, c, rng, pupil(rng, height=208), (px, 834))
    stage.draw()


def _mat(c: Canvas, rng: Random) -> None:
    color = rng.choice((rgb("#D3A85C"), rgb("#C77F6B"), rgb("#7FA6A0")))
    c.polygon([(150, 780), (1450, 780), (1540, 884), (60, 884)], color)
    c.polygon([(176, 790), (1424, 790), (1496, 872), (104, 872)], lighter(color, 0.26))
    for stripe in (0.3, 0.5, 0.7):
        c.line([(176 - 72 * stripe, 790 + 82 * stripe), (1424 + 72 * stripe, 790 + 82 * stripe)], 5, color)


def _barrow(c: Canvas, rng: Random, at: Point) -> None:
    """Draw the library on wheels: a roofed barrow full of books."""
    x, y = at
    color = rng.choice((BRICK, BLUE, LEAF, PLUM))
    c.ellipse(x, y, 190, 15, INK, alpha=0.16)
    for side in (-1, 1):
        c.rect(x + side * 150 - 6, y - 290, x + side * 150 + 6, y - 40, WOOD)
    c.rect(x - 160, y - 190, x + 160, y - 40, darker(WOOD, 0.35))
    for shelf in (-118, -46):
        draw_books(c, rng, x - 150, x + 150, y + shelf, 64)
        c.rect(x - 162, y + shelf, x + 162, y + shelf + 10, lighter(WOOD, 0.2))
    c.polygon([(x - 200, y - 282), (x - 150, y - 340), (x + 150, y - 340), (x + 200, y - 282)], color)
    for stripe in range(5):
        left = x - 160 + stripe * 80
        c.polygon(
            [
                (left * 0.75 + x * 0.25 - 10, y - 340),
                (left * 0.75 + x * 0.25 + 18, y - 340),
                (left + 20, y - 282),
                (left - 16, y - 282),
            ],
            lighter(color, 0.45),
        )
    for side in (-1, 1):
        c.ring(x + side * 104, y - 32, 32, 8, INK)
        c.circle(x + side * 104, y - 32, 8, darker(WOOD, 0.2))


SCENE = Scene(
    draw=draw_reading,
    people=(4, 6),
    sentences={
        "mat": "{people} học sinh ngồi đọc sách trên chiếu dưới một cây lớn trong sân trường {time}.",
        "barrow": "{people} học sinh ngồi đọc sách trên cỏ dưới một cây lớn {time}, "
        "hai bạn đứng bên xe thư viện lưu động.",
    },
)
