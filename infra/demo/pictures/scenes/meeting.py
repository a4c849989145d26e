"""Meetings of teachers: in the hall, around a table."""

from random import Random

from infra.demo.pictures.canvas import WIDTH, Area, Canvas, Point
from infra.demo.pictures.colors import AMBER, FLAME, INK, NAVY, STONE, TEAL, WHITE, WOOD, darker, lighter, rgb
from infra.demo.pictures.parts.figures import draw_person
from infra.demo.pictures.parts.flags import draw_banner, draw_flag, star_points
from infra.demo.pictures.parts.furniture import draw_table
from infra.demo.pictures.parts.layout import spread
from infra.demo.pictures.parts.people import HAIRS, SKINS, Person, teacher
from infra.demo.pictures.parts.plants import draw_bush, draw_pot_plant
from infra.demo.pictures.parts.rooms import SHUTTERS, draw_room, draw_view
from infra.demo.pictures.plan import Plan, Scene


def _delegate(rng: Random, height: float) -> Person:
    if rng.random() < 0.5:
        return teacher(rng, height=height, in_ao_dai=True)
    shirt = rng.choice((WHITE, rgb("#A9C3DA"), rgb("#8FA9B8"), rgb("#D5DDE0"), NAVY))
    return Person(height=height, head=0.1, skin=rng.choice(SKINS), hair_color=rng.choice(HAIRS), top=shirt)


def draw_meeting(c: Canvas, plan: Plan, rng: Random) -> None:
    """Draw a conference of teachers: a speaker before the hall, colleagues around one table, or a training day."""
    floor = 560
    draw_room(c, rng, floor=floor)
    {"hall": _hall, "table": _round_table, "training": _training}[plan.variant](c, rng, plan.people, floor)


def _hall(c: Canvas, rng: Random, count: int, floor: float) -> None:
    curtain = rng.choice((rgb("#9C3038"), rgb("#2F5D83"), rgb("#3D6B5E"), rgb("#C9A24E"), rgb("#6B4A6E")))
    for fold in range(20):
        c.rect(fold * 80, 0, fold * 80 + 80, floor - 20, curtain if fold % 2 else darker(curtain, 0.08))
    top = rng.uniform(70, 110)
    draw_banner(c, 420, top, 1180, top + 160)
    draw_flag(c, (rng.uniform(90, 180), top), 190)
    c.rect(0, floor - 34, WIDTH, floor + 16, lighter(WOOD, 0.15))
    c.rect(0, floor - 40, WIDTH, floor - 28, lighter(WOOD, 0.35))
    for x in spread(rng, 3, 420, 880, jitter=0.06):
        draw_person(c, _delegate(rng, 232), (x, floor - 96), arms=("low", "low"), legs="none")
    draw_table(c, 360, 940, floor - 24, 118, cloth=rgb("#F1E6CB"))
    for x in (460, 650, 840):
        c.rect(x - 34, floor - 128, x + 34, floor - 106, WHITE)
        c.rect(x + 50, floor - 122, x + 62, floor - 106, rgb("#BFDCE0"))
    draw_person(
        c, _delegate(rng, 244), (1150, floor - 30), arms=rng.choice((("point", "low"), ("out", "low"), ("low", "wave")))
    )
    _lectern(c, (1150, floor - 24))
    for x in (300, 1000, 1330):
        draw_bush(c, rng, (x, floor + 18), 40)
    draw_pot_plant(c, rng, (1480, floor + 20), 220)
    _audience(c, rng, count)


def _lectern(c: Canvas, at: Point) -> None:
    x, y = at
    c.polygon([(x - 62, y - 138), (x + 62, y - 138), (x + 46, y), (x - 46, y)], WOOD)
    c.rect(x - 72, y - 150, x + 72, y - 134, lighter(WOOD, 0.2), radius=4)
    c.polygon(star_points(x, y - 76, 24), rgb("#F0C14B"))
    c.line([(x - 34, y - 150), (x - 22, y - 186)], 4, INK)
    c.circle(x - 22, y - 188, 7, INK)


def _audience(c: Canvas, rng: Random, count: int) -> None:
    """Draw two rows of backs in theater seats."""
    far = count // 2
    seat = rng.choice((rgb("#8C3A3F"), rgb("#3E6A8C"), rgb("#4D7A66")))
    for y, number, span, height in ((770, far, (150, 1450), 216), (912, count - far, (10, 1590), 262)):
        step = (span[1] - span[0]) / number
        for place in range(number):
            x = span[0] + step * (place + 0.5)
            draw_person(c, _delegate(rng, height), (x, y - height * 0.22), legs="none", view="back")
            c.rect(x - height * 0.25, y - height * 0.42, x + height * 0.25, y, seat, radius=height * 0.06)
            c.rect(
                x - height * 0.21,
                y - height * 0.37,
                x + height * 0.21,
                y - height * 0.31,
                lighter(seat, 0.14),
                radius=height * 0.03,
            )


