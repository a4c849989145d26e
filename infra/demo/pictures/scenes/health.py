"""Health: the school's health room, and washing hands."""

from dataclasses import replace
from random import Random

from infra.demo.pictures.canvas import HEIGHT, WIDTH, Canvas, Point
from infra.demo.pictures.colors import FLAME, INK, LEAF, SAND, STONE, WHITE, WOOD, darker, lighter, rgb
from infra.demo.pictures.parts.buildings import draw_school
from infra.demo.pictures.parts.figures import draw_person
from infra.demo.pictures.parts.layout import spread
from infra.demo.pictures.parts.nature import draw_hills, draw_sky
from infra.demo.pictures.parts.people import nurse, pupil
from infra.demo.pictures.parts.plants import draw_pot_plant
from infra.demo.pictures.parts.rooms import draw_room, draw_view
from infra.demo.pictures.parts.trees import draw_tree
from infra.demo.pictures.plan import Plan, Scene

CALM_WALLS = (rgb("#CFE5DC"), rgb("#D5E6EE"), rgb("#F5E8CC"), rgb("#F1DCD6"))


def draw_health(c: Canvas, plan: Plan, rng: Random) -> None:
    """Draw the school's health room (measuring, testing eyes), or pupils washing their hands at the row of taps."""
    {"height": _height_check, "hands": _hand_washing, "eyes": _eye_test}[plan.variant](c, rng, plan.people)


def _health_room(c: Canvas, rng: Random, *, chart: float, cross: float) -> float:
    """Draw the room with its window, cabinet and couch; return where the floor begins."""
    floor = 610
    draw_room(c, rng, floor=floor, wall=rng.choice(CALM_WALLS), ground=rng.choice((rgb("#C9C3B2"), rgb("#D8C7A2"))))
    draw_view(c, rng, (80, 150, 340, 400))
    _cabinet(c, rng, (1400, floor + 10))
    _bed(c, (rng.uniform(1000, 1100), floor + 70))
    _eye_chart(c, chart, 120)
    c.rect(cross - 60, 150, cross + 60, 270, LEAF, radius=10)
    c.rect(cross - 12, 172, cross + 12, 248, WHITE)
    c.rect(cross - 38, 198, cross + 38, 222, WHITE)
    draw_pot_plant(c, rng, (110, 850), 220)
    return floor


def _eye_chart(c: Canvas, x: float, top: float) -> None:
    c.rect(x - 90, top, x + 90, top + 260, WHITE, radius=4)
    for row in range(5):
        size, y = 30 - row * 4.4, top + 26 + row * 44
        for letter in range(row + 1):
            across = x + (letter - row / 2) * size * 1.5
            c.rect(across - size / 2, y, across + size / 2, y + size, INK)
            gap = ((-0.5, -0.2), (0.2, 0.5))[(row + letter) % 2]
            c.rect(across + gap[0] * size, y + size * 0.32, across + gap[1] * size, y + size * 0.68, WHITE)


def _height_check(c: Canvas, rng: Random, count: int) -> None:
    """Draw one pupil on the height scale, the others in a line."""
    _health_room(c, rng, chart=rng.choice((460.0, 700.0)), cross=rng.choice((900.0, 1060.0)))
    x = rng.uniform(480, 600)
    _measure(c, (x, 790))
    draw_person(c, replace(pupil(rng, scarf=False), height=206), (x, 776))
    draw_person(c, nurse(rng, height=262), (x + 120, 806), arms=("ahead", "point"), view="left")
    _wait(c, rng, spread(rng, count - 1, x + 260, 1420, jitter=0.06))
    draw_person(c, nurse(rng, height=258), (1520, 846), arms=("book", "book"), view="left")


def _eye_test(c: Canvas, rng: Random, count: int) -> None:
    """Draw a nurse pointing at the eye chart and a pupil covering one eye."""
    floor = _health_room(c, rng, chart=520, cross=rng.choice((800.0, 1000.0)))
    hands = draw_person(c, nurse(rng, height=262), (690, floor + 24), arms=("point", "low"))
    c.line([hands.far, (560, 300)], 5, WOOD)
    look, x = pupil(rng, height=214, scarf=False), rng.uniform(840, 920)
    hands = draw_person(c, look, (x, 846), arms=("salute", "down"), view="back")
    c.circle(hands.far[0], hands.far[1] - 6, 15, INK)
    _wait(c, rng, spread(rng, count - 1, x + 140, 1500, jitter=0.06))


def _wait(c: Canvas, rng: Random, places: list[float]) -> None:
    for i, x in enumerate(places):
        arms = rng.choice((("down", "down"), ("hold", "hold"), ("down", "ahead")))
        look = pupil(rng, height=208, scarf=False)
        draw_person(c, look, (x, 838 + (i % 2) * 14), arms=arms, view="left")


