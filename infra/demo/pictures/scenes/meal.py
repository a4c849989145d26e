"""The boarders' lunch."""

from random import Random

from infra.demo.pictures.canvas import WIDTH, Canvas, Point
from infra.demo.pictures.colors import AMBER, FLAME, LEAF, WHITE, WOOD, darker, mix, rgb
from infra.demo.pictures.parts.figures import draw_person
from infra.demo.pictures.parts.flags import draw_clock
from infra.demo.pictures.parts.furniture import draw_sitter, draw_table
from infra.demo.pictures.parts.layout import spread
from infra.demo.pictures.parts.people import cook, pupil
from infra.demo.pictures.parts.rooms import draw_fan, draw_room, draw_view
from infra.demo.pictures.plan import Plan, Scene


def draw_meal(c: Canvas, plan: Plan, rng: Random) -> None:
    """Draw the boarders' lunch: pupils at long tables, or waiting at the counter."""
    floor = 540
    wall = draw_room(c, rng, floor=floor)
    tile = mix(wall, WHITE, 0.55)
    c.rect(0, floor - 190, WIDTH, floor - 16, tile)
    for column in range(0, 1600, 58):
        c.rect(column, floor - 190, column + 2, floor - 16, darker(tile, 0.07))
    for y in (-132, -74):
        c.rect(0, floor + y, WIDTH, floor + y + 2, darker(tile, 0.07))
    draw_view(c, rng, (110, 90, 370, 310))
    draw_fan(c, 560, 62)
    draw_fan(c, 1180, 62)
    draw_clock(c, 470, 130, 44)
    _menu_board(c, rng)
    _counter(c, rng, floor)
    if plan.variant == "tables":
        far = plan.people // 2
        _diners(c, rng, far, (200, 1400), 690, 190)
        _diners(c, rng, plan.people - far, (60, 1540), 860, 226)
    else:
        for x in spread(rng, plan.people, 180, 1420, jitter=0.08):
            look = pupil(rng, height=218, scarf=False)
            hands = draw_person(c, look, (x, 862 + rng.uniform(-8, 8)), arms=("ahead", "ahead"), view="right")
            _tray(c, (hands.near[0] + 14, hands.near[1] + 6), 74)


def _menu_board(c: Canvas, rng: Random) -> None:
    c.rect(1210, 84, 1500, 300, WOOD, radius=6)
    c.rect(1222, 96, 1488, 288, rgb("#2F5D4B"))
    for row in range(4):
        y = 132 + row * 38
        c.circle(1252, y, 9, rng.choice((AMBER, FLAME, LEAF, WHITE)))
        c.line([(1276, y), (1276 + rng.uniform(90, 180), y)], 5, rgb("#C9D8CE"))


def _counter(c: Canvas, rng: Random, floor: float) -> None:
    for x in (660, 930):
        draw_person(
            c,
            cook(rng, height=236),
            (x + rng.uniform(-30, 30), floor + 10),
            arms=rng.choice((("low", "low"), ("low", "wave"), ("hold", "low"))),
        )
    c.rect(540, floor - 92, 1100, floor + 26, rgb("#C4CCCB"))
    c.rect(528, floor - 104, 1112, floor - 86, rgb("#DDE3E1"), radius=4)
    c.rect(540, floor + 14, 1100, floor + 28, rgb("#9BA6A6"))
    for x, tone in ((620, rgb("#FBF6E8")), (740, LEAF), (860, rgb("#B5683C")), (1000, AMBER)):
        c.rect(x - 46, floor - 132, x + 46, floor - 102, rgb("#9BA6A6"), radius=6)
        c.chord(x, floor - 128, 42, 22, (180, 360), tone)
        for puff in range(2):
            sway = rng.uniform(-8, 8)
            c.wire(
                [
                    (x - 14 + puff * 26, floor - 158),
                    (x - 10 + puff * 26 + sway, floor - 178),
                    (x - 16 + puff * 26, floor - 200),
                ],
                3,
                WHITE,
                alpha=0.6,
            )


def _tray(c: Canvas, at: Point, width: float) -> None:
    """Draw a lunch tray with rice, greens, fish and fruit, seen from a low angle."""
    x, y = at
    c.rect(x - width / 2, y - width * 0.08, x + width / 2, y + width * 0.08, rgb("#B9C3C4"), radius=width * 0.06)
    c.chord(x - width * 0.26, y - width * 0.04, width * 0.15, width * 0.15, (180, 360), WHITE)
    c.chord(x + width * 0.04, y - width * 0.04, width * 0.12, width * 0.1, (180, 360), LEAF)
    c.chord(x + width * 0.3, y - width * 0.04, width * 0.13, width * 0.1, (180, 360), rgb("#C07A45"))


def _diners(c: Canvas, rng: Random, count: int, span: tuple[float, float], y: float, height: float) -> None:
    """Seat pupils behind a long table whose top is at `y` less half a figure."""
    top = y - height * 0.18
    places = spread(rng, count, span[0] + 30, span[1] - 30, jitter=0.05)
    for x in places:
        draw_sitter(
            c,
            pupil(rng, height=height, scarf=False),
            x,
            top=top,
            foot=y + height * 0.26,
            arms=rng.choice((("low", "low"), ("low", "book"), ("book", "low"))),
        )
    draw_table(
        c,
        span[0],
        span[1],
        y + height * 0.26,
        height * 0.44,
        rng.choice((rgb("#8FB0B0"), rgb("#C08A55"), rgb("#9DB38C"))),
    )
    for x in places:
        _tray(c, (x, top + 2), height * 0.42)
        c.rect(x + height * 0.27, top - height * 0.1, x + height * 0.34, top + 2, rgb("#BFDCE0"), radius=3)


SCENE = Scene(
    draw=draw_meal,
    people=(7, 10),
    sentences={
        "tables": "{people} học sinh ngồi ăn trưa ở hai bàn dài trong nhà ăn, "
        "hai cô cấp dưỡng đứng sau quầy thức ăn nóng.",
        "counter": "{people} học sinh bưng khay cơm xếp hàng trong nhà ăn, "
        "hai cô cấp dưỡng đứng sau quầy thức ăn nóng.",
    },
)