def _round_table(c: Canvas, rng: Random, count: int, floor: float) -> None:
    for left in (90, 1220):
        draw_view(c, rng, (left, 130, left + 290, 400))
    _project_chart(c, rng, (510, 96, 1090, 400))
    draw_pot_plant(c, rng, (452, floor + 6), 190)
    draw_person(c, _delegate(rng, 250), (1150, floor + 16), arms=("point", "down"))
    for x in spread(rng, count - 2, 300, 1300, jitter=0.06):
        draw_person(
            c,
            _delegate(rng, 234),
            (x, 700),
            arms=rng.choice((("low", "low"), ("hold", "hold"), ("low", "hold"))),
            legs="none",
        )
    c.ellipse(800, 800, 690, 120, darker(rgb("#9C6B43"), 0.18))
    c.rect(110, 786, 1490, 800, darker(rgb("#9C6B43"), 0.18))
    c.ellipse(800, 784, 690, 118, rgb("#B98457"))
    for x in spread(rng, count - 2, 310, 1290, jitter=0.04):
        c.polygon([(x - 38, 754), (x + 30, 754), (x + 38, 788), (x - 44, 788)], WHITE)
        c.rect(x + 54, 744, x + 68, 772, rgb("#BFDCE0"), radius=3)
    for x, tone in ((720, FLAME), (800, AMBER), (880, rgb("#E58FA0"))):
        c.circle(x, 790, 22, tone)
        c.circle(x + 5, 784, 9, lighter(tone, 0.4))
    c.rect(690, 806, 910, 828, TEAL, radius=8)
    for x in (90, 1510):
        draw_person(
            c, _delegate(rng, 262), (x, 800), legs="none", arms=("low", "low"), view="right" if x < 800 else "left"
        )
        c.rect(x - 62, 760, x + 62, 912, rgb("#4F6B7A"), radius=16)


def _training(c: Canvas, rng: Random, count: int, floor: float) -> None:
    """Draw a training day: teachers at tables, seen from behind, before a trainer and a projected chart."""
    left = rng.choice((90, 470))
    _project_chart(c, rng, (left, 90, left + 640, 410))
    draw_view(c, rng, (1200, 120, 1500, 390), shutters=rng.choice(SHUTTERS))
    at, arms = (left + 740, floor + 20), ("point", "hip") if rng.random() < 0.5 else ("point", "low")
    draw_person(c, _delegate(rng, 254), at, arms=arms)
    draw_pot_plant(c, rng, (1540, floor + 30), 200)
    far = count // 2
    cloth = rng.choice((rgb("#3E6A8C"), rgb("#F1E6CB"), rgb("#4D7A66")))
    for y, number, half, height in ((742, far, 640, 208), (908, count - far, 760, 256)):
        draw_table(c, 800 - half, 800 + half, y - height * 0.1, height * 0.5, cloth=cloth)
        for place in range(number):
            x = 800 - half + 2 * half * (place + 0.5) / number
            paper, top = x + height * 0.26, y - height * 0.6
            c.polygon([(paper, top), (paper + 40, top), (paper + 46, top + 14), (paper - 4, top + 14)], WHITE)
            draw_person(c, _delegate(rng, height), (x, y - height * 0.2), arms=("low", "low"), legs="none", view="back")
            c.rect(x - height * 0.18, y - height * 0.34, x + height * 0.18, y, rgb("#8A6A4B"), radius=height * 0.04)


def _project_chart(c: Canvas, rng: Random, area: Area) -> None:
    left, top, right, bottom = area
    c.rect(left, top, right, bottom, rgb("#4A545C"), radius=8)
    with c.lit(), c.readable((left + right) / 2):
        c.rect(left + 12, top + 12, right - 12, bottom - 12, rgb("#F4F8FA"))
        _chart(c, rng, left + 50, top + 34, right - 50, bottom - 34)


def _chart(c: Canvas, rng: Random, left: float, top: float, right: float, bottom: float) -> None:
    c.rect(left, top, left + 210, top + 14, rgb("#2F6FA5"), radius=5)
    c.line([(left, top + 40), (left, bottom), (right, bottom)], 3, STONE)
    width = (right - left) / 8
    for bar in range(7):
        tall = (bottom - top - 60) * rng.uniform(0.25, 0.95)
        c.rect(
            left + 20 + bar * width,
            bottom - tall,
            left + 20 + bar * width + width * 0.55,
            bottom - 2,
            (rgb("#4A90C0"), AMBER)[bar % 2],
        )
    c.wire(
        [
            (left + 30 + i * width, bottom - (bottom - top) * (0.2 + 0.08 * i + rng.uniform(-0.05, 0.05)))
            for i in range(7)
        ],
        4,
        FLAME,
    )


SCENE = Scene(
    draw=draw_meeting,
    people=(8, 10),
    sentences={
        "hall": "Một người phát biểu trên bục trước {people} đại biểu ngồi dưới hội trường {time}, "
        "phía sau là cờ Tổ quốc và băng đỏ.",
        "training": "{people} giáo viên ngồi dự tập huấn {time}, báo cáo viên đứng bên màn chiếu biểu đồ.",
        "table": "{people} cán bộ, giáo viên họp quanh bàn lớn {time}, một người đứng trình bày biểu đồ.",
    },
)
