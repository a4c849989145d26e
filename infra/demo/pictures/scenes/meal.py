"""The boarders' lunch."""

from random import Random

from infra.demo.pictures.canvas import WIDTH, Canvas, Point
from infra.demo.pictures.colors import AMBER, FLAME, LEAF, WHITE, WOOD, Color, lighter, mix, rgb
from infra.demo.pictures.parts.figures import draw_person
from infra.demo.pictures.parts.flags import draw_clock
from infra.demo.pictures.parts.furniture import draw_sitter, draw_table
from infra.demo.pictures.parts.layout import spread
from infra.demo.pictures.parts.people import cook, pupil
from infra.demo.pictures.parts.rooms import draw_fan, draw_room, draw_view
from infra.demo.pictures.plan import Plan, Scene


def draw_meal(c: Canvas, plan: Plan, rng: Random) -> None:
    """Draw the boarders' lunch: pupils at long tables, or walking off with their trays."""
    floor = 540
    tile = mix(draw_room(c, rng, floor=floor), rng.choice((WHITE, rgb("#8FB9BF"), rgb("#E3B48C"), rgb("#A9C79A"))), 0.5)
    c.rect(0, floor - 190, WIDTH, floor - 16, tile)
    for column in range(0, 1600, 58):
        c.rect(column, floor - 190, column + 2, floor - 16, lighter(tile, 0.25))
    for y in (-132, -74):
        c.rect(0, floor + y, WIDTH, floor + y + 2, lighter(tile, 0.25))
    counter = rng.choice((420.0, 800.0, 800.0, 1130.0))
    window, board, clock = (1120, 760, 620) if counter < 700 else (110, 1210, 470) if counter < 900 else (110, 440, 770)
    draw_view(c, rng, (window, 84, window + 260, 304))
    draw_clock(c, clock, 130, 44)
    _menu_board(c, rng, board)
    for fan in (560, 1180):
        draw_fan(c, fan, 62)
    _counter(c, rng, counter, floor)
    if plan.variant == "tables":
        wood = rng.choice((rgb("#8FB0B0"), rgb("#C08A55"), rgb("#9DB38C"), rgb("#D8B06A")))
        far = plan.people // 2
        _diners(c, rng, far, y=690, height=190, half=600, wood=wood)
        _diners(c, rng, plan.people - far, y=860, height=226, half=740, wood=wood)
    else:
        for x in spread(rng, plan.people, 180, 1420, jitter=0.08):
            look = pupil(rng, height=218, scarf=False)
            hands = draw_person(c, look, (x, 862 + rng.uniform(-8, 8)), arms=("ahead", "ahead"), view="right")
            _tray(c, (hands.near[0] + 14, hands.near[1] + 6), 74)


def _menu_board(c: Canvas, rng: Random, left: float) -> None:
    c.rect(left, 84, left + 270, 300, WOOD, radius=6)
    c.rect(left + 12, 96, left + 258, 288, rgb("#2F5D4B"))
    with c.readable(left + 135):
        for row in range(4):
            y = 132 + row * 38
            c.circle(left + 42, y, 9, rng.choice((AMBER, FLAME, LEAF, WHITE)))
            c.line([(left + 66, y), (left + 66 + rng.uniform(80, 170), y)], 5, rgb("#C9D8CE"))


def _counter(c: Canvas, rng: Random, x: float, floor: float) -> None:
    """Draw two cooks behind the counter of hot dishes whose middle is at `x`."""
    for side in (-1, 1):
        arms = rng.choice((("low", "low"), ("low", "wave"), ("hold", "low")))
        draw_person(c, cook(rng, height=236), (x + side * 140 + rng.uniform(-30, 30), floor + 10), arms=arms)
    c.rect(x - 280, floor - 92, x + 280, floor + 26, rgb("#C4CCCB"))
    c.rect(x - 292, floor - 104, x + 292, floor - 86, rgb("#DDE3E1"), radius=4)
    c.rect(x - 280, floor + 14, x + 280, floor + 28, rgb("#9BA6A6"))
    dishes = [rgb("#FBF6E8"), LEAF, rgb("#B5683C"), AMBER]
    rng.shuffle(dishes)
    for place, tone in enumerate(dishes):
        _hot_dish(c, rng, (x - 195 + place * 130, floor - 102), tone)


def _hot_dish(c: Canvas, rng: Random, at: Point, tone: Color) -> None:
    x, y = at
    c.rect(x - 46, y - 30, x + 46, y, rgb("#9BA6A6"), radius=6)
    c.chord(x, y - 26, 42, 22, (180, 360), tone)
    for puff in (-14, 12):
        sway = rng.uniform(-8, 8)
        c.wire([(x + puff, y - 56), (x + puff + 4 + sway, y - 76), (x + puff - 2, y - 98)], 3, WHITE, alpha=0.6)


def _tray(c: Canvas, at: Point, width: float) -> None:
    """Draw a lunch tray with rice, greens, fish and fruit, seen from a low angle."""
    x, y = at
    c.rect(x - width / 2, y - width * 0.08, x + width / 2, y + width * 0.08, rgb("#B9C3C4"), radius=width * 0.06)
    c.chord(x - width * 0.26, y - width * 0.04, width * 0.15, width * 0.15, (180, 360), WHITE)
    c.chord(x + width * 0.04, y - width * 0.04, width * 0.12, width * 0.1, (180, 360), LEAF)
    c.chord(x + width * 0.3, y - width * 0.04, width * 0.13, width * 0.1, (180, 360), rgb("#C07A45"))


def _diners(c: Canvas, rng: Random, count: int, *, y: float, height: float, half: float, wood: Color) -> None:
    """Seat pupils behind a long table, `half` of it to either side of the middle, each with a tray and a glass."""
    top, foot = y - height * 0.18, y + height * 0.26
    places = spread(rng, count, 830 - half, 770 + half, jitter=0.05)
    for x in places:
        arms = rng.choice((("low", "low"), ("low", "book"), ("book", "low")))
        draw_sitter(c, pupil(rng, height=height, scarf=False), x, top=top, foot=foot, arms=arms)
    draw_table(c, 800 - half, 800 + half, foot, foot - top, wood)
    for x in places:
        _tray(c, (x, top + 2), height * 0.42)
        c.rect(x + height * 0.27, top - height * 0.1, x + height * 0.34, top + 2, rgb("#BFDCE0"), radius=3)


SCENE = Scene(
    draw=draw_meal,
    people=(7, 10),
    sentences={
        "tables": "{people} học sinh ngồi ăn trưa ở hai bàn dài trong nhà ăn, "
        "hai cô cấp dưỡng đứng sau quầy thức ăn nóng.",
        "counter": "{people} học sinh bưng khay cơm đi trong nhà ăn, hai cô cấp dưỡng đứng sau quầy thức ăn nóng.",
    },
)