def _measure(c: Canvas, at: Point) -> None:
    """Draw the height scale a child stands on."""
    x, y = at
    c.rect(x - 74, y - 14, x + 74, y + 4, STONE, radius=6)
    c.rect(x - 14, y - 310, x + 14, y - 12, rgb("#F3E2B5"))
    for mark in range(14):
        c.rect(x - 14, y - 290 + mark * 20, x - (0 if mark % 2 else 6), y - 287 + mark * 20, INK)
    c.rect(x - 46, y - 252, x + 46, y - 242, FLAME, radius=3)


def _cabinet(c: Canvas, rng: Random, at: Point) -> None:
    x, y = at
    c.rect(x - 130, y - 450, x + 130, y, rgb("#C8D5D6"), radius=6)
    c.rect(x - 116, y - 436, x + 116, y - 160, rgb("#EAF3F3"))
    for shelf in range(3):
        level = y - 350 + shelf * 92
        left = x - 104.0
        while left < x + 84:
            wide, tall = rng.uniform(18, 34), rng.uniform(34, 66)
            color = rng.choice((WHITE, rgb("#9CC6D8"), rgb("#E8A9A0"), rgb("#B9D49A"), rgb("#C98D5E")))
            c.rect(left, level - tall, left + wide, level, color, radius=4)
            c.rect(
                left + 3,
                level - tall * 0.6,
                left + wide - 3,
                level - tall * 0.4,
                FLAME if rng.random() < 0.3 else darker(color, 0.15),
            )
            left += wide + rng.uniform(6, 14)
        c.rect(x - 116, level, x + 116, level + 7, rgb("#9FB2B4"))
    c.rect(x - 116, y - 146, x - 4, y - 14, rgb("#B5C5C7"))
    c.rect(x + 4, y - 146, x + 116, y - 14, rgb("#B5C5C7"))


def _bed(c: Canvas, at: Point) -> None:
    x, y = at
    for side in (-1, 1):
        c.rect(x + side * 178 - 6, y - 128, x + side * 178 + 6, y, STONE)
    c.rect(x - 184, y - 84, x + 184, y - 44, WHITE, radius=8)
    c.rect(x - 184, y - 58, x + 184, y - 40, rgb("#9CC6D8"))
    c.rect(x + 84, y - 108, x + 172, y - 80, rgb("#EAF3F3"), radius=12)


def _hand_washing(c: Canvas, rng: Random, count: int) -> None:
    horizon = 440
    draw_sky(c, rng, horizon=horizon)
    draw_hills(c, rng, horizon=horizon, rise=100)
    c.rect(0, horizon + 12, WIDTH, HEIGHT, SAND)
    draw_school(c, rng, rng.choice(("village", "hip")), (rng.uniform(300, 430), 520), rng.uniform(820, 900))
    for x in (70.0, 1530.0):
        draw_tree(c, rng, rng.choice(("round", "flame", "banana")), (x, 640), rng.uniform(340, 400))
    top, wall = 660, rng.choice((rgb("#BFDCE0"), rgb("#F3D9A8"), rgb("#CFE0C4")))
    c.rect(170, top - 110, 1430, top + 96, wall)
    c.rect(158, top - 122, 1442, top - 104, lighter(wall, 0.4), radius=6)
    for tile in range(170, 1430, 60):
        c.rect(tile, top - 104, tile + 2, top - 6, lighter(wall, 0.3))
    c.rect(150, top - 8, 1450, top + 22, rgb("#E8EDEC"), radius=8)
    c.rect(170, top + 22, 1430, top + 100, darker(wall, 0.12))
    c.rect(170, top + 96, 1430, top + 106, INK, alpha=0.16)
    places = spread(rng, count, 230, 1370, jitter=0.06)
    for x in places:
        c.line([(x, top - 70), (x, top - 82), (x + 22, top - 82), (x + 22, top - 64)], 9, STONE)
        c.line([(x + 22, top - 56), (x + 22, top - 8)], 5, rgb("#E4F3F8"))
        c.rect(x + 56, top - 26, x + 88, top - 8, rng.choice((rgb("#E8A9A0"), rgb("#B9D49A"), WHITE)), radius=6)
    _washers(c, rng, places)


def _washers(c: Canvas, rng: Random, places: list[float]) -> None:
    for x in places:
        arms = rng.choice((("hold", "hold"), ("book", "book")))
        look = pupil(rng, height=212, scarf=False)
        draw_person(c, look, (x + 22, 826 + rng.uniform(-6, 10)), arms=arms, view="back")
    draw_person(c, nurse(rng, height=256), (1480, 846), arms=("down", "ahead"), view="left")
    c.ellipse(120, 862, 70, 8, rgb("#C9DCE2"))


SCENE = Scene(
    draw=draw_health,
    people=(4, 6),
    sentences={
        "height": "{people} học sinh khám sức khỏe trong phòng y tế {time}, "
        "một em đứng đo chiều cao cùng nhân viên y tế.",
        "hands": "{people} học sinh rửa tay ở dãy vòi nước trong sân trường {time}, nhân viên y tế đứng bên.",
        "eyes": "{people} học sinh đo thị lực trong phòng y tế {time}, nhân viên y tế chỉ lên bảng chữ cái.",
    },
)
